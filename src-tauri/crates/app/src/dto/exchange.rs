//! What goes out and what comes in.

use domain::Id;
use domain::kinds::{EngagementKind, Form};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the report of a fiscal year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportQuery {
    /// The fiscal year.
    pub fiscal_year: i64,
}

/// Writes the report of a fiscal year to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportReport {
    /// The fiscal year.
    pub fiscal_year: i64,
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

/// Reads a workbook that came back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadImport {
    /// The handle of the file.
    pub handle: String,
}

/// Says to which target a blank sheet belongs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AssignImport {
    /// The preview.
    pub token: String,
    /// The name of the sheet.
    pub sheet: String,
    /// The target.
    pub target: Id,
}

/// What would be taken over from it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportPreview {
    /// By which it is confirmed.
    pub token: String,
    /// Its name.
    pub file_name: String,
    /// Its SHA-256.
    pub sha256: String,
    /// Whether the same file was taken over before.
    pub known: bool,
    /// The sheets recognised in it.
    pub forms: Vec<ImportForm>,
    /// What is wrong or needs a look.
    pub diagnostics: Vec<exchange::Diagnostic>,
}

/// One recognised sheet.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportForm {
    /// The target it belongs to; nothing if it is not of this workspace, or if it is blank and nobody has said yet.
    pub target: Option<Id>,
    /// What is known of a blank sheet.
    pub blank: Option<ImportBlank>,
    /// The engagement.
    pub engagement_title: String,
    /// The department.
    pub department: String,
    /// The sheet.
    pub sheet: String,
    /// 監査 or 自己点検.
    pub kind: Option<EngagementKind>,
    /// 担当者・内線, if filled in.
    pub contact: String,
    /// What every cell would do.
    pub rows: Vec<exchange::PlanRow>,
    /// The words of the items.
    pub questions: Vec<ImportQuestion>,
}

/// A sheet that was made for nobody in particular.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportBlank {
    /// The department that was written on it.
    pub department: String,
    /// What it may be for: the targets of what is running by the same form of the same edition.
    pub targets: Vec<ImportTarget>,
}

/// A target that a blank sheet may be for.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportTarget {
    /// The target.
    pub target: Id,
    /// The engagement.
    pub engagement_title: String,
    /// The department.
    pub department: String,
}

/// The words of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportQuestion {
    /// The item.
    pub key: String,
    /// Its question.
    pub question: String,
}

/// Takes the chosen rows over; one operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CommitImport {
    /// The preview.
    pub token: String,
    /// Conflicts taken from the file, each `<target>/<item>/<column>`.
    pub overwrite: Vec<String>,
}

/// What was taken over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportDone {
    /// How many cells.
    pub taken: i64,
    /// Which targets.
    pub targets: Vec<Id>,
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
