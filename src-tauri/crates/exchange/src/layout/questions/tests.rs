use super::*;
use crate::layout::question_layouts;

fn cell(row: u32, column: u32, text: &str) -> Cell {
    Cell { row, column, text: text.to_owned(), kind: CellKind::Text }
}

fn sheet(rows: &[&[&str]]) -> Sheet {
    let cells = (0..).zip(rows).flat_map(|(row, texts)| {
        (0..).zip(texts.iter()).filter(|(_, text)| !text.is_empty()).map(move |(column, text)| cell(row, column, text))
    });
    Sheet::new("点検表".to_owned(), true, cells.collect())
}

fn read(sheet: Sheet) -> (Vec<ColumnUse>, Vec<QuestionRow>) {
    let book = Workbook { name: "昨年.xlsx".to_owned(), sheets: vec![sheet], ..Workbook::default() };
    let layouts: BTreeMap<String, Layout> = question_layouts(&book, &BTreeMap::new())
        .into_iter()
        .filter_map(|one| Some((one.sheet, one.layout?)))
        .collect();
    let holds = layouts.values().flat_map(|layout| layout.columns.iter().map(|column| column.holds)).collect();
    (holds, questions(&book, &layouts, 100))
}

fn short(rows: &[QuestionRow]) -> Vec<(&str, QuestionKind, &str, ClauseFrom)> {
    rows.iter().map(|row| (row.cell.as_str(), row.kind, row.clause.text.as_str(), row.clause_from)).collect()
}

use ClauseFrom as F;
use ColumnUse as U;
use QuestionKind as K;

#[test]
fn a_checklist_of_last_year_with_its_answers() {
    let (holds, rows) = read(sheet(&[
        &["様式第4号"],
        &["令和7年度　情報セキュリティ点検表"],
        &["No.", "根拠条項", "点検項目", "監査資料の例", "判定", "留意事項"],
        &["第6条 物理的セキュリティ"],
        &["1", "6.4.2", "端末を固定しているか。", "台帳", "○", "昨年×"],
        &["2", "〃", "注意喚起をしているか", "", "×", ""],
        &["3", "", "画面をロックしていること。", "", "", ""],
        &["No.", "根拠条項", "点検項目", "監査資料の例", "判定", "留意事項"],
        &["※ 判定は○×で記入"],
        &["記入例", "", "鍵をかけているか。"],
        &["小計", "", "3"],
        &["4", "7.1", "", "", "○"],
    ]));
    assert_eq!(holds, [U::Number, U::Clause, U::Question, U::LookAt, U::Ignored, U::Note]);
    assert_eq!(
        short(&rows),
        [
            ("A4", K::Section, "", F::Nowhere),
            ("C5", K::Question, "6.4.2", F::Own),
            ("C6", K::Question, "6.4.2", F::Ditto),
            ("C7", K::Question, "6.4.2", F::Above),
            ("C8", K::Heading, "", F::Nowhere),
            ("A9", K::Note, "", F::Nowhere),
            ("C10", K::Example, "6.4.2", F::Above),
            ("C11", K::Total, "", F::Nowhere),
            ("A12", K::Empty, "7.1", F::Own),
        ]
    );
    assert_eq!(rows[1].cells[&U::Note].text, "昨年×");
    assert_eq!(rows[1].cells[&U::LookAt].text, "台帳");
}

#[test]
fn titles_between_the_rows_say_the_clause_where_no_column_does() {
    let (holds, rows) = read(sheet(&[
        &["番号", "項目", "内容"],
        &["第6章　物理的対策"],
        &["(1)", "端末", "端末をワイヤーで固定しているか。"],
        &["(2)", "離席", "離席時に画面をロックしているか。"],
        &["第7章　人的対策"],
        &["(1)", "研修", "研修を毎年受けているか。"],
    ]));
    assert_eq!(holds, [U::Number, U::Clause, U::Question], "the shorter one says what it is about");
    assert_eq!(rows[1].clause.text, "端末");
    let (holds, rows) = read(sheet(&[
        &["番号", "内容"],
        &["第6章　物理的対策"],
        &["(1)", "端末をワイヤーで固定しているか。"],
        &["", "人的対策"],
        &["(1)", "研修を毎年受けているか。"],
    ]));
    assert_eq!(holds, [U::Number, U::Question]);
    assert_eq!(
        short(&rows),
        [
            ("A2", K::Section, "", F::Nowhere),
            ("B3", K::Question, "第6章　物理的対策", F::Section),
            ("B4", K::Section, "", F::Nowhere),
            ("B5", K::Question, "人的対策", F::Section),
        ]
    );
}

#[test]
fn merged_hidden_struck_and_broken_cells_are_told_apart() {
    let mut one = sheet(&[
        &["条項", "点検項目", "重要度"],
        &["6.4", "端末を固定しているか。", "高"],
        &["", "画面をロックしているか。", ""],
        &["", "隠れた問いか。", ""],
        &["6.5", "一部を消した問いか。", ""],
        &["6.6", "", ""],
    ]);
    let mut cells = one.take_cells();
    cells.push(Cell { row: 5, column: 1, text: "#REF!".into(), kind: CellKind::Error });
    cells.push(Cell { row: 8, column: 0, text: "2026-06-04".into(), kind: CellKind::Date });
    cells.push(cell(8, 1, "日付になった条項か。"));
    one = Sheet::new("点検表".into(), true, cells);
    one.looks.merged.push(((1, 3), (0, 0)));
    one.looks.hidden_rows.push((3, 3));
    one.looks.struck.insert((4, 1), "の古い文".into());
    one.looks.struck.insert((6, 1), "消した問いか。".into());
    let (holds, rows) = read(one);
    assert_eq!(holds, [U::Clause, U::Question, U::Weight]);
    assert_eq!(
        short(&rows),
        [
            ("B2", K::Question, "6.4", F::Own),
            ("B3", K::Question, "6.4", F::Merged),
            ("B4", K::Hidden, "6.4", F::Merged),
            ("B5", K::Question, "6.5", F::Own),
            ("B6", K::Broken, "6.6", F::Own),
            ("B7", K::Struck, "6.6", F::Above),
            ("B9", K::Question, "2026-06-04", F::Own),
        ]
    );
    assert!(rows[3].partly_struck && !rows[0].partly_struck);
    assert_eq!(rows[5].text, "消した問いか。");
    assert_eq!(rows[6].clause.shown, ["6-4"], "what it was before Excel took it for a date");
}

#[test]
fn questions_without_headings_that_are_known_are_found_by_their_words() {
    let (holds, rows) =
        read(sheet(&[&["章", "きくこと"], &["物理", "端末を固定していますか？"], &["", "鍵をかけていますか"]]));
    assert_eq!(holds, [U::Clause, U::Question]);
    assert_eq!(short(&rows), [("B2", K::Question, "物理", F::Own), ("B3", K::Question, "物理", F::Above)]);
    for rows in [&[&["課名", "氏名"][..], &["総務課", "高橋"]][..], &[&["回答にあたっての注意"]], &[]]
    {
        assert_eq!(read(sheet(rows)), (Vec::new(), Vec::new()), "{rows:?}");
    }
}

#[test]
fn no_more_rows_are_read_than_are_wanted() {
    let mut cells = vec![cell(0, 0, "番号"), cell(0, 1, "点検項目")];
    cells.extend((1..500).flat_map(|row| [cell(row, 0, "1"), cell(row, 1, "端末を固定しているか。")]));
    assert_eq!(read(Sheet::new("長い表".into(), true, cells)).1.len(), 100);
}
