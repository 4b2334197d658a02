//! The name of an edition.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The text as it counts: without a byte order mark and with line feeds alone, so that an editor on Windows or a
/// checkout that converts line ends does not make another edition.
pub(super) fn plain(text: &str) -> String {
    text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n")
}

/// SHA-256 over the files in the order of their names. Name and length go in with each, so that no text can pass from
/// one file to the next unseen.
pub(super) fn of(files: &BTreeMap<String, String>) -> String {
    let mut hasher = Sha256::new();
    for (name, text) in files {
        let text = plain(text);
        hasher.update(format!("{name}\n{}\n", text.len()));
        hasher.update(text);
    }
    hasher.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
