//! The report of a year, made from rows alone.

use crate::common::Office;
use serde_json::{Value, json};

fn preview(office: &Office) -> Value {
    office.call("report.preview", json!({ "fiscal_year": 2026 }))
}

fn texts(list: &Value) -> String {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_report_counts_rows_and_says_what_is_missing() {
    let office = Office::demo();
    let report = preview(&office);
    let total = &report["results"]["total"];
    let number = |key: &str| total[key].as_u64().unwrap();
    let verdicts = ["conforming", "partial", "nonconforming", "not_applicable", "unverified"];
    let in_scope: u64 = verdicts.iter().map(|key| number(key)).sum();
    let audit = office.engagement("audit");
    let items: u64 = audit["targets"].as_array().unwrap().iter().map(|row| row["items"].as_u64().unwrap()).sum();
    let answered: u64 = audit["targets"].as_array().unwrap().iter().map(|row| row["answered"].as_u64().unwrap()).sum();
    assert_eq!((in_scope, in_scope - number("unverified")), (items, answered), "an item nobody answered is 未確認");
    let pack = office.call("pack.get", json!({ "hash": audit["pack_hash"] }));
    let all = u64::try_from(pack["pack"]["items"].as_array().unwrap().len()).unwrap() * 3;
    assert_eq!(number("out_of_scope"), all - items, "at three departments, whatever is not asked is counted as such");

    let unseen = texts(&report["not_looked_at"]);
    for text in ["企画財政課、資格管理課、会計課", "資格管理課、会計課", "実施中"] {
        assert!(unseen.contains(text), "{text} in {unseen}");
    }
    let out = report["engagements"].to_string();
    for text in ["2 適用範囲、3.2.1 CISO", "11.1.4 委託事業者等に対する監査"] {
        assert!(out.contains(text), "a clause stands for its items: {text} in {out}");
    }
    let independence = texts(&report["independence"]);
    assert!(
        independence.contains("森田 直樹は、情報セキュリティ監査統括責任者のほかに情報セキュリティ統括責任者を兼ねて"),
        "{independence}"
    );
    assert_eq!(report["compelled_approvals"].as_array().unwrap().len(), 1);
    assert_eq!(report["head"]["addressee"], "情報セキュリティ最高責任者（CISO）　事務局長　大野 恒一　様");
    assert_eq!(report["opinion"], json!({ "overall": [], "decisions": [] }), "nobody's opinion is written for them");
    assert_eq!(report["head"]["journal_head"], "", "the head of the journal is printed when a report is issued");
}

#[test]
fn an_auditor_who_moved_into_an_audited_department_stands_in_the_report() {
    let office = Office::demo();
    let audit = office.engagement("audit");
    let persons = office.call("person.list", json!({}));
    let mut auditor = persons.as_array().unwrap().iter().find(|row| row["id"] == audit["members"][0]).unwrap().clone();
    let name = auditor["name"].as_str().unwrap().to_owned();
    auditor["department"] = audit["targets"][0]["department"].clone();
    office.call("person.save", auditor);
    let independence = texts(&preview(&office)["independence"]);
    assert!(independence.contains(&format!("{name}は、監査対象の総務課")), "{independence}");
    assert!(!independence.contains("属する者はいません"), "{independence}");
}

#[test]
fn evidence_of_a_higher_class_lifts_the_whole_report() {
    let office = Office::demo();
    let suggest = json!({ "kind": "report-pdf", "fiscal_year": 2026, "target": null });
    assert_eq!(
        office.call("file.suggest_name", suggest.clone())["name"],
        "【機密性1】令和8年度　情報セキュリティ年度総括報告書_青葉広域連合_案.pdf"
    );
    let paper = json!([{ "handle": null, "name": "名簿", "source": "総務課", "place": "書庫", "class_level": "3" }]);
    let target = office.target("audit", "総務課");
    office.call("evidence.attach", json!({ "target": target, "item": "hyogo:11.5-2", "evidence": paper }));
    let report = preview(&office);
    assert_eq!(report["head"]["class_label"], "【機密性3】");
    let evidence = report["evidence"].as_array().unwrap();
    let roster = evidence.iter().find(|row| row["name"].as_str().unwrap().starts_with("名簿")).unwrap();
    assert_eq!(
        (&roster["name"], &roster["attached_to"], &roster["sha256"]),
        (&json!("名簿（紙、保管場所：書庫）"), &json!("総務課 11.5-2"), &json!("")),
        "evidence counts beside an item that nobody has answered"
    );
    assert!(office.call("file.suggest_name", suggest)["name"].as_str().unwrap().starts_with("【機密性3】"));
    let request = json!({ "fiscal_year": 2026, "format": "pdf", "destination": office.path("."), "recipient": "CISO", "basis": "許可" });
    office.call("report.export", request);
    assert_eq!(office.call("release.list", json!({}))[0]["class_level"], "3");
}

#[test]
fn the_report_of_a_year_without_work_is_empty_and_can_be_written() {
    let office = Office::new();
    office.call(
        "workspace.create",
        json!({ "folder": office.path("ws"), "office": "若葉町", "person": "青木", "post": "", "login": "aoki", "passphrase": "若葉の監査2026" }),
    );
    for format in ["pdf", "xlsx"] {
        let request = json!({ "fiscal_year": 2026, "format": format, "destination": office.path("."), "recipient": "CISO", "basis": "許可" });
        assert!(office.call("report.export", request)["output"]["size"].as_u64().unwrap() > 1_000);
    }
    let error = office.refused("report.preview", json!({ "fiscal_year": 1_000_000 }));
    assert_eq!((error.code.as_str(), error.field.as_deref()), ("bad-year", Some("fiscal_year")));
}
