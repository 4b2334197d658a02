//! The request a returned sheet stands for: the same that the screen would send.

use super::super::fields::rows;
use super::super::{About, Kind};
use super::judge::{PERSON, POST};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::horizontal::answering;
use crate::ops::improvement::{Step, completion, progress, submission, view};
use crate::queries::finding::Life;
use crate::session::Session;
use ::exchange::FIELD_COLUMN;
use domain::finding::FactView;
use domain::horizontal::HorizontalResult;
use domain::kinds::ProgressState;
use domain::{Id, Keyed};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::tables::{HorizontalCheck, ImprovementPlan};

/// What a sheet asks to be recorded.
pub(super) enum Request {
    Check(RecordView),
    Plan(SubmitPlan),
    Progress(ReportProgress),
    Completion(ReportCompletion),
    Horizontal(AnswerHorizontal),
}

/// The values of a sheet.
struct Values<'a>(&'a BTreeMap<(String, String), String>);

impl Values<'_> {
    fn cell(&self, row: &str, column: &str) -> &str {
        self.0.get(&(row.to_owned(), column.to_owned())).map_or("", String::as_str)
    }

    fn text(&self, name: &str) -> String {
        self.cell(&format!("field:{name}"), FIELD_COLUMN).to_owned()
    }

    fn day(&self, name: &str) -> Option<Date> {
        self.text(name).parse().ok()
    }

    fn required_day(&self, name: &str) -> Result<Date> {
        self.day(name).ok_or_else(|| ErrorDto::required(name))
    }

    fn member<T: Keyed>(&self, name: &str) -> Result<T> {
        T::from_key(&self.text(name)).ok_or_else(|| ErrorDto::required(name))
    }

    fn person(&self, name: &str) -> Option<Id> {
        self.text(name).strip_prefix(PERSON)?.parse().ok()
    }

    /// A text with the lines of the table below it.
    fn with_lines(&self, name: &str) -> String {
        let line = |row: String| match (self.cell(&row, "where"), self.cell(&row, "said")) {
            ("", "") => None,
            ("", said) => Some(format!("・{said}")),
            (place, "") => Some(format!("・{place}")),
            (place, said) => Some(format!("・{place}：{said}")),
        };
        let text = Some(self.text(name)).filter(|text| !text.is_empty());
        text.into_iter().chain(rows().filter_map(line)).collect::<Vec<_>>().join("\n")
    }
}

impl Request {
    /// The request of the values of a sheet. What must be there and is not is refused as the step would refuse it.
    pub(super) fn of(about: &About, id: Id, values: &BTreeMap<(String, String), String>) -> Result<Request> {
        let values = Values(values);
        Ok(match about.kind {
            Kind::Check => Request::Check(RecordView {
                finding: id,
                view: values.member::<FactView>("view")?,
                text: values.with_lines("text"),
                answered_by: values.text("answered_by"),
                answered_on: values.required_day("answered_on")?,
            }),
            Kind::PlanBlank => Request::Plan(plan(id, &values)),
            Kind::Progress => Request::Progress(ReportProgress {
                finding: id,
                reported_on: values.required_day("reported_on")?,
                percent: values.text("percent").parse().map_err(|_| ErrorDto::required("percent"))?,
                state: values.member::<ProgressState>("state")?,
                note: values.text("note"),
                delay_reason: values.text("delay_reason"),
                next_report_on: values.day("next_report_on"),
                reporter: Some(values.person("reporter").ok_or_else(|| ErrorDto::required("reporter"))?),
                reached: values
                    .0
                    .keys()
                    .filter(|(_, column)| column == "reached")
                    .filter_map(|(row, _)| row.parse().ok())
                    .collect(),
            }),
            Kind::Completion => Request::Completion(ReportCompletion {
                finding: id,
                reported_on: values.required_day("reported_on")?,
                note: values.text("note"),
                residual_risk: values.text("residual_risk"),
                reporter: Some(values.person("reporter").ok_or_else(|| ErrorDto::required("reporter"))?),
                evidence: evidence(about, &values),
            }),
            Kind::Horizontal => Request::Horizontal(AnswerHorizontal {
                id,
                result: Some(values.member::<HorizontalResult>("result")?),
                answer: values.with_lines("answer"),
                answered_by: values.text("answered_by"),
                answered_on: values.required_day("answered_on")?,
            }),
            Kind::Finding | Kind::Order | Kind::Plan => return Err(ErrorDto::new("form-does-not-fit")),
        })
    }

    /// The step, looked at as far as it can be before its operation.
    pub(super) fn step(self, session: &mut Session) -> Result<Step> {
        match self {
            Request::Check(request) => view(session, request),
            Request::Plan(request) => submission(session, request),
            Request::Progress(request) => progress(session, request),
            Request::Completion(request) => {
                let step = completion(session, request)?;
                Ok(Box::new(move |tx| step(tx).map(|_| Empty {})))
            }
            Request::Horizontal(request) => answering(session, request),
        }
    }

    /// Whether just this is recorded already, whatever the file is called and however it was saved.
    pub(super) fn is_recorded(&self, session: &Session) -> Result<bool> {
        let read = session.read();
        Ok(match self {
            Request::Check(new) => Life::of(read, new.finding)?.checks.iter().any(|one| {
                (one.view, one.view_text.as_str(), one.answered_on)
                    == (Some(new.view), new.text.trim(), Some(new.answered_on))
                    && one.answered_by == new.answered_by.trim()
            }),
            Request::Plan(new) => {
                let life = Life::of(read, new.finding)?;
                life.plans.iter().any(|one| same_plan(&life, one, new))
            }
            Request::Progress(new) => Life::of(read, new.finding)?.progress.iter().any(|one| {
                (one.reported_on, one.percent, one.state, one.next_report_on)
                    == (new.reported_on, new.percent, new.state, new.next_report_on)
                    && [&one.note, &one.delay_reason] == [&new.note, &new.delay_reason].map(|text| text.trim())
            }),
            Request::Completion(new) => Life::of(read, new.finding)?.completions.iter().any(|one| {
                (one.reported_on, Some(one.reporter)) == (new.reported_on, new.reporter)
                    && [&one.note, &one.residual_risk] == [&new.note, &new.residual_risk].map(|text| text.trim())
            }),
            Request::Horizontal(new) => {
                let one: HorizontalCheck = read.get(new.id)?;
                (one.result, one.answer.as_str(), one.answered_on)
                    == (new.result, new.answer.trim(), Some(new.answered_on))
                    && one.answered_by == new.answered_by.trim()
            }
        })
    }
}

/// Whether a plan on record is the one that is handed in. A due date that has moved since is compared as it was.
fn same_plan(life: &Life, one: &ImprovementPlan, new: &SubmitPlan) -> bool {
    let due_on =
        life.due_changes.iter().find(|moved| moved.plan == one.id).map_or(one.due_on, |moved| moved.old_due_on);
    let owned = match new.owner_post.trim() {
        "" => Some(one.owner) == new.owner,
        post => (one.owner_department, one.owner_post.as_str()) == (new.owner_department, post),
    };
    let known = life.milestones.iter().filter(|goal| goal.plan == one.id).map(|goal| (goal.due_on, goal.what.as_str()));
    let asked = new.milestones.iter().filter_map(|goal| Some((goal.due_on?, goal.what.trim())));
    let (known, asked): (BTreeSet<_>, BTreeSet<_>) = (known.collect(), asked.collect());
    [&one.cause, &one.corrective, &one.preventive, &one.budget]
        == [&new.cause, &new.corrective, &new.preventive, &new.budget].map(|text| text.trim())
        && (Some(one.start_on), Some(due_on), Some(one.applicant)) == (new.start_on, new.due_on, new.applicant)
        && owned
        && known == asked
}

fn plan(finding: Id, values: &Values<'_>) -> SubmitPlan {
    let owner = values.text("owner");
    let (owner_department, owner_post) = match owner.strip_prefix(POST).and_then(|post| post.split_once(':')) {
        Some((department, post)) => (department.parse().ok(), post.to_owned()),
        None => (None, String::new()),
    };
    let milestone = |row: String| NewMilestone {
        due_on: values.cell(&row, "by").parse().ok(),
        what: values.cell(&row, "what").to_owned(),
    };
    SubmitPlan {
        finding,
        cause: values.text("cause"),
        corrective: values.text("corrective"),
        preventive: values.text("preventive"),
        owner: values.person("owner"),
        owner_department,
        owner_post,
        milestones: rows().map(milestone).collect(),
        start_on: values.day("start_on"),
        due_on: values.day("due_on"),
        budget: values.text("budget"),
        applicant: values.person("applicant"),
    }
}

/// What shows the completion: named on the sheet, and kept by the department as paper.
fn evidence(about: &About, values: &Values<'_>) -> Vec<NewEvidence> {
    let named = |row: String| NewEvidence {
        handle: None,
        name: values.cell(&row, "evidence").to_owned(),
        source: about.department().to_owned(),
        place: values.cell(&row, "place").to_owned(),
        class_level: String::new(),
    };
    rows().map(named).filter(|one| !(one.name.is_empty() && one.place.is_empty())).collect()
}
