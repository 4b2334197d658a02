//! What a workpaper holds beside the verdict.

use crate::entity;
use domain::Id;
use domain::review::ReviewResult;
use domain::sampling::SamplingMethod;

entity! {
    /// What was looked at of a population. Natural key: engagement, target, item.
    pub struct Sampling in "sampling" search ["population", "note"] {
        /// The engagement.
        pub engagement: Id,
        /// The target of the engagement.
        pub target: Id,
        /// The item of the pack.
        pub item: String,
        /// 母集団: what its elements are.
        pub population: String,
        /// Where the list of them came from.
        pub source: String,
        /// How many elements it has.
        pub population_size: i64,
        /// 抽出方法
        pub method: SamplingMethod,
        /// How many were looked at.
        pub size: i64,
        /// The seed of a draw; empty where nothing was drawn.
        pub seed: String,
        /// The numbers looked at, as `3, 7, 12-15`; empty if it was all of them.
        pub picks: String,
        /// The numbers in which something was wrong.
        pub exceptions: String,
        /// What was wrong, and what else there is to say.
        pub note: String,
        /// Who drew it.
        pub drawn_by: Option<Id>,
        /// When.
        pub drawn_at: i64,
    }
}

entity! {
    /// 相互参照: two items of an engagement that belong together. Natural key: engagement, then both answers in order.
    pub struct CrossReference in "cross_reference" search [] {
        /// The engagement.
        pub engagement: Id,
        /// The target of the one.
        pub target: Id,
        /// Its item.
        pub item: String,
        /// The target of the other.
        pub other_target: Id,
        /// Its item.
        pub other_item: String,
        /// Why they belong together.
        pub note: String,
    }
}

entity! {
    /// 査閲 of an answer by another person. It is never changed; the last one counts.
    pub struct Review in "review" search ["comment"] {
        /// The engagement.
        pub engagement: Id,
        /// The target of the engagement.
        pub target: Id,
        /// The item of the pack.
        pub item: String,
        /// The answer.
        pub answer: Id,
        /// Who reviewed it.
        pub reviewer: Option<Id>,
        /// When.
        pub at: i64,
        /// What came of it.
        pub result: ReviewResult,
        /// What was said to it.
        pub comment: String,
        /// What was reviewed, as a SHA-256.
        pub digest: String,
    }
}
