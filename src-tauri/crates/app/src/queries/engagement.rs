//! Audits and self-inspections: lists, counts, independence.

use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use domain::kinds::{EngagementKind, Form};
use domain::pack::{Item, Pack};
use std::collections::BTreeMap;
use store::row::Reads;
use store::tables::{Department, Engagement, EngagementMember, EngagementTarget, ScopeExclusion, Subject};

/// The items an engagement asks at every target, without those out of scope.
pub fn items_in_scope<'p>(read: Reads<'_>, pack: &'p Pack, engagement: &Engagement) -> Result<Vec<&'p Item>> {
    let excluded = exclusions(read, engagement.id)?;
    Ok(items(pack, engagement.form).filter(|item| !excluded.contains_key(&item.id)).collect())
}

/// The items of a form in the order of the standard.
pub fn items(pack: &Pack, form: Form) -> impl Iterator<Item = &Item> {
    pack.items_for(form)
}

/// The items out of an engagement's scope, with the reason.
pub fn exclusions(read: Reads<'_>, engagement: Id) -> Result<BTreeMap<String, String>> {
    let rows = read.list::<ScopeExclusion>("WHERE engagement = ?1", &[&engagement.as_bytes().as_slice()])?;
    Ok(rows.into_iter().map(|row| (row.item, row.reason)).collect())
}

/// Why items are 今回対象外, all of an engagement or those among some items, which are found by their ids.
pub fn exclusions_of(read: Reads<'_>, engagement: Id, only: Option<&[String]>) -> Result<BTreeMap<String, String>> {
    let Some(items) = only else { return exclusions(read, engagement) };
    let find = |item: &String| {
        let row: Option<ScopeExclusion> = read.find(exclusion_id(engagement, item))?;
        Ok(row.map(|row| (row.item, row.reason)))
    };
    items.iter().filter_map(|item| find(item).transpose()).collect()
}

/// The row that says why an item is 今回対象外.
pub fn exclusion_id(engagement: Id, item: &str) -> Id {
    Id::natural("scope_exclusion", &[&engagement.to_string(), item])
}

/// How many items in scope are answered at each target of an engagement. Both statements are answered by an index alone.
fn answered(read: Reads<'_>, engagement: &Engagement) -> Result<BTreeMap<Id, i64>> {
    let given = match engagement.kind {
        EngagementKind::Audit => "answer WHERE verdict <> 'unverified'",
        EngagementKind::SelfCheck => "self_answer WHERE answer IS NOT NULL",
    };
    let sql = format!(
        "SELECT target, count(*) FROM {given}
         AND target IN (SELECT id FROM engagement_target WHERE engagement = ?1)
         AND item NOT IN (SELECT item FROM scope_exclusion WHERE engagement = ?1) GROUP BY target"
    );
    let counts = read
        .query(&sql, &[&engagement.id.as_bytes().as_slice()], |row| Ok((Id::from_bytes(row.get(0)?), row.get(1)?)))?;
    let mut counts: BTreeMap<Id, i64> = counts.into_iter().collect();
    if engagement.form == Form::SelfStaff {
        // Questionnaires are counted item by item.
        let sql = "SELECT target, count(*) FROM staff_count WHERE engagement = ?1
                   AND item NOT IN (SELECT item FROM scope_exclusion WHERE engagement = ?1) GROUP BY target";
        counts.extend(read.query(sql, &[&engagement.id.as_bytes().as_slice()], |row| {
            Ok((Id::from_bytes(row.get(0)?), row.get::<_, i64>(1)?))
        })?);
    }
    Ok(counts)
}

/// What a target is called: as its subject, or else as its department.
pub fn target_name(read: Reads<'_>, target: &EngagementTarget) -> Result<String> {
    Ok(match target.subject {
        Some(subject) => read.get::<Subject>(subject)?.name,
        None => read.get::<Department>(target.department)?.name,
    })
}

/// The targets of an engagement: departments in the office's order, each followed by what it answers for.
pub fn target_rows(read: Reads<'_>, engagement: Id) -> Result<Vec<EngagementTarget>> {
    let sql = "JOIN department d ON d.id = t.department LEFT JOIN subject s ON s.id = t.subject";
    let order = format!(
        "SELECT t.id FROM engagement_target t {sql} WHERE t.engagement = ?1
         ORDER BY d.position, d.id, t.subject IS NOT NULL, s.kind, s.kana, s.name, t.id"
    );
    let ids = read.query(&order, &[&engagement.as_bytes().as_slice()], |row| Ok(Id::from_bytes(row.get(0)?)))?;
    let rows = read.list::<EngagementTarget>("WHERE engagement = ?1", &[&engagement.as_bytes().as_slice()])?;
    let mut rows: BTreeMap<Id, EngagementTarget> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(ids.into_iter().filter_map(|id| rows.remove(&id)).collect())
}

/// What the targets of an engagement are called, read at once.
fn target_names(read: Reads<'_>, engagement: Id) -> Result<BTreeMap<Id, String>> {
    let sql = "SELECT t.id, coalesce(s.name, d.name) FROM engagement_target t JOIN department d ON d.id = t.department
               LEFT JOIN subject s ON s.id = t.subject WHERE t.engagement = ?1";
    let names = read.query(sql, &[&engagement.as_bytes().as_slice()], |row| {
        Ok((Id::from_bytes(row.get(0)?), row.get::<_, String>(1)?))
    })?;
    Ok(names.into_iter().collect())
}

/// The targets of an engagement with their counts.
pub fn targets(session: &Session, engagement: &Engagement) -> Result<Vec<EngagementTargetRow>> {
    let read = session.read();
    let edition = session.edition(engagement.pack_edition)?;
    let items = i64::try_from(items_in_scope(read, &edition.pack, engagement)?.len()).unwrap_or(0);
    let answered = answered(read, engagement)?;
    let mut names = target_names(read, engagement.id)?;
    let row = |target: EngagementTarget| EngagementTargetRow {
        answered: answered.get(&target.id).copied().unwrap_or(0),
        id: target.id,
        department: target.department,
        subject: target.subject,
        name: names.remove(&target.id).unwrap_or_default(),
        contact: target.contact,
        sent_on: target.sent_on,
        returned_on: target.returned_on,
        items,
    };
    Ok(target_rows(read, engagement.id)?.into_iter().map(row).collect())
}

/// Engagements, the newest first.
pub fn list(session: &Session, request: EngagementQuery) -> Result<Vec<EngagementRow>> {
    let all = session.read().list::<Engagement>("ORDER BY fiscal_year DESC, from_on DESC, id DESC", &[])?;
    let wanted = |engagement: &Engagement| {
        request.kind.is_none_or(|kind| engagement.kind == kind)
            && request.fiscal_year.is_none_or(|year| engagement.fiscal_year == year)
    };
    all.into_iter().filter(wanted).map(|engagement| row(session, &engagement)).collect()
}

/// An engagement in a list.
pub fn row(session: &Session, engagement: &Engagement) -> Result<EngagementRow> {
    let targets = targets(session, engagement)?;
    let findings = session
        .read()
        .number("SELECT count(*) FROM finding WHERE engagement = ?1", &[&engagement.id.as_bytes().as_slice()])?;
    Ok(EngagementRow {
        id: engagement.id,
        kind: engagement.kind,
        title: engagement.title.clone(),
        fiscal_year: engagement.fiscal_year,
        state: engagement.state,
        pack_title: session.edition(engagement.pack_edition)?.pack.edition_title(session.english()),
        from_on: engagement.from_on,
        until_on: engagement.until_on,
        items: targets.iter().map(|target| target.items).sum(),
        answered: targets.iter().map(|target| target.answered).sum(),
        departments: targets.into_iter().map(|target| target.name).collect(),
        findings,
    })
}

/// An engagement with its departments and team.
pub fn get(session: &Session, request: ById) -> Result<EngagementDetail> {
    let read = session.read();
    let engagement: Engagement = read.get(request.id)?;
    let edition = session.edition(engagement.pack_edition)?;
    let members = members(read, engagement.id)?;
    let targets = targets(session, &engagement)?;
    let conflicts = match engagement.kind {
        EngagementKind::Audit => super::independence::unsettled(session, &engagement)?,
        EngagementKind::SelfCheck => Vec::new(),
    };
    let gate = edition.pack.rules.plan_gate;
    Ok(EngagementDetail {
        id: engagement.id,
        kind: engagement.kind,
        title: engagement.title,
        fiscal_year: engagement.fiscal_year,
        pack_hash: edition.pack.hash.clone(),
        pack_title: edition.pack.edition_title(session.english()),
        form: engagement.form,
        state: engagement.state,
        purpose: engagement.purpose,
        method: engagement.method,
        exclusions: engagement.exclusions,
        from_on: engagement.from_on,
        until_on: engagement.until_on,
        lead: engagement.lead,
        gate_on: engagement.gate_on,
        gate_reason: engagement.gate_reason,
        campaign: engagement.campaign,
        gate_act: domain::Keyed::key(gate.act).to_owned(),
        gate_to: gate.to,
        targets,
        members,
        conflicts,
    })
}

/// The team.
pub fn members(read: Reads<'_>, engagement: Id) -> Result<Vec<Id>> {
    let rows = read.list::<EngagementMember>("WHERE engagement = ?1", &[&engagement.as_bytes().as_slice()])?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}
