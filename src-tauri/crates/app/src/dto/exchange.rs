//! What goes out and what comes in.

use domain::Id;
use domain::kinds::Form;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Writes the report of a fiscal year to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportReport {
    /// The fiscal year.
    pub fiscal_year: i64,
    /// The document; nothing for what the year looks like without one.
    #[serde(default)]
    pub report: Option<Id>,
    /// `pdf` or `xlsx`.
    pub format: String,
    /// The handle of the file to write.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground it may go.
    pub basis: String,
}

/// Writes the checklist of a department to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportForm {
    /// The target.
    pub target: Id,
    /// `pdf`, to be filled in by hand, or `xlsx`.
    pub format: String,
    /// The handle of the file to write.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground it may go.
    pub basis: String,
}

/// Writes a checklist that belongs to no audit or self-inspection to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportBlank {
    /// The edition.
    pub hash: String,
    /// The form.
    pub form: Form,
    /// Only these clauses, with everything below them; none: all.
    #[serde(default)]
    pub clauses: Vec<String>,
    /// `pdf`, to be filled in by hand, or `xlsx`.
    pub format: String,
    /// The handle of the file to write.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground it may go.
    pub basis: String,
}

/// A checklist that belongs to no audit or self-inspection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BlankForm {
    /// The edition.
    pub hash: String,
    /// The form.
    pub form: Form,
    /// Only these clauses, with everything below them; none: all.
    #[serde(default)]
    pub clauses: Vec<String>,
}

/// Asks for the name a file should have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SuggestName {
    /// `report`, `form` or `blank` with its format, e.g. `report-pdf`.
    pub kind: String,
    /// The fiscal year of a report.
    pub fiscal_year: Option<i64>,
    /// The report, if it is a document.
    #[serde(default)]
    pub report: Option<Id>,
    /// The target of a checklist.
    pub target: Option<Id>,
    /// The checklist that has no target.
    pub blank: Option<BlankForm>,
}

/// The name a file should have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SuggestedName {
    /// It holds class, year and content.
    pub name: String,
}

/// A file that left the workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Exported {
    /// Its name.
    pub name: String,
    /// Its size.
    pub size: i64,
    /// Its SHA-256.
    pub sha256: String,
    /// Characters that could not be printed and the like, as text.
    pub warnings: Vec<String>,
}

/// A line of the register of what left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReleaseRow {
    /// The row.
    pub id: Id,
    /// When.
    pub at: i64,
    /// The file.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// Its class.
    pub class_level: String,
    /// To whom.
    pub recipient: String,
    /// On what ground.
    pub basis: String,
    /// Its SHA-256.
    pub sha256: String,
    /// Its size.
    pub size: i64,
    /// Who handed it out.
    pub person: Option<String>,
}
