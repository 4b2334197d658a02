//! Texts of several pieces: which of them are struck out, and what is written beside cells.

use crate::read::looks::{At, MOST, place};
use crate::read::parts::{Parts, Piece, Tag};
use crate::read::{ReadError, lines};
use std::collections::BTreeMap;

/// A text of which something is struck out: what is left, and what is not.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Runs {
    pub(super) left: String,
    pub(super) struck: String,
    in_run: bool,
    in_text: bool,
    in_reading: bool,
    is_struck: bool,
}

impl Runs {
    /// Takes the pieces of `si`, `is` or `text`; the readings of kanji are no part of the text.
    pub(super) fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(tag) if tag.is("r") => (self.in_run, self.is_struck) = (true, false),
            Piece::Open(tag) if tag.is("rPh") => self.in_reading = true,
            Piece::Open(tag) if tag.is("strike") && self.in_run => self.is_struck = tag.stands(),
            Piece::Open(tag) if tag.is("t") => self.in_text = true,
            Piece::Close("t") => self.in_text = false,
            Piece::Close("r") => (self.in_run, self.is_struck) = (false, false),
            Piece::Close("rPh") => self.in_reading = false,
            Piece::Text(text) if self.in_text && !self.in_reading => {
                if self.is_struck { &mut self.struck } else { &mut self.left }.push_str(text);
            }
            _ => {}
        }
    }

    /// Both with the line ends of the workspace.
    pub(super) fn done(self) -> (String, String) {
        (lines(&self.left), lines(&self.struck))
    }
}

/// The shared texts of which something is struck out, by their places in the table.
pub(super) fn shared(parts: &mut Parts<'_>, part: &str) -> Result<BTreeMap<usize, (String, String)>, ReadError> {
    let mut found = BTreeMap::new();
    if !parts.may_hold(part, "strike") {
        return Ok(found);
    }
    let mut index = 0;
    let mut runs = Runs::default();
    parts.walk(part, |piece| match piece {
        Piece::Open(tag) if tag.is("si") => runs = Runs::default(),
        Piece::Close("si") => {
            let runs = std::mem::take(&mut runs);
            if !runs.struck.is_empty() && found.len() < MOST * 10 {
                found.insert(index, runs.done());
            }
            index += 1;
        }
        piece => runs.take(&piece),
    })?;
    Ok(found)
}

/// The comments of a part by their cells.
pub(super) fn comments(parts: &mut Parts<'_>, part: &str) -> Result<BTreeMap<At, String>, ReadError> {
    beside(parts, part, "comment", "t")
}

/// The threads of a part by their cells; an answer stands below what it answers.
pub(super) fn threads(parts: &mut Parts<'_>, part: &str) -> Result<BTreeMap<At, String>, ReadError> {
    beside(parts, part, "threadedComment", "text")
}

fn beside(parts: &mut Parts<'_>, part: &str, one: &str, text: &str) -> Result<BTreeMap<At, String>, ReadError> {
    let mut found: BTreeMap<At, String> = BTreeMap::new();
    let mut at = None;
    let (mut in_text, mut written) = (false, String::new());
    parts.walk(part, |piece| match piece {
        Piece::Open(tag) if tag.is(one) => at = cell_of(tag),
        Piece::Open(tag) if tag.is(text) => in_text = true,
        Piece::Close(name) if name == text => in_text = false,
        Piece::Text(text) if in_text => written.push_str(text),
        Piece::Close(name) if name == one => {
            let text = lines(&std::mem::take(&mut written)).trim().to_owned();
            if let Some(at) = at.take().filter(|_| !text.is_empty() && found.len() < MOST) {
                let all = found.entry(at).or_default();
                if !all.is_empty() {
                    all.push('\n');
                }
                all.push_str(&text);
            }
        }
        _ => {}
    })?;
    Ok(found)
}

fn cell_of(tag: &Tag<'_>) -> Option<At> {
    place(&tag.get("ref")?)
}
