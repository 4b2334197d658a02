//! What goes out: the report of a year, and checklists to be filled in. Both leave through `release`.

pub mod form;
mod past;

use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::grid::Place;
use crate::queries::report::{build, form_name, report_name};
use crate::release::{Released, release};
use crate::session::Session;
use report::xlsx::DocInfo;
use std::fs;
use std::path::{Path, PathBuf};
use store::{Committed, OpMeta};

pub use past::{Cells, cells_now, cells_then};

/// The names the two weights of the font have, as the package names them and as they are copied beside the program.
const FONTS: [[&str; 2]; 2] =
    [["BIZUDGothic_400Regular.ttf", "BIZUDGothic-Regular.ttf"], ["BIZUDGothic_700Bold.ttf", "BIZUDGothic-Bold.ttf"]];

/// How deep fonts are looked for.
const FONT_DEPTH: usize = 6;

/// Writes the report of a fiscal year to a file.
pub fn export_report(session: &mut Session, meta: OpMeta, request: ExportReport) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let (model, class_level) = build(session, request.fiscal_year)?;
    let (lang, mut warnings) = (session.lang(), Vec::new());
    let bytes = match request.format.as_str() {
        "pdf" => {
            let [gothic, gothic_bold] = fonts(&session.fonts_dir)?;
            let fonts = report::pdf::Fonts { gothic: &gothic, gothic_bold: &gothic_bold };
            let missing = report::pdf::missing_glyphs(&model, &lang, &fonts)?;
            if !missing.is_empty() {
                let characters: String = missing.into_iter().collect();
                warnings.push(session.text("app-missing-characters", &[("characters", &characters)]));
            }
            report::pdf::ciso(&model, &lang, &fonts)?
        }
        "xlsx" => report::xlsx::ciso(&model, &lang)?,
        other => return Err(ErrorDto::new("bad-request").arg("detail", other).at("format")),
    };
    let released = Released {
        name: report_name(session, request.fiscal_year, &class_level, &request.format)?,
        kind: if request.format == "pdf" { "report-pdf" } else { "report-xlsx" },
        class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// Writes the checklist of a department to a workbook.
pub fn export_form(session: &mut Session, meta: OpMeta, request: ExportForm) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let place = Place::of(session, request.target)?;
    let sheet = form::sheet(session, &place)?;
    let office = session.office()?;
    let names = session.person_names()?;
    let info = DocInfo {
        title: sheet.title.clone(),
        office: office.name.clone(),
        author: names.get(&session.person).cloned().unwrap_or_default(),
        class_label: sheet.class_label.clone(),
        created: session.today(),
    };
    let bytes = report::xlsx::form_workbook(&[sheet], &session.lang(), &info)?;
    let released = Released {
        name: form_name(session, request.target)?,
        kind: "form-xlsx",
        class_level: office.class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings: Vec::new(),
    };
    release(session, meta, released)
}

/// To whom and on what ground, asked for before anything is made.
fn granted<'a>(recipient: &'a str, basis: &'a str) -> Result<(&'a str, &'a str)> {
    required("recipient", recipient)?;
    required("basis", basis)?;
    Ok((recipient, basis))
}

/// The bytes of both weights, wherever below the folder they lie.
fn fonts(folder: &Path) -> Result<[Vec<u8>; 2]> {
    let read = |names: &[&str; 2]| {
        let path =
            find(folder, names, FONT_DEPTH).ok_or_else(|| ErrorDto::new("font-missing").arg("file", names[0]))?;
        fs::read(&path).map_err(|error| ErrorDto::new("font-missing").arg("file", format!("{}: {error}", names[0])))
    };
    Ok([read(&FONTS[0])?, read(&FONTS[1])?])
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
