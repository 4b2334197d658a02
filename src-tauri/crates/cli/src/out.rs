//! What is printed.

use std::io::{self, Write};

use app::ErrorDto;
use i18n::{Arg, Lang};
use serde_json::Value;

/// Prints a line. That nobody reads on, as under `head`, is no fault.
pub(crate) fn line(text: &str) {
    let _ = writeln!(io::stdout().lock(), "{text}");
}

/// Prints an answer for a program.
pub(crate) fn json(value: &Value) {
    line(&serde_json::to_string_pretty(value).unwrap_or_default());
}

/// A failure in words, with its code for those who look it up.
pub(crate) fn error(lang: Lang, error: &ErrorDto) -> String {
    let args: Vec<(&str, Arg<'_>)> =
        error.args.iter().map(|(name, value)| (name.as_str(), value.as_str().into())).collect();
    let key = format!("error-{}", error.code);
    let words = if i18n::exists(&key) { i18n::text(lang, &key, &args) } else { error.code.clone() };
    let field = error.field.as_deref().map(|field| format!(" · {field}")).unwrap_or_default();
    format!("{words} [{}{field}]", error.code)
}

/// A text of an answer, or nothing.
pub(crate) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// The list in an answer, or none.
pub(crate) fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map(Vec::as_slice).unwrap_or_default()
}
