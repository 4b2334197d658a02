//! Text with commas or tabs, as it comes out of Excel in Japan: UTF-8 with or without a mark, UTF-16, CP932.

use super::{Budget, ReadError, ReadFault, lines};
use crate::workbook::{CellKind, Sheet};
use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};

pub(super) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>, ReadError> {
    let text = decode(bytes)?;
    let separator = separator(&text);
    let mut cells = Vec::new();
    let fields = Fields { rest: &text, separator, row: 0, column: 0, done: text.is_empty() };
    for (row, column, text) in fields {
        cells.extend(budget.cell(row, column, (lines(&text), CellKind::Text))?);
    }
    Ok(vec![Sheet::new(String::new(), true, cells)])
}

fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    let marked = Encoding::for_bom(bytes);
    let candidates = match &marked {
        Some((encoding, length)) => vec![(*encoding, &bytes[*length..])],
        None => vec![(UTF_8, bytes), (SHIFT_JIS, bytes)],
    };
    candidates
        .into_iter()
        .find_map(|(encoding, bytes)| encoding.decode_without_bom_handling_and_without_replacement(bytes))
        .filter(|text| !text.contains('\0'))
        .map(|text| text.into_owned())
        .ok_or_else(|| ReadError::new(ReadFault::UnknownEncoding))
}

fn separator(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    if first.matches('\t').count() > first.matches(',').count() { '\t' } else { ',' }
}

/// The fields of a text, each with its row and column.
struct Fields<'a> {
    rest: &'a str,
    separator: char,
    row: u32,
    column: u32,
    done: bool,
}

impl Iterator for Fields<'_> {
    type Item = (u32, u32, String);

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let place = (self.row, self.column);
        let mut field = String::new();
        let mut quoted = false;
        let mut chars = self.rest.char_indices().peekable();
        let mut end = self.rest.len();
        self.done = true;
        while let Some((at, c)) = chars.next() {
            match c {
                '"' if quoted && chars.peek().is_some_and(|(_, next)| *next == '"') => {
                    field.push('"');
                    chars.next();
                }
                '"' if quoted || field.is_empty() => quoted = !quoted,
                '\r' if !quoted && chars.peek().is_some_and(|(_, next)| *next == '\n') => {}
                c if !quoted && (c == self.separator || c == '\n' || c == '\r') => {
                    end = at + 1;
                    self.done = false;
                    (self.row, self.column) =
                        if c == self.separator { (place.0, place.1 + 1) } else { (place.0 + 1, 0) };
                    break;
                }
                c => field.push(c),
            }
        }
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
            ("\"never closed,\nb", &[(0, 0, "never closed,\nb")]),
            ("=1+1,-2", &[(0, 0, "=1+1"), (0, 1, "-2")]),
            ("001,123456789012345678", &[(0, 0, "001"), (0, 1, "123456789012345678")]),
        ];
        for (text, expected) in cases {
            let expected: Vec<_> = expected.iter().map(|(r, c, t)| (*r, *c, (*t).to_owned())).collect();
            assert_eq!(cells(text.as_bytes()), expected, "{text:?}");
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
