//! The few ways in which the workspace's own files are written and read, so that each is either whole or not there.

use crate::{Result, StoreError};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Gives an error of the file system its meaning: a full disk has a message of its own.
pub(crate) fn failed<'a>(doing: &'a str, path: &'a Path) -> impl Fn(io::Error) -> StoreError + 'a {
    move |source| from_io(format!("{doing} {}", path.display()), source)
}

/// Like [`failed`], for a context that is no path. An error of the store that came through a reader comes out again.
pub(crate) fn from_io(context: String, source: io::Error) -> StoreError {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    if matches!(source.kind(), StorageFull | QuotaExceeded | FileTooLarge) {
        return StoreError::DiskFull;
    }
    match source.downcast::<StoreError>() {
        Ok(error) => error,
        Err(source) => StoreError::Io { context, source },
    }
}

/// Makes a file that must not exist yet, readable by its owner only.
pub(crate) fn create_new(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(failed("create", path))
}

/// Makes a folder for its owner only; it may exist.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(failed("create", path))
}

/// Replaces a file by these bytes: after a crash it has either the old content or the new.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let temporary = with_suffix(path, ".tmp");
    remove_if_there(&temporary)?;
    let mut file = create_new(&temporary)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all()).map_err(failed("write", &temporary));
    drop(file);
    let renamed = written.and_then(|()| rename(&temporary, path));
    if renamed.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    renamed
}

/// Renames a file and makes the renaming durable.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(failed("rename", from))?;
    sync_folder_of(to)
}

/// Makes what was created, renamed or removed in the file's folder durable.
pub(crate) fn sync_folder_of(path: &Path) -> Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => sync_folder(folder),
        _ => sync_folder(Path::new(".")),
    }
}

/// Makes the entries of a folder durable. Windows has no such call; there the journal of NTFS does it.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    File::open(folder).and_then(|f| f.sync_all()).map_err(failed("sync", folder))?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// Makes the content of a file durable.
pub(crate) fn sync_file(path: &Path) -> Result<()> {
    let file = OpenOptions::new().read(true).write(true).open(path);
    file.and_then(|f| f.sync_all()).map_err(failed("sync", path))
}

/// Removes a file; that it is not there is no error.
pub(crate) fn remove_if_there(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(failed("remove", path)(e)),
        _ => Ok(()),
    }
}

/// The whole content of a file, or nothing if it is longer than it may be.
pub(crate) fn read_small(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// The names in a folder that are valid text, sorted; other names are nothing of ours.
pub(crate) fn names_in(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed("read", folder))? {
        let entry = entry.map_err(failed("read", folder))?;
        names.extend(entry.file_name().into_string().ok());
    }
    names.sort();
    Ok(names)
}

/// The path with something added to its file name.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Reads fields off the front of bytes; nothing when too few are left.
pub(crate) struct Fields<'a>(pub(crate) &'a [u8]);

impl<'a> Fields<'a> {
    pub(crate) fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (front, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(front)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.bytes(N)?.try_into().ok()
    }

    pub(crate) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }
}

/// Two hexadecimal digits for each byte.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Removes a file when dropped, unless the work came to its end.
pub(crate) struct Unfinished(Option<PathBuf>);

impl Unfinished {
    pub(crate) fn new(path: PathBuf) -> Unfinished {
        Unfinished(Some(path))
    }

    pub(crate) fn finished(mut self) {
        self.0 = None;
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // There is nobody left to tell: the error that ended the work is the one that counts.
        if let Some(path) = &self.0 {
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
    }
}

/// Fills a folder as a whole: it appears under its name only when `fill` has come to its end. The folder must not exist
/// or be empty.
pub(crate) fn fill_folder<T>(folder: &Path, fill: impl FnOnce(&Path) -> Result<T>) -> Result<T> {
    let empty = |path: &Path| match fs::read_dir(path) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(e) if e.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(e) => Err(failed("read", path)(e)),
    };
    if !empty(folder)? {
        return Err(StoreError::NotEmpty { path: folder.to_owned() });
    }
    let partial = with_suffix(folder, ".partial");
    if !empty(&partial)? && !names_in(&partial)?.iter().all(|name| ours(name)) {
        return Err(StoreError::NotEmpty { path: partial });
    }
    // What is there now was left by a crash.
    let unfinished = Unfinished::new(partial.clone());
    if partial.exists() {
        fs::remove_dir_all(&partial).map_err(failed("remove", &partial))?;
    }
    make_folder(&partial)?;
    let filled = fill(&partial)?;
    sync_folder(&partial)?;
    if folder.exists() {
        fs::remove_dir(folder).map_err(failed("replace", folder))?;
    }
    rename(&partial, folder)?;
    unfinished.finished();
    Ok(filled)
}

/// Whether a workspace has files of this name.
pub(crate) fn ours(name: &str) -> bool {
    matches!(name, "slots" | "slots.tmp" | "blobs" | "attempts" | "lock" | "lock.txt") || name.starts_with("data-")
}

/// How far a long task is. The answer `Break` stops it.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> std::ops::ControlFlow<()>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_has_its_own_error() {
        for kind in [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded, io::ErrorKind::FileTooLarge] {
            let error = failed("write", Path::new("x"))(kind.into());
            assert!(matches!(error, StoreError::DiskFull), "{kind:?}");
        }
        let error = failed("write", Path::new("x"))(io::ErrorKind::PermissionDenied.into());
        assert!(matches!(error, StoreError::Io { .. }));
        #[cfg(target_os = "linux")]
        {
            let full = OpenOptions::new().write(true).open("/dev/full").unwrap().write_all(b"x").unwrap_err();
            assert!(matches!(from_io("write".into(), full), StoreError::DiskFull), "what the system itself says");
        }
    }

    #[test]
    fn a_folder_appears_whole_or_not_at_all() {
        let place = tempfile::tempdir().unwrap();
        let (folder, partial) = (place.path().join("w"), place.path().join("w.partial"));
        let stopped: Result<()> = fill_folder(&folder, |partial| {
            fs::write(partial.join("slots"), b"half").unwrap();
            Err(StoreError::DiskFull)
        });
        assert!(matches!(stopped, Err(StoreError::DiskFull)));
        assert_eq!(names_in(place.path()).unwrap(), [""; 0], "nothing is left");

        // A crash leaves the partial folder; somebody else's folder of that name is not touched.
        fs::create_dir(&partial).unwrap();
        fs::write(partial.join("holiday.jpg"), b"").unwrap();
        let refused = fill_folder(&folder, |_| Ok(()));
        assert!(matches!(refused, Err(StoreError::NotEmpty { path }) if path == partial));
        fs::rename(partial.join("holiday.jpg"), partial.join("data-0001.db")).unwrap();
        fs::create_dir(&folder).unwrap();
        fill_folder(&folder, |partial| fs::write(partial.join("slots"), b"whole").map_err(failed("write", partial)))
            .unwrap();
        assert_eq!(names_in(&folder).unwrap(), ["slots"]);
        assert!(!partial.exists());
        assert!(matches!(fill_folder(&folder, |_| Ok(())), Err(StoreError::NotEmpty { path }) if path == folder));
    }

    #[test]
    fn a_file_is_replaced_whole_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("slots");
        fs::write(folder.path().join("slots.tmp"), b"left by a crash").unwrap();
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names_in(folder.path()).unwrap(), ["slots"]);
    }
}
