//! Formats, page set-up and properties that all workbooks share.

use super::DocInfo;
use crate::ReportError;
use crate::layout::count_lines;
use jiff::civil::Date;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};
use std::collections::BTreeSet;

/// On every Windows since 10 1809, and the typeface of the PDF.
pub(super) const FONT: &str = "BIZ UDゴシック";

/// The size of the type in cells.
pub(super) const SIZE: f64 = 10.0;

/// The height of a line of that size.
const LINE: f64 = 13.5;

/// Excel shows no row taller than this.
const TALLEST: f64 = 409.0;

/// Excel takes no longer text in a cell.
const LONGEST: usize = 32_767;

/// Paper by Excel's numbers.
const A4: u8 = 9;
const A3: u8 = 8;

/// A table wider than this many half-width characters is printed on paper held on its side, …
pub(super) const UPRIGHT: f64 = 96.0;

/// … and one wider than this, if it is our own, on paper of twice the size, because it would be too small to read.
pub(super) const A4_SIDE: f64 = 170.0;

pub(super) const INPUT: Color = Color::RGB(0x00FF_F8DC);
pub(super) const LABEL: Color = Color::RGB(0x00E8_E8E8);
pub(super) const BAD: Color = Color::RGB(0x00F4_B9B9);
pub(super) const HALF: Color = Color::RGB(0x00FC_E3B6);

/// Plain text.
pub(super) fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE).set_align(FormatAlign::Top)
}

/// A cell of a table.
pub(super) fn cell() -> Format {
    plain().set_text_wrap().set_border(FormatBorder::Thin).set_border_color(Color::Gray)
}

/// The heading of a column.
pub(super) fn heading() -> Format {
    cell().set_bold().set_background_color(LABEL).set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter)
}

/// The title of a sheet.
pub(super) fn title() -> Format {
    plain().set_bold().set_font_size(14.0)
}

/// The text as a cell can hold it: no characters that XML forbids, no longer than Excel takes.
pub(super) fn text(text: &str) -> String {
    let forbidden = |c: char| (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    // Hardly any text has something to take out of it.
    if text.len() <= LONGEST && !text.chars().any(forbidden) {
        return text.to_owned();
    }
    let clean = text.replace("\r\n", "\n").replace('\r', "\n");
    let clean: String = clean.chars().filter(|&c| !forbidden(c)).collect();
    if clean.encode_utf16().count() <= LONGEST {
        return clean;
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < LONGEST
    };
    let mut short: String = clean.chars().take_while(fits).collect();
    short.push('…');
    short
}

/// Whether Excel would take a text for a formula when somebody edits its cell.
pub(super) fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t'])
}

/// Writes a text as a text, whatever it looks like. One that looks like a formula also stays a text when somebody
/// edits the cell.
pub(super) fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: &str,
    format: &Format,
) -> Result<(), ReportError> {
    let value = text(value);
    if value.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else if looks_like_formula(&value) {
        sheet.write_string_with_format(row, column, value, &format.clone().set_quote_prefix())?;
    } else {
        sheet.write_string_with_format(row, column, value, format)?;
    }
    Ok(())
}

/// What a sheet is printed on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    A4Upright,
    A4Side,
    A3Side,
}

impl Paper {
    /// A4 for a table of this width in half-width characters.
    pub(super) fn a4(width: f64) -> Paper {
        if width > UPRIGHT { Paper::A4Side } else { Paper::A4Upright }
    }

    /// The paper on which a table of this width can be read.
    pub(super) fn any(width: f64) -> Paper {
        if width > A4_SIDE { Paper::A3Side } else { Paper::a4(width) }
    }
}

/// Paper, margins, header and footer: the class stands in both.
pub(super) fn page(sheet: &mut Worksheet, header: &str, class: &str, footer: &str, paper: Paper) {
    let size = if paper == Paper::A3Side { A3 } else { A4 };
    sheet.set_paper_size(size).set_margins(0.6, 0.5, 0.75, 0.7, 0.3, 0.3).set_print_fit_to_pages(1, 0);
    if paper != Paper::A4Upright {
        sheet.set_landscape();
    }
    let font = format!("&\"{FONT},Regular\"&9");
    let (header, class, footer) = (part(header), part(class), part(footer));
    sheet.set_header(format!("&L{font}{header}&R{font}{class}"));
    sheet.set_footer(format!("&L{font}{class}&C{font}&P / &N&R{font}{footer}"));
}

/// A part of a header: the sign of commands doubled, on one line, short enough for the 255 characters of all parts.
fn part(text: &str) -> String {
    let short: String = text.chars().filter(|c| !c.is_control()).take(50).collect();
    // A digit right after the size of the type would be read as part of it.
    format!(" {}", short.replace('&', "&&"))
}

/// The properties of a workbook. The day of making is an input, so that the same content gives the same bytes.
pub(super) fn properties(book: &mut Workbook, info: &DocInfo) -> Result<(), ReportError> {
    let mut properties = DocProperties::new()
        .set_title(text(&info.title))
        .set_subject(text(&info.class_label))
        .set_category(text(&info.class_label))
        .set_keywords(text(&info.class_label))
        .set_company(text(&info.office))
        .set_author(text(&info.author))
        .set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?);
    if let Some(created) = excel_date(info.created) {
        properties = properties.set_creation_datetime(&created);
    }
    book.set_properties(&properties);
    Ok(())
}

/// A date as Excel counts it, if it can.
pub(super) fn excel_date(date: Date) -> Option<ExcelDateTime> {
    let part = |number: i8| u8::try_from(number).ok();
    let year = u16::try_from(date.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, part(date.month())?, part(date.day())?).ok()
}

/// Whether no row can show all of the text in a column of this width, with a line to spare.
pub(super) fn too_tall(text: &str, width: f64) -> bool {
    // Few texts are so long that their lines have to be counted.
    text.len() > 400 && (lines(text, width) + 1) as f64 * LINE + 4.0 > TALLEST
}

/// How many lines a text takes in a column of this width.
fn lines(text: &str, width: f64) -> usize {
    // Excel keeps some room at both edges, and its typeface may be a little wider than counted.
    let room = (width * 0.98 - 1.2).max(2.0);
    count_lines(text, room as f32)
}

/// The height of a row so that all its texts print in full; the texts with the widths of their columns.
pub(super) fn row_height<'a>(cells: impl IntoIterator<Item = (&'a str, f64)>) -> f64 {
    let most = cells.into_iter().map(|(text, width)| lines(text, width)).max().unwrap_or(1).max(1);
    (most as f64 * LINE + 4.0).min(TALLEST)
}

/// Gives sheets names that Excel takes: short, without forbidden characters, each but once.
#[derive(Default)]
pub(super) struct SheetNames {
    used: BTreeSet<String>,
}

impl SheetNames {
    /// A name as near to the wish as is allowed.
    pub(super) fn name(&mut self, wish: &str) -> String {
        let allowed = |c: char| if "[]:*?/\\'".contains(c) { '_' } else { c };
        let clean: String = wish.chars().filter(|c| !c.is_control()).map(allowed).collect();
        let clean = if clean.trim().is_empty() { "Sheet".to_owned() } else { clean.trim().to_owned() };
        for number in 1.. {
            let end = if number == 1 { String::new() } else { format!(" ({number})") };
            let mut units = end.chars().count();
            let fits = |c: &char| {
                units += c.len_utf16();
                units <= 31
            };
            let name: String = clean.chars().take_while(fits).chain(end.chars()).collect();
            // Excel keeps the name History for itself and does not tell capitals from small letters.
            let folded = name.to_lowercase();
            if folded != "history" && self.used.insert(folded) {
                return name;
            }
        }
        clean
    }
}
