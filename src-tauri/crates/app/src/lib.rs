//! What a person can do, as commands that every host runs in the same way.

pub mod bench_data;
pub mod commands;
pub mod dto;
pub mod env;
pub mod error;
pub mod handles;
pub mod ops;
pub mod pack_folder;
pub mod prefs;
pub mod queries;
pub mod release;
pub mod session;
mod store_error;

pub use error::ErrorDto;

use error::Result;
use handles::{Handles, Held};
use serde::Serialize;
use serde_json::Value;
use session::{Session, State};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// What a host gives the program when it starts.
pub struct AppConfig {
    /// Where this machine keeps its preferences; no user data.
    pub config_dir: PathBuf,
    /// Where the fonts lie: BIZ UDGothic in two weights and BIZ UDMincho in one, anywhere below it.
    pub fonts_dir: PathBuf,
    /// The clock and the randomness.
    pub env: Arc<dyn store::Env>,
    /// Whether key derivation is made quick, which only tests and the demo may want.
    pub fast_kdf: bool,
    /// Where events go.
    pub events: Box<dyn Fn(Event) + Send + Sync>,
}

/// Something a host tells its screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Event {
    /// Long work goes on.
    Progress {
        /// What is being done; its words are `progress-<key>`.
        key: String,
        /// How much is done.
        done: i64,
        /// Of how much.
        of: i64,
    },
    /// The workspace was locked or closed; the screen forgets everything.
    Locked,
}

/// Part of an evidence file.
pub struct BlobPart {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The size of the whole file.
    pub total: u64,
    /// What kind of file it is.
    pub media_type: String,
}

/// The program, without a window.
pub struct App {
    pub(crate) config: AppConfig,
    pub(crate) handles: Arc<Handles>,
    pub(crate) state: Mutex<State>,
    /// How often reading was stopped: whoever reads looks whether it is more often than when it began.
    pub(crate) stops: AtomicU64,
}

impl App {
    /// Starts with no workspace open.
    pub fn new(config: AppConfig) -> App {
        App { config, handles: Arc::default(), state: Mutex::new(State::Closed), stops: AtomicU64::new(0) }
    }

    /// Runs a command and gives its answer, to look into.
    pub fn call(&self, name: &str, request: Value) -> Result<Value> {
        Ok(serde_json::from_str(&self.answer(name, request)?)?)
    }

    /// Runs a command and gives its answer as the JSON that goes on to the page.
    pub fn answer(&self, name: &str, request: Value) -> Result<String> {
        let command =
            commands::COMMANDS.get(name).ok_or_else(|| ErrorDto::new("unknown-command").arg("command", name))?;
        command.run(self, request)
    }

    /// Keeps bytes that a host received and returns their handle.
    pub fn put(&self, name: &str, bytes: Vec<u8>) -> String {
        self.handles.keep(Held::Bytes(bytes.into(), name.to_owned()))
    }

    /// Keeps a path that a dialog or the command line gave and returns its handle.
    pub fn register_path(&self, path: PathBuf) -> String {
        self.handles.keep_path(path)
    }

    /// Reads an evidence file, or a part of it.
    pub fn blob(&self, id: &str, range: Option<Range<u64>>) -> Result<BlobPart> {
        self.with_session(|session| queries::evidence::blob(session, id, range))
    }

    /// Runs something on the open workspace.
    pub(crate) fn with_session<T>(&self, run: impl FnOnce(&mut Session) -> Result<T>) -> Result<T> {
        match &mut *self.state() {
            State::Open(session) => run(session),
            State::Locked { .. } => Err(ErrorDto::new("locked")),
            State::Closed => Err(ErrorDto::new("no-workspace")),
        }
    }

    /// The state. A command that panicked has rolled its transaction back, so what it left is sound.
    pub(crate) fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
