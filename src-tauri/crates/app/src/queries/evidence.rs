//! Evidence: lists, and the bytes for the viewer.

use super::grid::Place;
use super::home;
use crate::BlobPart;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::session::Session;
use domain::Id;
use domain::kinds::EngagementState;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use store::tables::{Answer, EngagementTarget, Evidence, EvidenceLink, Interview, SelfAnswerRow};

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
    let mut links: BTreeMap<Id, Vec<EvidenceLink>> = BTreeMap::new();
    for link in session.read().all::<EvidenceLink>()? {
        links.entry(link.evidence).or_default().push(link);
    }
    let mut places = Places::default();
    let mut list = Vec::new();
    for evidence in session.read().list::<Evidence>("ORDER BY collected_on DESC, id DESC", &[])? {
        let (mut uses, mut settled) = (Vec::new(), false);
        for link in links.remove(&evidence.id).unwrap_or_default() {
            settled |= places.closed(session, &link)?;
            if let Some((label, route)) = places.label(session, &link)? {
                uses.push(EvidenceUse { label, route });
            }
        }
        list.push(EvidenceInUse { evidence: row(evidence, &names), uses, settled });
    }
    Ok(list)
}

/// Whether an engagement that a piece of evidence was attached to is closed.
pub fn settled(session: &Session, evidence: Id) -> Result<bool> {
    let mut places = Places::default();
    for link in session.read().list::<EvidenceLink>("WHERE evidence = ?1", &[&evidence.as_bytes().as_slice()])? {
        if places.closed(session, &link)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether what a piece of evidence is attached to belongs to a closed engagement.
pub fn link_settled(session: &Session, link: &EvidenceLink) -> Result<bool> {
    Places::default().closed(session, link)
}

/// What a returned workbook is attached to.
const RETURNED: &str = "engagement_target";

/// The answers evidence is attached to. It may be attached before there is a verdict, so the row of an answer need not
/// exist; its id still follows from engagement, target and item.
#[derive(Default)]
struct Places {
    targets: BTreeMap<Id, Rc<Place>>,
    unwritten: Option<BTreeMap<Id, (Id, String)>>,
}

impl Places {
    fn label(&mut self, session: &Session, link: &EvidenceLink) -> Result<Option<(String, String)>> {
        if link.owner_entity == RETURNED {
            let place = self.place(session, link.owner)?;
            let department = place.name(session)?;
            let label = format!("{} {}", place.engagement.title, department);
            return Ok(Some((label, home::target_route(&place.engagement, link.owner))));
        }
        let Some((place, item)) = self.answer(session, link)? else {
            return home::destination(session, &link.owner_entity, link.owner);
        };
        let department = place.name(session)?;
        let clause = place.edition.pack.item(&item).map_or("", |item| item.clause.as_str());
        let label = format!("{} {} {clause}", place.engagement.title, department);
        Ok(Some((label, home::item_route(&place.engagement, place.target.id, &item))))
    }

    fn closed(&mut self, session: &Session, link: &EvidenceLink) -> Result<bool> {
        let place = match link.owner_entity.as_str() {
            RETURNED => Some(self.place(session, link.owner)?),
            "interview" => {
                let interview = session.read().find::<Interview>(link.owner)?;
                interview.map(|one| self.place(session, one.target)).transpose()?
            }
            _ => self.answer(session, link)?.map(|(place, _)| place),
        };
        Ok(place.is_some_and(|place| place.engagement.state == EngagementState::Closed))
    }

    fn answer(&mut self, session: &Session, link: &EvidenceLink) -> Result<Option<(Rc<Place>, String)>> {
        let seat = match link.owner_entity.as_str() {
            "answer" => session.read().find::<Answer>(link.owner)?.map(|answer| (answer.target, answer.item)),
            "self_answer" => {
                session.read().find::<SelfAnswerRow>(link.owner)?.map(|answer| (answer.target, answer.item))
            }
            _ => return Ok(None),
        };
        let seat = match seat {
            Some(seat) => Some(seat),
            None => self.unwritten(session)?.get(&link.owner).cloned(),
        };
        seat.map(|(target, item)| Ok((self.place(session, target)?, item))).transpose()
    }

    fn place(&mut self, session: &Session, target: Id) -> Result<Rc<Place>> {
        if let Some(place) = self.targets.get(&target) {
            return Ok(Rc::clone(place));
        }
        let place = Rc::new(Place::of(session, target)?);
        self.targets.insert(target, Rc::clone(&place));
        Ok(place)
    }

    fn unwritten(&mut self, session: &Session) -> Result<&BTreeMap<Id, (Id, String)>> {
        let known = match self.unwritten.take() {
            Some(known) => known,
            None => {
                let mut known = BTreeMap::new();
                for target in session.read().all::<EngagementTarget>()? {
                    let place = self.place(session, target.id)?;
                    for item in place.edition.pack.items_for(place.engagement.form) {
                        known.insert(place.answer_id(&item.id), (target.id, item.id.clone()));
                    }
                }
                known
            }
        };
        Ok(self.unwritten.insert(known))
    }
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
