//! Views over what is open: days, reminders, what goes over with a post, and tables as files.

use crate::common::Office;
use serde_json::{Value, json};
use std::fs;

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

#[test]
fn what_is_late_is_reminded_of_and_goes_over_with_its_post() {
    let office = Office::demo();
    let due = office.call("due.list", json!({}));
    let days: Vec<&str> = list(&due).iter().map(|row| row["due_on"].as_str().unwrap()).collect();
    assert!(days.windows(2).all(|two| two[0] <= two[1]) && days.len() > 3, "{days:?}");
    let mut names: Vec<String> = list(&due).iter().map(|row| format!("{} {}", row["kind"], row["id"])).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), days.len(), "nothing stands there twice");

    for kind in ["exception_end", "exception_review", "exception_report"] {
        let rows: Vec<&Value> = list(&due).iter().filter(|row| row["kind"] == kind).collect();
        assert!(!rows.is_empty(), "{kind}");
        assert!(rows.iter().all(|row| row["route"].as_str().unwrap().starts_with("/exceptions/")), "{rows:?}");
    }
    let departments = office.call("due.departments", json!({}));
    let late = list(&departments).iter().find(|one| one["late"].as_i64().unwrap() > 0).unwrap();
    let rows = list(&late["rows"]);
    assert!(rows.iter().all(|row| row["remindable"] == true && row["days_late"].as_i64().unwrap() >= -14));
    let mut export = json!({ "departments": [late["department"]], "only_late": true, "until_on": "2026-11-30", "contact": "",
        "note": "内線21", "format": "pdf", "destination": office.path("."), "basis": "監査実施要領" });
    let made = office.call("due.export", export.clone());
    let releases = office.call("release.list", json!({}));
    assert_eq!(list(&releases)[0]["recipient"], late["recipient"], "the register says who got it");
    assert!(
        fs::read(office.folder.path().join(made["output"]["name"].as_str().unwrap())).unwrap().starts_with(b"%PDF")
    );
    let again = office.call("due.departments", json!({}));
    let reminded = list(&again).iter().find(|one| one["department"] == late["department"]).unwrap();
    assert_eq!((&late["reminded_on"], &late["reminded"]), (&Value::Null, &json!(0)));
    assert_eq!((&reminded["reminded_on"], &reminded["reminded"]), (&json!("2026-11-21"), &json!(1)));
    assert!(list(&again).iter().all(|one| one["reminded"] == json!(0) || one["department"] == late["department"]));
    export["until_on"] = json!("2026-11-20");
    assert_eq!(office.refused("due.export", export.clone()).field.as_deref(), Some("until_on"));
    export["until_on"] = Value::Null;
    export["departments"] = json!([]);
    assert_eq!(office.refused("due.export", export).code, "due-nothing");

    let posts = office.call("handover.list", json!({}));
    let busy = list(&posts).iter().find(|one| one["open"].as_i64().unwrap() > 0).unwrap();
    let post = json!({ "department": busy["post"]["department"], "post": busy["post"]["post"] });
    let handover = office.call("handover.get", post.clone());
    assert_eq!(list(&handover["own"]).len(), usize::try_from(busy["open"].as_i64().unwrap()).unwrap());
    let own: Vec<&Value> = list(&handover["own"]).iter().map(|row| &row["id"]).collect();
    assert!(list(&handover["of_department"]).iter().all(|row| row["finding"].is_null() || !own.contains(&&row["id"])));
    for format in ["pdf", "xlsx"] {
        let export = json!({ "post": post, "format": format, "destination": office.path("."), "recipient": "後任", "basis": "事務引継" });
        office.call("handover.export", export);
    }
}

#[test]
fn a_table_leaves_as_it_is_seen() {
    let office = Office::created();
    let export = |rows: Value, format: &str| {
        json!({ "title": "一覧/表", "chosen": "", "columns": [{ "heading": "件名", "kind": "text" }, { "heading": "期限", "kind": "date" }],
            "rows": rows, "format": format, "destination": office.path("."), "recipient": "CISO", "basis": "要領" })
    };
    // Rows too short or too long, texts that look like formulas, days that are none.
    let rows = json!([["=cmd|' /C calc'!A0"], ["一", "2026-11-21", "余り"], [], [null, "年度末"]]);
    for format in ["xlsx", "csv", "pdf"] {
        let made = office.call("table.export", export(rows.clone(), format));
        assert!(made["output"]["size"].as_i64().unwrap() > 30);
        assert!(made["output"]["name"].as_str().unwrap().contains("一覧_表"));
    }
    office.call("table.export", export(json!([]), "xlsx"));
    assert_eq!(office.refused("table.export", export(json!([]), "doc")).code, "bad-request");
}

#[test]
fn a_view_under_a_name_that_is_there_takes_its_place() {
    let office = Office::created();
    let save = |name: &str, params: &str| json!({ "screen": "findings", "name": name, "params": params });
    let first = office.call("view.save", save(" 未完了 ", "open=1"))["output"]["id"].clone();
    assert_eq!(office.call("view.save", save("未完了", "open=1&group=state"))["output"]["id"], first);
    let views = office.call("view.list", json!({ "screen": "findings" }));
    assert_eq!(views, json!([{ "id": first, "name": "未完了", "params": "open=1&group=state" }]));
    assert_eq!(office.refused("view.save", save("", "")).field.as_deref(), Some("name"));
    assert_eq!(office.refused("view.save", save(&"長".repeat(41), "")).code, "text-too-long");
    office.call("view.delete", json!({ "id": first }));
    assert_eq!(office.call("view.list", json!({ "screen": "findings" })), json!([]));
}
