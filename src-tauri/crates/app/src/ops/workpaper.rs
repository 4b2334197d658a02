//! What stands on a workpaper beside the verdict: samples, references to other items, reviews by another person.

pub mod export;

use super::answer::{MAX_TEXT, answer, writable};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::engagement::{exclusions, exclusions_of, items};
use crate::queries::grid::{Place, rows, section_answers, shown_source};
use crate::queries::independence::conflicts;
use crate::queries::workpaper::{authors, digest, evidence_parts, number, sampling_id};
use crate::session::Session;
use domain::kinds::{EngagementKind, EngagementState, Verdict};
use domain::pack::Independence;
use domain::review::{ReviewRefusal, Reviewing, review};
use domain::sampling::{SamplingFault, SamplingMethod, draw, fits, listed, numbers, within};
use domain::{Id, Keyed};
use std::collections::BTreeSet;
use store::row::Reads;
use store::tables::{Answer, CrossReference, Review, Sampling};
use store::{Committed, OpMeta};

/// Says what was looked at of a population. What is drawn is drawn here, from the seed, so that it cannot be picked.
pub fn save_sampling(session: &mut Session, meta: OpMeta, request: SaveSampling) -> Result<Committed<Empty>> {
    let only = [request.item.clone()];
    let place = writable(session, request.target, EngagementKind::Audit, &only)?;
    let population = required("population", &request.population)?;
    for (field, text) in [("population", &population), ("source", &request.source), ("note", &request.note)] {
        if text.chars().count() > MAX_TEXT {
            return Err(ErrorDto::new("text-too-long").arg("most", MAX_TEXT).at(field));
        }
    }
    let count =
        |n: i64, field: &str, fault: SamplingFault| u32::try_from(n).map_err(|_| ErrorDto::from(fault).at(field));
    let whole = count(request.population_size, "population_size", SamplingFault::EmptyPopulation)?;
    let exceptions = numbers(&request.exceptions).map_err(|fault| ErrorDto::from(fault).at("exceptions"))?;
    within(&exceptions, whole).map_err(|fault| ErrorDto::from(fault).at("exceptions"))?;
    let seed = match request.method {
        SamplingMethod::Random | SamplingMethod::Systematic if request.seed.trim().is_empty() => {
            crate::queries::journal::hex(&session.env.random()[8..12])
        }
        SamplingMethod::Random | SamplingMethod::Systematic => request.seed.trim().to_owned(),
        SamplingMethod::Judgement | SamplingMethod::All => String::new(),
    };
    let at_field = |fault: SamplingFault| {
        let field = match fault {
            SamplingFault::EmptyPopulation | SamplingFault::PopulationTooLarge => "population_size",
            SamplingFault::BadSeed => "seed",
            _ => "size",
        };
        ErrorDto::from(fault).at(field)
    };
    let (size, picks) = match request.method {
        SamplingMethod::All => {
            fits(whole, 1).map_err(at_field)?;
            (whole, Vec::new())
        }
        SamplingMethod::Judgement => {
            let chosen = numbers(&request.picks).map_err(|fault| ErrorDto::from(fault).at("picks"))?;
            let size = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
            within(&chosen, whole)
                .and_then(|()| fits(whole, size))
                .map_err(|fault| ErrorDto::from(fault).at("picks"))?;
            (size, chosen)
        }
        SamplingMethod::Random | SamplingMethod::Systematic => {
            let size = count(request.size, "size", SamplingFault::EmptySample)?;
            (size, draw(request.method, whole, size, &seed).map_err(at_field)?)
        }
    };
    let seen: BTreeSet<u32> = picks.iter().copied().collect();
    if request.method != SamplingMethod::All && !exceptions.iter().all(|number| seen.contains(number)) {
        return Err(ErrorDto::from(SamplingFault::NotInSample).at("exceptions"));
    }
    let id = sampling_id(&place, &request.item);
    let (person, now) = (session.person, session.now());
    session.transact(meta, |tx| {
        let known: Option<Sampling> = tx.read().find(id)?;
        let made = Sampling {
            id,
            engagement: place.engagement.id,
            target: place.target.id,
            item: request.item,
            population,
            source: request.source.trim().to_owned(),
            population_size: i64::from(whole),
            method: request.method,
            size: i64::from(size),
            seed,
            picks: listed(&picks),
            exceptions: listed(&exceptions),
            note: request.note.trim_end().to_owned(),
            drawn_by: Some(person),
            drawn_at: now,
        };
        // A draw keeps its day while nothing that decides it changes: exceptions are written down later.
        let drawn = |row: &Sampling| (row.population_size, row.method, row.size, row.seed.clone(), row.picks.clone());
        let made = match known {
            Some(known) if drawn(&known) == drawn(&made) => {
                Sampling { drawn_by: known.drawn_by, drawn_at: known.drawn_at, ..made }
            }
            _ => made,
        };
        tx.put(&made)?;
        Ok(Empty {})
    })
}

/// Takes the sample of an item away.
pub fn remove_sampling(session: &mut Session, meta: OpMeta, request: ItemRef) -> Result<Committed<Empty>> {
    let place = writable(session, request.target, EngagementKind::Audit, std::slice::from_ref(&request.item))?;
    session.transact(meta, |tx| {
        tx.delete::<Sampling>(sampling_id(&place, &request.item))?;
        Ok(Empty {})
    })
}

/// Refers from an item to another of the same engagement.
pub fn add_reference(session: &mut Session, meta: OpMeta, request: AddReference) -> Result<Committed<ById>> {
    let place = writable(session, request.target, EngagementKind::Audit, std::slice::from_ref(&request.item))?;
    let (other, other_item) = by_number(session, &place, &request.number)?;
    if other == place.target.id && other_item == request.item {
        return Err(ErrorDto::new("reference-to-itself").at("number"));
    }
    // Both ends have the same row, whichever was written from.
    let (one, two) = (place.answer_id(&request.item), Place::of(session, other)?.answer_id(&other_item));
    let (low, high) = (one.min(two).to_string(), one.max(two).to_string());
    let id = Id::natural("cross_reference", &[&place.engagement.id.to_string(), &low, &high]);
    session.transact(meta, |tx| {
        let known: Option<CrossReference> = tx.read().find(id)?;
        let note = request.note.trim().to_owned();
        tx.put(&match known {
            Some(known) => CrossReference { note, ..known },
            None => CrossReference {
                id,
                engagement: place.engagement.id,
                target: place.target.id,
                item: request.item,
                other_target: other,
                other_item,
                note,
            },
        })?;
        Ok(ById { id })
    })
}

/// The item that a number of a workpaper names.
fn by_number(session: &Session, place: &Place, text: &str) -> Result<(Id, String)> {
    let unknown = || ErrorDto::new("no-such-workpaper").arg("number", text.trim()).at("number");
    let wanted = domain::text::fold(text).replace('ー', "-");
    // Without the number of a target, the item is one of the same.
    let wanted = if wanted.contains('-') { wanted } else { format!("{}-{wanted}", place.target.position) };
    for target in crate::queries::engagement::target_rows(session.read(), place.engagement.id)? {
        let other = Place::of(session, target.id)?;
        let mut all = items(&other.edition.pack, other.engagement.form).enumerate();
        if let Some((_, item)) = all.find(|(n, _)| number(&other, *n) == wanted) {
            return Ok((target.id, item.id.clone()));
        }
    }
    Err(unknown())
}

/// Takes a reference away from both its items.
pub fn remove_reference(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    let known: CrossReference = session.read().get(request.id)?;
    writable(session, known.target, EngagementKind::Audit, std::slice::from_ref(&known.item))?;
    session.transact(meta, |tx| {
        tx.delete::<CrossReference>(request.id)?;
        Ok(Empty {})
    })
}

/// Records the review of one or many items. Of many, those that cannot be reviewed are left out and counted; of one,
/// the reason is said.
pub fn record_review(session: &mut Session, meta: OpMeta, request: RecordReview) -> Result<Committed<ReviewDone>> {
    let place = Place::of(session, request.target)?;
    match place.engagement.state {
        _ if place.engagement.kind != EngagementKind::Audit => return Err(ErrorDto::new("form-does-not-fit")),
        state if state.before_fieldwork() => return Err(ErrorDto::new("engagement-not-started")),
        EngagementState::Closed => return Err(ErrorDto::new("engagement-closed")),
        _ => {}
    }
    if request.comment.chars().count() > MAX_TEXT {
        return Err(ErrorDto::new("text-too-long").arg("most", MAX_TEXT).at("comment"));
    }
    independent(session, &place)?;
    let read = session.read();
    let excluded = exclusions_of(read, place.engagement.id, Some(&request.items))?;
    let mut done = ReviewDone { reviewed: 0, own: 0, open: 0, rows: Vec::new() };
    let mut passed: Vec<(String, String)> = Vec::new();
    let mut refused = None;
    for item in &request.items {
        if place.edition.pack.item(item).is_none() {
            return Err(ErrorDto::new("no-such-item").arg("item", item));
        }
        let known: Option<Answer> = read.find(place.answer_id(item))?;
        let answer = known.as_ref();
        let facts = Reviewing {
            in_scope: !excluded.contains_key(item),
            verdict: answer.map_or(Verdict::Unverified, |answer| answer.verdict),
            authors: &authors(read, &place, item, answer)?,
            reviewer: session.person,
            result: request.result,
            comment: &request.comment,
        };
        match review(&facts) {
            Ok(()) => {
                let sampling: Option<Sampling> = read.find(sampling_id(&place, item))?;
                let evidence = evidence_parts(read, place.answer_id(item))?;
                passed.push((item.clone(), digest(answer, sampling.as_ref(), &evidence)));
            }
            Err(ReviewRefusal::CommentMissing) => {
                return Err(ErrorDto::from(ReviewRefusal::CommentMissing).at("comment"));
            }
            Err(refusal) => {
                match refusal {
                    ReviewRefusal::OwnWork => done.own += 1,
                    _ => done.open += 1,
                }
                refused = Some(refusal);
            }
        }
    }
    if let (true, Some(refusal)) = (passed.is_empty(), refused) {
        return Err(refusal.into());
    }
    done.reviewed = i64::try_from(passed.len()).unwrap_or(0);
    let (person, comment) = (session.person, request.comment.trim().to_owned());
    let items: Vec<String> = passed.iter().map(|(item, _)| item.clone()).collect();
    let committed = session.transact(meta, |tx| {
        let at = tx.now_ms();
        for (item, digest) in passed {
            tx.put(&Review {
                id: tx.new_id(),
                engagement: place.engagement.id,
                target: place.target.id,
                answer: place.answer_id(&item),
                item,
                reviewer: Some(person),
                at,
                result: request.result,
                comment: comment.clone(),
                digest,
            })?;
        }
        Ok(done)
    })?;
    let rows = rows(session, &place, Some(&items))?;
    Ok(Committed { output: ReviewDone { rows, ..committed.output }, op: committed.op, touched: committed.touched })
}

/// Reviewing is a part of auditing: where the standard knows no exception, nobody reviews what is about themselves.
fn independent(session: &Session, place: &Place) -> Result<()> {
    if place.edition.pack.rules.independence != Independence::Strict {
        return Ok(());
    }
    let found = conflicts(session, &place.engagement, &[session.person], std::slice::from_ref(&place.target))?;
    match found.first() {
        None => Ok(()),
        Some(conflict) => Err(ErrorDto::new("not-independent")
            .arg("person", &conflict.person_name)
            .arg("department", &conflict.department_name)),
    }
}

/// Begins 所見 with what the section said of itself, as a quotation with its source. The verdict stays the auditor's.
pub fn quote(session: &mut Session, meta: OpMeta, request: QuoteSection) -> Result<Committed<Quoted>> {
    let place = writable(session, request.target, EngagementKind::Audit, &request.items)?;
    let section = section_answers(session.read(), &place, None)?;
    let excluded = exclusions(session.read(), place.engagement.id)?;
    let name = place.name(session)?;
    let mut quotes = Vec::new();
    for (item, own) in section {
        let wanted = request.items.is_empty() || request.items.contains(&item);
        let Some(said) = own.answer.filter(|_| wanted && !excluded.contains_key(&item)) else { continue };
        if place.edition.pack.item(&item).is_none_or(|known| !known.forms.contains(&place.engagement.form)) {
            continue;
        }
        let said = i18n::enum_text(session.lang(), "self-answer", said.key());
        let source = match (shown_source(session, own.source.trim()).as_str(), own.answered_at) {
            ("", Some(at)) => report::Words::date(&session.lang(), crate::env::date_at(at)),
            (source, _) => source.to_owned(),
        };
        let args = [("answer", said.as_str()), ("target", name.as_str()), ("source", source.as_str())];
        let head = session.text("workpaper-quote", &args);
        let basis = own.basis.trim();
        let quoted = if basis.is_empty() {
            session.text("workpaper-quote-none", &[])
        } else {
            session.text("workpaper-quote-text", &[("text", basis)])
        };
        quotes.push((item, format!("{head}\n{quoted}")));
    }
    session.transact(meta, |tx| {
        let mut count = 0;
        for (item, quote) in quotes {
            let known = answer(tx, &place, &item)?;
            if known.note.contains(&quote) {
                continue;
            }
            let note = [known.note.trim_end(), &quote].join("\n").trim_start().to_owned();
            if note.chars().count() > MAX_TEXT {
                continue;
            }
            tx.put(&Answer { note, ..known })?;
            count += 1;
        }
        Ok(Quoted { quoted: count })
    })
}

/// How many rows of workpapers a target has: one that has some is not taken out of its engagement.
pub(super) fn leaves(read: Reads<'_>, target: Id) -> Result<usize> {
    let id = target.as_bytes().as_slice();
    let count = read.number(
        "SELECT (SELECT count(*) FROM sampling WHERE target = ?1)
           + (SELECT count(*) FROM cross_reference WHERE target = ?1 OR other_target = ?1)
           + (SELECT count(*) FROM review WHERE target = ?1)",
        &[&id],
    )?;
    Ok(usize::try_from(count).unwrap_or(0))
}
