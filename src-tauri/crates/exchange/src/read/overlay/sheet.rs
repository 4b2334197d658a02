//! One sheet, in one pass: its rows and columns, its cells as far as their style or their source says something, its
//! lists to choose from.

use super::styles::Style;
use super::texts::Runs;
use super::{Known, class_in, formats};
use crate::read::looks::{Area, At, Looks, MOST, area, keep, place};
use crate::read::parts::{Parts, Piece, Tag};
use crate::read::{ReadError, date_text};
use crate::workbook::CellKind;
use calamine::{ExcelDateTime, ExcelDateTimeType};
use std::collections::BTreeMap;

/// A sheet as it was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) looks: Looks,
    /// What stands in a cell instead of what the reader takes for it.
    pub(super) instead: BTreeMap<At, (String, CellKind)>,
    /// The lists to choose from, with their cells.
    pub(super) offers: Vec<(Vec<Area>, String)>,
}

/// How many lists to choose from a sheet may have, and how many areas each.
const MOST_LISTS: usize = 500;

/// The colours that are named; more are only counted.
const NAMED: usize = 10;

#[derive(Default)]
struct Cell {
    at: At,
    kind: Kind,
    style: usize,
    value: String,
    formula: String,
    inline: Runs,
    part: Part,
}

/// What kind of value a cell says it has.
#[derive(Clone, Copy, Default, PartialEq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Inline,
    Other,
}

impl Kind {
    fn of(written: &str) -> Kind {
        match written {
            "" | "n" => Kind::Number,
            "s" => Kind::Shared,
            "inlineStr" => Kind::Inline,
            _ => Kind::Other,
        }
    }
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Part {
    #[default]
    None,
    Value,
    Formula,
    Inline,
}

#[derive(Default)]
struct Offer {
    is_list: bool,
    areas: String,
    formula: String,
    within: String,
}

pub(super) fn read(parts: &mut Parts<'_>, part: &str, known: &Known) -> Result<Found, ReadError> {
    let mut sheet = Pass { known, found: Found::default(), row: 0, column: 0, cell: None, offer: None, footer: None };
    parts.walk(part, |piece| match piece {
        Piece::Open(tag) => sheet.open(tag),
        Piece::Text(text) => sheet.text(text),
        Piece::Close(name) => sheet.close(name),
    })?;
    Ok(sheet.found)
}

struct Pass<'a> {
    known: &'a Known,
    found: Found,
    /// The row and the column that come next if they have no number.
    row: u32,
    column: u32,
    cell: Option<Cell>,
    offer: Option<Offer>,
    footer: Option<String>,
}

impl Pass<'_> {
    fn open(&mut self, tag: &Tag<'_>) {
        if let Some(cell) = &mut self.cell {
            match tag.name() {
                "v" => cell.part = Part::Value,
                "f" => cell.part = Part::Formula,
                "is" => cell.part = Part::Inline,
                _ if cell.part == Part::Inline => cell.inline.take(&Piece::Open(tag)),
                _ => {}
            }
            return;
        }
        let looks = &mut self.found.looks;
        match tag.name() {
            "row" => {
                // A row without a number stands below the one before.
                let row = tag.number("r").map_or(self.row, |row| row.saturating_sub(1));
                (self.row, self.column) = (row.saturating_add(1), 0);
                if tag.yes("hidden") {
                    keep(&mut looks.hidden_rows, (row, row));
                }
            }
            "c" => {
                let mut cell = Cell { at: (self.row.saturating_sub(1), self.column), ..Cell::default() };
                tag.each(|name, value| match name {
                    "r" => cell.at = place(value).unwrap_or(cell.at),
                    "s" => cell.style = value.trim().parse().unwrap_or(0),
                    "t" => cell.kind = Kind::of(value),
                    _ => {}
                });
                self.column = cell.at.1.saturating_add(1);
                self.cell = Some(cell);
            }
            "col" if tag.yes("hidden") => {
                if let (Some(first), Some(last)) = (tag.number("min"), tag.number("max")) {
                    keep(&mut looks.hidden_columns, (first.saturating_sub(1), last.saturating_sub(1)));
                }
            }
            "mergeCell" if looks.merged.len() < MOST => looks.merged.extend(merged(tag)),
            "dataValidation" => {
                let is_list = tag.get("type").as_deref() == Some("list");
                let areas = tag.get("sqref").unwrap_or_default();
                self.offer = Some(Offer { is_list, areas, ..Offer::default() });
            }
            name @ ("formula1" | "sqref") => {
                if let Some(offer) = &mut self.offer {
                    offer.within = name.to_owned();
                }
            }
            "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter" => {
                self.footer = Some(String::new());
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            match cell.part {
                // Only numbers and the places of shared texts are looked at.
                Part::Value if matches!(cell.kind, Kind::Inline | Kind::Other) => {}
                Part::Value => cell.value.push_str(text),
                Part::Formula => cell.formula.push_str(text),
                Part::Inline => cell.inline.take(&Piece::Text(text)),
                Part::None => {}
            }
        } else if let Some(offer) = &mut self.offer {
            match offer.within.as_str() {
                "formula1" => offer.formula.push_str(text),
                "sqref" => offer.areas.push_str(text),
                _ => {}
            }
        } else if let Some(footer) = &mut self.footer {
            footer.push_str(text);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "c" => {
                if let Some(cell) = self.cell.take() {
                    self.cell(cell);
                }
            }
            "v" | "f" | "is" => {
                if let Some(cell) = &mut self.cell {
                    cell.part = Part::None;
                }
            }
            "dataValidation" => {
                if let Some(offer) =
                    self.offer.take().filter(|offer| offer.is_list && self.found.offers.len() < MOST_LISTS)
                {
                    let areas: Vec<Area> = offer.areas.split_whitespace().filter_map(area).take(MOST_LISTS).collect();
                    self.found.offers.push((areas, offer.formula.trim().to_owned()));
                }
            }
            "formula1" | "sqref" => {
                if let Some(offer) = &mut self.offer {
                    offer.within.clear();
                }
            }
            "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter" => {
                let class = self.footer.take().as_deref().and_then(class_in);
                self.found.looks.class = self.found.looks.class.max(class);
            }
            _ => {
                if let Some(cell) = &mut self.cell
                    && cell.part == Part::Inline
                {
                    cell.inline.take(&Piece::Close(name));
                }
            }
        }
    }

    fn cell(&mut self, cell: Cell) {
        let plain = Style::default();
        let style = self.known.styles.get(cell.style).unwrap_or(&plain);
        let looks = &mut self.found.looks;
        if style.coloured {
            looks.coloured.0 += 1;
            if looks.coloured.1.len() < NAMED {
                looks.coloured.1.push(cell.at);
            }
        }
        let brackets = |formula: &str| formula.split_once('[').is_some_and(|(_, rest)| rest.contains(']'));
        if brackets(&cell.formula) && cell.formula.contains('!') && looks.external.len() < MOST {
            looks.external.push(cell.at);
        }
        let runs = match cell.kind {
            Kind::Shared if self.known.texts.is_empty() => None,
            Kind::Shared => {
                cell.value.trim().parse().ok().and_then(|index: usize| self.known.texts.get(&index).cloned())
            }
            Kind::Inline => Some(cell.inline.done()),
            Kind::Number | Kind::Other => None,
        };
        if looks.struck.len() < MOST * 10 {
            if style.struck {
                let empty = (String::new(), CellKind::Text);
                // What it was, the reader of the cells says.
                looks.struck.insert(cell.at, String::new());
                self.found.instead.insert(cell.at, empty);
                return;
            }
            if let Some((left, struck)) = runs.filter(|(_, struck)| !struck.is_empty()) {
                looks.struck.insert(cell.at, struck);
                self.found.instead.insert(cell.at, (left, CellKind::Text));
                return;
            }
        }
        if let (Kind::Number, Some(format)) = (cell.kind, &style.format)
            && let Ok(number) = cell.value.trim().parse::<f64>()
            && looks.shown.len() < MOST * 10
        {
            self.number(cell.at, number, format);
        }
    }

    /// What a number shows, where that is a day or has digits of its own.
    fn number(&mut self, at: At, number: f64, format: &str) {
        let looks = &mut self.found.looks;
        if !formats::is_date(format) {
            let plain = number.to_string();
            looks
                .shown
                .extend(formats::number(format, number).filter(|shown| *shown != plain).map(|shown| (at, shown)));
            return;
        }
        let serial = ExcelDateTime::new(number, ExcelDateTimeType::DateTime, self.known.is_1904);
        let (year, month, day, hour, minute, second, _) = serial.to_ymd_hms_milli();
        let shown = formats::date(format, (year, month, day), (hour, minute, second));
        // A time of day alone belongs to no day, and 令和6年度 is none.
        let no_day = (0.0..1.0).contains(&number) || !formats::has_day(format);
        let instead = if no_day { (shown.clone(), CellKind::Text) } else { date_text(&serial) };
        self.found.instead.insert(at, instead);
        looks.shown.insert(at, shown);
    }
}

fn merged(tag: &Tag<'_>) -> Option<Area> {
    tag.get("ref").as_deref().filter(|text| text.contains(':')).and_then(area)
}
