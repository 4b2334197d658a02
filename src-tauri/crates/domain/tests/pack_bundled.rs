//! The packs that come with the product: they parse, hang together, and are worded in our own words.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use domain::kinds::Form;
use domain::pack::{Independence, Lists, Pack, ProgressDuty, RuleKey, parse};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// Sorted first 8 bytes of the SHA-256 of every run of 25 characters of the five standards, after NFKC and without
/// spaces. The texts themselves are not ours to hand on.
const WINDOWS: &[u8] = include_bytes!("fixtures/standard-windows.bin");
const WINDOW: usize = 25;

fn checklists() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../checklists")
}

fn lists() -> Lists {
    let text = |name: &str| std::fs::read_to_string(checklists().join(name)).unwrap();
    Lists::parse(&text("topics.toml"), &text("look_at.toml")).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

/// Every edition under checklists/, as its files.
fn editions() -> Vec<(PathBuf, BTreeMap<String, String>)> {
    let mut editions = Vec::new();
    for pack in folders(&checklists()) {
        for edition in folders(&pack) {
            let files = std::fs::read_dir(&edition).unwrap().map(|entry| entry.unwrap().path());
            let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
            let files = files.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect();
            editions.push((edition, files));
        }
    }
    assert!(!editions.is_empty(), "there is at least one bundled edition");
    editions
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_dir()).collect()
}

fn packs() -> Vec<(PathBuf, Pack)> {
    let lists = lists();
    let read = |(path, files): (PathBuf, _)| {
        let pack = parse(&files, &lists).unwrap_or_else(|errors| {
            let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
            panic!("{}:\n{}", path.display(), lines.join("\n"))
        });
        (path, pack)
    };
    editions().into_iter().map(read).collect()
}

fn hyogo() -> Pack {
    packs().into_iter().map(|(_, pack)| pack).find(|pack| pack.id == "hyogo").expect("hyogo is bundled")
}

#[test]
fn every_bundled_edition_parses_and_stands_where_it_says() {
    for (path, pack) in packs() {
        assert!(path.ends_with(format!("{}/{}", pack.id, pack.edition)), "{} holds {}", path.display(), pack.id);
    }
}

#[test]
fn every_leaf_has_an_item_or_a_reason() {
    for (_, pack) in packs() {
        let parents: BTreeSet<&str> = pack.clauses.iter().filter_map(|clause| clause.parent.as_deref()).collect();
        let asked: BTreeSet<&str> = pack.items.iter().map(|item| item.clause.as_str()).collect();
        for leaf in pack.clauses.iter().filter(|clause| !parents.contains(clause.id.as_str())) {
            assert!(asked.contains(leaf.id.as_str()) != leaf.no_item.is_some(), "{} {}", pack.id, leaf.id);
        }
        let ids: BTreeSet<&str> = pack.items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids.len(), pack.items.len(), "ids are unique");
    }
}

#[test]
fn every_clause_of_the_standards_is_in_the_tree_and_no_other() {
    let packs = packs();
    let name = |pack: &Pack, id: &str| format!("{} {id}", pack.id);
    let held: BTreeSet<String> =
        packs.iter().flat_map(|(_, pack)| pack.clauses.iter().map(|clause| name(pack, &clause.id))).collect();
    // The numbering of the standards as they were read, blanks removed.
    let known: BTreeSet<String> = include_str!("fixtures/clause-ids.txt").lines().map(str::to_owned).collect();
    assert_eq!(known.difference(&held).collect::<Vec<_>>(), Vec::<&String>::new(), "clauses that are missing");
    assert_eq!(held.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "clauses that no standard has");
}

#[test]
fn an_item_id_is_for_ever() {
    let packs = packs();
    let ids: BTreeSet<&str> = packs.iter().flat_map(|(_, pack)| &pack.items).map(|item| item.id.as_str()).collect();
    let known: BTreeSet<&str> = include_str!("fixtures/item-ids.txt").lines().collect();
    let gone: Vec<_> = known.difference(&ids).collect();
    let new: Vec<_> = ids.difference(&known).collect();
    assert!(gone.is_empty(), "an id that answers may already point to is gone: {gone:?}");
    assert!(new.is_empty(), "add the new ids to fixtures/item-ids.txt: {new:?}");
}

#[test]
fn every_entry_of_the_controlled_lists_is_used() {
    let lists = lists();
    let packs = packs();
    let items = || packs.iter().flat_map(|(_, pack)| &pack.items);
    let topics: BTreeSet<&str> = items().map(|item| item.topic.as_str()).collect();
    for topic in &lists.topics {
        assert!(topics.contains(topic.key.as_str()), "no item has the topic {}", topic.key);
    }
    let used: BTreeSet<&str> = items().flat_map(|item| &item.look_at).map(String::as_str).collect();
    for (kind, list) in [("doc", &lists.documents), ("place", &lists.places)] {
        for entry in list {
            let name = format!("{kind}:{}", entry.key);
            assert!(used.contains(name.as_str()), "no item looks at {name}");
            assert_eq!(lists.look_at(&name), Some(entry));
        }
    }
}

#[test]
fn items_can_be_asked_and_answered() {
    for (_, pack) in packs() {
        let mut questions = BTreeSet::new();
        for item in &pack.items {
            let id = &item.id;
            assert!((2..=4).contains(&item.look_at.len()), "{id} looks at {} things", item.look_at.len());
            assert!(item.forms.contains(&Form::Audit), "{id} stands on the audit checklist");
            // Where a question is not translated the Japanese is shown under the English title of its clause; what is
            // translated is so as a whole.
            if item.question_en.is_some() {
                assert_eq!(item.note.is_some(), item.note_en.is_some(), "{id} is translated");
            }
            for question in [Some(&item.question), item.question_self.as_ref()].into_iter().flatten() {
                // With はい and ○ as the good answer throughout, 「…していないか。」 would turn the scale round.
                assert!(!question.ends_with("ないか。"), "{id} is put so that ○ is the good answer: {question}");
            }
            assert!(questions.insert(&item.question), "{id} repeats a question");
            assert!(item.question.matches("者は、").count() <= 1, "{id} names its subject twice");
            if item.forms.contains(&Form::SelfStaff) {
                assert!(!item.question_on(Form::SelfStaff, false).contains("職員は、"), "{id} speaks to its reader");
            }
        }
        assert!(pack.items_for(Form::SelfStaff).count() <= 40, "{}: staff answer at most 40 questions", pack.id);
        assert!(pack.clauses.iter().all(|clause| clause.title_en.is_some()), "{}: titles are translated", pack.id);
    }
}

#[test]
fn nothing_is_copied_from_the_standards() {
    for (_, pack) in packs() {
        let mut texts: Vec<(&str, &str)> = Vec::new();
        for item in &pack.items {
            let own = [Some(&item.question), item.question_self.as_ref(), item.note.as_ref()];
            texts.extend(own.into_iter().flatten().map(|text| (item.id.as_str(), text.as_str())));
        }
        texts.extend(pack.clauses.iter().map(|clause| (clause.id.as_str(), clause.title.as_str())));
        for (id, text) in texts {
            assert_eq!(copied_run(text), None, "{id} shares a run of {WINDOW} characters with a standard");
        }
    }
}

#[test]
fn a_pasted_clause_would_be_noticed() {
    // 25 characters of heading 11.1.8 of one of the standards; spaces and full-width forms do not hide them.
    let pasted = "情報セキュリティポリシー及び関係規程等の見直し等への活用";
    assert!(copied_run(pasted).is_some());
    assert!(copied_run(&format!("{} {}", &pasted[..30], &pasted[30..])).is_some());
    assert!(WINDOWS.len() / 8 > 100_000, "the windows of all five standards are there");
}

/// The first run of 25 characters that also stands in one of the standards.
fn copied_run(text: &str) -> Option<String> {
    let folded: Vec<char> = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    folded.windows(WINDOW).map(|run| run.iter().collect::<String>()).find(|run| {
        let hash = Sha256::digest(run.as_bytes());
        WINDOWS.as_chunks::<8>().0.binary_search_by(|known| known[..].cmp(&hash[..8])).is_ok()
    })
}

#[test]
fn hyogo_asks_of_the_process_what_its_text_says() {
    let pack = hyogo();
    assert_eq!(pack.effective.map(|date| date.to_string()).as_deref(), Some("2024-05-01"));
    assert_eq!(pack.rules.independence, Independence::Strict, "3.2.8イ knows no exception");
    assert_eq!(pack.rules.auditor_auditee_escape, None);
    assert_eq!(pack.rules.applicant_approver_escape.as_deref(), Some("3.2.8ア"));
    assert_eq!(pack.rules.progress_duty, ProgressDuty::None);
    assert_eq!(pack.rules.basis(RuleKey::PlanGate), Some("11.1.3ア"));
    assert_eq!(pack.rules.basis(RuleKey::Progress), None);
    assert_eq!(pack.chapter_of("7.4.1イ(1)").map(|clause| clause.id.as_str()), Some("7"));
    let path: Vec<&str> = pack.path_of("7.4.1イ(1)").iter().map(|clause| clause.id.as_str()).collect();
    assert_eq!(path, ["7", "7.4", "7.4.1", "7.4.1イ", "7.4.1イ(1)"]);
    let item = pack.item("hyogo:6.4.2イ-1").expect("its id is for ever");
    assert!(item.note.as_deref().is_some_and(|note| note.contains("5.1イ(1)")), "the contradiction is noted");
    assert_eq!(pack.classification.map(|levels| levels.confidentiality.levels.len()), Some(3));
}

#[test]
fn a_form_shows_the_wording_for_its_reader() {
    let pack = hyogo();
    let item = pack.item("hyogo:7.4.2ア-1").unwrap();
    assert!(item.question_on(Form::Audit, false).starts_with("職員は、"));
    assert!(item.question_on(Form::SelfStaff, false).starts_with("自分のIDは"));
    assert!(item.question_on(Form::SelfStaff, true).starts_with("Do you"));
    let without = pack.item("hyogo:6.4.1-1").unwrap();
    assert_eq!(without.question_on(Form::SelfHead, false), without.question);
}

#[test]
fn the_hash_follows_the_text_and_not_its_line_ends() {
    let lists = lists();
    let (_, files) = editions().into_iter().find(|(path, _)| path.ends_with("hyogo/2024-05")).unwrap();
    let hash = |files: &BTreeMap<String, String>| parse(files, &lists).unwrap().hash;
    let original = hash(&files);
    assert_eq!(original.len(), 64);
    let crlf = files.iter().map(|(name, text)| (name.clone(), format!("\u{feff}{}", text.replace('\n', "\r\n"))));
    assert_eq!(hash(&crlf.collect()), original);
    for name in files.keys() {
        let mut changed = files.clone();
        changed.get_mut(name).unwrap().push('#');
        assert_ne!(hash(&changed), original, "a byte more in {name}");
    }
    let mut renamed = files.clone();
    let text = renamed.remove("11-review.toml").unwrap();
    renamed.insert("12-review.toml".into(), text);
    assert_ne!(hash(&renamed), original, "the same text under another name");
}
