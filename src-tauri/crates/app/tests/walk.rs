//! The whole job once, through the commands every host runs: from an empty folder to a closed finding and the reports.

use app::{App, AppConfig, ErrorDto};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that starts on 2026-11-21 and goes on by a second whenever it is read.
struct Ticks(AtomicI64);

impl store::Env for Ticks {
    fn now_ms(&self) -> i64 {
        self.0.fetch_add(1_000, Ordering::Relaxed)
    }
    fn random(&self) -> [u8; 16] {
        let n = self.0.fetch_add(1, Ordering::Relaxed);
        let mut bytes = [9; 16];
        bytes[8..].copy_from_slice(&n.to_be_bytes());
        bytes
    }
}

/// A program with its own folder.
struct Office {
    app: App,
    folder: tempfile::TempDir,
}

fn program(config: &Path) -> App {
    App::new(AppConfig {
        config_dir: config.to_owned(),
        fonts_dir: PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../ui/node_modules/@expo-google-fonts"),
        env: Arc::new(Ticks(AtomicI64::new(1_795_230_000_000))),
        fast_kdf: true,
        events: Box::new(|_| {}),
    })
}

impl Office {
    fn new() -> Office {
        let folder = tempfile::tempdir().unwrap();
        Office { app: program(&folder.path().join("config")), folder }
    }

    fn path(&self, name: &str) -> String {
        self.app.register_path(self.folder.path().join(name))
    }

    fn try_call(&self, name: &str, request: Value) -> Result<Value, ErrorDto> {
        self.app.call(name, request)
    }

    fn call(&self, name: &str, request: Value) -> Value {
        self.try_call(name, request.clone()).unwrap_or_else(|error| panic!("{name} {request}: {error:?}"))
    }

    fn refused(&self, name: &str, request: Value) -> String {
        match self.try_call(name, request) {
            Ok(value) => panic!("{name} should be refused, gave {value}"),
            Err(error) => error.code,
        }
    }

    fn id(&self, name: &str, request: Value) -> String {
        self.call(name, request)["output"]["id"].as_str().unwrap().to_owned()
    }

    fn create(&self) {
        let code = self.call(
            "workspace.create",
            json!({ "folder": self.path("ws"), "office": "若葉町", "person": "青木 一郎", "post": "次長", "login": "aoki", "passphrase": "若葉の監査2026" }),
        );
        assert!(code["recovery_code"].as_str().unwrap().len() > 30);
    }

    fn department(&self, name: &str) -> String {
        self.id("department.save", json!({ "id": null, "name": name, "kana": "", "closed_on": null }))
    }

    fn person(&self, name: &str, department: Option<&str>, roles: &[&str]) -> String {
        self.id(
            "person.save",
            json!({ "id": null, "name": name, "kana": "", "post": "課長", "department": department, "expertise": "", "left_on": null, "roles": roles }),
        )
    }

    fn engagement(&self, kind: &str, departments: &[&str], members: &[&str]) -> String {
        let packs = self.call("pack.list", json!({}));
        let form = if kind == "audit" { "audit" } else { "self:head" };
        self.id(
            "engagement.save",
            json!({ "id": null, "kind": kind, "title": "令和8年度 定期", "fiscal_year": 2026, "pack_hash": packs.as_array().unwrap().iter().find(|row| row["pack"] == "hyogo").unwrap()["hash"], "form": form,
                    "purpose": "", "method": "", "exclusions": "", "from_on": "2026-11-01", "until_on": "2026-12-20",
                    "lead": members.first(), "departments": departments, "members": members }),
        )
    }

    fn target(&self, engagement: &str) -> String {
        self.call("engagement.get", json!({ "id": engagement }))["targets"][0]["id"].as_str().unwrap().to_owned()
    }

    fn items(&self, target: &str) -> Vec<String> {
        let grid = self.call("grid.get", json!({ "target": target }));
        grid["rows"].as_array().unwrap().iter().map(|row| row["item"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn the_whole_chain_from_an_empty_folder_to_a_closed_finding() {
    let office = Office::new();
    office.create();
    let general = office.department("総務課");
    let ciso = office.person("井上 花子", None, &["ciso"]);
    let head = office.person("上田 次郎", Some(&general), &["info_manager"]);
    let auditor = office.person("江口 三郎", None, &["auditor"]);
    office.id("user.add", json!({ "person": auditor, "login": "eguchi", "passphrase": "江口の合言葉26" }));

    // A member of the audited section is refused, because this standard allows no exception.
    let own = office.engagement("audit", &[&general], &[&head]);
    let start = |id: &str| json!({ "id": id, "gate_on": "2026-11-02", "gate_reason": "" });
    assert_eq!(office.refused("engagement.start", start(&own)), "not-independent");
    let audit = office.engagement("audit", &[&general], &[&auditor]);
    let target = office.target(&audit);
    let items = office.items(&target);
    assert!(items.len() > 30, "{}", items.len());
    let verdict = |verdict: &str, items: &[String]| json!({ "target": target, "items": items, "verdict": verdict });
    assert_eq!(office.refused("answer.set", verdict("conforming", &items[..1])), "engagement-not-started");
    assert_eq!(
        office.refused("engagement.start", json!({ "id": audit, "gate_on": null, "gate_reason": "" })),
        "gate-missing"
    );
    office.call("engagement.start", start(&audit));

    let early =
        json!([{ "handle": null, "name": "鍵管理簿", "source": "総務課", "place": "書棚3", "class_level": "1" }]);
    office.call("evidence.attach", json!({ "target": target, "item": items[5], "evidence": early }));
    let grid = office.call("grid.get", json!({ "target": target }));
    assert_eq!(grid["rows"][5]["evidence"], 1, "evidence counts before there is a verdict");
    office.call("answer.set", verdict("conforming", &items[1..4]));
    let changed = office.call("answer.set", verdict("nonconforming", &items[..1]));
    assert_eq!(changed["output"]["rows"][0]["answer"]["verdict"], "nonconforming");
    office.call(
        "answer.write",
        json!({ "target": target, "item": items[0], "field": "note", "text": "鍵が机の上にあった。" }),
    );
    let photo = office.app.put("鍵.png", b"not really a picture".to_vec());
    let evidence = json!([
        { "handle": photo, "name": "", "source": "総務課", "place": "", "class_level": "2" },
        { "handle": null, "name": "鍵管理簿", "source": "総務課", "place": "総務課 書棚3", "class_level": "" }
    ]);
    office.call("evidence.attach", json!({ "target": target, "item": items[0], "evidence": evidence }));
    let listed = office.call("evidence.list", json!({ "target": target, "item": items[0] }));
    let blob = listed.as_array().unwrap().iter().find_map(|row| row["blob"].as_str()).unwrap();
    assert_eq!(office.app.blob(blob, None).unwrap().bytes, b"not really a picture");
    assert_eq!(office.app.blob(blob, Some(4..10)).unwrap().bytes, b"really");

    let finding = office.id("finding.make", json!({ "target": target, "items": [items[0]] }));
    assert_eq!(office.refused("finding.make", json!({ "target": target, "items": [items[0]] })), "finding-exists");
    let detail = office.call("finding.get", json!({ "id": finding }));
    assert_eq!(detail["fact"], "鍵が机の上にあった。");
    assert_eq!(detail["row"]["number"], "令和8年度-001");
    let order = json!({ "finding": finding, "ordered_on": "2026-11-21", "due_on": "2027-01-31", "ordered_by": ciso, "addressee": "総務課長", "body": "鍵の管理を改めること。" });
    assert_eq!(
        office.refused("order.issue", order.clone()),
        "refused-reason-missing",
        "before it is confirmed only with a reason"
    );
    assert_eq!(office.refused("finding.confirm", json!({ "id": finding })), "refused-wrong-state");
    office.call(
        "finding.record_view",
        json!({ "finding": finding, "view": "agreed", "text": "", "answered_by": "総務課長", "answered_on": "2026-11-21" }),
    );
    office.call("finding.confirm", json!({ "id": finding }));
    let by_other = json!({ "finding": finding, "ordered_on": "2026-11-21", "due_on": "2027-01-31", "ordered_by": head, "addressee": "総務課長", "body": "x" });
    assert_eq!(office.refused("order.issue", by_other), "not-the-ciso");
    office.call("order.issue", order);

    let first = office
        .call("person.list", json!({}))
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["name"] == "青木 一郎")
        .unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let plan = |applicant: &str, due: &str| json!({ "finding": finding, "cause": "手順がなかった", "corrective": "鍵箱を置く", "preventive": "", "owner": head, "start_on": "2026-11-22", "due_on": due, "budget": "", "applicant": applicant });
    assert_eq!(office.refused("plan.submit", plan(&head, "2026-11-01")), "refused-due-before-start");
    office.call("plan.submit", plan(&first, "2027-01-15"));
    let decide = |approve: bool, reason: &str| json!({ "finding": finding, "approve": approve, "reason": reason });
    assert_eq!(office.refused("plan.decide", decide(true, "")), "refused-approver-is-applicant");
    office.call("plan.decide", decide(false, "予防措置がない"));
    office.call("plan.submit", plan(&head, "2027-01-15"));
    office.call("plan.decide", decide(true, ""));
    office.call(
        "progress.report",
        json!({ "finding": finding, "reported_on": "2026-11-21", "percent": 50, "state": "started", "note": "発注した", "delay_reason": "", "next_report_on": "2026-12-21" }),
    );
    let completion = |evidence: Value| json!({ "finding": finding, "reported_on": "2026-11-21", "note": "鍵箱を置いた", "evidence": evidence });
    assert_eq!(office.refused("completion.report", completion(json!([]))), "refused-no-completion-evidence");
    let shot = office.app.put("鍵箱.txt", "設置済".into());
    office.call(
        "completion.report",
        completion(json!([{ "handle": shot, "name": "", "source": "総務課", "place": "", "class_level": "2" }])),
    );
    let verify =
        json!({ "finding": finding, "verified_on": "2026-11-21", "result": "effective", "comment": "現物を見た" });

    // The section head, as a user, owns the plan and cannot verify it; a second person can.
    office.id("user.add", json!({ "person": head, "login": "ueda", "passphrase": "上田の合言葉26" }));
    office.call("workspace.lock", json!({}));
    assert_eq!(office.refused("finding.list", json!({ "fiscal_year": null, "open": false })), "locked");
    office.call("workspace.unlock", json!({ "login": "ueda", "passphrase": "上田の合言葉26" }));
    assert_eq!(office.refused("verification.record", verify.clone()), "refused-verifier-not-independent");
    office.call("workspace.lock", json!({}));
    office.call("workspace.unlock", json!({ "login": "eguchi", "passphrase": "江口の合言葉26" }));
    office.call("verification.record", verify);
    let detail = office.call("finding.get", json!({ "id": finding }));
    assert_eq!(detail["row"]["state"], "closed");
    assert_eq!(detail["plans"].as_array().unwrap().len(), 2, "the plan that was sent back stays on record");
    assert!(detail["history"].as_array().unwrap().len() >= 9);

    for format in ["pdf", "xlsx"] {
        let name = format!("report.{format}");
        let request = json!({ "fiscal_year": 2026, "format": format, "destination": office.path(&name), "recipient": "CISO", "basis": "監査統括責任者" });
        let exported = office.call("report.export", request)["output"]["name"].as_str().unwrap().to_owned();
        assert!(exported.starts_with("【機密性"), "no file leaves without its class in its name: {exported}");
        assert!(office.folder.path().join(exported).metadata().unwrap().len() > 1_000);
    }
    assert_eq!(office.call("release.list", json!({})).as_array().unwrap().len(), 2);
    let checked = office.call("workspace.verify", json!({ "anchor": null }));
    assert_eq!(checked["problems"], json!([]));
    office.call("engagement.close", json!({ "id": audit }));
    assert_eq!(office.refused("answer.set", verdict("conforming", &items[..1])), "engagement-closed");
}

#[test]
fn undo_and_redo_say_what_they_turn_and_survive_a_restart() {
    let office = Office::new();
    office.create();
    office.department("総務課");
    let state = office.call("undo.state", json!({}));
    assert_eq!(state["undo"]["kind"], "department.save");
    office.call("workspace.close", json!({}));
    let again = program(&office.folder.path().join("config"));
    let folder = again.register_path(office.folder.path().join("ws"));
    again.call("workspace.open", json!({ "folder": folder })).unwrap();
    again.call("workspace.unlock", json!({ "login": "AOKI", "passphrase": "若葉の監査2026" })).unwrap();
    let turned = again.call("journal.undo", json!({})).unwrap();
    assert_eq!(turned["output"]["kind"], "department.save");
    assert_eq!(again.call("department.list", json!({})).unwrap(), json!([]));
    again.call("journal.redo", json!({})).unwrap();
    assert_eq!(again.call("department.list", json!({})).unwrap()[0]["name"], "総務課");
    assert_eq!(again.call("journal.redo", json!({})).unwrap_err().code, "nothing-to-undo");
}

/// An audit of one department, in fieldwork.
fn begun(office: &Office, department: &str) -> String {
    let auditor = office.person("江口 三郎", None, &["auditor"]);
    let audit = office.engagement("audit", &[department], &[&auditor]);
    office.call("engagement.start", json!({ "id": audit, "gate_on": "2026-11-02", "gate_reason": "" }));
    audit
}

#[test]
fn what_was_being_typed_comes_back_marked() {
    let office = Office::new();
    office.create();
    let audit = begun(&office, &office.department("総務課"));
    let target = office.target(&audit);
    let items = office.items(&target);
    let draft = |text: &str| json!({ "target": target, "item": items[2], "field": "note", "text": text });
    office.call("draft.put", draft("打ちか"));
    office.call("draft.put", draft("打ちかけの所見"));
    // The program ends without a word: a second one opens the folder.
    let Office { app, folder } = office;
    drop(app);
    let again = program(&folder.path().join("config"));
    let handle = again.register_path(folder.path().join("ws"));
    again.call("workspace.open", json!({ "folder": handle })).unwrap();
    let state = again.call("workspace.unlock", json!({ "login": "aoki", "passphrase": "若葉の監査2026" })).unwrap();
    assert_eq!(state["workspace"]["recovered"], 1);
    let grid = again.call("grid.get", json!({ "target": target })).unwrap();
    let row = &grid["rows"][2]["answer"];
    assert_eq!((row["note"].as_str(), row["recovered"].as_bool()), (Some("打ちかけの所見"), Some(true)));
    assert_eq!(row["verdict"], "unverified", "a text is no verdict");
}

#[test]
fn what_a_closed_audit_rests_on_stays_as_it_was_but_for_a_class_left_open() {
    let office = Office::new();
    office.create();
    let audit = begun(&office, &office.department("総務課"));
    let (target, items) = (office.target(&audit), office.items(&office.target(&audit)));
    // One item has an answer, the other nothing but its evidence.
    office.call("answer.set", json!({ "target": target, "items": items[..1], "verdict": "conforming" }));
    for item in &items[..2] {
        let paper =
            json!([{ "handle": null, "name": "綴り", "source": "", "place": "総務課 書棚3", "class_level": "" }]);
        office.call("evidence.attach", json!({ "target": target, "item": item, "evidence": paper }));
    }
    let edit = |row: &Value, name: &str, class: &str| json!({ "id": row["evidence"]["id"], "name": name, "source": "", "place": "総務課 書棚3", "collected_on": "2026-11-21", "class_level": class });
    let all = |settled: bool| {
        let list = office.call("evidence.all", json!({}));
        assert!(list.as_array().unwrap().iter().all(|row| row["settled"] == settled), "{list}");
        list
    };
    office.call("evidence.edit", edit(&all(false)[0], "申請書の綴り", ""));
    office.call("engagement.close", json!({ "id": audit }));
    for row in all(true).as_array().unwrap() {
        let name = row["evidence"]["name"].as_str().unwrap();
        assert_eq!(office.refused("evidence.edit", edit(row, "別の綴り", "")), "evidence-settled");
        assert_eq!(office.refused("evidence.edit", edit(row, "別の綴り", "2")), "evidence-settled");
        office.call("evidence.edit", edit(row, name, "2"));
        assert_eq!(office.refused("evidence.edit", edit(row, name, "3")), "evidence-settled", "said once");
    }
}

#[test]
fn undo_and_redo_do_not_reach_into_a_closed_audit() {
    let office = Office::new();
    office.create();
    let audit = begun(&office, &office.department("総務課"));
    let (target, items) = (office.target(&audit), office.items(&office.target(&audit)));
    let answer = |n: usize| json!({ "target": target, "items": items[n..=n], "verdict": "nonconforming" });
    let paper = json!([{ "handle": null, "name": "綴り", "source": "", "place": "書棚3", "class_level": "2" }]);
    office.call("answer.set", answer(0));
    office.call("answer.set", answer(1));
    office.call("journal.undo", json!({}));
    office.call("engagement.close", json!({ "id": audit }));
    assert_eq!(office.refused("journal.undo", json!({})), "engagement-closed");
    assert_eq!(office.refused("journal.redo", json!({})), "engagement-closed");
    let answered = || {
        let grid = office.call("grid.get", json!({ "target": target }));
        grid["rows"].as_array().unwrap().iter().filter(|row| !row["answer"].is_null()).count()
    };
    assert_eq!(answered(), 1);

    // The same for evidence of an item that has no verdict, attached and taken off again.
    let audit = begun(&office, &office.department("企画課"));
    let target = office.target(&audit);
    office.call("evidence.attach", json!({ "target": target, "item": items[2], "evidence": paper }));
    office.call("evidence.attach", json!({ "target": target, "item": items[3], "evidence": paper }));
    office.call("journal.undo", json!({}));
    office.call("engagement.close", json!({ "id": audit }));
    assert_eq!(office.refused("journal.undo", json!({})), "evidence-settled");
    assert_eq!(office.refused("journal.redo", json!({})), "evidence-settled");
}

#[test]
fn an_item_answered_by_a_wrong_key_a_wrong_item_or_a_wrong_field_is_refused() {
    let office = Office::new();
    office.create();
    let general = office.department("総務課");
    let audit = office.engagement("self_check", &[&general], &[]);
    office.call("engagement.start", json!({ "id": audit, "gate_on": null, "gate_reason": "" }));
    let target = office.target(&audit);
    let items = office.items(&target);
    let set = json!({ "target": target, "items": items[..2], "answer": "partly" });
    let rows = office.call("self_answer.set", set);
    assert_eq!(rows["output"]["rows"][1]["self_answer"]["answer"], "partly");
    assert_eq!(
        office.refused("answer.set", json!({ "target": target, "items": items[..1], "verdict": "conforming" })),
        "form-does-not-fit"
    );
    assert_eq!(
        office.refused("self_answer.set", json!({ "target": target, "items": ["hyogo:0-0"], "answer": "yes" })),
        "no-such-item"
    );
    assert_eq!(
        office.refused("answer.write", json!({ "target": target, "item": items[0], "field": "verdict", "text": "x" })),
        "bad-request"
    );
    assert_eq!(
        office.refused("self_answer.set", json!({ "target": target, "items": items[..1], "answer": "はい" })),
        "bad-request"
    );
    assert_eq!(office.refused("no.such", json!({})), "unknown-command");
}

#[test]
fn a_workspace_opens_for_its_users_and_for_nobody_else() {
    let office = Office::new();
    assert_eq!(office.refused("home.get", json!({})), "no-workspace");
    assert_eq!(office.refused("workspace.open", json!({ "folder": office.path("nothing") })), "not-a-workspace");
    office.create();
    office.call("workspace.lock", json!({}));
    for (login, passphrase) in [("aoki", "違う合言葉です"), ("dare", "若葉の監査2026")] {
        assert_eq!(
            office.refused("workspace.unlock", json!({ "login": login, "passphrase": passphrase })),
            "wrong-key"
        );
    }
    let short = json!({ "folder": office.path("ws2"), "office": "x", "person": "x", "post": "", "login": "x", "passphrase": "短い" });
    assert_eq!(office.refused("workspace.create", short), "passphrase-too-short");
    let again = json!({ "folder": office.path("ws"), "office": "x", "person": "x", "post": "", "login": "x", "passphrase": "十分に長い合言葉" });
    assert_eq!(office.refused("workspace.create", again), "folder-not-empty");
    office.call("workspace.unlock", json!({ "login": "aoki", "passphrase": "若葉の監査2026" }));
    let other = program(&office.folder.path().join("config2"));
    let folder = other.register_path(office.folder.path().join("ws"));
    other.call("workspace.open", json!({ "folder": folder })).unwrap();
    let unlock = json!({ "login": "aoki", "passphrase": "若葉の監査2026" });
    assert_eq!(other.call("workspace.unlock", unlock).unwrap_err().code, "in-use-elsewhere");
}

#[test]
fn a_backup_comes_back_in_a_new_folder_and_the_recovery_code_opens_it() {
    let office = Office::new();
    let created = office.call(
        "workspace.create",
        json!({ "folder": office.path("ws"), "office": "若葉町", "person": "青木", "post": "", "login": "aoki", "passphrase": "若葉の監査2026" }),
    );
    office.department("総務課");
    let done = office.call("workspace.backup", json!({ "destination": office.path("b.kansa-backup") }));
    assert!(done["size"].as_i64().unwrap() > 10_000);
    office.department("企画課");
    office.call("workspace.close", json!({}));
    office.call("workspace.restore", json!({ "file": office.path("b.kansa-backup"), "folder": office.path("back") }));
    office.call(
        "workspace.recover",
        json!({ "code": created["recovery_code"], "login": "aoki", "passphrase": "新しい合言葉2026" }),
    );
    let names = office.call("department.list", json!({}));
    assert_eq!((names.as_array().unwrap().len(), &names[0]["name"]), (1, &json!("総務課")), "as it was at the backup");
    assert_eq!(office.call("workspace.verify", json!({ "anchor": done["journal_head"] }))["problems"], json!([]));
    office.call("workspace.lock", json!({}));
    office.call("workspace.unlock", json!({ "login": "aoki", "passphrase": "新しい合言葉2026" }));
}
