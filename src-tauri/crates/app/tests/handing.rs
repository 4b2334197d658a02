//! What is handed out: letters before the sheets, what stands beside the answers, tables as they are on the screen, the
//! lists of the office.

use crate::common::{Office, read};
use exchange::{Limits, Workbook};
use serde_json::{Value, json};

fn opened(bytes: &[u8]) -> Workbook {
    exchange::read(bytes, "票.xlsx", &Limits::default()).unwrap()
}

/// The texts of a sheet, from left to right and from top to bottom.
fn texts(book: &Workbook, sheet: &str) -> Vec<String> {
    let sheet = book.sheets.iter().find(|one| one.name == sheet).unwrap();
    sheet.cells().iter().map(|cell| cell.text.clone()).collect()
}

/// The file that a command has written.
fn written(office: &Office, command: &str, request: Value) -> (String, Vec<u8>) {
    let name = office.call(command, request)["output"]["name"].as_str().unwrap().to_owned();
    let bytes = std::fs::read(office.folder.path().join(&name)).unwrap();
    (name, bytes)
}

#[test]
fn a_letter_says_who_asks_for_what_until_when_and_what_the_class_means() {
    let office = Office::demo();
    let target = office.target("self_check", "資格管理課");
    let book = opened(&office.export_form(&target));
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["依頼文", "資格管理課", "記入要領", "_kansa"]);
    let letter = texts(&book, "依頼文").join("\n");
    for said in [
        "資格管理課　御中",
        "青葉広域連合",
        "提出期限",
        "提出・問合せ先",
        "内線",
        "【機密性",
        "機密性の分類（低い順に 1、2、3）",
        "以上",
    ] {
        assert!(letter.contains(said), "{said} is missing: {letter}");
    }
    let due = letter.lines().find(|line| line.starts_with("令和") && line.contains('('));
    assert!(due.is_some(), "the last day has its weekday: {letter}");
}

#[test]
fn the_letters_and_instructions_of_a_returned_book_are_no_sheets_to_wonder_at() {
    let office = Office::demo();
    let target = office.target("self_check", "資格管理課");
    let preview = read(&office, "回答.xlsx", office.export_form(&target));
    assert_eq!(preview["diagnostics"], json!([]));
}

/// What stands beside an item on the sheet of a target as last year's.
fn beside(office: &Office, target: &str, item: &str) -> String {
    let book = opened(&office.export_form(target));
    let row = exchange::recognise(&book).forms.remove(0).rows.into_iter().find(|row| row.key == item).unwrap();
    row.cells["previous"][0].text.clone()
}

#[test]
fn what_an_audit_found_a_year_ago_stands_beside_the_verdict() {
    let office = Office::demo();
    let noted = |row: &&Value| {
        row["exclusion"].is_null() && row["previous"]["note"].as_str().is_some_and(|note| !note.trim().is_empty())
    };
    let target = office.target("audit", "総務課");
    let grid = office.call("grid.get", json!({ "target": target }));
    let before = grid["rows"].as_array().unwrap().iter().find(noted).expect("the demo was audited a year ago");
    let said = beside(&office, &target, before["item"].as_str().unwrap());
    let note = before["previous"]["note"].as_str().unwrap().trim();
    assert!(said.ends_with(note) && said.starts_with(['○', '△', '×', '－']), "{said} has verdict and {note}");
}

#[test]
fn what_a_section_answered_and_promised_a_year_ago_stands_beside_the_answer() {
    let office = Office::created();
    let department =
        office.call("department.save", json!({ "id": null, "name": "総務課", "kana": "", "closed_on": null }));
    let department = department["output"]["id"].clone();
    let start = |year: i64| {
        let saved = office.call(
            "engagement.save",
            json!({ "id": null, "kind": "self_check", "title": format!("{year}年度 自己点検"), "fiscal_year": year,
                "pack_hash": office.pack("hyogo")["hash"], "form": "self:head", "purpose": "", "method": "",
                "exclusions": "", "from_on": null, "until_on": null, "lead": null, "departments": [department],
                "members": [] }),
        );
        let id = saved["output"]["id"].clone();
        office.call("engagement.start", json!({ "id": id, "gate_on": "2026-04-01", "gate_reason": "" }));
        office.call("engagement.get", json!({ "id": id }))["targets"][0]["id"].as_str().unwrap().to_owned()
    };
    let (before, now) = (start(2025), start(2026));
    let items = office.call("grid.get", json!({ "target": before }));
    let item = items["rows"][0]["item"].as_str().unwrap();
    office.call("self_answer.set", json!({ "target": before, "items": [item], "answer": "no" }));
    let written = json!({ "target": before, "item": item, "field": "improvement", "text": "手順を定める。" });
    office.call("answer.write", written);
    assert_eq!(beside(&office, &now, item), "いいえ\n手順を定める。");
}

#[test]
fn several_sheets_leave_as_one_workbook_and_come_back_as_several() {
    let office = Office::demo();
    let there = office.path(".");
    let engagement = office.engagement("audit");
    let targets: Vec<&Value> = engagement["targets"].as_array().unwrap().iter().map(|target| &target["id"]).collect();
    let request = json!({ "targets": targets, "destination": there, "recipient": "各課", "basis": "監査要綱" });
    let (name, bytes) = written(&office, "forms.export", request);
    assert!(name.contains("【機密性") && name.contains("令和8年度"), "{name}");
    let preview = read(&office, &name, bytes);
    assert_eq!(preview["forms"].as_array().unwrap().len(), targets.len());
    assert_eq!(preview["diagnostics"], json!([]));
    let mixed = json!([office.target("audit", "総務課"), office.target("self_check", "資格管理課")]);
    let request =
        |targets: Value| json!({ "targets": targets, "destination": there, "recipient": "課", "basis": "要綱" });
    assert_eq!(office.refused("forms.export", request(mixed)).code, "forms-of-one");
    assert_eq!(office.refused("forms.export", request(json!([]))).field.as_deref(), Some("targets"));
}

#[test]
fn the_lists_of_the_office_say_nothing_new_when_they_come_back() {
    let office = Office::demo();
    let there = office.path(".");
    let departments = office.call("department.list", json!({}));
    let one = departments.as_array().unwrap().iter().find(|one| one["closed_on"].is_null()).unwrap();
    for department in [Value::Null, one["id"].clone()] {
        let request =
            json!({ "department": department, "destination": there, "recipient": "各課", "basis": "監査要綱" });
        let (name, bytes) = written(&office, "office_list.export", request);
        assert!(name.contains("【機密性") && name.contains("令和8年度"), "{name}");
        let handle = office.app.put("組織.xlsx", bytes);
        let read = office.call("office_import.read", json!({ "handle": handle }))["output"].clone();
        // What a list leaves open is asked: here, that whoever has no department has none.
        let answers = json!({ "token": read["token"], "decisions": { "blank:人": "none" } });
        let preview = office.call("office_import.decide", answers)["output"].clone();
        let rows = preview["rows"].as_array().unwrap();
        assert!(rows.len() > 3, "{preview:#}");
        let other: Vec<&Value> = rows.iter().filter(|row| row["status"] != "same").collect();
        assert_eq!(other, [&Value::Null; 0], "nothing was changed");
        assert_eq!(preview["unread"], json!([]), "the letter is no list");
    }
    let nobody =
        office.call("department.save", json!({ "id": null, "name": "新設課", "kana": "", "closed_on": "2020-03-31" }));
    let request =
        json!({ "department": nobody["output"]["id"], "destination": there, "recipient": "課", "basis": "要綱" });
    assert_eq!(office.refused("office_list.export", request).code, "office-list-empty");
}

#[test]
fn a_table_leaves_with_exactly_its_rows_in_their_order() {
    let office = Office::created();
    let there = office.path(".");
    let columns = json!([{ "heading": "件名", "kind": "text" }, { "heading": "件数", "kind": "number" },
        { "heading": "期限", "kind": "date" }, { "heading": "率", "kind": "share" }]);
    let rows = json!([
        ["=1+1", "3", "2026-11-21", "0.25"],
        ["－ 該当なし", "-2.5", null, null],
        ["改\n行,\"引用\"", "多い", "随時", "2"]
    ]);
    let request = |format: &str| {
        json!({ "title": "指摘", "chosen": "期限超過", "columns": columns, "rows": rows, "format": format,
            "destination": there, "recipient": "CISO", "basis": "監査要領" })
    };
    let (name, bytes) = written(&office, "table.export", request("xlsx"));
    assert!(name.starts_with("【機密性"), "{name}");
    let book = opened(&bytes);
    let cells: Vec<Vec<String>> = (0..4)
        .map(|row| {
            (0..4)
                .map(|column| book.sheets[0].get(row, column).map_or(String::new(), |cell| cell.text.clone()))
                .collect()
        })
        .collect();
    assert_eq!(book.sheets.len(), 1, "one table, one sheet");
    assert_eq!(cells[0], ["件名", "件数", "期限", "率"]);
    assert_eq!(
        (&cells[1][0], &cells[1][1], &cells[1][2]),
        (&"=1+1".to_owned(), &"3".to_owned(), &"2026-11-21".to_owned())
    );
    assert_eq!((&cells[2][0], &cells[2][2]), (&"－ 該当なし".to_owned(), &String::new()));
    assert_eq!((&cells[3][1], &cells[3][2]), (&"多い".to_owned(), &"随時".to_owned()));

    let (name, bytes) = written(&office, "table.export", request("csv"));
    assert!(name.starts_with("【機密性") && name.ends_with(".csv"), "{name}");
    let text = String::from_utf8(bytes).unwrap();
    let expected = "\u{feff}件名,件数,期限,率\r\n'=1+1,3,2026-11-21,0.25\r\n－ 該当なし,-2.5,,\r\n\"改\n行,\"\"引用\"\"\",多い,随時,2\r\n";
    assert_eq!(text, expected);
}
