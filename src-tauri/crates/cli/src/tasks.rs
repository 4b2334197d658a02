//! The subcommands. Each maps what was typed to commands of the table and prints what came back.

use std::path::{Path, PathBuf};

use app::ErrorDto;
use i18n::Arg;
use serde_json::{Value, json};

use crate::args::{Args, Usage};
use crate::host::{self, Host};
use crate::{bench_data, out, packs, preview};

/// How a task that ran through ended.
#[derive(Debug, PartialEq)]
pub(crate) enum Finding {
    /// All is well.
    Sound,
    /// It found something wrong with what it looked at.
    Problems,
}

/// Why a task did not run through.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It was called wrongly.
    Usage(Usage),
    /// The program refused or failed.
    Refused(ErrorDto),
}

impl From<Usage> for Failure {
    fn from(usage: Usage) -> Self {
        Failure::Usage(usage)
    }
}

impl From<ErrorDto> for Failure {
    fn from(error: ErrorDto) -> Self {
        Failure::Refused(error)
    }
}

/// How a task ends.
pub(crate) type Done = Result<Finding, Failure>;

/// Runs the task that was asked for.
pub(crate) fn run(host: &Host, args: &Args) -> Done {
    match args.task.as_str() {
        "init" => init(host, args),
        "demo" => demo(host, args),
        "packs" => packs::run(host, args),
        "report" => host.on_workspace(args, || report(host, args)),
        "export" => host.on_workspace(args, || export(host, args)),
        "import" => host.on_workspace(args, || import(host, args)),
        "verify" => host.on_workspace(args, || verify(host, args)),
        "backup" => host.on_workspace(args, || backup(host, args)),
        "restore" => restore(host, args),
        "bench-data" => bench_data::make(host, args),
        "call" => call(host, args),
        other => Err(Usage::Unknown(other.to_owned()).into()),
    }
}

/// Prints the answer as it is, or in the words of a message.
pub(crate) fn say(args: &Args, answer: &Value, key: &str, values: &[(&str, Arg<'_>)]) {
    if args.flag("json") {
        out::json(answer);
    } else {
        out::line(&i18n::text(args.lang, key, values));
    }
}

fn init(host: &Host, args: &Args) -> Done {
    let folder = Path::new(args.value(0, "DIR")?);
    args.at_most(1)?;
    let request = json!({
        "folder": host.path(folder),
        "office": args.required("office", "--office NAME")?,
        "person": args.required("person", "--person NAME")?,
        "post": args.text("post").unwrap_or_default(),
        "login": args.required("login", "--login NAME")?,
        "passphrase": host::new_passphrase(args)?,
    });
    let made = host.call("workspace.create", request)?;
    host.call("workspace.close", json!({}))?;
    say(args, &made, "cli-init-done", &[("code", out::text(&made, "recovery_code").into())]);
    Ok(Finding::Sound)
}

fn demo(host: &Host, args: &Args) -> Done {
    let folder = Path::new(args.value(0, "DIR")?);
    args.at_most(1)?;
    let made = host.call("demo.create", json!({ "folder": host.path(folder) }))?;
    host.call("workspace.close", json!({}))?;
    let values = [("login", out::text(&made, "login").into()), ("passphrase", out::text(&made, "passphrase").into())];
    say(args, &made, "cli-demo-done", &values);
    Ok(Finding::Sound)
}

fn report(host: &Host, args: &Args) -> Done {
    args.at_most(0)?;
    let year = year(host, args)?;
    let formats = match args.text("format") {
        Some(format) => vec![format],
        None => vec!["pdf".to_owned(), "xlsx".to_owned()],
    };
    for format in formats {
        let kind = format!("report-{format}");
        let suggested = host.call("file.suggest_name", json!({ "kind": kind, "fiscal_year": year }))?;
        let request = json!({
            "fiscal_year": year,
            "format": format,
            "destination": destination(host, args, &suggested)?,
            "recipient": args.text("to").unwrap_or_else(|| i18n::text(args.lang, "cli-report-recipient", &[])),
            "basis": args.text("basis").unwrap_or_else(|| i18n::text(args.lang, "cli-report-basis", &[])),
        });
        exported(args, &host.call("report.export", request)?);
    }
    Ok(Finding::Sound)
}

fn export(host: &Host, args: &Args) -> Done {
    args.at_most(0)?;
    let format = args.text("format").unwrap_or_else(|| "xlsx".to_owned());
    if let Some(pack) = args.text("pack") {
        return export_blank(host, args, &pack, &format);
    }
    let targets = match args.text("target") {
        Some(target) => vec![target],
        None => open_targets(host, year(host, args)?)?,
    };
    for target in targets {
        let asked = json!({ "kind": format!("form-{format}"), "target": target });
        let suggested = host.call("file.suggest_name", asked)?;
        let request = json!({
            "target": target,
            "format": format,
            "destination": destination(host, args, &suggested)?,
            "recipient": args.text("to").unwrap_or_default(),
            "basis": args.text("basis").unwrap_or_default(),
        });
        exported(args, &host.call("form.export", request)?);
    }
    Ok(Finding::Sound)
}

/// A checklist of an edition that belongs to no audit or self-inspection.
fn export_blank(host: &Host, args: &Args, pack: &str, format: &str) -> Done {
    let packs = host.call("pack.list", json!({}))?;
    // By its short name the edition in use, else the newest; by its hash, or the beginning of it, that one.
    let known = packs.as_array().into_iter().flatten();
    let mut known: Vec<&Value> = known
        .filter(|row| out::text(row, "pack") == pack || (pack.len() >= 8 && out::text(row, "hash").starts_with(pack)))
        .collect();
    known.sort_by_key(|row| (row["used"] == true, out::text(row, "edition").to_owned()));
    let hash = known.last().ok_or_else(|| ErrorDto::new("no-such-pack"))?["hash"].clone();
    let form = args.text("form").unwrap_or_else(|| "audit".to_owned());
    let clauses: Vec<String> = args.text("clause").into_iter().collect();
    let blank = json!({ "hash": hash, "form": form, "clauses": clauses });
    let suggested = host.call("file.suggest_name", json!({ "kind": format!("blank-{format}"), "blank": blank }))?;
    let request = json!({
        "hash": hash,
        "form": form,
        "clauses": clauses,
        "format": format,
        "destination": destination(host, args, &suggested)?,
        "recipient": args.text("to").unwrap_or_default(),
        "basis": args.text("basis").unwrap_or_default(),
    });
    exported(args, &host.call("pack.export_form", request)?);
    Ok(Finding::Sound)
}

/// Every department of every audit and self-inspection of the year.
fn open_targets(host: &Host, year: i64) -> Result<Vec<String>, Failure> {
    let engagements = host.call("engagement.list", json!({ "kind": null, "fiscal_year": year }))?;
    let mut targets = Vec::new();
    for engagement in engagements.as_array().into_iter().flatten() {
        let detail = host.call("engagement.get", json!({ "id": engagement["id"] }))?;
        targets.extend(out::list(&detail, "targets").iter().map(|target| out::text(target, "id").to_owned()));
    }
    Ok(targets)
}

fn import(host: &Host, args: &Args) -> Done {
    let file = Path::new(args.value(0, "FILE")?);
    args.at_most(1)?;
    let mut read = host.call("import.read", json!({ "handle": host.path(file) }))?;
    if let Some(target) = args.text("target") {
        for form in out::list(&read, "forms").to_vec().iter().filter(|form| !form["blank"].is_null()) {
            let asked = json!({ "token": read["token"], "sheet": form["sheet"], "target": target });
            read = host.call("import.assign", asked)?["output"].take();
        }
    }
    let preview = &read;
    if args.flag("json") {
        out::json(preview);
    } else {
        preview::print(args.lang, preview);
    }
    let usable = !out::list(preview, "forms").is_empty();
    if usable && args.flag("commit") {
        let done = host.call("import.commit", json!({ "files": [{ "token": preview["token"] }] }))?;
        say(args, &done, "cli-import-done", &[("count", done["output"]["taken"].as_i64().unwrap_or(0).into())]);
    } else if usable && !args.flag("json") {
        out::line(&i18n::text(args.lang, "cli-import-preview", &[]));
    }
    Ok(if usable { Finding::Sound } else { Finding::Problems })
}

fn verify(host: &Host, args: &Args) -> Done {
    args.at_most(0)?;
    let result = host.call("workspace.verify", json!({ "anchor": args.text("anchor") }))?;
    let problems = out::list(&result, "problems");
    let counts = [
        ("ops", result["ops"].as_i64().unwrap_or(0).into()),
        ("blobs", result["blobs"].as_i64().unwrap_or(0).into()),
        ("head", out::text(&result, "journal_head").into()),
    ];
    say(args, &result, if problems.is_empty() { "cli-verify-sound" } else { "cli-verify-problems" }, &counts);
    if !args.flag("json") {
        problems.iter().filter_map(Value::as_str).for_each(out::line);
    }
    Ok(if problems.is_empty() { Finding::Sound } else { Finding::Problems })
}

fn backup(host: &Host, args: &Args) -> Done {
    let file = Path::new(args.value(0, "FILE")?);
    args.at_most(1)?;
    let done = host.call("workspace.backup", json!({ "destination": host.path(file) }))?;
    let values = [("file", out::text(&done, "file").into()), ("head", out::text(&done, "journal_head").into())];
    say(args, &done, "cli-backup-done", &values);
    Ok(Finding::Sound)
}

fn restore(host: &Host, args: &Args) -> Done {
    let (file, folder) = (Path::new(args.value(0, "FILE")?), Path::new(args.value(1, "DIR")?));
    args.at_most(2)?;
    let done = host.call("workspace.restore", json!({ "file": host.path(file), "folder": host.path(folder) }))?;
    say(args, &done, "cli-restore-done", &[]);
    Ok(Finding::Sound)
}

/// Any command of the table. With `--workspace` it runs there; without, it is one that needs none.
fn call(host: &Host, args: &Args) -> Done {
    let name = args.value(0, "COMMAND")?.to_string_lossy().into_owned();
    let text = args.value(1, "JSON").map_or_else(|_| "{}".into(), |text| text.to_string_lossy());
    args.at_most(2)?;
    let request: Value = serde_json::from_str(&text).map_err(ErrorDto::from)?;
    let answer = if args.flag("workspace") {
        host.on_workspace(args, || Ok(host.call(&name, request)?))?
    } else {
        host.call(&name, request)?
    };
    out::json(&answer);
    Ok(Finding::Sound)
}

/// The fiscal year asked for, else the one of today.
fn year(host: &Host, args: &Args) -> Result<i64, Failure> {
    match args.text("year") {
        Some(text) => text.parse().map_err(|_| Usage::Unknown(format!("--year {text}")).into()),
        None => {
            let state = host.call("app.state", json!({}))?;
            Ok(state["workspace"]["fiscal_year"].as_i64().unwrap_or_default())
        }
    }
}

/// The file to write, under the name the program gives it, in the folder asked for.
fn destination(host: &Host, args: &Args, suggested: &Value) -> Result<String, Failure> {
    let folder = args.path("out").unwrap_or_else(|| PathBuf::from("."));
    std::fs::create_dir_all(&folder)
        .map_err(|error| ErrorDto::new("io-failed").arg("what", folder.display()).arg("detail", error))?;
    Ok(host.path(folder.join(out::text(suggested, "name"))))
}

fn exported(args: &Args, committed: &Value) {
    let exported = &committed["output"];
    say(args, exported, "cli-exported", &[("file", out::text(exported, "name").into())]);
    if !args.flag("json") {
        out::list(exported, "warnings").iter().filter_map(Value::as_str).for_each(out::line);
    }
}
