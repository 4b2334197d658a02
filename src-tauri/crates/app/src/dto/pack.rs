//! Checklist packs: what is there, and what is in them.

use domain::kinds::Form;
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
    /// Whether it came with the program.
    pub bundled: bool,
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

/// The forms an edition has, to be handed out blank.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PackForms {
    /// The class they get, as it is shown.
    pub class_label: String,
    /// The forms.
    pub forms: Vec<PackForm>,
}

/// A form of an edition.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PackForm {
    /// The form.
    pub form: Form,
    /// How many items it has.
    pub items: i64,
    /// The clause on which it rests, if the standard has one.
    pub basis: Option<String>,
    /// The chapters and sections that have items on it, in the order of the standard.
    pub clauses: Vec<PackFormClause>,
}

/// A chapter or a section of a form.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PackFormClause {
    /// Its number.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its English title.
    pub title_en: Option<String>,
    /// 1 for a chapter, 2 for a section.
    pub depth: i64,
    /// How many items it has on the form.
    pub items: i64,
}
