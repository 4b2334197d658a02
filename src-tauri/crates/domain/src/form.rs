//! A sheet that is handed to people in Excel and comes back: what stands on it, and the marks by which it is
//! recognised after columns were inserted, rows sorted and sheets renamed.
//!
//! The marks are cells, because cells travel with their rows and columns: a hidden row carries [`MARK`], the form's
//! identity and a column key above every column; a hidden column carries the row key beside every row.

use serde::{Deserialize, Serialize};

/// The text of the cell where the hidden row and the hidden column meet.
pub const MARK: &str = "kansa-techo:form:1";

/// One sheet to be filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormSheet {
    /// What kind of sheet it is, e.g. `audit` or `self:head`.
    pub template: String,
    /// Which sheet it is: the row it belongs to, in our case engagement and department together.
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FormInput {
    /// Nothing: the column is ours.
    Fixed,
    /// One of these texts.
    Choice(Vec<String>),
    /// Any text.
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
    },
}
