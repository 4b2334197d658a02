//! A folder of texts in one file: how a checklist is handed from office to office. Nothing is ever unpacked to disk, so
//! a name in the archive is a name and never a path.

use crate::read::{ReadError, ReadFault};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Puts texts into one file under their names. The same texts give the same bytes.
///
/// # Errors
/// If a text cannot be packed, which only happens where memory ends.
pub fn pack_folder(files: &BTreeMap<String, String>) -> Result<Vec<u8>, ReadError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a time of its own an entry has the first day that the format knows.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, text) in files {
        zip.start_file(name.as_str(), options).map_err(ReadError::damaged)?;
        zip.write_all(text.as_bytes()).map_err(ReadError::damaged)?;
    }
    Ok(zip.finish().map_err(ReadError::damaged)?.into_inner())
}

/// The files of an archive by their names: of no more than `most` files, and of each no more than `each` bytes and one,
/// so that whoever looks sees that there was more. Where all stand in one folder, its name is left out.
///
/// # Errors
/// If it is no such archive, or a part of it is broken or needs a password.
pub fn unpack_folder(bytes: &[u8], most: usize, each: u64) -> Result<BTreeMap<String, Vec<u8>>, ReadError> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(ReadError::new(ReadFault::Unsupported).with("detail", "ZIP?"));
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
    let mut files = BTreeMap::new();
    for index in 0..zip.len() {
        let raw = zip.by_index_raw(index).map_err(ReadError::damaged)?;
        if raw.encrypted() {
            return Err(ReadError::new(ReadFault::Encrypted));
        }
        let is_folder = raw.is_dir();
        let name = entry_name(raw.name_raw()).replace('\\', "/");
        drop(raw);
        if is_folder {
            continue;
        }
        let entry = zip.by_index(index).map_err(ReadError::damaged)?;
        let mut contents = Vec::new();
        entry.take(each.saturating_add(1)).read_to_end(&mut contents).map_err(ReadError::damaged)?;
        files.insert(name, contents);
        if files.len() >= most {
            break;
        }
    }
    let top = files.keys().next().and_then(|name| name.split_once('/')).map(|(top, _)| format!("{top}/"));
    let top = top.filter(|top| files.keys().all(|name| name.starts_with(top.as_str()))).unwrap_or_default();
    Ok(files.into_iter().map(|(name, contents)| (name[top.len()..].to_owned(), contents)).collect())
}

/// The name of an entry: UTF-8, or as Japanese Windows writes it, whatever the archive says of itself.
fn entry_name(raw: &[u8]) -> String {
    std::str::from_utf8(raw).map_or_else(|_| encoding_rs::SHIFT_JIS.decode(raw).0.into_owned(), str::to_owned)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
        pack_folder(&files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()).unwrap()
    }

    fn names(bytes: &[u8]) -> Vec<String> {
        unpack_folder(bytes, 10, 100).unwrap().into_keys().collect()
    }

    #[test]
    fn what_was_packed_comes_out_and_twice_is_the_same() {
        let files = [("pack.toml", "[pack]\n"), ("01.toml", "# 章\n")];
        assert_eq!(zipped(&files), zipped(&files));
        let out = unpack_folder(&zipped(&files), 10, 100).unwrap();
        assert_eq!(out["01.toml"], "# 章\n".as_bytes());
        assert_eq!(out.len(), 2);
    }

    #[test]
    fn one_folder_around_everything_is_left_out() {
        assert_eq!(names(&zipped(&[("h/1.toml", ""), ("h/pack.toml", "")])), ["1.toml", "pack.toml"]);
        assert_eq!(names(&zipped(&[("h/1.toml", ""), ("pack.toml", "")])), ["h/1.toml", "pack.toml"]);
        assert_eq!(names(&zipped(&[("../../x.toml", "")])), ["../x.toml"], "a name, never a path");
    }

    #[test]
    fn names_are_those_of_japanese_windows_or_of_today() {
        for raw in [&b"\x93\x5f\x8c\x9f\x95\x5c.toml"[..], "点検表.toml".as_bytes()] {
            assert_eq!(entry_name(raw), "点検表.toml");
        }
    }

    #[test]
    fn no_more_is_unpacked_than_is_asked_for() {
        let long = "あ".repeat(100_000);
        let many: Vec<(String, &str)> = (0..50).map(|n| (format!("{n:02}.toml"), long.as_str())).collect();
        let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), *text)).collect();
        let out = unpack_folder(&zipped(&many), 3, 10).unwrap();
        assert_eq!(out.values().map(Vec::len).collect::<Vec<_>>(), [11, 11, 11]);
    }

    #[test]
    fn what_is_no_archive_or_broken_is_refused() {
        let whole = zipped(&[("pack.toml", &"[pack]\n".repeat(50))]);
        for bytes in [&b""[..], b"[pack]", b"PK\x03\x04", &whole[..whole.len() - 10], &whole[10..]] {
            assert!(unpack_folder(bytes, 10, 100).is_err());
        }
    }
}
