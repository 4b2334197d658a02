//! What can go wrong with a workspace. Each variant is a code that the app turns into a message.

use std::path::PathBuf;

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A row that was asked for is not there.
    #[error("no {entity} with id {id}")]
    NotFound {
        /// The table.
        entity: &'static str,
        /// The row.
        id: String,
    },
    /// There is nothing to undo or redo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Undo or redo is refused, because somebody changed the same thing since.
    #[error("changed since by {actor:?}")]
    ChangedSince {
        /// The user who changed it, as far as known.
        actor: Option<domain::Id>,
    },
    /// Undo or redo would cross a purge: what was there is gone for ever.
    #[error("purged since")]
    Purged,
    /// Other rows depend on the row.
    #[error("other rows depend on it")]
    InUse,
    /// A row with the same unique key exists.
    #[error("duplicate row")]
    Duplicate,
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// The database was written by a newer version of the program.
    #[error("schema {found} is newer than {known}")]
    NewerSchema {
        /// The schema found.
        found: i64,
        /// The newest schema this program knows.
        known: i64,
    },
    /// The passphrase, login or recovery code does not fit.
    #[error("wrong key")]
    WrongKey,
    /// The folder holds no workspace.
    #[error("not a workspace: {}", path.display())]
    NotAWorkspace {
        /// The folder.
        path: PathBuf,
    },
    /// A part of the workspace is cut off or changed.
    #[error("damaged: {what}")]
    Damaged {
        /// Which part.
        what: String,
    },
    /// A part of the workspace or of a backup ends before its time.
    #[error("truncated: {what}")]
    Truncated {
        /// Which part.
        what: String,
    },
    /// A part is whole and yet not as its key holders left it: somebody without a key changed it on purpose.
    #[error("tampered with: {what}")]
    Tampered {
        /// Which part.
        what: String,
    },
    /// A file was written by a newer version of the program.
    #[error("format {found} is newer than {known}")]
    NewerFormat {
        /// The format found.
        found: u32,
        /// The newest format this program knows.
        known: u32,
    },
    /// The folder is carried to other machines by a synchronising service.
    #[error("{} is synchronised by {kind}", path.display())]
    Synced {
        /// The folder.
        path: PathBuf,
        /// The service, as its makers write it.
        kind: String,
    },
    /// The folder stands on another machine.
    #[error("{} is on a network ({kind})", path.display())]
    Network {
        /// The folder.
        path: PathBuf,
        /// The kind of file system.
        kind: String,
    },
    /// Nothing can be written into the folder.
    #[error("{} is read-only", path.display())]
    ReadOnly {
        /// The folder.
        path: PathBuf,
    },
    /// Another window or another user has the workspace open.
    #[error("opened by {by}")]
    Locked {
        /// Who, as far as known.
        by: String,
    },
    /// Too many wrong passphrases; the next one is taken only after a while.
    #[error("too many attempts, wait {seconds} s")]
    TooManyAttempts {
        /// How long to wait.
        seconds: u64,
    },
    /// A new passphrase has too few characters.
    #[error("passphrase shorter than {min} characters")]
    PassphraseTooShort {
        /// The fewest allowed.
        min: usize,
    },
    /// A typed recovery code is incomplete or its check group does not fit.
    #[error("mistyped recovery code")]
    RecoveryCodeMistyped,
    /// A user has no key slot.
    #[error("user {user} has no key slot")]
    NoSlot {
        /// The user.
        user: domain::Id,
    },
    /// A user has a key slot already.
    #[error("user {user} has a key slot already")]
    SlotExists {
        /// The user.
        user: domain::Id,
    },
    /// The last user cannot be removed: nobody could open the workspace any more.
    #[error("the last key slot cannot be removed")]
    LastSlot,
    /// A folder that is to be filled holds something already.
    #[error("not empty: {}", path.display())]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// The file is no backup.
    #[error("not a backup: {}", path.display())]
    NotABackup {
        /// The file.
        path: PathBuf,
    },
    /// The user stopped a long task; nothing of it remains.
    #[error("cancelled")]
    Cancelled,
    /// A row in the database cannot be read.
    #[error("unreadable column {column}")]
    UnreadableColumn {
        /// The column.
        column: String,
    },
    /// A failure of the database that has no meaning for a user.
    #[error("database: {0}")]
    Sqlite(rusqlite::Error),
    /// A failure of the file system.
    #[error("{context}: {source}")]
    Io {
        /// What was being done, and to which file.
        context: String,
        /// What the system said.
        source: std::io::Error,
    },
}

/// The result of a store operation.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        use rusqlite::ffi;
        if let rusqlite::Error::SqliteFailure(code, _) = &error {
            return match code.extended_code {
                ffi::SQLITE_FULL => StoreError::DiskFull,
                ffi::SQLITE_CONSTRAINT_FOREIGNKEY => StoreError::InUse,
                ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => StoreError::Duplicate,
                ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB => StoreError::Damaged { what: "database".into() },
                _ => StoreError::Sqlite(error),
            };
        }
        StoreError::Sqlite(error)
    }
}
