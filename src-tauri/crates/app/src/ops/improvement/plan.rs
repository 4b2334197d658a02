//! 改善計画: handed in, decided, and moved to another day.

use super::{Step, advance, lifted_at, present, running};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::finding::Life;
use crate::queries::posts::Posts;
use crate::session::Session;
use domain::Id;
use domain::finding::{Facts, FindingAction, Refusal};
use jiff::civil::Date;
use store::tables::{DueChange, ImprovementPlan, Milestone};
use store::{Committed, OpMeta};

/// Hands an improvement plan in. A plan that was sent back stays on record; the new one stands beside it.
pub fn submit_plan(session: &mut Session, meta: OpMeta, request: SubmitPlan) -> Result<Committed<Empty>> {
    let step = submission(session, request)?;
    session.transact(meta, step)
}

/// The step of a plan that is handed in.
pub(in crate::ops) fn submission(session: &Session, request: SubmitPlan) -> Result<Step> {
    let cause = required("cause", &request.cause)?;
    let corrective = required("corrective", &request.corrective)?;
    let today = session.today();
    let owner = owner(session, &request, today)?;
    let start_on = request.start_on.ok_or_else(|| ErrorDto::required("start_on"))?;
    let due_on = request.due_on.ok_or_else(|| ErrorDto::required("due_on"))?;
    let applicant = request.applicant.ok_or_else(|| ErrorDto::required("applicant"))?;
    present(session, "applicant", applicant, today)?;
    let milestones = milestones(&request.milestones, start_on, due_on)?;
    Ok(Box::new(move |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        let facts = Facts { due_before_start: due_on < start_on, ..life.facts(tx.read(), applicant, today)? };
        let refused = |error: ErrorDto| if due_on < start_on { error.at("due_on") } else { error };
        advance(tx, &life.finding, FindingAction::SubmitPlan, &facts).map_err(refused)?;
        let plan = tx.new_id();
        tx.put(&ImprovementPlan {
            id: plan,
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
            owner_department: request.owner_department.filter(|_| !request.owner_post.trim().is_empty()),
            owner_post: request.owner_post.trim().to_owned(),
        })?;
        for (due_on, what) in milestones {
            tx.put(&Milestone { id: tx.new_id(), finding: request.finding, plan, due_on, what, done_on: None })?;
        }
        Ok(Empty {})
    }))
}

/// Who answers for the plan now: the holder of the post, or the person who is named.
fn owner(session: &Session, request: &SubmitPlan, today: Date) -> Result<Id> {
    let post = request.owner_post.trim();
    if post.is_empty() {
        let owner = request.owner.ok_or_else(|| ErrorDto::required("owner"))?;
        return Ok(present(session, "owner", owner, today)?.id);
    }
    if let Some(department) = request.owner_department {
        running(session, "owner", department, today)?;
    }
    let holders = Posts::read(session.read())?.holders(&(request.owner_department, post.to_owned()), today);
    // Of several in one post the person who was named counts.
    let named = request.owner.filter(|owner| holders.contains(owner));
    named.or(holders.first().copied()).ok_or_else(|| ErrorDto::new("post-vacant").arg("post", post).at("owner"))
}

fn milestones(asked: &[NewMilestone], start_on: Date, due_on: Date) -> Result<Vec<(Date, String)>> {
    let mut list = Vec::new();
    for (n, one) in asked.iter().enumerate() {
        let what = one.what.trim();
        match one.due_on {
            None if what.is_empty() => {}
            None => return Err(ErrorDto::required(&format!("milestones.{n}.due_on"))),
            Some(_) if what.is_empty() => return Err(ErrorDto::required(&format!("milestones.{n}.what"))),
            Some(day) if day < start_on || day > due_on => {
                return Err(ErrorDto::new("milestone-outside").at(&format!("milestones.{n}.due_on")));
            }
            Some(day) => list.push((day, what.to_owned())),
        }
    }
    list.sort();
    Ok(list)
}

/// Approves a plan, or sends it back. Who applied cannot approve, unless a compelling reason is recorded.
pub fn decide_plan(session: &mut Session, meta: OpMeta, request: DecidePlan) -> Result<Committed<Empty>> {
    let today = session.today();
    let approver = request.approver.unwrap_or(session.person);
    present(session, "approver", approver, today)?;
    let reason = request.reason.trim().to_owned();
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        let (given, escape) = (Some(reason.clone()), Some(reason.clone()));
        let facts = Facts { reason: given, escape_reason: escape, ..life.facts(tx.read(), approver, today)? };
        let action = if request.approve { FindingAction::ApprovePlan } else { FindingAction::ReturnPlan };
        let by_reason = [Refusal::ReasonMissing, Refusal::ApproverIsApplicant, Refusal::ApproverIsOwner];
        advance(tx, &life.finding, action, &facts).map_err(|error| lifted_at(error, &by_reason, "reason"))?;
        let own = is_own(&facts);
        let plan = life.plan().cloned().ok_or_else(|| ErrorDto::new("refused-incomplete-plan"))?;
        tx.put(&match request.approve {
            true => ImprovementPlan {
                escape_reason: if own { reason } else { String::new() },
                approver: Some(approver),
                approved_on: Some(today),
                ..plan
            },
            false => ImprovementPlan { return_reason: reason, ..plan },
        })?;
        Ok(Empty {})
    })
}

/// Whether whoever approves is tied to the plan, so that it has to be on record why nobody else could.
fn is_own(facts: &Facts) -> bool {
    facts.actor.is_some_and(|actor| facts.applicant == Some(actor) || facts.owners.contains(&actor))
}

/// Moves the due date of the plan in force; the old one and the reason stay. Who agrees is as independent of the plan as
/// who approves one.
pub fn change_due(session: &mut Session, meta: OpMeta, request: ChangeDue) -> Result<Committed<Empty>> {
    let due_on = request.due_on.ok_or_else(|| ErrorDto::required("due_on"))?;
    let reason = required("reason", &request.reason)?;
    let escape_reason = request.escape_reason.trim().to_owned();
    let today = session.today();
    let approver = request.approver.unwrap_or(session.person);
    present(session, "approver", approver, today)?;
    session.transact(meta, |tx| {
        let life = Life::of(tx.read(), request.finding)?;
        let facts = Facts {
            escape_reason: Some(escape_reason.clone()),
            due_before_start: life.plan().is_some_and(|plan| due_on < plan.start_on),
            due_unchanged: life.plan().is_some_and(|plan| due_on == plan.due_on),
            reason: Some(reason.clone()),
            ..life.facts(tx.read(), approver, today)?
        };
        advance(tx, &life.finding, FindingAction::ChangeDue, &facts)
            .map_err(|error| lifted_at(error, &[Refusal::DueBeforeStart, Refusal::DueUnchanged], "due_on"))
            .map_err(|error| {
                lifted_at(error, &[Refusal::ApproverIsApplicant, Refusal::ApproverIsOwner], "escape_reason")
            })?;
        let plan = life.plan().cloned().ok_or_else(|| ErrorDto::new("refused-incomplete-plan"))?;
        tx.put(&DueChange {
            id: tx.new_id(),
            finding: request.finding,
            plan: plan.id,
            old_due_on: plan.due_on,
            due_on,
            changed_on: today,
            approver,
            reason,
            escape_reason: if is_own(&facts) { escape_reason } else { String::new() },
        })?;
        tx.put(&ImprovementPlan { due_on, ..plan })?;
        Ok(Empty {})
    })
}
