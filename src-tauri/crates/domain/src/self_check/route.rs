//! Whose hands the sheets of a self-inspection go through, as the standard lays it down.

use crate::kinds::Role;
use crate::pack::{RuleKey, Rules};
use jiff::civil::Date;

/// A step of the route: who has it in hand, and the clause that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteRule {
    /// The role.
    pub role: Role,
    /// The clause; nothing where the standard has none.
    pub clause: Option<String>,
}

/// The route of a standard: the section, who draws the sheets together, who receives the result. A standard that says
/// nothing of it leaves the route free: then only the section is given, where every sheet begins.
#[must_use]
pub fn route(rules: &Rules) -> Vec<RouteRule> {
    let step = |role: Role, key: RuleKey| RouteRule { role, clause: rules.basis(key).map(str::to_owned) };
    let mut steps = vec![step(Role::InfoManager, RuleKey::SelfCheckDepartment)];
    steps.extend(rules.self_check_collector.map(|role| step(role, RuleKey::SelfCheckReport)));
    steps.extend(rules.self_check_report_to.map(|role| step(role, RuleKey::SelfCheckFinalReport)));
    steps
}

/// Whether the steps were done one after the other: none before the one in front of it, and none while that is open.
#[must_use]
pub fn in_turn(done: &[Option<Date>]) -> bool {
    done.windows(2).all(|pair| match (pair[0], pair[1]) {
        (_, None) => true,
        (Some(before), Some(after)) => before <= after,
        (None, Some(_)) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn steps_are_done_in_turn() {
        let day = |n| Some(date(2026, 6, n));
        assert!(in_turn(&[]) && in_turn(&[None, None]) && in_turn(&[day(1), day(1), None]));
        assert!(!in_turn(&[None, day(1)]), "the first is still open");
        assert!(!in_turn(&[day(2), day(1)]), "done before it arrived");
    }
}
