//! A workspace with a million answers and their journal: opening, switching, judging, looking for something.

use crate::Options;
use crate::probe::{calculated, median, median_of, timed};
use crate::table::Table;
use app::App;
use app::bench_data::{Size, fill};
use app::env::SystemEnv;
use kansa_tests::database::connect;
use kansa_tests::office::{LOGIN, Office, PASSPHRASE, program};
use rusqlite::{Connection, params};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of the large workspace, made if it is not there.
fn workspace(options: &Options, office: &Office) -> PathBuf {
    let folder = options.keep.clone().unwrap_or_else(|| office.folder.path().to_owned());
    if folder.join("ws/slots").exists() {
        return folder;
    }
    std::fs::create_dir_all(&folder).unwrap();
    let app = program(&folder.join("config"), Arc::new(SystemEnv));
    let create = json!({ "folder": app.register_path(folder.join("ws")), "office": "計測", "person": "計測", "post": "",
        "login": LOGIN, "passphrase": PASSPHRASE });
    call(&app, "workspace.create", create);
    let size = Size {
        departments: 200,
        items: 500,
        years: if options.small { 1 } else { 9 },
        findings: options.scaled(1_000),
        singly: options.scaled(100_000),
    };
    let (time, answers) = timed(|| fill(&app, &size).unwrap());
    eprintln!("  {answers} answers in {:.0} s", time / 1e3);
    call(&app, "workspace.close", json!({}));
    folder
}

fn call(app: &App, name: &str, request: Value) -> Value {
    app.call(name, request.clone()).unwrap_or_else(|error| panic!("{name} {request}: {error:?}"))
}

/// Every row that is measured on the large workspace.
pub(crate) fn all(options: &Options, table: &mut Table) {
    let office = Office::new();
    let folder = workspace(options, &office);
    let app = program(&folder.join("config"), Arc::new(SystemEnv));
    open(&app, &folder, table);
    let targets = targets(&app);
    switch(&app, &folder, &targets, table);
    verdict(&app, &folder, &targets, table);
    lists(&app, table);
}

fn unlock(app: &App, folder: &Path) {
    call(app, "workspace.open", json!({ "folder": app.register_path(folder.join("ws")) }));
    call(app, "workspace.unlock", json!({ "login": LOGIN, "passphrase": PASSPHRASE }));
}

/// From the passphrase, whose derivation is made quick here, to the first screen.
fn open(app: &App, folder: &Path, table: &mut Table) {
    let time = median_of(5, || {
        call(app, "workspace.close", json!({}));
        unlock(app, folder);
    });
    let bare = median_of(5, || drop(connect(&folder.join("ws"))));
    table.beside("open a workspace of 1,000,000 answers", time, &format!("{bare:.2} ms (SQLCipher)"), 300.0, "ms");
}

/// Targets from all years.
fn targets(app: &App) -> Vec<String> {
    let list = call(app, "engagement.list", json!({ "kind": "audit", "fiscal_year": null }));
    let targets = list.as_array().unwrap().iter().flat_map(|engagement| {
        let detail = call(app, "engagement.get", json!({ "id": engagement["id"] }));
        let rows = detail["targets"].as_array().unwrap().clone();
        rows.into_iter().map(|row| row["id"].as_str().unwrap().to_owned()).step_by(17)
    });
    targets.collect()
}

fn switch(app: &App, folder: &Path, targets: &[String], table: &mut Table) {
    let other = connect(&folder.join("ws"));
    let (mut times, mut bare) = (Vec::new(), Vec::new());
    for target in targets.iter().take(60) {
        times.push(timed(|| call(app, "grid.get", json!({ "target": target }))).0);
        let id: domain::Id = target.parse().unwrap();
        let sql = "SELECT id, item, verdict, note FROM answer WHERE target = ?1";
        bare.push(timed(|| read(&other, sql, id.as_bytes())).0);
    }
    let most = times.iter().copied().fold(0.0, f64::max);
    let bare = median(bare);
    let beside = format!("{bare:.2} ms (one SELECT)");
    table.beside("switch to any of its engagements, 500 items, median", median(times), &beside, 50.0, "ms");
    table.most("… the slowest of 60", most, 50.0, "ms");
}

fn read(conn: &Connection, sql: &str, id: &[u8; 16]) -> usize {
    let mut statement = conn.prepare_cached(sql).unwrap();
    let rows = statement.query_map([id.as_slice()], |row| {
        Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
    });
    rows.unwrap().count()
}

/// How many verdicts are recorded in a row, and how often, in turns with as many bare commits.
const BLOCK: usize = 100;
const BLOCKS: usize = 5;

fn verdict(app: &App, folder: &Path, targets: &[String], table: &mut Table) {
    let workspace = folder.join("ws");
    let other = connect(&workspace);
    let bare_table = "DROP TABLE IF EXISTS bench_bare;
        CREATE TABLE bench_bare (id BLOB NOT NULL PRIMARY KEY, verdict TEXT NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO bench_bare SELECT id, verdict FROM answer LIMIT 100000;";
    other.execute_batch(bare_table).unwrap();
    let ids: Vec<Vec<u8>> = (other.prepare("SELECT id FROM bench_bare ORDER BY id LIMIT -1 OFFSET 17").unwrap())
        .query_map([], |row| row.get(0))
        .unwrap()
        .step_by(173)
        .collect::<Result<_, _>>()
        .unwrap();
    let cells = cells(app, targets);
    let (mut times, mut bare, mut cpu, mut wal, mut commits) = (Vec::new(), Vec::new(), Vec::new(), 0, 0);
    for block in 0..BLOCKS {
        let here = &cells[block * BLOCK..(block + 1) * BLOCK];
        // The first one of a block finds the pages that the other connection has made stale.
        judge(app, &cells[BLOCK * BLOCKS + block], "not_applicable");
        checkpoint(&other);
        for (n, cell) in here.iter().enumerate() {
            let verdict = ["conforming", "partial", "nonconforming"][(n + block) % 3];
            let before = calculated();
            times.push(timed(|| judge(app, cell, verdict)).0);
            cpu.extend(calculated().zip(before).map(|(after, before)| after - before));
        }
        let (bytes, ended) = log(&workspace);
        wal += bytes;
        commits += ended;
        for (n, id) in ids.iter().cycle().skip(block * BLOCK).take(BLOCK + 1).enumerate() {
            let verdict = format!("bare {block} {n}");
            let sql = "UPDATE bench_bare SET verdict = ?2 WHERE id = ?1";
            let (time, changed) = timed(|| other.prepare_cached(sql).unwrap().execute(params![id, verdict]).unwrap());
            assert_eq!(changed, 1);
            bare.extend((n > 0).then_some(time));
        }
    }
    other.execute_batch("DROP TABLE bench_bare").unwrap();
    let count = (BLOCK * BLOCKS) as f64;
    table.ratio("record a verdict on an open item, durable, median", median(times), median(bare), 2.0);
    table.most("… transactions", commits as f64 / count, 1.0, "each");
    table.most("… CPU, median", median(cpu), 1.0, "ms");
    table.most("… written to the log", wal as f64 / count / 1e3, 40.0, "KB each");
}

/// Items of this year's audit that nobody has answered, spread over departments.
fn cells(app: &App, targets: &[String]) -> Vec<(String, String)> {
    let running =
        targets.iter().filter(|target| call(app, "grid.get", json!({ "target": target }))["state"] == "fieldwork");
    let mut cells: Vec<(usize, String, String)> = Vec::new();
    for target in running {
        let grid = call(app, "grid.get", json!({ "target": target }));
        let open = grid["rows"].as_array().unwrap().iter().filter(|row| row["answer"].is_null());
        let items = open.map(|row| row["item"].as_str().unwrap().to_owned());
        cells.extend(items.enumerate().map(|(n, item)| (n * 7919 % 500, target.clone(), item)));
    }
    cells.sort();
    cells.into_iter().map(|(_, target, item)| (target, item)).collect()
}

fn judge(app: &App, (target, item): &(String, String), verdict: &str) {
    call(app, "answer.set", json!({ "target": target, "items": [item], "verdict": verdict }));
}

fn checkpoint(conn: &Connection) {
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
}

/// The size of the log since it was emptied, and how many transactions ended in it: their last frame says how many
/// pages the database has then, the others say nothing there.
fn log(workspace: &Path) -> (usize, usize) {
    const HEADER: usize = 32;
    const FRAME: usize = 24 + 4096;
    let name = std::fs::read_dir(workspace).unwrap().map(|entry| entry.unwrap().path());
    let path = name.into_iter().find(|path| path.to_string_lossy().ends_with("-wal")).unwrap();
    let bytes = std::fs::read(path).unwrap();
    let salt = &bytes[16..24];
    let frames = bytes[HEADER..].chunks_exact(FRAME).take_while(|frame| &frame[8..16] == salt);
    let (mut size, mut ended) = (0, 0);
    for frame in frames {
        size += FRAME;
        ended += usize::from(frame[4..8] != [0; 4]);
    }
    (size, ended)
}

/// Every list and search a person meets.
fn lists(app: &App, table: &mut Table) {
    let this_year = json!({ "fiscal_year": null, "open": true });
    for (what, command, request) in [
        ("search: two characters", "search.find", json!({ "text": "鍵管" })),
        ("search: one character", "search.find", json!({ "text": "鍵" })),
        ("search: a sentence", "search.find", json!({ "text": "承認の印がなく" })),
        ("search: several words", "search.find", json!({ "text": "端末台帳 保存期間 現地" })),
        ("search: a number", "search.find", json!({ "text": "整理番号4210" })),
        ("search: nothing there", "search.find", json!({ "text": "無線基地局" })),
        ("list: journal", "journal.list", json!({ "device": null, "seq": null, "limit": 100 })),
        ("list: findings", "finding.list", this_year),
        ("list: departments", "department.list", json!({})),
        ("list: audits of a year", "engagement.list", json!({ "kind": "audit", "fiscal_year": 2026 })),
        ("list: what undo would do", "undo.state", json!({})),
        ("home", "home.get", json!({})),
    ] {
        let time = median_of(5, || drop(call(app, command, request.clone())));
        table.most(what, time, 50.0, "ms");
    }
}
