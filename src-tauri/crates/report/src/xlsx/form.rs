//! Forms to be filled in. Where the marks stand is laid down in [`domain::form`].

mod inputs;

use super::DocInfo;
use super::index::Index;
use super::instructions::instructions;
use super::style::{self, Paper, SheetNames};
use crate::ciso::Say;
use crate::form::check;
use crate::layout::halves;
use crate::{ReportError, Words};
use domain::form::{
    FormColumn, FormInput, FormRow, FormSheet, INDEX_SHEET, MARK, MARK_COLUMNS, MARK_EDITION, MARK_FIELDS, MARK_FORM,
    MARK_HEADING, MARK_SHOWN, MARK_TEMPLATE,
};
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, FormatAlign, Formula, IgnoreError, ProtectionOptions, Workbook,
    Worksheet,
};

/// The hidden rows of the marks: columns, template, form, edition, fields.
const MARK_ROWS: u32 = 5;

/// Labels above the table take columns until they have this width.
const LABEL_WIDTH: f64 = 14.0;

/// What is filled in needs at least this width.
const VALUE_WIDTH: f64 = 24.0;

/// A field of several lines above the table has room for at least this many.
const LONG_LINES: &str = "\n\n\n";

/// The longest text that Excel shows beside a cell.
const PROMPT: usize = 255;

/// A field for free text has room for at least this many lines.
const TEXT_LINES: &str = "\n";

pub(super) fn write(
    forms: &[FormSheet],
    letter: Option<&crate::paper::Paper>,
    words: &dyn Words,
    info: &DocInfo,
) -> Result<Vec<u8>, ReportError> {
    let say = Say { words };
    let mut book = Workbook::new();
    style::properties(&mut book, info)?;
    let mut names = SheetNames::default();
    names.name(INDEX_SHEET);
    if let Some(letter) = letter {
        book.push_worksheet(super::paper::letter(letter, words, info, &mut names)?);
    }
    let mut index = Index::new();
    let mut tabs = Vec::new();
    for form in forms {
        check(form)?;
        let tab = names.name(&form.tab);
        let mut sheet = Worksheet::new();
        sheet.set_name(&tab)?;
        let writer = Writer { form, say, formats: Formats::new(), label_columns: label_columns(&form.columns) };
        writer.write(&mut sheet, info, &mut index)?;
        book.push_worksheet(sheet);
        tabs.push(tab);
    }
    book.push_worksheet(instructions(forms, say, info, &mut names)?);
    index.write(&mut book, forms, &tabs)?;
    Ok(book.save_to_buffer()?)
}

/// How many columns the labels above the table take; at least one column is left for the values.
fn label_columns(columns: &[FormColumn]) -> u16 {
    let mut width = 0.0;
    let mut count: u16 = 0;
    for column in columns.iter().take(columns.len().saturating_sub(1)) {
        if width >= LABEL_WIDTH {
            break;
        }
        width += column.width;
        count += 1;
    }
    count
}

struct Formats {
    mark: Format,
    title: Format,
    class: Format,
    line: Format,
    label: Format,
    field: Format,
    heading: Format,
    group: Format,
    shown: Format,
    fixed: Format,
    choice: Format,
    text: Format,
}

impl Formats {
    fn new() -> Formats {
        let input = || style::cell().set_unlocked().set_background_color(style::INPUT);
        Formats {
            mark: style::plain(),
            title: style::title(),
            class: style::plain().set_bold().set_align(FormatAlign::Right),
            line: style::plain(),
            label: style::plain().set_indent(1).set_align(FormatAlign::Right).set_align(FormatAlign::VerticalCenter),
            field: input().set_align(FormatAlign::VerticalCenter),
            shown: style::cell().set_align(FormatAlign::VerticalCenter),
            heading: style::heading(),
            group: style::plain().set_bold().set_background_color(style::LABEL),
            fixed: style::cell(),
            choice: input().set_align(FormatAlign::Center),
            text: input(),
        }
    }
}

struct Writer<'a> {
    form: &'a FormSheet,
    say: Say<'a>,
    formats: Formats,
    /// The columns of labels above the table.
    label_columns: u16,
}

impl Writer<'_> {
    fn write(&self, sheet: &mut Worksheet, info: &DocInfo, index: &mut Index) -> Result<(), ReportError> {
        let form = self.form;
        self.marks(sheet)?;
        let mut row = self.top(sheet, MARK_ROWS)?;
        for field in &form.fields {
            self.field(sheet, row, field, index)?;
            row += 1;
        }
        let progress = row;
        let heading = row + 1;
        let first = heading + 1;
        self.headings(sheet, heading)?;
        let after = self.rows(sheet, first)?;
        self.progress(sheet, progress, first, after)?;
        if after > first {
            self.inputs(sheet, first, after - 1, index)?;
        }
        let widths: f64 = form.columns.iter().map(|column| column.width).sum();
        style::page(
            sheet,
            &format!("{}　{}", info.office, form.title),
            &form.class_label,
            &form.title,
            Paper::a4(widths),
        );
        sheet.set_print_area(MARK_ROWS, 1, after.max(first) - 1, self.last_column())?;
        sheet.set_repeat_rows(heading, heading)?;
        // What is read before it is filled in takes more than a screen, and must scroll.
        if !form.fields.iter().any(|field| field.input == FormInput::Fixed) {
            sheet.set_freeze_panes(first, 0)?;
        }
        sheet.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            use_autofilter: true,
            ..ProtectionOptions::new()
        });
        Ok(())
    }

    fn last_column(&self) -> u16 {
        u16::try_from(self.form.columns.len()).unwrap_or(u16::MAX)
    }

    /// The hidden rows and the hidden column.
    fn marks(&self, sheet: &mut Worksheet) -> Result<(), ReportError> {
        let form = self.form;
        let identity = [
            MARK.to_owned(),
            format!("{MARK_TEMPLATE}{}", form.template),
            format!("{MARK_FORM}{}", form.form_id),
            format!("{MARK_EDITION}{}", form.edition),
            MARK_FIELDS.0.to_owned(),
        ];
        for (row, text) in (0..).zip(&identity) {
            self.mark(sheet, row, text)?;
            sheet.set_row_hidden(row)?;
        }
        for (place, column) in (1..).zip(&form.columns) {
            sheet.set_column_width(place, column.width)?;
            style::write_text(sheet, 0, place, &column.key, &self.formats.mark)?;
        }
        style::write_text(sheet, MARK_ROWS - 1, self.value_column(), MARK_FIELDS.1, &self.formats.mark)?;
        sheet.set_column_hidden(0)?;
        Ok(())
    }

    fn mark(&self, sheet: &mut Worksheet, row: u32, text: &str) -> Result<(), ReportError> {
        style::write_text(sheet, row, 0, text, &self.formats.mark)
    }

    /// Where values above the table stand.
    fn value_column(&self) -> u16 {
        self.label_columns + 1
    }

    /// Title, class and lines above the fields; gives the next row.
    fn top(&self, sheet: &mut Worksheet, mut row: u32) -> Result<u32, ReportError> {
        let form = self.form;
        self.mark(sheet, row, "@title")?;
        style::write_text(sheet, row, 1, &form.title, &self.formats.title)?;
        if self.last_column() > 1 {
            style::write_text(sheet, row, self.last_column(), &form.class_label, &self.formats.class)?;
        }
        sheet.set_row_height(row, 22)?;
        row += 1;
        for line in self.header() {
            self.mark(sheet, row, "@header")?;
            style::write_text(sheet, row, 1, &line, &self.formats.line)?;
            row += 1;
        }
        Ok(row)
    }

    /// The lines under the title. Short ones share a line, because what stands above the headings stays on the screen
    /// with them and must leave room for the table.
    fn header(&self) -> Vec<String> {
        let widths: f64 = self.form.columns.iter().map(|column| column.width).sum();
        let width = |text: &str| text.chars().map(|c| f64::from(halves(c))).sum::<f64>();
        let mut lines: Vec<String> = Vec::new();
        for (label, value) in &self.form.header {
            let text = self.say.with("report-named", &[("name", label), ("text", value)]);
            match lines.last_mut() {
                Some(line) if width(line) + 4.0 + width(&text) <= widths * 0.9 => {
                    line.push_str("　　");
                    line.push_str(&text);
                }
                _ => lines.push(text),
            }
        }
        lines
    }

    fn field(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        field: &domain::form::FormField,
        index: &mut Index,
    ) -> Result<(), ReportError> {
        let shown = field.input == FormInput::Fixed;
        self.mark(sheet, row, if shown { MARK_SHOWN } else { &field.key })?;
        let format = if shown { &self.formats.shown } else { &self.formats.field };
        let value = self.value_column();
        // Beside its value, however wide the columns before it are.
        style::write_text(sheet, row, value - 1, &field.label, &self.formats.label)?;
        // A narrow column lends its value the next ones, as far as is needed.
        let mut last = value;
        let mut width = self.width(value);
        // What may be long has all of them, and then the others end where it does.
        let wide = self.form.fields.iter().any(|field| field.long);
        while (width < VALUE_WIDTH || wide) && last < self.last_column() {
            last += 1;
            width += self.width(last);
        }
        if last > value {
            sheet.merge_range(row, value, row, last, "", format)?;
        }
        style::write_text(sheet, row, value, &field.value, format)?;
        if let Some(validation) = self.prompt(field, index)? {
            sheet.add_data_validation(row, value, row, value, &validation)?;
        }
        let least = if field.long && !shown { LONG_LINES } else { "" };
        let texts = [(field.value.as_str(), width), (least, width)];
        sheet.set_row_height(row, style::row_height(texts).max(18.0))?;
        Ok(())
    }

    /// The dropdown of a field, or what is said beside it.
    fn prompt(
        &self,
        field: &domain::form::FormField,
        index: &mut Index,
    ) -> Result<Option<DataValidation>, ReportError> {
        let validation = match &field.input {
            FormInput::Choice(choices) if !choices.is_empty() => index
                .dropdown(choices)?
                .set_error_title(cut(&field.label, 32))?
                .set_error_message(self.say.text("report-form-choice-error"))?
                .set_error_style(DataValidationErrorStyle::Warning),
            _ if field.prompt.is_empty() || field.input == FormInput::Fixed => return Ok(None),
            _ => DataValidation::new().allow_any_value(),
        };
        let said =
            if field.prompt.is_empty() { self.say.text("report-form-choice-text") } else { field.prompt.clone() };
        Ok(Some(validation.set_input_title(cut(&field.label, 32))?.set_input_message(cut(&said, PROMPT))?))
    }

    /// The width of a column of the sheet.
    fn width(&self, column: u16) -> f64 {
        self.form.columns.get(usize::from(column).wrapping_sub(1)).map_or(8.0, |column| column.width)
    }

    fn headings(&self, sheet: &mut Worksheet, row: u32) -> Result<(), ReportError> {
        self.mark(sheet, row, MARK_COLUMNS)?;
        for (place, column) in (1..).zip(&self.form.columns) {
            style::write_text(sheet, row, place, &column.heading, &self.formats.heading)?;
        }
        let texts = self.form.columns.iter().map(|column| (column.heading.as_str(), column.width));
        sheet.set_row_height(row, style::row_height(texts).max(20.0))?;
        Ok(())
    }

    /// The rows of the table; gives the row after the last.
    fn rows(&self, sheet: &mut Worksheet, first: u32) -> Result<u32, ReportError> {
        let columns = &self.form.columns;
        let mut row = first;
        // Looking a format up takes longer than writing a cell, so that whole columns get theirs at once, and only what
        // differs gets its own afterwards.
        let mut others = Vec::new();
        for form_row in &self.form.rows {
            match form_row {
                FormRow::Heading(_) => {
                    sheet.write_string(row, 0, MARK_HEADING)?;
                    sheet.set_row_height(row, 17)?;
                    others.push((row, form_row));
                }
                FormRow::Item { key, cells, .. } => {
                    sheet.write_string(row, 0, style::text(key))?;
                    for (place, text) in (1..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                        sheet.write_string(row, place, style::text(text))?;
                    }
                    let texts = columns.iter().zip(cells).map(|(column, text)| match column.input {
                        FormInput::Text if text.is_empty() => (TEXT_LINES, column.width),
                        _ => (text.as_str(), column.width),
                    });
                    sheet.set_row_height(row, style::row_height(texts))?;
                    if std::iter::once(key).chain(cells).any(|text| style::looks_like_formula(text)) {
                        others.push((row, form_row));
                    }
                }
            }
            row += 1;
        }
        if row > first {
            sheet.set_range_format(first, 0, row - 1, 0, &self.formats.mark)?;
            let mut place = 1;
            for alike in columns.chunk_by(|one, other| self.format_of(one) == self.format_of(other)) {
                let next = place + u16::try_from(alike.len()).unwrap_or(u16::MAX);
                sheet.set_range_format(first, place, row - 1, next - 1, self.format_of(&alike[0]))?;
                place = next;
            }
        }
        for (row, form_row) in others {
            match form_row {
                FormRow::Heading(text) => {
                    sheet.set_range_format(row, 1, row, self.last_column(), &self.formats.group)?;
                    style::write_text(sheet, row, 1, text, &self.formats.group)?;
                }
                FormRow::Item { key, cells, .. } => {
                    self.mark(sheet, row, key)?;
                    for ((place, column), text) in (1..).zip(columns).zip(cells) {
                        style::write_text(sheet, row, place, text, self.format_of(column))?;
                    }
                }
            }
        }
        if row > first {
            // Item numbers such as 1.10 are texts on purpose.
            sheet.ignore_error_range(first, 1, row - 1, self.last_column(), IgnoreError::NumberStoredAsText)?;
        }
        Ok(row)
    }

    fn format_of(&self, column: &FormColumn) -> &Format {
        match column.input {
            FormInput::Fixed => &self.formats.fixed,
            FormInput::Choice(_) => &self.formats.choice,
            FormInput::Text => &self.formats.text,
        }
    }

    /// How many items are filled in, counted by the sheet itself in its first column of choices, or of texts.
    fn progress(&self, sheet: &mut Worksheet, row: u32, first: u32, after: u32) -> Result<(), ReportError> {
        self.mark(sheet, row, "@progress")?;
        let columns = &self.form.columns;
        let choice = columns.iter().position(|column| matches!(column.input, FormInput::Choice(_)));
        // Where there is something to read first, the table only has room for more and is never complete.
        let room = self.form.fields.iter().any(|field| field.input == FormInput::Fixed);
        let text = columns.iter().position(|column| column.input == FormInput::Text).filter(|_| !room);
        let counted = choice.or(text);
        let items: Vec<&Vec<String>> = self
            .form
            .rows
            .iter()
            .filter_map(|row| match row {
                FormRow::Item { cells, .. } => Some(cells),
                FormRow::Heading(_) => None,
            })
            .collect();
        let Some(place) = counted.filter(|_| !items.is_empty()) else { return Ok(()) };
        let done = items.iter().filter(|cells| cells.get(place).is_some_and(|text| !text.is_empty())).count();
        // A heading of the table stands in its first column and is no answer.
        let headings = if place == 0 { self.form.rows.len() - items.len() } else { 0 };
        let column = column_number_to_name(u16::try_from(place + 1).unwrap_or(1));
        let label = self.say.with("report-named", &[("name", &self.say.text("report-form-progress")), ("text", "")]);
        let quoted = label.replace('"', "\"\"");
        let count = format!("COUNTA({column}{}:{column}{after})-{headings}", first + 1);
        let formula = Formula::new(format!("=\"{quoted}\"&({count})&\" / {}\"", items.len()));
        let formula = formula.set_result(format!("{label}{done} / {}", items.len()));
        sheet.write_formula_with_format(row, 1, formula, &self.formats.line)?;
        Ok(())
    }
}

/// The beginning of a text, as much as Excel takes; what is left out shows.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}
