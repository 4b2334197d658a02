//! Tables of anyone: which engagement they answer, how they are read, and whom the names in them mean. Guessed first,
//! and corrected by a person before anything counts.

use super::answering::{Answering, candidates, likely, offered};
use super::{Pending, past, pending, preview, shown, taken_out};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::engagement::targets;
use crate::session::Session;
use ::exchange::{
    Assigned, ColumnUse, Diagnostic, DiagnosticCode, Layout, Limits, SheetLayout, SheetView, Workbook, is_example,
    layouts,
};
use domain::Id;
use domain::text::fold;
use std::collections::{BTreeMap, BTreeSet};
use store::tables::{Engagement, ImportLayout};
use store::{Committed, OpMeta};

/// No name of a layout is longer.
const LONGEST_NAME: usize = 100;

/// The tables of a workbook.
pub(super) struct Tables {
    /// Their sheets, and how they were guessed to be read.
    guessed: Vec<SheetLayout>,
    reading: ImportReading,
    /// Names that needed a word.
    names: Vec<ImportName>,
    /// Whether they look like findings of earlier years.
    findings: bool,
}

/// What taking the tables over would do.
pub(super) struct PlannedTables {
    pub(super) forms: Vec<ImportForm>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) shown: ImportTables,
}

impl Tables {
    /// The tables of a workbook, if there are any. Beside sheets of ours, only what looks like a table is one.
    pub(super) fn found(session: &Session, workbook: &Workbook, beside_ours: bool) -> Result<Option<Tables>> {
        // Most of what comes back is ours, and then nobody need ask what it answers.
        let seen = layouts(workbook, &kept(session)?, &[]);
        if seen.iter().all(|sheet| beside_ours && sheet.layout.is_none()) {
            return Ok(None);
        }
        let engagements = candidates(session)?;
        let engagement = likely(session, workbook, &engagements)?;
        let findings = past::looks_like(session, workbook)?;
        let mut tables = Tables { guessed: Vec::new(), reading: ImportReading::default(), names: Vec::new(), findings };
        tables.guess(session, workbook, engagement)?;
        if beside_ours {
            tables.guessed.retain(|sheet| sheet.layout.is_some());
        }
        Ok((!tables.guessed.is_empty()).then_some(tables))
    }

    /// Guesses how everything is read, if it answers this engagement.
    fn guess(&mut self, session: &Session, workbook: &Workbook, engagement: Option<Engagement>) -> Result<()> {
        let answering = engagement.map(|engagement| Answering::of(session, engagement)).transpose()?;
        let places = answering.as_ref().map(|one| one.places.as_slice()).unwrap_or_default();
        self.guessed = layouts(workbook, &kept(session)?, places);
        for one in self.guessed.iter_mut().filter(|one| one.saved.is_none()) {
            let sheet = workbook.sheets.iter().find(|sheet| sheet.name == one.sheet);
            if let (Some(sheet), Some(answering)) = (sheet, &answering) {
                one.layout = answering.completed(sheet, one.layout.take());
            }
        }
        let layout = |one: &SheetLayout| Some((one.sheet.clone(), one.layout.clone()?));
        self.reading = ImportReading {
            engagement: answering.as_ref().map(|one| one.engagement.id),
            single: answering.as_ref().and_then(|one| one.single(&workbook.name)),
            layouts: self.guessed.iter().filter_map(layout).collect(),
            // How a form is filled in, somebody has written beside it.
            left_out: self.guessed.iter().map(|one| one.sheet.clone()).filter(|sheet| is_example(sheet)).collect(),
            ..ImportReading::default()
        };
        self.names.clear();
        Ok(())
    }

    /// In which row the last heading of each sheet stands.
    pub(super) fn headings(&self) -> impl Iterator<Item = (String, u32)> + '_ {
        self.reading.layouts.iter().map(|(sheet, layout)| (sheet.clone(), layout.last))
    }

    /// Whether it is known of any of them how it is read, or what it answers.
    pub(super) fn are_read(&self) -> bool {
        !self.reading.layouts.is_empty() || self.reading.engagement.is_some()
    }

    /// Whether they look like findings of earlier years, and answer nothing.
    pub(super) fn are_findings(&self) -> bool {
        self.findings && self.reading.engagement.is_none()
    }

    /// Where a person has only pointed at the headings, they say what the columns hold.
    fn name_columns(&mut self, session: &Session, workbook: &Workbook, engagement: Option<Engagement>) -> Result<()> {
        let answering = engagement.map(|engagement| Answering::of(session, engagement)).transpose()?;
        let places = answering.as_ref().map(|one| one.places.as_slice()).unwrap_or_default();
        for (name, layout) in self.reading.layouts.iter_mut().filter(|(_, layout)| layout.columns.is_empty()) {
            if let Some(sheet) = workbook.sheets.iter().find(|sheet| sheet.name == *name) {
                layout.columns = sheet.headed(layout.first, layout.last, places);
                if let Some(completed) =
                    answering.as_ref().and_then(|answering| answering.completed(sheet, Some(layout.clone())))
                {
                    *layout = completed;
                }
            }
        }
        Ok(())
    }

    /// What every answer in them would do.
    pub(super) fn plan(&mut self, session: &Session, workbook: &Workbook) -> Result<PlannedTables> {
        let engagements = candidates(session)?;
        let chosen = engagements.iter().find(|one| Some(one.id) == self.reading.engagement).cloned();
        let (mut forms, mut diagnostics, mut rows) = (Vec::new(), Vec::new(), BTreeMap::new());
        if let Some(engagement) = chosen {
            let answering = Answering::of(session, engagement)?;
            let mut assigned = answering.assign(workbook, &self.reading);
            self.ask(&assigned);
            for form in &assigned.forms {
                *rows.entry(form.sheet.clone()).or_insert(0) += i64::try_from(form.rows.len()).unwrap_or(0);
            }
            diagnostics.append(&mut assigned.diagnostics);
            let left_out = &self.reading.left_out;
            diagnostics.retain(|one| one.sheet.as_ref().is_none_or(|sheet| !left_out.contains(sheet)));
            answering.by_name(&workbook.name, &self.reading, &mut diagnostics);
            answering.unused(&workbook.name, &self.reading, &mut diagnostics);
            let planned = answering.forms(session, &assigned)?;
            for (form, said) in planned {
                diagnostics.extend(said);
                forms.push(form);
            }
        }
        Ok(PlannedTables { forms, diagnostics, shown: self.shown(session, &engagements, &rows)? })
    }

    /// Remembers the names of which nobody knows whom they mean.
    fn ask(&mut self, assigned: &Assigned) {
        let asked = [DiagnosticCode::PlaceUnknown, DiagnosticCode::PlaceUnsure];
        for said in assigned.diagnostics.iter().filter(|one| asked.contains(&one.code)) {
            let Some(name) = said.args.get("found").filter(|name| !name.is_empty()) else { continue };
            if self.names.iter().any(|known| fold(&known.name) == fold(name)) {
                continue;
            }
            self.names.push(ImportName {
                name: name.clone(),
                sheet: said.sheet.clone().unwrap_or_default(),
                cell: said.cell.clone(),
                likely: said.args.get("likely").cloned(),
                target: None,
            });
        }
    }

    fn shown(
        &self,
        session: &Session,
        engagements: &[Engagement],
        rows: &BTreeMap<String, i64>,
    ) -> Result<ImportTables> {
        let sheet = |one: &SheetLayout| ImportTable {
            sheet: one.sheet.clone(),
            kept: one.saved.clone().filter(|_| self.reading.layouts.get(&one.sheet) == one.layout.as_ref()),
            rows: rows.get(&one.sheet).copied().unwrap_or(0),
        };
        let said = |name: &ImportName| ImportName { target: self.meant(&name.name), ..name.clone() };
        Ok(ImportTables {
            sheets: self.guessed.iter().map(sheet).collect(),
            reading: self.reading.clone(),
            engagements: engagements.iter().map(|one| offered(session, one)).collect::<Result<_>>()?,
            names: self.names.iter().map(said).collect(),
            kept: kept(session)?.into_keys().collect(),
            findings: self.are_findings(),
        })
    }

    /// Whom a person said that a name means.
    fn meant(&self, name: &str) -> Option<Id> {
        self.reading.names.iter().find(|(known, _)| fold(known) == fold(name)).map(|(_, target)| *target)
    }
}

/// Says how the tables are read, and what taking them over would do then.
pub fn arrange(session: &mut Session, _: OpMeta, request: ArrangeImport) -> Result<Committed<ImportPreview>> {
    let waiting = pending(session, &request.token)?;
    let (workbook, tables) = tables_of(waiting)?;
    let reading = request.reading;
    let unknown = |what: &str| ErrorDto::new("bad-request").arg("detail", what);
    if reading.layouts.keys().any(|sheet| tables.guessed.iter().all(|one| one.sheet != *sheet)) {
        return Err(unknown("sheet").at("layouts"));
    }
    if let Some(bad) = reading.layouts.values().flat_map(|layout| &layout.columns).find(|column| column.column > 16_383)
    {
        return Err(unknown(&bad.heading).at("layouts"));
    }
    let engagements = candidates(session)?;
    let chosen = engagements.into_iter().find(|one| Some(one.id) == reading.engagement);
    if reading.engagement.is_some() && chosen.is_none() {
        return Err(ErrorDto::new("import-engagement-gone").at("engagement"));
    }
    let mut whose = reading.single.iter().chain(reading.names.values());
    if let Some(engagement) = &chosen {
        let known: BTreeSet<Id> = targets(session, engagement)?.into_iter().map(|target| target.id).collect();
        let another = tables.reading.engagement != reading.engagement;
        if !another && !whose.all(|target| known.contains(target)) {
            return Err(unknown("target").at("single"));
        }
    }
    let mut reading = reading;
    for (sheet, layout) in &mut reading.layouts {
        layout.said |= tables.reading.layouts.get(sheet) != Some(layout);
    }
    let workbook = workbook.clone();
    let mut pending = taken_out(session, &request.token)?;
    if let Some((_, tables)) = &mut pending.tables {
        if tables.reading.engagement == reading.engagement {
            tables.reading = reading;
            tables.name_columns(session, &workbook, chosen)?;
        } else {
            // What a table means depends on what is asked and of whom.
            let (left_out, before) = (reading.left_out.clone(), tables.reading.layouts.clone());
            let corrected: BTreeMap<String, Layout> =
                reading.layouts.into_iter().filter(|(sheet, layout)| before.get(sheet) != Some(layout)).collect();
            tables.guess(session, &workbook, chosen)?;
            tables.reading.layouts.extend(corrected);
            tables.reading.left_out = left_out;
        }
    }
    shown(preview(session, request.token, pending)?)
}

/// What a sheet looks like, for a person who says how it is read or looks at what is said of a cell.
pub fn view(session: &Session, request: ImportSheetQuery) -> Result<SheetView> {
    let unknown = || ErrorDto::new("bad-request").arg("detail", &request.sheet);
    let seen = |workbook: &Workbook| {
        let sheet = workbook.sheets.iter().find(|sheet| sheet.name == request.sheet);
        sheet.map(::exchange::Sheet::view).ok_or_else(unknown)
    };
    if let Some(waiting) = session.question_tables.get(&request.token) {
        return seen(waiting.workbook());
    }
    let waiting = pending(session, &request.token)?;
    match &waiting.tables {
        Some((workbook, _)) => seen(workbook),
        // The cells of our own sheets are not kept once they are understood.
        None => seen(&::exchange::read(&waiting.bytes, &waiting.file_name, &Limits::default()).map_err(|_| unknown())?),
    }
}

/// Keeps how a sheet is read under a name.
pub fn keep_layout(session: &mut Session, meta: OpMeta, request: KeepLayout) -> Result<Committed<Empty>> {
    let name = layout_name(&request.name)?;
    let layout = match session.question_tables.get(&request.token) {
        Some(waiting) => waiting.layout(&request.sheet),
        None => tables_of(pending(session, &request.token)?)?.1.reading.layouts.get(&request.sheet),
    };
    let layout = layout.ok_or_else(|| ErrorDto::new("import-no-layout").arg("sheet", &request.sheet))?;
    let layout = serde_json::to_string(layout)?;
    session.transact(meta, |tx| {
        tx.put(&ImportLayout { id: Id::natural("import_layout", &[&fold(&name)]), name, layout })?;
        Ok(Empty {})
    })
}

fn layout_name(given: &str) -> Result<String> {
    let name = required("name", given)?;
    if name.chars().count() > LONGEST_NAME {
        return Err(ErrorDto::new("text-too-long").arg("most", LONGEST_NAME).at("name"));
    }
    Ok(name)
}

/// Gives a way of reading another name, if no other one has it.
pub fn rename_layout(session: &mut Session, meta: OpMeta, request: RenameLayout) -> Result<Committed<Empty>> {
    let name = layout_name(&request.name)?;
    let row: ImportLayout = session.read().get(request.id)?;
    let id = Id::natural("import_layout", &[&fold(&name)]);
    if id != row.id && session.read().find::<ImportLayout>(id)?.is_some() {
        return Err(ErrorDto::new("import-layout-taken").arg("name", name).at("name"));
    }
    session.transact(meta, |tx| {
        if id != row.id {
            tx.delete::<ImportLayout>(row.id)?;
        }
        tx.put(&ImportLayout { id, name, ..row })?;
        Ok(Empty {})
    })
}

/// Forgets how a table is read.
pub fn forget_layout(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        tx.delete::<ImportLayout>(request.id)?;
        Ok(Empty {})
    })
}

/// The layouts that are kept.
pub fn kept_layouts(session: &Session, _: Empty) -> Result<Vec<KeptLayout>> {
    let rows = session.read().list::<ImportLayout>("ORDER BY name, id", &[])?;
    let one = |row: ImportLayout| {
        let layout: Layout = serde_json::from_str(&row.layout)?;
        let reads = layout.reads();
        let columns: Vec<_> = layout.columns.into_iter().filter(|column| column.holds != ColumnUse::Ignored).collect();
        Ok(KeptLayout {
            id: row.id,
            name: row.name,
            reads,
            holds: columns.iter().map(|column| column.holds).collect(),
            headings: columns.into_iter().map(|column| column.heading).collect(),
        })
    };
    rows.into_iter().map(one).collect()
}

pub(in crate::ops) fn kept(session: &Session) -> Result<BTreeMap<String, Layout>> {
    let rows = session.read().list::<ImportLayout>("ORDER BY name, id", &[])?;
    rows.into_iter().map(|row| Ok((row.name, serde_json::from_str(&row.layout)?))).collect()
}

fn tables_of(pending: &Pending) -> Result<&(Workbook, Tables)> {
    pending.tables.as_ref().ok_or_else(|| ErrorDto::new("import-gone"))
}
