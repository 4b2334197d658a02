//! What can only be seen once all files have been read: whether ids are unique and references lead somewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    error::{Errors, PackErrorCode as Code},
    model::{Clause, Item},
    read::Place,
    rules::Head,
};
use crate::Keyed;

/// A clause and where its keys stand.
pub(super) struct ClauseAt {
    pub(super) clause: Clause,
    pub(super) id: Place,
    pub(super) parent: Place,
    pub(super) no_item: Place,
}

/// An item and where its keys stand.
pub(super) struct ItemAt {
    pub(super) item: Item,
    pub(super) id: Place,
    pub(super) clause: Place,
    pub(super) answers: Place,
}

/// Whether all clauses and items could be read. Where some are lost to another mistake, what would only follow from
/// their absence is not reported.
#[derive(Clone, Copy)]
pub(super) struct Whole {
    pub(super) clauses: bool,
    pub(super) items: bool,
}

/// Checks what hangs together.
pub(super) fn check(head: &Head, clauses: &[ClauseAt], items: &[ItemAt], whole: Whole, errors: &mut Errors) {
    if whole.clauses && whole.items && (clauses.is_empty() || items.is_empty()) {
        errors.push(head.here.error(Code::EmptyPack, &[]));
        return;
    }
    let one_each = unique(clauses.iter().map(|at| (at.clause.id.as_str(), &at.id)), errors);
    unique(items.iter().map(|at| (at.item.id.as_str(), &at.id)), errors);
    tree(clauses, whole, errors);
    for at in items {
        item(at, head, errors);
    }
    if whole.clauses {
        references(head, clauses, items, errors);
    }
    if one_each && whole.clauses && whole.items {
        leaves(clauses, items, errors);
    }
}

fn references(head: &Head, clauses: &[ClauseAt], items: &[ItemAt], errors: &mut Errors) {
    let known: BTreeSet<&str> = clauses.iter().map(|at| at.clause.id.as_str()).collect();
    let of_items = items.iter().map(|at| (&at.clause, &at.item.clause));
    let all = head.clause_refs.iter().map(|(place, clause)| (place, clause)).chain(of_items);
    for (place, clause) in all.filter(|(_, clause)| !known.contains(clause.as_str())) {
        errors.push(place.error(Code::UnknownClause, &[("value", clause)]));
    }
}

fn unique<'a>(ids: impl Iterator<Item = (&'a str, &'a Place)>, errors: &mut Errors) -> bool {
    let mut unique = true;
    let mut first: BTreeMap<&str, &Place> = BTreeMap::new();
    for (id, place) in ids {
        if let Some(first) = first.get(id) {
            let first = format!("{}:{}", first.file, first.line);
            errors.push(place.error(Code::DuplicateId, &[("id", id), ("first", &first)]));
            unique = false;
        } else {
            first.insert(id, place);
        }
    }
    unique
}

/// A parent stands before its children: that is how people read it, and it makes a circle impossible.
fn tree(clauses: &[ClauseAt], whole: Whole, errors: &mut Errors) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for at in clauses {
        if at.clause.id.contains(|c: char| c.is_whitespace() || c == ':') {
            errors.push(at.id.error(Code::BadId, &[("value", &at.clause.id)]));
        }
        if let Some(parent) = at.clause.parent.as_deref().filter(|parent| whole.clauses && !seen.contains(parent)) {
            errors.push(at.parent.error(Code::ParentNotBefore, &[("value", parent)]));
        }
        seen.insert(&at.clause.id);
    }
}

fn item(at: &ItemAt, head: &Head, errors: &mut Errors) {
    let item = &at.item;
    let start = format!("{}:{}-", head.about.id, item.clause);
    let number = item.id.strip_prefix(&start).unwrap_or_default();
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        errors.push(at.id.error(Code::ItemId, &[("value", &item.id), ("expected", &format!("{start}1"))]));
    }
    for role in item.answers.iter().filter(|role| !head.roles.iter().any(|name| name.role == **role)) {
        errors.push(at.answers.error(Code::RoleWithoutName, &[("value", role.key())]));
    }
}

fn leaves(clauses: &[ClauseAt], items: &[ItemAt], errors: &mut Errors) {
    let parents: BTreeSet<&str> = clauses.iter().filter_map(|at| at.clause.parent.as_deref()).collect();
    let asked: BTreeSet<&str> = items.iter().map(|at| at.item.clause.as_str()).collect();
    for at in clauses {
        let id = at.clause.id.as_str();
        let has_items = asked.contains(id);
        if at.clause.no_item.is_some() && has_items {
            errors.push(at.no_item.error(Code::NoItemButItems, &[("id", id)]));
        } else if at.clause.no_item.is_none() && !has_items && !parents.contains(id) {
            errors.push(at.id.error(Code::LeafWithoutItem, &[("id", id)]));
        }
    }
}
