//! A burst of answers in a process of its own, which says of each answer that it is safe before the next one begins,
//! and what must be found again after that process was cut off in the middle.

use crate::office::{self, LOGIN, Office, PASSPHRASE};
use app::App;
use app::env::SystemEnv;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

/// How many items a burst goes round.
const ITEMS: usize = 13;

/// How often a piece of evidence comes between the answers.
const EVIDENCE_EVERY: u64 = 5;

/// How often it is larger than one chunk of a file, so that the program is also cut off while it writes one. The first
/// pieces are small: a burst on a slow machine must come to say something.
const LARGE_EVERY: u64 = 15;

/// A workspace with an audit begun, which bursts can write to: the program, closed, and the target.
pub fn prepare() -> (Office, String) {
    let office = Office::created();
    let department = office.department("総務課");
    let auditor = office.person("江口 三郎", None, &["auditor"]);
    let audit = office.started("audit", &[&department], &[&auditor]);
    let target = office.targets(&audit).remove(0);
    office.call("workspace.close", json!({}));
    (office, target)
}

/// Opens the workspace as another program would.
pub fn open(folder: &Path) -> App {
    let app = office::program(&folder.join("config"), Arc::new(SystemEnv));
    let handle = app.register_path(folder.join("ws"));
    app.call("workspace.open", json!({ "folder": handle })).unwrap();
    app.call("workspace.unlock", json!({ "login": LOGIN, "passphrase": PASSPHRASE })).unwrap();
    app
}

fn items(app: &App, target: &str) -> Vec<String> {
    let grid = app.call("grid.get", json!({ "target": target })).unwrap();
    let rows = grid["rows"].as_array().unwrap().iter().take(ITEMS);
    rows.map(|row| row["item"].as_str().unwrap().to_owned()).collect()
}

/// The verdict of the nth answer.
fn verdict(n: u64) -> &'static str {
    ["conforming", "partial", "nonconforming", "not_applicable"][usize::try_from(n % 4).unwrap()]
}

/// Answers from `first` on, `count` times or for ever. Each line it writes is an answer that is safe: `<n> <item>`.
pub fn run(folder: &Path, target: &str, first: u64, count: u64) {
    let app = open(folder);
    let items = items(&app, target);
    let mut out = std::io::stdout().lock();
    let mut say = |line: String| {
        out.write_all(line.as_bytes()).unwrap();
        out.flush().unwrap();
    };
    say("ready\n".to_owned());
    for n in first..first.saturating_add(count) {
        let item = &items[usize::try_from(n).unwrap() % items.len()];
        app.call("answer.set", json!({ "target": target, "items": [item], "verdict": verdict(n) })).unwrap();
        say(format!("{n} set {item}\n"));
        let write = json!({ "target": target, "item": item, "field": "note", "text": format!("{n} 件目の所見") });
        app.call("answer.write", write).unwrap();
        say(format!("{n} note {item}\n"));
        if n % EVIDENCE_EVERY == 0 {
            let times = if n % LARGE_EVERY == LARGE_EVERY - EVIDENCE_EVERY { 10_000 } else { 2_000 };
            let handle = app.put(&format!("{n}.txt"), format!("{n} 件目の証跡。").repeat(times).into_bytes());
            let evidence =
                json!([{ "handle": handle, "name": "", "source": "総務課", "place": "", "class_level": "2" }]);
            let attach = json!({ "target": target, "item": item, "evidence": evidence });
            app.call("evidence.attach", attach).unwrap();
            say(format!("{n} file {item}\n"));
        }
    }
}

/// What a burst said before it was cut off.
#[derive(Debug, Default)]
pub struct Acknowledged {
    /// The last answer of each item: the number of its verdict and of its note.
    last: BTreeMap<String, (Option<u64>, Option<u64>)>,
    /// The number of every piece of evidence.
    files: Vec<u64>,
    /// The highest number.
    pub highest: Option<u64>,
    /// How many lines it said.
    pub lines: usize,
}

impl Acknowledged {
    /// Takes up one whole line.
    fn hear(&mut self, line: &str) {
        let mut words = line.split(' ');
        let (Some(n), Some(kind), Some(item)) = (words.next(), words.next(), words.next()) else { return };
        let n: u64 = n.parse().unwrap();
        let last = self.last.entry(item.to_owned()).or_default();
        match kind {
            "set" => last.0 = Some(n),
            "note" => last.1 = Some(n),
            _ => self.files.push(n),
        }
        self.highest = Some(n);
        self.lines += 1;
    }

    /// Whether this number may be on the disk although nobody was told.
    fn unsure(&self, n: u64) -> bool {
        self.highest.is_some_and(|highest| n == highest || n == highest + 1)
    }

    /// With what a later burst acknowledged, which began again at the highest number.
    pub fn then(mut self, later: Acknowledged) -> Acknowledged {
        for (item, (set, note)) in later.last {
            let last = self.last.entry(item).or_default();
            *last = (set.or(last.0), note.or(last.1));
        }
        self.files.extend(later.files);
        self.highest = later.highest.or(self.highest);
        self.lines += later.lines;
        self
    }
}

/// Starts a burst and ends it by force after a while from its first answer on; gives what it had acknowledged.
pub fn cut_off(mut burst: Command, after: Duration) -> Acknowledged {
    let mut child = burst.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    lines.read_line(&mut line).unwrap();
    assert_eq!(line, "ready\n", "the burst began");
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    let mut heard = Acknowledged::default();
    for line in lines.split(b'\n') {
        // A line this short goes into a pipe whole or not at all.
        heard.hear(&String::from_utf8(line.unwrap()).unwrap());
    }
    heard
}

/// Opens the workspace after a burst was cut off: everything acknowledged is there, and nothing is half there.
pub fn check(folder: &Path, target: &str, heard: &Acknowledged) {
    let app = open(folder);
    let grid = app.call("grid.get", json!({ "target": target })).unwrap();
    for row in grid["rows"].as_array().unwrap() {
        let item = row["item"].as_str().unwrap();
        let Some((set, note)) = heard.last.get(item) else { continue };
        let answer = &row["answer"];
        let possible = |last: u64, n: u64| n == last || heard.unsure(n) && n % ITEMS as u64 == last % ITEMS as u64;
        if let Some(set) = *set {
            let now = answer["verdict"].as_str().unwrap();
            let numbers = [Some(set), heard.highest, heard.highest.map(|n| n + 1)];
            let fits = numbers.into_iter().flatten().any(|n| possible(set, n) && verdict(n) == now);
            assert!(fits, "{item}: answer {set} was acknowledged, {now} is there");
        }
        if let Some(note) = *note {
            let text = answer["note"].as_str().unwrap();
            let now: u64 = text.split(' ').next().unwrap().parse().unwrap();
            assert!(possible(note, now), "{item}: note {note} was acknowledged, {text} is there");
        }
    }
    let names = evidence(&app, target, heard);
    for n in &heard.files {
        assert!(names.contains(&format!("{n}.txt")), "evidence {n} was acknowledged and is not there");
    }
    let verified = app.call("workspace.verify", json!({ "anchor": null })).unwrap();
    assert_eq!(verified["problems"], json!([]), "the chain and every file are whole");
    let files: Vec<String> = std::fs::read_dir(folder.join("ws/blobs"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(files.iter().all(|name| !name.ends_with(".tmp")), "no half file is left: {files:?}");
    assert_eq!(verified["blobs"].as_u64().unwrap(), files.len() as u64, "every file has its row, every row its file");
    app.call("workspace.close", json!({})).unwrap();
}

fn evidence(app: &App, target: &str, heard: &Acknowledged) -> Vec<String> {
    let list = |item: &String| app.call("evidence.list", json!({ "target": target, "item": item })).unwrap();
    let lists: Vec<Value> = heard.last.keys().map(list).collect();
    let rows = lists.iter().flat_map(|list| list.as_array().unwrap());
    rows.map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}
