//! .ods, the workbook of LibreOffice.

use super::{Budget, ReadError, ReadFault, shown};
use crate::workbook::Sheet;
use calamine::{Ods, OdsError, Reader, SheetVisible};
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

pub(super) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>, ReadError> {
    let (sheets, area) = measure(bytes)?;
    budget.sheets(sheets)?;
    budget.area(area)?;
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

/// The number of sheets, and the cells that the reader will make: this format says "the same again" with a number,
/// and the reader takes it at its word.
fn measure(bytes: &[u8]) -> Result<(usize, u64), ReadError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
    let content = zip.by_name("content.xml").map_err(ReadError::damaged)?;
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(content));
    let mut buffer = Vec::new();
    let (mut sheets, mut total) = (0, 0u64);
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
            Event::Eof => return Ok((sheets, total)),
            _ => {}
        }
    }
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
