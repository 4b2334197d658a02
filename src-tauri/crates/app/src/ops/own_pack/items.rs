//! The items of an edition in the making: added, changed, split, retired, and brought back.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::own_pack::{Making, items_of, used_ids};
use crate::session::Session;
use domain::Id;
use domain::kinds::{Duty, Form, Procedure, Target};
use domain::pack::{Item, ItemChange, ItemRevision, next_id};
use std::collections::BTreeSet;
use store::tables::{OwnClause, OwnItem};
use store::{Committed, OpMeta, Tx};

/// As long as a text may be while it is in the making; the parser asks for much less.
pub(super) const MAX_TEXT: usize = 2_000;
/// As many entries as a list may have.
const MAX_LIST: usize = 100;
/// Into as many items one may be split at once.
const MAX_PARTS: i64 = 9;

/// Adds an item to a clause. It begins with the people, the places and the topic of the one it stands behind, and with
/// a question that is still to be asked.
pub fn add(session: &mut Session, meta: OpMeta, request: AddOwnItem) -> Result<Committed<OwnItems>> {
    let making = Making::of(session, request.own_pack)?;
    if making.base.pack.clause(&request.clause).is_none() {
        return Err(ErrorDto::new("no-such-clause").arg("clause", &request.clause));
    }
    let revisions = making.revisions();
    let model = match &request.after {
        Some(after) => Some(making.revision(after)?),
        None => revisions.into_iter().rfind(|row| row.item.clause == request.clause),
    };
    let used = used_ids(session, &making.own.pack)?;
    let id = next_id(&making.own.pack, &request.clause, &used);
    let item = blank(id.clone(), &request.clause, model.as_ref().map(|row| &row.item), &making);
    let after = model.map(|row| row.item.id).unwrap_or_default();
    session.transact(meta, |tx| {
        tx.put(&new_row(request.own_pack, &item, after, String::new())?)?;
        Ok(OwnItems { items: vec![id] })
    })
}

pub(super) fn blank(id: String, clause: &str, model: Option<&Item>, making: &Making) -> Item {
    let role = making.base.pack.roles.first().map(|name| name.role);
    let start = model.cloned().unwrap_or(Item {
        id: String::new(),
        clause: String::new(),
        duty: Duty::Must,
        forms: vec![Form::Audit],
        answers: role.into_iter().collect(),
        targets: vec![Target::Department],
        topic: String::new(),
        weight: 2,
        question: String::new(),
        question_self: None,
        title_en: None,
        question_en: None,
        question_self_en: None,
        look_at: Vec::new(),
        how: vec![Procedure::Inspection],
        note: None,
        note_en: None,
    });
    Item {
        id,
        clause: clause.to_owned(),
        question: String::new(),
        question_self: None,
        title_en: None,
        question_en: None,
        question_self_en: None,
        note: None,
        note_en: None,
        ..start
    }
}

/// Changes an item. What the parser would not take is stored all the same and told at its field: what was typed is never
/// lost, and only finishing asks for more.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveOwnItem) -> Result<Committed<Empty>> {
    let making = Making::of(session, request.own_pack)?;
    let known = making.revision(&request.item.id)?;
    if known.change == Some(ItemChange::Retired) {
        return Err(ErrorDto::new("own-item-retired").arg("item", &request.item.id));
    }
    let item = tidy(Item { clause: known.item.clause.clone(), ..request.item })?;
    session.transact(meta, |tx| {
        let id = row_id(request.own_pack, &item.id);
        if known.before.as_ref() == Some(&item) {
            tx.delete::<OwnItem>(id)?;
        } else {
            let row = tx.read().find::<OwnItem>(id)?;
            let row = row.unwrap_or_else(|| plain_row(request.own_pack, &item.id));
            tx.put(&OwnItem { body: Some(serde_json::to_string(&item)?), ..row })?;
        }
        Ok(Empty {})
    })
}

/// Makes several items of one. An item of the base is retired, because its id stays the id of the question it was; one
/// that is itself new keeps its place among the parts.
pub fn split(session: &mut Session, meta: OpMeta, request: SplitOwnItem) -> Result<Committed<OwnItems>> {
    if !(2..=MAX_PARTS).contains(&request.parts) {
        return Err(ErrorDto::new("bad-request").arg("detail", request.parts).at("parts"));
    }
    let making = Making::of(session, request.own_pack)?;
    let known = making.revision(&request.item)?;
    if known.change == Some(ItemChange::Retired) {
        return Err(ErrorDto::new("own-item-retired").arg("item", &request.item));
    }
    let is_new = known.before.is_none();
    let split_from = if is_new { known.split_from.clone().unwrap_or_default() } else { request.item.clone() };
    let mut used = used_ids(session, &making.own.pack)?;
    let mut parts = Vec::new();
    for _ in i64::from(is_new)..request.parts {
        let id = next_id(&making.own.pack, &known.item.clause, &used);
        used.insert(id.clone());
        parts.push(id);
    }
    session.transact(meta, |tx| {
        for id in &parts {
            let item = Item { id: id.clone(), ..known.item.clone() };
            tx.put(&new_row(request.own_pack, &item, request.item.clone(), split_from.clone())?)?;
        }
        if is_new {
            parts.insert(0, request.item.clone());
        } else {
            retire_row(tx, request.own_pack, &request.item)?;
        }
        Ok(OwnItems { items: parts })
    })
}

/// Takes an item out of the edition. One that is new goes altogether: no edition has ever held it.
pub fn retire(session: &mut Session, meta: OpMeta, request: OwnItemRef) -> Result<Committed<Empty>> {
    let known = Making::of(session, request.own_pack)?.revision(&request.item)?;
    session.transact(meta, |tx| {
        match known.before {
            Some(_) => retire_row(tx, request.own_pack, &request.item)?,
            None => forget(tx, request.own_pack, &known)?,
        }
        Ok(Empty {})
    })
}

/// Brings a retired item back as it last read; one that reads otherwise than in the base, as it reads there.
pub fn restore(session: &mut Session, meta: OpMeta, request: OwnItemRef) -> Result<Committed<Empty>> {
    let known = Making::of(session, request.own_pack)?.revision(&request.item)?;
    session.transact(meta, |tx| {
        if known.before.is_some() {
            restore_row(tx, request.own_pack, &request.item)?;
        }
        Ok(Empty {})
    })
}

/// Says why nothing is asked about a clause, or takes the reason away.
pub fn set_reason(session: &mut Session, meta: OpMeta, request: SetOwnReason) -> Result<Committed<Empty>> {
    let making = Making::of(session, request.own_pack)?;
    let clause = making.base.pack.clause(&request.clause);
    let clause = clause.ok_or_else(|| ErrorDto::new("no-such-clause").arg("clause", &request.clause))?;
    let no_item = text(&request.reason)?;
    session.transact(meta, |tx| {
        let id = Id::natural("own_clause", &[&request.own_pack.to_string(), &request.clause]);
        if clause.no_item.as_deref().unwrap_or_default() == no_item {
            tx.delete::<OwnClause>(id)?;
        } else {
            tx.put(&OwnClause { id, own_edition: request.own_pack, clause: request.clause, no_item })?;
        }
        Ok(Empty {})
    })
}

fn row_id(own: Id, item: &str) -> Id {
    Id::natural("own_item", &[&own.to_string(), item])
}

fn plain_row(own: Id, item: &str) -> OwnItem {
    OwnItem {
        id: row_id(own, item),
        own_edition: own,
        item: item.to_owned(),
        body: None,
        retired: false,
        after: String::new(),
        split_from: String::new(),
    }
}

pub(super) fn new_row(own: Id, item: &Item, after: String, split_from: String) -> Result<OwnItem> {
    let body = Some(serde_json::to_string(item)?);
    Ok(OwnItem { body, after, split_from, ..plain_row(own, &item.id) })
}

pub(super) fn retire_row(tx: &mut Tx<'_>, own: Id, item: &str) -> Result<()> {
    let known = tx.read().find::<OwnItem>(row_id(own, item))?;
    Ok(tx.put(&OwnItem { retired: true, ..known.unwrap_or_else(|| plain_row(own, item)) })?)
}

/// Brings an item of the base back as it last read.
pub(super) fn restore_row(tx: &mut Tx<'_>, own: Id, item: &str) -> Result<()> {
    let id = row_id(own, item);
    match tx.read().find::<OwnItem>(id)? {
        Some(row) if row.retired && row.body.is_some() => Ok(tx.put(&OwnItem { retired: false, ..row })?),
        Some(_) => Ok(tx.delete::<OwnItem>(id)?),
        None => Ok(()),
    }
}

/// Takes a new item away; what stood behind it stands where it stood.
fn forget(tx: &mut Tx<'_>, own: Id, gone: &ItemRevision) -> Result<()> {
    let rows = items_of(tx.read(), own)?;
    let after = rows.iter().find(|row| row.item == gone.item.id).map(|row| row.after.clone()).unwrap_or_default();
    for row in rows.into_iter().filter(|row| row.after == gone.item.id) {
        tx.put(&OwnItem { after: after.clone(), ..row })?;
    }
    Ok(tx.delete::<OwnItem>(row_id(own, &gone.item.id))?)
}

/// The item without what nobody means to say: blanks at the ends, line breaks, empty texts, the same key twice.
pub(super) fn tidy(item: Item) -> Result<Item> {
    let if_any = |given: Option<String>| -> Result<Option<String>> {
        Ok(given.as_deref().map(text).transpose()?.filter(|text| !text.is_empty()))
    };
    for length in [item.forms.len(), item.answers.len(), item.targets.len(), item.look_at.len(), item.how.len()] {
        if length > MAX_LIST {
            return Err(ErrorDto::new("bad-request").arg("detail", length));
        }
    }
    let mut seen = BTreeSet::new();
    let look_at = item.look_at.iter().map(|name| text(name)).collect::<Result<Vec<_>>>()?;
    Ok(Item {
        topic: text(&item.topic)?,
        question: text(&item.question)?,
        question_self: if_any(item.question_self)?,
        title_en: if_any(item.title_en)?,
        question_en: if_any(item.question_en)?,
        question_self_en: if_any(item.question_self_en)?,
        look_at: look_at.into_iter().filter(|name| seen.insert(name.clone())).collect(),
        note: if_any(item.note)?,
        note_en: if_any(item.note_en)?,
        ..item
    })
}

/// One line of text.
pub(super) fn text(given: &str) -> Result<String> {
    if given.chars().count() > MAX_TEXT {
        return Err(ErrorDto::new("text-too-long").arg("most", MAX_TEXT));
    }
    Ok(given.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
}
