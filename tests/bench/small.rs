//! What needs no large workspace: packs, the size of the journal, long lists of findings.

use crate::Options;
use crate::probe::{median_of, timed};
use crate::table::Table;
use app::bench_data::{Size, fill};
use domain::pack::{Lists, parse};
use kansa_tests::database::connect;
use kansa_tests::office::{Office, root};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;

/// Reading a pack of five hundred items from its texts.
pub(crate) fn pack(_: &Options, table: &mut Table) {
    let text = |name: &str| fs::read_to_string(root().join("checklists").join(name)).unwrap();
    let lists = Lists::parse(&text("topics.toml"), &text("look_at.toml")).unwrap();
    let entries = fs::read_dir(root().join("checklists/hyogo/2024-05")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: BTreeMap<String, String> = entries
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect();
    let known = parse(&files, &lists).unwrap().items.len();
    let mut more = String::from("[[clause]]\nid = \"99\"\ntitle = \"計測\"\n");
    for n in known..500 {
        let clause = format!("99.{n}");
        more.push_str(&format!(
            "[[clause]]\nid = \"{clause}\"\ntitle = \"計測のための条項\"\nparent = \"99\"\nen = {{ title = \"A clause\" }}\n\
             [[item]]\nid = \"hyogo:{clause}-1\"\nclause = \"{clause}\"\nduty = \"must\"\nforms = [\"audit\", \"self:head\"]\n\
             answers = [\"ciso\"]\ntargets = [\"organisation\"]\ntopic = \"audit_execution\"\nweight = 2\n\
             question = \"CISOは、情報セキュリティ監査統括責任者に命じて、定期的に、また必要なときに、監査を行わせているか。\"\n\
             look_at = [\"doc:audit_plan\"]\nhow = [\"inspection\"]\nnote = \"条文に間隔はない。\"\n[item.en]\ntitle = \"Audits\"\n\
             question = \"Does the CISO have the head of audit carry out audits regularly and whenever needed?\"\n"
        ));
    }
    files.insert("99-bench.toml".to_owned(), more);
    let items = parse(&files, &lists).unwrap_or_else(|errors| panic!("{errors:?}")).items.len();
    assert_eq!(items, 500);
    let time = median_of(20, || drop(parse(&files, &lists)));
    let bare = median_of(20, || files.values().for_each(|text| drop(text.parse::<toml::Table>().unwrap())));
    table.beside("load a pack of 500 items", time, &format!("{bare:.2} ms (toml)"), 60.0, "ms");
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
        let time = median_of(3, || drop(office.call(command, request.clone())));
        table.most(&format!("{what} of {}", size.findings), time, 50.0, "ms");
    }
}
