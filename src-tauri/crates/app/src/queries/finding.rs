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
use domain::finding::{FactView, FindingState};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use store::row::{Cells, Reads};
use store::tables::Department;

/// Who stands in records of earlier years for persons whom they do not name.
pub fn unnamed() -> Id {
    Id::natural("person", &["past"])
}

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

/// Findings in the order of their numbers, read from the index alone: their texts are long, and a list shows none.
const LIST: &str = "
    SELECT f.id, f.number, f.fiscal_year, f.grade, f.title, f.department, f.state, f.cross_cutting, r.number
    FROM finding f LEFT JOIN finding r ON r.id = f.repeat_of
    WHERE (?1 IS NULL OR f.fiscal_year = ?1) AND (NOT ?2 OR f.state NOT IN ('closed', 'excepted'))
    ORDER BY f.fiscal_year, f.number";

/// Findings, the newest number last.
pub fn list(session: &Session, request: FindingQuery) -> Result<Vec<FindingRow>> {
    let read = session.read();
    let departments: BTreeMap<Id, String> = read.all::<Department>()?.into_iter().map(|d| (d.id, d.name)).collect();
    let today = session.today();
    let latest = Latest::read(session)?;
    Ok(read.query(LIST, &[&request.fiscal_year, &request.open], |row| {
        let mut cells = Cells::new(row);
        let (id, number, fiscal_year) = (cells.next("id")?, cells.next("number")?, cells.next("fiscal_year")?);
        let (grade, title, department): (_, _, Id) =
            (cells.next("grade")?, cells.next("title")?, cells.next("department")?);
        let (state, cross_cutting, repeat_of) =
            (cells.next("state")?, cells.next("cross_cutting")?, cells.next("repeat_of")?);
        let plan = latest.plans.get(&id);
        let due_on = plan.map(|(due_on, _)| *due_on).or_else(|| latest.orders.get(&id).copied());
        let (percent, next_report_on) = latest.progress.get(&id).copied().unzip();
        let (view, view_due_on) = latest.views.get(&id).copied().unzip();
        let view = view.flatten();
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
            owner: plan.map(|(_, owner)| owner.to_string()),
            next_report_on: next_report_on.flatten(),
            view,
            view_due_on: view_due_on.filter(|_| view.is_none()),
            repeat_of,
            cross_cutting,
            urgent: latest.urgent.contains(&id),
        })
    })?)
}

/// Who answers for a plan: the holder of a post in a department or, without a post, the person.
pub type Owner = (Option<Id>, String, Id);

/// What was written last about each finding. Each kind is one walk through an index that holds all that is asked for: a
/// look at ten thousand findings one by one takes ten times as long.
struct Latest {
    orders: BTreeMap<Id, Date>,
    /// The due date of the plan that was not returned, and who answers for it.
    plans: BTreeMap<Id, (Date, Rc<str>)>,
    progress: BTreeMap<Id, (i64, Option<Date>)>,
    /// What the department said, and by when it was to say it, unless the question was taken back.
    views: BTreeMap<Id, (Option<FactView>, Date)>,
    urgent: BTreeSet<Id>,
}

impl Latest {
    fn read(session: &Session) -> Result<Latest> {
        let read = session.read();
        let (posts, names, today) = (Posts::read(read)?, session.person_names()?, session.today());
        let mut owners: BTreeMap<Owner, Rc<str>> = BTreeMap::new();
        let orders = "SELECT finding, due_on FROM improvement_order ORDER BY finding, id";
        let plans = "SELECT finding, due_on, owner_department, owner_post, owner FROM improvement_plan
             WHERE return_reason = '' ORDER BY finding, id";
        let progress = "SELECT finding, percent, next_report_on FROM progress ORDER BY finding, id";
        let views = "SELECT finding, view, due_on, withdrawn_reason <> '' FROM fact_check ORDER BY finding, id";
        let views = last(read, views, |cells| {
            let (view, due_on) = (cells.next("view")?, cells.next("due_on")?);
            Ok((!cells.next::<bool>("withdrawn")?).then_some((view, due_on)))
        })?;
        Ok(Latest {
            orders: last(read, orders, |cells| cells.next("due_on"))?,
            plans: last(read, plans, |cells| {
                let due_on = cells.next("due_on")?;
                let key = (cells.next("owner_department")?, cells.next("owner_post")?, cells.next("owner")?);
                let owner = match owners.get(&key) {
                    Some(known) => Rc::clone(known),
                    None => {
                        let text: Rc<str> = owner_text(key.0, &key.1, key.2, &posts, &names, today).into();
                        owners.insert(key, Rc::clone(&text));
                        text
                    }
                };
                Ok((due_on, owner))
            })?,
            progress: last(read, progress, |cells| Ok((cells.next("percent")?, cells.next("next_report_on")?)))?,
            views: views.into_iter().filter_map(|(finding, view)| Some((finding, view?))).collect(),
            urgent: read
                .query("SELECT finding FROM improvement_order WHERE urgent_reason <> ''", &[], |row| {
                    Ok(Id::from_bytes(row.get(0)?))
                })?
                .into_iter()
                .collect(),
        })
    }
}

/// Who answers for the plan of each finding: a person, or whoever holds a post.
pub fn owners(read: Reads<'_>) -> Result<BTreeMap<Id, Owner>> {
    let sql = "SELECT finding, owner, owner_department, owner_post FROM improvement_plan
         WHERE return_reason = '' ORDER BY finding, id";
    last(read, sql, |cells| {
        let owner = cells.next("owner")?;
        Ok((cells.next("owner_department")?, cells.next("owner_post")?, owner))
    })
}

/// The last row of each finding, of rows that come by finding and then by time.
fn last<T>(
    read: Reads<'_>,
    sql: &str,
    mut take: impl FnMut(&mut Cells<'_>) -> store::Result<T>,
) -> Result<BTreeMap<Id, T>> {
    let rows = read.query(sql, &[], |row| {
        let mut cells = Cells::new(row);
        Ok((cells.next("finding")?, take(&mut cells)?))
    })?;
    Ok(rows.into_iter().collect())
}
