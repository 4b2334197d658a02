//! Counts wrong passphrases in the file `attempts`, outside the encryption. It slows down a colleague who guesses at the
//! desk; it does not stop somebody who copies the folder or deletes the file. That is what Argon2id is for.

use crate::files;
use crate::{Result, StoreError};
use std::io;
use std::path::Path;

/// The name of the file in the workspace's folder.
pub const ATTEMPTS_FILE: &str = "attempts";

/// The failure from which on the next attempt has to wait.
const FREE: u32 = 5;
const FIRST_WAIT_MS: i64 = 30_000;
const LONGEST_WAIT_MS: i64 = 15 * 60_000;

/// Runs an attempt to unlock, if one is allowed now. It is counted as a failure *before* it runs, so that ending the
/// program in the middle gains nothing; success forgets all failures, and an error that is no wrong key does not count.
pub fn guarded<T>(folder: &Path, now_ms: i64, attempt: impl FnOnce() -> Result<T>) -> Result<T> {
    let path = folder.join(ATTEMPTS_FILE);
    let before = allowed(&path, now_ms)?;
    Counted { failures: before.failures.saturating_add(1), since_ms: now_ms }.write(&path)?;
    let result = attempt();
    match &result {
        Ok(_) => files::remove_if_there(&path)?,
        Err(StoreError::WrongKey) => {}
        Err(_) if before.failures == 0 => files::remove_if_there(&path)?,
        Err(_) => before.write(&path)?,
    }
    result
}

/// How many seconds the next attempt has to wait; zero if it need not.
pub fn wait_seconds(folder: &Path, now_ms: i64) -> Result<u64> {
    match allowed(&folder.join(ATTEMPTS_FILE), now_ms) {
        Ok(_) => Ok(0),
        Err(StoreError::TooManyAttempts { seconds }) => Ok(seconds),
        Err(error) => Err(error),
    }
}

fn allowed(path: &Path, now_ms: i64) -> Result<Counted> {
    let mut counted = Counted::read(path, now_ms)?;
    if counted.since_ms > now_ms {
        // The clock was set back. The wait begins anew, so that this never shortens it; nor does it last until the
        // clock has caught up, which may be years.
        counted.since_ms = now_ms;
        counted.write(path)?;
    }
    let left = counted.wait_ms() - (now_ms - counted.since_ms);
    if left > 0 { Err(StoreError::TooManyAttempts { seconds: left.div_euclid(1000) as u64 + 1 }) } else { Ok(counted) }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Counted {
    failures: u32,
    since_ms: i64,
}

impl Counted {
    fn read(path: &Path, now_ms: i64) -> Result<Counted> {
        match files::read_small(path, 100) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Counted { failures: 0, since_ms: now_ms }),
            Err(e) => Err(files::failed("read", path)(e)),
            // A file that says nothing is taken for the first wait: damaging it must not be better than leaving it.
            Ok(bytes) => Ok(bytes.and_then(parse).unwrap_or(Counted { failures: FREE, since_ms: i64::MAX })),
        }
    }

    fn write(self, path: &Path) -> Result<()> {
        files::replace(path, format!("{} {}\n", self.failures, self.since_ms).as_bytes())
    }

    fn wait_ms(self) -> i64 {
        match self.failures.checked_sub(FREE) {
            None => 0,
            Some(doublings) => FIRST_WAIT_MS.checked_shl(doublings.min(20)).unwrap_or(i64::MAX).min(LONGEST_WAIT_MS),
        }
    }
}

fn parse(bytes: Vec<u8>) -> Option<Counted> {
    let text = String::from_utf8(bytes).ok()?;
    let (failures, since) = text.strip_suffix('\n')?.split_once(' ')?;
    Some(Counted { failures: failures.parse().ok()?, since_ms: since.parse().ok().filter(|ms| *ms >= 0)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const START: i64 = 1_795_000_000_000;

    fn wrong(folder: &Path, now_ms: i64) -> Result<()> {
        guarded(folder, now_ms, || Err(StoreError::WrongKey))
    }

    /// A folder after so many failures at the time `START`.
    fn failed(times: u32) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for _ in 0..times {
            assert!(matches!(wrong(folder.path(), START), Err(StoreError::WrongKey)));
        }
        folder
    }

    #[test]
    fn the_fifth_failure_makes_the_sixth_attempt_wait() {
        let folder = failed(4);
        assert_eq!(wait_seconds(folder.path(), START).unwrap(), 0);
        let folder = failed(5);
        let mut ran = false;
        let refused = guarded(folder.path(), START + 29_999, || {
            ran = true;
            Ok(())
        });
        assert!(matches!(refused, Err(StoreError::TooManyAttempts { seconds: 1 })), "{refused:?}");
        assert!(!ran, "no key is derived while waiting");
        assert!(guarded(folder.path(), START + 30_000, || Ok(())).is_ok());
        assert_eq!(wait_seconds(folder.path(), START + 30_000).unwrap(), 0, "success forgets the failures");
        assert!(!folder.path().join(ATTEMPTS_FILE).exists());
    }

    #[test]
    fn the_wait_doubles_up_to_a_quarter_of_an_hour() {
        let folder = failed(5);
        let (mut now, mut waits) = (START, Vec::new());
        for _ in 0..8 {
            let wait = wait_seconds(folder.path(), now).unwrap() as i64;
            waits.push(wait - 1);
            now += wait * 1000;
            assert!(matches!(wrong(folder.path(), now), Err(StoreError::WrongKey)));
        }
        assert_eq!(waits, [30, 60, 120, 240, 480, 900, 900, 900]);
    }

    #[test]
    fn a_clock_set_back_never_shortens_the_wait() {
        for back in [1, 10_000, 29_999, 86_400_000, START] {
            let folder = failed(5);
            let now = START - back;
            assert_eq!(wait_seconds(folder.path(), now).unwrap(), 31, "{back} ms back");
            assert_eq!(wait_seconds(folder.path(), now + 29_000).unwrap(), 2, "and it passes from then on");
            assert!(matches!(wrong(folder.path(), now + 30_000), Err(StoreError::WrongKey)));
        }
    }

    #[test]
    fn an_attempt_that_is_killed_counts() {
        let folder = failed(4);
        let killed = std::panic::catch_unwind(|| guarded(folder.path(), START, || -> Result<()> { panic!("killed") }));
        assert!(killed.is_err());
        assert_eq!(wait_seconds(folder.path(), START).unwrap(), 31);
    }

    #[test]
    fn damage_is_no_guess() {
        let damaged = || Err::<(), _>(StoreError::Damaged { what: "slots".into() });
        let folder = failed(4);
        assert!(guarded(folder.path(), START, damaged).is_err());
        assert_eq!(wait_seconds(folder.path(), START).unwrap(), 0, "still four");
        assert!(matches!(wrong(folder.path(), START), Err(StoreError::WrongKey)));
        assert_eq!(wait_seconds(folder.path(), START).unwrap(), 31);
    }

    #[test]
    fn a_file_that_says_nothing_waits_once_and_not_for_ever() {
        for bytes in [b"".as_slice(), b"-1 x\n", b"\xff\xfe", &[b'9'; 5000], b"5 -4\n", b"99999999999 1\n"] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(ATTEMPTS_FILE), bytes).unwrap();
            assert_eq!(wait_seconds(folder.path(), START).unwrap(), 31, "{bytes:?}");
            assert_eq!(wait_seconds(folder.path(), START + 30_000).unwrap(), 0);
        }
    }
}
