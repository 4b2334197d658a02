//! `cargo xtask run`: from a fresh clone to the open window. Without a display the demo is opened on a display of its
//! own, and what a person would have seen is left in out/: a picture of the window and the demo's report.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::display::{self, Display, Running};
use crate::needs::{self, Consent};
use crate::sh::{self, Outcome};
use crate::ui;

/// The demo's passphrase: the demo holds invented data only, and `kansa demo` prints it too.
pub(crate) const DEMO_PASSPHRASE: &str = "aoba-demo-2026";
/// The user of the demo who signs in.
pub(crate) const DEMO_LOGIN: &str = "yamada";
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
    let demo = fresh(&out.join("demo"))?;
    let workspace = make_demo(&sh::built("release", "kansa"), &demo)?;
    let mut made = reports(&sh::built("release", "kansa"), &workspace, &out)?;
    let picture = out.join("screenshot.png");
    photograph(&program, &workspace, &demo, &picture)?;
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

/// Makes the demo workspace with the command line and gives its folder.
pub(crate) fn make_demo(kansa: &Path, within: &Path) -> Outcome<PathBuf> {
    let workspace = within.join("workspace");
    sh::run(sh::command(kansa, ["demo"]).arg(&workspace))?;
    Ok(workspace)
}

/// The demo's report to the CISO, as PDF and as a workbook, through the one way by which a file leaves.
fn reports(kansa: &Path, workspace: &Path, out: &Path) -> Outcome<Vec<PathBuf>> {
    let mut report = sh::command(kansa, ["report", "--login", DEMO_LOGIN, "--workspace"]);
    report.arg(workspace).arg("--out").arg(out).env("KANSA_PASSPHRASE", DEMO_PASSPHRASE);
    sh::run(&mut report)?;
    let entries = std::fs::read_dir(out).map_err(|error| format!("out: {error}"))?;
    let mut made: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    made.retain(|file| file.extension().is_some_and(|kind| kind == "pdf" || kind == "xlsx"));
    made.sort();
    Ok(made)
}

/// Opens the window on the demo, unlocks it by typing, and saves what is seen.
fn photograph(program: &Path, workspace: &Path, home: &Path, picture: &Path) -> Outcome {
    let display = Display::start()?;
    let mut window = sh::command(program, [workspace]);
    display.show(&mut window, home);
    let mut running = Running::start(&mut window)?;
    unlock(&display, picture)?;
    display.settle(picture, Duration::from_secs(20))?;
    if running.ended() {
        return Err("the program ended by itself before its picture was taken".to_owned());
    }
    Ok(())
}

/// Waits for the passphrase screen and types what opens the demo.
pub(crate) fn unlock(display: &Display, picture: &Path) -> Outcome {
    display.focus(TITLE, Duration::from_secs(60))?;
    display.settle(picture, Duration::from_secs(20))?;
    display.enter(DEMO_PASSPHRASE)?;
    display::pause(2000);
    Ok(())
}
