//! What is refused on the way from finding to closure, and at which field it is said.

use crate::common::audit::{AUDITOR, Audit, CLERK, HEAD};
use domain::finding::FindingState as S;
use serde_json::{Value, json};

#[test]
fn what_the_department_says_is_checked_at_its_field() {
    let town = Audit::new();
    let draft = town.draft();
    let check = town.check(&draft, "2026-11-20");
    town.refuses(
        "finding.send_check",
        &check,
        json!({ "due_on": "2026-11-17" }),
        "refused-due-before-start",
        Some("due_on"),
    );
    town.refuses(
        "finding.send_check",
        &check,
        json!({ "sent_on": "2026-11-22", "due_on": "2026-11-30" }),
        "date-in-future",
        Some("sent_on"),
    );
    town.refuses(
        "finding.record_view",
        &town.view(&draft, "no_answer"),
        json!({}),
        "refused-answer-still-due",
        Some("view"),
    );
    let mut blank = town.texts(&draft, "minor");
    blank["fact"] = json!(" ");
    town.office.call("finding.save", blank);
    town.refuses("finding.send_check", &check, json!({}), "refused-incomplete-finding", None);
    town.office.call("finding.save", town.texts(&draft, "minor"));
    town.office.call("finding.send_check", check);

    let view = town.view(&draft, "disputed");
    town.refuses("finding.record_view", &view, json!({ "text": " 　" }), "required", Some("text"));
    town.refuses(
        "finding.record_view",
        &view,
        json!({ "text": "違う", "answered_by": "" }),
        "required",
        Some("answered_by"),
    );
    town.refuses(
        "finding.record_view",
        &view,
        json!({ "text": "違う", "answered_on": "2026-11-17" }),
        "answer-before-asked",
        Some("answered_on"),
    );
    town.refuses(
        "finding.record_view",
        &view,
        json!({ "text": "違う", "answered_on": "2026-11-22" }),
        "date-in-future",
        Some("answered_on"),
    );
    town.refuses(
        "finding.withdraw_check",
        &json!({ "id": draft, "reason": "" }),
        json!({}),
        "required",
        Some("reason"),
    );
    town.refuses("finding.confirm", &json!({ "id": draft }), json!({}), "refused-view-missing", None);
    town.refuses("finding.save", &town.texts(&draft, "major"), json!({}), "finding-confirmed", Some("fact"));
    let mut view = view;
    view["text"] = json!("鍵は引き出しにあった。");
    town.office.call("finding.record_view", view);
    town.refuses(
        "finding.confirm",
        &json!({ "id": draft }),
        json!({ "reply": " " }),
        "refused-objection-unanswered",
        Some("reply"),
    );
    town.office.call("finding.confirm", json!({ "id": draft, "reply": "引き出しに鍵はない。" }));

    let silent = town.draft();
    town.office.call("finding.send_check", town.check(&silent, "2026-11-25"));
    town.refuses(
        "finding.record_view",
        &town.view(&silent, "no_answer"),
        json!({}),
        "refused-answer-still-due",
        Some("view"),
    );

    let order = town.order(&draft, "");
    town.refuses("order.issue", &order, json!({ "due_on": "2026-11-20" }), "refused-due-before-start", Some("due_on"));
    town.refuses("order.issue", &order, json!({ "ordered_on": "2026-11-22" }), "date-in-future", Some("ordered_on"));
    town.refuses("order.issue", &order, json!({ "ordered_by": town.head }), "not-the-ciso", Some("ordered_by"));
    town.refuses("order.issue", &order, json!({ "addressee": " " }), "required", Some("addressee"));
    town.refuses("order.issue", &town.order(&silent, ""), json!({}), "refused-reason-missing", Some("urgent_reason"));
}

#[test]
fn a_plan_and_its_days_are_checked_at_their_fields() {
    let town = Audit::new();
    let finding = town.at(S::Ordered);
    let plan = town.plan(&finding);
    let no = |change: Value, code: &str, field: &str| town.refuses("plan.submit", &plan, change, code, Some(field));
    no(json!({ "cause": "" }), "required", "cause");
    no(json!({ "corrective": "　" }), "required", "corrective");
    no(json!({ "due_on": null }), "required", "due_on");
    no(json!({ "due_on": "2026-11-23", "milestones": [] }), "refused-due-before-start", "due_on");
    no(json!({ "owner_post": "", "owner": null }), "required", "owner");
    no(json!({ "owner_post": "", "owner": town.left }), "person-left", "owner");
    no(json!({ "owner_post": "部長" }), "post-vacant", "owner");
    no(json!({ "owner_department": town.tax, "owner_post": "係長" }), "post-vacant", "owner");
    no(json!({ "owner_department": town.closed }), "department-closed", "owner");
    no(json!({ "applicant": null }), "required", "applicant");
    no(json!({ "applicant": town.left }), "person-left", "applicant");
    let milestone = |due: Value, what: &str| json!({ "milestones": [{ "due_on": due, "what": what }] });
    no(milestone(json!("2026-11-20"), "設置"), "milestone-outside", "milestones.0.due_on");
    no(milestone(json!("2027-01-30"), "設置"), "milestone-outside", "milestones.0.due_on");
    no(milestone(json!("2026-12-18"), ""), "required", "milestones.0.what");
    no(milestone(Value::Null, "設置"), "required", "milestones.0.due_on");

    // Neither who applied nor who answers for the plan approves it, unless there is a reason, which is kept.
    let apart = |applicant: &str| {
        let finding = town.at(S::Ordered);
        let mut plan = town.plan(&finding);
        plan["applicant"] = json!(applicant);
        town.office.call("plan.submit", plan);
        finding
    };
    for (applicant, code) in [(&town.head, "refused-approver-is-applicant"), (&town.clerk, "refused-approver-is-owner")]
    {
        let finding = apart(applicant);
        let decide = town.decide(&finding, true, " ", &town.head);
        town.refuses("plan.decide", &decide, json!({}), code, Some("reason"));
        town.refuses("plan.decide", &decide, json!({ "approver": town.left }), "person-left", Some("approver"));
        town.refuses("plan.decide", &decide, json!({ "approve": false }), "refused-reason-missing", Some("reason"));
        town.office.call("plan.decide", town.decide(&finding, true, "ほかに承認できる人がいない。", &town.head));
        let plan = town.get(&finding)["plans"][0].clone();
        assert_eq!(plan["escape_reason"], "ほかに承認できる人がいない。");
        town.refuses("plan.decide", &decide, json!({}), "refused-wrong-state", None);
    }
    let finding = apart(&town.clerk);
    town.office.call("plan.decide", town.decide(&finding, true, "要らない理由", &town.first));
    assert_eq!(town.get(&finding)["plans"][0]["escape_reason"], "", "a second person needs no excuse");

    let due = town.due(&finding, "2027-02-26");
    town.refuses("plan.change_due", &due, json!({ "due_on": "2027-01-29" }), "refused-due-unchanged", Some("due_on"));
    town.refuses(
        "plan.change_due",
        &due,
        json!({ "due_on": "2026-11-01" }),
        "refused-due-before-start",
        Some("due_on"),
    );
    town.refuses("plan.change_due", &due, json!({ "due_on": null }), "required", Some("due_on"));
    town.refuses("plan.change_due", &due, json!({ "approver": town.left }), "person-left", Some("approver"));
    town.refuses("plan.change_due", &due, json!({ "reason": "" }), "required", Some("reason"));
    // Who applied for the plan or answers for it does not agree to another day either.
    for (approver, code) in [(&town.clerk, "refused-approver-is-applicant"), (&town.head, "refused-approver-is-owner")]
    {
        let own = json!({ "approver": approver, "escape_reason": "　" });
        town.refuses("plan.change_due", &due, own, code, Some("escape_reason"));
    }
    let mut needless = due.clone();
    needless["escape_reason"] = json!("要らない理由");
    town.office.call("plan.change_due", needless);
    let moved = town.get(&finding)["due_changes"][0].clone();
    assert_eq!((&moved["old_due_on"], &moved["due_on"]), (&json!("2027-01-29"), &json!("2027-02-26")));
    assert_eq!(moved["escape_reason"], "", "a second person needs no excuse");
    let alone = json!({ "finding": finding, "due_on": "2027-03-05", "approver": town.clerk, "reason": "納品の遅れ",
        "escape_reason": "課長が休んでいるため" });
    town.office.call("plan.change_due", alone);
    assert_eq!(town.get(&finding)["due_changes"][1]["escape_reason"], "課長が休んでいるため");
}

#[test]
fn reports_and_verifications_are_checked_at_their_fields() {
    let town = Audit::new();
    let finding = town.at(S::Correcting);
    let progress = town.progress(&finding);
    let no =
        |change: Value, code: &str, field: &str| town.refuses("progress.report", &progress, change, code, Some(field));
    no(json!({ "percent": 101 }), "bad-percent", "percent");
    no(json!({ "state": "delayed" }), "required", "delay_reason");
    no(json!({ "reported_on": "2026-11-22" }), "date-in-future", "reported_on");
    no(json!({ "next_report_on": "2026-11-21" }), "next-before-report", "next_report_on");
    no(json!({ "reporter": town.left }), "person-left", "reporter");
    let done = town.completion(&finding);
    let no =
        |change: Value, code: &str, field: &str| town.refuses("completion.report", &done, change, code, Some(field));
    no(json!({ "note": " " }), "required", "note");
    no(json!({ "reported_on": "2026-11-22" }), "date-in-future", "reported_on");
    no(json!({ "reporter": town.left }), "person-left", "reporter");
    no(json!({ "evidence": [] }), "refused-no-completion-evidence", "evidence");
    town.office.call(
        "completion.report",
        json!({ "finding": finding, "reported_on": "2026-11-20", "note": "置いた",
        "residual_risk": "", "reporter": town.auditor, "evidence": done["evidence"] }),
    );

    let verify = town.verification(&finding, "effective");
    let no = |change: Value, code: &str, field: &str| {
        town.refuses("verification.record", &verify, change, code, Some(field))
    };
    no(json!({ "verified_on": "2026-11-22" }), "date-in-future", "verified_on");
    no(json!({ "verified_on": "2026-11-19" }), "verified-before-report", "verified_on");
    no(json!({ "comment": "" }), "required", "comment");
    let alone = |user, code: &str| {
        town.as_user(user);
        town.refuses("verification.record", &verify, json!({}), code, None);
        let actions = town.get(&finding)["actions"].clone();
        let offered = actions.as_array().unwrap().iter().find(|one| one["action"] == "verify_effective").unwrap();
        assert_eq!(offered["refusal"], code, "the page says so beforehand");
    };
    alone(HEAD, "refused-verifier-not-independent");
    alone(AUDITOR, "refused-verifier-not-independent");
    alone(CLERK, "refused-verifier-not-auditor");

    // A transfer: the clerk, an auditor by now, takes over the post that owns the plan.
    let moved = |person: &str, department: &str, post: &str| json!({ "id": person, "department": department, "post": post, "on": "2026-11-20" });
    town.office.call("person.move", moved(&town.head, &town.tax, "課長"));
    town.office.call("person.move", moved(&town.clerk, &town.general, "課長"));
    let clerk = json!({ "id": town.clerk, "name": "大野 四郎", "kana": "", "post": "課長", "department": town.general,
        "expertise": "", "left_on": null, "roles": ["auditor"] });
    town.office.call("person.save", clerk);
    alone(CLERK, "refused-verifier-not-independent");
    alone(HEAD, "refused-verifier-not-independent");
}

#[test]
fn other_departments_are_asked_and_what_they_are_asked_is_checked() {
    let town = Audit::new();
    let finding = town.at(S::Confirmed);
    let need = |need: &str| json!({ "finding": finding, "need": need });
    assert_eq!(town.get(&finding)["horizontal_need"], "undecided");
    town.office.call("horizontal.set_need", need("not_needed"));
    let ask = json!({ "finding": finding, "departments": [town.tax], "asked_on": "2026-11-21", "due_on": "2026-12-18",
        "question": "鍵が施錠した場所にあるか。" });
    let no = |change: Value, code: &str, field: &str| town.refuses("horizontal.ask", &ask, change, code, Some(field));
    no(json!({ "departments": [] }), "required", "departments");
    no(json!({ "departments": [town.closed] }), "department-closed", "departments");
    no(json!({ "departments": [town.general] }), "horizontal-own", "departments");
    no(json!({ "due_on": null }), "required", "due_on");
    no(json!({ "due_on": "2026-11-20" }), "refused-due-before-start", "due_on");
    no(json!({ "asked_on": "2026-11-22" }), "date-in-future", "asked_on");
    no(json!({ "question": "" }), "required", "question");
    town.refuses("horizontal.ask", &ask, json!({ "finding": town.draft() }), "finding-not-confirmed", None);
    town.office.call("horizontal.ask", ask.clone());
    assert_eq!(town.get(&finding)["horizontal_need"], "needed", "who asks has decided it");
    town.refuses("horizontal.set_need", &need("not_needed"), json!({}), "horizontal-under-way", Some("need"));
    no(json!({}), "horizontal-asked", "departments");
    let id = town.get(&finding)["horizontal"][0]["id"].clone();
    let answer = json!({ "id": id, "result": "same", "answer": "机にあった。", "answered_by": "税務課長", "answered_on": "2026-11-21" });
    let no =
        |change: Value, code: &str, field: &str| town.refuses("horizontal.answer", &answer, change, code, Some(field));
    no(json!({ "result": null }), "required", "result");
    no(json!({ "answer": " " }), "refused-horizontal-answer-missing", "answer");
    no(json!({ "answered_by": "" }), "required", "answered_by");
    no(json!({ "answered_on": "2026-11-20" }), "answer-before-asked", "answered_on");
    no(json!({ "answered_on": "2026-11-22" }), "date-in-future", "answered_on");
}
