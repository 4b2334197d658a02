//! What is being typed. A draft is durable and encrypted but no operation yet; it is the one exception to the rule
//! that every change stands in the journal. Writing the field it belongs to clears it.

use crate::error::Result;
use crate::row::Reads;
use crate::tx::{Store, Tx};
use domain::Id;
use rusqlite::params;

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
}

impl Reads<'_> {
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
        self.read()
            .conn
            .prepare_cached("DELETE FROM draft WHERE entity = ?1 AND entity_id = ?2 AND field = ?3")?
            .execute(params![entity, entity_id.as_bytes().as_slice(), field])?;
        Ok(())
    }
}
