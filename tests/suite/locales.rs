//! Both languages say the same things with the same variables. The build checks it; this shows that the check works on
//! the files people edit, and that what the program holds is what stands there.

use kansa_tests::office::root;
use std::collections::{BTreeMap, BTreeSet};

/// The messages of a language: for each key the variables in it.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut files: Vec<_> =
        std::fs::read_dir(root().join("locales").join(language)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "ftl"));
    assert!(files.len() > 5, "{language} has its files");
    for path in files {
        let mut key = String::new();
        for line in std::fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            let name = line.split('=').next().unwrap_or_default().trim_end();
            let starts = line.contains('=') && !line.starts_with([' ', '[', '*', '}', '.']);
            if starts && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_') {
                key = name.to_owned();
                assert!(found.insert(key.clone(), BTreeSet::new()).is_none(), "{key} stands twice in {language}");
            }
            let variables = line.split('$').skip(1);
            let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            found.entry(key.clone()).or_default().extend(variables.map(name).filter(|name: &String| !name.is_empty()));
        }
    }
    found.remove("");
    found
}

#[test]
fn japanese_and_english_have_the_same_messages_with_the_same_variables() {
    let (ja, en) = (messages("ja-JP"), messages("en-US"));
    let keys = |of: &BTreeMap<String, BTreeSet<String>>| of.keys().cloned().collect::<BTreeSet<_>>();
    let only: Vec<String> = keys(&ja).symmetric_difference(&keys(&en)).cloned().collect();
    assert!(only.is_empty(), "in one language only: {only:?}");
    for (key, variables) in &ja {
        assert_eq!(variables, &en[key], "the variables of {key}");
    }
    assert_eq!(ja.len(), i18n::MESSAGES.len(), "the program holds every message");
    for (key, variables) in i18n::MESSAGES {
        let known: BTreeSet<&str> = ja[*key].iter().map(String::as_str).collect();
        assert_eq!(variables.iter().copied().collect::<BTreeSet<_>>(), known, "the variables of {key}");
    }
}
