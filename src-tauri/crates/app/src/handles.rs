//! Files on their way in and out. A host hands over bytes or a path it was given by a dialog and gets a handle; only
//! handles travel through commands, so a page in the webview never sees or names a path.

use crate::error::{ErrorDto, Result};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// What a handle stands for.
#[derive(Clone, Debug)]
pub enum Held {
    /// Bytes that were put in, under a name.
    Bytes(Arc<[u8]>, String),
    /// A file or folder that a dialog gave, and whether it was a folder then.
    Path(PathBuf, bool),
}

/// The handles of this run of the program.
#[derive(Default)]
pub struct Handles {
    held: Mutex<(u64, BTreeMap<String, Held>)>,
}

/// The most that one file read into memory may hold.
pub const MAX_IN_MEMORY: u64 = 200 * 1024 * 1024;

impl Handles {
    /// Keeps something and returns its handle.
    pub fn keep(&self, held: Held) -> String {
        let mut guard = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        guard.0 += 1;
        let handle = format!("h{}", guard.0);
        guard.1.insert(handle.clone(), held);
        handle
    }

    /// Keeps a file or folder that a dialog gave.
    pub fn keep_path(&self, path: PathBuf) -> String {
        let folder = path.is_dir();
        self.keep(Held::Path(path, folder))
    }

    /// Where a file is to be written: into this folder, or under this name. A folder that is gone since it was chosen
    /// must not become the name of a file.
    pub fn destination(&self, handle: &str) -> Result<PathBuf> {
        match self.get(handle)? {
            Held::Path(path, true) if !path.is_dir() => {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
                Err(ErrorDto::new("folder-gone").arg("folder", name).at("destination"))
            }
            Held::Path(path, _) => Ok(path),
            Held::Bytes(..) => Err(ErrorDto::new("no-such-file")),
        }
    }

    /// What a handle stands for.
    pub fn get(&self, handle: &str) -> Result<Held> {
        let guard = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        guard.1.get(handle).cloned().ok_or_else(|| ErrorDto::new("no-such-file"))
    }

    /// The path behind a handle that a dialog gave.
    pub fn path(&self, handle: &str) -> Result<PathBuf> {
        match self.get(handle)? {
            Held::Path(path, _) => Ok(path),
            Held::Bytes(..) => Err(ErrorDto::new("no-such-file")),
        }
    }

    /// The name of the file, without its folders.
    pub fn name(&self, handle: &str) -> Result<String> {
        Ok(match self.get(handle)? {
            Held::Bytes(_, name) => name,
            Held::Path(path, _) => path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        })
    }

    /// All bytes, for files that are read as a whole.
    pub fn bytes(&self, handle: &str) -> Result<Arc<[u8]>> {
        match self.get(handle)? {
            Held::Bytes(bytes, _) => Ok(bytes),
            Held::Path(path, _) => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                let failed =
                    |error: std::io::Error| ErrorDto::new("file-unreadable").arg("file", &name).arg("detail", error);
                let size = std::fs::metadata(&path).map_err(failed)?.len();
                if size > MAX_IN_MEMORY {
                    return Err(ErrorDto::new("file-too-large").arg("file", &name));
                }
                Ok(std::fs::read(&path).map_err(failed)?.into())
            }
        }
    }

    /// Forgets a handle.
    pub fn forget(&self, handle: &str) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).1.remove(handle);
    }
}
