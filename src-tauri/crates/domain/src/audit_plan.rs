//! 中期計画 and 年度計画: the steps a plan takes from a draft through the gate of its standard, and whether it looks at
//! everybody often enough.

use crate::keyed_enum;
use crate::pack::PlanAct;

keyed_enum! {
    /// How long a plan is for.
    pub enum AuditPlanKind {
        /// 中期計画, of several years
        MidTerm = "mid_term",
        /// 年度計画
        Annual = "annual",
    }
}

keyed_enum! {
    /// Where a plan stands.
    pub enum AuditPlanState {
        /// 案
        Draft = "draft",
        /// 承認待ち・報告待ち
        Waiting = "waiting",
        /// 報告済
        Reported = "reported",
        /// 承認済
        Approved = "approved",
        /// 改訂: a later edition has taken its place
        Revised = "revised",
        /// 廃止
        Abolished = "abolished",
    }
}

keyed_enum! {
    /// How something is audited.
    pub enum AuditMode {
        /// 実地監査
        OnSite = "on_site",
        /// 書面監査
        Desk = "desk",
    }
}

keyed_enum! {
    /// What can be done with a plan.
    pub enum AuditPlanStep {
        /// 提出する: it waits for its gate and is no longer edited
        Submit = "submit",
        /// 案に戻す
        Withdraw = "withdraw",
        /// 報告済・承認済にする
        Pass = "pass",
        /// 改訂する: a draft of the next edition
        Revise = "revise",
        /// 廃止する
        Abolish = "abolish",
    }
}

impl AuditPlanState {
    /// Whether what it plans may be edited.
    #[must_use]
    pub fn is_draft(self) -> bool {
        self == AuditPlanState::Draft
    }

    /// Whether it counts: it is neither replaced nor abolished.
    #[must_use]
    pub fn is_live(self) -> bool {
        !matches!(self, AuditPlanState::Revised | AuditPlanState::Abolished)
    }

    /// Whether it went through its gate and counts.
    #[must_use]
    pub fn is_in_force(self) -> bool {
        matches!(self, AuditPlanState::Reported | AuditPlanState::Approved)
    }
}

/// Where a plan stands after a step, or nothing if the step cannot be taken. What the gate is, its standard says.
#[must_use]
pub fn after(state: AuditPlanState, step: AuditPlanStep, gate: PlanAct) -> Option<AuditPlanState> {
    use AuditPlanState as S;
    use AuditPlanStep as Step;
    Some(match (state, step) {
        (S::Draft, Step::Submit) => S::Waiting,
        (S::Waiting, Step::Withdraw) => S::Draft,
        (S::Waiting, Step::Pass) => match gate {
            PlanAct::Report => S::Reported,
            PlanAct::Approve => S::Approved,
        },
        // The edition that is revised stays in force until the next one has passed.
        (S::Reported | S::Approved, Step::Revise) => state,
        (S::Draft | S::Waiting | S::Reported | S::Approved, Step::Abolish) => S::Abolished,
        _ => return None,
    })
}

/// How long something may go without an audit where no plan of several years says it: 3 years, as is usual.
pub const USUAL_YEARS: i64 = 3;

/// What is known of one department, system or contractor when a plan is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looks<'a> {
    /// Whether the plan must cover it. A department must be; a system may be.
    pub required: bool,
    /// The last fiscal year in which it exists, if that is known.
    pub until: Option<i64>,
    /// The years in which it is planned, and how.
    pub planned: &'a [(i64, AuditMode)],
    /// The years in which it was audited.
    pub audited: &'a [i64],
}

/// Whether a department, system or contractor is looked at often enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The last year in which it was audited, before or in the year looked at.
    pub last: Option<i64>,
    /// It must be covered and no year of the period does.
    pub left_out: bool,
    /// Every year that covers it does so on paper only.
    pub desk_only: bool,
    /// Its last audit lies further back than the period is long.
    pub overdue: bool,
}

/// Looks at one of them over the period `from..=until`, as it stands in the year `now`, where an audit is due every
/// `every` years.
#[must_use]
pub fn coverage(looks: &Looks<'_>, from: i64, until: i64, now: i64, every: i64) -> Coverage {
    let mut within = looks.planned.iter().filter(|(year, _)| (from..=until).contains(year)).peekable();
    let covered = within.peek().is_some();
    let exists = looks.until.is_none_or(|last| last >= from);
    let last = looks.audited.iter().copied().filter(|year| *year <= now).max();
    let stands = looks.until.is_none_or(|last| last >= now);
    Coverage {
        last,
        left_out: looks.required && exists && !covered,
        desk_only: covered && within.all(|(_, mode)| *mode == AuditMode::Desk),
        overdue: stands && last.is_some_and(|last| now - last > every),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Keyed;

    #[test]
    fn a_plan_waits_for_the_gate_of_its_standard() {
        use AuditPlanState as S;
        use AuditPlanStep as Step;
        let report = |state, step| after(state, step, PlanAct::Report);
        assert_eq!(report(S::Draft, Step::Submit), Some(S::Waiting));
        assert_eq!(report(S::Draft, Step::Pass), None, "what was never put forward is not reported");
        assert_eq!(report(S::Waiting, Step::Pass), Some(S::Reported));
        assert_eq!(after(S::Waiting, Step::Pass, PlanAct::Approve), Some(S::Approved));
        assert_eq!(report(S::Waiting, Step::Withdraw), Some(S::Draft));
        assert_eq!(report(S::Approved, Step::Revise), Some(S::Approved), "it stays in force until the next one passes");
        assert_eq!(report(S::Approved, Step::Withdraw), None);
        for step in AuditPlanStep::ALL {
            assert_eq!(report(S::Revised, *step), None, "a replaced edition is history");
            assert_eq!(report(S::Abolished, *step), None);
        }
        assert!(S::ALL.iter().filter(|state| state.is_draft()).count() == 1);
        assert!(S::ALL.iter().all(|state| !state.is_in_force() || state.is_live()));
    }

    #[test]
    fn a_department_left_out_is_flagged_and_a_system_is_not() {
        use AuditMode::{Desk, OnSite};
        let of = |required: bool, planned: &[(i64, AuditMode)]| {
            coverage(&Looks { required, planned, ..Looks::default() }, 2025, 2027, 2025, 3)
        };
        assert!(of(true, &[]).left_out);
        assert!(of(true, &[(2024, OnSite), (2028, OnSite)]).left_out, "years outside of the period cover nothing");
        assert!(!of(true, &[(2027, Desk)]).left_out);
        assert!(of(true, &[(2025, Desk), (2027, Desk)]).desk_only);
        assert!(!of(true, &[(2025, Desk), (2027, OnSite)]).desk_only);
        assert!(!of(true, &[]).desk_only && !of(false, &[]).left_out);
        let closed = Looks { required: true, until: Some(2024), ..Looks::default() };
        assert!(!coverage(&closed, 2025, 2027, 2025, 3).left_out, "it is gone before the period begins");
        let closing = Looks { until: Some(2025), ..closed };
        assert!(coverage(&closing, 2025, 2027, 2025, 3).left_out, "it is still there in the first year");
    }

    #[test]
    fn what_was_not_looked_at_for_longer_than_the_period_is_overdue() {
        let of = |audited: &[i64], now: i64| {
            let found = coverage(&Looks { audited, ..Looks::default() }, 2025, 2027, now, 3);
            (found.last, found.overdue)
        };
        assert_eq!(of(&[2022], 2025), (Some(2022), false), "three years ago is just in time");
        assert_eq!(of(&[2021], 2025), (Some(2021), true));
        assert_eq!(of(&[2021, 2019], 2024), (Some(2021), false));
        assert_eq!(of(&[2021, 2026], 2025), (Some(2021), true), "an audit to come has not been");
        assert_eq!(of(&[], 2025), (None, false), "nothing on record is said as that, not as neglect");
        let gone = Looks { until: Some(2023), audited: &[2020], ..Looks::default() };
        assert!(!coverage(&gone, 2025, 2027, 2025, 3).overdue);
    }
}
