//! What a campaign asks of a person today.

use super::Whole;
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::kinds::EngagementState;
use domain::self_check::SheetStatus;
use jiff::civil::Date;
use store::tables::Campaign;

/// From how many days before its day a step is shown.
const SOON: i64 = 14;

/// One task per campaign and deed, whatever the number of its sections.
pub fn tasks(session: &Session) -> Result<Vec<HomeTask>> {
    // Reporting what came of it goes on after the sheets are locked.
    let open = "WHERE id IN (SELECT campaign FROM engagement WHERE state <> 'closed')
                OR id IN (SELECT campaign FROM route_step WHERE done_on IS NULL) ORDER BY id";
    let campaigns = session.read().list::<Campaign>(open, &[])?;
    let mut tasks = Vec::new();
    for campaign in campaigns {
        let whole = Whole::of(session, campaign)?;
        if whole.forms.iter().any(|form| form.state != EngagementState::Closed) {
            of_sheets(session, &whole, &mut tasks);
        }
        of_route(session, &whole, &mut tasks)?;
    }
    Ok(tasks)
}

fn of_sheets(session: &Session, whole: &Whole, tasks: &mut Vec<HomeTask>) {
    let campaign = &whole.campaign;
    let count = |wanted: &dyn Fn(&SheetRow) -> bool| whole.sheets.iter().filter(|sheet| wanted(sheet)).count();
    let mut task = |kind: &str, count: usize, due_on: Option<Date>, days_late: Option<i64>, part: &str| {
        if count == 0 {
            return;
        }
        let (title, count) = (campaign.title.as_str(), count.to_string());
        tasks.push(HomeTask {
            kind: kind.to_owned(),
            label: session.text("campaign-task", &[("title", title), ("count", &count)]),
            due_on,
            days_late,
            route: format!("/self-checks/campaigns/{}{part}", campaign.id),
        });
    };
    let status = |status: SheetStatus| move |sheet: &SheetRow| sheet.status == status;
    let days = |on: Option<Date>| super::days_since(on, session.today());
    let unsent = count(&status(SheetStatus::NotSent));
    // Once the first sheets are out, it is a matter of the others and no longer of the day.
    let begun = unsent < whole.sheets.len();
    let first_day = campaign.from_on.filter(|_| !begun);
    task("campaign-to-hand-out", unsent, first_day, days(first_day), "?status=not_sent");
    let late = count(&|sheet| sheet.awaited && sheet.days_late.is_some());
    let awaited = || whole.sheets.iter().filter(|sheet| sheet.awaited && sheet.days_late.is_some());
    let most = awaited().filter_map(|sheet| sheet.days_late).max();
    task("campaign-to-remind", late, awaited().filter_map(|sheet| sheet.deadline).min(), most, "/reminders");
    let submitted = count(&status(SheetStatus::Submitted));
    task("campaign-to-confirm", submitted, None, None, "?status=submitted");
}

/// The first step that is not done, once it is near. The sections' own step is what the sheets say.
fn of_route(session: &Session, whole: &Whole, tasks: &mut Vec<HomeTask>) -> Result<()> {
    let route = super::route(session, whole)?;
    let Some(step) = route.iter().skip(1).find(|step| step.done_on.is_none()) else { return Ok(()) };
    let days_late = super::days_since(step.due_on, session.today());
    if days_late.is_some_and(|days| days >= -SOON) {
        let (title, role) = (whole.campaign.title.as_str(), step.role_name.as_str());
        tasks.push(HomeTask {
            kind: "campaign-to-report".to_owned(),
            label: session.text("campaign-task-step", &[("title", title), ("role", role)]),
            due_on: step.due_on,
            days_late,
            route: format!("/self-checks/campaigns/{}/route", whole.campaign.id),
        });
    }
    Ok(())
}
