//! Commands on workpapers: samples, references, reviews.

use super::*;
use crate::queries::workpaper;
use crate::queries::workpaper::progress;

/// The commands.
pub(super) fn table() -> Vec<Command> {
    use Kind::{Change, Never};
    const PAPER: &[&str] = &[
        "answer",
        "self_answer",
        "sampling",
        "cross_reference",
        "review",
        "evidence",
        "evidence_link",
        "engagement",
        "engagement_target",
        "scope_exclusion",
        "person",
    ];
    vec![
        action("file.forget", ops::evidence::forget_files),
        query("evidence.sheets", &["evidence"], queries::evidence::sheets),
        query("workpaper.item", PAPER, workpaper::item),
        query("workpaper.progress", PAPER, progress::progress),
        query("workpaper.suggest_name", &["office", "evidence"], progress::suggest_name),
        change("sampling.save", Change, ops::workpaper::save_sampling),
        change("sampling.remove", Change, ops::workpaper::remove_sampling),
        change("reference.add", Change, ops::workpaper::add_reference),
        change("reference.remove", Change, ops::workpaper::remove_reference),
        change("review.record", Never("review"), ops::workpaper::record_review),
        change("workpaper.quote", Change, ops::workpaper::quote),
        change("workpaper.export", Never("release"), ops::workpaper::export::export),
    ]
}
