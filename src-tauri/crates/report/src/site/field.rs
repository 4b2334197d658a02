//! 現地記入用紙: what is asked at one place, of one person, or of one binder, with room to write standing up.

use crate::ciso::Say;
use crate::layout::{Align, Block, Cell, Column, Face, Row, Table, Text};
use crate::words::Words;

/// The size of the type of questions: large enough for a dim room.
const SIZE: f32 = 9.5;

/// How many lines to write on there are under each question.
const LINES: usize = 3;

/// The sheets of a target.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldSheet {
    /// The title.
    pub title: String,
    /// What is known: engagement and target, as (label, value).
    pub head: Vec<(String, String)>,
    /// The sheets.
    pub groups: Vec<FieldGroup>,
    /// Whether each group begins a page, so that sheets can be handed to different people.
    pub apart: bool,
}

/// What is asked at one place, of one person, or of one binder.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldGroup {
    /// The place, person or binder.
    pub name: String,
    /// The items.
    pub rows: Vec<FieldRow>,
}

/// An item.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldRow {
    /// Its short number, by which it is entered in the evening.
    pub number: String,
    /// Its clause.
    pub clause: String,
    /// The question.
    pub question: String,
    /// What else to look at.
    pub beside: String,
}

/// The blocks of the sheets.
pub fn field_sheet(sheet: &FieldSheet, words: &dyn Words) -> Vec<Block> {
    let say = Say { words };
    let mut blocks = Vec::new();
    for (n, group) in sheet.groups.iter().enumerate() {
        if n == 0 || sheet.apart {
            if n > 0 {
                blocks.push(Block::PageBreak);
            }
            blocks.push(Block::Text(Text {
                size: 14.0,
                face: Face::Bold,
                align: Align::Centre,
                after: 6.0,
                ..Text::body(sheet.title.clone())
            }));
            blocks.push(Block::Table(top(sheet, say)));
            blocks.push(Block::Text(Text::note(say.text("site-print-how"))));
        }
        blocks.push(Block::Table(table(group, say)));
    }
    blocks
}

/// What is known, and what is written at the beginning: when, where, who stood by, who wrote.
fn top(sheet: &FieldSheet, say: Say<'_>) -> Table {
    let blank = |key: &str, room: &str| (say.text(key), if room.is_empty() { String::new() } else { say.text(room) });
    let mut pairs = sheet.head.clone();
    pairs.push(blank("site-print-day", "site-print-day-room"));
    pairs.push(blank("site-print-time", "site-print-time-room"));
    pairs.push(blank("site-print-witness", ""));
    pairs.push(blank("site-print-writer", ""));
    let rows = pairs.chunks(2).map(|line| {
        let mut cells: Vec<Cell> = Vec::new();
        for (label, value) in line {
            cells.extend([Cell::new(label).label(), Cell::new(value)]);
        }
        let last = cells.len() - 1;
        cells[last].span = 5 - cells.len();
        Row { least: 22.0, whole: true, ..Row::new(cells) }
    });
    let (label, value) = (Column::fixed(64.0, Align::Left), Column::share(1.0, Align::Left));
    Table {
        columns: vec![label, value, label, value],
        head: Vec::new(),
        rows: rows.collect(),
        size: 9.0,
        together: true,
    }
}

fn table(group: &FieldGroup, say: Say<'_>) -> Table {
    let mut rows = vec![Row::group(group.name.clone(), 4)];
    for item in &group.rows {
        let beside = (!item.beside.is_empty()).then(|| say.with("site-print-look-at", &[("what", &item.beside)]));
        let texts = [Some(item.question.clone()), beside, Some(say.text("site-print-note"))];
        let question = texts.into_iter().flatten().collect::<Vec<_>>().join("\n");
        let verdict = format!("□○  □△\n□×  □－\n{}", say.text("site-print-seen-at"));
        let cells = [item.clause.clone(), question, verdict].map(Cell::new);
        let number = Cell::new(&item.number).bold().align(Align::Centre);
        rows.push(Row { whole: true, ruled: LINES, ..Row::new([vec![number], cells.to_vec()].concat()) });
    }
    let heads = ["site-print-number", "site-print-clause", "site-print-question", "site-print-verdict"];
    Table {
        columns: vec![
            Column::fixed(30.0, Align::Centre),
            Column::fixed(62.0, Align::Left),
            Column::share(1.0, Align::Left),
            Column::fixed(72.0, Align::Left),
        ],
        head: vec![Row::head(heads.map(|key| say.text(key)))],
        rows,
        size: SIZE,
        together: false,
    }
}
