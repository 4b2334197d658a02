//! The part of the day on which several sheets leave as one workbook, and the lists of the office.

use super::Record;
use serde_json::json;

pub(super) fn hand_out(day: &mut Record) {
    let there = day.office.handle(".");
    let audits = day.office.call("engagement.list", json!({ "kind": "audit", "fiscal_year": 2026 }));
    let target = day.office.targets(audits[0]["id"].as_str().unwrap()).remove(0);
    let sheets = |targets: serde_json::Value| json!({ "targets": targets, "destination": there, "recipient": "総務課長", "basis": "点検要領" });
    day.call("forms.export", sheets(json!([target])));
    day.call("forms.export", sheets(json!([])));
    let list = |department: serde_json::Value| json!({ "department": department, "destination": there, "recipient": "総務課長", "basis": "監査要領" });
    day.call("office_list.export", list(json!(null)));
    day.call("office_list.export", list(json!("00000000-0000-0000-0000-000000000000")));
}
