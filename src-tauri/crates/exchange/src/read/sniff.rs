//! What a file is by its first bytes.

use super::csv::unmarked_utf16;
use super::{ReadError, ReadFault};
use encoding_rs::{Encoding, UTF_8};

/// What the first bytes of a file say of it.
pub(crate) enum Sniffed {
    Zip,
    Compound,
    Text,
}

/// How much of a file is looked at, in bytes.
const HEAD: usize = 4096;

/// What a file is, or why it is nothing that is read.
pub(crate) fn sniff(bytes: &[u8]) -> Result<Sniffed, ReadError> {
    let start = &bytes[..bytes.len().min(HEAD)];
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return Ok(Sniffed::Zip);
    }
    if start.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Sniffed::Compound);
    }
    // Copying makes room first and fills it afterwards.
    if !start.is_empty() && start.iter().all(|byte| *byte == 0) {
        return Err(ReadError::damaged("nothing but zeros"));
    }
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| unmarked_utf16(bytes));
    let wide = encoding.filter(|encoding| *encoding != UTF_8);
    // In what has two bytes for every character, words are looked for as in anything else.
    let decoded = wide.map(|encoding| encoding.decode(start).0.into_owned().into_bytes());
    let text = decoded.as_deref().unwrap_or(start);
    let head = Head(text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).trim_ascii_start());
    if head.0.is_empty() && bytes.len() <= start.len() {
        return Err(ReadError::new(ReadFault::Empty));
    }
    if head.is_page() {
        return Err(ReadError::new(ReadFault::WebPage));
    }
    if let Some(kind) = head.unsupported() {
        return Err(ReadError::new(ReadFault::Unsupported).with("detail", kind));
    }
    if let Some(kind) = head.other(bytes) {
        return Err(ReadError::new(ReadFault::NotAWorkbook).with("detail", kind));
    }
    let padding = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    if wide.is_none() && start[..padding.min(start.len())].contains(&0) {
        return Err(ReadError::new(ReadFault::NotAWorkbook).with("detail", "?"));
    }
    Ok(Sniffed::Text)
}

/// The first bytes without white space before them.
struct Head<'a>(&'a [u8]);

impl Head<'_> {
    fn begins(&self, with: &[u8]) -> bool {
        begins(self.0, with)
    }

    fn holds(&self, word: &[u8]) -> bool {
        self.0.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word))
    }

    /// Whether a line begins with a word.
    fn line_begins(&self, with: &[u8]) -> bool {
        self.0.split(|byte| matches!(byte, b'\n' | b'\r')).any(|line| begins(line.trim_ascii_start(), with))
    }

    /// Whether it is a web page. A cell may well speak of tags, so they count at the beginning of lines, and anywhere
    /// only where all of it is written in tags.
    fn is_page(&self) -> bool {
        // A web page in one file, as Excel saves it, whatever lines stand before.
        if self.line_begins(b"mime-version:") && self.holds(b"multipart/related") {
            return true;
        }
        let tags: [&[u8]; 3] = [b"<!doctype html", b"<html", b"<table"];
        if self.begins(b"<meta") || self.begins(b"<head") || tags.iter().any(|tag| self.begins(tag)) {
            return true;
        }
        let in_tags = self.begins(b"<") && self.sheet_in_xml().is_none();
        tags.iter().any(|tag| self.line_begins(tag) && self.sheet_in_xml().is_none() || in_tags && self.holds(tag))
    }

    /// What kind of workbook in XML it is.
    fn sheet_in_xml(&self) -> Option<&'static str> {
        let kinds =
            [(&b"urn:schemas-microsoft-com:office:spreadsheet"[..], "XML 2003"), (b"<office:document ", ".fods")];
        let found = kinds.into_iter().find(|(word, _)| self.begins(b"<") && self.holds(word));
        found.map(|(_, kind)| kind)
    }

    /// What kind of workbook that is not read here it is.
    fn unsupported(&self) -> Option<&'static str> {
        // The name of a column may begin in the same way as SYLK, but then no line is a record of it.
        let records: [&[u8]; 4] = [b"c;", b"b;", b"p;", b"f;"];
        let is_sylk = self.0.starts_with(b"ID;P") && records.iter().any(|record| self.line_begins(record));
        self.sheet_in_xml().or(is_sylk.then_some("SYLK"))
    }

    /// What it is that is no workbook at all.
    fn other(&self, whole: &[u8]) -> Option<&'static str> {
        let kinds = [
            (&b"%PDF"[..], "PDF"),
            (b"<?xml", "XML"),
            (b"{\\rtf", "RTF"),
            (b"\x89PNG", "PNG"),
            (b"\xff\xd8\xff", "JPEG"),
        ];
        let known = kinds.into_iter().find(|(magic, _)| self.begins(magic)).map(|(_, kind)| kind);
        known.or_else(|| self.is_json(whole).then_some("JSON"))
    }

    /// Whether it is JSON. [重要] and the like are texts.
    fn is_json(&self, whole: &[u8]) -> bool {
        let mut visible = self.0.iter().filter(|byte| !byte.is_ascii_whitespace());
        let last = whole.iter().rfind(|byte| **byte != 0 && !byte.is_ascii_whitespace());
        matches!(
            (visible.next(), visible.next(), last),
            (Some(b'{'), Some(b'"' | b'}'), Some(b'}')) | (Some(b'['), Some(b'{' | b'[' | b'"' | b']'), Some(b']'))
        )
    }
}

fn begins(text: &[u8], with: &[u8]) -> bool {
    text.len() >= with.len() && text[..with.len()].eq_ignore_ascii_case(with)
}
