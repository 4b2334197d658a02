//! The commands, as a person meets them: one program for all of them, so that the library is linked once.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod common;

mod blank;
mod campaign;
mod demo;
mod drafts;
mod errors;
mod evidence;
mod exceptions;
mod exchange;
mod follow_up;
mod foreign;
mod forms;
mod handing;
mod improvement;
mod improvement_errors;
mod notice;
mod office_import;
mod own_pack;
mod pack_folder;
mod past;
mod plan;
mod question_table;
mod reminders;
mod report;
mod reports;
mod site;
mod views;
mod walk;
mod workpaper;
mod years;

/// A file that nobody declares is a test that never runs.
#[test]
fn every_file_is_declared() {
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(name) = name.strip_suffix(".rs").filter(|name| *name != "main") else { continue };
        assert!(include_str!("main.rs").contains(&format!("mod {name};")), "tests/{name}.rs is declared in main.rs");
    }
}
