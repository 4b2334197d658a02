//! Editions in the making: the base and what differs, put together and judged by the same parser as anybody's pack.

use crate::App;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::pack_folder::{self, Texts};
use crate::queries::pack;
use crate::session::{Edition, Session, State};
use domain::Id;
use domain::pack::{
    Changes, Item, ItemChange, ItemEdit, ItemRevision, Lists, NewHead, Origin, Pack, PackError, Subject, compose,
    folder_of, parse, parse_folder, revisions, write,
};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::row::Reads;
use store::tables::{OwnClause, OwnEdition, OwnItem};

/// An edition in the making.
pub struct Making {
    /// Its row.
    pub own: OwnEdition,
    /// The edition it is based on.
    pub base: Arc<Edition>,
    /// What differs.
    pub changes: Changes,
}

impl Making {
    /// Reads it.
    pub fn of(session: &Session, id: Id) -> Result<Making> {
        let own: OwnEdition = session.read().get(id)?;
        let base = session.edition(own.base)?;
        let changes = changes(session.read(), id)?;
        Ok(Making { own, base, changes })
    }

    /// Every item with what becomes of it.
    pub fn revisions(&self) -> Vec<ItemRevision> {
        revisions(&self.base.pack, &self.own.pack, &self.changes)
    }

    /// An item with what becomes of it.
    pub fn revision(&self, item: &str) -> Result<ItemRevision> {
        let found = self.revisions().into_iter().find(|row| row.item.id == item);
        found.ok_or_else(|| ErrorDto::new("no-such-item").arg("item", item))
    }

    /// The edition as far as it has come.
    pub fn pack(&self) -> Pack {
        compose(&self.base.pack, &head(&self.own), &self.changes)
    }

    /// What the parser would not take.
    pub fn mistakes(&self) -> Vec<OwnMistake> {
        let written = write(&self.pack());
        let errors = parse(&written.files, &self.base.lists).err().unwrap_or_default();
        let mistake = |error: PackError| {
            let (item, clause) = match written.subject(&error) {
                Subject::Item(id) => (Some(id), None),
                Subject::Clause(id) => (None, Some(id)),
                Subject::Head => (None, None),
            };
            OwnMistake { error, item, clause }
        };
        errors.into_iter().map(mistake).collect()
    }

    /// The finished edition, under the hash of its folder.
    pub fn finished(&self) -> Result<(Pack, Lists), Vec<PackError>> {
        parse_folder(&folder_of(&self.pack(), &self.base.lists), &self.base.lists)
    }

    fn row(&self, revisions: &[ItemRevision]) -> OwnPackRow {
        let count = |change: ItemChange| {
            i64::try_from(revisions.iter().filter(|row| row.change == Some(change)).count()).unwrap_or(i64::MAX)
        };
        let own = &self.own;
        OwnPackRow {
            id: own.id,
            head: OwnHead {
                pack: own.pack.clone(),
                edition: own.edition.clone(),
                title: own.title.clone(),
                title_en: own.title_en.clone(),
                issuer: own.issuer.clone(),
                issuer_en: own.issuer_en.clone(),
                revised: own.revised,
                effective: own.effective,
            },
            base: self.base.pack.hash.clone(),
            base_title: self.base.pack.title.clone(),
            base_edition: self.base.pack.edition.clone(),
            added: count(ItemChange::Added),
            changed: count(ItemChange::Changed),
            split: count(ItemChange::Split),
            retired: count(ItemChange::Retired),
        }
    }
}

fn head(own: &OwnEdition) -> NewHead {
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    NewHead {
        pack: own.pack.clone(),
        edition: own.edition.clone(),
        title: own.title.clone(),
        title_en: text(&own.title_en),
        issuer: own.issuer.clone(),
        issuer_en: text(&own.issuer_en),
        revised: own.revised,
        effective: own.effective,
    }
}

fn changes(read: Reads<'_>, id: Id) -> Result<Changes> {
    let mut changes = Changes::default();
    for row in items_of(read, id)? {
        let damaged = |_| ErrorDto::new("damaged").arg("what", &row.item);
        let item: Option<Item> = row.body.as_deref().map(serde_json::from_str).transpose().map_err(damaged)?;
        let split_from = Some(row.split_from).filter(|from| !from.is_empty());
        changes.items.insert(row.item, ItemEdit { item, retired: row.retired, after: row.after, split_from });
    }
    for row in clauses_of(read, id)? {
        changes.reasons.insert(row.clause, row.no_item);
    }
    Ok(changes)
}

/// The rows of the items that differ.
pub fn items_of(read: Reads<'_>, own: Id) -> Result<Vec<OwnItem>> {
    Ok(read.list("WHERE own_edition = ?1", &[&own.as_bytes().as_slice()])?)
}

/// The rows of the clauses that differ.
pub fn clauses_of(read: Reads<'_>, own: Id) -> Result<Vec<OwnClause>> {
    Ok(read.list("WHERE own_edition = ?1", &[&own.as_bytes().as_slice()])?)
}

/// All editions in the making.
pub fn list(session: &Session, _: Empty) -> Result<Vec<OwnPackRow>> {
    let all = session.read().all::<OwnEdition>()?;
    let row = |own: OwnEdition| {
        let making = Making::of(session, own.id)?;
        Ok(making.row(&making.revisions()))
    };
    all.into_iter().map(row).collect()
}

/// An edition in the making with everything in it.
pub fn get(session: &Session, request: ById) -> Result<OwnPackDetail> {
    let making = Making::of(session, request.id)?;
    let revisions = making.revisions();
    Ok(OwnPackDetail {
        row: making.row(&revisions),
        changes: revisions.iter().filter_map(change).collect(),
        pack: Pack { items: revisions.into_iter().map(|row| row.item).collect(), ..making.pack() },
        lists: making.base.lists.clone(),
        mistakes: making.mistakes(),
    })
}

fn change(row: &ItemRevision) -> Option<OwnItemChange> {
    let before = row.before.clone().filter(|before| *before != row.item);
    let (id, split_from) = (row.item.id.clone(), row.split_from.clone());
    Some(OwnItemChange { id, change: row.change?, before, split_from })
}

/// Reads the folder of a pack and says what is in it, or every mistake; no workspace needs to be open.
pub fn read_folder(app: &App, request: ReadPackFolder) -> Result<PackFolder> {
    let name = app.handles.name(&request.handle)?;
    let texts = pack_folder::read(&app.handles, &request.handle)?;
    let files = i64::try_from(texts.files.len()).unwrap_or(i64::MAX);
    match edition_in(texts)? {
        Ok(edition) => {
            let known = match &*app.state() {
                State::Open(session) => exists(session, &edition.pack.id, &edition.pack.edition)?,
                _ => false,
            };
            let row = Some(pack::row(&edition, false, Origin::Imported));
            Ok(PackFolder { name, files, row, known, mistakes: Vec::new() })
        }
        Err(mistakes) => Ok(PackFolder { name, files, row: None, known: false, mistakes }),
    }
}

/// The edition that the texts of a folder are, or every mistake in them by file and line.
pub fn edition_in(texts: Texts) -> Result<std::result::Result<Edition, Vec<PackError>>> {
    let read = parse_folder(&texts.files, pack::shared_lists()?);
    Ok(match read {
        Ok((pack, lists)) if texts.mistakes.is_empty() => Ok(Edition::new(pack, lists)),
        read => {
            let mut all = texts.mistakes;
            // Of a folder that was not read at all, the parser would only say that it is empty.
            let is_whole = !texts.files.is_empty() || all.is_empty();
            all.extend(read.err().filter(|_| is_whole).unwrap_or_default());
            all.sort();
            Err(all)
        }
    })
}

/// Whether there is an edition of this name, with the program or kept here.
pub fn exists(session: &Session, pack: &str, edition: &str) -> Result<bool> {
    Ok(pack::list(session, Empty {})?.iter().any(|row| row.pack == pack && row.edition == edition))
}

/// Whether an edition of this name is there, other than the one with this hash.
pub fn is_other(session: &Session, pack: &str, edition: &str, hash: &str) -> Result<bool> {
    let kept = pack::list(session, Empty {})?;
    Ok(kept.iter().any(|row| row.pack == pack && row.edition == edition && row.hash != hash))
}

/// Whether an edition of this name is in the making.
pub fn is_making(session: &Session, pack: &str, edition: &str) -> Result<bool> {
    let making = session.read().list::<OwnEdition>("WHERE pack = ?1 AND edition = ?2", &[&pack, &edition])?;
    Ok(!making.is_empty())
}

/// Every item id that any edition of a pack has used, and those of its editions in the making.
pub fn used_ids(session: &Session, pack: &str) -> Result<BTreeSet<String>> {
    let mut used = BTreeSet::new();
    for edition in pack::all(session)? {
        if edition.pack.id == pack {
            used.extend(edition.pack.items.iter().map(|item| item.id.clone()));
        }
    }
    for own in session.read().all::<OwnEdition>()?.into_iter().filter(|own| own.pack == pack) {
        used.extend(Making::of(session, own.id)?.revisions().into_iter().map(|row| row.item.id));
    }
    Ok(used)
}

/// The words of a mistake for somebody at a form, in the language of the session.
pub fn words(session: &Session, error: &PackError) -> String {
    let args: Vec<(&str, &str)> = error.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let code = domain::Keyed::key(error.code);
    let at_a_form = format!("own-error-{code}");
    let key = if i18n::exists(&at_a_form) { at_a_form } else { format!("pack-error-{code}") };
    session.text(&key, &args)
}
