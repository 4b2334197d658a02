//! Checklist packs: those that came with the program and those that are kept here.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::session::{Edition, Session};
use domain::kinds::Form;
use domain::pack::{Lists, Origin, Pack, PackError, parse};
use domain::{Id, Keyed};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};
use store::tables::PackEdition;

include!(concat!(env!("OUT_DIR"), "/bundled.rs"));

/// The lists that all packs share.
static LISTS: LazyLock<Result<Lists, Vec<PackError>>> = LazyLock::new(|| Lists::parse(BUNDLED_TOPICS, BUNDLED_LOOK_AT));

/// The editions that came with the program. They are parsed like anybody's; a test holds that they parse.
static EDITIONS: LazyLock<Result<Vec<Arc<Edition>>, Vec<PackError>>> = LazyLock::new(|| {
    let lists = LISTS.as_ref().map_err(Clone::clone)?;
    let mut editions = Vec::new();
    for files in BUNDLED_PACKS {
        let files: BTreeMap<String, String> =
            files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        editions.push(Arc::new(Edition::new(parse(&files, lists)?, lists.clone())));
    }
    Ok(editions)
});

/// The editions that came with the program.
pub fn bundled() -> Result<&'static [Arc<Edition>]> {
    EDITIONS.as_deref().map_err(|errors| unreadable(errors))
}

/// The lists that came with the program.
pub fn shared_lists() -> Result<&'static Lists> {
    LISTS.as_ref().map_err(|errors| unreadable(errors))
}

fn unreadable(errors: &[PackError]) -> ErrorDto {
    let first = errors.first().map(|error| format!("{}:{}", error.file, error.line)).unwrap_or_default();
    ErrorDto::new("pack-unreadable").arg("place", first)
}

/// The editions that an engagement or a plan of this workspace uses.
pub fn used(session: &Session) -> Result<BTreeSet<Id>> {
    let sql = "SELECT pack_edition FROM engagement UNION SELECT pack_edition FROM audit_plan";
    Ok(session.read().query(sql, &[], |row| Ok(Id::from_bytes(row.get(0)?)))?.into_iter().collect())
}

/// Every edition there is: those that came with the program and those that are kept here.
pub fn all(session: &Session) -> Result<Vec<Arc<Edition>>> {
    let kept = session.read().all::<PackEdition>()?;
    let mut editions = bundled()?.to_vec();
    for row in
        kept.iter().filter(|row| editions.iter().all(|edition| edition.pack.hash != row.hash)).collect::<Vec<_>>()
    {
        editions.push(session.edition(row.id)?);
    }
    Ok(editions)
}

/// An edition by its hash, kept here or bundled.
pub fn by_hash(session: &Session, hash: &str) -> Result<Arc<Edition>> {
    let kept = session.read().list::<PackEdition>("WHERE hash = ?1", &[&hash])?;
    if let Some(row) = kept.first() {
        return session.edition(row.id);
    }
    let found = bundled()?.iter().find(|edition| edition.pack.hash == hash);
    found.cloned().ok_or_else(|| ErrorDto::new("no-such-pack"))
}

/// All editions, kept here and bundled.
pub fn list(session: &Session, _: Empty) -> Result<Vec<PackRow>> {
    let kept = session.read().all::<PackEdition>()?;
    let used = used(session)?;
    let mut rows = Vec::new();
    for edition in all(session)? {
        let known = kept.iter().find(|row| row.hash == edition.pack.hash);
        let is_used = known.is_some_and(|row| used.contains(&row.id));
        rows.push(row(&edition, is_used, known.map_or(Origin::Bundled, |row| row.origin)));
    }
    let bundled = bundled()?;
    for row in &mut rows {
        row.bundled = bundled.iter().any(|edition| edition.pack.hash == row.hash);
    }
    // What came with the program was there before any edition that was made of it.
    let place = |row: &PackRow| (row.pack.clone(), row.origin != Origin::Bundled, row.edition.clone());
    rows.sort_by_key(place);
    Ok(rows)
}

/// An edition as a line of the list.
pub fn row(edition: &Edition, used: bool, origin: Origin) -> PackRow {
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
        bundled: origin == Origin::Bundled,
        origin,
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
