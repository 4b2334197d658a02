//! The file `slots`: who can open the workspace, and which database file is the valid one.
//!
//! # How a passphrase becomes the data key
//! Each user has a pair of X25519 keys. The passphrase (Argon2id) wraps the private one; the data key is *sealed to the
//! public one*. That is what makes removing a user possible: a new data key can be sealed to everybody who stays, whose
//! passphrases nobody else knows. The recovery code has such a slot as well.
//!
//! Sealing alone would let anybody who can write the file seal a data key of his own to the users, and so slip them a
//! workspace of his own. Therefore every wrap also holds the *membership secret*, which all users share and no outsider
//! knows, and sealing mixes it in. A user who was removed still knows it; what he cannot do is open what was sealed
//! after him.
//!
//! No name stands in the file. The salt of Argon2id is made of the workspace's salt and the login name; whoever
//! unlocks types both, and every slot is tried with the one key that comes out.
//!
//! # What errors mean
//! The last 32 bytes are, in every version, the SHA-256 of all before: an accident is told from a wrong passphrase
//! before any is tried. The authentication code before them is keyed by the data key: whoever changes the file on
//! purpose and mends the checksum is found out after unlocking.
//!
//! Changing a passphrase does not change the data key: who has both an old copy of the file and the old passphrase can
//! still open. After such a loss use [`Slots::rekeyed`], as for a user who was removed.

use crate::files::{self, Fields};
use crate::kdf::{Params, Passphrase, RecoveryCode};
use crate::secret::{self, Key};
use crate::slot::{Place, Sealed, Secrets, Slot, login_salt};
use crate::{Result, StoreError};
use domain::Id;
use sha2::{Digest, Sha256};
use std::fmt;
use std::io;
use std::path::Path;

/// The name of the file in the workspace's folder.
pub const SLOTS_FILE: &str = "slots";

/// The format this program writes.
pub const FORMAT: u16 = 1;

const MAGIC: &[u8; 16] = b"KANSATECHO-SLOTS";
const MOST_BYTES: u64 = 1024 * 1024;

/// The secrets of an open workspace. They are wiped when dropped, and come only from a `slots` file whose
/// authentication code held.
#[derive(Clone)]
pub struct Keys {
    pub(crate) data: Key,
    pub(crate) membership: Key,
    opened_by: OpenedBy,
}

/// Who opened the workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenedBy {
    /// A user with his passphrase.
    User(Id),
    /// Somebody with the printed recovery code.
    Recovery,
}

impl Keys {
    /// Who opened the workspace.
    pub fn opened_by(&self) -> OpenedBy {
        self.opened_by
    }

    /// The key of the database file.
    pub fn database(&self) -> Key {
        self.data.derive(&[], &[b"database"])
    }

    fn authentication(&self) -> Key {
        self.data.derive(&[], &[b"slots"])
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({:?}, …)", self.opened_by)
    }
}

/// A user who is to get a slot.
#[derive(Clone, Copy, Debug)]
pub struct NewUser<'a> {
    /// The random id of the user; the only thing about him that stands in the file.
    pub id: Id,
    /// What he types to log in. Two users of a workspace must not share it.
    pub login: &'a str,
    /// His passphrase.
    pub passphrase: &'a Passphrase,
    /// What unlocking costs. Give all users the same, or each kind costs an attempt of its own.
    pub params: Params,
}

/// The content of the file. Everything in it may be seen by anybody; the secrets are wrapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slots {
    workspace: Id,
    generation: u32,
    salt: [u8; 32],
    database_salt: [u8; 16],
    users: Vec<Slot>,
    recovery: Slot,
    /// The authentication code as it was read; writing makes a new one.
    code: [u8; 32],
    authenticated: Vec<u8>,
}

impl Slots {
    /// A new workspace with its first user. The recovery code is shown and printed once, and kept nowhere.
    pub fn create(user: &NewUser) -> Result<(Slots, Keys, RecoveryCode)> {
        let keys = Keys { data: Key::random()?, membership: Key::random()?, opened_by: OpenedBy::User(user.id) };
        let code = RecoveryCode::random()?;
        let (workspace, salt) = (Id::from_bytes(secret::random()?), secret::random()?);
        let place = Place { workspace, generation: 1 };
        let slots = Slots {
            users: vec![Slot::of_user(&place, &salt, user, &keys)?],
            recovery: Slot::of_recovery(&place, &salt, &code, &keys)?,
            workspace,
            generation: 1,
            salt,
            database_salt: secret::random()?,
            code: [0; 32],
            authenticated: Vec::new(),
        };
        Ok((slots, keys, code))
    }

    /// Reads the file of a workspace.
    pub fn read(folder: &Path) -> Result<Slots> {
        let path = folder.join(SLOTS_FILE);
        let not_there = |kind| matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
        let bytes = match files::read_small(&path, MOST_BYTES) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Err(StoreError::Damaged { what: SLOTS_FILE.into() }),
            Err(e) if not_there(e.kind()) && !looks_like_ours(folder) => {
                return Err(StoreError::NotAWorkspace { path: folder.to_owned() });
            }
            Err(e) if not_there(e.kind()) => return Err(StoreError::Damaged { what: SLOTS_FILE.into() }),
            Err(e) => return Err(files::failed("read", &path)(e)),
        };
        if !bytes.starts_with(MAGIC) && !looks_like_ours(folder) {
            return Err(StoreError::NotAWorkspace { path: folder.to_owned() });
        }
        Slots::from_bytes(&bytes)
    }

    /// Writes the file: whole and durable, or not at all.
    pub fn write(&mut self, folder: &Path, keys: &Keys) -> Result<()> {
        files::replace(&folder.join(SLOTS_FILE), &self.encode(keys))
    }

    /// The id of the workspace, the same in all its copies and backups.
    pub fn workspace(&self) -> Id {
        self.workspace
    }

    /// Which database file is the valid one. It rises with each re-key, migration and compaction.
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// The name of the valid database file.
    pub fn database_name(&self) -> String {
        database_name(self.generation)
    }

    /// The salt of the valid database file. It stands here, so that damage to the first page of the database is not the end.
    pub fn database_salt(&self) -> &[u8; 16] {
        &self.database_salt
    }

    /// The users who have a slot, in the order they got it.
    pub fn users(&self) -> Vec<Id> {
        self.users.iter().map(|slot| slot.user).collect()
    }

    /// The costs of the first slot, for giving another user the same.
    pub fn params(&self) -> Option<Params> {
        self.users.first().map(|slot| slot.params)
    }

    /// Opens the workspace with a login name and a passphrase. The error does not say which of the two was wrong.
    pub fn unlock(&self, login: &str, passphrase: &Passphrase) -> Result<Keys> {
        let salt = login_salt(&self.salt, login);
        let mut tried: Option<(Params, Key)> = None;
        for slot in &self.users {
            // Normally all slots cost the same, and one derivation serves them all.
            let key = match &tried {
                Some((params, key)) if *params == slot.params => key.clone(),
                _ => slot.params.derive(passphrase, &salt)?,
            };
            if let Some(secrets) = slot.unwrap(self.workspace, &key) {
                return self.open(slot, &secrets, OpenedBy::User(slot.user));
            }
            tried = Some((slot.params, key));
        }
        Err(StoreError::WrongKey)
    }

    /// Opens the workspace with the printed code. Afterwards somebody should get a new passphrase.
    pub fn unlock_with_recovery(&self, code: &RecoveryCode) -> Result<Keys> {
        let secrets = self.recovery.unwrap(self.workspace, &code.key(&self.salt)).ok_or(StoreError::WrongKey)?;
        self.open(&self.recovery, &secrets, OpenedBy::Recovery)
    }

    /// Gives one more user a slot.
    pub fn add_slot(&mut self, keys: &Keys, user: &NewUser) -> Result<()> {
        if self.users.iter().any(|slot| slot.user == user.id) {
            return Err(StoreError::SlotExists { user: user.id });
        }
        self.users.push(Slot::of_user(&self.place(), &self.salt, user, keys)?);
        Ok(())
    }

    /// Gives a user another passphrase or login name; the old ones no longer open this file.
    pub fn replace_slot(&mut self, keys: &Keys, user: &NewUser) -> Result<()> {
        let slot = Slot::of_user(&self.place(), &self.salt, user, keys)?;
        let old = self.users.iter_mut().find(|slot| slot.user == user.id);
        *old.ok_or(StoreError::NoSlot { user: user.id })? = slot;
        Ok(())
    }

    /// A new recovery code; the old one no longer opens this file.
    pub fn new_recovery(&mut self, keys: &Keys) -> Result<RecoveryCode> {
        let code = RecoveryCode::random()?;
        self.recovery = Slot::of_recovery(&self.place(), &self.salt, &code, keys)?;
        Ok(code)
    }

    /// The next generation with a new data key, sealed to everybody but the user who is removed. Nobody's passphrase
    /// changes. It becomes valid when its database has been written: see [`crate::generation::rekey`].
    pub fn rekeyed(&self, keys: &Keys, removed: Option<Id>) -> Result<(Slots, Keys)> {
        let mut next = self.next_generation(keys)?;
        if let Some(user) = removed {
            next.users.retain(|slot| slot.user != user);
            if next.users.len() == self.users.len() {
                return Err(StoreError::NoSlot { user });
            }
        }
        if next.users.is_empty() {
            return Err(StoreError::LastSlot);
        }
        let keys = Keys { data: Key::random()?, ..keys.clone() };
        next.reseal(&keys)?;
        Ok((next, keys))
    }

    /// The next generation with the same data key and users, for a database that is rewritten.
    pub fn next_generation(&self, keys: &Keys) -> Result<Slots> {
        let mut next = self.clone();
        // The file is whole, so the generation is what this program counted: it cannot reach the end.
        next.generation = self.generation.saturating_add(1);
        next.database_salt = secret::random()?;
        next.reseal(keys)?;
        Ok(next)
    }

    /// Sealing names the generation, so each generation is sealed anew.
    fn reseal(&mut self, keys: &Keys) -> Result<()> {
        let place = self.place();
        for slot in self.users.iter_mut().chain([&mut self.recovery]) {
            slot.sealed = Sealed::seal(&place, slot.user, &slot.public, keys)?;
        }
        Ok(())
    }

    fn place(&self) -> Place {
        Place { workspace: self.workspace, generation: self.generation }
    }

    fn open(&self, slot: &Slot, secrets: &Secrets, opened_by: OpenedBy) -> Result<Keys> {
        let tampered = || StoreError::Tampered { what: SLOTS_FILE.into() };
        let data = slot.sealed.open(&self.place(), slot, secrets).ok_or_else(tampered)?;
        let keys = Keys { data, membership: secrets.membership.clone(), opened_by };
        // Slots that were made in this process carry no code yet; what they say is what this process said.
        if !self.authenticated.is_empty() && !keys.authentication().authentic(&self.authenticated, &self.code) {
            return Err(tampered());
        }
        Ok(keys)
    }

    /// The bytes of the file, authenticated with these keys.
    pub(crate) fn encode(&mut self, keys: &Keys) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend(FORMAT.to_le_bytes());
        let length = 16 + 2 + 4 + 16 + 4 + 32 + 16 + 2 + (self.users.len() + 1) * Slot::LENGTH + 32 + 32;
        out.extend((length as u32).to_le_bytes());
        out.extend(self.workspace.as_bytes());
        out.extend(self.generation.to_le_bytes());
        out.extend(self.salt);
        out.extend(self.database_salt);
        out.extend((self.users.len() as u16).to_le_bytes());
        for slot in self.users.iter().chain([&self.recovery]) {
            slot.append_to(&mut out);
        }
        self.code = keys.authentication().authenticate(&out);
        self.authenticated.clone_from(&out);
        out.extend(self.code);
        let sum: [u8; 32] = Sha256::digest(&out).into();
        out.extend(sum);
        out
    }

    /// What the bytes say, as far as it can be told without a key.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Slots> {
        let truncated = || StoreError::Truncated { what: SLOTS_FILE.into() };
        let damaged = || StoreError::Damaged { what: SLOTS_FILE.into() };
        let mut fields = Fields(bytes);
        let magic: [u8; 16] = fields.array().ok_or_else(truncated)?;
        let version = fields.u16().ok_or_else(truncated)?;
        let length = fields.u32().ok_or_else(truncated)? as usize;
        let (body, sum) = bytes.split_at_checked(bytes.len().saturating_sub(32)).ok_or_else(truncated)?;
        if Sha256::digest(body).as_slice() != sum {
            return Err(if magic == *MAGIC && length > bytes.len() { truncated() } else { damaged() });
        }
        if magic != *MAGIC || length != bytes.len() {
            return Err(damaged());
        }
        if version > FORMAT {
            return Err(StoreError::NewerFormat { found: version.into(), known: FORMAT.into() });
        }
        // The checksum holds, so whatever is wrong from here on is no accident.
        Slots::parse(body, fields).ok_or_else(|| StoreError::Tampered { what: SLOTS_FILE.into() })
    }

    fn parse(body: &[u8], mut fields: Fields) -> Option<Slots> {
        let workspace = Id::from_bytes(fields.array()?);
        let generation = fields.u32().filter(|n| (1..=9_999_999).contains(n))?;
        let (salt, database_salt) = (fields.array()?, fields.array()?);
        let count = fields.u16()?;
        let users: Vec<Slot> = (0..count).map(|_| Slot::read(&mut fields)).collect::<Option<_>>()?;
        let recovery = Slot::read(&mut fields)?;
        let code = fields.array()?;
        let whole = fields.0.len() == 32 && !users.is_empty() && users.iter().all(|slot| slot.params.sane());
        let authenticated = body[..body.len() - 32].to_vec();
        whole.then_some(Slots { workspace, generation, salt, database_salt, users, recovery, code, authenticated })
    }
}

/// The name of the database file of a generation.
pub(crate) fn database_name(generation: u32) -> String {
    format!("data-{generation:04}.db")
}

/// A database beside an unreadable or missing `slots` says that this was a workspace.
fn looks_like_ours(folder: &Path) -> bool {
    files::names_in(folder).unwrap_or_default().iter().any(|n| n.starts_with("data-") && n.ends_with(".db"))
}

#[cfg(test)]
#[path = "slots_tests.rs"]
mod tests;
