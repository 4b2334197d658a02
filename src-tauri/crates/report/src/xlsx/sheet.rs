//! A data sheet: one table, one heading row, a value of one kind per column, nothing merged.

use super::style;
use crate::ReportError;
use jiff::civil::Date;
use rust_xlsxwriter::{Format, Worksheet};

/// What stands in a cell.
pub(super) enum Value {
    Text(String),
    Number(f64),
    /// A share from 0 to 1.
    Share(f64),
    Date(Date),
    None,
}

impl Value {
    pub(super) fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    pub(super) fn count(count: u32) -> Value {
        Value::Number(f64::from(count))
    }

    pub(super) fn date(date: Option<Date>) -> Value {
        date.map_or(Value::None, Value::Date)
    }
}

/// A column.
pub(super) struct Column {
    pub(super) title: String,
    pub(super) width: f64,
}

/// Formats made once for a workbook.
pub(super) struct Formats {
    cell: Format,
    number: Format,
    share: Format,
    date: Format,
    heading: Format,
    date_text: fn(Date) -> String,
}

impl Formats {
    /// The formats; `dates` is Excel's code for dates in the language of the report.
    pub(super) fn new(dates: &str) -> Formats {
        Formats {
            cell: style::cell(),
            number: style::cell().set_num_format("#,##0"),
            share: style::cell().set_num_format("0.0%"),
            date: style::cell().set_num_format(dates),
            heading: style::heading(),
            date_text: |date| date.to_string(),
        }
    }
}

/// Writes the table with its heading in the first row, which stays in view and is repeated on every printed page.
pub(super) fn write(
    sheet: &mut Worksheet,
    formats: &Formats,
    columns: &[Column],
    rows: &[Vec<Value>],
) -> Result<(), ReportError> {
    for (place, column) in (0..).zip(columns) {
        sheet.set_column_width(place, column.width)?;
        style::write_text(sheet, 0, place, &column.title, &formats.heading)?;
    }
    let titles = columns.iter().map(|column| (column.title.as_str(), column.width));
    sheet.set_row_height(0, style::row_height(titles).max(20.0))?;
    for (row, values) in (1..).zip(rows) {
        for (column, value) in (0..).zip(values) {
            match value {
                Value::Text(text) => style::write_text(sheet, row, column, text, &formats.cell)?,
                Value::None => drop(sheet.write_blank(row, column, &formats.cell)?),
                Value::Number(number) => drop(sheet.write_number_with_format(row, column, *number, &formats.number)?),
                Value::Share(share) => drop(sheet.write_number_with_format(row, column, *share, &formats.share)?),
                Value::Date(date) => match style::excel_date(*date) {
                    Some(date) => drop(sheet.write_datetime_with_format(row, column, &date, &formats.date)?),
                    None => style::write_text(sheet, row, column, &(formats.date_text)(*date), &formats.cell)?,
                },
            }
        }
        let texts = values.iter().zip(columns).filter_map(|(value, column)| match value {
            Value::Text(text) => Some((text.as_str(), column.width)),
            _ => None,
        });
        sheet.set_row_height(row, style::row_height(texts))?;
    }
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let right = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.autofilter(0, 0, last, right)?;
    Ok(())
}
