//! A new edition in the making: another edition and what is to be different. Nothing here decides whether the result is
//! a sound pack; that is for the parser, which reads what [`super::write`] makes of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::model::{Item, Pack};
use crate::keyed_enum;

keyed_enum! {
    /// What becomes of an item in a new edition.
    pub enum ItemChange {
        /// 追加
        Added = "added",
        /// 変更
        Changed = "changed",
        /// 分割: new, and made from an item that is retired.
        Split = "split",
        /// 廃止
        Retired = "retired",
    }
}

/// What the new edition says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewHead {
    /// The pack, which may be another one than that of the edition it is based on.
    pub pack: String,
    /// Its edition.
    pub edition: String,
    /// Its title.
    pub title: String,
    /// Its title in English.
    pub title_en: Option<String>,
    /// Who issues it.
    pub issuer: String,
    /// The same in English.
    pub issuer_en: Option<String>,
    /// The day of the revision.
    pub revised: Option<jiff::civil::Date>,
    /// The day from which it is in force.
    pub effective: Option<jiff::civil::Date>,
}

/// What is to be different about one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemEdit {
    /// How the item reads, if not as in the edition it is based on.
    pub item: Option<Item>,
    /// Whether it is no longer asked.
    pub retired: bool,
    /// For a new item, the one it stands behind; empty for the end of its clause.
    pub after: String,
    /// For a new item, the one it was split from.
    pub split_from: Option<String>,
}

/// Everything that is to be different.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// The items, by their ids in the new edition.
    pub items: BTreeMap<String, ItemEdit>,
    /// Why nothing is asked about a clause, by its id.
    pub reasons: BTreeMap<String, String>,
}

/// An item of the new edition beside what it was.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemRevision {
    /// The item as it is to read; for one that is retired, as it last read.
    pub item: Item,
    /// What becomes of it; nothing if it stays as it is.
    pub change: Option<ItemChange>,
    /// How it reads in the edition it is based on.
    pub before: Option<Item>,
    /// The item it was split from.
    pub split_from: Option<String>,
}

/// The id of an item of another pack under this pack's name.
#[must_use]
pub fn renamed(id: &str, pack: &str) -> String {
    let rest = id.split_once(':').map_or(id, |(_, rest)| rest);
    format!("{pack}:{rest}")
}

/// Every item of the base and every new one, in the order of the new edition, those that are retired among them.
#[must_use]
pub fn revisions(base: &Pack, pack: &str, changes: &Changes) -> Vec<ItemRevision> {
    let mut behind = Behind::new(base, pack, changes);
    let mut list = Vec::with_capacity(base.items.len() + changes.items.len());
    behind.put(FRONT, &mut list);
    for item in &base.items {
        let row = of_base(item, pack, changes);
        let id = row.item.id.clone();
        list.push(row);
        behind.put(&id, &mut list);
    }
    list
}

/// The new edition, as far as it has come. It has no hash yet.
#[must_use]
pub fn compose(base: &Pack, head: &NewHead, changes: &Changes) -> Pack {
    let items: Vec<Item> = revisions(base, &head.pack, changes)
        .into_iter()
        .filter(|row| row.change != Some(ItemChange::Retired))
        .map(|row| row.item)
        .collect();
    let asked: BTreeSet<&str> = items.iter().map(|item| item.clause.as_str()).collect();
    let mut clauses = base.clauses.clone();
    for clause in &mut clauses {
        // A reason for asking nothing cannot stand beside a question.
        clause.no_item = match changes.reasons.get(&clause.id) {
            _ if asked.contains(clause.id.as_str()) => None,
            Some(reason) => Some(reason.clone()).filter(|reason| !reason.is_empty()),
            None => clause.no_item.take(),
        };
    }
    Pack {
        id: head.pack.clone(),
        title: head.title.clone(),
        title_en: head.title_en.clone(),
        issuer: head.issuer.clone(),
        issuer_en: head.issuer_en.clone(),
        edition: head.edition.clone(),
        revised: head.revised,
        effective: head.effective,
        hash: String::new(),
        clauses,
        items,
        ..base.clone()
    }
}

/// The next free id of a clause: one that no edition of the pack has used, because ids are for ever.
#[must_use]
pub fn next_id(pack: &str, clause: &str, used: &BTreeSet<String>) -> String {
    let start = format!("{pack}:{clause}-");
    let numbers = used.iter().filter_map(|id| id.strip_prefix(&start)?.parse::<u32>().ok());
    let mut next = numbers.max().unwrap_or(0);
    loop {
        next = next.saturating_add(1);
        let id = format!("{start}{next}");
        if next == u32::MAX || !used.contains(&id) {
            return id;
        }
    }
}

fn of_base(item: &Item, pack: &str, changes: &Changes) -> ItemRevision {
    let before = Item { id: renamed(&item.id, pack), ..item.clone() };
    let edit = changes.items.get(&before.id);
    let now = edit.and_then(|edit| edit.item.clone()).unwrap_or_else(|| before.clone());
    let change = match edit {
        Some(edit) if edit.retired => Some(ItemChange::Retired),
        _ if now != before => Some(ItemChange::Changed),
        _ => None,
    };
    ItemRevision { item: now, change, before: Some(before), split_from: None }
}

/// What stands before the first item.
const FRONT: &str = "";

/// The new items by the item each stands behind.
struct Behind<'a>(BTreeMap<String, Vec<&'a ItemEdit>>);

impl<'a> Behind<'a> {
    fn new(base: &Pack, pack: &str, changes: &'a Changes) -> Behind<'a> {
        let old: BTreeSet<String> = base.items.iter().map(|item| renamed(&item.id, pack)).collect();
        let new: BTreeMap<&str, &ItemEdit> = changes
            .items
            .iter()
            .filter(|(id, edit)| edit.item.is_some() && !old.contains(*id))
            .map(|(id, edit)| (id.as_str(), edit))
            .collect();
        let mut behind: BTreeMap<String, Vec<&ItemEdit>> = BTreeMap::new();
        for edit in new.values() {
            let place = if leads_to(&edit.after, &new, &old) { edit.after.clone() } else { end(base, pack, edit) };
            behind.entry(place).or_default().push(edit);
        }
        let order = |edit: &&ItemEdit| {
            let item = edit.item.as_ref();
            let clause = item.and_then(|item| base.clauses.iter().position(|clause| clause.id == item.clause));
            (clause, item.map(|item| (number(&item.id), item.id.clone())))
        };
        behind.values_mut().for_each(|edits| edits.sort_by_key(order));
        Behind(behind)
    }

    /// Puts the items that stand behind this one, each followed by those that stand behind it.
    fn put(&mut self, id: &str, list: &mut Vec<ItemRevision>) {
        let mut next: Vec<&ItemEdit> = self.0.remove(id).unwrap_or_default();
        next.reverse();
        while let Some(edit) = next.pop() {
            let Some(item) = &edit.item else { continue };
            let change = if edit.split_from.is_some() { ItemChange::Split } else { ItemChange::Added };
            let split_from = edit.split_from.clone();
            list.push(ItemRevision { item: item.clone(), change: Some(change), before: None, split_from });
            next.extend(self.0.remove(&item.id).unwrap_or_default().into_iter().rev());
        }
    }
}

/// Whether the way from one item to the one it stands behind ends at an item of the base, and not in a circle.
fn leads_to(after: &str, new: &BTreeMap<&str, &ItemEdit>, old: &BTreeSet<String>) -> bool {
    let mut at = after;
    for _ in 0..=new.len() {
        match new.get(at) {
            Some(edit) => at = &edit.after,
            None => return old.contains(at),
        }
    }
    false
}

/// The last item of the base in the clause of a new one, or of the nearest clause before it that has items.
fn end(base: &Pack, pack: &str, edit: &ItemEdit) -> String {
    let clause = edit.item.as_ref().map_or("", |item| item.clause.as_str());
    let upto = base.clauses.iter().position(|known| known.id == clause).map_or(0, |at| at + 1);
    let mut clauses = base.clauses[..upto].iter().rev();
    let last = clauses.find_map(|clause| base.items.iter().rev().find(|item| item.clause == clause.id));
    last.map_or(FRONT.to_owned(), |item| renamed(&item.id, pack))
}

fn number(id: &str) -> u32 {
    id.rsplit_once('-').and_then(|(_, number)| number.parse().ok()).unwrap_or(u32::MAX)
}
