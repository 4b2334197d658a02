//! The zip package around .xlsx, .xlsm and .ods. Everything in it is unpacked once into nothing, so that what follows
//! works on a package that is known to be whole and of bearable size.

use super::parts::compared;
use super::{Limits, ReadError, ReadFault};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What is in the package.
pub(crate) enum Kind {
    /// .xlsx, .xlsm.
    OpenXml,
    /// .ods.
    OpenDocument,
}

/// Checks the package and says what it is.
pub(crate) fn open(bytes: &[u8], limits: &Limits, go_on: &dyn Fn() -> bool) -> Result<Kind, ReadError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
    if packs_workbooks(&zip) {
        return Err(ReadError::new(ReadFault::Packed));
    }
    let most = if limits.ratio.saturating_mul(bytes.len() as u64) > Limits::RATIO_FROM {
        limits.unpacked.min(limits.ratio.saturating_mul(bytes.len() as u64))
    } else {
        limits.unpacked.min(Limits::RATIO_FROM)
    };
    let mut left = most;
    let mut kind = None;
    let mut buffer = vec![0; 64 << 10];
    for index in 0..zip.len() {
        let raw = zip.by_index_raw(index).map_err(ReadError::damaged)?;
        if raw.encrypted() {
            return Err(ReadError::new(ReadFault::Encrypted));
        }
        drop(raw);
        let mut entry = zip.by_index(index).map_err(ReadError::damaged)?;
        let mut head = Vec::new();
        let mut part = 0;
        loop {
            let read = entry.read(&mut buffer).map_err(ReadError::damaged)?;
            if read == 0 {
                break;
            }
            if !go_on() {
                return Err(ReadError::new(ReadFault::Stopped));
            }
            if head.len() < 128 {
                head.extend_from_slice(&buffer[..read.min(128)]);
            }
            part += read as u64;
            if part > Limits::PART {
                return Err(ReadError::new(ReadFault::Inflates).with("limit", Limits::PART >> 20));
            }
            left = left
                .checked_sub(read as u64)
                .ok_or_else(|| ReadError::new(ReadFault::Inflates).with("limit", most >> 20))?;
        }
        match compared(&entry.name().unwrap_or_default()).as_str() {
            "xl/workbook.xml" => kind = Some(Kind::OpenXml),
            "xl/workbook.bin" => return Err(ReadError::new(ReadFault::Unsupported).with("detail", ".xlsb")),
            "mimetype" if head.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") => {
                kind = Some(Kind::OpenDocument);
            }
            _ => {}
        }
    }
    kind.ok_or_else(|| ReadError::new(ReadFault::NotAWorkbook).with("detail", "ZIP"))
}

/// Whether it is no workbook but holds some, which has to be unpacked by hand: nobody knows which of them is meant.
fn packs_workbooks(zip: &ZipArchive<Cursor<&[u8]>>) -> bool {
    let names = || zip.file_names_raw();
    let is = |name: &[u8], one: &str| compared(&String::from_utf8_lossy(name)) == one;
    let own = ["xl/workbook.xml", "xl/workbook.bin", "mimetype"];
    let is_workbook = names().any(|name| own.iter().any(|one| is(name, one)));
    // The name may be written in any way, its ending is not.
    let ends = |name: &[u8]| {
        let name = name.to_ascii_lowercase();
        [".xlsx", ".xlsm", ".xls", ".ods", ".csv"].iter().any(|end| name.ends_with(end.as_bytes()))
    };
    !is_workbook && names().any(ends)
}
