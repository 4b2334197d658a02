//! Questionnaires of staff: only how many answered how is kept, never who.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::exchange::form::ANSWER;
use crate::queries::campaign::{counts, submission};
use crate::queries::grid::Place;
use crate::session::Session;
use ::exchange::{Count, DiagnosticCode, PlanRow, PlanStatus};
use domain::kinds::SelfAnswer;
use domain::self_check::blank;
use domain::{Id, Keyed};
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;
use store::tables::{StaffCount, Submission};

/// The column of numbers of answers.
pub(super) const COUNTS: &str = "counts";

/// What a sheet of one person would do: each clear answer is one more.
pub(super) fn questionnaire(session: &Session, place: &Place, form: &mut ImportForm) -> Result<()> {
    let went = submission(session.read(), place.engagement.id, place.target.id)?;
    form.counted = Some(ImportCounted { sheets: Some(1), came_back: went.came_back });
    form.contact.clear();
    // Words may tell who wrote them.
    form.rows.retain(|row| row.column == ANSWER);
    for row in form.rows.iter_mut().filter(|row| row.value.is_some()) {
        row.status = PlanStatus::New;
    }
    Ok(())
}

/// What numbers of answers would do, item by item.
pub(super) fn tallied(session: &Session, place: &Place, found: &[&Count]) -> Result<Vec<PlanRow>> {
    let by = place.target.id;
    let known = session.read().list::<StaffCount>("WHERE target = ?1", &[&by.as_bytes().as_slice()])?;
    let known: BTreeMap<&str, [i64; 5]> = known.iter().map(|row| (row.item.as_str(), counts(row))).collect();
    let mut items: Vec<(&str, [i64; 5], &Count)> = Vec::new();
    // Where one number is not clear, the others are not the whole.
    let unclear: BTreeSet<&str> =
        found.iter().filter(|count| count.count.is_none()).map(|count| count.item.as_str()).collect();
    for count in found {
        let number = i64::from(count.count.unwrap_or(0));
        let Some(at) = SelfAnswer::ALL.iter().position(|answer| answer.key() == count.answer) else { continue };
        match items.iter_mut().find(|(item, ..)| *item == count.item) {
            Some((_, sums, _)) => sums[at] += number,
            None => {
                let mut sums = [0; 5];
                sums[at] = number;
                items.push((&count.item, sums, count));
            }
        }
    }
    let row = |(item, sums, count): (&str, [i64; 5], &Count)| {
        let now = known.get(item).copied();
        let is_unclear = unclear.contains(item);
        PlanRow {
            key: item.to_owned(),
            column: COUNTS.to_owned(),
            sheet: count.sheet.clone(),
            cell: count.cell.clone(),
            found: written(&sums),
            value: (!is_unclear).then(|| written(&sums)),
            likely: None,
            status: match now {
                _ if is_unclear => PlanStatus::Query,
                None => PlanStatus::New,
                Some(now) if now == sums => PlanStatus::Same,
                Some(_) => PlanStatus::Conflict,
            },
            code: is_unclear.then_some(DiagnosticCode::CountUnclear),
            before_sent: String::new(),
            in_workspace: now.map(|now| written(&now)).unwrap_or_default(),
        }
    };
    Ok(items.into_iter().map(row).collect())
}

/// Five numbers as they travel.
pub(super) fn written(counts: &[i64; 5]) -> String {
    counts.map(|count| count.to_string()).join(",")
}

fn read(text: &str) -> Option<[i64; 5]> {
    let numbers: Vec<i64> = text.split(',').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    numbers.try_into().ok()
}

/// The most answers that an item has: no fewer questionnaires came back.
pub(super) fn most(rows: &[PlanRow]) -> i64 {
    let sum = |row: &PlanRow| row.value.as_deref().and_then(read).map_or(0, |counts| counts.iter().sum());
    rows.iter().filter(|row| row.column == COUNTS).map(sum).max().unwrap_or(0)
}

/// Takes the answers of one questionnaire, or the numbers of many, over.
pub(super) fn take(
    tx: &mut Tx<'_>,
    place: &Place,
    rows: &[(&PlanRow, String)],
    sheets: Option<i64>,
    came_back: Option<i64>,
) -> Result<()> {
    let (engagement, target) = (place.engagement.id, place.target.id);
    let went = submission(tx.read(), engagement, target)?;
    let least = most(&rows.iter().map(|(row, _)| (*row).clone()).collect::<Vec<_>>());
    let came = match sheets {
        Some(sheets) => went.came_back.saturating_add(sheets),
        None => came_back.unwrap_or_else(|| went.came_back.max(least)),
    };
    tx.put(&Submission { came_back: came, handed_out: went.handed_out.max(came), ..went })?;
    for (row, value) in rows {
        let id = Id::natural("staff_count", &[&target.to_string(), &row.key]);
        let known = tx.read().find::<StaffCount>(id)?.map_or([0; 5], |known| counts(&known));
        let sums = if row.column == COUNTS {
            read(value).ok_or_else(|| ErrorDto::new("bad-request").arg("detail", value))?
        } else {
            let at = SelfAnswer::ALL.iter().position(|answer| answer.key() == value);
            let at = at.ok_or_else(|| ErrorDto::new("bad-request").arg("detail", value))?;
            let mut sums = known;
            sums[at] = sums[at].saturating_add(1);
            sums
        };
        if blank(&sums, came).is_none() {
            let sum = sums.iter().fold(0_i64, |sum, count| sum.saturating_add(*count));
            return Err(ErrorDto::new("import-more-than-came")
                .arg("sum", sum)
                .arg("came", came)
                .arg("cell", &row.cell));
        }
        let [yes, partly, no, not_applicable, unknown] = sums;
        let item = row.key.clone();
        tx.put(&StaffCount { id, engagement, target, item, yes, partly, no, not_applicable, unknown })?;
    }
    Ok(())
}
