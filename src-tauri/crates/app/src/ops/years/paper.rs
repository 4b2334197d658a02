//! A plan on paper and as a workbook.

use crate::dto::*;
use crate::error::Result;
use crate::ops::exchange::{FontFiles, granted, missing, unknown_format};
use crate::queries;
use crate::queries::office::holders_on;
use crate::queries::report::fiscal_year_of;
use crate::release::{Released, file_name, release};
use crate::session::Session;
use domain::audit_plan::AuditPlanKind;
use domain::kinds::Role;
use domain::pack::Pack;
use report::DocInfo;
use report::audit_plan::{PlanPaper, PlanPaperRow};
use store::{Committed, OpMeta};

/// The name the file of a plan should have.
pub fn name(session: &Session, request: NameAuditPlan) -> Result<SuggestedName> {
    let plan = queries::years::get(session, ById { id: request.id })?;
    Ok(SuggestedName { name: named(session, &plan, &request.format)? })
}

fn named(session: &Session, plan: &AuditPlanDetail, extension: &str) -> Result<String> {
    let office = session.office()?;
    let draft = if plan.state.is_in_force() { String::new() } else { session.text("report-draft", &[]) };
    let edition = session.text("years-edition", &[("edition", &plan.edition.to_string())]);
    let edition = if plan.edition > 1 { edition } else { String::new() };
    let label = session.class_label(&office.class_level);
    Ok(file_name(&label, &[&plan.title, &office.name, &edition, &draft], extension))
}

/// Writes a plan to a file.
pub fn export(session: &mut Session, meta: OpMeta, request: ExportAuditPlan) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let plan = queries::years::get(session, ById { id: request.id })?;
    let office = session.office()?;
    let paper = paper(session, &plan)?;
    let info = DocInfo {
        title: plan.title.clone(),
        office: office.name.clone(),
        author: session.person_names()?.remove(&session.person).unwrap_or_default(),
        class_label: session.class_label(&office.class_level),
        created: session.today(),
    };
    let mut warnings = Vec::new();
    let bytes = match request.format.as_str() {
        "pdf" => {
            let files = FontFiles::read(&session.fonts_dir)?;
            let printed = report::pdf::audit_plan(&paper, &session.lang(), &info, &files.fonts())?;
            warnings = missing(session, &printed.missing);
            printed.bytes
        }
        "xlsx" => report::xlsx::audit_plan(&paper, &session.lang(), &info)?,
        other => return Err(unknown_format(other)),
    };
    let released = Released {
        name: named(session, &plan, &request.format)?,
        kind: if request.format == "pdf" { "audit-plan-pdf" } else { "audit-plan-xlsx" },
        class_level: office.class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// The plan as it stands on paper: of what could be planned, only what is.
fn paper(session: &Session, plan: &AuditPlanDetail) -> Result<PlanPaper> {
    let pack = &queries::pack::by_hash(session, &plan.pack_hash)?.pack;
    let planned = |target: &&AuditPlanTarget| target.cells.iter().any(|cell| cell.mode.is_some());
    let row = |target: &AuditPlanTarget| {
        let mut notes: Vec<&str> = Vec::new();
        for note in target.cells.iter().map(|cell| cell.note.as_str()).filter(|note| !note.is_empty()) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        let audits = target.cells.iter().flat_map(|cell| &cell.audits);
        Ok(PlanPaperRow {
            name: target.name.clone(),
            kind: target.kind,
            department: target.department_name.clone(),
            modes: target.cells.iter().map(|cell| cell.mode).collect(),
            last: target.before.map(fiscal_year_of).transpose()?,
            audits: match plan.kind {
                AuditPlanKind::MidTerm => Vec::new(),
                AuditPlanKind::Annual => audits.map(|one| (one.title.clone(), one.from_on, one.until_on)).collect(),
            },
            note: notes.join("\n"),
        })
    };
    let stamps = session.text("app-report-stamps", &[]);
    let addressee = role_line(session, pack, plan.gate_to)?;
    Ok(PlanPaper {
        kind: plan.kind,
        title: plan.title.clone(),
        edition: plan.edition,
        state: plan.state,
        addressee: session.text("app-report-addressee", &[("name", &addressee)]),
        author: role_line(session, pack, Role::AuditHead)?,
        standard: plan.pack_title.clone(),
        handling: session.office()?.handling,
        gate_on: plan.gate_on,
        theme: plan.theme.clone(),
        policy: plan.policy.clone(),
        years: plan.years.iter().map(|year| fiscal_year_of(*year)).collect::<Result<_>>()?,
        rows: plan.targets.iter().filter(planned).map(row).collect::<Result<_>>()?,
        left_out: plan.targets.iter().filter(|target| target.left_out).map(|target| target.name.clone()).collect(),
        stamps: stamps.split(['、', ',']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect(),
    })
}

/// A role as its standard calls it, with the person who holds it today.
pub(in crate::ops) fn role_line(session: &Session, pack: &Pack, role: Role) -> Result<String> {
    let name = queries::years::role_name(session, pack, role);
    let holder = holders_on(session.read(), session.today())?.into_iter().find(|holder| holder.role == role);
    let person = holder.and_then(|holder| session.person_names().ok()?.remove(&holder.person));
    Ok(match person.filter(|_| role != Role::Committee) {
        Some(person) => session.text("app-report-holder", &[("role", &name), ("person", &person)]),
        None => name,
    })
}
