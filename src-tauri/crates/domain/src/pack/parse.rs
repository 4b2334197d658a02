//! From the texts of a folder to a pack.

use std::cell::RefCell;
use std::collections::BTreeMap;

use toml::de::DeTable;

use super::{
    check::{self, ClauseAt, ItemAt, Whole},
    error::{Errors, PackError, PackErrorCode as Code, nearest},
    hash,
    lists::Lists,
    model::{Clause, Item, Pack},
    read::{File, Place, Table},
    rules::{self, Head},
};

/// The file that says what the pack is.
pub(super) const PACK_FILE: &str = "pack.toml";
/// As large as one file may be, in bytes.
pub const MAX_FILE: usize = 1 << 20;
/// As long as a question may be, in characters.
const MAX_QUESTION: usize = 120;
/// As long as a question in English may be.
const MAX_QUESTION_EN: usize = 300;
/// As long as a title may be.
const MAX_TITLE: usize = 120;
/// As long as an id may be.
const MAX_ID: usize = 60;
/// As long as a note or a reason may be.
const MAX_NOTE: usize = 600;

/// Reads a pack from the texts of its files by their names. The order of clauses and items is that of the files,
/// `pack.toml` before the others and these by their names.
///
/// # Errors
/// Every mistake in the pack, by file and line.
pub fn parse(files: &BTreeMap<String, String>, lists: &Lists) -> Result<Pack, Vec<PackError>> {
    let errors = RefCell::new(Errors::default());
    let texts: BTreeMap<&str, String> = files
        .iter()
        .filter(|(name, text)| is_readable(name, text, &mut errors.borrow_mut()))
        .map(|(name, text)| (name.as_str(), hash::plain(text)))
        .collect();
    if !files.contains_key(PACK_FILE) {
        errors.borrow_mut().push(Place::of_file(PACK_FILE).error(Code::NoPackFile, &[]));
    }
    let mut read = Contents::default();
    read.clauses_lost = texts.len() < files.len();
    read.items_lost = read.clauses_lost;
    let names = texts.keys().filter(|name| **name == PACK_FILE).chain(texts.keys().filter(|name| **name != PACK_FILE));
    for name in names {
        read_file(name, &texts[name], lists, &errors, &mut read);
    }
    if let Some(head) = &read.head {
        let all = Whole { clauses: !read.clauses_lost, items: !read.items_lost };
        check::check(head, &read.clauses, &read.items, all, &mut errors.borrow_mut());
    }
    let errors = errors.into_inner();
    match read.head {
        Some(head) if errors.is_empty() => Ok(pack(files, head, read.clauses, read.items)),
        _ => Err(errors.into_sorted()),
    }
}

/// What the files held.
#[derive(Default)]
struct Contents {
    head: Option<Head>,
    clauses: Vec<ClauseAt>,
    items: Vec<ItemAt>,
    clauses_lost: bool,
    items_lost: bool,
}

fn pack(files: &BTreeMap<String, String>, head: Head, clauses: Vec<ClauseAt>, items: Vec<ItemAt>) -> Pack {
    let about = head.about;
    Pack {
        id: about.id,
        title: about.title,
        title_en: about.title_en,
        issuer: about.issuer,
        issuer_en: about.issuer_en,
        edition: about.edition,
        revised: about.revised,
        effective: about.effective,
        kind: about.kind,
        language: about.language,
        coverage: about.coverage,
        coverage_en: about.coverage_en,
        hash: hash::of(files),
        roles: head.roles,
        classification: head.classification,
        rules: head.rules,
        clauses: clauses.into_iter().map(|at| at.clause).collect(),
        items: items.into_iter().map(|at| at.item).collect(),
    }
}

fn is_readable(name: &str, text: &str, errors: &mut Errors) -> bool {
    if !name.ends_with(".toml") {
        errors.push(Place::of_file(name).error(Code::NotToml, &[]));
    } else if text.len() > MAX_FILE {
        errors.push(Place::of_file(name).error(Code::TooLarge, &[("max", &MAX_FILE.to_string())]));
    } else {
        return true;
    }
    false
}

/// Reports what the TOML parser found. Its words are English and go into the message as they are.
pub(super) fn syntax_errors(file: &File<'_>, faults: &[toml::de::Error], errors: &mut Errors) {
    for fault in faults {
        let at = fault.span().map_or(0, |span| span.start);
        errors.push(file.place(at, "").error(Code::Syntax, &[("reason", fault.message().trim())]));
    }
}

fn read_file(name: &str, text: &str, lists: &Lists, errors: &RefCell<Errors>, read: &mut Contents) {
    let file = File::new(name, text);
    let (table, faults) = DeTable::parse_recoverable(text);
    if !faults.is_empty() {
        syntax_errors(&file, &faults, &mut errors.borrow_mut());
        (read.clauses_lost, read.items_lost) = (true, true);
        return;
    }
    let root = Table::root(&file, &table, errors);
    if name == PACK_FILE {
        read.head = rules::head(&root);
    }
    for table in root.tables("clause") {
        let clause = clause(table);
        read.clauses_lost |= clause.is_none();
        read.clauses.extend(clause);
    }
    let language = read.head.as_ref().map_or("ja", |head| head.about.language.as_str()).to_owned();
    for table in root.tables("item") {
        let item = item(table, lists, &language);
        read.items_lost |= item.is_none();
        read.items.extend(item);
    }
    root.finish();
}

fn clause(table: Table<'_>) -> Option<ClauseAt> {
    let id = table.text("id", MAX_ID);
    let title = table.text("title", MAX_TITLE);
    let parent = table.text_if("parent", MAX_ID);
    let no_item = table.text_if("no_item", MAX_NOTE);
    let mut title_en = None;
    if let Some(en) = table.table_if("en") {
        title_en = en.text("title", MAX_TITLE);
        en.finish();
    }
    let places = (table.place("id"), table.place("parent"), table.place("no_item"));
    table.finish();
    let clause = Clause { id: id?, title: title?, title_en, parent, no_item };
    Some(ClauseAt { clause, id: places.0, parent: places.1, no_item: places.2 })
}

fn item(table: Table<'_>, lists: &Lists, language: &str) -> Option<ItemAt> {
    let id = table.text("id", MAX_ID);
    let clause = table.text("clause", MAX_ID);
    let duty = table.choice("duty");
    let forms = table.choices("forms");
    let answers = table.choices("answers");
    let targets = table.choices("targets");
    let topic = topic(&table, lists);
    let weight = table.number("weight", 1..=3);
    let question = question(&table, "question", true, language);
    let question_self = question_if(&table, "question_self", language);
    let look_at = look_at(&table, lists);
    let how = table.choices("how");
    let note = table.text_if("note", MAX_NOTE);
    let mut english = English::default();
    if let Some(en) = table.table_if("en") {
        english.title = en.text_if("title", MAX_TITLE);
        english.question = question_if(&en, "question", "en");
        english.question_self = question_if(&en, "question_self", "en");
        english.note = en.text_if("note", MAX_NOTE);
        en.finish();
    }
    let places = (table.place("id"), table.place("clause"), table.place("answers"));
    table.finish();
    let item = Item {
        id: id?,
        clause: clause?,
        duty: duty?,
        forms: forms?,
        answers: answers?,
        targets: targets?,
        topic: topic?,
        weight: weight?,
        question: question?,
        question_self,
        title_en: english.title,
        question_en: english.question,
        question_self_en: english.question_self,
        look_at: look_at?,
        how: how?,
        note,
        note_en: english.note,
    };
    Some(ItemAt { item, id: places.0, clause: places.1, answers: places.2 })
}

/// What an item holds in English.
#[derive(Default)]
struct English {
    title: Option<String>,
    question: Option<String>,
    question_self: Option<String>,
    note: Option<String>,
}

fn question_if(table: &Table<'_>, key: &'static str, language: &str) -> Option<String> {
    question(table, key, false, language)
}

fn question(table: &Table<'_>, key: &'static str, required: bool, language: &str) -> Option<String> {
    let (end, max) = if language == "en" { ("?", MAX_QUESTION_EN) } else { ("か。", MAX_QUESTION) };
    let text = if required { table.text(key, max) } else { table.text_if(key, max) }?;
    if !text.ends_with(end) {
        table.report(key, Code::QuestionEnd, &[("expected", end)]);
    }
    Some(text)
}

fn topic(table: &Table<'_>, lists: &Lists) -> Option<String> {
    let topic = table.text("topic", MAX_ID)?;
    if lists.topic(&topic).is_none() {
        let known: Vec<&str> = lists.topics.iter().map(|entry| entry.key.as_str()).collect();
        not_listed(table, &table.place("topic"), &topic, &known, "topics.toml");
    }
    Some(topic)
}

fn look_at(table: &Table<'_>, lists: &Lists) -> Option<Vec<String>> {
    let texts = table.texts("look_at")?;
    for (place, name) in texts.iter().filter(|(_, name)| lists.look_at(name).is_none()) {
        let known = lists.look_at_names();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        not_listed(table, place, name, &known, "look_at.toml");
    }
    Some(texts.into_iter().map(|(_, name)| name).collect())
}

fn not_listed(table: &Table<'_>, place: &Place, value: &str, known: &[&str], list: &str) {
    table.push(match nearest(value, known.iter().copied()) {
        Some(near) => place.error(Code::NotListedNear, &[("value", value), ("near", near), ("list", list)]),
        None => place.error(Code::NotListed, &[("value", value), ("list", list)]),
    });
}
