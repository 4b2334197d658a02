//! What was so before in the office, and who holds which role when.

use domain::Id;
use domain::kinds::Role;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Gives a department a new name; the old one stays on record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RenameDepartment {
    /// The department.
    pub id: Id,
    /// Its new name.
    pub name: String,
    /// The first day of the new name.
    #[ts(type = "string")]
    pub on: Date,
}

/// A name a department had before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FormerNameRow {
    /// The row.
    pub id: Id,
    /// The department.
    pub department: Id,
    /// The name.
    pub name: String,
    /// The last day it was called so.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
}

/// Adds or corrects a name a department had before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveFormerName {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// The department.
    pub department: Id,
    /// The name.
    pub name: String,
    /// The last day it was called so.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
}

/// Records that a person changes department or post; what was before stays on record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MovePerson {
    /// The person.
    pub id: Id,
    /// The new department.
    pub department: Option<Id>,
    /// The new 職.
    pub post: String,
    /// The first day there.
    #[ts(type = "string")]
    pub on: Date,
}

/// A post a person held before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PostingRow {
    /// The row.
    pub id: Id,
    /// The person.
    pub person: Id,
    /// That person's name.
    pub person_name: String,
    /// The department then.
    pub department: Option<Id>,
    /// Its name of today.
    pub department_name: Option<String>,
    /// 職 then.
    pub post: String,
    /// First day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// Last day.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
}

/// Adds or corrects a post a person held before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SavePosting {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// The person.
    pub person: Id,
    /// The department then.
    pub department: Option<Id>,
    /// 職 then.
    pub post: String,
    /// First day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// Last day.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
}

/// Who holds a role from when until when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RoleHolderRow {
    /// The row.
    pub id: Id,
    /// The role.
    pub role: Role,
    /// The person.
    pub person: Id,
    /// The name.
    pub person_name: String,
    /// The department the person belongs to today.
    pub person_department: Option<String>,
    /// For which department, where it is not the person's own.
    pub department: Option<Id>,
    /// Its name.
    pub department_name: Option<String>,
    /// First day; nothing since before the records began.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// Last day.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// Whether it is held today.
    pub current: bool,
    /// 代行
    pub deputy: Option<Id>,
    /// The name.
    pub deputy_name: Option<String>,
}

/// Adds or corrects who holds a role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveRoleHolder {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// The role.
    pub role: Role,
    /// The person.
    pub person: Id,
    /// For which department, where it is not the person's own.
    pub department: Option<Id>,
    /// First day.
    #[ts(type = "string | null")]
    pub from_on: Option<Date>,
    /// Last day.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// 代行
    pub deputy: Option<Id>,
}

/// What a department was before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DepartmentHistory {
    /// Its former names, the latest first.
    pub names: Vec<FormerNameRow>,
    /// Who was here and is no longer, the latest first.
    pub postings: Vec<PostingRow>,
}
