//! Which items an audit should ask this time. A standard has hundreds and a visit has room for a few dozen, so they are
//! put in an order, and each that is proposed says why.

use crate::keyed_enum;
use crate::kinds::{SubjectKind, Target, Verdict};
use crate::pack::Item;
use std::collections::{BTreeMap, BTreeSet};

/// How many items are proposed unless another number is wished.
pub const USUAL: usize = 45;

keyed_enum! {
    /// Why an item is proposed.
    pub enum Why {
        /// It is about this year's theme.
        Theme = "theme",
        /// A finding about it is still open at these targets.
        OpenFinding = "open_finding",
        /// It was × last year at one of these targets.
        LastNonconforming = "last_nonconforming",
        /// It was △ last year at one of these targets.
        LastPartial = "last_partial",
        /// It was not looked at for some years.
        NotLookedAt = "not_looked_at",
        /// Much hangs on it.
        Weight = "weight",
    }
}

/// What earlier years know of an item at these targets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// The worst verdict of last year.
    pub last_year: Option<Verdict>,
    /// The last year in which it was judged.
    pub looked_in: Option<i64>,
    /// How many findings about it are open.
    pub open_findings: usize,
}

/// An item that could be asked.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The item.
    pub item: &'a Item,
    /// Whether it is about this year's theme.
    pub on_theme: bool,
    /// What earlier years know of it.
    pub past: Past,
}

/// The audit for which items are proposed.
#[derive(Clone, Debug)]
pub struct Round {
    /// Its fiscal year.
    pub year: i64,
    /// The first year of which there are verdicts at these targets; none if this is the first.
    pub first_year: Option<i64>,
    /// What its targets are.
    pub kinds: BTreeSet<Target>,
    /// How many items are wished.
    pub wanted: usize,
}

/// What is said of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// Whether it can be asked of any of the targets.
    pub fits: bool,
    /// Whether it is proposed.
    pub proposed: bool,
    /// What speaks for it, the strongest first.
    pub why: Vec<Why>,
    /// For how many years it was not looked at; nothing if it was last year or there is no earlier year.
    pub years: Option<i64>,
}

/// What items can be asked about at a target: a department, or a subject of this kind.
#[must_use]
pub fn kinds_of(subject: Option<SubjectKind>) -> &'static [Target] {
    match subject {
        // What concerns the whole organisation is asked of the departments that carry it.
        None => &[Target::Organisation, Target::Department],
        Some(SubjectKind::System) => &[Target::System, Target::Network],
        Some(SubjectKind::Contractor) => &[Target::Contractor],
        Some(SubjectKind::CloudService) => &[Target::CloudService],
        Some(SubjectKind::UserOrg) => &[Target::Department],
    }
}

/// Each further item of a clause is worth so much less, so that a visit sees more than one corner.
const CROWDED: i64 = 6;

/// From this weight on, much hangs on an item.
const HEAVY: u8 = 3;

/// Judges all candidates, in their order.
#[must_use]
pub fn propose(round: &Round, candidates: &[Candidate<'_>]) -> Vec<Judged> {
    let mut judged: Vec<Judged> = Vec::with_capacity(candidates.len());
    let mut worth: Vec<i64> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let years = years_without(round, candidate.past);
        let reasons = reasons(candidate, years);
        worth.push(reasons.iter().map(|(points, _)| points).sum());
        judged.push(Judged {
            fits: candidate.item.targets.iter().any(|target| round.kinds.contains(target)),
            proposed: false,
            why: shown(&reasons, candidate.item.weight),
            years,
        });
    }
    let mut taken: BTreeMap<&str, i64> = BTreeMap::new();
    for _ in 0..round.wanted.min(candidates.len()) {
        let value = |place: usize| {
            let candidate = &candidates[place];
            let crowd = taken.get(candidate.item.clause.as_str()).copied().unwrap_or(0);
            // What was found wrong is looked at again however many others of its clause are.
            let must = candidate.past.open_findings > 0 || candidate.past.last_year == Some(Verdict::Nonconforming);
            worth[place] - if must { 0 } else { CROWDED * crowd }
        };
        let free = (0..candidates.len()).filter(|&place| judged[place].fits && !judged[place].proposed);
        // The first of equals, in the order of the standard.
        let Some(best) = free.max_by_key(|&place| (value(place), std::cmp::Reverse(place))) else { break };
        judged[best].proposed = true;
        *taken.entry(candidates[best].item.clause.as_str()).or_default() += 1;
    }
    for (judged, candidate) in judged.iter_mut().zip(candidates).filter(|(judged, _)| !judged.proposed) {
        // That little hangs on an item says nothing for it.
        judged.why.retain(|why| *why != Why::Weight || candidate.item.weight >= HEAVY);
    }
    judged
}

/// For how many years nobody looked at it; where it was never looked at, since there are verdicts at all.
fn years_without(round: &Round, past: Past) -> Option<i64> {
    let years = match past.looked_in {
        Some(year) => round.year - 1 - year,
        None => round.year - round.first_year?,
    };
    (years > 0).then_some(years)
}

/// What speaks for an item, with how much.
fn reasons(candidate: &Candidate<'_>, years: Option<i64>) -> Vec<(i64, Why)> {
    let past = candidate.past;
    let mut reasons = Vec::new();
    if past.open_findings > 0 {
        reasons.push((60, Why::OpenFinding));
    }
    match past.last_year {
        Some(Verdict::Nonconforming) => reasons.push((50, Why::LastNonconforming)),
        Some(Verdict::Partial) => reasons.push((35, Why::LastPartial)),
        _ => {}
    }
    if candidate.on_theme {
        reasons.push((40, Why::Theme));
    }
    if let Some(years) = years {
        reasons.push((6 * years.min(5), Why::NotLookedAt));
    }
    reasons.push((10 * (i64::from(candidate.item.weight) - 1), Why::Weight));
    reasons.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    reasons
}

/// The reasons people are told: a low weight is none, unless there is no other.
fn shown(reasons: &[(i64, Why)], weight: u8) -> Vec<Why> {
    let only = reasons.len() == 1;
    reasons.iter().map(|(_, why)| *why).filter(|why| *why != Why::Weight || weight >= HEAVY || only).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::{Duty, Form};

    fn item(id: &str, clause: &str, weight: u8, target: Target) -> Item {
        Item {
            id: id.to_owned(),
            clause: clause.to_owned(),
            duty: Duty::Must,
            forms: vec![Form::Audit],
            answers: Vec::new(),
            targets: vec![target],
            topic: "x".to_owned(),
            weight,
            question: String::new(),
            question_self: None,
            title_en: None,
            question_en: None,
            question_self_en: None,
            look_at: Vec::new(),
            how: Vec::new(),
            note: None,
            note_en: None,
        }
    }

    fn plain(item: &Item) -> Candidate<'_> {
        Candidate { item, on_theme: false, past: Past::default() }
    }

    fn round(wanted: usize, first_year: Option<i64>) -> Round {
        Round { year: 2026, first_year, kinds: kinds_of(None).iter().copied().collect(), wanted }
    }

    fn proposed(judged: &[Judged]) -> Vec<usize> {
        (0..judged.len()).filter(|&place| judged[place].proposed).collect()
    }

    #[test]
    fn what_was_wrong_comes_first_and_says_why() {
        let items: Vec<Item> = (0..6).map(|n| item(&n.to_string(), &n.to_string(), 2, Target::Department)).collect();
        let mut all: Vec<Candidate<'_>> = items.iter().map(plain).collect();
        for candidate in &mut all {
            candidate.past.looked_in = Some(2025);
        }
        all[1].past.last_year = Some(Verdict::Nonconforming);
        all[2].past.open_findings = 1;
        all[3].on_theme = true;
        all[4].past.last_year = Some(Verdict::Partial);
        all[5].past.looked_in = Some(2022);
        let judged = propose(&round(5, Some(2021)), &all);
        assert_eq!(proposed(&judged), [1, 2, 3, 4, 5]);
        assert_eq!(judged[1].why, [Why::LastNonconforming]);
        assert_eq!(judged[2].why, [Why::OpenFinding]);
        assert_eq!(judged[3].why, [Why::Theme]);
        assert_eq!(judged[4].why, [Why::LastPartial]);
        assert_eq!((judged[5].why.as_slice(), judged[5].years), ([Why::NotLookedAt].as_slice(), Some(3)));
        assert_eq!((judged[0].why.as_slice(), judged[0].years), ([].as_slice(), None), "nothing speaks for it");
        let all: Vec<Candidate<'_>> = items.iter().map(plain).collect();
        assert_eq!(propose(&round(6, None), &all)[0].why, [Why::Weight], "what is proposed always says why");
    }

    #[test]
    fn an_item_for_systems_is_not_proposed_for_a_department() {
        let items = [item("a", "1", 3, Target::System), item("b", "1", 1, Target::Department)];
        let all: Vec<Candidate<'_>> = items.iter().map(plain).collect();
        let judged = propose(&round(45, None), &all);
        assert_eq!(proposed(&judged), [1]);
        assert!(!judged[0].fits);
        let system = Round { kinds: kinds_of(Some(SubjectKind::System)).iter().copied().collect(), ..round(45, None) };
        assert_eq!(proposed(&propose(&system, &all)), [0]);
    }

    #[test]
    fn one_clause_does_not_crowd_the_others_out() {
        let mut items: Vec<Item> = (0..10).map(|n| item(&n.to_string(), "1", 3, Target::Department)).collect();
        items.extend((10..14).map(|n| item(&n.to_string(), &n.to_string(), 2, Target::Department)));
        let all: Vec<Candidate<'_>> = items.iter().map(plain).collect();
        assert_eq!(proposed(&propose(&round(6, None), &all)), [0, 1, 10, 11, 12, 13]);
    }

    #[test]
    fn never_looked_at_counts_from_the_first_year_there_is() {
        let items = [item("a", "1", 1, Target::Department)];
        let all = [plain(&items[0])];
        assert_eq!(propose(&round(1, Some(2023)), &all)[0].years, Some(3));
        assert_eq!(propose(&round(1, None), &all)[0].years, None, "in the first year everything is new");
        assert!(!propose(&round(0, None), &all)[0].proposed);
    }
}
