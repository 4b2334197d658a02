//! The table of speed: what the program takes, beside what the same takes without it, measured in the same run. A row
//! that misses its budget makes the program end with an error.
//!
//! `bench [--small] [--keep DIR] [WORDS…]`: `--small` takes a hundredth of the data, or one year of it,
//! to try it out; `--keep` makes the
//! large workspace in a folder that stays, or takes the one that is there; WORDS choose rows by their names.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a measurement stops at the first surprise")]
#![allow(clippy::print_stdout, reason = "the table goes to the terminal")]
#![allow(clippy::disallowed_methods, reason = "this is what the clock is for")]

mod large;
mod papers;
mod probe;
mod small;
mod table;
mod workpapers;

use std::path::PathBuf;
use std::process::ExitCode;
use table::Table;

/// What was asked for.
struct Options {
    small: bool,
    keep: Option<PathBuf>,
    words: Vec<String>,
}

impl Options {
    fn wants(&self, name: &str) -> bool {
        self.words.is_empty() || self.words.iter().any(|word| name.contains(word.as_str()))
    }

    /// As many of something, or a hundredth of it.
    fn scaled(&self, n: usize) -> usize {
        if self.small { n.div_ceil(100) } else { n }
    }
}

type Row = (&'static str, fn(&Options, &mut Table));

const ROWS: [Row; 14] = [
    ("pack", small::pack),
    ("standards", small::standards),
    ("scope", small::scope),
    ("journal", small::journal),
    ("findings", small::findings),
    ("improvement", small::improvement),
    ("report", papers::report),
    ("report-large", papers::report_large),
    ("self-inspection", papers::totals),
    ("export", papers::export),
    ("import", papers::import),
    ("workpapers", workpapers::papers),
    ("photos", workpapers::photos),
    ("large", large::all),
];

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let mut options = Options { small: false, keep: None, words: Vec::new() };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--child" => {
                papers::child(&args.collect::<Vec<_>>());
                return ExitCode::SUCCESS;
            }
            "--small" => options.small = true,
            "--keep" => options.keep = args.next().map(PathBuf::from),
            // Nothing is asked here, so there is nothing to answer.
            "--yes" => {}
            word if ROWS.iter().any(|(name, _)| name.contains(word)) => options.words.push(word.to_owned()),
            other => {
                eprintln!("{other}? {}", ROWS.map(|(name, _)| name).join(" "));
                return ExitCode::FAILURE;
            }
        }
    }
    let mut table = Table::default();
    for (name, measure) in ROWS.iter().filter(|(name, _)| options.wants(name)) {
        eprintln!("{name} …");
        measure(&options, &mut table);
    }
    table.print();
    if table.kept() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
