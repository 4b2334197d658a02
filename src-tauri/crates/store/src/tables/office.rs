//! The office: its departments, persons, roles, and the users of this workspace.

use crate::entity;
use domain::{Id, kinds::Role};
use jiff::civil::Date;

entity! {
    /// The office itself; there is one row.
    pub struct Office in "office" search [] {
        /// Its name, as papers show it.
        pub name: String,
        /// The level of confidentiality of what is made here unless said otherwise, e.g. `3`.
        pub class_level: String,
        /// 取扱制限 shown beside it.
        pub handling: String,
        /// Whether this is invented demo data.
        pub demo: bool,
        /// 発生可能性の段階, one per line, the highest first; empty: high, middle, low.
        pub likelihood_levels: String,
        /// 損失の大きさの段階, likewise.
        pub loss_levels: String,
    }
}

entity! {
    /// 課.
    pub struct Department in "department" search ["name", "kana"] {
        /// Its name.
        pub name: String,
        /// Its reading.
        pub kana: String,
        /// The last day it existed.
        pub closed_on: Option<Date>,
        /// Its place in lists.
        pub position: i64,
    }
}

entity! {
    /// A person of the office, or an auditor from outside.
    pub struct Person in "person" search ["name", "kana", "post"] {
        /// Name.
        pub name: String,
        /// Reading.
        pub kana: String,
        /// 職, e.g. 課長.
        pub post: String,
        /// The department the person belongs to.
        pub department: Option<Id>,
        /// 専門知識 of an auditor.
        pub expertise: String,
        /// The last day in the office.
        pub left_on: Option<Date>,
        /// 所属団体 of a person from outside.
        pub affiliation: String,
    }
}

entity! {
    /// Who holds a role of the standard, and when.
    pub struct RoleHolder in "role_holder" search [] {
        /// The role.
        pub role: Role,
        /// The person.
        pub person: Id,
        /// For which department, where the role is held per department.
        pub department: Option<Id>,
        /// First day.
        pub from_on: Option<Date>,
        /// Last day.
        pub until_on: Option<Date>,
        /// 代行: who stands in when the holder cannot.
        pub deputy: Option<Id>,
    }
}

entity! {
    /// A user of this workspace, who has a key slot.
    pub struct User in "user" search [] {
        /// The name typed at unlocking.
        pub login: String,
        /// The person.
        pub person: Id,
        /// When the slot was taken away.
        pub removed_at: Option<i64>,
        /// The last time this user unlocked the workspace.
        pub last_unlock_at: Option<i64>,
        /// The time before that, shown after unlocking.
        pub previous_unlock_at: Option<i64>,
        /// The last time this user locked it.
        pub last_lock_at: Option<i64>,
    }
}
