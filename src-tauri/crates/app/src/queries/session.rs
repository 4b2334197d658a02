//! What the program is doing, and what it is made of.

use crate::App;
use crate::dto::*;
use crate::error::Result;
use crate::prefs;
use crate::session::{Session, State};
use std::collections::BTreeSet;
use store::tables::{Person, User};

/// What the program is doing, for the first screen and the frame.
pub fn state(app: &App, _: Empty) -> Result<AppState> {
    let state = app.state();
    let (phase, workspace) = match &*state {
        State::Closed => (Phase::Closed, None),
        State::Locked { .. } => (Phase::Locked, None),
        State::Open(session) => (Phase::Open, Some(info(app, session)?)),
    };
    let recent = prefs::recent(&app.config.config_dir).into_iter().filter(|path| path.is_dir());
    let recent = recent.map(|path| RecentWorkspace {
        name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        folder: path.parent().map(|parent| parent.display().to_string()).unwrap_or_default(),
        handle: app.handles.keep_path(path),
    });
    Ok(AppState {
        phase,
        workspace,
        recent: recent.collect(),
        prefs: prefs::load(&app.config.config_dir),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

fn info(app: &App, session: &Session) -> Result<WorkspaceInfo> {
    let office = session.office()?;
    let user: User = session.read().get(session.user)?;
    let person: Person = session.read().get(session.person)?;
    let sql = "SELECT fiscal_year FROM engagement UNION SELECT fiscal_year FROM finding";
    let mut years: BTreeSet<i64> = session.read().query(sql, &[], |row| Ok(row.get(0)?))?.into_iter().collect();
    years.insert(session.fiscal_year());
    Ok(WorkspaceInfo {
        office: office.name,
        class_label: session.class_label(&office.class_level),
        class_level: office.class_level,
        handling: office.handling,
        demo: office.demo,
        user: user.id,
        login: user.login,
        person: person.id,
        person_name: person.name,
        today: session.today(),
        fiscal_year: session.fiscal_year(),
        fiscal_years: years.into_iter().rev().collect(),
        previous_unlock_at: user.previous_unlock_at,
        last_lock_at: user.last_lock_at,
        recovered: session.recovered_count,
        journal_head: session.read().head()?.map(|op| super::journal::hex(&op.hash)).unwrap_or_default(),
        backup_folder: prefs::backup_folder(&app.config.config_dir).map(|path| path.display().to_string()),
    })
}

/// What the program is made of.
pub fn licences(_: &App, _: Empty) -> Result<Vec<Licence>> {
    Ok(serde_json::from_str(include_str!("../../licences.json"))?)
}
