//! The folder of a pack, as it comes from outside: everything in it is hostile until the parser has read it. No link is
//! followed, nothing below it is entered, and no more is read than a checklist can be.

use crate::error::{ErrorDto, Result};
use crate::handles::{Handles, Held};
use domain::pack::{MAX_FILE, PackError, PackErrorCode};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// As many files as a pack may have. The longest standard at hand has seventeen.
const MAX_FILES: usize = 100;
/// One byte more than a file may hold, so that the parser sees that there was more.
const MOST: u64 = MAX_FILE as u64 + 1;

/// The texts of a folder, and what kept others from being read.
#[derive(Default)]
pub struct Texts {
    /// The texts by their names.
    pub files: BTreeMap<String, String>,
    /// The mistakes.
    pub mistakes: Vec<PackError>,
}

/// Reads the folder behind a handle, or the one file that holds such a folder.
pub fn read(handles: &Handles, handle: &str) -> Result<Texts> {
    if let Held::Path(path, _) = handles.get(handle)?
        && path.is_dir()
    {
        return folder(&path);
    }
    let name = handles.name(handle)?;
    let unpacked = exchange::unpack_folder(&handles.bytes(handle)?, MAX_FILES + 1, MOST);
    let files = unpacked.map_err(|_| ErrorDto::new("not-a-pack").arg("file", &name))?;
    let mut texts = Texts::default();
    for (name, bytes) in files {
        if name.contains('/') {
            texts.mistake(&name, PackErrorCode::NotAFile, None);
        } else if !is_foreign(&name) {
            texts.take(&name, &bytes);
        }
    }
    Ok(texts.within_limits())
}

fn folder(path: &Path) -> Result<Texts> {
    let mut texts = Texts::default();
    let mut seen = 0;
    for entry in fs::read_dir(path).map_err(|error| unreadable(path, &error))? {
        let entry = entry.map_err(|error| unreadable(path, &error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_foreign(&name) {
            continue;
        }
        seen += 1;
        if seen > MAX_FILES {
            break;
        }
        // Of the entry itself, not of what a link leads to.
        let kind = entry.file_type().map_err(|error| unreadable(&entry.path(), &error))?;
        if kind.is_file() {
            // What is no checklist is refused by its name; there is no need to look into it.
            let bytes = if name.ends_with(".toml") { contents(&entry.path())? } else { Vec::new() };
            texts.take(&name, &bytes);
        } else {
            texts.mistake(&name, PackErrorCode::NotAFile, None);
        }
    }
    if seen > MAX_FILES {
        texts.too_many();
    }
    Ok(texts.within_limits())
}

fn contents(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST).read_to_end(&mut bytes));
    read.map_err(|error| unreadable(path, &error))?;
    Ok(bytes)
}

/// What systems put into folders by themselves.
fn is_foreign(name: &str) -> bool {
    name.starts_with('.') || ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str())
}

fn unreadable(path: &Path, error: &io::Error) -> ErrorDto {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    ErrorDto::new("file-unreadable").arg("file", name).arg("detail", error)
}

impl Texts {
    /// Takes a file. One with broken bytes is read all the same, so that its other mistakes are seen too.
    fn take(&mut self, name: &str, bytes: &[u8]) {
        if bytes.len() <= MAX_FILE
            && let Err(error) = std::str::from_utf8(bytes)
        {
            self.mistake(name, PackErrorCode::NotUtf8, Some(&bytes[..error.valid_up_to()]));
        }
        self.files.insert(name.to_owned(), String::from_utf8_lossy(bytes).into_owned());
    }

    /// Notes a mistake, behind the bytes that were sound.
    fn mistake(&mut self, file: &str, code: PackErrorCode, sound: Option<&[u8]>) {
        let sound = sound.map(String::from_utf8_lossy);
        let count = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
        let line = sound.as_ref().map_or(0, |text| count(text.matches('\n').count()));
        let column =
            sound.as_ref().map_or(0, |text| count(text.rsplit('\n').next().unwrap_or_default().chars().count()));
        let (key, args) = (String::new(), BTreeMap::new());
        self.mistakes.push(PackError { file: file.to_owned(), line, column, key, code, args });
    }

    fn too_many(&mut self) {
        self.mistake("", PackErrorCode::TooManyFiles, None);
        if let Some(last) = self.mistakes.last_mut() {
            last.args.insert("max".to_owned(), MAX_FILES.to_string());
        }
        self.files.clear();
    }

    fn within_limits(mut self) -> Texts {
        if self.files.len() > MAX_FILES {
            self.too_many();
        }
        self
    }
}
