//! What taking a returned form over would do, answer by answer, before anything is done.
//!
//! Three values meet for every answer: what was sent, what came back, what the workspace holds now. Only an answer
//! that the other side changed and we did not is new or changed; what both changed is a conflict; what is not clear
//! is asked. Nothing is ever taken over because a cell is blank.

mod judge;
mod rows;

use crate::diagnostic::{Diagnostic, DiagnosticCode as Code};
use crate::recognise::{ColumnKey, ReturnedCell, ReturnedForm};
use domain::{Keyed, keyed_enum};
use judge::{Judged, judge};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// The column of [`Expected::columns`] and of [`PlanRow::column`] for the fields above the table.
pub const FIELD_COLUMN: &str = domain::form::MARK_FIELDS.1;

/// What was sent, and what the workspace holds now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expected {
    /// See [`domain::form::FormSheet::template`].
    pub template: String,
    /// See [`domain::form::FormSheet::form_id`].
    pub form_id: String,
    /// See [`domain::form::FormSheet::edition`].
    pub edition: String,
    /// The columns by their keys, and [`FIELD_COLUMN`] for the fields, of which each may have its own under its key.
    pub columns: BTreeMap<String, ExpectedColumn>,
    /// The rows and the fields by their keys, and in them the cells by the keys of their columns.
    pub rows: BTreeMap<String, BTreeMap<ColumnKey, ExpectedCell>>,
}

/// A column that was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectedColumn {
    /// Its heading, for messages.
    pub label: String,
    /// What stands in it.
    pub kind: ColumnKind,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A text of ours. Values are texts.
    Fixed,
    /// Verdicts. Values are keys of [`domain::kinds::Verdict`].
    Audit,
    /// Answers of a self-inspection. Values are keys of [`domain::kinds::SelfAnswer`].
    SelfCheck,
    /// A date. Values are written as 2026-11-21.
    Date,
    /// One of the members of a closed list by their names in either language. Values are keys.
    OneOf {
        /// The list, as its words are named.
        list: &'static str,
        /// The keys of those that may be chosen.
        keys: &'static [&'static str],
    },
    /// A whole number from 0 to 100, with or without the sign of percent. Values are digits.
    Percent,
    /// Any text of at most so many characters. Values are texts.
    Text {
        /// The greatest number of characters.
        limit: usize,
    },
}

/// The value of a cell when it was sent, and now. Empty means that there is none. Of a text of ours only what was sent
/// is asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExpectedCell {
    /// What was sent.
    pub sent: String,
    /// What the workspace holds now.
    pub now: String,
}

keyed_enum! {
    /// What taking an answer over would do.
    pub enum PlanStatus {
        /// It fills a blank.
        New = "new",
        /// It replaces what was sent, which nobody here has changed.
        Changed = "changed",
        /// Nothing.
        Same = "same",
        /// Both sides have changed it: a person must choose.
        Conflict = "conflict",
        /// It is not clear: a person must say what is meant.
        Query = "query",
        /// It cannot be taken over.
        Error = "error",
        /// Nothing is written, and nothing was.
        Unanswered = "unanswered",
        /// The row is not one of those that were sent.
        Unknown = "unknown",
    }
}

impl PlanStatus {
    /// The key of the message that names it.
    pub fn message_key(self) -> String {
        format!("exchange-status-{}", self.key())
    }
}

/// One answer of a returned form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanRow {
    /// The key of the row or the field.
    pub key: String,
    /// The key of the column.
    pub column: String,
    /// The name of the tab.
    pub sheet: String,
    /// The address of the cell.
    pub cell: String,
    /// The text that stands there.
    pub found: String,
    /// The value it means, if that is clear.
    pub value: Option<String>,
    /// The value it most likely means, if that is not clear.
    pub likely: Option<String>,
    /// What taking it over would do. Only new and changed answers may be taken over without asking.
    pub status: PlanStatus,
    /// What is the matter, if something is.
    pub code: Option<Code>,
    /// The value that was sent.
    pub before_sent: String,
    /// The value that the workspace holds.
    pub in_workspace: String,
}

/// What taking a form over would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportPlan {
    /// The name of the file.
    pub file: String,
    /// The name of the tab.
    pub sheet: String,
    /// What kind of sheet it is.
    pub template: String,
    /// Which sheet it is.
    pub form_id: String,
    /// The answers in the order of the sheet.
    pub rows: Vec<PlanRow>,
    /// The keys of the rows that were sent and did not come back.
    pub missing: Vec<String>,
    /// Everything that is to be said about it.
    pub diagnostics: Vec<Diagnostic>,
}

impl ImportPlan {
    /// How many answers have a status.
    pub fn count(&self, status: PlanStatus) -> usize {
        self.rows.iter().filter(|row| row.status == status).count()
    }
}

/// Compares a returned form with what was sent and what the workspace holds.
pub fn plan(form: &ReturnedForm, expected: &Expected) -> ImportPlan {
    let mut plan = ImportPlan {
        file: form.file.clone(),
        sheet: form.sheet.clone(),
        template: form.template.clone(),
        form_id: form.form_id.clone(),
        rows: Vec::new(),
        missing: Vec::new(),
        diagnostics: form.diagnostics.clone(),
    };
    if (&form.template, &form.form_id) != (&expected.template, &expected.form_id) {
        plan.say(Code::WrongForm, None, &[]);
        return plan;
    }
    if form.edition != expected.edition {
        plan.say(Code::EditionDiffers, None, &[]);
    }
    for (key, column) in &expected.columns {
        if !form.is_foreign && key != FIELD_COLUMN && !key.starts_with("field:") && !form.columns.contains(key) {
            plan.say(Code::ColumnMissing, None, &[("column", &column.label)]);
        }
    }
    for (key, cells) in &form.fields {
        let cells = BTreeMap::from([(FIELD_COLUMN.into(), cells.clone())]);
        plan.row(key, None, &cells, expected);
    }
    let rows = rows::assign(form, expected, &mut plan);
    for row in &rows {
        plan.row(&row.key, row.doubt, &row.cells, expected);
    }
    let keys: BTreeSet<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    let came_back = |key: &str| key.starts_with("field:") || keys.contains(key);
    plan.missing = expected.rows.keys().filter(|key| !came_back(key)).cloned().collect();
    if let Some(first) = plan.missing.first().cloned() {
        let count = plan.missing.len().to_string();
        plan.say(Code::RowsMissing, None, &[("count", &count), ("first", &first)]);
    }
    plan
}

impl ImportPlan {
    fn say(&mut self, code: Code, cell: Option<String>, args: &[(&str, &str)]) {
        let diagnostic = Diagnostic::new(code, &self.file, args).at(&self.sheet, cell);
        self.diagnostics.push(diagnostic);
    }

    /// Plans the answers of one row. `doubt` lies on the row as a whole.
    fn row(
        &mut self,
        key: &str,
        doubt: Option<Code>,
        cells: &BTreeMap<ColumnKey, Vec<ReturnedCell>>,
        expected: &Expected,
    ) {
        let Some(sent) = expected.rows.get(key) else {
            return self.unknown(key, cells, expected);
        };
        let nothing = ExpectedCell::default();
        for (column, cells) in cells {
            // A field has a column of its own under its key, where it is not like the others.
            let place = expected.columns.get(key).or_else(|| expected.columns.get(column.as_ref()));
            let Some(ExpectedColumn { label, kind }) = place else { continue };
            let known = sent.get(column).unwrap_or(&nothing);
            if *kind == ColumnKind::Fixed {
                self.fixed(label, cells, &known.sent);
                continue;
            }
            let Some((cell, judged)) = together(*kind, cells) else { continue };
            self.answer(Place { key, column, label, cell, kind: *kind, doubt }, judged, known);
        }
    }

    /// A text of ours that was changed changes nothing, but is worth a look.
    fn fixed(&mut self, label: &str, cells: &[ReturnedCell], sent: &str) {
        for cell in cells.iter().filter(|cell| judge::differs(&cell.text, sent) && !judge::is_blank(cell)) {
            let args = [("column", label), ("found", &cell.text), ("expected", sent)];
            self.say(Code::FixedChanged, Some(cell.cell.clone()), &args);
        }
    }

    fn unknown(&mut self, key: &str, cells: &BTreeMap<ColumnKey, Vec<ReturnedCell>>, expected: &Expected) {
        let answers = cells.iter().filter(|(column, _)| {
            expected.columns.get(column.as_ref()).is_some_and(|column| column.kind != ColumnKind::Fixed)
        });
        for (column, cell) in answers.flat_map(|(column, cells)| cells.iter().map(move |cell| (column, cell))) {
            if judge::is_blank(cell) {
                continue;
            }
            self.say(Code::RowUnknown, Some(cell.cell.clone()), &[("found", &cell.text)]);
            self.rows.push(PlanRow {
                key: key.to_owned(),
                column: column.to_string(),
                sheet: self.sheet.clone(),
                cell: cell.cell.clone(),
                found: cell.text.clone(),
                value: None,
                likely: None,
                status: PlanStatus::Unknown,
                code: Some(Code::RowUnknown),
                before_sent: String::new(),
                in_workspace: String::new(),
            });
        }
    }

    fn answer(&mut self, place: Place<'_>, judged: Judged, known: &ExpectedCell) {
        let Place { key, column, label, cell, kind, doubt } = place;
        let sent = judge::value_or_none(kind, &known.sent);
        let now = judge::value_or_none(kind, &known.now);
        for (code, args) in judged.remarks {
            self.say(code, Some(cell.cell.clone()), &args.iter().map(|(n, v)| (*n, v.as_str())).collect::<Vec<_>>());
        }
        let mut code = judged.code;
        let status = match (&judged.value, code) {
            (_, Some(_)) if judged.fault => PlanStatus::Error,
            (_, Some(_)) => PlanStatus::Query,
            (None, None) if !sent.is_empty() && !now.is_empty() => {
                code = Some(Code::Cleared);
                PlanStatus::Query
            }
            (None, None) if now.is_empty() && sent.is_empty() => PlanStatus::Unanswered,
            (None, None) => PlanStatus::Same,
            (Some(value), None) if value == now || value == sent => PlanStatus::Same,
            (Some(_), None) if now == sent && now.is_empty() => PlanStatus::New,
            (Some(_), None) if now == sent => PlanStatus::Changed,
            (Some(_), None) => {
                code = Some(Code::Conflict);
                PlanStatus::Conflict
            }
        };
        // A blank remark needs no line of its own; a blank judgement is counted.
        if status == PlanStatus::Unanswered && matches!(kind, ColumnKind::Text { .. } | ColumnKind::Date) {
            return;
        }
        let (status, code, likely, value) = match doubt {
            // Who does not know which row it is does not know whose answer it is.
            Some(doubt) if !matches!(status, PlanStatus::Same | PlanStatus::Unanswered) => {
                (PlanStatus::Query, Some(doubt), judged.value.or(judged.likely), None)
            }
            _ => (status, code, judged.likely, judged.value),
        };
        // What is said of the row or of its column need not be said again of every cell.
        let told = |code: &Code| doubt == Some(*code) || matches!(code, Code::ColumnGuessed | Code::MergedAnswer);
        if let Some(code) = code.filter(|code| !told(code)) {
            let limit = if let ColumnKind::Text { limit } = kind { limit.to_string() } else { String::new() };
            let length = judged.found.chars().count().to_string();
            let (before, held) = (judge::shown(kind, sent), judge::shown(kind, now));
            let args: &[(&str, &str)] = match code {
                Code::TooLong => &[("column", label), ("length", &length), ("limit", &limit)],
                Code::Cleared => &[("column", label), ("before", &before)],
                Code::Conflict => &[("column", label), ("found", &judged.found), ("held", &held)],
                _ => &[("column", label), ("found", &judged.found)],
            };
            self.say(code, Some(cell.cell.clone()), args);
        }
        self.rows.push(PlanRow {
            key: key.to_owned(),
            column: column.to_owned(),
            sheet: self.sheet.clone(),
            cell: cell.cell.clone(),
            found: judged.found,
            value,
            likely,
            status,
            code,
            before_sent: sent.to_owned(),
            in_workspace: now.to_owned(),
        });
    }
}

/// Where an answer stands.
struct Place<'a> {
    key: &'a str,
    column: &'a str,
    label: &'a str,
    cell: &'a ReturnedCell,
    kind: ColumnKind,
    doubt: Option<Code>,
}

/// What the cells that stand for one answer say together: more than one if a row or a column was copied.
fn together(kind: ColumnKind, cells: &[ReturnedCell]) -> Option<(&ReturnedCell, Judged)> {
    let mut filled = cells.iter().filter(|cell| !judge::is_blank(cell));
    let Some(first) = filled.next() else {
        return cells.first().map(|cell| (cell, judge(kind, cell)));
    };
    let mut judged = judge(kind, first);
    for other in filled {
        let next = judge(kind, other);
        let agree = judged.value.is_some() && judged.value == next.value && judged.code == next.code;
        if !agree && (judge::differs(&first.text, &other.text) || judged.value.is_some()) {
            judged.found = format!("{} / {}", judged.found, other.text);
            (judged.value, judged.likely) = (None, None);
            (judged.code, judged.fault) = (Some(Code::TwoValues), false);
        }
    }
    Some((first, judged))
}
