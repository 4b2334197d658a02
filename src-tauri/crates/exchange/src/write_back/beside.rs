//! Where queries stand in the workbook they are about: in a column of their own at the right end of the sheet, beside the
//! cells that they ask about, where whoever opens the sheet sees them first and nothing has to be moved for them.

use super::{CellValue, CellWrite, GRID};
use crate::read::place;
use crate::workbook::{Sheet, Workbook};
use std::collections::BTreeMap;

/// A question to whoever sent a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The name of the sheet.
    pub sheet: String,
    /// The address of the cell it asks about, or nothing if it is about the sheet.
    pub cell: String,
    /// What is asked.
    pub text: String,
}

/// The cells that queries are written into: in the row of the cell each asks about, in the first column to the right of
/// all that the sheet shows; what is about the sheet stands below its last row. Several of one row stand in one cell, in
/// their order. `headings` says in which row of a sheet, counted from 0, the headings stand (the last one, if there are
/// several); the heading of the new column goes there, and otherwise into the first row that holds something.
pub fn queries_beside(
    book: &Workbook,
    lang: i18n::Lang,
    headings: &BTreeMap<String, u32>,
    queries: &[Query],
) -> Vec<CellWrite> {
    let heading = i18n::text(lang, "exchange-queries-heading", &[]);
    let mut writes = Vec::new();
    for sheet in &book.sheets {
        let of_sheet: Vec<&Query> = queries.iter().filter(|query| query.sheet == sheet.name).collect();
        if of_sheet.is_empty() {
            continue;
        }
        let (first, below) = rows(sheet);
        let top = headings.get(&sheet.name).copied().unwrap_or(first);
        let mut lines: BTreeMap<u32, Vec<&str>> = BTreeMap::from([(top, vec![heading.as_str()])]);
        for query in of_sheet {
            let row = place(&query.cell).map_or(below, |(row, _)| row);
            lines.entry(row).or_default().push(&query.text);
        }
        let column = column(sheet);
        writes.extend(lines.into_iter().map(|(row, lines)| CellWrite {
            sheet: sheet.name.clone(),
            row,
            column,
            value: CellValue::Text(lines.join("\n")),
        }));
    }
    writes
}

/// The first row that holds something, and the one below the last.
fn rows(sheet: &Sheet) -> (u32, u32) {
    let cells = sheet.cells();
    let below = cells.last().map_or(1, |cell| cell.row.saturating_add(1));
    let merged = sheet.looks.merged.iter().map(|((_, bottom), _)| bottom.saturating_add(1));
    (cells.first().map_or(0, |cell| cell.row), merged.fold(below, u32::max).min(GRID.0 - 1))
}

/// The first column that everybody sees to the right of cells, merged cells and what is drawn; of what is drawn, only as
/// far as there are columns behind it.
fn column(sheet: &Sheet) -> u32 {
    let looks = &sheet.looks;
    let after = |ends: &mut dyn Iterator<Item = u32>| ends.map(|end| end.saturating_add(1)).max().unwrap_or(0);
    let cells = after(&mut sheet.cells().iter().map(|cell| cell.column));
    let merged = after(&mut looks.merged.iter().map(|(_, (_, right))| *right));
    let drawn = after(&mut looks.drawings.iter().chain(&looks.boxes).map(|one| one.area.1.1));
    let used = cells.max(merged);
    let seen = |from: u32| (from..GRID.1).find(|column| !looks.hides_column(*column));
    // Some hide all the columns they do not need; there is no better place then.
    seen(used.max(drawn)).or_else(|| seen(used)).unwrap_or(used)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::At;
    use crate::workbook::{Cell, CellKind};

    fn sheet(name: &str, cells: &[At]) -> Sheet {
        let cell = |(row, column): &At| Cell { row: *row, column: *column, text: "a".into(), kind: CellKind::Text };
        Sheet::new(name.to_owned(), true, cells.iter().map(cell).collect())
    }

    fn query(sheet: &str, cell: &str, text: &str) -> Query {
        Query { sheet: sheet.into(), cell: cell.into(), text: text.into() }
    }

    fn placed(sheet: Sheet, headings: &[(&str, u32)], queries: &[Query]) -> Vec<(u32, u32, String)> {
        let book = Workbook { sheets: vec![sheet], ..Workbook::default() };
        let headings = headings.iter().map(|(name, row)| ((*name).to_owned(), *row)).collect();
        let writes = queries_beside(&book, i18n::Lang::Ja, &headings, queries);
        let text = |write: CellWrite| match write.value {
            CellValue::Text(text) => (write.row, write.column, text),
            CellValue::Number(_) => (write.row, write.column, String::new()),
        };
        writes.into_iter().map(text).collect()
    }

    #[test]
    fn queries_stand_at_the_right_end_beside_their_cells_under_a_heading() {
        let cells = [(0, 0), (3, 0), (3, 3), (4, 2), (6, 0)];
        let queries = [query("a", "C5", "何のことですか。"), query("a", "C7", "根拠は。"), query("a", "A5", "いつ。")];
        let at = |row, column, text: &str| (row, column, text.to_owned());
        let expected = [at(3, 4, "照会事項"), at(4, 4, "何のことですか。\nいつ。"), at(6, 4, "根拠は。")];
        assert_eq!(placed(sheet("a", &cells), &[("a", 3)], &queries), expected);
        assert_eq!(placed(sheet("a", &cells), &[], &queries)[0], at(0, 4, "照会事項"), "the top of the sheet");
        let whole = [query("a", "", "別紙はどれですか。")];
        assert_eq!(placed(sheet("a", &cells), &[("a", 3)], &whole)[1], at(7, 4, "別紙はどれですか。"));
        assert_eq!(placed(sheet("a", &cells), &[("b", 3)], &[query("b", "A1", "?")]), []);
    }

    #[test]
    fn the_column_is_free_and_seen() {
        let mut merged = sheet("a", &[(0, 0)]);
        merged.looks.merged = vec![((0, 0), (0, 5)), ((2, 9), (0, 1))];
        assert_eq!(
            placed(merged.clone(), &[], &[query("a", "", "?")]),
            [(0, 6, "照会事項".into()), (10, 6, "?".into())]
        );
        merged.looks.hidden_columns = vec![(6, 8)];
        assert_eq!(placed(merged.clone(), &[], &[query("a", "A1", "?")]), [(0, 9, "照会事項\n?".into())]);
        merged.looks.hidden_columns = vec![(6, 16_383)];
        assert_eq!(placed(merged.clone(), &[], &[query("a", "A1", "?")])[0].1, 6, "no other one is free");
        merged.looks.hidden_columns.clear();
        merged.looks.drawings = vec![crate::read::looks::Floating { area: ((0, 3), (4, 7)), ..Default::default() }];
        assert_eq!(placed(merged, &[], &[query("a", "A1", "?")])[0].1, 8);
    }
}
