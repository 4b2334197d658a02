//! Checklist packs: an edition of a standard as data.
//!
//! A pack is a folder of TOML: `pack.toml` says what the standard is, what its roles and levels are called and what it
//! asks of the process; the other files hold its clauses and the items asked about them. [`parse`] takes the texts of
//! these files and gives either a [`Pack`] or every mistake in them with file, line and key, as a compiler does.
//!
//! The way back is [`write()`](write()), and a new edition is made by [`compose()`](compose()) from another one and what is to differ.
//!
//! Invariant: nothing here reads a file. Whoever has the folder hands over its texts by name.

mod asked;
mod check;
mod clause_name;
mod compose;
mod crosswalk;
mod diff;
mod error;
mod folder;
mod hash;
mod lists;
mod model;
mod parse;
mod read;
mod rules;
mod search;
mod terms;
mod write;

pub use asked::{AskedRemark, WrittenItem, asked, is_question, same_question};
pub use clause_name::{ClauseMeant, ClauseNames};
pub use compose::{Changes, ItemChange, ItemEdit, ItemRevision, NewHead, compose, next_id, renamed, revisions};
pub use crosswalk::{CrosswalkCell, CrosswalkRow, DutyCount, RoleCount, crosswalk};
pub use diff::{ChangeKind, ChangedField, ChangedPart, FieldChange, PackChange, diff};
pub use error::{PackError, PackErrorCode};
pub use folder::{folder_of, parse_folder};
pub use lists::{ListEntry, Lists};
pub use model::{Classification, Clause, ExceptionApprover, Item, Pack, PlanGate, RoleName, Rules, Scale};
pub use parse::{MAX_FILE, parse};
pub use search::{ItemFilter, SearchWords, find};
pub use terms::{Cadence, Independence, Origin, PackKind, PlanAct, ProgressDuty, RuleKey};
pub use write::{Subject, Written, write};
