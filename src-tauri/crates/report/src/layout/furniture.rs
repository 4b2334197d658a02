//! What stands on every page: class, title, page number, the mark of a draft.

use super::block::Align;
use super::flow::text_mark;
use super::kinsoku::{Breaker, Line};
use super::page::{Insets, Mark, Page};
use super::printable::one_line;
use super::{Face, Metrics};

/// What stands on every page.
pub struct Furniture<'a> {
    /// At the left of the header.
    pub title: String,
    /// The class with its brackets: in the header, in the footer and in the corner of the first page.
    pub class_label: String,
    /// Handling restrictions, beside the class.
    pub handling: String,
    /// At the right of the footer.
    pub reference: String,
    /// The mark of a draft, if it is one.
    pub draft: Option<String>,
    /// The margins of every page.
    pub insets: Insets,
    /// Makes the page number from this page's and the last page's.
    pub number: &'a dyn Fn(usize, usize) -> String,
}

type Type = (Face, f32);
const SMALL: Type = (Face::Regular, 8.5);
const CLASS: Type = (Face::Bold, 8.5);
const CORNER: Type = (Face::Bold, 13.0);
const BOX: Type = (Face::Bold, 15.0);

impl Furniture<'_> {
    /// Puts it on all pages; only now their number is known.
    pub(super) fn put(&self, pages: &mut [Page], metrics: &dyn Metrics) {
        let count = pages.len();
        for (place, page) in pages.iter_mut().enumerate() {
            // The header comes before the text of the page and the footer after it, because that is the order in
            // which a page is extracted and read aloud.
            let header = self.header(page, place == 0, metrics);
            page.marks.splice(0..0, header);
            let number = (self.number)(place + 1, count);
            let footer = self.footer(page, &number, metrics);
            page.marks.extend(footer);
        }
    }

    fn header(&self, page: &Page, first: bool, metrics: &dyn Metrics) -> Vec<Mark> {
        let (left, top, right, _) = page.body();
        let mut marks = Vec::new();
        let mut from = left;
        if let Some(draft) = &self.draft {
            let width = metrics.width(Face::Bold, 15.0, draft) + 11.0;
            marks.push(Mark::Frame { x: left, y: top - 43.0, width, height: 26.0, line: 1.2 });
            marks.push(one(metrics, draft, (left, top - 24.5), width, BOX, Align::Centre));
            from += width + 8.0;
        }
        if first {
            self.corner(&mut marks, metrics, right, top - 40.0);
        } else {
            let (y, half) = (top - 22.0, (right - left) * 0.6);
            marks.push(one(metrics, &self.title, (from, y), half, SMALL, Align::Left));
            marks.push(one(metrics, &self.class_label, (left, y), right - left, CLASS, Align::Right));
            marks.push(Mark::Line { from: (left, top - 13.0), to: (right, top - 13.0), width: 0.4 });
        }
        marks
    }

    fn footer(&self, page: &Page, number: &str, metrics: &dyn Metrics) -> Vec<Mark> {
        let (left, _, right, bottom) = page.body();
        let (y, part) = (bottom + 26.0, (right - left) * 0.4);
        let class = format!("{}{}", self.class_label, self.handling);
        vec![
            one(metrics, &class, (left, y), part, SMALL, Align::Left),
            one(metrics, number, (left, y), right - left, SMALL, Align::Centre),
            one(metrics, &self.reference, (right - part, y), part, SMALL, Align::Right),
        ]
    }

    /// The class in a box in the corner of the first page, with the handling restrictions under it.
    fn corner(&self, marks: &mut Vec<Mark>, metrics: &dyn Metrics, right: f32, y: f32) {
        let handling = metrics.width(SMALL.0, SMALL.1, &self.handling).min(150.0);
        let width = metrics.width(CORNER.0, CORNER.1, &self.class_label).max(handling).max(80.0) + 12.0;
        let lines = Breaker::new(metrics).lines(&self.handling, SMALL.0, SMALL.1, width - 8.0);
        let below = if self.handling.is_empty() { 0.0 } else { lines.len() as f32 * 12.0 + 2.0 };
        marks.push(Mark::Frame { x: right - width, y, width, height: 26.0 + below, line: 1.2 });
        marks.push(one(metrics, &self.class_label, (right - width, y + 18.0), width, CORNER, Align::Centre));
        if below > 0.0 {
            for (place, line) in lines.iter().enumerate() {
                let y = y + 34.0 + place as f32 * 12.0;
                marks.push(text_mark(line, right - width + 4.0, y, width - 8.0, SMALL.1, SMALL.0, Align::Centre));
            }
        }
    }
}

/// One line; what does not fit is set smaller, because a header has one line.
fn one(metrics: &dyn Metrics, text: &str, at: (f32, f32), width: f32, (face, size): Type, align: Align) -> Mark {
    let text = one_line(text);
    let natural = metrics.width(face, size, &text);
    let size = size * (width / natural.max(1.0)).min(1.0);
    let line = Line { width: metrics.width(face, size, &text), text, last: true, start: 0 };
    text_mark(&line, at.0, at.1, width, size, face, align)
}
