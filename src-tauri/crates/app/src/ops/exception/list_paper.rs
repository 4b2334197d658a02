//! The list of all applications for the regular look.

use super::{blank, short_day};
use crate::dto::*;
use crate::error::Result;
use crate::ops::years::role_line;
use crate::queries::exception::{get, list};
use crate::queries::report::fiscal_year_of;
use crate::session::Session;
use domain::Keyed;
use domain::exception::{ExceptionStanding, ExceptionState};
use domain::kinds::Role;
use jiff::civil::Date;
use report::paper::{Paper, PaperColumn, PaperTable, Part};

/// The state of all applications: what runs or waits, and what moved in this fiscal year.
pub(super) fn of_all(session: &Session) -> Result<Paper> {
    let text = |key: &str| session.text(key, &[]);
    let day = |day: Option<Date>| short_day(session, day);
    let (year, comma) = (session.fiscal_year(), text("report-comma"));
    let in_year =
        |day: Option<Date>| day.is_some_and(|day| i64::from(domain::wareki::FiscalYear::of(day).year()) == year);
    let mut details = Vec::new();
    for row in list(session, Empty {})?.into_iter().filter(|row| row.state != ExceptionState::Draft).rev() {
        let detail = get(session, ById { id: row.id })?;
        let moved = [row.applied_on, row.decided_on, detail.ended_on, detail.withdrawn_on];
        if row.state.is_live() || row.fiscal_year == year || moved.into_iter().any(in_year) {
            details.push(detail);
        }
    }
    let row = |detail: &ExceptionDetail| {
        let row = &detail.row;
        let place = match &row.subject_name {
            Some(subject) => {
                session.text("exceptions-paper-place", &[("department", &row.department_name), ("subject", subject)])
            }
            None => row.department_name.clone(),
        };
        let minor = row.minor.map(|minor| text(if minor { "exceptions-is-minor" } else { "exceptions-is-not-minor" }));
        let result = row.result.map(|result| i18n::enum_text(session.lang(), "exception-result", result.key()));
        let decided = [result, row.decided_on.map(|one| day(Some(one))), row.approver_name.clone()];
        let mut remarks: Vec<String> = Vec::new();
        if row.emergency {
            let reported = detail.reported_on.map_or_else(|| text("exceptions-paper-unreported"), |one| day(Some(one)));
            remarks.push(
                session
                    .text("exceptions-paper-urgent", &[("day", &day(detail.carried_out_on)), ("reported", &reported)]),
            );
        }
        remarks.extend(row.extending.then(|| text("exceptions-extending")));
        let escapes = detail.decisions.iter().filter(|one| !one.escape_reason.is_empty());
        remarks.extend(escapes.map(|one| session.text("exceptions-paper-escape", &[("reason", &one.escape_reason)])));
        remarks.extend(detail.reviews.last().map(|one| {
            session.text(
                "exceptions-paper-looked",
                &[
                    ("day", &day(Some(one.reviewed_on))),
                    ("result", &i18n::enum_text(session.lang(), "exception-look", one.result.key())),
                ],
            )
        }));
        vec![
            row.number.clone(),
            row.title.clone(),
            place,
            row.points.clone(),
            row.applicant_name.clone().unwrap_or_default(),
            [day(row.from_on), day(row.until_on)].join("\n"),
            minor.unwrap_or_default(),
            decided.into_iter().flatten().collect::<Vec<_>>().join("\n"),
            i18n::enum_text(session.lang(), "exception-standing", row.standing.key()),
            day(row.review_on),
            remarks.join("\n"),
        ]
    };
    let rows: Vec<Vec<String>> = details.iter().map(row).collect();
    let count = |standing: &ExceptionStanding| details.iter().filter(|one| one.row.standing == *standing).count();
    let counts: Vec<String> = ExceptionStanding::ALL
        .iter()
        .filter(|standing| count(standing) > 0)
        .map(|standing| {
            let name = i18n::enum_text(session.lang(), "exception-standing", standing.key());
            session.text("exceptions-paper-count", &[("name", &name), ("count", &count(standing).to_string())])
        })
        .collect();
    let heading = |key: &str, width: f64| PaperColumn::text(text(key), width);
    let columns = vec![
        heading("exceptions-number-label", 20.0),
        heading("exceptions-title", 22.0),
        heading("exceptions-place", 15.0),
        heading("exceptions-points", 13.0),
        heading("exceptions-applicant", 11.0),
        heading("exceptions-period", 11.0),
        PaperColumn::mark(text("exceptions-minor-short"), 7.0),
        heading("exceptions-decision", 14.0),
        PaperColumn::mark(text("exceptions-state-label"), 12.0),
        heading("exceptions-review-on", 12.0),
        heading("exceptions-remarks", 24.0),
    ];
    let editions: Vec<_> =
        crate::queries::pack::used(session)?.into_iter().map(|id| session.edition(id)).collect::<Result<_>>()?;
    let pack = editions.last().map(|edition| &edition.pack);
    let to = match pack {
        Some(pack) => role_line(session, pack, Role::Ciso)?,
        None => i18n::enum_text(session.lang(), "role", Role::Ciso.key()),
    };
    let author = pack.map(|pack| role_line(session, pack, Role::AuditHead)).transpose()?;
    let paper = blank(session, text("exceptions-paper-list"))?;
    let year = report::Words::fiscal_year(&session.lang(), fiscal_year_of(year)?);
    let mut parts = vec![Part::Text(match counts.is_empty() {
        true => text("exceptions-paper-none"),
        false => session
            .text("exceptions-paper-counts", &[("all", &details.len().to_string()), ("counts", &counts.join(&comma))]),
    })];
    if !rows.is_empty() {
        parts.push(Part::Table(PaperTable { columns, rows, by_hand: false }));
    }
    Ok(Paper {
        addressee: session.text("app-report-addressee", &[("name", &to)]),
        sender: paper.sender.iter().cloned().chain(author).collect(),
        landscape: true,
        opening: session.text("exceptions-paper-list-opening", &[("year", &year)]),
        parts,
        ..paper
    })
}
