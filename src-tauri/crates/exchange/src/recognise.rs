//! Our forms in a returned workbook, found by their hidden marks wherever people have moved them. How the marks stand
//! is written in [`domain::form`].

mod slips;

use crate::diagnostic::{Diagnostic, DiagnosticCode as Code};
use crate::workbook::{Cell, CellKind, Sheet, Workbook, address};
use domain::form::{
    BLANK, INDEX_SHEET, MARK, MARK_COLUMNS, MARK_EDITION, MARK_FIELDS, MARK_FORM, MARK_HEADING, MARK_TEMPLATE,
};
use domain::text::says_nothing;
use slips::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The column of the answers in our forms, and those that take a remark on one.
const ANSWER: &str = "answer";
const NOTES: [&str; 2] = ["note", "basis"];

/// What was found in a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recognised {
    /// The forms, in the order of their tabs.
    pub forms: Vec<ReturnedForm>,
    /// What is to be said about the workbook as a whole.
    pub diagnostics: Vec<Diagnostic>,
}

/// A form that came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReturnedForm {
    /// The name of the file.
    pub file: String,
    /// The name of the tab now.
    pub sheet: String,
    /// See [`domain::form::FormSheet::template`].
    pub template: String,
    /// See [`domain::form::FormSheet::form_id`].
    pub form_id: String,
    /// See [`domain::form::FormSheet::edition`].
    pub edition: String,
    /// The keys of the columns that are still there.
    pub columns: BTreeSet<String>,
    /// The fields above the table by their keys; the cells of a field that stands twice are together.
    pub fields: BTreeMap<String, Vec<ReturnedCell>>,
    /// The rows that carry a mark, from top to bottom.
    pub rows: Vec<ReturnedRow>,
    /// The rows in the table that carry none.
    pub added: Vec<AddedRow>,
    /// What is to be said about the form.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether it is a table of their own, so that nobody wonders at columns it never had.
    pub is_foreign: bool,
}

/// The key of a column. Every cell of every row stands under one, so it is shared.
pub type ColumnKey = Arc<str>;

/// A row of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnedRow {
    /// The key that stands beside it.
    pub key: String,
    /// The address of the cell with the mark.
    pub cell: String,
    /// What stands under each column, with the blanks. A column that stands twice gives two.
    pub cells: BTreeMap<ColumnKey, Vec<ReturnedCell>>,
    /// Why it is not sure that it is this row.
    pub doubt: Option<Code>,
}

/// A row of the table without a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct AddedRow {
    /// The address of its first cell that holds something.
    pub cell: String,
    /// Its texts, in the order of the columns.
    pub texts: Vec<String>,
    /// What stands under each column.
    pub cells: BTreeMap<ColumnKey, Vec<ReturnedCell>>,
}

/// One cell of a form, which may be blank.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReturnedCell {
    /// Its address.
    pub cell: String,
    /// The text it shows.
    pub text: String,
    /// What it holds; a blank cell holds text.
    pub kind: CellKind,
    /// Why a judgement in it is asked about, however clear its text is.
    pub doubt: Option<Code>,
}

/// Finds the forms of a workbook.
pub fn recognise(workbook: &Workbook) -> Recognised {
    let mut found = Recognised::default();
    for sheet in workbook.sheets.iter().filter(|sheet| sheet.name != INDEX_SHEET) {
        match form(workbook, sheet) {
            Some(Ok(form)) => found.forms.push(form),
            Some(Err(diagnostic)) => found.diagnostics.push(diagnostic),
            None if sheet.visible && !sheet.cells().is_empty() && !is_instructions(sheet) => {
                found.diagnostics.push(Diagnostic::new(Code::SheetNotOurs, &workbook.name, &[]).at(&sheet.name, None));
            }
            None => {}
        }
    }
    // A blank sheet may be copied for as many as like.
    let twice = |form: &ReturnedForm, other: &ReturnedForm| {
        !form.is_blank() && (&form.template, &form.form_id) == (&other.template, &other.form_id)
    };
    for (n, form) in found.forms.iter().enumerate() {
        if let Some(first) = found.forms[..n].iter().find(|first| twice(form, first)) {
            let diagnostic = Diagnostic::new(Code::FormTwice, &workbook.name, &[("other", &first.sheet)]);
            found.diagnostics.push(diagnostic.at(&form.sheet, None));
        }
    }
    for (tab, template, form_id) in index(workbook) {
        if !found.forms.iter().any(|form| form.template == template && form.form_id == form_id) {
            found.diagnostics.push(Diagnostic::new(Code::SheetMissing, &workbook.name, &[("tab", &tab)]));
        }
    }
    if found.forms.is_empty() && found.diagnostics.iter().all(|diagnostic| diagnostic.code == Code::SheetNotOurs) {
        found.diagnostics = vec![Diagnostic::new(Code::NoForm, &workbook.name, &[])];
    }
    found
}

/// Whether a sheet is one on which we ask for a form or say how it is filled in.
pub(crate) fn is_instructions(sheet: &Sheet) -> bool {
    // A copy of a sheet gets a number in brackets.
    let is_number = |rest: &str| rest.trim().trim_matches(['(', ')']).chars().all(|c| c.is_ascii_digit());
    let is_copy = |rest: &str| rest.is_empty() || rest.starts_with([' ', '(']) && is_number(rest);
    let ours = |lang: &i18n::Lang| {
        let rest = |key| sheet.name.strip_prefix(&i18n::text(*lang, key, &[])).map(str::to_owned);
        let keys = ["report-form-instructions", "report-form-letter"];
        keys.into_iter().any(|key| rest(key).is_some_and(|rest| is_copy(&rest)))
    };
    i18n::Lang::ALL.iter().any(ours)
}

/// The forms as the workbook was sent: tab, template, form id.
fn index(workbook: &Workbook) -> Vec<(String, String, String)> {
    let Some(sheet) = workbook.sheets.iter().find(|sheet| sheet.name == INDEX_SHEET) else { return Vec::new() };
    if text_at(sheet, 0, 0) != MARK {
        return Vec::new();
    }
    let last = sheet.cells().last().map_or(0, |cell| cell.row);
    let line = |row| (text_at(sheet, row, 0), text_at(sheet, row, 1), text_at(sheet, row, 2));
    let lines = (1..=last).filter(|row| !sheet.row(*row).is_empty()).map(line);
    lines.map(|(tab, template, form)| (tab.to_owned(), template.to_owned(), form.to_owned())).collect()
}

fn text_at(sheet: &Sheet, row: u32, column: u32) -> &str {
    sheet.get(row, column).map_or("", |cell| cell.text.trim())
}

fn form(workbook: &Workbook, sheet: &Sheet) -> Option<Result<ReturnedForm, Diagnostic>> {
    let mut marks = sheet.cells().iter().filter(|cell| cell.text.trim() == MARK);
    let mark = marks.next()?;
    let mut form = ReturnedForm { file: workbook.name.clone(), sheet: sheet.name.clone(), ..ReturnedForm::default() };
    if let Some(second) = marks.next() {
        form.say(Code::MarkTwice, Some(address(second.row, second.column)), &[]);
    }
    let columns: Vec<(u32, ColumnKey)> = sheet
        .row(mark.row)
        .iter()
        .filter(|cell| cell.column != mark.column && is_key(cell) && cell.text.trim() != MARK)
        .map(|cell| (cell.column, cell.text.trim().into()))
        .collect();
    for (n, (column, key)) in columns.iter().enumerate() {
        if columns[..n].iter().any(|(_, other)| other == key) {
            form.say(Code::ColumnTwice, Some(address(mark.row, *column)), &[("column", key)]);
        }
    }
    form.columns = columns.iter().map(|(_, key)| key.to_string()).collect();
    let side: Vec<&Cell> =
        sheet.cells().iter().filter(|cell| cell.column == mark.column && cell.row != mark.row).collect();
    let header = side.iter().position(|cell| cell.text.trim() == MARK_COLUMNS);
    let value_column = side
        .iter()
        .find(|cell| cell.text.trim() == MARK_FIELDS.0)
        .and_then(|fields| sheet.row(fields.row).iter().find(|cell| cell.text.trim() == MARK_FIELDS.1))
        .map(|cell| cell.column);
    let (mut marked, mut headed) = (BTreeSet::new(), BTreeSet::new());
    for cell in &side {
        let text = cell.text.trim();
        if text == MARK_HEADING {
            headed.insert(cell.row);
        }
        let ours =
            [(MARK_TEMPLATE, &mut form.template), (MARK_FORM, &mut form.form_id), (MARK_EDITION, &mut form.edition)];
        if let Some((value, slot)) =
            ours.into_iter().find_map(|(prefix, slot)| Some((text.strip_prefix(prefix)?, slot)))
        {
            *slot = value.to_owned();
        } else if text.starts_with("field:") {
            let value = value_column.map(|column| returned(sheet, cell.row, column));
            form.fields.entry(text.to_owned()).or_default().extend(value);
        } else if is_key(cell) && !text.starts_with('@') && text != MARK {
            let mut cells = under(sheet, cell.row, &columns);
            remarks(sheet, cell.row, &columns, &mut cells);
            form.rows.push(ReturnedRow {
                key: text.to_owned(),
                cell: address(cell.row, cell.column),
                cells,
                doubt: None,
            });
        }
        if !text.is_empty() {
            marked.insert(cell.row);
        }
    }
    let complete = !form.template.is_empty() && !form.form_id.is_empty() && header.is_some() && !columns.is_empty();
    if !complete {
        let diagnostic = Diagnostic::new(Code::MarksDamaged, &workbook.name, &[]);
        return Some(Err(diagnostic.at(&sheet.name, Some(address(mark.row, mark.column)))));
    }
    let first = header.map_or(0, |n| side[n].row + 1);
    form.added = added(sheet, first, mark.column, &columns, &marked);
    let table = Table { sheet, mark: mark.column, first, columns: &columns };
    table.beside_headings(&headed, &mut form);
    table.merged_answers(&mut form);
    table.outside(value_column, &mut form);
    Some(Ok(form))
}

/// A mark is a text; what a fill handle or a formula made of it is none.
fn is_key(cell: &Cell) -> bool {
    matches!(cell.kind, CellKind::Text | CellKind::Number) && !cell.text.trim().is_empty()
}

fn under(sheet: &Sheet, row: u32, columns: &[(u32, ColumnKey)]) -> BTreeMap<ColumnKey, Vec<ReturnedCell>> {
    let mut cells: BTreeMap<ColumnKey, Vec<ReturnedCell>> = BTreeMap::new();
    for (column, key) in columns {
        cells.entry(key.clone()).or_default().push(returned(sheet, row, *column));
    }
    cells
}

/// What was written beside the answer of a row is a remark on it.
fn remarks(sheet: &Sheet, row: u32, columns: &[(u32, ColumnKey)], cells: &mut BTreeMap<ColumnKey, Vec<ReturnedCell>>) {
    let answers = columns.iter().filter(|(_, key)| **key == *ANSWER);
    let Some(notes) = NOTES.iter().find(|notes| cells.contains_key(**notes)) else { return };
    for (column, _) in answers {
        if let Some(comment) = sheet.looks.comments.get(&(row, *column)) {
            let note = ReturnedCell { cell: address(row, *column), text: comment.clone(), ..ReturnedCell::default() };
            cells.entry((*notes).into()).or_default().push(note);
        }
    }
}

pub(crate) fn returned(sheet: &Sheet, row: u32, column: u32) -> ReturnedCell {
    let found = sheet.get(row, column);
    let (mut text, kind) = found.map_or((String::new(), CellKind::Text), |cell| (cell.text.clone(), cell.kind));
    // Who sees 40% has answered 40%, whatever the cell holds.
    if let Some(shown) = sheet.looks.shown.get(&(row, column)).filter(|_| kind == CellKind::Number) {
        text.clone_from(shown);
    }
    let doubt = sheet.looks.covers((row, column)).then_some(Code::Covered);
    ReturnedCell { cell: address(row, column), text, kind, doubt }
}

fn added(sheet: &Sheet, first: u32, mark: u32, columns: &[(u32, ColumnKey)], marked: &BTreeSet<u32>) -> Vec<AddedRow> {
    let mut rows: BTreeMap<u32, Vec<&Cell>> = BTreeMap::new();
    for cell in sheet.cells().iter().filter(|cell| cell.row >= first && !marked.contains(&cell.row)) {
        let in_table = cell.column != mark && columns.iter().any(|(column, _)| *column == cell.column);
        if in_table && !(cell.kind == CellKind::Text && says_nothing(&cell.text)) {
            rows.entry(cell.row).or_default().push(cell);
        }
    }
    rows.into_iter()
        .map(|(row, cells)| AddedRow {
            cell: address(row, cells[0].column),
            texts: cells.iter().map(|cell| cell.text.clone()).collect(),
            cells: under(sheet, row, columns),
        })
        .collect()
}

impl ReturnedForm {
    /// Whether it was made for nobody in particular, so that somebody must say whose it is.
    pub fn is_blank(&self) -> bool {
        self.form_id.starts_with(BLANK)
    }

    pub(crate) fn say(&mut self, code: Code, cell: Option<String>, args: &[(&str, &str)]) {
        let diagnostic = Diagnostic::new(code, &self.file, args).at(&self.sheet, cell);
        self.diagnostics.push(diagnostic);
    }
}
