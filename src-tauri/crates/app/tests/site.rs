//! What is done on site: notes first and verdicts when one is ready, entry by number in the evening, and what is said
//! the same day.

use crate::common::Office;
use serde_json::{Value, json};

/// An audit of one department in fieldwork.
struct Audit {
    office: Office,
    id: String,
    target: String,
    items: Vec<String>,
    auditor: String,
}

impl Audit {
    fn begun() -> Audit {
        let office = Office::created();
        let id = |name: &str, request: Value| office.call(name, request)["output"]["id"].as_str().unwrap().to_owned();
        let department = id("department.save", json!({ "id": null, "name": "総務課", "kana": "", "closed_on": null }));
        let person = |name: &str, department: Value, role: &str| {
            json!({ "id": null, "name": name, "kana": "", "post": "", "department": department, "expertise": "",
                "left_on": null, "roles": [role] })
        };
        let auditor = id("person.save", person("江口 三郎", Value::Null, "auditor"));
        id("person.save", person("上田 次郎", json!(department), "info_manager"));
        id("person.save", person("井上 花子", Value::Null, "ciso"));
        let audit = id(
            "engagement.save",
            json!({ "id": null, "kind": "audit", "title": "定期監査", "fiscal_year": 2026,
                "pack_hash": office.pack("hyogo")["hash"], "form": "audit", "purpose": "", "method": "",
                "exclusions": "", "from_on": "2026-11-21", "until_on": "2026-12-20", "lead": auditor,
                "departments": [department], "subjects": [], "members": [auditor] }),
        );
        office.call("engagement.start", json!({ "id": audit, "gate_on": "2026-11-02", "gate_reason": "" }));
        let target =
            office.call("engagement.get", json!({ "id": audit }))["targets"][0]["id"].as_str().unwrap().to_owned();
        let grid = office.call("grid.get", json!({ "target": target }));
        let items = grid["rows"].as_array().unwrap().iter().map(|row| row["item"].as_str().unwrap().to_owned());
        let items = items.collect();
        Audit { office, id: audit, target, items, auditor }
    }

    fn interview(&self, change: impl FnOnce(&mut Value)) -> String {
        let mut request = json!({ "id": null, "engagement": self.id, "target": self.target, "kind": "interview",
            "title": "総務課長との面談", "place": "第2会議室", "held_on": "2026-11-20", "from_time": "9:30",
            "until_time": "１０：１５", "attendees": "総務課長 上田 次郎\n係長 松本", "auditors": [self.auditor],
            "no_photos": false, "witness": "" });
        change(&mut request);
        self.office.call("interview.save", request)["output"]["id"].as_str().unwrap().to_owned()
    }

    fn note(&self, interview: &str, time: &str, text: &str) -> String {
        let request = json!({ "id": null, "interview": interview, "target": null, "noted_at": time, "text": text,
            "witness": "", "items": [] });
        self.office.call("note.save", request)["output"]["id"].as_str().unwrap().to_owned()
    }

    fn row(&self, number: usize) -> Value {
        self.office.call("grid.get", json!({ "target": self.target }))["rows"][number - 1].clone()
    }

    fn notes(&self, interview: &str) -> Value {
        self.office.call("interview.get", json!({ "id": interview }))["notes"].clone()
    }

    fn entry(&self, text: &str, overwrite: &[&str]) -> Value {
        json!({ "target": self.target, "text": text, "seen_on": "2026-11-20", "seen_time": "14:05",
            "witness": "係長 松本", "overwrite": overwrite })
    }
}

#[test]
fn one_note_settles_items_of_three_chapters_at_once() {
    let audit = Audit::begun();
    let interview = audit.interview(|_| {});
    let note = audit.note(&interview, "９：４０", "#12 台帳は毎年度、課長が見直している。");
    audit
        .office
        .call("note.link", json!({ "note": note, "target": null, "items": [audit.items[40]], "numbers": "３，80-82" }));
    let notes = audit.notes(&interview);
    assert_eq!(notes[0]["noted_at"], "09:40");
    let numbers: Vec<&str> =
        notes[0]["links"].as_array().unwrap().iter().map(|link| link["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["3", "12", "41", "80", "81", "82"]);

    // An item that is out of scope is not judged, and what was written beside one stays.
    let left_out = json!({ "engagement": audit.id, "items": [audit.items[81]], "reason": "今年度は見ない" });
    audit.office.call("scope.set", left_out);
    let own = json!({ "target": audit.target, "item": audit.items[2], "field": "note", "text": "別に見た。" });
    audit.office.call("answer.write", own);
    let judge = |verdict: &str, overwrite: bool| json!({ "note": note, "verdict": verdict, "overwrite": overwrite });
    assert_eq!(audit.office.call("note.judge", judge("conforming", false))["output"]["items"], 5);
    let answer = audit.row(41)["answer"].clone();
    assert_eq!(answer["verdict"], "conforming");
    assert_eq!(answer["note"], "台帳は毎年度、課長が見直している。");
    assert_eq!((&answer["seen_on"], &answer["seen_time"]), (&json!("2026-11-20"), &json!("09:40")));
    assert_eq!(answer["procedure"], "inquiry");
    assert_eq!(audit.row(3)["answer"]["note"], "別に見た。");
    assert_eq!(audit.row(82)["answer"], Value::Null);
    assert_eq!(audit.row(41)["notes"], 1);

    let refused = audit.office.refused("note.judge", judge("nonconforming", false));
    assert_eq!((refused.code.as_str(), refused.args["count"].as_str()), ("verdicts-differ", "5"));
    audit.office.call("note.judge", judge("nonconforming", true));
    audit.office.call("journal.undo", json!({}));
    audit.office.call("journal.undo", json!({}));
    assert_eq!(audit.row(41)["answer"], Value::Null, "one operation judged them all, and one undo takes it back");

    let beside = audit.office.call("note.of_item", json!({ "target": audit.target, "item": audit.items[40] }));
    assert_eq!(beside[0]["title"], "総務課長との面談");
    audit.office.call("note.unlink", json!({ "note": note, "target": audit.target, "item": audit.items[40] }));
    assert_eq!(audit.row(41)["notes"], 0);
}

#[test]
fn the_workpaper_shows_what_was_said_where_and_by_whom() {
    let audit = Audit::begun();
    let room = audit.interview(|request| {
        request["title"] = json!("サーバ室の視察");
        request["kind"] = json!("walk_through");
        request["place"] = json!("サーバ室");
        request["no_photos"] = json!(true);
        request["witness"] = json!("山口係長");
    });
    let meeting = audit.interview(|request| request["held_on"] = json!("2026-11-19"));
    audit.note(&room, "10:40", "#1 #2 ラックは施錠されていた。");
    audit.note(&meeting, "9:40", "#2 鍵は課長が持つ。");
    audit.note(&meeting, "9:50", "どの項目の話でもない。");
    let request = json!({ "engagement": audit.id, "target": audit.target, "destination": audit.office.path("."),
        "recipient": "監査統括責任者", "basis": "監査規程" });
    let name = audit.office.call("workpaper.export", request)["output"]["name"].as_str().unwrap().to_owned();
    let file = audit.office.folder.path().join(name);
    let printed = std::process::Command::new("pdftotext").arg("-raw").arg(file).arg("-").output().unwrap();
    // Where a line ends is the paper's business.
    let text = String::from_utf8(printed.stdout).unwrap().split_whitespace().collect::<String>();
    for (part, times) in [
        ("令和8年11月20日10:40サーバ室サーバ室の視察", 2),
        ("立会山口係長：#1#2ラックは施錠されていた。", 2),
        ("令和8年11月19日09:40第2会議室総務課長との面談総務課長上田次郎、係長松本", 1),
        ("鍵は課長が持つ。", 1),
        ("どの項目の話でもない。", 0),
    ] {
        assert_eq!(text.matches(part).count(), times, "{part} in {text}");
    }
    let (meeting, room) = (text.find("鍵は課長が持つ。").unwrap(), text.rfind("ラックは施錠").unwrap());
    assert!(meeting < room, "the day before comes first");
}

#[test]
fn a_note_that_cannot_be_meant_is_refused_where_it_is_wrong() {
    let audit = Audit::begun();
    let interview = audit.interview(|_| {});
    let note = audit.note(&interview, "", "部屋は施錠されている。");
    let link = |numbers: &str| json!({ "note": note, "target": null, "items": [], "numbers": numbers });
    assert_eq!(audit.office.refused("note.link", link("9999")).code, "no-such-number");
    assert_eq!(audit.office.refused("note.link", link("鍵")).field.as_deref(), Some("numbers"));
    let judge = json!({ "note": note, "verdict": "conforming", "overwrite": false });
    assert_eq!(audit.office.refused("note.judge", judge).code, "note-without-items");
    let list = audit.office.call("interview.list", json!({ "engagement": audit.id }));
    assert_eq!((&list[0]["notes"], &list[0]["unlinked"]), (&json!(1), &json!(1)));
    let save = |time: &str, text: &str| {
        json!({ "id": note, "interview": null, "target": null, "noted_at": time, "text": text, "witness": "",
            "items": [] })
    };
    assert_eq!(audit.office.refused("note.save", save("25:00", "x")).code, "bad-time");
    assert_eq!(audit.office.refused("note.save", save("", " \n")).field.as_deref(), Some("text"));
    // A number that means no item stays text.
    audit.office.call("note.save", save("10:00", "部屋は施錠されている。 #9999"));
    assert_eq!(audit.notes(&interview)[0]["links"], json!([]));
    audit.office.call("note.delete", json!({ "id": note }));
    audit.office.call("interview.delete", json!({ "id": interview }));
    assert_eq!(audit.office.call("interview.list", json!({ "engagement": audit.id })), json!([]));
    audit.office.call("journal.undo", json!({}));
    audit.office.call("journal.undo", json!({}));
    assert_eq!(audit.notes(&interview)[0]["id"], json!(note));
}

#[test]
fn where_photos_are_forbidden_a_note_has_a_witness_and_no_picture_is_taken() {
    let audit = Audit::begun();
    let room = audit.interview(|request| {
        request["kind"] = json!("walk_through");
        request["place"] = json!("サーバ室");
        request["no_photos"] = json!(true);
        request["witness"] = json!("係長 松本");
    });
    let note = audit.note(&room, "14:05", "ラック3台はいずれも施錠されている。 #5");
    assert_eq!(audit.notes(&room)[0]["witness"], "係長 松本");
    audit.office.call("note.judge", json!({ "note": note, "verdict": "conforming", "overwrite": false }));
    assert_eq!(audit.row(5)["answer"]["witness"], "係長 松本");
    assert_eq!(audit.row(5)["answer"]["procedure"], "observation");
    let file = |name: &str| {
        let handle = audit.office.app.put(name, b"bytes".to_vec());
        json!({ "id": room, "evidence": [{ "handle": handle, "name": "", "source": "", "place": "", "class_level": "" }] })
    };
    let refused = audit.office.refused("interview.attach", file("ラック.PNG"));
    assert_eq!((refused.code.as_str(), refused.args["place"].as_str()), ("photos-forbidden", "サーバ室"));
    audit.office.call("interview.attach", file("入退室記録.pdf"));
    assert_eq!(audit.office.call("interview.get", json!({ "id": room }))["evidence"][0]["name"], "入退室記録.pdf");
    assert_eq!(audit.office.refused("interview.delete", json!({ "id": room })).code, "interview-has-evidence");
}

#[test]
fn what_was_being_typed_comes_back_marked() {
    let audit = Audit::begun();
    let interview = audit.interview(|_| {});
    let old = audit.note(&interview, "9:40", "鍵は課長が持つ。");
    let draft = |id: Value, time: &str, text: &str| {
        json!({ "id": id, "interview": interview, "target": null, "noted_at": time, "text": text, "witness": "",
            "items": [] })
    };
    audit.office.call("note.draft", draft(Value::Null, "9:55", "USB は #7"));
    audit.office.call("note.draft", draft(Value::Null, "9:55", "USBメモリは申請して使う。 #7"));
    audit.office.call("note.draft", draft(json!(old), "9:40", "鍵は課長と係長が持つ。"));
    audit.office.call("workspace.lock", json!({}));
    audit.office.call("workspace.unlock", json!({ "login": "aoki", "passphrase": "若葉の監査2026" }));
    let notes = audit.notes(&interview);
    assert_eq!(notes.as_array().unwrap().len(), 2);
    assert_eq!(notes[1]["text"], "USBメモリは申請して使う。 #7");
    assert_eq!(notes[1]["links"][0]["number"], "7");
    audit.office.call("workspace.lock", json!({}));
    audit.office.call("workspace.unlock", json!({ "login": "aoki", "passphrase": "若葉の監査2026" }));
    assert_eq!(audit.notes(&interview).as_array().unwrap().len(), 2, "a draft is recovered once");
    // A draft that was written in the end is no draft any more, and one that was emptied is none.
    audit.office.call("note.draft", draft(Value::Null, "10:00", "途中"));
    audit.office.call("note.save", draft(Value::Null, "10:00", "途中まで書いた。"));
    audit.office.call("note.draft", draft(Value::Null, "10:01", "やめた"));
    audit.office.call("note.draft", draft(Value::Null, "10:01", ""));
    audit.office.call("workspace.lock", json!({}));
    audit.office.call("workspace.unlock", json!({ "login": "aoki", "passphrase": "若葉の監査2026" }));
    assert_eq!(audit.notes(&interview).as_array().unwrap().len(), 3);
}

#[test]
fn a_note_beside_an_item_goes_to_the_record_of_the_day() {
    let audit = Audit::begun();
    let note = |text: &str| {
        json!({ "id": null, "interview": null, "target": audit.target, "noted_at": "", "text": text, "witness": "",
            "items": [audit.items[8]] })
    };
    let first = audit.office.call("note.save", note("台帳を見た。"));
    let second = audit.office.call("note.save", note("写しをもらった。"));
    assert_eq!(first["output"]["interview"], second["output"]["interview"]);
    let record = audit.office.call("interview.get", json!({ "id": first["output"]["interview"] }));
    assert_eq!(
        (&record["interview"]["kind"], &record["interview"]["held_on"]),
        (&json!("observation"), &json!("2026-11-21"))
    );
    assert_eq!(audit.row(9)["notes"], 2);
}

#[test]
fn an_evening_of_entries_by_number() {
    let audit = Audit::begun();
    audit.office.call("answer.set", json!({ "target": audit.target, "items": [audit.items[3]], "verdict": "partial" }));
    let text = "1 ○ 台帳を見た\n２，５－７　×　鍵がない\n4 ○\n\n８ ー 対象の機器がない";
    let read = audit.office.call("entry.read", json!({ "target": audit.target, "text": text }));
    assert_eq!(read.as_array().unwrap().len(), 4);
    assert_eq!(read[1]["items"].as_array().unwrap().len(), 4);
    assert_eq!(
        (&read[2]["items"][0]["before"], &read[2]["items"][0]["change"]),
        (&json!("partial"), &json!("overwrite"))
    );
    let refused = audit.office.refused("entry.commit", audit.entry(text, &[]));
    assert_eq!((refused.code.as_str(), refused.args["count"].as_str()), ("entry-unconfirmed", "1"));
    assert_eq!(audit.row(1)["answer"], Value::Null, "all of it or none");
    let done = audit.office.call("entry.commit", audit.entry(text, &[&audit.items[3]]));
    assert_eq!(done["output"]["items"], 7);
    let answer = audit.row(6)["answer"].clone();
    assert_eq!((&answer["verdict"], &answer["note"]), (&json!("nonconforming"), &json!("鍵がない")));
    assert_eq!((&answer["seen_on"], &answer["seen_time"]), (&json!("2026-11-20"), &json!("14:05")));
    assert_eq!(answer["witness"], "係長 松本");
    assert!(answer["answered_at"].as_i64().unwrap() > 1_795_230_000_000, "typed today, seen yesterday");

    for (text, problem, line) in [
        ("9 ○\n10 ?", "no-mark", 2),
        ("9 ○\n9 ×", "twice", 2),
        ("9999 ○", "no-such-number", 1),
        ("9-10 - 11 x", "unclear", 1),
    ] {
        let read = audit.office.call("entry.read", json!({ "target": audit.target, "text": text }));
        assert_eq!(read[line - 1]["problem"], problem, "{text}");
        let refused = audit.office.refused("entry.commit", audit.entry(text, &[]));
        assert_eq!(
            (refused.code.as_str(), refused.args["line"].as_str()),
            ("entry-problem", line.to_string().as_str())
        );
    }
    audit.office.call("scope.set", json!({ "engagement": audit.id, "items": [audit.items[8]], "reason": "来年" }));
    let read = audit.office.call("entry.read", json!({ "target": audit.target, "text": "9 ○" }));
    assert_eq!(read[0]["problem"], "excluded");
    assert_eq!(audit.office.refused("entry.commit", audit.entry("　\n", &[])).field.as_deref(), Some("text"));
}

#[test]
fn a_block_from_a_sheet_is_looked_at_before_it_is_stored() {
    let audit = Audit::begun();
    let paste = |text: &str, rows: usize| json!({ "target": audit.target, "items": audit.items[..rows], "text": text, "overwrite": [] });
    let block = "○\t台帳を見た\r\n不適合\t\"一行目\n二行目\"\r\n\t\r\n－ 該当なし\t\r\n";
    let read = audit.office.call("paste.read", paste(block, 4));
    let after = |n: usize| read[n]["items"][0]["after"].clone();
    assert_eq!((after(0), after(1), after(3)), (json!("conforming"), json!("nonconforming"), json!("not_applicable")));
    assert_eq!(read[2]["items"][0]["change"], "same");
    audit.office.call("paste.commit", paste(block, 4));
    assert_eq!(audit.row(2)["answer"]["note"], "一行目\n二行目");
    assert_eq!(audit.office.refused("paste.commit", paste("×\n", 1)).code, "entry-unconfirmed");
    audit.office.call("journal.undo", json!({}));
    assert_eq!(audit.row(1)["answer"], Value::Null, "one operation");

    let notes = audit.office.call("paste.read", paste("台帳を見た\n○", 2));
    assert_eq!(notes[1]["items"][0]["after_note"], "○", "a column that holds anything else is 所見");
    let beyond = audit.office.call("paste.read", paste("○\n○\n○", 2));
    assert_eq!(beyond[2]["problem"], "beyond");
    let wide = audit.office.call("paste.read", paste("○\ta\tb", 1));
    assert_eq!(wide[0]["problem"], "columns");
    audit.office.call("paste.commit", paste("○\tまとめて見た", 5));
    assert_eq!(audit.row(5)["answer"]["note"], "まとめて見た", "one row is meant for all that are picked");
}

#[test]
fn two_auditors_split_an_engagement() {
    let audit = Audit::begun();
    let give = |items: &[String], clauses: &[&str], person: Value| json!({ "target": audit.target, "items": items, "clauses": clauses, "person": person });
    audit.office.call("assignment.set", give(&audit.items[..3], &[], json!(audit.auditor)));
    assert_eq!(audit.row(1)["assignee"], "江口 三郎");
    assert_eq!(audit.row(1)["mine"], false);
    let me = audit.office.call("person.list", json!({}));
    let me = me.as_array().unwrap().iter().find(|person| person["login"] == "aoki").unwrap()["id"].clone();
    assert_eq!(audit.office.refused("assignment.set", give(&[], &["6"], me)).code, "not-in-team");
    audit.office.call("assignment.set", give(&[], &["6"], json!(audit.auditor)));
    let list = audit.office.call("assignment.list", json!({ "engagement": audit.id }));
    let counts: Vec<i64> =
        list["people"].as_array().unwrap().iter().map(|person| person["items"].as_i64().unwrap()).collect();
    assert_eq!(counts.iter().sum::<i64>(), i64::try_from(audit.items.len()).unwrap());
    assert!(counts[0] > 3 && counts[1] > 0, "{counts:?}");
    let chapter = list["targets"][0]["clauses"].as_array().unwrap().iter().find(|one| one["id"] == "6").unwrap();
    assert_eq!(chapter["people"].as_array().unwrap().len(), 1, "the chapter is wholly given");
    audit.office.call("assignment.set", give(&audit.items[..3], &[], Value::Null));
    assert_eq!(audit.row(1)["assignee"], Value::Null);
}

#[test]
fn the_closing_memo_is_one_page_that_can_be_traced() {
    let audit = Audit::begun();
    let there = audit.office.path(".");
    let export = |paper: &str| {
        json!({ "paper": { "paper": paper, "target": audit.target, "flash": null, "open_only": false },
            "destination": there, "recipient": "総務課長", "basis": "講評会" })
    };
    assert_eq!(audit.office.refused("site_paper.export", export("memo")).code, "memo-empty");
    let interview = audit.interview(|_| {});
    let note = audit.note(&interview, "9:40", "鍵の貸出簿がない。 #2");
    audit.office.call("note.judge", json!({ "note": note, "verdict": "nonconforming", "overwrite": false }));
    let good = audit.note(&interview, "9:50", "台帳の見直しが早い。");
    audit.office.call("answer.set", json!({ "target": audit.target, "items": [audit.items[5]], "verdict": "partial" }));
    let of = json!({ "target": audit.target });
    assert_eq!(audit.office.call("memo.get", of.clone())["waiting"], 2);
    audit.office.call("memo.make", of.clone());
    let line = |note: Value| json!({ "id": null, "target": audit.target, "text": "", "note": note, "dropped": false });
    audit.office.call("memo.save", line(json!(good)));
    assert_eq!(audit.office.refused("memo.save", line(Value::Null)).code, "memo-without-source");
    let memo = audit.office.call("memo.get", of.clone());
    assert_eq!((&memo["waiting"], &memo["pages"]), (&json!(0), &json!(1)));
    let texts: Vec<&str> =
        memo["lines"].as_array().unwrap().iter().map(|line| line["text"].as_str().unwrap()).collect();
    assert_eq!((texts[0], texts[2]), ("鍵の貸出簿がない。", "台帳の見直しが早い。"));
    assert_eq!(memo["lines"][0]["note"]["id"], json!(note));
    assert!(memo["lines"].as_array().unwrap().iter().all(|line| !line["note"].is_null() || !line["item"].is_null()));
    audit.office.call("memo.move", json!({ "id": memo["lines"][2]["id"], "by": -9 }));
    let drop = json!({ "id": memo["lines"][1]["id"], "target": audit.target, "text": texts[1], "note": null, "dropped": true });
    audit.office.call("memo.save", drop);
    audit.office.call("memo.make", of.clone());
    let memo = audit.office.call("memo.get", of.clone());
    assert_eq!(memo["lines"].as_array().unwrap().len(), 3, "what was left out is not proposed again");
    assert_eq!(
        (&memo["lines"][0]["text"], &memo["lines"][2]["dropped"]),
        (&json!("台帳の見直しが早い。"), &json!(true))
    );
    assert_eq!(audit.office.refused("note.delete", json!({ "id": note })).code, "note-in-memo");
    let name = audit.office.call("site_paper.export", export("memo"))["output"]["name"].as_str().unwrap().to_owned();
    assert!(name.starts_with("【機密性") && name.ends_with(".pdf"), "{name}");

    let long = json!({ "id": memo["lines"][0]["id"], "target": audit.target, "text": "長い。".repeat(2_000), "note": null,
        "dropped": false });
    audit.office.call("memo.save", long);
    assert!(audit.office.call("memo.get", of)["pages"].as_i64().unwrap() > 1);
    assert_eq!(audit.office.refused("site_paper.export", export("memo")).code, "memo-too-long");
    for paper in ["by_place", "by_person", "by_document"] {
        audit.office.call("site_paper.export", export(paper));
    }
}

#[test]
fn a_grave_matter_is_a_task_until_both_are_told() {
    let audit = Audit::begun();
    let save = json!({ "id": null, "target": audit.target, "item": audit.items[1], "title": "住民情報の入った媒体の紛失",
        "text": "貸出簿にない媒体が1本見つからない。", "found_on": "2026-11-20", "found_at": "14:20" });
    let id = audit.office.call("flash.save", save)["output"]["id"].as_str().unwrap().to_owned();
    let tasks = || {
        let home = audit.office.call("home.get", json!({}));
        home["tasks"].as_array().unwrap().iter().filter(|task| task["kind"] == "flash-to-tell").count()
    };
    assert_eq!(tasks(), 1);
    let row = audit.office.call("flash.list", json!({ "engagement": audit.id }))[0].clone();
    assert_eq!(row["notices"][0]["recipient"], "上田 次郎", "who holds the role is proposed");
    let tell = |role: &str, day: &str, time: &str| json!({ "id": id, "role": role, "recipient": "上田 次郎", "told_on": day, "told_at": time, "means": "口頭" });
    assert_eq!(
        audit.office.refused("flash.tell", tell("info_manager", "2026-11-20", "14:00")).code,
        "told-before-found"
    );
    assert_eq!(audit.office.refused("flash.tell", tell("ciso", "2026-12-01", "9:00")).code, "date-in-future");
    assert_eq!(audit.office.refused("flash.tell", tell("ciso", "2026-11-20", "")).field.as_deref(), Some("told_at"));
    assert_eq!(audit.office.refused("flash.tell", tell("staff", "2026-11-20", "15:00")).code, "bad-request");
    audit.office.call("flash.tell", tell("info_manager", "2026-11-20", "14:30"));
    assert_eq!(tasks(), 1, "the CISO has not been told");
    audit.office.call("flash.tell", tell("ciso", "2026-11-20", "14:45"));
    assert_eq!(tasks(), 0);
    audit.office.call("journal.undo", json!({}));
    assert_eq!(tasks(), 1);
    let paper = json!({ "paper": { "paper": "flash", "target": audit.target, "flash": id, "open_only": false },
        "destination": audit.office.path("."), "recipient": "CISO", "basis": "監査実施要領" });
    audit.office.call("site_paper.export", paper);
}

#[test]
fn nothing_is_written_into_a_closed_engagement() {
    let audit = Audit::begun();
    let interview = audit.interview(|_| {});
    let note = audit.note(&interview, "9:40", "鍵の貸出簿がない。 #2");
    audit.office.call("engagement.close", json!({ "id": audit.id }));
    let again = json!({ "id": note, "interview": null, "target": null, "noted_at": "9:40", "text": "x", "witness": "", "items": [] });
    for (name, request) in [
        ("note.save", again),
        ("note.delete", json!({ "id": note })),
        ("note.judge", json!({ "note": note, "verdict": "conforming", "overwrite": true })),
        ("entry.commit", audit.entry("1 ○", &[])),
        ("memo.make", json!({ "target": audit.target })),
        ("assignment.set", json!({ "target": audit.target, "items": [], "clauses": ["6"], "person": null })),
    ] {
        assert_eq!(audit.office.refused(name, request).code, "engagement-closed", "{name}");
    }
}
