//! A list of findings that the office kept itself: looked at, asked about, kept, taken over.

use super::Record;
use rust_xlsxwriter::Workbook;
use serde_json::json;

pub(super) fn past(day: &mut Record) {
    let departments = day.office.call("department.list", json!({}));
    let department = departments[0]["name"].as_str().unwrap().to_owned();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [
        ["番号", "所管課", "区分", "指摘事項", "改善計画", "期限", "状況"],
        ["R5-1", department.as_str(), "不適合", "鍵の管理簿がない。", "管理簿を作る。", "R6.9", "対応中"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write(row, column, text).unwrap();
        }
    }
    let handle = day.office.app.put("令和5年度指摘一覧.xlsx", book.save_to_buffer().unwrap());
    let preview = day.office.call("import.read", json!({ "handle": handle }));
    let token = &preview["token"];
    let plan = day.call("past.plan", json!({ "token": token, "reading": null }));
    let mut reading = plan["reading"].clone();
    day.call("past.keep_layout", json!({ "name": "昔の一覧", "layout": reading["layouts"]["Sheet1"] }));
    reading["decisions"] = json!({ "grade/不適合": "minor" });
    day.call("past.commit", json!({ "token": token, "reading": reading, "skip": [] }));
}
