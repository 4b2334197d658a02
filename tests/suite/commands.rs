//! Every command once, on a small office with a clock that is set: what it is asked, and what it answers. What changes
//! from run to run (ids, hashes, moments) is numbered or named, long lists are cut. A changed answer shows as a changed
//! snapshot under `snapshots/`.

mod campaign;
#[path = "commands/plan.rs"]
mod engagement_plan;
mod exceptions;
#[path = "commands/forms.rs"]
mod forms;
#[path = "commands/handing.rs"]
mod handing;
#[path = "commands/imports.rs"]
mod imports;
#[path = "commands/improvement.rs"]
mod improvement;
mod organisation;
#[path = "commands/past.rs"]
mod past;
#[path = "commands/question_table.rs"]
mod question_table;
#[path = "commands/reports.rs"]
mod reports;
mod site;
#[path = "commands/views.rs"]
mod views;
#[path = "commands/workpaper.rs"]
mod workpaper;

use app::commands::COMMANDS;
use kansa_tests::office::{LOGIN, Office, PASSPHRASE, SECOND, SECOND_PASSPHRASE, order, plan, root};
use kansa_tests::workbook::fill;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The calls so far, by command.
struct Record {
    office: Office,
    calls: BTreeMap<String, Vec<Value>>,
    known: BTreeMap<String, usize>,
}

impl Record {
    /// Runs a command, writes down what it said, and gives it.
    fn call(&mut self, name: &str, request: Value) -> Value {
        let outcome = self.office.app.call(name, request.clone());
        let response = match &outcome {
            Ok(value) => value.clone(),
            Err(error) => json!({ "error": error }),
        };
        let entry = json!({ "request": self.plain(request), "response": self.plain(response) });
        self.calls.entry(name.to_owned()).or_default().push(entry);
        outcome.unwrap_or_default()
    }

    fn id(&mut self, name: &str, request: Value) -> String {
        let response = self.call(name, request);
        response["output"]["id"].as_str().unwrap_or_else(|| panic!("{name} gives an id")).to_owned()
    }

    /// The same without what changes from run to run.
    fn plain(&mut self, value: Value) -> Value {
        const MOST: usize = 3;
        match value {
            Value::Array(list) => {
                let rest = list.len().saturating_sub(MOST);
                let mut shown: Vec<Value> = list.into_iter().take(MOST).map(|value| self.plain(value)).collect();
                shown.extend((rest > 0).then(|| json!(format!("… and {rest} more"))));
                Value::Array(shown)
            }
            Value::Object(map) => Value::Object(map.into_iter().map(|(key, value)| self.member(key, value)).collect()),
            Value::String(text) => Value::String(self.text(&text)),
            Value::Number(n) if n.as_i64().is_some_and(|n| n > 1_700_000_000_000) => json!("[moment]"),
            other => other,
        }
    }

    fn member(&mut self, key: String, value: Value) -> (String, Value) {
        let shown = match key.as_str() {
            "recovery_code" | "code" if value.as_str().is_some_and(|text| text.contains('-') && text.len() > 30) => {
                json!("[recovery code]")
            }
            "token" => json!("[token]"),
            "size" => json!("[size]"),
            "handle" | "destination" | "folder" | "file" if value.as_str().is_some_and(is_handle) => json!("[handle]"),
            "folder" if !value.is_null() => json!("[folder]"),
            "version" => json!("[version]"),
            // The words of the bundled checklists have tests of their own.
            "question" | "question_en" if value.is_string() => json!("[question]"),
            // The words of licences are theirs, and as long as they are.
            "text" if value.as_str().is_some_and(|text| text.len() > 400) => json!("[long text]"),
            _ => self.plain(value),
        };
        (key, shown)
    }

    fn text(&mut self, text: &str) -> String {
        let text = &text.replace(&*self.office.folder.path().to_string_lossy(), "[place]");
        let hex = |text: &str, length: usize| text.len() == length && text.bytes().all(|b| b.is_ascii_hexdigit());
        if hex(text, 64) || hex(text, 16) {
            return "[hash]".to_owned();
        }
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some(at) = (0..rest.len()).find(|at| rest.get(*at..at + 36).is_some_and(is_id)) {
            let next = self.known.len() + 1;
            let n = *self.known.entry(rest[at..at + 36].to_owned()).or_insert(next);
            out.push_str(&rest[..at]);
            out.push_str(&format!("[id {n}]"));
            rest = &rest[at + 36..];
        }
        out + rest
    }
}

fn is_handle(text: &str) -> bool {
    text.strip_prefix('h').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
}

fn is_id(text: &str) -> bool {
    text.bytes().enumerate().all(|(n, b)| match n {
        8 | 13 | 18 | 23 => b == b'-',
        _ => b.is_ascii_digit() || (b'a'..=b'f').contains(&b),
    })
}

/// A day at the office.
fn day() -> Record {
    let mut day = Record { office: Office::new(), calls: BTreeMap::new(), known: BTreeMap::new() };
    let none = || json!({});
    day.call("app.state", none());
    day.call("licence.list", none());
    day.call("prefs.set", json!({ "language": "ja-JP", "theme": "dark", "density": "dense" }));
    let folder = day.office.handle("ws");
    let create = |passphrase: &str| {
        json!({ "folder": folder, "office": "若葉町", "person": "青木 一郎", "post": "監査室長",
        "login": LOGIN, "passphrase": passphrase })
    };
    day.call("workspace.create", create("短い"));
    let created = day.call("workspace.create", create(PASSPHRASE));
    let code = created["recovery_code"].as_str().unwrap().to_owned();

    office(&mut day);
    let (audit, target, items, ciso, head) = plan_audit(&mut day);
    fieldwork(&mut day, &audit, &target, &items);
    workpaper::workpapers(&mut day, &audit, &target, &items);
    site::visit(&mut day, &audit, &target, &items);
    improve(&mut day, &target, &items, &ciso, &head);
    forms::returned(&mut day);
    papers(&mut day, &head);
    own_edition(&mut day);
    organisation::organisation(&mut day);
    let hash = day.office.call("engagement.get", json!({ "id": audit }))["pack_hash"].clone();
    campaign::self_inspection(&mut day, &hash);
    keep(&mut day, &code);
    engagement_plan::all(&mut day);
    exceptions::exceptions(&mut day, &target, &items, &ciso, &head);
    day.call("engagement.close", json!({ "id": audit }));
    past::past(&mut day);
    day.call("workspace.close", none());
    let demo = day.office.handle("demo");
    day.call("demo.create", json!({ "folder": demo }));
    handing::hand_out(&mut day);
    question_table::question_table(&mut day);
    day
}

fn office(day: &mut Record) {
    day.call("office.get", json!({}));
    day.call("office.save", json!({ "name": "若葉町役場", "class_level": "2", "handling": "複製禁止" }));
    let department = |name: &str| json!({ "id": null, "name": name, "kana": "そうむか", "closed_on": null });
    day.call("department.save", department(" "));
    day.id("department.save", department("総務課"));
    day.call("department.list", json!({}));
    subjects(day);
}

fn subjects(day: &mut Record) {
    let department = day.office.call("department.list", json!({}))[0]["id"].clone();
    let subject = |name: &str, parent: &Value| {
        json!({ "id": null, "kind": "contractor", "name": name, "kana": "", "department": department, "person": null,
        "parent": parent, "zone": "LGWAN系", "class_level": "", "note": "", "closed_on": null })
    };
    let first = day.id("subject.save", subject("ひかり情報", &Value::Null));
    day.id("subject.save", subject("みなと保守", &json!(first)));
    day.call("subject.save", subject("ひかり情報", &Value::Null));
    day.call("subject.list", json!({}));
}

fn compare_standards(day: &mut Record, packs: &Value) {
    let hash = |pack: &str| packs.as_array().unwrap().iter().find(|row| row["pack"] == pack).unwrap()["hash"].clone();
    day.call("pack.crosswalk", json!({ "editions": [] }));
    day.call("pack.crosswalk", json!({ "editions": [hash("kobe"), "no such hash"] }));
    day.call("pack.diff", json!({ "before": hash("hyogo"), "after": hash("hyogo") }));
    day.call("pack.diff", json!({ "before": hash("hyogo"), "after": hash("kobe") }));
    let search = |text: &str, duty: Option<&str>| {
        json!({ "text": text, "duty": duty, "role": null, "form": null, "target": "system", "topic": null,
            "editions": [] })
    };
    day.call("pack.search", search("ﾛｸﾞ", Some("endeavour")));
    day.call("pack.search", search("", Some("no such duty")));
}

fn plan_audit(day: &mut Record) -> (String, String, Vec<String>, String, String) {
    let department = day.office.call("department.list", json!({}))[0]["id"].as_str().unwrap().to_owned();
    let person = |name: &str, department: Value, role: &str| {
        json!({ "id": null, "name": name, "kana": "", "post": "課長",
        "department": department, "expertise": "", "left_on": null, "roles": [role] })
    };
    let ciso = day.id("person.save", person("井上 花子", Value::Null, "ciso"));
    let head = day.id("person.save", person("上田 次郎", json!(department), "info_manager"));
    let auditor = day.id("person.save", person("江口 三郎", Value::Null, "auditor"));
    day.call("person.list", json!({}));
    day.id("user.add", json!({ "person": auditor, "login": SECOND, "passphrase": SECOND_PASSPHRASE }));
    day.id("user.add", json!({ "person": head, "login": "ueda", "passphrase": "上田の合言葉26" }));
    let users = day.call("user.list", json!({}));
    let second = users.as_array().unwrap().iter().find(|user| user["login"] == "ueda").unwrap()["id"].clone();
    day.call("user.remove", json!({ "id": second }));
    let packs = day.call("pack.list", json!({}));
    day.call(
        "pack.get",
        json!({ "hash": packs.as_array().unwrap().iter().find(|row| row["pack"] == "hyogo").unwrap()["hash"] }),
    );
    compare_standards(day, &packs);
    let mut request = day.office.engagement_request("audit", &[&department], &[&auditor]);
    let audit = day.id("engagement.save", request.clone());
    request["departments"] = json!([]);
    day.call("engagement.save", request);
    day.call("engagement.start", json!({ "id": audit, "gate_on": null, "gate_reason": "" }));
    day.call("engagement.start", json!({ "id": audit, "gate_on": "2026-11-02", "gate_reason": "" }));
    day.call("engagement.list", json!({ "kind": "audit", "fiscal_year": 2026 }));
    let detail = day.call("engagement.get", json!({ "id": audit }));
    let target = detail["targets"][0]["id"].as_str().unwrap().to_owned();
    let items = day.office.items(&target);
    (audit, target, items, ciso, head)
}

fn fieldwork(day: &mut Record, audit: &str, target: &str, items: &[String]) {
    day.call("scope.set", json!({ "engagement": audit, "items": items[5..7], "reason": "今年度は対象の機器がない" }));
    day.call("grid.get", json!({ "target": target }));
    day.call("answer.set", json!({ "target": target, "items": items[1..3], "verdict": "conforming" }));
    day.call("answer.set", json!({ "target": target, "items": items[..1], "verdict": "nonconforming" }));
    let note = json!({ "target": target, "item": items[0], "field": "note", "text": "鍵が机の上にあった。" });
    day.call("draft.put", note.clone());
    day.call("answer.write", note);
    day.call("answer.write", json!({ "target": target, "item": items[0], "field": "seen_on", "text": "2026-13-01" }));
    day.call("answer.write", json!({ "target": target, "item": "hyogo:0-0", "field": "note", "text": "" }));
    let photo = day.office.app.put("鍵.png", b"a picture".to_vec());
    let evidence = json!([
        { "handle": photo, "name": "", "source": "総務課", "place": "", "class_level": "2" },
        { "handle": null, "name": "鍵管理簿", "source": "総務課", "place": "総務課 書棚3", "class_level": "" },
    ]);
    day.call("evidence.attach", json!({ "target": target, "item": items[0], "evidence": evidence }));
    let listed = day.call("evidence.list", json!({ "target": target, "item": items[0] }));
    let details = |class: &str, place: &str, collected: &str| json!({ "id": listed[1]["id"], "name": "申請書の綴り", "source": "総務課", "place": place, "collected_on": collected, "class_level": class });
    day.call("evidence.edit", details("9", "書庫 A-1", "2026-11-20"));
    day.call("evidence.edit", details("3", " ", "2026-11-20"));
    day.call("evidence.edit", details("3", "書庫 A-1", "2026-12-01"));
    day.call("evidence.edit", details("3", "書庫 A-1", "2026-11-20"));
    day.call("evidence.all", json!({}));
    day.call("evidence.detach", json!({ "target": target, "item": items[0], "evidence": listed[1]["id"] }));
    day.call("undo.state", json!({}));
    day.call("journal.undo", json!({}));
    day.call("undo.state", json!({}));
    day.call("journal.redo", json!({}));
    day.call("journal.redo", json!({}));
}

fn improve(day: &mut Record, target: &str, items: &[String], ciso: &str, head: &str) {
    let thrown = day.id("finding.make", json!({ "target": target, "items": [items[0]] }));
    day.call("finding.discard", json!({ "id": thrown }));
    let finding = day.id("finding.make", json!({ "target": target, "items": [items[0]] }));
    day.call("finding.make", json!({ "target": target, "items": [items[0]] }));
    let save = json!({ "id": finding, "grade": "minor", "title": "鍵の管理", "fact": "鍵が机の上にあった。", "criterion": "6.4.1",
        "cause": "鍵箱がない", "risk": "持ち出される", "recommendation": "鍵箱を置く" });
    day.call("finding.save", save);
    improvement::ask(day, &finding, target, items);
    day.call("order.issue", order(&finding, head));
    day.call("order.issue", order(&finding, ciso));
    day.call("plan.submit", plan(&finding, head, "2026-11-01"));
    day.call("plan.submit", plan(&finding, head, "2027-01-15"));
    day.call("plan.decide", json!({ "finding": finding, "approve": false, "reason": "" }));
    day.call("plan.decide", json!({ "finding": finding, "approve": true, "reason": "" }));
    let due = |day: &str| json!({ "finding": finding, "due_on": day, "reason": "納品が遅れるため" });
    day.call("plan.change_due", due("2027-01-15"));
    day.call("plan.change_due", due("2027-01-29"));
    improvement::spread(day, &finding);
    let progress = |percent: i64| {
        json!({ "finding": finding, "reported_on": "2026-11-21", "percent": percent,
        "state": "started", "note": "発注した", "delay_reason": "", "next_report_on": "2026-12-01", "reporter": head })
    };
    day.call("progress.report", progress(500));
    day.call("progress.report", progress(50));
    let department = day.office.call("department.list", json!({}))[0]["id"].as_str().unwrap().to_owned();
    views::look(day, &department);
    let paper =
        json!([{ "handle": null, "name": "写真台帳", "source": "総務課", "place": "書棚3", "class_level": "2" }]);
    let completion = |evidence: Value| json!({ "finding": finding, "reported_on": "2026-11-21", "note": "鍵箱を置いた", "residual_risk": "予備の鍵", "reporter": head, "evidence": evidence });
    day.call("completion.report", completion(json!([])));
    day.call("completion.report", completion(paper));
    day.call("finding.list", json!({ "fiscal_year": 2026, "open": true }));
    let audit = day.office.call("engagement.list", json!({ "kind": "audit", "fiscal_year": 2026 }))[0]["id"].clone();
    improvement::follow_up(day, &finding, &audit);
    let verify = json!({ "finding": finding, "verified_on": "2026-11-21", "result": "effective",
        "comment": "現物を見た", "engagement": audit });
    day.call("verification.record", verify);
    day.call("finding.get", json!({ "id": finding }));
    day.call("finding.reopen", json!({ "id": finding, "reason": "再び机の上にあった" }));
    day.call("home.get", json!({}));
    day.call("search.find", json!({ "text": "鍵箱" }));
}

fn papers(day: &mut Record, head: &str) {
    let department = day.office.call("department.list", json!({}))[0]["id"].as_str().unwrap().to_owned();
    let check = day.office.started("self_check", &[&department], &[]);
    let target = day.office.targets(&check).remove(0);
    let items = day.office.items(&target);
    day.call("self_answer.set", json!({ "target": target, "items": items[..2], "answer": "partly" }));
    day.call("self_answer.set", json!({ "target": target, "items": items[..1], "answer": "はい" }));
    day.call("report.preview", json!({ "fiscal_year": 2026 }));
    day.call("file.suggest_name", json!({ "kind": "report-pdf", "fiscal_year": 2026, "target": null }));
    let there = day.office.handle(".");
    let export = json!({ "fiscal_year": 2026, "format": "xlsx", "destination": there, "recipient": "CISO", "basis": "統括責任者" });
    day.call("report.export", export.clone());
    day.call(
        "report.export",
        json!({ "recipient": " ", "fiscal_year": 2026, "format": "pdf", "destination": there, "basis": "" }),
    );
    let form = json!({ "target": target, "format": "xlsx", "destination": there, "recipient": "総務課長", "basis": "点検要領" });
    let name = day.call("form.export", form)["output"]["name"].as_str().unwrap().to_owned();
    let sent = std::fs::read(day.office.folder.path().join(name)).unwrap();
    let returned = fill(
        &sent,
        &[(&items[0], "answer", "はい"), (&items[2], "answer", "たぶん"), ("field:contact", "value", "上田 12")],
    );
    let handle = day.office.app.put("回答.xlsx", returned);
    let preview = day.call("import.read", json!({ "handle": handle }));
    day.call("import.commit", json!({ "files": [{ "token": preview["token"] }] }));
    day.call("import.commit", json!({ "files": [{ "token": "gone" }] }));
    imports::imports(day, &target, &there);
    blank(day, &target, &there);
    day.call("release.list", json!({}));
    day.call("journal.list", json!({ "device": null, "seq": null, "limit": 2 }));
    assert!(!head.is_empty());
}

/// A checklist that is handed out for nobody in particular and comes back.
fn blank(day: &mut Record, target: &str, there: &str) {
    let packs = day.office.call("pack.list", json!({}));
    let hash = packs.as_array().unwrap().iter().find(|row| row["pack"] == "hyogo").unwrap()["hash"].clone();
    day.call("pack.forms", json!({ "hash": hash }));
    let asked = |clause: &str| json!({ "hash": hash, "form": "self:head", "clauses": [clause] });
    day.call("file.suggest_name", json!({ "kind": "blank-xlsx", "blank": asked("9") }));
    let export = |clause: &str| {
        let mut request = asked(clause);
        let rest = json!({ "format": "xlsx", "destination": there, "recipient": "各課", "basis": "点検要領" });
        request.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        request
    };
    day.call("pack.export_form", export("1"));
    let name = day.call("pack.export_form", export("9"))["output"]["name"].as_str().unwrap().to_owned();
    let sent = std::fs::read(day.office.folder.path().join(name)).unwrap();
    let handle = day.office.app.put("白紙.xlsx", sent);
    let preview = day.call("import.read", json!({ "handle": handle }));
    let sheet = &preview["forms"][0]["sheet"];
    day.call("import.assign", json!({ "token": "gone", "sheet": sheet, "target": target }));
    day.call("import.assign", json!({ "token": preview["token"], "sheet": sheet, "target": target }));
}

/// An edition of one's own: made, finished, handed out; and a folder that another office sent.
fn own_edition(day: &mut Record) {
    let packs = day.office.call("pack.list", json!({}));
    let base = packs.as_array().unwrap().iter().find(|row| row["pack"] == "kanagawa").unwrap()["hash"].clone();
    let head = |edition: &str| {
        json!({ "pack": "wakaba", "edition": edition, "title": "若葉町 基本方針", "title_en": "", "issuer": "若葉町",
        "issuer_en": "", "revised": null, "effective": "2027-04-01" })
    };
    day.call("own_pack.start", json!({ "base": base, "head": head("令和9年") }));
    let own = day.id("own_pack.start", json!({ "base": base, "head": head("2027-04") }));
    day.call("own_pack.edit", json!({ "id": own, "head": head("2027-05") }));
    let detail = day.call("own_pack.get", json!({ "id": own }));
    let item = detail["pack"]["items"][0].clone();
    let (id, clause) = (item["id"].clone(), item["clause"].clone());
    day.call("own_pack.add_item", json!({ "own_pack": own, "clause": clause, "after": id }));
    day.call("own_pack.finish", json!({ "id": own }));
    let added = day.office.call("own_pack.get", json!({ "id": own }))["pack"]["items"][1].clone();
    let mut asked = added.clone();
    asked["question"] = json!("台帳を毎月確かめているか。");
    day.call("own_pack.save_item", json!({ "own_pack": own, "item": asked }));
    day.call("own_pack.split_item", json!({ "own_pack": own, "item": id, "parts": 2 }));
    day.call("own_pack.retire_item", json!({ "own_pack": own, "item": added["id"] }));
    day.call("own_pack.restore_item", json!({ "own_pack": own, "item": id }));
    day.call("own_pack.set_reason", json!({ "own_pack": own, "clause": clause, "reason": "別に尋ねる。" }));
    day.call("own_pack.list", json!({}));
    let made = day.call("own_pack.finish", json!({ "id": own }))["output"]["hash"].clone();
    let there = day.office.handle(".");
    let export = json!({ "hash": made, "destination": there, "recipient": "青葉広域連合", "basis": "申合せ" });
    let name = day.call("pack.export", export)["output"]["name"].as_str().unwrap().to_owned();
    let handle = day.office.handle(&name);
    day.call("pack.read_folder", json!({ "handle": handle }));
    day.call("pack.import", json!({ "handle": handle, "hash": null }));
    let elsewhere = day.office.folder.path().join("elsewhere");
    std::fs::create_dir(&elsewhere).unwrap();
    for entry in std::fs::read_dir(root().join("checklists/honjo-yuri/undated")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap().replace("\"undated\"", "\"2027-09\"");
        std::fs::write(elsewhere.join(path.file_name().unwrap()), text).unwrap();
    }
    let handle = day.office.handle("elsewhere");
    let hash = day.call("pack.read_folder", json!({ "handle": handle }))["row"]["hash"].clone();
    day.call("pack.import", json!({ "handle": handle, "hash": made }));
    day.call("pack.import", json!({ "handle": handle, "hash": hash }));
    let own = day.id("own_pack.start", json!({ "base": made, "head": head("2028-04") }));
    day.call("own_pack.discard", json!({ "id": own }));
}

fn keep(day: &mut Record, code: &str) {
    let backups = day.office.handle("backups");
    reports::reports(day);
    std::fs::create_dir(day.office.folder.path().join("backups")).unwrap();
    day.call("backup.set_folder", json!({ "folder": backups }));
    let file = day.office.handle("b.kansa-backup");
    day.call("workspace.backup", json!({ "destination": file }));
    day.call("workspace.verify", json!({ "anchor": null }));
    day.call("workspace.verify", json!({ "anchor": "0011 2233 4455 6677" }));
    day.call("passphrase.change", json!({ "old": "違う合言葉です", "new": PASSPHRASE }));
    day.call("passphrase.change", json!({ "old": PASSPHRASE, "new": "新しい合言葉2026" }));
    day.call("recovery.renew", json!({ "passphrase": "新しい合言葉2026" }));
    day.call("workspace.lock", json!({}));
    day.call("workspace.unlock", json!({ "login": LOGIN, "passphrase": PASSPHRASE }));
    day.call("workspace.unlock", json!({ "login": LOGIN, "passphrase": "新しい合言葉2026" }));
    day.call("app.state", json!({}));
    day.call("workspace.close", json!({}));
    let restored = day.office.handle("restored");
    day.call("workspace.restore", json!({ "file": file, "folder": restored }));
    // The code of the time of the backup opens the backup.
    day.call("workspace.recover", json!({ "code": "0000", "login": LOGIN, "passphrase": "もう一つの合言葉" }));
    day.call("workspace.recover", json!({ "code": code, "login": LOGIN, "passphrase": "もう一つの合言葉" }));
    day.call("workspace.close", json!({}));
    let (from, to) = (day.office.handle("restored"), day.office.handle("copied"));
    day.call("workspace.copy", json!({ "from": from, "to": to }));
    day.call("workspace.close", json!({}));
    let folder = day.office.handle("ws");
    day.call("workspace.open", json!({ "folder": folder }));
    day.call("workspace.unlock", json!({ "login": LOGIN, "passphrase": "新しい合言葉2026" }));
}

#[test]
fn every_command_answers_as_it_did() {
    let day = day();
    let silent: Vec<&&str> = COMMANDS.keys().filter(|name| !day.calls.contains_key(**name)).collect();
    assert!(silent.is_empty(), "commands that the day at the office never uses: {silent:?}");
    for (name, calls) in &day.calls {
        let succeeded = calls
            .iter()
            .any(|call| call["response"].as_object().is_none_or(|map: &Map<_, _>| !map.contains_key("error")));
        assert!(succeeded, "{name} succeeded at least once: {calls:#?}");
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    let _guard = settings.bind_to_scope();
    for (name, calls) in &day.calls {
        insta::assert_json_snapshot!(name.as_str(), calls);
    }
}
