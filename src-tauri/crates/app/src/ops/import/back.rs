//! What goes back in a copy of the sender's own workbook: queries beside the cells they ask about, or our answers in the
//! cells that were left for them.

use super::{Pending, Planned, pending};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::exchange::form::ANSWER;
use crate::ops::exchange::granted;
use crate::queries::grid::Place;
use crate::release::{Released, file_name, release};
use crate::session::Session;
use ::exchange::{
    CellValue, CellWrite, DiagnosticCode, Limits, PlanRow, PlanStatus, Query, Workbook, place_of, queries_beside,
    write_back,
};
use domain::Keyed;
use domain::form::MARK_COLUMNS;
use domain::kinds::{EngagementKind, SelfAnswer, Verdict};
use std::collections::BTreeMap;
use store::{Committed, OpMeta};

/// Writes queries or answers into a copy of the workbook and hands it out.
pub fn write(session: &mut Session, meta: OpMeta, request: WriteBack) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let waiting = pending(session, &request.file.token)?;
    let lang = session.lang();
    let read;
    let workbook = match &waiting.tables {
        Some((workbook, _)) => workbook,
        None => {
            let again = ::exchange::read(&waiting.bytes, &waiting.file_name, &Limits::default());
            read = again.map_err(|error| unreadable(&waiting.file_name, error.text(lang)))?;
            &read
        }
    };
    let writes = match request.what.as_str() {
        "queries" => queries(session, waiting, workbook, &request.file)?,
        "answers" => answers(session, waiting, &request.file)?,
        other => return Err(ErrorDto::new("bad-request").arg("detail", other).at("what")),
    };
    if writes.is_empty() {
        return Err(ErrorDto::new("import-nothing-to-write").arg("file", &waiting.file_name));
    }
    let written = write_back(&waiting.bytes, &waiting.file_name, &writes, &Limits::default())
        .map_err(|error| unreadable(&waiting.file_name, error.text(lang)))?;
    let said = |one: &::exchange::Diagnostic| {
        let place = [one.sheet.as_deref(), one.cell.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("!");
        format!("{place} {}", one.text(lang))
    };
    let released = Released {
        name: name_of(session, &waiting.file_name, &request.what)?,
        kind: if request.what == "queries" { "import-queries" } else { "import-answers" },
        class_level: session.office()?.class_level,
        recipient,
        basis,
        bytes: written.bytes,
        destination: &request.destination,
        warnings: written.diagnostics.iter().map(said).collect(),
    };
    release(session, meta, released)
}

/// The name that the copy should have.
pub fn back_name(session: &Session, request: WriteBackName) -> Result<SuggestedName> {
    let waiting = pending(session, &request.token)?;
    Ok(SuggestedName { name: name_of(session, &waiting.file_name, &request.what)? })
}

fn name_of(session: &Session, file: &str, what: &str) -> Result<String> {
    let (stem, kind) = file.rsplit_once('.').unwrap_or((file, "xlsx"));
    let kind = if kind.eq_ignore_ascii_case("xlsm") { "xlsm" } else { "xlsx" };
    let label = session.class_label(&session.office()?.class_level);
    let stem = stem.strip_prefix(label.as_str()).unwrap_or(stem);
    let what = session.text(if what == "queries" { "import-back-queries" } else { "import-back-answers" }, &[]);
    Ok(file_name(&label, &[stem, &what], kind))
}

fn unreadable(file: &str, text: String) -> ErrorDto {
    ErrorDto::new("import-unreadable").arg("text", text).arg("file", file)
}

/// The sheets that were not left.
fn wanted<'a>(waiting: &'a Pending, file: &'a CommitFile) -> impl Iterator<Item = &'a Planned> {
    waiting.forms.iter().filter(|planned| !file.leave.contains(&planned.key()))
}

fn queries(session: &Session, waiting: &Pending, workbook: &Workbook, file: &CommitFile) -> Result<Vec<CellWrite>> {
    let mut asked = Vec::new();
    for planned in wanted(waiting, file) {
        let place = Place::of(session, planned.target)?;
        let choices = choices(session, place.engagement.kind);
        let open = |row: &&PlanRow| {
            let unclear = matches!(row.status, PlanStatus::Query | PlanStatus::Error);
            let blank = row.status == PlanStatus::Unanswered && row.column == ANSWER;
            // What only waits for its answer is clear in itself.
            let waits = row.status == PlanStatus::Query && row.code.is_none();
            // How their table is read, we decide ourselves.
            let ours = [DiagnosticCode::ColumnGuessed, DiagnosticCode::ExampleRow];
            let unclear = unclear && !row.code.is_some_and(|code| ours.contains(&code));
            (unclear && !waits || blank) && !file.decided.contains_key(&planned.cell_key(row))
        };
        for row in planned.rows()?.iter().filter(open) {
            let args = [("found", row.found.as_str()), ("choices", choices.as_str())];
            let text = session.text(question(row), &args);
            asked.push(Query { sheet: row.sheet.clone(), cell: row.cell.clone(), text });
        }
    }
    Ok(queries_beside(workbook, session.lang(), &headings(waiting, workbook), &asked))
}

/// What the sender is asked about a cell.
fn question(row: &PlanRow) -> &'static str {
    use DiagnosticCode as C;
    match row.code {
        None => "import-query-unanswered",
        Some(C::Deferred) => "import-query-deferred",
        Some(C::Ditto) => "import-query-ditto",
        Some(C::Dash) => "import-query-dash",
        Some(C::DateUnclear | C::DateUnreadable | C::DateToCome) => "import-query-date",
        Some(C::NameMissing) => "import-query-name",
        Some(C::TwoValues) => "import-query-two-values",
        Some(C::CellError | C::NoValue) => "import-query-unreadable",
        Some(C::TooLong) => "import-query-too-long",
        Some(C::RowUnsure | C::NumberOnly) => "import-query-row",
        Some(C::Cleared) => "import-query-cleared",
        Some(_) if row.column == ANSWER => "import-query-answer",
        Some(_) => "import-query-meaning",
    }
}

fn choices(session: &Session, kind: EngagementKind) -> String {
    let words: Vec<String> = match kind {
        EngagementKind::Audit => {
            let given = Verdict::ALL.iter().filter(|verdict| **verdict != Verdict::Unverified);
            given.map(|verdict| i18n::enum_text(session.lang(), "verdict", verdict.key())).collect()
        }
        EngagementKind::SelfCheck => {
            SelfAnswer::ALL.iter().map(|answer| i18n::enum_text(session.lang(), "self-answer", answer.key())).collect()
        }
    };
    words.join(if session.english() { ", " } else { "・" })
}

/// In which row the headings stand, sheet by sheet.
fn headings(waiting: &Pending, workbook: &Workbook) -> BTreeMap<String, u32> {
    let ours = workbook.sheets.iter().filter_map(|sheet| {
        let mark = sheet.cells().iter().find(|cell| cell.text.trim() == MARK_COLUMNS)?;
        Some((sheet.name.clone(), mark.row))
    });
    let mut headings: BTreeMap<String, u32> = ours.collect();
    if let Some((_, tables)) = &waiting.tables {
        headings.extend(tables.headings());
    }
    headings
}

/// Our answers, in the cells that stand empty for them.
fn answers(session: &Session, waiting: &Pending, file: &CommitFile) -> Result<Vec<CellWrite>> {
    let mut writes = Vec::new();
    for planned in wanted(waiting, file) {
        let kind = Place::of(session, planned.target)?.engagement.kind;
        let list = match kind {
            EngagementKind::Audit => "verdict",
            EngagementKind::SelfCheck => "self-answer",
        };
        let empty = |row: &&PlanRow| row.found.trim().is_empty() && !row.in_workspace.is_empty();
        for row in planned.rows()?.iter().filter(empty) {
            let Some((at, column)) = place_of(&row.cell) else { continue };
            let text = match row.column.as_str() {
                ANSWER => i18n::enum_text(session.lang(), list, &row.in_workspace),
                _ => row.in_workspace.clone(),
            };
            writes.push(CellWrite { sheet: row.sheet.clone(), row: at, column, value: CellValue::Text(text) });
        }
    }
    Ok(writes)
}
