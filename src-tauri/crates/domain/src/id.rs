//! Row ids. A row with a natural key has the UUIDv5 of that key, so that two laptops that answer the same item
//! make the same row; every other row has a UUIDv7, so that rows made together lie together.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The namespace of all natural keys of this product; it never changes.
const NATURAL: Uuid = Uuid::from_u128(0x6b61_6e73_6174_4563_a868_6f31_0000_0001);

/// The id of one row. It is written as a UUID in JSON and as 16 bytes in the database.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Uuid);

impl Id {
    /// The id of the row with this natural key, e.g. `Id::natural("answer", &[engagement, target, item])`.
    pub fn natural(entity: &str, parts: &[&str]) -> Id {
        let mut key = entity.to_owned();
        for part in parts {
            key.push('\u{1f}');
            key.push_str(part);
        }
        Id(Uuid::new_v5(&NATURAL, key.as_bytes()))
    }

    /// A new id of version 7 from a time and random bytes, both given by the caller.
    pub fn from_time(unix_ms: i64, random: [u8; 16]) -> Id {
        let mut bytes = random;
        bytes[..6].copy_from_slice(&unix_ms.to_be_bytes()[2..]);
        bytes[6] = (bytes[6] & 0x0f) | 0x70;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        Id(Uuid::from_bytes(bytes))
    }

    /// The 16 bytes that stand in the database.
    pub fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    /// The id whose 16 bytes these are.
    pub fn from_bytes(bytes: [u8; 16]) -> Id {
        Id(Uuid::from_bytes(bytes))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Id, uuid::Error> {
        Uuid::parse_str(text).map(Id)
    }
}

impl ts_rs::TS for Id {
    type WithoutGenerics = Id;
    type OptionInnerType = Self;
    fn name(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }
    fn inline(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_natural_id_depends_on_every_part_and_on_where_the_parts_end() {
        let id = Id::natural("answer", &["a", "bc"]);
        assert_eq!(id, Id::natural("answer", &["a", "bc"]), "the same key gives the same row on every laptop");
        assert_ne!(id, Id::natural("answer", &["ab", "c"]), "parts must not run together");
        assert_ne!(id, Id::natural("evidence", &["a", "bc"]), "entities do not share ids");
    }

    #[test]
    fn ids_made_later_sort_later() {
        let early = Id::from_time(1_000, [0xff; 16]);
        let late = Id::from_time(1_001, [0; 16]);
        assert!(early < late, "time is the leading part of the id");
        assert_eq!(early.to_string().as_bytes()[14], b'7', "the version is 7");
    }
}
