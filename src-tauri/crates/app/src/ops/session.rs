//! Creating, opening, locking and keeping a workspace.

use super::draft;
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::journal::hex;
use crate::session::{Session, State, office_id};
use crate::{App, Event, prefs};
use domain::Id;
use domain::kinds::Role;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::kdf::Params;
use store::tables::{Office, Person, RoleHolder, User};
use store::workspace::{NewUser, Workspace};
use store::{OpMeta, StoreError};

/// Changes how this machine shows the program.
pub fn set_prefs(app: &App, request: Prefs) -> Result<Prefs> {
    let known = prefs::checked(&request);
    prefs::save(&app.config.config_dir, &known)?;
    if let State::Open(session) = &mut *app.state() {
        session.prefs = known.clone();
    }
    Ok(known)
}

/// Makes a new workspace and opens it.
pub fn create(app: &App, request: CreateWorkspace) -> Result<CreatedWorkspace> {
    let folder = app.handles.path(&request.folder)?;
    let office = required("office", &request.office)?;
    let name = required("person", &request.person)?;
    let login = required("login", &request.login)?;
    let env = Arc::clone(&app.config.env);
    let user = env.new_id();
    let new = NewUser { id: user, login: &login, passphrase: &request.passphrase };
    let (workspace, recovery_code) = Workspace::create(&folder, Arc::clone(&env), &new, params(app)?)?;
    let person = env.new_id();
    let prefs = prefs::load(&app.config.config_dir);
    let mut session = Session::new(app, workspace, user, person, prefs);
    let now = session.now();
    let meta = OpMeta { kind: "workspace.create", undo: false, actor: Some(user) };
    session.transact(meta, |tx| {
        tx.put(&Office {
            id: office_id(),
            name: office,
            class_level: "2".to_owned(),
            handling: String::new(),
            demo: false,
            likelihood_levels: String::new(),
            loss_levels: String::new(),
        })?;
        let (kana, post, expertise) = (String::new(), request.post.trim().to_owned(), String::new());
        tx.put(&Person {
            id: person,
            name,
            kana,
            post,
            department: None,
            expertise,
            left_on: None,
            affiliation: String::new(),
        })?;
        let from_on = None;
        tx.put(&RoleHolder {
            id: tx.new_id(),
            role: Role::AuditHead,
            person,
            department: None,
            from_on,
            until_on: None,
            deputy: None,
        })?;
        tx.put(&User {
            id: user,
            login: login.clone(),
            person,
            removed_at: None,
            last_unlock_at: Some(now),
            previous_unlock_at: None,
            last_lock_at: None,
        })?;
        Ok(())
    })?;
    prefs::remember(&app.config.config_dir, &folder)?;
    *app.state() = State::Open(Box::new(session));
    Ok(CreatedWorkspace { recovery_code })
}

/// What unlocking costs here: tuned to the machine, unless a test asks for speed.
fn params(app: &App) -> Result<Params> {
    #[cfg(feature = "fast-kdf")]
    if app.config.fast_kdf {
        return Ok(Params::fast_for_tests());
    }
    let env = &app.config.env;
    Ok(Params::tuned(&mut |work| {
        let start = env.now_ms();
        work();
        let spent = u64::try_from(env.now_ms() - start).unwrap_or(0);
        std::time::Duration::from_millis(spent)
    })?)
}

/// Chooses the workspace to unlock. What can be told without a passphrase is told now.
pub fn open(app: &App, request: OpenWorkspace) -> Result<AppState> {
    let folder = app.handles.path(&request.folder)?;
    Workspace::check(&folder)?;
    *app.state() = State::Locked { folder };
    crate::queries::session::state(app, Empty {})
}

/// Unlocks the chosen workspace.
pub fn unlock(app: &App, request: UnlockWorkspace) -> Result<AppState> {
    let folder = chosen(app)?;
    let env = Arc::clone(&app.config.env);
    let (workspace, user) = Workspace::unlock(&folder, env, request.login.trim(), &request.passphrase)?;
    enter(app, &folder, workspace, user)
}

/// Unlocks with the recovery code and sets a new passphrase.
pub fn recover(app: &App, request: RecoverWorkspace) -> Result<AppState> {
    let folder = chosen(app)?;
    let env = Arc::clone(&app.config.env);
    let login = required("login", &request.login)?;
    let (workspace, user) = Workspace::recover(&folder, env, &request.code, &login, &request.passphrase)?;
    enter(app, &folder, workspace, user)
}

fn chosen(app: &App) -> Result<PathBuf> {
    match &*app.state() {
        State::Locked { folder } => Ok(folder.clone()),
        State::Open(_) => Err(ErrorDto::new("already-open")),
        State::Closed => Err(ErrorDto::new("no-workspace")),
    }
}

/// Enters an unlocked workspace: notes the unlocking, and recovers what was being typed.
fn enter(app: &App, folder: &Path, workspace: Workspace, user: Id) -> Result<AppState> {
    let row: User = workspace.store.read().get(user)?;
    let prefs = prefs::load(&app.config.config_dir);
    let mut session = Session::new(app, workspace, user, row.person, prefs);
    let now = session.now();
    let meta = OpMeta { kind: "workspace.unlock", undo: false, actor: Some(user) };
    session.transact(meta, |tx| {
        tx.put(&User { previous_unlock_at: row.last_unlock_at, last_unlock_at: Some(now), ..row })?;
        Ok(())
    })?;
    draft::recover(&mut session)?;
    prefs::remember(&app.config.config_dir, folder)?;
    *app.state() = State::Open(Box::new(session));
    crate::queries::session::state(app, Empty {})
}

/// Locks the workspace. What was being typed becomes part of its rows first.
pub fn lock(app: &App, _: Empty) -> Result<Empty> {
    leave(app, |folder| State::Locked { folder })
}

/// Closes the workspace.
pub fn close(app: &App, _: Empty) -> Result<Empty> {
    leave(app, |_| State::Closed)
}

fn leave(app: &App, next: impl FnOnce(PathBuf) -> State) -> Result<Empty> {
    {
        let mut state = app.state();
        match &mut *state {
            State::Open(session) => {
                draft::recover(session)?;
                let (user, now) = (session.user, session.now());
                let meta = OpMeta { kind: "workspace.lock", undo: false, actor: Some(user) };
                session.transact(meta, |tx| {
                    let row: User = tx.read().get(user)?;
                    tx.put(&User { last_lock_at: Some(now), ..row })?;
                    Ok(())
                })?;
                let folder = session.workspace.folder().to_owned();
                if let Some(backups) = prefs::backup_folder(&app.config.config_dir) {
                    session.workspace.auto_backup(&backups, &mut progress(app, "backup"))?;
                }
                *state = next(folder);
            }
            State::Locked { folder } => {
                let folder = folder.clone();
                *state = next(folder);
            }
            State::Closed => {}
        }
    }
    (app.config.events)(Event::Locked);
    Ok(Empty {})
}

/// Changes the passphrase of the user.
pub fn change_passphrase(app: &App, request: ChangePassphrase) -> Result<Empty> {
    app.with_session(|session| {
        let user: User = session.read().get(session.user)?;
        let wrong = |error: StoreError| match error {
            StoreError::WrongKey => ErrorDto::new("wrong-passphrase").at("old"),
            other => other.into(),
        };
        session.workspace.confirm(user.id, &user.login, &request.old).map_err(wrong)?;
        let short = |error: StoreError| ErrorDto::from(error).at("new");
        session.workspace.change_passphrase(user.id, &user.login, &request.new).map_err(short)?;
        Ok(Empty {})
    })
}

/// A new recovery code.
pub fn renew_recovery(app: &App, request: Confirmation) -> Result<RecoveryCode> {
    app.with_session(|session| {
        let user: User = session.read().get(session.user)?;
        session
            .workspace
            .confirm(user.id, &user.login, &request.passphrase)
            .map_err(|error| ErrorDto::from(error).at("passphrase"))?;
        Ok(RecoveryCode { code: session.workspace.renew_recovery()? })
    })
}

/// Writes the workspace into one file, encrypted as it is.
pub fn backup(app: &App, request: Backup) -> Result<BackupDone> {
    let to = app.handles.path(&request.destination)?;
    app.with_session(|session| {
        let info = session.workspace.backup(&to, &mut progress(app, "backup"))?;
        Ok(BackupDone {
            file: to.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            size: i64::try_from(info.bytes).unwrap_or(0),
            journal_head: hex(&info.header.head),
        })
    })
}

/// Says where automatic backups go; one is made whenever the workspace is locked or closed.
pub fn set_backup_folder(app: &App, request: SetBackupFolder) -> Result<AppState> {
    let folder = request.folder.as_deref().map(|handle| app.handles.path(handle)).transpose()?;
    if let Some(folder) = &folder {
        app.with_session(|session| {
            if folder.starts_with(session.workspace.folder()) {
                return Err(ErrorDto::new("backup-inside-workspace").at("folder"));
            }
            session.workspace.auto_backup(folder, &mut progress(app, "backup"))?;
            Ok(())
        })?;
    }
    prefs::set_backup_folder(&app.config.config_dir, folder)?;
    crate::queries::session::state(app, Empty {})
}

/// Brings a backup back into a new folder, which is then chosen.
pub fn restore(app: &App, request: Restore) -> Result<AppState> {
    let file = app.handles.path(&request.file)?;
    let folder = app.handles.path(&request.folder)?;
    store::backup::restore(&file, &folder, &mut progress(app, "restore"))?;
    open(app, OpenWorkspace { folder: request.folder })
}

/// Copies a workspace from a network or synchronised folder to this machine; the copy is then chosen.
pub fn copy(app: &App, request: CopyWorkspace) -> Result<AppState> {
    let (from, to) = (app.handles.path(&request.from)?, app.handles.path(&request.to)?);
    store::place::copy_to_local(&from, &to, &mut progress(app, "copy"))?;
    open(app, OpenWorkspace { folder: request.to })
}

/// Tells the screen how far long work has come.
fn progress<'a>(app: &'a App, key: &'a str) -> impl FnMut(u64, u64) -> ControlFlow<()> + use<'a> {
    move |done, of| {
        let (done, of) = (i64::try_from(done).unwrap_or(i64::MAX), i64::try_from(of).unwrap_or(i64::MAX));
        (app.config.events)(Event::Progress { key: key.to_owned(), done, of });
        ControlFlow::Continue(())
    }
}

/// Checks the workspace against its journal, and every evidence file against its sum.
pub fn verify(app: &App, request: Verify) -> Result<VerifyResult> {
    let anchor = request.anchor.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let anchor = anchor.map(|text| unhex(text).ok_or_else(|| ErrorDto::new("bad-anchor").at("anchor"))).transpose()?;
    app.with_session(|session| {
        session.workspace.verify_pages()?;
        let found = session.workspace.store.verify(anchor.as_deref())?;
        let (blobs, damaged) = session.workspace.verify_blobs()?;
        let mut problems: Vec<String> = found.problems.iter().map(|problem| describe(session, problem)).collect();
        problems.extend(damaged.iter().map(|id| session.text("app-verify-blob", &[("id", &id.to_string())])));
        Ok(VerifyResult {
            ops: found.ops,
            purged: found.purged,
            blobs: i64::try_from(blobs).unwrap_or(0),
            problems,
            journal_head: found.head.map(|head| hex(&head)).unwrap_or_default(),
        })
    })
}

fn describe(session: &Session, problem: &store::verify::Problem) -> String {
    use store::verify::Problem as P;
    let at = |key: &str, device: i64, seq: i64| {
        session.text(key, &[("device", &device.to_string()), ("seq", &seq.to_string())])
    };
    match problem {
        P::Gap { device, seq } => at("app-verify-gap", *device, *seq),
        P::Altered { device, seq } => at("app-verify-altered", *device, *seq),
        P::Image { device, seq } => at("app-verify-image", *device, *seq),
        P::Row { entity, id } => session.text("app-verify-row", &[("entity", entity), ("id", &id.to_string())]),
        P::Table { entity } => session.text("app-verify-table", &[("entity", entity)]),
        P::Anchor => session.text("app-verify-anchor", &[]),
    }
}

/// Hex digits, with the spaces and hyphens that people put between them.
fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !matches!(byte, b' ' | b'-')).collect();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    (digits.len() >= 8 && digits.len().is_multiple_of(2)).then(|| digits.chunks(2).map(byte).collect())?
}
