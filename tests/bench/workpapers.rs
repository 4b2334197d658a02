//! Workpapers of 500 items as PDF, and 500 photographs taken in, listed and looked at.

use crate::Options;
use crate::papers::{in_child, open, prepared, target};
use crate::probe::{median, peak, timed};
use crate::table::Table;
use app::App;
use app::bench_data::Size;
use kansa_tests::office::{LOGIN, PASSPHRASE};
use serde_json::{Value, json};
use std::path::Path;

/// How large a photograph is.
const PHOTO: usize = 4_000_000;

/// How many are dropped at once.
const AT_ONCE: usize = 10;

/// The workpapers of one target.
pub(crate) fn papers(options: &Options, table: &mut Table) {
    let items = options.scaled(500);
    let office = prepared(Size { departments: 1, items, years: 1, findings: options.scaled(50), singly: 0 });
    let said = in_child("workpapers", office.folder.path());
    let number = |name: &str| said[name].as_f64().unwrap();
    table.most("workpapers of 500 items, PDF", number("ms") / 1e3, 2.0, "s");
    table.most("… memory", number("peak"), 200.0, "MB");
    table.most("… file", number("bytes") / 1e6, 3.0, "MB");
}

pub(crate) fn make(folder: &Path) -> Value {
    let app = open(folder);
    let list = app.call("engagement.list", json!({ "kind": "audit", "fiscal_year": null })).unwrap();
    let request = json!({ "engagement": list[0]["id"], "target": null, "destination": app.register_path(folder.to_owned()),
        "recipient": "監査統括責任者", "basis": "計測" });
    let (ms, exported) = timed(|| app.call("workpaper.export", request).unwrap());
    json!({ "ms": ms, "bytes": exported["output"]["size"] })
}

/// Photographs of one item.
pub(crate) fn photos(options: &Options, table: &mut Table) {
    let office = prepared(Size { departments: 1, items: 10, years: 1, findings: 0, singly: 0 });
    std::fs::write(office.folder.path().join("count"), options.scaled(500).to_string()).unwrap();
    let said = in_child("photos", office.folder.path());
    let number = |name: &str| said[name].as_f64().unwrap();
    // Beside it, the same bytes written and synced as they are.
    table.ratio("take in a photograph of 4 MB", number("attach"), number("bare"), 3.0);
    table.most("list 500 photographs of an item", number("list"), 50.0, "ms");
    table.most("… open the grid beside them", number("grid"), 50.0, "ms");
    table.most("… open one of them", number("view"), 50.0, "ms");
    table.ratio("… back up all of them, 2 GB", number("backup"), number("copy"), 4.0);
    table.ratio("… restore them", number("restore"), number("copy"), 4.0);
    table.most("… memory", number("peak"), 200.0, "MB");
}

/// Noise under the name of a photograph, another one each time.
fn noise(mut seed: u64) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(PHOTO);
    while bytes.len() < PHOTO {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        bytes.extend_from_slice(&seed.to_le_bytes());
    }
    bytes
}

pub(crate) fn attach(folder: &Path) -> Value {
    use std::io::Write;
    let app = open(folder);
    let count: usize = std::fs::read_to_string(folder.join("count")).unwrap().parse().unwrap();
    let target = target(&app, "audit");
    let grid = || app.call("grid.get", json!({ "target": target })).unwrap();
    let item = grid()["rows"][0]["item"].clone();
    let (mut attached, mut bare) = (Vec::new(), Vec::new());
    let all: Vec<usize> = (0..count).collect();
    for some in all.chunks(AT_ONCE) {
        let photos: Vec<Vec<u8>> = some.iter().map(|n| noise(*n as u64 + 1)).collect();
        bare.push(
            timed(|| {
                let mut file = std::fs::File::create(folder.join("bare")).unwrap();
                file.write_all(&photos[0]).unwrap();
                file.sync_all().unwrap();
            })
            .0,
        );
        let evidence: Vec<Value> = photos
            .into_iter()
            .zip(some)
            .map(|(bytes, n)| {
                let handle = app.put(&format!("写真{n}.jpg"), bytes);
                json!({ "handle": handle, "name": "", "source": "視察", "place": "", "class_level": "2" })
            })
            .collect();
        let request = json!({ "target": target, "item": item, "evidence": evidence });
        attached.push(timed(|| app.call("evidence.attach", request).unwrap()).0 / some.len() as f64);
    }
    let (list, listed) = timed(|| app.call("evidence.list", json!({ "target": target, "item": item })).unwrap());
    let rows = listed.as_array().unwrap();
    assert_eq!(rows.len(), count, "every photograph is there");
    let views: Vec<f64> = rows
        .iter()
        .step_by((count / 20).max(1))
        .map(|row| {
            let blob = row["blob"].as_str().unwrap();
            let (ms, part) = timed(|| app.blob(blob, None).unwrap());
            assert_eq!(part.bytes.len(), PHOTO);
            ms
        })
        .collect();
    let grid = timed(grid).0;
    let (backup, restore, copy) = there_and_back(&app, folder, rows[0]["blob"].as_str().unwrap());
    json!({ "attach": median(attached), "bare": median(bare), "list": list, "grid": grid, "view": median(views),
        "backup": backup, "restore": restore, "copy": copy, "peak": peak() })
}

/// Backs everything up to one file, restores it elsewhere, and copies the file as it is. Gives the times.
fn there_and_back(app: &App, folder: &Path, blob: &str) -> (f64, f64, f64) {
    let file = folder.join("b.kansa-backup");
    let call = |name: &str, request: Value| app.call(name, request).unwrap();
    let handle = || app.register_path(file.clone());
    let before = app.blob(blob, None).unwrap().bytes;
    let (backup, _) = timed(|| call("workspace.backup", json!({ "destination": handle() })));
    let (copy, _) = timed(|| {
        std::fs::copy(&file, folder.join("copy")).unwrap();
        std::fs::File::open(folder.join("copy")).unwrap().sync_all().unwrap();
    });
    std::fs::remove_file(folder.join("copy")).unwrap();
    call("workspace.close", json!({}));
    let there = app.register_path(folder.join("restored"));
    let (restore, _) = timed(|| call("workspace.restore", json!({ "file": handle(), "folder": there })));
    call("workspace.unlock", json!({ "login": LOGIN, "passphrase": PASSPHRASE }));
    assert!(app.blob(blob, None).unwrap().bytes == before, "what comes back is what was taken in");
    (backup, restore, copy)
}
