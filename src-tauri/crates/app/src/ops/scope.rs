//! 今回・今回対象外: which items an engagement asks.

use super::plan::open_engagement;
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::engagement::{exclusion_id, items};
use crate::session::Session;
use std::collections::BTreeSet;
use store::tables::{Engagement, ScopeExclusion};
use store::{Committed, OpMeta};

/// Puts items in and others out, at once. Undo takes the whole choice back.
pub fn apply(session: &mut Session, meta: OpMeta, request: ApplyScope) -> Result<Committed<Empty>> {
    let reason = if request.put_out.is_empty() { String::new() } else { required("reason", &request.reason)? };
    let engagement: Engagement = session.read().get(request.engagement)?;
    let edition = session.edition(engagement.pack_edition)?;
    let known: BTreeSet<&str> = items(&edition.pack, engagement.form).map(|item| item.id.as_str()).collect();
    if let Some(item) = request.put_in.iter().chain(&request.put_out).find(|item| !known.contains(item.as_str())) {
        return Err(ErrorDto::new("no-such-item").arg("item", item));
    }
    session.transact(meta, |tx| {
        let engagement = open_engagement(tx.read(), request.engagement)?.id;
        let id_of = |item: &str| exclusion_id(engagement, item);
        for item in &request.put_in {
            tx.delete::<ScopeExclusion>(id_of(item))?;
        }
        for item in &request.put_out {
            tx.put(&ScopeExclusion { id: id_of(item), engagement, item: item.clone(), reason: reason.clone() })?;
        }
        Ok(Empty {})
    })
}
