//! What changes in the office on a day and stays on record: names of departments, posts and roles of persons.

pub mod import;
pub mod listed;

use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::session::Session;
use domain::text::fold;
use jiff::ToSpan;
use jiff::civil::Date;
use store::tables::{Department, FormerName, Person, Posting, RoleHolder};
use store::{Committed, OpMeta, Tx};

/// Gives a department a new name from a day on; the old one stays on record.
pub fn rename(session: &mut Session, meta: OpMeta, request: RenameDepartment) -> Result<Committed<ById>> {
    let name = required("name", &request.name)?;
    not_to_come(session, request.on)?;
    session.transact(meta, |tx| {
        let department: Department = tx.read().get(request.id)?;
        let all = tx.read().all::<Department>()?;
        if all.iter().any(|other| fold(&other.name) == fold(&name)) {
            return Err(ErrorDto::new("duplicate-name").arg("name", &name).at("name"));
        }
        let former = FormerName {
            id: tx.new_id(),
            department: department.id,
            name: department.name.clone(),
            until_on: Some(day_before(request.on)),
        };
        tx.put(&former)?;
        tx.put(&Department { name, ..department })?;
        Ok(ById { id: request.id })
    })
}

/// Adds or corrects a name a department had before.
pub fn save_former_name(session: &mut Session, meta: OpMeta, request: SaveFormerName) -> Result<Committed<ById>> {
    let name = required("name", &request.name)?;
    session.transact(meta, |tx| {
        let department: Department = tx.read().get(request.department)?;
        let known = tx.read().list::<FormerName>("WHERE department = ?1", &[&department.id.as_bytes().as_slice()])?;
        let same = |one: &FormerName| {
            Some(one.id) != request.id && fold(&one.name) == fold(&name) && one.until_on == request.until_on
        };
        if known.iter().any(same) {
            return Err(ErrorDto::new("duplicate-name").arg("name", &name).at("name"));
        }
        let id = request.id.unwrap_or_else(|| tx.new_id());
        tx.put(&FormerName { id, department: department.id, name, until_on: request.until_on })?;
        Ok(ById { id })
    })
}

/// Takes a former name that was entered by mistake off the record.
pub fn delete_former_name(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        tx.read().get::<FormerName>(request.id)?;
        tx.delete::<FormerName>(request.id)?;
        Ok(Empty {})
    })
}

/// 異動: a person goes to another department or post; what was before stays on record.
pub fn move_person(session: &mut Session, meta: OpMeta, request: MovePerson) -> Result<Committed<ById>> {
    not_to_come(session, request.on)?;
    session.transact(meta, |tx| {
        let person: Person = tx.read().get(request.id)?;
        if let Some(department) = request.department {
            let department: Department = tx.read().get(department)?;
            if department.closed_on.is_some_and(|closed| closed < request.on) {
                return Err(ErrorDto::new("department-closed").arg("department", &department.name).at("department"));
            }
        }
        let post = request.post.trim().to_owned();
        if person.department == request.department && person.post == post {
            return Err(ErrorDto::new("nothing-moved").arg("person", &person.name).at("department"));
        }
        record_move(tx, &person, request.on)?;
        tx.put(&Person { department: request.department, post, ..person })?;
        Ok(ById { id: request.id })
    })
}

/// Puts the present post of a person on record as a former one that ended on the day before.
pub(super) fn record_move(tx: &mut Tx<'_>, person: &Person, on: Date) -> Result<()> {
    let before = tx.read().list::<Posting>("WHERE person = ?1", &[&person.id.as_bytes().as_slice()])?;
    let from_on =
        before.iter().filter_map(|posting| posting.until_on).max().and_then(|last| last.checked_add(1.day()).ok());
    let until = day_before(on);
    if from_on.is_some_and(|from| until < from) {
        return Err(ErrorDto::new("until-before-from").at("on"));
    }
    let posting = Posting {
        id: tx.new_id(),
        person: person.id,
        department: person.department,
        post: person.post.clone(),
        from_on,
        until_on: Some(until),
    };
    Ok(tx.put(&posting)?)
}

/// Adds or corrects a post a person held before.
pub fn save_posting(session: &mut Session, meta: OpMeta, request: SavePosting) -> Result<Committed<ById>> {
    in_order(request.from_on, request.until_on)?;
    let post = request.post.trim().to_owned();
    if post.is_empty() && request.department.is_none() {
        return Err(ErrorDto::required("post"));
    }
    session.transact(meta, |tx| {
        tx.read().get::<Person>(request.person)?;
        let id = request.id.unwrap_or_else(|| tx.new_id());
        let SavePosting { person, department, from_on, until_on, .. } = request;
        tx.put(&Posting { id, person, department, post, from_on, until_on })?;
        Ok(ById { id })
    })
}

/// Takes a former post that was entered by mistake off the record.
pub fn delete_posting(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        tx.read().get::<Posting>(request.id)?;
        tx.delete::<Posting>(request.id)?;
        Ok(Empty {})
    })
}

/// Adds or corrects who holds a role, from when until when, and who stands in.
pub fn save_role(session: &mut Session, meta: OpMeta, request: SaveRoleHolder) -> Result<Committed<ById>> {
    in_order(request.from_on, request.until_on)?;
    if request.deputy == Some(request.person) {
        return Err(ErrorDto::new("deputy-is-holder").at("deputy"));
    }
    session.transact(meta, |tx| {
        let person: Person = tx.read().get(request.person)?;
        let held = tx.read().list::<RoleHolder>("WHERE person = ?1", &[&person.id.as_bytes().as_slice()])?;
        let same = |other: &&RoleHolder| {
            Some(other.id) != request.id
                && other.role == request.role
                && other.department == request.department
                && overlap((other.from_on, other.until_on), (request.from_on, request.until_on))
        };
        if held.iter().any(|other| same(&other)) {
            return Err(ErrorDto::new("role-held-twice").arg("person", &person.name).at("from_on"));
        }
        let id = request.id.unwrap_or_else(|| tx.new_id());
        let SaveRoleHolder { role, person, department, from_on, until_on, deputy, .. } = request;
        tx.put(&RoleHolder { id, role, person, department, from_on, until_on, deputy })?;
        Ok(ById { id })
    })
}

/// Takes a role that was entered by mistake off the record. One that ended gets a last day instead.
pub fn delete_role(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        tx.read().get::<RoleHolder>(request.id)?;
        tx.delete::<RoleHolder>(request.id)?;
        Ok(Empty {})
    })
}

type Span = (Option<Date>, Option<Date>);

fn overlap(a: Span, b: Span) -> bool {
    let before = |until: Option<Date>, from: Option<Date>| match (until, from) {
        (Some(until), Some(from)) => until < from,
        _ => false,
    };
    !before(a.1, b.0) && !before(b.1, a.0)
}

fn in_order(from: Option<Date>, until: Option<Date>) -> Result<()> {
    match (from, until) {
        (Some(from), Some(until)) if until < from => Err(ErrorDto::new("until-before-from").at("until_on")),
        _ => Ok(()),
    }
}

/// What will be is not so yet: names and posts are recorded on the day they change or after it.
pub(super) fn not_to_come(session: &Session, day: Date) -> Result<()> {
    if day > session.today() { Err(ErrorDto::new("date-in-future").at("on")) } else { Ok(()) }
}

fn day_before(day: Date) -> Date {
    day.checked_sub(1.day()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_times_overlap_unless_one_ends_before_the_other_begins() {
        let day = |text: &str| text.parse::<Date>().ok();
        let april = (day("2026-04-01"), None);
        assert!(overlap(april, (None, None)));
        assert!(overlap(april, (None, day("2026-04-01"))));
        assert!(!overlap(april, (None, day("2026-03-31"))));
        assert!(!overlap((None, day("2026-03-31")), april));
        assert!(overlap((day("2025-04-01"), day("2026-09-30")), april));
    }
}
