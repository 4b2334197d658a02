//! What a report says, as data. The PDF, the workbook and the preview on the screen are three readings of it.
//!
//! Nothing in it assures anything by itself: opinions are fields that people fill in, and an empty one stays empty.

mod beyond;
mod campaign;
mod changes;
mod finding;
mod input;
mod only;
mod placeholder;
mod tally;
mod terms;

pub use beyond::{
    Contrast, ContrastCount, ContrastItem, CrossCutting, EarlierYears, ExceptionLine, FollowYear, HorizontalLine,
    OpenEarlier, OrderDraft, ProposalLine, SharedItem, Turn, YearCounts,
};
pub use campaign::{
    Answers, Awaited, Before, CampaignInput, CampaignTotals, FormRows, FormTotals, Idea, ItemInput, ItemLine, Line,
    People, Returns, RouteLine, SectionIdea, SheetInput,
};
pub use changes::changes;
pub use finding::{Approval, CompelledApproval, DepartmentView, Finding, Order, Plan, Progress, Verification};
pub use input::{AnswerRow, ReportInput, SelfRow, StaffRows};
pub use only::Removed;
pub use placeholder::{Figure, figures, fill};
pub use tally::results_by_chapter;

use domain::kinds::{EngagementKind, SelfAnswer, Verdict};
use domain::report::{Margins, ReportAudience, ReportKind, ReportPaper, ReportSection, ReportTerm, ReportTypeface};
use domain::wareki::FiscalYear;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The report on an audit and a self-inspection, for the CISO. Made by [`ReportModel::tally`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportModel {
    /// Cover and marks.
    pub head: Head,
    /// What people wrote.
    pub opinion: Opinion,
    /// The sections in their order, with what people wrote in them.
    pub sections: Vec<Section>,
    /// The standards against which was judged.
    pub criteria: Vec<Criterion>,
    /// The audits and self-inspections the report is about.
    pub engagements: Vec<Engagement>,
    /// What was not looked at, in people's words; the counts beside it are computed.
    pub not_looked_at: Vec<String>,
    /// Who is independent of what, and where that is not given.
    pub independence: Vec<String>,
    /// The verdicts per department and chapter.
    pub results: Results,
    /// The verdicts of earlier years, the latest first.
    pub earlier: Vec<YearCounts>,
    /// 横断的な課題
    pub cross_cutting: CrossCutting,
    /// The number of findings per grade and department.
    pub finding_counts: Vec<FindingCount>,
    /// The findings, the gravest first.
    pub findings: Vec<Finding>,
    /// Approvals given by the applicant for a compelling reason (やむを得ない理由).
    pub compelled_approvals: Vec<CompelledApproval>,
    /// Due dates that were changed, and orders that were given before the finding was confirmed.
    pub turns: Vec<Turn>,
    /// 前回までの指摘
    pub follow_up: EarlierYears,
    /// The self-inspection.
    pub self_check: SelfCheck,
    /// 自己点検と監査の結果の差
    pub contrast: Contrast,
    /// 例外措置の状況
    pub exceptions: Vec<ExceptionLine>,
    /// 見直しの提案
    pub proposals: Vec<ProposalLine>,
    /// 改善指示書案
    pub orders: Vec<OrderDraft>,
    /// The index of the evidence.
    pub evidence: Vec<Evidence>,
    /// The annex: every item with its verdict.
    pub checklist: Vec<ChecklistPart>,
    /// The words and marks it uses that are explained.
    #[serde(default)]
    pub terms: Vec<ReportTerm>,
}

/// A key and the name shown for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Named {
    /// The key that rows refer to.
    pub key: String,
    /// The name that people read.
    pub name: String,
}

/// A section of the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Section {
    /// Its key, under which what people write in it is kept.
    pub key: String,
    /// Which section it is; nothing for one of the office's own.
    pub section: Option<ReportSection>,
    /// Its heading, if it is not the usual one.
    pub title: Option<String>,
    /// What people wrote in it, a paragraph each.
    pub text: Vec<String>,
    /// Whether what it is about was taken out, so that to say that there is nothing would be untrue.
    #[serde(default)]
    pub withheld: bool,
}

/// The cover and the marks that stand on every page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Head {
    /// What the report is about.
    pub kind: ReportKind,
    /// Who is to read it.
    pub audience: ReportAudience,
    /// The name of the office, e.g. 青葉広域連合.
    pub office: String,
    /// The title, e.g. 令和8年度 情報セキュリティ監査報告書.
    pub title: String,
    /// To whom it is handed in.
    pub addressee: String,
    /// Who hands it in.
    pub author: String,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// The class as it is shown, e.g. 【機密性3】.
    pub class_label: String,
    /// Handling restrictions, e.g. 複製禁止.
    pub handling: Vec<String>,
    /// The official document number, once there is one.
    pub document_number: Option<String>,
    /// 文書記号, which stands where the number will stand.
    #[serde(default)]
    pub number_sign: String,
    /// Whether this is a draft: 案 stands on every page.
    pub draft: bool,
    /// The day for which the report is made; it is printed, and days overdue are counted up to it.
    #[ts(type = "string")]
    pub created: Date,
    /// The boxes for seals, from left to right, e.g. 起案, 係長, 課長, 次長, CISO.
    pub stamps: Vec<String>,
    /// Whether there is room for the seal of the office.
    pub seal: bool,
    /// 保存年限
    pub retention: String,
    /// 版, from 1.
    pub version: u32,
    /// 起案日
    #[ts(type = "string | null")]
    pub drafted: Option<Date>,
    /// 決裁日
    #[ts(type = "string | null")]
    pub decided: Option<Date>,
    /// 決裁者
    pub decided_by: String,
    /// What is different from the version before, in people's words and as it was counted.
    pub changes: Vec<String>,
    /// 用紙
    #[serde(default)]
    pub paper: ReportPaper,
    /// 書体
    #[serde(default)]
    pub typeface: ReportTypeface,
    /// The margins.
    pub margins: Margins,
    /// The head of the journal's chain as hex.
    pub journal_head: String,
}

/// What people write in the report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Opinion {
    /// The overall comment (総評), a paragraph each.
    pub overall: Vec<String>,
    /// The decisions asked of the CISO.
    pub decisions: Vec<Decision>,
}

/// A decision asked of the CISO.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Decision {
    /// What is to be decided.
    pub what: String,
    /// Who is to be ordered.
    pub whom: String,
    /// By when.
    #[ts(type = "string | null")]
    pub due: Option<Date>,
    /// What it costs.
    pub budget: String,
}

/// A standard against which was judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Criterion {
    /// Its title.
    pub title: String,
    /// Its edition as printed, e.g. 令和6年5月1日施行.
    pub edition: String,
    /// The hash of the edition of the checklist.
    pub sha256: String,
}

/// One audit or self-inspection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Engagement {
    /// What it is.
    pub kind: EngagementKind,
    /// Its name.
    pub name: String,
    /// Why it was done.
    pub purpose: String,
    /// The clause on which it rests, e.g. 対策基準 11.1.1; empty where a standard has none.
    pub basis: String,
    /// The names of the departments looked at.
    pub departments: Vec<String>,
    /// The first day.
    #[ts(type = "string | null")]
    pub from: Option<Date>,
    /// The last day.
    #[ts(type = "string | null")]
    pub to: Option<Date>,
    /// The methods, e.g. 閲覧.
    pub methods: Vec<String>,
    /// Who did it, as (person, part), e.g. (佐藤 花子, 監査人).
    pub team: Vec<(String, String)>,
    /// What was left out, and why.
    pub exclusions: Vec<String>,
}

/// How many items have which verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Counts {
    /// ○
    pub conforming: u32,
    /// △
    pub partial: u32,
    /// ×
    pub nonconforming: u32,
    /// －
    pub not_applicable: u32,
    /// 未確認
    pub unverified: u32,
    /// 今回対象外
    pub out_of_scope: u32,
    /// ○ / (○ + △ + ×)
    pub rate: Rate,
}

/// A share with both its parts, so that the reader sees of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rate {
    /// The part.
    pub part: u32,
    /// The whole.
    pub of: u32,
    /// Tenths of a percent, rounded half up; `None` if the whole is nothing.
    pub permille: Option<u32>,
}

/// The verdicts of the audit: department × chapter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Results {
    /// The names of the chapters, the columns.
    pub chapters: Vec<String>,
    /// The departments, the rows.
    pub departments: Vec<DepartmentResult>,
    /// All departments together, per chapter.
    pub by_chapter: Vec<Counts>,
    /// Everything.
    pub total: Counts,
}

/// One department's row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DepartmentResult {
    /// Its name.
    pub department: String,
    /// As many as there are chapters.
    pub by_chapter: Vec<Counts>,
    /// All chapters together.
    pub total: Counts,
}

/// How many findings of which grade a department has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FindingCount {
    /// The department; the last row of the list is the sum and has `None`.
    pub department: Option<String>,
    /// One number per grade, in the order of `Grade::ALL`.
    pub by_grade: Vec<u32>,
    /// How many of them are not closed; good practices are never open.
    pub open: u32,
    /// How many of them are overdue.
    pub overdue: u32,
}

/// The self-inspection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct SelfCheck {
    /// One row per department.
    pub departments: Vec<SelfResult>,
    /// All together.
    pub total: SelfCounts,
    /// The answers 一部, いいえ and わからない, with what the department proposes.
    pub open: Vec<SelfOpen>,
    /// The questionnaires of staff, without names and never among the sheets of departments.
    pub staff: Vec<StaffResult>,
}

/// The questionnaires of staff of one form, in groups in which nobody can be recognised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StaffResult {
    /// The title of the form.
    pub title: String,
    /// How many were handed out and came back.
    pub people: People,
    /// Whether so few people answered that nothing of it is shown.
    pub withheld: bool,
    /// By section; several where one of them would be too small.
    pub sections: Vec<Line>,
    /// All together.
    pub total: Line,
    /// The items with most いいえ.
    pub most_no: Vec<ItemLine>,
}

/// One department's self-inspection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SelfResult {
    /// Its name.
    pub department: String,
    /// Its counts.
    pub counts: SelfCounts,
}

/// How many items have which answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SelfCounts {
    /// はい
    pub yes: u32,
    /// 一部
    pub partly: u32,
    /// いいえ
    pub no: u32,
    /// 該当なし
    pub not_applicable: u32,
    /// わからない
    pub unknown: u32,
    /// 未回答
    pub unanswered: u32,
    /// はい / (はい + 一部 + いいえ + わからない): who does not know has not done it.
    pub rate: Rate,
}

/// An answer that asks for something to be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SelfOpen {
    /// The department.
    pub department: String,
    /// The number of the item.
    pub item: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: SelfAnswer,
    /// Grounds given.
    pub note: String,
    /// 改善策
    pub improvement: String,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Evidence {
    /// Its number.
    pub number: String,
    /// Its name.
    pub name: String,
    /// Its SHA-256 as hex.
    pub sha256: String,
    /// Its class as shown.
    pub class_label: String,
    /// What it belongs to: items, findings.
    pub attached_to: String,
}

/// A part of the annex: one department and chapter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ChecklistPart {
    /// The department.
    pub department: String,
    /// The chapter.
    pub chapter: String,
    /// Its items, in the order of the rows given.
    pub rows: Vec<ChecklistRow>,
}

/// An item in the annex.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ChecklistRow {
    /// The number of the item as printed.
    pub item: String,
    /// The system, contractor … asked about; empty for the department itself.
    pub target: String,
    /// The question.
    pub question: String,
    /// The verdict, `None` for 今回対象外.
    pub verdict: Option<Verdict>,
    /// 所見
    pub note: String,
    /// The numbers of the evidence.
    pub evidence: Vec<String>,
}
