//! Findings: lists, one with its whole life, and what can be done with it now.

mod detail;
mod life;

pub use detail::{covering, earlier, get, levels};
pub use life::Life;

use super::posts::Posts;
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use domain::finding::FindingState;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::row::Column;
use store::tables::Department;

/// Days past the due date, if the finding is not closed; negative: days left.
pub fn days_late(state: FindingState, due_on: Option<Date>, today: Date) -> Option<i64> {
    let settled = matches!(state, FindingState::Closed | FindingState::Excepted);
    let due_on = due_on.filter(|_| !settled)?;
    due_on.until(today).ok().map(|span| i64::from(span.get_days()))
}

/// Who answers for a plan, in one line: the post with its holder today, or the person who was named.
fn owner_text(
    department: Option<Id>,
    post: &str,
    owner: Id,
    posts: &Posts,
    names: &BTreeMap<Id, String>,
    today: Date,
) -> String {
    let name = |id: &Id| names.get(id).cloned().unwrap_or_default();
    if post.is_empty() {
        return name(&owner);
    }
    let holders: Vec<String> = posts.holders(&(department, post.to_owned()), today).iter().map(name).collect();
    if holders.is_empty() { post.to_owned() } else { format!("{post} {}", holders.join("、")) }
}

/// The last row of each kind that belongs to a finding, found by the index on it: ids grow with time.
const LIST: &str = "
    SELECT f.id, f.number, f.fiscal_year, f.grade, f.title, f.department, f.state, f.cross_cutting, r.number,
           coalesce(p.due_on, o.due_on), p.owner, p.owner_department, p.owner_post, g.percent, g.next_report_on,
           c.view, c.due_on, EXISTS (SELECT 1 FROM improvement_order u WHERE u.finding = f.id AND u.urgent_reason <> '')
    FROM finding f
    LEFT JOIN finding r ON r.id = f.repeat_of
    LEFT JOIN improvement_order o ON o.id = (SELECT max(id) FROM improvement_order WHERE finding = f.id)
    LEFT JOIN improvement_plan p
      ON p.id = (SELECT max(id) FROM improvement_plan WHERE finding = f.id AND return_reason = '')
    LEFT JOIN progress g ON g.id = (SELECT max(id) FROM progress WHERE finding = f.id)
    LEFT JOIN fact_check c
      ON c.id = (SELECT max(id) FROM fact_check WHERE finding = f.id) AND c.withdrawn_reason = ''
    WHERE (?1 IS NULL OR f.fiscal_year = ?1) AND (NOT ?2 OR f.state NOT IN ('closed', 'excepted'))
    ORDER BY f.fiscal_year, f.number";

/// Findings, the newest number last.
pub fn list(session: &Session, request: FindingQuery) -> Result<Vec<FindingRow>> {
    let read = session.read();
    let posts = Posts::read(read)?;
    let departments: BTreeMap<Id, String> = read.all::<Department>()?.into_iter().map(|d| (d.id, d.name)).collect();
    let names = session.person_names()?;
    let today = session.today();
    let rows = read.query(LIST, &[&request.fiscal_year, &request.open], |row| {
        let mut cells = store::row::Cells::new(row);
        let (id, number, fiscal_year) = (cells.next("id")?, cells.next("number")?, cells.next("fiscal_year")?);
        let (grade, title, department): (_, _, Id) =
            (cells.next("grade")?, cells.next("title")?, cells.next("department")?);
        let (state, cross_cutting, repeat_of) =
            (cells.next("state")?, cells.next("cross_cutting")?, cells.next("repeat_of")?);
        let due_on: Option<Date> = cells.next("due_on")?;
        let owner: Option<Id> = cells.next("owner")?;
        let (post_in, post): (Option<Id>, Option<String>) =
            (cells.next("owner_department")?, cells.next("owner_post")?);
        let (percent, next_report_on) = (cells.next("percent")?, cells.next("next_report_on")?);
        let view: Option<domain::finding::FactView> = cells.next("view")?;
        let view_due_on: Option<Date> = cells.next("view_due_on")?;
        Ok(FindingRow {
            id,
            number,
            fiscal_year,
            grade,
            title,
            department,
            department_name: departments.get(&department).cloned().unwrap_or_default(),
            state,
            due_on,
            days_late: days_late(state, due_on, today),
            percent,
            owner: owner.map(|owner| owner_text(post_in, &post.unwrap_or_default(), owner, &posts, &names, today)),
            next_report_on,
            view,
            view_due_on: view_due_on.filter(|_| view.is_none()),
            repeat_of,
            cross_cutting,
            urgent: bool::from_value(row.get_ref(17)?).unwrap_or(false),
        })
    })?;
    Ok(rows)
}
