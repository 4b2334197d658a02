//! Speed and endurance: programs of the tests crate, built as they are shipped.

use crate::display::Display;
use crate::sh::{self, Outcome};
use crate::{e2e, run, ui};

/// Prints the table of speed. `painted` alone measures from a key to the painted row, in Chromium and in the real window.
pub(crate) fn bench(args: &[String]) -> Outcome {
    if args.first().is_some_and(|word| word == "painted") {
        return painted();
    }
    program("bench", args)
}

/// Works and is killed at random moments until the time is over, then checks that nothing acknowledged is lost.
pub(crate) fn soak(args: &[String]) -> Outcome {
    program("soak", args)
}

fn program(name: &str, args: &[String]) -> Outcome {
    let mut command = sh::cargo(&["run", "--quiet", "--release", "--package", "kansa-tests", "--bin", name, "--"]);
    sh::run(command.args(args))
}

fn painted() -> Outcome {
    ui::build()?;
    // WebDriver steers no release: the window is the debug build, so it is measured slower than it is.
    sh::run(&mut sh::cargo(&["build", "--package", "kansa-techo", "--package", "kansa-cli"]))?;
    sh::run(&mut sh::cargo(&["build", "--release", "--package", "kansa-tests", "--bin", "devhost"]))?;
    e2e::install_driver()?;
    let home = run::fresh(&sh::root().join("out/painted"))?;
    let demo = run::make_demo(&sh::built("debug", "kansa"), &home)?;
    let display = Display::start()?;
    let mut walk = sh::command("node", ["tests/e2e/painted.mjs"]);
    walk.env("DEVHOST", sh::built("release", "devhost"));
    e2e::in_window(&mut walk, &display, &home, &demo);
    sh::run(&mut walk)
}
