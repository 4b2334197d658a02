//! The plan of one audit: its fields, its days, the documents asked for, and the papers made of them.

use domain::Id;
use domain::kinds::{Assurance, Conduct, EngagementState, LoanManner, Manner, Occasion};
use domain::scope::Why;
use domain::steps::Step;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the plan of an engagement says beside its row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PlanFields {
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
    /// 対象期間, first day.
    #[ts(type = "string | null")]
    pub period_from: Option<Date>,
    /// 対象期間, last day.
    #[ts(type = "string | null")]
    pub period_until: Option<Date>,
    /// 報告先, where it is another than the standard says.
    pub recipient: String,
}

/// The plan of an engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PlanDetail {
    /// Its fields.
    pub fields: PlanFields,
    /// To whom the standard has it reported.
    pub standard_recipient: String,
    /// Its days.
    pub schedule: Vec<ScheduleRow>,
    /// The documents asked for.
    pub documents: Vec<DocumentRow>,
}

/// 日程: one appointment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ScheduleRow {
    /// The row.
    pub id: Id,
    /// The day, once it is known.
    #[ts(type = "string | null")]
    pub held_on: Option<Date>,
    /// From when.
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

/// Adds or changes an appointment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveSchedule {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// The engagement.
    pub engagement: Id,
    /// The day, once it is known.
    #[ts(type = "string | null")]
    pub held_on: Option<Date>,
    /// From when, e.g. `9:30`.
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

/// 必要資料: a document that is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DocumentRow {
    /// The row.
    pub id: Id,
    /// Whose it is; nothing if everybody is asked.
    pub target: Option<Id>,
    /// What that target is called.
    pub target_name: Option<String>,
    /// Its name.
    pub name: String,
    /// By when.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// When it came.
    #[ts(type = "string | null")]
    pub received_on: Option<Date>,
    /// 備考
    pub note: String,
}

/// Adds or changes a document that is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveDocument {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
    /// The engagement.
    pub engagement: Id,
    /// Whose it is; nothing if everybody is asked.
    pub target: Option<Id>,
    /// Its name.
    pub name: String,
    /// By when.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// When it came.
    #[ts(type = "string | null")]
    pub received_on: Option<Date>,
    /// 備考
    pub note: String,
}

/// Asks which items an engagement should ask.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ScopeQuery {
    /// The engagement.
    pub engagement: Id,
    /// The topics of this year's theme.
    pub topics: Vec<String>,
    /// Words of this year's theme; an item that has one of them is about it.
    pub words: String,
    /// How many items are wished.
    pub wanted: usize,
}

/// An item with what is said for and against asking it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ScopeRow {
    /// The item.
    pub item: String,
    /// Its number in the form.
    pub number: i64,
    /// The clause it is about.
    pub clause: String,
    /// The title of that clause.
    pub clause_title: String,
    /// The chapter, which is its first clause from above.
    pub chapter: String,
    /// Its topic.
    pub topic: String,
    /// How much hangs on it.
    pub weight: u8,
    /// The question.
    pub question: String,
    /// Why it is out of scope; nothing if it is in.
    pub exclusion: Option<String>,
    /// Whether it can be asked of any of the targets.
    pub fits: bool,
    /// Whether it is proposed.
    pub proposed: bool,
    /// What speaks for it, the strongest first.
    pub why: Vec<Why>,
    /// For how many years it was not looked at.
    pub years: Option<i64>,
    /// How many verdicts it has in this engagement.
    pub answered: i64,
}

/// A topic with its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ScopeTopic {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// How many items are about it.
    pub items: i64,
}

/// The items of an engagement's edition, with a proposal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ScopeProposal {
    /// The items in the order of the standard.
    pub rows: Vec<ScopeRow>,
    /// The topics they are about.
    pub topics: Vec<ScopeTopic>,
    /// The chapters, as (id, title).
    pub chapters: Vec<(String, String)>,
    /// The reason most items outside have; empty if none is outside.
    pub reason: String,
    /// How many items are proposed unless another number is wished.
    pub usual: usize,
}

/// Puts items into the scope and others out of it, at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ApplyScope {
    /// The engagement.
    pub engagement: Id,
    /// 今回
    pub put_in: Vec<String>,
    /// 今回対象外
    pub put_out: Vec<String>,
    /// Why they are out; needed if any is.
    pub reason: String,
}

/// Takes an engagement to another state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Advance {
    /// The engagement.
    pub id: Id,
    /// The state.
    pub to: EngagementState,
    /// The day; today if nothing is said.
    #[ts(type = "string | null")]
    pub taken_on: Option<Date>,
    /// Why; needed for a step back.
    pub reason: String,
}

/// Opens a closed engagement again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Unlock {
    /// The engagement.
    pub id: Id,
    /// Why.
    pub reason: String,
}

/// A state on the line of steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StepState {
    /// The state.
    pub state: EngagementState,
    /// When it was last reached.
    #[ts(type = "string | null")]
    pub reached_on: Option<Date>,
    /// Whether it stands there now.
    pub current: bool,
    /// What leads there from where it stands now; nothing if nothing does.
    pub step: Option<Step>,
    /// Whether that needs a reason.
    pub needs_reason: bool,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StepRow {
    /// The row.
    pub id: Id,
    /// The state it led to.
    pub state: EngagementState,
    /// The day.
    #[ts(type = "string")]
    pub taken_on: Date,
    /// Who took it.
    pub person_name: Option<String>,
    /// Why.
    pub reason: String,
    /// When it was entered.
    pub at: i64,
}

/// The way of an engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EngagementSteps {
    /// Its states in order.
    pub states: Vec<StepState>,
    /// The steps taken, the newest first.
    pub trace: Vec<StepRow>,
}

/// 資料預り: a paper that was borrowed or copied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LoanRow {
    /// The row.
    pub id: Id,
    /// Its number in the engagement.
    pub number: i64,
    /// Where it came from, if it is one of the targets.
    pub target: Option<Id>,
    /// What that target is called.
    pub target_name: Option<String>,
    /// 資料の名称
    pub name: String,
    /// Borrowed or copied.
    pub manner: LoanManner,
    /// Who lent it.
    pub lender: String,
    /// Who permitted it.
    pub permission: String,
    /// When it was received.
    #[ts(type = "string")]
    pub received_on: Date,
    /// By when it goes back.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// When it went back.
    #[ts(type = "string | null")]
    pub returned_on: Option<Date>,
    /// 備考
    pub note: String,
    /// Whether it still has to go back.
    pub open: bool,
    /// How many days it is late, if it is.
    pub days_late: Option<i64>,
}

/// Adds or changes a paper on loan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveLoan {
    /// The row; nothing for a new one.
    pub id: Option<Id>,
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
    #[ts(type = "string")]
    pub received_on: Date,
    /// By when it goes back.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// When it went back.
    #[ts(type = "string | null")]
    pub returned_on: Option<Date>,
    /// 備考
    pub note: String,
}

/// Which paper of an engagement is meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PlanPaper {
    /// The engagement.
    pub engagement: Id,
    /// `plan`, `notice`, `documents` or `loans`.
    pub paper: String,
    /// For whom: a notice, a list of documents or a receipt for one target.
    pub target: Option<Id>,
    /// `pdf`, or `xlsx` for a notice and a list of documents.
    pub format: String,
}

/// Hands a paper of an engagement out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportPlanPaper {
    /// Which.
    pub paper: PlanPaper,
    /// The handle of the file or folder.
    pub destination: String,
    /// To whom.
    pub recipient: String,
    /// On what ground.
    pub basis: String,
}
