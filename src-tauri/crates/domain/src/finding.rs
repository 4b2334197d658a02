//! The life of a finding, from draft to closure: which step is legal in which state, and on what conditions.
//!
//! Independence is a matter of persons, not of roles or users: every condition here compares person ids.

use crate::machine::{self, Case, Who};
use crate::{Id, keyed_enum, kinds::Grade};

keyed_enum! {
    /// Where a finding stands.
    pub enum FindingState {
        /// 案
        Draft = "draft",
        /// 事実確認中
        FactCheck = "fact_check",
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
        /// 例外措置で対応
        Excepted = "excepted",
    }
}

impl FindingState {
    /// Whether what it says may be reported as confirmed.
    #[must_use]
    pub fn is_confirmed(self) -> bool {
        !matches!(self, FindingState::Draft | FindingState::FactCheck)
    }
}

keyed_enum! {
    /// What a person may do with a finding.
    pub enum FindingAction {
        /// 事実確認の送付
        SendCheck = "send_check",
        /// 見解の記録
        RecordView = "record_view",
        /// 事実確認の取下げ
        WithdrawCheck = "withdraw_check",
        /// 確定
        Confirm = "confirm",
        /// 緊急の改善指示
        OrderUrgently = "order_urgently",
        /// 改善指示
        Order = "order",
        /// 改善計画の提出
        SubmitPlan = "submit_plan",
        /// 改善計画の承認
        ApprovePlan = "approve_plan",
        /// 改善計画の差戻し
        ReturnPlan = "return_plan",
        /// 期限の変更
        ChangeDue = "change_due",
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
        /// 例外措置への移行
        Except = "except",
        /// 例外措置からの復帰
        Resume = "resume",
        /// 過年度の記録からの取込: recorded once, when the finding came from a table of the office's own
        TakeOver = "take_over",
    }
}

keyed_enum! {
    /// What the department says to a finding. Silence is kept as silence: it is never consent.
    pub enum FactView {
        /// 合意
        Agreed = "agreed",
        /// 一部異議
        PartlyDisputed = "partly_disputed",
        /// 異議
        Disputed = "disputed",
        /// 期限内無回答
        NoAnswer = "no_answer",
    }
}

impl FactView {
    /// Whether the auditor owes the department an answer to what it said.
    #[must_use]
    pub fn disputes(self) -> bool {
        matches!(self, FactView::PartlyDisputed | FactView::Disputed)
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
        /// The department has not been asked, or its view is not recorded.
        ViewMissing = "view-missing",
        /// Silence can be recorded only after the day by which the department was to answer.
        AnswerStillDue = "answer-still-due",
        /// The department objects, and nothing is written about why the finding stands.
        ObjectionUnanswered = "objection-unanswered",
        /// An urgent order stands already.
        OrderedAlready = "ordered-already",
        /// Cause, corrective action, owner or due date is missing.
        IncompletePlan = "incomplete-plan",
        /// The due date lies before the day the plan begins.
        DueBeforeStart = "due-before-start",
        /// The new due date is the old one.
        DueUnchanged = "due-unchanged",
        /// The approver applied for the plan, and no compelling reason is recorded.
        ApproverIsApplicant = "approver-is-applicant",
        /// The approver answers for the plan, and no compelling reason is recorded.
        ApproverIsOwner = "approver-is-owner",
        /// The verifier owns, applied for or reported what is verified; there is no way around a second person.
        VerifierNotIndependent = "verifier-not-independent",
        /// Only an auditor verifies.
        VerifierNotAuditor = "verifier-not-auditor",
        /// Completion needs evidence.
        NoCompletionEvidence = "no-completion-evidence",
        /// The step needs a reason.
        ReasonMissing = "reason-missing",
        /// No permitted exception covers the finding today.
        NoValidException = "no-valid-exception",
    }
}

/// What a step is judged on. Fields that do not matter for a step stay at their default.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The grade of the finding.
    pub grade: Option<Grade>,
    /// Whether fact and criterion are written.
    pub finding_complete: bool,
    /// What the department said when it was asked last.
    pub view: Option<FactView>,
    /// Whether the day by which the department was to answer is over.
    pub answer_overdue: bool,
    /// Whether an order was given before the finding was confirmed.
    pub ordered_urgently: bool,
    /// Whether the plan names cause, corrective action, owner and due date.
    pub plan_complete: bool,
    /// Whether a plan was approved before the one at hand.
    pub approved_before: bool,
    /// Whether the due date lies before the start.
    pub due_before_start: bool,
    /// Whether the new due date is the one in force.
    pub due_unchanged: bool,
    /// The person who takes the step.
    pub actor: Option<Id>,
    /// Whether that person is an auditor on that day.
    pub actor_is_auditor: bool,
    /// The person who applied for the plan.
    pub applicant: Option<Id>,
    /// The persons who own the plan or owned it: who was named, and who holds the post on that day.
    pub owners: Vec<Id>,
    /// Who reported the completion.
    pub reporter: Option<Id>,
    /// How many pieces of completion evidence there are.
    pub completion_evidence: usize,
    /// The reason given, if any.
    pub reason: Option<String>,
    /// The compelling reason (やむを得ない理由) why nobody else can approve, if any is given.
    pub escape_reason: Option<String>,
    /// Whether a permitted exception covers the finding.
    pub exception_valid: bool,
}

/// One legal step.
pub type Step = machine::Step<FindingState, FindingAction, Refusal, Facts>;
type Condition = machine::Condition<Refusal, Facts>;

const IMPROVABLE: Condition = (Refusal::NothingToImprove, |f| f.grade != Some(Grade::GoodPractice));
const FINDING_COMPLETE: Condition = (Refusal::IncompleteFinding, |f| f.finding_complete);
const VIEW_KNOWN: Condition = (Refusal::ViewMissing, |f| f.view.is_some());
const SILENT_LONG_ENOUGH: Condition =
    (Refusal::AnswerStillDue, |f| f.view != Some(FactView::NoAnswer) || f.answer_overdue);
const OBJECTION_ANSWERED: Condition =
    (Refusal::ObjectionUnanswered, |f| !f.view.is_some_and(FactView::disputes) || has_reason(f));
const NOT_ORDERED: Condition = (Refusal::OrderedAlready, |f| !f.ordered_urgently);
const PLAN_COMPLETE: Condition = (Refusal::IncompletePlan, |f| f.plan_complete);
const DUE_IN_ORDER: Condition = (Refusal::DueBeforeStart, |f| !f.due_before_start);
const DUE_CHANGED: Condition = (Refusal::DueUnchanged, |f| !f.due_unchanged);
const SECOND_APPROVER: Condition =
    (Refusal::ApproverIsApplicant, |f| (f.actor.is_some() && f.actor != f.applicant) || is_compelled(f));
const APPROVER_NOT_OWNER: Condition =
    (Refusal::ApproverIsOwner, |f| f.actor.is_none_or(|actor| !f.owners.contains(&actor)) || is_compelled(f));
const SECOND_VERIFIER: Condition = (Refusal::VerifierNotIndependent, |f| {
    f.actor.is_some_and(|actor| f.applicant != Some(actor) && f.reporter != Some(actor) && !f.owners.contains(&actor))
});
const VERIFIER_IS_AUDITOR: Condition = (Refusal::VerifierNotAuditor, |f| f.actor_is_auditor);
const COMPLETION_EVIDENCE: Condition = (Refusal::NoCompletionEvidence, |f| f.completion_evidence > 0);
const REASON: Condition = (Refusal::ReasonMissing, has_reason);
const EXCEPTION_VALID: Condition = (Refusal::NoValidException, |f| f.exception_valid);

const URGENT: Case<Facts> = Case { key: "ordered_urgently", holds: |f| f.ordered_urgently };
const APPROVED_BEFORE: Case<Facts> = Case { key: "approved_before", holds: |f| f.approved_before };

fn has_reason(facts: &Facts) -> bool {
    is_written(facts.reason.as_deref())
}

fn is_compelled(facts: &Facts) -> bool {
    is_written(facts.escape_reason.as_deref())
}

fn is_written(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

keyed_enum! {
    /// Why a follow-up audit has a finding on its list.
    pub enum FollowUp {
        /// 検証待ち: its completion is reported and nobody has verified it.
        ToVerify = "to_verify",
        /// 期限超過: it should have been completed by now.
        Overdue = "overdue",
        /// 検証済: it was verified in this audit.
        Verified = "verified",
    }
}

/// Why a finding stands on the list of a follow-up audit, or nothing where the audit need not look at it. `late` is
/// whether its due date is over, `verified_here` whether it was verified in this audit.
#[must_use]
pub fn follow_up(state: FindingState, late: bool, verified_here: bool) -> Option<FollowUp> {
    use FindingState as S;
    match state {
        S::Reported => Some(FollowUp::ToVerify),
        _ if verified_here => Some(FollowUp::Verified),
        S::Ordered | S::Planned | S::Correcting if late => Some(FollowUp::Overdue),
        _ => None,
    }
}

/// Every legal step. What does not stand here is refused. A good practice needs nobody's view: it is confirmed at once.
pub const STEPS: &[Step] = {
    use FindingAction as A;
    use FindingState as S;
    use Who::{Approver, AuditTeam, Ciso, Department, Verifier};
    const GOOD: Case<Facts> = Case { key: "good_practice", holds: |f| matches!(f.grade, Some(Grade::GoodPractice)) };
    const fn step(from: S, action: A, who: Who, to: S, conditions: &'static [Condition]) -> Step {
        Step { from, action, who, to, case: None, conditions }
    }
    const fn when(case: Case<Facts>, step: Step) -> Step {
        Step { case: Some(case), ..step }
    }
    const CONFIRM: &[Condition] = &[FINDING_COMPLETE, VIEW_KNOWN, OBJECTION_ANSWERED];
    const PLAN: &[Condition] = &[PLAN_COMPLETE, DUE_IN_ORDER];
    const CHANGE: &[Condition] = &[DUE_IN_ORDER, DUE_CHANGED, REASON, SECOND_APPROVER, APPROVER_NOT_OWNER];
    &[
        step(S::Draft, A::SendCheck, AuditTeam, S::FactCheck, &[FINDING_COMPLETE]),
        step(S::Draft, A::RecordView, Department, S::FactCheck, &[FINDING_COMPLETE, VIEW_KNOWN, SILENT_LONG_ENOUGH]),
        when(GOOD, step(S::Draft, A::Confirm, AuditTeam, S::Confirmed, &[FINDING_COMPLETE])),
        step(S::Draft, A::OrderUrgently, Ciso, S::Draft, &[IMPROVABLE, FINDING_COMPLETE, NOT_ORDERED, REASON]),
        step(S::FactCheck, A::RecordView, Department, S::FactCheck, &[VIEW_KNOWN, SILENT_LONG_ENOUGH]),
        step(S::FactCheck, A::WithdrawCheck, AuditTeam, S::Draft, &[REASON]),
        when(URGENT, step(S::FactCheck, A::Confirm, AuditTeam, S::Ordered, CONFIRM)),
        step(S::FactCheck, A::Confirm, AuditTeam, S::Confirmed, CONFIRM),
        step(S::FactCheck, A::OrderUrgently, Ciso, S::FactCheck, &[IMPROVABLE, NOT_ORDERED, REASON]),
        step(S::Confirmed, A::Order, Ciso, S::Ordered, &[IMPROVABLE]),
        step(S::Ordered, A::SubmitPlan, Department, S::Planned, PLAN),
        step(S::Ordered, A::Except, AuditTeam, S::Excepted, &[EXCEPTION_VALID]),
        step(S::Planned, A::SubmitPlan, Department, S::Planned, PLAN),
        step(S::Planned, A::ApprovePlan, Approver, S::Correcting, &[SECOND_APPROVER, APPROVER_NOT_OWNER]),
        when(APPROVED_BEFORE, step(S::Planned, A::ReturnPlan, Approver, S::Correcting, &[REASON])),
        step(S::Planned, A::ReturnPlan, Approver, S::Ordered, &[REASON]),
        step(S::Correcting, A::ReportProgress, Department, S::Correcting, &[]),
        step(S::Correcting, A::ChangeDue, Approver, S::Correcting, CHANGE),
        step(S::Correcting, A::SubmitPlan, Department, S::Planned, PLAN),
        step(S::Correcting, A::ReportCompletion, Department, S::Reported, &[COMPLETION_EVIDENCE]),
        step(S::Correcting, A::Except, AuditTeam, S::Excepted, &[EXCEPTION_VALID]),
        step(
            S::Reported,
            A::VerifyEffective,
            Verifier,
            S::Closed,
            &[COMPLETION_EVIDENCE, SECOND_VERIFIER, VERIFIER_IS_AUDITOR],
        ),
        step(
            S::Reported,
            A::VerifyInsufficient,
            Verifier,
            S::Correcting,
            &[SECOND_VERIFIER, VERIFIER_IS_AUDITOR, REASON],
        ),
        step(S::Closed, A::Reopen, AuditTeam, S::Correcting, &[REASON]),
        when(APPROVED_BEFORE, step(S::Excepted, A::Resume, AuditTeam, S::Correcting, &[REASON])),
        step(S::Excepted, A::Resume, AuditTeam, S::Ordered, &[REASON]),
    ]
};

/// The state after a step, or why it is refused.
pub fn step(state: FindingState, action: FindingAction, facts: &Facts) -> Result<FindingState, Refusal> {
    machine::take(STEPS, Refusal::WrongState, state, action, facts)
}

/// The actions that exist in a state, whatever their conditions.
pub fn actions(state: FindingState) -> Vec<FindingAction> {
    machine::actions(STEPS, state)
}

#[cfg(test)]
mod tests;
