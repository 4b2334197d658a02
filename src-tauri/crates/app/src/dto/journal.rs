//! What happened, what can be undone, what needs somebody today.

use domain::Id;
use domain::kinds::EngagementKind;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An operation in readable form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct HistoryEntry {
    /// When.
    pub at: i64,
    /// Who.
    pub actor: Option<String>,
    /// What; its words are `op-<kind>` with dots written as hyphens.
    pub kind: String,
    /// Whether it was taken back afterwards and not done again.
    pub undone: bool,
    /// What it took back or did again, if it did.
    pub of: Option<String>,
    /// Which columns of which rows became what.
    pub changes: Vec<HistoryChange>,
}

/// One changed column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct HistoryChange {
    /// The table.
    pub entity: String,
    /// The row.
    pub entity_id: Id,
    /// What the row is called: a number, name or item.
    pub label: String,
    /// The column; its words are `column-<table>-<column>`.
    pub column: String,
    /// What it was, as text.
    pub before: Option<String>,
    /// What it became, as text.
    pub after: Option<String>,
    /// Whether the contents were purged.
    pub purged: bool,
}

/// Asks for operations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct JournalQuery {
    /// Only those before this one: its device,
    pub device: Option<i64>,
    /// and its place in the chain.
    pub seq: Option<i64>,
    /// At most so many.
    pub limit: i64,
}

/// Operations, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct JournalPage {
    /// The operations.
    pub entries: Vec<JournalEntry>,
}

/// An operation in the journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct JournalEntry {
    /// The chain.
    pub device: i64,
    /// Its place.
    pub seq: i64,
    /// Its hash as hex, shortened for reading.
    pub hash: String,
    /// What it was.
    pub entry: HistoryEntry,
}

/// What undo and redo would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct UndoState {
    /// What undo takes back.
    pub undo: Option<OpRefDto>,
    /// What redo does again.
    pub redo: Option<OpRefDto>,
}

/// An operation that undo or redo would turn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OpRefDto {
    /// What it was.
    pub kind: String,
    /// When.
    pub at: i64,
}

/// What undo or redo did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Turned {
    /// What the operation was that was turned.
    pub kind: String,
}

/// Something that needs a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct HomeTask {
    /// What, e.g. `finding-overdue`; its words are `home-task-<kind>`.
    pub kind: String,
    /// What it is about.
    pub label: String,
    /// By when.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// Days past it; negative: days left.
    pub days_late: Option<i64>,
    /// Where to go.
    pub route: String,
}

/// What needs me today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Home {
    /// The tasks, the most urgent first.
    pub tasks: Vec<HomeTask>,
    /// What is under way.
    pub engagements: Vec<HomeEngagement>,
    /// How many findings are not closed.
    pub open_findings: i64,
    /// How many of them are late.
    pub overdue_findings: i64,
}

/// An engagement under way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct HomeEngagement {
    /// The row.
    pub id: Id,
    /// 監査 or 自己点検.
    pub kind: EngagementKind,
    /// Its title.
    pub title: String,
    /// How many items.
    pub items: i64,
    /// How many are answered.
    pub answered: i64,
    /// Until when.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
}

/// Looks for rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SearchQuery {
    /// What for.
    pub text: String,
}

/// A row that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SearchHit {
    /// The table.
    pub kind: String,
    /// What it is called.
    pub label: String,
    /// Where to go.
    pub route: String,
}
