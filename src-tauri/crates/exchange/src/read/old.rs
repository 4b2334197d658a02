//! The compound files of before 2007: .xls, and the wrapper around encrypted workbooks of today.

use super::{Budget, ReadError, ReadFault, shown};
use crate::workbook::Sheet;
use calamine::{Reader, SheetType, SheetVisible, Xls, XlsError};
use std::io::{Cursor, Read};

pub(super) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>, ReadError> {
    let stream = match cfb::CompoundFile::open(Cursor::new(bytes)) {
        Ok(mut file) => {
            if file.exists("/EncryptedPackage") {
                return Err(ReadError::new(ReadFault::Encrypted));
            }
            let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name));
            let Some(name) = name else {
                return Err(ReadError::new(ReadFault::NotAWorkbook).with("detail", "OLE"));
            };
            let mut stream = Vec::new();
            let mut reader = file.open_stream(name).map_err(ReadError::damaged)?.take(bytes.len() as u64);
            reader.read_to_end(&mut stream).map_err(ReadError::damaged)?;
            stream
        }
        Err(error) => {
            // Even a broken one can be told by the name of its part, which is UTF-16.
            let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let encrypted = bytes.windows(name.len()).any(|window| window == name);
            return Err(if encrypted { ReadError::new(ReadFault::Encrypted) } else { ReadError::damaged(error) });
        }
    };
    budget.area(area(&stream)?)?;
    let mut workbook: Xls<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(fault)?;
    let tabs = workbook.sheets_metadata().to_vec();
    budget.sheets(tabs.len())?;
    let mut sheets = Vec::new();
    for tab in tabs.iter().filter(|tab| tab.typ == SheetType::WorkSheet) {
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

/// The rectangles around the cells of all sheets: the reader makes them whole, whatever stands in them.
fn area(stream: &[u8]) -> Result<u64, ReadError> {
    const BEGIN: u16 = 0x0809;
    const ENCRYPTED: u16 = 0x002f;
    const CELLS: &[u16] =
        &[0x0006, 0x0206, 0x0406, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x0201, 0x0203, 0x0204, 0x0205, 0x0207, 0x027e];
    let word = |at: usize| Some(u16::from_le_bytes([*stream.get(at)?, *stream.get(at + 1)?]));
    let mut total = 0;
    let mut bounds: Option<[u16; 4]> = None;
    let size = |bounds: Option<[u16; 4]>| {
        bounds.map_or(0, |[top, left, bottom, right]| (u64::from(bottom - top) + 1) * (u64::from(right - left) + 1))
    };
    let mut at = 0;
    while let (Some(id), Some(length)) = (word(at), word(at + 2)) {
        match id {
            BEGIN => total += size(bounds.take()),
            ENCRYPTED => return Err(ReadError::new(ReadFault::Encrypted)),
            _ if CELLS.contains(&id) => {
                if let (Some(row), Some(column)) = (word(at + 4), word(at + 6)) {
                    // A record of several cells says its last column at its end.
                    let several = matches!(id, 0x00bd | 0x00be) && length >= 6;
                    let last =
                        if several { word(at + 2 + usize::from(length)) } else { None }.unwrap_or(column).max(column);
                    let [top, left, bottom, right] = bounds.unwrap_or([row, column, row, last]);
                    bounds = Some([top.min(row), left.min(column), bottom.max(row), right.max(last)]);
                }
            }
            _ => {}
        }
        at += 4 + usize::from(length);
    }
    Ok(total + size(bounds))
}

fn fault(error: XlsError) -> ReadError {
    match error {
        XlsError::Password => ReadError::new(ReadFault::Encrypted),
        error => ReadError::damaged(error),
    }
}
