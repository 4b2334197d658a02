//! A workspace as a whole: its folder, its lock, its keys, its database and its evidence files.

use crate::backup::{self, BackupInfo};
use crate::blobs::{BlobFile, Blobs};
use crate::error::{Result, StoreError};
use crate::files::Progress;
use crate::kdf::{Params, Passphrase, RecoveryCode};
use crate::lockfile::{Holder, Lock};
use crate::secret::Key;
use crate::slots::{self, Keys, OpenedBy, Slots};
use crate::tables::User;
use crate::tx::{Store, Tx};
use crate::{Env, attempts, cipher, generation, migrations, place};
use domain::{Id, text};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::Read;
use std::ops::{ControlFlow, Range};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An open workspace.
pub struct Workspace {
    /// Its database.
    pub store: Store,
    folder: PathBuf,
    slots: Slots,
    keys: Keys,
    blobs: Blobs,
    env: Arc<dyn Env>,
    params: Params,
    /// Held as long as the workspace is open.
    _lock: Lock,
}

/// How many automatic backups are kept.
const AUTOMATIC_BACKUPS: usize = 10;

/// A user who is to get a key slot.
#[derive(Clone, Copy)]
pub struct NewUser<'a> {
    /// The user.
    pub id: Id,
    /// What is typed to log in.
    pub login: &'a str,
    /// The passphrase.
    pub passphrase: &'a str,
}

/// An evidence file that is safe on disk and whose row is written by the operation that refers to it.
pub struct StoredBlob {
    id: Id,
    file: Option<BlobFile>,
    /// Its size.
    pub size: i64,
    /// Its SHA-256 as hex.
    pub sha256: String,
}

impl Workspace {
    /// Makes a workspace in a folder that does not exist or is empty. Gives the recovery code, which is shown once.
    pub fn create(folder: &Path, env: Arc<dyn Env>, user: &NewUser<'_>, params: Params) -> Result<(Workspace, String)> {
        place::require_local(folder)?;
        let passphrase = Passphrase::chosen(user.passphrase)?;
        let slot = slots::NewUser { id: user.id, login: user.login, passphrase: &passphrase, params };
        let (slots, keys, code) = generation::create(folder, &slot, |_| Ok(()))?;
        let lock = lock(folder, env.as_ref())?;
        let workspace = Workspace::assemble(folder, env, slots, keys, lock, params)?;
        Ok((workspace, code.text().to_string()))
    }

    /// Opens a workspace with a login and a passphrase. Gives the user whose they are.
    pub fn unlock(folder: &Path, env: Arc<dyn Env>, login: &str, passphrase: &str) -> Result<(Workspace, Id)> {
        Workspace::check(folder)?;
        let lock = lock(folder, env.as_ref())?;
        let slots = Slots::read(folder)?;
        let attempt = || slots.unlock(login, &Passphrase::typed(passphrase));
        let keys = attempts::guarded(folder, env.now_ms(), attempt)?;
        let OpenedBy::User(user) = keys.opened_by() else { return Err(StoreError::WrongKey) };
        Ok((Workspace::open(folder, env, slots, keys, lock)?, user))
    }

    /// Opens a workspace with the recovery code and gives the user with this login a new passphrase.
    pub fn recover(
        folder: &Path,
        env: Arc<dyn Env>,
        code: &str,
        login: &str,
        passphrase: &str,
    ) -> Result<(Workspace, Id)> {
        Workspace::check(folder)?;
        let passphrase = Passphrase::chosen(passphrase)?;
        let code = RecoveryCode::parse(code)?;
        let lock = lock(folder, env.as_ref())?;
        let slots = Slots::read(folder)?;
        let keys = attempts::guarded(folder, env.now_ms(), || slots.unlock_with_recovery(&code))?;
        let mut workspace = Workspace::open(folder, env, slots, keys, lock)?;
        let users = workspace.store.read().list::<User>("WHERE removed_at IS NULL", &[])?;
        let user = users.iter().find(|user| text::fold(&user.login) == text::fold(login));
        let user = user.ok_or(StoreError::WrongKey)?.clone();
        workspace.set_slot(user.id, &user.login, &passphrase)?;
        Ok((workspace, user.id))
    }

    /// Whether the folder holds a workspace that this program could open, told without a passphrase.
    pub fn check(folder: &Path) -> Result<()> {
        Slots::read(folder)?;
        place::require_local(folder)
    }

    fn open(folder: &Path, env: Arc<dyn Env>, slots: Slots, keys: Keys, lock: Lock) -> Result<Workspace> {
        let params = slots.params().ok_or(StoreError::WrongKey)?;
        let mut conn = generation::open(folder, &slots, &keys)?;
        let schema = migrations::schema_of(&conn)?;
        if schema > migrations::SCHEMA {
            return Err(StoreError::NewerSchema { found: schema, known: migrations::SCHEMA });
        }
        if schema == migrations::SCHEMA {
            drop(conn);
            return Workspace::assemble(folder, env, slots, keys, lock, params);
        }
        // An older database is migrated in a copy, so that it stays as it was if anything goes wrong.
        let place = place_of(folder, &slots);
        let slots =
            generation::rewrite(folder, &slots, &keys, &mut conn, &mut |_, _| ControlFlow::Continue(()), |copy| {
                migrations::migrate(copy, env.as_ref(), &place)
            })?;
        drop(conn);
        Workspace::assemble(folder, env, slots, keys, lock, params)
    }

    fn assemble(
        folder: &Path,
        env: Arc<dyn Env>,
        slots: Slots,
        keys: Keys,
        lock: Lock,
        params: Params,
    ) -> Result<Workspace> {
        let conn = generation::open(folder, &slots, &keys)?;
        let store = Store::new(conn, Arc::clone(&env), &place_of(folder, &slots))?;
        let blobs = Blobs::of(folder);
        let known: BTreeSet<String> =
            store.read().query("SELECT file FROM blob", &[], |row| Ok(row.get::<_, String>(0)?))?.into_iter().collect();
        blobs.sweep(&known)?;
        Ok(Workspace { store, folder: folder.to_owned(), slots, keys, blobs, env, params, _lock: lock })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The users who have a slot.
    pub fn slot_users(&self) -> Vec<Id> {
        self.slots.users()
    }

    /// Whether a user could be given a slot: the passphrase is long enough.
    pub fn check_new_user(&self, user: &NewUser<'_>) -> Result<()> {
        Passphrase::chosen(user.passphrase).map(drop)
    }

    /// Gives a user a slot.
    pub fn add_user(&mut self, user: &NewUser<'_>) -> Result<()> {
        let passphrase = Passphrase::chosen(user.passphrase)?;
        let slot = slots::NewUser { id: user.id, login: user.login, passphrase: &passphrase, params: self.params };
        let mut slots = self.slots.clone();
        slots.add_slot(&self.keys, &slot)?;
        self.keep_slots(slots)
    }

    /// Takes a user's slot away and gives the workspace a new key.
    pub fn remove_user(&mut self, user: Id) -> Result<()> {
        let mut conn = generation::connect(&self.folder, &self.slots, &self.keys)?;
        let (slots, keys) =
            generation::rekey(&self.folder, &self.slots, &self.keys, Some(user), &mut conn, &mut |_, _| {
                ControlFlow::Continue(())
            })?;
        drop(conn);
        let fresh = generation::open(&self.folder, &slots, &keys)?;
        self.store = Store::new(fresh, Arc::clone(&self.env), &place_of(&self.folder, &slots))?;
        (self.slots, self.keys) = (slots, keys);
        Ok(())
    }

    /// Whether this is the passphrase of the user.
    pub fn confirm(&self, user: Id, login: &str, passphrase: &str) -> Result<()> {
        let keys = Slots::read(&self.folder)?.unlock(login, &Passphrase::typed(passphrase))?;
        if keys.opened_by() == OpenedBy::User(user) { Ok(()) } else { Err(StoreError::WrongKey) }
    }

    /// Gives a user a new passphrase.
    pub fn change_passphrase(&mut self, user: Id, login: &str, passphrase: &str) -> Result<()> {
        self.set_slot(user, login, &Passphrase::chosen(passphrase)?)
    }

    fn set_slot(&mut self, user: Id, login: &str, passphrase: &Passphrase) -> Result<()> {
        let mut slots = self.slots.clone();
        slots.replace_slot(&self.keys, &slots::NewUser { id: user, login, passphrase, params: self.params })?;
        self.keep_slots(slots)
    }

    /// A new recovery code; the old one no longer works.
    pub fn renew_recovery(&mut self) -> Result<String> {
        let mut slots = self.slots.clone();
        let code = slots.new_recovery(&self.keys)?;
        self.keep_slots(slots)?;
        Ok(code.text().to_string())
    }

    /// Writes the slots first and only then goes by them, so that memory never says more than the disk.
    fn keep_slots(&mut self, mut slots: Slots) -> Result<()> {
        slots.write(&self.folder, &self.keys)?;
        self.slots = slots;
        Ok(())
    }

    /// Writes the whole workspace into one file, encrypted as it is.
    pub fn backup(&self, to: &Path, progress: Progress<'_>) -> Result<BackupInfo> {
        backup::backup(&self.source()?, to, progress)
    }

    /// Writes an automatic backup into a second folder; evidence that is there already is not copied again.
    pub fn auto_backup(&self, folder: &Path, progress: Progress<'_>) -> Result<PathBuf> {
        backup::auto_backup(&self.source()?, folder, AUTOMATIC_BACKUPS, progress)
    }

    fn source(&self) -> Result<backup::Source<'_>> {
        Ok(backup::Source {
            folder: &self.folder,
            slots: &self.slots,
            keys: &self.keys,
            head: self.store.read().head()?.map_or([0; 32], |op| op.hash),
            now_ms: self.env.now_ms(),
        })
    }

    /// Encrypts a file into the workspace, durable when this returns. Contents already here are stored once.
    pub fn store_blob(&self, content: &mut dyn Read) -> Result<StoredBlob> {
        let file = self.blobs.write(content)?;
        let sha256 = hex(&file.sha256);
        let size = i64::try_from(file.size).unwrap_or(i64::MAX);
        let known = self
            .store
            .connection()
            .query_row("SELECT id FROM blob WHERE sha256 = ?1", [&sha256], |row| row.get(0))
            .optional()?;
        if let Some(id) = known {
            self.blobs.purge(&file.name)?;
            return Ok(StoredBlob { id: Id::from_bytes(id), file: None, size, sha256 });
        }
        Ok(StoredBlob { id: self.env.new_id(), file: Some(file), size, sha256 })
    }

    /// The bytes of an evidence file or of a part of it, and the size of the whole.
    pub fn read_blob(&self, id: Id, range: Option<Range<u64>>) -> Result<(Vec<u8>, u64)> {
        let file = blob_file(self.store.connection(), id)?;
        let range = range.unwrap_or(0..file.size);
        let bytes = self.blobs.read(&file, range)?;
        Ok((bytes, file.size))
    }

    /// Reads every page of the database, those of indexes and of the search included, which the journal says nothing of.
    pub fn verify_pages(&self) -> Result<()> {
        cipher::integrity(self.store.connection())
    }

    /// Reads every evidence file and compares it with its sum. Gives how many there are, and the damaged ones.
    pub fn verify_blobs(&self) -> Result<(usize, Vec<Id>)> {
        let ids =
            self.store.read().query("SELECT id FROM blob ORDER BY id", &[], |row| Ok(Id::from_bytes(row.get(0)?)))?;
        let mut damaged = Vec::new();
        for &id in &ids {
            if blob_file(self.store.connection(), id).and_then(|file| self.blobs.verify(&file)).is_err() {
                damaged.push(id);
            }
        }
        Ok((ids.len(), damaged))
    }
}

impl Tx<'_> {
    /// Writes the row of an evidence file that is safe on disk.
    pub fn put_blob(&self, blob: &StoredBlob) -> Result<Id> {
        let Some(file) = &blob.file else { return Ok(blob.id) };
        // Two files of one operation may hold the same.
        let known = self
            .read()
            .conn
            .query_row("SELECT id FROM blob WHERE sha256 = ?1", [&blob.sha256], |row| row.get(0))
            .optional()?;
        if let Some(id) = known {
            return Ok(Id::from_bytes(id));
        }
        self.read()
            .conn
            .prepare_cached("INSERT INTO blob (id, file, key, size, sha256) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![
                blob.id.as_bytes().as_slice(),
                file.name,
                file.key.as_bytes().as_slice(),
                blob.size,
                blob.sha256
            ])?;
        Ok(blob.id)
    }
}

fn blob_file(conn: &Connection, id: Id) -> Result<BlobFile> {
    let row = conn
        .prepare_cached("SELECT file, key, size, sha256 FROM blob WHERE id = ?1")?
        .query_row([id.as_bytes().as_slice()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, [u8; 32]>(1)?, row.get::<_, i64>(2)?, row.get::<_, String>(3)?))
        })
        .optional()?;
    let (name, key, size, sha256) = row.ok_or_else(|| StoreError::NotFound { entity: "blob", id: id.to_string() })?;
    let damaged = || StoreError::Damaged { what: "blob".into() };
    let sha256: Vec<u8> = (0..sha256.len() / 2)
        .map(|n| sha256.get(2 * n..2 * n + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()).ok_or_else(damaged))
        .collect::<Result<_>>()?;
    Ok(BlobFile {
        name,
        key: Key::from_bytes(&key),
        size: u64::try_from(size).map_err(|_| damaged())?,
        sha256: sha256.try_into().map_err(|_| damaged())?,
    })
}

fn lock(folder: &Path, env: &dyn Env) -> Result<Lock> {
    // The time as it is on the wall in Japan; the text only explains.
    let since = jiff::Timestamp::from_millisecond(env.now_ms()).unwrap_or_default();
    let since = jiff::tz::Offset::constant(9).to_datetime(since);
    Lock::take(folder, &Holder::this_process(&since.strftime("%Y-%m-%d %H:%M").to_string()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Tells this copy of the workspace from others, on this machine and elsewhere: each writes a chain of its own.
fn place_of(folder: &Path, slots: &Slots) -> Vec<u8> {
    let machine = std::fs::read_to_string("/etc/machine-id")
        .ok()
        .or_else(|| std::env::var("COMPUTERNAME").ok())
        .unwrap_or_default();
    let folder = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let mut hash = Sha256::new();
    hash.update(slots.workspace().as_bytes());
    hash.update(machine.trim().as_bytes());
    hash.update(folder.to_string_lossy().as_bytes());
    hash.finalize().to_vec()
}
