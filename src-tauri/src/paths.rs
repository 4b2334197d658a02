//! Where the program's own files lie.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};

/// Where the program remembers how it looks and which workspaces were opened; nothing out of them.
pub(crate) fn config_dir(handle: &AppHandle) -> tauri::Result<PathBuf> {
    handle.path().app_config_dir()
}

/// The fonts for papers: beside the program when it was only built, else where the package put them.
pub(crate) fn fonts(handle: &AppHandle) -> tauri::Result<PathBuf> {
    let beside = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.join("fonts")));
    match beside.filter(|folder| folder.is_dir()) {
        Some(folder) => Ok(folder),
        None => Ok(handle.path().resource_dir()?.join("fonts")),
    }
}
