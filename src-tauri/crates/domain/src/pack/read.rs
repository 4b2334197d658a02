//! Reading a table key by key, so that whatever was not asked for is known to be a mistake.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::error::{Errors, PackError, PackErrorCode as Code, nearest};
use crate::Keyed;

/// Where something stands.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) file: String,
    pub(super) line: u32,
    pub(super) column: u32,
    pub(super) key: String,
}

impl Place {
    /// A place that means a file, or the whole folder if the name is empty.
    pub(super) fn of_file(file: &str) -> Self {
        Self { file: file.to_owned(), line: 0, column: 0, key: String::new() }
    }

    /// A mistake at this place.
    pub(super) fn error(&self, code: Code, args: &[(&str, &str)]) -> PackError {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        PackError { file: self.file.clone(), line: self.line, column: self.column, key: self.key.clone(), code, args }
    }
}

/// One file and where its lines begin.
pub(super) struct File<'a> {
    name: &'a str,
    text: &'a str,
    lines: Vec<usize>,
}

impl<'a> File<'a> {
    /// The file with this name and text.
    pub(super) fn new(name: &'a str, text: &'a str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name, text, lines }
    }

    /// The place of a byte offset.
    pub(super) fn place(&self, at: usize, key: &str) -> Place {
        let line = self.lines.partition_point(|start| *start <= at).saturating_sub(1);
        let start = self.lines.get(line).copied().unwrap_or(0);
        let column = self.text.get(start..at).map_or(0, |text| text.chars().count());
        let number = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
        Place { file: self.name.to_owned(), line: number(line), column: number(column), key: key.to_owned() }
    }
}

/// A table while it is read.
pub(super) struct Table<'a> {
    file: &'a File<'a>,
    table: &'a DeTable<'a>,
    span: Range<usize>,
    path: String,
    asked: RefCell<Vec<&'static str>>,
    asked_any: Cell<bool>,
    errors: &'a RefCell<Errors>,
}

impl<'a> Table<'a> {
    /// The whole of a file.
    pub(super) fn root(file: &'a File<'a>, table: &'a Spanned<DeTable<'a>>, errors: &'a RefCell<Errors>) -> Self {
        Self::new(file, table.get_ref(), table.span(), String::new(), errors)
    }

    fn new(
        file: &'a File<'a>,
        table: &'a DeTable<'a>,
        span: Range<usize>,
        path: String,
        errors: &'a RefCell<Errors>,
    ) -> Self {
        Self { file, table, span, path, asked: RefCell::default(), asked_any: Cell::new(false), errors }
    }

    /// Reports every key that was never asked for. Call it when the table has been read.
    pub(super) fn finish(self) {
        if self.asked_any.get() {
            return;
        }
        let mut asked = self.asked.borrow().clone();
        asked.sort_unstable();
        asked.dedup();
        for key in self.table.keys().filter(|key| !asked.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref().as_ref();
            let place = self.file.place(key.span().start, &self.full(name));
            match nearest(name, asked.iter().copied()) {
                Some(near) => self.push(place.error(Code::UnknownKeyNear, &[("near", near)])),
                None => self.push(place.error(Code::UnknownKey, &[("allowed", &asked.join(", "))])),
            }
        }
    }

    /// Where a key's value stands, or the table if the key is not there.
    pub(super) fn place(&self, key: &str) -> Place {
        let at = self.find(key).map_or(self.span.start, |value| value.span().start);
        self.file.place(at, &self.full(key))
    }

    /// Where the table itself stands.
    pub(super) fn here(&self) -> Place {
        self.file.place(self.span.start, &self.path)
    }

    /// Reports a mistake at a key.
    pub(super) fn report(&self, key: &str, code: Code, args: &[(&str, &str)]) {
        self.push(self.place(key).error(code, args));
    }

    /// A text that must be there.
    pub(super) fn text(&self, key: &'static str, max: usize) -> Option<String> {
        self.required(key)?;
        self.text_if(key, max)
    }

    /// A text that may be there.
    pub(super) fn text_if(&self, key: &'static str, max: usize) -> Option<String> {
        let value = self.get(key)?;
        let Some(text) = value.get_ref().as_str() else {
            self.report(key, Code::WrongType, &[("expected", "\"…\"")]);
            return None;
        };
        self.sound(&self.place(key), text, max).then(|| text.to_owned())
    }

    /// A whole number that must be there.
    pub(super) fn number(&self, key: &'static str, range: std::ops::RangeInclusive<u8>) -> Option<u8> {
        let value = self.required(key)?;
        let Some(integer) = value.get_ref().as_integer() else {
            self.report(key, Code::WrongType, &[("expected", &range.end().to_string())]);
            return None;
        };
        let number = u8::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|n| range.contains(n));
        if number.is_none() {
            let args =
                [("value", integer.as_str()), ("min", &range.start().to_string()), ("max", &range.end().to_string())];
            self.report(key, Code::OutOfRange, &args);
        }
        number
    }

    /// Yes or no; no if it is not there.
    pub(super) fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.report(key, Code::WrongType, &[("expected", "true / false")]);
            false
        })
    }

    /// A member of a closed list that must be there.
    pub(super) fn choice<T: Keyed>(&self, key: &'static str) -> Option<T> {
        self.required(key)?;
        self.choice_if(key)
    }

    /// A member of a closed list that may be there.
    pub(super) fn choice_if<T: Keyed>(&self, key: &'static str) -> Option<T> {
        let text = self.text_if(key, MAX_KEY)?;
        self.member(&self.place(key), &text)
    }

    /// Members of a closed list: at least one, none twice.
    pub(super) fn choices<T: Keyed + PartialEq>(&self, key: &'static str) -> Option<Vec<T>> {
        let members: Vec<T> = self.texts(key)?.iter().filter_map(|(place, text)| self.member(place, text)).collect();
        (!members.is_empty()).then_some(members)
    }

    /// The member of a closed list with this key, or a mistake.
    pub(super) fn member<T: Keyed>(&self, place: &Place, key: &str) -> Option<T> {
        let member = T::from_key(key);
        if member.is_none() {
            let allowed: Vec<&str> = T::ALL.iter().map(|member| member.key()).collect();
            self.push(match nearest(key, allowed.iter().copied()) {
                Some(near) => place.error(Code::UnknownValueNear, &[("value", key), ("near", near)]),
                None => place.error(Code::UnknownValue, &[("value", key), ("allowed", &allowed.join(", "))]),
            });
        }
        member
    }

    /// Texts: at least one, none twice, each with its place.
    pub(super) fn texts(&self, key: &'static str) -> Option<Vec<(Place, String)>> {
        let value = self.required(key)?;
        let Some(array) = value.get_ref().as_array() else {
            self.report(key, Code::WrongType, &[("expected", "[\"…\", \"…\"]")]);
            return None;
        };
        if array.is_empty() {
            self.report(key, Code::Empty, &[]);
            return None;
        }
        let mut texts: Vec<(Place, String)> = Vec::new();
        for value in array.iter() {
            let place = self.file.place(value.span().start, &self.full(key));
            let Some(text) = value.get_ref().as_str() else {
                self.push(place.error(Code::WrongType, &[("expected", "\"…\"")]));
                continue;
            };
            if texts.iter().any(|(_, other)| other == text) {
                self.push(place.error(Code::Repeated, &[("value", text)]));
            } else if self.sound(&place, text, MAX_KEY) {
                texts.push((place, text.to_owned()));
            }
        }
        Some(texts)
    }

    /// A table that may be there.
    pub(super) fn table_if(&self, key: &'static str) -> Option<Table<'a>> {
        let value = self.get(key)?;
        let table = self.as_table(&self.full(key), value);
        if table.is_none() {
            self.report(key, Code::WrongType, &[("expected", &format!("[{}]", self.full(key)))]);
        }
        table
    }

    /// A table that must be there.
    pub(super) fn table(&self, key: &'static str) -> Option<Table<'a>> {
        self.required(key)?;
        self.table_if(key)
    }

    /// All tables in this one, by their keys, where the keys are names that the file gives.
    pub(super) fn named_tables(&self) -> Vec<(String, Table<'a>)> {
        self.asked_any.set(true);
        let mut tables = Vec::new();
        for (key, value) in self.table.iter() {
            let name = key.get_ref().to_string();
            let path = self.full(&name);
            match self.as_table(&path, value) {
                Some(mut table) => {
                    table.span = key.span();
                    tables.push((name, table));
                }
                None => {
                    let place = self.file.place(value.span().start, &path);
                    self.push(place.error(Code::WrongType, &[("expected", &format!("[{path}]"))]));
                }
            }
        }
        tables.sort_by_key(|(_, table)| table.span.start);
        tables
    }

    /// All texts in this table, by their keys, where the keys are names that the file gives.
    pub(super) fn named_texts(&self, max: usize) -> Vec<(Place, String, String)> {
        self.asked_any.set(true);
        let mut texts = Vec::new();
        for (key, value) in self.table.iter() {
            let place = self.file.place(key.span().start, &self.full(key.get_ref()));
            match value.get_ref().as_str() {
                Some(text) if self.sound(&place, text, max) => {
                    texts.push((place, key.get_ref().to_string(), text.to_owned()));
                }
                Some(_) => {}
                None => self.push(place.error(Code::WrongType, &[("expected", "\"…\"")])),
            }
        }
        texts
    }

    /// The tables of an array that may be there, in their order.
    pub(super) fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let path = self.full(key);
        let wrong =
            |at: usize| self.file.place(at, &path).error(Code::WrongType, &[("expected", &format!("[[{path}]]"))]);
        let Some(array) = value.get_ref().as_array() else {
            self.push(wrong(value.span().start));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for value in array.iter() {
            match self.as_table(&path, value) {
                Some(table) => tables.push(table),
                None => self.push(wrong(value.span().start)),
            }
        }
        tables
    }

    /// Reports a mistake.
    pub(super) fn push(&self, error: PackError) {
        self.errors.borrow_mut().push(error);
    }

    fn as_table(&self, path: &str, value: &'a Spanned<DeValue<'a>>) -> Option<Table<'a>> {
        let table = value.get_ref().as_table()?;
        Some(Table::new(self.file, table, value.span(), path.to_owned(), self.errors))
    }

    fn full(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn find(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(key);
        self.find(key)
    }

    fn required(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.get(key);
        if value.is_none() {
            self.report(key, Code::MissingKey, &[]);
        }
        value
    }

    /// A text is sound if it is not blank, fits and holds nothing that cannot be printed.
    fn sound(&self, place: &Place, text: &str, max: usize) -> bool {
        let length = text.chars().count();
        if text.trim().is_empty() {
            self.push(place.error(Code::Empty, &[]));
        } else if length > max {
            self.push(place.error(Code::TooLong, &[("length", &length.to_string()), ("max", &max.to_string())]));
        } else if let Some(bad) = text.chars().find(|c| is_unprintable(*c)) {
            self.push(place.error(Code::BadCharacter, &[("character", &format!("U+{:04X}", u32::from(bad)))]));
        } else {
            return true;
        }
        false
    }
}

/// As long as a key of any closed list may be.
const MAX_KEY: usize = 100;

/// Control characters, marks that turn the writing direction, and characters that have no meaning of their own.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        || ('\u{e000}'..='\u{f8ff}').contains(&c)
}
