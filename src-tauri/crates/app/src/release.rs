//! The only way a file leaves: it carries its class in its name, and it stands in the register of what left.

use crate::dto::Exported;
use crate::error::{ErrorDto, Result, required};
use crate::queries::journal::hex;
use crate::session::Session;
use sha2::{Digest, Sha256};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use store::tables::Release;
use store::{Committed, OpMeta, StoreError, Tx};

/// A file that is about to leave.
pub struct Released<'a> {
    /// The name it should have, with its class; see [`file_name`].
    pub name: String,
    /// What it is, e.g. `report-pdf`.
    pub kind: &'a str,
    /// Its level of confidentiality: the highest of all its parts.
    pub class_level: String,
    /// To whom it goes.
    pub recipient: &'a str,
    /// On what ground it may go.
    pub basis: &'a str,
    /// What stands in it.
    pub bytes: Vec<u8>,
    /// The handle of the file to write, or of the folder to write it into.
    pub destination: &'a str,
    /// What the person should know about it.
    pub warnings: Vec<String>,
}

/// Writes a file and its line in the register: either both are there afterwards or neither is.
pub fn release(session: &mut Session, meta: OpMeta, released: Released<'_>) -> Result<Committed<Exported>> {
    release_with(session, meta, released, |_| Ok(()))
}

/// Writes a file, its line in the register, and what else is known once it has left; all of it or nothing.
pub fn release_with(
    session: &mut Session,
    meta: OpMeta,
    released: Released<'_>,
    also: impl FnOnce(&mut Tx<'_>) -> Result<()>,
) -> Result<Committed<Exported>> {
    let recipient = required("recipient", released.recipient)?;
    let basis = required("basis", released.basis)?;
    let label = session.class_label(&released.class_level);
    let chosen = session.handles.destination(released.destination)?;
    let path = destination(&chosen, &released.name, &label);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let sha256 = hex(&Sha256::digest(&released.bytes));
    let size = i64::try_from(released.bytes.len()).unwrap_or(i64::MAX);
    let (at, person) = (session.now(), session.person);
    let unnamed = Unnamed::write(&path, &released.bytes, session.env.random())?;
    let committed = session.transact(meta, |tx| {
        tx.put(&Release {
            id: tx.new_id(),
            at,
            name: name.clone(),
            kind: released.kind.to_owned(),
            class_level: released.class_level.clone(),
            recipient,
            basis,
            sha256: sha256.clone(),
            size,
            person: Some(person),
        })?;
        also(tx)?;
        // The file gets its name as the last step before the commit, so that one that cannot be replaced, e.g. because
        // it is open in another program, leaves no line behind.
        unnamed.name(&path)?;
        Ok(Exported { name, size, sha256, warnings: released.warnings })
    });
    if committed.is_err() && unnamed.is_named() {
        // What is not in the register must not be there; that the commit failed is what the person is told.
        let _ = fs::remove_file(&path);
    }
    committed
}

/// The name of a file: its class, and parts joined by `_`. What Windows does not allow in a name, and what would show
/// it otherwise than it is, is replaced.
pub fn file_name(class_label: &str, parts: &[&str], extension: &str) -> String {
    let parts: Vec<String> = parts.iter().map(|part| plain(part)).filter(|part| !part.is_empty()).collect();
    let stem: String = format!("{}{}", plain(class_label), parts.join("_"));
    // File systems count 255 bytes, a character of Japanese has three, and a copy may get something added.
    let mut end = stem.len().min(200);
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}.{extension}", stem[..end].trim_end_matches(['.', ' ']))
}

fn plain(text: &str) -> String {
    let shown = |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let allowed = |c: char| {
        let refused = c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*');
        if refused { '_' } else { c }
    };
    text.trim().chars().filter(shown).map(allowed).collect()
}

/// The highest of some levels, in the order of a scale. A level the scale does not know counts as its highest: who
/// does not know how confidential something is treats it as confidential.
pub fn highest<'a>(scale: &[String], levels: impl IntoIterator<Item = &'a str>) -> String {
    let top = scale.len().saturating_sub(1);
    let place = |level: &str| scale.iter().position(|known| known == level).unwrap_or(top);
    let highest = levels.into_iter().filter(|level| !level.is_empty()).map(place).max().unwrap_or(top);
    scale.get(highest).cloned().unwrap_or_default()
}

/// Where the file goes. A person may choose the place and the name, but not a name without the class.
fn destination(chosen: &Path, name: &str, label: &str) -> PathBuf {
    if chosen.is_dir() {
        return unused(chosen.join(name));
    }
    let given = chosen.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if given.contains(label) {
        return chosen.to_path_buf();
    }
    unused(chosen.with_file_name(format!("{label}{given}")))
}

/// Nobody was asked whether a file under this name may be replaced, so it is not.
fn unused(path: PathBuf) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let extension = path.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
    let others = (2..1000).map(|n| path.with_file_name(format!("{stem} ({n}){extension}")));
    std::iter::once(path.clone()).chain(others).find(|path| !path.exists()).unwrap_or(path)
}

/// A file that is safe on disk beside its destination and has not got its name yet. Unless it gets it, it goes again.
struct Unnamed(PathBuf);

impl Unnamed {
    fn write(path: &Path, bytes: &[u8], random: [u8; 16]) -> Result<Unnamed> {
        let unnamed = Unnamed(path.with_file_name(format!(".{}.tmp", hex(&random[8..]))));
        let written = OpenOptions::new().write(true).create_new(true).open(&unnamed.0).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        written.map_err(|error| failed(path, &error))?;
        Ok(unnamed)
    }

    fn name(&self, path: &Path) -> Result<()> {
        fs::rename(&self.0, path).and_then(|()| sync_folder_of(path)).map_err(|error| failed(path, &error))
    }

    fn is_named(&self) -> bool {
        !self.0.exists()
    }
}

impl Drop for Unnamed {
    fn drop(&mut self) {
        // There is nobody left to tell: the error that ended the work is the one that counts.
        let _ = fs::remove_file(&self.0);
    }
}

/// Makes the new name durable. Windows has no such call; there the journal of NTFS does it.
fn sync_folder_of(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")))?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

fn failed(path: &Path, error: &io::Error) -> ErrorDto {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    if matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge) {
        return StoreError::DiskFull.into();
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    ErrorDto::new("file-unwritable").arg("file", name).arg("detail", error).at("destination")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_the_class_and_nothing_that_windows_refuses() {
        let name = file_name("【機密性3】", &["令和8年度", "情報セキュリティ監査報告書", "青葉広域連合", "案"], "pdf");
        assert_eq!(name, "【機密性3】令和8年度_情報セキュリティ監査報告書_青葉広域連合_案.pdf");
        for (part, expected) in [
            ("a/b\\c:d*e?f\"g<h>i|j", "La_b_c_d_e_f_g_h_i_j.xlsx"),
            ("課\u{202e}fdp", "L課fdp.xlsx"),
            ("一\n二", "L一_二.xlsx"),
            ("末尾. ", "L末尾.xlsx"),
            ("", "L.xlsx"),
        ] {
            assert_eq!(file_name("L", &[part], "xlsx"), expected, "{part:?}");
        }
        let long = file_name("【機密性3】", &["課".repeat(300).as_str()], "pdf");
        assert!(long.len() <= 204 && long.ends_with("課.pdf"), "a file system must take it, cut between characters");
    }

    #[test]
    fn the_whole_is_as_confidential_as_its_most_confidential_part() {
        let scale = ["1", "2", "3"].map(str::to_owned);
        for (parts, expected) in
            [(&["1"][..], "1"), (&["1", "3", "2"], "3"), (&["2", ""], "2"), (&["1", "?"], "3"), (&[], "3")]
        {
            assert_eq!(highest(&scale, parts.iter().copied()), expected, "{parts:?}");
        }
    }

    #[test]
    fn a_file_keeps_its_class_wherever_it_goes_and_replaces_only_what_was_chosen() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        assert_eq!(destination(folder.path(), "【機密性3】a.pdf", "【機密性3】"), path("【機密性3】a.pdf"));
        assert_eq!(destination(&path("b.pdf"), "x", "【機密性3】"), path("【機密性3】b.pdf"));
        fs::write(path("【機密性3】b.pdf"), b"old").unwrap();
        assert_eq!(destination(&path("b.pdf"), "x", "【機密性3】"), path("【機密性3】b (2).pdf"));
        assert_eq!(destination(&path("【機密性3】b.pdf"), "x", "【機密性3】"), path("【機密性3】b.pdf"));
    }

    #[test]
    fn a_full_disk_has_its_own_code() {
        for (kind, code) in
            [(io::ErrorKind::StorageFull, "disk-full"), (io::ErrorKind::PermissionDenied, "file-unwritable")]
        {
            assert_eq!(failed(Path::new("x.pdf"), &kind.into()).code, code);
        }
    }

    #[test]
    fn a_file_that_gets_no_name_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        drop(Unnamed::write(&path, b"a", [1; 16]).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let unnamed = Unnamed::write(&path, b"a", [1; 16]).unwrap();
        assert!(!unnamed.is_named());
        unnamed.name(&path).unwrap();
        assert!(unnamed.is_named());
        drop(unnamed);
        assert_eq!(fs::read(&path).unwrap(), b"a");
    }
}
