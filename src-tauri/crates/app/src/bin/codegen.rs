//! Writes the TypeScript of the commands and the keys of all texts into `ui/src/gen`; with `--check` it only compares.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let check = env::args().any(|arg| arg == "--check");
    match run(check) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("codegen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(check: bool) -> Result<(), Box<dyn Error>> {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/gen");
    if !check {
        return write(&committed);
    }
    let fresh = env::temp_dir().join(format!("kansa-codegen-{}", std::process::id()));
    let compared = write(&fresh).and_then(|()| {
        let (new, old) = (files(&fresh, &fresh)?, files(&committed, &committed)?);
        let stale: Vec<String> = new
            .iter()
            .filter(|(name, text)| old.get(*name) != Some(text))
            .map(|(name, _)| name)
            .chain(old.keys().filter(|name| !new.contains_key(*name)))
            .map(|name| name.display().to_string())
            .collect();
        if stale.is_empty() { Ok(()) } else { Err(format!("stale in ui/src/gen: {}", stale.join(", ")).into()) }
    });
    let _ = fs::remove_dir_all(&fresh);
    compared
}

fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let types = folder.join("types");
    // A type that is gone must not stay behind.
    if types.is_dir() {
        fs::remove_dir_all(&types)?;
    }
    fs::create_dir_all(&types)?;
    app::commands::write_typescript(folder)?;
    fs::write(folder.join("keys.ts"), i18n::ts_keys())?;
    Ok(())
}

fn files(root: &Path, folder: &Path) -> Result<BTreeMap<PathBuf, String>, Box<dyn Error>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(root, &path)?);
        } else {
            let text = fs::read_to_string(&path)?.replace("\r\n", "\n");
            found.insert(path.strip_prefix(root)?.to_owned(), text);
        }
    }
    Ok(found)
}
