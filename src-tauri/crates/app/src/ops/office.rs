//! Changing the office: departments, persons, roles and users.

use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::office::holders_on;
use crate::session::{Session, office_id};
use domain::kinds::Role;
use domain::text::fold;
use domain::{Id, Keyed};
use jiff::ToSpan;
use store::tables::{Department, Office, Person, RoleHolder, User};
use store::workspace::NewUser;
use store::{Committed, OpMeta, Tx};

/// Changes the office.
pub fn save_office(session: &mut Session, meta: OpMeta, request: SaveOffice) -> Result<Committed<Empty>> {
    let name = required("name", &request.name)?;
    let class_level = required("class_level", &request.class_level)?;
    session.transact(meta, |tx| {
        let office: Office = tx.read().get(office_id())?;
        tx.put(&Office { name, class_level, handling: request.handling.trim().to_owned(), ..office })?;
        Ok(Empty {})
    })
}

/// Adds or changes a department.
pub fn save_department(session: &mut Session, meta: OpMeta, request: SaveDepartment) -> Result<Committed<ById>> {
    let name = required("name", &request.name)?;
    session.transact(meta, |tx| {
        let all = tx.read().all::<Department>()?;
        if all.iter().any(|other| Some(other.id) != request.id && fold(&other.name) == fold(&name)) {
            return Err(ErrorDto::new("duplicate-name").arg("name", &name).at("name"));
        }
        let position = all.iter().map(|other| other.position).max().unwrap_or(0) + 1;
        let id = request.id.unwrap_or_else(|| tx.new_id());
        let position = all.iter().find(|other| other.id == id).map_or(position, |known| known.position);
        let kana = request.kana.trim().to_owned();
        tx.put(&Department { id, name, kana, closed_on: request.closed_on, position })?;
        Ok(ById { id })
    })
}

/// Adds or changes a person and the roles the person holds.
pub fn save_person(session: &mut Session, meta: OpMeta, request: SavePerson) -> Result<Committed<ById>> {
    let name = required("name", &request.name)?;
    let today = session.today();
    session.transact(meta, |tx| {
        let id = request.id.unwrap_or_else(|| tx.new_id());
        if let Some(department) = request.department {
            let department: Department = tx.read().get(department)?;
            if department.closed_on.is_some_and(|closed| closed < today) && request.left_on.is_none() {
                return Err(ErrorDto::new("department-closed").arg("department", &department.name).at("department"));
            }
        }
        tx.put(&Person {
            id,
            name,
            kana: request.kana.trim().to_owned(),
            post: request.post.trim().to_owned(),
            department: request.department,
            expertise: request.expertise.trim().to_owned(),
            left_on: request.left_on,
            affiliation: request.affiliation.trim().to_owned(),
        })?;
        let held: Vec<RoleHolder> =
            holders_on(tx.read(), today)?.into_iter().filter(|holder| holder.person == id).collect();
        for holder in held.iter().filter(|holder| !request.roles.contains(&holder.role)) {
            // A role that began today was a slip of the hand; one held before ends yesterday and stays on record.
            if holder.from_on == Some(today) {
                tx.delete::<RoleHolder>(holder.id)?;
            } else {
                let until_on = today.checked_sub(1.day()).ok();
                tx.put(&RoleHolder { until_on, ..holder.clone() })?;
            }
        }
        for &role in request.roles.iter().filter(|role| held.iter().all(|holder| holder.role != **role)) {
            let from_on = succeeds_somebody(tx, role, id, request.department)?.then_some(today);
            tx.put(&RoleHolder {
                id: tx.new_id(),
                role,
                person: id,
                department: None,
                from_on,
                until_on: None,
                deputy: None,
            })?;
        }
        Ok(ById { id })
    })
}

/// Whether somebody else held the role before, for the same department. The first holder on record held it since
/// before the records began, so that what is entered after the fact, e.g. last year's order, fits.
fn succeeds_somebody(tx: &Tx<'_>, role: Role, person: Id, department: Option<Id>) -> Result<bool> {
    for holder in tx.read().list::<RoleHolder>("WHERE role = ?1", &[&role.key()])? {
        if holder.person != person && tx.read().get::<Person>(holder.person)?.department == department {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Gives a person a key slot.
pub fn add_user(session: &mut Session, meta: OpMeta, request: AddUser) -> Result<Committed<ById>> {
    let login = required("login", &request.login)?;
    let taken = session.read().list::<User>("WHERE removed_at IS NULL", &[])?;
    if taken.iter().any(|user| fold(&user.login) == fold(&login)) {
        return Err(ErrorDto::new("duplicate-name").arg("name", &login).at("login"));
    }
    if taken.iter().any(|user| user.person == request.person) {
        return Err(ErrorDto::new("person-is-user").at("person"));
    }
    let id: Id = session.env.new_id();
    let user = NewUser { id, login: &login, passphrase: &request.passphrase };
    session.workspace.check_new_user(&user).map_err(|error| ErrorDto::from(error).at("passphrase"))?;
    // The row comes first: a user without a slot is shown and can be given one; a slot without a user opens nothing.
    let committed = session.transact(meta, |tx| {
        tx.put(&User {
            id,
            login: login.clone(),
            person: request.person,
            removed_at: None,
            last_unlock_at: None,
            previous_unlock_at: None,
            last_lock_at: None,
        })?;
        Ok(ById { id })
    })?;
    session.workspace.add_user(&NewUser { id, login: &login, passphrase: &request.passphrase })?;
    Ok(committed)
}

/// Takes a user's key slot away and gives the workspace a new key.
pub fn remove_user(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    if request.id == session.user {
        return Err(ErrorDto::new("cannot-remove-oneself"));
    }
    let now = session.now();
    let committed = session.transact(meta, |tx| {
        let user: User = tx.read().get(request.id)?;
        tx.put(&User { removed_at: Some(now), ..user })?;
        Ok(Empty {})
    })?;
    session.workspace.remove_user(request.id)?;
    Ok(committed)
}
