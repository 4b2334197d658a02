//! 見直し: proposals to change the standard, from draft to what became of them.

use crate::keyed_enum;
use crate::machine::{self, Condition, Step, Who};

keyed_enum! {
    /// Where a proposal stands.
    pub enum ProposalState {
        /// 案
        Draft = "draft",
        /// 提出
        Submitted = "submitted",
        /// 保留
        Held = "held",
        /// 改正
        Revised = "revised",
        /// 見送り
        Dropped = "dropped",
    }
}

keyed_enum! {
    /// What is done with a proposal.
    pub enum ProposalAction {
        /// 提出
        Submit = "submit",
        /// 案に戻す
        TakeBack = "take_back",
        /// 改正
        Revise = "revise",
        /// 見送り
        Drop = "drop",
        /// 保留
        Hold = "hold",
    }
}

keyed_enum! {
    /// Why a step is refused. Each has its message, which also says what would make the step legal.
    pub enum ProposalRefusal {
        /// The step does not exist in this state.
        WrongState = "wrong-state",
        /// Clause, wording or reason is missing.
        Incomplete = "incomplete",
        /// The proposed wording is the present one.
        NothingChanges = "nothing-changes",
        /// The day lies in the future, or before the step it follows.
        DayOrder = "day-order",
        /// It is not written who decided.
        DeciderMissing = "decider-missing",
        /// It is not written why.
        ReasonMissing = "reason-missing",
    }
}

keyed_enum! {
    /// Where a proposal comes from.
    pub enum ProposalSource {
        /// 監査の指摘
        Finding = "finding",
        /// 例外措置
        Exception = "exception",
        /// 自己点検
        SelfCheck = "self_check",
        /// 他組織の事故
        Incident = "incident",
        /// 法令等の改正
        Law = "law",
        /// その他
        Other = "other",
    }
}

/// What a step is judged on.
#[derive(Clone, Debug, Default)]
pub struct ProposalFacts {
    /// Whether clause, proposed wording and reason are written.
    pub complete: bool,
    /// Whether the proposed wording is another than the present one.
    pub changes: bool,
    /// Whether the day of the step is in order.
    pub day_in_order: bool,
    /// Whether it is written who decided.
    pub decider: bool,
    /// Whether the step is explained.
    pub reason: bool,
}

/// One step of the life of a proposal.
pub type ProposalStep = Step<ProposalState, ProposalAction, ProposalRefusal, ProposalFacts>;
type If = Condition<ProposalRefusal, ProposalFacts>;

const COMPLETE: If = (ProposalRefusal::Incomplete, |f| f.complete);
const CHANGES: If = (ProposalRefusal::NothingChanges, |f| f.changes);
const DAY: If = (ProposalRefusal::DayOrder, |f| f.day_in_order);
const DECIDER: If = (ProposalRefusal::DeciderMissing, |f| f.decider);
const REASON: If = (ProposalRefusal::ReasonMissing, |f| f.reason);

/// Every legal step. What does not stand here is refused.
pub const STEPS: &[ProposalStep] = {
    use ProposalAction as A;
    use ProposalState as S;
    const fn step(from: S, action: A, who: Who, to: S, conditions: &'static [If]) -> ProposalStep {
        Step { from, action, who, to, case: None, conditions }
    }
    &[
        step(S::Draft, A::Submit, Who::AuditHead, S::Submitted, &[COMPLETE, CHANGES, DAY]),
        step(S::Submitted, A::TakeBack, Who::AuditHead, S::Draft, &[]),
        step(S::Submitted, A::Revise, Who::Ciso, S::Revised, &[DAY, DECIDER]),
        step(S::Submitted, A::Drop, Who::Ciso, S::Dropped, &[DAY, DECIDER, REASON]),
        step(S::Submitted, A::Hold, Who::Ciso, S::Held, &[DAY, DECIDER, REASON]),
        step(S::Held, A::TakeBack, Who::AuditHead, S::Draft, &[]),
        step(S::Held, A::Revise, Who::Ciso, S::Revised, &[DAY, DECIDER]),
        step(S::Held, A::Drop, Who::Ciso, S::Dropped, &[DAY, DECIDER, REASON]),
    ]
};

/// The state after a step, or why it is refused.
pub fn step(
    state: ProposalState,
    action: ProposalAction,
    facts: &ProposalFacts,
) -> Result<ProposalState, ProposalRefusal> {
    machine::take(STEPS, ProposalRefusal::WrongState, state, action, facts)
}

/// The actions that exist in a state, whatever their conditions.
#[must_use]
pub fn actions(state: ProposalState) -> Vec<ProposalAction> {
    machine::actions(STEPS, state)
}

#[cfg(test)]
mod tests {
    use super::{ProposalAction as A, ProposalFacts as Facts, ProposalRefusal as R, ProposalState as S, *};
    use crate::Keyed;

    fn all() -> Facts {
        Facts { complete: true, changes: true, day_in_order: true, decider: true, reason: true }
    }

    #[test]
    fn every_pair_of_state_and_action_is_a_step_or_refused_as_wrong_state() {
        let expected: &[(S, A, S)] = &[
            (S::Draft, A::Submit, S::Submitted),
            (S::Submitted, A::TakeBack, S::Draft),
            (S::Submitted, A::Revise, S::Revised),
            (S::Submitted, A::Drop, S::Dropped),
            (S::Submitted, A::Hold, S::Held),
            (S::Held, A::TakeBack, S::Draft),
            (S::Held, A::Revise, S::Revised),
            (S::Held, A::Drop, S::Dropped),
        ];
        for &state in S::ALL {
            for &action in A::ALL {
                let to = expected.iter().find(|(from, by, _)| (*from, *by) == (state, action)).map(|(_, _, to)| *to);
                assert_eq!(step(state, action, &all()), to.ok_or(R::WrongState), "{state:?} {action:?}");
            }
        }
        assert!(actions(S::Revised).is_empty() && actions(S::Dropped).is_empty(), "what is decided stays decided");
    }

    #[test]
    fn each_condition_refuses_on_its_own() {
        let cases: &[(S, A, Facts, R)] = &[
            (S::Draft, A::Submit, Facts { complete: false, ..all() }, R::Incomplete),
            (S::Draft, A::Submit, Facts { changes: false, ..all() }, R::NothingChanges),
            (S::Draft, A::Submit, Facts { day_in_order: false, ..all() }, R::DayOrder),
            (S::Submitted, A::Revise, Facts { day_in_order: false, ..all() }, R::DayOrder),
            (S::Submitted, A::Revise, Facts { decider: false, ..all() }, R::DeciderMissing),
            (S::Submitted, A::Drop, Facts { reason: false, ..all() }, R::ReasonMissing),
            (S::Submitted, A::Hold, Facts { reason: false, ..all() }, R::ReasonMissing),
            (S::Held, A::Drop, Facts { decider: false, ..all() }, R::DeciderMissing),
        ];
        for (state, action, facts, refusal) in cases {
            assert_eq!(step(*state, *action, facts), Err(*refusal), "{state:?} {action:?}");
        }
        assert_eq!(step(S::Submitted, A::Revise, &Facts { reason: false, ..all() }), Ok(S::Revised));
    }
}
