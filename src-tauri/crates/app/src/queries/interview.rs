//! Interviews and walk-throughs with their notes, and the notes beside an item.

use super::engagement::{exclusions, target_name};
use super::evidence;
use super::grid::{Place, answers};
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use domain::kinds::Verdict;
use domain::pack::Item;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use store::row::Reads;
use store::tables::{Answer, EngagementTarget, FlashReport, Interview, InterviewAuditor, MemoLine, Note, NoteLink};

/// The interviews of an engagement, the newest first.
pub fn list(session: &Session, request: OfEngagement) -> Result<Vec<InterviewRow>> {
    let read = session.read();
    let id = request.engagement.as_bytes().as_slice();
    let mut names: BTreeMap<Id, String> = BTreeMap::new();
    let order = "WHERE engagement = ?1 ORDER BY held_on DESC, from_time DESC, id DESC";
    let mut rows = Vec::new();
    for one in read.list::<Interview>(order, &[&id])? {
        if let Entry::Vacant(new) = names.entry(one.target) {
            new.insert(target_name(read, &read.get::<EngagementTarget>(one.target)?)?);
        }
        let count = |more: &str| {
            let sql = format!("SELECT count(*) FROM note WHERE interview = ?1{more}");
            read.number(&sql, &[&one.id.as_bytes().as_slice()])
        };
        rows.push(InterviewRow {
            id: one.id,
            notes: count("")?,
            unlinked: count(" AND NOT EXISTS (SELECT 1 FROM note_link WHERE note_link.note = note.id)")?,
            kind: one.kind,
            title: one.title,
            place: one.place,
            held_on: one.held_on,
            from_time: one.from_time,
            until_time: one.until_time,
            target_name: names.get(&one.target).cloned().unwrap_or_default(),
            no_photos: one.no_photos,
        });
    }
    Ok(rows)
}

/// An interview with its notes.
pub fn get(session: &Session, request: ById) -> Result<InterviewDetail> {
    let read = session.read();
    let interview: Interview = read.get(request.id)?;
    let place = Place::of(session, interview.target)?;
    let names = session.person_names()?;
    let mut places: BTreeMap<Id, Linked> = BTreeMap::new();
    let mut notes = Vec::new();
    for note in notes_of(read, interview.id)? {
        let mut links = Vec::new();
        for link in links_of(read, note.id)? {
            let linked = match places.entry(link.target) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(Linked::of(session, link.target)?),
            };
            links.extend(linked.item(&link));
        }
        links.sort_by_key(|link| (link.target != interview.target, link.number.parse::<usize>().unwrap_or(0)));
        notes.push(NoteRow {
            id: note.id,
            noted_at: note.noted_at,
            text: note.text,
            witness: note.witness,
            author: note.author.and_then(|person| names.get(&person).cloned()),
            links,
            recovered: session.recovered.contains(&note.id),
        });
    }
    Ok(InterviewDetail {
        target_name: place.name(session)?,
        writable: super::closing::may_write(place.engagement.state),
        evidence: evidence::of(session, interview.id)?,
        interview: saved(read, interview)?,
        notes,
    })
}

fn saved(read: Reads<'_>, one: Interview) -> Result<SaveInterview> {
    Ok(SaveInterview {
        auditors: auditors(read, one.id)?,
        id: Some(one.id),
        engagement: one.engagement,
        target: one.target,
        kind: one.kind,
        title: one.title,
        place: one.place,
        held_on: one.held_on,
        from_time: one.from_time,
        until_time: one.until_time,
        attendees: one.attendees,
        no_photos: one.no_photos,
        witness: one.witness,
    })
}

/// Our auditors at an interview.
pub fn auditors(read: Reads<'_>, interview: Id) -> Result<Vec<Id>> {
    let rows =
        read.list::<InterviewAuditor>("WHERE interview = ?1 ORDER BY id", &[&interview.as_bytes().as_slice()])?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

/// The notes of an interview in the order of their times.
pub fn notes_of(read: Reads<'_>, interview: Id) -> Result<Vec<Note>> {
    Ok(read.list("WHERE interview = ?1 ORDER BY noted_at, id", &[&interview.as_bytes().as_slice()])?)
}

/// What a note says something about.
pub fn links_of(read: Reads<'_>, note: Id) -> Result<Vec<NoteLink>> {
    Ok(read.list("WHERE note = ?1 ORDER BY target, item", &[&note.as_bytes().as_slice()])?)
}

/// A target whose items are linked, read once.
struct Linked {
    place: Place,
    name: String,
    answers: BTreeMap<String, Answer>,
    excluded: BTreeMap<String, String>,
}

impl Linked {
    fn of(session: &Session, target: Id) -> Result<Linked> {
        let place = Place::of(session, target)?;
        Ok(Linked {
            name: place.name(session)?,
            answers: answers(session.read(), target)?,
            excluded: exclusions(session.read(), place.engagement.id)?,
            place,
        })
    }

    fn item(&self, link: &NoteLink) -> Option<NoteItem> {
        let (number, item) = numbered(&self.place).find(|(_, item)| item.id == link.item)?;
        let verdict = self.answers.get(&link.item).map(|answer| answer.verdict);
        Some(NoteItem {
            target: link.target,
            target_name: self.name.clone(),
            item: link.item.clone(),
            number: number.to_string(),
            question: item.question_on(self.place.engagement.form, false).to_owned(),
            verdict: verdict.filter(|verdict| *verdict != Verdict::Unverified),
            excluded: self.excluded.contains_key(&link.item),
        })
    }
}

/// The items of a target with their short numbers, which are those of the grid and of every paper.
pub fn numbered(place: &Place) -> impl Iterator<Item = (usize, &Item)> {
    place.edition.pack.items_for(place.engagement.form).enumerate().map(|(n, item)| (n + 1, item))
}

/// The notes that speak of an item.
pub fn of_item(session: &Session, request: EvidenceOfItem) -> Result<Vec<ItemNote>> {
    let read = session.read();
    let names = session.person_names()?;
    let sql = "WHERE id IN (SELECT note FROM note_link WHERE target = ?1 AND item = ?2)";
    let notes = read.list::<Note>(sql, &[&request.target.as_bytes().as_slice(), &request.item])?;
    let mut found = Vec::new();
    for note in notes {
        let interview: Interview = read.get(note.interview)?;
        found.push(ItemNote {
            id: note.id,
            interview: interview.id,
            title: interview.title,
            place: interview.place,
            no_photos: interview.no_photos,
            held_on: interview.held_on,
            noted_at: note.noted_at,
            text: note.text,
            witness: note.witness,
            author: note.author.and_then(|person| names.get(&person).cloned()),
        });
    }
    found.sort_by(|a, b| (a.held_on, &a.noted_at, a.id).cmp(&(b.held_on, &b.noted_at, b.id)));
    Ok(found)
}

/// How many notes speak of each item of a target, all or some of them.
pub fn note_counts(read: Reads<'_>, target: Id, only: Option<&[String]>) -> Result<BTreeMap<String, i64>> {
    let target = target.as_bytes().as_slice();
    let mut counts = BTreeMap::new();
    if let Some(items) = only {
        for item in items {
            let sql = "SELECT count(*) FROM note_link WHERE target = ?1 AND item = ?2";
            counts.insert(item.clone(), read.number(sql, &[&target, item])?);
        }
        return Ok(counts);
    }
    let sql = "SELECT item, count(*) FROM note_link WHERE target = ?1 GROUP BY item";
    let rows = read.query(sql, &[&target], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.into_iter().collect())
}

/// What something written on site is called and where it is shown.
pub fn destination(session: &Session, entity: &str, id: Id) -> Result<Option<(String, String)>> {
    let read = session.read();
    let at = |engagement: Id, part: &str, id: Id| format!("/audits/{engagement}/{part}?id={id}");
    Ok(match entity {
        "interview" => {
            let one: Interview = read.get(id)?;
            Some((one.title, at(one.engagement, "notes", one.id)))
        }
        "note" => {
            let note: Note = read.get(id)?;
            Some((note.text, format!("{}&note={id}", at(note.engagement, "notes", note.interview))))
        }
        "memo_line" => {
            let line: MemoLine = read.get(id)?;
            Some((line.text, format!("/audits/{}/memo?target={}", line.engagement, line.target)))
        }
        "flash_report" => {
            let report: FlashReport = read.get(id)?;
            Some((report.title, at(report.engagement, "flash", id)))
        }
        _ => None,
    })
}
