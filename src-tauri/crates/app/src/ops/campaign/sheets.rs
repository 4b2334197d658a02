//! The steps of the sheets: handed out, come back, sent back, confirmed.

use super::form_of;
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::campaign::{Whole, forms, submission};
use crate::queries::engagement::target_name;
use crate::queries::grid::Place;
use crate::session::Session;
use domain::kinds::{EngagementState, Form};
use domain::self_check::{Medium, Sheet, SheetRefusal};
use jiff::civil::Date;
use store::tables::{Engagement, EngagementTarget, Submission};
use store::{Committed, OpMeta, Tx};

/// The longest text of one field.
const MAX_TEXT: usize = 20_000;

/// Hands sheets out; from then on they can be answered.
pub fn hand_out(session: &mut Session, meta: OpMeta, request: MoveSheets) -> Result<Committed<Empty>> {
    each(session, meta, &request, |tx, form, target, went| {
        if target.sent_on.is_some() {
            return Err(refused(tx, target, ErrorDto::new("sheet-sent")));
        }
        if form.state.before_fieldwork() {
            // Read again, because another sheet of the same form may just have begun it.
            let form: Engagement = tx.read().get(form.id)?;
            tx.put(&Engagement { state: EngagementState::Fieldwork, ..form })?;
        }
        Ok((EngagementTarget { sent_on: Some(request.on), ..target.clone() }, went))
    })
}

/// Records that sheets came back.
pub fn submit(session: &mut Session, meta: OpMeta, request: MoveSheets) -> Result<Committed<Empty>> {
    each(session, meta, &request, |tx, _, target, went| {
        allowed(tx, target, sheet(target, &went).may_submit(request.on))?;
        // A workbook comes back by being taken over; what is handed in otherwise is paper, unless the sheet says so.
        let went = Submission { medium: went.medium.or(Some(Medium::Paper)), ..went };
        Ok((EngagementTarget { returned_on: Some(request.on), ..target.clone() }, went))
    })
}

/// 所属長確認: each by the head that the office knows, unless the sheet names one.
pub fn head_confirm(session: &mut Session, meta: OpMeta, request: MoveSheets) -> Result<Committed<Empty>> {
    let whole = Whole::of(session, session.read().get(request.campaign)?)?;
    each(session, meta, &request, |tx, _, target, went| {
        let proposed = whole.sheets.iter().find(|sheet| sheet.target == target.id);
        let name = if went.head_name.is_empty() {
            proposed.map(|sheet| sheet.head_proposed.clone()).unwrap_or_default()
        } else {
            went.head_name.clone()
        };
        if name.is_empty() {
            return Err(refused(tx, target, ErrorDto::new("sheet-head-unknown")));
        }
        Ok((target.clone(), Submission { head_name: name, head_on: Some(request.on), ..went }))
    })
}

/// The collector has looked at sheets and found them complete.
pub fn confirm(session: &mut Session, meta: OpMeta, request: MoveSheets) -> Result<Committed<Empty>> {
    let person = session.person;
    each(session, meta, &request, |tx, form, target, went| {
        allowed(tx, target, sheet(target, &went).may_confirm(form.form, request.on))?;
        let went = Submission { confirmed_on: Some(request.on), confirmed_by: Some(person), ..went };
        Ok((target.clone(), went))
    })
}

type Moved = Result<(EngagementTarget, Submission)>;

/// Takes a step with each of some sheets; one operation, and all of them or none.
fn each(
    session: &mut Session,
    meta: OpMeta,
    request: &MoveSheets,
    step: impl Fn(&mut Tx<'_>, &Engagement, &EngagementTarget, Submission) -> Moved,
) -> Result<Committed<Empty>> {
    if request.targets.is_empty() {
        return Err(ErrorDto::required("targets"));
    }
    not_to_come(request.on, session.today())?;
    session.transact(meta, |tx| {
        let known = forms(tx.read(), request.campaign)?;
        for &target in &request.targets {
            let target: EngagementTarget = tx.read().get(target)?;
            let form = form_of(&known, target.engagement)?;
            open(form)?;
            let went = submission(tx.read(), form.id, target.id)?;
            let (moved, now) = step(tx, form, &target, went.clone())?;
            tx.put(&moved)?;
            if now != went {
                tx.put(&now)?;
            }
        }
        Ok(Empty {})
    })
}

fn open(form: &Engagement) -> Result<()> {
    if form.state == EngagementState::Closed { Err(ErrorDto::new("engagement-closed")) } else { Ok(()) }
}

pub(super) fn not_to_come(on: Date, today: Date) -> Result<()> {
    if on > today { Err(ErrorDto::new("date-in-future").at("on")) } else { Ok(()) }
}

/// What the rules of the domain judge on. They need no counts and no deadline for a step.
fn sheet(target: &EngagementTarget, went: &Submission) -> Sheet {
    Sheet {
        sent_on: target.sent_on,
        returned_on: target.returned_on,
        sent_back_on: went.sent_back_on,
        head_on: went.head_on,
        confirmed_on: went.confirmed_on,
        answered: 0,
        deadline: None,
    }
}

fn allowed(tx: &Tx<'_>, target: &EngagementTarget, verdict: Result<(), SheetRefusal>) -> Result<()> {
    verdict.map_err(|refusal| refused(tx, target, refusal.into()))
}

/// A refusal with the name of the sheet it is about.
fn refused(tx: &Tx<'_>, target: &EngagementTarget, error: ErrorDto) -> ErrorDto {
    error.arg("name", target_name(tx.read(), target).unwrap_or_default()).at("targets")
}

/// Sends a sheet back. What was confirmed of it has to be confirmed anew.
pub fn send_back(session: &mut Session, meta: OpMeta, request: SendBack) -> Result<Committed<Empty>> {
    let reason = required("reason", &request.reason)?;
    not_to_come(request.on, session.today())?;
    let place = Place::of(session, request.target)?;
    open(&place.engagement)?;
    session.transact(meta, |tx| {
        let target: EngagementTarget = tx.read().get(request.target)?;
        let went = submission(tx.read(), target.engagement, target.id)?;
        allowed(tx, &target, sheet(&target, &went).may_send_back(request.on)).map_err(|error| error.at("on"))?;
        tx.put(&EngagementTarget { returned_on: None, ..target })?;
        tx.put(&Submission {
            sent_back_on: Some(request.on),
            sent_back_reason: reason,
            head_on: None,
            confirmed_on: None,
            confirmed_by: None,
            ..went
        })?;
        Ok(Empty {})
    })
}

/// Writes what a section says on its sheet beside the answers.
pub fn save_sheet(session: &mut Session, meta: OpMeta, request: SaveSheet) -> Result<Committed<ById>> {
    let place = Place::of(session, request.target)?;
    open(&place.engagement)?;
    if let Some(day) = request.head_on {
        not_to_come(day, session.today()).map_err(|error| error.at("head_on"))?;
        if request.head_name.trim().is_empty() {
            return Err(ErrorDto::required("head_name"));
        }
    }
    if request.improvement.chars().count() > MAX_TEXT {
        return Err(ErrorDto::new("text-too-long").arg("most", MAX_TEXT).at("improvement"));
    }
    if place.engagement.form == Form::SelfStaff {
        questionnaires(session, &request)?;
    }
    session.transact(meta, |tx| {
        let target: EngagementTarget = tx.read().get(request.target)?;
        let went = submission(tx.read(), target.engagement, target.id)?;
        tx.put(&EngagementTarget { contact: request.contact.trim().to_owned(), ..target })?;
        tx.put(&Submission {
            head_name: request.head_name.trim().to_owned(),
            head_on: request.head_on,
            improvement: request.improvement.trim_end().to_owned(),
            handed_out: request.handed_out,
            came_back: request.came_back,
            medium: request.medium,
            ..went
        })?;
        Ok(ById { id: request.target })
    })
}

/// No more questionnaires come back than were handed out, and no fewer than were counted.
fn questionnaires(session: &Session, request: &SaveSheet) -> Result<()> {
    const MOST: i64 = 100_000;
    for (field, count) in [("handed_out", request.handed_out), ("came_back", request.came_back)] {
        if !(0..=MOST).contains(&count) {
            return Err(ErrorDto::new("staff-bad-number").arg("most", MOST).at(field));
        }
    }
    // While only one of the two is entered, there is nothing to compare.
    if request.handed_out > 0 && request.came_back > request.handed_out {
        let (came, out) = (request.came_back, request.handed_out);
        return Err(ErrorDto::new("staff-more-than-handed-out").arg("came", came).arg("out", out).at("came_back"));
    }
    let sql = "SELECT max(yes + partly + no + not_applicable + unknown) FROM staff_count WHERE target = ?1";
    let counted = session.read().number(sql, &[&request.target.as_bytes().as_slice()])?;
    if counted > request.came_back {
        let (came, counted) = (request.came_back, counted);
        return Err(ErrorDto::new("staff-fewer-than-counted")
            .arg("came", came)
            .arg("counted", counted)
            .at("came_back"));
    }
    Ok(())
}
