//! What calamine does not tell of an .xlsx package: read beside it, in one more pass over the parts concerned.

mod drawings;
mod formats;
mod sheet;
mod styles;
mod texts;

use super::looks::{Area, At, Floating, Looks, MOST, within};
use super::parts::{Parts, Piece, Relations};
use super::{ReadError, ReadFault};
use crate::workbook::{CellKind, Sheet, Workbook};
use domain::text::fold;
use sheet::Found;
use std::collections::{BTreeMap, BTreeSet};

/// What holds for all sheets.
#[derive(Debug, Default)]
struct Known {
    styles: Vec<styles::Style>,
    /// Shared texts of which something is struck out: what is left, what is not.
    texts: BTreeMap<usize, (String, String)>,
    is_1904: bool,
    /// Names for formulas.
    names: BTreeMap<String, String>,
}

/// A choice has no more values than a person reads.
const MOST_OFFERED: usize = 2_000;

/// Adds what the parts of the package say beside the cells to the sheets that were read, which are named as calamine
/// names them, `order` being the names of all tabs.
pub(super) fn add(
    bytes: &[u8],
    go_on: &dyn Fn() -> bool,
    order: &[String],
    book: &mut Workbook,
) -> Result<(), ReadError> {
    let mut parts = Parts::open(bytes, go_on)?;
    let relations = parts.relations("xl/workbook.xml")?;
    let (known, tabs) = workbook(&mut parts, &relations)?;
    book.is_1904 = known.is_1904;
    book.has_macros = parts.has("xl/vbaProject.bin");
    let mut offers = Vec::new();
    book.is_partly_read = is_missing(&parts, &relations, order.len(), &tabs);
    for (name, part) in order.iter().zip(tabs) {
        let (Some(part), Some(n)) = (part, book.sheets.iter().position(|sheet| sheet.name == *name)) else { continue };
        let mut found = sheet::read(&mut parts, &part, &known)?;
        beside(&mut parts, &part, &mut found.looks)?;
        found.looks.hidden_rows.sort_unstable();
        found.looks.hidden_columns.sort_unstable();
        offers.push((n, std::mem::take(&mut found.offers)));
        apply(&mut book.sheets[n], found);
    }
    for (n, offers) in offers {
        let off = off_list(book, n, &offers, &known.names, go_on)?;
        book.sheets[n].looks.off_list = off;
    }
    Ok(())
}

/// What the workbook says for all sheets, and the parts of the sheets in the order of their tabs.
fn workbook(parts: &mut Parts<'_>, relations: &Relations) -> Result<(Known, Vec<Option<String>>), ReadError> {
    let (mut known, mut tabs) = (Known::default(), Vec::new());
    let mut name: Option<(String, String)> = None;
    parts.walk("xl/workbook.xml", |piece| match piece {
        Piece::Open(tag) if tag.is("sheet") => {
            tabs.push(tag.refers().and_then(|id| Some(relations.get(&id)?.1.clone())));
        }
        Piece::Open(tag) if tag.is("workbookPr") => known.is_1904 = tag.yes("date1904"),
        Piece::Open(tag) if tag.is("definedName") => name = tag.get("name").map(|name| (name, String::new())),
        Piece::Text(text) => {
            if let Some((_, formula)) = &mut name {
                formula.push_str(text);
            }
        }
        Piece::Close("definedName") => {
            known.names.extend(name.take().filter(|_| known.names.len() < MOST).map(|(name, at)| (fold(&name), at)));
        }
        _ => {}
    })?;
    for (kind, part) in relations.values() {
        match kind.as_str() {
            "styles" => known.styles = styles::read(parts, part)?,
            "sharedStrings" => known.texts = texts::shared(parts, part)?,
            _ => {}
        }
    }
    Ok((known, tabs))
}

/// Whether a part is named that cannot be looked at although the reader of the cells may have found it.
fn is_missing(parts: &Parts<'_>, relations: &Relations, sheets: usize, tabs: &[Option<String>]) -> bool {
    let concerned =
        relations.values().filter(|(kind, _)| ["worksheet", "styles", "sharedStrings"].contains(&kind.as_str()));
    let lost = concerned.map(|(_, part)| part).any(|part| !parts.has(part));
    lost || tabs.len() != sheets || tabs.iter().any(Option::is_none)
}

/// What stands beside the cells of a sheet.
fn beside(parts: &mut Parts<'_>, part: &str, looks: &mut Looks) -> Result<(), ReadError> {
    let relations = parts.relations(part)?;
    let mut controls = 0;
    let mut threads = BTreeMap::new();
    for (kind, part) in relations.values() {
        match kind.as_str() {
            "comments" => looks.comments.extend(texts::comments(parts, part)?),
            "threadedComment" => threads.extend(texts::threads(parts, part)?),
            "drawing" => looks.drawings.extend(drawings::drawings(parts, part)?),
            "vmlDrawing" => looks.boxes.extend(drawings::boxes(parts, part)?),
            "ctrlProp" => controls += 1,
            _ => {}
        }
    }
    // A thread stands a second time as a note, with an explanation for old versions of Excel.
    looks.comments.extend(threads);
    if controls > 0 && looks.boxes.is_empty() {
        looks.boxes.push(Floating::default());
    }
    let boxes: Vec<Area> = looks.boxes.iter().map(|one| one.area).collect();
    looks.drawings.retain(|one| !boxes.iter().any(|area| (area.0.0, area.1.0) == (one.area.0.0, one.area.1.0)));
    Ok(())
}

/// Puts into the cells what stands there for a reader.
fn apply(sheet: &mut Sheet, found: Found) {
    let Found { mut looks, instead, .. } = found;
    let mut cells = Vec::new();
    for mut cell in sheet.take_cells() {
        let at = (cell.row, cell.column);
        if let Some((text, kind)) = instead.get(&at) {
            let wholly = looks.struck.get_mut(&at).filter(|struck| struck.is_empty());
            if let Some(struck) = wholly {
                *struck = cell.text.clone();
            }
            // A broken formula stays broken, whatever its style.
            if !matches!(cell.kind, CellKind::Error | CellKind::NoValue) || looks.struck.contains_key(&at) {
                (cell.text, cell.kind) = (text.clone(), *kind);
            }
        }
        if !cell.text.is_empty() || cell.kind == CellKind::NoValue {
            cells.push(cell);
        }
    }
    looks.struck.retain(|_, struck| !struck.is_empty());
    *sheet = Sheet::new(std::mem::take(&mut sheet.name), sheet.visible, cells);
    sheet.looks = looks;
}

/// The cells whose values are none of those they offer.
fn off_list(
    book: &Workbook,
    n: usize,
    offers: &[(Vec<Area>, String)],
    names: &BTreeMap<String, String>,
    go_on: &dyn Fn() -> bool,
) -> Result<BTreeMap<At, Vec<String>>, ReadError> {
    let mut off = BTreeMap::new();
    let sheet = &book.sheets[n];
    let offers = offers.iter().map(|(areas, formula)| (areas, offered(book, sheet, formula, names)));
    // With the values as they are compared.
    let offers: Vec<(&Vec<Area>, Vec<String>, BTreeSet<String>)> = offers
        .filter(|(_, offered)| !offered.is_empty())
        .map(|(areas, offered)| {
            let folded = offered.iter().map(|one| fold(one)).collect();
            (areas, offered, folded)
        })
        .collect();
    // Cells come from top to bottom, and at any of them only the areas that reach into its row are looked at.
    let mut areas: Vec<(Area, usize)> =
        offers.iter().enumerate().flat_map(|(n, (areas, _, _))| areas.iter().map(move |area| (*area, n))).collect();
    areas.sort_unstable_by_key(|((rows, _), _)| std::cmp::Reverse(rows.0));
    let mut reached: Vec<(Area, usize)> = Vec::new();
    let mut row = None;
    for (seen, cell) in sheet.cells().iter().filter(|_| !offers.is_empty()).enumerate() {
        if seen.is_multiple_of(1024) && !go_on() {
            return Err(ReadError::new(ReadFault::Stopped));
        }
        if row != Some(cell.row) {
            row = Some(cell.row);
            while let Some(next) = areas.pop_if(|((rows, _), _)| rows.0 <= cell.row) {
                reached.push(next);
            }
            reached.retain(|((rows, _), _)| cell.row <= rows.1);
        }
        let at = (cell.row, cell.column);
        let offer = reached.iter().filter(|(area, _)| within(area, at)).map(|(_, n)| *n).min();
        let Some((_, offered, folded)) = offer.map(|n| &offers[n]) else { continue };
        let found = fold(&cell.text);
        let other = !found.is_empty() && !folded.contains(&found);
        if other && !matches!(cell.kind, CellKind::Error | CellKind::NoValue) && off.len() < MOST {
            off.insert(at, offered.clone());
        }
    }
    Ok(off)
}

/// The values of a list: written out, in cells here or on another sheet, or behind a name.
fn offered(book: &Workbook, here: &Sheet, formula: &str, names: &BTreeMap<String, String>) -> Vec<String> {
    if let Some(list) = formula.strip_prefix('"') {
        return list.trim_end_matches('"').split(',').map(|value| value.trim().to_owned()).collect();
    }
    let formula = names.get(&fold(formula)).map_or(formula, String::as_str);
    let (sheet, range) = match formula.rsplit_once('!') {
        Some((name, range)) => {
            let name = name.trim_matches('\'').replace("''", "'");
            (book.sheets.iter().find(|sheet| sheet.name == name), range)
        }
        None => (Some(here), formula),
    };
    let (Some(sheet), Some(area)) = (sheet, super::looks::area(range)) else { return Vec::new() };
    let inside = sheet.cells().iter().filter(|cell| within(&area, (cell.row, cell.column)));
    inside.take(MOST_OFFERED).map(|cell| cell.text.clone()).collect()
}

/// The confidentiality class that a header or footer names: 【機密性２】.
fn class_in(text: &str) -> Option<u8> {
    let text = fold(text);
    let word = fold("機密性");
    let rest = text.split(&word).nth(1)?;
    let digit = rest.chars().find(|c| !matches!(c, ' ' | ':' | 'ー' | '(' | '['))?;
    digit.to_digit(10).filter(|class| (1..=4).contains(class)).and_then(|class| u8::try_from(class).ok())
}
