//! Whether a folder is a place for a workspace. On a network or synchronised folder locks do not hold and files change
//! under the database, so a workspace there is not opened; a local copy is offered instead.

use crate::files::{self, Progress};
use crate::slots::{SLOTS_FILE, Slots};
use crate::{Result, StoreError, blobs, generation};
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What kind of place a folder is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A local folder that can be written.
    Local,
    /// On another machine, with the kind of file system.
    Network(String),
    /// Carried to other machines, with the name of the service.
    Synced(String),
    /// Nothing can be written into it.
    ReadOnly,
}

/// Says what kind of place a folder is. It need not exist yet; then the nearest folder above it counts.
pub fn classify(folder: &Path) -> Result<Place> {
    let there = std::path::absolute(folder).map_err(files::failed("find", folder))?;
    let there = there.ancestors().find(|path| path.is_dir()).unwrap_or(Path::new(".")).to_owned();
    // A link may lead into a synchronised folder, and a synchronised folder may hold a link to elsewhere.
    let real = fs::canonicalize(&there).map_err(files::failed("find", &there))?;
    let roots = service_roots();
    for path in [folder, &there, &real] {
        if let Some(service) = service_of(path, &roots) {
            return Ok(Place::Synced(service));
        }
    }
    if real.ancestors().any(|path| path.join(".stfolder").exists()) {
        return Ok(Place::Synced("Syncthing".into()));
    }
    if let Some(kind) = network_of(&real)? {
        return Ok(Place::Network(kind));
    }
    Ok(if writable(&real)? { Place::Local } else { Place::ReadOnly })
}

/// Refuses a folder that is no place for a workspace.
pub fn require_local(folder: &Path) -> Result<()> {
    let path = folder.to_owned();
    match classify(folder)? {
        Place::Local => Ok(()),
        Place::Network(kind) => Err(StoreError::Network { path, kind }),
        Place::Synced(kind) => Err(StoreError::Synced { path, kind }),
        Place::ReadOnly => Err(StoreError::ReadOnly { path }),
    }
}

/// Copies a workspace that nobody has open into a new local folder, from a place where it cannot be opened. The copy
/// is compared with what was read; a workspace that changes meanwhile is refused.
pub fn copy_to_local(from: &Path, to: &Path, progress: Progress) -> Result<()> {
    require_local(to)?;
    let slots = Slots::read(from)?;
    let before = read_slots(from)?;
    let mut names: Vec<PathBuf> = generation::database_files(from, &slots).into_iter().map(PathBuf::from).collect();
    let from_blobs = from.join(blobs::FOLDER);
    if from_blobs.is_dir() {
        let blobs = files::names_in(&from_blobs)?.into_iter().filter(|name| blobs::is_name(name));
        names.extend(blobs.map(|name| Path::new(blobs::FOLDER).join(name)));
    }
    let size = |name: &PathBuf| fs::metadata(from.join(name)).map_or(0, |file| file.len());
    let total = names.iter().map(size).sum();
    files::fill_folder(to, |partial| {
        files::make_folder(&partial.join(blobs::FOLDER))?;
        let mut done = 0;
        for name in &names {
            copy_file(&from.join(name), &partial.join(name), &mut done, total, progress)?;
        }
        files::sync_folder(&partial.join(blobs::FOLDER))?;
        if read_slots(from)? != before || names.iter().map(size).sum::<u64>() != done {
            let busy = io::Error::new(io::ErrorKind::ResourceBusy, "the workspace changed while it was copied");
            return Err(files::failed("copy", from)(busy));
        }
        files::replace(&partial.join(SLOTS_FILE), &before)
    })
}

fn read_slots(folder: &Path) -> Result<Vec<u8>> {
    fs::read(folder.join(SLOTS_FILE)).map_err(files::failed("read", folder))
}

fn copy_file(from: &Path, to: &Path, done: &mut u64, total: u64, progress: Progress) -> Result<()> {
    let mut source = fs::File::open(from).map_err(files::failed("open", from))?;
    let mut target = files::create_new(to)?;
    let mut buffer = vec![0; 1024 * 1024];
    loop {
        let length = source.read(&mut buffer).map_err(files::failed("read", from))?;
        if length == 0 {
            break;
        }
        target.write_all(&buffer[..length]).map_err(files::failed("write", to))?;
        *done += length as u64;
        if progress((*done).min(total), total).is_break() {
            return Err(StoreError::Cancelled);
        }
    }
    target.sync_all().map_err(files::failed("write", to))
}

/// The services by the names their folders have, in lower case. A name with `*` may go on, e.g. `OneDrive - 青葉広域連合`.
const SERVICES: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("onedrive - *", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("dropbox (*", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive*", "Google Drive"),
    ("my drive", "Google Drive"),
    ("マイドライブ", "Google Drive"),
    ("box", "Box"),
    ("box sync", "Box"),
    ("box-box", "Box"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("synologydrive", "Synology Drive"),
    ("pcloud drive", "pCloud"),
    ("mega", "MEGA"),
];

/// The service one of whose folders the path goes through.
fn service_of(path: &Path, roots: &[PathBuf]) -> Option<String> {
    if roots.iter().any(|root| path.starts_with(root)) {
        return Some("OneDrive".into());
    }
    path.components().find_map(|part| {
        let name = part.as_os_str().to_string_lossy().to_lowercase();
        let fits = |pattern: &str| match pattern.strip_suffix('*') {
            Some(start) => name.starts_with(start),
            None => name == pattern,
        };
        SERVICES.iter().find(|(pattern, _)| fits(pattern)).map(|(_, service)| (*service).to_owned())
    })
}

/// OneDrive says in the environment where its folders are, whatever they are called.
fn service_roots() -> Vec<PathBuf> {
    let variables = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];
    let roots = variables.iter().filter_map(std::env::var_os).map(PathBuf::from);
    // An empty variable would be the start of every path.
    let roots: Vec<PathBuf> = roots.filter(|root| root.is_absolute() && root.parent().is_some()).collect();
    // The real path of a folder looks different from the one in the environment, on Windows always.
    let real: Vec<PathBuf> = roots.iter().filter_map(|root| fs::canonicalize(root).ok()).collect();
    [roots, real].concat()
}

/// Whether a file can be made in the folder. Permissions and attributes say less than trying.
fn writable(folder: &Path) -> Result<bool> {
    let probe = folder.join(format!(".kansa-{}", files::hex(&crate::secret::random::<8>()?)));
    match files::create_new(&probe) {
        Ok(file) => {
            drop(file);
            files::remove_if_there(&probe)?;
            Ok(true)
        }
        Err(StoreError::Io { source, .. }) => Ok(!means_read_only(source.kind())),
        Err(error) => Err(error),
    }
}

fn means_read_only(kind: io::ErrorKind) -> bool {
    matches!(
        kind,
        io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::Unsupported
            | io::ErrorKind::NotFound
    )
}

#[cfg(target_os = "linux")]
fn network_of(folder: &Path) -> Result<Option<String>> {
    let stat = rustix::fs::statfs(folder).map_err(|e| files::failed("find", folder)(e.into()))?;
    // The number is signed or not and of another width on other machines; its low 32 bits are the same.
    let magic = stat.f_type as u32;
    if magic == FUSE {
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        return Ok(fuse_kind(&mounts, folder));
    }
    Ok(network_kind(magic).map(str::to_owned))
}

#[cfg(windows)]
fn network_of(folder: &Path) -> Result<Option<String>> {
    use std::path::{Component, Prefix};
    // A drive letter of a share has become its UNC path by now.
    let prefix = folder.components().next();
    let unc =
        matches!(prefix, Some(Component::Prefix(p)) if matches!(p.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)));
    Ok(unc.then(|| "SMB".to_owned()))
}

#[cfg(not(any(target_os = "linux", windows)))]
fn network_of(_: &Path) -> Result<Option<String>> {
    Ok(None)
}

#[cfg(target_os = "linux")]
const FUSE: u32 = 0x6573_5546;

/// The kind of a network file system by the number Linux gives it.
#[cfg(target_os = "linux")]
fn network_kind(magic: u32) -> Option<&'static str> {
    Some(match magic {
        0x6969 => "NFS",
        0x517B | 0xFF53_4D42 | 0xFE53_4D42 => "SMB",
        0x5346_414F | 0x6B41_4653 => "AFS",
        0x00C3_6400 => "Ceph",
        0x0102_1997 => "9P",
        0x786F_4256 => "VirtualBox",
        0x7375_7245 => "Coda",
        0x564C => "NCP",
        0x7461_636F => "OCFS2",
        0x0116_1970 => "GFS2",
        0x0BD0_0BD0 => "Lustre",
        _ => return None,
    })
}

/// FUSE carries local file systems too (NTFS, exFAT); what it carries stands in the table of mounts.
#[cfg(target_os = "linux")]
fn fuse_kind(mounts: &str, folder: &Path) -> Option<String> {
    let mount = mounts.lines().filter_map(|line| {
        let (left, right) = line.split_once(" - ")?;
        let point = left.split(' ').nth(4)?.replace("\\040", " ").replace("\\134", "\\");
        folder.starts_with(&point).then(|| (point.len(), right.split(' ').next().unwrap_or_default()))
    });
    let (_, kind) = mount.max_by_key(|(length, _)| *length)?;
    let kind = kind.strip_prefix("fuse.")?;
    (!matches!(kind, "ntfs-3g" | "ntfs" | "exfat" | "lowntfs-3g" | "portal" | "lxcfs" | "bindfs"))
        .then(|| kind.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kdf::{Params, Passphrase};
    use crate::slots::NewUser;
    use domain::Id;
    use std::ops::ControlFlow;

    fn service(path: &str) -> Option<String> {
        service_of(Path::new(path), &[])
    }

    #[test]
    fn folders_of_services_are_known_by_their_names() {
        for (path, expected) in [
            ("/home/sato/OneDrive/手帳", "OneDrive"),
            ("/home/sato/onedrive - 青葉広域連合/監査/手帳", "OneDrive"),
            ("/home/sato/Dropbox (office)/手帳", "Dropbox"),
            ("/mnt/g/マイドライブ/手帳", "Google Drive"),
            ("/home/sato/Box/手帳", "Box"),
            ("/Users/sato/Library/Mobile Documents/com~apple~CloudDocs/w", "iCloud Drive"),
        ] {
            assert_eq!(service(path).as_deref(), Some(expected), "{path}");
        }
        for local in [
            "/home/sato/手帳",
            "/home/sato/inbox/w",
            "/home/sato/Boxes/w",
            "/home/onedriver/w",
            "/home/sato/mega企画/w",
        ] {
            assert_eq!(service(local), None, "{local}");
        }
        let roots = [PathBuf::from("/home/sato/職場の雲")];
        assert_eq!(service_of(Path::new("/home/sato/職場の雲/手帳"), &roots).as_deref(), Some("OneDrive"));
    }

    #[test]
    fn a_synced_folder_is_refused_also_through_a_link_and_before_it_exists() {
        let place = tempfile::tempdir().unwrap();
        let synced = place.path().join("OneDrive");
        fs::create_dir(&synced).unwrap();
        let new = synced.join("not yet/there");
        assert_eq!(classify(&new).unwrap(), Place::Synced("OneDrive".into()));
        assert!(matches!(require_local(&new), Err(StoreError::Synced { kind, .. }) if kind == "OneDrive"));
        #[cfg(unix)]
        {
            let link = place.path().join("work");
            std::os::unix::fs::symlink(&synced, &link).unwrap();
            assert_eq!(classify(&link.join("w")).unwrap(), Place::Synced("OneDrive".into()));
        }
        let marked = place.path().join("shared");
        fs::create_dir_all(marked.join(".stfolder")).unwrap();
        assert_eq!(classify(&marked.join("w")).unwrap(), Place::Synced("Syncthing".into()));
    }

    #[test]
    fn a_local_folder_is_fine_and_nothing_is_left_in_it() {
        let place = tempfile::tempdir().unwrap();
        assert_eq!(classify(place.path()).unwrap(), Place::Local);
        assert_eq!(files::names_in(place.path()).unwrap(), [""; 0]);
        require_local(&place.path().join("a/b/c")).unwrap();
    }

    #[test]
    fn what_the_system_says_of_a_read_only_folder_is_understood() {
        for kind in [io::ErrorKind::PermissionDenied, io::ErrorKind::ReadOnlyFilesystem] {
            assert!(means_read_only(kind));
        }
        assert!(!means_read_only(io::ErrorKind::AlreadyExists));
        #[cfg(target_os = "linux")]
        assert_eq!(classify(Path::new("/proc/self")).unwrap(), Place::ReadOnly, "nobody makes files there");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn network_file_systems_are_known_by_number_and_fuse_by_name() {
        for (magic, kind) in [(0x6969, "NFS"), (0xFE53_4D42, "SMB"), (0xFF53_4D42, "SMB"), (0x0102_1997, "9P")] {
            assert_eq!(network_kind(magic), Some(kind));
        }
        for local in [0xEF53, 0x0102_1994, 0x9123_683E, 0x5846_5342, 0x5346_544E, FUSE] {
            assert_eq!(network_kind(local), None, "ext4, tmpfs, btrfs, xfs, ntfs3");
        }
        let mounts = "24 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
                      31 24 0:44 / /mnt/far\\040away rw - fuse.sshfs far:/ rw\n\
                      32 24 8:2 / /mnt/stick rw - fuseblk /dev/sdb1 rw\n\
                      33 31 0:45 / /mnt/far\\040away/near rw - fuse.ntfs-3g /dev/sdc1 rw";
        let kind = |path| fuse_kind(mounts, Path::new(path));
        assert_eq!(kind("/mnt/far away/w").as_deref(), Some("sshfs"));
        assert_eq!(kind("/mnt/stick/w"), None, "a stick with NTFS is local");
        assert_eq!(kind("/mnt/far away/near/w"), None, "the innermost mount counts");
        assert_eq!(fuse_kind("no table at all", Path::new("/")), None);
    }

    #[test]
    fn a_workspace_is_copied_out_of_a_synced_folder_and_opens() {
        let place = tempfile::tempdir().unwrap();
        let (synced, local) = (place.path().join("Dropbox/手帳"), place.path().join("手帳"));
        fs::create_dir(place.path().join("Dropbox")).unwrap();
        let passphrase = Passphrase::typed("監査手帳の合言葉");
        let id = Id::from_bytes([1; 16]);
        let user = NewUser { id, login: "sato", passphrase: &passphrase, params: Params::fast_for_tests() };
        let (_, keys, _) = generation::create(&synced, &user, |_| Ok(())).unwrap();
        let blob = blobs::Blobs::of(&synced).write(&mut b"evidence".as_slice()).unwrap();
        // A row that is still in SQLite's log, as after a crash, comes along.
        let conn = generation::connect(&synced, &Slots::read(&synced).unwrap(), &keys).unwrap();
        conn.execute_batch("CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (7)").unwrap();
        let mut last = (0, 1);
        copy_to_local(&synced, &local, &mut |done, total| {
            last = (done, total);
            ControlFlow::Continue(())
        })
        .unwrap();
        drop(conn);
        assert_eq!(last.0, last.1, "the progress came to its end");
        let slots = Slots::read(&local).unwrap();
        let keys = slots.unlock("sato", &passphrase).unwrap();
        let conn = generation::open(&local, &slots, &keys).unwrap();
        assert_eq!(conn.query_row("SELECT n FROM t", [], |row| row.get::<_, i64>(0)).unwrap(), 7);
        blobs::Blobs::of(&local).verify(&blob).unwrap();
        drop(conn);

        let again = copy_to_local(&synced, &local, &mut |_, _| ControlFlow::Continue(()));
        assert!(matches!(again, Err(StoreError::NotEmpty { .. })));
        let stopped = copy_to_local(&synced, &place.path().join("b"), &mut |_, _| ControlFlow::Break(()));
        assert!(matches!(stopped, Err(StoreError::Cancelled)));
        assert!(!place.path().join("b").exists() && !place.path().join("b.partial").exists());
        let nothing = copy_to_local(place.path(), &place.path().join("c"), &mut |_, _| ControlFlow::Continue(()));
        assert!(matches!(nothing, Err(StoreError::NotAWorkspace { .. })));
    }
}
