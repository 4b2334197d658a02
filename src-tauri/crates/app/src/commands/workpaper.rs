//! Commands on workpapers: samples, references, reviews.

use super::*;

/// The commands.
pub(super) fn table() -> Vec<Command> {
    Vec::new()
}
