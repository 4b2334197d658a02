//! Commands on plans: of several years, of a year, of one engagement.

use super::*;

/// The commands.
pub(super) fn table() -> Vec<Command> {
    Vec::new()
}
