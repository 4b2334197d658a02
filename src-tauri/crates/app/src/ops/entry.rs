//! Storing verdicts that were typed by number or pasted from a sheet: all of them in one operation, or none.

use super::answer::{MAX_TEXT, answer, writable};
use super::draft::waits;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::entry::{block, lines};
use crate::queries::grid::Place;
use crate::session::Session;
use domain::kinds::{EngagementKind, Verdict};
use domain::{Id, daytime};
use jiff::civil::Date;
use std::collections::BTreeSet;
use store::tables::Answer;
use store::{Committed, OpMeta};

/// When it was seen, and who stood by; an answer keeps what is not said here.
#[derive(Default)]
struct Seen {
    on: Option<Date>,
    time: String,
    witness: String,
}

/// Stores lines typed by number.
pub fn commit(session: &mut Session, meta: OpMeta, request: CommitEntry) -> Result<Committed<Judged>> {
    let place = writable(session, request.target, EngagementKind::Audit, &[])?;
    let time = daytime::parse(&request.seen_time).ok_or_else(|| ErrorDto::new("bad-time").at("seen_time"))?;
    if request.seen_on.is_some_and(|day| day > session.today()) {
        return Err(ErrorDto::new("date-in-future").at("seen_on"));
    }
    let read = lines(session, &place, &request.text)?;
    if read.is_empty() {
        return Err(ErrorDto::required("text"));
    }
    let seen = Seen { on: request.seen_on, time, witness: request.witness.trim().to_owned() };
    store(session, meta, &place, &read, &request.overwrite, &seen)
}

/// Stores a block of cells.
pub fn paste(session: &mut Session, meta: OpMeta, request: CommitPaste) -> Result<Committed<Judged>> {
    let place = writable(session, request.target, EngagementKind::Audit, &request.items)?;
    let read = block(session, &place, &request.items, &request.text)?;
    store(session, meta, &place, &read, &request.overwrite, &Seen::default())
}

fn store(
    session: &mut Session,
    meta: OpMeta,
    place: &Place,
    read: &[EntryLine],
    overwrite: &[String],
    seen: &Seen,
) -> Result<Committed<Judged>> {
    if let Some(bad) = read.iter().find(|line| line.problem.is_some()) {
        return Err(ErrorDto::new("entry-problem").arg("line", bad.line).at("text"));
    }
    let items: Vec<&EntryItem> = read.iter().flat_map(|line| &line.items).collect();
    let doubtful = items.iter().filter(|one| one.change == EntryChange::Overwrite && !overwrite.contains(&one.item));
    let doubtful = doubtful.count();
    if doubtful > 0 {
        return Err(ErrorDto::new("entry-unconfirmed").arg("count", doubtful).at("text"));
    }
    if items.iter().any(|one| one.after_note.chars().count() > MAX_TEXT) {
        return Err(ErrorDto::new("text-too-long").arg("most", MAX_TEXT).at("text"));
    }
    let person = session.person;
    // A text that waits for its field still waits afterwards, beside what is written now.
    let waiting: BTreeSet<Id> =
        items.iter().map(|one| place.answer_id(&one.item)).filter(|id| waits(session, *id, "note")).collect();
    session.transact(meta, |tx| {
        let now = tx.now_ms();
        for one in &items {
            let known = answer(tx, place, &one.item)?;
            let judged = one.after != Verdict::Unverified;
            // What says nothing new still says when it was seen; who judged first stays.
            let anew = one.change != EntryChange::Same && judged;
            tx.put(&Answer {
                verdict: one.after,
                note: one.after_note.clone(),
                seen_on: seen.on.or(known.seen_on),
                seen_time: if seen.on.is_some() { seen.time.clone() } else { known.seen_time.clone() },
                witness: if seen.witness.is_empty() { known.witness.clone() } else { seen.witness.clone() },
                answered_by: if anew { Some(person) } else { known.answered_by },
                answered_at: if anew { Some(now) } else { known.answered_at },
                ..known.clone()
            })?;
            if one.after_note != one.before_note && !waiting.contains(&known.id) {
                tx.clear_draft("answer", known.id, "note")?;
            }
        }
        Ok(Judged { items: i64::try_from(items.len()).unwrap_or(0) })
    })
}
