//! Planning, beginning and closing an audit or a self-inspection.

use super::steps::{Trace, refuse_with_drafts, refuse_with_loans, take};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::engagement::{exclusion_id, members, target_name};
use crate::queries::independence::{Before, joined_tied, recusal_id, refuse_begin};
use crate::queries::pack;
use crate::session::{Edition, Session};
use domain::Id;
use domain::kinds::{EngagementKind, EngagementState, Form};
use domain::pack::Origin;
use store::tables::{
    Answer, Engagement, EngagementMember, EngagementTarget, PackEdition, Recusal, ScopeExclusion, SelfAnswerRow,
    Subject,
};
use store::{Committed, OpMeta, Tx};

/// Adds or changes an engagement. Kind, edition and form are fixed once it is made.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveEngagement) -> Result<Committed<ById>> {
    let title = required("title", &request.title)?;
    if request.departments.is_empty() && request.subjects.is_empty() {
        return Err(ErrorDto::required("departments"));
    }
    if let (Some(from), Some(until)) = (request.from_on, request.until_on)
        && until < from
    {
        return Err(ErrorDto::new("until-before-from").at("until_on"));
    }
    if !(1900..=2200).contains(&request.fiscal_year) {
        return Err(ErrorDto::new("bad-year").at("fiscal_year"));
    }
    if request.form.kind() != request.kind {
        return Err(ErrorDto::new("form-does-not-fit").at("form"));
    }
    let known: Option<Engagement> = request.id.map(|id| session.read().get(id)).transpose()?;
    if known.as_ref().is_some_and(|engagement| engagement.state == EngagementState::Closed) {
        return Err(ErrorDto::new("engagement-closed"));
    }
    let moved = known.as_ref().filter(|known| known.campaign.is_some() && known.fiscal_year != request.fiscal_year);
    if moved.is_some() {
        return Err(ErrorDto::new("campaign-holds-year").at("fiscal_year"));
    }
    let edition = match &known {
        Some(engagement) => session.edition(engagement.pack_edition)?,
        None => pack::by_hash(session, &request.pack_hash)?,
    };
    // Once an audit has begun, nobody comes into it who could not have begun it.
    let begun =
        |engagement: &&Engagement| engagement.kind == EngagementKind::Audit && !engagement.state.before_fieldwork();
    let before = known.as_ref().filter(begun).map(|one| Before::of(session.read(), one)).transpose()?;
    let today = session.today();
    session.transact(meta, |tx| {
        let id = request.id.unwrap_or_else(|| tx.new_id());
        let engagement = match known {
            Some(known) => known,
            None => blank(id, request.form, use_edition(tx, &edition)?),
        };
        tx.put(&Engagement {
            title,
            fiscal_year: request.fiscal_year,
            purpose: request.purpose.trim().to_owned(),
            method: request.method.trim().to_owned(),
            exclusions: request.exclusions.trim().to_owned(),
            from_on: request.from_on,
            until_on: request.until_on,
            lead: request.lead,
            ..engagement
        })?;
        save_targets(tx, id, &request.departments, &request.subjects)?;
        save_members(tx, id, &request.members)?;
        if request.id.is_none() && request.kind == EngagementKind::Audit {
            super::years::begin_plan(tx, id, request.fiscal_year)?;
        }
        if let Some(before) = before {
            let engagement: Engagement = tx.read().get(id)?;
            let rule = edition.pack.rules.independence;
            for (person, target, refusal) in joined_tied(tx.read(), today, &engagement, rule, &before)? {
                if !request.recuse {
                    return Err(refusal);
                }
                tx.put(&Recusal { id: recusal_id(target, person), engagement: id, person, target })?;
            }
        }
        Ok(ById { id })
    })
}

/// An engagement that is planned, and of which nothing else is known yet.
pub(super) fn blank(id: Id, form: Form, pack_edition: Id) -> Engagement {
    Engagement {
        id,
        kind: form.kind(),
        form,
        pack_edition,
        state: EngagementState::Planned,
        gate_on: None,
        gate_reason: String::new(),
        title: String::new(),
        fiscal_year: 0,
        purpose: String::new(),
        method: String::new(),
        exclusions: String::new(),
        from_on: None,
        until_on: None,
        lead: None,
        campaign: None,
    }
}

/// Copies an edition into the workspace on first use; from then on it never changes.
pub fn use_edition(tx: &mut Tx<'_>, edition: &Edition) -> Result<Id> {
    keep_edition(tx, edition, Origin::Bundled)
}

/// Keeps an edition in the workspace, unless it is there already.
pub fn keep_edition(tx: &mut Tx<'_>, edition: &Edition, origin: Origin) -> Result<Id> {
    let pack = &edition.pack;
    let id = Id::natural("pack_edition", &[&pack.hash]);
    if tx.read().find::<PackEdition>(id)?.is_none() {
        tx.put(&PackEdition {
            id,
            pack: pack.id.clone(),
            edition: pack.edition.clone(),
            title: pack.title.clone(),
            hash: pack.hash.clone(),
            files: serde_json::to_string(edition)?,
            origin,
        })?;
    }
    Ok(id)
}

pub(super) fn save_targets(tx: &mut Tx<'_>, engagement: Id, departments: &[Id], subjects: &[Id]) -> Result<()> {
    let known = tx.read().list::<EngagementTarget>("WHERE engagement = ?1", &[&engagement.as_bytes().as_slice()])?;
    let mut wanted: Vec<(Id, Option<Id>)> = departments.iter().map(|&department| (department, None)).collect();
    for &subject in subjects {
        wanted.push((tx.read().get::<Subject>(subject)?.department, Some(subject)));
    }
    let id_of = |(department, subject): (Id, Option<Id>)| {
        Id::natural("engagement_target", &[&engagement.to_string(), &subject.unwrap_or(department).to_string()])
    };
    for gone in known.iter().filter(|target| wanted.iter().all(|one| id_of(*one) != target.id)) {
        let id = gone.id.as_bytes().as_slice();
        let answers = tx.read().list::<Answer>("WHERE target = ?1 LIMIT 1", &[&id])?.len()
            + tx.read().list::<SelfAnswerRow>("WHERE target = ?1 LIMIT 1", &[&id])?.len()
            + super::workpaper::leaves(tx.read(), gone.id)?;
        if answers > 0 {
            let name = target_name(tx.read(), gone)?;
            return Err(ErrorDto::new("target-has-answers").arg("department", &name).at("departments"));
        }
        super::independence::forget_target(tx, gone.id)?;
        tx.delete::<EngagementTarget>(gone.id)?;
    }
    let mut last = known.iter().map(|target| target.position).max().unwrap_or(0);
    for &(department, subject) in &wanted {
        let id = id_of((department, subject));
        if known.iter().any(|target| target.id == id) {
            continue;
        }
        last += 1;
        tx.put(&EngagementTarget {
            id,
            engagement,
            department,
            subject,
            contact: String::new(),
            sent_on: None,
            returned_on: None,
            position: last,
        })?;
    }
    Ok(())
}

fn save_members(tx: &mut Tx<'_>, engagement: Id, persons: &[Id]) -> Result<()> {
    let known = members(tx.read(), engagement)?;
    let id_of = |person: Id| Id::natural("engagement_member", &[&engagement.to_string(), &person.to_string()]);
    for &gone in known.iter().filter(|person| !persons.contains(person)) {
        tx.delete::<EngagementMember>(id_of(gone))?;
    }
    for &person in persons {
        tx.put(&EngagementMember { id: id_of(person), engagement, person })?;
    }
    Ok(())
}

/// Begins fieldwork, or hands the sheets of a self-inspection out. An audit goes through the gate of its standard
/// first, or says why not; where the standard demands independence without exception, nobody audits their own.
pub fn start(session: &mut Session, meta: OpMeta, request: StartEngagement) -> Result<Committed<Empty>> {
    let engagement: Engagement = session.read().get(request.id)?;
    if !engagement.state.before_fieldwork() {
        return Err(ErrorDto::new("engagement-not-planned"));
    }
    let edition = session.edition(engagement.pack_edition)?;
    if engagement.kind == EngagementKind::Audit {
        if request.gate_on.is_none() && request.gate_reason.trim().is_empty() {
            return Err(ErrorDto::new("gate-missing").at("gate_on"));
        }
        let team = members(session.read(), engagement.id)?;
        if team.is_empty() && engagement.lead.is_none() {
            return Err(ErrorDto::new("team-missing").at("members"));
        }
        refuse_begin(session, &engagement, &edition)?;
    }
    let (today, person) = (session.today(), session.person);
    session.transact(meta, |tx| {
        let targets =
            tx.read().list::<EngagementTarget>("WHERE engagement = ?1", &[&engagement.id.as_bytes().as_slice()])?;
        for target in targets.into_iter().filter(|_| engagement.kind == EngagementKind::SelfCheck) {
            tx.put(&EngagementTarget { sent_on: Some(today), ..target })?;
        }
        let gate_reason = request.gate_reason.trim().to_owned();
        let trace = Trace { taken_on: today, person, reason: gate_reason.clone() };
        let engagement = Engagement { gate_on: request.gate_on, gate_reason, ..engagement };
        take(tx, engagement, EngagementState::Fieldwork, trace)
    })
}

/// Closes an engagement; its answers are locked from then on. Papers on loan have to go back first.
pub fn close(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    refuse_with_loans(session, request.id)?;
    refuse_with_drafts(session, request.id)?;
    let (taken_on, person) = (session.today(), session.person);
    session.transact(meta, |tx| {
        let engagement: Engagement = tx.read().get(request.id)?;
        if engagement.state.before_fieldwork() {
            return Err(ErrorDto::new("engagement-not-started"));
        }
        if engagement.state == EngagementState::Closed {
            return Err(ErrorDto::new("engagement-closed"));
        }
        take(tx, engagement, EngagementState::Closed, Trace { taken_on, person, reason: String::new() })
    })
}

/// Puts items out of the scope of an engagement, or back.
pub fn set_scope(session: &mut Session, meta: OpMeta, request: SetScope) -> Result<Committed<Empty>> {
    let reason = request.reason.as_deref().map(|reason| required("reason", reason)).transpose()?;
    session.transact(meta, |tx| {
        let engagement: Engagement = tx.read().get(request.engagement)?;
        if engagement.state == EngagementState::Closed {
            return Err(ErrorDto::new("engagement-closed"));
        }
        for item in &request.items {
            let id = exclusion_id(engagement.id, item);
            match &reason {
                Some(reason) => {
                    let (item, reason) = (item.clone(), reason.clone());
                    tx.put(&ScopeExclusion { id, engagement: engagement.id, item, reason })?;
                }
                None => tx.delete::<ScopeExclusion>(id)?,
            }
        }
        Ok(Empty {})
    })
}
