//! Models to workbooks.

use crate::{ReportError, Words, model::ReportModel};
use domain::form::FormSheet;
use jiff::civil::Date;

/// What stands in the properties of a workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct DocInfo {
    /// The title.
    pub title: String,
    /// The office.
    pub office: String,
    /// Who made it.
    pub author: String,
    /// The class as it is shown, e.g. 【機密性3】; the highest of all sheets.
    pub class_label: String,
    /// The day on which it is made.
    pub created: Date,
}

/// The report for the CISO as a workbook.
pub fn ciso(_model: &ReportModel, _words: &dyn Words) -> Result<Vec<u8>, ReportError> {
    Ok(Vec::new())
}

/// Forms to be filled in, a sheet each, as one workbook.
pub fn form_workbook(_forms: &[FormSheet], _words: &dyn Words, _info: &DocInfo) -> Result<Vec<u8>, ReportError> {
    Ok(Vec::new())
}
