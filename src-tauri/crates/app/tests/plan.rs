//! The plan of an audit through the commands: its fields and rows, the items it asks, its steps, independence, papers on
//! loan, and what leaves.

use crate::common::Office;
use serde_json::{Value, json};

/// An office with two departments and two auditors, one of whom belongs to 総務課.
struct Audit {
    office: Office,
    id: String,
    general: String,
    tied: String,
    free: String,
}

impl Audit {
    fn planned(pack: &str) -> Audit {
        let office = Office::created();
        let department = |name: &str| {
            let request = json!({ "id": null, "name": name, "kana": "", "closed_on": null });
            office.call("department.save", request)["output"]["id"].as_str().unwrap().to_owned()
        };
        let (general, benefits) = (department("総務課"), department("給付課"));
        let person = |name: &str, department: Option<&str>, roles: &[&str]| {
            let request = json!({ "id": null, "name": name, "kana": "", "post": "", "department": department,
                "expertise": "", "left_on": null, "roles": roles });
            office.call("person.save", request)["output"]["id"].as_str().unwrap().to_owned()
        };
        let (tied, free) = (person("佐藤", Some(&general), &["auditor"]), person("田村", None, &["auditor"]));
        let request = json!({ "id": null, "kind": "audit", "title": "定期監査", "fiscal_year": 2026,
            "pack_hash": office.pack(pack)["hash"], "form": "audit", "purpose": "", "method": "", "exclusions": "",
            "from_on": "2026-11-01", "until_on": "2026-12-20", "lead": free, "departments": [general, benefits],
            "members": [tied, free] });
        let id = office.call("engagement.save", request)["output"]["id"].as_str().unwrap().to_owned();
        Audit { office, id, general, tied, free }
    }

    fn targets(&self) -> Vec<String> {
        let detail = self.office.call("engagement.get", json!({ "id": self.id }));
        detail["targets"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    }

    fn start(&self) -> Value {
        json!({ "id": self.id, "gate_on": "2026-11-02", "gate_reason": "" })
    }

    fn state(&self) -> String {
        let detail = self.office.call("engagement.get", json!({ "id": self.id }));
        detail["state"].as_str().unwrap().to_owned()
    }

    fn recuse(&self, person: &str, recused: bool) {
        let target = self.targets().remove(0);
        self.office.call("recusal.set", json!({ "target": target, "person": person, "recused": recused }));
    }

    fn loan(&self, manner: &str, due: Option<&str>) -> Value {
        json!({ "id": null, "engagement": self.id, "target": null, "name": "貸出簿", "manner": manner, "lender": "松本",
            "permission": "総務課長", "received_on": "2026-11-01", "due_on": due, "returned_on": null, "note": "" })
    }
}

#[test]
fn an_old_request_without_subjects_still_plans_an_audit() {
    let audit = Audit::planned("hyogo");
    let plan = audit.office.call("engagement_plan.get", json!({ "id": audit.id }));
    assert_eq!(plan["fields"]["assurance"], "advisory");
    assert_eq!(plan["fields"]["manner"], "on_site");
    assert!(!plan["standard_recipient"].as_str().unwrap().is_empty());
}

#[test]
fn fields_days_and_documents_are_written_and_taken_back() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    let mut fields = office.call("engagement_plan.get", json!({ "id": audit.id }))["fields"].clone();
    fields["theme"] = json!(" 端末の管理 ");
    fields["occasion"] = json!("special");
    fields["period_from"] = json!("2026-04-01");
    fields["period_until"] = json!("2026-03-31");
    assert_eq!(office.refused("engagement_plan.save", fields.clone()).field.as_deref(), Some("period_until"));
    fields["period_until"] = json!("2026-10-31");
    office.call("engagement_plan.save", fields);
    let day = |id: Value, from: &str, until: &str| {
        json!({ "id": id, "engagement": audit.id, "held_on": "2026-11-25", "from_time": from, "until_time": until,
            "place": "第2会議室", "what": "質問", "who": "総務課長" })
    };
    let late = office.call("schedule.save", day(Value::Null, "１３：００", "14時"));
    office.call("schedule.save", day(Value::Null, "9:30", ""));
    assert_eq!(office.refused("schedule.save", day(Value::Null, "10:00", "9:00")).code, "until-before-from");
    assert_eq!(office.refused("schedule.save", day(Value::Null, "午後", "")).code, "bad-time");
    let document = json!({ "id": null, "engagement": audit.id, "target": audit.targets()[0], "name": "資産台帳",
        "due_on": "2026-11-20", "received_on": null, "note": "" });
    office.call("document.save", document);
    let plan = office.call("engagement_plan.get", json!({ "id": audit.id }));
    assert_eq!(plan["fields"]["theme"], "端末の管理");
    let times: Vec<&str> =
        plan["schedule"].as_array().unwrap().iter().map(|row| row["from_time"].as_str().unwrap()).collect();
    assert_eq!(times, ["09:30", "13:00"], "in the order of the day");
    assert_eq!(plan["documents"][0]["target_name"], "総務課");
    office.call("schedule.remove", json!({ "id": late["output"]["id"] }));
    office.call("journal.undo", json!({}));
    let plan = office.call("engagement_plan.get", json!({ "id": audit.id }));
    assert_eq!(plan["schedule"].as_array().unwrap().len(), 2, "undo brings it back");
}

#[test]
fn a_document_stays_on_the_list_when_its_target_goes() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    let document = json!({ "id": null, "engagement": audit.id, "target": audit.targets()[0], "name": "資産台帳",
        "due_on": null, "received_on": null, "note": "" });
    office.call("document.save", document);
    audit.recuse(&audit.tied, true);
    let detail = office.call("engagement.get", json!({ "id": audit.id }));
    let mut request = json!({ "departments": [detail["targets"][1]["department"]], "subjects": [],
        "members": detail["members"] });
    for key in [
        "id",
        "kind",
        "title",
        "fiscal_year",
        "pack_hash",
        "form",
        "purpose",
        "method",
        "exclusions",
        "from_on",
        "until_on",
        "lead",
    ] {
        request[key] = detail[key].clone();
    }
    office.call("engagement.save", request);
    let plan = office.call("engagement_plan.get", json!({ "id": audit.id }));
    assert_eq!(plan["documents"][0]["target"], Value::Null);
}

#[test]
fn a_chosen_set_becomes_the_scope_at_once_and_undo_takes_it_back() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    let ask = |words: &str, wanted: usize| {
        let request = json!({ "engagement": audit.id, "topics": [], "words": words, "wanted": wanted });
        office.call("scope.propose", request)
    };
    let proposal = ask("端末、認証", 45);
    let rows = proposal["rows"].as_array().unwrap();
    let proposed: Vec<&Value> = rows.iter().filter(|row| row["proposed"] == true).collect();
    assert_eq!(proposed.len(), 45);
    assert!(proposed.iter().all(|row| !row["why"].as_array().unwrap().is_empty()), "each says why");
    assert!(proposed.iter().all(|row| row["fits"] == true), "none for systems alone");
    assert!(proposed.iter().any(|row| row["why"][0] == "theme"));
    let chosen: Vec<&Value> = proposed.iter().map(|row| &row["item"]).collect();
    let others: Vec<&Value> = rows.iter().filter(|row| row["proposed"] != true).map(|row| &row["item"]).collect();
    let apply = |reason: &str| json!({ "engagement": audit.id, "put_in": chosen, "put_out": others, "reason": reason });
    assert_eq!(office.refused("scope.apply", apply(" ")).field.as_deref(), Some("reason"));
    office.call("scope.apply", apply("今回の重点外"));
    let after = ask("", 45);
    assert_eq!(after["reason"], "今回の重点外");
    let inside =
        |proposal: &Value| proposal["rows"].as_array().unwrap().iter().filter(|row| row["exclusion"].is_null()).count();
    assert_eq!(inside(&after), 45);
    let detail = office.call("engagement.get", json!({ "id": audit.id }));
    assert_eq!(detail["targets"][0]["items"], 45);
    office.call("journal.undo", json!({}));
    assert_eq!(inside(&ask("", 45)), rows.len(), "one step back");
    let unknown = json!({ "engagement": audit.id, "put_in": ["hyogo:0-0"], "put_out": [], "reason": "" });
    assert_eq!(office.refused("scope.apply", unknown).code, "no-such-item");
}

#[test]
fn last_years_verdicts_at_these_targets_speak_for_an_item() {
    let office = Office::demo();
    let audit = office.engagement("audit");
    let request = json!({ "engagement": audit["id"], "topics": [], "words": "", "wanted": 45 });
    let proposal = office.call("scope.propose", request);
    let row = |item: &str| proposal["rows"].as_array().unwrap().iter().find(|row| row["item"] == item).unwrap().clone();
    assert!(row("hyogo:6.4.1-2")["why"].as_array().unwrap().contains(&json!("last_nonconforming")));
    assert!(row("hyogo:4.1-1")["why"].as_array().unwrap().contains(&json!("last_partial")));
}

#[test]
fn an_audit_goes_forward_and_back_and_every_step_leaves_a_trace() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    let to = |state: &str, reason: &str| json!({ "id": audit.id, "to": state, "taken_on": null, "reason": reason });
    office.call("engagement.advance", to("preliminary", ""));
    assert_eq!(office.refused("engagement.advance", to("notified", " ")).field.as_deref(), Some("reason"));
    office.call("engagement.advance", to("notified", "通知を出し直すため"));
    assert_eq!(office.refused("engagement.advance", to("fieldwork", "")).code, "step-other-way");
    assert_eq!(office.refused("engagement.advance", to("drafting", "")).code, "step-over-fieldwork");
    let mut future = to("preliminary", "");
    future["taken_on"] = json!("2027-01-01");
    assert_eq!(office.refused("engagement.advance", future).code, "step-in-future");
    audit.recuse(&audit.tied, true);
    office.call("engagement.start", audit.start());
    assert_eq!(office.refused("engagement.advance", to("preliminary", "x")).code, "step-before-fieldwork");
    office.call("engagement.advance", to("final", ""));
    let target = audit.targets().remove(1);
    let verdict = json!({ "target": target, "items": ["hyogo:4.1-1"], "verdict": "conforming" });
    assert_eq!(office.refused("answer.set", verdict.clone()).code, "engagement-closed");
    office.call("engagement.close", json!({ "id": audit.id }));
    assert_eq!(office.refused("engagement.unlock", json!({ "id": audit.id, "reason": "" })).code, "required");
    office.call("engagement.unlock", json!({ "id": audit.id, "reason": "証拠の取り違えを直すため" }));
    assert_eq!(audit.state(), "wrap_up");
    office.call("answer.set", verdict);
    let steps = office.call("engagement.steps", json!({ "id": audit.id }));
    let trace = steps["trace"].as_array().unwrap();
    let states: Vec<&str> = trace.iter().map(|step| step["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["wrap_up", "closed", "final", "fieldwork", "notified", "preliminary"]);
    assert_eq!(trace[0]["reason"], "証拠の取り違えを直すため");
    assert_eq!(trace[0]["person_name"], "青木 一郎");
}

#[test]
fn a_standard_without_exception_lets_nobody_audit_their_own() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    let refused = office.refused("engagement.start", audit.start());
    assert_eq!((refused.code.as_str(), refused.args["person"].as_str()), ("not-independent", "佐藤"));
    let reason = json!({ "engagement": audit.id, "reason": "ほかにいない" });
    assert_eq!(office.refused("independence.explain", reason).code, "no-escape");
    audit.recuse(&audit.tied, true);
    audit.recuse(&audit.free, true);
    assert_eq!(office.refused("engagement.start", audit.start()).code, "nobody-independent");
    audit.recuse(&audit.free, false);
    office.call("engagement.start", audit.start());
    let table = office.call("independence.get", json!({ "id": audit.id }));
    assert_eq!(table["persons"][0]["lead"], true, "the lead first");
    assert_eq!(table["persons"][1]["standings"], json!(["recused", "independent"]));
    let report = office.call("report.preview", json!({ "fiscal_year": 2026 }));
    assert!(report["independence"].to_string().contains("回避"), "{}", report["independence"]);
}

#[test]
fn who_is_tied_to_a_target_writes_no_verdict_there() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    audit.recuse(&audit.tied, true);
    office.call("engagement.start", audit.start());
    // The user, 青木, comes to 総務課.
    let persons = office.call("person.list", json!({}));
    let me = persons.as_array().unwrap().iter().find(|row| row["name"] == "青木 一郎").unwrap();
    let request = json!({ "id": me["id"], "name": "青木 一郎", "kana": "", "post": "監査室長", "department": audit.general,
        "expertise": "", "left_on": null, "roles": [] });
    office.call("person.save", request);
    let verdict = |target: &str| json!({ "target": target, "items": ["hyogo:4.1-1"], "verdict": "conforming" });
    let targets = audit.targets();
    assert_eq!(office.refused("answer.set", verdict(&targets[0])).code, "not-independent");
    let note = json!({ "target": targets[0], "item": "hyogo:4.1-1", "field": "note", "text": "見た" });
    assert_eq!(office.refused("answer.write", note.clone()).code, "not-independent");
    assert_eq!(office.refused("draft.put", note).code, "not-independent");
    office.call("answer.set", verdict(&targets[1]));
}

/// The audit as `engagement.save` wants it, with what is to be different.
fn changed(audit: &Audit, change: impl FnOnce(&mut Value)) -> Value {
    let mut request = audit.office.call("engagement.get", json!({ "id": audit.id }));
    let departments: Vec<Value> =
        request["targets"].as_array().unwrap().iter().map(|one| one["department"].clone()).collect();
    request["departments"] = json!(departments);
    change(&mut request);
    request
}

#[test]
fn nobody_who_is_tied_comes_in_after_the_start_but_to_stand_back() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    let alone = changed(&audit, |request| request["members"] = json!([audit.free]));
    office.call("engagement.save", alone);
    office.call("engagement.start", audit.start());
    let joins = |recuse: bool| {
        changed(&audit, |request| {
            request["members"] = json!([audit.free, audit.tied]);
            request["recuse"] = json!(recuse);
        })
    };
    let refused = office.refused("engagement.save", joins(false));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("not-independent", Some("members")));
    office.call("engagement.save", joins(true));
    let table = office.call("independence.get", json!({ "id": audit.id }));
    assert_eq!(table["persons"][1]["standings"], json!(["recused", "independent"]));
    office.call("journal.undo", json!({}));
    let table = office.call("independence.get", json!({ "id": audit.id }));
    assert_eq!(table["persons"].as_array().unwrap().len(), 1, "one step back takes both");
    // What became so after the start does not stop every other change.
    let moved = json!({ "id": audit.free, "department": audit.general, "post": "主査", "on": "2026-04-01" });
    office.call("person.move", moved);
    office.call("engagement.save", changed(&audit, |request| request["purpose"] = json!("確かめる")));
    let third = json!({ "id": null, "name": "会計課", "kana": "", "closed_on": null });
    let third = office.call("department.save", third)["output"]["id"].clone();
    let moved = json!({ "id": audit.free, "department": third, "post": "主査", "on": "2026-05-01" });
    office.call("person.move", moved);
    let wider = changed(&audit, |request| request["departments"].as_array_mut().unwrap().push(third.clone()));
    let refused = office.refused("engagement.save", wider);
    let said = (refused.code.as_str(), refused.field.as_deref());
    assert_eq!(said, ("not-independent", Some("departments")), "a target that is added");
    let refused = office.refused("engagement.save", changed(&audit, |request| request["lead"] = json!(audit.tied)));
    assert_eq!(refused.field.as_deref(), Some("lead"), "who leads without being in the team");
}

#[test]
fn who_was_there_or_stands_in_for_the_head_is_shown() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    let left = |until: &str| {
        json!({ "id": null, "person": audit.free, "department": audit.general, "post": "主査", "from_on": null,
            "until_on": until })
    };
    office.call("posting.save", left("2024-03-31"));
    let standing = || {
        let table = office.call("independence.get", json!({ "id": audit.id }));
        (table["persons"][0]["standings"][0].clone(), table["persons"][0]["bonds"][0].clone())
    };
    assert_eq!(standing(), (json!("independent"), Value::Null));
    office.call("posting.save", left("2026-03-31"));
    assert_eq!(standing(), (json!("past"), json!("belongs")));
    audit.recuse(&audit.tied, true);
    office.call("engagement.start", audit.start());
    let verdict = json!({ "target": audit.targets()[0], "items": ["hyogo:4.1-1"], "verdict": "conforming" });
    office.call("answer.set", verdict);
    let report = office.call("report.preview", json!({ "fiscal_year": 2026 }));
    assert!(report["independence"].to_string().contains("過去の在籍"), "{}", report["independence"]);
    let role = json!({ "id": null, "role": "info_manager", "person": audit.tied, "department": audit.general,
        "from_on": "2026-04-01", "until_on": null, "deputy": audit.free });
    office.call("role.save", role);
    assert_eq!(standing(), (json!("tied"), json!("stands_in")));
}

#[test]
fn what_was_being_typed_waits_for_somebody_who_may_write_it() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    audit.recuse(&audit.tied, true);
    office.call("engagement.start", audit.start());
    let target = audit.targets()[0].clone();
    let draft =
        |field: &str, text: &str| json!({ "target": target, "item": "hyogo:4.1-1", "field": field, "text": text });
    office.call("draft.put", draft("note", "台帳を見た。"));
    office.call("draft.put", draft("witness", "係長"));
    // 青木 comes to the department that is audited, and opens the workspace again.
    let persons = office.call("person.list", json!({}));
    let me = persons.as_array().unwrap().iter().find(|row| row["name"] == "青木 一郎").unwrap();
    let sits_in = |department: Value| {
        json!({ "id": me["id"], "name": "青木 一郎", "kana": "", "post": "監査室長", "department": department,
            "expertise": "", "left_on": null, "roles": [] })
    };
    let again = || {
        office.call("workspace.lock", json!({}));
        office.call("workspace.unlock", json!({ "login": "aoki", "passphrase": "若葉の監査2026" }))
    };
    let row = || {
        let grid = office.call("grid.get", json!({ "target": target }));
        grid["rows"].as_array().unwrap().iter().find(|row| row["item"] == "hyogo:4.1-1").unwrap().clone()
    };
    office.call("person.save", sits_in(json!(audit.general)));
    for _ in 0..2 {
        assert_eq!(again()["workspace"]["recovered"], 0);
        let row = row();
        assert_eq!((&row["answer"], &row["held"][0]["text"]), (&Value::Null, &json!("台帳を見た。")));
        assert_eq!((&row["held"][0]["by"], &row["held"][1]["field"]), (&json!("青木 一郎"), &json!("witness")));
    }
    // Who may write takes it over by opening the workspace, and sees it marked.
    office.call("person.save", sits_in(Value::Null));
    assert_eq!(again()["workspace"]["recovered"], 2, "one for each field");
    let row = row();
    assert_eq!((&row["answer"]["note"], &row["answer"]["recovered"]), (&json!("台帳を見た。"), &json!(true)));
    assert_eq!(row["held"], json!([]));
}

#[test]
fn a_standard_with_an_exception_wants_the_reason_and_the_report_prints_both_clauses() {
    let audit = Audit::planned("yomogita");
    let office = &audit.office;
    assert_eq!(office.refused("engagement.start", audit.start()).code, "independence-reason-missing");
    let reason = "村に監査できる者がほかにいないため";
    office.call("independence.explain", json!({ "engagement": audit.id, "reason": reason }));
    office.call("engagement.start", audit.start());
    let report = office.call("report.preview", json!({ "fiscal_year": 2026 }));
    let lines = report["independence"].to_string();
    for part in [reason, "1(8)②", "9(2)①"] {
        assert!(lines.contains(part), "{part} in {lines}");
    }
}

#[test]
fn what_nobody_could_audit_is_marked_and_every_report_says_so() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    let target = audit.targets().remove(0);
    let mark = |reason: Value| json!({ "target": target, "reason": reason });
    assert_eq!(office.refused("unaudited.set", mark(json!(" "))).code, "required");
    office.call("unaudited.set", mark(json!("外部の監査人を頼めなかったため")));
    office.call("engagement.start", audit.start());
    let verdict = json!({ "target": target, "items": ["hyogo:4.1-1"], "verdict": "conforming" });
    assert_eq!(office.refused("answer.set", verdict.clone()).code, "target-unaudited");
    let report = office.call("report.preview", json!({ "fiscal_year": 2026 }));
    assert!(report["not_looked_at"].to_string().contains("監査未実施（独立者なし）"));
    office.call("unaudited.set", mark(Value::Null));
    office.call("answer.set", verdict);
    assert_eq!(office.refused("unaudited.set", mark(json!("後から"))).code, "target-was-audited");
}

#[test]
fn an_author_who_is_also_the_recipient_is_named() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    let request = json!({ "id": audit.free, "name": "田村", "kana": "", "post": "事務局次長", "department": null,
        "expertise": "", "left_on": null, "roles": ["audit_head"] });
    office.call("person.save", request);
    let table = office.call("independence.get", json!({ "id": audit.id }));
    assert_eq!(table["both"], json!(["田村"]), "the deputy of the CISO leads the audit");
}

#[test]
fn a_paper_on_loan_keeps_the_audit_open_and_is_asked_for_when_it_is_late() {
    let audit = Audit::planned("hyogo");
    let office = &audit.office;
    audit.recuse(&audit.tied, true);
    office.call("engagement.start", audit.start());
    let mut wrong = audit.loan("borrowed", Some("2026-10-01"));
    assert_eq!(office.refused("loan.save", wrong.clone()).code, "loan-before-received");
    wrong["due_on"] = json!("2026-11-15");
    let id = office.call("loan.save", wrong.clone())["output"]["id"].clone();
    office.call("loan.save", audit.loan("copied", None));
    let refused = office.refused("engagement.close", json!({ "id": audit.id }));
    assert_eq!((refused.code.as_str(), refused.args["count"].as_str()), ("papers-on-loan", "1"), "a copy stays");
    let home = office.call("home.get", json!({}));
    let task = home["tasks"].as_array().unwrap().iter().find(|task| task["kind"] == "loan-overdue").unwrap();
    assert_eq!((task["days_late"].as_i64(), task["label"].as_str()), (Some(6), Some("貸出簿")));
    wrong["id"] = id;
    wrong["returned_on"] = json!("2026-11-21");
    office.call("loan.save", wrong);
    office.call("engagement.close", json!({ "id": audit.id }));
    assert_eq!(office.refused("loan.save", audit.loan("copied", None)).code, "engagement-closed");
    assert_eq!(office.refused("journal.undo", json!({})).code, "engagement-closed", "what is locked stays");
}

#[test]
fn every_paper_leaves_with_its_class_and_its_line_in_the_register() {
    let office = Office::demo();
    let audit = office.engagement("audit");
    let out = |paper: &str, target: Value, format: &str| {
        let paper = json!({ "engagement": audit["id"], "paper": paper, "target": target, "format": format });
        json!({ "paper": paper, "destination": office.path("."), "recipient": "総務課長", "basis": "監査要領" })
    };
    let target = &audit["targets"][0]["id"];
    for (paper, target, format) in [
        ("plan", Value::Null, "pdf"),
        ("notice", target.clone(), "pdf"),
        ("notice", target.clone(), "xlsx"),
        ("notice", Value::Null, "pdf"),
        ("documents", target.clone(), "pdf"),
        ("documents", Value::Null, "xlsx"),
        ("loans", Value::Null, "pdf"),
    ] {
        let exported = office.call("plan_paper.export", out(paper, target, format))["output"].clone();
        let name = exported["name"].as_str().unwrap();
        assert!(name.starts_with("【機密性1】") && name.ends_with(format), "{name}");
        assert_eq!(exported["warnings"], json!([]), "{name} has all its characters");
        let bytes = std::fs::read(office.folder.path().join(name)).unwrap();
        if let Ok(keep) = std::env::var("KANSA_KEEP_PAPERS") {
            std::fs::write(std::path::Path::new(&keep).join(name), &bytes).unwrap();
        }
        assert!(bytes.starts_with(if format == "pdf" { b"%PDF" } else { b"PK\x03\x04" }));
    }
    let refused = office.refused("plan_paper.export", out("plan", Value::Null, "xlsx"));
    assert_eq!(refused.field.as_deref(), Some("format"));
    assert_eq!(office.refused("plan_paper.export", out("poem", Value::Null, "pdf")).code, "bad-request");
    let register = office.call("release.list", json!({}));
    assert_eq!(register.as_array().unwrap().iter().filter(|row| row["kind"] == "notice-pdf").count(), 2);
}
