//! The walks in a browser and in the real window. Both are programs for Node.js in tests/e2e; here they get told which
//! builds to start.

use std::path::Path;
use std::process::Command;

use crate::display::Display;
use crate::run::{self, Demo};
use crate::sh::{self, Outcome};

/// The WebDriver of Tauri, pinned: installed from source into the target folder when it is not there.
const TAURI_DRIVER: &str = "2.1.0";

/// Walks the whole job in Chromium against the dev host.
pub(crate) fn browser() -> Outcome {
    let mut walk = sh::command("node", ["tests/e2e/browser.mjs"]);
    sh::run(walk.env("DEVHOST", sh::built("debug", "devhost")))
}

/// Opens the real program through WebDriver and does a little work in it.
pub(crate) fn window() -> Outcome {
    let home = run::fresh(&sh::root().join("out/window"))?;
    let demo = run::make_demo(&sh::built("debug", "kansa"), &home)?;
    let display = Display::start()?;
    let mut smoke = sh::command("node", ["tests/e2e/window.mjs"]);
    in_window(&mut smoke, &display, &home, &demo);
    sh::run(&mut smoke)
}

/// Tells a program for Node.js where the real window is to appear, and what opens the demo in it.
pub(crate) fn in_window(walk: &mut Command, display: &Display, home: &Path, demo: &Demo) {
    display.show(walk, home);
    walk.env("TAURI_DRIVER", driver())
        .env("KANSA_TECHO", sh::built("debug", "kansa-techo"))
        .env("KANSA_WORKSPACE", &demo.folder)
        .env("KANSA_LOGIN", &demo.login)
        .env("KANSA_PASSPHRASE", &demo.passphrase);
}

/// Installs the driver if this version of it is not there.
pub(crate) fn install_driver() -> Outcome {
    let said = sh::read(&mut sh::command(driver(), ["--version"])).unwrap_or_default();
    let list = sh::read(sh::cargo(&["install", "--list", "--root"]).arg(tools())).unwrap_or_default();
    if driver().is_file() && (said.contains(TAURI_DRIVER) || list.contains(&format!("tauri-driver v{TAURI_DRIVER}"))) {
        return Ok(());
    }
    let mut install = sh::cargo(&["install", "tauri-driver", "--locked", "--version", TAURI_DRIVER, "--root"]);
    sh::run(install.arg(tools()))
}

fn tools() -> std::path::PathBuf {
    sh::target_dir().join("tools")
}

fn driver() -> std::path::PathBuf {
    tools().join("bin").join(format!("tauri-driver{}", std::env::consts::EXE_SUFFIX))
}
