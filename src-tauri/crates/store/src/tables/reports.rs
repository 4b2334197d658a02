//! Reports as documents: drafts that people write in, and what was issued.

use crate::entity;
use domain::Id;
use domain::report::{ReportAudience, ReportKind, ReportState};
use jiff::civil::Date;

entity! {
    /// 報告書. Its figures are read from the rows they count until it is issued; then its model and pages are kept.
    pub struct Report in "report" search ["number"] {
        /// What it is about.
        pub kind: ReportKind,
        /// Who is to read it.
        pub audience: ReportAudience,
        /// The department whose part it is, if it is for one.
        pub department: Option<Id>,
        /// The only audit it is about; nothing for the whole year.
        pub engagement: Option<Id>,
        /// The fiscal year.
        pub fiscal_year: i64,
        /// How it is to look, as JSON.
        pub style: String,
        /// Where it stands.
        pub state: ReportState,
        /// 文書番号
        pub number: String,
        /// 起案日
        pub drafted_on: Option<Date>,
        /// 決裁日
        pub decided_on: Option<Date>,
        /// 決裁者
        pub decided_by: String,
        /// What was corrected on paper on its way.
        pub corrections: String,
        /// 版, from 1.
        pub version: i64,
        /// The version before.
        pub previous: Option<Id>,
        /// What is different from it.
        pub changes: String,
        /// The hash of the list of what is taken out for the public, once a person has confirmed it.
        pub confirmed: String,
        /// When it was begun.
        pub made_on: Date,
        /// When it was issued.
        pub issued_on: Option<Date>,
        /// The model it was issued with, as JSON.
        pub model: Option<Id>,
        /// Its pages.
        pub pdf: Option<Id>,
        /// The SHA-256 of its pages as hex.
        pub sha256: String,
    }
}

entity! {
    /// What people wrote in a part of a report. Natural key: report and place.
    pub struct ReportText in "report_text" search ["text"] {
        /// The report.
        pub report: Id,
        /// `overall`, or the key of a section.
        pub place: String,
        /// What they wrote; placeholders stand in it as they were written.
        pub text: String,
    }
}

entity! {
    /// 判断を求める事項: a decision asked of the CISO.
    pub struct ReportDecision in "report_decision" search ["what"] {
        /// The report.
        pub report: Id,
        /// Its place, from 1.
        pub position: i64,
        /// What is to be decided.
        pub what: String,
        /// Who is to be ordered.
        pub whom: String,
        /// By when.
        pub due_on: Option<Date>,
        /// What it costs.
        pub budget: String,
    }
}

entity! {
    /// How an office wants reports to look, under a name.
    pub struct ReportTemplate in "report_template" search [] {
        /// Its name.
        pub name: String,
        /// For which reports.
        pub kind: ReportKind,
        /// For whom.
        pub audience: ReportAudience,
        /// The style as JSON.
        pub style: String,
    }
}
