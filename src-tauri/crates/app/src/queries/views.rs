//! Saved ways of looking at a list, and tables as they stand on the screen.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::release::file_name;
use crate::session::Session;
use jiff::civil::Date;
use report::listing::{Listing, ListingCell, ListingColumn};
use store::tables::SavedView;

/// The most cells that are handed out at once.
const MAX_CELLS: usize = 2_000_000;

/// The saved views of a screen by their names.
pub fn list(session: &Session, request: ViewQuery) -> Result<Vec<ViewRow>> {
    let rows = session.read().list::<SavedView>("WHERE screen = ?1 ORDER BY name", &[&request.screen])?;
    Ok(rows.into_iter().map(|row| ViewRow { id: row.id, name: row.name, params: row.params }).collect())
}

/// Under which name a table is saved.
pub fn name_table(session: &Session, request: NameTable) -> Result<SuggestedName> {
    Ok(SuggestedName { name: table_name(session, &[&request.title], &request.format)? })
}

/// The name of the file of a table: what it is, whose, and of which day.
pub fn table_name(session: &Session, parts: &[&str], extension: &str) -> Result<String> {
    let office = session.office()?;
    let day = session.today().to_string();
    let parts = [parts, &[office.name.as_str(), day.as_str()]].concat();
    Ok(file_name(&session.class_label(&office.class_level), &parts, extension))
}

/// The table as it is handed out. Every row has a cell per column, whatever the request says.
pub fn listing(session: &Session, request: &ExportTable) -> Result<Listing> {
    if request.columns.is_empty() {
        return Err(ErrorDto::required("columns"));
    }
    if request.columns.len().saturating_mul(request.rows.len()) > MAX_CELLS {
        return Err(ErrorDto::new("table-too-large").arg("rows", request.rows.len()));
    }
    let office = session.office()?;
    let kinds: Vec<&str> = request.columns.iter().map(|column| column.kind.as_str()).collect();
    let row = |row: &Vec<Option<String>>| -> Vec<ListingCell> {
        let cell = |(place, kind): (usize, &&str)| read(row.get(place).and_then(Option::as_deref), kind);
        kinds.iter().enumerate().map(cell).collect()
    };
    let rows: Vec<Vec<ListingCell>> = request.rows.iter().map(row).collect();
    let column = |(place, column): (usize, &TableColumn)| ListingColumn {
        width: width(&column.heading, rows.iter().filter_map(|row| row.get(place))),
        heading: column.heading.clone(),
    };
    Ok(Listing {
        title: request.title.trim().to_owned(),
        chosen: request.chosen.trim().to_owned(),
        class_label: session.class_label(&office.class_level),
        office: office.name,
        date: session.today(),
        columns: request.columns.iter().enumerate().map(column).collect(),
        rows,
    })
}

/// A cell of a kind. What is not of its kind is handed out as it is written.
fn read(text: Option<&str>, kind: &str) -> ListingCell {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return ListingCell::Empty };
    let as_text = || ListingCell::Text(text.to_owned());
    match kind {
        "number" => {
            let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
            number.map_or_else(as_text, ListingCell::Number)
        }
        "share" => {
            let share = text.parse::<f64>().ok().filter(|share| (0.0..=1.0).contains(share));
            share.map_or_else(as_text, ListingCell::Share)
        }
        "date" => text.parse::<Date>().map_or_else(|_| as_text(), ListingCell::Date),
        _ => as_text(),
    }
}

/// As wide as most of its texts need, within what a page can hold.
fn width<'c>(heading: &str, cells: impl Iterator<Item = &'c ListingCell>) -> f64 {
    const DATE: usize = 18;
    const SHARE: usize = 6;
    let halves = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let longest = cells.map(|cell| match cell {
        ListingCell::Text(text) => text.lines().map(halves).max().unwrap_or(0),
        ListingCell::Number(number) => number.to_string().len(),
        ListingCell::Date(_) => DATE,
        ListingCell::Share(_) => SHARE,
        ListingCell::Empty => 0,
    });
    let most = longest.max().unwrap_or(0).max(halves(heading) + 2);
    most.clamp(6, 44) as f64 + 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_cell_is_of_its_kind_or_a_text() {
        for (text, kind, expected) in [
            (None, "text", ListingCell::Empty),
            (Some("　"), "number", ListingCell::Empty),
            (Some("12.5"), "number", ListingCell::Number(12.5)),
            (Some("NaN"), "number", ListingCell::Text("NaN".to_owned())),
            (Some("年度末"), "date", ListingCell::Text("年度末".to_owned())),
            (Some("2026-11-21"), "date", ListingCell::Date(date(2026, 11, 21))),
            (Some("=1+1"), "text", ListingCell::Text("=1+1".to_owned())),
            (Some("0.25"), "share", ListingCell::Share(0.25)),
            (Some("1.5"), "share", ListingCell::Text("1.5".to_owned())),
            (Some("2026-11-21"), "?", ListingCell::Text("2026-11-21".to_owned())),
        ] {
            assert_eq!(read(text, kind), expected, "{text:?} as {kind}");
        }
    }

    #[test]
    fn a_column_is_as_wide_as_its_texts_within_limits() {
        let text = |text: &str| ListingCell::Text(text.to_owned());
        assert_eq!(width("課", [text("総務課")].iter()), 8.0);
        assert_eq!(width("課", [text(&"長".repeat(500))].iter()), 46.0);
        assert_eq!(width("課", std::iter::empty()), 8.0);
    }
}
