//! A report from its rows: what is told, to whom, in which order, with what people wrote.

use super::annex::Annex;
use super::{Facts, beyond, findings, fiscal_year_of, named, remarks};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::release::highest;
use crate::session::Session;
use domain::kinds::{EngagementKind, Role};
use domain::report::{ReportAudience, ReportKind, ReportState, ReportStyle};
use domain::{Id, Keyed};
use i18n::Lang;
use report::Words;
use report::model::{Figure, Head, Opinion, Removed, ReportInput, ReportModel, Section, changes, figures, fill};
use std::collections::BTreeMap;
use store::tables::{Department, Engagement, Report, ReportDecision, ReportText};

/// The place under which the overall comment is kept.
pub(crate) const OVERALL: &str = "overall";

/// What is asked for.
pub struct Asked {
    /// The fiscal year.
    pub fiscal_year: i64,
    /// What it is about.
    pub kind: ReportKind,
    /// Who is to read it.
    pub audience: ReportAudience,
    /// The department whose part it is.
    pub department: Option<Id>,
    /// The only audit it is about.
    pub engagement: Option<Id>,
    /// The document, if it is one.
    pub document: Option<Report>,
}

impl Asked {
    /// A document, or what the year looks like without one.
    pub fn of(session: &Session, fiscal_year: i64, document: Option<Id>) -> Result<Asked> {
        fiscal_year_of(fiscal_year)?;
        Ok(match document {
            None => Asked {
                fiscal_year,
                kind: ReportKind::Annual,
                audience: ReportAudience::Ciso,
                department: None,
                engagement: None,
                document: None,
            },
            Some(id) => Asked::document(session.read().get(id)?),
        })
    }

    /// A document.
    pub fn document(report: Report) -> Asked {
        Asked {
            fiscal_year: report.fiscal_year,
            kind: report.kind,
            audience: report.audience,
            department: report.department,
            engagement: report.engagement,
            document: Some(report),
        }
    }

    pub(crate) fn is_about(&self, engagement: &Engagement) -> bool {
        let kind = match engagement.kind {
            EngagementKind::Audit => self.kind.audits(),
            EngagementKind::SelfCheck => self.kind.self_checks(),
        };
        kind && self.engagement.is_none_or(|only| only == engagement.id)
    }
}

/// A report with what must be known to hand it out and to judge it.
pub struct Built {
    /// The report.
    pub model: ReportModel,
    /// Its level of confidentiality.
    pub class_level: String,
    /// Whether the level that was chosen is lower than that of a part.
    pub class_too_low: bool,
    /// What was taken out for the public.
    pub removed: Vec<Removed>,
    /// Names in braces that are none, with the place they stand in.
    pub unknown_names: Vec<(String, String)>,
    /// What a text may name, as it stands.
    pub figures: Vec<Figure>,
    /// The name of the department, if it is for one.
    pub department: Option<String>,
}

/// The report of a fiscal year, or a document, as it stands now.
pub fn preview(session: &Session, request: ReportQuery) -> Result<ReportModel> {
    Ok(build(session, &Asked::of(session, request.fiscal_year, request.report)?)?.model)
}

/// Makes a report. What was issued is read as it was issued.
pub fn build(session: &Session, asked: &Asked) -> Result<Built> {
    if let Some((report, model)) = asked.document.as_ref().and_then(|report| Some((report, report.model?))) {
        return issued(session, report, model);
    }
    let facts = Facts::of(session, asked)?;
    let annex = Annex::of(&facts)?;
    let findings = findings::of(&facts, &annex)?;
    let style = style(session, asked)?;
    let (class_level, class_too_low) = class_level(session, asked, &style, &annex)?;
    let chapters = annex.chapters(&facts);
    let written = Written::of(session, asked)?;
    let input = ReportInput {
        head: head(&facts, asked, &style, &class_level)?,
        opinion: Opinion { overall: paragraphs(&written.text(OVERALL)), decisions: written.decisions() },
        sections: sections(&style, &written),
        criteria: facts.criteria(),
        engagements: facts.engagements()?,
        not_looked_at: remarks::not_looked_at(&facts)?,
        independence: remarks::independence(&facts)?,
        departments: facts.departments.iter().map(|row| named(row.id, &row.name)).collect(),
        earlier: beyond::earlier(&facts, asked, &chapters)?,
        chapters,
        earlier_findings: beyond::earlier_findings(&facts)?,
        cross_cutting: beyond::cross_cutting(&facts)?,
        horizontal: beyond::horizontal(&facts)?,
        turns: beyond::turns(&facts)?,
        exceptions: beyond::exceptions(&facts)?,
        proposals: beyond::proposals(&facts)?,
        orders: beyond::orders(&facts)?,
        answers: annex.answers,
        self_answers: annex.self_answers,
        staff: annex.staff,
        findings,
        compelled_approvals: beyond::compelled(&facts)?,
        evidence: annex.evidence,
    };
    let department = asked.department.map(|id| session.read().get::<Department>(id)).transpose()?;
    let input = match (asked.audience, &department) {
        (ReportAudience::Department, Some(one)) => input.of_department(&named(one.id, &one.name)),
        _ => input,
    };
    let mut model = ReportModel::tally(input);
    let removed = match asked.audience {
        ReportAudience::Public => model.publish(&session.text("report-withheld", &[])),
        _ => Vec::new(),
    };
    let (figures, unknown_names) = fill_names(session, &mut model);
    if let Some(previous) = asked.document.as_ref().and_then(|report| report.previous) {
        let before = build(session, &Asked::document(session.read().get(previous)?))?.model;
        let said = asked.document.as_ref().map(|report| paragraphs(&report.changes)).unwrap_or_default();
        model.head.changes = said.into_iter().chain(changes(&before, &model, &session.lang())).collect();
    }
    let department = department.map(|department| department.name);
    Ok(Built { model, class_level, class_too_low, removed, unknown_names, figures, department })
}

/// A report as it was issued.
fn issued(session: &Session, report: &Report, model: Id) -> Result<Built> {
    let (bytes, _) = session.workspace.read_blob(model, None)?;
    let kept: Kept = serde_json::from_slice(&bytes)?;
    let figures = figures(&kept.model, &session.lang());
    let department = report.department.map(|id| session.read().get::<Department>(id)).transpose()?;
    Ok(Built {
        model: kept.model,
        class_level: kept.class_level,
        class_too_low: false,
        removed: kept.removed,
        unknown_names: Vec::new(),
        figures,
        department: department.map(|department| department.name),
    })
}

/// What is kept of an issued report beside its pages.
#[derive(serde::Serialize, serde::Deserialize)]
pub(crate) struct Kept {
    pub(crate) model: ReportModel,
    pub(crate) class_level: String,
    pub(crate) removed: Vec<Removed>,
}

/// How a report is to look.
pub(crate) fn style(session: &Session, asked: &Asked) -> Result<ReportStyle> {
    match &asked.document {
        Some(report) => Ok(serde_json::from_str::<ReportStyle>(&report.style)?.completed()),
        None => Ok(usual(session, asked.kind, asked.audience)),
    }
}

/// How a report looks where nobody has said how.
pub(crate) fn usual(session: &Session, kind: ReportKind, audience: ReportAudience) -> ReportStyle {
    // What is published was decided on another paper.
    let stamps =
        if audience == ReportAudience::Public { String::new() } else { session.text("app-report-stamps", &[]) };
    ReportStyle::usual(kind, audience, split(&stamps))
}

/// The level of confidentiality, and whether the one that was chosen is lower than that of a part. What is published
/// has no confidential part left, so there the choice stands.
fn class_level(session: &Session, asked: &Asked, style: &ReportStyle, annex: &Annex) -> Result<(String, bool)> {
    let scale = session.class_levels()?;
    if asked.audience == ReportAudience::Public {
        let lowest = scale.first().cloned().unwrap_or_default();
        return Ok((if style.class_level.is_empty() { lowest } else { style.class_level.clone() }, false));
    }
    let office = session.office()?;
    let parts = highest(&scale, annex.class_levels().chain([office.class_level.as_str()]));
    if style.class_level.is_empty() {
        return Ok((parts, false));
    }
    let class_level = highest(&scale, [parts.as_str(), style.class_level.as_str()]);
    let too_low = class_level != style.class_level;
    Ok((class_level, too_low))
}

/// What people wrote in a report.
#[derive(Default)]
struct Written {
    texts: BTreeMap<String, String>,
    decisions: Vec<ReportDecision>,
}

impl Written {
    fn of(session: &Session, asked: &Asked) -> Result<Written> {
        let Some(report) = &asked.document else { return Ok(Written::default()) };
        Ok(Written { texts: texts(session, report.id)?, decisions: decisions(session, report.id)? })
    }

    fn text(&self, place: &str) -> String {
        self.texts.get(place).cloned().unwrap_or_default()
    }

    fn decisions(&self) -> Vec<report::model::Decision> {
        let decision = |row: &ReportDecision| report::model::Decision {
            what: row.what.clone(),
            whom: row.whom.clone(),
            due: row.due_on,
            budget: row.budget.clone(),
        };
        self.decisions.iter().map(decision).collect()
    }
}

/// What people wrote in a report, by place.
pub(super) fn texts(session: &Session, report: Id) -> Result<BTreeMap<String, String>> {
    let rows = session.read().list::<ReportText>("WHERE report = ?1", &[&report.as_bytes().as_slice()])?;
    Ok(rows.into_iter().map(|row| (row.place, row.text)).collect())
}

/// The row of what is written in a place of a report.
pub(crate) fn text_id(report: Id, place: &str) -> Id {
    Id::natural("report_text", &[&report.to_string(), place])
}

/// The decisions asked of the CISO, in their order.
pub(super) fn decisions(session: &Session, report: Id) -> Result<Vec<ReportDecision>> {
    Ok(session.read().list("WHERE report = ?1 ORDER BY position, id", &[&report.as_bytes().as_slice()])?)
}

/// The sections that are printed. What a template says stands before what is written in this report.
fn sections(style: &ReportStyle, written: &Written) -> Vec<Section> {
    let section = |choice: &domain::report::SectionChoice| {
        let mut text = paragraphs(&choice.text);
        text.extend(paragraphs(&written.text(&choice.key)));
        Section {
            key: choice.key.clone(),
            section: choice.section(),
            title: Some(choice.title.trim().to_owned()).filter(|title| !title.is_empty()),
            text,
            withheld: false,
        }
    };
    style.sections.iter().filter(|choice| choice.on).map(section).collect()
}

fn head(facts: &Facts<'_>, asked: &Asked, style: &ReportStyle, class_level: &str) -> Result<Head> {
    let session = facts.session;
    let (office, year) = (session.office()?, fiscal_year_of(asked.fiscal_year)?);
    let label = session.lang().fiscal_year(year);
    let report_to = facts.audits().next().map_or(Role::Ciso, |work| work.edition.pack.rules.report_to);
    let document = asked.document.as_ref();
    let said = |text: &str, usual: String| if text.trim().is_empty() { usual } else { text.trim().to_owned() };
    let kind = i18n::enum_text(session.lang(), "report-kind", asked.kind.key());
    let mut title = said(&style.title, facts.text("app-report-year-title", &[("year", &label), ("title", &kind)]));
    if asked.audience == ReportAudience::Public && style.title.trim().is_empty() {
        title = facts.text("reports-public-title", &[("title", &title)]);
    }
    let number = document.map(|report| report.number.trim()).unwrap_or_default();
    let public = asked.audience == ReportAudience::Public;
    let handling = if style.handling.is_empty() && !public { split(&office.handling) } else { style.handling.clone() };
    let (addressee, author) = match asked.audience {
        // It is handed in to nobody, and names no person.
        ReportAudience::Public => (String::new(), facts.role_name(Role::AuditHead)),
        ReportAudience::Department => {
            let name = facts.departments.first().map_or("", |department| department.name.as_str());
            (facts.text("forms-to-all", &[("name", name)]), facts.role_line(Role::AuditHead))
        }
        ReportAudience::Ciso | ReportAudience::Supervisor => {
            let reader = if asked.audience == ReportAudience::Ciso { report_to } else { Role::GeneralManager };
            let name = facts.role_line(reader);
            (facts.text("app-report-addressee", &[("name", &name)]), facts.role_line(Role::AuditHead))
        }
    };
    Ok(Head {
        kind: asked.kind,
        audience: asked.audience,
        office: office.name,
        title,
        addressee: said(&style.addressee, addressee),
        author: said(&style.author, author),
        fiscal_year: year,
        class_label: session.class_label(class_level),
        handling,
        document_number: Some(number.to_owned()).filter(|number| !number.is_empty()),
        number_sign: style.number_sign.trim().to_owned(),
        draft: true,
        created: session.today(),
        stamps: style.stamps.clone(),
        seal: style.seal,
        retention: style.retention.trim().to_owned(),
        version: document.map_or(1, |report| u32::try_from(report.version).unwrap_or(1)),
        drafted: document.and_then(|report| report.drafted_on),
        decided: document.and_then(|report| report.decided_on),
        decided_by: document.map(|report| report.decided_by.clone()).unwrap_or_default(),
        changes: Vec::new(),
        paper: style.paper,
        typeface: style.typeface,
        margins: style.margins,
        // Handing out a draft goes on record, so its next copy would differ; the head is printed when it is issued.
        journal_head: String::new(),
    })
}

/// Puts figures into what people wrote. A name may be written in either language: a draft outlives a change of it.
fn fill_names(session: &Session, model: &mut ReportModel) -> (Vec<Figure>, Vec<(String, String)>) {
    let own = figures(model, &session.lang());
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for lang in [Lang::En, Lang::Ja] {
        let names = figures(model, &lang).into_iter().map(|figure| figure.name);
        known.extend(names.zip(own.iter().map(|figure| figure.value.clone())));
    }
    let mut unknown = Vec::new();
    let mut put = |place: &str, text: &mut String| {
        let (filled, names) = fill(text, &known);
        *text = filled;
        unknown.extend(names.into_iter().map(|name| (place.to_owned(), name)));
    };
    model.opinion.overall.iter_mut().for_each(|text| put(OVERALL, text));
    model.opinion.decisions.iter_mut().for_each(|decision| put("decisions", &mut decision.what));
    for section in &mut model.sections {
        let key = section.key.clone();
        section.text.iter_mut().for_each(|text| put(&key, text));
    }
    put("style", &mut model.head.title);
    put("style", &mut model.head.addressee);
    (own, unknown)
}

/// A text as paragraphs.
fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// A list in one line as its parts.
pub(crate) fn split(text: &str) -> Vec<String> {
    let parts = text.split(['、', '，', ',', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// Whether what a report says may still change.
pub(crate) fn writable(report: &Report) -> Result<()> {
    match report.state {
        ReportState::Issued => Err(ErrorDto::new("report-issued").arg("number", &report.number)),
        ReportState::Draft | ReportState::Deciding => Ok(()),
    }
}
