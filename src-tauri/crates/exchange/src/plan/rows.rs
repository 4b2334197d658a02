//! Which returned row is which of those that were sent.
//!
//! The mark beside the row says so, unless somebody sorted or moved the rows without the hidden column of the marks.
//! Then every mark stands beside a foreign text, and the texts of ours tell the rows apart.

use super::{ColumnKind, Expected, ImportPlan};
use crate::diagnostic::DiagnosticCode as Code;
use crate::recognise::{ReturnedCell, ReturnedForm};
use domain::text::fold;
use std::collections::BTreeMap;

/// A returned row under the key it has been found to have.
pub(super) struct Assigned {
    pub(super) key: String,
    /// Why it is not sure that it is this row, as when mark and text contradict each other.
    pub(super) doubt: Option<Code>,
    pub(super) cells: BTreeMap<String, Vec<ReturnedCell>>,
}

/// The returned rows, each key once, in the order of the sheet; what is odd goes to the plan.
pub(super) fn assign(form: &ReturnedForm, expected: &Expected, plan: &mut ImportPlan) -> Vec<Assigned> {
    let identity = Identity::of(form, expected);
    let mut rows: Vec<Assigned> = Vec::new();
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
        take(&mut rows, Assigned { key, doubt, cells: row.cells.clone() });
    }
    for row in &form.added {
        match identity.as_ref().and_then(|identity| identity.key_of(&row.cells)) {
            Some(key) => {
                moved += 1;
                take(&mut rows, Assigned { key, doubt: None, cells: row.cells.clone() });
            }
            None => plan.say(Code::RowAdded, Some(row.cell.clone()), &[("found", &row.texts.join(" | "))]),
        }
    }
    if moved > 0 {
        plan.say(Code::RowsMoved, None, &[("count", &moved.to_string())]);
    }
    rows
}

/// Adds a row; the cells of a row that is there already come together with those of the first.
fn take(rows: &mut Vec<Assigned>, row: Assigned) {
    match rows.iter_mut().find(|other| other.key == row.key) {
        Some(first) => {
            // A row whose text is right is worth more than one whose text is not.
            if first.doubt.is_some() && row.doubt.is_none() {
                *first = row;
            } else if first.doubt.is_some() == row.doubt.is_some() {
                for (column, cells) in row.cells {
                    first.cells.entry(column).or_default().extend(cells);
                }
            }
        }
        None => rows.push(row),
    }
}

fn has_answers(cells: &BTreeMap<String, Vec<ReturnedCell>>, expected: &Expected) -> bool {
    cells.iter().any(|(column, cells)| {
        let answer = expected.columns.get(column).is_some_and(|column| column.kind != ColumnKind::Fixed);
        answer && cells.iter().any(|cell| !super::judge::is_blank(cell))
    })
}

enum Belongs {
    ToItsMark,
    To(String),
    Unsure(String),
}

/// The column of ours whose texts tell all rows apart, with its texts.
struct Identity {
    column: String,
    by_text: BTreeMap<String, String>,
    by_key: BTreeMap<String, String>,
}

impl Identity {
    /// The column with the longest such texts, since a question is harder to take for another than a number.
    fn of(form: &ReturnedForm, expected: &Expected) -> Option<Identity> {
        let columns = expected.columns.iter().filter(|(_, column)| column.kind == ColumnKind::Fixed);
        let identities = columns.filter(|(key, _)| form.columns.contains(*key)).filter_map(|(column, _)| {
            let mut by_text = BTreeMap::new();
            let mut by_key = BTreeMap::new();
            for (key, cells) in expected.rows.iter().filter(|(key, _)| !key.starts_with("field:")) {
                let text = fold(&cells.get(column)?.sent);
                if text.is_empty() || by_text.insert(text.clone(), key.clone()).is_some() {
                    return None;
                }
                by_key.insert(key.clone(), text);
            }
            Some(Identity { column: column.clone(), by_text, by_key })
        });
        identities.max_by_key(|identity| identity.by_text.keys().map(String::len).sum::<usize>())
    }

    fn texts<'a>(&'a self, cells: &'a BTreeMap<String, Vec<ReturnedCell>>) -> impl Iterator<Item = String> + 'a {
        cells.get(&self.column).into_iter().flatten().map(|cell| fold(&cell.text)).filter(|text| !text.is_empty())
    }

    fn key_of(&self, cells: &BTreeMap<String, Vec<ReturnedCell>>) -> Option<String> {
        self.texts(cells).find_map(|text| self.by_text.get(&text).cloned())
    }

    fn row(&self, row: &crate::recognise::ReturnedRow) -> Belongs {
        let own = self.by_key.get(&row.key);
        if self.texts(&row.cells).any(|text| Some(&text) == own) {
            return Belongs::ToItsMark;
        }
        match (self.key_of(&row.cells), own) {
            (Some(key), _) => Belongs::To(key),
            // A row nobody sent is unknown, whatever stands in it.
            (None, None) => Belongs::ToItsMark,
            (None, Some(_)) => {
                let cells = row.cells.get(&self.column);
                Belongs::Unsure(cells.and_then(|cells| cells.first()).map_or(String::new(), |cell| cell.text.clone()))
            }
        }
    }
}
