//! What a failure of the store is called towards a host. One table, no special cases elsewhere.

use crate::error::ErrorDto;
use store::StoreError;

/// The code and arguments of a failure.
pub(crate) fn describe(error: &StoreError) -> ErrorDto {
    use StoreError as E;
    let new = ErrorDto::new;
    match error {
        E::NotFound { entity, .. } => new("not-found").arg("entity", entity),
        E::NothingToUndo => new("nothing-to-undo"),
        E::ChangedSince { actor } => {
            new("changed-since").arg("actor", actor.map(|id| id.to_string()).unwrap_or_default())
        }
        E::Purged => new("purged"),
        E::InUse => new("in-use"),
        E::Duplicate => new("duplicate"),
        E::DiskFull => new("disk-full"),
        E::NewerSchema { .. } | E::NewerFormat { .. } => new("newer-version"),
        E::WrongKey => new("wrong-key"),
        E::NotAWorkspace { path } => new("not-a-workspace").arg("folder", path.display()),
        E::Damaged { what } | E::Truncated { what } | E::Tampered { what } => new("damaged").arg("what", what),
        E::Synced { path, kind } => new("synced-folder").arg("folder", path.display()).arg("kind", kind),
        E::Network { path, kind } => new("network-folder").arg("folder", path.display()).arg("kind", kind),
        E::ReadOnly { path } => new("read-only-folder").arg("folder", path.display()),
        E::Locked { by } => new("in-use-elsewhere").arg("by", by),
        E::TooManyAttempts { seconds } => new("too-many-attempts").arg("seconds", seconds),
        E::PassphraseTooShort { min } => new("passphrase-too-short").arg("least", min).at("passphrase"),
        E::RecoveryCodeMistyped => new("recovery-code-mistyped").at("code"),
        E::NoSlot { .. } => new("no-slot"),
        E::SlotExists { .. } => new("duplicate"),
        E::LastSlot => new("last-user"),
        E::NotEmpty { path } => new("folder-not-empty").arg("folder", path.display()),
        E::NotABackup { path } => new("not-a-backup").arg("file", path.display()),
        E::Cancelled => new("cancelled"),
        E::UnreadableColumn { column } => new("damaged").arg("what", column),
        E::Sqlite(source) => new("database-failed").arg("detail", source),
        E::Io { context, source } => new("io-failed").arg("what", context).arg("detail", source),
    }
}
