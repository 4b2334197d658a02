//! Speed and endurance: both are programs of the tests crate, built as they are shipped.

use crate::sh::{self, Outcome};

/// Prints the table of speed.
pub(crate) fn bench(args: &[String]) -> Outcome {
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
