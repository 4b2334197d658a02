mod asked;

use super::*;
use crate::workbook::{Cell, CellKind};

fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
    let cells = (0..).zip(rows).flat_map(|(row, texts)| {
        (0..).zip(texts.iter()).filter(|(_, text)| !text.is_empty()).map(move |(column, text)| Cell {
            row,
            column,
            text: (*text).to_owned(),
            kind: CellKind::Text,
        })
    });
    Sheet::new(name.to_owned(), true, cells.collect())
}

fn places() -> Vec<Nameable<String>> {
    let place = |key: &str, name: &str, former: &[&str]| Nameable {
        key: key.to_owned(),
        name: name.to_owned(),
        former: former.iter().map(|name| (*name).to_owned()).collect(),
    };
    vec![place("soumu", "総務課", &["庶務課"]), place("kaikei", "会計課", &[]), place("shikaku", "資格管理課", &[])]
}

fn known() -> Known {
    let item = |n: usize, question: &str| KnownItem {
        key: format!("k{n}"),
        number: format!("1-{n}"),
        question: question.to_owned(),
    };
    Known {
        template: "self".to_owned(),
        edition: "e".to_owned(),
        items: vec![
            item(1, "端末をワイヤーで固定しているか。"),
            item(2, "パスワードを他人に教えていないか。"),
            item(3, "離席時に画面をロックしているか。"),
        ],
        places: places(),
        aliases: BTreeMap::new(),
        single: None,
        notes: "basis".to_owned(),
    }
}

/// The answers by place and item, and the codes that were said.
fn read(sheets: Vec<Sheet>, known: &Known) -> (Vec<(String, String, String)>, Vec<crate::DiagnosticCode>) {
    let book = Workbook { name: "他.xlsx".to_owned(), sheets, ..Workbook::default() };
    let found = layouts(&book, &BTreeMap::new(), &known.places);
    let chosen = found.into_iter().filter_map(|one| Some((one.sheet, one.layout?))).collect();
    let assigned = assign(&book, &chosen, known);
    let answers = assigned.forms.iter().flat_map(|form| {
        form.rows.iter().map(|row| {
            let answer = row.cells.get("answer").and_then(|cells| cells.first());
            let text = answer.map(|cell| cell.text.clone()).unwrap_or_default();
            (form.form_id.clone(), row.key.clone(), text)
        })
    });
    (answers.collect(), assigned.diagnostics.iter().map(|said| said.code).collect())
}

fn triples(all: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    all.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect()
}

const Q: [&str; 3] =
    ["端末をワイヤーで固定しているか。", "パスワードを他人に教えていないか。", "離席時に画面をロックしているか。"];

#[test]
fn a_list_below_a_title_is_that_of_the_file() {
    let rows: &[&[&str]] = &[
        &["様式第2号", "", "", "令和8年11月"],
        &["情報セキュリティ自己点検表"],
        &["番号", "点検項目", "判定", "備考", "前回の回答"],
        &["例", "記入例です", "○", "", ""],
        &["1", "物理的対策"],
        &["1-1", Q[0], "○", "", "×"],
        &["1-3", Q[1], "×", "改善中", "○"],
        &["※", "○か×で答えてください。"],
        &["番号", "点検項目", "判定", "備考", "前回の回答"],
        &["1-2", "離席のとき画面をロックしているか。", "△", "", ""],
        &["9-9", "知らない問い", "○", "", ""],
    ];
    let mut own = known();
    let (answers, codes) = read(vec![sheet("Sheet1", rows)], &own);
    assert_eq!(answers, []);
    use crate::DiagnosticCode as C;
    assert!(codes.contains(&C::PlaceMissing), "{codes:?}");
    own.single = Some("soumu".to_owned());
    let (answers, codes) = read(vec![sheet("Sheet1", rows)], &own);
    assert_eq!(answers, triples(&[("soumu", "k1", "○"), ("soumu", "k2", "×"), ("soumu", "k3", "△")]));
    for code in [C::ColumnUnknown, C::RowsSkipped, C::Renumbered, C::RowUnknown] {
        assert!(codes.contains(&code), "{code:?} in {codes:?}");
    }
}

#[test]
fn a_matrix_has_a_column_for_each() {
    let rows: &[&[&str]] = &[
        &["", "", "回答", "", ""],
        &["No.", "確認事項", "総務課", "会計課", "庶務係"],
        &["1-1", Q[0], "○", "×", "○"],
        &["1-2", Q[1], "△", "", "○"],
    ];
    let mut one = sheet("一覧", rows);
    one.looks.merged.push(((0, 0), (2, 4)));
    let (answers, codes) = read(vec![one], &known());
    let expected = [("soumu", "k1", "○"), ("kaikei", "k1", "×"), ("soumu", "k2", "△"), ("kaikei", "k2", "")];
    let mut expected = triples(&expected);
    let mut answers = answers;
    expected.sort();
    answers.sort();
    assert_eq!(answers, expected);
    assert!(codes.contains(&crate::DiagnosticCode::PlaceUnknown), "{codes:?}");
}

#[test]
fn one_sheet_for_each_and_one_row_for_each() {
    let table: &[&[&str]] = &[&["番号", "質問", "回答"], &["1-1", Q[0], "はい"]];
    let (answers, codes) = read(vec![sheet("総務課", table), sheet("会計課", table), sheet("庶務課", table)], &known());
    assert_eq!(answers, triples(&[("soumu", "k1", "はい"), ("kaikei", "k1", "はい")]));
    assert_eq!(codes, [crate::DiagnosticCode::PlaceUnsure], "a former name is asked about");
    let rows: &[&[&str]] =
        &[&["課名", "質問", "回答"], &["総務課", Q[0], "はい"], &["会計課", Q[0], "いいえ"], &["", Q[1], "はい"]];
    let (answers, codes) = read(vec![sheet("全課", rows)], &known());
    assert_eq!(answers, triples(&[("soumu", "k1", "はい"), ("kaikei", "k1", "いいえ")]));
    assert_eq!(codes, [crate::DiagnosticCode::PlaceMissing]);
}

#[test]
fn numbers_of_answers_are_counted_and_numbers_alone_are_asked_about() {
    let rows: &[&[&str]] = &[
        &["番号", "質問", "はい", "いいえ", "該当なし"],
        &["1-1", Q[0], "12", "３人", ""],
        &["1-2", Q[1], "約10", "0", "1"],
    ];
    let book = Workbook { name: "a".to_owned(), sheets: vec![sheet("総務課", rows)], ..Workbook::default() };
    let own = known();
    let found = layouts(&book, &BTreeMap::new(), &own.places);
    let layout = found[0].layout.clone().unwrap_or_else(|| panic!("a table"));
    let assigned = assign(&book, &BTreeMap::from([("総務課".to_owned(), layout)]), &own);
    let counts: Vec<_> =
        assigned.counts.iter().map(|one| (one.item.as_str(), one.answer.as_str(), one.count)).collect();
    let expected = [
        ("k1", "yes", Some(12)),
        ("k1", "no", Some(3)),
        ("k2", "yes", None),
        ("k2", "no", Some(0)),
        ("k2", "not_applicable", Some(1)),
    ];
    assert_eq!(counts, expected, "what is not clear is not passed over");
    assert_eq!(assigned.diagnostics[0].code, crate::DiagnosticCode::CountUnclear);

    let rows: &[&[&str]] = &[&["番号", "回答"], &["1-1", "○"], &["1-2", "×"]];
    let (answers, codes) = read(vec![sheet("総務課", rows)], &own);
    assert_eq!(answers.len(), 2);
    assert_eq!(codes, [crate::DiagnosticCode::NumberOnly]);
}

#[test]
fn a_saved_layout_is_known_again_where_columns_were_inserted() {
    let rows: &[&[&str]] = &[&["番号", "質問", "回答", "備考"], &["1-1", Q[0], "○", ""]];
    let layout = guess::guess(&sheet("a", rows), &places()).unwrap_or_else(|| panic!("a table"));
    let moved: &[&[&str]] = &[&["題"], &[], &["メモ", "番号", "回　答", "質問", "備考"], &["", "1-1", "○", Q[0], ""]];
    let book = Workbook { name: "b".to_owned(), sheets: vec![sheet("b", moved)], ..Workbook::default() };
    let found = layouts(&book, &BTreeMap::from([("毎年".to_owned(), layout.clone())]), &places());
    assert_eq!(found[0].saved.as_deref(), Some("毎年"));
    let again = found[0].layout.clone().unwrap_or_else(|| panic!("known again"));
    let columns: Vec<_> = again.columns.iter().map(|column| (column.column, column.holds)).collect();
    assert_eq!(
        columns,
        [(1, ColumnUse::Number), (2, ColumnUse::Answer), (3, ColumnUse::Question), (4, ColumnUse::Note)]
    );
    assert_eq!((again.first, again.last), (2, 2));
    let less: &[&[&str]] = &[&["番号", "質問", "回答"], &["1-1", Q[0], "○"]];
    assert_eq!(layout.found_in(&sheet("c", less)), None, "a column that was read is gone");
}

#[test]
fn a_line_above_the_table_says_whose_it_is() {
    let rows: &[&[&str]] = &[
        &["様式第2号", "", "令和8年11月21日"],
        &["課　名：", "総務課", "記入者", "高橋"],
        &["番号", "質問", "回答"],
        &["1-1", Q[0], "はい"],
        &["所属：会計課"],
        &["番号", "質問", "回答"],
        &["1-1", Q[0], "いいえ"],
        &["課名", "知らない課"],
        &["1-1", Q[0], "はい"],
    ];
    let (answers, codes) = read(vec![sheet("Sheet1", rows)], &known());
    assert_eq!(answers, triples(&[("soumu", "k1", "はい"), ("kaikei", "k1", "いいえ")]));
    use crate::DiagnosticCode as C;
    assert_eq!(codes, [C::PlaceUnknown, C::RowsSkipped]);
}

#[test]
fn a_merged_department_speaks_for_its_rows_and_a_hidden_column_for_nobody() {
    let rows: &[&[&str]] = &[
        &["課名", "質問", "回答", "備考"],
        &["総務課", Q[0], "はい", "内緒"],
        &["", Q[1], "いいえ", ""],
        &["会計課", Q[0], "はい", ""],
    ];
    let mut one = sheet("全課", rows);
    one.looks.merged.push(((1, 2), (0, 0)));
    one.looks.hidden_columns.push((3, 3));
    let layout = guess::guess(&one, &places()).unwrap_or_else(|| panic!("a table"));
    assert_eq!(layout.columns[3].holds, ColumnUse::Ignored);
    let (answers, _) = read(vec![one], &known());
    assert_eq!(answers, triples(&[("soumu", "k1", "はい"), ("soumu", "k2", "いいえ"), ("kaikei", "k1", "はい")]));
}

#[test]
fn a_question_of_ours_that_begins_like_a_note_is_a_question() {
    let mut own = known();
    own.items[1].question = "注意喚起を毎月しているか。".to_owned();
    own.single = Some("soumu".to_owned());
    let rows: &[&[&str]] =
        &[&["点検項目", "回答"], &["注意喚起を毎月しているか。", "○"], &["注意 必ず記入すること", "例"], &[Q[0], "×"]];
    let (answers, codes) = read(vec![sheet("Sheet1", rows)], &own);
    assert_eq!(answers, triples(&[("soumu", "k2", "○"), ("soumu", "k1", "×")]));
    assert_eq!(codes, [crate::DiagnosticCode::RowsSkipped]);
}

#[test]
fn a_layout_that_was_corrected_beyond_reason_reads_nothing() {
    let rows: &[&[&str]] = &[&["番号", "質問", "回答"], &["1-1", Q[0], "はい"]];
    let mut layout = guess::guess(&sheet("総務課", rows), &places()).unwrap_or_else(|| panic!("a table"));
    (layout.first, layout.last) = (0, u32::MAX);
    assert_eq!(layout.found_in(&sheet("総務課", rows)), None);
    let book = Workbook { name: "a".to_owned(), sheets: vec![sheet("総務課", rows)], ..Workbook::default() };
    let assigned = assign(&book, &BTreeMap::from([("総務課".to_owned(), layout)]), &known());
    assert!(assigned.forms.is_empty());
}

#[test]
fn what_is_no_table_of_questions_has_no_layout() {
    let cases: &[&[&[&str]]] = &[
        &[&["回答にあたっての注意"], &["各課で記入してください。"]],
        &[&["課名", "氏名"], &["総務課", "高橋"]],
        &[&["番号"], &["1"]],
        &[],
    ];
    for rows in cases {
        assert_eq!(guess::guess(&sheet("a", rows), &places()), None, "{rows:?}");
    }
}

#[test]
fn a_mark_under_one_of_the_answers_is_that_answer() {
    let sheet = sheet(
        "点検",
        &[
            &["番号", "質問", "はい", "いいえ", "該当なし"],
            &["1", "端末をワイヤーで固定しているか。", "○", "", ""],
            &["2", "パスワードを他人に教えていないか。", "", "レ", "－"],
            &["3", "離席時に画面をロックしているか。", "", "", ""],
        ],
    );
    let known = Known { single: Some("soumu".to_owned()), ..known() };
    let (answers, said) = read(vec![sheet], &known);
    let given: Vec<&str> = answers.iter().map(|(_, _, answer)| answer.as_str()).collect();
    assert_eq!(given, ["はい", "いいえ", ""], "{said:?}");
}

#[test]
fn two_marks_or_a_cross_alone_are_asked_about() {
    let table = sheet(
        "点検",
        &[
            &["番号", "質問", "はい", "いいえ"],
            &["1", "端末をワイヤーで固定しているか。", "○", "○"],
            &["2", "パスワードを他人に教えていないか。", "", "×"],
        ],
    );
    let known = Known { single: Some("soumu".to_owned()), ..known() };
    let book = Workbook { name: "他.xlsx".to_owned(), sheets: vec![table], ..Workbook::default() };
    let found = layouts(&book, &BTreeMap::new(), &known.places);
    let chosen = found.into_iter().filter_map(|one| Some((one.sheet, one.layout?))).collect();
    let form = assign(&book, &chosen, &known).forms.remove(0);
    assert_eq!(form.rows[0].cells["answer"].len(), 2, "both stand there, and a person says which");
    let crossed = &form.rows[1].cells["answer"][0];
    assert_eq!((crossed.text.as_str(), crossed.doubt), ("いいえ", Some(crate::DiagnosticCode::MarkUnclear)));
}
