//! A workspace full of invented answers, to measure on.

use std::path::Path;

use app::bench_data::{Size, fill};
use serde_json::json;

use crate::args::{Args, Usage};
use crate::host::{self, Host};
use crate::tasks::{self, Failure, Finding};

const LOGIN: &str = "bench";

/// Makes it: so many departments, each asked five hundred items, in so many years.
pub(crate) fn make(host: &Host, args: &Args) -> Result<Finding, Failure> {
    let folder = Path::new(args.value(0, "DIR")?);
    args.at_most(1)?;
    let size = Size {
        departments: count(args, "departments", 20)?,
        items: 500,
        years: count(args, "years", 1)?,
        findings: 100,
        singly: 0,
    };
    let request = json!({
        "folder": host.path(folder),
        "office": "計測",
        "person": "計測",
        "post": "",
        "login": LOGIN,
        "passphrase": host::passphrase(args, "cli-ask-new-passphrase")?,
    });
    host.call("workspace.create", request)?;
    let answers = fill(host.app(), &size);
    host.call("workspace.close", json!({}))?;
    let answers = answers?;
    let values = [("login", LOGIN.into()), ("count", answers.into())];
    tasks::say(args, &json!({ "login": LOGIN, "answers": answers }), "cli-bench-done", &values);
    Ok(Finding::Sound)
}

/// A number of at least one.
fn count(args: &Args, name: &str, usual: usize) -> Result<usize, Usage> {
    let Some(text) = args.text(name) else { return Ok(usual) };
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Usage::Unknown(format!("--{name} {text}")))
}
