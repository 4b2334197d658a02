//! Findings and plans of earlier years from a table of the office's own. A table is read by its headings, what is not
//! clear is asked once for every text, and only what the table proves is recorded: who did what is not made up where
//! no name stands there.

mod asked;
mod row;
mod take;

use super::tables::kept;
use super::{Pending, pending};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::ops::evidence::{link, record};
use crate::ops::finding::fiscal_year_label;
use crate::queries::{office, pack};
use crate::session::Session;
use ::exchange::{Findings, Layout, SheetLayout, Workbook, finding_layouts, findings};
use asked::Known;
use domain::text::fold;
use domain::{Id, past};
use row::Row;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::tables::{Engagement, Evidence, Import, ImportLayout};
use store::{Committed, OpMeta};

/// How many years back a row can be.
const YEARS: i64 = 20;

/// No name of a layout is longer.
const LONGEST_NAME: usize = 100;

/// What a workbook holds, read as it was asked for.
struct Read<'a> {
    pending: &'a Pending,
    guessed: Vec<SheetLayout>,
    reading: PastReading,
    found: Findings,
}

/// Whether some sheet of a workbook looks like a list of findings.
pub(super) fn looks_like(session: &Session, workbook: &Workbook) -> Result<bool> {
    Ok(finding_layouts(workbook, &kept(session)?).iter().any(|one| one.layout.is_some()))
}

/// What taking a workbook over would do. Nothing is kept of the question.
pub fn plan(session: &Session, request: PlanPast) -> Result<PastPlan> {
    let read = read(session, &request.token, request.reading)?;
    let (rows, questions) = rows(session, &read)?;
    let counts = |sheet: &str| read.found.rows.iter().filter(|row| row.sheet == sheet).count();
    let number = |count: usize| i64::try_from(count).unwrap_or(0);
    let sheet = |one: &SheetLayout| PastSheet {
        sheet: one.sheet.clone(),
        kept: one.saved.clone().filter(|_| read.reading.layouts.get(&one.sheet) == one.layout.as_ref()),
        rows: number(counts(&one.sheet)),
        hidden: number(read.found.hidden.get(&one.sheet).copied().unwrap_or(0)),
    };
    let choice = |value: String, label: String| PastChoice { value, label };
    let newest = session.fiscal_year();
    Ok(PastPlan {
        token: request.token,
        file_name: read.pending.file_name.clone(),
        known: !session.read().list::<Import>("WHERE sha256 = ?1 LIMIT 1", &[&read.pending.sha256])?.is_empty(),
        sheets: read.guessed.iter().map(sheet).collect(),
        questions,
        rows: rows.into_iter().map(|row| row.shown).collect(),
        skipped: read
            .found
            .skipped
            .iter()
            .map(|(sheet, cell, text, why)| PastSkipped {
                sheet: sheet.clone(),
                cell: cell.clone(),
                text: text.clone(),
                why: *why,
            })
            .collect(),
        departments: office::departments(session, Empty {})?
            .into_iter()
            .map(|row| choice(row.id.to_string(), row.name))
            .collect(),
        editions: pack::list(session, Empty {})?
            .into_iter()
            .map(|row| choice(row.hash, [row.title, row.edition].join(" ")))
            .collect(),
        years: (newest - YEARS..=newest).rev().map(|year| choice(year.to_string(), fiscal_year_label(year))).collect(),
        kept: kept(session)?
            .into_iter()
            .filter(|(_, layout)| layout.reads() == exchange::Reads::Findings)
            .map(|(name, _)| name)
            .collect(),
        reading: read.reading,
    })
}

/// Reads the lists of a workbook.
fn read<'a>(session: &'a Session, token: &str, reading: Option<PastReading>) -> Result<Read<'a>> {
    let pending = pending(session, token)?;
    let none = || ErrorDto::new("past-no-table").arg("file", &pending.file_name);
    let (workbook, _) = pending.tables.as_ref().ok_or_else(none)?;
    let guessed = finding_layouts(workbook, &kept(session)?);
    let mut reading = match reading {
        Some(reading) => reading,
        None => PastReading {
            layouts: guessed.iter().filter_map(|one| Some((one.sheet.clone(), one.layout.clone()?))).collect(),
            pack_hash: likely_edition(session)?,
            ..PastReading::default()
        },
    };
    let unknown = |what: &str| ErrorDto::new("bad-request").arg("detail", what).at("layouts");
    for (name, layout) in &mut reading.layouts {
        let sheet = workbook.sheets.iter().find(|sheet| sheet.name == *name).ok_or_else(|| unknown(name))?;
        if layout.columns.is_empty() {
            layout.columns = sheet.headed_findings(layout.first, layout.last);
        }
    }
    let wanted: BTreeMap<String, Layout> =
        reading.layouts.iter().filter(|(name, _)| !reading.left_out.contains(*name)).map(cloned).collect();
    let found = findings(workbook, &wanted);
    for name in wanted.keys().filter(|name| !reading.years.contains_key(*name)).cloned().collect::<Vec<_>>() {
        let above = found.above.get(&name).into_iter().flatten().map(String::as_str);
        let mut said = std::iter::once(name.as_str()).chain(above).chain([pending.file_name.as_str()]);
        if let Some(year) = said.find_map(past::year_in) {
            reading.years.insert(name.clone(), year);
        }
    }
    Ok(Read { pending, guessed, reading, found })
}

fn cloned((name, layout): (&String, &Layout)) -> (String, Layout) {
    (name.clone(), layout.clone())
}

/// The edition of the newest engagement; nothing where none was held yet.
fn likely_edition(session: &Session) -> Result<Option<String>> {
    let newest =
        session.read().list::<Engagement>("ORDER BY kind = 'audit' DESC, fiscal_year DESC, id DESC LIMIT 1", &[])?;
    newest.first().map(|one| Ok(session.edition(one.pack_edition)?.pack.hash.clone())).transpose()
}

/// What every row becomes, and what is asked.
fn rows(session: &Session, read: &Read<'_>) -> Result<(Vec<Row>, Vec<PastQuestion>)> {
    let edition = read.reading.pack_hash.as_ref().map(|hash| pack::by_hash(session, hash)).transpose()?;
    let mut known = Known::of(session, &read.reading, edition.as_deref())?;
    let mut rows = Vec::new();
    for line in &read.found.rows {
        rows.push(row::plan(&mut known, line));
    }
    Ok((rows, known.questions()))
}

/// Takes the rows over that are new, in one operation, and keeps the file as evidence of each of them.
pub fn commit(session: &mut Session, meta: OpMeta, request: CommitPast) -> Result<Committed<PastDone>> {
    let read = read(session, &request.token, Some(request.reading))?;
    let (rows, _) = rows(session, &read)?;
    let wanted = |row: &Row| row.shown.status == PastRowStatus::New && !request.skip.contains(&row.shown.key);
    let chosen: Vec<Row> = rows.into_iter().filter(wanted).collect();
    if chosen.is_empty() {
        session.imports.remove(&request.token);
        return super::shown(PastDone { taken: 0 });
    }
    let hash = read.reading.pack_hash.clone().ok_or_else(|| ErrorDto::required("pack_hash"))?;
    let edition = pack::by_hash(session, &hash)?;
    let (file_name, sha256) = (read.pending.file_name.clone(), read.pending.sha256.clone());
    let bytes = Arc::clone(&read.pending.bytes);
    let taking = take::Taking::of(session, &chosen, &file_name, edition)?;
    let original = super::keep_original(session, &file_name, bytes, "past-source")?;
    let (person, today, now) = (session.person, session.today(), session.now());
    let taken = i64::try_from(chosen.len()).unwrap_or(0);
    let committed = session.transact(meta, |tx| {
        let ids = taking.all(tx, &chosen)?;
        let id = tx.new_id();
        let evidence = record(tx, &original, "import", id, person, today)?;
        for finding in ids {
            link(tx, evidence, "finding", finding)?;
        }
        let blob = tx.read().get::<Evidence>(evidence)?.blob;
        tx.put(&Import { id, file_name, sha256, blob, target: None, taken, at: now })?;
        Ok(PastDone { taken })
    })?;
    session.imports.remove(&request.token);
    Ok(committed)
}

/// Keeps how a list of findings is read under a name, by which the same list is known again.
pub fn keep_layout(session: &mut Session, meta: OpMeta, request: KeepPastLayout) -> Result<Committed<Empty>> {
    let name = required("name", &request.name)?;
    if name.chars().count() > LONGEST_NAME {
        return Err(ErrorDto::new("text-too-long").arg("limit", LONGEST_NAME).at("name"));
    }
    if request.layout.reads() != exchange::Reads::Findings {
        return Err(ErrorDto::new("import-no-layout").arg("sheet", &name));
    }
    let layout = serde_json::to_string(&request.layout)?;
    session.transact(meta, |tx| {
        tx.put(&ImportLayout { id: Id::natural("import_layout", &[&fold(&name)]), name, layout })?;
        Ok(Empty {})
    })
}
