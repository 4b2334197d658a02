//! 例外措置: everything that belongs to one, who may do what with it, and which are in force where.

mod due;
mod force;
mod shown;

use crate::error::{ErrorDto, Result};
use crate::queries::office::holders_on;
use crate::session::{Edition, Session};
use domain::Id;
use domain::exception::{
    Claim, Course, ExceptionAction, ExceptionFacts, ExceptionResult, Period, Point, Reach, asking, deciding, judging,
    overlap,
};
use domain::kinds::Role;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::row::{Reads, Row};
use store::tables::{
    Department, ExceptionDecision, ExceptionJudgement, ExceptionMeasure, ExceptionPeriod, ExceptionPoint,
    ExceptionReview, Person,
};

pub use due::due;
pub use force::{Covering, InForce, Whose, valid_at, valid_on};
pub use shown::{get, list, tasks};

/// Everything that belongs to one exception.
pub struct Whole {
    /// The exception.
    pub measure: ExceptionMeasure,
    /// The edition whose clauses it is about.
    pub edition: Arc<Edition>,
    /// What it is about.
    pub points: Vec<Point>,
    /// Its periods, the oldest first.
    pub periods: Vec<ExceptionPeriod>,
    /// What was judged to be minor or not, the oldest first.
    pub judgements: Vec<ExceptionJudgement>,
    /// What was decided, the oldest first.
    pub decisions: Vec<ExceptionDecision>,
    /// The regular looks, the oldest first.
    pub reviews: Vec<ExceptionReview>,
}

impl Whole {
    /// One exception.
    pub fn of(session: &Session, id: Id) -> Result<Whole> {
        Whole::read(session, session.read().get(id)?)
    }

    fn read(session: &Session, measure: ExceptionMeasure) -> Result<Whole> {
        let (read, id) = (session.read(), measure.id);
        let points = read.list::<ExceptionPoint>(
            "WHERE exception = ?1 ORDER BY clause, item IS NOT NULL, item, id",
            &[&id.as_bytes().as_slice()],
        )?;
        let mut points: Vec<Point> =
            points.into_iter().map(|point| Point { clause: point.clause, item: point.item }).collect();
        let edition = session.edition(measure.pack_edition)?;
        // Clauses stand in the order of the standard; 10 comes after 9.
        let place = |point: &Point| edition.pack.clauses.iter().position(|clause| clause.id == point.clause);
        points.sort_by_key(|point| (place(point), point.item.clone()));
        Ok(Whole {
            points,
            periods: read.list("WHERE exception = ?1 ORDER BY number", &[&id.as_bytes().as_slice()])?,
            judgements: belonging(read, id)?,
            decisions: belonging(read, id)?,
            reviews: belonging(read, id)?,
            edition,
            measure,
        })
    }

    /// The period that is asked for last and was not withdrawn.
    pub fn period(&self) -> Option<&ExceptionPeriod> {
        self.periods.iter().rev().find(|period| period.withdrawn_on.is_none())
    }

    /// What was decided of a period.
    pub fn decision_of(&self, period: Id) -> Option<&ExceptionDecision> {
        self.decisions.iter().rev().find(|decision| decision.period == period)
    }

    /// What was judged last of the period that is asked for.
    pub fn judgement(&self) -> Option<&ExceptionJudgement> {
        let period = self.period()?.id;
        self.judgements.iter().rev().find(|judgement| judgement.period == period)
    }

    /// The decision that is in force: the last one that permitted something.
    pub fn permit(&self) -> Option<&ExceptionDecision> {
        self.decisions.iter().rev().find(|decision| decision.result != ExceptionResult::Refused)
    }

    /// When it is to be looked at again: as the last look or the last permit says.
    pub fn review_on(&self) -> Option<Date> {
        let permit = self.permit()?;
        let look = self.reviews.last().filter(|look| look.reviewed_on >= permit.decided_on);
        look.map_or(permit.review_on, |look| look.next_on)
    }

    /// On which days it is in force.
    pub fn course(&self) -> Course {
        let period = |row: &ExceptionPeriod| {
            let decided = self.decision_of(row.id);
            let decided = decided.map(|one| (one.result != ExceptionResult::Refused, one.decided_on));
            Some(Period { from: row.from_on?, until: row.until_on?, decided })
        };
        let asked = self.periods.iter().filter(|row| row.withdrawn_on.is_none());
        Course {
            carried_out_on: self.measure.carried_out_on,
            periods: asked.filter_map(period).collect(),
            ended_on: self.measure.ended_on,
        }
    }

    /// What its points reach.
    pub fn reach(&self) -> Reach {
        Reach::of(&self.edition.pack, &self.points)
    }

    /// What it claims for these days; nothing before it is complete.
    pub fn claim(&self, from: Date, until: Date) -> Option<Claim> {
        Some(Claim {
            pack: self.edition.pack.id.clone(),
            department: self.measure.department?,
            subject: self.measure.subject,
            from,
            until,
            reach: self.reach(),
        })
    }

    /// The days it claims: of every period that was neither withdrawn nor refused.
    fn claims(&self) -> Vec<Claim> {
        let mut claims = Vec::new();
        for row in self.periods.iter().filter(|row| row.withdrawn_on.is_none()) {
            let refused = self.decision_of(row.id).is_some_and(|one| one.result == ExceptionResult::Refused);
            let until = row.until_on.map(|until| self.measure.ended_on.map_or(until, |ended| ended.min(until)));
            if let (false, Some(from), Some(until)) = (refused, row.from_on, until) {
                claims.extend(self.claim(from, until));
            }
        }
        claims
    }

    /// The fields an application still lacks, in the order of the form.
    pub fn missing(&self, emergency: bool) -> Vec<&'static str> {
        let measure = &self.measure;
        let period = self.periods.first();
        let fields = [
            ("title", measure.title.trim().is_empty()),
            ("department", measure.department.is_none()),
            ("applicant", measure.applicant.is_none()),
            ("points", self.points.is_empty()),
            ("reason", measure.reason.trim().is_empty()),
            ("risk", measure.risk.trim().is_empty()),
            ("assets", measure.assets.trim().is_empty()),
            ("class_level", measure.class_level.is_empty()),
            ("from_on", !emergency && period.is_none_or(|period| period.from_on.is_none())),
            ("until_on", period.is_none_or(|period| period.until_on.is_none())),
        ];
        fields.into_iter().filter(|(_, missing)| *missing).map(|(field, _)| field).collect()
    }

    /// What every step is judged on: the standard's rules and the persons of the day. What a form still has to say is
    /// taken as said.
    pub fn facts(&self, read: Reads<'_>, day: Date) -> Result<ExceptionFacts> {
        let rules = &self.edition.pack.rules;
        let applicant = self.measure.applicant;
        let department: Option<Department> = self.measure.department.map(|id| read.get(id)).transpose()?;
        Ok(ExceptionFacts {
            complete: self.missing(false).is_empty(),
            period_in_order: true,
            day_in_order: true,
            applicant_may: match applicant {
                Some(person) => !asking(rules, &roles_of(read, person, day)?).is_empty(),
                None => false,
            },
            department_closed: department.and_then(|one| one.closed_on).is_some_and(|closed| closed < day),
            overlaps: false,
            knows_minor: rules.exception_approvers.iter().any(|one| one.minor_only),
            judge_may: true,
            approver_may: true,
            applicant,
            approver: None,
            escape: rules.applicant_approver_escape.is_some(),
            escape_reason: true,
            opinion: true,
            conditions: true,
            review_missing: false,
            text: true,
        })
    }

    /// The role in which this person may decide on a day.
    pub fn deciding_role(&self, read: Reads<'_>, person: Id, day: Date) -> Result<Option<Role>> {
        // Somebody who stands in for another decides so only where their own role does not let them.
        for held in [own_roles(read, person, day)?, roles_of(read, person, day)?] {
            if let Some(role) = deciding(&self.edition.pack.rules, &held, self.minor_by()).first() {
                return Ok(Some(*role));
            }
        }
        Ok(None)
    }

    /// The role in which this person may say on a day what is minor.
    pub fn judging_role(&self, read: Reads<'_>, person: Id, day: Date) -> Result<Option<Role>> {
        Ok(judging(&self.edition.pack.rules, &roles_of(read, person, day)?).first().copied())
    }

    /// The role that judged it to be minor.
    pub fn minor_by(&self) -> Option<Role> {
        self.judgement().filter(|judgement| judgement.minor).map(|judgement| judgement.role)
    }
}

fn belonging<T: Row>(read: Reads<'_>, exception: Id) -> Result<Vec<T>> {
    Ok(read.list("WHERE exception = ?1 ORDER BY id", &[&exception.as_bytes().as_slice()])?)
}

/// The roles a person holds on a day.
fn own_roles(read: Reads<'_>, person: Id, day: Date) -> Result<Vec<Role>> {
    let holders = holders_on(read, day)?.into_iter().filter(|holder| holder.person == person);
    Ok(holders.map(|holder| holder.role).collect())
}

/// A role a person acted in on a day, as its standard calls it; 代行 where the person stood in for its holder.
pub(crate) fn acted_as(session: &Session, edition: &Edition, person: Id, role: Role, day: Date) -> Result<String> {
    let name = crate::queries::plan::role_name(session, edition, role);
    let own = own_roles(session.read(), person, day)?.contains(&role);
    Ok(if own { name } else { session.text("exceptions-acting", &[("role", &name)]) })
}

/// The roles a person holds on a day, or stands in for.
pub fn roles_of(read: Reads<'_>, person: Id, day: Date) -> Result<Vec<Role>> {
    let left = read.get::<Person>(person)?.left_on.is_some_and(|left| left < day);
    let holders = if left { Vec::new() } else { holders_on(read, day)? };
    let mut roles: Vec<Role> = holders
        .into_iter()
        .filter(|holder| holder.person == person || holder.deputy == Some(person))
        .map(|holder| holder.role)
        .collect();
    roles.dedup();
    Ok(roles)
}

/// Another exception that is about the same at the same place on some of these days.
pub fn clash(session: &Session, whole: &Whole, from: Date, until: Date) -> Result<Option<Whole>> {
    let Some(claim) = whole.claim(from, until) else { return Ok(None) };
    let others = session.read().list::<ExceptionMeasure>(
        "WHERE department = ?1 AND id <> ?2 AND state IN ('submitted', 'emergency', 'reported', 'permitted', 'extending')
         ORDER BY id",
        &[&claim.department.as_bytes().as_slice(), &whole.measure.id.as_bytes().as_slice()],
    )?;
    for other in others {
        let other = Whole::read(session, other)?;
        if other.claims().iter().any(|theirs| overlap(&claim, theirs)) {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

/// What is said of another exception that is in the way.
pub fn overlaps(session: &Session, other: &Whole) -> ErrorDto {
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| report::Words::date(&session.lang(), day));
    let from = other.periods.iter().filter_map(|period| period.from_on).min();
    let until = other.periods.iter().filter_map(|period| period.until_on).max();
    ErrorDto::new("exception-overlaps")
        .arg("number", &other.measure.number)
        .arg("title", &other.measure.title)
        .arg("from", day(from))
        .arg("until", day(until))
        .at("points")
}

/// Whether a step is refused whatever its form says, as the code of an error.
pub(crate) fn refusal(
    session: &Session,
    whole: &Whole,
    action: ExceptionAction,
) -> Result<Option<domain::exception::ExceptionRefusal>> {
    let (read, today) = (session.read(), session.today());
    let mut facts = whole.facts(read, today)?;
    facts.approver = approvers(session, whole, today)?.into_iter().map(|(person, _)| person).find(|person| {
        // Somebody else may decide; only if nobody can, the one person is said.
        Some(*person) != whole.measure.applicant
    });
    if facts.approver.is_none() {
        facts.approver = approvers(session, whole, today)?.first().map(|(person, _)| *person);
        facts.approver_may = facts.approver.is_some();
    }
    if action == ExceptionAction::CarryOut {
        facts.complete = whole.missing(true).is_empty();
    }
    if matches!(action, ExceptionAction::Submit | ExceptionAction::CarryOut)
        && let Some(period) = whole.periods.first()
    {
        let from = if action == ExceptionAction::CarryOut { Some(today) } else { period.from_on };
        if let (Some(from), Some(until)) = (from, period.until_on) {
            facts.period_in_order = from <= until;
            facts.overlaps = clash(session, whole, from, until)?.is_some();
        }
    }
    Ok(domain::exception::step(whole.measure.state, action, &facts).err())
}

/// Who may decide on a day, with the role.
pub(crate) fn approvers(session: &Session, whole: &Whole, day: Date) -> Result<Vec<(Id, Role)>> {
    let rules = &whole.edition.pack.rules;
    let may: Vec<Role> = deciding(rules, domain::Keyed::ALL, whole.minor_by());
    with_roles(session, &may, day)
}

/// The persons that hold one of these roles on a day or stand in for who does, in the order of the roles.
pub(crate) fn with_roles(session: &Session, roles: &[Role], day: Date) -> Result<Vec<(Id, Role)>> {
    let read = session.read();
    let left: BTreeMap<Id, Date> =
        read.all::<Person>()?.into_iter().filter_map(|person| Some((person.id, person.left_on?))).collect();
    let holders = holders_on(read, day)?;
    let mut found = Vec::new();
    for role in roles {
        let held = holders.iter().filter(|holder| holder.role == *role);
        for person in held.flat_map(|holder| std::iter::once(holder.person).chain(holder.deputy)) {
            if left.get(&person).is_none_or(|left| *left >= day) && !found.contains(&(person, *role)) {
                found.push((person, *role));
            }
        }
    }
    Ok(found)
}
