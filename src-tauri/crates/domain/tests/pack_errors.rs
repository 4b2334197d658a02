//! Each kind of mistake once, with the place at which a person would look for it.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use domain::Keyed;
use domain::pack::{Lists, Pack, PackError, PackErrorCode, parse};

const TOPICS: &str = "[[topic]]\nkey = \"password\"\nja = \"パスワード\"\nen = \"Passwords\"\n";
const LOOK_AT: &str = "\
[[document]]
key = \"register\"
ja = \"台帳\"
en = \"Register\"
[[place]]
key = \"office\"
ja = \"執務室\"
en = \"Office\"
";

const PACK: &str = r#"[pack]
id = "test"
title = "試験の基準"
issuer = "青葉広域連合"
edition = "2026-04"
effective = "2026-04-01"
kind = "standard"
language = "ja"
[roles.ciso]
name = "最高責任者"
clause = "1"
[roles.staff]
name = "職員"
[classification.confidentiality]
name = "機密性"
levels = ["1", "2"]
default_for_findings = "2"
[classification.integrity]
name = "完全性"
levels = ["1", "2"]
default_for_findings = "2"
[classification.availability]
name = "可用性"
levels = ["1", "2"]
default_for_findings = "1"
[rules]
cadence = "yearly"
plan_gate = "report:ciso"
report_to = "ciso"
independence = "strict"
order_from = "ciso"
progress_duty = "none"
exception_applicants = ["staff"]
exception_approvers = [{ role = "ciso" }]
[rules.clauses]
audit = "1"
"#;

const ITEMS: &str = r#"[[clause]]
id = "1"
title = "章"
[[clause]]
id = "1.1"
title = "条"
parent = "1"
en = { title = "Clause" }
[[clause]]
id = "1.2"
title = "用語"
parent = "1"
no_item = "用語の意味だけを決めている。"
[[item]]
id = "test:1.1-1"
clause = "1.1"
duty = "must"
forms = ["audit", "self:staff"]
answers = ["staff"]
targets = ["department"]
topic = "password"
weight = 2
question = "職員は、台帳をつけているか。"
look_at = ["doc:register", "place:office"]
how = ["inspection"]
note = "手掛かり"
[item.en]
title = "Register"
question = "Do staff keep the register?"
"#;

fn lists() -> Lists {
    Lists::parse(TOPICS, LOOK_AT).unwrap()
}

fn files(pack: &str, items: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("pack.toml".into(), pack.into()), ("1.toml".into(), items.into())])
}

fn read(pack: &str, items: &str) -> Result<Pack, Vec<PackError>> {
    parse(&files(pack, items), &lists())
}

/// The mistakes as `file:line:column key code` with their arguments behind them.
fn shown(errors: &[PackError]) -> String {
    let mut lines = String::new();
    for error in errors {
        let args: Vec<String> = error.args.iter().map(|(name, value)| format!(" {name}={value}")).collect();
        let PackError { file, line, column, key, code, .. } = error;
        writeln!(lines, "{file}:{line}:{column} {key} {}{}", code.key(), args.concat()).unwrap();
    }
    lines
}

/// Replaces one text in one of the two files and expects exactly these mistakes.
#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    let found = PACK.matches(from).count() + ITEMS.matches(from).count();
    assert_eq!(found, 1, "{from:?} must stand once in the two files");
    let errors = read(&PACK.replace(from, to), &ITEMS.replace(from, to)).expect_err("there is a mistake");
    assert_eq!(shown(&errors).trim_end(), expected, "after {from:?} became {to:?}");
}

#[test]
fn the_pack_the_others_start_from_is_sound() {
    let pack = read(PACK, ITEMS).unwrap_or_else(|errors| panic!("{}", shown(&errors)));
    assert_eq!((pack.clauses.len(), pack.items.len()), (3, 1));
}

#[test]
fn keys() {
    check(
        "\nweight = 2",
        "\nwieght = 2",
        "1.toml:14:1 item.weight missing-key\n1.toml:22:1 item.wieght unknown-key-near near=weight",
    );
    check(
        "parent = \"1\"\nen =",
        "colour = \"1\"\nen =",
        "1.toml:7:1 clause.colour unknown-key allowed=en, id, no_item, parent, title",
    );
    check("[roles.ciso]", "[roles.cisso]", "pack.toml:9:8 roles.cisso unknown-value-near near=ciso value=cisso");
    check("[pack]", "[pakc]", "pack.toml:1:1 pack missing-key\npack.toml:1:2 pakc unknown-key-near near=pack");
}

#[test]
fn values() {
    check("weight = 2", "weight = 4", "1.toml:22:10 item.weight out-of-range max=3 min=1 value=4");
    check("weight = 2", "weight = -2", "1.toml:22:10 item.weight out-of-range max=3 min=1 value=-2");
    check("weight = 2", "weight = \"2\"", "1.toml:22:10 item.weight wrong-type expected=3");
    check("title = \"章\"", "title = [\"章\"]", "1.toml:3:9 clause.title wrong-type expected=\"…\"");
    check("duty = \"must\"", "duty = \"mast\"", "1.toml:17:8 item.duty unknown-value-near near=must value=mast");
    check(
        "duty = \"must\"",
        "duty = \"強制\"",
        "1.toml:17:8 item.duty unknown-value allowed=must, must-not, endeavour, desirable, may, defines value=強制",
    );
    check(
        "targets = [\"department\"]",
        "targets = [\"departmant\"]",
        "1.toml:20:12 item.targets unknown-value-near near=department value=departmant",
    );
    check(
        "answers = [\"staff\"]",
        "answers = [\"staf\"]",
        "1.toml:19:12 item.answers unknown-value-near near=staff value=staf",
    );
    check(
        "\"report:ciso\"",
        "\"reprot:ciso\"",
        "pack.toml:28:13 rules.plan_gate unknown-value-near near=report value=reprot",
    );
    check("kind = \"standard\"", "kind = \"\"", "pack.toml:7:8 pack.kind empty");
    check(
        "default_for_findings = \"1\"",
        "default_for_findings = \"3\"",
        "pack.toml:25:24 classification.availability.default_for_findings unknown-value allowed=1, 2 value=3",
    );
    check("\"2026-04-01\"", "\"令和8年4月1日\"", "pack.toml:6:13 pack.effective bad-date value=令和8年4月1日");
    check("\"2026-04-01\"", "\"2026-02-30\"", "pack.toml:6:13 pack.effective bad-date value=2026-02-30");
}

#[test]
fn lists_of_values() {
    check("[\"doc:register\", \"place:office\"]", "[]", "1.toml:24:11 item.look_at empty");
    check(
        "\"place:office\"",
        "\"place:ofice\"",
        "1.toml:24:28 item.look_at not-listed-near list=look_at.toml near=place:office value=place:ofice",
    );
    check(
        "\"place:office\"",
        "\"place:moon\"",
        "1.toml:24:28 item.look_at not-listed list=look_at.toml value=place:moon",
    );
    check(
        "topic = \"password\"",
        "topic = \"pasword\"",
        "1.toml:21:9 item.topic not-listed-near list=topics.toml near=password value=pasword",
    );
    check("\"self:staff\"", "\"audit\"", "1.toml:18:19 item.forms repeated value=audit");
    check("[\"inspection\"]", "\"inspection\"", "1.toml:25:7 item.how wrong-type expected=[\"…\", \"…\"]");
}

#[test]
fn texts() {
    let long = format!("question = \"{}か。\"", "あ".repeat(119));
    check(
        "question = \"職員は、台帳をつけているか。\"",
        &long,
        "1.toml:23:12 item.question too-long length=121 max=120",
    );
    let longest = format!("question = \"{}か。\"", "あ".repeat(118));
    assert!(read(PACK, &ITEMS.replace("question = \"職員は、台帳をつけているか。\"", &longest)).is_ok());
    check("つけているか。", "つけること。", "1.toml:23:12 item.question question-end expected=か。");
    check("the register?", "the register.", "1.toml:29:12 item.en.question question-end expected=?");
    check("\"手掛かり\"", "\"手\\u0007掛かり\"", "1.toml:26:8 item.note bad-character character=U+0007");
    check("\"手掛かり\"", "\"手\u{202e}掛かり\"", "1.toml:26:8 item.note bad-character character=U+202E");
    check("\"手掛かり\"", "\"　\"", "1.toml:26:8 item.note empty");
}

#[test]
fn ids_and_clauses() {
    check(
        "id = \"test:1.1-1\"",
        "id = \"test:1.2-1\"",
        "1.toml:15:6 item.id item-id expected=test:1.1-1 value=test:1.2-1",
    );
    check(
        "id = \"test:1.1-1\"",
        "id = \"test:1.1-\"",
        "1.toml:15:6 item.id item-id expected=test:1.1-1 value=test:1.1-",
    );
    check("clause = \"1\"", "clause = \"9.9\"", "pack.toml:11:10 roles.ciso.clause unknown-clause value=9.9");
    check("audit = \"1\"", "audit = \"9\"", "pack.toml:36:1 rules.clauses.audit unknown-clause value=9");
    check("id = \"1.2\"", "id = \"1.1\"", "1.toml:10:6 clause.id duplicate-id first=1.toml:5 id=1.1");
    check(
        "id = \"test\"",
        "id = \"te st\"",
        "1.toml:15:6 item.id item-id expected=te st:1.1-1 value=test:1.1-1\npack.toml:2:6 pack.id bad-id value=te st",
    );
    check("id = \"1.2\"", "id = \"1. 2\"", "1.toml:10:6 clause.id bad-id value=1. 2");
    check(
        "parent = \"1\"\nno_item",
        "parent = \"1.3\"\nno_item",
        "1.toml:12:10 clause.parent parent-not-before value=1.3",
    );
    check("no_item = \"用語の意味だけを決めている。\"\n", "", "1.toml:10:6 clause.id leaf-without-item id=1.2");
    check("en = { title = \"Clause\" }", "no_item = \"理由\"", "1.toml:8:11 clause.no_item no-item-but-items id=1.1");
    check(
        "answers = [\"staff\"]",
        "answers = [\"auditor\"]",
        "1.toml:19:11 item.answers role-without-name value=auditor",
    );
    check(
        "independence = \"strict\"",
        "independence = \"reason\"",
        "pack.toml:30:16 rules.independence independence-escape",
    );
    let twice = format!("{ITEMS}{}", &ITEMS[ITEMS.find("[[item]]").unwrap()..]);
    let errors = read(PACK, &twice).unwrap_err();
    assert_eq!(shown(&errors), "1.toml:31:6 item.id duplicate-id first=1.toml:15 id=test:1.1-1\n");
}

#[test]
fn files_as_a_whole() {
    let only = |name: &str, text: &str| parse(&BTreeMap::from([(name.into(), text.into())]), &lists()).unwrap_err();
    assert_eq!(shown(&only("1.toml", ITEMS)), "pack.toml:0:0  no-pack-file\n");
    assert_eq!(shown(&only("pack.toml", PACK)), "pack.toml:1:1 pack empty-pack\n");
    let with = |name: &str, text: &str| {
        let mut files = files(PACK, ITEMS);
        files.insert(name.into(), text.into());
        shown(&parse(&files, &lists()).unwrap_err())
    };
    assert_eq!(with("読んで.txt", ""), "読んで.txt:0:0  not-toml\n");
    assert_eq!(with("2.toml", &"#".repeat(1 << 21)), "2.toml:0:0  too-large max=1048576\n");
    assert!(with("2.toml", "[[item]]\nid = \"test:1.1-2\n").starts_with("2.toml:2:17  syntax reason="));
    assert!(with("2.toml", "a = 1\na = 2\n").contains("2.toml:2:1  syntax reason=duplicate key"));
    assert!(with("2.toml", "[pack]\nid = \"x\"\n").starts_with("2.toml:1:2 pack unknown-key"));
    assert!(with("2.toml", &format!("a = {}", "[".repeat(100_000))).contains("2.toml:1:"));
}

#[test]
fn all_mistakes_are_told_at_once_but_not_without_end() {
    let items = ITEMS.replace("weight = 2", "weight = 9").replace("duty = \"must\"", "duty = \"mast\"");
    let errors = read(&PACK.replace("\"2026-04-01\"", "\"いつか\""), &items).unwrap_err();
    let codes: Vec<&str> = errors.iter().map(|error| error.code.key()).collect();
    assert_eq!(codes, ["unknown-value-near", "out-of-range", "bad-date"], "by file and line");
    let errors = read(PACK, &format!("{ITEMS}{}", "[[item]]\n".repeat(1_000))).unwrap_err();
    let last = errors.last().unwrap();
    assert_eq!((errors.len(), last.code, last.file.as_str()), (501, PackErrorCode::TooMany, ""));
}

#[test]
fn a_damaged_file_is_a_mistake_and_never_a_crash() {
    let lists = lists();
    for (at, _) in PACK.char_indices() {
        let _ = parse(&files(&PACK[..at], ITEMS), &lists);
    }
    for (at, c) in ITEMS.char_indices() {
        let (before, after) = (&ITEMS[..at], &ITEMS[at + c.len_utf8()..]);
        for damage in ["", "\"", "]", "\r", "\u{0}", "＝"] {
            let _ = parse(&files(PACK, &format!("{before}{damage}{after}")), &lists);
        }
    }
}

#[test]
fn the_controlled_lists_are_checked_too() {
    let twice = format!("{TOPICS}{TOPICS}");
    assert_eq!(
        shown(&Lists::parse(&twice, LOOK_AT).unwrap_err()),
        "topics.toml:6:7 topic.key duplicate-id first=topics.toml:2 id=password\n"
    );
    let capital = LOOK_AT.replace("\"office\"", "\"Office\"");
    assert_eq!(shown(&Lists::parse(TOPICS, &capital).unwrap_err()), "look_at.toml:6:7 place.key bad-id value=Office\n");
    let misspelt = LOOK_AT.replace("[[place]]", "[[plaec]]");
    assert!(shown(&Lists::parse(TOPICS, &misspelt).unwrap_err()).contains("plaec unknown-key-near near=place"));
}

#[test]
fn every_mistake_has_its_message_with_its_arguments_in_both_languages() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../locales");
    for language in ["ja-JP", "en-US"] {
        let text = std::fs::read_to_string(locales.join(language).join("pack.ftl")).unwrap();
        let messages: BTreeMap<&str, &str> = text.lines().filter_map(|line| line.split_once(" = ")).collect();
        let codes: BTreeSet<String> =
            PackErrorCode::ALL.iter().map(|code| format!("pack-error-{}", code.key())).collect();
        for code in &codes {
            assert!(messages.contains_key(code.as_str()), "{language} has no {code}");
        }
        for key in messages.keys().filter(|key| key.starts_with("pack-error-") && **key != "pack-error-at") {
            assert!(codes.contains(*key), "{language}: nothing says {key}");
        }
    }
}
