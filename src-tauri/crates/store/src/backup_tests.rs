use super::*;
use crate::blobs::{BlobFile, Blobs};
use crate::kdf::{Params, Passphrase};
use crate::slots::NewUser;
use rusqlite::Connection;
use std::ops::ControlFlow;
use tempfile::TempDir;

const TEXT: &str = "監査手帳の合言葉";
const NOW: i64 = 1_795_250_000_000;

fn quiet(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// An open workspace with a row and a piece of evidence.
struct Made {
    place: TempDir,
    folder: PathBuf,
    slots: Slots,
    keys: Keys,
    conn: Connection,
    blob: BlobFile,
}

impl Made {
    fn new() -> Made {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("手帳");
        let passphrase = Passphrase::typed(TEXT);
        let id = Id::from_bytes([1; 16]);
        let user = NewUser { id, login: "sato", passphrase: &passphrase, params: Params::fast_for_tests() };
        let init = |conn: &mut Connection| {
            Ok(conn
                .execute_batch("CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT); INSERT INTO t VALUES (1, '秘密')")?)
        };
        let (slots, keys, _) = generation::create(&folder, &user, init).unwrap();
        let conn = generation::open(&folder, &slots, &keys).unwrap();
        let blob = Blobs::of(&folder).write(&mut vec![7; 100_000].as_slice()).unwrap();
        Made { place, folder, slots, keys, conn, blob }
    }

    fn source(&self, now_ms: i64) -> Source<'_> {
        Source { folder: &self.folder, slots: &self.slots, keys: &self.keys, head: [3; 32], now_ms }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    fn backed_up(&self) -> PathBuf {
        let file = self.path("手帳.kansa-backup");
        backup(&self.source(NOW), &file, &mut quiet).unwrap();
        file
    }

    fn auto(&self, now_ms: i64, keep: usize) -> PathBuf {
        auto_backup(&self.source(now_ms), &self.path("second"), keep, &mut quiet).unwrap()
    }

    /// Opens a restored workspace with the passphrase and reads all of it.
    fn check(&self, folder: &Path) {
        let slots = Slots::read(folder).unwrap();
        let keys = slots.unlock("sato", &Passphrase::typed(TEXT)).unwrap();
        let conn = generation::open(folder, &slots, &keys).unwrap();
        cipher::integrity(&conn).unwrap();
        let text: String = conn.query_row("SELECT text FROM t WHERE n = 1", [], |row| row.get(0)).unwrap();
        assert_eq!(text, "秘密");
        Blobs::of(folder).verify(&self.blob).unwrap();
    }
}

#[test]
fn a_backup_says_what_it_is_and_restores_into_a_new_folder() {
    let made = Made::new();
    let file = made.backed_up();
    let info = inspect(&file).unwrap();
    let header = Header { workspace: made.slots.workspace(), created_ms: NOW, generation: 1, head: [3; 32] };
    assert_eq!(info.header, header);
    assert_eq!((info.blobs, info.beside), (1, false));
    assert_eq!(info.bytes, fs::metadata(&file).unwrap().len());
    assert_eq!(verify(&file, &mut quiet).unwrap(), info);

    // The workspace goes on; the backup is what it was.
    made.conn.execute("UPDATE t SET text = 'later'", []).unwrap();
    let mut last = (0, 1);
    restore(&file, &made.path("new"), &mut |done, total| {
        last = (done, total);
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(last.0, last.1, "the progress came to its end");
    made.check(&made.path("new"));
    let refused = restore(&file, &made.folder, &mut quiet);
    assert!(matches!(refused, Err(StoreError::NotEmpty { .. })), "no workspace is overwritten");
}

#[test]
fn a_backup_leaves_nothing_beside_itself_and_nothing_in_clear() {
    let made = Made::new();
    let file = made.backed_up();
    assert_eq!(files::names_in(made.place.path()).unwrap(), ["手帳", "手帳.kansa-backup"]);
    let bytes = fs::read(file).unwrap();
    for clear in ["秘密".as_bytes(), b"CREATE TABLE", b"sato", &[7; 64]] {
        assert!(!bytes.windows(clear.len()).any(|w| w == clear), "{clear:?}");
    }
}

#[test]
fn the_progress_of_a_backup_never_goes_back() {
    let made = Made::new();
    let mut last = (0, 0);
    let mut rising = |done: u64, total: u64| {
        assert!(done >= last.0 && done <= total, "{done} of {total} after {last:?}");
        last = (done, total);
        ControlFlow::Continue(())
    };
    backup(&made.source(NOW), &made.path("b"), &mut rising).unwrap();
    assert!(last.0 > 0 && last.0 * 2 > last.1, "{last:?}");
}

#[test]
fn a_stopped_backup_or_restore_leaves_nothing() {
    let made = Made::new();
    for stop_at in [0, 1, 2, 4] {
        let mut calls = 0;
        let mut stop = |_: u64, _: u64| {
            calls += 1;
            if calls > stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let result = backup(&made.source(NOW), &made.path("stopped"), &mut stop);
        assert!(matches!(result, Err(StoreError::Cancelled)) || stop_at == 4, "{stop_at}: {result:?}");
        files::remove_if_there(&made.path("stopped")).unwrap();
        assert_eq!(files::names_in(made.place.path()).unwrap(), ["手帳"]);
    }
    let file = made.backed_up();
    let stopped = restore(&file, &made.path("new"), &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(StoreError::Cancelled)));
    assert_eq!(files::names_in(made.place.path()).unwrap(), ["手帳", "手帳.kansa-backup"]);
}

#[test]
fn an_older_backup_stays_when_a_new_one_fails() {
    let made = Made::new();
    let file = made.backed_up();
    let before = fs::read(&file).unwrap();
    let failed = backup(&made.source(NOW + 1), &file, &mut |_, _| ControlFlow::Break(()));
    assert!(failed.is_err());
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_damaged_backup_makes_no_folder() {
    let made = Made::new();
    let file = made.backed_up();
    let whole = fs::read(&file).unwrap();
    let bad = made.path("bad");
    let new = made.path("new");
    let known = |result: &Result<BackupInfo>| {
        matches!(result, Err(StoreError::Damaged { .. } | StoreError::Truncated { .. } | StoreError::NotABackup { .. }))
    };
    for at in (0..whole.len()).step_by(whole.len() / 200).chain(0..120) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x20;
        fs::write(&bad, bytes).unwrap();
        let result = restore(&bad, &new, &mut quiet);
        assert!(known(&result), "a flipped bit at {at}: {result:?}");
        assert!(!new.exists() && !made.path("new.partial").exists(), "at {at}");
        assert!(verify(&bad, &mut quiet).is_err(), "at {at}");
    }
    for length in (0..whole.len()).step_by(whole.len() / 100).chain(whole.len() - 40..whole.len()) {
        fs::write(&bad, &whole[..length]).unwrap();
        let result = restore(&bad, &new, &mut quiet);
        assert!(known(&result) && !new.exists(), "cut at {length}: {result:?}");
        assert!(inspect(&bad).is_err(), "cut at {length}");
    }
    fs::write(&bad, [whole.as_slice(), b"x"].concat()).unwrap();
    assert!(matches!(restore(&bad, &new, &mut quiet), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_file_that_is_no_backup_says_so() {
    let made = Made::new();
    let file = made.path("table.xlsx");
    for bytes in [b"PK\x03\x04".as_slice(), b"", &[0; 5000]] {
        fs::write(&file, bytes).unwrap();
        assert!(matches!(inspect(&file), Err(StoreError::NotABackup { .. })));
    }
    assert!(matches!(inspect(made.place.path()), Err(StoreError::NotABackup { .. })), "a folder");
    assert!(matches!(inspect(&made.path("none")), Err(StoreError::Io { .. })));
}

#[test]
fn a_newer_format_says_which() {
    use sha2::{Digest, Sha256};
    let made = Made::new();
    let file = made.backed_up();
    let mut bytes = fs::read(&file).unwrap();
    bytes[16..18].copy_from_slice(&9u16.to_le_bytes());
    let sum: [u8; 32] = Sha256::digest(&bytes[..78]).into();
    bytes[78..110].copy_from_slice(&sum);
    fs::write(&file, bytes).unwrap();
    assert!(matches!(inspect(&file), Err(StoreError::NewerFormat { found: 9, known: 1 })));
}

/// Writes a container with these sections and right sums, as somebody might who knows the format.
fn forged(made: &Made, sections: &[(Kind, &str, &[u8])]) -> PathBuf {
    let path = made.path("forged");
    files::remove_if_there(&path).unwrap();
    let header = Header { workspace: made.slots.workspace(), created_ms: NOW, generation: 1, head: [0; 32] };
    let mut writer = Writer::new(files::create_new(&path).unwrap(), &header).unwrap();
    let quiet = &mut quiet;
    let mut counter = Counter::new(quiet, 1);
    for (kind, name, bytes) in sections {
        writer.section(*kind, name, bytes.len() as u64, &mut &**bytes, &mut counter).unwrap();
    }
    writer.finish().unwrap();
    path
}

#[test]
fn a_forged_backup_writes_nowhere_else_and_nothing_twice() {
    let made = Made::new();
    let slots = fs::read(made.folder.join(SLOTS_FILE)).unwrap();
    let name = "0123456789abcdef0123456789abcdef";
    let (s, d) = ((Kind::Slots, "", slots.as_slice()), (Kind::Database, "", b"x".as_slice()));
    for sections in [
        vec![s, d, (Kind::Blob, "../../evil", b"x")],
        vec![s, d, (Kind::Blob, "/tmp/evil", b"x")],
        vec![s, d, (Kind::Blob, name, b"x"), (Kind::Blob, name, b"y")],
        vec![d, s],
        vec![s, s, d],
        vec![s],
        vec![d],
        vec![],
        vec![(Kind::Slots, "", b"no slots"), d],
    ] {
        let file = forged(&made, &sections);
        let result = restore(&file, &made.path("new"), &mut quiet);
        let refused = matches!(
            result,
            Err(StoreError::Damaged { .. } | StoreError::Truncated { .. } | StoreError::NotAWorkspace { .. })
        );
        assert!(refused, "{:?}: {result:?}", sections.iter().map(|s| s.1).collect::<Vec<_>>());
    }
    assert_eq!(files::names_in(made.place.path()).unwrap(), ["forged", "手帳"]);
    // A length beyond the end of the file is not believed.
    let file = forged(&made, &[s, d]);
    let mut bytes = fs::read(&file).unwrap();
    bytes[112..120].copy_from_slice(&u64::MAX.to_le_bytes());
    fs::write(&file, bytes).unwrap();
    assert!(matches!(inspect(&file), Err(StoreError::Truncated { .. })));
}

#[test]
fn automatic_backups_copy_new_evidence_only_and_keep_so_many() {
    let made = Made::new();
    let first = made.auto(NOW, 3);
    let beside = first.parent().unwrap().join(blobs::FOLDER);
    let written = fs::metadata(beside.join(&made.blob.name)).unwrap().modified().unwrap();
    for n in 1..5 {
        made.conn.execute("INSERT INTO t VALUES (?1, 'more')", [n + 1]).unwrap();
        let path = made.auto(NOW + n * 60_000, 3);
        restore(&path, &made.path(&format!("new{n}")), &mut quiet).unwrap();
        made.check(&made.path(&format!("new{n}")));
    }
    let again = fs::metadata(beside.join(&made.blob.name)).unwrap().modified().unwrap();
    assert_eq!(written, again, "what was there was not copied again");
    let kept = automatic(&made.path("second"), made.slots.workspace()).unwrap();
    let names: Vec<_> = kept.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names.len(), 3);
    assert!(names.is_sorted_by(|a, b| a > b), "newest first: {names:?}");
    assert!(!first.exists());
}

#[test]
fn evidence_goes_with_the_last_backup_that_refers_to_it() {
    let made = Made::new();
    let second = Blobs::of(&made.folder).write(&mut b"to be purged".as_slice()).unwrap();
    let first = made.auto(NOW, 2);
    let beside = first.parent().unwrap().join(blobs::FOLDER);
    Blobs::of(&made.folder).purge(&second.name).unwrap();
    made.auto(NOW + 1, 2);
    assert!(beside.join(&second.name).exists(), "the first backup still refers to it");
    made.auto(NOW + 2, 2);
    assert!(!beside.join(&second.name).exists());
    assert!(beside.join(&made.blob.name).exists());
}

#[test]
fn a_backup_that_cannot_be_read_protects_the_evidence() {
    let made = Made::new();
    let first = made.auto(NOW, 1);
    let beside = first.parent().unwrap().join(blobs::FOLDER);
    let whole = fs::read(&first).unwrap();
    fs::write(&first, &whole[..whole.len() / 2]).unwrap();
    fs::write(beside.join("f".repeat(32)), b"of the unreadable one").unwrap();
    let second = made.auto(NOW + 1, 1);
    // Its header can be read, so it is old and goes; then nothing refers to the foreign file.
    assert!(!first.exists() && !beside.join("f".repeat(32)).exists());
    fs::write(&second, &whole[..50]).unwrap();
    fs::write(beside.join("e".repeat(32)), b"of the unreadable one").unwrap();
    let third = made.auto(NOW + 2, 1);
    assert!(second.exists() && beside.join("e".repeat(32)).exists(), "nothing is removed that may be needed");
    restore(&third, &made.path("new"), &mut quiet).unwrap();
    made.check(&made.path("new"));
}

#[test]
fn damaged_evidence_beside_a_backup_is_noticed_and_replaced_by_the_next_one() {
    let made = Made::new();
    let file = made.auto(NOW, 5);
    let evidence = file.parent().unwrap().join(blobs::FOLDER).join(&made.blob.name);
    let whole = fs::read(&evidence).unwrap();
    let mut bad = whole.clone();
    bad[5000] ^= 1;
    fs::write(&evidence, bad).unwrap();
    assert!(matches!(verify(&file, &mut quiet), Err(StoreError::Damaged { .. })));
    assert!(matches!(restore(&file, &made.path("new"), &mut quiet), Err(StoreError::Damaged { .. })));
    fs::write(&evidence, &whole[..9]).unwrap();
    assert!(matches!(verify(&file, &mut quiet), Err(StoreError::Truncated { .. })));
    let next = made.auto(NOW + 1, 5);
    verify(&next, &mut quiet).unwrap();
    verify(&file, &mut quiet).unwrap();
    fs::remove_file(&evidence).unwrap();
    assert!(matches!(verify(&next, &mut quiet), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_clock_set_back_does_not_remove_the_backup_just_made() {
    let made = Made::new();
    made.auto(NOW, 2);
    made.auto(NOW + 1, 2);
    let newest = made.auto(NOW - 1_000_000, 2);
    assert!(newest.exists());
}

#[test]
fn the_name_tells_the_time() {
    assert_eq!(file_stamp(1_795_250_000_123), "20261121T083320.123Z");
}
