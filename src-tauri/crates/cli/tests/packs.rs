//! `kansa packs check`: what it prints and how it ends.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn kansa(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kansa"));
    command.args(args).args(["--lang", "ja", "--config-dir"]).arg(folder.join("config")).output().unwrap()
}

/// A folder of this test alone, empty when it begins.
fn place(name: &str) -> PathBuf {
    let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).unwrap();
    place
}

fn bundled() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../checklists/kanagawa/2026-04")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_sound_folder_ends_with_its_counts_and_zero() {
    let place = place("sound");
    let done = kansa(&place, &["packs", "check", bundled().to_str().unwrap()]);
    assert!(done.status.success(), "{}", text(&done.stderr));
    let lines: Vec<String> = text(&done.stdout).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 1);
    assert!(lines[0].contains("kanagawa") && lines[0].contains("2026-04"), "{lines:?}");
}

#[test]
fn every_mistake_has_its_line_sorted_and_the_end_is_one() {
    let place = place("typos");
    for entry in fs::read_dir(bundled()).unwrap().flatten() {
        let text = fs::read_to_string(entry.path()).unwrap();
        let wrong = text.replacen("weight = ", "wieght = ", 2).replacen("kind = \"policy\"", "kind = \"polici\"", 1);
        fs::write(place.join(entry.file_name()), wrong).unwrap();
    }
    let done = kansa(&place, &["packs", "check", place.to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(1));
    let out = text(&done.stdout);
    let lines: Vec<&str> = out.lines().collect();
    let (last, mistakes) = lines.split_last().unwrap();
    assert!(last.contains(&mistakes.len().to_string()), "{last}");
    let place_of = |line: &str| {
        let mut parts = line.splitn(4, ':');
        let file = parts.next().unwrap().to_owned();
        (file, parts.next().unwrap().parse::<u32>().unwrap(), parts.next().unwrap().parse::<u32>().unwrap())
    };
    let places: Vec<_> = mistakes.iter().map(|line| place_of(line)).collect();
    assert!(places.is_sorted(), "{out}");
    assert!(mistakes.iter().any(|line| line.contains(": item.wieght: ") && line.contains("weight")), "{out}");
    assert!(mistakes.iter().any(|line| line.starts_with("pack.toml:") && line.contains(": pack.kind: ")), "{out}");

    let done = kansa(&place, &["packs", "check", place.to_str().unwrap(), "--json"]);
    assert_eq!(done.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(json["mistakes"].as_array().unwrap().len(), mistakes.len());
}

#[test]
fn what_is_no_folder_is_refused_and_a_wrong_call_ends_with_two() {
    let place = place("wrong");
    for (args, code) in [
        (&["packs", "check", "/nowhere/at/all"][..], 1),
        (&["packs", "check"], 2),
        (&["packs", "check", "a", "b"], 2),
        (&["packs", "chekc", "a"], 2),
        (&["packs", "import", "a"], 2),
    ] {
        let done = kansa(&place, args);
        assert_eq!(done.status.code(), Some(code), "{args:?}: {}", text(&done.stderr));
        assert!(done.stdout.is_empty() && !done.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn a_folder_is_taken_into_a_workspace_once() {
    let place = place("import");
    let folder = place.join("2027-01");
    fs::create_dir(&folder).unwrap();
    for entry in fs::read_dir(bundled()).unwrap().flatten() {
        let text = fs::read_to_string(entry.path()).unwrap();
        fs::write(folder.join(entry.file_name()), text.replacen("\"2026-04\"", "\"2027-01\"", 1)).unwrap();
    }
    let workspace = place.join("ws");
    let ws = workspace.to_str().unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kansa"));
        command.env("KANSA_PASSPHRASE", "若葉の監査2026").args(args).args(["--lang", "ja", "--login", "aoki"]);
        command.arg("--config-dir").arg(place.join("config")).output().unwrap()
    };
    let made = run(&["init", ws, "--office", "若葉町", "--person", "青木 一郎"]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let import = ["packs", "import", folder.to_str().unwrap(), "--workspace", ws];
    let done = run(&import);
    assert!(done.status.success(), "{}", text(&done.stderr));
    let list = text(&run(&["packs", "--workspace", ws]).stdout);
    assert!(list.contains("kanagawa 2027-01"), "{list}");
    let again = run(&import);
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("edition-exists"));
}
