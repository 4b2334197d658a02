//! From finding to closure through the commands: every step in every state, and what is left of it on record.

use crate::common::audit::{AUDITOR, Audit};
use domain::Keyed as _;
use domain::finding::{FindingAction as A, FindingState as S, STEPS};
use serde_json::{Value, json};

const WALKED: [S; 8] =
    [S::Draft, S::FactCheck, S::Confirmed, S::Ordered, S::Planned, S::Correcting, S::Reported, S::Closed];

#[test]
fn every_step_is_taken_where_the_table_has_it_and_refused_everywhere_else() {
    let town = Audit::new();
    for from in WALKED {
        let waiting = town.at(from);
        let offered = town.get(&waiting);
        for &action in A::ALL {
            let row = STEPS.iter().find(|row| row.from == from && row.action == action && row.case.is_none());
            // One command gives an order; whether it is an urgent one follows from the state.
            if matches!((action, from.is_confirmed()), (A::Order, false) | (A::OrderUrgently, true)) {
                continue;
            }
            let Some(row) = row else {
                let Some((name, request)) = town.deed(&waiting, action) else { continue };
                let code = town.office.refused(name, request).code;
                assert_eq!(code, "refused-wrong-state", "{from:?} {action:?}");
                continue;
            };
            let finding = town.at(from);
            let Some((name, request)) = town.deed(&finding, action) else { continue };
            let listed = offered["actions"].as_array().unwrap().iter().any(|one| one["action"] == action.key());
            assert!(listed, "{action:?} is offered in {from:?}");
            town.office.call(name, request);
            assert_eq!(town.state(&finding), row.to.key(), "{from:?} {action:?}");
        }
        assert_eq!(town.get(&waiting), offered, "what was refused changed nothing");
    }
}

#[test]
fn the_cases_of_a_step_lead_elsewhere() {
    let town = Audit::new();
    let call = |(name, request): (&'static str, Value)| town.office.call(name, request);

    // A good practice is confirmed at once, and orders nothing.
    let good = town.draft();
    town.office.call("finding.save", town.texts(&good, "good_practice"));
    town.refuses("order.issue", &town.order(&good, "急ぐ"), json!({}), "refused-nothing-to-improve", None);
    town.refuses(
        "horizontal.set_need",
        &json!({ "finding": good, "need": "needed" }),
        json!({}),
        "refused-nothing-to-improve",
        None,
    );
    call(town.deed(&good, A::Confirm).unwrap());
    assert_eq!(town.state(&good), "confirmed");
    town.refuses("order.issue", &town.order(&good, ""), json!({}), "refused-nothing-to-improve", None);

    // What was ordered urgently goes on as ordered once it is confirmed, and not before; silence is no consent.
    let urgent = town.draft();
    call(town.deed(&urgent, A::OrderUrgently).unwrap());
    assert_eq!((town.state(&urgent).as_str(), &town.get(&urgent)["row"]["urgent"]), ("draft", &json!(true)));
    town.refuses("order.issue", &town.order(&urgent, "急ぐ"), json!({}), "refused-ordered-already", None);
    town.refuses("plan.submit", &town.plan(&urgent), json!({}), "refused-wrong-state", None);
    call(town.deed(&urgent, A::SendCheck).unwrap());
    town.office.call("finding.record_view", town.view(&urgent, "no_answer"));
    call(town.deed(&urgent, A::Confirm).unwrap());
    let detail = town.get(&urgent);
    assert_eq!((&detail["row"]["state"], &detail["row"]["view"]), (&json!("ordered"), &json!("no_answer")));

    // A revised plan that is sent back leaves the approved one in force.
    let revised = town.at(S::Correcting);
    call(town.deed(&revised, A::SubmitPlan).unwrap());
    call(town.deed(&revised, A::ReturnPlan).unwrap());
    assert_eq!(town.state(&revised), "correcting");

    // What is reopened, completed and verified again keeps every report.
    let again = town.at(S::Closed);
    for action in [A::Reopen, A::ReportCompletion, A::VerifyInsufficient, A::ReportCompletion, A::VerifyEffective] {
        call(town.deed(&again, action).unwrap());
    }
    let detail = town.get(&again);
    let count = |list: &str| detail[list].as_array().unwrap().len();
    assert_eq!((count("completions"), count("verifications"), count("turns")), (3, 3, 1));
    assert_eq!(detail["row"]["state"], "closed");
}

#[test]
fn the_items_of_a_finding_belong_to_it_alone_and_are_locked_with_the_audit() {
    let town = Audit::new();
    let (one, two, three) = (town.item(), town.item(), town.item());
    let made = town.office.call("finding.make", json!({ "target": town.target, "items": [one, two] }));
    let finding = made["output"]["id"].as_str().unwrap().to_owned();
    let detail = town.get(&finding);
    assert!(detail["workpaper"].is_string() && detail["more_items"][0]["workpaper"].is_string());
    assert_ne!(detail["workpaper"], detail["more_items"][0]["workpaper"]);
    assert_eq!((&detail["more_items"][0]["item"], &detail["items_open"]), (&json!(two), &json!(true)));
    // A range with one item that has its finding makes no second one, and says which it is.
    let range = town.office.refused("finding.make", json!({ "target": town.target, "items": [three, two] }));
    assert_eq!(
        (range.code.as_str(), range.args["number"].clone()),
        ("finding-exists", detail["row"]["number"].as_str().unwrap().to_owned())
    );
    let other = town.draft();
    let set = |finding: &str, item: &str, on: bool| json!({ "finding": finding, "target": town.target, "item": item, "on": on });
    town.refuses("finding.set_item", &set(&other, &two, true), json!({}), "finding-exists", Some("item"));
    town.office.call("finding.set_item", set(&finding, &three, true));
    town.office.call("finding.set_item", set(&finding, &two, false));
    town.office.call("finding.set_item", set(&other, &two, true));
    assert_eq!(town.get(&other)["more_items"][0]["item"], json!(two));
    town.office.call("answer.set", json!({ "target": town.target, "items": [two], "verdict": "partial" }));
    let undecided = town.item();
    town.office.call("answer.set", json!({ "target": town.target, "items": [undecided], "verdict": "unverified" }));
    town.refuses("finding.set_item", &set(&other, &undecided, true), json!({}), "answer-missing", Some("item"));

    let levels = |likelihood: Value| json!({ "likelihood": likelihood, "loss": [] });
    town.refuses("finding.set_levels", &levels(json!(["高", " 高 "])), json!({}), "level-twice", Some("likelihood"));
    town.office.call("finding.set_levels", levels(json!(["高", "低"])));
    assert_eq!(town.get(&other)["levels"]["likelihood"], json!(["高", "低"]));
    town.office.call("finding.set_levels", levels(json!([])));
    assert_eq!(town.get(&other)["levels"]["likelihood"].as_array().unwrap().len(), 3, "nothing said: the usual ones");

    let free = town.item();
    town.office.call("finding.set_item", set(&other, &free, true));
    // Nobody would look at a draft again once its audit is closed.
    let close = json!({ "id": town.audit });
    let refused = town.office.refused("engagement.close", close.clone());
    let number = |finding: &str| town.get(finding)["row"]["number"].as_str().unwrap().to_owned();
    assert_eq!((refused.code.as_str(), refused.args["count"].as_str()), ("findings-in-draft", "2"));
    for draft in [&finding, &other] {
        assert!(refused.args["numbers"].contains(&number(draft)), "{refused:?}");
        town.office.call("finding.save", town.texts(draft, "minor"));
        town.office.call("finding.send_check", town.check(draft, "2026-12-04"));
    }
    town.office.call("engagement.close", close);
    town.refuses("finding.set_item", &set(&other, &free, false), json!({}), "engagement-closed", None);
    town.refuses(
        "finding.make",
        &json!({ "target": town.target, "items": [town.item()] }),
        json!({}),
        "engagement-closed",
        None,
    );
    assert_eq!(town.get(&other)["items_open"], false);
    // The improvement goes on after the audit is closed.
    town.office.call("finding.record_view", town.view(&other, "agreed"));
    town.office.call("finding.confirm", json!({ "id": other, "reply": "" }));
    assert_eq!(town.state(&other), "confirmed");
}

#[test]
fn neither_undo_nor_redo_changes_what_a_closed_audit_found() {
    let first = ("aoki", "若葉の監査2026");
    let make =
        |town: &Audit| town.office.call("finding.make", json!({ "target": town.target, "items": [town.item()] }));
    let town = Audit::new();
    let made = make(&town)["output"]["id"].as_str().unwrap().to_owned();
    town.as_user(AUDITOR);
    town.office.call("finding.save", town.texts(&made, "minor"));
    town.office.close(&json!(town.audit));
    town.as_user(first);
    assert_eq!(town.office.refused("journal.undo", json!({})).code, "engagement-closed");
    assert_eq!(town.state(&made), "fact_check");

    let town = Audit::new();
    make(&town);
    town.office.call("journal.undo", json!({}));
    town.as_user(AUDITOR);
    town.office.call("engagement.close", json!({ "id": town.audit }));
    town.as_user(first);
    assert_eq!(town.office.refused("journal.redo", json!({})).code, "engagement-closed");
    assert_eq!(town.office.call("finding.list", json!({ "fiscal_year": null, "open": false })), json!([]));
}

#[test]
fn the_history_says_what_was_taken_back() {
    let town = Audit::new();
    let finding = town.draft();
    town.office.call("finding.send_check", town.check(&finding, "2026-12-04"));
    let last = || town.get(&finding)["history"].as_array().unwrap().clone();
    let told = |n: usize| {
        let entry = &last()[n];
        (entry["kind"].as_str().unwrap().to_owned(), entry["undone"] == true, entry["of"].as_str().map(str::to_owned))
    };
    let sent = last().len() - 1;
    let of = |kind: &str| Some(kind.to_owned());
    assert_eq!(told(sent), ("finding.send_check".to_owned(), false, None));
    town.office.call("journal.undo", json!({}));
    assert_eq!(told(sent), ("finding.send_check".to_owned(), true, None));
    assert_eq!(told(sent + 1), ("journal.undo".to_owned(), false, of("finding.send_check")));
    town.office.call("journal.redo", json!({}));
    assert_eq!(told(sent), ("finding.send_check".to_owned(), false, None));
    assert!(told(sent + 1).1, "the undo itself was taken back");
    assert_eq!(told(sent + 2), ("journal.redo".to_owned(), false, of("finding.send_check")));
    town.office.call("journal.undo", json!({}));
    assert_eq!(told(sent), ("finding.send_check".to_owned(), true, None));
}

#[test]
fn a_draft_nobody_was_asked_about_can_be_thrown_away_and_one_that_was_sent_stays() {
    let town = Audit::new();
    let (free, told, again) = (town.draft(), town.draft(), town.draft());
    town.office.call("finding.discard", json!({ "id": free }));
    let gone = |id: &str| town.office.refused("finding.get", json!({ "id": id })).code;
    assert_eq!(gone(&free), "not-found");
    town.office.call("journal.undo", json!({}));
    assert_eq!(town.state(&free), "draft", "it comes back whole");
    town.office.call("journal.redo", json!({}));
    assert_eq!(gone(&free), "not-found");

    town.office.call("finding.save", town.texts(&told, "minor"));
    town.office.call("finding.send_check", town.check(&told, "2026-12-04"));
    town.refuses("finding.discard", &json!({ "id": told }), json!({}), "finding-on-record", None);
    town.office.call("finding.withdraw_check", json!({ "id": told, "reason": "場所を書き直すため" }));
    town.refuses("finding.discard", &json!({ "id": told }), json!({}), "finding-on-record", None);

    let from = json!({ "pack_hash": "", "finding": again, "exception": null });
    let proposal = town.office.call("proposal.start", from)["output"]["id"].clone();
    town.refuses("finding.discard", &json!({ "id": again }), json!({}), "finding-referred", None);
    let close = json!({ "id": town.audit });
    assert_eq!(town.office.refused("engagement.close", close.clone()).code, "findings-in-draft");
    town.office.call("proposal.discard", json!({ "id": proposal }));
    town.office.call("finding.discard", json!({ "id": again }));
    // What was sent and taken back, and why, is on record: it holds no audit open.
    town.office.call("engagement.close", close);
}
