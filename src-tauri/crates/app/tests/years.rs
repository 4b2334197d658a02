//! Plans of several years and of one: made, filled in, taken through their gate, followed.

use crate::common::Office;
use serde_json::{Value, json};

struct Plans {
    office: Office,
    general: String,
    finance: String,
}

impl Plans {
    fn new() -> Plans {
        let office = Office::created();
        let department = |name: &str| {
            let request = json!({ "id": null, "name": name, "kana": "", "closed_on": null });
            office.call("department.save", request)["output"]["id"].as_str().unwrap().to_owned()
        };
        let (general, finance) = (department("総務課"), department("財政課"));
        Plans { office, general, finance }
    }

    fn hash(&self, pack: &str) -> Value {
        let packs = self.office.call("pack.list", json!({}));
        packs.as_array().unwrap().iter().find(|row| row["pack"] == pack).unwrap()["hash"].clone()
    }

    /// An audit of the first department.
    fn audit(&self) -> String {
        let person = json!({ "id": null, "name": "江口 三郎", "kana": "", "post": "", "department": null,
            "expertise": "", "left_on": null, "roles": ["auditor"] });
        let auditor = self.office.call("person.save", person)["output"]["id"].clone();
        let request = json!({ "id": null, "kind": "audit", "title": "監査", "fiscal_year": 2026,
            "pack_hash": self.hash("hyogo"), "form": "audit", "purpose": "", "method": "", "exclusions": "",
            "from_on": null, "until_on": null, "lead": auditor, "departments": [self.general], "members": [auditor] });
        self.office.call("engagement.save", request)["output"]["id"].as_str().unwrap().to_owned()
    }

    fn request(&self, kind: &str, from: i64, until: i64) -> Value {
        json!({ "id": null, "kind": kind, "title": format!("{kind} {from}"), "from_year": from, "until_year": until,
            "pack_hash": self.hash("hyogo"), "theme": "端末", "policy": "" })
    }

    fn make(&self, kind: &str, from: i64, until: i64) -> String {
        let made = self.office.call("audit_plan.save", self.request(kind, from, until));
        made["output"]["id"].as_str().unwrap().to_owned()
    }

    fn mark(&self, plan: &str, department: &str, years: &[i64], mode: Value) {
        let cells: Vec<Value> = years
            .iter()
            .map(|year| json!({ "department": department, "subject": null, "fiscal_year": year }))
            .collect();
        self.office.call("audit_plan.mark", json!({ "id": plan, "cells": cells, "mode": mode, "note": null }));
    }

    fn step(&self, plan: &str, step: &str, day: Value) -> Value {
        let request = json!({ "id": plan, "step": step, "gate_on": day, "gate_reason": "" });
        self.office.call("audit_plan.step", request)["output"]["id"].clone()
    }

    fn get(&self, plan: &str) -> Value {
        self.office.call("audit_plan.get", json!({ "id": plan }))
    }

    fn target(&self, plan: &str, name: &str) -> Value {
        let plan = self.get(plan);
        plan["targets"].as_array().unwrap().iter().find(|target| target["name"] == name).unwrap().clone()
    }
}

#[test]
fn a_plan_of_three_years_says_whom_it_leaves_out_and_waits_for_its_gate() {
    let plans = Plans::new();
    let plan = plans.make("mid_term", 2026, 2028);
    plans.mark(&plan, &plans.general, &[2026, 2028], json!("on_site"));
    let list = plans.office.call("audit_plan.list", json!({}));
    assert_eq!((&list[0]["entries"], &list[0]["left_out"]), (&json!(2), &json!(1)));
    assert_eq!(plans.target(&plan, "財政課")["left_out"], true);
    plans.mark(&plan, &plans.finance, &[2027], json!("desk"));
    let finance = plans.target(&plan, "財政課");
    assert_eq!((&finance["left_out"], &finance["desk_only"]), (&json!(false), &json!(true)));
    assert_eq!(plans.get(&plan)["steps"], json!(["submit", "abolish"]));

    plans.step(&plan, "submit", Value::Null);
    let cells = json!([{ "department": plans.general, "subject": null, "fiscal_year": 2027 }]);
    let mark = json!({ "id": plan, "cells": cells, "mode": "desk", "note": null });
    assert_eq!(plans.office.refused("audit_plan.mark", mark).code, "plan-not-draft");
    let pass = |day: Value, reason: &str| json!({ "id": plan, "step": "pass", "gate_on": day, "gate_reason": reason });
    assert_eq!(plans.office.refused("audit_plan.step", pass(Value::Null, " ")).code, "gate-missing");
    assert_eq!(plans.office.refused("audit_plan.step", pass(json!("2099-01-01"), "")).code, "date-in-future");
    plans.office.call("audit_plan.step", pass(Value::Null, "年度当初から始めるため"));
    let waiting = plans.get(&plan);
    assert_eq!((&waiting["state"], &waiting["gate_on"]), (&json!("waiting"), &Value::Null), "a reason is no gate");
    plans.office.call("audit_plan.step", pass(json!("2026-11-01"), ""));
    let passed = plans.get(&plan);
    assert_eq!((&passed["state"], &passed["gate_act"]), (&json!("reported"), &json!("report")));
    assert_eq!(passed["gate_reason"], "年度当初から始めるため", "the reason stays on record");
}

#[test]
fn where_a_committee_approves_the_plan_is_approved() {
    let plans = Plans::new();
    let mut request = plans.request("annual", 2026, 2026);
    request["pack_hash"] = plans.hash("yomogita");
    let plan = plans.office.call("audit_plan.save", request)["output"]["id"].as_str().unwrap().to_owned();
    let submit = json!({ "id": plan, "step": "submit", "gate_on": null, "gate_reason": "" });
    assert_eq!(plans.office.refused("audit_plan.step", submit).code, "plan-empty");
    plans.mark(&plan, &plans.general, &[2026], json!("desk"));
    plans.step(&plan, "submit", Value::Null);
    plans.step(&plan, "pass", json!("2026-11-01"));
    let passed = plans.get(&plan);
    assert_eq!((&passed["state"], &passed["gate_to"]), (&json!("approved"), &json!("committee")));
}

#[test]
fn a_plan_of_one_year_is_that_column_and_shows_what_became_of_it() {
    let plans = Plans::new();
    let whole = plans.make("mid_term", 2025, 2027);
    plans.mark(&whole, &plans.general, &[2026], json!("on_site"));
    plans.mark(&whole, &plans.finance, &[2027], json!("desk"));
    let annual = plans.make("annual", 2026, 2026);
    let general = plans.target(&annual, "総務課");
    assert_eq!(
        (&general["cells"][0]["mode"], &general["cells"][0]["mid_term"]),
        (&json!("on_site"), &json!("on_site"))
    );
    assert_eq!(plans.target(&annual, "財政課")["cells"][0]["mode"], Value::Null);
    assert_eq!(plans.get(&annual)["mid_term"]["id"], whole);
    assert_eq!(general["cells"][0]["audits"], json!([]));

    let audit = plans.audit();
    let general = plans.target(&annual, "総務課");
    assert_eq!(general["cells"][0]["audits"][0]["state"], "planned");
    assert_eq!(general["last"], Value::Null, "a planned audit is no audit yet");
    plans.office.call("engagement.start", json!({ "id": audit, "gate_on": "2026-11-01", "gate_reason": "" }));
    let general = plans.target(&annual, "総務課");
    assert_eq!(
        (&general["last"], &general["before"]),
        (&json!(2026), &Value::Null),
        "this year's is not the one before"
    );

    let again = plans.request("annual", 2026, 2026);
    assert_eq!(plans.office.refused("audit_plan.save", again).code, "plan-exists");
    for (years, field) in [((2030, 2029), "until_year"), ((2030, 2045), "until_year"), ((1, 3), "from_year")] {
        let error = plans.office.refused("audit_plan.save", plans.request("mid_term", years.0, years.1));
        assert_eq!(error.field.as_deref(), Some(field), "{years:?}");
    }
}

#[test]
fn a_revision_takes_the_place_of_what_it_revises_only_when_it_has_passed() {
    let plans = Plans::new();
    let first = plans.make("mid_term", 2026, 2028);
    plans.mark(&first, &plans.general, &[2026], json!("on_site"));
    plans.step(&first, "submit", Value::Null);
    plans.step(&first, "pass", json!("2026-11-01"));
    let second = plans.step(&first, "revise", Value::Null).as_str().unwrap().to_owned();
    assert_eq!(plans.get(&first)["state"], "reported");
    assert!(!plans.get(&first)["steps"].as_array().unwrap().contains(&json!("revise")), "one next edition at a time");
    plans.mark(&second, &plans.general, &[2026], Value::Null);
    plans.mark(&second, &plans.general, &[2027], json!("desk"));
    plans.step(&second, "submit", Value::Null);
    plans.step(&second, "pass", json!("2026-11-20"));
    let second = plans.get(&second);
    assert_eq!((&second["edition"], &second["state"]), (&json!(2), &json!("reported")));
    assert_eq!(plans.get(&first)["state"], "revised");
    assert_eq!(plans.target(&first, "総務課")["cells"][0]["mode"], "on_site", "the old edition says what it said");
    let undone = plans
        .office
        .refused("audit_plan.step", json!({ "id": first, "step": "abolish", "gate_on": null, "gate_reason": "" }));
    assert_eq!(undone.code, "plan-step");
}

#[test]
fn what_is_planned_can_be_taken_back_while_it_is_a_draft() {
    let plans = Plans::new();
    let plan = plans.make("mid_term", 2026, 2028);
    plans.mark(&plan, &plans.general, &[2026], json!("on_site"));
    plans.office.call("journal.undo", json!({}));
    assert_eq!(plans.target(&plan, "総務課")["cells"][0]["mode"], Value::Null);
    plans.office.call("journal.redo", json!({}));
    plans.step(&plan, "submit", Value::Null);
    plans.office.call("journal.undo", json!({}));
    assert_eq!(plans.get(&plan)["state"], "draft");
    plans.step(&plan, "abolish", Value::Null);
    assert_eq!(plans.office.call("audit_plan.list", json!({})), json!([]), "a draft goes without a trace");
    assert_eq!(plans.office.call("workspace.verify", json!({ "anchor": null }))["problems"], json!([]));
}

#[test]
fn a_plan_leaves_as_paper_and_as_a_workbook() {
    let plans = Plans::new();
    let plan = plans.make("mid_term", 2026, 2028);
    plans.mark(&plan, &plans.general, &[2026, 2027], json!("on_site"));
    let there = plans.office.path(".");
    for format in ["pdf", "xlsx"] {
        let name = plans.office.call("audit_plan.name", json!({ "id": plan, "format": format }))["name"].clone();
        let request =
            json!({ "id": plan, "format": format, "destination": there, "recipient": "CISO", "basis": "計画の報告" });
        let exported = plans.office.call("audit_plan.export", request);
        assert_eq!(exported["output"]["name"], name);
        assert!(name.as_str().unwrap().contains("_案"), "a draft says so: {name}");
        assert_eq!(exported["output"]["warnings"], json!([]));
    }
    let request = json!({ "id": plan, "format": "pdf", "destination": there, "recipient": "", "basis": "x" });
    assert_eq!(plans.office.refused("audit_plan.export", request).code, "required");
}

/// Writes the plans of the demo to the folder `KANSA_OUT`, to be looked at.
#[test]
fn the_plans_of_the_demo_leave_in_both_languages() {
    let office = Office::demo();
    let out = std::env::var_os("KANSA_OUT").map(std::path::PathBuf::from);
    let destination = out.map_or_else(|| office.path("."), |out| office.app.register_path(out));
    for language in ["ja-JP", "en-US"] {
        office.call("prefs.set", json!({ "language": language, "theme": "system", "density": "standard" }));
        for plan in office.call("audit_plan.list", json!({})).as_array().unwrap() {
            for format in ["pdf", "xlsx"] {
                let request = json!({ "id": plan["id"], "format": format, "destination": destination,
                    "recipient": "CISO", "basis": "計画の報告" });
                let exported = office.call("audit_plan.export", request);
                assert_eq!(exported["output"]["warnings"], json!([]));
                let name = exported["output"]["name"].as_str().unwrap();
                assert!(!name.contains("_案"), "what was reported is no draft: {name}");
            }
        }
    }
}

#[test]
fn a_department_left_out_of_a_plan_in_force_is_a_task() {
    let plans = Plans::new();
    let plan = plans.make("mid_term", 2026, 2028);
    plans.mark(&plan, &plans.general, &[2026], json!("on_site"));
    let task = || {
        let home = plans.office.call("home.get", json!({}));
        let tasks = home["tasks"].as_array().unwrap().clone();
        tasks.into_iter().find(|task| task["kind"] == "department-left-out")
    };
    assert!(task().is_none(), "a draft says so where it is made");
    plans.step(&plan, "submit", Value::Null);
    plans.step(&plan, "pass", json!("2026-11-01"));
    let found = task().unwrap();
    assert!(found["label"].as_str().unwrap().ends_with("財政課"), "{found}");
    assert_eq!(found["route"], format!("/audits/plans/{plan}"));
}

#[test]
fn an_audit_begins_with_what_the_plan_of_the_year_says_of_it() {
    let plans = Plans::new();
    let year = plans.make("annual", 2026, 2026);
    let of = |audit: &str| plans.office.call("engagement_plan.get", json!({ "id": audit }))["fields"].clone();
    assert_eq!(of(&plans.audit())["theme"], "", "what is not planned has nothing to begin with");
    let cells = json!([{ "department": plans.general, "subject": null, "fiscal_year": 2026 }]);
    let request = json!({ "id": year, "cells": cells, "mode": "desk", "note": "昨年度の指摘" });
    plans.office.call("audit_plan.mark", request);
    let begun = of(&plans.audit());
    let said = ["theme", "reason", "manner"].map(|field| begun[field].as_str().unwrap().to_owned());
    assert_eq!(said, ["端末", "昨年度の指摘", "desk"]);
}
