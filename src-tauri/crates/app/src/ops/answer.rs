//! Answering items: the operation the whole program is measured by.

use super::draft::refuse_waiting;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::campaign::{is_counted, submission};
use crate::queries::grid::{Place, rows};
use crate::queries::independence::refuse_judging;
use crate::session::Session;
use domain::kinds::{EngagementKind, Procedure, Verdict};
use domain::self_check::typed_source;
use domain::{Id, Keyed};
use store::drafts::Draft;
use store::tables::{Answer, Person, SelfAnswerRow};
use store::{Committed, OpMeta, Tx};

/// The longest text of one field.
pub const MAX_TEXT: usize = 20_000;

/// Sets the verdict of one or many items; one operation.
pub fn set_verdicts(session: &mut Session, meta: OpMeta, request: SetVerdicts) -> Result<Committed<AnswersChanged>> {
    let place = writable(session, request.target, EngagementKind::Audit, &request.items)?;
    let person = session.person;
    let committed = session.transact(meta, |tx| {
        let now = tx.now_ms();
        for item in &request.items {
            let answer = answer(tx, &place, item)?;
            tx.put(&Answer {
                verdict: request.verdict,
                answered_by: Some(person),
                answered_at: (request.verdict != Verdict::Unverified).then_some(now),
                ..answer
            })?;
        }
        Ok(())
    })?;
    changed(session, &place, &request.items, committed)
}

/// Sets the answer of one or many items of a self-inspection; one operation.
pub fn set_self_answers(
    session: &mut Session,
    meta: OpMeta,
    request: SetSelfAnswers,
) -> Result<Committed<AnswersChanged>> {
    let place = writable(session, request.target, EngagementKind::SelfCheck, &request.items)?;
    let source = source(session, &place)?;
    let committed = session.transact(meta, |tx| {
        let now = tx.now_ms();
        for item in &request.items {
            let answer = self_answer(tx, &place, item)?;
            tx.put(&SelfAnswerRow {
                answer: request.answer,
                source: request.answer.map(|_| source.to_owned()).unwrap_or_default(),
                answered_at: request.answer.map(|_| now),
                ..answer
            })?;
        }
        Ok(())
    })?;
    changed(session, &place, &request.items, committed)
}

/// Where an answer comes from that this user types in.
fn source(session: &Session, place: &Place) -> Result<&'static str> {
    let person: Option<Person> = session.read().find(session.person)?;
    let own = person.and_then(|person| person.department) == Some(place.target.department);
    let went = submission(session.read(), place.engagement.id, place.target.id)?;
    Ok(typed_source(own, went.medium))
}

/// Writes one field of an answer and clears the draft of it.
pub fn write(session: &mut Session, meta: OpMeta, request: WriteAnswer) -> Result<Committed<AnswersChanged>> {
    let kind = Place::of(session, request.target)?.engagement.kind;
    let items = [request.item.clone()];
    let place = writable(session, request.target, kind, &items)?;
    refuse_waiting(session, place.answer_id(&request.item), &request.field)?;
    session.recovered.remove(&place.answer_id(&request.item));
    let committed =
        session.transact(meta, |tx| write_field(tx, &place, &request.item, &request.field, &request.text))?;
    changed(session, &place, &items, committed)
}

/// Writes one field of an answer within an operation.
pub fn write_field(tx: &mut Tx<'_>, place: &Place, item: &str, field: &str, text: &str) -> Result<()> {
    if text.chars().count() > MAX_TEXT {
        return Err(ErrorDto::new("text-too-long").arg("most", MAX_TEXT).at(field));
    }
    let text = text.trim_end().to_owned();
    match place.engagement.kind {
        EngagementKind::Audit => {
            let answer = answer(tx, place, item)?;
            tx.put(&with_field(answer, field, text)?)?;
        }
        EngagementKind::SelfCheck => {
            let answer = self_answer(tx, place, item)?;
            tx.put(&match field {
                "basis" => SelfAnswerRow { basis: text, ..answer },
                "improvement" => SelfAnswerRow { improvement: text, ..answer },
                "due" => SelfAnswerRow { due: text, ..answer },
                _ => return Err(no_such_field(field)),
            })?;
        }
    }
    Ok(tx.clear_draft(entity(place.engagement.kind), place.answer_id(item), field)?)
}

/// The table that answers of this kind stand in.
pub(super) fn entity(kind: EngagementKind) -> &'static str {
    match kind {
        EngagementKind::Audit => "answer",
        EngagementKind::SelfCheck => "self_answer",
    }
}

fn with_field(answer: Answer, field: &str, text: String) -> Result<Answer> {
    Ok(match field {
        "note" => Answer { note: text, ..answer },
        "procedure" => {
            let procedure = Procedure::from_key(&text);
            if procedure.is_none() && !text.is_empty() {
                return Err(no_such_field(field));
            }
            Answer { procedure, ..answer }
        }
        "seen_on" => {
            let date = (!text.is_empty()).then(|| text.parse()).transpose();
            Answer { seen_on: date.map_err(|_| ErrorDto::new("bad-date").at(field))?, ..answer }
        }
        "seen_time" => {
            let time = domain::daytime::parse(&text).ok_or_else(|| ErrorDto::new("bad-time").at(field))?;
            Answer { seen_time: time, ..answer }
        }
        "witness" => Answer { witness: text, ..answer },
        _ => return Err(no_such_field(field)),
    })
}

fn no_such_field(field: &str) -> ErrorDto {
    ErrorDto::new("bad-request").arg("detail", field).at(field)
}

/// Keeps what is being typed; durable when it returns.
pub fn put_draft(session: &mut Session, _: OpMeta, request: PutDraft) -> Result<Committed<DraftKept>> {
    if request.text.chars().count() > MAX_TEXT {
        return Err(ErrorDto::new("text-too-long").arg("most", MAX_TEXT).at(&request.field));
    }
    let kind = Place::of(session, request.target)?.engagement.kind;
    let place = writable(session, request.target, kind, std::slice::from_ref(&request.item))?;
    refuse_waiting(session, place.answer_id(&request.item), &request.field)?;
    let at = session.now();
    session.workspace.store.put_draft(&Draft {
        entity: entity(kind).to_owned(),
        entity_id: place.answer_id(&request.item),
        field: request.field,
        context: serde_json::to_string(&EvidenceOfItem { target: request.target, item: request.item })?,
        text: request.text,
        at,
        actor: Some(session.user),
    })?;
    Ok(Committed { output: DraftKept { at }, op: None, touched: Vec::new() })
}

/// The place of a target whose answers may be written now, and whose form has these items.
pub fn writable(session: &Session, target: Id, kind: EngagementKind, items: &[String]) -> Result<Place> {
    let place = Place::of(session, target)?;
    match place.engagement.state {
        _ if place.engagement.kind != kind => return Err(ErrorDto::new("form-does-not-fit")),
        state if state.before_fieldwork() => return Err(ErrorDto::new("engagement-not-started")),
        state if !state.writable() => return Err(ErrorDto::new("engagement-closed")),
        _ => {}
    }
    if kind == EngagementKind::Audit {
        refuse_judging(session, &place)?;
    }
    refuse_counted(&place)?;
    for item in items {
        let known = place.edition.pack.item(item).filter(|known| known.forms.contains(&place.engagement.form));
        if known.is_none() {
            return Err(ErrorDto::new("no-such-item").arg("item", item));
        }
    }
    Ok(place)
}

/// Questionnaires of staff carry no names: a sheet of a campaign is counted, and nobody answers it alone.
pub fn refuse_counted(place: &Place) -> Result<()> {
    if place.engagement.campaign.is_some() && is_counted(place) { Err(ErrorDto::new("staff-counted")) } else { Ok(()) }
}

/// The row of a verdict, new if there is none.
pub fn answer(tx: &Tx<'_>, place: &Place, item: &str) -> Result<Answer> {
    let id = place.answer_id(item);
    Ok(tx.read().find(id)?.unwrap_or_else(|| Answer {
        id,
        engagement: place.engagement.id,
        target: place.target.id,
        item: item.to_owned(),
        verdict: Verdict::Unverified,
        note: String::new(),
        procedure: None,
        seen_on: None,
        answered_by: None,
        answered_at: None,
        seen_time: String::new(),
        witness: String::new(),
    }))
}

/// The row of a self-inspection's answer, new if there is none.
pub fn self_answer(tx: &Tx<'_>, place: &Place, item: &str) -> Result<SelfAnswerRow> {
    let id = place.answer_id(item);
    Ok(tx.read().find(id)?.unwrap_or_else(|| SelfAnswerRow {
        id,
        engagement: place.engagement.id,
        target: place.target.id,
        item: item.to_owned(),
        answer: None,
        basis: String::new(),
        improvement: String::new(),
        due: String::new(),
        source: String::new(),
        answered_at: None,
    }))
}

pub(super) fn changed(
    session: &Session,
    place: &Place,
    items: &[String],
    committed: Committed<()>,
) -> Result<Committed<AnswersChanged>> {
    let output = AnswersChanged { rows: rows(session, place, Some(items))? };
    Ok(Committed { output, op: committed.op, touched: committed.touched })
}
