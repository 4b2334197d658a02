//! What is wrong with a pack, and where.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::keyed_enum;

keyed_enum! {
    /// The kinds of mistake. Each has its message `pack-error-<code>`.
    pub enum PackErrorCode {
        /// There is no `pack.toml`.
        NoPackFile = "no-pack-file",
        /// A file that is not TOML by its name.
        NotToml = "not-toml",
        /// A folder, a link or a device where only files may be.
        NotAFile = "not-a-file",
        /// Bytes that are no UTF-8.
        NotUtf8 = "not-utf8",
        /// More files than a checklist has. Args: `max`.
        TooManyFiles = "too-many-files",
        /// A file is larger than a checklist can be. Args: `max` in bytes.
        TooLarge = "too-large",
        /// There are more mistakes than are shown. Args: `max`.
        TooMany = "too-many",
        /// Not TOML. Args: `reason`, the parser's own words.
        Syntax = "syntax",
        /// A key that is not known here. Args: `allowed`.
        UnknownKey = "unknown-key",
        /// A key that is not known but close to one that is. Args: `near`.
        UnknownKeyNear = "unknown-key-near",
        /// A key that must stand here is missing.
        MissingKey = "missing-key",
        /// The value has another type. Args: `expected`, in TOML notation.
        WrongType = "wrong-type",
        /// A text or list is empty.
        Empty = "empty",
        /// A text is too long. Args: `length`, `max`.
        TooLong = "too-long",
        /// A text holds a character that cannot be printed. Args: `character`, e.g. U+0007.
        BadCharacter = "bad-character",
        /// A value outside its closed list. Args: `value`, `allowed`.
        UnknownValue = "unknown-value",
        /// The same, close to one that exists. Args: `value`, `near`.
        UnknownValueNear = "unknown-value-near",
        /// A topic, document or place that no list holds. Args: `value`, `list`.
        NotListed = "not-listed",
        /// The same, close to one that is held. Args: `value`, `near`, `list`.
        NotListedNear = "not-listed-near",
        /// A value stands twice in a list. Args: `value`.
        Repeated = "repeated",
        /// An id that is already taken. Args: `id`, `first` (file:line).
        DuplicateId = "duplicate-id",
        /// An id with characters that ids do not have. Args: `value`.
        BadId = "bad-id",
        /// Not a date. Args: `value`.
        BadDate = "bad-date",
        /// A clause that is not in the tree. Args: `value`.
        UnknownClause = "unknown-clause",
        /// A parent that does not stand before its child. Args: `value`.
        ParentNotBefore = "parent-not-before",
        /// A clause without children that has neither an item nor a reason. Args: `id`.
        LeafWithoutItem = "leaf-without-item",
        /// A clause that has items and a reason for having none. Args: `id`.
        NoItemButItems = "no-item-but-items",
        /// An item id that does not begin with pack and clause. Args: `value`, `expected`.
        ItemId = "item-id",
        /// A question that does not end as questions do. Args: `expected`.
        QuestionEnd = "question-end",
        /// A number outside its range. Args: `value`, `min`, `max`.
        OutOfRange = "out-of-range",
        /// A role that answers but has no name in this standard. Args: `value`.
        RoleWithoutName = "role-without-name",
        /// Independence and the clause that relaxes it do not go together.
        IndependenceEscape = "independence-escape",
        /// No clause or no item at all.
        EmptyPack = "empty-pack",
    }
}

/// One mistake, as a compiler would report it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{file}:{line}:{column}: {key}: {} {args:?}", crate::Keyed::key(*code))]
pub struct PackError {
    /// The file, by its name in the folder; empty if it concerns the folder.
    pub file: String,
    /// The line, from 1; 0 if it concerns the whole file.
    pub line: u32,
    /// The column, from 1, counted in characters; 0 if it concerns the whole file.
    pub column: u32,
    /// The key it is about, e.g. `item.weight`.
    pub key: String,
    /// What is wrong.
    pub code: PackErrorCode,
    /// What the message needs.
    pub args: BTreeMap<String, String>,
}

/// The mistakes found so far. More than a person can work through are cut off.
#[derive(Default)]
pub(super) struct Errors {
    found: Vec<PackError>,
}

/// As many mistakes as are reported at once.
const MAX_ERRORS: usize = 500;

impl Errors {
    /// Adds a mistake.
    pub(super) fn push(&mut self, error: PackError) {
        if self.found.len() < MAX_ERRORS {
            self.found.push(error);
        } else if self.found.len() == MAX_ERRORS {
            self.found.push(PackError {
                file: "\u{10ffff}".into(), // Sorts behind every file; taken off again below.
                line: 0,
                column: 0,
                key: String::new(),
                code: PackErrorCode::TooMany,
                args: BTreeMap::from([("max".into(), MAX_ERRORS.to_string())]),
            });
        }
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, by file and line.
    pub(super) fn into_sorted(mut self) -> Vec<PackError> {
        self.found.sort();
        if let Some(last) = self.found.last_mut().filter(|last| last.code == PackErrorCode::TooMany) {
            last.file.clear();
        }
        self.found
    }
}

/// The member of a closed list that was probably meant.
pub(super) fn nearest<'a>(value: &str, allowed: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(value);
    // One slip in four characters is a typo; more is another word.
    let limit = (folded.chars().count() / 4).max(1);
    allowed
        .map(|candidate| (distance(&folded, &fold(candidate)), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Case and the marks between words do not make another word.
fn fold(text: &str) -> String {
    text.chars().take(80).flat_map(char::to_lowercase).map(|c| if c == '-' { '_' } else { c }).collect()
}

/// Insertions, deletions, replacements and swaps of neighbours between two words.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}
