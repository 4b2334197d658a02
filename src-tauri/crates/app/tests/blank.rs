//! Checklists for nobody in particular: handed out, filled in, and assigned when they come back.

use crate::common::{Office, commit, count, filled, read};
use serde_json::{Value, json};

const DEPARTMENT: &str = "資格管理課";

fn hash(office: &Office, pack: &str) -> String {
    let packs = office.call("pack.list", json!({}));
    let row = packs.as_array().unwrap().iter().find(|row| row["pack"] == pack).unwrap();
    row["hash"].as_str().unwrap().to_owned()
}

fn request(office: &Office, pack: &str, form: &str, clauses: &[&str], format: &str) -> Value {
    json!({ "hash": hash(office, pack), "form": form, "clauses": clauses, "format": format,
        "destination": office.path("."), "recipient": "各課", "basis": "点検要領 第3条" })
}

/// Writes a blank checklist and gives its name and its bytes.
fn blank(office: &Office, pack: &str, form: &str, clauses: &[&str], format: &str) -> (String, Vec<u8>) {
    let done = office.call("pack.export_form", request(office, pack, form, clauses, format));
    let name = done["output"]["name"].as_str().unwrap().to_owned();
    assert_eq!(done["output"]["warnings"], json!([]), "{name}");
    let bytes = std::fs::read(office.folder.path().join(&name)).unwrap();
    (name, bytes)
}

fn assign(office: &Office, preview: &Value, sheet: usize, target: &str) -> Value {
    let sheet = &preview["forms"][sheet]["sheet"];
    let request = json!({ "token": preview["token"], "sheet": sheet, "target": target });
    office.call("import.assign", request)["output"].clone()
}

fn answer(office: &Office, target: &str, item: &str) -> Value {
    let grid = office.call("grid.get", json!({ "target": target }));
    let row = grid["rows"].as_array().unwrap().iter().find(|row| row["item"] == item).unwrap().clone();
    row["self_answer"]["answer"].clone()
}

#[test]
fn every_form_of_every_edition_can_be_handed_out() {
    let office = Office::demo();
    for pack in office.call("pack.list", json!({})).as_array().unwrap() {
        let forms = office.call("pack.forms", json!({ "hash": pack["hash"] }));
        assert_eq!(forms["class_label"], "【機密性1】", "{pack}");
        for form in forms["forms"].as_array().unwrap() {
            let (key, items) = (form["form"].as_str().unwrap(), form["items"].as_u64().unwrap());
            assert!(items > 0, "{pack} {key}");
            let without = pack["pack"] == "yomogita" && key != "audit";
            assert_eq!(form["basis"].is_null(), without, "{pack} {form}");
            let (name, bytes) = blank(&office, pack["pack"].as_str().unwrap(), key, &[], "xlsx");
            let book = exchange::read(&bytes, &name, &exchange::Limits::default()).unwrap();
            let found = exchange::recognise(&book);
            assert_eq!((found.forms.len(), &found.diagnostics), (1, &vec![]), "{name}");
            assert_eq!(found.forms[0].rows.len() as u64, items, "{name}");
            assert_eq!((found.forms[0].template.as_str(), &json!(found.forms[0].edition)), (key, &pack["hash"]));
            assert!(found.forms[0].is_blank());
            let chapters = form["clauses"].as_array().unwrap().iter().filter(|clause| clause["depth"] == 1);
            assert_eq!(chapters.map(|chapter| chapter["items"].as_u64().unwrap()).sum::<u64>(), items, "{name}");
        }
    }
}

#[test]
fn a_blank_checklist_leaves_with_its_class_and_its_line_in_the_register() {
    let office = Office::demo();
    let (name, first) = blank(&office, "hyogo", "self:staff", &[], "pdf");
    let (again, second) = blank(&office, "hyogo", "self:staff", &[], "pdf");
    assert!(name.starts_with("【機密性1】自己点検票(職員)_") && name.ends_with("_2024-05_白紙.pdf"), "{name}");
    assert!(again.contains(" (2)") && first == second, "nothing is replaced, and two exports are equal");
    let asked = json!({ "hash": hash(&office, "hyogo"), "form": "self:staff", "clauses": [] });
    let suggested = office.call("file.suggest_name", json!({ "kind": "blank-pdf", "blank": asked }));
    assert_eq!(suggested["name"], json!(name));
    let register = office.call("release.list", json!({}));
    assert_eq!((&register[0]["kind"], &register[0]["class_level"]), (&json!("blank-pdf"), &json!("1")));
    assert_eq!((&register[0]["recipient"], &register[0]["basis"]), (&json!("各課"), &json!("点検要領 第3条")));

    let refused = |change: fn(&mut Value)| {
        let mut request = request(&office, "hyogo", "audit", &["6"], "pdf");
        change(&mut request);
        office.refused("pack.export_form", request).code
    };
    assert_eq!(refused(|request| request["basis"] = json!(" ")), "required");
    assert_eq!(refused(|request| request["hash"] = json!("00")), "no-such-pack");
    assert_eq!(refused(|request| request["format"] = json!("docx")), "bad-request");
    assert_eq!(refused(|request| request["clauses"] = json!(["99"])), "bad-request");
    assert_eq!(refused(|request| request["clauses"] = json!(["1"])), "form-empty");
    assert_eq!(office.call("release.list", json!({})).as_array().unwrap().len(), 2, "what was refused did not leave");
}

#[test]
fn a_checklist_of_a_target_is_printed_with_what_is_on_record() {
    let office = Office::demo();
    let target = office.target("audit", "総務課");
    let request = json!({ "target": target, "format": "pdf", "destination": office.path("."),
        "recipient": "総務課長", "basis": "監査実施計画" });
    let name = office.call("form.export", request)["output"]["name"].as_str().unwrap().to_owned();
    assert_eq!(name, "【機密性1】令和8年度_監査チェックリスト_総務課.pdf");
    assert!(std::fs::read(office.folder.path().join(name)).unwrap().starts_with(b"%PDF-1.7"));
    assert_eq!(office.call("release.list", json!({}))[0]["kind"], "form-pdf");
}

#[test]
fn a_blank_sheet_that_comes_back_is_assigned_by_a_person_and_then_taken_over() {
    let office = Office::demo();
    let target = office.target("self_check", DEPARTMENT);
    let (_, bytes) = blank(&office, "hyogo", "self:head", &[], "xlsx");
    let answers = [
        ("hyogo:9.5.1-1", "answer", "はい"),
        ("hyogo:9.5.1-2", "answer", "一部"),
        ("hyogo:9.5.1-2", "improvement", "様式を改める。"),
        ("hyogo:9.5.2-1", "answer", "たぶん"),
        ("field:department", "@value", "資格課"),
        ("field:contact", "@value", "井上　内線 2401"),
    ];
    let preview = read(&office, "回答.xlsx", filled(&bytes, &answers));
    let form = &preview["forms"][0];
    assert_eq!((&form["target"], &form["rows"]), (&Value::Null, &json!([])), "nobody has said whose it is");
    assert_eq!((&form["blank"]["department"], &form["contact"]), (&json!("資格課"), &json!("井上　内線 2401")));
    let targets = form["blank"]["targets"].as_array().unwrap();
    assert!(targets.iter().any(|one| one["target"] == json!(target) && one["department"] == DEPARTMENT), "{form:#}");
    assert_eq!(preview["diagnostics"][0]["code"], "blank-form");
    assert_eq!(commit(&office, &preview, &[])["op"], Value::Null, "so there is nothing to take over");

    let preview = read(&office, "回答.xlsx", filled(&bytes, &answers));
    let assigned = assign(&office, &preview, 0, &target);
    assert_eq!((&assigned["token"], &assigned["forms"][0]["department"]), (&preview["token"], &json!(DEPARTMENT)));
    assert_eq!((count(&assigned, "new"), count(&assigned, "query")), (4, 1), "{assigned:#}");
    let codes: Vec<&Value> = assigned["diagnostics"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["not-an-answer"], "only the doubtful answer needs a look");
    assert_eq!(commit(&office, &assigned, &[])["output"]["taken"], 4);
    assert_eq!(answer(&office, &target, "hyogo:9.5.1-2"), "partly");
    assert_eq!(answer(&office, &target, "hyogo:9.5.2-1"), Value::Null);
}

#[test]
fn what_is_on_record_is_not_lost_to_a_blank_sheet() {
    let office = Office::demo();
    let target = office.target("self_check", DEPARTMENT);
    let (held, same) = ("hyogo:9.5.1-1", "hyogo:9.5.1-2");
    for item in [held, same] {
        office.call("self_answer.set", json!({ "target": target, "items": [item], "answer": "no" }));
    }
    let (_, bytes) = blank(&office, "hyogo", "self:head", &["9.5"], "xlsx");
    let answers = [(held, "answer", "はい"), (same, "answer", "いいえ")];
    let preview = read(&office, "回答.xlsx", filled(&bytes, &answers));
    let assigned = assign(&office, &preview, 0, &target);
    assert_eq!((count(&assigned, "conflict"), count(&assigned, "new")), (1, 0), "{assigned:#}");
    let codes: Vec<&Value> = assigned["diagnostics"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["conflict"], "the chapters that were not on the sheet are not missed");
    commit(&office, &assigned, &[]);
    assert_eq!(answer(&office, &target, held), "no");
}

#[test]
fn a_blank_sheet_goes_only_where_the_same_is_asked() {
    let office = Office::demo();
    let (own, audit) = (office.target("self_check", DEPARTMENT), office.target("audit", "給付課"));
    let refused = |preview: &Value, target: &str| {
        let sheet = &preview["forms"][0]["sheet"];
        office.refused("import.assign", json!({ "token": preview["token"], "sheet": sheet, "target": target }))
    };
    let other = read(&office, "村.xlsx", blank(&office, "yomogita", "self:head", &[], "xlsx").1);
    assert_eq!(other["diagnostics"][0]["code"], "blank-nowhere");
    assert_eq!(other["forms"][0]["blank"]["targets"], json!([]));
    let refusal = refused(&other, &own);
    assert_eq!(refusal.code, "import-edition-differs");
    assert!(refusal.args["sheet"].contains("蓬田村") && refusal.args["edition"].contains("2024-05"), "{refusal:?}");

    let head = read(&office, "所属長.xlsx", blank(&office, "hyogo", "self:head", &[], "xlsx").1);
    assert_eq!(refused(&head, &audit).code, "import-form-differs");
    assert_eq!(refused(&head, "00000000-0000-5000-8000-000000000000").code, "not-found");
    let gone = json!({ "token": "gone", "sheet": "x", "target": own });
    assert_eq!(office.refused("import.assign", gone).code, "import-gone");
    let sent = read(&office, "票.xlsx", office.export_form(&own));
    assert_eq!(refused(&sent, &own).code, "bad-request", "a sheet that knows whose it is cannot be given away");
}

#[test]
fn rows_out_of_scope_are_named_and_not_taken_over() {
    let office = Office::demo();
    let engagement = office.engagement("audit");
    let target = office.target("audit", "給付課");
    let item = "hyogo:11.5-1";
    let scope = json!({ "engagement": engagement["id"], "items": [item], "reason": "今年度は対象外" });
    office.call("scope.set", scope);
    let (_, bytes) = blank(&office, "hyogo", "audit", &["11"], "xlsx");
    let preview = read(&office, "監査.xlsx", filled(&bytes, &[(item, "answer", "○ 適合")]));
    let assigned = assign(&office, &preview, 0, &target);
    let said = &assigned["diagnostics"][0];
    let grid = office.call("grid.get", json!({ "target": target }));
    let number = grid["rows"].as_array().unwrap().iter().position(|row| row["item"] == item).unwrap() + 1;
    let (code, number) = (json!("row-out-of-scope"), json!(number.to_string()));
    assert_eq!((&said["code"], &said["args"]["item"]), (&code, &number), "as it stands on paper: {assigned:#}");
    assert_eq!(commit(&office, &assigned, &[])["output"]["taken"], 0);
}
