//! What lines typed by number, and cells pasted from a sheet, would do to the answers of a target.

use super::engagement::exclusions;
use super::grid::{Place, answers};
use super::interview::numbered;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::session::Session;
use domain::Keyed;
use domain::entry;
use domain::kinds::Verdict;
use domain::pack::Item;
use domain::text::fold;
use std::collections::{BTreeMap, BTreeSet};
use store::tables::Answer;

/// The most lines or rows taken at once.
const MOST_LINES: usize = 2_000;

/// What the lines of a text mean.
pub fn read(session: &Session, request: ReadEntry) -> Result<Vec<EntryLine>> {
    let place = Place::of(session, request.target)?;
    lines(session, &place, &request.text)
}

/// What a block of cells would do.
pub fn paste(session: &Session, request: ReadPaste) -> Result<Vec<EntryLine>> {
    let place = Place::of(session, request.target)?;
    block(session, &place, &request.items, &request.text)
}

/// What the lines of a text mean at a place.
pub fn lines(session: &Session, place: &Place, text: &str) -> Result<Vec<EntryLine>> {
    let mut sheet = Sheet::of(session, place)?;
    let read = entry::lines(text);
    if read.len() > MOST_LINES {
        return Err(ErrorDto::new("too-many-lines").arg("most", MOST_LINES).at("text"));
    }
    let line = |(n, text, read): (usize, String, Result<entry::Entry, entry::EntryError>)| {
        let (problem, number, items) = match read {
            Err(error) => (Some(error.key()), None, Vec::new()),
            Ok(entry) => sheet.judge_numbers(&entry),
        };
        EntryLine { line: i64::try_from(n).unwrap_or(0), text, problem: problem.map(str::to_owned), number, items }
    };
    Ok(read.into_iter().map(line).collect())
}

/// What cells would do to rows of the grid. The block has a column of verdicts, a column of 所見, or both in this order;
/// a single row is meant for all rows that are picked.
pub fn block(session: &Session, place: &Place, items: &[String], text: &str) -> Result<Vec<EntryLine>> {
    let mut rows = entry::cells(text);
    if rows.len() > MOST_LINES {
        return Err(ErrorDto::new("too-many-lines").arg("most", MOST_LINES).at("text"));
    }
    if rows.len() == 1 && items.len() > 1 {
        rows = vec![rows.remove(0); items.len()];
    }
    let mut sheet = Sheet::of(session, place)?;
    let verdicts = rows.iter().all(|row| row.first().is_none_or(|cell| sheet.verdict(cell).is_some()));
    let mut found = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        let (first, second) = (row.first().map_or("", String::as_str), row.get(1).map_or("", String::as_str));
        let (verdict, note) = if verdicts { (sheet.verdict(first).flatten(), second) } else { (None, first) };
        let wide = row.iter().skip(if verdicts { 2 } else { 1 }).any(|cell| !cell.trim().is_empty());
        let (problem, number, judged) = match items.get(n) {
            _ if wide => (Some("columns"), None, Vec::new()),
            None => (Some("beyond"), None, Vec::new()),
            Some(item) => sheet.judge_item(item, verdict, note),
        };
        let shown = if verdict.is_some() { format!("{first} {note}") } else { note.to_owned() };
        found.push(EntryLine {
            line: i64::try_from(n + 1).unwrap_or(0),
            text: shown,
            problem: problem.map(str::to_owned),
            number,
            items: judged,
        });
    }
    Ok(found)
}

/// The items of a target with their answers.
struct Sheet<'a> {
    place: &'a Place,
    items: Vec<&'a Item>,
    answers: BTreeMap<String, Answer>,
    excluded: BTreeMap<String, String>,
    words: BTreeMap<String, Verdict>,
    /// What an earlier line speaks of already.
    named: BTreeSet<String>,
}

type Judgement = (Option<&'static str>, Option<i64>, Vec<EntryItem>);

impl<'a> Sheet<'a> {
    fn of(session: &Session, place: &'a Place) -> Result<Sheet<'a>> {
        let lang = session.lang();
        let word = |verdict: &Verdict| (fold(&i18n::enum_text(lang, "verdict", verdict.key())), *verdict);
        Ok(Sheet {
            place,
            items: numbered(place).map(|(_, item)| item).collect(),
            answers: answers(session.read(), place.target.id)?,
            excluded: exclusions(session.read(), place.engagement.id)?,
            words: Verdict::ALL.iter().map(word).collect(),
            named: BTreeSet::new(),
        })
    }

    /// The verdict in a cell: `Some(None)` where nothing is written, nothing where something else is.
    fn verdict(&self, cell: &str) -> Option<Option<Verdict>> {
        let word = cell.trim();
        if word.is_empty() {
            return Some(None);
        }
        // `○ 適合` is what our own workbooks offer.
        let parts: Vec<&str> = word.splitn(2, char::is_whitespace).collect();
        let said = match parts.as_slice() {
            [sign, name] => entry::mark(sign).filter(|verdict| self.words.get(&fold(name)) == Some(verdict)),
            _ => entry::mark(word).or_else(|| self.words.get(&fold(word)).copied()),
        };
        said.map(Some)
    }

    fn judge_numbers(&mut self, entry: &entry::Entry) -> Judgement {
        let mut items = Vec::new();
        for &number in &entry.numbers {
            let at = Some(i64::from(number));
            let Some(item) = self.items.get(number as usize - 1).copied() else {
                return (Some("no-such-number"), at, Vec::new());
            };
            match self.judge_item(&item.id, Some(entry.verdict), &entry.note) {
                (Some(problem), ..) => return (Some(problem), at, Vec::new()),
                (None, _, judged) => items.extend(judged),
            }
        }
        (None, None, items)
    }

    fn judge_item(&mut self, item: &str, verdict: Option<Verdict>, note: &str) -> Judgement {
        let Some(n) = self.items.iter().position(|known| known.id == item) else {
            return (Some("no-such-number"), None, Vec::new());
        };
        let number = i64::try_from(n + 1).ok();
        if self.excluded.contains_key(item) {
            return (Some("excluded"), number, Vec::new());
        }
        if !self.named.insert(item.to_owned()) {
            return (Some("twice"), number, Vec::new());
        }
        let known = self.answers.get(item);
        let before = known.map_or(Verdict::Unverified, |answer| answer.verdict);
        let before_note = known.map(|answer| answer.note.clone()).unwrap_or_default();
        let note = note.trim();
        let after = verdict.unwrap_or(before);
        let after_note = if note.is_empty() { before_note.clone() } else { note.to_owned() };
        let replaces = before != Verdict::Unverified && after != before
            || !before_note.trim().is_empty() && after_note != before_note;
        let change = match (replaces, after == before && after_note == before_note) {
            (true, _) => EntryChange::Overwrite,
            (false, true) => EntryChange::Same,
            (false, false) => EntryChange::New,
        };
        let question = self.items[n].question_on(self.place.engagement.form, false).to_owned();
        let judged = EntryItem {
            item: item.to_owned(),
            number: (n + 1).to_string(),
            question,
            before,
            before_note,
            after,
            after_note,
            change,
        };
        (None, number, vec![judged])
    }
}
