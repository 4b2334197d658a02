//! Systems, contractors, cloud services and bodies that use a system.

use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use std::collections::BTreeMap;
use store::tables::{Department, Subject};

/// All of them, by kind and name.
pub fn list(session: &Session, _: Empty) -> Result<Vec<SubjectRow>> {
    let read = session.read();
    let departments: BTreeMap<Id, String> = read.all::<Department>()?.into_iter().map(|d| (d.id, d.name)).collect();
    let persons = session.person_names()?;
    let mut all = read.all::<Subject>()?;
    let names: BTreeMap<Id, String> = all.iter().map(|one| (one.id, one.name.clone())).collect();
    all.sort_by(|a, b| (a.kind, &a.kana, &a.name, a.id).cmp(&(b.kind, &b.kana, &b.name, b.id)));
    let row = |one: Subject| SubjectRow {
        id: one.id,
        kind: one.kind,
        name: one.name,
        kana: one.kana,
        department: one.department,
        department_name: departments.get(&one.department).cloned().unwrap_or_default(),
        person: one.person,
        person_name: one.person.and_then(|person| persons.get(&person).cloned()),
        parent: one.parent,
        parent_name: one.parent.and_then(|parent| names.get(&parent).cloned()),
        zone: one.zone,
        class_level: one.class_level,
        note: one.note,
        closed_on: one.closed_on,
    };
    Ok(all.into_iter().map(row).collect())
}
