//! Counting the questionnaires of a section, item by item.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::campaign::{counts, is_counted, submission};
use crate::queries::engagement::items_in_scope;
use crate::queries::grid::Place;
use crate::session::Session;
use domain::kinds::SelfAnswer;
use domain::self_check::blank;
use domain::{Id, Keyed};
use store::tables::StaffCount;
use store::{Committed, OpMeta};

/// Enters the counts of an item, or takes them away. There cannot be more answers than questionnaires came back.
pub fn set_staff_count(session: &mut Session, meta: OpMeta, request: SetStaffCount) -> Result<Committed<Empty>> {
    let place = Place::of(session, request.target)?;
    match place.engagement.state {
        _ if !is_counted(&place) => return Err(ErrorDto::new("form-does-not-fit")),
        state if state.before_fieldwork() => return Err(ErrorDto::new("engagement-not-started")),
        state if !state.writable() => return Err(ErrorDto::new("engagement-closed")),
        _ => {}
    }
    let asked = items_in_scope(session.read(), &place.edition.pack, &place.engagement)?;
    if asked.iter().all(|item| item.id != request.item) {
        return Err(ErrorDto::new("no-such-item").arg("item", &request.item));
    }
    session.transact(meta, |tx| {
        let id = Id::natural("staff_count", &[&request.target.to_string(), &request.item]);
        let Some(given) = request.counts else {
            tx.delete::<StaffCount>(id)?;
            return Ok(Empty {});
        };
        let came_back = submission(tx.read(), place.engagement.id, request.target)?.came_back;
        if blank(&given, came_back).is_none() {
            // The cell that was changed last is the one to look at.
            let known = tx.read().find::<StaffCount>(id)?.map_or([0; 5], |row| counts(&row));
            let changed = SelfAnswer::ALL.iter().zip(given.iter().zip(known)).find(|(_, (now, before))| *now != before);
            let sum = given.iter().fold(0_i64, |sum, count| sum.saturating_add(*count));
            let field = changed.map_or("yes", |(answer, _)| answer.key());
            let error = match came_back {
                0 => ErrorDto::new("staff-came-back-missing"),
                _ => ErrorDto::new("staff-too-many"),
            };
            return Err(error.arg("sum", sum).arg("came", came_back).at(field));
        }
        let [yes, partly, no, not_applicable, unknown] = given;
        tx.put(&StaffCount {
            id,
            engagement: place.engagement.id,
            target: request.target,
            item: request.item.clone(),
            yes,
            partly,
            no,
            not_applicable,
            unknown,
        })?;
        Ok(Empty {})
    })
}
