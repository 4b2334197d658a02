//! A workspace that was cut off or in which bits have flipped: never a crash, never a wrong answer; a message that says
//! which part is damaged, and the rest is still there.

use crate::bad_input::message;
use app::ErrorDto;
use kansa_tests::office::{LOGIN, Office, PASSPHRASE, program};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A small workspace with something in every part, closed.
fn workspace() -> (Office, String) {
    let office = Office::created();
    let department = office.department("総務課");
    let auditor = office.person("江口 三郎", None, &["auditor"]);
    let audit = office.started("audit", &[&department], &[&auditor]);
    let target = office.targets(&audit).remove(0);
    let items = office.items(&target);
    office.judge(&target, &items, "conforming");
    let handle = office.app.put("鍵.txt", "鍵の写真".repeat(20_000).into_bytes());
    let evidence = json!([{ "handle": handle, "name": "", "source": "", "place": "", "class_level": "2" }]);
    office.call("evidence.attach", json!({ "target": target, "item": items[0], "evidence": evidence }));
    office.call("workspace.close", json!({}));
    (office, target)
}

/// A copy of the folder with one file changed.
struct Damaged {
    folder: PathBuf,
}

impl Damaged {
    fn of(office: &Office, name: &str, change: impl FnOnce(&mut Vec<u8>)) -> Damaged {
        let folder = office.folder.path().join("damaged");
        let _ = fs::remove_dir_all(&folder);
        copy(&office.workspace(), &folder.join("ws"));
        let path = folder.join("ws").join(name);
        let mut bytes = fs::read(&path).unwrap();
        change(&mut bytes);
        fs::write(&path, bytes).unwrap();
        Damaged { folder }
    }

    /// Opens it and looks at everything.
    fn look(&self, target: &str) -> Result<Value, ErrorDto> {
        let app = program(&self.folder.join("config"), Arc::new(app::env::SystemEnv));
        let handle = app.register_path(self.folder.join("ws"));
        app.call("workspace.open", json!({ "folder": handle }))?;
        app.call("workspace.unlock", json!({ "login": LOGIN, "passphrase": PASSPHRASE }))?;
        app.call("grid.get", json!({ "target": target }))?;
        app.call("journal.list", json!({ "device": null, "seq": null, "limit": 100 }))?;
        app.call("workspace.verify", json!({ "anchor": null }))
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn names(office: &Office) -> Vec<String> {
    let entries = fs::read_dir(office.workspace()).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn database(office: &Office) -> String {
    names(office).into_iter().find(|name| name.ends_with(".db")).unwrap()
}

/// A failure that says which part it is about. Whatever the bits say, they are never taken for a wrong passphrase.
fn expect(outcome: Result<Value, ErrorDto>, codes: &[&str], place: &str) {
    let error = outcome.err().unwrap_or_else(|| panic!("{place}: the damage went unnoticed"));
    assert!(codes.contains(&error.code.as_str()), "{place}: {error:?}");
    message(&error);
}

#[test]
fn slots_that_are_cut_off_or_flipped_are_damaged() {
    let (office, target) = workspace();
    let size = fs::read(office.workspace().join("slots")).unwrap().len();
    // The first bytes say what kind of file it is, and the next which version: those may also read as another one's.
    let codes = ["damaged", "newer-version", "not-a-workspace"];
    for length in (0..size).step_by(17) {
        let damaged = Damaged::of(&office, "slots", |bytes| bytes.truncate(length));
        expect(damaged.look(&target), &codes, &format!("slots cut off at {length} of {size}"));
    }
    for place in (0..size).step_by(5) {
        let damaged = Damaged::of(&office, "slots", |bytes| bytes[place] ^= 1 << (place % 8));
        expect(damaged.look(&target), &codes, &format!("bit {} of byte {place} of slots", place % 8));
    }
}

#[test]
fn slots_that_are_gone_are_not_taken_for_an_empty_folder() {
    let (office, target) = workspace();
    let damaged = Damaged::of(&office, "slots", Vec::clear);
    fs::remove_file(damaged.folder.join("ws/slots")).unwrap();
    expect(damaged.look(&target), &["damaged"], "slots gone");
}

#[test]
fn a_database_that_is_cut_off_or_flipped_is_damaged_and_never_half_read() {
    let (office, target) = workspace();
    let name = database(&office);
    let size = fs::read(office.workspace().join(&name)).unwrap().len();
    for length in (0..size).step_by(size / 25 + 1) {
        let damaged = Damaged::of(&office, &name, |bytes| bytes.truncate(length));
        expect(damaged.look(&target), &["damaged"], &format!("database cut off at {length} of {size}"));
    }
    // SQLCipher writes its salt into the first sixteen bytes; ours stands in `slots`, so that they may be lost.
    for place in (16..size).step_by(size / 90 + 1) {
        let damaged = Damaged::of(&office, &name, |bytes| bytes[place] ^= 1 << (place % 8));
        expect(damaged.look(&target), &["damaged"], &format!("bit {} of byte {place} of the database", place % 8));
    }
}

#[test]
fn a_database_that_is_gone_or_another_ones_is_damaged() {
    let (office, target) = workspace();
    let name = database(&office);
    let damaged = Damaged::of(&office, &name, Vec::clear);
    expect(damaged.look(&target), &["damaged"], "an empty database");
    fs::remove_file(damaged.folder.join("ws").join(&name)).unwrap();
    expect(damaged.look(&target), &["damaged"], "no database");
    let (other, _) = workspace();
    let others = fs::read(other.workspace().join(database(&other))).unwrap();
    let damaged = Damaged::of(&office, &name, |bytes| *bytes = others);
    expect(damaged.look(&target), &["damaged"], "another workspace's database");
}

#[test]
fn evidence_that_is_damaged_is_found_by_name_and_the_rest_opens() {
    let (office, target) = workspace();
    let entry = fs::read_dir(office.workspace().join("blobs")).unwrap().next().unwrap().unwrap();
    let name = format!("blobs/{}", entry.file_name().into_string().unwrap());
    let size = fs::metadata(entry.path()).unwrap().len() as usize;
    let cut = [0, 1, size / 2, size - 1].map(|length| (length, None));
    let flipped = [3, 12, 30, size / 2, size - 1].map(|place| (size, Some(place)));
    for (length, place) in cut.into_iter().chain(flipped) {
        let damaged = Damaged::of(&office, &name, |bytes| {
            bytes.truncate(length);
            place.into_iter().for_each(|place| bytes[place] ^= 4);
        });
        let verified = damaged.look(&target).unwrap();
        assert_eq!(verified["problems"].as_array().unwrap().len(), 1, "{length} {place:?}: {verified}");
    }
}

#[test]
fn a_backup_that_is_cut_off_or_flipped_brings_nothing_back() {
    let (office, _) = workspace();
    office.unlock(LOGIN, PASSPHRASE);
    office.call("workspace.backup", json!({ "destination": office.handle("b.kansa-backup") }));
    let good = fs::read(office.folder.path().join("b.kansa-backup")).unwrap();
    let size = good.len();
    let try_it = |bytes: &[u8], place: &str| {
        fs::write(office.folder.path().join("c.kansa-backup"), bytes).unwrap();
        let back = office.folder.path().join("back");
        let other = program(&office.folder.path().join("other"), Arc::new(app::env::SystemEnv));
        let (file, folder) = (office.folder.path().join("c.kansa-backup"), back.clone());
        let request = json!({ "file": other.register_path(file), "folder": other.register_path(folder) });
        let codes = ["damaged", "not-a-backup", "newer-version"];
        expect(other.call("workspace.restore", request), &codes, place);
        assert!(!back.exists(), "{place}: something half was left");
    };
    for length in (0..size).step_by(size / 12 + 1) {
        try_it(&good[..length], &format!("backup cut off at {length} of {size}"));
    }
    for place in (0..size).step_by(size / 40 + 1) {
        let mut bytes = good.clone();
        bytes[place] ^= 1 << (place % 8);
        try_it(&bytes, &format!("bit {} of byte {place} of the backup", place % 8));
    }
}
