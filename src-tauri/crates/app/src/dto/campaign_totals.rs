//! Counted questionnaires, the answers behind a figure, and what leaves of a self-inspection.

use domain::Id;
use domain::kinds::{Form, SelfAnswer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The counted questionnaires of a section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StaffCounting {
    /// The campaign; nothing for a self-inspection that stands alone.
    pub campaign: Option<Id>,
    /// The section.
    pub name: String,
    /// How many questionnaires were handed out.
    pub handed_out: i64,
    /// How many came back.
    pub came_back: i64,
    /// Whether counts may be entered now.
    pub writable: bool,
    /// The items.
    pub items: Vec<StaffItem>,
}

/// An item with its counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StaffItem {
    /// Its id.
    pub item: String,
    /// Its number on the form.
    pub number: String,
    /// The clause.
    pub clause: String,
    /// The question.
    pub question: String,
    /// The counts, if any were entered, in the order はい, 一部, いいえ, 該当なし, わからない.
    pub counts: Option<[i64; 5]>,
}

/// Asks for the counted questionnaires of a section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StaffQuery {
    /// The target.
    pub target: Id,
}

/// Enters the counts of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetStaffCount {
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
    /// The counts in the order はい, 一部, いいえ, 該当なし, わからない; nothing takes them away.
    pub counts: Option<[i64; 5]>,
}

/// Asks for the answers behind a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AnswersQuery {
    /// The campaign.
    pub campaign: Id,
    /// Only this form.
    pub form: Option<Form>,
    /// Only this target.
    pub target: Option<Id>,
    /// Only this chapter or clause, with everything below it.
    pub clause: Option<String>,
    /// Only this item.
    pub item: Option<String>,
    /// Only this answer.
    pub answer: Option<SelfAnswer>,
    /// Only 未回答.
    #[serde(default)]
    pub blank: bool,
}

/// An answer behind a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CampaignAnswer {
    /// The self-inspection.
    pub engagement: Id,
    /// The target.
    pub target: Id,
    /// Its name.
    pub name: String,
    /// The form.
    pub form: Form,
    /// The item.
    pub item: String,
    /// Its number as printed.
    pub number: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: Option<SelfAnswer>,
    /// 根拠・証跡
    pub basis: String,
    /// 改善策
    pub improvement: String,
}

/// Asks for the name that the file of the totals should have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NameTotals {
    /// The campaign.
    pub id: Id,
    /// `pdf` or `xlsx`.
    pub format: String,
}

/// Writes the totals of a campaign to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportTotals {
    /// The campaign.
    pub campaign: Id,
    /// `pdf` or `xlsx`.
    pub format: String,
    /// The handle of the file to write, or of a folder.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground it may go.
    pub basis: String,
}
