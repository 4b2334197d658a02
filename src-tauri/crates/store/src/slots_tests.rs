use super::*;
use std::fs;

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::chosen(text).unwrap()
}

fn user<'a>(n: u8, login: &'a str, passphrase: &'a Passphrase) -> NewUser<'a> {
    NewUser { id: id(n), login, passphrase, params: Params::fast_for_tests() }
}

/// A workspace with the users sato and suzuki, written and read again.
fn two_users(folder: &Path) -> (Slots, Keys, RecoveryCode) {
    let (first, second) = (passphrase("さとうの合言葉です"), passphrase("すずきの合言葉です"));
    let (mut slots, keys, code) = Slots::create(&user(1, "sato", &first)).unwrap();
    slots.add_slot(&keys, &user(2, "suzuki", &second)).unwrap();
    slots.write(folder, &keys).unwrap();
    (Slots::read(folder).unwrap(), keys, code)
}

fn is_open(result: Result<Keys>, keys: &Keys) -> bool {
    result.is_ok_and(|opened| opened.data == keys.data)
}

#[test]
fn each_user_and_the_recovery_code_open_the_same_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let (slots, keys, code) = two_users(folder.path());
    let opened = slots.unlock("ＳＡＴＯ", &passphrase("さとうの合言葉です")).unwrap();
    assert_eq!((opened.data.clone(), opened.opened_by()), (keys.data.clone(), OpenedBy::User(id(1))));
    let opened = slots.unlock("suzuki", &passphrase("すずきの合言葉です")).unwrap();
    assert_eq!((opened.data.clone(), opened.opened_by()), (keys.data.clone(), OpenedBy::User(id(2))));
    let opened = slots.unlock_with_recovery(&RecoveryCode::parse(&code.text()).unwrap()).unwrap();
    assert_eq!((opened.data.clone(), opened.opened_by()), (keys.data.clone(), OpenedBy::Recovery));
    assert_eq!(slots.users(), [id(1), id(2)]);
}

#[test]
fn a_wrong_login_passphrase_or_code_is_a_wrong_key() {
    let folder = tempfile::tempdir().unwrap();
    let (slots, ..) = two_users(folder.path());
    for (login, text) in
        [("sato", "すずきの合言葉です"), ("suzuki", "さとうの合言葉です"), ("tanaka", "さとうの合言葉です"), ("", "")]
    {
        let result = slots.unlock(login, &Passphrase::typed(text));
        assert!(matches!(result, Err(StoreError::WrongKey)), "{login}: {result:?}");
    }
    let other = RecoveryCode::random().unwrap();
    assert!(matches!(slots.unlock_with_recovery(&other), Err(StoreError::WrongKey)));
}

#[test]
fn no_name_stands_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    two_users(folder.path());
    let bytes = fs::read(folder.path().join(SLOTS_FILE)).unwrap();
    for name in ["sato", "suzuki"] {
        assert!(!bytes.windows(name.len()).any(|w| w == name.as_bytes()), "{name}");
    }
}

#[test]
fn a_new_passphrase_replaces_the_old_one_and_leaves_the_others_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (mut slots, keys, _) = two_users(folder.path());
    let fresh = passphrase("あたらしい合言葉です");
    slots.replace_slot(&keys, &user(1, "sato.h", &fresh)).unwrap();
    slots.write(folder.path(), &keys).unwrap();
    let slots = Slots::read(folder.path()).unwrap();
    assert!(is_open(slots.unlock("sato.h", &fresh), &keys));
    assert!(matches!(slots.unlock("sato", &passphrase("さとうの合言葉です")), Err(StoreError::WrongKey)));
    assert!(is_open(slots.unlock("suzuki", &passphrase("すずきの合言葉です")), &keys));
}

#[test]
fn a_removed_user_opens_nothing_that_was_sealed_after_him() {
    let folder = tempfile::tempdir().unwrap();
    let (slots, keys, code) = two_users(folder.path());
    let (mut next, fresh) = slots.rekeyed(&keys, Some(id(2))).unwrap();
    next.write(folder.path(), &fresh).unwrap();
    let next = Slots::read(folder.path()).unwrap();
    assert_ne!(keys.data, fresh.data, "the data key is another one");
    assert_eq!((next.generation(), next.database_name()), (2, "data-0002.db".to_owned()));
    assert_ne!(next.database_salt(), slots.database_salt());
    assert!(
        is_open(next.unlock("sato", &passphrase("さとうの合言葉です")), &fresh),
        "who stays needs no new passphrase"
    );
    assert!(is_open(next.unlock_with_recovery(&code), &fresh), "the printed code still works");
    assert!(matches!(next.unlock("suzuki", &passphrase("すずきの合言葉です")), Err(StoreError::WrongKey)));

    // His private key and the membership secret, which he may have kept, open none of the remaining seals.
    let his =
        slots.users[1].params.derive(&passphrase("すずきの合言葉です"), &login_salt(&slots.salt, "suzuki")).unwrap();
    let secrets = slots.users[1].unwrap(slots.workspace, &his).unwrap();
    for slot in next.users.iter().chain([&next.recovery]) {
        assert!(slot.sealed.open(&next.place(), slot, &secrets).is_none());
    }
}

#[test]
fn the_last_user_stays_and_strangers_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let (slots, keys, _) = two_users(folder.path());
    assert!(matches!(slots.rekeyed(&keys, Some(id(9))), Err(StoreError::NoSlot { user }) if user == id(9)));
    let (one, keys) = slots.rekeyed(&keys, Some(id(2))).unwrap();
    assert!(matches!(one.rekeyed(&keys, Some(id(1))), Err(StoreError::LastSlot)));
    let text = passphrase("さとうの合言葉です");
    let mut slots = slots;
    assert!(matches!(slots.add_slot(&keys, &user(1, "x", &text)), Err(StoreError::SlotExists { .. })));
    assert!(matches!(slots.replace_slot(&keys, &user(9, "x", &text)), Err(StoreError::NoSlot { .. })));
}

#[test]
fn a_new_recovery_code_ends_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let (mut slots, keys, old) = two_users(folder.path());
    let new = slots.new_recovery(&keys).unwrap();
    slots.write(folder.path(), &keys).unwrap();
    let slots = Slots::read(folder.path()).unwrap();
    assert!(is_open(slots.unlock_with_recovery(&new), &keys));
    assert!(matches!(slots.unlock_with_recovery(&old), Err(StoreError::WrongKey)));
}

#[test]
fn a_folder_without_the_file_is_no_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let read = || Slots::read(folder.path());
    assert!(matches!(read(), Err(StoreError::NotAWorkspace { path }) if path == folder.path()));
    assert!(matches!(Slots::read(&folder.path().join("none")), Err(StoreError::NotAWorkspace { .. })));
    fs::write(folder.path().join(SLOTS_FILE), b"a list of slot machines").unwrap();
    assert!(matches!(read(), Err(StoreError::NotAWorkspace { .. })), "a file of somebody else");
    fs::write(folder.path().join("data-0001.db"), b"").unwrap();
    assert!(matches!(read(), Err(StoreError::Damaged { .. })), "beside a database it is ours, and damaged");
    fs::remove_file(folder.path().join(SLOTS_FILE)).unwrap();
    assert!(matches!(read(), Err(StoreError::Damaged { .. })), "the file was lost");
}

#[test]
fn a_truncated_file_says_so_at_every_length() {
    let folder = tempfile::tempdir().unwrap();
    two_users(folder.path());
    let bytes = fs::read(folder.path().join(SLOTS_FILE)).unwrap();
    for length in 0..bytes.len() {
        let result = Slots::from_bytes(&bytes[..length]);
        assert!(matches!(result, Err(StoreError::Truncated { .. })), "{length}: {result:?}");
    }
    let longer = [bytes.as_slice(), b"x"].concat();
    assert!(matches!(Slots::from_bytes(&longer), Err(StoreError::Damaged { .. })));
}

#[test]
fn no_flipped_bit_opens_or_panics() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, code) = two_users(folder.path());
    let bytes = fs::read(folder.path().join(SLOTS_FILE)).unwrap();
    for at in 0..bytes.len() {
        for bit in [0, 7] {
            let mut bad = bytes.clone();
            bad[at] ^= 1 << bit;
            let result = Slots::from_bytes(&bad);
            let known = matches!(result, Err(StoreError::Damaged { .. } | StoreError::Truncated { .. }));
            assert!(known, "an accident at {at}: {result:?}");

            // Somebody who mends the checksum is stopped by the authentication code at the latest.
            let end = bad.len() - 32;
            let sum: [u8; 32] = Sha256::digest(&bad[..end]).into();
            bad[end..].copy_from_slice(&sum);
            if bad == bytes {
                continue;
            }
            let opened = Slots::from_bytes(&bad).and_then(|slots| {
                // The recovery slot is tried first, because it costs no Argon2id.
                let recovery = slots.unlock_with_recovery(&code);
                if recovery.is_ok() {
                    recovery
                } else {
                    slots.unlock("sato", &passphrase("さとうの合言葉です")).and(recovery)
                }
            });
            assert!(opened.is_err(), "tampering at {at} opened the workspace");
        }
    }
}

#[test]
fn tampering_is_told_from_a_wrong_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    two_users(folder.path());
    let mut bytes = fs::read(folder.path().join(SLOTS_FILE)).unwrap();
    // The second user's public key is exchanged, as for having the next data key sealed to somebody else.
    let at = 92 + Slot::LENGTH + 28;
    bytes[at] ^= 1;
    let end = bytes.len() - 32;
    let sum: [u8; 32] = Sha256::digest(&bytes[..end]).into();
    bytes[end..].copy_from_slice(&sum);
    let slots = Slots::from_bytes(&bytes).unwrap();
    let result = slots.unlock("sato", &passphrase("さとうの合言葉です"));
    assert!(matches!(result, Err(StoreError::Tampered { .. })), "{result:?}");
}

#[test]
fn a_workspace_of_a_strangers_making_does_not_open_with_the_users_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let (slots, ..) = two_users(folder.path());
    // He has the file, so he has the public keys; he makes a data key and a membership secret of his own.
    let his = Keys { data: Key::random().unwrap(), membership: Key::random().unwrap(), opened_by: OpenedBy::Recovery };
    let mut forged = slots.clone();
    forged.reseal(&his).unwrap();
    let forged = Slots::from_bytes(&forged.encode(&his)).unwrap();
    let result = forged.unlock("sato", &passphrase("さとうの合言葉です"));
    assert!(matches!(result, Err(StoreError::Tampered { .. })), "{result:?}");
}

#[test]
fn a_newer_format_says_which() {
    let folder = tempfile::tempdir().unwrap();
    two_users(folder.path());
    let mut bytes = fs::read(folder.path().join(SLOTS_FILE)).unwrap();
    bytes[16..18].copy_from_slice(&7u16.to_le_bytes());
    let end = bytes.len() - 32;
    let sum: [u8; 32] = Sha256::digest(&bytes[..end]).into();
    bytes[end..].copy_from_slice(&sum);
    assert!(matches!(Slots::from_bytes(&bytes), Err(StoreError::NewerFormat { found: 7, known: 1 })));
}

#[test]
fn costs_that_would_exhaust_the_machine_are_refused_before_they_are_spent() {
    let folder = tempfile::tempdir().unwrap();
    let (mut slots, keys, _) = two_users(folder.path());
    slots.users[0].params.memory_kib = u32::MAX;
    assert!(matches!(Slots::from_bytes(&slots.encode(&keys)), Err(StoreError::Tampered { .. })));
}

proptest::proptest! {
    /// Whatever somebody writes behind a right checksum, it is refused without a panic and without heavy work.
    #[test]
    fn arbitrary_content_is_refused(body in proptest::collection::vec(proptest::num::u8::ANY, 0..1200), count in 0u16..5) {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend((22 + body.len() as u32 + 32).to_le_bytes());
        bytes.extend(&body);
        if bytes.len() > 92 {
            bytes[90..92].copy_from_slice(&count.to_le_bytes());
        }
        let sum: [u8; 32] = Sha256::digest(&bytes).into();
        bytes.extend(sum);
        proptest::prop_assert!(Slots::from_bytes(&bytes).is_err());
    }
}
