//! The one window: its size, what it may load, and what is dropped on it.

use std::sync::Arc;

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, DragDropEvent, Manager, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent};

use crate::host;

/// What stands in the title until the page says more.
const TITLE: &str = "監査手帳";

/// Opens it. The webview keeps nothing on disk (incognito), goes nowhere else and opens no second window; the page's
/// own title, which names the class of what is shown, becomes the window's.
pub(crate) fn open(handle: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(handle, "main", WebviewUrl::default())
        .title(TITLE)
        .inner_size(1280.0, 800.0)
        .min_inner_size(1024.0, 640.0)
        .center()
        .incognito(private())
        .zoom_hotkeys_enabled(true)
        .on_navigation(own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_document_title_changed(|window, title| {
            // A page without a title must not leave the window without one.
            let _ = window.set_title(if title.trim().is_empty() { TITLE } else { &title });
        })
        .build()?;
    let handle = handle.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event
            && let Some(app) = handle.try_state::<Arc<app::App>>()
        {
            host::dropped(&handle, &app, paths);
        }
    });
    Ok(())
}

/// Whether the webview keeps nothing, which a release always does. WebKitGTK lets WebDriver steer only views that are
/// not private, so a debug build gives that up when it is started by a driver.
fn private() -> bool {
    !cfg!(debug_assertions) || std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none()
}

/// Whether an address is the program's own page.
fn own(url: &Url) -> bool {
    url.scheme() == "tauri" || (cfg!(windows) && url.host_str() == Some("tauri.localhost"))
}

#[cfg(test)]
mod tests {
    use super::own;

    #[test]
    fn nothing_but_the_own_page_is_opened() {
        let url = |text: &str| tauri::Url::parse(text).unwrap();
        assert!(own(&url("tauri://localhost/index.html")));
        for strange in ["https://example.com/", "file:///etc/passwd", "data:text/html,x", "kansa://blob/1"] {
            assert!(!own(&url(strange)), "{strange} is refused");
        }
    }
}
