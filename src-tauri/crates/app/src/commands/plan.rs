//! Commands on plans: of several years, of a year, of one engagement.

use super::Kind::{Change, Never};
use super::*;

const PLAN: &[&str] = &[
    "engagement_plan",
    "schedule_entry",
    "document_request",
    "engagement",
    "engagement_target",
    "department",
    "subject",
];
const SCOPE: &[&str] =
    &["engagement", "engagement_target", "scope_exclusion", "unaudited_target", "answer", "finding", "subject"];
const STEPS: &[&str] = &["engagement", "engagement_step", "person"];
const INDEPENDENCE: &[&str] = &[
    "engagement",
    "engagement_plan",
    "engagement_target",
    "engagement_member",
    "recusal",
    "unaudited_target",
    "person",
    "posting",
    "role_holder",
    "department",
    "subject",
];
const LOAN: &[&str] = &["loan", "engagement", "engagement_target", "department", "subject"];

/// The commands.
pub(super) fn table() -> Vec<Command> {
    vec![
        query("engagement_plan.get", PLAN, queries::plan::get),
        change("engagement_plan.save", Change, ops::plan::save),
        change("schedule.save", Change, ops::plan::save_schedule),
        change("schedule.remove", Change, ops::plan::remove_schedule),
        change("document.save", Change, ops::plan::save_document),
        change("document.remove", Change, ops::plan::remove_document),
        query("scope.propose", SCOPE, queries::scope::get),
        change("scope.apply", Change, ops::scope::apply),
        query("engagement.steps", STEPS, queries::steps::get),
        change("engagement.advance", Change, ops::steps::advance),
        change("engagement.unlock", Never("lock"), ops::steps::unlock),
        query("independence.get", INDEPENDENCE, queries::independence::get),
        change("recusal.set", Change, ops::independence::set_recusal),
        change("unaudited.set", Change, ops::independence::set_unaudited),
        change("independence.explain", Change, ops::independence::explain),
        query("loan.list", LOAN, queries::loan::list),
        change("loan.save", Change, ops::loan::save),
        change("loan.remove", Change, ops::loan::remove),
        query("plan_paper.name", &["engagement", "office"], ops::exchange::plan_paper::suggest_name),
        change("plan_paper.export", Never("release"), ops::exchange::plan_paper::export),
    ]
}
