//! Damage: what becomes of a workbook on bad paths and in hostile hands. The same number makes the same damage.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A small generator of our own, so that a number printed once makes the same again.
pub(crate) struct Dice(u64);

impl Dice {
    /// Begins at a number.
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below another one.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

/// What hostile hands put into parts.
const PIECES: [&str; 28] = [
    "<row r=\"1048576\">",
    "<row r=\"4294967295\"/>",
    "</row>",
    "<c r=\"XFD1048576\" t=\"s\"><v>99999999</v></c>",
    "<c t=\"inlineStr\"><is><t>x</t></is></c>",
    "<c r=\"A0\"/>",
    "<c r=\"ZZZZZZZZZ9\"><v>1e999</v></c>",
    "<c><f t=\"array\" ref=\"A1:XFD1048576\">A1</f><v/></c>",
    "<c><f t=\"shared\" si=\"0\"/></c>",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "<mergeCell ref=\"B2:C3\"/>",
    "<sheetData/>",
    "<sheetData>",
    "</sheetData>",
    "<col min=\"1\" max=\"16384\" hidden=\"1\" style=\"7\"/>",
    "<dimension ref=\"A1:XFD1048576\"/>",
    "<calcPr fullCalcOnLoad=\"0\"/>",
    "<!-- -->",
    "<![CDATA[",
    "&#0;",
    "&#x10FFFF;",
    "&lt",
    "_x000D_",
    " table:number-columns-repeated=\"999999999\"",
    " table:number-rows-repeated=\"1048576\"",
    " r=\"-1\"",
    "\u{feff}",
    "\u{202e}総務課",
];

/// A workbook of these, damaged.
pub(crate) fn damaged(examples: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = examples[dice.below(examples.len())].clone();
    for _ in 0..=dice.below(3) {
        bytes = match dice.below(8) {
            0 => bytes[..dice.below(bytes.len())].to_vec(),
            1 | 2 => in_bytes(bytes, dice),
            3 => {
                let other = &examples[dice.below(examples.len())];
                [&bytes[..dice.below(bytes.len())], &other[dice.below(other.len())..]].concat()
            }
            _ => in_part(bytes, dice),
        };
    }
    bytes
}

fn in_bytes(mut bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len());
        match (dice.below(4), bytes.get(at).copied()) {
            (0, Some(byte)) => bytes[at] = byte ^ (1 << dice.below(8)),
            (1, Some(_)) => bytes[at] = *dice.one(&[&0, &0xff, &0x7f, &0x80, &b'<', &b'"']),
            (2, _) => bytes.insert(at, dice.below(256) as u8),
            (3, Some(_)) => drop(bytes.remove(at)),
            _ => {}
        }
    }
    bytes
}

/// The package whole, and one of its parts broken.
fn in_part(bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    let Ok(mut from) = ZipArchive::new(Cursor::new(&bytes)) else { return in_bytes(bytes, dice) };
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let chosen = dice.below(from.len());
    for index in 0..from.len() {
        let Ok(entry) = from.by_index(index) else { continue };
        let Ok(name) = entry.name().map(|name| name.into_owned()) else { continue };
        let mut content = Vec::new();
        if entry.take(4 << 20).read_to_end(&mut content).is_err() {
            continue;
        }
        // Sheets are where most is read, and so where most can go wrong.
        if index == chosen || name.contains("sheet") && dice.below(2) == 0 {
            content = match String::from_utf8(content) {
                Ok(text) => in_text(&text, dice).into_bytes(),
                Err(binary) => in_bytes(binary.into_bytes(), dice),
            };
        }
        if to.start_file(name, SimpleFileOptions::default()).is_err() || to.write_all(&content).is_err() {
            return bytes;
        }
    }
    to.finish().map_or(bytes, Cursor::into_inner)
}

fn in_text(text: &str, dice: &mut Dice) -> String {
    let mut text = text.to_owned();
    for _ in 0..=dice.below(4) {
        let place = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        // Mostly between tags, so that what comes out is still read to its end.
        let start = place(dice.below(text.len()));
        let tag = text[start..].find('<').map_or(start, |more| start + more);
        let at = if dice.below(4) == 0 { start } else { tag };
        let length = dice.below(60);
        let end = place(at + length).max(at);
        text = match dice.below(4) {
            0 => format!("{}{}", &text[..at], &text[end..]),
            1 => format!("{}{}{}", &text[..end], &text[at..end], &text[end..]),
            2 => {
                let digits = text[at..].find(|c: char| c.is_ascii_digit()).map_or(at, |more| at + more);
                let number = dice.one(&["0", "-1", "999999999999", "1048577", "7", "1e308", "16384"]);
                format!("{}{number}{}", &text[..digits], &text[digits..])
            }
            _ => format!("{}{}{}", &text[..at], dice.one(&PIECES), &text[at..]),
        };
    }
    text
}
