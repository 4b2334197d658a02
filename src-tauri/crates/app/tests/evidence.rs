//! Evidence on its way in and on the screen: photographs by the dozen, workbooks, and what is not kept.

use crate::common::Office;
use serde_json::{Value, json};

const GENERAL: &str = "総務課";

/// The items of a target that are in scope.
fn items(office: &Office, target: &str) -> Vec<String> {
    let grid = office.call("grid.get", json!({ "target": target }));
    let rows = grid["rows"].as_array().unwrap().iter();
    rows.filter(|row| row["exclusion"].is_null()).map(|row| row["item"].as_str().unwrap().to_owned()).collect()
}

fn row(office: &Office, target: &str, item: &str) -> Value {
    let grid = office.call("grid.get", json!({ "target": target }));
    grid["rows"].as_array().unwrap().iter().find(|row| row["item"] == item).unwrap().clone()
}

#[test]
fn photographs_by_the_dozen_are_listed_looked_at_and_not_held_in_memory() {
    let office = Office::demo();
    let target = office.target("audit", GENERAL);
    let item = items(&office, &target)[30].clone();
    let photo = |n: u64| -> Vec<u8> {
        let mut seed = n;
        let next = |seed: &mut u64| {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            seed.to_le_bytes()
        };
        (0..4_000).flat_map(|_| next(&mut seed)).collect()
    };
    let handles: Vec<String> = (0..60).map(|n| office.app.put(&format!("写真{n}.jpg"), photo(n))).collect();
    let seen = office.app.blob(&handles[7], Some(0..100)).unwrap();
    assert_eq!((seen.bytes, seen.media_type.as_str()), (photo(7)[..100].to_vec(), "image/jpeg"), "before it is stored");
    let evidence: Vec<Value> = handles
        .iter()
        .map(|handle| json!({ "handle": handle, "name": "", "source": "視察", "place": "", "class_level": "" }))
        .collect();
    office.call("evidence.attach", json!({ "target": target, "item": item, "evidence": evidence }));
    assert!(office.app.blob(&handles[7], None).is_err(), "what is stored is let go of");
    let listed = office.call("evidence.list", json!({ "target": target, "item": item }));
    let rows = listed.as_array().unwrap();
    assert_eq!(rows.len(), 60);
    for n in [0, 7, 59] {
        assert_eq!(office.app.blob(rows[n]["blob"].as_str().unwrap(), None).unwrap().bytes, photo(n as u64));
    }
    assert_eq!(row(&office, &target, &item)["evidence"], json!(60));
    let tasks = office.call("home.get", json!({}))["tasks"].clone();
    assert!(tasks.as_array().unwrap().iter().any(|task| task["kind"] == "evidence-class-unknown"), "{tasks}");

    let left = office.app.put("残す.png", photo(1));
    office.call("file.forget", json!({ "handles": [left, "h9999"] }));
    assert!(office.app.blob(&left, None).is_err(), "what is left out is not held");
    let secret = office.app.register_path(office.folder.path().join("demo/slots"));
    assert!(office.app.blob(&secret, None).is_err(), "only images are shown before they are evidence");
}

#[test]
fn a_workbook_among_the_evidence_is_shown_as_plain_sheets() {
    let office = Office::demo();
    let target = office.target("audit", GENERAL);
    let item = items(&office, &target)[31].clone();
    let bytes = office.export_form(&target);
    let attach = |name: &str, bytes: Vec<u8>| {
        let handle = office.app.put(name, bytes);
        let new = json!([{ "handle": handle, "name": "", "source": "", "place": "", "class_level": "" }]);
        let done = office.call("evidence.attach", json!({ "target": target, "item": item, "evidence": new }));
        done["output"][0]["id"].clone()
    };
    let book = attach("点検票.xlsx", bytes);
    let sheets = office.call("evidence.sheets", json!({ "id": book }));
    let first = &sheets["sheets"][0];
    assert!(first["rows"].as_array().unwrap().iter().any(|row| row["cells"].to_string().contains(GENERAL)), "{first}");
    let long = (0..3000).map(|n| format!("{n},あ\r\n")).collect::<String>();
    let csv = attach("大きい.xlsx", long.into_bytes());
    let sheets = office.call("evidence.sheets", json!({ "id": csv }));
    assert_eq!(
        (sheets["sheets"][0]["rows"].as_array().unwrap().len(), &sheets["sheets"][0]["more"]),
        (1000, &json!(true))
    );
    let broken = attach("壊れた.xlsx", b"PK\x03\x04 and nothing else".to_vec());
    assert_eq!(office.refused("evidence.sheets", json!({ "id": broken })).code, "no-workbook");
    let names: Vec<_> =
        std::fs::read_dir(office.folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert!(
        !names.iter().any(|name| name.to_string_lossy().contains("大きい")),
        "nothing was written beside: {names:?}"
    );
}
