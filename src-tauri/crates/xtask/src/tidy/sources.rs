//! The project's files: where they lie, how long they are, and what must not stand in them.

use std::path::{Path, PathBuf};

use crate::sh::{self, Outcome};

/// What may lie at the top of the project.
const TOP: &[&str] = &[
    ".cargo",
    ".ci",
    ".gitattributes",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "checklists",
    ".clippy.toml",
    "deny.toml",
    "icons",
    "locales",
    ".rustfmt.toml",
    "src-tauri",
    "tests",
    "ui",
];

/// A file over the first length is named, one over the second is a fault.
const SOFT_LINES: usize = 400;
const HARD_LINES: usize = 500;

/// The whole shell stays this small: whatever is more than a host's five things belongs in the app crate.
const SHELL_LINES: usize = 1500;

/// The one file of the UI that knows it runs in Tauri.
const TAURI_FILE: &str = "ui/src/host/tauri.ts";

/// Checks the folders and the lengths.
pub(super) fn layout(files: &[PathBuf], faults: &mut Vec<String>) {
    for file in files {
        let top = file.components().next().map(|part| part.as_os_str().to_string_lossy().into_owned());
        if let Some(top) = top.filter(|top| !TOP.contains(&top.as_str())) {
            faults.push(format!("{top}: not a place for files; see ARCHITECTURE.md for where things belong"));
        }
    }
}

/// Checks what stands in every source file.
pub(super) fn contents(files: &[PathBuf], faults: &mut Vec<String>) -> Outcome {
    let mut shell = 0;
    let machine = machine_paths();
    for file in files.iter().filter(|file| is_source(file)) {
        let name = sh::relative(file);
        let text = sh::text(&sh::root().join(file))?;
        let lines = text.lines().count();
        if !generated(&name) {
            length(&name, lines, faults);
        }
        if name.starts_with("src-tauri/src/") {
            shell += lines;
        }
        words(&name, &text, &machine, faults);
    }
    if shell > SHELL_LINES {
        faults.push(format!("src-tauri/src: the shell has {shell} lines, {SHELL_LINES} are its limit"));
    }
    Ok(())
}

fn length(name: &str, lines: usize, faults: &mut Vec<String>) {
    if lines > HARD_LINES {
        faults.push(format!("{name}: {lines} lines; at most {HARD_LINES}, better {SOFT_LINES}"));
    } else if lines > SOFT_LINES {
        println!("  note: {name} has {lines} lines; {SOFT_LINES} are the soft limit");
    }
}

fn words(name: &str, text: &str, machine: &[String], faults: &mut Vec<String>) {
    // Put together here, so that this file does not find itself.
    let unfinished = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:"), concat!("unimpl", "emented!(")];
    for (number, line) in text.lines().enumerate() {
        let at = number + 1;
        for word in unfinished.iter().filter(|word| line.contains(**word)) {
            faults.push(format!("{name}:{at}: {word} is not a state in which something is handed over"));
        }
        for path in machine.iter().filter(|path| line.contains(*path)) {
            faults.push(format!("{name}:{at}: {path} is a place on somebody's machine"));
        }
    }
    if name.starts_with("ui/src/") && name != TAURI_FILE && text.contains("@tauri-apps") {
        faults.push(format!("{name}: only {TAURI_FILE} may import @tauri-apps"));
    }
    let shipped = name.starts_with("src-tauri/") && !name.starts_with("src-tauri/crates/xtask/");
    if shipped && text.contains(concat!("std::", "net")) {
        faults.push(format!("{name}: nothing that is shipped opens a socket"));
    }
}

/// The places of this machine: where the project lies and whose home it is. Invented ones, as in tests, are fine.
fn machine_paths() -> Vec<String> {
    let home = std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE")).unwrap_or_default();
    let places = [sh::root().to_string_lossy().into_owned(), home];
    places
        .into_iter()
        .filter(|place| place.len() > 1)
        .map(|place| format!("{place}{}", std::path::MAIN_SEPARATOR))
        .collect()
}

fn is_source(file: &Path) -> bool {
    let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
    matches!(kind, "rs" | "ts" | "mjs" | "js" | "svelte" | "css" | "sql" | "ftl" | "toml" | "html")
        && !file.ends_with("package-lock.json")
}

/// Files that a program writes, and texts, have no length to keep.
fn generated(name: &str) -> bool {
    let text = [".ftl", ".toml", ".html"].iter().any(|end| name.ends_with(end));
    text || name.starts_with("ui/src/gen/") || name.starts_with("tests/fixtures/")
}
