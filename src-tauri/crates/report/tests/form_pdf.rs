//! The forms as they are printed and filled in by hand.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::book::{HOSTILE, form, info};
use common::{FontBytes, QUESTIONS};
use domain::form::*;
use i18n::Lang;
use report::layout::{Mark, Page, paginate};
use report::pdf::{self, Printed, Typeface};
use report::{ReportError, ciso};
use std::path::Path;
use std::process::Command;

fn print(form: &FormSheet, lang: Lang) -> Printed {
    pdf::form(form, &lang, &info(), &FontBytes::read().fonts()).unwrap()
}

fn pages(form: &FormSheet) -> Vec<Page> {
    let words = Lang::Ja;
    let number = |page: usize, pages: usize| ciso::page_number(&words, page, pages);
    let typeface = Typeface::new(&FontBytes::read().fonts()).unwrap();
    let furniture = report::form::furniture(form, &words, &info(), &number);
    paginate(&report::form::blocks(form, &words), &furniture, &typeface)
}

fn texts(page: &Page) -> Vec<String> {
    let text = |mark: &Mark| if let Mark::Text { text, .. } = mark { Some(text.clone()) } else { None };
    page.marks.iter().filter_map(text).collect()
}

/// A checklist of so many blank items, ten to a section, with questions of every length.
fn checklist(items: usize) -> FormSheet {
    let choices = ["○ 適合", "△ 一部不適合", "× 不適合", "－ 該当なし"].map(String::from).to_vec();
    let column = |key: &str, heading: &str, width: f64, input: FormInput| FormColumn {
        key: key.into(),
        heading: heading.into(),
        width,
        input,
    };
    let mut rows = Vec::new();
    for n in 0..items {
        if n % 10 == 0 {
            rows.push(FormRow::Heading(format!("章{} 節", n / 10 + 1)));
        }
        let question = QUESTIONS[n % QUESTIONS.len()].repeat(n % 3 + 1);
        let look_at = "申請書の綴り\n管理台帳\n執務室".to_owned();
        let cells = vec![format!("#{n}"), format!("6.{n}"), question, look_at, String::new(), String::new()];
        rows.push(FormRow::Item { key: format!("aoba:6.{n}-1"), cells, prompt: String::new() });
    }
    FormSheet {
        template: "audit".into(),
        title: "監査チェックリスト".into(),
        columns: vec![
            column("number", "No.", 5.0, FormInput::Fixed),
            column("clause", "条項", 9.0, FormInput::Fixed),
            column("question", "設問", 46.0, FormInput::Fixed),
            column("look_at", "確認するもの", 23.0, FormInput::Fixed),
            column("answer", "判定", 14.0, FormInput::Choice(choices)),
            column("note", "所見", 36.0, FormInput::Text),
        ],
        rows,
        ..form()
    }
}

#[test]
fn every_question_is_whole_on_its_page_under_its_headings_with_the_class() {
    let form = checklist(150);
    let pages = pages(&form);
    assert!(pages.len() > 10, "{} pages", pages.len());
    let mut shown = 0;
    let mut group = "";
    let mut rows = form.rows.iter().peekable();
    for (n, page) in pages.iter().enumerate() {
        let texts = texts(page);
        let flat = texts.concat();
        assert!(page.width() > page.height(), "the paper lies on its side");
        assert_eq!(texts.iter().filter(|text| *text == "【機密性2】").count(), 2, "class above and below, page {n}");
        assert!(texts.contains(&format!("{} / {}", n + 1, pages.len())));
        for heading in ["No.", "条項", "設問", "確認するもの", "判定", "所見"] {
            assert_eq!(texts.iter().filter(|text| *text == heading).count(), 1, "{heading} on page {n}");
        }
        while let Some(row) = rows.peek() {
            match row {
                FormRow::Heading(text) => {
                    if !texts.contains(text) {
                        break;
                    }
                    group = text;
                }
                FormRow::Item { cells, .. } => {
                    if !texts.contains(&cells[0]) {
                        break;
                    }
                    assert!(flat.contains(&cells[2]), "{} is whole on page {n}", cells[0]);
                    assert!(texts.contains(&group.to_owned()), "{group} stands over {}", cells[0]);
                    shown += 1;
                }
            }
            rows.next();
        }
        let boxes = flat.matches('□').count();
        let items = texts.iter().filter(|text| text.starts_with('#')).count();
        let instructions = usize::from(n == 0);
        assert_eq!(boxes, items * 4 + instructions, "four boxes for each item on page {n}");
    }
    assert_eq!((shown, rows.next()), (150, None), "every item once and in order");
}

#[test]
fn there_is_room_to_write_in() {
    for page in pages(&checklist(40)) {
        let numbers = page.marks.iter().filter_map(|mark| match mark {
            Mark::Text { y, text, .. } if text.starts_with('#') => Some(*y),
            _ => None,
        });
        let numbers: Vec<f32> = numbers.collect();
        assert!(numbers.windows(2).all(|pair| pair[1] - pair[0] >= 46.0), "two lines of handwriting: {numbers:?}");
    }
}

#[test]
fn what_is_on_record_is_printed_and_the_rest_left_to_the_hand() {
    let mut form = form();
    form.fields[1].value = "1234".into();
    let flat: String = pages(&form).iter().flat_map(texts).collect();
    for text in ["■ はい", "□ わからない", "昨年：一部。", "記入者（職・氏名）", "記入日", "令和", "以上　30 項目"]
    {
        assert!(flat.contains(text), "{text} in {flat}");
    }
    assert_eq!(flat.matches('■').count(), 23 + 1, "23 answers, and the one that explains");
}

#[test]
fn a_remark_longer_than_a_page_is_printed_in_full() {
    let mut form = checklist(3);
    let FormRow::Item { cells, .. } = &mut form.rows[2] else { panic!("the third row is an item") };
    cells[5] = (1..=400).map(|n| format!("所見その{n}")).collect::<Vec<_>>().join("\n");
    let flat: String = pages(&form).iter().flat_map(texts).collect();
    assert!((1..=400).all(|n| flat.contains(&format!("所見その{n}"))));
    assert!(flat.contains("#2") && flat.contains("以上　3 項目"));
}

#[test]
fn a_form_without_rows_and_one_of_hostile_texts_can_be_printed() {
    for lang in [Lang::Ja, Lang::En] {
        let none = FormSheet { rows: Vec::new(), fields: Vec::new(), header: Vec::new(), ..form() };
        assert!(print(&none, lang).missing.is_empty());
    }
    let mut hostile = form();
    for (row, text) in hostile.rows.iter_mut().zip(HOSTILE.iter().cycle()) {
        if let FormRow::Item { cells, .. } = row {
            cells.fill((*text).to_owned());
        }
    }
    hostile.title = "\u{e000}".into();
    assert_eq!(print(&hostile, Lang::Ja).missing, ['\u{e000}'], "what the font lacks is told");
    hostile.columns.clear();
    let refused = pdf::form(&hostile, &Lang::Ja, &info(), &FontBytes::read().fonts());
    assert!(matches!(refused, Err(ReportError::Form { .. })));
}

#[test]
fn two_exports_are_equal_and_a_reader_finds_the_text_again() {
    let form = checklist(30);
    let first = print(&form, Lang::Ja);
    let again = std::thread::scope(|scope| scope.spawn(|| print(&form, Lang::Ja)).join().unwrap());
    assert!(first == again, "the same bytes, also from another thread");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("form.pdf");
    std::fs::write(&file, &first.bytes).unwrap();
    let output = Command::new("pdftotext").args(["-layout".as_ref(), file.as_os_str(), "-".as_ref()]).output();
    let output = output.unwrap_or_else(|error| panic!("pdftotext is needed for this test: {error}"));
    let text = String::from_utf8(output.stdout).unwrap();
    let text: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    for wanted in ["監査チェックリスト", "申請書の綴り", "□○□△", "章3節", "【機密性2】", "以上30項目"]
    {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
}

#[test]
fn a_large_checklist_is_small_enough() {
    let bytes = print(&checklist(520), Lang::Ja).bytes;
    assert!(bytes.len() <= 600_000, "{} bytes", bytes.len());
}

/// Writes the samples for looking at them: `KANSA_LOOK=<folder>`.
#[test]
fn look() {
    let Some(folder) = std::env::var_os("KANSA_LOOK") else { return };
    for (name, form, lang) in
        [("own", form(), Lang::Ja), ("own-en", form(), Lang::En), ("audit", checklist(60), Lang::Ja)]
    {
        std::fs::write(Path::new(&folder).join(format!("form-{name}.pdf")), print(&form, lang).bytes).unwrap();
    }
}
