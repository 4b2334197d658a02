//! Text with commas or tabs, as it comes out of Excel in Japan: UTF-8 with or without a mark, UTF-16, CP932.

use super::{Budget, ReadError, ReadFault, lines};
use crate::workbook::{CellKind, Sheet};
use encoding_rs::{Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};
use std::collections::BTreeMap;

/// How many rows say what separates the fields.
const LOOKED_AT: u32 = 30;

pub(super) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>, ReadError> {
    let text = decode(bytes)?;
    let (text, separator) = separated(&text);
    let mut cells = Vec::new();
    for (row, column, text) in Fields::of(text, separator) {
        cells.extend(budget.cell(row, column, (lines(&text), CellKind::Text))?);
    }
    Ok(vec![Sheet::new(String::new(), true, cells)])
}

fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, length)| (encoding, &bytes[length..]));
    let candidates = match marked.or_else(|| Some((unmarked_utf16(bytes)?, bytes))) {
        Some((encoding, bytes)) => vec![(encoding, unpadded(bytes, encoding != UTF_8))],
        None => vec![(UTF_8, unpadded(bytes, false)), (SHIFT_JIS, unpadded(bytes, false))],
    };
    candidates
        .into_iter()
        .find_map(|(encoding, bytes)| encoding.decode_without_bom_handling_and_without_replacement(bytes))
        .filter(|text| !text.contains('\0'))
        .map(|text| text.into_owned())
        .ok_or_else(|| ReadError::new(ReadFault::UnknownEncoding))
}

/// The bytes without the zeros that some programs fill a file up with. Where characters have two bytes, the zero that
/// is half of the last one stays.
fn unpadded(bytes: &[u8], wide: bool) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let half = usize::from(wide && end % 2 == 1);
    &bytes[..(end + half).min(bytes.len())]
}

/// UTF-16 without its mark: there is a zero beside every digit, comma and line end, always on the same side, and nothing
/// that no text holds.
pub(super) fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let bytes = unpadded(bytes, true);
    let pairs = bytes[..bytes.len().min(4096)].as_chunks::<2>().0;
    let zeros = |side: usize| pairs.iter().filter(|pair| pair[side] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let is_little = second > first;
    let (most, least) = (first.max(second), first.min(second));
    if bytes.len() % 2 == 1 || most * 20 < pairs.len() || most <= least * 4 {
        return None;
    }
    let unit = |pair: &[u8; 2]| if is_little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) };
    let is_text = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    // What is looked at may end within a character.
    let whole = pairs.len().saturating_sub(1);
    let clean = char::decode_utf16(pairs.iter().map(unit)).take(whole).all(|c| c.is_ok_and(is_text));
    clean.then_some(if is_little { UTF_16LE } else { UTF_16BE })
}

/// The text without the line that only names the separator, as Excel takes it, and the separator.
fn separated(text: &str) -> (&str, char) {
    let first = text.lines().next().unwrap_or_default();
    let named = first.trim_matches('"');
    let mut rest = named.get(4..).filter(|_| named[..4].eq_ignore_ascii_case("sep=")).unwrap_or_default().chars();
    match (rest.next(), rest.next()) {
        (Some(separator), None) if separator == '\t' || separator.is_ascii_punctuation() => {
            (text[first.len()..].trim_start_matches('\r').strip_prefix('\n').unwrap_or(""), separator)
        }
        _ => (text, separator(text)),
    }
}

/// What separates the fields: that which stands equally often in most of the first rows. A title above the table has
/// none of it, or commas of its own.
fn separator(text: &str) -> char {
    let mut best = (',', (0, 0));
    for one in [',', '\t', ';'] {
        let mut columns: BTreeMap<u32, u32> = BTreeMap::new();
        for (row, column, _) in Fields::of(text, one).take_while(|(row, _, _)| *row < LOOKED_AT) {
            columns.insert(row, column);
        }
        let mut times: BTreeMap<u32, u32> = BTreeMap::new();
        for count in columns.into_values().filter(|count| *count > 0) {
            *times.entry(count).or_default() += 1;
        }
        let most = times.into_iter().map(|(count, times)| (times, count)).max().unwrap_or_default();
        if most > best.1 {
            best = (one, most);
        }
    }
    best.0
}

/// The fields of a text, each with its row and column.
struct Fields<'a> {
    rest: &'a str,
    separator: char,
    row: u32,
    column: u32,
    done: bool,
}

impl<'a> Fields<'a> {
    fn of(text: &'a str, separator: char) -> Fields<'a> {
        Fields { rest: text, separator, row: 0, column: 0, done: text.is_empty() }
    }

    /// The next field, where it ends and what ends it. Nothing, if it begins with a quote that is never closed, or only
    /// by one that opens a field of a later row: such a quote would make rows vanish.
    fn field(&self, with_quotes: bool) -> Option<(String, usize, Option<char>)> {
        let mut field = String::new();
        let (mut quoted, mut has_lines) = (false, false);
        let is_end = |c: char| c == self.separator || c == '\n' || c == '\r';
        let mut chars = self.rest.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            match c {
                '"' if quoted && next == Some('"') => {
                    field.push('"');
                    chars.next();
                }
                '"' if quoted && has_lines && !next.is_none_or(|next| next == ' ' || is_end(next)) => return None,
                '"' if quoted || (with_quotes && field.is_empty()) => quoted = !quoted,
                '\r' if !quoted && next == Some('\n') => {}
                c if !quoted && is_end(c) => return Some((field, at + c.len_utf8(), Some(c))),
                c => {
                    has_lines |= matches!(c, '\n' | '\r');
                    field.push(c);
                }
            }
        }
        (!quoted).then_some((field, self.rest.len(), None))
    }
}

impl Iterator for Fields<'_> {
    type Item = (u32, u32, String);

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let (field, end, by) = self.field(true).or_else(|| self.field(false))?;
        let place = (self.row, self.column);
        (self.row, self.column) = if by == Some(self.separator) { (place.0, place.1 + 1) } else { (place.0 + 1, 0) };
        self.done = by.is_none();
        self.rest = &self.rest[end..];
        Some((place.0, place.1, field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Limits, read};

    fn cells(bytes: &[u8]) -> Vec<(u32, u32, String)> {
        let workbook = read(bytes, "a.csv", &Limits::default()).unwrap();
        workbook.sheets[0].cells().iter().map(|c| (c.row, c.column, c.text.clone())).collect()
    }

    #[test]
    fn fields_are_cut_as_excel_cuts_them() {
        type Expected = &'static [(u32, u32, &'static str)];
        let cases: &[(&str, Expected)] = &[
            ("a,b\nc", &[(0, 0, "a"), (0, 1, "b"), (1, 0, "c")]),
            ("a,b\r\nc\r\n", &[(0, 0, "a"), (0, 1, "b"), (1, 0, "c")]),
            ("\"a,\"\"b\"\"\r\nc\",d", &[(0, 0, "a,\"b\"\nc"), (0, 1, "d")]),
            ("a\tb,c\td", &[(0, 0, "a"), (0, 1, "b,c"), (0, 2, "d")]),
            (",,x", &[(0, 2, "x")]),
            ("5\" disk,b", &[(0, 0, "5\" disk"), (0, 1, "b")]),
            ("\"never closed,\nb", &[(0, 0, "\"never closed"), (1, 0, "b")]),
            ("a,\"open\nb,\"c\"\nd", &[(0, 0, "a"), (0, 1, "\"open"), (1, 0, "b"), (1, 1, "c"), (2, 0, "d")]),
            ("\"a\" b,c", &[(0, 0, "a b"), (0, 1, "c")]),
            ("=1+1,-2", &[(0, 0, "=1+1"), (0, 1, "-2")]),
            ("001,123456789012345678", &[(0, 0, "001"), (0, 1, "123456789012345678")]),
        ];
        for (text, expected) in cases {
            let expected: Vec<_> = expected.iter().map(|(r, c, t)| (*r, *c, (*t).to_owned())).collect();
            assert_eq!(cells(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn the_separator_is_that_of_most_rows() {
        for (text, expected) in [
            ("点検票,総務課\na\tb\tc\nd\te\tf", (1, 2, "c")),
            ("点検票\n\na;b,c;d\ne;f;g", (2, 2, "d")),
            ("点検票\t総務課\na,\"b\tc\td\",e\nf,g,h", (1, 2, "e")),
            ("sep=;\r\na,b;c\r\n", (0, 1, "c")),
            ("\"SEP=\t\"\na,b\tc", (0, 1, "c")),
            ("sep=,b", (0, 1, "b")),
            ("sep=あ", (0, 0, "sep=あ")),
        ] {
            let (row, column, text_there) = expected;
            let cells = cells(text.as_bytes());
            assert!(cells.contains(&(row, column, text_there.to_owned())), "{text:?}: {cells:?}");
        }
    }

    #[test]
    fn zeros_behind_a_text_and_a_missing_mark_are_borne() {
        let text = "番号,判定\r\n1,適合　\r\n2,不適合\r\n";
        let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(bytes).collect() };
        let marked = [&[0xff, 0xfe][..], &wide(u16::to_le_bytes)].concat();
        for bytes in [text.as_bytes().to_vec(), wide(u16::to_le_bytes), wide(u16::to_be_bytes), marked] {
            for zeros in [0, 1, 2, 5000] {
                let padded = [&bytes[..], &vec![0; zeros]].concat();
                assert_eq!(cells(&padded)[5], (2, 1, "不適合".to_owned()), "{bytes:?} {zeros}");
            }
        }
        let long = "1-1,端末,適合\n".repeat(2000);
        let long: Vec<u8> = long.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(cells(&long).len(), 6000);
        for bytes in [&b"a\0\x01\0b\0c\0"[..], b"a,b\0c", b"a\0,\0\0\0b\0"] {
            assert_eq!(read(bytes, "a.csv", &Limits::default()).unwrap_err().fault, ReadFault::NotAWorkbook);
        }
    }

    #[test]
    fn the_encodings_of_japanese_offices_are_known() {
        let text = "番号,判定\n1,○～①髙";
        let (cp932, _, lost) = SHIFT_JIS.encode(text);
        assert!(!lost, "the text exists in CP932");
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let marked: Vec<u8> = [0xef, 0xbb, 0xbf].into_iter().chain(text.bytes()).collect();
        for bytes in [text.as_bytes(), &cp932, &utf16, &marked] {
            assert_eq!(cells(bytes)[3], (1, 1, "○～①髙".to_owned()));
        }
        let error = read(b"a,\xff\xff\x80\xfe", "a.csv", &Limits::default()).unwrap_err();
        assert_eq!(error.fault, ReadFault::UnknownEncoding);
    }
}
