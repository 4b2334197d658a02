//! Who may audit what. It is a matter of persons and not of roles: a person who is in, heads, or answers for a target
//! may not audit it, whatever role they do it in. Which persons are tied to which targets is given; here is what follows.

use crate::Id;
use crate::keyed_enum;
use crate::pack::Independence;
use std::collections::BTreeSet;

/// An auditor with the targets they are tied to and those they stand back from.
#[derive(Clone, Debug, PartialEq)]
pub struct Auditor {
    /// The person.
    pub person: Id,
    /// The targets they are in, head, or answer for.
    pub tied: BTreeSet<Id>,
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
        for auditor in team.iter().filter(|auditor| auditor.standing(target) == Standing::Tied) {
            if !ground.excuses() {
                return Err(ground.refuses(auditor.person, target));
            }
        }
        if team.iter().all(|auditor| auditor.standing(target) == Standing::Recused) {
            return Err(Refusal::NobodyLeft { target });
        }
    }
    Ok(())
}

/// Whether a person may write a verdict at a target. Who stands back writes none, whatever the standard says.
pub fn may_judge(ground: Ground<'_>, auditor: &Auditor, target: Id, unaudited: bool) -> Result<(), Refusal> {
    if unaudited {
        return Err(Refusal::Unaudited { target });
    }
    match auditor.standing(target) {
        Standing::Independent => Ok(()),
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
        Auditor { person: id(name), tied: ids(tied), recused: ids(recused) }
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
}
