//! From finding to closure.

use super::HistoryEntry;
use super::NewEvidence;
use domain::Id;
use domain::finding::{FindingAction, FindingState};
use domain::kinds::{Grade, ProgressState, VerificationResult};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for findings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FindingQuery {
    /// Only this fiscal year.
    pub fiscal_year: Option<i64>,
    /// Only those that are not closed.
    pub open: bool,
}

/// A finding in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FindingRow {
    /// The row.
    pub id: Id,
    /// 指摘番号
    pub number: String,
    /// The fiscal year.
    pub fiscal_year: i64,
    /// 区分
    pub grade: Grade,
    /// 件名
    pub title: String,
    /// The department.
    pub department: Id,
    /// Its name.
    pub department_name: String,
    /// Where it stands.
    pub state: FindingState,
    /// The due date in force: the plan's, else the order's.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// Days past it, if it is past and not closed; negative: days left.
    pub days_late: Option<i64>,
    /// The last progress.
    pub percent: Option<i64>,
    /// Who answers for the plan.
    pub owner: Option<String>,
}

/// A finding with its whole life.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FindingDetail {
    /// As in a list.
    pub row: FindingRow,
    /// The engagement.
    pub engagement: Id,
    /// Its title.
    pub engagement_title: String,
    /// The target whose item it came from.
    pub target: Option<Id>,
    /// The item.
    pub item: String,
    /// Its question.
    pub question: String,
    /// 事実
    pub fact: String,
    /// 基準
    pub criterion: String,
    /// 原因
    pub cause: String,
    /// 影響・リスク
    pub risk: String,
    /// 改善提言
    pub recommendation: String,
    /// When it was made.
    #[ts(type = "string")]
    pub found_on: Date,
    /// 改善指示
    pub orders: Vec<OrderDto>,
    /// 改善計画, the newest last.
    pub plans: Vec<PlanDto>,
    /// 進捗報告
    pub progress: Vec<ProgressDto>,
    /// 完了報告
    pub completions: Vec<CompletionDto>,
    /// 検証
    pub verifications: Vec<VerificationDto>,
    /// The evidence of the item it came from.
    pub evidence: Vec<EvidenceRef>,
    /// What can be done now, and why not where it cannot.
    pub actions: Vec<ActionDto>,
    /// Everything that happened to it, oldest first.
    pub history: Vec<HistoryEntry>,
}

/// A piece of evidence, to go to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceRef {
    /// The row.
    pub id: Id,
    /// 名称
    pub name: String,
    /// What kind of file it is.
    pub media_type: String,
    /// The stored file.
    pub blob: Option<Id>,
}

/// A step of the finding's life.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ActionDto {
    /// The step.
    pub action: FindingAction,
    /// Why this user cannot take it now, as the code of an error; nothing if it can be taken.
    pub refusal: Option<String>,
}

/// 改善指示
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OrderDto {
    /// The row.
    pub id: Id,
    /// When.
    #[ts(type = "string")]
    pub ordered_on: Date,
    /// By when.
    #[ts(type = "string")]
    pub due_on: Date,
    /// By whom.
    pub ordered_by: String,
    /// To whom.
    pub addressee: String,
    /// What.
    pub body: String,
}

/// 改善計画
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PlanDto {
    /// The row.
    pub id: Id,
    /// 原因
    pub cause: String,
    /// 是正措置
    pub corrective: String,
    /// 予防措置
    pub preventive: String,
    /// 責任者
    pub owner: Id,
    /// The name.
    pub owner_name: String,
    /// First day.
    #[ts(type = "string")]
    pub start_on: Date,
    /// 期限
    #[ts(type = "string")]
    pub due_on: Date,
    /// 予算
    pub budget: String,
    /// Who applied.
    pub applicant: Id,
    /// The name.
    pub applicant_name: String,
    /// When.
    #[ts(type = "string")]
    pub submitted_on: Date,
    /// Who approved.
    pub approver_name: Option<String>,
    /// When.
    #[ts(type = "string | null")]
    pub approved_on: Option<Date>,
    /// やむを得ない理由
    pub escape_reason: String,
    /// Why it was sent back.
    pub return_reason: String,
}

/// 進捗報告
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ProgressDto {
    /// The row.
    pub id: Id,
    /// When.
    #[ts(type = "string")]
    pub reported_on: Date,
    /// Percent done.
    pub percent: i64,
    /// 状況
    pub state: ProgressState,
    /// What was done.
    pub note: String,
    /// 遅延理由
    pub delay_reason: String,
    /// 次回報告日
    #[ts(type = "string | null")]
    pub next_report_on: Option<Date>,
    /// By whom.
    pub reporter: String,
}

/// 完了報告
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CompletionDto {
    /// The row.
    pub id: Id,
    /// When.
    #[ts(type = "string")]
    pub reported_on: Date,
    /// What was done.
    pub note: String,
    /// By whom.
    pub reporter: String,
    /// What shows it.
    pub evidence: Vec<EvidenceRef>,
}

/// 検証
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct VerificationDto {
    /// The row.
    pub id: Id,
    /// When.
    #[ts(type = "string")]
    pub verified_on: Date,
    /// By whom.
    pub verifier: String,
    /// 有効 or 不十分.
    pub result: VerificationResult,
    /// Why.
    pub comment: String,
}

/// Makes a finding from an answer, with everything known filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MakeFinding {
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
}

/// Changes the texts of a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveFinding {
    /// The finding.
    pub id: Id,
    /// 区分
    pub grade: Grade,
    /// 件名
    pub title: String,
    /// 事実
    pub fact: String,
    /// 基準
    pub criterion: String,
    /// 原因
    pub cause: String,
    /// 影響・リスク
    pub risk: String,
    /// 改善提言
    pub recommendation: String,
}

/// Confirms a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ConfirmFinding {
    /// The finding.
    pub id: Id,
}

/// 改善指示 by the CISO.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct IssueOrder {
    /// The finding.
    pub finding: Id,
    /// When.
    #[ts(type = "string")]
    pub ordered_on: Date,
    /// By when.
    #[ts(type = "string")]
    pub due_on: Date,
    /// The person who orders, holder of the CISO's role or deputy.
    pub ordered_by: Id,
    /// To whom.
    pub addressee: String,
    /// What.
    pub body: String,
}

/// Hands an improvement plan in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SubmitPlan {
    /// The finding.
    pub finding: Id,
    /// 原因
    pub cause: String,
    /// 是正措置
    pub corrective: String,
    /// 予防措置
    pub preventive: String,
    /// 責任者
    pub owner: Option<Id>,
    /// First day.
    #[ts(type = "string | null")]
    pub start_on: Option<Date>,
    /// 期限
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// 予算
    pub budget: String,
    /// Who applies.
    pub applicant: Option<Id>,
}

/// Approves a plan or sends it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DecidePlan {
    /// The finding.
    pub finding: Id,
    /// Whether it is approved.
    pub approve: bool,
    /// Why it is sent back; or why applicant and approver are one person.
    pub reason: String,
}

/// 進捗報告
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportProgress {
    /// The finding.
    pub finding: Id,
    /// When.
    #[ts(type = "string")]
    pub reported_on: Date,
    /// Percent done.
    pub percent: i64,
    /// 状況
    pub state: ProgressState,
    /// What was done.
    pub note: String,
    /// 遅延理由
    pub delay_reason: String,
    /// 次回報告日
    #[ts(type = "string | null")]
    pub next_report_on: Option<Date>,
}

/// 完了報告
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportCompletion {
    /// The finding.
    pub finding: Id,
    /// When.
    #[ts(type = "string")]
    pub reported_on: Date,
    /// What was done.
    pub note: String,
    /// What shows it.
    pub evidence: Vec<NewEvidence>,
}

/// 検証
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RecordVerification {
    /// The finding.
    pub finding: Id,
    /// When.
    #[ts(type = "string")]
    pub verified_on: Date,
    /// 有効 or 不十分.
    pub result: VerificationResult,
    /// Why.
    pub comment: String,
}

/// Opens a closed finding again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReopenFinding {
    /// The finding.
    pub id: Id,
    /// Why.
    pub reason: String,
}
