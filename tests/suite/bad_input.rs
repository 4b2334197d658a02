//! What people and accidents hand to the program: each gives a message in Japanese that says what and where.

use app::ErrorDto;
use i18n::{Arg, Lang};
use kansa_tests::database::connect;
use kansa_tests::office::{LOGIN, Office, PASSPHRASE};
use serde_json::json;

/// The Japanese message of a failure: it exists, every variable in it is given, and what is given stands in it.
pub(crate) fn message(error: &ErrorDto) -> String {
    let key = format!("error-{}", error.code);
    let variables = i18n::variables(&key).unwrap_or_else(|| panic!("{key} has no words"));
    let args: Vec<(&str, Arg<'_>)> = error.args.iter().map(|(name, value)| (name.as_str(), value.into())).collect();
    let text = i18n::text(Lang::Ja, &key, &args);
    for variable in variables {
        let given = error.args.get(*variable).unwrap_or_else(|| panic!("{key} lacks {variable}: {error:?}"));
        assert!(text.contains(given.as_str()), "{key} does not show {variable}: {text}");
    }
    assert!(text.chars().count() >= 6 && !text.is_ascii(), "{key} says something in Japanese: {text}");
    text
}

/// The failure with this code, and its message.
pub(crate) fn check(error: &ErrorDto, code: &str) -> String {
    assert_eq!(error.code, code, "{error:?}");
    message(error)
}

#[test]
fn a_wrong_passphrase_says_so_and_after_five_the_next_one_waits() {
    let office = Office::created();
    office.call("workspace.lock", json!({}));
    for n in 0..5 {
        let wrong = json!({ "login": LOGIN, "passphrase": format!("違う合言葉 {n}") });
        check(&office.refused("workspace.unlock", wrong), "wrong-key");
    }
    let right = json!({ "login": LOGIN, "passphrase": PASSPHRASE });
    let waits = office.refused("workspace.unlock", right);
    let text = check(&waits, "too-many-attempts");
    assert!(text.contains(&waits.args["seconds"]), "{text}");
}

#[test]
fn a_folder_that_is_no_workspace_says_which_folder() {
    let office = Office::new();
    std::fs::create_dir(office.folder.path().join("写真")).unwrap();
    std::fs::write(office.folder.path().join("写真/a.png"), b"x").unwrap();
    for name in ["写真", "どこにもない", "写真/a.png"] {
        let error = office.refused("workspace.open", json!({ "folder": office.handle(name) }));
        assert!(check(&error, "not-a-workspace").contains(name), "{error:?}");
    }
    let error = office.refused("workspace.open", json!({ "folder": "h999" }));
    check(&error, "no-such-file");
}

#[test]
fn a_workspace_of_a_newer_program_is_left_alone() {
    let office = Office::created();
    office.call("workspace.close", json!({}));
    connect(&office.workspace()).pragma_update(None, "user_version", store::migrations::SCHEMA + 1).unwrap();
    let before = files(&office);
    office.call("workspace.open", json!({ "folder": office.handle("ws") }));
    let unlock = json!({ "login": LOGIN, "passphrase": PASSPHRASE });
    check(&office.refused("workspace.unlock", unlock), "newer-version");
    assert_eq!(files(&office), before, "not a byte was written");
}

/// The names and contents of what is kept. The lock, and what SQLite keeps beside an open file, come and go.
fn files(office: &Office) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(office.workspace()).unwrap().map(|entry| entry.unwrap().path());
    let kept = |name: &str| name == "slots" || name.ends_with(".db");
    let mut files: Vec<_> = entries
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path))
        .filter(|(name, _)| kept(name))
        .map(|(name, path)| (name, std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn a_file_that_is_no_workbook_says_which_file_and_why() {
    let office = Office::created();
    let sheet = b"PK\x03\x04 and then nothing that a workbook has".to_vec();
    for (name, bytes) in [
        ("回答.xlsx", Vec::new()),
        ("回答.xlsx", b"%PDF-1.7 report".to_vec()),
        ("回答.xlsx", sheet),
        ("回答.xlsx", vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
        ("回答.xls", b"<html><table><tr><td>1</td></tr></table></html>".to_vec()),
        ("~$回答.xlsx", b"lock".to_vec()),
        ("回答.xlsx", vec![0; 4_000]),
    ] {
        let handle = office.app.put(name, bytes);
        let error = office.refused("import.read", json!({ "handle": handle }));
        let text = check(&error, "import-unreadable");
        assert!(text.contains(name), "{text}");
    }
    // A workbook that is nobody's form is read, and the preview says that nothing in it is ours.
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().write(0, 0, "売上").unwrap();
    let handle = office.app.put("売上.xlsx", workbook.save_to_buffer().unwrap());
    let preview = office.call("import.read", json!({ "handle": handle }));
    assert_eq!(preview["forms"], json!([]));
    assert_eq!(preview["diagnostics"][0]["code"], "no-form", "{preview}");
}

#[test]
fn a_file_that_is_no_backup_says_which_file() {
    let office = Office::created();
    std::fs::write(office.folder.path().join("b.kansa-backup"), b"no backup at all").unwrap();
    let request = json!({ "file": office.handle("b.kansa-backup"), "folder": office.handle("back") });
    let error = office.refused("workspace.restore", request);
    assert!(check(&error, "not-a-backup").contains("b.kansa-backup"));
    assert!(!office.folder.path().join("back").exists(), "nothing half is left");
}

/// Every code that a failure of the store has, with its words.
#[test]
fn a_request_that_is_none_is_refused_in_words() {
    let office = Office::created();
    for (name, request) in [
        ("department.save", json!({})),
        ("department.save", json!([])),
        ("answer.set", json!({ "target": "x", "items": 3, "verdict": null })),
        ("finding.get", json!({ "id": "not an id" })),
    ] {
        check(&office.refused(name, request), "bad-request");
    }
    check(&office.refused("no.such", json!({})), "unknown-command");
    check(&office.refused("finding.get", json!({ "id": "00000000-0000-7000-8000-000000000000" })), "not-found");
}
