//! What persons have or had to do with what is audited, read once for a whole team. What follows from it stands in
//! `domain::independence`.

use crate::error::Result;
use domain::Id;
use domain::independence::{Bond, Span, Tie, looked_at, tie};
use domain::kinds::{EngagementState, Role};
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::row::Reads;
use store::tables::{Engagement, EngagementTarget, Person, Posting, RoleHolder, Subject};

/// Who holds one of these for a department heads it, or a part of it.
const HEADS: [Role; 4] = [Role::InfoManager, Role::BureauHead, Role::SystemManager, Role::UserOrgHead];

/// What persons have or had to do with departments, and who answers for subjects.
pub struct Ties {
    today: Date,
    day: Date,
    looked_at: Vec<Span>,
    departments: BTreeMap<(Id, Id), Vec<(Bond, Span)>>,
    answers_for: BTreeMap<Id, Id>,
}

impl Ties {
    /// Reads what these persons have to do with the targets of an engagement. What counts is today; once the
    /// engagement is closed it is its last day, so that a later move does not change what was so.
    pub fn read(
        read: Reads<'_>,
        today: Date,
        engagement: &Engagement,
        persons: &[Id],
        targets: &[EngagementTarget],
    ) -> Result<Ties> {
        let plan = super::plan::plan_of(read, engagement.id)?;
        let closed = engagement.state == EngagementState::Closed;
        let day = engagement.until_on.filter(|last| closed && *last < today).unwrap_or(today);
        let period = Span { from: plan.period_from, until: plan.period_until };
        let mut ties = Ties {
            today,
            day,
            looked_at: looked_at(period, engagement.from_on.unwrap_or(day)),
            departments: BTreeMap::new(),
            answers_for: BTreeMap::new(),
        };
        let persons: BTreeSet<Id> = persons.iter().copied().collect();
        for &person in &persons {
            ties.belongs(read, person)?;
        }
        ties.heads(read, &persons)?;
        for subject in targets.iter().filter_map(|target| target.subject) {
            if let Some(person) = read.get::<Subject>(subject)?.person {
                ties.answers_for.insert(subject, person);
            }
        }
        Ok(ties)
    }

    /// How a person is tied to a target.
    pub fn tie(&self, person: Id, target: &EngagementTarget) -> Option<Tie> {
        let mut bonds = self.departments.get(&(person, target.department)).cloned().unwrap_or_default();
        if target.subject.is_some_and(|subject| self.answers_for.get(&subject) == Some(&person)) {
            bonds.push((Bond::AnswersFor, Span::default()));
        }
        tie(&bonds, self.day, &self.looked_at)
    }

    fn add(&mut self, person: Id, department: Id, bond: Bond, span: Span) {
        self.departments.entry((person, department)).or_default().push((bond, span));
    }

    /// The department a person is in, since the last one they are known to have left, and those before.
    fn belongs(&mut self, read: Reads<'_>, id: Id) -> Result<()> {
        let person: Person = read.get(id)?;
        let before = read.list::<Posting>("WHERE person = ?1", &[&id.as_bytes().as_slice()])?;
        let left = before.iter().filter_map(|posting| posting.until_on).max();
        let since = left.and_then(|last| last.checked_add(1.day()).ok());
        if let Some(department) = person.department {
            // A post on the list that is not over yet says nothing about since when the present one is held.
            let from = since.filter(|first| *first <= self.today);
            self.add(id, department, Bond::Belongs, Span { from, until: person.left_on });
        }
        let yesterday = self.day.checked_sub(1.day()).ok();
        for posting in before {
            // A post on this list is over, also where nobody wrote down since when.
            let span = Span { from: posting.from_on, until: posting.until_on.or(yesterday) };
            if let Some(department) = posting.department {
                self.add(id, department, Bond::Belongs, span);
            }
        }
        Ok(())
    }

    /// What persons head, and whom they stand in for.
    fn heads(&mut self, read: Reads<'_>, persons: &BTreeSet<Id>) -> Result<()> {
        for holder in read.all::<RoleHolder>()?.into_iter().filter(|holder| HEADS.contains(&holder.role)) {
            let deputy = holder.deputy.filter(|deputy| persons.contains(deputy));
            if deputy.is_none() && !persons.contains(&holder.person) {
                continue;
            }
            let department = match holder.department {
                None => read.get::<Person>(holder.person)?.department,
                known => known,
            };
            let Some(department) = department else { continue };
            let span = Span { from: holder.from_on, until: holder.until_on };
            if persons.contains(&holder.person) {
                self.add(holder.person, department, Bond::Heads, span);
            }
            if let Some(deputy) = deputy {
                self.add(deputy, department, Bond::StandsIn, span);
            }
        }
        Ok(())
    }
}
