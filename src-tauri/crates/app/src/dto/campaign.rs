//! The self-inspection of a year.

use domain::Id;
use domain::kinds::{EngagementState, Form, Role};
use domain::self_check::{CampaignState, Medium, ReminderMeans, SheetStatus};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for campaigns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CampaignQuery {
    /// Only this fiscal year.
    pub fiscal_year: Option<i64>,
}

/// A campaign in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CampaignRow {
    /// The row.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// The fiscal year.
    pub fiscal_year: i64,
    /// Where it stands.
    pub state: CampaignState,
    /// The standard.
    pub pack_title: String,
    /// The forms.
    pub forms: Vec<Form>,
    /// First day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// The deadline.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// The last deadline of its forms, which may have one of their own.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// How many sheets there are.
    pub sheets: i64,
    /// How many of them were handed out.
    pub sent: i64,
    /// How many came back.
    pub returned: i64,
    /// How many the collector has confirmed.
    pub confirmed: i64,
    /// How many are late and not there.
    pub overdue: i64,
}

/// Makes a campaign with its forms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NewCampaign {
    /// The fiscal year.
    pub fiscal_year: i64,
    /// Its title.
    pub title: String,
    /// 実施要領
    pub instructions: String,
    /// The edition.
    pub pack_hash: String,
    /// First day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// The deadline.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// Who draws it together.
    pub lead: Option<Id>,
    /// The forms, by reader.
    pub forms: Vec<Form>,
    /// The departments that get those of heads and staff.
    pub departments: Vec<Id>,
    /// The systems that get that of system managers.
    pub systems: Vec<Id>,
}

/// Changes what a campaign says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveCampaign {
    /// The campaign.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// 実施要領
    pub instructions: String,
    /// First day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// The deadline; its forms have the same.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// Who draws it together.
    pub lead: Option<Id>,
}

/// A campaign with everything that is followed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CampaignDetail {
    /// As it stands in a list.
    pub row: CampaignRow,
    /// 実施要領
    pub instructions: String,
    /// The edition.
    pub pack_hash: String,
    /// Who draws it together.
    pub lead: Option<Id>,
    /// The clause on self-inspection; nothing where the standard has none.
    pub basis: Option<String>,
    /// Whether the standard leaves the route free.
    pub free_route: bool,
    /// Its forms.
    pub forms: Vec<CampaignForm>,
    /// The sheets of all forms.
    pub sheets: Vec<SheetRow>,
    /// The route.
    pub route: Vec<RouteStepRow>,
    /// The reminders, the newest first.
    pub reminders: Vec<ReminderRow>,
}

/// A form of a campaign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CampaignForm {
    /// The self-inspection it is.
    pub engagement: Id,
    /// The form.
    pub form: Form,
    /// Where it stands.
    pub state: EngagementState,
    /// By when its sheets are due.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
}

/// The sheet of a section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SheetRow {
    /// The target.
    pub target: Id,
    /// The form's self-inspection.
    pub engagement: Id,
    /// The form.
    pub form: Form,
    /// The department.
    pub department: Id,
    /// Its name.
    pub department_name: String,
    /// The system; nothing for the department itself.
    pub subject: Option<Id>,
    /// What the target is called.
    pub name: String,
    /// 担当者・内線
    pub contact: String,
    /// Where it stands.
    pub status: SheetStatus,
    /// How many days it came or is late.
    pub days_late: Option<i64>,
    /// Whether somebody has to be reminded of it.
    pub awaited: bool,
    /// By when it is due.
    #[ts(type = "string | null")]
    pub deadline: Option<Date>,
    /// When it was handed out.
    #[ts(type = "string | null")]
    pub sent_on: Option<Date>,
    /// When it came back.
    #[ts(type = "string | null")]
    pub returned_on: Option<Date>,
    /// When it was last sent back.
    #[ts(type = "string | null")]
    pub sent_back_on: Option<Date>,
    /// Why.
    pub sent_back_reason: String,
    /// 所属長確認: who.
    pub head_name: String,
    /// When.
    #[ts(type = "string | null")]
    pub head_on: Option<Date>,
    /// The head of the department by role, to be proposed.
    pub head_proposed: String,
    /// When the collector confirmed it.
    #[ts(type = "string | null")]
    pub confirmed_on: Option<Date>,
    /// Who that was.
    pub confirmed_by: Option<String>,
    /// 課としての改善案
    pub improvement: String,
    /// How many questionnaires were handed out.
    pub handed_out: i64,
    /// How many came back.
    pub came_back: i64,
    /// On what it comes back, if that is known.
    pub medium: Option<Medium>,
    /// How many items are asked.
    pub items: i64,
    /// How many are answered.
    pub answered: i64,
    /// When its section was last reminded.
    #[ts(type = "string | null")]
    pub reminded_on: Option<Date>,
}

/// A step with some sheets on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MoveSheets {
    /// The campaign.
    pub campaign: Id,
    /// The sheets.
    pub targets: Vec<Id>,
    /// The day.
    #[ts(type = "string")]
    pub on: Date,
}

/// Sends a sheet back to its section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SendBack {
    /// The sheet.
    pub target: Id,
    /// The day.
    #[ts(type = "string")]
    pub on: Date,
    /// Why.
    pub reason: String,
}

/// What a section says on its sheet beside the answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveSheet {
    /// The sheet.
    pub target: Id,
    /// 担当者・内線
    pub contact: String,
    /// 所属長確認: who.
    pub head_name: String,
    /// When.
    #[ts(type = "string | null")]
    pub head_on: Option<Date>,
    /// 課としての改善案
    pub improvement: String,
    /// How many questionnaires were handed out.
    pub handed_out: i64,
    /// How many came back.
    pub came_back: i64,
    /// 紙で提出 or Excelで提出; nothing while nobody knows.
    pub medium: Option<Medium>,
}

/// A step of the route.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RouteStepRow {
    /// The row.
    pub id: Id,
    /// The role.
    pub role: Role,
    /// What the standard calls it.
    pub role_name: String,
    /// The clause, where the standard has one.
    pub clause: Option<String>,
    /// Who it is.
    pub person: Option<Id>,
    /// The name.
    pub person_name: Option<String>,
    /// By when.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// When it was done.
    #[ts(type = "string | null")]
    pub done_on: Option<Date>,
    /// How many days it is late.
    pub days_late: Option<i64>,
    /// 備考
    pub note: String,
}

/// Adds or changes a step of the route.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveRouteStep {
    /// The row; nothing for a new one, which comes last.
    pub id: Option<Id>,
    /// The campaign.
    pub campaign: Id,
    /// The role.
    pub role: Role,
    /// Who it is.
    pub person: Option<Id>,
    /// By when.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// When it was done.
    #[ts(type = "string | null")]
    pub done_on: Option<Date>,
    /// 備考
    pub note: String,
}

/// A reminder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReminderRow {
    /// The row.
    pub id: Id,
    /// The sheet.
    pub target: Id,
    /// The form.
    pub form: Form,
    /// Whose it is.
    pub name: String,
    /// The day.
    #[ts(type = "string")]
    pub reminded_on: Date,
    /// By which means.
    pub means: ReminderMeans,
    /// Who was reminded.
    pub recipient: String,
    /// Who did it.
    pub reminded_by: Option<String>,
    /// 備考
    pub note: String,
}

/// Records that sections were reminded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddReminders {
    /// The campaign.
    pub campaign: Id,
    /// The sheets.
    pub targets: Vec<Id>,
    /// The day.
    #[ts(type = "string")]
    pub on: Date,
    /// By which means.
    pub means: ReminderMeans,
    /// 備考
    pub note: String,
}
