//! What a sheet of .xlsx looks like beside its cells: what nobody sees, what is one cell, what was struck out, written
//! beside or drawn over. None of it is an answer; all of it may change what an answer means.

use std::collections::{BTreeMap, BTreeSet};

/// Rows or columns from the first to the last one, counted from 0.
pub(crate) type Span = (u32, u32);

/// A merged cell: its rows and its columns.
pub(crate) type Area = (Span, Span);

/// A row and a column, counted from 0.
pub(crate) type At = (u32, u32);

/// How many of each are remembered. No list that a person keeps has more.
pub(super) const MOST: usize = 20_000;

/// The merged cells of some columns, to be found by one of their cells.
#[derive(Debug, Default)]
pub(crate) struct Merged(BTreeMap<u32, BTreeMap<u32, (u32, u32)>>);

impl Merged {
    /// The merged cells of these columns.
    pub(crate) fn of(looks: &Looks, columns: &BTreeSet<u32>) -> Merged {
        let mut merged = Merged::default();
        for ((top, bottom), (left, right)) in &looks.merged {
            for column in columns.range(*left..=*right) {
                merged.0.entry(*column).or_default().insert(*top, (*bottom, *left));
            }
        }
        merged
    }

    /// The first cell of the merged one that a cell is part of, and its last row.
    pub(crate) fn at(&self, (row, column): At) -> Option<(At, u32)> {
        let (top, (bottom, left)) = self.0.get(&column)?.range(..=row).next_back()?;
        (row <= *bottom).then_some(((*top, *left), *bottom))
    }
}

/// How a sheet looks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looks {
    pub(crate) hidden_rows: Vec<Span>,
    pub(crate) hidden_columns: Vec<Span>,
    pub(crate) merged: Vec<Area>,
    /// What was struck out, by its cell; the text that is left stands in the cell.
    pub(crate) struck: BTreeMap<At, String>,
    /// Comments, notes and threads.
    pub(crate) comments: BTreeMap<At, String>,
    /// What dates and numbers show, where it is not what they hold.
    pub(crate) shown: BTreeMap<At, String>,
    /// Values that are not among those the cell offers, with what it offers.
    pub(crate) off_list: BTreeMap<At, Vec<String>>,
    /// Boxes to tick that float over cells.
    pub(crate) boxes: Vec<Floating>,
    /// Pictures and shapes over cells.
    pub(crate) drawings: Vec<Floating>,
    /// How many cells have a colour, and the first of them.
    pub(crate) coloured: (usize, Vec<At>),
    /// Cells whose value comes from another file.
    pub(crate) external: Vec<At>,
    /// The confidentiality class in header or footer.
    pub(crate) class: Option<u8>,
}

/// How many things may float over a sheet that are looked at.
pub(super) const MOST_FLOATING: usize = 1_000;

/// Something that floats over cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Floating {
    pub(crate) area: Area,
    /// The words in it.
    pub(crate) text: String,
    /// Whether a box is ticked.
    pub(crate) ticked: bool,
}

impl Looks {
    /// Whether nobody sees this row.
    pub(crate) fn hides_row(&self, row: u32) -> bool {
        holds(&self.hidden_rows, row)
    }

    /// Whether nobody sees this column.
    pub(crate) fn hides_column(&self, column: u32) -> bool {
        holds(&self.hidden_columns, column)
    }

    /// Whether something floats over this cell that may say something else than the cell.
    pub(crate) fn covers(&self, at: At) -> bool {
        let over = |one: &Floating| within(&one.area, at) && size(&one.area) <= LARGEST;
        self.drawings.iter().any(over) || self.boxes.iter().any(over)
    }
}

/// What covers more cells is a picture in its own right and no mark on a cell.
const LARGEST: u64 = 60;

fn size(((top, bottom), (left, right)): &Area) -> u64 {
    (u64::from(bottom - top) + 1) * (u64::from(right - left) + 1)
}

/// Whether a cell lies in an area.
pub(crate) fn within(((top, bottom), (left, right)): &Area, (row, column): At) -> bool {
    (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
}

/// Whether one of these, which stand in their order, holds a row or a column.
fn holds(spans: &[Span], at: u32) -> bool {
    let after = spans.partition_point(|(first, _)| *first <= at);
    after.checked_sub(1).is_some_and(|before| at <= spans[before].1)
}

/// Remembers rows or columns, those that follow each other as one.
pub(super) fn keep(spans: &mut Vec<Span>, (first, last): Span) {
    let more = spans.len() < MOST;
    match spans.last_mut() {
        Some(before) if before.1.checked_add(1) == Some(first) => before.1 = last,
        _ if more => spans.push((first, last)),
        _ => {}
    }
}

/// `A2:B5`, or `B5` alone.
pub(crate) fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    (top <= bottom && left <= right).then_some(((top, bottom), (left, right)))
}

/// The row and the column of `B5`, counted from 0.
pub(crate) fn place(text: &str) -> Option<At> {
    let bare: String;
    let text = if text.contains('$') {
        bare = text.replace('$', "");
        &bare
    } else {
        text
    };
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    let letter = |sum: Option<u32>, c: char| {
        let value = c.is_ascii_uppercase().then(|| c as u32 - 'A' as u32 + 1)?;
        sum?.checked_mul(26)?.checked_add(value)
    };
    let column = letters.chars().fold(Some(0), letter)?.checked_sub(1)?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_read_strictly() {
        for text in ["", "A", "A0:B2", "B2:A1", "1:2", "A99999999999:B2", "あ1:い2"] {
            assert_eq!(area(text), None, "{text}");
        }
        assert_eq!(area("$AA$2:AB10"), Some(((1, 9), (26, 27))));
        assert_eq!(area("B5"), Some(((4, 4), (1, 1))));
    }
}
