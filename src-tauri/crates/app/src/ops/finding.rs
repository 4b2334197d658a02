//! From an answer to a closed finding. Which step is legal when, and for whom, stands in `domain::finding`; here each
//! step is one operation.

use super::evidence;
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::finding::Life;
use crate::queries::grid::Place;
use crate::queries::office::holders_on;
use crate::session::Session;
use domain::Id;
use domain::finding::{Facts, FindingAction, FindingState, step};
use domain::kinds::{EngagementKind, Grade, ProgressState, Role, Verdict, VerificationResult};
use domain::wareki::FiscalYear;
use jiff::civil::Date;
use store::tables::{Answer, Completion, Finding, ImprovementOrder, ImprovementPlan, Person, Progress, Verification};
use store::{Committed, OpMeta, Tx};

/// Makes a finding from an answer, with everything known filled in.
pub fn make(session: &mut Session, meta: OpMeta, request: MakeFinding) -> Result<Committed<ById>> {
    let place = Place::of(session, request.target)?;
    if place.engagement.kind != EngagementKind::Audit {
        return Err(ErrorDto::new("form-does-not-fit"));
    }
    let item = place.edition.pack.item(&request.item);
    let item = item.ok_or_else(|| ErrorDto::new("no-such-item").arg("item", &request.item))?.clone();
    let answer: Option<Answer> = session.read().find(place.answer_id(&request.item))?;
    let answer = answer.filter(|answer| answer.verdict != Verdict::Unverified);
    let answer = answer.ok_or_else(|| ErrorDto::new("answer-missing"))?;
    let grade = match answer.verdict {
        Verdict::Nonconforming => Grade::Minor,
        Verdict::Partial => Grade::Observation,
        _ => Grade::Recommendation,
    };
    let pack = &place.edition.pack;
    let clause = pack.clause(&item.clause).map(|clause| clause.title.clone()).unwrap_or_default();
    let edition = [pack.title.as_str(), &pack.edition].join(" ");
    let criterion =
        session.text("app-criterion", &[("edition", &edition), ("clause", &item.clause), ("title", &clause)]);
    let today = session.today();
    let year_label = fiscal_year_label(place.engagement.fiscal_year);
    session.transact(meta, |tx| {
        let existing = tx.read().list::<Finding>("WHERE answer = ?1", &[&answer.id.as_bytes().as_slice()])?;
        if let Some(finding) = existing.first() {
            return Err(ErrorDto::new("finding-exists").arg("number", &finding.number));
        }
        let id = tx.new_id();
        tx.put(&Finding {
            id,
            number: next_number(tx, place.engagement.fiscal_year, &year_label)?,
            fiscal_year: place.engagement.fiscal_year,
            engagement: place.engagement.id,
            department: place.target.department,
            answer: Some(answer.id),
            item: item.id.clone(),
            grade,
            title: clause.clone(),
            fact: answer.note.clone(),
            criterion: criterion.clone(),
            cause: String::new(),
            risk: String::new(),
            recommendation: String::new(),
            state: FindingState::Draft,
            found_on: answer.seen_on.unwrap_or(today),
        })?;
        Ok(ById { id })
    })
}

/// 令和8年度, or the bare number where no era fits.
fn fiscal_year_label(year: i64) -> String {
    let known = i16::try_from(year).ok().and_then(FiscalYear::new);
    known.map_or_else(|| year.to_string(), FiscalYear::label)
}

/// The next number of a fiscal year, e.g. 令和8年度-003. Numbers are never given twice, so the highest one counts.
fn next_number(tx: &Tx<'_>, fiscal_year: i64, label: &str) -> Result<String> {
    let numbers = tx.read().query("SELECT number FROM finding WHERE fiscal_year = ?1", &[&fiscal_year], |row| {
        Ok(row.get::<_, String>(0)?)
    })?;
    let last = numbers.iter().filter_map(|number| number.rsplit('-').next()?.parse::<u32>().ok()).max();
    Ok(format!("{label}-{:03}", last.unwrap_or(0) + 1))
}

/// Changes the texts of a finding that is not confirmed yet; cause, risk and recommendation until it is ordered.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveFinding) -> Result<Committed<Empty>> {
    let title = required("title", &request.title)?;
    session.transact(meta, |tx| {
        let finding: Finding = tx.read().get(request.id)?;
        let new = Finding {
            grade: request.grade,
            title,
            fact: request.fact.trim_end().to_owned(),
            criterion: request.criterion.trim_end().to_owned(),
            cause: request.cause.trim_end().to_owned(),
            risk: request.risk.trim_end().to_owned(),
            recommendation: request.recommendation.trim_end().to_owned(),
            ..finding.clone()
        };
        let settled = finding.state != FindingState::Draft;
        if settled && (new.fact != finding.fact || new.criterion != finding.criterion || new.grade != finding.grade) {
            return Err(ErrorDto::new("finding-confirmed").at("fact"));
        }
        if !matches!(finding.state, FindingState::Draft | FindingState::Confirmed) && new != finding {
            return Err(ErrorDto::new("finding-ordered").at("title"));
        }
        tx.put(&new)?;
        Ok(Empty {})
    })
}

/// Takes a step of the finding's life within an operation.
fn advance(tx: &mut Tx<'_>, finding: &Finding, action: FindingAction, facts: &Facts) -> Result<()> {
    let state = step(finding.state, action, facts)?;
    Ok(tx.put(&Finding { state, ..finding.clone() })?)
}

/// Confirms a finding.
pub fn confirm(session: &mut Session, meta: OpMeta, request: ConfirmFinding) -> Result<Committed<Empty>> {
    let person = session.person;
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.id)?;
        advance(tx, &life.finding, FindingAction::Confirm, &life.facts(tx.read(), person)?)?;
        Ok(Empty {})
    })
}

/// 改善指示 by the CISO.
pub fn order(session: &mut Session, meta: OpMeta, request: IssueOrder) -> Result<Committed<Empty>> {
    let addressee = required("addressee", &request.addressee)?;
    let body = required("body", &request.body)?;
    if request.due_on < request.ordered_on {
        return Err(ErrorDto::new("refused-due-before-start").at("due_on"));
    }
    let holders = holders_on(session.read(), request.ordered_on)?;
    if !holders.iter().any(|holder| holder.role == Role::Ciso && holder.person == request.ordered_by) {
        return Err(ErrorDto::new("not-the-ciso").at("ordered_by"));
    }
    let person = session.person;
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        advance(tx, &life.finding, FindingAction::Order, &life.facts(tx.read(), person)?)?;
        tx.put(&ImprovementOrder {
            id: tx.new_id(),
            finding: request.finding,
            ordered_on: request.ordered_on,
            due_on: request.due_on,
            ordered_by: request.ordered_by,
            addressee,
            body,
        })?;
        Ok(Empty {})
    })
}

/// Hands an improvement plan in. A plan that was sent back stays on record; the new one stands beside it.
pub fn submit_plan(session: &mut Session, meta: OpMeta, request: SubmitPlan) -> Result<Committed<Empty>> {
    let cause = required("cause", &request.cause)?;
    let corrective = required("corrective", &request.corrective)?;
    let owner = request.owner.ok_or_else(|| ErrorDto::required("owner"))?;
    let start_on = request.start_on.ok_or_else(|| ErrorDto::required("start_on"))?;
    let due_on = request.due_on.ok_or_else(|| ErrorDto::required("due_on"))?;
    let applicant = request.applicant.ok_or_else(|| ErrorDto::required("applicant"))?;
    let today = session.today();
    for (field, person) in [("owner", owner), ("applicant", applicant)] {
        let person: Person = session.read().get(person)?;
        if person.left_on.is_some_and(|left| left < today) {
            return Err(ErrorDto::new("person-left").arg("person", &person.name).at(field));
        }
    }
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        let facts = Facts {
            due_before_start: due_on < start_on,
            applicant: Some(applicant),
            owner: Some(owner),
            ..life.facts(tx.read(), applicant)?
        };
        let refused = |error: ErrorDto| if due_on < start_on { error.at("due_on") } else { error };
        advance(tx, &life.finding, FindingAction::SubmitPlan, &facts).map_err(refused)?;
        tx.put(&ImprovementPlan {
            id: tx.new_id(),
            finding: request.finding,
            cause,
            corrective,
            preventive: request.preventive.trim().to_owned(),
            owner,
            start_on,
            due_on,
            budget: request.budget.trim().to_owned(),
            applicant,
            submitted_on: today,
            approver: None,
            approved_on: None,
            escape_reason: String::new(),
            return_reason: String::new(),
        })?;
        Ok(Empty {})
    })
}

/// Approves a plan, or sends it back. Who applied cannot approve, unless a compelling reason is recorded.
pub fn decide_plan(session: &mut Session, meta: OpMeta, request: DecidePlan) -> Result<Committed<Empty>> {
    let (person, today) = (session.person, session.today());
    let reason = request.reason.trim().to_owned();
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        let facts = Facts { reason: Some(reason.clone()), ..life.facts(tx.read(), person)? };
        let action = if request.approve { FindingAction::ApprovePlan } else { FindingAction::ReturnPlan };
        advance(tx, &life.finding, action, &facts).map_err(|error| error.at("reason"))?;
        let plan = life.plans.last().cloned().ok_or_else(|| ErrorDto::new("refused-incomplete-plan"))?;
        tx.put(&match request.approve {
            true => ImprovementPlan {
                escape_reason: if plan.applicant == person { reason } else { String::new() },
                approver: Some(person),
                approved_on: Some(today),
                ..plan
            },
            false => ImprovementPlan { return_reason: reason, ..plan },
        })?;
        Ok(Empty {})
    })
}

/// 進捗報告.
pub fn report_progress(session: &mut Session, meta: OpMeta, request: ReportProgress) -> Result<Committed<Empty>> {
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
    let person = session.person;
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        advance(tx, &life.finding, FindingAction::ReportProgress, &life.facts(tx.read(), person)?)?;
        tx.put(&Progress {
            id: tx.new_id(),
            finding: request.finding,
            reported_on: request.reported_on,
            percent: request.percent,
            state: request.state,
            note: request.note.trim().to_owned(),
            delay_reason: request.delay_reason.trim().to_owned(),
            next_report_on: request.next_report_on,
            reporter: person,
        })?;
        Ok(Empty {})
    })
}

/// 完了報告, with what shows it.
pub fn report_completion(session: &mut Session, meta: OpMeta, request: ReportCompletion) -> Result<Committed<ById>> {
    let note = required("note", &request.note)?;
    not_in_future("reported_on", request.reported_on, session.today())?;
    let life = Life::of(session.read(), request.finding)?;
    let facts = Facts { completion_evidence: request.evidence.len(), ..life.facts(session.read(), session.person)? };
    // The step is judged before the files are stored, so that a refused report leaves nothing behind.
    step(life.finding.state, FindingAction::ReportCompletion, &facts)
        .map_err(|refusal| ErrorDto::from(refusal).at("evidence"))?;
    let taken = evidence::take_all(session, &request.evidence)?;
    let (person, today) = (session.person, session.today());
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        advance(tx, &life.finding, FindingAction::ReportCompletion, &facts)?;
        let id = tx.new_id();
        tx.put(&Completion { id, finding: request.finding, reported_on: request.reported_on, note, reporter: person })?;
        for one in &taken {
            evidence::record(tx, one, "completion", id, person, today)?;
        }
        Ok(ById { id })
    })
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
    verify(session, meta, request.finding, action, request.verified_on, request.result, comment)
}

/// Opens a closed finding again.
pub fn reopen(session: &mut Session, meta: OpMeta, request: ReopenFinding) -> Result<Committed<Empty>> {
    let reason = required("reason", &request.reason)?;
    let (today, insufficient) = (session.today(), VerificationResult::Insufficient);
    verify(session, meta, request.id, FindingAction::Reopen, today, insufficient, reason)
}

fn verify(
    session: &mut Session,
    meta: OpMeta,
    finding: Id,
    action: FindingAction,
    verified_on: Date,
    result: VerificationResult,
    comment: String,
) -> Result<Committed<Empty>> {
    let person = session.person;
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), finding)?;
        let facts = Facts { reason: Some(comment.clone()), ..life.facts(tx.read(), person)? };
        advance(tx, &life.finding, action, &facts)?;
        tx.put(&Verification { id: tx.new_id(), finding, verified_on, verifier: person, result, comment })?;
        Ok(Empty {})
    })
}

fn not_in_future(field: &str, day: Date, today: Date) -> Result<()> {
    if day > today { Err(ErrorDto::new("date-in-future").at(field)) } else { Ok(()) }
}
