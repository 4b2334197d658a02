//! Who may depend on whom. The direction is the design: shell, command line and dev host → app → {store, exchange,
//! report} → domain, with i18n a leaf that the command line reads too. exchange and report never see store; the shipped programs never see a network.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::sh::{self, Outcome};

/// Each crate of the workspace and the crates of the workspace it may use.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("i18n", &[]),
    ("store", &["domain"]),
    ("exchange", &["domain", "i18n"]),
    ("report", &["domain", "i18n"]),
    ("app", &["domain", "store", "exchange", "report", "i18n"]),
    ("kansa-cli", &["app", "i18n"]),
    ("kansa-techo", &["app"]),
    ("xtask", &[]),
    ("kansa-tests", &["app", "domain", "store", "exchange", "report", "i18n"]),
];

/// Crates that open internet sockets or speak a protocol over them. What Tauri brings along is fine as far as it does
/// not: `http` and `url` are types only, `tokio` is there for its timers and threads (without its feature `net`,
/// which is checked on its own), `openssl-sys` is the cipher library under the encrypted database.
const NETWORK: &[&str] = &[
    "actix-web",
    "async-net",
    "attohttpc",
    "axum",
    "curl",
    "hickory-resolver",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "tauri-plugin-http",
    "tauri-plugin-updater",
    "tauri-plugin-websocket",
    "tiny_http",
    "tungstenite",
    "ureq",
    "warp",
];

/// The programs that are shipped, and the systems they are shipped for.
const SHIPPED: &[&str] = &["kansa-techo", "kansa-cli"];
const TARGETS: &[&str] = &["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"];

/// Checks the arrows between the crates of the workspace.
pub(super) fn directions(faults: &mut Vec<String>) -> Outcome {
    let metadata = sh::read(&mut sh::cargo(&["metadata", "--format-version=1", "--no-deps"]))?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let empty = Vec::new();
    let packages = metadata["packages"].as_array().unwrap_or(&empty);
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let Some(may_use) = allowed.get(name) else {
            faults.push(format!("crate {name}: a new crate needs a place in tidy and a reason in ARCHITECTURE.md"));
            continue;
        };
        for dependency in package["dependencies"].as_array().unwrap_or(&empty) {
            let used = dependency["name"].as_str().unwrap_or_default();
            if allowed.contains_key(used) && !may_use.contains(&used) {
                faults.push(format!("crate {name} must not depend on {used}"));
            }
        }
    }
    Ok(())
}

/// Checks that nothing in the shipped programs can open an internet socket through a known crate.
pub(super) fn network(faults: &mut Vec<String>) -> Outcome {
    for target in TARGETS {
        for program in SHIPPED {
            let args =
                ["tree", "--package", program, "--edges", "normal", "--target", target, "--prefix", "none", "--format"];
            let tree = sh::read(sh::cargo(&args).args(["{p} features={f}"]))?;
            network_in(&tree, program, faults);
        }
    }
    Ok(())
}

fn network_in(tree: &str, program: &str, faults: &mut Vec<String>) {
    for line in tree.lines() {
        let name = line.split_whitespace().next().unwrap_or_default();
        let features = line.rsplit_once("features=").map_or("", |(_, features)| features);
        if NETWORK.contains(&name) {
            faults.push(format!("{program} contains {name}, which speaks over a network"));
        }
        if name == "tokio" && features.trim_end_matches(" (*)").split(',').any(|feature| feature == "net") {
            faults.push(format!("{program} contains tokio with its feature net"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::network_in;

    #[test]
    fn a_network_crate_is_found_and_types_are_not() {
        let mut faults = Vec::new();
        network_in("http v1.0.0 features=std\ntokio v1.0.0 features=rt,time (*)\n", "p", &mut faults);
        assert!(faults.is_empty(), "{faults:?}");
        network_in("hyper v1.0.0 features=\ntokio v1.0.0 features=rt,net (*)\n", "p", &mut faults);
        assert_eq!(faults.len(), 2, "{faults:?}");
    }
}
