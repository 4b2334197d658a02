//! A table from the screen as a workbook: one sheet, one heading row, a value of one kind per column, nothing merged.

use super::sheet::{self, Column, Formats, Value};
use super::style::{self, Paper, SheetNames};
use crate::listing::{Listing, ListingCell};
use crate::{DocInfo, ReportError, Words};
use rust_xlsxwriter::{Workbook, Worksheet};

pub(super) fn write(listing: &Listing, words: &dyn Words, info: &DocInfo) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    style::properties(&mut book, info)?;
    let formats = Formats::new(&words.text("report-excel-date", &[]));
    let columns: Vec<Column> =
        listing.columns.iter().map(|one| Column { title: one.heading.clone(), width: one.width }).collect();
    let value = |cell: &ListingCell| match cell {
        ListingCell::Text(text) => Value::text(text),
        ListingCell::Number(number) => Value::Number(*number),
        ListingCell::Date(date) => Value::Date(*date),
        ListingCell::Share(share) => Value::Share(*share),
        ListingCell::Empty => Value::None,
    };
    let rows: Vec<Vec<Value>> = listing.rows.iter().map(|row| row.iter().map(value).collect()).collect();
    let mut sheet = Worksheet::new();
    sheet.set_name(SheetNames::default().name(&listing.title))?;
    let width = columns.iter().map(|column| column.width).sum();
    let header = format!("{}　{}", listing.office, listing.title);
    style::page(&mut sheet, &header, &listing.class_label, &listing.chosen, Paper::any(width));
    sheet::write(&mut sheet, &formats, &columns, &rows)?;
    book.push_worksheet(sheet);
    Ok(book.save_to_buffer()?)
}
