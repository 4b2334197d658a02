//! What a follow-up audit verifies.

use super::FindingRow;
use domain::Id;
use domain::finding::FollowUp;
use domain::kinds::{Occasion, VerificationResult};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A finding of a department that an audit looks at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FollowUpRow {
    /// The finding.
    pub row: FindingRow,
    /// Why it is on the list.
    pub why: FollowUp,
    /// Whether it was found in this audit itself.
    pub own: bool,
    /// When its completion was reported last.
    #[ts(type = "string | null")]
    pub reported_on: Option<Date>,
    /// When it was verified last in this audit.
    #[ts(type = "string | null")]
    pub verified_on: Option<Date>,
    /// With which result.
    pub result: Option<VerificationResult>,
}

/// An audit in which a finding can be verified now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FollowUpAudit {
    /// The audit.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// Why it is held.
    pub occasion: Occasion,
}
