//! What leaves of a campaign: its sheets, a file for each section, and its totals.

use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::ops::exchange;
use crate::queries::campaign::{Whole, build_totals, totals_name};
use crate::session::Session;
use store::{Committed, OpMeta};

/// Writes the totals to a file.
pub fn export_totals(session: &mut Session, meta: OpMeta, request: ExportTotals) -> Result<Committed<Exported>> {
    required("recipient", &request.recipient)?;
    required("basis", &request.basis)?;
    let totals = build_totals(session, request.campaign)?;
    exchange::release_totals(session, meta, &totals, totals_name(session, &totals, &request.format)?, &request)
}

/// Writes sheets into a folder, each as a file of its own with a line of its own in the register: every section gets
/// only what is its own. A file that fails leaves those before it where they are.
pub fn export_sheets(session: &mut Session, meta: OpMeta, request: ExportSheets) -> Result<Committed<Vec<Exported>>> {
    required("basis", &request.basis)?;
    if !session.handles.path(&request.destination)?.is_dir() {
        return Err(ErrorDto::new("campaign-no-folder").at("destination"));
    }
    let whole = Whole::of(session, session.read().get(request.campaign)?)?;
    let wanted =
        whole.sheets.iter().filter(|sheet| request.targets.is_empty() || request.targets.contains(&sheet.target));
    let mut all = Committed { output: Vec::new(), op: None, touched: Vec::new() };
    for sheet in wanted {
        let form = ExportForm {
            target: sheet.target,
            format: request.format.clone(),
            destination: request.destination.clone(),
            recipient: sheet.name.clone(),
            basis: request.basis.clone(),
        };
        let one = exchange::export_form(session, meta, form)?;
        all.output.push(one.output);
        all.op = one.op;
        all.touched.extend(one.touched);
    }
    if all.output.is_empty() {
        return Err(ErrorDto::required("targets"));
    }
    Ok(all)
}
