//! What was so before in the office, and who holds which role when.

use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use std::collections::BTreeMap;
use store::tables::{Department, FormerName, Person, Posting, RoleHolder};

/// The former names of a department, and who was there before.
pub fn department(session: &Session, request: ById) -> Result<DepartmentHistory> {
    let of = request.id.as_bytes().as_slice();
    let names = session.read().list::<FormerName>("WHERE department = ?1 ORDER BY until_on DESC, name, id", &[&of])?;
    let name = |row: FormerName| FormerNameRow {
        id: row.id,
        department: row.department,
        name: row.name,
        until_on: row.until_on,
    };
    let order = "WHERE department = ?1 ORDER BY until_on DESC, id";
    let postings = session.read().list::<Posting>(order, &[&of])?;
    Ok(DepartmentHistory { names: names.into_iter().map(name).collect(), postings: rows(session, postings)? })
}

/// The posts a person held before, the latest first.
pub fn postings(session: &Session, request: ById) -> Result<Vec<PostingRow>> {
    let of = request.id.as_bytes().as_slice();
    let order = "WHERE person = ?1 ORDER BY until_on DESC, id";
    rows(session, session.read().list::<Posting>(order, &[&of])?)
}

fn rows(session: &Session, postings: Vec<Posting>) -> Result<Vec<PostingRow>> {
    let (persons, departments) = (session.person_names()?, department_names(session)?);
    let row = |posting: Posting| PostingRow {
        id: posting.id,
        person_name: persons.get(&posting.person).cloned().unwrap_or_default(),
        person: posting.person,
        department_name: posting.department.and_then(|id| departments.get(&id).cloned()),
        department: posting.department,
        post: posting.post,
        from_on: posting.from_on,
        until_on: posting.until_on,
    };
    Ok(postings.into_iter().map(row).collect())
}

/// Every holding of a role: those of today first, by role, then the former ones, the latest first.
pub fn roles(session: &Session, _: Empty) -> Result<Vec<RoleHolderRow>> {
    let (read, today) = (session.read(), session.today());
    let persons: BTreeMap<Id, Person> = read.all::<Person>()?.into_iter().map(|one| (one.id, one)).collect();
    let departments = department_names(session)?;
    let row = |holder: RoleHolder| {
        let person = persons.get(&holder.person);
        let current =
            holder.from_on.is_none_or(|from| from <= today) && holder.until_on.is_none_or(|until| until >= today);
        RoleHolderRow {
            id: holder.id,
            role: holder.role,
            person: holder.person,
            person_name: person.map(|one| one.name.clone()).unwrap_or_default(),
            person_department: person.and_then(|one| one.department).and_then(|id| departments.get(&id).cloned()),
            department: holder.department,
            department_name: holder.department.and_then(|id| departments.get(&id).cloned()),
            from_on: holder.from_on,
            until_on: holder.until_on,
            current,
            deputy: holder.deputy,
            deputy_name: holder.deputy.and_then(|id| persons.get(&id)).map(|one| one.name.clone()),
        }
    };
    let mut all: Vec<RoleHolderRow> = read.all::<RoleHolder>()?.into_iter().map(row).collect();
    all.sort_by(|a, b| {
        (!a.current, a.role, b.until_on, &a.person_name, a.id).cmp(&(
            !b.current,
            b.role,
            a.until_on,
            &b.person_name,
            b.id,
        ))
    });
    Ok(all)
}

/// The names of all departments.
pub fn department_names(session: &Session) -> Result<BTreeMap<Id, String>> {
    Ok(session.read().all::<Department>()?.into_iter().map(|one| (one.id, one.name)).collect())
}
