//! A form as it is sent, as a grid that tests can treat as people do, and the workbook of such grids.

#![allow(dead_code, clippy::unwrap_used, reason = "each test uses its part; what cannot be set up fails the test")]

use domain::form::{
    INDEX_SHEET, MARK, MARK_COLUMNS, MARK_EDITION, MARK_FIELDS, MARK_FORM, MARK_HEADING, MARK_TEMPLATE,
};
use exchange::{
    ColumnKind, Expected, ExpectedCell, ExpectedColumn, FIELD_COLUMN, ImportPlan, Limits, Recognised, Workbook, plan,
    read, recognise,
};
use rust_xlsxwriter::Workbook as Writer;
use std::collections::BTreeMap;

/// Where the table begins in a grid from [`grid`].
pub(crate) const FIRST_ITEM: usize = 8;

/// The columns of the test form after the mark column: keys and headings.
pub(crate) const COLUMNS: [(&str, &str); 5] =
    [("no", "No."), ("question", "問い"), ("verdict", "判定"), ("note", "所見"), ("due", "期限")];

/// The key of an item.
pub(crate) fn key(n: usize) -> String {
    format!("hyogo:6.4.1-{n}")
}

/// The question of an item.
pub(crate) fn question(n: usize) -> String {
    format!("{n}番目の機器を固定しているか")
}

/// A sheet as rows of texts; the first column holds the marks.
pub(crate) type Grid = Vec<Vec<String>>;

/// A form of `items` rows, unanswered.
pub(crate) fn grid(form_id: &str, items: usize) -> Grid {
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let mut marks = vec![MARK];
    marks.extend(COLUMNS.map(|(key, _)| key));
    let mut headings = vec![MARK_COLUMNS];
    headings.extend(COLUMNS.map(|(_, heading)| heading));
    let mut grid = vec![
        row(&marks),
        row(&[&format!("{MARK_TEMPLATE}audit"), "監査チェックリスト"]),
        row(&[&format!("{MARK_FORM}{form_id}")]),
        row(&[&format!("{MARK_EDITION}sha")]),
        row(&[MARK_FIELDS.0, "", "", MARK_FIELDS.1]),
        row(&["field:person", "担当者", "", ""]),
        row(&headings),
        row(&[MARK_HEADING, "6.4 物理"]),
    ];
    grid.extend((1..=items).map(|n| row(&[&key(n), &n.to_string(), &question(n), "", "", ""])));
    grid.push(row(&["@end"]));
    for row in &mut grid {
        row.resize(COLUMNS.len() + 1, String::new());
    }
    grid
}

/// What was sent with [`grid`].
pub(crate) fn expected(form_id: &str, items: usize) -> Expected {
    let column = |label: &str, kind| ExpectedColumn { label: label.to_owned(), kind };
    let kinds =
        [ColumnKind::Fixed, ColumnKind::Fixed, ColumnKind::Audit, ColumnKind::Text { limit: 20 }, ColumnKind::Date];
    let mut columns: BTreeMap<_, _> =
        COLUMNS.iter().zip(kinds).map(|((key, label), kind)| ((*key).to_owned(), column(label, kind))).collect();
    columns.insert(FIELD_COLUMN.to_owned(), column("担当者", ColumnKind::Text { limit: 20 }));
    let sent = |text: String| ExpectedCell { sent: text.clone(), now: text };
    let mut rows: BTreeMap<_, _> = (1..=items)
        .map(|n| {
            let cells = BTreeMap::from([("no".into(), sent(n.to_string())), ("question".into(), sent(question(n)))]);
            (key(n), cells)
        })
        .collect();
    rows.insert("field:person".to_owned(), BTreeMap::new());
    Expected { template: "audit".to_owned(), form_id: form_id.to_owned(), edition: "sha".to_owned(), columns, rows }
}

/// The workbook of these sheets, written and read again. `index` lists the form ids that were sent.
pub(crate) fn workbook(sheets: &[(&str, &Grid)], index: &[&str]) -> Workbook {
    let mut book = Writer::new();
    for (name, grid) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in grid.iter().enumerate() {
            for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row as u32, column as u16, text).unwrap();
            }
        }
    }
    let sheet = book.add_worksheet().set_name(INDEX_SHEET).unwrap().set_very_hidden(true);
    sheet.write_string(0, 0, MARK).unwrap();
    for (row, form_id) in index.iter().enumerate() {
        for (column, text) in ["元の名前", "audit", form_id, "sha", "3"].iter().enumerate() {
            sheet.write_string(row as u32 + 1, column as u16, *text).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    read(&bytes, "回答.xlsx", &Limits::default()).unwrap()
}

/// The forms found in a workbook of one sheet.
pub(crate) fn recognised(grid: &Grid) -> Recognised {
    recognise(&workbook(&[("票", grid)], &["f1"]))
}

/// The plan of a sheet that was sent as form `f1` with `items` rows.
pub(crate) fn planned(grid: &Grid, expected: &Expected) -> ImportPlan {
    plan(&recognised(grid).forms[0], expected)
}
