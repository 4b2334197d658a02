//! Which returned row is which of those that were sent.
//!
//! The mark beside the row says so, unless somebody sorted or moved the rows without the hidden column of the marks.
//! Then every mark stands beside a foreign text, and the texts of ours tell the rows apart.

use super::{ColumnKind, Expected, ImportPlan};
use crate::diagnostic::DiagnosticCode as Code;
use crate::recognise::{ColumnKey, ReturnedCell, ReturnedForm};
use domain::text::fold;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A returned row under the key it has been found to have.
pub(super) struct Assigned<'f> {
    pub(super) key: String,
    /// Why it is not sure that it is this row, as when mark and text contradict each other.
    pub(super) doubt: Option<Code>,
    pub(super) cells: Cow<'f, BTreeMap<ColumnKey, Vec<ReturnedCell>>>,
}

/// The returned rows, each key once, in the order of the sheet; what is odd goes to the plan.
pub(super) fn assign<'f>(form: &'f ReturnedForm, expected: &Expected, plan: &mut ImportPlan) -> Vec<Assigned<'f>> {
    let identity = Identity::of(form, expected);
    let mut rows = Rows::default();
    let mut moved = 0;
    for row in &form.rows {
        let (key, doubt) = match identity.as_ref().map_or(Belongs::ToItsMark, |identity| identity.row(row)) {
            Belongs::ToItsMark => (row.key.clone(), row.doubt),
            Belongs::To(key) => {
                moved += 1;
                (key, row.doubt)
            }
            Belongs::Unsure(found) => {
                if has_answers(&row.cells, expected) {
                    plan.say(Code::RowUnsure, Some(row.cell.clone()), &[("found", &found)]);
                }
                (row.key.clone(), Some(Code::RowUnsure))
            }
        };
        rows.take(Assigned { key, doubt, cells: Cow::Borrowed(&row.cells) });
    }
    for row in &form.added {
        match identity.as_ref().and_then(|identity| identity.key_of(&row.cells)) {
            Some(key) => {
                moved += 1;
                rows.take(Assigned { key, doubt: None, cells: Cow::Borrowed(&row.cells) });
            }
            None => plan.say(Code::RowAdded, Some(row.cell.clone()), &[("found", &row.texts.join(" | "))]),
        }
    }
    if moved > 0 {
        plan.say(Code::RowsMoved, None, &[("count", &moved.to_string())]);
    }
    rows.all
}

/// The rows so far, and where each stands among them.
#[derive(Default)]
struct Rows<'f> {
    all: Vec<Assigned<'f>>,
    places: BTreeMap<String, usize>,
}

impl<'f> Rows<'f> {
    /// Adds a row; the cells of a row that is there already come together with those of the first.
    fn take(&mut self, row: Assigned<'f>) {
        let Some(first) = self.places.get(&row.key).and_then(|place| self.all.get_mut(*place)) else {
            self.places.insert(row.key.clone(), self.all.len());
            self.all.push(row);
            return;
        };
        // A row whose text is right is worth more than one whose text is not.
        if first.doubt.is_some() && row.doubt.is_none() {
            *first = row;
        } else if first.doubt.is_some() == row.doubt.is_some() {
            let here = first.cells.to_mut();
            for (column, cells) in row.cells.into_owned() {
                here.entry(column).or_default().extend(cells);
            }
        }
    }
}

fn has_answers(cells: &BTreeMap<ColumnKey, Vec<ReturnedCell>>, expected: &Expected) -> bool {
    cells.iter().any(|(column, cells)| {
        let answer = expected.columns.get(column.as_ref()).is_some_and(|column| column.kind != ColumnKind::Fixed);
        answer && cells.iter().any(|cell| !super::judge::is_blank(cell))
    })
}

enum Belongs {
    ToItsMark,
    To(String),
    Unsure(String),
}

/// The column of ours whose texts tell all rows apart, with its texts.
struct Identity<'e> {
    column: &'e str,
    /// The keys by the texts as they are compared.
    by_text: BTreeMap<String, &'e str>,
    /// The texts as they were sent.
    by_key: BTreeMap<&'e str, &'e str>,
}

impl<'e> Identity<'e> {
    /// The column with the longest such texts, since a question is harder to take for another than a number.
    fn of(form: &ReturnedForm, expected: &'e Expected) -> Option<Identity<'e>> {
        let fixed = expected.columns.iter().filter(|(_, column)| column.kind == ColumnKind::Fixed);
        let sent = |column: &String| -> Option<BTreeMap<&str, &str>> {
            let rows = expected.rows.iter().filter(|(key, _)| !key.starts_with("field:"));
            rows.map(|(key, cells)| Some((key.as_str(), cells.get(column.as_str())?.sent.as_str()))).collect()
        };
        let mut columns: Vec<(usize, &str, BTreeMap<&str, &str>)> = fixed
            .filter(|(key, _)| form.columns.contains(*key))
            .filter_map(|(key, _)| Some((key.as_str(), sent(key)?)))
            .map(|(key, texts)| (texts.values().map(|text| text.len()).sum(), key, texts))
            .collect();
        columns.sort_by_key(|(length, _, _)| std::cmp::Reverse(*length));
        columns.into_iter().find_map(|(_, column, by_key)| {
            let mut by_text = BTreeMap::new();
            for (key, text) in &by_key {
                let text = fold(text);
                if text.is_empty() || by_text.insert(text, *key).is_some() {
                    return None;
                }
            }
            Some(Identity { column, by_text, by_key })
        })
    }

    fn texts<'a>(&'a self, cells: &'a BTreeMap<ColumnKey, Vec<ReturnedCell>>) -> impl Iterator<Item = String> + 'a {
        cells.get(self.column).into_iter().flatten().map(|cell| fold(&cell.text)).filter(|text| !text.is_empty())
    }

    fn key_of(&self, cells: &BTreeMap<ColumnKey, Vec<ReturnedCell>>) -> Option<String> {
        self.texts(cells).find_map(|text| self.by_text.get(&text).map(|key| (*key).to_owned()))
    }

    fn row(&self, row: &crate::recognise::ReturnedRow) -> Belongs {
        let own = self.by_key.get(row.key.as_str());
        let cells = row.cells.get(self.column);
        // Hardly anybody changes them, and what is equal need not be compared any further.
        let same = |sent: &&str| {
            cells.into_iter().flatten().any(|cell| cell.text == *sent)
                || self.texts(&row.cells).any(|text| self.by_text.get(&text) == Some(&row.key.as_str()))
        };
        if own.is_some_and(same) {
            return Belongs::ToItsMark;
        }
        match (self.key_of(&row.cells), own) {
            (Some(key), _) => Belongs::To(key),
            // A row nobody sent is unknown, whatever stands in it.
            (None, None) => Belongs::ToItsMark,
            (None, Some(_)) => {
                Belongs::Unsure(cells.and_then(|cells| cells.first()).map_or(String::new(), |cell| cell.text.clone()))
            }
        }
    }
}
