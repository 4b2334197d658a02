//! What a host is told when something fails: a code, its arguments, and the field it belongs to. The words for a code
//! stand in `locales/<language>/errors.ftl` under `error-<code>`.

use serde::Serialize;
use std::collections::BTreeMap;
use store::StoreError;
use ts_rs::TS;

/// A failure as a host sees it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ErrorDto {
    /// The code, e.g. `wrong-key`.
    pub code: String,
    /// The arguments of its message.
    pub args: BTreeMap<String, String>,
    /// The field of the request it belongs to, if it belongs to one.
    pub field: Option<String>,
}

/// The result of a command.
pub type Result<T, E = ErrorDto> = std::result::Result<T, E>;

impl ErrorDto {
    /// A failure with a code and nothing else.
    pub fn new(code: &str) -> ErrorDto {
        ErrorDto { code: code.to_owned(), args: BTreeMap::new(), field: None }
    }

    /// With one more argument.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl ToString) -> ErrorDto {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// At a field of the request.
    #[must_use]
    pub fn at(mut self, field: &str) -> ErrorDto {
        self.field = Some(field.to_owned());
        self
    }

    /// A required field that is empty.
    pub fn required(field: &str) -> ErrorDto {
        ErrorDto::new("required").at(field)
    }
}

/// A text that must not be blank, trimmed at both ends.
pub fn required(field: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() { Err(ErrorDto::required(field)) } else { Ok(text.to_owned()) }
}

impl From<domain::finding::Refusal> for ErrorDto {
    fn from(refusal: domain::finding::Refusal) -> ErrorDto {
        ErrorDto::new(&format!("refused-{}", domain::Keyed::key(refusal)))
    }
}

impl From<domain::horizontal::HorizontalRefusal> for ErrorDto {
    fn from(refusal: domain::horizontal::HorizontalRefusal) -> ErrorDto {
        ErrorDto::new(&format!("refused-{}", domain::Keyed::key(refusal)))
    }
}

impl From<domain::self_check::SheetRefusal> for ErrorDto {
    fn from(refusal: domain::self_check::SheetRefusal) -> ErrorDto {
        ErrorDto::new(domain::Keyed::key(refusal))
    }
}

impl From<domain::sampling::SamplingFault> for ErrorDto {
    fn from(fault: domain::sampling::SamplingFault) -> ErrorDto {
        ErrorDto::new(&format!("sampling-{}", domain::Keyed::key(fault)))
    }
}

impl From<domain::review::ReviewRefusal> for ErrorDto {
    fn from(refusal: domain::review::ReviewRefusal) -> ErrorDto {
        ErrorDto::new(&format!("review-{}", domain::Keyed::key(refusal)))
    }
}

impl From<report::ReportError> for ErrorDto {
    fn from(error: report::ReportError) -> ErrorDto {
        ErrorDto::new("report-failed").arg("detail", error)
    }
}

impl From<serde_json::Error> for ErrorDto {
    fn from(error: serde_json::Error) -> ErrorDto {
        ErrorDto::new("bad-request").arg("detail", error)
    }
}

impl From<StoreError> for ErrorDto {
    fn from(error: StoreError) -> ErrorDto {
        crate::store_error::describe(&error)
    }
}
