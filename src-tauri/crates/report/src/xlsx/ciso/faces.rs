//! The typeface of charts. The library names it for Latin letters alone, and Japanese text would be set in whatever the
//! theme of the reader's own Excel says.

use crate::ReportError;
use crate::xlsx::style::FONT;
use rust_xlsxwriter::XlsxError;
use std::io::{Cursor, Error, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

/// The workbook with its charts set in our typeface, in the language of the report.
pub(super) fn named(bytes: Vec<u8>, language: &str) -> Result<Vec<u8>, ReportError> {
    rewritten(&bytes, language).map_err(|error| ReportError::Workbook(XlsxError::IoError(error)))
}

fn rewritten(bytes: &[u8], language: &str) -> Result<Vec<u8>, Error> {
    let latin = format!("<a:latin typeface=\"{FONT}\"/>");
    let both = format!("{latin}<a:ea typeface=\"{FONT}\"/>");
    let mut parts = ZipArchive::new(Cursor::new(bytes))?;
    let mut whole = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    // Without a day of its own the part would have that of its making.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for place in 0..parts.len() {
        let mut part = parts.by_index(place)?;
        let name = part.name()?.into_owned();
        if !name.starts_with("xl/charts/") {
            whole.raw_copy_file(part)?;
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        // The library calls every chart English, as attribute and as element.
        let text = text.replace(&latin, &both).replace("\"en-US\"", &format!("\"{language}\""));
        whole.start_file(name, options)?;
        whole.write_all(text.as_bytes())?;
    }
    Ok(whole.finish()?.into_inner())
}
