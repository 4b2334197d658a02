//! Evidence: lists, and the bytes for the viewer.

use super::grid::Place;
use crate::BlobPart;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::session::Session;
use domain::Id;
use std::ops::Range;
use store::tables::Evidence;

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
    let row = |row: Evidence| EvidenceRow {
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
    };
    Ok(rows.into_iter().map(row).collect())
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
