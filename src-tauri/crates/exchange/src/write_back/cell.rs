//! How one cell is written.

use super::text::{retagged, spelled};
use super::{CellValue, WriteBackError};
use crate::read::At;
use crate::workbook::address;
use quick_xml::events::BytesStart;
use std::fmt::Write;

/// A cell that was there, with another value and its looks.
pub(super) fn again(tag: &BytesStart<'_>, value: &CellValue) -> Result<String, WriteBackError> {
    let name = tag.name();
    let prefix = name.as_ref().strip_suffix('c').unwrap_or_default();
    let (kind, inside) = content(prefix, value);
    // What else a cell says of its value is not true of another one.
    let open = retagged(tag, &["t", "cm", "vm"], &kind)?;
    Ok(format!("{open}>{inside}</{}>", name.as_ref()))
}

/// A cell that was not there.
pub(super) fn fresh(prefix: &str, at: At, style: Option<&str>, value: &CellValue) -> String {
    let (kind, inside) = content(prefix, value);
    let mut text = format!("<{prefix}c r=\"{}\"", address(at.0, at.1));
    for (name, value) in style.iter().map(|style| ("s", *style)).chain(kind) {
        let _ = write!(text, " {name}=\"{value}\"");
    }
    let _ = write!(text, ">{inside}</{prefix}c>");
    text
}

/// What says the kind of a value, and the value.
fn content(prefix: &str, value: &CellValue) -> (Vec<(&'static str, &'static str)>, String) {
    let text = match value {
        CellValue::Number(number) if number.is_finite() => {
            return (Vec::new(), format!("<{prefix}v>{number}</{prefix}v>"));
        }
        CellValue::Number(number) => number.to_string(),
        CellValue::Text(text) => spelled(text),
    };
    let inside = format!("<{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is>");
    (vec![("t", "inlineStr")], inside)
}
