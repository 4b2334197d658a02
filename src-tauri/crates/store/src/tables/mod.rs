//! The rows of the workspace, one module per part of the chain from clause to closure. What is declared here must agree
//! with the migrations; a test compares the two.

mod answers;
mod engagements;
mod findings;
mod office;
mod own_editions;
mod site;
mod subjects;

pub use answers::*;
pub use engagements::*;
pub use findings::*;
pub use office::*;
pub use own_editions::*;
pub use site::*;
pub use subjects::*;

use crate::row::{Row, Table};

/// Every table of user data.
pub const ALL: &[&Table] = &[
    Office::TABLE,
    Department::TABLE,
    Person::TABLE,
    RoleHolder::TABLE,
    User::TABLE,
    Subject::TABLE,
    PackEdition::TABLE,
    OwnEdition::TABLE,
    OwnItem::TABLE,
    OwnClause::TABLE,
    Engagement::TABLE,
    EngagementTarget::TABLE,
    EngagementMember::TABLE,
    ScopeExclusion::TABLE,
    Answer::TABLE,
    SelfAnswerRow::TABLE,
    Evidence::TABLE,
    EvidenceLink::TABLE,
    Import::TABLE,
    Finding::TABLE,
    ImprovementOrder::TABLE,
    ImprovementPlan::TABLE,
    Progress::TABLE,
    Completion::TABLE,
    Verification::TABLE,
    Release::TABLE,
    Interview::TABLE,
    InterviewAuditor::TABLE,
    Note::TABLE,
    NoteLink::TABLE,
    Assignment::TABLE,
    MemoLine::TABLE,
    FlashReport::TABLE,
    FlashNotice::TABLE,
];
