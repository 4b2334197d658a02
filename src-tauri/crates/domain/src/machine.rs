//! A life as a table: in a state, an action by somebody leads to another state, if its conditions hold. Every life of
//! the product that has states is such a table, so that what is legal can be read, tested and printed in one way.

use crate::{Keyed, keyed_enum};

keyed_enum! {
    /// Who takes a step. Where it matters which person that is, a condition of the step compares persons.
    pub enum Who {
        /// 監査人
        AuditTeam = "audit_team",
        /// 監査統括責任者
        AuditHead = "audit_head",
        /// CISO
        Ciso = "ciso",
        /// 対象課
        Department = "department",
        /// 申請者
        Applicant = "applicant",
        /// 承認者
        Approver = "approver",
        /// 検証する監査人
        Verifier = "verifier",
    }
}

/// A condition on a step: the refusal it gives unless the predicate holds.
pub type Condition<R, F> = (R, fn(&F) -> bool);

/// One legal step.
#[derive(Debug)]
pub struct Step<S: 'static, A: 'static, R: 'static, F: 'static> {
    /// The state before.
    pub from: S,
    /// What is done.
    pub action: A,
    /// By whom.
    pub who: Who,
    /// The state after.
    pub to: S,
    /// Which of several rows for the same state and action this is; the first whose case holds counts.
    pub case: Option<Case<F>>,
    /// The conditions, all of which must hold.
    pub conditions: &'static [Condition<R, F>],
}

/// What tells one row from another for the same state and action.
#[derive(Debug)]
pub struct Case<F: 'static> {
    /// Its key, which names its message.
    pub key: &'static str,
    /// Whether it is the case.
    pub holds: fn(&F) -> bool,
}

impl<F> Clone for Case<F> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<F> Copy for Case<F> {}

/// The state after a step, or why it is refused; `wrong_state` is the refusal of what the table does not have.
pub fn take<S: Keyed + PartialEq, A: Keyed + PartialEq, R: Copy, F>(
    steps: &[Step<S, A, R, F>],
    wrong_state: R,
    state: S,
    action: A,
    facts: &F,
) -> Result<S, R> {
    let step = steps
        .iter()
        .filter(|step| step.from == state && step.action == action)
        .find(|step| step.case.is_none_or(|case| (case.holds)(facts)))
        .ok_or(wrong_state)?;
    match step.conditions.iter().find(|(_, holds)| !holds(facts)) {
        Some((refusal, _)) => Err(*refusal),
        None => Ok(step.to),
    }
}

/// The actions that exist in a state, whatever their conditions, in the order of the table.
pub fn actions<S: PartialEq + Copy, A: PartialEq + Copy, R, F>(steps: &[Step<S, A, R, F>], state: S) -> Vec<A> {
    let mut actions = Vec::new();
    for step in steps.iter().filter(|step| step.from == state) {
        if !actions.contains(&step.action) {
            actions.push(step.action);
        }
    }
    actions
}

/// A row of the table as keys, to be printed: state, action, who, case, conditions, state after.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// The state before.
    pub from: &'static str,
    /// What is done.
    pub action: &'static str,
    /// By whom.
    pub who: &'static str,
    /// The case, if there are several.
    pub case: Option<&'static str>,
    /// The refusals of its conditions.
    pub conditions: Vec<&'static str>,
    /// The state after.
    pub to: &'static str,
}

/// The table as keys.
pub fn lines<S: Keyed, A: Keyed, R: Keyed, F>(steps: &[Step<S, A, R, F>]) -> Vec<Line> {
    let line = |step: &Step<S, A, R, F>| Line {
        from: step.from.key(),
        action: step.action.key(),
        who: step.who.key(),
        case: step.case.map(|case| case.key),
        conditions: step.conditions.iter().map(|(refusal, _)| refusal.key()).collect(),
        to: step.to.key(),
    };
    steps.iter().map(line).collect()
}
