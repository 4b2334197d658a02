//! What is asked for, and who answers it.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};

use app::App;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::events::Events;
use crate::http::{Answer, Request, Response, decode};

/// The same policy as the window's, so that a page that would break there breaks here.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; \
                      connect-src 'self'; worker-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; \
                      form-action 'none'";

/// Everything a request needs.
pub(crate) struct Host {
    app: App,
    ui: PathBuf,
    events: Arc<Events>,
    address: SocketAddr,
    /// What the next dialogs answer; an empty list is a dialog the user gave up.
    picks: Mutex<VecDeque<Vec<PathBuf>>>,
}

/// A file or folder the page may use without knowing where it lies.
#[derive(Serialize)]
struct Picked {
    handle: String,
    name: String,
}

/// What a test says about files.
#[derive(Deserialize)]
struct Paths {
    paths: Vec<PathBuf>,
}

impl Host {
    /// A host for one page's tests.
    pub(crate) fn new(app: App, ui: PathBuf, events: Arc<Events>, address: SocketAddr) -> Self {
        Self { app, ui, events, address, picks: Mutex::default() }
    }

    /// One more page that listens.
    pub(crate) fn listen(&self) -> Receiver<String> {
        self.events.listen()
    }

    /// Answers a request. One that was not meant for this address comes from a page of somebody else's.
    pub(crate) fn answer(&self, request: &Request) -> Answer {
        let here = [format!("127.0.0.1:{}", self.address.port()), format!("localhost:{}", self.address.port())];
        if !request.headers.get("host").is_some_and(|host| here.contains(host)) {
            return Answer::Whole(Response::text(403, "another host"));
        }
        if request.method == "GET" && request.path == "/events" {
            return Answer::Events;
        }
        Answer::Whole(match request.method.as_str() {
            "POST" => self.post(request),
            "GET" => match request.path.strip_prefix("/blob/") {
                Some(id) => self.blob(id, request.headers.get("range").map(String::as_str)),
                None => self.file(&request.path),
            },
            _ => Response::text(405, "GET or POST"),
        })
    }

    fn post(&self, request: &Request) -> Response {
        if let Some(name) = request.path.strip_prefix("/call/") {
            return self.call(name, &request.body);
        }
        match request.path.as_str() {
            "/put" => {
                let name = request.query.split('&').find_map(|pair| pair.strip_prefix("name=")).unwrap_or_default();
                let name = decode(&name.replace('+', " "));
                let handle = self.app.put(&name, request.body.clone());
                json_response(200, &Picked { handle, name })
            }
            "/pick" => {
                let next = self.picks.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                let chosen = next.filter(|paths| !paths.is_empty()).map(|paths| self.take(paths));
                json_response(200, &chosen)
            }
            "/test/pick-next" => self.with_paths(&request.body, |host, paths| {
                host.picks.lock().unwrap_or_else(PoisonError::into_inner).push_back(paths);
            }),
            "/test/drop" => self.with_paths(&request.body, |host, paths| {
                host.events.send(&json!({ "type": "dropped", "files": host.take(paths) }));
            }),
            _ => Response::text(404, "nothing here"),
        }
    }

    fn with_paths(&self, body: &[u8], then: impl FnOnce(&Self, Vec<PathBuf>)) -> Response {
        match serde_json::from_slice::<Paths>(body) {
            Ok(Paths { paths }) => {
                then(self, paths);
                json_response(200, &Value::Null)
            }
            Err(error) => Response::text(400, &error.to_string()),
        }
    }

    fn take(&self, paths: Vec<PathBuf>) -> Vec<Picked> {
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        paths.into_iter().map(|path| Picked { name: name(&path), handle: self.app.register_path(path) }).collect()
    }

    fn call(&self, name: &str, body: &[u8]) -> Response {
        let request = match serde_json::from_slice(body) {
            Ok(request) => request,
            Err(error) => return Response::text(400, &error.to_string()),
        };
        match self.app.answer(name, request) {
            Ok(answer) => Response::new(200, "application/json", answer.into_bytes()),
            Err(error) => json_response(422, &error),
        }
    }

    fn blob(&self, id: &str, range: Option<&str>) -> Response {
        let range = match range.map(parse_range) {
            Some(None) => return Response::text(416, "not a range"),
            Some(Some(range)) => Some(range),
            None => None,
        };
        match self.app.blob(id, range.clone()) {
            Ok(part) => {
                let end = range.as_ref().map_or(0, |range| range.start) + part.bytes.len() as u64;
                let mut response = Response::new(200, &part.media_type, part.bytes);
                response.headers.push(("Accept-Ranges", "bytes".to_owned()));
                response.headers.push(("Content-Security-Policy", "default-src 'none'; sandbox".to_owned()));
                if let Some(range) = range {
                    if response.body.is_empty() {
                        return Response::text(416, "beyond the end");
                    }
                    response.status = 206;
                    let shown = format!("bytes {}-{}/{}", range.start, end - 1, part.total);
                    response.headers.push(("Content-Range", shown));
                }
                response
            }
            Err(error) => json_response(404, &error),
        }
    }

    fn file(&self, path: &str) -> Response {
        let wanted = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
        let wanted = Path::new(wanted);
        if !wanted.components().all(|part| matches!(part, Component::Normal(_))) {
            return Response::text(404, "nothing here");
        }
        match std::fs::read(self.ui.join(wanted)) {
            Ok(bytes) => {
                let mut response = Response::new(200, media_type(wanted), bytes);
                response.headers.push(("Content-Security-Policy", POLICY.to_owned()));
                response
            }
            Err(_) => Response::text(404, "nothing here"),
        }
    }
}

fn json_response(status: u16, value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(body) => Response::new(status, "application/json", body),
        Err(error) => Response::text(500, &error.to_string()),
    }
}

fn parse_range(text: &str) -> Option<Range<u64>> {
    let (first, last) = text.strip_prefix("bytes=")?.split_once('-')?;
    let first: u64 = first.trim().parse().ok()?;
    let end = if last.trim().is_empty() { u64::MAX } else { last.trim().parse::<u64>().ok()?.checked_add(1)? };
    (first < end).then_some(first..end)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|kind| kind.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        _ => "application/octet-stream",
    }
}
