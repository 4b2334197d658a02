//! The papers on proposals: the list for the CISO, and the draft of a 新旧対照表.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::exception::{blank, printed, short_day};
use crate::ops::exchange::granted;
use crate::ops::years::role_line;
use crate::queries::proposal::{get, list};
use crate::release::{Released, file_name, release};
use crate::session::Session;
use domain::Keyed;
use domain::kinds::Role;
use domain::proposal::ProposalState;
use domain::wareki::FiscalYear;
use jiff::civil::Date;
use report::paper::{Compared, Comparison, Paper, PaperColumn, PaperTable, Part};
use store::{Committed, OpMeta};

/// The name a paper should have.
pub fn name(session: &Session, request: ProposalPaper) -> Result<SuggestedName> {
    let paper = paper(session, &request)?;
    Ok(SuggestedName { name: named(session, &request, &paper)? })
}

fn named(session: &Session, asked: &ProposalPaper, paper: &Paper) -> Result<String> {
    Ok(file_name(&paper.class_label, &[&paper.title, &session.office()?.name], &asked.format))
}

/// Hands a paper on proposals out.
pub fn export(session: &mut Session, meta: OpMeta, request: ExportProposal) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let asked = &request.paper;
    let paper = paper(session, asked)?;
    let is_list = asked.paper == "list";
    let (bytes, warnings) = printed(session, &paper, &asked.format, is_list)?;
    let released = Released {
        name: named(session, asked, &paper)?,
        kind: match (is_list, asked.format.as_str()) {
            (true, "xlsx") => "proposal-list-xlsx",
            (true, _) => "proposal-list-pdf",
            (false, _) => "proposal-comparison-pdf",
        },
        class_level: session.office()?.class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// The proposals a paper is about: those that were chosen, else all that are open or were decided in this fiscal year.
fn chosen(session: &Session, asked: &ProposalPaper) -> Result<Vec<ProposalDetail>> {
    let year = session.fiscal_year();
    let this_year = |day: Option<Date>| day.is_some_and(|day| i64::from(FiscalYear::of(day).year()) == year);
    // What was dropped changes no wording.
    let open = |row: &ProposalRow| match row.state {
        ProposalState::Draft | ProposalState::Submitted | ProposalState::Held => true,
        ProposalState::Revised => this_year(row.decided_on),
        ProposalState::Dropped => this_year(row.decided_on) && asked.paper == "list",
    };
    let wanted = |row: &ProposalRow| if asked.ids.is_empty() { open(row) } else { asked.ids.contains(&row.id) };
    let rows = list(session, Empty {})?.into_iter().filter(wanted).rev();
    let found: Vec<ProposalDetail> = rows.map(|row| get(session, ById { id: row.id })).collect::<Result<_>>()?;
    if found.is_empty() { Err(ErrorDto::new("no-proposals").at("ids")) } else { Ok(found) }
}

fn paper(session: &Session, asked: &ProposalPaper) -> Result<Paper> {
    let text = |key: &str| session.text(key, &[]);
    let proposals = chosen(session, asked)?;
    let first = crate::queries::pack::by_hash(session, &proposals[0].pack_hash)?;
    let to = role_line(session, &first.pack, first.pack.rules.report_to)?;
    let addressee = session.text("app-report-addressee", &[("name", &to)]);
    let author = role_line(session, &first.pack, Role::AuditHead)?;
    let standard = first.pack.title_in(session.english());
    let (title, opening, parts, landscape) = match asked.paper.as_str() {
        "list" => {
            let basis = match &proposals[0].basis {
                Some(clause) => session.text("plan-paper-clause", &[("standard", standard), ("clause", clause)]),
                None => standard.to_owned(),
            };
            let opening = session.text("exceptions-proposals-opening", &[("basis", &basis)]);
            (text("exceptions-proposals-paper"), opening, vec![table(session, &proposals)], true)
        }
        "comparison" => {
            let opening = session.text("exceptions-comparison-opening", &[("standard", standard)]);
            (text("exceptions-comparison-paper"), opening, vec![comparison(session, &proposals)], false)
        }
        other => return Err(ErrorDto::new("bad-request").arg("detail", other).at("paper")),
    };
    let paper = blank(session, title)?;
    let sender = paper.sender.iter().cloned().chain([author]).collect();
    Ok(Paper { addressee, sender, opening, parts, landscape, ..paper })
}

fn source(session: &Session, proposal: &ProposalDetail) -> String {
    let kind = i18n::enum_text(session.lang(), "proposal-source", proposal.row.source.key());
    let linked = proposal.finding.iter().chain(&proposal.exception).map(|one| one.number.clone());
    let note = Some(proposal.row.source_note.clone()).filter(|note| !note.is_empty());
    std::iter::once(kind).chain(linked).chain(note).collect::<Vec<_>>().join("\n")
}

fn table(session: &Session, proposals: &[ProposalDetail]) -> Part {
    let text = |key: &str| session.text(key, &[]);
    let row = |proposal: &ProposalDetail| {
        let row = &proposal.row;
        let state = i18n::enum_text(session.lang(), "proposal-state", row.state.key());
        let last = proposal.decisions.last();
        let effective = row
            .effective_on
            .map(|one| session.text("exceptions-effective-line", &[("day", &short_day(session, Some(one)))]));
        let decided = [
            Some(state),
            row.decided_on.map(|one| short_day(session, Some(one))),
            row.decided_by.clone(),
            effective,
            last.map(|one| one.reason.clone()).filter(|reason| !reason.is_empty()),
        ];
        vec![
            row.number.clone(),
            row.title.clone(),
            format!("{}\n{}", row.clause, row.clause_title).trim().to_owned(),
            source(session, proposal),
            proposal.proposed.clone(),
            proposal.reason.clone(),
            short_day(session, row.submitted_on),
            decided.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        ]
    };
    let heading = |key: &str, width: f64| PaperColumn::text(text(key), width);
    let columns = vec![
        heading("exceptions-proposal-number-label", 22.0),
        heading("exceptions-title", 18.0),
        heading("exceptions-clause", 14.0),
        heading("exceptions-source-label", 16.0),
        heading("exceptions-proposed", 34.0),
        heading("exceptions-proposal-reason", 26.0),
        heading("exceptions-submitted-on", 11.0),
        heading("exceptions-outcome", 21.0),
    ];
    Part::Table(PaperTable { columns, rows: proposals.iter().map(row).collect(), by_hand: false })
}

fn comparison(session: &Session, proposals: &[ProposalDetail]) -> Part {
    let text = |key: &str| session.text(key, &[]);
    let side = |parts: &[WordingPart]| match parts.is_empty() {
        true => vec![(text("exceptions-comparison-none"), false)],
        false => parts.iter().map(|part| (part.text.clone(), part.changed)).collect(),
    };
    let row = |proposal: &ProposalDetail| Compared {
        heading: format!("{}　{}", proposal.row.clause, proposal.row.clause_title).trim().to_owned(),
        left: side(&proposal.proposed_marked),
        right: side(&proposal.present_marked),
        note: session
            .text("exceptions-comparison-note", &[("number", &proposal.row.number), ("reason", &proposal.reason)]),
    };
    Part::Compared(Comparison {
        left: text("exceptions-comparison-new"),
        right: text("exceptions-comparison-old"),
        rows: proposals.iter().map(row).collect(),
    })
}
