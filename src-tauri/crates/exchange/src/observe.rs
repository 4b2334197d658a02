//! What a workbook says beside its cells, before anybody asks what the cells mean: what was struck out, hidden, drawn
//! over, written in the margin. None of it is taken for an answer, and none of it is passed over in silence.

use crate::answers::{Answer, audit_answer, self_answer};
use crate::diagnostic::{Diagnostic, DiagnosticCode as Code};
use crate::read::{Area, At, Looks, Span};
use crate::recognise::is_instructions;
use crate::workbook::{Sheet, Workbook, address};
use domain::form::{INDEX_SHEET, MARK_COLUMNS};
use std::collections::BTreeSet;

/// Of one kind and sheet no more than so many are told one by one.
const EACH: usize = 200;

/// Everything there is to be said about a workbook as it was read.
pub fn observe(workbook: &Workbook) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let whole = |code, args: &[(&str, &str)]| Diagnostic::new(code, &workbook.name, args);
    if workbook.has_macros {
        said.push(whole(Code::Macros, &[]));
    }
    if workbook.is_1904 {
        said.push(whole(Code::DaysFrom1904, &[]));
    }
    if workbook.is_reencoded {
        said.push(whole(Code::Reencoded, &[]));
    }
    if workbook.is_partly_read {
        said.push(whole(Code::LooksUnread, &[]));
    }
    for sheet in workbook.sheets.iter().filter(|sheet| sheet.name != INDEX_SHEET && !is_instructions(sheet)) {
        if !sheet.visible {
            if !sheet.cells().is_empty() {
                said.push(whole(Code::HiddenSheet, &[]).at(&sheet.name, None));
            }
            continue;
        }
        Observer { workbook, sheet, looks: &sheet.looks, said: &mut said }.all();
    }
    said
}

struct Observer<'a> {
    workbook: &'a Workbook,
    sheet: &'a Sheet,
    looks: &'a Looks,
    said: &'a mut Vec<Diagnostic>,
}

impl Observer<'_> {
    fn say(&mut self, code: Code, at: Option<At>, args: &[(&str, &str)]) {
        let cell = at.map(|(row, column)| address(row, column));
        self.said.push(Diagnostic::new(code, &self.workbook.name, args).at(&self.sheet.name, cell));
    }

    fn text(&self, at: At) -> String {
        self.sheet.get(at.0, at.1).map(|cell| cell.text.clone()).unwrap_or_default()
    }

    fn all(&mut self) {
        let looks = self.looks;
        // Our own forms hide their marks, colour their answers and carry a class that is known.
        let ours = self.sheet.is_ours();
        if ours {
            self.unseen_answers();
        } else {
            self.unseen();
        }
        for (at, struck) in looks.struck.iter().take(EACH) {
            self.say(Code::StruckOut, Some(*at), &[("found", struck), ("left", &self.text(*at))]);
        }
        for (at, text) in looks.comments.iter().take(EACH) {
            self.say(Code::Comment, Some(*at), &[("found", text)]);
        }
        for (at, offered) in looks.off_list.iter().take(EACH) {
            if is_answer(&self.text(*at)) {
                continue;
            }
            self.say(Code::OffList, Some(*at), &[("found", &self.text(*at)), ("offered", &listed(offered))]);
        }
        for at in looks.external.iter().take(EACH) {
            self.say(Code::ExternalValue, Some(*at), &[("found", &self.text(*at))]);
        }
        for one in looks.boxes.iter().take(EACH) {
            let state = if one.ticked { "☑" } else { "☐" };
            self.say(Code::TickBox, Some(corner(&one.area)), &[("found", &format!("{state} {}", one.text))]);
        }
        for one in looks.drawings.iter().take(EACH) {
            self.say(Code::Drawing, Some(corner(&one.area)), &[("found", &one.text)]);
        }
        let (count, first) = &looks.coloured;
        if *count > 0 && !ours {
            let first: Vec<String> = first.iter().map(|(row, column)| address(*row, *column)).collect();
            self.say(Code::Coloured, None, &[("count", &count.to_string()), ("cells", &listed(&first))]);
        }
    }

    /// Of our own sheets only the rows of the marks are hidden, and they are the first.
    fn unseen_answers(&mut self) {
        let marked = self.sheet.cells().iter().find(|cell| cell.text.trim() == MARK_COLUMNS).map(|cell| cell.row);
        let Some(headings) = marked else { return };
        let shown = |span: &&Span| span.1 > headings && !self.sheet.rows(span.0.max(headings + 1), span.1).is_empty();
        let rows = self.looks.hidden_rows.iter().filter(shown);
        let rows: Vec<String> = rows.map(|(first, last)| span_text(first.max(&headings) + 1, last + 1)).collect();
        if !rows.is_empty() {
            self.say(Code::HiddenRowsRead, None, &[("rows", &listed(&rows))]);
        }
    }

    /// The class that the header names; rows and columns that hold something and that nobody sees.
    fn unseen(&mut self) {
        // The notes that go with our forms carry it too, and it is known.
        let known = self.workbook.sheets.iter().any(Sheet::is_ours);
        if let Some(class) = self.looks.class.filter(|_| !known) {
            self.say(Code::ClassProposed, None, &[("class", &class.to_string())]);
        }
        let holds = |span: &&Span| !self.sheet.rows(span.0, span.1).is_empty();
        let rows = self.looks.hidden_rows.iter().filter(holds);
        let rows: Vec<String> = rows.map(|(first, last)| span_text(first + 1, last + 1)).collect();
        if !rows.is_empty() {
            self.say(Code::HiddenRows, None, &[("rows", &listed(&rows))]);
        }
        let used: BTreeSet<u32> = self.sheet.cells().iter().map(|cell| cell.column).collect();
        let columns = used.into_iter().filter(|column| self.looks.hides_column(*column));
        let columns: Vec<String> = columns.map(column_name).collect();
        if !columns.is_empty() {
            self.say(Code::HiddenColumns, None, &[("columns", &listed(&columns))]);
        }
    }
}

/// Whether a text is a clear answer: what its cell does not offer is then told with the answer.
fn is_answer(text: &str) -> bool {
    matches!(audit_answer(text), Answer::Given(_)) || matches!(self_answer(text), Answer::Given(_))
}

fn corner(area: &Area) -> At {
    (area.0.0, area.1.0)
}

fn span_text(first: u32, last: u32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn column_name(column: u32) -> String {
    address(0, column).trim_end_matches('1').to_owned()
}

/// The first few of many.
fn listed(all: &[String]) -> String {
    const FEW: usize = 8;
    let rest = if all.len() > FEW { "…" } else { "" };
    format!("{}{rest}", all.iter().take(FEW).map(String::as_str).collect::<Vec<_>>().join("、"))
}
