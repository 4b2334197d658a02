//! The plan of one engagement and what follows from it: days, documents, steps, independence, papers on loan.

use crate::entity;
use domain::Id;
use domain::kinds::{Assurance, Conduct, EngagementState, LoanManner, Manner, Occasion};
use jiff::civil::Date;

entity! {
    /// 監査実施計画: what the plan says beside the row of its engagement. Natural key: engagement.
    pub struct EngagementPlan in "engagement_plan" search ["theme", "focus"] {
        /// The engagement.
        pub engagement: Id,
        /// 助言型・保証型
        pub assurance: Assurance,
        /// 定期・臨時・特命
        pub occasion: Occasion,
        /// 内部・外部
        pub conduct: Conduct,
        /// 実地・書面
        pub manner: Manner,
        /// テーマ
        pub theme: String,
        /// 重点項目
        pub focus: String,
        /// 対象選定理由
        pub reason: String,
        /// The first day of what is looked at (対象期間).
        pub period_from: Option<Date>,
        /// The last day of it.
        pub period_until: Option<Date>,
        /// 報告先, where it is another than the standard says.
        pub recipient: String,
        /// Why somebody who is not independent audits all the same, where the standard allows it with a reason.
        pub independence_reason: String,
    }
}

entity! {
    /// 日程: one appointment of an engagement.
    pub struct ScheduleEntry in "schedule_entry" search [] {
        /// The engagement.
        pub engagement: Id,
        /// The day, once it is known.
        pub held_on: Option<Date>,
        /// From when, as `9:30`.
        pub from_time: String,
        /// Until when.
        pub until_time: String,
        /// Where.
        pub place: String,
        /// What is done.
        pub what: String,
        /// Who takes part.
        pub who: String,
        /// Whom it is about; nothing if everybody.
        pub target: Option<Id>,
    }
}

entity! {
    /// 必要資料: a document that is asked for before the audit.
    pub struct DocumentRequest in "document_request" search [] {
        /// The engagement.
        pub engagement: Id,
        /// Whose it is; nothing if everybody is asked.
        pub target: Option<Id>,
        /// Its name.
        pub name: String,
        /// By when.
        pub due_on: Option<Date>,
        /// When it came.
        pub received_on: Option<Date>,
        /// 備考
        pub note: String,
    }
}

entity! {
    /// A step an engagement took from one state to another, and why, if it was a step back.
    pub struct EngagementStep in "engagement_step" search [] {
        /// The engagement.
        pub engagement: Id,
        /// The state it came to.
        pub state: EngagementState,
        /// The day.
        pub taken_on: Date,
        /// Who took it.
        pub person: Option<Id>,
        /// Why.
        pub reason: String,
        /// When it was entered.
        pub at: i64,
    }
}

entity! {
    /// 回避: an auditor stands back from one target. Natural key: target, person.
    pub struct Recusal in "recusal" search [] {
        /// The engagement.
        pub engagement: Id,
        /// The auditor.
        pub person: Id,
        /// What they stand back from.
        pub target: Id,
    }
}

entity! {
    /// 監査未実施（独立者なし）: a target that nobody independent could audit. Natural key: target.
    pub struct UnauditedTarget in "unaudited_target" search [] {
        /// The engagement.
        pub engagement: Id,
        /// The target.
        pub target: Id,
        /// Why.
        pub reason: String,
    }
}

entity! {
    /// 資料預り: a paper that was borrowed or copied.
    pub struct Loan in "loan" search [] {
        /// The engagement.
        pub engagement: Id,
        /// Where it came from, if it is one of the targets.
        pub target: Option<Id>,
        /// 資料の名称
        pub name: String,
        /// Borrowed or copied.
        pub manner: LoanManner,
        /// Who lent it.
        pub lender: String,
        /// Who permitted it.
        pub permission: String,
        /// When it was received.
        pub received_on: Date,
        /// By when it goes back.
        pub due_on: Option<Date>,
        /// When it went back.
        pub returned_on: Option<Date>,
        /// 備考
        pub note: String,
    }
}
