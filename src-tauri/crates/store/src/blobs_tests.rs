use super::*;
use std::fs;
use tempfile::TempDir;

fn content(size: usize) -> Vec<u8> {
    (0..size).map(|n| (n * 31 + n / 251) as u8).collect()
}

fn made() -> (TempDir, Blobs) {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::of(folder.path());
    (folder, blobs)
}

fn all(mut reader: BlobReader) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(|e| files::from_io("read".into(), e))?;
    Ok(bytes)
}

#[test]
fn a_blob_of_any_size_comes_back() {
    let (_folder, blobs) = made();
    for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7] {
        let bytes = content(size);
        let blob = blobs.write(&mut bytes.as_slice()).unwrap();
        assert_eq!((blob.size, blob.sha256), (size as u64, Sha256::digest(&bytes).into()));
        assert_eq!(all(blobs.open(&blob).unwrap()).unwrap(), bytes, "{size} bytes");
        blobs.verify(&blob).unwrap();
    }
}

#[test]
fn a_range_is_the_same_as_in_the_whole() {
    let (_folder, blobs) = made();
    let bytes = content(3 * CHUNK + 100);
    let blob = blobs.write(&mut bytes.as_slice()).unwrap();
    let end = bytes.len() as u64;
    for range in
        [0..10, 5..5, 65_530..65_540, 0..end, end - 1..end, end - 200..end + 50, end + 5..end + 9, 131_072..131_073]
    {
        let expected = &bytes[range.start.min(end) as usize..range.end.min(end) as usize];
        assert_eq!(blobs.read(&blob, range.clone()).unwrap(), expected, "{range:?}");
        let reader = blobs.open_range(&blob.name, &blob.key, blob.size, range.clone()).unwrap();
        assert_eq!(reader.remaining(), expected.len() as u64);
        assert_eq!(all(reader).unwrap(), expected, "{range:?}");
    }
    #[expect(clippy::reversed_empty_ranges, reason = "a caller may be wrong")]
    let backwards = blobs.open_range(&blob.name, &blob.key, blob.size, 9..3).unwrap();
    assert_eq!(all(backwards).unwrap(), b"");
}

#[test]
fn a_range_reads_only_the_chunks_that_hold_it() {
    let (_folder, blobs) = made();
    let blob = blobs.write(&mut content(4 * CHUNK).as_slice()).unwrap();
    let path = blobs.folder.join(&blob.name);
    let mut bytes = fs::read(&path).unwrap();
    bytes[HEADER + 10] ^= 1;
    fs::write(&path, bytes).unwrap();
    let later = CHUNK as u64..CHUNK as u64 + 10;
    assert!(all(blobs.open_range(&blob.name, &blob.key, blob.size, later).unwrap()).is_ok());
    assert!(matches!(blobs.read(&blob, 0..1), Err(StoreError::Damaged { .. })), "the first chunk is damaged");
}

#[test]
fn nothing_of_the_content_or_its_name_stands_on_the_disk() {
    let (folder, blobs) = made();
    let text = "議事録の写し".repeat(50);
    blobs.write(&mut text.as_bytes()).unwrap();
    let names = files::names_in(&folder.path().join(FOLDER)).unwrap();
    assert_eq!(names.len(), 1);
    let bytes = fs::read(folder.path().join(FOLDER).join(&names[0])).unwrap();
    assert!(!bytes.windows(9).any(|w| w == "議事録".as_bytes()));
}

#[test]
fn every_way_of_changing_the_file_is_noticed() {
    let (_folder, blobs) = made();
    let blob = blobs.write(&mut content(3 * CHUNK).as_slice()).unwrap();
    let other = blobs.write(&mut content(3 * CHUNK).as_slice()).unwrap();
    let path = blobs.folder.join(&blob.name);
    let whole = fs::read(&path).unwrap();
    let part = |n: usize| &whole[HEADER + n * (CHUNK + TAG)..HEADER + (n + 1) * (CHUNK + TAG)];
    let header = &whole[..HEADER];
    let foreign = fs::read(blobs.folder.join(&other.name)).unwrap();
    let changed = [
        ("chunks exchanged", [header, part(1), part(0), part(2)].concat()),
        ("the last chunk repeated", [header, part(2), part(1), part(2)].concat()),
        ("cut at a chunk", [header, part(0), part(1)].concat()),
        ("cut inside a chunk", whole[..whole.len() - 1].to_vec()),
        ("only a header", header.to_vec()),
        ("less than a header", whole[..5].to_vec()),
        ("nothing", Vec::new()),
        ("something added", [whole.as_slice(), b"x"].concat()),
        ("a chunk added", [whole.as_slice(), part(2)].concat()),
        ("another blob", foreign),
    ];
    for (how, bytes) in changed {
        fs::write(&path, bytes).unwrap();
        let result = blobs.verify(&blob);
        assert!(matches!(result, Err(StoreError::Damaged { .. } | StoreError::Truncated { .. })), "{how}: {result:?}");
    }
    for at in (0..whole.len()).step_by(997) {
        let mut bad = whole.clone();
        bad[at] ^= 4;
        fs::write(&path, bad).unwrap();
        assert!(matches!(blobs.verify(&blob), Err(StoreError::Damaged { .. })), "a flipped bit at {at}");
    }
    fs::remove_file(&path).unwrap();
    assert!(matches!(blobs.verify(&blob), Err(StoreError::Damaged { .. })), "lost");
}

#[test]
fn a_shorter_size_in_the_database_does_not_hide_the_rest() {
    let (_folder, blobs) = made();
    let blob = blobs.write(&mut content(3 * CHUNK).as_slice()).unwrap();
    for size in [0, 1, CHUNK as u64, 2 * CHUNK as u64, 4 * CHUNK as u64, u64::MAX] {
        let result = blobs.open_range(&blob.name, &blob.key, size, 0..size).and_then(all);
        assert!(matches!(result, Err(StoreError::Damaged { .. } | StoreError::Truncated { .. })), "{size}: {result:?}");
    }
    let empty = blobs.write(&mut b"".as_slice()).unwrap();
    let path = blobs.folder.join(&empty.name);
    let mut bytes = fs::read(&path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&path, bytes).unwrap();
    assert!(matches!(blobs.verify(&empty), Err(StoreError::Damaged { .. })), "even an empty blob is authenticated");
}

#[test]
fn a_name_cannot_lead_out_of_the_folder() {
    let (folder, blobs) = made();
    fs::write(folder.path().join("slots"), b"x").unwrap();
    for name in ["../slots", "", "/etc/passwd", "..", "0123456789ABCDEF0123456789ABCDEF"] {
        assert!(matches!(blobs.purge(name), Err(StoreError::Damaged { .. })), "{name}");
        assert!(blobs.open_range(name, &Key::from_bytes(&[0; 32]), 1, 0..1).is_err(), "{name}");
    }
    assert!(folder.path().join("slots").exists());
}

#[test]
fn sweeping_removes_orphans_and_halves_and_nothing_else() {
    let (_folder, blobs) = made();
    assert_eq!(blobs.sweep(&BTreeSet::new()).unwrap(), 0, "there is no folder yet");
    let kept = blobs.write(&mut b"kept".as_slice()).unwrap();
    blobs.write(&mut b"orphan".as_slice()).unwrap();
    fs::write(blobs.folder.join(format!("{}.tmp", "a".repeat(32))), b"half").unwrap();
    fs::write(blobs.folder.join("Thumbs.db"), b"not ours").unwrap();
    assert_eq!(blobs.sweep(&BTreeSet::from([kept.name.clone()])).unwrap(), 2);
    assert_eq!(files::names_in(&blobs.folder).unwrap().len(), 2);
    blobs.verify(&kept).unwrap();
    blobs.purge(&kept.name).unwrap();
    blobs.purge(&kept.name).unwrap();
    assert!(blobs.open(&kept).is_err());
}

#[test]
fn a_source_that_breaks_off_leaves_no_file() {
    struct Broken(usize);
    impl Read for Broken {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0 += 1;
            if self.0 < 4 { Ok(buffer.len()) } else { Err(io::ErrorKind::StorageFull.into()) }
        }
    }
    let (_folder, blobs) = made();
    assert!(matches!(blobs.write(&mut Broken(0)), Err(StoreError::DiskFull)));
    assert_eq!(files::names_in(&blobs.folder).unwrap(), [""; 0]);
}
