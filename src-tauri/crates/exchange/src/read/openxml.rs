//! .xlsx and .xlsm, cell by cell: a sheet that claims a million rows costs only what stands in it.

use super::parts::{Parts, Piece};
use super::{Budget, ReadError, ReadFault, overlay, shown_ref};
use crate::workbook::{CellKind, Sheet, Workbook};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;

pub(super) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Workbook, ReadError> {
    claims(bytes, budget)?;
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(fault)?;
    let tabs = workbook.sheets_metadata().to_vec();
    budget.sheets(tabs.len())?;
    let mut sheets = Vec::new();
    for tab in tabs.iter().filter(|tab| tab.typ == SheetType::WorkSheet) {
        let mut reader = workbook.worksheet_cells_reader(&tab.name).map_err(fault)?;
        let mut cells = Vec::new();
        let mut seen = 0_u32;
        while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(fault)? {
            seen = seen.wrapping_add(1);
            // Cells that hold nothing are free, but take their time.
            if seen.is_multiple_of(8192) {
                budget.go_on()?;
            }
            let (row, column) = cell.pos;
            let shown = match (&cell.value, &cell.formula) {
                (DataRef::Empty, Some(_)) => (String::new(), CellKind::NoValue),
                (value, _) => shown_ref(value),
            };
            cells.extend(budget.cell(row, column, shown)?);
        }
        sheets.push(Sheet::new(tab.name.clone(), tab.visible == SheetVisible::Visible, cells));
    }
    let order: Vec<String> = tabs.into_iter().map(|tab| tab.name).collect();
    let mut book = Workbook { sheets, ..Workbook::default() };
    overlay::add(bytes, budget.go_on, &order, &mut book)?;
    Ok(book)
}

/// The reader makes room for as many shared texts as the package claims to have, before it has seen one of them.
fn claims(bytes: &[u8], budget: &Budget<'_>) -> Result<(), ReadError> {
    let mut parts = Parts::open(bytes, budget.go_on)?;
    for name in parts.names().into_iter().filter(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml")) {
        let mut claimed = 0;
        parts.walk_until(&name, |piece| match piece {
            Piece::Open(tag) if tag.is("sst") => {
                let count = tag.get("uniqueCount").unwrap_or_default();
                let digits = count.trim().trim_start_matches('+');
                let number = !digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit());
                // What is too long to be a number is larger than anything.
                claimed = if number { digits.parse().unwrap_or(u64::MAX) } else { 0 };
                false
            }
            _ => true,
        })?;
        if claimed > budget.limits.cells as u64 {
            return Err(ReadError::new(ReadFault::TooMuch).with("limit", budget.limits.cells));
        }
    }
    Ok(())
}

fn fault(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::new(ReadFault::Encrypted),
        error => ReadError::damaged(error),
    }
}
