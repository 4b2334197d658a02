use super::*;

fn sheet(rows: &[&[&str]]) -> Sheet {
    let cells = (0..).zip(rows).flat_map(|(row, texts)| {
        (0..).zip(texts.iter()).filter(|(_, text)| !text.is_empty()).map(move |(column, text)| Cell {
            row,
            column,
            text: (*text).to_owned(),
            kind: if text.starts_with("#REF") { CellKind::Error } else { CellKind::Text },
        })
    });
    Sheet::new("指摘一覧".to_owned(), true, cells.collect())
}

fn all(sheet: Sheet) -> Findings {
    let layout = guess(&sheet).unwrap_or_else(|| panic!("it is a list of findings"));
    let layouts = BTreeMap::from([(sheet.name.clone(), layout)]);
    let mut found = Findings::default();
    read(&sheet, &layouts[&sheet.name], &mut found);
    found
}

fn text(finding: &Finding, holds: ColumnUse) -> &str {
    finding.cells.get(&holds).map_or("", |cell| cell.text.as_str())
}

#[test]
fn a_list_is_known_below_its_title_and_read_row_by_row() {
    let found = all(sheet(&[
        &["令和６年度　情報セキュリティ監査　指摘事項一覧"],
        &["", "", "", "", "", "", "令和7年3月1日現在"],
        &["指摘番号", "所管課", "区分", "指摘事項", "改善計画", "期限", "進捗状況", "電話"],
        &["R6-1", "総務課", "軽微", "台帳が更新されていない。", "台帳を更新する。", "R7.6.30", "対応中", "101"],
        &["※番号は監査報告書による"],
        &["指摘番号", "所管課", "区分", "指摘事項", "改善計画", "期限", "進捗状況", "電話"],
        &["R6-2", "〃", "", "#REF!", "", "", ""],
        &["合計", "2"],
    ]));
    assert_eq!(found.above["指摘一覧"][0], "令和６年度　情報セキュリティ監査　指摘事項一覧");
    assert_eq!(found.rows.len(), 2);
    assert_eq!(text(&found.rows[0], ColumnUse::Improvement), "台帳を更新する。");
    assert_eq!((found.rows[0].row, found.rows[0].cell.as_str()), (4, "A4"));
    assert!(found.rows[1].cells[&ColumnUse::Place].ditto && found.rows[1].cells[&ColumnUse::Fact].broken);
    let why: Vec<SkipReason> = found.skipped.iter().map(|one| one.3).collect();
    assert_eq!(why, [SkipReason::Note, SkipReason::Heading, SkipReason::Total]);
}

#[test]
fn headings_of_two_levels_and_merged_departments_are_read() {
    let mut sheet = sheet(&[
        &["番号", "課名", "指摘", "", "改善計画", "", ""],
        &["", "", "区分", "内容", "内容", "期限", "担当"],
        &["1", "総務課", "軽微", "甲", "乙", "R7.3", "係長"],
        &["2", "", "重大", "丙", "", "", ""],
    ]);
    sheet.looks.merged = vec![((0, 0), (2, 3)), ((0, 0), (4, 6)), ((2, 3), (1, 1))];
    let found = all(sheet);
    assert_eq!(found.rows.len(), 2);
    let first = &found.rows[0];
    assert_eq!(
        [ColumnUse::Fact, ColumnUse::Improvement, ColumnUse::Due, ColumnUse::Owner].map(|holds| text(first, holds)),
        ["甲", "乙", "R7.3", "係長"]
    );
    assert_eq!(text(&found.rows[1], ColumnUse::Place), "総務課", "one cell for two rows");
    assert_eq!(text(&found.rows[1], ColumnUse::Improvement), "", "a plan is never another row's");
}

#[test]
fn other_tables_are_no_lists_of_findings() {
    for rows in [
        &[&["No.", "点検項目", "回答", "備考"][..], &["1", "台帳があるか", "はい", ""]][..],
        &[&["所属", "職名", "氏名"][..], &["総務課", "課長", "高橋"]],
        &[&["課名", "内容", "備考"][..], &["総務課", "引越し", ""]],
        &[&["指摘事項があればお書きください"][..]],
    ] {
        assert_eq!(guess(&sheet(rows)), None, "{rows:?}");
    }
}
