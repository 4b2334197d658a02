//! The steps of an engagement from plan to end. Which are legal stands in `domain::steps`; each leaves a trace.

use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::loan;
use crate::session::Session;
use domain::Id;
use domain::kinds::EngagementState;
use domain::steps::{NoStep, Step, between, unlocked};
use jiff::civil::Date;
use store::tables::{Engagement, EngagementStep, Finding};
use store::{Committed, OpMeta, Tx};

/// Takes an engagement forward, or back with a reason. Beginning, closing and unlocking are operations of their own,
/// because more is asked of them.
pub fn advance(session: &mut Session, meta: OpMeta, request: Advance) -> Result<Committed<Empty>> {
    let (today, person) = (session.today(), session.person);
    let taken_on = request.taken_on.unwrap_or(today);
    if taken_on > today {
        return Err(ErrorDto::new("step-in-future").at("taken_on"));
    }
    session.transact(meta, |tx| {
        let engagement: Engagement = tx.read().get(request.id)?;
        let step = between(engagement.kind, engagement.state, request.to).map_err(no_step)?;
        if matches!(step, Step::Start | Step::Close | Step::Unlock) {
            return Err(ErrorDto::new("step-other-way"));
        }
        if step.needs_reason() {
            required("reason", &request.reason)?;
        }
        let trace = Trace { taken_on, person, reason: request.reason.trim().to_owned() };
        take(tx, engagement, request.to, trace)
    })
}

/// Opens a closed engagement again: its workpapers can be written, and why is on record.
pub fn unlock(session: &mut Session, meta: OpMeta, request: Unlock) -> Result<Committed<Empty>> {
    let reason = required("reason", &request.reason)?;
    let (taken_on, person) = (session.today(), session.person);
    session.transact(meta, |tx| {
        let engagement: Engagement = tx.read().get(request.id)?;
        if engagement.state != EngagementState::Closed {
            return Err(ErrorDto::new("engagement-not-closed"));
        }
        let to = unlocked(engagement.kind);
        take(tx, engagement, to, Trace { taken_on, person, reason })
    })
}

/// When a step was taken, by whom, and why.
pub(super) struct Trace {
    pub(super) taken_on: Date,
    pub(super) person: Id,
    pub(super) reason: String,
}

/// Writes the new state and its trace.
pub(super) fn take(tx: &mut Tx<'_>, engagement: Engagement, state: EngagementState, trace: Trace) -> Result<Empty> {
    tx.put(&EngagementStep {
        id: tx.new_id(),
        engagement: engagement.id,
        state,
        taken_on: trace.taken_on,
        person: Some(trace.person),
        reason: trace.reason,
        at: tx.now_ms(),
    })?;
    tx.put(&Engagement { state, ..engagement })?;
    Ok(Empty {})
}

/// Refuses to close while papers are still to be given back.
pub(super) fn refuse_with_loans(session: &Session, engagement: Id) -> Result<()> {
    let open = loan::open(session.read(), Some(engagement))?;
    match open.first() {
        None => Ok(()),
        Some(first) => Err(ErrorDto::new("papers-on-loan").arg("count", open.len()).arg("name", &first.name)),
    }
}

/// Refuses to close while a finding is neither sent to its department nor confirmed: nobody would look at it again. One
/// that was sent and taken back was looked at, and why it was taken back is on record.
pub(super) fn refuse_with_drafts(session: &Session, engagement: Id) -> Result<()> {
    let drafts: Vec<Finding> = session.read().list(
        "WHERE engagement = ?1 AND state = 'draft'
               AND NOT EXISTS (SELECT 1 FROM fact_check WHERE fact_check.finding = finding.id) ORDER BY number",
        &[&engagement.as_bytes().as_slice()],
    )?;
    if drafts.is_empty() {
        return Ok(());
    }
    let numbers: Vec<&str> = drafts.iter().map(|finding| finding.number.as_str()).collect();
    let numbers = numbers.join(&session.text("report-comma", &[]));
    Err(ErrorDto::new("findings-in-draft").arg("count", drafts.len()).arg("numbers", numbers))
}

fn no_step(why: NoStep) -> ErrorDto {
    let error = match why {
        NoStep::Same => ErrorDto::new("step-same"),
        NoStep::NotOfKind => ErrorDto::new("step-not-of-kind"),
        NoStep::OverFieldwork => ErrorDto::new("step-over-fieldwork"),
        NoStep::BeforeFieldwork => ErrorDto::new("step-before-fieldwork"),
    };
    error.at("to")
}
