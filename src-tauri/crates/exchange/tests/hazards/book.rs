//! Workbooks as people make them, and what hands and other programs do to their parts.

use rust_xlsxwriter::{Workbook, Worksheet};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub(crate) const QUESTIONS: [&str; 3] =
    ["端末をワイヤーで固定しているか。", "パスワードを他人に教えていないか。", "離席時に画面をロックしているか。"];

/// A checklist of three items with ○ for the first one, changed as `change` says.
pub(crate) fn table(change: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    book(|book| {
        let sheet = book.add_worksheet().set_name("点検表").unwrap();
        plain(sheet);
        change(sheet);
    })
}

/// A workbook as `make` says.
pub(crate) fn book(make: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    make(&mut book);
    book.save_to_buffer().unwrap()
}

/// The rows of the checklist.
pub(crate) fn plain(sheet: &mut Worksheet) {
    rows(sheet, 0, &[&["番号", "点検項目", "判定", "備考"]]);
    for (n, question) in QUESTIONS.iter().enumerate() {
        rows(sheet, n as u32 + 1, &[&[&format!("1-{}", n + 1), question]]);
    }
    sheet.write_string(1, 2, "○").unwrap();
}

/// Rows of texts; a blank text is no cell.
pub(crate) fn rows(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) {
    for (row, texts) in (first..).zip(rows) {
        for (column, text) in (0..).zip(texts.iter()).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
}

/// A sheet of answers in the column 判定, one for each item.
pub(crate) fn answers(texts: &[&str]) -> Vec<u8> {
    table(|sheet| {
        for (row, text) in (1..).zip(texts) {
            sheet.write_string(row, 2, *text).unwrap();
        }
    })
}

/// The package with its parts changed.
pub(crate) fn rewrite(bytes: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    rewrite_with(bytes, change, &[])
}

/// The package with its parts changed and others added.
pub(crate) fn rewrite_with(bytes: &[u8], change: impl Fn(&str, String) -> String, more: &[(&str, &str)]) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        let content = match String::from_utf8(content) {
            Ok(text) => change(&name, text).into_bytes(),
            Err(binary) => binary.into_bytes(),
        };
        to.start_file(&*name, SimpleFileOptions::default()).unwrap();
        to.write_all(&content).unwrap();
    }
    for (name, text) in more {
        to.start_file(*name, SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// Changes a few characters in the parts themselves, so that the package is whole and what is in it is not.
pub(crate) fn in_part(bytes: &[u8], next: &mut dyn FnMut(usize) -> usize) -> Vec<u8> {
    if ZipArchive::new(Cursor::new(bytes)).is_err() {
        return bytes[next(bytes.len())..].to_vec();
    }
    let chosen = std::cell::RefCell::new(next);
    rewrite(bytes, |_, text| {
        let mut next = chosen.borrow_mut();
        if next(3) > 0 {
            return text;
        }
        let chars: Vec<char> = text.chars().collect();
        let (from, length) = (next(chars.len()), next(40));
        let kept = chars.iter().enumerate().filter(|(n, _)| *n < from || *n >= from + length);
        kept.map(|(_, c)| *c).collect()
    })
}
