//! What is compared before and after writing: the package part by part, the sheets token by token, the cells.

use crate::book;
use exchange::{CellValue, CellWrite, Limits, WrittenBack, read, write_back};
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use zip::ZipArchive;

pub(crate) fn put(sheet: &str, row: u32, column: u32, text: &str) -> CellWrite {
    CellWrite { sheet: sheet.to_owned(), row, column, value: CellValue::Text(text.to_owned()) }
}

/// A part as text.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// A workbook with one sheet, of which this is what stands in its part.
pub(crate) fn with_sheet(inside: &str, prefix: &str) -> Vec<u8> {
    book::rewrite(&book::table(|_| ()), |name, text| match name {
        "xl/worksheets/sheet1.xml" => {
            let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            let xmlns =
                if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{}", prefix.trim_end_matches(':')) };
            format!(
                "\u{feff}<?xml version=\"1.0\"?>\n<{prefix}worksheet {xmlns}=\"{main}\">{inside}</{prefix}worksheet>"
            )
        }
        _ => text,
    })
}

/// The texts of all cells, as they are read.
pub(crate) fn shown(bytes: &[u8]) -> BTreeMap<(String, u32, u32), String> {
    let book = read(bytes, "票.xlsx", &Limits::default()).unwrap();
    let cells = book.sheets.iter().flat_map(|sheet| sheet.cells().iter().map(|cell| (sheet.name.clone(), cell)));
    cells.map(|(sheet, cell)| ((sheet, cell.row, cell.column), cell.text.clone())).collect()
}

/// Writes, and holds that nothing changed but what was to change.
pub(crate) fn made(bytes: &[u8], writes: &[CellWrite]) -> WrittenBack {
    let written = write_back(bytes, "票.xlsx", writes, &Limits::default()).unwrap();
    let changed = unchanged_but(bytes, &written.bytes);
    let wanted: BTreeSet<String> =
        writes.iter().map(|write| exchange::address(write.row, write.column)).chain(tops(&written)).collect();
    for name in changed.iter().filter(|name| *name != "xl/workbook.xml") {
        assert!(name.starts_with("xl/worksheets/"), "{name}");
        let (before, after) = (part(bytes, name), part(&written.bytes, name));
        assert_eq!(tokens(&before, &wanted), tokens(&after, &wanted), "{name}\n{before}\n{after}");
    }
    let settings = |bytes: &[u8]| {
        events(&part(bytes, "xl/workbook.xml"))
            .into_iter()
            .filter(|event| !event.contains("calcPr"))
            .collect::<Vec<_>>()
    };
    assert_eq!(settings(bytes), settings(&written.bytes));
    written
}

/// The first cells of merged ones that were written into instead.
fn tops(written: &WrittenBack) -> Vec<String> {
    written.diagnostics.iter().filter_map(|said| said.args.get("other").cloned()).collect()
}

/// The names of the parts that differ, after holding that names, order, times and ways of packing do not.
pub(crate) fn unchanged_but(before: &[u8], after: &[u8]) -> Vec<String> {
    let (mut a, mut b) = (ZipArchive::new(Cursor::new(before)).unwrap(), ZipArchive::new(Cursor::new(after)).unwrap());
    assert_eq!(a.len(), b.len());
    assert_eq!(a.comment(), b.comment());
    let mut changed = Vec::new();
    for index in 0..a.len() {
        let (mut a, mut b) = (a.by_index_raw(index).unwrap(), b.by_index_raw(index).unwrap());
        assert_eq!(a.name_raw(), b.name_raw());
        assert_eq!(
            (a.compression(), a.last_modified(), a.unix_mode()),
            (b.compression(), b.last_modified(), b.unix_mode())
        );
        assert_eq!(a.extra_data(), b.extra_data());
        let (mut packed, mut packed_again) = (Vec::new(), Vec::new());
        a.read_to_end(&mut packed).unwrap();
        b.read_to_end(&mut packed_again).unwrap();
        if packed != packed_again {
            changed.push(a.name().unwrap().into_owned());
        }
    }
    changed
}

/// The tokens of a part as they are written.
fn events(xml: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml.trim_start_matches('\u{feff}'));
    let mut events = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return events,
            event => events.push(format!("{event:?}")),
        }
    }
}

/// The tokens of a sheet without these cells, and without what a row says only for them.
fn tokens(xml: &str, without: &BTreeSet<String>) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    let (mut events, mut skipped) = (Vec::new(), None);
    let (mut row, mut column, mut at_row) = (0_u32, 0_u32, None);
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Eof => break,
            Event::Start(tag) if tag.local_name().as_ref() == "row" => {
                let attributes: Vec<(String, String)> = tag
                    .attributes()
                    .flatten()
                    .map(|one| (one.key.as_ref().to_owned(), one.value.to_string()))
                    .filter(|(name, _)| name != "spans")
                    .collect();
                row =
                    attributes.iter().find(|(name, _)| name == "r").map_or(row, |(_, r)| r.parse::<u32>().unwrap() - 1);
                column = 0;
                at_row = Some(events.len());
                events.push(format!("row {attributes:?}"));
                continue;
            }
            Event::End(tag) if tag.local_name().as_ref() == "row" => {
                // A row that holds nothing is none.
                let begins = at_row.take().unwrap();
                if events.len() == begins + 1 && events[begins] == format!("row [(\"r\", \"{}\")]", row + 1) {
                    events.pop();
                    row += 1;
                    continue;
                }
                row += 1;
            }
            Event::Start(tag) if tag.local_name().as_ref() == "c" && skipped.is_none() => {
                let named =
                    tag.attributes().flatten().find(|one| one.key.as_ref() == "r").map(|one| one.value.to_string());
                let at = named.unwrap_or_else(|| exchange::address(row, column));
                let letters = at.trim_end_matches(|c: char| c.is_ascii_digit());
                column = letters.chars().fold(0, |sum, c| sum * 26 + (c as u32 - 64));
                if without.contains(&at) {
                    skipped = Some(tag.name().as_ref().to_owned());
                }
            }
            Event::End(tag) if skipped.as_deref() == Some(tag.name().as_ref()) => {
                skipped = None;
                continue;
            }
            _ => {}
        }
        if skipped.is_none() {
            // A tag that stands alone is the same as one with nothing in it.
            events.push(match &event {
                Event::End(tag) => format!("end {}", tag.name().as_ref()),
                event => format!("{event:?}"),
            });
        }
    }
    events
}
