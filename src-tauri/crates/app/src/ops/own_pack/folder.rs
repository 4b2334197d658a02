//! Editions that come from other offices, and those that go to them.

use super::taken;
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::ops::engagement::keep_edition;
use crate::pack_folder;
use crate::queries::own_pack::{edition_in, exists};
use crate::queries::pack;
use crate::release::{Released, file_name, release};
use crate::session::Session;
use domain::pack::{Origin, folder_of};
use store::{Committed, OpMeta};

/// Keeps the edition of a folder, if there is no mistake in it.
pub fn import(session: &mut Session, meta: OpMeta, request: ImportPack) -> Result<Committed<PackByHash>> {
    let texts = pack_folder::read(&session.handles, &request.handle)?;
    let edition = edition_in(texts)?.map_err(|mistakes| ErrorDto::new("pack-mistakes").arg("count", mistakes.len()))?;
    if request.hash.is_some_and(|looked_at| looked_at != edition.pack.hash) {
        return Err(ErrorDto::new("pack-changed").arg("file", session.handles.name(&request.handle)?));
    }
    if exists(session, &edition.pack.id, &edition.pack.edition)? {
        return Err(taken(&edition.pack.id, &edition.pack.edition));
    }
    session.transact(meta, |tx| {
        keep_edition(tx, &edition, Origin::Imported)?;
        Ok(PackByHash { hash: edition.pack.hash.clone() })
    })
}

/// Writes the folder of an edition to one file, which another office can take in.
pub fn export(session: &mut Session, meta: OpMeta, request: ExportPack) -> Result<Committed<Exported>> {
    required("recipient", &request.recipient)?;
    required("basis", &request.basis)?;
    let edition = pack::by_hash(session, &request.hash)?;
    let bytes = ::exchange::pack_folder(&folder_of(&edition.pack, &edition.lists))
        .map_err(|error| ErrorDto::new("internal").arg("detail", error))?;
    let class_level = session.office()?.class_level;
    let parts = [session.text("pack-file-name", &[]), edition.pack.title.clone(), edition.pack.edition.clone()];
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let released = Released {
        name: file_name(&session.class_label(&class_level), &parts, "zip"),
        kind: "pack-zip",
        class_level,
        recipient: &request.recipient,
        basis: &request.basis,
        bytes,
        destination: &request.destination,
        warnings: Vec::new(),
    };
    release(session, meta, released)
}
