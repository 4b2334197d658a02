//! Checklist packs: those that came with the program and those that are used here.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::session::{Edition, Session};
use domain::Keyed;
use domain::kinds::Form;
use domain::pack::{Lists, Pack, PackError, parse};
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

/// How deep the parts lie that a form can be narrowed to.
const PARTS: usize = 2;

/// The forms of an edition, to be handed out blank.
pub fn forms(session: &Session, request: PackByHash) -> Result<PackForms> {
    let edition = by_hash(session, &request.hash)?;
    let class_label = session.class_label(&blank_class_level(session, &edition)?);
    Ok(PackForms { class_label, forms: Form::ALL.iter().map(|form| form_of(&edition.pack, *form)).collect() })
}

fn form_of(pack: &Pack, form: Form) -> PackForm {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    let mut items = 0;
    for item in pack.items_for(form) {
        items += 1;
        for clause in pack.path_of(&item.clause).into_iter().take(PARTS) {
            *counts.entry(&clause.id).or_default() += 1;
        }
    }
    let part = |clause: &domain::pack::Clause| {
        let items = *counts.get(clause.id.as_str())?;
        let depth = i64::try_from(pack.path_of(&clause.id).len()).unwrap_or(1);
        let (id, title, title_en) = (clause.id.clone(), clause.title.clone(), clause.title_en.clone());
        Some(PackFormClause { id, title, title_en, depth, items })
    };
    let basis = pack.rules.form_basis(form).map(str::to_owned);
    PackForm { form, items, basis, clauses: pack.clauses.iter().filter_map(part).collect() }
}

/// The level of confidentiality of a blank checklist. It holds nothing of the office but its name, and the questions came
/// with the program for everybody to read: that is the lowest level there is. What an office asks in an edition of its
/// own may say how it works, so that has the level the office gives its papers.
pub fn blank_class_level(session: &Session, edition: &Edition) -> Result<String> {
    let own = bundled()?.iter().all(|known| known.pack.hash != edition.pack.hash);
    let scale = edition.pack.classification.as_ref().map(|scales| &scales.confidentiality.levels);
    let lowest = match scale.and_then(|levels| levels.first()) {
        Some(level) => Some(level.clone()),
        None => session.class_levels()?.into_iter().next(),
    };
    match lowest.filter(|_| !own) {
        Some(level) => Ok(level),
        None => Ok(session.office()?.class_level),
    }
}
