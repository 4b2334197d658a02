//! Workpapers as a file.

use crate::dto::*;
use crate::error::Result;
use crate::ops::exchange::{FontFiles, granted, missing};
use crate::queries::workpaper::{model, progress::paper_name};
use crate::release::{Released, release};
use crate::session::Session;
use store::{Committed, OpMeta};

/// Writes the workpapers of an engagement, or of one target, as PDF.
pub fn export(session: &mut Session, meta: OpMeta, request: ExportWorkpapers) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let (papers, class_level) = model::build(session, request.engagement, request.target)?;
    let files = FontFiles::read(&session.fonts_dir)?;
    let printed = report::pdf::workpapers(&papers, &session.lang(), &files.fonts())?;
    let released = Released {
        name: paper_name(session, request.engagement, request.target, &class_level)?,
        kind: "workpaper-pdf",
        class_level,
        recipient,
        basis,
        bytes: printed.bytes,
        destination: &request.destination,
        warnings: missing(session, &printed.missing),
    };
    release(session, meta, released)
}
