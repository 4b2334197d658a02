//! What stands on each paper below its head.

use super::super::fields::{Read, columns, fields, rows};
use super::super::{About, Kind};
use super::{Facts, ROOM, day, day_or_none, facts, filled, plan_at_hand, statement, word};
use crate::dto::*;
use crate::error::Result;
use crate::queries::grid::Place;
use crate::queries::workpaper::number_of;
use crate::session::Session;
use domain::Keyed;
use report::paper::{PaperColumn, PaperTable, Part};

pub(super) fn parts(session: &Session, about: &About) -> Result<Vec<Part>> {
    let detail = &about.detail;
    let heading = |key: &str| Part::Heading(session.text(key, &[]));
    Ok(match about.kind {
        Kind::Finding => finding(session, detail)?,
        Kind::Check => {
            let mut parts = vec![filled(session, told(session, about)), heading("forms-view-of-department")];
            parts.extend(by_hand(session, about.kind));
            parts
        }
        Kind::Horizontal => {
            let mut parts = vec![filled(session, told(session, about)), heading("forms-answer-of-department")];
            match about.check.as_ref().filter(|check| check.result.is_some()) {
                Some(check) => parts.push(filled(session, answered(session, check))),
                None => parts.extend(by_hand(session, about.kind)),
            }
            parts
        }
        Kind::PlanBlank => {
            let mut parts = vec![filled(session, told(session, about)), heading("forms-plan-of-department")];
            parts.extend(by_hand(session, about.kind));
            parts
        }
        Kind::Order => order(session, detail),
        Kind::Plan => plan(session, detail),
        Kind::Progress => progress(session, about),
        Kind::Completion => completion(session, about),
    })
}

/// What the paper speaks of, with the number of the finding.
fn told(session: &Session, about: &About) -> Facts {
    let mut list = facts(session, [("number", about.detail.row.number.clone())]);
    list.extend(statement(session, about).into_iter().filter(|(_, value)| !value.trim().is_empty()));
    list
}

fn finding(session: &Session, detail: &FindingDetail) -> Result<Vec<Part>> {
    let row = &detail.row;
    let heading = |key: &str| Part::Heading(session.text(key, &[]));
    let mut departments = vec![row.department_name.clone()];
    departments.extend(detail.departments.iter().cloned());
    let mut items = vec![detail.question.clone()];
    items.extend(detail.more_items.iter().map(|item| item.question.clone()));
    let mut workpapers = Vec::new();
    let first = detail.target.map(|target| (target, detail.item.clone()));
    for (target, item) in first.into_iter().chain(detail.more_items.iter().map(|one| (one.target, one.item.clone()))) {
        workpapers.extend(number_of(&Place::of(session, target)?, &item));
    }
    let evidence: Vec<String> = detail.evidence.iter().map(|one| one.name.clone()).collect();
    let unset = || session.text("forms-none", &[]);
    let or_unset = |text: &str| if text.is_empty() { unset() } else { text.to_owned() };
    let level = match (detail.likelihood.as_str(), detail.loss.as_str()) {
        ("", "") => String::new(),
        (likelihood, loss) => {
            session.text("forms-level-of", &[("likelihood", &or_unset(likelihood)), ("loss", &or_unset(loss))])
        }
    };
    let repeat = row.repeat_of.as_ref().map(|number| session.text("forms-repeats", &[("number", number)]));
    let cross = if row.cross_cutting { "forms-yes" } else { "forms-no" };
    let list = facts(
        session,
        [
            ("number", row.number.clone()),
            ("state", word(session, "finding-state", row.state)),
            ("grade", word(session, "grade", row.grade)),
            ("title", row.title.clone()),
            ("departments", departments.join("、")),
            ("items", items.join("\n")),
            ("found-on", day(session, detail.found_on)),
            ("fact", detail.fact.clone()),
            ("criterion", detail.criterion.clone()),
            ("found-cause", detail.cause.clone()),
            ("risk", detail.risk.clone()),
            ("level", level),
            ("recommendation", detail.recommendation.clone()),
            ("evidence-list", evidence.join("\n")),
            ("workpapers", workpapers.join("、")),
            ("repeat", repeat.unwrap_or_else(|| session.text("forms-no-repeat", &[]))),
            ("cross-cutting", session.text(cross, &[])),
        ],
    );
    let mut parts = vec![filled(session, list), heading("forms-fact-check")];
    if detail.checks.is_empty() {
        parts.push(Part::Text(session.text("forms-not-asked", &[])));
    }
    for check in &detail.checks {
        let view = check.view.map(|view| word(session, "fact-view", view));
        let asked = [
            ("sent-on", day(session, check.sent_on)),
            ("answer-by", day(session, check.due_on)),
            ("view", view.unwrap_or_else(|| session.text("forms-unanswered", &[]))),
        ];
        let mut list = facts(session, asked);
        if check.view.is_some() {
            let said = [
                ("text", check.view_text.clone()),
                ("answered-by", check.answered_by.clone()),
                ("answered-on", day_or_none(session, check.answered_on)),
            ];
            list.extend(facts(session, said));
        }
        if !check.reply.is_empty() {
            list.extend(facts(session, [("reply", check.reply.clone())]));
        }
        if !check.withdrawn_reason.is_empty() {
            list.extend(facts(session, [("withdrawn", check.withdrawn_reason.clone())]));
        }
        parts.push(filled(session, list));
    }
    Ok(parts)
}

fn order(session: &Session, detail: &FindingDetail) -> Vec<Part> {
    let Some(order) = detail.orders.last() else { return Vec::new() };
    let row = &detail.row;
    let mut list = facts(
        session,
        [
            ("number", row.number.clone()),
            ("title", row.title.clone()),
            ("grade", word(session, "grade", row.grade)),
            ("fact", detail.fact.clone()),
            ("criterion", detail.criterion.clone()),
            ("order-body", order.body.clone()),
            ("ordered-on", day(session, order.ordered_on)),
            ("order-due", day(session, order.due_on)),
        ],
    );
    if !order.urgent_reason.is_empty() {
        list.extend(facts(session, [("urgent-reason", order.urgent_reason.clone())]));
    }
    vec![filled(session, list)]
}

fn plan(session: &Session, detail: &FindingDetail) -> Vec<Part> {
    let Some(plan) = detail.plans.last() else { return Vec::new() };
    let row = &detail.row;
    let owner = match (plan.owner_post.as_str(), &plan.owner_now) {
        ("", _) => plan.owner_name.clone(),
        (post, None) => session.text("forms-owner-of", &[("post", post), ("name", &plan.owner_name)]),
        (post, Some(now)) => {
            session.text("forms-owner-now", &[("post", post), ("name", &plan.owner_name), ("now", now)])
        }
    };
    let list = facts(
        session,
        [
            ("number", row.number.clone()),
            ("title", row.title.clone()),
            ("cause", plan.cause.clone()),
            ("corrective", plan.corrective.clone()),
            ("preventive", plan.preventive.clone()),
            ("owner", owner),
            ("start-on", day(session, plan.start_on)),
            ("due-on", day(session, plan.due_on)),
            ("budget", plan.budget.clone()),
            ("applicant", plan.applicant_name.clone()),
            ("submitted-on", day(session, plan.submitted_on)),
        ],
    );
    let mut parts = vec![filled(session, list), Part::Heading(session.text("forms-milestones", &[]))];
    parts.push(milestones(session, &plan.milestones));
    parts.push(Part::Heading(session.text("forms-approval", &[])));
    let mut list = facts(
        session,
        [
            ("approver", plan.approver_name.clone().unwrap_or_default()),
            ("approved-on", day_or_none(session, plan.approved_on)),
        ],
    );
    let told = [("escape-reason", &plan.escape_reason), ("return-reason", &plan.return_reason)];
    for (key, reason) in told.into_iter().filter(|(_, reason)| !reason.is_empty()) {
        list.extend(facts(session, [(key, reason.clone())]));
    }
    parts.push(filled(session, list));
    let moved: Vec<&DueChangeDto> = detail.due_changes.iter().filter(|one| one.plan == plan.id).collect();
    if !moved.is_empty() {
        parts.push(Part::Heading(session.text("forms-due-changes", &[])));
        let row = |one: &&DueChangeDto| {
            let days = [one.changed_on, one.old_due_on, one.due_on].map(|found| day(session, found));
            let escape = Some(one.escape_reason.as_str()).filter(|text| !text.is_empty());
            let escape = escape.map(|text| format!("{}: {text}", session.text("forms-escape-reason", &[])));
            let reason: Vec<String> = std::iter::once(one.reason.clone()).chain(escape).collect();
            days.into_iter().chain([reason.join("\n"), one.approver.clone()]).collect()
        };
        let columns =
            [("changed-on", 18.0), ("old-due", 18.0), ("new-due", 18.0), ("reason", 32.0), ("approver", 14.0)];
        parts.push(table(session, &columns, moved.iter().map(row).collect(), false));
    }
    parts
}

fn milestones(session: &Session, list: &[MilestoneDto]) -> Part {
    if list.is_empty() {
        return Part::Text(session.text("forms-no-milestones", &[]));
    }
    let row = |one: &MilestoneDto| vec![day(session, one.due_on), one.what.clone(), day_or_none(session, one.done_on)];
    table(
        session,
        &[("column-by", 20.0), ("column-what", 50.0), ("done-on", 20.0)],
        list.iter().map(row).collect(),
        false,
    )
}

fn table(session: &Session, columns: &[(&str, f64)], rows: Vec<Vec<String>>, by_hand: bool) -> Part {
    let column = |(key, width): &(&str, f64)| PaperColumn::text(session.text(&format!("forms-{key}"), &[]), *width);
    Part::Table(PaperTable { columns: columns.iter().map(column).collect(), rows, by_hand })
}

fn progress(session: &Session, about: &About) -> Vec<Part> {
    let detail = &about.detail;
    let mut parts = vec![filled(session, told(session, about))];
    if detail.progress.is_empty() {
        parts.push(Part::Heading(session.text("forms-report-of-department", &[])));
        parts.extend(by_hand(session, about.kind));
        return parts;
    }
    let report = |one: &ProgressDto| {
        let mut list = facts(
            session,
            [
                ("reported-on", day(session, one.reported_on)),
                ("state", word(session, "progress-state", one.state)),
                ("percent", format!("{} %", one.percent)),
                ("note", one.note.clone()),
            ],
        );
        if !one.delay_reason.is_empty() {
            list.extend(facts(session, [("delay-reason", one.delay_reason.clone())]));
        }
        list.extend(facts(
            session,
            [("next-report-on", day_or_none(session, one.next_report_on)), ("reporter", one.reporter.clone())],
        ));
        filled(session, list)
    };
    // The newest is what is reported; what was reported before stands below it.
    if let Some((newest, before)) = detail.progress.split_last() {
        parts.extend([Part::Heading(session.text("forms-report-of-department", &[])), report(newest)]);
        if let Some(plan) = plan_at_hand(detail) {
            parts.push(Part::Heading(session.text("forms-milestones", &[])));
            parts.push(milestones(session, &plan.milestones));
        }
        if !before.is_empty() {
            parts.push(Part::Heading(session.text("forms-reported-before", &[])));
            let row = |one: &ProgressDto| {
                let state = word(session, "progress-state", one.state);
                vec![day(session, one.reported_on), state, format!("{} %", one.percent), one.note.clone()]
            };
            let columns = [("reported-on", 20.0), ("state", 12.0), ("percent", 10.0), ("note", 50.0)];
            parts.push(table(session, &columns, before.iter().rev().map(row).collect(), false));
        }
    }
    parts
}

fn completion(session: &Session, about: &About) -> Vec<Part> {
    let detail = &about.detail;
    let mut parts = vec![filled(session, told(session, about))];
    parts.push(Part::Heading(session.text("forms-report-of-department", &[])));
    let Some(report) = detail.completions.last() else {
        parts.extend(by_hand(session, about.kind));
        return parts;
    };
    let list = facts(
        session,
        [
            ("reported-on", day(session, report.reported_on)),
            ("note", report.note.clone()),
            ("residual-risk", report.residual_risk.clone()),
            ("reporter", report.reporter.clone()),
            ("evidence-list", report.evidence.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("\n")),
        ],
    );
    parts.push(filled(session, list));
    parts.push(Part::Heading(session.text("forms-verification", &[])));
    // A verification before this report was of another one.
    match detail.verifications.last().filter(|one| one.verified_on >= report.reported_on) {
        Some(one) => parts.push(filled(
            session,
            facts(
                session,
                [
                    ("verified-on", day(session, one.verified_on)),
                    ("verifier", one.verifier.clone()),
                    ("result", word(session, "verification-result", one.result)),
                    ("comment", one.comment.clone()),
                ],
            ),
        )),
        None => parts.push(Part::Text(session.text("forms-not-verified", &[]))),
    }
    parts
}

fn answered(session: &Session, check: &HorizontalRow) -> Facts {
    facts(
        session,
        [
            ("result", check.result.map(|result| word(session, "horizontal-result", result)).unwrap_or_default()),
            ("answer", check.answer.clone()),
            ("answered-by", check.answered_by.clone()),
            ("answered-on", day_or_none(session, check.answered_on)),
        ],
    )
}

/// The fields of a sheet with room to write, and its table.
fn by_hand(session: &Session, kind: Kind) -> Vec<Part> {
    let room = |read: Read| match read {
        Read::Long => ROOM.to_owned(),
        Read::Date => session.text("forms-day-blank", &[]),
        Read::OneOf(list, keys) => {
            let boxes = keys.iter().map(|key| format!("□ {}", i18n::enum_text(session.lang(), list, key)));
            boxes.collect::<Vec<_>>().join("　")
        }
        Read::Percent => "　　　%".to_owned(),
        Read::Text | Read::Person | Read::Post => String::new(),
    };
    let fields = fields(kind).iter().map(|field| vec![session.text(&field.label(), &[]), room(field.read)]);
    let mut parts = vec![table(session, &[("field", 22.0), ("entry", 70.0)], fields.collect(), true)];
    let columns = columns(kind);
    if columns.iter().all(|(_, _, read)| read.is_some()) {
        let named: Vec<String> = columns.iter().map(|(name, ..)| format!("column-{name}")).collect();
        let named: Vec<(&str, f64)> =
            named.iter().zip(columns).map(|(name, (_, width, _))| (name.as_str(), *width)).collect();
        let blank = rows().map(|_| vec![String::new(); columns.len()]).collect();
        parts.push(Part::Heading(session.text(&format!("forms-table-{}", kind.key().replace('_', "-")), &[])));
        parts.push(table(session, &named, blank, true));
    }
    parts
}
