//! The verdicts against those of earlier years.

use super::super::Say;
use super::super::front::table_or_none;
use crate::layout::{Align, Block, Cell, Column, Lines, Row, Series, Table, Text};
use crate::model::{Counts, Rate, ReportModel};

/// The share of ○ over the years as a line, and by chapter against the year before.
pub(super) fn over_years(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let Some(before) = model.earlier.first() else { return Vec::new() };
    let mut points: Vec<String> = model.earlier.iter().map(|year| say.words.fiscal_year(year.year)).rev().collect();
    points.push(say.words.fiscal_year(model.head.fiscal_year));
    let mut rates: Vec<Rate> = model.earlier.iter().map(|year| year.total.rate).rev().collect();
    rates.push(model.results.total.rate);
    let value = |rate: Rate| rate.permille.map(|permille| (permille as f32 / 1000.0, say.percent(rate)));
    let series =
        vec![Series { name: say.text("report-conformity"), values: rates.iter().map(|rate| value(*rate)).collect() }];
    let mut blocks = vec![Block::Lines(Lines { points, series })];
    if model.earlier.iter().any(|year| year.other_edition) {
        blocks.push(Block::Text(Text::note(say.text("report-other-edition"))));
    }
    let row = |(name, now): (String, Rate), then: Option<Rate>| {
        Row::of([
            name,
            then.map_or_else(|| say.text("report-not-then"), |rate| say.rate(rate)),
            say.rate(now),
            say.or_dash(&then.and_then(|then| difference(then, now, say)).unwrap_or_default()),
        ])
    };
    let chapters = model.results.chapters.iter().zip(&model.results.by_chapter);
    let mut rows: Vec<Row> = chapters
        .zip(&before.by_chapter)
        .map(|((name, now), then)| row((name.clone(), now.rate), then.as_ref().map(|then: &Counts| then.rate)))
        .collect();
    let mut total = row((say.text("report-total"), model.results.total.rate), Some(before.total.rate));
    total.cells = total.cells.into_iter().map(|cell: Cell| cell.label().bold()).collect();
    rows.push(total);
    let (then, now) = (say.words.fiscal_year(before.year), say.words.fiscal_year(model.head.fiscal_year));
    let head = Row::head([say.text("report-chapter"), then, now, say.text("report-difference")]);
    let columns = vec![
        Column::share(1.0, Align::Left),
        Column::fixed(104.0, Align::Right),
        Column::fixed(104.0, Align::Right),
        Column::fixed(84.0, Align::Right),
    ];
    blocks.push(table_or_none(Table { columns, head: vec![head], rows, size: 8.5, together: true }, say));
    blocks
}

/// The difference of two shares in points of a percent, with its sign.
fn difference(then: Rate, now: Rate, say: Say<'_>) -> Option<String> {
    let (then, now) = (i64::from(then.permille?), i64::from(now.permille?));
    let points = now - then;
    let sign = match points {
        0 => "±",
        1.. => "＋",
        _ => "－",
    };
    let (whole, tenth) = ((points.abs() / 10).to_string(), (points.abs() % 10).to_string());
    Some(say.with("report-points", &[("sign", sign), ("whole", &whole), ("tenth", &tenth)]))
}
