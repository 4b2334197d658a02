//! 講評メモ and 速報: what is said the same day.

use super::interview::{open, time};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::closing::{TOLD, lines, to_speak_of};
use crate::queries::grid::Place;
use crate::queries::interview::numbered;
use crate::session::Session;
use domain::Id;
use store::tables::{EngagementTarget, FlashNotice, FlashReport, MemoLine, Note};
use store::{Committed, OpMeta};

/// Adds a line for every × and △ that the memo does not speak of. Lines that were left out stay so.
pub fn make_memo(session: &mut Session, meta: OpMeta, request: OfTarget) -> Result<Committed<Judged>> {
    let place = Place::of(session, request.target)?;
    open(session.read(), place.engagement.id)?;
    let known = lines(session.read(), request.target)?;
    let new = to_speak_of(session, &place, &known)?;
    let last = known.last().map_or(0, |line| line.position);
    session.transact(meta, |tx| {
        for (n, say) in (1..).zip(&new) {
            tx.put(&MemoLine {
                id: tx.new_id(),
                engagement: place.engagement.id,
                target: place.target.id,
                position: last + n,
                text: say.text.clone(),
                note: say.note,
                item: say.item.clone(),
                dropped: false,
            })?;
        }
        Ok(Judged { items: i64::try_from(new.len()).unwrap_or(0) })
    })
}

/// Adds a line that a note says, or changes one.
pub fn save_line(session: &mut Session, meta: OpMeta, request: SaveMemoLine) -> Result<Committed<ById>> {
    let read = session.read();
    let line = match request.id {
        Some(id) => {
            let known: MemoLine = read.get(id)?;
            MemoLine { text: required("text", &request.text)?, dropped: request.dropped, ..known }
        }
        None => {
            // Every line can be traced to what was seen or said.
            let note = request.note.ok_or_else(|| ErrorDto::new("memo-without-source").at("note"))?;
            let note: Note = read.get(note)?;
            let target: EngagementTarget = read.get(request.target)?;
            if note.engagement != target.engagement {
                return Err(ErrorDto::new("memo-without-source").at("note"));
            }
            let said = domain::entry::without_mentions(&note.text);
            let text = if request.text.trim().is_empty() { said } else { request.text.trim().to_owned() };
            MemoLine {
                id: session.env.new_id(),
                engagement: target.engagement,
                target: target.id,
                position: lines(read, target.id)?.last().map_or(0, |line| line.position) + 1,
                text,
                note: Some(note.id),
                item: String::new(),
                dropped: request.dropped,
            }
        }
    };
    open(read, line.engagement)?;
    session.transact(meta, |tx| {
        tx.put(&line)?;
        Ok(ById { id: line.id })
    })
}

/// Moves a line among those that are not left out.
pub fn move_line(session: &mut Session, meta: OpMeta, request: MoveMemoLine) -> Result<Committed<Empty>> {
    let line: MemoLine = session.read().get(request.id)?;
    open(session.read(), line.engagement)?;
    let all = lines(session.read(), line.target)?;
    let mut shown: Vec<MemoLine> = all.iter().filter(|one| !one.dropped).cloned().collect();
    let Some(from) = shown.iter().position(|one| one.id == line.id) else {
        return Err(ErrorDto::new("memo-line-dropped"));
    };
    let last = i64::try_from(shown.len()).unwrap_or(1) - 1;
    let to = i64::try_from(from).unwrap_or(0).saturating_add(request.by).clamp(0, last);
    let moved = shown.remove(from);
    shown.insert(usize::try_from(to).unwrap_or(0), moved);
    session.transact(meta, |tx| {
        let dropped = all.into_iter().filter(|one| one.dropped);
        for (n, one) in (1..).zip(shown.into_iter().chain(dropped)) {
            tx.put(&MemoLine { position: n, ..one })?;
        }
        Ok(Empty {})
    })
}

/// Adds or changes a 速報.
pub fn save_flash(session: &mut Session, meta: OpMeta, request: SaveFlash) -> Result<Committed<ById>> {
    let place = Place::of(session, request.target)?;
    open(session.read(), place.engagement.id)?;
    let title = required("title", &request.title)?;
    let found_at = time("found_at", &request.found_at)?;
    if request.found_on > session.today() {
        return Err(ErrorDto::new("date-in-future").at("found_on"));
    }
    let item = request.item.trim().to_owned();
    if !item.is_empty() && numbered(&place).all(|(_, known)| known.id != item) {
        return Err(ErrorDto::new("no-such-item").arg("item", item).at("item"));
    }
    let person = session.person;
    session.transact(meta, |tx| {
        let id = request.id.unwrap_or_else(|| tx.new_id());
        let known: Option<FlashReport> = tx.read().find(id)?;
        if known.as_ref().is_some_and(|known| known.engagement != place.engagement.id) {
            return Err(ErrorDto::new("bad-request").arg("detail", request.target).at("target"));
        }
        tx.put(&FlashReport {
            id,
            engagement: place.engagement.id,
            target: place.target.id,
            item,
            title,
            text: request.text.trim_end().to_owned(),
            found_on: request.found_on,
            found_at,
            author: known.map_or(Some(person), |known| known.author),
        })?;
        Ok(ById { id })
    })
}

/// Records that somebody was told.
pub fn tell(session: &mut Session, meta: OpMeta, request: TellFlash) -> Result<Committed<Empty>> {
    let report: FlashReport = session.read().get(request.id)?;
    open(session.read(), report.engagement)?;
    if !TOLD.contains(&request.role) {
        return Err(ErrorDto::new("bad-request").arg("detail", domain::Keyed::key(request.role)).at("role"));
    }
    let (recipient, means) = (required("recipient", &request.recipient)?, required("means", &request.means)?);
    let told_at = time("told_at", &required("told_at", &request.told_at)?)?;
    let told = (request.told_on, told_at.clone());
    let now = (session.today(), domain::daytime::at(session.now()));
    if told > now {
        return Err(ErrorDto::new("date-in-future").at(if told.0 > now.0 { "told_on" } else { "told_at" }));
    }
    if told < (report.found_on, report.found_at.clone()) {
        return Err(ErrorDto::new("told-before-found").at("told_at"));
    }
    let person = session.person;
    session.transact(meta, |tx| {
        let id = Id::natural("flash_notice", &[&report.id.to_string(), domain::Keyed::key(request.role)]);
        tx.put(&FlashNotice {
            id,
            engagement: report.engagement,
            flash_report: report.id,
            role: request.role,
            told_on: request.told_on,
            told_at,
            recipient,
            means,
            person: Some(person),
        })?;
        Ok(Empty {})
    })
}
