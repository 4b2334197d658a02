//! 監査手帳: the desktop window. It opens one window on the built UI and gives it the host's five things: `call`, `put`,
//! `pick` (and drops), the `kansa://blob/<id>` scheme and one stream of events. It holds no rules and no state.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod blob;
mod host;
mod paths;
mod window;

use std::process::ExitCode;
use std::sync::Arc;

use tauri::{AppHandle, Manager, RunEvent};

fn main() -> ExitCode {
    draw_plainly();
    let built = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![host::call, host::put, host::pick])
        .register_asynchronous_uri_scheme_protocol(blob::SCHEME, |context, request, responder| {
            let handle = context.app_handle().clone();
            tauri::async_runtime::spawn_blocking(move || responder.respond(blob::answer(&handle, &request)));
        })
        .setup(|tauri| {
            let app = host::start(tauri.handle())?;
            if let Some(folder) = std::env::args_os().nth(1) {
                host::open(&app, folder.into());
            }
            tauri.manage(app);
            window::open(tauri.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(tauri) => {
            tauri.run(|handle, event| {
                if let RunEvent::Exit = event {
                    close(handle);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            // There is no window to say it in; a package whose files are damaged ends here.
            eprintln!("kansa-techo: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Text and lines need no graphics card, and on machines that have none (virtual ones, remote desktops) drawing through
/// OpenGL makes each key twice as slow. The webview of Linux is told by its environment, which is only read at the start:
/// so the program starts over with it, as the same process.
#[cfg(target_os = "linux")]
fn draw_plainly() {
    use std::os::unix::process::CommandExt;
    const PLAINLY: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(PLAINLY).is_none()
        && let Ok(program) = std::env::current_exe()
    {
        // It comes back only if it could not start over; then it goes on as it is.
        let _ = std::process::Command::new(program).args(std::env::args_os().skip(1)).env(PLAINLY, "1").exec();
    }
}

#[cfg(not(target_os = "linux"))]
fn draw_plainly() {}

/// Leaves nothing open: what is being typed is kept, the connections are closed and the keys forgotten.
fn close(handle: &AppHandle) {
    if let Some(app) = handle.try_state::<Arc<app::App>>() {
        host::lock(&app);
    }
}
