//! Interviews and walk-throughs with their notes.

use super::EvidenceRow;
use domain::Id;
use domain::kinds::Verdict;
use domain::site::InterviewKind;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for what belongs to an engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OfEngagement {
    /// The engagement.
    pub engagement: Id,
}

/// An interview, a walk-through or an observation in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct InterviewRow {
    /// The row.
    pub id: Id,
    /// Which of them.
    pub kind: InterviewKind,
    /// 件名
    pub title: String,
    /// 場所
    pub place: String,
    /// The day.
    #[ts(type = "string")]
    pub held_on: Date,
    /// From what time, e.g. `09:40`.
    pub from_time: String,
    /// Until what time.
    pub until_time: String,
    /// What the target is called.
    pub target_name: String,
    /// 撮影禁止
    pub no_photos: bool,
    /// How many notes there are.
    pub notes: i64,
    /// How many of them belong to no item yet.
    pub unlinked: i64,
}

/// An interview with its notes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct InterviewDetail {
    /// What is known of it.
    pub interview: SaveInterview,
    /// What the target is called.
    pub target_name: String,
    /// The notes in the order of their times.
    pub notes: Vec<NoteRow>,
    /// The papers and files that were taken along.
    pub evidence: Vec<EvidenceRow>,
    /// Whether it can be written to.
    pub writable: bool,
}

/// Adds or changes an interview.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveInterview {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// The engagement.
    pub engagement: Id,
    /// Whom it is about.
    pub target: Id,
    /// Which of them.
    pub kind: InterviewKind,
    /// 件名
    pub title: String,
    /// 場所
    pub place: String,
    /// The day.
    #[ts(type = "string")]
    pub held_on: Date,
    /// From what time; empty if nobody says.
    pub from_time: String,
    /// Until what time.
    pub until_time: String,
    /// 出席者 with their posts, one to a line.
    pub attendees: String,
    /// Our auditors.
    pub auditors: Vec<Id>,
    /// 撮影禁止
    pub no_photos: bool,
    /// 立会者
    pub witness: String,
}

/// A note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NoteRow {
    /// The row.
    pub id: Id,
    /// The time of day.
    pub noted_at: String,
    /// What was said or seen.
    pub text: String,
    /// 立会者 of an 観察メモ.
    pub witness: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// The items it says something about.
    pub links: Vec<NoteItem>,
    /// Whether it was recovered from a draft and not looked at since.
    pub recovered: bool,
}

/// An item a note says something about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NoteItem {
    /// The target.
    pub target: Id,
    /// What it is called.
    pub target_name: String,
    /// The item.
    pub item: String,
    /// Its short number.
    pub number: String,
    /// The question.
    pub question: String,
    /// The verdict, once there is one.
    pub verdict: Option<Verdict>,
    /// Whether it is out of scope this time.
    pub excluded: bool,
}

/// A note as it is shown beside an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ItemNote {
    /// The note.
    pub id: Id,
    /// The interview.
    pub interview: Id,
    /// Its title.
    pub title: String,
    /// Where it was.
    pub place: String,
    /// Whether photos were forbidden there.
    pub no_photos: bool,
    /// The day.
    #[ts(type = "string")]
    pub held_on: Date,
    /// The time of day.
    pub noted_at: String,
    /// What was said or seen.
    pub text: String,
    /// 立会者 of an 観察メモ.
    pub witness: String,
    /// Who wrote it.
    pub author: Option<String>,
}

/// Writes a note, or keeps it as a draft while it is being typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveNote {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// The interview; nothing for the record of the day at the target, which is made if there is none.
    pub interview: Option<Id>,
    /// The target, where no interview is given; and of the items.
    pub target: Option<Id>,
    /// The time of day; empty for now.
    pub noted_at: String,
    /// What was said or seen; `#37` in it links item 37.
    pub text: String,
    /// 立会者; empty for that of a place where photos are forbidden.
    pub witness: String,
    /// Items that a new note says something about.
    pub items: Vec<String>,
}

/// A note that was stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NoteSaved {
    /// The note.
    pub id: Id,
    /// The interview it stands in.
    pub interview: Id,
}

/// Says that a note belongs to items, by item or by short number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LinkNote {
    /// The note.
    pub note: Id,
    /// The target of the items; nothing for that of the interview.
    pub target: Option<Id>,
    /// The items.
    pub items: Vec<String>,
    /// More of them by number, e.g. `37,41-43`.
    pub numbers: String,
}

/// Says that a note does not belong to an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct UnlinkNote {
    /// The note.
    pub note: Id,
    /// The target.
    pub target: Id,
    /// The item.
    pub item: String,
}

/// Judges every item a note says something about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct JudgeNote {
    /// The note.
    pub note: Id,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether items that have another verdict get this one.
    pub overwrite: bool,
}

/// How many items were judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Judged {
    /// The number.
    pub items: i64,
}

/// Takes papers and files along from an interview.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AttachToInterview {
    /// The interview.
    pub id: Id,
    /// What is taken in.
    pub evidence: Vec<super::NewEvidence>,
}
