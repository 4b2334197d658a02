//! What comes back: a workbook is read and compared first, shown, and taken over only as chosen.

use super::answer::{answer, self_answer, write_field};
use super::evidence::{record, take_all};
use super::exchange::form::{ANSWER, CONTACT, FIXED, Mark, Paper, text_columns};
use super::exchange::{cells_now, cells_then};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::handles::Held;
use crate::queries::grid::{Place, rows};
use crate::queries::journal::hex;
use crate::session::Session;
use ::exchange::{
    ColumnKind, Diagnostic, DiagnosticCode, Expected, ExpectedCell, ExpectedColumn, FIELD_COLUMN, Limits, PlanRow,
    PlanStatus, ReturnedForm,
};
use domain::kinds::{EngagementKind, EngagementState, SelfAnswer, Verdict};
use domain::{Id, Keyed};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::tables::{Answer, Department, EngagementTarget, Evidence, Import, SelfAnswerRow};
use store::{Committed, OpMeta, Tx};

/// How many workbooks may wait to be taken over.
const MAX_PENDING: usize = 20;

/// The longest text of a cell.
const MAX_TEXT: usize = 20_000;

/// The longest 担当者・内線.
const MAX_CONTACT: usize = 200;

/// A workbook that was read and waits to be taken over.
pub struct Pending {
    file_name: String,
    sha256: String,
    bytes: Arc<[u8]>,
    forms: Vec<(Id, Vec<PlanRow>)>,
}

/// Reads a workbook and says what taking it over would do.
pub fn read(session: &mut Session, _: OpMeta, request: ReadImport) -> Result<Committed<ImportPreview>> {
    let file_name = session.handles.name(&request.handle)?;
    let bytes = session.handles.bytes(&request.handle)?;
    let workbook = ::exchange::read(&bytes, &file_name, &Limits::default()).map_err(|error| {
        ErrorDto::new("import-unreadable").arg("text", error.text(session.lang())).arg("file", &file_name)
    })?;
    let recognised = ::exchange::recognise(&workbook);
    let sha256 = hex(&Sha256::digest(&bytes));
    let mut diagnostics = recognised.diagnostics;
    let (mut forms, mut pending, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for form in &recognised.forms {
        let (shown, found) = match place_of(session, form) {
            Some((place, mark)) if seen.insert(place.target.id) => compare(session, form, &place, &mark)?,
            Some(_) => continue,
            None => (unknown(form), vec![wrong_form(form)]),
        };
        diagnostics.extend(found);
        if let Some(target) = shown.target {
            pending.push((target, shown.rows.clone()));
        }
        forms.push(shown);
    }
    let known = !session.read().list::<Import>("WHERE sha256 = ?1 LIMIT 1", &[&sha256])?.is_empty();
    let token = format!("{:016x}-{}", session.now(), hex(&session.env.random()));
    let preview = ImportPreview {
        token: token.clone(),
        file_name: file_name.clone(),
        sha256: sha256.clone(),
        known,
        forms,
        diagnostics,
    };
    while session.imports.len() >= MAX_PENDING {
        session.imports.pop_first();
    }
    session.imports.insert(token, Pending { file_name, sha256, bytes, forms: pending });
    Ok(Committed { output: preview, op: None, touched: Vec::new() })
}

/// The target a sheet belongs to, if it is one of this workspace.
fn place_of(session: &Session, form: &ReturnedForm) -> Option<(Place, Mark)> {
    let mark = Mark::parse(&form.form_id)?;
    session.read().find::<EngagementTarget>(mark.target).ok().flatten()?;
    Some((Place::of(session, mark.target).ok()?, mark))
}

fn compare(
    session: &Session,
    form: &ReturnedForm,
    place: &Place,
    mark: &Mark,
) -> Result<(ImportForm, Vec<Diagnostic>)> {
    let department: Department = session.read().get(place.target.department)?;
    let plan = ::exchange::plan(form, &expected(session, form, place, mark)?);
    let pack = &place.edition.pack;
    let asked: BTreeSet<&str> = plan.rows.iter().map(|row| row.key.as_str()).collect();
    let questions = asked.into_iter().filter_map(|key| pack.item(key)).map(|item| ImportQuestion {
        key: item.id.clone(),
        question: item.question_on(place.engagement.form, session.english()).to_owned(),
    });
    let contact = form.fields.get(CONTACT).and_then(|cells| cells.first()).map(|cell| cell.text.trim().to_owned());
    let shown = ImportForm {
        target: Some(place.target.id),
        engagement_title: place.engagement.title.clone(),
        department: department.name,
        sheet: form.sheet.clone(),
        kind: Some(place.engagement.kind),
        contact: contact.unwrap_or_default(),
        questions: questions.collect(),
        rows: plan.rows,
    };
    Ok((shown, plan.diagnostics))
}

fn unknown(form: &ReturnedForm) -> ImportForm {
    ImportForm {
        target: None,
        engagement_title: String::new(),
        department: String::new(),
        sheet: form.sheet.clone(),
        kind: None,
        contact: String::new(),
        rows: Vec::new(),
        questions: Vec::new(),
    }
}

fn wrong_form(form: &ReturnedForm) -> Diagnostic {
    let code = DiagnosticCode::WrongForm;
    Diagnostic {
        severity: code.severity(),
        code,
        file: form.file.clone(),
        sheet: Some(form.sheet.clone()),
        cell: None,
        args: BTreeMap::new(),
    }
}

/// What was sent, from the journal, and what the workspace holds.
fn expected(session: &Session, form: &ReturnedForm, place: &Place, mark: &Mark) -> Result<Expected> {
    let read = session.read();
    let paper = Paper { session, place, lang: mark.lang };
    let kind = place.engagement.kind;
    let answers = match kind {
        EngagementKind::Audit => ColumnKind::Audit,
        EngagementKind::SelfCheck => ColumnKind::SelfCheck,
    };
    let column = |key: &str, kind: ColumnKind| (key.to_owned(), ExpectedColumn { label: paper.heading(key), kind });
    let mut columns = BTreeMap::from([column(ANSWER, answers)]);
    columns.extend(FIXED.map(|key| column(key, ColumnKind::Fixed)));
    columns.extend(text_columns(kind).iter().map(|key| column(key, ColumnKind::Text { limit: MAX_TEXT })));
    let contact = ExpectedColumn { label: paper.contact(), kind: ColumnKind::Text { limit: MAX_CONTACT } };
    columns.insert(FIELD_COLUMN.to_owned(), contact);

    let asked: Vec<GridRow> = rows(session, place, None)?.into_iter().filter(|row| row.exclusion.is_none()).collect();
    let items: Vec<&str> = asked.iter().map(|row| row.item.as_str()).collect();
    let now = cells_now(read, place)?;
    let then = cells_then(read, place, &now, &items, mark.at)?;
    let value = |cells: &super::exchange::Cells, row: &str, column: &str| {
        cells.get(row).and_then(|cells| cells.get(column)).cloned().unwrap_or_default()
    };
    let both =
        |row: &str, column: &str| ExpectedCell { sent: value(&then, row, column), now: value(&now, row, column) };
    let mut expected_rows = BTreeMap::new();
    for row in &asked {
        let mut cells = BTreeMap::from([(ANSWER.to_owned(), both(&row.item, ANSWER))]);
        cells.extend(text_columns(kind).iter().map(|column| ((*column).to_owned(), both(&row.item, column))));
        for (key, text) in FIXED.iter().zip(paper.fixed(row)) {
            cells.insert((*key).to_owned(), ExpectedCell { sent: text.clone(), now: text });
        }
        expected_rows.insert(row.item.clone(), cells);
    }
    let field = BTreeMap::from([(FIELD_COLUMN.to_owned(), both(CONTACT, FIELD_COLUMN))]);
    expected_rows.insert(CONTACT.to_owned(), field);
    Ok(Expected {
        template: place.engagement.form.key().to_owned(),
        form_id: form.form_id.clone(),
        edition: place.edition.pack.hash.clone(),
        columns,
        rows: expected_rows,
    })
}

/// Takes the answers over that are new or changed, and of the conflicts those that were chosen; one operation, which
/// also keeps the original.
pub fn commit(session: &mut Session, meta: OpMeta, request: CommitImport) -> Result<Committed<ImportDone>> {
    let pending = session.imports.get(&request.token).ok_or_else(|| ErrorDto::new("import-gone"))?;
    let (file_name, sha256, bytes) = (pending.file_name.clone(), pending.sha256.clone(), Arc::clone(&pending.bytes));
    let overwrite: BTreeSet<&str> = request.overwrite.iter().map(String::as_str).collect();
    let known = session.read().list::<Import>("WHERE sha256 = ?1", &[&sha256])?;
    let mut chosen = Vec::new();
    for (target, rows) in &pending.forms {
        let key = |row: &PlanRow| format!("{target}/{}/{}", row.key, row.column);
        let wanted = |row: &&PlanRow| match row.status {
            PlanStatus::New | PlanStatus::Changed => true,
            PlanStatus::Conflict => overwrite.contains(key(row).as_str()),
            _ => false,
        };
        let rows: Vec<PlanRow> = rows.iter().filter(wanted).cloned().collect();
        // The same file a second time, with nothing left to take from it, changes nothing.
        if !rows.is_empty() || known.iter().all(|import| import.target != Some(*target)) {
            chosen.push((Place::of(session, *target)?, rows));
        }
    }
    for (place, _) in &chosen {
        match place.engagement.state {
            EngagementState::Planned => return Err(ErrorDto::new("engagement-not-started")),
            EngagementState::Closed => return Err(ErrorDto::new("engagement-closed")),
            EngagementState::Fieldwork => {}
        }
    }
    if chosen.is_empty() {
        session.imports.remove(&request.token);
        let output = ImportDone { taken: 0, targets: Vec::new() };
        return Ok(Committed { output, op: None, touched: Vec::new() });
    }
    let original = keep_original(session, &file_name, bytes)?;
    let (person, today, now) = (session.person, session.today(), session.now());
    let committed = session.transact(meta, |tx| {
        let mut done = ImportDone { taken: 0, targets: Vec::new() };
        for (place, rows) in &chosen {
            for row in rows {
                take(tx, place, row, &file_name, person)?;
            }
            // The place was read before; the contact may have been written since.
            let target: EngagementTarget = tx.read().get(place.target.id)?;
            tx.put(&EngagementTarget { returned_on: Some(today), ..target })?;
            let evidence = record(tx, &original, "engagement_target", place.target.id, person, today)?;
            let evidence: Evidence = tx.read().get(evidence)?;
            let taken = i64::try_from(rows.len()).unwrap_or(i64::MAX);
            tx.put(&Import {
                id: tx.new_id(),
                file_name: file_name.clone(),
                sha256: sha256.clone(),
                blob: evidence.blob,
                target: Some(place.target.id),
                taken,
                at: now,
            })?;
            done.taken += taken;
            done.targets.push(place.target.id);
        }
        Ok(done)
    })?;
    session.imports.remove(&request.token);
    Ok(committed)
}

/// The file as it came, stored as evidence.
fn keep_original(session: &mut Session, file_name: &str, bytes: Arc<[u8]>) -> Result<super::evidence::Taken> {
    let handle = session.handles.keep(Held::Bytes(bytes, file_name.to_owned()));
    let new = NewEvidence {
        handle: Some(handle.clone()),
        name: file_name.to_owned(),
        source: session.text("app-import-source", &[]),
        place: String::new(),
        class_level: session.office()?.class_level,
    };
    let taken = take_all(session, &[new]);
    session.handles.forget(&handle);
    taken?.pop().ok_or_else(|| ErrorDto::new("file-empty").arg("file", file_name))
}

/// Takes one cell over.
fn take(tx: &mut Tx<'_>, place: &Place, row: &PlanRow, file: &str, person: Id) -> Result<()> {
    let Some(value) = &row.value else { return Ok(()) };
    if row.key == CONTACT {
        let target: EngagementTarget = tx.read().get(place.target.id)?;
        return Ok(tx.put(&EngagementTarget { contact: value.clone(), ..target })?);
    }
    if row.column != ANSWER {
        return write_field(tx, place, &row.key, &row.column, value);
    }
    let answered_at = Some(tx.now_ms());
    match place.engagement.kind {
        EngagementKind::Audit => {
            let verdict = Verdict::from_key(value).ok_or_else(|| ErrorDto::new("bad-request").arg("detail", value))?;
            let answer: Answer = answer(tx, place, &row.key)?;
            tx.put(&Answer { verdict, answered_by: Some(person), answered_at, ..answer })?;
        }
        EngagementKind::SelfCheck => {
            let given = SelfAnswer::from_key(value).ok_or_else(|| ErrorDto::new("bad-request").arg("detail", value))?;
            let answer: SelfAnswerRow = self_answer(tx, place, &row.key)?;
            let source = format!("{file}!{}!{}", row.sheet, row.cell);
            tx.put(&SelfAnswerRow { answer: Some(given), source, answered_at, ..answer })?;
        }
    }
    Ok(())
}
