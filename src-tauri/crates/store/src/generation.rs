//! Database files come and go whole: a re-key, a migration or a compaction writes a *new* file, checks it, makes it the
//! valid one by replacing `slots` in one step, and only then removes the old file. A crash at any moment leaves either
//! the old database or the new one valid, and what is left over is swept at the next opening.

use crate::Result;
use crate::cipher::{self, Mode};
use crate::files::{self, Progress};
use crate::kdf::RecoveryCode;
use crate::secret;
use crate::slots::{self, Keys, NewUser, Slots};
use domain::Id;
use rusqlite::Connection;
use std::fs;
use std::path::Path;

/// Makes a workspace with its first user; `init` fills the new database. The folder must not exist or be empty.
pub fn create(
    folder: &Path,
    user: &NewUser,
    init: impl FnOnce(&mut Connection) -> Result<()>,
) -> Result<(Slots, Keys, RecoveryCode)> {
    let (mut slots, keys, code) = Slots::create(user)?;
    files::fill_folder(folder, |partial| {
        files::make_folder(&partial.join(crate::blobs::FOLDER))?;
        let path = partial.join(slots.database_name());
        let mut conn = cipher::open(&path, &keys.database(), slots.database_salt(), Mode::Create)?;
        init(&mut conn)?;
        cipher::close(conn, &path)?;
        slots.write(partial, &keys)
    })?;
    Ok((slots, keys, code))
}

/// Opens the valid database, and then removes what an interrupted switch has left. Call it with the lock held.
pub fn open(folder: &Path, slots: &Slots, keys: &Keys) -> Result<Connection> {
    let conn = connect(folder, slots, keys)?;
    // Only now: were `slots` an old copy, its database would be missing, and nothing may be removed on its word.
    sweep(folder, slots)?;
    Ok(conn)
}

/// Another connection to the valid database, e.g. for a backup beside running work.
pub fn connect(folder: &Path, slots: &Slots, keys: &Keys) -> Result<Connection> {
    cipher::open(&folder.join(slots.database_name()), &keys.database(), slots.database_salt(), Mode::Existing)
}

/// Gives the workspace a new data key, so that a removed user (if one is named) opens nothing that is written from now
/// on. Afterwards the connection belongs to a file that is gone: drop it and [`open`] with what is returned.
pub fn rekey(
    folder: &Path,
    slots: &Slots,
    keys: &Keys,
    removed: Option<Id>,
    conn: &mut Connection,
    progress: Progress,
) -> Result<(Slots, Keys)> {
    let (next, next_keys) = slots.rekeyed(keys, removed)?;
    let slots = switch(folder, slots, next, &next_keys, |path, next| {
        cipher::copy_to_new(conn, path, &next_keys.database(), next.database_salt(), progress)
    })?;
    Ok((slots, next_keys))
}

/// Rewrites the database under the same key, compacted, and lets `change` work on the new file before it becomes valid:
/// for migrations, and after a purge. Afterwards the connection belongs to a file that is gone.
pub fn rewrite(
    folder: &Path,
    slots: &Slots,
    keys: &Keys,
    conn: &mut Connection,
    progress: Progress,
    change: impl FnOnce(&mut Connection) -> Result<()>,
) -> Result<Slots> {
    let next = slots.next_generation(keys)?;
    switch(folder, slots, next, keys, |path, next| {
        let (key, salt) = (keys.database(), next.database_salt());
        cipher::copy_to_new(conn, path, &key, salt, progress)?;
        let mut copy = cipher::open(path, &key, salt, Mode::Existing)?;
        change(&mut copy)?;
        cipher::integrity(&copy)?;
        cipher::close(copy, path)
    })
}

/// Makes the next generation valid. `write` makes its database file; it must not touch the old one.
pub fn switch(
    folder: &Path,
    slots: &Slots,
    mut next: Slots,
    keys: &Keys,
    write: impl FnOnce(&Path, &Slots) -> Result<()>,
) -> Result<Slots> {
    let path = folder.join(next.database_name());
    remove_database(folder, next.generation())?;
    let switched = (|| {
        write(&path, &next)?;
        moment(Moment::Written)?;
        let copy = cipher::open(&path, &keys.database(), next.database_salt(), Mode::Existing)?;
        cipher::integrity(&copy)?;
        cipher::close(copy, &path)?;
        moment(Moment::Checked)?;
        next.write(folder, keys)?;
        moment(Moment::Valid)
    })();
    if switched.is_err() && !crashed() {
        // Even a failed writing of `slots` may have made the new file the valid one.
        let valid = Slots::read(folder).map(|found| found.generation());
        if valid.is_ok_and(|valid| valid == slots.generation()) {
            remove_database(folder, next.generation())?;
        }
    }
    switched?;
    // Where the old file is still open and cannot be removed, the next opening sweeps it.
    let _ = remove_database(folder, slots.generation());
    Ok(next)
}

/// What the names of copies on their way into a backup begin with.
const SNAPSHOT: &str = "data-snapshot-";

/// A name for the copy of the database that goes into a backup. It is removed at the next opening, if not before.
pub(crate) fn snapshot_name() -> Result<String> {
    Ok(format!("{SNAPSHOT}{}.db", files::hex(&secret::random::<8>()?)))
}

/// Removes what an interrupted switch, writing or backup has left.
fn sweep(folder: &Path, slots: &Slots) -> Result<()> {
    files::remove_if_there(&folder.join("slots.tmp"))?;
    for name in files::names_in(folder)? {
        let old = generation_of(&name).is_some_and(|generation| generation != slots.generation());
        if old || name.starts_with(SNAPSHOT) {
            files::remove_if_there(&folder.join(name))?;
        }
    }
    Ok(())
}

fn remove_database(folder: &Path, generation: u32) -> Result<()> {
    let path = folder.join(slots::database_name(generation));
    for suffix in ["-wal", "-shm", "-journal", ""] {
        files::remove_if_there(&files::with_suffix(&path, suffix))?;
    }
    files::sync_folder(folder)
}

/// The generation of a database file or of a file SQLite keeps beside it.
fn generation_of(name: &str) -> Option<u32> {
    let (number, kind) = name.strip_prefix("data-")?.split_once('.')?;
    matches!(kind, "db" | "db-wal" | "db-shm" | "db-journal").then(|| number.parse().ok())?
}

/// The moments of a switch at which a test lets the program crash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moment {
    Written,
    Checked,
    Valid,
}

#[cfg(not(test))]
fn moment(_: Moment) -> Result<()> {
    Ok(())
}

#[cfg(not(test))]
fn crashed() -> bool {
    false
}

#[cfg(test)]
use crash::{crashed, moment};

#[cfg(test)]
mod crash {
    use super::*;
    use crate::StoreError;
    use std::cell::Cell;

    thread_local! {
        pub(super) static AT: Cell<Option<Moment>> = const { Cell::new(None) };
        static CRASHED: Cell<bool> = const { Cell::new(false) };
    }

    pub(super) fn moment(moment: Moment) -> Result<()> {
        CRASHED.set(AT.get() == Some(moment));
        if crashed() { Err(StoreError::Damaged { what: "crash".into() }) } else { Ok(()) }
    }

    pub(super) fn crashed() -> bool {
        CRASHED.get()
    }
}

/// Copies the database of a workspace that is not open, with the log SQLite keeps beside it, if there is one.
pub(crate) fn database_files(folder: &Path, slots: &Slots) -> Vec<String> {
    let name = slots.database_name();
    let log = format!("{name}-wal");
    let has_log = fs::metadata(folder.join(&log)).is_ok_and(|file| file.len() > 0);
    if has_log { vec![name, log] } else { vec![name] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StoreError;
    use crate::kdf::{Params, Passphrase};
    use std::ops::ControlFlow;

    fn quiet(_: u64, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    const TEXT: &str = "監査手帳の合言葉";

    fn new_user<'a>(n: u8, login: &'a str, passphrase: &'a Passphrase) -> NewUser<'a> {
        NewUser { id: Id::from_bytes([n; 16]), login, passphrase, params: Params::fast_for_tests() }
    }

    fn made(folder: &Path) -> (Slots, Keys) {
        let passphrase = Passphrase::typed(TEXT);
        let init = |conn: &mut Connection| {
            conn.execute_batch("CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT; INSERT INTO t VALUES (1), (2), (3)")?;
            Ok(())
        };
        let (mut slots, keys, _) = create(folder, &new_user(1, "sato", &passphrase), init).unwrap();
        slots.add_slot(&keys, &new_user(2, "suzuki", &passphrase)).unwrap();
        slots.write(folder, &keys).unwrap();
        (slots, keys)
    }

    /// Opens as after a new start of the program.
    fn reopened(folder: &Path, login: &str) -> Result<(Slots, Connection)> {
        let slots = Slots::read(folder)?;
        let keys = slots.unlock(login, &Passphrase::typed(TEXT))?;
        let conn = open(folder, &slots, &keys)?;
        cipher::integrity(&conn)?;
        assert_eq!(conn.query_row("SELECT count(*) FROM t", [], |row| row.get::<_, i64>(0))?, 3);
        Ok((slots, conn))
    }

    fn databases(folder: &Path) -> Vec<String> {
        files::names_in(folder).unwrap().into_iter().filter(|n| n.ends_with(".db")).collect()
    }

    #[test]
    fn a_new_workspace_opens_and_refuses_a_second_one_in_its_folder() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("手帳");
        made(&folder);
        let (slots, _conn) = reopened(&folder, "sato").unwrap();
        assert_eq!(slots.users().len(), 2);
        let passphrase = Passphrase::typed(TEXT);
        let again = create(&folder, &new_user(1, "sato", &passphrase), |_| Ok(()));
        assert!(matches!(again, Err(StoreError::NotEmpty { .. })));
    }

    #[test]
    fn a_workspace_that_could_not_be_filled_is_not_there() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("手帳");
        let passphrase = Passphrase::typed(TEXT);
        let result = create(&folder, &new_user(1, "sato", &passphrase), |_| Err(StoreError::DiskFull));
        assert!(matches!(result, Err(StoreError::DiskFull)));
        assert_eq!(files::names_in(place.path()).unwrap(), [""; 0]);
    }

    #[test]
    fn removing_a_user_rekeys_and_leaves_one_database() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("w");
        let (slots, keys) = made(&folder);
        let mut conn = open(&folder, &slots, &keys).unwrap();
        rekey(&folder, &slots, &keys, Some(Id::from_bytes([2; 16])), &mut conn, &mut quiet).unwrap();
        drop(conn);
        assert_eq!(databases(&folder), ["data-0002.db"]);
        let (slots, _conn) = reopened(&folder, "sato").unwrap();
        assert_eq!(slots.generation(), 2);
        assert!(matches!(reopened(&folder, "suzuki"), Err(StoreError::WrongKey)));
        let old = connect(&folder, &slots, &keys);
        assert!(matches!(old, Err(StoreError::Damaged { .. })), "the data key he may have kept opens nothing");
    }

    #[test]
    fn a_crash_at_any_moment_leaves_one_valid_database() {
        for (at, valid) in [(Moment::Written, 1), (Moment::Checked, 1), (Moment::Valid, 2)] {
            let place = tempfile::tempdir().unwrap();
            let folder = place.path().join("w");
            let (slots, keys) = made(&folder);
            let mut conn = open(&folder, &slots, &keys).unwrap();
            crash::AT.set(Some(at));
            let result = rekey(&folder, &slots, &keys, Some(Id::from_bytes([2; 16])), &mut conn, &mut quiet);
            crash::AT.set(None);
            assert!(result.is_err(), "{at:?}");
            drop(conn);
            fs::write(folder.join("slots.tmp"), b"half").unwrap();
            assert_eq!(databases(&folder).len(), 2, "the crash at {at:?} left both");
            fs::write(folder.join(snapshot_name().unwrap()), b"half").unwrap();
            let (slots, conn) = reopened(&folder, "sato").unwrap();
            assert_eq!(slots.generation(), valid, "{at:?}");
            drop(conn);
            assert_eq!(databases(&folder), [slots.database_name()], "the other was swept");
            assert!(!folder.join("slots.tmp").exists());
            let other = reopened(&folder, "suzuki");
            assert_eq!(other.is_ok(), valid == 1, "who is removed is removed with the switch and not before");
        }
    }

    #[test]
    fn a_failure_while_writing_leaves_the_old_database_and_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("w");
        let (slots, keys) = made(&folder);
        let mut conn = open(&folder, &slots, &keys).unwrap();
        let change = |_: &mut Connection| Err(StoreError::DiskFull);
        let result = rewrite(&folder, &slots, &keys, &mut conn, &mut quiet, change);
        assert!(matches!(result, Err(StoreError::DiskFull)));
        let stop = &mut |_, _| ControlFlow::Break(());
        assert!(matches!(rekey(&folder, &slots, &keys, None, &mut conn, stop), Err(StoreError::Cancelled)));
        assert_eq!(databases(&folder), ["data-0001.db"]);
        assert_eq!(conn.query_row("SELECT count(*) FROM t", [], |row| row.get::<_, i64>(0)).unwrap(), 3);
        drop(conn);
        reopened(&folder, "sato").unwrap();
    }

    #[test]
    fn a_rewrite_keeps_the_key_and_shows_what_was_changed() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("w");
        let (slots, keys) = made(&folder);
        let mut conn = open(&folder, &slots, &keys).unwrap();
        let change = |conn: &mut Connection| Ok(conn.execute_batch("PRAGMA user_version = 9")?);
        let next = rewrite(&folder, &slots, &keys, &mut conn, &mut quiet, change).unwrap();
        drop(conn);
        let conn = open(&folder, &next, &keys).unwrap();
        assert_eq!(conn.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap(), 9);
        drop(conn);
        reopened(&folder, "suzuki").unwrap();
    }

    #[test]
    fn an_old_copy_of_slots_removes_nothing() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("w");
        let (slots, keys) = made(&folder);
        let old = fs::read(folder.join("slots")).unwrap();
        let mut conn = open(&folder, &slots, &keys).unwrap();
        rekey(&folder, &slots, &keys, None, &mut conn, &mut quiet).unwrap();
        drop(conn);
        fs::write(folder.join("slots"), old).unwrap();
        assert!(matches!(reopened(&folder, "sato"), Err(StoreError::Damaged { .. })));
        assert_eq!(databases(&folder), ["data-0002.db"], "the valid database is still there");
    }

    #[test]
    fn only_database_files_have_a_generation() {
        assert_eq!(generation_of("data-0012.db"), Some(12));
        assert_eq!(generation_of("data-0012.db-wal"), Some(12));
        for other in ["data-.db", "data-1.xlsx", "data-x.db", "my data-1.db", "data-0001.db.bak", "slots"] {
            assert_eq!(generation_of(other), None, "{other}");
        }
    }
}
