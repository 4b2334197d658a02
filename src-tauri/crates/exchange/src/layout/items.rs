//! Which item a row of a foreign table is about. Its question says so; its number alone is asked about, since numbers
//! change from year to year.

use crate::workbook::{Cell as SheetCell, CellKind};
use domain::text::fold;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// An item that may be answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownItem {
    /// Its stable key.
    pub key: String,
    /// Its number as it is shown.
    pub number: String,
    /// Its question.
    pub question: String,
}

/// How an item was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// By its question; whether the row has another number.
    Question(String, bool),
    /// By its number, and the question is another one or a similar one: somebody must look.
    Unsure(String),
    /// By its number, and there is no question.
    Number(String),
}

pub(super) struct Items<'a> {
    all: BTreeMap<&'a str, &'a KnownItem>,
    by_question: BTreeMap<String, Option<&'a str>>,
    by_number: BTreeMap<String, Option<&'a str>>,
    pairs: Vec<(&'a str, BTreeSet<(char, char)>)>,
    /// How many rows may still be compared with every item.
    patience: Cell<usize>,
}

/// No list of questions has more rows that are almost those of ours.
const PATIENCE: usize = 5_000;

/// How much of two texts is the same where one may be the other with a few words changed.
const SIMILAR: f64 = 0.55;

/// And how much less that must be for every other one.
const APART: f64 = 0.15;

/// And where the number says the same already.
const RELATED: f64 = 0.4;

impl<'a> Items<'a> {
    pub(super) fn new(items: &'a [KnownItem]) -> Items<'a> {
        let mut by_question = BTreeMap::new();
        let mut by_number = BTreeMap::new();
        // What stands for two items stands for none.
        let put = |map: &mut BTreeMap<String, Option<&'a str>>, text: String, key: &'a str| {
            if !text.is_empty() {
                map.entry(text).and_modify(|one| *one = None).or_insert(Some(key));
            }
        };
        for item in items {
            put(&mut by_question, fold(&item.question), &item.key);
            put(&mut by_number, number(&item.number), &item.key);
        }
        let pairs = items.iter().map(|item| (item.key.as_str(), pairs(&fold(&item.question)))).collect();
        let all = items.iter().map(|item| (item.key.as_str(), item)).collect();
        Items { all, by_question, by_number, pairs, patience: Cell::new(PATIENCE) }
    }

    pub(super) fn find(&self, numbers: &[String], question: &str) -> Option<Match> {
        let asked = fold(question);
        let by_number = numbers.iter().find_map(|one| self.by_number.get(&number(one)).copied().flatten());
        if let Some(key) = self.by_question.get(&asked).copied().flatten() {
            let own = self.all.get(key).map(|item| number(&item.number)).unwrap_or_default();
            let other = !numbers.is_empty() && !own.is_empty() && numbers.iter().all(|one| number(one) != own);
            return Some(Match::Question(key.to_owned(), other));
        }
        if asked.is_empty() {
            return by_number.map(|key| Match::Number(key.to_owned()));
        }
        self.patience.set(self.patience.get().checked_sub(1)?);
        let written = pairs(&asked);
        let of = |key: &str| {
            self.pairs.iter().find(|(other, _)| *other == key).map_or(0.0, |(_, pairs)| alike(&written, pairs))
        };
        if let Some(key) = by_number.filter(|key| of(key) >= RELATED) {
            return Some(Match::Unsure(key.to_owned()));
        }
        let mut near: Vec<(f64, &str)> = self.pairs.iter().map(|(key, pairs)| (alike(&written, pairs), *key)).collect();
        near.sort_by(|one, other| other.0.total_cmp(&one.0));
        let (best, second) = (near.first()?, near.get(1).map_or(0.0, |(far, _)| *far));
        // Two that are near are none.
        (best.0 >= SIMILAR && best.0 - second >= APART).then(|| Match::Unsure(best.1.to_owned()))
    }
}

/// What a number cell may say: what it shows, and for a date what it probably was.
pub(super) fn numbers(cell: &SheetCell, shown: Option<&String>) -> Vec<String> {
    let mut said: Vec<String> = shown.into_iter().cloned().collect();
    if cell.kind == CellKind::Date {
        said.extend(was(cell));
    } else {
        said.push(cell.text.trim().to_owned());
    }
    said
}

/// The number that Excel took for a date: 1-2 became the second of January of this year.
pub(super) fn was(cell: &SheetCell) -> Option<String> {
    let mut parts = cell.text.get(..10)?.split('-').skip(1);
    let (month, day): (u32, u32) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some(format!("{month}-{day}"))
}

/// A number without what people write around it.
fn number(text: &str) -> String {
    let folded = fold(text);
    let bare: String = folded.chars().filter(|c| !matches!(c, '(' | ')' | '[' | ']' | '#' | ' ')).collect();
    let bare = bare.trim_start_matches("no").trim_start_matches(['.', ':', '問', '第', '項']);
    bare.trim_end_matches(['.', '、', '項', '条', '号', '番']).to_owned()
}

fn pairs(folded: &str) -> BTreeSet<(char, char)> {
    let chars: Vec<char> = folded.chars().collect();
    chars.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

fn alike(one: &BTreeSet<(char, char)>, other: &BTreeSet<(char, char)>) -> f64 {
    let all = one.len() + other.len();
    if all == 0 {
        return 0.0;
    }
    2.0 * one.intersection(other).count() as f64 / all as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(key: &str, number: &str, question: &str) -> KnownItem {
        KnownItem { key: key.into(), number: number.into(), question: question.into() }
    }

    #[test]
    fn a_question_is_worth_more_than_a_number() {
        let items = [
            item("a", "1-1", "機器を固定しているか。"),
            item("b", "1-2", "パスワードを他人に教えていないか。"),
            item("c", "1-3", "離席時に画面をロックしているか。"),
        ];
        let items = Items::new(&items);
        let find = |number: &str, question: &str| items.find(&[number.to_owned()], question);
        assert_eq!(find("1-1", "機器を固定しているか。"), Some(Match::Question("a".into(), false)));
        assert_eq!(find("１－１", "機器を 固定しているか。"), Some(Match::Question("a".into(), false)));
        assert_eq!(find("1-3", "機器を固定しているか。"), Some(Match::Question("a".into(), true)));
        assert_eq!(find("問1-2.", ""), Some(Match::Number("b".into())));
        assert_eq!(find("1-2", "パスワードを人に教えていないか"), Some(Match::Unsure("b".into())));
        assert_eq!(find("", "離席するときに画面をロックしているか。"), Some(Match::Unsure("c".into())));
        assert_eq!(find("1-2", "まったく違う問い"), None);
        assert_eq!(find("9-9", ""), None);
    }
}
