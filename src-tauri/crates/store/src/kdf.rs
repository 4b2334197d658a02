//! From what a person remembers or keeps on paper to a key: passphrases through Argon2id, and the recovery code.

use crate::secret::{self, Key};
use crate::{Result, StoreError};
use argon2::{Algorithm, Argon2, Block, Version};
use sha2::{Digest, Sha256};
use std::fmt;
use std::time::Duration;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

/// The fewest characters of a new passphrase.
pub const MIN_PASSPHRASE: usize = 8;

/// How long one attempt shall take at least on the machine that makes the workspace.
pub const MIN_DERIVATION: Duration = Duration::from_millis(250);

const MEMORY_KIB: u32 = 64 * 1024;
const FEWEST_ITERATIONS: u32 = 3;
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_ITERATIONS: u32 = 200;
const MOST_LANES: u32 = 16;

/// A passphrase in its normal form (NFKC), so that the same characters typed with another keyboard or input method
/// give the same key. It is wiped when dropped.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A new passphrase that a user has chosen.
    pub fn chosen(text: &str) -> Result<Passphrase> {
        let passphrase = Passphrase::typed(text);
        if passphrase.0.chars().count() < MIN_PASSPHRASE {
            return Err(StoreError::PassphraseTooShort { min: MIN_PASSPHRASE });
        }
        Ok(passphrase)
    }

    /// A passphrase typed to unlock; whether it is the right one shows when it is tried.
    pub fn typed(text: &str) -> Passphrase {
        // The length is counted first, so that the text never moves and leaves a copy behind.
        let length = text.nfkc().map(char::len_utf8).sum();
        let mut normal = Zeroizing::new(String::with_capacity(length));
        normal.extend(text.nfkc());
        Passphrase(normal)
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// A login name as it is compared: NFKC, lower case, without space around it.
pub(crate) fn login_form(login: &str) -> String {
    login.nfkc().collect::<String>().to_lowercase().trim().to_owned()
}

/// What one derivation costs. It is stored with each slot, so that later workspaces may ask for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Params {
    pub(crate) memory_kib: u32,
    pub(crate) iterations: u32,
    pub(crate) lanes: u32,
}

impl Params {
    /// The cost for this machine: 64 MiB and as many passes as take [`MIN_DERIVATION`]. `stopwatch` runs the work it is
    /// given and says how long that took; the clock is the caller's.
    pub fn tuned(stopwatch: &mut dyn FnMut(&mut dyn FnMut()) -> Duration) -> Result<Params> {
        let mut params = Params { memory_kib: MEMORY_KIB, iterations: FEWEST_ITERATIONS, lanes: 1 };
        loop {
            let mut outcome = Ok(());
            let taken = stopwatch(&mut || outcome = params.derive(&Passphrase::typed("measure"), &[0; 32]).map(drop));
            outcome?;
            if taken >= MIN_DERIVATION || params.iterations >= MOST_ITERATIONS {
                return Ok(params);
            }
            let wanted = u128::from(params.iterations) * MIN_DERIVATION.as_micros();
            let passes = wanted.div_ceil(taken.as_micros().max(1)).min(u128::from(MOST_ITERATIONS)) as u32;
            params.iterations = passes.max(params.iterations + 1);
        }
    }

    /// A cost that is no protection at all, for tests that make many workspaces.
    #[cfg(any(test, feature = "fast-kdf"))]
    pub fn fast_for_tests() -> Params {
        Params { memory_kib: 8, iterations: 1, lanes: 1 }
    }

    /// The number of passes over the memory.
    pub fn iterations(&self) -> u32 {
        self.iterations
    }

    /// Whether the cost is one that this program could have written. A file with others would make it allocate or
    /// calculate without end.
    pub(crate) fn sane(&self) -> bool {
        (1..=MOST_LANES).contains(&self.lanes)
            && (8 * self.lanes..=MOST_MEMORY_KIB).contains(&self.memory_kib)
            && (1..=MOST_ITERATIONS).contains(&self.iterations)
    }

    /// The key of a passphrase.
    pub(crate) fn derive(&self, passphrase: &Passphrase, salt: &[u8; 32]) -> Result<Key> {
        let failed = |e: argon2::Error| StoreError::Io { context: "Argon2id".into(), source: std::io::Error::other(e) };
        let params = argon2::Params::new(self.memory_kib, self.iterations, self.lanes, Some(32)).map_err(failed)?;
        let mut memory = vec![Block::new(); params.block_count()];
        let mut bytes = Zeroizing::new([0; 32]);
        let outcome = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
            passphrase.0.as_bytes(),
            salt,
            bytes.as_mut(),
            &mut memory,
        );
        memory.iter_mut().for_each(Zeroize::zeroize);
        outcome.map_err(failed)?;
        Ok(Key::from_bytes(&bytes))
    }
}

/// The characters of a recovery code: no I, L, O or U, which are taken for others.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_BYTES: usize = 20;
const CODE_CHARS: usize = CODE_BYTES * 8 / 5;
const CHECK_CHARS: usize = 4;
const GROUP: usize = 4;

/// 160 random bits on paper: eight groups of four characters and a ninth that tells a typing error from a wrong code.
pub struct RecoveryCode(Zeroizing<[u8; CODE_BYTES]>);

impl RecoveryCode {
    pub(crate) fn random() -> Result<RecoveryCode> {
        let mut bytes = Zeroizing::new([0; CODE_BYTES]);
        secret::fill(bytes.as_mut())?;
        Ok(RecoveryCode(bytes))
    }

    /// The code to print, e.g. `7K3M-…-9QXA`.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity((CODE_CHARS + CHECK_CHARS) / GROUP * (GROUP + 1)));
        for (n, character) in self.characters().iter().enumerate() {
            if n > 0 && n % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(*character));
        }
        text
    }

    /// The code a person typed: case, spaces, hyphens and full-width forms do not matter, and O is read as 0, I and L as 1.
    pub fn parse(text: &str) -> Result<RecoveryCode> {
        let mut values = Zeroizing::new(Vec::with_capacity(CODE_CHARS + CHECK_CHARS));
        for character in text.nfkc().filter(|c| c.is_alphanumeric() && !is_dash(*c)) {
            let character = match character.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = ALPHABET.iter().position(|c| char::from(*c) == character);
            match value {
                Some(value) if values.len() < CODE_CHARS + CHECK_CHARS => values.push(value as u8),
                _ => return Err(StoreError::RecoveryCodeMistyped),
            }
        }
        let mut bytes = Zeroizing::new([0; CODE_BYTES]);
        for (n, value) in values.iter().take(CODE_CHARS).enumerate() {
            for bit in 0..5 {
                let at = n * 5 + bit;
                bytes[at / 8] |= ((value >> (4 - bit)) & 1) << (7 - at % 8);
            }
        }
        let code = RecoveryCode(bytes);
        let typed = values.iter().map(|value| ALPHABET[usize::from(*value)]);
        if !code.characters().iter().copied().eq(typed) {
            return Err(StoreError::RecoveryCodeMistyped);
        }
        Ok(code)
    }

    /// The key of the code. The code has its 160 bits of its own, so nothing is gained by making this slow.
    pub(crate) fn key(&self, salt: &[u8]) -> Key {
        secret::derive(self.0.as_ref(), salt, &[b"recovery code"])
    }

    fn characters(&self) -> Zeroizing<Vec<u8>> {
        let check = Sha256::new().chain_update(b"recovery check").chain_update(*self.0).finalize();
        let mut all = Zeroizing::new(self.0.to_vec());
        all.extend_from_slice(&check[..3]);
        let character = |n: usize| {
            let value = (0..5).fold(0, |value, bit| {
                let at = n * 5 + bit;
                value << 1 | usize::from(all[at / 8] >> (7 - at % 8) & 1)
            });
            ALPHABET[value]
        };
        Zeroizing::new((0..CODE_CHARS + CHECK_CHARS).map(character).collect())
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

/// The long-vowel mark counts as a letter, but stands where a Japanese keyboard has the hyphen.
fn is_dash(character: char) -> bool {
    character == 'ー'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_typed_in_another_width_gives_the_same_key() {
        let key = |text| Params::fast_for_tests().derive(&Passphrase::typed(text), &[1; 32]).unwrap();
        assert_eq!(key("ひみつのことばA1"), key("ひみつのことばＡ１"), "full width");
        assert_eq!(key("ガラス窓の向こう"), key("ｶﾞﾗｽ窓の向こう"), "half-width kana");
        assert_ne!(key("ひみつのことばA1"), key("ひみつのことばa1"), "case matters in a passphrase");
    }

    #[test]
    fn characters_are_counted_after_normalising() {
        assert!(
            matches!(Passphrase::chosen("ﾊﾟﾊﾟﾊﾟﾊﾟ"), Err(StoreError::PassphraseTooShort { min: 8 })),
            "four after NFKC"
        );
        assert!(matches!(Passphrase::chosen(""), Err(StoreError::PassphraseTooShort { .. })));
        assert!(Passphrase::chosen("八文字の合言葉だ").is_ok());
    }

    #[test]
    fn login_names_are_compared_without_case_and_width() {
        assert_eq!(login_form(" Ｓａｔｏ "), "sato");
    }

    #[test]
    fn tuning_asks_for_more_passes_until_the_time_is_spent() {
        // A pretended machine on which a pass takes 20 ms.
        let mut rounds = 0;
        let params = Params::tuned(&mut |_| {
            rounds += 1;
            Duration::from_millis(if rounds == 1 { 60 } else { 260 })
        });
        assert_eq!(params.unwrap(), Params { memory_kib: 65_536, iterations: 13, lanes: 1 });
        let fastest = Params::tuned(&mut |_| Duration::ZERO).unwrap();
        assert_eq!(fastest.iterations, MOST_ITERATIONS, "an impossible clock ends at the limit");
        let slow = Params::tuned(&mut |work| {
            work();
            Duration::from_secs(3)
        });
        assert_eq!(slow.unwrap().iterations, FEWEST_ITERATIONS, "a slow machine still does the fewest passes");
    }

    #[test]
    fn costs_no_program_would_write_are_not_sane() {
        let good = Params { memory_kib: MEMORY_KIB, iterations: 3, lanes: 1 };
        assert!(good.sane());
        for bad in [
            Params { memory_kib: u32::MAX, ..good },
            Params { iterations: u32::MAX, ..good },
            Params { iterations: 0, ..good },
            Params { lanes: 0, ..good },
            Params { memory_kib: 7, ..good },
        ] {
            assert!(!bad.sane(), "{bad:?}");
        }
    }

    #[test]
    fn a_recovery_code_comes_back_however_it_is_typed() {
        let code = RecoveryCode(Zeroizing::new([
            0b0000_0000,
            0b0100_0100,
            7,
            200,
            0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            14,
            255,
        ]));
        let text = code.text();
        assert_eq!(text.len(), 9 * 4 + 8, "nine groups of four: {}", *text);
        let same = |typed: &str| RecoveryCode::parse(typed).unwrap().0 == code.0;
        assert!(same(&text));
        assert!(same(&text.to_lowercase()));
        assert!(same(&text.replace('-', " ")));
        assert!(same(&text.replace('-', "ー")));
        assert!(same(&text.replace('0', "O").replace('1', "l")), "O for 0 and l for 1");
        let wide: String = text.chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap()).collect();
        assert!(same(&wide), "full width: {wide}");
    }

    #[test]
    fn every_single_mistake_in_a_recovery_code_is_noticed() {
        let code = RecoveryCode::random().unwrap();
        let text = code.text();
        let mut noticed = 0;
        for at in 0..text.len() {
            for other in ALPHABET {
                let mut typed = text.as_bytes().to_vec();
                if typed[at] == *other || typed[at] == b'-' {
                    continue;
                }
                typed[at] = *other;
                let typed = String::from_utf8(typed).unwrap();
                // 20 bits of check: one in a million random changes passes, and is then a wrong code.
                noticed += usize::from(RecoveryCode::parse(&typed).is_err());
            }
        }
        assert!(noticed >= 36 * 31 - 1, "only {noticed} of {} noticed", 36 * 31);
        for bad in ["", "ABCD", &text[..text.len() - 1], &format!("{}0", *text), &text.replace('-', "あ"), "💣"] {
            assert!(matches!(RecoveryCode::parse(bad), Err(StoreError::RecoveryCodeMistyped)), "{bad}");
        }
    }
}
