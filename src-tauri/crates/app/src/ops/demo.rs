//! The demo: an invented office, with one year's work half done. It is made by the same operations that people use,
//! each on the day on which it would have been done, so that every screen and paper has something true to show.

mod audit;
mod campaign;
mod earlier;
mod exceptions;
mod improvement;
mod office;
mod picture;
mod plan;
mod plans;
mod report;
mod self_check;
mod site;
mod workpaper;

use super::session;
use crate::App;
use crate::dto::*;
use crate::error::Result;
use crate::handles::Held;
use crate::session::Session;
use domain::Id;
use jiff::{ToSpan, civil::Date};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Env, OpMeta};

/// The login of the person who leads the audits.
const LOGIN: &str = "demo";

/// The login of the second person, who approves.
const SECOND_LOGIN: &str = "morita";

/// It is shown on screen: what it protects is invented.
const PASSPHRASE: &str = "aoba-demo-2026";

/// Makes the demo workspace and opens it.
pub fn create(app: &App, request: CreateDemo) -> Result<DemoCreated> {
    let (login, passphrase) = (LOGIN.to_owned(), PASSPHRASE.to_owned());
    session::create(
        app,
        CreateWorkspace {
            folder: request.folder,
            office: "青葉広域連合".to_owned(),
            person: office::FIRST.name.to_owned(),
            post: office::FIRST.post.to_owned(),
            login: login.clone(),
            passphrase: passphrase.clone(),
        },
    )?;
    let made = fill(app);
    if made.is_err() {
        // A demo that is half made is of no use to anybody.
        session::close(app, Empty {})?;
    }
    made.map(|()| DemoCreated { login, passphrase })
}

fn fill(app: &App) -> Result<()> {
    let demo = app.with_session(|session| {
        let demo = office::fill(session)?;
        plans::fill(session, &demo)?;
        audit::last_year(session, &demo)?;
        self_check::fill(session, &demo)?;
        let demo = audit::this_year(session, demo)?;
        workpaper::sample(session, &demo)?;
        site::fill(session, &demo)?;
        Ok(demo)
    })?;
    let findings = app.with_session(|session| improvement::begin(session, &demo))?;
    app.with_session(|session| exceptions::fill(session, &demo, findings.logs))?;
    change_user(app, SECOND_LOGIN)?;
    app.with_session(|session| improvement::approve_and_report(session, &findings))?;
    app.with_session(|session| workpaper::review(session, &demo))?;
    change_user(app, LOGIN)?;
    app.with_session(|session| improvement::verify(session, &demo, &findings))?;
    app.with_session(report::fill)
}

fn change_user(app: &App, login: &str) -> Result<()> {
    session::lock(app, Empty {})?;
    session::unlock(app, UnlockWorkspace { login: login.to_owned(), passphrase: PASSPHRASE.to_owned() })?;
    Ok(())
}

/// What later steps need to know of earlier ones.
struct Demo {
    /// The departments by name.
    departments: BTreeMap<&'static str, Id>,
    /// The persons by name.
    persons: BTreeMap<&'static str, Id>,
    /// The targets of this year's audit by the name of the department.
    targets: BTreeMap<&'static str, Id>,
    /// The edition everything is held against.
    pack_hash: String,
}

impl Demo {
    fn department(&self, name: &str) -> Result<Id> {
        self.departments.get(name).copied().ok_or_else(|| missing(name))
    }

    fn person(&self, name: &str) -> Result<Id> {
        self.persons.get(name).copied().ok_or_else(|| missing(name))
    }

    fn target(&self, name: &str) -> Result<Id> {
        self.targets.get(name).copied().ok_or_else(|| missing(name))
    }
}

/// The demo names something it has not made; its test finds out.
fn missing(name: &str) -> crate::ErrorDto {
    crate::ErrorDto::new("bad-request").arg("detail", name)
}

/// What is done here is not the user's doing, so undo does not take it back.
fn meta(session: &Session, kind: &'static str) -> OpMeta {
    OpMeta { kind, undo: false, actor: Some(session.user) }
}

/// The clock some days ago.
struct Earlier {
    now: Arc<dyn Env>,
    days: i64,
}

impl Env for Earlier {
    fn now_ms(&self) -> i64 {
        self.now.now_ms() - self.days * 24 * 60 * 60 * 1000
    }

    fn random(&self) -> [u8; 16] {
        self.now.random()
    }
}

/// A session that goes through the days of the year.
struct Days<'s> {
    session: &'s mut Session,
    now: Arc<dyn Env>,
}

impl<'s> Days<'s> {
    fn of(session: &'s mut Session) -> Days<'s> {
        let now = Arc::clone(&session.env);
        Days { session, now }
    }

    /// The session as it was so many days ago.
    fn ago(&mut self, days: i64) -> &mut Session {
        self.session.env = Arc::new(Earlier { now: Arc::clone(&self.now), days });
        self.session
    }

    /// The date so many days ago; negative: to come.
    fn date(&self, days: i64) -> Date {
        let today = crate::env::date_at(self.now.now_ms());
        today.checked_sub(days.days()).unwrap_or(today)
    }
}

impl Drop for Days<'_> {
    /// Afterwards it is today again.
    fn drop(&mut self) {
        self.session.env = Arc::clone(&self.now);
    }
}

/// A file as a person would drop it.
fn file(session: &Session, name: &str, bytes: Vec<u8>, source: &str) -> NewEvidence {
    NewEvidence {
        handle: Some(session.handles.keep(Held::Bytes(bytes.into(), name.to_owned()))),
        name: String::new(),
        source: source.to_owned(),
        place: String::new(),
        class_level: "1".to_owned(),
    }
}

/// A paper that lies somewhere.
fn paper(name: &str, source: &str, place: &str) -> NewEvidence {
    NewEvidence {
        handle: None,
        name: name.to_owned(),
        source: source.to_owned(),
        place: place.to_owned(),
        class_level: "1".to_owned(),
    }
}
