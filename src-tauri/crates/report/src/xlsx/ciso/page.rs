//! A sheet to be read: headings, paragraphs, labels with their texts and small tables, over columns of fixed width.
//! Data sheets are written by [`crate::xlsx::sheet`] and merge nothing.

use crate::ReportError;
use crate::xlsx::style;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet};

/// A text in some columns: the first, the last, the text, how it looks.
pub(super) type Span<'a> = (usize, usize, &'a str, &'a Format);

/// Rows are not made taller than this; what is longer goes on in the next row.
const TALLEST: f64 = 380.0;

/// The height of a line across the sheet without text.
const GAP: f64 = 8.0;

/// A sheet being written from the top.
pub(super) struct Page {
    pub(super) sheet: Worksheet,
    widths: Vec<f64>,
    /// The next row.
    pub(super) row: u32,
    /// How tall the rows are together, in points.
    pub(super) height: f64,
}

impl Page {
    pub(super) fn new(mut sheet: Worksheet, widths: &[f64]) -> Result<Page, ReportError> {
        for (place, width) in (0..).zip(widths) {
            sheet.set_column_width(place, *width)?;
        }
        Ok(Page { sheet, widths: widths.to_vec(), row: 0, height: 0.0 })
    }

    fn last(&self) -> usize {
        self.widths.len().saturating_sub(1)
    }

    fn width(&self, from: usize, to: usize) -> f64 {
        self.widths[from..=to].iter().sum()
    }

    /// Ends a row of this height.
    pub(super) fn end_row(&mut self, height: f64) -> Result<(), ReportError> {
        self.sheet.set_row_height(self.row, height)?;
        self.height += height;
        self.row += 1;
        Ok(())
    }

    /// A row of texts.
    pub(super) fn spans(&mut self, spans: &[Span<'_>], least: f64) -> Result<(), ReportError> {
        for (from, to, text, format) in spans {
            let (first, last) = (column(*from), column(*to));
            if from < to {
                self.sheet.merge_range(self.row, first, self.row, last, "", format)?;
            }
            style::write_text(&mut self.sheet, self.row, first, text, format)?;
        }
        let texts = spans.iter().map(|(from, to, text, _)| (*text, self.width(*from, *to)));
        let height = style::row_height(texts).max(least);
        self.end_row(height)
    }

    /// A number in the row that is being written.
    pub(super) fn number(&mut self, place: usize, number: u32, format: &Format) -> Result<(), ReportError> {
        self.sheet.write_number_with_format(self.row, column(place), f64::from(number), format)?;
        Ok(())
    }

    fn across(&mut self, text: &str, format: &Format, least: f64) -> Result<(), ReportError> {
        self.spans(&[(0, self.last(), text, format)], least)
    }

    pub(super) fn title(&mut self, text: &str) -> Result<(), ReportError> {
        let width = self.width(0, self.last());
        // The title is larger than what heights are counted for.
        let lines = style::row_height([(text, width / 1.45)]);
        self.across(text, &style::title().set_text_wrap(), (lines * 1.45).max(24.0))
    }

    pub(super) fn heading(&mut self, text: &str) -> Result<(), ReportError> {
        if self.row > 0 {
            self.end_row(GAP)?;
        }
        let format = style::plain().set_bold().set_font_size(11.0).set_text_wrap();
        let format = format.set_border_bottom(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        self.across(text, &format, 18.0)
    }

    /// A paragraph; a long one goes on in the next row, because rows have a greatest height.
    pub(super) fn paragraph(&mut self, text: &str) -> Result<(), ReportError> {
        let format = style::plain().set_text_wrap().set_align(FormatAlign::VerticalCenter);
        for piece in pieces(text, self.width(0, self.last())) {
            self.across(&piece, &format, 0.0)?;
        }
        Ok(())
    }

    pub(super) fn paragraphs(&mut self, texts: &[String]) -> Result<(), ReportError> {
        texts.iter().filter(|text| !text.trim().is_empty()).try_for_each(|text| self.paragraph(text))
    }

    pub(super) fn list(&mut self, lines: &[String]) -> Result<(), ReportError> {
        lines.iter().try_for_each(|line| self.paragraph(&format!("・{line}")))
    }

    /// A label in the first column, and its text in the others.
    pub(super) fn fact(&mut self, label: &str, text: &str) -> Result<(), ReportError> {
        let cell = cell();
        let head = cell.clone().set_background_color(style::LABEL);
        let last = self.last();
        for (place, piece) in pieces(text, self.width(1, last)).iter().enumerate() {
            let label = if place == 0 { label } else { "" };
            self.spans(&[(0, 0, label, &head), (1, last, piece, &cell)], 0.0)?;
        }
        Ok(())
    }
}

/// A cell between lines.
pub(super) fn cell() -> Format {
    style::cell().set_align(FormatAlign::VerticalCenter)
}

pub(super) fn column(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

/// The text in as many parts as rows can show, divided between sentences.
fn pieces(text: &str, width: f64) -> Vec<String> {
    let fits = |text: &str| style::row_height([(text, width)]) <= TALLEST;
    if fits(text) {
        return vec![text.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for sentence in text.split_inclusive(['。', '\n']) {
        let Some(piece) = pieces.last_mut() else { continue };
        let longer = format!("{piece}{sentence}");
        if piece.is_empty() || fits(&longer) {
            *piece = longer;
        } else {
            pieces.push(sentence.to_owned());
        }
    }
    pieces
}
