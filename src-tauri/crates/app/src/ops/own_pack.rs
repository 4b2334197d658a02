//! Making an edition: it begins as a copy of another one, is edited item by item, and is finished once. What is in the
//! making may hold mistakes, because it is typed bit by bit; what is finished has none.

mod folder;
mod items;
pub mod table;

pub use folder::{export, import};
pub use items::{add, restore, retire, save, set_reason, split};

use super::engagement::{keep_edition, use_edition};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::own_pack::{Making, clauses_of, exists, items_of, words};
use crate::queries::pack;
use crate::session::{Edition, Session};
use domain::Id;
use domain::pack::{Changes, Origin};
use std::sync::Arc;
use store::row::Reads;
use store::tables::{Engagement, OwnClause, OwnEdition, OwnItem, PackEdition};
use store::{Committed, OpMeta, Tx};

/// Begins an edition on the ground of another one, which is kept here from now on.
pub fn start(session: &mut Session, meta: OpMeta, request: StartOwnPack) -> Result<Committed<ById>> {
    let base = pack::by_hash(session, &request.base)?;
    let head = sound_head(session, &base, request.head, None)?;
    session.transact(meta, |tx| {
        let base = use_edition(tx, &base)?;
        let own = OwnEdition { id: tx.new_id(), base, ..head };
        tx.put(&own)?;
        Ok(ById { id: own.id })
    })
}

/// Changes what an edition in the making says of itself; its pack stays, because the ids of its items begin with it.
pub fn edit(session: &mut Session, meta: OpMeta, request: EditOwnPack) -> Result<Committed<Empty>> {
    let own: OwnEdition = session.read().get(request.id)?;
    let base = session.edition(own.base)?;
    let head = sound_head(session, &base, OwnHead { pack: own.pack.clone(), ..request.head }, Some(own.id))?;
    session.transact(meta, |tx| {
        tx.put(&OwnEdition { id: own.id, base: own.base, ..head })?;
        Ok(Empty {})
    })
}

/// Finishes an edition: it becomes one that engagements can use, and never changes again. With a mistake in it nothing
/// happens but that the mistakes are told.
pub fn finish(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<OwnPackFinished>> {
    let making = Making::of(session, request.id)?;
    refuse_taken(session, &making.own, Some(request.id))?;
    let mistakes = making.mistakes();
    let (pack, lists) = match making.finished() {
        Ok(finished) if mistakes.is_empty() => finished,
        _ => {
            let output = OwnPackFinished { hash: None, mistakes };
            return Ok(Committed { output, op: None, touched: Vec::new() });
        }
    };
    session.transact(meta, |tx| {
        let hash = pack.hash.clone();
        keep_edition(tx, &Edition::new(pack, lists), Origin::Own)?;
        remove(tx, &making.own)?;
        Ok(OwnPackFinished { hash: Some(hash), mistakes: Vec::new() })
    })
}

/// Gives an edition in the making up.
pub fn discard(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    let own: OwnEdition = session.read().get(request.id)?;
    session.transact(meta, |tx| {
        remove(tx, &own)?;
        Ok(Empty {})
    })
}

/// Takes the rows of an edition in the making away, and its base where only it was kept for.
fn remove(tx: &mut Tx<'_>, own: &OwnEdition) -> Result<()> {
    for row in items_of(tx.read(), own.id)? {
        tx.delete::<OwnItem>(row.id)?;
    }
    for row in clauses_of(tx.read(), own.id)? {
        tx.delete::<OwnClause>(row.id)?;
    }
    tx.delete::<OwnEdition>(own.id)?;
    let base: PackEdition = tx.read().get(own.base)?;
    let comes_along = pack::bundled()?.iter().any(|edition| edition.pack.hash == base.hash);
    if comes_along && !is_needed(tx.read(), base.id)? {
        tx.delete::<PackEdition>(base.id)?;
    }
    Ok(())
}

fn is_needed(read: Reads<'_>, edition: Id) -> Result<bool> {
    let id = edition.as_bytes().as_slice();
    let used = !read.list::<Engagement>("WHERE pack_edition = ?1 LIMIT 1", &[&id])?.is_empty();
    Ok(used || !read.list::<OwnEdition>("WHERE base = ?1 LIMIT 1", &[&id])?.is_empty())
}

/// What was typed about an edition, if the parser takes it; otherwise its first mistake at the field.
fn sound_head(session: &Session, base: &Arc<Edition>, head: OwnHead, of: Option<Id>) -> Result<OwnEdition> {
    let own = OwnEdition {
        // Both are set by whoever stores it.
        id: Id::natural("own_edition", &[]),
        base: Id::natural("own_edition", &[]),
        pack: required("pack", &head.pack)?,
        edition: required("edition", &head.edition)?,
        title: required("title", &head.title)?,
        title_en: head.title_en.trim().to_owned(),
        issuer: required("issuer", &head.issuer)?,
        issuer_en: head.issuer_en.trim().to_owned(),
        revised: head.revised,
        effective: head.effective,
    };
    refuse_taken(session, &own, of)?;
    // The id of a standard is that of its items: a copy under the id of a third standard would pass for it.
    if own.pack != base.pack.id && pack::all(session)?.iter().any(|known| known.pack.id == own.pack) {
        return Err(ErrorDto::new("pack-id-taken").arg("pack", &own.pack).at("pack"));
    }
    let making = Making { own, base: Arc::clone(base), changes: Changes::default() };
    // Without changes the items are those of the base: whatever is wrong with them comes from the head.
    if let Some(mistake) = making.mistakes().into_iter().next() {
        let key = mistake.error.key.as_str();
        let field = match key.strip_prefix("pack.") {
            Some("en.title") => "title_en",
            Some("en.issuer") => "issuer_en",
            Some("id") => "pack",
            Some(field) => field,
            None => "pack",
        };
        return Err(ErrorDto::new("pack-mistake").arg("text", words(session, &mistake.error)).at(field));
    }
    Ok(making.own)
}

/// An edition's name means one edition for ever.
fn refuse_taken(session: &Session, own: &OwnEdition, of: Option<Id>) -> Result<()> {
    let others = session.read().list::<OwnEdition>("WHERE pack = ?1 AND edition = ?2", &[&own.pack, &own.edition])?;
    if exists(session, &own.pack, &own.edition)? || others.iter().any(|other| Some(other.id) != of) {
        return Err(taken(&own.pack, &own.edition).at("edition"));
    }
    Ok(())
}

fn taken(pack: &str, edition: &str) -> ErrorDto {
    ErrorDto::new("edition-exists").arg("pack", pack).arg("edition", edition)
}
