//! The invented year for every kind of report and every reader, cut as the program cuts it.

use super::{answers, beyond, chapters, departments, sample};
use domain::Keyed;
use domain::kinds::EngagementKind;
use domain::report::{ReportAudience, ReportKind, ReportStyle};
use i18n::Lang;
use report::model::*;

/// Every kind with every reader.
pub fn all() -> Vec<(ReportKind, ReportAudience)> {
    let of = |kind: &ReportKind| ReportAudience::ALL.iter().map(|audience| (*kind, *audience)).collect::<Vec<_>>();
    ReportKind::ALL.iter().flat_map(of).collect()
}

/// The name of a kind and a reader in the names of files, e.g. `audit-public`.
pub fn name(kind: ReportKind, audience: ReportAudience) -> String {
    format!("{}-{}", kind.key(), audience.key()).replace('_', "-")
}

/// The report of a kind for a reader. `each` is how many items every chapter has in every department.
pub fn model(kind: ReportKind, audience: ReportAudience, lang: Lang, each: usize) -> ReportModel {
    let mut input = ReportInput { answers: answers(&departments(), &chapters(), each), ..sample() };
    input.head.kind = kind;
    input.head.audience = audience;
    let title = i18n::text(lang, &i18n::enum_key("report-kind", kind.key()), &[]);
    let year = report::Words::fiscal_year(&lang, input.head.fiscal_year);
    let args = [("year", i18n::Arg::from(year.as_str())), ("title", i18n::Arg::from(title.as_str()))];
    input.head.title = i18n::text(lang, "app-report-year-title", &args);
    let style = ReportStyle::usual(kind, audience, Vec::new());
    let section = |choice: &domain::report::SectionChoice| Section {
        key: choice.key.clone(),
        section: choice.section(),
        title: None,
        text: Vec::new(),
        withheld: false,
    };
    input.sections = style.sections.iter().filter(|choice| choice.on).map(section).collect();
    input.engagements.retain(|one| match one.kind {
        EngagementKind::Audit => kind.audits(),
        EngagementKind::SelfCheck => kind.self_checks(),
    });
    if !kind.self_checks() {
        input.self_answers.clear();
    }
    if !kind.audits() {
        // What comes from audits: a report of self-inspections speaks of none.
        let none = ReportInput { self_answers: input.self_answers.clone(), ..super::empty() };
        let kept = beyond::beyond();
        input = ReportInput {
            head: input.head,
            opinion: input.opinion,
            sections: input.sections,
            criteria: input.criteria,
            engagements: input.engagements,
            departments: input.departments,
            earlier_findings: kept.earlier_findings,
            exceptions: kept.exceptions,
            proposals: kept.proposals,
            ..none
        };
    }
    match audience {
        ReportAudience::Department => ReportModel::tally(input.of_department(&departments()[2])),
        ReportAudience::Public => {
            input.head.class_label = "【機密性1】".into();
            input.head.handling.clear();
            let args = [("title", i18n::Arg::from(input.head.title.as_str()))];
            input.head.title = i18n::text(lang, "reports-public-title", &args);
            let mut model = ReportModel::tally(input);
            model.publish(&i18n::text(lang, "report-withheld", &[]));
            model
        }
        ReportAudience::Ciso | ReportAudience::Supervisor => ReportModel::tally(input),
    }
}
