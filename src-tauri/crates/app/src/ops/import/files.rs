//! Which of the files and folders that were dropped may be returned sheets.

use crate::App;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::handles::Held;
use std::fs;
use std::io::Read;
use std::path::Path;

/// Kinds of files that are looked for in a folder.
const SHEETS: [&str; 7] = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt"];

/// Kinds of pictures of paper.
const SCANS: [&str; 6] = ["pdf", "png", "jpg", "jpeg", "tif", "tiff"];

/// Folders are looked into so deep.
const DEPTH: usize = 4;

/// And no more files are taken from them at once.
const MOST: usize = 1_000;

/// Finds the files in what was dropped. A file that was chosen itself is always tried, whatever it is called; what its
/// content is, reading it says.
pub fn find(app: &App, request: FindFiles) -> Result<FoundFiles> {
    let mut found = FoundFiles { files: Vec::new(), left: Vec::new() };
    for handle in request.handles {
        match app.handles.get(&handle)? {
            Held::Path(path, true) => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                folder(app, &path, &name, DEPTH, &mut found)?;
            }
            Held::Path(path, false) => {
                let name = app.handles.name(&handle)?;
                let is_scan = is_scan(&beginning(&path));
                found.files.push(FoundFile { handle, name, is_scan });
            }
            Held::Bytes(bytes, name) => {
                let is_scan = is_scan(&bytes[..bytes.len().min(8)]);
                found.files.push(FoundFile { handle, name, is_scan });
            }
        }
    }
    Ok(found)
}

fn folder(app: &App, path: &Path, name: &str, depth: usize, found: &mut FoundFiles) -> Result<()> {
    let unreadable = |error: std::io::Error| ErrorDto::new("file-unreadable").arg("file", name).arg("detail", error);
    let mut entries: Vec<_> = fs::read_dir(path).map_err(unreadable)?.collect::<Result<_, _>>().map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let below = format!("{name}/{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().map_err(unreadable)?;
        let own = entry.file_name().to_string_lossy().into_owned();
        // What a system keeps for itself, and what Excel keeps beside an open workbook, nobody sent.
        if own.starts_with('.') || own.starts_with("~$") {
            continue;
        }
        if kind.is_dir() && depth > 1 {
            folder(app, &entry.path(), &below, depth - 1, found)?;
        } else if kind.is_file() && found.files.len() < MOST && is_wanted(&own) {
            let is_scan = is_scan(&beginning(&entry.path()));
            found.files.push(FoundFile { handle: app.handles.keep_path(entry.path()), name: below, is_scan });
        } else {
            found.left.push(below);
        }
    }
    Ok(())
}

fn is_wanted(name: &str) -> bool {
    let kind = Path::new(name).extension().map(|kind| kind.to_string_lossy().to_ascii_lowercase());
    kind.is_some_and(|kind| SHEETS.contains(&kind.as_str()) || SCANS.contains(&kind.as_str()))
}

/// The first bytes; a file that cannot be read says so when it is read.
fn beginning(path: &Path) -> Vec<u8> {
    let mut start = Vec::new();
    let _ = fs::File::open(path).and_then(|file| file.take(8).read_to_end(&mut start));
    start
}

fn is_scan(start: &[u8]) -> bool {
    [&b"%PDF"[..], b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*"].iter().any(|magic| start.starts_with(magic))
}
