//! Who of the team looks at what.

use super::engagement::{exclusions, members, target_name, target_rows};
use super::grid::{Place, answers};
use super::interview::numbered;
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use domain::kinds::Verdict;
use std::collections::{BTreeMap, BTreeSet};
use store::row::Reads;
use store::tables::{Assignment, Engagement};

/// The auditors of the items of a target, all or some of them.
pub fn of_target(read: Reads<'_>, target: Id, only: Option<&[String]>) -> Result<BTreeMap<String, Id>> {
    let target = target.as_bytes().as_slice();
    let rows = match only {
        None => read.list::<Assignment>("WHERE target = ?1", &[&target])?,
        Some(items) => {
            let mut rows = Vec::new();
            for item in items {
                rows.extend(read.list::<Assignment>("WHERE target = ?1 AND item = ?2", &[&target, item])?);
            }
            rows
        }
    };
    Ok(rows.into_iter().map(|row| (row.item, row.person)).collect())
}

/// Who may be given items: the team and who leads it.
pub fn team(read: Reads<'_>, engagement: &Engagement) -> Result<Vec<Id>> {
    let mut team: Vec<Id> = engagement.lead.into_iter().collect();
    team.extend(members(read, engagement.id)?.into_iter().filter(|person| Some(*person) != engagement.lead));
    Ok(team)
}

/// How many items each has, and how many of them are answered.
type Counts = BTreeMap<Option<Id>, (i64, i64)>;

/// Who looks at what in an engagement.
pub fn list(session: &Session, request: OfEngagement) -> Result<Assignments> {
    let read = session.read();
    let engagement: Engagement = read.get(request.engagement)?;
    let names = session.person_names()?;
    let order: Vec<Option<Id>> = team(read, &engagement)?.into_iter().map(Some).chain([None]).collect();
    let people = |counts: &Counts| {
        // Who left the team keeps what was given until it is given to somebody else.
        let known: BTreeSet<Option<Id>> = order.iter().copied().collect();
        let others = counts.keys().copied().filter(|person| !known.contains(person));
        let all = others.collect::<Vec<_>>().into_iter().chain(order.iter().copied());
        let person = |person: Option<Id>| {
            let (items, answered) = counts.get(&person).copied().unwrap_or_default();
            let name = person.and_then(|person| names.get(&person).cloned()).unwrap_or_default();
            AssignedPerson { person, name, items, answered }
        };
        all.map(person).collect::<Vec<_>>()
    };
    let excluded = exclusions(read, engagement.id)?;
    let mut whole = Counts::new();
    let mut targets = Vec::new();
    for target in target_rows(read, engagement.id)? {
        let place = Place::of(session, target.id)?;
        let (given, answers) = (of_target(read, target.id, None)?, answers(read, target.id)?);
        let mut by_clause: BTreeMap<&str, Counts> = BTreeMap::new();
        for (_, item) in numbered(&place).filter(|(_, item)| !excluded.contains_key(&item.id)) {
            let person = given.get(&item.id).copied();
            let done = answers.get(&item.id).is_some_and(|answer| answer.verdict != Verdict::Unverified);
            count(&mut whole, person, done);
            // Chapter and section; what lies deeper is given with its section.
            for clause in place.edition.pack.path_of(&item.clause).into_iter().take(2) {
                count(by_clause.entry(clause.id.as_str()).or_default(), person, done);
            }
        }
        let clauses = place.edition.pack.clauses.iter().filter_map(|clause| {
            let counts = by_clause.get(clause.id.as_str())?;
            Some(AssignedClause {
                id: clause.id.clone(),
                title: clause.title_in(session.english()).to_owned(),
                level: if clause.parent.is_none() { 1 } else { 2 },
                people: people(counts).into_iter().filter(|person| person.items > 0).collect(),
            })
        });
        let clauses = clauses.collect();
        targets.push(AssignedTarget { target: target.id, name: target_name(read, &target)?, clauses });
    }
    Ok(Assignments { people: people(&whole), targets })
}

fn count(counts: &mut Counts, person: Option<Id>, done: bool) {
    let (items, answered) = counts.entry(person).or_default();
    *items += 1;
    *answered += i64::from(done);
}
