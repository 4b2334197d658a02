//! Commands on the self-inspection of a year.

use super::Kind::{Change, Never};
use super::*;

const CAMPAIGN: &[&str] = &[
    "campaign",
    "route_step",
    "submission",
    "staff_count",
    "reminder",
    "engagement",
    "engagement_target",
    "scope_exclusion",
    "self_answer",
    "department",
    "subject",
    "person",
    "role_holder",
];

/// The commands.
pub(super) fn table() -> Vec<Command> {
    vec![
        query("campaign.list", CAMPAIGN, queries::campaign::list),
        query("campaign.get", CAMPAIGN, queries::campaign::get),
        change("campaign.create", Change, ops::campaign::create),
        change("campaign.save", Change, ops::campaign::save),
        change("campaign.hand_out", Change, ops::campaign::hand_out),
        change("campaign.submit", Change, ops::campaign::submit),
        change("campaign.send_back", Change, ops::campaign::send_back),
        change("campaign.head_confirm", Change, ops::campaign::head_confirm),
        change("campaign.confirm", Change, ops::campaign::confirm),
        change("campaign.save_sheet", Change, ops::campaign::save_sheet),
        change("campaign.close", Never("lock"), ops::campaign::close),
        change("route_step.save", Change, ops::campaign::save_route_step),
        change("route_step.remove", Change, ops::campaign::remove_route_step),
        change("reminder.add", Change, ops::campaign::add_reminders),
        query("reminder.letters", CAMPAIGN, queries::campaign::letters),
        change("reminder.export", Never("release"), ops::campaign::export_letters),
        query("staff_count.get", CAMPAIGN, queries::campaign::staff),
        change("staff_count.set", Change, ops::campaign::set_staff_count),
        query("campaign.totals", CAMPAIGN, queries::campaign::totals),
        query("campaign.totals_name", &["campaign", "office"], queries::campaign::name_totals),
        query("campaign.answers", CAMPAIGN, queries::campaign::answers),
        change("campaign.export_totals", Never("release"), ops::campaign::export_totals),
    ]
}
