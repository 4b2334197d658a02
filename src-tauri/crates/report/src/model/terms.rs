//! Which words of a report have to be explained.

use super::ReportModel;
use domain::Keyed;
use domain::kinds::Grade;
use domain::report::ReportTerm;

/// The words of the report that have to be explained.
pub(super) fn terms(model: &ReportModel) -> Vec<ReportTerm> {
    ReportTerm::ALL.iter().copied().filter(|term| speaks_of(model, *term)).collect()
}

/// Whether the report uses a word that has to be explained.
fn speaks_of(model: &ReportModel, term: ReportTerm) -> bool {
    use ReportTerm as T;
    let (kind, total) = (model.head.kind, &model.results.total);
    let graded = |grade: Grade| model.findings.iter().any(|finding| finding.grade == grade);
    match term {
        T::Conforming | T::Partial | T::Nonconforming | T::Conformity => kind.audits(),
        T::NotApplicable => total.not_applicable > 0,
        T::Unverified => total.unverified > 0,
        T::OutOfScope => total.out_of_scope > 0,
        T::SelfRate => kind.self_checks(),
        T::Major => graded(Grade::Major),
        T::Minor => graded(Grade::Minor),
        T::Observation => graded(Grade::Observation),
        T::Recommendation => graded(Grade::Recommendation),
        T::GoodPractice => graded(Grade::GoodPractice),
        T::Closing => !model.follow_up.years.is_empty(),
        T::Horizontal => !model.cross_cutting.horizontal.is_empty(),
        T::Exception => !model.exceptions.is_empty() || model.follow_up.years.iter().any(|year| year.excepted > 0),
        T::Compelled => !model.compelled_approvals.is_empty(),
    }
}
