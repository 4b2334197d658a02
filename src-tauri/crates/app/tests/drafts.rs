//! What was being typed when the program ended, or when somebody else sat down: no text replaces another one unseen.

use crate::common::Office;
use serde_json::{Value, json};

/// An audit of 総務課 in fieldwork, and the department that 青木 can be moved into, so that nothing may be written there.
struct Begun {
    office: Office,
    audit: String,
    target: String,
    department: String,
}

const ITEM: &str = "hyogo:4.1-1";

impl Begun {
    fn new() -> Begun {
        let office = Office::created();
        let of = |answer: Value| answer["output"]["id"].as_str().unwrap().to_owned();
        let request = json!({ "id": null, "name": "総務課", "kana": "", "closed_on": null });
        let department = of(office.call("department.save", request));
        let request = json!({ "id": null, "name": "田村", "kana": "", "post": "", "department": null, "expertise": "",
            "left_on": null, "roles": ["auditor"] });
        let auditor = of(office.call("person.save", request));
        let request = json!({ "id": null, "kind": "audit", "title": "定期監査", "fiscal_year": 2026,
            "pack_hash": office.pack("hyogo")["hash"], "form": "audit", "purpose": "", "method": "", "exclusions": "",
            "from_on": "2026-11-01", "until_on": "2026-12-20", "lead": auditor, "departments": [department],
            "members": [auditor] });
        let audit = of(office.call("engagement.save", request));
        office.call("engagement.start", json!({ "id": audit, "gate_on": "2026-11-02", "gate_reason": "" }));
        let detail = office.call("engagement.get", json!({ "id": audit }));
        let target = detail["targets"][0]["id"].as_str().unwrap().to_owned();
        Begun { office, audit, target, department }
    }

    fn draft(&self, field: &str, text: &str) -> Value {
        json!({ "target": self.target, "item": ITEM, "field": field, "text": text })
    }

    fn settle(&self, field: &str, take: bool) -> Value {
        json!({ "target": self.target, "item": ITEM, "field": field, "take": take })
    }

    /// 青木 comes to the department that is audited, or leaves it.
    fn sits_in(&self, department: Value) {
        let persons = self.office.call("person.list", json!({}));
        let me = persons.as_array().unwrap().iter().find(|row| row["name"] == "青木 一郎").unwrap().clone();
        let request = json!({ "id": me["id"], "name": "青木 一郎", "kana": "", "post": "監査室長",
            "department": department, "expertise": "", "left_on": null, "roles": [] });
        self.office.call("person.save", request);
    }

    fn again(&self) -> Value {
        self.office.call("workspace.lock", json!({}));
        let request = json!({ "login": "aoki", "passphrase": "若葉の監査2026" });
        self.office.call("workspace.unlock", request)["workspace"]["recovered"].clone()
    }

    fn row(&self) -> Value {
        let grid = self.office.call("grid.get", json!({ "target": self.target }));
        grid["rows"].as_array().unwrap().iter().find(|row| row["item"] == ITEM).unwrap().clone()
    }

    /// A text waits that could not be written when the workspace was opened, and could be now.
    fn waiting(texts: &[(&str, &str)]) -> Begun {
        let begun = Begun::new();
        for (field, text) in texts {
            begun.office.call("draft.put", begun.draft(field, text));
        }
        begun.sits_in(json!(begun.department));
        assert_eq!(begun.again(), 0);
        begun.sits_in(Value::Null);
        begun
    }
}

#[test]
fn a_text_that_waits_is_neither_typed_over_nor_replaced() {
    let begun = Begun::waiting(&[("note", "台帳を見た。"), ("witness", "係長")]);
    let office = &begun.office;
    assert_eq!(office.refused("draft.put", begun.draft("note", "別の文")).code, "draft-waits");
    assert_eq!(office.refused("answer.write", begun.draft("note", "別の文")).code, "draft-waits");
    // What is written another way leaves it waiting, and the verdict has nothing to do with it.
    office.call("answer.set", json!({ "target": begun.target, "items": [ITEM], "verdict": "conforming" }));
    let number = begun.row()["number"].as_str().unwrap().to_owned();
    let entry = json!({ "target": begun.target, "text": format!("{number} ○ 番号で入力"), "seen_on": null,
        "seen_time": "", "witness": "", "overwrite": [ITEM] });
    office.call("entry.commit", entry);
    assert_eq!(begun.row()["held"].as_array().unwrap().len(), 2);
    // Opened again, what was written since is not overwritten by what was typed before.
    assert_eq!(begun.again(), 1, "the witness, whose field is still empty");
    assert_eq!(begun.row()["answer"]["note"], "番号で入力");
    assert_eq!(begun.row()["held"][0]["text"], "台帳を見た。");
    office.call("draft.settle", begun.settle("note", true));
    assert_eq!(begun.row()["answer"]["note"], "番号で入力\n台帳を見た。", "both are there");
    office.call("journal.undo", json!({}));
    assert_eq!(begun.row()["answer"]["note"], "番号で入力");
}

#[test]
fn a_text_that_waits_is_kept_or_refused_on_purpose() {
    let begun = Begun::waiting(&[("note", "台帳を見た。"), ("witness", "係長")]);
    let office = &begun.office;
    let taken = office.call("draft.settle", begun.settle("note", true));
    assert_eq!(taken["output"]["rows"][0]["answer"]["note"], "台帳を見た。");
    office.call("draft.settle", begun.settle("witness", false));
    let row = begun.row();
    assert_eq!((&row["held"], &row["answer"]["witness"]), (&json!([]), &json!("")));
    assert_eq!(office.refused("draft.settle", begun.settle("note", true)).code, "bad-request");
    office.call("draft.put", begun.draft("witness", "課長"));
    office.call("answer.write", begun.draft("witness", "課長"));
    assert_eq!(begun.again(), 0, "nothing waits any more");
}

#[test]
fn who_may_not_write_cannot_settle_either() {
    let begun = Begun::new();
    begun.office.call("draft.put", begun.draft("note", "台帳を見た。"));
    begun.sits_in(json!(begun.department));
    begun.again();
    assert_eq!(begun.office.refused("draft.settle", begun.settle("note", false)).code, "not-independent");
    assert_eq!(begun.row()["held"][0]["text"], "台帳を見た。");
}

#[test]
fn a_note_that_waits_becomes_a_note_of_its_own_before_another_is_typed_there() {
    let begun = Begun::new();
    let office = &begun.office;
    let note = |id: Value, text: &str| {
        json!({ "id": id, "interview": null, "target": begun.target, "noted_at": "9:40", "text": text, "witness": "",
            "items": [ITEM] })
    };
    let first = office.call("note.save", note(Value::Null, "書いたメモ"))["output"]["id"].clone();
    office.call("note.draft", note(Value::Null, "打ちかけのメモ"));
    office.call("note.draft", note(first.clone(), "直しかけたメモ"));
    office.call("engagement.close", json!({ "id": begun.audit }));
    assert_eq!(begun.again(), 0);
    office.call("engagement.unlock", json!({ "id": begun.audit, "reason": "所見の追記のため" }));
    office.call("note.draft", note(Value::Null, "次のメモ"));
    office.call("note.save", note(first, "直したメモ"));
    let of = json!({ "target": begun.target, "item": ITEM });
    let texts = || {
        let notes = office.call("note.of_item", of.clone());
        notes.as_array().unwrap().iter().map(|note| note["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let mut found = texts();
    found.sort();
    assert_eq!(found, ["打ちかけのメモ", "直しかけたメモ", "直したメモ"]);
    assert_eq!(begun.again(), 0, "locking stores what is being typed");
    assert!(texts().contains(&"次のメモ".to_owned()));
}

#[test]
fn lines_typed_in_the_evening_survive_until_they_are_stored_or_given_up() {
    let begun = Begun::new();
    let office = &begun.office;
    let keep = |text: &str| json!({ "target": begun.target, "person": null, "text": text });
    let kept = || office.call("entry.kept", json!({ "target": begun.target }));
    office.call("entry.keep", keep("1 ○\n2 x 記録が"));
    office.call("entry.keep", keep("1 ○\n2 x 記録がない"));
    assert_eq!(begun.again(), 0, "lines become no answers by themselves");
    let lines = kept();
    assert_eq!((&lines[0]["text"], &lines[0]["mine"]), (&json!("1 ○\n2 x 記録がない"), &json!(true)));
    assert_eq!(lines[0]["name"], "青木 一郎");
    assert_eq!(office.refused("entry.keep", keep(&"長".repeat(100_001))).code, "text-too-long");
    office.call("entry.keep", keep(" "));
    assert_eq!(kept(), json!([]));
}

#[test]
fn what_is_typed_into_a_form_in_place_is_there_after_a_power_cut() {
    let begun = Begun::new();
    let office = &begun.office;
    let mut flash = json!({ "id": null, "target": begun.target, "item": "", "title": "媒体の紛失", "text": "",
        "found_on": "2026-11-20", "found_at": "14:20" });
    flash["id"] = office.call("flash.save", flash.clone())["output"]["id"].clone();
    let row = flash.clone();
    let keep = |field: &str, text: &str| json!({ "command": "flash.save", "row": row, "field": field, "text": text });
    let stored = || office.call("flash.list", json!({ "engagement": begun.audit }))[0]["report"].clone();
    office.call("draft.row", keep("text", "貸出簿にない"));
    office.call("draft.row", keep("text", "貸出簿にない媒体が1本見つからない。"));
    office.call("draft.row", keep("found_at", "25時"));
    begun.again();
    assert_eq!(
        (&stored()["text"], &stored()["found_at"]),
        (&json!("貸出簿にない媒体が1本見つからない。"), &json!("14:20"))
    );
    // What was stored after it was typed is the newer word.
    office.call("draft.row", keep("text", "古い文"));
    flash["text"] = json!("新しい文");
    office.call("flash.save", flash.clone());
    begun.again();
    assert_eq!(stored()["text"], "新しい文");
    for (command, row) in [("person.save", flash.clone()), ("flash.save", json!({ "id": null, "text": "" }))] {
        let request = json!({ "command": command, "row": row, "field": "text", "text": "x" });
        assert_eq!(office.refused("draft.row", request).code, "bad-request");
    }
}
