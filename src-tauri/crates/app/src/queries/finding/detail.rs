//! One finding with its whole life.

use super::life::Life;
use super::{days_late, owner_text, unnamed};
use crate::dto::*;
use crate::error::Result;
use crate::queries::exception::{Whose, valid_on};
use crate::queries::grid::Place;
use crate::queries::posts::Posts;
use crate::queries::{evidence, horizontal, journal, plan, workpaper};
use crate::session::Session;
use domain::finding::{Facts, FindingAction, FindingState, actions, step};
use domain::{Id, Keyed};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::row::Reads;
use store::tables::{Answer, Completion, Department, Engagement, Finding, HorizontalCheck, ImprovementPlan, Milestone};

/// One finding with its whole life.
pub fn get(session: &Session, request: ById) -> Result<FindingDetail> {
    let read = session.read();
    let life = Life::of(read, request.id)?;
    let finding = &life.finding;
    let names = session.person_names()?;
    let name = |id: Id| names.get(&id).cloned().unwrap_or_default();
    let engagement: Engagement = read.get(finding.engagement)?;
    let edition = session.edition(engagement.pack_edition)?;
    let question = edition.pack.item(&finding.item).map(|item| item.question.clone()).unwrap_or_default();
    let answer: Option<Answer> = finding.answer.map(|answer| read.find(answer)).transpose()?.flatten();
    let place = answer.as_ref().map(|answer| Place::of(session, answer.target)).transpose()?;
    let completion = |completion: &Completion| {
        Ok(CompletionDto {
            id: completion.id,
            reported_on: completion.reported_on,
            note: completion.note.clone(),
            reporter: name(completion.reporter),
            residual_risk: completion.residual_risk.clone(),
            evidence: evidence::refs(session, completion.id)?,
        })
    };
    let (more_items, departments) = further_items(session, &life)?;
    let posts = Posts::read(read)?;
    let rules = &edition.pack.rules;
    Ok(FindingDetail {
        row: row(session, &life, &posts, &names)?,
        engagement: engagement.id,
        target: answer.as_ref().map(|answer| answer.target),
        item: finding.item.clone(),
        question,
        workpaper: place.and_then(|place| workpaper::number_of(&place, &finding.item)),
        items_open: finding.state == FindingState::Draft && engagement.state.writable(),
        fact: finding.fact.clone(),
        criterion: finding.criterion.clone(),
        cause: finding.cause.clone(),
        risk: finding.risk.clone(),
        recommendation: finding.recommendation.clone(),
        likelihood: finding.likelihood.clone(),
        loss: finding.loss.clone(),
        levels: levels(session)?,
        clause: finding.clause.clone(),
        repeat_of: finding.repeat_of,
        earlier: earlier(read, finding)?,
        more_items,
        departments,
        checks: life.checks.iter().map(check).collect(),
        due_changes: life
            .due_changes
            .iter()
            .map(|one| DueChangeDto {
                id: one.id,
                plan: one.plan,
                old_due_on: one.old_due_on,
                due_on: one.due_on,
                changed_on: one.changed_on,
                approver: name(one.approver),
                reason: one.reason.clone(),
                escape_reason: one.escape_reason.clone(),
            })
            .collect(),
        turns: life
            .turns
            .iter()
            .map(|one| TurnDto {
                id: one.id,
                action: one.action,
                turned_on: one.turned_on,
                person: name(one.person),
                reason: one.reason.clone(),
            })
            .collect(),
        horizontal_need: finding.horizontal_need,
        horizontal: horizontal::rows(session, life.horizontal.clone())?,
        comes_from: comes_from(read, finding.id)?,
        progress_duty: rules.progress_duty,
        cross_order_to: rules.cross_order_to.map(|role| plan::role_name(session, &edition, role)),
        found_on: finding.found_on,
        orders: life
            .orders
            .iter()
            .map(|order| OrderDto {
                id: order.id,
                ordered_on: order.ordered_on,
                due_on: order.due_on,
                ordered_by: name(order.ordered_by),
                addressee: order.addressee.clone(),
                body: order.body.clone(),
                urgent_reason: order.urgent_reason.clone(),
            })
            .collect(),
        plans: life.plans.iter().map(|one| plan_dto(one, &life.milestones, &posts, session.today(), &name)).collect(),
        progress: life
            .progress
            .iter()
            .map(|progress| ProgressDto {
                id: progress.id,
                reported_on: progress.reported_on,
                percent: progress.percent,
                state: progress.state,
                note: progress.note.clone(),
                delay_reason: progress.delay_reason.clone(),
                next_report_on: progress.next_report_on,
                reporter: name(progress.reporter),
            })
            .collect(),
        completions: life.completions.iter().map(completion).collect::<Result<_>>()?,
        verifications: life
            .verifications
            .iter()
            .map(|row| {
                let audit = row.engagement.map(|id| read.find::<Engagement>(id)).transpose()?.flatten();
                Ok(VerificationDto {
                    id: row.id,
                    verified_on: row.verified_on,
                    verifier: name(row.verifier),
                    result: row.result,
                    comment: row.comment.clone(),
                    engagement: row.engagement,
                    engagement_title: audit.map(|audit| audit.title),
                })
            })
            .collect::<Result<_>>()?,
        actions: possible(session, &life)?,
        exceptions: covering(session, finding)?,
        exception: finding.exception,
        evidence: evidence_of(session, finding)?,
        history: history(session, &life)?,
        engagement_title: engagement.title,
    })
}

fn row(session: &Session, life: &Life, posts: &Posts, names: &BTreeMap<Id, String>) -> Result<FindingRow> {
    let read = session.read();
    let finding = &life.finding;
    let due_on = life.due_on();
    let repeated = finding.repeat_of.map(|id| read.find::<Finding>(id)).transpose()?.flatten();
    let check = life.check();
    Ok(FindingRow {
        id: finding.id,
        number: finding.number.clone(),
        fiscal_year: finding.fiscal_year,
        grade: finding.grade,
        title: finding.title.clone(),
        department: finding.department,
        department_name: read.get::<Department>(finding.department)?.name,
        state: finding.state,
        due_on,
        days_late: days_late(finding.state, due_on, session.today()),
        percent: life.progress.last().map(|progress| progress.percent),
        owner: life
            .plan()
            .map(|plan| owner_text(plan.owner_department, &plan.owner_post, plan.owner, posts, names, session.today())),
        next_report_on: life.progress.last().and_then(|progress| progress.next_report_on),
        view: check.and_then(|check| check.view),
        view_due_on: check.filter(|check| check.view.is_none()).map(|check| check.due_on),
        repeat_of: repeated.map(|earlier| earlier.number),
        cross_cutting: finding.cross_cutting,
        urgent: life.orders.iter().any(|order| !order.urgent_reason.is_empty()),
    })
}

/// The levels of risk the office uses.
pub fn levels(session: &Session) -> Result<RiskLevels> {
    let office = session.office()?;
    let lines = |own: &str, key: &str| {
        let text = if own.trim().is_empty() { session.text(key, &[]) } else { own.to_owned() };
        text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    };
    Ok(RiskLevels {
        likelihood: lines(&office.likelihood_levels, "finding-levels-likelihood"),
        loss: lines(&office.loss_levels, "finding-levels-loss"),
    })
}

/// The evidence of the item it came from, and the sheets on it that came back.
fn evidence_of(session: &Session, finding: &Finding) -> Result<Vec<EvidenceRef>> {
    let mut refs = finding.answer.map(|answer| evidence::refs(session, answer)).transpose()?.unwrap_or_default();
    refs.extend(evidence::refs(session, finding.id)?);
    Ok(refs)
}

fn reference(finding: Finding, clause: &str) -> EarlierFinding {
    EarlierFinding {
        id: finding.id,
        same_clause: !clause.is_empty() && finding.clause == clause,
        number: finding.number,
        title: finding.title,
        state: finding.state,
    }
}

/// Earlier findings on the same clause or topic in the same department, the newest first.
pub fn earlier(read: Reads<'_>, finding: &Finding) -> Result<Vec<EarlierFinding>> {
    let sql = "WHERE department = ?1 AND id <> ?2 AND fiscal_year < ?3 AND grade <> 'good_practice'
               AND ((clause <> '' AND clause = ?4) OR (topic <> '' AND topic = ?5))
               ORDER BY clause = ?4 DESC, fiscal_year DESC, number DESC LIMIT 10";
    let rows = read.list::<Finding>(
        sql,
        &[
            &finding.department.as_bytes().as_slice(),
            &finding.id.as_bytes().as_slice(),
            &finding.fiscal_year,
            &finding.clause,
            &finding.topic,
        ],
    )?;
    Ok(rows.into_iter().map(|row| reference(row, &finding.clause)).collect())
}

/// The finding whose 横展開 led to this one.
fn comes_from(read: Reads<'_>, finding: Id) -> Result<Option<EarlierFinding>> {
    let checks = read.list::<HorizontalCheck>("WHERE own_finding = ?1", &[&finding.as_bytes().as_slice()])?;
    let Some(check) = checks.first() else { return Ok(None) };
    Ok(read.find::<Finding>(check.finding)?.map(|from| reference(from, "")))
}

/// The further items, and the departments they belong to beside the finding's own.
fn further_items(session: &Session, life: &Life) -> Result<(Vec<FindingItemDto>, Vec<String>)> {
    let read = session.read();
    let mut departments = BTreeSet::new();
    let mut items = Vec::new();
    for one in &life.items {
        let place = Place::of(session, one.target)?;
        let question = place.edition.pack.item(&one.item).map(|item| item.question.clone()).unwrap_or_default();
        if place.target.department != life.finding.department {
            departments.insert(read.get::<Department>(place.target.department)?.name);
        }
        items.push(FindingItemDto {
            target: one.target,
            target_name: place.name(session)?,
            item: one.item.clone(),
            question,
            workpaper: workpaper::number_of(&place, &one.item),
        });
    }
    Ok((items, departments.into_iter().collect()))
}

/// The exceptions that somebody permitted and that cover a finding today.
pub fn covering(session: &Session, finding: &Finding) -> Result<Vec<ExceptionRef>> {
    let whose = Whose { department: finding.department, subject: None };
    let mut covering = Vec::new();
    for one in valid_on(session, whose, session.today())? {
        if one.covers(&finding.item) && !one.undecided() {
            covering.push(one.reference(session)?);
        }
    }
    Ok(covering)
}

/// What can be done now by whoever is at the screen, and why not where it cannot. What the form asks for is taken as
/// given.
fn possible(session: &Session, life: &Life) -> Result<Vec<ActionDto>> {
    use FindingAction as A;
    let facts = Facts {
        exception_valid: !covering(session, &life.finding)?.is_empty(),
        ..life.facts(session.read(), session.person, session.today())?
    };
    let mut list = Vec::new();
    for action in actions(life.finding.state) {
        let asks_reason = matches!(
            action,
            A::OrderUrgently
                | A::WithdrawCheck
                | A::ReturnPlan
                | A::ChangeDue
                | A::VerifyInsufficient
                | A::Reopen
                | A::Resume
        ) || (action == A::Confirm && facts.view.is_some_and(domain::finding::FactView::disputes));
        let with_form = Facts {
            reason: asks_reason.then(|| "…".to_owned()),
            view: if action == A::RecordView { Some(domain::finding::FactView::Agreed) } else { facts.view },
            completion_evidence: if action == A::ReportCompletion { 1 } else { facts.completion_evidence },
            ..facts.clone()
        };
        match step(life.finding.state, action, &with_form) {
            Ok(_) => list.push(ActionDto { action, refusal: None }),
            // A row for another case is no step of this finding.
            Err(domain::finding::Refusal::WrongState | domain::finding::Refusal::OrderedAlready) => {}
            // Nobody looks for an exception that does not exist.
            Err(domain::finding::Refusal::NoValidException) => {}
            Err(refusal) => list.push(ActionDto { action, refusal: Some(format!("refused-{}", refusal.key())) }),
        }
    }
    Ok(list)
}

fn check(one: &store::tables::FactCheck) -> FactCheckDto {
    FactCheckDto {
        id: one.id,
        sent_on: one.sent_on,
        due_on: one.due_on,
        means: one.means.clone(),
        view: one.view,
        view_text: one.view_text.clone(),
        answered_by: one.answered_by.clone(),
        answered_on: one.answered_on,
        reply: one.reply.clone(),
        withdrawn_reason: one.withdrawn_reason.clone(),
    }
}

fn plan_dto(
    plan: &ImprovementPlan,
    milestones: &[Milestone],
    posts: &Posts,
    today: Date,
    name: &impl Fn(Id) -> String,
) -> PlanDto {
    let holders = posts.holders(&(plan.owner_department, plan.owner_post.clone()), today);
    // A post that an earlier record names and nobody holds here need not be one of this office's.
    let foreign = plan.owner == unnamed() && holders.is_empty();
    let moved = !plan.owner_post.is_empty() && !holders.contains(&plan.owner) && !foreign;
    let own = milestones.iter().filter(|one| one.plan == plan.id);
    PlanDto {
        id: plan.id,
        cause: plan.cause.clone(),
        corrective: plan.corrective.clone(),
        preventive: plan.preventive.clone(),
        owner: plan.owner,
        owner_name: name(plan.owner),
        owner_department: plan.owner_department,
        owner_post: plan.owner_post.clone(),
        owner_now: moved.then(|| holders.iter().map(|&id| name(id)).collect::<Vec<_>>().join("、")),
        milestones: own
            .map(|one| MilestoneDto { id: one.id, due_on: one.due_on, what: one.what.clone(), done_on: one.done_on })
            .collect(),
        start_on: plan.start_on,
        due_on: plan.due_on,
        budget: plan.budget.clone(),
        applicant: plan.applicant,
        applicant_name: name(plan.applicant),
        submitted_on: plan.submitted_on,
        approver_name: plan.approver.map(name),
        approved_on: plan.approved_on,
        escape_reason: plan.escape_reason.clone(),
        return_reason: plan.return_reason.clone(),
        owners: std::iter::once(plan.owner).chain(holders).collect(),
    }
}

/// Everything that happened to a finding and what belongs to it or ever belonged: what was taken back is no longer a
/// row, and still happened.
fn history(session: &Session, life: &Life) -> Result<Vec<HistoryEntry>> {
    let mut ids = session.read().rows_of_finding(life.finding.id)?;
    ids.push(life.finding.id);
    journal::history_of(session, &ids)
}
