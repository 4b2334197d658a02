//! Backups: one file with everything (by hand, or to hand a workspace over), or a file for each generation with the
//! evidence beside it (automatic). Both are the same format, and both are restored into a new folder. No passphrase is
//! needed for either: the file holds what the workspace's folder holds, encrypted as it is there.

use crate::container::{self, Counter, Header, Kind, Reader, Section, Writer, damaged};
use crate::files::{self, Progress, Unfinished};
use crate::slots::{Keys, SLOTS_FILE, Slots};
use crate::{Result, StoreError, blobs, cipher, generation};
use domain::Id;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The end of the name of a backup file.
pub const EXTENSION: &str = "kansa-backup";

const MOST_SLOTS: u64 = 1024 * 1024;

/// The open workspace a backup is made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its folder.
    pub folder: &'a Path,
    /// Its slots as they stand on the disk.
    pub slots: &'a Slots,
    /// Its keys; the copy is opened once, to check it.
    pub keys: &'a Keys,
    /// The head of its journal.
    pub head: [u8; 32],
    /// Now, in milliseconds since 1970 (UTC).
    pub now_ms: i64,
}

/// What a backup file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupInfo {
    /// Its header.
    pub header: Header,
    /// How many evidence files belong to it.
    pub blobs: usize,
    /// How long the file is.
    pub bytes: u64,
    /// Whether the evidence stands in a folder beside it, as with automatic backups.
    pub beside: bool,
}

/// Writes everything into one file. The workspace may be worked on meanwhile; the backup holds what it was at the start.
pub fn backup(source: &Source, to: &Path, progress: Progress) -> Result<BackupInfo> {
    write(source, to, None, progress)
}

/// Makes an automatic backup in a second folder, which may serve several workspaces. Evidence that is there already is
/// not copied again, and only the newest `keep` backups of this workspace stay.
pub fn auto_backup(source: &Source, folder: &Path, keep: usize, progress: Progress) -> Result<PathBuf> {
    let own = folder.join(format!("kansa-{}", source.slots.workspace()));
    let beside = own.join(blobs::FOLDER);
    files::make_folder(&beside)?;
    let path = own.join(format!("{}.{EXTENSION}", file_stamp(source.now_ms)));
    write(source, &path, Some(&beside), progress)?;
    prune(&own, source.slots.workspace(), keep.max(1), &path)?;
    Ok(path)
}

/// Reads what a backup says about itself and whether it is complete; [`verify`] also reads the contents.
pub fn inspect(file: &Path) -> Result<BackupInfo> {
    let mut reader = Reader::open(file)?;
    let mut info = BackupInfo { header: reader.header.clone(), blobs: 0, bytes: reader.length, beside: false };
    let mut seen = Seen::default();
    while let Some(section) = reader.next(false)? {
        seen.accept(&section)?;
        info.blobs += usize::from(matches!(section.kind, Kind::Blob | Kind::Outside));
        info.beside |= section.kind == Kind::Outside;
        reader.skip(&section)?;
    }
    seen.complete()?;
    Ok(info)
}

/// Reads a backup to its end and compares every sum, also of the evidence beside it.
pub fn verify(file: &Path, progress: Progress) -> Result<BackupInfo> {
    let info = inspect(file)?;
    let mut reader = Reader::open(file)?;
    let mut counter = Counter::new(progress, total(file)?);
    while let Some(section) = reader.next(true)? {
        take(&mut reader, &section, file, &mut io::sink(), &mut counter)?;
    }
    Ok(info)
}

/// Makes a workspace of a backup in a new folder. It appears only when every sum was right.
pub fn restore(file: &Path, folder: &Path, progress: Progress) -> Result<BackupInfo> {
    let info = inspect(file)?;
    let mut counter = Counter::new(progress, total(file)?);
    files::fill_folder(folder, |partial| {
        let blob_folder = partial.join(blobs::FOLDER);
        files::make_folder(&blob_folder)?;
        let mut reader = Reader::open(file)?;
        let mut database = String::new();
        while let Some(section) = reader.next(true)? {
            // Only names of our own making are used, whatever the file says.
            let path = match section.kind {
                Kind::Slots => partial.join(SLOTS_FILE),
                Kind::Database => partial.join(&database),
                Kind::Blob | Kind::Outside if blobs::is_name(&section.name) => blob_folder.join(&section.name),
                Kind::Blob | Kind::Outside => return Err(damaged()),
            };
            let mut out = files::create_new(&path)?;
            take(&mut reader, &section, file, &mut out, &mut counter)?;
            out.sync_all().map_err(files::failed("write", &path))?;
            if section.kind == Kind::Slots {
                let slots = Slots::read(partial)?;
                let header = &info.header;
                if (slots.workspace(), slots.generation()) != (header.workspace, header.generation) {
                    return Err(damaged());
                }
                database = slots.database_name();
            }
        }
        files::sync_folder(&blob_folder)
    })?;
    Ok(info)
}

fn write(source: &Source, to: &Path, beside: Option<&Path>, progress: Progress) -> Result<BackupInfo> {
    let partial = files::with_suffix(to, ".partial");
    files::remove_if_there(&partial)?;
    // The database is read twice: into the snapshot, and from there into the backup.
    let before = size(&source.folder.join(source.slots.database_name()))?;
    let evidence = evidence_in(&source.folder.join(blobs::FOLDER))?.into_values().sum::<u64>();
    let total = 2 * before + evidence;
    let (copy, _removed_at_the_end) = snapshot(source, to, &mut |done, _| progress(done.min(before), total))?;

    // Evidence attached after the snapshot comes along as well; it is swept when the restored workspace is opened.
    let from = source.folder.join(blobs::FOLDER);
    let blobs = evidence_in(&from)?;
    let slots = source.folder.join(SLOTS_FILE);
    let mut counter = Counter::new(progress, total).after(before);
    let header = Header {
        workspace: source.slots.workspace(),
        created_ms: source.now_ms,
        generation: source.slots.generation(),
        head: source.head,
    };
    let unfinished = Unfinished::new(partial.clone());
    let mut writer = Writer::new(files::create_new(&partial)?, &header)?;
    for (kind, path) in [(Kind::Slots, &slots), (Kind::Database, &copy)] {
        writer.section(kind, "", size(path)?, &mut open(path)?, &mut counter)?;
    }
    let known = beside.map_or(Ok(BTreeMap::new()), |folder| known_sums(folder, source.slots.workspace()))?;
    for (name, length) in &blobs {
        let path = from.join(name);
        match beside {
            None => writer.section(Kind::Blob, name, *length, &mut open(&path)?, &mut counter)?,
            Some(folder) => {
                let there = size(&folder.join(name)).ok() == Some(*length);
                let sum = match known.get(name) {
                    Some(sum) if there => *sum,
                    _ => copy_beside(&path, &folder.join(name), *length, &mut counter)?,
                };
                writer.outside(name, *length, &sum)?;
            }
        }
    }
    writer.finish()?;
    if let Some(folder) = beside {
        files::sync_folder(folder)?;
    }
    files::rename(&partial, to)?;
    unfinished.finished();
    inspect(to)
}

/// Makes the copy of the database that goes into the backup. It is made in the workspace's folder, because SQLite's
/// locks fail on many network shares; only where there is no room, beside the backup.
fn snapshot(source: &Source, to: &Path, progress: Progress) -> Result<(PathBuf, Unfinished)> {
    let (key, salt) = (source.keys.database(), source.slots.database_salt());
    let mut conn = generation::connect(source.folder, source.slots, source.keys)?;
    let mut at = |path: PathBuf| {
        let removed_at_the_end = Unfinished::new(path.clone());
        cipher::snapshot(&mut conn, &path, &key, salt, progress).map(|()| (path, removed_at_the_end))
    };
    match at(source.folder.join(generation::snapshot_name()?)) {
        Err(StoreError::DiskFull) => at(files::with_suffix(to, ".partial-db")),
        other => other,
    }
}

/// Copies one evidence file; it appears under its name only whole.
fn copy_beside(from: &Path, to: &Path, length: u64, counter: &mut Counter) -> Result<[u8; 32]> {
    let temporary = files::with_suffix(to, ".tmp");
    files::remove_if_there(&temporary)?;
    let unfinished = Unfinished::new(temporary.clone());
    let mut out = files::create_new(&temporary)?;
    let sum = container::copy(&mut open(from)?, &mut out, length, counter)?;
    out.sync_all().map_err(files::failed("write", &temporary))?;
    drop(out);
    fs::rename(&temporary, to).map_err(files::failed("rename", &temporary))?;
    unfinished.finished();
    Ok(sum)
}

/// Takes the content of a section, wherever it stands, and compares its sum.
fn take(
    reader: &mut Reader,
    section: &Section,
    file: &Path,
    to: &mut dyn io::Write,
    counter: &mut Counter,
) -> Result<()> {
    if section.kind != Kind::Outside {
        return reader.content(section, to, counter);
    }
    let sum = reader.sum()?;
    let path = beside_of(file).join(&section.name);
    let missing = |error| match error {
        StoreError::Io { source, .. } if source.kind() == io::ErrorKind::NotFound => damaged(),
        error => error,
    };
    if size(&path).map_err(missing)? != section.length {
        return Err(container::truncated());
    }
    let copied = container::copy(&mut open(&path)?, to, section.length, counter)?;
    if copied == sum { Ok(()) } else { Err(damaged()) }
}

/// Which sections a backup must have: the slots, then the database, then evidence with names of its own.
#[derive(Default)]
struct Seen {
    slots: bool,
    database: bool,
    blobs: BTreeSet<String>,
}

impl Seen {
    fn accept(&mut self, section: &Section) -> Result<()> {
        let fine = match section.kind {
            Kind::Slots => !std::mem::replace(&mut self.slots, true) && section.length <= MOST_SLOTS,
            Kind::Database => self.slots && !std::mem::replace(&mut self.database, true),
            Kind::Blob | Kind::Outside => {
                self.database && blobs::is_name(&section.name) && self.blobs.insert(section.name.clone())
            }
        };
        if fine { Ok(()) } else { Err(damaged()) }
    }

    fn complete(&self) -> Result<()> {
        if self.slots && self.database { Ok(()) } else { Err(damaged()) }
    }
}

/// How many bytes a verification or a restore reads.
fn total(file: &Path) -> Result<u64> {
    let mut reader = Reader::open(file)?;
    let mut total = 0u64;
    while let Some(section) = reader.next(false)? {
        total = total.saturating_add(section.length);
        reader.skip(&section)?;
    }
    Ok(total)
}

/// The automatic backups of a workspace in a folder, newest first.
pub fn automatic(folder: &Path, workspace: Id) -> Result<Vec<PathBuf>> {
    let own = folder.join(format!("kansa-{workspace}"));
    if own.is_dir() { backups_in(&own, workspace) } else { Ok(Vec::new()) }
}

fn backups_in(own: &Path, workspace: Id) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for name in files::names_in(own)?.into_iter().filter(|name| is_backup_name(name)) {
        let path = own.join(&name);
        match Reader::open(&path) {
            Ok(reader) if reader.header.workspace == workspace => found.push((reader.header.created_ms, path)),
            // What cannot be read is neither counted nor removed.
            _ => {}
        }
    }
    found.sort();
    Ok(found.into_iter().rev().map(|(_, path)| path).collect())
}

/// Removes all but the newest backups, and then the evidence none of them refers to.
fn prune(own: &Path, workspace: Id, keep: usize, newest: &Path) -> Result<()> {
    let mut backups = backups_in(own, workspace)?;
    // The one just made stays, even if the clock was set back and it looks old.
    backups.retain(|path| path != newest);
    for old in backups.drain((keep - 1).min(backups.len())..) {
        files::remove_if_there(&old)?;
    }
    let mut needed = BTreeSet::new();
    for name in files::names_in(own)?.into_iter().filter(|name| is_backup_name(name)) {
        match references(&own.join(name)) {
            Ok(names) => needed.extend(names.into_keys()),
            // A backup that cannot be read may refer to anything.
            Err(_) => return Ok(()),
        }
    }
    let folder = own.join(blobs::FOLDER);
    for name in files::names_in(&folder)? {
        if blobs::is_name(name.strip_suffix(".tmp").unwrap_or(&name)) && !needed.contains(&name) {
            files::remove_if_there(&folder.join(name))?;
        }
    }
    Ok(())
}

/// The sums of the evidence that stands beside earlier backups.
fn known_sums(beside: &Path, workspace: Id) -> Result<BTreeMap<String, [u8; 32]>> {
    let mut known = BTreeMap::new();
    let own = beside.parent().unwrap_or(beside);
    for path in backups_in(own, workspace)? {
        known.extend(references(&path).unwrap_or_default());
    }
    Ok(known)
}

/// The evidence a backup refers to, with its sums.
fn references(file: &Path) -> Result<BTreeMap<String, [u8; 32]>> {
    let mut reader = Reader::open(file)?;
    let mut found = BTreeMap::new();
    while let Some(section) = reader.next(false)? {
        if section.kind == Kind::Outside {
            found.insert(section.name, reader.sum()?);
        } else {
            reader.skip(&section)?;
        }
    }
    Ok(found)
}

/// The evidence files in a folder with their lengths.
fn evidence_in(folder: &Path) -> Result<BTreeMap<String, u64>> {
    if !folder.is_dir() {
        return Ok(BTreeMap::new());
    }
    let names = files::names_in(folder)?.into_iter().filter(|name| blobs::is_name(name));
    names.map(|name| size(&folder.join(&name)).map(|length| (name, length))).collect()
}

fn beside_of(file: &Path) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(blobs::FOLDER)
}

fn is_backup_name(name: &str) -> bool {
    name.strip_suffix(EXTENSION).is_some_and(|front| front.ends_with('.'))
}

/// A time as part of a file name, e.g. `20261121T090000.123Z`; names sort as the times do.
fn file_stamp(ms: i64) -> String {
    let time = jiff::Timestamp::from_millisecond(ms).unwrap_or_default();
    time.strftime("%Y%m%dT%H%M%S.%3fZ").to_string()
}

fn size(path: &Path) -> Result<u64> {
    fs::metadata(path).map(|file| file.len()).map_err(files::failed("read", path))
}

fn open(path: &Path) -> Result<File> {
    File::open(path).map_err(files::failed("open", path))
}

#[cfg(test)]
#[path = "backup_tests.rs"]
mod tests;
