//! Workpapers: what stands beside a verdict, and how far their review is.

use domain::Id;
use domain::kinds::{SelfAnswer, Verdict};
use domain::review::{Difference, ItemLife, ReviewResult, ReviewState};
use domain::sampling::SamplingMethod;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The workpaper of an item, as far as a row of the grid shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ItemPaper {
    /// 調書番号, e.g. 2-37.
    pub number: String,
    /// Its life; nothing for what is out of scope.
    pub life: Option<ItemLife>,
    /// Where its review stands.
    pub review: ReviewState,
    /// Who reviewed it last.
    pub reviewer: Option<String>,
    /// When.
    pub reviewed_at: Option<i64>,
    /// What was said to it.
    pub comment: String,
    /// Whether a sample was taken.
    pub sampled: bool,
    /// How many references it has to other items.
    pub references: i64,
    /// How the self-inspection differs from the verdict.
    pub difference: Option<Difference>,
}

/// What stands on the workpaper of an item beside its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WorkpaperItem {
    /// 調書番号
    pub number: String,
    /// The sample.
    pub sampling: Option<SamplingDto>,
    /// 相互参照
    pub references: Vec<ReferenceRow>,
    /// The reviews, the newest first.
    pub reviews: Vec<ReviewRow>,
    /// Whether it is the work of who asks, who therefore does not review it.
    pub own: bool,
    /// What the section said of itself.
    pub section: Option<SectionAnswer>,
}

/// A sample.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SamplingDto {
    /// 母集団
    pub population: String,
    /// Where the list came from.
    pub source: String,
    /// How many elements it has.
    pub population_size: i64,
    /// 抽出方法
    pub method: SamplingMethod,
    /// How many were looked at.
    pub size: i64,
    /// The seed of the draw.
    pub seed: String,
    /// The numbers looked at; empty if all were.
    pub picks: String,
    /// The numbers in which something was wrong.
    pub exceptions: String,
    /// How many these are.
    pub exception_count: i64,
    /// What was wrong.
    pub note: String,
    /// How it was drawn, in one sentence.
    pub sentence: String,
    /// Who drew it.
    pub drawn_by: Option<String>,
    /// When.
    pub drawn_at: i64,
}

/// A reference to another item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReferenceRow {
    /// The row.
    pub id: Id,
    /// The number of the other workpaper.
    pub number: String,
    /// Its target.
    pub target_name: String,
    /// Its clause.
    pub clause: String,
    /// Its question.
    pub question: String,
    /// Why they belong together.
    pub note: String,
    /// Where it is shown.
    pub route: String,
}

/// A review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReviewRow {
    /// When.
    pub at: i64,
    /// By whom.
    pub reviewer: String,
    /// What came of it.
    pub result: ReviewResult,
    /// What was said.
    pub comment: String,
    /// Whether what was reviewed still stands as it was.
    pub current: bool,
}

/// What a section said of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SectionAnswer {
    /// 回答
    pub answer: Option<SelfAnswer>,
    /// 根拠・証跡
    pub basis: String,
    /// Where it was read; empty if typed in.
    pub source: String,
    /// When it was entered.
    pub answered_at: Option<i64>,
}

/// Says what was looked at of a population. What a draw decides is drawn here and not given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveSampling {
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
    /// 母集団
    pub population: String,
    /// Where the list came from.
    pub source: String,
    /// How many elements it has.
    pub population_size: i64,
    /// 抽出方法
    pub method: SamplingMethod,
    /// How many are looked at; it follows from the rest where all are, or where a person chose.
    pub size: i64,
    /// The seed; empty draws one.
    pub seed: String,
    /// The numbers a person chose.
    pub picks: String,
    /// The numbers in which something was wrong.
    pub exceptions: String,
    /// What was wrong.
    pub note: String,
}

/// An item of a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ItemRef {
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
}

/// Refers from an item to another, by the number of its workpaper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddReference {
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
    /// The number of the other workpaper.
    pub number: String,
    /// Why they belong together.
    pub note: String,
}

/// Records the review of one or many items.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RecordReview {
    /// The target.
    pub target: Id,
    /// The items.
    pub items: Vec<String>,
    /// What comes of it.
    pub result: ReviewResult,
    /// What is said to it.
    pub comment: String,
}

/// What a review of many items reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReviewDone {
    /// How many were reviewed.
    pub reviewed: i64,
    /// How many were left out because they are the reviewer's own work.
    pub own: i64,
    /// How many were left out because nothing is judged, or because they are out of scope.
    pub open: i64,
    /// The rows of the grid that changed.
    pub rows: Vec<super::GridRow>,
}

/// Takes what the section said of itself into 所見, for items of one target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct QuoteSection {
    /// The target.
    pub target: Id,
    /// The items; none for all that have an answer.
    pub items: Vec<String>,
}

/// How many notes were begun with what the section said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Quoted {
    /// How many.
    pub quoted: i64,
}

/// Asks for the workpapers of an engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WorkpaperQuery {
    /// The engagement.
    pub engagement: Id,
}

/// How far the workpapers of an engagement are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WorkpaperProgress {
    /// The targets, in the order of their numbers.
    pub targets: Vec<PaperProgress>,
    /// Where audit and self-inspection differ.
    pub differences: Vec<DifferenceRow>,
}

/// How far the workpapers of a target are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PaperProgress {
    /// The target.
    pub target: Id,
    /// Its name.
    pub name: String,
    /// The number its workpapers begin with.
    pub position: i64,
    /// How many items are in scope.
    pub items: i64,
    /// How many are 今回対象外.
    pub out_of_scope: i64,
    /// 未着手
    pub not_started: i64,
    /// 証拠収集中
    pub collecting: i64,
    /// 判定済, also what is 査閲済.
    pub judged: i64,
    /// 該当なし among what is judged.
    pub not_applicable: i64,
    /// 査閲済
    pub reviewed: i64,
    /// 査閲待ち
    pub waiting: i64,
    /// 差戻し
    pub returned: i64,
    /// 査閲後に変更
    pub changed: i64,
    /// How many have an answer of the section.
    pub section_answers: i64,
    /// How many differ from it.
    pub differences: i64,
}

/// An item where audit and self-inspection differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DifferenceRow {
    /// The target.
    pub target: Id,
    /// Its name.
    pub target_name: String,
    /// The item.
    pub item: String,
    /// 調書番号
    pub number: String,
    /// The clause.
    pub clause: String,
    /// The question.
    pub question: String,
    /// What the section said.
    pub own: SelfAnswer,
    /// Its grounds.
    pub basis: String,
    /// What was found.
    pub verdict: Verdict,
    /// 所見
    pub note: String,
    /// How they differ.
    pub difference: Difference,
    /// Where it is shown.
    pub route: String,
}

/// Writes workpapers to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportWorkpapers {
    /// The engagement.
    pub engagement: Id,
    /// Only this target.
    pub target: Option<Id>,
    /// The handle of the file or folder.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground.
    pub basis: String,
}

/// Asks what a file of workpapers should be called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SuggestPaperName {
    /// The engagement.
    pub engagement: Id,
    /// Only this target.
    pub target: Option<Id>,
}

/// A workbook among the evidence, as far as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceSheets {
    /// The sheets in the order of their tabs.
    pub sheets: Vec<EvidenceSheet>,
}

/// A sheet of a workbook among the evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceSheet {
    /// The name on its tab.
    pub name: String,
    /// Whether the tab was hidden.
    pub hidden: bool,
    /// The rows that hold something, with their number and the texts of their columns.
    pub rows: Vec<EvidenceSheetRow>,
    /// How many columns are shown.
    pub columns: i64,
    /// Whether more is in it than is shown.
    pub more: bool,
}

/// A row of such a sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceSheetRow {
    /// Its number, as the spreadsheet counts.
    pub number: i64,
    /// The texts from the first column on.
    pub cells: Vec<String>,
}

/// Lets go of files that came in and are not kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Forget {
    /// Their handles.
    pub handles: Vec<String>,
}
