//! Making 中期計画 and 年度計画, and taking them through their gate.

mod paper;

use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::ops::engagement::use_edition;
use crate::queries::plan::plan_of;
use crate::queries::{pack, years::mid_term_of};
use crate::session::Session;
use domain::Id;
use domain::audit_plan::{AuditMode, AuditPlanKind, AuditPlanState, AuditPlanStep, after};
use domain::kinds::Manner;
use store::tables::{AuditPlan, AuditPlanEntry, Department, EngagementPlan, EngagementTarget, Subject};
use store::{Committed, OpMeta, Tx};

pub(super) use paper::role_line;
pub use paper::{export, name};

/// No plan is for more years than this.
const MOST_YEARS: i64 = 10;

/// Adds or changes a plan. A new plan of one year begins with what the plan of several years says of it.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveAuditPlan) -> Result<Committed<ById>> {
    let title = required("title", &request.title)?;
    let until_year = match request.kind {
        AuditPlanKind::MidTerm => request.until_year,
        AuditPlanKind::Annual => request.from_year,
    };
    if !(1900..=2200).contains(&request.from_year) {
        return Err(ErrorDto::new("bad-year").at("from_year"));
    }
    if !(request.from_year..request.from_year + MOST_YEARS).contains(&until_year) {
        return Err(ErrorDto::new("plan-years").arg("most", MOST_YEARS).at("until_year"));
    }
    let edition = match request.id {
        Some(_) => None,
        None if request.pack_hash.is_empty() => return Err(ErrorDto::required("pack_hash")),
        None => Some(pack::by_hash(session, &request.pack_hash)?),
    };
    session.transact(meta, |tx| {
        let plans = tx.read().all::<AuditPlan>()?;
        let (theme, policy) = (request.theme.trim().to_owned(), request.policy.trim().to_owned());
        let (from_year, kind) = (request.from_year, request.kind);
        let plan = match (request.id, edition) {
            (Some(id), _) => {
                let known = draft(tx, id)?;
                AuditPlan { title, from_year, until_year, theme, policy, ..known }
            }
            (None, Some(edition)) => AuditPlan {
                id: tx.new_id(),
                kind,
                title,
                from_year,
                until_year,
                edition: 1,
                replaces: None,
                pack_edition: use_edition(tx, &edition)?,
                state: AuditPlanState::Draft,
                theme,
                policy,
                gate_on: None,
                gate_reason: String::new(),
            },
            (None, None) => return Err(ErrorDto::required("pack_hash")),
        };
        if let Some(other) = plans.iter().find(|other| stands_for_the_same(other, &plan)) {
            return Err(ErrorDto::new("plan-exists").arg("title", &other.title).at("from_year"));
        }
        tx.put(&plan)?;
        for entry in entries(tx, plan.id)? {
            if !(plan.from_year..=plan.until_year).contains(&entry.fiscal_year) {
                tx.delete::<AuditPlanEntry>(entry.id)?;
            }
        }
        if request.id.is_none()
            && kind == AuditPlanKind::Annual
            && let Some(whole) = mid_term_of(&plans, from_year)
        {
            for entry in entries(tx, whole.id)?.into_iter().filter(|entry| entry.fiscal_year == from_year) {
                put(tx, plan.id, &entry, entry.mode, entry.note.clone())?;
            }
        }
        Ok(ById { id: plan.id })
    })
}

/// Whether another live plan is for one of the same years, and is no edition of this one.
fn stands_for_the_same(other: &AuditPlan, plan: &AuditPlan) -> bool {
    other.id != plan.id
        && other.kind == plan.kind
        && other.state.is_live()
        && plan.replaces != Some(other.id)
        && other.replaces != Some(plan.id)
        && other.from_year <= plan.until_year
        && plan.from_year <= other.until_year
}

/// A plan that may be edited.
fn draft(tx: &Tx<'_>, id: Id) -> Result<AuditPlan> {
    let plan: AuditPlan = tx.read().get(id)?;
    if plan.state.is_draft() { Ok(plan) } else { Err(ErrorDto::new("plan-not-draft").arg("title", &plan.title)) }
}

fn entries(tx: &Tx<'_>, plan: Id) -> Result<Vec<AuditPlanEntry>> {
    Ok(tx.read().list("WHERE plan = ?1", &[&plan.as_bytes().as_slice()])?)
}

/// Plans audits, or takes them out of a plan.
pub fn mark(session: &mut Session, meta: OpMeta, request: MarkAuditPlan) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        let plan = draft(tx, request.id)?;
        for cell in &request.cells {
            if !(plan.from_year..=plan.until_year).contains(&cell.fiscal_year) {
                return Err(ErrorDto::new("bad-year").at("cells"));
            }
            tx.read().get::<Department>(cell.department)?;
            if let Some(subject) = cell.subject
                && tx.read().get::<Subject>(subject)?.department != cell.department
            {
                return Err(ErrorDto::new("bad-request").arg("detail", subject).at("cells"));
            }
            let id = entry_id(plan.id, cell.department, cell.subject, cell.fiscal_year);
            let known = tx.read().find::<AuditPlanEntry>(id)?;
            match request.mode {
                None => tx.delete::<AuditPlanEntry>(id)?,
                Some(mode) => {
                    let note = request.note.as_ref().map(|note| note.trim().to_owned());
                    let note = note.unwrap_or_else(|| known.map(|entry| entry.note).unwrap_or_default());
                    let PlannedYear { department, subject, fiscal_year } = *cell;
                    tx.put(&AuditPlanEntry { id, plan: plan.id, department, subject, fiscal_year, mode, note })?;
                }
            }
        }
        Ok(Empty {})
    })
}

fn entry_id(plan: Id, department: Id, subject: Option<Id>, year: i64) -> Id {
    let target = subject.unwrap_or(department).to_string();
    Id::natural("audit_plan_entry", &[&plan.to_string(), &target, &year.to_string()])
}

/// The same entry in another plan.
fn put(tx: &mut Tx<'_>, plan: Id, like: &AuditPlanEntry, mode: AuditMode, note: String) -> Result<()> {
    let id = entry_id(plan, like.department, like.subject, like.fiscal_year);
    Ok(tx.put(&AuditPlanEntry { id, plan, mode, note, ..like.clone() })?)
}

/// Takes a step with a plan: puts it forward, takes it through its gate, revises or abolishes it. Gives the plan that
/// is to be looked at then.
pub fn step(session: &mut Session, meta: OpMeta, request: StepAuditPlan) -> Result<Committed<ById>> {
    let plan: AuditPlan = session.read().get(request.id)?;
    let gate = session.edition(plan.pack_edition)?.pack.rules.plan_gate;
    let refused = || ErrorDto::new("plan-step").arg("title", &plan.title);
    let state = after(plan.state, request.step, gate.act).ok_or_else(refused)?;
    let today = session.today();
    session.transact(meta, |tx| {
        match request.step {
            AuditPlanStep::Pass => {
                let reason = request.gate_reason.trim().to_owned();
                match request.gate_on {
                    None if reason.is_empty() => return Err(ErrorDto::new("gate-missing").at("gate_on")),
                    Some(day) if day > today => return Err(ErrorDto::new("date-in-future").at("gate_on")),
                    // Followed before its gate, for a reason that is kept: it goes on waiting.
                    None => tx.put(&AuditPlan { gate_reason: reason, ..plan.clone() })?,
                    Some(day) => {
                        let gate_reason = if reason.is_empty() { plan.gate_reason.clone() } else { reason };
                        tx.put(&AuditPlan { state, gate_on: Some(day), gate_reason, ..plan.clone() })?;
                        if let Some(before) = plan.replaces {
                            let before: AuditPlan = tx.read().get(before)?;
                            tx.put(&AuditPlan { state: AuditPlanState::Revised, ..before })?;
                        }
                    }
                }
            }
            AuditPlanStep::Revise => return revise(tx, &plan),
            AuditPlanStep::Abolish if plan.state.is_draft() => {
                // Nobody has seen it yet: it goes without a trace but the journal's.
                for entry in entries(tx, plan.id)? {
                    tx.delete::<AuditPlanEntry>(entry.id)?;
                }
                tx.delete::<AuditPlan>(plan.id)?;
            }
            AuditPlanStep::Submit if entries(tx, plan.id)?.is_empty() => {
                return Err(ErrorDto::new("plan-empty").arg("title", &plan.title));
            }
            AuditPlanStep::Submit | AuditPlanStep::Withdraw | AuditPlanStep::Abolish => {
                tx.put(&AuditPlan { state, ..plan.clone() })?;
            }
        }
        Ok(ById { id: plan.id })
    })
}

/// A draft of the next edition, with everything that stands in this one.
fn revise(tx: &mut Tx<'_>, plan: &AuditPlan) -> Result<ById> {
    let made = tx.read().list::<AuditPlan>("WHERE replaces = ?1", &[&plan.id.as_bytes().as_slice()])?;
    if let Some(other) = made.iter().find(|other| other.state.is_live()) {
        return Err(ErrorDto::new("plan-exists").arg("title", &other.title));
    }
    let next = AuditPlan {
        id: tx.new_id(),
        edition: plan.edition + 1,
        replaces: Some(plan.id),
        state: AuditPlanState::Draft,
        gate_on: None,
        gate_reason: String::new(),
        ..plan.clone()
    };
    tx.put(&next)?;
    for entry in entries(tx, plan.id)? {
        put(tx, next.id, &entry, entry.mode, entry.note.clone())?;
    }
    Ok(ById { id: next.id })
}

/// What the plan of the year says of the targets of a new audit begins the plan of that audit: the theme, why they were
/// chosen, and 書面監査 where nothing else is planned. A plan in force comes before a draft.
pub(super) fn begin_plan(tx: &mut Tx<'_>, engagement: Id, year: i64) -> Result<()> {
    let mut plans = tx.read().list::<AuditPlan>("WHERE from_year = ?1", &[&year])?;
    plans.retain(|plan| plan.kind == AuditPlanKind::Annual && plan.state.is_live());
    let Some(plan) = plans.into_iter().max_by_key(|plan| (plan.state.is_in_force(), plan.edition, plan.id)) else {
        return Ok(());
    };
    let targets = tx.read().list::<EngagementTarget>("WHERE engagement = ?1", &[&engagement.as_bytes().as_slice()])?;
    let mut planned = entries(tx, plan.id)?;
    planned.retain(|one| targets.iter().any(|of| (of.department, of.subject) == (one.department, one.subject)));
    if planned.is_empty() {
        return Ok(());
    }
    let desk = planned.iter().all(|entry| entry.mode == AuditMode::Desk);
    let mut reasons: Vec<String> =
        planned.into_iter().map(|entry| entry.note).filter(|note| !note.is_empty()).collect();
    reasons.dedup();
    let manner = if desk { Manner::Desk } else { Manner::OnSite };
    let begun = plan_of(tx.read(), engagement)?;
    Ok(tx.put(&EngagementPlan { manner, theme: plan.theme, reason: reasons.join("\n"), ..begun })?)
}
