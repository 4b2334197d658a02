//! An application while it is being written: begun with everything known, changed field by field, thrown away.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::engagement::use_edition;
use crate::queries::exception::Whole;
use crate::queries::grid::Place;
use crate::queries::pack;
use crate::session::{Edition, Session};
use domain::Id;
use domain::exception::{ExceptionManner, ExceptionState};
use domain::wareki::FiscalYear;
use std::collections::BTreeSet;
use std::sync::Arc;
use store::tables::{
    Answer, Department, Engagement, EngagementTarget, ExceptionMeasure, ExceptionPeriod, ExceptionPoint, Finding,
    Person, Subject,
};
use store::{Committed, OpMeta, Tx};

/// As long as a text of an application may be.
const LONGEST: usize = 10_000;

/// The edition of this hash; without one, the edition that was used last.
pub(in crate::ops) fn edition_of(session: &Session, hash: &str) -> Result<Arc<Edition>> {
    if !hash.is_empty() {
        return pack::by_hash(session, hash);
    }
    let last = session.read().list::<Engagement>("ORDER BY fiscal_year DESC, id DESC LIMIT 1", &[])?.pop();
    match last {
        Some(engagement) => session.edition(engagement.pack_edition),
        None => Err(ErrorDto::required("pack_hash")),
    }
}

/// Begins an application, from nothing, from an item or from a finding.
pub fn start(session: &mut Session, meta: OpMeta, request: StartException) -> Result<Committed<ById>> {
    let read = session.read();
    let finding: Option<Finding> = request.finding.map(|id| read.get(id)).transpose()?;
    let place = request.target.map(|target| Place::of(session, target)).transpose()?;
    let edition = match (&finding, &place) {
        (Some(finding), _) => session.edition(read.get::<Engagement>(finding.engagement)?.pack_edition)?,
        (None, Some(place)) => Arc::clone(&place.edition),
        (None, None) => edition_of(session, &request.pack_hash)?,
    };
    let item = finding.as_ref().map(|one| one.item.clone()).or(request.item).filter(|item| !item.is_empty());
    let item = match &item {
        Some(id) => Some(edition.pack.item(id).ok_or_else(|| ErrorDto::new("no-such-item").arg("item", id))?.clone()),
        None => None,
    };
    let answer: Option<Answer> =
        finding.as_ref().and_then(|one| one.answer).map(|id| read.find(id)).transpose()?.flatten();
    let target: Option<EngagementTarget> = match (&place, answer) {
        (Some(place), _) => Some(place.target.clone()),
        (None, Some(answer)) => Some(read.get(answer.target)?),
        (None, None) => None,
    };
    let subject: Option<Subject> = target.as_ref().and_then(|one| one.subject).map(|id| read.get(id)).transpose()?;
    let today = session.today();
    let class_level = subject.as_ref().map(|one| one.class_level.clone()).unwrap_or_default();
    session.transact(meta, |tx| {
        let (id, pack_edition) = (tx.new_id(), use_edition(tx, &edition)?);
        tx.put(&ExceptionMeasure {
            id,
            number: String::new(),
            fiscal_year: FiscalYear::of(today).year().into(),
            title: finding.as_ref().map(|one| one.title.clone()).unwrap_or_default(),
            pack_edition,
            department: finding.as_ref().map(|one| one.department).or(target.map(|one| one.department)),
            subject: subject.as_ref().map(|one| one.id),
            finding: finding.as_ref().map(|one| one.id),
            manner: ExceptionManner::OtherMethod,
            reason: String::new(),
            risk: finding.as_ref().map(|one| one.risk.clone()).unwrap_or_default(),
            measure: String::new(),
            assets: subject.map(|one| one.name).unwrap_or_default(),
            class_level,
            applicant: None,
            applicant_role: None,
            state: ExceptionState::Draft,
            applied_on: None,
            carried_out_on: None,
            reported_on: None,
            report: String::new(),
            ended_on: None,
            end_report: String::new(),
            withdrawn_on: None,
            withdraw_reason: String::new(),
        })?;
        if let Some(item) = item {
            put_point(tx, id, &ChosenPoint { clause: item.clause, item: Some(item.id) })?;
        }
        tx.put(&ExceptionPeriod {
            id: tx.new_id(),
            exception: id,
            number: 1,
            from_on: None,
            until_on: None,
            asked_on: None,
            reason: String::new(),
            withdrawn_on: None,
        })?;
        Ok(ById { id })
    })
}

fn point_id(exception: Id, point: &ChosenPoint) -> Id {
    let item = point.item.as_deref().unwrap_or_default();
    Id::natural("exception_point", &[&exception.to_string(), &point.clause, item])
}

fn put_point(tx: &mut Tx<'_>, exception: Id, point: &ChosenPoint) -> Result<()> {
    let id = point_id(exception, point);
    Ok(tx.put(&ExceptionPoint { id, exception, clause: point.clause.clone(), item: point.item.clone() })?)
}

/// An application that may be changed.
fn draft(session: &Session, id: Id) -> Result<Whole> {
    let whole = Whole::of(session, id)?;
    match whole.measure.state {
        ExceptionState::Draft => Ok(whole),
        _ => Err(ErrorDto::new("exception-not-draft").arg("number", &whole.measure.number)),
    }
}

fn text(field: &str, text: &str) -> Result<String> {
    let text = text.trim_end();
    if text.chars().count() > LONGEST {
        return Err(ErrorDto::new("text-too-long").arg("most", LONGEST).at(field));
    }
    Ok(text.to_owned())
}

/// Changes an application.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveException) -> Result<Committed<Empty>> {
    let whole = draft(session, request.id)?;
    let (read, today) = (session.read(), session.today());
    if let Some(department) = request.department.filter(|id| whole.measure.department != Some(*id)) {
        let department: Department = read.get(department)?;
        if department.closed_on.is_some_and(|closed| closed < today) {
            return Err(ErrorDto::new("exception-department-closed").at("department"));
        }
    }
    if let Some(person) = request.applicant.filter(|id| whole.measure.applicant != Some(*id)) {
        let person: Person = read.get(person)?;
        if person.left_on.is_some_and(|left| left < today) {
            return Err(ErrorDto::new("person-left").arg("person", &person.name).at("applicant"));
        }
    }
    let subject: Option<Subject> = request.subject.map(|id| read.get(id)).transpose()?;
    // A system of another department goes with its department.
    let subject = subject.filter(|one| Some(one.department) == request.department).map(|one| one.id);
    if let (Some(from), Some(until)) = (request.from_on, request.until_on)
        && until < from
    {
        return Err(ErrorDto::new("until-before-from").at("until_on"));
    }
    if !request.class_level.is_empty() && !session.class_levels()?.contains(&request.class_level) {
        return Err(ErrorDto::new("bad-request").arg("detail", &request.class_level).at("class_level"));
    }
    let edition = edition_of(session, &request.pack_hash)?;
    let mut points: Vec<ChosenPoint> = Vec::new();
    for point in &request.points {
        let pack = &edition.pack;
        let known = match &point.item {
            None => pack.clause(&point.clause).is_some(),
            Some(item) => pack.item(item).is_some_and(|item| item.clause == point.clause),
        };
        if !known {
            let what = point.item.as_ref().unwrap_or(&point.clause);
            return Err(ErrorDto::new("no-such-clause").arg("clause", what).at("points"));
        }
        points.push(point.clone());
    }
    let measure = ExceptionMeasure {
        title: text("title", request.title.trim())?,
        department: request.department,
        subject,
        manner: request.manner,
        reason: text("reason", &request.reason)?,
        risk: text("risk", &request.risk)?,
        measure: text("measure", &request.measure)?,
        assets: text("assets", &request.assets)?,
        class_level: request.class_level,
        applicant: request.applicant,
        ..whole.measure.clone()
    };
    let known: BTreeSet<Id> = {
        let point =
            |point: &domain::exception::Point| ChosenPoint { clause: point.clause.clone(), item: point.item.clone() };
        whole.points.iter().map(|one| point_id(request.id, &point(one))).collect()
    };
    let period = whole.periods.first().cloned();
    session.transact(meta, |tx| {
        let pack_edition = use_edition(tx, &edition)?;
        tx.put(&ExceptionMeasure { pack_edition, ..measure })?;
        let wanted: BTreeSet<Id> = points.iter().map(|point| point_id(request.id, point)).collect();
        for id in known.difference(&wanted) {
            tx.delete::<ExceptionPoint>(*id)?;
        }
        for point in &points {
            put_point(tx, request.id, point)?;
        }
        if let Some(period) = period {
            tx.put(&ExceptionPeriod { from_on: request.from_on, until_on: request.until_on, ..period })?;
        }
        Ok(Empty {})
    })
}

/// Throws an application away that was not handed in.
pub fn discard(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    let whole = draft(session, request.id)?;
    session.transact(meta, |tx| {
        let points = tx.read().list::<ExceptionPoint>("WHERE exception = ?1", &[&request.id.as_bytes().as_slice()])?;
        for point in points {
            tx.delete::<ExceptionPoint>(point.id)?;
        }
        for period in &whole.periods {
            tx.delete::<ExceptionPeriod>(period.id)?;
        }
        tx.delete::<ExceptionMeasure>(request.id)?;
        Ok(Empty {})
    })
}
