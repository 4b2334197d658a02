//! Verdicts that come as lines of numbers and marks, or as cells of a sheet; and who looks at what.

use domain::Id;
use domain::kinds::Verdict;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks what lines typed by number mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadEntry {
    /// The target.
    pub target: Id,
    /// The lines.
    pub text: String,
}

/// Keeps the lines that are being typed by number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KeepEntry {
    /// The target.
    pub target: Id,
    /// Who typed them; nobody stands for the user.
    pub person: Option<Id>,
    /// The lines as they stand there; none gives up what was kept.
    pub text: String,
}

/// Lines that were being typed and are not stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KeptEntry {
    /// Who typed them.
    pub person: Id,
    /// Their name.
    pub name: String,
    /// Whether that is the user.
    pub mine: bool,
    /// When.
    pub at: i64,
    /// The lines.
    pub text: String,
}

/// What a line means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EntryLine {
    /// Its place from 1.
    pub line: i64,
    /// As it was typed.
    pub text: String,
    /// Why it cannot be taken; its words are `site-entry-problem-<key>`.
    pub problem: Option<String>,
    /// The number the problem is about, if it is about one.
    pub number: Option<i64>,
    /// The items it judges.
    pub items: Vec<EntryItem>,
}

/// What becomes of one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EntryItem {
    /// The item.
    pub item: String,
    /// Its short number.
    pub number: String,
    /// The question.
    pub question: String,
    /// The verdict it has.
    pub before: Verdict,
    /// The 所見 it has.
    pub before_note: String,
    /// The verdict it gets.
    pub after: Verdict,
    /// The 所見 it gets.
    pub after_note: String,
    /// What that does to it.
    pub change: EntryChange,
}

domain::keyed_enum! {
    /// What an entry does to what is there.
    pub enum EntryChange {
        /// It says something where nothing was said.
        New = "new",
        /// It says what is there already.
        Same = "same",
        /// It takes the place of something else.
        Overwrite = "overwrite",
    }
}

/// Stores lines typed by number: all of them or none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CommitEntry {
    /// The target.
    pub target: Id,
    /// The lines.
    pub text: String,
    /// When it was seen.
    #[ts(type = "string | null")]
    pub seen_on: Option<Date>,
    /// At what time.
    pub seen_time: String,
    /// 立会者
    pub witness: String,
    /// Items whose present answer may be replaced.
    pub overwrite: Vec<String>,
}

/// Asks what a block of cells would do to rows of the grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadPaste {
    /// The target.
    pub target: Id,
    /// The rows that are pasted on, from the first.
    pub items: Vec<String>,
    /// The cells as they come from the clipboard.
    pub text: String,
}

/// Stores a block of cells: all of it or nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CommitPaste {
    /// The target.
    pub target: Id,
    /// The rows that are pasted on, from the first.
    pub items: Vec<String>,
    /// The cells as they come from the clipboard.
    pub text: String,
    /// Items whose present answer may be replaced.
    pub overwrite: Vec<String>,
}

/// Gives items to an auditor, or takes them back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AssignItems {
    /// The target.
    pub target: Id,
    /// The items.
    pub items: Vec<String>,
    /// More of them: everything in scope below these clauses.
    pub clauses: Vec<String>,
    /// The auditor; nothing takes them back.
    pub person: Option<Id>,
}

/// Who looks at what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Assignments {
    /// The team, with what each has.
    pub people: Vec<AssignedPerson>,
    /// The targets with their chapters.
    pub targets: Vec<AssignedTarget>,
}

/// An auditor with the number of items.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AssignedPerson {
    /// The person; nothing stands for nobody.
    pub person: Option<Id>,
    /// The name.
    pub name: String,
    /// How many items.
    pub items: i64,
    /// How many of them are answered.
    pub answered: i64,
}

/// A target with its chapters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AssignedTarget {
    /// The target.
    pub target: Id,
    /// Its name.
    pub name: String,
    /// The chapters and sections that have items in scope.
    pub clauses: Vec<AssignedClause>,
}

/// A chapter or section with who has its items.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AssignedClause {
    /// Its number.
    pub id: String,
    /// Its title.
    pub title: String,
    /// 1 for a chapter, 2 for a section.
    pub level: i64,
    /// Who has how many of its items; nobody comes last.
    pub people: Vec<AssignedPerson>,
}
