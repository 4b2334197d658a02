//! The encrypted workspace: keys, database, journal and evidence files.
//!
//! Invariant: [`Store::transact`] is the only way to change a row of user data, and it writes the journal in the same
//! transaction. Drafts (text still being typed) are the one exception.

pub mod attempts;
pub mod backup;
pub mod blobs;
pub mod cipher;
mod container;
pub mod drafts;
pub mod error;
mod files;
pub mod generation;
pub mod journal;
pub mod kdf;
pub mod lockfile;
pub mod migrations;
pub mod place;
pub mod row;
pub mod search;
pub mod secret;
mod slot;
pub mod slots;
pub mod tables;
pub mod tx;
pub mod undo;
pub mod verify;
pub mod workspace;

pub use error::{Result, StoreError};
pub use files::Progress;
pub use row::{Column, Row, Table};
pub use tx::{Committed, OpMeta, Store, Touched, Tx};
pub use workspace::Workspace;

/// What the store needs from outside: time and randomness, so that tests can fix both.
pub trait Env: Send + Sync {
    /// Milliseconds since 1970-01-01 UTC.
    fn now_ms(&self) -> i64;
    /// Sixteen random bytes.
    fn random(&self) -> [u8; 16];
    /// A new row id.
    fn new_id(&self) -> domain::Id {
        domain::Id::from_time(self.now_ms(), self.random())
    }
}
