use super::{FindingAction as A, FindingState as S, *};
use crate::Keyed;

fn person(n: u8) -> Option<Id> {
    Some(Id::from_bytes([n; 16]))
}

fn complete() -> Facts {
    Facts {
        grade: Some(Grade::Minor),
        finding_complete: true,
        view: Some(FactView::Agreed),
        plan_complete: true,
        actor: person(1),
        actor_is_auditor: true,
        applicant: person(2),
        owners: person(3).into_iter().chain(person(4)).collect(),
        reporter: person(5),
        completion_evidence: 1,
        reason: Some("理由".into()),
        escape_reason: Some("やむを得ない理由".into()),
        exception_valid: true,
        ..Facts::default()
    }
}

#[test]
fn every_pair_of_state_and_action_is_either_a_step_or_refused_as_wrong_state() {
    for &state in S::ALL {
        for &action in A::ALL {
            let listed = STEPS
                .iter()
                .any(|s| s.from == state && s.action == action && s.case.is_none_or(|c| (c.holds)(&complete())));
            let taken = step(state, action, &complete());
            assert_eq!(taken.is_ok(), listed, "{state:?} {action:?}");
            assert!(listed || taken == Err(Refusal::WrongState), "{state:?} {action:?}");
        }
    }
}

#[test]
fn nothing_but_a_good_practice_is_confirmed_without_asking_the_department() {
    assert_eq!(step(S::Draft, A::Confirm, &complete()), Err(Refusal::WrongState));
    let good = Facts { grade: Some(Grade::GoodPractice), view: None, ..complete() };
    assert_eq!(step(S::Draft, A::Confirm, &good), Ok(S::Confirmed));
    assert_eq!(step(S::FactCheck, A::Confirm, &Facts { view: None, ..complete() }), Err(Refusal::ViewMissing));
}

#[test]
fn silence_is_recorded_only_when_the_day_is_over_and_is_no_consent() {
    let silent = Facts { view: Some(FactView::NoAnswer), reason: None, ..complete() };
    for state in [S::Draft, S::FactCheck] {
        assert_eq!(step(state, A::RecordView, &silent), Err(Refusal::AnswerStillDue));
        assert_eq!(step(state, A::RecordView, &Facts { answer_overdue: true, ..silent.clone() }), Ok(S::FactCheck));
    }
    assert!(!FactView::NoAnswer.disputes() && FactView::NoAnswer != FactView::Agreed);
}

#[test]
fn an_objection_has_to_be_answered_before_the_finding_stands() {
    for view in [FactView::Disputed, FactView::PartlyDisputed] {
        let facts = Facts { view: Some(view), reason: None, ..complete() };
        assert_eq!(step(S::FactCheck, A::Confirm, &facts), Err(Refusal::ObjectionUnanswered));
        assert_eq!(step(S::FactCheck, A::Confirm, &Facts { view: Some(view), ..complete() }), Ok(S::Confirmed));
    }
}

#[test]
fn an_urgent_order_does_not_confirm_anything_but_counts_once_it_is() {
    assert_eq!(step(S::Draft, A::OrderUrgently, &complete()), Ok(S::Draft));
    assert_eq!(step(S::FactCheck, A::OrderUrgently, &complete()), Ok(S::FactCheck));
    let ordered = Facts { ordered_urgently: true, ..complete() };
    assert_eq!(step(S::FactCheck, A::OrderUrgently, &ordered), Err(Refusal::OrderedAlready));
    assert_eq!(step(S::FactCheck, A::Confirm, &ordered), Ok(S::Ordered), "it is not ordered a second time");
}

#[test]
fn a_plan_that_is_sent_back_leaves_the_approved_one_in_force() {
    assert_eq!(step(S::Planned, A::ReturnPlan, &complete()), Ok(S::Ordered));
    let revised = Facts { approved_before: true, ..complete() };
    assert_eq!(step(S::Planned, A::ReturnPlan, &revised), Ok(S::Correcting));
    assert_eq!(step(S::Excepted, A::Resume, &revised), Ok(S::Correcting));
    assert_eq!(step(S::Excepted, A::Resume, &complete()), Ok(S::Ordered));
}

#[test]
fn a_verification_has_no_escape_but_an_approval_has() {
    for own in [2, 3, 4, 5] {
        for action in [A::VerifyEffective, A::VerifyInsufficient] {
            let facts = Facts { actor: person(own), ..complete() };
            assert_eq!(step(S::Reported, action, &facts), Err(Refusal::VerifierNotIndependent), "person {own}");
        }
    }
    // Another day for a plan is as good as another plan, so the same persons may agree to it.
    for (state, action) in [(S::Planned, A::ApprovePlan), (S::Correcting, A::ChangeDue)] {
        for (own, refusal) in [(2, Refusal::ApproverIsApplicant), (3, Refusal::ApproverIsOwner)] {
            let alone = Facts { actor: person(own), escape_reason: Some(" 　".into()), ..complete() };
            assert_eq!(step(state, action, &alone), Err(refusal), "why a day moves is no reason to agree to it alone");
            let compelled = Facts { actor: person(own), ..complete() };
            assert_eq!(step(state, action, &compelled), Ok(S::Correcting), "a recorded reason is an escape");
        }
    }
}

#[test]
fn each_condition_refuses_on_its_own() {
    let no_reason = || Facts { reason: None, ..complete() };
    let cases: &[(S, A, Facts, Refusal)] = &[
        (S::Draft, A::SendCheck, Facts { finding_complete: false, ..complete() }, Refusal::IncompleteFinding),
        (S::Draft, A::RecordView, Facts { view: None, ..complete() }, Refusal::ViewMissing),
        (S::Draft, A::OrderUrgently, no_reason(), Refusal::ReasonMissing),
        (S::FactCheck, A::WithdrawCheck, no_reason(), Refusal::ReasonMissing),
        (S::FactCheck, A::Confirm, Facts { finding_complete: false, ..complete() }, Refusal::IncompleteFinding),
        (S::Confirmed, A::Order, Facts { grade: Some(Grade::GoodPractice), ..complete() }, Refusal::NothingToImprove),
        (S::Ordered, A::SubmitPlan, Facts { plan_complete: false, ..complete() }, Refusal::IncompletePlan),
        (S::Ordered, A::SubmitPlan, Facts { due_before_start: true, ..complete() }, Refusal::DueBeforeStart),
        (S::Ordered, A::Except, Facts { exception_valid: false, ..complete() }, Refusal::NoValidException),
        (
            S::Planned,
            A::ApprovePlan,
            Facts { actor: person(3), escape_reason: None, ..complete() },
            Refusal::ApproverIsOwner,
        ),
        (S::Planned, A::ReturnPlan, Facts { reason: Some("　".into()), ..complete() }, Refusal::ReasonMissing),
        (S::Correcting, A::ChangeDue, no_reason(), Refusal::ReasonMissing),
        (S::Correcting, A::ChangeDue, Facts { due_unchanged: true, ..complete() }, Refusal::DueUnchanged),
        (S::Correcting, A::ChangeDue, Facts { due_before_start: true, ..complete() }, Refusal::DueBeforeStart),
        (
            S::Correcting,
            A::ReportCompletion,
            Facts { completion_evidence: 0, ..complete() },
            Refusal::NoCompletionEvidence,
        ),
        (
            S::Reported,
            A::VerifyEffective,
            Facts { completion_evidence: 0, ..complete() },
            Refusal::NoCompletionEvidence,
        ),
        (S::Reported, A::VerifyEffective, Facts { actor_is_auditor: false, ..complete() }, Refusal::VerifierNotAuditor),
        (S::Reported, A::VerifyInsufficient, no_reason(), Refusal::ReasonMissing),
        (S::Closed, A::Reopen, no_reason(), Refusal::ReasonMissing),
        (S::Excepted, A::Resume, no_reason(), Refusal::ReasonMissing),
    ];
    for (state, action, facts, refusal) in cases {
        assert_eq!(step(*state, *action, facts), Err(*refusal), "{state:?} {action:?}");
    }
    for &(refusal, _) in STEPS.iter().flat_map(|step| step.conditions) {
        let tested = cases.iter().any(|case| case.3 == refusal);
        let elsewhere = [
            Refusal::AnswerStillDue,
            Refusal::ObjectionUnanswered,
            Refusal::OrderedAlready,
            Refusal::ApproverIsApplicant,
            Refusal::VerifierNotIndependent,
        ];
        assert!(tested || elsewhere.contains(&refusal), "{refusal:?} has no case");
    }
}

#[test]
fn an_unknown_actor_is_nobody_else() {
    let nobody = Facts { actor: None, reason: None, escape_reason: None, ..complete() };
    assert!(step(S::Planned, A::ApprovePlan, &nobody).is_err(), "a user without a person cannot approve");
    assert!(step(S::Reported, A::VerifyEffective, &nobody).is_err(), "nor verify");
}

#[test]
fn the_only_way_to_closed_is_a_verification_with_evidence_by_a_second_person() {
    for step in STEPS.iter().filter(|step| step.to == S::Closed) {
        assert_eq!(step.action, A::VerifyEffective);
        for needed in [Refusal::NoCompletionEvidence, Refusal::VerifierNotIndependent, Refusal::VerifierNotAuditor] {
            assert!(step.conditions.iter().any(|(refusal, _)| *refusal == needed), "{needed:?}");
        }
    }
}

#[test]
fn a_follow_up_audit_looks_at_what_is_reported_late_or_was_verified_in_it() {
    for &state in S::ALL {
        let open = matches!(state, S::Ordered | S::Planned | S::Correcting);
        let reported = (state == S::Reported).then_some(FollowUp::ToVerify);
        assert_eq!(follow_up(state, false, false), reported, "{state:?}");
        assert_eq!(follow_up(state, true, false), reported.or(open.then_some(FollowUp::Overdue)), "{state:?}");
        // What was sent back and reported again waits again.
        assert_eq!(follow_up(state, true, true), reported.or(Some(FollowUp::Verified)), "{state:?}");
    }
}
