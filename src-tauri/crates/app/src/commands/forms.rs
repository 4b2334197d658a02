//! Commands on the papers and sheets from finding to closure.

use super::Kind::{Change, Never};
use super::*;

const PAPERS: &[&str] = &["finding", "improvement_plan", "progress", "completion", "horizontal_check", "department"];

/// The commands.
pub(super) fn table() -> Vec<Command> {
    vec![
        query("finding_paper.list", PAPERS, ops::forms::list),
        query("finding_paper.several", PAPERS, ops::forms::several),
        query("finding_paper.name", PAPERS, ops::forms::suggest_name),
        change("forms.export", Never("release"), ops::exchange::export_forms),
        change("finding_paper.export", Never("release"), ops::forms::export),
        change("returned.read", Never("reads only"), ops::forms::read),
        change("returned.answer", Never("reads only"), ops::forms::answer),
        change("returned.commit", Change, ops::forms::commit),
    ]
}
