//! Findings of earlier years from a table of the office's own: how it is read, what is asked, what every row becomes.

use domain::Id;
use domain::finding::FindingState;
use domain::keyed_enum;
use domain::kinds::Grade;
use exchange::{ColumnUse, Layout, SkipReason};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

keyed_enum! {
    /// What taking a row over would do.
    pub enum PastRowStatus {
        /// It becomes a finding.
        New = "new",
        /// The finding is there already, as the row says.
        Same = "same",
        /// The finding is there already and says something else; it stays as it is.
        Differs = "differs",
        /// A person must decide something first.
        Open = "open",
        /// It cannot be taken over.
        Unreadable = "unreadable",
    }
}

keyed_enum! {
    /// What is the matter with a row, or worth knowing of it.
    pub enum PastIssue {
        /// A cell shows an error, or a formula nobody computed.
        Broken = "broken",
        /// It says nothing that was found.
        NothingFound = "nothing-found",
        /// Neither the row nor its sheet says which year it is of.
        YearMissing = "year-missing",
        /// Its number stands in another row of the file.
        Twice = "twice",
        /// Which department is meant has not been decided.
        DepartmentOpen = "department-open",
        /// What a text means has not been decided.
        TextOpen = "text-open",
        /// A day could not be read; its text is kept in words.
        DayUnread = "day-unread",
        /// Two cells contradict each other, and the one that leaves it open counted.
        Contradicts = "contradicts",
        /// The number is taken, or says no year: it is kept with the year before it.
        Renumbered = "renumbered",
        /// A month or a year was written, and its last day was taken.
        LastDay = "last-day",
        /// The spreadsheet has made a date of its number.
        NumberIsDate = "number-is-date",
        /// Something in it was struck out.
        Struck = "struck",
        /// A plan without a due date is kept in words.
        PlanInWords = "plan-in-words",
        /// The clause that is named may be one of several; it is kept in words.
        ClauseUnclear = "clause-unclear",
    }
}

impl PastIssue {
    /// Whether the row waits until it is settled.
    pub fn waits(self) -> bool {
        matches!(self, PastIssue::YearMissing | PastIssue::DepartmentOpen | PastIssue::TextOpen)
    }

    /// Whether the row cannot be taken over.
    pub fn refuses(self) -> bool {
        matches!(self, PastIssue::Broken | PastIssue::NothingFound | PastIssue::Twice)
    }
}

keyed_enum! {
    /// What a question is about.
    pub enum PastAsked {
        /// 所管課
        Department = "department",
        /// 年度
        Year = "year",
        /// 区分
        Grade = "grade",
        /// 進捗
        Status = "status",
        /// 検証結果
        Checked = "checked",
        /// 期限
        Due = "due",
        /// 完了日
        DoneOn = "done_on",
    }
}

/// How the lists of a workbook are read, and what a person decided.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct PastReading {
    /// How each sheet is read; a sheet without a layout is not. Columns that are left out are named by their headings.
    pub layouts: BTreeMap<String, Layout>,
    /// Sheets a person does not want.
    pub left_out: BTreeSet<String>,
    /// The fiscal year of rows that do not say one, by sheet.
    pub years: BTreeMap<String, i64>,
    /// What was decided, by the keys of the questions.
    pub decisions: BTreeMap<String, String>,
    /// The edition of the standard under which the findings are followed.
    pub pack_hash: Option<String>,
}

/// Asks what taking a workbook over as findings of earlier years would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PlanPast {
    /// The workbook that was read.
    pub token: String,
    /// How it is read; nothing asks for a guess.
    pub reading: Option<PastReading>,
}

/// Takes the rows over that are new.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CommitPast {
    /// The workbook that was read.
    pub token: String,
    /// How it is read.
    pub reading: PastReading,
    /// The rows that are not taken over, by their keys.
    pub skip: BTreeSet<String>,
}

/// What was taken over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PastDone {
    /// How many findings.
    pub taken: i64,
}

/// Keeps how a list of findings is read under a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KeepPastLayout {
    /// The name; a layout that has it already is replaced.
    pub name: String,
    /// The layout.
    pub layout: Layout,
}

/// What taking a workbook over as findings of earlier years would do.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PastPlan {
    /// What stands for the workbook.
    pub token: String,
    /// Its name.
    pub file_name: String,
    /// Whether this very file was taken over before.
    pub known: bool,
    /// How it is read.
    pub reading: PastReading,
    /// Its sheets in the order of the tabs.
    pub sheets: Vec<PastSheet>,
    /// What must be decided, or was.
    pub questions: Vec<PastQuestion>,
    /// What the rows become.
    pub rows: Vec<PastRow>,
    /// Rows that are no findings.
    pub skipped: Vec<PastSkipped>,
    /// The departments there are.
    pub departments: Vec<PastChoice>,
    /// The editions under which the findings may be followed.
    pub editions: Vec<PastChoice>,
    /// The years in which rows can be, the newest first: the western year and what it is called.
    pub years: Vec<PastChoice>,
    /// The names of the layouts that are kept.
    pub kept: Vec<String>,
}

/// A sheet of the workbook.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PastSheet {
    /// The name of the tab.
    pub sheet: String,
    /// The name of the kept layout by which it is known again.
    pub kept: Option<String>,
    /// How many rows were read.
    pub rows: i64,
    /// How many rows nobody sees, which are not read.
    pub hidden: i64,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PastChoice {
    /// What stands for it.
    pub value: String,
    /// What it is called.
    pub label: String,
}

/// A row that is no finding.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PastSkipped {
    /// The sheet.
    pub sheet: String,
    /// The address.
    pub cell: String,
    /// Its text.
    pub text: String,
    /// Why.
    pub why: SkipReason,
}

/// What a text means, which only a person can say; asked once for all rows that have it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PastQuestion {
    /// What stands for it in a decision.
    pub key: String,
    /// What it is about.
    pub asked: PastAsked,
    /// The text as it stands; empty where nothing is written.
    pub text: String,
    /// The sheet where it stands first.
    pub sheet: String,
    /// The address.
    pub cell: String,
    /// In how many rows.
    pub count: i64,
    /// What it most likely means: an id, a key or a day.
    pub likely: Option<String>,
    /// What was decided.
    pub decision: Option<String>,
}

/// What a row becomes.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PastRow {
    /// What stands for it.
    pub key: String,
    /// The sheet.
    pub sheet: String,
    /// The address of its first cell.
    pub cell: String,
    /// What taking it over would do.
    pub status: PastRowStatus,
    /// The number it would have; empty if it is given when it is taken over.
    pub number: String,
    /// The fiscal year.
    pub fiscal_year: Option<i64>,
    /// The department.
    pub department_name: String,
    /// 区分
    pub grade: Option<Grade>,
    /// 件名
    pub title: String,
    /// 事実
    pub fact: String,
    /// The clause it rests on, by which a repeated finding is recognised.
    pub clause: String,
    /// Where it would stand.
    pub state: Option<FindingState>,
    /// 期限
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// Days past the due date, if it stays open.
    pub days_late: Option<i64>,
    /// 担当, as it is written.
    pub owner: String,
    /// The finding that is there already.
    pub existing: Option<Id>,
    /// In what it differs from the finding that is there.
    pub changes: Vec<PastChange>,
    /// What is the matter with it.
    pub issues: Vec<PastIssueAt>,
}

/// In what a row differs from the finding that is there.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PastChange {
    /// The column.
    pub field: ColumnUse,
    /// What is there.
    pub before: String,
    /// What the row says.
    pub after: String,
}

/// What is the matter with a row, and where.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PastIssueAt {
    /// What.
    pub issue: PastIssue,
    /// The address.
    pub cell: String,
    /// The text there.
    pub text: String,
}
