//! The plan of an audit in the day of all commands: before it begins, and on site.

use super::Record;
use serde_json::{Value, json};

/// An audit of its own, planned, walked, closed and unlocked.
pub(crate) fn all(day: &mut Record) {
    let department = day.office.call("department.list", json!({}))[0]["id"].as_str().unwrap().to_owned();
    let persons = day.office.call("person.list", json!({}));
    let auditor = persons.as_array().unwrap().iter().find(|row| row["name"] == "江口 三郎").unwrap();
    let person = auditor["id"].as_str().unwrap();
    let audit = day.office.engagement("audit", &[&department], &[person]);
    let target = day.office.targets(&audit).remove(0);
    before(day, &audit, &target, person);
    day.office.call("engagement.start", json!({ "id": audit, "gate_on": "2026-11-02", "gate_reason": "" }));
    after(day, &audit, &target);
}

/// Planning: fields, days, documents, items, steps, independence.
fn before(day: &mut Record, audit: &str, target: &str, person: &str) {
    let plan = day.call("engagement_plan.get", json!({ "id": audit }));
    let mut fields = plan["fields"].clone();
    fields["theme"] = json!("鍵の管理");
    fields["period_from"] = json!("2026-10-01");
    fields["period_until"] = json!("2026-04-01");
    day.call("engagement_plan.save", fields.clone());
    fields["period_until"] = json!("2026-10-31");
    day.call("engagement_plan.save", fields);
    let appointment = |from: &str| {
        json!({ "id": null, "engagement": audit, "held_on": "2026-11-24", "from_time": from, "until_time": "11:30",
            "place": "会議室", "what": "質問", "who": "総務課長", "target": target })
    };
    day.call("schedule.save", appointment("午前"));
    let kept = day.id("schedule.save", appointment("９時３０分"));
    let gone = day.id("schedule.save", appointment("10:00"));
    day.call("schedule.remove", json!({ "id": gone }));
    assert_ne!(kept, gone);
    let document = |name: &str| {
        json!({ "id": null, "engagement": audit, "target": target, "name": name, "due_on": "2026-11-20",
            "received_on": null, "note": "" })
    };
    day.call("document.save", document(" "));
    day.id("document.save", document("鍵の管理簿"));
    let gone = day.id("document.save", document("座席表"));
    day.call("document.remove", json!({ "id": gone }));
    day.call("engagement_plan.get", json!({ "id": audit }));
    let ask = json!({ "engagement": audit, "topics": [], "words": "鍵", "wanted": 2 });
    day.call("scope.propose", ask);
    let apply =
        |reason: &str| json!({ "engagement": audit, "put_in": [], "put_out": ["hyogo:11.3-1"], "reason": reason });
    day.call("scope.apply", apply(""));
    day.call("scope.apply", apply("今回の重点外"));
    let advance = |to: &str, reason: &str| json!({ "id": audit, "to": to, "taken_on": null, "reason": reason });
    day.call("engagement.advance", advance("preliminary", ""));
    day.call("engagement.advance", advance("notified", ""));
    day.call("engagement.advance", advance("notified", "通知を出し直すため"));
    day.call("engagement.steps", json!({ "id": audit }));
    for recused in [true, false] {
        day.call("recusal.set", json!({ "target": target, "person": person, "recused": recused }));
    }
    for reason in [json!("独立した者がいない"), Value::Null] {
        day.call("unaudited.set", json!({ "target": target, "reason": reason }));
    }
    day.call("independence.explain", json!({ "engagement": audit, "reason": "ほかにいない" }));
    day.call("independence.explain", json!({ "engagement": audit, "reason": "" }));
    day.call("independence.get", json!({ "id": audit }));
}

/// On site and at the end: papers on loan, what is handed out, closing and unlocking.
fn after(day: &mut Record, audit: &str, target: &str) {
    let loan = |id: Value, returned: Value| {
        json!({ "id": id, "engagement": audit, "target": target, "name": "鍵の管理簿", "manner": "borrowed",
            "lender": "上田 次郎", "permission": "総務課長", "received_on": "2026-11-10", "due_on": "2026-11-15",
            "returned_on": returned, "note": "" })
    };
    let id = day.id("loan.save", loan(Value::Null, Value::Null));
    day.call("loan.save", loan(json!(id), json!("2026-11-01")));
    day.call("loan.list", json!({ "id": audit }));
    day.call("engagement.close", json!({ "id": audit }));
    let there = day.office.handle(".");
    let paper = json!({ "engagement": audit, "paper": "notice", "target": target, "format": "xlsx" });
    day.call("plan_paper.name", paper.clone());
    let request = json!({ "paper": paper, "destination": there, "recipient": "総務課長", "basis": "監査要領" });
    day.call("plan_paper.export", request);
    day.call("loan.remove", json!({ "id": id }));
    day.call("engagement.close", json!({ "id": audit }));
    day.call("engagement.unlock", json!({ "id": audit, "reason": " " }));
    day.call("engagement.unlock", json!({ "id": audit, "reason": "証拠の取り違えを直すため" }));
    day.call("engagement.steps", json!({ "id": audit }));
}
