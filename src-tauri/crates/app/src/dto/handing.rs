//! What is handed out in one file: the checklists of several sections, the lists of the office.

use domain::Id;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Writes the checklists of several targets into one workbook, a sheet each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportForms {
    /// The targets, in the order of their sheets.
    pub targets: Vec<Id>,
    /// The handle of the file to write, or of the folder to write it into.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground it may go.
    pub basis: String,
}

/// Writes what is known of the office as lists to be looked through and corrected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportOfficeList {
    /// Only what belongs to this department.
    pub department: Option<Id>,
    /// The handle of the file to write, or of the folder to write it into.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground it may go.
    pub basis: String,
}
