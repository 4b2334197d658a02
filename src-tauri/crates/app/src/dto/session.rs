//! Opening, closing and keeping a workspace.

use domain::Id;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the program is doing, for the first screen and the frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AppState {
    /// Whether a workspace is closed, locked or open.
    pub phase: Phase,
    /// The open workspace.
    pub workspace: Option<WorkspaceInfo>,
    /// Workspaces opened before on this machine.
    pub recent: Vec<RecentWorkspace>,
    /// Language, theme and density.
    pub prefs: Prefs,
    /// The version of the program.
    pub version: String,
}

/// A workspace opened before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RecentWorkspace {
    /// The handle to open it with.
    pub handle: String,
    /// The name of its folder.
    pub name: String,
    /// Where the folder lies, as people read it.
    pub folder: String,
}

/// What this machine remembers of how the program looks; no user data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Prefs {
    /// `ja-JP` or `en-US`.
    pub language: String,
    /// `system`, `light`, `dark` or `contrast`.
    pub theme: String,
    /// `standard` or `dense`.
    pub density: String,
    /// After how many minutes without a key or a pointer the workspace is locked.
    #[serde(default)]
    pub lock_after: i64,
}

/// The open workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WorkspaceInfo {
    /// The name of the office.
    pub office: String,
    /// The class of what is made here, e.g. `3`.
    pub class_level: String,
    /// The same as shown, e.g. 【機密性3】.
    pub class_label: String,
    /// 取扱制限
    pub handling: String,
    /// Whether it is the demo.
    pub demo: bool,
    /// The user.
    pub user: Id,
    /// The user's login.
    pub login: String,
    /// The person the user is.
    pub person: Id,
    /// That person's name.
    pub person_name: String,
    /// Today in Japan.
    #[ts(type = "string")]
    pub today: Date,
    /// The fiscal year of today, by the western year in which it begins.
    pub fiscal_year: i64,
    /// The fiscal years that have engagements or findings, and the current one.
    pub fiscal_years: Vec<i64>,
    /// When this user unlocked it the time before, in milliseconds since 1970 UTC.
    pub previous_unlock_at: Option<i64>,
    /// When this user locked it last.
    pub last_lock_at: Option<i64>,
    /// How many drafts were found and recovered at opening.
    pub recovered: i64,
    /// The head of the journal's chain as hex.
    pub journal_head: String,
    /// Where automatic backups go, as people read it; nothing if they are off.
    pub backup_folder: Option<String>,
}

/// Says where automatic backups go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetBackupFolder {
    /// The handle of a folder; nothing turns them off.
    pub folder: Option<String>,
}

/// Copies a workspace from a place where it cannot be opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CopyWorkspace {
    /// The handle of its folder.
    pub from: String,
    /// The handle of a local folder that is empty or to be made.
    pub to: String,
}

/// Makes a new workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CreateWorkspace {
    /// The handle of an empty folder or of one to be made.
    pub folder: String,
    /// The name of the office.
    pub office: String,
    /// The name of the first user.
    pub person: String,
    /// That person's post.
    pub post: String,
    /// The login of the first user.
    pub login: String,
    /// The passphrase.
    pub passphrase: String,
}

/// A workspace that was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CreatedWorkspace {
    /// The code to print and keep; it is shown once.
    pub recovery_code: String,
}

/// Chooses the workspace to unlock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OpenWorkspace {
    /// The handle of its folder.
    pub folder: String,
}

/// Unlocks the chosen workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct UnlockWorkspace {
    /// The login.
    pub login: String,
    /// The passphrase.
    pub passphrase: String,
}

/// Unlocks with the recovery code and sets a new passphrase for a user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RecoverWorkspace {
    /// The code.
    pub code: String,
    /// The user.
    pub login: String,
    /// The new passphrase.
    pub passphrase: String,
}

/// Makes the demo workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CreateDemo {
    /// The handle of an empty folder or of one to be made.
    pub folder: String,
}

/// The demo workspace, unlocked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DemoCreated {
    /// The login.
    pub login: String,
    /// The passphrase, which is no secret.
    pub passphrase: String,
}

/// Changes the passphrase of the user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ChangePassphrase {
    /// The passphrase so far.
    pub old: String,
    /// The new one.
    pub new: String,
}

/// A new recovery code; the old one no longer works.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RecoveryCode {
    /// The code, shown once.
    pub code: String,
}

/// An answer to: are you really this user?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Confirmation {
    /// The passphrase of the user.
    pub passphrase: String,
}

/// Writes the workspace into one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Backup {
    /// The handle of the file to write.
    pub destination: String,
}

/// A backup that was written and checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BackupDone {
    /// Its name.
    pub file: String,
    /// Its size.
    pub size: i64,
    /// The head of the journal's chain in it.
    pub journal_head: String,
}

/// Brings a backup back into a new folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Restore {
    /// The handle of the backup.
    pub file: String,
    /// The handle of the folder.
    pub folder: String,
}

/// Checks the workspace against its journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Verify {
    /// The hash printed on a paper, or its beginning.
    pub anchor: Option<String>,
}

/// What the check found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct VerifyResult {
    /// How many operations were checked.
    pub ops: i64,
    /// How many images were purged and cannot be compared.
    pub purged: i64,
    /// How many evidence files were checked.
    pub blobs: i64,
    /// What is wrong, each a line for the protocol; empty if nothing.
    pub problems: Vec<String>,
    /// The head of the journal's chain.
    pub journal_head: String,
}

/// A part that the program is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Licence {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence.
    pub licence: String,
    /// The text of the licence, where it must be shown.
    pub text: String,
}

/// Whether a workspace is closed, locked or open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// None is chosen.
    Closed,
    /// One is chosen and needs a passphrase.
    Locked,
    /// One is open.
    Open,
}
