//! What the product talks about: ids, kinds, rules, states, Japanese dates and the checklist packs.
//!
//! Invariant: nothing here does IO, reads a clock, knows SQL or holds a text that a user reads.

pub mod daytime;
pub mod entry;
pub mod finding;
pub mod form;
pub mod id;
pub mod keyed;
pub mod kinds;
pub mod pack;
pub mod site;
pub mod text;
pub mod wareki;

pub use id::Id;
pub use keyed::Keyed;
