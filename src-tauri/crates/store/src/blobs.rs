//! Evidence files: one encrypted file for each in the folder `blobs`, under a random name and a key of its own, which
//! stands in the database only. To purge a blob is to delete its key and its file.
//!
//! A file is a header (magic, format, nonce prefix) and chunks of 64 KiB, each sealed with its own tag. The nonce of a
//! chunk is the prefix, its number and whether it is the last (the STREAM construction): chunks cannot be exchanged,
//! left out or added without notice, and any of them can be read without the others.

use crate::files::{self, Unfinished};
use crate::secret::{self, Key, NONCE, TAG};
use crate::{Result, StoreError};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The folder of the blobs in the workspace's folder.
pub const FOLDER: &str = "blobs";

const MAGIC: &[u8; 8] = b"KTBLOB\0\x01";
const PREFIX: usize = NONCE - 5;
const HEADER: usize = MAGIC.len() + PREFIX;
const CHUNK: usize = 64 * 1024;
const TEMPORARY: &str = ".tmp";

/// A blob as it was written; the database keeps all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlobFile {
    /// The name of the file: 32 hexadecimal digits.
    pub name: String,
    /// Its key, which nothing but the database holds.
    pub key: Key,
    /// The length of the content.
    pub size: u64,
    /// The SHA-256 of the content.
    pub sha256: [u8; 32],
}

/// The blobs of one workspace.
#[derive(Clone, Debug)]
pub struct Blobs {
    folder: PathBuf,
}

impl Blobs {
    /// The blobs of the workspace in this folder.
    pub fn of(workspace: &Path) -> Blobs {
        Blobs { folder: workspace.join(FOLDER) }
    }

    /// Encrypts all that the reader gives. When this returns, the file is durable under its name; the transaction that
    /// refers to it comes afterwards. Memory does not grow with the content.
    pub fn write(&self, content: &mut dyn Read) -> Result<BlobFile> {
        files::make_folder(&self.folder)?;
        let name = files::hex(&secret::random::<16>()?);
        let (key, prefix) = (Key::random()?, secret::random::<PREFIX>()?);
        let path = self.folder.join(&name);
        let temporary = files::with_suffix(&path, TEMPORARY);
        let file = files::create_new(&temporary)?;
        let unfinished = Unfinished::new(temporary.clone());
        let failed = files::failed("write", &temporary);

        let mut out = BufWriter::with_capacity(CHUNK, file);
        out.write_all(MAGIC).and_then(|()| out.write_all(&prefix)).map_err(&failed)?;
        let (mut size, mut sum) = (0, Sha256::new());
        let (mut chunk, mut ahead) = (Zeroizing::new(vec![0; CHUNK]), Zeroizing::new(vec![0; CHUNK]));
        let mut length = fill_from(content, &mut chunk)?;
        for number in 0.. {
            // Whether a chunk is the last shows only when the next one is found empty.
            let next = if length == CHUNK { fill_from(content, &mut ahead)? } else { 0 };
            sum.update(&chunk[..length]);
            size += length as u64;
            let sealed = key.seal(&nonce(&prefix, number, next == 0), MAGIC, &chunk[..length])?;
            out.write_all(&sealed).map_err(&failed)?;
            if next == 0 {
                break;
            }
            if number == u32::MAX {
                return Err(failed(io::ErrorKind::FileTooLarge.into()));
            }
            std::mem::swap(&mut chunk, &mut ahead);
            length = next;
        }
        let file = out.into_inner().map_err(|e| failed(e.into_error()))?;
        file.sync_all().map_err(&failed)?;
        drop(file);
        files::rename(&temporary, &path)?;
        unfinished.finished();
        Ok(BlobFile { name, key, size, sha256: sum.finalize().into() })
    }

    /// A reader of a part of a blob. Only the chunks that hold the part are read.
    pub fn open_range(&self, name: &str, key: &Key, size: u64, range: Range<u64>) -> Result<BlobReader> {
        let path = self.path(name)?;
        let file = File::open(&path).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => damaged(),
            _ => files::failed("open", &path)(e),
        })?;
        let length = file.metadata().map_err(files::failed("read", &path))?.len();
        let last = size.div_ceil(CHUNK as u64).max(1) - 1;
        let expected = size.checked_add(HEADER as u64 + (last + 1) * TAG as u64).ok_or_else(damaged)?;
        if length < expected {
            return Err(StoreError::Truncated { what: "blob".into() });
        }
        let mut reader =
            BlobReader { file, key: key.clone(), prefix: [0; PREFIX], size, last, at: 0, end: 0, chunk: None };
        let mut magic = [0; 8];
        let header = reader.file.read_exact(&mut magic).and_then(|()| reader.file.read_exact(&mut reader.prefix));
        header.map_err(files::failed("read", &path))?;
        if magic != *MAGIC || length != expected {
            return Err(damaged());
        }
        reader.end = range.end.min(size);
        reader.at = range.start.min(reader.end);
        Ok(reader)
    }

    /// A reader of a whole blob.
    pub fn open(&self, blob: &BlobFile) -> Result<BlobReader> {
        self.open_range(&blob.name, &blob.key, blob.size, 0..blob.size)
    }

    /// The bytes of a part of a blob; for pages and images, which fit into memory.
    pub fn read(&self, blob: &BlobFile, range: Range<u64>) -> Result<Vec<u8>> {
        let mut reader = self.open_range(&blob.name, &blob.key, blob.size, range)?;
        let mut bytes = Vec::with_capacity(reader.remaining() as usize);
        reader.read_to_end(&mut bytes).map_err(|e| files::from_io("read blob".into(), e))?;
        Ok(bytes)
    }

    /// Reads a whole blob and compares it with the sum in the database.
    pub fn verify(&self, blob: &BlobFile) -> Result<()> {
        let mut sum = Sha256::new();
        let mut reader = self.open(blob)?;
        let mut chunk = Zeroizing::new(vec![0; CHUNK]);
        loop {
            let length = fill_from(&mut reader, &mut chunk)?;
            sum.update(&chunk[..length]);
            if length < CHUNK {
                break;
            }
        }
        if <[u8; 32]>::from(sum.finalize()) == blob.sha256 { Ok(()) } else { Err(damaged()) }
    }

    /// Removes the file of a blob whose key has been deleted; that it is gone already is no error.
    pub fn purge(&self, name: &str) -> Result<()> {
        files::remove_if_there(&self.path(name)?)?;
        files::sync_folder(&self.folder)
    }

    /// Removes the files no row knows: those of attachments that never came to their transaction. Call it at opening,
    /// before anything is attached. Returns how many were removed.
    pub fn sweep(&self, known: &BTreeSet<String>) -> Result<usize> {
        if !self.folder.exists() {
            return Ok(0);
        }
        let mut removed = 0;
        for name in files::names_in(&self.folder)? {
            if is_name(name.strip_suffix(TEMPORARY).unwrap_or(&name)) && !known.contains(&name) {
                files::remove_if_there(&self.folder.join(name))?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    fn path(&self, name: &str) -> Result<PathBuf> {
        // A name from elsewhere must not lead out of the folder.
        if is_name(name) { Ok(self.folder.join(name)) } else { Err(damaged()) }
    }
}

/// Whether this is the name of a blob.
pub(crate) fn is_name(name: &str) -> bool {
    name.len() == 32 && name.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Reads a part of a blob, one chunk at a time. Its errors are [`StoreError`]s inside [`io::Error`]s.
#[derive(Debug)]
pub struct BlobReader {
    file: File,
    key: Key,
    prefix: [u8; PREFIX],
    size: u64,
    last: u64,
    at: u64,
    end: u64,
    chunk: Option<(u64, Zeroizing<Vec<u8>>)>,
}

impl BlobReader {
    /// How many bytes are still to come.
    pub fn remaining(&self) -> u64 {
        self.end - self.at
    }

    fn load(&mut self, number: u64) -> Result<Zeroizing<Vec<u8>>> {
        let start = number * CHUNK as u64;
        let length = (self.size - start).min(CHUNK as u64) as usize + TAG;
        let mut sealed = vec![0; length];
        let position = HEADER as u64 + start + number * TAG as u64;
        let read = self.file.seek(SeekFrom::Start(position)).and_then(|_| self.file.read_exact(&mut sealed));
        read.map_err(|e| files::from_io("read blob".into(), e))?;
        let number = u32::try_from(number).map_err(|_| damaged())?;
        let nonce = nonce(&self.prefix, number, u64::from(number) == self.last);
        self.key.unseal(&nonce, MAGIC, &sealed).ok_or_else(damaged)
    }
}

impl Read for BlobReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // An empty blob has one chunk too, and its tag says that nothing was cut off.
        let unread_empty = self.size == 0 && self.chunk.is_none();
        if (self.at >= self.end && !unread_empty) || buffer.is_empty() {
            return Ok(0);
        }
        let number = self.at / CHUNK as u64;
        let chunk = match self.chunk.take() {
            Some((loaded, chunk)) if loaded == number => chunk,
            _ => self.load(number).map_err(io::Error::other)?,
        };
        let from = (self.at % CHUNK as u64) as usize;
        let most = chunk.len().saturating_sub(from).min((self.end - self.at) as usize);
        let length = most.min(buffer.len());
        buffer[..length].copy_from_slice(&chunk[from..from + length]);
        self.at += length as u64;
        self.chunk = Some((number, chunk));
        Ok(length)
    }
}

fn nonce(prefix: &[u8; PREFIX], number: u32, last: bool) -> [u8; NONCE] {
    let mut nonce = [0; NONCE];
    nonce[..PREFIX].copy_from_slice(prefix);
    nonce[PREFIX..NONCE - 1].copy_from_slice(&number.to_be_bytes());
    nonce[NONCE - 1] = last.into();
    nonce
}

/// Reads until the buffer is full or nothing is left.
fn fill_from(content: &mut dyn Read, buffer: &mut [u8]) -> Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match content.read(&mut buffer[length..]) {
            Ok(0) => break,
            Ok(n) => length += n,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(files::from_io("read the content of a blob".into(), e)),
        }
    }
    Ok(length)
}

fn damaged() -> StoreError {
    StoreError::Damaged { what: "blob".into() }
}

#[cfg(test)]
#[path = "blobs_tests.rs"]
mod tests;
