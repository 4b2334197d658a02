//! Puts the checklist packs into the program, so that they are there without a network and cannot be changed unseen.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../checklists");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut code = String::new();
    for (name, file) in [("BUNDLED_TOPICS", "topics.toml"), ("BUNDLED_LOOK_AT", "look_at.toml")] {
        let _ = writeln!(code, "const {name}: &str = include_str!({:?});", root.join(file));
    }
    let _ = writeln!(code, "const BUNDLED_PACKS: &[&[(&str, &str)]] = &[");
    for pack in folders(&root) {
        for edition in folders(&pack) {
            let _ = writeln!(code, "  &[");
            for file in entries(&edition).into_iter().filter(|path| path.extension().is_some_and(|e| e == "toml")) {
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let _ = writeln!(code, "    ({name:?}, include_str!({file:?})),");
            }
            let _ = writeln!(code, "  ],");
        }
    }
    let _ = writeln!(code, "];");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("bundled.rs");
    if let Err(error) = fs::write(&out, code) {
        panic!("cannot write {}: {error}", out.display());
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()));
    let mut list: Vec<PathBuf> = read.flatten().map(|entry| entry.path()).collect();
    list.sort();
    list
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    entries(folder).into_iter().filter(|path| path.is_dir()).collect()
}
