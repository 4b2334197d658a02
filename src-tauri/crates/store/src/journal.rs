//! The journal: who did what and when, what each row was and became.
//!
//! `op` and `op_change` form one hash chain per device and are never altered. The chain covers only commitments,
//! H(salt‖image), of what the rows were and became; salts and images stand apart in `op_image`, from which a purge
//! may delete. So the chain still verifies after a purge, and what was purged cannot be guessed from it.

use crate::error::{Result, StoreError};
use crate::row::{Reads, Table};
use domain::Id;
use rusqlite::types::Value;
use rusqlite::{Connection, params};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

/// A SHA-256.
pub type Hash = [u8; 32];

/// One change of one row within an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The table.
    pub entity: String,
    /// The row.
    pub entity_id: Id,
    /// The changed columns; all of them where the row appeared or went.
    pub columns: Vec<String>,
    /// What the changed columns were; nothing if the row did not exist.
    pub before: Option<Map<String, Json>>,
    /// What the changed columns became; nothing if the row is gone.
    pub after: Option<Map<String, Json>>,
}

impl Change {
    /// A text among the changed columns, as it became, or as it was if the row is gone.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.column(column)?.as_str()
    }

    /// The id of another row among the changed columns, likewise.
    pub fn id(&self, column: &str) -> Option<Id> {
        match from_json(self.column(column)?).ok()? {
            Value::Blob(bytes) => Some(Id::from_bytes(bytes.try_into().ok()?)),
            _ => None,
        }
    }

    fn column(&self, column: &str) -> Option<&Json> {
        [&self.after, &self.before].into_iter().flatten().find_map(|image| image.get(column))
    }
}

/// An operation as it stands in the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Op {
    /// The local number of the device.
    pub device: i64,
    /// Its place in the device's chain, from 1.
    pub seq: i64,
    /// Its id.
    pub id: Id,
    /// What was done, e.g. `answer.set`.
    pub kind: String,
    /// Whether it can be undone at all.
    pub undo: bool,
    /// When, in milliseconds since 1970 UTC, as the device's clock said.
    pub at: i64,
    /// The user.
    pub actor: Option<Id>,
    /// The schema it was written under.
    pub schema: i64,
    /// The operation that this one takes back, by its seq.
    pub undoes: Option<i64>,
    /// The hash of the operation before.
    pub prev_hash: Hash,
    /// The hash of this one.
    pub hash: Hash,
}

/// The columns of `op` in the order in which [`read_op`] expects them.
pub const OP_COLUMNS: &str = "device, seq, id, kind, undo, at, actor, schema, undoes, prev_hash, hash";

/// Reads a row of [`OP_COLUMNS`].
pub fn read_op(row: &rusqlite::Row<'_>) -> Result<Op> {
    Ok(Op {
        device: row.get(0)?,
        seq: row.get(1)?,
        id: Id::from_bytes(row.get(2)?),
        kind: row.get(3)?,
        undo: row.get(4)?,
        at: row.get(5)?,
        actor: row.get::<_, Option<[u8; 16]>>(6)?.map(Id::from_bytes),
        schema: row.get(7)?,
        undoes: row.get(8)?,
        prev_hash: row.get(9)?,
        hash: row.get(10)?,
    })
}

/// A change as the chain sees it: commitments instead of contents.
pub struct Committed {
    /// The table.
    pub entity: String,
    /// The row.
    pub entity_id: Id,
    /// The changed columns, joined by commas.
    pub columns: String,
    /// H(salt‖before).
    pub before: Hash,
    /// H(salt‖after).
    pub after: Hash,
}

/// The commitment to an image. A row that does not exist is committed to as `null`.
pub fn commitment(salt: &[u8], image: &str) -> Hash {
    Sha256::new().chain_update(salt).chain_update(image.as_bytes()).finalize().into()
}

/// The image of some columns as canonical JSON: keys sorted, blobs as `{"b": hex}`.
pub fn image_text(image: Option<&Map<String, Json>>) -> String {
    image.map_or_else(|| "null".to_owned(), |map| Json::Object(map.clone()).to_string())
}

/// The hash of an operation: everything in it, and the hash before it.
pub fn op_hash(device: Id, op: &Op, changes: &[Committed]) -> Hash {
    let mut hash = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    part(&op.prev_hash);
    part(device.as_bytes());
    part(&op.seq.to_be_bytes());
    part(op.id.as_bytes());
    part(op.kind.as_bytes());
    part(&[u8::from(op.undo)]);
    part(&op.at.to_be_bytes());
    part(op.actor.as_ref().map_or(&[][..], |id| id.as_bytes()));
    part(&op.schema.to_be_bytes());
    part(&op.undoes.unwrap_or(0).to_be_bytes());
    for change in changes {
        part(change.entity.as_bytes());
        part(change.entity_id.as_bytes());
        part(change.columns.as_bytes());
        part(&change.before);
        part(&change.after);
    }
    hash.finalize().into()
}

/// A database value as JSON.
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Integer(n) => Json::from(*n),
        Value::Real(n) => Json::from(*n),
        Value::Text(text) => Json::from(text.as_str()),
        Value::Blob(bytes) => {
            let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
            Json::Object(Map::from_iter([("b".to_owned(), Json::from(hex))]))
        }
    }
}

/// A database value from the JSON of an image.
pub fn from_json(json: &Json) -> Result<Value> {
    let damaged = || StoreError::Damaged { what: "journal image".into() };
    Ok(match json {
        Json::Null => Value::Null,
        Json::Number(n) => match n.as_i64() {
            Some(n) => Value::Integer(n),
            None => Value::Real(n.as_f64().ok_or_else(damaged)?),
        },
        Json::String(text) => Value::Text(text.clone()),
        Json::Object(map) => {
            let hex = map.get("b").and_then(Json::as_str).ok_or_else(damaged)?;
            let byte = |pair: &[u8]| {
                std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()).ok_or_else(damaged)
            };
            Value::Blob(hex.as_bytes().chunks(2).map(byte).collect::<Result<_>>()?)
        }
        Json::Bool(_) | Json::Array(_) => return Err(damaged()),
    })
}

/// The full row that an image speaks of: the image where it speaks, the row as it is elsewhere.
pub(crate) fn side(
    table: &Table,
    image: Option<&Map<String, Json>>,
    row: Option<&[Value]>,
) -> Result<Option<Vec<Value>>> {
    let Some(image) = image else { return Ok(None) };
    let column = |(n, name): (usize, &&str)| match image.get(*name) {
        Some(json) => from_json(json),
        None => Ok(row.map_or(Value::Null, |values| values[n].clone())),
    };
    table.columns.iter().enumerate().map(column).collect::<Result<Vec<Value>>>().map(Some)
}

/// Appends an operation with its changes and images to the chain of `op.device`. Sets its hash.
pub(crate) fn append(
    conn: &Connection,
    device: Id,
    op: &mut Op,
    changes: &[Change],
    mut salt: impl FnMut() -> [u8; 16],
) -> Result<()> {
    let mut committed = Vec::with_capacity(changes.len());
    let mut insert_change = conn.prepare_cached(
        "INSERT INTO op_change (device, seq, n, entity, entity_id, columns, before_hash, after_hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    let mut insert_image = conn
        .prepare_cached("INSERT INTO op_image (device, seq, n, salt, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (n, change) in changes.iter().enumerate() {
        let salt = salt();
        let (before, after) = (image_text(change.before.as_ref()), image_text(change.after.as_ref()));
        let commit = Committed {
            entity: change.entity.clone(),
            entity_id: change.entity_id,
            columns: change.columns.join(","),
            before: commitment(&salt, &before),
            after: commitment(&salt, &after),
        };
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        insert_change.execute(params![
            op.device,
            op.seq,
            n,
            commit.entity,
            commit.entity_id.as_bytes().as_slice(),
            commit.columns,
            commit.before.as_slice(),
            commit.after.as_slice()
        ])?;
        insert_image.execute(params![op.device, op.seq, n, salt.as_slice(), before, after])?;
        committed.push(commit);
    }
    op.hash = op_hash(device, op, &committed);
    conn.prepare_cached(
        "INSERT INTO op (device, seq, id, kind, undo, at, actor, schema, undoes, prev_hash, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        op.device,
        op.seq,
        op.id.as_bytes().as_slice(),
        op.kind,
        op.undo,
        op.at,
        op.actor.map(|id| id.as_bytes().to_vec()),
        op.schema,
        op.undoes,
        op.prev_hash.as_slice(),
        op.hash.as_slice()
    ])?;
    Ok(())
}

impl Reads<'_> {
    /// The last operations, newest first, at most `limit`, all before (device, seq) where given.
    pub fn ops(&self, before: Option<(i64, i64)>, limit: i64) -> Result<Vec<Op>> {
        let (device, seq) = before.unwrap_or((i64::MAX, i64::MAX));
        self.query(
            &format!(
                "SELECT {OP_COLUMNS} FROM op WHERE (device, seq) < (?1, ?2) ORDER BY device DESC, seq DESC LIMIT ?3"
            ),
            &[&device, &seq, &limit],
            read_op,
        )
    }

    /// The changes of an operation with their images. A purged change has neither image.
    pub fn changes(&self, device: i64, seq: i64) -> Result<Vec<Change>> {
        Ok(self.changes_or_purged(device, seq)?.into_iter().map(|(change, _)| change).collect())
    }

    /// The same, each with whether its images were purged.
    pub(crate) fn changes_or_purged(&self, device: i64, seq: i64) -> Result<Vec<(Change, bool)>> {
        self.query(
            "SELECT c.entity, c.entity_id, c.columns, i.before, i.after
             FROM op_change c LEFT JOIN op_image i USING (device, seq, n)
             WHERE c.device = ?1 AND c.seq = ?2 ORDER BY c.n",
            &[&device, &seq],
            |row| {
                let before: Option<String> = row.get(3)?;
                let after: Option<String> = row.get(4)?;
                let purged = before.is_none();
                let change = Change {
                    entity: row.get(0)?,
                    entity_id: Id::from_bytes(row.get(1)?),
                    columns: row.get::<_, String>(2)?.split(',').map(str::to_owned).collect(),
                    before: parse_image(before)?,
                    after: parse_image(after)?,
                };
                Ok((change, purged))
            },
        )
    }

    /// The operations that changed a row, oldest first.
    pub fn history(&self, entity_id: Id) -> Result<Vec<Op>> {
        self.query(
            &format!(
                "SELECT {OP_COLUMNS} FROM op WHERE (device, seq) IN
                   (SELECT device, seq FROM op_change WHERE entity_id = ?1)
                 ORDER BY device, seq"
            ),
            &[&entity_id.as_bytes().as_slice()],
            read_op,
        )
    }

    /// Every row that belongs or ever belonged to a finding, also those that were taken back. The list is that of the
    /// index it is read by.
    pub fn rows_of_finding(&self, finding: Id) -> Result<Vec<Id>> {
        let hex = finding.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        self.query(
            "SELECT DISTINCT c.entity_id FROM op_change c JOIN op_image i USING (device, seq, n)
             WHERE c.entity IN ('finding_item', 'fact_check', 'improvement_order', 'improvement_plan', 'milestone',
                                'due_change', 'progress', 'completion', 'verification', 'finding_turn',
                                'horizontal_check')
               AND (instr(i.after, ?1) > 0 OR instr(i.before, ?1) > 0)",
            &[&hex],
            |row| Ok(Id::from_bytes(row.get(0)?)),
        )
    }

    /// The hash of the last operation of the newest device: what is printed on papers as the journal's head.
    pub fn head(&self) -> Result<Option<Op>> {
        Ok(self.ops(None, 1)?.pop())
    }
}

fn parse_image(text: Option<String>) -> Result<Option<Map<String, Json>>> {
    let Some(text) = text else { return Ok(None) };
    serde_json::from_str(&text).map_err(|_| StoreError::Damaged { what: "journal image".into() })
}
