//! One column for each answer: はい｜いいえ｜該当なし with a mark under one of them.

use super::LayoutColumn;
use crate::answers::{Answer, audit_answer, self_answer};
use crate::diagnostic::DiagnosticCode as Code;
use crate::recognise::{ReturnedCell, returned};
use crate::workbook::{CellKind, Sheet, address};
use domain::Keyed;
use domain::kinds::SelfAnswer;
use domain::text::fold;

/// What people write under the answer they choose.
const CHOSEN: &[&str] =
    &["○", "◎", "●", "◉", "レ", "レ点", "✓", "✔", "☑", "✅", "■", "v", "1", "true", "真", "まる", "丸"];

/// What they write under the others.
const LEFT: &[&str] = &["-", "ー", "false", "偽", "0", "□", "☐"];

/// What may be either.
const CROSSED: &[&str] = &["×", "x"];

/// Whether a text is a mark and says nothing by itself.
pub(super) fn is_mark(text: &str) -> bool {
    [CHOSEN, LEFT, CROSSED].into_iter().any(|marks| is_one_of(text, marks))
}

fn is_one_of(text: &str, marks: &[&str]) -> bool {
    let text = fold(text);
    marks.iter().any(|mark| fold(mark) == text)
}

/// The answers that are marked in a row, in words. A cross under an answer may choose it or not, and is asked about where
/// nothing else is marked; what is no mark stays what it is, to be judged.
pub(super) fn chosen(sheet: &Sheet, row: u32, choices: &[&LayoutColumn]) -> Vec<ReturnedCell> {
    let (mut marked, mut crossed) = (Vec::new(), Vec::new());
    for column in choices {
        let cell = returned(sheet, row, column.column);
        let value = matches!(cell.kind, CellKind::Text | CellKind::Number | CellKind::Boolean);
        if value && (cell.text.trim().is_empty() || is_one_of(&cell.text, LEFT)) {
            continue;
        }
        let answer = ReturnedCell { text: words(column), kind: CellKind::Text, ..cell.clone() };
        if value && is_one_of(&cell.text, CROSSED) {
            crossed.push(ReturnedCell { doubt: Some(Code::MarkUnclear), ..answer });
        } else if value && (is_one_of(&cell.text, CHOSEN) || says(column, &cell.text)) {
            marked.push(answer);
        } else {
            marked.push(ReturnedCell { doubt: cell.doubt.or(Some(Code::MarkUnclear)), ..cell });
        }
    }
    if marked.is_empty() {
        marked = crossed;
    }
    if marked.is_empty() {
        let column = choices.first().map_or(0, |column| column.column);
        marked.push(ReturnedCell { cell: address(row, column), ..ReturnedCell::default() });
    }
    marked
}

/// The answer of a column in words; of one that nobody knows, its heading.
fn words(column: &LayoutColumn) -> String {
    if column.answer.is_empty() {
        return column.lowest().to_owned();
    }
    let list = if SelfAnswer::from_key(&column.answer).is_some() { "self-answer" } else { "verdict" };
    i18n::enum_text(i18n::Lang::Ja, list, &column.answer)
}

/// Whether a text is the answer of its column itself.
fn says(column: &LayoutColumn, text: &str) -> bool {
    let given = matches!(self_answer(text), Answer::Given(answer) if answer.key() == column.answer)
        || matches!(audit_answer(text), Answer::Given(verdict) if verdict.key() == column.answer);
    given || fold(text) == fold(column.lowest())
}
