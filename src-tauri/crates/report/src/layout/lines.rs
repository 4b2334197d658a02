//! A line chart of shares. Lines are told apart by their marks, not by colour, and every point has its figure.

use super::Face;
use super::block::{Lines, Series};
use super::flow::{BASE, Flow};
use super::page::Mark;

const SIZE: f32 = 8.5;
const LEGEND: f32 = 18.0;
const PLOT: f32 = 120.0;
const FOOT: f32 = 20.0;
const SCALE: f32 = 36.0;
const DOT: f32 = 5.0;

/// From this share on a figure stands under its point.
const HIGH: f32 = 0.85;

/// How much room a chart takes.
pub(super) const HEIGHT: f32 = LEGEND + PLOT + FOOT + 10.0;

/// Sets a chart.
pub(super) fn lines(flow: &mut Flow<'_>, chart: &Lines) {
    if flow.room() < HEIGHT && !flow.is_fresh() {
        flow.next_page();
    }
    let (left, top) = (flow.left() + SCALE, flow.y + LEGEND);
    let width = flow.width() - SCALE - 20.0;
    legend(flow, chart);
    for part in 0..=4u8 {
        let share = f32::from(part) / 4.0;
        let y = top + PLOT * (1.0 - share);
        flow.mark(Mark::Line { from: (left, y), to: (left + width, y), width: if part == 0 { 0.7 } else { 0.2 } });
        write(flow, &format!("{}%", u32::from(part) * 25), left - 4.0, y + SIZE * 0.35, Stand::Right);
    }
    let step = width / chart.points.len().max(1) as f32;
    let x = |place: usize| left + step * (place as f32 + 0.5);
    for (place, name) in chart.points.iter().enumerate() {
        write(flow, name, x(place), top + PLOT + SIZE * BASE + 3.0, Stand::Centre);
    }
    for (order, series) in chart.series.iter().enumerate() {
        line(flow, series, order, &x, top);
    }
    flow.y += HEIGHT;
}

fn line(flow: &mut Flow<'_>, series: &Series, order: usize, x: &dyn Fn(usize) -> f32, top: f32) {
    let y = |share: f32| top + PLOT * (1.0 - share.clamp(0.0, 1.0));
    let mut before: Option<(f32, f32)> = None;
    for (place, value) in series.values.iter().enumerate() {
        let Some((share, figure)) = value else {
            before = None;
            continue;
        };
        let here = (x(place), y(*share));
        if let Some(from) = before {
            flow.mark(Mark::Line { from, to: here, width: if order == 0 { 1.4 } else { 0.7 } });
        }
        dot(flow, order, here);
        // The figures of the second line stand under it, so that two lines near each other can both be read; so do
        // those of the first where they would stand on the upmost line of the scale.
        let beside = if order == 0 && *share < HIGH { -6.0 } else { SIZE + 6.0 };
        write(flow, figure, here.0, here.1 + beside, Stand::Centre);
        before = Some(here);
    }
}

/// The first line has full squares, the others have empty ones.
fn dot(flow: &mut Flow<'_>, order: usize, (x, y): (f32, f32)) {
    let (x, y) = (x - DOT / 2.0, y - DOT / 2.0);
    let shade = if order == 0 { 0.85 } else { 0.0 };
    flow.mark(Mark::Fill { x, y, width: DOT, height: DOT, shade });
    flow.mark(Mark::Frame { x, y, width: DOT, height: DOT, line: 0.6 });
}

fn legend(flow: &mut Flow<'_>, chart: &Lines) {
    let (mut x, y) = (flow.left() + SCALE, flow.y + 9.0);
    for (order, series) in chart.series.iter().enumerate() {
        dot(flow, order, (x + DOT / 2.0, y));
        write(flow, &series.name, x + 10.0, y + SIZE * 0.35, Stand::Left);
        x += 10.0 + flow.breaker.metrics().width(Face::Regular, SIZE, &series.name) + 16.0;
    }
}

enum Stand {
    Left,
    Centre,
    Right,
}

fn write(flow: &mut Flow<'_>, text: &str, x: f32, y: f32, stand: Stand) {
    let width = flow.breaker.metrics().width(Face::Regular, SIZE, text);
    let x = match stand {
        Stand::Left => x,
        Stand::Centre => x - width / 2.0,
        Stand::Right => x - width,
    };
    flow.mark(Mark::Text { x, y, size: SIZE, face: Face::Regular, tracking: 0.0, text: text.to_owned() });
}
