//! The papers of an audit before it begins: 監査実施計画書, 監査実施通知書, the list of documents asked for, 資料預り書.

use super::plan_parts::Parts;
use super::{granted, pages, unknown_format, workbook};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::release::{Released, file_name, release};
use crate::session::Session;
use domain::pack::PlanAct;
use report::paper::{Paper, Part};
use store::{Committed, OpMeta};

/// Which paper.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Plan,
    Notice,
    Documents,
    Loans,
}

impl Kind {
    fn of(paper: &str) -> Result<Kind> {
        Ok(match paper {
            "plan" => Kind::Plan,
            "notice" => Kind::Notice,
            "documents" => Kind::Documents,
            "loans" => Kind::Loans,
            _ => return Err(ErrorDto::new("bad-request").arg("detail", paper).at("paper")),
        })
    }

    fn title(self, session: &Session) -> String {
        let key = match self {
            Kind::Plan => "plan-paper-plan",
            Kind::Notice => "plan-paper-notice",
            Kind::Documents => "plan-paper-documents",
            Kind::Loans => "plan-paper-loans",
        };
        session.text(key, &[])
    }

    /// What it is in the register of what left.
    fn release_kind(self, format: &str) -> &'static str {
        match (self, format) {
            (Kind::Plan, _) => "plan-pdf",
            (Kind::Notice, "xlsx") => "notice-xlsx",
            (Kind::Notice, _) => "notice-pdf",
            (Kind::Documents, "xlsx") => "documents-xlsx",
            (Kind::Documents, _) => "documents-pdf",
            (Kind::Loans, _) => "loans-pdf",
        }
    }
}

/// The name a paper should have.
pub fn suggest_name(session: &Session, request: PlanPaper) -> Result<SuggestedName> {
    let kind = Kind::of(&request.paper)?;
    let parts = Parts::of(session, &request)?;
    Ok(SuggestedName { name: name(session, kind, &parts, &request.format)? })
}

fn name(session: &Session, kind: Kind, parts: &Parts<'_>, format: &str) -> Result<String> {
    let label = session.class_label(&session.office()?.class_level);
    let whose = if kind == Kind::Plan { String::new() } else { parts.target_name() };
    Ok(file_name(&label, &[&parts.engagement.title, &kind.title(session), &whose], format))
}

/// Hands a paper of an audit out.
pub fn export(session: &mut Session, meta: OpMeta, request: ExportPlanPaper) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let asked = &request.paper;
    let kind = Kind::of(&asked.paper)?;
    let parts = Parts::of(session, asked)?;
    let name = name(session, kind, &parts, &asked.format)?;
    let paper = paper(session, kind, &parts)?;
    let (bytes, warnings) = match asked.format.as_str() {
        "pdf" => pages(session, std::slice::from_ref(&paper), &paper.title)?,
        "xlsx" if matches!(kind, Kind::Notice | Kind::Documents) => workbook(session, &paper)?,
        other => return Err(unknown_format(other)),
    };
    let released = Released {
        name,
        kind: kind.release_kind(&asked.format),
        class_level: session.office()?.class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

fn paper(session: &Session, kind: Kind, parts: &Parts<'_>) -> Result<Paper> {
    let text = |key: &str| session.text(key, &[]);
    let title = kind.title(session);
    let (addressee, opening, pieces) = match kind {
        Kind::Plan => (parts.recipient()?, opening_of_plan(session, parts), plan(session, parts)?),
        Kind::Notice => {
            let basis = parts.clause_or_none(domain::pack::RuleKey::Audit);
            let opening = session.text("plan-notice-opening", &[("basis", &basis), ("title", &parts.engagement.title)]);
            (parts.addressee()?, opening, notice(session, parts)?)
        }
        Kind::Documents => {
            let opening = session.text("plan-documents-opening", &[("title", &parts.engagement.title)]);
            let documents = parts.documents(true)?;
            (parts.addressee()?, opening, vec![documents.unwrap_or_else(|| Part::Text(text("plan-documents-none")))])
        }
        Kind::Loans => {
            let opening = session.text("plan-loans-opening", &[("title", &parts.engagement.title)]);
            (parts.lender()?, opening, parts.loans()?)
        }
    };
    let office = session.office()?;
    let stamps = text("app-report-stamps")
        .split('、')
        .flat_map(|part| part.split(','))
        .map(str::trim)
        .map(str::to_owned)
        .collect();
    Ok(Paper {
        form: text("plan-paper-form"),
        number: text("plan-paper-number"),
        date: session.today(),
        addressee: session.text("app-report-addressee", &[("name", &addressee)]),
        sender: vec![office.name, parts.sender()?],
        title,
        stamps: if kind == Kind::Plan { stamps } else { Vec::new() },
        landscape: kind == Kind::Loans,
        opening,
        parts: pieces,
        closing: text("plan-paper-end"),
        class_label: session.class_label(&office.class_level),
    })
}

/// A plan is reported or put up for approval, as the standard says.
fn opening_of_plan(session: &Session, parts: &Parts<'_>) -> String {
    let key = match parts.edition.pack.rules.plan_gate.act {
        PlanAct::Report => "plan-paper-opening-report",
        PlanAct::Approve => "plan-paper-opening-approve",
    };
    session.text(key, &[("basis", &parts.clause_or_none(domain::pack::RuleKey::PlanGate))])
}

fn plan(session: &Session, parts: &Parts<'_>) -> Result<Vec<Part>> {
    let heading = |key: &str| Part::Heading(session.text(key, &[]));
    let mut pieces = vec![Part::Facts(parts.plan_facts()?), heading("plan-paper-items"), parts.chapters()?];
    pieces.extend([heading("plan-paper-independence")]);
    pieces.extend(parts.independence()?);
    pieces.push(heading("plan-schedule"));
    pieces.push(parts.schedule()?.unwrap_or_else(|| Part::Text(session.text("plan-schedule-none", &[]))));
    pieces.push(heading("plan-documents"));
    pieces.push(parts.documents(false)?.unwrap_or_else(|| Part::Text(session.text("plan-documents-none", &[]))));
    if let Some(annex) = parts.annex()? {
        pieces.extend([Part::Annex(session.text("plan-paper-annex", &[])), annex]);
    }
    Ok(pieces)
}

fn notice(session: &Session, parts: &Parts<'_>) -> Result<Vec<Part>> {
    let heading = |key: &str| Part::Heading(session.text(key, &[]));
    let mut pieces = vec![Part::Facts(parts.notice_facts()?)];
    let clause = parts.clause_or_none(domain::pack::RuleKey::Cooperation);
    pieces.push(Part::Text(session.text("plan-notice-cooperation", &[("basis", &clause)])));
    if let Some(schedule) = parts.schedule()? {
        pieces.extend([heading("plan-schedule"), schedule]);
    }
    if let Some(documents) = parts.documents(false)? {
        pieces.extend([heading("plan-documents"), documents]);
    }
    Ok(pieces)
}
