//! What is known of the office, and what a person has to say about texts that are not clear.

use crate::dto::*;
use crate::error::Result;
use crate::session::{Edition, Session};
use ::exchange::{Finding, FindingCell, Meant};
use domain::names::{Meaning, Nameable, meaning};
use domain::pack::{ClauseMeant, ClauseNames};
use domain::text::{fold, says_nothing};
use domain::{Id, Keyed, past};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::tables::{Department, Finding as Stored, FormerName, Person};

/// The decision that a text says nothing.
const NONE: &str = "none";

/// The decision that a department is the one above.
const ABOVE: &str = "above";

/// What is known, and what was asked so far.
pub(super) struct Known<'a> {
    pub(super) today: Date,
    pub(super) reading: &'a PastReading,
    /// The clauses of the chosen edition, if one is chosen.
    clauses: Option<ClauseNames<'a>>,
    names: Vec<Nameable<Id>>,
    pub(super) departments: BTreeMap<Id, String>,
    persons: BTreeMap<String, Vec<Id>>,
    /// Findings by their folded numbers.
    pub(super) by_number: BTreeMap<String, Vec<Stored>>,
    /// Findings by year, department and folded title.
    pub(super) by_title: BTreeMap<(i64, Id, String), Stored>,
    /// Numbers of rows that came before, with their years.
    pub(super) seen: BTreeSet<String>,
    /// The department of the row before, by sheet.
    above: BTreeMap<String, Id>,
    asked: BTreeMap<String, PastQuestion>,
    order: Vec<String>,
}

/// A text whose meaning matters.
pub(super) enum Told<T> {
    /// Nothing is written, or a person said that it means nothing.
    Nothing,
    /// This.
    Clearly(T),
    /// A person has to say.
    Open,
}

impl<T> Told<T> {
    pub(super) fn known(self) -> Option<T> {
        match self {
            Told::Clearly(one) => Some(one),
            Told::Nothing | Told::Open => None,
        }
    }
}

impl<'a> Known<'a> {
    pub(super) fn of(session: &Session, reading: &'a PastReading, edition: Option<&'a Edition>) -> Result<Known<'a>> {
        let read = session.read();
        let former = read.all::<FormerName>()?;
        let departments = read.list::<Department>("ORDER BY position, name", &[])?;
        let nameable = |one: &Department| Nameable {
            key: one.id,
            name: one.name.clone(),
            former: former.iter().filter(|old| old.department == one.id).map(|old| old.name.clone()).collect(),
        };
        let names = departments.iter().map(nameable).collect();
        let mut persons: BTreeMap<String, Vec<Id>> = BTreeMap::new();
        for person in read.all::<Person>()? {
            persons.entry(fold(&person.name)).or_default().push(person.id);
        }
        let (mut by_number, mut by_title) = (BTreeMap::<String, Vec<Stored>>::new(), BTreeMap::new());
        for finding in read.all::<Stored>()? {
            let title = (finding.fiscal_year, finding.department, fold(&finding.title));
            by_title.insert(title, finding.clone());
            by_number.entry(fold(&finding.number)).or_default().push(finding);
        }
        Ok(Known {
            today: session.today(),
            reading,
            clauses: edition.map(|edition| ClauseNames::new(&edition.pack.clauses)),
            names,
            departments: departments.into_iter().map(|one| (one.id, one.name)).collect(),
            persons,
            by_number,
            by_title,
            seen: BTreeSet::new(),
            above: BTreeMap::new(),
            asked: BTreeMap::new(),
            order: Vec::new(),
        })
    }

    /// Everything that was asked, in the order in which it stands in the file.
    pub(super) fn questions(self) -> Vec<PastQuestion> {
        let mut asked = self.asked;
        let mut all: Vec<PastQuestion> = self.order.iter().filter_map(|key| asked.remove(key)).collect();
        all.sort_by_key(|one| one.asked);
        all
    }

    /// What a person decided, after asking.
    fn decision(
        &mut self,
        asked: PastAsked,
        line: &Finding,
        cell: Option<&FindingCell>,
        likely: Option<String>,
    ) -> Option<String> {
        let text = cell.map_or("", |cell| cell.text.as_str());
        let key = format!("{}/{}", asked.key(), fold(text));
        let decision = self.reading.decisions.get(&key).filter(|one| !one.is_empty()).cloned();
        let question = self.asked.entry(key.clone()).or_insert_with(|| {
            self.order.push(key.clone());
            PastQuestion {
                key,
                asked,
                text: text.to_owned(),
                sheet: line.sheet.clone(),
                cell: cell.map_or(&line.cell, |cell| &cell.cell).clone(),
                count: 0,
                likely,
                decision: decision.clone(),
            }
        });
        question.count += 1;
        decision
    }

    /// A text of a closed list.
    pub(super) fn listed<T: Keyed>(
        &mut self,
        asked: PastAsked,
        line: &Finding,
        cell: Option<&FindingCell>,
        read: fn(&str) -> Meant<T>,
        needed: bool,
    ) -> Told<T> {
        let likely = match read(cell.map_or("", |cell| cell.text.as_str())) {
            Meant::Clearly(one) => return Told::Clearly(one),
            Meant::Blank if !needed => return Told::Nothing,
            Meant::Blank => None,
            Meant::Perhaps(likely) => likely,
        };
        match self.decision(asked, line, cell, likely.map(|one| one.key().to_owned())) {
            Some(decision) if decision == NONE && !needed => Told::Nothing,
            Some(decision) => T::from_key(&decision).map_or(Told::Open, Told::Clearly),
            None => Told::Open,
        }
    }

    /// A day that decides where a finding stands.
    pub(super) fn day(&mut self, asked: PastAsked, line: &Finding, cell: Option<&FindingCell>) -> Told<Date> {
        let read = if asked == PastAsked::Due { past::due_day } else { past::day };
        match read(cell.map_or("", |cell| cell.text.as_str())) {
            past::Day::Blank => Told::Nothing,
            past::Day::On(day) | past::Day::Within(day) => Told::Clearly(day),
            past::Day::Unclear => match self.decision(asked, line, cell, None) {
                Some(decision) if decision == NONE => Told::Nothing,
                Some(decision) => decision.parse().map_or(Told::Open, Told::Clearly),
                None => Told::Open,
            },
        }
    }

    /// The fiscal year of a row: its own, the one in its number, or the sheet's.
    pub(super) fn year(&mut self, line: &Finding, own: Option<&FindingCell>, number: &str) -> Told<i64> {
        if let Some(cell) = own.filter(|cell| !says_nothing(&cell.text)) {
            return match past::year(&cell.text).or_else(|| past::year_in(&cell.text)) {
                Some(year) => Told::Clearly(year),
                None => match self.decision(PastAsked::Year, line, Some(cell), None) {
                    Some(decision) => decision.parse().map_or(Told::Open, Told::Clearly),
                    None => Told::Open,
                },
            };
        }
        let sheet = self.reading.years.get(&line.sheet).copied();
        past::year_in(number).or(sheet).map_or(Told::Nothing, Told::Clearly)
    }

    /// Which clause a text means.
    pub(super) fn clause(&self, text: &str) -> ClauseMeant {
        self.clauses.as_ref().map_or(ClauseMeant::Nothing, |clauses| clauses.meant(text))
    }

    /// The department of a row.
    pub(super) fn department(&mut self, line: &Finding, cell: Option<&FindingCell>) -> Option<Id> {
        let found = self.meant(line, cell);
        if let Some(department) = found {
            self.above.insert(line.sheet.clone(), department);
        }
        found
    }

    fn meant(&mut self, line: &Finding, cell: Option<&FindingCell>) -> Option<Id> {
        let text = cell.filter(|cell| !cell.ditto).map_or("", |cell| cell.text.as_str());
        let likely = match text {
            // Where no column says it, the sheet may be one department's.
            "" if cell.is_none() => match meaning(&line.sheet, &self.names) {
                Meaning::Exactly(department) => return Some(department),
                Meaning::Perhaps(_) => None,
            },
            "" => None,
            text => match meaning(text, &self.names) {
                Meaning::Exactly(department) => return Some(department),
                Meaning::Perhaps(likely) => likely.first().map(|(department, _)| department.to_string()),
            },
        };
        let above = self.above.get(&line.sheet).copied();
        let decision = self.decision(PastAsked::Department, line, cell, likely)?;
        if decision == ABOVE {
            return above;
        }
        decision.parse().ok().filter(|id| self.departments.contains_key(id))
    }

    /// The one person who has this name.
    pub(super) fn person(&self, name: &str) -> Option<Id> {
        match self.persons.get(&fold(name)).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        }
    }
}
