//! `cargo xtask test`: everything that must hold, the cheap before the dear, stopping at the first thing that does not.

use std::time::Instant;

use crate::needs::{self, Consent};
use crate::sh::{self, Outcome};
use crate::{codegen, e2e, licences, offline, tidy, ui};

type Step = (&'static str, fn() -> Outcome);

/// Nothing here depends on a step below it: the window's build takes in the built UI, and the tests, the walks and
/// the smoke test all use the one build of the whole workspace.
const STEPS: &[Step] = &[
    ("formatting", || sh::run(&mut sh::cargo(&["fmt", "--all", "--check"]))),
    ("tidy", tidy::run),
    ("UI packages", ui::packages),
    ("licences", || licences::run(true)),
    ("UI types", || ui::script("check")),
    ("UI lint", || ui::script("lint")),
    ("UI tests", || ui::script("test")),
    ("UI build", ui::build),
    ("clippy", || sh::run(&mut sh::cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))),
    ("build", || sh::run(&mut sh::cargo(&["build", "--workspace", "--all-targets"]))),
    ("generated types", codegen::check_built),
    ("tests", || sh::run(&mut sh::cargo(&["test", "--workspace"]))),
    ("browser walk", e2e::browser),
    ("WebDriver", e2e::install_driver),
    ("real window", e2e::window),
    ("offline", offline::check),
];

/// Installs what is missing, then runs every step, or only those whose name contains one of the given words.
pub(crate) fn run(consent: Consent, only: &[String]) -> Outcome {
    let only: Vec<&String> = only.iter().filter(|word| !word.starts_with("--")).collect();
    let chosen = |name: &str| only.is_empty() || only.iter().any(|word| name.contains(word.as_str()));
    let steps: Vec<&Step> = STEPS.iter().filter(|(name, _)| chosen(name)).collect();
    if steps.is_empty() {
        let names: Vec<&str> = STEPS.iter().map(|(name, _)| *name).collect();
        return Err(format!("no step is called so; there are: {}", names.join(", ")));
    }
    needs::tools()?;
    needs::packages(&[needs::BUILD, needs::HEADLESS, needs::TEST], consent)?;
    let start = Instant::now();
    for (done, (name, step)) in steps.iter().enumerate() {
        println!("== {name}");
        let began = Instant::now();
        if let Err(message) = step() {
            return Err(format!("== {name} failed\n{message}\n{done} passed, 1 failed"));
        }
        println!("   {name}: {:.1} s", began.elapsed().as_secs_f64());
    }
    println!("everything in {:.0} s", start.elapsed().as_secs_f64());
    println!("{} passed, 0 failed", steps.len());
    Ok(())
}
