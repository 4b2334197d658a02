//! Models to workbooks. A workbook is made in memory, because the library's other mode writes plain temporary files.

mod campaign;
mod ciso;
mod form;
mod index;
mod instructions;
mod sheet;
mod style;

use crate::{DocInfo, ReportError, Words, model::CampaignTotals, model::ReportModel};
use domain::form::FormSheet;

/// The report for the CISO as a workbook: a sheet to be read first, and data sheets of one table each.
pub fn ciso(model: &ReportModel, words: &dyn Words) -> Result<Vec<u8>, ReportError> {
    ciso::write(model, words)
}

/// The totals of a self-inspection as a workbook.
pub fn campaign(totals: &CampaignTotals, words: &dyn Words) -> Result<Vec<u8>, ReportError> {
    campaign::write(totals, words)
}

/// Forms to be filled in, a sheet each, as one workbook. How they are marked stands in [`domain::form`].
pub fn form_workbook(forms: &[FormSheet], words: &dyn Words, info: &DocInfo) -> Result<Vec<u8>, ReportError> {
    form::write(forms, words, info)
}
