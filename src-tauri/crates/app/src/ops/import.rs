//! What comes back: files are read and compared first, shown, and taken over only as chosen.

mod answering;
mod back;
mod commit;
mod compare;
mod files;
pub mod past;
mod staff;
mod tables;
mod versions;

pub use answering::open_engagements;
pub use back::{back_name, write};
pub use commit::{commit, keep_scan};
pub use files::find;
pub use tables::{arrange, forget_layout, keep_layout, kept_layouts, rename_layout, view};
pub use versions::compare_all;

pub(super) use commit::keep_original;
pub(super) use tables::kept;

use crate::App;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::campaign::is_counted;
use crate::queries::grid::Place;
use crate::queries::journal::hex;
use crate::session::Session;
use ::exchange::{Diagnostic, DiagnosticCode, Limits, PlanRow, ReadFault, Recognised, ReturnedForm, Workbook};
use compare::{compare, fits, foreign, place_of, target_of, unassigned};
use domain::Id;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use store::tables::Import;
use store::{Committed, OpMeta};
use tables::Tables;

/// How many workbooks may wait to be taken over.
const MAX_PENDING: usize = 500;

/// Nobody waits longer than this for one file, in milliseconds.
const LONGEST_MS: i64 = 60_000;

/// A workbook that was read and waits to be taken over.
pub struct Pending {
    file_name: String,
    sha256: String,
    bytes: Arc<[u8]>,
    /// Whether it is one whose cells can be written into.
    writable: bool,
    /// What was found of ours, as long as somebody may still say whose it is.
    found: Recognised,
    /// To which target a person assigned each blank sheet, by the name of the sheet.
    assigned: BTreeMap<String, Id>,
    /// What was found that is not ours, with the cells.
    tables: Option<(Workbook, Tables)>,
    /// What taking it over would do.
    forms: Vec<Planned>,
}

impl Pending {
    /// Whether nobody need say any more what it is, so that it is never looked at anew.
    fn is_settled(&self) -> bool {
        self.tables.is_none() && !self.found.forms.iter().any(ReturnedForm::is_blank)
    }
}

/// A sheet whose target is known, and what taking it over would do.
struct Planned {
    sheet: String,
    target: Id,
    /// The rows as JSON: hundreds of sheets may wait, and most rows are looked at once more, when they are taken over.
    rows: Box<[u8]>,
    /// Whether answers are only counted, and how many questionnaires it is; none if it holds counts.
    counted: Option<Option<i64>>,
}

impl Planned {
    /// What would become of each of its cells.
    fn rows(&self) -> Result<Vec<PlanRow>> {
        Ok(serde_json::from_slice(&self.rows)?)
    }

    /// By which it is named when it is left.
    fn key(&self) -> String {
        format!("{}/{}", self.sheet, self.target)
    }

    /// By which one of its cells is named when something is decided about it.
    fn cell_key(&self, row: &PlanRow) -> String {
        format!("{}/{}/{}", self.key(), row.key, row.column)
    }
}

/// Reads a workbook and says what taking it over would do. The workspace is free for others meanwhile.
pub fn read(app: &App, request: ReadImport) -> Result<ImportPreview> {
    let (file_name, bytes, workbook) = read_workbook(app, &request.handle)?;
    let mut found = ::exchange::recognise(&workbook);
    found.diagnostics.extend(::exchange::observe(&workbook));
    let sha256 = hex(&Sha256::digest(&bytes));
    let writable = bytes.starts_with(b"PK") && !workbook.is_partly_read;
    let pending = Pending {
        file_name,
        sha256,
        bytes,
        writable,
        found,
        assigned: BTreeMap::new(),
        tables: None,
        forms: Vec::new(),
    };
    app.with_session(|session| {
        let tables = Tables::found(session, &workbook, !pending.found.forms.is_empty())?;
        let pending = Pending { tables: tables.map(|tables| (workbook, tables)), ..pending };
        let token = format!("{:016x}-{}", session.now(), hex(&session.env.random()));
        while session.imports.len() >= MAX_PENDING {
            session.imports.pop_first();
        }
        preview(session, token, pending)
    })
}

/// Reads a file as a workbook, as long as it is wanted and no longer than anybody waits. The lock of the workspace is not
/// even asked for, or two files at a time would wait for each other before they begin.
pub(super) fn read_workbook(app: &App, handle: &str) -> Result<(String, Arc<[u8]>, Workbook)> {
    let file_name = app.handles.name(handle)?;
    let bytes = app.handles.bytes(handle)?;
    let (asked, begun) = (app.stops.load(Ordering::Relaxed), app.config.env.now_ms());
    let slow = || app.config.env.now_ms() - begun > LONGEST_MS;
    let go_on = || app.stops.load(Ordering::Relaxed) == asked && !slow();
    let refusal = match ::exchange::read_while(&bytes, &file_name, &Limits::default(), &go_on) {
        Ok(workbook) => return Ok((file_name, bytes, workbook)),
        Err(error) => match error.fault {
            ReadFault::Stopped if slow() => ErrorDto::new("import-too-slow"),
            ReadFault::Stopped => ErrorDto::new("import-stopped"),
            _ => ErrorDto::new("import-unreadable").arg("text", error.text(app.with_session(|s| Ok(s.lang()))?)),
        },
    };
    Err(refusal.arg("file", &file_name))
}

/// Stops what is being read; what was read before stays.
pub fn stop(app: &App, _: Empty) -> Result<Empty> {
    app.stops.fetch_add(1, Ordering::Relaxed);
    Ok(Empty {})
}

/// Says to which target a blank sheet belongs, and what taking the workbook over would do then.
pub fn assign(session: &mut Session, _: OpMeta, request: AssignImport) -> Result<Committed<ImportPreview>> {
    let pending = pending(session, &request.token)?;
    let sheet = pending.found.forms.iter().find(|form| form.sheet == request.sheet && form.is_blank());
    let sheet = sheet.ok_or_else(|| ErrorDto::new("bad-request").arg("detail", &request.sheet).at("sheet"))?;
    let place = Place::of(session, request.target)?;
    fits(session, sheet, &place)?;
    let elsewhere = pending.found.forms.iter().filter(|form| form.sheet != request.sheet);
    let mut targets = elsewhere.filter_map(|form| target_of(form, &pending.assigned));
    // Many questionnaires are from the same section.
    if !is_counted(&place) && targets.any(|target| target == request.target) {
        let department = place.name(session)?;
        return Err(ErrorDto::new("import-target-taken").arg("department", department).at("target"));
    }
    let mut pending = taken_out(session, &request.token)?;
    pending.assigned.insert(request.sheet, request.target);
    shown(preview(session, request.token, pending)?)
}

/// A workbook that waits.
fn pending<'s>(session: &'s Session, token: &str) -> Result<&'s Pending> {
    session.imports.get(token).ok_or_else(|| ErrorDto::new("import-gone"))
}

/// A workbook that waits, to be looked at anew; [`preview`] puts it back.
fn taken_out(session: &mut Session, token: &str) -> Result<Pending> {
    session.imports.remove(token).ok_or_else(|| ErrorDto::new("import-gone"))
}

fn shown<T>(output: T) -> Result<Committed<T>> {
    Ok(Committed { output, op: None, touched: Vec::new() })
}

/// The cell that something is said of.
fn place_told(said: &Diagnostic) -> Option<(String, String)> {
    Some((said.sheet.clone()?, said.cell.clone()?))
}

/// What taking a workbook over would do; it waits for that from now on.
fn preview(session: &mut Session, token: String, mut pending: Pending) -> Result<ImportPreview> {
    let mut diagnostics = pending.found.diagnostics.clone();
    let (mut forms, mut told) = (Vec::new(), BTreeSet::new());
    pending.forms.clear();
    for form in &pending.found.forms {
        let target = target_of(form, &pending.assigned);
        let (mut shown, said) = match target.and_then(|target| place_of(session, target)) {
            Some(place) => {
                let (mut shown, said) = compare(session, form, &place)?;
                if is_counted(&place) && place.engagement.campaign.is_some() {
                    staff::questionnaire(session, &place, &mut shown)?;
                }
                (shown, said)
            }
            None if form.is_blank() => unassigned(session, form)?,
            None => foreign(form),
        };
        told.extend(said.iter().filter_map(place_told));
        diagnostics.extend(said);
        shown.is_table = false;
        forms.push(shown);
    }
    let tables = match &mut pending.tables {
        Some((workbook, tables)) => {
            // What can be read after all need not be ours.
            let ours = [DiagnosticCode::NoForm, DiagnosticCode::SheetNotOurs];
            let is_something = tables.are_read() || tables.are_findings();
            diagnostics.retain(|one| !is_something || !ours.contains(&one.code));
            let planned = tables.plan(session, workbook)?;
            forms.extend(planned.forms);
            told.extend(planned.diagnostics.iter().filter_map(place_told));
            diagnostics.extend(planned.diagnostics);
            Some(planned.shown)
        }
        None => None,
    };
    // What is asked about a cell need not be said once more of what the cell offers.
    diagnostics
        .retain(|one| one.code != DiagnosticCode::OffList || place_told(one).is_none_or(|at| !told.contains(&at)));
    for shown in &forms {
        let Some(target) = shown.target else { continue };
        let counted = shown.counted.as_ref().map(|counted| counted.sheets);
        let rows = serde_json::to_vec(&shown.rows)?.into_boxed_slice();
        pending.forms.push(Planned { sheet: shown.sheet.clone(), target, rows, counted });
    }
    if pending.is_settled() {
        pending.found = Recognised::default();
    }
    let known = !session.read().list::<Import>("WHERE sha256 = ?1 LIMIT 1", &[&pending.sha256])?.is_empty();
    let (file_name, sha256, writable) = (pending.file_name.clone(), pending.sha256.clone(), pending.writable);
    let preview =
        ImportPreview { token: token.clone(), file_name, sha256, known, forms, tables, writable, diagnostics };
    session.imports.insert(token, pending);
    Ok(preview)
}
