//! The days of exceptions, for the list of what is awaited: when one ends, when it is to be looked at, and what was done
//! in an emergency and not reported yet.

use super::Whole;
use crate::dto::DueRow;
use crate::error::Result;
use crate::queries::due::days_late;
use crate::queries::posts::Posts;
use crate::session::Session;
use domain::due::DueKind;
use domain::exception::{ExceptionStanding, ExceptionState};
use jiff::civil::Date;
use store::tables::{Department, ExceptionMeasure};

/// What is awaited of exceptions. The post of the applicant answers for it, so that it goes over with the post.
pub fn due(session: &Session) -> Result<Vec<DueRow>> {
    let (read, today) = (session.read(), session.today());
    let live = read
        .list::<ExceptionMeasure>("WHERE state IN ('emergency', 'permitted', 'extending') ORDER BY number, id", &[])?;
    if live.is_empty() {
        return Ok(Vec::new());
    }
    let (posts, names) = (Posts::read(read)?, session.person_names()?);
    let mut rows = Vec::new();
    for measure in live {
        let whole = Whole::read(session, measure)?;
        let measure = &whole.measure;
        let department = measure.department.map(|id| read.find::<Department>(id)).transpose()?.flatten();
        let post = measure.applicant.and_then(|applicant| posts.of(applicant, today));
        for (kind, due_on) in days(&whole, today) {
            rows.push(DueRow {
                kind,
                id: measure.id,
                finding: None,
                number: measure.number.clone(),
                title: measure.title.clone(),
                what: String::new(),
                department: measure.department,
                department_name: department.as_ref().map(|one| one.name.clone()).unwrap_or_default(),
                due_on: Some(due_on),
                days_late: days_late(Some(due_on), today),
                owner: measure.applicant.and_then(|applicant| names.get(&applicant).cloned()),
                owner_department: post.as_ref().and_then(|post| post.0),
                owner_post: post.as_ref().map(|post| post.1.clone()).unwrap_or_default(),
                state: None,
                remindable: false,
                route: format!("/exceptions/{}", measure.id),
            });
        }
    }
    Ok(rows)
}

/// The days of one. What is over and not reported as ended is late until somebody ends or extends it.
fn days(whole: &Whole, today: Date) -> Vec<(DueKind, Date)> {
    let course = whole.course();
    let standing = course.standing(whole.measure.state, today);
    let mut days = Vec::new();
    if whole.measure.state == ExceptionState::Emergency {
        // The standards say 速やかに: from the day it was carried out the report is awaited.
        days.extend(whole.measure.carried_out_on.map(|day| (DueKind::ExceptionReport, day)));
    }
    if matches!(standing, ExceptionStanding::Running | ExceptionStanding::Coming | ExceptionStanding::Expired) {
        days.extend(course.last_day().map(|day| (DueKind::ExceptionEnd, day)));
    }
    if standing == ExceptionStanding::Running {
        days.extend(whole.review_on().map(|day| (DueKind::ExceptionReview, day)));
    }
    days
}
