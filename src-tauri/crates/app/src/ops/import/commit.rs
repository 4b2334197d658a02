//! 確定: what was chosen is taken over, in one operation, with the originals.

use super::staff::COUNTS;
use super::versions::contradict;
use super::{Planned, pending, staff};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::handles::Held;
use crate::ops::answer::{MAX_TEXT, answer, refuse_counted, self_answer, write_field};
use crate::ops::evidence::{Taken, link, record, take_all};
use crate::ops::exchange::form::{ANSWER, CONTACT, HEAD_NAME, HEAD_ON, IDEA};
use crate::queries::campaign::{is_counted, submission};
use crate::queries::grid::Place;
use crate::queries::independence::refuse_judging;
use crate::session::Session;
use ::exchange::{PlanRow, PlanStatus};
use domain::kinds::{EngagementKind, SelfAnswer, Verdict};
use domain::self_check::Medium;
use domain::{Id, Keyed};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::tables::{Answer, EngagementTarget, Evidence, Import, SelfAnswerRow, Submission};
use store::{Committed, OpMeta, Tx};

/// What is taken over from one file.
struct Chosen {
    token: String,
    file_name: String,
    sha256: String,
    bytes: Arc<[u8]>,
    sheets: Vec<ChosenSheet>,
}

/// What is taken over from one sheet.
struct ChosenSheet {
    place: Place,
    rows: Vec<(PlanRow, String)>,
    counted: Option<Option<i64>>,
    came_back: Option<i64>,
}

/// Takes the answers over that are new or changed, of the conflicts those that were chosen, and what a person decided
/// of the unclear ones; one operation for all files, which also keeps the originals.
pub fn commit(session: &mut Session, meta: OpMeta, request: CommitImport) -> Result<Committed<ImportDone>> {
    refuse_versions(session, &request.files)?;
    let mut files = Vec::new();
    for file in request.files {
        files.push(chosen(session, &file)?);
    }
    let tokens: Vec<String> = files.iter().map(|file| file.token.clone()).collect();
    files.retain(|file| !file.sheets.is_empty());
    for sheet in files.iter().flat_map(|file| &file.sheets) {
        check(session, sheet)?;
    }
    if files.is_empty() {
        tokens.iter().for_each(|token| drop(session.imports.remove(token)));
        let output = ImportDone { taken: 0, targets: Vec::new() };
        return super::shown(output);
    }
    let mut originals = Vec::new();
    for file in &files {
        // Whose questionnaire it was is known to the file alone, and it is not kept.
        let kept = file.sheets.iter().any(|sheet| sheet.counted.is_none());
        let bytes = Arc::clone(&file.bytes);
        originals.push(match kept {
            true => Some(keep_original(session, &file.file_name, bytes, "app-import-source")?),
            false => None,
        });
    }
    let (person, today, now) = (session.person, session.today(), session.now());
    let committed = session.transact(meta, |tx| {
        let mut done = ImportDone { taken: 0, targets: Vec::new() };
        for (file, original) in files.iter().zip(&originals) {
            let mut kept: Option<Evidence> = None;
            for sheet in &file.sheets {
                let target = sheet.place.target.id;
                take_sheet(tx, sheet, &file.file_name, person, today)?;
                if let Some(original) = original.as_ref().filter(|_| sheet.counted.is_none()) {
                    match &kept {
                        Some(kept) => link(tx, kept.id, "engagement_target", target)?,
                        None => {
                            let id = record(tx, original, "engagement_target", target, person, today)?;
                            kept = Some(tx.read().get(id)?);
                        }
                    }
                }
                let taken = i64::try_from(sheet.rows.len()).unwrap_or(i64::MAX);
                tx.put(&Import {
                    id: tx.new_id(),
                    file_name: file.file_name.clone(),
                    sha256: file.sha256.clone(),
                    blob: kept.as_ref().filter(|_| sheet.counted.is_none()).and_then(|kept| kept.blob),
                    target: Some(target),
                    taken,
                    at: now,
                })?;
                done.taken += taken;
                done.targets.push(target);
            }
        }
        Ok(done)
    })?;
    tokens.iter().for_each(|token| drop(session.imports.remove(token)));
    Ok(committed)
}

/// Of several sheets that say different things about the same target, a person must have left all but one.
fn refuse_versions(session: &Session, files: &[CommitFile]) -> Result<()> {
    let mut all: BTreeMap<Id, Vec<(&str, &Planned)>> = BTreeMap::new();
    for file in files {
        let waiting = pending(session, &file.token)?;
        let wanted = |planned: &&Planned| planned.counted.is_none() && !file.leave.contains(&planned.key());
        for planned in waiting.forms.iter().filter(wanted) {
            all.entry(planned.target).or_default().push((&waiting.file_name, planned));
        }
    }
    for (target, sheets) in all.into_iter().filter(|(_, sheets)| sheets.len() > 1) {
        let rows = sheets.iter().map(|(_, planned)| planned.rows()).collect::<Result<Vec<_>>>()?;
        let pairs = (0..sheets.len()).flat_map(|n| (0..n).map(move |other| (n, other)));
        if let Some((one, other)) = pairs.into_iter().find(|(one, other)| contradict(&rows[*one], &rows[*other])) {
            let department = Place::of(session, target)?.name(session)?;
            let refusal = ErrorDto::new("import-two-versions").arg("department", department);
            let named = |n: usize| format!("{}!{}", sheets[n].0, sheets[n].1.sheet);
            return Err(refusal.arg("file", named(one)).arg("other", named(other)));
        }
    }
    Ok(())
}

/// What is taken over from a file.
fn chosen(session: &Session, file: &CommitFile) -> Result<Chosen> {
    let waiting = pending(session, &file.token)?;
    let known = session.read().list::<Import>("WHERE sha256 = ?1", &[&waiting.sha256])?;
    let mut sheets: Vec<ChosenSheet> = Vec::new();
    for planned in waiting.forms.iter().filter(|planned| !file.leave.contains(&planned.key())) {
        let before = known.iter().any(|import| import.target == Some(planned.target));
        // The same questionnaire is not counted twice.
        if before && matches!(planned.counted, Some(Some(_))) {
            continue;
        }
        let (found, mut rows): (_, Vec<(PlanRow, String)>) = (planned.rows()?, Vec::new());
        // The answers first: what is said about them goes with them.
        let (answers, others): (Vec<&PlanRow>, Vec<&PlanRow>) = found.iter().partition(|row| row.column == ANSWER);
        for row in answers.into_iter().chain(others) {
            let key = planned.cell_key(row);
            let waits = row.status == PlanStatus::Query && row.code.is_none();
            let answered = || rows.iter().any(|(other, _)| other.column == ANSWER && other.key == row.key);
            let value = match row.status {
                PlanStatus::Query if waits && !file.decided.contains_key(&key) && answered() => row.likely.clone(),
                PlanStatus::New | PlanStatus::Changed => row.value.clone(),
                PlanStatus::Conflict if file.overwrite.contains(&key) => row.value.clone(),
                PlanStatus::Query | PlanStatus::Conflict => file.decided.get(&key).cloned(),
                _ => None,
            };
            rows.extend(value.map(|value| (row.clone(), value)));
        }
        // The same file a second time, with nothing left to take from it, changes nothing; nor does a table in which
        // somebody is named who has answered nothing.
        if rows.is_empty() && (before || found.iter().all(|row| row.found.trim().is_empty())) {
            continue;
        }
        sheets.push(ChosenSheet {
            place: Place::of(session, planned.target)?,
            rows,
            counted: planned.counted,
            came_back: file.came_back.get(&planned.target.to_string()).copied(),
        });
    }
    Ok(Chosen {
        token: file.token.clone(),
        file_name: waiting.file_name.clone(),
        sha256: waiting.sha256.clone(),
        bytes: Arc::clone(&waiting.bytes),
        sheets,
    })
}

fn check(session: &Session, sheet: &ChosenSheet) -> Result<()> {
    let place = &sheet.place;
    match place.engagement.state {
        state if state.before_fieldwork() => return Err(ErrorDto::new("engagement-not-started")),
        state if !state.writable() => return Err(ErrorDto::new("engagement-closed")),
        _ => {}
    }
    if sheet.counted.is_none() {
        refuse_counted(place)?;
    } else if !is_counted(place) {
        return Err(ErrorDto::new("form-does-not-fit"));
    }
    // A sheet that the auditor filled in is the auditor's verdict all the same.
    if place.engagement.kind == EngagementKind::Audit {
        refuse_judging(session, place)?;
    }
    Ok(())
}

fn take_sheet(tx: &mut Tx<'_>, sheet: &ChosenSheet, file: &str, person: Id, today: jiff::civil::Date) -> Result<()> {
    let place = &sheet.place;
    if let Some(sheets) = sheet.counted {
        let rows: Vec<(&PlanRow, String)> = sheet.rows.iter().map(|(row, value)| (row, value.clone())).collect();
        staff::take(tx, place, &rows, sheets, sheet.came_back)?;
    } else {
        for (row, value) in &sheet.rows {
            take(tx, place, row, value, file, person)?;
        }
    }
    // The place was read before; the contact may have been written since.
    let target: EngagementTarget = tx.read().get(place.target.id)?;
    tx.put(&EngagementTarget { returned_on: Some(today), ..target })?;
    if place.engagement.kind == EngagementKind::SelfCheck {
        let went = submission(tx.read(), place.engagement.id, place.target.id)?;
        tx.put(&Submission { medium: Some(Medium::Excel), ..went })?;
    }
    Ok(())
}

/// The file as it came, stored as evidence. `source` is the key of what is said of where it is from.
pub(in crate::ops) fn keep_original(
    session: &mut Session,
    file_name: &str,
    bytes: Arc<[u8]>,
    source: &str,
) -> Result<Taken> {
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
fn take(tx: &mut Tx<'_>, place: &Place, row: &PlanRow, value: &str, file: &str, person: Id) -> Result<()> {
    let bad = || ErrorDto::new("import-not-a-value").arg("found", value).arg("cell", &row.cell);
    if row.column == COUNTS {
        return Err(bad());
    }
    if row.key == CONTACT {
        let target: EngagementTarget = tx.read().get(place.target.id)?;
        return Ok(tx.put(&EngagementTarget { contact: value.to_owned(), ..target })?);
    }
    if [HEAD_NAME, HEAD_ON, IDEA].contains(&row.key.as_str()) {
        let went = submission(tx.read(), place.engagement.id, place.target.id)?;
        return Ok(tx.put(&match row.key.as_str() {
            HEAD_NAME => Submission { head_name: value.to_owned(), ..went },
            HEAD_ON => Submission { head_on: Some(value.parse().map_err(|_| bad())?), ..went },
            _ => Submission { improvement: value.to_owned(), ..went },
        })?);
    }
    if row.column != ANSWER {
        if value.chars().count() > MAX_TEXT {
            return Err(bad());
        }
        return write_field(tx, place, &row.key, &row.column, value);
    }
    let answered_at = Some(tx.now_ms());
    match place.engagement.kind {
        EngagementKind::Audit => {
            let verdict = Verdict::from_key(value).ok_or_else(bad)?;
            let answer: Answer = answer(tx, place, &row.key)?;
            tx.put(&Answer { verdict, answered_by: Some(person), answered_at, ..answer })?;
        }
        EngagementKind::SelfCheck => {
            let given = SelfAnswer::from_key(value).ok_or_else(bad)?;
            let answer: SelfAnswerRow = self_answer(tx, place, &row.key)?;
            let source = format!("{file}!{}!{}", row.sheet, row.cell);
            tx.put(&SelfAnswerRow { answer: Some(given), source, answered_at, ..answer })?;
        }
    }
    Ok(())
}

/// Keeps what was written by hand as the original of a target; it is typed in beside it.
pub fn keep_scan(session: &mut Session, meta: OpMeta, request: KeepScan) -> Result<Committed<ById>> {
    let place = Place::of(session, request.target)?;
    match place.engagement.state {
        state if state.before_fieldwork() => return Err(ErrorDto::new("engagement-not-started")),
        state if !state.writable() => return Err(ErrorDto::new("engagement-closed")),
        _ => {}
    }
    // Whose questionnaire it is must not be kept.
    refuse_counted(&place)?;
    let new = NewEvidence {
        handle: Some(request.handle.clone()),
        name: String::new(),
        source: session.text("app-import-source-scan", &[]),
        place: String::new(),
        class_level: session.office()?.class_level,
    };
    let file_name = session.handles.name(&request.handle)?;
    let taken = take_all(session, &[new])?;
    let (person, today, now) = (session.person, session.today(), session.now());
    let committed = session.transact(meta, |tx| {
        let mut kept = None;
        for one in &taken {
            let target = place.target.id;
            let id = record(tx, one, "engagement_target", target, person, today)?;
            let evidence: Evidence = tx.read().get(id)?;
            tx.put(&Import {
                id: tx.new_id(),
                file_name: file_name.clone(),
                sha256: evidence.sha256,
                blob: evidence.blob,
                target: Some(target),
                taken: 0,
                at: now,
            })?;
            kept = Some(id);
        }
        let target: EngagementTarget = tx.read().get(place.target.id)?;
        tx.put(&EngagementTarget { returned_on: target.returned_on.or(Some(today)), ..target })?;
        if place.engagement.kind == EngagementKind::SelfCheck {
            let went = submission(tx.read(), place.engagement.id, place.target.id)?;
            tx.put(&Submission { medium: went.medium.or(Some(Medium::Paper)), ..went })?;
        }
        kept.map(|id| ById { id }).ok_or_else(|| ErrorDto::new("file-empty").arg("file", &file_name))
    })?;
    session.handles.forget(&request.handle);
    Ok(committed)
}
