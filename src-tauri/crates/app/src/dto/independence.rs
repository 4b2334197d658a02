//! 独立性確認表: who may audit what, and who stands back.

use domain::Id;
use domain::independence::{Bond, Standing};
use domain::pack::Independence;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An auditor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct IndependencePerson {
    /// The person.
    pub person: Id,
    /// The name.
    pub name: String,
    /// 職
    pub post: String,
    /// The department.
    pub department_name: Option<String>,
    /// 専門知識
    pub expertise: String,
    /// Whether they lead the audit.
    pub lead: bool,
    /// How they stand to each target, in the order of the targets.
    pub standings: Vec<Standing>,
    /// What ties or tied them to each target.
    pub bonds: Vec<Option<Bond>>,
}

/// A target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct IndependenceTarget {
    /// The target.
    pub target: Id,
    /// Its name.
    pub name: String,
    /// 監査未実施（独立者なし）: why, if it is not audited.
    pub unaudited: Option<String>,
    /// Whether nobody of the team is independent of it.
    pub nobody: bool,
}

/// The table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct IndependenceTable {
    /// What the standard says.
    pub rule: Independence,
    /// The clauses it says it in.
    pub clauses: Vec<String>,
    /// Why somebody who is tied audits all the same.
    pub reason: String,
    /// Whether anybody is tied and does not stand back.
    pub tied: bool,
    /// The auditors, the lead first.
    pub persons: Vec<IndependencePerson>,
    /// The targets.
    pub targets: Vec<IndependenceTarget>,
    /// The names of those who write the report and receive it too.
    pub both: Vec<String>,
    /// What the standard calls the role that receives the report.
    pub recipient: String,
}

/// An auditor stands back from a target, or no longer does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetRecusal {
    /// The target.
    pub target: Id,
    /// The person.
    pub person: Id,
    /// Whether they stand back.
    pub recused: bool,
}

/// 監査未実施（独立者なし）: a target is not audited, or is again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetUnaudited {
    /// The target.
    pub target: Id,
    /// Why it is not audited; nothing if it is.
    pub reason: Option<String>,
}

/// Says why somebody who is tied audits all the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExplainIndependence {
    /// The engagement.
    pub engagement: Id,
    /// The reason.
    pub reason: String,
}
