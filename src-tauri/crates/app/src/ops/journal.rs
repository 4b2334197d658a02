//! Undo and redo.

mod held;

use crate::App;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::session::Session;
use store::StoreError;
use store::journal::Op;
use store::tables::{Person, User};
use store::undo::Way;

/// Takes the user's last undoable operation back.
pub fn undo(app: &App, _: Empty) -> Result<Committed<Turned>> {
    app.with_session(|session| {
        held::refuse(session, Way::Back)?;
        let user = session.user;
        let undone = session.workspace.store.undo(user);
        undone.map(turned).map_err(|error| refused(session, error))
    })
}

/// Does again what the user undid last.
pub fn redo(app: &App, _: Empty) -> Result<Committed<Turned>> {
    app.with_session(|session| {
        held::refuse(session, Way::Again)?;
        let user = session.user;
        let redone = session.workspace.store.redo(user);
        redone.map(turned).map_err(|error| refused(session, error))
    })
}

/// Says by name who changed it since.
fn refused(session: &Session, error: StoreError) -> ErrorDto {
    let StoreError::ChangedSince { actor: Some(user) } = error else { return error.into() };
    let name = || -> Result<String> {
        let user: User = session.read().get(user)?;
        Ok(session.read().get::<Person>(user.person)?.name)
    };
    ErrorDto::from(error).arg("actor", name().unwrap_or_default())
}

fn turned(committed: store::Committed<Op>) -> Committed<Turned> {
    let store::Committed { output, op, touched } = committed;
    Committed::from(store::Committed { output: Turned { kind: output.kind }, op, touched })
}
