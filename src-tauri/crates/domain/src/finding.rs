//! The life of a finding, from draft to closure: which step is legal in which state, and on what conditions.
//!
//! Independence is a matter of persons, not of roles or users: every condition here compares person ids.

use crate::{Id, keyed_enum, kinds::Grade};

keyed_enum! {
    /// Where a finding stands.
    pub enum FindingState {
        /// 案
        Draft = "draft",
        /// 確定
        Confirmed = "confirmed",
        /// 指示済
        Ordered = "ordered",
        /// 計画受領
        Planned = "planned",
        /// 是正中
        Correcting = "correcting",
        /// 完了報告
        Reported = "reported",
        /// クローズ
        Closed = "closed",
    }
}

keyed_enum! {
    /// What a person may do with a finding.
    pub enum FindingAction {
        /// 確定
        Confirm = "confirm",
        /// 改善指示
        Order = "order",
        /// 改善計画の提出
        SubmitPlan = "submit_plan",
        /// 改善計画の承認
        ApprovePlan = "approve_plan",
        /// 改善計画の差戻し
        ReturnPlan = "return_plan",
        /// 進捗報告
        ReportProgress = "report_progress",
        /// 完了報告
        ReportCompletion = "report_completion",
        /// 検証: 有効
        VerifyEffective = "verify_effective",
        /// 検証: 不十分
        VerifyInsufficient = "verify_insufficient",
        /// 再開
        Reopen = "reopen",
    }
}

keyed_enum! {
    /// Why a step is refused. Each has its message, which also says what would make the step legal.
    pub enum Refusal {
        /// The step does not exist in this state.
        WrongState = "wrong-state",
        /// A good practice asks for no improvement.
        NothingToImprove = "nothing-to-improve",
        /// Fact or criterion is empty.
        IncompleteFinding = "incomplete-finding",
        /// Cause, corrective action, owner or due date is missing.
        IncompletePlan = "incomplete-plan",
        /// The due date lies before the day the plan begins.
        DueBeforeStart = "due-before-start",
        /// The approver applied for the plan, and no compelling reason is recorded.
        ApproverIsApplicant = "approver-is-applicant",
        /// The verifier owns or applied for the plan; there is no way around a second person.
        VerifierNotIndependent = "verifier-not-independent",
        /// Completion needs evidence.
        NoCompletionEvidence = "no-completion-evidence",
        /// The step needs a reason.
        ReasonMissing = "reason-missing",
    }
}

/// What a step is judged on. Fields that do not matter for a step stay at their default.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The grade of the finding.
    pub grade: Option<Grade>,
    /// Whether fact and criterion are written.
    pub finding_complete: bool,
    /// Whether the plan names cause, corrective action, owner and due date.
    pub plan_complete: bool,
    /// Whether the due date lies before the start.
    pub due_before_start: bool,
    /// The person who takes the step.
    pub actor: Option<Id>,
    /// The person who applied for the plan.
    pub applicant: Option<Id>,
    /// The person who owns the plan.
    pub owner: Option<Id>,
    /// How many pieces of completion evidence there are.
    pub completion_evidence: usize,
    /// The reason given, if any.
    pub reason: Option<String>,
}

/// One legal step: in `from`, `action` leads to `to`.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The state before.
    pub from: FindingState,
    /// What is done.
    pub action: FindingAction,
    /// The state after.
    pub to: FindingState,
    /// The conditions, all of which must hold.
    pub conditions: &'static [Condition],
}

/// A condition on a step: the refusal it gives unless the predicate holds.
pub type Condition = (Refusal, fn(&Facts) -> bool);

const IMPROVABLE: Condition = (Refusal::NothingToImprove, |f| f.grade != Some(Grade::GoodPractice));
const FINDING_COMPLETE: Condition = (Refusal::IncompleteFinding, |f| f.finding_complete);
const PLAN_COMPLETE: Condition = (Refusal::IncompletePlan, |f| f.plan_complete);
const DUE_IN_ORDER: Condition = (Refusal::DueBeforeStart, |f| !f.due_before_start);
const SECOND_APPROVER: Condition =
    (Refusal::ApproverIsApplicant, |f| (f.actor.is_some() && f.actor != f.applicant) || has_reason(f));
const SECOND_VERIFIER: Condition =
    (Refusal::VerifierNotIndependent, |f| f.actor.is_some() && f.actor != f.applicant && f.actor != f.owner);
const COMPLETION_EVIDENCE: Condition = (Refusal::NoCompletionEvidence, |f| f.completion_evidence > 0);
const REASON: Condition = (Refusal::ReasonMissing, has_reason);

fn has_reason(facts: &Facts) -> bool {
    facts.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty())
}

/// Every legal step. What does not stand here is refused.
pub const STEPS: &[Step] = {
    use FindingAction as A;
    use FindingState as S;
    const fn step(from: S, action: A, to: S, conditions: &'static [Condition]) -> Step {
        Step { from, action, to, conditions }
    }
    &[
        step(S::Draft, A::Confirm, S::Confirmed, &[FINDING_COMPLETE]),
        step(S::Confirmed, A::Order, S::Ordered, &[IMPROVABLE]),
        step(S::Ordered, A::SubmitPlan, S::Planned, &[PLAN_COMPLETE, DUE_IN_ORDER]),
        step(S::Planned, A::SubmitPlan, S::Planned, &[PLAN_COMPLETE, DUE_IN_ORDER]),
        step(S::Planned, A::ApprovePlan, S::Correcting, &[SECOND_APPROVER]),
        step(S::Planned, A::ReturnPlan, S::Ordered, &[REASON]),
        step(S::Correcting, A::ReportProgress, S::Correcting, &[]),
        step(S::Correcting, A::ReportCompletion, S::Reported, &[COMPLETION_EVIDENCE]),
        step(S::Reported, A::VerifyEffective, S::Closed, &[COMPLETION_EVIDENCE, SECOND_VERIFIER]),
        step(S::Reported, A::VerifyInsufficient, S::Correcting, &[SECOND_VERIFIER, REASON]),
        step(S::Closed, A::Reopen, S::Correcting, &[REASON]),
    ]
};

/// The state after a step, or why it is refused.
pub fn step(state: FindingState, action: FindingAction, facts: &Facts) -> Result<FindingState, Refusal> {
    let step = STEPS.iter().find(|step| step.from == state && step.action == action).ok_or(Refusal::WrongState)?;
    match step.conditions.iter().find(|(_, holds)| !holds(facts)) {
        Some((refusal, _)) => Err(*refusal),
        None => Ok(step.to),
    }
}

/// The actions that exist in a state, whatever their conditions.
pub fn actions(state: FindingState) -> Vec<FindingAction> {
    STEPS.iter().filter(|step| step.from == state).map(|step| step.action).collect()
}

#[cfg(test)]
mod tests {
    use super::{FindingAction as A, FindingState as S, *};
    use crate::Keyed;

    fn person(n: u8) -> Option<Id> {
        Some(Id::from_bytes([n; 16]))
    }

    fn complete() -> Facts {
        Facts {
            grade: Some(Grade::Minor),
            finding_complete: true,
            plan_complete: true,
            actor: person(1),
            applicant: person(2),
            owner: person(3),
            completion_evidence: 1,
            reason: Some("理由".into()),
            ..Facts::default()
        }
    }

    #[test]
    fn every_pair_of_state_and_action_is_either_a_step_or_refused_as_wrong_state() {
        for &state in S::ALL {
            for &action in A::ALL {
                let listed = STEPS.iter().any(|s| s.from == state && s.action == action);
                assert_eq!(step(state, action, &complete()).is_ok(), listed, "{state:?} {action:?}");
            }
        }
    }

    #[test]
    fn a_verification_has_no_escape_but_an_approval_has() {
        for own in [Facts { actor: person(2), ..complete() }, Facts { actor: person(3), ..complete() }] {
            assert_eq!(step(S::Reported, A::VerifyEffective, &own), Err(Refusal::VerifierNotIndependent));
        }
        let applicant = Facts { actor: person(2), reason: None, ..complete() };
        assert_eq!(step(S::Planned, A::ApprovePlan, &applicant), Err(Refusal::ApproverIsApplicant));
        let compelled = Facts { actor: person(2), ..complete() };
        assert_eq!(step(S::Planned, A::ApprovePlan, &compelled), Ok(S::Correcting), "a recorded reason is an escape");
    }

    #[test]
    fn each_condition_refuses_on_its_own() {
        let cases: &[(S, A, Facts, Refusal)] = &[
            (S::Draft, A::Confirm, Facts { finding_complete: false, ..complete() }, Refusal::IncompleteFinding),
            (
                S::Confirmed,
                A::Order,
                Facts { grade: Some(Grade::GoodPractice), ..complete() },
                Refusal::NothingToImprove,
            ),
            (S::Ordered, A::SubmitPlan, Facts { plan_complete: false, ..complete() }, Refusal::IncompletePlan),
            (S::Ordered, A::SubmitPlan, Facts { due_before_start: true, ..complete() }, Refusal::DueBeforeStart),
            (S::Planned, A::ReturnPlan, Facts { reason: Some("　".into()), ..complete() }, Refusal::ReasonMissing),
            (
                S::Correcting,
                A::ReportCompletion,
                Facts { completion_evidence: 0, ..complete() },
                Refusal::NoCompletionEvidence,
            ),
            (S::Closed, A::Reopen, Facts { reason: None, ..complete() }, Refusal::ReasonMissing),
        ];
        for (state, action, facts, refusal) in cases {
            assert_eq!(step(*state, *action, facts), Err(*refusal), "{state:?} {action:?}");
        }
    }

    #[test]
    fn an_unknown_actor_is_nobody_else() {
        let nobody = Facts { actor: None, reason: None, ..complete() };
        assert!(step(S::Planned, A::ApprovePlan, &nobody).is_err(), "a user without a person cannot approve");
        assert!(step(S::Reported, A::VerifyEffective, &nobody).is_err(), "nor verify");
    }
}
