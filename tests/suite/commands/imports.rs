//! A table of somebody's own comes back: it is looked at, its reading said and kept, compared, and asked about.

use super::Record;
use rust_xlsxwriter::Workbook;
use serde_json::json;

pub(super) fn imports(day: &mut Record, target: &str, there: &str) {
    let grid = day.office.call("grid.get", json!({ "target": target }));
    let engagement = &grid["engagement"];
    let question = grid["rows"][3]["question"].as_str().unwrap().to_owned();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [["番号", "点検項目", "回答"], ["4", question.as_str(), "確認中"]];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write(row, column, text).unwrap();
        }
    }
    let handle = day.office.app.put("自分の様式.xlsx", book.save_to_buffer().unwrap());
    day.call("import.engagements", json!({}));
    day.call("import.find", json!({ "handles": [handle] }));
    day.call("import.stop", json!({}));
    let preview = day.call("import.read", json!({ "handle": handle }));
    let token = &preview["token"];
    day.call("import.view", json!({ "token": token, "sheet": "Sheet1" }));
    day.call("import.view", json!({ "token": token, "sheet": "gone" }));
    let mut reading = preview["tables"]["reading"].clone();
    reading["engagement"] = engagement.clone();
    reading["single"] = json!(target);
    day.call("import.arrange", json!({ "token": token, "reading": reading }));
    day.call("import.keep_layout", json!({ "token": token, "sheet": "Sheet1", "name": "自分の様式" }));
    day.call("import.keep_layout", json!({ "token": token, "sheet": "gone", "name": "x" }));
    let kept = day.call("import.kept", json!({}));
    day.call("import.forget_layout", json!({ "id": kept[0]["id"] }));
    day.call("import.compare", json!({ "tokens": [token, token] }));
    day.call("import.back_name", json!({ "token": token, "what": "queries" }));
    let back = json!({ "file": { "token": token }, "what": "queries", "destination": there, "recipient": "課長", "basis": "点検要領" });
    day.call("import.write_back", back);
    let scan = day.office.app.put("手書き.png", b"\x89PNG\r\n\x1a\nimage".to_vec());
    day.call("import.keep_scan", json!({ "handle": scan, "target": target }));
    day.call("import.originals", json!({ "target": target }));
}
