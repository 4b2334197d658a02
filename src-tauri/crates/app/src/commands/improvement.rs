//! Commands from a finding to its closure.

use super::Kind::{Change, Never};
use super::*;

const FINDING: &[&str] = &[
    "finding",
    "engagement",
    "finding_item",
    "fact_check",
    "improvement_order",
    "improvement_plan",
    "milestone",
    "due_change",
    "progress",
    "completion",
    "verification",
    "finding_turn",
    "horizontal_check",
    "evidence_link",
    "person",
    "posting",
    "department",
    "office",
    "exception_measure",
    "exception_period",
    "exception_decision",
    "exception_point",
];
const FOLLOW_UP: &[&str] = &[
    "finding",
    "engagement",
    "engagement_target",
    "fact_check",
    "improvement_order",
    "improvement_plan",
    "progress",
    "completion",
    "verification",
    "person",
    "posting",
    "department",
];
const POSTS: &[&str] = &["person", "posting", "department"];

/// The commands.
pub(super) fn table() -> Vec<Command> {
    vec![
        query("finding.list", FINDING, queries::finding::list),
        query("finding.get", FINDING, queries::finding::get),
        change("finding.make", Change, ops::finding::make),
        change("finding.save", Change, ops::finding::save),
        change("finding.discard", Change, ops::finding::discard),
        change("finding.set_item", Change, ops::finding::set_item),
        change("finding.set_levels", Change, ops::finding::save_levels),
        change("finding.send_check", Change, ops::improvement::send_check),
        change("finding.record_view", Change, ops::improvement::record_view),
        change("finding.withdraw_check", Change, ops::improvement::withdraw_check),
        change("finding.confirm", Change, ops::improvement::confirm),
        change("order.issue", Never("issue"), ops::improvement::order),
        change("plan.submit", Change, ops::improvement::submit_plan),
        change("plan.decide", Never("approve"), ops::improvement::decide_plan),
        change("plan.change_due", Never("approve"), ops::improvement::change_due),
        change("progress.report", Change, ops::improvement::report_progress),
        change("completion.report", Change, ops::improvement::report_completion),
        change("verification.record", Never("review"), ops::improvement::record_verification),
        change("finding.reopen", Never("review"), ops::improvement::reopen),
        change("finding.except", Never("approve"), ops::improvement::except),
        change("finding.resume", Never("approve"), ops::improvement::resume),
        query("follow_up.list", FOLLOW_UP, queries::follow_up::list),
        query("follow_up.audits", FOLLOW_UP, queries::follow_up::audits),
        query("post.list", POSTS, queries::posts::list),
        query("horizontal.list", FINDING, queries::horizontal::list),
        query("horizontal.candidates", FINDING, queries::horizontal::candidates),
        change("horizontal.set_need", Change, ops::horizontal::set_need),
        change("horizontal.ask", Change, ops::horizontal::ask),
        change("horizontal.answer", Change, ops::horizontal::answer),
        change("horizontal.ask_again", Change, ops::horizontal::ask_again),
        change("horizontal.settle", Change, ops::horizontal::settle),
        change("horizontal.make_finding", Change, ops::horizontal::make_finding),
    ]
}
