//! The folder of a checklist: taken in, handed on, and what is told about one that is broken or means harm.

use crate::common::Office;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn checklists() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../checklists")
}

/// A copy of a bundled edition as a folder, under another name.
fn folder(office: &Office, edition: &str) -> PathBuf {
    let to = office.folder.path().join(edition);
    fs::create_dir(&to).unwrap();
    for entry in fs::read_dir(checklists().join("kanagawa/2026-04")).unwrap().flatten() {
        let text = fs::read_to_string(entry.path()).unwrap();
        fs::write(
            to.join(entry.file_name()),
            text.replace("edition = \"2026-04\"", &format!("edition = \"{edition}\"")),
        )
        .unwrap();
    }
    to
}

#[test]
fn a_folder_is_taken_in_and_handed_on() {
    let office = Office::created();
    let path = folder(&office, "2027-01");
    fs::write(path.join(".DS_Store"), b"\0\xff").unwrap();
    let topics = "[[topic]]\nkey = \"local\"\nja = \"地域の定め\"\nen = \"Local rules\"\n";
    fs::write(path.join("topics.toml"), topics).unwrap();
    let policy = fs::read_to_string(path.join("policy.toml")).unwrap();
    let at = policy.find("topic = ").unwrap();
    let end = at + policy[at..].find('\n').unwrap();
    fs::write(path.join("policy.toml"), policy.replace(&policy[at..end], "topic = \"local\"")).unwrap();

    let handle = office.path("2027-01");
    let read = office.call("pack.read_folder", json!({ "handle": handle }));
    assert_eq!((read["mistakes"].clone(), read["known"].clone()), (json!([]), json!(false)));
    assert_eq!(read["row"]["edition"], "2027-01");
    let hash = office.call("pack.import", json!({ "handle": handle, "hash": null }))["output"]["hash"].clone();
    assert_eq!(hash, read["row"]["hash"]);
    assert_eq!(office.edition(&hash)["origin"], "imported");
    let detail = office.call("pack.get", json!({ "hash": hash }));
    assert!(detail["lists"]["topics"].as_array().unwrap().iter().any(|entry| entry["ja"] == "地域の定め"));
    assert_eq!(office.refused("pack.import", json!({ "handle": handle, "hash": null })).code, "edition-exists");
    assert_eq!(office.call("pack.read_folder", json!({ "handle": handle }))["known"], json!(true));

    let export = json!({ "hash": hash, "destination": office.path("."), "recipient": "青葉広域連合", "basis": "情報共有の申合せ" });
    let name = office.call("pack.export", export.clone())["output"]["name"].as_str().unwrap().to_owned();
    assert!(name.starts_with("【機密性") && name.ends_with("_2027-01.zip"), "{name}");
    assert_eq!(office.call("release.list", json!({}))[0]["kind"], "pack-zip");
    let mut nobody = export;
    nobody["recipient"] = json!(" ");
    assert_eq!(office.refused("pack.export", nobody).field.as_deref(), Some("recipient"));

    let other = Office::created();
    let zip = other.app.put(&name, fs::read(office.folder.path().join(&name)).unwrap());
    let taken = other.call("pack.import", json!({ "handle": zip, "hash": null }))["output"]["hash"].clone();
    assert_eq!(taken, hash, "the same edition under the same hash");
    other.call("journal.undo", json!({}));
    assert_eq!(other.call("pack.list", json!({})).as_array().unwrap().len(), 5);
    // A finished edition of one's own travels in the same way.
    let own = other.own_edition("wakaba", "2027-04");
    let own = other.call("own_pack.finish", json!({ "id": own }))["output"]["hash"].clone();
    let export = json!({ "hash": own, "destination": other.path("."), "recipient": "青葉", "basis": "申合せ" });
    let name = other.call("pack.export", export)["output"]["name"].as_str().unwrap().to_owned();
    // Others may hold it now: from here on it cannot be taken back and finished anew under the same name.
    assert_eq!(other.refused("journal.undo", json!({})).code, "edition-handed-out");
    let zip = office.app.put(&name, fs::read(other.folder.path().join(&name)).unwrap());
    let other_than_checked = json!({ "handle": zip, "hash": hash });
    assert_eq!(office.refused("pack.import", other_than_checked).code, "pack-changed");
    assert_eq!(office.call("pack.import", json!({ "handle": zip, "hash": own }))["output"]["hash"], own);
}

fn codes(office: &Office, name: &str) -> Vec<(String, String)> {
    let read = office.call("pack.read_folder", json!({ "handle": office.path(name) }));
    assert!(read["row"].is_null());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let list = read["mistakes"].as_array().unwrap().iter();
    let mistakes = list.map(|one| (text(&one["file"]), text(&one["code"]))).collect();
    office.refused("pack.import", json!({ "handle": office.path(name), "hash": null }));
    mistakes
}

fn one(file: &str, code: &str) -> (String, String) {
    (file.to_owned(), code.to_owned())
}

#[test]
fn a_hostile_folder_is_told_and_never_followed() {
    let office = Office::created();
    let path = folder(&office, "2027-02");
    fs::write(path.join("policy2.toml"), b"# \xe3\x81\x82\n\xff = 1\n").unwrap();
    fs::write(path.join("liesmich.md"), "x").unwrap();
    fs::create_dir(path.join("sub")).unwrap();
    fs::write(path.join("wide.toml"), "#".repeat((1 << 20) + 1)).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", path.join("link.toml")).unwrap();
    let found = codes(&office, "2027-02");
    for expected in [
        one("policy2.toml", "not-utf8"),
        one("policy2.toml", "syntax"),
        one("liesmich.md", "not-toml"),
        one("sub", "not-a-file"),
        one("wide.toml", "too-large"),
        #[cfg(unix)]
        one("link.toml", "not-a-file"),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
    let read = office.call("pack.read_folder", json!({ "handle": office.path("2027-02") }));
    let utf8 = read["mistakes"].as_array().unwrap().iter().find(|one| one["code"] == "not-utf8").unwrap().clone();
    assert_eq!((utf8["line"].as_i64(), utf8["column"].as_i64()), (Some(2), Some(1)));

    fs::create_dir(office.folder.path().join("empty")).unwrap();
    assert_eq!(codes(&office, "empty"), [one("pack.toml", "no-pack-file")]);
    fs::create_dir(office.folder.path().join("many")).unwrap();
    for n in 0..200 {
        fs::write(office.folder.path().join(format!("many/{n}.toml")), "").unwrap();
    }
    assert_eq!(codes(&office, "many"), [one("", "too-many-files")]);
    fs::write(office.folder.path().join("no.zip"), "PK\u{3}\u{4}").unwrap();
    assert_eq!(office.refused("pack.read_folder", json!({ "handle": office.path("no.zip") })).code, "not-a-pack");
    assert_eq!(office.refused("pack.read_folder", json!({ "handle": office.path("gone") })).code, "file-unreadable");
    assert_eq!(office.refused("pack.read_folder", json!({ "handle": "h999" })).code, "no-such-file");
}

#[test]
fn a_typo_says_where_and_a_folder_needs_no_workspace_to_be_looked_at() {
    let office = Office::new();
    let path = folder(&office, "2027-03");
    let text = fs::read_to_string(path.join("policy.toml")).unwrap();
    fs::write(path.join("policy.toml"), text.replacen("topic = \"", "topic = \"x", 1)).unwrap();
    let read = office.call("pack.read_folder", json!({ "handle": office.path("2027-03") }));
    let mistake = &read["mistakes"][0];
    assert_eq!((mistake["file"].as_str(), mistake["key"].as_str()), (Some("policy.toml"), Some("item.topic")));
    assert!(mistake["line"].as_i64().unwrap() > 1);
    assert_eq!(
        office.refused("pack.import", json!({ "handle": office.path("2027-03"), "hash": null })).code,
        "no-workspace"
    );
}
