//! Writing into the workbook that somebody sent: answers, or our queries beside their cells. Whoever opens it again finds
//! it as it was, but for the cells that were written. Every other part of the package stays as it is, byte for byte;
//! of a sheet, only the cells change that are named, and the rows that did not exist for them.

mod beside;
mod cell;
mod package;
mod sheet;
mod text;

pub use beside::{Query, queries_beside};

use crate::diagnostic::Diagnostic;
use crate::read::{At, Limits, ReadError, ReadFault, Sniffed, package as zipped, sniff};
use crate::workbook::address;
use domain::{Keyed, keyed_enum};
use package::Package;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What is written into one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellWrite {
    /// The name of the sheet.
    pub sheet: String,
    /// The row, counted from 0.
    pub row: u32,
    /// The column, counted from 0.
    pub column: u32,
    /// What it is to hold.
    pub value: CellValue,
}

/// What a cell is to hold.
#[derive(Clone, Debug, PartialEq)]
pub enum CellValue {
    /// A text, which never becomes a formula, whatever it begins with.
    Text(String),
    /// A number. What is not finite is written as text, for no cell holds it.
    Number(f64),
}

/// A workbook that was written into.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenBack {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was not written, or not where it was meant.
    pub diagnostics: Vec<Diagnostic>,
}

keyed_enum! {
    /// Why nothing is written into a file. The message is `exchange-write-back-<key>`.
    pub enum WriteBackFault {
        /// It needs a password.
        Encrypted = "encrypted",
        /// It is signed, and would not be any more.
        Signed = "signed",
        /// It is .xls.
        OldWorkbook = "old-workbook",
        /// It is .ods.
        OpenDocument = "open-document",
        /// It is text with commas, which holds nothing but values.
        PlainText = "plain-text",
        /// It is larger than what is read.
        TooMuch = "too-much",
        /// It is cut off or broken.
        Damaged = "damaged",
        /// It is something else.
        NotAWorkbook = "not-a-workbook",
        /// A sheet that is to be written is not there.
        NoSuchSheet = "no-such-sheet",
        /// A cell that is to be written lies beyond the last row or column.
        BeyondGrid = "beyond-grid",
        /// A text is longer than a cell can hold.
        TextTooLong = "text-too-long",
    }
}

/// A file that is not written into: why, and what fills the message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault:?} {args:?}")]
pub struct WriteBackError {
    /// Why.
    pub fault: WriteBackFault,
    /// `name` of the file, and for some faults `sheet`, `cell`, `limit` or `detail`.
    pub args: BTreeMap<String, String>,
}

impl WriteBackError {
    fn new(fault: WriteBackFault) -> WriteBackError {
        WriteBackError { fault, args: BTreeMap::new() }
    }

    fn with(mut self, name: &str, value: impl ToString) -> WriteBackError {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    fn damaged(detail: impl ToString) -> WriteBackError {
        WriteBackError::new(WriteBackFault::Damaged).with("detail", detail)
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.fault.key()
    }

    /// The key of the message.
    pub fn message_key(&self) -> String {
        format!("exchange-write-back-{}", self.code())
    }

    /// The message.
    pub fn text(&self, lang: i18n::Lang) -> String {
        let args: Vec<_> = self.args.iter().map(|(name, value)| (name.as_str(), value.into())).collect();
        i18n::text(lang, &self.message_key(), &args)
    }
}

impl From<ReadError> for WriteBackError {
    /// What cannot be read cannot be written into, but there is something else to be done about it.
    fn from(error: ReadError) -> WriteBackError {
        let fault = match error.fault {
            ReadFault::Encrypted => WriteBackFault::Encrypted,
            ReadFault::TooLarge | ReadFault::TooMuch | ReadFault::Inflates => WriteBackFault::TooMuch,
            ReadFault::Empty | ReadFault::Damaged | ReadFault::Stopped => WriteBackFault::Damaged,
            ReadFault::WebPage
            | ReadFault::NotAWorkbook
            | ReadFault::Packed
            | ReadFault::Unsupported
            | ReadFault::LockFile
            | ReadFault::UnknownEncoding => WriteBackFault::NotAWorkbook,
        };
        WriteBackError { fault, args: error.args }
    }
}

/// The rows and columns a sheet has.
const GRID: At = (1_048_576, 16_384);

/// How many characters a cell holds, as Excel counts them.
const LONGEST: usize = 32_767;

/// Writes into cells of a workbook (.xlsx or .xlsm, by its content) and has everything calculated anew when it is next
/// opened. Of two writes to one cell the later one counts. A formula is never overwritten, and of merged cells only the
/// first one is written into; where that is not the one that was meant, a diagnostic says so.
///
/// # Errors
/// If the file is none that is written into, or a write fits into no cell of it. Nothing is written then.
pub fn write_back(
    bytes: &[u8],
    name: &str,
    writes: &[CellWrite],
    limits: &Limits,
) -> Result<WrittenBack, WriteBackError> {
    let done = catch_unwind(AssertUnwindSafe(|| written(bytes, name, writes, limits)));
    // As for reading: what runs into a wall of its own has met a broken file.
    done.unwrap_or_else(|_| Err(WriteBackError::damaged("the reader gave up")))
        .map_err(|error| error.with("name", name))
}

fn written(bytes: &[u8], name: &str, writes: &[CellWrite], limits: &Limits) -> Result<WrittenBack, WriteBackError> {
    fits(bytes, limits)?;
    let mut package = Package::open(bytes)?;
    let tabs = package.tabs()?;
    let mut wanted: BTreeMap<usize, BTreeMap<At, &CellValue>> = BTreeMap::new();
    for write in writes {
        let missing = || WriteBackError::new(WriteBackFault::NoSuchSheet).with("sheet", &write.sheet);
        let tab = tabs.iter().position(|(tab, _)| *tab == write.sheet).ok_or_else(missing)?;
        possible(write)?;
        wanted.entry(tab).or_default().insert((write.row, write.column), &write.value);
    }
    let mut diagnostics = Vec::new();
    let mut changed = BTreeMap::new();
    for (tab, wanted) in &wanted {
        let (tab, part) = &tabs[*tab];
        let (index, xml) = package.text(part)?;
        let done = sheet::write(&xml, wanted)?;
        diagnostics.extend(done.said.into_iter().map(|said| {
            let args: Vec<(&str, &str)> = said.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            Diagnostic::new(said.code, name, &args).at(tab, Some(address(said.at.0, said.at.1)))
        }));
        changed.extend(done.xml.map(|xml| (index, xml)));
    }
    if changed.is_empty() {
        return Ok(WrittenBack { bytes: bytes.to_vec(), diagnostics });
    }
    let (index, xml) = package.text(package::WORKBOOK)?;
    changed.extend(package::calculated_anew(&xml)?.map(|xml| (index, xml)));
    Ok(WrittenBack { bytes: package.with(changed)?, diagnostics })
}

/// Whether the file is of the kind and size that is written into.
fn fits(bytes: &[u8], limits: &Limits) -> Result<(), WriteBackError> {
    if bytes.len() as u64 > limits.bytes {
        return Err(WriteBackError::new(WriteBackFault::TooMuch).with("limit", limits.bytes >> 20));
    }
    match sniff(bytes)? {
        Sniffed::Zip => match zipped::open(bytes, limits, &|| true)? {
            zipped::Kind::OpenXml => Ok(()),
            zipped::Kind::OpenDocument => Err(WriteBackError::new(WriteBackFault::OpenDocument)),
        },
        Sniffed::Compound => Err(WriteBackError::new(package::compound(bytes))),
        Sniffed::Text => Err(WriteBackError::new(WriteBackFault::PlainText)),
    }
}

/// Whether a cell can hold what it is to hold.
fn possible(write: &CellWrite) -> Result<(), WriteBackError> {
    let place = |error: WriteBackError| {
        error.with("sheet", &write.sheet).with("cell", address(write.row, write.column)).with("limit", LONGEST)
    };
    if write.row >= GRID.0 || write.column >= GRID.1 {
        return Err(place(WriteBackError::new(WriteBackFault::BeyondGrid)));
    }
    match &write.value {
        CellValue::Text(text) if text.encode_utf16().count() > LONGEST => {
            Err(place(WriteBackError::new(WriteBackFault::TextTooLong)))
        }
        _ => Ok(()),
    }
}
