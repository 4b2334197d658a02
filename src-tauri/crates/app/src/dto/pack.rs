//! Checklist packs: what is there, and what is in them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An edition of a pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackRow {
    /// Its hash, by which it is asked for.
    pub hash: String,
    /// Its id, e.g. `hyogo`.
    pub pack: String,
    /// Its edition.
    pub edition: String,
    /// Its title.
    pub title: String,
    /// Its English title.
    pub title_en: Option<String>,
    /// Who issued the standard.
    pub issuer: String,
    /// What part of the standard is covered, where not all.
    pub coverage: Option<String>,
    /// How many clauses.
    pub clauses: i64,
    /// How many items.
    pub items: i64,
    /// Whether an engagement of this workspace uses it.
    pub used: bool,
    /// Whether this program brings it along.
    pub bundled: bool,
    /// Where it came from.
    pub origin: domain::pack::Origin,
}

/// Asks for an edition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackByHash {
    /// Its hash.
    pub hash: String,
}

/// An edition with everything in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackDetail {
    /// The edition.
    pub pack: domain::pack::Pack,
    /// The names of topics, documents and places.
    pub lists: domain::pack::Lists,
}
