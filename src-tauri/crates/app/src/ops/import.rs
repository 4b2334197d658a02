//! What comes back: a workbook is read and compared first, shown, and taken over only as chosen.

mod compare;

use super::answer::refuse_counted;
use super::answer::{answer, self_answer, write_field};
use super::evidence::{record, take_all};
use super::exchange::form::{ANSWER, CONTACT, HEAD_NAME, HEAD_ON, IDEA};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::handles::Held;
use crate::queries::campaign::submission;
use crate::queries::grid::Place;
use crate::queries::independence::refuse_judging;
use crate::queries::journal::hex;
use crate::session::Session;
use ::exchange::{Limits, PlanRow, PlanStatus, Recognised};
use compare::{compare, fits, foreign, place_of, target_of, unassigned};
use domain::kinds::{EngagementKind, SelfAnswer, Verdict};
use domain::self_check::Medium;
use domain::{Id, Keyed};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::tables::{Answer, EngagementTarget, Evidence, Import, SelfAnswerRow, Submission};
use store::{Committed, OpMeta, Tx};

/// How many workbooks may wait to be taken over.
const MAX_PENDING: usize = 20;

/// A workbook that was read and waits to be taken over.
pub struct Pending {
    file_name: String,
    sha256: String,
    bytes: Arc<[u8]>,
    /// What was found in it.
    found: Recognised,
    /// To which target a person assigned each blank sheet, by the name of the sheet.
    assigned: BTreeMap<String, Id>,
    forms: Vec<(Id, Vec<PlanRow>)>,
}

/// Reads a workbook and says what taking it over would do.
pub fn read(session: &mut Session, _: OpMeta, request: ReadImport) -> Result<Committed<ImportPreview>> {
    let file_name = session.handles.name(&request.handle)?;
    let bytes = session.handles.bytes(&request.handle)?;
    let workbook = ::exchange::read(&bytes, &file_name, &Limits::default()).map_err(|error| {
        ErrorDto::new("import-unreadable").arg("text", error.text(session.lang())).arg("file", &file_name)
    })?;
    let mut found = ::exchange::recognise(&workbook);
    found.diagnostics.extend(::exchange::observe(&workbook));
    let sha256 = hex(&Sha256::digest(&bytes));
    let pending = Pending { file_name, sha256, bytes, found, assigned: BTreeMap::new(), forms: Vec::new() };
    let token = format!("{:016x}-{}", session.now(), hex(&session.env.random()));
    while session.imports.len() >= MAX_PENDING {
        session.imports.pop_first();
    }
    preview(session, token, pending)
}

/// Says to which target a blank sheet belongs, and what taking the workbook over would do then.
pub fn assign(session: &mut Session, _: OpMeta, request: AssignImport) -> Result<Committed<ImportPreview>> {
    let pending = session.imports.get(&request.token).ok_or_else(|| ErrorDto::new("import-gone"))?;
    let sheet = pending.found.forms.iter().find(|form| form.sheet == request.sheet && form.is_blank());
    let sheet = sheet.ok_or_else(|| ErrorDto::new("bad-request").arg("detail", &request.sheet).at("sheet"))?;
    let place = Place::of(session, request.target)?;
    fits(session, sheet, &place)?;
    let elsewhere = pending.found.forms.iter().filter(|form| form.sheet != request.sheet);
    let targets = elsewhere.filter_map(|form| target_of(form, &pending.assigned));
    if targets.into_iter().any(|target| target == request.target) {
        let department = place.name(session)?;
        return Err(ErrorDto::new("import-target-taken").arg("department", department).at("target"));
    }
    let mut pending = session.imports.remove(&request.token).ok_or_else(|| ErrorDto::new("import-gone"))?;
    pending.assigned.insert(request.sheet, request.target);
    preview(session, request.token, pending)
}

/// What taking a workbook over would do; it waits for that from now on.
fn preview(session: &mut Session, token: String, mut pending: Pending) -> Result<Committed<ImportPreview>> {
    let mut diagnostics = pending.found.diagnostics.clone();
    let (mut forms, mut seen) = (Vec::new(), BTreeSet::new());
    pending.forms.clear();
    for form in &pending.found.forms {
        let target = target_of(form, &pending.assigned);
        let (shown, said) = match target.and_then(|target| place_of(session, target)) {
            Some(place) if seen.insert(place.target.id) => compare(session, form, &place)?,
            Some(_) => continue,
            None if form.is_blank() => unassigned(session, form)?,
            None => foreign(form),
        };
        diagnostics.extend(said);
        if let Some(target) = shown.target {
            pending.forms.push((target, shown.rows.clone()));
        }
        forms.push(shown);
    }
    let known = !session.read().list::<Import>("WHERE sha256 = ?1 LIMIT 1", &[&pending.sha256])?.is_empty();
    let (file_name, sha256) = (pending.file_name.clone(), pending.sha256.clone());
    let preview = ImportPreview { token: token.clone(), file_name, sha256, known, forms, diagnostics };
    session.imports.insert(token, pending);
    Ok(Committed { output: preview, op: None, touched: Vec::new() })
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
            state if state.before_fieldwork() => return Err(ErrorDto::new("engagement-not-started")),
            state if !state.writable() => return Err(ErrorDto::new("engagement-closed")),
            _ => {}
        }
        refuse_counted(place)?;
        // A sheet that the auditor filled in is the auditor's verdict all the same.
        if place.engagement.kind == EngagementKind::Audit {
            refuse_judging(session, place)?;
        }
    }
    if chosen.is_empty() {
        session.imports.remove(&request.token);
        let output = ImportDone { taken: 0, targets: Vec::new() };
        return Ok(Committed { output, op: None, touched: Vec::new() });
    }
    let original = keep_original(session, &file_name, bytes, "app-import-source")?;
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
            if place.engagement.kind == EngagementKind::SelfCheck {
                let went = submission(tx.read(), place.engagement.id, place.target.id)?;
                tx.put(&Submission { medium: Some(Medium::Excel), ..went })?;
            }
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

/// The file as it came, stored as evidence. `source` is the key of what is said of where it is from.
pub(super) fn keep_original(
    session: &mut Session,
    file_name: &str,
    bytes: Arc<[u8]>,
    source: &str,
) -> Result<super::evidence::Taken> {
    let handle = session.handles.keep(Held::Bytes(bytes, file_name.to_owned()));
    let new = NewEvidence {
        handle: Some(handle.clone()),
        name: file_name.to_owned(),
        source: session.text(source, &[]),
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
    if [HEAD_NAME, HEAD_ON, IDEA].contains(&row.key.as_str()) {
        let went = submission(tx.read(), place.engagement.id, place.target.id)?;
        return Ok(tx.put(&match row.key.as_str() {
            HEAD_NAME => Submission { head_name: value.clone(), ..went },
            HEAD_ON => {
                let day = value.parse().map_err(|_| ErrorDto::new("bad-request").arg("detail", value))?;
                Submission { head_on: Some(day), ..went }
            }
            _ => Submission { improvement: value.clone(), ..went },
        })?);
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
