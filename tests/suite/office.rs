//! A program with its own folder, driven through the commands every host runs.

use app::{App, AppConfig, ErrorDto};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The login of the first user.
pub const LOGIN: &str = "aoki";
/// The passphrase of the first user.
pub const PASSPHRASE: &str = "若葉の監査2026";
/// The login of the second user, an auditor.
pub const SECOND: &str = "eguchi";
/// The passphrase of the second user.
pub const SECOND_PASSPHRASE: &str = "江口の合言葉26";

/// A clock that starts on 2026-11-21 and goes on by a second whenever it is read, and randomness that counts.
#[derive(Debug)]
pub struct Ticks(AtomicI64);

impl Default for Ticks {
    fn default() -> Ticks {
        Ticks(AtomicI64::new(1_795_230_000_000))
    }
}

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

/// A program whose preferences lie in a folder of their own.
pub fn program(config: &Path, env: Arc<dyn store::Env>) -> App {
    App::new(AppConfig {
        config_dir: config.to_owned(),
        fonts_dir: root().join("ui/node_modules/@expo-google-fonts"),
        env,
        fast_kdf: true,
        events: Box::new(|_| {}),
    })
}

/// The project's root.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A program with its own folder.
pub struct Office {
    /// The program.
    pub app: App,
    /// Its folder, which goes with it.
    pub folder: tempfile::TempDir,
}

impl Default for Office {
    fn default() -> Office {
        Office::new()
    }
}

impl Office {
    /// A program that has no workspace yet.
    pub fn new() -> Office {
        let folder = tempfile::tempdir().unwrap();
        Office { app: program(&folder.path().join("config"), Arc::new(Ticks::default())), folder }
    }

    /// A program with an empty workspace in the folder `ws`.
    pub fn created() -> Office {
        let office = Office::new();
        office.create();
        office
    }

    /// Makes the workspace in the folder `ws`, and gives its recovery code.
    pub fn create(&self) -> String {
        let request = json!({ "folder": self.handle("ws"), "office": "若葉町", "person": "青木 一郎", "post": "監査室長",
            "login": LOGIN, "passphrase": PASSPHRASE });
        self.call("workspace.create", request)["recovery_code"].as_str().unwrap().to_owned()
    }

    /// The folder of the workspace.
    pub fn workspace(&self) -> PathBuf {
        self.folder.path().join("ws")
    }

    /// A handle for a path in the folder.
    pub fn handle(&self, name: &str) -> String {
        self.app.register_path(self.folder.path().join(name))
    }

    /// Runs a command that must succeed.
    pub fn call(&self, name: &str, request: Value) -> Value {
        self.app.call(name, request.clone()).unwrap_or_else(|error| panic!("{name} {request}: {error:?}"))
    }

    /// Runs a command that must succeed, as a host does: its answer stays the text that goes on to the page.
    pub fn answer(&self, name: &str, request: Value) -> String {
        self.app.answer(name, request).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    /// Runs a command that must be refused.
    pub fn refused(&self, name: &str, request: Value) -> ErrorDto {
        match self.app.call(name, request) {
            Ok(value) => panic!("{name} should be refused, gave {value}"),
            Err(error) => error,
        }
    }

    /// Runs a command that makes a row, and gives the row's id.
    pub fn id(&self, name: &str, request: Value) -> String {
        self.call(name, request)["output"]["id"].as_str().unwrap().to_owned()
    }

    /// Opens the workspace in the folder `ws` for a user.
    pub fn unlock(&self, login: &str, passphrase: &str) {
        self.call("workspace.open", json!({ "folder": self.handle("ws") }));
        self.call("workspace.unlock", json!({ "login": login, "passphrase": passphrase }));
    }

    /// Adds a department.
    pub fn department(&self, name: &str) -> String {
        self.id("department.save", json!({ "id": null, "name": name, "kana": "", "closed_on": null }))
    }

    /// Adds a person.
    pub fn person(&self, name: &str, department: Option<&str>, roles: &[&str]) -> String {
        let request = json!({ "id": null, "name": name, "kana": "", "post": "", "department": department,
            "expertise": "", "left_on": null, "roles": roles });
        self.id("person.save", request)
    }

    /// Adds an engagement of this year, not begun.
    pub fn engagement(&self, kind: &str, departments: &[&str], members: &[&str]) -> String {
        self.id("engagement.save", self.engagement_request(kind, departments, members))
    }

    /// The request that adds it.
    pub fn engagement_request(&self, kind: &str, departments: &[&str], members: &[&str]) -> Value {
        let packs = self.call("pack.list", json!({}));
        let form = if kind == "audit" { "audit" } else { "self:head" };
        json!({ "id": null, "kind": kind, "title": "令和8年度 定期", "fiscal_year": 2026, "pack_hash": packs.as_array().unwrap().iter().find(|row| row["pack"] == "hyogo").unwrap()["hash"],
            "form": form, "purpose": "", "method": "", "exclusions": "", "from_on": "2026-11-01",
            "until_on": "2026-12-20", "lead": members.first(), "departments": departments, "members": members })
    }

    /// Adds an engagement and begins it.
    pub fn started(&self, kind: &str, departments: &[&str], members: &[&str]) -> String {
        let id = self.engagement(kind, departments, members);
        self.call("engagement.start", json!({ "id": id, "gate_on": "2026-11-02", "gate_reason": "" }));
        id
    }

    /// The targets of an engagement.
    pub fn targets(&self, engagement: &str) -> Vec<String> {
        let detail = self.call("engagement.get", json!({ "id": engagement }));
        let targets = detail["targets"].as_array().unwrap();
        targets.iter().map(|target| target["id"].as_str().unwrap().to_owned()).collect()
    }

    /// The items a target is asked.
    pub fn items(&self, target: &str) -> Vec<String> {
        let grid = self.call("grid.get", json!({ "target": target }));
        grid["rows"].as_array().unwrap().iter().map(|row| row["item"].as_str().unwrap().to_owned()).collect()
    }

    /// Sets the verdict of some items.
    pub fn judge(&self, target: &str, items: &[String], verdict: &str) -> Value {
        self.call("answer.set", json!({ "target": target, "items": items, "verdict": verdict }))
    }

    /// Makes a finding from an item, with a fact, and takes it as far as a state asks: `draft`, `confirmed`, `ordered`,
    /// `planned` or `correcting`.
    pub fn finding(&self, target: &str, item: &str, state: &str, ciso: &str, owner: &str) -> String {
        let items = [item.to_owned()];
        self.judge(target, &items, "nonconforming");
        self.call(
            "answer.write",
            json!({ "target": target, "item": item, "field": "note", "text": "鍵が机の上にあった。" }),
        );
        let id = self.id("finding.make", json!({ "target": target, "items": [item] }));
        let steps = ["draft", "confirmed", "ordered", "planned", "correcting"];
        let far = steps.iter().position(|step| *step == state).unwrap();
        if far >= 1 {
            self.call("finding.record_view", view(&id, "agreed"));
            self.call("finding.confirm", json!({ "id": id }));
        }
        if far >= 2 {
            self.call("order.issue", order(&id, ciso));
        }
        if far >= 3 {
            self.call("plan.submit", plan(&id, owner, "2027-01-15"));
        }
        if far >= 4 {
            self.call("plan.decide", json!({ "finding": id, "approve": true, "reason": "" }));
        }
        id
    }
}

/// A request that records what the department says.
pub fn view(finding: &str, view: &str) -> Value {
    json!({ "finding": finding, "view": view, "text": "", "answered_by": "総務課長", "answered_on": "2026-11-21" })
}

/// A request for an order of the CISO.
pub fn order(finding: &str, ciso: &str) -> Value {
    json!({ "finding": finding, "ordered_on": "2026-11-21", "due_on": "2027-01-31", "ordered_by": ciso,
        "addressee": "総務課長", "body": "鍵の管理を改めること。" })
}

/// A request for a plan.
pub fn plan(finding: &str, owner: &str, due_on: &str) -> Value {
    json!({ "finding": finding, "cause": "手順がなかった", "corrective": "鍵箱を置く", "preventive": "点検する",
        "owner": owner, "start_on": "2026-11-22", "due_on": due_on, "budget": "", "applicant": owner })
}
