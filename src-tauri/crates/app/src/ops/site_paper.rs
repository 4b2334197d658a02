//! Papers of fieldwork that are printed: all of them leave through `release`.

use super::exchange::{FontFiles, granted, info, missing};
use crate::dto::*;
use crate::error::Result;
use crate::queries::grid::Place;
use crate::queries::site_paper::{paper, paper_name};
use crate::release::{Released, release};
use crate::session::Session;
use store::{Committed, OpMeta};

/// Writes a paper to a file.
pub fn export(session: &mut Session, meta: OpMeta, request: ExportSitePaper) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let place = Place::of(session, request.paper.target)?;
    let made = paper(session, &request.paper)?;
    let files = FontFiles::read(&session.fonts_dir)?;
    let printed = report::pdf::sheet(&made.blocks, &session.lang(), &info(session, &made.title)?, &files.fonts())?;
    let released = Released {
        name: paper_name(session, &place, &made.title)?,
        kind: made.kind,
        class_level: session.office()?.class_level,
        recipient,
        basis,
        bytes: printed.bytes,
        destination: &request.destination,
        warnings: missing(session, &printed.missing),
    };
    release(session, meta, released)
}
