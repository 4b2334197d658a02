//! The pen that goes down the pages.

use super::block::{Align, Block, Cell, Column, Row, Table, Text};
use super::contents::{self, Place};
use super::kinsoku::{Breaker, Line};
use super::page::{Entry, Insets, Mark, Orientation, Page};
use super::{Face, Furniture, Metrics, bars, lines, table};
use std::cell::RefCell;

/// Sets blocks on pages and adds what stands on every page.
pub fn paginate(blocks: &[Block], furniture: &Furniture<'_>, metrics: &dyn Metrics) -> Vec<Page> {
    let breaker = Breaker::new(metrics);
    let mut pages = set(blocks, &contents::unknown(blocks), &breaker, furniture.insets);
    if let Some(place) = blocks.iter().position(|block| *block == Block::Contents) {
        // Where things stand is known only now; the contents take the same room with their numbers as without, so what
        // begins a page behind them stands where it stood and need not be set again.
        let alone = blocks.get(place + 1) == Some(&Block::PageBreak);
        let again = if alone { &blocks[..=place] } else { blocks };
        let places = contents::known(&pages);
        let first = set(again, &places, &breaker, furniture.insets);
        let count = first.len();
        pages.splice(..count, first);
    }
    furniture.put(&mut pages, metrics);
    pages
}

/// Sets blocks on pages and nothing else, e.g. to see how many they take.
pub(crate) fn set(blocks: &[Block], places: &[Place], breaker: &Breaker<'_>, insets: Insets) -> Vec<Page> {
    let mut flow = Flow::new(breaker, insets);
    flow.places = places.to_vec();
    for (place, block) in blocks.iter().enumerate() {
        flow.block(block, &blocks[place + 1..]);
    }
    flow.pages
}

/// The height of a line in sizes of its type.
pub(super) const LEADING: f32 = 1.55;

/// The base line of a line, in sizes of its type from its top.
pub(super) const BASE: f32 = 1.15;

pub(super) struct Flow<'a> {
    pub(super) breaker: &'a Breaker<'a>,
    pub(super) pages: Vec<Page>,
    /// Where the next thing goes.
    pub(super) y: f32,
    insets: Insets,
    /// Where the headings stand, for the contents.
    places: Vec<Place>,
    /// How much room the table met last needs at least, by its block and the width of the paper: the headings above it
    /// and the table itself ask one after another.
    asked: RefCell<Option<(*const Table, f32, f32)>>,
}

impl<'a> Flow<'a> {
    pub(super) fn new(breaker: &'a Breaker<'a>, insets: Insets) -> Flow<'a> {
        let mut flow =
            Flow { breaker, pages: Vec::new(), y: 0.0, insets, places: Vec::new(), asked: RefCell::new(None) };
        flow.start(Orientation::Portrait);
        flow
    }

    fn start(&mut self, orientation: Orientation) {
        let page = Page::new(orientation, self.insets);
        self.y = page.body().1;
        self.pages.push(page);
    }

    fn page(&self) -> &Page {
        &self.pages[self.pages.len() - 1]
    }

    pub(super) fn next_page(&mut self) {
        self.start(self.page().orientation);
    }

    pub(super) fn left(&self) -> f32 {
        self.page().body().0
    }

    pub(super) fn width(&self) -> f32 {
        let (left, _, right, _) = self.page().body();
        right - left
    }

    /// How much room a fresh page has.
    pub(super) fn whole(&self) -> f32 {
        let (_, top, _, bottom) = self.page().body();
        bottom - top
    }

    /// How much room is left on this page. What was found to fit must still fit after heights were added up in
    /// another order, hence the hundredth.
    pub(super) fn room(&self) -> f32 {
        self.page().body().3 - self.y + 0.01
    }

    pub(super) fn is_fresh(&self) -> bool {
        self.y <= self.page().body().1
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        let last = self.pages.len() - 1;
        self.pages[last].marks.push(mark);
    }

    /// Adds a bookmark to what comes next.
    pub(super) fn entry(&mut self, level: u8, text: &str) {
        let entry = Entry { level, text: text.to_owned(), y: self.y };
        let last = self.pages.len() - 1;
        self.pages[last].entries.push(entry);
    }

    fn block(&mut self, block: &Block, next: &[Block]) {
        match block {
            Block::Heading { level, text } => self.heading(*level, text, next),
            Block::Text(text) => self.text(text),
            Block::End(text) => self.end(text),
            Block::List(items) => items.iter().for_each(|item| self.item(item)),
            Block::Table(table) => table::put(self, table, self.least_of(table)),
            Block::Facts(facts) => {
                let table = facts_table(facts);
                table::put(self, &table, table::least(self, &table));
            }
            Block::Stamps(titles) => bars::stamps(self, titles),
            Block::Bars(chart) => bars::bars(self, chart),
            Block::Lines(chart) => lines::lines(self, chart),
            Block::Contents => {
                let places = std::mem::take(&mut self.places);
                contents::contents(self, &places);
            }
            // Room at the top of a page is meant only where the writer sets out the first one.
            Block::Space(height) if !self.is_fresh() || self.pages.len() == 1 => self.y += height,
            Block::Space(_) => {}
            Block::PageBreak if self.is_fresh() => {}
            Block::PageBreak => self.next_page(),
            Block::Turn(orientation) if self.is_fresh() => {
                self.pages.pop();
                self.start(*orientation);
            }
            Block::Turn(orientation) => self.start(*orientation),
        }
    }

    fn heading(&mut self, level: u8, text: &str, next: &[Block]) {
        let style = heading_style(level);
        let lines = self.breaker.lines(text, Face::Bold, style.size, self.width());
        let height = style.before + lines.len() as f32 * style.size * LEADING + style.after;
        if self.room() < height + self.least(next) && !self.is_fresh() {
            self.next_page();
        }
        if !self.is_fresh() {
            self.y += style.before;
        }
        self.entry(level, text);
        for line in &lines {
            self.line(line, 0.0, self.width(), style.size, Face::Bold, Align::Left);
        }
        if level == 1 {
            let (left, width, y) = (self.left(), self.width(), self.y + 2.0);
            self.mark(Mark::Line { from: (left, y), to: (left + width, y), width: 1.0 });
        }
        self.y += style.after;
    }

    /// How much room the next blocks need at least, so that a heading does not stand alone.
    fn least(&self, next: &[Block]) -> f32 {
        match next.first() {
            None | Some(Block::PageBreak | Block::Turn(_)) => 0.0,
            Some(Block::Heading { level, .. }) => {
                let style = heading_style(*level);
                style.before + style.size * LEADING + style.after + self.least(&next[1..])
            }
            Some(Block::Text(text)) => {
                let lines = self.breaker.lines(&text.text, text.face, text.size, self.width()).len();
                let least = lines.min(2) as f32 * text.size * LEADING;
                // A note that introduces a table stays with it.
                let introduces = !matches!(next.get(1), Some(Block::Heading { level: 1, .. }));
                if lines <= 2 && introduces { least + text.after + self.least(&next[1..]) } else { least }
            }
            Some(Block::End(_)) => 0.0,
            Some(Block::List(_)) => 2.0 * Text::body("").size * LEADING,
            Some(Block::Table(content)) => self.least_of(content),
            Some(Block::Facts(facts)) => table::least(self, &facts_table(facts)),
            Some(Block::Stamps(_)) => bars::STAMPS,
            Some(Block::Bars(chart)) => bars::least(chart),
            Some(Block::Lines(_)) => lines::HEIGHT,
            Some(Block::Contents) => 3.0 * contents::STEP,
            Some(Block::Space(height)) => height + self.least(&next[1..]),
        }
    }

    /// How much room a table of the blocks needs at least. The blocks stay where they are while they are set, so the
    /// address tells one from another.
    fn least_of(&self, table: &Table) -> f32 {
        let (address, width) = (std::ptr::from_ref(table), self.width());
        let known = *self.asked.borrow();
        if let Some((_, _, least)) = known.filter(|(of, at, _)| *of == address && *at == width) {
            return least;
        }
        let least = table::least(self, table);
        *self.asked.borrow_mut() = Some((address, width, least));
        least
    }

    fn text(&mut self, text: &Text) {
        let lines = self.breaker.lines(&text.text, text.face, text.size, self.width());
        self.lines(&lines, 0.0, text);
        self.y += text.after;
    }

    /// A last line for which there is no room stands in the margin, above what stands at the foot of every page.
    fn end(&mut self, text: &Text) {
        let lines = self.breaker.lines(&text.text, text.face, text.size, self.width());
        let foot = self.page().body().3;
        if lines.len() == 1 && self.room() < text.size * LEADING {
            self.y = self.y.min(foot);
            self.line(&lines[0], 0.0, self.width(), text.size, text.face, text.align);
        } else {
            self.lines(&lines, 0.0, text);
        }
    }

    fn item(&mut self, item: &str) {
        let style = Text::body("");
        let indent = style.size * 1.2;
        let lines = self.breaker.lines(item, style.face, style.size, self.width() - indent);
        if self.room() < lines.len().min(2) as f32 * style.size * LEADING {
            self.next_page();
        }
        let (x, y) = (self.left(), self.y + style.size * BASE);
        self.mark(Mark::Text { x, y, size: style.size, face: style.face, tracking: 0.0, text: "・".to_owned() });
        self.lines(&lines, indent, &style);
        self.y += 2.0;
    }

    /// Sets lines so that neither the first nor the last of a paragraph stands alone on its page.
    fn lines(&mut self, lines: &[Line], indent: f32, style: &Text) {
        let height = style.size * LEADING;
        let mut done = 0;
        while done < lines.len() {
            let left = lines.len() - done;
            let fit = (self.room() / height + 0.001).max(0.0) as usize;
            let take = if fit >= left {
                left
            } else if left - fit == 1 && fit > 2 {
                fit - 1
            } else if (fit < 2 || left - fit == 1) && !self.is_fresh() {
                0
            } else {
                fit.max(1)
            };
            for line in &lines[done..done + take] {
                self.line(line, indent, self.width() - indent, style.size, style.face, style.align);
            }
            done += take;
            if done < lines.len() {
                self.next_page();
            }
        }
    }

    /// Sets one line and moves on.
    fn line(&mut self, line: &Line, indent: f32, width: f32, size: f32, face: Face, align: Align) {
        let mark = text_mark(line, self.left() + indent, self.y + size * BASE, width, size, face, align);
        self.mark(mark);
        self.y += size * LEADING;
    }
}

/// A line of text between two edges.
pub(super) fn text_mark(line: &Line, x: f32, y: f32, width: f32, size: f32, face: Face, align: Align) -> Mark {
    let slack = (width - line.width).max(0.0);
    let gaps = line.text.chars().count().saturating_sub(1).max(1) as f32;
    let (x, tracking) = match align {
        Align::Left => (x, 0.0),
        Align::Centre => (x + slack / 2.0, 0.0),
        Align::Right => (x + slack, 0.0),
        // A line is stretched by what a moved character leaves, not pulled apart where a long word went down.
        Align::Both if !line.last && slack < size * 2.5 => (x, slack / gaps),
        Align::Both => (x, 0.0),
    };
    Mark::Text { x, y, size, face, tracking, text: line.text.clone() }
}

struct HeadingStyle {
    size: f32,
    before: f32,
    after: f32,
}

fn heading_style(level: u8) -> HeadingStyle {
    match level {
        1 => HeadingStyle { size: 14.0, before: 18.0, after: 9.0 },
        2 => HeadingStyle { size: 11.5, before: 12.0, after: 4.0 },
        _ => HeadingStyle { size: 10.0, before: 8.0, after: 3.0 },
    }
}

fn facts_table(facts: &[(String, String)]) -> Table {
    let row = |(label, value): &(String, String)| Row::new(vec![Cell::new(label).label(), Cell::new(value)]);
    Table {
        columns: vec![Column::fixed(96.0, Align::Left), Column::share(1.0, Align::Left)],
        head: Vec::new(),
        rows: facts.iter().map(row).collect(),
        size: 9.5,
        together: true,
    }
}
