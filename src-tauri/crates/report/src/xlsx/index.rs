//! The very hidden sheet that lists the forms of a workbook, and the lists that are too long for a dropdown's own
//! formula.

use super::style;
use crate::ReportError;
use domain::form::{FormRow, FormSheet, INDEX_SHEET, MARK};
use rust_xlsxwriter::{DataValidation, Formula, Workbook, Worksheet};

/// Lists begin here, one per column, so that they do not stand in the way of the index.
const FIRST_LIST: u16 = 8;

/// A dropdown's own list may have this many characters, commas included.
const LONGEST_LIST: usize = 255;

/// Collects what the index has to hold while the forms are written.
pub(super) struct Index {
    lists: Vec<Vec<String>>,
}

impl Index {
    pub(super) fn new() -> Index {
        Index { lists: Vec::new() }
    }

    /// A dropdown of these texts. A list that is too long or has a comma in it goes to the index.
    pub(super) fn dropdown(&mut self, choices: &[String]) -> Result<DataValidation, ReportError> {
        let plain = !choices.iter().any(|choice| choice.contains([',', '"', '\n']));
        let length: usize = choices.iter().map(|choice| choice.encode_utf16().count() + 1).sum();
        if plain && length <= LONGEST_LIST {
            return Ok(DataValidation::new().allow_list_strings(choices)?);
        }
        let place = self.lists.iter().position(|list| list == choices).unwrap_or_else(|| {
            self.lists.push(choices.to_vec());
            self.lists.len() - 1
        });
        let column = rust_xlsxwriter::utility::column_number_to_name(FIRST_LIST + u16::try_from(place).unwrap_or(0));
        let formula = format!("={INDEX_SHEET}!${column}$2:${column}${}", choices.len() + 1);
        Ok(DataValidation::new().allow_list_formula(Formula::new(formula)))
    }

    /// Writes the index as the last sheet; `tabs` are the names that the sheets got.
    pub(super) fn write(self, book: &mut Workbook, forms: &[FormSheet], tabs: &[String]) -> Result<(), ReportError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(INDEX_SHEET)?;
        let format = style::plain();
        for (column, title) in (0..).zip([MARK, "template", "form", "edition", "rows"]) {
            style::write_text(&mut sheet, 0, column, title, &format)?;
        }
        for ((row, form), tab) in (1..).zip(forms).zip(tabs) {
            let items = form.rows.iter().filter(|row| matches!(row, FormRow::Item { .. })).count().to_string();
            let texts = [tab, &form.template, &form.form_id, &form.edition, &items];
            for (column, text) in (0..).zip(texts) {
                style::write_text(&mut sheet, row, column, text, &format)?;
            }
        }
        for (column, list) in (FIRST_LIST..).zip(&self.lists) {
            style::write_text(&mut sheet, 0, column, "list", &format)?;
            for (row, choice) in (1..).zip(list) {
                style::write_text(&mut sheet, row, column, choice, &format)?;
            }
        }
        sheet.protect();
        sheet.set_very_hidden(true);
        book.push_worksheet(sheet);
        Ok(())
    }
}
