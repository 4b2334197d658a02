//! Every failure has its words, in both languages, and the words name no argument that is never given.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The codes that stand in the sources of a folder.
fn codes(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            codes(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            for part in text.split("ErrorDto::new(\"").skip(1).chain(text.split(" new(\"").skip(1)) {
                let code = part.split('"').next().unwrap_or_default();
                if !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
                    found.insert(code.to_owned());
                }
            }
        }
    }
}

#[test]
fn every_code_has_its_message_and_every_message_its_code() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    // The first has a function of its own; the second is said by the screen, when nothing answers.
    let mut known = BTreeSet::from(["required", "host-unreachable"].map(str::to_owned));
    for folder in
        [crates.join("app/src"), crates.join("cli/src"), crates.join("../src"), crates.join("../../tests/devhost")]
    {
        codes(&folder, &mut known);
    }
    known.extend(
        <domain::horizontal::HorizontalRefusal as domain::Keyed>::ALL
            .iter()
            .map(|r| format!("refused-{}", domain::Keyed::key(*r))),
    );
    known.extend(
        <domain::finding::Refusal as domain::Keyed>::ALL.iter().map(|r| format!("refused-{}", domain::Keyed::key(*r))),
    );
    known.extend(
        <domain::self_check::SheetRefusal as domain::Keyed>::ALL.iter().map(|r| domain::Keyed::key(*r).to_owned()),
    );
    known.extend(
        <domain::sampling::SamplingFault as domain::Keyed>::ALL
            .iter()
            .map(|fault| format!("sampling-{}", domain::Keyed::key(*fault))),
    );
    known.extend(
        <domain::review::ReviewRefusal as domain::Keyed>::ALL
            .iter()
            .map(|refusal| format!("review-{}", domain::Keyed::key(*refusal))),
    );
    known.extend(
        <domain::exception::ExceptionRefusal as domain::Keyed>::ALL
            .iter()
            .map(|refusal| format!("exception-{}", domain::Keyed::key(*refusal))),
    );
    known.extend(
        <domain::proposal::ProposalRefusal as domain::Keyed>::ALL
            .iter()
            .map(|refusal| format!("proposal-{}", domain::Keyed::key(*refusal))),
    );
    known.extend(
        <domain::report::StyleFault as domain::Keyed>::ALL
            .iter()
            .map(|fault| format!("report-style-{}", domain::Keyed::key(*fault))),
    );
    assert!(known.len() > 60, "the sources were read: {}", known.len());
    let silent: Vec<&String> = known.iter().filter(|code| !i18n::exists(&format!("error-{code}"))).collect();
    assert!(silent.is_empty(), "codes without words in errors.ftl: {silent:?}");
    let messages = i18n::MESSAGES.iter().filter_map(|(key, _)| key.strip_prefix("error-"));
    let dead: Vec<&str> = messages.filter(|code| !known.contains(*code)).collect();
    assert!(dead.is_empty(), "words without a code: {dead:?}");
}
