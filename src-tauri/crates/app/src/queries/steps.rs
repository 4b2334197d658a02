//! The way of an engagement: where it stands, where it can go, and where it has been.

use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::steps::{Step, between, states};
use store::tables::{Engagement, EngagementStep};

/// The way of an engagement.
pub fn get(session: &Session, request: ById) -> Result<EngagementSteps> {
    let read = session.read();
    let engagement: Engagement = read.get(request.id)?;
    let names = session.person_names()?;
    let of = "WHERE engagement = ?1 ORDER BY at DESC, id DESC";
    let steps = read.list::<EngagementStep>(of, &[&engagement.id.as_bytes().as_slice()])?;
    let state = |state| {
        let step = between(engagement.kind, engagement.state, state).ok();
        StepState {
            state,
            reached_on: steps.iter().find(|step| step.state == state).map(|step| step.taken_on),
            current: state == engagement.state,
            step,
            needs_reason: step.is_some_and(Step::needs_reason),
        }
    };
    Ok(EngagementSteps {
        states: states(engagement.kind).map(state).collect(),
        trace: steps
            .iter()
            .map(|step| StepRow {
                id: step.id,
                state: step.state,
                taken_on: step.taken_on,
                person_name: step.person.and_then(|person| names.get(&person).cloned()),
                reason: step.reason.clone(),
                at: step.at,
            })
            .collect(),
    })
}
