//! What the program has acknowledged is on the disk: shown from outside, by counting what it asks the system for and by
//! cutting it off. None of this is ever skipped; strace comes with the packages the tests need.

use kansa_tests::burst::{self, Acknowledged};
use kansa_tests::database;
use kansa_tests::office::{LOGIN, PASSPHRASE};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

fn burst(folder: &Path, target: &str, first: u64, count: u64) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_soak"));
    command.arg("burst").arg(folder).args([target, &first.to_string(), &count.to_string()]);
    command
}

#[test]
fn every_commit_waits_for_the_disk() {
    let (office, _) = burst::prepare();
    let env = Arc::new(app::env::SystemEnv);
    let (workspace, _) = store::Workspace::unlock(&office.workspace(), env, LOGIN, PASSPHRASE).unwrap();
    let other = database::connect(&office.workspace());
    for conn in [workspace.store.connection(), &other] {
        let pragma = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(pragma("synchronous"), 2, "2 is FULL");
        let mode: String = conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
    }
}

/// A line of strace, without the number of the process before it.
#[cfg(target_os = "linux")]
fn calls(trace: &str) -> impl Iterator<Item = &str> {
    trace.lines().map(|line| line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' '))
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_is_synced_before_it_is_acknowledged_and_no_socket_is_opened() {
    const ANSWERS: u64 = 40;
    let (office, target) = burst::prepare();
    let folder = office.folder.path();
    let trace = folder.join("trace.txt");
    let plain = burst(folder, &target, 0, ANSWERS);
    let mut traced = Command::new("strace");
    traced.args(["--follow-forks", "--decode-fds=path", "--trace=fdatasync,fsync,write,%network", "--output"]);
    traced.arg(&trace).arg(plain.get_program()).args(plain.get_args());
    let done = traced.output().expect("strace is there: the tests install it");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));

    let trace = String::from_utf8_lossy(&std::fs::read(&trace).unwrap()).into_owned();
    let (mut synced, mut acknowledged, mut all) = (0, 0, 0);
    for call in calls(&trace) {
        let sync = call.starts_with("fdatasync(") || call.starts_with("fsync(");
        if sync && call.contains("-wal>") {
            synced += 1;
            all += 1;
        }
        if call.starts_with("write(1<") && !call.contains("\"ready") {
            assert!(synced >= 1, "acknowledged without the log being synced: {call}");
            (synced, acknowledged) = (0, acknowledged + 1);
        }
    }
    let said = String::from_utf8(done.stdout).unwrap().lines().count() - 1;
    assert_eq!(acknowledged, said, "strace saw every line that was said");
    assert!(acknowledged as u64 >= 2 * ANSWERS, "{acknowledged} answers, notes and files were acknowledged");
    assert!(all >= acknowledged, "{all} times the log was synced for {acknowledged} commits");
    let internet: Vec<&str> = calls(&trace).filter(|call| call.contains("AF_INET")).collect();
    assert!(internet.is_empty(), "the program works offline: {internet:?}");
}

/// Numbers that look random and are the same each time, so that a failure comes back.
fn moments(mut seed: u64) -> impl Iterator<Item = u64> {
    std::iter::from_fn(move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some(seed >> 33)
    })
}

#[test]
fn what_was_acknowledged_is_found_again_after_thirty_kills() {
    let (office, target) = burst::prepare();
    let folder = office.folder.path();
    let mut heard = Acknowledged::default();
    let mut cut_short = 0;
    for moment in moments(20_261_121).take(30) {
        let before = heard.lines;
        let first = heard.highest.unwrap_or(0);
        let now = burst::cut_off(burst(folder, &target, first, u64::MAX), Duration::from_micros(moment % 150_000));
        heard = heard.then(now);
        cut_short += usize::from(heard.lines > before);
        burst::check(folder, &target, &heard);
    }
    assert!(cut_short >= 15, "most of the kills hit a burst that was under way: {cut_short}");
    assert!(heard.lines >= 60, "the bursts said something: {}", heard.lines);
}
