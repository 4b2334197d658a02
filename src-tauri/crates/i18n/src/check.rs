//! What the texts in `/locales` must be: readable, without duplicates, named after their file, and the same messages
//! with the same variables in every language. The build script runs this over all files.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// The language that the others are compared with.
const REFERENCE: &str = "ja-JP";
/// Every language there must be.
const LANGUAGES: &[&str] = &[REFERENCE, "en-US"];
/// Files whose keys begin with something else than the name of the file.
const PREFIXES: &[(&str, &[&str])] = &[
    ("errors.ftl", &["error"]),
    // One prefix for each closed list of the domain.
    (
        "kinds.ftl",
        &[
            "verdict",
            "self-answer",
            "grade",
            "role",
            "engagement-kind",
            "engagement-state",
            "subject-kind",
            "procedure",
            "duty",
            "target",
            "form",
            "progress-state",
            "verification-result",
            "finding-state",
            "finding-action",
            "fact-view",
            "horizontal-state",
            "horizontal-result",
            "horizontal-action",
            "horizontal-need",
            "who",
            "refusal",
            "assurance",
            "occasion",
            "conduct",
            "manner",
            "loan-manner",
            "standing",
            "bond",
            "scope-why",
            "sampling-method",
            "review-result",
            "review-state",
            "item-life",
            "difference",
            "exception-state",
            "exception-standing",
            "exception-action",
            "exception-manner",
            "exception-result",
            "exception-look",
            "proposal-state",
            "proposal-action",
            "proposal-source",
            "due-kind",
            "report-kind",
            "report-audience",
            "report-stage",
            "report-section",
            "report-paper",
            "report-term",
            "report-meaning",
        ],
    ),
];

/// One Fluent file.
pub(crate) struct Source {
    /// The name of its folder, e.g. `ja-JP`.
    pub(crate) lang: String,
    /// Its name, e.g. `errors.ftl`.
    pub(crate) file: String,
    /// What stands in it.
    pub(crate) text: String,
}

/// One message in the reference language.
#[derive(Debug, PartialEq)]
pub(crate) struct Message {
    pub(crate) key: String,
    pub(crate) variables: Vec<String>,
}

struct Found {
    place: String,
    file: String,
    variables: BTreeSet<String>,
}

/// All messages in order of their keys, or every fault as `<lang>/<file>:<line>: <what is wrong>`.
pub(crate) fn check(sources: &[Source]) -> Result<Vec<Message>, Vec<String>> {
    let mut faults = Vec::new();
    let mut by_lang: BTreeMap<&str, BTreeMap<String, Found>> =
        LANGUAGES.iter().map(|lang| (*lang, BTreeMap::new())).collect();
    for source in sources {
        match by_lang.get_mut(source.lang.as_str()) {
            Some(messages) => read(source, messages, &mut faults),
            None => faults.push(format!("{}/{}:1: no such language here", source.lang, source.file)),
        }
    }
    let reference = by_lang.remove(REFERENCE).unwrap_or_default();
    for (lang, messages) in &by_lang {
        compare(&reference, lang, messages, &mut faults);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let message = |(key, found): (String, Found)| Message { key, variables: found.variables.into_iter().collect() };
    Ok(reference.into_iter().map(message).collect())
}

fn compare(
    reference: &BTreeMap<String, Found>,
    lang: &str,
    messages: &BTreeMap<String, Found>,
    faults: &mut Vec<String>,
) {
    for (key, found) in reference {
        match messages.get(key) {
            None => faults.push(format!("{}: {key} is missing in {lang}/{}", found.place, found.file)),
            Some(other) if other.variables != found.variables => faults.push(format!(
                "{}: {key} has the variables {:?}, but {:?} at {}",
                other.place, other.variables, found.variables, found.place
            )),
            Some(other) if other.file != found.file => {
                faults.push(format!("{}: {key} stands in another file than at {}", other.place, found.place))
            }
            Some(_) => {}
        }
    }
    for (key, found) in messages.iter().filter(|(key, _)| !reference.contains_key(*key)) {
        faults.push(format!("{}: {key} is missing in {REFERENCE}/{}", found.place, found.file));
    }
}

fn read(source: &Source, messages: &mut BTreeMap<String, Found>, faults: &mut Vec<String>) {
    let place = |line: usize| format!("{}/{}:{line}", source.lang, source.file);
    let resource = match fluent_syntax::parser::parse(source.text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                faults.push(format!("{}: {}", place(line_at(&source.text, error.pos.start)), error.kind));
            }
            resource
        }
    };
    let mut from = 0;
    for entry in resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Term(term) => {
                let line = line_of(&source.text, &format!("-{}", term.id.name), &mut from);
                faults.push(format!("{}: terms (-{}) are not used here", place(line), term.id.name));
                continue;
            }
            _ => continue,
        };
        let key = message.id.name;
        let place = place(line_of(&source.text, key, &mut from));
        let mut variables = BTreeSet::new();
        match &message.value {
            Some(value) => {
                variables_of(value, &mut variables, &mut |what| faults.push(format!("{place}: {key}: {what}")))
            }
            None => faults.push(format!("{place}: {key} has no text")),
        }
        if !message.attributes.is_empty() {
            faults.push(format!("{place}: {key}: attributes are not used here"));
        }
        if let Some(expected) = wrong_prefix(&source.file, key) {
            faults.push(format!("{place}: {key}: the keys in {} begin with {expected}", source.file));
        }
        if let Some(other) = messages.get(key) {
            faults.push(format!("{place}: {key} stands already at {}", other.place));
            continue;
        }
        messages.insert(key.to_owned(), Found { place, file: source.file.clone(), variables });
    }
}

fn wrong_prefix(file: &str, key: &str) -> Option<String> {
    let stem = [file.strip_suffix(".ftl").unwrap_or(file)];
    let allowed = PREFIXES.iter().find(|(name, _)| *name == file).map_or(&stem[..], |(_, prefixes)| prefixes);
    let fits = |prefix: &&str| key.strip_prefix(*prefix).is_some_and(|rest| rest.starts_with('-') && rest.len() > 1);
    (!allowed.iter().any(fits)).then(|| format!("{}-", allowed.join("-, ")))
}

fn variables_of(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>, fault: &mut impl FnMut(String)) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => variable(inline, variables, fault),
            Expression::Select { selector, variants } => {
                variable(selector, variables, fault);
                for variant in variants {
                    variables_of(&variant.value, variables, fault);
                }
            }
        }
    }
}

fn variable(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>, fault: &mut impl FnMut(String)) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } => {}
        InlineExpression::FunctionReference { id, .. } => {
            fault(format!("{}() writes differently in Rust and on screen; pass a written text", id.name));
        }
        _ => fault("only { $variable }, { \"text\" } and { $count -> … } are used here".to_owned()),
    }
}

fn line_at(text: &str, position: usize) -> usize {
    text.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1
}

/// The line on which a message begins. The parser does not say; messages come in the order of the file.
fn line_of(text: &str, key: &str, from: &mut usize) -> usize {
    let begins = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    let found = text.lines().enumerate().skip(*from).find(|(_, line)| begins(line));
    *from = found.map_or(*from, |(line, _)| line + 1);
    *from
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(ja: &str, en: &str) -> Vec<String> {
        let source = |lang: &str, text: &str| Source { lang: lang.into(), file: "home.ftl".into(), text: text.into() };
        check(&[source("ja-JP", ja), source("en-US", en)]).err().unwrap_or_default()
    }

    #[test]
    fn equal_keys_and_variables_are_accepted() {
        let en = "home-a = { $n ->\n  [one] one { $x }\n *[other] { $n } { $x }\n }\nhome-b = b\n";
        assert_eq!(faults("home-b = い\nhome-a = { $n }件 { $x }\n", en), Vec::<String>::new());
    }

    #[test]
    fn every_fault_is_named_with_its_place() {
        let good = "home-a = あ\n";
        let cases: &[(&str, &str, &str)] = &[
            ("home-a = あ\nhome-b = い\n", good, "ja-JP/home.ftl:2: home-b is missing in en-US/home.ftl"),
            (good, "home-a = a\n\n# c\nhome-c = c\n", "en-US/home.ftl:4: home-c is missing in ja-JP/home.ftl"),
            ("home-a = { $x }\n", "home-a = { $y }\n", "has the variables {\"y\"}, but {\"x\"} at ja-JP/home.ftl:1"),
            ("home-a = あ\nhome-a = い\n", good, "ja-JP/home.ftl:2: home-a stands already at ja-JP/home.ftl:1"),
            ("home-a = あ\nother = い\n", good, "ja-JP/home.ftl:2: other: the keys in home.ftl begin with home-"),
            ("home-a = あ\nhomework-a = い\n", good, "homework-a: the keys in home.ftl begin with home-"),
            ("home-a = あ\nhome-b い\n", good, "ja-JP/home.ftl:2: "),
            ("home-a = { $x\n", good, "ja-JP/home.ftl:"),
            ("home-a = { NUMBER($x) }\n", good, "NUMBER() writes differently"),
            ("home-a = { home-b }\n", good, "only { $variable }"),
            ("home-a =\n  .title = い\n", good, "ja-JP/home.ftl:1: home-a has no text"),
            ("home-a = あ\n  .title = い\n", good, "attributes are not used"),
            ("-home = あ\nhome-a = あ\n", good, "ja-JP/home.ftl:1: terms (-home) are not used"),
        ];
        for (ja, en, expected) in cases {
            let faults = faults(ja, en);
            assert!(faults.iter().any(|fault| fault.contains(expected)), "{expected:?} in {faults:#?}");
        }
    }

    #[test]
    fn a_key_of_a_closed_list_names_its_list() {
        assert_eq!(wrong_prefix("kinds.ftl", "verdict-partial"), None);
        assert_eq!(wrong_prefix("errors.ftl", "error-locked"), None);
        assert!(wrong_prefix("errors.ftl", "errors-locked").is_some());
        assert!(wrong_prefix("kinds.ftl", "home-title").is_some());
    }
}
