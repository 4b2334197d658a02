//! A data sheet: one table, one heading row, a value of one kind per column, nothing merged.

use super::style;
use crate::ReportError;
use jiff::civil::Date;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet};

/// What stands in a cell.
pub(super) enum Value {
    Text(String),
    Number(f64),
    /// A share from 0 to 1.
    Share(f64),
    /// A difference of two shares in points of a percent.
    Points(f64),
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
    points: Format,
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
            points: style::cell().set_num_format("+0.0;-0.0;0.0"),
            // At the left, so that it does not run into a text beside it.
            date: style::cell().set_num_format(dates).set_align(FormatAlign::Left),
            heading: style::heading(),
            date_text: |date| date.to_string(),
        }
    }
}

/// The widest a column is made for a long text.
const WIDEST: f64 = 130.0;

/// Makes columns wider whose longest text would be taller than a row can be, so that it is not cut.
pub(super) fn widen(columns: &mut [Column], rows: &[Vec<Value>]) {
    for (place, column) in columns.iter_mut().enumerate() {
        for row in rows {
            let Some(Value::Text(text)) = row.get(place) else { continue };
            while column.width < WIDEST && style::too_tall(text, column.width) {
                column.width = (column.width * 1.25).min(WIDEST);
            }
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
    }
    write_head(sheet, formats, columns, 0)?;
    for (row, values) in (1..).zip(rows) {
        write_row(sheet, formats, columns, row, values)?;
    }
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let right = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.autofilter(0, 0, last, right)?;
    Ok(())
}

/// Writes the headings into a row and returns its height.
pub(super) fn write_head(
    sheet: &mut Worksheet,
    formats: &Formats,
    columns: &[Column],
    row: u32,
) -> Result<f64, ReportError> {
    for (place, column) in (0..).zip(columns) {
        style::write_text(sheet, row, place, &column.title, &formats.heading)?;
    }
    let height = style::row_height(columns.iter().map(|column| (column.title.as_str(), column.width))).max(20.0);
    sheet.set_row_height(row, height)?;
    Ok(height)
}

/// Writes the values into a row and returns its height.
pub(super) fn write_row(
    sheet: &mut Worksheet,
    formats: &Formats,
    columns: &[Column],
    row: u32,
    values: &[Value],
) -> Result<f64, ReportError> {
    for (column, value) in (0..).zip(values) {
        match value {
            Value::Text(text) => style::write_text(sheet, row, column, text, &formats.cell)?,
            Value::None => drop(sheet.write_blank(row, column, &formats.cell)?),
            Value::Number(number) => drop(sheet.write_number_with_format(row, column, *number, &formats.number)?),
            Value::Share(share) => drop(sheet.write_number_with_format(row, column, *share, &formats.share)?),
            Value::Points(points) => drop(sheet.write_number_with_format(row, column, *points, &formats.points)?),
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
    let height = style::row_height(texts);
    sheet.set_row_height(row, height)?;
    Ok(height)
}
