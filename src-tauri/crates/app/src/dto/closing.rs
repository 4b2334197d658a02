//! What is said the same day: 講評メモ and 速報; and the papers of fieldwork.

use domain::Id;
use domain::kinds::{Role, Verdict};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for what belongs to a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OfTarget {
    /// The target.
    pub target: Id,
}

/// The 講評メモ of a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Memo {
    /// Its lines in their order; those left out last.
    pub lines: Vec<MemoRow>,
    /// Notes of the target that no line comes from.
    pub notes: Vec<MemoNote>,
    /// How many × and △ no line speaks of.
    pub waiting: i64,
    /// How many pages it takes; nothing if that cannot be told here.
    pub pages: Option<i64>,
    /// Whether it can be written to.
    pub writable: bool,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MemoRow {
    /// The row.
    pub id: Id,
    /// What is said.
    pub text: String,
    /// The note it comes from.
    pub note: Option<MemoNote>,
    /// The item it comes from.
    pub item: Option<MemoItem>,
    /// Whether it is left out.
    pub dropped: bool,
}

/// An item a line comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MemoItem {
    /// The item.
    pub item: String,
    /// Its short number.
    pub number: String,
    /// The verdict it has now.
    pub verdict: Verdict,
}

/// A note a line can come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MemoNote {
    /// The note.
    pub id: Id,
    /// The interview.
    pub interview: Id,
    /// Its title.
    pub title: String,
    /// The day.
    #[ts(type = "string")]
    pub held_on: Date,
    /// The time of day.
    pub noted_at: String,
    /// What was said or seen.
    pub text: String,
}

/// Adds or changes a line. A new one comes from a note or an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveMemoLine {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// The target.
    pub target: Id,
    /// What is said; empty for what the note says.
    pub text: String,
    /// The note a new line comes from.
    pub note: Option<Id>,
    /// Whether it is left out.
    pub dropped: bool,
}

/// Moves a line up or down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MoveMemoLine {
    /// The line.
    pub id: Id,
    /// How far; up is negative.
    pub by: i64,
}

/// 速報
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FlashRow {
    /// What it says.
    pub report: SaveFlash,
    /// What the target is called.
    pub target_name: String,
    /// The short number of the item.
    pub number: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who was told; both must be.
    pub notices: Vec<FlashNoticeRow>,
}

/// Somebody who has to be told of a 速報.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FlashNoticeRow {
    /// As what: 情報管理者 or CISO.
    pub role: Role,
    /// What the standard calls that role.
    pub role_name: String,
    /// Who was told; before that, who holds the role.
    pub recipient: String,
    /// The day; nothing while nobody was told.
    #[ts(type = "string | null")]
    pub told_on: Option<Date>,
    /// The time.
    pub told_at: String,
    /// 手段
    pub means: String,
    /// Who told.
    pub by: Option<String>,
}

/// Adds or changes a 速報.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveFlash {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// The target.
    pub target: Id,
    /// The item; empty if it is about none.
    pub item: String,
    /// 件名
    pub title: String,
    /// 内容
    pub text: String,
    /// The day it was found.
    #[ts(type = "string")]
    pub found_on: Date,
    /// The time it was found.
    pub found_at: String,
}

/// Records that somebody was told of a 速報.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TellFlash {
    /// The 速報.
    pub id: Id,
    /// As what: 情報管理者 or CISO.
    pub role: Role,
    /// Who was told.
    pub recipient: String,
    /// The day.
    #[ts(type = "string")]
    pub told_on: Date,
    /// The time.
    pub told_at: String,
    /// 手段
    pub means: String,
}

domain::keyed_enum! {
    /// The papers of fieldwork.
    pub enum SitePaper {
        /// 現地記入用紙, a sheet for each place
        ByPlace = "by_place",
        /// 現地記入用紙, a sheet for each person
        ByPerson = "by_person",
        /// 現地記入用紙, a sheet for each document
        ByDocument = "by_document",
        /// 講評メモ
        Memo = "memo",
        /// 速報
        Flash = "flash",
    }
}

/// Asks for the name of a paper's file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SitePaperOf {
    /// Which paper.
    pub paper: SitePaper,
    /// The target.
    pub target: Id,
    /// The 速報, if it is one.
    pub flash: Option<Id>,
    /// On a sheet: only what is not answered yet.
    pub open_only: bool,
}

/// Writes a paper to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportSitePaper {
    /// Which paper.
    pub paper: SitePaperOf,
    /// The handle of the file to write.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground it may go.
    pub basis: String,
}
