//! What was so before: the names departments had, and the posts persons held.

use crate::entity;
use domain::Id;
use jiff::civil::Date;

entity! {
    /// 旧名称: what a department was called before.
    pub struct FormerName in "former_name" search ["name"] {
        /// The department.
        pub department: Id,
        /// Its name then.
        pub name: String,
        /// The last day it was called so.
        pub until_on: Option<Date>,
    }
}

entity! {
    /// A post that a person held before the present one, which stands in the person's own row.
    pub struct Posting in "posting" search [] {
        /// The person.
        pub person: Id,
        /// The department then.
        pub department: Option<Id>,
        /// 職 then.
        pub post: String,
        /// First day.
        pub from_on: Option<Date>,
        /// Last day.
        pub until_on: Option<Date>,
    }
}
