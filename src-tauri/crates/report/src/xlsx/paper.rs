//! A paper as a workbook: its head, its facts as two columns, its first table; further tables on sheets of their own.

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
    let mut names = SheetNames::default();
    for (place, part) in sheets(paper).iter().enumerate() {
        let name = names.name(part.title);
        book.push_worksheet(worksheet(paper, part, place == 0, &name, words, info)?);
    }
    Ok(book.save_to_buffer()?)
}

/// 依頼文: a paper on one page before the sheets it speaks of. It is not protected, because whoever sends it may have
/// something to add.
pub(super) fn letter(
    paper: &Paper,
    words: &dyn Words,
    info: &DocInfo,
    names: &mut SheetNames,
) -> Result<Worksheet, ReportError> {
    let name = names.name(&words.text("report-form-letter", &[]));
    let first = &sheets(paper)[0];
    let mut sheet = worksheet(paper, first, true, &name, words, info)?;
    sheet.set_print_fit_to_pages(1, 1);
    Ok(sheet)
}

/// A sheet of the paper; the first has its head and its end.
fn worksheet(
    paper: &Paper,
    part: &SheetParts<'_>,
    first: bool,
    name: &str,
    words: &dyn Words,
    info: &DocInfo,
) -> Result<Worksheet, ReportError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    let widths = widths(&part.parts);
    for (place, width) in (0..).zip(&widths) {
        sheet.set_column_width(place, *width)?;
    }
    let mut writer = Writer { sheet: &mut sheet, row: 0, widths: &widths };
    if first {
        writer.head(paper, words)?;
    } else {
        writer.line(part.title, &style::title())?;
    }
    for part in &part.parts {
        writer.part(part)?;
    }
    if first {
        writer.line(&paper.closing, &style::plain().set_align(FormatAlign::Right))?;
    }
    let header = format!("{}　{}", info.office, paper.title);
    let all = widths.iter().sum();
    style::page(&mut sheet, &header, &paper.class_label, &paper.title, Sheet::a4(all));
    Ok(sheet)
}

/// A sheet of the workbook: its tab, and what stands on it.
struct SheetParts<'a> {
    title: &'a str,
    parts: Vec<&'a Part>,
}

/// One table to a sheet, because tables have columns of their own. The first stands under the head of the paper.
fn sheets(paper: &Paper) -> Vec<SheetParts<'_>> {
    let mut sheets = vec![SheetParts { title: &paper.title, parts: Vec::new() }];
    let mut tables = 0;
    let mut parts = paper.parts.iter().peekable();
    while let Some(part) = parts.next() {
        let next_is_table = matches!(parts.peek(), Some(Part::Table(_)));
        if let (Part::Heading(title) | Part::Annex(title), true, true) = (part, next_is_table, tables > 0) {
            let table = parts.next();
            sheets.push(SheetParts { title, parts: table.into_iter().collect() });
            continue;
        }
        tables += usize::from(matches!(part, Part::Table(_)));
        // What is said after a table that has a sheet of its own belongs to the paper.
        sheets[0].parts.push(part);
    }
    sheets
}

/// The columns: those of the table, or a label and its value.
fn widths(parts: &[&Part]) -> Vec<f64> {
    let mut tables = parts.iter().filter_map(|part| match part {
        Part::Table(table) => Some(table.columns.iter().map(|column| column.width).collect::<Vec<f64>>()),
        _ => None,
    });
    tables.next().filter(|widths| widths.len() > 1).unwrap_or_else(|| vec![LABEL, WIDTH - LABEL])
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

    /// Class, number, day, to whom and from whom, title, opening.
    fn head(&mut self, paper: &Paper, words: &dyn Words) -> Result<(), ReportError> {
        let (left, right) = (style::plain().set_text_wrap(), style::plain().set_align(FormatAlign::Right));
        self.line(&paper.class_label, &right)?;
        self.line(&paper.number, &right)?;
        self.line(&words.date(paper.date), &right)?;
        self.line(&paper.addressee, &left)?;
        for text in &paper.sender {
            self.line(text, &right)?;
        }
        self.row += 1;
        self.line(&paper.title, &style::title().set_align(FormatAlign::Center))?;
        self.sheet.set_row_height(self.row - 1, 24)?;
        if !paper.opening.is_empty() {
            self.line(&paper.opening, &left)?;
        }
        self.row += 1;
        Ok(())
    }

    fn part(&mut self, part: &Part) -> Result<(), ReportError> {
        match part {
            Part::Heading(text) | Part::Annex(text) => self.line(text, &style::plain().set_bold()),
            Part::Text(text) => self.line(text, &style::plain().set_text_wrap()),
            Part::Facts(facts) => {
                for (label, value) in facts {
                    self.fact(label, value)?;
                }
                self.row += 1;
                Ok(())
            }
            Part::Table(table) => self.table(table),
            Part::Compared(comparison) => {
                let whole = |side: &[(String, bool)]| side.iter().map(|(text, _)| text.as_str()).collect::<String>();
                for one in &comparison.rows {
                    self.line(&one.heading, &style::plain().set_bold())?;
                    self.fact(&comparison.left, &whole(&one.left))?;
                    self.fact(&comparison.right, &whole(&one.right))?;
                    self.line(&one.note, &style::plain().set_text_wrap())?;
                }
                Ok(())
            }
        }
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
        let heading = heading.set_align(FormatAlign::VerticalCenter);
        if columns > 1 {
            self.sheet.merge_range(self.row, 0, self.row, columns - 1, "", &heading)?;
        }
        style::write_text(self.sheet, self.row, 0, label, &heading)?;
        let rest: f64 = self.widths[usize::from(columns).min(self.widths.len())..].iter().sum();
        self.across(columns, value, &style::cell().set_align(FormatAlign::VerticalCenter))?;
        self.sheet.set_row_height(self.row, style::row_height([(label, width), (value, rest)]).max(22.0))?;
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
