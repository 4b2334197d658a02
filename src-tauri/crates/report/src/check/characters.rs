//! Characters that do not come out as they were typed, and where they stand: a name must not change on its way to paper.

use super::{Remark, Weight};
use crate::Words;
use crate::ciso;
use crate::layout::{Oddity, odd};
use crate::model::ReportModel;
use domain::Keyed;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How many characters are shown on either side of one.
const AROUND: usize = 8;

/// A remark for every odd character of what is printed and every place where it is mended. `lacks` says what the fonts
/// do not have.
#[must_use]
pub fn characters(model: &ReportModel, words: &dyn Words, lacks: &dyn Fn(char) -> bool) -> Vec<Remark> {
    let printed: BTreeSet<(Oddity, String)> =
        ciso::texts(model, words).iter().flat_map(|text| odd(text, lacks)).collect();
    if printed.is_empty() {
        return Vec::new();
    }
    let mut search = Search { printed, lacks, found: BTreeMap::new() };
    if let Ok(model) = serde_json::to_value(model) {
        search.walk(&model, &Place::default());
    }
    search.found.into_iter().map(|((what, place), text)| remark(what, place, text)).collect()
}

struct Search<'a> {
    /// What is odd of what is printed: sections that are left out are not searched for more.
    printed: BTreeSet<(Oddity, String)>,
    lacks: &'a dyn Fn(char) -> bool,
    /// By what is odd and where: the words around the first.
    found: BTreeMap<((Oddity, String), Place), String>,
}

/// Where something is mended, see [`Remark`].
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    place: &'static str,
    of: String,
}

impl Search<'_> {
    fn walk(&mut self, value: &Value, place: &Place) {
        match value {
            Value::String(text) => self.text(text, place),
            Value::Array(list) => {
                for (number, value) in (1..).zip(list) {
                    self.walk(value, &inside(place, value, number));
                }
            }
            Value::Object(fields) => fields.iter().for_each(|(name, value)| self.walk(value, &below(place, name))),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn text(&mut self, text: &str, place: &Place) {
        for what in odd(text, self.lacks) {
            if self.printed.contains(&what) {
                let words = around(text, &what.1);
                self.found.entry((what, place.clone())).or_insert(words);
            }
        }
    }
}

/// What a field of the model says of where it is mended.
fn below(place: &Place, field: &str) -> Place {
    let of = |place: &'static str| Place { place, of: String::new() };
    match (place.place, field) {
        ("", "head") => of("style"),
        ("style", "document_number" | "decided_by" | "changes") => of("frame"),
        (_, "office" | "department" | "departments" | "nonconforming" | "partial") => of("office"),
        ("finding", "addressee") => of("office"),
        ("", "overall" | "decisions") => of(if field == "overall" { "overall" } else { "decisions" }),
        ("", "sections") => of("section"),
        ("section", "title") => of("style"),
        ("", "findings" | "turns" | "compelled_approvals" | "orders" | "open" | "horizontal") => of("finding"),
        ("", "engagements" | "checklist" | "results" | "self_check" | "not_looked_at" | "independence") => {
            of("engagement")
        }
        ("", "evidence") => of("evidence"),
        ("", "criteria" | "shared" | "contrast") => of("packs"),
        ("", "exceptions" | "proposals") => of("exceptions"),
        (_, "question" | "chapter" | "chapters") => of("packs"),
        _ => place.clone(),
    }
}

/// An entry of a list says which one it is.
fn inside(place: &Place, entry: &Value, number: usize) -> Place {
    let field = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let of = match (place.place, place.of.is_empty()) {
        ("finding", true) => match field("number") {
            number if number.is_empty() => field("subject"),
            number => number,
        },
        ("engagement", true) => field("name"),
        ("section", true) => field("key"),
        ("decisions", true) => number.to_string(),
        _ => place.of.clone(),
    };
    Place { place: place.place, of }
}

fn around(text: &str, what: &str) -> String {
    let at = text.find(what).unwrap_or(0);
    let before: Vec<char> = text[..at].chars().rev().take_while(|c| *c != '\n').take(AROUND).collect();
    let after = text[at..].chars().take_while(|c| *c != '\n').take(AROUND + what.chars().count());
    before.into_iter().rev().chain(after).filter(|character| !character.is_control()).collect()
}

fn remark((oddity, what): (Oddity, String), Place { place, of }: Place, text: String) -> Remark {
    let codes: Vec<String> = what.chars().map(|character| format!("U+{:04X}", u32::from(character))).collect();
    let args = [("character", what), ("code", codes.join(" ")), ("text", text)];
    Remark {
        weight: Weight::Warning,
        key: format!("{}-character", oddity.key()),
        args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        place: if place.is_empty() { "style" } else { place }.to_owned(),
        of,
    }
}
