//! Editions that an office makes itself, and folders of packs that come in or go out.

use super::PackRow;
use domain::Id;
use domain::pack::{Item, ItemChange, Lists, Pack, PackError};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an edition in the making says of itself. An empty English text means that there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OwnHead {
    /// The id of the pack; another than that of the base makes a pack of the office's own.
    pub pack: String,
    /// The edition, e.g. `2027-04`.
    pub edition: String,
    /// The title.
    pub title: String,
    /// The title in English.
    pub title_en: String,
    /// Who issues the standard.
    pub issuer: String,
    /// The same in English.
    pub issuer_en: String,
    /// 改正
    #[ts(type = "string | null")]
    pub revised: Option<Date>,
    /// 施行
    #[ts(type = "string | null")]
    pub effective: Option<Date>,
}

/// Begins an edition on the ground of another one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StartOwnPack {
    /// The hash of the edition it is based on.
    pub base: String,
    /// What it says of itself.
    pub head: OwnHead,
}

/// Changes what an edition in the making says of itself; its pack stays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EditOwnPack {
    /// The edition in the making.
    pub id: Id,
    /// What it is to say.
    pub head: OwnHead,
}

/// An edition in the making.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OwnPackRow {
    /// The row.
    pub id: Id,
    /// What it says of itself.
    pub head: OwnHead,
    /// The hash of the edition it is based on.
    pub base: String,
    /// The title of that edition.
    pub base_title: String,
    /// The name of that edition.
    pub base_edition: String,
    /// How many items are new.
    pub added: i64,
    /// How many read otherwise.
    pub changed: i64,
    /// How many come from items that were split.
    pub split: i64,
    /// How many are no longer asked.
    pub retired: i64,
}

/// What becomes of an item in an edition in the making.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OwnItemChange {
    /// The item.
    pub id: String,
    /// What becomes of it.
    pub change: ItemChange,
    /// How it reads in the base, if that is otherwise.
    pub before: Option<Item>,
    /// The item it was split from.
    pub split_from: Option<String>,
}

/// A mistake in an edition in the making. Its file and line are those of the folder that the edition will be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OwnMistake {
    /// What the parser says.
    pub error: PackError,
    /// The item it is about.
    pub item: Option<String>,
    /// The clause it is about.
    pub clause: Option<String>,
}

/// An edition in the making with everything in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OwnPackDetail {
    /// The edition.
    pub row: OwnPackRow,
    /// The edition as far as it has come. Among its items are those that are retired; it has no hash yet.
    pub pack: Pack,
    /// The items that are not as in the base.
    pub changes: Vec<OwnItemChange>,
    /// The names of topics, documents and places.
    pub lists: Lists,
    /// What the parser would not take.
    pub mistakes: Vec<OwnMistake>,
}

/// Names an item of an edition in the making.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OwnItemRef {
    /// The edition.
    pub own_pack: Id,
    /// The item.
    pub item: String,
}

/// Adds an item to a clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddOwnItem {
    /// The edition.
    pub own_pack: Id,
    /// The clause.
    pub clause: String,
    /// The item it is to stand behind and whose people and places it takes over; the last of the clause if none.
    pub after: Option<String>,
}

/// Changes an item, found by its id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveOwnItem {
    /// The edition.
    pub own_pack: Id,
    /// The item as it is to read; id and clause stay.
    pub item: Item,
}

/// Makes several items of one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SplitOwnItem {
    /// The edition.
    pub own_pack: Id,
    /// The item.
    pub item: String,
    /// Into how many.
    pub parts: i64,
}

/// The items that were made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OwnItems {
    /// Their ids, in their order.
    pub items: Vec<String>,
}

/// Says why nothing is asked about a clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetOwnReason {
    /// The edition.
    pub own_pack: Id,
    /// The clause.
    pub clause: String,
    /// The reason; empty to take it away.
    pub reason: String,
}

/// How finishing an edition ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OwnPackFinished {
    /// The hash of the edition; nothing if there are mistakes.
    pub hash: Option<String>,
    /// What has to be put right first.
    pub mistakes: Vec<OwnMistake>,
}

/// A folder of a pack, or the one file that holds such a folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadPackFolder {
    /// Its handle.
    pub handle: String,
}

/// Takes the edition of a folder in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportPack {
    /// The handle of the folder or file.
    pub handle: String,
    /// The hash of the edition that was looked at; nothing if nobody looked.
    pub hash: Option<String>,
}

/// What a folder of a pack holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackFolder {
    /// Its name.
    pub name: String,
    /// How many files were read.
    pub files: i64,
    /// The edition, if it holds no mistake.
    pub row: Option<PackRow>,
    /// Whether an edition of this name is there already.
    pub known: bool,
    /// The mistakes, by file and line.
    pub mistakes: Vec<PackError>,
}

/// Writes the folder of an edition to one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportPack {
    /// The hash of the edition.
    pub hash: String,
    /// The handle of the file to write, or of the folder to write it into.
    pub destination: String,
    /// To whom it goes.
    pub recipient: String,
    /// On what ground it may go.
    pub basis: String,
}
