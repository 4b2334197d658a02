//! What is being typed. A draft is durable and encrypted but no operation yet; it is the one exception to the rule
//! that every change stands in the journal. Writing the field it belongs to clears it.

use crate::error::Result;
use crate::row::Reads;
use crate::tx::{Store, Tx};
use domain::Id;
use rusqlite::{Connection, params};

/// A text that was typed and is not part of its row yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The table of the row.
    pub entity: String,
    /// The row, which need not exist yet.
    pub entity_id: Id,
    /// The column.
    pub field: String,
    /// What the row is made from if it does not exist yet, as JSON.
    pub context: String,
    /// The text.
    pub text: String,
    /// When it was typed last.
    pub at: i64,
    /// Who typed it.
    pub actor: Option<Id>,
}

impl Store {
    /// Keeps a draft, durable when this returns. The last text wins.
    pub fn put_draft(&mut self, draft: &Draft) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO draft (entity, entity_id, field, context, text, at, actor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (entity, entity_id, field) DO UPDATE SET
                   context = excluded.context, text = excluded.text, at = excluded.at, actor = excluded.actor",
            )?
            .execute(params![
                draft.entity,
                draft.entity_id.as_bytes().as_slice(),
                draft.field,
                draft.context,
                draft.text,
                draft.at,
                draft.actor.map(|id| id.as_bytes().to_vec())
            ])?;
        Ok(())
    }

    /// Gives a draft up that is no part of any row: what was typed went another way.
    pub fn drop_draft(&mut self, entity: &str, entity_id: Id, field: &str) -> Result<()> {
        drop_draft(&self.conn, entity, entity_id, field)
    }
}

fn drop_draft(conn: &Connection, entity: &str, entity_id: Id, field: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM draft WHERE entity = ?1 AND entity_id = ?2 AND field = ?3")?.execute(params![
        entity,
        entity_id.as_bytes().as_slice(),
        field
    ])?;
    Ok(())
}

impl Reads<'_> {
    /// Whether an operation has written this column since, so that a draft of it is not the newest word.
    pub fn written_since(&self, entity: &str, entity_id: Id, column: &str, since: i64) -> Result<bool> {
        let written: Vec<String> = self.query(
            "SELECT c.columns FROM op_change c JOIN op o USING (device, seq)
             WHERE c.entity_id = ?1 AND c.entity = ?2 AND o.at > ?3",
            &[&entity_id.as_bytes().as_slice(), &entity, &since],
            |row| Ok(row.get(0)?),
        )?;
        Ok(written.iter().any(|columns| columns.split(',').any(|one| one == column)))
    }

    /// All drafts, the oldest first.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        self.query(
            "SELECT entity, entity_id, field, context, text, at, actor FROM draft ORDER BY at, entity_id, field",
            &[],
            |row| {
                Ok(Draft {
                    entity: row.get(0)?,
                    entity_id: Id::from_bytes(row.get(1)?),
                    field: row.get(2)?,
                    context: row.get(3)?,
                    text: row.get(4)?,
                    at: row.get(5)?,
                    actor: row.get::<_, Option<[u8; 16]>>(6)?.map(Id::from_bytes),
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Clears the draft of a field, which has become part of its row or was given up.
    pub fn clear_draft(&self, entity: &str, entity_id: Id, field: &str) -> Result<()> {
        drop_draft(self.read().conn, entity, entity_id, field)
    }
}
