//! `kansa`: the program without a window. Each subcommand is a few calls of the same commands the window uses; what it
//! prints is for people, with `--json` for programs.
//!
//! It ends with 0 when all went well, 1 when something was refused or found wrong, 2 when it was called wrongly.

mod args;
mod bench_data;
mod host;
mod out;
mod packs;
mod preview;
mod tasks;

use std::process::ExitCode;

use args::{Args, Usage};
use host::Host;

fn main() -> ExitCode {
    let args = match Args::parse(std::env::args_os().skip(1)) {
        Ok(args) => args,
        Err(usage) => {
            let lang = args::language(None);
            eprintln!("{}\n\n{}", usage.text(lang), i18n::text(lang, "cli-help", &[]));
            return ExitCode::from(2);
        }
    };
    let lang = args.lang;
    if args.task == "help" {
        out::line(&i18n::text(lang, "cli-help", &[]));
        return ExitCode::SUCCESS;
    }
    let host = Host::new(&args);
    match tasks::run(&host, &args) {
        Ok(tasks::Finding::Sound) => ExitCode::SUCCESS,
        Ok(tasks::Finding::Problems) => ExitCode::FAILURE,
        Err(tasks::Failure::Usage(usage)) => {
            eprintln!("{}", usage.text(lang));
            ExitCode::from(2)
        }
        Err(tasks::Failure::Refused(error)) => {
            eprintln!("{}", out::error(lang, &error));
            ExitCode::FAILURE
        }
    }
}

impl Usage {
    fn text(&self, lang: i18n::Lang) -> String {
        let (key, what) = match self {
            Usage::Missing(what) => ("cli-usage-missing", *what),
            Usage::Unknown(what) => ("cli-usage-unknown", what.as_str()),
        };
        i18n::text(lang, key, &[("what", what.into())])
    }
}
