//! Which items an engagement asks, and which it should: the rows of earlier years, put before `domain::scope`.

use super::engagement::{exclusions, items, target_rows};
use super::independence::unaudited;
use crate::dto::*;
use crate::error::Result;
use crate::session::{Edition, Session};
use domain::Id;
use domain::kinds::{Form, Target, Verdict};
use domain::pack::{Item, ItemFilter, find};
use domain::scope::{Candidate, Judged, Past, Round, USUAL, kinds_of, propose};
use std::collections::{BTreeMap, BTreeSet};
use store::row::Reads;
use store::tables::{Engagement, EngagementTarget, Subject};

/// Every item of the edition: whether it is in, and whether it should be.
pub fn get(session: &Session, request: ScopeQuery) -> Result<ScopeProposal> {
    let read = session.read();
    let engagement: Engagement = read.get(request.engagement)?;
    let edition = session.edition(engagement.pack_edition)?;
    let asked: Vec<&Item> = items(&edition.pack, engagement.form).collect();
    let history = History::of(read, &engagement)?;
    let themed = on_theme(&edition, engagement.form, &request.topics, &request.words);
    let candidates: Vec<Candidate<'_>> = asked
        .iter()
        .map(|&item| Candidate {
            item,
            on_theme: themed.contains(item.id.as_str()),
            past: history.items.get(&item.id).copied().unwrap_or_default(),
        })
        .collect();
    let round = Round {
        year: engagement.fiscal_year,
        first_year: history.first_year,
        kinds: kinds(read, &engagement)?,
        wanted: request.wanted,
    };
    let judged = propose(&round, &candidates);
    let excluded = exclusions(read, engagement.id)?;
    let answered = answered(read, engagement.id)?;
    let english = session.english();
    let chapters = Chapters::of(&edition, english);
    let row = |(number, (item, judged)): (i64, (&&Item, Judged))| {
        let (chapter, clause_title) = chapters.of_clause(&item.clause);
        ScopeRow {
            item: item.id.clone(),
            number,
            clause: item.clause.clone(),
            clause_title,
            chapter,
            topic: item.topic.clone(),
            weight: item.weight,
            question: item.question_on(engagement.form, english).to_owned(),
            exclusion: excluded.get(&item.id).cloned(),
            fits: judged.fits,
            proposed: judged.proposed,
            why: judged.why,
            years: judged.years,
            answered: answered.get(&item.id).copied().unwrap_or(0),
        }
    };
    Ok(ScopeProposal {
        rows: (1..).zip(asked.iter().zip(judged)).map(row).collect(),
        topics: topics(&edition, &asked, english),
        chapters: chapters.listed(&asked),
        reason: usual_reason(&excluded),
        usual: USUAL,
    })
}

/// The items that are about the theme: by their topic, or because one of the words occurs in them.
fn on_theme<'p>(edition: &'p Edition, form: Form, topics: &[String], words: &str) -> BTreeSet<&'p str> {
    let topic = edition.pack.items.iter().filter(|item| topics.contains(&item.topic)).map(|item| item.id.as_str());
    let mut found: BTreeSet<&str> = topic.collect();
    let between = |c: char| c.is_whitespace() || "、，,・/／。".contains(c);
    for phrase in words.split(between).filter(|phrase| !phrase.is_empty()) {
        let filter = ItemFilter { text: parts_of(phrase), form: Some(form), ..ItemFilter::default() };
        found.extend(find(&edition.pack, edition.words(), &filter).into_iter().map(|item| item.id.as_str()));
    }
    found
}

/// The words a phrase is put together from, e.g. 端末 保管 of 端末の保管: they seldom stand side by side in an item. A
/// particle is one only between words that are not written in kana themselves.
fn parts_of(phrase: &str) -> String {
    let is_kana = |c: char| ('ぁ'..='ん').contains(&c);
    let chars: Vec<char> = phrase.replace("及び", " ").chars().collect();
    let joins = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        "のとや".contains(chars[at]) && before.is_some_and(|&c| !is_kana(c)) && after.is_some_and(|&c| !is_kana(c))
    };
    (0..chars.len()).map(|at| if joins(at) { ' ' } else { chars[at] }).collect()
}

/// What the targets of an engagement are, without those that nobody audits.
fn kinds(read: Reads<'_>, engagement: &Engagement) -> Result<BTreeSet<Target>> {
    let without: BTreeSet<Id> = unaudited(read, engagement.id)?.into_iter().map(|row| row.target).collect();
    let mut kinds = BTreeSet::new();
    for target in target_rows(read, engagement.id)?.into_iter().filter(|target| !without.contains(&target.id)) {
        let subject: Option<Subject> = target.subject.map(|subject| read.get(subject)).transpose()?;
        kinds.extend(kinds_of(subject.map(|subject| subject.kind)));
    }
    Ok(kinds)
}

/// What earlier years know of the items at the targets of an engagement.
struct History {
    items: BTreeMap<String, Past>,
    first_year: Option<i64>,
}

impl History {
    fn of(read: Reads<'_>, engagement: &Engagement) -> Result<History> {
        let mut history = History { items: BTreeMap::new(), first_year: None };
        let targets = target_rows(read, engagement.id)?;
        for target in &targets {
            for (earlier, year) in earlier(read, engagement, target)? {
                history.add(read, engagement.fiscal_year, earlier, year)?;
            }
        }
        let departments: BTreeSet<Id> = targets.iter().map(|target| target.department).collect();
        for department in departments {
            let sql = "SELECT item, count(*) FROM finding WHERE department = ?1 AND state <> 'closed'
                       AND grade <> 'good_practice' AND engagement <> ?2 GROUP BY item";
            let of = [department.as_bytes().as_slice(), engagement.id.as_bytes().as_slice()];
            let open =
                read.query(sql, &[&of[0], &of[1]], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
            for (item, count) in open {
                history.items.entry(item).or_default().open_findings += usize::try_from(count).unwrap_or(0);
            }
        }
        Ok(history)
    }

    /// The verdicts of one target in one year; an index alone answers this.
    fn add(&mut self, read: Reads<'_>, this_year: i64, target: Id, year: i64) -> Result<()> {
        let sql = "SELECT item, verdict FROM answer WHERE target = ?1 AND verdict <> 'unverified'";
        let found = read.query(sql, &[&target.as_bytes().as_slice()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        if !found.is_empty() {
            self.first_year = Some(self.first_year.map_or(year, |first| first.min(year)));
        }
        for (item, verdict) in found {
            let past = self.items.entry(item).or_default();
            past.looked_in = past.looked_in.max(Some(year));
            if year == this_year - 1
                && let Some(verdict) = domain::Keyed::from_key(&verdict)
                && past.last_year.is_none_or(|known| is_worse(verdict, known))
            {
                past.last_year = Some(verdict);
            }
        }
        Ok(())
    }
}

fn is_worse(verdict: Verdict, than: Verdict) -> bool {
    let rank = |verdict| match verdict {
        Verdict::Nonconforming => 2,
        Verdict::Partial => 1,
        _ => 0,
    };
    rank(verdict) > rank(than)
}

/// The same target in the audits of earlier years.
fn earlier(read: Reads<'_>, engagement: &Engagement, target: &EngagementTarget) -> Result<Vec<(Id, i64)>> {
    let sql = "SELECT t.id, e.fiscal_year FROM engagement_target t JOIN engagement e ON e.id = t.engagement
               WHERE t.department = ?1 AND t.subject IS ?2 AND e.kind = 'audit' AND e.fiscal_year < ?3 ORDER BY t.id";
    let subject = target.subject.map(|subject| subject.as_bytes().to_vec());
    Ok(read.query(sql, &[&target.department.as_bytes().as_slice(), &subject, &engagement.fiscal_year], |row| {
        Ok((Id::from_bytes(row.get(0)?), row.get(1)?))
    })?)
}

/// How many verdicts the items have in an engagement.
fn answered(read: Reads<'_>, engagement: Id) -> Result<BTreeMap<String, i64>> {
    let sql = "SELECT item, count(*) FROM answer WHERE verdict <> 'unverified'
               AND target IN (SELECT id FROM engagement_target WHERE engagement = ?1) GROUP BY item";
    let counts = read.query(sql, &[&engagement.as_bytes().as_slice()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(counts.into_iter().collect())
}

/// The reason that most of those outside have; of equals the first in the order of their words.
fn usual_reason(excluded: &BTreeMap<String, String>) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for reason in excluded.values() {
        *counts.entry(reason).or_default() += 1;
    }
    let most = counts.iter().max_by_key(|(reason, count)| (**count, std::cmp::Reverse(**reason)));
    most.map(|(reason, _)| (*reason).to_owned()).unwrap_or_default()
}

fn topics(edition: &Edition, asked: &[&Item], english: bool) -> Vec<ScopeTopic> {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for item in asked {
        *counts.entry(item.topic.as_str()).or_default() += 1;
    }
    let listed = edition.lists.topics.iter().filter_map(|entry| {
        let items = counts.get(entry.key.as_str()).copied()?;
        Some(ScopeTopic { key: entry.key.clone(), name: entry.name(english).to_owned(), items })
    });
    listed.collect()
}

/// The chapter and the title of every clause, found once: looking a clause up walks the list of clauses.
struct Chapters {
    clauses: BTreeMap<String, (String, String)>,
    titles: Vec<(String, String)>,
}

impl Chapters {
    fn of(edition: &Edition, english: bool) -> Chapters {
        let (mut clauses, mut titles) = (BTreeMap::<String, (String, String)>::new(), Vec::new());
        for clause in &edition.pack.clauses {
            // A parent stands before its children.
            let above = clause.parent.as_ref().and_then(|parent| clauses.get(parent)).map(|(chapter, _)| chapter);
            let chapter = above.cloned().unwrap_or_else(|| clause.id.clone());
            let title = clause.title_in(english).to_owned();
            if clause.parent.is_none() {
                titles.push((clause.id.clone(), title.clone()));
            }
            clauses.insert(clause.id.clone(), (chapter, title));
        }
        Chapters { clauses, titles }
    }

    fn of_clause(&self, clause: &str) -> (String, String) {
        self.clauses.get(clause).cloned().unwrap_or_default()
    }

    /// The chapters that have items.
    fn listed(self, asked: &[&Item]) -> Vec<(String, String)> {
        let with: BTreeSet<&String> =
            asked.iter().filter_map(|item| self.clauses.get(&item.clause)).map(|(chapter, _)| chapter).collect();
        self.titles.iter().filter(|(id, _)| with.contains(id)).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_taken_apart_between_its_words_only() {
        for (phrase, parts) in [
            ("端末の保管", "端末 保管"),
            ("端末と認証の管理", "端末 認証 管理"),
            ("ログ及び記録", "ログ 記録"),
            ("ひとつのもの", "ひとつのもの"),
            ("のり", "のり"),
            ("ログの", "ログの"),
        ] {
            assert_eq!(parts_of(phrase), parts, "{phrase}");
        }
    }
}
