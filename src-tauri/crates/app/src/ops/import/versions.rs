//! Several sheets for the same target: what differs, side by side. Which of them counts, a person says.

use super::{Pending, Planned, pending};
use crate::dto::*;
use crate::error::Result;
use crate::queries::grid::Place;
use crate::session::Session;
use ::exchange::PlanRow;
use domain::Id;
use std::collections::{BTreeMap, BTreeSet};

/// A sheet of one of the files, and what would become of its cells.
struct Sheet<'a> {
    token: &'a str,
    file_name: &'a str,
    planned: &'a Planned,
    rows: Vec<PlanRow>,
}

impl<'a> Sheet<'a> {
    fn of((token, pending, planned): (&'a str, &'a Pending, &'a Planned)) -> Result<Sheet<'a>> {
        Ok(Sheet { token, file_name: &pending.file_name, planned, rows: planned.rows()? })
    }
}

/// The targets for which several sheets were read.
pub fn compare_all(session: &Session, request: CompareImports) -> Result<Vec<ImportVersions>> {
    let mut by_target: BTreeMap<Id, Vec<(&str, &Pending, &Planned)>> = BTreeMap::new();
    for token in &request.tokens {
        let pending = pending(session, token)?;
        for planned in pending.forms.iter().filter(|planned| planned.counted.is_none()) {
            by_target.entry(planned.target).or_default().push((token, pending, planned));
        }
    }
    let mut all = Vec::new();
    for (target, sheets) in by_target.into_iter().filter(|(_, sheets)| sheets.len() > 1) {
        let mut sheets = sheets.into_iter().map(Sheet::of).collect::<Result<Vec<Sheet<'_>>>>()?;
        // Sheets that ask different questions are no versions of each other.
        let is_version = |at: usize| (0..sheets.len()).any(|n| n != at && share(&sheets[at].rows, &sheets[n].rows));
        let are_versions: Vec<bool> = (0..sheets.len()).map(is_version).collect();
        let mut are_versions = are_versions.into_iter();
        sheets.retain(|_| are_versions.next() == Some(true));
        if sheets.len() > 1 {
            all.push(versions(session, target, &sheets)?);
        }
    }
    Ok(all)
}

fn versions(session: &Session, target: Id, sheets: &[Sheet<'_>]) -> Result<ImportVersions> {
    let place = Place::of(session, target)?;
    let mut cells = Vec::new();
    let mut seen = BTreeSet::new();
    for sheet in sheets {
        for row in &sheet.rows {
            if !seen.insert((&row.key, &row.column)) {
                continue;
            }
            let found: Vec<Option<&PlanRow>> = sheets.iter().map(|other| cell(&other.rows, row)).collect();
            if found.iter().all(|one| says(*one) == says(found[0])) {
                continue;
            }
            let item = place.edition.pack.item(&row.key);
            let question = item.map(|item| item.question_on(place.engagement.form, session.english()).to_owned());
            let shown = |one: &Option<&PlanRow>| ImportVersionFound {
                found: one.map(|row| row.found.clone()).unwrap_or_default(),
                value: one.and_then(|row| row.value.clone()),
            };
            cells.push(ImportVersionCell {
                key: row.key.clone(),
                column: row.column.clone(),
                kind: place.engagement.kind,
                question: question.unwrap_or_default(),
                found: found.iter().map(shown).collect(),
            });
        }
    }
    let version = |one: &Sheet<'_>| ImportVersion {
        token: one.token.to_owned(),
        file_name: one.file_name.to_owned(),
        sheet: one.planned.sheet.clone(),
        answered: i64::try_from(one.rows.iter().filter(|row| is_answered(row)).count()).unwrap_or(0),
    };
    Ok(ImportVersions {
        target,
        engagement_title: place.engagement.title.clone(),
        department: place.name(session)?,
        versions: sheets.iter().map(version).collect(),
        cells,
    })
}

fn is_answered(row: &PlanRow) -> bool {
    row.column == crate::ops::exchange::form::ANSWER && !row.found.trim().is_empty()
}

/// The same cell of another sheet.
fn cell<'a>(sheet: &'a [PlanRow], row: &PlanRow) -> Option<&'a PlanRow> {
    sheet.iter().find(|other| (&other.key, &other.column) == (&row.key, &row.column))
}

/// What a cell says: ○ and はい are the same.
fn says(row: Option<&PlanRow>) -> &str {
    row.map_or("", |row| row.value.as_deref().unwrap_or(&row.found).trim())
}

/// Whether two sheets ask something in common.
fn share(one: &[PlanRow], other: &[PlanRow]) -> bool {
    let keys: BTreeSet<&str> = one.iter().map(|row| row.key.as_str()).collect();
    other.iter().any(|row| keys.contains(row.key.as_str()))
}

/// Whether two sheets for the same target contradict each other, so that only one of them can be taken over.
pub(super) fn contradict(one: &[PlanRow], other: &[PlanRow]) -> bool {
    let keys = |sheet: &[PlanRow]| sheet.iter().map(|row| row.key.clone()).collect::<BTreeSet<String>>();
    let (ours, theirs) = (keys(one), keys(other));
    let differs = |from: &[PlanRow], to: &[PlanRow], there: &BTreeSet<String>| {
        let rows = from.iter().filter(|row| there.contains(&row.key));
        rows.into_iter().any(|row| says(Some(row)) != says(cell(to, row)))
    };
    differs(one, other, &theirs) || differs(other, one, &ours)
}
