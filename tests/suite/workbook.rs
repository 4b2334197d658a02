//! Filling in a workbook as it was sent: the cells of its sheets are changed in place, everything else stays.

use exchange::{Limits, Workbook, recognise};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::Command;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What a person writes: the key of the item (or of a field), the key of the column, the text.
pub type Entry<'a> = (&'a str, &'a str, &'a str);

/// A workbook as the program reads it.
pub fn read(bytes: &[u8]) -> Workbook {
    exchange::read(bytes, "test.xlsx", &Limits::default()).unwrap()
}

/// The workbook as LibreOffice saves it, as `xlsx` or `ods`: other parts, other styles, other order, the same cells.
pub fn saved_again(folder: &Path, bytes: &[u8], format: &str) -> Vec<u8> {
    let (sent, out) = (folder.join("sent.xlsx"), folder.join("saved"));
    std::fs::write(&sent, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let filter = if format == "xlsx" { "xlsx:Calc MS Excel 2007 XML" } else { format };
    let mut soffice = Command::new("soffice");
    soffice.args([&profile, "--headless", "--convert-to", filter, "--outdir"]);
    let done = soffice.arg(&out).arg(&sent).output().expect("LibreOffice is there: the tests install it");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::read(out.join("sent").with_extension(format)).unwrap()
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
    let entries: BTreeMap<String, &str> =
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
            content = with_cells(&String::from_utf8(content).unwrap(), &entries).into_bytes();
        }
        target.start_file(name, SimpleFileOptions::default()).unwrap();
        target.write_all(&content).unwrap();
    }
    target.finish().unwrap().into_inner()
}

/// The sheet with other texts in cells that are there and keep their looks.
fn with_cells(sheet: &str, entries: &BTreeMap<String, &str>) -> String {
    let (mut out, mut rest, mut left) = (String::with_capacity(sheet.len() * 2), sheet, entries.len());
    while let Some(start) = rest.find("<c r=\"") {
        let (before, cell) = rest.split_at(start);
        out.push_str(before);
        let head = cell.find('>').unwrap();
        let end = if cell[..head].ends_with('/') { head + 1 } else { cell.find("</c>").unwrap() + 4 };
        let address = cell[6..].split('"').next().unwrap();
        match entries.get(address) {
            None => out.push_str(&cell[..end]),
            Some(text) => {
                let style = cell[..head].split(" s=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("0");
                let text = text.replace('&', "&amp;").replace('<', "&lt;");
                let string = format!("<is><t>{text}</t></is>");
                out.push_str(&format!("<c r=\"{address}\" s=\"{style}\" t=\"inlineStr\">{string}</c>"));
                left -= 1;
            }
        }
        rest = &cell[end..];
    }
    assert_eq!(left, 0, "every cell that is written into is there");
    out + rest
}
