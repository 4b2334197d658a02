//! The plan of an engagement: what it says, its days, the documents asked for.

use super::engagement::target_name;
use crate::dto::*;
use crate::error::Result;
use crate::session::{Edition, Session};
use domain::kinds::{Assurance, Conduct, EngagementState, Manner, Occasion, Role};
use domain::{Id, daytime};
use std::collections::BTreeMap;
use store::row::Reads;
use store::tables::{DocumentRequest, Engagement, EngagementPlan, EngagementTarget, ScheduleEntry};

/// The plan of an engagement.
pub fn get(session: &Session, request: ById) -> Result<PlanDetail> {
    let read = session.read();
    let engagement: Engagement = read.get(request.id)?;
    let plan = plan_of(read, engagement.id)?;
    let edition = session.edition(engagement.pack_edition)?;
    Ok(PlanDetail {
        fields: PlanFields {
            engagement: engagement.id,
            assurance: plan.assurance,
            occasion: plan.occasion,
            conduct: plan.conduct,
            manner: plan.manner,
            theme: plan.theme,
            focus: plan.focus,
            reason: plan.reason,
            period_from: plan.period_from,
            period_until: plan.period_until,
            recipient: plan.recipient,
        },
        standard_recipient: role_name(session, &edition, edition.pack.rules.report_to),
        schedule: schedule(read, engagement.id)?,
        documents: documents(read, engagement.id)?,
    })
}

/// The row of a plan; one that says nothing where nobody wrote one.
pub fn plan_of(read: Reads<'_>, engagement: Id) -> Result<EngagementPlan> {
    let id = Id::natural("engagement_plan", &[&engagement.to_string()]);
    Ok(read.find(id)?.unwrap_or_else(|| EngagementPlan {
        id,
        engagement,
        assurance: Assurance::Advisory,
        occasion: Occasion::Regular,
        conduct: Conduct::Internal,
        manner: Manner::OnSite,
        theme: String::new(),
        focus: String::new(),
        reason: String::new(),
        period_from: None,
        period_until: None,
        recipient: String::new(),
        independence_reason: String::new(),
    }))
}

/// What a standard calls a role.
pub fn role_name(session: &Session, edition: &Edition, role: Role) -> String {
    let known = edition.pack.role(role);
    let name = known.map(|role| role.name_en.as_ref().filter(|_| session.english()).unwrap_or(&role.name).clone());
    name.unwrap_or_else(|| i18n::enum_text(session.lang(), "role", domain::Keyed::key(role)))
}

/// The days of an engagement; those without a date last.
pub fn schedule(read: Reads<'_>, engagement: Id) -> Result<Vec<ScheduleRow>> {
    let order = "WHERE engagement = ?1 ORDER BY held_on IS NULL, held_on, id";
    let rows = read.list::<ScheduleEntry>(order, &[&engagement.as_bytes().as_slice()])?;
    let row = |row: ScheduleEntry| ScheduleRow {
        id: row.id,
        held_on: row.held_on,
        from_time: daytime::stored(row.from_time),
        until_time: daytime::stored(row.until_time),
        place: row.place,
        what: row.what,
        who: row.who,
        target: row.target,
    };
    let mut rows: Vec<ScheduleRow> = rows.into_iter().map(row).collect();
    // Sorted as they are read: a time that was stored without its leading zero would come behind a later one.
    rows.sort_by(|a, b| {
        (a.held_on.is_none(), a.held_on, &a.from_time).cmp(&(b.held_on.is_none(), b.held_on, &b.from_time))
    });
    Ok(rows)
}

/// The documents an engagement asks for, in the order in which they were entered.
pub fn documents(read: Reads<'_>, engagement: Id) -> Result<Vec<DocumentRow>> {
    let names = target_names(read, engagement)?;
    let rows =
        read.list::<DocumentRequest>("WHERE engagement = ?1 ORDER BY id", &[&engagement.as_bytes().as_slice()])?;
    let row = |row: DocumentRequest| DocumentRow {
        id: row.id,
        target: row.target,
        target_name: row.target.and_then(|target| names.get(&target).cloned()),
        name: row.name,
        due_on: row.due_on,
        received_on: row.received_on,
        note: row.note,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// What the targets of an engagement are called.
pub fn target_names(read: Reads<'_>, engagement: Id) -> Result<BTreeMap<Id, String>> {
    let targets = read.list::<EngagementTarget>("WHERE engagement = ?1", &[&engagement.as_bytes().as_slice()])?;
    targets.into_iter().map(|target| Ok((target.id, target_name(read, &target)?))).collect()
}

/// Whether what belongs to an engagement may still be changed.
pub fn is_open(engagement: &Engagement) -> bool {
    engagement.state != EngagementState::Closed
}
