//! Several sheets for the same target: what differs, side by side. Which of them counts, a person says.

use super::{Pending, Planned, pending};
use crate::dto::*;
use crate::error::Result;
use crate::queries::grid::Place;
use crate::session::Session;
use ::exchange::PlanRow;
use domain::Id;
use std::collections::{BTreeMap, BTreeSet};

/// A sheet of one of the files.
type Sheet<'a> = (&'a str, &'a Pending, &'a Planned);

/// The targets for which several sheets were read.
pub fn compare_all(session: &Session, request: CompareImports) -> Result<Vec<ImportVersions>> {
    let mut by_target: BTreeMap<Id, Vec<Sheet<'_>>> = BTreeMap::new();
    for token in &request.tokens {
        let pending = pending(session, token)?;
        for planned in pending.forms.iter().filter(|planned| planned.counted.is_none()) {
            by_target.entry(planned.target).or_default().push((token, pending, planned));
        }
    }
    let mut all = Vec::new();
    for (target, sheets) in by_target {
        // Sheets that ask different questions are no versions of each other.
        let is_version = |at: usize| {
            let other = |n: usize| n != at && share(sheets[at].2, sheets[n].2);
            (0..sheets.len()).any(other)
        };
        let sheets: Vec<Sheet<'_>> = (0..sheets.len()).filter(|at| is_version(*at)).map(|at| sheets[at]).collect();
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
    for (_, _, planned) in sheets {
        for row in &planned.rows {
            if !seen.insert((&row.key, &row.column)) {
                continue;
            }
            let found: Vec<Option<&PlanRow>> = sheets.iter().map(|(_, _, other)| cell(other, row)).collect();
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
    let version = |(token, pending, planned): &Sheet<'_>| ImportVersion {
        token: (*token).to_owned(),
        file_name: pending.file_name.clone(),
        sheet: planned.sheet.clone(),
        answered: i64::try_from(planned.rows.iter().filter(|row| is_answered(row)).count()).unwrap_or(0),
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
fn cell<'a>(planned: &'a Planned, row: &PlanRow) -> Option<&'a PlanRow> {
    planned.rows.iter().find(|other| (&other.key, &other.column) == (&row.key, &row.column))
}

/// What a cell says: ○ and はい are the same.
fn says(row: Option<&PlanRow>) -> &str {
    row.map_or("", |row| row.value.as_deref().unwrap_or(&row.found).trim())
}

/// Whether two sheets ask something in common.
fn share(one: &Planned, other: &Planned) -> bool {
    let keys: BTreeSet<&str> = one.rows.iter().map(|row| row.key.as_str()).collect();
    other.rows.iter().any(|row| keys.contains(row.key.as_str()))
}

/// Whether two sheets for the same target contradict each other, so that only one of them can be taken over.
pub(super) fn contradict(one: &Planned, other: &Planned) -> bool {
    let keys = |planned: &Planned| planned.rows.iter().map(|row| row.key.clone()).collect::<BTreeSet<String>>();
    let (ours, theirs) = (keys(one), keys(other));
    let differs = |from: &Planned, to: &Planned, there: &BTreeSet<String>| {
        let rows = from.rows.iter().filter(|row| there.contains(&row.key));
        rows.into_iter().any(|row| says(Some(row)) != says(cell(to, row)))
    };
    differs(one, other, &theirs) || differs(other, one, &ours)
}
