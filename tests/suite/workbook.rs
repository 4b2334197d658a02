//! Filling in a workbook as it was sent: the cells of its sheets are changed in place, everything else stays.

use exchange::{Limits, Workbook, recognise};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What a person writes: the key of the item (or of a field), the key of the column, the text.
pub type Entry<'a> = (&'a str, &'a str, &'a str);

/// A workbook as the program reads it.
pub fn read(bytes: &[u8]) -> Workbook {
    exchange::read(bytes, "test.xlsx", &Limits::default()).unwrap()
}

/// The workbook with some answers written into its only form.
pub fn fill(bytes: &[u8], entries: &[Entry<'_>]) -> Vec<u8> {
    let workbook = read(bytes);
    let found = recognise(&workbook);
    let form = found.forms.first().unwrap();
    let place = workbook.sheets.iter().position(|sheet| sheet.name == form.sheet).unwrap();
    let address = |key: &str, column: &str| {
        let row = form.rows.iter().find(|row| row.key == key).map(|row| &row.cells[column]);
        let cells = row.unwrap_or_else(|| &form.fields[key]);
        cells[0].cell.clone()
    };
    let entries: Vec<(String, &str)> =
        entries.iter().map(|(key, column, text)| (address(key, column), *text)).collect();
    let part = format!("xl/worksheets/sheet{}.xml", place + 1);
    let mut source = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut target = ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..source.len() {
        let mut file = source.by_index(n).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == part {
            let mut text = String::from_utf8(content).unwrap();
            for (address, entry) in &entries {
                text = with_cell(&text, address, entry);
            }
            content = text.into_bytes();
        }
        target.start_file(name, SimpleFileOptions::default()).unwrap();
        target.write_all(&content).unwrap();
    }
    target.finish().unwrap().into_inner()
}

/// The sheet with another text in a cell that is there and keeps its looks.
fn with_cell(sheet: &str, address: &str, text: &str) -> String {
    let start = sheet.find(&format!("<c r=\"{address}\"")).unwrap_or_else(|| panic!("no cell {address}"));
    let head = start + sheet[start..].find('>').unwrap();
    let empty = sheet[..head].ends_with('/');
    let end = if empty { head + 1 } else { start + sheet[start..].find("</c>").unwrap() + 4 };
    let style = sheet[start..head].split(" s=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("0");
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let cell = format!("<c r=\"{address}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    [&sheet[..start], &cell, &sheet[end..]].concat()
}
