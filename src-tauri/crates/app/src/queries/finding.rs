//! Findings: lists, one with its whole life, and what can be done with it now.

use super::{evidence, journal};
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::finding::{Facts, FindingAction, FindingState, actions, step};
use domain::{Id, Keyed};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::row::{Reads, Row};
use store::tables::{
    Answer, Completion, Department, Engagement, Finding, ImprovementOrder, ImprovementPlan, Progress, Verification,
};

/// Everything that belongs to one finding.
pub struct Life {
    /// The finding.
    pub finding: Finding,
    /// Its orders, the oldest first.
    pub orders: Vec<ImprovementOrder>,
    /// Its plans, the newest last.
    pub plans: Vec<ImprovementPlan>,
    /// Its progress reports.
    pub progress: Vec<Progress>,
    /// Its completion reports.
    pub completions: Vec<Completion>,
    /// Its verifications.
    pub verifications: Vec<Verification>,
}

impl Life {
    /// The life of one finding.
    pub fn of(read: Reads<'_>, id: Id) -> Result<Life> {
        Ok(Life {
            finding: read.get(id)?,
            orders: belonging(read, id)?,
            plans: belonging(read, id)?,
            progress: belonging(read, id)?,
            completions: belonging(read, id)?,
            verifications: belonging(read, id)?,
        })
    }

    /// The due date in force: the approved or submitted plan's, else the order's.
    pub fn due_on(&self) -> Option<Date> {
        self.plans.last().map(|plan| plan.due_on).or(self.orders.last().map(|order| order.due_on))
    }

    /// How many pieces of evidence the last completion report has.
    pub fn completion_evidence(&self, read: Reads<'_>) -> Result<usize> {
        let Some(last) = self.completions.last() else { return Ok(0) };
        let sql = "SELECT count(*) FROM evidence_link WHERE owner = ?1";
        Ok(usize::try_from(read.number(sql, &[&last.id.as_bytes().as_slice()])?).unwrap_or(0))
    }

    /// What a step by this person is judged on. What a form still has to say is taken as said.
    pub fn facts(&self, read: Reads<'_>, actor: Id) -> Result<Facts> {
        let plan = self.plans.last();
        Ok(Facts {
            grade: Some(self.finding.grade),
            finding_complete: ![&self.finding.fact, &self.finding.criterion].iter().any(|text| text.trim().is_empty()),
            plan_complete: true,
            due_before_start: false,
            actor: Some(actor),
            applicant: plan.map(|plan| plan.applicant),
            owner: plan.map(|plan| plan.owner),
            completion_evidence: self.completion_evidence(read)?,
            reason: None,
        })
    }
}

fn belonging<T: Row>(read: Reads<'_>, finding: Id) -> Result<Vec<T>> {
    Ok(read.list("WHERE finding = ?1 ORDER BY id", &[&finding.as_bytes().as_slice()])?)
}

/// Days past the due date, if the finding is not closed; negative: days left.
pub fn days_late(state: FindingState, due_on: Option<Date>, today: Date) -> Option<i64> {
    let due_on = due_on.filter(|_| state != FindingState::Closed)?;
    due_on.until(today).ok().map(|span| i64::from(span.get_days()))
}

/// Findings, the newest number last.
pub fn list(session: &Session, request: FindingQuery) -> Result<Vec<FindingRow>> {
    let read = session.read();
    let all = read.list::<Finding>("ORDER BY fiscal_year, number", &[])?;
    let orders = latest::<ImprovementOrder>(read, |order| order.finding)?;
    let plans = latest::<ImprovementPlan>(read, |plan| plan.finding)?;
    let progress = latest::<Progress>(read, |progress| progress.finding)?;
    let departments: BTreeMap<Id, String> = read.all::<Department>()?.into_iter().map(|d| (d.id, d.name)).collect();
    let names = session.person_names()?;
    let today = session.today();
    let wanted = |finding: &Finding| {
        request.fiscal_year.is_none_or(|year| finding.fiscal_year == year)
            && !(request.open && finding.state == FindingState::Closed)
    };
    let row = |finding: Finding| {
        let plan = plans.get(&finding.id);
        let due_on = plan.map(|plan| plan.due_on).or(orders.get(&finding.id).map(|order| order.due_on));
        FindingRow {
            days_late: days_late(finding.state, due_on, today),
            due_on,
            percent: progress.get(&finding.id).map(|progress| progress.percent),
            owner: plan.and_then(|plan| names.get(&plan.owner).cloned()),
            department_name: departments.get(&finding.department).cloned().unwrap_or_default(),
            id: finding.id,
            number: finding.number,
            fiscal_year: finding.fiscal_year,
            grade: finding.grade,
            title: finding.title,
            department: finding.department,
            state: finding.state,
        }
    };
    Ok(all.into_iter().filter(wanted).map(row).collect())
}

/// The newest row per finding.
fn latest<T: Row>(read: Reads<'_>, finding: impl Fn(&T) -> Id) -> Result<BTreeMap<Id, T>> {
    Ok(read.all::<T>()?.into_iter().map(|row| (finding(&row), row)).collect())
}

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
    let department: Department = read.get(finding.department)?;
    let due_on = life.due_on();
    let row = FindingRow {
        id: finding.id,
        number: finding.number.clone(),
        fiscal_year: finding.fiscal_year,
        grade: finding.grade,
        title: finding.title.clone(),
        department: finding.department,
        department_name: department.name,
        state: finding.state,
        due_on,
        days_late: days_late(finding.state, due_on, session.today()),
        percent: life.progress.last().map(|progress| progress.percent),
        owner: life.plans.last().map(|plan| name(plan.owner)),
    };
    let completion = |completion: &Completion| {
        Ok(CompletionDto {
            id: completion.id,
            reported_on: completion.reported_on,
            note: completion.note.clone(),
            reporter: name(completion.reporter),
            evidence: evidence::refs(session, completion.id)?,
        })
    };
    Ok(FindingDetail {
        row,
        engagement: engagement.id,
        engagement_title: engagement.title,
        target: answer.as_ref().map(|answer| answer.target),
        item: finding.item.clone(),
        question,
        fact: finding.fact.clone(),
        criterion: finding.criterion.clone(),
        cause: finding.cause.clone(),
        risk: finding.risk.clone(),
        recommendation: finding.recommendation.clone(),
        found_on: finding.found_on,
        orders: life.orders.iter().map(|order| order_dto(order, &name)).collect(),
        plans: life.plans.iter().map(|plan| plan_dto(plan, &name)).collect(),
        progress: life.progress.iter().map(|progress| progress_dto(progress, &name)).collect(),
        completions: life.completions.iter().map(completion).collect::<Result<_>>()?,
        verifications: life.verifications.iter().map(|row| verification_dto(row, &name)).collect(),
        evidence: finding.answer.map(|answer| evidence::refs(session, answer)).transpose()?.unwrap_or_default(),
        actions: possible(read, &life, session.person)?,
        history: history(session, &life)?,
    })
}

/// What can be done now by a person, and why not where it cannot. Reasons, which the form asks for, are taken as given.
fn possible(read: Reads<'_>, life: &Life, person: Id) -> Result<Vec<ActionDto>> {
    let mut facts = life.facts(read, person)?;
    let given = |action: FindingAction| match action {
        // The form for these asks for a reason, and for evidence; what it will say is not known yet.
        FindingAction::ReturnPlan | FindingAction::VerifyInsufficient | FindingAction::Reopen => Some("…".to_owned()),
        _ => None,
    };
    let mut list = Vec::new();
    for action in actions(life.finding.state) {
        facts.reason = given(action);
        let with_form = Facts {
            completion_evidence: if action == FindingAction::ReportCompletion { 1 } else { facts.completion_evidence },
            ..facts.clone()
        };
        let refusal = step(life.finding.state, action, &with_form).err();
        let refusal = refusal.map(|refusal| format!("refused-{}", refusal.key()));
        list.push(ActionDto { action, refusal });
    }
    Ok(list)
}

fn order_dto(order: &ImprovementOrder, name: &impl Fn(Id) -> String) -> OrderDto {
    OrderDto {
        id: order.id,
        ordered_on: order.ordered_on,
        due_on: order.due_on,
        ordered_by: name(order.ordered_by),
        addressee: order.addressee.clone(),
        body: order.body.clone(),
    }
}

fn plan_dto(plan: &ImprovementPlan, name: &impl Fn(Id) -> String) -> PlanDto {
    PlanDto {
        id: plan.id,
        cause: plan.cause.clone(),
        corrective: plan.corrective.clone(),
        preventive: plan.preventive.clone(),
        owner: plan.owner,
        owner_name: name(plan.owner),
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
    }
}

fn progress_dto(progress: &Progress, name: &impl Fn(Id) -> String) -> ProgressDto {
    ProgressDto {
        id: progress.id,
        reported_on: progress.reported_on,
        percent: progress.percent,
        state: progress.state,
        note: progress.note.clone(),
        delay_reason: progress.delay_reason.clone(),
        next_report_on: progress.next_report_on,
        reporter: name(progress.reporter),
    }
}

fn verification_dto(row: &Verification, name: &impl Fn(Id) -> String) -> VerificationDto {
    VerificationDto {
        id: row.id,
        verified_on: row.verified_on,
        verifier: name(row.verifier),
        result: row.result,
        comment: row.comment.clone(),
    }
}

/// Everything that happened to a finding and what belongs to it.
fn history(session: &Session, life: &Life) -> Result<Vec<HistoryEntry>> {
    let mut ids = vec![life.finding.id];
    ids.extend(life.orders.iter().map(|row| row.id));
    ids.extend(life.plans.iter().map(|row| row.id));
    ids.extend(life.progress.iter().map(|row| row.id));
    ids.extend(life.completions.iter().map(|row| row.id));
    ids.extend(life.verifications.iter().map(|row| row.id));
    journal::history_of(session, &ids)
}
