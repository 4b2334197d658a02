//! Endurance: bursts of answers that are cut off at random moments, for as many minutes as wanted (one if nothing is
//! said). After each, everything acknowledged must be found again. `soak burst …` is the part that is cut off. Then
//! damaged workbooks for as long; `soak mutations SECONDS SEED` does that alone.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "it stops at the first surprise and says so"
)]
#![allow(clippy::disallowed_methods, reason = "it works for a given time")]

#[path = "../fuzz/bodies.rs"]
mod bodies;
#[path = "../fuzz/mutate.rs"]
mod mutate;
mod mutations;

use kansa_tests::burst::{self, Acknowledged};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["burst", folder, target, first, count] => {
            burst::run(Path::new(folder), target, first.parse().unwrap(), count.parse().unwrap());
        }
        ["mutations", seconds, seed] => mutations::run(seconds.parse().unwrap(), seed.parse().unwrap()),
        [] => soak(1),
        [minutes] => soak(minutes.parse().unwrap_or_else(|_| panic!("soak [MINUTES], not {minutes}"))),
        _ => panic!("soak [MINUTES]"),
    }
}

fn soak(minutes: u64) {
    let (office, target) = burst::prepare();
    let (folder, start) = (office.folder.path(), Instant::now());
    let (mut heard, mut rounds) = (Acknowledged::default(), 0u32);
    while start.elapsed() < Duration::from_secs(60 * minutes) {
        let mut command = Command::new(std::env::current_exe().unwrap());
        let first = heard.highest.unwrap_or(0);
        command.arg("burst").arg(folder).args([&target, &first.to_string(), &u64::MAX.to_string()]);
        // The moments need not be secret, only different each time.
        let after = Duration::from_micros(u64::from(start.elapsed().subsec_nanos() % 400_000));
        heard = heard.then(burst::cut_off(command, after));
        burst::check(folder, &target, &heard);
        rounds += 1;
    }
    println!("{rounds} bursts cut off, {} answers acknowledged, every one found again", heard.lines);
    // Any number will do, as long as it is said.
    mutations::soak(60 * minutes, u64::from(start.elapsed().subsec_nanos()));
}
