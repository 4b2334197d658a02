//! 例外措置, from an application to its end. Which step is legal when, and for whom, stands in `domain::exception`; here
//! each step is one operation. No step changes or takes away what an earlier one has put on record.

mod draft;
mod list_paper;
mod paper;
mod turn;

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::exception::{Whole, clash, overlaps, roles_of};
use crate::queries::report::fiscal_year_of;
use crate::session::Session;
use domain::exception::{
    ExceptionAction, ExceptionFacts, ExceptionLook, ExceptionRefusal, ExceptionResult, ExceptionState, asking, step,
};
use domain::kinds::Role;
use domain::wareki::FiscalYear;
use domain::{Id, Keyed};
use jiff::civil::Date;
use store::tables::{
    ExceptionDecision, ExceptionJudgement, ExceptionMeasure, ExceptionPeriod, ExceptionReview, Person,
};
use store::{Committed, OpMeta, Tx};

pub(super) use draft::edition_of;
pub use draft::{discard, save, start};
pub(super) use paper::{blank, printed, short_day};
pub use paper::{export, name};
pub(super) use turn::refuse as refuse_turn;

/// The fields of a form in which what a step is refused for stands.
struct Fields {
    day: &'static str,
    text: &'static str,
    person: &'static str,
    review: &'static str,
}

/// Takes a step, or says at the field of the form why it cannot be taken.
fn take(whole: &Whole, action: ExceptionAction, facts: &ExceptionFacts, at: &Fields) -> Result<ExceptionState> {
    step(whole.measure.state, action, facts).map_err(|refusal| {
        use ExceptionRefusal as R;
        let error = ErrorDto::new(&format!("exception-{}", refusal.key()));
        match refusal {
            R::WrongState | R::NoMinor => error,
            R::Incomplete => {
                ErrorDto::required(whole.missing(action == ExceptionAction::CarryOut).first().unwrap_or(&"title"))
            }
            R::PeriodOrder => error.at("until_on"),
            R::DayOrder => error.at(at.day),
            R::NotAnApplicant => error.at("applicant"),
            R::DepartmentClosed => error.at("department"),
            R::Overlaps => error.at("points"),
            R::NotAJudge | R::NotAnApprover | R::OnePerson => error.at(at.person),
            R::OnePersonReason => error.at("escape_reason"),
            R::OpinionMissing => error.at("opinion"),
            R::ConditionsMissing => error.at("conditions"),
            R::ReviewMissing => error.at(at.review),
            R::TextMissing => error.at(at.text),
        }
    })
}

const DECIDING: Fields = Fields { day: "decided_on", text: "opinion", person: "approver", review: "review_on" };

fn written(text: &str) -> bool {
    !text.trim().is_empty()
}

/// Whether a day lies neither in the future nor before the step it follows.
fn in_order(session: &Session, day: Date, after: Option<Date>) -> bool {
    day <= session.today() && after.is_none_or(|after| after <= day)
}

/// What asking for a period is judged on. Another exception that is in the way is said by its number.
fn asked(session: &Session, whole: &Whole, day: Date, from: Date, until: Date) -> Result<ExceptionFacts> {
    Ok(ExceptionFacts {
        period_in_order: from <= until,
        overlaps: clash(session, whole, from, until)?.is_some(),
        ..whole.facts(session.read(), day)?
    })
}

fn ask(
    session: &Session,
    whole: &Whole,
    action: ExceptionAction,
    facts: &ExceptionFacts,
    days: (Date, Date),
    at: &Fields,
) -> Result<ExceptionState> {
    take(whole, action, facts, at).map_err(|error| match error.code.as_str() {
        "exception-overlaps" => match clash(session, whole, days.0, days.1) {
            Ok(Some(other)) => overlaps(session, &other),
            _ => error,
        },
        _ => error,
    })
}

/// The row as it stands when it is asked for: with its number, its day and the role of who asks.
fn numbered(session: &Session, whole: &Whole, day: Date, label: &str) -> Result<ExceptionMeasure> {
    let held = match whole.measure.applicant {
        Some(person) => roles_of(session.read(), person, day)?,
        None => Vec::new(),
    };
    Ok(ExceptionMeasure {
        number: label.to_owned(),
        fiscal_year: FiscalYear::of(day).year().into(),
        applicant_role: asking(&whole.edition.pack.rules, &held).first().copied(),
        applied_on: Some(day),
        ..whole.measure.clone()
    })
}

/// The next number of a fiscal year, e.g. 令和8年度-例外-001. Numbers are never given twice, so the highest one counts.
fn next_number(session: &Session, day: Date) -> Result<String> {
    let year: i64 = FiscalYear::of(day).year().into();
    let sql = "SELECT number FROM exception_measure WHERE fiscal_year = ?1";
    let numbers = session.read().query(sql, &[&year], |row| Ok(row.get::<_, String>(0)?))?;
    number_after(session, "exceptions-number", year, &numbers)
}

/// The number after the highest of some, in the words of a key.
pub(super) fn number_after(session: &Session, key: &str, year: i64, numbers: &[String]) -> Result<String> {
    let last = numbers.iter().filter_map(|number| number.rsplit('-').next()?.parse::<u32>().ok()).max();
    let label = report::Words::fiscal_year(&session.lang(), fiscal_year_of(year)?);
    Ok(session.text(key, &[("year", &label), ("number", &format!("{:03}", last.unwrap_or(0) + 1))]))
}

/// Hands an application in.
pub fn submit(session: &mut Session, meta: OpMeta, request: SubmitException) -> Result<Committed<Empty>> {
    let whole = Whole::of(session, request.id)?;
    let day = request.applied_on;
    let period = whole.period().cloned();
    let (from, until) = period.as_ref().and_then(|one| Some((one.from_on?, one.until_on?))).unwrap_or((day, day));
    let facts =
        ExceptionFacts { day_in_order: in_order(session, day, None), ..asked(session, &whole, day, from, until)? };
    let at = Fields { day: "applied_on", ..DECIDING };
    let state = ask(session, &whole, ExceptionAction::Submit, &facts, (from, until), &at)?;
    let row = ExceptionMeasure { state, ..numbered(session, &whole, day, &next_number(session, day)?)? };
    session.transact(meta, |tx| {
        tx.put(&row)?;
        period.map(|period| tx.put(&ExceptionPeriod { asked_on: Some(day), ..period })).transpose()?;
        Ok(Empty {})
    })
}

/// Records that it was carried out before anybody could permit it: from that day on it is in force, and is to be reported
/// without delay.
pub fn carry_out(session: &mut Session, meta: OpMeta, request: CarryOutException) -> Result<Committed<Empty>> {
    let whole = Whole::of(session, request.id)?;
    let day = request.carried_out_on;
    let period = whole.period().cloned();
    let until = period.as_ref().and_then(|one| one.until_on).unwrap_or(day);
    let facts = ExceptionFacts {
        complete: whole.missing(true).is_empty(),
        day_in_order: in_order(session, day, None),
        ..asked(session, &whole, day, day, until)?
    };
    let at = Fields { day: "carried_out_on", ..DECIDING };
    let state = ask(session, &whole, ExceptionAction::CarryOut, &facts, (day, until), &at)?;
    let today = session.today();
    let label = next_number(session, day)?;
    let row = numbered(session, &whole, day, &label)?;
    let row = ExceptionMeasure { state, carried_out_on: Some(day), applied_on: Some(today), ..row };
    session.transact(meta, |tx| {
        tx.put(&row)?;
        let period = period.map(|period| ExceptionPeriod { from_on: Some(day), asked_on: Some(today), ..period });
        period.map(|period| tx.put(&period)).transpose()?;
        Ok(Empty {})
    })
}

/// 事後報告 of what was carried out in an emergency.
pub fn report(session: &mut Session, meta: OpMeta, request: ReportException) -> Result<Committed<Empty>> {
    let whole = Whole::of(session, request.id)?;
    let facts = ExceptionFacts {
        day_in_order: in_order(session, request.reported_on, whole.measure.carried_out_on),
        text: written(&request.report),
        ..whole.facts(session.read(), request.reported_on)?
    };
    let at = Fields { day: "reported_on", text: "report", ..DECIDING };
    let state = take(&whole, ExceptionAction::Report, &facts, &at)?;
    let (reported_on, report) = (Some(request.reported_on), request.report.trim().to_owned());
    session.transact(meta, |tx| {
        tx.put(&ExceptionMeasure { state, reported_on, report, ..whole.measure })?;
        Ok(Empty {})
    })
}

/// The day from which something may be judged or decided: that on which it was asked for, or reported.
fn open_since(whole: &Whole) -> Option<Date> {
    let asked = whole.period().and_then(|period| period.asked_on);
    // What was carried out in an emergency and entered later was open since it was reported.
    if whole.measure.state == ExceptionState::Reported { whole.measure.reported_on } else { asked }
}

fn gone(session: &Session, person: Id, day: Date, field: &str) -> Result<()> {
    let person: Person = session.read().get(person)?;
    match person.left_on {
        Some(left) if left < day => Err(ErrorDto::new("person-left").arg("person", &person.name).at(field)),
        _ => Ok(()),
    }
}

/// 軽微の判定, by the role the standard names.
pub fn judge(session: &mut Session, meta: OpMeta, request: JudgeException) -> Result<Committed<Empty>> {
    let whole = Whole::of(session, request.id)?;
    gone(session, request.judged_by, request.judged_on, "judged_by")?;
    let role = whole.judging_role(session.read(), request.judged_by, request.judged_on)?;
    let facts = ExceptionFacts {
        judge_may: role.is_some(),
        day_in_order: in_order(session, request.judged_on, open_since(&whole)),
        ..whole.facts(session.read(), request.judged_on)?
    };
    let at = Fields { day: "judged_on", person: "judged_by", ..DECIDING };
    take(&whole, ExceptionAction::Judge, &facts, &at)?;
    let (period, role) = of_period(&whole, role)?;
    session.transact(meta, |tx| {
        tx.put(&ExceptionJudgement {
            id: tx.new_id(),
            exception: whole.measure.id,
            period,
            minor: request.minor,
            judged_on: request.judged_on,
            judged_by: request.judged_by,
            role,
            reason: request.reason.trim().to_owned(),
        })?;
        Ok(Empty {})
    })
}

/// The period a judgement or decision is on, and the role it is made in. Both are there once the step is legal.
fn of_period(whole: &Whole, role: Option<Role>) -> Result<(Id, Role)> {
    let period = whole.period().map(|period| period.id);
    period.zip(role).ok_or_else(|| ErrorDto::new("exception-wrong-state"))
}

/// 審査の結果, by the role the standard names. Who applied cannot decide, unless the standard lets a compelling reason
/// excuse it and the reason is recorded.
pub fn decide(session: &mut Session, meta: OpMeta, request: DecideException) -> Result<Committed<Empty>> {
    let whole = Whole::of(session, request.id)?;
    let (read, day) = (session.read(), request.decided_on);
    gone(session, request.approver, day, "approver")?;
    let role = whole.deciding_role(read, request.approver, day)?;
    let permits = request.result != ExceptionResult::Refused;
    let facts = ExceptionFacts {
        approver: Some(request.approver),
        approver_may: role.is_some(),
        day_in_order: in_order(session, day, open_since(&whole)),
        escape_reason: written(&request.escape_reason),
        opinion: written(&request.opinion),
        conditions: written(&request.conditions),
        review_missing: whole.edition.pack.rules.exception_review && request.review_on.is_none(),
        ..whole.facts(read, day)?
    };
    let action = match request.result {
        ExceptionResult::Permitted => ExceptionAction::Permit,
        ExceptionResult::Conditional => ExceptionAction::PermitWithConditions,
        ExceptionResult::Refused => ExceptionAction::Refuse,
    };
    let state = take(&whole, action, &facts, &DECIDING)?;
    let review_on = request.review_on.filter(|_| permits);
    later(review_on, day, "review_on")?;
    let (period, role) = of_period(&whole, role)?;
    let one_person = whole.measure.applicant == Some(request.approver);
    let (conditional, id) = (request.result == ExceptionResult::Conditional, whole.measure.id);
    session.transact(meta, |tx| {
        tx.put(&ExceptionDecision {
            id: tx.new_id(),
            exception: id,
            period,
            result: request.result,
            decided_on: day,
            approver: request.approver,
            role,
            opinion: request.opinion.trim().to_owned(),
            conditions: if conditional { request.conditions.trim().to_owned() } else { String::new() },
            review_on,
            escape_reason: if one_person { request.escape_reason.trim().to_owned() } else { String::new() },
        })?;
        become_state(tx, whole.measure, state)
    })
}

fn become_state(tx: &mut Tx<'_>, measure: ExceptionMeasure, state: ExceptionState) -> Result<Empty> {
    tx.put(&ExceptionMeasure { state, ..measure })?;
    Ok(Empty {})
}

/// A further look lies after the day it is set on.
fn later(next: Option<Date>, day: Date, field: &str) -> Result<()> {
    match next {
        Some(next) if next <= day => Err(ErrorDto::new("exception-review-order").at(field)),
        _ => Ok(()),
    }
}

/// 定期確認.
pub fn review(session: &mut Session, meta: OpMeta, request: ReviewException) -> Result<Committed<Empty>> {
    let whole = Whole::of(session, request.id)?;
    let day = request.reviewed_on;
    gone(session, request.reviewer, day, "reviewer")?;
    let after = whole.permit().map(|permit| permit.decided_on).max(whole.reviews.last().map(|look| look.reviewed_on));
    let goes_on = request.result != ExceptionLook::Stop;
    let facts = ExceptionFacts {
        day_in_order: in_order(session, day, after),
        text: written(&request.note),
        review_missing: goes_on && whole.edition.pack.rules.exception_review && request.next_on.is_none(),
        ..whole.facts(session.read(), day)?
    };
    let at = Fields { day: "reviewed_on", text: "note", person: "reviewer", review: "next_on" };
    let state = take(&whole, ExceptionAction::Review, &facts, &at)?;
    later(request.next_on, day, "next_on")?;
    session.transact(meta, |tx| {
        tx.put(&ExceptionReview {
            id: tx.new_id(),
            exception: whole.measure.id,
            reviewed_on: day,
            reviewer: request.reviewer,
            result: request.result,
            note: request.note.trim().to_owned(),
            next_on: request.next_on.filter(|_| goes_on),
        })?;
        become_state(tx, whole.measure, state)
    })
}

/// Asks for a further period. What was permitted before stays on record and runs to its end.
pub fn extend(session: &mut Session, meta: OpMeta, request: ExtendException) -> Result<Committed<Empty>> {
    let whole = Whole::of(session, request.id)?;
    let (from, until, day) = (request.from_on, request.until_on, request.asked_on);
    let last = whole.course().last_day();
    let after = whole.decisions.last().map(|decision| decision.decided_on);
    let facts = ExceptionFacts {
        period_in_order: from <= until && last.is_none_or(|last| last < from),
        day_in_order: in_order(session, day, after),
        text: written(&request.reason),
        ..asked(session, &whole, day, from, until)?
    };
    let at = Fields { day: "asked_on", text: "reason", ..DECIDING };
    let state = ask(session, &whole, ExceptionAction::Extend, &facts, (from, until), &at)?;
    let number = whole.periods.iter().map(|period| period.number).max().unwrap_or(0) + 1;
    session.transact(meta, |tx| {
        tx.put(&ExceptionPeriod {
            id: tx.new_id(),
            exception: whole.measure.id,
            number,
            from_on: Some(from),
            until_on: Some(until),
            asked_on: Some(day),
            reason: request.reason.trim().to_owned(),
            withdrawn_on: None,
        })?;
        become_state(tx, whole.measure, state)
    })
}

/// 終了報告.
pub fn end(session: &mut Session, meta: OpMeta, request: EndException) -> Result<Committed<Empty>> {
    let whole = Whole::of(session, request.id)?;
    let begun = whole.measure.carried_out_on.or_else(|| whole.permit().map(|permit| permit.decided_on));
    let facts = ExceptionFacts {
        day_in_order: in_order(session, request.ended_on, begun),
        text: written(&request.report),
        ..whole.facts(session.read(), request.ended_on)?
    };
    let at = Fields { day: "ended_on", text: "report", ..DECIDING };
    let state = take(&whole, ExceptionAction::End, &facts, &at)?;
    let (ended_on, end_report) = (Some(request.ended_on), request.report.trim().to_owned());
    session.transact(meta, |tx| become_state(tx, ExceptionMeasure { ended_on, end_report, ..whole.measure }, state))
}

/// Withdraws an application, or a further period that is not decided yet.
pub fn withdraw(session: &mut Session, meta: OpMeta, request: WithdrawException) -> Result<Committed<Empty>> {
    let whole = Whole::of(session, request.id)?;
    let day = request.withdrawn_on;
    let period = whole.period().cloned();
    let facts = ExceptionFacts {
        day_in_order: in_order(session, day, period.as_ref().and_then(|period| period.asked_on)),
        text: written(&request.reason),
        ..whole.facts(session.read(), day)?
    };
    let at = Fields { day: "withdrawn_on", text: "reason", ..DECIDING };
    let state = take(&whole, ExceptionAction::Withdraw, &facts, &at)?;
    let reason = request.reason.trim();
    session.transact(meta, |tx| {
        if let Some(period) = period {
            tx.put(&ExceptionPeriod { withdrawn_on: Some(day), ..period })?;
        }
        let measure = whole.measure;
        let earlier = Some(measure.withdraw_reason.as_str()).filter(|text| !text.is_empty());
        // A second further period may be withdrawn too; why the first one was stays.
        let withdraw_reason = earlier.into_iter().chain([reason]).collect::<Vec<_>>().join("\n");
        become_state(tx, ExceptionMeasure { withdrawn_on: Some(day), withdraw_reason, ..measure }, state)
    })
}
