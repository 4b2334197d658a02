//! What is read, and what is refused with which words.

#![allow(clippy::unwrap_used, reason = "what a test cannot set up fails the test")]

use exchange::{CellKind, Limits, ReadError, ReadFault, Workbook, read};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Writer};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn sample() -> Vec<u8> {
    let mut book = Writer::new();
    let sheet = book.add_worksheet().set_name("票").unwrap();
    sheet.write_string(0, 0, "適合").unwrap();
    sheet.write_number(1, 1, 1.0).unwrap();
    sheet.write_number(1, 2, 1.5).unwrap();
    sheet.write_boolean(2, 0, true).unwrap();
    let date = ExcelDateTime::from_ymd(2024, 3, 31).unwrap();
    sheet.write_datetime_with_format(3, 0, date, &Format::new().set_num_format("yyyy/m/d")).unwrap();
    sheet.write_formula(4, 0, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_formula(5, 0, Formula::new("=\"a\"").set_result("a")).unwrap();
    sheet.write_string(6, 0, "一行目\r\n二行目").unwrap();
    sheet.write_string(1_000_000, 16_000, "遠く").unwrap();
    book.add_worksheet().set_name("隠れ").unwrap().set_hidden(true);
    book.save_to_buffer().unwrap()
}

fn rewrite(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        to.start_file(&*name, SimpleFileOptions::default()).unwrap();
        to.write_all(&change(&name, content)).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn package(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        to.start_file(*name, SimpleFileOptions::default()).unwrap();
        to.write_all(content).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn fault(bytes: &[u8], name: &str) -> ReadError {
    let error = read(bytes, name, &Limits::default()).expect_err(name);
    for lang in i18n::Lang::ALL {
        let text = error.text(*lang);
        assert!(!text.contains('⟦') && !text.contains("{$"), "{text}");
        assert!(text.contains(name), "the message names the file: {text}");
    }
    error
}

fn at(book: &Workbook, row: u32, column: u32) -> (&str, CellKind) {
    let cell = book.sheets[0].get(row, column).unwrap();
    (&cell.text, cell.kind)
}

#[test]
fn a_workbook_is_read_as_it_shows() {
    let book = read(&sample(), "票.xlsx", &Limits::default()).unwrap();
    assert_eq!(
        book.sheets.iter().map(|s| (s.name.as_str(), s.visible)).collect::<Vec<_>>(),
        [("票", true), ("隠れ", false)]
    );
    assert_eq!(at(&book, 0, 0), ("適合", CellKind::Text));
    assert_eq!(at(&book, 1, 1), ("1", CellKind::Number));
    assert_eq!(at(&book, 1, 2), ("1.5", CellKind::Number));
    assert_eq!(at(&book, 2, 0), ("TRUE", CellKind::Boolean));
    assert_eq!(at(&book, 3, 0), ("2024-03-31", CellKind::Date));
    assert_eq!(at(&book, 4, 0), ("#DIV/0!", CellKind::Error));
    assert_eq!(at(&book, 5, 0), ("a", CellKind::Text));
    assert_eq!(at(&book, 6, 0), ("一行目\n二行目", CellKind::Text));
    assert_eq!(at(&book, 1_000_000, 16_000), ("遠く", CellKind::Text), "distance costs nothing");
}

#[test]
fn readings_of_kanji_are_no_part_of_the_text_and_a_formula_without_a_value_is_noticed() {
    let changed = rewrite(&sample(), |name, content| {
        let text = String::from_utf8(content).unwrap();
        let text = match name {
            "xl/sharedStrings.xml" => text
                .replace("<t>適合</t>", "<r><t>適</t></r><r><t>合</t></r><rPh sb=\"0\" eb=\"2\"><t>テキゴウ</t></rPh>"),
            "xl/worksheets/sheet1.xml" => text.replace("<v>a</v>", ""),
            _ => text,
        };
        text.into_bytes()
    });
    let book = read(&changed, "票.xlsx", &Limits::default()).unwrap();
    assert_eq!(at(&book, 0, 0).0, "適合");
    assert_eq!(at(&book, 5, 0), ("", CellKind::NoValue));
}

#[test]
fn what_is_no_workbook_is_refused_by_what_it_is() {
    let xlsx = sample();
    let encrypted_name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let mut cut = header.clone();
    cut.extend(vec![0; 504]);
    cut.extend(&encrypted_name);
    let mut whole = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    whole.create_stream("/EncryptedPackage").unwrap().write_all(&[1; 100]).unwrap();
    let whole = whole.into_inner().into_inner();
    let mut word = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    word.create_stream("/WordDocument").unwrap().write_all(&[1; 100]).unwrap();
    let word = word.into_inner().into_inner();
    let ods: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let cases: &[(&str, Vec<u8>, ReadFault)] = &[
        ("空.xlsx", vec![], ReadFault::Empty),
        ("空白.csv", b"\xef\xbb\xbf \r\n".to_vec(), ReadFault::Empty),
        ("途中.xlsx", xlsx[..xlsx.len() / 2].to_vec(), ReadFault::Damaged),
        ("末尾欠け.xlsx", xlsx[..xlsx.len() - 5].to_vec(), ReadFault::Damaged),
        ("頭だけ.xlsx", b"PK\x03\x04".to_vec(), ReadFault::Damaged),
        ("ページ.xlsx", b"\xef\xbb\xbf\r\n<HTML><table>".to_vec(), ReadFault::WebPage),
        ("ページ2.xls", b"<!DOCTYPE html><p>".to_vec(), ReadFault::WebPage),
        ("保護.xlsx", cut, ReadFault::Encrypted),
        ("保護2.xlsx", whole, ReadFault::Encrypted),
        ("頭だけ.xls", header, ReadFault::Damaged),
        ("文書.doc", word, ReadFault::NotAWorkbook),
        ("報告.pdf", b"%PDF-1.7\n".to_vec(), ReadFault::NotAWorkbook),
        ("写真.jpg", b"\xff\xd8\xff\xe0\0".to_vec(), ReadFault::NotAWorkbook),
        ("何か.csv", b"a,b\0c".to_vec(), ReadFault::NotAWorkbook),
        ("圧縮.zip", package(&[("a.txt", b"a")]), ReadFault::NotAWorkbook),
        ("別形式.xlsb", package(&[("xl/workbook.bin", b"a")]), ReadFault::Unsupported),
        ("空の箱.xlsx", package(&[("xl/workbook.xml", b"<workbook/>")]), ReadFault::Damaged),
        ("空の箱.ods", package(&[("mimetype", ods), ("content.xml", b"<a><b>")]), ReadFault::Damaged),
        ("~$票.xlsx", xlsx.clone(), ReadFault::LockFile),
        (".~lock.票.xlsx#", b",office,pc,21.11.2026 10:00,file:///home/office;".to_vec(), ReadFault::LockFile),
        ("複写の途中.xlsx", vec![0; 9000], ReadFault::Damaged),
        (
            "一枚の頁.xls",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n".to_vec(),
            ReadFault::WebPage,
        ),
        (
            "2003.xls",
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>".to_vec(),
            ReadFault::Unsupported,
        ),
        (
            "平文.fods",
            b"<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"o\"/>".to_vec(),
            ReadFault::Unsupported,
        ),
        ("束.zip", package(&[("票/総務課.XLSX", b"a"), ("a.txt", b"a")]), ReadFault::Packed),
        ("注.xls", b"<!-- a -->\n<div><table><tr>".to_vec(), ReadFault::WebPage),
        ("前.xls", b"Warning: late\r\n  <HTML>".to_vec(), ReadFault::WebPage),
        ("厳.xls", b"<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"a\"><html>".to_vec(), ReadFault::WebPage),
        ("幅.xls", "\u{feff}<html>".encode_utf16().flat_map(u16::to_le_bytes).collect(), ReadFault::WebPage),
        (
            "一枚.xls",
            b"From: <a>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n".to_vec(),
            ReadFault::WebPage,
        ),
        (
            "2003b.xls",
            b"<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Table>".to_vec(),
            ReadFault::Unsupported,
        ),
        ("昔.slk", b"ID;PWXL;N;E\r\nC;X1;Y1;K\"a\"\r\nE\r\n".to_vec(), ReadFault::Unsupported),
        ("データ.csv", b"[\n {\"a\": 1}\n]\n".to_vec(), ReadFault::NotAWorkbook),
        ("データ2.csv", b"{\"a\": [1]}".to_vec(), ReadFault::NotAWorkbook),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(fault(bytes, name).fault, *expected, "{name}");
    }
}

#[test]
fn a_text_that_speaks_of_tags_is_a_text() {
    for text in ["項目,内容\n1,<table>と<html>の直し", "[重要],a\nb,[済]", "{a},{b}", "ID;Phase\n1;2", "<重要>,a"]
    {
        assert!(read(text.as_bytes(), "a.csv", &Limits::default()).is_ok(), "{text}");
    }
}

#[test]
fn every_cut_and_every_broken_byte_is_refused_or_read_but_never_crashes() {
    let xlsx = sample();
    for length in (0..xlsx.len()).step_by(97) {
        assert!(read(&xlsx[..length], "a.xlsx", &Limits::default()).is_err(), "cut at {length}");
    }
    for at in (0..xlsx.len()).step_by(41) {
        let mut broken = xlsx.clone();
        broken[at] ^= 0x55;
        let _ = read(&broken, "a.xlsx", &Limits::default());
    }
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    let zeros = vec![b' '; 40 << 20];
    let bomb = package(&[("xl/workbook.xml", b"<workbook/>"), ("xl/media/a.bin", &zeros)]);
    assert!(bomb.len() < 100_000, "it is small: {}", bomb.len());
    assert_eq!(fault(&bomb, "爆弾.xlsx").fault, ReadFault::Inflates);

    let ods = |rows: &str| {
        let content = format!(
            "<o:document xmlns:o=\"o\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
             xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
             xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
             <table:table table:name=\"a\">{rows}</table:table></office:spreadsheet></office:body></o:document>"
        );
        let kind: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
        package(&[
            ("mimetype", kind),
            ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"></manifest:manifest>"),
            ("content.xml", content.as_bytes()),
        ])
    };
    let cell = "<table:table-cell table:number-columns-repeated=\"16000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    let rows = format!("<table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row>");
    assert_eq!(fault(&ods(&rows), "爆弾.ods").fault, ReadFault::TooMuch);

    let small = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>適合</text:p></table:table-cell></table:table-row>\
                 <table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let book = read(&ods(small), "票.ods", &Limits::default()).unwrap();
    assert_eq!(at(&book, 0, 0), ("適合", CellKind::Text), "an empty tail is no bomb");
}

#[test]
fn reading_ends_when_it_is_no_longer_wanted() {
    let asked = std::cell::Cell::new(0);
    let go_on = |most: usize| {
        asked.set(asked.get() + 1);
        asked.get() <= most
    };
    for (bytes, name, most) in
        [(sample(), "a.xlsx", 0), (sample(), "a.xlsx", 3), ("a,b\n".repeat(10_000).into_bytes(), "a.csv", 0)]
    {
        asked.set(0);
        let error = exchange::read_while(&bytes, name, &Limits::default(), &|| go_on(most)).expect_err(name);
        assert_eq!(error.fault, ReadFault::Stopped, "{name} {most}");
    }
}

#[test]
fn limits_are_kept() {
    let xlsx = sample();
    let limits = Limits::default();
    let cases = [
        (Limits { bytes: 10, ..limits }, ReadFault::TooLarge),
        (Limits { unpacked: 100, ..limits }, ReadFault::Inflates),
        (Limits { cells: 3, ..limits }, ReadFault::TooMuch),
        (Limits { text: 10, ..limits }, ReadFault::TooMuch),
        (Limits { sheets: 1, ..limits }, ReadFault::TooMuch),
    ];
    for (limits, expected) in cases {
        assert_eq!(read(&xlsx, "a.xlsx", &limits).unwrap_err().fault, expected, "{limits:?}");
    }
}

/// Excel writes days and settings of its own where it is asked for the strict form of the standard.
#[test]
fn a_strict_workbook_is_read_like_any_other() {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let strict = rewrite(&sample(), |name, content| {
        let text = String::from_utf8(content).unwrap();
        let text = text
            .replace(main, "http://purl.oclc.org/ooxml/spreadsheetml/main")
            .replace(relations, "http://purl.oclc.org/ooxml/officeDocument/relationships");
        match name {
            "xl/workbook.xml" => text.replace("<workbookPr", "<workbookPr dateCompatibility=\"0\""),
            "xl/worksheets/sheet1.xml" => {
                let text = text.replace("<worksheet ", "<worksheet conformance=\"strict\" ");
                let start = text.find("<c r=\"A4\"").unwrap();
                let end = start + text[start..].find("</c>").unwrap() + 4;
                let day = "<c r=\"A4\" s=\"1\" t=\"d\"><v>2024-03-31T00:00:00</v></c><c r=\"B4\" t=\"d\"><v>2024-03-31T09:05:07.5</v></c><c r=\"C4\" t=\"d\"><v>2024-03-31</v></c>";
                format!("{}{day}{}", &text[..start], &text[end..])
            }
            _ => text,
        }
        .into_bytes()
    });
    let book = read(&strict, "厳密.xlsx", &Limits::default()).unwrap();
    assert_eq!(at(&book, 0, 0), ("適合", CellKind::Text));
    assert_eq!(at(&book, 3, 0), ("2024-03-31", CellKind::Date));
    assert_eq!(at(&book, 3, 1), ("2024-03-31 09:05", CellKind::Date));
    assert_eq!(at(&book, 3, 2), ("2024-03-31", CellKind::Date));
    assert_eq!(book.sheets.len(), 2);
    assert!(!book.is_1904);
}

/// Room is made for what is really there: a claim alone must not take all memory.
#[test]
fn what_a_workbook_claims_to_hold_is_not_believed() {
    let claims = |count: &str| {
        let count = format!(" uniqueCount=\"{count}\"");
        rewrite(&sample(), |name, content| match name {
            "xl/sharedStrings.xml" => {
                let text = String::from_utf8(content).unwrap();
                let start = text.find(" uniqueCount=").unwrap();
                let end = start + text[start..].find('>').unwrap();
                format!("{}{count}{}", &text[..start], &text[end..]).into_bytes()
            }
            _ => content,
        })
    };
    for count in ["2000001", "36893488147419103232", "+99999999999999"] {
        assert_eq!(fault(&claims(count), "票.xlsx").fault, ReadFault::TooMuch, "{count}");
    }
    for count in ["0", "9999", "-1", "", "many"] {
        assert!(read(&claims(count), "票.xlsx", &Limits::default()).is_ok(), "{count}");
    }

    let good = include_bytes!("fixtures/table.xls");
    let whole = read(good, "票.xls", &Limits::default()).unwrap();
    let mut file = cfb::CompoundFile::open(Cursor::new(good.to_vec())).unwrap();
    let mut stream = Vec::new();
    file.open_stream("/Workbook").unwrap().read_to_end(&mut stream).unwrap();
    let size = stream.windows(4).position(|window| window == [0x00, 0x02, 14, 0]).unwrap() + 4;
    for claimed in [[0, 0, 0xff, 0xff, 0, 0, 0xff], [0xff, 0xff, 0, 0, 9, 0, 0], [0xff; 7]] {
        let mut changed = stream.clone();
        for (n, byte) in claimed.into_iter().enumerate() {
            changed[size + 2 * n] = byte;
        }
        changed[size + 7] = 0x7f;
        let mut file = cfb::CompoundFile::open(Cursor::new(good.to_vec())).unwrap();
        file.open_stream("/Workbook").unwrap().write_all(&changed).unwrap();
        file.flush().unwrap();
        let bytes = file.into_inner().into_inner();
        let book = read(&bytes, "票.xls", &Limits::default()).unwrap();
        assert_eq!(book.sheets, whole.sheets, "{claimed:?}");
    }
}

#[test]
fn an_old_workbook_that_spreads_over_everything_is_refused() {
    let mut stream = Vec::new();
    let mut record = |id: u16, content: &[u8]| {
        stream.extend(id.to_le_bytes());
        stream.extend((content.len() as u16).to_le_bytes());
        stream.extend(content);
    };
    record(0x0809, &[0, 6, 0x10, 0]);
    for (row, column) in [(0u16, 0u16), (65535, 255)] {
        let mut cell = Vec::new();
        cell.extend(row.to_le_bytes());
        cell.extend(column.to_le_bytes());
        cell.extend([0; 10]);
        record(0x0203, &cell);
    }
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    assert_eq!(fault(&file.into_inner().into_inner(), "旧.xls").fault, ReadFault::TooMuch);
}
