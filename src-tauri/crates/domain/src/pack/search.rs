//! Finding items by what people type, and by what they are.

use std::collections::BTreeMap;

use super::{Item, Lists, Pack};
use crate::kinds::{Duty, Form, Role, Target};
use crate::text::fold;

/// Everything each item of a pack can be found by, folded once: in the order of the items.
#[derive(Debug, Default)]
pub struct SearchWords(Vec<String>);

/// What items are looked for; what is not given narrows nothing.
#[derive(Clone, Debug, Default)]
pub struct ItemFilter {
    /// Words, each of which must occur.
    pub text: String,
    /// How strongly the item binds.
    pub duty: Option<Duty>,
    /// Who can answer it.
    pub role: Option<Role>,
    /// The form it stands on.
    pub form: Option<Form>,
    /// What it is asked about.
    pub target: Option<Target>,
    /// Its topic.
    pub topic: Option<String>,
}

impl SearchWords {
    /// Folds the words of all items: their texts, clauses, roles, topics and what to look at, in both languages.
    #[must_use]
    pub fn of(pack: &Pack, lists: &Lists) -> Self {
        // A parent stands before its children, so the words of the way down are known when a child is reached.
        let mut clauses: BTreeMap<&str, String> = BTreeMap::new();
        for clause in &pack.clauses {
            let mut words = clause.parent.as_deref().and_then(|id| clauses.get(id)).cloned().unwrap_or_default();
            push(&mut words, [Some(&clause.id), Some(&clause.title), clause.title_en.as_ref()]);
            clauses.insert(&clause.id, words);
        }
        let entries = lists.topics.iter().map(|entry| (entry.key.clone(), entry));
        let documents = lists.documents.iter().map(|entry| (format!("doc:{}", entry.key), entry));
        let places = lists.places.iter().map(|entry| (format!("place:{}", entry.key), entry));
        let names: BTreeMap<String, String> = entries
            .chain(documents)
            .chain(places)
            .map(|(key, entry)| {
                let mut words = String::new();
                push(&mut words, [Some(&entry.ja), Some(&entry.en)]);
                (key, words)
            })
            .collect();
        Self(pack.items.iter().map(|item| words_of(item, pack, &clauses, &names)).collect())
    }
}

fn words_of(item: &Item, pack: &Pack, clauses: &BTreeMap<&str, String>, names: &BTreeMap<String, String>) -> String {
    let mut words = clauses.get(item.clause.as_str()).cloned().unwrap_or_default();
    let own = [Some(&item.id), Some(&item.question)];
    let more =
        [&item.question_self, &item.title_en, &item.question_en, &item.question_self_en, &item.note, &item.note_en];
    push(&mut words, own.into_iter().chain(more.into_iter().map(Option::as_ref)));
    let roles = item.answers.iter().filter_map(|role| pack.role(*role));
    push(&mut words, roles.flat_map(|role| [Some(&role.name), role.name_en.as_ref()]));
    for key in item.look_at.iter().chain([&item.topic]) {
        words.push_str(names.get(key).map_or("", String::as_str));
    }
    words
}

/// Folded texts, a line each, so that nothing is found across two of them.
fn push<'a>(words: &mut String, texts: impl IntoIterator<Item = Option<&'a String>>) {
    for text in texts.into_iter().flatten() {
        words.push_str(&fold(text));
        words.push('\n');
    }
}

/// The items that pass, in the order of the pack. `words` are those of the same pack.
pub fn find<'a>(pack: &'a Pack, words: &SearchWords, filter: &ItemFilter) -> Vec<&'a Item> {
    let wanted: Vec<String> = filter.text.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    let passes = |item: &Item| {
        filter.duty.is_none_or(|duty| item.duty == duty)
            && filter.role.is_none_or(|role| item.answers.contains(&role))
            && filter.form.is_none_or(|form| item.forms.contains(&form))
            && filter.target.is_none_or(|target| item.targets.contains(&target))
            && filter.topic.as_ref().is_none_or(|topic| item.topic == *topic)
    };
    let found = pack
        .items
        .iter()
        .zip(&words.0)
        .filter(|(item, words)| passes(item) && wanted.iter().all(|word| words.contains(word.as_str())));
    found.map(|(item, _)| item).collect()
}
