//! A program in a folder of its own, with a clock that is set.

pub(crate) mod audit;
pub(crate) mod town;

use app::{App, AppConfig, ErrorDto};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::collections::BTreeMap;
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

    /// An empty workspace, open.
    pub(crate) fn created() -> Office {
        let office = Office::new();
        let request = json!({ "folder": office.path("ws"), "office": "若葉町", "person": "青木 一郎", "post": "監査室長",
            "login": "aoki", "passphrase": "若葉の監査2026" });
        office.call("workspace.create", request);
        office
    }

    /// The edition of a pack in the list, of those that came with the program.
    pub(crate) fn pack(&self, pack: &str) -> Value {
        let packs = self.call("pack.list", json!({}));
        packs.as_array().unwrap().iter().find(|row| row["pack"] == pack).unwrap().clone()
    }

    /// The edition with this hash in the list.
    pub(crate) fn edition(&self, hash: &Value) -> Value {
        let packs = self.call("pack.list", json!({}));
        packs.as_array().unwrap().iter().find(|row| row["hash"] == *hash).unwrap().clone()
    }

    /// Begins an edition on the ground of the one of Hyogo.
    pub(crate) fn own_edition(&self, pack: &str, edition: &str) -> String {
        let request = json!({ "base": self.pack("hyogo")["hash"], "head": own_head(pack, edition) });
        self.call("own_pack.start", request)["output"]["id"].as_str().unwrap().to_owned()
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

    /// Speaks of every draft of a finding with its department: an audit with drafts is not closed.
    pub(crate) fn speak_of_drafts(&self) {
        for row in self.call("finding.list", json!({ "fiscal_year": null, "open": true })).as_array().unwrap() {
            if row["state"] == "draft" {
                let view = json!({ "finding": row["id"], "view": "agreed", "text": "", "answered_by": "課長",
                    "answered_on": "2026-11-21" });
                self.call("finding.record_view", view);
            }
        }
    }

    /// Closes an engagement, after everything on loan has gone back and every draft of a finding was spoken of.
    pub(crate) fn close(&self, engagement: &Value) {
        self.speak_of_drafts();
        for mut loan in self.call("loan.list", json!({ "id": engagement })).as_array().unwrap().clone() {
            if loan["open"] == true {
                loan["engagement"] = engagement.clone();
                loan["returned_on"] = json!("2026-11-21");
                self.call("loan.save", loan);
            }
        }
        self.call("engagement.close", json!({ "id": engagement }));
    }

    /// Hands a checklist out and gives its bytes.
    pub(crate) fn export_form(&self, target: &str) -> Vec<u8> {
        let request = json!({ "target": target, "format": "xlsx", "destination": self.path("."), "recipient": "総務課長", "basis": "点検要領" });
        let name = self.call("form.export", request)["output"]["name"].as_str().unwrap().to_owned();
        std::fs::read(self.folder.path().join(name)).unwrap()
    }
}

/// A returned sheet: the workbook as it was sent, with other texts in some cells, by item and column. An item that
/// begins with `field:` is a field above the table.
pub(crate) fn filled(bytes: &[u8], changes: &[(&str, &str, &str)]) -> Vec<u8> {
    let sent = exchange::read(bytes, "票.xlsx", &exchange::Limits::default()).unwrap();
    let form = exchange::recognise(&sent).forms.remove(0);
    let mut changed: BTreeMap<String, &str> = BTreeMap::new();
    for (item, column, text) in changes {
        let cell = match form.fields.get(*item) {
            Some(cells) => &cells[0].cell,
            None => &form.rows.iter().find(|row| row.key == *item).unwrap().cells[*column][0].cell,
        };
        changed.insert(cell.clone(), text);
    }
    let mut book = Workbook::new();
    for sheet in &sent.sheets {
        let page = book.add_worksheet().set_name(&sheet.name).unwrap();
        let mut texts: BTreeMap<(u32, u32), &str> =
            sheet.cells().iter().map(|cell| ((cell.row, cell.column), cell.text.as_str())).collect();
        if sheet.name == form.sheet {
            // Cells that were blank are in no list of cells; their place is in their address.
            let places = (0..1000).flat_map(|row| (0..30).map(move |column| (row, column)));
            for place in places {
                if let Some(text) = changed.get(&exchange::address(place.0, place.1)) {
                    texts.insert(place, text);
                }
            }
        }
        for ((row, column), text) in texts {
            page.write_string(row, column as u16, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

pub(crate) fn read(office: &Office, name: &str, bytes: Vec<u8>) -> Value {
    let handle = office.app.put(name, bytes);
    office.call("import.read", json!({ "handle": handle }))
}

pub(crate) fn commit(office: &Office, preview: &Value, overwrite: &[&str]) -> Value {
    office.call("import.commit", files(&[(preview, overwrite)]))
}

/// What is taken over of several files, with the conflicts that are.
pub(crate) fn files(files: &[(&Value, &[&str])]) -> Value {
    let one = |(preview, overwrite): &(&Value, &[&str])| json!({ "token": preview["token"], "overwrite": overwrite });
    json!({ "files": files.iter().map(one).collect::<Vec<_>>() })
}

pub(crate) fn count(preview: &Value, status: &str) -> usize {
    preview["forms"][0]["rows"].as_array().unwrap().iter().filter(|row| row["status"] == status).count()
}

/// What an edition of one's own says of itself.
pub(crate) fn own_head(pack: &str, edition: &str) -> Value {
    json!({ "pack": pack, "edition": edition, "title": "若葉町 対策基準", "title_en": "", "issuer": "若葉町",
        "issuer_en": "", "revised": null, "effective": "2027-04-01" })
}
