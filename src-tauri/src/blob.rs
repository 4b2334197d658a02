//! `kansa://blob/<id>`: images and report pages, read-only, in the ranges that the page asks for.

use std::ops::Range;
use std::sync::Arc;

use app::{App, ErrorDto};
use percent_encoding::percent_decode_str;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{AppHandle, Manager};

/// The scheme's name. On Windows the webview shows it as `http://kansa.blob/<id>`.
pub(crate) const SCHEME: &str = "kansa";

/// Answers one request. A blob is something a stranger may have sent in: it is never a page of its own (sandbox) and
/// never taken for another type than the one it was checked to be (nosniff).
pub(crate) fn answer(handle: &AppHandle, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let Some(app) = handle.try_state::<Arc<App>>() else { return plain(StatusCode::SERVICE_UNAVAILABLE) };
    let id = percent_decode_str(request.uri().path().trim_start_matches('/')).decode_utf8_lossy().into_owned();
    let asked = request.headers().get(header::RANGE).and_then(|value| value.to_str().ok());
    let range = match asked.map(range) {
        Some(None) => return plain(StatusCode::RANGE_NOT_SATISFIABLE),
        Some(Some(range)) => Some(range),
        None => None,
    };
    match app.blob(&id, range.clone()) {
        Ok(part) => {
            let start = range.as_ref().map_or(0, |range| range.start);
            let end = start + part.bytes.len() as u64;
            let mut response = Response::builder()
                .header(header::CONTENT_TYPE, part.media_type)
                .header(header::CONTENT_LENGTH, part.bytes.len())
                .header(header::ACCEPT_RANGES, "bytes");
            if range.is_some() {
                if part.bytes.is_empty() {
                    return plain(StatusCode::RANGE_NOT_SATISFIABLE);
                }
                let shown = format!("bytes {start}-{}/{}", end - 1, part.total);
                response = response.status(StatusCode::PARTIAL_CONTENT).header(header::CONTENT_RANGE, shown);
            }
            finish(response, part.bytes)
        }
        Err(error) => plain(status(&error)),
    }
}

fn status(error: &ErrorDto) -> StatusCode {
    match error.code.as_str() {
        "locked" => StatusCode::FORBIDDEN,
        _ => StatusCode::NOT_FOUND,
    }
}

fn plain(status: StatusCode) -> Response<Vec<u8>> {
    finish(Response::builder().status(status), Vec::new())
}

fn finish(response: tauri::http::response::Builder, body: Vec<u8>) -> Response<Vec<u8>> {
    response
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox")
        .header(header::CACHE_CONTROL, "no-store")
        // Only the program's own page runs in this window; it lives under another scheme than its blobs.
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(header::ACCESS_CONTROL_EXPOSE_HEADERS, "Accept-Ranges, Content-Length, Content-Range")
        .body(body)
        .unwrap_or_default()
}

/// Reads `bytes=<first>-<last>` and `bytes=<first>-`: all that images and the PDF reader ask for. The end is what
/// follows the last byte.
fn range(text: &str) -> Option<Range<u64>> {
    let (first, last) = text.strip_prefix("bytes=")?.split_once('-')?;
    let first: u64 = first.trim().parse().ok()?;
    let end = if last.trim().is_empty() { u64::MAX } else { last.trim().parse::<u64>().ok()?.checked_add(1)? };
    (first < end).then_some(first..end)
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn ranges_are_read_or_refused() {
        assert_eq!(range("bytes=0-99"), Some(0..100));
        assert_eq!(range("bytes=100-"), Some(100..u64::MAX));
        for bad in ["bytes=5-4", "bytes=-5", "items=0-1", "bytes=a-b", "bytes=0-18446744073709551615", ""] {
            assert_eq!(range(bad), None, "{bad:?} is refused");
        }
    }
}
