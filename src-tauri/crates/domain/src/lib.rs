//! What the product talks about: ids, kinds, rules, states, Japanese dates and the checklist packs.
//!
//! Invariant: nothing here does IO, reads a clock, knows SQL or holds a text that a user reads.

pub mod audit_plan;
pub mod daytime;
pub mod due;
pub mod entry;
pub mod exception;
pub mod finding;
pub mod form;
pub mod horizontal;
pub mod id;
pub mod independence;
pub mod keyed;
pub mod kinds;
pub mod machine;
pub mod names;
pub mod pack;
pub mod past;
pub mod proposal;
pub mod report;
pub mod review;
pub mod sampling;
pub mod scope;
pub mod self_check;
pub mod site;
pub mod steps;
pub mod text;
pub mod wareki;
pub mod wording;

pub use id::Id;
pub use keyed::Keyed;
