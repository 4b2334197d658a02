//! The examples of the fuzzer, each through what the fuzzer calls: none halts anything, and none takes more memory than
//! a small laptop has to spare. They are made of the workbooks of the hazards by `KANSA_WRITE_CORPUS=1`, which keeps
//! what was found later.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "../../../../tests/fuzz/bodies.rs"]
mod bodies;
#[path = "hazards/book.rs"]
#[allow(dead_code, reason = "only some of it is needed here")]
mod book;
#[path = "hazards/fixtures.rs"]
#[allow(dead_code, reason = "only some of it is needed here")]
mod fixtures;
#[path = "../../../../tests/fuzz/mutate.rs"]
mod mutate;

use mutate::{Dice, damaged};
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// In megabytes.
const MOST_MEMORY: f64 = 512.0;

fn folder(body: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fuzz/corpus").join(body)
}

fn examples(body: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder(body)).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect()
}

/// The most memory this process ever had, in megabytes; where the system does not say, nothing.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1e3
}

#[test]
fn every_example_comes_to_an_end_within_bounds() {
    if std::env::var_os("KANSA_WRITE_CORPUS").is_some() {
        write();
    }
    let (mut count, mut size) = (0, 0);
    for (body, run) in bodies::BODIES {
        let examples = examples(body);
        for (name, bytes) in &examples {
            run(bytes);
            assert!(peak() <= MOST_MEMORY, "{body}/{name} takes {:.0} MB", peak());
            (count, size) = (count + 1, size + bytes.len());
        }
        // A little of what the endurance run does for as long as it is let.
        let examples: Vec<Vec<u8>> = examples.into_iter().map(|(_, bytes)| bytes).collect();
        let mut dice = Dice::new(1);
        for round in 0..150 {
            run(&damaged(&examples, &mut dice));
            assert!(peak() <= MOST_MEMORY, "{body}, round {round} takes {:.0} MB", peak());
        }
    }
    assert!(count < 60 && size < 300_000, "{count} examples, {size} bytes: a corpus that is committed is small");
}

/// Workbooks that differ in what is read of them.
const READ: [&str; 34] = [
    "merged",
    "levels",
    "readings",
    "circles",
    "private",
    "eras",
    "builtin",
    "1904",
    "numbers",
    "formulas",
    "external",
    "elsewhere",
    "floating",
    "drawn",
    "threads",
    "struck",
    "coloured",
    "hidden",
    "inserted",
    "no-entries",
    "lines",
    "biff8",
    "biff5-that-lies",
    "csv-inside",
    "web-page",
    "encrypted",
    "prefixed",
    "strict",
    "opendocument",
    "names-in-cp932",
    "cp932",
    "matrix",
    "counts",
    "half",
];

/// Workbooks that differ in how they are written into.
const WRITTEN: [&str; 9] =
    ["merged", "levels", "formulas", "prefixed", "strict", "macros", "hidden", "names-in-cp932", "half"];

fn write() {
    for (body, chosen) in [("reader", &READ[..]), ("write_back", &WRITTEN[..])] {
        std::fs::create_dir_all(folder(body)).unwrap();
        let all: Vec<(String, Vec<u8>)> = fixtures::all()
            .into_iter()
            .filter(|(_, what, _)| chosen.contains(what))
            .map(|(hazard, what, fixture)| (format!("{hazard:02}-{what}"), slim(fixture.bytes)))
            .collect();
        let bytes: Vec<Vec<u8>> = all.iter().map(|(_, bytes)| bytes.clone()).collect();
        let broken = (1..=6).map(|n| (format!("damaged-{n}"), damaged(&bytes, &mut Dice::new(n))));
        for (name, bytes) in all.iter().cloned().chain(broken) {
            std::fs::write(folder(body).join(name), bytes).unwrap();
        }
    }
}

/// The package without the parts that nobody reads.
fn slim(bytes: Vec<u8>) -> Vec<u8> {
    let Ok(mut from) = ZipArchive::new(Cursor::new(&bytes)) else { return bytes };
    if from.by_name("xl/workbook.xml").is_err() {
        return bytes;
    }
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).unwrap();
        let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
        if name.contains("theme") || name.starts_with("docProps") {
            continue;
        }
        if name.contains('\u{fffd}') {
            // A name in another encoding is what matters of it.
            drop(entry);
            to.raw_copy_file(from.by_index_raw(index).unwrap()).unwrap();
            continue;
        }
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(&content).unwrap();
    }
    to.finish().unwrap().into_inner()
}
