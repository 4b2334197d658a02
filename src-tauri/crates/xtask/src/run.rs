//! `cargo xtask run`: from a fresh clone to the open window. Without a display the demo is opened on a display of its
//! own, and what a person would have seen is left in out/: a picture of the window and the demo's report.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;

use crate::display::{self, Display, Running};
use crate::needs::{self, Consent};
use crate::sh::{self, Outcome};
use crate::ui;

/// What stands in the window's title from the start.
pub(crate) const TITLE: &str = "監査手帳";

/// Builds the program and opens it.
pub(crate) fn run(consent: Consent) -> Outcome {
    needs::tools()?;
    let display = display::present();
    needs::packages(if display { &[needs::BUILD] } else { &[needs::BUILD, needs::HEADLESS] }, consent)?;
    ui::build()?;
    sh::run(&mut sh::cargo(&["build", "--release", "--package", "kansa-techo", "--package", "kansa-cli"]))?;
    let program = sh::built("release", "kansa-techo");
    if display {
        println!("  The window opens now. Close it to come back here.");
        return sh::run(&mut sh::command(program, None::<&str>));
    }
    println!("  There is no display (DISPLAY and WAYLAND_DISPLAY are not set): the demo is opened on a virtual one.");
    let out = sh::root().join("out");
    let home = fresh(&out.join("demo"))?;
    let kansa = sh::built("release", "kansa");
    let demo = make_demo(&kansa, &home)?;
    let mut made = reports(&kansa, &demo, &home, &out)?;
    let picture = out.join("screenshot.png");
    photograph(&program, &demo, &home, &picture)?;
    made.insert(0, picture);
    println!("\n  Made:");
    for file in made {
        println!("    {}", sh::relative(&file));
    }
    println!("  On a machine with a display the same command opens the window.");
    Ok(())
}

/// An empty folder at this place.
pub(crate) fn fresh(folder: &Path) -> Outcome<PathBuf> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", sh::relative(folder)))?;
    }
    sh::folder_for(folder)?;
    Ok(folder.to_path_buf())
}

/// The demo workspace, and what opens it: it holds invented data only, so none of it is a secret.
pub(crate) struct Demo {
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// The user who signs in.
    pub(crate) login: String,
    /// The passphrase.
    pub(crate) passphrase: String,
}

/// Makes the demo workspace with the command line, within this folder, which is then its home too.
pub(crate) fn make_demo(kansa: &Path, home: &Path) -> Outcome<Demo> {
    let folder = home.join("workspace");
    println!("  making the demo");
    let mut demo = sh::command(kansa, ["demo", "--json"]);
    let said = sh::read(demo.arg(&folder).arg("--config-dir").arg(home.join("config")))?;
    let said: Value = serde_json::from_str(&said).map_err(|error| format!("kansa demo: {error}"))?;
    let text = |name: &str| said[name].as_str().unwrap_or_default().to_owned();
    Ok(Demo { folder, login: text("login"), passphrase: text("passphrase") })
}

/// The demo's report to the CISO, as PDF and as a workbook, through the one way by which a file leaves.
fn reports(kansa: &Path, demo: &Demo, home: &Path, out: &Path) -> Outcome<Vec<PathBuf>> {
    let mut report = sh::command(kansa, ["report", "--login", &demo.login, "--workspace"]);
    report.arg(&demo.folder).arg("--out").arg(out).arg("--config-dir").arg(home.join("config"));
    report.env("KANSA_PASSPHRASE", &demo.passphrase);
    sh::run(&mut report)?;
    let entries = std::fs::read_dir(out).map_err(|error| format!("out: {error}"))?;
    let mut made: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    made.retain(|file| file.extension().is_some_and(|kind| kind == "pdf" || kind == "xlsx"));
    made.sort();
    Ok(made)
}

/// Opens the window on the demo, unlocks it by typing, and saves what is seen.
fn photograph(program: &Path, demo: &Demo, home: &Path, picture: &Path) -> Outcome {
    let display = Display::start()?;
    let mut window = sh::command(program, [&demo.folder]);
    display.show(&mut window, home);
    let mut running = Running::start(&mut window)?;
    unlock(&display, demo, picture)?;
    display.settle(picture, Duration::from_secs(20))?;
    if running.ended() {
        return Err("the program ended by itself before its picture was taken".to_owned());
    }
    Ok(())
}

/// Waits for the screen that asks for login and passphrase, and types both.
pub(crate) fn unlock(display: &Display, demo: &Demo, picture: &Path) -> Outcome {
    display.focus(TITLE, Duration::from_secs(60))?;
    display.settle(picture, Duration::from_secs(20))?;
    display.enter(&[&demo.login, &demo.passphrase])?;
    display::pause(2000);
    Ok(())
}
