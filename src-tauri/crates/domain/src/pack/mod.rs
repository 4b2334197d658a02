//! Checklist packs: an edition of a standard as data.
//!
//! A pack is a folder of TOML: `pack.toml` says what the standard is, what its roles and levels are called and what it
//! asks of the process; the other files hold its clauses and the items asked about them. [`parse`] takes the texts of
//! these files and gives either a [`Pack`] or every mistake in them with file, line and key, as a compiler does.
//!
//! Invariant: nothing here reads a file. Whoever has the folder hands over its texts by name.

mod check;
mod crosswalk;
mod diff;
mod error;
mod hash;
mod lists;
mod model;
mod parse;
mod read;
mod rules;
mod search;
mod terms;

pub use crosswalk::{CrosswalkCell, CrosswalkRow, DutyCount, RoleCount, crosswalk};
pub use diff::{ChangeKind, ChangedField, ChangedPart, FieldChange, PackChange, diff};
pub use error::{PackError, PackErrorCode};
pub use lists::{ListEntry, Lists};
pub use model::{Classification, Clause, ExceptionApprover, Item, Pack, PlanGate, RoleName, Rules, Scale};
pub use parse::parse;
pub use search::{ItemFilter, SearchWords, find};
pub use terms::{Cadence, Independence, PackKind, PlanAct, ProgressDuty, RuleKey};
