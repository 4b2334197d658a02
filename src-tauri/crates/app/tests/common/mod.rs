//! A program in a folder of its own, with a clock that is set.
#![allow(dead_code, reason = "each test binary uses a part")]

use app::{App, AppConfig, ErrorDto};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that starts on 2026-11-21 and goes on by a millisecond whenever it is read.
struct Ticks(AtomicI64);

impl store::Env for Ticks {
    fn now_ms(&self) -> i64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
    fn random(&self) -> [u8; 16] {
        let n = self.0.fetch_add(1, Ordering::Relaxed);
        let mut bytes = [9; 16];
        bytes[8..].copy_from_slice(&n.to_be_bytes());
        bytes
    }
}

/// A program with its own folder.
pub(crate) struct Office {
    pub(crate) app: App,
    pub(crate) folder: tempfile::TempDir,
}

impl Office {
    pub(crate) fn new() -> Office {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(AppConfig {
            config_dir: folder.path().join("config"),
            fonts_dir: PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../ui/node_modules/@expo-google-fonts"),
            env: Arc::new(Ticks(AtomicI64::new(1_795_230_000_000))),
            fast_kdf: true,
            events: Box::new(|_| {}),
        });
        Office { app, folder }
    }

    /// The demo, open.
    pub(crate) fn demo() -> Office {
        let office = Office::new();
        office.call("demo.create", json!({ "folder": office.path("demo") }));
        office
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.app.register_path(self.folder.path().join(name))
    }

    pub(crate) fn call(&self, name: &str, request: Value) -> Value {
        self.app.call(name, request.clone()).unwrap_or_else(|error| panic!("{name} {request}: {error:?}"))
    }

    pub(crate) fn refused(&self, name: &str, request: Value) -> ErrorDto {
        match self.app.call(name, request) {
            Ok(value) => panic!("{name} should be refused, gave {value}"),
            Err(error) => error,
        }
    }

    /// This year's engagement of a kind, with its targets.
    pub(crate) fn engagement(&self, kind: &str) -> Value {
        let list = self.call("engagement.list", json!({ "kind": kind, "fiscal_year": 2026 }));
        self.call("engagement.get", json!({ "id": list[0]["id"] }))
    }

    /// The target of a department.
    pub(crate) fn target(&self, kind: &str, department: &str) -> String {
        let engagement = self.engagement(kind);
        let targets = engagement["targets"].as_array().unwrap();
        let target = targets.iter().find(|target| target["name"] == department).unwrap();
        target["id"].as_str().unwrap().to_owned()
    }

    /// Hands a checklist out and gives its bytes.
    pub(crate) fn export_form(&self, target: &str) -> Vec<u8> {
        let request =
            json!({ "target": target, "destination": self.path("."), "recipient": "総務課長", "basis": "点検要領" });
        let name = self.call("form.export", request)["output"]["name"].as_str().unwrap().to_owned();
        std::fs::read(self.folder.path().join(name)).unwrap()
    }
}
