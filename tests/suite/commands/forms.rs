//! The part of the day on which sheets on findings are handed out and come back.

use super::Record;
use kansa_tests::workbook::fill;
use serde_json::{Value, json};

/// A progress report is handed out, filled in badly, asked about, and recorded.
pub(super) fn returned(day: &mut Record) {
    let all = day.office.call("finding.list", json!({ "fiscal_year": 2026, "open": true }));
    let finding = all.as_array().unwrap().iter().find(|row| row["state"] == "correcting").unwrap()["id"].clone();
    day.call("finding_paper.list", json!({ "id": finding }));
    day.call("finding_paper.several", json!({ "findings": [finding] }));
    let paper =
        |paper: &str, format: &str| json!({ "finding": finding, "paper": paper, "check": null, "format": format });
    day.call("finding_paper.name", paper("progress", "xlsx"));
    day.call("finding_paper.name", paper("check", "pdf"));
    let there = day.office.handle(".");
    let export =
        |paper: Value| json!({ "papers": [paper], "destination": there, "recipient": "総務課長", "basis": "監査要綱" });
    day.call("finding_paper.export", export(paper("memo", "pdf")));
    let name = day.call("finding_paper.export", export(paper("progress", "xlsx")))["output"]["name"]
        .as_str()
        .unwrap()
        .to_owned();
    let sent = std::fs::read(day.office.folder.path().join(name)).unwrap();
    let filled = fill(
        &sent,
        &[
            ("field:reported_on", "value", "令和8年11月20日"),
            ("field:state", "value", "着手"),
            ("field:percent", "value", "0.4"),
            ("field:note", "value", "鍵箱を発注した"),
            ("field:next_report_on", "value", "令和8年12月21日"),
            ("field:reporter", "value", "上田 次郎"),
        ],
    );
    let handle = day.office.app.put("進捗.xlsx", filled);
    let preview = day.call("returned.read", json!({ "handle": handle }));
    let token = preview["output"]["token"].clone();
    day.call("returned.commit", json!({ "token": token }));
    let answer = |sheet: &Value| json!({ "token": token, "sheet": sheet, "key": "field:percent", "column": "@value", "value": "40" });
    day.call("returned.answer", answer(&preview["output"]["sheets"][0]["sheet"]));
    day.call("returned.commit", json!({ "token": token }));
    day.call("returned.commit", json!({ "token": token }));
}
