//! A pack that is written says what it said, and a new edition is its base with what was asked to differ.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use domain::kinds::Duty;
use domain::pack::{
    Changes, Item, ItemChange, ItemEdit, Lists, NewHead, Pack, PackErrorCode, Subject, compose, folder_of, next_id,
    parse, parse_folder, revisions, write,
};

fn checklists() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../checklists")
}

fn shared() -> Lists {
    let text = |name: &str| std::fs::read_to_string(checklists().join(name)).unwrap();
    Lists::parse(&text("topics.toml"), &text("look_at.toml")).unwrap()
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let mut list: Vec<PathBuf> = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    list.retain(|path| path.is_dir());
    list.sort();
    list
}

fn bundled() -> Vec<Pack> {
    let lists = shared();
    let read = |folder: PathBuf| {
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
        parse(&files.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect(), &lists).unwrap()
    };
    folders(&checklists()).iter().flat_map(|pack| folders(pack)).map(read).collect()
}

fn hyogo() -> Pack {
    bundled().into_iter().find(|pack| pack.id == "hyogo").unwrap()
}

fn same_head(pack: &Pack) -> NewHead {
    NewHead {
        pack: pack.id.clone(),
        edition: pack.edition.clone(),
        title: pack.title.clone(),
        title_en: pack.title_en.clone(),
        issuer: pack.issuer.clone(),
        issuer_en: pack.issuer_en.clone(),
        revised: pack.revised,
        effective: pack.effective,
    }
}

fn new_item(of: &Item, id: &str, after: &str) -> ItemEdit {
    let item = Item { id: id.to_owned(), question: "新しい問いに答えているか。".to_owned(), ..of.clone() };
    ItemEdit { item: Some(item), after: after.to_owned(), ..ItemEdit::default() }
}

#[test]
fn every_bundled_pack_is_the_same_after_writing_and_reading() {
    let packs = bundled();
    assert_eq!(packs.len(), 5);
    for pack in packs {
        let written = write(&pack);
        let mut again = parse(&written.files, &shared()).unwrap_or_else(|errors| panic!("{}: {errors:#?}", pack.id));
        again.hash.clone_from(&pack.hash);
        assert!(again == pack, "{} says something else", pack.id);
        assert_eq!(write(&again).files, written.files, "{}: what is written does not change any more", pack.id);
        assert!(written.files.len() > 1, "{}", pack.id);
    }
}

#[test]
fn a_folder_can_be_read_where_the_lists_are_others() {
    let pack = hyogo();
    let folder = folder_of(&pack, &shared());
    let (alone, lists) = parse_folder(&folder, &Lists::default()).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let (among, _) = parse_folder(&folder, &shared()).unwrap();
    assert_eq!(alone, among, "the same edition under the same hash, whatever lists there are");
    assert_ne!(alone.hash, pack.hash);
    assert!(lists.topics.len() < shared().topics.len() && lists.topic(&pack.items[0].topic).is_some());
    let mut marked = folder.clone();
    marked.get_mut("pack.toml").unwrap().insert_str(0, "\u{feff}# 手を入れた\r\n");
    assert_eq!(parse_folder(&marked, &shared()).unwrap().0.hash, alone.hash, "a comment makes no other edition");
}

#[test]
fn mistakes_in_the_lists_and_in_the_pack_are_told_together() {
    let mut folder = folder_of(&hyogo(), &shared());
    folder.get_mut("topics.toml").unwrap().push_str("\n[[topic]]\nkey = \"Ｘ\"\nja = \"あ\"\nen = \"a\"\n");
    let pack = folder.get_mut("pack.toml").unwrap();
    *pack = pack.replacen("kind = \"standard\"", "kind = \"standart\"", 1);
    let errors = parse_folder(&folder, &shared()).unwrap_err();
    let found: Vec<(&str, PackErrorCode)> = errors.iter().map(|error| (error.file.as_str(), error.code)).collect();
    assert!(found.contains(&("topics.toml", PackErrorCode::BadId)), "{found:?}");
    assert!(found.contains(&("pack.toml", PackErrorCode::UnknownValueNear)), "{found:?}");
}

#[test]
fn a_mistake_in_what_is_written_leads_back_to_its_item() {
    let mut pack = hyogo();
    let (at, last) = (pack.items.len() / 2, pack.items.len() - 1);
    pack.items[at].question = "「\"\\」と書いているか".to_owned();
    pack.items[at].note = Some("行\nを分けた".to_owned());
    pack.items[last].forms.clear();
    pack.clauses[3].title = "長".repeat(200);
    pack.edition = "令和8年".to_owned();
    let written = write(&pack);
    let errors = parse(&written.files, &shared()).unwrap_err();
    let subject = |code| written.subject(errors.iter().find(|error| error.code == code).unwrap());
    assert_eq!(subject(PackErrorCode::QuestionEnd), Subject::Item(pack.items[at].id.clone()));
    assert_eq!(subject(PackErrorCode::BadCharacter), Subject::Item(pack.items[at].id.clone()));
    assert_eq!(subject(PackErrorCode::Empty), Subject::Item(pack.items[last].id.clone()));
    assert_eq!(subject(PackErrorCode::TooLong), Subject::Clause(pack.clauses[3].id.clone()));
    assert_eq!(subject(PackErrorCode::BadId), Subject::Head);
    assert_eq!(errors.len(), 5, "{errors:#?}");
}

#[test]
fn nothing_to_differ_is_the_base_itself() {
    for pack in bundled() {
        let composed = compose(&pack, &same_head(&pack), &Changes::default());
        assert!(Pack { hash: pack.hash.clone(), ..composed } == pack, "{}", pack.id);
    }
}

#[test]
fn items_are_added_changed_split_and_retired() {
    let base = hyogo();
    let [first, second] = [&base.items[0], &base.items[1]];
    let id = |n: u32| format!("hyogo:{}-{n}", first.clause);
    let changed =
        Item { question: "改めた問いに答えているか。".to_owned(), duty: Duty::May, ..second.clone() };
    let split = |n| ItemEdit { split_from: Some(first.id.clone()), ..new_item(first, &id(n), &first.id) };
    let changes = Changes {
        items: BTreeMap::from([
            (first.id.clone(), ItemEdit { retired: true, ..ItemEdit::default() }),
            (id(91), split(91)),
            (id(92), split(92)),
            (id(100), new_item(first, &id(100), &id(91))),
            (second.id.clone(), ItemEdit { item: Some(changed.clone()), ..ItemEdit::default() }),
        ]),
        reasons: BTreeMap::new(),
    };
    let composed = compose(&base, &same_head(&base), &changes);
    let ids: Vec<&str> = composed.items.iter().take(4).map(|item| item.id.as_str()).collect();
    assert_eq!(ids, [id(91).as_str(), &id(100), &id(92), &second.id], "behind the one it was split from, in order");
    assert_eq!(composed.items[3], changed);
    assert_eq!(composed.items.len(), base.items.len() + 2);
    let rows = revisions(&base, "hyogo", &changes);
    let states: Vec<Option<ItemChange>> = rows.iter().take(6).map(|row| row.change).collect();
    use ItemChange::{Added, Changed, Retired, Split};
    assert_eq!(states, [Some(Retired), Some(Split), Some(Added), Some(Split), Some(Changed), None]);
    assert_eq!(rows[1].split_from.as_ref(), Some(&first.id));
    assert_eq!(rows[4].before.as_ref(), Some(second));
    assert!(parse(&write(&composed).files, &shared()).is_ok());
}

#[test]
fn a_new_pack_has_its_own_ids() {
    let base = hyogo();
    let head = NewHead { pack: "aoba".into(), edition: "2026".into(), ..same_head(&base) };
    let gone = format!("aoba:{}", base.items[4].id.split_once(':').unwrap().1);
    let changes = Changes {
        items: BTreeMap::from([(gone.clone(), ItemEdit { retired: true, ..ItemEdit::default() })]),
        ..Changes::default()
    };
    let composed = compose(&base, &head, &changes);
    assert!(composed.items.iter().all(|item| item.id.starts_with("aoba:") && item.id != gone));
    assert_eq!(composed.items.len(), base.items.len() - 1);
    assert!(parse(&write(&composed).files, &shared()).is_ok());
}

#[test]
fn a_clause_without_items_needs_a_reason_and_loses_it_with_the_first_item() {
    let base = hyogo();
    let leaf = base.clauses.iter().find(|clause| {
        base.clauses.iter().all(|other| other.parent.as_ref() != Some(&clause.id))
            && base.items.iter().filter(|item| item.clause == clause.id).count() == 1
    });
    let leaf = leaf.unwrap();
    let only = base.items.iter().find(|item| item.clause == leaf.id).unwrap();
    let retired = BTreeMap::from([(only.id.clone(), ItemEdit { retired: true, ..ItemEdit::default() })]);
    let bare = Changes { items: retired.clone(), ..Changes::default() };
    let composed = compose(&base, &same_head(&base), &bare);
    let errors = parse(&write(&composed).files, &shared()).unwrap_err();
    assert_eq!(errors.iter().map(|error| error.code).collect::<Vec<_>>(), [PackErrorCode::LeafWithoutItem]);
    assert_eq!(write(&composed).subject(&errors[0]), Subject::Clause(leaf.id.clone()));
    let reasons = BTreeMap::from([(leaf.id.clone(), "別の項目で尋ねる。".to_owned())]);
    let composed = compose(&base, &same_head(&base), &Changes { items: retired, reasons: reasons.clone() });
    assert!(parse(&write(&composed).files, &shared()).is_ok());
    // Asked again, the reason steps back by itself.
    let composed = compose(&base, &same_head(&base), &Changes { items: BTreeMap::new(), reasons });
    assert!(parse(&write(&composed).files, &shared()).is_ok());

    let silent = base.clauses.iter().find(|clause| clause.no_item.is_some()).unwrap();
    let item = new_item(&Item { clause: silent.id.clone(), ..only.clone() }, &format!("hyogo:{}-1", silent.id), "");
    let added =
        Changes { items: BTreeMap::from([(item.item.as_ref().unwrap().id.clone(), item)]), ..Changes::default() };
    let composed = compose(&base, &same_head(&base), &added);
    assert_eq!(composed.clause(&silent.id).unwrap().no_item, None);
    assert!(parse(&write(&composed).files, &shared()).is_ok());
}

#[test]
fn a_new_item_whose_place_is_gone_or_runs_in_a_circle_stands_at_the_end_of_its_clause() {
    let base = hyogo();
    let of = &base.items[20];
    let id = |n: u32| format!("hyogo:{}-{n}", of.clause);
    for (first, second) in [("hyogo:0-0".to_owned(), String::new()), (id(92), id(91)), (id(91), id(92))] {
        let items = BTreeMap::from([(id(91), new_item(of, &id(91), &first)), (id(92), new_item(of, &id(92), &second))]);
        let composed = compose(&base, &same_head(&base), &Changes { items, ..Changes::default() });
        assert_eq!(composed.items.len(), base.items.len() + 2, "none is lost: {first} {second}");
        let end = composed.items.iter().rposition(|item| item.clause == of.clause).unwrap();
        assert_eq!([&composed.items[end - 1].id, &composed.items[end].id], [&id(91), &id(92)], "{first} {second}");
    }
}

#[test]
fn the_next_number_was_never_used() {
    let used = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>();
    for (ids, expected) in [
        (&[][..], "a:1.1-1"),
        (&["a:1.1-1", "a:1.1-7", "a:1.10-9", "a:1.1-x"], "a:1.1-8"),
        (&["a:1.1-09"], "a:1.1-10"),
        (&["b:1.1-5"], "a:1.1-1"),
        (&["a:1.1-99999999999999999999"], "a:1.1-1"),
    ] {
        assert_eq!(next_id("a", "1.1", &used(ids)), expected, "{ids:?}");
    }
}
