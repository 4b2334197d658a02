//! Every text in locales/ is used: its key stands in the sources, or a list of keys is put together from a prefix and
//! a member that stands there. A text nobody reads is translated for nothing and hides a missing one.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::sh::{self, Outcome};

/// The words of the sources: whole words, and the prefixes that a key is put together from.
#[derive(Default)]
struct Words {
    whole: BTreeSet<String>,
    prefixes: BTreeSet<String>,
}

/// Checks the reference language; that the others have the same keys is a test of the i18n crate.
pub(super) fn used(files: &[PathBuf], faults: &mut Vec<String>) -> Outcome {
    let mut words = Words::default();
    for file in files.iter().filter(|file| reads_texts(file)) {
        words.take(&sh::text(&sh::root().join(file))?);
    }
    for file in files.iter().filter(|file| file.starts_with("locales/ja-JP")) {
        let text = sh::text(&sh::root().join(file))?;
        let closed_list = file.ends_with("kinds.ftl");
        for key in keys(&text) {
            let used = words.use_key(key) || closed_list && words.has_member(key);
            if !used {
                faults.push(format!("{}: {key} is used nowhere", sh::relative(file)));
            }
        }
    }
    Ok(())
}

fn reads_texts(file: &Path) -> bool {
    let name = sh::relative(file);
    let rust = name.starts_with("src-tauri/") && name.ends_with(".rs") && !name.starts_with("src-tauri/crates/xtask/");
    let ui = name.starts_with("ui/src/") && (name.ends_with(".ts") || name.ends_with(".svelte"));
    (rust || ui) && !name.ends_with(".test.ts") || name.ends_with(".ftl") && name.starts_with("locales/ja-JP")
}

fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()) && key.chars().all(in_key))
}

fn in_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}

impl Words {
    /// Takes in a source. In a Fluent file only references to other messages count, not the definitions.
    fn take(&mut self, text: &str) {
        for line in text.lines() {
            let line = match line.split_once(" = ") {
                Some((key, rest)) if key.chars().all(in_key) => rest,
                _ => line,
            };
            let mut rest = line;
            while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
                rest = &rest[start..];
                let end = rest.find(|c: char| !(in_key(c) || c == '_' || c == ':')).unwrap_or(rest.len());
                let (word, after) = rest.split_at(end);
                word.split("::").filter(|part| !part.is_empty()).for_each(|part| self.word(part, after));
                rest = after;
            }
        }
    }

    fn word(&mut self, word: &str, after: &str) {
        let plain = word.trim_end_matches(':').replace(['_', ':'], "-");
        if plain.ends_with('-') && after.starts_with(['$', '{', '"', '\'', '`']) {
            self.prefixes.insert(plain);
        } else {
            self.whole.insert(plain);
        }
    }

    fn use_key(&self, key: &str) -> bool {
        let put_together =
            |prefix: &String| key.strip_prefix(prefix.as_str()).is_some_and(|rest| self.whole.contains(rest));
        self.whole.contains(key) || self.prefixes.iter().any(put_together)
    }

    /// The closed lists of the domain name their texts `<list>-<member>`; the member is what stands in the source.
    fn has_member(&self, key: &str) -> bool {
        key.match_indices('-').any(|(at, _)| self.whole.contains(&key[at + 1..]))
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, keys};

    #[test]
    fn a_key_is_used_literally_as_a_function_or_through_a_prefix() {
        let mut words = Words::default();
        words.take("text(\"home-title\"); i18n::home_empty(); t(`nav-${x}`); [\"reports\"]; \"not_applicable\"");
        for key in ["home-title", "home-empty", "nav-reports"] {
            assert!(words.use_key(key), "{key} is used");
        }
        assert!(!words.use_key("nav-other"), "the member must stand somewhere");
        assert!(!words.use_key("home"), "a part of a key is not the key");
        assert!(words.has_member("verdict-not-applicable"));
    }

    #[test]
    fn a_definition_is_not_a_use_but_a_reference_is() {
        let mut words = Words::default();
        words.take("one = { two }です\n");
        assert!(!words.use_key("one"));
        assert!(words.use_key("two"));
        assert_eq!(keys("# note = x\none = a\n    two = b\n.attr = c\n").collect::<Vec<_>>(), ["one"]);
    }
}
