//! What leaves of a campaign beside its sheets and reminders: its totals.

use crate::dto::*;
use crate::error::{Result, required};
use crate::ops::exchange;
use crate::queries::campaign::{build_totals, totals_name};
use crate::session::Session;
use store::{Committed, OpMeta};

/// Writes the totals to a file.
pub fn export_totals(session: &mut Session, meta: OpMeta, request: ExportTotals) -> Result<Committed<Exported>> {
    required("recipient", &request.recipient)?;
    required("basis", &request.basis)?;
    let totals = build_totals(session, request.campaign)?;
    exchange::release_totals(
        session,
        meta,
        &totals,
        totals_name(session, session.read().get(request.campaign)?, &request.format)?,
        &request,
    )
}
