//! A pack with a typo is not taken, and each mistake says file, line, key and what was expected, in both languages.

use domain::Keyed;
use domain::pack::{Lists, PackError, parse};
use i18n::{Arg, Lang};
use kansa_tests::office::root;
use std::collections::BTreeMap;
use std::fs;

fn lists() -> Lists {
    let text = |name: &str| fs::read_to_string(root().join("checklists").join(name)).unwrap();
    Lists::parse(&text("topics.toml"), &text("look_at.toml")).unwrap()
}

fn hyogo() -> BTreeMap<String, String> {
    let entries = fs::read_dir(root().join("checklists/hyogo/2024-05")).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect()
}

fn words(error: &PackError, lang: Lang) -> String {
    let key = format!("pack-error-{}", error.code.key());
    let args: Vec<(&str, Arg<'_>)> = error.args.iter().map(|(name, value)| (name.as_str(), value.into())).collect();
    let text = i18n::text(lang, &key, &args);
    assert!(!text.contains("⟦") && !text.contains("{$"), "{key}: {text}");
    for variable in i18n::variables(&key).unwrap() {
        assert!(text.contains(&error.args[*variable]), "{key} shows {variable}: {text}");
    }
    text
}

#[test]
fn each_typo_says_file_line_key_and_what_was_expected() {
    let good = hyogo();
    assert!(parse(&good, &lists()).is_ok());
    for (wrong, right, code) in [
        ("wieght = 3", "weight = 3", "unknown-key-near"),
        ("duty = \"most\"", "duty = \"must\"", "unknown-value-near"),
        ("weight = \"3\"", "weight = 3", "wrong-type"),
        ("weight = 9", "weight = 3", "out-of-range"),
        ("id = \"hyogo:99.9-1\"", "id = \"hyogo:11.1.1-1\"", "item-id"),
        ("parent = \"99\"", "parent = \"11.1\"", "parent-not-before"),
        ("question = ", "question = \"", "syntax"),
    ] {
        let mut files = good.clone();
        let (name, text) =
            files.iter_mut().find(|(name, text)| name.starts_with("11") && text.contains(right)).unwrap();
        let name = name.clone();
        let line = text[..text.find(right).unwrap()].lines().count().max(1);
        *text = text.replacen(right, wrong, 1);
        let errors = parse(&files, &lists()).unwrap_err();
        let error = errors.iter().find(|error| error.code.key() == code);
        let error = error.unwrap_or_else(|| panic!("{wrong}: {errors:?}"));
        assert_eq!(error.file, name, "{wrong}");
        assert!(error.line.abs_diff(u32::try_from(line).unwrap()) <= 1, "{wrong}: line {line}, said {}", error.line);
        for lang in [Lang::Ja, Lang::En] {
            assert!(words(error, lang).chars().count() > 5);
        }
    }
}

/// Whatever single character is lost, the parser gives a pack or says where; it never stops the program.
#[test]
fn a_pack_with_a_character_less_is_read_or_refused_with_a_place() {
    let (good, lists) = (hyogo(), lists());
    let mut refused = 0;
    for (name, text) in &good {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        for &at in places.iter().step_by(places.len() / 12 + 1) {
            let mut files = good.clone();
            let file = files.get_mut(name).unwrap();
            file.remove(at);
            let Err(errors) = parse(&files, &lists) else { continue };
            refused += 1;
            assert!(!errors.is_empty());
            for error in &errors {
                words(error, Lang::Ja);
            }
        }
    }
    assert!(refused > 20, "{refused}");
}
