//! The sheet that says how to fill in the others.

use super::DocInfo;
use super::style::{self, Paper, SheetNames};
use crate::ReportError;
use crate::ciso::Say;
use domain::form::FormSheet;
use rust_xlsxwriter::Worksheet;

/// 記入要領: what all forms have in common, and what each asks for, a line each.
pub(super) fn instructions(
    forms: &[FormSheet],
    say: Say<'_>,
    info: &DocInfo,
    names: &mut SheetNames,
) -> Result<Worksheet, ReportError> {
    let title = say.text("report-form-instructions");
    let mut sheet = Worksheet::new();
    sheet.set_name(names.name(&title))?;
    sheet.set_column_width(0, 4)?.set_column_width(1, 84)?;
    style::write_text(&mut sheet, 0, 0, &title, &style::title())?;
    let common = ["report-form-fill", "report-form-choose", "report-form-keep", "report-form-save"];
    let mut lines: Vec<String> = common.iter().map(|key| say.text(key)).collect();
    for line in forms.iter().flat_map(|form| &form.instructions) {
        if !lines.contains(line) {
            lines.push(line.clone());
        }
    }
    let format = style::plain().set_text_wrap();
    for (row, line) in (2..).zip(&lines) {
        style::write_text(&mut sheet, row, 0, &(row - 1).to_string(), &style::plain())?;
        style::write_text(&mut sheet, row, 1, line, &format)?;
        sheet.set_row_height(row, style::row_height([(line.as_str(), 84.0)]))?;
    }
    style::page(&mut sheet, &format!("{}　{title}", info.office), &info.class_label, &title, Paper::A4Upright);
    sheet.protect();
    Ok(sheet)
}
