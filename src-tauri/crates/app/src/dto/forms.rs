//! Papers and sheets from finding to closure: what can be handed out, and what came back.

use crate::error::ErrorDto;
use domain::Id;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A paper of a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FindingPaper {
    /// The finding.
    pub finding: Id,
    /// Which paper, e.g. `plan`.
    pub paper: String,
    /// The check of another department, for its paper.
    #[serde(default)]
    pub check: Option<Id>,
    /// `pdf` or `xlsx`.
    pub format: String,
}

/// A paper that can be made now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FindingPaperRow {
    /// Which paper.
    pub paper: String,
    /// The check of another department.
    pub check: Option<Id>,
    /// What it is called.
    pub name: String,
    /// To whom it goes.
    pub department: String,
    /// In which formats.
    pub formats: Vec<String>,
}

/// Asks for the papers of several findings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PapersOfFindings {
    /// The findings.
    pub findings: Vec<Id>,
}

/// A kind of paper in a format, with all of several findings of which it can be made now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PapersOfKind {
    /// Which paper.
    pub paper: String,
    /// What it is called.
    pub name: String,
    /// `pdf` or `xlsx`.
    pub format: String,
    /// The papers.
    pub papers: Vec<PaperOfFinding>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PaperOfFinding {
    /// The paper.
    pub paper: FindingPaper,
    /// 指摘番号
    pub number: String,
    /// To whom it goes.
    pub department: String,
}

/// Hands papers of findings out as one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportFindingPaper {
    /// The papers, all of one kind and in one format.
    pub papers: Vec<FindingPaper>,
    /// The handle of the place.
    pub destination: String,
    /// To whom.
    pub recipient: String,
    /// On what ground.
    pub basis: String,
}

/// Answers a question that a returned sheet raises.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AnswerReturned {
    /// The preview.
    pub token: String,
    /// The name of the sheet.
    pub sheet: String,
    /// The key of the row.
    pub key: String,
    /// The key of the column.
    pub column: String,
    /// What is meant: one of what was offered.
    pub value: String,
}

/// Records what a returned workbook says; one operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CommitReturned {
    /// The preview.
    pub token: String,
}

/// What would be recorded from a returned workbook.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ReturnedPreview {
    /// By which it is confirmed.
    pub token: String,
    /// Its name.
    pub file_name: String,
    /// Its SHA-256.
    pub sha256: String,
    /// Whether the same file was taken over before.
    pub known: bool,
    /// The sheets recognised in it.
    pub sheets: Vec<ReturnedSheet>,
    /// What is wrong or needs a look.
    pub diagnostics: Vec<exchange::Diagnostic>,
}

/// One recognised sheet.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ReturnedSheet {
    /// Its name.
    pub sheet: String,
    /// Which paper it is, as it is called; empty if it is none of this workspace.
    pub name: String,
    /// The finding.
    pub finding: Option<Id>,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Who answers.
    pub department: String,
    /// What stands in its fields.
    pub fields: Vec<ReturnedField>,
    /// Whether nothing is filled in.
    pub blank: bool,
    /// Whether just this is recorded already.
    pub recorded: bool,
    /// Why it cannot be recorded, if it cannot.
    pub problem: Option<ErrorDto>,
}

/// One field of a returned sheet.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ReturnedField {
    /// The key of the row.
    pub key: String,
    /// The key of the column.
    pub column: String,
    /// Its label.
    pub label: String,
    /// The address of the cell.
    pub cell: String,
    /// The text that stands there.
    pub found: String,
    /// What would be recorded, as people read it; nothing if it is not clear or blank.
    pub value: Option<String>,
    /// What is recorded already.
    pub now: String,
    /// What is the matter, if something is.
    pub code: Option<exchange::DiagnosticCode>,
    /// What it may mean.
    pub options: Vec<ReturnedOption>,
}

/// Something a field may mean.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ReturnedOption {
    /// The value.
    pub value: String,
    /// As people read it.
    pub label: String,
}

/// What was recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReturnedDone {
    /// How many sheets.
    pub taken: i64,
}
