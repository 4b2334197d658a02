//! An office makes its own edition: from a copy to a grid that asks the new questions; and what is refused on the way.

use crate::common::{Office, own_head as head};
use serde_json::{Value, json};

fn get(office: &Office, own: &str) -> Value {
    office.call("own_pack.get", json!({ "id": own }))
}

/// The items of an edition in the making, each with what becomes of it.
fn rows(detail: &Value) -> Vec<Value> {
    let changes = detail["changes"].as_array().unwrap();
    let row = |item: &Value| {
        let change = changes.iter().find(|change| change["id"] == item["id"]);
        let of = |key: &str| change.map_or(Value::Null, |change| change[key].clone());
        json!({ "item": item, "change": of("change"), "before": of("before"), "split_from": of("split_from") })
    };
    detail["pack"]["items"].as_array().unwrap().iter().map(row).collect()
}

fn item(office: &Office, own: &str, id: &str) -> Value {
    rows(&get(office, own)).into_iter().find(|row| row["item"]["id"] == id).unwrap()
}

fn changed(office: &Office, own: &str, id: &str, key: &str, value: Value) {
    let mut item = item(office, own, id)["item"].clone();
    item[key] = value;
    office.call("own_pack.save_item", json!({ "own_pack": own, "item": item }));
}

fn mistakes(detail: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = detail["mistakes"].as_array().unwrap().iter();
    list.map(|one| (text(&one["item"]) + &text(&one["clause"]), text(&one["error"]["key"]))).collect()
}

/// An audit of one department on an edition, begun; gives the target.
fn audited(office: &Office, hash: &Value) -> String {
    let department = json!({ "id": null, "name": "総務課", "kana": "", "closed_on": null });
    let department = office.call("department.save", department)["output"]["id"].clone();
    let person = json!({ "id": null, "name": "江口 三郎", "kana": "", "post": "", "department": null, "expertise": "",
        "left_on": null, "roles": ["auditor"] });
    let person = office.call("person.save", person)["output"]["id"].clone();
    let request = json!({ "id": null, "kind": "audit", "title": "令和8年度", "fiscal_year": 2026, "pack_hash": hash,
        "form": "audit", "purpose": "", "method": "", "exclusions": "", "from_on": null, "until_on": null,
        "lead": person, "departments": [department], "members": [person] });
    let id = office.call("engagement.save", request)["output"]["id"].clone();
    office.call("engagement.start", json!({ "id": id, "gate_on": "2026-11-02", "gate_reason": "" }));
    office.call("engagement.get", json!({ "id": id }))["targets"][0]["id"].as_str().unwrap().to_owned()
}

const FIRST: &str = "hyogo:4.1-1";

#[test]
fn from_a_copy_to_the_grid_that_asks_the_new_questions() {
    let office = Office::created();
    let own = office.own_edition("hyogo", "2027-04");
    assert_eq!(office.pack("hyogo")["used"], json!(false), "a base that is kept is not in use");
    let before = get(&office, &own);
    assert_eq!(before["mistakes"], json!([]), "a copy is sound");
    let clauses = before["pack"]["clauses"].as_array().unwrap();
    let silent = clauses.iter().find(|clause| !clause["no_item"].is_null()).unwrap()["id"].as_str().unwrap().to_owned();

    // Add: the new item is told what it still lacks, at its fields.
    let added = office.call("own_pack.add_item", json!({ "own_pack": own, "clause": "4.1", "after": FIRST }));
    let added = added["output"]["items"][0].as_str().unwrap().to_owned();
    let before = rows(&before);
    let known: Vec<&str> = before.iter().map(|row| row["item"]["id"].as_str().unwrap()).collect();
    assert!(added.starts_with("hyogo:4.1-") && !known.contains(&added.as_str()), "{added}");
    assert_eq!(mistakes(&get(&office, &own)), [(added.clone(), "item.question".to_owned())]);
    changed(&office, &own, &added, "question", json!("台帳を毎月確かめている"));
    assert_eq!(mistakes(&get(&office, &own)), [(added.clone(), "item.question".to_owned())], "not a question");
    changed(&office, &own, &added, "question", json!(" 台帳を毎月\n確かめているか。 "));
    assert_eq!(item(&office, &own, &added)["item"]["question"], "台帳を毎月 確かめているか。", "one line");
    assert_eq!(get(&office, &own)["mistakes"], json!([]));

    // Change, and a reason that gives way to a question.
    changed(&office, &own, FIRST, "weight", json!(1));
    let first = item(&office, &own, FIRST);
    assert_eq!((first["change"].as_str(), first["before"]["weight"].as_i64()), (Some("changed"), Some(3)));
    let asked = office.call("own_pack.add_item", json!({ "own_pack": own, "clause": silent, "after": null }));
    let asked = asked["output"]["items"][0].as_str().unwrap().to_owned();
    assert!(mistakes(&get(&office, &own)).contains(&(asked.clone(), "item.question".to_owned())));
    for (key, value) in [
        ("question", json!("尋ねているか。")),
        ("topic", first["item"]["topic"].clone()),
        ("look_at", json!(["doc:asset_register", "doc:asset_register"])),
    ] {
        changed(&office, &own, &asked, key, value);
    }
    assert_eq!(get(&office, &own)["mistakes"], json!([]));

    // Split and retire.
    let target = "hyogo:4.1.1-1";
    let parts = office.call("own_pack.split_item", json!({ "own_pack": own, "item": target, "parts": 2 }));
    let parts: Vec<String> = serde_json::from_value(parts["output"]["items"].clone()).unwrap();
    assert_eq!(item(&office, &own, target)["change"], "retired");
    assert_eq!(item(&office, &own, &parts[1])["split_from"], target);
    let error = office.refused("own_pack.split_item", json!({ "own_pack": own, "item": target, "parts": 2 }));
    assert_eq!(error.code, "own-item-retired");
    office.call("own_pack.retire_item", json!({ "own_pack": own, "item": "hyogo:4.1.1-2" }));
    let counts = get(&office, &own)["row"].clone();
    assert_eq!(["added", "changed", "split", "retired"].map(|key| counts[key].as_i64().unwrap()), [2, 1, 2, 2]);
    assert_eq!(office.call("own_pack.list", json!({}))[0], counts);

    // Finish: an edition like any other, which an audit can use.
    let done = office.call("own_pack.finish", json!({ "id": own }));
    let hash = done["output"]["hash"].clone();
    assert_eq!(office.call("own_pack.list", json!({})), json!([]));
    let packs = office.call("pack.list", json!({}));
    let made = packs.as_array().unwrap().iter().find(|row| row["hash"] == hash).unwrap().clone();
    assert_eq!(
        (made["origin"].as_str(), made["used"].as_bool(), made["bundled"].as_bool()),
        (Some("own"), Some(false), Some(false))
    );
    assert_eq!(packs.as_array().unwrap().len(), 6, "the copy of the base is gone, the base is still there");
    let grid = office.call("grid.get", json!({ "target": audited(&office, &hash) }));
    let ids: Vec<&str> = grid["rows"].as_array().unwrap().iter().map(|row| row["item"].as_str().unwrap()).collect();
    for id in [&added, &asked, &parts[0], &parts[1]] {
        assert!(ids.contains(&id.as_str()), "{id}");
    }
    for id in [target, "hyogo:4.1.1-2"] {
        assert!(!ids.contains(&id), "{id}");
    }
    let at = |id: &str| ids.iter().position(|known| *known == id).unwrap();
    assert_eq!(at(&added), at(FIRST) + 1);
    assert_eq!(office.edition(&hash)["used"], json!(true));

    // It never changes: its name is taken, its numbers are used, and undo does not reach it any more.
    let error = office.refused("own_pack.start", json!({ "base": hash, "head": head("hyogo", "2027-04") }));
    assert_eq!((error.code.as_str(), error.field.as_deref()), ("edition-exists", Some("edition")));
    let next = office.call("own_pack.start", json!({ "base": hash, "head": head("hyogo", "2028-04") }));
    let next = next["output"]["id"].as_str().unwrap().to_owned();
    let again = office.call("own_pack.add_item", json!({ "own_pack": next, "clause": "4.1.1", "after": null }));
    let again = again["output"]["items"][0].as_str().unwrap();
    assert!(!known.contains(&again) && !parts.iter().any(|part| part == again), "{again} was used before");
    assert_eq!(office.call("workspace.verify", json!({ "anchor": null }))["problems"], json!([]));
}

#[test]
fn every_step_can_be_taken_back_until_an_engagement_uses_the_edition() {
    let office = Office::created();
    let own = office.own_edition("hyogo", "2027-04");
    let clean = get(&office, &own);
    let steps = [
        ("own_pack.add_item", json!({ "own_pack": own, "clause": "4.1", "after": FIRST })),
        ("own_pack.split_item", json!({ "own_pack": own, "item": FIRST, "parts": 3 })),
        ("own_pack.retire_item", json!({ "own_pack": own, "item": "hyogo:4.1.1-1" })),
        ("own_pack.set_reason", json!({ "own_pack": own, "clause": "4", "reason": "章の見出し。" })),
        ("own_pack.edit", json!({ "id": own, "head": head("hyogo", "2027-05") })),
    ];
    let mut seen = vec![clean];
    for (command, request) in steps {
        office.call(command, request);
        seen.push(get(&office, &own));
    }
    for expected in seen.iter().rev().skip(1) {
        office.call("journal.undo", json!({}));
        assert_eq!(get(&office, &own), *expected);
    }
    let person = json!({ "id": null, "name": "上田 次郎", "kana": "", "post": "", "department": null, "expertise": "",
        "left_on": null, "roles": ["auditor"] });
    let person = office.call("person.save", person)["output"]["id"].clone();
    office.call("user.add", json!({ "person": person, "login": "ueda", "passphrase": "上田の合言葉26" }));
    let hash = office.call("own_pack.finish", json!({ "id": own }))["output"]["hash"].clone();
    office.call("journal.undo", json!({}));
    assert_eq!(get(&office, &own), seen[0], "nobody used it yet: it is in the making again");
    office.refused("pack.get", json!({ "hash": hash }));
    office.call("journal.redo", json!({}));
    assert_eq!(office.call("pack.get", json!({ "hash": hash }))["pack"]["hash"], hash);
    // Another user's audit uses it: from then on it stays.
    let user = |login: &str, passphrase: &str| {
        office.call("workspace.lock", json!({}));
        office.call("workspace.unlock", json!({ "login": login, "passphrase": passphrase }));
    };
    user("ueda", "上田の合言葉26");
    audited(&office, &hash);
    user("aoki", "若葉の監査2026");
    assert_eq!(office.refused("journal.undo", json!({})).code, "in-use");
    assert_eq!(office.call("own_pack.list", json!({})), json!([]));
    assert_eq!(office.edition(&hash)["used"], json!(true));
}

#[test]
fn a_pack_of_ones_own_has_ids_of_its_own() {
    let office = Office::created();
    let own = office.own_edition("wakaba", "2027-04");
    let detail = get(&office, &own);
    assert!(rows(&detail).iter().all(|row| row["item"]["id"].as_str().unwrap().starts_with("wakaba:")));
    assert_eq!(detail["row"]["changed"], json!(0));
    office.call("own_pack.retire_item", json!({ "own_pack": own, "item": "wakaba:4.1-1" }));
    let added = office.call("own_pack.add_item", json!({ "own_pack": own, "clause": "4.1", "after": null }));
    let added = added["output"]["items"][0].as_str().unwrap().to_owned();
    assert_eq!(
        office.call("own_pack.finish", json!({ "id": own }))["output"]["hash"],
        Value::Null,
        "it asks nothing yet"
    );
    changed(&office, &own, &added, "question", json!("分類しているか。"));
    let hash = office.call("own_pack.finish", json!({ "id": own }))["output"]["hash"].clone();
    let pack = office.call("pack.get", json!({ "hash": hash }))["pack"].clone();
    assert_eq!((pack["id"].as_str(), pack["effective"].as_str()), (Some("wakaba"), Some("2027-04-01")));
    let ids: Vec<&str> = pack["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&added.as_str()) && !ids.contains(&"wakaba:4.1-1"));
}

#[test]
fn what_the_parser_would_not_take_is_refused_at_its_field_or_told_at_the_end() {
    let office = Office::created();
    let base = office.pack("hyogo")["hash"].clone();
    for (key, value, code, field) in [
        ("pack", "Wakaba", "pack-mistake", "pack"),
        ("pack", "kobe", "pack-id-taken", "pack"),
        ("edition", "令和9年", "pack-mistake", "edition"),
        ("edition", "2024-05", "edition-exists", "edition"),
        ("edition", " ", "required", "edition"),
        ("title", &"長".repeat(81), "pack-mistake", "title"),
        ("issuer_en", &"x".repeat(161), "pack-mistake", "issuer_en"),
    ] {
        let mut head = head("hyogo", "2027-04");
        head[key] = json!(value);
        let error = office.refused("own_pack.start", json!({ "base": base, "head": head }));
        assert_eq!((error.code.as_str(), error.field.as_deref()), (code, Some(field)), "{key} {value}");
    }
    let own = office.own_edition("hyogo", "2027-04");
    let error = office.refused("own_pack.start", json!({ "base": base, "head": head("hyogo", "2027-04") }));
    assert_eq!(error.code, "edition-exists", "one in the making has its name too");
    // A leaf without items asks for a reason.
    let detail = get(&office, &own);
    let items = rows(&detail);
    let clauses = detail["pack"]["clauses"].as_array().unwrap();
    let count = |clause: &str| items.iter().filter(|row| row["item"]["clause"] == clause).count();
    let is_leaf = |clause: &str| clauses.iter().all(|other| other["parent"] != clause);
    let lone = items.iter().find(|row| {
        let clause = row["item"]["clause"].as_str().unwrap();
        is_leaf(clause) && count(clause) == 1
    });
    let lone = lone.unwrap()["item"].clone();
    office.call("own_pack.retire_item", json!({ "own_pack": own, "item": lone["id"] }));
    let done = office.call("own_pack.finish", json!({ "id": own }));
    assert_eq!((done["output"]["hash"].clone(), done["op"].clone()), (Value::Null, Value::Null), "nothing happened");
    assert_eq!(done["output"]["mistakes"][0]["clause"], lone["clause"]);
    assert_eq!(done["output"]["mistakes"][0]["error"]["code"], "leaf-without-item");
    office.call("own_pack.set_reason", json!({ "own_pack": own, "clause": lone["clause"], "reason": "別に尋ねる。" }));
    assert_eq!(get(&office, &own)["mistakes"], json!([]));
    office.call("own_pack.restore_item", json!({ "own_pack": own, "item": lone["id"] }));
    assert_eq!(get(&office, &own)["row"]["retired"], json!(0));
    for (command, request, code) in [
        ("own_pack.add_item", json!({ "own_pack": own, "clause": "99", "after": null }), "no-such-clause"),
        ("own_pack.set_reason", json!({ "own_pack": own, "clause": "99", "reason": "" }), "no-such-clause"),
        ("own_pack.retire_item", json!({ "own_pack": own, "item": "hyogo:99-1" }), "no-such-item"),
        ("own_pack.split_item", json!({ "own_pack": own, "item": FIRST, "parts": 1 }), "bad-request"),
        ("own_pack.get", json!({ "id": "00000000-0000-7000-8000-000000000000" }), "not-found"),
    ] {
        assert_eq!(office.refused(command, request).code, code, "{command}");
    }
    let mut long = item(&office, &own, FIRST)["item"].clone();
    long["question"] = json!("長".repeat(2_001));
    assert_eq!(office.refused("own_pack.save_item", json!({ "own_pack": own, "item": long })).code, "text-too-long");
    office.call("own_pack.discard", json!({ "id": own }));
    assert_eq!(office.call("own_pack.list", json!({})), json!([]));
    assert_eq!(office.call("pack.list", json!({})).as_array().unwrap().len(), 5);
}

#[test]
fn new_items_leave_no_trace_when_they_go() {
    let office = Office::created();
    let own = office.own_edition("hyogo", "2027-04");
    let add = |after: &str| {
        let added = office.call("own_pack.add_item", json!({ "own_pack": own, "clause": "4.1", "after": after }));
        added["output"]["items"][0].as_str().unwrap().to_owned()
    };
    let first = add(FIRST);
    let second = add(&first);
    let parts = office.call("own_pack.split_item", json!({ "own_pack": own, "item": second, "parts": 2 }));
    assert_eq!(parts["output"]["items"][0], second, "a new one keeps its place among its parts");
    office.call("own_pack.retire_item", json!({ "own_pack": own, "item": first }));
    let ids: Vec<Value> = rows(&get(&office, &own)).iter().map(|row| row["item"]["id"].clone()).collect();
    let at = ids.iter().position(|id| id == FIRST).unwrap();
    assert_eq!(ids[at + 1..at + 3], [json!(second), parts["output"]["items"][1].clone()]);
    for id in [&second, parts["output"]["items"][1].as_str().unwrap()] {
        office.call("own_pack.retire_item", json!({ "own_pack": own, "item": id }));
    }
    let row = get(&office, &own)["row"].clone();
    assert_eq!((row["added"].as_i64(), row["retired"].as_i64()), (Some(0), Some(0)));
    // Changed and brought back, and changed by hand to what it was, is not changed.
    changed(&office, &own, FIRST, "weight", json!(1));
    office.call("own_pack.restore_item", json!({ "own_pack": own, "item": FIRST }));
    changed(&office, &own, FIRST, "weight", json!(1));
    changed(&office, &own, FIRST, "weight", json!(3));
    assert_eq!(item(&office, &own, FIRST)["change"], Value::Null);
}
