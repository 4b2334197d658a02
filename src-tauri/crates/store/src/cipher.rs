//! The encrypted database file: opening it with a raw key and with settings that keep it durable, checking it, and
//! writing it anew under another key. `PRAGMA rekey` is never used: it changes the only copy in place.

use crate::files::{self, Progress};
use crate::secret::Key;
use crate::{Result, StoreError};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::OnceLock;
use std::time::Duration;
use zeroize::Zeroizing;

/// Whether a database file is made or must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The file must not exist yet.
    Create,
    /// The file must exist.
    Existing,
}

/// What a lost or foreign database is called in errors.
const DATABASE: &str = "database";

/// The page size of SQLCipher.
const PAGE: u64 = 4096;

/// Opens a database file with its key and salt. The key comes from [`crate::slots::Keys`], whose file was
/// authenticated; a database that does not open with it is therefore damaged, and never a matter of a wrong passphrase.
pub fn open(path: &Path, key: &Key, salt: &[u8; 16], mode: Mode) -> Result<Connection> {
    match mode {
        Mode::Create => drop(files::create_new(path)?),
        Mode::Existing => match fs::metadata(path) {
            // SQLite would take an empty file for a new database.
            Ok(file) if file.len() == 0 => return Err(StoreError::Truncated { what: DATABASE.into() }),
            Ok(_) => {}
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(damaged()),
            Err(e) => return Err(files::failed("open", path)(e)),
        },
    }
    ready();
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // SQLCipher would write to standard error what the caller is told anyway.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    // From here on SQLite wipes the memory it frees, the statement with the key included.
    conn.pragma_update(None, "cipher_memory_security", true)?;
    conn.execute_batch(&format_key(key, salt, "PRAGMA key = \"", "\""))?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)).map_err(|e| {
        let error = StoreError::from(e);
        if matches!(error, StoreError::Sqlite(_)) { damaged_unless_busy(error) } else { error }
    })?;
    settle(&conn)?;
    Ok(conn)
}

/// SQLite calls itself ready a moment before SQLCipher is: a second thread that came in between would be told that its
/// key is none. So the first connection of the process is opened by one thread, and the others wait for it.
fn ready() {
    static READY: OnceLock<()> = OnceLock::new();
    READY.get_or_init(|| drop(Connection::open_in_memory()));
}

/// How many compiled statements a connection keeps.
const STATEMENTS: usize = 256;

/// How much of a database is kept in memory.
const CACHE_KIB: i64 = 32 << 10;

/// The settings of every connection. A commit is on the disk before it is acknowledged, nothing is written to
/// temporary files, and a database somebody has prepared can make nothing run.
fn settle(conn: &Connection) -> Result<()> {
    conn.busy_timeout(Duration::from_secs(5))?;
    let mode: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        let context = format!("journal mode {mode} instead of wal");
        return Err(StoreError::Io { context, source: io::ErrorKind::Unsupported.into() });
    }
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // Rows have random ids, so those of one sheet lie all over their table, and every page that is read again must be
    // authenticated and decrypted again. In KiB, as the sign says.
    conn.pragma_update(None, "cache_size", -CACHE_KIB)?;
    // A verdict alone asks some thirty different things; what is thrown away is compiled anew each time.
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    // What is deleted is overwritten where that costs no further page; a compacted copy loses the rest.
    conn.pragma_update(None, "secure_delete", "FAST")?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    Ok(())
}

/// Reads every page: its authentication code, and how the pages hang together.
pub fn integrity(conn: &Connection) -> Result<()> {
    for (pragma, fine) in [("cipher_integrity_check", None), ("quick_check", Some("ok"))] {
        let mut statement = conn.prepare(&format!("PRAGMA {pragma}"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if Some(row.get::<_, String>(0)?.as_str()) != fine {
                return Err(damaged());
            }
        }
    }
    Ok(())
}

/// Writes everything into a new file under another key, compacted, and checks the file. Rowids stay, except in a table
/// that has neither a primary key nor an index. The connection must not be inside a transaction.
pub fn copy_to_new(conn: &mut Connection, to: &Path, key: &Key, salt: &[u8; 16], progress: Progress) -> Result<()> {
    drop(files::create_new(to)?);
    let unfinished = files::Unfinished::new(to.to_owned());
    watched(conn, to, progress, |conn| {
        let target = to.to_str().ok_or_else(|| files::failed("name", to)(io::ErrorKind::InvalidFilename.into()))?;
        conn.execute("ATTACH DATABASE ?1 AS copy KEY ?2", (target, &*format_key(key, salt, "", "")))?;
        let copied = export(conn);
        if copied.is_err() && !conn.is_autocommit() {
            conn.execute_batch("ROLLBACK")?;
        }
        let detached = conn.execute_batch("DETACH DATABASE copy");
        copied?;
        Ok(detached?)
    })?;
    let copy = open(to, key, salt, Mode::Existing)?;
    integrity(&copy)?;
    if counts(conn)? != counts(&copy)? {
        return Err(damaged());
    }
    close(copy, to)?;
    unfinished.finished();
    Ok(())
}

fn export(conn: &Connection) -> Result<()> {
    conn.execute_batch("BEGIN")?;
    let exported = conn.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()));
    exported.map_err(|error| match &error {
        // The function gives the words of the error that ended it, but not its number.
        rusqlite::Error::SqliteFailure(_, Some(text)) if text.contains("disk is full") => StoreError::DiskFull,
        _ => StoreError::from(error),
    })?;
    for pragma in ["user_version", "application_id"] {
        let value: i64 = conn.pragma_query_value(None, pragma, |row| row.get(0))?;
        conn.pragma_update(Some("copy"), pragma, value)?;
    }
    Ok(conn.execute_batch("COMMIT")?)
}

/// Writes everything into a new file under the same key and salt, compacted, and checks the file. Readers and writers
/// of other connections go on meanwhile.
pub fn snapshot(conn: &mut Connection, to: &Path, key: &Key, salt: &[u8; 16], progress: Progress) -> Result<()> {
    let unfinished = files::Unfinished::new(to.to_owned());
    watched(conn, to, progress, |conn| {
        let target = to.to_str().ok_or_else(|| files::failed("name", to)(io::ErrorKind::InvalidFilename.into()))?;
        Ok(conn.execute("VACUUM INTO ?1", [target]).map(drop)?)
    })?;
    let copy = open(to, key, salt, Mode::Existing)?;
    integrity(&copy)?;
    close(copy, to)?;
    unfinished.finished();
    Ok(())
}

/// Closes a connection so that its file holds everything and needs no other beside it.
pub(crate) fn close(conn: Connection, path: &Path) -> Result<()> {
    conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
    conn.close().map_err(|(_, error)| error)?;
    for suffix in ["-wal", "-shm"] {
        files::remove_if_there(&files::with_suffix(path, suffix))?;
    }
    files::sync_file(path)?;
    files::sync_folder_of(path)
}

/// Runs the work in a thread of its own, while this one says how far the new file has grown and listens for a stop.
fn watched(
    conn: &mut Connection,
    growing: &Path,
    progress: Progress,
    work: impl FnOnce(&mut Connection) -> Result<()> + Send,
) -> Result<()> {
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let total = pages.max(0) as u64 * PAGE;
    let interrupt = conn.get_interrupt_handle();
    let mut cancelled = false;
    let result = std::thread::scope(|scope| {
        let worker = scope.spawn(|| work(conn));
        loop {
            let done = fs::metadata(growing).map_or(0, |file| file.len());
            cancelled |= progress(done.min(total), total).is_break();
            if cancelled {
                interrupt.interrupt();
            }
            if worker.is_finished() {
                break worker.join();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    });
    match result {
        _ if cancelled => Err(StoreError::Cancelled),
        Ok(result) => result,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// How many rows each table has.
fn counts(conn: &Connection) -> Result<Vec<(String, i64)>> {
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let names: Vec<String> = conn.prepare(names)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let count = |name: String| {
        let sql = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
        Ok((name, conn.query_row(&sql, [], |row| row.get(0))?))
    };
    names.into_iter().map(count).collect()
}

/// The key and the salt as SQLCipher takes them without deriving: 96 hexadecimal digits.
fn format_key(key: &Key, salt: &[u8; 16], before: &str, after: &str) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(before.len() + 99 + after.len()));
    text.push_str(before);
    text.push_str("x'");
    for byte in key.as_bytes().iter().chain(salt) {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text.push('\'');
    text.push_str(after);
    text
}

fn damaged() -> StoreError {
    StoreError::Damaged { what: DATABASE.into() }
}

/// A page that does not authenticate shows as any of several errors; only a lock is no damage.
fn damaged_unless_busy(error: StoreError) -> StoreError {
    use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, OutOfMemory, PermissionDenied, ReadOnly};
    match &error {
        StoreError::Sqlite(e)
            if matches!(
                e.sqlite_error_code(),
                Some(DatabaseBusy | DatabaseLocked | OutOfMemory | PermissionDenied | ReadOnly)
            ) =>
        {
            error
        }
        _ => damaged(),
    }
}

#[cfg(test)]
#[path = "cipher_tests.rs"]
mod tests;
