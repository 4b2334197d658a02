//! Views over what is open: saved ways of looking, tables as files, days, posts, reminders.

use super::PostRow;
use domain::Id;
use domain::due::DueKind;
use domain::finding::FindingState;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the saved views of a screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ViewQuery {
    /// The screen.
    pub screen: String,
}

/// A way of looking at a list, under a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ViewRow {
    /// The row.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its parameters, as they stand in the address.
    pub params: String,
}

/// Keeps a way of looking at a list; under a name that is there already it takes its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveView {
    /// The screen.
    pub screen: String,
    /// Its name.
    pub name: String,
    /// Its parameters.
    pub params: String,
}

/// A column of a table that is handed out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TableColumn {
    /// Its heading.
    pub heading: String,
    /// What stands in it: `text`, `number`, `date` or `share`.
    pub kind: String,
}

/// Asks for the name of the file of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NameTable {
    /// What the table is called.
    pub title: String,
    /// `pdf` or `xlsx`.
    pub format: String,
}

/// Writes a table as it stands on the screen to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportTable {
    /// What the table is called.
    pub title: String,
    /// What was chosen from all rows, in words.
    pub chosen: String,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows; days as `2026-11-21`, nothing where a cell is empty.
    pub rows: Vec<Vec<Option<String>>>,
    /// `xlsx`, `csv` or `pdf`.
    pub format: String,
    /// The handle of the file to write.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground it may go.
    pub basis: String,
}

/// Something that is awaited.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DueRow {
    /// What.
    pub kind: DueKind,
    /// The row it stands in; together with the kind it names one thing.
    pub id: Id,
    /// The finding, if it is about one.
    pub finding: Option<Id>,
    /// 指摘番号
    pub number: String,
    /// What the finding or the paper is called.
    pub title: String,
    /// What is to be done, where the title does not say it.
    pub what: String,
    /// The department it is awaited from, or whose it is.
    pub department: Option<Id>,
    /// Its name.
    pub department_name: String,
    /// By when.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// Days past it; negative: days left.
    pub days_late: Option<i64>,
    /// Who answers for it, in one line.
    pub owner: Option<String>,
    /// The department of the post that answers for it.
    pub owner_department: Option<Id>,
    /// The post that answers for it; empty where the department does.
    pub owner_post: String,
    /// Where the finding stands.
    pub state: Option<FindingState>,
    /// Whether the department is to act and can be reminded.
    pub remindable: bool,
    /// Where it is shown.
    pub route: String,
}

/// A post with how much is open there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct HandoverPost {
    /// The post.
    pub post: PostRow,
    /// How much it answers for.
    pub open: i64,
    /// How much of that is late.
    pub late: i64,
    /// What is open in its department and nobody's in particular.
    pub of_department: i64,
}

/// Names a post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PostQuery {
    /// The department.
    pub department: Option<Id>,
    /// 職
    pub post: String,
}

/// What goes over to the next holder of a post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Handover {
    /// The post.
    pub post: PostRow,
    /// What the post answers for.
    pub own: Vec<DueRow>,
    /// What its department answers for.
    pub of_department: Vec<DueRow>,
    /// When its department was reminded last.
    #[ts(type = "string | null")]
    pub reminded_on: Option<Date>,
}

/// Writes what goes over to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportHandover {
    /// The post.
    pub post: PostQuery,
    /// `pdf` or `xlsx`.
    pub format: String,
    /// The handle of the file to write.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground it may go.
    pub basis: String,
}

/// Asks for the name of the file of what goes over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NameHandover {
    /// The post.
    pub post: PostQuery,
    /// `pdf` or `xlsx`.
    pub format: String,
}

/// A department of which something is late or due soon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DueDepartment {
    /// The department.
    pub department: Id,
    /// Its name.
    pub name: String,
    /// To whom a letter goes.
    pub recipient: String,
    /// How much is late.
    pub late: i64,
    /// How much is due soon.
    pub soon: i64,
    /// By how many days the latest is late.
    pub days_late: Option<i64>,
    /// When it was reminded last.
    #[ts(type = "string | null")]
    pub reminded_on: Option<Date>,
    /// How often it was reminded.
    pub reminded: i64,
    /// What a letter would say.
    pub rows: Vec<DueRow>,
}

/// Writes reminders to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportDue {
    /// The departments; each gets one letter.
    pub departments: Vec<Id>,
    /// Whether only what is late is spoken of.
    pub only_late: bool,
    /// By when an answer is asked for now; nothing: at once.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// 提出・問合せ先; empty: whoever is at the screen.
    pub contact: String,
    /// What else is to be said.
    pub note: String,
    /// `pdf` or `xlsx`.
    pub format: String,
    /// The handle of the file to write, or of a folder.
    pub destination: String,
    /// On what ground it may go.
    pub basis: String,
}
