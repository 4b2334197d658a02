//! A paper as a workbook of one sheet: its head, its facts as two columns, its tables.

use super::style::{self, Paper as Sheet, SheetNames};
use crate::paper::{Paper, PaperTable, Part};
use crate::{DocInfo, ReportError, Words};
use rust_xlsxwriter::{FormatAlign, Workbook, Worksheet};

/// How wide the sheet is in half-width characters, where its tables say nothing else.
const WIDTH: f64 = 90.0;

/// How wide labels are.
const LABEL: f64 = 18.0;

pub(super) fn write(paper: &Paper, words: &dyn Words, info: &DocInfo) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    style::properties(&mut book, info)?;
    let mut sheet = Worksheet::new();
    sheet.set_name(SheetNames::default().name(&paper.title))?;
    let widths = widths(paper);
    for (place, width) in (0..).zip(&widths) {
        sheet.set_column_width(place, *width)?;
    }
    let mut writer = Writer { sheet: &mut sheet, row: 0, widths: &widths };
    let (left, right) = (style::plain().set_text_wrap(), style::plain().set_align(FormatAlign::Right));
    let title = style::title().set_align(FormatAlign::Center);
    writer.line(&paper.class_label, &right)?;
    for text in [&paper.number, &words.date(paper.date)] {
        writer.line(text, &right)?;
    }
    writer.line(&paper.addressee, &left)?;
    for text in &paper.sender {
        writer.line(text, &right)?;
    }
    writer.line(&paper.title, &title)?;
    if !paper.opening.is_empty() {
        writer.line(&paper.opening, &left)?;
    }
    for part in &paper.parts {
        match part {
            Part::Heading(text) => writer.line(text, &style::plain().set_bold())?,
            Part::Text(text) => writer.line(text, &left)?,
            Part::Facts(facts) => {
                for (label, value) in facts {
                    writer.fact(label, value)?;
                }
                writer.row += 1;
            }
            Part::Table(table) => writer.table(table)?,
        }
    }
    writer.line(&paper.closing, &right)?;
    let all: f64 = widths.iter().sum();
    let header = format!("{}　{}", info.office, paper.title);
    style::page(&mut sheet, &header, &paper.class_label, &paper.title, Sheet::a4(all));
    book.push_worksheet(sheet);
    Ok(book.save_to_buffer()?)
}

/// The columns: those of the widest table, or a label and its value.
fn widths(paper: &Paper) -> Vec<f64> {
    let tables = paper.parts.iter().filter_map(|part| match part {
        Part::Table(table) => Some(table.columns.iter().map(|column| column.width).collect::<Vec<f64>>()),
        _ => None,
    });
    let widest = tables.max_by_key(Vec::len).filter(|widths| widths.len() > 1);
    widest.unwrap_or_else(|| vec![LABEL, WIDTH - LABEL])
}

struct Writer<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    widths: &'a [f64],
}

impl Writer<'_> {
    fn last(&self) -> u16 {
        u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }

    /// A line across the sheet.
    fn line(&mut self, text: &str, format: &rust_xlsxwriter::Format) -> Result<(), ReportError> {
        self.across(0, text, format)?;
        self.sheet.set_row_height(self.row, style::row_height([(text, self.widths.iter().sum())]))?;
        self.row += 1;
        Ok(())
    }

    /// A text from a column to the last.
    fn across(&mut self, from: u16, text: &str, format: &rust_xlsxwriter::Format) -> Result<(), ReportError> {
        if from < self.last() {
            self.sheet.merge_range(self.row, from, self.row, self.last(), "", format)?;
        }
        style::write_text(self.sheet, self.row, from, text, format)
    }

    /// A label takes columns until it has its width; the value has the rest.
    fn fact(&mut self, label: &str, value: &str) -> Result<(), ReportError> {
        let (mut columns, mut width) = (0_u16, 0.0);
        while columns < self.last() && width < LABEL {
            width += self.widths[usize::from(columns)];
            columns += 1;
        }
        let (columns, heading) = (columns.max(1), style::cell().set_background_color(style::LABEL));
        if columns > 1 {
            self.sheet.merge_range(self.row, 0, self.row, columns - 1, "", &heading)?;
        }
        style::write_text(self.sheet, self.row, 0, label, &heading)?;
        let rest: f64 = self.widths[usize::from(columns).min(self.widths.len())..].iter().sum();
        self.across(columns, value, &style::cell())?;
        self.sheet.set_row_height(self.row, style::row_height([(label, width), (value, rest)]))?;
        self.row += 1;
        Ok(())
    }

    fn table(&mut self, table: &PaperTable) -> Result<(), ReportError> {
        let columns = table.columns.len().min(self.widths.len());
        for (place, column) in (0..).zip(&table.columns) {
            style::write_text(self.sheet, self.row, place, &column.heading, &style::heading())?;
        }
        self.row += 1;
        for row in &table.rows {
            for ((place, text), column) in (0..).zip(row).zip(&table.columns) {
                let format = style::cell();
                let format = if column.centred { format.set_align(FormatAlign::Center) } else { format };
                style::write_text(self.sheet, self.row, place, text, &format)?;
            }
            let texts = row.iter().map(String::as_str).zip(self.widths.iter().copied());
            let least = if table.by_hand { 24.0 } else { 0.0 };
            self.sheet.set_row_height(self.row, style::row_height(texts.take(columns)).max(least))?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }
}
