//! Reports as documents: lists, one with everything people wrote in it, and what should be looked at before it is issued.

use super::build::{Asked, Built, OVERALL, build, decisions, style, text_id, texts};
use crate::dto::*;
use crate::error::Result;
use crate::ops::exchange::FontFiles;
use crate::session::Session;
use domain::Id;
use domain::report::{ReportAudience, ReportState, ReportStyle};
use report::Words;
use report::check::{Known, Remark, characters, check};
use report::model::ReportModel;
use report::pdf::{Typeface, summary_pages};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use store::tables::{Department, Engagement, Finding, Report, ReportTemplate};

/// The reports of a year, the newest last.
pub fn list(session: &Session, request: ReportsOf) -> Result<Vec<ReportRow>> {
    let rows = session.read().list::<Report>("WHERE fiscal_year = ?1 ORDER BY id", &[&request.fiscal_year])?;
    rows.iter().map(|report| row(session, report)).collect()
}

fn row(session: &Session, report: &Report) -> Result<ReportRow> {
    let read = session.read();
    let department = report.department.map(|id| read.get::<Department>(id)).transpose()?;
    let engagement = report.engagement.map(|id| read.get::<Engagement>(id)).transpose()?;
    let style = style(session, &Asked::document(report.clone()))?;
    let year = session.lang().fiscal_year(super::fiscal_year_of(report.fiscal_year)?);
    let kind = i18n::enum_text(session.lang(), "report-kind", domain::Keyed::key(report.kind));
    let usual = || session.text("app-report-year-title", &[("year", &year), ("title", &kind)]);
    Ok(ReportRow {
        id: report.id,
        kind: report.kind,
        audience: report.audience,
        department: department.map(|one| one.name),
        engagement: engagement.map(|one| one.title),
        fiscal_year: report.fiscal_year,
        title: if style.title.trim().is_empty() { usual() } else { style.title },
        version: report.version,
        state: report.state,
        number: report.number.clone(),
        made_on: report.made_on,
        issued_on: report.issued_on,
        sha256: report.sha256.clone(),
    })
}

/// A report with everything that people wrote in it.
pub fn get(session: &Session, request: ById) -> Result<ReportDetail> {
    let read = session.read();
    let report: Report = read.get(request.id)?;
    let asked = Asked::document(report.clone());
    let built = build(session, &asked)?;
    let style = style(session, &asked)?;
    let remarks = if report.state == ReportState::Issued { Vec::new() } else { remarks(session, &report, &built)? };
    let next = read.list::<Report>("WHERE previous = ?1 ORDER BY id LIMIT 1", &[&report.id.as_bytes().as_slice()])?;
    let asked_decisions = decisions(session, report.id)?.into_iter().map(|row| AskedDecision {
        what: row.what,
        whom: row.whom,
        due_on: row.due_on,
        budget: row.budget,
    });
    Ok(ReportDetail {
        row: ReportRow { title: built.model.head.title.clone(), ..row(session, &report)? },
        texts: places(session, &report, &style)?,
        style,
        decisions: asked_decisions.collect(),
        frame: SaveReportFrame {
            id: report.id,
            number: report.number.clone(),
            drafted_on: report.drafted_on,
            decided_on: report.decided_on,
            decided_by: report.decided_by.clone(),
            corrections: report.corrections.clone(),
            changes: report.changes.clone(),
        },
        ordered: ordered(session, &built.model, report.fiscal_year)?,
        findings: named_findings(session, &remarks, report.fiscal_year)?,
        engagements: named_engagements(session, &remarks, report.fiscal_year)?,
        remarks,
        confirmed: confirmed(&report, &built),
        removed: built.removed,
        class_label: built.model.head.class_label,
        addressee: built.model.head.addressee,
        figures: built.figures,
        previous: report.previous,
        next: next.first().map(|report| report.id),
    })
}

/// A row for every place that can be written in. What stands in a section that was taken out is kept and not shown.
fn places(session: &Session, report: &Report, style: &ReportStyle) -> Result<Vec<WriteReport>> {
    let mut written = texts(session, report.id)?;
    let sections = style.sections.iter().filter(|choice| choice.on).map(|choice| choice.key.as_str());
    let row = |place: &str| WriteReport {
        id: text_id(report.id, place),
        report: report.id,
        place: place.to_owned(),
        text: written.remove(place).unwrap_or_default(),
    };
    Ok(std::iter::once(OVERALL).chain(sections).map(row).collect())
}

/// What should be looked at before a report is issued.
pub(crate) fn remarks(session: &Session, report: &Report, built: &Built) -> Result<Vec<Remark>> {
    let files = FontFiles::of(&session.fonts_dir, built.model.head.typeface)?;
    let typeface = Typeface::new(&files.fonts())?;
    let unknown = session.text("app-report-class-unknown", &[]);
    let under_way = session.read().list::<Engagement>("WHERE fiscal_year = ?1 ORDER BY id", &[&report.fiscal_year])?;
    let told = |engagement: &&Engagement| {
        engagement.state.writable() && built.model.engagements.iter().any(|one| one.name == engagement.title)
    };
    let mut others = Vec::new();
    if report.audience == ReportAudience::Department {
        others = session.read().list::<Department>("ORDER BY position, name", &[])?;
        others.retain(|one| Some(one.id) != report.department && !one.name.trim().is_empty());
    }
    let unclassified = built.model.evidence.iter().filter(|one| one.class_label == unknown);
    let known = Known {
        unknown_names: built.unknown_names.clone(),
        characters: characters(&built.model, &session.lang(), &|character| typeface.lacks(character)),
        under_way: under_way.iter().filter(told).map(|engagement| engagement.title.clone()).collect(),
        unclassified: unclassified.map(|one| one.name.clone()).collect(),
        summary_pages: summary_pages(&built.model, &session.lang(), &typeface),
        confirmed: confirmed(report, built),
        class_too_low: built.class_too_low,
        others: others.into_iter().map(|one| one.name).collect(),
        first: report.previous.is_none(),
        changes: report.changes.clone(),
    };
    Ok(check(&built.model, &known))
}

/// What a person confirms: what is taken out, word by word, as it was.
pub(crate) fn removal(built: &Built) -> String {
    let list = built.removed.iter().flat_map(|one| std::iter::once(&one.what).chain(&one.entries));
    let list: Vec<&str> = list.map(String::as_str).collect();
    super::super::journal::hex(&Sha256::digest(list.join("\n")))
}

fn confirmed(report: &Report, built: &Built) -> bool {
    report.audience != ReportAudience::Public
        || report.state == ReportState::Issued
        || report.confirmed == removal(built)
}

fn ordered(session: &Session, model: &ReportModel, year: i64) -> Result<Vec<Id>> {
    let rows = session.read().list::<Finding>("WHERE fiscal_year = ?1 ORDER BY number", &[&year])?;
    let of_report = |row: &Finding| model.findings.iter().any(|one| one.number == row.number && one.order.is_some());
    Ok(rows.into_iter().filter(of_report).map(|row| row.id).collect())
}

fn named_findings(session: &Session, remarks: &[Remark], year: i64) -> Result<BTreeMap<String, Id>> {
    let rows = session.read().list::<Finding>("WHERE fiscal_year = ?1", &[&year])?;
    let named = |number: &str| remarks.iter().any(|remark| remark.place == "finding" && remark.of == number);
    Ok(rows.into_iter().filter(|row| named(&row.number)).map(|row| (row.number, row.id)).collect())
}

fn named_engagements(session: &Session, remarks: &[Remark], year: i64) -> Result<BTreeMap<String, Id>> {
    let rows = session.read().list::<Engagement>("WHERE fiscal_year = ?1", &[&year])?;
    let named = |title: &str| remarks.iter().any(|remark| remark.place == "engagement" && remark.of == title);
    Ok(rows.into_iter().filter(|row| named(&row.title)).map(|row| (row.title, row.id)).collect())
}

/// The templates by name.
pub fn templates(session: &Session, _: Empty) -> Result<Vec<ReportTemplateRow>> {
    let rows = session.read().list::<ReportTemplate>("ORDER BY name, id", &[])?;
    let row =
        |one: ReportTemplate| ReportTemplateRow { id: one.id, name: one.name, kind: one.kind, audience: one.audience };
    Ok(rows.into_iter().map(row).collect())
}
