//! A table as it stands on the screen: one workbook sheet or a file of commas that a machine can read, or pages that a
//! person can.

use crate::Words;
use crate::ciso::Say;
use crate::paper::{Paper, PaperColumn, PaperTable, Part};
use jiff::civil::Date;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// What it is called.
    pub title: String,
    /// What was chosen from all rows, in words; empty if nothing was left out.
    pub chosen: String,
    /// The office.
    pub office: String,
    /// The class as it is shown, e.g. 【機密性3】.
    pub class_label: String,
    /// The day.
    pub date: Date,
    /// Its columns.
    pub columns: Vec<ListingColumn>,
    /// Its rows, a cell per column.
    pub rows: Vec<Vec<ListingCell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct ListingColumn {
    /// Its heading.
    pub heading: String,
    /// Its width in half-width characters.
    pub width: f64,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum ListingCell {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
    /// A share from 0 to 1.
    Share(f64),
    /// Nothing.
    Empty,
}

/// The widest table that is printed on paper held upright.
const UPRIGHT: f64 = 96.0;

/// The table as a file of commas: one heading row, days as `2026-11-21`, numbers bare, and the mark of UTF-8 at its
/// beginning, without which Excel takes Japanese for something else.
pub fn csv(listing: &Listing) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    let mut line = |cells: Vec<String>| {
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    };
    line(listing.columns.iter().map(|column| field(&column.heading)).collect());
    for row in &listing.rows {
        line(row.iter().map(comma_cell).collect());
    }
    out.into_bytes()
}

fn comma_cell(cell: &ListingCell) -> String {
    match cell {
        ListingCell::Text(text) => field(text),
        ListingCell::Number(number) | ListingCell::Share(number) => number.to_string(),
        ListingCell::Date(date) => date.to_string(),
        ListingCell::Empty => String::new(),
    }
}

/// A text between commas. One that a spreadsheet would take for a formula gets an apostrophe before it, because this
/// kind of file has no other way to say that it is a text.
fn field(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut characters = text.chars();
    let sign = characters.next().is_some_and(|first| "=+-@＝＋－＠\t".contains(first));
    let formula = sign && characters.next().is_some_and(|next| !next.is_whitespace());
    let text = if formula { format!("'{text}") } else { text };
    if text.contains([',', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// The table as a paper.
pub fn paper(listing: &Listing, words: &dyn Words) -> Paper {
    let say = Say { words };
    let cell = |cell: &ListingCell| match cell {
        ListingCell::Text(text) => text.clone(),
        ListingCell::Number(number) => number.to_string(),
        ListingCell::Date(date) => say.date(*date),
        ListingCell::Share(share) => format!("{:.1}%", share * 100.0),
        ListingCell::Empty => String::new(),
    };
    let plain = |place: usize| {
        let mut cells = listing.rows.iter().filter_map(|row| row.get(place));
        cells.all(|cell| matches!(cell, ListingCell::Number(_) | ListingCell::Share(_) | ListingCell::Empty))
    };
    let column = |(place, column): (usize, &ListingColumn)| PaperColumn {
        heading: column.heading.clone(),
        width: column.width,
        centred: plain(place),
    };
    Paper {
        form: String::new(),
        number: String::new(),
        date: listing.date,
        addressee: String::new(),
        sender: vec![listing.office.clone()],
        title: listing.title.clone(),
        stamps: Vec::new(),
        landscape: listing.columns.iter().map(|column| column.width).sum::<f64>() > UPRIGHT,
        opening: listing.chosen.clone(),
        parts: vec![Part::Table(PaperTable {
            columns: listing.columns.iter().enumerate().map(column).collect(),
            rows: listing.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            by_hand: false,
        })],
        closing: String::new(),
        class_label: listing.class_label.clone(),
    }
}
