//! What must hold for the program as a whole, through the commands every host runs.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod bad_input;
mod bad_places;
mod commands;
mod damage;
mod durability;
mod exceptions;
mod improvement;
mod locales;
mod machines;
mod measured;
mod pack;
mod returned;
mod round_trip;
mod schema;
mod undo;
mod written_back;

/// A file that nobody declares is a test that never runs.
#[test]
fn every_file_of_the_suite_is_declared() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/suite");
    let declared = format!("{}{}", include_str!("main.rs"), include_str!("lib.rs"));
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(name) = name.strip_suffix(".rs").filter(|name| !matches!(*name, "main" | "lib")) else { continue };
        assert!(declared.contains(&format!("mod {name};")), "tests/suite/{name}.rs is declared in main.rs or lib.rs");
    }
}
