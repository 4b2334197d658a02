//! What goes out: the report of a year, and checklists to be filled in. Both leave through `release`.

pub mod blank;
pub mod form;
pub(crate) mod letter;
mod mark;
mod past;
mod plan_items;
pub mod plan_paper;
mod plan_parts;

use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::grid::Place;
use crate::queries::pack::blank_class_level;
use crate::queries::report::{Asked, blank_name, build, fiscal_year_of, form_name, report_name};
use crate::release::{Released, file_name, release};
use crate::session::Session;
use blank::Blank;
use domain::form::FormSheet;
use domain::report::ReportTypeface;
use report::DocInfo;
use report::Words as _;
use report::model::CampaignTotals;
use report::paper::Paper;
use report::pdf::Fonts;
use std::fs;
use std::path::{Path, PathBuf};
use store::{Committed, OpMeta};

pub use past::{Cells, cells_now, cells_then};

/// The names the fonts have, as their packages name them and as they are put beside the program.
const GOTHIC: [&str; 2] = ["BIZUDGothic_400Regular.ttf", "BIZUDGothic-Regular.ttf"];
const GOTHIC_BOLD: [&str; 2] = ["BIZUDGothic_700Bold.ttf", "BIZUDGothic-Bold.ttf"];
const MINCHO: [&str; 2] = ["BIZUDMincho_400Regular.ttf", "BIZUDMincho-Regular.ttf.br"];

/// How deep fonts are looked for.
const FONT_DEPTH: usize = 6;

/// Writes the report of a fiscal year to a file.
pub fn export_report(session: &mut Session, meta: OpMeta, request: ExportReport) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let asked = Asked::of(session, request.fiscal_year, request.report)?;
    let built = build(session, &asked)?;
    let (lang, mut warnings) = (session.lang(), Vec::new());
    let issued = asked.document.as_ref().and_then(|report| report.pdf);
    let bytes = match (request.format.as_str(), issued) {
        // What was issued leaves as the bytes it was issued with.
        ("pdf", Some(pdf)) => session.workspace.read_blob(pdf, None)?.0,
        ("pdf", None) => {
            let files = FontFiles::of(&session.fonts_dir, built.model.head.typeface)?;
            let printed = report::pdf::ciso(&built.model, &lang, &files.fonts())?;
            warnings = missing(session, &printed.missing);
            printed.bytes
        }
        ("xlsx", _) => report::xlsx::ciso(&built.model, &lang)?,
        (other, _) => return Err(unknown_format(other)),
    };
    let released = Released {
        name: report_name(session, &built, &request.format)?,
        kind: if request.format == "pdf" { "report-pdf" } else { "report-xlsx" },
        class_level: built.class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// Writes the totals of a self-inspection to a file.
pub fn release_totals(
    session: &mut Session,
    meta: OpMeta,
    totals: &CampaignTotals,
    name: String,
    request: &ExportTotals,
) -> Result<Committed<Exported>> {
    let (lang, mut warnings) = (session.lang(), Vec::new());
    let bytes = match request.format.as_str() {
        "pdf" => {
            let files = FontFiles::read(&session.fonts_dir)?;
            let printed = report::pdf::campaign(totals, &lang, &files.fonts())?;
            warnings = missing(session, &printed.missing);
            printed.bytes
        }
        "xlsx" => report::xlsx::campaign(totals, &lang)?,
        other => return Err(unknown_format(other)),
    };
    let released = Released {
        name,
        kind: if request.format == "pdf" { "campaign-pdf" } else { "campaign-xlsx" },
        class_level: session.office()?.class_level,
        recipient: &request.recipient,
        basis: &request.basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// Writes the checklist of a department to a workbook, or as it is printed and filled in by hand.
pub fn export_form(session: &mut Session, meta: OpMeta, request: ExportForm) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let place = Place::of(session, request.target)?;
    let author = session.person_names()?.remove(&session.person).unwrap_or_default();
    let sheets = [form::sheet(session, &place)?];
    let letter = letter::of_places(session, &[place], &sheets)?;
    let (bytes, warnings) = form_file(session, &sheets, letter.as_ref(), author, &request.format)?;
    let released = Released {
        name: form_name(session, request.target, &request.format)?,
        kind: if request.format == "pdf" { "form-pdf" } else { "form-xlsx" },
        class_level: session.office()?.class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// Writes the checklists of several targets into one workbook, behind one letter.
pub fn export_forms(session: &mut Session, meta: OpMeta, request: ExportForms) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let places: Vec<Place> = request.targets.iter().map(|id| Place::of(session, *id)).collect::<Result<_>>()?;
    let first = places.first().ok_or_else(|| ErrorDto::required("targets"))?;
    let engagement = &first.engagement;
    // One letter speaks of one audit, or of the forms of one self-inspection.
    let same = |other: &Place| match engagement.campaign {
        Some(campaign) => other.engagement.campaign == Some(campaign),
        None => other.engagement.id == engagement.id,
    };
    if !places.iter().all(same) {
        return Err(ErrorDto::new("forms-of-one").at("targets"));
    }
    let (title, year) = (engagement.title.clone(), fiscal_year_of(engagement.fiscal_year)?);
    let sheets: Vec<FormSheet> = places.iter().map(|place| form::sheet(session, place)).collect::<Result<_>>()?;
    let letter = letter::of_places(session, &places, &sheets)?;
    let author = session.person_names()?.remove(&session.person).unwrap_or_default();
    let (bytes, warnings) = form_file(session, &sheets, letter.as_ref(), author, "xlsx")?;
    let class_level = session.office()?.class_level;
    let count = session.text("letter-file-count", &[("count", &sheets.len().to_string())]);
    let parts = [session.lang().fiscal_year(year), title, count];
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let released = Released {
        name: file_name(&session.class_label(&class_level), &parts, "xlsx"),
        kind: "form-xlsx",
        class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// Writes a checklist that belongs to no audit or self-inspection.
pub fn export_blank(session: &mut Session, meta: OpMeta, request: ExportBlank) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let asked = BlankForm { hash: request.hash, form: request.form, clauses: request.clauses };
    let name = blank_name(session, &asked, &request.format)?;
    let blank = Blank::of(session, asked)?;
    let (bytes, warnings) = form_file(session, &[blank.sheet(session)?], None, String::new(), &request.format)?;
    let released = Released {
        name,
        kind: if request.format == "pdf" { "blank-pdf" } else { "blank-xlsx" },
        class_level: blank_class_level(session, blank.edition())?,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// Sheets in one of their two formats, with what the person should know about it. Paper has one sheet and no letter:
/// it is handed over in person.
fn form_file(
    session: &Session,
    sheets: &[FormSheet],
    letter: Option<&Paper>,
    author: String,
    format: &str,
) -> Result<(Vec<u8>, Vec<String>)> {
    let first = sheets.first().ok_or_else(|| ErrorDto::required("targets"))?;
    let info = DocInfo {
        title: first.title.clone(),
        office: session.office()?.name,
        author,
        class_label: first.class_label.clone(),
        created: session.today(),
    };
    match format {
        "pdf" => {
            let files = FontFiles::read(&session.fonts_dir)?;
            let printed = report::pdf::form(first, &session.lang(), &info, &files.fonts())?;
            Ok((printed.bytes, missing(session, &printed.missing)))
        }
        "xlsx" => Ok((report::xlsx::form_workbook(sheets, letter, &session.lang(), &info)?, Vec::new())),
        other => Err(unknown_format(other)),
    }
}

/// Bytes with what the person should know about them.
pub(crate) type Made = (Vec<u8>, Vec<String>);

/// Papers as pages, one after another.
pub(crate) fn pages(session: &Session, papers: &[Paper], title: &str) -> Result<Made> {
    let files = FontFiles::read(&session.fonts_dir)?;
    let printed = report::pdf::papers(papers, &session.lang(), &info(session, title)?, &files.fonts())?;
    Ok((printed.bytes, missing(session, &printed.missing)))
}

/// A paper as a workbook.
pub(crate) fn workbook(session: &Session, paper: &Paper) -> Result<Made> {
    Ok((report::xlsx::paper(paper, &session.lang(), &info(session, &paper.title)?)?, Vec::new()))
}

/// What a file of the office says of itself.
pub(crate) fn info(session: &Session, title: &str) -> Result<DocInfo> {
    let office = session.office()?;
    Ok(DocInfo {
        title: title.to_owned(),
        author: session.person_names()?.remove(&session.person).unwrap_or_default(),
        class_label: session.class_label(&office.class_level),
        office: office.name,
        created: session.today(),
    })
}

pub(crate) fn unknown_format(format: &str) -> ErrorDto {
    ErrorDto::new("bad-request").arg("detail", format).at("format")
}

/// What is said of characters that could not be printed.
pub(crate) fn missing(session: &Session, missing: &[char]) -> Vec<String> {
    let characters: String = missing.iter().collect();
    let text = || session.text("app-missing-characters", &[("characters", &characters)]);
    if missing.is_empty() { Vec::new() } else { vec![text()] }
}

/// To whom and on what ground, asked for before anything is made.
pub(crate) fn granted<'a>(recipient: &'a str, basis: &'a str) -> Result<(&'a str, &'a str)> {
    required("recipient", recipient)?;
    required("basis", basis)?;
    Ok((recipient, basis))
}

/// The bytes of running text and of headings, wherever below the folder they lie.
pub(crate) struct FontFiles([Vec<u8>; 2]);

impl FontFiles {
    pub(crate) fn read(folder: &Path) -> Result<FontFiles> {
        FontFiles::of(folder, ReportTypeface::Gothic)
    }

    /// Running text in a typeface; headings are in ゴシック.
    pub(crate) fn of(folder: &Path, typeface: ReportTypeface) -> Result<FontFiles> {
        let running = match typeface {
            ReportTypeface::Gothic => GOTHIC,
            ReportTypeface::Mincho => MINCHO,
        };
        let read = |names: [&str; 2]| {
            let missing = |why: String| ErrorDto::new("font-missing").arg("file", why);
            let path = find(folder, &names, FONT_DEPTH).ok_or_else(|| missing(names[0].to_owned()))?;
            let bytes = fs::read(&path).map_err(|error| missing(format!("{}: {error}", names[0])))?;
            if path.extension().is_none_or(|end| end != "br") {
                return Ok(bytes);
            }
            let mut font = Vec::new();
            let unpacked = brotli_decompressor::BrotliDecompress(&mut bytes.as_slice(), &mut font);
            unpacked.map(|()| font).map_err(|error| missing(format!("{}: {error}", names[0])))
        };
        Ok(FontFiles([read(running)?, read(GOTHIC_BOLD)?]))
    }

    pub(crate) fn fonts(&self) -> Fonts<'_> {
        Fonts { gothic: &self.0[0], gothic_bold: &self.0[1] }
    }
}

fn find(folder: &Path, names: &[&str], depth: usize) -> Option<PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder).ok()?.flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    if let Some(found) = entries.iter().find(|entry| names.iter().any(|name| entry.file_name() == *name)) {
        return Some(found.path());
    }
    if depth == 0 {
        return None;
    }
    let folders = entries.iter().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders.map(fs::DirEntry::path).find_map(|folder| find(&folder, names, depth - 1))
}
