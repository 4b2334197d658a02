//! Records of interviews and walk-throughs.

use super::evidence::{record, take_all};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::closing::may_write;
use crate::queries::interview::{auditors, links_of, notes_of};
use crate::session::Session;
use domain::Id;
use domain::daytime;
use domain::kinds::EngagementKind;
use store::row::Reads;
use store::tables::{Engagement, EngagementTarget, EvidenceLink, Interview, InterviewAuditor, Note, NoteLink};
use store::{Committed, OpMeta, Tx};

/// The engagement, if what is done on site can be written down in it.
pub fn open(read: Reads<'_>, engagement: Id) -> Result<Engagement> {
    let engagement: Engagement = read.get(engagement)?;
    if engagement.kind != EngagementKind::Audit {
        return Err(ErrorDto::new("form-does-not-fit"));
    }
    if !may_write(engagement.state) {
        return Err(ErrorDto::new("engagement-closed"));
    }
    Ok(engagement)
}

/// A time of day as it is stored.
pub fn time(field: &str, text: &str) -> Result<String> {
    daytime::parse(text).ok_or_else(|| ErrorDto::new("bad-time").at(field))
}

/// Adds or changes an interview.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveInterview) -> Result<Committed<ById>> {
    let engagement = open(session.read(), request.engagement)?;
    let title = required("title", &request.title)?;
    let (from_time, until_time) = (time("from_time", &request.from_time)?, time("until_time", &request.until_time)?);
    if !until_time.is_empty() && until_time < from_time {
        return Err(ErrorDto::new("until-before-from").at("until_time"));
    }
    let target: EngagementTarget = session.read().get(request.target)?;
    if target.engagement != engagement.id {
        return Err(ErrorDto::new("bad-request").arg("detail", request.target).at("target"));
    }
    session.transact(meta, |tx| {
        let id = request.id.unwrap_or_else(|| tx.new_id());
        if request.id.is_some() {
            let known: Interview = tx.read().get(id)?;
            // The numbers of notes that are there mean items of the target they were written for.
            if known.target != target.id && !notes_of(tx.read(), id)?.is_empty() {
                return Err(ErrorDto::new("interview-has-notes").at("target"));
            }
        }
        tx.put(&Interview {
            id,
            engagement: engagement.id,
            target: target.id,
            kind: request.kind,
            title,
            place: request.place.trim().to_owned(),
            held_on: request.held_on,
            from_time,
            until_time,
            attendees: request.attendees.trim_end().to_owned(),
            no_photos: request.no_photos,
            witness: request.witness.trim().to_owned(),
        })?;
        save_auditors(tx, engagement.id, id, &request.auditors)?;
        Ok(ById { id })
    })
}

fn auditor_id(interview: Id, person: Id) -> Id {
    Id::natural("interview_auditor", &[&interview.to_string(), &person.to_string()])
}

/// Brings the auditors at an interview to these.
pub fn save_auditors(tx: &mut Tx<'_>, engagement: Id, interview: Id, persons: &[Id]) -> Result<()> {
    for gone in auditors(tx.read(), interview)?.into_iter().filter(|person| !persons.contains(person)) {
        tx.delete::<InterviewAuditor>(auditor_id(interview, gone))?;
    }
    for &person in persons {
        tx.put(&InterviewAuditor { id: auditor_id(interview, person), engagement, interview, person })?;
    }
    Ok(())
}

/// Takes an interview away with its notes. What was taken along from it must be taken off first.
pub fn delete(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    let interview: Interview = session.read().get(request.id)?;
    open(session.read(), interview.engagement)?;
    session.transact(meta, |tx| {
        let id = interview.id.as_bytes().as_slice();
        if !tx.read().list::<EvidenceLink>("WHERE owner = ?1 LIMIT 1", &[&id])?.is_empty() {
            return Err(ErrorDto::new("interview-has-evidence"));
        }
        for note in notes_of(tx.read(), interview.id)? {
            delete_note(tx, &note)?;
        }
        save_auditors(tx, interview.engagement, interview.id, &[])?;
        tx.delete::<Interview>(interview.id)?;
        Ok(Empty {})
    })
}

/// Takes a note away, unless a line of the 講評メモ rests on it.
pub fn delete_note(tx: &mut Tx<'_>, note: &Note) -> Result<()> {
    if tx.read().number("SELECT count(*) FROM memo_line WHERE note = ?1", &[&note.id.as_bytes().as_slice()])? > 0 {
        return Err(ErrorDto::new("note-in-memo"));
    }
    for link in links_of(tx.read(), note.id)? {
        tx.delete::<NoteLink>(link.id)?;
    }
    tx.clear_draft("note", note.id, "text")?;
    Ok(tx.delete::<Note>(note.id)?)
}

/// Takes papers and files along from an interview. Where photos are forbidden no picture is taken in: what was seen
/// there is an 観察メモ with somebody who stood by.
pub fn attach(session: &mut Session, meta: OpMeta, request: AttachToInterview) -> Result<Committed<Vec<ById>>> {
    let interview: Interview = session.read().get(request.id)?;
    open(session.read(), interview.engagement)?;
    if interview.no_photos {
        for new in &request.evidence {
            let Some(handle) = &new.handle else { continue };
            let name = session.handles.name(handle)?;
            if super::evidence::media_type(&name).starts_with("image/") {
                let place = if interview.place.is_empty() { &interview.title } else { &interview.place };
                return Err(ErrorDto::new("photos-forbidden").arg("place", place).arg("file", name));
            }
        }
    }
    let taken = take_all(session, &request.evidence)?;
    let (person, today) = (session.person, session.today());
    session.transact(meta, |tx| {
        taken.iter().map(|one| Ok(ById { id: record(tx, one, "interview", interview.id, person, today)? })).collect()
    })
}
