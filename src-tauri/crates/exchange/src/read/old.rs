//! The compound files of before 2007: .xls, and the wrapper around encrypted workbooks of today.

use super::{Budget, ReadError, ReadFault, shown};
use crate::workbook::Sheet;
use calamine::{Reader, SheetType, SheetVisible, Xls, XlsError};
use encoding_rs::SHIFT_JIS;
use std::io::{Cursor, Read, Seek, SeekFrom, Write};

/// The sheets, and whether the file lied about its code page.
pub(super) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<(Vec<Sheet>, bool), ReadError> {
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
    let lie = lying_code_page(&stream);
    let mut corrections = false_sizes(&stream);
    corrections.extend(lie.map(|at| (at, 932_u16.to_le_bytes().to_vec())));
    let corrected = if corrections.is_empty() { None } else { Some(correct(bytes, &corrections)?) };
    let bytes = corrected.as_deref().unwrap_or(bytes);
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
    Ok((sheets, lie.is_some()))
}

/// Where the code page stands in a workbook of Excel 95 that says it is western, while every text in it is Japanese:
/// programs of that time wrote what the machine said, and not what they wrote.
fn lying_code_page(stream: &[u8]) -> Option<usize> {
    const CODE_PAGE: u16 = 0x0042;
    const LABEL: u16 = 0x0204;
    const WESTERN: [u16; 2] = [1252, 0x8001];
    let word = |at: usize| Some(u16::from_le_bytes([*stream.get(at)?, *stream.get(at + 1)?]));
    if word(4)? != 0x0500 {
        return None;
    }
    let (mut at, mut found, mut japanese) = (0, None, false);
    while let (Some(id), Some(length)) = (word(at), word(at + 2)) {
        let content = stream.get(at + 4..at + 4 + usize::from(length))?;
        match id {
            CODE_PAGE if WESTERN.contains(&word(at + 4)?) => found = Some(at + 4),
            LABEL => {
                let text = SHIFT_JIS.decode_without_bom_handling_and_without_replacement(content.get(8..)?)?;
                japanese |= text.chars().any(|c| matches!(c, 'ぁ'..='ヾ' | '一'..='\u{9fff}'));
            }
            _ => {}
        }
        at += 4 + usize::from(length);
    }
    found.filter(|_| japanese)
}

/// Where a sheet claims a size that is none or a very large one, with the size of nothing instead: the reader makes room
/// for what is claimed before it has seen a cell.
fn false_sizes(stream: &[u8]) -> Vec<(usize, Vec<u8>)> {
    const SIZE: u16 = 0x0200;
    const BELIEVED: u64 = 1 << 20;
    let word = |at: usize| Some(u16::from_le_bytes([*stream.get(at)?, *stream.get(at + 1)?]));
    let long = |at: usize| Some(u32::from(word(at)?) | u32::from(word(at + 2)?) << 16);
    let (mut at, mut found) = (0, Vec::new());
    while let (Some(id), Some(length)) = (word(at), word(at + 2)) {
        let (from, length) = (at + 4, usize::from(length));
        // First row, row after the last one, first column, column after the last one.
        let wide = length >= 14;
        let rows = if wide { long(from).zip(long(from + 4)) } else { word(from).zip(word(from + 2)).map(widen) };
        let columns = word(from + length.min(if wide { 8 } else { 4 }))
            .zip(word(from + length.min(if wide { 10 } else { 6 })))
            .map(widen);
        if let (SIZE, Some((top, bottom)), Some((left, right))) = (id, rows, columns) {
            let size = bottom.checked_sub(top).zip(right.checked_sub(left));
            let size = size.map(|(rows, columns)| u64::from(rows) * u64::from(columns));
            if size.is_none_or(|size| size == 0 || size > BELIEVED) && from + length <= stream.len() {
                found.push((from, vec![0; length]));
            }
        }
        at = from + length;
    }
    found
}

fn widen((one, other): (u16, u16)) -> (u32, u32) {
    (u32::from(one), u32::from(other))
}

/// The file with other bytes in these places of its stream.
fn correct(bytes: &[u8], corrections: &[(usize, Vec<u8>)]) -> Result<Vec<u8>, ReadError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes.to_vec())).map_err(ReadError::damaged)?;
    let name = if file.is_stream("/Workbook") { "/Workbook" } else { "/Book" };
    let mut stream = file.open_stream(name).map_err(ReadError::damaged)?;
    for (at, bytes) in corrections {
        stream.seek(SeekFrom::Start(*at as u64)).map_err(ReadError::damaged)?;
        stream.write_all(bytes).map_err(ReadError::damaged)?;
    }
    stream.flush().map_err(ReadError::damaged)?;
    drop(stream);
    Ok(file.into_inner().into_inner())
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
