//! Checklists: what is there, whether a folder is sound, and taking one in.

use std::path::Path;

use i18n::{Arg, Lang};
use serde_json::{Value, json};

use crate::args::{Args, Usage};
use crate::host::Host;
use crate::out;
use crate::tasks::{Done, Failure, Finding, say};

/// `packs`, `packs check FOLDER` or `packs import FOLDER`.
pub(crate) fn run(host: &Host, args: &Args) -> Done {
    match args.value(0, "").ok().map(|value| value.to_string_lossy().into_owned()).as_deref() {
        None => host.on_workspace(args, || list(host, args)),
        Some("check") => check(host, args),
        Some("import") => import(host, args),
        Some(other) => Err(Usage::Unknown(other.to_owned()).into()),
    }
}

fn list(host: &Host, args: &Args) -> Done {
    let packs = host.call("pack.list", json!({}))?;
    if args.flag("json") {
        out::json(&packs);
        return Ok(Finding::Sound);
    }
    for pack in packs.as_array().into_iter().flatten() {
        let (id, edition, hash) = (out::text(pack, "pack"), out::text(pack, "edition"), out::text(pack, "hash"));
        out::line(&format!("{id} {edition}  {}  {}", &hash[..hash.len().min(12)], out::text(pack, "title")));
    }
    Ok(Finding::Sound)
}

/// Reports like a compiler. It needs no workspace.
fn check(host: &Host, args: &Args) -> Done {
    Ok(read(host, args)?.1)
}

fn import(host: &Host, args: &Args) -> Done {
    host.on_workspace(args, || {
        let (handle, found) = read(host, args)?;
        if found == Finding::Sound {
            let done = host.call("pack.import", json!({ "handle": handle, "hash": null }))?;
            say(args, &done["output"], "cli-packs-imported", &[]);
        }
        Ok(found)
    })
}

fn read(host: &Host, args: &Args) -> Result<(String, Finding), Failure> {
    let folder = Path::new(args.value(1, "FOLDER")?);
    args.at_most(2)?;
    let handle = host.path(folder);
    let read = host.call("pack.read_folder", json!({ "handle": handle }))?;
    let mistakes = out::list(&read, "mistakes");
    if args.flag("json") {
        out::json(&read);
    } else {
        mistakes.iter().for_each(|mistake| out::line(&line(args.lang, mistake)));
        out::line(&summary(args.lang, &read));
    }
    Ok((handle, if mistakes.is_empty() { Finding::Sound } else { Finding::Problems }))
}

/// `file:line:column: key: message`, as far as the mistake has them.
fn line(lang: Lang, mistake: &Value) -> String {
    let args: Vec<(&str, Arg<'_>)> = mistake["args"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value.as_str().unwrap_or_default().into()))
        .collect();
    let words = i18n::text(lang, &format!("pack-error-{}", out::text(mistake, "code")), &args);
    let mut place = out::text(mistake, "file").to_owned();
    if let Some(line) = mistake["line"].as_i64().filter(|line| *line > 0) {
        place += &format!(":{line}:{}", mistake["column"].as_i64().unwrap_or(0));
    }
    let parts = [place.as_str(), out::text(mistake, "key"), &words];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

fn summary(lang: Lang, read: &Value) -> String {
    let files = read["files"].as_i64().unwrap_or(0);
    let count = i64::try_from(out::list(read, "mistakes").len()).unwrap_or(i64::MAX);
    let row = &read["row"];
    if row.is_null() {
        return i18n::text(lang, "cli-packs-mistakes", &[("files", files.into()), ("count", count.into())]);
    }
    let values = [
        ("pack", out::text(row, "pack").into()),
        ("edition", out::text(row, "edition").into()),
        ("files", files.into()),
        ("clauses", row["clauses"].as_i64().unwrap_or(0).into()),
        ("items", row["items"].as_i64().unwrap_or(0).into()),
    ];
    i18n::text(lang, "cli-packs-sound", &values)
}

#[cfg(test)]
mod tests {
    use super::{line, summary};
    use i18n::Lang;
    use serde_json::json;

    #[test]
    fn a_mistake_reads_as_a_compilers() {
        let mistake = json!({ "file": "01.toml", "line": 12, "column": 3, "key": "item.weight", "code": "out-of-range",
            "args": { "value": "9", "min": "1", "max": "3" } });
        let text = line(Lang::Ja, &mistake);
        assert!(text.starts_with("01.toml:12:3: item.weight: 9 は範囲の外です"), "{text}");
        let folder = json!({ "file": "", "line": 0, "column": 0, "key": "", "code": "too-many-files", "args": { "max": "100" } });
        assert!(line(Lang::En, &folder).starts_with("There are more than 100 files"), "nothing stands before it");
    }

    #[test]
    fn the_last_line_counts() {
        let row = json!({ "pack": "hyogo", "edition": "2027-04", "clauses": 3, "items": 5 });
        let sound = summary(Lang::Ja, &json!({ "files": 2, "row": row, "mistakes": [] }));
        for part in ["hyogo", "2027-04", "2", "3", "5"] {
            assert!(sound.contains(part), "{sound}");
        }
        let wrong = summary(Lang::En, &json!({ "files": 2, "row": null, "mistakes": [{}, {}, {}] }));
        assert!(wrong.contains('3') && !wrong.contains('⟦'), "{wrong}");
    }
}
