//! A finding, with everything that belongs to it.

use super::{ExceptionRef, HistoryEntry, HorizontalRow};
use domain::Id;
use domain::finding::{FactView, FindingAction, FindingState};
use domain::horizontal::HorizontalNeed;
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
    /// The post or person who answers for the plan, with who holds the post today.
    pub owner: Option<String>,
    /// When the next report is due, while work is under way.
    #[ts(type = "string | null")]
    pub next_report_on: Option<Date>,
    /// What the department said when it was asked last.
    pub view: Option<FactView>,
    /// By when the department is to say so, if it has not.
    #[ts(type = "string | null")]
    pub view_due_on: Option<Date>,
    /// The number of the earlier finding it repeats.
    pub repeat_of: Option<String>,
    /// 組織横断の課題
    pub cross_cutting: bool,
    /// Whether an order was given before it was confirmed.
    pub urgent: bool,
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
    /// 調書番号 of the item; nothing where its form does not ask it.
    pub workpaper: Option<String>,
    /// Whether items can be added and taken away: in a draft, until the audit is closed.
    pub items_open: bool,
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
    /// 発生可能性
    pub likelihood: String,
    /// 損失の大きさ
    pub loss: String,
    /// The levels of both that the office uses, the highest first.
    pub levels: RiskLevels,
    /// The clause it rests on.
    pub clause: String,
    /// The earlier finding it is said to repeat.
    pub repeat_of: Option<Id>,
    /// Earlier findings on the same clause or topic in the same department.
    pub earlier: Vec<EarlierFinding>,
    /// The other items it speaks of.
    pub more_items: Vec<FindingItemDto>,
    /// The other departments it concerns.
    pub departments: Vec<String>,
    /// 事実確認, the newest last.
    pub checks: Vec<FactCheckDto>,
    /// 期限の変更
    pub due_changes: Vec<DueChangeDto>,
    /// Steps that have a reason and nothing else.
    pub turns: Vec<TurnDto>,
    /// 横展開要否
    pub horizontal_need: HorizontalNeed,
    /// 横展開
    pub horizontal: Vec<HorizontalRow>,
    /// The check of another finding it came from.
    pub comes_from: Option<EarlierFinding>,
    /// What the standard asks for until a finding is closed.
    pub progress_duty: domain::pack::ProgressDuty,
    /// The exceptions that cover it today.
    pub exceptions: Vec<ExceptionRef>,
    /// The one by which it is handled.
    pub exception: Option<Id>,
    /// To whom what reaches across the organisation is ordered, as the standard calls that role.
    pub cross_order_to: Option<String>,
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
    /// Why it was ordered before the finding was confirmed, if it was.
    pub urgent_reason: String,
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
    /// The department of the post that owns it.
    pub owner_department: Option<Id>,
    /// The post that owns it.
    pub owner_post: String,
    /// Who holds the post today, where that is somebody else.
    pub owner_now: Option<String>,
    /// 中間目標
    pub milestones: Vec<MilestoneDto>,
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
    /// Everybody who answers for it today; none of them approves it without a reason.
    pub owners: Vec<Id>,
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
    /// 残留リスク
    pub residual_risk: String,
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
    /// The audit it was done in.
    pub engagement: Option<Id>,
    /// What that audit is called.
    pub engagement_title: Option<String>,
}

/// The levels of risk the office uses, the highest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RiskLevels {
    /// 発生可能性
    pub likelihood: Vec<String>,
    /// 損失の大きさ
    pub loss: Vec<String>,
}

/// Another finding, to go to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EarlierFinding {
    /// The finding.
    pub id: Id,
    /// 指摘番号
    pub number: String,
    /// 件名
    pub title: String,
    /// Where it stands.
    pub state: FindingState,
    /// Whether it rests on the same clause, not only on the same topic.
    pub same_clause: bool,
}

/// A further item of a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FindingItemDto {
    /// The target.
    pub target: Id,
    /// What it is called.
    pub target_name: String,
    /// The item.
    pub item: String,
    /// Its question.
    pub question: String,
    /// 調書番号; nothing where its form does not ask it.
    pub workpaper: Option<String>,
}

/// 事実確認
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FactCheckDto {
    /// The row.
    pub id: Id,
    /// When it was sent.
    #[ts(type = "string")]
    pub sent_on: Date,
    /// By when an answer is asked for.
    #[ts(type = "string")]
    pub due_on: Date,
    /// How.
    pub means: String,
    /// 見解
    pub view: Option<FactView>,
    /// In its own words.
    pub view_text: String,
    /// Who said so.
    pub answered_by: String,
    /// When.
    #[ts(type = "string | null")]
    pub answered_on: Option<Date>,
    /// 監査人の回答
    pub reply: String,
    /// Why it was taken back.
    pub withdrawn_reason: String,
}

/// 中間目標
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MilestoneDto {
    /// The row.
    pub id: Id,
    /// By when.
    #[ts(type = "string")]
    pub due_on: Date,
    /// What.
    pub what: String,
    /// When it was reached.
    #[ts(type = "string | null")]
    pub done_on: Option<Date>,
}

/// 期限の変更
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DueChangeDto {
    /// The row.
    pub id: Id,
    /// The plan.
    pub plan: Id,
    /// The day before.
    #[ts(type = "string")]
    pub old_due_on: Date,
    /// The day now.
    #[ts(type = "string")]
    pub due_on: Date,
    /// When it was changed.
    #[ts(type = "string")]
    pub changed_on: Date,
    /// Who agreed.
    pub approver: String,
    /// Why.
    pub reason: String,
    /// やむを得ない理由, where who agreed applied for the plan or answers for it.
    pub escape_reason: String,
}

/// A step that has a reason and nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TurnDto {
    /// The row.
    pub id: Id,
    /// The step.
    pub action: FindingAction,
    /// When.
    #[ts(type = "string")]
    pub turned_on: Date,
    /// By whom.
    pub person: String,
    /// Why.
    pub reason: String,
}
