//! The steps of an exception, as they are asked for.

use domain::Id;
use domain::exception::{ExceptionLook, ExceptionManner, ExceptionResult};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Begins an application, with everything known filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StartException {
    /// The edition; the one used last if it is empty.
    pub pack_hash: String,
    /// The finding it comes from.
    pub finding: Option<Id>,
    /// The target whose item it comes from.
    pub target: Option<Id>,
    /// The item.
    pub item: Option<String>,
}

/// A clause or an item that is chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ChosenPoint {
    /// The clause.
    pub clause: String,
    /// The item; nothing for the whole clause.
    pub item: Option<String>,
}

/// Changes an application that was not handed in yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveException {
    /// The exception.
    pub id: Id,
    /// 件名
    pub title: String,
    /// The edition.
    pub pack_hash: String,
    /// The department.
    pub department: Option<Id>,
    /// The system or the like it is confined to.
    pub subject: Option<Id>,
    /// Another method, or not doing it.
    pub manner: ExceptionManner,
    /// What it is about.
    pub points: Vec<ChosenPoint>,
    /// 合理的な理由
    pub reason: String,
    /// 影響・リスク
    pub risk: String,
    /// 代替措置
    pub measure: String,
    /// 対象資産
    pub assets: String,
    /// Their level of confidentiality.
    pub class_level: String,
    /// Who asks.
    pub applicant: Option<Id>,
    /// The first day asked for.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// The last day asked for.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
}

/// Hands an application in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SubmitException {
    /// The exception.
    pub id: Id,
    /// 申請日
    #[ts(type = "string")]
    pub applied_on: Date,
}

/// Records that it was carried out before anybody could permit it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CarryOutException {
    /// The exception.
    pub id: Id,
    /// The day it was carried out, which is the first day of its period.
    #[ts(type = "string")]
    pub carried_out_on: Date,
}

/// 事後報告
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportException {
    /// The exception.
    pub id: Id,
    /// When.
    #[ts(type = "string")]
    pub reported_on: Date,
    /// What was reported.
    pub report: String,
}

/// 軽微の判定
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct JudgeException {
    /// The exception.
    pub id: Id,
    /// Whether it is minor.
    pub minor: bool,
    /// When.
    #[ts(type = "string")]
    pub judged_on: Date,
    /// By whom.
    pub judged_by: Id,
    /// Why.
    pub reason: String,
}

/// 審査の結果
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DecideException {
    /// The exception.
    pub id: Id,
    /// What was decided.
    pub result: ExceptionResult,
    /// When.
    #[ts(type = "string")]
    pub decided_on: Date,
    /// By whom.
    pub approver: Id,
    /// 審査意見
    pub opinion: String,
    /// 条件
    pub conditions: String,
    /// 確認予定日
    #[ts(type = "string | null")]
    pub review_on: Option<Date>,
    /// やむを得ない理由, where applicant and approver are one person.
    pub escape_reason: String,
}

/// 定期確認
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReviewException {
    /// The exception.
    pub id: Id,
    /// When.
    #[ts(type = "string")]
    pub reviewed_on: Date,
    /// By whom.
    pub reviewer: Id,
    /// What it came to.
    pub result: ExceptionLook,
    /// What was seen.
    pub note: String,
    /// 次回確認予定日
    #[ts(type = "string | null")]
    pub next_on: Option<Date>,
}

/// Asks for a further period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExtendException {
    /// The exception.
    pub id: Id,
    /// When it is asked for.
    #[ts(type = "string")]
    pub asked_on: Date,
    /// First day.
    #[ts(type = "string")]
    pub from_on: Date,
    /// Last day.
    #[ts(type = "string")]
    pub until_on: Date,
    /// Why.
    pub reason: String,
}

/// 終了報告
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EndException {
    /// The exception.
    pub id: Id,
    /// The last day.
    #[ts(type = "string")]
    pub ended_on: Date,
    /// What is done from now on.
    pub report: String,
}

/// 取下げ, of an application or of a further period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WithdrawException {
    /// The exception.
    pub id: Id,
    /// When.
    #[ts(type = "string")]
    pub withdrawn_on: Date,
    /// Why.
    pub reason: String,
}

/// A paper on exceptions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptionPaper {
    /// `application`, `decision` or `list`.
    pub paper: String,
    /// The exception, for all but the list.
    pub id: Option<Id>,
    /// `pdf`, or for the list also `xlsx`.
    pub format: String,
}

/// Hands a paper on exceptions out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportException {
    /// Which.
    pub paper: ExceptionPaper,
    /// The handle of the file or folder.
    pub destination: String,
    /// To whom.
    pub recipient: String,
    /// On what ground.
    pub basis: String,
}
