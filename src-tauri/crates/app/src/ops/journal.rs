//! Undo and redo.

use crate::App;
use crate::dto::*;
use crate::error::Result;
use store::journal::Op;

/// Takes the user's last undoable operation back.
pub fn undo(app: &App, _: Empty) -> Result<Committed<Turned>> {
    app.with_session(|session| {
        let user = session.user;
        Ok(turned(session.workspace.store.undo(user)?))
    })
}

/// Does again what the user undid last.
pub fn redo(app: &App, _: Empty) -> Result<Committed<Turned>> {
    app.with_session(|session| {
        let user = session.user;
        Ok(turned(session.workspace.store.redo(user)?))
    })
}

fn turned(committed: store::Committed<Op>) -> Committed<Turned> {
    let store::Committed { output, op, touched } = committed;
    Committed::from(store::Committed { output: Turned { kind: output.kind }, op, touched })
}
