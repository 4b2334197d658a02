//! Commands on what is written down on site and said the same day.

use super::*;

/// The commands.
pub(super) fn table() -> Vec<Command> {
    Vec::new()
}
