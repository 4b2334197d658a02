//! What a file says of itself beside its content.

use jiff::civil::Date;

/// What stands in the properties of a file.
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
