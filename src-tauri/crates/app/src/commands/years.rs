//! Commands on 中期計画 and 年度計画.

use super::Kind::{Change, Never};
use super::*;

const AUDIT_PLAN: &[&str] = &[
    "audit_plan",
    "audit_plan_entry",
    "department",
    "subject",
    "engagement",
    "engagement_target",
    "pack_edition",
    "office",
];

/// The commands.
pub(super) fn table() -> Vec<Command> {
    vec![
        query("audit_plan.list", AUDIT_PLAN, queries::years::list),
        query("audit_plan.get", AUDIT_PLAN, queries::years::get),
        change("audit_plan.save", Change, ops::years::save),
        change("audit_plan.mark", Change, ops::years::mark),
        change("audit_plan.step", Change, ops::years::step),
        query("audit_plan.name", AUDIT_PLAN, ops::years::name),
        change("audit_plan.export", Never("release"), ops::years::export),
    ]
}
