//! The same keys for the screen.

use crate::MESSAGES;

/// The TypeScript source that names every message and its variables, for `ui/src/gen/keys.ts`.
pub fn ts_keys() -> String {
    ts_of(MESSAGES)
}

fn ts_of(messages: &[(&str, &[&str])]) -> String {
    let mut out = String::from(
        "// Generated from the Fluent files in /locales. Do not edit.\n\n\
         /** Every message and the names of its variables; `never` where it has none. */\nexport interface Messages {\n",
    );
    for (key, variables) in messages {
        let names: Vec<String> = variables.iter().map(|name| format!("'{name}'")).collect();
        let names = if names.is_empty() { "never".to_owned() } else { names.join(" | ") };
        out.push_str(&format!("  '{key}': {names};\n"));
    }
    out.push_str("}\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_with_their_variables() {
        let ts = ts_of(&[("home-title", &[]), ("home-left", &["count", "name"])]);
        assert!(ts.contains("  'home-title': never;\n  'home-left': 'count' | 'name';\n"), "{ts}");
    }
}
