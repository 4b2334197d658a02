//! 中期計画 and 年度計画: who is to be audited in which year, and how.

use crate::entity;
use domain::Id;
use domain::audit_plan::{AuditMode, AuditPlanKind, AuditPlanState};
use jiff::civil::Date;

entity! {
    /// A plan of several years or of one, in one of its editions.
    pub struct AuditPlan in "audit_plan" search ["title", "theme", "policy"] {
        /// 中期計画 or 年度計画.
        pub kind: AuditPlanKind,
        /// Its title.
        pub title: String,
        /// The first fiscal year, by the western year in which it begins.
        pub from_year: i64,
        /// The last fiscal year.
        pub until_year: i64,
        /// 第n版, counted from 1.
        pub edition: i64,
        /// The edition before this one.
        pub replaces: Option<Id>,
        /// The standard it is made under, which says whether it is reported or approved, and to whom.
        pub pack_edition: Id,
        /// Where it stands.
        pub state: AuditPlanState,
        /// 重点テーマ
        pub theme: String,
        /// 方針
        pub policy: String,
        /// When it went through the gate the standard sets.
        pub gate_on: Option<Date>,
        /// Why it was followed before that, if it was.
        pub gate_reason: String,
    }
}

entity! {
    /// That something is audited in a year. Natural key: plan, then the subject or the department, then the year.
    pub struct AuditPlanEntry in "audit_plan_entry" search [] {
        /// The plan.
        pub plan: Id,
        /// The department.
        pub department: Id,
        /// The system, contractor or the like; nothing for the department itself.
        pub subject: Option<Id>,
        /// The fiscal year.
        pub fiscal_year: i64,
        /// 実地監査 or 書面監査.
        pub mode: AuditMode,
        /// Why, or what about.
        pub note: String,
    }
}
