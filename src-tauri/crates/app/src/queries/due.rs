//! What is awaited, and by when: one reading for the list of days, for reminders and for what goes over to the next
//! holder of a post.

use super::posts::{Post, Posts};
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::due::{DueKind, awaited, awaited_from_department};
use domain::finding::FindingState;
use domain::kinds::Grade;
use domain::{Id, Keyed};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::row::Cells;
use store::tables::{Department, Engagement, EngagementTarget};

/// Milestones of the plans in force that were not reached.
const MILESTONES: &str = "
    SELECT m.id, m.finding, m.due_on, m.what FROM milestone m
    WHERE m.done_on IS NULL
      AND m.plan = (SELECT max(id) FROM improvement_plan WHERE finding = m.finding AND return_reason = '')";

/// Other departments that were asked and have not answered.
const HORIZONTAL: &str = "
    SELECT h.id, h.finding, h.department, h.due_on, h.question, f.number, f.title, f.state
    FROM horizontal_check h JOIN finding f ON f.id = h.finding WHERE h.state = 'asked'";

/// Everything that is awaited, what was to be there first coming first.
pub fn list(session: &Session, _: Empty) -> Result<Vec<DueRow>> {
    let mut rows: Vec<DueRow> = open(session)?.into_iter().filter(|row| row.due_on.is_some()).collect();
    rows.sort_by(|a, b| (a.due_on, &a.number, a.kind).cmp(&(b.due_on, &b.number, b.kind)));
    Ok(rows)
}

/// Everything that is open, with a day or without.
pub fn open(session: &Session) -> Result<Vec<DueRow>> {
    let read = session.read();
    let today = session.today();
    let departments: BTreeMap<Id, String> = read.all::<Department>()?.into_iter().map(|d| (d.id, d.name)).collect();
    let owners = owners(session)?;
    let findings = super::finding::list(session, FindingQuery { fiscal_year: None, open: true })?;
    let by_id: BTreeMap<Id, &FindingRow> = findings.iter().map(|row| (row.id, row)).collect();
    let mut rows = Vec::new();
    let of_finding = |kind: DueKind, id: Id, row: &FindingRow, due_on: Option<Date>, what: String| {
        let owner = owners.get(&row.id);
        DueRow {
            kind,
            id,
            finding: Some(row.id),
            number: row.number.clone(),
            title: row.title.clone(),
            what,
            department: Some(row.department),
            department_name: row.department_name.clone(),
            due_on,
            days_late: days_late(due_on, today),
            owner: row.owner.clone(),
            owner_department: owner.and_then(|post| post.0),
            owner_post: owner.map(|post| post.1.clone()).unwrap_or_default(),
            state: Some(row.state),
            remindable: awaited_from_department(kind, row.state),
            route: format!("/findings/{}", row.id),
        }
    };
    for row in findings.iter().filter(|row| row.grade != Grade::GoodPractice) {
        let mut push = |kind: DueKind, due_on: Option<Date>| {
            if awaited(kind, row.state) && due_on.is_some() {
                rows.push(of_finding(kind, row.id, row, due_on, String::new()));
            }
        };
        push(DueKind::View, row.view_due_on);
        push(DueKind::Improvement, row.due_on);
        push(DueKind::Progress, row.next_report_on);
    }
    let milestones = read.query(MILESTONES, &[], |row| {
        let mut cells = Cells::new(row);
        let (id, finding): (Id, Id) = (cells.next("id")?, cells.next("finding")?);
        let (due_on, what): (Date, String) = (cells.next("due_on")?, cells.next("what")?);
        Ok((id, finding, due_on, what))
    })?;
    for (id, finding, due_on, what) in milestones {
        if let Some(row) = by_id.get(&finding).filter(|row| awaited(DueKind::Milestone, row.state)) {
            rows.push(of_finding(DueKind::Milestone, id, row, Some(due_on), what));
        }
    }
    let checks = read.query(HORIZONTAL, &[], |row| {
        let mut cells = Cells::new(row);
        let (id, finding): (Id, Id) = (cells.next("id")?, cells.next("finding")?);
        let (department, due_on): (Id, Date) = (cells.next("department")?, cells.next("due_on")?);
        let (what, number): (String, String) = (cells.next("question")?, cells.next("number")?);
        let (title, state): (String, FindingState) = (cells.next("title")?, cells.next("state")?);
        Ok(DueRow {
            kind: DueKind::Horizontal,
            id,
            finding: Some(finding),
            number,
            title,
            what,
            department: Some(department),
            department_name: departments.get(&department).cloned().unwrap_or_default(),
            due_on: Some(due_on),
            days_late: days_late(Some(due_on), today),
            owner: None,
            owner_department: None,
            owner_post: String::new(),
            state: Some(state),
            remindable: awaited_from_department(DueKind::Horizontal, state),
            route: format!("/findings/{finding}"),
        })
    })?;
    rows.extend(checks);
    rows.extend(loans(session, &departments)?);
    rows.extend(super::exception::due(session)?);
    Ok(rows)
}

/// The post that answers for each plan. Where a person was named, it is the post that person holds today.
fn owners(session: &Session) -> Result<BTreeMap<Id, Post>> {
    let read = session.read();
    let (posts, today) = (Posts::read(read)?, session.today());
    let mut held: BTreeMap<Id, Option<Post>> = BTreeMap::new();
    let mut owners = BTreeMap::new();
    for (finding, (department, post, owner)) in super::finding::owners(read)? {
        let post = match post.as_str() {
            "" => held.entry(owner).or_insert_with(|| posts.of(owner, today)).clone(),
            _ => Some((department, post)),
        };
        owners.extend(post.map(|post| (finding, post)));
    }
    Ok(owners)
}

/// Papers that have to go back: whoever leads the audit answers for them.
fn loans(session: &Session, departments: &BTreeMap<Id, String>) -> Result<Vec<DueRow>> {
    let read = session.read();
    let (posts, names, today) = (Posts::read(read)?, session.person_names()?, session.today());
    let mut rows = Vec::new();
    for loan in super::loan::open(read, None)? {
        let engagement: Engagement = read.get(loan.engagement)?;
        let target = loan.target.map(|target| read.find::<EngagementTarget>(target)).transpose()?.flatten();
        let department = target.map(|target| target.department);
        let post = engagement.lead.and_then(|lead| posts.of(lead, today));
        rows.push(DueRow {
            kind: DueKind::Loan,
            id: loan.id,
            finding: None,
            number: String::new(),
            title: loan.name,
            what: engagement.title,
            department,
            department_name: department.and_then(|id| departments.get(&id).cloned()).unwrap_or(loan.lender),
            due_on: loan.due_on,
            days_late: days_late(loan.due_on, today),
            owner: engagement.lead.and_then(|lead| names.get(&lead).cloned()),
            owner_department: post.as_ref().and_then(|post| post.0),
            owner_post: post.map(|post| post.1).unwrap_or_default(),
            state: None,
            remindable: false,
            route: format!("/audits/{}/loans", loan.engagement),
        });
    }
    Ok(rows)
}

/// Days past a day; negative: days left.
pub(super) fn days_late(due_on: Option<Date>, today: Date) -> Option<i64> {
    due_on?.until(today).ok().map(|span| i64::from(span.get_days()))
}

/// What is awaited, in words.
pub fn kind_text(session: &Session, kind: DueKind) -> String {
    i18n::enum_text(session.lang(), "due-kind", kind.key())
}

/// Which finding or paper, and what of it.
pub fn about(row: &DueRow) -> String {
    let title = [row.number.as_str(), row.title.as_str()].into_iter().filter(|part| !part.is_empty());
    let title = title.collect::<Vec<_>>().join(" ");
    if row.what.is_empty() { title } else { format!("{title}\n{}", row.what) }
}
