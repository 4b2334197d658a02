//! 見直し: a proposal from its draft to what became of it.

mod paper;

use super::exception::{edition_of, number_after};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::engagement::use_edition;
use crate::queries::proposal::{decisions, facts, missing};
use crate::session::Session;
use domain::Keyed;
use domain::proposal::{ProposalAction, ProposalFacts, ProposalRefusal, ProposalSource, ProposalState, step};
use domain::wareki::FiscalYear;
use store::tables::{Engagement, ExceptionMeasure, ExceptionPoint, Finding, Person, Proposal, ProposalDecision};
use store::{Committed, OpMeta};

pub use paper::{export, name};

/// As long as a wording may be.
const LONGEST: usize = 20_000;

/// Begins a proposal, from nothing, from a finding or from an exception.
pub fn start(session: &mut Session, meta: OpMeta, request: StartProposal) -> Result<Committed<ById>> {
    let read = session.read();
    let finding: Option<Finding> = request.finding.map(|id| read.get(id)).transpose()?;
    let exception: Option<ExceptionMeasure> = request.exception.map(|id| read.get(id)).transpose()?;
    let edition = match (&finding, &exception) {
        (Some(finding), _) => session.edition(read.get::<Engagement>(finding.engagement)?.pack_edition)?,
        (None, Some(exception)) => session.edition(exception.pack_edition)?,
        (None, None) => edition_of(session, &request.pack_hash)?,
    };
    let clause = match (&finding, &exception) {
        (Some(finding), _) => edition.pack.item(&finding.item).map(|item| item.clause.clone()),
        (None, Some(exception)) => {
            let order = "WHERE exception = ?1 ORDER BY clause, item, id LIMIT 1";
            let first = read.list::<ExceptionPoint>(order, &[&exception.id.as_bytes().as_slice()])?;
            first.into_iter().next().map(|point| point.clause)
        }
        (None, None) => None,
    };
    let about = finding.as_ref().map(|one| one.title.clone()).or(exception.as_ref().map(|one| one.title.clone()));
    let source = match (&finding, &exception) {
        (Some(_), _) => ProposalSource::Finding,
        (None, Some(_)) => ProposalSource::Exception,
        (None, None) => ProposalSource::Other,
    };
    let (today, proposer) = (session.today(), session.person);
    let year: i64 = FiscalYear::of(today).year().into();
    let sql = "SELECT number FROM proposal WHERE fiscal_year = ?1";
    let numbers = read.query(sql, &[&year], |row| Ok(row.get::<_, String>(0)?))?;
    let number = number_after(session, "exceptions-proposal-number", year, &numbers)?;
    session.transact(meta, |tx| {
        let (id, pack_edition) = (tx.new_id(), use_edition(tx, &edition)?);
        tx.put(&Proposal {
            id,
            number,
            fiscal_year: year,
            title: about.unwrap_or_default(),
            source,
            source_note: String::new(),
            finding: finding.as_ref().map(|one| one.id),
            exception: exception.map(|one| one.id),
            pack_edition,
            clause: clause.unwrap_or_default(),
            present: String::new(),
            proposed: String::new(),
            reason: finding.map(|one| one.cause).unwrap_or_default(),
            state: ProposalState::Draft,
            proposer: Some(proposer),
            made_on: today,
            submitted_on: None,
        })?;
        Ok(ById { id })
    })
}

fn draft(session: &Session, id: domain::Id) -> Result<Proposal> {
    let proposal: Proposal = session.read().get(id)?;
    match proposal.state {
        ProposalState::Draft => Ok(proposal),
        _ => Err(ErrorDto::new("proposal-not-draft").arg("number", &proposal.number)),
    }
}

/// Changes a proposal that was not put forward yet.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveProposal) -> Result<Committed<Empty>> {
    let proposal = draft(session, request.id)?;
    let fields = [
        ("title", &request.title),
        ("source_note", &request.source_note),
        ("present", &request.present),
        ("proposed", &request.proposed),
        ("reason", &request.reason),
    ];
    for (field, text) in fields {
        if text.chars().count() > LONGEST {
            return Err(ErrorDto::new("text-too-long").arg("most", LONGEST).at(field));
        }
    }
    let edition = edition_of(session, &request.pack_hash)?;
    // A clause that the standard does not have yet may be proposed, so it may be any.
    let clause = request.clause.trim().to_owned();
    if clause.chars().count() > 80 {
        return Err(ErrorDto::new("text-too-long").arg("most", 80).at("clause"));
    }
    if let Some(person) = request.proposer {
        session.read().get::<Person>(person)?;
    }
    session.transact(meta, |tx| {
        let pack_edition = use_edition(tx, &edition)?;
        tx.put(&Proposal {
            title: request.title.trim().to_owned(),
            source: request.source,
            source_note: request.source_note.trim().to_owned(),
            pack_edition,
            clause,
            present: request.present.trim_end().to_owned(),
            proposed: request.proposed.trim_end().to_owned(),
            reason: request.reason.trim_end().to_owned(),
            proposer: request.proposer,
            ..proposal
        })?;
        Ok(Empty {})
    })
}

/// Throws a proposal away that was never put forward.
pub fn discard(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    let proposal = draft(session, request.id)?;
    if !decisions(session.read(), proposal.id)?.is_empty() || proposal.submitted_on.is_some() {
        return Err(ErrorDto::new("proposal-on-record").arg("number", &proposal.number));
    }
    session.transact(meta, |tx| {
        tx.delete::<Proposal>(proposal.id)?;
        Ok(Empty {})
    })
}

/// Takes a step, or says at the field of the form why it cannot be taken.
fn take(proposal: &Proposal, action: ProposalAction, facts: &ProposalFacts, day: &str) -> Result<ProposalState> {
    step(proposal.state, action, facts).map_err(|refusal| {
        use ProposalRefusal as R;
        let error = ErrorDto::new(&format!("proposal-{}", refusal.key()));
        match refusal {
            R::WrongState => error,
            R::Incomplete => ErrorDto::required(missing(proposal).first().unwrap_or(&"title")),
            R::NothingChanges => error.at("proposed"),
            R::DayOrder => error.at(day),
            R::DeciderMissing => error.at("decided_by"),
            R::ReasonMissing => error.at("reason"),
        }
    })
}

/// Puts a proposal forward.
pub fn submit(session: &mut Session, meta: OpMeta, request: SubmitProposal) -> Result<Committed<Empty>> {
    let proposal: Proposal = session.read().get(request.id)?;
    let day = request.submitted_on;
    let last = decisions(session.read(), proposal.id)?.last().map(|one| one.decided_on);
    let day_in_order = day <= session.today() && last.is_none_or(|last| last <= day);
    let facts = ProposalFacts { day_in_order, ..facts(&proposal) };
    let state = take(&proposal, ProposalAction::Submit, &facts, "submitted_on")?;
    session.transact(meta, |tx| {
        tx.put(&Proposal { state, submitted_on: Some(day), ..proposal })?;
        Ok(Empty {})
    })
}

/// Takes a proposal back that was put forward or put off, to write it anew.
pub fn take_back(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    let proposal: Proposal = session.read().get(request.id)?;
    let state = take(&proposal, ProposalAction::TakeBack, &facts(&proposal), "")?;
    session.transact(meta, |tx| {
        tx.put(&Proposal { state, ..proposal })?;
        Ok(Empty {})
    })
}

/// What was decided of a proposal.
pub fn decide(session: &mut Session, meta: OpMeta, request: DecideProposal) -> Result<Committed<Empty>> {
    let proposal: Proposal = session.read().get(request.id)?;
    let day = request.decided_on;
    if !matches!(request.action, ProposalAction::Revise | ProposalAction::Drop | ProposalAction::Hold) {
        return Err(ErrorDto::new("bad-request").arg("detail", request.action.key()).at("action"));
    }
    let last = decisions(session.read(), proposal.id)?.last().map(|one| one.decided_on).max(proposal.submitted_on);
    let facts = ProposalFacts {
        day_in_order: day <= session.today() && last.is_none_or(|last| last <= day),
        decider: !request.decided_by.trim().is_empty(),
        reason: !request.reason.trim().is_empty(),
        ..facts(&proposal)
    };
    let result = take(&proposal, request.action, &facts, "decided_on")?;
    let effective_on = request.effective_on.filter(|_| result == ProposalState::Revised);
    session.transact(meta, |tx| {
        tx.put(&ProposalDecision {
            id: tx.new_id(),
            proposal: proposal.id,
            result,
            decided_on: day,
            decided_by: request.decided_by.trim().to_owned(),
            reason: request.reason.trim().to_owned(),
            effective_on,
        })?;
        tx.put(&Proposal { state: result, ..proposal })?;
        Ok(Empty {})
    })
}
