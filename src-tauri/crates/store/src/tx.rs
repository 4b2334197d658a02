//! The only writer. `transact` runs a closure on the rows, and stores what it changed together with the journal entry
//! in one transaction; if the closure fails, nothing happened.

use crate::error::{Result, StoreError};
use crate::journal::{self, Change, Op, to_json};
use crate::row::{Reads, Row, Table};
use crate::{Env, migrations, search, tables};
use domain::Id;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde::Serialize;
use serde_json::Map;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What an operation is called, who does it, and whether it can be undone.
#[derive(Clone, Copy, Debug)]
pub struct OpMeta {
    /// Its kind, e.g. `answer.set`; the name under which the history shows it.
    pub kind: &'static str,
    /// Whether undo may take it back.
    pub undo: bool,
    /// The user.
    pub actor: Option<Id>,
}

/// The rows of one table that an operation touched.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Touched {
    /// The table.
    pub entity: String,
    /// The rows.
    pub ids: Vec<Id>,
}

/// What a transaction gave: its output, its place in the journal, and which rows it touched.
#[derive(Clone, Debug)]
pub struct Committed<T> {
    /// What the closure returned.
    pub output: T,
    /// The journal entry; nothing if no row changed.
    pub op: Option<Op>,
    /// The rows that changed, by table.
    pub touched: Vec<Touched>,
}

/// An open database of a workspace.
pub struct Store {
    pub(crate) conn: Connection,
    pub(crate) env: Arc<dyn Env>,
    pub(crate) device: Device,
}

/// The chain this copy of the workspace writes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Device {
    /// Its number in this workspace.
    pub n: i64,
    /// Its id.
    pub id: Id,
}

impl Store {
    /// Takes over an open, keyed connection: migrates it if needed, and continues the chain of this device.
    /// `place` tells this copy of the workspace from others (a hash of machine and folder); in a new place a new
    /// chain begins, which continues from the head of the last one, so that copies never write the same chain.
    pub fn new(mut conn: Connection, env: Arc<dyn Env>, place: &[u8]) -> Result<Store> {
        conn.execute_batch("PRAGMA foreign_keys = ON")?;
        migrations::migrate(&mut conn, env.as_ref(), place)?;
        let device = migrations::device(&mut conn, env.as_ref(), place)?;
        Ok(Store { conn, env, device })
    }

    /// Reads rows outside a transaction.
    pub fn read(&self) -> Reads<'_> {
        Reads { conn: &self.conn }
    }

    /// The chain this copy writes to.
    pub fn device(&self) -> Device {
        self.device
    }

    /// The connection, for copying the database as a whole.
    pub fn connection(&self) -> &Connection {
        &self.conn
    }

    /// Runs `change` and stores what it changed with its journal entry, or nothing at all. Whether rows refer to rows
    /// that are there is looked at in the end: the schema says so of every reference, because a pragma that says it for
    /// one transaction makes SQLite compile every statement anew.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        meta: OpMeta,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Committed<T>, E> {
        self.transact_as(meta, None, change)
    }

    pub(crate) fn transact_as<T, E: From<StoreError>>(
        &mut self,
        meta: OpMeta,
        undoes: Option<i64>,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Committed<T>, E> {
        let (env, device) = (Arc::clone(&self.env), self.device);
        let transaction =
            self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut tx = Tx { conn: &transaction, env: env.as_ref(), changes: Vec::new(), index: BTreeMap::new() };
        let output = change(&mut tx)?;
        let changes = tx.finish();
        let op = if changes.is_empty() {
            None
        } else {
            Some(append_op(&transaction, env.as_ref(), device, meta, undoes, &changes)?)
        };
        transaction.commit().map_err(StoreError::from)?;
        Ok(Committed { output, op, touched: touched(&changes) })
    }
}

/// Appends the next operation of this device.
pub(crate) fn append_op(
    conn: &Connection,
    env: &dyn Env,
    device: Device,
    meta: OpMeta,
    undoes: Option<i64>,
    changes: &[Change],
) -> Result<Op> {
    let last = conn
        .prepare_cached("SELECT seq, hash FROM op WHERE device = ?1 ORDER BY seq DESC LIMIT 1")?
        .query_row([device.n], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)));
    let (seq, prev_hash) = match last {
        Ok((seq, hash)) => (seq + 1, hash),
        // A new chain continues from the head of the chain it was copied from.
        Err(rusqlite::Error::QueryReturnedNoRows) => {
            (1, conn.query_row("SELECT parent_hash FROM device WHERE n = ?1", [device.n], |row| row.get(0))?)
        }
        Err(error) => return Err(error.into()),
    };
    let mut op = Op {
        device: device.n,
        seq,
        id: env.new_id(),
        kind: meta.kind.to_owned(),
        undo: meta.undo,
        at: env.now_ms(),
        actor: meta.actor,
        schema: migrations::SCHEMA,
        undoes,
        prev_hash,
        hash: [0; 32],
    };
    journal::append(conn, device.id, &mut op, changes, || env.random())?;
    Ok(op)
}

fn touched(changes: &[Change]) -> Vec<Touched> {
    let mut by_entity: BTreeMap<&str, Vec<Id>> = BTreeMap::new();
    for change in changes {
        by_entity.entry(&change.entity).or_default().push(change.entity_id);
    }
    by_entity.into_iter().map(|(entity, ids)| Touched { entity: entity.to_owned(), ids }).collect()
}

/// A row as it was before the operation and as it is now.
struct Edit {
    table: &'static Table,
    id: Id,
    before: Option<Vec<Value>>,
    after: Option<Vec<Value>>,
}

/// The rows within one operation.
pub struct Tx<'a> {
    conn: &'a Connection,
    env: &'a dyn Env,
    changes: Vec<Edit>,
    index: BTreeMap<(&'static str, Id), usize>,
}

impl<'a> Tx<'a> {
    /// Reads rows as they stand within the operation.
    pub fn read(&self) -> Reads<'a> {
        Reads { conn: self.conn }
    }

    /// A new id.
    pub fn new_id(&self) -> Id {
        self.env.new_id()
    }

    /// The time of the operation.
    pub fn now_ms(&self) -> i64 {
        self.env.now_ms()
    }

    /// Writes a row, whether or not it exists.
    pub fn put<R: Row>(&mut self, row: &R) -> Result<()> {
        self.write(R::TABLE, row.id(), Some(row.values()))
    }

    /// Deletes a row; a row that does not exist stays away.
    pub fn delete<R: Row>(&mut self, id: Id) -> Result<()> {
        self.write(R::TABLE, id, None)
    }

    /// Brings a row of any table to these values.
    pub(crate) fn write(&mut self, table: &'static Table, id: Id, after: Option<Vec<Value>>) -> Result<()> {
        let at = match self.index.get(&(table.name, id)) {
            Some(&at) => at,
            None => {
                let before = self.read().values(table, id)?;
                self.changes.push(Edit { table, id, after: before.clone(), before });
                self.index.insert((table.name, id), self.changes.len() - 1);
                self.changes.len() - 1
            }
        };
        if self.changes[at].after == after {
            return Ok(());
        }
        match (&self.changes[at].after, &after) {
            (_, None) => {
                let sql = format!("DELETE FROM {} WHERE id = ?1", table.name);
                self.conn.prepare_cached(&sql)?.execute([id.as_bytes().as_slice()])?;
            }
            (None, Some(values)) => {
                let marks = ", ?".repeat(values.len());
                let sql = format!("INSERT INTO {} ({}) VALUES (?{marks})", table.name, table.select_list());
                self.conn.prepare_cached(&sql)?.execute(params_from_iter(with_id(id, values, false)))?;
            }
            (Some(_), Some(values)) => {
                let sql = format!("UPDATE {} SET {} = ? WHERE id = ?", table.name, table.columns.join(" = ?, "));
                self.conn.prepare_cached(&sql)?.execute(params_from_iter(with_id(id, values, true)))?;
            }
        }
        search::update(self.conn, table, id, self.changes[at].after.as_deref(), after.as_deref())?;
        self.changes[at].after = after;
        Ok(())
    }

    /// What changed in the end, as journal entries; rows that are back where they were are left out.
    fn finish(self) -> Vec<Change> {
        self.changes.into_iter().filter_map(|edit| edit.into_change()).collect()
    }
}

impl Edit {
    fn into_change(self) -> Option<Change> {
        if self.before == self.after {
            return None;
        }
        let changed = |n: &usize| match (&self.before, &self.after) {
            (Some(before), Some(after)) => before[*n] != after[*n],
            _ => true,
        };
        let columns: Vec<usize> = (0..self.table.columns.len()).filter(changed).collect();
        let image = |values: &Option<Vec<Value>>| {
            values.as_ref().map(|values| {
                Map::from_iter(columns.iter().map(|&n| (self.table.columns[n].to_owned(), to_json(&values[n]))))
            })
        };
        Some(Change {
            entity: self.table.name.to_owned(),
            entity_id: self.id,
            columns: columns.iter().map(|&n| self.table.columns[n].to_owned()).collect(),
            before: image(&self.before),
            after: image(&self.after),
        })
    }
}

fn with_id(id: Id, values: &[Value], id_last: bool) -> Vec<Value> {
    let id = Value::Blob(id.as_bytes().to_vec());
    let mut all = Vec::with_capacity(values.len() + 1);
    if !id_last {
        all.push(id.clone());
    }
    all.extend_from_slice(values);
    if id_last {
        all.push(id);
    }
    all
}

/// The table of that name.
pub(crate) fn table(name: &str) -> Result<&'static Table> {
    tables::ALL
        .iter()
        .copied()
        .find(|table| table.name == name)
        .ok_or_else(|| StoreError::Damaged { what: format!("journal names an unknown table {name}") })
}
