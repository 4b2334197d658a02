//! What is being typed and is no part of its row yet.

use domain::Id;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Keeps what is being typed into a field of a form in place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KeepRow {
    /// The command the form saves its row with.
    pub command: String,
    /// The request it would save it with, of a row that is there already.
    #[ts(type = "object")]
    pub row: serde_json::Value,
    /// The field of it that is typed into.
    pub field: String,
    /// The text.
    pub text: String,
}

/// Decides about a text that waits: it goes into its field, or it is given up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SettleDraft {
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
    /// The field it was typed into.
    pub field: String,
    /// Whether it is taken over.
    pub take: bool,
}
