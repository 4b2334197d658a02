//! The rows of the workspace, one module per part of the chain from clause to closure. What is declared here must agree
//! with the migrations; a test compares the two.

mod answers;
mod campaigns;
mod engagements;
mod exceptions;
mod findings;
mod office;
mod own_editions;
mod past;
mod plans;
mod reports;
mod site;
mod subjects;
mod workpapers;
mod years;

pub use answers::*;
pub use campaigns::*;
pub use engagements::*;
pub use exceptions::*;
pub use findings::*;
pub use office::*;
pub use own_editions::*;
pub use past::*;
pub use plans::*;
pub use reports::*;
pub use site::*;
pub use subjects::*;
pub use workpapers::*;
pub use years::*;

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
    EngagementPlan::TABLE,
    ScheduleEntry::TABLE,
    DocumentRequest::TABLE,
    EngagementStep::TABLE,
    Recusal::TABLE,
    UnauditedTarget::TABLE,
    Loan::TABLE,
    Answer::TABLE,
    SelfAnswerRow::TABLE,
    Evidence::TABLE,
    EvidenceLink::TABLE,
    Sampling::TABLE,
    CrossReference::TABLE,
    Review::TABLE,
    Import::TABLE,
    ImportLayout::TABLE,
    Report::TABLE,
    ReportText::TABLE,
    ReportDecision::TABLE,
    ReportTemplate::TABLE,
    Finding::TABLE,
    FindingItem::TABLE,
    FactCheck::TABLE,
    Milestone::TABLE,
    DueChange::TABLE,
    FindingTurn::TABLE,
    DueReminder::TABLE,
    HorizontalCheck::TABLE,
    SavedView::TABLE,
    ImprovementOrder::TABLE,
    ImprovementPlan::TABLE,
    Progress::TABLE,
    Completion::TABLE,
    Verification::TABLE,
    Release::TABLE,
    FormerName::TABLE,
    Posting::TABLE,
    AuditPlan::TABLE,
    AuditPlanEntry::TABLE,
    Campaign::TABLE,
    RouteStep::TABLE,
    Submission::TABLE,
    StaffCount::TABLE,
    Reminder::TABLE,
    Interview::TABLE,
    InterviewAuditor::TABLE,
    Note::TABLE,
    NoteLink::TABLE,
    Assignment::TABLE,
    MemoLine::TABLE,
    FlashReport::TABLE,
    FlashNotice::TABLE,
    ExceptionMeasure::TABLE,
    ExceptionPoint::TABLE,
    ExceptionPeriod::TABLE,
    ExceptionJudgement::TABLE,
    ExceptionDecision::TABLE,
    ExceptionReview::TABLE,
    Proposal::TABLE,
    ProposalDecision::TABLE,
];
