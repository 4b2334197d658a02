//! The papers of fieldwork: an item is never parted from the lines to write on, and every page says whose it is.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{FontBytes, QUESTIONS};
use i18n::Lang;
use report::DocInfo;
use report::layout::{Furniture, Insets, Mark, Page, paginate};
use report::pdf::{self, Typeface};
use report::site::{FieldGroup, FieldRow, FieldSheet, Memo, MemoLine, field_sheet, memo};

fn texts(page: &Page) -> Vec<&str> {
    page.marks
        .iter()
        .filter_map(|mark| if let Mark::Text { text, .. } = mark { Some(text.as_str()) } else { None })
        .collect()
}

fn sheet(groups: usize, items: usize, apart: bool) -> FieldSheet {
    let row = |n: usize| FieldRow {
        number: format!("{}", n + 1),
        clause: "6.4.1".to_owned(),
        question: QUESTIONS[n % QUESTIONS.len()].repeat(n % 4 + 1),
        beside: if n.is_multiple_of(2) { "入退室の記録".to_owned() } else { String::new() },
    };
    let group = |n: usize| FieldGroup { name: format!("場所{n}"), rows: (0..items).map(row).collect() };
    let head = vec![("監査".to_owned(), "定期監査".to_owned()), ("対象".to_owned(), "総務課".to_owned())];
    FieldSheet { title: "現地記入用紙".to_owned(), head, groups: (0..groups).map(group).collect(), apart }
}

fn pages(sheet: &FieldSheet) -> Vec<Page> {
    let typeface = Typeface::new(&FontBytes::read().fonts()).unwrap();
    let furniture = Furniture {
        insets: Insets::default(),
        title: "若葉町".to_owned(),
        class_label: "【機密性2】".to_owned(),
        handling: String::new(),
        reference: String::new(),
        draft: None,
        number: &|page, pages| format!("{page} / {pages}"),
    };
    paginate(&field_sheet(sheet, &Lang::Ja), &furniture, &typeface)
}

#[test]
fn an_item_stands_on_one_page_with_its_lines_and_the_name_of_its_place() {
    let pages = pages(&sheet(2, 23, true));
    assert!(pages.len() > 4);
    let mut items = 0;
    for page in &pages {
        let texts = texts(page);
        let count = |wanted: &str| texts.iter().filter(|text| **text == wanted).count();
        let boxes = count("□○  □△");
        items += boxes;
        assert_eq!(boxes, count("所見"), "{texts:?}");
        let ruled = page.marks.iter().filter(|mark| matches!(mark, Mark::Line { width, .. } if *width < 0.3)).count();
        assert_eq!(ruled, boxes * 3, "three lines to write on for each");
        assert!(texts.iter().any(|text| text.starts_with("場所")), "every page says where it is for");
    }
    assert_eq!(items, 46);
    let first: Vec<usize> = (0..pages.len()).filter(|n| texts(&pages[*n]).contains(&"現地記入用紙")).collect();
    assert_eq!(first.len(), 2, "each place begins a page of its own");
}

#[test]
fn a_memo_that_is_too_long_takes_more_than_a_page() {
    let line = |n: usize| MemoLine {
        mark: "×".to_owned(),
        text: QUESTIONS[n % QUESTIONS.len()].to_owned(),
        source: format!("No.{n}"),
    };
    let length = |lines: usize| {
        let made = Memo {
            title: "講評メモ".to_owned(),
            head: vec![("対象".to_owned(), "総務課".to_owned())],
            lines: (0..lines).map(line).collect(),
            remark: "確定した監査結果ではありません。".to_owned(),
            size: 10.5,
        };
        let info = DocInfo {
            title: made.title.clone(),
            office: "若葉町".to_owned(),
            author: "青木".to_owned(),
            class_label: "【機密性2】".to_owned(),
            created: jiff::civil::date(2026, 11, 21),
        };
        pdf::sheet_length(&memo(&made, &Lang::Ja), &Lang::Ja, &info, &FontBytes::read().fonts()).unwrap()
    };
    assert_eq!(length(6), 1);
    assert!(length(80) > 1);
}
