//! 見直し: proposals to change the standard.

use super::{journal, plan::role_name};
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::pack::RuleKey;
use domain::proposal::{ProposalFacts, actions, step};
use domain::wording::{Stretch, compare};
use domain::{Id, Keyed};
use std::collections::BTreeMap;
use store::row::Reads;
use store::tables::{ExceptionMeasure, Finding, Proposal, ProposalDecision};

/// All proposals, the newest number first.
pub fn list(session: &Session, _: Empty) -> Result<Vec<ProposalRow>> {
    let read = session.read();
    let mut decisions: BTreeMap<Id, ProposalDecision> = BTreeMap::new();
    for decision in read.list::<ProposalDecision>("ORDER BY id", &[])? {
        decisions.insert(decision.proposal, decision);
    }
    let all = read.list::<Proposal>("ORDER BY fiscal_year DESC, number DESC", &[])?;
    all.into_iter().map(|one| row(session, &one, decisions.get(&one.id))).collect()
}

fn row(session: &Session, proposal: &Proposal, decision: Option<&ProposalDecision>) -> Result<ProposalRow> {
    let edition = session.edition(proposal.pack_edition)?;
    let clause = edition.pack.clause(&proposal.clause);
    Ok(ProposalRow {
        id: proposal.id,
        number: proposal.number.clone(),
        fiscal_year: proposal.fiscal_year,
        title: proposal.title.clone(),
        source: proposal.source,
        source_note: proposal.source_note.clone(),
        finding: proposal.finding,
        pack_title: edition.pack.edition_title(session.english()),
        clause: proposal.clause.clone(),
        clause_title: clause.map(|clause| clause.title_in(session.english()).to_owned()).unwrap_or_default(),
        state: proposal.state,
        submitted_on: proposal.submitted_on,
        decided_on: decision.map(|one| one.decided_on),
        decided_by: decision.map(|one| one.decided_by.clone()),
        effective_on: decision.and_then(|one| one.effective_on),
    })
}

/// What was decided of a proposal, the oldest first.
pub fn decisions(read: Reads<'_>, proposal: Id) -> Result<Vec<ProposalDecision>> {
    Ok(read.list("WHERE proposal = ?1 ORDER BY id", &[&proposal.as_bytes().as_slice()])?)
}

/// The fields a proposal still lacks, in the order of the form. The present wording may be empty: a clause may be new.
pub fn missing(proposal: &Proposal) -> Vec<&'static str> {
    let fields = [
        ("title", &proposal.title),
        ("clause", &proposal.clause),
        ("proposed", &proposal.proposed),
        ("reason", &proposal.reason),
    ];
    fields.into_iter().filter(|(_, text)| text.trim().is_empty()).map(|(field, _)| field).collect()
}

/// What a step is judged on. What a form still has to say is taken as said.
pub fn facts(proposal: &Proposal) -> ProposalFacts {
    ProposalFacts {
        complete: missing(proposal).is_empty(),
        changes: proposal.present.trim() != proposal.proposed.trim(),
        day_in_order: true,
        decider: true,
        reason: true,
    }
}

/// Both wordings with what differs marked.
pub fn marked(proposal: &Proposal) -> (Vec<WordingPart>, Vec<WordingPart>) {
    let (present, proposed) = compare(&proposal.present, &proposal.proposed);
    let parts =
        |side: Vec<Stretch>| side.into_iter().map(|one| WordingPart { text: one.text, changed: one.changed }).collect();
    (parts(present), parts(proposed))
}

/// One proposal with its whole life.
pub fn get(session: &Session, request: ById) -> Result<ProposalDetail> {
    let read = session.read();
    let proposal: Proposal = read.get(request.id)?;
    let decisions = decisions(read, proposal.id)?;
    let edition = session.edition(proposal.pack_edition)?;
    let rules = &edition.pack.rules;
    let finding: Option<Finding> = proposal.finding.map(|id| read.find(id)).transpose()?.flatten();
    let exception: Option<ExceptionMeasure> = proposal.exception.map(|id| read.find(id)).transpose()?.flatten();
    let (present_marked, proposed_marked) = marked(&proposal);
    let names = session.person_names()?;
    let facts = facts(&proposal);
    let refused = |action| {
        let refusal = step(proposal.state, action, &facts).err().map(|refusal| format!("proposal-{}", refusal.key()));
        ProposalActionDto { action, refusal }
    };
    let mut ids = vec![proposal.id];
    ids.extend(decisions.iter().map(|one| one.id));
    Ok(ProposalDetail {
        row: row(session, &proposal, decisions.last())?,
        pack_hash: edition.pack.hash.clone(),
        finding: finding.map(|one| Linked { id: one.id, number: one.number, title: one.title }),
        exception: exception.map(|one| Linked { id: one.id, number: one.number, title: one.title }),
        present: proposal.present.clone(),
        proposed: proposal.proposed.clone(),
        present_marked,
        proposed_marked,
        reason: proposal.reason.clone(),
        proposer: proposal.proposer,
        proposer_name: proposal.proposer.and_then(|id| names.get(&id).cloned()),
        made_on: proposal.made_on,
        decider: role_name(session, &edition, rules.report_to),
        basis: rules.basis(RuleKey::PolicyReview).map(str::to_owned),
        decisions: decisions
            .iter()
            .map(|one| ProposalDecisionDto {
                id: one.id,
                result: one.result,
                decided_on: one.decided_on,
                decided_by: one.decided_by.clone(),
                reason: one.reason.clone(),
                effective_on: one.effective_on,
            })
            .collect(),
        missing: missing(&proposal).into_iter().map(str::to_owned).collect(),
        actions: actions(proposal.state).into_iter().map(refused).collect(),
        history: journal::history_of(session, &ids)?,
    })
}
