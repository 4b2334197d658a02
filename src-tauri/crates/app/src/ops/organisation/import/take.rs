//! Taking rows over: departments first, then persons, then what departments and persons answer for.

use super::super::record_move;
use super::entry::{Deed, Entry};
use super::{people, things};
use crate::error::{ErrorDto, Result};
use domain::Id;
use domain::kinds::SubjectKind;
use domain::text::fold;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::Tx;
use store::tables::{Department, FormerName, Person, RoleHolder, Subject};

/// Takes the rows over and says how many.
pub(super) fn all(tx: &mut Tx<'_>, entries: &[Entry], on: Date) -> Result<i64> {
    let mut made = Made::of(tx)?;
    for entry in entries {
        if let Deed::Department(department, former) = &entry.deed {
            made.department(tx, department, former.as_deref())?;
        }
    }
    for entry in entries {
        if let Deed::Person(row) = &entry.deed {
            made.person(tx, row, on)?;
        }
    }
    // A subcontractor may stand above its contractor in the list, and a body above the system it uses.
    for top in [true, false] {
        for entry in entries {
            match &entry.deed {
                Deed::Subject(row) if row.under.is_none() == top => made.subject(tx, row)?,
                _ => {}
            }
        }
    }
    Ok(i64::try_from(entries.len()).unwrap_or(i64::MAX))
}

/// What there is by name, with what the rows before made.
struct Made {
    departments: BTreeMap<String, Id>,
    persons: BTreeMap<String, Id>,
    subjects: BTreeMap<(SubjectKind, String), Id>,
    next: i64,
}

impl Made {
    fn of(tx: &Tx<'_>) -> Result<Made> {
        let departments = tx.read().all::<Department>()?;
        Ok(Made {
            next: departments.iter().map(|one| one.position).max().unwrap_or(0) + 1,
            departments: departments.iter().map(|one| (fold(&one.name), one.id)).collect(),
            persons: tx.read().all::<Person>()?.iter().map(|one| (fold(&one.name), one.id)).collect(),
            subjects: tx.read().all::<Subject>()?.iter().map(|one| ((one.kind, fold(&one.name)), one.id)).collect(),
        })
    }

    /// The department a row belongs to: one that was there, or one that the same workbook makes.
    fn belongs(&self, known: Option<Id>, new: Option<&String>) -> Result<Option<Id>> {
        match new {
            None => Ok(known),
            // The row that makes it may have been left out.
            Some(name) => match self.departments.get(&fold(name)) {
                Some(id) => Ok(Some(*id)),
                None => Err(ErrorDto::new("import-department-left-out").arg("department", name)),
            },
        }
    }

    fn department(&mut self, tx: &mut Tx<'_>, row: &Department, former: Option<&str>) -> Result<()> {
        let is_there = tx.read().find::<Department>(row.id)?.is_some();
        let id = if is_there { row.id } else { tx.new_id() };
        let position = if is_there { row.position } else { self.next };
        self.next += i64::from(!is_there);
        tx.put(&Department { id, position, ..row.clone() })?;
        self.departments.insert(fold(&row.name), id);
        if let Some(name) = former {
            let former = FormerName { id: tx.new_id(), department: id, name: name.to_owned(), until_on: None };
            tx.put(&former)?;
        }
        Ok(())
    }

    fn person(&mut self, tx: &mut Tx<'_>, row: &people::Row, on: Date) -> Result<()> {
        let id = if row.is_there { row.person.id } else { tx.new_id() };
        let department = self.belongs(row.person.department, row.new_department.as_ref())?;
        let person = Person { id, department, ..row.person.clone() };
        if let Some(before) = tx.read().find::<Person>(id)? {
            let was_somewhere = before.department.is_some() || !before.post.is_empty();
            if was_somewhere && (before.department != person.department || before.post != person.post) {
                record_move(tx, &before, on)?;
            }
        }
        tx.put(&person)?;
        self.persons.insert(fold(&person.name), id);
        for &role in &row.roles {
            let held = RoleHolder {
                id: tx.new_id(),
                role,
                person: id,
                department: None,
                from_on: Some(on),
                until_on: None,
                deputy: None,
            };
            tx.put(&held)?;
        }
        Ok(())
    }

    fn subject(&mut self, tx: &mut Tx<'_>, row: &things::Row) -> Result<()> {
        let id = if row.is_there { row.subject.id } else { tx.new_id() };
        let known = Some(row.subject.department);
        let department = self.belongs(known, row.new_department.as_ref())?.unwrap_or(row.subject.department);
        let above = row.under.as_ref().and_then(|(kind, name)| self.subjects.get(&(*kind, fold(name))).copied());
        let parent = above.filter(|above| *above != id).or(row.subject.parent);
        let answers = row.answers.as_ref().and_then(|name| self.persons.get(&fold(name)).copied());
        let person = answers.or(row.subject.person);
        tx.put(&Subject { id, department, parent, person, ..row.subject.clone() })?;
        self.subjects.insert((row.subject.kind, fold(&row.subject.name)), id);
        Ok(())
    }
}
