//! Editions in the making: what is to differ from the edition each is based on.

use crate::entity;
use domain::Id;
use jiff::civil::Date;

entity! {
    /// An edition in the making. Finished, it becomes a row of `pack_edition` and its own rows go.
    pub struct OwnEdition in "own_edition" search [] {
        /// The pack it is an edition of, or the id of a new one.
        pub pack: String,
        /// Its edition, e.g. `2027-04`.
        pub edition: String,
        /// Its title.
        pub title: String,
        /// Its title in English.
        pub title_en: String,
        /// Who issues the standard.
        pub issuer: String,
        /// The same in English.
        pub issuer_en: String,
        /// 改正
        pub revised: Option<Date>,
        /// 施行
        pub effective: Option<Date>,
        /// The edition it is based on, kept here so that it stays whatever comes with the program.
        pub base: Id,
    }
}

entity! {
    /// What is to differ about an item. Natural key: edition in the making, item.
    pub struct OwnItem in "own_item" search [] {
        /// The edition in the making.
        pub own_edition: Id,
        /// The item, by its id in that edition.
        pub item: String,
        /// How it is to read, as JSON; nothing if as in the base.
        pub body: Option<String>,
        /// 廃止
        pub retired: bool,
        /// For a new item, the one it stands behind; empty for the end of its clause.
        pub after: String,
        /// For a new item, the one it was split from.
        pub split_from: String,
    }
}

entity! {
    /// Why nothing is asked about a clause. Natural key: edition in the making, clause.
    pub struct OwnClause in "own_clause" search [] {
        /// The edition in the making.
        pub own_edition: Id,
        /// The clause.
        pub clause: String,
        /// The reason.
        pub no_item: String,
    }
}
