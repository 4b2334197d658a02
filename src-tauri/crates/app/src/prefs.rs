//! What this machine remembers: how the program looks and which workspaces were opened. No user data.

use crate::dto::Prefs;
use crate::error::{ErrorDto, Result};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// The most workspaces remembered.
const MOST: usize = 8;

/// The minutes one may choose. There is no "never": a laptop stands open in other people's meeting rooms.
const LOCK_AFTER: [i64; 5] = [5, 10, 15, 30, 60];
const USUAL_LOCK_AFTER: i64 = 15;

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct File {
    language: String,
    theme: String,
    density: String,
    lock_after: i64,
    recent: Vec<PathBuf>,
    /// Where automatic backups go. It is a fact about this machine, not about the workspace.
    backup_folder: Option<PathBuf>,
}

/// The preferences, or the usual ones where the file is missing or unreadable: it holds nothing of worth.
pub fn load(folder: &Path) -> Prefs {
    let file = read(folder);
    checked(&Prefs { language: file.language, theme: file.theme, density: file.density, lock_after: file.lock_after })
}

/// The same with everything unknown replaced by what is usual.
pub fn checked(prefs: &Prefs) -> Prefs {
    let one_of = |value: &str, known: &[&str]| {
        let found = known.iter().find(|known| **known == value).or(known.first());
        found.map(|text| (*text).to_owned()).unwrap_or_default()
    };
    Prefs {
        language: one_of(&prefs.language, &["ja-JP", "en-US"]),
        theme: one_of(&prefs.theme, &["system", "light", "dark", "contrast"]),
        density: one_of(&prefs.density, &["standard", "dense"]),
        lock_after: if LOCK_AFTER.contains(&prefs.lock_after) { prefs.lock_after } else { USUAL_LOCK_AFTER },
    }
}

/// Keeps the preferences.
pub fn save(folder: &Path, prefs: &Prefs) -> Result<()> {
    let Prefs { language, theme, density, lock_after } = prefs.clone();
    write(folder, &File { language, theme, density, lock_after, ..read(folder) })
}

/// The workspaces opened before, the last one first.
pub fn recent(folder: &Path) -> Vec<PathBuf> {
    read(folder).recent
}

/// Where automatic backups go, if anywhere.
pub fn backup_folder(folder: &Path) -> Option<PathBuf> {
    read(folder).backup_folder
}

/// Says where automatic backups go.
pub fn set_backup_folder(folder: &Path, backups: Option<PathBuf>) -> Result<()> {
    write(folder, &File { backup_folder: backups, ..read(folder) })
}

/// Remembers a workspace.
pub fn remember(folder: &Path, workspace: &Path) -> Result<()> {
    let mut file = read(folder);
    file.recent.retain(|known| known != workspace);
    file.recent.insert(0, workspace.to_owned());
    file.recent.truncate(MOST);
    write(folder, &file)
}

fn read(folder: &Path) -> File {
    fs::read(folder.join("prefs.json")).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

fn write(folder: &Path, file: &File) -> Result<()> {
    let failed = |error: std::io::Error| ErrorDto::new("io-failed").arg("what", "prefs.json").arg("detail", error);
    fs::create_dir_all(folder).map_err(failed)?;
    let temporary = folder.join("prefs.json.tmp");
    fs::write(&temporary, serde_json::to_vec_pretty(file)?).map_err(failed)?;
    fs::rename(&temporary, folder.join("prefs.json")).map_err(failed)
}
