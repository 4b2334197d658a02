//! 横展開: other departments are asked whether they have the same problem. A department that has it gets a finding of
//! its own, so that nobody corrects what nobody follows.

use crate::keyed_enum;
use crate::machine::{self, Who};

keyed_enum! {
    /// Where a check stands.
    pub enum HorizontalState {
        /// 依頼中
        Asked = "asked",
        /// 回答あり
        Answered = "answered",
        /// 完了
        Settled = "settled",
    }
}

keyed_enum! {
    /// 横展開要否: whether other departments are to be asked.
    pub enum HorizontalNeed {
        /// 未定
        Undecided = "undecided",
        /// 要
        Needed = "needed",
        /// 否
        NotNeeded = "not_needed",
    }
}

keyed_enum! {
    /// What a department answers.
    pub enum HorizontalResult {
        /// 問題なし
        Clear = "clear",
        /// 同じ問題あり
        Same = "same",
        /// 該当なし
        NotApplicable = "not_applicable",
    }
}

keyed_enum! {
    /// What is done with a check.
    pub enum HorizontalAction {
        /// 回答の記録
        Answer = "answer",
        /// 再確認の依頼
        AskAgain = "ask_again",
        /// 指摘事項にする
        MakeFinding = "make_finding",
        /// 確認済みにする
        Settle = "settle",
    }
}

keyed_enum! {
    /// Why a step is refused.
    pub enum HorizontalRefusal {
        /// The step does not exist in this state.
        WrongState = "horizontal-wrong-state",
        /// The answer does not say how that was looked at.
        AnswerMissing = "horizontal-answer-missing",
        /// Only a department that has the problem gets a finding.
        NoProblem = "horizontal-no-problem",
        /// It has its finding already.
        FindingExists = "horizontal-finding-exists",
        /// The department has the problem, and there is no finding yet.
        FindingMissing = "horizontal-finding-missing",
        /// The step needs a reason.
        ReasonMissing = "horizontal-reason-missing",
    }
}

/// What a step is judged on.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// What the department answered.
    pub result: Option<HorizontalResult>,
    /// Whether it said how it looked at it.
    pub explained: bool,
    /// Whether it has a finding of its own.
    pub has_finding: bool,
    /// Whether a reason is given.
    pub reason: bool,
}

/// One legal step.
pub type Step = machine::Step<HorizontalState, HorizontalAction, HorizontalRefusal, Facts>;

/// Every legal step.
pub const STEPS: &[Step] = {
    use HorizontalAction as A;
    use HorizontalRefusal as R;
    use HorizontalState as S;
    const EXPLAINED: machine::Condition<R, Facts> = (R::AnswerMissing, |f| f.result.is_some() && f.explained);
    const SAME: machine::Condition<R, Facts> = (R::NoProblem, |f| matches!(f.result, Some(HorizontalResult::Same)));
    const NEW: machine::Condition<R, Facts> = (R::FindingExists, |f| !f.has_finding);
    const FOLLOWED: machine::Condition<R, Facts> =
        (R::FindingMissing, |f| !matches!(f.result, Some(HorizontalResult::Same)) || f.has_finding);
    const REASON: machine::Condition<R, Facts> = (R::ReasonMissing, |f| f.reason);
    const fn step(from: S, action: A, who: Who, to: S, conditions: &'static [machine::Condition<R, Facts>]) -> Step {
        Step { from, action, who, to, case: None, conditions }
    }
    &[
        step(S::Asked, A::Answer, Who::Department, S::Answered, &[EXPLAINED]),
        step(S::Answered, A::Answer, Who::Department, S::Answered, &[EXPLAINED]),
        step(S::Answered, A::AskAgain, Who::AuditTeam, S::Asked, &[REASON]),
        step(S::Answered, A::MakeFinding, Who::AuditTeam, S::Settled, &[SAME, NEW]),
        step(S::Answered, A::Settle, Who::AuditTeam, S::Settled, &[FOLLOWED]),
    ]
};

/// The state after a step, or why it is refused.
pub fn step(
    state: HorizontalState,
    action: HorizontalAction,
    facts: &Facts,
) -> Result<HorizontalState, HorizontalRefusal> {
    machine::take(STEPS, HorizontalRefusal::WrongState, state, action, facts)
}

/// The actions that exist in a state, whatever their conditions.
pub fn actions(state: HorizontalState) -> Vec<HorizontalAction> {
    machine::actions(STEPS, state)
}

#[cfg(test)]
mod tests {
    use super::{HorizontalAction as A, HorizontalRefusal as R, HorizontalState as S, *};
    use crate::Keyed;

    fn same() -> Facts {
        Facts { result: Some(HorizontalResult::Same), explained: true, has_finding: false, reason: true }
    }

    #[test]
    fn every_pair_is_a_step_or_a_wrong_state() {
        for &state in S::ALL {
            for &action in A::ALL {
                let listed = STEPS.iter().any(|step| step.from == state && step.action == action);
                assert_eq!(step(state, action, &same()) != Err(R::WrongState), listed, "{state:?} {action:?}");
            }
        }
    }

    #[test]
    fn a_problem_found_elsewhere_ends_in_a_finding() {
        assert_eq!(step(S::Answered, A::Settle, &same()), Err(R::FindingMissing));
        assert_eq!(step(S::Answered, A::MakeFinding, &same()), Ok(S::Settled));
        assert_eq!(step(S::Answered, A::MakeFinding, &Facts { has_finding: true, ..same() }), Err(R::FindingExists));
        let clear = Facts { result: Some(HorizontalResult::Clear), ..same() };
        assert_eq!(step(S::Answered, A::MakeFinding, &clear), Err(R::NoProblem));
        assert_eq!(step(S::Answered, A::Settle, &clear), Ok(S::Settled));
    }

    #[test]
    fn an_answer_says_how_it_was_looked_at_and_asking_again_says_why() {
        assert_eq!(step(S::Asked, A::Answer, &Facts { explained: false, ..same() }), Err(R::AnswerMissing));
        assert_eq!(step(S::Asked, A::Answer, &Facts { result: None, ..same() }), Err(R::AnswerMissing));
        assert_eq!(step(S::Answered, A::AskAgain, &Facts { reason: false, ..same() }), Err(R::ReasonMissing));
        assert_eq!(step(S::Answered, A::AskAgain, &same()), Ok(S::Asked));
    }
}
