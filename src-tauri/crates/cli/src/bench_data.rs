//! A workspace full of invented answers, made through the same commands as real ones, to measure on.

use std::path::Path;

use serde_json::{Value, json};

use crate::args::{Args, Usage};
use crate::host::{self, Host};
use crate::out;
use crate::tasks::{self, Failure, Finding};

const LOGIN: &str = "bench";

/// Makes it: so many departments, an audit of all of them, and a verdict for every item.
pub(crate) fn make(host: &Host, args: &Args) -> Result<Finding, Failure> {
    let folder = Path::new(args.value(0, "DIR")?);
    args.at_most(1)?;
    let count: u32 = match args.text("departments") {
        Some(text) => text.parse().map_err(|_| Usage::Unknown(format!("--departments {text}")))?,
        None => 20,
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
    let answers = fill(host, count);
    host.call("workspace.close", json!({}))?;
    let answers = answers?;
    let values = [("login", LOGIN.into()), ("count", answers.into())];
    tasks::say(args, &json!({ "login": LOGIN, "answers": answers }), "cli-bench-done", &values);
    Ok(Finding::Sound)
}

fn fill(host: &Host, departments: u32) -> Result<i64, Failure> {
    let state = host.call("app.state", json!({}))?;
    let (year, person) = (&state["workspace"]["fiscal_year"], &state["workspace"]["person"]);
    let mut ids = Vec::new();
    for n in 1..=departments {
        let request = json!({ "id": null, "name": format!("計測{n:04}課"), "kana": "", "closed_on": null });
        ids.push(host.call("department.save", request)?["output"]["id"].clone());
    }
    let packs = host.call("pack.list", json!({}))?;
    let audit = json!({
        "id": null, "kind": "audit", "title": "計測", "fiscal_year": year, "form": "audit",
        "pack_hash": packs[0]["hash"], "purpose": "計測", "method": "計測", "exclusions": "",
        "from_on": null, "until_on": null, "lead": person, "departments": ids, "members": [person],
    });
    let audit = host.call("engagement.save", audit)?["output"]["id"].clone();
    host.call("engagement.start", json!({ "id": audit, "gate_on": null, "gate_reason": "計測" }))?;
    let detail = host.call("engagement.get", json!({ "id": audit }))?;
    let mut answers = 0;
    for target in out::list(&detail, "targets") {
        answers += answer(host, &target["id"])?;
    }
    Ok(answers)
}

/// Verdicts in the shares a real audit has: most conform, some do in part, few do not.
fn answer(host: &Host, target: &Value) -> Result<i64, Failure> {
    let grid = host.call("grid.get", json!({ "target": target }))?;
    let items: Vec<&Value> = out::list(&grid, "rows").iter().map(|row| &row["item"]).collect();
    for (verdict, share) in [("conforming", 0..8), ("partial", 8..9), ("nonconforming", 9..10)] {
        let of: Vec<&Value> =
            items.iter().enumerate().filter(|(nth, _)| share.contains(&(nth % 10))).map(|(_, item)| *item).collect();
        if !of.is_empty() {
            host.call("answer.set", json!({ "target": target, "items": of, "verdict": verdict }))?;
        }
    }
    Ok(i64::try_from(items.len()).unwrap_or(i64::MAX))
}
