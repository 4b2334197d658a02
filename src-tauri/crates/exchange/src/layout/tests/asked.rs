//! What looks like an answer and may be none: it is asked, never taken.

use super::*;
use crate::DiagnosticCode as C;

/// Place, item, text, why it is asked.
type Told = (String, String, String, Option<C>);

/// What would become of the answers, and the codes that were said.
fn asked(name: &str, rows: &[&[&str]]) -> (Vec<Told>, Vec<C>) {
    asked_of(sheet(name, rows))
}

fn asked_of(sheet: Sheet) -> (Vec<Told>, Vec<C>) {
    let known = Known { single: Some("kaikei".to_owned()), ..known() };
    let book = Workbook { name: "他.xlsx".to_owned(), sheets: vec![sheet], ..Workbook::default() };
    let found = layouts(&book, &BTreeMap::new(), &known.places);
    let chosen = found.into_iter().filter_map(|one| Some((one.sheet, one.layout?))).collect();
    let assigned = assign(&book, &chosen, &known);
    let mut all = Vec::new();
    for form in &assigned.forms {
        for row in &form.rows {
            for cell in row.cells.get("answer").into_iter().flatten().filter(|cell| !cell.text.is_empty()) {
                let why = row.doubt.or(cell.doubt);
                all.push((form.form_id.clone(), row.key.clone(), cell.text.clone(), why));
            }
        }
    }
    (all, assigned.diagnostics.iter().map(|said| said.code).collect())
}

fn told(all: &[Told]) -> Vec<(&str, &str, Option<C>)> {
    all.iter().map(|(_, item, text, why)| (item.as_str(), text.as_str(), *why)).collect()
}

#[test]
fn only_marks_choose_the_answer_above_them() {
    let (all, _) = asked(
        "点検票",
        &[
            &["番号", "点検項目", "はい", "いいえ", "該当なし"],
            &["1", Q[0], "○", "□", "☐"],
            &["2", Q[1], "確認中", "", ""],
            &["3", Q[2], "", "いいえ", ""],
        ],
    );
    assert_eq!(told(&all), [("k1", "はい", None), ("k2", "確認中", Some(C::MarkUnclear)), ("k3", "いいえ", None)]);
    let (all, _) =
        asked("点検票", &[&["番号", "点検項目", "はい", "いいえ"], &["1", Q[0], "いいえ", ""], &["2", Q[1], "", "レ"]]);
    assert_eq!(told(&all), [("k1", "いいえ", Some(C::MarkUnclear)), ("k2", "いいえ", None)]);
}

#[test]
fn a_choice_that_is_no_answer_here_says_its_own_words() {
    let one: &[&[&str]] =
        &[&["番号", "点検項目", "はい", "検討中", "いいえ"], &["1", Q[0], "○", "", ""], &["2", Q[1], "", "○", ""]];
    let two: &[&[&str]] = &[
        &["番号", "点検項目", "回答"],
        &["", "", "はい", "検討中", "いいえ"],
        &["1", Q[0], "○", "", ""],
        &["2", Q[1], "", "○", ""],
    ];
    let mut merged = sheet("点検票", two);
    merged.looks.merged.push(((0, 0), (2, 4)));
    for sheet in [sheet("点検票", one), merged] {
        let (all, _) = asked_of(sheet);
        assert_eq!(told(&all), [("k1", "はい", None), ("k2", "検討中", None)], "what it says is judged as a text");
    }
}

#[test]
fn a_column_of_marks_under_an_unknown_heading_is_asked_about() {
    for heading in ["無", "要改善", "課題あり", "対象"] {
        let (all, codes) =
            asked("点検票", &[&["番号", "点検項目", "", heading], &["1", Q[0], "", "○"], &["2", Q[1], "", "○"]]);
        assert!(all.iter().all(|(_, _, _, why)| *why == Some(C::ColumnGuessed)), "{heading} {all:?}");
        assert!(codes.contains(&C::ColumnGuessed), "{heading} {codes:?}");
    }
}

#[test]
fn two_columns_of_answers_are_both_asked_about() {
    for (one, other) in [("判定（R7）", "判定（R8）"), ("判定（自己点検）", "判定（監査）"), ("回答", "回答")]
    {
        let rows: &[&[&str]] = &[&["番号", "点検項目", one, other], &["1", Q[0], "○", "×"], &["2", Q[1], "○", ""]];
        let (all, codes) = asked("点検票", rows);
        assert_eq!(all.len(), 3, "{one} {all:?}");
        assert!(all.iter().all(|(_, _, _, why)| *why == Some(C::ColumnGuessed)), "{one} {all:?}");
        assert!(codes.contains(&C::ColumnGuessed));
    }
    // One of them holds words about the other.
    let rows: &[&[&str]] = &[
        &["番号", "点検項目", "実施状況", "判定"],
        &["1", Q[0], "毎月確かめている", "○"],
        &["2", Q[1], "台帳がない", "×"],
    ];
    assert_eq!(told(&asked("点検票", rows).0), [("k1", "○", None), ("k2", "×", None)]);
}

#[test]
fn choices_and_counts_of_several_departments_stay_theirs() {
    let rows: &[&[&str]] = &[
        &["番号", "点検項目", "会計課", "", "資格管理課", ""],
        &["", "", "はい", "いいえ", "はい", "いいえ"],
        &["1", Q[0], "○", "", "", "○"],
        &["2", Q[1], "", "○", "○", ""],
    ];
    let mut sheet = sheet("点検票", rows);
    sheet.looks.merged.extend([((0, 0), (2, 3)), ((0, 0), (4, 5))]);
    let (all, _) = asked_of(sheet);
    let whose: Vec<(&str, &str, &str)> = all.iter().map(|(a, b, c, _)| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(
        whose,
        [("kaikei", "k1", "はい"), ("kaikei", "k2", "いいえ"), ("shikaku", "k1", "いいえ"), ("shikaku", "k2", "はい")]
    );
}

#[test]
fn examples_are_no_answers() {
    for label in ["【記入例】", "（記入例）", "＜例＞", "例"] {
        let rows: &[&[&str]] =
            &[&["番号", "点検項目", "回答"], &[label], &["1", Q[0], "はい"], &["1", Q[0], ""], &["2", Q[1], "いいえ"]];
        let (all, codes) = asked("点検票", rows);
        assert!(codes.contains(&C::ExampleRow), "{label} {codes:?}");
        assert_eq!(told(&all), [("k1", "はい", Some(C::ExampleRow)), ("k2", "いいえ", None)], "{label}");
        let noted: &[&[&str]] =
            &[&["番号", "点検項目", "回答"], &[label], &["※ ○か×で答えてください。"], &["1", Q[0], "はい"]];
        assert_eq!(told(&asked("点検票", noted).0), [("k1", "はい", Some(C::ExampleRow))], "{label} above a note");
        let rows: &[&[&str]] = &[&["番号", "点検項目", "回答"], &[label, Q[0], "はい"], &["1", Q[0], "いいえ"]];
        assert_eq!(told(&asked("点検票", rows).0), [("k1", "いいえ", None)], "{label} beside the example");
    }
}

#[test]
fn an_item_that_stands_twice_is_asked_about() {
    let rows: &[&[&str]] =
        &[&["番号", "点検項目", "回答"], &["1", Q[0], ""], &["1", Q[0], "はい"], &["2", Q[1], "いいえ"]];
    let (all, codes) = asked("点検票", rows);
    assert_eq!(told(&all), [("k1", "はい", Some(C::RowTwice)), ("k2", "いいえ", None)]);
    assert_eq!(codes.iter().filter(|code| **code == C::RowTwice).count(), 1);
    let rows: &[&[&str]] =
        &[&["番号", "点検項目", "回答"], &["1", Q[0], "はい"], &["1", Q[0], "いいえ"], &["1", Q[0], "はい"]];
    let (all, _) = asked("点検票", rows);
    assert!(all.iter().all(|(_, _, _, why)| *why == Some(C::RowTwice)), "nor is the third of them: {all:?}");
}

#[test]
fn a_block_of_somebody_else_is_not_that_of_the_one_above() {
    let rows = |label: &'static [&'static str]| -> Vec<&'static [&'static str]> {
        vec![&["課名：会計課"], &["番号", "点検項目", "回答"], &["1", Q[0], "はい"], label, &["1", Q[0], "いいえ"]]
    };
    for label in [&["課名："][..], &["課名：", ""]] {
        let (all, codes) = asked("点検票", &rows(label));
        assert_eq!(told(&all), [("k1", "はい", None)], "{label:?}");
        assert!(codes.contains(&C::PlaceMissing), "{label:?} {codes:?}");
    }
    for label in [&["○ 資格管理課"][..], &["資格管理課"]] {
        let (all, _) = asked("点検票", &rows(label));
        let whose: Vec<&str> = all.iter().map(|(place, ..)| place.as_str()).collect();
        assert_eq!(whose, ["kaikei", "shikaku"], "{label:?}");
    }
    // Where the file is said to be from one, a name above a block is asked about.
    let (all, codes) = asked(
        "まとめ",
        &[&["番号", "点検項目", "回答"], &["会計課"], &["1", Q[0], "はい"], &["資格管理課"], &["2", Q[1], "いいえ"]],
    );
    assert_eq!(told(&all), [("k1", "はい", None)]);
    assert!(codes.contains(&C::PlaceUnsure), "{codes:?}");
}

#[test]
fn a_second_table_with_other_columns_is_not_read_by_the_first() {
    let rows: &[&[&str]] = &[
        &["番号", "点検項目", "回答", "備考"],
        &["1", Q[0], "はい", ""],
        &["番号", "点検項目", "前年度", "回答"],
        &["2", Q[1], "はい", "いいえ"],
    ];
    let (all, codes) = asked("点検票", rows);
    assert_eq!(told(&all), [("k1", "はい", None)]);
    assert!(codes.contains(&C::TableEnds), "{codes:?}");
}
