//! What needs no large workspace: packs, the size of the journal, long lists of findings.

use crate::Options;
use crate::probe::{median_of, timed};
use crate::table::Table;
use app::bench_data::{Size, fill, fill_findings};
use domain::pack::{Lists, parse};
use kansa_tests::database::connect;
use kansa_tests::office::{Office, root};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Reading every pack that comes with the program from its texts, as the first screen that needs one does.
pub(crate) fn pack(_: &Options, table: &mut Table) {
    let text = |name: &str| fs::read_to_string(root().join("checklists").join(name)).unwrap();
    let (topics, look_at) = (text("topics.toml"), text("look_at.toml"));
    let inside =
        |path: &Path| -> Vec<PathBuf> { fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect() };
    let folders: Vec<PathBuf> = inside(&root().join("checklists"));
    let editions = folders.iter().filter(|path| path.is_dir()).flat_map(|path| inside(path));
    let packs: Vec<BTreeMap<String, String>> = editions
        .map(|edition| {
            let named = |path: PathBuf| {
                (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap())
            };
            inside(&edition).into_iter().map(named).collect()
        })
        .collect();
    let load = || {
        let lists = Lists::parse(&topics, &look_at).unwrap();
        packs.iter().map(|files| parse(files, &lists).unwrap().items.len()).sum::<usize>()
    };
    let items = load();
    let bare = || packs.iter().flat_map(BTreeMap::values).for_each(|text| drop(text.parse::<toml::Table>().unwrap()));
    let (time, bare) = (median_of(20, || assert!(load() > 0)), median_of(20, bare));
    let what = format!("load all {} packs, {items} items", packs.len());
    table.beside(&what, time, &format!("{bare:.2} ms (toml)"), 60.0, "ms");
}

/// Finding items in all bundled packs, and the table of topics × standards.
pub(crate) fn standards(_: &Options, table: &mut Table) {
    let office = Office::created();
    let request = |text: &str| json!({ "text": text, "duty": null, "role": null, "form": null, "target": null, "topic": null, "editions": [] });
    let (cold, found) = timed(|| office.call("pack.search", request("")));
    let items: usize = found.as_array().unwrap().iter().map(|one| one["items"].as_array().unwrap().len()).sum();
    table.most(&format!("search of {items} items, the first with reading and folding all packs"), cold, 80.0, "ms");
    for text in ["ﾛｸﾞ", "機密性　システム管理者", ""] {
        let time = median_of(20, || drop(office.call("pack.search", request(text))));
        table.most(&format!("pack.search 「{text}」 in {items} items"), time, 20.0, "ms");
    }
    let time = median_of(20, || drop(office.call("pack.crosswalk", json!({ "editions": [] }))));
    table.most("pack.crosswalk of all packs", time, 50.0, "ms");
}

/// Proposing the items of an audit, with five years behind it.
pub(crate) fn scope(options: &Options, table: &mut Table) {
    let office = Office::created();
    let years = if options.small { 2 } else { 6 };
    fill(&office.app, &Size { departments: 5, items: 523, years, findings: 20, singly: 0 }).unwrap();
    let audits = office.call("engagement.list", json!({ "kind": "audit", "fiscal_year": null }));
    let request = json!({ "engagement": audits[0]["id"], "topics": [], "words": "端末、認証", "wanted": 45 });
    let proposal = office.call("scope.propose", request.clone());
    let items = proposal["rows"].as_array().unwrap().len();
    let time = median_of(20, || drop(office.call("scope.propose", request.clone())));
    let what = format!("scope.propose of {items} items at 5 departments, {} years behind", years - 1);
    table.most(&what, time, 50.0, "ms");
}

/// What the journal takes for five hundred items with four hundred characters each, written in three goes.
pub(crate) fn journal(_: &Options, table: &mut Table) {
    let office = Office::created();
    fill(&office.app, &Size { departments: 1, items: 500, years: 1, findings: 0, singly: 0 }).unwrap();
    let engagements = office.call("engagement.list", json!({ "kind": "audit", "fiscal_year": null }));
    let target = office.targets(engagements[0]["id"].as_str().unwrap()).remove(0);
    let conn = connect(&office.workspace());
    let sizes = || {
        let sum = "SELECT sum(pgsize) FROM dbstat WHERE name IN ('op', 'op_change', 'op_image', 'op_change_row')";
        // Without dbstat: what the rows hold, and what a row and its keys take besides.
        let rows = "SELECT sum(length(CAST(before AS BLOB)) + length(CAST(after AS BLOB)) + 40) FROM op_image";
        let changes = "SELECT sum(length(columns) + 190) FROM op_change";
        let ops = "SELECT count(*) * 180 FROM op";
        let number = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, f64>(0));
        number(sum).unwrap_or_else(|_| number(rows).unwrap() + number(changes).unwrap() + number(ops).unwrap())
    };
    let before = sizes();
    let text: String = "所見欄に書かれる文章".chars().cycle().take(400).collect();
    for item in office.items(&target) {
        for share in [133, 266, 400] {
            let part: String = text.chars().take(share).collect();
            office.call("answer.write", json!({ "target": target, "item": item, "field": "note", "text": part }));
        }
    }
    let bare = format!("{:.2} MB (the texts)", 500.0 * text.len() as f64 / 1e6);
    table.beside("journal of 500 items × 400 characters", (sizes() - before) / 1e6, &bare, 5.0, "MB");
}

/// A list of a hundred thousand findings.
pub(crate) fn findings(options: &Options, table: &mut Table) {
    let office = Office::created();
    let size = Size { departments: 200, items: 500, years: 1, findings: options.scaled(100_000), singly: 0 };
    let (seconds, made) = timed(|| fill(&office.app, &Size { items: 5, ..size }).unwrap());
    eprintln!("  {made} answers and {} findings in {:.0} s", size.findings, seconds / 1e3);
    for (what, command, request) in [
        ("findings: search.find", "search.find", json!({ "text": "記録の様式" })),
        ("findings: finding.list, open ones of a year", "finding.list", json!({ "fiscal_year": 2026, "open": true })),
        ("findings: home.get", "home.get", json!({})),
    ] {
        let time = median_of(3, || drop(office.answer(command, request.clone())));
        table.most(&format!("{what} of {}", size.findings), time, 50.0, "ms");
    }
}

/// Ten years of findings: everything a person sees of them, as the screens ask for it.
pub(crate) fn improvement(options: &Options, table: &mut Table) {
    let office = Office::created();
    let years = if options.small { 2 } else { 10 };
    let size = Size { departments: 50, items: 20, years, findings: options.scaled(1_000), singly: 0 };
    fill(&office.app, &size).unwrap();
    fill_findings(&office.app, &size).unwrap();
    let listed = office.call("finding.list", json!({ "fiscal_year": null, "open": false }));
    let count = listed.as_array().unwrap().len();
    for (what, command, request) in [
        ("finding.list, all years", "finding.list", json!({ "fiscal_year": null, "open": false })),
        ("finding.list, open ones", "finding.list", json!({ "fiscal_year": null, "open": true })),
        ("finding.list, one year", "finding.list", json!({ "fiscal_year": 2026, "open": false })),
        ("due.list", "due.list", json!({})),
        ("due.departments", "due.departments", json!({})),
        ("handover.list", "handover.list", json!({})),
    ] {
        let time = median_of(5, || drop(office.answer(command, request.clone())));
        table.most(&format!("{what} of {count} findings over {years} years"), time, 50.0, "ms");
    }
}
