//! Commands on what is open: saved views, tables as files, due dates, what goes over, reminders.

use super::Kind::{Change, Never};
use super::*;

const DUE: &[&str] = &[
    "finding",
    "fact_check",
    "improvement_order",
    "improvement_plan",
    "milestone",
    "progress",
    "horizontal_check",
    "loan",
    "engagement",
    "engagement_target",
    "person",
    "posting",
    "role_holder",
    "department",
    "due_reminder",
    "exception_measure",
    "exception_period",
    "exception_decision",
    "exception_review",
];

/// The commands.
pub(super) fn table() -> Vec<Command> {
    vec![
        query("view.list", &["saved_view"], queries::views::list),
        change("view.save", Change, ops::views::save),
        change("view.delete", Change, ops::views::delete),
        query("table.name", &["office"], queries::views::name_table),
        change("table.export", Never("release"), ops::views::export_table),
        query("due.list", DUE, queries::due::list),
        query("due.departments", DUE, queries::due_letters::departments),
        change("due.export", Never("release"), ops::views::export_due),
        query("handover.list", DUE, queries::handover::list),
        query("handover.get", DUE, queries::handover::get),
        query("handover.name", DUE, queries::handover::name),
        change("handover.export", Never("release"), ops::views::export_handover),
    ]
}
