//! The UI's packages and its build.

use crate::sh::{self, Outcome};

/// Installs the UI's packages if the lock file is not the one they were installed from.
pub(crate) fn packages() -> Outcome {
    let lock = sh::text(&sh::root().join("ui/package-lock.json"))?;
    let stamp = sh::root().join("ui/node_modules/.installed-from");
    if std::fs::read_to_string(&stamp).is_ok_and(|old| old == lock) {
        return Ok(());
    }
    sh::run(&mut sh::npm(&["ci", "--no-audit", "--no-fund"]))?;
    sh::write(&stamp, lock.as_bytes())
}

/// Runs one of the UI's scripts.
pub(crate) fn script(name: &str) -> Outcome {
    sh::run(&mut sh::npm(&["run", "--silent", name]))
}

/// The UI as the window shows it, in ui/dist.
pub(crate) fn build() -> Outcome {
    packages()?;
    script("build")
}
