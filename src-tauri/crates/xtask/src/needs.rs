//! What the machine must have. Three things cannot be installed from here and are only named: cargo, a C linker and
//! Node.js. Everything else is a Debian package, found missing one by one and installed with one line that is shown.

use std::io::{IsTerminal, Write};

use crate::sh::{self, Outcome};

/// Whether packages may be installed without asking.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    /// Ask at the terminal.
    Ask,
    /// Given beforehand.
    Given,
}

impl Consent {
    /// Given by `--yes`, or by a CI machine saying what it is.
    pub(crate) fn from_flag(yes: bool) -> Self {
        let ci = std::env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false" && value != "0");
        if yes || ci { Self::Given } else { Self::Ask }
    }
}

/// What building the window needs.
pub(crate) const BUILD: &[&str] = &["pkg-config", "libwebkit2gtk-4.1-dev", "libssl-dev"];

/// What running the window without a display, and looking at it, needs.
pub(crate) const HEADLESS: &[&str] = &["xvfb", "imagemagick", "xdotool"];

/// What the tests need besides.
pub(crate) const TEST: &[&str] =
    &["chromium", "webkit2gtk-driver", "poppler-utils", "qpdf", "mupdf-tools", "libreoffice-calc", "strace"];

const NODE_WANTED: (u32, u32) = (20, 19);

/// Checks the three tools that must be there beforehand, each with its own message.
pub(crate) fn tools() -> Outcome {
    sh::read(&mut sh::cargo(&["--version"])).map_err(|_| {
        "cargo was not found. Install Rust (https://rustup.rs, or your system's package) and start again.".to_owned()
    })?;
    if !cfg!(windows) && !["cc", "gcc", "clang"].iter().any(|name| sh::exists(name)) {
        return Err("no C linker was found. On Debian and Ubuntu: apt-get install build-essential. On macOS: \
                    xcode-select --install. Then start again."
            .to_owned());
    }
    let node = sh::read(&mut sh::command("node", ["--version"])).map_err(|_| {
        format!("Node.js was not found. Install Node.js {}.{} or newer and start again.", NODE_WANTED.0, NODE_WANTED.1)
    })?;
    if node_version(&node).is_none_or(|found| found < NODE_WANTED) {
        return Err(format!(
            "Node.js {} is too old. Install {}.{} or newer and start again.",
            node.trim(),
            NODE_WANTED.0,
            NODE_WANTED.1
        ));
    }
    sh::read(&mut sh::npm(&["--version"])).map(drop).map_err(|_| {
        "npm was not found. It comes with Node.js; on Debian it is a package of its own: apt-get install npm."
            .to_owned()
    })
}

fn node_version(said: &str) -> Option<(u32, u32)> {
    let mut parts = said.trim().trim_start_matches('v').split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

/// Makes sure of the system packages; on systems other than Debian's family it says what they are and goes on.
pub(crate) fn packages(wanted: &[&[&str]], consent: Consent) -> Outcome {
    let wanted: Vec<&str> = wanted.iter().flat_map(|group| group.iter().copied()).collect();
    if cfg!(windows) {
        println!(
            "  On Windows: install the Visual Studio C++ build tools; the window uses WebView2 (part of Windows 11)."
        );
        return Ok(());
    }
    if !debian() {
        println!("  This system's packages are yours to install. On Debian and Ubuntu they are called:");
        println!("    {}", wanted.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = wanted.into_iter().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let root = sh::read(&mut sh::command("id", ["-u"]))?.trim() == "0";
    let prefix = if root { "" } else { "sudo " };
    let line = format!("{prefix}apt-get install -y --no-install-recommends {}", missing.join(" "));
    println!("  These system packages are missing; this line installs them:\n    {line}");
    if consent == Consent::Ask && !asked()? {
        return Err(format!("Nothing was installed. Install the packages yourself and start again:\n  {line}"));
    }
    apt(root, &["update"])?;
    let mut args = vec!["install", "-y", "--no-install-recommends"];
    args.extend(&missing);
    apt(root, &args)
}

fn asked() -> Outcome<bool> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    print!("  Run it now? [Y/n] ");
    std::io::stdout().flush().map_err(|error| error.to_string())?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).map_err(|error| error.to_string())?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "" | "y" | "yes"))
}

fn apt(root: bool, args: &[&str]) -> Outcome {
    let mut command = if root { sh::command("apt-get", args) } else { sh::command("sudo", ["apt-get"]) };
    if !root {
        // sudo may have to ask for the password.
        command.args(args).stdin(std::process::Stdio::inherit());
    }
    sh::run(command.env("DEBIAN_FRONTEND", "noninteractive"))
}

fn debian() -> bool {
    let Ok(text) = std::fs::read_to_string("/etc/os-release") else { return false };
    text.lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .any(|value| value.contains("debian") || value.contains("ubuntu"))
}

fn installed(package: &str) -> bool {
    sh::read(&mut sh::command("dpkg-query", ["-W", "-f=${db:Status-Status}", package]))
        .is_ok_and(|status| status.split_whitespace().next() == Some("installed") || status.starts_with("installed"))
}

#[cfg(test)]
mod tests {
    use super::{NODE_WANTED, node_version};

    #[test]
    fn node_versions_are_compared_as_numbers() {
        assert!(node_version("v20.9.0\n").is_some_and(|found| found < NODE_WANTED), "9 is less than 19");
        assert!(node_version("v20.19.1").is_some_and(|found| found >= NODE_WANTED));
        assert!(node_version("v22.0.0").is_some_and(|found| found >= NODE_WANTED));
        assert_eq!(node_version("nonsense"), None);
    }
}
