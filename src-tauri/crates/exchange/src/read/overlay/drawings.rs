//! What floats over the cells: pictures, shapes with and without words, boxes to tick.

use crate::read::ReadError;
use crate::read::looks::{Floating, MOST_FLOATING};
use crate::read::parts::{Parts, Piece};

/// The pictures and shapes of a sheet.
pub(super) fn drawings(parts: &mut Parts<'_>, part: &str) -> Result<Vec<Floating>, ReadError> {
    let mut found: Vec<Floating> = Vec::new();
    // Rows and columns of both corners, in the order in which they are named.
    let (mut corner, mut slot) = (0, None);
    let (mut places, mut text) = ([[0_u32; 2]; 2], String::new());
    let mut in_text = false;
    parts.walk(part, |piece| match piece {
        Piece::Open(tag) => match tag.name() {
            "twoCellAnchor" | "oneCellAnchor" => (places, text) = ([[0; 2]; 2], String::new()),
            "from" => corner = 0,
            "to" => corner = 1,
            "row" => slot = Some(0),
            "col" => slot = Some(1),
            "t" => in_text = true,
            _ => {}
        },
        Piece::Text(words) => {
            if let Some(slot) = slot {
                places[corner][slot] = words.trim().parse().unwrap_or(0);
                if corner == 0 {
                    places[1][slot] = places[0][slot];
                }
            } else if in_text {
                text.push_str(words);
            }
        }
        Piece::Close(name) => match name {
            "row" | "col" => slot = None,
            "t" => in_text = false,
            "p" if !text.is_empty() => text.push('\n'),
            "twoCellAnchor" | "oneCellAnchor" if found.len() < MOST_FLOATING => {
                let [[top, left], [bottom, right]] = places;
                let area = ((top, bottom.max(top)), (left, right.max(left)));
                found.push(Floating { area, text: text.trim().to_owned(), ticked: false });
            }
            _ => {}
        },
    })?;
    Ok(found)
}

/// The boxes to tick and the round buttons of the drawings of old; notes are drawn there as well, and left alone.
pub(super) fn boxes(parts: &mut Parts<'_>, part: &str) -> Result<Vec<Floating>, ReadError> {
    let mut found: Vec<Floating> = Vec::new();
    let (mut kind, mut anchor, mut ticked, mut label) = (String::new(), String::new(), false, String::new());
    let mut within = String::new();
    parts.walk(part, |piece| match piece {
        Piece::Open(tag) => {
            let name = tag.name();
            match name {
                "shape" => (kind, anchor, ticked, label) = (String::new(), String::new(), false, String::new()),
                "ClientData" => kind = tag.get("ObjectType").unwrap_or_default(),
                _ => {}
            }
            within = name.to_owned();
        }
        Piece::Text(text) => match within.as_str() {
            "Anchor" => anchor.push_str(text),
            "Checked" => ticked = text.trim() == "1",
            "div" | "font" | "span" | "textbox" => label.push_str(text),
            _ => {}
        },
        Piece::Close("shape") => {
            let control = matches!(kind.as_str(), "Checkbox" | "Radio");
            if control && found.len() < MOST_FLOATING {
                // Left, its offset, top, its offset, right, its offset, bottom, its offset. A box is where it begins.
                let numbers: Vec<u32> = anchor.split(',').map(|part| part.trim().parse().unwrap_or(0)).collect();
                let at = |n: usize| numbers.get(n).copied().unwrap_or(0);
                let area = ((at(2), at(2)), (at(0), at(0)));
                found.push(Floating { area, text: label.trim().to_owned(), ticked });
            }
        }
        Piece::Close(_) => within.clear(),
    })?;
    Ok(found)
}
