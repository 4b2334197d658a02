//! Systems, contractors, cloud services and bodies that use a system.

use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::session::Session;
use domain::text::fold;
use store::tables::{Department, Subject};
use store::{Committed, OpMeta};

/// Adds or changes one of them.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveSubject) -> Result<Committed<ById>> {
    let name = required("name", &request.name)?;
    let class_level = request.class_level.trim().to_owned();
    if !class_level.is_empty() && !session.class_levels()?.contains(&class_level) {
        return Err(ErrorDto::new("no-such-class").arg("level", &class_level).at("class_level"));
    }
    session.transact(meta, |tx| {
        let all = tx.read().all::<Subject>()?;
        let same = |other: &&Subject| other.kind == request.kind && fold(&other.name) == fold(&name);
        if all.iter().filter(same).any(|other| Some(other.id) != request.id) {
            return Err(ErrorDto::new("duplicate-name").arg("name", &name).at("name"));
        }
        let _: Department = tx.read().get(request.department).map_err(|_| ErrorDto::required("department"))?;
        let id = request.id.unwrap_or_else(|| tx.new_id());
        // A chain of subcontractors ends somewhere.
        let mut above = request.parent;
        for _ in 0..=all.len() {
            if above == Some(id) {
                return Err(ErrorDto::new("subject-under-itself").arg("name", &name).at("parent"));
            }
            above = above.and_then(|up| all.iter().find(|other| other.id == up)).and_then(|other| other.parent);
        }
        tx.put(&Subject {
            id,
            kind: request.kind,
            name,
            kana: request.kana.trim().to_owned(),
            department: request.department,
            person: request.person,
            parent: request.parent,
            zone: request.zone.trim().to_owned(),
            class_level,
            note: request.note.trim().to_owned(),
            closed_on: request.closed_on,
        })?;
        Ok(ById { id })
    })
}
