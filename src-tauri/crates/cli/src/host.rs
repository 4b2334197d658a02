//! The host: the program's table of commands, run from here, and the way to an open workspace.

use std::path::PathBuf;
use std::sync::Arc;

use app::env::SystemEnv;
use app::{App, AppConfig, ErrorDto};
use serde_json::{Value, json};

use crate::args::{Args, Usage};
use crate::tasks::Failure;

/// The program behind this host.
pub(crate) struct Host {
    app: App,
}

impl Host {
    /// Starts it.
    pub(crate) fn new(args: &Args) -> Self {
        let config = AppConfig {
            config_dir: args.path("config-dir").unwrap_or_else(config_dir),
            fonts_dir: args.path("fonts").unwrap_or_else(fonts_dir),
            env: Arc::new(SystemEnv),
            fast_kdf: false,
            events: Box::new(|_| {}),
        };
        Self { app: App::new(config) }
    }

    /// The program itself, for what is no command.
    pub(crate) fn app(&self) -> &App {
        &self.app
    }

    /// Runs a command.
    pub(crate) fn call(&self, name: &str, request: Value) -> Result<Value, ErrorDto> {
        self.app.call(name, request)
    }

    /// A handle for a path of this machine.
    pub(crate) fn path(&self, path: impl Into<PathBuf>) -> String {
        let path = path.into();
        self.app.register_path(std::path::absolute(&path).unwrap_or(path))
    }

    /// Runs something on the workspace that the options name, and closes it afterwards whatever happened.
    pub(crate) fn on_workspace<T>(&self, args: &Args, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        let folder = args.path("workspace").ok_or(Usage::Missing("--workspace DIR"))?;
        let login = args.required("login", "--login NAME")?;
        self.call("workspace.open", json!({ "folder": self.path(folder) }))?;
        let passphrase = passphrase(args, "cli-ask-passphrase")?;
        self.call("workspace.unlock", json!({ "login": login, "passphrase": passphrase }))?;
        let done = work();
        let closed = self.call("workspace.close", json!({}));
        let done = done?;
        closed?;
        Ok(done)
    }
}

/// The passphrase from the environment, else from the terminal without showing it.
pub(crate) fn passphrase(args: &Args, question: &str) -> Result<String, Failure> {
    if let Ok(given) = std::env::var("KANSA_PASSPHRASE") {
        return Ok(given);
    }
    let asked = rpassword::prompt_password(i18n::text(args.lang, question, &[]));
    asked.map_err(|_| Usage::Missing("KANSA_PASSPHRASE").into())
}

/// A new passphrase, asked for twice at a terminal.
pub(crate) fn new_passphrase(args: &Args) -> Result<String, Failure> {
    let first = passphrase(args, "cli-ask-new-passphrase")?;
    let second = passphrase(args, "cli-ask-new-passphrase-again")?;
    if first == second { Ok(first) } else { Err(ErrorDto::new("passphrases-differ").into()) }
}

/// Where this machine keeps the program's preferences: the same place as the window's.
fn config_dir() -> PathBuf {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) {
        set("APPDATA")
    } else if cfg!(target_os = "macos") {
        set("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        set("XDG_CONFIG_HOME").or_else(|| set("HOME").map(|home| home.join(".config")))
    };
    base.unwrap_or_else(std::env::temp_dir).join("jp.kansa-techo")
}

/// Where the fonts lie: beside the program, where the package put them, or in the source tree it is run from.
fn fonts_dir() -> PathBuf {
    let exe = std::env::current_exe().ok();
    let beside = exe.as_deref().and_then(|exe| exe.parent());
    let mut places: Vec<PathBuf> =
        ["fonts", "../lib/kansa-techo/fonts"].iter().filter_map(|place| Some(beside?.join(place))).collect();
    places.push("ui/node_modules/@expo-google-fonts".into());
    places.into_iter().find(|place| place.is_dir()).unwrap_or_default()
}
