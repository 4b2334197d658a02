//! What travels between the commands and the screen. Each type is written to `ui/src/gen` as TypeScript.

mod answer;
mod campaign;
mod campaign_totals;
mod closing;
mod draft;
mod engagement;
mod entry;
mod exception;
mod exception_steps;
mod exchange;
mod finding;
mod follow_up;
mod forms;
mod handing;
mod horizontal;
mod import;
mod improvement;
mod independence;
mod journal;
mod office;
mod office_import;
mod organisation;
mod own_pack;
mod pack;
mod past;
mod plan;
mod proposal;
mod question_table;
mod reminder;
mod report;
mod session;
mod views;
mod workpaper;
mod years;

pub use answer::*;
pub use campaign::*;
pub use campaign_totals::*;
mod site;

pub use closing::*;
pub use draft::*;
pub use engagement::*;
pub use entry::*;
pub use exception::*;
pub use exception_steps::*;
pub use exchange::*;
pub use finding::*;
pub use follow_up::*;
pub use forms::*;
pub use handing::*;
pub use horizontal::*;
pub use import::*;
pub use improvement::*;
pub use independence::*;
pub use journal::*;
pub use office::*;
pub use office_import::*;
pub use organisation::*;
pub use own_pack::*;
pub use pack::*;
pub use past::*;
pub use plan::*;
pub use proposal::*;
pub use question_table::*;
pub use reminder::*;
pub use report::*;
pub use session::*;
pub use site::*;
pub use views::*;
pub use workpaper::*;
pub use years::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request that says nothing.
#[derive(Debug, Default, Serialize, Deserialize, TS)]
pub struct Empty {}

/// A request for one row.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct ById {
    /// The row.
    pub id: domain::Id,
}

/// A command that changed something: its output, and what screens must read again.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct Committed<T> {
    /// What the command gives.
    pub output: T,
    /// The operation, if anything changed.
    pub op: Option<OpRef>,
    /// The tables whose rows changed, with the rows.
    pub touched: Vec<TouchedRows>,
}

/// An operation that was stored.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct OpRef {
    /// What it was, e.g. `answer.set`; its words are `op-answer-set`.
    pub kind: String,
    /// When it was safe on disk, in milliseconds since 1970 UTC.
    pub at: i64,
    /// Whether undo can take it back.
    pub undo: bool,
}

/// The rows of one table that changed.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct TouchedRows {
    /// The table.
    pub entity: String,
    /// The rows.
    pub ids: Vec<domain::Id>,
}
