//! 見直し: proposals to change the standard.

use super::{HistoryEntry, Linked};
use domain::Id;
use domain::proposal::{ProposalAction, ProposalSource, ProposalState};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A proposal in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ProposalRow {
    /// The row.
    pub id: Id,
    /// 提案番号
    pub number: String,
    /// The fiscal year it is counted in.
    pub fiscal_year: i64,
    /// 件名
    pub title: String,
    /// Where it comes from.
    pub source: ProposalSource,
    /// That in words.
    pub source_note: String,
    /// The finding it comes from.
    pub finding: Option<Id>,
    /// The standard.
    pub pack_title: String,
    /// 条項
    pub clause: String,
    /// The title of the clause.
    pub clause_title: String,
    /// Where it stands.
    pub state: ProposalState,
    /// When it was put forward.
    #[ts(type = "string | null")]
    pub submitted_on: Option<Date>,
    /// When it was decided.
    #[ts(type = "string | null")]
    pub decided_on: Option<Date>,
    /// By whom.
    pub decided_by: Option<String>,
    /// When what is changed takes effect.
    #[ts(type = "string | null")]
    pub effective_on: Option<Date>,
}

/// A proposal with its whole life.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ProposalDetail {
    /// As in a list.
    pub row: ProposalRow,
    /// The edition.
    pub pack_hash: String,
    /// The finding it comes from.
    pub finding: Option<Linked>,
    /// The exception it comes from.
    pub exception: Option<Linked>,
    /// 現行の文言
    pub present: String,
    /// 改正案の文言
    pub proposed: String,
    /// 現行, with what differs marked.
    pub present_marked: Vec<WordingPart>,
    /// 改正案, with what differs marked.
    pub proposed_marked: Vec<WordingPart>,
    /// 理由
    pub reason: String,
    /// Who proposes it.
    pub proposer: Option<Id>,
    /// The name.
    pub proposer_name: Option<String>,
    /// When it was begun.
    #[ts(type = "string")]
    pub made_on: Date,
    /// To whom it goes, as the standard calls the role.
    pub decider: String,
    /// The clause on which the review rests.
    pub basis: Option<String>,
    /// What was decided, the oldest first.
    pub decisions: Vec<ProposalDecisionDto>,
    /// The fields it still lacks.
    pub missing: Vec<String>,
    /// What can be done now, and why not where it cannot.
    pub actions: Vec<ProposalActionDto>,
    /// Everything that happened to it, oldest first.
    pub history: Vec<HistoryEntry>,
}

/// A stretch of a wording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WordingPart {
    /// Its words.
    pub text: String,
    /// Whether the other side says it otherwise.
    pub changed: bool,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ProposalDecisionDto {
    /// The row.
    pub id: Id,
    /// What it came to.
    pub result: ProposalState,
    /// When.
    #[ts(type = "string")]
    pub decided_on: Date,
    /// By whom.
    pub decided_by: String,
    /// Why.
    pub reason: String,
    /// 施行日
    #[ts(type = "string | null")]
    pub effective_on: Option<Date>,
}

/// A step of a proposal's life.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ProposalActionDto {
    /// The step.
    pub action: ProposalAction,
    /// Why it cannot be taken now, as the code of an error; nothing if it can.
    pub refusal: Option<String>,
}

/// Begins a proposal, with everything known filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StartProposal {
    /// The edition; the one used last if it is empty.
    pub pack_hash: String,
    /// The finding it comes from.
    pub finding: Option<Id>,
    /// The exception it comes from.
    pub exception: Option<Id>,
}

/// Changes a proposal that was not put forward yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveProposal {
    /// The proposal.
    pub id: Id,
    /// 件名
    pub title: String,
    /// Where it comes from.
    pub source: ProposalSource,
    /// That in words.
    pub source_note: String,
    /// The edition.
    pub pack_hash: String,
    /// 条項
    pub clause: String,
    /// 現行の文言
    pub present: String,
    /// 改正案の文言
    pub proposed: String,
    /// 理由
    pub reason: String,
    /// Who proposes it.
    pub proposer: Option<Id>,
}

/// Puts a proposal forward.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SubmitProposal {
    /// The proposal.
    pub id: Id,
    /// When.
    #[ts(type = "string")]
    pub submitted_on: Date,
}

/// What was decided of a proposal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DecideProposal {
    /// The proposal.
    pub id: Id,
    /// 改正, 見送り or 保留.
    pub action: ProposalAction,
    /// When.
    #[ts(type = "string")]
    pub decided_on: Date,
    /// By whom.
    pub decided_by: String,
    /// Why.
    pub reason: String,
    /// 施行日
    #[ts(type = "string | null")]
    pub effective_on: Option<Date>,
}

/// A paper on proposals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ProposalPaper {
    /// `list` or `comparison`.
    pub paper: String,
    /// Which proposals; all that are open or were decided this year if there are none.
    pub ids: Vec<Id>,
    /// `pdf`, or for the list also `xlsx`.
    pub format: String,
}

/// Hands a paper on proposals out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportProposal {
    /// Which.
    pub paper: ProposalPaper,
    /// The handle of the file or folder.
    pub destination: String,
    /// To whom.
    pub recipient: String,
    /// On what ground.
    pub basis: String,
}
