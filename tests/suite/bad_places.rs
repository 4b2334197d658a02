//! Folders where a workspace cannot be kept: synchronised ones, and a disk that is full.

use crate::bad_input::check;
use kansa_tests::office::{LOGIN, Office, PASSPHRASE};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

fn create(office: &Office, folder: &str) -> Value {
    json!({ "folder": office.handle(folder), "office": "若葉町", "person": "青木 一郎", "post": "", "login": LOGIN,
        "passphrase": PASSPHRASE })
}

#[test]
fn a_synchronised_folder_is_refused_with_its_name_and_a_local_copy_is_offered() {
    let office = Office::created();
    office.department("総務課");
    office.call("workspace.close", json!({}));
    for (folder, service) in [("OneDrive/監査", "OneDrive"), ("Dropbox", "Dropbox"), ("OneDrive - 若葉町", "OneDrive")]
    {
        let error = office.refused("workspace.create", create(&office, folder));
        let text = check(&error, "synced-folder");
        assert!(text.contains(folder) && text.contains(service), "{text}");
        assert!(!office.folder.path().join(folder).exists(), "nothing was made there");
    }
    std::fs::create_dir(office.folder.path().join("OneDrive")).unwrap();
    std::fs::rename(office.workspace(), office.folder.path().join("OneDrive/ws")).unwrap();
    let there = office.handle("OneDrive/ws");
    check(&office.refused("workspace.open", json!({ "folder": there })), "synced-folder");
    let copy = json!({ "from": there, "to": office.handle("ws") });
    office.call("workspace.copy", copy);
    office.call("workspace.unlock", json!({ "login": LOGIN, "passphrase": PASSPHRASE }));
    assert_eq!(office.call("department.list", json!({}))[0]["name"], "総務課");
}

/// A small disk of its own, as far as the system allows to make one.
struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    fn mount(at: &'a Path, size: &str) -> Option<Disk<'a>> {
        std::fs::create_dir_all(at).unwrap();
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]).arg(at).output();
        done.is_ok_and(|done| done.status.success()).then_some(Disk(at))
    }

    fn grow(&self, size: &str) {
        let done = Command::new("mount").args(["-o", &format!("remount,size={size}")]).arg(self.0).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").args(["--lazy"]).arg(self.0).status();
    }
}

/// Fills the disk with answers and files until it is full. What was acknowledged before must be there, and once there
/// is room again work goes on.
#[test]
fn a_full_disk_is_said_so_and_nothing_acknowledged_is_lost() {
    let office = Office::new();
    let path = office.folder.path().join("disk");
    let disk = Disk::mount(&path, "4m");
    if disk.is_none() {
        // Only the administrator may mount. The database has a limit of its own that ends in the same error.
        println!("no disk of its own could be mounted here; the database is limited instead");
    }
    office.call("workspace.create", create(&office, "disk/ws"));
    let department = office.department("総務課");
    let auditor = office.person("江口 三郎", None, &["auditor"]);
    let audit = office.started("audit", &[&department], &[&auditor]);
    let target = office.targets(&audit).remove(0);
    let items = office.items(&target);
    office.judge(&target, &items[..3], "conforming");
    let write = |item: &String, n: usize| json!({ "target": target, "item": item, "field": "note", "text": format!("{n} {}", "所見。".repeat(3_000)) });
    if disk.is_none() {
        office.call("workspace.close", json!({}));
        limited(&path.join("ws"));
        return;
    }

    let (mut safe, mut error) = (Vec::new(), None);
    for n in 0..2_000 {
        let item = &items[n % items.len()];
        match office.app.call("answer.write", write(item, n)) {
            Ok(_) => safe.push((item.clone(), n)),
            Err(refused) => {
                error = Some(refused);
                break;
            }
        }
    }
    let error = error.expect("four megabytes are soon full");
    check(&error, "disk-full");
    assert!(safe.len() > 5, "some answers found room");
    let handle = office.app.put("大きい.txt", vec![b'x'; 8 << 20]);
    let evidence = json!([{ "handle": handle, "name": "", "source": "", "place": "", "class_level": "2" }]);
    let attach = json!({ "target": target, "item": items[0], "evidence": evidence });
    check(&office.refused("evidence.attach", attach.clone()), "disk-full");
    let backup = json!({ "destination": office.handle("disk/b.kansa-backup") });
    check(&office.refused("workspace.backup", backup), "disk-full");
    assert!(!path.join("b.kansa-backup").exists(), "no half backup is left");

    let there = |office: &Office| {
        let grid = office.call("grid.get", json!({ "target": target }));
        for row in grid["rows"].as_array().unwrap() {
            let Some((_, n)) = safe.iter().rev().find(|(item, _)| row["item"] == item.as_str()) else { continue };
            let note = row["answer"]["note"].as_str().unwrap();
            assert!(note.starts_with(&format!("{n} ")), "{}: {n} was acknowledged", row["item"]);
        }
    };
    there(&office);
    disk.as_ref().unwrap().grow("64m");
    office.call("answer.write", write(&items[0], 9_999));
    safe_again(&office, &attach);
    office.call("workspace.close", json!({}));
    office.call("workspace.open", json!({ "folder": office.handle("disk/ws") }));
    office.call("workspace.unlock", json!({ "login": LOGIN, "passphrase": PASSPHRASE }));
    assert_eq!(office.call("workspace.verify", json!({ "anchor": null }))["problems"], json!([]));
}

fn safe_again(office: &Office, attach: &Value) {
    office.call("evidence.attach", attach.clone());
    office.call("workspace.backup", json!({ "destination": office.handle("disk/b.kansa-backup") }));
}

/// The same on a database that may not grow: the operation is refused as a whole.
fn limited(folder: &Path) {
    use store::{OpMeta, StoreError, tables::Office as OfficeRow};
    let env = std::sync::Arc::new(app::env::SystemEnv);
    let (mut workspace, user) = store::Workspace::unlock(folder, env, LOGIN, PASSPHRASE).unwrap();
    let conn = workspace.store.connection();
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    conn.query_row(&format!("PRAGMA max_page_count = {}", pages + 2), [], |_| Ok(())).unwrap();
    let before = workspace.store.read().all::<OfficeRow>().unwrap();
    let meta = OpMeta { kind: "office.save", undo: true, actor: Some(user) };
    let outcome = workspace.store.transact::<_, StoreError>(meta, |tx| {
        tx.put(&OfficeRow { handling: "複製禁止".repeat(20_000), ..before[0].clone() })
    });
    check(&outcome.unwrap_err().into(), "disk-full");
    assert_eq!(workspace.store.read().all::<OfficeRow>().unwrap(), before);
    assert!(workspace.store.verify(None).unwrap().problems.is_empty());
}
