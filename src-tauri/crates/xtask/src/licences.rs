//! The list behind the licences screen: every crate and package that is part of what is shipped, and the fonts, each
//! with the text its licence wants to be shown. It is written from what is locked and committed with it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::sh::{self, Outcome};

const FILE: &str = "src-tauri/crates/app/licences.json";

/// The fonts, which are bundled, and Svelte, which is compiled in; the rest of the packages comes from `dependencies`.
const COMPILED_IN: &[&str] = &["svelte", "@expo-google-fonts/biz-udgothic", "@expo-google-fonts/biz-udmincho"];

/// Writes the list, or with `check` only compares names and versions with what is locked.
pub(crate) fn run(check: bool) -> Outcome {
    let mut parts = crates()?;
    parts.extend(packages()?);
    let fresh = Value::from_iter(parts.into_values());
    let path = sh::root().join(FILE);
    if !check {
        let text = serde_json::to_string_pretty(&fresh).map_err(|error| error.to_string())?;
        return fs::write(&path, text + "\n").map_err(|error| format!("{FILE}: {error}"));
    }
    let text = fs::read_to_string(&path).map_err(|error| format!("{FILE}: {error}"))?;
    let known: Value = serde_json::from_str(&text).map_err(|error| format!("{FILE}: {error}"))?;
    if names(&known) == names(&fresh) {
        return Ok(());
    }
    let differing: Vec<String> = names(&known).symmetric_difference(&names(&fresh)).take(10).cloned().collect();
    Err(format!("{FILE} is stale ({}): `cargo xtask licences` writes it", differing.join(", ")))
}

fn names(parts: &Value) -> BTreeSet<String> {
    let name = |part: &Value| format!("{} {}", text(&part["name"]), text(&part["version"]));
    parts.as_array().into_iter().flatten().map(name).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The crates that the shell is made of, on any system it is built for; not those only used for building or testing.
fn crates() -> Outcome<BTreeMap<String, Value>> {
    let metadata = sh::read(&mut sh::cargo(&["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]).to_owned(), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]).to_owned(), node)).collect();
    let mut open: Vec<String> = packages
        .iter()
        .filter(|(_, package)| text(&package["name"]) == "kansa-techo")
        .map(|(id, _)| id.clone())
        .collect();
    let mut shipped = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !shipped.insert(id.clone()) {
            continue;
        }
        for dependency in nodes.get(&id).map(|node| list(&node["deps"])).unwrap_or_default() {
            if list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) {
                open.push(text(&dependency["pkg"]).to_owned());
            }
        }
    }
    let foreign = shipped.iter().filter_map(|id| packages.get(id)).filter(|package| !package["source"].is_null());
    let part = |package: &Value| {
        let folder = Path::new(text(&package["manifest_path"])).parent().unwrap_or(Path::new(".")).to_owned();
        let (name, version) = (text(&package["name"]), text(&package["version"]));
        (format!("{name} {version}"), entry(name, version, text(&package["license"]), &folder))
    };
    Ok(foreign.map(part).collect())
}

/// The packages of the screen, and the fonts.
fn packages() -> Outcome<BTreeMap<String, Value>> {
    let ui = sh::root().join("ui");
    let manifest = read_json(&ui.join("package.json"))?;
    let named = manifest["dependencies"].as_object().into_iter().flat_map(|map| map.keys().map(String::as_str));
    let mut parts = BTreeMap::new();
    for name in named.chain(COMPILED_IN.iter().copied()) {
        let folder = ui.join("node_modules").join(name);
        let package = read_json(&folder.join("package.json"))?;
        let version = text(&package["version"]);
        parts.insert(format!("{name} {version}"), entry(name, version, text(&package["license"]), &folder));
    }
    Ok(parts)
}

fn read_json(path: &Path) -> Outcome<Value> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn entry(name: &str, version: &str, licence: &str, folder: &Path) -> Value {
    json!({ "name": name, "version": version, "licence": licence, "text": licence_text(folder) })
}

/// The shortest licence file of a package: where it may be used under one of several licences, one text is enough.
fn licence_text(folder: &Path) -> String {
    let named = |name: &str| {
        let name = name.to_ascii_lowercase();
        ["license", "licence", "copying", "unlicense", "ofl"].iter().any(|start| name.starts_with(start))
    };
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .filter(|file| named(&file.file_name().to_string_lossy()))
        .filter_map(|file| fs::read_to_string(file.path()).ok())
        .map(|text| text.replace("\r\n", "\n").trim().to_owned())
        .filter(|text| !text.is_empty())
        .min_by_key(|text| (text.len(), text.clone()))
        .unwrap_or_default()
}
