//! The part of the day on which findings go to the departments and come back.

use super::Record;
use serde_json::{Value, json};

/// A finding before it is confirmed: it speaks of several items, is sent, disputed, taken back and sent again.
pub(super) fn ask(day: &mut Record, finding: &str, target: &str, items: &[String]) {
    let item = |item: &str, on: bool| json!({ "finding": finding, "target": target, "item": item, "on": on });
    day.call("finding.set_item", item(&items[1], true));
    day.call("finding.set_item", item(&items[1], false));
    day.call("finding.set_levels", json!({ "likelihood": ["高", "低 "], "loss": [] }));
    let send = |due: &str| json!({ "finding": finding, "sent_on": "2026-11-18", "due_on": due, "means": "事実確認票" });
    day.call("finding.confirm", json!({ "id": finding }));
    day.call("finding.send_check", send("2026-11-17"));
    day.call("finding.send_check", send("2026-11-20"));
    let view = |view: &str, text: &str| json!({ "finding": finding, "view": view, "text": text, "answered_by": "総務課長", "answered_on": "2026-11-20" });
    day.call("finding.record_view", view("no_answer", ""));
    day.call("finding.record_view", view("disputed", ""));
    day.call("finding.record_view", view("disputed", "鍵は引き出しにあった。"));
    day.call("finding.withdraw_check", json!({ "id": finding, "reason": " " }));
    day.call("finding.withdraw_check", json!({ "id": finding, "reason": "場所を書き直すため" }));
    day.call("finding.discard", json!({ "id": finding }));
    day.call("finding.send_check", send("2026-11-20"));
    day.call("finding.record_view", view("partly_disputed", "施錠はしていた。"));
    day.call("finding.confirm", json!({ "id": finding, "reply": "" }));
    day.call("finding.confirm", json!({ "id": finding, "reply": "鍵の場所を確かめた。" }));
}

/// Other departments are asked whether they have the same.
pub(super) fn spread(day: &mut Record, finding: &str) {
    let department = json!({ "id": null, "name": "税務課", "kana": "ぜいむか", "closed_on": null });
    let other = day.id("department.save", department);
    day.call("horizontal.candidates", json!({ "id": finding }));
    let need = |need: &str| json!({ "finding": finding, "need": need });
    day.call("horizontal.set_need", need("not_needed"));
    let ask = |departments: Value, due: Value| {
        json!({ "finding": finding, "departments": departments, "asked_on": "2026-11-21", "due_on": due,
        "question": "鍵が施錠した場所にあるか。" })
    };
    day.call("horizontal.ask", ask(json!([other]), Value::Null));
    day.call("horizontal.ask", ask(json!([other]), json!("2026-12-18")));
    day.call("horizontal.ask", ask(json!([other]), json!("2026-12-18")));
    day.call("horizontal.set_need", need("undecided"));
    let listed = day.call("horizontal.list", json!({}));
    let id = listed[0]["id"].clone();
    let answer = |result: &str, text: &str| json!({ "id": id, "result": result, "answer": text, "answered_by": "税務課長", "answered_on": "2026-11-21" });
    day.call("horizontal.answer", answer("clear", " "));
    day.call("horizontal.answer", answer("clear", "鍵箱にある。"));
    day.call("horizontal.ask_again", json!({ "id": id, "reason": "予備の鍵を見ていない。" }));
    day.call("horizontal.answer", answer("same", "予備の鍵が机にあった。"));
    day.call("horizontal.settle", json!({ "id": id }));
    day.call("horizontal.make_finding", json!({ "id": id }));
    day.call("horizontal.settle", json!({ "id": id }));
    let clean =
        day.id("department.save", json!({ "id": null, "name": "福祉課", "kana": "ふくしか", "closed_on": null }));
    day.call("horizontal.ask", ask(json!([clean]), json!("2026-12-18")));
    let listed = day.office.call("horizontal.list", json!({}));
    let id = listed.as_array().unwrap().iter().find(|row| row["department"] == clean.as_str()).unwrap()["id"].clone();
    let answer = json!({ "id": id, "result": "clear", "answer": "鍵箱にある。", "answered_by": "福祉課長",
        "answered_on": "2026-11-21" });
    day.call("horizontal.answer", answer);
    day.call("horizontal.settle", json!({ "id": id }));
    day.call("post.list", json!({}));
}

/// The completion is reported: the audit has it on the list of what it verifies.
pub(super) fn follow_up(day: &mut Record, finding: &str, audit: &Value) {
    day.call("follow_up.list", json!({ "id": audit }));
    day.call("follow_up.audits", json!({ "id": finding }));
}
