//! From finding to closure, and what left the workspace.

use crate::entity;
use domain::Id;
use domain::finding::FindingState;
use domain::kinds::{Grade, ProgressState, VerificationResult};
use jiff::civil::Date;

entity! {
    /// 指摘事項.
    pub struct Finding in "finding" search ["number", "title", "fact", "cause", "recommendation"] {
        /// 指摘番号
        pub number: String,
        /// The fiscal year it is counted in.
        pub fiscal_year: i64,
        /// The engagement it comes from.
        pub engagement: Id,
        /// The department it concerns.
        pub department: Id,
        /// The answer it was made from.
        pub answer: Option<Id>,
        /// The item.
        pub item: String,
        /// 区分
        pub grade: Grade,
        /// 件名
        pub title: String,
        /// 事実
        pub fact: String,
        /// 基準: clause and edition.
        pub criterion: String,
        /// 原因
        pub cause: String,
        /// 影響・リスク
        pub risk: String,
        /// 改善提言
        pub recommendation: String,
        /// Where it stands.
        pub state: FindingState,
        /// When it was made.
        pub found_on: Date,
    }
}

entity! {
    /// 改善指示.
    pub struct ImprovementOrder in "improvement_order" search ["body"] {
        /// The finding.
        pub finding: Id,
        /// When it was given.
        pub ordered_on: Date,
        /// By when the improvement is asked for.
        pub due_on: Date,
        /// Who gave it.
        pub ordered_by: Id,
        /// To whom, e.g. 総務課長.
        pub addressee: String,
        /// What is ordered.
        pub body: String,
    }
}

entity! {
    /// 改善計画.
    pub struct ImprovementPlan in "improvement_plan" search ["cause", "corrective", "preventive"] {
        /// The finding.
        pub finding: Id,
        /// 原因
        pub cause: String,
        /// 是正措置
        pub corrective: String,
        /// 予防措置
        pub preventive: String,
        /// 責任者
        pub owner: Id,
        /// First day.
        pub start_on: Date,
        /// 期限
        pub due_on: Date,
        /// 予算
        pub budget: String,
        /// Who applied.
        pub applicant: Id,
        /// When.
        pub submitted_on: Date,
        /// Who approved.
        pub approver: Option<Id>,
        /// When.
        pub approved_on: Option<Date>,
        /// やむを得ない理由, where applicant and approver are one person.
        pub escape_reason: String,
        /// Why it was sent back, if it was.
        pub return_reason: String,
    }
}

entity! {
    /// 進捗報告.
    pub struct Progress in "progress" search ["note", "delay_reason"] {
        /// The finding.
        pub finding: Id,
        /// When.
        pub reported_on: Date,
        /// Percent done.
        pub percent: i64,
        /// 状況
        pub state: ProgressState,
        /// What was done.
        pub note: String,
        /// 遅延理由
        pub delay_reason: String,
        /// 次回報告日
        pub next_report_on: Option<Date>,
        /// Who reported.
        pub reporter: Id,
    }
}

entity! {
    /// 完了報告. Its evidence is linked to it.
    pub struct Completion in "completion" search ["note"] {
        /// The finding.
        pub finding: Id,
        /// When.
        pub reported_on: Date,
        /// What was done.
        pub note: String,
        /// Who reported.
        pub reporter: Id,
    }
}

entity! {
    /// 検証.
    pub struct Verification in "verification" search ["comment"] {
        /// The finding.
        pub finding: Id,
        /// When.
        pub verified_on: Date,
        /// By whom.
        pub verifier: Id,
        /// 有効 or 不十分.
        pub result: VerificationResult,
        /// Why.
        pub comment: String,
    }
}

entity! {
    /// 持ち出し・提供: a file that left the workspace.
    pub struct Release in "release" search ["name", "recipient", "basis"] {
        /// When.
        pub at: i64,
        /// The name of the file.
        pub name: String,
        /// What it is, e.g. `report-pdf`.
        pub kind: String,
        /// Its level of confidentiality.
        pub class_level: String,
        /// To whom.
        pub recipient: String,
        /// On what ground, e.g. who permitted it.
        pub basis: String,
        /// Its SHA-256 as hex.
        pub sha256: String,
        /// Its size in bytes.
        pub size: i64,
        /// Who handed it out.
        pub person: Option<Id>,
    }
}
