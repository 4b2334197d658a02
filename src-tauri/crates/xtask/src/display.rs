//! A display for machines that have none: Xvfb on a free number, gone when the task is over.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::sh::{self, Outcome};

/// A running Xvfb.
pub(crate) struct Display {
    server: Child,
    name: String,
}

/// Whether a person sits in front of this machine's own display.
pub(crate) fn present() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

impl Display {
    /// Starts one. The server itself picks a free number and says which.
    pub(crate) fn start() -> Outcome<Self> {
        let mut server = sh::command("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("could not start Xvfb: {error}"))?;
        let mut number = String::new();
        let read = server.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
        let mut display = Self { server, name: format!(":{}", number.trim()) };
        if matches!(read, Some(Ok(read)) if read > 1) {
            return Ok(display);
        }
        let ended = display.server.wait().map_err(|error| error.to_string())?;
        Err(format!("Xvfb did not come up ({ended})"))
    }

    /// Makes the program appear here, with a home of its own and without the services of a desktop.
    pub(crate) fn show(&self, command: &mut Command, home: &Path) {
        command
            .env("DISPLAY", &self.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("GDK_BACKEND", "x11")
            .env("GSETTINGS_BACKEND", "memory")
            .env("GIO_USE_VFS", "local")
            .env("NO_AT_BRIDGE", "1")
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("LIBGL_ALWAYS_SOFTWARE", "1");
    }

    fn tool(&self, program: &str, args: &[&str]) -> Command {
        let mut command = sh::command(program, args);
        command.env("DISPLAY", &self.name);
        command
    }

    /// Waits for a window with this title and gives it the keyboard, which without a window manager nobody else does.
    pub(crate) fn focus(&self, title: &str, within: Duration) -> Outcome {
        let until = Instant::now() + within;
        loop {
            let found = sh::read(&mut self.tool("xdotool", &["search", "--onlyvisible", "--name", title]));
            if let Some(window) = found.ok().as_deref().and_then(|found| found.lines().next()) {
                return sh::read(&mut self.tool("xdotool", &["windowfocus", "--sync", window])).map(drop);
            }
            if Instant::now() > until {
                return Err(format!("no window called {title} within {} s", within.as_secs()));
            }
            pause(200);
        }
    }

    /// Fills the fields of a form from the one that has the keyboard on, and sends it, as a person does.
    pub(crate) fn enter(&self, fields: &[&str]) -> Outcome {
        for (nth, text) in fields.iter().enumerate() {
            sh::read(&mut self.tool("xdotool", &["type", "--delay", "20", text]))?;
            let key = if nth + 1 < fields.len() { "Tab" } else { "Return" };
            sh::read(&mut self.tool("xdotool", &["key", key]))?;
        }
        Ok(())
    }

    /// Waits until the picture has stood still for a second, then saves it.
    pub(crate) fn settle(&self, to: &Path, within: Duration) -> Outcome {
        let until = Instant::now() + within;
        let mut before = Vec::new();
        loop {
            self.capture(to)?;
            let now = std::fs::read(to).map_err(|error| format!("{}: {error}", sh::relative(to)))?;
            if now == before || Instant::now() > until {
                return Ok(());
            }
            before = now;
            pause(1000);
        }
    }

    fn capture(&self, to: &Path) -> Outcome {
        if let Some(folder) = to.parent() {
            sh::folder_for(folder)?;
        }
        // Dates and the like in the file would make two equal pictures differ.
        let mut import = self.tool("import", &["-window", "root", "-strip", "-define", "png:exclude-chunks=date,time"]);
        sh::read(import.arg(to)).map(drop)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A started program that does not outlive the task.
pub(crate) struct Running(pub(crate) Child);

impl Running {
    /// Starts it with its output thrown away.
    pub(crate) fn start(command: &mut Command) -> Outcome<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
        quiet.spawn().map(Self).map_err(|error| format!("could not start {name}: {error}"))
    }

    /// Whether it has ended by itself.
    pub(crate) fn ended(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(Some(_)))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits so many milliseconds.
pub(crate) fn pause(milliseconds: u64) {
    std::thread::sleep(Duration::from_millis(milliseconds));
}
