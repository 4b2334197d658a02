//! From finding to closure, and what left the workspace.

use crate::entity;
use domain::Id;
use domain::finding::{FactView, FindingAction, FindingState};
use domain::horizontal::{HorizontalNeed, HorizontalResult, HorizontalState};
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
        /// The clause it rests on, by which a repeated finding is recognised.
        pub clause: String,
        /// The topic of the item, which editions and standards share.
        pub topic: String,
        /// 発生可能性, one of the office's levels.
        pub likelihood: String,
        /// 損失の大きさ, one of the office's levels.
        pub loss: String,
        /// 組織横断の課題
        pub cross_cutting: bool,
        /// The earlier finding this one repeats.
        pub repeat_of: Option<Id>,
        /// The exception by which it is handled.
        pub exception: Option<Id>,
        /// 横展開要否
        pub horizontal_need: HorizontalNeed,
    }
}

entity! {
    /// A further item that a finding speaks of. Natural key: answer.
    pub struct FindingItem in "finding_item" search [] {
        /// The finding.
        pub finding: Id,
        /// The target.
        pub target: Id,
        /// The item.
        pub item: String,
        /// The answer.
        pub answer: Id,
    }
}

entity! {
    /// 事実確認: the department is asked whether it is so.
    pub struct FactCheck in "fact_check" search ["view_text", "reply"] {
        /// The finding.
        pub finding: Id,
        /// When it was sent.
        pub sent_on: Date,
        /// By when an answer is asked for.
        pub due_on: Date,
        /// How, e.g. by a sheet or in a meeting.
        pub means: String,
        /// 見解
        pub view: Option<FactView>,
        /// What it says in its own words.
        pub view_text: String,
        /// Who said so.
        pub answered_by: String,
        /// When.
        pub answered_on: Option<Date>,
        /// 監査人の回答, where the department objects.
        pub reply: String,
        /// Why it was taken back, if it was.
        pub withdrawn_reason: String,
    }
}

entity! {
    /// 中間目標
    pub struct Milestone in "milestone" search ["what"] {
        /// The finding.
        pub finding: Id,
        /// The plan.
        pub plan: Id,
        /// By when.
        pub due_on: Date,
        /// What.
        pub what: String,
        /// When it was reached.
        pub done_on: Option<Date>,
    }
}

entity! {
    /// 期限の変更: the old day stays on record.
    pub struct DueChange in "due_change" search ["reason"] {
        /// The finding.
        pub finding: Id,
        /// The plan.
        pub plan: Id,
        /// The day before.
        pub old_due_on: Date,
        /// The day now.
        pub due_on: Date,
        /// When it was changed.
        pub changed_on: Date,
        /// Who agreed.
        pub approver: Id,
        /// Why.
        pub reason: String,
        /// やむを得ない理由, where who agreed applied for the plan or answers for it.
        pub escape_reason: String,
    }
}

entity! {
    /// A step that has a reason and nothing else: reopened, handled by an exception, taken up again.
    pub struct FindingTurn in "finding_turn" search ["reason"] {
        /// The finding.
        pub finding: Id,
        /// The step.
        pub action: FindingAction,
        /// When.
        pub turned_on: Date,
        /// By whom.
        pub person: Id,
        /// Why.
        pub reason: String,
    }
}

entity! {
    /// 督促: a department was sent what it is late with.
    pub struct DueReminder in "due_reminder" search [] {
        /// The department.
        pub department: Id,
        /// When.
        pub reminded_on: Date,
        /// To whom it went.
        pub recipient: String,
        /// How much it spoke of.
        pub items: i64,
        /// Who did it.
        pub reminded_by: Id,
    }
}

entity! {
    /// 横展開: another department is asked whether it has the same problem.
    pub struct HorizontalCheck in "horizontal_check" search ["question", "answer"] {
        /// The finding it starts from.
        pub finding: Id,
        /// The department that is asked.
        pub department: Id,
        /// Where it stands.
        pub state: HorizontalState,
        /// When it was asked.
        pub asked_on: Date,
        /// By when an answer is asked for.
        pub due_on: Date,
        /// What is to be looked at.
        pub question: String,
        /// 結果
        pub result: Option<HorizontalResult>,
        /// How it was looked at and what was seen.
        pub answer: String,
        /// Who answered.
        pub answered_by: String,
        /// When.
        pub answered_on: Option<Date>,
        /// Why it was asked again, if it was.
        pub ask_again_reason: String,
        /// The finding it got.
        pub own_finding: Option<Id>,
    }
}

entity! {
    /// A way of looking at a list, under a name.
    pub struct SavedView in "saved_view" search [] {
        /// The screen.
        pub screen: String,
        /// Its name.
        pub name: String,
        /// Its parameters, as they stand in the address.
        pub params: String,
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
        /// Why it was ordered before the finding was confirmed, if it was.
        pub urgent_reason: String,
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
        /// The department of the post that owns the plan.
        pub owner_department: Option<Id>,
        /// The post that owns the plan; who holds it follows from the day.
        pub owner_post: String,
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
        /// 残留リスク
        pub residual_risk: String,
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
        /// The audit it was done in, if it was done in one.
        pub engagement: Option<Id>,
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
