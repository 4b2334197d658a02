//! The charts of the report in its workbook: what they show, and that it can be read.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use calamine::Data;
use common::book::*;
use common::*;
use report::model::{Named, ReportInput};

/// The cells of a reference such as `'グラフ（章別）'!$A$9:$A$13`: sheet, first and last cell.
fn reference(text: &str) -> (String, (u32, u32), (u32, u32)) {
    let (sheet, cells) = text.rsplit_once('!').unwrap();
    let cell = |text: &str| {
        let mut parts = text.split('$').skip(1);
        let letters = parts.next().unwrap();
        let column = letters.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1) - 1;
        (parts.next().unwrap().parse::<u32>().unwrap() - 1, column)
    };
    let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
    (sheet.trim_matches('\'').to_owned(), cell(first), cell(last))
}

/// The charts, each with its series as (name, rows, values).
fn charts(bytes: &[u8]) -> Vec<(String, Vec<(String, usize)>)> {
    let chart = |(name, xml): (String, String)| {
        let mut series = Vec::new();
        for one in between(&xml, "<c:ser>", "</c:ser>") {
            let cells: Vec<_> = between(one, "<c:f>", "</c:f>").map(reference).collect();
            let [title, categories, values] = &cells[..] else { panic!("{name} refers to {cells:?}") };
            let table = sheet(bytes, &title.0);
            for row in categories.1.0..=categories.2.0 {
                assert!(!at(&table, row, categories.1.1).is_empty(), "row {row} of {name} has a name");
            }
            assert_eq!((categories.1.0, categories.2.0), (values.1.0, values.2.0), "{name}");
            assert_eq!(values.1.0, title.1.0 + 1, "the table begins under its headings in {name}");
            let numbers = (values.1.0..=values.2.0)
                .filter(|row| matches!(table.get_value((*row, values.1.1)), Some(Data::Float(_))));
            assert!(numbers.count() > 0, "{name} shows something");
            series.push((at(&table, title.1.0, title.1.1), (values.2.0 - values.1.0 + 1) as usize));
        }
        assert!(xml.contains("<a:ea typeface=\"BIZ UDゴシック\"/>"), "{name} is set in our typeface");
        assert!(!xml.contains("en-US"), "{name} is in the language of the report");
        (xml, series)
    };
    parts(bytes, "xl/charts/chart").into_iter().map(chart).collect()
}

#[test]
fn charts_show_cells_of_their_sheets() {
    let (_, bytes) = written(sample());
    let charts = charts(&bytes);
    let series: Vec<Vec<&str>> =
        charts.iter().map(|(_, series)| series.iter().map(|(name, _)| name.as_str()).collect()).collect();
    let grades = ["重大な不適合", "軽微な不適合", "観察事項", "推奨事項"];
    assert_eq!(
        series,
        [
            vec!["令和7年度 適合率", "令和8年度 適合率"],
            vec!["○", "△", "×", "未確認"],
            vec!["適合率"],
            grades.into(),
            vec!["はい", "一部", "いいえ", "わからない", "未回答"],
        ]
    );
    for (xml, _) in &charts {
        let shares = xml.contains("<c:max val=\"1\"/>");
        assert_eq!(shares, xml.contains("<c:majorUnit val=\"0.2\"/>"), "shares go from 0 to 100 %");
        assert!(xml.contains("<c:min val=\"0\"/>"));
        let unit: f64 = between(xml, "<c:majorUnit val=\"", "\"").next().unwrap().parse().unwrap();
        assert!(shares || unit.fract() == 0.0, "counts have whole steps");
        let lying = xml.contains("<c:barDir val=\"bar\"/>");
        assert_eq!(lying, xml.contains("<c:orientation val=\"maxMin\"/>"), "the first row stands on top");
        assert_eq!(xml.matches("<c:title>").count(), 3, "title and the names of both axes");
    }
}

#[test]
fn nothing_to_draw_is_no_chart() {
    let (_, bytes) = written(empty());
    assert!(parts(&bytes, "xl/charts/").is_empty() && names(&bytes).iter().all(|name| !name.starts_with("グラフ")));
    let (_, bytes) = written(ReportInput { earlier: Vec::new(), findings: Vec::new(), ..sample() });
    let charts: Vec<_> = names(&bytes).into_iter().filter(|name| name.starts_with("グラフ")).collect();
    assert_eq!(charts, ["グラフ（章別）", "グラフ（課別）", "グラフ（自己点検）"], "no line through one year");
}

#[test]
fn three_hundred_departments_stay_readable() {
    let mut input = large(3000, 1000, 300);
    let more = |n: usize| Named { key: format!("x{n}"), name: format!("12.{n} 委託先の管理（その{n}）") };
    input.chapters.extend((1..=5).map(more));
    input.answers = answers(&input.departments, &input.chapters, 3);
    for (place, finding) in input.findings.iter_mut().enumerate() {
        finding.department = format!("第{}課", place % 300 + 1);
    }
    let (_, bytes) = written(input);
    for (_, series) in charts(&bytes) {
        assert!(series.iter().all(|(_, rows)| *rows <= 40), "{series:?}");
    }
    let chart = sheet(&bytes, "グラフ（課別）");
    let head = marked(&chart, "課");
    let bad = |row: u32| match [2, 3].map(|column| chart.get_value((row, column)).cloned()) {
        [Some(Data::Float(one)), Some(Data::Float(other))] => one + other,
        other => panic!("{other:?}"),
    };
    let table: Vec<f64> = (head + 1..=head + 300).map(bad).collect();
    assert!(table.is_sorted_by(|one, next| one >= next), "those with most to be mended come first");
    assert_eq!(at(&chart, head + 301, 0), "合計");
    let note = (0..head).any(|row| at(&chart, row, 0).contains("ほかの 260 課は表にあります"));
    assert!(note, "the others are said to be in the table");
}
