//! The office over the years: names, posts and roles that change, and the plans of several years and of one.

use super::Record;
use serde_json::{Value, json};

pub(super) fn organisation(day: &mut Record) {
    past(day);
    plans(day);
    import(day);
}

fn first(day: &Record, list: &str) -> Value {
    day.office.call(list, json!({}))[0]["id"].clone()
}

fn past(day: &mut Record) {
    let department = first(day, "department.list");
    let rename = |name: &str, on: &str| json!({ "id": department, "name": name, "on": on });
    day.call("department.rename", rename("総務企画課", "2026-12-01"));
    day.call("department.rename", rename("総務課", "2026-04-01"));
    day.call("department.rename", rename("総務企画課", "2026-04-01"));
    let former = |name: &str| json!({ "id": null, "department": department, "name": name, "until_on": "2010-03-31" });
    let mistake = day.id("former_name.save", former("庶務課"));
    day.call("former_name.save", former("庶務課"));
    day.call("former_name.delete", json!({ "id": mistake }));
    let persons = day.office.call("person.list", json!({}));
    let person = |name: &str| persons.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()["id"].clone();
    let (head, auditor) = (person("上田 次郎"), person("江口 三郎"));
    let moved = |post: &str, on: &str| json!({ "id": head, "department": department, "post": post, "on": on });
    day.call("person.move", moved("課長", "2026-10-01"));
    day.call("person.move", moved("参事", "2026-10-01"));
    let posting = |until: &str| json!({ "id": null, "person": head, "department": null, "post": "主査", "from_on": "2020-04-01", "until_on": until });
    day.call("posting.save", posting("2019-03-31"));
    let mistake = day.id("posting.save", posting("2021-03-31"));
    day.call("posting.list", json!({ "id": head }));
    day.call("posting.delete", json!({ "id": mistake }));
    day.call("department.history", json!({ "id": department }));
    let role = |deputy: &Value| {
        json!({ "id": null, "role": "system_manager", "person": head, "department": null, "from_on": "2026-04-01",
            "until_on": null, "deputy": deputy })
    };
    day.call("role.save", role(&head));
    let held = day.id("role.save", role(&auditor));
    day.call("role.save", role(&auditor));
    day.call("role.list", json!({}));
    day.call("role.delete", json!({ "id": held }));
}

fn plans(day: &mut Record) {
    let department = first(day, "department.list");
    let packs = day.office.call("pack.list", json!({}));
    let hash = packs.as_array().unwrap().iter().find(|row| row["pack"] == "hyogo").unwrap()["hash"].clone();
    let save = |kind: &str, from: i64, until: i64| {
        json!({ "id": null, "kind": kind, "title": format!("監査計画 {from}"), "from_year": from, "until_year": until,
            "pack_hash": hash, "theme": "端末", "policy": "" })
    };
    day.call("audit_plan.save", save("mid_term", 2026, 2025));
    let whole = day.id("audit_plan.save", save("mid_term", 2025, 2027));
    let mark = |year: i64| {
        json!({ "id": whole, "cells": [{ "department": department, "subject": null, "fiscal_year": year }],
            "mode": "on_site", "note": "前回の指摘を見る" })
    };
    day.call("audit_plan.mark", mark(2030));
    day.call("audit_plan.mark", mark(2026));
    let annual = day.id("audit_plan.save", save("annual", 2026, 2026));
    let step = |step: &str, gate_on: Option<&str>| json!({ "id": annual, "step": step, "gate_on": gate_on, "gate_reason": "" });
    day.call("audit_plan.step", step("pass", Some("2026-11-01")));
    day.call("audit_plan.step", step("submit", None));
    day.call("audit_plan.step", step("pass", Some("2026-11-01")));
    day.call("audit_plan.list", json!({}));
    day.call("audit_plan.get", json!({ "id": annual }));
    day.call("audit_plan.name", json!({ "id": annual, "format": "pdf" }));
    let there = day.office.handle(".");
    let export = |format: &str| json!({ "id": annual, "format": format, "destination": there, "recipient": "CISO", "basis": "計画の報告" });
    day.call("audit_plan.export", export("docx"));
    day.call("audit_plan.export", export("xlsx"));
}

/// Lists of the office that come from outside; a list in CSV is the plainest there is.
fn import(day: &mut Record) {
    let list =
        "所属,氏名,職名,役割\n総務部総務企画課,高橋 誠,係長,情報管理者\n,松本 亮,主事,消防団\n広報課,木村 明,,\n";
    let handle = day.office.app.put("名簿.csv", list.as_bytes().to_vec());
    let preview = day.call("office_import.read", json!({ "handle": handle }));
    let other = day.office.app.put("空.csv", b"a,b\n1,2\n".to_vec());
    day.call("office_import.read", json!({ "handle": other }));
    let token = &preview["output"]["token"];
    let meant = &preview["output"]["questions"][0]["candidates"][0]["id"];
    let sheet = preview["output"]["rows"][0]["sheet"].as_str().unwrap();
    let mut decisions = json!({ "総務部総務企画課": meant });
    decisions[format!("blank:{sheet}")] = json!("above");
    day.call("office_import.decide", json!({ "token": token, "decisions": decisions }));
    day.call("office_import.commit", json!({ "token": token, "skip": [], "on": "2026-04-01" }));
    day.call("office_import.commit", json!({ "token": token, "skip": [], "on": "2026-04-01" }));
    let there = day.office.handle(".");
    day.call("office_import.template", json!({ "destination": there }));
}
