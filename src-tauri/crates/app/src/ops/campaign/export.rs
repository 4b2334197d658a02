//! What leaves of a campaign: its sheets, a file for each section, and its totals.

use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::ops::exchange;
use crate::queries::campaign::{Whole, build_totals, totals_name};
use crate::queries::grid::Place;
use crate::session::Session;
use domain::Id;
use store::{Committed, OpMeta};

/// Writes the totals to a file.
pub fn export_totals(session: &mut Session, meta: OpMeta, request: ExportTotals) -> Result<Committed<Exported>> {
    required("recipient", &request.recipient)?;
    required("basis", &request.basis)?;
    let totals = build_totals(session, request.campaign)?;
    exchange::release_totals(session, meta, &totals, totals_name(session, &totals, &request.format)?, &request)
}

/// Writes sheets into a folder, each as a file of its own with a line of its own in the register: every section gets
/// only what is its own. A file that fails leaves those before it where they are, and the answer says which they were.
pub fn export_sheets(session: &mut Session, meta: OpMeta, request: ExportSheets) -> Result<Committed<SheetsExported>> {
    required("basis", &request.basis)?;
    if !session.handles.path(&request.destination)?.is_dir() {
        return Err(ErrorDto::new("campaign-no-folder").at("destination"));
    }
    let wanted = wanted(session, &request)?;
    if wanted.is_empty() {
        return Err(ErrorDto::required("targets"));
    }
    let output = SheetsExported { written: Vec::new(), stopped: None, left: Vec::new() };
    let mut all = Committed { output, op: None, touched: Vec::new() };
    let mut sheets = wanted.into_iter();
    for (target, name) in sheets.by_ref() {
        let form = ExportForm {
            target,
            format: request.format.clone(),
            destination: request.destination.clone(),
            recipient: name.clone(),
            basis: request.basis.clone(),
        };
        match exchange::export_form(session, meta, form) {
            Ok(one) => {
                all.output.written.push(one.output);
                all.op = one.op;
                all.touched.extend(one.touched);
            }
            // Where nothing has been written, there is nothing to say but why.
            Err(error) if all.output.written.is_empty() => return Err(error),
            Err(error) => {
                all.output.stopped = Some(error);
                all.output.left.push(name);
                break;
            }
        }
    }
    all.output.left.extend(sheets.map(|(_, name)| name));
    Ok(all)
}

/// The sheets that are meant, with their names, in the order of the request or of the forms.
fn wanted(session: &Session, request: &ExportSheets) -> Result<Vec<(Id, String)>> {
    if request.targets.is_empty() {
        let whole = Whole::of(session, session.read().get(request.campaign)?)?;
        return Ok(whole.sheets.into_iter().map(|sheet| (sheet.target, sheet.name)).collect());
    }
    let named = |&target: &Id| {
        let place = Place::of(session, target)?;
        if place.engagement.campaign != Some(request.campaign) {
            return Err(ErrorDto::new("not-found").arg("entity", "engagement_target"));
        }
        Ok((target, place.name(session)?))
    };
    request.targets.iter().map(named).collect()
}
