//! What can go wrong while a report is made.

/// Why no report was made. The app gives each its message.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A font file is missing, cut short or not a font.
    #[error("the font {0} cannot be read")]
    Font(&'static str),
    /// The workbook library refused something.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The finished PDF could not be put into its final form.
    #[error("the PDF cannot be written: {0}")]
    Pdf(String),
    /// A form does not hold together, e.g. a row with more cells than there are columns.
    #[error("the form {form} is malformed: {why}")]
    Form {
        /// The id of the form.
        form: String,
        /// What does not fit.
        why: String,
    },
}
