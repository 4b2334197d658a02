//! Checks the texts in `/locales` and embeds them. A fault in them stops the build and is shown with its place.

#[path = "src/check.rs"]
mod check;

use check::{Source, check};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let mut sources = Vec::new();
    for folder in entries(&locales)?.into_iter().filter(|path| path.is_dir()) {
        println!("cargo::rerun-if-changed={}", folder.display());
        for file in entries(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|end| end == "ftl")) {
            println!("cargo::rerun-if-changed={}", file.display());
            // Line ends differ between checkouts; the texts must not.
            let text = fs::read_to_string(&file)?.replace("\r\n", "\n");
            sources.push(Source { lang: name(&folder), file: name(&file), text });
        }
    }
    match check(&sources) {
        Ok(messages) => {
            let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
            fs::write(out.join("locales.rs"), embedded(&sources, &messages))
        }
        Err(faults) => {
            for fault in &faults {
                println!("cargo::error=locales/{fault}");
            }
            Ok(())
        }
    }
}

fn embedded(sources: &[Source], messages: &[check::Message]) -> String {
    let mut out = String::from("const SOURCES: &[(&str, &str)] = &[\n");
    for source in sources {
        out.push_str(&format!("    ({:?}, {:?}),\n", source.lang, source.text));
    }
    out.push_str("];\n\n/// Every message: its key, its variables.\npub const MESSAGES: &[(&str, &[&str])] = &[\n");
    for message in messages {
        out.push_str(&format!("    ({:?}, &{:?}),\n", message.key, message.variables));
    }
    out.push_str("];\n");
    out
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
