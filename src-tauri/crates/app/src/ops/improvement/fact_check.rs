//! 事実確認: the department is asked whether it is so, and only then a finding counts as confirmed.

use super::{Step, advance, lifted_at, not_in_future};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::finding::Life;
use crate::session::Session;
use domain::finding::{FactView, Facts, FindingAction, Refusal};
use store::tables::FactCheck;
use store::{Committed, OpMeta};

/// Sends a finding to its department.
pub fn send_check(session: &mut Session, meta: OpMeta, request: SendCheck) -> Result<Committed<Empty>> {
    if request.due_on < request.sent_on {
        return Err(ErrorDto::new("refused-due-before-start").at("due_on"));
    }
    not_in_future("sent_on", request.sent_on, session.today())?;
    let person = session.person;
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        let facts = life.facts(tx.read(), person, request.sent_on)?;
        advance(tx, &life.finding, FindingAction::SendCheck, &facts)?;
        tx.put(&FactCheck {
            id: tx.new_id(),
            finding: request.finding,
            sent_on: request.sent_on,
            due_on: request.due_on,
            means: request.means.trim().to_owned(),
            view: None,
            view_text: String::new(),
            answered_by: String::new(),
            answered_on: None,
            reply: String::new(),
            withdrawn_reason: String::new(),
        })?;
        Ok(Empty {})
    })
}

/// Records what the department says. What was said before stays on record; in a meeting it is said without being asked
/// in writing.
pub fn record_view(session: &mut Session, meta: OpMeta, request: RecordView) -> Result<Committed<Empty>> {
    let step = view(session, request)?;
    session.transact(meta, step)
}

/// The step of a view.
pub(in crate::ops) fn view(session: &Session, request: RecordView) -> Result<Step> {
    not_in_future("answered_on", request.answered_on, session.today())?;
    let silent = request.view == FactView::NoAnswer;
    if request.view.disputes() {
        required("text", &request.text)?;
    }
    let answered_by = if silent { String::new() } else { required("answered_by", &request.answered_by)? };
    let (person, day) = (session.person, request.answered_on);
    Ok(Box::new(move |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        if life.check().is_some_and(|check| day < check.sent_on) {
            return Err(ErrorDto::new("answer-before-asked").at("answered_on"));
        }
        let facts = Facts { view: Some(request.view), ..life.facts(tx.read(), person, day)? };
        advance(tx, &life.finding, FindingAction::RecordView, &facts)
            .map_err(|error| lifted_at(error, &[Refusal::AnswerStillDue, Refusal::ViewMissing], "view"))?;
        let asked = life.check().cloned();
        // A second view stands beside the first, which is not written over.
        let base = asked.clone().filter(|check| check.view.is_none());
        let again = base.is_none();
        let base = base.or(asked).unwrap_or_else(|| FactCheck {
            id: tx.new_id(),
            finding: request.finding,
            sent_on: day,
            due_on: day,
            means: String::new(),
            view: None,
            view_text: String::new(),
            answered_by: String::new(),
            answered_on: None,
            reply: String::new(),
            withdrawn_reason: String::new(),
        });
        tx.put(&FactCheck {
            id: if again { tx.new_id() } else { base.id },
            view: Some(request.view),
            view_text: request.text.trim().to_owned(),
            answered_by,
            answered_on: (!silent).then_some(day),
            ..base
        })?;
        Ok(Empty {})
    }))
}

/// Takes the question back, so that the finding can be written anew.
pub fn withdraw_check(session: &mut Session, meta: OpMeta, request: WithReason) -> Result<Committed<Empty>> {
    let reason = required("reason", &request.reason)?;
    let (person, today) = (session.person, session.today());
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.id)?;
        let facts = Facts { reason: Some(reason.clone()), ..life.facts(tx.read(), person, today)? };
        advance(tx, &life.finding, FindingAction::WithdrawCheck, &facts)?;
        if let Some(check) = life.check() {
            tx.put(&FactCheck { withdrawn_reason: reason, ..check.clone() })?;
        }
        Ok(Empty {})
    })
}

/// Confirms a finding. Where the department objects, the answer to its objection is written down.
pub fn confirm(session: &mut Session, meta: OpMeta, request: ConfirmFinding) -> Result<Committed<Empty>> {
    let (person, today) = (session.person, session.today());
    let reply = request.reply.trim().to_owned();
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.id)?;
        let facts = Facts { reason: Some(reply.clone()), ..life.facts(tx.read(), person, today)? };
        advance(tx, &life.finding, FindingAction::Confirm, &facts)
            .map_err(|error| lifted_at(error, &[Refusal::ObjectionUnanswered], "reply"))?;
        if let Some(check) = life.check().filter(|_| !reply.is_empty()) {
            tx.put(&FactCheck { reply, ..check.clone() })?;
        }
        Ok(Empty {})
    })
}
