//! The self-inspection of a year: making it with all its forms, following its sheets, its route and its reminders.

mod export;
mod reminders;
mod sheets;
mod staff;

pub use export::export_totals;
pub use reminders::{add_reminders, export_letters};
pub use sheets::{confirm, hand_out, head_confirm, save_sheet, send_back, submit};
pub use staff::set_staff_count;

use super::engagement::{blank, save_targets, use_edition};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::campaign::{forms, only_holder, route_steps};
use crate::queries::engagement::items;
use crate::queries::pack;
use crate::session::Session;
use domain::Id;
use domain::kinds::{EngagementState, Form, SubjectKind};
use domain::self_check::{CampaignState, route};
use jiff::civil::Date;
use std::collections::BTreeSet;
use store::tables::{Campaign, Engagement, RouteStep, Subject};
use store::{Committed, OpMeta};

/// Makes a campaign: its forms with all their sheets, and the route that the standard lays down.
pub fn create(session: &mut Session, meta: OpMeta, request: NewCampaign) -> Result<Committed<ById>> {
    let title = required("title", &request.title)?;
    in_order(request.from_on, request.until_on)?;
    if !(1900..=2200).contains(&request.fiscal_year) {
        return Err(ErrorDto::new("bad-year").at("fiscal_year"));
    }
    let edition = pack::by_hash(session, &request.pack_hash).map_err(|error| error.at("pack_hash"))?;
    let wanted: BTreeSet<Form> = request.forms.iter().copied().collect();
    if wanted.is_empty() {
        return Err(ErrorDto::required("forms"));
    }
    for &form in &wanted {
        if form == Form::Audit {
            return Err(ErrorDto::new("form-does-not-fit").at("forms"));
        }
        if items(&edition.pack, form).next().is_none() {
            let name = i18n::enum_text(session.lang(), "form", domain::Keyed::key(form));
            return Err(ErrorDto::new("campaign-form-empty").arg("form", name).at("forms"));
        }
        if form == Form::SelfSystem && request.systems.is_empty() {
            return Err(ErrorDto::required("systems"));
        }
        if form != Form::SelfSystem && request.departments.is_empty() {
            return Err(ErrorDto::required("departments"));
        }
    }
    for &system in &request.systems {
        let subject: Subject = session.read().get(system)?;
        if subject.kind != SubjectKind::System {
            return Err(ErrorDto::new("campaign-no-system").arg("name", &subject.name).at("systems"));
        }
    }
    let mut steps = Vec::new();
    for (place, rule) in route(&edition.pack.rules).into_iter().enumerate() {
        // The sections are many; everything after them is in the hands of one person.
        let person = if place == 0 { None } else { only_holder(session, rule.role)? };
        steps.push((rule.role, person, request.until_on.filter(|_| place == 0)));
    }
    let names: Vec<(Form, String)> = wanted.iter().map(|&form| (form, form_title(session, &title, form))).collect();
    session.transact(meta, |tx| {
        let id = tx.new_id();
        let pack_edition = use_edition(tx, &edition)?;
        tx.put(&Campaign {
            id,
            fiscal_year: request.fiscal_year,
            title,
            instructions: request.instructions.trim().to_owned(),
            pack_edition,
            from_on: request.from_on,
            until_on: request.until_on,
            lead: request.lead,
        })?;
        // The form of the heads is made last, so that it stands first among what was made on a day.
        for (form, title) in names.into_iter().rev() {
            let engagement = tx.new_id();
            tx.put(&Engagement {
                title,
                fiscal_year: request.fiscal_year,
                from_on: request.from_on,
                until_on: request.until_on,
                lead: request.lead,
                campaign: Some(id),
                ..blank(engagement, form, pack_edition)
            })?;
            let (departments, systems) = match form {
                Form::SelfSystem => (&[][..], request.systems.as_slice()),
                _ => (request.departments.as_slice(), &[][..]),
            };
            save_targets(tx, engagement, departments, systems)?;
        }
        for (position, (role, person, due_on)) in (0..).zip(steps) {
            let (step, note) = (tx.new_id(), String::new());
            tx.put(&RouteStep { id: step, campaign: id, position, role, person, due_on, done_on: None, note })?;
        }
        Ok(ById { id })
    })
}

/// The title of one form of a campaign.
fn form_title(session: &Session, title: &str, form: Form) -> String {
    let reader = session.text(
        &format!(
            "campaign-reader-{}",
            i18n::enum_key("form", domain::Keyed::key(form)).trim_start_matches("form-self-")
        ),
        &[],
    );
    session.text("campaign-form-title", &[("title", title), ("reader", &reader)])
}

fn in_order(from: Option<Date>, until: Option<Date>) -> Result<()> {
    match (from, until) {
        (Some(from), Some(until)) if until < from => Err(ErrorDto::new("until-before-from").at("until_on")),
        _ => Ok(()),
    }
}

/// Changes what a campaign says of itself; its forms follow where they have nothing of their own.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveCampaign) -> Result<Committed<ById>> {
    let title = required("title", &request.title)?;
    in_order(request.from_on, request.until_on)?;
    let campaign: Campaign = session.read().get(request.id)?;
    let known = forms(session.read(), campaign.id)?;
    not_closed(&known)?;
    let titles: Vec<String> = known.iter().map(|form| form_title(session, &title, form.form)).collect();
    let titles_before: Vec<String> = known.iter().map(|form| form_title(session, &campaign.title, form.form)).collect();
    session.transact(meta, |tx| {
        for ((form, fresh), before) in known.into_iter().zip(titles).zip(titles_before) {
            // A form that was given a title of its own keeps it.
            let title = if form.title == before { fresh } else { form.title.clone() };
            // So it does with days and a collector of its own.
            let from_on = if form.from_on == campaign.from_on { request.from_on } else { form.from_on };
            let until_on = if form.until_on == campaign.until_on { request.until_on } else { form.until_on };
            let lead = if form.lead == campaign.lead { request.lead } else { form.lead };
            in_order(from_on, until_on)?;
            tx.put(&Engagement { title, from_on, until_on, lead, ..form })?;
        }
        for step in route_steps(tx.read(), campaign.id)?.into_iter().filter(|step| step.position == 0) {
            if step.due_on == campaign.until_on {
                tx.put(&RouteStep { due_on: request.until_on, ..step })?;
            }
        }
        tx.put(&Campaign {
            title,
            instructions: request.instructions.trim().to_owned(),
            from_on: request.from_on,
            until_on: request.until_on,
            lead: request.lead,
            ..campaign
        })?;
        Ok(ById { id: request.id })
    })
}

fn not_closed(forms: &[Engagement]) -> Result<()> {
    let states: Vec<EngagementState> = forms.iter().map(|form| form.state).collect();
    let closed = CampaignState::of(&states) == CampaignState::Closed;
    if closed { Err(ErrorDto::new("engagement-closed")) } else { Ok(()) }
}

/// Locks the sheets of all forms.
pub fn close(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        let known = forms(tx.read(), request.id)?;
        if known.iter().all(|form| form.state.before_fieldwork()) {
            return Err(ErrorDto::new("engagement-not-started"));
        }
        for form in known {
            tx.put(&Engagement { state: EngagementState::Closed, ..form })?;
        }
        Ok(Empty {})
    })
}

/// Adds or changes a step of the route. A step is done after the one before it.
pub fn save_route_step(session: &mut Session, meta: OpMeta, request: SaveRouteStep) -> Result<Committed<ById>> {
    let today = session.today();
    let _: Campaign = session.read().get(request.campaign)?;
    session.transact(meta, |tx| {
        let mut steps = route_steps(tx.read(), request.campaign)?;
        let place = match request.id {
            Some(id) => steps
                .iter()
                .position(|step| step.id == id)
                .ok_or_else(|| ErrorDto::new("not-found").arg("entity", "route_step"))?,
            None => {
                steps.push(RouteStep {
                    id: tx.new_id(),
                    campaign: request.campaign,
                    position: steps.last().map_or(0, |last| last.position + 1),
                    role: request.role,
                    person: None,
                    due_on: None,
                    done_on: None,
                    note: String::new(),
                });
                steps.len() - 1
            }
        };
        if request.done_on.is_some_and(|day| day > today) {
            return Err(ErrorDto::new("date-in-future").at("done_on"));
        }
        steps[place] = RouteStep {
            role: request.role,
            person: request.person,
            due_on: request.due_on,
            done_on: request.done_on,
            note: request.note.trim().to_owned(),
            ..steps[place].clone()
        };
        let done: Vec<Option<Date>> = steps.iter().map(|step| step.done_on).collect();
        if !domain::self_check::in_turn(&done) {
            return Err(ErrorDto::new("route-out-of-turn").at("done_on"));
        }
        tx.put(&steps[place])?;
        Ok(ById { id: steps[place].id })
    })
}

/// Takes a step out of the route, unless it is done.
pub fn remove_route_step(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        let step: RouteStep = tx.read().get(request.id)?;
        if step.done_on.is_some() {
            return Err(ErrorDto::new("route-step-done"));
        }
        tx.delete::<RouteStep>(step.id)?;
        Ok(Empty {})
    })
}

/// The form that a campaign has of a sheet.
fn form_of(forms: &[Engagement], engagement: Id) -> Result<&Engagement> {
    forms
        .iter()
        .find(|form| form.id == engagement)
        .ok_or_else(|| ErrorDto::new("not-found").arg("entity", "engagement"))
}
