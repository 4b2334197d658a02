//! What several standards ask about the same topic, beside one another.
//!
//! Items share topics across standards, so the table is a reading of the packs and nothing has to be kept for it. Two
//! things are said about each cell beside what it holds: whether another standard binds more strongly here, and whether
//! most others let somebody else answer.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Item, ListEntry, Lists, Pack};
use crate::kinds::{Duty, Role};

/// One topic across the standards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CrosswalkRow {
    /// The topic.
    pub topic: ListEntry,
    /// One cell for each standard, in their order; none where a standard has no item on the topic.
    pub cells: Vec<Option<CrosswalkCell>>,
    /// Whether the standards bind with different strength.
    pub duties_differ: bool,
    /// Whether they let different roles answer.
    pub roles_differ: bool,
    /// Whether some standard has nothing on the topic.
    pub missing: bool,
}

/// What one standard has on one topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CrosswalkCell {
    /// How many items.
    pub items: u32,
    /// The clauses they come from, in the order of the standard.
    pub clauses: Vec<String>,
    /// How strongly the items bind, the strongest first.
    pub duties: Vec<DutyCount>,
    /// The strongest of these; two where a duty and a ban stand side by side.
    pub strongest: Vec<Duty>,
    /// Whether another standard binds more strongly.
    pub weaker: bool,
    /// Whether some items are softer than any item of another standard: this one only endeavours to do something where
    /// the other one must do everything.
    pub partly_weaker: bool,
    /// Who answers the items, those who answer most of them first.
    pub roles: Vec<RoleCount>,
    /// Those who answer most of them; several where they answer equally many, those that most standards share first.
    pub main_roles: Vec<Role>,
    /// Whether these are others than in most standards.
    pub other_roles: bool,
}

/// How many items bind so strongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DutyCount {
    /// How strongly.
    pub duty: Duty,
    /// How many items.
    pub items: u32,
}

/// How many items a role can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoleCount {
    /// The role.
    pub role: Role,
    /// How many items.
    pub items: u32,
}

/// The topics that at least one of the standards has items on, in the order of the lists, with a cell for each standard.
#[must_use]
pub fn crosswalk(standards: &[(&Pack, &Lists)]) -> Vec<CrosswalkRow> {
    let by_topic: Vec<BTreeMap<&str, Vec<&Item>>> = standards.iter().map(|(pack, _)| by_topic(pack)).collect();
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for topic in standards.iter().flat_map(|(_, lists)| &lists.topics) {
        if !seen.insert(topic.key.as_str()) {
            continue;
        }
        let items = by_topic.iter().map(|topics| topics.get(topic.key.as_str()));
        let cells: Vec<Option<CrosswalkCell>> = items.map(|items| items.map(|items| cell(items))).collect();
        if cells.iter().any(Option::is_some) {
            rows.push(row(topic.clone(), cells));
        }
    }
    rows
}

fn by_topic(pack: &Pack) -> BTreeMap<&str, Vec<&Item>> {
    let mut topics: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in &pack.items {
        topics.entry(&item.topic).or_default().push(item);
    }
    topics
}

/// How strongly a duty binds. A ban binds as strongly as a duty.
const fn strength(duty: Duty) -> u8 {
    match duty {
        Duty::Must | Duty::MustNot => 4,
        Duty::Endeavour => 3,
        Duty::Desirable => 2,
        Duty::May => 1,
        Duty::Defines => 0,
    }
}

fn cell(items: &[&Item]) -> CrosswalkCell {
    let mut clauses: Vec<String> = Vec::new();
    let mut duties: BTreeMap<Duty, u32> = BTreeMap::new();
    let mut roles: BTreeMap<Role, u32> = BTreeMap::new();
    for item in items {
        if !clauses.contains(&item.clause) {
            clauses.push(item.clause.clone());
        }
        *duties.entry(item.duty).or_default() += 1;
        for role in item.answers.iter().collect::<BTreeSet<_>>() {
            *roles.entry(*role).or_default() += 1;
        }
    }
    // The closed lists are in the order in which people expect their members, so equal ones stay in that order.
    let duties: Vec<DutyCount> = duties.into_iter().map(|(duty, items)| DutyCount { duty, items }).collect();
    let most = duties.iter().map(|count| strength(count.duty)).max();
    let strongest = duties.iter().map(|count| count.duty).filter(|duty| Some(strength(*duty)) == most).collect();
    let mut roles: Vec<RoleCount> = roles.into_iter().map(|(role, items)| RoleCount { role, items }).collect();
    roles.sort_by_key(|count| std::cmp::Reverse(count.items));
    let most = roles.first().map(|count| count.items);
    let main_roles = roles.iter().filter(|count| Some(count.items) == most).map(|count| count.role).collect();
    CrosswalkCell {
        items: u32::try_from(items.len()).unwrap_or(u32::MAX),
        clauses,
        duties,
        strongest,
        weaker: false,
        partly_weaker: false,
        roles,
        main_roles,
        other_roles: false,
    }
}

fn row(topic: ListEntry, mut cells: Vec<Option<CrosswalkCell>>) -> CrosswalkRow {
    let strength_of = |cell: &CrosswalkCell| cell.strongest.first().map(|duty| strength(*duty));
    let strongest = cells.iter().flatten().filter_map(strength_of).max();
    let firmest = cells.iter().flatten().filter_map(softest).max();
    let usual = usual_roles(cells.iter().flatten());
    for cell in cells.iter_mut().flatten() {
        cell.weaker = strength_of(cell) < strongest;
        cell.partly_weaker = !cell.weaker && softest(cell).is_some_and(|softest| Some(softest) < firmest);
        cell.main_roles.sort_by_key(|role| !usual.contains(role));
        cell.other_roles = !cell.main_roles.iter().any(|role| usual.contains(role));
    }
    let any = |is: fn(&CrosswalkCell) -> bool| cells.iter().flatten().any(is);
    CrosswalkRow {
        topic,
        duties_differ: any(|cell| cell.weaker || cell.partly_weaker),
        roles_differ: any(|cell| cell.other_roles),
        missing: cells.iter().any(Option::is_none),
        cells,
    }
}

/// How strongly the item binds that binds least. Permissions and definitions ask for nothing, so they do not count.
fn softest(cell: &CrosswalkCell) -> Option<u8> {
    let asked = cell.duties.iter().map(|count| strength(count.duty));
    asked.filter(|asked| *asked >= strength(Duty::Desirable)).min()
}

/// The roles that are main ones in more than half of the cells; none where the standards have no common habit.
fn usual_roles<'a>(cells: impl Iterator<Item = &'a CrosswalkCell>) -> BTreeSet<Role> {
    let mut all = 0_usize;
    let mut with: BTreeMap<Role, usize> = BTreeMap::new();
    for cell in cells {
        all += 1;
        for role in &cell.main_roles {
            *with.entry(*role).or_default() += 1;
        }
    }
    with.into_iter().filter(|(_, cells)| cells * 2 > all).map(|(role, _)| role).collect()
}
