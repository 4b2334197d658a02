//! The papers of a finding from 指摘事項票 to 完了報告書: handed out as pages or as sheets to be filled in, and taken back.

mod back;
mod fields;
mod papers;
mod sheets;

pub use back::{Pending, answer, commit, read};

use super::exchange::letter::{self, Asking};
use super::exchange::{granted, info, pages, unknown_format};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries;
use crate::queries::finding::Life;
use crate::release::{Released, file_name, release};
use crate::session::Session;
use domain::finding::FindingState;
use domain::horizontal::HorizontalState;
use domain::{Id, Keyed, keyed_enum};
use jiff::civil::Date;
use std::collections::BTreeSet;
use store::{Committed, OpMeta};

keyed_enum! {
    /// Which paper.
    pub enum Kind {
        /// 指摘事項票
        Finding = "finding",
        /// 事実確認票
        Check = "check",
        /// 改善指示書
        Order = "order",
        /// 改善計画書, to be filled in
        PlanBlank = "plan_blank",
        /// 改善計画書, as it is recorded
        Plan = "plan",
        /// 進捗報告書
        Progress = "progress",
        /// 完了報告書
        Completion = "completion",
        /// 横展開 依頼/回答票
        Horizontal = "horizontal",
    }
}

impl Kind {
    fn of(paper: &str) -> Result<Kind> {
        Kind::from_key(paper).ok_or_else(|| ErrorDto::new("bad-request").arg("detail", paper).at("paper"))
    }

    /// What it is called.
    fn title(self, session: &Session) -> String {
        session.text(&format!("forms-paper-{}", self.key().replace('_', "-")), &[])
    }

    /// Whether it is there to be written in.
    fn is_asking(self) -> bool {
        matches!(self, Kind::Check | Kind::PlanBlank | Kind::Horizontal)
    }

    /// What a sheet of it is known by when it comes back.
    fn template(self) -> String {
        format!("finding:{}", self.key())
    }

    fn of_template(template: &str) -> Option<Kind> {
        Kind::from_key(template.strip_prefix("finding:")?)
    }

    /// What it is in the register of what left.
    fn release_kind(self, format: &str) -> &'static str {
        match (self, format) {
            (Kind::Finding, _) => "finding-pdf",
            (Kind::Check, "xlsx") => "fact-check-xlsx",
            (Kind::Check, _) => "fact-check-pdf",
            (Kind::Order, _) => "order-pdf",
            (Kind::PlanBlank, "xlsx") => "improvement-plan-xlsx",
            (Kind::Plan | Kind::PlanBlank, _) => "improvement-plan-pdf",
            (Kind::Progress, "xlsx") => "progress-xlsx",
            (Kind::Progress, _) => "progress-pdf",
            (Kind::Completion, "xlsx") => "completion-xlsx",
            (Kind::Completion, _) => "completion-pdf",
            (Kind::Horizontal, "xlsx") => "horizontal-xlsx",
            (Kind::Horizontal, _) => "horizontal-pdf",
        }
    }
}

/// The papers that can be made of a finding now.
pub fn list(session: &Session, request: ById) -> Result<Vec<FindingPaperRow>> {
    let life = Life::of(session.read(), request.id)?;
    let department: store::tables::Department = session.read().get(life.finding.department)?;
    let state = life.finding.state;
    let correcting = state == FindingState::Correcting;
    let asked = matches!(state, FindingState::Draft | FindingState::FactCheck);
    let planning = matches!(state, FindingState::Ordered | FindingState::Planned | FindingState::Correcting);
    let both = |pdf: bool, sheet: bool| [(pdf, "pdf"), (sheet, "xlsx")];
    let kinds = [
        (Kind::Finding, both(true, false)),
        (Kind::Check, both(asked, asked)),
        (Kind::Order, both(!life.orders.is_empty(), false)),
        (Kind::PlanBlank, both(planning, planning)),
        (Kind::Plan, both(!life.plans.is_empty(), false)),
        (Kind::Progress, both(correcting || !life.progress.is_empty(), correcting)),
        (Kind::Completion, both(correcting || !life.completions.is_empty(), correcting)),
    ];
    let row = |kind: Kind, check: Option<Id>, department: String, formats: [(bool, &str); 2]| FindingPaperRow {
        paper: kind.key().to_owned(),
        check,
        name: kind.title(session),
        department,
        formats: formats.iter().filter(|(wanted, _)| *wanted).map(|(_, format)| (*format).to_owned()).collect(),
    };
    let mut rows: Vec<FindingPaperRow> =
        kinds.into_iter().map(|(kind, formats)| row(kind, None, department.name.clone(), formats)).collect();
    for check in &life.horizontal {
        let asked: store::tables::Department = session.read().get(check.department)?;
        let open = check.state != HorizontalState::Settled;
        rows.push(row(Kind::Horizontal, Some(check.id), asked.name, both(true, open)));
    }
    rows.retain(|row| !row.formats.is_empty());
    Ok(rows)
}

/// The papers that can be made of several findings now, by kind and format.
pub fn several(session: &Session, request: PapersOfFindings) -> Result<Vec<PapersOfKind>> {
    let mut kinds: Vec<PapersOfKind> = Kind::ALL
        .iter()
        .flat_map(|kind| ["pdf", "xlsx"].map(|format| (kind, format)))
        .map(|(kind, format)| PapersOfKind {
            paper: kind.key().to_owned(),
            name: kind.title(session),
            format: format.to_owned(),
            papers: Vec::new(),
        })
        .collect();
    for id in request.findings {
        let finding: store::tables::Finding = session.read().get(id)?;
        for row in list(session, ById { id })? {
            for format in row.formats {
                let Some(kind) = kinds.iter_mut().find(|kind| kind.paper == row.paper && kind.format == format) else {
                    continue;
                };
                kind.papers.push(PaperOfFinding {
                    paper: FindingPaper { finding: id, paper: row.paper.clone(), check: row.check, format },
                    number: finding.number.clone(),
                    department: row.department.clone(),
                });
            }
        }
    }
    kinds.retain(|kind| !kind.papers.is_empty());
    Ok(kinds)
}

/// A paper with what it speaks of.
struct About {
    kind: Kind,
    detail: FindingDetail,
    check: Option<HorizontalRow>,
}

impl About {
    fn of(session: &Session, kind: Kind, finding: Id, check: Option<Id>) -> Result<About> {
        let detail = queries::finding::get(session, ById { id: finding })?;
        let check = check.and_then(|id| detail.horizontal.iter().find(|row| row.id == id).cloned());
        if kind == Kind::Horizontal && check.is_none() {
            return Err(ErrorDto::new("bad-request").arg("detail", "check").at("check"));
        }
        Ok(About { kind, detail, check })
    }

    fn asked(session: &Session, request: &FindingPaper) -> Result<About> {
        let kind = Kind::of(&request.paper)?;
        let rows = list(session, ById { id: request.finding })?;
        let known = rows.iter().find(|row| row.paper == request.paper && row.check == request.check);
        match known {
            Some(row) if row.formats.contains(&request.format) => {}
            Some(_) => return Err(unknown_format(&request.format)),
            None => return Err(ErrorDto::new("paper-not-now").arg("paper", kind.title(session)).at("paper")),
        }
        About::of(session, kind, request.finding, request.check)
    }

    /// What stands on it: a plan is a plan, whether it is filled in or not, and what is not confirmed is a draft.
    fn printed_title(&self, session: &Session) -> String {
        let unconfirmed = matches!(self.detail.row.state, FindingState::Draft | FindingState::FactCheck);
        match self.kind {
            Kind::PlanBlank => Kind::Plan.title(session),
            Kind::Finding if unconfirmed => session.text("forms-paper-finding-draft", &[]),
            kind => kind.title(session),
        }
    }

    /// By when it is to come back, where a day was given for that.
    fn answer_by(&self) -> Option<Date> {
        match self.kind {
            Kind::Check => self.detail.checks.last().map(|check| check.due_on),
            Kind::Horizontal => self.check.as_ref().map(|check| check.due_on),
            Kind::Progress => self.detail.progress.last().and_then(|report| report.next_report_on),
            Kind::Completion => self.detail.row.due_on,
            Kind::Finding | Kind::Order | Kind::PlanBlank | Kind::Plan => None,
        }
    }

    /// Who answers.
    fn department(&self) -> &str {
        self.check.as_ref().map_or(&self.detail.row.department_name, |check| &check.department_name)
    }
}

/// The name a paper should have.
pub fn suggest_name(session: &Session, request: FindingPaper) -> Result<SuggestedName> {
    let about = About::asked(session, &request)?;
    Ok(SuggestedName { name: name(session, &[about], &request.format)? })
}

/// The name of a file: with its number where one paper is in it, and with their count where there are several.
fn name(session: &Session, papers: &[About], format: &str) -> Result<String> {
    let label = session.class_label(&session.office()?.class_level);
    let kind = papers.first().map(|about| about.kind.title(session)).unwrap_or_default();
    let whose: BTreeSet<&str> = papers.iter().map(About::department).collect();
    let whose = whose.first().filter(|_| whose.len() == 1).copied().unwrap_or_default();
    let count = papers.len().to_string();
    Ok(match papers {
        [one] => file_name(&label, &[&kind, &one.detail.row.number, whose], format),
        _ => file_name(&label, &[&kind, whose, &session.text("forms-file-count", &[("count", &count)])], format),
    })
}

/// Hands papers of findings out as one file: pages one after another, or a sheet for each.
pub fn export(session: &mut Session, meta: OpMeta, request: ExportFindingPaper) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let first = request.papers.first().ok_or_else(|| ErrorDto::required("papers"))?;
    let (kind, format) = (Kind::of(&first.paper)?, first.format.as_str());
    if let Some(other) = request.papers.iter().find(|one| (&one.paper, &one.format) != (&first.paper, &first.format)) {
        return Err(ErrorDto::new("bad-request").arg("detail", &other.paper).at("papers"));
    }
    let about: Vec<About> = request.papers.iter().map(|one| About::asked(session, one)).collect::<Result<_>>()?;
    let title = about[0].printed_title(session);
    let (bytes, warnings) = if format == "xlsx" {
        let sheets: Vec<_> = about.iter().map(|one| sheets::sheet(session, one)).collect::<Result<_>>()?;
        let letter = letter::paper(session, asking(session, &about))?;
        (report::xlsx::form_workbook(&sheets, Some(&letter), &session.lang(), &info(session, &title)?)?, Vec::new())
    } else {
        let papers: Vec<_> = about.iter().map(|one| papers::paper(session, one)).collect::<Result<_>>()?;
        pages(session, &papers, &title)?
    };
    let released = Released {
        name: name(session, &about, format)?,
        kind: kind.release_kind(format),
        class_level: session.office()?.class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// What the letter before sheets on findings asks for.
fn asking(session: &Session, papers: &[About]) -> Asking {
    let comma = session.text("report-comma", &[]);
    let paper = papers.first().map(|about| about.printed_title(session)).unwrap_or_default();
    let numbers: Vec<&str> = papers.iter().map(|about| about.detail.row.number.as_str()).collect();
    let titles: Vec<&str> = papers.iter().map(|about| about.detail.row.title.as_str()).collect();
    let numbers = numbers.join(&comma);
    Asking {
        departments: papers.iter().map(|about| about.department().to_owned()).collect(),
        what: session.text("letter-what-sheet", &[("paper", &paper), ("numbers", &numbers)]),
        paper,
        about: titles.join(&comma),
        // Where several are due on several days, the first is when something is due.
        due_on: papers.iter().filter_map(About::answer_by).min(),
        back_to: session.person,
        contact: String::new(),
        scale: None,
    }
}
