//! What a notice says to whom it goes, and what becomes of appointments when the audit changes.

use crate::common::Office;
use serde_json::{Value, json};

/// What the 通知書 to one target says, or to all.
fn notice(office: &Office, audit: &Value, target: &Value) -> Vec<String> {
    let paper = json!({ "engagement": audit["id"], "paper": "notice", "target": target, "format": "xlsx" });
    let request = json!({ "paper": paper, "destination": office.path("."), "recipient": "課長", "basis": "監査要領" });
    let exported = office.call("plan_paper.export", request);
    let name = exported["output"]["name"].as_str().unwrap();
    let bytes = std::fs::read(office.folder.path().join(name)).unwrap();
    let workbook = exchange::read(&bytes, name, &exchange::Limits::default()).unwrap();
    workbook.sheets.iter().flat_map(|sheet| sheet.cells()).map(|cell| cell.text.clone()).collect()
}

fn appointments(office: &Office, audit: &Value) -> Vec<Value> {
    office.call("engagement_plan.get", json!({ "id": audit["id"] }))["schedule"].as_array().unwrap().clone()
}

#[test]
fn a_notice_to_one_section_tells_its_own_days_and_the_common_ones() {
    let office = Office::demo();
    let audit = office.engagement("audit");
    let section = audit["targets"].as_array().unwrap().iter().find(|one| one["name"] == "総務課").unwrap();
    let own = notice(&office, &audit, &section["id"]);
    let says = |cells: &[String], text: &str| cells.iter().any(|cell| cell.contains(text));
    assert!(says(&own, "総務課の視察と質問") && says(&own, "講評"));
    assert!(!says(&own, "給付課の視察と質問"), "another section's day is not its business: {own:?}");
    assert!(!says(&own, "共通"), "whom a day is about needs no saying in a notice to one");
    let all = notice(&office, &audit, &Value::Null);
    assert!(says(&all, "給付課の視察と質問") && says(&all, "共通"));
}

#[test]
fn an_appointment_is_about_a_target_of_its_own_audit_and_goes_with_it() {
    let office = Office::created();
    let department = |name: &str| {
        let request = json!({ "id": null, "name": name, "kana": "", "closed_on": null });
        office.call("department.save", request)["output"]["id"].clone()
    };
    let (general, benefits) = (department("総務課"), department("給付課"));
    let request = |id: &Value, departments: &[&Value]| {
        json!({ "id": id, "kind": "audit", "title": "定期監査", "fiscal_year": 2026, "form": "audit", "purpose": "",
            "pack_hash": office.pack("hyogo")["hash"], "method": "", "exclusions": "", "from_on": null,
            "until_on": null, "lead": null, "departments": departments, "members": [] })
    };
    let made = |departments: &[&Value]| {
        let id = office.call("engagement.save", request(&Value::Null, departments))["output"]["id"].clone();
        office.call("engagement.get", json!({ "id": id }))
    };
    let (audit, other) = (made(&[&general, &benefits]), made(&[&general]));
    let day = |target: &Value| {
        json!({ "id": null, "engagement": audit["id"], "held_on": null, "from_time": "", "until_time": "",
            "place": "", "what": "質問", "who": "", "target": target })
    };
    assert_eq!(office.refused("schedule.save", day(&other["targets"][0]["id"])).code, "bad-request");
    office.call("schedule.save", day(&audit["targets"][1]["id"]));
    office.call("schedule.save", day(&Value::Null));
    office.call("engagement.save", request(&audit["id"], &[&general]));
    assert_eq!(appointments(&office, &audit).len(), 1, "it would stand on everybody's notice");
    office.call("journal.undo", json!({}));
    assert_eq!(appointments(&office, &audit).len(), 2);
}
