//! A paper that an office hands over, such as a plan, a notice or a receipt: its head as the office has always made it,
//! then facts and tables. One model makes the pages and the workbook.

use crate::ciso::Say;
use crate::layout::{Align, Block, Cell, Column, Face, Furniture, Insets, Orientation, Row, Table, Text};
use crate::pdf::Info;
use crate::{DocInfo, Words};
use jiff::civil::Date;

/// The size of the type in tables.
const SIZE: f32 = 9.0;

/// A table of no more rows goes to the next page whole.
const SHORT: usize = 15;

/// A row that is written in by hand has room for a line.
const ROOM: f32 = 24.0;

/// What a cell says in which there is nothing to say. On paper an empty one looks forgotten.
const NONE: &str = "－";

/// A paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// 様式, top left; empty for none.
    pub form: String,
    /// The line for the document number, top right.
    pub number: String,
    /// The day.
    pub date: Date,
    /// 宛先
    pub addressee: String,
    /// 発信者, a line each.
    pub sender: Vec<String>,
    /// The title.
    pub title: String,
    /// 決裁欄, from left to right; none for no boxes.
    pub stamps: Vec<String>,
    /// Whether it is printed on its side, for wide tables.
    pub landscape: bool,
    /// What it says before its parts.
    pub opening: String,
    /// Its parts.
    pub parts: Vec<Part>,
    /// What stands at its end, at the right edge.
    pub closing: String,
    /// The class as it is shown, e.g. 【機密性3】.
    pub class_label: String,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A heading.
    Heading(String),
    /// The heading of an annex (別紙), which begins on a page of its own.
    Annex(String),
    /// A paragraph.
    Text(String),
    /// Labels with their values.
    Facts(Vec<(String, String)>),
    /// A table.
    Table(PaperTable),
    /// Two wordings side by side.
    Compared(Comparison),
}

/// 新旧対照表: two wordings side by side, with what differs underlined.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What stands left.
    pub left: String,
    /// What stands right.
    pub right: String,
    /// One after the other.
    pub rows: Vec<Compared>,
}

/// One clause in two wordings.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The clause.
    pub heading: String,
    /// The left wording in stretches, each with whether it differs.
    pub left: Vec<(String, bool)>,
    /// The right one.
    pub right: Vec<(String, bool)>,
    /// What is said of it below; empty for nothing.
    pub note: String,
}

/// A table of a paper.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperTable {
    /// Its columns.
    pub columns: Vec<PaperColumn>,
    /// Its rows, a text per column.
    pub rows: Vec<Vec<String>>,
    /// Whether something is written into its rows by hand.
    pub by_hand: bool,
}

/// A column of such a table.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperColumn {
    /// Its heading.
    pub heading: String,
    /// Its width in half-width characters; on paper its share of the whole.
    pub width: f64,
    /// Whether its texts stand in the middle.
    pub centred: bool,
}

impl PaperColumn {
    /// A column of running text.
    pub fn text(heading: String, width: f64) -> PaperColumn {
        PaperColumn { heading, width, centred: false }
    }

    /// A column of marks, numbers or days.
    pub fn mark(heading: String, width: f64) -> PaperColumn {
        PaperColumn { heading, width, centred: true }
    }
}

/// The blocks of a paper.
pub fn blocks(paper: &Paper, words: &dyn Words) -> Vec<Block> {
    let say = Say { words };
    let line = |text: String, size: f32, face: Face, align: Align, after: f32| {
        Block::Text(Text { text, size, face, align, after })
    };
    let mut blocks = Vec::new();
    if paper.landscape {
        blocks.push(Block::Turn(Orientation::Landscape));
    }
    if !paper.form.is_empty() {
        blocks.push(line(paper.form.clone(), 9.0, Face::Regular, Align::Left, 2.0));
    }
    if !paper.stamps.is_empty() {
        blocks.push(Block::Stamps(paper.stamps.clone()));
        blocks.push(Block::Space(8.0));
    }
    blocks.push(line(paper.number.clone(), 10.5, Face::Regular, Align::Right, 2.0));
    blocks.push(line(say.date(paper.date), 10.5, Face::Regular, Align::Right, 6.0));
    blocks.push(line(paper.addressee.clone(), 11.5, Face::Regular, Align::Left, 4.0));
    for sender in &paper.sender {
        blocks.push(line(sender.clone(), 10.5, Face::Regular, Align::Right, 2.0));
    }
    blocks.push(Block::Space(8.0));
    blocks.push(line(paper.title.clone(), 15.0, Face::Bold, Align::Centre, 8.0));
    if !paper.opening.is_empty() {
        blocks.push(Block::Text(Text { after: 10.0, size: 10.5, ..Text::body(paper.opening.clone()) }));
    }
    for part in &paper.parts {
        match part {
            Part::Heading(text) => blocks.push(Block::Heading { level: 2, text: text.clone() }),
            Part::Annex(text) => {
                blocks.extend([Block::PageBreak, Block::Heading { level: 2, text: text.clone() }]);
            }
            Part::Text(text) => blocks.push(Block::Text(Text::body(text.clone()))),
            Part::Facts(facts) => blocks.push(Block::Facts(facts.clone())),
            Part::Table(table) => blocks.push(Block::Table(set(table, paper.landscape))),
            Part::Compared(comparison) => blocks.push(Block::Table(compared(comparison))),
        }
    }
    if !paper.closing.is_empty() {
        let (text, size) = (paper.closing.clone(), 10.5);
        blocks.push(Block::End(Text { text, size, face: Face::Regular, align: Align::Right, after: 0.0 }));
    }
    blocks
}

fn set(table: &PaperTable, landscape: bool) -> Table {
    let align = |column: &PaperColumn| if column.centred { Align::Centre } else { Align::Left };
    let cell = |(place, text): (usize, &String)| match (table.by_hand, text.trim().is_empty()) {
        // What is to be written beside it has a name, and what has none of something says so.
        (true, false) if place == 0 => Cell::new(text).label(),
        (false, true) => Cell::new(NONE).align(Align::Centre),
        _ => Cell::new(text),
    };
    let row = |cells: &Vec<String>| Row {
        least: if table.by_hand { ROOM } else { 0.0 },
        whole: true,
        ..Row::new(cells.iter().enumerate().map(cell).collect())
    };
    Table {
        columns: table.columns.iter().map(|column| Column::share(column.width as f32, align(column))).collect(),
        head: vec![Row::head(table.columns.iter().map(|column| column.heading.clone()))],
        rows: table.rows.iter().map(row).collect(),
        size: SIZE,
        // A short table is not torn apart. A page on its side has little room below its head, so there it is.
        together: table.rows.len() <= SHORT && !landscape,
    }
}

fn compared(comparison: &Comparison) -> Table {
    let cell = |side: &[(String, bool)]| Cell::stretches(side.iter().map(|(text, changed)| (text.as_str(), *changed)));
    let mut rows = Vec::new();
    for one in &comparison.rows {
        rows.push(Row::group(&one.heading, 2));
        rows.push(Row { keep: false, ..Row::new(vec![cell(&one.left), cell(&one.right)]) });
        if !one.note.is_empty() {
            rows.push(Row::new(vec![Cell::new(&one.note).span(2).align(Align::Left)]));
        }
    }
    Table {
        columns: vec![Column::share(1.0, Align::Left), Column::share(1.0, Align::Left)],
        head: vec![Row::head([comparison.left.as_str(), comparison.right.as_str()])],
        rows,
        size: 10.0,
        together: false,
    }
}

/// What stands on every page.
pub fn furniture<'a>(
    paper: &Paper,
    words: &dyn Words,
    info: &DocInfo,
    number: &'a dyn Fn(usize, usize) -> String,
) -> Furniture<'a> {
    Furniture {
        insets: Insets::default(),
        title: format!("{}　{}", info.office, paper.title),
        class_label: paper.class_label.clone(),
        handling: String::new(),
        reference: words.date(paper.date),
        draft: None,
        number,
    }
}

/// The properties of the document.
pub(crate) fn info(words: &dyn Words, info: &DocInfo) -> Info {
    crate::form::info(words, info)
}
