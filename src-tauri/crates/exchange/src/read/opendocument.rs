//! .ods, the workbook of LibreOffice.

use super::{Budget, ReadError, ReadFault, shown};
use crate::workbook::Sheet;
use calamine::{Ods, OdsError, Reader, SheetVisible};
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The part that holds the sheets.
const CONTENT: &str = "content.xml";

/// The tag of the reading of kanji.
const READING: &str = "ruby-text";

pub(super) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>, ReadError> {
    let Measured { sheets, area, has_readings } = measure(bytes)?;
    budget.sheets(sheets)?;
    budget.area(area)?;
    let plain = if has_readings { Some(without_readings(bytes)?) } else { None };
    let bytes = plain.as_deref().unwrap_or(bytes);
    let mut workbook: Ods<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(fault)?;
    let tabs = workbook.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for tab in &tabs {
        let range = workbook.worksheet_range(&tab.name).map_err(fault)?;
        let (row0, column0) = range.start().unwrap_or_default();
        let mut cells = Vec::new();
        for (row, column, value) in range.used_cells() {
            cells.extend(budget.cell(row0 + row as u32, column0 + column as u32, shown(value))?);
        }
        sheets.push(Sheet::new(tab.name.clone(), tab.visible == SheetVisible::Visible, cells));
    }
    Ok(sheets)
}

/// What a workbook is before it is read.
struct Measured {
    sheets: usize,
    /// The cells that the reader will make.
    area: u64,
    /// Whether readings of kanji stand beside them.
    has_readings: bool,
}

/// Counts sheets and cells: this format says "the same again" with a number, and the reader takes it at its word.
fn measure(bytes: &[u8]) -> Result<Measured, ReadError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
    let content = zip.by_name(CONTENT).map_err(ReadError::damaged)?;
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(content));
    let mut buffer = Vec::new();
    let (mut sheets, mut total, mut has_readings) = (0, 0u64, false);
    // Rows and columns up to the last cell that holds something; what lies behind costs nothing.
    let (mut rows, mut used_rows, mut used_columns) = (0u64, 0u64, 0u64);
    let mut columns = 0u64;
    let mut cell_repeats = None;
    let mut used = false;
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(ReadError::damaged)?;
        let empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "table" => {
                    sheets += 1;
                    (rows, used_rows, used_columns) = (0, 0, 0);
                }
                "table-row" => {
                    (columns, used) = (0, false);
                    rows = rows.saturating_add(repeats(&tag, "number-rows-repeated"));
                }
                "table-cell" | "covered-table-cell" => {
                    let times = repeats(&tag, "number-columns-repeated");
                    columns = columns.saturating_add(times);
                    let valued = tag
                        .attributes()
                        .flatten()
                        .any(|a| matches!(a.key.local_name().as_ref(), "value-type" | "formula"));
                    cell_repeats = (!empty).then_some(times);
                    if valued {
                        used = true;
                        used_columns = used_columns.max(columns);
                    }
                }
                READING => has_readings = true,
                "p" if cell_repeats.is_some() => {
                    used = true;
                    used_columns = used_columns.max(columns);
                }
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "table-row" if used => used_rows = rows,
                "table-cell" | "covered-table-cell" => cell_repeats = None,
                "table" => total = total.saturating_add(used_rows.saturating_mul(used_columns)),
                _ => {}
            },
            Event::Eof => return Ok(Measured { sheets, area: total, has_readings }),
            _ => {}
        }
    }
}

/// The workbook without the readings of kanji, which the reader takes for a part of the text.
fn without_readings(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
    let mut to = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).map_err(ReadError::damaged)?;
        if entry.name().is_ok_and(|name| name == CONTENT) {
            let mut content = String::new();
            entry.read_to_string(&mut content).map_err(ReadError::damaged)?;
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
            to.start_file(CONTENT, options).map_err(ReadError::damaged)?;
            to.write_all(text_alone(&content)?.as_bytes()).map_err(ReadError::damaged)?;
        } else {
            drop(entry);
            let packed = from.by_index_raw(index).map_err(ReadError::damaged)?;
            to.raw_copy_file(packed).map_err(ReadError::damaged)?;
        }
    }
    Ok(to.finish().map_err(ReadError::damaged)?.into_inner())
}

fn text_alone(content: &str) -> Result<String, ReadError> {
    let content = content.trim_start_matches('\u{feff}');
    let mut xml = quick_xml::Reader::from_str(content);
    let (mut kept, mut from, mut depth) = (String::with_capacity(content.len()), 0, 0_usize);
    let place = |position: u64| usize::try_from(position).unwrap_or(content.len());
    loop {
        let start = place(xml.buffer_position());
        match xml.read_event().map_err(ReadError::damaged)? {
            Event::Start(tag) if tag.local_name().as_ref() == READING => {
                if depth == 0 {
                    kept.push_str(content.get(from..start).unwrap_or_default());
                }
                depth += 1;
            }
            Event::End(tag) if depth > 0 && tag.local_name().as_ref() == READING => {
                depth -= 1;
                from = place(xml.buffer_position());
            }
            Event::Eof if depth > 0 => return Err(ReadError::damaged("a reading that does not end")),
            Event::Eof => break,
            _ => {}
        }
    }
    kept.push_str(content.get(from..).unwrap_or_default());
    Ok(kept)
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> u64 {
    let attribute = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
    let number = attribute.and_then(|attribute| attribute.value.trim().parse().ok());
    number.unwrap_or(1)
}

fn fault(error: OdsError) -> ReadError {
    match error {
        OdsError::Password => ReadError::new(ReadFault::Encrypted),
        error => ReadError::damaged(error),
    }
}
