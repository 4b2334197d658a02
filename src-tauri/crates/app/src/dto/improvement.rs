//! The steps from finding to closure.

use super::NewEvidence;
use domain::Id;
use domain::finding::FactView;
use domain::kinds::{Grade, ProgressState, VerificationResult};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Makes a finding from an answer, with everything known filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MakeFinding {
    /// The target.
    pub target: Id,
    /// The items it speaks of, the one it is made from first.
    pub items: Vec<String>,
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
    /// 発生可能性
    #[serde(default)]
    pub likelihood: String,
    /// 損失の大きさ
    #[serde(default)]
    pub loss: String,
    /// 組織横断の課題
    #[serde(default)]
    pub cross_cutting: bool,
    /// The earlier finding it repeats.
    #[serde(default)]
    pub repeat_of: Option<Id>,
}

/// Lets a finding speak of a further item, or no longer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetFindingItem {
    /// The finding.
    pub finding: Id,
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
    /// Whether it speaks of it.
    pub on: bool,
}

/// Confirms a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ConfirmFinding {
    /// The finding.
    pub id: Id,
    /// 監査人の回答, where the department objects.
    #[serde(default)]
    pub reply: String,
}

/// 事実確認 is sent to the department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SendCheck {
    /// The finding.
    pub finding: Id,
    /// When.
    #[ts(type = "string")]
    pub sent_on: Date,
    /// By when an answer is asked for.
    #[ts(type = "string")]
    pub due_on: Date,
    /// How.
    pub means: String,
}

/// What the department says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RecordView {
    /// The finding.
    pub finding: Id,
    /// 見解
    pub view: FactView,
    /// In its own words.
    pub text: String,
    /// Who says so.
    pub answered_by: String,
    /// When.
    #[ts(type = "string")]
    pub answered_on: Date,
}

/// A step that needs a reason and nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WithReason {
    /// The row.
    pub id: Id,
    /// Why.
    pub reason: String,
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
    /// Why it cannot wait until the finding is confirmed.
    #[serde(default)]
    pub urgent_reason: String,
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
    /// 責任者, where no post is named.
    pub owner: Option<Id>,
    /// The department of the post that owns it.
    #[serde(default)]
    pub owner_department: Option<Id>,
    /// The post that owns it.
    #[serde(default)]
    pub owner_post: String,
    /// 中間目標
    #[serde(default)]
    pub milestones: Vec<NewMilestone>,
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
    /// Who decides; whoever is at the screen where nobody is named.
    #[serde(default)]
    pub approver: Option<Id>,
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
    /// Who reports; whoever is at the screen where nobody is named.
    #[serde(default)]
    pub reporter: Option<Id>,
    /// The milestones that are reached.
    #[serde(default)]
    pub reached: Vec<Id>,
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
    /// 残留リスク
    #[serde(default)]
    pub residual_risk: String,
    /// Who reports; whoever is at the screen where nobody is named.
    #[serde(default)]
    pub reporter: Option<Id>,
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
    /// The audit it was done in, if it was done in one.
    pub engagement: Option<Id>,
}

/// A milestone of a plan that is handed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NewMilestone {
    /// By when.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// What.
    pub what: String,
}

/// Changes the due date of the plan in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ChangeDue {
    /// The finding.
    pub finding: Id,
    /// The new day.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// Who agrees; whoever is at the screen where nobody is named.
    pub approver: Option<Id>,
    /// Why.
    pub reason: String,
    /// やむを得ない理由, where who agrees applied for the plan or answers for it.
    #[serde(default)]
    pub escape_reason: String,
}

/// A post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PostRow {
    /// The department.
    pub department: Option<Id>,
    /// Its name.
    pub department_name: Option<String>,
    /// 職
    pub post: String,
    /// Who holds it today.
    pub holders: Vec<String>,
    /// The same persons.
    pub persons: Vec<Id>,
}

/// The levels of risk the office uses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveRiskLevels {
    /// 発生可能性, the highest first.
    pub likelihood: Vec<String>,
    /// 損失の大きさ
    pub loss: Vec<String>,
}

/// Lets an exception take the place of the correction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptFinding {
    /// The finding.
    pub id: Id,
    /// The exception.
    pub exception: Id,
    /// Why.
    pub reason: String,
}
