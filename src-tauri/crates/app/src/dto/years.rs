//! 中期計画 and 年度計画.

use domain::Id;
use domain::audit_plan::{AuditMode, AuditPlanKind, AuditPlanState, AuditPlanStep};
use domain::kinds::{EngagementState, Role, SubjectKind};
use domain::pack::PlanAct;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A plan in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AuditPlanRow {
    /// The row.
    pub id: Id,
    /// 中期計画 or 年度計画.
    pub kind: AuditPlanKind,
    /// Its title.
    pub title: String,
    /// The first fiscal year.
    pub from_year: i64,
    /// The last fiscal year.
    pub until_year: i64,
    /// 第n版
    pub edition: i64,
    /// Where it stands.
    pub state: AuditPlanState,
    /// 重点テーマ
    pub theme: String,
    /// How many audits it plans.
    pub entries: i64,
    /// How many departments it leaves out; nothing for a plan of one year.
    pub left_out: Option<i64>,
    /// When it was reported or approved.
    #[ts(type = "string | null")]
    pub gate_on: Option<Date>,
}

/// Adds or changes a plan. Kind and standard are fixed once it is made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveAuditPlan {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// 中期計画 or 年度計画.
    pub kind: AuditPlanKind,
    /// Its title.
    pub title: String,
    /// The first fiscal year.
    pub from_year: i64,
    /// The last fiscal year.
    pub until_year: i64,
    /// The edition of the standard.
    pub pack_hash: String,
    /// 重点テーマ
    pub theme: String,
    /// 方針
    pub policy: String,
}

/// A year of a department, system or contractor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PlannedYear {
    /// The department.
    pub department: Id,
    /// The system, contractor or the like; nothing for the department itself.
    pub subject: Option<Id>,
    /// The fiscal year.
    pub fiscal_year: i64,
}

/// Plans audits, or takes them out of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MarkAuditPlan {
    /// The plan.
    pub id: Id,
    /// What in which year.
    pub cells: Vec<PlannedYear>,
    /// How; nothing for not at all.
    pub mode: Option<AuditMode>,
    /// Why, or what about; nothing leaves what is there.
    pub note: Option<String>,
}

/// Takes a step with a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StepAuditPlan {
    /// The plan.
    pub id: Id,
    /// The step.
    pub step: AuditPlanStep,
    /// When it was reported or approved.
    #[ts(type = "string | null")]
    pub gate_on: Option<Date>,
    /// Why it is followed before that.
    pub gate_reason: String,
}

/// A plan with everything that can be planned in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AuditPlanDetail {
    /// The row.
    pub id: Id,
    /// 中期計画 or 年度計画.
    pub kind: AuditPlanKind,
    /// Its title.
    pub title: String,
    /// The first fiscal year.
    pub from_year: i64,
    /// The last fiscal year.
    pub until_year: i64,
    /// 第n版
    pub edition: i64,
    /// Where it stands.
    pub state: AuditPlanState,
    /// 重点テーマ
    pub theme: String,
    /// 方針
    pub policy: String,
    /// The edition of the standard.
    pub pack_hash: String,
    /// Its title.
    pub pack_title: String,
    /// When it was reported or approved.
    #[ts(type = "string | null")]
    pub gate_on: Option<Date>,
    /// Why it was followed before that.
    pub gate_reason: String,
    /// What its standard demands: report or approval.
    pub gate_act: PlanAct,
    /// Of or by whom.
    pub gate_to: Role,
    /// What the standard calls that role.
    pub gate_to_name: String,
    /// What can be done with it now.
    pub steps: Vec<AuditPlanStep>,
    /// The years it is for.
    pub years: Vec<i64>,
    /// How often an audit is due, in years.
    pub every: i64,
    /// The plan of several years that a plan of one year belongs to.
    pub mid_term: Option<AuditPlanRef>,
    /// The edition that replaced this one or the one it replaces, and the plans of its years.
    pub related: Vec<AuditPlanRef>,
    /// Departments in the office's order, each followed by what it answers for.
    pub targets: Vec<AuditPlanTarget>,
}

/// Another plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AuditPlanRef {
    /// The row.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// 第n版
    pub edition: i64,
    /// Where it stands.
    pub state: AuditPlanState,
}

/// A department, system or contractor in a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AuditPlanTarget {
    /// The department.
    pub department: Id,
    /// The system, contractor or the like; nothing for the department itself.
    pub subject: Option<Id>,
    /// Its name.
    pub name: String,
    /// What it is, if it is no department.
    pub kind: Option<SubjectKind>,
    /// The department's name.
    pub department_name: String,
    /// Its years, in the order of the plan's.
    pub cells: Vec<AuditPlanCell>,
    /// When it was audited last.
    pub last: Option<i64>,
    /// When it was audited last before the years of the plan.
    pub before: Option<i64>,
    /// It must be covered and is not.
    pub left_out: bool,
    /// It is covered on paper only.
    pub desk_only: bool,
    /// Its last audit lies too far back.
    pub overdue: bool,
}

/// What is planned for a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AuditPlanCell {
    /// The fiscal year.
    pub fiscal_year: i64,
    /// How; nothing for not at all.
    pub mode: Option<AuditMode>,
    /// Why, or what about.
    pub note: String,
    /// What the plan of several years says, beside a plan of one year.
    pub mid_term: Option<AuditMode>,
    /// The audits that look at it in that year.
    pub audits: Vec<PlannedAudit>,
}

/// An audit of something in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PlannedAudit {
    /// The engagement.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub state: EngagementState,
    /// First day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// Last day.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
}

/// Writes a plan to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportAuditPlan {
    /// The plan.
    pub id: Id,
    /// `pdf` or `xlsx`.
    pub format: String,
    /// The handle of the file to write, or of the folder to write it into.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground.
    pub basis: String,
}

/// Asks for the name of the file of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NameAuditPlan {
    /// The plan.
    pub id: Id,
    /// `pdf` or `xlsx`.
    pub format: String,
}
