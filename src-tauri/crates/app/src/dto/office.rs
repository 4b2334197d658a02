//! The office: departments, persons, roles and users.

use domain::Id;
use domain::kinds::{Role, SubjectKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OfficeInfo {
    /// Its name.
    pub name: String,
    /// The class of what is made here.
    pub class_level: String,
    /// The levels there are, ascending.
    pub class_levels: Vec<String>,
    /// 取扱制限
    pub handling: String,
}

/// Changes the office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveOffice {
    /// Its name.
    pub name: String,
    /// The class of what is made here.
    pub class_level: String,
    /// 取扱制限
    pub handling: String,
}

/// A department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DepartmentRow {
    /// The row.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its reading.
    pub kana: String,
    /// The last day it existed.
    #[ts(type = "string | null")]
    pub closed_on: Option<Date>,
    /// The name of its 情報管理者.
    pub head: Option<String>,
    /// How many persons belong to it.
    pub persons: i64,
    /// 旧名称: what it was called before, by which it is found as well.
    pub former_names: Vec<String>,
}

/// Adds or changes a department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveDepartment {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// Its name.
    pub name: String,
    /// Its reading.
    pub kana: String,
    /// The last day it existed.
    #[ts(type = "string | null")]
    pub closed_on: Option<Date>,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PersonRow {
    /// The row.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// 職
    pub post: String,
    /// The department.
    pub department: Option<Id>,
    /// Its name.
    pub department_name: Option<String>,
    /// 専門知識
    pub expertise: String,
    /// 所属団体 of a person from outside.
    pub affiliation: String,
    /// The last day in the office.
    #[ts(type = "string | null")]
    pub left_on: Option<Date>,
    /// The roles held today.
    pub roles: Vec<Role>,
    /// The login, if the person is a user.
    pub login: Option<String>,
}

/// Adds or changes a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SavePerson {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// 職
    pub post: String,
    /// The department.
    pub department: Option<Id>,
    /// 専門知識
    pub expertise: String,
    /// 所属団体 of a person from outside.
    #[serde(default)]
    pub affiliation: String,
    /// The last day in the office.
    #[ts(type = "string | null")]
    pub left_on: Option<Date>,
    /// The roles held from today on; roles left out end today.
    pub roles: Vec<Role>,
}

/// A user of the workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct UserRow {
    /// The row.
    pub id: Id,
    /// The login.
    pub login: String,
    /// The person.
    pub person: Id,
    /// That person's name.
    pub person_name: String,
    /// When the user was removed.
    pub removed_at: Option<i64>,
    /// The last time this user unlocked.
    pub last_unlock_at: Option<i64>,
}

/// Gives a person a key slot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddUser {
    /// The person.
    pub person: Id,
    /// The login.
    pub login: String,
    /// The first passphrase.
    pub passphrase: String,
}

/// A system, a contractor, a cloud service, or a body that uses a system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SubjectRow {
    /// The row.
    pub id: Id,
    /// Which of them.
    pub kind: SubjectKind,
    /// Its name.
    pub name: String,
    /// Its reading.
    pub kana: String,
    /// 所管課
    pub department: Id,
    /// Its name.
    pub department_name: String,
    /// Who answers for it.
    pub person: Option<Id>,
    /// The name.
    pub person_name: Option<String>,
    /// The contractor that a subcontractor works for, or the system that a body uses.
    pub parent: Option<Id>,
    /// Its name.
    pub parent_name: Option<String>,
    /// ネットワーク区分
    pub zone: String,
    /// Its level of confidentiality; empty while nobody knows.
    pub class_level: String,
    /// 備考
    pub note: String,
    /// The last day it was in use.
    #[ts(type = "string | null")]
    pub closed_on: Option<Date>,
}

/// Adds or changes a system, a contractor, a cloud service, or a body that uses a system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveSubject {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// Which of them.
    pub kind: SubjectKind,
    /// Its name.
    pub name: String,
    /// Its reading.
    pub kana: String,
    /// 所管課
    pub department: Id,
    /// Who answers for it.
    pub person: Option<Id>,
    /// The contractor that a subcontractor works for, or the system that a body uses.
    pub parent: Option<Id>,
    /// ネットワーク区分
    pub zone: String,
    /// Its level of confidentiality; empty while nobody knows.
    pub class_level: String,
    /// 備考
    pub note: String,
    /// The last day it was in use.
    #[ts(type = "string | null")]
    pub closed_on: Option<Date>,
}
