//! A workbook that was written into opens in another program, which shows what was written and what was there before.

use exchange::{CellValue, CellWrite, Limits, Query, Workbook, queries_beside, write_back};
use i18n::Lang;
use kansa_tests::workbook::{read, saved_again};
use rust_xlsxwriter::{Format, Workbook as Writer};
use std::collections::BTreeMap;

/// A list as an office keeps it: a title, headings, merged cells, cells that are only drawn.
fn list() -> Vec<u8> {
    let mut book = Writer::new();
    let framed = Format::new().set_border(rust_xlsxwriter::FormatBorder::Thin).set_text_wrap();
    let sheet = book.add_worksheet().set_name("自己点検 (総務課)").unwrap();
    sheet.merge_range(0, 0, 0, 3, "情報セキュリティ自己点検表", &framed).unwrap();
    for (row, cells) in [(2, ["番号", "点検項目", "判定"]), (3, ["1", "端末を固定しているか。", "昨年同様"])]
    {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string_with_format(row, column, text, &framed).unwrap();
        }
    }
    sheet.write_blank(3, 3, &framed).unwrap();
    book.save_to_buffer().unwrap()
}

fn text(book: &Workbook, row: u32, column: u32) -> &str {
    book.sheets[0].get(row, column).map_or("", |cell| &cell.text)
}

#[test]
fn another_program_shows_what_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let sheet = "自己点検 (総務課)";
    let write = |row, column, text: &str| CellWrite {
        sheet: sheet.to_owned(),
        row,
        column,
        value: CellValue::Text(text.to_owned()),
    };
    let query =
        |cell: &str, text: &str| Query { sheet: sheet.to_owned(), cell: cell.to_owned(), text: text.to_owned() };
    // As it was made, and as another program has saved it.
    for bytes in [list(), saved_again(folder.path(), &list(), "xlsx")] {
        let book = read(&bytes);
        let asked = [query("C4", "昨年はどの判定でしたか。"), query("C4", "=HYPERLINK(\"x\") & <根拠>")];
        let mut writes = queries_beside(&book, Lang::Ja, &BTreeMap::from([(sheet.to_owned(), 2)]), &asked);
        writes.push(write(3, 3, "一行目\n 二行目 "));
        writes.push(write(9, 0, "+1"));
        let written = write_back(&bytes, "回答.xlsx", &writes, &Limits::default()).unwrap();
        assert_eq!(written.diagnostics, []);
        for format in ["xlsx", "ods"] {
            let shown = read(&saved_again(folder.path(), &written.bytes, format));
            assert_eq!(text(&shown, 0, 0), "情報セキュリティ自己点検表");
            assert_eq!(text(&shown, 3, 2), "昨年同様", "what was there stays");
            assert_eq!(text(&shown, 2, 4), "照会事項");
            assert_eq!(text(&shown, 3, 4), "昨年はどの判定でしたか。\n=HYPERLINK(\"x\") & <根拠>");
            assert_eq!(text(&shown, 3, 3), "一行目\n 二行目 ");
            assert_eq!(text(&shown, 9, 0), "+1");
        }
    }
}
