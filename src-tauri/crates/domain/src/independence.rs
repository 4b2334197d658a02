//! Who may audit what. It is a matter of persons and not of roles: a person who is in, heads, or answers for a target
//! may not audit it, whatever role they do it in. Which persons are tied to which targets is given; here is what follows.

use crate::Id;
use crate::keyed_enum;
use crate::pack::Independence;
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// From one day to another. Where a day is missing, nobody knows it, and it may be any.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Span {
    /// Whether a day is in it.
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        self.meets(Span { from: Some(day), until: Some(day) })
    }

    /// Whether both have a day in common, or may have.
    #[must_use]
    pub fn meets(self, other: Span) -> bool {
        let before = |until: Option<Date>, from: Option<Date>| matches!((until, from), (Some(u), Some(f)) if u < f);
        !before(self.until, other.from) && !before(other.until, self.from)
    }
}

keyed_enum! {
    /// What a person has to do with what is audited.
    pub enum Bond {
        /// They head it: 情報管理者, 部局長, システム管理者 or 利用責任者 of it.
        Heads = "heads",
        /// 代行: they stand in for who heads it.
        StandsIn = "stands_in",
        /// They answer for it: the person named at a system or a contractor.
        AnswersFor = "answers_for",
        /// They are in the department.
        Belongs = "belongs",
    }
}

/// What is in the way today, and what people have to judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// It is so on the day that counts.
    Present(Bond),
    /// It is over, but was so in the time that is audited or shortly before fieldwork.
    Past(Bond),
}

/// The times in which a bond that is over still matters: the period that is audited, and the twelve months before
/// fieldwork. A period of which no day is known says nothing.
#[must_use]
pub fn looked_at(period: Span, fieldwork: Date) -> Vec<Span> {
    let year = Span { from: fieldwork.checked_sub(12.months()).ok(), until: Some(fieldwork) };
    let known = period != Span::default();
    known.then_some(period).into_iter().chain([year]).collect()
}

/// What ties a person to a target, from everything they have or had to do with it.
#[must_use]
pub fn tie(bonds: &[(Bond, Span)], day: Date, looked_at: &[Span]) -> Option<Tie> {
    let strongest =
        |counts: &dyn Fn(Span) -> bool| bonds.iter().filter(|(_, span)| counts(*span)).map(|one| one.0).min();
    let present = strongest(&|span| span.holds(day)).map(Tie::Present);
    present.or_else(|| strongest(&|span| looked_at.iter().any(|time| time.meets(span))).map(Tie::Past))
}

/// An auditor with the targets they are tied to and those they stand back from.
#[derive(Clone, Debug, PartialEq)]
pub struct Auditor {
    /// The person.
    pub person: Id,
    /// The targets they are in, head, or answer for.
    pub tied: BTreeSet<Id>,
    /// The targets they were in, headed, or answered for. It stops nobody; people judge it.
    pub past: BTreeSet<Id>,
    /// The targets they stand back from (回避).
    pub recused: BTreeSet<Id>,
}

keyed_enum! {
    /// How an auditor stands to a target.
    pub enum Standing {
        /// Nothing ties them to it.
        Independent = "independent",
        /// They stand back from it.
        Recused = "recused",
        /// They are tied to it and do not stand back.
        Tied = "tied",
        /// 過去の在籍: they were tied to it, and are no longer.
        Past = "past",
    }
}

impl Auditor {
    /// How they stand to a target.
    #[must_use]
    pub fn standing(&self, target: Id) -> Standing {
        if self.recused.contains(&target) {
            Standing::Recused
        } else if self.tied.contains(&target) {
            Standing::Tied
        } else if self.past.contains(&target) {
            Standing::Past
        } else {
            Standing::Independent
        }
    }
}

/// Why an audit may not begin, or a verdict may not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// This person is tied to this target, and the standard knows no exception.
    NotIndependent {
        /// The person.
        person: Id,
        /// The target.
        target: Id,
    },
    /// This person is tied to this target, which the standard allows only with a reason, and none is written.
    ReasonMissing {
        /// The person.
        person: Id,
        /// The target.
        target: Id,
    },
    /// Everybody stands back from this target.
    NobodyLeft {
        /// The target.
        target: Id,
    },
    /// This person stands back from this target.
    Recused {
        /// The person.
        person: Id,
        /// The target.
        target: Id,
    },
    /// 監査未実施（独立者なし）: this target is not audited.
    Unaudited {
        /// The target.
        target: Id,
    },
}

/// What decides beside the persons.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// What the standard says.
    pub rule: Independence,
    /// Why somebody who is tied audits all the same; empty if nobody wrote it.
    pub reason: &'a str,
}

impl Ground<'_> {
    /// Whether a tie is no hindrance.
    fn excuses(self) -> bool {
        self.rule == Independence::Reason && !self.reason.trim().is_empty()
    }

    fn refuses(self, person: Id, target: Id) -> Refusal {
        match self.rule {
            Independence::Strict => Refusal::NotIndependent { person, target },
            Independence::Reason => Refusal::ReasonMissing { person, target },
        }
    }
}

/// Whether the audit of these targets may begin with this team. What nobody audits needs nobody.
pub fn may_begin(
    ground: Ground<'_>,
    team: &[Auditor],
    targets: &[Id],
    unaudited: &BTreeSet<Id>,
) -> Result<(), Refusal> {
    for &target in targets.iter().filter(|target| !unaudited.contains(target)) {
        team.iter().try_for_each(|auditor| may_join(ground, auditor, target))?;
        if team.iter().all(|auditor| auditor.standing(target) == Standing::Recused) {
            return Err(Refusal::NobodyLeft { target });
        }
    }
    Ok(())
}

/// Whether somebody may come into the team of an audit that has begun, or a target may be added to what they audit.
pub fn may_join(ground: Ground<'_>, auditor: &Auditor, target: Id) -> Result<(), Refusal> {
    if auditor.standing(target) == Standing::Tied && !ground.excuses() {
        return Err(ground.refuses(auditor.person, target));
    }
    Ok(())
}

/// Whether a person may write a verdict at a target. Who stands back writes none, whatever the standard says.
pub fn may_judge(ground: Ground<'_>, auditor: &Auditor, target: Id, unaudited: bool) -> Result<(), Refusal> {
    if unaudited {
        return Err(Refusal::Unaudited { target });
    }
    match auditor.standing(target) {
        Standing::Independent | Standing::Past => Ok(()),
        Standing::Recused => Err(Refusal::Recused { person: auditor.person, target }),
        Standing::Tied if ground.excuses() => Ok(()),
        Standing::Tied => Err(ground.refuses(auditor.person, target)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> Id {
        Id::natural("test", &[name])
    }

    fn auditor(name: &str, tied: &[&str], recused: &[&str]) -> Auditor {
        let ids = |names: &[&str]| names.iter().map(|name| id(name)).collect();
        Auditor { person: id(name), tied: ids(tied), past: BTreeSet::new(), recused: ids(recused) }
    }

    const STRICT: Ground<'_> = Ground { rule: Independence::Strict, reason: "やむを得ない" };
    const REASON: Ground<'_> = Ground { rule: Independence::Reason, reason: "ほかに監査できる者がいない" };
    const NO_REASON: Ground<'_> = Ground { rule: Independence::Reason, reason: " \u{3000}" };

    fn begin(ground: Ground<'_>, team: &[Auditor], unaudited: &[&str]) -> Result<(), Refusal> {
        let unaudited = unaudited.iter().map(|name| id(name)).collect();
        may_begin(ground, team, &[id("総務課"), id("給付課")], &unaudited)
    }

    #[test]
    fn who_belongs_to_a_target_does_not_audit_it() {
        let team = [auditor("佐藤", &["総務課"], &[]), auditor("田村", &[], &[])];
        let (person, target) = (id("佐藤"), id("総務課"));
        assert_eq!(begin(STRICT, &team, &[]), Err(Refusal::NotIndependent { person, target }));
        assert_eq!(begin(NO_REASON, &team, &[]), Err(Refusal::ReasonMissing { person, target }));
        assert_eq!(begin(REASON, &team, &[]), Ok(()));
    }

    #[test]
    fn who_stands_back_leaves_the_target_to_somebody_else() {
        let recused = auditor("佐藤", &["総務課"], &["総務課"]);
        assert_eq!(begin(STRICT, &[recused.clone(), auditor("田村", &[], &[])], &[]), Ok(()));
        let nobody = Err(Refusal::NobodyLeft { target: id("総務課") });
        assert_eq!(begin(STRICT, std::slice::from_ref(&recused), &[]), nobody);
        assert_eq!(begin(REASON, std::slice::from_ref(&recused), &[]), nobody, "a reason makes nobody an auditor");
        assert_eq!(begin(STRICT, &[recused], &["総務課"]), Ok(()), "what is not audited needs nobody");
        // Two who are tied to one target each, and stand back from it, audit the other's.
        let pair = [auditor("佐藤", &["総務課"], &["総務課"]), auditor("井上", &["給付課"], &["給付課"])];
        assert_eq!(begin(STRICT, &pair, &[]), Ok(()));
    }

    #[test]
    fn a_verdict_needs_somebody_independent() {
        let target = id("総務課");
        let judge = |ground, auditor: &Auditor| may_judge(ground, auditor, target, false);
        let tied = auditor("佐藤", &["総務課"], &[]);
        assert_eq!(judge(STRICT, &auditor("田村", &["給付課"], &[])), Ok(()));
        assert_eq!(judge(STRICT, &tied), Err(Refusal::NotIndependent { person: id("佐藤"), target }));
        assert_eq!(judge(REASON, &tied), Ok(()));
        assert_eq!(judge(NO_REASON, &tied), Err(Refusal::ReasonMissing { person: id("佐藤"), target }));
        let back = auditor("佐藤", &["総務課"], &["総務課"]);
        assert_eq!(judge(REASON, &back), Err(Refusal::Recused { person: id("佐藤"), target }));
        let free = auditor("田村", &[], &[]);
        assert_eq!(may_judge(REASON, &free, target, true), Err(Refusal::Unaudited { target }));
    }

    fn span(from: &str, until: &str) -> Span {
        Span { from: from.parse().ok(), until: until.parse().ok() }
    }

    #[test]
    fn a_bond_of_today_ties_and_one_that_is_over_is_for_people_to_judge() {
        let day: Date = "2026-11-10".parse().expect("a day");
        let period = looked_at(span("2025-04-01", "2026-03-31"), day);
        let of = |bonds: &[(Bond, Span)]| tie(bonds, day, &period);
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[(Bond::Belongs, span("2026-04-01", ""))]), Some(Tie::Present(Bond::Belongs)));
        assert_eq!(of(&[(Bond::Belongs, Span::default())]), Some(Tie::Present(Bond::Belongs)));
        assert_eq!(of(&[(Bond::Belongs, span("", "2025-04-01"))]), Some(Tie::Past(Bond::Belongs)), "on its first day");
        assert_eq!(of(&[(Bond::Belongs, span("2020-04-01", "2025-03-31"))]), None, "before both");
        assert_eq!(of(&[(Bond::Heads, span("2026-12-01", ""))]), None, "not yet");
        // Who stands in for the head today, and was in the department, is tied by what is so today.
        let both = [(Bond::Belongs, span("", "2026-03-31")), (Bond::StandsIn, span("2026-04-01", "2027-03-31"))];
        assert_eq!(of(&both), Some(Tie::Present(Bond::StandsIn)));
        let twice = [(Bond::Belongs, Span::default()), (Bond::Heads, Span::default())];
        assert_eq!(of(&twice), Some(Tie::Present(Bond::Heads)), "the stronger is named");
    }

    #[test]
    fn without_a_period_the_twelve_months_before_fieldwork_count() {
        let day: Date = "2026-11-10".parse().expect("a day");
        let year = looked_at(Span::default(), day);
        assert_eq!(year.len(), 1);
        let left = |until: &str| tie(&[(Bond::Belongs, span("", until))], day, &year);
        assert_eq!(left("2025-11-10"), Some(Tie::Past(Bond::Belongs)));
        assert_eq!(left("2025-11-09"), None);
        let open = looked_at(span("2024-04-01", ""), day);
        assert_eq!(tie(&[(Bond::Belongs, span("", "2024-06-30"))], day, &open), Some(Tie::Past(Bond::Belongs)));
    }

    #[test]
    fn who_was_there_audits_and_may_stand_back() {
        let target = id("総務課");
        let was = Auditor { past: [target].into(), ..auditor("佐藤", &[], &[]) };
        assert_eq!(was.standing(target), Standing::Past);
        assert_eq!(begin(STRICT, std::slice::from_ref(&was), &[]), Ok(()));
        assert_eq!(may_judge(STRICT, &was, target, false), Ok(()));
        let back = Auditor { recused: [target].into(), ..was };
        assert_eq!(back.standing(target), Standing::Recused);
    }

    #[test]
    fn nobody_joins_what_they_are_tied_to() {
        let tied = auditor("佐藤", &["総務課"], &[]);
        let (person, target) = (id("佐藤"), id("総務課"));
        assert_eq!(may_join(STRICT, &tied, target), Err(Refusal::NotIndependent { person, target }));
        assert_eq!(may_join(REASON, &tied, target), Ok(()));
        assert_eq!(may_join(STRICT, &tied, id("給付課")), Ok(()));
        assert_eq!(may_join(STRICT, &auditor("佐藤", &["総務課"], &["総務課"]), target), Ok(()));
    }
}
