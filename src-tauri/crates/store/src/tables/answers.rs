//! What was answered and what it rests on.

use crate::entity;
use domain::Id;
use domain::kinds::{Procedure, SelfAnswer, Verdict};
use jiff::civil::Date;

entity! {
    /// An auditor's verdict on one item at one target. Natural key: engagement, target, item.
    pub struct Answer in "answer" search ["note"] {
        /// The engagement.
        pub engagement: Id,
        /// The target of the engagement.
        pub target: Id,
        /// The item of the pack.
        pub item: String,
        /// 判定
        pub verdict: Verdict,
        /// 所見
        pub note: String,
        /// 手続
        pub procedure: Option<Procedure>,
        /// 実施日: when it was seen, which is not when it was typed.
        pub seen_on: Option<Date>,
        /// Who judged.
        pub answered_by: Option<Id>,
        /// When the verdict was entered.
        pub answered_at: Option<i64>,
        /// 実施時刻, e.g. `09:40`; empty while nobody says.
        pub seen_time: String,
        /// 立会者, where somebody stood by.
        pub witness: String,
    }
}

entity! {
    /// A section's answer about itself. Natural key: engagement, target, item.
    pub struct SelfAnswerRow in "self_answer" search ["basis", "improvement"] {
        /// The engagement.
        pub engagement: Id,
        /// The target of the engagement.
        pub target: Id,
        /// The item of the pack.
        pub item: String,
        /// 回答
        pub answer: Option<SelfAnswer>,
        /// 根拠・証跡
        pub basis: String,
        /// 改善策
        pub improvement: String,
        /// 期限, as the section wrote it.
        pub due: String,
        /// Where it was read, e.g. a file, sheet and cell; empty if typed in.
        pub source: String,
        /// When it was entered.
        pub answered_at: Option<i64>,
    }
}

entity! {
    /// A file or paper that something rests on.
    pub struct Evidence in "evidence" search ["name", "source", "place"] {
        /// 名称
        pub name: String,
        /// What kind of file it is, e.g. `image/png`; empty for paper.
        pub media_type: String,
        /// Its size in bytes.
        pub size: i64,
        /// Its SHA-256 as hex; empty for paper.
        pub sha256: String,
        /// The stored file; nothing for paper.
        pub blob: Option<Id>,
        /// 入手元
        pub source: String,
        /// When it was collected.
        pub collected_on: Date,
        /// Who collected it.
        pub collector: Option<Id>,
        /// Its level of confidentiality; empty while nobody knows.
        pub class_level: String,
        /// 保管場所 of paper.
        pub place: String,
    }
}

entity! {
    /// What a piece of evidence stands for. Natural key: evidence, owner.
    pub struct EvidenceLink in "evidence_link" search [] {
        /// The evidence.
        pub evidence: Id,
        /// The table of the row it stands for.
        pub owner_entity: String,
        /// The row it stands for.
        pub owner: Id,
    }
}

entity! {
    /// A file whose contents were taken over.
    pub struct Import in "import" search ["file_name"] {
        /// Its name.
        pub file_name: String,
        /// Its SHA-256 as hex.
        pub sha256: String,
        /// The original, kept as evidence.
        pub blob: Option<Id>,
        /// The target whose answers it held.
        pub target: Option<Id>,
        /// How many cells were taken over.
        pub taken: i64,
        /// When.
        pub at: i64,
    }
}

entity! {
    /// How a table of somebody else's is read. Natural key: the folded name.
    pub struct ImportLayout in "import_layout" search [] {
        /// The name.
        pub name: String,
        /// The layout as JSON.
        pub layout: String,
    }
}
