//! 自己点検集計: what a self-inspection of a year says, by form, section, chapter, clause and role.

mod tally;

pub(in crate::model) use tally::form;

use super::{Head, Named, Rate, SelfCounts};
use domain::kinds::{Form, SelfAnswer};
use domain::self_check::SheetStatus;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The totals of a campaign. Made by [`CampaignTotals::tally`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CampaignTotals {
    /// Cover and marks.
    pub head: Head,
    /// The title of the campaign.
    pub title: String,
    /// The standard and its edition.
    pub standard: String,
    /// The clause on which it rests, or that there is none.
    pub basis: String,
    /// First day.
    #[ts(type = "string | null")]
    pub from: Option<Date>,
    /// The deadline.
    #[ts(type = "string | null")]
    pub until: Option<Date>,
    /// The way of the sheets.
    pub route: Vec<RouteLine>,
    /// The forms.
    pub forms: Vec<FormTotals>,
    /// 未提出一覧
    pub awaited: Vec<Awaited>,
    /// 改善策 per item.
    pub ideas: Vec<Idea>,
    /// 課としての改善案
    pub section_ideas: Vec<SectionIdea>,
}

/// What the totals are counted from.
#[derive(Clone, Debug, PartialEq)]
pub struct CampaignInput {
    /// Cover and marks.
    pub head: Head,
    /// The title of the campaign.
    pub title: String,
    /// The standard and its edition.
    pub standard: String,
    /// The clause on which it rests, or that there is none.
    pub basis: String,
    /// First day.
    pub from: Option<Date>,
    /// The deadline.
    pub until: Option<Date>,
    /// The way of the sheets.
    pub route: Vec<RouteLine>,
    /// The forms.
    pub forms: Vec<FormRows>,
    /// 未提出一覧
    pub awaited: Vec<Awaited>,
    /// 改善策 per item.
    pub ideas: Vec<Idea>,
    /// 課としての改善案
    pub section_ideas: Vec<SectionIdea>,
}

/// A form with the sheets that were handed out.
#[derive(Clone, Debug, PartialEq)]
pub struct FormRows {
    /// Which form.
    pub form: Form,
    /// Its sheets.
    pub sheets: Vec<SheetInput>,
    /// Its items in the order of the standard.
    pub items: Vec<ItemInput>,
    /// The chapters, clauses and roles that items name by their place here.
    pub chapters: Vec<Named>,
    /// The clauses.
    pub clauses: Vec<Named>,
    /// The roles.
    pub roles: Vec<Named>,
    /// Last year's questionnaires of all staff together, where the form is theirs.
    pub staff_before: Option<Before>,
}

/// An item of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemInput {
    /// Its id.
    pub item: String,
    /// Its number as printed.
    pub number: String,
    /// The question.
    pub question: String,
    /// The place of its chapter.
    pub chapter: usize,
    /// The place of its clause.
    pub clause: usize,
    /// The places of the roles that can answer it.
    pub roles: Vec<usize>,
}

/// The sheet of a section.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetInput {
    /// The target.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub status: SheetStatus,
    /// Whether it was handed out.
    pub sent: bool,
    /// Whether it is or came in late.
    pub late: bool,
    /// What it says.
    pub answers: Answers,
    /// What the same section said last year to the same items, unless it was not asked.
    pub before: Option<Before>,
}

/// The answers of a sheet, by the place of the item.
#[derive(Clone, Debug, PartialEq)]
pub enum Answers {
    /// One sheet for the section.
    One(Vec<Option<SelfAnswer>>),
    /// Questionnaires that were counted, in the order of [`SelfAnswer`].
    People {
        /// How many were handed out.
        handed_out: u32,
        /// How many came back.
        came_back: u32,
        /// How many answered how.
        counts: Vec<[u32; 5]>,
    },
}

/// Last year's answers by the place of this year's item; nothing for an item that was not asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Before {
    /// How many questionnaires they are from; 1 for the sheet of a section.
    pub people: u32,
    /// The counts, the blank ones last.
    pub counts: Vec<Option<[u32; 6]>>,
}

/// A step of the route.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RouteLine {
    /// Who has it in hand.
    pub who: String,
    /// By when.
    #[ts(type = "string | null")]
    pub due: Option<Date>,
    /// When it was done.
    #[ts(type = "string | null")]
    pub done: Option<Date>,
    /// 備考
    pub note: String,
}

/// A sheet that has not come back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Awaited {
    /// The form.
    pub form: Form,
    /// Whose sheet it is.
    pub name: String,
    /// 担当者・内線
    pub contact: String,
    /// Where it stands.
    pub status: SheetStatus,
    /// How many days it is late.
    pub days_late: Option<i64>,
    /// When its section was last reminded.
    #[ts(type = "string | null")]
    pub reminded: Option<Date>,
}

/// What a section wants to do about an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Idea {
    /// The form.
    pub form: Form,
    /// The target.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The item's id.
    pub item: String,
    /// Its number as printed.
    pub number: String,
    /// The answer.
    pub answer: Option<SelfAnswer>,
    /// 改善策
    pub improvement: String,
    /// By when, in the section's words.
    pub due: String,
}

/// What a section wants to do on the whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SectionIdea {
    /// The form.
    pub form: Form,
    /// The section.
    pub name: String,
    /// 課としての改善案
    pub text: String,
}

/// The totals of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FormTotals {
    /// Which form.
    pub form: Form,
    /// Its sheets: handed out, returned.
    pub returns: Returns,
    /// Its questionnaires, where the form is that of staff.
    pub people: Option<People>,
    /// Whether so few people answered that nothing of it is shown.
    pub withheld: bool,
    /// Everything.
    pub total: Line,
    /// By section; groups of sections where they would be too small.
    pub sections: Vec<Line>,
    /// By chapter.
    pub chapters: Vec<Line>,
    /// By clause.
    pub clauses: Vec<Line>,
    /// By the role that can answer; an item that several can answer counts for each.
    pub roles: Vec<Line>,
    /// By item.
    pub items: Vec<ItemLine>,
    /// The items with most いいえ, by their place in `items`.
    pub most_no: Vec<usize>,
}

/// How many sheets went out and came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Returns {
    /// All sheets.
    pub sheets: u32,
    /// 配布数
    pub sent: u32,
    /// 回答数: those that came back and were not sent back.
    pub returned: u32,
    /// 確認済
    pub confirmed: u32,
    /// Those that are or came in late.
    pub late: u32,
    /// 回答率: returned / sent.
    pub rate: Rate,
}

/// How many questionnaires went out and came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct People {
    /// Handed out.
    pub handed_out: u32,
    /// Came back.
    pub came_back: u32,
    /// came back / handed out.
    pub rate: Rate,
}

/// Some answers with their rate and last year's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Line {
    /// What it is about: target, chapter, clause or role; several targets are joined by a space.
    pub key: String,
    /// Its name; those of a group in a list.
    pub names: Vec<String>,
    /// How many questionnaires it is from, where the form is that of staff.
    pub people: Option<u32>,
    /// The counts.
    pub counts: SelfCounts,
    /// Last year's rate, of the items that are answered in both years.
    pub before: Option<Rate>,
    /// The difference to it in tenths of a percent, over those items.
    pub change: Option<i32>,
}

/// The totals of an item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ItemLine {
    /// Its id.
    pub item: String,
    /// The key of its chapter.
    pub chapter: String,
    /// The key of its clause.
    pub clause: String,
    /// The question.
    pub question: String,
    /// Its counts under its number.
    pub line: Line,
}
