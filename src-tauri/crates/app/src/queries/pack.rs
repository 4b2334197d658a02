//! Checklist packs: those that came with the program and those that are used here.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::session::{Edition, Session};
use domain::pack::{Lists, PackError, parse};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use store::tables::PackEdition;

include!(concat!(env!("OUT_DIR"), "/bundled.rs"));

/// The editions that came with the program. They are parsed like anybody's; a test holds that they parse.
static EDITIONS: LazyLock<Result<Vec<Arc<Edition>>, Vec<PackError>>> = LazyLock::new(|| {
    let lists = Lists::parse(BUNDLED_TOPICS, BUNDLED_LOOK_AT)?;
    let mut editions = Vec::new();
    for files in BUNDLED_PACKS {
        let files: BTreeMap<String, String> =
            files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        editions.push(Arc::new(Edition::new(parse(&files, &lists)?, lists.clone())));
    }
    Ok(editions)
});

/// The editions that came with the program.
pub fn bundled() -> Result<&'static [Arc<Edition>]> {
    match &*EDITIONS {
        Ok(editions) => Ok(editions),
        Err(errors) => {
            let first = errors.first().map(|error| format!("{}:{}", error.file, error.line)).unwrap_or_default();
            Err(ErrorDto::new("pack-unreadable").arg("place", first))
        }
    }
}

/// An edition by its hash, used or bundled.
pub fn by_hash(session: &Session, hash: &str) -> Result<Arc<Edition>> {
    let used = session.read().list::<PackEdition>("WHERE hash = ?1", &[&hash])?;
    if let Some(row) = used.first() {
        return session.edition(row.id);
    }
    let found = bundled()?.iter().find(|edition| edition.pack.hash == hash);
    found.cloned().ok_or_else(|| ErrorDto::new("no-such-pack"))
}

/// All editions, used and bundled.
pub fn list(session: &Session, _: Empty) -> Result<Vec<PackRow>> {
    let used = session.read().all::<PackEdition>()?;
    let mut rows = Vec::new();
    for edition in bundled()? {
        rows.push(row(edition, used.iter().any(|row| row.hash == edition.pack.hash), true));
    }
    for known in &used {
        if rows.iter().all(|row| row.hash != known.hash) {
            rows.push(row(&*session.edition(known.id)?, true, false));
        }
    }
    rows.sort_by(|a, b| (&a.pack, &a.edition).cmp(&(&b.pack, &b.edition)));
    Ok(rows)
}

fn row(edition: &Edition, used: bool, bundled: bool) -> PackRow {
    let pack = &edition.pack;
    PackRow {
        hash: pack.hash.clone(),
        pack: pack.id.clone(),
        edition: pack.edition.clone(),
        title: pack.title.clone(),
        title_en: pack.title_en.clone(),
        issuer: pack.issuer.clone(),
        coverage: pack.coverage.clone(),
        clauses: i64::try_from(pack.clauses.len()).unwrap_or(0),
        items: i64::try_from(pack.items.len()).unwrap_or(0),
        used,
        bundled,
    }
}

/// An edition with everything in it.
pub fn get(session: &Session, request: PackByHash) -> Result<PackDetail> {
    let edition = by_hash(session, &request.hash)?;
    Ok(PackDetail { pack: edition.pack.clone(), lists: edition.lists.clone() })
}
