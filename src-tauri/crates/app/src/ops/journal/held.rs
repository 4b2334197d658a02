//! What undo and redo may not reach: they would change what the commands themselves refuse to change.

use crate::error::{ErrorDto, Result};
use crate::ops::exception;
use crate::queries::report::build::writable;
use crate::queries::{evidence, own_pack};
use crate::session::Session;
use domain::Id;
use domain::kinds::EngagementState;
use store::journal::Change;
use store::tables::{AuditPlan, Engagement, EvidenceLink, Finding, Report};
use store::undo::Way;

/// Refuses a turn that reaches into a closed engagement, that takes back an edition others may hold already, or that
/// gives a name to a second edition.
pub(super) fn refuse(session: &Session, way: Way) -> Result<()> {
    let Some((op, changes)) = session.workspace.store.next_turn(session.user, way)? else { return Ok(()) };
    let finishing = op.kind == "own_pack.finish";
    // Planning keeps an edition too, but one that was there already.
    let makes_edition = finishing || op.kind == "pack.import";
    for change in changes {
        exception::refuse_turn(session, way, &op, &change)?;
        match change.entity.as_str() {
            "engagement" => refuse_closed(session, change.entity_id)?,
            "answer" | "self_answer" | "engagement_target" | "engagement_member" | "scope_exclusion"
            | "engagement_plan" | "schedule_entry" | "document_request" | "engagement_step" | "recusal"
            | "unaudited_target" | "loan" | "submission" | "staff_count" | "sampling" | "cross_reference"
            | "interview" | "interview_auditor" | "note" | "note_link" | "assignment" | "memo_line"
            | "flash_report" | "flash_notice" => {
                if let Some(engagement) = id_of(session, &change, "engagement")? {
                    refuse_closed(session, engagement)?;
                }
            }
            // What happens to a finding later is no part of its audit; that there is one is.
            "finding" if change.before.is_none() || change.after.is_none() => {
                if let Some(engagement) = id_of(session, &change, "engagement")? {
                    refuse_closed(session, engagement)?;
                }
            }
            "finding_item" => {
                if let Some(finding) = id_of(session, &change, "finding")? {
                    let finding: Option<Finding> = session.read().find(finding)?;
                    finding.map_or(Ok(()), |finding| refuse_closed(session, finding.engagement))?;
                }
            }
            "evidence" if evidence::settled(session, change.entity_id)? => {
                return Err(ErrorDto::new("evidence-settled"));
            }
            "evidence_link" if evidence::link_settled(session, &link(session, &change)?)? => {
                return Err(ErrorDto::new("evidence-settled"));
            }
            "report" => refuse_issued(session, change.entity_id)?,
            "report_text" | "report_decision" => {
                if let Some(report) = id_of(session, &change, "report")? {
                    refuse_issued(session, report)?;
                }
            }
            "audit_plan_entry" => {
                if let Some(plan) = id_of(session, &change, "plan")? {
                    refuse_settled(session, plan)?;
                }
            }
            "pack_edition" if !makes_edition || change.before.is_some() => {}
            "pack_edition" if way == Way::Back && handed_out_since(session, op.at)? => {
                return Err(
                    ErrorDto::new("edition-handed-out").arg("edition", change.text("edition").unwrap_or_default())
                );
            }
            "pack_edition" | "own_edition" if way == Way::Again && change.before.is_none() => {
                let (pack, edition) =
                    (change.text("pack").unwrap_or_default(), change.text("edition").unwrap_or_default());
                // Finishing takes away what the edition was made of, under the same name.
                let taken = own_pack::is_other(session, pack, edition, change.text("hash").unwrap_or_default())?
                    || (!finishing && own_pack::is_making(session, pack, edition)?);
                if taken {
                    return Err(ErrorDto::new("edition-exists").arg("pack", pack).arg("edition", edition));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether any checklist has left since. The register does not say of which edition; any may have been this one.
fn handed_out_since(session: &Session, at: i64) -> Result<bool> {
    let sql = "SELECT count(*) FROM release WHERE at > ?1 AND kind IN ('pack-zip', 'blank-pdf', 'blank-xlsx')";
    Ok(session.read().number(sql, &[&at])? > 0)
}

fn refuse_closed(session: &Session, engagement: Id) -> Result<()> {
    let closed = session.read().find::<Engagement>(engagement)?.is_some_and(|row| row.state == EngagementState::Closed);
    if closed { Err(ErrorDto::new("engagement-closed")) } else { Ok(()) }
}

/// What was issued stays as it was handed in.
fn refuse_issued(session: &Session, report: Id) -> Result<()> {
    session.read().find::<Report>(report)?.map_or(Ok(()), |report| writable(&report))
}

/// What a plan says may change only while it is a draft.
fn refuse_settled(session: &Session, plan: Id) -> Result<()> {
    match session.read().find::<AuditPlan>(plan)? {
        Some(plan) if !plan.state.is_draft() => Err(ErrorDto::new("plan-not-draft").arg("title", &plan.title)),
        _ => Ok(()),
    }
}

fn link(session: &Session, change: &Change) -> Result<EvidenceLink> {
    if let Some(link) = session.read().find::<EvidenceLink>(change.entity_id)? {
        return Ok(link);
    }
    let none = Id::natural("none", &[]);
    Ok(EvidenceLink {
        id: change.entity_id,
        evidence: id_of(session, change, "evidence")?.unwrap_or(none),
        owner_entity: change.text("owner_entity").unwrap_or_default().to_owned(),
        owner: id_of(session, change, "owner")?.unwrap_or(none),
    })
}

/// The row that a column refers to: by the image, which has all columns of a row that came or went, or by the row.
fn id_of(session: &Session, change: &Change, column: &str) -> Result<Option<Id>> {
    if let Some(id) = change.id(column) {
        return Ok(Some(id));
    }
    let sql = format!("SELECT {column} FROM {} WHERE id = ?1", change.entity);
    let found = session.read().query(&sql, &[&change.entity_id.as_bytes().as_slice()], |row| Ok(row.get(0)?))?;
    Ok(found.first().copied().map(Id::from_bytes))
}
