//! Every code that leaves this crate, and every member of the domain's closed lists, has its words.

use domain::Keyed;
use domain::{finding, horizontal, kinds, machine};
use exchange::{DiagnosticCode, PlanStatus, ReadFault, Severity, WriteBackFault};

fn all<T: Keyed>(list: &str) {
    for member in T::ALL {
        let key = i18n::enum_key(list, member.key());
        assert!(i18n::exists(&key), "{key} is missing in locales/");
    }
}

#[test]
fn every_code_has_its_message() {
    let codes = DiagnosticCode::ALL.iter().map(|code| code.message_key());
    let statuses = PlanStatus::ALL.iter().map(|status| status.message_key());
    let severities = Severity::ALL.iter().map(|severity| severity.message_key());
    for key in codes.chain(statuses).chain(severities) {
        assert!(i18n::exists(&key), "{key} is missing in locales/");
    }
    all::<ReadFault>("exchange-error");
    all::<WriteBackFault>("exchange-write-back");
}

#[test]
fn every_member_of_a_closed_list_has_its_name() {
    all::<kinds::Verdict>("verdict");
    all::<kinds::SelfAnswer>("self-answer");
    all::<kinds::Grade>("grade");
    all::<kinds::Role>("role");
    all::<kinds::EngagementKind>("engagement-kind");
    all::<kinds::EngagementState>("engagement-state");
    all::<kinds::Procedure>("procedure");
    all::<kinds::Duty>("duty");
    all::<kinds::Target>("target");
    all::<kinds::Form>("form");
    all::<kinds::ProgressState>("progress-state");
    all::<kinds::VerificationResult>("verification-result");
    all::<finding::FindingState>("finding-state");
    all::<finding::FindingAction>("finding-action");
    all::<finding::FactView>("fact-view");
    all::<horizontal::HorizontalState>("horizontal-state");
    all::<horizontal::HorizontalResult>("horizontal-result");
    all::<horizontal::HorizontalAction>("horizontal-action");
    all::<horizontal::HorizontalNeed>("horizontal-need");
    all::<machine::Who>("who");
    all::<finding::Refusal>("error-refused");
}
