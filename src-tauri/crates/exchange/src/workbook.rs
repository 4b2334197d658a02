//! A workbook as it was read: sheets of sparse cells, each with its place and the text it shows.

use crate::read::Looks;
use domain::form::MARK;
use std::fmt::Write;

/// A workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    /// The name of the file, without its folder.
    pub name: String,
    /// The sheets in the order of their tabs.
    pub sheets: Vec<Sheet>,
    /// Whether it counts its days from 1904; the dates are right all the same.
    pub is_1904: bool,
    /// Whether it brings macros, which are never run.
    pub has_macros: bool,
    /// Whether its format tells cells alone, so that nobody knows what is struck out, hidden or written beside them.
    pub is_partly_read: bool,
    /// Whether it names a western code page and was read as Japanese all the same.
    pub is_reencoded: bool,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The name on the tab.
    pub name: String,
    /// Whether the tab is shown.
    pub visible: bool,
    /// The cells that hold something, in reading order.
    cells: Vec<Cell>,
    /// How it looks beside its cells, as far as that is known.
    pub(crate) looks: Looks,
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The row, counted from 0.
    pub row: u32,
    /// The column, counted from 0.
    pub column: u32,
    /// The text it shows, as far as it is known.
    pub text: String,
    /// What it holds.
    pub kind: CellKind,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellKind {
    /// Text.
    #[default]
    Text,
    /// A number.
    Number,
    /// TRUE or FALSE; also a tick box inside a cell.
    Boolean,
    /// A date, written as 2026-11-21, with the time if there is one.
    Date,
    /// An error such as #REF!.
    Error,
    /// A formula whose value was not stored, so that nobody knows what it showed.
    NoValue,
}

impl Sheet {
    /// A sheet of these cells in any order. Of two cells in one place the later one counts.
    pub fn new(name: String, visible: bool, mut cells: Vec<Cell>) -> Sheet {
        cells.reverse();
        cells.sort_by_key(|cell| (cell.row, cell.column));
        cells.dedup_by_key(|cell| (cell.row, cell.column));
        Sheet { name, visible, cells, looks: Looks::default() }
    }

    /// Whether it carries the marks of our forms.
    pub(crate) fn is_ours(&self) -> bool {
        self.cells.iter().any(|cell| cell.text.trim() == MARK)
    }

    /// Takes the cells out, to be put back changed.
    pub(crate) fn take_cells(&mut self) -> Vec<Cell> {
        std::mem::take(&mut self.cells)
    }

    /// The cells that hold something, row by row.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The cells of one row that hold something.
    pub fn row(&self, row: u32) -> &[Cell] {
        self.rows(row, row)
    }

    /// The cells from one row to another that hold something.
    pub(crate) fn rows(&self, first: u32, last: u32) -> &[Cell] {
        let start = self.cells.partition_point(|cell| cell.row < first);
        let end = self.cells.partition_point(|cell| cell.row <= last);
        &self.cells[start..end]
    }

    /// The cell in one place.
    pub fn get(&self, row: u32, column: u32) -> Option<&Cell> {
        let found = self.cells.binary_search_by_key(&(row, column), |cell| (cell.row, cell.column));
        found.ok().map(|at| &self.cells[at])
    }
}

/// The address people know: B5 for row 4 and column 1.
pub fn address(row: u32, column: u32) -> String {
    // Every cell of every form has one, so it is made in one piece. The letters come from the last to the first.
    let (mut letters, mut rest) = ([0_u8; 8], u64::from(column) + 1);
    let mut first = letters.len();
    while rest > 0 && first > 0 {
        first -= 1;
        letters[first] = b'A' + ((rest - 1) % 26) as u8;
        rest = (rest - 1) / 26;
    }
    let mut text = String::with_capacity(12);
    text.extend(letters[first..].iter().map(|letter| char::from(*letter)));
    let _ = write!(text, "{}", u64::from(row) + 1);
    text
}

/// The row and the column of an address such as B5, counted from 0.
pub fn place_of(address: &str) -> Option<(u32, u32)> {
    crate::read::place(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_the_spreadsheet() {
        for (row, column, text) in [
            (0, 0, "A1"),
            (4, 1, "B5"),
            (0, 25, "Z1"),
            (0, 26, "AA1"),
            (1_048_575, 16_383, "XFD1048576"),
            (0, 702, "AAA1"),
        ] {
            assert_eq!(address(row, column), text);
        }
        assert!(address(u32::MAX, u32::MAX).ends_with("4294967296"), "even what no program writes has an address");
    }

    #[test]
    fn cells_are_found_in_their_place_and_the_later_one_counts() {
        let cell = |row, column, text: &str| Cell { row, column, text: text.into(), kind: CellKind::Text };
        let sheet =
            Sheet::new("a".into(), true, vec![cell(2, 1, "x"), cell(0, 3, "y"), cell(2, 0, "w"), cell(2, 1, "z")]);
        assert_eq!(sheet.get(2, 1).map(|cell| cell.text.as_str()), Some("z"));
        assert_eq!(sheet.get(1, 1), None);
        assert_eq!(sheet.row(2).len(), 2);
        assert_eq!(sheet.cells()[0].text, "y");
    }
}
