//! Tables of anyone, several files at once, and what is decided of unclear cells.

use crate::common::{Office, files, read};
use rust_xlsxwriter::{Note, Workbook, Worksheet};
use serde_json::{Value, json};

/// A self-inspection of the demo.
struct Asked {
    engagement: Value,
    /// The target with most to answer, and what it is called.
    target: Value,
    name: String,
    /// The others.
    others: Vec<(Value, String)>,
    /// What it has not answered yet: items with their questions.
    items: Vec<(String, String)>,
}

fn asked(office: &Office) -> Asked {
    let engagement = office.engagement("self_check");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut targets: Vec<(Value, String)> =
        engagement["targets"].as_array().unwrap().iter().map(|one| (one["id"].clone(), text(&one["name"]))).collect();
    let open = |target: &Value| {
        let grid = office.call("grid.get", json!({ "target": target }));
        let rows = grid["rows"].as_array().unwrap().iter();
        let rows = rows.filter(|row| row["exclusion"].is_null() && row["self_answer"].is_null());
        rows.map(|row| (text(&row["item"]), text(&row["question"]))).collect::<Vec<_>>()
    };
    let most = (0..targets.len()).max_by_key(|at| open(&targets[*at].0).len()).unwrap();
    let (target, name) = targets.remove(most);
    Asked { items: open(&target), engagement, target, name, others: targets }
}

fn write(sheet: &mut Worksheet, first: u32, rows: &[Vec<&str>]) {
    for (row, cells) in (first..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            if !text.is_empty() {
                sheet.write(row, column, *text).unwrap();
            }
        }
    }
}

fn answer(office: &Office, target: &Value, item: &str) -> Value {
    let grid = office.call("grid.get", json!({ "target": target }));
    let row = grid["rows"].as_array().unwrap().iter().find(|row| row["item"] == item).unwrap().clone();
    row["self_answer"].clone()
}

fn rows_of(preview: &Value, sheet: usize) -> &Vec<Value> {
    preview["forms"][sheet]["rows"].as_array().unwrap()
}

#[test]
fn a_table_of_their_own_answers_after_its_headings_were_guessed() {
    let office = Office::demo();
    let Asked { engagement, target, name, items, .. } = asked(&office);
    let target = &target;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let questions: Vec<&str> = items.iter().take(4).map(|(_, question)| question.as_str()).collect();
    let rows = vec![
        vec!["令和8年度　自己点検結果報告書"],
        vec![],
        vec!["№", "点検内容", "回　答", "備　考"],
        vec!["1", questions[0], "〇", "台帳で確認"],
        vec!["2", questions[1], "ﾊｲ", ""],
        vec!["3", questions[2], "昨年同様", ""],
        vec!["4", questions[3], "レ", ""],
    ];
    write(sheet, 0, &rows);
    sheet.insert_note(4, 2, &Note::new("係長に確認済み").add_author_prefix(false)).unwrap();
    let file = format!("点検結果（{name}）最終.xlsx");
    let preview = read(&office, &file, book.save_to_buffer().unwrap());
    let reading = &preview["tables"]["reading"];
    assert_eq!((&reading["engagement"], &reading["single"]), (&engagement["id"], target), "{preview:#}");
    assert_eq!(reading["layouts"]["Sheet1"]["first"], 2);
    let found: Vec<(&str, &str)> = rows_of(&preview, 0)
        .iter()
        .filter(|row| row["column"] == "answer")
        .map(|row| (row["status"].as_str().unwrap(), row["found"].as_str().unwrap()))
        .collect();
    assert_eq!(found, [("new", "〇"), ("new", "ﾊｲ"), ("query", "昨年同様"), ("query", "レ")]);
    assert_eq!(preview["forms"][0]["is_table"], true);

    // A person decides one of the unclear ones; the other is not taken.
    let key = format!("Sheet1/{}/{}/answer", target.as_str().unwrap(), items[3].0);
    let mut request = files(&[(&preview, &[])]);
    request["files"][0]["decided"] = json!({ key.clone(): "たぶん" });
    assert_eq!(office.refused("import.commit", request.clone()).code, "import-not-a-value");
    request["files"][0]["decided"] = json!({ key: "no" });
    let done = office.call("import.commit", request);
    assert_eq!(done["output"]["taken"], 5, "two clear answers, two remarks, one decided");
    assert_eq!(answer(&office, target, &items[0].0)["basis"], "台帳で確認");
    assert_eq!(answer(&office, target, &items[1].0)["basis"], "係長に確認済み", "what is written beside it");
    assert_eq!(answer(&office, target, &items[2].0), Value::Null, "昨年同様 is no answer");
    assert_eq!(answer(&office, target, &items[3].0)["answer"], "no");
    let source = answer(&office, target, &items[0].0)["source"].as_str().unwrap().to_owned();
    assert_eq!(source, format!("{file}!Sheet1!C4"));
    office.call("journal.undo", json!({}));
    assert_eq!(answer(&office, target, &items[0].0), Value::Null, "one step back takes all of it back");
}

#[test]
fn what_was_pointed_at_is_kept_and_known_again() {
    let office = Office::demo();
    let Asked { engagement, target, items, .. } = asked(&office);
    let target = &target;
    let table = |offset: u32, marker: &str| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let rows = vec![
            vec!["ばんごう", "きくこと", "どうですか"],
            vec!["1", &items[0].1, marker],
            vec!["2", &items[1].1, "いいえ"],
        ];
        write(sheet, offset, &rows);
        book.save_to_buffer().unwrap()
    };
    let preview = read(&office, "ばらばら.xlsx", table(3, "はい"));
    let seen = office.call("import.view", json!({ "token": preview["token"], "sheet": "Sheet1" }));
    assert_eq!((&seen["rows"][0]["row"], &seen["rows"][0]["cells"][1]["text"]), (&json!(3), &json!("きくこと")));
    // Headings that are pointed at say what their columns hold, as far as they are known.
    let pointed =
        json!({ "first": 3, "last": 3, "columns": [], "whose": "file", "with_hidden": false, "same_numbers": false });
    let mut reading = preview["tables"]["reading"].clone();
    reading["layouts"] = json!({ "Sheet1": pointed });
    let said =
        office.call("import.arrange", json!({ "token": preview["token"], "reading": reading }))["output"].clone();
    let holds = said["tables"]["reading"]["layouts"]["Sheet1"]["columns"].as_array().unwrap();
    assert_eq!(holds[1]["holds"], "question", "our questions stand there, whatever the heading is called");
    assert_eq!(
        holds.iter().map(|one| one["heading"].as_str().unwrap()).collect::<Vec<_>>(),
        ["ばんごう", "きくこと", "どうですか"]
    );
    let column = |column: u32, heading: &str, holds: &str| json!({ "column": column, "heading": heading, "holds": holds, "place": "", "answer": "" });
    let columns =
        [column(0, "ばんごう", "number"), column(1, "きくこと", "question"), column(2, "どうですか", "answer")];
    let layout = json!({ "first": 3, "last": 3, "columns": columns, "whose": "file", "with_hidden": false,
        "same_numbers": false });
    let reading = json!({ "engagement": engagement["id"], "single": target, "layouts": { "Sheet1": layout },
        "left_out": [], "names": {} });
    let arranged =
        office.call("import.arrange", json!({ "token": preview["token"], "reading": reading }))["output"].clone();
    let arranged = if rows(&arranged) == 0 {
        // Another engagement was likely, so that everything was guessed anew: said again, it counts.
        office.call("import.arrange", json!({ "token": preview["token"], "reading": reading }))["output"].clone()
    } else {
        arranged
    };
    assert_eq!(rows(&arranged), 2, "{arranged:#}");
    let keep = json!({ "token": preview["token"], "sheet": "Sheet1", "name": "県の様式" });
    office.call("import.keep_layout", keep);
    assert_eq!(office.call("import.kept", json!({}))[0]["headings"], json!(["ばんごう", "きくこと", "どうですか"]));

    let again = read(&office, "つぎのとし.xlsx", table(6, "一部"));
    assert_eq!(again["tables"]["sheets"][0]["kept"], "県の様式", "{again:#}");
    assert_eq!(again["tables"]["reading"]["layouts"]["Sheet1"]["first"], 6, "wherever it stands now");
    office.call("journal.undo", json!({}));
    assert_eq!(office.call("import.kept", json!({})), json!([]), "keeping can be undone");
}

fn rows(preview: &Value) -> usize {
    let forms = preview["forms"].as_array().unwrap().iter();
    forms.flat_map(|form| form["rows"].as_array().unwrap()).filter(|row| row["column"] == "answer").count()
}

#[test]
fn departments_in_one_table_are_told_apart_and_unknown_names_asked() {
    let office = Office::demo();
    let Asked { target, name, items, others, .. } = asked(&office);
    let (second, third) = (&others[0], &others[1]);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let free = |at: usize| items[at].1.as_str();
    let table = vec![
        vec!["課名", "点検項目", "回答"],
        vec![&name, free(0), "はい"],
        vec![&second.1, free(0), "いいえ"],
        vec!["あやしい室", free(1), "はい"],
    ];
    write(sheet, 0, &table);
    let preview = read(&office, "全課.xlsx", book.save_to_buffer().unwrap());
    assert_eq!(preview["forms"].as_array().unwrap().len(), 2, "{preview:#}");
    assert_eq!(preview["tables"]["names"][0]["name"], "あやしい室");
    let mut reading = preview["tables"]["reading"].clone();
    reading["names"] = json!({ "あやしい室": third.0 });
    let arranged = office.call("import.arrange", json!({ "token": preview["token"], "reading": reading }));
    let forms = arranged["output"]["forms"].as_array().unwrap();
    assert_eq!((forms.len(), &forms[2]["department"]), (3, &json!(third.1)));
    let evidence = office.call("evidence.all", json!({})).as_array().unwrap().len();
    office.call("import.commit", files(&[(&preview, &[])]));
    let now = office.call("evidence.all", json!({})).as_array().unwrap().len();
    assert_eq!(now, evidence + 1, "one file is one original, whoever stands in it");
    let known = office.call("import.originals", json!({ "target": target }));
    assert_eq!(known[0]["name"], "全課.xlsx");
}

#[test]
fn of_two_versions_one_is_chosen_and_several_files_are_one_operation() {
    let office = Office::demo();
    let Asked { target, items, .. } = asked(&office);
    let target = target.as_str().unwrap();
    let sent = office.export_form(target);
    let filled = |answers: &[(&str, &str, &str)]| crate::common::filled(&sent, answers);
    let (one, two, other) = (&items[0].0, &items[1].0, &items[2].0);
    let first = read(&office, "回答.xlsx", filled(&[(one, "answer", "はい"), (two, "answer", "はい")]));
    let second = read(
        &office,
        "回答 最終版(2).xlsx",
        filled(&[(one, "answer", "○"), (two, "answer", "いいえ"), (other, "answer", "はい")]),
    );
    let tokens = json!({ "tokens": [first["token"], second["token"]] });
    let compared = office.call("import.compare", tokens);
    let cells = compared[0]["cells"].as_array().unwrap();
    assert_eq!(cells.len(), 2, "○ and はい are the same: {compared:#}");
    assert_eq!((&cells[0]["found"][0]["value"], &cells[0]["found"][1]["value"]), (&json!("yes"), &json!("no")));
    assert_eq!(compared[0]["versions"][1]["file_name"], "回答 最終版(2).xlsx");
    let refused = office.refused("import.commit", files(&[(&first, &[]), (&second, &[])]));
    assert_eq!(refused.code, "import-two-versions");
    let mut request = files(&[(&first, &[]), (&second, &[])]);
    request["files"][0]["leave"] = json!([format!("{}/{target}", first["forms"][0]["sheet"].as_str().unwrap())]);
    let done = office.call("import.commit", request);
    assert_eq!(done["output"]["taken"], 3);
    assert_eq!(answer(&office, &json!(target), two)["answer"], "no");
    office.call("journal.undo", json!({}));
    assert_eq!(answer(&office, &json!(target), two), Value::Null);
}

#[test]
fn counts_of_staff_are_taken_without_their_file() {
    let office = Office::demo();
    let campaigns = office.call("campaign.list", json!({ "fiscal_year": null }));
    let campaign = office.call("campaign.get", json!({ "id": campaigns[0]["id"] }));
    let sheet =
        campaign["sheets"].as_array().unwrap().iter().find(|sheet| sheet["form"] == "self:staff").unwrap().clone();
    let target = &sheet["target"];
    let staff = office.call("staff_count.get", json!({ "target": target }));
    let question = |at: usize| staff["items"][at]["question"].as_str().unwrap().to_owned();
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let (one, two) = (question(0), question(1));
    let name = sheet["name"].as_str().unwrap();
    let rows = vec![
        vec!["番号", "質問", "はい", "一部", "いいえ", "該当なし", "わからない"],
        vec!["1", &one, "３人", "1", "0", "", "1"],
        vec!["2", &two, "5", "", "", "", ""],
    ];
    write(page, 0, &rows);
    let bytes = book.save_to_buffer().unwrap();
    let preview = read(&office, &format!("職員集計_{name}.xlsx"), bytes.clone());
    let form = &preview["forms"][0];
    assert_eq!(form["target"], *target, "{preview:#}");
    let counts = form["rows"].as_array().unwrap();
    assert_eq!((counts.len(), &counts[0]["value"]), (2, &json!("3,1,0,0,1")));
    let mut request = files(&[(&preview, &[])]);
    let key = |at: usize| {
        format!(
            "{}/{}/{}/counts",
            form["sheet"].as_str().unwrap(),
            target.as_str().unwrap(),
            counts[at]["key"].as_str().unwrap()
        )
    };
    request["files"][0]["overwrite"] = json!([key(0), key(1)]);
    request["files"][0]["came_back"] = json!({ target.as_str().unwrap(): 4 });
    assert_eq!(office.refused("import.commit", request.clone()).code, "import-more-than-came");
    request["files"][0]["came_back"] = json!({ target.as_str().unwrap(): 6 });
    let evidence = office.call("evidence.all", json!({}));
    office.call("import.commit", request);
    let now = office.call("staff_count.get", json!({ "target": target }));
    assert_eq!((&now["items"][0]["counts"], &now["came_back"]), (&json!([3, 1, 0, 0, 1]), &json!(6)));
    assert_eq!(office.call("evidence.all", json!({})), evidence, "the file is not kept");
    let again = read(&office, &format!("{name}.xlsx"), bytes);
    assert_eq!(again["known"], true, "its hash is");
    assert_eq!(office.call("import.commit", files(&[(&again, &[])]))["op"], Value::Null);
}

#[test]
fn what_was_written_by_hand_is_kept_and_folders_are_looked_into() {
    let office = Office::demo();
    let Asked { target, .. } = asked(&office);
    let target = &target;
    let folder = office.folder.path().join("返送");
    std::fs::create_dir_all(folder.join("教育")).unwrap();
    for (name, bytes) in [
        ("総務課.xlsx", &b"PK"[..]),
        ("~$総務課.xlsx", b"lock"),
        (".DS_Store", b"x"),
        ("送付状.docx", b"PK"),
        ("教育/学校.csv", "a,b".as_bytes()),
        ("教育/手書き.pdf", b"%PDF-1.4"),
    ] {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let handle = office.app.register_path(folder);
    let scan = office.app.put("手書き.png", b"\x89PNG\r\n\x1a\nimage".to_vec());
    let found = office.call("import.find", json!({ "handles": [handle, scan] }));
    let names: Vec<(&str, bool)> = found["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| (file["name"].as_str().unwrap(), file["is_scan"].as_bool().unwrap()))
        .collect();
    assert_eq!(
        names,
        [
            ("返送/教育/学校.csv", false),
            ("返送/教育/手書き.pdf", true),
            ("返送/総務課.xlsx", false),
            ("手書き.png", true)
        ]
    );
    assert_eq!(found["left"], json!(["返送/送付状.docx"]));
    let kept = office.call("import.keep_scan", json!({ "handle": scan, "target": target }));
    let known = office.call("import.originals", json!({ "target": target }));
    assert_eq!((&known[0]["id"], &known[0]["name"]), (&kept["output"]["id"], &json!("手書き.png")));
    let shown = office.engagement("self_check");
    let row = shown["targets"].as_array().unwrap().iter().find(|row| row["id"] == *target).unwrap();
    assert_eq!(row["returned_on"], "2026-11-21");
}

#[test]
fn queries_stand_beside_their_cells_in_a_copy_of_the_senders_own_workbook() {
    let office = Office::demo();
    let Asked { target, name, items, .. } = asked(&office);
    let mut book = Workbook::new();
    let rows = vec![
        vec!["No.", "点検項目", "回答", "備考"],
        vec!["1", &items[0].1, "昨年同様", ""],
        vec!["2", &items[1].1, "はい", ""],
        vec!["3", &items[2].1, "", ""],
    ];
    write(book.add_worksheet(), 0, &rows);
    let preview = read(&office, &format!("{name}.xlsx"), book.save_to_buffer().unwrap());
    let back = |what: &str, decided: Value| {
        json!({ "file": { "token": preview["token"], "decided": decided }, "what": what,
            "destination": office.path("."), "recipient": "課長", "basis": "点検要領" })
    };
    let done = office.call("import.write_back", back("queries", json!({})));
    let name = done["output"]["name"].as_str().unwrap();
    assert!(name.ends_with("_照会.xlsx"), "{name}");
    let bytes = std::fs::read(office.folder.path().join(name)).unwrap();
    let again = exchange::read(&bytes, name, &exchange::Limits::default()).unwrap();
    let sheet = &again.sheets[0];
    let text = |row, column| sheet.get(row, column).map(|cell| cell.text.clone()).unwrap_or_default();
    assert_eq!(text(0, 4), "照会事項");
    assert!(
        text(1, 4).contains("「昨年同様」では判定できません") && text(1, 4).contains("はい・一部・いいえ"),
        "{}",
        text(1, 4)
    );
    assert_eq!((text(2, 4).as_str(), text(1, 2).as_str()), ("", "昨年同様"), "what is clear is not asked");
    assert!(text(3, 4).starts_with("回答がありません"), "{}", text(3, 4));
    let releases = office.call("release.list", json!({}));
    assert_eq!(releases[0]["kind"], "import-queries");

    // What is recorded here goes into the cells that stand empty.
    office.call("self_answer.set", json!({ "target": target, "items": [items[2].0], "answer": "partly" }));
    let preview = read(&office, name, bytes);
    let request = json!({ "file": { "token": preview["token"] }, "what": "answers",
        "destination": office.path("."), "recipient": "県", "basis": "照会文書" });
    let done = office.call("import.write_back", request);
    let name = done["output"]["name"].as_str().unwrap();
    let bytes = std::fs::read(office.folder.path().join(name)).unwrap();
    let sheet = exchange::read(&bytes, name, &exchange::Limits::default()).unwrap().sheets.remove(0);
    let text = |row, column| sheet.get(row, column).map(|cell| cell.text.clone()).unwrap_or_default();
    assert_eq!((text(3, 2).as_str(), text(1, 2).as_str()), ("一部", "昨年同様"));
    let csv = read(&office, "表.csv", "番号,質問,回答\n".into());
    let request = json!({ "file": { "token": csv["token"] }, "what": "queries", "destination": office.path("."),
        "recipient": "課長", "basis": "点検要領" });
    assert!(!csv["writable"].as_bool().unwrap());
    assert_eq!(office.refused("import.write_back", request).code, "import-nothing-to-write");
}

#[test]
fn a_remark_waits_for_the_answer_it_speaks_of() {
    let office = Office::demo();
    let Asked { target, name, items, .. } = asked(&office);
    let item = items[0].0.as_str();
    office.call("self_answer.set", json!({ "target": target, "items": [item], "answer": "yes" }));
    let mut book = Workbook::new();
    let rows = vec![vec!["番号", "点検項目", "回答", "備考"], vec!["1", &items[0].1, "いいえ", "やっていない"]];
    write(book.add_worksheet(), 0, &rows);
    let bytes = book.save_to_buffer().unwrap();
    let preview = read(&office, &format!("{name}.xlsx"), bytes.clone());
    let statuses: Vec<&str> = rows_of(&preview, 0).iter().map(|row| row["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["conflict", "query"], "{preview:#}");
    let codes: Vec<&Value> = preview["diagnostics"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert!(codes.contains(&&json!("place-by-name")), "whose it is, the name of the file alone says: {codes:?}");
    let before = answer(&office, &target, item);
    office.call("import.commit", files(&[(&preview, &[])]));
    assert_eq!(answer(&office, &target, item), before, "neither the answer nor its remark");
    let preview = read(&office, &format!("{name}.xlsx"), bytes);
    let key = format!("Sheet1/{}/{item}/answer", target.as_str().unwrap());
    office.call("import.commit", files(&[(&preview, &[&key])]));
    let now = answer(&office, &target, item);
    assert_eq!((&now["answer"], &now["basis"]), (&json!("no"), &json!("やっていない")), "both together");
}
