//! Pages to PDF.

use crate::{ReportError, Words, model::ReportModel};

/// The bytes of the fonts that are embedded, as TrueType.
#[derive(Clone, Copy)]
pub struct Fonts<'a> {
    /// BIZ UDGothic Regular.
    pub gothic: &'a [u8],
    /// BIZ UDGothic Bold.
    pub gothic_bold: &'a [u8],
}

/// The report for the CISO as PDF.
pub fn ciso(_model: &ReportModel, _words: &dyn Words, _fonts: &Fonts<'_>) -> Result<Vec<u8>, ReportError> {
    Err(ReportError::Pdf("not written yet".to_owned()))
}
