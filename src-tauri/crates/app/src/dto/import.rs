//! What comes back: files are read, shown, assigned, and taken over as a person chose.

use domain::Id;
use domain::kinds::{EngagementKind, Form};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Files and folders that were dropped or chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FindFiles {
    /// Their handles.
    pub handles: Vec<String>,
}

/// The files in them.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FoundFiles {
    /// In the order of their names.
    pub files: Vec<FoundFile>,
    /// The names of those that are no returned sheets, and are left.
    pub left: Vec<String>,
}

/// A file that may be a returned sheet.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FoundFile {
    /// Its handle.
    pub handle: String,
    /// Its name, below the folder it was found in.
    pub name: String,
    /// Whether it is a picture or a PDF: what was written by hand is typed in beside it.
    pub is_scan: bool,
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

/// Says how the tables of a workbook are read that are no sheets of ours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ArrangeImport {
    /// The preview.
    pub token: String,
    /// How they are read from now on.
    pub reading: ImportReading,
}

/// How the tables of a workbook are read that are no sheets of ours.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportReading {
    /// The engagement they answer.
    pub engagement: Option<Id>,
    /// Whose the whole file is, if it is from one.
    pub single: Option<Id>,
    /// How each sheet is read; a sheet without a layout is not.
    pub layouts: BTreeMap<String, exchange::Layout>,
    /// Sheets a person does not want.
    pub left_out: BTreeSet<String>,
    /// Whom a person says that a name means.
    pub names: BTreeMap<String, Id>,
}

/// What would be taken over from a workbook.
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
    /// Its tables that are no sheets of ours, if there are any.
    pub tables: Option<ImportTables>,
    /// Whether queries can be written beside its cells.
    pub writable: bool,
    /// What is wrong or needs a look.
    pub diagnostics: Vec<exchange::Diagnostic>,
}

/// The tables of a workbook that are no sheets of ours.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportTables {
    /// Their sheets in the order of the tabs.
    pub sheets: Vec<ImportTable>,
    /// How they are read.
    pub reading: ImportReading,
    /// What they may be answers to.
    pub engagements: Vec<ImportEngagement>,
    /// Names of which nobody has said yet whom they mean, or of which a person has.
    pub names: Vec<ImportName>,
    /// The names of the layouts that are kept.
    pub kept: Vec<String>,
    /// Whether they look like findings of earlier years.
    pub findings: bool,
}

/// A sheet that is none of ours.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportTable {
    /// The name of the tab.
    pub sheet: String,
    /// The name of the kept layout by which it is known again.
    pub kept: Option<String>,
    /// How many of its rows were found to ask something of ours.
    pub rows: i64,
}

/// An engagement that a table may be for.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportEngagement {
    /// The engagement.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// 監査 or 自己点検.
    pub kind: EngagementKind,
    /// The form.
    pub form: Form,
    /// Whose answers it takes.
    pub targets: Vec<ImportTarget>,
}

/// A name in a table that needs a word.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportName {
    /// As it is written.
    pub name: String,
    /// The sheet.
    pub sheet: String,
    /// The cell, if it stands in one.
    pub cell: Option<String>,
    /// Who may be meant.
    pub likely: Option<String>,
    /// Who a person says is meant.
    pub target: Option<Id>,
}

/// One recognised sheet.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportForm {
    /// The target it belongs to; nothing if it is not of this workspace, or if it is blank and nobody has said yet.
    pub target: Option<Id>,
    /// What is known of a blank sheet.
    pub blank: Option<ImportBlank>,
    /// Whether it is a table of their own.
    pub is_table: bool,
    /// The questionnaires that are counted, if it is one or holds their counts.
    pub counted: Option<ImportCounted>,
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

/// Questionnaires of staff that are counted: who answered what is not kept.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportCounted {
    /// How many questionnaires it holds; nothing if only numbers of answers stand in it.
    pub sheets: Option<i64>,
    /// How many have come back as far as is known.
    pub came_back: i64,
}

/// A sheet that was made for nobody in particular.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportBlank {
    /// The department that was written on it.
    pub department: String,
    /// What it may be for: the targets of what is running by the same form of the same edition.
    pub targets: Vec<ImportTarget>,
}

/// A target that a sheet may be for.
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

/// Asks for what a sheet looks like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportSheetQuery {
    /// The preview.
    pub token: String,
    /// The name of the tab.
    pub sheet: String,
}

/// Keeps a layout under a name, by which the same table is known again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KeepLayout {
    /// The preview.
    pub token: String,
    /// The sheet it is for now.
    pub sheet: String,
    /// The name; a layout that has it already is replaced.
    pub name: String,
}

/// A layout that is kept.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct KeptLayout {
    /// The row.
    pub id: Id,
    /// The name.
    pub name: String,
    /// What it reads.
    pub reads: exchange::Reads,
    /// The headings it is known by.
    pub headings: Vec<String>,
    /// What the columns under them hold.
    pub holds: Vec<exchange::ColumnUse>,
}

/// Compares what several files say about the same target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareImports {
    /// The previews.
    pub tokens: Vec<String>,
}

/// Several sheets for one target, of which one counts.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportVersions {
    /// The target.
    pub target: Id,
    /// The engagement.
    pub engagement_title: String,
    /// The department.
    pub department: String,
    /// The sheets in the order they were read.
    pub versions: Vec<ImportVersion>,
    /// The cells in which they differ; none if they say the same.
    pub cells: Vec<ImportVersionCell>,
}

/// One of several sheets for one target.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportVersion {
    /// The preview.
    pub token: String,
    /// The file.
    pub file_name: String,
    /// The sheet.
    pub sheet: String,
    /// How many questions it answers.
    pub answered: i64,
}

/// A cell in which versions differ.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportVersionCell {
    /// The item or the field.
    pub key: String,
    /// The column.
    pub column: String,
    /// 監査 or 自己点検.
    pub kind: EngagementKind,
    /// The words of the item.
    pub question: String,
    /// What each version says, in their order: the value where it is clear, else what stands there.
    pub found: Vec<ImportVersionFound>,
}

/// What one version says.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportVersionFound {
    /// The text that stands there.
    pub found: String,
    /// The value it means, if that is clear.
    pub value: Option<String>,
}

/// Takes over what was chosen from several files; one operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CommitImport {
    /// The files.
    pub files: Vec<CommitFile>,
}

/// What is taken over from one file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct CommitFile {
    /// The preview.
    pub token: String,
    /// Conflicts taken from the file, by the keys of their cells: `<sheet>/<target>/<item>/<column>`.
    #[serde(default)]
    pub overwrite: BTreeSet<String>,
    /// What a person says that unclear cells mean, by the same keys.
    #[serde(default)]
    pub decided: BTreeMap<String, String>,
    /// Sheets that are left, each `<sheet>/<target>`.
    #[serde(default)]
    pub leave: BTreeSet<String>,
    /// How many questionnaires have come back, by target, where counts are taken over.
    #[serde(default)]
    pub came_back: BTreeMap<String, i64>,
}

/// What was taken over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportDone {
    /// How many cells.
    pub taken: i64,
    /// Which targets.
    pub targets: Vec<Id>,
}

/// Keeps what was written by hand, to be typed in beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KeepScan {
    /// The handle of the picture or the PDF.
    pub handle: String,
    /// Whose it is.
    pub target: Id,
}

/// Asks for the name of a copy that goes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WriteBackName {
    /// The preview.
    pub token: String,
    /// `queries` or `answers`.
    pub what: String,
}

/// Writes queries, or our answers, beside the cells of a copy of the sender's own workbook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WriteBack {
    /// What is taken over and decided; what is decided is no query any more.
    pub file: CommitFile,
    /// `queries` or `answers`.
    pub what: String,
    /// The handle of the file to write.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground it may go.
    pub basis: String,
}
