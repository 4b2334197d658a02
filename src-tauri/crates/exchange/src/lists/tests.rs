use super::*;

/// A sheet of these rows; empty texts are no cells.
fn sheet(rows: &[&[&str]]) -> Sheet {
    let cells = (0..).zip(rows).flat_map(|(row, texts)| {
        (0..).zip(texts.iter()).filter(|(_, text)| !text.is_empty()).map(move |(column, text)| Cell {
            row,
            column,
            text: (*text).to_owned(),
            kind: if text.starts_with("#REF") { CellKind::Error } else { CellKind::Text },
        })
    });
    Sheet::new("一覧".to_owned(), true, cells.collect())
}

fn read(rows: &[&[&str]]) -> ListSheet {
    list(&sheet(rows), &Looks::default()).unwrap_or_else(|| panic!("it is a list"))
}

fn texts(list: &ListSheet, heading: Heading) -> Vec<&str> {
    list.rows.iter().map(|row| row.cells.get(&heading).map_or("", |cell| cell.text.as_str())).collect()
}

#[test]
fn the_headings_are_found_below_title_and_form_number() {
    let list = read(&[
        &["様式第3号", "", "", "令和8年4月1日"],
        &["職員名簿(所属は4月1日現在)"],
        &[],
        &["No.", "所属", "職名", "氏　名", "フリガナ", "内線"],
        &["1", "総務課", "課長", "高橋　誠", "ﾀｶﾊｼ ﾏｺﾄ", "101"],
        &["2", "", "係長", "松本 亮", "", ""],
    ]);
    assert_eq!(texts(&list, Heading::Person), ["高橋　誠", "松本 亮"], "texts stay as they are");
    assert_eq!(texts(&list, Heading::Department), ["総務課", ""], "a blank is a blank");
    assert_eq!(list.rows[0].cells[&Heading::Kana].address, "E5");
    let unknown: Vec<&str> = list.unknown.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(unknown, ["No.", "内線"]);
}

#[test]
fn headings_of_two_levels_are_one() {
    let list = read(&[
        &["システム名", "所管", "分類", ""],
        &["", "", "", "ネットワーク区分"],
        &["資格管理", "資格管理課", "3", "LGWAN"],
    ]);
    assert_eq!(texts(&list, Heading::Zone), ["LGWAN"]);
    assert_eq!(list.rows.len(), 1);
}

#[test]
fn notes_totals_examples_and_headings_again_are_no_entries() {
    let list = read(&[
        &["課名", "ふりがな"],
        &["記入例", "きにゅうれい"],
        &["総務課", "そうむか"],
        &["課名", "ふりがな"],
        &["会計課", "かいけいか"],
        &["合計", "2"],
        &["※廃止した課は除く"],
        &["\u{3000}", "\u{a0}"],
    ]);
    assert_eq!(texts(&list, Heading::Department), ["総務課", "会計課"]);
    let why: Vec<SkipReason> = list.skipped.iter().map(|(_, _, why)| *why).collect();
    assert_eq!(why, [SkipReason::Example, SkipReason::Heading, SkipReason::Total, SkipReason::Note]);
}

#[test]
fn a_sheet_without_headings_and_a_hidden_one_are_named() {
    let mut hidden = sheet(&[&["課名"], &["秘密課"]]);
    hidden.visible = false;
    hidden.name = "作業用".to_owned();
    let mut text = sheet(&[&["この表では、課名を正式名称で書いてください。", "以上"]]);
    text.name = "説明".to_owned();
    let sheets = vec![hidden, text, sheet(&[&["課名"], &["総務課"]]), Sheet::new("空".into(), true, Vec::new())];
    let found = lists(&Workbook { name: "名簿.xlsx".to_owned(), sheets, ..Workbook::default() });
    assert_eq!(found.sheets.len(), 1, "a list may have one column");
    assert_eq!((found.hidden, found.unread), (vec!["作業用".to_owned()], vec!["説明".to_owned()]));
}

#[test]
fn an_error_in_a_cell_is_neither_a_text_nor_a_blank() {
    let list = read(&[&["氏名", "所属"], &["高橋", "#REF!"]]);
    assert!(list.rows[0].cells[&Heading::Department].broken);
}

#[test]
fn a_column_that_stands_twice_counts_once_and_a_kana_column_names_no_list() {
    let list = read(&[&["課名", "備考", "備考"], &["総務課", "一", "二"]]);
    assert_eq!(texts(&list, Heading::Note), ["一"]);
    assert_eq!(list.unknown.len(), 1, "the second is shown as one that is not read");
    assert!(super::list(&sheet(&[&["ふりがな", "備考"], &["そうむか", ""]]), &Looks::default()).is_none());
}

#[test]
fn a_merged_department_counts_for_the_rows_it_covers_and_a_hidden_row_is_told() {
    let rows = sheet(&[
        &["所属", "氏名", "職名"],
        &["総務課", "高橋 誠", "課長"],
        &["", "松本 亮", "係長"],
        &["", "森 一", ""],
        &["", "", ""],
    ]);
    let looks = Looks {
        hidden_rows: vec![(2, 2)],
        hidden_columns: vec![(2, 2)],
        merged: vec![((1, 2), (0, 0)), ((3, 4), (0, 0)), ((1, 2), (1, 1)), ((0, 0), (0, 2))],
        ..Looks::default()
    };
    let list = list(&rows, &looks).unwrap_or_else(|| panic!("it is a list"));
    assert_eq!(texts(&list, Heading::Department), ["総務課", "総務課", ""], "a blank outside stays a blank");
    assert_eq!(texts(&list, Heading::Person), ["高橋 誠", "松本 亮", "森 一"], "no name is taken from another row");
    assert_eq!(list.rows[1].cells[&Heading::Department].address, "A2", "where the text stands");
    assert_eq!(list.rows.iter().map(|row| row.hidden).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(list.merged, ["A2:A3"]);
    assert_eq!(list.hidden, [("C1".to_owned(), "職名".to_owned())]);
}
