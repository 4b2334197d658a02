//! Exceptions to the standard, and proposals to change it.

use crate::entity;
use domain::Id;
use domain::exception::{ExceptionLook, ExceptionManner, ExceptionResult, ExceptionState};
use domain::kinds::Role;
use domain::proposal::{ProposalSource, ProposalState};
use jiff::civil::Date;

entity! {
    /// 例外措置.
    pub struct ExceptionMeasure in "exception_measure" search ["number", "title", "reason", "risk", "measure", "assets"] {
        /// 申請番号; empty until it is asked for.
        pub number: String,
        /// The fiscal year it is counted in.
        pub fiscal_year: i64,
        /// 件名
        pub title: String,
        /// The edition whose clauses it is about.
        pub pack_edition: Id,
        /// The department; nothing only in a draft.
        pub department: Option<Id>,
        /// The system or the like it is confined to.
        pub subject: Option<Id>,
        /// The finding it was made from.
        pub finding: Option<Id>,
        /// Another method, or not doing it.
        pub manner: ExceptionManner,
        /// 合理的な理由
        pub reason: String,
        /// 影響・リスク
        pub risk: String,
        /// 代替措置
        pub measure: String,
        /// 対象資産
        pub assets: String,
        /// Their level of confidentiality.
        pub class_level: String,
        /// 申請者
        pub applicant: Option<Id>,
        /// The role in which the applicant asked.
        pub applicant_role: Option<Role>,
        /// Where it stands.
        pub state: ExceptionState,
        /// 申請日; of an emergency the day it was recorded.
        pub applied_on: Option<Date>,
        /// The day it was carried out before it was permitted.
        pub carried_out_on: Option<Date>,
        /// The day that was reported.
        pub reported_on: Option<Date>,
        /// What was reported.
        pub report: String,
        /// The last day.
        pub ended_on: Option<Date>,
        /// 終了報告
        pub end_report: String,
        /// When it was withdrawn.
        pub withdrawn_on: Option<Date>,
        /// Why.
        pub withdraw_reason: String,
    }
}

entity! {
    /// A clause or an item that an exception is about.
    pub struct ExceptionPoint in "exception_point" search [] {
        /// The exception.
        pub exception: Id,
        /// The clause.
        pub clause: String,
        /// The item; nothing for the whole clause.
        pub item: Option<String>,
    }
}

entity! {
    /// A period that is asked for: the first, or a further one.
    pub struct ExceptionPeriod in "exception_period" search [] {
        /// The exception.
        pub exception: Id,
        /// 1 for the first.
        pub number: i64,
        /// First day.
        pub from_on: Option<Date>,
        /// Last day.
        pub until_on: Option<Date>,
        /// When it was asked for.
        pub asked_on: Option<Date>,
        /// Why a further one is needed.
        pub reason: String,
        /// When it was withdrawn.
        pub withdrawn_on: Option<Date>,
    }
}

entity! {
    /// 軽微の判定.
    pub struct ExceptionJudgement in "exception_judgement" search [] {
        /// The exception.
        pub exception: Id,
        /// The period.
        pub period: Id,
        /// Whether it is minor.
        pub minor: bool,
        /// When.
        pub judged_on: Date,
        /// By whom.
        pub judged_by: Id,
        /// In which role.
        pub role: Role,
        /// Why.
        pub reason: String,
    }
}

entity! {
    /// 審査の結果.
    pub struct ExceptionDecision in "exception_decision" search ["opinion", "conditions"] {
        /// The exception.
        pub exception: Id,
        /// The period.
        pub period: Id,
        /// What was decided.
        pub result: ExceptionResult,
        /// When.
        pub decided_on: Date,
        /// By whom.
        pub approver: Id,
        /// In which role.
        pub role: Role,
        /// 審査意見
        pub opinion: String,
        /// 条件
        pub conditions: String,
        /// 確認予定日
        pub review_on: Option<Date>,
        /// やむを得ない理由, where applicant and approver are one person.
        pub escape_reason: String,
    }
}

entity! {
    /// 定期確認.
    pub struct ExceptionReview in "exception_review" search ["note"] {
        /// The exception.
        pub exception: Id,
        /// When.
        pub reviewed_on: Date,
        /// By whom.
        pub reviewer: Id,
        /// What it came to.
        pub result: ExceptionLook,
        /// What was seen.
        pub note: String,
        /// 次回確認予定日
        pub next_on: Option<Date>,
    }
}

entity! {
    /// 見直しの提案.
    pub struct Proposal in "proposal" search ["number", "title", "present", "proposed", "reason", "source_note"] {
        /// 提案番号
        pub number: String,
        /// The fiscal year it is counted in.
        pub fiscal_year: i64,
        /// 件名
        pub title: String,
        /// Where it comes from.
        pub source: ProposalSource,
        /// That in words, e.g. which incident or which law.
        pub source_note: String,
        /// The finding it comes from.
        pub finding: Option<Id>,
        /// The exception it comes from.
        pub exception: Option<Id>,
        /// The edition that is to be changed.
        pub pack_edition: Id,
        /// 条項
        pub clause: String,
        /// 現行の文言
        pub present: String,
        /// 改正案の文言
        pub proposed: String,
        /// 理由
        pub reason: String,
        /// Where it stands.
        pub state: ProposalState,
        /// Who proposes it.
        pub proposer: Option<Id>,
        /// When it was begun.
        pub made_on: Date,
        /// When it was put forward last.
        pub submitted_on: Option<Date>,
    }
}

entity! {
    /// What was decided of a proposal.
    pub struct ProposalDecision in "proposal_decision" search [] {
        /// The proposal.
        pub proposal: Id,
        /// What it came to.
        pub result: ProposalState,
        /// When.
        pub decided_on: Date,
        /// By whom: a role with its holder, or the committee.
        pub decided_by: String,
        /// Why.
        pub reason: String,
        /// 施行日 of what is changed.
        pub effective_on: Option<Date>,
    }
}
