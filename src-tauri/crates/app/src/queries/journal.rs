//! The journal in readable form, the register of what left, and what undo would do.

use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use serde_json::Value;
use std::collections::BTreeMap;
use store::journal::{Change, Op};
use store::tables::{Department, Engagement, Evidence, Finding, Person, Release, Subject, User};

/// The most operations one page holds.
const MAX_PAGE: i64 = 500;

/// Operations, newest first.
pub fn list(session: &Session, request: JournalQuery) -> Result<JournalPage> {
    let before = request.device.zip(request.seq);
    let ops = session.read().ops(before, request.limit.clamp(1, MAX_PAGE))?;
    let names = Names::of(session)?;
    let entry = |op: Op| {
        Ok(JournalEntry {
            device: op.device,
            seq: op.seq,
            hash: hex(&op.hash[..8]),
            entry: names.entry(session, &op, None)?,
        })
    };
    Ok(JournalPage { entries: ops.into_iter().map(entry).collect::<Result<_>>()? })
}

/// Everything that happened to some rows, oldest first.
pub fn history_of(session: &Session, ids: &[Id]) -> Result<Vec<HistoryEntry>> {
    let names = Names::of(session)?;
    let mut ops: BTreeMap<(i64, i64), Op> = BTreeMap::new();
    for &id in ids {
        ops.extend(session.read().history(id)?.into_iter().map(|op| ((op.device, op.seq), op)));
    }
    let told = ops.values().map(|op| {
        let entry = names.entry(session, op, Some(ids))?;
        Ok(HistoryEntry { undone: undone(&ops, op), of: turned(&ops, op).map(|op| op.kind.clone()), ..entry })
    });
    told.collect()
}

/// Whether an operation was taken back by one that was not itself taken back.
fn undone(ops: &BTreeMap<(i64, i64), Op>, op: &Op) -> bool {
    let later = ops.range((op.device, op.seq + 1)..=(op.device, i64::MAX));
    later.into_iter().any(|(_, turn)| turn.undoes == Some(op.seq) && !undone(ops, turn))
}

/// What an undo took back, or a redo did again: a redo names the undo before it.
fn turned<'o>(ops: &'o BTreeMap<(i64, i64), Op>, op: &Op) -> Option<&'o Op> {
    let before = ops.get(&(op.device, op.undoes?))?;
    if before.undoes.is_some() { turned(ops, before) } else { Some(before) }
}

/// The register of what left, newest first.
pub fn releases(session: &Session, _: Empty) -> Result<Vec<ReleaseRow>> {
    let names = session.person_names()?;
    let row = |row: Release| ReleaseRow {
        id: row.id,
        at: row.at,
        name: row.name,
        kind: row.kind,
        class_level: row.class_level,
        recipient: row.recipient,
        basis: row.basis,
        sha256: row.sha256,
        size: row.size,
        person: row.person.and_then(|person| names.get(&person).cloned()),
    };
    Ok(session.read().list::<Release>("ORDER BY at DESC, id DESC", &[])?.into_iter().map(row).collect())
}

/// What undo and redo would do.
pub fn undo_state(session: &Session, _: Empty) -> Result<UndoState> {
    let piles = session.workspace.store.piles(session.user)?;
    let reference = |op: &Op| OpRefDto { kind: op.kind.clone(), at: op.at };
    Ok(UndoState { undo: piles.done.last().map(reference), redo: piles.undone.last().map(|(op, _)| reference(op)) })
}

/// Bytes as hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What rows are called, read once.
struct Names {
    users: BTreeMap<Id, String>,
    rows: BTreeMap<Id, String>,
}

impl Names {
    fn of(session: &Session) -> Result<Names> {
        let read = session.read();
        let persons = session.person_names()?;
        let users = read
            .all::<User>()?
            .into_iter()
            .map(|user| (user.id, persons.get(&user.person).cloned().unwrap_or(user.login)))
            .collect();
        let mut rows: BTreeMap<Id, String> = persons;
        rows.extend(read.all::<Person>()?.into_iter().map(|row| (row.id, row.name)));
        rows.extend(read.all::<Department>()?.into_iter().map(|row| (row.id, row.name)));
        rows.extend(read.all::<Engagement>()?.into_iter().map(|row| (row.id, row.title)));
        rows.extend(read.all::<Finding>()?.into_iter().map(|row| (row.id, row.number)));
        // An edition carries its whole checklist; only its title is wanted.
        let sql = "SELECT id, title FROM pack_edition
                   UNION ALL SELECT id, CASE number WHEN '' THEN title ELSE number END FROM exception_measure";
        rows.extend(read.query(sql, &[], |row| Ok((Id::from_bytes(row.get(0)?), row.get(1)?)))?);
        rows.extend(read.all::<Subject>()?.into_iter().map(|row| (row.id, row.name)));
        rows.extend(read.all::<Evidence>()?.into_iter().map(|row| (row.id, row.name)));
        Ok(Names { users, rows })
    }

    /// An operation in readable form, all its changes or only those of some rows.
    fn entry(&self, session: &Session, op: &Op, only: Option<&[Id]>) -> Result<HistoryEntry> {
        let mut changes = Vec::new();
        for change in session.read().changes(op.device, op.seq)? {
            if only.is_none_or(|only| only.contains(&change.entity_id)) {
                self.columns(&change, &mut changes);
            }
        }
        Ok(HistoryEntry {
            at: op.at,
            actor: op.actor.map(|user| self.users.get(&user).cloned().unwrap_or_else(|| user.to_string())),
            kind: op.kind.clone(),
            undone: false,
            of: None,
            changes,
        })
    }

    fn columns(&self, change: &Change, out: &mut Vec<HistoryChange>) {
        let purged = change.before.is_none() && change.after.is_none();
        let side = |image: &Option<serde_json::Map<String, Value>>, column: &str| {
            image.as_ref().and_then(|image| image.get(column)).and_then(|value| self.readable(value))
        };
        for column in &change.columns {
            let (before, after) = (side(&change.before, column), side(&change.after, column));
            let (before, after) = match (change.entity.as_str(), column.as_str()) {
                // A whole checklist; its hash stands beside it.
                ("pack_edition", "files") => continue,
                ("own_item", "body") => bodies(before, after),
                _ => (before, after),
            };
            // A column that stays empty in a new row tells nothing.
            if before == after && !purged {
                continue;
            }
            let item = ["item", "number", "name", "title"]
                .iter()
                .find_map(|name| side(&change.after, name).or_else(|| side(&change.before, name)));
            out.push(HistoryChange {
                entity: change.entity.clone(),
                entity_id: change.entity_id,
                label: self.rows.get(&change.entity_id).cloned().or(item).unwrap_or_default(),
                column: column.clone(),
                before,
                after,
                purged,
            });
        }
    }

    /// A stored value as people read it: rows by their names.
    fn readable(&self, value: &Value) -> Option<String> {
        match value {
            Value::Null => None,
            Value::String(text) if text.is_empty() => None,
            Value::String(text) => Some(text.clone()),
            Value::Object(blob) => {
                let id = blob.get("b").and_then(Value::as_str)?;
                let id: Option<Id> = id.parse().ok();
                Some(id.map_or_else(String::new, |id| self.rows.get(&id).cloned().unwrap_or_else(|| id.to_string())))
            }
            other => Some(other.to_string()),
        }
    }
}

/// What differs between two wordings of an item: where only the question does, or where there is but one, the question.
fn bodies(before: Option<String>, after: Option<String>) -> (Option<String>, Option<String>) {
    let fields = |text: &Option<String>| -> serde_json::Map<String, Value> {
        text.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    };
    let (old, new) = (fields(&before), fields(&after));
    let other = |key: &&String| key.as_str() != "question" && old.get(*key) != new.get(*key);
    let differing: Vec<&String> =
        if old.is_empty() || new.is_empty() { Vec::new() } else { new.keys().filter(other).collect() };
    let shown = |fields: &serde_json::Map<String, Value>| {
        let question = fields.get("question").and_then(Value::as_str)?.to_owned();
        let others = differing.iter().map(|key| format!("{key}: {}", fields.get(*key).unwrap_or(&Value::Null)));
        Some(std::iter::once(question).chain(others).collect::<Vec<_>>().join(" / "))
    };
    (shown(&old), shown(&new))
}

#[cfg(test)]
mod tests {
    use super::bodies;

    #[test]
    fn of_an_item_the_history_shows_the_question_and_what_else_differs() {
        let body = |question: &str, weight: u8| {
            Some(format!(r#"{{"question":"{question}","topic":"log","weight":{weight}}}"#))
        };
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(bodies(None, body("あるか。", 1)), (None, text("あるか。")));
        assert_eq!(bodies(body("あるか。", 1), None), (text("あるか。"), None));
        assert_eq!(bodies(body("あるか。", 1), body("いるか。", 1)), (text("あるか。"), text("いるか。")));
        let weights = (text("あるか。 / weight: 1"), text("あるか。 / weight: 3"));
        assert_eq!(bodies(body("あるか。", 1), body("あるか。", 3)), weights);
    }
}
