//! A small shell: start a program in the project's root, say what was started, and turn a failure into one sentence.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

/// What every task returns: nothing, or the sentence that says what to do.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// The project's root, wherever the task was started from.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).unwrap_or(here).to_path_buf()
}

/// Where cargo puts what it builds.
pub(crate) fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// A built program of the given profile folder (`debug`, `release`).
pub(crate) fn built(profile: &str, name: &str) -> PathBuf {
    target_dir().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A program to be started in the project's root.
pub(crate) fn command<I>(program: impl AsRef<OsStr>, args: I) -> Command
where
    I: IntoIterator,
    I::Item: AsRef<OsStr>,
{
    let mut command = Command::new(program);
    command.args(args).current_dir(root()).stdin(Stdio::null());
    command
}

/// Whether everything is built once and not again; see [`build_once`].
static ONCE: AtomicBool = AtomicBool::new(false);

/// Nobody is there to change a line and build again: what cargo would keep for that is gigabytes for nothing.
pub(crate) fn build_once() {
    ONCE.store(true, Ordering::Relaxed);
}

/// `cargo` with these arguments.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = command(cargo, args);
    // The task itself was started by cargo: what cargo told it about this crate is not for the next cargo.
    command.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_PKG_NAME");
    if ONCE.load(Ordering::Relaxed) && std::env::var_os("CARGO_INCREMENTAL").is_none() {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// `npm` in the UI's folder; on Windows it is a script that only the command interpreter starts.
pub(crate) fn npm(args: &[&str]) -> Command {
    let mut command = if cfg!(windows) {
        let mut command = command("cmd", ["/C", "npm"]);
        command.args(args);
        command
    } else {
        command("npm", args)
    };
    command.current_dir(root().join("ui"));
    command
}

/// Runs it, showing the line first and all it prints.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let line = shown(command);
    println!("  $ {line}");
    let status = command.status().map_err(|error| format!("could not start `{line}`: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` ended with {status}")) }
}

/// Runs it quietly and gives what it printed; what it said on its error stream is part of the failure.
pub(crate) fn read(command: &mut Command) -> Outcome<String> {
    let line = shown(command);
    let output = command.output().map_err(|error| format!("could not start `{line}`: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        Err(format!("`{line}` ended with {}\n{}", output.status, said.trim_end()))
    }
}

/// Whether the program can be started at all.
pub(crate) fn exists(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|dir| dir.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)).is_file())
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    let args = command.get_args().map(|arg| arg.to_string_lossy().into_owned());
    std::iter::once(name).chain(args).collect::<Vec<_>>().join(" ")
}

/// Reads a text file of the project, with its name in the failure.
pub(crate) fn text(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", relative(path)))
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Outcome {
    if let Some(folder) = path.parent() {
        folder_for(folder)?;
    }
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", relative(path)))
}

/// Makes a folder and those above it.
pub(crate) fn folder_for(path: &Path) -> Outcome {
    std::fs::create_dir_all(path).map_err(|error| format!("{}: {error}", relative(path)))
}

/// A path as people read it: from the project's root, with forward slashes.
pub(crate) fn relative(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// The project's files that git knows or would take in, as paths from the root; sorted, so that every run agrees.
pub(crate) fn files() -> Outcome<Vec<PathBuf>> {
    let listed = read(&mut command("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
    let mut files: Vec<PathBuf> = listed.split('\0').filter(|name| !name.is_empty()).map(PathBuf::from).collect();
    files.retain(|file| root().join(file).is_file());
    files.sort();
    files.dedup();
    Ok(files)
}
