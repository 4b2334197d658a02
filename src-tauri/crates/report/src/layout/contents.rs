//! 目次: a line per heading with the page it stands on.

use super::block::{Align, Block};
use super::flow::{BASE, Flow, text_mark};
use super::kinsoku::Line;
use super::page::{Mark, Page};
use super::printable::one_line;
use super::{Face, Line as Words};

/// The height of a line of the contents.
pub(super) const STEP: f32 = 18.0;

/// What stands in the contents: headings of sections and of their parts.
const DEEPEST: u8 = 2;

/// More lines than this would make the contents long; then the parts of sections are left out.
const MOST: usize = 38;

/// A heading and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    level: u8,
    text: String,
    /// The page, from 0; nothing before it is known.
    at: Option<(usize, f32)>,
}

/// The headings of blocks that are not set yet.
pub(super) fn unknown(blocks: &[Block]) -> Vec<Place> {
    let place = |block: &Block| match block {
        Block::Heading { level, text } => Some(Place { level: *level, text: text.clone(), at: None }),
        _ => None,
    };
    listed(blocks.iter().filter_map(place).collect())
}

/// The headings of pages.
pub(super) fn known(pages: &[Page]) -> Vec<Place> {
    let mut places = Vec::new();
    for (page, content) in pages.iter().enumerate() {
        let entries = content.entries.iter();
        places.extend(entries.map(|entry| Place {
            level: entry.level,
            text: entry.text.clone(),
            at: Some((page, entry.y)),
        }));
    }
    listed(places)
}

fn listed(mut places: Vec<Place>) -> Vec<Place> {
    places.retain(|place| place.level <= DEEPEST);
    if places.len() > MOST {
        places.retain(|place| place.level == 1);
    }
    places
}

/// Sets the contents: a heading, dots, and the number of its page.
pub(super) fn contents(flow: &mut Flow<'_>, places: &[Place]) {
    for place in places {
        let size = if place.level == 1 { 10.5 } else { 9.5 };
        let face = if place.level == 1 { Face::Bold } else { Face::Regular };
        if flow.room() < STEP {
            flow.next_page();
        }
        let (indent, number) = (f32::from(place.level - 1) * 14.0, 34.0);
        let (left, width, y) = (flow.left() + indent, flow.width() - indent, flow.y + size * BASE);
        let metrics = flow.breaker.metrics();
        // A heading has one line here: what is too long ends in dots.
        let text = shortened(one_line(&place.text), width - number - 24.0, |text| metrics.width(face, size, text));
        let ends = metrics.width(face, size, &text);
        let dot = metrics.width(Face::Regular, size, "・");
        let dots = ((width - number - ends - 12.0) / dot).max(0.0) as usize;
        let line = |text: String, width: f32| Words { text, width, last: true, start: 0 };
        let begin = width - number - dots as f32 * dot;
        flow.mark(text_mark(&line(text, ends), left, y, width, size, face, Align::Left));
        let leaders: Line = line("・".repeat(dots), dots as f32 * dot);
        flow.mark(text_mark(&leaders, left + begin, y, dots as f32 * dot, size, Face::Regular, Align::Left));
        let page = place.at.map_or_else(String::new, |(page, _)| (page + 1).to_string());
        let room = flow.breaker.metrics().width(face, size, &page);
        flow.mark(text_mark(&line(page, room), left, y, width, size, face, Align::Right));
        if let Some((page, to)) = place.at {
            let y = flow.y;
            flow.mark(Mark::Link { x: left, y, width, height: STEP - 2.0, page, to });
        }
        flow.y += STEP;
    }
}

fn shortened(mut text: String, most: f32, width: impl Fn(&str) -> f32) -> String {
    if width(&text) <= most {
        return text;
    }
    while !text.is_empty() && width(&text) + width("…") > most {
        text.pop();
    }
    text + "…"
}
