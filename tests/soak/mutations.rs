//! Damaged workbooks, one after the other, through what reads them and what writes into them. It works in a process of
//! its own, so that its memory can be told and a halt is heard of; what was being read stays in `out/soak`.

use crate::bodies::BODIES;
use crate::mutate::{Dice, damaged};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// In megabytes.
const MOST_MEMORY: f64 = 512.0;

/// No file of this size takes longer, not even with every check of a debug build.
const LONGEST: Duration = Duration::from_secs(20);

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Runs for so many seconds from a number, and says which, so that the same can be run again.
pub(crate) fn soak(seconds: u64, seed: u64) {
    println!("damaged workbooks from seed {seed}: the same again with `cargo xtask soak mutations {seconds} {seed}`");
    let mut command = Command::new(std::env::current_exe().unwrap());
    let done = command.args(["mutations", &seconds.to_string(), &seed.to_string()]).status().unwrap();
    assert!(done.success(), "seed {seed} stopped it; what it read is in out/soak");
}

/// The same in this process.
pub(crate) fn run(seconds: u64, seed: u64) {
    let found = project().join("out/soak");
    std::fs::create_dir_all(&found).unwrap();
    let (start, mut rounds) = (Instant::now(), 0_u64);
    let all = BODIES.map(|(name, body)| (name, body, examples(&project().join("tests/fuzz/corpus").join(name))));
    let mut dice = Dice::new(seed);
    while start.elapsed() < Duration::from_secs(seconds) {
        for (name, body, examples) in &all {
            let bytes = damaged(examples, &mut dice);
            let input = found.join(name);
            std::fs::write(&input, &bytes).unwrap();
            let began = Instant::now();
            body(&bytes);
            let took = began.elapsed();
            assert!(took < LONGEST, "{name}, round {rounds}: {} s", took.as_secs());
            assert!(peak() <= MOST_MEMORY, "{name}, round {rounds}: {:.0} MB", peak());
            std::fs::remove_file(&input).unwrap();
            rounds += 1;
        }
    }
    println!("{rounds} damaged workbooks, each to its end, {:.0} MB at most", peak());
}

fn examples(folder: &Path) -> Vec<Vec<u8>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

/// The most memory this process ever had, in megabytes; where the system does not say, nothing.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1e3
}
