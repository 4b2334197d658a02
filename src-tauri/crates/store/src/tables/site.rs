//! What is written down on site, who looks at what, and what is said the same day.
//!
//! Times of day are texts such as `09:40`, as [`domain::daytime`] writes them; an empty one says nothing.

use crate::entity;
use domain::Id;
use domain::kinds::Role;
use domain::site::InterviewKind;
use jiff::civil::Date;

entity! {
    /// An interview, a walk-through or an observation: who met where and when.
    pub struct Interview in "interview" search ["title", "place", "attendees"] {
        /// The engagement.
        pub engagement: Id,
        /// Whom it is about; the numbers of its notes are those of this target.
        pub target: Id,
        /// Which of them.
        pub kind: InterviewKind,
        /// 件名
        pub title: String,
        /// 場所
        pub place: String,
        /// The day.
        pub held_on: Date,
        /// From what time.
        pub from_time: String,
        /// Until what time.
        pub until_time: String,
        /// 出席者 with their posts, one to a line.
        pub attendees: String,
        /// 撮影禁止
        pub no_photos: bool,
        /// 立会者
        pub witness: String,
    }
}

entity! {
    /// One of our auditors at an interview. Natural key: interview, person.
    pub struct InterviewAuditor in "interview_auditor" search [] {
        /// The engagement.
        pub engagement: Id,
        /// The interview.
        pub interview: Id,
        /// The auditor.
        pub person: Id,
    }
}

entity! {
    /// メモ: what was said or seen at a time.
    pub struct Note in "note" search ["text"] {
        /// The engagement.
        pub engagement: Id,
        /// The interview.
        pub interview: Id,
        /// The time of day.
        pub noted_at: String,
        /// What was said or seen.
        pub text: String,
        /// 立会者 of an 観察メモ; empty for what was said.
        pub witness: String,
        /// Who wrote it.
        pub author: Option<Id>,
    }
}

entity! {
    /// What a note says something about. Natural key: note, target, item.
    pub struct NoteLink in "note_link" search [] {
        /// The engagement.
        pub engagement: Id,
        /// The note.
        pub note: Id,
        /// The target.
        pub target: Id,
        /// The item of the pack.
        pub item: String,
    }
}

entity! {
    /// Who looks at an item. Natural key: target, item.
    pub struct Assignment in "assignment" search [] {
        /// The engagement.
        pub engagement: Id,
        /// The target.
        pub target: Id,
        /// The item of the pack.
        pub item: String,
        /// The auditor.
        pub person: Id,
    }
}

entity! {
    /// A line of the 講評メモ of a target, with the note or the item it comes from.
    pub struct MemoLine in "memo_line" search ["text"] {
        /// The engagement.
        pub engagement: Id,
        /// The target.
        pub target: Id,
        /// Its place among the lines.
        pub position: i64,
        /// What is said.
        pub text: String,
        /// The note it comes from.
        pub note: Option<Id>,
        /// The item it comes from; empty if it comes from a note alone.
        pub item: String,
        /// Whether it is left out; it stays known, so that it is not proposed again.
        pub dropped: bool,
    }
}

entity! {
    /// 速報: a grave matter that cannot wait for the report.
    pub struct FlashReport in "flash_report" search ["title", "text"] {
        /// The engagement.
        pub engagement: Id,
        /// The target.
        pub target: Id,
        /// The item of the pack, if it is about one.
        pub item: String,
        /// 件名
        pub title: String,
        /// 内容
        pub text: String,
        /// The day it was found.
        pub found_on: Date,
        /// The time it was found.
        pub found_at: String,
        /// Who wrote it.
        pub author: Option<Id>,
    }
}

entity! {
    /// That somebody was told of a 速報. Natural key: flash report, role.
    pub struct FlashNotice in "flash_notice" search [] {
        /// The engagement.
        pub engagement: Id,
        /// What was told.
        pub flash_report: Id,
        /// As what the recipient was told: 情報管理者 or CISO.
        pub role: Role,
        /// The day.
        pub told_on: Date,
        /// The time.
        pub told_at: String,
        /// Who was told.
        pub recipient: String,
        /// 手段, e.g. by telephone.
        pub means: String,
        /// Who told.
        pub person: Option<Id>,
    }
}
