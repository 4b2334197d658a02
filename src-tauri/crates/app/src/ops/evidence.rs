//! Taking evidence in. A file is encrypted and safe on disk before the row that names it is written; a file whose
//! contents are already here is stored once.

use crate::App;
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::handles::Held;
use crate::queries::{self, grid::Place};
use crate::session::Session;
use domain::Id;
use domain::kinds::{EngagementKind, EngagementState};
use store::tables::{Evidence, EvidenceLink};
use store::workspace::StoredBlob;
use store::{Committed, OpMeta, Tx};

/// A piece of evidence whose file is stored and whose row is not written yet.
pub struct Taken {
    name: String,
    media_type: String,
    blob: Option<StoredBlob>,
    source: String,
    place: String,
    class_level: String,
}

/// Takes evidence in for an item.
pub fn attach(session: &mut Session, meta: OpMeta, request: AttachEvidence) -> Result<Committed<Vec<ById>>> {
    let place = Place::of(session, request.target)?;
    if place.engagement.state == EngagementState::Closed {
        return Err(ErrorDto::new("engagement-closed"));
    }
    if place.edition.pack.item(&request.item).is_none() {
        return Err(ErrorDto::new("no-such-item").arg("item", &request.item));
    }
    let taken = take_all(session, &request.evidence)?;
    let (person, today) = (session.person, session.today());
    let entity = match place.engagement.kind {
        EngagementKind::Audit => "answer",
        EngagementKind::SelfCheck => "self_answer",
    };
    let committed = session.transact(meta, |tx| {
        let owner = place.answer_id(&request.item);
        taken.iter().map(|one| Ok(ById { id: record(tx, one, entity, owner, person, today)? })).collect()
    })?;
    // What is stored is not held in memory too; photographs are large and come by the hundred.
    let handles = request.evidence.into_iter().filter_map(|new| new.handle).collect();
    forget(session, Forget { handles });
    Ok(committed)
}

/// Lets go of files that came in and are not kept: left out, or kept in another form.
pub fn forget_files(app: &App, request: Forget) -> Result<Empty> {
    app.with_session(|session| {
        forget(session, request);
        Ok(Empty {})
    })
}

fn forget(session: &Session, request: Forget) {
    request.handles.iter().for_each(|handle| session.handles.forget(handle));
}

/// Changes what is known about a piece of evidence. Once an engagement that rests on it is closed, only a class that
/// was left open can still be said.
pub fn edit(session: &mut Session, meta: OpMeta, request: EditEvidence) -> Result<Committed<Empty>> {
    let evidence: Evidence = session.read().get(request.id)?;
    let name = required("name", &request.name)?;
    let (source, place) = (request.source.trim().to_owned(), request.place.trim().to_owned());
    if evidence.blob.is_none() {
        required("place", &place)?;
    }
    let class_level = request.class_level.trim().to_owned();
    if !class_level.is_empty() && class_level != evidence.class_level && !session.class_levels()?.contains(&class_level)
    {
        return Err(ErrorDto::new("no-such-class").arg("level", &class_level).at("class_level"));
    }
    if request.collected_on > session.today() {
        return Err(ErrorDto::new("date-in-future").at("collected_on"));
    }
    let changed = Evidence { name, source, place, class_level, collected_on: request.collected_on, ..evidence.clone() };
    let says_class = Evidence { class_level: changed.class_level.clone(), ..evidence.clone() };
    let allowed = changed == evidence || (evidence.class_level.is_empty() && changed == says_class);
    if !allowed && queries::evidence::settled(session, evidence.id)? {
        return Err(ErrorDto::new("evidence-settled"));
    }
    session.transact(meta, |tx| {
        tx.put(&changed)?;
        Ok(Empty {})
    })
}

/// Takes evidence away from an item. The evidence itself stays in the records.
pub fn detach(session: &mut Session, meta: OpMeta, request: DetachEvidence) -> Result<Committed<Empty>> {
    let place = Place::of(session, request.target)?;
    if place.engagement.state == EngagementState::Closed {
        return Err(ErrorDto::new("engagement-closed"));
    }
    session.transact(meta, |tx| {
        tx.delete::<EvidenceLink>(link_id(request.evidence, place.answer_id(&request.item)))?;
        Ok(Empty {})
    })
}

/// Stores the files of several pieces of evidence; their rows are written by [`record`].
pub fn take_all(session: &mut Session, evidence: &[NewEvidence]) -> Result<Vec<Taken>> {
    evidence.iter().map(|new| take(session, new)).collect()
}

fn take(session: &mut Session, new: &NewEvidence) -> Result<Taken> {
    let (source, place) = (new.source.trim().to_owned(), new.place.trim().to_owned());
    let class_level = new.class_level.trim().to_owned();
    let Some(handle) = &new.handle else {
        let name = required("name", &new.name)?;
        required("place", &place)?;
        return Ok(Taken { name, media_type: String::new(), blob: None, source, place, class_level });
    };
    let file_name = session.handles.name(handle)?;
    let name = if new.name.trim().is_empty() { file_name.clone() } else { new.name.trim().to_owned() };
    let blob = match session.handles.get(handle)? {
        Held::Bytes(bytes, _) => session.workspace.store_blob(&mut &*bytes)?,
        Held::Path(path, _) => {
            let unreadable = |error| ErrorDto::new("file-unreadable").arg("file", &file_name).arg("detail", error);
            session.workspace.store_blob(&mut std::fs::File::open(path).map_err(unreadable)?)?
        }
    };
    if blob.size == 0 {
        return Err(ErrorDto::new("file-empty").arg("file", &file_name));
    }
    Ok(Taken { name, media_type: media_type(&file_name).to_owned(), blob: Some(blob), source, place, class_level })
}

/// Writes the row of a piece of evidence and links it to what it stands for.
pub fn record(
    tx: &mut Tx<'_>,
    taken: &Taken,
    entity: &str,
    owner: Id,
    person: Id,
    today: jiff::civil::Date,
) -> Result<Id> {
    let id = tx.new_id();
    let blob = taken.blob.as_ref().map(|blob| tx.put_blob(blob)).transpose()?;
    tx.put(&Evidence {
        id,
        name: taken.name.clone(),
        media_type: taken.media_type.clone(),
        size: taken.blob.as_ref().map_or(0, |blob| blob.size),
        sha256: taken.blob.as_ref().map(|blob| blob.sha256.clone()).unwrap_or_default(),
        blob,
        source: taken.source.clone(),
        collected_on: today,
        collector: Some(person),
        class_level: taken.class_level.clone(),
        place: taken.place.clone(),
    })?;
    link(tx, id, entity, owner)?;
    Ok(id)
}

/// Lets a piece of evidence stand for one thing more.
pub(super) fn link(tx: &mut Tx<'_>, evidence: Id, entity: &str, owner: Id) -> Result<()> {
    let id = link_id(evidence, owner);
    Ok(tx.put(&EvidenceLink { id, evidence, owner_entity: entity.to_owned(), owner })?)
}

fn link_id(evidence: Id, owner: Id) -> Id {
    Id::natural("evidence_link", &[&evidence.to_string(), &owner.to_string()])
}

/// What kind of file it is, by its name; what the viewer does not know is only kept.
pub fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "pdf" => "application/pdf",
        "txt" | "log" | "md" => "text/plain",
        "csv" => "text/csv",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsm" => "application/vnd.ms-excel.sheet.macroenabled.12",
        "xls" => "application/vnd.ms-excel",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        _ => "application/octet-stream",
    }
}
