//! Full-text search over folded bigrams. The index is derived from the rows and is no part of the journal.

use crate::error::Result;
use crate::row::{Reads, Table};
use domain::{Id, text};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};

/// A row that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The table.
    pub entity: String,
    /// The row.
    pub entity_id: Id,
}

/// Brings the index up to date with one changed row.
pub(crate) fn update(
    conn: &Connection,
    table: &Table,
    id: Id,
    before: Option<&[Value]>,
    after: Option<&[Value]>,
) -> Result<()> {
    if table.search.is_empty() {
        return Ok(());
    }
    let (old, new) = (before.map(|row| words(table, row)), after.map(|row| words(table, row)));
    if old == new {
        return Ok(());
    }
    let known: Option<i64> = conn
        .prepare_cached("SELECT n FROM search_row WHERE entity_id = ?1 AND entity = ?2")?
        .query_row(params![id.as_bytes().as_slice(), table.name], |row| row.get(0))
        .optional()?;
    if let Some(n) = known {
        conn.prepare_cached("DELETE FROM search_gram WHERE rowid = ?1")?.execute([n])?;
        conn.prepare_cached("DELETE FROM search_row WHERE n = ?1")?.execute([n])?;
    }
    if let Some(new) = new.filter(|text| !text.is_empty()) {
        conn.prepare_cached("INSERT INTO search_row (entity, entity_id) VALUES (?1, ?2)")?
            .execute(params![table.name, id.as_bytes().as_slice()])?;
        conn.prepare_cached("INSERT INTO search_gram (rowid, grams) VALUES (?1, ?2)")?
            .execute(params![conn.last_insert_rowid(), text::bigrams(&new)])?;
    }
    Ok(())
}

fn words(table: &Table, row: &[Value]) -> String {
    let mut all = String::new();
    for (name, value) in table.columns.iter().zip(row) {
        if let Value::Text(text) = value
            && table.search.contains(name)
            && !text.is_empty()
        {
            all.push_str(text);
            all.push('\n');
        }
    }
    text::fold(&all)
}

impl Reads<'_> {
    /// The rows that contain all words of the query, at most `limit`.
    pub fn search(&self, query: &str, limit: i64) -> Result<Vec<Hit>> {
        let Some(query) = text::fts_query(query) else { return Ok(Vec::new()) };
        self.query(
            "SELECT r.entity, r.entity_id FROM search_gram g JOIN search_row r ON r.n = g.rowid
             WHERE search_gram MATCH ?1 ORDER BY g.rowid DESC LIMIT ?2",
            &[&query, &limit],
            |row| Ok(Hit { entity: row.get(0)?, entity_id: Id::from_bytes(row.get(1)?) }),
        )
    }
}
