//! The self-inspection of a year: its route, what came back of each sheet, counted questionnaires, reminders.

use crate::entity;
use domain::Id;
use domain::kinds::Role;
use domain::self_check::{Medium, ReminderMeans};
use jiff::civil::Date;

entity! {
    /// The self-inspection of a fiscal year. Its forms are engagements that name it.
    pub struct Campaign in "campaign" search ["title", "instructions"] {
        /// The fiscal year.
        pub fiscal_year: i64,
        /// Its title.
        pub title: String,
        /// 実施要領
        pub instructions: String,
        /// The edition it is held against.
        pub pack_edition: Id,
        /// First day.
        pub from_on: Option<Date>,
        /// The deadline.
        pub until_on: Option<Date>,
        /// Who draws it together.
        pub lead: Option<Id>,
    }
}

entity! {
    /// A step of the way that the sheets of a campaign go.
    pub struct RouteStep in "route_step" search ["note"] {
        /// The campaign.
        pub campaign: Id,
        /// Its place on the way, from 0.
        pub position: i64,
        /// Who has it in hand, by role.
        pub role: Role,
        /// And by person; nothing where there are many, as in the sections.
        pub person: Option<Id>,
        /// By when it is due.
        pub due_on: Option<Date>,
        /// When it was done.
        pub done_on: Option<Date>,
        /// 備考
        pub note: String,
    }
}

entity! {
    /// What the sheet of a target went through beside being handed out and coming back. Natural key: target.
    pub struct Submission in "submission" search ["improvement", "sent_back_reason"] {
        /// The form.
        pub engagement: Id,
        /// Whose sheet it is.
        pub target: Id,
        /// When it was last sent back.
        pub sent_back_on: Option<Date>,
        /// Why.
        pub sent_back_reason: String,
        /// 所属長確認: the head's name, as it stands on the sheet.
        pub head_name: String,
        /// And the day.
        pub head_on: Option<Date>,
        /// When the collector confirmed it.
        pub confirmed_on: Option<Date>,
        /// Who that was.
        pub confirmed_by: Option<Id>,
        /// 課としての改善案
        pub improvement: String,
        /// How many questionnaires the section handed out.
        pub handed_out: i64,
        /// How many came back.
        pub came_back: i64,
        /// On what it comes back; nothing while nobody knows.
        pub medium: Option<Medium>,
    }
}

entity! {
    /// How many questionnaires of a section answer an item how. Natural key: target, item.
    pub struct StaffCount in "staff_count" search [] {
        /// The form.
        pub engagement: Id,
        /// Whose questionnaires they are.
        pub target: Id,
        /// The item.
        pub item: String,
        /// はい
        pub yes: i64,
        /// 一部
        pub partly: i64,
        /// いいえ
        pub no: i64,
        /// 該当なし
        pub not_applicable: i64,
        /// わからない
        pub unknown: i64,
    }
}

entity! {
    /// 催促
    pub struct Reminder in "reminder" search ["note", "recipient"] {
        /// The campaign.
        pub campaign: Id,
        /// Whose sheet is awaited.
        pub target: Id,
        /// The day.
        pub reminded_on: Date,
        /// By which means.
        pub means: ReminderMeans,
        /// Who was reminded.
        pub recipient: String,
        /// Who did it.
        pub reminded_by: Option<Id>,
        /// 備考
        pub note: String,
    }
}
