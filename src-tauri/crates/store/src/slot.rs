//! One slot of the file `slots`: a pair of keys whose private half is wrapped, and the data key sealed to its public
//! half. The module [`crate::slots`] says why.

use crate::Result;
use crate::files::Fields;
use crate::kdf::{Params, RecoveryCode, login_form};
use crate::secret::{self, Key, NONCE, TAG};
use crate::slots::{Keys, NewUser};
use domain::Id;
use sha2::{Digest, Sha256};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

const WRAPPED: usize = 64 + TAG;
const SEALED: usize = 32 + TAG;

/// One derivation serves all users who might have this login name, and the name itself stands nowhere.
pub(crate) fn login_salt(salt: &[u8; 32], login: &str) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(login_form(login).as_bytes()).finalize().into()
}

/// What a sealed key belongs to; it opens nowhere else.
pub(crate) struct Place {
    pub(crate) workspace: Id,
    pub(crate) generation: u32,
}

/// What a passphrase or the recovery code wraps.
pub(crate) struct Secrets {
    private: StaticSecret,
    pub(crate) membership: Key,
}

/// How one user, or the holder of the recovery code, opens the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) user: Id,
    pub(crate) params: Params,
    pub(crate) public: [u8; 32],
    nonce: [u8; NONCE],
    wrapped: [u8; WRAPPED],
    pub(crate) sealed: Sealed,
}

impl Slot {
    pub(crate) const LENGTH: usize = 16 + 12 + 32 + NONCE + WRAPPED + 32 + SEALED;

    pub(crate) fn of_user(place: &Place, salt: &[u8; 32], user: &NewUser, keys: &Keys) -> Result<Slot> {
        let key = user.params.derive(user.passphrase, &login_salt(salt, user.login))?;
        Slot::wrap(place, user.id, user.params, &key, keys)
    }

    pub(crate) fn of_recovery(place: &Place, salt: &[u8; 32], code: &RecoveryCode, keys: &Keys) -> Result<Slot> {
        let none = Params { memory_kib: 0, iterations: 0, lanes: 0 };
        Slot::wrap(place, Id::from_bytes([0; 16]), none, &code.key(salt), keys)
    }

    fn wrap(place: &Place, user: Id, params: Params, key: &Key, keys: &Keys) -> Result<Slot> {
        let private = Key::random()?;
        let public = PublicKey::from(&StaticSecret::from(*private.as_bytes())).to_bytes();
        let mut secrets = Zeroizing::new([0; 64]);
        secrets[..32].copy_from_slice(private.as_bytes());
        secrets[32..].copy_from_slice(keys.membership.as_bytes());
        let nonce = secret::random()?;
        let mut wrapped = [0; WRAPPED];
        wrapped.copy_from_slice(&key.seal(&nonce, &wrap_data(place.workspace, user, &public), secrets.as_ref())?);
        Ok(Slot { user, params, public, nonce, wrapped, sealed: Sealed::seal(place, user, &public, keys)? })
    }

    pub(crate) fn unwrap(&self, workspace: Id, key: &Key) -> Option<Secrets> {
        let secrets = key.unseal(&self.nonce, &wrap_data(workspace, self.user, &self.public), &self.wrapped)?;
        let mut fields = Fields(&secrets);
        let private = Zeroizing::new(fields.array::<32>()?);
        let membership = Zeroizing::new(fields.array::<32>()?);
        Some(Secrets { private: StaticSecret::from(*private), membership: Key::from_bytes(&membership) })
    }

    pub(crate) fn append_to(&self, out: &mut Vec<u8>) {
        out.extend(self.user.as_bytes());
        for number in [self.params.memory_kib, self.params.iterations, self.params.lanes] {
            out.extend(number.to_le_bytes());
        }
        out.extend(self.public);
        out.extend(self.nonce);
        out.extend(self.wrapped);
        out.extend(self.sealed.ephemeral);
        out.extend(self.sealed.key);
    }

    pub(crate) fn read(fields: &mut Fields) -> Option<Slot> {
        Some(Slot {
            user: Id::from_bytes(fields.array()?),
            params: Params { memory_kib: fields.u32()?, iterations: fields.u32()?, lanes: fields.u32()? },
            public: fields.array()?,
            nonce: fields.array()?,
            wrapped: fields.array()?,
            sealed: Sealed { ephemeral: fields.array()?, key: fields.array()? },
        })
    }
}

fn wrap_data(workspace: Id, user: Id, public: &[u8; 32]) -> Vec<u8> {
    [b"wrap".as_slice(), workspace.as_bytes(), user.as_bytes(), public].concat()
}

/// The data key, sealed to a public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sealed {
    ephemeral: [u8; 32],
    key: [u8; SEALED],
}

impl Sealed {
    pub(crate) fn seal(place: &Place, user: Id, public: &[u8; 32], keys: &Keys) -> Result<Sealed> {
        let private = StaticSecret::from(*Key::random()?.as_bytes());
        let ephemeral = PublicKey::from(&private).to_bytes();
        let shared = private.diffie_hellman(&PublicKey::from(*public));
        let key = sealing_key(place, user, public, &ephemeral, shared.as_bytes(), &keys.membership);
        let mut sealed = [0; SEALED];
        // The sealing key is used once, so its nonce need not differ.
        sealed.copy_from_slice(&key.seal(&[0; NONCE], b"data key", keys.data.as_bytes())?);
        Ok(Sealed { ephemeral, key: sealed })
    }

    pub(crate) fn open(&self, place: &Place, slot: &Slot, secrets: &Secrets) -> Option<Key> {
        let shared = secrets.private.diffie_hellman(&PublicKey::from(self.ephemeral));
        let membership = &secrets.membership;
        let key = sealing_key(place, slot.user, &slot.public, &self.ephemeral, shared.as_bytes(), membership);
        let data = key.unseal(&[0; NONCE], b"data key", &self.key)?;
        let data: &[u8; 32] = data.as_slice().try_into().ok()?;
        Some(Key::from_bytes(data))
    }
}

fn sealing_key(
    place: &Place,
    user: Id,
    public: &[u8; 32],
    ephemeral: &[u8; 32],
    shared: &[u8; 32],
    membership: &Key,
) -> Key {
    let generation = place.generation.to_le_bytes();
    let purpose = [b"seal".as_slice(), place.workspace.as_bytes(), &generation, user.as_bytes(), ephemeral, public];
    // The membership secret is the salt: without it the shared secret alone opens nothing and seals nothing.
    secret::derive(shared, membership.as_bytes(), &purpose)
}
