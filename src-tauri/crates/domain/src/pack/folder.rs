//! A pack as the folder that is handed on: its own files, and the entries of the controlled lists that it names, so that
//! it can be read where the lists are others.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    error::PackError,
    hash,
    lists::{ListEntry, Lists},
    model::Pack,
    parse::parse,
    write::{line, write},
};

/// The list of topics, beside the packs or in a pack's own folder.
const TOPICS: &str = "topics.toml";
/// The list of documents and places.
const LOOK_AT: &str = "look_at.toml";

/// Reads the folder of a pack. Its own `topics.toml` and `look_at.toml`, if it has them, add to the shared lists; where
/// both know a key, the folder's words count for this pack. The hash is made of what the folder says, not of how it is
/// written: comments and the order of keys do not make another edition.
///
/// # Errors
/// Every mistake in the folder, by file and line.
pub fn parse_folder(files: &BTreeMap<String, String>, shared: &Lists) -> Result<(Pack, Lists), Vec<PackError>> {
    let text = |name: &str| files.get(name).map_or("", String::as_str);
    let own = Lists::parse(text(TOPICS), text(LOOK_AT));
    let lists = extended(shared, own.as_ref().ok());
    let is_list = |name: &str| name == TOPICS || name == LOOK_AT;
    let rest = files.iter().filter(|(name, _)| !is_list(name));
    let pack = parse(&rest.map(|(name, text)| (name.clone(), text.clone())).collect(), &lists);
    match (own, pack) {
        (Ok(_), Ok(mut pack)) => {
            pack.hash = hash::of(&folder_of(&pack, &lists));
            Ok((pack, lists))
        }
        (own, pack) => {
            let mut errors = own.err().unwrap_or_default();
            errors.extend(pack.err().unwrap_or_default());
            errors.sort();
            Err(errors)
        }
    }
}

/// The texts of a pack's folder. The same pack gives the same texts wherever it was read.
#[must_use]
pub fn folder_of(pack: &Pack, lists: &Lists) -> BTreeMap<String, String> {
    let topics: BTreeSet<&str> = pack.items.iter().map(|item| item.topic.as_str()).collect();
    let look_at: BTreeSet<&str> = pack.items.iter().flat_map(|item| &item.look_at).map(String::as_str).collect();
    let named = |kind: &str, key: &str| look_at.contains(format!("{kind}:{key}").as_str());
    let mut files = write(pack).files;
    files.insert(TOPICS.to_owned(), list_text("topic", &lists.topics, |key| topics.contains(key)));
    let documents = list_text("document", &lists.documents, |key| named("doc", key));
    let places = list_text("place", &lists.places, |key| named("place", key));
    let between = if documents.is_empty() || places.is_empty() { "" } else { "\n" };
    files.insert(LOOK_AT.to_owned(), documents + between + &places);
    files
}

fn list_text(table: &str, entries: &[ListEntry], used: impl Fn(&str) -> bool) -> String {
    // By their keys: the order of a shared list may be another one elsewhere.
    let used: BTreeMap<&str, &ListEntry> =
        entries.iter().map(|entry| (entry.key.as_str(), entry)).filter(|(key, _)| used(key)).collect();
    let text = |entry: &&ListEntry| {
        let mut out = format!("[[{table}]]\n");
        line(&mut out, "key", &entry.key);
        line(&mut out, "ja", &entry.ja);
        line(&mut out, "en", &entry.en);
        out
    };
    used.values().map(text).collect::<Vec<_>>().join("\n")
}

fn extended(shared: &Lists, own: Option<&Lists>) -> Lists {
    let mut lists = shared.clone();
    if let Some(own) = own {
        add(&mut lists.topics, &own.topics);
        add(&mut lists.documents, &own.documents);
        add(&mut lists.places, &own.places);
    }
    lists
}

fn add(entries: &mut Vec<ListEntry>, own: &[ListEntry]) {
    for entry in own {
        match entries.iter_mut().find(|known| known.key == entry.key) {
            Some(known) => *known = entry.clone(),
            None => entries.push(entry.clone()),
        }
    }
}
