//! The part of the day that is spent on site.

use super::Record;
use serde_json::{Value, json};

/// A meeting with notes, a room without camera, the evening, and what is said the same day.
pub(super) fn visit(day: &mut Record, audit: &str, target: &str, items: &[String]) {
    let record = |title: &str, until: &str| {
        json!({ "id": null, "engagement": audit, "target": target, "kind": "walk_through", "title": title,
        "place": "サーバ室", "held_on": "2026-11-21", "from_time": "9:30", "until_time": until,
        "attendees": "総務課長 上田 次郎", "auditors": [], "no_photos": true, "witness": "上田 次郎" })
    };
    day.call("interview.save", record("サーバ室の視察", "9:00"));
    let interview = day.id("interview.save", record("サーバ室の視察", "10:15"));
    let spare = day.id("interview.save", record("取りやめた視察", ""));
    day.call("interview.delete", json!({ "id": spare }));
    let note = |time: &str, text: &str| {
        json!({ "id": null, "interview": interview, "target": null, "noted_at": time, "text": text, "witness": "",
        "items": [] })
    };
    day.call("note.draft", note("9:40", "ラックは"));
    let first = day.id("note.save", note("9:40", "ラックは3台とも施錠されている。 #12"));
    let second = day.id("note.save", note("9:45", "入退室の記録に記名がない。"));
    let third = day.id("note.save", note("", "書き損じ"));
    day.call("note.save", note("9時", " "));
    day.call("note.delete", json!({ "id": third }));
    let link = |note: &str, numbers: &str| json!({ "note": note, "target": null, "items": [], "numbers": numbers });
    day.call("note.link", link(&second, "14,16-17"));
    day.call("note.link", link(&second, "9999"));
    day.call("note.unlink", json!({ "note": second, "target": target, "item": items[16] }));
    let judge = |note: &str, verdict: &str| json!({ "note": note, "verdict": verdict, "overwrite": false });
    // A text that was being typed where the note was written meanwhile waits for a word.
    day.call(
        "draft.put",
        json!({ "target": target, "item": items[11], "field": "note", "text": "鍵の番号も控えた。" }),
    );
    day.call("note.judge", judge(&first, "conforming"));
    day.call("workspace.lock", json!({}));
    day.call("workspace.unlock", json!({ "login": super::LOGIN, "passphrase": super::PASSPHRASE }));
    let settle = |field: &str| json!({ "target": target, "item": items[11], "field": field, "take": true });
    day.call("draft.put", json!({ "target": target, "item": items[11], "field": "note", "text": "別の文" }));
    day.call("draft.settle", settle("witness"));
    day.call("draft.settle", settle("note"));
    day.call("note.judge", judge(&second, "nonconforming"));
    day.call("note.judge", judge(&second, "partial"));
    let photo = day.office.app.put("ラック.png", b"a picture".to_vec());
    let records = day.office.app.put("入退室記録.pdf", b"a list".to_vec());
    let file = |handle: &str| {
        json!({ "id": interview,
        "evidence": [{ "handle": handle, "name": "", "source": "総務課", "place": "", "class_level": "2" }] })
    };
    day.call("interview.attach", file(&photo));
    day.call("interview.attach", file(&records));
    day.call("interview.list", json!({ "engagement": audit }));
    day.call("interview.get", json!({ "id": interview }));
    day.call("note.of_item", json!({ "target": target, "item": items[13] }));
    evening(day, target, items);
    assign(day, audit, target);
    same_day(day, audit, target, items, &first);
}

fn evening(day: &mut Record, target: &str, items: &[String]) {
    let keep = |text: &str| json!({ "target": target, "person": null, "text": text });
    day.call("entry.keep", keep("20 ○ 台帳を"));
    day.call("entry.kept", json!({ "target": target }));
    day.call("entry.keep", keep(""));
    let lines = "20 ○ 台帳を見た\n21-22 × 鍵がない\n14 ○\n23 ?";
    day.call("entry.read", json!({ "target": target, "text": lines }));
    let commit = |text: &str, overwrite: Value| {
        json!({ "target": target, "text": text, "seen_on": "2026-11-20", "seen_time": "１４：０５",
        "witness": "松本", "overwrite": overwrite })
    };
    day.call("entry.commit", commit(lines, json!([])));
    day.call("entry.commit", commit("20 ○ 台帳を見た\n14 ○", json!([])));
    day.call("entry.commit", commit("20 ○ 台帳を見た\n14 ○", json!([items[13]])));
    let paste = |text: &str| json!({ "target": target, "items": items[30..32], "text": text, "overwrite": [] });
    day.call("paste.read", paste("○\t見た\n×\t\n△"));
    day.call("paste.commit", paste("○\t見た\n×\t\n△"));
    day.call("paste.commit", paste("○\t見た\n×\t"));
}

fn assign(day: &mut Record, audit: &str, target: &str) {
    let persons = day.office.call("person.list", json!({}));
    let of = |login: &str| {
        let found = persons.as_array().unwrap().iter().find(|person| person["login"] == login);
        found.unwrap()["id"].clone()
    };
    let give = |person: &Value| json!({ "target": target, "items": [], "clauses": ["6"], "person": person });
    day.call("assignment.set", give(&of(kansa_tests::office::LOGIN)));
    day.call("assignment.set", give(&of(kansa_tests::office::SECOND)));
    day.call("assignment.list", json!({ "engagement": audit }));
}

fn same_day(day: &mut Record, audit: &str, target: &str, items: &[String], note: &str) {
    day.call("memo.make", json!({ "target": target }));
    let line = json!({ "id": null, "target": target, "text": "", "note": note, "dropped": false });
    let line = day.id("memo.save", line);
    day.call("memo.move", json!({ "id": line, "by": -1 }));
    day.call("memo.get", json!({ "target": target }));
    let flash = json!({ "id": null, "target": target, "item": items[13], "title": "記名のない入退室",
        "text": "3日分の記録に記名がない。", "found_on": "2026-11-21", "found_at": "9:45" });
    let flash = day.id("flash.save", flash);
    let tell = |at: &str| {
        json!({ "id": flash, "role": "ciso", "recipient": "井上 花子", "told_on": "2026-11-21", "told_at": at,
        "means": "電話" })
    };
    day.call("flash.tell", tell("9:00"));
    day.call("flash.tell", tell("11:00"));
    day.call("flash.list", json!({ "engagement": audit }));
    let memo = day.call("memo.get", json!({ "target": target }))["lines"][0].clone();
    let line = json!({ "id": memo["id"], "target": target, "text": memo["text"], "note": null, "dropped": false });
    let keep = |command: &str| json!({ "command": command, "row": line, "field": "text", "text": "打ちかけの講評" });
    day.call("draft.row", keep("memo.save"));
    day.call("draft.row", keep("person.save"));
    let there = day.office.handle(".");
    for paper in ["by_place", "memo", "flash"] {
        let paper = json!({ "paper": paper, "target": target, "flash": flash, "open_only": true });
        day.call("site_paper.name", paper.clone());
        let export = json!({ "paper": paper, "destination": there, "recipient": "総務課長", "basis": "監査実施要領" });
        day.call("site_paper.export", export);
    }
}
