//! Lists to be filled in or corrected: a sheet of one table each, with its headings and what is known.

use super::sheet::{self, Column, Formats, Value};
use super::style::{self, Paper, SheetNames};
use crate::{DocInfo, ReportError, Words};
use rust_xlsxwriter::{Workbook, Worksheet};

/// A sheet of a workbook to be filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct BlankSheet {
    /// Its name.
    pub title: String,
    /// Its headings, with the widths of their columns in half-width characters.
    pub headings: Vec<(String, f64)>,
    /// What stands in it already, a text per heading.
    pub rows: Vec<Vec<String>>,
}

pub(super) fn write(
    sheets: &[BlankSheet],
    letter: Option<&crate::paper::Paper>,
    words: &dyn Words,
    info: &DocInfo,
) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    let (mut names, formats) = (SheetNames::default(), Formats::new("yyyy-mm-dd"));
    if let Some(letter) = letter {
        book.push_worksheet(super::paper::letter(letter, words, info, &mut names)?);
    }
    for blank in sheets {
        let mut sheet = Worksheet::new();
        sheet.set_name(names.name(&blank.title))?;
        let column = |(title, width): &(String, f64)| Column { title: title.clone(), width: *width };
        let columns: Vec<Column> = blank.headings.iter().map(column).collect();
        let rows: Vec<Vec<Value>> = blank.rows.iter().map(|row| row.iter().map(Value::text).collect()).collect();
        sheet::write(&mut sheet, &formats, &columns, &rows)?;
        let width = columns.iter().map(|column| column.width).sum();
        style::page(&mut sheet, &info.title, &info.class_label, &blank.title, Paper::a4(width));
        book.push_worksheet(sheet);
    }
    style::properties(&mut book, info)?;
    Ok(book.save_to_buffer()?)
}
