//! Models to workbooks. A workbook is made in memory, because the library's other mode writes plain temporary files.

mod audit_plan;
mod blank;
mod campaign;
mod ciso;
mod form;
mod index;
mod instructions;
mod listing;
mod paper;
mod sheet;
mod style;

use crate::audit_plan::PlanPaper;
use crate::{DocInfo, ReportError, Words, model::CampaignTotals, model::ReportModel};
use domain::form::FormSheet;

pub use blank::BlankSheet;

/// A plan of several years or of one as a workbook.
pub fn audit_plan(paper: &PlanPaper, words: &dyn Words, info: &DocInfo) -> Result<Vec<u8>, ReportError> {
    audit_plan::write(paper, words, info)
}

/// Lists to be filled in or corrected, behind the letter that asks for it.
pub fn blank_workbook(
    sheets: &[BlankSheet],
    letter: Option<&crate::paper::Paper>,
    words: &dyn Words,
    info: &DocInfo,
) -> Result<Vec<u8>, ReportError> {
    blank::write(sheets, letter, words, info)
}

/// The report for the CISO as a workbook: its sections as sheets to be read, data sheets of one table each, and charts.
pub fn ciso(model: &ReportModel, words: &dyn Words) -> Result<Vec<u8>, ReportError> {
    ciso::write(model, words)
}

/// The totals of a self-inspection as a workbook.
pub fn campaign(totals: &CampaignTotals, words: &dyn Words) -> Result<Vec<u8>, ReportError> {
    campaign::write(totals, words)
}

/// Forms to be filled in, a sheet each, as one workbook, behind the letter that asks for them. How they are marked
/// stands in [`domain::form`].
pub fn form_workbook(
    forms: &[FormSheet],
    letter: Option<&crate::paper::Paper>,
    words: &dyn Words,
    info: &DocInfo,
) -> Result<Vec<u8>, ReportError> {
    form::write(forms, letter, words, info)
}

/// A paper that an office hands over, as a workbook.
pub fn paper(paper: &crate::paper::Paper, words: &dyn Words, info: &DocInfo) -> Result<Vec<u8>, ReportError> {
    paper::write(paper, words, info)
}

/// A table from the screen as a workbook of one sheet.
pub fn listing(listing: &crate::listing::Listing, words: &dyn Words, info: &DocInfo) -> Result<Vec<u8>, ReportError> {
    listing::write(listing, words, info)
}
