//! A checklist as it is handed out, filled in, saved again by another program, and taken back.

use kansa_tests::database::{connect, dump};
use kansa_tests::office::Office;
use kansa_tests::workbook::{fill, saved_again};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An office with one engagement of a kind: the program, the target and its items.
fn office(kind: &str) -> (Office, String, Vec<String>) {
    let office = Office::created();
    let department = office.department("総務課");
    let auditor = office.person("江口 三郎", None, &["auditor"]);
    let engagement = office.started(kind, &[&department], &[&auditor]);
    let target = office.targets(&engagement).remove(0);
    let items = office.items(&target);
    (office, target, items)
}

fn export(office: &Office, target: &str) -> Vec<u8> {
    let request = json!({ "target": target, "format": "xlsx", "destination": office.handle("."), "recipient": "総務課長", "basis": "点検要領" });
    let name = office.call("form.export", request)["output"]["name"].as_str().unwrap().to_owned();
    std::fs::read(office.folder.path().join(name)).unwrap()
}

fn import(office: &Office, name: &str, bytes: Vec<u8>) -> (Value, Value) {
    let handle = office.app.put(name, bytes);
    let preview = office.call("import.read", json!({ "handle": handle }));
    let commit = json!({ "files": [{ "token": preview["token"] }] });
    let committed = office.call("import.commit", commit);
    (preview, committed)
}

fn row(office: &Office, target: &str, item: &str) -> Value {
    let grid = office.call("grid.get", json!({ "target": target }));
    grid["rows"].as_array().unwrap().iter().find(|row| row["item"] == item).unwrap().clone()
}

#[test]
fn a_self_inspection_comes_back_through_another_program_and_is_taken_once() {
    let (office, target, items) = office("self_check");
    let sent = export(&office, &target);
    let filled = fill(
        &sent,
        &[
            ("field:contact", "value", "上田 内線12"),
            (&items[0], "answer", "はい"),
            (&items[0], "basis", "台帳を確認した。"),
            (&items[1], "answer", "いいえ"),
            (&items[1], "improvement", "手順を定める。"),
            (&items[1], "due", "令和9年3月31日"),
            (&items[2], "answer", "該当なし"),
            (&items[3], "answer", "だいたい"),
        ],
    );
    let back = saved_again(office.folder.path(), &filled, "xlsx");
    assert_ne!(back, filled, "another program wrote it");
    let (preview, committed) = import(&office, "総務課_回答.xlsx", back.clone());
    let rows = preview["forms"][0]["rows"].as_array().unwrap();
    let status = |key: &str, column: &str| {
        let found = rows.iter().find(|row| row["key"] == key && row["column"] == column);
        found.map(|row| row["status"].clone()).unwrap_or_default()
    };
    assert_eq!(status(&items[0], "answer"), "new", "{preview:#}");
    assert_eq!(status(&items[3], "answer"), "query", "what is not clear is asked, not guessed");
    assert_eq!(preview["forms"][0]["contact"], "上田 内線12");
    assert_eq!(committed["output"]["taken"], 7, "{committed:#}");
    for (item, answer, basis, improvement, due) in [
        (&items[0], json!("yes"), "台帳を確認した。", "", ""),
        (&items[1], json!("no"), "", "手順を定める。", "令和9年3月31日"),
        (&items[2], json!("not_applicable"), "", "", ""),
    ] {
        let own = row(&office, &target, item)["self_answer"].clone();
        assert_eq!((&own["answer"], own["basis"].as_str()), (&answer, Some(basis)), "{item}");
        assert_eq!((own["improvement"].as_str(), own["due"].as_str()), (Some(improvement), Some(due)), "{item}");
        assert!(own["source"].as_str().unwrap().contains("総務課_回答.xlsx"), "{own}");
    }
    let unclear = row(&office, &target, &items[3])["self_answer"].clone();
    assert!(unclear.is_null() || unclear["answer"].is_null(), "{unclear}");

    let conn = connect(&office.workspace());
    let before = dump(&conn);
    let (preview, committed) = import(&office, "総務課_回答.xlsx", back.clone());
    assert_eq!(preview["known"], json!(true), "the same file was taken over before");
    assert_eq!((&committed["output"]["taken"], &committed["op"]), (&json!(0), &Value::Null));
    assert_eq!(dump(&conn), before, "a second time changes nothing");

    // What the office has judged otherwise meanwhile is a conflict and is not overwritten unasked.
    office.call("self_answer.set", json!({ "target": target, "items": [items[0]], "answer": "partly" }));
    let (preview, _) = import(&office, "総務課_回答.xlsx", back);
    let rows = preview["forms"][0]["rows"].as_array().unwrap();
    let conflict = rows.iter().find(|row| row["key"] == items[0].as_str() && row["column"] == "answer").unwrap();
    assert_eq!(conflict["status"], "conflict");
    assert_eq!(row(&office, &target, &items[0])["self_answer"]["answer"], "partly");
    assert_eq!(office.call("workspace.verify", json!({ "anchor": null }))["problems"], json!([]));
}

#[test]
fn an_audit_sheet_comes_back_with_verdicts_and_notes() {
    let (office, target, items) = office("audit");
    office.judge(&target, &items[..1], "conforming");
    let sent = export(&office, &target);
    let filled = fill(
        &sent,
        &[
            (&items[0], "answer", "△ 一部不適合"),
            (&items[1], "answer", "×"),
            (&items[1], "note", "鍵が机の上にあった。\n台帳もない。"),
        ],
    );
    let (preview, committed) = import(&office, "現地.xlsx", filled);
    assert_eq!(committed["output"]["taken"], 3, "{preview:#}");
    assert_eq!(row(&office, &target, &items[0])["answer"]["verdict"], "partial");
    let second = row(&office, &target, &items[1])["answer"].clone();
    assert_eq!(second["verdict"], "nonconforming");
    assert_eq!(second["note"], "鍵が机の上にあった。\n台帳もない。");
    let (_, again) = import(&office, "現地.xlsx", export(&office, &target));
    assert_eq!(again["output"]["taken"], 0, "an export that nobody touched changes no answer");
}

/// What a sheet says in the cells that can be read, by the keys of their rows and columns.
fn content(bytes: &[u8], name: &str) -> BTreeMap<(String, String), String> {
    let workbook = exchange::read(bytes, name, &exchange::Limits::default()).unwrap();
    let found = exchange::recognise(&workbook);
    assert_eq!(found.diagnostics, [], "{name}");
    let form = &found.forms[0];
    let texts =
        |cells: &[exchange::ReturnedCell]| cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>().join("|");
    let rows = form
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(|(column, cells)| ((row.key.clone(), column.to_string()), texts(cells))));
    let fields = form.fields.iter().map(|(key, cells)| ((key.clone(), "value".to_owned()), texts(cells)));
    rows.chain(fields).filter(|(_, text)| !text.is_empty()).collect()
}

#[test]
fn every_checklist_is_the_same_again_after_another_program_and_an_import() {
    for (kind, form) in
        [("self_check", "self:head"), ("self_check", "self:system"), ("self_check", "self:staff"), ("audit", "audit")]
    {
        let office = Office::created();
        let department = office.department("総務課");
        let auditor = office.person("江口 三郎", None, &["auditor"]);
        let mut request = office.engagement_request(kind, &[&department], &[&auditor]);
        request["form"] = json!(form);
        let engagement = office.id("engagement.save", request);
        office.call("engagement.start", json!({ "id": engagement, "gate_on": "2026-11-02", "gate_reason": "" }));
        let target = office.targets(&engagement).remove(0);
        let items = office.items(&target);
        let sent = export(&office, &target);
        let mut entries = vec![("field:contact", "value", "上田 内線12")];
        if matches!(form, "self:head" | "self:system") {
            entries.extend([
                ("field:head-name", "value", "総務課長　上田 一郎"),
                ("field:head-on", "value", "令和8年11月20日"),
                ("field:idea", "value", "手順を1冊にする。\n年に1回、読み合わせる。"),
            ]);
        }
        // One row of each answer, with texts of the kinds that programs like to change.
        let (answers, texts): (&[&str], &[&str]) = if kind == "audit" {
            (&["○ 適合", "△ 一部不適合", "× 不適合", "－ 該当なし"], &["note"])
        } else {
            (&["はい", "一部", "いいえ", "該当なし", "わからない"], &["basis", "improvement", "due"])
        };
        let hard = ["1-2", "=1+1", "R9.3.31", "改\n行　と「引用」", "０１２３", "3月末"];
        for (n, item) in items.iter().enumerate() {
            if n % 6 < answers.len() {
                entries.push((item, "answer", answers[n % 6]));
            }
            entries.push((item, texts[n % texts.len()], hard[n % hard.len()]));
        }
        let filled = fill(&sent, &entries);
        for format in ["xlsx", "ods"] {
            let back = saved_again(office.folder.path(), &filled, format);
            let name = format!("返送.{format}");
            let said = content(&back, &name);
            assert_eq!(said, content(&filled, "記入.xlsx"), "{form}: {format} says what was filled in");
            let (preview, committed) = import(&office, &name, back);
            // Of .ods it is said that its looks cannot be read, and nothing else.
            let told: Vec<&Value> = preview["diagnostics"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
            let expected: &[&str] = if format == "ods" { &["looks-unread"] } else { &[] };
            assert_eq!(told, expected, "{form} {format}");
            let taken = committed["output"]["taken"].as_u64().unwrap();
            assert_eq!(taken, if format == "xlsx" { entries.len() as u64 } else { 0 }, "{form} {format}: {preview:#}");
            assert_eq!(
                content(&export(&office, &target), "再出力.xlsx"),
                said,
                "{form}: {format} comes out as it came in"
            );
        }
    }
}
