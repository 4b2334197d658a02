//! The workbooks, in the order of the hazards.

#[path = "fixtures/files.rs"]
mod files;

use crate::book::{QUESTIONS, answers, book, plain, rewrite, rewrite_with, rows, table};
use rust_xlsxwriter::{Color, DataValidation, ExcelDateTime, Format, Formula, Note, Shape, Worksheet};

/// A file that comes back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fixture {
    /// Its name.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
    /// Cells to be shown as they were read: sheet, row, column.
    pub(crate) cells: Vec<(usize, u32, u32)>,
}

fn xlsx(bytes: Vec<u8>) -> Fixture {
    Fixture { name: "回答.xlsx".to_owned(), bytes, cells: Vec::new() }
}

fn named(name: &str, bytes: Vec<u8>) -> Fixture {
    Fixture { name: name.to_owned(), bytes, cells: Vec::new() }
}

fn showing(bytes: Vec<u8>, cells: &[(u32, u32)]) -> Fixture {
    Fixture { cells: cells.iter().map(|(row, column)| (0, *row, *column)).collect(), ..xlsx(bytes) }
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// Hazard, short name, file.
pub(crate) fn all() -> Vec<(u8, &'static str, Fixture)> {
    let mut all = texts();
    all.extend(values());
    all.extend(beside());
    all.extend(files::files());
    all
}

/// 1–13: tables and texts.
fn texts() -> Vec<(u8, &'static str, Fixture)> {
    let merged = table(|sheet| {
        sheet.write_string(1, 2, "").unwrap();
        sheet.merge_range(1, 2, 3, 2, "○", &Format::new()).unwrap();
    });
    let levels = book(|book| {
        let sheet = book.add_worksheet().set_name("総務課").unwrap();
        rows(sheet, 0, &[&["様式第3号(第5条関係)"], &["情報セキュリティ自己点検表", "", "", "令和8年度"], &[""]]);
        sheet.merge_range(3, 0, 4, 0, "番号", &Format::new()).unwrap();
        sheet.merge_range(3, 1, 4, 1, "点検項目", &Format::new()).unwrap();
        sheet.merge_range(3, 2, 3, 3, "点検結果", &Format::new()).unwrap();
        rows(sheet, 4, &[&["", "", "判定", "備考"]]);
        rows(sheet, 5, &[&["1-1", QUESTIONS[0], "適", "毎朝見ている"], &["1-2", QUESTIONS[1], "否", ""]]);
    });
    let readings = rewrite(&answers(&["適合"]), |name, text| match name {
        "xl/sharedStrings.xml" => text.replace(
            "<t>適合</t>",
            "<r><t>適</t></r><r><t>合</t></r><rPh sb=\"0\" eb=\"2\"><t>テキゴウ</t></rPh><phoneticPr fontId=\"1\"/>",
        ),
        _ => text,
    });
    let variants = table(|sheet| {
        rows(sheet, 1, &[&["１－１", "端末をワイヤ−で固定しているか。"], &["", "ﾊﾟｽﾜｰﾄﾞを他人に教えていないか｡"]]);
    });
    let kept = table(|sheet| rows(sheet, 1, &[&["", "", "○", "①㈱サ−ビス ㍻ \u{fa19}社 9〜17時 A∥B"]]));
    let private = table(|sheet| rows(sheet, 1, &[&["", "", "○", "葛\u{e0100}城 \u{e000} 𠮷田"]]));
    let dates = |texts: [&str; 3]| {
        table(|sheet| {
            rows(sheet, 0, &[&["", "", "", "備考", "完了予定日"]]);
            for (row, text) in (1..).zip(texts) {
                rows(sheet, row, &[&["", "", "", "", text]]);
            }
        })
    };
    vec![
        (1, "merged", xlsx(merged)),
        (2, "levels", xlsx(levels)),
        (3, "readings", xlsx(readings)),
        (4, "circles", xlsx(answers(&["〇", "◯", "◎"]))),
        (4, "ticks", xlsx(answers(&["レ", "1", "Ｏ"]))),
        (5, "crosses", xlsx(answers(&["✕", "▲", "該当なし"]))),
        (5, "dash", xlsx(answers(&["－", "乂", "対象外"]))),
        (6, "blank", xlsx(answers(&["\u{3000}", "\u{a0}", "\u{200b}"]))),
        (7, "radicals", xlsx(table(|sheet| rows(sheet, 3, &[&["", "離席時に画⾯をロックしているか。", "○"]])))),
        (8, "look-alikes", xlsx(variants)),
        (9, "stored", showing(kept, &[(1, 3)])),
        (10, "widths", xlsx(answers(&["ﾊｲ", "ＯＫ", "Ｎ／Ａ"]))),
        (
            11,
            "waves",
            named("波.csv", cp932("番号,点検項目,判定,備考\r\n1-1,端末をワイヤーで固定しているか。,○,9～17時－∥\r\n")),
        ),
        (12, "private", xlsx(private)),
        (13, "eras", xlsx(dates(["R6.3.31", "令和元年５月１日", "㋿八年三月三十一日"]))),
        (13, "unclear-eras", xlsx(dates(["6.3.31", "平成31年5月1日", "H31.4.30"]))),
        (17, "times", xlsx(dates(["3月末", "随時", "令和8年度"]))),
    ]
}

fn cp932(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::SHIFT_JIS.encode(text);
    assert!(!lost, "{text}");
    bytes.into_owned()
}

/// 14–21: what cells hold.
fn values() -> Vec<(u8, &'static str, Fixture)> {
    let due = |change: &dyn Fn(&mut Worksheet)| {
        table(|sheet| {
            rows(sheet, 0, &[&["", "", "", "備考", "完了予定日"]]);
            change(sheet);
        })
    };
    let eras = due(&|sheet| {
        let day = ExcelDateTime::from_ymd(2024, 3, 31).unwrap();
        for (row, format) in
            [(1, "[$-411]ge.m.d;@"), (2, "[$-411]ggge\"年\"m\"月\"d\"日\""), (3, "[$-411]ggge\"年度\"")]
        {
            sheet.write_datetime_with_format(row, 4, &day, &Format::new().set_num_format(format)).unwrap();
        }
    });
    let builtin = due(&|sheet| {
        for (row, index) in [(1, 27), (2, 58), (3, 36)] {
            sheet.write_number_with_format(row, 4, 45382, &Format::new().set_num_format_index(index)).unwrap();
        }
    });
    let from_1904 = rewrite(
        &due(&|sheet| {
            let format = Format::new().set_num_format("yyyy/m/d");
            sheet.write_number_with_format(1, 4, 45382 - 1462, &format).unwrap();
        }),
        |name, text| match name {
            "xl/workbook.xml" => text.replace("<workbookPr ", "<workbookPr date1904=\"1\" "),
            _ => text,
        },
    );
    let numbers = table(|sheet| {
        let day = ExcelDateTime::from_ymd(2026, 1, 2).unwrap();
        sheet.write_datetime_with_format(2, 0, &day, &Format::new().set_num_format_index(56)).unwrap();
        sheet.write_number_with_format(3, 0, 1.1, &Format::new().set_num_format("0.00")).unwrap();
        rows(sheet, 2, &[&["", "", "×"], &["", "", "△"]]);
    });
    let formulas = rewrite(
        &table(|sheet| {
            sheet.write_formula(1, 2, Formula::new("=IF(TRUE,\"○\",\"\")").set_result("○")).unwrap();
            sheet.write_formula(2, 2, Formula::new("=Z99").set_result("#REF!")).unwrap();
            sheet.write_formula(3, 2, Formula::new("=VLOOKUP(1,2,3)").set_result("#N/A")).unwrap();
            sheet.write_formula(1, 3, Formula::new("=\"空\"").set_result("消える値")).unwrap();
        }),
        |name, text| if name == SHEET { text.replace("<v>消える値</v>", "") } else { text },
    );
    let external = table(|sheet| {
        let formula = Formula::new("='C:\\台帳\\[去年.xlsx]点検'!C2").set_result("○");
        sheet.write_formula(1, 2, formula).unwrap();
    });
    let offered = book(|book| {
        let sheet = book.add_worksheet().set_name("点検表").unwrap();
        plain(sheet);
        rows(sheet, 1, &[&["", "", "適"], &["", "", "○"], &["", "", "たぶん"]]);
        let list = DataValidation::new().allow_list_strings(&["○", "△", "×"]).unwrap();
        sheet.add_data_validation(1, 2, 3, 2, &list).unwrap();
    });
    let elsewhere = rewrite(
        &book(|book| {
            let sheet = book.add_worksheet().set_name("点検表").unwrap();
            plain(sheet);
            rows(sheet, 1, &[&["", "", "ＯＫ"]]);
            let list = book.add_worksheet().set_name("選択 肢").unwrap().set_hidden(true);
            rows(list, 0, &[&["○"], &["×"]]);
        }),
        |name, text| match name {
            SHEET => text.replace(
                "</worksheet>",
                "<extLst><ext uri=\"{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}\" \
                 xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">\
                 <x14:dataValidations xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\" count=\"1\">\
                 <x14:dataValidation type=\"list\"><x14:formula1><xm:f>'選択 肢'!$A$1:$A$2</xm:f></x14:formula1>\
                 <xm:sqref>C2:C4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>",
            ),
            _ => text,
        },
    );
    let in_cells = table(|sheet| {
        sheet.insert_checkbox(1, 2, true).unwrap();
        sheet.insert_checkbox(2, 2, false).unwrap();
    });
    vec![
        (14, "eras", showing(eras, &[(1, 4), (2, 4), (3, 4)])),
        (14, "builtin", showing(builtin, &[(1, 4), (2, 4), (3, 4)])),
        (15, "1904", showing(from_1904, &[(1, 4)])),
        (16, "numbers", xlsx(numbers)),
        (18, "formulas", xlsx(formulas)),
        (19, "external", xlsx(external)),
        (20, "offered", xlsx(offered)),
        (20, "elsewhere", xlsx(elsewhere)),
        (21, "in-cells", xlsx(in_cells)),
        (21, "floating", xlsx(floating())),
    ]
}

/// A box to tick as Excel draws it: in the drawing of old that also holds the notes.
fn floating() -> Vec<u8> {
    let noted = table(|sheet| {
        sheet.insert_note(0, 3, &Note::new("記入上の注意").add_author_prefix(false)).unwrap();
    });
    rewrite(&noted, |name, text| {
        match name {
        "xl/drawings/vmlDrawing1.vml" => text.replace(
            "</xml>",
            "<v:shape id=\"_x0000_s2001\" type=\"#_x0000_t201\"><v:textbox><div><font>固定している</font></div></v:textbox>\
             <x:ClientData ObjectType=\"Checkbox\"><x:Anchor>2, 15, 2, 2, 3, 10, 3, 3</x:Anchor>\
             <x:Checked>1</x:Checked></x:ClientData></v:shape></xml>",
        ),
        _ => text,
    }
    })
}

/// 22–29: what stands beside the cells, and rows that are none.
fn beside() -> Vec<(u8, &'static str, Fixture)> {
    let drawn = table(|sheet| {
        let circle = Shape::textbox().set_text("ここ").set_width(60).set_height(18);
        sheet.insert_shape(2, 2, &circle).unwrap();
    });
    let noted = table(|sheet| {
        sheet.insert_note(1, 2, &Note::new("別棟は来月から").add_author_prefix(false)).unwrap();
        sheet
            .insert_note(2, 2, &Note::new("[スレッド化されたコメント]\n古いExcelでは…").add_author_prefix(false))
            .unwrap();
    });
    let threads = rewrite_with(
        &noted,
        |name, text| {
            match name {
            "xl/worksheets/_rels/sheet1.xml.rels" => text.replace(
                "</Relationships>",
                "<Relationship Id=\"rId99\" Type=\"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment\" \
                 Target=\"../threadedComments/threadedComment1.xml\"/></Relationships>",
            ),
            _ => text,
        }
        },
        &[(
            "xl/threadedComments/threadedComment1.xml",
            "<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\">\
             <threadedComment ref=\"C3\" id=\"{1}\"><text>確認中です</text></threadedComment>\
             <threadedComment ref=\"C3\" id=\"{2}\" parentId=\"{1}\"><text>済み &amp; ○</text></threadedComment>\
             </ThreadedComments>",
        )],
    );
    let struck = table(|sheet| {
        let (plain, line) = (Format::new(), Format::new().set_font_strikethrough());
        sheet.write_rich_string(1, 2, &[(&line, "○"), (&plain, "×")]).unwrap();
        sheet.write_string_with_format(2, 2, "○", &line).unwrap();
        rows(sheet, 3, &[&["", "", "△"]]);
    });
    let coloured = table(|sheet| {
        let red = Format::new().set_background_color(Color::Red);
        sheet.write_blank(2, 2, &red).unwrap();
        sheet.write_string_with_format(3, 2, "○", &red).unwrap();
    });
    let hidden = book(|book| {
        let sheet = book.add_worksheet().set_name("点検表").unwrap();
        plain(sheet);
        rows(sheet, 1, &[&["", "", "○", "", "内部メモ"], &["", "", "×"], &["", "", "△"]]);
        sheet.autofilter(0, 0, 3, 3).unwrap();
        sheet.set_row_hidden(2).unwrap();
        sheet.set_column_hidden(4).unwrap();
        let other = book.add_worksheet().set_name("控え").unwrap().set_hidden(true);
        plain(other);
    });
    let inserted = book(|book| {
        let sheet = book.add_worksheet().set_name("改名した表").unwrap();
        rows(sheet, 0, &[&["", "課内メモ", "点検項目", "番号", "結果"], &["", "", QUESTIONS[2], "3", "○"]]);
        rows(sheet, 2, &[&["", "○", QUESTIONS[0], "1-1", "×"], &["", "", "旧様式にだけあった問い", "1-9", "○"]]);
    });
    let no_entries = book(|book| {
        let sheet = book.add_worksheet().set_name("点検表").unwrap();
        let heading: &[&str] = &["番号", "点検項目", "判定", "備考"];
        let first: &[&str] = &["1-1", QUESTIONS[0], "○"];
        let second: &[&str] = &["1-2", QUESTIONS[1], "×"];
        rows(sheet, 0, &[heading, &["記入例", QUESTIONS[0], "×"], first, &["小計", "", "1"], &[], heading, second]);
        rows(sheet, 8, &[&["※該当しない項目は空欄とする。"]]);
    });
    let lines = table(|sheet| {
        rows(
            sheet,
            1,
            &[&["", "", "○", "・一つ\r\n・二つ_x000D_\n・三つ"], &["", "", "〃", "同上"], &["", "", "同上", ""]],
        );
    });
    vec![
        (22, "drawn", xlsx(drawn)),
        (23, "threads", xlsx(threads)),
        (24, "struck", xlsx(struck)),
        (25, "coloured", xlsx(coloured)),
        (26, "hidden", xlsx(hidden)),
        (27, "inserted", xlsx(inserted)),
        (28, "no-entries", xlsx(no_entries)),
        (29, "lines", showing(lines, &[(1, 3)])),
    ]
}
