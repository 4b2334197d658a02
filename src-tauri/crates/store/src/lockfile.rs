//! Only one program at a time has a workspace open. The system's lock on the file `lock` decides; it ends with the
//! program, however that ends. The text beside it only explains who holds the lock.

use crate::files;
use crate::{Result, StoreError};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// The file that is locked.
pub const LOCK_FILE: &str = "lock";

/// The text that explains. It is a file of its own, because Windows lets nobody read a locked one.
pub const LOCK_TEXT: &str = "lock.txt";

/// Who opens a workspace, for the message to whoever comes second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The name of the machine.
    pub host: String,
    /// The number of the process.
    pub pid: u32,
    /// Since when, in words for the reader.
    pub since: String,
}

impl Holder {
    /// This process on this machine.
    pub fn this_process(since: &str) -> Holder {
        Holder { host: host_name(), pid: std::process::id(), since: since.to_owned() }
    }
}

/// The lock on a workspace; dropping it gives the workspace free.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, or says who has it.
    pub fn take(folder: &Path, holder: &Holder) -> Result<Lock> {
        let path = folder.join(LOCK_FILE);
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let file = file.map_err(files::failed("open", &path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::Locked { by: held_by(folder) }),
            Err(TryLockError::Error(e)) => return Err(files::failed("lock", &path)(e)),
        }
        let text = format!("{}, {}, {}\n", one_line(&holder.host), holder.pid, one_line(&holder.since));
        files::replace(&folder.join(LOCK_TEXT), text.as_bytes())?;
        Ok(Lock { _file: file })
    }
}

/// What the text says; nothing if it is missing or no text. Nothing but a message may depend on it.
fn held_by(folder: &Path) -> String {
    let bytes = files::read_small(&folder.join(LOCK_TEXT), 500).ok().flatten().unwrap_or_default();
    one_line(String::from_utf8(bytes).unwrap_or_default().trim())
}

fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(200).collect()
}

#[cfg(unix)]
fn host_name() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn host_name() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn holder(host: &str) -> Holder {
        Holder { host: host.to_owned(), pid: 77, since: "令和8年11月21日 9:00".to_owned() }
    }

    #[test]
    fn the_second_one_is_told_who_was_first() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::take(folder.path(), &holder("監査室PC")).unwrap();
        match Lock::take(folder.path(), &holder("other")) {
            Err(StoreError::Locked { by }) => assert_eq!(by, "監査室PC, 77, 令和8年11月21日 9:00"),
            other => panic!("{other:?}"),
        }
        drop(first);
        Lock::take(folder.path(), &holder("other")).unwrap();
    }

    #[test]
    fn a_text_left_by_a_crash_locks_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(LOCK_FILE), b"").unwrap();
        fs::write(folder.path().join(LOCK_TEXT), b"gone, 1, long ago").unwrap();
        Lock::take(folder.path(), &holder("here")).unwrap();
    }

    #[test]
    fn a_prepared_text_cannot_forge_lines() {
        let folder = tempfile::tempdir().unwrap();
        let _first = Lock::take(folder.path(), &holder("here")).unwrap();
        for (bytes, shown) in [(b"a\nb\x1b[31m".to_vec(), "ab[31m"), (vec![0xff; 9], ""), (vec![b'x'; 9000], "")] {
            fs::write(folder.path().join(LOCK_TEXT), bytes).unwrap();
            let result = Lock::take(folder.path(), &holder("other"));
            assert!(matches!(result, Err(StoreError::Locked { ref by }) if by == shown), "{result:?}");
        }
    }

    #[test]
    fn this_process_has_a_name() {
        let holder = Holder::this_process("now");
        assert_eq!(holder.pid, std::process::id());
        assert!(!holder.host.is_empty());
    }
}
