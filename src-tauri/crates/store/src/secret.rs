//! Secret bytes and the few operations on them: random, derive, seal, unseal, authenticate. All of the product's
//! cryptography outside the database file goes through here.

use crate::{Result, StoreError};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroizing;

/// The length of a nonce of XChaCha20-Poly1305; long enough to be drawn at random for every use.
pub(crate) const NONCE: usize = 24;

/// How much longer a sealed text is than the open one.
pub(crate) const TAG: usize = 16;

/// A 256-bit secret. It is wiped when dropped and never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// A new random key.
    pub fn random() -> Result<Key> {
        let mut bytes = Zeroizing::new([0; 32]);
        fill(bytes.as_mut())?;
        Ok(Key(bytes))
    }

    /// The key with these bytes, e.g. one kept in the database.
    pub fn from_bytes(bytes: &[u8; 32]) -> Key {
        Key(Zeroizing::new(*bytes))
    }

    /// The bytes, for keeping a blob's key in the encrypted database.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Another key for one purpose, from this one (HKDF-SHA256). Keys for different purposes tell nothing about each other.
    pub(crate) fn derive(&self, salt: &[u8], purpose: &[&[u8]]) -> Key {
        derive(self.as_bytes(), salt, purpose)
    }

    /// The authentication code of these bytes (HMAC-SHA256).
    pub(crate) fn authenticate(&self, bytes: &[u8]) -> [u8; 32] {
        self.mac(bytes).finalize().into_bytes().into()
    }

    /// Whether the code is that of these bytes, compared in constant time.
    pub(crate) fn authentic(&self, bytes: &[u8], code: &[u8; 32]) -> bool {
        self.mac(bytes).verify(&(*code).into()).is_ok()
    }

    fn mac(&self, bytes: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new(&padded(self.as_bytes()).into());
        mac.update(bytes);
        mac
    }

    /// Encrypts and authenticates; `aad` is authenticated only.
    pub(crate) fn seal(&self, nonce: &[u8; NONCE], aad: &[u8], text: &[u8]) -> Result<Vec<u8>> {
        // The cipher refuses only texts of 256 GB and more; no caller has one.
        self.cipher()
            .encrypt(&XNonce::from(*nonce), Payload { msg: text, aad })
            .map_err(|_| StoreError::Io { context: "encrypt".into(), source: std::io::ErrorKind::FileTooLarge.into() })
    }

    /// The text, or nothing if the key, the nonce, `aad` or the sealed bytes are not those of [`Key::seal`].
    pub(crate) fn unseal(&self, nonce: &[u8; NONCE], aad: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        self.cipher().decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad }).ok().map(Zeroizing::new)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.as_bytes().into())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// A key for one purpose from secret material that may be longer than a key.
pub(crate) fn derive(material: &[u8], salt: &[u8], purpose: &[&[u8]]) -> Key {
    let mut key = Key(Zeroizing::new([0; 32]));
    // HKDF fails only for outputs of more than 8,160 bytes.
    if Hkdf::<Sha256>::new(Some(salt), material).expand_multi_info(purpose, key.0.as_mut()).is_err() {
        unreachable!("32 bytes are within what HKDF gives");
    }
    key
}

/// Fills the buffer with random bytes of the system.
pub(crate) fn fill(buffer: &mut [u8]) -> Result<()> {
    getrandom::fill(buffer)
        .map_err(|e| StoreError::Io { context: "random bytes of the system".into(), source: std::io::Error::other(e) })
}

/// An array of random bytes.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}

/// HMAC pads a short key with zeros to its block length.
fn padded(key: &[u8; 32]) -> [u8; 64] {
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_opens_only_with_the_same_key_nonce_and_data() {
        let key = Key::from_bytes(&[1; 32]);
        let sealed = key.seal(&[2; NONCE], b"aad", b"text").unwrap();
        assert_eq!(key.unseal(&[2; NONCE], b"aad", &sealed).unwrap().as_slice(), b"text");
        assert_eq!(key.unseal(&[3; NONCE], b"aad", &sealed), None, "another nonce");
        assert_eq!(key.unseal(&[2; NONCE], b"other", &sealed), None, "other data");
        assert_eq!(Key::from_bytes(&[9; 32]).unseal(&[2; NONCE], b"aad", &sealed), None, "another key");
        for at in 0..sealed.len() {
            let mut bad = sealed.clone();
            bad[at] ^= 1;
            assert_eq!(key.unseal(&[2; NONCE], b"aad", &bad), None, "a flipped bit at {at}");
        }
        assert_eq!(key.unseal(&[2; NONCE], b"aad", &[]), None, "nothing at all");
    }

    #[test]
    fn the_authentication_code_is_plain_hmac_sha256() {
        // RFC 4231, test case 4 uses a 25-byte key; padding it with zeros must not matter.
        let mut key = [0; 32];
        for (i, byte) in key.iter_mut().take(25).enumerate() {
            *byte = i as u8 + 1;
        }
        let code = Key::from_bytes(&key).authenticate(&[0xcd; 50]);
        let hex: String = code.iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hex, "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
    }

    #[test]
    fn a_key_is_never_printed() {
        assert_eq!(format!("{:?}", Key::from_bytes(&[7; 32])), "Key(…)");
    }
}
