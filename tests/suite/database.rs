//! A look into the database of a workspace from outside, beside the program that has it open.

use crate::office::{LOGIN, PASSPHRASE};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::collections::BTreeMap;
use std::path::Path;
use store::generation;
use store::kdf::Passphrase;
use store::slots::Slots;
use store::tables;

/// The rows of a table by their ids, each as its values in order.
pub type Rows = BTreeMap<Vec<u8>, Vec<String>>;

/// The rows of every table of user data.
pub type Dump = BTreeMap<&'static str, Rows>;

/// Another connection to the database of a workspace, with the settings the program uses.
pub fn connect(workspace: &Path) -> Connection {
    connect_as(workspace, LOGIN, PASSPHRASE)
}

/// The same for any user.
pub fn connect_as(workspace: &Path, login: &str, passphrase: &str) -> Connection {
    let slots = Slots::read(workspace).unwrap();
    let keys = slots.unlock(login, &Passphrase::typed(passphrase)).unwrap();
    generation::connect(workspace, &slots, &keys).unwrap()
}

/// The columns that say when somebody unlocked or locked the workspace: no operation of a person, so undo leaves them.
const COMINGS_AND_GOINGS: &[&str] = &["last_unlock_at", "previous_unlock_at", "last_lock_at"];

/// Everything a person can change.
pub fn dump(conn: &Connection) -> Dump {
    let table = |table: &&'static store::Table| {
        let columns: Vec<&str> =
            table.columns.iter().copied().filter(|column| !COMINGS_AND_GOINGS.contains(column)).collect();
        let sql = format!("SELECT id, {} FROM {} ORDER BY id", columns.join(", "), table.name);
        let mut statement = conn.prepare_cached(&sql).unwrap();
        let rows = statement.query_map([], |row| {
            let values = (1..=columns.len()).map(|n| Ok(format!("{:?}", row.get::<_, Value>(n)?)));
            Ok((row.get::<_, Vec<u8>>(0)?, values.collect::<rusqlite::Result<Vec<_>>>()?))
        });
        (table.name, rows.unwrap().collect::<rusqlite::Result<Rows>>().unwrap())
    };
    tables::ALL.iter().map(table).collect()
}

/// The statements that make the schema, in the order in which they were run.
pub fn schema(conn: &Connection) -> String {
    // What SQLite and FTS5 make of themselves follows from the rest.
    let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_gram_%' ORDER BY rowid";
    let mut statement = conn.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    rows.map(|sql| sql.unwrap().replace("\r\n", "\n") + ";\n").collect()
}
