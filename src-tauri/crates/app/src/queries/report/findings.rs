//! The findings of the year with their whole life.

use super::Facts;
use super::annex::Annex;
use crate::error::Result;
use crate::queries::finding::Life;
use domain::Id;
use report::model::{Approval, DepartmentView, Order, Plan, Progress, Verification};
use std::collections::BTreeMap;
use store::tables::{FactCheck, Finding, ImprovementPlan};

/// The findings of the year in the order of their numbers.
pub(super) fn of(facts: &Facts<'_>, annex: &Annex) -> Result<Vec<report::model::Finding>> {
    let departments: BTreeMap<Id, &str> = facts.departments.iter().map(|row| (row.id, row.name.as_str())).collect();
    let rows = facts.findings()?;
    let one = |row: Finding| {
        let life = Life::of(facts.read, row.id)?;
        let department = departments.get(&row.department).copied().unwrap_or_default();
        Ok(finding(facts, annex, &life, department))
    };
    rows.into_iter().map(one).collect()
}

fn finding(facts: &Facts<'_>, annex: &Annex, life: &Life, department: &str) -> report::model::Finding {
    let row = &life.finding;
    let mut evidence = row.answer.map(|answer| annex.numbers(answer)).unwrap_or_default();
    evidence.extend(life.completions.iter().flat_map(|completion| annex.numbers(completion.id)));
    evidence.sort();
    evidence.dedup();
    let order = life.orders.last().map(|order| Order {
        date: order.ordered_on,
        due: Some(order.due_on),
        text: facts.text("app-report-order", &[("addressee", &order.addressee), ("body", &order.body)]),
    });
    // A plan that was sent back is in force no longer.
    let plan = life.plans.iter().rev().find(|plan| plan.return_reason.is_empty());
    let mut progress: Vec<Progress> = life.progress.iter().map(|row| report_of(facts, row)).collect();
    progress.sort_by_key(|progress| progress.date);
    report::model::Finding {
        number: row.number.clone(),
        grade: row.grade,
        title: row.title.clone(),
        department: department.to_owned(),
        fact: row.fact.clone(),
        criterion: row.criterion.clone(),
        cause: row.cause.clone(),
        risk: row.risk.clone(),
        recommendation: row.recommendation.clone(),
        view: life.checks.iter().rev().find_map(view_of),
        evidence,
        state: row.state,
        order,
        plan: plan.map(|plan| plan_of(facts, plan)),
        progress,
        verifications: life
            .verifications
            .iter()
            .map(|row| Verification {
                date: row.verified_on,
                by: facts.person(row.verifier),
                result: row.result,
                text: row.comment.clone(),
            })
            .collect(),
        days_overdue: None,
    }
}

/// What the department said of a finding; a question that was taken back has no answer that counts.
fn view_of(check: &FactCheck) -> Option<DepartmentView> {
    let view = check.view.filter(|_| check.withdrawn_reason.is_empty())?;
    Some(DepartmentView {
        view,
        date: check.answered_on,
        by: check.answered_by.clone(),
        text: check.view_text.clone(),
        reply: check.reply.clone(),
    })
}

fn plan_of(facts: &Facts<'_>, plan: &ImprovementPlan) -> Plan {
    let approval = plan.approver.zip(plan.approved_on).map(|(approver, date)| Approval {
        date,
        by: facts.person(approver),
        reason: Some(plan.escape_reason.clone()).filter(|reason| !reason.is_empty()),
    });
    Plan {
        cause: plan.cause.clone(),
        corrective: plan.corrective.clone(),
        preventive: plan.preventive.clone(),
        owner: facts.person(plan.owner),
        due: Some(plan.due_on),
        approval,
    }
}

fn report_of(facts: &Facts<'_>, row: &store::tables::Progress) -> Progress {
    let text = match row.delay_reason.is_empty() {
        true => row.note.clone(),
        false => facts.text("app-report-delay", &[("text", &row.note), ("reason", &row.delay_reason)]),
    };
    Progress { date: row.reported_on, state: row.state, percent: u8::try_from(row.percent).ok(), text }
}
