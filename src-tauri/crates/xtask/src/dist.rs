//! The packages: a .deb here; on Windows the same configuration gives the installer that carries WebView2 with it.

use crate::needs::{self, Consent};
use crate::sh::{self, Outcome};
use crate::ui;

/// Tauri's packager, needed for packages only. This version exactly: later ones lack their platform parts.
const TAURI_CLI: &str = "2.12.3";

/// Builds the package of this system and says where it lies and how large it is.
pub(crate) fn run(consent: Consent) -> Outcome {
    needs::tools()?;
    needs::packages(&[needs::BUILD], consent)?;
    ui::build()?;
    sh::run(&mut sh::cargo(&["build", "--release", "--package", "kansa-cli"]))?;
    let bundle = if cfg!(windows) { "nsis" } else { "deb" };
    // The command line goes into the package beside the window; where it was built is known only here.
    let kansa = sh::built("release", "kansa");
    let with_kansa = serde_json::json!({ "bundle": { "linux": { "deb": { "files": { "/usr/bin/kansa": kansa } } } } });
    let package = format!("--package=@tauri-apps/cli@{TAURI_CLI}");
    let mut tauri = sh::npm(&["exec", "--yes", &package, "--", "tauri", "build", "--bundles", bundle, "--config"]);
    tauri.arg(with_kansa.to_string()).current_dir(sh::root());
    sh::run(&mut tauri)?;
    let folder = sh::target_dir().join("release/bundle").join(bundle);
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", sh::relative(&folder)))?;
    for file in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if let Some(size) = std::fs::metadata(&file).ok().filter(|known| known.is_file()).map(|known| known.len()) {
            println!("  {} ({:.1} MB)", sh::relative(&file), size as f64 / 1e6);
        }
    }
    Ok(())
}
