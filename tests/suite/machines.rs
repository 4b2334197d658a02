//! The lives of the product as tables: what ARCHITECTURE.md prints is what the program does.

use domain::machine::{Line, lines};
use i18n::Lang;

const BEGIN: &str = "<!-- lives: written by a test, see tests/suite/machines.rs -->";
const END: &str = "<!-- end of lives -->";

/// A key in the words of the reference language.
fn word(prefix: &str, key: &str) -> String {
    let name = format!("{prefix}-{}", key.replace('_', "-"));
    assert!(i18n::exists(&name), "{name} is missing in locales/");
    i18n::text(Lang::Ja, &name, &[])
}

fn table(title: &str, state: &str, action: &str, lines: &[Line]) -> String {
    let mut out = format!("\n**{title}**\n\n| State | Step | Who | Conditions | Next |\n|---|---|---|---|---|\n");
    for line in lines {
        let case = line.case.map(|case| format!(" ({case})")).unwrap_or_default();
        out.push_str(&format!(
            "| {} | {}{case} | {} | {} | {} |\n",
            word(state, line.from),
            word(action, line.action),
            word("who", line.who),
            line.conditions.join(", "),
            word(state, line.to),
        ));
    }
    out
}

#[test]
fn architecture_prints_every_life() {
    let path = kansa_tests::office::root().join("ARCHITECTURE.md");
    let text = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (before, rest) = text.split_once(BEGIN).expect("ARCHITECTURE.md has a place for the lives");
    let (_, after) = rest.split_once(END).expect("and an end of it");
    let lives = [
        table("Finding", "finding-state", "finding-action", &lines(domain::finding::STEPS)),
        table("横展開", "horizontal-state", "horizontal-action", &lines(domain::horizontal::STEPS)),
        table("例外措置", "exception-state", "exception-action", &lines(domain::exception::STEPS)),
        table("見直し", "proposal-state", "proposal-action", &lines(domain::proposal::STEPS)),
    ]
    .concat();
    let wanted = format!("{before}{BEGIN}\n{lives}\n{END}{after}");
    if std::env::var_os("KANSA_BLESS").is_some() {
        std::fs::write(&path, wanted).unwrap();
    } else {
        assert!(text == wanted, "the lives in ARCHITECTURE.md are old: run this test with KANSA_BLESS=1");
    }
}
