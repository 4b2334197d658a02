//! Tables that break between rows, and inside rows that are taller than what is left.

use super::block::{Align, Row, Table, Width};
use super::flow::{BASE, Flow, LEADING, text_mark};
use super::kinsoku::{Breaker, Line};
use super::page::Mark;

const PAD_X: f32 = 4.0;
const PAD_Y: f32 = 2.5;
const RULE: f32 = 0.5;

/// How far lines to write on lie apart, and how thick they are.
const RULED: f32 = 21.0;
const RULED_LINE: f32 = 0.25;

/// How far below the base line what is underlined has its line, in sizes of its type, and how thick that is.
const UNDER: f32 = 0.2;
const UNDERLINE: f32 = 0.7;

/// A row that is broken over pages shows at least this many lines on each.
const LEAST_LINES: usize = 2;

/// A row taller than this share of a page is broken rather than moved down whole.
const TALL: f32 = 0.3;

/// A table that is kept together is broken all the same if it is longer than this share of a page.
const TOGETHER: f32 = 0.5;

/// A row that names others is a bookmark below those of sections.
const GROUP_LEVEL: u8 = 3;

/// How much of a page may stay empty so that a table with a heading stays together.
const EMPTY: f32 = 1.0 / 3.0;

/// A word that does not fit its column is set smaller, down to this share, before it is broken.
const SMALLEST: f32 = 0.7;

/// A heading that does not fit one line is set smaller, down to this share, before it takes two.
const ONE_LINE: f32 = 0.75;

/// A row with its lines broken.
struct SetRow<'a> {
    row: &'a Row,
    cells: Vec<SetCell>,
}

struct SetCell {
    x: f32,
    width: f32,
    align: Align,
    /// The size of its type, which is the table's but for headings.
    size: f32,
    lines: Vec<Line>,
}

/// How much room the beginning of a table needs.
pub(super) fn least(flow: &Flow<'_>, table: &Table) -> f32 {
    let setter = Setter::new(flow, table);
    if table.together {
        let whole: f32 = table.head.iter().chain(&table.rows).map(|row| setter.height(row)).sum();
        if whole <= flow.whole() * TOGETHER {
            // With its heading repeated it is understood on the next page, too; without one it is not.
            let most = if table.head.is_empty() { whole } else { flow.whole() * EMPTY };
            return whole.min(most);
        }
    }
    let mut need: f32 = table.head.iter().map(|row| setter.height(row)).sum();
    for row in &table.rows {
        need += setter.set(row).beginning(table.size);
        if !row.keep {
            break;
        }
    }
    need
}

/// Sets a table, whose beginning needs at least so much room.
pub(super) fn put(flow: &mut Flow<'_>, table: &Table, least: f32) {
    if table.rows.is_empty() {
        return;
    }
    if flow.room() < least && !flow.is_fresh() {
        flow.next_page();
    }
    let setter = Setter::new(flow, table);
    let head = table.head.iter().map(|row| setter.set(row)).collect();
    let rows: Vec<SetRow<'_>> = table.rows.iter().map(|row| setter.set(row)).collect();
    let mut pen = Pen { size: table.size, head, group: None, first: true };
    pen.begin(flow);
    for (place, row) in rows.iter().enumerate() {
        // The last row does not go to the next page alone, if there are others that can go with it.
        let keep = row.row.keep || (rows.len() > 3 && place + 2 == rows.len());
        let follower = if keep { rows.get(place + 1) } else { None };
        let follower = follower.map_or(0.0, |next| next.beginning(table.size));
        pen.row(flow, row, follower);
    }
    pen.close(flow);
    flow.y += 8.0;
}

fn widths(table: &Table, whole: f32) -> Vec<f32> {
    let fixed: f32 = table.columns.iter().map(|c| if let Width::Fixed(width) = c.width { width } else { 0.0 }).sum();
    let shares: f32 = table.columns.iter().map(|c| if let Width::Share(share) = c.width { share } else { 0.0 }).sum();
    // Fixed columns that are together wider than the paper are made narrower, so that nothing is lost at the edge.
    let shrink = if shares > 0.0 { (whole * 0.8 / fixed).min(1.0) } else { (whole / fixed).min(1.0) };
    let rest = (whole - fixed * shrink).max(0.0);
    let width = |c: &super::Column| match c.width {
        Width::Fixed(width) => width * shrink,
        Width::Share(share) => rest * share / shares,
    };
    table.columns.iter().map(width).collect()
}

fn height_of(lines: usize, size: f32) -> f32 {
    lines as f32 * size * LEADING + 2.0 * PAD_Y
}

/// Breaks the lines of rows.
struct Setter<'a> {
    breaker: &'a Breaker<'a>,
    table: &'a Table,
    widths: Vec<f32>,
}

impl<'a> Setter<'a> {
    fn new(flow: &Flow<'a>, table: &'a Table) -> Setter<'a> {
        Setter { breaker: flow.breaker, table, widths: widths(table, flow.width()) }
    }

    fn set(&self, row: &'a Row) -> SetRow<'a> {
        let (mut column, mut x) = (0, 0.0);
        let mut cells = Vec::with_capacity(row.cells.len());
        for cell in &row.cells {
            let end = (column + cell.span).min(self.widths.len());
            let begin = column.min(end);
            let width: f32 = self.widths[begin..end].iter().sum();
            let align = cell.align.or(self.table.columns.get(begin).map(|c| c.align)).unwrap_or(Align::Left);
            let inner = (width - 2.0 * PAD_X).max(self.table.size);
            let mut size = if row.keep { self.head_size(cell, inner) } else { self.table.size };
            let mut lines = self.breaker.lines(&cell.text, cell.face, size, inner);
            if lines.windows(2).any(|pair| is_torn(&pair[0], &pair[1])) {
                let fitting = self.fitting(cell, inner);
                if fitting < size && fitting >= self.table.size * SMALLEST {
                    size = fitting;
                    lines = self.breaker.lines(&cell.text, cell.face, size, inner);
                }
            }
            cells.push(SetCell { x, width, align, size, lines });
            x += width;
            column = end;
        }
        SetRow { row, cells }
    }

    fn head_size(&self, cell: &super::Cell, inner: f32) -> f32 {
        let whole = inner / self.breaker.metrics().width(cell.face, 1.0, &cell.text).max(0.01);
        if whole >= self.table.size * ONE_LINE {
            return self.table.size.min(whole);
        }
        self.table.size.min(self.fitting(cell, inner).max(self.table.size * SMALLEST))
    }

    /// The size at which the longest word of a cell fits its column.
    fn fitting(&self, cell: &super::Cell, inner: f32) -> f32 {
        inner / self.breaker.longest_word(&cell.text, cell.face).max(0.01)
    }

    fn height(&self, row: &'a Row) -> f32 {
        self.set(row).height(self.table.size)
    }
}

impl SetRow<'_> {
    fn lines(&self) -> usize {
        let shown = self.cells.iter().zip(&self.row.cells).filter(|(_, cell)| !cell.continues);
        shown.map(|(cell, _)| cell.lines.len()).max().unwrap_or(1).max(1)
    }

    fn height(&self, size: f32) -> f32 {
        height_of(self.lines(), size).max(self.row.least) + self.row.ruled as f32 * RULED
    }

    /// How much of it must fit on the page where it begins.
    fn beginning(&self, size: f32) -> f32 {
        let height = self.height(size);
        if self.row.whole { height } else { height.min(height_of(4, size)) }
    }
}

struct Pen<'a> {
    size: f32,
    head: Vec<SetRow<'a>>,
    /// The last row that named those below it.
    group: Option<&'a SetRow<'a>>,
    /// Whether the next row is the first under the heading on its page.
    first: bool,
}

impl<'a> Pen<'a> {
    fn begin(&mut self, flow: &mut Flow<'_>) {
        let head = std::mem::take(&mut self.head);
        self.first = true;
        for row in &head {
            let lines = row.lines();
            self.part(flow, row, 0, lines);
        }
        self.head = head;
        self.first = true;
    }

    fn turn(&mut self, flow: &mut Flow<'_>) {
        self.close(flow);
        flow.next_page();
        self.begin(flow);
        if let Some(group) = self.group {
            self.part(flow, group, 0, group.lines());
            self.first = true;
        }
    }

    /// The lower edge of the table on this page.
    fn close(&self, flow: &mut Flow<'_>) {
        let (left, width, y) = (flow.left(), flow.width(), flow.y);
        flow.mark(Mark::Line { from: (left, y), to: (left + width, y), width: RULE });
    }

    fn row(&mut self, flow: &mut Flow<'_>, row: &'a SetRow<'a>, follower: f32) {
        let lines = row.lines();
        let mut done = 0;
        if row.row.group {
            self.group = None;
        }
        loop {
            let left = lines - done;
            let follower = if done == 0 { follower } else { 0.0 };
            let height = if done == 0 { row.height(self.size) } else { height_of(left, self.size) };
            if flow.room() >= height + follower {
                if row.row.group {
                    self.group = Some(row);
                    flow.entry(GROUP_LEVEL, &row.row.cells[0].text);
                }
                self.part(flow, row, done, left);
                return;
            }
            let fit = ((flow.room() - 2.0 * PAD_Y) / (self.size * LEADING)).max(0.0) as usize;
            // One line must not remain alone for the next page.
            let take = if left - fit.min(left) == 1 { fit.saturating_sub(1) } else { fit.min(left) };
            let tall = height > flow.whole() * TALL && !row.row.whole;
            if take >= LEAST_LINES && (tall || self.first) && take < left {
                self.part(flow, row, done, take);
                done += take;
            } else if self.first {
                // Not even a fresh page holds what should stay together: set what it holds.
                let take = fit.clamp(1, left);
                self.part(flow, row, done, take);
                done += take;
                if done == lines {
                    return;
                }
            }
            self.turn(flow);
        }
    }

    /// Sets some lines of a row, with its edges but for the lower one, which is the next row's upper one.
    fn part(&mut self, flow: &mut Flow<'_>, row: &SetRow<'_>, from: usize, count: usize) {
        let whole = from == 0 && count == row.lines();
        let height = if whole { row.height(self.size) } else { height_of(count, self.size) };
        let (left, top) = (flow.left(), flow.y);
        for (set, cell) in row.cells.iter().zip(&row.row.cells) {
            let x = left + set.x;
            if cell.shade > 0.0 {
                flow.mark(Mark::Fill { x, y: top, width: set.width, height, shade: cell.shade });
            }
        }
        // Lines to write on run from the second column to the edge: whoever writes by hand needs the whole width.
        let written = if whole { row.row.ruled as f32 * RULED } else { 0.0 };
        for (n, (set, cell)) in row.cells.iter().zip(&row.row.cells).enumerate() {
            let x = left + set.x;
            let joined = cell.continues && !self.first;
            if !joined {
                flow.mark(Mark::Line { from: (x, top), to: (x + set.width, top), width: RULE });
            }
            let foot = top + height - if n > 1 { written } else { 0.0 };
            flow.mark(Mark::Line { from: (x, top), to: (x, foot), width: RULE });
            if joined {
                continue;
            }
            let lines = set.lines.iter().skip(from).take(count);
            // A mark or a figure beside a tall cell stands in the middle of its height, and so does a label beside room
            // for handwriting.
            let middle = set.align != Align::Left || (cell.shade > 0.0 && row.row.least > 0.0);
            let short = from == 0 && middle && set.lines.len() == 1;
            let sink = if short { (height - height_of(1, self.size)) / 2.0 } else { 0.0 };
            for (place, line) in lines.enumerate() {
                let y = top + PAD_Y + sink + place as f32 * self.size * LEADING + self.size * BASE;
                let inner = set.width - 2.0 * PAD_X;
                flow.mark(text_mark(line, x + PAD_X, y, inner, set.size, cell.face, set.align));
                underline(flow, line, cell, (x + PAD_X, y), set.size);
            }
        }
        let right = left + flow.width();
        if whole {
            let from = left + row.cells.get(1).map_or(0.0, |cell| cell.x);
            for line in 1..=row.row.ruled {
                let y = top + height - line as f32 * RULED;
                flow.mark(Mark::Line { from: (from, y), to: (right, y), width: RULED_LINE });
            }
        }
        flow.mark(Mark::Line { from: (right, top), to: (right, top + height), width: RULE });
        flow.y += height;
        self.first = false;
    }
}

/// Whether a word of letters was cut between two lines.
fn is_torn(line: &Line, next: &Line) -> bool {
    let letter = |found: Option<char>| found.is_some_and(|c| c.is_ascii_alphabetic());
    line.start + line.text.len() == next.start
        && letter(line.text.chars().next_back())
        && letter(next.text.chars().next())
}

/// Underlines what of a line is to be underlined.
fn underline(flow: &mut Flow<'_>, line: &Line, cell: &super::Cell, (x, y): (f32, f32), size: f32) {
    let end = line.start + line.text.len();
    let width = |flow: &Flow<'_>, to: usize| {
        let text = line.text.get(..to - line.start).unwrap_or(&line.text);
        flow.breaker.metrics().width(cell.face, size, text)
    };
    for (from, until) in &cell.underlined {
        let (from, until) = ((*from).max(line.start), (*until).min(end));
        if from < until {
            let (left, right, y) = (x + width(flow, from), x + width(flow, until), y + size * UNDER);
            flow.mark(Mark::Line { from: (left, y), to: (right, y), width: UNDERLINE });
        }
    }
}
