//! What is said the same day: 講評メモ on one page, and 速報.

use crate::ciso::Say;
use crate::layout::{Align, Block, Cell, Column, Face, Row, Table, Text};
use crate::words::Words;

/// 講評メモ of a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Memo {
    /// The title.
    pub title: String,
    /// Engagement, target, day and the like, as (label, value).
    pub head: Vec<(String, String)>,
    /// What is said.
    pub lines: Vec<MemoLine>,
    /// That the verdicts may still change.
    pub remark: String,
    /// The size of the type of the lines.
    pub size: f32,
}

/// A line with what it can be traced to.
#[derive(Clone, Debug, PartialEq)]
pub struct MemoLine {
    /// The mark of the verdict, if it has one.
    pub mark: String,
    /// What is said.
    pub text: String,
    /// The item and the note it comes from.
    pub source: String,
}

/// The blocks of a memo.
pub fn memo(memo: &Memo, words: &dyn Words) -> Vec<Block> {
    let say = Say { words };
    let rows = (1..).zip(&memo.lines).map(|(n, line): (usize, _)| {
        let mark = Cell::new(&line.mark).align(Align::Centre);
        Row {
            whole: true,
            ..Row::new(vec![Cell::new(n.to_string()), mark, Cell::new(&line.text), Cell::new(&line.source)])
        }
    });
    let heads = ["site-print-line", "site-print-verdict", "site-print-said", "site-print-source"];
    let table = Table {
        columns: vec![
            Column::fixed(26.0, Align::Centre),
            Column::fixed(34.0, Align::Centre),
            Column::share(1.0, Align::Left),
            Column::fixed(150.0, Align::Left),
        ],
        head: vec![Row::head(heads.map(|key| say.text(key)))],
        rows: rows.collect(),
        size: memo.size,
        together: false,
    };
    vec![
        title(&memo.title),
        Block::Facts(memo.head.clone()),
        Block::Space(6.0),
        Block::Table(table),
        note(&memo.remark),
    ]
}

/// 速報
#[derive(Clone, Debug, PartialEq)]
pub struct Flash {
    /// The title of the paper.
    pub title: String,
    /// What it is about, as (label, value).
    pub facts: Vec<(String, String)>,
    /// What happened.
    pub text: String,
    /// Who was told.
    pub told: Vec<FlashTold>,
    /// That it is not the report yet.
    pub remark: String,
}

/// Somebody who was told, or has yet to be.
#[derive(Clone, Debug, PartialEq)]
pub struct FlashTold {
    /// As what.
    pub role: String,
    /// Who.
    pub recipient: String,
    /// When.
    pub when: String,
    /// By which means.
    pub means: String,
    /// Who told.
    pub by: String,
}

/// The blocks of a 速報.
pub fn flash(flash: &Flash, words: &dyn Words) -> Vec<Block> {
    let say = Say { words };
    let heads = [
        "site-print-told-role",
        "site-print-told-who",
        "site-print-told-when",
        "site-print-told-means",
        "site-print-told-by",
    ];
    let told = Table {
        columns: vec![
            Column::share(1.2, Align::Left),
            Column::share(1.0, Align::Left),
            Column::share(1.3, Align::Left),
            Column::share(0.9, Align::Left),
            Column::share(0.9, Align::Left),
        ],
        head: vec![Row::head(heads.map(|key| say.text(key)))],
        rows: flash
            .told
            .iter()
            .map(|told| Row {
                least: 30.0,
                whole: true,
                ..Row::of([&told.role, &told.recipient, &told.when, &told.means, &told.by])
            })
            .collect(),
        size: 9.5,
        together: true,
    };
    vec![
        title(&flash.title),
        Block::Facts(flash.facts.clone()),
        Block::Heading { level: 2, text: say.text("site-print-flash-text") },
        Block::Text(Text::body(flash.text.clone())),
        Block::Heading { level: 2, text: say.text("site-print-told") },
        Block::Table(told),
        note(&flash.remark),
    ]
}

fn title(text: &str) -> Block {
    Block::Text(Text { size: 15.0, face: Face::Bold, align: Align::Centre, after: 8.0, ..Text::body(text) })
}

fn note(text: &str) -> Block {
    Block::Text(Text::note(text))
}
