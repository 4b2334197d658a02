//! 講評メモ and 速報.

use super::engagement::{exclusions, target_name};
use super::grid::{Place, answers};
use super::interview::numbered;
use super::office::holders_on;
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use domain::kinds::{EngagementState, Role, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use store::row::Reads;
use store::tables::{
    Answer, Engagement, EngagementTarget, FlashNotice, FlashReport, Interview, MemoLine, Note, Person,
};

/// Who must be told of a grave matter before the report.
pub const TOLD: [Role; 2] = [Role::InfoManager, Role::Ciso];

/// Whether what is done on site can be written down: also before the fieldwork, in what is asked to prepare it.
pub fn may_write(state: EngagementState) -> bool {
    state.before_fieldwork() || state.writable()
}

/// The 講評メモ of a target.
pub fn memo(session: &Session, request: OfTarget) -> Result<Memo> {
    let read = session.read();
    let place = Place::of(session, request.target)?;
    let known = lines(read, request.target)?;
    let notes = notes_of(read, &place)?;
    let answers = answers(read, request.target)?;
    let numbers: BTreeMap<&str, usize> = numbered(&place).map(|(n, item)| (item.id.as_str(), n)).collect();
    let item_of = |item: &str| {
        numbers.get(item).map(|number| MemoItem {
            item: item.to_owned(),
            number: number.to_string(),
            verdict: answers.get(item).map_or(Verdict::Unverified, |answer| answer.verdict),
        })
    };
    let used: BTreeSet<Id> = known.iter().filter_map(|line| line.note).collect();
    let row = |line: MemoLine| MemoRow {
        id: line.id,
        note: line.note.and_then(|id| notes.iter().find(|note| note.id == id).cloned()),
        item: item_of(&line.item),
        text: line.text,
        dropped: line.dropped,
    };
    let waiting = to_speak_of(session, &place, &known)?.len();
    let mut rows: Vec<MemoRow> = known.into_iter().map(row).collect();
    rows.sort_by_key(|row| row.dropped);
    Ok(Memo {
        pages: super::site_paper::memo_pages(session, &place).ok(),
        notes: notes.iter().filter(|note| !used.contains(&note.id)).cloned().collect(),
        waiting: i64::try_from(waiting).unwrap_or(0),
        writable: may_write(place.engagement.state),
        lines: rows,
    })
}

/// The lines in their order.
pub fn lines(read: Reads<'_>, target: Id) -> Result<Vec<MemoLine>> {
    Ok(read.list("WHERE target = ?1 ORDER BY position, id", &[&target.as_bytes().as_slice()])?)
}

/// The notes of a target in the order in which they were taken.
fn notes_of(read: Reads<'_>, place: &Place) -> Result<Vec<MemoNote>> {
    let target = place.target.id.as_bytes().as_slice();
    let order = "WHERE target = ?1 ORDER BY held_on, from_time, id";
    let mut found = Vec::new();
    for interview in read.list::<Interview>(order, &[&target])? {
        for note in super::interview::notes_of(read, interview.id)? {
            found.push(MemoNote {
                id: note.id,
                interview: interview.id,
                title: interview.title.clone(),
                held_on: interview.held_on,
                noted_at: note.noted_at,
                text: note.text,
            });
        }
    }
    Ok(found)
}

/// Something the memo does not speak of yet: an item that is × or △, with its text and the note it rests on.
pub struct ToSay {
    /// The item.
    pub item: String,
    /// What is known of it.
    pub text: String,
    /// The first note that speaks of it.
    pub note: Option<Id>,
}

/// The × and △ of a target that no line speaks of, × first, each in the order of the standard.
pub fn to_speak_of(session: &Session, place: &Place, known: &[MemoLine]) -> Result<Vec<ToSay>> {
    let read = session.read();
    let answers = answers(read, place.target.id)?;
    let excluded = exclusions(read, place.engagement.id)?;
    let spoken: BTreeSet<&str> = known.iter().map(|line| line.item.as_str()).collect();
    let mut found = Vec::new();
    for wanted in [Verdict::Nonconforming, Verdict::Partial] {
        for (_, item) in numbered(place) {
            let is_wanted = |answer: &&Answer| answer.verdict == wanted;
            let Some(answer) = answers.get(&item.id).filter(is_wanted) else { continue };
            if spoken.contains(item.id.as_str()) || excluded.contains_key(&item.id) {
                continue;
            }
            let sql = "WHERE id IN (SELECT note FROM note_link WHERE target = ?1 AND item = ?2) ORDER BY id";
            let note = read.list::<Note>(sql, &[&place.target.id.as_bytes().as_slice(), &item.id])?.into_iter().next();
            let said = note.as_ref().map(|note| domain::entry::without_mentions(&note.text));
            let question = item.question_on(place.engagement.form, session.english()).to_owned();
            let texts = [answer.note.trim().to_owned(), said.unwrap_or_default(), question];
            let text = texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
            found.push(ToSay { item: item.id.clone(), text, note: note.map(|note| note.id) });
        }
    }
    Ok(found)
}

/// The 速報 of an engagement, the newest first.
pub fn flash_list(session: &Session, request: OfEngagement) -> Result<Vec<FlashRow>> {
    let order = "WHERE engagement = ?1 ORDER BY found_on DESC, found_at DESC, id DESC";
    let reports = session.read().list::<FlashReport>(order, &[&request.engagement.as_bytes().as_slice()])?;
    reports.into_iter().map(|report| flash_row(session, report)).collect()
}

/// One 速報 with who was told.
pub fn flash_row(session: &Session, report: FlashReport) -> Result<FlashRow> {
    let read = session.read();
    let place = Place::of(session, report.target)?;
    let names = session.person_names()?;
    let told = told(read, report.id)?;
    let notice = |role: Role| {
        let known = told.iter().find(|notice| notice.role == role);
        let named = place.edition.pack.role(role).map(|name| {
            let english = name.name_en.clone().filter(|_| session.english());
            english.unwrap_or_else(|| name.name.clone())
        });
        let holder = match known {
            Some(notice) => notice.recipient.clone(),
            None => holder(session, role, &place.target)?.unwrap_or_default(),
        };
        Ok(FlashNoticeRow {
            role,
            role_name: named.unwrap_or_else(|| i18n::enum_text(session.lang(), "role", domain::Keyed::key(role))),
            recipient: holder,
            told_on: known.map(|notice| notice.told_on),
            told_at: known.map(|notice| notice.told_at.clone()).unwrap_or_default(),
            means: known.map(|notice| notice.means.clone()).unwrap_or_default(),
            by: known.and_then(|notice| notice.person).and_then(|person| names.get(&person).cloned()),
        })
    };
    let number = numbered(&place).find(|(_, item)| item.id == report.item).map(|(n, _)| n.to_string());
    Ok(FlashRow {
        number,
        target_name: target_name(read, &place.target)?,
        author: report.author.and_then(|person| names.get(&person).cloned()),
        notices: TOLD.into_iter().map(notice).collect::<Result<_>>()?,
        report: SaveFlash {
            id: Some(report.id),
            target: report.target,
            item: report.item,
            title: report.title,
            text: report.text,
            found_on: report.found_on,
            found_at: report.found_at,
        },
    })
}

/// Who was told of a 速報.
pub fn told(read: Reads<'_>, report: Id) -> Result<Vec<FlashNotice>> {
    Ok(read.list("WHERE flash_report = ?1 ORDER BY role, id", &[&report.as_bytes().as_slice()])?)
}

/// Who holds a role for a target today.
fn holder(session: &Session, role: Role, target: &EngagementTarget) -> Result<Option<String>> {
    let read = session.read();
    let holders = holders_on(read, session.today())?;
    let mut found = None;
    for holder in holders.into_iter().filter(|holder| holder.role == role) {
        let person: Person = read.get(holder.person)?;
        let department = holder.department.or(person.department);
        // A department has its own 情報管理者; of the others there is one.
        if found.is_none() && (role != Role::InfoManager || department == Some(target.department)) {
            found = Some(person.name);
        }
    }
    Ok(found)
}

/// The 速報 of running engagements that not everybody was told of who must be.
pub fn tasks(session: &Session) -> Result<Vec<HomeTask>> {
    let read = session.read();
    let mut tasks = Vec::new();
    for report in read.all::<FlashReport>()? {
        let engagement: Engagement = read.get(report.engagement)?;
        if engagement.state == EngagementState::Closed || told(read, report.id)?.len() >= TOLD.len() {
            continue;
        }
        // It cannot wait: what was not told on the day it was found is late.
        let days = (session.today() - report.found_on).get_days();
        tasks.push(HomeTask {
            kind: "flash-to-tell".to_owned(),
            label: report.title,
            due_on: Some(report.found_on),
            days_late: Some(i64::from(days)),
            route: format!("/audits/{}/flash?id={}", report.engagement, report.id),
        });
    }
    Ok(tasks)
}
