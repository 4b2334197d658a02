//! Several editions at once: beside one another by topic, one after the other, and searched together.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::pack::{by_hash, list};
use crate::session::{Edition, Session};
use domain::pack::{Clause, Item, ItemFilter, Origin, Pack};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The editions asked for, each once; without a wish one edition of each pack.
fn chosen(session: &Session, hashes: &[String]) -> Result<Vec<Arc<Edition>>> {
    if !hashes.is_empty() {
        let mut wanted: Vec<&String> = Vec::new();
        hashes.iter().for_each(|hash| {
            if !wanted.contains(&hash) {
                wanted.push(hash);
            }
        });
        return wanted.into_iter().map(|hash| by_hash(session, hash)).collect();
    }
    let mut best: BTreeMap<String, ((bool, bool), Arc<Edition>)> = BTreeMap::new();
    for row in list(session, Empty {})? {
        let edition = by_hash(session, &row.hash)?;
        let age = |edition: &Edition| {
            let pack = &edition.pack;
            (pack.effective.or(pack.revised), pack.edition.clone())
        };
        let rank = (row.used, row.origin != Origin::Bundled);
        let is_better = |(best, known): &((bool, bool), Arc<Edition>)| (rank, age(&edition)) > (*best, age(known));
        if best.get(&row.pack).is_none_or(is_better) {
            best.insert(row.pack, (rank, edition));
        }
    }
    Ok(best.into_values().map(|(_, edition)| edition).collect())
}

fn head(pack: &Pack) -> PackHead {
    PackHead {
        hash: pack.hash.clone(),
        pack: pack.id.clone(),
        edition: pack.edition.clone(),
        title: pack.title.clone(),
        title_en: pack.title_en.clone(),
        issuer: pack.issuer.clone(),
        issuer_en: pack.issuer_en.clone(),
        roles: pack.roles.clone(),
    }
}

/// Topics × standards.
pub fn crosswalk(session: &Session, request: PackEditions) -> Result<PackCrosswalk> {
    let editions = chosen(session, &request.editions)?;
    let standards: Vec<_> = editions.iter().map(|edition| (&edition.pack, &edition.lists)).collect();
    Ok(PackCrosswalk {
        columns: editions.iter().map(|edition| head(&edition.pack)).collect(),
        rows: domain::pack::crosswalk(&standards),
    })
}

/// What changed between two editions of one pack.
pub fn diff(session: &Session, request: PackPair) -> Result<PackDiff> {
    let (before, after) = (by_hash(session, &request.before)?, by_hash(session, &request.after)?);
    let changes = domain::pack::diff(&before.pack, &after.pack).ok_or_else(|| {
        ErrorDto::new("pack-diff-other-pack").arg("before", &before.pack.title).arg("after", &after.pack.title)
    })?;
    Ok(PackDiff { changes })
}

/// Items by what people type and by what they are, in several editions.
pub fn search(session: &Session, request: PackSearch) -> Result<Vec<PackFound>> {
    let PackSearch { text, duty, role, form, target, topic, editions } = request;
    let filter = ItemFilter { text, duty, role, form, target, topic };
    let found = |edition: &Arc<Edition>| {
        let pack = &edition.pack;
        let clauses: BTreeMap<&str, &Clause> = pack.clauses.iter().map(|one| (one.id.as_str(), one)).collect();
        let items = domain::pack::find(pack, edition.words(), &filter);
        PackFound { edition: head(pack), items: items.into_iter().map(|item| hit(item, &clauses)).collect() }
    };
    Ok(chosen(session, &editions)?.iter().map(found).collect())
}

fn hit(item: &Item, clauses: &BTreeMap<&str, &Clause>) -> PackHit {
    let clause = clauses.get(item.clause.as_str());
    PackHit {
        id: item.id.clone(),
        clause: item.clause.clone(),
        clause_title: clause.map(|clause| clause.title.clone()).unwrap_or_default(),
        clause_title_en: clause.and_then(|clause| clause.title_en.clone()),
        question: item.question.clone(),
        question_en: item.question_en.clone(),
        duty: item.duty,
        answers: item.answers.clone(),
        topic: item.topic.clone(),
    }
}
