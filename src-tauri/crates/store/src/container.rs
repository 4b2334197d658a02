//! The format of a backup file: a header and sections, each with its length and SHA-256, and a SHA-256 over everything
//! at the end. It is written and read in one pass. What is in the sections is encrypted already.

use crate::files::{self, Fields, Progress};
use crate::{Result, StoreError};
use domain::Id;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// The format this program writes.
pub(crate) const FORMAT: u16 = 1;

const MAGIC: &[u8; 16] = b"KANSATECHOBACKUP";
const HEADER: usize = 16 + 2 + 16 + 8 + 4 + 32;
const BUFFER: usize = 256 * 1024;
const LONGEST_NAME: usize = 64;

/// What a backup says about itself before any key is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The id of the workspace.
    pub workspace: Id,
    /// When it was made, in milliseconds since 1970 (UTC).
    pub created_ms: i64,
    /// The generation of its database.
    pub generation: u32,
    /// The head of the journal at that time, to compare with the anchor on paper.
    pub head: [u8; 32],
}

/// What a section holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Slots = 1,
    Database = 2,
    Blob = 3,
    /// A blob whose file stands beside the backup, in a folder that several backups share; the section has only its
    /// length and sum.
    Outside = 4,
}

impl Kind {
    fn of(tag: u8) -> Option<Kind> {
        [Kind::Slots, Kind::Database, Kind::Blob, Kind::Outside].into_iter().find(|kind| *kind as u8 == tag)
    }
}

/// The head of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Section {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    pub(crate) length: u64,
}

/// Counts bytes for the progress of the whole.
pub(crate) struct Counter<'a> {
    progress: Progress<'a>,
    done: u64,
    total: u64,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(progress: Progress<'a>, total: u64) -> Counter<'a> {
        Counter { progress, done: 0, total }
    }

    /// The same, when so much of the whole is done already.
    pub(crate) fn after(self, done: u64) -> Counter<'a> {
        Counter { done, ..self }
    }

    fn add(&mut self, bytes: usize) -> Result<()> {
        self.done += bytes as u64;
        if (self.progress)(self.done.min(self.total), self.total).is_break() {
            return Err(StoreError::Cancelled);
        }
        Ok(())
    }
}

/// Copies so many bytes and gives their SHA-256.
pub(crate) fn copy(
    from: &mut dyn Read,
    to: &mut dyn Write,
    mut length: u64,
    counter: &mut Counter,
) -> Result<[u8; 32]> {
    let (mut sum, mut buffer) = (Sha256::new(), vec![0; BUFFER]);
    while length > 0 {
        let wanted = length.min(BUFFER as u64) as usize;
        from.read_exact(&mut buffer[..wanted]).map_err(read_failed)?;
        sum.update(&buffer[..wanted]);
        to.write_all(&buffer[..wanted]).map_err(|e| files::from_io("write backup".into(), e))?;
        length -= wanted as u64;
        counter.add(wanted)?;
    }
    Ok(sum.finalize().into())
}

/// Writes a container; it is finished only by [`Writer::finish`].
pub(crate) struct Writer {
    out: Summing<BufWriter<File>>,
}

impl Writer {
    pub(crate) fn new(file: File, header: &Header) -> Result<Writer> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend(header.workspace.as_bytes());
        bytes.extend(header.created_ms.to_le_bytes());
        bytes.extend(header.generation.to_le_bytes());
        bytes.extend(header.head);
        let sum: [u8; 32] = Sha256::digest(&bytes).into();
        bytes.extend(sum);
        let mut writer = Writer { out: Summing::new(BufWriter::with_capacity(BUFFER, file)) };
        writer.put(&bytes)?;
        Ok(writer)
    }

    pub(crate) fn section(
        &mut self,
        kind: Kind,
        name: &str,
        length: u64,
        content: &mut dyn Read,
        counter: &mut Counter,
    ) -> Result<()> {
        self.head(kind, name, length)?;
        let sum = copy(content, &mut self.out, length, counter)?;
        self.put(&sum)
    }

    pub(crate) fn outside(&mut self, name: &str, length: u64, sum: &[u8; 32]) -> Result<()> {
        self.head(Kind::Outside, name, length)?;
        self.put(sum)
    }

    pub(crate) fn finish(mut self) -> Result<()> {
        self.put(&[0])?;
        let sum: [u8; 32] = self.out.sum.clone().finalize().into();
        self.put(&sum)?;
        let failed = |e| files::from_io("write backup".into(), e);
        self.out.inner.into_inner().map_err(|e| failed(e.into_error()))?.sync_all().map_err(failed)
    }

    fn head(&mut self, kind: Kind, name: &str, length: u64) -> Result<()> {
        self.put(&[kind as u8, name.len() as u8])?;
        self.put(name.as_bytes())?;
        self.put(&length.to_le_bytes())
    }

    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.out.write_all(bytes).map_err(|e| files::from_io("write backup".into(), e))
    }
}

/// Reads a container section by section.
pub(crate) struct Reader {
    input: Summing<BufReader<File>>,
    pub(crate) header: Header,
    pub(crate) length: u64,
    at: u64,
}

impl Reader {
    pub(crate) fn open(path: &Path) -> Result<Reader> {
        let file = File::open(path).map_err(files::failed("open", path))?;
        let metadata = file.metadata().map_err(files::failed("open", path))?;
        let not_one = || StoreError::NotABackup { path: path.to_owned() };
        if !metadata.is_file() {
            return Err(not_one());
        }
        let mut input = Summing::new(BufReader::with_capacity(BUFFER, file));
        let mut bytes = Vec::new();
        (&mut input).take((HEADER + 32) as u64).read_to_end(&mut bytes).map_err(read_failed)?;
        if !bytes.starts_with(&MAGIC[..bytes.len().min(MAGIC.len())]) || bytes.is_empty() {
            return Err(not_one());
        }
        let header = parse_header(&bytes)?;
        Ok(Reader { input, header, length: metadata.len(), at: bytes.len() as u64 })
    }

    /// The head of the next section, or nothing at the end of the container, whose sum is compared if all was read.
    pub(crate) fn next(&mut self, all_read: bool) -> Result<Option<Section>> {
        let [tag] = self.take()?;
        if tag == 0 {
            let counted: [u8; 32] = self.input.sum.clone().finalize().into();
            let sum: [u8; 32] = self.take()?;
            let right = (!all_read || counted == sum) && self.at == self.length;
            return if right { Ok(None) } else { Err(damaged()) };
        }
        let kind = Kind::of(tag).ok_or_else(damaged)?;
        let [length] = self.take()?;
        if usize::from(length) > LONGEST_NAME {
            return Err(damaged());
        }
        let mut name = vec![0; length.into()];
        self.fill(&mut name)?;
        let name = String::from_utf8(name).map_err(|_| damaged())?;
        let length = u64::from_le_bytes(self.take()?);
        // A length that leads beyond the end is no reason to write or to seek there.
        let stands_inside = kind != Kind::Outside;
        if stands_inside && length.checked_add(32).is_none_or(|needed| needed > self.length - self.at) {
            return Err(truncated());
        }
        Ok(Some(Section { kind, name, length }))
    }

    /// Copies the content of the section whose head was read last, and compares its sum.
    pub(crate) fn content(&mut self, section: &Section, to: &mut dyn Write, counter: &mut Counter) -> Result<()> {
        let sum = copy(&mut self.input, to, section.length, counter)?;
        self.at += section.length;
        if self.take::<32>()? == sum { Ok(()) } else { Err(damaged()) }
    }

    /// The sum that stands in a section without content.
    pub(crate) fn sum(&mut self) -> Result<[u8; 32]> {
        self.take()
    }

    /// Passes over the content of the section whose head was read last.
    pub(crate) fn skip(&mut self, section: &Section) -> Result<()> {
        let length = if section.kind == Kind::Outside { 32 } else { section.length + 32 };
        self.at += length;
        self.input.inner.seek(SeekFrom::Start(self.at)).map(drop).map_err(read_failed)
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<()> {
        self.input.read_exact(bytes).map_err(read_failed)?;
        self.at += bytes.len() as u64;
        Ok(())
    }
}

fn parse_header(bytes: &[u8]) -> Result<Header> {
    let mut fields = Fields(bytes);
    let mut read = || {
        fields.bytes(MAGIC.len())?;
        let version = fields.u16()?;
        let header = Header {
            workspace: Id::from_bytes(fields.array()?),
            created_ms: fields.u64()? as i64,
            generation: fields.u32()?,
            head: fields.array()?,
        };
        Some((version, header, fields.array::<32>()?))
    };
    let (version, header, sum) = read().ok_or_else(truncated)?;
    if <[u8; 32]>::from(Sha256::digest(&bytes[..HEADER])) != sum {
        return Err(damaged());
    }
    if version != FORMAT {
        return Err(StoreError::NewerFormat { found: version.into(), known: FORMAT.into() });
    }
    Ok(header)
}

/// Sums up all that goes through.
struct Summing<T> {
    inner: T,
    sum: Sha256,
}

impl<T> Summing<T> {
    fn new(inner: T) -> Summing<T> {
        Summing { inner, sum: Sha256::new() }
    }
}

impl<T: Read> Read for Summing<T> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.sum.update(&buffer[..length]);
        Ok(length)
    }
}

impl<T: Write> Write for Summing<T> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let length = self.inner.write(buffer)?;
        self.sum.update(&buffer[..length]);
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

fn read_failed(error: io::Error) -> StoreError {
    if error.kind() == io::ErrorKind::UnexpectedEof { truncated() } else { files::from_io("read backup".into(), error) }
}

pub(crate) fn truncated() -> StoreError {
    StoreError::Truncated { what: "backup".into() }
}

pub(crate) fn damaged() -> StoreError {
    StoreError::Damaged { what: "backup".into() }
}
