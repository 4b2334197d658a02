//! Findings of earlier years from tables of the office's own.

use crate::common::{Office, read};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::{Value, json};

const HEADINGS: [&str; 12] = [
    "指摘番号",
    "所管課",
    "区分",
    "件名",
    "指摘事項",
    "根拠",
    "改善計画",
    "担当",
    "期限",
    "進捗状況",
    "完了日",
    "検証結果",
];

/// What the head of audit kept of last year.
const LAST_YEAR: [[&str; 12]; 8] = [
    [
        "R6-1",
        "総務課",
        "重大",
        "鍵の管理簿がない",
        "管理簿が作られていない。",
        "対策基準 5.1",
        "管理簿を作る。",
        "係長",
        "令和7年6月30日",
        "対応中",
        "",
        "",
    ],
    [
        "R6-2",
        "総務課",
        "軽微な不適合",
        "離席時の施錠",
        "画面が開いたままだった。",
        "",
        "",
        "",
        "R7.3",
        "未着手",
        "",
        "",
    ],
    [
        "R6-3",
        "総務課",
        "観察事項",
        "台帳の様式",
        "様式が古い。",
        "",
        "様式を改める。",
        "",
        "R7.3.31",
        "完了",
        "令和7年3月20日",
        "",
    ],
    ["R6-4", "総務課", "軽微", "ログの保存", "期間が短い。", "", "延ばす。", "", "R7.3.31", "完了", "R7.3.1", "有効"],
    ["R6-5", "総務課", "不適合", "持ち出しの記録", "記録がない。", "", "", "", "年度内", "検討中", "", ""],
    ["R6-6", "総務課", "不適合", "廃棄の記録", "記録がない。", "", "", "", "", "", "", ""],
    ["R6-7", "総務部総務課", "推奨", "研修", "回数を増やすとよい。", "", "", "", "", "", "", ""],
    ["R6-8", "総務課", "良好事例", "掲示", "分かりやすい掲示がある。", "", "", "", "", "", "", ""],
];

fn write(sheet: &mut Worksheet, first: u32, rows: &[impl AsRef<[&'static str]>]) {
    for (row, cells) in (first..).zip(rows) {
        for (column, text) in (0..).zip(cells.as_ref()) {
            if !text.is_empty() {
                sheet.write(row, column, *text).unwrap();
            }
        }
    }
}

/// A list with a title over all columns, a date beside it, and the headings below.
fn list(rows: &[[&'static str; 12]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("指摘一覧").unwrap();
    sheet.merge_range(0, 0, 0, 11, "令和６年度　情報セキュリティ監査　指摘事項・改善計画一覧", &Format::new()).unwrap();
    sheet.write(1, 10, "令和8年4月1日現在").unwrap();
    write(sheet, 3, &[HEADINGS]);
    write(sheet, 4, rows);
    sheet.write(4 + rows.len() as u32, 0, "※ 番号は報告書による").unwrap();
    book.save_to_buffer().unwrap()
}

/// A plan of what a file would do.
fn plan(office: &Office, name: &str, bytes: Vec<u8>) -> Value {
    let preview = read(office, name, bytes);
    office.call("past.plan", json!({ "token": preview["token"], "reading": null }))
}

/// The same with decisions.
fn decided(office: &Office, plan: &Value, decisions: Value) -> Value {
    let mut reading = plan["reading"].clone();
    reading["decisions"] = decisions;
    office.call("past.plan", json!({ "token": plan["token"], "reading": reading }))
}

fn commit(office: &Office, plan: &Value) -> Value {
    office.call("past.commit", json!({ "token": plan["token"], "reading": plan["reading"], "skip": [] }))
}

fn everything(department: &str) -> Value {
    json!({ "grade/不適合": "minor", "due/年度内": "2025-03-31", "status/検討中": "not_started", "department/総務部総務課": department })
}

fn row<'a>(plan: &'a Value, number: &str) -> &'a Value {
    plan["rows"].as_array().unwrap().iter().find(|row| row["number"] == number).unwrap()
}

fn statuses(plan: &Value) -> Vec<&str> {
    plan["rows"].as_array().unwrap().iter().map(|row| row["status"].as_str().unwrap()).collect()
}

fn all(office: &Office) -> Vec<Value> {
    let list = office.call("finding.list", json!({ "fiscal_year": null, "open": false }));
    list.as_array().unwrap().clone()
}

fn found(office: &Office, number: &str) -> Value {
    let row =
        all(office).into_iter().find(|row| row["number"] == number).unwrap_or_else(|| panic!("{number} is there"));
    office.call("finding.get", json!({ "id": row["id"] }))
}

/// 総務課, as the demo has it.
fn general_affairs(office: &Office) -> String {
    let departments = office.call("department.list", json!({}));
    let found = departments.as_array().unwrap().iter().find(|one| one["name"] == "総務課").unwrap()["id"].clone();
    found.as_str().unwrap().to_owned()
}

#[test]
fn what_a_table_proves_becomes_findings_with_their_lives() {
    let office = Office::demo();
    let preview = read(&office, "指摘一覧.xlsx", list(&LAST_YEAR));
    assert_eq!(preview["tables"]["findings"], true, "the screen of returns offers it");
    let plan = office.call("past.plan", json!({ "token": preview["token"], "reading": null }));
    assert_eq!(plan["reading"]["years"]["指摘一覧"], 2024, "by the title");
    assert_eq!(plan["skipped"][0]["why"], "note");
    let asked: Vec<(&str, &str, i64)> = plan["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["asked"].as_str().unwrap(), one["text"].as_str().unwrap(), one["count"].as_i64().unwrap()))
        .collect();
    assert_eq!(
        asked,
        [("department", "総務部総務課", 1), ("grade", "不適合", 2), ("status", "検討中", 1), ("due", "年度内", 1)],
        "every text is asked once"
    );
    assert_eq!(statuses(&plan), ["new", "new", "new", "new", "open", "open", "open", "new"]);
    let before = all(&office).len();
    let plan = decided(&office, &plan, everything(&general_affairs(&office)));
    assert!(statuses(&plan).iter().all(|status| *status == "new"), "{plan:#}");
    assert!(row(&plan, "R6-1")["days_late"].as_i64().unwrap() > 400, "late already in the preview");
    assert_eq!(row(&plan, "R6-2")["issues"][0]["issue"], "last-day", "R7.3 is its last day, and says so");
    assert_eq!(all(&office).len(), before, "nothing is written before 確定");

    assert_eq!(commit(&office, &plan)["output"]["taken"], 8);
    assert_eq!(all(&office).len(), before + 8);
    for (number, state, due) in [
        ("R6-1", "correcting", json!("2025-06-30")),
        ("R6-2", "ordered", json!("2025-03-31")),
        ("R6-3", "reported", json!("2025-03-31")),
        ("R6-4", "closed", json!("2025-03-31")),
        ("R6-5", "ordered", json!("2025-03-31")),
        ("R6-6", "confirmed", Value::Null),
        ("R6-7", "confirmed", Value::Null),
        ("R6-8", "confirmed", Value::Null),
    ] {
        let finding = found(&office, number);
        assert_eq!((&finding["row"]["state"], &finding["row"]["due_on"]), (&json!(state), &due), "{number}");
        assert_eq!(finding["row"]["fiscal_year"], 2024);
        let from = finding["turns"][0]["reason"].as_str().unwrap();
        assert!(from.contains("指摘一覧.xlsx") && finding["turns"][0]["action"] == "take_over", "{from}");
        assert_eq!(finding["evidence"].as_array().unwrap().len(), 1, "the file stands behind it");
    }
    let first = found(&office, "R6-1");
    assert_eq!(first["plans"][0]["corrective"], "管理簿を作る。");
    assert_eq!(first["plans"][0]["approved_on"], Value::Null, "nobody is said to have approved it");
    assert_eq!(first["row"]["owner"], "係長", "whoever is written there");
    assert_eq!(first["orders"], json!([]), "no order is made up");
    assert_eq!(found(&office, "R6-3")["verifications"], json!([]), "done is not verified");
    assert_eq!(found(&office, "R6-4")["verifications"][0]["verifier"], "（過年度の記録に氏名なし）");
    let second = found(&office, "R6-2");
    assert!(second["orders"][0]["body"].as_str().unwrap().contains("日付の記載なし"));
}

#[test]
fn a_clause_that_can_only_be_one_makes_a_finding_known_as_repeated() {
    let office = Office::demo();
    let now = all(&office)
        .into_iter()
        .map(|row| office.call("finding.get", json!({ "id": row["id"] })))
        .find(|one| one["clause"] != "" && one["row"]["department"] == json!(general_affairs(&office)))
        .expect("総務課 has a finding that rests on a clause");
    let clause = now["clause"].as_str().unwrap();
    let named: &'static str = Box::leak(format!("対策基準 {clause}").into_boxed_str());
    let mut rows = [LAST_YEAR[0], LAST_YEAR[1]];
    rows[0][5] = named;
    rows[1][5] = "対策基準 5.1、5.2";
    let plan = plan(&office, "指摘一覧.xlsx", list(&rows));
    assert_eq!(row(&plan, "R6-1")["clause"], clause);
    let second = row(&plan, "R6-2");
    assert_eq!(second["clause"], "", "nothing is guessed");
    let told = second["issues"].as_array().unwrap();
    assert!(told.iter().any(|one| one["issue"] == "clause-unclear"), "{second:#}");
    commit(&office, &plan);
    let earlier = office.call("finding.get", json!({ "id": now["row"]["id"] }))["earlier"].clone();
    let repeated = earlier.as_array().unwrap().iter().find(|one| one["number"] == "R6-1");
    assert_eq!(repeated.expect("it is shown with the new one")["same_clause"], true);
}

#[test]
fn they_stand_where_what_is_late_is_looked_for_and_go_on_from_there() {
    let office = Office::demo();
    let plan = plan(&office, "指摘一覧.xlsx", list(&LAST_YEAR));
    commit(&office, &decided(&office, &plan, everything(&general_affairs(&office))));
    let due = office.call("due.list", json!({}));
    let late: Vec<&str> = due
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| {
            one["days_late"].as_i64().unwrap_or(0) > 300 && one["number"].as_str().unwrap().starts_with("R6-")
        })
        .map(|one| one["number"].as_str().unwrap())
        .collect();
    assert_eq!(late, ["R6-2", "R6-3", "R6-5", "R6-1"]);
    // What was reported lacks what shows it: it cannot be closed by the list alone.
    let reported = found(&office, "R6-3");
    let actions = reported["actions"].as_array().unwrap();
    let verify = actions.iter().find(|one| one["action"] == "verify_effective").unwrap();
    assert_eq!(verify["refusal"], "refused-no-completion-evidence");
    // An open one is ordered like any other.
    let open = found(&office, "R6-6");
    let actions: Vec<&Value> = open["actions"].as_array().unwrap().iter().map(|one| &one["action"]).collect();
    assert_eq!(actions, ["order"]);
    let late = office.call("finding.list", json!({ "fiscal_year": 2024, "open": true }));
    assert_eq!(late.as_array().unwrap().len(), 7);
    for audit in office.call("engagement.list", json!({ "kind": "audit", "fiscal_year": 2024 })).as_array().unwrap() {
        for query in ["engagement.get", "follow_up.list", "engagement.steps", "engagement_plan.get", "loan.list"] {
            office.call(query, json!({ "id": audit["id"] }));
        }
    }
    office.call("report.preview", json!({ "fiscal_year": 2024 }));
    office.call("report.preview", json!({ "fiscal_year": 2026 }));
    for query in ["home.get", "handover.list", "due.departments", "post.list"] {
        office.call(query, json!({}));
    }
}

#[test]
fn one_step_back_takes_all_of_it_back_and_a_second_take_changes_nothing() {
    let office = Office::demo();
    let department = general_affairs(&office);
    let (before, bytes) = (all(&office), list(&LAST_YEAR));
    let taken = || {
        let plan = plan(&office, "指摘一覧.xlsx", bytes.clone());
        decided(&office, &plan, everything(&department))
    };
    commit(&office, &taken());
    office.call("journal.undo", json!({}));
    assert_eq!(all(&office), before);
    office.call("journal.redo", json!({}));
    let after = all(&office);
    assert_eq!(after.len(), before.len() + 8);

    let again = taken();
    assert_eq!(again["known"], true);
    assert!(statuses(&again).iter().all(|status| *status == "same"), "{again:#}");
    let done = commit(&office, &again);
    assert_eq!((&done["output"]["taken"], &done["op"]), (&json!(0), &Value::Null), "no operation at all");
    assert_eq!(all(&office), after);

    // A list that says something else of one of them shows it, and writes nothing over.
    let mut other = LAST_YEAR;
    (other[1][2], other[1][4]) = ("重大", "画面が開いたままで、誰でも見られた。");
    let plan = plan(&office, "指摘一覧2.xlsx", list(&other));
    let plan = decided(&office, &plan, everything(&department));
    let differs = row(&plan, "R6-2");
    assert_eq!(differs["status"], "differs");
    let fields: Vec<&Value> = differs["changes"].as_array().unwrap().iter().map(|one| &one["field"]).collect();
    assert_eq!(fields, ["fact", "grade"]);
    assert_eq!(commit(&office, &plan)["output"]["taken"], 0);
}

#[test]
fn numbers_of_every_year_get_their_year_and_those_that_stand_twice_are_refused() {
    let office = Office::demo();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("総務課").unwrap();
    let headings = ["No.", "年度", "区分", "指摘事項", "期限"];
    let rows = [
        ["1", "R5", "軽微", "台帳がない。", "R6.3.31"],
        ["1", "R6", "軽微", "台帳がない。", "R7.3.31"],
        ["2", "令和6年度", "軽微", "鍵がない。", ""],
        ["2", "R6", "軽微", "扉がない。", ""],
        ["", "R6", "軽微", "窓が開いている。夜も同じだった。", ""],
        ["9", "昨年度", "軽微", "灯りがない。", ""],
    ];
    write(sheet, 0, &[headings]);
    write(sheet, 1, &rows);
    let plan = plan(&office, "一覧.xlsx", book.save_to_buffer().unwrap());
    let numbers: Vec<&str> =
        plan["rows"].as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["令和5年度-旧1", "令和6年度-旧1", "令和6年度-旧2", "令和6年度-旧2", "", "9"]);
    assert_eq!(statuses(&plan), ["new", "new", "new", "unreadable", "new", "open"]);
    assert_eq!(plan["rows"][4]["title"], "窓が開いている", "the first sentence");
    assert_eq!(plan["rows"][0]["department_name"], "総務課", "the sheet is named after it");
    commit(&office, &plan);
    let unnumbered = all(&office).into_iter().find(|row| row["title"] == "窓が開いている").unwrap();
    assert!(unnumbered["number"].as_str().unwrap().starts_with("令和6年度-0"), "{unnumbered}");
}

#[test]
fn a_table_in_the_old_encoding_is_read_and_a_hopeless_one_says_what_is_missing() {
    let office = Office::demo();
    // 番号,課,指摘事項,改善期限,状況 and one row, in CP932.
    let csv: Vec<u8> = [
        &b"\x94\xd4\x8d\x86,\x89\xdb,\x8ew\x93E\x8e\x96\x8d\x80,\x89\xfc\x91P\x8a\xfa\x8c\xc0,\x8f\xf3\x8b\xb5\r\n"[..],
        b"R6-30,\x91\x8d\x96\xb1\x89\xdb,\x8c\xae\x82\xaa\x82\xc8\x82\xa2\x81B,R7.3.31,\x91\xce\x89\x9e\x92\x86\r\n",
    ]
    .concat();
    let old = plan(&office, "指摘.csv", csv);
    assert_eq!(old["rows"][0]["fact"], "鍵がない。", "{old:#}");
    assert_eq!(old["questions"][0]["asked"], "grade", "no column says the grade: asked once");
    let old = decided(&office, &old, json!({ "grade/": "minor" }));
    assert_eq!(commit(&office, &old)["output"]["taken"], 1);

    let mut book = Workbook::new();
    write(book.add_worksheet(), 0, &[["旅費の精算", ""], ["4月", "12000"]]);
    let hopeless = plan(&office, "旅費.xlsx", book.save_to_buffer().unwrap());
    assert_eq!((&hopeless["rows"], &hopeless["reading"]["layouts"]), (&json!([]), &json!({})));
    // A person points at headings, and nothing sensible comes of it.
    let mut reading = hopeless["reading"].clone();
    let layout =
        json!({ "first": 0, "last": 0, "columns": [], "whose": "file", "with_hidden": false, "same_numbers": false });
    reading["layouts"] = json!({ "Sheet1": layout });
    let pointed = office.call("past.plan", json!({ "token": hopeless["token"], "reading": reading }));
    assert_eq!(pointed["rows"], json!([]));
    reading["layouts"] = json!({ "gone": layout });
    let refused = office.refused("past.plan", json!({ "token": hopeless["token"], "reading": reading }));
    assert_eq!(refused.code, "bad-request");
    assert_eq!(office.refused("past.plan", json!({ "token": "gone", "reading": null })).code, "import-gone");
    assert_eq!(commit(&office, &pointed)["output"]["taken"], 0);
}

#[test]
fn what_was_pointed_at_is_kept_and_an_office_without_a_standard_is_asked_for_one() {
    let office = Office::created();
    office.call("department.save", json!({ "id": null, "name": "総務課", "kana": "", "closed_on": null }));
    let mut book = Workbook::new();
    let rows = [["くぶん", "どこ", "なにが", "いつまで"], ["軽微", "総務課", "鍵がない。", "R7.3.31"]];
    write(book.add_worksheet(), 0, &rows);
    let bytes = book.save_to_buffer().unwrap();
    let guessed = plan(&office, "R6控え.xlsx", bytes.clone());
    assert_eq!(guessed["reading"]["layouts"], json!({}));
    let holds = ["grade", "place", "fact", "due"];
    let columns: Vec<Value> = (0..4)
        .map(|at| json!({ "column": at, "heading": rows[0][at], "holds": holds[at], "place": "", "answer": "" }))
        .collect();
    let layout = json!({ "first": 0, "last": 0, "columns": columns, "whose": "file", "with_hidden": false, "same_numbers": false });
    let mut reading = guessed["reading"].clone();
    reading["layouts"] = json!({ "Sheet1": layout });
    let pointed = office.call("past.plan", json!({ "token": guessed["token"], "reading": reading }));
    assert_eq!(statuses(&pointed), ["new"], "{pointed:#}");
    let request = json!({ "token": pointed["token"], "reading": pointed["reading"], "skip": [] });
    let refused = office.refused("past.commit", request.clone());
    assert_eq!(refused.field.as_deref(), Some("pack_hash"));
    office.call("past.keep_layout", json!({ "name": "控えの様式", "layout": layout }));
    let mut request = request;
    request["reading"]["pack_hash"] = pointed["editions"][0]["value"].clone();
    assert_eq!(office.call("past.commit", request)["output"]["taken"], 1);
    let again = plan(&office, "R6控え.xlsx", bytes);
    assert_eq!((&again["sheets"][0]["kept"], &again["rows"][0]["status"]), (&json!("控えの様式"), &json!("same")));
    let kept = read(&office, "R6控え.xlsx", list(&LAST_YEAR[..1]));
    assert_eq!(kept["tables"]["sheets"][0]["kept"], Value::Null, "it reads no answers");
}
