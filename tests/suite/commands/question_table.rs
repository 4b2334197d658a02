//! The checklist an office keeps in a workbook: read, arranged, taken over; and the ways of reading that are kept.

use super::Record;
use rust_xlsxwriter::Workbook;
use serde_json::json;

/// Takes questions into an edition in the making.
pub(super) fn question_table(day: &mut Record) {
    let packs = day.office.call("pack.list", json!({}));
    let base = packs.as_array().unwrap().iter().find(|row| row["pack"] == "kanagawa").unwrap()["hash"].clone();
    let head = json!({ "pack": "kanagawa", "edition": "2029-04", "title": "基本方針", "title_en": "", "issuer": "青葉広域連合",
        "issuer_en": "", "revised": null, "effective": null });
    let own = day.office.call("own_pack.start", json!({ "base": base, "head": head }))["output"]["id"].clone();
    let clause = "6(8)";
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows =
        [["条項", "点検項目"], [clause, "窓口の端末を固定しているか。"], ["別表", "記録を毎月確かめていること。"]];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write(row, column, text).unwrap();
        }
    }
    let handle = day.office.app.put("昨年の点検表.xlsx", book.save_to_buffer().unwrap());
    let preview = day.call("own_pack.read_table", json!({ "own_pack": own, "handle": handle }));
    let token = &preview["token"];
    let mut reading = preview["reading"].clone();
    reading["clauses"] = json!({ "別表": clause });
    reading["turn"] = json!(true);
    day.call("own_pack.arrange_table", json!({ "token": token, "reading": reading }));
    day.call("import.keep_layout", json!({ "token": token, "sheet": "Sheet1", "name": "点検表の様式" }));
    let kept = day.call("import.kept", json!({}));
    day.call("import.rename_layout", json!({ "id": kept[0]["id"], "name": "昨年の様式" }));
    reading["clauses"] = json!({ "別表": "99" });
    day.call("own_pack.arrange_table", json!({ "token": token, "reading": reading }));
    day.call("own_pack.take_table", json!({ "token": token, "reason": "" }));
    day.call("own_pack.take_table", json!({ "token": token, "reason": "" }));
}
