//! Whatever a person does: undoing all of it leaves every row as it was, redoing all of it leaves every row as it
//! became, and the journal verifies throughout. What is refused changes nothing.

use kansa_tests::database::{Dump, connect, dump};
use kansa_tests::office::{LOGIN, Office, PASSPHRASE, SECOND, SECOND_PASSPHRASE, plan};
use kansa_tests::workbook::{fill, read};
use proptest::prelude::*;
use proptest::sample::Index;
use rusqlite::Connection;
use serde_json::{Value, json};

/// Something a person does. Indexes choose among what there is at that moment.
#[derive(Clone, Debug)]
enum Deed {
    /// Adds a department, or renames one; the name may be taken or blank.
    Department(Option<Index>, &'static str),
    /// Adds a person, or changes one and the roles held.
    Person(Option<Index>, &'static str, Vec<&'static str>),
    /// Changes the office.
    Office(&'static str, &'static str),
    /// Plans an engagement, or changes the planned one's departments.
    Engagement(bool, Vec<Index>, &'static str),
    /// Begins an engagement, with or without a gate.
    Start(Index, bool),
    /// Puts items out of scope or back.
    Scope(Index, usize, Option<&'static str>),
    /// Judges a range of items.
    Judge(Index, usize, &'static str),
    /// Answers a range of items of the self-inspection.
    SelfAnswer(Index, usize, Option<&'static str>),
    /// Writes a field of an answer; the field may not exist.
    Write(bool, Index, &'static str, &'static str),
    /// Attaches a file, one of few, or paper.
    Attach(Index, Option<u8>),
    /// Takes evidence away.
    Detach(Index, Index),
    /// Makes a finding from an item, which may have one or have no answer.
    Make(Index),
    /// Changes a finding.
    Save(Index, &'static str, &'static str),
    /// Confirms a finding.
    Confirm(Index),
    /// Hands a plan in.
    Plan(Index, &'static str),
    /// Reports progress.
    Progress(Index, i64, &'static str),
    /// Reports completion, with or without evidence.
    Complete(Index, bool),
    /// Takes over what came back.
    Import(Index, bool),
    /// Takes the last step back and does it again at once.
    Turn,
}

fn texts() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "鍵が机の上にあった。",
        "台帳にない。",
        "  末尾に空白  ",
        "総務課",
        "会計課",
        "ＡＢＣ\n改行",
    ])
}

fn deed() -> impl Strategy<Value = Deed> {
    use prop::option::of as maybe;
    use prop::sample::select;
    let index = any::<Index>;
    let roles = || prop::collection::vec(select(vec!["ciso", "info_manager", "auditor", "staff"]), 0..3);
    let verdicts = select(vec!["conforming", "partial", "nonconforming", "not_applicable", "unverified", "はい"]);
    let answers = select(vec!["yes", "partly", "no", "not_applicable", "unknown"]);
    let fields = select(vec!["note", "procedure", "seen_on", "basis", "improvement", "due", "verdict"]);
    let values = select(vec!["", "所見あり", "inspection", "2026-11-20", "2026-13-40", "別紙のとおり"]);
    let grades = select(vec!["major", "minor", "observation", "recommendation", "good_practice"]);
    let dates = select(vec!["2027-01-15", "2026-11-21", "2027-02-28"]);
    let states = select(vec!["started", "delayed", "not_started"]);
    prop_oneof![
        2 => (maybe(index()), texts()).prop_map(|(at, name)| Deed::Department(at, name)),
        2 => (maybe(index()), texts(), roles()).prop_map(|(at, name, roles)| Deed::Person(at, name, roles)),
        1 => (texts(), select(vec!["1", "2", "3", ""])).prop_map(|(name, level)| Deed::Office(name, level)),
        2 => (any::<bool>(), prop::collection::vec(index(), 0..4), texts())
            .prop_map(|(new, departments, purpose)| Deed::Engagement(new, departments, purpose)),
        1 => (index(), any::<bool>()).prop_map(|(at, gate)| Deed::Start(at, gate)),
        1 => (index(), 1..4usize, maybe(texts())).prop_map(|(at, n, reason)| Deed::Scope(at, n, reason)),
        6 => (index(), 1..12usize, verdicts).prop_map(|(at, n, verdict)| Deed::Judge(at, n, verdict)),
        3 => (index(), 1..9usize, maybe(answers)).prop_map(|(at, n, answer)| Deed::SelfAnswer(at, n, answer)),
        6 => (any::<bool>(), index(), fields, values).prop_map(|(audit, at, field, text)| Deed::Write(audit, at, field, text)),
        3 => (index(), maybe(0..3u8)).prop_map(|(at, file)| Deed::Attach(at, file)),
        1 => (index(), index()).prop_map(|(at, which)| Deed::Detach(at, which)),
        3 => index().prop_map(Deed::Make),
        3 => (index(), grades, texts()).prop_map(|(at, grade, text)| Deed::Save(at, grade, text)),
        2 => index().prop_map(Deed::Confirm),
        2 => (index(), dates).prop_map(|(at, due)| Deed::Plan(at, due)),
        2 => (index(), -1..120i64, states).prop_map(|(at, percent, state)| Deed::Progress(at, percent, state)),
        2 => (index(), any::<bool>()).prop_map(|(at, evidence)| Deed::Complete(at, evidence)),
        1 => (index(), any::<bool>()).prop_map(|(at, overwrite)| Deed::Import(at, overwrite)),
        1 => Just(Deed::Turn),
    ]
}

/// An office at work: an audit and a self-inspection under way, findings in every state that has an undoable step.
struct World {
    office: Office,
    conn: Connection,
    audit: String,
    self_check: String,
    owner: String,
    items: Vec<String>,
    self_items: Vec<String>,
    returned: Vec<Vec<u8>>,
}

impl World {
    fn new() -> World {
        let office = Office::created();
        let (general, welfare) = (office.department("総務課"), office.department("福祉課"));
        let ciso = office.person("井上 花子", None, &["ciso"]);
        let owner = office.person("上田 次郎", Some(&general), &["info_manager"]);
        let auditor = office.person("江口 三郎", None, &["auditor"]);
        let user = json!({ "person": auditor, "login": SECOND, "passphrase": SECOND_PASSPHRASE });
        office.id("user.add", user);
        let audit = office.started("audit", &[&general, &welfare], &[&auditor]);
        let self_check = office.started("self_check", &[&general], &[]);
        let target = office.targets(&audit).remove(0);
        let items = office.items(&target);
        for (item, state) in items.iter().zip(["draft", "confirmed", "ordered", "planned", "correcting"]) {
            office.finding(&target, item, state, &ciso, &owner);
        }
        let self_target = office.targets(&self_check).remove(0);
        let self_items = office.items(&self_target);
        let request = json!({ "target": self_target, "format": "xlsx", "destination": office.handle("."), "recipient": "総務課長", "basis": "点検" });
        let name = office.call("form.export", request)["output"]["name"].as_str().unwrap().to_owned();
        let sent = std::fs::read(office.folder.path().join(name)).unwrap();
        let returned = vec![
            fill(&sent, &[("field:contact", "value", "内線 12")]),
            fill(&sent, &[(&self_items[0], "answer", "はい"), (&self_items[1], "basis", "台帳を確認した。")]),
            fill(&sent, &[(&self_items[0], "answer", "いいえ"), (&self_items[2], "answer", "わからない")]),
        ];
        assert_eq!(read(&returned[1]).sheets.len(), read(&sent).sheets.len());
        let conn = connect(&office.workspace());
        World { office, conn, audit, self_check, owner, items, self_items, returned }
    }

    fn dump(&self) -> Dump {
        dump(&self.conn)
    }

    fn ids(&self, query: &str, request: Value) -> Vec<String> {
        let list = self.office.call(query, request);
        list.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    }

    fn pick(&self, query: &str, at: &Index) -> String {
        let request = match query {
            "finding.list" => json!({ "fiscal_year": null, "open": false }),
            "engagement.list" => json!({ "kind": null, "fiscal_year": null }),
            _ => json!({}),
        };
        at.get(&self.ids(query, request)).clone()
    }

    fn target(&self, audit: bool, at: &Index) -> String {
        at.get(&self.office.targets(if audit { &self.audit } else { &self.self_check })).clone()
    }

    /// Some items in a row.
    fn range(items: &[String], at: &Index, count: usize) -> Vec<String> {
        items.iter().skip(at.index(items.len())).take(count).cloned().collect()
    }

    /// Does it, whether or not it is allowed.
    fn act(&self, deed: &Deed) -> Result<Value, app::ErrorDto> {
        let (name, request) = self.request(deed);
        let outcome = self.office.app.call(name, request);
        match (deed, outcome) {
            (Deed::Import(_, overwrite), Ok(preview)) => {
                let forms = preview["forms"].as_array().unwrap();
                let key = |form: &Value, row: &Value| {
                    let part = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                    [part(&form["sheet"]), part(&form["target"]), part(&row["key"]), part(&row["column"])].join("/")
                };
                let rows = |form: &Value| {
                    form["rows"].as_array().unwrap().iter().map(|row| key(form, row)).collect::<Vec<_>>()
                };
                let chosen: Vec<String> = if *overwrite { forms.iter().flat_map(rows).collect() } else { Vec::new() };
                let commit = json!({ "files": [{ "token": preview["token"], "overwrite": chosen }] });
                self.office.app.call("import.commit", commit)
            }
            (_, outcome) => outcome,
        }
    }

    fn request(&self, deed: &Deed) -> (&'static str, Value) {
        let audit = |at: &Index| self.target(true, at);
        match deed {
            Deed::Department(at, name) => {
                let id = at.as_ref().map(|at| self.pick("department.list", at));
                ("department.save", json!({ "id": id, "name": name, "kana": "", "closed_on": null }))
            }
            Deed::Person(at, name, roles) => {
                let id = at.as_ref().map(|at| self.pick("person.list", at));
                let request = json!({ "id": id, "name": name, "kana": "", "post": "課長", "department": null,
                    "expertise": "", "left_on": null, "roles": roles });
                ("person.save", request)
            }
            Deed::Office(name, level) => {
                ("office.save", json!({ "name": name, "class_level": level, "handling": "複製禁止" }))
            }
            Deed::Engagement(new, departments, purpose) => {
                let all = self.ids("department.list", json!({}));
                let chosen: std::collections::BTreeSet<&String> = departments.iter().map(|at| at.get(&all)).collect();
                let chosen: Vec<&str> = chosen.into_iter().map(String::as_str).collect();
                let mut request = self.office.engagement_request("audit", &chosen, &[&self.owner]);
                request["purpose"] = json!(purpose);
                request["id"] = if *new { Value::Null } else { json!(self.audit) };
                ("engagement.save", request)
            }
            Deed::Start(at, gate) => {
                let id = self.pick("engagement.list", at);
                ("engagement.start", json!({ "id": id, "gate_on": gate.then_some("2026-11-02"), "gate_reason": "" }))
            }
            Deed::Scope(at, count, reason) => {
                let items = World::range(&self.items, at, *count);
                ("scope.set", json!({ "engagement": self.audit, "items": items, "reason": reason }))
            }
            Deed::Judge(at, count, verdict) => {
                let items = World::range(&self.items, at, *count);
                ("answer.set", json!({ "target": audit(at), "items": items, "verdict": verdict }))
            }
            Deed::SelfAnswer(at, count, answer) => {
                let items = World::range(&self.self_items, at, *count);
                ("self_answer.set", json!({ "target": self.target(false, at), "items": items, "answer": answer }))
            }
            Deed::Write(in_audit, at, field, text) => {
                let item = at.get(if *in_audit { &self.items } else { &self.self_items });
                let target = self.target(*in_audit, at);
                ("answer.write", json!({ "target": target, "item": item, "field": field, "text": text }))
            }
            Deed::Attach(at, file) => {
                let bytes = |n: &u8| format!("証跡その{n}").repeat(usize::from(*n) * 9_000 + 1).into_bytes();
                let handle = file.as_ref().map(|n| self.office.app.put(&format!("{n}.txt"), bytes(n)));
                let evidence = json!([{ "handle": handle, "name": "鍵管理簿", "source": "総務課", "place": "書棚3",
                    "class_level": "2" }]);
                let request = json!({ "target": audit(at), "item": at.get(&self.items), "evidence": evidence });
                ("evidence.attach", request)
            }
            Deed::Detach(at, which) => {
                let (target, item) = (audit(at), at.get(&self.items));
                let there = self.ids("evidence.list", json!({ "target": target, "item": item }));
                let nobody = "00000000-0000-7000-8000-000000000000".to_owned();
                let evidence = if there.is_empty() { &nobody } else { which.get(&there) };
                ("evidence.detach", json!({ "target": target, "item": item, "evidence": evidence }))
            }
            Deed::Make(at) => ("finding.make", json!({ "target": audit(at), "items": [at.get(&self.items)] })),
            Deed::Save(at, grade, text) => {
                let request = json!({ "id": self.pick("finding.list", at), "grade": grade, "title": "鍵の管理", "fact": text,
                    "criterion": "6.4.1", "cause": text, "risk": "", "recommendation": text });
                ("finding.save", request)
            }
            Deed::Confirm(at) => ("finding.confirm", json!({ "id": self.pick("finding.list", at) })),
            Deed::Plan(at, due_on) => ("plan.submit", plan(&self.pick("finding.list", at), &self.owner, due_on)),
            Deed::Progress(at, percent, state) => {
                let request = json!({ "finding": self.pick("finding.list", at), "reported_on": "2026-11-21", "percent": percent,
                    "state": state, "note": "発注した", "delay_reason": "", "next_report_on": "2026-12-21" });
                ("progress.report", request)
            }
            Deed::Complete(at, evidence) => {
                let paper = json!([{ "handle": null, "name": "写真台帳", "source": "総務課", "place": "書棚3", "class_level": "2" }]);
                let evidence = if *evidence { paper } else { json!([]) };
                let request = json!({ "finding": self.pick("finding.list", at), "reported_on": "2026-11-21",
                    "note": "鍵箱を置いた", "evidence": evidence });
                ("completion.report", request)
            }
            Deed::Import(at, _) => {
                let handle = self.office.app.put("回答.xlsx", at.get(&self.returned).clone());
                ("import.read", json!({ "handle": handle }))
            }
            Deed::Turn => ("journal.undo", json!({})),
        }
    }

    fn turn(&self, command: &str) -> Result<Value, app::ErrorDto> {
        self.office.app.call(command, json!({}))
    }

    fn verify(&self) {
        let verified = self.office.call("workspace.verify", json!({ "anchor": null }));
        assert_eq!(verified["problems"], json!([]));
    }

    fn user(&self, second: bool) {
        let (login, passphrase) = if second { (SECOND, SECOND_PASSPHRASE) } else { (LOGIN, PASSPHRASE) };
        self.office.call("workspace.lock", json!({}));
        self.office.call("workspace.unlock", json!({ "login": login, "passphrase": passphrase }));
    }
}

/// Debug builds do a few hundred of these in the time the whole suite may take.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(8))]

    #[test]
    fn undoing_all_is_the_start_and_redoing_all_is_the_end(deeds in prop::collection::vec(deed(), 20..45)) {
        let world = World::new();
        let start = world.dump();
        let mut now = start.clone();
        let mut done = 0;
        for deed in &deeds {
            if matches!(deed, Deed::Turn) {
                if done > 0 {
                    world.turn("journal.undo").unwrap();
                    world.turn("journal.redo").unwrap();
                }
                prop_assert_eq!(&world.dump(), &now, "undo and redo together change nothing");
                continue;
            }
            let outcome = world.act(deed);
            let then = world.dump();
            match outcome {
                Ok(committed) => {
                    let undoable = committed["op"]["undo"] == json!(true);
                    prop_assert!(undoable || then == now, "{:?} changed rows and cannot be undone", deed);
                    done += usize::from(undoable);
                }
                Err(error) => prop_assert_eq!(&then, &now, "{:?} was refused ({}) and changed rows", deed, error.code),
            }
            now = then;
        }
        for n in 0..done {
            world.turn("journal.undo").map_err(|e| TestCaseError::fail(format!("undo {n} of {done}: {e:?}")))?;
        }
        prop_assert_eq!(&world.dump(), &start, "everything undone is the start");
        world.verify();
        for n in 0..done {
            world.turn("journal.redo").map_err(|e| TestCaseError::fail(format!("redo {n} of {done}: {e:?}")))?;
        }
        prop_assert_eq!(&world.dump(), &now, "everything redone is the end");
        prop_assert_eq!(world.turn("journal.redo").unwrap_err().code, "nothing-to-undo");
        world.verify();
    }

    #[test]
    fn two_users_never_take_back_what_the_other_changed_since(
        rounds in prop::collection::vec((any::<bool>(), prop::collection::vec(deed(), 1..7), 0..6usize), 3..7),
    ) {
        let world = World::new();
        for (second, deeds, turns) in &rounds {
            world.user(*second);
            for deed in deeds.iter().filter(|deed| !matches!(deed, Deed::Turn)) {
                let before = world.dump();
                if world.act(deed).is_err() {
                    prop_assert_eq!(&world.dump(), &before, "{:?} was refused and changed rows", deed);
                }
            }
            for n in 0..*turns {
                let before = world.dump();
                let Err(error) = world.turn(if n == 3 { "journal.redo" } else { "journal.undo" }) else { continue };
                let code = error.code.as_str();
                prop_assert!(matches!(code, "changed-since" | "nothing-to-undo" | "in-use" | "duplicate"), "{:?}", error);
                prop_assert_eq!(&world.dump(), &before, "a refused undo changed rows");
            }
        }
        world.verify();
    }
}

/// The refusal of the property above, once and by name, so that it cannot stop happening unnoticed.
#[test]
fn an_answer_changed_by_another_user_is_not_undone() {
    let world = World::new();
    let target = world.office.targets(&world.audit).remove(0);
    let item = &world.items[20..21];
    world.office.judge(&target, item, "conforming");
    world.user(true);
    world.office.judge(&target, item, "partial");
    world.user(false);
    let before = world.dump();
    let error = world.turn("journal.undo").unwrap_err();
    assert_eq!((error.code.as_str(), error.args["actor"].as_str()), ("changed-since", "江口 三郎"));
    assert_eq!(world.dump(), before);
    world.user(true);
    world.turn("journal.undo").unwrap();
    world.verify();
}
