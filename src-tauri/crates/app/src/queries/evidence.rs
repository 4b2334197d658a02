//! Evidence: lists, and the bytes for the viewer.

use super::grid::Place;
use super::home;
use crate::BlobPart;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::evidence::media_type;
use crate::session::Session;
use domain::Id;
use domain::kinds::EngagementState;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use store::tables::{Answer, EngagementTarget, Evidence, EvidenceLink, Interview, SelfAnswerRow};

/// The evidence of an item.
pub fn of_item(session: &Session, request: EvidenceOfItem) -> Result<Vec<EvidenceRow>> {
    let place = Place::of(session, request.target)?;
    of(session, place.answer_id(&request.item))
}

/// The originals of what a target sent back.
pub fn originals(session: &Session, request: StaffQuery) -> Result<Vec<EvidenceRow>> {
    of(session, request.target)
}

/// The evidence of a row.
pub fn of(session: &Session, owner: Id) -> Result<Vec<EvidenceRow>> {
    let names = session.person_names()?;
    let rows = session.read().list::<Evidence>(
        "WHERE id IN (SELECT evidence FROM evidence_link WHERE owner = ?1) ORDER BY id",
        &[&owner.as_bytes().as_slice()],
    )?;
    Ok(rows.into_iter().map(|one| row(one, &names)).collect())
}

fn row(row: Evidence, names: &BTreeMap<Id, String>) -> EvidenceRow {
    EvidenceRow {
        id: row.id,
        name: row.name,
        media_type: row.media_type,
        size: row.size,
        sha256: row.sha256,
        blob: row.blob,
        source: row.source,
        collected_on: row.collected_on,
        collector: row.collector.and_then(|person| names.get(&person).cloned()),
        class_level: row.class_level,
        place: row.place,
    }
}

/// All evidence of the workspace, the newest first, with what each piece stands for.
pub fn all(session: &Session, _: Empty) -> Result<Vec<EvidenceInUse>> {
    let names = session.person_names()?;
    let mut links: BTreeMap<Id, Vec<EvidenceLink>> = BTreeMap::new();
    for link in session.read().all::<EvidenceLink>()? {
        links.entry(link.evidence).or_default().push(link);
    }
    let mut places = Places::default();
    let mut list = Vec::new();
    for evidence in session.read().list::<Evidence>("ORDER BY collected_on DESC, id DESC", &[])? {
        let (mut uses, mut settled) = (Vec::new(), false);
        for link in links.remove(&evidence.id).unwrap_or_default() {
            settled |= places.closed(session, &link)?;
            if let Some((label, route)) = places.label(session, &link)? {
                uses.push(EvidenceUse { label, route });
            }
        }
        list.push(EvidenceInUse { evidence: row(evidence, &names), uses, settled });
    }
    Ok(list)
}

/// Whether an engagement that a piece of evidence was attached to is closed.
pub fn settled(session: &Session, evidence: Id) -> Result<bool> {
    let mut places = Places::default();
    for link in session.read().list::<EvidenceLink>("WHERE evidence = ?1", &[&evidence.as_bytes().as_slice()])? {
        if places.closed(session, &link)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether what a piece of evidence is attached to belongs to a closed engagement.
pub fn link_settled(session: &Session, link: &EvidenceLink) -> Result<bool> {
    Places::default().closed(session, link)
}

/// What a returned workbook is attached to.
const RETURNED: &str = "engagement_target";

/// The answers evidence is attached to. It may be attached before there is a verdict, so the row of an answer need not
/// exist; its id still follows from engagement, target and item.
#[derive(Default)]
struct Places {
    targets: BTreeMap<Id, Rc<Place>>,
    unwritten: Option<BTreeMap<Id, (Id, String)>>,
}

impl Places {
    fn label(&mut self, session: &Session, link: &EvidenceLink) -> Result<Option<(String, String)>> {
        if link.owner_entity == RETURNED {
            let place = self.place(session, link.owner)?;
            let department = place.name(session)?;
            let label = format!("{} {}", place.engagement.title, department);
            return Ok(Some((label, home::target_route(&place.engagement, link.owner))));
        }
        let Some((place, item)) = self.answer(session, link)? else {
            return home::destination(session, &link.owner_entity, link.owner);
        };
        let department = place.name(session)?;
        let clause = place.edition.pack.item(&item).map_or("", |item| item.clause.as_str());
        let label = format!("{} {} {clause}", place.engagement.title, department);
        Ok(Some((label, home::item_route(&place.engagement, place.target.id, &item))))
    }

    fn closed(&mut self, session: &Session, link: &EvidenceLink) -> Result<bool> {
        let place = match link.owner_entity.as_str() {
            RETURNED => Some(self.place(session, link.owner)?),
            "interview" => {
                let interview = session.read().find::<Interview>(link.owner)?;
                interview.map(|one| self.place(session, one.target)).transpose()?
            }
            _ => self.answer(session, link)?.map(|(place, _)| place),
        };
        Ok(place.is_some_and(|place| place.engagement.state == EngagementState::Closed))
    }

    fn answer(&mut self, session: &Session, link: &EvidenceLink) -> Result<Option<(Rc<Place>, String)>> {
        let seat = match link.owner_entity.as_str() {
            "answer" => session.read().find::<Answer>(link.owner)?.map(|answer| (answer.target, answer.item)),
            "self_answer" => {
                session.read().find::<SelfAnswerRow>(link.owner)?.map(|answer| (answer.target, answer.item))
            }
            _ => return Ok(None),
        };
        let seat = match seat {
            Some(seat) => Some(seat),
            None => self.unwritten(session)?.get(&link.owner).cloned(),
        };
        seat.map(|(target, item)| Ok((self.place(session, target)?, item))).transpose()
    }

    fn place(&mut self, session: &Session, target: Id) -> Result<Rc<Place>> {
        if let Some(place) = self.targets.get(&target) {
            return Ok(Rc::clone(place));
        }
        let place = Rc::new(Place::of(session, target)?);
        self.targets.insert(target, Rc::clone(&place));
        Ok(place)
    }

    fn unwritten(&mut self, session: &Session) -> Result<&BTreeMap<Id, (Id, String)>> {
        let known = match self.unwritten.take() {
            Some(known) => known,
            None => {
                let mut known = BTreeMap::new();
                for target in session.read().all::<EngagementTarget>()? {
                    let place = self.place(session, target.id)?;
                    for item in place.edition.pack.items_for(place.engagement.form) {
                        known.insert(place.answer_id(&item.id), (target.id, item.id.clone()));
                    }
                }
                known
            }
        };
        Ok(self.unwritten.insert(known))
    }
}

/// The same, as references.
pub fn refs(session: &Session, owner: Id) -> Result<Vec<EvidenceRef>> {
    let reference =
        |row: EvidenceRow| EvidenceRef { id: row.id, name: row.name, media_type: row.media_type, blob: row.blob };
    Ok(of(session, owner)?.into_iter().map(reference).collect())
}

/// The bytes of a stored file, or a part of them; also of an image that came in and is not stored yet, by its handle,
/// so that it can be looked at before it becomes evidence.
pub fn blob(session: &Session, id: &str, range: Option<Range<u64>>) -> Result<BlobPart> {
    let Ok(id) = id.parse::<Id>() else { return incoming(session, id, range) };
    let (bytes, total) = session.workspace.read_blob(id, range)?;
    let media_type = session
        .read()
        .list::<Evidence>("WHERE blob = ?1 LIMIT 1", &[&id.as_bytes().as_slice()])?
        .pop()
        .map_or_else(|| "application/octet-stream".to_owned(), |evidence| evidence.media_type);
    Ok(BlobPart { bytes, total, media_type })
}

fn incoming(session: &Session, handle: &str, range: Option<Range<u64>>) -> Result<BlobPart> {
    let media_type = media_type(&session.handles.name(handle)?);
    // Pages that were made to be looked at are held like what came in.
    if !media_type.starts_with("image/") && media_type != "application/pdf" {
        return Err(ErrorDto::new("no-such-file"));
    }
    let bytes = session.handles.bytes(handle)?;
    let total = bytes.len() as u64;
    let range = range.unwrap_or(0..total);
    let (start, end) = (range.start.min(total) as usize, range.end.min(total) as usize);
    let bytes = bytes.get(start..end).unwrap_or_default().to_vec();
    Ok(BlobPart { bytes, total, media_type: media_type.to_owned() })
}

/// The most rows, columns and characters of a sheet that are shown, and the largest file that is read for it.
const MAX_ROWS: usize = 1000;
const MAX_COLUMNS: u32 = 60;
const MAX_CELL: usize = 500;
const MAX_WORKBOOK: i64 = 50 * 1024 * 1024;

/// A workbook among the evidence as plain sheets of texts. It is read in memory; nothing of it is written anywhere.
pub fn sheets(session: &Session, request: ById) -> Result<EvidenceSheets> {
    let row: Evidence = session.read().get(request.id)?;
    let refused = |why: &str| ErrorDto::new("no-workbook").arg("detail", why);
    let blob = row.blob.filter(|_| row.size <= MAX_WORKBOOK).ok_or_else(|| refused(""))?;
    let (bytes, _) = session.workspace.read_blob(blob, None)?;
    let workbook = exchange::read(&bytes, &row.name, &exchange::Limits::default())
        .map_err(|error| refused(&error.text(session.lang())))?;
    Ok(EvidenceSheets { sheets: workbook.sheets.iter().map(sheet).collect() })
}

fn sheet(sheet: &exchange::Sheet) -> EvidenceSheet {
    let mut shown =
        EvidenceSheet { name: sheet.name.clone(), hidden: !sheet.visible, rows: Vec::new(), columns: 0, more: false };
    for cells in sheet.cells().chunk_by(|one, next| one.row == next.row) {
        if shown.rows.len() == MAX_ROWS {
            shown.more = true;
            break;
        }
        let mut row = EvidenceSheetRow { number: i64::from(cells[0].row) + 1, cells: Vec::new() };
        for cell in cells {
            if cell.column >= MAX_COLUMNS {
                shown.more = true;
                break;
            }
            row.cells.resize(cell.column as usize + 1, String::new());
            let cut: String = cell.text.chars().take(MAX_CELL).collect();
            shown.more |= cut.len() < cell.text.len();
            row.cells[cell.column as usize] = cut;
        }
        shown.columns = shown.columns.max(i64::try_from(row.cells.len()).unwrap_or(0));
        shown.rows.push(row);
    }
    shown
}
