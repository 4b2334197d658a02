//! The questions of a table that an office keeps itself: read, shown row by row with what becomes of each, and taken
//! over in one operation. Until then nothing is written.

mod plan;

use super::items::{new_row, restore_row, retire_row};
use crate::App;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::evidence::record;
use crate::ops::import::{keep_original, kept, read_workbook};
use crate::queries::journal::hex;
use crate::queries::own_pack::Making;
use crate::session::Session;
use ::exchange::{Diagnostic, Layout, SheetLayout, Workbook, is_example, observe, question_layouts};
use domain::Id;
use plan::{Planned, plan};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use store::tables::{Evidence, Import, OwnClause};
use store::{Committed, OpMeta};

/// How many workbooks may wait to be taken over.
const MAX_PENDING: usize = 10;

/// No checklist has more rows.
const MOST_ROWS: usize = 3_000;

/// A workbook that was read and waits to be taken over.
pub struct Pending {
    own_pack: Id,
    file_name: String,
    sha256: String,
    bytes: Arc<[u8]>,
    workbook: Workbook,
    /// Its sheets, and how they were guessed to be read.
    guessed: Vec<SheetLayout>,
    reading: QuestionReading,
    /// What stands beside the cells.
    diagnostics: Vec<Diagnostic>,
}

impl Pending {
    /// Its cells.
    pub fn workbook(&self) -> &Workbook {
        &self.workbook
    }

    /// How a sheet is read.
    pub fn layout(&self, sheet: &str) -> Option<&Layout> {
        self.reading.layouts.get(sheet)
    }
}

/// Reads a workbook and says what would come of its rows. The workspace is free for others meanwhile.
pub fn read(app: &App, request: ReadQuestionTable) -> Result<QuestionPreview> {
    app.with_session(|session| Making::of(session, request.own_pack).map(|_| ()))?;
    let (file_name, bytes, workbook) = read_workbook(app, &request.handle)?;
    let sha256 = hex(&Sha256::digest(&bytes));
    let diagnostics = observe(&workbook);
    app.with_session(|session| {
        let guessed = question_layouts(&workbook, &kept(session)?);
        let layout = |one: &SheetLayout| Some((one.sheet.clone(), one.layout.clone()?));
        let layouts = guessed.iter().filter_map(layout).collect();
        let left_out = guessed.iter().map(|one| one.sheet.clone()).filter(|sheet| is_example(sheet)).collect();
        let reading = QuestionReading { layouts, left_out, ..QuestionReading::default() };
        let own_pack = request.own_pack;
        let pending = Pending { own_pack, file_name, sha256, bytes, workbook, guessed, reading, diagnostics };
        let token = format!("{:016x}-{}", session.now(), hex(&session.env.random()));
        let preview = preview(session, &token, &pending)?;
        while session.question_tables.len() >= MAX_PENDING {
            session.question_tables.pop_first();
        }
        session.question_tables.insert(token, pending);
        Ok(preview)
    })
}

/// Says how the table is read, and what would come of its rows then.
pub fn arrange(session: &mut Session, _: OpMeta, request: ArrangeQuestionTable) -> Result<Committed<QuestionPreview>> {
    let mut pending = session.question_tables.remove(&request.token).ok_or_else(|| ErrorDto::new("import-gone"))?;
    let before = pending.reading.clone();
    let result = sound(session, &pending, &request.reading).and_then(|()| {
        pending.reading = request.reading;
        for (name, layout) in pending.reading.layouts.iter_mut().filter(|(_, layout)| layout.columns.is_empty()) {
            // Where a person has only pointed at the headings, they say what the columns hold.
            if let Some(sheet) = pending.workbook.sheets.iter().find(|sheet| sheet.name == *name) {
                layout.columns = sheet.asked(layout.first, layout.last);
            }
        }
        preview(session, &request.token, &pending)
    });
    // What cannot be read so is read as before.
    if result.is_err() {
        pending.reading = before;
    }
    session.question_tables.insert(request.token, pending);
    Ok(Committed { output: result?, op: None, touched: Vec::new() })
}

fn sound(session: &Session, pending: &Pending, reading: &QuestionReading) -> Result<()> {
    let unknown = |what: &str| ErrorDto::new("bad-request").arg("detail", what).at("layouts");
    if let Some(sheet) = reading.layouts.keys().find(|sheet| pending.guessed.iter().all(|one| one.sheet != **sheet)) {
        return Err(unknown(sheet));
    }
    if let Some(bad) = reading.layouts.values().flat_map(|layout| &layout.columns).find(|column| column.column > 16_383)
    {
        return Err(unknown(&bad.heading));
    }
    let making = Making::of(session, pending.own_pack)?;
    let of_rows = reading.rows.values().filter_map(|choice| choice.clause.as_ref());
    let mut clauses = reading.clauses.values().chain(reading.default_clause.as_ref()).chain(of_rows);
    match clauses.find(|clause| making.base.pack.clause(clause).is_none()) {
        Some(clause) => Err(ErrorDto::new("no-such-clause").arg("clause", clause)),
        None => Ok(()),
    }
}

fn preview(session: &Session, token: &str, pending: &Pending) -> Result<QuestionPreview> {
    let planned = plan(session, pending)?;
    let reading = &pending.reading;
    let sheet = |one: &SheetLayout| {
        let asking = |row: &&QuestionTableRow| row.sheet == one.sheet && row.status != QuestionStatus::Skipped;
        QuestionSheet {
            sheet: one.sheet.clone(),
            kept: one.saved.clone().filter(|_| reading.layouts.get(&one.sheet) == one.layout.as_ref()),
            rows: planned.rows.iter().filter(asking).count().try_into().unwrap_or(i64::MAX),
        }
    };
    let is_read = |one: &&Diagnostic| {
        let read = |sheet: &String| reading.layouts.contains_key(sheet) && !reading.left_out.contains(sheet);
        one.sheet.as_ref().is_none_or(read)
    };
    Ok(QuestionPreview {
        token: token.to_owned(),
        own_pack: pending.own_pack,
        file_name: pending.file_name.clone(),
        known: !session.read().list::<Import>("WHERE sha256 = ?1 LIMIT 1", &[&pending.sha256])?.is_empty(),
        sheets: pending.guessed.iter().map(sheet).collect(),
        reading: reading.clone(),
        kept: kept(session)?.into_keys().collect(),
        diagnostics: pending.diagnostics.iter().filter(is_read).cloned().collect(),
        rows: planned.rows,
        clauses: planned.clauses,
        missing: planned.missing,
        emptied: planned.emptied,
        unasked: planned.unasked,
    })
}

/// Takes the questions over, as they were shown; one operation.
pub fn take(session: &mut Session, meta: OpMeta, request: TakeQuestionTable) -> Result<Committed<QuestionsTaken>> {
    let pending = session.question_tables.get(&request.token).ok_or_else(|| ErrorDto::new("import-gone"))?;
    let (own, file_name, sha256) = (pending.own_pack, pending.file_name.clone(), pending.sha256.clone());
    let bytes = Arc::clone(&pending.bytes);
    let Planned { added, restored, retired, emptied, .. } = plan(session, pending)?;
    if added.is_empty() && restored.is_empty() && retired.is_empty() {
        return Err(ErrorDto::new("own-table-nothing").arg("file", file_name));
    }
    let reason = super::items::text(&request.reason)?;
    let original = keep_original(session, &file_name, bytes, "app-import-source-questions")?;
    let (person, today, now) = (session.person, session.today(), session.now());
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let committed = session.transact(meta, |tx| {
        for (item, after) in &added {
            tx.put(&new_row(own, item, after.clone(), String::new())?)?;
        }
        for item in &restored {
            restore_row(tx, own, item)?;
        }
        for item in &retired {
            retire_row(tx, own, item)?;
        }
        for clause in emptied.into_iter().filter(|_| !reason.is_empty()) {
            let id = Id::natural("own_clause", &[&own.to_string(), &clause]);
            tx.put(&OwnClause { id, own_edition: own, clause, no_item: reason.clone() })?;
        }
        let id = tx.new_id();
        let evidence = record(tx, &original, "import", id, person, today)?;
        let blob = tx.read().get::<Evidence>(evidence)?.blob;
        let taken = count(added.len() + restored.len());
        tx.put(&Import { id, file_name, sha256, blob, target: None, taken, at: now })?;
        Ok(QuestionsTaken {
            items: added.iter().map(|(item, _)| item.id.clone()).collect(),
            restored: count(restored.len()),
            retired: count(retired.len()),
        })
    })?;
    session.question_tables.remove(&request.token);
    Ok(committed)
}
