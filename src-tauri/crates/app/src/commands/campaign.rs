//! Commands on the self-inspection of a year.

use super::*;

/// The commands.
pub(super) fn table() -> Vec<Command> {
    Vec::new()
}
