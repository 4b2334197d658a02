//! The papers as the office prints them.

mod parts;

use super::{About, Kind};
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::{Id, Keyed};
use jiff::civil::Date;
use report::Words;
use report::paper::{Paper, Part};
use store::tables::{ImprovementOrder, Person};

/// Room for a text that is written by hand.
const ROOM: &str = "\n\n\n";

/// A day as papers write it.
pub(super) fn day(session: &Session, day: Date) -> String {
    Words::date(&session.lang(), day)
}

fn day_or_none(session: &Session, found: Option<Date>) -> String {
    found.map(|found| day(session, found)).unwrap_or_default()
}

fn word<K: Keyed>(session: &Session, list: &str, member: K) -> String {
    i18n::enum_text(session.lang(), list, member.key())
}

type Facts = Vec<(String, String)>;

/// Labels with their values; the labels are keys without their beginning.
fn facts<const N: usize>(session: &Session, pairs: [(&str, String); N]) -> Facts {
    pairs.into_iter().map(|(key, value)| (session.text(&format!("forms-{key}"), &[]), value)).collect()
}

/// What is printed where nothing is recorded.
fn filled(session: &Session, facts: Facts) -> Part {
    let none = session.text("forms-none", &[]);
    let value = |value: String| if value.trim().is_empty() { none.clone() } else { value };
    Part::Facts(facts.into_iter().map(|(label, text)| (label, value(text))).collect())
}

/// What the department is told of the finding before it answers.
pub(super) fn statement(session: &Session, about: &About) -> Facts {
    let detail = &about.detail;
    let row = &detail.row;
    let head = [("title", row.title.clone()), ("grade", word(session, "grade", row.grade))];
    let mut list = facts(session, head);
    match about.kind {
        Kind::Horizontal => {
            let check = about.check.as_ref();
            list = facts(
                session,
                [
                    ("title", row.title.clone()),
                    ("criterion", detail.criterion.clone()),
                    ("asked-on", day_or_none(session, check.map(|check| check.asked_on))),
                    ("answer-by", day_or_none(session, check.map(|check| check.due_on))),
                    ("question", check.map(|check| check.question.clone()).unwrap_or_default()),
                    ("ask-again", check.map(|check| check.ask_again_reason.clone()).unwrap_or_default()),
                ],
            );
        }
        Kind::Check => {
            let asked = detail.checks.last().filter(|check| check.withdrawn_reason.is_empty());
            list.extend(facts(
                session,
                [
                    ("fact", detail.fact.clone()),
                    ("criterion", detail.criterion.clone()),
                    ("found-cause", detail.cause.clone()),
                    ("risk", detail.risk.clone()),
                    ("recommendation", detail.recommendation.clone()),
                    ("answer-by", day_or_none(session, asked.map(|check| check.due_on))),
                ],
            ));
        }
        Kind::PlanBlank => {
            let order = detail.orders.last();
            list.extend(facts(
                session,
                [
                    ("fact", detail.fact.clone()),
                    ("recommendation", detail.recommendation.clone()),
                    ("order-body", order.map(|order| order.body.clone()).unwrap_or_default()),
                    ("order-due", day_or_none(session, order.map(|order| order.due_on))),
                ],
            ));
        }
        _ => {
            let plan = plan_at_hand(detail);
            list.extend(facts(
                session,
                [
                    ("corrective", plan.map(|plan| plan.corrective.clone()).unwrap_or_default()),
                    ("preventive", plan.map(|plan| plan.preventive.clone()).unwrap_or_default()),
                    ("due-on", day_or_none(session, row.due_on)),
                ],
            ));
        }
    }
    list
}

fn plan_at_hand(detail: &FindingDetail) -> Option<&PlanDto> {
    detail.plans.iter().rfind(|plan| plan.return_reason.is_empty())
}

/// The paper of a finding.
pub(super) fn paper(session: &Session, about: &About) -> Result<Paper> {
    let text = |key: &str| session.text(key, &[]);
    let office = session.office()?;
    let row = &about.detail.row;
    let department = about.department().to_owned();
    let (addressee, whole) = match about.kind {
        Kind::Order => (about.detail.orders.last().map_or(department.clone(), |one| one.addressee.clone()), false),
        Kind::Check | Kind::Horizontal => (department.clone(), true),
        Kind::Finding | Kind::Plan | Kind::PlanBlank | Kind::Progress | Kind::Completion => {
            (text("forms-to-audit"), false)
        }
    };
    let addressee = session.text(if whole { "forms-to-all" } else { "app-report-addressee" }, &[("name", &addressee)]);
    // Who writes depends on the paper: orders and questions go to the department, plans and reports come from it.
    let sender = match about.kind {
        Kind::Order => match about.detail.orders.last() {
            Some(order) => signed(session, session.read().get::<ImprovementOrder>(order.id)?.ordered_by)?,
            None => String::new(),
        },
        Kind::Finding | Kind::Check | Kind::Horizontal => signed(session, session.person)?,
        Kind::Plan | Kind::PlanBlank | Kind::Progress | Kind::Completion => department,
    };
    let stamped = !matches!(about.kind, Kind::Check | Kind::Horizontal);
    let stamps = text("app-report-stamps");
    let stamps = stamps.split(['、', ',']).map(|part| part.trim().to_owned()).collect();
    Ok(Paper {
        form: text("plan-paper-form"),
        number: text("plan-paper-number"),
        date: dated(&about.detail, about.kind).unwrap_or(session.today()),
        addressee,
        sender: vec![office.name, sender],
        title: about.printed_title(session),
        stamps: if stamped { stamps } else { Vec::new() },
        landscape: false,
        opening: session.text(
            &format!("forms-opening-{}", about.kind.key().replace('_', "-")),
            &[("number", &row.number), ("title", &row.title)],
        ),
        parts: parts::parts(session, about)?,
        // What is written in by hand goes on below our last line.
        closing: if about.kind.is_asking() { String::new() } else { text("plan-paper-end") },
        class_label: session.class_label(&office.class_level),
    })
}

/// The day of what a paper is about; nothing where it is made today.
fn dated(detail: &FindingDetail, kind: Kind) -> Option<Date> {
    match kind {
        Kind::Order => detail.orders.last().map(|order| order.ordered_on),
        Kind::Plan => detail.plans.last().map(|plan| plan.submitted_on),
        Kind::Progress => detail.progress.last().map(|one| one.reported_on),
        Kind::Completion => detail.completions.last().map(|one| one.reported_on),
        Kind::Finding | Kind::Check | Kind::PlanBlank | Kind::Horizontal => None,
    }
}

/// A person with the post, as it stands at the foot of a letter.
fn signed(session: &Session, person: Id) -> Result<String> {
    let person: Person = session.read().get(person)?;
    Ok([person.post, person.name].join("　").trim().to_owned())
}
