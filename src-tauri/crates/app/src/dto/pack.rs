//! Checklist packs: what is there, and what is in them.

use domain::kinds::{Duty, Form, Role, Target};
use domain::pack::{CrosswalkRow, PackChange, RoleName};
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

/// Asks for several editions beside one another.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct PackEditions {
    /// Their hashes; none means the edition of each pack that is in use, else its newest.
    pub editions: Vec<String>,
}

/// An edition as a column or a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackHead {
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
    /// The same in English.
    pub issuer_en: Option<String>,
    /// What it calls the roles.
    pub roles: Vec<RoleName>,
}

/// Topics and what each standard has on them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackCrosswalk {
    /// The standards, in the order of the cells.
    pub columns: Vec<PackHead>,
    /// The topics.
    pub rows: Vec<CrosswalkRow>,
}

/// Asks what changed between two editions of one pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackPair {
    /// The hash of the earlier one.
    pub before: String,
    /// The hash of the later one.
    pub after: String,
}

/// What changed between two editions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackDiff {
    /// The changes, in the order of the later edition.
    pub changes: Vec<PackChange>,
}

/// Looks for items in several editions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackSearch {
    /// Words, each of which must occur; folded.
    pub text: String,
    /// How strongly the item binds.
    pub duty: Option<Duty>,
    /// Who can answer it.
    pub role: Option<Role>,
    /// The form it stands on.
    pub form: Option<Form>,
    /// What it is asked about.
    pub target: Option<Target>,
    /// Its topic.
    pub topic: Option<String>,
    /// Where to look, as in [`PackEditions`].
    pub editions: Vec<String>,
}

/// What was found in one edition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackFound {
    /// The edition.
    pub edition: PackHead,
    /// The items, in its order.
    pub items: Vec<PackHit>,
}

/// An item that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackHit {
    /// Its id.
    pub id: String,
    /// Its clause.
    pub clause: String,
    /// The title of the clause.
    pub clause_title: String,
    /// The same in English.
    pub clause_title_en: Option<String>,
    /// The question.
    pub question: String,
    /// The same in English.
    pub question_en: Option<String>,
    /// How strongly it binds.
    pub duty: Duty,
    /// Who can answer it.
    pub answers: Vec<Role>,
    /// Its topic.
    pub topic: String,
}
