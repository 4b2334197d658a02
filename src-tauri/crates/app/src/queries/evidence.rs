//! Evidence: lists, and the bytes for the viewer.

use super::grid::Place;
use super::home;
use crate::BlobPart;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::session::Session;
use domain::Id;
use std::collections::BTreeMap;
use std::ops::Range;
use store::tables::{Department, EngagementTarget, Evidence, EvidenceLink};

/// The evidence of an item.
pub fn of_item(session: &Session, request: EvidenceOfItem) -> Result<Vec<EvidenceRow>> {
    let place = Place::of(session, request.target)?;
    of(session, place.answer_id(&request.item))
}

/// The evidence of a row.
pub fn of(session: &Session, owner: Id) -> Result<Vec<EvidenceRow>> {
    let names = session.person_names()?;
    let rows = session.read().list::<Evidence>(
        "WHERE id IN (SELECT evidence FROM evidence_link WHERE owner = ?1) ORDER BY id",
        &[&owner.as_bytes().as_slice()],
    )?;
    Ok(rows.into_iter().map(|one| row(one, &names)).collect())
}

fn row(row: Evidence, names: &BTreeMap<Id, String>) -> EvidenceRow {
    EvidenceRow {
        id: row.id,
        name: row.name,
        media_type: row.media_type,
        size: row.size,
        sha256: row.sha256,
        blob: row.blob,
        source: row.source,
        collected_on: row.collected_on,
        collector: row.collector.and_then(|person| names.get(&person).cloned()),
        class_level: row.class_level,
        place: row.place,
    }
}

/// All evidence of the workspace, the newest first, with what each piece stands for.
pub fn all(session: &Session, _: Empty) -> Result<Vec<EvidenceInUse>> {
    let names = session.person_names()?;
    let mut uses: BTreeMap<Id, Vec<EvidenceUse>> = BTreeMap::new();
    let mut places = Places::default();
    for link in session.read().all::<EvidenceLink>()? {
        if let Some((label, route)) = places.of(session, &link)? {
            uses.entry(link.evidence).or_default().push(EvidenceUse { label, route });
        }
    }
    let rows = session.read().list::<Evidence>("ORDER BY collected_on DESC, id DESC", &[])?;
    let with_uses = |one: Evidence| {
        let uses = uses.remove(&one.id).unwrap_or_default();
        EvidenceInUse { evidence: row(one, &names), uses }
    };
    Ok(rows.into_iter().map(with_uses).collect())
}

/// What answers are called by their ids. Evidence may be attached before there is a verdict, so the row of an answer
/// need not exist; its id still follows from engagement, target and item.
#[derive(Default)]
struct Places {
    answers: Option<BTreeMap<Id, (String, String)>>,
}

impl Places {
    fn of(&mut self, session: &Session, link: &EvidenceLink) -> Result<Option<(String, String)>> {
        if !matches!(link.owner_entity.as_str(), "answer" | "self_answer") {
            return home::destination(session, &link.owner_entity, link.owner);
        }
        if self.answers.is_none() {
            self.answers = Some(answers(session)?);
        }
        Ok(self.answers.as_ref().and_then(|known| known.get(&link.owner)).cloned())
    }
}

fn answers(session: &Session) -> Result<BTreeMap<Id, (String, String)>> {
    let mut known = BTreeMap::new();
    for target in session.read().all::<EngagementTarget>()? {
        let place = Place::of(session, target.id)?;
        let department: Department = session.read().get(place.target.department)?;
        for item in place.edition.pack.items_for(place.engagement.form) {
            let label = format!("{} {} {}", place.engagement.title, department.name, item.clause);
            let route = home::item_route(&place.engagement, place.target.id, &item.id);
            known.insert(place.answer_id(&item.id), (label, route));
        }
    }
    Ok(known)
}

/// The same, as references.
pub fn refs(session: &Session, owner: Id) -> Result<Vec<EvidenceRef>> {
    let reference =
        |row: EvidenceRow| EvidenceRef { id: row.id, name: row.name, media_type: row.media_type, blob: row.blob };
    Ok(of(session, owner)?.into_iter().map(reference).collect())
}

/// The bytes of a stored file, or a part of them.
pub fn blob(session: &Session, id: &str, range: Option<Range<u64>>) -> Result<BlobPart> {
    let id: Id = id.parse().map_err(|_| ErrorDto::new("no-such-file"))?;
    let (bytes, total) = session.workspace.read_blob(id, range)?;
    let media_type = session
        .read()
        .list::<Evidence>("WHERE blob = ?1 LIMIT 1", &[&id.as_bytes().as_slice()])?
        .pop()
        .map_or_else(|| "application/octet-stream".to_owned(), |evidence| evidence.media_type);
    Ok(BlobPart { bytes, total, media_type })
}
