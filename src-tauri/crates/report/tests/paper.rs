//! A plan, a notice or a receipt: the same model gives the same bytes, whatever people wrote into it.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use i18n::Lang;
use jiff::civil::date;
use report::DocInfo;
use report::layout::{Mark, Metrics, Page, paginate};
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

fn pages(paper: &Paper) -> Vec<Page> {
    let number = |page: usize, pages: usize| report::ciso::page_number(&Lang::Ja, page, pages);
    let typeface = report::pdf::Typeface::new(&common::FontBytes::read().fonts()).unwrap();
    let furniture = report::paper::furniture(paper, &Lang::Ja, &info(), &number);
    paginate(&report::paper::blocks(paper, &Lang::Ja), &furniture, &typeface)
}

fn texts(page: &Page) -> Vec<&str> {
    page.marks
        .iter()
        .filter_map(|mark| if let Mark::Text { text, .. } = mark { Some(text.as_str()) } else { None })
        .collect()
}

#[test]
fn every_paper_looks_as_it_did() {
    for (name, papers) in common::papers::all() {
        let pages: Vec<Page> = papers.iter().flat_map(pages).collect();
        common::looks_as_it_did(name, &common::geometry(&pages));
    }
}

#[test]
fn every_page_has_its_class_its_number_and_its_text_within_the_edges() {
    let typeface = report::pdf::Typeface::new(&common::FontBytes::read().fonts()).unwrap();
    for (name, papers) in common::papers::all() {
        for pages in papers.iter().map(pages) {
            for (number, page) in (1..).zip(&pages) {
                let texts = texts(page);
                let class = texts.iter().filter(|text| **text == "【機密性3】").count();
                assert!(class >= 2, "{name} {number}: the class stands above and below");
                assert!(texts.contains(&format!("{number} / {}", pages.len()).as_str()), "{name} {number}");
                for mark in &page.marks {
                    let Mark::Text { x, y, size, face, tracking, text } = mark else { continue };
                    let right = x + typeface.width(*face, *size, text) + tracking * text.chars().count() as f32;
                    assert!(*x >= 40.0 && right <= page.width() - 40.0, "{name} {number}: {text} ends at {right}");
                    assert!(*y >= 20.0 && *y <= page.height() - 20.0, "{name} {number}: {text} stands at {y}");
                }
            }
        }
    }
}

#[test]
fn what_ends_a_paper_never_stands_on_a_page_alone() {
    for rows in 0..60 {
        let mut paper = paper("文", 0);
        let row = |n: usize| vec![n.to_string(), "文".into(), "文".into(), "文".into()];
        let columns = (0..4).map(|n| PaperColumn::text(format!("列{n}"), 20.0)).collect();
        paper.parts = vec![Part::Table(PaperTable { columns, rows: (0..rows).map(row).collect(), by_hand: false })];
        let pages = pages(&paper);
        let last = texts(&pages[pages.len() - 1]);
        assert!(last.contains(&"以上"), "{rows} rows: {last:?}");
        assert!(pages.len() == 1 || last.contains(&"文"), "{rows} rows: {last:?}");
    }
}

#[test]
fn a_cell_with_nothing_in_it_says_so_unless_it_is_written_in() {
    for by_hand in [false, true] {
        let mut paper = paper("文", 0);
        let rows = vec![vec!["文".into(), String::new()], vec![" ".into(), "文".into()]];
        let columns = (0..2).map(|n| PaperColumn::text(format!("列{n}"), 20.0)).collect();
        paper.parts = vec![Part::Table(PaperTable { columns, rows, by_hand })];
        let dashes = pages(&paper).iter().flat_map(texts).filter(|text| *text == "－").count();
        assert_eq!(dashes, if by_hand { 0 } else { 2 });
    }
}
