//! One sheet that is written into: where its cells stand in the text of its part, and the text with other cells in it.
//! Everything between them is taken over as it is. The size that a sheet claims (`dimension`) stays as well: it is a
//! hint that no program trusts, and often wrong already.

use super::cell::{again, fresh};
use super::text::{retagged, tokens};
use super::{CellValue, WriteBackError};
use crate::diagnostic::DiagnosticCode as Code;
use crate::read::parts::Tag;
use crate::read::{Area, At, area, place, within};
use crate::workbook::address;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

/// What became of a sheet.
pub(super) struct Done {
    /// Its text, if it changed.
    pub(super) xml: Option<String>,
    pub(super) said: Vec<Said>,
}

/// What is to be said about one write.
pub(super) struct Said {
    pub(super) code: Code,
    pub(super) at: At,
    pub(super) args: Vec<(&'static str, String)>,
}

/// Writes values into cells.
pub(super) fn write(xml: &str, wanted: &BTreeMap<At, &CellValue>) -> Result<Done, WriteBackError> {
    // Merged cells are named behind all cells, so they are looked up first.
    let merged = merged(xml, wanted)?;
    let covered: BTreeMap<At, At> = wanted
        .keys()
        .filter_map(|at| Some((*at, merged.iter().find(|area| within(area, *at))?)))
        .map(|(at, area)| (at, (area.0.0, area.1.0)))
        .filter(|(at, first)| at != first)
        .collect();
    let places: BTreeSet<At> = wanted.keys().chain(covered.values()).copied().collect();
    let found = Found::of(xml, &places)?;
    let (mut writes, mut said) = (BTreeMap::new(), Vec::new());
    for (at, value) in wanted {
        let mut say = |code, other: &At| {
            said.push(Said { code, at: *at, args: vec![("text", shown(value)), ("other", address(other.0, other.1))] });
        };
        let first = covered.get(at).unwrap_or(at);
        if found.is_formula(*first) {
            say(Code::FormulaKept, first);
        } else if first == at {
            writes.insert(*at, *value);
        } else if found.cells.get(first).is_some_and(|cell| cell.filled)
            || wanted.contains_key(first)
            || writes.contains_key(first)
        {
            // Something else stands there, which is not to be lost.
            say(Code::CoveredKept, first);
        } else {
            say(Code::WrittenAtTop, first);
            writes.insert(*first, *value);
        }
    }
    let xml = if writes.is_empty() { None } else { Some(found.with(xml, &writes)?) };
    Ok(Done { xml, said })
}

/// The beginning of what was to be written, to be talked about.
fn shown(value: &CellValue) -> String {
    const SHORT: usize = 60;
    match value {
        CellValue::Number(number) => number.to_string(),
        CellValue::Text(text) if text.chars().count() <= SHORT => text.clone(),
        CellValue::Text(text) => text.chars().take(SHORT).chain(['…']).collect(),
    }
}

/// The merged cells that hold one of these.
fn merged(xml: &str, wanted: &BTreeMap<At, &CellValue>) -> Result<Vec<Area>, WriteBackError> {
    let holds = |((top, bottom), (left, right)): &Area| {
        wanted.range((*top, *left)..=(*bottom, *right)).any(|((_, column), _)| (*left..=*right).contains(column))
    };
    let mut found = Vec::new();
    tokens(xml, |event, _| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && tag.local_name().as_ref() == "mergeCell"
        {
            found.extend(Tag(tag).get("ref").as_deref().and_then(area).filter(holds));
        }
    })?;
    Ok(found)
}

/// Where the cells stand that are wanted, and where they would stand.
#[derive(Default)]
struct Found<'a> {
    /// `sheetData`: its tag, and where it is closed, unless it is empty and stands alone.
    data: Option<(BytesStart<'a>, Range<usize>, Option<usize>)>,
    cells: BTreeMap<At, Cell<'a>>,
    rows: BTreeMap<u32, Row<'a>>,
    /// The places of what comes next after a row or a cell that is not there.
    row_gaps: BTreeMap<u32, usize>,
    cell_gaps: BTreeMap<At, usize>,
    /// The styles of whole columns.
    column_styles: BTreeMap<u32, String>,
    /// Formulas that fill several cells, of which only the first one says so.
    arrays: Vec<Area>,
}

struct Cell<'a> {
    tag: BytesStart<'a>,
    range: Range<usize>,
    formula: bool,
    filled: bool,
}

struct Row<'a> {
    tag: BytesStart<'a>,
    open: Range<usize>,
    close: Option<usize>,
}

/// What is being walked through.
struct Walk<'a, 'b> {
    places: &'b BTreeSet<At>,
    found: Found<'a>,
    in_data: bool,
    /// The row as it is numbered, and the rows and columns that come next if they have no number.
    row: Option<u32>,
    next_row: u32,
    next_column: u32,
    /// The rows, and the columns of this row, whose place has not been passed.
    rows: Vec<u32>,
    columns: Vec<u32>,
    cell: Option<(At, Cell<'a>)>,
    /// How deep it is within the cell.
    depth: usize,
}

impl<'a> Found<'a> {
    fn of(xml: &'a str, places: &BTreeSet<At>) -> Result<Found<'a>, WriteBackError> {
        // From the last one to the first, so that they can be taken off the end.
        let rows: BTreeSet<u32> = places.iter().map(|(row, _)| *row).collect();
        let mut walk = Walk {
            places,
            found: Found::default(),
            in_data: false,
            row: None,
            next_row: 0,
            next_column: 0,
            rows: rows.into_iter().rev().collect(),
            columns: Vec::new(),
            cell: None,
            depth: 0,
        };
        tokens(xml, |event, range| match event {
            Event::Start(tag) => walk.open(tag, range, false),
            Event::Empty(tag) => walk.open(tag, range, true),
            Event::End(tag) => walk.close(tag.local_name().as_ref(), range),
            _ => {}
        })?;
        if walk.in_data || walk.found.data.is_none() {
            return Err(WriteBackError::damaged("sheetData"));
        }
        Ok(walk.found)
    }

    /// Whether a formula says what the cell holds, its own or that of an area.
    fn is_formula(&self, at: At) -> bool {
        self.cells.get(&at).is_some_and(|cell| cell.formula) || self.arrays.iter().any(|area| within(area, at))
    }

    /// The text of the sheet with these cells.
    fn with(&self, xml: &str, writes: &BTreeMap<At, &CellValue>) -> Result<String, WriteBackError> {
        let Some((data, data_open, data_close)) = &self.data else { return Err(WriteBackError::damaged("sheetData")) };
        let prefix = data.name().as_ref().trim_end_matches("sheetData").to_owned();
        let mut edits: BTreeMap<(usize, usize), String> = BTreeMap::new();
        let mut insert = |at: usize, text: &str| edits.entry((at, at)).or_default().push_str(text);
        let mut replaced: Vec<(Range<usize>, String)> = Vec::new();
        // Rows behind the last one there is.
        let mut behind = String::new();
        let rows: BTreeSet<u32> = writes.keys().map(|(row, _)| *row).collect();
        for number in rows {
            let row = self.rows.get(&number);
            let (mut tail, mut new) = (String::new(), Vec::new());
            for (at, value) in writes.range((number, 0)..=(number, u32::MAX)) {
                if let Some(cell) = self.cells.get(at) {
                    replaced.push((cell.range.clone(), again(&cell.tag, value)?));
                    continue;
                }
                let style = row.and_then(Row::style).or_else(|| self.column_styles.get(&at.1).cloned());
                let text = fresh(&prefix, *at, style.as_deref(), value);
                new.push(at.1);
                match self.cell_gaps.get(at).filter(|_| row.is_some()) {
                    Some(gap) => insert(*gap, &text),
                    None => tail.push_str(&text),
                }
            }
            let Some(row) = row else {
                let text = format!("<{prefix}row r=\"{}\">{tail}</{prefix}row>", u64::from(number) + 1);
                match (self.row_gaps.get(&number), data_close) {
                    (Some(gap), _) => insert(*gap, &text),
                    (None, Some(close)) => insert(*close, &text),
                    (None, None) => behind.push_str(&text),
                }
                continue;
            };
            let spans = row.wider(&new);
            if let (Some(close), false) = (row.close, tail.is_empty()) {
                insert(close, &tail);
            }
            let alone = row.close.is_none() && !new.is_empty();
            if spans.is_some() || alone {
                let with: Vec<(&str, &str)> = spans.iter().map(|spans| ("spans", spans.as_str())).collect();
                let without: &[&str] = if spans.is_some() { &["spans"] } else { &[] };
                let mut text = retagged(&row.tag, without, &with)? + ">";
                if alone {
                    let _ = write!(text, "{tail}</{}>", row.tag.name().as_ref());
                }
                replaced.push((row.open.clone(), text));
            }
        }
        if !behind.is_empty() {
            let text = format!("{}>{behind}</{}>", retagged(data, &[], &[])?, data.name().as_ref());
            replaced.push((data_open.clone(), text));
        }
        edits.extend(replaced.into_iter().map(|(range, text)| ((range.start, range.end), text)));
        let (mut out, mut done) = (String::with_capacity(xml.len() + 200 * writes.len()), 0);
        for ((start, end), text) in &edits {
            out.push_str(xml.get(done..*start).ok_or_else(|| WriteBackError::damaged("order"))?);
            out.push_str(text);
            done = *end;
        }
        out.push_str(&xml[done..]);
        Ok(out)
    }
}

impl<'a> Walk<'a, '_> {
    fn open(&mut self, tag: &BytesStart<'a>, range: Range<usize>, alone: bool) {
        let name = tag.local_name();
        if let Some((at, cell)) = &mut self.cell {
            if self.depth == 0 {
                cell.formula |= name.as_ref() == "f";
                cell.filled |= matches!(name.as_ref(), "v" | "is");
            }
            self.depth += usize::from(!alone);
            let at = *at;
            self.formula(tag, at);
            return;
        }
        match name.as_ref() {
            "sheetData" if self.found.data.is_none() => {
                self.in_data = !alone;
                self.found.data = Some((tag.clone(), range, None));
            }
            "col" if !self.in_data => self.column(tag),
            "row" if self.in_data => self.begin_row(tag, range, alone),
            "c" if self.in_data && self.row.is_some() => self.begin_cell(tag, range, alone),
            // What programs add to a row stands behind all of its cells.
            "extLst" => {
                for column in self.columns.drain(..).filter(|_| self.row.is_some()) {
                    self.found.cell_gaps.entry((self.row.unwrap_or_default(), column)).or_insert(range.start);
                }
            }
            _ => {}
        }
    }

    /// A formula that fills an area.
    fn formula(&mut self, tag: &BytesStart<'_>, at: At) {
        if tag.local_name().as_ref() != "f" {
            return;
        }
        let tag = Tag(tag);
        if matches!(tag.get("t").as_deref(), Some("array" | "dataTable")) {
            let area = tag.get("ref").as_deref().and_then(area).unwrap_or(((at.0, at.0), (at.1, at.1)));
            if self.places.iter().any(|place| within(&area, *place)) {
                self.found.arrays.push(area);
            }
        }
    }

    fn column(&mut self, tag: &BytesStart<'_>) {
        let tag = Tag(tag);
        if let (Some(first), Some(last), Some(style)) = (tag.number("min"), tag.number("max"), tag.get("style"))
            && style.bytes().all(|c| c.is_ascii_digit())
        {
            let columns = self.places.iter().map(|(_, column)| *column);
            let within = columns.filter(|column| (first..=last).contains(&(column + 1)));
            self.found.column_styles.extend(within.map(|column| (column, style.clone())));
        }
    }

    fn begin_row(&mut self, tag: &BytesStart<'a>, open: Range<usize>, alone: bool) {
        let number = Tag(tag).number("r").map_or(self.next_row, |row| row.saturating_sub(1));
        (self.next_row, self.next_column) = (number.saturating_add(1), 0);
        while let Some(row) = self.rows.pop_if(|row| *row < number) {
            self.found.row_gaps.insert(row, open.start);
        }
        let wanted = self.places.range((number, 0)..=(number, u32::MAX)).map(|(_, column)| *column);
        self.columns = wanted.rev().collect();
        if !self.columns.is_empty() {
            self.found.rows.entry(number).or_insert_with(|| Row { tag: tag.clone(), open, close: None });
        }
        self.row = (!alone).then_some(number);
    }

    fn begin_cell(&mut self, tag: &BytesStart<'a>, range: Range<usize>, alone: bool) {
        let Some(row) = self.row else { return };
        let at = Tag(tag).get("r").as_deref().and_then(place).unwrap_or((row, self.next_column));
        self.next_column = at.1.saturating_add(1);
        while let Some(column) = self.columns.pop_if(|column| *column < at.1) {
            self.found.cell_gaps.entry((row, column)).or_insert(range.start);
        }
        self.depth = 0;
        self.cell = Some((at, Cell { tag: tag.clone(), range: range.clone(), formula: false, filled: false }));
        if alone {
            self.end_cell(range.end);
        }
    }

    fn end_cell(&mut self, end: usize) {
        if let Some((at, mut cell)) = self.cell.take()
            && self.places.contains(&at)
        {
            cell.range.end = end;
            // Of two cells in one place the later one is what programs show; a formula in either is one.
            cell.formula |= self.found.cells.get(&at).is_some_and(|before| before.formula);
            self.found.cells.insert(at, cell);
        }
    }

    fn close(&mut self, name: &str, range: Range<usize>) {
        if self.cell.is_some() {
            match self.depth.checked_sub(1) {
                Some(depth) => self.depth = depth,
                None => self.end_cell(range.end),
            }
            return;
        }
        match (name, self.row) {
            ("row", Some(number)) => {
                let row = self.found.rows.get_mut(&number);
                if let Some(row) = row.filter(|row| row.close.is_none()) {
                    row.close = Some(range.start);
                }
                self.row = None;
            }
            ("sheetData", _) if self.in_data => {
                self.in_data = false;
                if let Some((_, _, close)) = &mut self.found.data {
                    *close = Some(range.start);
                }
            }
            _ => {}
        }
    }
}

impl Row<'_> {
    /// The style that new cells of this row have.
    fn style(&self) -> Option<String> {
        let tag = Tag(&self.tag);
        tag.get("s").filter(|style| tag.yes("customFormat") && style.bytes().all(|c| c.is_ascii_digit()))
    }

    /// The columns that the row says it has, where they must be more now.
    fn wider(&self, new: &[u32]) -> Option<String> {
        let spans = Tag(&self.tag).get("spans")?;
        let spans: Vec<(u32, u32)> = spans
            .split_whitespace()
            .map(|span| span.split_once(':').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?))))
            .collect::<Option<_>>()?;
        let inside = |column: &u32| spans.iter().any(|(first, last)| (*first..=*last).contains(&(column + 1)));
        if new.iter().all(inside) {
            return None;
        }
        let new = new.iter().map(|column| column + 1);
        let first = spans.iter().map(|(first, _)| *first).chain(new.clone()).min()?;
        let last = spans.iter().map(|(_, last)| *last).chain(new).max()?;
        Some(format!("{first}:{last}"))
    }
}
