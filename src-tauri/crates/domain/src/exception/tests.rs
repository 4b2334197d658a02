use super::{ExceptionAction as A, ExceptionFacts as Facts, ExceptionRefusal as R, ExceptionState as S, *};
use crate::Keyed;
use crate::pack::ExceptionApprover;
use jiff::civil::Date;
use std::collections::BTreeSet;

fn person(n: u8) -> Option<Id> {
    Some(Id::from_bytes([n; 16]))
}

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn all() -> Facts {
    Facts {
        complete: true,
        period_in_order: true,
        day_in_order: true,
        applicant_may: true,
        department_closed: false,
        overlaps: false,
        knows_minor: true,
        judge_may: true,
        approver_may: true,
        applicant: person(1),
        approver: person(2),
        escape: false,
        escape_reason: false,
        opinion: true,
        conditions: true,
        review_missing: false,
        text: true,
    }
}

#[test]
fn every_pair_of_state_and_action_is_a_step_or_refused_as_wrong_state() {
    let expected: &[(S, A, S)] = &[
        (S::Draft, A::Submit, S::Submitted),
        (S::Draft, A::CarryOut, S::Emergency),
        (S::Submitted, A::Judge, S::Submitted),
        (S::Submitted, A::Permit, S::Permitted),
        (S::Submitted, A::PermitWithConditions, S::Permitted),
        (S::Submitted, A::Refuse, S::Refused),
        (S::Submitted, A::Withdraw, S::Withdrawn),
        (S::Emergency, A::Report, S::Reported),
        (S::Reported, A::Judge, S::Reported),
        (S::Reported, A::Permit, S::Permitted),
        (S::Reported, A::PermitWithConditions, S::Permitted),
        (S::Reported, A::Refuse, S::Refused),
        (S::Reported, A::End, S::Ended),
        (S::Permitted, A::Review, S::Permitted),
        (S::Permitted, A::Extend, S::Extending),
        (S::Permitted, A::End, S::Ended),
        (S::Extending, A::Judge, S::Extending),
        (S::Extending, A::Permit, S::Permitted),
        (S::Extending, A::PermitWithConditions, S::Permitted),
        (S::Extending, A::Refuse, S::Permitted),
        (S::Extending, A::Withdraw, S::Permitted),
        (S::Extending, A::Review, S::Extending),
        (S::Extending, A::End, S::Ended),
    ];
    for &state in S::ALL {
        for &action in A::ALL {
            let to = expected.iter().find(|(from, by, _)| (*from, *by) == (state, action)).map(|(_, _, to)| *to);
            assert_eq!(step(state, action, &all()), to.ok_or(R::WrongState), "{state:?} {action:?}");
        }
    }
    for over in [S::Refused, S::Withdrawn, S::Ended] {
        assert!(actions(over).is_empty(), "{over:?} is the end");
    }
}

#[test]
fn each_condition_refuses_on_its_own() {
    let asked: &[(Facts, R)] = &[
        (Facts { complete: false, ..all() }, R::Incomplete),
        (Facts { period_in_order: false, ..all() }, R::PeriodOrder),
        (Facts { applicant_may: false, ..all() }, R::NotAnApplicant),
        (Facts { applicant: None, ..all() }, R::NotAnApplicant),
        (Facts { department_closed: true, ..all() }, R::DepartmentClosed),
        (Facts { day_in_order: false, ..all() }, R::DayOrder),
        (Facts { overlaps: true, ..all() }, R::Overlaps),
    ];
    for (facts, refusal) in asked {
        for action in [A::Submit, A::CarryOut] {
            assert_eq!(step(S::Draft, action, facts), Err(*refusal), "{action:?}");
        }
        if *refusal != R::Incomplete {
            assert_eq!(
                step(S::Permitted, A::Extend, facts),
                Err(*refusal),
                "a further period is asked for like the first"
            );
        }
    }
    let decided: &[(Facts, R)] = &[
        (Facts { day_in_order: false, ..all() }, R::DayOrder),
        (Facts { approver_may: false, ..all() }, R::NotAnApprover),
        (Facts { approver: None, ..all() }, R::NotAnApprover),
        (Facts { approver: person(1), ..all() }, R::OnePerson),
        (Facts { approver: person(1), escape: true, ..all() }, R::OnePersonReason),
        (Facts { opinion: false, ..all() }, R::OpinionMissing),
    ];
    for state in [S::Submitted, S::Reported, S::Extending] {
        for action in [A::Permit, A::PermitWithConditions, A::Refuse] {
            for (facts, refusal) in decided {
                assert_eq!(step(state, action, facts), Err(*refusal), "{state:?} {action:?}");
            }
            let compelled = Facts { approver: person(1), escape: true, escape_reason: true, ..all() };
            assert!(
                step(state, action, &compelled).is_ok(),
                "a recorded reason is an escape where the standard has one"
            );
        }
        let unplanned = Facts { review_missing: true, ..all() };
        assert_eq!(step(state, A::Permit, &unplanned), Err(R::ReviewMissing));
        assert!(step(state, A::Refuse, &unplanned).is_ok(), "what is refused is not looked at again");
        let without = Facts { conditions: false, ..all() };
        assert_eq!(step(state, A::PermitWithConditions, &without), Err(R::ConditionsMissing));
        assert!(step(state, A::Permit, &without).is_ok());
        assert_eq!(step(state, A::Judge, &Facts { knows_minor: false, ..all() }), Err(R::NoMinor));
        assert_eq!(step(state, A::Judge, &Facts { judge_may: false, ..all() }), Err(R::NotAJudge));
    }
    let silent = Facts { text: false, ..all() };
    for (state, action) in [
        (S::Submitted, A::Withdraw),
        (S::Emergency, A::Report),
        (S::Reported, A::End),
        (S::Permitted, A::Review),
        (S::Permitted, A::Extend),
        (S::Permitted, A::End),
        (S::Extending, A::Withdraw),
    ] {
        assert_eq!(step(state, action, &silent), Err(R::TextMissing), "{state:?} {action:?}");
    }
    assert_eq!(step(S::Permitted, A::Review, &Facts { review_missing: true, ..all() }), Err(R::ReviewMissing));
}

fn rules(approvers: &[(Role, bool)]) -> Rules {
    Rules {
        exception_applicants: vec![Role::InfoManager, Role::SystemManager],
        exception_approvers: approvers
            .iter()
            .map(|(role, minor_only)| ExceptionApprover { role: *role, minor_only: *minor_only })
            .collect(),
        ..bare()
    }
}

/// Rules that say nothing of exceptions.
fn bare() -> Rules {
    use crate::pack::{Cadence, Independence, PlanAct, PlanGate, ProgressDuty};
    Rules {
        cadence: Cadence::Yearly,
        plan_gate: PlanGate { act: PlanAct::Report, to: Role::Ciso },
        report_to: Role::Ciso,
        independence: Independence::Strict,
        auditor_auditee_escape: None,
        applicant_approver_escape: None,
        contractor_cadence: None,
        order_from: Role::Ciso,
        cross_order_to: None,
        progress_duty: ProgressDuty::ALL[0],
        self_check_cadence: None,
        self_check_collector: None,
        self_check_report_to: None,
        exception_applicants: Vec::new(),
        exception_approvers: Vec::new(),
        exception_review: false,
        clauses: std::collections::BTreeMap::new(),
    }
}

#[test]
fn who_may_ask_judge_and_decide_follows_from_the_roles_of_the_standard() {
    let two = rules(&[(Role::Ciso, false), (Role::GeneralManager, true)]);
    assert_eq!(asking(&two, &[Role::InfoManager, Role::Staff]), [Role::InfoManager]);
    assert!(asking(&two, &[Role::Staff, Role::Ciso]).is_empty());
    assert_eq!(judging(&two, &[Role::GeneralManager, Role::Ciso]), [Role::GeneralManager]);
    assert!(judging(&two, &[Role::Ciso]).is_empty(), "who may permit all judges nothing to be minor");
    assert_eq!(deciding(&two, &[Role::Ciso], None), [Role::Ciso]);
    assert!(deciding(&two, &[Role::GeneralManager], None).is_empty(), "only what is minor");
    assert_eq!(deciding(&two, &[Role::GeneralManager], Some(Role::GeneralManager)), [Role::GeneralManager]);
    assert!(
        deciding(&two, &[Role::GeneralManager], Some(Role::SecurityManager)).is_empty(),
        "only what it judged itself"
    );
    let one = rules(&[(Role::Ciso, false)]);
    assert!(judging(&one, Role::ALL).is_empty(), "this standard knows no minor exceptions");
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn period(from: &str, until: &str, decided: Option<(bool, &str)>) -> Period {
    Period { from: day(from), until: day(until), decided: decided.map(|(yes, on)| (yes, day(on))) }
}

#[test]
fn it_is_in_force_only_where_it_was_permitted_or_carried_out_in_an_emergency() {
    use ExceptionStanding as T;
    let yes = |on| Some((true, on));
    let course = |periods: Vec<Period>| Course { periods, ..Course::default() };
    let april = || period("2026-04-01", "2026-09-30", yes("2026-03-20"));
    let cases: &[(Course, S, &str, T, Option<&str>)] = &[
        (course(vec![period("2026-04-01", "2026-09-30", None)]), S::Submitted, "2026-05-01", T::Waiting, None),
        (course(vec![april()]), S::Permitted, "2026-03-31", T::Coming, None),
        (course(vec![april()]), S::Permitted, "2026-04-01", T::Running, Some("2026-09-30")),
        (course(vec![april()]), S::Permitted, "2026-09-30", T::Running, Some("2026-09-30")),
        (course(vec![april()]), S::Permitted, "2026-10-01", T::Expired, None),
        // Permitted after it should have begun: not before.
        (
            course(vec![period("2026-04-01", "2026-09-30", yes("2026-05-10"))]),
            S::Permitted,
            "2026-05-09",
            T::Coming,
            None,
        ),
        (
            course(vec![period("2026-04-01", "2026-09-30", yes("2026-05-10"))]),
            S::Permitted,
            "2026-05-10",
            T::Running,
            Some("2026-09-30"),
        ),
        // A further period counts once it is permitted; refused, the first one goes on.
        (
            course(vec![april(), period("2026-10-01", "2027-03-31", None)]),
            S::Extending,
            "2026-09-01",
            T::Running,
            Some("2026-09-30"),
        ),
        (course(vec![april(), period("2026-10-01", "2027-03-31", None)]), S::Extending, "2026-10-01", T::Expired, None),
        (
            course(vec![april(), period("2026-10-01", "2027-03-31", yes("2026-09-20"))]),
            S::Permitted,
            "2026-10-01",
            T::Running,
            Some("2027-03-31"),
        ),
        (
            course(vec![april(), period("2026-10-01", "2027-03-31", Some((false, "2026-09-20")))]),
            S::Permitted,
            "2026-10-01",
            T::Expired,
            None,
        ),
        (
            Course { ended_on: Some(day("2026-06-30")), ..course(vec![april()]) },
            S::Ended,
            "2026-06-30",
            T::Ended,
            Some("2026-06-30"),
        ),
        (Course { ended_on: Some(day("2026-06-30")), ..course(vec![april()]) }, S::Ended, "2026-07-01", T::Ended, None),
    ];
    for (course, state, on, standing, until) in cases {
        assert_eq!(course.standing(*state, day(on)), *standing, "{on} {course:?}");
        assert_eq!(course.in_force_until(day(on)), until.map(day), "{on} {course:?}");
    }
    let emergency = |decided| Course {
        carried_out_on: Some(day("2026-11-02")),
        periods: vec![period("2026-11-01", "2026-11-30", decided)],
        ended_on: None,
    };
    assert_eq!(emergency(None).in_force_until(day("2026-11-01")), None, "not before it was carried out");
    assert_eq!(emergency(None).in_force_until(day("2026-11-02")), Some(day("2026-11-30")));
    assert_eq!(emergency(Some((true, "2026-11-10"))).in_force_until(day("2026-11-05")), Some(day("2026-11-30")));
    assert_eq!(emergency(Some((false, "2026-11-10"))).in_force_until(day("2026-11-11")), None, "it had to stop");
    assert_eq!(emergency(Some((false, "2026-11-10"))).in_force_until(day("2026-11-10")), Some(day("2026-11-10")));
}

#[test]
fn two_are_about_the_same_only_at_the_same_place_and_time() {
    let reach = |clauses: &[&str], items: &[&str]| Reach {
        clauses: clauses.iter().map(|one| (*one).to_owned()).collect(),
        items: items.iter().map(|one| (*one).to_owned()).collect(),
    };
    let claim = |subject: Option<u8>, from: &str, until: &str, reach: Reach| Claim {
        pack: "hyogo".into(),
        department: id(1),
        subject: subject.map(id),
        from: day(from),
        until: day(until),
        reach,
    };
    let one = || claim(None, "2026-04-01", "2026-09-30", reach(&["6.4"], &["hyogo:6.4-1"]));
    assert!(overlap(&one(), &one()));
    assert!(overlap(&one(), &claim(Some(7), "2026-09-30", "2027-03-31", reach(&[], &["hyogo:6.4-1"]))));
    for other in [
        claim(None, "2026-10-01", "2027-03-31", reach(&["6.4"], &[])),
        claim(None, "2026-04-01", "2026-09-30", reach(&["6.5"], &["hyogo:6.5-1"])),
        Claim { department: id(2), ..one() },
        Claim { pack: "kobe".into(), ..one() },
    ] {
        assert!(!overlap(&one(), &other) && !overlap(&other, &one()), "{other:?}");
    }
    let of = |n| claim(Some(n), "2026-04-01", "2026-09-30", reach(&["6.4"], &[]));
    assert!(overlap(&of(7), &of(7)) && !overlap(&of(7), &of(8)), "two systems of a department are two places");
}

/// Whatever steps are tried in whatever order on whatever days: nothing is in force that nobody permitted or carried
/// out in an emergency, and no period, decision or day is lost.
#[test]
fn no_sequence_of_steps_runs_without_a_decision() {
    let mut seed = 11_u64;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let from = |n: usize| day("2026-04-01").checked_add(jiff::Span::new().days(n as i64)).unwrap();
    let mut reached = BTreeSet::new();
    for _ in 0..3_000 {
        let (mut state, mut course) = (S::Draft, Course::default());
        let (mut permits, mut carried, mut days) = (0, false, 0);
        for _ in 0..12 {
            let action = A::ALL[next(A::ALL.len())];
            let facts = Facts {
                approver: person(u8::try_from(next(3)).unwrap()),
                overlaps: next(9) == 0,
                opinion: next(9) != 0,
                applicant_may: next(9) != 0,
                approver_may: next(5) != 0,
                ..all()
            };
            days += next(40);
            let before = course.clone();
            let Ok(to) = step(state, action, &facts) else { continue };
            let first = from(days + next(20));
            let asked =
                Period { from: first, until: first.checked_add(jiff::Span::new().days(30)).unwrap(), decided: None };
            match action {
                A::Submit | A::Extend => course.periods.push(asked),
                A::CarryOut => {
                    course.periods.push(asked);
                    course.carried_out_on = Some(from(days));
                    carried = true;
                }
                A::Permit | A::PermitWithConditions => {
                    course.periods.last_mut().unwrap().decided = Some((true, from(days)));
                    permits += 1;
                }
                A::Refuse => course.periods.last_mut().unwrap().decided = Some((false, from(days))),
                A::End => course.ended_on = Some(from(days)),
                A::Report | A::Judge | A::Review | A::Withdraw => {}
            }
            assert!(course.periods.len() >= before.periods.len() && course.carried_out_on >= before.carried_out_on);
            (state, _) = (to, reached.insert(to.key()));
            for on in (0..600).step_by(7).map(from) {
                let running = course.in_force_until(on).is_some();
                assert!(!running || permits > 0 || carried, "{state:?} {course:?}");
                assert!(!running || !matches!(state, S::Draft | S::Submitted | S::Withdrawn), "{state:?} {course:?}");
            }
        }
    }
    assert_eq!(reached.len(), S::ALL.len() - 1, "every state but the first was reached: {reached:?}");
}
