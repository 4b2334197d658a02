//! The program never opens an internet socket: shown by running the real window on the demo under strace, with every
//! process it starts, and reading which sockets were asked for.

use std::time::Duration;

use crate::display::{self, Display, Running};
use crate::run;
use crate::sh::{self, Outcome};

/// Opens the demo in the debug build under strace and fails on any socket of the internet families.
pub(crate) fn check() -> Outcome {
    let home = run::fresh(&sh::root().join("out/offline"))?;
    let demo = run::make_demo(&sh::built("debug", "kansa"), &home)?;
    let trace = home.join("sockets.txt");
    let picture = home.join("screenshot.png");
    {
        let display = Display::start()?;
        let mut command = sh::command("strace", ["--follow-forks", "--trace=socket", "--output"]);
        command.arg(&trace).arg(sh::built("debug", "kansa-techo")).arg(&demo.folder);
        display.show(&mut command, &home);
        let mut running = Running::start(&mut command)?;
        run::unlock(&display, &demo, &picture)?;
        display.settle(&picture, Duration::from_secs(30))?;
        display::pause(3000);
        if running.ended() {
            return Err("the program ended by itself under strace".to_owned());
        }
    }
    judge(&sh::text(&trace)?)
}

/// A trace without any socket at all would prove nothing: the window cannot reach its display without one.
fn judge(trace: &str) -> Outcome {
    if !trace.contains("AF_UNIX") {
        return Err("strace saw no socket at all, not even the one to the display: nothing is proved".to_owned());
    }
    let internet: Vec<&str> = trace.lines().filter(|line| line.contains("AF_INET")).collect();
    if internet.is_empty() {
        return Ok(());
    }
    Err(format!("the program opened {} internet socket(s):\n  {}", internet.len(), internet.join("\n  ")))
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn only_local_sockets_pass() {
        assert!(judge("1 socket(AF_UNIX, SOCK_STREAM, 0) = 3\n").is_ok());
        assert!(judge("").is_err(), "an empty trace is no proof");
        assert!(judge("1 socket(AF_UNIX, 1, 0) = 3\n1 socket(AF_INET6, SOCK_STREAM, 0) = 4\n").is_err());
    }
}
