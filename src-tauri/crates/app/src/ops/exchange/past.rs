//! What the cells of a sheet hold now, and what they held when it was sent. The latter is read from the journal: every
//! change since then, taken back.

use super::form::{ANSWER, CONTACT, HEAD_NAME, HEAD_ON, IDEA};
use crate::error::Result;
use crate::queries::campaign::{submission, submission_id};
use crate::queries::grid::Place;
use domain::form::MARK_FIELDS;
use domain::kinds::{EngagementKind, Verdict};
use domain::{Id, Keyed};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use store::row::Reads;

/// The values of a sheet by the keys of their rows and columns: keys of answers, texts, and the fields above the table.
pub type Cells = HashMap<String, BTreeMap<&'static str, String>>;

/// What the workspace holds now.
pub fn cells_now(read: Reads<'_>, place: &Place) -> Result<Cells> {
    let mut cells = Cells::new();
    let mut put = |row: &str, column: &'static str, value: String| {
        cells.entry(row.to_owned()).or_default().insert(column, value);
    };
    put(CONTACT, MARK_FIELDS.1, place.target.contact.clone());
    match place.engagement.kind {
        EngagementKind::Audit => {
            let rows = texts(read, place, "SELECT item, verdict, note FROM answer WHERE target = ?1")?;
            cells.extend(rows.into_iter().map(|[item, given, note]| {
                let given = verdict(&given);
                (item, BTreeMap::from([(ANSWER, given), ("note", note)]))
            }));
        }
        EngagementKind::SelfCheck => {
            let went = submission(read, place.engagement.id, place.target.id)?;
            put(HEAD_NAME, MARK_FIELDS.1, went.head_name);
            put(HEAD_ON, MARK_FIELDS.1, went.head_on.map(|day| day.to_string()).unwrap_or_default());
            put(IDEA, MARK_FIELDS.1, went.improvement);
            let rows = "SELECT item, coalesce(answer, ''), basis, improvement, due FROM self_answer WHERE target = ?1";
            cells.extend(texts(read, place, rows)?.into_iter().map(|[item, given, basis, improvement, due]| {
                (item, [(ANSWER, given), ("basis", basis), ("improvement", improvement), ("due", due)].into())
            }));
        }
    }
    Ok(cells)
}

/// Rows of texts of a target: only these are needed, of very many rows.
fn texts<const N: usize>(read: Reads<'_>, place: &Place, sql: &str) -> Result<Vec<[String; N]>> {
    Ok(read.query(sql, &[&place.target.id.as_bytes().as_slice()], |row| {
        let mut texts = [const { String::new() }; N];
        for (at, text) in texts.iter_mut().enumerate() {
            *text = row.get(at)?;
        }
        Ok(texts)
    })?)
}

/// What it held at a place of the journal, as (device, seq). What was purged since is taken to be as it is now.
pub fn cells_then(read: Reads<'_>, place: &Place, now: &Cells, items: &[&str], at: (i64, i64)) -> Result<Cells> {
    let mut cells = now.clone();
    let rows: BTreeMap<Id, &str> = items.iter().map(|item| (place.answer_id(item), *item)).collect();
    // An answer that is gone, because it was undone, is as if it had never been sent.
    let went = submission_id(place.target.id);
    let changes: Vec<(Id, String, Option<String>)> = read.query(
        "SELECT c.entity_id, c.columns, i.before FROM op_change c LEFT JOIN op_image i USING (device, seq, n)
         WHERE (c.device, c.seq) > (?1, ?2) AND c.entity_id IN (
           SELECT ?3 UNION ALL SELECT ?4 UNION ALL SELECT id FROM answer WHERE target = ?3 UNION ALL SELECT id FROM self_answer WHERE target = ?3)
         ORDER BY c.device DESC, c.seq DESC, c.n DESC",
        &[&at.0, &at.1, &place.target.id.as_bytes().as_slice(), &went.as_bytes().as_slice()],
        |row| Ok((Id::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?)),
    )?;
    for (id, columns, before) in changes {
        let item = rows.get(&id).copied();
        let (true, Some(before)) = (item.is_some() || id == place.target.id || id == went, before) else { continue };
        // A row that was not there is written as null.
        let before: Option<Map<String, Value>> = serde_json::from_str(&before)?;
        for column in columns.split(',') {
            let text = before.as_ref().and_then(|image| image.get(column)).and_then(Value::as_str).unwrap_or_default();
            let (row, column, value) = match (item, column) {
                (Some(item), "verdict") => (item, ANSWER, verdict(text)),
                (Some(item), "answer") => (item, ANSWER, text.to_owned()),
                (Some(item), "note") => (item, "note", text.to_owned()),
                (Some(item), "basis") => (item, "basis", text.to_owned()),
                (Some(item), "improvement") => (item, "improvement", text.to_owned()),
                (Some(item), "due") => (item, "due", text.to_owned()),
                (None, "contact") => (CONTACT, MARK_FIELDS.1, text.to_owned()),
                (None, "head_name") => (HEAD_NAME, MARK_FIELDS.1, text.to_owned()),
                (None, "head_on") => (HEAD_ON, MARK_FIELDS.1, text.to_owned()),
                (None, "improvement") => (IDEA, MARK_FIELDS.1, text.to_owned()),
                _ => continue,
            };
            cells.entry(row.to_owned()).or_default().insert(column, value);
        }
    }
    Ok(cells)
}

/// 未確認 is no value but the lack of one.
fn verdict(key: &str) -> String {
    if key == Verdict::Unverified.key() { String::new() } else { key.to_owned() }
}
