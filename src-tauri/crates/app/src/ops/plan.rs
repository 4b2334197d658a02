//! Writing the plan of an engagement: its fields, its days, the documents asked for.

use super::interview::time;
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::plan::{is_open, plan_of};
use crate::session::Session;
use domain::Id;
use store::row::Reads;
use store::tables::{DocumentRequest, Engagement, EngagementPlan, EngagementTarget, ScheduleEntry};
use store::{Committed, OpMeta};

/// Writes the fields of a plan.
pub fn save(session: &mut Session, meta: OpMeta, request: PlanFields) -> Result<Committed<Empty>> {
    if let (Some(from), Some(until)) = (request.period_from, request.period_until)
        && until < from
    {
        return Err(ErrorDto::new("until-before-from").at("period_until"));
    }
    session.transact(meta, |tx| {
        let engagement = open_engagement(tx.read(), request.engagement)?;
        let plan = plan_of(tx.read(), engagement.id)?;
        tx.put(&EngagementPlan {
            assurance: request.assurance,
            occasion: request.occasion,
            conduct: request.conduct,
            manner: request.manner,
            theme: request.theme.trim().to_owned(),
            focus: request.focus.trim().to_owned(),
            reason: request.reason.trim().to_owned(),
            period_from: request.period_from,
            period_until: request.period_until,
            recipient: request.recipient.trim().to_owned(),
            ..plan
        })?;
        Ok(Empty {})
    })
}

/// Adds or changes an appointment.
pub fn save_schedule(session: &mut Session, meta: OpMeta, request: SaveSchedule) -> Result<Committed<ById>> {
    let what = required("what", &request.what)?;
    let (from_time, until_time) = (time("from_time", &request.from_time)?, time("until_time", &request.until_time)?);
    if !from_time.is_empty() && !until_time.is_empty() && until_time <= from_time {
        return Err(ErrorDto::new("until-before-from").at("until_time"));
    }
    session.transact(meta, |tx| {
        let engagement = open_engagement(tx.read(), request.engagement)?.id;
        target_of(tx.read(), engagement, request.target)?;
        let id = known_or_new(
            request.id,
            || tx.new_id(),
            |id| Ok(tx.read().get::<ScheduleEntry>(id)?.engagement == engagement),
        )?;
        tx.put(&ScheduleEntry {
            id,
            engagement,
            held_on: request.held_on,
            from_time,
            until_time,
            place: request.place.trim().to_owned(),
            what,
            who: request.who.trim().to_owned(),
            target: request.target,
        })?;
        Ok(ById { id })
    })
}

/// Takes an appointment away.
pub fn remove_schedule(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        let row: ScheduleEntry = tx.read().get(request.id)?;
        open_engagement(tx.read(), row.engagement)?;
        tx.delete::<ScheduleEntry>(row.id)?;
        Ok(Empty {})
    })
}

/// Adds or changes a document that is asked for.
pub fn save_document(session: &mut Session, meta: OpMeta, request: SaveDocument) -> Result<Committed<ById>> {
    let name = required("name", &request.name)?;
    session.transact(meta, |tx| {
        let engagement = open_engagement(tx.read(), request.engagement)?.id;
        target_of(tx.read(), engagement, request.target)?;
        let id = known_or_new(
            request.id,
            || tx.new_id(),
            |id| Ok(tx.read().get::<DocumentRequest>(id)?.engagement == engagement),
        )?;
        tx.put(&DocumentRequest {
            id,
            engagement,
            target: request.target,
            name,
            due_on: request.due_on,
            received_on: request.received_on,
            note: request.note.trim().to_owned(),
        })?;
        Ok(ById { id })
    })
}

/// Takes a document off the list.
pub fn remove_document(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        let row: DocumentRequest = tx.read().get(request.id)?;
        open_engagement(tx.read(), row.engagement)?;
        tx.delete::<DocumentRequest>(row.id)?;
        Ok(Empty {})
    })
}

/// The engagement, unless it is closed.
pub(super) fn open_engagement(read: Reads<'_>, id: Id) -> Result<Engagement> {
    let engagement: Engagement = read.get(id)?;
    if is_open(&engagement) { Ok(engagement) } else { Err(ErrorDto::new("engagement-closed")) }
}

/// The row that is changed, which must be one of the same engagement, or a new one.
pub(super) fn known_or_new(
    id: Option<Id>,
    new: impl FnOnce() -> Id,
    belongs: impl FnOnce(Id) -> Result<bool>,
) -> Result<Id> {
    match id {
        None => Ok(new()),
        Some(id) if belongs(id)? => Ok(id),
        Some(id) => Err(ErrorDto::new("bad-request").arg("detail", id)),
    }
}

/// A target must be one of the engagement.
pub(super) fn target_of(read: Reads<'_>, engagement: Id, target: Option<Id>) -> Result<()> {
    let Some(target) = target else { return Ok(()) };
    let row: EngagementTarget = read.get(target)?;
    if row.engagement == engagement { Ok(()) } else { Err(ErrorDto::new("bad-request").arg("detail", target)) }
}
