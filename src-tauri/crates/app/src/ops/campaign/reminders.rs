//! 催促: that sections were reminded, and the letters by which they are.

use super::sheets::not_to_come;
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::ops::exchange::{pages, unknown_format};
use crate::queries::campaign::{Letters, Whole};
use crate::release::{Released, release_with};
use crate::session::Session;
use domain::Id;
use domain::self_check::ReminderMeans;
use store::tables::{Campaign, Reminder};
use store::{Committed, OpMeta};

/// Records that the sections of some sheets were reminded, each through whom its sheet names.
pub fn add_reminders(session: &mut Session, meta: OpMeta, request: AddReminders) -> Result<Committed<Empty>> {
    if request.targets.is_empty() {
        return Err(ErrorDto::required("targets"));
    }
    not_to_come(request.on, session.today())?;
    let campaign: Campaign = session.read().get(request.campaign)?;
    let whole = Whole::of(session, campaign)?;
    let person = session.person;
    let recipient = |target: Id| -> Result<String> {
        let sheet = whole.sheets.iter().find(|sheet| sheet.target == target);
        let sheet = sheet.ok_or_else(|| ErrorDto::new("not-found").arg("entity", "engagement_target"))?;
        let known = [&sheet.contact, &sheet.head_proposed].into_iter().find(|name| !name.is_empty());
        Ok(known.unwrap_or(&sheet.name).clone())
    };
    let recipients = request.targets.iter().map(|target| recipient(*target)).collect::<Result<Vec<_>>>()?;
    session.transact(meta, |tx| {
        for (&target, recipient) in request.targets.iter().zip(recipients) {
            tx.put(&Reminder {
                id: tx.new_id(),
                campaign: request.campaign,
                target,
                reminded_on: request.on,
                means: request.means,
                recipient,
                reminded_by: Some(person),
                note: request.note.trim().to_owned(),
            })?;
        }
        Ok(Empty {})
    })
}

/// Hands letters out, as paper or as the text of mails. Whoever gets one has been reminded.
pub fn export_letters(session: &mut Session, meta: OpMeta, request: ExportReminders) -> Result<Committed<Exported>> {
    required("basis", &request.basis)?;
    let letters = Letters::of(session, request.letters.clone())?;
    let (bytes, means, kind, warnings) = match request.format.as_str() {
        "pdf" => {
            let papers = (0..letters.len()).map(|place| letters.paper(place)).collect::<Result<Vec<_>>>()?;
            let (bytes, warnings) = pages(session, &papers, &session.text("reminder-paper", &[]))?;
            (bytes, ReminderMeans::Letter, "reminder-pdf", warnings)
        }
        "txt" => (letters.text_file()?, ReminderMeans::Mail, "reminder-txt", Vec::new()),
        other => return Err(unknown_format(other)),
    };
    let said: Vec<(Vec<Id>, String)> = (0..letters.len())
        .map(|place| letters.letter(place))
        .map(|letter| (letter.targets, letter.recipient))
        .collect();
    let names: Vec<&str> = said.iter().map(|(_, recipient)| recipient.as_str()).collect();
    let recipient = match request.recipient.trim() {
        "" => names.join(&session.text("report-comma", &[])),
        given => given.to_owned(),
    };
    let name = letters.file_name(&request.format)?;
    let (on, person, campaign) = (session.today(), session.person, request.letters.campaign);
    let note = request.letters.note.trim().to_owned();
    let released = Released {
        name,
        kind,
        class_level: session.office()?.class_level,
        recipient: &recipient,
        basis: &request.basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release_with(session, meta, released, |tx| {
        for (targets, recipient) in said {
            for target in targets {
                tx.put(&Reminder {
                    id: tx.new_id(),
                    campaign,
                    target,
                    reminded_on: on,
                    means,
                    recipient: recipient.clone(),
                    reminded_by: Some(person),
                    note: note.clone(),
                })?;
            }
        }
        Ok(())
    })
}
