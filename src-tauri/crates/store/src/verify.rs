//! Whether the workspace is what its journal says: the chain is whole, every image fits its commitment, and every row
//! is what the last operation on it left, counted from the last migration.

use crate::error::Result;
use crate::journal::{Committed, Hash, OP_COLUMNS, commitment, op_hash, read_op, side, to_json};
use crate::migrations::{DIGEST_OF_TABLE, MIGRATE};
use crate::row::{Reads, Table};
use crate::tx::{Store, table};
use domain::Id;
use rusqlite::types::Value;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// What was found wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// An operation is missing from a chain, or a chain does not begin where it should.
    Gap {
        /// The chain.
        device: i64,
        /// The place.
        seq: i64,
    },
    /// An operation is not what its hash says.
    Altered {
        /// The chain.
        device: i64,
        /// The place.
        seq: i64,
    },
    /// An image is not what the chain committed to.
    Image {
        /// The chain.
        device: i64,
        /// The place.
        seq: i64,
    },
    /// A row is not what the journal says it became.
    Row {
        /// The table.
        entity: String,
        /// The row.
        id: Id,
    },
    /// Some row of a table that the journal says nobody touched is not what it was at the last migration.
    Table {
        /// The table.
        entity: String,
    },
    /// The anchor, a hash printed on a paper, is not in the chain.
    Anchor,
}

/// What was checked and found.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    /// How many operations were checked.
    pub ops: i64,
    /// How many images were purged and could not be compared.
    pub purged: i64,
    /// What is wrong; empty if nothing.
    pub problems: BTreeSet<Problem>,
    /// The head of the chain, as printed on papers.
    pub head: Option<Hash>,
}

/// What rows were before a set of operations; nothing for a row that did not exist.
pub(crate) type Overlay = BTreeMap<Id, Option<Vec<Value>>>;

impl Store {
    /// Checks everything. `anchor` is the hash printed on a paper, whole or its leading part as bytes.
    pub fn verify(&self, anchor: Option<&[u8]>) -> Result<Verification> {
        let read = self.read();
        let mut found = Verification::default();
        let devices = read.query("SELECT n, id, parent_hash FROM device ORDER BY n", &[], |row| {
            Ok((row.get::<_, i64>(0)?, Id::from_bytes(row.get(1)?), row.get::<_, Hash>(2)?))
        })?;
        let mut anchored = anchor.is_none();
        for (n, id, parent) in devices {
            let mut prev = (0, parent);
            let ops =
                read.query(&format!("SELECT {OP_COLUMNS} FROM op WHERE device = ?1 ORDER BY seq"), &[&n], read_op)?;
            for op in ops {
                if op.seq != prev.0 + 1 || op.prev_hash != prev.1 {
                    found.problems.insert(Problem::Gap { device: n, seq: op.seq });
                }
                let changes = check_images(read, n, op.seq, &mut found)?;
                if op_hash(id, &op, &changes) != op.hash {
                    found.problems.insert(Problem::Altered { device: n, seq: op.seq });
                }
                anchored |= anchor.is_some_and(|anchor| !anchor.is_empty() && op.hash.starts_with(anchor));
                found.ops += 1;
                found.head = Some(op.hash);
                prev = (op.seq, op.hash);
            }
        }
        if !anchored {
            found.problems.insert(Problem::Anchor);
        }
        check_rows(read, &mut found)?;
        Ok(found)
    }
}

fn check_images(read: Reads<'_>, device: i64, seq: i64, found: &mut Verification) -> Result<Vec<Committed>> {
    let rows = read.query(
        "SELECT c.entity, c.entity_id, c.columns, c.before_hash, c.after_hash, i.salt, i.before, i.after
         FROM op_change c LEFT JOIN op_image i USING (device, seq, n)
         WHERE c.device = ?1 AND c.seq = ?2 ORDER BY c.n",
        &[&device, &seq],
        |row| {
            let change = Committed {
                entity: row.get(0)?,
                entity_id: Id::from_bytes(row.get(1)?),
                columns: row.get(2)?,
                before: row.get(3)?,
                after: row.get(4)?,
            };
            let image: Option<(Vec<u8>, String, String)> = match row.get::<_, Option<Vec<u8>>>(5)? {
                Some(salt) => Some((salt, row.get(6)?, row.get(7)?)),
                None => None,
            };
            Ok((change, image))
        },
    )?;
    let mut changes = Vec::with_capacity(rows.len());
    for (change, image) in rows {
        match image {
            None => found.purged += 1,
            Some((salt, before, after)) => {
                if commitment(&salt, &before) != change.before || commitment(&salt, &after) != change.after {
                    found.problems.insert(Problem::Image { device, seq });
                }
            }
        }
        changes.push(change);
    }
    Ok(changes)
}

/// Walks the journal back from the newest operation to the last migration. Before each step a row must be what the
/// operation made of it; after the last step it must be what the migration's digest saw.
fn check_rows(read: Reads<'_>, found: &mut Verification) -> Result<()> {
    let base = read.query(
        "SELECT device, seq FROM op WHERE kind = ?1 ORDER BY device DESC, seq DESC LIMIT 1",
        &[&MIGRATE],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
    )?;
    let Some(&(device, seq)) = base.first() else { return Ok(()) };
    let later = read.query(
        "SELECT o.device, o.seq FROM op o JOIN device d ON d.n = o.device
         WHERE d.foreign_chain = 0 AND (o.device, o.seq) > (?1, ?2) ORDER BY o.device DESC, o.seq DESC",
        &[&device, &seq],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
    )?;
    let mut rolled: BTreeMap<String, Overlay> = BTreeMap::new();
    let mut unknown: BTreeSet<String> = BTreeSet::new();
    for (device, seq) in later {
        for (change, purged) in read.changes_or_purged(device, seq)?.into_iter().rev() {
            if purged || unknown.contains(&change.entity) {
                // What was purged cannot be put back, so the table's digest says nothing any more.
                unknown.insert(change.entity);
                continue;
            }
            let table = table(&change.entity)?;
            let overlay = rolled.entry(change.entity.clone()).or_default();
            let now = match overlay.remove(&change.entity_id) {
                Some(known) => known,
                None => read.values(table, change.entity_id)?,
            };
            if side(table, change.after.as_ref(), now.as_deref())? != now {
                found.problems.insert(Problem::Row { entity: change.entity.clone(), id: change.entity_id });
            }
            let before = side(table, change.before.as_ref(), now.as_deref())?;
            overlay.insert(change.entity_id, before);
        }
    }
    for change in read.changes(device, seq)?.into_iter().filter(|change| change.entity == DIGEST_OF_TABLE) {
        let Some((name, expected)) = change.after.iter().flatten().next() else { continue };
        if unknown.contains(name) {
            continue;
        }
        let overlay = rolled.remove(name).unwrap_or_default();
        if Some(digest(read, table(name)?, &overlay)?.as_str()) != expected.as_str() {
            found.problems.insert(Problem::Table { entity: name.clone() });
        }
    }
    Ok(())
}

/// The digest of a table in the order of its ids, as hex, with some rows taken as the overlay says.
pub(crate) fn digest(read: Reads<'_>, table: &Table, overlay: &Overlay) -> Result<String> {
    let mut hash = Sha256::new();
    let mut pending = overlay.iter().peekable();
    let mut add = |id: &Id, values: &[Value]| {
        hash.update(id.as_bytes());
        hash.update(Json::from_iter(values.iter().map(to_json)).to_string().as_bytes());
    };
    let sql = format!("SELECT id, {} FROM {} ORDER BY id", table.columns.join(", "), table.name);
    let width = table.columns.len();
    read.query(&sql, &[], |row| {
        let id = Id::from_bytes(row.get(0)?);
        // Rows that stood there once and are gone now.
        while let Some((gone, values)) = pending.next_if(|(other, _)| **other < id) {
            if let Some(values) = values {
                add(gone, values);
            }
        }
        match pending.next_if(|(other, _)| **other == id) {
            Some((_, Some(values))) => add(&id, values),
            Some((_, None)) => {}
            None => {
                let values = (1..=width).map(|n| row.get(n)).collect::<rusqlite::Result<Vec<Value>>>()?;
                add(&id, &values);
            }
        }
        Ok(())
    })?;
    for (id, values) in pending {
        if let Some(values) = values {
            add(id, values);
        }
    }
    Ok(hash.finalize().iter().map(|b| format!("{b:02x}")).collect())
}
