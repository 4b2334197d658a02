//! What a report says beside this year's verdicts and findings: earlier years, both looks at the same item, exceptions,
//! proposals, and what is to be ordered.

use super::{Counts, Rate};
use domain::exception::{ExceptionManner, ExceptionResult, ExceptionStanding};
use domain::finding::FindingState;
use domain::horizontal::HorizontalResult;
use domain::kinds::{Grade, SelfAnswer, Verdict};
use domain::proposal::{ProposalSource, ProposalState};
use domain::wareki::FiscalYear;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A year before this one, as far as its verdicts go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct YearCounts {
    /// The year.
    pub year: FiscalYear,
    /// Everything that was judged.
    pub total: Counts,
    /// The counts of this report's chapters; nothing where that year did not look at the chapter.
    pub by_chapter: Vec<Option<Counts>>,
    /// Whether it was judged by other editions than this year.
    pub other_edition: bool,
}

/// 前回までの指摘.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct EarlierYears {
    /// What became of the findings of each earlier year, the latest first.
    pub years: Vec<FollowYear>,
    /// What is still open, the most overdue first.
    pub open: Vec<OpenEarlier>,
}

/// The findings of an earlier year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FollowYear {
    /// The year.
    pub year: FiscalYear,
    /// How many there were, good practices left out.
    pub all: u32,
    /// How many are handled by an exception.
    pub excepted: u32,
    /// How many are not closed.
    pub open: u32,
    /// How many of them are overdue.
    pub overdue: u32,
    /// The longest time one of them is overdue.
    pub longest: Option<u32>,
    /// 完了率: closed of all.
    pub closed: Rate,
}

/// A finding of an earlier year as it stands now. Good practices are none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OpenEarlier {
    /// The year it is counted in.
    pub year: FiscalYear,
    /// Its number.
    pub number: String,
    /// 区分
    pub grade: Grade,
    /// The department.
    pub department: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub state: FindingState,
    /// The day in force by which it was to be mended.
    #[ts(type = "string | null")]
    pub due: Option<Date>,
    /// Days after that day. Computed.
    pub days_overdue: Option<u32>,
}

/// 自己点検と監査の結果の差.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Contrast {
    /// One row per department that both looked at.
    pub departments: Vec<ContrastCount>,
    /// Everything.
    pub total: ContrastCount,
    /// The items that a department holds done and the audit found otherwise.
    pub items: Vec<ContrastItem>,
}

/// How often both looks at the same item agree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContrastCount {
    /// The department; empty in the sum.
    pub department: String,
    /// Items that the audit judged ○, △ or × and the department answered はい, 一部 or いいえ.
    pub both: u32,
    /// はい where the audit judged △ or ×.
    pub better: u32,
    /// 一部 or いいえ where the audit judged ○.
    pub worse: u32,
    /// Both the same.
    pub same: u32,
}

/// An item that a department holds done and the audit found otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ContrastItem {
    /// The department.
    pub department: String,
    /// The number of the item.
    pub item: String,
    /// The question.
    pub question: String,
    /// What the department answered.
    pub answer: SelfAnswer,
    /// What the audit judged.
    pub verdict: Verdict,
}

/// 横断的な課題.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct CrossCutting {
    /// Items with △ or × in several departments, those of most departments first.
    pub shared: Vec<SharedItem>,
    /// The findings that were marked as concerning the whole organisation.
    pub findings: Vec<String>,
    /// What other departments were asked.
    pub horizontal: Vec<HorizontalLine>,
}

/// An item with △ or × in several departments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SharedItem {
    /// The number of the item.
    pub item: String,
    /// The question.
    pub question: String,
    /// The departments judged ×.
    pub nonconforming: Vec<String>,
    /// The departments judged △.
    pub partial: Vec<String>,
}

/// 横展開: what another department was asked and said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct HorizontalLine {
    /// The number of the finding it starts from.
    pub number: String,
    /// The department that was asked.
    pub department: String,
    /// When.
    #[ts(type = "string")]
    pub asked: Date,
    /// By when an answer was asked for.
    #[ts(type = "string")]
    pub due: Date,
    /// What it said; nothing where it has not answered.
    pub result: Option<HorizontalResult>,
    /// Its words.
    pub answer: String,
}

/// 例外措置の状況: one exception.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExceptionLine {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The department.
    pub department: String,
    /// The clauses and items it is about.
    pub points: String,
    /// Another method, or not doing it.
    pub manner: ExceptionManner,
    /// What it is today.
    pub standing: ExceptionStanding,
    /// The first day.
    #[ts(type = "string | null")]
    pub from: Option<Date>,
    /// The last day.
    #[ts(type = "string | null")]
    pub until: Option<Date>,
    /// What was decided last.
    pub result: Option<ExceptionResult>,
    /// When.
    #[ts(type = "string | null")]
    pub decided: Option<Date>,
    /// By whom.
    pub approver: String,
    /// Whether it was carried out before it was permitted.
    pub emergency: bool,
    /// When it is to be looked at again.
    #[ts(type = "string | null")]
    pub review: Option<Date>,
}

/// 見直しの提案: one proposal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ProposalLine {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The clause.
    pub clause: String,
    /// Where it comes from.
    pub source: ProposalSource,
    /// Why.
    pub reason: String,
    /// The proposed wording.
    pub proposed: String,
    /// Where it stands.
    pub state: ProposalState,
    /// What was decided, and when.
    pub decided: String,
}

/// 改善指示書案: what there is to order. The day and the order itself are the CISO's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OrderDraft {
    /// The number of the finding.
    pub number: String,
    /// To whom it would be given.
    pub addressee: String,
    /// 区分
    pub grade: Grade,
    /// What was found.
    pub title: String,
    /// What is proposed to be ordered.
    pub body: String,
}

/// A due date that was changed, or an order given before the finding was confirmed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Turn {
    /// The number of the finding.
    pub number: String,
    /// When.
    #[ts(type = "string")]
    pub date: Date,
    /// What happened, in words.
    pub what: String,
    /// Why.
    pub reason: String,
}
