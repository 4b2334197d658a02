//! Lists of the office that come from a workbook: what was found, what is asked, what taking it over would do.

use domain::Id;
use domain::keyed_enum;
use domain::kinds::SubjectKind;
use domain::names::NameLikeness;
use exchange::{Heading, SkipReason};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

keyed_enum! {
    /// What taking a row over would do.
    pub enum OfficeRowStatus {
        /// It is not there yet.
        New = "new",
        /// It is there and differs.
        Changed = "changed",
        /// It is there like that.
        Same = "same",
        /// A person must decide something first.
        Open = "open",
        /// It cannot be taken over.
        Unreadable = "unreadable",
    }
}

keyed_enum! {
    /// What is the matter with a row.
    pub enum OfficeRowIssue {
        /// Which department is meant has not been decided.
        DepartmentOpen = "department-open",
        /// It needs a department and names none.
        DepartmentMissing = "department-missing",
        /// What it is about has no name.
        NameMissing = "name-missing",
        /// A cell shows an error, or a formula nobody computed.
        Broken = "broken",
        /// Another row of the workbook says the same thing.
        Twice = "twice",
        /// Two persons have this name.
        Namesake = "namesake",
        /// No such level of confidentiality.
        ClassUnknown = "class-unknown",
        /// No such role.
        RoleUnknown = "role-unknown",
        /// No such person.
        PersonUnknown = "person-unknown",
        /// No such system or contractor.
        ParentUnknown = "parent-unknown",
        /// It was decided not to take it over.
        LeftOut = "left-out",
        /// Characters that look different elsewhere.
        UnusualCharacters = "unusual-characters",
    }
}

/// Reads a workbook with lists of the office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadOfficeImport {
    /// The file.
    pub handle: String,
}

/// Decides what was asked: by what was asked for, an id, `new`, `none`, or for rows without a department `above`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DecideOfficeImport {
    /// The workbook that was read.
    pub token: String,
    /// The decisions; an empty one takes a decision back.
    pub decisions: BTreeMap<String, String>,
}

/// Takes what is new or changed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CommitOfficeImport {
    /// The workbook that was read.
    pub token: String,
    /// The rows that are not taken over, by their keys.
    pub skip: Vec<String>,
    /// The first day of what is new: persons who have moved since the last list were there until the day before.
    #[ts(type = "string")]
    pub on: Date,
}

/// What was taken over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OfficeImportDone {
    /// How many rows.
    pub taken: i64,
}

/// Writes the workbook that is filled in from scratch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OfficeTemplate {
    /// The handle of the file to write, or of the folder to write it into; nothing asks only for its name.
    pub destination: String,
}

/// What taking a workbook over would do.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OfficeImportPreview {
    /// What stands for it from now on.
    pub token: String,
    /// The name of the file.
    pub file_name: String,
    /// Whether this very file was taken over before.
    pub known: bool,
    /// The columns that were recognised.
    pub columns: Vec<OfficeColumn>,
    /// Columns nobody knows: they are not read.
    pub unknown: Vec<OfficeCell>,
    /// Sheets without a heading that is known.
    pub unread: Vec<String>,
    /// Sheets nobody sees.
    pub hidden: Vec<String>,
    /// Rows that are no entries.
    pub skipped: Vec<OfficeSkipped>,
    /// Headings of columns nobody sees; they are read.
    pub hidden_columns: Vec<OfficeCell>,
    /// Merged cells whose text counts for every row they cover.
    pub merged: Vec<OfficeCell>,
    /// What must be decided, or was.
    pub questions: Vec<OfficeQuestion>,
    /// What the rows would do.
    pub rows: Vec<OfficeImportRow>,
}

/// A column that was recognised.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OfficeColumn {
    /// The sheet.
    pub sheet: String,
    /// The address of its heading.
    pub cell: String,
    /// The heading as it stands.
    pub text: String,
    /// What it is taken for.
    pub heading: Heading,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OfficeCell {
    /// The sheet.
    pub sheet: String,
    /// The address.
    pub cell: String,
    /// Its text.
    pub text: String,
}

/// A row that is no entry.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OfficeSkipped {
    /// The sheet.
    pub sheet: String,
    /// The address.
    pub cell: String,
    /// Its text.
    pub text: String,
    /// Why.
    pub why: SkipReason,
}

/// Something only a person can decide.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OfficeQuestion {
    /// What stands for it in a decision.
    pub key: String,
    /// The name of the department as it stands; nothing asks what a blank means.
    pub text: Option<String>,
    /// Where it stands first.
    pub sheet: String,
    /// The address.
    pub cell: String,
    /// In how many rows.
    pub count: i64,
    /// The departments that may be meant, the likeliest first.
    pub candidates: Vec<OfficeCandidate>,
    /// What was decided.
    pub decision: Option<String>,
}

/// A department that may be meant.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OfficeCandidate {
    /// The department.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Why it may be meant.
    pub why: NameLikeness,
}

keyed_enum! {
    /// What a row is about.
    pub enum OfficeEntry {
        /// 課
        Department = "department",
        /// 人
        Person = "person",
        /// A system, contractor or the like.
        Subject = "subject",
    }
}

/// What a row would do.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OfficeImportRow {
    /// What stands for it.
    pub key: String,
    /// The sheet.
    pub sheet: String,
    /// The address of its name.
    pub cell: String,
    /// What it is about.
    pub entry: OfficeEntry,
    /// Which kind of system, contractor or the like.
    pub kind: Option<SubjectKind>,
    /// Whether nobody sees its row in the workbook, as with a filter.
    pub hidden: bool,
    /// Its name.
    pub name: String,
    /// What taking it over would do.
    pub status: OfficeRowStatus,
    /// What it says, or would change.
    pub changes: Vec<OfficeChange>,
    /// What is the matter with it.
    pub issues: Vec<OfficeIssue>,
}

/// A field that a row fills or changes.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OfficeChange {
    /// The field.
    pub field: Heading,
    /// What is there.
    pub before: String,
    /// What would be there.
    pub after: String,
}

/// What is the matter with a row, and where.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OfficeIssue {
    /// What.
    pub issue: OfficeRowIssue,
    /// The address.
    pub cell: String,
    /// The text there.
    pub text: String,
}
