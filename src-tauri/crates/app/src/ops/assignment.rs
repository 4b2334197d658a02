//! Giving items to auditors: two of them split an engagement.

use super::interview::open;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::assignment::team;
use crate::queries::engagement::exclusions;
use crate::queries::grid::Place;
use crate::queries::interview::numbered;
use crate::session::Session;
use domain::Id;
use std::collections::BTreeSet;
use store::tables::Assignment;
use store::{Committed, OpMeta};

/// Gives items to an auditor, or takes them back.
pub fn set(session: &mut Session, meta: OpMeta, request: AssignItems) -> Result<Committed<Judged>> {
    let place = Place::of(session, request.target)?;
    let engagement = open(session.read(), place.engagement.id)?;
    if let Some(person) = request.person
        && !team(session.read(), &engagement)?.contains(&person)
    {
        return Err(ErrorDto::new("not-in-team").at("person"));
    }
    let excluded = exclusions(session.read(), engagement.id)?;
    let pack = &place.edition.pack;
    let known: BTreeSet<&str> = numbered(&place).map(|(_, item)| item.id.as_str()).collect();
    if let Some(unknown) = request.items.iter().find(|item| !known.contains(item.as_str())) {
        return Err(ErrorDto::new("no-such-item").arg("item", unknown));
    }
    let below = numbered(&place).filter(|(_, item)| {
        !request.clauses.is_empty()
            && !excluded.contains_key(&item.id)
            && pack.is_within(&item.clause, &request.clauses)
    });
    let mut items: BTreeSet<String> = below.map(|(_, item)| item.id.clone()).collect();
    items.extend(request.items.iter().cloned());
    session.transact(meta, |tx| {
        for item in &items {
            let id = Id::natural("assignment", &[&place.target.id.to_string(), item]);
            match request.person {
                Some(person) => {
                    let target = place.target.id;
                    tx.put(&Assignment { id, engagement: engagement.id, target, item: item.clone(), person })?;
                }
                None => tx.delete::<Assignment>(id)?,
            }
        }
        Ok(Judged { items: i64::try_from(items.len()).unwrap_or(0) })
    })
}
