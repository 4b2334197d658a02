//! The papers of a finding: handed out, filled in by a department, and recorded when they come back.

use crate::common::{Office, filled};
use serde_json::{Value, json};

/// The finding of the demo that is in this state.
fn finding(office: &Office, state: &str) -> Value {
    let all = office.call("finding.list", json!({ "fiscal_year": null, "open": false }));
    all.as_array().unwrap().iter().find(|row| row["state"] == state).unwrap().clone()
}

fn paper(finding: &Value, paper: &str, format: &str) -> Value {
    json!({ "finding": finding["id"], "paper": paper, "check": null, "format": format })
}

fn export(office: &Office, paper: Value) -> Vec<u8> {
    let request =
        json!({ "papers": [paper], "destination": office.path("."), "recipient": "総務課長", "basis": "監査要綱" });
    let name = office.call("finding_paper.export", request)["output"]["name"].as_str().unwrap().to_owned();
    std::fs::read(office.folder.path().join(name)).unwrap()
}

fn read(office: &Office, bytes: Vec<u8>) -> Value {
    let handle = office.app.put("票.xlsx", bytes);
    office.call("returned.read", json!({ "handle": handle }))["output"].clone()
}

fn commit(office: &Office, preview: &Value) -> Value {
    office.call("returned.commit", json!({ "token": preview["token"] }))
}

fn get(office: &Office, finding: &Value) -> Value {
    office.call("finding.get", json!({ "id": finding["id"] }))
}

/// Somebody of the department of a finding.
fn person(office: &Office, finding: &Value) -> String {
    let all = office.call("person.list", json!({}));
    let of = |row: &&Value| row["department"] == finding["department"] && row["left_on"].is_null();
    all.as_array().unwrap().iter().find(of).unwrap()["name"].as_str().unwrap().to_owned()
}

/// A text in a field above the table.
fn fields<'a>(list: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str, &'a str)> {
    list.iter().map(|(key, text)| (*key, "@value", *text)).collect()
}

#[test]
fn every_paper_that_is_offered_can_be_made() {
    let office = Office::demo();
    let all = office.call("finding.list", json!({ "fiscal_year": null, "open": false }));
    for row in all.as_array().unwrap() {
        let papers = office.call("finding_paper.list", json!({ "id": row["id"] }));
        for one in papers.as_array().unwrap() {
            for format in one["formats"].as_array().unwrap() {
                let asked =
                    json!({ "finding": row["id"], "paper": one["paper"], "check": one["check"], "format": format });
                let name = office.call("finding_paper.name", asked.clone())["name"].as_str().unwrap().to_owned();
                assert!(name.contains(row["number"].as_str().unwrap()), "{name}");
                let bytes = export(&office, asked);
                let magic: &[u8] = if *format == "pdf" { b"%PDF" } else { b"PK" };
                assert!(bytes.starts_with(magic), "{name}");
            }
        }
    }
    let draft = finding(&office, "draft");
    let refused = office.refused("finding_paper.name", paper(&draft, "completion", "xlsx"));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("paper-not-now", Some("paper")));
    assert_eq!(office.refused("finding_paper.name", paper(&draft, "order", "pdf")).code, "paper-not-now");
    assert_eq!(office.refused("finding_paper.name", paper(&draft, "finding", "xlsx")).code, "bad-request");
}

/// The papers of a kind and a format that can be made of all findings.
fn of_all(office: &Office, kind: &str, format: &str) -> Vec<Value> {
    let all = office.call("finding.list", json!({ "fiscal_year": null, "open": false }));
    let findings: Vec<&Value> = all.as_array().unwrap().iter().map(|row| &row["id"]).collect();
    let kinds = office.call("finding_paper.several", json!({ "findings": findings }));
    let kinds = kinds.as_array().unwrap().clone();
    let found = kinds.into_iter().find(|one| one["paper"] == kind && one["format"] == format).unwrap();
    found["papers"].as_array().unwrap().clone()
}

#[test]
fn papers_of_several_findings_leave_as_one_file() {
    let office = Office::demo();
    let export = |papers: Vec<Value>| json!({ "papers": papers, "destination": office.path("."), "recipient": "各課長", "basis": "監査要綱" });
    let asked = |papers: &[Value]| papers.iter().map(|one| one["paper"].clone()).collect::<Vec<_>>();
    let orders = of_all(&office, "order", "pdf");
    assert!(orders.len() > 2, "{orders:#?}");
    let made = office.call("finding_paper.export", export(asked(&orders)))["output"].clone();
    assert!(made["name"].as_str().unwrap().contains(&format!("改善指示書_{}件", orders.len())), "{made}");
    let releases = office.call("release.list", json!({}));
    assert_eq!((&releases[0]["kind"], &releases[0]["recipient"]), (&json!("order-pdf"), &json!("各課長")));

    // The sheets of a file are recognised one by one when it comes back.
    let plans = of_all(&office, "plan_blank", "xlsx");
    let name = office.call("finding_paper.export", export(asked(&plans)))["output"]["name"].clone();
    let preview = read(&office, std::fs::read(office.folder.path().join(name.as_str().unwrap())).unwrap());
    let mut numbers: Vec<&Value> = preview["sheets"].as_array().unwrap().iter().map(|sheet| &sheet["number"]).collect();
    let mut sent: Vec<&Value> = plans.iter().map(|one| &one["number"]).collect();
    numbers.sort_by_key(ToString::to_string);
    sent.sort_by_key(ToString::to_string);
    assert_eq!(numbers, sent, "{preview:#}");

    let refused = |papers: Vec<Value>| {
        let refused = office.refused("finding_paper.export", export(papers));
        (refused.code, refused.field)
    };
    let mixed = [asked(&orders[..1]), asked(&plans[..1])].concat();
    assert_eq!(refused(mixed), ("bad-request".to_owned(), Some("papers".to_owned())));
    assert_eq!(refused(Vec::new()), ("required".to_owned(), Some("papers".to_owned())));
    assert_eq!(office.call("finding_paper.several", json!({ "findings": [] })), json!([]));
}

#[test]
fn a_plan_comes_back_and_is_handed_in_once() {
    let office = Office::demo();
    let ordered = finding(&office, "ordered");
    let sheet = export(&office, paper(&ordered, "plan_blank", "xlsx"));
    let blank = read(&office, sheet.clone());
    assert_eq!(
        (&blank["sheets"][0]["blank"], &blank["sheets"][0]["problem"]),
        (&json!(true), &Value::Null),
        "{blank:#}"
    );
    assert_eq!(commit(&office, &blank)["op"], Value::Null, "a blank is no answer");

    let name = person(&office, &ordered);
    let mut cells = fields(&[
        ("field:cause", "手順が決まっていない。"),
        ("field:corrective", "手順を定める。"),
        ("field:preventive", "毎年、見直す。"),
        ("field:owner", &name),
        ("field:start_on", "令和8年11月24日"),
        ("field:due_on", "令和9年1月29日"),
        ("field:budget", "不要"),
        ("field:applicant", &name),
    ]);
    cells.extend([("row:1", "by", "R8.12.18"), ("row:1", "what", "手順の案")]);
    let bytes = filled(&sheet, &cells);
    let preview = read(&office, bytes.clone());
    assert_eq!(preview["sheets"][0]["problem"], Value::Null, "{preview:#}");
    assert_eq!(get(&office, &ordered)["row"]["state"], "ordered", "reading changes nothing");
    let done = commit(&office, &preview);
    assert_eq!((&done["output"]["taken"], &done["op"]["kind"]), (&json!(1), &json!("returned.commit")));
    let after = get(&office, &ordered);
    let plan = after["plans"].as_array().unwrap().last().unwrap();
    assert_eq!((&after["row"]["state"], &plan["cause"]), (&json!("planned"), &json!("手順が決まっていない。")));
    assert_eq!((&plan["due_on"], &plan["milestones"][0]["what"]), (&json!("2027-01-29"), &json!("手順の案")));
    let kept = after["evidence"].as_array().unwrap();
    assert!(kept.iter().any(|one| one["name"] == "票.xlsx"), "the original is evidence");

    let again = read(&office, bytes);
    assert_eq!((&again["known"], &again["sheets"][0]["recorded"]), (&json!(true), &json!(true)));
    assert_eq!(commit(&office, &again)["op"], Value::Null, "a second time changes nothing");
    let resaved = read(&office, filled(&filled(&sheet, &cells), &[("field:budget", "@value", "不要 ")]));
    assert_eq!(resaved["sheets"][0]["recorded"], true, "the same contents under another hash: {resaved:#}");

    for change in [("field:due_on", "@value", "令和9年2月26日"), ("row:1", "what", "手順の案と周知")] {
        let changed = read(&office, filled(&filled(&sheet, &cells), &[change]));
        assert_eq!(changed["sheets"][0]["recorded"], false, "{change:?} is another plan: {changed:#}");
    }

    office.call("journal.undo", json!({}));
    let undone = get(&office, &ordered);
    assert_eq!((&undone["row"]["state"], undone["plans"].as_array().unwrap().len()), (&json!("ordered"), 0));
}

#[test]
fn what_is_not_clear_is_asked_and_an_answer_decides() {
    let office = Office::demo();
    let correcting = finding(&office, "correcting");
    let sheet = export(&office, paper(&correcting, "progress", "xlsx"));
    let hostile = filled(
        &sheet,
        &fields(&[
            ("field:reported_on", "確認中"),
            ("field:state", "順調"),
            ("field:percent", "昨年同様"),
            ("field:note", "=HYPERLINK(\"http://x\")"),
            ("field:reporter", "だれか"),
        ]),
    );
    let preview = read(&office, hostile);
    let of = |key: &str| {
        let fields = preview["sheets"][0]["fields"].as_array().unwrap();
        fields.iter().find(|field| field["key"] == key).unwrap().clone()
    };
    for (key, code) in [
        ("field:reported_on", "deferred"),
        ("field:percent", "deferred"),
        ("field:state", "not-an-answer"),
        ("field:reporter", "nobody-of-that-name"),
    ] {
        assert_eq!((&of(key)["code"], &of(key)["value"]), (&json!(code), &Value::Null), "{key}");
    }
    assert_eq!(of("field:note")["value"], "=HYPERLINK(\"http://x\")", "a text stays a text");
    assert_eq!(preview["sheets"][0]["problem"]["code"], "returned-questions");
    assert!(preview["diagnostics"].as_array().unwrap().iter().all(|one| one["cell"].is_string()), "{preview:#}");
    assert_eq!(office.refused("returned.commit", json!({ "token": preview["token"] })).code, "returned-questions");

    let name = person(&office, &correcting);
    let unsure = filled(
        &sheet,
        &fields(&[
            ("field:reported_on", "R8.11.20"),
            ("field:state", "着手"),
            ("field:percent", "0.45"),
            ("field:note", "発注した。"),
            ("field:next_report_on", "R8.12.21"),
            ("field:reporter", &name),
        ]),
    );
    let preview = read(&office, unsure);
    assert_eq!(preview["sheets"][0]["problem"]["code"], "returned-questions", "{preview:#}");
    let answer = |value: &str| {
        let request = json!({ "token": preview["token"], "sheet": preview["sheets"][0]["sheet"],
            "key": "field:percent", "column": "@value", "value": value });
        office.call("returned.answer", request)["output"].clone()
    };
    assert_eq!(answer("99")["sheets"][0]["problem"]["code"], "returned-questions", "what was not offered is no answer");
    let answered = answer("45");
    assert_eq!(answered["sheets"][0]["problem"], Value::Null, "{answered:#}");
    commit(&office, &answered);
    assert_eq!(get(&office, &correcting)["row"]["percent"], 45);
}

#[test]
fn a_step_that_is_not_legal_is_refused_as_on_the_screen() {
    let office = Office::demo();
    let correcting = finding(&office, "correcting");
    let name = person(&office, &correcting);
    let sheet = export(&office, paper(&correcting, "completion", "xlsx"));
    let said = [("field:reported_on", "R8.11.20"), ("field:note", "手順を定めた。"), ("field:reporter", name.as_str())];
    let bare = read(&office, filled(&sheet, &fields(&said)));
    assert_eq!(bare["sheets"][0]["problem"]["code"], "refused-no-completion-evidence", "{bare:#}");
    let refused = office.refused("returned.commit", json!({ "token": bare["token"] }));
    assert_eq!(refused.code, "refused-no-completion-evidence");
    assert_eq!(get(&office, &correcting)["row"]["state"], "correcting");

    let mut cells = fields(&said);
    cells.extend([("row:2", "evidence", "改正した手順書"), ("row:2", "place", "書庫3")]);
    let whole = filled(&sheet, &cells);
    commit(&office, &read(&office, whole.clone()));
    let after = get(&office, &correcting);
    assert_eq!(
        (&after["row"]["state"], &after["completions"][0]["evidence"][0]["name"]),
        (&json!("reported"), &json!("改正した手順書"))
    );

    // A sheet that was handed out before comes back too late.
    let late = filled(&sheet, &[cells.as_slice(), &fields(&[("field:note", "別の内容")])].concat());
    let preview = read(&office, late);
    assert_eq!(preview["sheets"][0]["problem"]["code"], "refused-wrong-state", "{preview:#}");
    assert_eq!(office.refused("returned.commit", json!({ "token": preview["token"] })).code, "refused-wrong-state");
}

#[test]
fn a_view_and_an_answer_to_a_horizontal_check_come_back() {
    let office = Office::demo();
    let draft = finding(&office, "draft");
    office.call(
        "finding.send_check",
        json!({ "finding": draft["id"], "sent_on": "2026-11-18", "due_on": "2026-12-04", "means": "票" }),
    );
    let sheet = export(&office, paper(&draft, "check", "xlsx"));
    let mut cells = fields(&[
        ("field:view", "一部異議"),
        ("field:answered_by", "総務課長　上田"),
        ("field:answered_on", "令和8年11月20日"),
    ]);
    cells.push(("row:1", "where", "鍵の場所"));
    cells.push(("row:1", "said", "引き出しにあった。"));
    commit(&office, &read(&office, filled(&sheet, &cells)));
    let check = get(&office, &draft)["checks"][0].clone();
    assert_eq!(
        (&check["view"], &check["view_text"]),
        (&json!("partly_disputed"), &json!("・鍵の場所：引き出しにあった。"))
    );

    let ordered = finding(&office, "ordered");
    let departments = office.call("department.list", json!({}));
    let other = departments.as_array().unwrap().iter().find(|row| row["id"] != ordered["department"]).unwrap();
    office.call(
        "horizontal.ask",
        json!({ "finding": ordered["id"], "departments": [other["id"]],
        "asked_on": "2026-11-18", "due_on": "2026-12-18", "question": "同じ手順がないか。" }),
    );
    let rows = get(&office, &ordered)["horizontal"].clone();
    let row = rows.as_array().unwrap().iter().find(|row| row["department"] == other["id"]).unwrap().clone();
    let asked = json!({ "finding": ordered["id"], "paper": "horizontal", "check": row["id"], "format": "xlsx" });
    let sheet = export(&office, asked);
    let answered = fields(&[
        ("field:result", "問題なし"),
        ("field:answer", "手順書がある。"),
        ("field:answered_by", "課長"),
        ("field:answered_on", "R8.11.20"),
    ]);
    commit(&office, &read(&office, filled(&sheet, &answered)));
    let rows = get(&office, &ordered)["horizontal"].clone();
    let row = rows.as_array().unwrap().iter().find(|one| one["id"] == row["id"]).unwrap().clone();
    assert_eq!((&row["state"], &row["result"]), (&json!("answered"), &json!("clear")));
}

#[test]
fn a_sheet_of_another_workspace_is_none_of_ours() {
    let office = Office::demo();
    let sheet = export(&office, paper(&finding(&office, "correcting"), "progress", "xlsx"));
    let other = Office::created();
    let preview = read(&other, sheet);
    assert_eq!(
        (&preview["sheets"][0]["finding"], &preview["diagnostics"][0]["code"]),
        (&Value::Null, &json!("wrong-form"))
    );
    assert_eq!(commit(&other, &preview)["op"], Value::Null);
    let target = office.target("self_check", "資格管理課");
    let preview = read(&office, office.export_form(&target));
    assert_eq!(preview["sheets"][0]["finding"], Value::Null, "a checklist is taken in elsewhere");
    let handle = office.app.put("x.xlsx", b"PK\x03\x04broken".to_vec());
    assert_eq!(office.refused("returned.read", json!({ "handle": handle })).code, "import-unreadable");
}
