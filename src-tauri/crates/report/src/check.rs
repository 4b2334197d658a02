//! What a person should look at before a report is issued: what is missing, contradictory or not confirmed. It judges
//! no result, and each remark says where it is mended.

mod characters;

pub use characters::characters;

use crate::model::ReportModel;
use domain::Keyed;
use domain::finding::FindingState;
use domain::keyed_enum;
use domain::kinds::Grade;
use domain::report::{MOST_DECISIONS, ReportAudience, ReportSection};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

keyed_enum! {
    /// How much a remark weighs.
    pub enum Weight {
        /// Without it the report is not issued.
        Error = "error",
        /// It should be mended.
        Warning = "warning",
        /// It may be meant so.
        Hint = "hint",
    }
}

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Remark {
    /// How much it weighs.
    pub weight: Weight,
    /// Its message is `reports-check-<key>`.
    pub key: String,
    /// What its message names.
    pub args: BTreeMap<String, String>,
    /// Where it is mended: `frame`, `overall`, `decisions`, `style`, `section`, `finding`, `engagement`, `evidence`,
    /// `public`, `office`, `packs`, `exceptions`.
    pub place: String,
    /// Which of these, e.g. the number of a finding.
    pub of: String,
}

/// What is known about a report beside its model.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Names in braces that are none, with the place they stand in.
    pub unknown_names: Vec<(String, String)>,
    /// What is said of characters, see [`characters`].
    pub characters: Vec<Remark>,
    /// Audits and self-inspections that are under way.
    pub under_way: Vec<String>,
    /// Evidence whose class nobody has said.
    pub unclassified: Vec<String>,
    /// How many pages the summary takes.
    pub summary_pages: usize,
    /// Whether a person has confirmed what is taken out for the public.
    pub confirmed: bool,
    /// Whether the class that was chosen is lower than that of a part.
    pub class_too_low: bool,
    /// The names of the other departments, if it is for one that must not read of them.
    pub others: Vec<String>,
    /// Whether it is the first version.
    pub first: bool,
    /// What people wrote about the changes.
    pub changes: String,
}

struct List(Vec<Remark>);

impl List {
    fn add(&mut self, weight: Weight, key: &str, place: &str, of: &str, args: &[(&str, &str)]) {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let (key, place, of) = (key.to_owned(), place.to_owned(), of.to_owned());
        self.0.push(Remark { weight, key, args, place, of });
    }
}

/// The remarks on a report, the weightiest first.
#[must_use]
pub fn check(model: &ReportModel, known: &Known) -> Vec<Remark> {
    let mut list = List(Vec::new());
    frame(model, known, &mut list);
    opinion(model, known, &mut list);
    rows(model, known, &mut list);
    if !known.others.is_empty() {
        others(model, &known.others, &mut list);
    }
    list.0.sort_by_key(|remark| remark.weight);
    list.0
}

fn printed(model: &ReportModel, section: ReportSection) -> bool {
    model.sections.iter().any(|one| one.section == Some(section))
}

fn frame(model: &ReportModel, known: &Known, list: &mut List) {
    let head = &model.head;
    if head.document_number.as_deref().is_none_or(|number| number.trim().is_empty()) {
        list.add(Weight::Error, "no-number", "frame", "number", &[]);
    }
    if head.drafted.is_none() {
        list.add(Weight::Error, "no-drafted", "frame", "drafted_on", &[]);
    }
    if head.decided.is_none() {
        list.add(Weight::Error, "no-decided", "frame", "decided_on", &[]);
    }
    if head.decided_by.trim().is_empty() {
        list.add(Weight::Error, "no-decider", "frame", "decided_by", &[]);
    }
    if let (Some(drafted), Some(decided)) = (head.drafted, head.decided)
        && decided < drafted
    {
        list.add(Weight::Error, "decided-before-drafted", "frame", "decided_on", &[]);
    }
    if known.class_too_low {
        list.add(Weight::Warning, "class-raised", "style", "class_level", &[("class", &head.class_label)]);
    }
    if head.audience == ReportAudience::Public && !known.confirmed {
        list.add(Weight::Error, "public-not-confirmed", "public", "", &[]);
    }
    if !known.first && known.changes.trim().is_empty() {
        list.add(Weight::Warning, "no-changes", "frame", "changes", &[]);
    }
    list.0.extend(known.characters.iter().cloned());
}

fn opinion(model: &ReportModel, known: &Known, list: &mut List) {
    for (place, name) in &known.unknown_names {
        let of = if place == "overall" { "" } else { place.as_str() };
        let place = if place == "overall" { "overall" } else { "section" };
        list.add(Weight::Warning, "unknown-name", place, of, &[("name", name)]);
    }
    let remarks = model.sections.iter().find(|one| one.section == Some(ReportSection::Remarks));
    if remarks.is_some_and(|section| section.text.is_empty()) {
        list.add(Weight::Hint, "remarks-empty", "section", ReportSection::Remarks.key(), &[]);
    }
    for section in model.sections.iter().filter(|one| one.section.is_none() && one.text.is_empty()) {
        let title = section.title.clone().unwrap_or_default();
        list.add(Weight::Warning, "own-section-empty", "section", &section.key, &[("title", &title)]);
    }
    if !printed(model, ReportSection::Summary) {
        return;
    }
    let decides = model.head.audience.decides();
    if decides && model.opinion.overall.iter().all(|text| text.trim().is_empty()) {
        list.add(Weight::Error, "no-overall", "overall", "", &[]);
    }
    if known.summary_pages > 1 {
        list.add(Weight::Warning, "summary-long", "overall", "", &[("pages", &known.summary_pages.to_string())]);
    }
    let decisions = &model.opinion.decisions;
    if decides && decisions.is_empty() {
        list.add(Weight::Hint, "no-decisions", "decisions", "", &[]);
    }
    if decisions.len() > MOST_DECISIONS {
        list.add(Weight::Warning, "many-decisions", "decisions", "", &[("most", &MOST_DECISIONS.to_string())]);
    }
    for (number, decision) in (1..).zip(decisions) {
        let number = i32::to_string(&number);
        if decision.whom.trim().is_empty() || decision.due.is_none() {
            list.add(Weight::Warning, "decision-incomplete", "decisions", &number, &[("number", &number)]);
        }
        if decision.due.is_some_and(|due| due < model.head.created) {
            list.add(Weight::Warning, "decision-past", "decisions", &number, &[("number", &number)]);
        }
    }
}

fn rows(model: &ReportModel, known: &Known, list: &mut List) {
    for name in &known.under_way {
        list.add(Weight::Warning, "under-way", "engagement", name, &[("name", name)]);
    }
    for finding in &model.findings {
        let number = finding.number.as_str();
        if matches!(finding.state, FindingState::Draft | FindingState::FactCheck) {
            list.add(Weight::Warning, "finding-unconfirmed", "finding", number, &[("number", number)]);
        }
        let bad = matches!(finding.grade, Grade::Major | Grade::Minor);
        let detail = model.head.audience != ReportAudience::Public;
        if bad && detail && [&finding.cause, &finding.recommendation].iter().any(|text| text.trim().is_empty()) {
            list.add(Weight::Warning, "finding-incomplete", "finding", number, &[("number", number)]);
        }
    }
    let unverified = model.results.total.unverified;
    if unverified > 0 {
        list.add(Weight::Hint, "unverified", "section", "results", &[("count", &unverified.to_string())]);
    }
    let unanswered = model.self_check.total.unanswered;
    if unanswered > 0 {
        list.add(Weight::Hint, "unanswered", "section", "self_check", &[("count", &unanswered.to_string())]);
    }
    for name in &known.unclassified {
        list.add(Weight::Warning, "evidence-unclassified", "evidence", "", &[("name", name)]);
    }
    if model.independence.is_empty() && model.head.kind.audits() && model.head.audience == ReportAudience::Ciso {
        list.add(Weight::Warning, "no-independence", "engagement", "", &[]);
    }
}

/// Other departments that are named in what people wrote. The rows of others are not in the report at all.
fn others(model: &ReportModel, names: &[String], list: &mut List) {
    let own = model.results.departments.iter().map(|row| row.department.as_str());
    let own: Vec<&str> = own.chain(model.self_check.departments.iter().map(|row| row.department.as_str())).collect();
    let mut look = |place: &str, of: &str, texts: &[&str]| {
        // The name of another department may be a part of the own one's.
        let mut text = texts.join("\n");
        own.iter().for_each(|name| text = text.replace(name, ""));
        for name in names.iter().filter(|name| text.contains(name.as_str())) {
            list.add(Weight::Warning, "names-others", place, of, &[("name", name)]);
        }
    };
    let all = |texts: &[String]| texts.join("\n");
    look("overall", "", &[&all(&model.opinion.overall)]);
    for section in &model.sections {
        look("section", &section.key, &[&all(&section.text), section.title.as_deref().unwrap_or_default()]);
    }
    for finding in &model.findings {
        let mut texts = vec![&finding.title, &finding.fact, &finding.criterion, &finding.cause, &finding.risk];
        texts.push(&finding.recommendation);
        texts.extend(finding.view.iter().flat_map(|view| [&view.text, &view.reply]));
        texts.extend(finding.order.iter().map(|order| &order.text));
        texts.extend(finding.plan.iter().flat_map(|plan| [&plan.cause, &plan.corrective, &plan.preventive]));
        texts.extend(finding.progress.iter().map(|progress| &progress.text));
        texts.extend(finding.verifications.iter().map(|seen| &seen.text));
        let texts: Vec<&str> = texts.into_iter().map(String::as_str).collect();
        look("finding", &finding.number, &texts);
    }
    for one in &model.engagements {
        look("engagement", &one.name, &[&one.name, &one.purpose, &one.basis, &all(&one.exclusions)]);
    }
    look("engagement", "", &[&all(&model.not_looked_at), &all(&model.independence)]);
    for evidence in &model.evidence {
        look("evidence", &evidence.number, &[&evidence.name]);
    }
    for row in model.checklist.iter().flat_map(|part| &part.rows) {
        look("section", "checklist", &[&row.note]);
    }
}
