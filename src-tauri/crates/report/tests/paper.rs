//! A plan, a notice or a receipt: the same model gives the same bytes, whatever people wrote into it.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use i18n::Lang;
use jiff::civil::date;
use report::DocInfo;
use report::paper::{Paper, PaperColumn, PaperTable, Part};

fn paper(text: &str, rows: usize) -> Paper {
    let column = |n: usize| PaperColumn::text(format!("列{n}"), 20.0);
    let table = || PaperTable {
        columns: (0..4).map(column).collect(),
        rows: (0..rows).map(|n| vec![n.to_string(), text.to_owned(), String::new(), text.to_owned()]).collect(),
        by_hand: true,
    };
    Paper {
        form: "様式第　号".to_owned(),
        number: "第　号".to_owned(),
        date: date(2026, 11, 21),
        addressee: format!("{text}　様"),
        sender: vec!["青葉広域連合".to_owned(), text.to_owned()],
        title: "監査実施通知書".to_owned(),
        stamps: vec!["起案".to_owned(), "課長".to_owned()],
        landscape: false,
        opening: text.to_owned(),
        parts: vec![
            Part::Facts(vec![("件名".to_owned(), text.to_owned())]),
            Part::Heading("日程".to_owned()),
            Part::Table(table()),
            Part::Heading("必要資料".to_owned()),
            Part::Table(table()),
            Part::Text(text.to_owned()),
        ],
        closing: "以上".to_owned(),
        class_label: "【機密性3】".to_owned(),
    }
}

fn info() -> DocInfo {
    DocInfo {
        title: "監査実施通知書".to_owned(),
        office: "青葉広域連合".to_owned(),
        author: "佐藤 花子".to_owned(),
        class_label: "【機密性3】".to_owned(),
        created: date(2026, 11, 21),
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let fonts = common::FontBytes::read();
    for (text, rows) in [("", 0), ("=1+1", 3), ("改行\nのある、とても長い文。", 60), ("𠮷\u{0}\u{202e}〓", 2)]
    {
        let paper = paper(text, rows);
        let print = || report::pdf::paper(&paper, &Lang::Ja, &info(), &fonts.fonts()).unwrap();
        assert_eq!(print(), print(), "{text:?}");
        let write = || report::xlsx::paper(&paper, &Lang::Ja, &info()).unwrap();
        assert_eq!(write(), write(), "{text:?}");
    }
}

#[test]
fn a_text_that_looks_like_a_formula_is_none() {
    let book = report::xlsx::paper(&paper("=1+1", 1), &Lang::Ja, &info()).unwrap();
    let cells = common::book::part(&book, "xl/worksheets/sheet1.xml");
    assert!(!cells.contains("<f>"), "no cell holds a formula");
}

#[test]
fn a_second_table_has_a_sheet_of_its_own() {
    let book = report::xlsx::paper(&paper("x", 2), &Lang::Ja, &info()).unwrap();
    let names = calamine::Reader::sheet_names(&common::book::read(&book));
    assert_eq!(names, ["監査実施通知書", "必要資料"]);
}
