//! The self-inspection of a year: its forms, the sheets of the sections, the route, the reminders.

mod letters;
mod tasks;
mod totals;

pub use letters::{Letters, letters};
pub use tasks::tasks;
pub use totals::{answers, build as build_totals, form_input, name_totals, totals, totals_name};

use super::engagement::{items_in_scope, targets};
use super::grid::Place;
use super::office::{departments, holders_on};
use crate::dto::*;
use crate::error::Result;
use crate::session::{Edition, Session};
use domain::Id;
use domain::kinds::{EngagementKind, Form, Role};
use domain::pack::RuleKey;
use domain::self_check::{self, CampaignState, Sheet, SheetStatus};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::row::Reads;
use store::tables::{Campaign, Department, Engagement, Reminder, RouteStep, StaffCount, Subject, Submission};

/// The campaigns of a fiscal year, or all, the newest first.
pub fn list(session: &Session, request: CampaignQuery) -> Result<Vec<CampaignRow>> {
    let all = session.read().list::<Campaign>("ORDER BY fiscal_year DESC, from_on DESC, id DESC", &[])?;
    let wanted = all.into_iter().filter(|row| request.fiscal_year.is_none_or(|year| year == row.fiscal_year));
    wanted.map(|campaign| Ok(Whole::of(session, campaign)?.row())).collect()
}

/// A campaign with everything that is followed.
pub fn get(session: &Session, request: ById) -> Result<CampaignDetail> {
    let whole = Whole::of(session, session.read().get(request.id)?)?;
    let pack = &whole.edition.pack;
    let rules = &pack.rules;
    let row = whole.row();
    let form = |engagement: &Engagement| CampaignForm {
        engagement: engagement.id,
        form: engagement.form,
        state: engagement.state,
        until_on: engagement.until_on,
    };
    Ok(CampaignDetail {
        row,
        instructions: whole.campaign.instructions.clone(),
        pack_hash: pack.hash.clone(),
        lead: whole.campaign.lead,
        basis: rules.basis(RuleKey::SelfCheckDepartment).map(str::to_owned),
        free_route: rules.self_check_collector.is_none() && rules.self_check_report_to.is_none(),
        forms: whole.forms.iter().map(form).collect(),
        route: route(session, &whole)?,
        reminders: whole.reminder_rows(session)?,
        sheets: whole.sheets,
    })
}

/// A campaign with its forms and their sheets.
pub struct Whole {
    /// The campaign.
    pub campaign: Campaign,
    /// The edition it is held against.
    pub edition: Arc<Edition>,
    /// Its forms in the order of their readers.
    pub forms: Vec<Engagement>,
    /// The sheets of all forms, form by form.
    pub sheets: Vec<SheetRow>,
    pack_title: String,
    reminders: Vec<Reminder>,
}

impl Whole {
    /// Reads it.
    pub fn of(session: &Session, campaign: Campaign) -> Result<Whole> {
        let read = session.read();
        let forms = forms(read, campaign.id)?;
        let order = "WHERE campaign = ?1 ORDER BY reminded_on DESC, id DESC";
        let reminders = read.list::<Reminder>(order, &[&campaign.id.as_bytes().as_slice()])?;
        let edition = session.edition(campaign.pack_edition)?;
        let mut sheets = Vec::new();
        let names = Names::of(session)?;
        for form in &forms {
            sheets.extend(sheets_of(session, form, &names, &reminders)?);
        }
        let pack_title = edition.pack.edition_title(session.english());
        Ok(Whole { campaign, edition, forms, sheets, pack_title, reminders })
    }

    /// The last deadline of its forms: what counts for a sheet is the deadline of its form.
    pub fn due_on(&self) -> Option<Date> {
        self.forms.iter().filter_map(|form| form.until_on).max()
    }

    fn row(&self) -> CampaignRow {
        let count = |wanted: &dyn Fn(&SheetRow) -> bool| {
            i64::try_from(self.sheets.iter().filter(|sheet| wanted(sheet)).count()).unwrap_or(0)
        };
        let states: Vec<_> = self.forms.iter().map(|form| form.state).collect();
        CampaignRow {
            id: self.campaign.id,
            title: self.campaign.title.clone(),
            fiscal_year: self.campaign.fiscal_year,
            state: CampaignState::of(&states),
            pack_title: self.pack_title.clone(),
            forms: self.forms.iter().map(|form| form.form).collect(),
            from_on: self.campaign.from_on,
            until_on: self.campaign.until_on,
            due_on: self.due_on(),
            sheets: count(&|_| true),
            sent: count(&|sheet| sheet.sent_on.is_some()),
            returned: count(&|sheet| sheet.returned_on.is_some()),
            confirmed: count(&|sheet| sheet.status == SheetStatus::Confirmed),
            overdue: count(&|sheet| sheet.awaited && sheet.days_late.is_some()),
        }
    }

    fn reminder_rows(&self, session: &Session) -> Result<Vec<ReminderRow>> {
        let persons = session.person_names()?;
        let row = |reminder: &Reminder| {
            let sheet = self.sheets.iter().find(|sheet| sheet.target == reminder.target)?;
            Some(ReminderRow {
                id: reminder.id,
                target: reminder.target,
                form: sheet.form,
                name: sheet.name.clone(),
                reminded_on: reminder.reminded_on,
                means: reminder.means,
                recipient: reminder.recipient.clone(),
                reminded_by: reminder.reminded_by.and_then(|person| persons.get(&person).cloned()),
                note: reminder.note.clone(),
            })
        };
        Ok(self.reminders.iter().filter_map(row).collect())
    }
}

/// The forms of a campaign in the order of their readers.
pub fn forms(read: Reads<'_>, campaign: Id) -> Result<Vec<Engagement>> {
    let mut forms = read.list::<Engagement>("WHERE campaign = ?1", &[&campaign.as_bytes().as_slice()])?;
    forms.sort_by_key(|form| (form.form, form.id));
    Ok(forms)
}

/// The id of what a sheet went through.
pub fn submission_id(target: Id) -> Id {
    Id::natural("submission", &[&target.to_string()])
}

/// What a sheet went through; nothing yet, where nothing is known.
pub fn submission(read: Reads<'_>, engagement: Id, target: Id) -> Result<Submission> {
    Ok(read.find(submission_id(target))?.unwrap_or_else(|| untouched(engagement, target)))
}

/// A sheet of which nothing is known yet.
fn untouched(engagement: Id, target: Id) -> Submission {
    Submission {
        id: submission_id(target),
        engagement,
        target,
        sent_back_on: None,
        sent_back_reason: String::new(),
        head_name: String::new(),
        head_on: None,
        confirmed_on: None,
        confirmed_by: None,
        improvement: String::new(),
        handed_out: 0,
        came_back: 0,
        medium: None,
    }
}

/// The names that stand beside sheets.
struct Names {
    departments: BTreeMap<Id, String>,
    heads: BTreeMap<Id, String>,
    persons: BTreeMap<Id, String>,
    managers: BTreeMap<Id, Id>,
}

impl Names {
    fn of(session: &Session) -> Result<Names> {
        let read = session.read();
        let heads = departments(session, Empty {})?.into_iter().filter_map(|row| Some((row.id, row.head?)));
        let managers = read.all::<Subject>()?.into_iter().filter_map(|row| Some((row.id, row.person?)));
        Ok(Names {
            departments: read.all::<Department>()?.into_iter().map(|row| (row.id, row.name)).collect(),
            heads: heads.collect(),
            persons: session.person_names()?,
            managers: managers.collect(),
        })
    }

    /// Who confirms a sheet: the manager of the system, or else the head of the department.
    fn head(&self, department: Id, subject: Option<Id>) -> String {
        let manager =
            subject.and_then(|subject| self.managers.get(&subject)).and_then(|person| self.persons.get(person));
        manager.or_else(|| self.heads.get(&department)).cloned().unwrap_or_default()
    }
}

fn sheets_of(session: &Session, form: &Engagement, names: &Names, reminders: &[Reminder]) -> Result<Vec<SheetRow>> {
    let read = session.read();
    let by = form.id.as_bytes().as_slice();
    let submissions: BTreeMap<Id, Submission> =
        read.list::<Submission>("WHERE engagement = ?1", &[&by])?.into_iter().map(|row| (row.target, row)).collect();
    let today = session.today();
    let row = |target: EngagementTargetRow| -> Result<SheetRow> {
        let went = match submissions.get(&target.id) {
            Some(known) => known.clone(),
            None => untouched(form.id, target.id),
        };
        let sheet = Sheet {
            sent_on: target.sent_on,
            returned_on: target.returned_on,
            sent_back_on: went.sent_back_on,
            head_on: went.head_on,
            confirmed_on: went.confirmed_on,
            answered: target.answered,
            deadline: form.until_on,
        };
        Ok(SheetRow {
            target: target.id,
            engagement: form.id,
            form: form.form,
            department: target.department,
            department_name: names.departments.get(&target.department).cloned().unwrap_or_default(),
            subject: target.subject,
            name: target.name,
            contact: target.contact,
            status: sheet.status(today),
            days_late: sheet.days_late(today),
            awaited: sheet.is_awaited(today),
            deadline: form.until_on,
            sent_on: target.sent_on,
            returned_on: target.returned_on,
            sent_back_on: went.sent_back_on,
            sent_back_reason: went.sent_back_reason,
            head_name: went.head_name,
            head_on: went.head_on,
            head_proposed: names.head(target.department, target.subject),
            confirmed_on: went.confirmed_on,
            confirmed_by: went.confirmed_by.and_then(|person| names.persons.get(&person).cloned()),
            improvement: went.improvement,
            handed_out: went.handed_out,
            came_back: went.came_back,
            medium: went.medium,
            items: target.items,
            answered: target.answered,
            reminded_on: reminders.iter().find(|row| row.target == target.id).map(|row| row.reminded_on),
        })
    };
    targets(session, form)?.into_iter().map(row).collect()
}

/// The steps of a campaign's route in their order.
pub fn route_steps(read: Reads<'_>, campaign: Id) -> Result<Vec<RouteStep>> {
    Ok(read.list("WHERE campaign = ?1 ORDER BY position, id", &[&campaign.as_bytes().as_slice()])?)
}

fn route(session: &Session, whole: &Whole) -> Result<Vec<RouteStepRow>> {
    let pack = &whole.edition.pack;
    let laid_down = self_check::route(&pack.rules);
    let (persons, today) = (session.person_names()?, session.today());
    let row = |step: RouteStep| RouteStepRow {
        id: step.id,
        role: step.role,
        role_name: role_name(session, &whole.edition, step.role),
        clause: laid_down.iter().find(|rule| rule.role == step.role).and_then(|rule| rule.clause.clone()),
        person: step.person,
        person_name: step.person.and_then(|person| persons.get(&person).cloned()),
        due_on: step.due_on,
        done_on: step.done_on,
        days_late: days_since(step.due_on, step.done_on.unwrap_or(today)).filter(|days| *days > 0),
        note: step.note,
    };
    Ok(route_steps(session.read(), whole.campaign.id)?.into_iter().map(row).collect())
}

/// How many days a day lies back; negative: to come.
fn days_since(day: Option<Date>, today: Date) -> Option<i64> {
    day?.until(today).ok().map(|span| i64::from(span.get_days()))
}

/// What a standard calls a role.
fn role_name(session: &Session, edition: &Edition, role: Role) -> String {
    let english = session.english();
    let known = edition.pack.role(role);
    let name = known.map(|known| known.name_en.as_ref().filter(|_| english).unwrap_or(&known.name).clone());
    name.unwrap_or_else(|| i18n::enum_text(session.lang(), "role", domain::Keyed::key(role)))
}

/// Who holds a role today, if it is one person alone.
pub fn only_holder(session: &Session, role: Role) -> Result<Option<Id>> {
    let mut holders = holders_on(session.read(), session.today())?;
    holders.retain(|holder| holder.role == role);
    Ok(if holders.len() == 1 { holders.pop().map(|holder| holder.person) } else { None })
}

/// The counted questionnaires of a section.
pub fn staff(session: &Session, request: StaffQuery) -> Result<StaffCounting> {
    let place = Place::of(session, request.target)?;
    let read = session.read();
    let went = submission(read, place.engagement.id, request.target)?;
    let by = request.target;
    let mut counted: BTreeMap<String, [i64; 5]> = read
        .list::<StaffCount>("WHERE target = ?1", &[&by.as_bytes().as_slice()])?
        .into_iter()
        .map(|row| (row.item.clone(), counts(&row)))
        .collect();
    let form = place.engagement.form;
    let asked = items_in_scope(read, &place.edition.pack, &place.engagement)?;
    let all: BTreeMap<&str, usize> =
        (1..).zip(place.edition.pack.items_for(form)).map(|(n, item)| (item.id.as_str(), n)).collect();
    let item = |item: &domain::pack::Item| StaffItem {
        number: all.get(item.id.as_str()).copied().unwrap_or_default().to_string(),
        clause: item.clause.clone(),
        question: item.question_on(form, session.english()).to_owned(),
        counts: counted.remove(&item.id),
        item: item.id.clone(),
    };
    let items = asked.into_iter().map(item).collect();
    Ok(StaffCounting {
        campaign: place.engagement.campaign,
        name: place.name(session)?,
        handed_out: went.handed_out,
        came_back: went.came_back,
        writable: is_counted(&place) && place.engagement.state.writable(),
        items,
    })
}

/// The five counts of a row.
pub fn counts(row: &StaffCount) -> [i64; 5] {
    [row.yes, row.partly, row.no, row.not_applicable, row.unknown]
}

/// Whether a sheet is a bundle of questionnaires that are counted.
pub fn is_counted(place: &Place) -> bool {
    place.engagement.kind == EngagementKind::SelfCheck && place.engagement.form == Form::SelfStaff
}
