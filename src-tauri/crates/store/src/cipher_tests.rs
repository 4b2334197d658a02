use super::*;
use std::ops::ControlFlow;
use std::path::PathBuf;
use tempfile::TempDir;

const SALT: [u8; 16] = [5; 16];

fn key(n: u8) -> Key {
    Key::from_bytes(&[n; 32])
}

fn quiet(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A database with the kinds of tables that are hard to copy, and some rows.
fn made() -> (TempDir, PathBuf, Connection) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data-0001.db");
    let conn = open(&path, &key(1), &SALT, Mode::Create).unwrap();
    conn.execute_batch(
        "CREATE TABLE answer (id BLOB PRIMARY KEY, text TEXT NOT NULL) STRICT;
         CREATE TABLE plain (text TEXT);
         CREATE VIRTUAL TABLE find USING fts5(words, content='');
         CREATE TABLE op (seq INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL) STRICT;
         CREATE TRIGGER op_stays BEFORE DELETE ON op BEGIN SELECT raise(ABORT, 'stays'); END;
         PRAGMA user_version = 42; PRAGMA application_id = 4242;",
    )
    .unwrap();
    conn.execute_batch("BEGIN").unwrap();
    for n in 0..500 {
        conn.execute("INSERT INTO answer VALUES (?1, ?2)", (format!("{n:04}").as_bytes(), "秘密の所見")).unwrap();
        conn.execute("INSERT INTO find (rowid, words) VALUES (?1, '消火 火栓')", [n]).unwrap();
        conn.execute("INSERT INTO op (hash) VALUES (x'00')", []).unwrap();
        conn.execute("INSERT INTO plain VALUES ('x')", []).unwrap();
    }
    conn.execute("DELETE FROM answer WHERE rowid % 3 = 0", []).unwrap();
    conn.execute("DELETE FROM plain WHERE rowid % 3 = 0", []).unwrap();
    conn.execute_batch("COMMIT").unwrap();
    (folder, path, conn)
}

fn rowids(conn: &Connection, table: &str) -> Vec<i64> {
    let mut statement = conn.prepare(&format!("SELECT rowid FROM {table} ORDER BY rowid")).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn the_settings_are_those_that_were_asked_for() {
    let (_folder, _, conn) = made();
    let number = |pragma: &str| conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).unwrap();
    let text = |pragma: &str| conn.pragma_query_value(None, pragma, |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(number("synchronous"), 2, "2 is FULL: an acknowledged commit is on the disk");
    assert_eq!(text("journal_mode"), "wal");
    assert_eq!(number("foreign_keys"), 1);
    assert_eq!(number("temp_store"), 2, "2 is MEMORY: no plain temporary files");
    assert_eq!(number("trusted_schema"), 0);
    assert_eq!(number("cell_size_check"), 1);
    assert_eq!(number("secure_delete"), 2, "2 is FAST");
    assert_eq!(text("cipher_memory_security"), "1");
    assert!(conn.prepare("SELECT \"no such column\"").is_err(), "a misspelt column is no string");
}

#[test]
fn nothing_stands_in_the_files_in_clear() {
    let (folder, _, conn) = made();
    for name in files::names_in(folder.path()).unwrap() {
        let bytes = fs::read(folder.path().join(&name)).unwrap();
        for clear in ["秘密の所見".as_bytes(), b"SQLite format 3", b"CREATE TABLE"] {
            assert!(!bytes.windows(clear.len()).any(|w| w == clear), "{name}");
        }
    }
    drop(conn);
}

#[test]
fn another_key_or_salt_is_damage_because_the_slots_vouch_for_the_key() {
    let (_folder, path, conn) = made();
    close(conn, &path).unwrap();
    for (key, salt) in [(key(2), SALT), (key(1), [6; 16])] {
        let result = open(&path, &key, &salt, Mode::Existing);
        assert!(matches!(result, Err(StoreError::Damaged { .. })), "{result:?}");
    }
    assert!(open(&path, &key(1), &SALT, Mode::Existing).is_ok());
}

#[test]
fn a_missing_an_empty_and_a_cut_file_are_not_taken_for_a_new_database() {
    let (_folder, path, conn) = made();
    close(conn, &path).unwrap();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2 / 4096 * 4096]).unwrap();
    let cut = open(&path, &key(1), &SALT, Mode::Existing).and_then(|conn| integrity(&conn));
    assert!(matches!(cut, Err(StoreError::Damaged { .. })), "{cut:?}");
    fs::write(&path, b"").unwrap();
    assert!(matches!(open(&path, &key(1), &SALT, Mode::Existing), Err(StoreError::Truncated { .. })));
    fs::remove_file(&path).unwrap();
    assert!(matches!(open(&path, &key(1), &SALT, Mode::Existing), Err(StoreError::Damaged { .. })));
    assert!(!path.exists(), "nothing was made in its place");
}

#[test]
fn a_flipped_bit_anywhere_is_found_by_the_check() {
    let (_folder, path, conn) = made();
    close(conn, &path).unwrap();
    let whole = fs::read(&path).unwrap();
    for at in (16..whole.len()).step_by(4096 * 3 + 97) {
        let mut bad = whole.clone();
        bad[at] ^= 0x10;
        fs::write(&path, &bad).unwrap();
        let result = open(&path, &key(1), &SALT, Mode::Existing).and_then(|conn| integrity(&conn));
        assert!(matches!(result, Err(StoreError::Damaged { .. })), "at {at}: {result:?}");
        for suffix in ["-wal", "-shm"] {
            files::remove_if_there(&files::with_suffix(&path, suffix)).unwrap();
        }
    }
    // The salt at the front is not needed to open: it stands in the slots.
    let mut bad = whole.clone();
    bad[..16].fill(0);
    fs::write(&path, &bad).unwrap();
    open(&path, &key(1), &SALT, Mode::Existing).and_then(|conn| integrity(&conn)).unwrap();
}

#[test]
fn a_copy_under_another_key_has_the_same_rows_versions_and_search() {
    let (folder, _, mut conn) = made();
    let to = folder.path().join("data-0002.db");
    let mut steps = 0;
    copy_to_new(&mut conn, &to, &key(2), &[9; 16], &mut |done, total| {
        assert!(done <= total);
        steps += 1;
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(steps > 0, "progress is told");
    assert!(
        matches!(open(&to, &key(1), &SALT, Mode::Existing), Err(StoreError::Damaged { .. })),
        "the old key is no key"
    );
    let copy = open(&to, &key(2), &[9; 16], Mode::Existing).unwrap();
    assert_eq!(counts(&conn).unwrap(), counts(&copy).unwrap());
    for table in ["answer", "op", "find"] {
        assert_eq!(rowids(&conn, table), rowids(&copy, table), "the rowids of {table}");
    }
    let number = |pragma: &str| copy.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!((number("user_version"), number("application_id")), (42, 4242));
    let found: i64 = copy.query_row("SELECT count(*) FROM find WHERE find MATCH '火栓'", [], |row| row.get(0)).unwrap();
    assert_eq!(found, 500);
    assert!(copy.execute("DELETE FROM op", []).is_err(), "triggers came along");
    copy.execute("INSERT INTO op (hash) VALUES (x'00')", []).unwrap();
    assert_eq!(copy.last_insert_rowid(), 501, "AUTOINCREMENT goes on where it was");
    // The old connection is usable as before, and as guarded as before.
    conn.execute("INSERT INTO op (hash) VALUES (x'00')", []).unwrap();
    assert!(conn.execute("DELETE FROM op", []).is_err());
}

#[test]
fn a_snapshot_opens_with_the_same_key_and_salt() {
    let (folder, path, mut conn) = made();
    let to = folder.path().join("snapshot");
    snapshot(&mut conn, &to, &key(1), &SALT, &mut quiet).unwrap();
    let copy = open(&to, &key(1), &SALT, Mode::Existing).unwrap();
    assert_eq!(counts(&conn).unwrap(), counts(&copy).unwrap());
    assert_eq!(rowids(&conn, "answer"), rowids(&copy, "answer"));
    assert_ne!(fs::read(&path).unwrap()[16..4096], fs::read(&to).unwrap()[16..4096], "each page has its own random IV");
}

#[test]
fn a_stopped_copy_leaves_no_file() {
    let (folder, _, mut conn) = made();
    let to = folder.path().join("stopped");
    let stop = &mut |_, _| ControlFlow::Break(());
    assert!(matches!(copy_to_new(&mut conn, &to, &key(2), &SALT, stop), Err(StoreError::Cancelled)));
    assert!(matches!(snapshot(&mut conn, &to, &key(1), &SALT, stop), Err(StoreError::Cancelled)));
    assert!(!to.exists());
    assert!(conn.is_autocommit());
    conn.execute("INSERT INTO plain VALUES ('after')", []).unwrap();
    copy_to_new(&mut conn, &to, &key(2), &SALT, &mut quiet).unwrap();
}

#[test]
fn a_full_disk_is_told_and_the_rows_before_it_stay() {
    let (_folder, path, conn) = made();
    let before = counts(&conn).unwrap();
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    conn.pragma_update_and_check(None, "max_page_count", pages + 2, |_| Ok(())).unwrap();
    let error = conn.execute("INSERT INTO plain VALUES (hex(zeroblob(100000)))", []).unwrap_err();
    assert!(matches!(StoreError::from(error), StoreError::DiskFull));
    assert_eq!(counts(&conn).unwrap(), before);
    close(conn, &path).unwrap();
    let conn = open(&path, &key(1), &SALT, Mode::Existing).unwrap();
    integrity(&conn).unwrap();
    assert_eq!(counts(&conn).unwrap(), before);
}

/// Prints how long a one-row commit takes; run with `--ignored --nocapture`.
#[test]
#[ignore = "a measurement, not a test"]
#[expect(clippy::disallowed_methods, reason = "it measures")]
fn what_wiping_memory_costs() {
    // Wiping cannot be switched off again in a process, so the plain connection comes first.
    for wiped in [false, true, true] {
        let folder = tempfile::tempdir_in(std::env::var_os("MEASURE_IN").unwrap_or(".".into())).unwrap();
        let path = folder.path().join("data.db");
        let conn = if wiped {
            open(&path, &key(1), &SALT, Mode::Create).unwrap()
        } else {
            let conn = Connection::open(&path).unwrap();
            conn.execute_batch(&format_key(&key(1), &SALT, "PRAGMA key = \"", "\"")).unwrap();
            settle(&conn).unwrap();
            conn
        };
        conn.execute_batch("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT").unwrap();
        let mut times: Vec<Duration> = (0..500)
            .map(|n| {
                let start = std::time::Instant::now();
                conn.execute("INSERT INTO t VALUES (?1, ?2)", (n, "所見".repeat(50))).unwrap();
                start.elapsed()
            })
            .collect();
        let start = std::time::Instant::now();
        for _ in 0..20 {
            conn.query_row("SELECT sum(length(text)) FROM t AS a, (SELECT 1 FROM t)", [], |row| row.get::<_, i64>(0))
                .unwrap();
        }
        times.sort();
        println!("wiped {wiped}: median {:?}, p95 {:?}; reads {:?}", times[250], times[475], start.elapsed());
    }
}
