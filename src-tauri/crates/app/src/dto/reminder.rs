//! What is said to sections whose sheets are awaited.

use domain::Id;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which sheets are asked for, and what is said beside what is missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReminderRequest {
    /// The campaign.
    pub campaign: Id,
    /// The awaited sheets; a department gets one letter for all of its own.
    pub targets: Vec<Id>,
    /// By when they are asked for now; nothing: at once.
    #[ts(type = "string | null")]
    pub until_on: Option<Date>,
    /// 提出先・問い合わせ先; empty: who draws the campaign together.
    pub contact: String,
    /// What else is to be said.
    pub note: String,
}

/// The same in words, a letter for each department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReminderTexts {
    /// The contact that stands in them.
    pub contact: String,
    /// The letters in the order of the sheets.
    pub letters: Vec<ReminderLetter>,
}

/// What is said to a department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReminderLetter {
    /// Its name.
    pub name: String,
    /// To whom it goes.
    pub recipient: String,
    /// The sheets it is about.
    pub targets: Vec<Id>,
    /// 件名
    pub subject: String,
    /// The text of a mail.
    pub body: String,
}

/// Writes letters to a file: as paper, or the text of mails.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportReminders {
    /// What they say.
    pub letters: ReminderRequest,
    /// `pdf` or `txt`.
    pub format: String,
    /// The handle of the file to write, or of a folder.
    pub destination: String,
    /// To whom they go; empty: to those named in them.
    pub recipient: String,
    /// On what ground they may go.
    pub basis: String,
}
