//! The sheets on findings as they come back: handed out, filled in, saved again by another program as xlsx and as ods,
//! read, and recorded. Both say what the sheet said that was never saved again.

use kansa_tests::office::Office;
use kansa_tests::workbook::{Entry, fill, saved_again};
use serde_json::{Value, json};

/// The demo, open.
fn demo() -> Office {
    let office = Office::new();
    office.call("demo.create", json!({ "folder": office.handle("demo") }));
    office
}

/// The finding of the demo that is in this state.
fn finding(office: &Office, state: &str) -> Value {
    let all = office.call("finding.list", json!({ "fiscal_year": null, "open": false }));
    all.as_array().unwrap().iter().find(|row| row["state"] == state).unwrap().clone()
}

/// Somebody of a department.
fn person(office: &Office, department: &Value) -> String {
    let all = office.call("person.list", json!({}));
    let of = |row: &&Value| row["department"] == *department && row["left_on"].is_null();
    all.as_array().unwrap().iter().find(of).unwrap()["name"].as_str().unwrap().to_owned()
}

/// Another department than that of a finding.
fn other(office: &Office, finding: &Value) -> Value {
    let all = office.call("department.list", json!({}));
    all.as_array().unwrap().iter().find(|row| row["id"] != finding["department"]).unwrap()["id"].clone()
}

fn get(office: &Office, finding: &Value) -> Value {
    office.call("finding.get", json!({ "id": finding["id"] }))
}

fn read(office: &Office, name: &str, bytes: Vec<u8>) -> Value {
    let handle = office.app.put(name, bytes);
    let preview = office.call("returned.read", json!({ "handle": handle }))["output"].clone();
    assert_eq!(preview["sheets"].as_array().unwrap().len(), 1, "{name}: {preview:#}");
    preview
}

/// What would be recorded, field by field.
fn values(preview: &Value) -> Vec<(Value, Value, Value)> {
    let fields = preview["sheets"][0]["fields"].as_array().unwrap();
    fields.iter().map(|field| (field["key"].clone(), field["column"].clone(), field["value"].clone())).collect()
}

/// Takes the sheet of a paper through another program twice, records what came back as ods, and gives the finding.
fn through_another_program(office: &Office, finding: &Value, paper: &str, entries: &[Entry<'_>]) -> Value {
    let papers = office.call("finding_paper.list", json!({ "id": finding["id"] }));
    let found = papers.as_array().unwrap().iter().rfind(|one| one["paper"] == paper).unwrap();
    let asked = json!({ "finding": finding["id"], "paper": paper, "check": found["check"], "format": "xlsx" });
    let name = office.call(
        "finding_paper.export",
        json!({ "papers": [asked], "destination": office.handle("."), "recipient": "総務課長", "basis": "監査要綱" }),
    )["output"]["name"]
        .as_str()
        .unwrap()
        .to_owned();
    let filled = fill(&std::fs::read(office.folder.path().join(name)).unwrap(), entries);
    let [xlsx, ods] = ["xlsx", "ods"].map(|format| saved_again(office.folder.path(), &filled, format));
    assert!(xlsx != filled && ods.starts_with(b"PK"), "another program wrote them");

    let as_filled = read(office, "票.xlsx", filled);
    assert_eq!(as_filled["sheets"][0]["problem"], Value::Null, "{as_filled:#}");
    let given = entries.len();
    let taken =
        values(&as_filled).iter().filter(|(_, _, value)| value.as_str().is_some_and(|text| !text.is_empty())).count();
    assert!(taken >= given, "{given} cells were filled in, {taken} are taken: {as_filled:#}");
    let as_saved = read(office, "票（保存し直し）.xlsx", xlsx);
    let as_ods = read(office, "票.ods", ods);
    for preview in [&as_saved, &as_ods] {
        assert_eq!(values(preview), values(&as_filled), "{}", preview["file_name"]);
        assert_eq!(preview["sheets"][0]["problem"], Value::Null, "{preview:#}");
        assert_eq!(preview["diagnostics"], json!([]), "{}", preview["file_name"]);
    }
    let done = office.call("returned.commit", json!({ "token": as_ods["token"] }));
    assert_eq!((&done["output"]["taken"], &done["op"]["kind"]), (&json!(1), &json!("returned.commit")));
    let second = office.call("returned.commit", json!({ "token": as_saved["token"] }));
    assert_eq!(second["op"], Value::Null, "the same content in another format is recorded already");
    get(office, finding)
}

#[test]
fn a_view_comes_back_through_another_program() {
    let office = demo();
    let draft = finding(&office, "draft");
    office.call(
        "finding.send_check",
        json!({ "finding": draft["id"], "sent_on": "2026-11-18", "due_on": "2026-12-04", "means": "票" }),
    );
    let after = through_another_program(
        &office,
        &draft,
        "check",
        &[
            ("field:view", "value", "一部異議"),
            ("field:answered_by", "value", "総務課長　上田"),
            ("field:answered_on", "value", "令和8年11月20日"),
            ("row:1", "where", "鍵の場所"),
            ("row:1", "said", "引き出しにあった。\n鍵は閉めていた。"),
        ],
    );
    let check = after["checks"].as_array().unwrap().last().unwrap();
    assert_eq!((&check["view"], &check["answered_on"]), (&json!("partly_disputed"), &json!("2026-11-20")));
    assert_eq!(check["view_text"], "・鍵の場所：引き出しにあった。\n鍵は閉めていた。");
}

#[test]
fn a_plan_comes_back_through_another_program() {
    let office = demo();
    let ordered = finding(&office, "ordered");
    let name = person(&office, &ordered["department"]);
    let after = through_another_program(
        &office,
        &ordered,
        "plan_blank",
        &[
            ("field:cause", "value", "手順が決まっていない。\n誰の仕事かも決まっていない。"),
            ("field:corrective", "value", "手順を定める。"),
            ("field:preventive", "value", "毎年、見直す。"),
            ("field:owner", "value", &name),
            ("field:start_on", "value", "令和8年11月24日"),
            ("field:due_on", "value", "R9.1.29"),
            ("field:budget", "value", "不要"),
            ("field:applicant", "value", &name),
            ("row:1", "by", "R8.12.18"),
            ("row:1", "what", "手順の案"),
            ("row:2", "by", "令和9年1月15日"),
            ("row:2", "what", "周知"),
        ],
    );
    let plan = after["plans"].as_array().unwrap().last().unwrap();
    assert_eq!((&after["row"]["state"], &plan["due_on"]), (&json!("planned"), &json!("2027-01-29")));
    assert_eq!(plan["cause"], "手順が決まっていない。\n誰の仕事かも決まっていない。");
    let milestones: Vec<&Value> = plan["milestones"].as_array().unwrap().iter().map(|one| &one["due_on"]).collect();
    assert_eq!(milestones, ["2026-12-18", "2027-01-15"]);
}

#[test]
fn a_progress_report_comes_back_through_another_program() {
    let office = demo();
    let correcting = finding(&office, "correcting");
    let name = person(&office, &correcting["department"]);
    let after = through_another_program(
        &office,
        &correcting,
        "progress",
        &[
            ("field:reported_on", "value", "令和8年11月20日"),
            ("field:state", "value", "遅延"),
            ("field:percent", "value", "55"),
            ("field:note", "value", "発注した。"),
            ("field:delay_reason", "value", "納品が遅れている。"),
            ("field:next_report_on", "value", "令和8年12月21日"),
            ("field:reporter", "value", &name),
        ],
    );
    let report = after["progress"].as_array().unwrap().last().unwrap();
    assert_eq!((&report["percent"], &report["state"]), (&json!(55), &json!("delayed")));
    assert_eq!(
        (&report["delay_reason"], &report["next_report_on"]),
        (&json!("納品が遅れている。"), &json!("2026-12-21"))
    );
}

#[test]
fn a_completion_comes_back_through_another_program() {
    let office = demo();
    let correcting = finding(&office, "correcting");
    let name = person(&office, &correcting["department"]);
    let after = through_another_program(
        &office,
        &correcting,
        "completion",
        &[
            ("field:reported_on", "value", "R8.11.20"),
            ("field:note", "value", "手順を定め、周知した。"),
            ("field:residual_risk", "value", "持ち出しの確認は人の目による。"),
            ("field:reporter", "value", &name),
            ("row:1", "evidence", "改正した手順書"),
            ("row:1", "place", "書庫3"),
        ],
    );
    let report = after["completions"].as_array().unwrap().last().unwrap();
    assert_eq!((&after["row"]["state"], &report["reported_on"]), (&json!("reported"), &json!("2026-11-20")));
    assert_eq!(report["evidence"][0]["name"], "改正した手順書");
    assert_eq!(report["residual_risk"], "持ち出しの確認は人の目による。");
}

#[test]
fn an_answer_to_a_horizontal_check_comes_back_through_another_program() {
    let office = demo();
    let ordered = finding(&office, "ordered");
    office.call(
        "horizontal.ask",
        json!({ "finding": ordered["id"], "departments": [other(&office, &ordered)],
            "asked_on": "2026-11-18", "due_on": "2026-12-18", "question": "同じ手順がないか。" }),
    );
    let after = through_another_program(
        &office,
        &ordered,
        "horizontal",
        &[
            ("field:result", "value", "問題なし"),
            ("field:answer", "value", "手順書があり、守られている。"),
            ("field:answered_by", "value", "課長"),
            ("field:answered_on", "value", "R8.11.20"),
            ("row:1", "where", "共有フォルダー"),
            ("row:1", "said", "権限は課の者だけ"),
        ],
    );
    let rows = after["horizontal"].as_array().unwrap();
    let row = rows.iter().find(|one| one["answered_on"] == "2026-11-20").unwrap();
    assert_eq!((&row["state"], &row["result"]), (&json!("answered"), &json!("clear")));
    assert!(row["answer"].as_str().unwrap().contains("共有フォルダー"), "{row}");
}
