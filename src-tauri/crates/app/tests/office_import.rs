//! Lists of the office as offices keep them: read, asked about where they are unclear, taken over as a whole.

use crate::common::Office;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

/// A workbook of sheets: name, then rows of texts.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, texts) in (0..).zip(rows.iter()) {
            for (column, text) in (0..).zip(texts.iter()).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn read(office: &Office, bytes: Vec<u8>) -> Value {
    let handle = office.app.put("名簿.xlsx", bytes);
    office.call("office_import.read", json!({ "handle": handle }))["output"].clone()
}

fn decide(office: &Office, preview: &Value, decisions: Value) -> Value {
    office.call("office_import.decide", json!({ "token": preview["token"], "decisions": decisions }))["output"].clone()
}

fn commit(office: &Office, preview: &Value) -> i64 {
    let request = json!({ "token": preview["token"], "skip": [], "on": "2026-04-01" });
    office.call("office_import.commit", request)["output"]["taken"].as_i64().unwrap()
}

fn told(preview: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    preview["rows"].as_array().unwrap().iter().map(|row| (text(&row["name"]), text(&row["status"]))).collect()
}

fn row<'a>(preview: &'a Value, name: &str) -> &'a Value {
    preview["rows"].as_array().unwrap().iter().find(|row| row["name"] == name).unwrap()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

fn department(office: &Office, name: &str) -> String {
    let request = json!({ "id": null, "name": name, "kana": "", "closed_on": null });
    office.call("department.save", request)["output"]["id"].as_str().unwrap().to_owned()
}

const STAFF: &[&[&str]] = &[
    &["様式第2号"],
    &["職員名簿", "", "", "令和8年4月1日現在"],
    &["所属", "氏　名", "フリガナ", "職名", "役割"],
    &["総務課", "高橋　誠", "ﾀｶﾊｼ ﾏｺﾄ", "課長", "情報管理者・防火管理者"],
    &["", "松本 亮", "", "係長", ""],
    &["総務部会計課", "加藤 勇", "", "課長", ""],
    &["※兼務は本務の課に記載"],
];

#[test]
fn an_empty_office_is_made_from_its_lists() {
    let office = Office::created();
    let systems: &[&[&str]] = &[
        &["システム名", "所管課", "管理者", "ネットワーク区分", "機密性", "委託先", "再委託先"],
        &["資格管理システム", "総務課", "高橋 誠", "LGWAN接続系", "機密性３", "ひかり情報㈱", "みなと保守㈲"],
        &["給付システム", "会計課", "だれか", "", "極秘", "ひかり情報㈱", "なし"],
    ];
    let departments: &[&[&str]] =
        &[&["課名", "ふりがな"], &["総務課", "そうむか"], &["会計課", "かいけいか"], &["総務 課", ""]];
    let bytes =
        workbook(&[("職員", STAFF), ("システム", systems), ("課", departments), ("説明", &[&["記入要領です。"]])]);
    let preview = read(&office, bytes.clone());
    assert_eq!(preview["unread"], json!(["説明"]));
    assert_eq!(preview["skipped"][0]["why"], "note");
    assert_eq!(row(&preview, "松本 亮")["status"], "open", "a blank is not taken for the row above");
    let asked: Vec<&str> =
        preview["questions"].as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap()).collect();
    assert_eq!(asked, ["blank:職員", "総務部会計課"]);
    let preview = decide(&office, &preview, json!({ "blank:職員": "above", "総務部会計課": "new" }));
    assert_eq!(
        told(&preview),
        pairs(&[
            ("総務部会計課", "new"),
            ("総務課", "new"),
            ("会計課", "new"),
            ("総務 課", "unreadable"),
            ("高橋　誠", "new"),
            ("松本 亮", "new"),
            ("加藤 勇", "new"),
            ("資格管理システム", "new"),
            ("ひかり情報㈱", "new"),
            ("みなと保守㈲", "new"),
            ("給付システム", "new"),
        ])
    );
    let issues = |name: &str| -> Vec<String> {
        let issues = row(&preview, name)["issues"].as_array().unwrap().clone();
        issues
            .iter()
            .map(|one| format!("{} {}", one["issue"].as_str().unwrap(), one["cell"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(issues("高橋　誠"), ["role-unknown E4"]);
    assert_eq!(issues("総務 課"), ["twice A4"]);
    assert_eq!(issues("給付システム"), ["class-unknown E3", "person-unknown C3"]);
    assert_eq!(commit(&office, &preview), 10);

    let subjects = office.call("subject.list", json!({}));
    let subject = |name: &str| subjects.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap().clone();
    assert_eq!(subject("みなと保守㈲")["parent_name"], "ひかり情報㈱", "texts stay as they were written");
    let system = subject("資格管理システム");
    assert_eq!((&system["class_level"], &system["person_name"]), (&json!("3"), &json!("高橋　誠")));
    let persons = office.call("person.list", json!({}));
    let matsumoto = persons.as_array().unwrap().iter().find(|one| one["name"] == "松本 亮").unwrap();
    assert_eq!(matsumoto["department_name"], "総務課");

    let again = read(&office, bytes);
    assert_eq!(again["known"], true);
    let again = decide(&office, &again, json!({ "blank:職員": "above" }));
    let changed: Vec<_> =
        told(&again).into_iter().filter(|(_, status)| status == "new" || status == "changed").collect();
    assert_eq!(changed, [], "the same lists a second time change nothing");
    office.call("journal.undo", json!({}));
    assert_eq!(office.call("subject.list", json!({})), json!([]), "it is one operation");
}

#[test]
fn a_department_is_found_by_a_former_name_only_when_somebody_says_so() {
    let office = Office::created();
    let systems = department(&office, "電算課");
    department(&office, "総務課");
    office.call("department.rename", json!({ "id": systems, "name": "情報システム課", "on": "2020-04-01" }));
    let list: &[&[&str]] = &[
        &["課名", "氏名"],
        &["電算課", "中村 恵"],
        &["総務部総務課", "高橋 誠"],
        &["広報課", "木村 明"],
        &["〃", "森 一"],
    ];
    let preview = read(&office, workbook(&[("名簿", list)]));
    assert!(told(&preview).iter().all(|(_, status)| status == "open"), "{:?}", told(&preview));
    let questions = preview["questions"].as_array().unwrap();
    let whys: Vec<String> = questions
        .iter()
        .map(|one| format!("{} {}", one["key"].as_str().unwrap(), one["candidates"][0]["why"].as_str().unwrap_or("-")))
        .collect();
    assert_eq!(whys, ["電算課 former", "総務部総務課 part", "広報課 -", "blank:名簿 -"]);
    let found = questions[0]["candidates"][0]["id"].clone();
    let part = questions[1]["candidates"][0]["id"].clone();
    let decisions = json!({ "電算課": found, "総務部総務課": part, "広報課": "none", "blank:名簿": "none" });
    let preview = decide(&office, &preview, decisions);
    let kimura = row(&preview, "木村 明");
    assert_eq!((&kimura["status"], &kimura["changes"]), (&json!("new"), &json!([])));
    assert_eq!(commit(&office, &preview), 4);
    assert_eq!(office.call("department.list", json!({})).as_array().unwrap().len(), 2, "no department was made");
    let nonsense = read(&office, workbook(&[("名簿", list)]));
    let nonsense = decide(&office, &nonsense, json!({ "電算課": "ffffffff-0000-7000-8000-000000000000" }));
    assert_eq!(row(&nonsense, "中村 恵")["status"], "open");
}

#[test]
fn who_belongs_to_no_department_here_is_not_asked_about() {
    let office = Office::created();
    department(&office, "総務課");
    let person = json!({ "id": null, "name": "松本 亮", "kana": "", "post": "", "department": null, "expertise": "",
        "left_on": null, "roles": [] });
    office.call("person.save", person);
    let rows: &[&[&str]] = &[&["所属", "氏名"], &["総務課", "高橋 誠"], &["", "松本 亮"], &["", "加藤 勇"]];
    let preview = read(&office, workbook(&[("名簿", rows)]));
    assert_eq!(row(&preview, "松本 亮")["status"], "same", "{preview:#}");
    assert_eq!(
        row(&preview, "加藤 勇")["status"],
        "open",
        "of others nobody knows whether the cell above speaks for them"
    );
    assert_eq!(preview["questions"][0]["count"], 1);
}

#[test]
fn who_has_moved_keeps_what_was_before() {
    let office = Office::created();
    department(&office, "総務課");
    department(&office, "会計課");
    let before: &[&[&str]] =
        &[&["氏名", "所属", "職名"], &["高橋 誠", "総務課", "係長"], &["松本 亮", "総務課", "主事"]];
    let first = read(&office, workbook(&[("名簿", before)]));
    commit(&office, &first);
    let after: &[&[&str]] = &[&["氏名", "所属", "職名"], &["高橋　誠", "会計課", "課長"], &["松本 亮", "総務課", ""]];
    let second = read(&office, workbook(&[("名簿", after)]));
    assert_eq!(told(&second), pairs(&[("高橋　誠", "changed"), ("松本 亮", "same")]), "a blank post takes none away");
    assert_eq!(row(&second, "高橋　誠")["changes"][0]["before"], "総務課");
    commit(&office, &second);
    let persons = office.call("person.list", json!({}));
    let person = persons.as_array().unwrap().iter().find(|one| one["post"] == "課長").unwrap();
    assert_eq!(person["name"], "高橋 誠", "the name on record stays as it was");
    let past = office.call("posting.list", json!({ "id": person["id"] }));
    assert_eq!((&past[0]["post"], &past[0]["until_on"]), (&json!("係長"), &json!("2026-03-31")));
}

#[test]
fn what_cannot_be_taken_over_says_why() {
    let office = Office::created();
    department(&office, "総務課");
    let error = |bytes: Vec<u8>| {
        office.refused("office_import.read", json!({ "handle": office.app.put("x.xlsx", bytes) })).code
    };
    assert_eq!(error(Vec::new()), "import-unreadable");
    assert_eq!(error(workbook(&[("表", &[&["電話番号"], &["101"]])])), "no-lists");
    let list: &[&[&str]] = &[&["氏名", "所属"], &["高橋 誠", "総務課"], &["高橋　誠", "総務課"], &["", "総務課"]];
    let preview = read(&office, workbook(&[("名簿", list)]));
    assert_eq!(told(&preview), pairs(&[("高橋 誠", "new"), ("高橋　誠", "unreadable"), ("", "unreadable")]));
    let contractors: &[&[&str]] = &[&["委託先", "所管課"], &["ひかり情報", ""]];
    let preview = read(&office, workbook(&[("委託先", contractors)]));
    assert_eq!(row(&preview, "ひかり情報")["issues"][0]["issue"], "department-missing");
    let request = json!({ "token": preview["token"], "skip": [], "on": "2099-04-01" });
    assert_eq!(office.refused("office_import.commit", request).code, "date-in-future");
    let request = json!({ "token": "gone", "skip": [], "on": "2026-04-01" });
    assert_eq!(office.refused("office_import.commit", request).code, "import-gone");
}

#[test]
fn a_new_department_left_out_takes_nobody_with_it() {
    let office = Office::created();
    let list: &[&[&str]] = &[&["課名", "氏名"], &["広報課", "木村 明"]];
    let preview = read(&office, workbook(&[("名簿", list)]));
    let preview = decide(&office, &preview, json!({ "広報課": "new" }));
    let skip = json!([row(&preview, "広報課")["key"]]);
    let request = json!({ "token": preview["token"], "skip": skip, "on": "2026-04-01" });
    assert_eq!(office.refused("office_import.commit", request).code, "import-department-left-out");
    assert_eq!(office.call("department.list", json!({})), json!([]), "all or nothing");
    assert_eq!(commit(&office, &preview), 2);
}

#[test]
fn the_blank_workbook_is_one_that_is_understood() {
    for language in ["ja-JP", "en-US"] {
        let office = Office::created();
        office.call("prefs.set", json!({ "language": language, "theme": "system", "density": "standard" }));
        let exported = office.call("office_import.template", json!({ "destination": office.path(".") }));
        let name = exported["output"]["name"].as_str().unwrap().to_owned();
        let bytes = std::fs::read(office.folder.path().join(&name)).unwrap();
        let preview = read(&office, bytes);
        assert_eq!((&preview["unread"], &preview["unknown"]), (&json!([]), &json!([])), "{language}");
        assert_eq!(preview["columns"].as_array().unwrap().len(), 33, "{language}");
        assert_eq!(preview["rows"], json!([]));
    }
}

#[test]
fn the_original_is_kept_as_evidence_that_opens() {
    let office = Office::created();
    let list: &[&[&str]] = &[&["課名", "ふりがな"], &["総務課", "そうむか"]];
    let preview = read(&office, workbook(&[("課", list)]));
    commit(&office, &preview);
    let kept = office.call("evidence.all", json!({}));
    assert_eq!(kept.as_array().unwrap().len(), 1);
    assert_eq!(kept[0]["evidence"]["name"], "名簿.xlsx");
    assert_eq!(kept[0]["uses"][0]["route"], "/office");
    let sheets = office.call("evidence.sheets", json!({ "id": kept[0]["evidence"]["id"] }));
    assert_eq!(sheets["sheets"][0]["rows"][1]["cells"][0], "総務課");
    office.call("journal.undo", json!({}));
    assert_eq!(office.call("evidence.all", json!({})), json!([]), "it goes with what was taken over");
    let nothing = read(&office, workbook(&[("課", list)]));
    let skip = json!([row(&nothing, "総務課")["key"]]);
    let done =
        office.call("office_import.commit", json!({ "token": nothing["token"], "skip": skip, "on": "2026-04-01" }));
    assert_eq!((&done["output"]["taken"], &done["op"]), (&json!(0), &Value::Null), "nothing taken, nothing kept");
}

#[test]
fn two_thousand_persons_with_merged_departments_are_read_and_taken_over() {
    let office = Office::created();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("名簿").unwrap();
    for (column, text) in (0..).zip(["所属", "氏名", "職名"]) {
        sheet.write_string(0, column, text).unwrap();
    }
    for department in 0..40_u32 {
        let (first, last) = (1 + department * 50, 50 + department * 50);
        let merged = rust_xlsxwriter::Format::new();
        sheet.merge_range(first, 0, last, 0, &format!("第{}課", department + 1), &merged).unwrap();
        for row in first..=last {
            sheet.write_string(row, 1, format!("架空 {row}郎")).unwrap();
            sheet.write_string(row, 2, "主事").unwrap();
        }
    }
    sheet.set_row_hidden(7).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let preview = read(&office, bytes.clone());
    let questions = preview["questions"].as_array().unwrap();
    assert_eq!(questions.len(), 40, "a merged cell is no blank that must be asked");
    let new: serde_json::Map<_, _> =
        questions.iter().map(|one| (one["key"].as_str().unwrap().to_owned(), json!("new"))).collect();
    let preview = decide(&office, &preview, Value::Object(new));
    assert_eq!(row(&preview, "架空 7郎")["hidden"], true);
    assert_eq!(row(&preview, "架空 8郎")["hidden"], false);
    assert_eq!(preview["merged"].as_array().unwrap().len(), 40);
    assert_eq!(commit(&office, &preview), 2040);
    let again = read(&office, bytes);
    assert!(told(&again).iter().all(|(_, status)| status == "same"));
}
