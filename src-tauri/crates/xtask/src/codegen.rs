//! The TypeScript types of the commands: written by the `codegen` program of the app crate and committed.

use crate::sh::{self, Outcome};

/// Writes them, or with `check` only compares.
pub(crate) fn run(check: bool) -> Outcome {
    let mut args = vec!["run", "--quiet", "--package", "app", "--bin", "codegen"];
    if check {
        args.extend(["--", "--check"]);
    }
    sh::run(&mut sh::cargo(&args)).map_err(advice)
}

/// Compares with the program that a build of the whole workspace left behind, so that nothing is built twice.
pub(crate) fn check_built() -> Outcome {
    sh::run(&mut sh::command(sh::built("debug", "codegen"), ["--check"])).map_err(advice)
}

fn advice(message: String) -> String {
    format!("{message}\nThe generated types in ui/src/gen come from the app crate: `cargo xtask codegen` writes them.")
}
