//! The styles of a workbook: which of them strike out, colour, and show numbers in their own way.

use super::formats;
use crate::read::ReadError;
use crate::read::parts::{Parts, Piece};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What one style does to a cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) struck: bool,
    pub(super) coloured: bool,
    /// Its format, if it shows something else than the plain number.
    pub(super) format: Option<Rc<str>>,
}

/// No workbook has more; Excel allows 64,000.
const MOST_STYLES: usize = 70_000;

/// The styles in their order.
pub(super) fn read(parts: &mut Parts<'_>, part: &str) -> Result<Vec<Style>, ReadError> {
    let mut formats: BTreeMap<u32, Rc<str>> = BTreeMap::new();
    let (mut struck, mut coloured) = (Vec::new(), Vec::new());
    let mut styles: Vec<Style> = Vec::new();
    let mut within = String::new();
    parts.walk(part, |piece| match piece {
        Piece::Open(tag) => match tag.name() {
            name @ ("numFmts" | "fonts" | "fills" | "cellXfs" | "cellStyleXfs" | "dxfs" | "borders") => {
                within = name.to_owned();
            }
            "numFmt" if within == "numFmts" => {
                if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.get("formatCode")) {
                    formats.insert(id, code.into());
                }
            }
            "font" if within == "fonts" => struck.push(false),
            "strike" if within == "fonts" => {
                if let Some(last) = struck.last_mut() {
                    *last = tag.stands();
                }
            }
            "fill" if within == "fills" => coloured.push(false),
            "patternFill" if within == "fills" => {
                let solid = !matches!(tag.get("patternType").as_deref(), None | Some("none" | "gray125"));
                if let Some(last) = coloured.last_mut() {
                    *last = solid;
                }
            }
            "fgColor" if within == "fills" => {
                // White on white is the way some clear a cell.
                let white = tag.get("rgb").is_some_and(|rgb| rgb.to_uppercase().ends_with("FFFFFF"))
                    || tag.number("indexed").is_some_and(|index| matches!(index, 9 | 65))
                    || (tag.number("theme") == Some(0) && tag.get("tint").is_none());
                if let Some(last) = coloured.last_mut() {
                    *last &= !white;
                }
            }
            "gradientFill" if within == "fills" => {
                if let Some(last) = coloured.last_mut() {
                    *last = true;
                }
            }
            "xf" if within == "cellXfs" && styles.len() < MOST_STYLES => {
                let of =
                    |list: &[bool], name| tag.number(name).and_then(|id| list.get(id as usize)).is_some_and(|is| *is);
                let id = tag.number("numFmtId").unwrap_or(0);
                let format = formats.get(&id).cloned().or_else(|| formats::builtin(id).map(Rc::from));
                styles.push(Style { struck: of(&struck, "fontId"), coloured: of(&coloured, "fillId"), format });
            }
            _ => {}
        },
        Piece::Close(name) if name == within => within.clear(),
        _ => {}
    })?;
    Ok(styles)
}
