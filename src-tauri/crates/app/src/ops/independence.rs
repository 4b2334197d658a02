//! What is done about independence: standing back, leaving a target unaudited, saying why it could not be helped.

use super::plan::open_engagement;
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::engagement::members;
use crate::queries::independence::{recusal_id, unaudited_id};
use crate::queries::plan::plan_of;
use crate::session::Session;
use domain::Id;
use domain::pack::Independence;
use store::tables::{
    Answer, DocumentRequest, EngagementPlan, EngagementTarget, Loan, Recusal, ScheduleEntry, UnauditedTarget,
};
use store::{Committed, OpMeta, Tx};

/// An auditor stands back from a target, or no longer does.
pub fn set_recusal(session: &mut Session, meta: OpMeta, request: SetRecusal) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        let target: EngagementTarget = tx.read().get(request.target)?;
        let engagement = open_engagement(tx.read(), target.engagement)?;
        let (id, person) = (recusal_id(target.id, request.person), request.person);
        if !request.recused {
            tx.delete::<Recusal>(id)?;
            return Ok(Empty {});
        }
        let team = members(tx.read(), engagement.id)?;
        if !team.contains(&person) && engagement.lead != Some(person) {
            return Err(ErrorDto::new("not-in-team"));
        }
        tx.put(&Recusal { id, engagement: engagement.id, person, target: target.id })?;
        Ok(Empty {})
    })
}

/// 監査未実施（独立者なし）: marks a target, or takes the mark away. What has verdicts was audited.
pub fn set_unaudited(session: &mut Session, meta: OpMeta, request: SetUnaudited) -> Result<Committed<Empty>> {
    let reason = request.reason.as_deref().map(|reason| required("reason", reason)).transpose()?;
    session.transact(meta, |tx| {
        let target: EngagementTarget = tx.read().get(request.target)?;
        let engagement = open_engagement(tx.read(), target.engagement)?.id;
        let Some(reason) = reason else {
            tx.delete::<UnauditedTarget>(unaudited_id(target.id))?;
            return Ok(Empty {});
        };
        let judged = "WHERE target = ?1 AND verdict <> 'unverified' LIMIT 1";
        if !tx.read().list::<Answer>(judged, &[&target.id.as_bytes().as_slice()])?.is_empty() {
            return Err(ErrorDto::new("target-was-audited"));
        }
        tx.put(&UnauditedTarget { id: unaudited_id(target.id), engagement, target: target.id, reason })?;
        Ok(Empty {})
    })
}

/// Says why somebody who is tied to a target audits it all the same; only where the standard knows such a case.
pub fn explain(session: &mut Session, meta: OpMeta, request: ExplainIndependence) -> Result<Committed<Empty>> {
    let engagement = open_engagement(session.read(), request.engagement)?;
    let rule = session.edition(engagement.pack_edition)?.pack.rules.independence;
    let reason = request.reason.trim().to_owned();
    if rule == Independence::Strict && !reason.is_empty() {
        return Err(ErrorDto::new("no-escape").at("reason"));
    }
    session.transact(meta, |tx| {
        let plan = plan_of(tx.read(), engagement.id)?;
        tx.put(&EngagementPlan { independence_reason: reason, ..plan })?;
        Ok(Empty {})
    })
}

/// Takes a target out of everything that names it, before it goes: nobody stands back from what is not audited, an
/// appointment with it would stand on everybody's notice if it stayed, and what was asked for or lent stays on its list
/// without saying whose it is.
pub(super) fn forget_target(tx: &mut Tx<'_>, target: Id) -> Result<()> {
    let bytes = target.as_bytes().as_slice();
    for row in tx.read().list::<Recusal>("WHERE target = ?1", &[&bytes])? {
        tx.delete::<Recusal>(row.id)?;
    }
    tx.delete::<UnauditedTarget>(unaudited_id(target))?;
    for row in tx.read().list::<ScheduleEntry>("WHERE target = ?1", &[&bytes])? {
        tx.delete::<ScheduleEntry>(row.id)?;
    }
    for row in tx.read().list::<DocumentRequest>("WHERE target = ?1", &[&bytes])? {
        tx.put(&DocumentRequest { target: None, ..row })?;
    }
    for row in tx.read().list::<Loan>("WHERE target = ?1", &[&bytes])? {
        tx.put(&Loan { target: None, ..row })?;
    }
    Ok(())
}
