//! Parts as texts: what stands where in them, and how what is written into them is spelled.

use super::WriteBackError;
use quick_xml::events::{BytesStart, Event};
use std::fmt::Write;
use std::ops::Range;

/// Tells every token of a part with its place, so that everything between those that change can stay as it is.
pub(super) fn tokens<'a>(xml: &'a str, mut tell: impl FnMut(&Event<'a>, Range<usize>)) -> Result<(), WriteBackError> {
    let skipped = xml.len() - xml.trim_start_matches('\u{feff}').len();
    let mut reader = quick_xml::Reader::from_str(&xml[skipped..]);
    let place = |position: u64| usize::try_from(position).unwrap_or(usize::MAX).saturating_add(skipped);
    loop {
        let start = place(reader.buffer_position());
        let event = reader.read_event().map_err(WriteBackError::damaged)?;
        let end = place(reader.buffer_position());
        match &event {
            Event::Eof => return Ok(()),
            // What is written is UTF-8 and would be read as something else.
            Event::Decl(says) => match says.encoding() {
                Some(Ok(encoding)) if !encoding.eq_ignore_ascii_case("utf-8") => {
                    return Err(WriteBackError::damaged(encoding));
                }
                _ => {}
            },
            event => tell(event, start..end),
        }
    }
}

/// A tag up to its end, without some of its attributes and with others.
pub(super) fn retagged(
    tag: &BytesStart<'_>,
    without: &[&str],
    with: &[(&str, &str)],
) -> Result<String, WriteBackError> {
    let mut text = format!("<{}", tag.name().as_ref());
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(WriteBackError::damaged)?;
        let name: &str = attribute.key.as_ref();
        if !without.contains(&name) {
            // It may have stood between single quotes.
            let _ = write!(text, " {name}=\"{}\"", attribute.value.replace('"', "&quot;"));
        }
    }
    for (name, value) in with {
        let _ = write!(text, " {name}=\"{value}\"");
    }
    Ok(text)
}

/// A text as it is spelled in a cell: every line end is one character, and what XML cannot hold is spelled as Excel spells
/// it, `_x0007_`, as is what looks like that and is not meant so.
pub(super) fn spelled(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '_' if is_spelled(&text[at..]) => out.push_str("_x005F_"),
            '\n' | '\t' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                let _ = write!(out, "_x{:04X}_", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

/// Whether a text begins like `_x0007_`.
fn is_spelled(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7
        && bytes[..2].eq_ignore_ascii_case(b"_x")
        && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
        && bytes[6] == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_spelled_so_that_they_come_back() {
        for (text, as_spelled) in [
            ("=1+1", "=1+1"),
            ("a & b < c > d \"e\"", "a &amp; b &lt; c &gt; d \"e\""),
            ("一行目\r\n二行目\r三行目\n", "一行目\n二行目\n三行目\n"),
            ("\u{0}\u{7}\u{1f}\u{ffff}", "_x0000__x0007__x001F__xFFFF_"),
            ("_x000D_ _x00e9_ _x12_ _x", "_x005F_x000D_ _x005F_x00e9_ _x12_ _x"),
            ("_x_x0041_", "_x_x005F_x0041_"),
            ("𠮷\u{e000}\u{7f}", "𠮷\u{e000}\u{7f}"),
        ] {
            assert_eq!(spelled(text), as_spelled);
        }
    }
}
