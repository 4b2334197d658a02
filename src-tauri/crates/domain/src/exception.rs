//! 例外措置: leave to do otherwise than the standard says, or not to do it. Its life as a table, who may ask and who may
//! permit, on which days it is in force, and whether two of them are about the same.

mod course;

use crate::Id;
use crate::keyed_enum;
use crate::kinds::Role;
use crate::machine::{self, Case, Condition, Step, Who};
use crate::pack::Rules;

pub use course::{Claim, Course, Period, Point, Reach, overlap};

keyed_enum! {
    /// Where an exception stands.
    pub enum ExceptionState {
        /// 案
        Draft = "draft",
        /// 申請中
        Submitted = "submitted",
        /// 緊急実施(報告待ち): carried out, not reported yet.
        Emergency = "emergency",
        /// 緊急実施(審査待ち): carried out, reported, not decided yet.
        Reported = "reported",
        /// 許可
        Permitted = "permitted",
        /// 延長申請中: what was permitted runs on until its end.
        Extending = "extending",
        /// 不許可
        Refused = "refused",
        /// 取下げ
        Withdrawn = "withdrawn",
        /// 終了
        Ended = "ended",
    }
}

keyed_enum! {
    /// What is done with an exception.
    pub enum ExceptionAction {
        /// 申請
        Submit = "submit",
        /// 緊急実施の記録
        CarryOut = "carry_out",
        /// 事後報告
        Report = "report",
        /// 軽微の判定
        Judge = "judge",
        /// 許可
        Permit = "permit",
        /// 条件付き許可
        PermitWithConditions = "permit_with_conditions",
        /// 不許可
        Refuse = "refuse",
        /// 定期確認
        Review = "review",
        /// 延長の申請
        Extend = "extend",
        /// 終了の報告
        End = "end",
        /// 取下げ
        Withdraw = "withdraw",
    }
}

keyed_enum! {
    /// Why a step is refused. Each has its message, which also says what would make the step legal.
    pub enum ExceptionRefusal {
        /// The step does not exist in this state.
        WrongState = "wrong-state",
        /// Something an application has to say is missing.
        Incomplete = "incomplete",
        /// The period ends before it begins, or a further period begins before the last one ends.
        PeriodOrder = "period-order",
        /// The day of the step lies in the future, or before the step it follows.
        DayOrder = "day-order",
        /// The applicant holds none of the roles that may ask.
        NotAnApplicant = "not-an-applicant",
        /// The department is closed.
        DepartmentClosed = "department-closed",
        /// Another exception is about the same, at the same place and time.
        Overlaps = "overlaps",
        /// The standard knows no minor exceptions.
        NoMinor = "no-minor",
        /// Whoever judges does not hold the role that may.
        NotAJudge = "not-a-judge",
        /// The approver holds no role that may permit this one.
        NotAnApprover = "not-an-approver",
        /// Applicant and approver are one person, and the standard lets no reason excuse it.
        OnePerson = "one-person",
        /// They are one person, and the reason that the standard would accept is missing.
        OnePersonReason = "one-person-reason",
        /// The opinion is missing.
        OpinionMissing = "opinion-missing",
        /// The conditions are missing.
        ConditionsMissing = "conditions-missing",
        /// The standard asks for a regular look, and no day is set for it.
        ReviewMissing = "review-missing",
        /// The step needs to be explained.
        TextMissing = "text-missing",
    }
}

keyed_enum! {
    /// What is asked for.
    pub enum ExceptionManner {
        /// 遵守事項とは異なる方法を採用する
        OtherMethod = "other_method",
        /// 遵守事項を実施しない
        NotDone = "not_done",
    }
}

keyed_enum! {
    /// What was decided.
    pub enum ExceptionResult {
        /// 許可
        Permitted = "permitted",
        /// 条件付き許可
        Conditional = "conditional",
        /// 不許可
        Refused = "refused",
    }
}

keyed_enum! {
    /// What a regular look came to.
    pub enum ExceptionLook {
        /// 継続
        Continue = "continue",
        /// 改善を求める
        Improve = "improve",
        /// 終了を求める
        Stop = "stop",
    }
}

keyed_enum! {
    /// What an exception is on a day, as a reader wants to know it.
    pub enum ExceptionStanding {
        /// 案
        Draft = "draft",
        /// 審査待ち
        Waiting = "waiting",
        /// 緊急実施(未報告)
        Unreported = "unreported",
        /// 緊急実施(審査待ち)
        Reported = "reported",
        /// 許可済(開始前)
        Coming = "coming",
        /// 実施中
        Running = "running",
        /// 期限切れ
        Expired = "expired",
        /// 不許可
        Refused = "refused",
        /// 取下げ
        Withdrawn = "withdrawn",
        /// 終了
        Ended = "ended",
    }
}

/// What a step is judged on. Fields that do not matter for a step may stay at their default.
#[derive(Clone, Debug, Default)]
pub struct ExceptionFacts {
    /// Whether everything an application has to say is written.
    pub complete: bool,
    /// Whether the period asked for is in order.
    pub period_in_order: bool,
    /// Whether the day of the step is in order.
    pub day_in_order: bool,
    /// Whether the applicant holds a role that may ask.
    pub applicant_may: bool,
    /// Whether the department is closed.
    pub department_closed: bool,
    /// Whether another exception is about the same.
    pub overlaps: bool,
    /// Whether the standard knows minor exceptions.
    pub knows_minor: bool,
    /// Whether whoever judges what is minor may.
    pub judge_may: bool,
    /// Whether the approver holds a role that may permit this one.
    pub approver_may: bool,
    /// Who asked.
    pub applicant: Option<Id>,
    /// Who decides.
    pub approver: Option<Id>,
    /// Whether the standard lets a reason excuse that both are one person.
    pub escape: bool,
    /// Whether that reason is given.
    pub escape_reason: bool,
    /// Whether the opinion is written.
    pub opinion: bool,
    /// Whether the conditions are written.
    pub conditions: bool,
    /// Whether the standard asks for a regular look and no day is set for it.
    pub review_missing: bool,
    /// Whether the step is explained.
    pub text: bool,
}

/// One step of the life of an exception.
pub type ExceptionStep = Step<ExceptionState, ExceptionAction, ExceptionRefusal, ExceptionFacts>;
type If = Condition<ExceptionRefusal, ExceptionFacts>;

const COMPLETE: If = (ExceptionRefusal::Incomplete, |f| f.complete);
const PERIOD: If = (ExceptionRefusal::PeriodOrder, |f| f.period_in_order);
const DAY: If = (ExceptionRefusal::DayOrder, |f| f.day_in_order);
const APPLICANT: If = (ExceptionRefusal::NotAnApplicant, |f| f.applicant.is_some() && f.applicant_may);
const OPEN: If = (ExceptionRefusal::DepartmentClosed, |f| !f.department_closed);
const ALONE: If = (ExceptionRefusal::Overlaps, |f| !f.overlaps);
const MINOR: If = (ExceptionRefusal::NoMinor, |f| f.knows_minor);
const JUDGE: If = (ExceptionRefusal::NotAJudge, |f| f.judge_may);
const APPROVER: If = (ExceptionRefusal::NotAnApprover, |f| f.approver.is_some() && f.approver_may);
const SECOND: If = (ExceptionRefusal::OnePerson, |f| f.approver != f.applicant || f.escape);
const SECOND_REASON: If = (ExceptionRefusal::OnePersonReason, |f| f.approver != f.applicant || f.escape_reason);
const OPINION: If = (ExceptionRefusal::OpinionMissing, |f| f.opinion);
const CONDITIONS: If = (ExceptionRefusal::ConditionsMissing, |f| f.conditions);
const REVIEW: If = (ExceptionRefusal::ReviewMissing, |f| !f.review_missing);
const TEXT: If = (ExceptionRefusal::TextMissing, |f| f.text);

const ASKED: &[If] = &[COMPLETE, PERIOD, APPLICANT, OPEN, DAY, ALONE];
const FURTHER: &[If] = &[PERIOD, TEXT, APPLICANT, OPEN, DAY, ALONE];
const JUDGED: &[If] = &[MINOR, JUDGE, DAY];
const PERMITTED: &[If] = &[DAY, APPROVER, SECOND, SECOND_REASON, OPINION, REVIEW];
const CONDITIONAL: &[If] = &[DAY, APPROVER, SECOND, SECOND_REASON, OPINION, CONDITIONS, REVIEW];
const REFUSED: &[If] = &[DAY, APPROVER, SECOND, SECOND_REASON, OPINION];
const LOOKED_AT: &[If] = &[DAY, TEXT, REVIEW];
const EXPLAINED: &[If] = &[TEXT, DAY];

const NO_CASE: Option<Case<ExceptionFacts>> = None;

/// Every legal step. What does not stand here is refused.
pub const STEPS: &[ExceptionStep] = {
    use ExceptionAction as A;
    use ExceptionState as S;
    const fn step(from: S, action: A, who: Who, to: S, conditions: &'static [If]) -> ExceptionStep {
        Step { from, action, who, to, case: NO_CASE, conditions }
    }
    &[
        step(S::Draft, A::Submit, Who::Applicant, S::Submitted, ASKED),
        step(S::Draft, A::CarryOut, Who::Applicant, S::Emergency, ASKED),
        step(S::Submitted, A::Judge, Who::Approver, S::Submitted, JUDGED),
        step(S::Submitted, A::Permit, Who::Approver, S::Permitted, PERMITTED),
        step(S::Submitted, A::PermitWithConditions, Who::Approver, S::Permitted, CONDITIONAL),
        step(S::Submitted, A::Refuse, Who::Approver, S::Refused, REFUSED),
        step(S::Submitted, A::Withdraw, Who::Applicant, S::Withdrawn, EXPLAINED),
        step(S::Emergency, A::Report, Who::Applicant, S::Reported, EXPLAINED),
        step(S::Reported, A::Judge, Who::Approver, S::Reported, JUDGED),
        step(S::Reported, A::Permit, Who::Approver, S::Permitted, PERMITTED),
        step(S::Reported, A::PermitWithConditions, Who::Approver, S::Permitted, CONDITIONAL),
        step(S::Reported, A::Refuse, Who::Approver, S::Refused, REFUSED),
        step(S::Reported, A::End, Who::Applicant, S::Ended, EXPLAINED),
        step(S::Permitted, A::Review, Who::Approver, S::Permitted, LOOKED_AT),
        step(S::Permitted, A::Extend, Who::Applicant, S::Extending, FURTHER),
        step(S::Permitted, A::End, Who::Applicant, S::Ended, EXPLAINED),
        step(S::Extending, A::Judge, Who::Approver, S::Extending, JUDGED),
        step(S::Extending, A::Permit, Who::Approver, S::Permitted, PERMITTED),
        step(S::Extending, A::PermitWithConditions, Who::Approver, S::Permitted, CONDITIONAL),
        step(S::Extending, A::Refuse, Who::Approver, S::Permitted, REFUSED),
        step(S::Extending, A::Withdraw, Who::Applicant, S::Permitted, EXPLAINED),
        step(S::Extending, A::Review, Who::Approver, S::Extending, LOOKED_AT),
        step(S::Extending, A::End, Who::Applicant, S::Ended, EXPLAINED),
    ]
};

/// The state after a step, or why it is refused.
pub fn step(
    state: ExceptionState,
    action: ExceptionAction,
    facts: &ExceptionFacts,
) -> Result<ExceptionState, ExceptionRefusal> {
    machine::take(STEPS, ExceptionRefusal::WrongState, state, action, facts)
}

/// The actions that exist in a state, whatever their conditions.
#[must_use]
pub fn actions(state: ExceptionState) -> Vec<ExceptionAction> {
    machine::actions(STEPS, state)
}

impl ExceptionState {
    /// Whether it still holds its place: nobody else may ask for the same meanwhile.
    #[must_use]
    pub fn is_live(self) -> bool {
        use ExceptionState as S;
        matches!(self, S::Submitted | S::Emergency | S::Reported | S::Permitted | S::Extending)
    }

    /// Whether somebody has to decide.
    #[must_use]
    pub fn is_waiting(self) -> bool {
        matches!(self, ExceptionState::Submitted | ExceptionState::Reported | ExceptionState::Extending)
    }
}

/// Of some roles, those that may ask for an exception.
#[must_use]
pub fn asking(rules: &Rules, held: &[Role]) -> Vec<Role> {
    rules.exception_applicants.iter().copied().filter(|role| held.contains(role)).collect()
}

/// Of some roles, those that may say what is minor: whoever may permit only that.
#[must_use]
pub fn judging(rules: &Rules, held: &[Role]) -> Vec<Role> {
    let minor = rules.exception_approvers.iter().filter(|one| one.minor_only).map(|one| one.role);
    minor.filter(|role| held.contains(role)).collect()
}

/// Of some roles, those that may decide. A role that may permit only what is minor may do so only where it has itself
/// judged it to be minor.
#[must_use]
pub fn deciding(rules: &Rules, held: &[Role], minor_by: Option<Role>) -> Vec<Role> {
    let may = rules.exception_approvers.iter().filter(|one| !one.minor_only || minor_by == Some(one.role));
    may.map(|one| one.role).filter(|role| held.contains(role)).collect()
}

#[cfg(test)]
mod tests;
