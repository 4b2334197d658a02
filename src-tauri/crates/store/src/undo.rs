//! Undo and redo are readings of the journal.
//!
//! Undoing an operation appends a new one that puts the old images back; redoing appends one that takes the undo
//! back. Read from the oldest to the newest, the operations of one user on one device build two piles:
//!
//! ```text
//! journal   A   B   undo(B)   undo(A)   redo(A)   C
//! done      A   AB  A         -         A         AC
//! undone    -   -   B         BA        B         -      (a new operation clears it)
//! ```
//!
//! The reach is bounded to the last [`REACH`] operations of the user among the last [`REACH_OF_ALL`] of everybody, and
//! ends at a migration and at a purge.

use crate::error::{Result, StoreError};
use crate::journal::{Change, OP_COLUMNS, Op, read_op, side};
use crate::row::Reads;
use crate::tx::{Committed, OpMeta, Store, Tx, table};
use domain::Id;

/// How many operations of one user undo can look back over.
pub const REACH: i64 = 500;

/// Among how many operations of all users undo looks for them. Otherwise it would walk the whole journal for somebody
/// who did little in it.
pub const REACH_OF_ALL: i64 = 10_000;

/// The two piles of a user on this device.
#[derive(Clone, Debug, Default)]
pub struct Piles {
    /// What can be undone, the next one last.
    pub done: Vec<Op>,
    /// What can be redone, the next one last: the operation, and the seq of the undo that took it back.
    pub undone: Vec<(Op, i64)>,
}

impl Store {
    /// What this user can undo and redo on this device.
    pub fn piles(&self, actor: Id) -> Result<Piles> {
        let floor = self
            .read()
            .number("SELECT max(seq) FROM op WHERE device = ?1 AND kind = 'schema.migrate'", &[&self.device.n])?;
        let last = self.read().number("SELECT max(seq) FROM op WHERE device = ?1", &[&self.device.n])?;
        let floor = floor.max(last - REACH_OF_ALL);
        let mut ops = self.read().query(
            &format!(
                "SELECT {OP_COLUMNS} FROM op WHERE device = ?1 AND seq > ?2 AND actor = ?3 ORDER BY seq DESC LIMIT ?4"
            ),
            &[&self.device.n, &floor, &actor.as_bytes().as_slice(), &REACH],
            read_op,
        )?;
        ops.reverse();
        let mut piles = Piles::default();
        for op in ops {
            match op.undoes {
                None if op.undo => {
                    piles.done.push(op);
                    piles.undone.clear();
                }
                None => {}
                Some(target) if piles.done.last().is_some_and(|last| last.seq == target) => {
                    if let Some(taken) = piles.done.pop() {
                        piles.undone.push((taken, op.seq));
                    }
                }
                Some(target) if piles.undone.last().is_some_and(|(_, undo)| *undo == target) => {
                    if let Some((back, _)) = piles.undone.pop() {
                        piles.done.push(back);
                    }
                }
                // What it took back lies beyond the reach.
                Some(_) => {}
            }
        }
        Ok(piles)
    }

    /// What this user's next undo would take back, or the next redo do again.
    pub fn next_turn(&self, actor: Id, way: Way) -> Result<Option<(Op, Vec<Change>)>> {
        let mut piles = self.piles(actor)?;
        let op = match way {
            Way::Back => piles.done.pop(),
            Way::Again => piles.undone.pop().map(|(op, _)| op),
        };
        op.map(|op| self.images(&op).map(|changes| (op, changes))).transpose()
    }

    /// Takes this user's last undoable operation back.
    pub fn undo(&mut self, actor: Id) -> Result<Committed<Op>> {
        let op = self.piles(actor)?.done.pop().ok_or(StoreError::NothingToUndo)?;
        let changes = self.images(&op)?;
        let target = op.seq;
        self.turn(OpMeta { kind: "journal.undo", undo: false, actor: Some(actor) }, target, op, changes, Way::Back)
    }

    /// Does again what this user undid last.
    pub fn redo(&mut self, actor: Id) -> Result<Committed<Op>> {
        let (op, undone_by) = self.piles(actor)?.undone.pop().ok_or(StoreError::NothingToUndo)?;
        let changes = self.images(&op)?;
        self.turn(OpMeta { kind: "journal.redo", undo: false, actor: Some(actor) }, undone_by, op, changes, Way::Again)
    }

    fn images(&self, op: &Op) -> Result<Vec<Change>> {
        let changes = self.read().changes_or_purged(op.device, op.seq)?;
        if changes.iter().any(|(_, purged)| *purged) {
            return Err(StoreError::Purged);
        }
        Ok(changes.into_iter().map(|(change, _)| change).collect())
    }

    fn turn(&mut self, meta: OpMeta, undoes: i64, op: Op, mut changes: Vec<Change>, way: Way) -> Result<Committed<Op>> {
        if way == Way::Back {
            changes.reverse();
        }
        self.transact_as(meta, Some(undoes), |tx| {
            for change in &changes {
                refuse_if_changed_since(tx.read(), &op, change)?;
                apply(tx, change, way)?;
            }
            Ok(op)
        })
    }
}

/// Which way an operation is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Undo.
    Back,
    /// Redo.
    Again,
}

/// Puts the image of one side back, provided that the row still is what the other side says.
fn apply(tx: &mut Tx<'_>, change: &Change, way: Way) -> Result<()> {
    let (from, to) = match way {
        Way::Back => (&change.after, &change.before),
        Way::Again => (&change.before, &change.after),
    };
    let table = table(&change.entity)?;
    let current = tx.read().values(table, change.entity_id)?;
    if current != side(table, from.as_ref(), current.as_deref())? {
        let actor = last_actor(tx.read(), change.entity_id)?;
        return Err(StoreError::ChangedSince { actor });
    }
    let target = side(table, to.as_ref(), current.as_deref())?;
    tx.write(table, change.entity_id, target)
}

/// Somebody else's later decision on the same columns stands, even if it came to the same value.
fn refuse_if_changed_since(read: Reads<'_>, op: &Op, change: &Change) -> Result<()> {
    let later = read.query(
        "SELECT o.actor, c.columns FROM op_change c JOIN op o USING (device, seq)
         WHERE c.entity_id = ?1 AND c.entity = ?2 AND (c.device, c.seq) > (?3, ?4) AND o.actor IS NOT ?5",
        &[
            &change.entity_id.as_bytes().as_slice(),
            &change.entity,
            &op.device,
            &op.seq,
            &op.actor.map(|id| id.as_bytes().to_vec()),
        ],
        |row| Ok((row.get::<_, Option<[u8; 16]>>(0)?, row.get::<_, String>(1)?)),
    )?;
    let overlaps = |columns: &str| columns.split(',').any(|column| change.columns.iter().any(|own| own == column));
    match later.into_iter().rev().find(|(_, columns)| overlaps(columns)) {
        Some((actor, _)) => Err(StoreError::ChangedSince { actor: actor.map(Id::from_bytes) }),
        None => Ok(()),
    }
}

fn last_actor(read: Reads<'_>, entity_id: Id) -> Result<Option<Id>> {
    Ok(read.history(entity_id)?.pop().and_then(|op| op.actor))
}
