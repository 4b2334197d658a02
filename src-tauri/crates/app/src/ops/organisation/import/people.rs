//! Rows of a list of persons.

use super::entry::{Deed, Entry, blank_entry};
use super::plan::{Belongs, Known};
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use ::exchange::{Heading, ListRow, ListSheet};
use domain::Keyed;
use domain::kinds::Role;
use domain::text::fold;
use std::collections::BTreeMap;
use store::tables::Person;

/// A person as a row has it.
pub(super) struct Row {
    /// The person as there is one, with what the row changes.
    pub(super) person: Person,
    /// Whether there is one.
    pub(super) is_there: bool,
    /// The department, if it is made by the same workbook.
    pub(super) new_department: Option<String>,
    /// Roles that are not held yet.
    pub(super) roles: Vec<Role>,
}

/// What the roles are called: by the standards in use, in both languages, and in general.
pub(in crate::ops::organisation) fn roles(session: &Session) -> Result<BTreeMap<String, Role>> {
    let mut found = BTreeMap::new();
    for role in Role::ALL {
        for lang in [i18n::Lang::Ja, i18n::Lang::En] {
            found.insert(fold(&i18n::enum_text(lang, "role", role.key())), *role);
        }
    }
    // The words of the standard in use go before the general ones: 情報セキュリティ管理者 is somebody else in each.
    for id in crate::queries::pack::used(session)? {
        for one in &session.edition(id)?.pack.roles {
            found.insert(fold(&one.name), one.role);
            found.extend(one.name_en.iter().map(|name| (fold(name), one.role)));
        }
    }
    Ok(found)
}

pub(super) fn plan(known: &Known<'_>, sheet: &ListSheet, row: &ListRow, belongs: Belongs, entries: &mut Vec<Entry>) {
    let Some(name) = row.cells.get(&Heading::Person) else {
        let Some(cell) = row.cells.values().next() else { return };
        let mut entry = blank_entry(sheet, cell, OfficeEntry::Person, "person");
        entry.nameless(cell);
        entries.push(entry);
        return;
    };
    let mut entry = blank_entry(sheet, name, OfficeEntry::Person, "person");
    if let Some(broken) = row.cells.values().find(|cell| cell.broken) {
        entry.refuse(OfficeRowIssue::Broken, broken);
        entries.push(entry);
        return;
    }
    let same = |other: &Entry| other.row.entry == OfficeEntry::Person && other.folded == entry.folded;
    if entries.iter().any(same) {
        entry.refuse(OfficeRowIssue::Twice, name);
        entries.push(entry);
        return;
    }
    if belongs == Belongs::Undecided {
        let cell = row.cells.get(&Heading::Department).unwrap_or(name);
        entry.wait(OfficeRowIssue::DepartmentOpen, cell);
        entries.push(entry);
        return;
    }
    let mut candidates: Vec<&Person> = known.persons.get(&entry.folded).into_iter().flatten().collect();
    if let (true, Belongs::To(department)) = (candidates.len() > 1, &belongs) {
        candidates.retain(|person| person.department == Some(*department));
    }
    let found = match candidates.as_slice() {
        [] => None,
        [only] => Some(*only),
        _ => {
            entry.refuse(OfficeRowIssue::Namesake, name);
            entries.push(entry);
            return;
        }
    };
    let row = fill(known, &mut entry, row, found, belongs);
    entry.settle(row.is_there);
    entry.deed = Deed::Person(row);
    entries.push(entry);
}

fn fill(known: &Known<'_>, entry: &mut Entry, row: &ListRow, found: Option<&Person>, belongs: Belongs) -> Row {
    let text = |heading: Heading| row.cells.get(&heading).map(|cell| cell.text.as_str()).unwrap_or_default();
    let mut person = found.cloned().unwrap_or_else(|| Person {
        id: domain::Id::natural("none", &[]),
        name: entry.row.name.clone(),
        kana: String::new(),
        post: String::new(),
        department: None,
        expertise: String::new(),
        left_on: None,
        affiliation: String::new(),
    });
    person.kana = entry.fill(Heading::Kana, &person.kana, text(Heading::Kana));
    let before = known.department_name(person.department);
    let mut new_department = None;
    match belongs {
        Belongs::To(id) => {
            entry.fill(Heading::Department, &before, &known.department_name(Some(id)));
            person.department = Some(id);
        }
        Belongs::ToNew(name) => {
            entry.fill(Heading::Department, &before, &name);
            new_department = Some(name);
        }
        // A list that does not say where somebody is does not say that they are nowhere.
        Belongs::ToNone | Belongs::Undecided => {}
    }
    person.post = entry.fill(Heading::Post, &person.post, text(Heading::Post));
    person.expertise = entry.fill(Heading::Expertise, &person.expertise, text(Heading::Expertise));
    person.affiliation = entry.fill(Heading::Affiliation, &person.affiliation, text(Heading::Affiliation));
    let roles = roles_of(known, entry, row, found);
    Row { person, is_there: found.is_some(), new_department, roles }
}

/// The roles a row gives that are not held yet. What is no role is said and left out.
fn roles_of(known: &Known<'_>, entry: &mut Entry, row: &ListRow, found: Option<&Person>) -> Vec<Role> {
    let Some(cell) = row.cells.get(&Heading::Role) else { return Vec::new() };
    let held: Vec<Role> =
        known.held.iter().filter(|one| found.is_some_and(|p| p.id == one.person)).map(|one| one.role).collect();
    let mut roles: Vec<Role> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for part in cell.text.split(['、', '，', ',', '・', '/', '／', '\n']).map(str::trim).filter(|part| !part.is_empty())
    {
        match known.roles.get(&fold(part)) {
            None => {
                let (issue, cell) = (OfficeRowIssue::RoleUnknown, cell.address.clone());
                entry.row.issues.push(OfficeIssue { issue, cell, text: part.to_owned() });
            }
            Some(role) if held.contains(role) || roles.contains(role) => {}
            Some(role) => {
                roles.push(*role);
                names.push(part);
            }
        }
    }
    entry.fill(Heading::Role, "", &names.join("、"));
    roles
}
