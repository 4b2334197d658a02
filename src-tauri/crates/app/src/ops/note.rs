//! Notes taken on site: written, linked to items, and turned into verdicts.

use super::answer::{MAX_TEXT, answer, writable};
use super::interview::{delete_note, open, save_auditors, time};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::engagement::{exclusions, members};
use crate::queries::grid::Place;
use crate::queries::interview::{links_of, numbered};
use crate::session::Session;
use domain::kinds::{EngagementKind, Procedure, Verdict};
use domain::site::InterviewKind;
use domain::{Id, daytime, entry};
use jiff::civil::Date;
use store::drafts::Draft;
use store::tables::{Answer, EngagementTarget, Interview, Note, NoteLink};
use store::{Committed, OpMeta, Tx};

/// What the row of a draft is: the note, or the new one that is begun in an interview or at a target.
fn draft_id(request: &SaveNote) -> Id {
    let begun = || request.interview.or(request.target).map(|id| id.to_string()).unwrap_or_default();
    request.id.unwrap_or_else(|| Id::natural("note_draft", &[&begun()]))
}

/// Who writes when: what a note gets that does not say it itself.
struct Now {
    person: Id,
    today: Date,
    time: String,
    title: String,
}

impl Now {
    fn of(session: &Session) -> Now {
        Now {
            person: session.person,
            today: session.today(),
            time: daytime::at(session.now()),
            title: session.text("site-of-the-day", &[]),
        }
    }
}

/// Writes a note.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveNote) -> Result<Committed<NoteSaved>> {
    required("text", &request.text)?;
    if request.text.chars().count() > MAX_TEXT {
        return Err(ErrorDto::new("text-too-long").arg("most", MAX_TEXT).at("text"));
    }
    let noted_at = time("noted_at", &request.noted_at)?;
    let engagement = match (request.id, request.interview, request.target) {
        (Some(note), ..) => session.read().get::<Note>(note)?.engagement,
        (None, Some(interview), _) => session.read().get::<Interview>(interview)?.engagement,
        (None, None, Some(target)) => session.read().get::<EngagementTarget>(target)?.engagement,
        (None, None, None) => return Err(ErrorDto::required("interview")),
    };
    open(session.read(), engagement)?;
    let waited = keep_waiting(session, &request)?;
    let now = Now::of(session);
    let edition = session.edition(session.read().get::<store::tables::Engagement>(engagement)?.pack_edition)?;
    let mut committed =
        session.transact(meta, |tx| write(tx, &now, &SaveNote { noted_at, ..request.clone() }, &edition))?;
    committed.touched.extend(waited.into_iter().flat_map(|kept| kept.touched));
    session.recovered.remove(&committed.output.id);
    Ok(committed)
}

/// Writes a note within an operation, links what it names, and clears its draft.
fn write(tx: &mut Tx<'_>, now: &Now, request: &SaveNote, edition: &crate::session::Edition) -> Result<NoteSaved> {
    let known: Option<Note> = request.id.map(|id| tx.read().get(id)).transpose()?;
    let interview = match (&known, request.interview, request.target) {
        (Some(note), ..) => tx.read().get(note.interview)?,
        (None, Some(interview), _) => tx.read().get(interview)?,
        (None, None, Some(target)) => of_the_day(tx, now, target)?,
        (None, None, None) => return Err(ErrorDto::required("interview")),
    };
    let text = request.text.trim_end().to_owned();
    let witness = match request.witness.trim() {
        "" if interview.no_photos => interview.witness.clone(),
        said => said.to_owned(),
    };
    let noted_at = if request.noted_at.is_empty() { now.time.clone() } else { request.noted_at.clone() };
    let id = known.as_ref().map_or_else(|| tx.new_id(), |note| note.id);
    let author = known.map_or(Some(now.person), |note| note.author);
    tx.put(&Note {
        id,
        engagement: interview.engagement,
        interview: interview.id,
        noted_at,
        text: text.clone(),
        witness,
        author,
    })?;
    let engagement: store::tables::Engagement = tx.read().get(interview.engagement)?;
    let items: Vec<&str> = edition.pack.items_for(engagement.form).map(|item| item.id.as_str()).collect();
    // A number that means no item is left to stand as text: it may be a number of something else.
    let named = entry::mentions(&text).into_iter().filter_map(|n| items.get(n as usize - 1).copied());
    let target = request.target.unwrap_or(interview.target);
    for item in named {
        link_item(tx, &interview, id, interview.target, item)?;
    }
    for item in &request.items {
        if !items.contains(&item.as_str()) {
            return Err(ErrorDto::new("no-such-item").arg("item", item));
        }
        link_item(tx, &interview, id, target, item)?;
    }
    tx.clear_draft("note", draft_id(request), "text")?;
    Ok(NoteSaved { id, interview: interview.id })
}

/// The record of the day at a target: where a note goes that is written beside an item.
fn of_the_day(tx: &mut Tx<'_>, now: &Now, target: Id) -> Result<Interview> {
    let target: EngagementTarget = tx.read().get(target)?;
    // What is noted beside an item was not said in a meeting, nor seen in a room with somebody standing by.
    let order = "WHERE target = ?1 AND held_on = ?2 AND kind = 'observation' AND no_photos = 0
                 ORDER BY from_time DESC, id DESC LIMIT 1";
    let today = now.today.to_string();
    if let Some(known) = tx.read().list::<Interview>(order, &[&target.id.as_bytes().as_slice(), &today])?.pop() {
        return Ok(known);
    }
    let interview = Interview {
        id: tx.new_id(),
        engagement: target.engagement,
        target: target.id,
        kind: InterviewKind::Observation,
        title: now.title.clone(),
        place: String::new(),
        held_on: now.today,
        from_time: now.time.clone(),
        until_time: String::new(),
        attendees: String::new(),
        no_photos: false,
        witness: String::new(),
    };
    tx.put(&interview)?;
    let team = members(tx.read(), target.engagement)?;
    let present: Vec<Id> = team.into_iter().filter(|person| *person == now.person).collect();
    save_auditors(tx, target.engagement, interview.id, &present)?;
    Ok(interview)
}

fn link_id(note: Id, target: Id, item: &str) -> Id {
    Id::natural("note_link", &[&note.to_string(), &target.to_string(), item])
}

fn link_item(tx: &mut Tx<'_>, interview: &Interview, note: Id, target: Id, item: &str) -> Result<()> {
    let id = link_id(note, target, item);
    Ok(tx.put(&NoteLink { id, engagement: interview.engagement, note, target, item: item.to_owned() })?)
}

/// Keeps what is being typed; durable when it returns.
pub fn put_draft(session: &mut Session, _: OpMeta, request: SaveNote) -> Result<Committed<DraftKept>> {
    if request.text.chars().count() > MAX_TEXT {
        return Err(ErrorDto::new("text-too-long").arg("most", MAX_TEXT).at("text"));
    }
    let kept = keep_waiting(session, &request)?;
    let at = session.now();
    session.workspace.store.put_draft(&Draft {
        entity: "note".to_owned(),
        entity_id: draft_id(&request),
        field: "text".to_owned(),
        context: serde_json::to_string(&SaveNote { text: String::new(), ..request.clone() })?,
        text: request.text,
        at,
        actor: Some(session.user),
    })?;
    Ok(kept.map_or(Committed { output: DraftKept { at }, op: None, touched: Vec::new() }, |kept| Committed {
        output: DraftKept { at },
        op: kept.op,
        touched: kept.touched,
    }))
}

/// A text that waits where a note is being typed becomes a note of its own first, so that neither replaces the other.
fn keep_waiting(session: &mut Session, request: &SaveNote) -> Result<Option<Committed<Id>>> {
    let id = draft_id(request);
    let Some(draft) = session.held.get(&id).and_then(|held| held.first()).cloned() else { return Ok(None) };
    let Some(mut recovery) = recovery(session, &draft) else { return Ok(None) };
    if let Some(known) = recovery.request.id.take() {
        recovery.request.interview = session.read().find::<Note>(known)?.map(|note| note.interview);
    }
    let meta = OpMeta { kind: super::draft::RECOVER, undo: true, actor: Some(session.user) };
    let kept = session.transact(meta, |tx| {
        tx.clear_draft("note", id, "text")?;
        recover(tx, &recovery)
    })?;
    session.held.remove(&id);
    session.recovered.insert(kept.output);
    Ok(Some(kept))
}

/// What a draft of a note becomes a note with.
pub struct Recovery {
    now: Now,
    request: SaveNote,
    edition: std::sync::Arc<crate::session::Edition>,
}

/// Prepares the recovery of a draft; nothing if its engagement takes no notes any more, or nothing was typed.
pub fn recovery(session: &Session, draft: &Draft) -> Option<Recovery> {
    let request: SaveNote = serde_json::from_str(&draft.context).ok()?;
    let read = session.read();
    let engagement = match (request.id, request.interview, request.target) {
        (Some(note), ..) => read.find::<Note>(note).ok()??.engagement,
        (None, Some(interview), _) => read.find::<Interview>(interview).ok()??.engagement,
        (None, None, target) => read.find::<EngagementTarget>(target?).ok()??.engagement,
    };
    let engagement = open(read, engagement).ok()?;
    let edition = session.edition(engagement.pack_edition).ok()?;
    let noted_at = daytime::parse(&request.noted_at).unwrap_or_default();
    let now = Now { time: daytime::at(draft.at), ..Now::of(session) };
    let request = SaveNote { text: draft.text.clone(), noted_at, ..request };
    (!request.text.trim().is_empty()).then_some(Recovery { now, request, edition })
}

/// Makes a draft a note within an operation, and gives the note.
pub fn recover(tx: &mut Tx<'_>, recovery: &Recovery) -> Result<Id> {
    Ok(write(tx, &recovery.now, &recovery.request, &recovery.edition)?.id)
}

/// Takes a note away.
pub fn delete(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    let note: Note = session.read().get(request.id)?;
    open(session.read(), note.engagement)?;
    session.transact(meta, |tx| {
        delete_note(tx, &note)?;
        Ok(Empty {})
    })
}

/// Says that a note belongs to items.
pub fn link(session: &mut Session, meta: OpMeta, request: LinkNote) -> Result<Committed<Empty>> {
    let note: Note = session.read().get(request.note)?;
    open(session.read(), note.engagement)?;
    let interview: Interview = session.read().get(note.interview)?;
    let place = Place::of(session, request.target.unwrap_or(interview.target))?;
    if place.engagement.id != note.engagement {
        return Err(ErrorDto::new("bad-request").arg("detail", place.target.id).at("target"));
    }
    let mut items = Vec::new();
    for item in &request.items {
        let known = numbered(&place).find(|(_, known)| known.id == *item);
        items.push(known.ok_or_else(|| ErrorDto::new("no-such-item").arg("item", item).at("numbers"))?.1.id.clone());
    }
    if !request.numbers.trim().is_empty() {
        let numbers = entry::numbers(&request.numbers).map_err(|_| ErrorDto::new("bad-numbers").at("numbers"))?;
        for number in numbers {
            let known = numbered(&place).nth(number as usize - 1);
            let missing = || ErrorDto::new("no-such-number").arg("number", number.to_string()).at("numbers");
            items.push(known.ok_or_else(missing)?.1.id.clone());
        }
    }
    session.transact(meta, |tx| {
        for item in &items {
            link_item(tx, &interview, note.id, place.target.id, item)?;
        }
        Ok(Empty {})
    })
}

/// Says that a note does not belong to an item.
pub fn unlink(session: &mut Session, meta: OpMeta, request: UnlinkNote) -> Result<Committed<Empty>> {
    let note: Note = session.read().get(request.note)?;
    open(session.read(), note.engagement)?;
    session.transact(meta, |tx| {
        tx.delete::<NoteLink>(link_id(note.id, request.target, &request.item))?;
        Ok(Empty {})
    })
}

/// Judges every item a note says something about, as one operation. What was seen and when comes from the note; a
/// 所見 that is there stays.
pub fn judge(session: &mut Session, meta: OpMeta, request: JudgeNote) -> Result<Committed<Judged>> {
    let note: Note = session.read().get(request.note)?;
    let interview: Interview = session.read().get(note.interview)?;
    let excluded = exclusions(session.read(), note.engagement)?;
    let links = links_of(session.read(), note.id)?;
    let links: Vec<NoteLink> = links.into_iter().filter(|link| !excluded.contains_key(&link.item)).collect();
    if links.is_empty() {
        return Err(ErrorDto::new("note-without-items"));
    }
    let mut seats = Vec::new();
    let mut differing = 0;
    for link in links {
        let place = writable(session, link.target, EngagementKind::Audit, std::slice::from_ref(&link.item))?;
        let before = session.read().find::<Answer>(place.answer_id(&link.item))?.map(|answer| answer.verdict);
        let other = before.is_some_and(|verdict| verdict != Verdict::Unverified && verdict != request.verdict);
        differing += usize::from(other);
        seats.push((place, link.item));
    }
    if differing > 0 && !request.overwrite {
        return Err(ErrorDto::new("verdicts-differ").arg("count", differing));
    }
    let person = session.person;
    let said = entry::without_mentions(&note.text);
    let procedure = match interview.kind {
        InterviewKind::Interview => Procedure::Inquiry,
        InterviewKind::WalkThrough | InterviewKind::Observation => Procedure::Observation,
    };
    session.transact(meta, |tx| {
        let at = tx.now_ms();
        for (place, item) in &seats {
            let known = answer(tx, place, item)?;
            let open = request.verdict == Verdict::Unverified;
            tx.put(&Answer {
                verdict: request.verdict,
                note: if known.note.trim().is_empty() { said.clone() } else { known.note.clone() },
                procedure: known.procedure.or(Some(procedure)),
                seen_on: Some(interview.held_on),
                seen_time: note.noted_at.clone(),
                witness: if note.witness.is_empty() { known.witness.clone() } else { note.witness.clone() },
                answered_by: Some(person),
                answered_at: (!open).then_some(at),
                ..known
            })?;
        }
        Ok(Judged { items: i64::try_from(seats.len()).unwrap_or(0) })
    })
}
