//! A sheet to be filled in by hand, as blocks: paper on its side, boxes to tick, room to write in.
//!
//! It is the same [`FormSheet`] as the workbook is made of, so both ask the same under the same numbers. What the
//! sheet holds already is printed: a ticked box is a black one, a text stands at the top of its room.

use crate::ciso::Say;
use crate::layout::{Align, Block, Cell, Column, Face, Furniture, Insets, Orientation, Row, Table, Text};
use crate::pdf::Info;
use crate::{DocInfo, ReportError, Words};
use domain::form::{FormColumn, FormInput, FormRow, FormSheet};
use std::collections::HashSet;

/// The size of the type in the table.
const SIZE: f32 = 9.0;

/// A row has room for two lines by hand.
const ROOM: f32 = 48.0;

/// A field above the table has room for one.
const FIELD: f32 = 25.0;

/// A field of several lines has room for four of them.
const LONG: f32 = 72.0;

/// How wide a label above the table is.
const LABEL: f32 = 92.0;

/// A number longer than this many half-width characters is broken.
const NUMBER: usize = 12;

/// Choices no longer than this many half-width characters stand two in a line.
const SHORT: usize = 10;

/// A form must hold together, because its marks are all that brings the answers back to their rows.
pub(crate) fn check(form: &FormSheet) -> Result<(), ReportError> {
    let error = |why: String| Err(ReportError::Form { form: form.form_id.clone(), why });
    if form.columns.len() < 2 {
        return error("it has fewer than two columns".to_owned());
    }
    let mut columns = HashSet::new();
    for column in &form.columns {
        if column.key.is_empty() || column.key.starts_with('@') || !columns.insert(column.key.as_str()) {
            return error(format!("the column key {:?} is empty, reserved or used twice", column.key));
        }
    }
    let mut keys = HashSet::with_capacity(form.rows.len());
    let fields = form.fields.iter().map(|field| (field.key.as_str(), columns.len()));
    let items = form.rows.iter().filter_map(|row| match row {
        FormRow::Item { key, cells, .. } => Some((key.as_str(), cells.len())),
        FormRow::Heading(_) => None,
    });
    for (key, cells) in fields.chain(items) {
        if key.is_empty() || key.starts_with('@') || !keys.insert(key) {
            return error(format!("the row key {key:?} is empty, reserved or used twice"));
        }
        if cells != columns.len() {
            return error(format!("the row {key:?} has {cells} cells for {} columns", columns.len()));
        }
    }
    Ok(())
}

/// The blocks of a sheet.
pub fn blocks(form: &FormSheet, words: &dyn Words) -> Vec<Block> {
    let say = Say { words };
    let title =
        Text { size: 15.0, face: Face::Bold, align: Align::Centre, after: 8.0, ..Text::body(form.title.clone()) };
    let mut blocks = vec![Block::Turn(Orientation::Landscape), Block::Text(title), Block::Table(top(form, say))];
    blocks.push(Block::Heading { level: 3, text: say.text("report-form-instructions") });
    let mut own = vec!["report-form-tick", "report-form-room"];
    if is_begun(form) {
        own.insert(1, "report-form-ticked");
    }
    let own = own.into_iter().map(|key| say.text(key));
    blocks.push(Block::List(form.instructions.iter().cloned().chain(own).collect()));
    blocks.push(Block::Space(6.0));
    blocks.push(Block::Table(table(form)));
    let count = form.rows.iter().filter(|row| matches!(row, FormRow::Item { .. })).count();
    let end = say.with("report-form-end", &[("count", &count.to_string())]);
    blocks.push(Block::Text(Text { align: Align::Right, ..Text::body(end) }));
    blocks
}

/// Whether a box is ticked.
fn is_begun(form: &FormSheet) -> bool {
    form.rows.iter().any(|row| match row {
        FormRow::Heading(_) => false,
        FormRow::Item { cells, .. } => form.columns.iter().zip(cells).any(|(column, text)| match &column.input {
            FormInput::Choice(choices) => choices.contains(text),
            FormInput::Fixed | FormInput::Text => false,
        }),
    })
}

/// What is known above the table, and what has to be filled in there: two labels with their values in each line.
fn top(form: &FormSheet, say: Say<'_>) -> Table {
    let own = [
        (say.text("report-form-writer"), String::new()),
        (say.text("report-form-written-on"), say.text("report-form-day-blank")),
    ];
    let fields = |long: bool| -> Vec<(String, String)> {
        let wanted = form.fields.iter().filter(|field| field.long == long);
        wanted.map(|field| (field.label.clone(), field.value.clone())).collect()
    };
    let lines = |pairs: &[(String, String)], least: f32| {
        let line = |pair: &[(String, String)]| {
            let mut cells: Vec<Cell> = Vec::new();
            for (label, value) in pair {
                cells.extend([Cell::new(label).label(), Cell::new(value)]);
            }
            let last = cells.len() - 1;
            cells[last].span = 5 - cells.len();
            Row { least, whole: true, ..Row::new(cells) }
        };
        pairs.chunks(2).map(line).collect::<Vec<Row>>()
    };
    let mut rows = lines(&form.header, 0.0);
    rows.extend(lines(&fields(false), FIELD));
    for long in fields(true) {
        rows.extend(lines(&[long], LONG));
    }
    rows.extend(lines(&own, FIELD));
    // The room for a date has a text of ours in it, which stands in the middle.
    if let Some(day) = rows.last_mut().and_then(|row| row.cells.last_mut()) {
        day.align = Some(Align::Centre);
    }
    let label = Column::fixed(LABEL, Align::Left);
    let value = Column::share(1.0, Align::Left);
    Table { columns: vec![label, value, label, value], head: Vec::new(), rows, size: 9.5, together: true }
}

fn table(form: &FormSheet) -> Table {
    let row = |row: &FormRow| match row {
        FormRow::Heading(text) => Row::group(text, form.columns.len()),
        FormRow::Item { cells, .. } => {
            let cells = form.columns.iter().zip(cells).map(|(column, text)| cell(column, text)).collect();
            Row { least: ROOM, whole: true, ..Row::new(cells) }
        }
    };
    Table {
        columns: form.columns.iter().enumerate().map(|(place, column)| width(form, place, column)).collect(),
        head: vec![Row::head(form.columns.iter().map(|column| column.heading.clone()))],
        rows: form.rows.iter().map(row).collect(),
        size: SIZE,
        together: false,
    }
}

/// Boxes and numbers take the room they need; the other columns share the rest as they do on the workbook.
fn width(form: &FormSheet, place: usize, column: &FormColumn) -> Column {
    let widest = match &column.input {
        FormInput::Choice(choices) => ticks(choices, "").lines().map(half_widths).max(),
        FormInput::Fixed if is_narrow(column) => {
            let texts = form.rows.iter().filter_map(|row| match row {
                FormRow::Heading(_) => None,
                FormRow::Item { cells, .. } => cells.get(place),
            });
            texts.chain([&column.heading]).map(|text| half_widths(text).min(NUMBER)).max()
        }
        FormInput::Fixed | FormInput::Text => return Column::share(column.width as f32, Align::Left),
    };
    Column::fixed(widest.unwrap_or(0) as f32 * SIZE / 2.0 + 10.0, Align::Left)
}

/// Whether a column is for numbers and marks.
fn is_narrow(column: &FormColumn) -> bool {
    column.width < 10.0
}

fn cell(column: &FormColumn, text: &str) -> Cell {
    match &column.input {
        FormInput::Choice(choices) => Cell::new(ticks(choices, text)),
        // A number or a mark of one word stands in the middle of the row; running text begins at its top.
        FormInput::Fixed if is_narrow(column) => Cell::new(text).align(Align::Centre),
        FormInput::Fixed | FormInput::Text => Cell::new(text),
    }
}

/// A box before each choice, one or two in a line, with those of a line one below another. The characters of the
/// typeface are all one wide or half as wide, so spaces can do that.
fn ticks(choices: &[String], chosen: &str) -> String {
    let marks: Option<Vec<&str>> = choices.iter().map(|choice| mark(choice)).collect();
    let labels = marks.unwrap_or_else(|| choices.iter().map(String::as_str).collect());
    let widest = labels.iter().map(|label| half_widths(label)).max().unwrap_or(0);
    let in_line = if widest <= SHORT { 2 } else { 1 };
    let boxes: Vec<String> = choices
        .iter()
        .zip(labels)
        .map(|(choice, label)| {
            let square = if choice == chosen { '■' } else { '□' };
            format!("{square} {label}{}", " ".repeat(widest - half_widths(label)))
        })
        .collect();
    let lines: Vec<String> = boxes.chunks(in_line).map(|line| line.join("  ").trim_end().to_owned()).collect();
    lines.join("\n")
}

/// The mark a choice begins with, e.g. ○ of ○ 適合: on paper it says enough, and the instructions name it.
fn mark(choice: &str) -> Option<&str> {
    let (mark, _) = choice.split_once(' ')?;
    (mark.chars().count() == 1).then_some(mark)
}

fn half_widths(text: &str) -> usize {
    text.chars().map(|character| if matches!(character, ' '..='~' | '｡'..='ﾟ') { 1 } else { 2 }).sum()
}

/// What stands on every page.
pub fn furniture<'a>(
    form: &FormSheet,
    words: &dyn Words,
    info: &DocInfo,
    number: &'a dyn Fn(usize, usize) -> String,
) -> Furniture<'a> {
    Furniture {
        insets: Insets::default(),
        title: format!("{}　{}", info.office, form.title),
        class_label: form.class_label.clone(),
        handling: String::new(),
        reference: words.date(info.created),
        draft: None,
        number,
    }
}

/// The properties of the document.
pub fn info(words: &dyn Words, info: &DocInfo) -> Info {
    Info {
        title: info.title.clone(),
        author: format!("{}　{}", info.office, info.author),
        subject: info.class_label.clone(),
        keywords: info.class_label.clone(),
        created: info.created,
        language: words.text("report-language", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_stand_below_each_other_and_the_chosen_one_is_black() {
        let list = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let audit = list(&["○ 適合", "△ 一部不適合", "× 不適合", "－ 該当なし"]);
        assert_eq!(ticks(&audit, ""), "□ ○  □ △\n□ ×  □ －");
        assert_eq!(ticks(&audit, "× 不適合"), "□ ○  □ △\n■ ×  □ －");
        let own = list(&["はい", "一部", "いいえ", "該当なし", "わからない"]);
        let boxes = ticks(&own, "該当なし");
        assert_eq!(boxes, "□ はい        □ 一部\n□ いいえ      ■ 該当なし\n□ わからない");
        let english = list(&["Yes", "Not applicable"]);
        assert_eq!(ticks(&english, ""), "□ Yes\n□ Not applicable", "long words take a line each");
        assert_eq!(ticks(&[], "x"), "");
    }
}
