//! Lists of findings of earlier years, as an office keeps them in its own way: which rows are headings and what the
//! columns hold is guessed, shown and corrected by a person, saved under a name and known again, like any foreign table.
//! What the texts in them mean is asked where not every reader would read the same.

mod headings;
mod values;

pub use values::{Meant, check_result, finding_grade, finding_status};

use crate::answers::is_ditto;
use crate::layout::{
    ColumnUse, Layout, LayoutColumn, Reads, SheetLayout, Whose, found_again, rows_for_headings, texts_above,
};
use crate::lists::{SkipReason, skip_word};
use crate::read::Merged;
use crate::workbook::{Cell, CellKind, Sheet, Workbook, address};
use domain::text::{fold, says_nothing};
use std::collections::{BTreeMap, BTreeSet};

/// Headings have no more levels than this.
const LEVELS: u32 = 3;

/// A list of findings has at least so many columns that are known.
const FEWEST: usize = 3;

/// A row of a list of findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finding {
    /// The name of the tab.
    pub sheet: String,
    /// The number of the row as the spreadsheet shows it.
    pub row: u32,
    /// The address of its first cell.
    pub cell: String,
    /// What its cells say; a cell that says nothing is not there.
    pub cells: BTreeMap<ColumnUse, FindingCell>,
}

/// A cell of a list of findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FindingCell {
    /// Its address.
    pub cell: String,
    /// Its text as it stands, without white space around it.
    pub text: String,
    /// Whether it shows an error, or a formula nobody computed.
    pub broken: bool,
    /// Whether it only says: as above.
    pub ditto: bool,
    /// What was struck out in it.
    pub struck: Option<String>,
    /// Whether the spreadsheet holds a date: of a number such as 1-2 it makes one.
    pub dated: bool,
}

/// What stands in the lists of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The rows in the order of the tabs.
    pub rows: Vec<Finding>,
    /// Rows that are no findings: sheet, address, text and why.
    pub skipped: Vec<(String, String, String, SkipReason)>,
    /// How many rows nobody sees, by sheet; they are left unless the layout reads them.
    pub hidden: BTreeMap<String, usize>,
    /// What stands above the headings, by sheet, from the top.
    pub above: BTreeMap<String, Vec<String>>,
}

/// How every visible sheet that holds something is probably to be read as a list of findings: by a layout that was
/// saved, or by a guess.
pub fn finding_layouts(workbook: &Workbook, saved: &BTreeMap<String, Layout>) -> Vec<SheetLayout> {
    let sheets = workbook.sheets.iter().filter(|sheet| sheet.visible && !sheet.cells().is_empty() && !sheet.is_ours());
    let one = |sheet: &Sheet| {
        let (saved, layout) = match found_again(saved, sheet, Reads::Findings) {
            Some((name, layout)) => (Some(name), Some(layout)),
            None => (None, guess(sheet)),
        };
        SheetLayout { sheet: sheet.name.clone(), layout, saved }
    };
    sheets.map(one).collect()
}

impl Sheet {
    /// The columns of a list of findings whose headings a person has pointed at.
    pub fn headed_findings(&self, first: u32, last: u32) -> Vec<LayoutColumn> {
        let texts = texts_above(self, first, last.min(first.saturating_add(LEVELS)));
        let mut taken = BTreeSet::new();
        let column = |(column, parts): (u32, Vec<String>)| {
            let known = headings::used_by(&parts).filter(|_| !self.looks.hides_column(column));
            // Of two that say the same the left one counts.
            let holds = known.filter(|holds| taken.insert(*holds)).unwrap_or(ColumnUse::Ignored);
            let heading = parts.join(" / ");
            LayoutColumn { column, heading, holds, place: String::new(), answer: String::new() }
        };
        texts.into_iter().map(column).collect()
    }
}

/// The rows in which the most headings of a list of findings are known.
fn guess(sheet: &Sheet) -> Option<Layout> {
    let mut best: Option<(usize, Layout)> = None;
    for first in rows_for_headings(sheet) {
        for last in first..first.saturating_add(LEVELS) {
            if last > first && !continues(sheet, first, last) {
                break;
            }
            let columns = sheet.headed_findings(first, last);
            let known: BTreeSet<ColumnUse> =
                columns.iter().map(|column| column.holds).filter(|holds| *holds != ColumnUse::Ignored).collect();
            let speaks = known.contains(&ColumnUse::Fact) || known.contains(&ColumnUse::Title);
            if !speaks || known.len() < FEWEST || !known.iter().any(|holds| tells(*holds)) {
                continue;
            }
            if best.as_ref().is_none_or(|(most, _)| known.len() > *most) {
                let whose = if known.contains(&ColumnUse::Place) { Whose::Row } else { Whose::File };
                let layout =
                    Layout { first, last, columns, whose, with_hidden: false, same_numbers: false, said: false };
                best = Some((known.len(), layout));
            }
        }
    }
    best.map(|(_, layout)| layout)
}

/// Whether a column is one that only lists of findings have.
fn tells(holds: ColumnUse) -> bool {
    use ColumnUse as U;
    matches!(holds, U::Grade | U::Recommendation | U::Improvement | U::Status | U::Due | U::DoneOn | U::Checked)
}

/// Whether a row is one more level of the headings: every cell in it names what a column holds, or stands below a
/// merged heading.
fn continues(sheet: &Sheet, first: u32, last: u32) -> bool {
    let below_merged = |cell: &Cell| {
        let over = |((top, bottom), (left, right)): &((u32, u32), (u32, u32))| {
            *top >= first && *bottom < last && left < right && (*left..=*right).contains(&cell.column)
        };
        sheet.looks.merged.iter().any(over)
    };
    let mut cells = sheet.row(last).iter().filter(|cell| !says_nothing(&cell.text)).peekable();
    cells.peek().is_some() && cells.all(|cell| headings::used_for(&cell.text).is_some() || below_merged(cell))
}

/// Reads the sheets that have a layout, by their names.
pub fn findings(workbook: &Workbook, layouts: &BTreeMap<String, Layout>) -> Findings {
    let mut found = Findings::default();
    for sheet in &workbook.sheets {
        if let Some(layout) = layouts.get(&sheet.name) {
            read(sheet, layout, &mut found);
        }
    }
    found
}

fn read(sheet: &Sheet, layout: &Layout, found: &mut Findings) {
    let columns: BTreeMap<u32, ColumnUse> = layout
        .columns
        .iter()
        .filter(|column| column.holds != ColumnUse::Ignored)
        .map(|column| (column.column, column.holds))
        .collect();
    let merged = Merged::of(&sheet.looks, &columns.keys().copied().collect());
    let above = sheet.cells().iter().take_while(|cell| cell.row < layout.first).map(|cell| cell.text.trim().to_owned());
    found.above.insert(sheet.name.clone(), above.filter(|text| !text.is_empty()).collect());
    let mut rows: Vec<u32> = sheet.cells().iter().map(|cell| cell.row).filter(|row| *row > layout.last).collect();
    rows.dedup();
    for row in rows {
        let said: Vec<&Cell> = sheet.row(row).iter().filter(|cell| !is_blank(cell)).collect();
        let Some(first) = said.first() else { continue };
        let here = address(first.row, first.column);
        let why = if is_heading_again(layout, &said) { Some(SkipReason::Heading) } else { skip_word(&first.text) };
        if let Some(why) = why {
            found.skipped.push((sheet.name.clone(), here, first.text.trim().to_owned(), why));
            continue;
        }
        let own: BTreeMap<ColumnUse, FindingCell> =
            said.iter().filter_map(|cell| Some((*columns.get(&cell.column)?, finding_cell(sheet, cell)))).collect();
        if own.is_empty() {
            continue;
        }
        if sheet.looks.hides_row(row) && !layout.with_hidden {
            *found.hidden.entry(sheet.name.clone()).or_insert(0) += 1;
            continue;
        }
        let mut cells = own;
        for (column, holds) in columns.iter().filter(|(_, holds)| groups(**holds)) {
            let spread = merged.at((row, *column)).filter(|((top, _), _)| *top > layout.last && *top < row);
            let cell = spread.and_then(|((top, left), _)| sheet.get(top, left)).filter(|cell| !is_blank(cell));
            if let Some(cell) = cell {
                cells.entry(*holds).or_insert_with(|| finding_cell(sheet, cell));
            }
        }
        found.rows.push(Finding { sheet: sheet.name.clone(), row: row + 1, cell: here, cells });
    }
}

/// Whether a merged cell speaks for all rows that it covers; what a finding itself says is never taken from another row.
fn groups(holds: ColumnUse) -> bool {
    use ColumnUse as U;
    matches!(holds, U::Place | U::Year | U::Grade | U::Criterion | U::FoundOn | U::OrderedOn | U::Owner)
}

/// Whether a row repeats the headings, as every printed page does.
fn is_heading_again(layout: &Layout, said: &[&Cell]) -> bool {
    let same = |cell: &&&Cell| {
        let heading = layout.columns.iter().find(|column| column.column == cell.column);
        heading.is_some_and(|column| column.heading.split(" / ").any(|part| fold(part) == fold(&cell.text)))
    };
    said.iter().filter(same).count() * 2 > said.len()
}

fn finding_cell(sheet: &Sheet, cell: &Cell) -> FindingCell {
    let unseen = |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    FindingCell {
        cell: address(cell.row, cell.column),
        text: cell.text.trim_matches(unseen).to_owned(),
        broken: matches!(cell.kind, CellKind::Error | CellKind::NoValue),
        ditto: is_ditto(&cell.text),
        struck: sheet.looks.struck.get(&(cell.row, cell.column)).cloned(),
        dated: cell.kind == CellKind::Date,
    }
}

fn is_blank(cell: &Cell) -> bool {
    says_nothing(&cell.text) && !matches!(cell.kind, CellKind::Error | CellKind::NoValue)
}

#[cfg(test)]
mod tests;
