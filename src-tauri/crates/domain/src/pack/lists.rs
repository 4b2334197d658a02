//! The controlled lists that all packs share: topics, documents and places.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::de::DeTable;
use ts_rs::TS;

use super::{
    error::{Errors, PackError, PackErrorCode as Code},
    hash::plain,
    parse::syntax_errors,
    read::{File, Place, Table},
};

/// One entry of a controlled list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListEntry {
    /// Its key, which packs name.
    pub key: String,
    /// What it is called in Japanese.
    pub ja: String,
    /// What it is called in English.
    pub en: String,
}

/// The controlled lists. A key that any edition has used must stay in them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Lists {
    /// What items are about; items of different standards about the same thing share the topic.
    pub topics: Vec<ListEntry>,
    /// What can be asked for and read; packs name them `doc:<key>`.
    pub documents: Vec<ListEntry>,
    /// Where one can go and look; packs name them `place:<key>`.
    pub places: Vec<ListEntry>,
}

impl ListEntry {
    /// What it is called.
    #[must_use]
    pub fn name(&self, english: bool) -> &str {
        if english { &self.en } else { &self.ja }
    }
}

impl Lists {
    /// Reads the two files of lists.
    ///
    /// # Errors
    /// Every mistake in them.
    pub fn parse(topics: &str, look_at: &str) -> Result<Self, Vec<PackError>> {
        let errors = RefCell::new(Errors::default());
        let mut lists = Self::default();
        read_file("topics.toml", topics, &errors, |root| lists.topics = entries(root, "topic"));
        read_file("look_at.toml", look_at, &errors, |root| {
            lists.documents = entries(root, "document");
            lists.places = entries(root, "place");
        });
        let errors = errors.into_inner();
        if errors.is_empty() { Ok(lists) } else { Err(errors.into_sorted()) }
    }

    /// The topic with this key.
    #[must_use]
    pub fn topic(&self, key: &str) -> Option<&ListEntry> {
        self.topics.iter().find(|entry| entry.key == key)
    }

    /// The document or place that an item names as `doc:<key>` or `place:<key>`.
    #[must_use]
    pub fn look_at(&self, name: &str) -> Option<&ListEntry> {
        let (kind, key) = name.split_once(':')?;
        let list = match kind {
            "doc" => &self.documents,
            "place" => &self.places,
            _ => return None,
        };
        list.iter().find(|entry| entry.key == key)
    }

    /// All names that [`Lists::look_at`] knows.
    pub(super) fn look_at_names(&self) -> Vec<String> {
        let documents = self.documents.iter().map(|entry| format!("doc:{}", entry.key));
        documents.chain(self.places.iter().map(|entry| format!("place:{}", entry.key))).collect()
    }
}

fn read_file(name: &str, text: &str, errors: &RefCell<Errors>, read: impl FnOnce(&Table<'_>)) {
    let text = plain(text);
    let file = File::new(name, &text);
    let (table, faults) = DeTable::parse_recoverable(&text);
    if faults.is_empty() {
        let root = Table::root(&file, &table, errors);
        read(&root);
        root.finish();
    } else {
        syntax_errors(&file, &faults, &mut errors.borrow_mut());
    }
}

fn entries(root: &Table<'_>, key: &'static str) -> Vec<ListEntry> {
    let mut first: BTreeMap<String, Place> = BTreeMap::new();
    let mut entries = Vec::new();
    for table in root.tables(key) {
        let (key, ja, en) = (table.text("key", 60), table.text("ja", 60), table.text("en", 120));
        let place = table.place("key");
        table.finish();
        let (Some(key), Some(ja), Some(en)) = (key, ja, en) else { continue };
        if !key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
            root.push(place.error(Code::BadId, &[("value", &key)]));
        } else if let Some(first) = first.get(&key) {
            let first = format!("{}:{}", first.file, first.line);
            root.push(place.error(Code::DuplicateId, &[("id", &key), ("first", &first)]));
        } else {
            first.insert(key.clone(), place);
            entries.push(ListEntry { key, ja, en });
        }
    }
    entries
}
