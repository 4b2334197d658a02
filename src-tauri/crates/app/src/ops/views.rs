//! Saved views, and what is handed out of the lists of what is open.

use super::exchange::{Made, granted, info, pages, unknown_format, workbook};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries::due_letters::DueLetters;
use crate::queries::views::{listing, table_name};
use crate::queries::{handover, views};
use crate::release::{Released, release, release_with};
use crate::session::Session;
use report::listing::{Listing, paper};
use store::tables::{DueReminder, SavedView};
use store::{Committed, OpMeta};

/// The longest name of a view, and the longest of what it keeps.
const MAX_NAME: usize = 40;
const MAX_PARAMS: usize = 4_000;

/// Keeps a way of looking at a list under a name. One that is there under this name already is replaced.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveView) -> Result<Committed<ById>> {
    let name = required("name", &request.name)?;
    if name.chars().count() > MAX_NAME {
        return Err(ErrorDto::new("text-too-long").arg("most", MAX_NAME).at("name"));
    }
    if request.params.len() > MAX_PARAMS {
        return Err(ErrorDto::new("text-too-long").arg("most", MAX_PARAMS).at("params"));
    }
    let there = views::list(session, ViewQuery { screen: request.screen.clone() })?;
    let known = there.into_iter().find(|row| row.name == name);
    session.transact(meta, |tx| {
        let id = known.map_or_else(|| tx.new_id(), |row| row.id);
        tx.put(&SavedView { id, screen: request.screen, name, params: request.params })?;
        Ok(ById { id })
    })
}

/// Forgets a saved view.
pub fn delete(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        tx.read().get::<SavedView>(request.id)?;
        tx.delete::<SavedView>(request.id)?;
        Ok(Empty {})
    })
}

fn listed(session: &Session, listing: &Listing) -> Result<Made> {
    let bytes = report::xlsx::listing(listing, &session.lang(), &info(session, &listing.title)?)?;
    Ok((bytes, Vec::new()))
}

/// Writes a table as it stands on the screen.
pub fn export_table(session: &mut Session, meta: OpMeta, request: ExportTable) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let title = required("title", &request.title)?;
    let listing = listing(session, &request)?;
    let ((bytes, warnings), kind) = match request.format.as_str() {
        "pdf" => (pages(session, &[paper(&listing, &session.lang())], &title)?, "list-pdf"),
        "xlsx" => (listed(session, &listing)?, "list-xlsx"),
        "csv" => ((report::listing::csv(&listing), Vec::new()), "list-csv"),
        other => return Err(unknown_format(other)),
    };
    let released = Released {
        name: table_name(session, &[&title], &request.format)?,
        kind,
        class_level: session.office()?.class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// Writes what goes over to the next holder of a post.
pub fn export_handover(session: &mut Session, meta: OpMeta, request: ExportHandover) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let made = handover::paper(session, &handover::get(session, request.post.clone())?)?;
    let ((bytes, warnings), kind) = match request.format.as_str() {
        "pdf" => (pages(session, std::slice::from_ref(&made), &made.title)?, "handover-pdf"),
        "xlsx" => (workbook(session, &made)?, "handover-xlsx"),
        other => return Err(unknown_format(other)),
    };
    let name = NameHandover { post: request.post, format: request.format };
    let released = Released {
        name: handover::name(session, name)?.name,
        kind,
        class_level: session.office()?.class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// Writes reminders: a letter for each department, or all of them as one table.
pub fn export_due(session: &mut Session, meta: OpMeta, request: ExportDue) -> Result<Committed<Exported>> {
    required("basis", &request.basis)?;
    let letters = DueLetters::of(session, &request)?;
    let ((bytes, warnings), kind, title) = match request.format.as_str() {
        "pdf" => {
            let title = session.text("reminder-paper", &[]);
            (pages(session, &letters.papers()?, &title)?, "due-pdf", title)
        }
        "xlsx" => (listed(session, &letters.listing()?)?, "due-xlsx", session.text("views-reminders", &[])),
        other => return Err(unknown_format(other)),
    };
    let (recipient, said) = (letters.recipients(), letters.reminded());
    let (reminded_on, reminded_by) = (session.today(), session.person);
    let released = Released {
        name: table_name(session, &[&title, letters.whose()], &request.format)?,
        kind,
        class_level: session.office()?.class_level,
        recipient: &recipient,
        basis: &request.basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    // Whoever gets one has been reminded; it is known together with the file having left.
    release_with(session, meta, released, |tx| {
        for (department, recipient, items) in said {
            tx.put(&DueReminder { id: tx.new_id(), department, reminded_on, recipient, items, reminded_by })?;
        }
        Ok(())
    })
}
