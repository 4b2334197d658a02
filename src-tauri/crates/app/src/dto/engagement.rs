//! Audits and self-inspections.

use domain::Id;
use domain::independence::Bond;
use domain::kinds::{EngagementKind, EngagementState, Form, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for engagements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EngagementQuery {
    /// Only this kind.
    pub kind: Option<EngagementKind>,
    /// Only this fiscal year.
    pub fiscal_year: Option<i64>,
}

/// An engagement in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EngagementRow {
    /// The row.
    pub id: Id,
    /// 監査 or 自己点検.
    pub kind: EngagementKind,
    /// Its title.
    pub title: String,
    /// The fiscal year.
    pub fiscal_year: i64,
    /// Where it stands.
    pub state: EngagementState,
    /// The standard.
    pub pack_title: String,
    /// First day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// Last day or deadline.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// The departments.
    pub departments: Vec<String>,
    /// How many items times departments are in scope.
    pub items: i64,
    /// How many are answered.
    pub answered: i64,
    /// How many findings came from it.
    pub findings: i64,
}

/// Adds or changes an engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveEngagement {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// 監査 or 自己点検; fixed once made.
    pub kind: EngagementKind,
    /// Its title.
    pub title: String,
    /// The fiscal year.
    pub fiscal_year: i64,
    /// The edition; fixed once made.
    pub pack_hash: String,
    /// The form whose items it asks; fixed once made.
    pub form: Form,
    /// 目的
    pub purpose: String,
    /// 方法
    pub method: String,
    /// 除外範囲
    pub exclusions: String,
    /// First day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// Last day or deadline.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// Who leads it.
    pub lead: Option<Id>,
    /// The departments.
    pub departments: Vec<Id>,
    /// The systems, contractors and the like.
    #[serde(default)]
    pub subjects: Vec<Id>,
    /// The team.
    pub members: Vec<Id>,
    /// Who comes in after the start and is tied to a target stands back from it.
    #[serde(default)]
    pub recuse: bool,
}

/// A department of an engagement, or something it answers for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EngagementTargetRow {
    /// The row.
    pub id: Id,
    /// The department.
    pub department: Id,
    /// The system, contractor or the like; nothing for the department itself.
    pub subject: Option<Id>,
    /// Its name: that of the subject, or else of the department.
    pub name: String,
    /// 担当者・内線
    pub contact: String,
    /// When its sheet was handed out.
    #[ts(type = "string | null")]
    pub sent_on: Option<Date>,
    /// When its answers came back.
    #[ts(type = "string | null")]
    pub returned_on: Option<Date>,
    /// How many items are in scope.
    pub items: i64,
    /// How many are answered.
    pub answered: i64,
}

/// An engagement with its departments and team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EngagementDetail {
    /// The row.
    pub id: Id,
    /// 監査 or 自己点検.
    pub kind: EngagementKind,
    /// Its title.
    pub title: String,
    /// The fiscal year.
    pub fiscal_year: i64,
    /// The edition.
    pub pack_hash: String,
    /// Its title.
    pub pack_title: String,
    /// The form.
    pub form: Form,
    /// Where it stands.
    pub state: EngagementState,
    /// 目的
    pub purpose: String,
    /// 方法
    pub method: String,
    /// 除外範囲
    pub exclusions: String,
    /// First day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// Last day or deadline.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// Who leads it.
    pub lead: Option<Id>,
    /// When the plan went through its gate.
    #[ts(type = "string | null")]
    pub gate_on: Option<Date>,
    /// Why fieldwork began before that.
    pub gate_reason: String,
    /// The self-inspection of a year that it is a form of.
    pub campaign: Option<Id>,
    /// What the gate is: `report` or `approve`.
    pub gate_act: String,
    /// To whom the plan goes.
    pub gate_to: Role,
    /// Its departments.
    pub targets: Vec<EngagementTargetRow>,
    /// Its team.
    pub members: Vec<Id>,
    /// Who is not independent of what they audit.
    pub conflicts: Vec<IndependenceConflict>,
}

/// A member of the team who is not independent of a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct IndependenceConflict {
    /// The person.
    pub person: Id,
    /// The name.
    pub person_name: String,
    /// The target.
    pub target: Id,
    /// The name of the target.
    pub department_name: String,
    /// What ties them to it.
    pub bond: Bond,
}

/// Begins fieldwork, or hands the sheets out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StartEngagement {
    /// The engagement.
    pub id: Id,
    /// When the plan was reported or approved.
    #[ts(type = "string | null")]
    pub gate_on: Option<Date>,
    /// Why it begins before that, if it does.
    pub gate_reason: String,
}
