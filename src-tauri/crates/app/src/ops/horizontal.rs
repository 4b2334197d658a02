//! 横展開: departments are asked whether they have the same problem, and answer.

use super::finding::{About, blank, fiscal_year_label, next_number};
use super::improvement::{Step, running};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::grid::Place;
use crate::queries::horizontal::facts;
use crate::session::Session;
use domain::Id;
use domain::finding::Refusal;
use domain::horizontal::{Facts, HorizontalAction, HorizontalNeed, HorizontalResult, HorizontalState, step};
use domain::kinds::Grade;
use store::tables::{Department, EngagementTarget, Finding, HorizontalCheck};
use store::{Committed, OpMeta, Tx};

/// Says whether other departments are to be asked. Who has asked some has decided it.
pub fn set_need(session: &mut Session, meta: OpMeta, request: SetHorizontalNeed) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        let finding: Finding = tx.read().get(request.finding)?;
        if finding.grade == Grade::GoodPractice {
            return Err(Refusal::NothingToImprove.into());
        }
        let asked = tx.read().list::<HorizontalCheck>("WHERE finding = ?1", &[&finding.id.as_bytes().as_slice()])?;
        if request.need != HorizontalNeed::Needed && !asked.is_empty() {
            return Err(ErrorDto::new("horizontal-under-way").at("need"));
        }
        tx.put(&Finding { horizontal_need: request.need, ..finding })?;
        Ok(Empty {})
    })
}

/// Asks departments.
pub fn ask(session: &mut Session, meta: OpMeta, request: AskHorizontal) -> Result<Committed<Empty>> {
    let question = required("question", &request.question)?;
    let due_on = request.due_on.ok_or_else(|| ErrorDto::required("due_on"))?;
    if due_on < request.asked_on {
        return Err(ErrorDto::new("refused-due-before-start").at("due_on"));
    }
    if request.asked_on > session.today() {
        return Err(ErrorDto::new("date-in-future").at("asked_on"));
    }
    if request.departments.is_empty() {
        return Err(ErrorDto::required("departments"));
    }
    for &department in &request.departments {
        running(session, "departments", department, request.asked_on)?;
    }
    session.transact(meta, |tx| {
        let finding: Finding = tx.read().get(request.finding)?;
        if !finding.state.is_confirmed() {
            return Err(ErrorDto::new("finding-not-confirmed").arg("number", &finding.number));
        }
        for &department in &request.departments {
            let asked: Department = tx.read().get(department)?;
            if department == finding.department {
                return Err(ErrorDto::new("horizontal-own").arg("department", &asked.name).at("departments"));
            }
            let id = Id::natural("horizontal_check", &[&finding.id.to_string(), &department.to_string()]);
            if tx.read().find::<HorizontalCheck>(id)?.is_some() {
                return Err(ErrorDto::new("horizontal-asked").arg("department", &asked.name).at("departments"));
            }
            tx.put(&HorizontalCheck {
                id,
                finding: finding.id,
                department,
                state: HorizontalState::Asked,
                asked_on: request.asked_on,
                due_on,
                question: question.clone(),
                result: None,
                answer: String::new(),
                answered_by: String::new(),
                answered_on: None,
                ask_again_reason: String::new(),
                own_finding: None,
            })?;
        }
        tx.put(&Finding { horizontal_need: HorizontalNeed::Needed, ..finding })?;
        Ok(Empty {})
    })
}

fn advance(tx: &mut Tx<'_>, check: HorizontalCheck, action: HorizontalAction, judged: &Facts) -> Result<()> {
    let state = step(check.state, action, judged)?;
    Ok(tx.put(&HorizontalCheck { state, ..check })?)
}

/// Records what a department answers.
pub fn answer(session: &mut Session, meta: OpMeta, request: AnswerHorizontal) -> Result<Committed<Empty>> {
    let step = answering(session, request)?;
    session.transact(meta, step)
}

/// The step of an answer.
pub(super) fn answering(session: &Session, request: AnswerHorizontal) -> Result<Step> {
    let result: HorizontalResult = request.result.ok_or_else(|| ErrorDto::required("result"))?;
    let answered_by = required("answered_by", &request.answered_by)?;
    if request.answered_on > session.today() {
        return Err(ErrorDto::new("date-in-future").at("answered_on"));
    }
    Ok(Box::new(move |tx| {
        let check: HorizontalCheck = tx.read().get(request.id)?;
        if request.answered_on < check.asked_on {
            return Err(ErrorDto::new("answer-before-asked").at("answered_on"));
        }
        let new = HorizontalCheck {
            result: Some(result),
            answer: request.answer.trim().to_owned(),
            answered_by,
            answered_on: Some(request.answered_on),
            ..check
        };
        let judged = facts(&new);
        advance(tx, new, HorizontalAction::Answer, &judged).map_err(|error| error.at("answer"))?;
        Ok(Empty {})
    }))
}

/// Asks again, because the answer does not do.
pub fn ask_again(session: &mut Session, meta: OpMeta, request: WithReason) -> Result<Committed<Empty>> {
    let reason = required("reason", &request.reason)?;
    session.transact(meta, |tx| {
        let check: HorizontalCheck = tx.read().get(request.id)?;
        let judged = Facts { reason: true, ..facts(&check) };
        advance(tx, HorizontalCheck { ask_again_reason: reason, ..check }, HorizontalAction::AskAgain, &judged)?;
        Ok(Empty {})
    })
}

/// Nothing more is to be done.
pub fn settle(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        let check: HorizontalCheck = tx.read().get(request.id)?;
        let judged = facts(&check);
        advance(tx, check, HorizontalAction::Settle, &judged)?;
        Ok(Empty {})
    })
}

/// Gives a department that has the problem a finding of its own, with what is known filled in.
pub fn make_finding(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<ById>> {
    let check: HorizontalCheck = session.read().get(request.id)?;
    let from: Finding = session.read().get(check.finding)?;
    let targets = session
        .read()
        .list::<EngagementTarget>("WHERE engagement = ?1 ORDER BY id", &[&from.engagement.as_bytes().as_slice()])?;
    let target = targets.first().ok_or_else(|| ErrorDto::new("no-such-item").arg("item", &from.item))?;
    let place = Place::of(session, target.id)?;
    let about = About { place: &place, item: &from.item, department: check.department };
    let new = Finding {
        grade: from.grade,
        title: from.title.clone(),
        fact: check.answer.clone(),
        criterion: from.criterion.clone(),
        risk: from.risk.clone(),
        recommendation: from.recommendation.clone(),
        likelihood: from.likelihood.clone(),
        loss: from.loss.clone(),
        fiscal_year: session.fiscal_year(),
        found_on: check.answered_on.unwrap_or(session.today()),
        ..blank(session, &about)?
    };
    let label = fiscal_year_label(new.fiscal_year);
    session.transact(meta, |tx| {
        let id = tx.new_id();
        let number = next_number(tx, new.fiscal_year, &label)?;
        tx.put(&Finding { id, number, ..new })?;
        let judged = facts(&check);
        advance(tx, HorizontalCheck { own_finding: Some(id), ..check }, HorizontalAction::MakeFinding, &judged)?;
        Ok(ById { id })
    })
}
