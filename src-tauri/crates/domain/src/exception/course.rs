//! On which days an exception is in force, what it reaches, and whether two of them are about the same.

use super::{ExceptionStanding, ExceptionState};
use crate::Id;
use crate::pack::Pack;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A period that was asked for, and what was decided of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub until: Date,
    /// Whether it was permitted, and when; nothing while nobody has decided.
    pub decided: Option<(bool, Date)>,
}

/// What says on which days an exception is in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// The day it was carried out before it was permitted.
    pub carried_out_on: Option<Date>,
    /// The periods, the oldest first.
    pub periods: Vec<Period>,
    /// The last day, if it was ended before its period was over.
    pub ended_on: Option<Date>,
}

impl Course {
    /// The last day until which it is in force on a day. Nothing if it is not: nobody has permitted it, and nobody
    /// has carried it out in an emergency.
    #[must_use]
    pub fn in_force_until(&self, day: Date) -> Option<Date> {
        if self.ended_on.is_some_and(|ended| ended < day) {
            return None;
        }
        let spans = self.periods.iter().enumerate().filter_map(|(place, period)| self.span(place, period));
        let until = spans.filter(|(from, until)| (*from..=*until).contains(&day)).map(|(_, until)| until).max()?;
        Some(self.ended_on.map_or(until, |ended| ended.min(until)))
    }

    /// From when until when a period is in force. Before it was permitted it is not, unless it was an emergency.
    fn span(&self, place: usize, period: &Period) -> Option<(Date, Date)> {
        let emergency = self.carried_out_on.filter(|_| place == 0);
        match (period.decided, emergency) {
            (Some((true, _)), Some(begun)) => Some((begun, period.until)),
            (Some((true, decided)), None) => Some((period.from.max(decided), period.until)),
            (Some((false, decided)), Some(begun)) => Some((begun, period.until.min(decided))),
            (None, Some(begun)) => Some((begun, period.until)),
            (Some((false, _)) | None, None) => None,
        }
    }

    /// The last day of what was permitted or carried out, whether it is over or not.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        let spans = self.periods.iter().enumerate().filter_map(|(place, period)| self.span(place, period));
        let last = spans.map(|(_, until)| until).max()?;
        Some(self.ended_on.map_or(last, |ended| ended.min(last)))
    }

    /// What it is on a day.
    #[must_use]
    pub fn standing(&self, state: ExceptionState, day: Date) -> ExceptionStanding {
        use ExceptionStanding as T;
        use ExceptionState as S;
        match state {
            S::Draft => T::Draft,
            S::Submitted => T::Waiting,
            S::Emergency => T::Unreported,
            S::Reported => T::Reported,
            S::Refused => T::Refused,
            S::Withdrawn => T::Withdrawn,
            S::Ended => T::Ended,
            S::Permitted | S::Extending if self.in_force_until(day).is_some() => T::Running,
            S::Permitted | S::Extending if self.last_day().is_some_and(|last| last < day) => T::Expired,
            S::Permitted | S::Extending => T::Coming,
        }
    }
}

/// What an exception is about: a clause with all below it, or one item of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// The clause.
    pub clause: String,
    /// The item; nothing for the whole clause.
    pub item: Option<String>,
}

/// Everything some points reach: clauses with those below them, and items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    pub(super) clauses: BTreeSet<String>,
    pub(super) items: BTreeSet<String>,
}

impl Reach {
    /// What points reach in a standard.
    #[must_use]
    pub fn of(pack: &Pack, points: &[Point]) -> Reach {
        let whole: Vec<String> =
            points.iter().filter(|point| point.item.is_none()).map(|point| point.clause.clone()).collect();
        let single = points.iter().filter_map(|point| point.item.clone());
        let below = pack.clauses.iter().filter(|clause| pack.is_within(&clause.id, &whole));
        let asked = pack.items.iter().filter(|item| pack.is_within(&item.clause, &whole));
        Reach {
            // A clause that a later edition has lost is still what it says.
            clauses: below.map(|clause| clause.id.clone()).chain(whole.iter().cloned()).collect(),
            items: asked.map(|item| item.id.clone()).chain(single).collect(),
        }
    }

    /// Whether it reaches an item.
    #[must_use]
    pub fn covers(&self, item: &str) -> bool {
        self.items.contains(item)
    }

    /// Whether both reach the same clause or item.
    #[must_use]
    pub fn meets(&self, other: &Reach) -> bool {
        !self.clauses.is_disjoint(&other.clauses) || !self.items.is_disjoint(&other.items)
    }
}

/// Where and when an exception is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The standard, whatever its edition.
    pub pack: String,
    /// The department.
    pub department: Id,
    /// The system or the like; nothing for the whole department.
    pub subject: Option<Id>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// What it is about.
    pub reach: Reach,
}

/// Whether two are about the same, at the same place and time.
#[must_use]
pub fn overlap(one: &Claim, other: &Claim) -> bool {
    one.pack == other.pack
        && one.department == other.department
        && (one.subject == other.subject || one.subject.is_none() || other.subject.is_none())
        && one.from <= other.until
        && other.from <= one.until
        && one.reach.meets(&other.reach)
}
