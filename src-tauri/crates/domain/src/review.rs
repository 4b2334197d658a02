//! 査閲: another person looks at what an auditor wrote. Whether an item counts as reviewed is a reading of the last
//! review and of what stands there now: what is changed afterwards is marked until somebody looks again.

use crate::kinds::{Procedure, SelfAnswer, Verdict};
use crate::{Id, Keyed, keyed_enum};
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

keyed_enum! {
    /// What came of a review.
    pub enum ReviewResult {
        /// 査閲済
        Reviewed = "reviewed",
        /// 差戻し
        Returned = "returned",
    }
}

keyed_enum! {
    /// Where the review of an item stands.
    pub enum ReviewState {
        /// Nothing is judged yet, so there is nothing to review.
        None = "none",
        /// 査閲待ち
        Waiting = "waiting",
        /// 差戻し, and nothing was changed since
        Returned = "returned",
        /// 査閲済
        Reviewed = "reviewed",
        /// 査閲後に変更
        Changed = "changed",
    }
}

keyed_enum! {
    /// The life of an item on its workpaper.
    pub enum ItemLife {
        /// 未着手
        NotStarted = "not_started",
        /// 証拠収集中
        Collecting = "collecting",
        /// 判定済
        Judged = "judged",
        /// 査閲済
        Reviewed = "reviewed",
    }
}

keyed_enum! {
    /// Why a review is refused.
    pub enum ReviewRefusal {
        /// There is no verdict.
        NothingJudged = "nothing-judged",
        /// Who judged or wrote does not review it.
        OwnWork = "own-work",
        /// Who sends something back says why.
        CommentMissing = "comment-missing",
        /// It is out of scope.
        OutOfScope = "out-of-scope",
    }
}

/// What a review is judged on.
#[derive(Clone, Copy, Debug)]
pub struct Reviewing<'a> {
    /// Whether the item is in scope.
    pub in_scope: bool,
    /// The verdict.
    pub verdict: Verdict,
    /// The persons who judged, and who last wrote. Persons, not users: one person may have two logins.
    pub authors: &'a [Id],
    /// Who reviews.
    pub reviewer: Id,
    /// What comes of it.
    pub result: ReviewResult,
    /// What is said to it.
    pub comment: &'a str,
}

/// Whether a review may be recorded.
pub fn review(facts: &Reviewing<'_>) -> Result<(), ReviewRefusal> {
    if !facts.in_scope {
        return Err(ReviewRefusal::OutOfScope);
    }
    if facts.verdict == Verdict::Unverified {
        return Err(ReviewRefusal::NothingJudged);
    }
    if facts.authors.contains(&facts.reviewer) {
        return Err(ReviewRefusal::OwnWork);
    }
    if facts.result == ReviewResult::Returned && facts.comment.trim().is_empty() {
        return Err(ReviewRefusal::CommentMissing);
    }
    Ok(())
}

/// What a review is about, as it stands now.
#[derive(Clone, Debug, Default)]
pub struct Reviewed<'a> {
    /// 判定
    pub verdict: Option<Verdict>,
    /// 所見
    pub note: &'a str,
    /// 手続
    pub procedure: Option<Procedure>,
    /// 実施日
    pub seen_on: Option<Date>,
    /// Who judged: a verdict taken over by somebody else is another one.
    pub author: Option<Id>,
    /// The sample, as the texts that say what it was; empty if there is none.
    pub sampling: Vec<String>,
    /// The evidence: for each piece its id, its SHA-256 and, for paper, its name and place.
    pub evidence: Vec<(Id, String)>,
}

impl Reviewed<'_> {
    /// SHA-256 over everything, as hex. Each part goes in with its length, so that no text passes from one to the next.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut hasher = Sha256::new();
        let mut part = |text: &str| {
            hasher.update(format!("{}\n", text.len()));
            hasher.update(text);
        };
        part(self.verdict.map_or("", Keyed::key));
        part(self.note.trim_end());
        part(self.procedure.map_or("", Keyed::key));
        part(&self.seen_on.map(|day| day.to_string()).unwrap_or_default());
        part(&self.author.map(|person| person.to_string()).unwrap_or_default());
        part(&self.sampling.len().to_string());
        self.sampling.iter().for_each(|text| part(text));
        let mut evidence = self.evidence.clone();
        evidence.sort();
        for (id, content) in &evidence {
            part(&id.to_string());
            part(content);
        }
        hasher.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

/// Where the review stands: `last` is the last review with the digest of what was reviewed.
#[must_use]
pub fn state(verdict: Verdict, last: Option<(ReviewResult, &str)>, now: &str) -> ReviewState {
    match last {
        None if verdict == Verdict::Unverified => ReviewState::None,
        None => ReviewState::Waiting,
        Some((ReviewResult::Reviewed, seen)) if seen == now => ReviewState::Reviewed,
        Some((ReviewResult::Reviewed, _)) => ReviewState::Changed,
        Some((ReviewResult::Returned, seen)) if seen == now => ReviewState::Returned,
        // Sent back and worked over: it waits again, unless the verdict was taken away altogether.
        Some((ReviewResult::Returned, _)) if verdict == Verdict::Unverified => ReviewState::None,
        Some((ReviewResult::Returned, _)) => ReviewState::Waiting,
    }
}

/// The life of an item that is in scope. `collected` says whether anything was written down or taken in for it.
#[must_use]
pub fn life(verdict: Verdict, collected: bool, review: ReviewState) -> ItemLife {
    match verdict {
        Verdict::Unverified if collected => ItemLife::Collecting,
        Verdict::Unverified => ItemLife::NotStarted,
        _ if review == ReviewState::Reviewed => ItemLife::Reviewed,
        _ => ItemLife::Judged,
    }
}

keyed_enum! {
    /// How what a section says of itself differs from what an auditor found.
    pub enum Difference {
        /// The section says more than was found.
        Overstated = "overstated",
        /// More was found than the section says.
        Understated = "understated",
        /// One of the two says 該当なし.
        Applicability = "applicability",
    }
}

/// Whether self-inspection and audit differ. わからない and 未確認 say nothing that could.
#[must_use]
pub fn difference(own: SelfAnswer, verdict: Verdict) -> Option<Difference> {
    let said = match own {
        SelfAnswer::Unknown => return None,
        SelfAnswer::NotApplicable => None,
        SelfAnswer::No => Some(0),
        SelfAnswer::Partly => Some(1),
        SelfAnswer::Yes => Some(2),
    };
    let found = match verdict {
        Verdict::Unverified => return None,
        Verdict::NotApplicable => None,
        Verdict::Nonconforming => Some(0),
        Verdict::Partial => Some(1),
        Verdict::Conforming => Some(2),
    };
    match (said, found) {
        (Some(said), Some(found)) if said > found => Some(Difference::Overstated),
        (Some(said), Some(found)) if said < found => Some(Difference::Understated),
        (Some(_), None) | (None, Some(_)) => Some(Difference::Applicability),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    #[test]
    fn nobody_reviews_what_is_not_judged_or_their_own() {
        let (authors, reviewer) = ([person(1), person(2)], person(3));
        let (result, verdict) = (ReviewResult::Reviewed, Verdict::Partial);
        let good = Reviewing { in_scope: true, verdict, authors: &authors, reviewer, result, comment: "" };
        assert_eq!(review(&good), Ok(()));
        for (facts, refusal) in [
            (Reviewing { reviewer: person(1), ..good }, ReviewRefusal::OwnWork),
            (Reviewing { reviewer: person(2), ..good }, ReviewRefusal::OwnWork),
            (Reviewing { verdict: Verdict::Unverified, ..good }, ReviewRefusal::NothingJudged),
            (Reviewing { in_scope: false, ..good }, ReviewRefusal::OutOfScope),
            (Reviewing { result: ReviewResult::Returned, comment: "　", ..good }, ReviewRefusal::CommentMissing),
        ] {
            assert_eq!(review(&facts), Err(refusal), "{facts:?}");
        }
        assert_eq!(review(&Reviewing { result: ReviewResult::Returned, comment: "写真がない", ..good }), Ok(()));
        assert_eq!(review(&Reviewing { verdict: Verdict::NotApplicable, ..good }), Ok(()), "該当なし is a verdict");
    }

    #[test]
    fn every_part_of_what_was_reviewed_is_in_its_digest() {
        let base = Reviewed { verdict: Some(Verdict::Conforming), note: "鍵あり", ..Reviewed::default() };
        let other = [
            Reviewed { verdict: Some(Verdict::Partial), ..base.clone() },
            Reviewed { note: "鍵なし", ..base.clone() },
            Reviewed { procedure: Some(Procedure::Inquiry), ..base.clone() },
            Reviewed { seen_on: Some(jiff::civil::date(2026, 11, 20)), ..base.clone() },
            Reviewed { author: Some(person(1)), ..base.clone() },
            Reviewed { sampling: vec!["母集団".into()], ..base.clone() },
            Reviewed { sampling: vec!["母集".into(), "団".into()], ..base.clone() },
            Reviewed { evidence: vec![(person(1), "ab".into())], ..base.clone() },
            Reviewed { evidence: vec![(person(1), "a".into()), (person(2), "b".into())], ..base.clone() },
        ];
        let mut seen = vec![base.digest()];
        for one in &other {
            assert!(!seen.contains(&one.digest()), "{one:?}");
            seen.push(one.digest());
        }
        let two = |a: u8, b: u8| Reviewed {
            evidence: vec![(person(a), String::new()), (person(b), String::new())],
            ..base.clone()
        };
        assert_eq!(two(1, 2).digest(), two(2, 1).digest(), "evidence has no order");
    }

    #[test]
    fn what_is_changed_after_its_review_stays_marked_until_it_is_reviewed_again() {
        use ReviewResult as R;
        use ReviewState as S;
        for (verdict, last, expected) in [
            (Verdict::Unverified, None, S::None),
            (Verdict::Conforming, None, S::Waiting),
            (Verdict::Conforming, Some((R::Reviewed, "now")), S::Reviewed),
            (Verdict::Conforming, Some((R::Reviewed, "then")), S::Changed),
            (Verdict::Unverified, Some((R::Reviewed, "then")), S::Changed),
            (Verdict::Conforming, Some((R::Returned, "now")), S::Returned),
            (Verdict::Conforming, Some((R::Returned, "then")), S::Waiting),
            (Verdict::Unverified, Some((R::Returned, "then")), S::None),
        ] {
            assert_eq!(state(verdict, last, "now"), expected, "{verdict:?} {last:?}");
        }
    }

    #[test]
    fn the_life_of_an_item_is_read_from_what_there_is() {
        for (verdict, collected, review, expected) in [
            (Verdict::Unverified, false, ReviewState::None, ItemLife::NotStarted),
            (Verdict::Unverified, true, ReviewState::None, ItemLife::Collecting),
            (Verdict::NotApplicable, false, ReviewState::Waiting, ItemLife::Judged),
            (Verdict::Conforming, true, ReviewState::Reviewed, ItemLife::Reviewed),
            (Verdict::Conforming, true, ReviewState::Changed, ItemLife::Judged),
            (Verdict::Conforming, true, ReviewState::Returned, ItemLife::Judged),
            (Verdict::Unverified, true, ReviewState::Changed, ItemLife::Collecting),
        ] {
            assert_eq!(life(verdict, collected, review), expected, "{verdict:?} {review:?}");
        }
    }

    #[test]
    fn a_difference_says_who_said_more() {
        use {Difference as D, SelfAnswer as S, Verdict as V};
        let expected = |own: S, verdict: V| match (own, verdict) {
            (S::Yes, V::Partial | V::Nonconforming) | (S::Partly, V::Nonconforming) => Some(D::Overstated),
            (S::No, V::Conforming | V::Partial) | (S::Partly, V::Conforming) => Some(D::Understated),
            (S::NotApplicable, V::Conforming | V::Partial | V::Nonconforming) => Some(D::Applicability),
            (S::Yes | S::Partly | S::No, V::NotApplicable) => Some(D::Applicability),
            _ => None,
        };
        for &own in S::ALL {
            for &verdict in V::ALL {
                assert_eq!(difference(own, verdict), expected(own, verdict), "{own:?} {verdict:?}");
            }
        }
    }
}
