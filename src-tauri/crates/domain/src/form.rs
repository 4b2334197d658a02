//! A sheet that is handed to people in Excel and comes back: what stands on it, and the marks by which it is
//! recognised after columns were inserted, rows sorted and sheets renamed.
//!
//! The marks are cells, because cells travel with their rows and columns. They stand in the *mark column*, which is
//! hidden and the first of the sheet as sent, and in the *mark rows*, which are hidden and the first of the sheet
//! as sent. Every mark is a text cell. As sent, with the mark column in A and `<key>` standing for a value:
//!
//! | cell          | text                  | meaning                                                                |
//! |---------------|-----------------------|------------------------------------------------------------------------|
//! | A1            | [`MARK`]              | here the mark column and the mark row of the columns meet              |
//! | B1, C1, …     | `<column key>`        | the column below is [`FormColumn::key`]; a blank cell: not a column    |
//! | A2            | `@template=<text>`    | [`FormSheet::template`]                                                |
//! | A3            | `@form=<text>`        | [`FormSheet::form_id`]                                                 |
//! | A4            | `@edition=<text>`     | [`FormSheet::edition`]                                                 |
//! | A5, and X5    | `@fields`, `@value`   | the values of the fields stand in the column X that carries `@value`   |
//! | A, below      | [`FormField::key`]    | the row of this field (keys begin with `field:`)                       |
//! | A, below      | `@shown`              | a field of ours, which is shown and not read                           |
//! | A, below      | `@columns`            | the row of the printed column headings                                 |
//! | A, below      | `@heading`            | a heading across the table; it holds no answer                         |
//! | A, below      | the key of the item   | a row to be answered ([`FormRow::Item`])                               |
//! | A, below      | `@<anything else>`    | ours, holds no answer: `@title`, `@header`, `@progress`, `@end`, …     |
//!
//! A reader looks for [`MARK`] in any cell of a sheet, takes its row and column as the mark row and the mark column,
//! and reads everything else relative to them; it never relies on A1. A row below `@columns` without a mark is a row
//! somebody added. A key that occurs twice is a copied row. Cells that are merged hold their value top left.
//!
//! The workbook says the same a second time in a very hidden sheet named [`INDEX_SHEET`], so that a sheet that was
//! taken out is noticed: A1 is [`MARK`], B1…E1 are `template`, `form`, `edition`, `rows`; from row 2 on, one line per
//! form as sent: A the name of its tab, B, C, D as above, E the number of its item rows as text.

use serde::{Deserialize, Serialize};

/// The text of the cell where the hidden row and the hidden column meet.
pub const MARK: &str = "kansa-techo:form:1";

/// The name of the very hidden sheet that lists the forms of a workbook.
pub const INDEX_SHEET: &str = "_kansa";

/// The mark of the row of the printed column headings.
pub const MARK_COLUMNS: &str = "@columns";

/// The mark of a heading across the table.
pub const MARK_HEADING: &str = "@heading";

/// The mark of a field of ours.
pub const MARK_SHOWN: &str = "@shown";

/// The mark row of the fields, and in it the mark of the column where their values stand.
pub const MARK_FIELDS: (&str, &str) = ("@fields", "@value");

/// What stands before template, form id and edition in the mark column.
pub const MARK_TEMPLATE: &str = "@template=";
/// See [`MARK_TEMPLATE`].
pub const MARK_FORM: &str = "@form=";
/// See [`MARK_TEMPLATE`].
pub const MARK_EDITION: &str = "@edition=";

/// What the form id of a sheet begins with that was made for nobody in particular. Whose it is, is asked when it comes
/// back.
pub const BLANK: &str = "blank/";

/// One sheet to be filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormSheet {
    /// What kind of sheet it is, e.g. `audit` or `self:head`.
    pub template: String,
    /// Which sheet it is: the row it belongs to, in our case engagement and department together; or [`BLANK`] and
    /// what else is known.
    pub form_id: String,
    /// The hash of the pack edition the rows come from.
    pub edition: String,
    /// The name of the tab.
    pub tab: String,
    /// The title on the sheet.
    pub title: String,
    /// Lines under the title, as (label, value): office, department, year, deadline.
    pub header: Vec<(String, String)>,
    /// What the person who fills it in must know; printed on a sheet of its own.
    pub instructions: Vec<String>,
    /// The class as it is shown, e.g. 【機密性3】.
    pub class_label: String,
    /// Fields to be filled in above the table.
    pub fields: Vec<FormField>,
    /// The columns of the table.
    pub columns: Vec<FormColumn>,
    /// The rows of the table.
    pub rows: Vec<FormRow>,
}

/// A field above the table, e.g. 担当者・内線.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormField {
    /// Its key, `field:<something>` in the hidden column.
    pub key: String,
    /// Its label.
    pub label: String,
    /// What stands in it already.
    pub value: String,
    /// Whether it is a text of several lines.
    #[serde(default)]
    pub long: bool,
    /// What may be entered. A fixed one is ours: it is shown and never read.
    #[serde(default)]
    pub input: FormInput,
    /// What whoever stands in the field is told.
    #[serde(default)]
    pub prompt: String,
}

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormColumn {
    /// Its key, in the hidden row.
    pub key: String,
    /// Its heading.
    pub heading: String,
    /// Its width in half-width characters.
    pub width: f64,
    /// What may be entered.
    pub input: FormInput,
}

/// What may be entered in a column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum FormInput {
    /// Nothing: the column is ours.
    Fixed,
    /// One of these texts.
    Choice(Vec<String>),
    /// Any text.
    #[default]
    Text,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FormRow {
    /// A heading across the table, e.g. a clause.
    Heading(String),
    /// A row to be answered: its key and one text per column.
    Item {
        /// The key, in our case the item id.
        key: String,
        /// The texts, as many as there are columns.
        cells: Vec<String>,
        /// What whoever stands in its answer is told, if anything.
        #[serde(default)]
        prompt: String,
    },
}
