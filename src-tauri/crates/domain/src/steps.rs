//! The way of an engagement from plan to end: which step is which, and what it needs. The states themselves are
//! [`EngagementState`]; a self-inspection has three of them, an audit all.

use crate::kinds::{EngagementKind, EngagementState};
use crate::{Keyed, keyed_enum};

keyed_enum! {
    /// What leads from one state to another.
    pub enum Step {
        /// One state further, or several: nothing more is asked.
        Forward = "forward",
        /// Fieldwork begins: the gate and independence are looked at first.
        Start = "start",
        /// Everything is locked: nothing may be left on loan.
        Close = "close",
        /// Back: the reason is kept.
        Back = "back",
        /// What was locked is opened again: the reason is kept.
        Unlock = "unlock",
    }
}

/// Why there is no step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoStep {
    /// It stands there already.
    Same,
    /// A self-inspection does not know this state.
    NotOfKind,
    /// Fieldwork is passed over; it has to be begun.
    OverFieldwork,
    /// Fieldwork was begun, and what is begun is not unbegun.
    BeforeFieldwork,
}

impl Step {
    /// Whether the reason has to be given.
    #[must_use]
    pub fn needs_reason(self) -> bool {
        matches!(self, Step::Back | Step::Unlock)
    }
}

/// The states a kind of engagement goes through, in order.
pub fn states(kind: EngagementKind) -> impl Iterator<Item = EngagementState> {
    let of_self_check = [EngagementState::Planned, EngagementState::Fieldwork, EngagementState::Closed];
    let fits = move |state: &EngagementState| kind == EngagementKind::Audit || of_self_check.contains(state);
    EngagementState::ALL.iter().copied().filter(fits)
}

/// Which state an engagement has when it is unlocked: one in which workpapers can be written again.
#[must_use]
pub fn unlocked(kind: EngagementKind) -> EngagementState {
    match kind {
        EngagementKind::Audit => EngagementState::WrapUp,
        EngagementKind::SelfCheck => EngagementState::Fieldwork,
    }
}

/// What leads from one state to another.
pub fn between(kind: EngagementKind, from: EngagementState, to: EngagementState) -> Result<Step, NoStep> {
    if from == to {
        return Err(NoStep::Same);
    }
    if !states(kind).any(|state| state == to) {
        return Err(NoStep::NotOfKind);
    }
    match (from.before_fieldwork(), to.before_fieldwork()) {
        (false, true) => Err(NoStep::BeforeFieldwork),
        (true, false) if to == EngagementState::Fieldwork => Ok(Step::Start),
        (true, false) => Err(NoStep::OverFieldwork),
        _ if from == EngagementState::Closed => Ok(Step::Unlock),
        _ if to == EngagementState::Closed => Ok(Step::Close),
        _ if to < from => Ok(Step::Back),
        _ => Ok(Step::Forward),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EngagementKind::{Audit, SelfCheck};
    use EngagementState as S;

    #[test]
    fn an_audit_goes_forward_freely_and_back_with_a_reason() {
        for (from, to, expected) in [
            (S::Planned, S::Notified, Ok(Step::Forward)),
            (S::Planned, S::Preliminary, Ok(Step::Forward)),
            (S::Preliminary, S::Planned, Ok(Step::Back)),
            (S::Planned, S::Fieldwork, Ok(Step::Start)),
            (S::Notified, S::WrapUp, Err(NoStep::OverFieldwork)),
            (S::Planned, S::Closed, Err(NoStep::OverFieldwork)),
            (S::Fieldwork, S::FactCheck, Ok(Step::Forward)),
            (S::Final, S::Drafting, Ok(Step::Back)),
            (S::Fieldwork, S::Preliminary, Err(NoStep::BeforeFieldwork)),
            (S::Fieldwork, S::Closed, Ok(Step::Close)),
            (S::FollowUp, S::Closed, Ok(Step::Close)),
            (S::Closed, S::WrapUp, Ok(Step::Unlock)),
            (S::Closed, S::Notified, Err(NoStep::BeforeFieldwork)),
            (S::Final, S::Final, Err(NoStep::Same)),
        ] {
            assert_eq!(between(Audit, from, to), expected, "{from:?} → {to:?}");
        }
    }

    #[test]
    fn a_self_inspection_knows_three_states() {
        assert_eq!(states(SelfCheck).collect::<Vec<_>>(), [S::Planned, S::Fieldwork, S::Closed]);
        assert_eq!(between(SelfCheck, S::Planned, S::Fieldwork), Ok(Step::Start));
        assert_eq!(between(SelfCheck, S::Fieldwork, S::Closed), Ok(Step::Close));
        assert_eq!(between(SelfCheck, S::Fieldwork, S::WrapUp), Err(NoStep::NotOfKind));
        assert_eq!(between(SelfCheck, S::Closed, unlocked(SelfCheck)), Ok(Step::Unlock));
    }

    #[test]
    fn what_is_unlocked_can_be_written() {
        assert!([Audit, SelfCheck].into_iter().all(|kind| unlocked(kind).writable()));
        assert!(Step::Back.needs_reason() && Step::Unlock.needs_reason());
        assert!(!Step::Forward.needs_reason() && !Step::Start.needs_reason() && !Step::Close.needs_reason());
    }
}
