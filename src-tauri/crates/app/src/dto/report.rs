//! Reports as documents.

use domain::Id;
use domain::report::{ReportAudience, ReportKind, ReportState, ReportStyle};
use jiff::civil::Date;
use report::check::Remark;
use report::model::{Figure, Removed};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Asks for a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportQuery {
    /// The fiscal year.
    pub fiscal_year: i64,
    /// The document; nothing for what the year looks like without one.
    #[serde(default)]
    pub report: Option<Id>,
}

/// A report in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportRow {
    /// The row.
    pub id: Id,
    /// What it is about.
    pub kind: ReportKind,
    /// Who is to read it.
    pub audience: ReportAudience,
    /// The name of the department, if it is for one.
    pub department: Option<String>,
    /// The title of the only audit it is about, if it is about one.
    pub engagement: Option<String>,
    /// The fiscal year.
    pub fiscal_year: i64,
    /// Its title.
    pub title: String,
    /// 版
    pub version: i64,
    /// Where it stands.
    pub state: ReportState,
    /// 文書番号
    pub number: String,
    /// When it was begun.
    #[ts(type = "string")]
    pub made_on: Date,
    /// When it was issued.
    #[ts(type = "string | null")]
    pub issued_on: Option<Date>,
    /// The SHA-256 of its pages as hex, once it is issued.
    pub sha256: String,
}

/// Asks for the reports of a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportsOf {
    /// The fiscal year.
    pub fiscal_year: i64,
}

/// Begins a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StartReport {
    /// The fiscal year.
    pub fiscal_year: i64,
    /// What it is about.
    pub kind: ReportKind,
    /// Who is to read it.
    pub audience: ReportAudience,
    /// The departments, if each is to read its own part; none for every one that was looked at.
    pub departments: Vec<Id>,
    /// The only audit it is about.
    pub engagement: Option<Id>,
    /// The template it begins with; nothing for the usual look.
    pub template: Option<Id>,
}

/// The reports that were begun.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StartedReports {
    /// One, or one for each department.
    pub ids: Vec<Id>,
}

/// A decision asked of the CISO.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AskedDecision {
    /// What is to be decided.
    pub what: String,
    /// Who is to be ordered.
    pub whom: String,
    /// By when.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// What it costs.
    pub budget: String,
}

/// What is typed in from the paper on which it was decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveReportFrame {
    /// The report.
    pub id: Id,
    /// 文書番号
    pub number: String,
    /// 起案日
    #[ts(type = "string | null")]
    pub drafted_on: Option<Date>,
    /// 決裁日
    #[ts(type = "string | null")]
    pub decided_on: Option<Date>,
    /// 決裁者
    pub decided_by: String,
    /// What was corrected on paper.
    pub corrections: String,
    /// What is different from the version before.
    pub changes: String,
}

/// A report with everything that people wrote in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportDetail {
    /// As in a list.
    pub row: ReportRow,
    /// How it looks.
    pub style: ReportStyle,
    /// What people wrote or can write, a row for each place: the overall comment, then the sections in their order.
    pub texts: Vec<WriteReport>,
    /// The decisions asked of the CISO.
    pub decisions: Vec<AskedDecision>,
    /// What was typed in from paper.
    pub frame: SaveReportFrame,
    /// What a text may name in braces, as it stands.
    pub figures: Vec<Figure>,
    /// What a person should look at before it is issued.
    pub remarks: Vec<Remark>,
    /// What is taken out for the public.
    pub removed: Vec<Removed>,
    /// Whether a person has confirmed that.
    pub confirmed: bool,
    /// The class as it is shown.
    pub class_label: String,
    /// To whom it is handed in.
    pub addressee: String,
    /// The ids of the findings that remarks name, by number.
    pub findings: BTreeMap<String, Id>,
    /// The ids of the audits and self-inspections that remarks name, by title.
    pub engagements: BTreeMap<String, Id>,
    /// The findings in it of which an order was given.
    pub ordered: Vec<Id>,
    /// The version before.
    pub previous: Option<Id>,
    /// The version after.
    pub next: Option<Id>,
}

/// Says how a report is to look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveReportStyle {
    /// The report.
    pub id: Id,
    /// The style.
    pub style: ReportStyle,
}

/// Writes in a part of a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WriteReport {
    /// The row: every place of a report has one.
    pub id: Id,
    /// The report.
    pub report: Id,
    /// `overall`, or the key of a section.
    pub place: String,
    /// The text.
    pub text: String,
}

/// Says which decisions are asked of the CISO.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveReportDecisions {
    /// The report.
    pub id: Id,
    /// The decisions in their order.
    pub decisions: Vec<AskedDecision>,
}

/// The pages of a report, to be looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportPages {
    /// Under which the bytes are read.
    pub handle: String,
}

/// A template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportTemplateRow {
    /// The row.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// For which reports.
    pub kind: ReportKind,
    /// For whom.
    pub audience: ReportAudience,
}

/// Keeps the look of a report under a name; one of this name is replaced.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KeepTemplate {
    /// The report.
    pub report: Id,
    /// The name.
    pub name: String,
}

/// Gives a report the look of a template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TakeTemplate {
    /// The report.
    pub report: Id,
    /// The template.
    pub template: Id,
}
