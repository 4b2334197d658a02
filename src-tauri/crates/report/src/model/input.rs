//! What the figures are computed from.

use super::{
    CompelledApproval, Criterion, Engagement, Evidence, ExceptionLine, Finding, FormRows, Head, HorizontalLine, Named,
    OpenEarlier, Opinion, OrderDraft, ProposalLine, Section, Turn, YearCounts,
};
use domain::kinds::{SelfAnswer, Verdict};

/// Everything [`ReportModel::tally`] needs, as rows. It computes all figures; none is passed in.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportInput {
    /// Cover and marks. Days overdue count up to `head.created`.
    pub head: Head,
    /// What people wrote.
    pub opinion: Opinion,
    /// The sections in their order, with what people wrote in them.
    pub sections: Vec<Section>,
    /// The standards against which was judged.
    pub criteria: Vec<Criterion>,
    /// The audits and self-inspections the report is about.
    pub engagements: Vec<Engagement>,
    /// What was not looked at.
    pub not_looked_at: Vec<String>,
    /// Who is independent of what.
    pub independence: Vec<String>,
    /// The departments in the office's order. One that has rows but stands not here comes last under its key.
    pub departments: Vec<Named>,
    /// The chapters in the order of the standard. One that has rows but stands not here comes last under its key.
    pub chapters: Vec<Named>,
    /// One row per department, target and item.
    pub answers: Vec<AnswerRow>,
    /// One row per department and item of the self-inspection.
    pub self_answers: Vec<SelfRow>,
    /// The counted questionnaires of staff, a form each.
    pub staff: Vec<StaffRows>,
    /// The findings in the order of their numbers. `days_overdue` is computed and need not be set.
    pub findings: Vec<Finding>,
    /// Approvals under a compelling reason other than those of plans, which are found by themselves.
    pub compelled_approvals: Vec<CompelledApproval>,
    /// The verdicts of earlier years, the latest first.
    pub earlier: Vec<YearCounts>,
    /// Every finding of earlier years but good practices, closed or not. `days_overdue` is computed.
    pub earlier_findings: Vec<OpenEarlier>,
    /// The numbers of the findings that were marked as concerning the whole organisation.
    pub cross_cutting: Vec<String>,
    /// What other departments were asked.
    pub horizontal: Vec<HorizontalLine>,
    /// Due dates that were changed, and urgent orders.
    pub turns: Vec<Turn>,
    /// 例外措置
    pub exceptions: Vec<ExceptionLine>,
    /// 見直しの提案
    pub proposals: Vec<ProposalLine>,
    /// 改善指示書案
    pub orders: Vec<OrderDraft>,
    /// The index of the evidence.
    pub evidence: Vec<Evidence>,
}

/// One item as it was judged in one department.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerRow {
    /// The key of the department.
    pub department: String,
    /// The key of the chapter.
    pub chapter: String,
    /// The clause, e.g. 6.4.2.
    pub clause: String,
    /// The id of the item, by which both looks at it are told to be at the same.
    pub id: String,
    /// The number of the item as printed.
    pub item: String,
    /// The name of the system, contractor … asked about; empty for the department itself.
    pub target: String,
    /// The question.
    pub question: String,
    /// The verdict; what nobody judged is `Unverified`.
    pub verdict: Verdict,
    /// Whether the item is in the scope of this audit (false: 今回対象外, whatever the verdict).
    pub in_scope: bool,
    /// What the auditor noted (所見).
    pub note: String,
    /// The numbers of the evidence.
    pub evidence: Vec<String>,
}

/// Counted questionnaires of staff.
#[derive(Clone, Debug, PartialEq)]
pub struct StaffRows {
    /// The title of the form.
    pub title: String,
    /// Its sheets and items.
    pub rows: FormRows,
}

/// One item of the self-inspection as one department answered it.
#[derive(Clone, Debug, PartialEq)]
pub struct SelfRow {
    /// The key of the department.
    pub department: String,
    /// The clause.
    pub clause: String,
    /// The id of the item.
    pub id: String,
    /// The number of the item as printed.
    pub item: String,
    /// The question.
    pub question: String,
    /// The answer; `None` is 未回答.
    pub answer: Option<SelfAnswer>,
    /// Grounds given.
    pub note: String,
    /// The improvement the department proposes (改善策).
    pub improvement: String,
}
