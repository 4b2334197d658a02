//! A table of questions that an office keeps itself, on its way into an edition in the making.

use domain::Id;
use domain::keyed_enum;
use domain::pack::{AskedRemark, Item, PackError};
use exchange::{ClauseFrom, Diagnostic, Layout, QuestionKind};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Reads a workbook whose questions are to stand in an edition in the making.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadQuestionTable {
    /// The edition.
    pub own_pack: Id,
    /// The handle of the file.
    pub handle: String,
}

/// Says how the table is read, and what becomes of its rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ArrangeQuestionTable {
    /// The preview.
    pub token: String,
    /// What a person says.
    pub reading: QuestionReading,
}

/// How a table of questions is read, and what becomes of its rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct QuestionReading {
    /// How each sheet is read; a sheet without a layout is not.
    pub layouts: BTreeMap<String, Layout>,
    /// Sheets a person does not want.
    pub left_out: BTreeSet<String>,
    /// Which clause is meant by what is written.
    pub clauses: BTreeMap<String, String>,
    /// Where questions stand whose clause is not known.
    pub default_clause: Option<String>,
    /// What is otherwise with single rows, by their keys.
    pub rows: BTreeMap<String, QuestionChoice>,
    /// Whether requirements are made into questions.
    pub turn: bool,
    /// Whether the items of the base that the table does not ask are retired.
    pub retire: bool,
}

/// What a person says of a row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct QuestionChoice {
    /// Whether it is taken over, if not as proposed.
    pub take: Option<bool>,
    /// Its clause, if not as proposed.
    pub clause: Option<String>,
}

keyed_enum! {
    /// What becomes of a row.
    pub enum QuestionStatus {
        /// It becomes an item.
        New = "new",
        /// It becomes one as soon as its clause is known.
        NoClause = "no_clause",
        /// The edition asks it already.
        Same = "same",
        /// It was retired, and is brought back.
        Restored = "restored",
        /// An earlier row of the table asks the same.
        Repeated = "repeated",
        /// A person does not want it.
        Left = "left",
        /// It asks nothing, or cannot be read.
        Skipped = "skipped",
        /// It is longer than any text here.
        TooLong = "too_long",
    }
}

/// What would come of a table of questions.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QuestionPreview {
    /// By which it is confirmed.
    pub token: String,
    /// The edition in the making.
    pub own_pack: Id,
    /// The name of the file.
    pub file_name: String,
    /// Whether the same file was taken over before.
    pub known: bool,
    /// Its sheets in the order of the tabs.
    pub sheets: Vec<QuestionSheet>,
    /// How they are read.
    pub reading: QuestionReading,
    /// The names under which layouts are kept.
    pub kept: Vec<String>,
    /// Its rows.
    pub rows: Vec<QuestionTableRow>,
    /// What is written as clauses and means none exactly.
    pub clauses: Vec<QuestionClause>,
    /// Items of the base that the table does not ask.
    pub missing: Vec<String>,
    /// Clauses that would have no item any more.
    pub emptied: Vec<String>,
    /// How many rows ask nothing as they are worded.
    pub unasked: i64,
    /// What stands beside the cells.
    pub diagnostics: Vec<Diagnostic>,
}

/// A sheet of the workbook.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QuestionSheet {
    /// The name of the tab.
    pub sheet: String,
    /// The name of the kept layout by which it is known again.
    pub kept: Option<String>,
    /// How many of its rows ask something.
    pub rows: i64,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QuestionTableRow {
    /// By which it is named.
    pub key: String,
    /// The sheet.
    pub sheet: String,
    /// The cell it is known by.
    pub cell: String,
    /// What stands there.
    pub found: String,
    /// Its number as it is written.
    pub number: String,
    /// What it is.
    pub kind: QuestionKind,
    /// What becomes of it.
    pub status: QuestionStatus,
    /// Whether it could be taken over if a person says so.
    pub can_take: bool,
    /// The item it becomes, or would become.
    pub item: Option<Item>,
    /// The item that asks the same already.
    pub same: Option<String>,
    /// The cell of the earlier row that asks the same.
    pub earlier: Option<String>,
    /// The clause as it is written.
    pub written_clause: String,
    /// Where that is.
    pub clause_from: ClauseFrom,
    /// The clause it comes under.
    pub clause: Option<String>,
    /// Whether a part of the question was struck out.
    pub partly_struck: bool,
    /// What is to be said of it.
    pub remarks: Vec<QuestionRemark>,
    /// What the parser would not take.
    pub mistakes: Vec<PackError>,
}

/// What is to be said of a row.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QuestionRemark {
    /// What.
    pub remark: AskedRemark,
    /// The text it is about.
    pub text: String,
}

/// What is written as a clause and means none exactly.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QuestionClause {
    /// As it is written.
    pub written: String,
    /// How many rows stand under it.
    pub rows: i64,
    /// What may be meant, the likeliest first.
    pub likely: Vec<String>,
    /// What a person says is meant.
    pub chosen: Option<String>,
}

/// Takes the questions over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TakeQuestionTable {
    /// The preview.
    pub token: String,
    /// Why nothing is asked about the clauses that lose their last item; empty to say it later.
    pub reason: String,
}

/// What was taken over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct QuestionsTaken {
    /// The new items.
    pub items: Vec<String>,
    /// How many were brought back.
    pub restored: i64,
    /// How many were retired.
    pub retired: i64,
}

/// Gives a kept way of reading another name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RenameLayout {
    /// The row.
    pub id: Id,
    /// The new name.
    pub name: String,
}
