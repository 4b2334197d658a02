//! Commands on reports as documents.

use super::Kind::{Change, Never};
use super::*;

const REPORT: &[&str] = &["report", "report_text", "report_decision", "finding", "answer", "self_answer", "office"];

/// The commands.
pub(super) fn table() -> Vec<Command> {
    use crate::ops::report;
    use crate::queries::report::document;
    vec![
        query("report.preview", REPORT, queries::report::preview),
        query("report.list", REPORT, document::list),
        query("report.get", REPORT, document::get),
        query("report.look", REPORT, report::look),
        query("report.templates", &["report_template"], document::templates),
        change("report.start", Change, report::start),
        change("report.revise", Change, report::revise),
        change("report.discard", Change, report::discard),
        change("report.style", Change, report::save_style),
        change("report.write", Change, report::write),
        change("report.decisions", Change, report::decide),
        change("report.frame", Change, report::save_frame),
        change("report.submit", Change, report::submit),
        change("report.take_back", Change, report::take_back),
        change("report.confirm", Change, report::confirm),
        change("report.issue", Never("issue"), report::issue),
        change("report.keep_template", Change, report::keep_template),
        change("report.take_template", Change, report::take_template),
        change("report.forget_template", Change, report::forget_template),
        change("report.export", Never("release"), ops::exchange::export_report),
    ]
}
