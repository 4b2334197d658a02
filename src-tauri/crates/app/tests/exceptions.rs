//! Exceptions to the standard from their application to their end, and proposals to change it.

use crate::common::Office;
use serde_json::{Value, json};

/// An office under one of the standards, with a person in every role that matters.
struct World {
    office: Office,
    department: String,
    other: String,
    /// 情報管理者 of the department.
    head: String,
    /// Holds both the applicant's and the approver's role.
    both: String,
    ciso: String,
    /// May permit what is minor, where the standard knows that.
    second: String,
    staff: String,
    hash: Value,
}

impl World {
    fn under(pack: &str) -> World {
        let office = Office::created();
        let department = |name: &str| {
            let request = json!({ "id": null, "name": name, "kana": "", "closed_on": null });
            office.call("department.save", request)["output"]["id"].as_str().unwrap().to_owned()
        };
        let (general, welfare) = (department("総務課"), department("福祉課"));
        let person = |name: &str, department: Option<&str>, roles: &[&str]| {
            let request = json!({ "id": null, "name": name, "kana": "", "post": "課長", "department": department,
                "expertise": "", "left_on": null, "roles": roles, "affiliation": "" });
            office.call("person.save", request)["output"]["id"].as_str().unwrap().to_owned()
        };
        let hash = office.pack(pack)["hash"].clone();
        World {
            head: person("上田 次郎", Some(&general), &["info_manager"]),
            both: person("岡田 四郎", Some(&general), &["info_manager", "ciso"]),
            ciso: person("井上 花子", None, &["ciso"]),
            second: person("遠藤 五郎", None, &["general_manager", "security_manager"]),
            staff: person("木村 六子", Some(&general), &["staff"]),
            department: general,
            other: welfare,
            office,
            hash,
        }
    }

    /// A draft that says everything.
    fn draft(&self, clause: &str, from: &str, until: &str) -> String {
        let start = json!({ "pack_hash": self.hash, "finding": null, "target": null, "item": null });
        let id = self.office.call("exception.start", start)["output"]["id"].as_str().unwrap().to_owned();
        self.office.call("exception.save", self.written(&id, clause, from, until));
        id
    }

    fn written(&self, id: &str, clause: &str, from: &str, until: &str) -> Value {
        json!({ "id": id, "title": "共用端末での二要素認証の省略", "pack_hash": self.hash,
            "department": self.department, "subject": null, "manner": "other_method",
            "points": [{ "clause": clause, "item": null }], "reason": "端末の更新が年度末になるため", "risk": "なりすまし",
            "measure": "利用簿で確かめる", "assets": "共用端末 2台", "class_level": "2", "applicant": self.head,
            "from_on": from, "until_on": until })
    }

    fn submitted(&self, clause: &str, from: &str, until: &str) -> String {
        let id = self.draft(clause, from, until);
        self.office.call("exception.submit", json!({ "id": id, "applied_on": "2026-11-01" }));
        id
    }

    fn decision(&self, id: &str, result: &str, approver: &str) -> Value {
        json!({ "id": id, "result": result, "decided_on": "2026-11-02", "approver": approver, "opinion": "やむを得ない",
            "conditions": "利用簿を毎月確かめる", "review_on": "2026-12-25", "escape_reason": "" })
    }

    fn permitted(&self, clause: &str, from: &str, until: &str) -> String {
        let id = self.submitted(clause, from, until);
        self.office.call("exception.decide", self.decision(&id, "permitted", &self.ciso));
        id
    }

    fn get(&self, id: &str) -> Value {
        self.office.call("exception.get", json!({ "id": id }))
    }

    fn standing(&self, id: &str) -> Value {
        self.get(id)["row"]["standing"].clone()
    }

    fn refused(&self, name: &str, request: Value) -> (String, String) {
        let error = self.office.refused(name, request);
        (error.code, error.field.unwrap_or_default())
    }

    fn clause(&self) -> String {
        let pack = self.office.call("pack.get", json!({ "hash": self.hash }));
        pack["pack"]["items"][0]["clause"].as_str().unwrap().to_owned()
    }

    fn tasks(&self) -> Vec<String> {
        let home = self.office.call("home.get", json!({}));
        let tasks = home["tasks"].as_array().unwrap().iter().map(|task| task["kind"].as_str().unwrap().to_owned());
        tasks.filter(|kind| kind.starts_with("exception")).collect()
    }
}

fn pair(code: &str, field: &str) -> (String, String) {
    (code.to_owned(), field.to_owned())
}

#[test]
fn an_application_says_at_its_field_what_it_lacks_and_gets_its_number_when_it_is_handed_in() {
    let world = World::under("hyogo");
    let start = json!({ "pack_hash": world.hash, "finding": null, "target": null, "item": null });
    let id = world.office.call("exception.start", start)["output"]["id"].as_str().unwrap().to_owned();
    let submit = json!({ "id": id, "applied_on": "2026-11-01" });
    assert_eq!(world.refused("exception.submit", submit.clone()), pair("required", "title"));
    assert_eq!(world.get(&id)["missing"][0], "title");
    let clause = world.clause();
    let mut written = world.written(&id, &clause, "2026-11-10", "2027-03-31");
    for (field, value, refusal) in [
        ("until_on", json!("2026-11-01"), pair("until-before-from", "until_on")),
        ("points", json!([{ "clause": "99.9", "item": null }]), pair("no-such-clause", "points")),
        ("class_level", json!("99"), pair("bad-request", "class_level")),
        ("title", json!("あ".repeat(10_001)), pair("text-too-long", "title")),
    ] {
        let good = written[field].take();
        written[field] = value;
        assert_eq!(world.refused("exception.save", written.clone()), refusal);
        written[field] = good;
    }
    written["applicant"] = json!(world.staff);
    world.office.call("exception.save", written.clone());
    assert_eq!(world.refused("exception.submit", submit.clone()), pair("exception-not-an-applicant", "applicant"));
    written["applicant"] = json!(world.head);
    written["risk"] = json!(" ");
    world.office.call("exception.save", written.clone());
    assert_eq!(world.refused("exception.submit", submit.clone()), pair("required", "risk"));
    world.office.call("exception.save", world.written(&id, &clause, "2026-11-10", "2027-03-31"));
    let future = json!({ "id": id, "applied_on": "2026-11-22" });
    assert_eq!(world.refused("exception.submit", future), pair("exception-day-order", "applied_on"));
    world.office.call("exception.submit", submit);
    let detail = world.get(&id);
    assert_eq!(detail["row"]["number"], "令和8年度-例外-001");
    assert_eq!((&detail["row"]["standing"], &detail["applicant_role"]), (&json!("waiting"), &json!("情報管理者")));
    assert_eq!(world.refused("exception.save", written).0, "exception-not-draft");
    assert_eq!(world.tasks(), ["exception-to-decide"]);
}

#[test]
fn who_decides_follows_the_standard_and_nobody_decides_for_themselves() {
    let world = World::under("hyogo");
    let id = world.submitted(&world.clause(), "2026-11-10", "2027-03-31");
    let decide = |approver: &str| world.decision(&id, "permitted", approver);
    assert_eq!(world.refused("exception.decide", decide(&world.staff)), pair("exception-not-an-approver", "approver"));
    assert_eq!(
        world.refused("exception.decide", decide(&world.second)),
        pair("exception-not-an-approver", "approver"),
        "only what it has judged to be minor"
    );
    let judge = |minor: bool, by: &str| json!({ "id": id, "minor": minor, "judged_on": "2026-11-02", "judged_by": by, "reason": "" });
    assert_eq!(world.refused("exception.judge", judge(true, &world.ciso)), pair("exception-not-a-judge", "judged_by"));
    world.office.call("exception.judge", judge(true, &world.second));
    world.office.call("exception.judge", judge(false, &world.second));
    assert_eq!(world.refused("exception.decide", decide(&world.second)).0, "exception-not-an-approver");
    world.office.call("exception.judge", judge(true, &world.second));
    let mut early = decide(&world.second);
    early["decided_on"] = json!("2026-10-31");
    assert_eq!(world.refused("exception.decide", early), pair("exception-day-order", "decided_on"));
    let mut silent = decide(&world.second);
    silent["opinion"] = json!("　");
    assert_eq!(world.refused("exception.decide", silent), pair("exception-opinion-missing", "opinion"));
    let mut bare = world.decision(&id, "conditional", &world.second);
    bare["conditions"] = json!("");
    assert_eq!(world.refused("exception.decide", bare), pair("exception-conditions-missing", "conditions"));
    world.office.call("exception.decide", decide(&world.second));
    let detail = world.get(&id);
    assert_eq!(detail["decisions"][0]["role"], "情報セキュリティ統括責任者");
    assert_eq!(detail["judgements"].as_array().unwrap().len(), 3, "no judgement is lost");
    assert_eq!(detail["row"]["standing"], "running");
    assert_eq!(world.office.refused("journal.undo", json!({})).code, "changed-since", "a decision is not taken back");

    // The applicant who holds the approver's role too, with the escape of this standard.
    let own = world.draft(&world.clause(), "2027-04-01", "2027-09-30");
    let mut written = world.written(&own, &world.clause(), "2027-04-01", "2027-09-30");
    written["applicant"] = json!(world.both);
    world.office.call("exception.save", written);
    world.office.call("exception.submit", json!({ "id": own, "applied_on": "2026-11-21" }));
    let mut decide = world.decision(&own, "permitted", &world.both);
    decide["decided_on"] = json!("2026-11-21");
    assert_eq!(world.refused("exception.decide", decide.clone()), pair("exception-one-person-reason", "escape_reason"));
    decide["escape_reason"] = json!("ほかに決定できる者が出張中のため");
    world.office.call("exception.decide", decide);
    let detail = world.get(&own);
    assert_eq!((&detail["row"]["escape"], &detail["row"]["standing"]), (&json!(true), &json!("coming")));
}

#[test]
fn where_the_standard_has_no_escape_and_no_minor_exceptions_there_are_none() {
    let world = World::under("kanagawa");
    let id = world.draft(&world.clause(), "2026-11-10", "2027-03-31");
    let mut written = world.written(&id, &world.clause(), "2026-11-10", "2027-03-31");
    written["applicant"] = json!(world.both);
    world.office.call("exception.save", written);
    world.office.call("exception.submit", json!({ "id": id, "applied_on": "2026-11-21" }));
    let judge = json!({ "id": id, "minor": true, "judged_on": "2026-11-21", "judged_by": world.second, "reason": "" });
    assert_eq!(world.refused("exception.judge", judge).0, "exception-no-minor");
    let mut decide = world.decision(&id, "permitted", &world.both);
    decide["escape_reason"] = json!("出張中のため");
    decide["decided_on"] = json!("2026-11-21");
    assert_eq!(world.refused("exception.decide", decide.clone()), pair("exception-one-person", "approver"));
    decide["approver"] = json!(world.ciso);
    world.office.call("exception.decide", decide);
}

#[test]
fn a_standard_that_asks_for_a_regular_look_gets_a_day_for_it() {
    let world = World::under("yomogita");
    let clause = world.clause();
    let id = world.submitted(&clause, "2026-11-05", "2027-03-31");
    let mut decide = world.decision(&id, "permitted", &world.ciso);
    decide["review_on"] = Value::Null;
    assert_eq!(world.refused("exception.decide", decide.clone()), pair("exception-review-missing", "review_on"));
    decide["review_on"] = json!("2026-11-02");
    assert_eq!(world.refused("exception.decide", decide.clone()), pair("exception-review-order", "review_on"));
    decide["review_on"] = json!("2026-11-20");
    world.office.call("exception.decide", decide);
    assert_eq!(world.tasks(), ["exception-to-review"]);
    let mut look = json!({ "id": id, "reviewed_on": "2026-11-20", "reviewer": world.ciso, "result": "continue",
        "note": "利用簿を確かめた", "next_on": null });
    assert_eq!(world.refused("exception.review", look.clone()), pair("exception-review-missing", "next_on"));
    look["next_on"] = json!("2027-02-20");
    world.office.call("exception.review", look);
    assert_eq!(world.get(&id)["row"]["review_on"], "2027-02-20");
    assert!(world.tasks().is_empty());
}

#[test]
fn two_for_the_same_clause_and_department_do_not_overlap() {
    let world = World::under("hyogo");
    let clause = world.clause();
    let first = world.permitted(&clause, "2026-11-10", "2027-03-31");
    let second = world.draft(&clause, "2027-03-31", "2027-09-30");
    let submit = json!({ "id": second, "applied_on": "2026-11-03" });
    let error = world.office.refused("exception.submit", submit.clone());
    assert_eq!((error.code.as_str(), error.field.as_deref()), ("exception-overlaps", Some("points")));
    assert_eq!(error.args["number"], "令和8年度-例外-001");
    let mut elsewhere = world.written(&second, &clause, "2027-03-31", "2027-09-30");
    elsewhere["department"] = json!(world.other);
    world.office.call("exception.save", elsewhere);
    world.office.call("exception.submit", submit);
    // What a redo would bring back is judged like the command.
    world.office.call("journal.undo", json!({}));
    let closed = json!({ "id": world.other, "name": "福祉課", "kana": "", "closed_on": "2026-10-01" });
    world.office.call("department.save", closed);
    let again = json!({ "id": second, "applied_on": "2026-11-03" });
    assert_eq!(world.refused("exception.submit", again), pair("exception-department-closed", "department"));

    // A further period: after the last one, and decided like the first.
    let extend = |from: &str, until: &str| json!({ "id": first, "asked_on": "2026-11-20", "from_on": from, "until_on": until, "reason": "更新が遅れたため" });
    assert_eq!(
        world.refused("exception.extend", extend("2027-03-31", "2027-09-30")),
        pair("exception-period-order", "until_on")
    );
    world.office.call("exception.extend", extend("2027-04-01", "2027-09-30"));
    let mut decide = world.decision(&first, "permitted", &world.ciso);
    assert_eq!(world.refused("exception.decide", decide.clone()), pair("exception-day-order", "decided_on"));
    decide["decided_on"] = json!("2026-11-21");
    world.office.call("exception.decide", decide);
    let detail = world.get(&first);
    assert_eq!(detail["periods"].as_array().unwrap().len(), 2, "the old period is kept");
    assert_eq!(detail["periods"][0]["until_on"], "2027-03-31");
    assert_eq!(detail["row"]["until_on"], "2027-09-30");
}

#[test]
fn an_emergency_is_in_force_at_once_and_owes_its_report() {
    let world = World::under("hyogo");
    let clause = world.clause();
    let id = world.draft(&clause, "2026-12-01", "2026-12-31");
    let late = json!({ "id": id, "carried_out_on": "2026-11-30" });
    assert_eq!(world.refused("exception.carry_out", late), pair("exception-day-order", "carried_out_on"));
    world.office.call("exception.carry_out", json!({ "id": id, "carried_out_on": "2026-11-18" }));
    assert_eq!((world.standing(&id), world.tasks()), (json!("unreported"), vec!["exception-to-report".to_owned()]));
    let end = json!({ "id": id, "ended_on": "2026-11-19", "report": "復旧した" });
    assert_eq!(world.refused("exception.end", end.clone()).0, "exception-wrong-state", "it is reported first");
    let report = |day: &str, text: &str| json!({ "id": id, "reported_on": day, "report": text });
    assert_eq!(
        world.refused("exception.report", report("2026-11-17", "停電")),
        pair("exception-day-order", "reported_on")
    );
    assert_eq!(world.refused("exception.report", report("2026-11-19", " ")), pair("exception-text-missing", "report"));
    world.office.call("exception.report", report("2026-11-19", "停電のため"));
    assert_eq!(world.tasks(), ["exception-to-decide"]);
    world.office.call("exception.end", end);
    let detail = world.get(&id);
    assert_eq!((&detail["row"]["standing"], &detail["carried_out_on"]), (&json!("ended"), &json!("2026-11-18")));
    assert_eq!(detail["periods"][0]["from_on"], "2026-11-18");
}

/// An audit with one item judged, and an exception that covers the item.
fn audit(world: &World) -> (String, String) {
    let person = json!({ "id": null, "name": "江口 三郎", "kana": "", "post": "", "department": null,
        "expertise": "", "left_on": null, "roles": ["auditor"], "affiliation": "" });
    let auditor = world.office.call("person.save", person)["output"]["id"].clone();
    let request = json!({ "id": null, "kind": "audit", "title": "監査", "fiscal_year": 2026, "pack_hash": world.hash,
        "form": "audit", "purpose": "", "method": "", "exclusions": "", "from_on": "2026-11-01", "until_on": null,
        "lead": auditor, "departments": [world.department], "members": [auditor] });
    let audit = world.office.call("engagement.save", request)["output"]["id"].clone();
    let start = json!({ "id": audit, "gate_on": "2026-11-01", "gate_reason": "", "independence_reason": "" });
    world.office.call("engagement.start", start);
    let detail = world.office.call("engagement.get", json!({ "id": audit }));
    let target = detail["targets"][0]["id"].as_str().unwrap().to_owned();
    let grid = world.office.call("grid.get", json!({ "target": target }));
    let item = grid["rows"][0]["item"].as_str().unwrap().to_owned();
    (target, item)
}

#[test]
fn what_a_valid_exception_covers_shows_it_and_nothing_else_does() {
    let world = World::under("hyogo");
    let (target, item) = audit(&world);
    let beside = || {
        let grid = world.office.call("grid.get", json!({ "target": target }));
        let rows = grid["rows"].as_array().unwrap().clone();
        let covered = rows.iter().filter(|row| row["exceptions"] != json!([]));
        covered
            .map(|row| (row["item"].as_str().unwrap().to_owned(), row["exceptions"][0]["until_on"].clone()))
            .collect::<Vec<_>>()
    };
    let start = json!({ "pack_hash": "", "finding": null, "target": target, "item": item });
    let id = world.office.call("exception.start", start)["output"]["id"].as_str().unwrap().to_owned();
    let begun = world.get(&id);
    assert_eq!(begun["points"][0]["item"], item);
    assert_eq!(begun["row"]["department"], world.department);
    let mut written = world.written(&id, "", "2026-11-10", "2027-03-31");
    written["points"] = json!([{ "clause": begun["points"][0]["clause"], "item": item }]);
    world.office.call("exception.save", written);
    world.office.call("exception.submit", json!({ "id": id, "applied_on": "2026-11-01" }));
    assert!(beside().is_empty(), "nobody has permitted it");
    world.office.call("exception.decide", world.decision(&id, "conditional", &world.ciso));
    assert_eq!(beside(), [(item.clone(), json!("2027-03-31"))]);
    world.office.call("exception.end", json!({ "id": id, "ended_on": "2026-11-20", "report": "更新した" }));
    assert!(beside().is_empty(), "it is over");
    let found = world.office.call("search.find", json!({ "text": "共用端末" }));
    assert!(found.as_array().unwrap().iter().any(|hit| hit["route"] == format!("/exceptions/{id}")), "{found}");
}

#[test]
fn a_proposal_goes_from_a_finding_to_its_outcome_and_is_printed_with_what_changes_underlined() {
    let world = World::under("yomogita");
    let (target, item) = audit(&world);
    world.office.call("answer.set", json!({ "target": target, "items": [item], "verdict": "partial" }));
    let finding =
        world.office.call("finding.make", json!({ "target": target, "items": [item] }))["output"]["id"].clone();
    let start = json!({ "pack_hash": "", "finding": finding, "exception": null });
    let id = world.office.call("proposal.start", start)["output"]["id"].as_str().unwrap().to_owned();
    let get = || world.office.call("proposal.get", json!({ "id": id }));
    let begun = get();
    assert_eq!((&begun["row"]["number"], &begun["row"]["source"]), (&json!("令和8年度-見直し-001"), &json!("finding")));
    assert_eq!(begun["decider"], "情報セキュリティ委員会", "this standard reports to the committee");
    let submit = |day: &str| json!({ "id": id, "submitted_on": day });
    assert_eq!(world.refused("proposal.submit", submit("2026-11-20")), pair("required", "proposed"));
    let mut text = json!({ "id": id, "title": "確認の時期を定める", "source": "finding", "source_note": "",
        "pack_hash": begun["pack_hash"], "clause": begun["row"]["clause"], "present": "定期的に確認する。",
        "proposed": "定期的に確認する。", "reason": "時期が決まっていない", "proposer": null });
    world.office.call("proposal.save", text.clone());
    assert_eq!(world.refused("proposal.submit", submit("2026-11-20")), pair("proposal-nothing-changes", "proposed"));
    text["proposed"] = json!("毎年度1回以上確認する。");
    world.office.call("proposal.save", text.clone());
    let changed: Vec<Value> = get()["proposed_marked"].as_array().unwrap().clone();
    assert_eq!(changed[0], json!({ "text": "毎年度1回以上", "changed": true }));
    assert_eq!(world.refused("proposal.submit", submit("2026-11-22")), pair("proposal-day-order", "submitted_on"));
    world.office.call("proposal.submit", submit("2026-11-20"));
    assert_eq!(world.refused("proposal.save", text).0, "proposal-not-draft");
    let decide = |action: &str, by: &str, reason: &str| {
        json!({ "id": id, "action": action, "decided_on": "2026-11-21", "decided_by": by, "reason": reason,
            "effective_on": "2027-04-01" })
    };
    assert_eq!(
        world.refused("proposal.decide", decide("revise", " ", "")),
        pair("proposal-decider-missing", "decided_by")
    );
    assert_eq!(
        world.refused("proposal.decide", decide("hold", "委員会", "")),
        pair("proposal-reason-missing", "reason")
    );
    assert_eq!(world.refused("proposal.decide", decide("submit", "委員会", "")).0, "bad-request");
    world.office.call("proposal.decide", decide("hold", "委員会", "次回に"));
    world.office.call("proposal.decide", decide("revise", "委員会", ""));
    let done = get();
    assert_eq!((&done["row"]["state"], &done["row"]["effective_on"]), (&json!("revised"), &json!("2027-04-01")));
    assert_eq!(done["decisions"].as_array().unwrap().len(), 2, "that it was put off stays on record");
    assert_eq!(done["actions"], json!([]));

    for (paper, format) in [("list", "pdf"), ("list", "xlsx"), ("comparison", "pdf")] {
        let request = json!({ "paper": { "paper": paper, "ids": [], "format": format },
            "destination": world.office.path("."), "recipient": "委員会", "basis": "9(8)" });
        let output = world.office.call("proposal.export", request)["output"].clone();
        let bytes = std::fs::read(world.office.folder.path().join(output["name"].as_str().unwrap())).unwrap();
        assert!(bytes.starts_with(if format == "pdf" { b"%PDF" } else { b"PK\x03\x04" }), "{output}");
    }
    let unknown = json!({ "paper": { "paper": "comparison", "ids": [], "format": "xlsx" },
        "destination": world.office.path("."), "recipient": "委員会", "basis": "9(8)" });
    assert_eq!(world.refused("proposal.export", unknown).0, "bad-request");
}

#[test]
fn papers_of_an_exception_carry_their_class_and_stand_in_the_register() {
    let world = World::under("hyogo");
    let id = world.submitted(&world.clause(), "2026-11-10", "2027-03-31");
    let export = |paper: &str, id: Value, format: &str| {
        json!({ "paper": { "paper": paper, "id": id, "format": format }, "destination": world.office.path("."),
            "recipient": "CISO", "basis": "9.5.3" })
    };
    assert_eq!(world.refused("exception.export", export("decision", json!(id), "pdf")).0, "exception-undecided");
    assert_eq!(world.refused("exception.export", export("application", json!(id), "xlsx")).0, "bad-request");
    assert_eq!(world.refused("exception.export", export("application", Value::Null, "pdf")), pair("required", "id"));
    let mut names = Vec::new();
    let mut out = |paper: &str, id: Value, format: &str| {
        names.push(
            world.office.call("exception.export", export(paper, id, format))["output"]["name"]
                .as_str()
                .unwrap()
                .to_owned(),
        );
    };
    out("application", json!(id), "pdf");
    world.office.call("exception.decide", world.decision(&id, "conditional", &world.ciso));
    out("application", json!(id), "pdf");
    out("decision", json!(id), "pdf");
    out("list", Value::Null, "pdf");
    out("list", Value::Null, "xlsx");
    assert!(names.iter().all(|name| name.starts_with("【機密性")), "{names:?}");
    assert!(names[2].contains("例外措置許可書_令和8年度-例外-001"), "{names:?}");
    let register = world.office.call("release.list", json!({}));
    assert_eq!(register.as_array().unwrap().len(), 5);
}
