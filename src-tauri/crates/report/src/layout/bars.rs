//! Figures: the bar chart and the boxes for seals.

use super::Face;
use super::block::{Align, Bars};
use super::flow::{BASE, Flow, LEADING, text_mark};
use super::page::Mark;

const SIZE: f32 = 8.5;
const STEP: f32 = 16.0;
const LEGEND: f32 = 18.0;

/// The height of the boxes for seals.
pub(super) const STAMPS: f32 = 76.0;

/// A chart of no more bars than this stands on one page.
const TOGETHER: usize = 24;

/// How much room a chart needs, or the beginning of a long one.
pub(super) fn least(chart: &Bars) -> f32 {
    let bars = if chart.bars.len() <= TOGETHER { chart.bars.len() } else { 3 };
    LEGEND + STEP * bars as f32
}

/// Sets a chart: label, stacked bar, figure. The longest bar fills the width that labels and figures leave.
pub(super) fn bars(flow: &mut Flow<'_>, chart: &Bars) {
    let metrics = flow.breaker.metrics();
    let widest = |texts: &mut dyn Iterator<Item = &String>, most: f32| {
        texts.map(|text| metrics.width(Face::Regular, SIZE, text)).fold(0.0, f32::max).min(most)
    };
    let label = widest(&mut chart.bars.iter().map(|bar| &bar.label), flow.width() * 0.34) + 6.0;
    let figure = widest(&mut chart.bars.iter().map(|bar| &bar.figure), flow.width() * 0.4) + 6.0;
    let length = flow.width() - label - figure;
    let longest = chart.bars.iter().map(|bar| bar.values.iter().sum::<u32>()).max().unwrap_or(0).max(1) as f32;
    if flow.room() < least(chart) && !flow.is_fresh() {
        flow.next_page();
    }
    legend(flow, chart);
    for bar in &chart.bars {
        let lines = flow.breaker.lines(&bar.label, Face::Regular, SIZE, label - 6.0);
        let height = (lines.len() as f32 * SIZE * LEADING + 3.0).max(STEP);
        if flow.room() < height {
            flow.next_page();
            legend(flow, chart);
        }
        let (left, top) = (flow.left(), flow.y);
        for (place, line) in lines.iter().enumerate() {
            let y = top + 1.5 + place as f32 * SIZE * LEADING + SIZE * BASE;
            flow.mark(text_mark(line, left, y, label - 6.0, SIZE, Face::Regular, Align::Right));
        }
        let mut x = left + label;
        for ((_, shade), value) in chart.parts.iter().zip(&bar.values) {
            let width = length * *value as f32 / longest;
            if width > 0.0 {
                flow.mark(Mark::Fill { x, y: top + 3.0, width, height: STEP - 6.0, shade: *shade });
                flow.mark(Mark::Frame { x, y: top + 3.0, width, height: STEP - 6.0, line: 0.4 });
            }
            x += width;
        }
        let (x, y) = (x + 5.0, top + 1.5 + SIZE * BASE);
        let text = bar.figure.clone();
        flow.mark(Mark::Text { x, y, size: SIZE, face: Face::Regular, tracking: 0.0, text });
        flow.y += height;
    }
    flow.y += 8.0;
}

fn legend(flow: &mut Flow<'_>, chart: &Bars) {
    let metrics = flow.breaker.metrics();
    let (mut x, y) = (flow.left(), flow.y);
    for (name, shade) in &chart.parts {
        flow.mark(Mark::Fill { x, y: y + 4.0, width: 9.0, height: 8.0, shade: *shade });
        flow.mark(Mark::Frame { x, y: y + 4.0, width: 9.0, height: 8.0, line: 0.4 });
        let text = name.clone();
        let width = metrics.width(Face::Regular, SIZE, &text);
        flow.mark(Mark::Text { x: x + 12.0, y: y + 11.0, size: SIZE, face: Face::Regular, tracking: 0.0, text });
        x += 12.0 + width + 14.0;
    }
    flow.y += LEGEND;
}

/// Sets 決裁欄: a box per title, the title above the room for the seal.
pub(super) fn stamps(flow: &mut Flow<'_>, titles: &[String]) {
    if titles.is_empty() {
        return;
    }
    let width = (flow.width() / titles.len() as f32).min(58.0);
    if flow.room() < STAMPS {
        flow.next_page();
    }
    let (title, whole) = (17.0, STAMPS - 8.0);
    let (top, left) = (flow.y, flow.left() + flow.width() - width * titles.len() as f32);
    for (place, text) in titles.iter().enumerate() {
        let x = left + place as f32 * width;
        // A title that does not fit its box is set smaller, because a box has one line.
        let text = super::one_line(text);
        let natural = flow.breaker.metrics().width(Face::Regular, 9.0, &text);
        let size = 9.0 * ((width - 4.0) / natural.max(1.0)).min(1.0);
        let line = super::Line { text, width: natural * size / 9.0, last: true, start: 0 };
        flow.mark(Mark::Frame { x, y: top, width, height: whole, line: 0.7 });
        flow.mark(text_mark(&line, x + 2.0, top + 12.0, width - 4.0, size, Face::Regular, Align::Centre));
    }
    let right = left + width * titles.len() as f32;
    flow.mark(Mark::Line { from: (left, top + title), to: (right, top + title), width: 0.7 });
    flow.y += STAMPS;
}
