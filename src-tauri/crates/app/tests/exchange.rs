//! Checklists that go out, come back and are taken over.

use crate::common::{Office, commit, count, files, filled, read};
use serde_json::{Value, json};

/// A department of the demo that has answered a part.
const DEPARTMENT: &str = "資格管理課";

fn row(office: &Office, target: &str, item: &str) -> Value {
    let grid = office.call("grid.get", json!({ "target": target }));
    grid["rows"].as_array().unwrap().iter().find(|row| row["item"] == item).unwrap().clone()
}

#[test]
fn a_sheet_that_comes_back_fills_what_was_blank_and_nothing_twice() {
    let office = Office::demo();
    let target = office.target("self_check", DEPARTMENT);
    let answers = [
        ("hyogo:9.5.1-1", "answer", "はい"),
        ("hyogo:9.5.1-2", "answer", "△"),
        ("hyogo:9.5.1-2", "basis", "申請書 1件"),
        ("hyogo:9.5.1-2", "improvement", "様式を改める。"),
        ("hyogo:9.5.1-2", "due", "3月末"),
        ("hyogo:9.5.2-1", "answer", "昨年同様"),
        ("field:contact", "@value", "井上 千尋　内線 2401"),
    ];
    let bytes = filled(&office.export_form(&target), &answers);
    let preview = read(&office, "回答.xlsx", bytes.clone());
    assert_eq!(preview["forms"][0]["department"], DEPARTMENT);
    assert_eq!((count(&preview, "new"), count(&preview, "query")), (6, 1), "{preview:#}");
    assert_eq!(preview["known"], false);
    assert_eq!(row(&office, &target, "hyogo:9.5.1-1")["self_answer"], Value::Null, "reading changes nothing");

    let done = commit(&office, &preview, &[]);
    assert_eq!(done["output"]["taken"], 6);
    assert_eq!(done["op"]["kind"], "import.commit");
    let own = &row(&office, &target, "hyogo:9.5.1-2")["self_answer"];
    assert_eq!(
        (&own["answer"], &own["basis"], &own["improvement"], &own["due"]),
        (&json!("partly"), &json!("申請書 1件"), &json!("様式を改める。"), &json!("3月末"))
    );
    let source = own["source"].as_str().unwrap();
    assert!(source.starts_with(&format!("回答.xlsx!{DEPARTMENT}!")), "{source}");
    assert_eq!(row(&office, &target, "hyogo:9.5.2-1")["self_answer"], Value::Null, "what is not clear is not taken");
    let engagement = office.engagement("self_check");
    let shown = engagement["targets"].as_array().unwrap().iter().find(|row| row["id"] == json!(target)).unwrap();
    assert_eq!((&shown["contact"], &shown["returned_on"]), (&json!("井上 千尋　内線 2401"), &json!("2026-11-21")));

    let again = read(&office, "回答.xlsx", bytes);
    assert_eq!((again["known"].as_bool(), count(&again, "new"), count(&again, "changed")), (Some(true), 0, 0));
    let nothing = commit(&office, &again, &[]);
    assert_eq!(
        (&nothing["op"], &nothing["output"]["taken"]),
        (&Value::Null, &json!(0)),
        "a second time changes nothing"
    );
    assert_eq!(office.refused("import.commit", files(&[(&again, &[])])).code, "import-gone");

    office.call("journal.undo", json!({}));
    assert_eq!(
        row(&office, &target, "hyogo:9.5.1-1")["self_answer"],
        Value::Null,
        "one step back takes all of it back"
    );
}

#[test]
fn what_both_sides_changed_is_chosen_and_what_only_we_changed_stays() {
    let office = Office::demo();
    let target = office.target("self_check", DEPARTMENT);
    let (both, ours, theirs) = ("hyogo:3.1.4-1", "hyogo:4.1-1", "hyogo:4.1.1-1");
    let sent = office.export_form(&target);
    for (item, answer) in [(both, "partly"), (ours, "no")] {
        office.call("self_answer.set", json!({ "target": target, "items": [item], "answer": answer }));
    }
    let bytes = filled(&sent, &[(both, "answer", "いいえ"), (theirs, "answer", "一部")]);
    let preview = read(&office, "回答.xlsx", bytes.clone());
    assert_eq!(
        (count(&preview, "conflict"), count(&preview, "changed"), count(&preview, "new")),
        (1, 1, 0),
        "{preview:#}"
    );
    commit(&office, &preview, &[]);
    let answer = |item: &str| row(&office, &target, item)["self_answer"]["answer"].clone();
    assert_eq!((answer(both), answer(ours), answer(theirs)), (json!("partly"), json!("no"), json!("partly")));

    let preview = read(&office, "回答.xlsx", bytes);
    commit(&office, &preview, &[&format!("{DEPARTMENT}/{target}/{both}/answer")]);
    assert_eq!(answer(both), "no");
}

#[test]
fn an_audit_checklist_comes_back_with_verdicts_and_remarks() {
    let office = Office::demo();
    let target = office.target("audit", "給付課");
    let item = "hyogo:11.5-1";
    let bytes = filled(&office.export_form(&target), &[(item, "answer", "× 不適合"), (item, "note", "手順がない。")]);
    let preview = read(&office, "監査.xlsx", bytes);
    assert_eq!(count(&preview, "new"), 2, "{preview:#}");
    assert_eq!(
        preview["forms"][0]["rows"].as_array().unwrap().iter().filter(|row| row["code"] != Value::Null).count(),
        0,
        "our own dropdown raises no question"
    );
    commit(&office, &preview, &[]);
    let answer = &row(&office, &target, item)["answer"];
    assert_eq!((&answer["verdict"], &answer["note"]), (&json!("nonconforming"), &json!("手順がない。")));
    // The workbook itself is evidence of where the answers came from, and as settled as they are.
    let workbook = || {
        let all = office.call("evidence.all", json!({}));
        all.as_array().unwrap().iter().find(|row| row["evidence"]["name"] == "監査.xlsx").unwrap().clone()
    };
    let kept = workbook();
    assert_eq!(kept["settled"], false);
    assert!(kept["uses"][0]["label"].as_str().unwrap().ends_with("給付課"), "{kept}");
    office.close(&office.engagement("audit")["id"]);
    assert_eq!(workbook()["settled"], true);
    let id = &kept["evidence"]["id"];
    let edit = json!({ "id": id, "name": "改ざん.xlsx", "source": "", "place": "", "collected_on": "2026-11-01", "class_level": "1" });
    assert_eq!(office.refused("evidence.edit", edit).code, "evidence-settled");
}

#[test]
fn a_sheet_of_another_office_or_of_a_closed_audit_is_not_taken_over() {
    let office = Office::demo();
    let target = office.target("audit", "給付課");
    let bytes = filled(&office.export_form(&target), &[("hyogo:11.5-1", "answer", "○ 適合")]);
    let other = Office::new();
    other.call(
        "workspace.create",
        json!({ "folder": other.path("ws"), "office": "若葉町", "person": "青木", "post": "", "login": "aoki", "passphrase": "若葉の監査2026" }),
    );
    let preview = read(&other, "監査.xlsx", bytes.clone());
    assert_eq!(
        (&preview["forms"][0]["target"], &preview["diagnostics"][0]["code"]),
        (&Value::Null, &json!("wrong-form"))
    );
    assert_eq!(commit(&other, &preview, &[])["op"], Value::Null);
    let handle = other.app.put("写真.xlsx", b"\x89PNG no workbook".to_vec());
    let error = other.refused("import.read", json!({ "handle": handle }));
    assert_eq!(error.code, "import-unreadable");
    assert!(error.args["text"].contains("写真.xlsx"), "{error:?}");

    let preview = read(&office, "監査.xlsx", bytes);
    office.close(&office.engagement("audit")["id"]);
    let request = files(&[(&preview, &[])]);
    assert_eq!(office.refused("import.commit", request).code, "engagement-closed");
}

#[test]
fn nothing_leaves_without_recipient_and_ground_or_without_its_line_in_the_register() {
    let office = Office::demo();
    let target = office.target("audit", "総務課");
    let request = |destination: &str, recipient: &str, basis: &str| json!({ "target": target, "format": "xlsx", "destination": destination, "recipient": recipient, "basis": basis });
    for (recipient, basis, field) in [(" ", "許可", "recipient"), ("総務課長", "", "basis")] {
        let error = office.refused("form.export", request(&office.path("."), recipient, basis));
        assert_eq!((error.code.as_str(), error.field.as_deref()), ("required", Some(field)));
    }
    let nowhere = office.path("no/such/folder/x.xlsx");
    assert_eq!(office.refused("form.export", request(&nowhere, "総務課長", "許可")).code, "file-unwritable");
    std::fs::create_dir(office.folder.path().join("【機密性1】x.xlsx")).unwrap();
    std::fs::write(office.folder.path().join("【機密性1】x.xlsx").join("in it"), b"x").unwrap();
    assert_eq!(office.call("release.list", json!({})), json!([]), "what was not written is not in the register");

    office.call("form.export", request(&office.path("y.xlsx"), "総務課長", "点検要領 第3条"));
    let register = office.call("release.list", json!({}));
    assert_eq!((&register[0]["name"], &register[0]["basis"]), (&json!("【機密性1】y.xlsx"), &json!("点検要領 第3条")));
    let written = office.folder.path().join("【機密性1】y.xlsx");
    assert_eq!(register[0]["size"], json!(written.metadata().unwrap().len()));
    let beside = std::fs::read_dir(office.folder.path()).unwrap().flatten().map(|entry| entry.file_name());
    assert_eq!(beside.filter(|name| name.to_string_lossy().ends_with(".tmp")).count(), 0, "nothing is left beside it");
    let name = office.call("file.suggest_name", json!({ "kind": "form-xlsx", "fiscal_year": null, "target": target }));
    assert_eq!(name["name"], "【機密性1】令和8年度_監査チェックリスト_総務課.xlsx");
}

#[test]
fn a_sheet_is_known_in_whatever_language_the_screen_is_when_it_comes_back() {
    let office = Office::demo();
    let target = office.target("self_check", DEPARTMENT);
    let language = |language: &str| {
        office.call("prefs.set", json!({ "language": language, "theme": "system", "density": "standard" }));
    };
    language("en-US");
    let bytes = filled(&office.export_form(&target), &[("hyogo:9.5.1-1", "answer", "Yes")]);
    language("ja-JP");
    let preview = read(&office, "answers.xlsx", bytes);
    assert_eq!((count(&preview, "new"), count(&preview, "query")), (1, 0), "{preview:#}");
    assert_eq!(preview["diagnostics"], json!([]));
}

fn sheet(office: &Office, form: &str) -> (Value, Value) {
    let campaigns = office.call("campaign.list", json!({ "fiscal_year": 2026 }));
    let campaign = office.call("campaign.get", json!({ "id": campaigns[0]["id"] }));
    let sheets = campaign["sheets"].as_array().unwrap();
    let open = |sheet: &&Value| sheet["form"] == form && sheet["returned_on"].is_null() && !sheet["sent_on"].is_null();
    (campaign["row"]["id"].clone(), sheets.iter().find(open).unwrap().clone())
}

fn sheet_of(office: &Office, campaign: &Value, target: &str) -> Value {
    let campaign = office.call("campaign.get", json!({ "id": campaign }));
    let sheets = campaign["sheets"].as_array().unwrap();
    sheets.iter().find(|sheet| sheet["target"] == target).unwrap().clone()
}

#[test]
fn the_confirmation_of_the_head_comes_back_with_the_sheet() {
    let office = Office::demo();
    let (campaign, sheet) = sheet(&office, "self:head");
    let target = sheet["target"].as_str().unwrap();
    let sent = office.export_form(target);
    let says = [
        ("field:head-name", "@value", "山口 恵"),
        ("field:head-on", "@value", "令和8年11月19日"),
        ("field:idea", "@value", "課内で年2回、\n事例を読み合わせる。"),
    ];
    let preview = read(&office, "回答.xlsx", filled(&sent, &says));
    assert_eq!(count(&preview, "new"), 3, "{preview:#}");
    commit(&office, &preview, &[]);
    let now = sheet_of(&office, &campaign, target);
    assert_eq!(
        (&now["head_name"], &now["head_on"], &now["improvement"], &now["medium"], &now["status"]),
        (
            &json!("山口 恵"),
            &json!("2026-11-19"),
            &json!("課内で年2回、\n事例を読み合わせる。"),
            &json!("excel"),
            &json!("submitted")
        )
    );

    // What the sheet says now is what the next one is sent with, and that comes back as the same.
    let again = read(&office, "二度目.xlsx", filled(&office.export_form(target), &[]));
    assert_eq!((count(&again, "new"), count(&again, "changed"), count(&again, "conflict")), (0, 0, 0), "{again:#}");

    // Changed here since it was sent, and otherwise by the section: somebody chooses.
    let values = json!({ "target": target, "contact": "", "head_name": "川村 伸", "head_on": "2026-11-20",
        "improvement": "", "handed_out": 0, "came_back": 0, "medium": "paper" });
    office.call("campaign.save_sheet", values);
    let third = read(&office, "三度目.xlsx", filled(&sent, &says[..2]));
    assert_eq!(count(&third, "conflict"), 2, "{third:#}");
    commit(&office, &third, &[]);
    assert_eq!(sheet_of(&office, &campaign, target)["head_name"], "川村 伸", "nobody chose, so it stays");
}

#[test]
fn a_confirmation_that_cannot_be_is_asked_about() {
    let office = Office::demo();
    let (campaign, sheet) = sheet(&office, "self:head");
    let target = sheet["target"].as_str().unwrap();
    let sent = office.export_form(target);
    for (says, code) in [
        (vec![("field:head-on", "@value", "2026-11-19")], "name-missing"),
        (vec![("field:head-name", "@value", "山口"), ("field:head-on", "@value", "2026-12-19")], "date-to-come"),
        (vec![("field:head-name", "@value", "山口"), ("field:head-on", "@value", "先週")], "date-unreadable"),
        (vec![("field:head-name", "@value", "山口"), ("field:head-on", "@value", "平成31年11月19日")], "date-unclear"),
    ] {
        let preview = read(&office, "回答.xlsx", filled(&sent, &says));
        let rows = preview["forms"][0]["rows"].as_array().unwrap();
        let day = rows.iter().find(|row| row["key"] == "field:head-on").unwrap();
        assert_eq!((&day["status"], &day["code"]), (&json!("query"), &json!(code)), "{says:?}");
        commit(&office, &preview, &[]);
        assert_eq!(sheet_of(&office, &campaign, target)["head_on"], Value::Null, "{says:?}");
    }
}

#[test]
fn what_is_typed_in_for_a_section_says_that_it_was_paper() {
    let office = Office::demo();
    let (campaign, sheet) = sheet(&office, "self:head");
    let target = sheet["target"].as_str().unwrap();
    let item = office.call("grid.get", json!({ "target": target }))["rows"][0]["item"].as_str().unwrap().to_owned();
    let typed = |answer: Value| {
        office.call("self_answer.set", json!({ "target": target, "items": [item], "answer": answer }));
        row(&office, target, &item)["self_answer"]["source"].clone()
    };
    assert_eq!(typed(json!("no")), "紙");
    assert_eq!(typed(Value::Null), "", "no answer comes from nowhere");
    let mut values = json!({ "target": target, "contact": "", "head_name": "", "head_on": null, "improvement": "",
        "handed_out": 0, "came_back": 0, "medium": "excel" });
    office.call("campaign.save_sheet", values.clone());
    assert_eq!(typed(json!("yes")), "", "a correction of what came in Excel");
    values["medium"] = Value::Null;
    office.call("campaign.save_sheet", values);
    office.call("campaign.submit", json!({ "campaign": campaign, "targets": [target], "on": "2026-11-21" }));
    assert_eq!(sheet_of(&office, &campaign, target)["medium"], "paper", "a sheet handed in without a file");
}

#[test]
fn questionnaires_of_staff_are_counted_and_never_answered_one_by_one() {
    let office = Office::demo();
    let (campaign, sheet) = sheet(&office, "self:staff");
    let target = sheet["target"].as_str().unwrap();
    let grid = office.call("grid.get", json!({ "target": target }));
    assert_eq!(grid["counted_in"], campaign);
    let item = grid["rows"][0]["item"].as_str().unwrap();
    let single = json!({ "target": target, "items": [item], "answer": "yes" });
    assert_eq!(office.refused("self_answer.set", single).code, "staff-counted");
    let text = json!({ "target": target, "item": item, "field": "basis", "text": "台帳" });
    assert_eq!(office.refused("answer.write", text.clone()).code, "staff-counted");
    assert_eq!(office.refused("draft.put", text).code, "staff-counted");
    let sheet = filled(&office.export_form(target), &[(item, "answer", "はい")]);
    let preview = read(&office, "職員.xlsx", sheet.clone());
    let counts = |office: &Office| {
        let staff = office.call("staff_count.get", json!({ "target": target }));
        let row = staff["items"].as_array().unwrap().iter().find(|row| row["item"] == item).unwrap().clone();
        (staff["came_back"].as_i64().unwrap(), row["counts"][0].as_i64().unwrap_or(0))
    };
    let (came_back, yes) = counts(&office);
    let evidence = office.call("evidence.all", json!({}));
    commit(&office, &preview, &[]);
    assert_eq!(counts(&office), (came_back + 1, yes + 1), "one questionnaire more, and one answer");
    assert_eq!(office.call("evidence.all", json!({})), evidence, "whose it was is not kept");
    let again = read(&office, "別名.xlsx", filled(&office.export_form(target), &[(item, "answer", "はい")]));
    commit(&office, &again, &[]);
    let same = read(&office, "職員 (2).xlsx", sheet);
    assert_eq!(same["known"], true);
    let twice = counts(&office);
    assert_eq!(commit(&office, &same, &[])["op"], Value::Null, "the same file is not counted twice");
    assert_eq!(counts(&office), twice);
}

#[test]
fn an_unclear_cell_is_spoken_of_once() {
    use rust_xlsxwriter::{DataValidation, Workbook};
    let office = Office::demo();
    let grid = office.call("grid.get", json!({ "target": office.target("self_check", "総務課") }));
    let question = grid["rows"][0]["question"].as_str().unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip([["点検項目", "回答", "備考"], [question, "たぶん", ""], ["", "○", ""]])
    {
        for (column, text) in (0..).zip(cells) {
            sheet.write(row, column, text).unwrap();
        }
    }
    let offered = DataValidation::new().allow_list_strings(&["はい", "いいえ"]).unwrap();
    sheet.add_data_validation(1, 1, 2, 1, &offered).unwrap();
    let preview = read(&office, "自分の表 総務課.xlsx", book.save_to_buffer().unwrap());
    let said: Vec<(&str, &str)> = preview["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| ["B2", "B3"].contains(&one["cell"].as_str().unwrap_or_default()))
        .map(|one| (one["cell"].as_str().unwrap(), one["code"].as_str().unwrap()))
        .collect();
    assert_eq!(said, [("B3", "row-unknown"), ("B2", "not-an-answer")], "{preview:#}");
    let unknown = preview["diagnostics"].as_array().unwrap().iter().find(|one| one["code"] == "row-unknown").unwrap();
    assert_eq!(unknown["args"]["found"], "○", "what stands there is named");
}
