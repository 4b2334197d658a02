//! Exceptions as screens and papers show them, and what waits for a person.

use super::{Whole, acted_as, approvers, refusal, with_roles};
use crate::dto::*;
use crate::error::Result;
use crate::queries::{journal, plan::role_name};
use crate::session::Session;
use domain::exception::{ExceptionStanding, ExceptionState, actions, judging};
use domain::kinds::Role;
use domain::pack::RuleKey;
use domain::{Id, Keyed};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::tables::{Department, ExceptionMeasure, Finding, Person, Proposal, Subject};

/// From how many days before its end an exception is shown: a further period has to be asked for and permitted.
const SOON: i64 = 30;

/// What rows are called, read once.
struct Names {
    departments: BTreeMap<Id, String>,
    subjects: BTreeMap<Id, String>,
    persons: BTreeMap<Id, String>,
}

impl Names {
    fn of(session: &Session) -> Result<Names> {
        let read = session.read();
        Ok(Names {
            departments: read.all::<Department>()?.into_iter().map(|row| (row.id, row.name)).collect(),
            subjects: read.all::<Subject>()?.into_iter().map(|row| (row.id, row.name)).collect(),
            persons: session.person_names()?,
        })
    }

    fn person(&self, id: Id) -> String {
        self.persons.get(&id).cloned().unwrap_or_default()
    }
}

/// All exceptions, drafts first and then the newest number first.
pub fn list(session: &Session, _: Empty) -> Result<Vec<ExceptionRow>> {
    let order = "ORDER BY number <> '', fiscal_year DESC, number DESC, id";
    let names = Names::of(session)?;
    let all = session.read().list::<ExceptionMeasure>(order, &[])?;
    all.into_iter().map(|one| row(session, &Whole::read(session, one)?, &names)).collect()
}

/// Days from a day until today: past it, or negative before it.
fn days_since(day: Date, today: Date) -> i64 {
    day.until(today).map_or(0, |span| i64::from(span.get_days()))
}

fn row(session: &Session, whole: &Whole, names: &Names) -> Result<ExceptionRow> {
    let (measure, today) = (&whole.measure, session.today());
    let course = whole.course();
    let (last, standing) = (whole.decisions.last(), course.standing(measure.state, today));
    let first = whole.periods.first();
    Ok(ExceptionRow {
        id: measure.id,
        number: measure.number.clone(),
        fiscal_year: measure.fiscal_year,
        title: measure.title.clone(),
        points: points(session, whole),
        department: measure.department,
        department_name: measure.department.and_then(|id| names.departments.get(&id).cloned()).unwrap_or_default(),
        subject_name: measure.subject.and_then(|id| names.subjects.get(&id).cloned()),
        finding: measure.finding,
        manner: measure.manner,
        applicant_name: measure.applicant.map(|id| names.person(id)),
        applied_on: measure.applied_on,
        state: measure.state,
        standing,
        emergency: measure.carried_out_on.is_some(),
        extending: measure.state == ExceptionState::Extending,
        minor: whole.judgement().map(|judgement| judgement.minor),
        from_on: measure.carried_out_on.or_else(|| first.and_then(|period| period.from_on)),
        until_on: course.last_day().or_else(|| first.and_then(|period| period.until_on)),
        result: last.map(|decision| decision.result),
        decided_on: last.map(|decision| decision.decided_on),
        approver_name: last.map(|decision| names.person(decision.approver)),
        review_on: whole.review_on().filter(|_| standing == ExceptionStanding::Running),
        escape: whole.decisions.iter().any(|decision| !decision.escape_reason.is_empty()),
        needs: needs(whole, standing, course.last_day(), today).into_iter().map(|(kind, _)| kind.to_owned()).collect(),
    })
}

/// The clauses and items in short, e.g. `7.4.3キ、8.1.7イ`.
fn points(session: &Session, whole: &Whole) -> String {
    let short = |point: &domain::exception::Point| match &point.item {
        Some(item) => item.rsplit(':').next().unwrap_or(item).to_owned(),
        None => point.clause.clone(),
    };
    let texts: Vec<String> = whole.points.iter().map(short).collect();
    texts.join(&session.text("report-comma", &[]))
}

/// What somebody has to do about it, each with its day.
fn needs(
    whole: &Whole,
    standing: ExceptionStanding,
    last_day: Option<Date>,
    today: Date,
) -> Vec<(&'static str, Option<Date>)> {
    let mut needs = Vec::new();
    match whole.measure.state {
        ExceptionState::Emergency => needs.push(("exception-to-report", whole.measure.carried_out_on)),
        state if state.is_waiting() => needs.push(("exception-to-decide", None)),
        _ => {}
    }
    let days = last_day.map(|last| (last, days_since(last, today)));
    match (standing, days) {
        (ExceptionStanding::Expired, Some((last, _))) => needs.push(("exception-expired", Some(last))),
        (ExceptionStanding::Running, Some((last, days)))
            if days >= -SOON && whole.measure.state == ExceptionState::Permitted =>
        {
            needs.push(("exception-ends-soon", Some(last)));
        }
        _ => {}
    }
    let review =
        whole.review_on().filter(|day| standing == ExceptionStanding::Running && days_since(*day, today) >= -14);
    needs.extend(review.map(|day| ("exception-to-review", Some(day))));
    needs
}

/// What waits for a person, for the first screen.
pub fn tasks(session: &Session) -> Result<Vec<HomeTask>> {
    let today = session.today();
    let live = session.read().list::<ExceptionMeasure>(
        "WHERE state IN ('submitted', 'emergency', 'reported', 'permitted', 'extending') ORDER BY number, id",
        &[],
    )?;
    let names = Names::of(session)?;
    let mut tasks = Vec::new();
    for measure in live {
        let whole = Whole::read(session, measure)?;
        let course = whole.course();
        let standing = course.standing(whole.measure.state, today);
        let department =
            whole.measure.department.and_then(|id| names.departments.get(&id).cloned()).unwrap_or_default();
        let (number, title) = (whole.measure.number.as_str(), whole.measure.title.as_str());
        let label =
            session.text("exceptions-task", &[("number", number), ("title", title), ("department", &department)]);
        for (kind, day) in needs(&whole, standing, course.last_day(), today) {
            tasks.push(HomeTask {
                kind: kind.to_owned(),
                label: label.clone(),
                due_on: day,
                days_late: day.map(|day| days_since(day, today)),
                route: format!("/exceptions/{}", whole.measure.id),
            });
        }
    }
    Ok(tasks)
}

/// One exception with its whole life.
pub fn get(session: &Session, request: ById) -> Result<ExceptionDetail> {
    let whole = Whole::of(session, request.id)?;
    let (names, read, today) = (Names::of(session)?, session.read(), session.today());
    let (measure, pack) = (&whole.measure, &whole.edition.pack);
    let rules = &pack.rules;
    let number = |id: Id| whole.periods.iter().find(|period| period.id == id).map_or(1, |period| period.number);
    let judges = judging(rules, Role::ALL);
    let finding: Option<Finding> = measure.finding.map(|id| read.find(id)).transpose()?.flatten();
    let proposals =
        read.list::<Proposal>("WHERE exception = ?1 ORDER BY number", &[&measure.id.as_bytes().as_slice()])?;
    let refused = |action| {
        let refusal = refusal(session, &whole, action)?.map(|refusal| format!("exception-{}", refusal.key()));
        Ok(ExceptionActionDto { action, refusal })
    };
    Ok(ExceptionDetail {
        row: row(session, &whole, &names)?,
        pack_hash: pack.hash.clone(),
        pack_title: pack.edition_title(session.english()),
        subject: measure.subject,
        finding: finding.map(|one| Linked { id: one.id, number: one.number, title: one.title }),
        reason: measure.reason.clone(),
        risk: measure.risk.clone(),
        measure: measure.measure.clone(),
        assets: measure.assets.clone(),
        class_level: measure.class_level.clone(),
        applicant: measure.applicant,
        applicant_role: match (measure.applicant, measure.applicant_role) {
            (Some(person), Some(held)) => {
                Some(acted_as(session, &whole.edition, person, held, measure.applied_on.unwrap_or(today))?)
            }
            _ => None,
        },
        points: point_dtos(session, &whole),
        periods: whole
            .periods
            .iter()
            .map(|period| ExceptionPeriodDto {
                id: period.id,
                number: period.number,
                from_on: period.from_on,
                until_on: period.until_on,
                asked_on: period.asked_on,
                reason: period.reason.clone(),
                withdrawn_on: period.withdrawn_on,
                result: whole.decision_of(period.id).map(|decision| decision.result),
            })
            .collect(),
        judgements: whole
            .judgements
            .iter()
            .map(|one| {
                Ok(ExceptionJudgementDto {
                    id: one.id,
                    period: number(one.period),
                    minor: one.minor,
                    judged_on: one.judged_on,
                    judged_by: names.person(one.judged_by),
                    role: acted_as(session, &whole.edition, one.judged_by, one.role, one.judged_on)?,
                    reason: one.reason.clone(),
                })
            })
            .collect::<Result<_>>()?,
        decisions: whole
            .decisions
            .iter()
            .map(|one| {
                Ok(ExceptionDecisionDto {
                    id: one.id,
                    period: number(one.period),
                    result: one.result,
                    decided_on: one.decided_on,
                    approver: names.person(one.approver),
                    role: acted_as(session, &whole.edition, one.approver, one.role, one.decided_on)?,
                    opinion: one.opinion.clone(),
                    conditions: one.conditions.clone(),
                    review_on: one.review_on,
                    escape_reason: one.escape_reason.clone(),
                })
            })
            .collect::<Result<_>>()?,
        reviews: whole
            .reviews
            .iter()
            .map(|one| ExceptionReviewDto {
                id: one.id,
                reviewed_on: one.reviewed_on,
                reviewer: names.person(one.reviewer),
                result: one.result,
                note: one.note.clone(),
                next_on: one.next_on,
            })
            .collect(),
        carried_out_on: measure.carried_out_on,
        reported_on: measure.reported_on,
        report: measure.report.clone(),
        ended_on: measure.ended_on,
        end_report: measure.end_report.clone(),
        withdrawn_on: measure.withdrawn_on,
        withdraw_reason: measure.withdraw_reason.clone(),
        missing: match measure.state {
            ExceptionState::Draft => whole.missing(false).into_iter().map(str::to_owned).collect(),
            _ => Vec::new(),
        },
        actions: actions(measure.state).into_iter().map(refused).collect::<Result<_>>()?,
        applicants: role_persons(session, &whole, &with_roles(session, &rules.exception_applicants, today)?)?,
        judges: role_persons(session, &whole, &with_roles(session, &judges, today)?)?,
        approvers: role_persons(session, &whole, &approvers(session, &whole, today)?)?,
        review_required: rules.exception_review,
        escape_clause: rules.applicant_approver_escape.clone(),
        basis: rules.basis(RuleKey::Exception).map(str::to_owned),
        proposals: proposals
            .into_iter()
            .map(|one| Linked { id: one.id, number: one.number, title: one.title })
            .collect(),
        history: history(session, &whole)?,
    })
}

/// The points with their words.
pub(crate) fn point_dtos(session: &Session, whole: &Whole) -> Vec<ExceptionPointDto> {
    let (pack, english) = (&whole.edition.pack, session.english());
    let dto = |point: &domain::exception::Point| ExceptionPointDto {
        clause: point.clause.clone(),
        item: point.item.clone(),
        title: pack.clause(&point.clause).map(|clause| clause.title_in(english).to_owned()).unwrap_or_default(),
        question: point.item.as_deref().and_then(|item| pack.item(item)).map(|item| item.question.clone()),
    };
    whole.points.iter().map(dto).collect()
}

fn role_persons(session: &Session, whole: &Whole, found: &[(Id, Role)]) -> Result<Vec<RolePerson>> {
    let mut list = Vec::new();
    for (id, role) in found {
        let person: Person = session.read().get(*id)?;
        list.push(RolePerson {
            person: *id,
            own: person.department.is_some() && person.department == whole.measure.department,
            name: if person.post.is_empty() {
                person.name
            } else {
                session.text("app-person", &[("post", &person.post), ("person", &person.name)])
            },
            role: *role,
            role_name: role_name(session, &whole.edition, *role),
        });
    }
    Ok(list)
}

/// Everything that happened to an exception and what belongs to it.
fn history(session: &Session, whole: &Whole) -> Result<Vec<HistoryEntry>> {
    let mut ids = vec![whole.measure.id];
    ids.extend(whole.periods.iter().map(|row| row.id));
    ids.extend(whole.judgements.iter().map(|row| row.id));
    ids.extend(whole.decisions.iter().map(|row| row.id));
    ids.extend(whole.reviews.iter().map(|row| row.id));
    journal::history_of(session, &ids)
}
