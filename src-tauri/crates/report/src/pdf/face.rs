//! The fonts, as far as a page needs them.

use super::Fonts;
use crate::ReportError;
use crate::layout::{Face, Mark, Metrics, Page};
use printpdf::{Codepoint, ParsedFont};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What is printed for a character that the font lacks: visible, and known to readers as 下駄.
pub(super) const GETA: char = '〓';

/// The two weights with the widths of their characters.
pub struct Typeface {
    pub(super) regular: ParsedFont,
    pub(super) bold: ParsedFont,
    /// What was found out so far about the characters of both weights: looking one up in the font is slow, and every
    /// line asks for the same few hundred.
    known: [RefCell<BTreeMap<char, Option<Glyph>>>; 2],
}

/// A character in a font.
#[derive(Clone, Copy)]
struct Glyph {
    id: u16,
    /// Its width in em.
    advance: f32,
}

impl Typeface {
    /// Reads the fonts.
    pub fn new(fonts: &Fonts<'_>) -> Result<Typeface, ReportError> {
        let read = |name: &'static str, bytes: &[u8]| {
            // The parser reads tables when they are needed, so a font that is cut short would fail in the middle.
            let font = is_whole(bytes).then(|| ParsedFont::from_bytes(bytes, 0, &mut Vec::new())).flatten();
            font.filter(|font| font.lookup_glyph_index(GETA as u32).is_some()).ok_or(ReportError::Font(name))
        };
        let (regular, bold) = (read("gothic", fonts.gothic)?, read("gothic_bold", fonts.gothic_bold)?);
        Ok(Typeface { regular, bold, known: Default::default() })
    }

    fn glyph(&self, face: Face, character: char) -> Option<Glyph> {
        let mut known = self.known[face as usize].borrow_mut();
        *known.entry(character).or_insert_with(|| look_up(self.font(face), character))
    }

    fn font(&self, face: Face) -> &ParsedFont {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
        }
    }

    /// The glyphs of a text, with 〓 for what the font lacks. They are given to printpdf instead of the text, because
    /// it would look every character up twice more.
    pub(super) fn glyphs(&self, face: Face, text: &str) -> Vec<Codepoint> {
        let glyph = |character: char| {
            let (shown, glyph) = match self.glyph(face, character) {
                Some(glyph) => (character, glyph),
                None => (GETA, self.glyph(face, GETA)?),
            };
            Some(Codepoint::with_cid(glyph.id, 0.0, shown.to_string()))
        };
        text.chars().filter_map(glyph).collect()
    }

    /// Whether one of the fonts lacks a character, so that it may be printed as 〓.
    #[must_use]
    pub fn lacks(&self, character: char) -> bool {
        [Face::Regular, Face::Bold].into_iter().any(|face| self.glyph(face, character).is_none())
    }

    /// The characters on these pages that the fonts lack, in the order of their codes.
    pub fn missing(&self, pages: &[Page]) -> Vec<char> {
        let mut missing = BTreeSet::new();
        for mark in pages.iter().flat_map(|page| &page.marks) {
            if let Mark::Text { face, text, .. } = mark {
                missing.extend(text.chars().filter(|&character| self.glyph(*face, character).is_none()));
            }
        }
        missing.into_iter().collect()
    }
}

impl Metrics for Typeface {
    fn advance(&self, face: Face, character: char) -> f32 {
        self.glyph(face, character).map_or(1.0, |glyph| glyph.advance)
    }
}

fn look_up(font: &ParsedFont, character: char) -> Option<Glyph> {
    // What is private to one office (外字) would show as something that nobody there drew.
    if domain::text::is_private_use(character) {
        return None;
    }
    let id = font.lookup_glyph_index(character as u32).filter(|glyph| *glyph != 0)?;
    let units = f32::from(font.pdf_font_metrics.units_per_em.max(1));
    Some(Glyph { id, advance: f32::from(font.get_horizontal_advance(id)) / units })
}

/// Whether every table that the font lists lies within its bytes.
fn is_whole(bytes: &[u8]) -> bool {
    let number = |at: usize| bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes);
    let tables = bytes.get(4..6).map_or(0, |two| usize::from(u16::from_be_bytes([two[0], two[1]])));
    let fits = |table: usize| match (number(12 + table * 16 + 8), number(12 + table * 16 + 12)) {
        (Some(offset), Some(length)) => u64::from(offset) + u64::from(length) <= bytes.len() as u64,
        _ => false,
    };
    tables > 0 && (0..tables).all(fits)
}
