//! Workpapers: what stands beside the verdicts of a target.

pub mod model;
pub mod progress;

use super::engagement::items;
use super::grid::{Place, section_answers, shown_source};
use super::home::item_route;
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::kinds::{EngagementKind, SelfAnswer, Verdict};
use domain::review::{self, ReviewState, Reviewed};
use domain::sampling::{SamplingMethod, interval, numbers, start};
use domain::{Id, Keyed, pack::Item};
use std::collections::BTreeMap;
use store::row::Reads;
use store::tables::{Answer, CrossReference, Review, Sampling, SelfAnswerRow};

/// Who may see something as their own work: the verdict, the text, the sample.
const OWN_TABLES: &str = "('answer', 'sampling')";

/// What stands beside the verdicts of one target.
pub struct Papers {
    /// The samples by item.
    samplings: BTreeMap<String, Sampling>,
    /// The last review of each item.
    reviews: BTreeMap<String, Review>,
    /// The evidence of what was reviewed, by answer, as it goes into the digest.
    evidence: BTreeMap<Id, Vec<(Id, String)>>,
    /// How many references each item has.
    references: BTreeMap<String, i64>,
    names: BTreeMap<Id, String>,
}

impl Papers {
    /// Reads it, for all items or only some.
    pub fn of(session: &Session, place: &Place, only: Option<&[String]>) -> Result<Papers> {
        let read = session.read();
        let target = place.target.id;
        let key = target.as_bytes().as_slice();
        let mut papers = Papers {
            samplings: BTreeMap::new(),
            reviews: BTreeMap::new(),
            evidence: BTreeMap::new(),
            references: BTreeMap::new(),
            names: BTreeMap::new(),
        };
        if place.engagement.kind != EngagementKind::Audit {
            return Ok(papers);
        }
        let (samplings, reviews) = match only {
            None => {
                (read.list("WHERE target = ?1", &[&key])?, read.list("WHERE target = ?1 ORDER BY at, id", &[&key])?)
            }
            Some(items) => {
                let (mut samplings, mut reviews) = (Vec::new(), Vec::new());
                for item in items {
                    samplings.extend(read.find::<Sampling>(sampling_id(place, item))?);
                    reviews.extend(reviews_of(read, place.answer_id(item))?.into_iter().next());
                }
                (samplings, reviews)
            }
        };
        papers.samplings.extend(samplings.into_iter().map(|row: Sampling| (row.item.clone(), row)));
        papers.reviews.extend(reviews.into_iter().map(|row: Review| (row.item.clone(), row)));
        for review in papers.reviews.values() {
            papers.evidence.insert(review.answer, evidence_parts(read, review.answer)?);
        }
        // Two looks instead of one with OR, which SQLite answers by way of a table of its own.
        for (column, here) in [("target", true), ("other_target", false)] {
            for reference in read.list::<CrossReference>(&format!("WHERE {column} = ?1"), &[&key])? {
                let item = if here { reference.item } else { reference.other_item };
                *papers.references.entry(item).or_default() += 1;
            }
        }
        if !papers.reviews.is_empty() {
            papers.names = session.person_names()?;
        }
        Ok(papers)
    }

    /// The paper of the item with this place on the form.
    pub fn item(
        &self,
        place: &Place,
        n: usize,
        item: &Item,
        answer: Option<&Answer>,
        beside: &BesideItem,
    ) -> ItemPaper {
        let (sampling, last) = (self.samplings.get(&item.id), self.reviews.get(&item.id));
        let verdict = answer.map_or(Verdict::Unverified, |answer| answer.verdict);
        let review = match last {
            None => review::state(verdict, None, ""),
            Some(last) => review::state(
                verdict,
                Some((last.result, &last.digest)),
                &digest(answer, sampling, self.evidence.get(&last.answer).map_or(&[], Vec::as_slice)),
            ),
        };
        let collected = beside.evidence > 0
            || sampling.is_some()
            || answer.is_some_and(|answer| {
                !answer.note.is_empty() || answer.procedure.is_some() || answer.seen_on.is_some()
            });
        ItemPaper {
            number: number(place, n),
            life: (!beside.excluded).then(|| review::life(verdict, collected, review)),
            review: if beside.excluded { ReviewState::None } else { review },
            reviewer: last.and_then(|last| last.reviewer).and_then(|person| self.names.get(&person).cloned()),
            reviewed_at: last.map(|last| last.at),
            comment: last.map(|last| last.comment.clone()).unwrap_or_default(),
            sampled: sampling.is_some(),
            references: self.references.get(&item.id).copied().unwrap_or(0),
            difference: match beside.section {
                Some(own) if !beside.excluded => review::difference(own, verdict),
                _ => None,
            },
        }
    }

    /// The sample of an item.
    pub fn sampling(&self, item: &str) -> Option<&Sampling> {
        self.samplings.get(item)
    }
}

/// What else is known of an item where its paper is read.
pub struct BesideItem {
    /// How many pieces of evidence it has.
    pub evidence: i64,
    /// Whether it is 今回対象外.
    pub excluded: bool,
    /// What the section said of itself.
    pub section: Option<SelfAnswer>,
}

/// 調書番号: the number of the target and that of the item on the form.
pub fn number(place: &Place, n: usize) -> String {
    format!("{}-{}", place.target.position, n + 1)
}

/// The id of the sample of an item.
pub fn sampling_id(place: &Place, item: &str) -> Id {
    Id::natural("sampling", &[&place.engagement.id.to_string(), &place.target.id.to_string(), item])
}

/// The reviews of an answer, the newest first.
pub fn reviews_of(read: Reads<'_>, answer: Id) -> Result<Vec<Review>> {
    Ok(read.list("WHERE answer = ?1 ORDER BY at DESC, id DESC", &[&answer.as_bytes().as_slice()])?)
}

/// The evidence of an answer as it goes into the digest of what is reviewed. Its class may be said later.
pub fn evidence_parts(read: Reads<'_>, answer: Id) -> Result<Vec<(Id, String)>> {
    Ok(read.query(
        "SELECT e.id, e.sha256, e.name, e.place FROM evidence e JOIN evidence_link l ON l.evidence = e.id
         WHERE l.owner = ?1",
        &[&answer.as_bytes().as_slice()],
        |row| {
            let (sha256, name, place): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
            Ok((Id::from_bytes(row.get(0)?), format!("{sha256}\n{name}\n{place}")))
        },
    )?)
}

/// The digest of what a review is about.
pub fn digest(answer: Option<&Answer>, sampling: Option<&Sampling>, evidence: &[(Id, String)]) -> String {
    let sampling = sampling.map_or_else(Vec::new, |row| {
        vec![
            row.population.clone(),
            row.source.clone(),
            row.population_size.to_string(),
            row.method.key().to_owned(),
            row.size.to_string(),
            row.seed.clone(),
            row.picks.clone(),
            row.exceptions.clone(),
            row.note.clone(),
        ]
    });
    Reviewed {
        verdict: answer.map(|answer| answer.verdict),
        note: answer.map_or("", |answer| answer.note.as_str()),
        procedure: answer.and_then(|answer| answer.procedure),
        seen_on: answer.and_then(|answer| answer.seen_on),
        author: answer.and_then(|answer| answer.answered_by),
        sampling,
        evidence: evidence.to_vec(),
    }
    .digest()
}

/// The persons whose work an answer is: who judged, and who wrote last. What was recovered at opening was typed by
/// somebody before.
pub fn authors(read: Reads<'_>, place: &Place, item: &str, answer: Option<&Answer>) -> Result<Vec<Id>> {
    let mut authors: Vec<Id> = answer.and_then(|answer| answer.answered_by).into_iter().collect();
    let sql = format!(
        "SELECT u.person FROM op_change c JOIN op o ON o.device = c.device AND o.seq = c.seq
           JOIN user u ON u.id = o.actor
         WHERE c.entity_id IN (?1, ?2) AND c.entity IN {OWN_TABLES} AND o.kind <> 'draft.recover'
         ORDER BY o.at DESC, o.seq DESC LIMIT 1"
    );
    let (answer, sampling) = (place.answer_id(item), sampling_id(place, item));
    authors.extend(read.query(&sql, &[&answer.as_bytes().as_slice(), &sampling.as_bytes().as_slice()], |row| {
        Ok(Id::from_bytes(row.get(0)?))
    })?);
    authors.dedup();
    Ok(authors)
}

/// What stands on the workpaper of an item beside its answer.
pub fn item(session: &Session, request: ItemRef) -> Result<WorkpaperItem> {
    let read = session.read();
    let place = Place::of(session, request.target)?;
    let id = place.answer_id(&request.item);
    let answer: Option<Answer> = read.find(id)?;
    let sampling: Option<Sampling> = read.find(sampling_id(&place, &request.item))?;
    let names = session.person_names()?;
    let name = |person: Option<Id>| person.and_then(|person| names.get(&person).cloned()).unwrap_or_default();
    let now = digest(answer.as_ref(), sampling.as_ref(), &evidence_parts(read, id)?);
    let reviews = reviews_of(read, id)?.into_iter().map(|row| ReviewRow {
        at: row.at,
        reviewer: name(row.reviewer),
        result: row.result,
        comment: row.comment,
        current: row.digest == now,
    });
    let only = [request.item.clone()];
    let section = section_answers(read, &place, Some(&only))?.remove(&request.item);
    Ok(WorkpaperItem {
        number: number_of(&place, &request.item).unwrap_or_default(),
        sampling: sampling.map(|row| sampling_dto(session, row, &names)),
        references: references(session, &place, &request.item)?,
        reviews: reviews.collect(),
        own: authors(read, &place, &request.item, answer.as_ref())?.contains(&session.person),
        section: section.map(|row| section_dto(session, row)),
    })
}

fn section_dto(session: &Session, row: SelfAnswerRow) -> SectionAnswer {
    let source = shown_source(session, &row.source);
    SectionAnswer { answer: row.answer, basis: row.basis, source, answered_at: row.answered_at }
}

fn sampling_dto(session: &Session, row: Sampling, names: &BTreeMap<Id, String>) -> SamplingDto {
    let found = numbers(&row.exceptions).unwrap_or_default().len();
    SamplingDto {
        sentence: sentence(session, &row),
        exception_count: i64::try_from(found).unwrap_or(0),
        drawn_by: row.drawn_by.and_then(|person| names.get(&person).cloned()),
        population: row.population,
        source: row.source,
        population_size: row.population_size,
        method: row.method,
        size: row.size,
        seed: row.seed,
        picks: row.picks,
        exceptions: row.exceptions,
        note: row.note,
        drawn_at: row.drawn_at,
    }
}

/// How a sample was drawn, in one sentence by which anybody can draw it again.
pub fn sentence(session: &Session, row: &Sampling) -> String {
    let count = |n: i64| u32::try_from(n).unwrap_or(0);
    let (population, size) = (count(row.population_size), count(row.size));
    let key = match row.method {
        SamplingMethod::Random => "workpaper-sentence-random",
        SamplingMethod::Systematic => "workpaper-sentence-systematic",
        SamplingMethod::Judgement => "workpaper-sentence-judgement",
        SamplingMethod::All => "workpaper-sentence-all",
    };
    let args = [
        ("population", population.to_string()),
        ("size", size.to_string()),
        ("seed", row.seed.clone()),
        ("interval", interval(population, size).to_string()),
        ("start", start(population, &row.seed).to_string()),
    ];
    session.text(key, &args.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// The number of the workpaper of an item; nothing if its form does not ask it.
pub fn number_of(place: &Place, item: &str) -> Option<String> {
    let mut all = items(&place.edition.pack, place.engagement.form);
    all.position(|known| known.id == item).map(|n| number(place, n))
}

/// The references of an item, by the number of the other.
pub fn references(session: &Session, place: &Place, item: &str) -> Result<Vec<ReferenceRow>> {
    let target = place.target.id;
    let rows = session.read().list::<CrossReference>(
        "WHERE (target = ?1 AND item = ?2) OR (other_target = ?1 AND other_item = ?2) ORDER BY id",
        &[&target.as_bytes().as_slice(), &item],
    )?;
    let mut found = Vec::new();
    for row in rows {
        let here = row.target == target && row.item == item;
        let (other, other_item) = if here { (row.other_target, row.other_item) } else { (row.target, row.item) };
        let place = Place::of(session, other)?;
        let Some(known) = place.edition.pack.item(&other_item) else { continue };
        found.push(ReferenceRow {
            id: row.id,
            number: number_of(&place, &other_item).unwrap_or_default(),
            target_name: place.name(session)?,
            clause: known.clause.clone(),
            question: known.question_on(place.engagement.form, session.english()).to_owned(),
            note: row.note,
            route: item_route(&place.engagement, other, &other_item),
        });
    }
    Ok(found)
}
