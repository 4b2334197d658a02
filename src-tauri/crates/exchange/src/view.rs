//! What a sheet looks like, for a person who says how it is read.

use crate::workbook::Sheet;
use serde::Serialize;
use ts_rs::TS;

/// So many rows that hold something are shown: nobody says of a later one that it is a heading.
const ROWS: usize = 400;

/// And so many columns.
const COLUMNS: u32 = 120;

/// And so much of a text.
const LONGEST: usize = 300;

/// What a sheet looks like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct SheetView {
    /// Its rows from the top; those that hold nothing are left out.
    pub rows: Vec<SheetViewRow>,
    /// How many columns are shown.
    pub columns: u32,
    /// Cells that are one: first row, last row, first column, last column.
    pub merged: Vec<[u32; 4]>,
    /// Columns nobody sees.
    pub hidden: Vec<u32>,
    /// How many rows follow those that are shown.
    pub more: u32,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct SheetViewRow {
    /// Counted from 0.
    pub row: u32,
    /// Whether nobody sees it.
    pub hidden: bool,
    /// Its cells that hold something.
    pub cells: Vec<SheetViewCell>,
}

/// A cell of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct SheetViewCell {
    /// Counted from 0.
    pub column: u32,
    /// What it shows.
    pub text: String,
    /// What was struck out in it.
    pub struck: Option<String>,
    /// What is written beside it.
    pub comment: Option<String>,
}

impl Sheet {
    /// What it looks like from the top.
    pub fn view(&self) -> SheetView {
        let mut view = SheetView::default();
        for cell in self.cells() {
            if view.rows.last().is_none_or(|row| row.row != cell.row) {
                if view.rows.len() == ROWS {
                    view.more += u32::from(cell.column < COLUMNS && self.is_first(cell.row, cell.column));
                    continue;
                }
                let hidden = self.looks.hides_row(cell.row);
                view.rows.push(SheetViewRow { row: cell.row, hidden, cells: Vec::new() });
            }
            let Some(row) = view.rows.last_mut().filter(|_| cell.column < COLUMNS) else { continue };
            let at = (cell.row, cell.column);
            view.columns = view.columns.max(cell.column + 1);
            row.cells.push(SheetViewCell {
                column: cell.column,
                text: cut(&cell.text),
                struck: self.looks.struck.get(&at).map(|text| cut(text)),
                comment: self.looks.comments.get(&at).map(|text| cut(text)),
            });
        }
        let last = view.rows.last().map_or(0, |row| row.row);
        let shown = |((top, _), (left, _)): &&((u32, u32), (u32, u32))| *top <= last && *left < view.columns;
        view.merged = self
            .looks
            .merged
            .iter()
            .filter(shown)
            .map(|((top, bottom), (left, right))| [*top, *bottom.min(&last), *left, *right.min(&(view.columns - 1))])
            .collect();
        view.hidden = (0..view.columns).filter(|column| self.looks.hides_column(*column)).collect();
        view
    }

    fn is_first(&self, row: u32, column: u32) -> bool {
        self.row(row).first().is_some_and(|cell| cell.column == column)
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::{Cell, CellKind};

    #[test]
    fn only_the_top_of_a_long_sheet_is_shown() {
        let cell = |row, column| Cell { row, column, text: "あ".repeat(400), kind: CellKind::Text };
        let cells = (0..500).flat_map(|n| [cell(n * 2, 0), cell(n * 2, 3), cell(n * 2, 5_000)]).collect();
        let view = Sheet::new("a".into(), true, cells).view();
        assert_eq!((view.rows.len(), view.columns, view.more), (ROWS, 4, 100));
        assert_eq!(view.rows[1].row, 2);
        assert_eq!(view.rows[0].cells.len(), 2, "a column far outside is not shown");
        assert_eq!(view.rows[0].cells[0].text.chars().count(), LONGEST + 1);
    }
}
