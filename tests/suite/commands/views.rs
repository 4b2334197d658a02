//! The part of the day on which what is open is looked at, saved as a view and handed out.

use super::Record;
use serde_json::json;

pub(super) fn look(day: &mut Record, department: &str) {
    let save = |name: &str| json!({ "screen": "findings", "name": name, "params": "late=1&group=department" });
    day.call("view.save", save(" "));
    let view = day.id("view.save", save("期限を過ぎたもの"));
    day.call("view.save", save("期限を過ぎたもの"));
    day.call("view.list", json!({ "screen": "findings" }));
    day.call("view.delete", json!({ "id": view }));
    day.call("view.delete", json!({ "id": view }));
    let out = day.office.handle(".");
    day.call("table.name", json!({ "title": "指摘・改善", "format": "xlsx" }));
    let table = |columns: serde_json::Value, format: &str| {
        json!({ "title": "指摘・改善", "chosen": "期限超過", "columns": columns,
            "rows": [["=1+1", "3", "2026-11-21"], [null, "多い", "随時"]],
            "format": format, "destination": out, "recipient": "CISO", "basis": "監査要領" })
    };
    let columns = || json!([{ "heading": "件名", "kind": "text" }, { "heading": "件数", "kind": "number" }, { "heading": "期限", "kind": "date" }]);
    day.call("table.export", table(columns(), "xlsx"));
    day.call("table.export", table(columns(), "pdf"));
    day.call("table.export", table(json!([]), "xlsx"));
    day.call("table.export", table(columns(), "doc"));
    day.call("due.list", json!({}));
    day.call("due.departments", json!({}));
    let due = |departments: serde_json::Value, format: &str| {
        json!({ "departments": departments, "only_late": false, "until_on": null, "contact": "", "note": "",
            "format": format, "destination": out, "basis": "監査要領" })
    };
    day.call("due.export", due(json!([department]), "pdf"));
    day.call("due.export", due(json!([department]), "xlsx"));
    day.call("due.export", due(json!([]), "pdf"));
    day.call("handover.list", json!({}));
    let post = json!({ "department": department, "post": "総務課長" });
    day.call("handover.get", json!({ "department": department, "post": "総務課長" }));
    day.call("handover.get", json!({ "department": department, "post": " " }));
    day.call("handover.name", json!({ "post": post, "format": "pdf" }));
    for format in ["pdf", "xlsx"] {
        let export =
            json!({ "post": post, "format": format, "destination": out, "recipient": "後任", "basis": "事務引継" });
        day.call("handover.export", export);
    }
}
