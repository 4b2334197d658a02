//! What was being typed when the program ended: made part of its rows at opening where nothing speaks against it, and
//! waiting for a word where something does. No text that waits is ever replaced by another one.

use super::answer::{changed, entity, writable, write_field};
use super::note;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::grid::{Place, answer_text};
use crate::session::Session;
use domain::Id;
use store::drafts::Draft;
use store::{Committed, OpMeta};

/// The operation that makes typed text part of its rows.
pub(super) const RECOVER: &str = "draft.recover";

/// Makes what was typed before the program ended part of its rows, as one operation, and remembers which rows. A text
/// that the person who unlocked may not write, or whose field says something else by now, stays a draft, and is shown
/// beside its item.
pub fn recover(session: &mut Session) -> Result<()> {
    let (mut notes, mut rows) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    for draft in session.read().drafts()? {
        // What waited since the workspace was opened is marked when it is taken over, so it waits for the next opening.
        if session.held.get(&draft.entity_id).is_some_and(|held| held.contains(&draft)) {
            continue;
        }
        if draft.entity == "note" {
            match note::recovery(session, &draft) {
                Some(recovery) => notes.push(recovery),
                None => session.held.entry(draft.entity_id).or_default().push(draft),
            }
            continue;
        }
        if draft.entity == ROW {
            rows.extend(row_recovery(session, &draft)?);
            continue;
        }
        let Ok(at) = serde_json::from_str::<EvidenceOfItem>(&draft.context) else { continue };
        let Ok(place) = Place::of(session, at.target) else { continue };
        // Who may not write here does not do so by unlocking the workspace: the text waits for somebody who may.
        match writable(session, at.target, place.engagement.kind, std::slice::from_ref(&at.item)) {
            Ok(place) if !overtaken(session, &place, &at.item, &draft)? => found.push((place, at.item, draft)),
            _ => session.held.entry(draft.entity_id).or_default().push(draft),
        }
    }
    for row in rows {
        recover_row(session, row)?;
    }
    if found.is_empty() && notes.is_empty() {
        return Ok(());
    }
    let meta = OpMeta { kind: RECOVER, undo: true, actor: Some(session.user) };
    let rows = session.transact(meta, |tx| {
        let mut rows = Vec::new();
        for (place, item, draft) in &found {
            write_field(tx, place, item, &draft.field, &draft.text)?;
            rows.push(draft.entity_id);
        }
        for note in &notes {
            rows.push(note::recover(tx, note)?);
        }
        Ok(rows)
    })?;
    session.recovered_count += i64::try_from(rows.output.len()).unwrap_or(0);
    session.recovered.extend(rows.output);
    Ok(())
}

/// Whether the field has got another text since this one was typed, from a note or by number.
fn overtaken(session: &Session, place: &Place, item: &str, draft: &Draft) -> Result<bool> {
    let now = answer_text(session.read(), place, item, &draft.field)?;
    let differs = !now.is_empty() && now != draft.text.trim_end();
    Ok(differs && session.read().written_since(&draft.entity, draft.entity_id, &draft.field, draft.at)?)
}

/// Refuses to write into a field while a text waits for it: it would be lost without anybody having looked at it.
pub(super) fn refuse_waiting(session: &Session, row: Id, field: &str) -> Result<()> {
    if waits(session, row, field) { Err(ErrorDto::new("draft-waits").at(field)) } else { Ok(()) }
}

/// Whether a text waits for a field.
pub(super) fn waits(session: &Session, row: Id, field: &str) -> bool {
    let of_field = |draft: &Draft| draft.field == field && !draft.text.trim().is_empty();
    session.held.get(&row).is_some_and(|held| held.iter().any(of_field))
}

/// Takes a text that waits over into its field, or gives it up. Several lines go below what stands there, unless they
/// hold it already; a single one takes its place.
pub fn settle(session: &mut Session, meta: OpMeta, request: SettleDraft) -> Result<Committed<AnswersChanged>> {
    let kind = Place::of(session, request.target)?.engagement.kind;
    let items = [request.item];
    let place = writable(session, request.target, kind, &items)?;
    let id = place.answer_id(&items[0]);
    let waiting = session.held.get(&id).and_then(|held| held.iter().find(|draft| draft.field == request.field));
    let Some(text) = waiting.map(|draft| draft.text.clone()) else {
        return Err(ErrorDto::new("bad-request").arg("detail", &request.field).at("field"));
    };
    let now = answer_text(session.read(), &place, &items[0], &request.field)?;
    let long = matches!(request.field.as_str(), "note" | "basis" | "improvement");
    let whole = if long && !text.contains(&now) { format!("{now}\n{text}") } else { text };
    let committed = session.transact(meta, |tx| match request.take {
        true => write_field(tx, &place, &items[0], &request.field, &whole),
        false => Ok(tx.clear_draft(entity(kind), id, &request.field)?),
    })?;
    if let Some(held) = session.held.get_mut(&id) {
        held.retain(|draft| draft.field != request.field);
    }
    changed(session, &place, &items, committed)
}

const LINES: &str = "entry";

/// Each person types lines of their own at a target.
fn lines_of(target: Id, person: Id) -> Id {
    Id::natural("entry_draft", &[&target.to_string(), &person.to_string()])
}

/// Keeps lines that are being typed by number; durable when it returns. They become no rows by themselves, since only
/// who typed them knows which of them are meant.
pub fn keep_lines(session: &mut Session, _: OpMeta, request: KeepEntry) -> Result<Committed<DraftKept>> {
    if request.text.chars().count() > super::answer::MAX_TEXT * 5 {
        return Err(ErrorDto::new("text-too-long").arg("most", super::answer::MAX_TEXT * 5).at("text"));
    }
    let at = session.now();
    let entity_id = lines_of(request.target, request.person.unwrap_or(session.person));
    if request.text.trim().is_empty() {
        session.workspace.store.drop_draft(LINES, entity_id, "text")?;
    } else {
        Place::of(session, request.target)?;
        let person = session.person;
        session.workspace.store.put_draft(&Draft {
            entity: LINES.to_owned(),
            entity_id: lines_of(request.target, person),
            field: "text".to_owned(),
            context: serde_json::to_string(&KeepEntry {
                person: Some(person),
                text: String::new(),
                ..request.clone()
            })?,
            text: request.text,
            at,
            actor: Some(session.user),
        })?;
    }
    Ok(Committed { output: DraftKept { at }, op: None, touched: Vec::new() })
}

/// The lines that were being typed at a target, one's own first.
pub fn kept_lines(session: &Session, request: GridQuery) -> Result<Vec<KeptEntry>> {
    let names = session.person_names()?;
    let mut kept: Vec<KeptEntry> = Vec::new();
    for draft in session.read().drafts()?.into_iter().filter(|draft| draft.entity == LINES) {
        let Ok(KeepEntry { target, person: Some(person), .. }) = serde_json::from_str(&draft.context) else { continue };
        if target == request.target {
            let name = names.get(&person).cloned().unwrap_or_default();
            kept.push(KeptEntry { person, name, mine: person == session.person, at: draft.at, text: draft.text });
        }
    }
    kept.sort_by_key(|one| !one.mine);
    Ok(kept)
}

const ROW: &str = "row";

/// What a form in place saves its row with, and the table of the row.
const FORMS: [(&str, &str); 5] = [
    ("flash.save", "flash_report"),
    ("interview.save", "interview"),
    ("loan.save", "loan"),
    ("memo.save", "memo_line"),
    ("report.write", "report_text"),
];

/// Keeps what is being typed into a field of a form in place; durable when it returns. It is kept with the request the
/// form would save it with, which is made when the workspace is opened again.
pub fn keep_row(session: &mut Session, _: OpMeta, request: KeepRow) -> Result<Committed<DraftKept>> {
    if request.text.chars().count() > super::answer::MAX_TEXT {
        return Err(ErrorDto::new("text-too-long").arg("most", super::answer::MAX_TEXT).at(&request.field));
    }
    let unknown = || ErrorDto::new("bad-request").arg("detail", &request.command).at("command");
    if FORMS.iter().all(|(command, _)| *command != request.command) || request.row.get(&request.field).is_none() {
        return Err(unknown());
    }
    let id: Id = request.row.get("id").and_then(|id| id.as_str()).and_then(|id| id.parse().ok()).ok_or_else(unknown)?;
    let at = session.now();
    session.workspace.store.put_draft(&Draft {
        entity: ROW.to_owned(),
        entity_id: id,
        field: request.field.clone(),
        context: serde_json::to_string(&KeepRow { text: String::new(), ..request.clone() })?,
        text: request.text,
        at,
        actor: Some(session.user),
    })?;
    Ok(Committed { output: DraftKept { at }, op: None, touched: Vec::new() })
}

/// A draft of a form that is to be saved; one whose field has been written since is done with and goes.
fn row_recovery(session: &mut Session, draft: &Draft) -> Result<Option<(KeepRow, Draft)>> {
    let Ok(kept) = serde_json::from_str::<KeepRow>(&draft.context) else { return Ok(None) };
    let Some((_, table)) = FORMS.iter().find(|(command, _)| *command == kept.command) else { return Ok(None) };
    if session.read().written_since(table, draft.entity_id, &draft.field, draft.at)? {
        session.workspace.store.drop_draft(ROW, draft.entity_id, &draft.field)?;
        return Ok(None);
    }
    Ok(Some((kept, draft.clone())))
}

/// Saves what was typed. What is refused, because the engagement was closed or the text is no time of day, still waits.
fn recover_row(session: &mut Session, (kept, draft): (KeepRow, Draft)) -> Result<()> {
    let mut row = kept.row;
    row[&draft.field] = draft.text.clone().into();
    let meta = OpMeta { kind: RECOVER, undo: true, actor: Some(session.user) };
    let saved = match kept.command.as_str() {
        "flash.save" => super::closing::save_flash(session, meta, serde_json::from_value(row)?),
        "interview.save" => super::interview::save(session, meta, serde_json::from_value(row)?),
        "loan.save" => super::loan::save(session, meta, serde_json::from_value(row)?),
        "report.write" => super::report::write(session, meta, serde_json::from_value(row)?),
        _ => super::closing::save_line(session, meta, serde_json::from_value(row)?),
    };
    if let Ok(saved) = saved {
        session.workspace.store.drop_draft(ROW, draft.entity_id, &draft.field)?;
        if saved.op.is_some() {
            session.recovered_count += 1;
            session.recovered.insert(draft.entity_id);
        }
    }
    Ok(())
}
