//! `pack.toml`: what the standard is, its roles, its levels and what it asks of the process.

use std::collections::BTreeMap;

use super::{
    error::PackErrorCode as Code,
    model::{Classification, ExceptionApprover, PlanGate, RoleName, Rules, Scale},
    read::{Place, Table},
    terms::{Independence, PackKind, RuleKey},
};
use crate::kinds::Role;

/// As long as a name may be.
const MAX_NAME: usize = 80;

/// The contents of `pack.toml`, with every place that names a clause.
pub(super) struct Head {
    pub(super) about: About,
    pub(super) roles: Vec<RoleName>,
    pub(super) classification: Option<Classification>,
    pub(super) rules: Rules,
    pub(super) clause_refs: Vec<(Place, String)>,
    pub(super) here: Place,
}

/// `[pack]`
pub(super) struct About {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) title_en: Option<String>,
    pub(super) issuer: String,
    pub(super) issuer_en: Option<String>,
    pub(super) edition: String,
    pub(super) revised: Option<jiff::civil::Date>,
    pub(super) effective: Option<jiff::civil::Date>,
    pub(super) kind: PackKind,
    pub(super) language: String,
    pub(super) coverage: Option<String>,
    pub(super) coverage_en: Option<String>,
}

/// Reads all of `pack.toml` but its clauses and items.
pub(super) fn head(root: &Table<'_>) -> Option<Head> {
    let mut refs = Vec::new();
    let table = root.table("pack");
    let here = table.as_ref().map_or_else(|| root.here(), Table::here);
    let about = table.and_then(about);
    let roles = root.table("roles").map(|table| roles(table, &mut refs));
    let classification = root.table_if("classification").map(|table| classification(table, &mut refs));
    let rules = root.table("rules").and_then(|table| rules(table, &mut refs));
    let classification = match classification {
        Some(found) => Some(found?),
        None => None,
    };
    Some(Head { about: about?, roles: roles?, classification, rules: rules?, clause_refs: refs, here })
}

fn about(table: Table<'_>) -> Option<About> {
    let id = name(&table, "id", |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let edition = name(&table, "edition", |byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.');
    let title = table.text("title", MAX_NAME);
    let issuer = table.text("issuer", MAX_NAME);
    let effective = table.text_if("effective", 10).and_then(|text| date(&table, "effective", &text));
    let revised = table.text_if("revised", 10).and_then(|text| date(&table, "revised", &text));
    let kind = table.choice("kind");
    let language = table.text("language", 10);
    if let Some(language) = language.as_deref().filter(|language| !["ja", "en"].contains(language)) {
        table.report("language", Code::UnknownValue, &[("value", language), ("allowed", "ja, en")]);
    }
    let coverage = table.text_if("coverage", 300);
    let (mut title_en, mut issuer_en, mut coverage_en) = (None, None, None);
    if let Some(en) = table.table_if("en") {
        title_en = en.text_if("title", 160);
        issuer_en = en.text_if("issuer", 160);
        coverage_en = en.text_if("coverage", 300);
        en.finish();
    }
    table.finish();
    Some(About {
        id: id?,
        title: title?,
        title_en,
        issuer: issuer?,
        issuer_en,
        edition: edition?,
        revised,
        effective,
        kind: kind?,
        language: language?,
        coverage,
        coverage_en,
    })
}

/// A name that goes into ids and file names. One that does not fit is reported and still used, so that whatever is
/// built on it does not look wrong as well.
fn name(table: &Table<'_>, key: &'static str, fits: impl Fn(u8) -> bool) -> Option<String> {
    let text = table.text(key, 30)?;
    if !text.bytes().all(fits) {
        table.report(key, Code::BadId, &[("value", &text)]);
    }
    Some(text)
}

fn date(table: &Table<'_>, key: &str, text: &str) -> Option<jiff::civil::Date> {
    let date = text.parse().ok().filter(|date: &jiff::civil::Date| date.to_string() == text);
    if date.is_none() {
        table.report(key, Code::BadDate, &[("value", text)]);
    }
    date
}

fn clause_ref(table: &Table<'_>, key: &'static str, refs: &mut Vec<(Place, String)>) -> Option<String> {
    let clause = table.text_if(key, MAX_NAME)?;
    refs.push((table.place(key), clause.clone()));
    Some(clause)
}

fn roles(table: Table<'_>, refs: &mut Vec<(Place, String)>) -> Vec<RoleName> {
    let mut roles = Vec::new();
    for (key, role_table) in table.named_tables() {
        let role = role_table.member::<Role>(&role_table.here(), &key);
        let name = role_table.text("name", MAX_NAME);
        let post = role_table.text_if("post", 200);
        let deputy = role_table.text_if("deputy", 200);
        let clause = clause_ref(&role_table, "clause", refs);
        let deputy_clause = clause_ref(&role_table, "deputy_clause", refs);
        let mut name_en = None;
        if let Some(en) = role_table.table_if("en") {
            name_en = en.text("name", MAX_NAME);
            en.finish();
        }
        role_table.finish();
        if let (Some(role), Some(name)) = (role, name) {
            roles.push(RoleName { role, name, name_en, clause, post, deputy, deputy_clause });
        }
    }
    table.finish();
    roles.sort_by_key(|name| name.role);
    roles
}

fn classification(table: Table<'_>, refs: &mut Vec<(Place, String)>) -> Option<Classification> {
    let mut scale = |key: &'static str| table.table(key).and_then(|table| self::scale(table, refs));
    let (confidentiality, integrity, availability) =
        (scale("confidentiality"), scale("integrity"), scale("availability"));
    table.finish();
    Some(Classification { confidentiality: confidentiality?, integrity: integrity?, availability: availability? })
}

fn scale(table: Table<'_>, refs: &mut Vec<(Place, String)>) -> Option<Scale> {
    let name = table.text("name", MAX_NAME);
    let clause = clause_ref(&table, "clause", refs);
    let levels: Option<Vec<String>> =
        table.texts("levels").map(|texts| texts.into_iter().map(|(_, text)| text).collect());
    let default = table.text("default_for_findings", MAX_NAME);
    let mut name_en = None;
    if let Some(en) = table.table_if("en") {
        name_en = en.text("name", MAX_NAME);
        en.finish();
    }
    if let (Some(levels), Some(default)) = (&levels, &default)
        && !levels.contains(default)
    {
        let args = [("value", default.as_str()), ("allowed", &levels.join(", "))];
        table.report("default_for_findings", Code::UnknownValue, &args);
    }
    table.finish();
    Some(Scale { name: name?, name_en, clause, levels: levels?, default_for_findings: default? })
}

fn rules(table: Table<'_>, refs: &mut Vec<(Place, String)>) -> Option<Rules> {
    let cadence = table.choice("cadence");
    let plan_gate = plan_gate(&table);
    let report_to = table.choice("report_to");
    let independence = table.choice("independence");
    let auditor_auditee_escape = clause_ref(&table, "auditor_auditee_escape", refs);
    let applicant_approver_escape = clause_ref(&table, "applicant_approver_escape", refs);
    let contractor_cadence = table.choice_if("contractor_cadence");
    let order_from = table.choice("order_from");
    let cross_order_to = table.choice_if("cross_order_to");
    let progress_duty = table.choice("progress_duty");
    let self_check_cadence = table.choice_if("self_check_cadence");
    let self_check_collector = table.choice_if("self_check_collector");
    let self_check_report_to = table.choice_if("self_check_report_to");
    let exception_applicants = table.choices("exception_applicants");
    let approvers = table.tables("exception_approvers").into_iter().filter_map(approver).collect();
    let exception_review = table.flag("exception_review");
    let clauses = table.table_if("clauses").map(|table| basis(table, refs)).unwrap_or_default();
    if let Some(independence) = independence
        && (independence == Independence::Reason) != auditor_auditee_escape.is_some()
    {
        table.report("independence", Code::IndependenceEscape, &[]);
    }
    table.finish();
    Some(Rules {
        cadence: cadence?,
        plan_gate: plan_gate?,
        report_to: report_to?,
        independence: independence?,
        auditor_auditee_escape,
        applicant_approver_escape,
        contractor_cadence,
        order_from: order_from?,
        cross_order_to,
        progress_duty: progress_duty?,
        self_check_cadence,
        self_check_collector,
        self_check_report_to,
        exception_applicants: exception_applicants?,
        exception_approvers: approvers,
        exception_review,
        clauses,
    })
}

/// `"report:ciso"`, `"approve:committee"`
fn plan_gate(table: &Table<'_>) -> Option<PlanGate> {
    let text = table.text("plan_gate", MAX_NAME)?;
    let (act, to) = text.split_once(':').unwrap_or((&text, ""));
    let place = table.place("plan_gate");
    let act = table.member(&place, act);
    let to = if act.is_some() { table.member(&place, to) } else { None };
    Some(PlanGate { act: act?, to: to? })
}

fn approver(table: Table<'_>) -> Option<ExceptionApprover> {
    let role = table.choice("role");
    let minor_only = table.flag("minor_only");
    table.finish();
    Some(ExceptionApprover { role: role?, minor_only })
}

fn basis(table: Table<'_>, refs: &mut Vec<(Place, String)>) -> BTreeMap<RuleKey, String> {
    let mut clauses = BTreeMap::new();
    for (place, key, clause) in table.named_texts(MAX_NAME) {
        if let Some(key) = table.member::<RuleKey>(&place, &key) {
            clauses.insert(key, clause.clone());
            refs.push((place, clause));
        }
    }
    table.finish();
    clauses
}
