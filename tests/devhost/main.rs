//! The program in a browser, for tests and for looking at it: the host's five things over HTTP on this machine only.
//! It is never shipped. `devhost --ui ui/dist --config-dir DIR [--port N] [--fonts DIR] [--now MS] [--slow-kdf]`
//!
//! `POST /call/<name>` · `POST /put?name=…` · `GET /blob/<id>` · `GET /events` · `POST /pick`, and what only tests
//! need: `POST /test/pick-next` and `POST /test/drop`, both `{"paths": […]}`.
#![allow(clippy::print_stdout, reason = "a program for the terminal says where it listens")]

mod events;
mod http;
mod routes;

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use app::env::SystemEnv;
use app::{App, AppConfig};
use store::Env;

/// The system's environment with the clock moved, so that a walk sees the same dates every day it is made.
struct Moved {
    system: SystemEnv,
    by_ms: i64,
}

impl Env for Moved {
    fn now_ms(&self) -> i64 {
        self.system.now_ms().saturating_add(self.by_ms)
    }

    fn random(&self) -> [u8; 16] {
        self.system.random()
    }
}

struct Args {
    port: u16,
    ui: PathBuf,
    config_dir: PathBuf,
    fonts_dir: PathBuf,
    now: Option<i64>,
    slow_kdf: bool,
}

fn main() -> ExitCode {
    match args().and_then(serve) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("devhost: {message}");
            ExitCode::FAILURE
        }
    }
}

fn args() -> Result<Args, String> {
    let mut args = Args {
        port: 0,
        ui: PathBuf::from("ui/dist"),
        config_dir: PathBuf::new(),
        fonts_dir: PathBuf::from("ui/node_modules/@expo-google-fonts"),
        now: None,
        slow_kdf: false,
    };
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{name} needs a value"));
        match name.as_str() {
            "--port" => args.port = value()?.parse().map_err(|_| "--port needs a number".to_owned())?,
            "--ui" => args.ui = value()?.into(),
            "--config-dir" => args.config_dir = value()?.into(),
            "--fonts" => args.fonts_dir = value()?.into(),
            "--now" => args.now = Some(value()?.parse().map_err(|_| "--now needs milliseconds since 1970".to_owned())?),
            "--slow-kdf" => args.slow_kdf = true,
            other => return Err(format!("{other} is not known")),
        }
    }
    if args.config_dir.as_os_str().is_empty() {
        return Err("--config-dir is needed: the real one is not for tests".to_owned());
    }
    Ok(args)
}

fn serve(args: Args) -> Result<(), String> {
    let listener = TcpListener::bind(("127.0.0.1", args.port)).map_err(|error| error.to_string())?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let stream = Arc::new(events::Events::default());
    let sink = Arc::clone(&stream);
    let by_ms = args.now.map_or(0, |now| now - SystemEnv.now_ms());
    let app = App::new(AppConfig {
        config_dir: args.config_dir,
        fonts_dir: args.fonts_dir,
        env: Arc::new(Moved { system: SystemEnv, by_ms }),
        fast_kdf: !args.slow_kdf,
        events: Box::new(move |event| sink.send(&event)),
    });
    let host = Arc::new(routes::Host::new(app, args.ui, stream, address));
    println!("listening on http://{address}/");
    for connection in listener.incoming() {
        let Ok(connection) = connection else { continue };
        let host = Arc::clone(&host);
        std::thread::spawn(move || http::converse(connection, &host));
    }
    Ok(())
}
