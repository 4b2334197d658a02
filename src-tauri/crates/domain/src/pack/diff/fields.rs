//! Comparing what stands under one id. Each part is taken apart by name, so that whoever adds a field to the model is
//! made to say here how it is compared.

use super::{ChangedField as F, FieldChange};
use crate::Keyed;
use crate::kinds::Role;
use crate::pack::{Clause, Item, Pack, RoleName, Rules, Scale};

/// The fields that differ.
#[derive(Default)]
pub(super) struct Fields(pub(super) Vec<FieldChange>);

impl Fields {
    /// A change that is known to be one.
    pub(super) fn always(&mut self, field: F, before: Vec<String>, after: Vec<String>) {
        self.0.push(FieldChange { field, before, after });
    }

    fn list(&mut self, field: F, before: &[String], after: &[String]) {
        if before != after {
            self.always(field, before.to_vec(), after.to_vec());
        }
    }

    /// A text that is always given.
    pub(super) fn text(&mut self, field: F, before: &str, after: &str) {
        self.list(field, &[before.to_owned()], &[after.to_owned()]);
    }

    fn maybe<T: ToString>(&mut self, field: F, before: Option<&T>, after: Option<&T>) {
        let list = |value: Option<&T>| value.map(T::to_string).into_iter().collect::<Vec<_>>();
        self.list(field, &list(before), &list(after));
    }

    fn keys<K: Keyed>(&mut self, field: F, before: &[K], after: &[K]) {
        let list = |keys: &[K]| keys.iter().map(|key| key.key().to_owned()).collect::<Vec<_>>();
        self.list(field, &list(before), &list(after));
    }

    fn key<K: Keyed>(&mut self, field: F, before: Option<K>, after: Option<K>) {
        self.keys(field, before.as_slice(), after.as_slice());
    }
}

/// What the pack says of itself.
pub(super) fn about(b: &Pack, a: &Pack) -> Fields {
    let Pack {
        // The same in both.
        id: _,
        // It follows from the rest.
        hash: _,
        // Compared as parts of their own.
        roles: _,
        classification: _,
        rules: _,
        clauses: _,
        items: _,
        title,
        title_en,
        issuer,
        issuer_en,
        edition,
        revised,
        effective,
        kind,
        language,
        coverage,
        coverage_en,
    } = b;
    let mut fields = Fields::default();
    fields.text(F::Title, title, &a.title);
    fields.maybe(F::TitleEn, title_en.as_ref(), a.title_en.as_ref());
    fields.text(F::Issuer, issuer, &a.issuer);
    fields.maybe(F::IssuerEn, issuer_en.as_ref(), a.issuer_en.as_ref());
    fields.text(F::Edition, edition, &a.edition);
    fields.maybe(F::Revised, revised.as_ref(), a.revised.as_ref());
    fields.maybe(F::Effective, effective.as_ref(), a.effective.as_ref());
    fields.key(F::Kind, Some(*kind), Some(a.kind));
    fields.text(F::Language, language, &a.language);
    fields.maybe(F::Coverage, coverage.as_ref(), a.coverage.as_ref());
    fields.maybe(F::CoverageEn, coverage_en.as_ref(), a.coverage_en.as_ref());
    fields
}

/// What a role is called and who holds it.
pub(super) fn role(b: &RoleName, a: &RoleName) -> Fields {
    let RoleName { role: _, name, name_en, clause, post, deputy, deputy_clause } = b;
    let mut fields = Fields::default();
    fields.text(F::Name, name, &a.name);
    fields.maybe(F::NameEn, name_en.as_ref(), a.name_en.as_ref());
    fields.maybe(F::Clause, clause.as_ref(), a.clause.as_ref());
    fields.maybe(F::Post, post.as_ref(), a.post.as_ref());
    fields.maybe(F::Deputy, deputy.as_ref(), a.deputy.as_ref());
    fields.maybe(F::DeputyClause, deputy_clause.as_ref(), a.deputy_clause.as_ref());
    fields
}

/// The scales of a pack by their keys; none where it does not classify.
pub(super) fn scales(pack: &Pack) -> Vec<(&'static str, &Scale)> {
    let Some(scales) = &pack.classification else { return Vec::new() };
    vec![
        ("confidentiality", &scales.confidentiality),
        ("integrity", &scales.integrity),
        ("availability", &scales.availability),
    ]
}

/// One scale of classification.
pub(super) fn scale(b: &Scale, a: &Scale) -> Fields {
    let Scale { name, name_en, clause, levels, default_for_findings } = b;
    let mut fields = Fields::default();
    fields.text(F::Name, name, &a.name);
    fields.maybe(F::NameEn, name_en.as_ref(), a.name_en.as_ref());
    fields.maybe(F::Clause, clause.as_ref(), a.clause.as_ref());
    fields.list(F::Levels, levels, &a.levels);
    fields.text(F::DefaultForFindings, default_for_findings, &a.default_for_findings);
    fields
}

/// What the standard asks of the process.
pub(super) fn rules(b: &Rules, a: &Rules) -> Fields {
    let Rules {
        cadence,
        plan_gate,
        report_to,
        independence,
        auditor_auditee_escape,
        applicant_approver_escape,
        contractor_cadence,
        order_from,
        cross_order_to,
        progress_duty,
        self_check_cadence,
        self_check_collector,
        self_check_report_to,
        exception_applicants,
        exception_approvers: _,
        exception_review,
        // A part of its own.
        clauses: _,
    } = b;
    let mut fields = Fields::default();
    fields.key(F::Cadence, Some(*cadence), Some(a.cadence));
    let gate = |rules: &Rules| [rules.plan_gate.act.key().to_owned(), rules.plan_gate.to.key().to_owned()];
    if *plan_gate != a.plan_gate {
        fields.list(F::PlanGate, &gate(b), &gate(a));
    }
    fields.key(F::ReportTo, Some(*report_to), Some(a.report_to));
    fields.key(F::Independence, Some(*independence), Some(a.independence));
    fields.maybe(F::AuditorAuditeeEscape, auditor_auditee_escape.as_ref(), a.auditor_auditee_escape.as_ref());
    fields.maybe(F::ApplicantApproverEscape, applicant_approver_escape.as_ref(), a.applicant_approver_escape.as_ref());
    fields.key(F::ContractorCadence, *contractor_cadence, a.contractor_cadence);
    fields.key(F::OrderFrom, Some(*order_from), Some(a.order_from));
    fields.key(F::CrossOrderTo, *cross_order_to, a.cross_order_to);
    fields.key(F::ProgressDuty, Some(*progress_duty), Some(a.progress_duty));
    fields.key(F::SelfCheckCadence, *self_check_cadence, a.self_check_cadence);
    fields.key(F::SelfCheckCollector, *self_check_collector, a.self_check_collector);
    fields.key(F::SelfCheckReportTo, *self_check_report_to, a.self_check_report_to);
    fields.keys(F::ExceptionApplicants, exception_applicants, &a.exception_applicants);
    for (field, minor) in [(F::ExceptionApprovers, false), (F::ExceptionApproversMinor, true)] {
        let approvers = |rules: &Rules| -> Vec<Role> {
            let some = rules.exception_approvers.iter().filter(|one| one.minor_only == minor);
            some.map(|one| one.role).collect()
        };
        fields.keys(field, &approvers(b), &approvers(a));
    }
    fields.maybe(F::ExceptionReview, Some(exception_review), Some(&a.exception_review));
    fields
}

/// The points of the process with the clauses they rest on.
pub(super) fn basis(rules: &Rules) -> Vec<(&'static str, &String)> {
    rules.clauses.iter().map(|(key, clause)| (key.key(), clause)).collect()
}

/// A clause, but for its place among its siblings.
pub(super) fn clause(b: &Clause, a: &Clause) -> Fields {
    let Clause { id: _, title, title_en, parent, no_item } = b;
    let mut fields = Fields::default();
    fields.text(F::Title, title, &a.title);
    fields.maybe(F::TitleEn, title_en.as_ref(), a.title_en.as_ref());
    fields.maybe(F::Parent, parent.as_ref(), a.parent.as_ref());
    fields.maybe(F::NoItem, no_item.as_ref(), a.no_item.as_ref());
    fields
}

/// An item, but for its place among those of its clause.
pub(super) fn item(b: &Item, a: &Item) -> Fields {
    let Item {
        id: _,
        clause,
        duty,
        forms,
        answers,
        targets,
        topic,
        weight,
        question,
        question_self,
        title_en,
        question_en,
        question_self_en,
        look_at,
        how,
        note,
        note_en,
    } = b;
    let mut fields = Fields::default();
    fields.text(F::Question, question, &a.question);
    fields.key(F::Duty, Some(*duty), Some(a.duty));
    fields.keys(F::Answers, answers, &a.answers);
    fields.keys(F::Targets, targets, &a.targets);
    fields.list(F::LookAt, look_at, &a.look_at);
    fields.keys(F::How, how, &a.how);
    fields.keys(F::Forms, forms, &a.forms);
    fields.text(F::Topic, topic, &a.topic);
    fields.maybe(F::Weight, Some(weight), Some(&a.weight));
    fields.text(F::Clause, clause, &a.clause);
    fields.maybe(F::QuestionSelf, question_self.as_ref(), a.question_self.as_ref());
    fields.maybe(F::Note, note.as_ref(), a.note.as_ref());
    fields.maybe(F::TitleEn, title_en.as_ref(), a.title_en.as_ref());
    fields.maybe(F::QuestionEn, question_en.as_ref(), a.question_en.as_ref());
    fields.maybe(F::QuestionSelfEn, question_self_en.as_ref(), a.question_self_en.as_ref());
    fields.maybe(F::NoteEn, note_en.as_ref(), a.note_en.as_ref());
    fields
}
