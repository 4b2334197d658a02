//! What is audited or inspected, against which edition, where and by whom.

use crate::entity;
use domain::Id;
use domain::kinds::{EngagementKind, EngagementState, Form};
use domain::pack::Origin;
use jiff::civil::Date;

entity! {
    /// An edition of a standard as it was when it was first used, read from a folder or finished here. It never changes.
    pub struct PackEdition in "pack_edition" search ["title"] {
        /// The pack, e.g. `hyogo`.
        pub pack: String,
        /// Its edition, e.g. `2024-05`.
        pub edition: String,
        /// Its title.
        pub title: String,
        /// The SHA-256 of its files.
        pub hash: String,
        /// Its files and the lists they name, as JSON.
        pub files: String,
        /// Where it came from.
        pub origin: Origin,
    }
}

entity! {
    /// An audit or a self-inspection.
    pub struct Engagement in "engagement" search ["title", "purpose"] {
        /// Which of the two.
        pub kind: EngagementKind,
        /// Its title.
        pub title: String,
        /// The fiscal year, by the western year in which it begins.
        pub fiscal_year: i64,
        /// The edition it is held against.
        pub pack_edition: Id,
        /// The form whose items it asks.
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
        pub from_on: Option<Date>,
        /// Last day; for a self-inspection the deadline.
        pub until_on: Option<Date>,
        /// Who leads it.
        pub lead: Option<Id>,
        /// When the plan went through the gate the standard sets.
        pub gate_on: Option<Date>,
        /// Why fieldwork began before that, if it did.
        pub gate_reason: String,
        /// The self-inspection of a year that it is a form of.
        pub campaign: Option<Id>,
    }
}

entity! {
    /// A department that an engagement looks at, or something it answers for. Natural key: engagement, then the
    /// department or the subject.
    pub struct EngagementTarget in "engagement_target" search [] {
        /// The engagement.
        pub engagement: Id,
        /// The department.
        pub department: Id,
        /// 担当者・内線, as the department gave it.
        pub contact: String,
        /// When its sheet was handed out.
        pub sent_on: Option<Date>,
        /// When its answers came back.
        pub returned_on: Option<Date>,
        /// The system, contractor or the like that is looked at; nothing for the department itself.
        pub subject: Option<Id>,
        /// Its number in the numbers of its workpapers; it stays when other targets come or go.
        pub position: i64,
    }
}

entity! {
    /// A member of the team. Natural key: engagement, person.
    pub struct EngagementMember in "engagement_member" search [] {
        /// The engagement.
        pub engagement: Id,
        /// The auditor.
        pub person: Id,
    }
}

entity! {
    /// 今回対象外: an item left out of an engagement. Natural key: engagement, item.
    pub struct ScopeExclusion in "scope_exclusion" search [] {
        /// The engagement.
        pub engagement: Id,
        /// The item.
        pub item: String,
        /// Why.
        pub reason: String,
    }
}
