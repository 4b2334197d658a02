//! The project's own tasks: `cargo xtask <task>`. Each task only starts other programs; none of them is needed to
//! have been installed before except cargo, a C linker and Node.js, and each of those three is checked by name.
#![allow(clippy::print_stdout, reason = "a task talks to the person at the terminal")]
#![allow(clippy::disallowed_methods, reason = "a task says how long each of its steps took")]

mod bench;
mod codegen;
mod display;
mod dist;
mod e2e;
mod icons;
mod licences;
mod needs;
mod offline;
mod run;
mod sh;
mod test;
mod tidy;
mod ui;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <task>

  run [--yes]        install what is missing, build, and open the window
                     (without a display: a screenshot and the demo's report in out/)
  test [--yes] [STEP…]
                     everything that must hold, from formatting to the real window;
                     with words, only the steps whose names contain one of them
  codegen [--check]  write the TypeScript types of the commands, or compare them
  tidy               layout, dependencies between crates, file lengths, texts
  bench [ARGS]       the table of speed, each row beside its bare counterpart
  soak [MINUTES]     random kills in a loop, then damaged workbooks, for a night
  dist               the .deb package
  licences [--check] write the list behind the licences screen, or compare it
  icons              draw icons/app.svg in every size the packages need

--yes installs system packages without asking (so does CI=true).
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let rest = args.get(1..).unwrap_or_default();
    let flag = |name: &str| rest.iter().any(|arg| arg == name);
    let consent = needs::Consent::from_flag(flag("--yes"));
    if consent == needs::Consent::Given {
        sh::build_once();
    }
    let result = match args.first().map(String::as_str) {
        Some("run") => run::run(consent),
        Some("test") => test::run(consent, rest),
        Some("codegen") => codegen::run(flag("--check")),
        Some("tidy") => tidy::run(),
        Some("bench") => bench::bench(rest),
        Some("soak") => bench::soak(rest),
        Some("dist") => dist::run(consent),
        Some("icons") => icons::run(),
        Some("licences") => licences::run(flag("--check")),
        Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => Err(format!("no task is called {other:?}\n\n{HELP}")),
        None => Err(HELP.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
