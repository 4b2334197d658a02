//! A finding and what became of it.

use domain::finding::{FactView, FindingState};
use domain::kinds::{Grade, ProgressState, VerificationResult};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One finding with its whole life.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// Its number, official or provisional.
    pub number: String,
    /// 区分
    pub grade: Grade,
    /// Its title.
    pub title: String,
    /// The name of the department.
    pub department: String,
    /// 事実
    pub fact: String,
    /// 基準: the words of the clause and its edition.
    pub criterion: String,
    /// 原因
    pub cause: String,
    /// 影響・リスク
    pub risk: String,
    /// 改善提言
    pub recommendation: String,
    /// 被監査部門の見解, once it is known.
    #[serde(default)]
    pub view: Option<DepartmentView>,
    /// The numbers of the evidence.
    pub evidence: Vec<String>,
    /// Where it stands.
    pub state: FindingState,
    /// The order of the CISO.
    pub order: Option<Order>,
    /// The improvement plan in force.
    pub plan: Option<Plan>,
    /// The reports on the way, the oldest first.
    pub progress: Vec<Progress>,
    /// The verifications, the oldest first.
    pub verifications: Vec<Verification>,
    /// Days after the due date, if it is past and the finding is not closed. Computed.
    pub days_overdue: Option<u32>,
}

/// 被監査部門の見解: what the department said of the fact before the finding was confirmed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DepartmentView {
    /// Whether it agrees.
    pub view: FactView,
    /// When it said so.
    #[ts(type = "string | null")]
    pub date: Option<Date>,
    /// Who said so.
    pub by: String,
    /// Its own words.
    pub text: String,
    /// 監査人の回答, where it objects.
    pub reply: String,
}

/// An improvement order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Order {
    /// The day of the order.
    #[ts(type = "string")]
    pub date: Date,
    /// The day by which it is to be carried out.
    #[ts(type = "string | null")]
    pub due: Option<Date>,
    /// Its text.
    pub text: String,
}

/// An improvement plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Plan {
    /// The cause the department found.
    pub cause: String,
    /// 是正措置
    pub corrective: String,
    /// 予防措置
    pub preventive: String,
    /// Who answers for it.
    pub owner: String,
    /// 完了予定日
    #[ts(type = "string | null")]
    pub due: Option<Date>,
    /// Who approved it.
    pub approval: Option<Approval>,
}

/// The approval of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Approval {
    /// The day.
    #[ts(type = "string")]
    pub date: Date,
    /// The person.
    pub by: String,
    /// The compelling reason, if the approver was the applicant.
    pub reason: Option<String>,
}

/// A report on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// The day.
    #[ts(type = "string")]
    pub date: Date,
    /// 状況
    pub state: ProgressState,
    /// How far it is, from 0 to 100.
    pub percent: Option<u8>,
    /// What was done, or why it is late.
    pub text: String,
}

/// A verification.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Verification {
    /// The day.
    #[ts(type = "string")]
    pub date: Date,
    /// The person.
    pub by: String,
    /// The result.
    pub result: VerificationResult,
    /// What was seen.
    pub text: String,
}

/// An approval that its applicant gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CompelledApproval {
    /// What was approved, e.g. the number of the finding.
    pub subject: String,
    /// The day.
    #[ts(type = "string")]
    pub date: Date,
    /// The person.
    pub by: String,
    /// The reason.
    pub reason: String,
}
