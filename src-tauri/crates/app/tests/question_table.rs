//! The checklist an office keeps in a workbook becomes questions of an edition of its own.

use crate::common::Office;
use rust_xlsxwriter::{Format, Workbook};
use serde_json::{Value, json};

fn book(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("点検表").unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            sheet.write(row, column, *text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn read(office: &Office, own: &str, name: &str, bytes: Vec<u8>) -> Value {
    let handle = office.app.put(name, bytes);
    office.call("own_pack.read_table", json!({ "own_pack": own, "handle": handle }))
}

fn arrange(office: &Office, preview: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut reading = preview["reading"].clone();
    change(&mut reading);
    let request = json!({ "token": preview["token"], "reading": reading });
    office.call("own_pack.arrange_table", request)["output"].clone()
}

fn statuses(preview: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    preview["rows"].as_array().unwrap().iter().map(|row| (text(&row["cell"]), text(&row["status"]))).collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

fn items(office: &Office, own: &str) -> Vec<Value> {
    office.call("own_pack.get", json!({ "id": own }))["pack"]["items"].as_array().unwrap().clone()
}

const NEW: &str = "窓口の端末をワイヤーで固定しているか。";

#[test]
fn last_years_checklist_becomes_questions_in_one_step() {
    let office = Office::created();
    let own = office.own_edition("hyogo", "2027-04");
    let before = items(&office, &own);
    let known = before[0]["question"].as_str().unwrap();
    let rows: &[&[&str]] = &[
        &["令和7年度　情報セキュリティ点検表"],
        &["No.", "根拠条項", "点検項目", "対象者", "重要度", "判定", "留意事項"],
        &["第6条 物理的セキュリティ"],
        &["1", "６．４．２", NEW, "監査、職員", "高", "○", "昨年の指摘"],
        &["2", "第6条第4項第2号", "離席時に画面をロックしていますか", "", "", "×", ""],
        &["3", "〃", known, "", "", "", ""],
        &["4", "別表", "別表の帳票を施錠しているか。", "", "", "", ""],
        &["5", "6.4.2", "記録媒体を施錠して保管していること。", "係長", "", "", ""],
        &["6", "6.4.2", "窓口の端末を ワイヤーで固定しているか", "", "", "", ""],
        &["7", "6.4.2", "", "", "", "○", ""],
        &["※ 判定は○×で記入"],
    ];
    let bytes = book(rows);
    let preview = read(&office, &own, "昨年の点検表.xlsx", bytes.clone());
    let expected = [
        ("A3", "skipped"),
        ("C4", "new"),
        ("C5", "new"),
        ("C6", "same"),
        ("C7", "no_clause"),
        ("C8", "new"),
        ("C9", "repeated"),
        ("A10", "skipped"),
        ("A11", "skipped"),
    ];
    assert_eq!(statuses(&preview), pairs(&expected), "{preview:#}");
    assert_eq!(items(&office, &own), before, "nothing is written before it is confirmed");
    let item = &preview["rows"][1]["item"];
    assert_eq!((&item["clause"], &item["weight"]), (&json!("6.4.2"), &json!(3)));
    assert_eq!((&item["forms"], &item["note"]), (&json!(["audit", "self:staff"]), &json!("昨年の指摘")));
    assert_eq!(preview["rows"][1]["mistakes"], json!([]), "it is sound: what the table does not say is as beside it");
    assert_eq!(preview["rows"][2]["item"]["question"], "離席時に画面をロックしていますか。");
    assert_eq!(preview["rows"][3]["same"], before[0]["id"]);
    assert_eq!(preview["rows"][5]["mistakes"][0]["code"], "question-end", "the parser judges");
    assert_eq!(preview["rows"][5]["remarks"], json!([{ "remark": "forms", "text": "係長" }]));
    assert_eq!((&preview["clauses"][0]["written"], &preview["unasked"]), (&json!("別表"), &json!(1)));

    // A clause that nobody knows is chosen, the requirement turned, and one that is there already wanted all the same.
    let preview = arrange(&office, &preview, |reading| {
        reading["clauses"] = json!({ "別表": "6.4.2" });
        reading["turn"] = json!(true);
        reading["rows"] =
            json!({ "点検表!6": { "take": true, "clause": "6.4.2" }, "点検表!5": { "take": false, "clause": null } });
    });
    let status = |row: usize| preview["rows"][row]["status"].as_str().unwrap().to_owned();
    assert_eq!([2, 3, 4, 5].map(status), ["left", "new", "new", "new"]);
    assert_eq!(preview["rows"][5]["item"]["question"], "記録媒体を施錠して保管しているか。");
    let done = office.call("own_pack.take_table", json!({ "token": preview["token"], "reason": "" }));
    let made: Vec<&str> = done["output"]["items"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    assert_eq!(made.len(), 4);
    assert!(made.iter().all(|id| id.starts_with("hyogo:6.4.2-")), "{made:?}");
    let now = items(&office, &own);
    let place = |id: &str| now.iter().position(|item| item["id"] == id).unwrap();
    assert!(made.windows(2).all(|two| place(two[0]) + 1 == place(two[1])), "in the order of the table");
    assert_eq!(office.call("own_pack.get", json!({ "id": own }))["mistakes"], json!([]));
    let kept = office.call("evidence.all", json!({}));
    assert_eq!(kept[0]["evidence"]["name"], "昨年の点検表.xlsx", "the original is kept: {kept:#}");

    // The same table again proposes nothing.
    let again = read(&office, &own, "昨年の点検表.xlsx", bytes);
    assert_eq!(again["known"], true);
    let left =
        |preview: &Value| preview["rows"].as_array().unwrap().iter().filter(|row| row["status"] == "new").count();
    assert_eq!(left(&again), 1, "but for the row that was left: {again:#}");
    office.call("journal.undo", json!({}));
    assert_eq!(items(&office, &own), before, "one step back takes all of it back");
    assert_eq!(office.call("evidence.all", json!({})), json!([]));
}

#[test]
fn a_standard_of_ones_own_asks_only_what_its_table_asks() {
    let office = Office::created();
    let base = office.pack("kanagawa")["hash"].clone();
    let head = crate::common::own_head("wakaba", "2027-04");
    let own = office.call("own_pack.start", json!({ "base": base, "head": head }))["output"]["id"].clone();
    let own = own.as_str().unwrap();
    let before = items(&office, own);
    let mut first = before[0].clone();
    first["question"] = json!("端末を施錠しているか。");
    office.call("own_pack.save_item", json!({ "own_pack": own, "item": first }));
    // In the file of an old system: comma separated, in Shift_JIS.
    let header = b"\x8d\x80\x94\xd4,\x8f\xf0\x8d\x80,\x8e\xbf\x96\xe2\x0d\x0a";
    let asked = b"\x92[\x96\x96\x82\xf0\x8e{\x8f\xf9\x82\xb5\x82\xc4\x82\xa2\x82\xe9\x82\xa9";
    let new = b"\x8a\xc4\x8d\xb8\x82\xcc\x8bL\x98^\x82\xf0\x8c\xae\x82\xcc\x82\xa9\x82\xa9\x82\xe9\x92I\x82\xc9\x95\xdb\x8a\xc7\x82\xb5\x82\xc4\x82\xa2\x82\xe9\x82\xa9";
    let mut bytes = header.to_vec();
    for (number, question) in [("1", &asked[..]), ("2", &new[..])] {
        let clause = first["clause"].as_str().unwrap();
        bytes.extend(format!("{number},{clause},").bytes().chain(question.iter().copied()).chain(*b"\r\n"));
    }
    let preview = read(&office, own, "質問.csv", bytes);
    assert_eq!(statuses(&preview), pairs(&[("C2", "same"), ("C3", "new")]), "{preview:#}");
    assert_eq!(preview["missing"].as_array().unwrap().len(), before.len() - 1);
    assert_eq!(preview["emptied"], json!([]), "nothing is retired unasked");
    let preview = arrange(&office, &preview, |reading| reading["retire"] = json!(true));
    let emptied = preview["emptied"].as_array().unwrap().len();
    assert!(emptied > 0);
    let done = office.call("own_pack.take_table", json!({ "token": preview["token"], "reason": "別に定める。" }));
    assert_eq!(done["output"]["retired"], json!(before.len() - 1));
    let detail = office.call("own_pack.get", json!({ "id": own }));
    assert_eq!(detail["mistakes"], json!([]), "the clauses without items say why");
    let hash = office.call("own_pack.finish", json!({ "id": own }))["output"]["hash"].clone();
    let made = office.call("pack.get", json!({ "hash": hash }))["pack"]["items"].as_array().unwrap().len();
    assert_eq!(made, 2);
}

#[test]
fn what_was_retired_is_brought_back_and_not_asked_twice() {
    let office = Office::created();
    let own = office.own_edition("hyogo", "2027-04");
    let first = items(&office, &own)[0].clone();
    office.call("own_pack.retire_item", json!({ "own_pack": own, "item": first["id"] }));
    let rows: &[&[&str]] =
        &[&["条項", "点検項目"], &["4.1", first["question"].as_str().unwrap()], &["4.1", NEW], &["99.9", NEW]];
    let preview = read(&office, &own, "一部.xlsx", book(rows));
    assert_eq!(statuses(&preview), pairs(&[("B2", "restored"), ("B3", "new"), ("B4", "repeated")]));
    let done = office.call("own_pack.take_table", json!({ "token": preview["token"], "reason": "" }));
    assert_eq!((&done["output"]["restored"], done["output"]["items"].as_array().unwrap().len()), (&json!(1), 1));
    let changes = office.call("own_pack.get", json!({ "id": own }))["changes"].clone();
    assert_eq!(changes.as_array().unwrap().len(), 1, "{changes:#}");
}

#[test]
fn what_was_pointed_at_is_kept_for_questions_and_never_for_answers() {
    let office = Office::created();
    let own = office.own_edition("hyogo", "2027-04");
    let rows: &[&[&str]] = &[&["題"], &["いろは", "にほへ"], &["6.4.2", NEW]];
    let preview = read(&office, &own, "変わった表.xlsx", book(rows));
    assert_eq!(preview["sheets"][0]["rows"], 0);
    assert_eq!(preview["reading"]["layouts"], json!({}), "no heading of it is known");
    let seen = office.call("import.view", json!({ "token": preview["token"], "sheet": "点検表" }));
    assert_eq!(seen["rows"][1]["cells"][1]["text"], "にほへ");
    let column = |column: u32, heading: &str, holds: &str| json!({ "column": column, "heading": heading, "holds": holds, "place": "", "answer": "" });
    let layout = json!({ "first": 1, "last": 1, "whose": "file", "with_hidden": false, "same_numbers": false,
        "columns": [column(0, "いろは", "clause"), column(1, "にほへ", "question")] });
    let preview = arrange(&office, &preview, |reading| reading["layouts"] = json!({ "点検表": layout }));
    assert_eq!(statuses(&preview), pairs(&[("B3", "new")]));
    office.call("import.keep_layout", json!({ "token": preview["token"], "sheet": "点検表", "name": "県の様式" }));
    let kept = office.call("import.kept", json!({}));
    assert_eq!((&kept[0]["reads"], &kept[0]["holds"]), (&json!("questions"), &json!(["clause", "question"])));
    let again = read(&office, &own, "次の年.xlsx", book(&[&["いろは", "にほへ"], &["6.4.2", NEW]]));
    assert_eq!(again["sheets"][0]["kept"], "県の様式");
    let answers = crate::common::read(&office, "回答.xlsx", book(rows));
    assert_eq!(answers["tables"]["sheets"][0]["kept"], Value::Null, "it reads no answers");

    // Its name can be changed, but not to one that is taken.
    office.call("import.keep_layout", json!({ "token": again["token"], "sheet": "点検表", "name": "市の様式" }));
    let request = json!({ "id": kept[0]["id"], "name": "市の様式" });
    assert_eq!(office.refused("import.rename_layout", request).code, "import-layout-taken");
    office.call("import.rename_layout", json!({ "id": kept[0]["id"], "name": "県の新しい様式" }));
    let names = |office: &Office| {
        let kept = office.call("import.kept", json!({}));
        kept.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&office), ["市の様式", "県の新しい様式"]);
    office.call("journal.undo", json!({}));
    assert_eq!(names(&office), ["市の様式", "県の様式"]);
}

#[test]
fn hidden_and_struck_rows_are_told_and_what_makes_no_sense_is_refused() {
    let office = Office::created();
    let own = office.own_edition("hyogo", "2027-04");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("点検表").unwrap();
    let long = "あ".repeat(2_100);
    let struck = Format::new().set_font_strikethrough();
    for (row, cells) in (0..).zip([
        ["条項", "点検項目"],
        ["4.1", "消した問いか。"],
        ["4.1", "隠れた問いか。"],
        ["4.1", &long],
        ["4.1", NEW],
    ]) {
        sheet.write(row, 0, cells[0]).unwrap();
        if row == 1 {
            sheet.write_with_format(row, 1, cells[1], &struck).unwrap();
        } else {
            sheet.write(row, 1, cells[1]).unwrap();
        }
    }
    sheet.set_row_hidden(2).unwrap();
    let preview = read(&office, &own, "見え消し.xlsx", book.save_to_buffer().unwrap());
    let expected = [("B2", "skipped"), ("B3", "skipped"), ("B4", "too_long"), ("B5", "new")];
    assert_eq!(statuses(&preview), pairs(&expected), "{preview:#}");
    let kinds: Vec<&str> =
        preview["rows"].as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds[..2], ["struck", "hidden"]);
    assert!(preview["diagnostics"].as_array().unwrap().iter().any(|one| one["code"] == "struck-out"));
    let wanted =
        arrange(&office, &preview, |reading| reading["rows"] = json!({ "点検表!3": { "take": true, "clause": null } }));
    assert_eq!(statuses(&wanted)[1].1, "new", "whoever wants it may have it");

    let token = &preview["token"];
    let mut reading = preview["reading"].clone();
    reading["default_clause"] = json!("99.9");
    let error = office.refused("own_pack.arrange_table", json!({ "token": token, "reading": reading }));
    assert_eq!(error.code, "no-such-clause");
    let error = office.refused("own_pack.take_table", json!({ "token": "gone", "reason": "" }));
    assert_eq!(error.code, "import-gone");
    let handle = office.app.put("空.csv", b"1,2\r\n".to_vec());
    let empty = office.call("own_pack.read_table", json!({ "own_pack": own, "handle": handle }));
    let error = office.refused("own_pack.take_table", json!({ "token": empty["token"], "reason": "" }));
    assert_eq!(error.code, "own-table-nothing");
    let many = format!("条項,点検項目\r\n{}", "4.1,尋ねるか。\r\n".repeat(3_100));
    let handle = office.app.put("長い.csv", many.into_bytes());
    let error = office.refused("own_pack.read_table", json!({ "own_pack": own, "handle": handle }));
    assert_eq!(error.code, "own-table-too-long");
}

#[test]
fn an_example_is_left_and_a_chapter_without_items_begins_like_the_ones_below() {
    let office = Office::created();
    let own = office.own_edition("hyogo", "2027-04");
    let detail = office.call("own_pack.get", json!({ "id": own }));
    let clauses = detail["pack"]["clauses"].as_array().unwrap();
    let asked = |clause: &Value| items(&office, &own).iter().any(|item| item["clause"] == *clause);
    let below = |chapter: &Value| clauses.iter().any(|one| one["parent"] == *chapter);
    let chapter =
        clauses.iter().find(|one| one["parent"].is_null() && !asked(&one["id"]) && below(&one["id"])).unwrap();
    let mut book = Workbook::new();
    for (name, clause) in [("点検表", chapter["title"].as_str().unwrap()), ("記入例", "何か")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in
            (0..).zip([["区分", "点検内容"], [clause, NEW], ["あ", "知らない区分か。"], ["い", "次の区分か。"]])
        {
            for (column, text) in (0..).zip(cells) {
                sheet.write(row, column, text).unwrap();
            }
        }
    }
    let preview = read(&office, &own, "点検表.xlsx", book.save_to_buffer().unwrap());
    assert_eq!(preview["reading"]["left_out"], json!(["記入例"]));
    assert_eq!(statuses(&preview), pairs(&[("B2", "new"), ("B3", "no_clause"), ("B4", "no_clause")]), "{preview:#}");
    assert_eq!((&preview["rows"][0]["clause"], &preview["rows"][0]["mistakes"]), (&chapter["id"], &json!([])));
    let written: Vec<&Value> = preview["clauses"].as_array().unwrap().iter().map(|one| &one["written"]).collect();
    assert_eq!(written, ["あ", "い"], "in the order of the table");
}
