//! Bytes → cells. What a file is, its content says; its name only helps to talk about it.

mod csv;
pub(crate) mod looks;
mod old;
mod opendocument;
mod openxml;
mod overlay;
pub(crate) mod package;
pub(crate) mod parts;
mod sniff;

pub use looks::Looks;
pub(crate) use looks::{Area, At, Merged, Span, area, place, within};
pub(crate) use sniff::{Sniffed, sniff};

use crate::workbook::{Cell, CellKind, Workbook};
use calamine::{Data, DataRef, ExcelDateTime};
use domain::{Keyed, keyed_enum};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How much is read before a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The size of the file in bytes.
    pub bytes: u64,
    /// The size of everything in it after unpacking, in bytes.
    pub unpacked: u64,
    /// How many times larger than the file it may become, once it is larger than [`Limits::RATIO_FROM`].
    pub ratio: u64,
    /// The number of sheets.
    pub sheets: usize,
    /// The number of cells that hold something, in all sheets together.
    pub cells: usize,
    /// The number of cells in the rectangles around them, for formats that are read as rectangles.
    pub area: u64,
    /// The length of all texts together in bytes.
    pub text: usize,
}

impl Limits {
    /// Small files may unpack to many times their size without harm.
    pub const RATIO_FROM: u64 = 16 << 20;

    /// No part of a package is larger after unpacking, in bytes: some are held whole while they are read.
    pub const PART: u64 = 256 << 20;
}

impl Default for Limits {
    /// Far above what an office sends, and low enough that reading ends soon on a small laptop.
    fn default() -> Limits {
        Limits {
            bytes: 64 << 20,
            unpacked: 512 << 20,
            ratio: 250,
            sheets: 500,
            cells: 2_000_000,
            area: 8_000_000,
            text: 128 << 20,
        }
    }
}

keyed_enum! {
    /// Why a file cannot be read. The message is `exchange-error-<key>`.
    pub enum ReadFault {
        /// Nothing is in it.
        Empty = "empty",
        /// It is larger than is read.
        TooLarge = "too-large",
        /// It needs a password.
        Encrypted = "encrypted",
        /// It is cut off or broken.
        Damaged = "damaged",
        /// It is a web page under the name of a workbook.
        WebPage = "web-page",
        /// It is something else.
        NotAWorkbook = "not-a-workbook",
        /// Workbooks are packed together in it.
        Packed = "packed",
        /// It is a workbook of a kind that is not read here.
        Unsupported = "unsupported",
        /// It is the little file that Excel keeps beside an open workbook.
        LockFile = "lock-file",
        /// It holds more cells, sheets or text than is read.
        TooMuch = "too-much",
        /// It unpacks to far more than its size, as files do that are made to do harm.
        Inflates = "inflates",
        /// Its text is in no known encoding.
        UnknownEncoding = "unknown-encoding",
        /// Reading was stopped by whoever asked for it.
        Stopped = "stopped",
    }
}

/// A file that cannot be read: why, and what fills the message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault:?} {args:?}")]
pub struct ReadError {
    /// Why.
    pub fault: ReadFault,
    /// `name` of the file, and for some faults `limit` or `detail`.
    pub args: BTreeMap<String, String>,
}

impl ReadError {
    pub(crate) fn new(fault: ReadFault) -> ReadError {
        ReadError { fault, args: BTreeMap::new() }
    }

    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> ReadError {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// The file is broken; the reader's own words go to the log, not to the user.
    pub(crate) fn damaged(detail: impl ToString) -> ReadError {
        ReadError::new(ReadFault::Damaged).with("detail", detail)
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.fault.key()
    }

    /// The key of the message.
    pub fn message_key(&self) -> String {
        format!("exchange-error-{}", self.code())
    }

    /// The message.
    pub fn text(&self, lang: i18n::Lang) -> String {
        let args: Vec<_> = self.args.iter().map(|(name, value)| (name.as_str(), value.into())).collect();
        i18n::text(lang, &self.message_key(), &args)
    }
}

/// Reads a workbook. `name` is the name of the file, which is only talked about.
pub fn read(bytes: &[u8], name: &str, limits: &Limits) -> Result<Workbook, ReadError> {
    read_while(bytes, name, limits, &|| true)
}

/// Reads a workbook as long as `go_on` says so, which is asked every few milliseconds: for a deadline, or for somebody
/// who no longer wants to wait.
pub fn read_while(bytes: &[u8], name: &str, limits: &Limits, go_on: &dyn Fn() -> bool) -> Result<Workbook, ReadError> {
    let mut budget = Budget { limits, go_on, cells: 0, text: 0 };
    let book = catch_unwind(AssertUnwindSafe(|| sheets(bytes, name, limits, &mut budget)))
        // A reader of a foreign format that runs into a wall of its own has met a broken file.
        .unwrap_or_else(|_| Err(ReadError::damaged("the reader gave up")));
    match book {
        Ok(book) => Ok(Workbook { name: name.to_owned(), ..book }),
        Err(error) => Err(error.with("name", name)),
    }
}

fn sheets(bytes: &[u8], name: &str, limits: &Limits, budget: &mut Budget<'_>) -> Result<Workbook, ReadError> {
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return Err(ReadError::new(ReadFault::LockFile));
    }
    if bytes.len() as u64 > limits.bytes {
        return Err(ReadError::new(ReadFault::TooLarge).with("limit", limits.bytes >> 20));
    }
    let sniffed = sniff(bytes)?;
    let is_partly_read = !matches!(sniffed, Sniffed::Text);
    let mut is_reencoded = false;
    let sheets = match sniffed {
        Sniffed::Zip => match package::open(bytes, limits, budget.go_on)? {
            package::Kind::OpenXml => return openxml::read(bytes, budget),
            package::Kind::OpenDocument => opendocument::read(bytes, budget)?,
        },
        Sniffed::Compound => {
            let (sheets, lied) = old::read(bytes, budget)?;
            is_reencoded = lied;
            sheets
        }
        Sniffed::Text => csv::read(bytes, budget)?,
    };
    Ok(Workbook { sheets, is_partly_read, is_reencoded, ..Workbook::default() })
}

/// What may still be read.
struct Budget<'a> {
    limits: &'a Limits,
    go_on: &'a dyn Fn() -> bool,
    cells: usize,
    text: usize,
}

impl Budget<'_> {
    /// Takes a cell out of the budget; cells that hold nothing are free and give nothing.
    fn cell(&mut self, row: u32, column: u32, (text, kind): (String, CellKind)) -> Result<Option<Cell>, ReadError> {
        if text.is_empty() && kind != CellKind::NoValue {
            return Ok(None);
        }
        self.cells += 1;
        self.text += text.len();
        if self.cells.is_multiple_of(4096) {
            self.go_on()?;
        }
        if self.cells > self.limits.cells {
            return Err(ReadError::new(ReadFault::TooMuch).with("limit", self.limits.cells));
        }
        if self.text > self.limits.text {
            return Err(ReadError::new(ReadFault::TooMuch).with("limit", self.limits.text));
        }
        Ok(Some(Cell { row, column, text, kind }))
    }

    fn go_on(&self) -> Result<(), ReadError> {
        if (self.go_on)() { Ok(()) } else { Err(ReadError::new(ReadFault::Stopped)) }
    }

    fn area(&self, area: u64) -> Result<(), ReadError> {
        if area > self.limits.area {
            return Err(ReadError::new(ReadFault::TooMuch).with("limit", self.limits.area));
        }
        Ok(())
    }

    fn sheets(&self, count: usize) -> Result<(), ReadError> {
        if count > self.limits.sheets {
            return Err(ReadError::new(ReadFault::TooMuch).with("limit", self.limits.sheets));
        }
        Ok(())
    }
}

/// A time of day as .ods writes it: PT09H30M00S is 9:30.
fn duration(text: &str) -> Option<String> {
    let (hours, rest) = text.trim().strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let number = |digits: &str| digits.parse::<u32>().ok();
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    let seconds = rest.strip_suffix('S').and_then(|digits| number(digits.split('.').next()?))?;
    Some(if seconds == 0 { format!("{hours}:{minutes:02}") } else { format!("{hours}:{minutes:02}:{seconds:02}") })
}

/// The text that a value shows, and what it is.
fn shown(value: &Data) -> (String, CellKind) {
    match value {
        Data::Int(number) => (number.to_string(), CellKind::Number),
        Data::Float(number) => (number.to_string(), CellKind::Number),
        Data::String(text) => (lines(text), CellKind::Text),
        Data::DurationIso(text) => (duration(text).unwrap_or_else(|| lines(text)), CellKind::Text),
        Data::DateTimeIso(text) => iso_text(text),
        Data::Bool(value) => (if *value { "TRUE" } else { "FALSE" }.to_owned(), CellKind::Boolean),
        Data::DateTime(date) => date_text(date),
        Data::Error(error) => (error.to_string(), CellKind::Error),
        Data::Empty => (String::new(), CellKind::Text),
    }
}

fn shown_ref(value: &DataRef<'_>) -> (String, CellKind) {
    match value {
        DataRef::SharedString(text) => (lines(text), CellKind::Text),
        DataRef::String(text) => (lines(text), CellKind::Text),
        other => shown(&Data::from(other.clone())),
    }
}

/// Line ends inside a cell are written as one character, as in the workspace.
fn lines(text: &str) -> String {
    if !text.contains(['\r', '_']) {
        return text.to_owned();
    }
    text.replace("_x000D_\n", "\n").replace("_x000D_", "\n").replace("\r\n", "\n").replace('\r', "\n")
}

/// A day as Strict workbooks and OpenDocument write it: 2026-11-21T00:00:00.
fn iso_text(text: &str) -> (String, CellKind) {
    let text = lines(text.trim());
    let (day, time) = text.split_once('T').unwrap_or((&text, ""));
    let digits = |c: char| if c.is_ascii_digit() { '0' } else { c };
    if day.chars().map(digits).collect::<String>() != "0000-00-00" {
        return (text, CellKind::Text);
    }
    match time.get(..5).filter(|time| *time != "00:00") {
        Some(time) => (format!("{day} {time}"), CellKind::Date),
        None => (day.to_owned(), CellKind::Date),
    }
}

pub(crate) fn date_text(date: &ExcelDateTime) -> (String, CellKind) {
    if !date.is_datetime() {
        return (date.as_f64().to_string(), CellKind::Number);
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    let text = if (hour, minute, second) == (0, 0, 0) { day } else { format!("{day} {hour:02}:{minute:02}") };
    (text, CellKind::Date)
}
