//! What a sheet of .xlsx looks like beside its cells: the rows and columns nobody sees, and the cells that are one.
//! Read only where it is asked for, in one more pass; what cannot be read so says nothing, since it only hints.

use calamine::{Reader, Xlsx};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

/// Rows or columns from the first to the last one, counted from 0.
type Span = (u32, u32);

/// A merged cell: its rows and its columns.
pub(crate) type Area = (Span, Span);

/// How many of each are remembered. No list that a person keeps has more.
const MOST: usize = 20_000;

/// How a sheet looks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looks {
    pub(crate) hidden_rows: Vec<Span>,
    pub(crate) hidden_columns: Vec<Span>,
    pub(crate) merged: Vec<Area>,
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
}

fn holds(spans: &[Span], at: u32) -> bool {
    spans.iter().any(|(first, last)| (*first..=*last).contains(&at))
}

/// How the sheets of a workbook look, by their names; empty for other formats than .xlsx and .xlsm. The workbook must
/// have been read before, which says that it is of bearable size.
pub fn looks(bytes: &[u8]) -> BTreeMap<String, Looks> {
    of(bytes).unwrap_or_default()
}

fn of(bytes: &[u8]) -> Option<BTreeMap<String, Looks>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = BTreeMap::new();
    tags(&mut zip, "xl/_rels/workbook.xml.rels", |tag| {
        if let (Some(id), Some(target)) = (value(tag, "Id"), value(tag, "Target")) {
            let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            parts.insert(id, part);
        }
    })?;
    let mut sheets = Vec::new();
    tags(&mut zip, "xl/workbook.xml", |tag| {
        if tag.local_name().as_ref() == "sheet" {
            sheets.push(value(tag, "id").and_then(|id| parts.get(&id).cloned()));
        }
    })?;
    // The names are those that the reader gives, in the same order: what is written in them it has already understood.
    let names = calamine::open_workbook_from_rs::<Xlsx<_>, _>(Cursor::new(bytes)).ok()?.sheet_names();
    let named = names.into_iter().zip(sheets).filter_map(|(name, part)| Some((name, part?)));
    Some(named.map(|(name, part)| (name, sheet(&mut zip, &part).unwrap_or_default())).collect())
}

fn sheet(zip: &mut ZipArchive<Cursor<&[u8]>>, part: &str) -> Option<Looks> {
    let mut looks = Looks::default();
    let mut row = 0;
    tags(zip, part, |tag| match tag.local_name().as_ref() {
        "row" => {
            // A row without a number stands below the one before.
            row = number(tag, "r").unwrap_or(row + 1);
            if is_hidden(tag) {
                keep(&mut looks.hidden_rows, (row.saturating_sub(1), row.saturating_sub(1)));
            }
        }
        "col" if is_hidden(tag) => {
            if let (Some(first), Some(last)) = (number(tag, "min"), number(tag, "max")) {
                keep(&mut looks.hidden_columns, (first.saturating_sub(1), last.saturating_sub(1)));
            }
        }
        "mergeCell" => {
            if let Some(area) = value(tag, "ref").as_deref().and_then(area)
                && looks.merged.len() < MOST
            {
                looks.merged.push(area);
            }
        }
        _ => {}
    })?;
    Some(looks)
}

/// Remembers rows or columns, those that follow each other as one.
fn keep(spans: &mut Vec<Span>, (first, last): Span) {
    let more = spans.len() < MOST;
    match spans.last_mut() {
        Some(before) if before.1.checked_add(1) == Some(first) => before.1 = last,
        _ if more => spans.push((first, last)),
        _ => {}
    }
}

/// Tells every tag of a part of the package that begins or stands alone.
fn tags(zip: &mut ZipArchive<Cursor<&[u8]>>, part: &str, mut tell: impl FnMut(&BytesStart<'_>)) -> Option<()> {
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(zip.by_name(part).ok()?));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).ok()? {
            Event::Start(tag) | Event::Empty(tag) => tell(&tag),
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(attribute.value.to_string())
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    value(tag, name)?.trim().parse().ok()
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    matches!(value(tag, "hidden").as_deref(), Some("1" | "true"))
}

/// `A2:B5`
fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    (top <= bottom && left <= right).then_some(((top, bottom), (left, right)))
}

/// The row and the column of `B5`, counted from 0.
fn place(text: &str) -> Option<(u32, u32)> {
    let text = text.replace('$', "");
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
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use rust_xlsxwriter::{Format, Workbook};

    #[test]
    fn what_nobody_sees_and_what_is_one_cell_is_told_by_sheet() {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("表紙").unwrap().write_string(0, 0, "名簿").unwrap();
        let list = book.add_worksheet().set_name("名簿 & 役割").unwrap();
        for row in 0..8 {
            list.write_string(row, 1, "氏名").unwrap();
        }
        for row in [3, 4, 6] {
            list.set_row_hidden(row).unwrap();
        }
        list.set_column_hidden(2).unwrap();
        list.merge_range(1, 0, 4, 0, "総務課", &Format::new()).unwrap();
        let found = looks(&book.save_to_buffer().unwrap());
        assert_eq!(found["表紙"], Looks::default());
        let list = &found["名簿 & 役割"];
        assert_eq!(list.hidden_rows, [(3, 4), (6, 6)]);
        assert_eq!(list.hidden_columns, [(2, 2)]);
        assert_eq!(list.merged, [((1, 4), (0, 0))]);
        assert!(list.hides_row(4) && !list.hides_row(5) && list.hides_column(2));
    }

    #[test]
    fn what_is_no_such_workbook_hints_at_nothing() {
        for bytes in [&b""[..], b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "課名,氏名".as_bytes()] {
            assert_eq!(looks(bytes), BTreeMap::new());
        }
        for text in ["", "A1", "A0:B2", "B2:A1", "1:2", "A99999999999:B2", "あ1:い2"] {
            assert_eq!(area(text), None, "{text}");
        }
        assert_eq!(area("$AA$2:AB10"), Some(((1, 9), (26, 27))));
    }
}
