//! What an audit has to verify of what was found before: findings of the departments it looks at.

use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use domain::finding::{FollowUp, follow_up};
use domain::kinds::{EngagementKind, EngagementState, Occasion};
use std::collections::{BTreeMap, BTreeSet};
use store::tables::{Completion, Engagement, EngagementPlan, EngagementTarget, Finding, Verification};

/// The findings of the departments of an audit that wait for verification or are late, and what was verified in it.
pub fn list(session: &Session, request: ById) -> Result<Vec<FollowUpRow>> {
    let read = session.read();
    read.get::<Engagement>(request.id)?;
    let of = [request.id.as_bytes().as_slice()];
    let targets: Vec<EngagementTarget> = read.list("WHERE engagement = ?1", &[&of[0]])?;
    let departments: BTreeSet<Id> = targets.iter().map(|target| target.department).collect();
    // Ids grow with time, so the last of several counts.
    let verified: BTreeMap<Id, Verification> = read
        .list::<Verification>("WHERE engagement = ?1 ORDER BY id", &[&of[0]])?
        .into_iter()
        .map(|row| (row.finding, row))
        .collect();
    let own: BTreeSet<Id> =
        read.list::<Finding>("WHERE engagement = ?1", &[&of[0]])?.into_iter().map(|row| row.id).collect();
    let open = verified.is_empty();
    let mut rows = Vec::new();
    for row in super::finding::list(session, FindingQuery { fiscal_year: None, open })? {
        if !departments.contains(&row.department) {
            continue;
        }
        let last = verified.get(&row.id);
        let late = row.days_late.is_some_and(|days| days > 0);
        let Some(why) = follow_up(row.state, late, last.is_some()) else { continue };
        let reported: Vec<Completion> =
            read.list("WHERE finding = ?1 ORDER BY id DESC LIMIT 1", &[&row.id.as_bytes().as_slice()])?;
        rows.push(FollowUpRow {
            own: own.contains(&row.id),
            why,
            reported_on: reported.first().map(|one| one.reported_on),
            verified_on: last.map(|one| one.verified_on),
            result: last.map(|one| one.result),
            row,
        });
    }
    rows.sort_by(|a, b| {
        (a.why, &a.row.department_name, &a.row.number).cmp(&(b.why, &b.row.department_name, &b.row.number))
    });
    Ok(rows)
}

/// The audits under way that look at the department of a finding: follow-up audits first.
pub fn audits(session: &Session, request: ById) -> Result<Vec<FollowUpAudit>> {
    let finding: Finding = session.read().get(request.id)?;
    let under_way: Vec<Engagement> = session.read().list(
        "WHERE kind = 'audit' AND EXISTS (SELECT 1 FROM engagement_target t
         WHERE t.engagement = engagement.id AND t.department = ?1) ORDER BY fiscal_year DESC, id DESC",
        &[&finding.department.as_bytes().as_slice()],
    )?;
    let mut audits = Vec::new();
    for audit in under_way {
        if !audit.state.before_fieldwork() && audit.state != EngagementState::Closed {
            let occasion = occasion(session, audit.id)?;
            audits.push(FollowUpAudit { id: audit.id, title: audit.title, occasion });
        }
    }
    audits.sort_by_key(|audit| audit.occasion != Occasion::FollowUp);
    Ok(audits)
}

/// A follow-up audit under way with something to verify needs somebody.
pub fn task(session: &Session, audit: &EngagementRow) -> Result<Option<HomeTask>> {
    if audit.kind != EngagementKind::Audit || occasion(session, audit.id)? != Occasion::FollowUp {
        return Ok(None);
    }
    let waiting = list(session, ById { id: audit.id })?.iter().filter(|one| one.why == FollowUp::ToVerify).count();
    let label = session.text("followup-task", &[("title", &audit.title), ("count", &waiting.to_string())]);
    Ok((waiting > 0).then(|| HomeTask {
        kind: "follow-up-to-verify".to_owned(),
        label,
        due_on: audit.until_on,
        days_late: super::due::days_late(audit.until_on, session.today()),
        route: format!("/audits/{}/follow-up", audit.id),
    }))
}

fn occasion(session: &Session, audit: Id) -> Result<Occasion> {
    let plans: Vec<EngagementPlan> = session.read().list("WHERE engagement = ?1", &[&audit.as_bytes().as_slice()])?;
    Ok(plans.first().map_or(Occasion::Regular, |plan| plan.occasion))
}
