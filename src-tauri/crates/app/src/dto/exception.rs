//! 例外措置: lists, one with its whole life, and its steps.

use super::HistoryEntry;
use domain::Id;
use domain::exception::{
    ExceptionAction, ExceptionLook, ExceptionManner, ExceptionResult, ExceptionStanding, ExceptionState,
};
use domain::kinds::Role;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An exception in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptionRow {
    /// The row.
    pub id: Id,
    /// 申請番号; empty for a draft.
    pub number: String,
    /// The fiscal year it is counted in.
    pub fiscal_year: i64,
    /// 件名
    pub title: String,
    /// The clauses and items it is about, in short.
    pub points: String,
    /// The department.
    pub department: Option<Id>,
    /// Its name.
    pub department_name: String,
    /// The system or the like it is confined to.
    pub subject_name: Option<String>,
    /// The finding it was made from.
    pub finding: Option<Id>,
    /// Another method, or not doing it.
    pub manner: ExceptionManner,
    /// Who asked.
    pub applicant_name: Option<String>,
    /// When.
    #[ts(type = "string | null")]
    pub applied_on: Option<Date>,
    /// Where it stands.
    pub state: ExceptionState,
    /// What it is today.
    pub standing: ExceptionStanding,
    /// Whether it was carried out before it was permitted.
    pub emergency: bool,
    /// Whether a further period is asked for.
    pub extending: bool,
    /// Whether it was judged to be minor, if anybody judged.
    pub minor: Option<bool>,
    /// The first day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// The last day of what was permitted, else of what is asked for.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// The last decision.
    pub result: Option<ExceptionResult>,
    /// When it was made.
    #[ts(type = "string | null")]
    pub decided_on: Option<Date>,
    /// Who made it.
    pub approver_name: Option<String>,
    /// When it is to be looked at again.
    #[ts(type = "string | null")]
    pub review_on: Option<Date>,
    /// Whether applicant and approver were one person, for a reason that is on record.
    pub escape: bool,
    /// What somebody has to do about it now, as kinds of tasks.
    pub needs: Vec<String>,
}

/// An exception with its whole life.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptionDetail {
    /// As in a list.
    pub row: ExceptionRow,
    /// The edition.
    pub pack_hash: String,
    /// Its title.
    pub pack_title: String,
    /// The system or the like it is confined to.
    pub subject: Option<Id>,
    /// The finding it was made from.
    pub finding: Option<Linked>,
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
    /// In which role, as the standard calls it.
    pub applicant_role: Option<String>,
    /// What it is about.
    pub points: Vec<ExceptionPointDto>,
    /// The periods, the oldest first.
    pub periods: Vec<ExceptionPeriodDto>,
    /// What was judged to be minor or not, the oldest first.
    pub judgements: Vec<ExceptionJudgementDto>,
    /// What was decided, the oldest first.
    pub decisions: Vec<ExceptionDecisionDto>,
    /// The regular looks, the oldest first.
    pub reviews: Vec<ExceptionReviewDto>,
    /// The day it was carried out before it was permitted.
    #[ts(type = "string | null")]
    pub carried_out_on: Option<Date>,
    /// The day that was reported.
    #[ts(type = "string | null")]
    pub reported_on: Option<Date>,
    /// What was reported.
    pub report: String,
    /// The last day.
    #[ts(type = "string | null")]
    pub ended_on: Option<Date>,
    /// 終了報告
    pub end_report: String,
    /// When it was withdrawn.
    #[ts(type = "string | null")]
    pub withdrawn_on: Option<Date>,
    /// Why.
    pub withdraw_reason: String,
    /// The fields an application still lacks.
    pub missing: Vec<String>,
    /// What can be done now, and why not where it cannot.
    pub actions: Vec<ExceptionActionDto>,
    /// Who may ask today.
    pub applicants: Vec<RolePerson>,
    /// Who may say today what is minor; nobody where the standard knows no minor exceptions.
    pub judges: Vec<RolePerson>,
    /// Who may decide this one today.
    pub approvers: Vec<RolePerson>,
    /// Whether the standard asks for a regular look.
    pub review_required: bool,
    /// The clause that lets a reason excuse that applicant and approver are one person.
    pub escape_clause: Option<String>,
    /// The clause on which exceptions rest.
    pub basis: Option<String>,
    /// The proposals that came from it.
    pub proposals: Vec<Linked>,
    /// Everything that happened to it, oldest first.
    pub history: Vec<HistoryEntry>,
}

/// Something with a number, to go to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Linked {
    /// The row.
    pub id: Id,
    /// Its number.
    pub number: String,
    /// What it is called.
    pub title: String,
}

/// A clause or an item an exception is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptionPointDto {
    /// The clause.
    pub clause: String,
    /// The item; nothing for the whole clause.
    pub item: Option<String>,
    /// The title of the clause.
    pub title: String,
    /// The question of the item.
    pub question: Option<String>,
}

/// A person who holds a role of the standard, or stands in for its holder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RolePerson {
    /// The person.
    pub person: Id,
    /// Name and post.
    pub name: String,
    /// The role.
    pub role: Role,
    /// What the standard calls it.
    pub role_name: String,
    /// Whether the person belongs to the department of the exception.
    pub own: bool,
}

/// A step of an exception's life.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptionActionDto {
    /// The step.
    pub action: ExceptionAction,
    /// Why it cannot be taken now, as the code of an error; nothing if it can.
    pub refusal: Option<String>,
}

/// A period that was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptionPeriodDto {
    /// The row.
    pub id: Id,
    /// 1 for the first.
    pub number: i64,
    /// First day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// Last day.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// When it was asked for.
    #[ts(type = "string | null")]
    pub asked_on: Option<Date>,
    /// Why a further one is needed.
    pub reason: String,
    /// When it was withdrawn.
    #[ts(type = "string | null")]
    pub withdrawn_on: Option<Date>,
    /// What was decided of it.
    pub result: Option<ExceptionResult>,
}

/// 軽微の判定
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptionJudgementDto {
    /// The row.
    pub id: Id,
    /// Which period.
    pub period: i64,
    /// Whether it is minor.
    pub minor: bool,
    /// When.
    #[ts(type = "string")]
    pub judged_on: Date,
    /// By whom.
    pub judged_by: String,
    /// In which role.
    pub role: String,
    /// Why.
    pub reason: String,
}

/// 審査の結果
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptionDecisionDto {
    /// The row.
    pub id: Id,
    /// Which period.
    pub period: i64,
    /// What was decided.
    pub result: ExceptionResult,
    /// When.
    #[ts(type = "string")]
    pub decided_on: Date,
    /// By whom.
    pub approver: String,
    /// In which role.
    pub role: String,
    /// 審査意見
    pub opinion: String,
    /// 条件
    pub conditions: String,
    /// 確認予定日
    #[ts(type = "string | null")]
    pub review_on: Option<Date>,
    /// やむを得ない理由
    pub escape_reason: String,
}

/// 定期確認
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptionReviewDto {
    /// The row.
    pub id: Id,
    /// When.
    #[ts(type = "string")]
    pub reviewed_on: Date,
    /// By whom.
    pub reviewer: String,
    /// What it came to.
    pub result: ExceptionLook,
    /// What was seen.
    pub note: String,
    /// 次回確認予定日
    #[ts(type = "string | null")]
    pub next_on: Option<Date>,
}

/// An exception that covers an item, to go to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptionRef {
    /// The row.
    pub id: Id,
    /// 申請番号
    pub number: String,
    /// 件名
    pub title: String,
    /// Until when it is in force.
    #[ts(type = "string")]
    pub until_on: Date,
    /// On what conditions.
    pub conditions: String,
    /// 代替措置
    pub measure: String,
    /// The system or the like it is confined to.
    pub subject_name: Option<String>,
    /// Whether nobody has decided yet: it was carried out in an emergency.
    pub undecided: bool,
}
