//! 報告書: from the first draft to what was issued. What was issued never changes; a correction is a new version.

use super::exchange::FontFiles;
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::handles::Held;
use crate::queries::journal::hex;
use crate::queries::report::build::{Kept, OVERALL, style, text_id, usual, writable};
use crate::queries::report::document::{remarks, removal};
use crate::queries::report::{Asked, Built, build, fiscal_year_of};
use crate::session::Session;
use domain::report::{LONGEST_TEXT, ReportAudience, ReportState, ReportStyle};
use domain::{Id, Keyed};
use report::check::Weight;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use store::tables::{Department, Engagement, EngagementTarget, Report, ReportDecision, ReportTemplate, ReportText};
use store::{Committed, OpMeta, Tx};

/// The longest name of a template, and the longest of what stands in one line.
const LONGEST_NAME: usize = 60;
const LONGEST_LINE: usize = 400;

/// Begins a report with the look of a template, or the usual one; for departments, one for each.
pub fn start(session: &mut Session, meta: OpMeta, request: StartReport) -> Result<Committed<StartedReports>> {
    fiscal_year_of(request.fiscal_year)?;
    let read = session.read();
    let engagement = request.engagement.map(|id| read.get::<Engagement>(id)).transpose()?;
    if engagement.as_ref().is_some_and(|one| one.fiscal_year != request.fiscal_year) {
        return Err(ErrorDto::new("bad-request").arg("detail", "engagement").at("engagement"));
    }
    let subject = subject(&request);
    let mut readers: Vec<Option<Id>> = vec![None];
    if request.audience == ReportAudience::Department {
        let mut departments = read.list::<Department>("ORDER BY position, name", &[])?;
        if let Some(unknown) = request.departments.iter().find(|id| departments.iter().all(|one| one.id != **id)) {
            return Err(ErrorDto::new("bad-request").arg("detail", unknown).at("departments"));
        }
        let asked_for = match request.departments.as_slice() {
            [] => targets_of(session, &subject)?,
            chosen => chosen.iter().copied().collect(),
        };
        departments.retain(|department| asked_for.contains(&department.id));
        if departments.is_empty() {
            return Err(ErrorDto::new("report-for-nobody").at("departments"));
        }
        readers = departments.into_iter().map(|department| Some(department.id)).collect();
    }
    let style = match request.template {
        Some(id) => read.get::<ReportTemplate>(id)?.style,
        None => serde_json::to_string(&usual(session, request.kind, request.audience))?,
    };
    let today = session.today();
    session.transact(meta, |tx| {
        let mut ids = Vec::new();
        for department in readers {
            let id = tx.new_id();
            tx.put(&Report { department, ..draft(id, &subject, style.clone(), today) })?;
            ids.push(id);
        }
        Ok(StartedReports { ids })
    })
}

/// What a report is to be about, for readers that are still open.
fn subject(request: &StartReport) -> Asked {
    Asked {
        fiscal_year: request.fiscal_year,
        kind: request.kind,
        audience: request.audience,
        department: None,
        engagement: request.engagement,
        document: None,
    }
}

/// A draft on its first day.
fn draft(id: Id, of: &Asked, style: String, today: jiff::civil::Date) -> Report {
    Report {
        id,
        kind: of.kind,
        audience: of.audience,
        department: of.department,
        engagement: of.engagement,
        fiscal_year: of.fiscal_year,
        style,
        state: ReportState::Draft,
        number: String::new(),
        drafted_on: None,
        decided_on: None,
        decided_by: String::new(),
        corrections: String::new(),
        version: 1,
        previous: None,
        changes: String::new(),
        confirmed: String::new(),
        made_on: today,
        issued_on: None,
        model: None,
        pdf: None,
        sha256: String::new(),
    }
}

/// The departments that were looked at by what a report is about.
fn targets_of(session: &Session, asked: &Asked) -> Result<BTreeSet<Id>> {
    let mut works = session.read().list::<Engagement>("WHERE fiscal_year = ?1", &[&asked.fiscal_year])?;
    works.retain(|work| asked.is_about(work) && !work.state.before_fieldwork());
    let mut departments = BTreeSet::new();
    for work in works {
        let of = work.id.as_bytes();
        let targets = session.read().list::<EngagementTarget>("WHERE engagement = ?1", &[&of.as_slice()])?;
        departments.extend(targets.into_iter().map(|target| target.department));
    }
    Ok(departments)
}

/// Begins a new version of a report that was issued, with what was written in it.
pub fn revise(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<ById>> {
    let report: Report = session.read().get(request.id)?;
    if report.state != ReportState::Issued {
        return Err(ErrorDto::new("report-not-issued"));
    }
    let read = session.read();
    let of = report.id.as_bytes();
    if read.number("SELECT count(*) FROM report WHERE previous = ?1", &[&of.as_slice()])? > 0 {
        return Err(ErrorDto::new("report-revised").arg("number", &report.number));
    }
    let texts = read.list::<ReportText>("WHERE report = ?1", &[&of.as_slice()])?;
    let decisions = read.list::<ReportDecision>("WHERE report = ?1 ORDER BY position, id", &[&of.as_slice()])?;
    let today = session.today();
    session.transact(meta, |tx| {
        let id = tx.new_id();
        tx.put(&Report {
            version: report.version + 1,
            previous: Some(report.id),
            // Who decided before will most likely decide again.
            decided_by: report.decided_by.clone(),
            ..draft(id, &Asked::document(report.clone()), report.style.clone(), today)
        })?;
        for text in texts {
            tx.put(&ReportText { id: text_id(id, &text.place), report: id, ..text })?;
        }
        for decision in decisions {
            tx.put(&ReportDecision { id: tx.new_id(), report: id, ..decision })?;
        }
        Ok(ById { id })
    })
}

/// Throws a draft away.
pub fn discard(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    let report = open(session, request.id)?;
    let of = report.id.as_bytes();
    let texts = session.read().list::<ReportText>("WHERE report = ?1", &[&of.as_slice()])?;
    let decisions = session.read().list::<ReportDecision>("WHERE report = ?1", &[&of.as_slice()])?;
    session.transact(meta, |tx| {
        texts.iter().try_for_each(|text| tx.delete::<ReportText>(text.id))?;
        decisions.iter().try_for_each(|decision| tx.delete::<ReportDecision>(decision.id))?;
        tx.delete::<Report>(report.id)?;
        Ok(Empty {})
    })
}

/// Says how a report is to look.
pub fn save_style(session: &mut Session, meta: OpMeta, request: SaveReportStyle) -> Result<Committed<Empty>> {
    let report = open(session, request.id)?;
    let style = checked(session, request.style)?;
    session.transact(meta, |tx| {
        tx.put(&Report { style, ..report })?;
        Ok(Empty {})
    })
}

fn checked(session: &Session, style: ReportStyle) -> Result<String> {
    if let Some(fault) = style.fault() {
        return Err(ErrorDto::new(&format!("report-style-{}", fault.key())).at("style"));
    }
    if !style.class_level.is_empty() && !session.class_levels()?.contains(&style.class_level) {
        return Err(ErrorDto::new("no-such-class").arg("level", &style.class_level).at("class_level"));
    }
    Ok(serde_json::to_string(&style)?)
}

/// Writes in a part of a report.
pub fn write(session: &mut Session, meta: OpMeta, request: WriteReport) -> Result<Committed<ById>> {
    let report = open(session, request.report)?;
    let known = style(session, &Asked::document(report.clone()))?;
    let is_place = request.place == OVERALL || known.sections.iter().any(|choice| choice.key == request.place);
    if !is_place || request.id != text_id(report.id, &request.place) {
        return Err(ErrorDto::new("bad-request").arg("detail", &request.place).at("place"));
    }
    if request.text.chars().count() > LONGEST_TEXT {
        return Err(ErrorDto::new("text-too-long").arg("most", LONGEST_TEXT).at("text"));
    }
    session.transact(meta, |tx| {
        let text = request.text.trim_end().to_owned();
        tx.put(&ReportText { id: request.id, report: report.id, place: request.place, text })?;
        Ok(ById { id: request.id })
    })
}

/// Says which decisions are asked of the CISO.
pub fn decide(session: &mut Session, meta: OpMeta, request: SaveReportDecisions) -> Result<Committed<Empty>> {
    let report = open(session, request.id)?;
    for decision in &request.decisions {
        for (field, text) in [("what", &decision.what), ("whom", &decision.whom), ("budget", &decision.budget)] {
            if text.chars().count() > LONGEST_LINE {
                return Err(ErrorDto::new("text-too-long").arg("most", LONGEST_LINE).at(field));
            }
        }
    }
    let there = session
        .read()
        .list::<ReportDecision>("WHERE report = ?1 ORDER BY position, id", &[&report.id.as_bytes().as_slice()])?;
    session.transact(meta, |tx| {
        for (place, decision) in request.decisions.iter().enumerate() {
            let id = there.get(place).map_or_else(|| tx.new_id(), |row| row.id);
            tx.put(&ReportDecision {
                id,
                report: report.id,
                position: i64::try_from(place + 1).unwrap_or(i64::MAX),
                what: decision.what.trim().to_owned(),
                whom: decision.whom.trim().to_owned(),
                due_on: decision.due_on,
                budget: decision.budget.trim().to_owned(),
            })?;
        }
        there.iter().skip(request.decisions.len()).try_for_each(|row| tx.delete::<ReportDecision>(row.id))?;
        Ok(Empty {})
    })
}

/// Types in what was decided on paper or in another system.
pub fn save_frame(session: &mut Session, meta: OpMeta, request: SaveReportFrame) -> Result<Committed<Empty>> {
    let report = open(session, request.id)?;
    for (field, text) in [("number", &request.number), ("decided_by", &request.decided_by)] {
        if text.chars().count() > LONGEST_LINE {
            return Err(ErrorDto::new("text-too-long").arg("most", LONGEST_LINE).at(field));
        }
    }
    for (field, text) in [("corrections", &request.corrections), ("changes", &request.changes)] {
        if text.chars().count() > LONGEST_TEXT {
            return Err(ErrorDto::new("text-too-long").arg("most", LONGEST_TEXT).at(field));
        }
    }
    let today = session.today();
    for (field, day) in [("drafted_on", request.drafted_on), ("decided_on", request.decided_on)] {
        if day.is_some_and(|day| day > today) {
            return Err(ErrorDto::new("date-in-future").at(field));
        }
    }
    let number = style(session, &Asked::document(report.clone()))?.numbered(&request.number);
    session.transact(meta, |tx| {
        tx.put(&Report {
            number,
            drafted_on: request.drafted_on,
            decided_on: request.decided_on,
            decided_by: request.decided_by.trim().to_owned(),
            corrections: request.corrections.trim_end().to_owned(),
            changes: request.changes.trim_end().to_owned(),
            ..report
        })?;
        Ok(Empty {})
    })
}

/// Sends a draft on its way to be decided.
pub fn submit(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    turn(session, meta, request, ReportState::Draft, ReportState::Deciding)
}

/// Takes it back to be written in.
pub fn take_back(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    turn(session, meta, request, ReportState::Deciding, ReportState::Draft)
}

fn turn(
    session: &mut Session,
    meta: OpMeta,
    request: ById,
    from: ReportState,
    to: ReportState,
) -> Result<Committed<Empty>> {
    let report = open(session, request.id)?;
    if report.state != from {
        let state = i18n::enum_text(session.lang(), "report-stage", report.state.key());
        return Err(ErrorDto::new("report-state").arg("state", &state));
    }
    session.transact(meta, |tx| {
        tx.put(&Report { state: to, ..report })?;
        Ok(Empty {})
    })
}

/// Confirms what is taken out before the report is published.
pub fn confirm(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    let report = open(session, request.id)?;
    let built = build(session, &Asked::document(report.clone()))?;
    session.transact(meta, |tx| {
        tx.put(&Report { confirmed: removal(&built), ..report })?;
        Ok(Empty {})
    })
}

/// Issues a report: its model, its pages and their hash are kept as they are now. Nothing of it changes afterwards.
pub fn issue(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    let report = open(session, request.id)?;
    if report.state != ReportState::Deciding {
        let state = i18n::enum_text(session.lang(), "report-stage", report.state.key());
        return Err(ErrorDto::new("report-state").arg("state", &state));
    }
    let mut built = build(session, &Asked::document(report.clone()))?;
    let errors = remarks(session, &report, &built)?.into_iter().filter(|remark| remark.weight == Weight::Error).count();
    if errors > 0 {
        return Err(ErrorDto::new("report-not-ready").arg("count", errors));
    }
    built.model.head.draft = false;
    built.model.head.journal_head = session.read().head()?.map(|op| hex(&op.hash)).unwrap_or_default();
    let pdf = pages(session, &built)?;
    let kept = Kept { model: built.model, class_level: built.class_level, removed: built.removed };
    let model = session.workspace.store_blob(&mut serde_json::to_vec(&kept)?.as_slice())?;
    let sha256 = hex(&Sha256::digest(&pdf));
    let stored = session.workspace.store_blob(&mut pdf.as_slice())?;
    let today = session.today();
    session.transact(meta, |tx: &mut Tx<'_>| {
        let (model, pdf) = (tx.put_blob(&model)?, tx.put_blob(&stored)?);
        tx.put(&Report {
            state: ReportState::Issued,
            issued_on: Some(today),
            model: Some(model),
            pdf: Some(pdf),
            sha256,
            ..report
        })?;
        Ok(Empty {})
    })
}

/// The pages of a report as bytes.
pub(crate) fn pages(session: &Session, built: &Built) -> Result<Vec<u8>> {
    let files = FontFiles::of(&session.fonts_dir, built.model.head.typeface)?;
    Ok(report::pdf::ciso(&built.model, &session.lang(), &files.fonts())?.bytes)
}

/// Makes the pages of a report to be looked at. They are held in memory and forgotten when they are not shown any more.
pub fn look(session: &Session, request: ReportQuery) -> Result<ReportPages> {
    let asked = Asked::of(session, request.fiscal_year, request.report)?;
    let bytes = match asked.document.as_ref().and_then(|report| report.pdf) {
        Some(pdf) => session.workspace.read_blob(pdf, None)?.0,
        None => pages(session, &build(session, &asked)?)?,
    };
    let handle = session.handles.keep(Held::Bytes(bytes.into(), "report.pdf".to_owned()));
    Ok(ReportPages { handle })
}

/// Keeps the look of a report under a name; one of this name for the same reports is replaced.
pub fn keep_template(session: &mut Session, meta: OpMeta, request: KeepTemplate) -> Result<Committed<ById>> {
    let name = required("name", &request.name)?;
    if name.chars().count() > LONGEST_NAME {
        return Err(ErrorDto::new("text-too-long").arg("most", LONGEST_NAME).at("name"));
    }
    let report: Report = session.read().get(request.report)?;
    let known = session.read().list::<ReportTemplate>("WHERE name = ?1 ORDER BY id", &[&name])?;
    session.transact(meta, |tx| {
        let id = known.first().map_or_else(|| tx.new_id(), |template| template.id);
        tx.put(&ReportTemplate { id, name, kind: report.kind, audience: report.audience, style: report.style })?;
        Ok(ById { id })
    })
}

/// Gives a report the look of a template.
pub fn take_template(session: &mut Session, meta: OpMeta, request: TakeTemplate) -> Result<Committed<Empty>> {
    let report = open(session, request.report)?;
    let template: ReportTemplate = session.read().get(request.template)?;
    session.transact(meta, |tx| {
        tx.put(&Report { style: template.style, ..report })?;
        Ok(Empty {})
    })
}

/// Forgets a template.
pub fn forget_template(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        tx.read().get::<ReportTemplate>(request.id)?;
        tx.delete::<ReportTemplate>(request.id)?;
        Ok(Empty {})
    })
}

fn open(session: &Session, id: Id) -> Result<Report> {
    let report: Report = session.read().get(id)?;
    writable(&report)?;
    Ok(report)
}
