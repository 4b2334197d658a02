//! What the window may ask: run a command, hand over bytes, ask the user for files. Paths never reach the page; it
//! gets handles and names.

use std::path::PathBuf;
use std::sync::Arc;

use app::env::SystemEnv;
use app::{App, AppConfig, ErrorDto};
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, Emitter, State, WebviewWindow};

use crate::paths;

/// The name under which the one stream of events reaches the page.
const EVENTS: &str = "host";

/// A file or folder the user chose: the handle stands for it, the name is for showing.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Picked {
    handle: String,
    name: String,
}

impl Picked {
    /// Takes a path in and gives what the page may know of it.
    fn take(app: &App, path: PathBuf) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Self { handle: app.register_path(path), name }
    }
}

/// What the page asks a dialog for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PickOptions {
    title: Option<String>,
    name: Option<String>,
    extensions: Vec<String>,
    multiple: bool,
}

/// The kinds of dialog.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PickKind {
    /// Files that exist.
    Open,
    /// A file to write.
    Save,
    /// A folder.
    Folder,
}

/// Starts the program behind the window; its events go to the page from now on.
pub(crate) fn start(handle: &AppHandle) -> tauri::Result<Arc<App>> {
    let events = handle.clone();
    Ok(Arc::new(App::new(AppConfig {
        config_dir: paths::config_dir(handle)?,
        fonts_dir: paths::fonts(handle)?,
        env: Arc::new(SystemEnv),
        fast_kdf: false,
        events: Box::new(move |event| emit(&events, event)),
    })))
}

/// Sends an event to the page. While there is no page there is nobody to tell, so a failure is none.
pub(crate) fn emit(handle: &AppHandle, event: impl Serialize + Clone) {
    let _ = handle.emit(EVENTS, event);
}

/// Chooses the workspace given on the command line; if it is none, the first screen says so when it is opened there.
pub(crate) fn open(app: &App, folder: PathBuf) {
    let folder = app.register_path(folder);
    if let Err(error) = app.call("workspace.open", json!({ "folder": folder })) {
        eprintln!("kansa-techo: {}", error.code);
    }
}

/// Locks the workspace, if one is open.
pub(crate) fn lock(app: &App) {
    let _ = app.call("workspace.lock", json!({}));
}

/// Tells the page which files were dropped on it.
pub(crate) fn dropped(handle: &AppHandle, app: &App, paths: &[PathBuf]) {
    let files: Vec<Picked> = paths.iter().map(|path| Picked::take(app, path.clone())).collect();
    emit(handle, json!({ "type": "dropped", "files": files }));
}

/// Runs a command of the table, away from the window's own thread.
#[tauri::command]
pub(crate) async fn call(app: State<'_, Arc<App>>, name: String, request: Value) -> Result<Response, ErrorDto> {
    let app = Arc::clone(&app);
    // A text is taken for the JSON that it is.
    blocking(move || app.answer(&name, request)).await?.map(Response::new)
}

/// Takes bytes over; their name comes percent-encoded in a header, because headers are ASCII.
#[tauri::command]
pub(crate) async fn put(app: State<'_, Arc<App>>, request: Request<'_>) -> Result<Picked, ErrorDto> {
    let InvokeBody::Raw(bytes) = request.body() else { return Err(ErrorDto::new("bad-request")) };
    let encoded = request.headers().get("x-name").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let name = percent_decode_str(encoded).decode_utf8_lossy().into_owned();
    let handle = app.put(&name, bytes.clone());
    Ok(Picked { handle, name })
}

/// Shows one of the system's dialogs and gives what was chosen, or nothing.
#[tauri::command]
pub(crate) async fn pick(
    window: WebviewWindow,
    app: State<'_, Arc<App>>,
    kind: PickKind,
    options: PickOptions,
) -> Result<Option<Vec<Picked>>, ErrorDto> {
    let dialog = dialog(&window, options.title, options.name, &options.extensions);
    let chosen = match (kind, options.multiple) {
        (PickKind::Open, true) => dialog.pick_files().await,
        (PickKind::Open, false) => dialog.pick_file().await.map(|file| vec![file]),
        (PickKind::Save, _) => dialog.save_file().await.map(|file| vec![file]),
        (PickKind::Folder, _) => dialog.pick_folder().await.map(|file| vec![file]),
    };
    Ok(chosen.map(|files| files.into_iter().map(|file| Picked::take(&app, file.path().to_path_buf())).collect()))
}

fn dialog(
    window: &WebviewWindow,
    title: Option<String>,
    name: Option<String>,
    extensions: &[String],
) -> rfd::AsyncFileDialog {
    let mut dialog = rfd::AsyncFileDialog::new().set_parent(window);
    if let Some(title) = title {
        dialog = dialog.set_title(title);
    }
    if let Some(name) = name {
        dialog = dialog.set_file_name(name);
    }
    if !extensions.is_empty() {
        let shown = extensions.iter().map(|kind| format!("*.{kind}")).collect::<Vec<_>>().join(" ");
        dialog = dialog.add_filter(shown, extensions);
    }
    dialog
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, ErrorDto> {
    tauri::async_runtime::spawn_blocking(work).await.map_err(|error| {
        eprintln!("kansa-techo: a command ended abnormally: {error}");
        ErrorDto::new("internal")
    })
}
