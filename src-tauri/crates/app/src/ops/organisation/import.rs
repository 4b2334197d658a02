//! Lists of the office from a workbook: read and shown first, what is unclear asked, and then taken over as a whole.

mod entry;
mod people;
mod plan;
mod take;
mod things;

pub(super) use people::roles;

use super::listed;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::evidence::record;
use crate::ops::import::keep_original;
use crate::queries::journal::hex;
use crate::release::{Released, file_name, release};
use crate::session::Session;
use ::exchange::{Heading, Limits, ListSheet, Lists};
use plan::plan;
use report::DocInfo;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::tables::{Evidence, Import};
use store::{Committed, OpMeta};

/// How many workbooks may wait to be taken over.
const MAX_PENDING: usize = 10;

/// A workbook that was read and waits to be taken over.
pub struct Pending {
    file_name: String,
    sha256: String,
    bytes: Arc<[u8]>,
    found: Lists,
    /// What a person decided, by what was asked.
    decisions: BTreeMap<String, String>,
}

/// Reads a workbook and says what taking it over would do.
pub fn read(session: &mut Session, _: OpMeta, request: ReadOfficeImport) -> Result<Committed<OfficeImportPreview>> {
    let file_name = session.handles.name(&request.handle)?;
    let bytes = session.handles.bytes(&request.handle)?;
    let workbook = ::exchange::read(&bytes, &file_name, &Limits::default()).map_err(|error| {
        ErrorDto::new("import-unreadable").arg("text", error.text(session.lang())).arg("file", &file_name)
    })?;
    let found = ::exchange::lists(&workbook);
    if found.sheets.is_empty() {
        return Err(ErrorDto::new("no-lists").arg("file", &file_name));
    }
    let sha256 = hex(&Sha256::digest(&bytes));
    let token = format!("{:016x}-{}", session.now(), hex(&session.env.random()));
    while session.office_imports.len() >= MAX_PENDING {
        session.office_imports.pop_first();
    }
    preview(session, token, Pending { file_name, sha256, bytes, found, decisions: BTreeMap::new() })
}

/// Decides what was asked, and says what taking the workbook over would do then.
pub fn decide(session: &mut Session, _: OpMeta, request: DecideOfficeImport) -> Result<Committed<OfficeImportPreview>> {
    let mut pending = session.office_imports.remove(&request.token).ok_or_else(|| ErrorDto::new("import-gone"))?;
    for (key, decision) in request.decisions {
        if decision.is_empty() {
            pending.decisions.remove(&key);
        } else {
            pending.decisions.insert(key, decision);
        }
    }
    preview(session, request.token, pending)
}

fn preview(session: &mut Session, token: String, pending: Pending) -> Result<Committed<OfficeImportPreview>> {
    let planned = plan(session, &pending.found, &pending.decisions)?;
    let known = !session.read().list::<Import>("WHERE sha256 = ?1 LIMIT 1", &[&pending.sha256])?.is_empty();
    let column = |sheet: &ListSheet, (heading, cell, text): &(Heading, String, String)| OfficeColumn {
        sheet: sheet.name.clone(),
        cell: cell.clone(),
        text: text.clone(),
        heading: *heading,
    };
    let sheets = &pending.found.sheets;
    let output = OfficeImportPreview {
        token: token.clone(),
        file_name: pending.file_name.clone(),
        known,
        columns: sheets.iter().flat_map(|sheet| sheet.columns.iter().map(|one| column(sheet, one))).collect(),
        unknown: sheets
            .iter()
            .flat_map(|sheet| {
                let cell = |(cell, text): &(String, String)| (sheet.name.clone(), cell.clone(), text.clone());
                sheet.unknown.iter().map(cell)
            })
            .map(|(sheet, cell, text)| OfficeCell { sheet, cell, text })
            .collect(),
        unread: pending.found.unread.clone(),
        hidden: pending.found.hidden.clone(),
        skipped: sheets
            .iter()
            .flat_map(|sheet| sheet.skipped.iter().map(|one| (sheet.name.clone(), one.clone())))
            .map(|(sheet, (cell, text, why))| OfficeSkipped { sheet, cell, text, why })
            .collect(),
        hidden_columns: sheets
            .iter()
            .flat_map(|sheet| sheet.hidden.iter().map(|one| (sheet.name.clone(), one.clone())))
            .map(|(sheet, (cell, text))| OfficeCell { sheet, cell, text })
            .collect(),
        merged: sheets
            .iter()
            .flat_map(|sheet| sheet.merged.iter().map(|cell| (sheet.name.clone(), cell.clone())))
            .map(|(sheet, cell)| OfficeCell { sheet, cell, text: String::new() })
            .collect(),
        questions: planned.questions,
        rows: planned.entries.into_iter().map(|entry| entry.row).collect(),
    };
    session.office_imports.insert(token, pending);
    Ok(Committed { output, op: None, touched: Vec::new() })
}

/// Takes what is new or changed over, in one operation.
pub fn commit(session: &mut Session, meta: OpMeta, request: CommitOfficeImport) -> Result<Committed<OfficeImportDone>> {
    super::not_to_come(session, request.on)?;
    let pending = session.office_imports.get(&request.token).ok_or_else(|| ErrorDto::new("import-gone"))?;
    let (file_name, sha256, bytes) = (pending.file_name.clone(), pending.sha256.clone(), Arc::clone(&pending.bytes));
    let planned = plan(session, &pending.found, &pending.decisions)?;
    let skip: BTreeSet<&str> = request.skip.iter().map(String::as_str).collect();
    let wanted = |status: OfficeRowStatus| matches!(status, OfficeRowStatus::New | OfficeRowStatus::Changed);
    let chosen: Vec<entry::Entry> = planned
        .entries
        .into_iter()
        .filter(|entry| wanted(entry.row.status) && !skip.contains(entry.row.key.as_str()))
        .collect();
    if chosen.is_empty() {
        session.office_imports.remove(&request.token);
        return Ok(Committed { output: OfficeImportDone { taken: 0 }, op: None, touched: Vec::new() });
    }
    let original = keep_original(session, &file_name, bytes, "app-import-source-office")?;
    let (person, today, now) = (session.person, session.today(), session.now());
    let committed = session.transact(meta, |tx| {
        let taken = take::all(tx, &chosen, request.on)?;
        let id = tx.new_id();
        let evidence = record(tx, &original, "import", id, person, today)?;
        let blob = tx.read().get::<Evidence>(evidence)?.blob;
        tx.put(&Import { id, file_name, sha256, blob, target: None, taken, at: now })?;
        Ok(OfficeImportDone { taken })
    })?;
    session.office_imports.remove(&request.token);
    Ok(committed)
}

/// Writes the workbook that is filled in from scratch. It holds nothing of the office, and is kept like a file that
/// one writes for oneself.
pub fn template(session: &mut Session, meta: OpMeta, request: OfficeTemplate) -> Result<Committed<Exported>> {
    let sheets = listed::sheets(session, &BTreeMap::new());
    let office = session.office()?;
    let title = session.text("organisation-template", &[]);
    let person = session.person_names()?.remove(&session.person).unwrap_or_default();
    let class_label = session.class_label(&office.class_level);
    let info = DocInfo {
        title: title.clone(),
        office: office.name,
        author: person.clone(),
        class_label: class_label.clone(),
        created: session.today(),
    };
    let basis = session.text("organisation-template-basis", &[]);
    let released = Released {
        name: file_name(&class_label, &[&title], "xlsx"),
        kind: "office-template-xlsx",
        class_level: office.class_level,
        recipient: &person,
        basis: &basis,
        bytes: report::xlsx::blank_workbook(&sheets, None, &session.lang(), &info)?,
        destination: &request.destination,
        warnings: Vec::new(),
    };
    release(session, meta, released)
}
