//! What undo and redo may not do to an exception: change what was handed in, or bring back one where another stands.

use crate::error::{ErrorDto, Result};
use crate::queries::exception::{Whole, clash, overlaps};
use crate::session::Session;
use domain::Id;
use domain::exception::ExceptionState;
use jiff::civil::Date;
use store::journal::{Change, Op};
use store::tables::{ExceptionMeasure, Proposal};
use store::undo::Way;

/// Refuses a turn that the commands themselves would refuse.
pub(in crate::ops) fn refuse(session: &Session, way: Way, op: &Op, change: &Change) -> Result<()> {
    match (change.entity.as_str(), op.kind.as_str()) {
        ("proposal", "proposal.save") => match session.read().find::<Proposal>(change.entity_id)? {
            Some(row) if row.state != domain::proposal::ProposalState::Draft => {
                Err(ErrorDto::new("proposal-not-draft").arg("number", &row.number))
            }
            _ => Ok(()),
        },
        ("exception_measure", "exception.save" | "exception.start") => refuse_settled(session, change.entity_id),
        ("exception_point" | "exception_period", "exception.save") => match change.id("exception") {
            Some(exception) => refuse_settled(session, exception),
            None => Ok(()),
        },
        ("exception_measure", "exception.submit" | "exception.carry_out") if way == Way::Again => {
            refuse_clash(session, change.entity_id, None)
        }
        // A step at the end gives its place away; taking it back would take the place again.
        ("exception_measure", "exception.end" | "exception.withdraw") if way == Way::Back => {
            refuse_clash(session, change.entity_id, None)
        }
        ("exception_period", "exception.extend") if way == Way::Again => {
            let day = |column: &str| change.text(column).and_then(|text| text.parse::<Date>().ok());
            match change.id("exception") {
                Some(exception) => refuse_clash(session, exception, day("from_on").zip(day("until_on"))),
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

fn refuse_settled(session: &Session, exception: Id) -> Result<()> {
    match session.read().find::<ExceptionMeasure>(exception)? {
        Some(row) if row.state != ExceptionState::Draft => {
            Err(ErrorDto::new("exception-not-draft").arg("number", &row.number))
        }
        _ => Ok(()),
    }
}

fn refuse_clash(session: &Session, exception: Id, days: Option<(Date, Date)>) -> Result<()> {
    if session.read().find::<ExceptionMeasure>(exception)?.is_none() {
        return Ok(());
    }
    let whole = Whole::of(session, exception)?;
    // A period that was withdrawn is asked for again by the same turn.
    let asked = whole.periods.last().and_then(|period| Some((period.from_on?, period.until_on?)));
    let Some((from, until)) = days.or(asked) else { return Ok(()) };
    match clash(session, &whole, from, until)? {
        Some(other) => Err(overlaps(session, &other)),
        None => Ok(()),
    }
}
