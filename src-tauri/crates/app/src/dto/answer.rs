//! Answering items, and the evidence beside them.

use domain::Id;
use domain::kinds::{Duty, EngagementKind, EngagementState, Procedure, SelfAnswer, Verdict};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the items of one department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct GridQuery {
    /// The target of the engagement.
    pub target: Id,
}

/// The items of one department in the order of the standard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Grid {
    /// The engagement.
    pub engagement: Id,
    /// Its title.
    pub engagement_title: String,
    /// 監査 or 自己点検.
    pub kind: EngagementKind,
    /// Where it stands; answers of a closed one are locked.
    pub state: EngagementState,
    /// 書面監査: it begins with what the section says of itself.
    pub desk: bool,
    /// The target.
    pub target: Id,
    /// The department's name.
    pub department: String,
    /// The campaign in which this sheet is a bundle of questionnaires that are only counted.
    pub counted_in: Option<Id>,
    /// The clauses that have items here, and what they stand under.
    pub clauses: Vec<GridClause>,
    /// The items.
    pub rows: Vec<GridRow>,
}

/// A clause in the tree beside the grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct GridClause {
    /// Its number.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its English title.
    pub title_en: Option<String>,
    /// What it stands under.
    pub parent: Option<String>,
}

/// A text that somebody typed before the program ended, and that waits for somebody who may write it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct HeldDraft {
    /// The field it was typed in.
    pub field: String,
    /// The text.
    pub text: String,
    /// When it was typed last.
    pub at: i64,
    /// Who typed it.
    pub by: Option<String>,
}

/// One item, with its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct GridRow {
    /// The item.
    pub item: String,
    /// Texts that were typed and wait: for somebody who may write here, or for a word on which text counts.
    pub held: Vec<HeldDraft>,
    /// Its short number, as on paper.
    pub number: String,
    /// The clause.
    pub clause: String,
    /// How strongly it binds.
    pub duty: Duty,
    /// 1 to 3.
    pub weight: i64,
    /// The question.
    pub question: String,
    /// The question in English.
    pub question_en: Option<String>,
    /// What to look at.
    pub look_at: Vec<String>,
    /// How.
    pub how: Vec<Procedure>,
    /// What the pack remarks on it.
    pub pack_note: Option<String>,
    /// Why it is 今回対象外, if it is.
    pub exclusion: Option<String>,
    /// The verdict, in an audit.
    pub answer: Option<AnswerDto>,
    /// The answer, in a self-inspection.
    pub self_answer: Option<SelfAnswerDto>,
    /// In an audit: what the department said of itself this year.
    pub section_answer: Option<SelfAnswer>,
    /// Last year's verdict or answer.
    pub previous: Option<PreviousAnswer>,
    /// How many pieces of evidence.
    pub evidence: i64,
    /// The finding made from it.
    pub finding: Option<FindingRef>,
    /// The exceptions that cover it.
    pub exceptions: Vec<super::ExceptionRef>,
    /// Its workpaper, in an audit.
    pub paper: Option<super::ItemPaper>,
    /// Who of the team looks at it.
    pub assignee: Option<String>,
    /// Whether that is the user.
    pub mine: bool,
    /// How many notes speak of it.
    pub notes: i64,
}

/// An auditor's verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AnswerDto {
    /// The row.
    pub id: Id,
    /// 判定
    pub verdict: Verdict,
    /// 所見
    pub note: String,
    /// 手続
    pub procedure: Option<Procedure>,
    /// 実施日
    #[ts(type = "string | null")]
    pub seen_on: Option<Date>,
    /// 実施時刻, e.g. `09:40`
    pub seen_time: String,
    /// 立会者
    pub witness: String,
    /// Who judged.
    pub answered_by: Option<String>,
    /// When it was entered.
    pub answered_at: Option<i64>,
    /// Whether a text was recovered from a draft and not looked at since.
    pub recovered: bool,
}

/// A section's answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SelfAnswerDto {
    /// The row.
    pub id: Id,
    /// 回答
    pub answer: Option<SelfAnswer>,
    /// 根拠・証跡
    pub basis: String,
    /// 改善策
    pub improvement: String,
    /// 期限, as the section wrote it
    pub due: String,
    /// Where it was read; empty if typed in.
    pub source: String,
    /// When it was entered.
    pub answered_at: Option<i64>,
    /// Whether a text was recovered from a draft and not looked at since.
    pub recovered: bool,
}

/// Last year's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PreviousAnswer {
    /// The year.
    pub fiscal_year: i64,
    /// The verdict, in an audit.
    pub verdict: Option<Verdict>,
    /// The answer, in a self-inspection.
    pub answer: Option<SelfAnswer>,
    /// What was written beside it.
    pub note: String,
}

/// A finding, to go to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FindingRef {
    /// The row.
    pub id: Id,
    /// Its number.
    pub number: String,
}

/// Sets the verdict of one or many items; one operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetVerdicts {
    /// The target.
    pub target: Id,
    /// The items.
    pub items: Vec<String>,
    /// The verdict.
    pub verdict: Verdict,
}

/// Sets the answer of one or many items; one operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetSelfAnswers {
    /// The target.
    pub target: Id,
    /// The items.
    pub items: Vec<String>,
    /// The answer; nothing takes it away.
    pub answer: Option<SelfAnswer>,
}

/// Writes one field of an answer: `note`, `procedure`, `seen_on`, `seen_time` or `witness`; in a self-inspection `basis`, `improvement` or `due`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WriteAnswer {
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
    /// The field.
    pub field: String,
    /// What becomes of it; a key or date where the field is one.
    pub text: String,
}

/// The rows of the grid after a change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AnswersChanged {
    /// The rows that changed.
    pub rows: Vec<GridRow>,
}

/// Keeps what is being typed into a field of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PutDraft {
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
    /// The field.
    pub field: String,
    /// The text so far.
    pub text: String,
}

/// A draft that is safe on disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftKept {
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
}

/// Puts items out of this engagement's scope, or back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetScope {
    /// The engagement.
    pub engagement: Id,
    /// The items.
    pub items: Vec<String>,
    /// Why they are left out; nothing puts them back.
    pub reason: Option<String>,
}

/// A file or paper to be taken in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NewEvidence {
    /// The handle of the file; nothing for paper.
    pub handle: Option<String>,
    /// 名称; for a file its name if empty.
    pub name: String,
    /// 入手元
    pub source: String,
    /// 保管場所 of paper.
    pub place: String,
    /// Its class; empty if nobody knows.
    pub class_level: String,
}

/// Takes evidence in for an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AttachEvidence {
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
    /// What is taken in.
    pub evidence: Vec<NewEvidence>,
}

/// Asks for the evidence of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceOfItem {
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
}

/// Asks for the evidence of a row, e.g. a completion report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceOf {
    /// The row.
    pub owner: Id,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceRow {
    /// The row.
    pub id: Id,
    /// 名称
    pub name: String,
    /// What kind of file it is; empty for paper.
    pub media_type: String,
    /// Its size.
    pub size: i64,
    /// Its SHA-256.
    pub sha256: String,
    /// The stored file, for `kansa://blob/<id>`.
    pub blob: Option<Id>,
    /// 入手元
    pub source: String,
    /// When.
    #[ts(type = "string")]
    pub collected_on: Date,
    /// By whom.
    pub collector: Option<String>,
    /// Its class; empty while nobody knows.
    pub class_level: String,
    /// 保管場所
    pub place: String,
}

/// A piece of evidence and what it stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceInUse {
    /// The evidence.
    pub evidence: EvidenceRow,
    /// Where it is attached; nowhere when it was taken off again.
    pub uses: Vec<EvidenceUse>,
    /// Whether an engagement that rests on it is closed: only a class left open can still be said.
    pub settled: bool,
}

/// A place where evidence is attached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceUse {
    /// What it is called.
    pub label: String,
    /// Where it is shown.
    pub route: String,
}

/// Changes what is known about a piece of evidence; its file never changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EditEvidence {
    /// The evidence.
    pub id: Id,
    /// 名称
    pub name: String,
    /// 入手元
    pub source: String,
    /// 保管場所
    pub place: String,
    /// When it was collected.
    #[ts(type = "string")]
    pub collected_on: Date,
    /// Its class; empty while nobody knows.
    pub class_level: String,
}

/// Takes evidence away from an item; the file stays in the records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DetachEvidence {
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
    /// The evidence.
    pub evidence: Id,
}
