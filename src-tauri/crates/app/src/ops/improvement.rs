//! From a finding to its closure. Which step is legal when, and for whom, stands in `domain::finding`; here each step is
//! one operation.

mod fact_check;
mod plan;

pub(super) use fact_check::view;
pub use fact_check::{confirm, record_view, send_check, withdraw_check};
pub(super) use plan::submission;
pub use plan::{change_due, decide_plan, submit_plan};

use super::evidence;
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::finding::{Life, covering};
use crate::queries::follow_up;
use crate::queries::office::holders_on;
use crate::session::Session;
use domain::finding::{Facts, FindingAction, Refusal, step};
use domain::kinds::{ProgressState, VerificationResult};
use domain::pack::ProgressDuty;
use domain::{Id, Keyed};
use jiff::civil::Date;
use store::tables::{
    Completion, Department, Engagement, Finding, FindingTurn, ImprovementOrder, Milestone, Person, Progress,
    Verification,
};
use store::{Committed, OpMeta, Tx};

/// A step that has been looked at and waits for its operation, which may hold several.
pub(super) type Step<T = Empty> = Box<dyn FnOnce(&mut Tx<'_>) -> Result<T>>;

/// Takes a step of the finding's life within an operation.
fn advance(tx: &mut Tx<'_>, finding: &Finding, action: FindingAction, facts: &Facts) -> Result<()> {
    let state = step(finding.state, action, facts)?;
    Ok(tx.put(&Finding { state, ..finding.clone() })?)
}

fn not_in_future(field: &str, day: Date, today: Date) -> Result<()> {
    if day > today { Err(ErrorDto::new("date-in-future").at(field)) } else { Ok(()) }
}

/// Puts a refusal at the field that can lift it. What no field lifts is said of the step as a whole.
fn lifted_at(error: ErrorDto, refusals: &[Refusal], field: &str) -> ErrorDto {
    let lifts = refusals.iter().any(|refusal| error.code == format!("refused-{}", refusal.key()));
    if lifts { error.at(field) } else { error }
}

/// A person who is still there.
fn present(session: &Session, field: &str, person: Id, day: Date) -> Result<Person> {
    let person: Person = session.read().get(person)?;
    match person.left_on {
        Some(left) if left < day => Err(ErrorDto::new("person-left").arg("person", &person.name).at(field)),
        _ => Ok(person),
    }
}

/// A department that still exists.
pub(super) fn running(session: &Session, field: &str, department: Id, day: Date) -> Result<Department> {
    let department: Department = session.read().get(department)?;
    match department.closed_on {
        Some(closed) if closed < day => {
            Err(ErrorDto::new("department-closed").arg("department", &department.name).at(field))
        }
        _ => Ok(department),
    }
}

/// 改善指示 by the CISO; before the finding is confirmed only where it cannot wait, with the reason.
pub fn order(session: &mut Session, meta: OpMeta, request: IssueOrder) -> Result<Committed<Empty>> {
    let addressee = required("addressee", &request.addressee)?;
    let body = required("body", &request.body)?;
    if request.due_on < request.ordered_on {
        return Err(ErrorDto::new("refused-due-before-start").at("due_on"));
    }
    not_in_future("ordered_on", request.ordered_on, session.today())?;
    let finding: Finding = session.read().get(request.finding)?;
    let engagement: Engagement = session.read().get(finding.engagement)?;
    let from = session.edition(engagement.pack_edition)?.pack.rules.order_from;
    let holders = holders_on(session.read(), request.ordered_on)?;
    let may =
        |person: Id| holders.iter().any(|one| one.role == from && (one.person == person || one.deputy == Some(person)));
    if !may(request.ordered_by) {
        return Err(ErrorDto::new("not-the-ciso").at("ordered_by"));
    }
    let day = request.ordered_on;
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        let confirmed = life.finding.state.is_confirmed();
        let action = if confirmed { FindingAction::Order } else { FindingAction::OrderUrgently };
        let urgent_reason = if confirmed { String::new() } else { request.urgent_reason.trim().to_owned() };
        let facts = Facts { reason: Some(urgent_reason.clone()), ..life.facts(tx.read(), request.ordered_by, day)? };
        advance(tx, &life.finding, action, &facts)
            .map_err(|error| lifted_at(error, &[Refusal::ReasonMissing], "urgent_reason"))?;
        tx.put(&ImprovementOrder {
            id: tx.new_id(),
            finding: request.finding,
            ordered_on: request.ordered_on,
            due_on: request.due_on,
            ordered_by: request.ordered_by,
            addressee,
            body,
            urgent_reason,
        })?;
        Ok(Empty {})
    })
}

/// 進捗報告. Where the standard asks for reports until the end, the next one has its day.
pub fn report_progress(session: &mut Session, meta: OpMeta, request: ReportProgress) -> Result<Committed<Empty>> {
    let step = progress(session, request)?;
    session.transact(meta, step)
}

/// The step of a progress report.
pub(super) fn progress(session: &Session, request: ReportProgress) -> Result<Step> {
    if !(0..=100).contains(&request.percent) {
        return Err(ErrorDto::new("bad-percent").at("percent"));
    }
    if request.state == ProgressState::Delayed {
        required("delay_reason", &request.delay_reason)?;
    }
    not_in_future("reported_on", request.reported_on, session.today())?;
    if request.next_report_on.is_some_and(|next| next <= request.reported_on) {
        return Err(ErrorDto::new("next-before-report").at("next_report_on"));
    }
    let finding: Finding = session.read().get(request.finding)?;
    let engagement: Engagement = session.read().get(finding.engagement)?;
    let duty = session.edition(engagement.pack_edition)?.pack.rules.progress_duty;
    let done = request.state == ProgressState::Done;
    if duty == ProgressDuty::PlanAndProgress && !done && request.next_report_on.is_none() {
        return Err(ErrorDto::new("next-report-missing").at("next_report_on"));
    }
    let reporter = request.reporter.unwrap_or(session.person);
    present(session, "reporter", reporter, request.reported_on)?;
    Ok(Box::new(move |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        let facts = life.facts(tx.read(), reporter, request.reported_on)?;
        advance(tx, &life.finding, FindingAction::ReportProgress, &facts)?;
        let plan = life.plan().map(|plan| plan.id);
        let reached = life.milestones.into_iter().filter(|one| Some(one.plan) == plan && one.done_on.is_none());
        for milestone in reached.filter(|one| request.reached.contains(&one.id)) {
            tx.put(&Milestone { done_on: Some(request.reported_on), ..milestone })?;
        }
        tx.put(&Progress {
            id: tx.new_id(),
            finding: request.finding,
            reported_on: request.reported_on,
            percent: request.percent,
            state: request.state,
            note: request.note.trim().to_owned(),
            delay_reason: request.delay_reason.trim().to_owned(),
            next_report_on: request.next_report_on,
            reporter,
        })?;
        Ok(Empty {})
    }))
}

/// 完了報告, with what shows it.
pub fn report_completion(session: &mut Session, meta: OpMeta, request: ReportCompletion) -> Result<Committed<ById>> {
    let step = completion(session, request)?;
    session.transact(meta, step)
}

/// The step of a completion report.
pub(super) fn completion(session: &mut Session, request: ReportCompletion) -> Result<Step<ById>> {
    let note = required("note", &request.note)?;
    let (today, reporter) = (session.today(), request.reporter.unwrap_or(session.person));
    not_in_future("reported_on", request.reported_on, today)?;
    present(session, "reporter", reporter, request.reported_on)?;
    let life = Life::of(session.read(), request.finding)?;
    let facts = life.facts(session.read(), reporter, request.reported_on)?;
    let facts = Facts { completion_evidence: request.evidence.len(), ..facts };
    // The step is judged before the files are stored, so that a refused report leaves nothing behind.
    step(life.finding.state, FindingAction::ReportCompletion, &facts)
        .map_err(|refusal| lifted_at(refusal.into(), &[Refusal::NoCompletionEvidence], "evidence"))?;
    let taken = evidence::take_all(session, &request.evidence)?;
    let person = session.person;
    Ok(Box::new(move |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        advance(tx, &life.finding, FindingAction::ReportCompletion, &facts)?;
        let id = tx.new_id();
        tx.put(&Completion {
            id,
            finding: request.finding,
            reported_on: request.reported_on,
            note,
            reporter,
            residual_risk: request.residual_risk.trim().to_owned(),
        })?;
        for one in &taken {
            evidence::record(tx, one, "completion", id, person, today)?;
        }
        Ok(ById { id })
    }))
}

/// 検証 by a second person.
pub fn record_verification(
    session: &mut Session,
    meta: OpMeta,
    request: RecordVerification,
) -> Result<Committed<Empty>> {
    not_in_future("verified_on", request.verified_on, session.today())?;
    let comment = required("comment", &request.comment)?;
    let action = match request.result {
        VerificationResult::Effective => FindingAction::VerifyEffective,
        VerificationResult::Insufficient => FindingAction::VerifyInsufficient,
    };
    let engagement = request.engagement;
    if engagement.is_some()
        && follow_up::audits(session, ById { id: request.finding })?.iter().all(|audit| Some(audit.id) != engagement)
    {
        return Err(ErrorDto::new("not-followed-up").at("engagement"));
    }
    let (verifier, verified_on, result) = (session.person, request.verified_on, request.result);
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        if life.completions.last().is_some_and(|reported| verified_on < reported.reported_on) {
            return Err(ErrorDto::new("verified-before-report").at("verified_on"));
        }
        let facts = Facts { reason: Some(comment.clone()), ..life.facts(tx.read(), verifier, verified_on)? };
        advance(tx, &life.finding, action, &facts)?;
        let (id, finding) = (tx.new_id(), request.finding);
        tx.put(&Verification { id, finding, verified_on, verifier, result, comment, engagement })?;
        Ok(Empty {})
    })
}

/// Opens a closed finding again.
pub fn reopen(session: &mut Session, meta: OpMeta, request: WithReason) -> Result<Committed<Empty>> {
    turn(session, meta, request, FindingAction::Reopen, None)
}

/// Lets an exception that covers the finding take the place of its correction.
pub fn except(session: &mut Session, meta: OpMeta, request: ExceptFinding) -> Result<Committed<Empty>> {
    let finding: Finding = session.read().get(request.id)?;
    let covers = covering(session, &finding)?.iter().any(|one| one.id == request.exception);
    let exception = covers.then_some(request.exception);
    let request = WithReason { id: request.id, reason: request.reason };
    turn(session, meta, request, FindingAction::Except, exception)
}

/// Takes the correction up again: the exception has ended, or does not do.
pub fn resume(session: &mut Session, meta: OpMeta, request: WithReason) -> Result<Committed<Empty>> {
    turn(session, meta, request, FindingAction::Resume, None)
}

/// A step that has a reason and nothing else.
fn turn(
    session: &mut Session,
    meta: OpMeta,
    request: WithReason,
    action: FindingAction,
    exception: Option<Id>,
) -> Result<Committed<Empty>> {
    let reason = required("reason", &request.reason)?;
    let (person, turned_on) = (session.person, session.today());
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.id)?;
        let facts = Facts {
            reason: Some(reason.clone()),
            exception_valid: exception.is_some(),
            ..life.facts(tx.read(), person, turned_on)?
        };
        advance(tx, &Finding { exception, ..life.finding }, action, &facts)?;
        tx.put(&FindingTurn { id: tx.new_id(), finding: request.id, action, turned_on, person, reason })?;
        Ok(Empty {})
    })
}
