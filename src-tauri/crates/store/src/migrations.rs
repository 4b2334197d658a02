//! The schema and how it came to be. A migration is one transaction with its version bump, and an operation of the
//! journal: undo stops there. The last one holds a digest of every table, and `verify` compares rows since.

use crate::error::{Result, StoreError};
use crate::journal::Change;
use crate::row::Reads;
use crate::tx::{Device, OpMeta, append_op};
use crate::{Env, tables, verify};
use domain::Id;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde_json::{Map, Value as Json};

/// One step of the schema.
pub struct Migration {
    /// The schema it leads to.
    pub to: i64,
    /// What it is for.
    pub why: &'static str,
    /// The statements.
    pub sql: &'static [&'static str],
}

/// Every migration, oldest first. One that has been released never changes.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        to: 1,
        why: "the journal, and the chain from clause to closure",
        sql: &[include_str!("../sql/0001-journal.sql"), include_str!("../sql/0001-rows.sql")],
    },
    Migration {
        to: 2,
        why: "editions that an office makes itself",
        sql: &[include_str!("../sql/0002-own-editions.sql")],
    },
    Migration {
        to: 3,
        why: "fieldwork: what is planned, seen and reviewed, and the self-inspection of a year",
        sql: &[
            include_str!("../sql/0003-subjects.sql"),
            include_str!("../sql/0003-office.sql"),
            include_str!("../sql/0003-plan.sql"),
            include_str!("../sql/0003-site.sql"),
            include_str!("../sql/0003-workpaper.sql"),
            include_str!("../sql/0003-campaign.sql"),
        ],
    },
    Migration {
        to: 4,
        why: "improvement: what departments say to findings, what follows from them, and exceptions",
        sql: &[include_str!("../sql/0004-improvement.sql"), include_str!("../sql/0004-exceptions.sql")],
    },
    Migration { to: 5, why: "how tables of others are read", sql: &[include_str!("../sql/0005-import.sql")] },
    Migration {
        to: 6,
        why: "reports as documents that people write in",
        sql: &[include_str!("../sql/0006-report.sql")],
    },
];

/// The schema this program writes.
pub const SCHEMA: i64 = MIGRATIONS[MIGRATIONS.len() - 1].to;

/// The schema of a database.
pub fn schema_of(conn: &Connection) -> Result<i64> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings a database to the current schema. Only the last step holds digests: it is the one that `verify` goes back to,
/// and before it not every table is there.
pub(crate) fn migrate(conn: &mut Connection, env: &dyn Env, place: &[u8]) -> Result<()> {
    let found = schema_of(conn)?;
    if found > SCHEMA {
        return Err(StoreError::NewerSchema { found, known: SCHEMA });
    }
    for migration in MIGRATIONS.iter().filter(|migration| migration.to > found) {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for sql in migration.sql {
            tx.execute_batch(sql)?;
        }
        tx.pragma_update(None, "user_version", migration.to)?;
        let device = ensure_device(&tx, env, place)?;
        let digests = if migration.to == SCHEMA { digests(&tx)? } else { Vec::new() };
        append_op(&tx, env, device, OpMeta { kind: MIGRATE, undo: false, actor: None }, None, &digests)?;
        tx.commit()?;
    }
    Ok(())
}

/// The kind of the operation that stands for a migration.
pub(crate) const MIGRATE: &str = "schema.migrate";
/// The entity under which the digest of a table stands in it.
pub(crate) const DIGEST_OF_TABLE: &str = "table";

fn digests(conn: &Connection) -> Result<Vec<Change>> {
    let digest = |table: &&'static crate::Table| {
        let digest = verify::digest(Reads { conn }, table, &Default::default())?;
        Ok(Change {
            entity: DIGEST_OF_TABLE.to_owned(),
            entity_id: Id::natural(DIGEST_OF_TABLE, &[table.name]),
            columns: vec![table.name.to_owned()],
            before: None,
            after: Some(Map::from_iter([(table.name.to_owned(), Json::from(digest))])),
        })
    };
    tables::ALL.iter().map(digest).collect()
}

/// The chain of this place. A copy of the workspace in another place begins a chain of its own.
pub(crate) fn device(conn: &mut Connection, env: &dyn Env, place: &[u8]) -> Result<Device> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let device = ensure_device(&tx, env, place)?;
    tx.commit()?;
    Ok(device)
}

fn ensure_device(conn: &Connection, env: &dyn Env, place: &[u8]) -> Result<Device> {
    // Only the newest chain may be continued: an older one is already continued by the newest.
    let newest: Option<(i64, [u8; 16], Vec<u8>)> = conn
        .query_row("SELECT n, id, place FROM device WHERE foreign_chain = 0 ORDER BY n DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    if let Some((n, id, _)) = newest.as_ref().filter(|(_, _, known)| known == place) {
        return Ok(Device { n: *n, id: Id::from_bytes(*id) });
    }
    let parent = Reads { conn }.head()?.map_or([0; 32], |op| op.hash);
    let n = newest.map_or(1, |(n, _, _)| n + 1);
    let id = env.new_id();
    conn.execute(
        "INSERT INTO device (n, id, place, since, parent_hash, foreign_chain) VALUES (?1, ?2, ?3, ?4, ?5, 0)",
        params![n, id.as_bytes().as_slice(), place, env.now_ms(), parent.as_slice()],
    )?;
    Ok(Device { n, id })
}
