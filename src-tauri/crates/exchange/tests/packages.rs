//! What is found in a package, whoever packed it.

#![allow(clippy::unwrap_used, reason = "what a test cannot set up fails the test")]

use exchange::{CellKind, Limits, Workbook, read};
use rust_xlsxwriter::{Format, Workbook as Writer};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The package with other names and with other texts in its parts.
fn rewritten(bytes: &[u8], name: impl Fn(&str) -> String, change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).unwrap();
        let before = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        let content = match String::from_utf8(content) {
            Ok(text) => change(&before, text).into_bytes(),
            Err(binary) => binary.into_bytes(),
        };
        to.start_file(name(&before), SimpleFileOptions::default()).unwrap();
        to.write_all(&content).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn at(book: &Workbook, row: u32, column: u32) -> (&str, CellKind) {
    let cell = book.sheets[0].get(row, column).unwrap();
    (&cell.text, cell.kind)
}

/// Two answers are struck out, one by its style and one within its text, and a row is hidden.
fn struck() -> Vec<u8> {
    let mut book = Writer::new();
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    let sheet = book.add_worksheet().set_name("票").unwrap();
    sheet.write_string(0, 0, "適合").unwrap();
    sheet.write_string_with_format(1, 0, "適合", &struck).unwrap();
    sheet.write_rich_string(2, 0, &[(&struck, "適合"), (&plain, "不適合")]).unwrap();
    sheet.write_string(3, 0, "適合").unwrap();
    sheet.set_row_hidden(3).unwrap();
    book.save_to_buffer().unwrap()
}

/// Some programs name the parts in other letters than they refer to them.
#[test]
fn parts_are_found_in_whatever_letters_they_are_named() {
    let as_usual = read(&struck(), "票.xlsx", &Limits::default()).unwrap();
    assert_eq!(as_usual.sheets[0].get(1, 0), None, "what is struck out is no answer");
    assert_eq!(at(&as_usual, 2, 0).0, "不適合");
    let capital = |name: &str| match name.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/{}{}", name[..1].to_uppercase(), &name[1..]),
        None => name.to_owned(),
    };
    let names: [&dyn Fn(&str) -> String; 3] = [&capital, &|name| name.to_uppercase(), &|name| name.replace('/', "\\")];
    for name in names {
        let book = read(&rewritten(&struck(), name, |_, content| content), "票.xlsx", &Limits::default()).unwrap();
        assert_eq!(book, as_usual);
    }
}

#[test]
fn a_part_that_is_named_and_not_there_is_not_passed_over() {
    for (part, is_partly_read) in [("xl/styles.xml", true), ("docProps/app.xml", false)] {
        let other = |name: &str| if name == part { format!("{name}.bak") } else { name.to_owned() };
        let book = read(&rewritten(&struck(), other, |_, content| content), "票.xlsx", &Limits::default()).unwrap();
        assert_eq!(book.is_partly_read, is_partly_read, "{part}");
    }
}

#[test]
fn a_sheet_is_found_by_its_relation_and_not_by_an_id_of_its_own() {
    let own = rewritten(&struck(), str::to_owned, |name, content| match name {
        "xl/workbook.xml" => content.replace("<sheet ", "<sheet id=\"of its own\" "),
        _ => content,
    });
    let expected = read(&struck(), "票.xlsx", &Limits::default()).unwrap();
    assert_eq!(read(&own, "票.xlsx", &Limits::default()).unwrap(), expected);
}

/// LibreOffice writes the reading beside what it belongs to.
#[test]
fn readings_of_kanji_in_an_opendocument_are_no_part_of_the_text() {
    let with = |text: &str| {
        rewritten(include_bytes!("fixtures/table.ods"), str::to_owned, |name, content| match name {
            "content.xml" => content.replace("<text:p>備考</text:p>", &format!("<text:p>{text}</text:p>")),
            _ => content,
        })
    };
    let expected = read(&with("国学院へ"), "票.ods", &Limits::default()).unwrap();
    assert!(expected.sheets[0].cells().iter().any(|cell| cell.text == "国学院へ"), "the fixture has such a cell");
    let ruby = "<text:ruby text:style-name=\"Ru1\"><text:ruby-base>国学院</text:ruby-base>\
                <text:ruby-text text:style-name=\"a\">コクガク<text:span>イン</text:span></text:ruby-text></text:ruby>へ\
                <text:ruby-text/>";
    assert_eq!(read(&with(ruby), "票.ods", &Limits::default()).unwrap(), expected);
}
