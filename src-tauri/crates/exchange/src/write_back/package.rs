//! The package that is written into: which of its parts are concerned, and how it is put together again.

use super::text::{retagged, tokens};
use super::{WriteBackError, WriteBackFault};
use crate::read::parts::{Parts, Piece, Tag};
use crate::read::{ReadError, ReadFault};
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The part that names the sheets, as in all that is read here.
pub(super) const WORKBOOK: &str = "xl/workbook.xml";

/// The parts that are changed are held whole, together no more than this, in bytes. A sheet of that size has half a
/// million cells.
const HELD: u64 = 96 << 20;

/// A package that can be written into.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

/// What an OLE file is, which is never written into.
pub(super) fn compound(bytes: &[u8]) -> WriteBackFault {
    let Ok(file) = cfb::CompoundFile::open(Cursor::new(bytes)) else {
        // Even a broken one can be told by the name of its part, which is UTF-16.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(name.len()).any(|window| window == name);
        return if encrypted { WriteBackFault::Encrypted } else { WriteBackFault::Damaged };
    };
    if file.exists("/EncryptedPackage") {
        WriteBackFault::Encrypted
    } else if file.is_stream("/Workbook") || file.is_stream("/Book") {
        WriteBackFault::OldWorkbook
    } else {
        WriteBackFault::NotAWorkbook
    }
}

impl<'a> Package<'a> {
    /// Refuses what is signed: the signature speaks for every byte.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, WriteBackError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(WriteBackError::damaged)?;
        let package = Package { bytes, zip, left: HELD };
        let by_name =
            (0..package.zip.len()).any(|n| package.name(n).to_ascii_lowercase().starts_with("_xmlsignatures/"));
        let go_on = || true;
        let mut by_relation = false;
        Parts::open(bytes, &go_on)?.walk("_rels/.rels", |piece| {
            if let Piece::Open(tag) = piece {
                by_relation |= tag.get("Type").is_some_and(|kind| kind.contains("/digital-signature/"));
            }
        })?;
        if by_name || by_relation {
            return Err(WriteBackError::new(WriteBackFault::Signed));
        }
        Ok(package)
    }

    /// The name of a part; one that is written in no known way is none of those that are looked for.
    fn name(&self, index: usize) -> String {
        let name = self.zip.name_for_index(index).and_then(Result::ok);
        name.map(|name| name.replace('\\', "/")).unwrap_or_default()
    }

    /// The names of the worksheets with their parts.
    pub(super) fn tabs(&mut self) -> Result<Vec<(String, String)>, WriteBackError> {
        let go_on = || true;
        let mut parts = Parts::open(self.bytes, &go_on)?;
        let relations = parts.relations(WORKBOOK)?;
        let mut tabs = Vec::new();
        parts.walk(WORKBOOK, |piece| {
            if let Piece::Open(tag) = piece
                && tag.is("sheet")
                && let (Some(name), Some(id)) = (tag.get("name"), tag.refers())
                && let Some((kind, part)) = relations.get(&id)
                && kind == "worksheet"
            {
                tabs.push((name, part.clone()));
            }
        })?;
        Ok(tabs)
    }

    /// The place of a part in the package, and its text.
    pub(super) fn text(&mut self, part: &str) -> Result<(usize, String), WriteBackError> {
        let exact = (0..self.zip.len()).find(|index| self.name(*index) == part);
        let alike = || (0..self.zip.len()).find(|index| self.name(*index).eq_ignore_ascii_case(part));
        let index = exact.or_else(alike).ok_or_else(|| WriteBackError::damaged(part))?;
        let entry = self.zip.by_index(index).map_err(WriteBackError::damaged)?;
        let mut bytes = Vec::new();
        entry.take(self.left + 1).read_to_end(&mut bytes).map_err(WriteBackError::damaged)?;
        let too_much = || ReadError::new(ReadFault::TooMuch).with("limit", HELD >> 20);
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or_else(too_much)?;
        Ok((index, String::from_utf8(bytes).map_err(WriteBackError::damaged)?))
    }

    /// The package with other texts in some of its parts. Every other part is taken over as it is packed, with its name,
    /// its time and its place; those that are changed keep theirs as well.
    pub(super) fn with(&mut self, changed: BTreeMap<usize, String>) -> Result<Vec<u8>, WriteBackError> {
        let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len() + (64 << 10))));
        out.set_raw_comment(self.zip.comment().into()).map_err(WriteBackError::damaged)?;
        for index in 0..self.zip.len() {
            let entry = self.zip.by_index_raw(index).map_err(WriteBackError::damaged)?;
            let Some(text) = changed.get(&index) else {
                out.raw_copy_file(entry).map_err(WriteBackError::damaged)?;
                continue;
            };
            let stored = entry.compression() == CompressionMethod::Stored;
            let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            let options = entry.options().compression_method(method);
            let name = entry.name().map_err(WriteBackError::damaged)?.into_owned();
            drop(entry);
            out.start_file(name, options).map_err(WriteBackError::damaged)?;
            out.write_all(text.as_bytes()).map_err(WriteBackError::damaged)?;
        }
        Ok(out.finish().map_err(WriteBackError::damaged)?.into_inner())
    }
}

/// What stands before the settings of calculation in a workbook, by its schema.
const BEFORE: [&str; 9] = [
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
];

/// The workbook with the wish to be calculated wholly when it is opened, or nothing if it says so already: formulas that
/// look at the cells that were written hold values from before.
pub(super) fn calculated_anew(xml: &str) -> Result<Option<String>, WriteBackError> {
    let mut depth = 0_usize;
    let (mut settings, mut after, mut prefix) = (None, None, String::new());
    tokens(xml, |event, range| match event {
        Event::Start(tag) | Event::Empty(tag) => {
            let is_open = matches!(event, Event::Start(_));
            let name = tag.local_name();
            if depth == 0 {
                prefix = tag.name().as_ref().trim_end_matches(name.as_ref()).to_owned();
            }
            if depth == 1 && name.as_ref() == "calcPr" {
                settings = Some((tag.clone(), range.clone()));
            }
            if depth == 1 && !is_open && BEFORE.contains(&name.as_ref()) {
                after = Some(range.end);
            }
            depth += usize::from(is_open);
        }
        Event::End(tag) => {
            depth = depth.saturating_sub(1);
            if depth == 1 && BEFORE.contains(&tag.local_name().as_ref()) {
                after = Some(range.end);
            }
        }
        _ => {}
    })?;
    let (range, text) = match (settings, after) {
        (Some((tag, range)), _) => {
            if Tag(&tag).yes("fullCalcOnLoad") {
                return Ok(None);
            }
            let end = if xml[range.clone()].ends_with("/>") { "/>" } else { ">" };
            (range, retagged(&tag, &["fullCalcOnLoad"], &[("fullCalcOnLoad", "1")])? + end)
        }
        (None, Some(after)) => (after..after, format!("<{prefix}calcPr fullCalcOnLoad=\"1\"/>")),
        (None, None) => return Err(WriteBackError::damaged(WORKBOOK)),
    };
    Ok(Some(format!("{}{text}{}", &xml[..range.start], &xml[range.end..])))
}
