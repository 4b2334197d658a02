//! Which exceptions are in force where and when, for whoever asks: the grid, the page of a finding, a report.

use super::Whole;
use crate::dto::ExceptionRef;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use domain::exception::{ExceptionState, Reach};
use domain::kinds::EngagementState;
use jiff::civil::Date;
use store::tables::{Engagement, EngagementTarget, ExceptionMeasure, Subject};

/// Whose exceptions are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Whose {
    /// The department.
    pub department: Id,
    /// The system or the like; nothing for the department with everything in it.
    pub subject: Option<Id>,
}

/// An exception that is in force on a day.
pub struct InForce {
    /// Everything that belongs to it.
    pub whole: Whole,
    /// Until when it is in force.
    pub until_on: Date,
    reach: Reach,
}

impl InForce {
    /// Whether it covers an item.
    pub fn covers(&self, item: &str) -> bool {
        self.reach.covers(item)
    }

    /// As it is shown beside what it covers.
    pub fn reference(&self, session: &Session) -> Result<ExceptionRef> {
        let measure = &self.whole.measure;
        let subject: Option<Subject> = measure.subject.map(|id| session.read().get(id)).transpose()?;
        Ok(ExceptionRef {
            id: measure.id,
            number: measure.number.clone(),
            title: measure.title.clone(),
            until_on: self.until_on,
            conditions: self.whole.permit().map(|permit| permit.conditions.clone()).unwrap_or_default(),
            measure: measure.measure.clone(),
            subject_name: subject.map(|subject| subject.name),
            undecided: self.undecided(),
        })
    }

    /// Whether nobody has decided yet: it was carried out in an emergency.
    pub fn undecided(&self) -> bool {
        matches!(self.whole.measure.state, ExceptionState::Emergency | ExceptionState::Reported)
    }
}

/// The exceptions that are in force for a department or a system on a day. Of a department that includes those that are
/// confined to one of its systems; of a system those of its whole department.
pub fn valid_on(session: &Session, whose: Whose, day: Date) -> Result<Vec<InForce>> {
    let known = session.read().list::<ExceptionMeasure>(
        "WHERE department = ?1 AND (?2 IS NULL OR subject IS NULL OR subject = ?2)
         AND state NOT IN ('draft', 'submitted', 'withdrawn') ORDER BY number, id",
        &[&whose.department.as_bytes().as_slice(), &whose.subject.map(|id| id.as_bytes().to_vec())],
    )?;
    let mut valid = Vec::new();
    for measure in known {
        let whole = Whole::read(session, measure)?;
        if let Some(until_on) = whole.course().in_force_until(day) {
            valid.push(InForce { until_on, reach: whole.reach(), whole });
        }
    }
    Ok(valid)
}

/// The exceptions that are in force for a target of an engagement: today, or on the last day of one that is closed.
pub fn valid_at(session: &Session, engagement: &Engagement, target: &EngagementTarget) -> Result<Vec<InForce>> {
    let today = session.today();
    let closed = engagement.state == EngagementState::Closed;
    let day = engagement.until_on.filter(|last| closed && *last < today).unwrap_or(today);
    valid_on(session, Whose { department: target.department, subject: target.subject }, day)
}

/// The exceptions in force at a target, to be shown beside its items.
pub struct Covering(Vec<(InForce, ExceptionRef)>);

impl Covering {
    /// Reads them.
    pub fn of(session: &Session, engagement: &Engagement, target: &EngagementTarget) -> Result<Covering> {
        let mut covering = Vec::new();
        for one in valid_at(session, engagement, target)? {
            let reference = one.reference(session)?;
            covering.push((one, reference));
        }
        Ok(Covering(covering))
    }

    /// Those that cover an item.
    pub fn item(&self, item: &str) -> Vec<ExceptionRef> {
        self.0.iter().filter(|(one, _)| one.covers(item)).map(|(_, reference)| reference.clone()).collect()
    }
}
