//! The self-inspection of a year, from its plan to its totals.

use super::Record;
use serde_json::{Value, json};

/// Plans it, follows one sheet to its end, counts questionnaires, and writes everything out.
pub(super) fn self_inspection(day: &mut Record, hash: &Value) {
    let department = day.office.call("department.list", json!({}))[0]["id"].clone();
    let request = |forms: &[&str]| {
        json!({ "fiscal_year": 2026, "title": "令和8年度 自己点検", "instructions": "全課で行う。", "pack_hash": hash,
            "from_on": "2026-11-01", "until_on": "2026-11-15", "lead": null, "forms": forms,
            "departments": [department], "systems": [] })
    };
    day.call("campaign.create", request(&["self:system"]));
    let campaign = day.id("campaign.create", request(&["self:head", "self:staff"]));
    day.call(
        "campaign.save",
        json!({ "id": campaign, "title": "令和8年度 自己点検", "instructions": "全課・全職員で行う。",
            "from_on": "2026-11-01", "until_on": "2026-11-16", "lead": null }),
    );
    let sheets = day.office.call("campaign.get", json!({ "id": campaign }))["sheets"].clone();
    let (head, staff) = (&sheets[0]["target"], &sheets[1]["target"]);
    let on = |targets: &[&Value], day: &str| json!({ "campaign": campaign, "targets": targets, "on": day });
    day.call("campaign.submit", on(&[head], "2026-11-10"));
    day.call("campaign.hand_out", on(&[head, staff], "2026-11-02"));
    day.call(
        "reminder.add",
        json!({ "campaign": campaign, "targets": [head], "on": "2026-11-18", "means": "phone", "note": "今週中に提出" }),
    );
    let there = day.office.handle(".");
    let letters = json!({ "campaign": campaign, "targets": [head], "until_on": "2026-11-30", "contact": "",
        "note": "紙でも結構です。" });
    day.call("reminder.letters", letters.clone());
    day.call(
        "reminder.export",
        json!({ "letters": letters, "format": "txt", "destination": there, "recipient": "", "basis": "実施要領" }),
    );
    day.call("campaign.submit", on(&[head], "2026-11-19"));
    day.call("campaign.send_back", json!({ "target": head, "on": "2026-11-19", "reason": "" }));
    day.call("campaign.send_back", json!({ "target": head, "on": "2026-11-19", "reason": "所属長の確認がない。" }));
    day.call("campaign.submit", on(&[head], "2026-11-20"));
    day.call("campaign.confirm", on(&[head], "2026-11-20"));
    day.call("campaign.head_confirm", on(&[head], "2026-11-20"));
    day.call("campaign.confirm", on(&[head], "2026-11-20"));
    let sheet = |came_back: i64| {
        json!({ "target": staff, "contact": "内線 21", "head_name": "", "head_on": null, "improvement": "研修を開く。",
            "handed_out": 8, "came_back": came_back, "medium": "paper" })
    };
    day.call("campaign.save_sheet", sheet(9));
    day.call("campaign.save_sheet", sheet(7));
    let counting = day.call("staff_count.get", json!({ "target": staff }));
    let count = |counts: [i64; 5]| json!({ "target": staff, "item": counting["items"][0]["item"], "counts": counts });
    day.call("staff_count.set", count([8, 0, 0, 0, 0]));
    day.call("staff_count.set", count([4, 1, 1, 0, 0]));
    route(day, &campaign);
    day.call("campaign.list", json!({ "fiscal_year": 2026 }));
    day.call("campaign.totals", json!({ "id": campaign }));
    day.call(
        "campaign.answers",
        json!({ "campaign": campaign, "form": "self:head", "target": null, "clause": null, "item": null,
            "answer": null, "blank": true }),
    );
    day.call("campaign.totals_name", json!({ "id": campaign, "format": "pdf" }));
    day.call(
        "campaign.export_totals",
        json!({ "campaign": campaign, "format": "pdf", "destination": there, "recipient": "CISO", "basis": "実施要領" }),
    );
    day.call("campaign.close", json!({ "id": campaign }));
}

fn route(day: &mut Record, campaign: &str) {
    let step = |id: Value, done: Value| {
        json!({ "id": id, "campaign": campaign, "role": "committee", "person": null, "due_on": "2026-12-10",
            "done_on": done, "note": "委員会でも報告する。" })
    };
    let added = day.id("route_step.save", step(Value::Null, Value::Null));
    day.call("route_step.save", step(json!(added), json!("2026-11-20")));
    day.call("route_step.remove", json!({ "id": added }));
    day.call("campaign.get", json!({ "id": campaign }));
}
