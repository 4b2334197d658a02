//! The office: departments, persons, roles and users.

use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use domain::kinds::Role;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::row::Reads;
use store::tables::{Department, FormerName, Person, RoleHolder, User};

/// The office.
pub fn get(session: &Session, _: Empty) -> Result<OfficeInfo> {
    let office = session.office()?;
    Ok(OfficeInfo {
        name: office.name,
        class_level: office.class_level,
        class_levels: session.class_levels()?,
        handling: office.handling,
    })
}

/// All departments in the office's order.
pub fn departments(session: &Session, _: Empty) -> Result<Vec<DepartmentRow>> {
    let read = session.read();
    let today = session.today();
    let persons: BTreeMap<Id, Person> = read.all::<Person>()?.into_iter().map(|p| (p.id, p)).collect();
    let holders = holders_on(read, today)?;
    let former = read.list::<FormerName>("ORDER BY until_on DESC, name, id", &[])?;
    let row = |department: Department| {
        let head = holders
            .iter()
            .filter(|holder| holder.role == Role::InfoManager)
            .filter_map(|holder| persons.get(&holder.person).map(|person| (holder, person)))
            .find(|(holder, person)| holder.department.or(person.department) == Some(department.id))
            .map(|(_, person)| person.name.clone());
        let count = persons.values().filter(|p| p.department == Some(department.id) && p.left_on.is_none()).count();
        DepartmentRow {
            id: department.id,
            name: department.name,
            kana: department.kana,
            closed_on: department.closed_on,
            head,
            persons: i64::try_from(count).unwrap_or(0),
            former_names: former
                .iter()
                .filter(|one| one.department == department.id)
                .map(|one| one.name.clone())
                .collect(),
        }
    };
    Ok(read.list::<Department>("ORDER BY position, name", &[])?.into_iter().map(row).collect())
}

/// All persons, those who left last.
pub fn persons(session: &Session, _: Empty) -> Result<Vec<PersonRow>> {
    let read = session.read();
    let departments: BTreeMap<Id, String> = read.all::<Department>()?.into_iter().map(|d| (d.id, d.name)).collect();
    let holders = holders_on(read, session.today())?;
    let logins: BTreeMap<Id, String> =
        read.list::<User>("WHERE removed_at IS NULL", &[])?.into_iter().map(|user| (user.person, user.login)).collect();
    let row = |person: Person| PersonRow {
        id: person.id,
        department_name: person.department.and_then(|id| departments.get(&id).cloned()),
        roles: holders.iter().filter(|holder| holder.person == person.id).map(|holder| holder.role).collect(),
        login: logins.get(&person.id).cloned(),
        name: person.name,
        kana: person.kana,
        post: person.post,
        department: person.department,
        expertise: person.expertise,
        affiliation: person.affiliation,
        left_on: person.left_on,
    };
    let list = read.list::<Person>("ORDER BY left_on IS NOT NULL, kana, name, id", &[])?;
    Ok(list.into_iter().map(row).collect())
}

/// All users, those removed last.
pub fn users(session: &Session, _: Empty) -> Result<Vec<UserRow>> {
    let names = session.person_names()?;
    let row = |user: User| UserRow {
        id: user.id,
        login: user.login,
        person: user.person,
        person_name: names.get(&user.person).cloned().unwrap_or_default(),
        removed_at: user.removed_at,
        last_unlock_at: user.last_unlock_at,
    };
    let list = session.read().list::<User>("ORDER BY removed_at IS NOT NULL, login", &[])?;
    Ok(list.into_iter().map(row).collect())
}

/// Who holds which role on a day.
pub fn holders_on(read: Reads<'_>, day: Date) -> Result<Vec<RoleHolder>> {
    let day = day.to_string();
    Ok(read.list(
        "WHERE (from_on IS NULL OR from_on <= ?1) AND (until_on IS NULL OR until_on >= ?1) ORDER BY role, id",
        &[&day],
    )?)
}
