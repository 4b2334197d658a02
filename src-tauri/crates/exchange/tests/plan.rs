//! What taking a returned form over would do, case by case.

#![allow(clippy::unwrap_used, reason = "what a test cannot set up fails the test")]

mod common;

use common::{FIRST_ITEM, Grid, expected, grid, key, planned, question, recognised, workbook};
use domain::form::MARK;
use exchange::{DiagnosticCode as Code, ImportPlan, PlanRow, PlanStatus as Status, plan, recognise};

const VERDICT: usize = 3;
const NOTE: usize = 4;
const DUE: usize = 5;

fn row<'a>(plan: &'a ImportPlan, key: &str, column: &str) -> &'a PlanRow {
    plan.rows
        .iter()
        .find(|row| row.key == key && row.column == column)
        .unwrap_or_else(|| panic!("{key} {column} {plan:#?}"))
}

fn codes(plan: &ImportPlan) -> Vec<Code> {
    for diagnostic in &plan.diagnostics {
        for lang in i18n::Lang::ALL {
            let text = diagnostic.text(*lang);
            assert!(!text.contains('⟦') && !text.contains("{$"), "{:?}: {text}", diagnostic.code);
        }
    }
    plan.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

/// The status, value and matter of the first item when `column` comes back as `found`.
fn check(column: usize, sent: &str, now: &str, found: &str) -> (Status, Option<String>, Option<Code>) {
    let mut expected = expected("f1", 2);
    let name = common::COLUMNS[column - 1].0;
    let cell = exchange::ExpectedCell { sent: sent.to_owned(), now: now.to_owned() };
    expected.rows.get_mut(&key(1)).unwrap().insert(name.into(), cell);
    let mut grid = grid("f1", 2);
    grid[FIRST_ITEM][column] = found.to_owned();
    let plan = planned(&grid, &expected);
    codes(&plan);
    match plan.rows.iter().find(|row| row.key == key(1) && row.column == name) {
        Some(row) => (row.status, row.value.clone(), row.code),
        None => (Status::Unanswered, None, None),
    }
}

#[test]
fn three_values_decide_what_an_answer_does() {
    use Status as S;
    type Case = (&'static str, &'static str, &'static str, Status, Option<&'static str>, Option<Code>);
    let cases: &[Case] = &[
        // sent, now, found
        ("", "", "○", S::New, Some("conforming"), None),
        ("", "unverified", "×", S::New, Some("nonconforming"), None),
        ("conforming", "conforming", "×", S::Changed, Some("nonconforming"), None),
        ("conforming", "conforming", "○", S::Same, Some("conforming"), None),
        ("conforming", "partial", "○", S::Same, Some("conforming"), None),
        ("", "partial", "△", S::Same, Some("partial"), None),
        ("conforming", "partial", "×", S::Conflict, Some("nonconforming"), Some(Code::Conflict)),
        ("", "partial", "×", S::Conflict, Some("nonconforming"), Some(Code::Conflict)),
        ("", "", "", S::Unanswered, None, None),
        ("", "", "　", S::Unanswered, None, None),
        ("", "", "未確認", S::Unanswered, None, None),
        ("", "conforming", "", S::Same, None, None),
        ("conforming", "conforming", "", S::Query, None, Some(Code::Cleared)),
        ("conforming", "conforming", "未確認", S::Query, None, Some(Code::Cleared)),
        ("conforming", "", "", S::Same, None, None),
        ("", "", "◎", S::Query, None, Some(Code::MarkUnclear)),
        ("", "", "－", S::Query, None, Some(Code::Dash)),
        ("", "", "昨年同様", S::Query, None, Some(Code::Deferred)),
        ("", "", "今回対象外", S::Query, None, Some(Code::OutOfScope)),
        ("", "", "たぶん", S::Query, None, Some(Code::NotAnAnswer)),
    ];
    for (sent, now, found, status, value, code) in cases {
        let is = check(VERDICT, sent, now, found);
        assert_eq!(is, (*status, value.map(str::to_owned), *code), "sent {sent:?} now {now:?} found {found:?}");
    }
}

#[test]
fn texts_are_taken_as_they_stand() {
    let long = "あ".repeat(21);
    let fits = "あ".repeat(20);
    let cases: &[(&str, Status, Option<&str>, Option<Code>)] = &[
        ("①㈱サ−ビス", Status::New, Some("①㈱サ−ビス"), None),
        (" 一行目\n二行目 ", Status::New, Some("一行目\n二行目"), None),
        ("=1+1", Status::New, Some("=1+1"), None),
        ("昨年同様", Status::New, Some("昨年同様"), None),
        (&fits, Status::New, Some(&fits), None),
        (&long, Status::Error, None, Some(Code::TooLong)),
        ("〃", Status::Query, None, Some(Code::Ditto)),
        ("同上。", Status::Query, None, Some(Code::Ditto)),
    ];
    for (found, status, value, code) in cases {
        assert_eq!(check(NOTE, "", "", found), (*status, value.map(str::to_owned), *code), "{found:?}");
    }
}

#[test]
fn dates_are_read_strictly() {
    let cases: &[(&str, Status, Option<&str>, Option<Code>)] = &[
        ("R9.3.31", Status::New, Some("2027-03-31"), None),
        ("令和９年３月３１日", Status::New, Some("2027-03-31"), None),
        ("9.3.31", Status::Query, None, Some(Code::DateUnclear)),
        ("平成39年3月31日", Status::Query, None, Some(Code::DateUnclear)),
        ("3月末", Status::Query, None, Some(Code::DateUnreadable)),
        ("", Status::Unanswered, None, None),
    ];
    for (found, status, value, code) in cases {
        assert_eq!(check(DUE, "", "", found), (*status, value.map(str::to_owned), *code), "{found:?}");
    }
}

#[test]
fn a_copied_row_or_column_is_asked_about_unless_both_say_the_same() {
    for (first, second, status, code) in [
        ("○", "○", Status::New, None),
        ("○", "適合", Status::New, None),
        ("○", "", Status::New, None),
        ("", "○", Status::New, None),
        ("○", "×", Status::Query, Some(Code::TwoValues)),
        ("×", "－", Status::Query, Some(Code::TwoValues)),
    ] {
        let mut rows = grid("f1", 2);
        rows[FIRST_ITEM][VERDICT] = first.to_owned();
        let mut copy = rows[FIRST_ITEM].clone();
        copy[VERDICT] = second.to_owned();
        rows.insert(FIRST_ITEM + 2, copy);
        let mut columns = grid("f1", 2);
        for (n, row) in columns.iter_mut().enumerate() {
            row[VERDICT] = if n == FIRST_ITEM { first.to_owned() } else { row[VERDICT].clone() };
            let copy = if n == FIRST_ITEM { second.to_owned() } else { row[VERDICT].clone() };
            row.insert(VERDICT + 1, copy);
        }
        for grid in [rows, columns] {
            let plan = planned(&grid, &expected("f1", 2));
            codes(&plan);
            let row = row(&plan, &key(1), "verdict");
            assert_eq!((row.status, row.code), (status, code), "{first:?} {second:?}");
            assert_eq!(plan.rows.iter().filter(|row| row.key == key(1) && row.column == "verdict").count(), 1);
        }
    }
}

#[test]
fn what_is_missing_added_or_unknown_is_said_and_never_taken() {
    let mut changed = grid("f1", 4);
    changed[FIRST_ITEM][VERDICT] = "○".to_owned();
    changed.remove(FIRST_ITEM + 3);
    changed[FIRST_ITEM + 2][0] = "hyogo:9.9.9-1".to_owned();
    changed[FIRST_ITEM + 2][2] = "送っていない問い".to_owned();
    changed[FIRST_ITEM + 2][VERDICT] = "×".to_owned();
    changed.insert(FIRST_ITEM + 1, ["", "", "足した問い", "○", "", ""].map(str::to_owned).to_vec());
    let plan = planned(&changed, &expected("f1", 4));
    assert_eq!(plan.missing, [key(3), key(4)]);
    let codes = codes(&plan);
    for code in [Code::RowsMissing, Code::RowAdded, Code::RowUnknown] {
        assert!(codes.contains(&code), "{code:?} in {codes:?}");
    }
    assert_eq!(plan.count(Status::New), 1);
    assert_eq!(plan.count(Status::Unknown), 1);
}

#[test]
fn a_row_whose_text_no_longer_fits_its_mark_is_asked_about() {
    let mut changed = grid("f1", 3);
    changed[FIRST_ITEM][2] = "まったく別の問い".to_owned();
    changed[FIRST_ITEM][VERDICT] = "○".to_owned();
    let plan = planned(&changed, &expected("f1", 3));
    assert_eq!(row(&plan, &key(1), "verdict").status, Status::Query);
    assert_eq!(row(&plan, &key(1), "verdict").value, None);
    assert!(codes(&plan).contains(&Code::RowUnsure));
    let mut same = grid("f1", 3);
    same[FIRST_ITEM][2] = format!("　{}", question(1));
    same[FIRST_ITEM][VERDICT] = "○".to_owned();
    assert_eq!(
        row(&planned(&same, &expected("f1", 3)), &key(1), "verdict").status,
        Status::New,
        "padding is no change"
    );
}

#[test]
fn a_column_that_is_gone_answers_nothing() {
    let mut cut = grid("f1", 2);
    for row in &mut cut {
        row.remove(VERDICT);
    }
    let plan = planned(&cut, &expected("f1", 2));
    assert!(codes(&plan).contains(&Code::ColumnMissing));
    assert!(plan.rows.iter().all(|row| row.column != "verdict"));
}

#[test]
fn fields_above_the_table_are_answers_too() {
    let mut filled = grid("f1", 2);
    filled[5][3] = "山田 花子".to_owned();
    let plan = planned(&filled, &expected("f1", 2));
    let field = row(&plan, "field:person", exchange::FIELD_COLUMN);
    assert_eq!((field.status, field.value.as_deref()), (Status::New, Some("山田 花子")));
    assert_eq!(field.cell, "D6");
}

#[test]
fn the_wrong_form_and_another_edition_are_noticed() {
    let filled = grid("f1", 2);
    let wrong = planned(&filled, &expected("f2", 2));
    assert_eq!(codes(&wrong), [Code::WrongForm]);
    assert!(wrong.rows.is_empty());
    let mut other = expected("f1", 2);
    other.edition = "another".to_owned();
    assert!(codes(&planned(&filled, &other)).contains(&Code::EditionDiffers));
}

#[test]
fn the_workbook_as_a_whole_is_judged() {
    let whole = |sheets: &[(&str, &Grid)], index: &[&str]| {
        let found = recognise(&workbook(sheets, index));
        let codes: Vec<Code> = found.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        (found.forms.len(), codes)
    };
    let form = grid("f1", 2);
    let other = grid("f2", 2);
    let memo = vec![vec!["覚え書き".to_owned()]];
    let mut damaged = grid("f1", 2);
    damaged[2][0].clear();
    let mut twice = form.clone();
    twice.push(vec![String::new(), MARK.to_owned()]);
    assert_eq!(whole(&[("x", &form)], &["f1"]), (1, vec![]));
    assert_eq!(whole(&[("x", &form), ("y", &memo)], &["f1"]), (1, vec![Code::SheetNotOurs]));
    assert_eq!(whole(&[("x", &form)], &["f1", "f2"]), (1, vec![Code::SheetMissing]));
    assert_eq!(whole(&[("x", &form), ("y", &form)], &["f1"]), (2, vec![Code::FormTwice]));
    assert_eq!(whole(&[("x", &form), ("y", &other)], &["f1", "f2"]), (2, vec![]));
    assert_eq!(whole(&[("x", &memo)], &[]), (0, vec![Code::NoForm]));
    assert_eq!(whole(&[("x", &damaged)], &[]), (0, vec![Code::MarksDamaged]));
    let said = recognised(&twice).forms[0].diagnostics.clone();
    assert!(said.iter().any(|diagnostic| diagnostic.code == Code::MarkTwice));
}

#[test]
fn errors_in_cells_are_errors_and_never_blanks() {
    use exchange::CellKind;
    let mut form = recognised(&grid("f1", 2)).forms.remove(0);
    for (kind, text, column, code) in [
        (CellKind::Error, "#REF!", "verdict", Code::CellError),
        (CellKind::NoValue, "", "verdict", Code::NoValue),
        (CellKind::Error, "#N/A", "note", Code::CellError),
        (CellKind::NoValue, "", "note", Code::NoValue),
    ] {
        let cell = &mut form.rows[0].cells.get_mut(column).unwrap()[0];
        (cell.kind, cell.text) = (kind, text.to_owned());
        let plan = plan(&form, &expected("f1", 2));
        codes(&plan);
        let row = row(&plan, &key(1), column);
        assert_eq!((row.status, row.code), (Status::Error, Some(code)));
    }
}

#[test]
fn characters_that_may_not_show_are_named() {
    let mut odd = grid("f1", 2);
    odd[FIRST_ITEM][NOTE] = "葛\u{e0100}城\u{e000}".to_owned();
    let plan = planned(&odd, &expected("f1", 2));
    assert!(codes(&plan).contains(&Code::UnusualCharacters));
    assert_eq!(row(&plan, &key(1), "note").value.as_deref(), Some("葛\u{e0100}城\u{e000}"), "they are kept");
    let mut form = recognised(&grid("f1", 2)).forms.remove(0);
    form.rows[0].cells.get_mut("note").unwrap()[0].text = "a\u{7}b".to_owned();
    let plan = exchange::plan(&form, &expected("f1", 2));
    assert!(codes(&plan).contains(&Code::ControlCharacters));
    assert_eq!(row(&plan, &key(1), "note").value.as_deref(), Some("ab"));
}
