//! The workpapers of an engagement or of one target, as they are printed.

use super::progress::{Reading, places, readings};
use super::{Papers, references, reviews_of, sentence};
use crate::env::date_at;
use crate::error::{ErrorDto, Result};
use crate::queries::engagement::members;
use crate::queries::evidence;
use crate::queries::grid::Place;
use crate::queries::journal::hex;
use crate::queries::report::fiscal_year_of;
use crate::release::highest;
use crate::session::Session;
use domain::kinds::EngagementKind;
use domain::review::ItemLife;
use domain::sampling::numbers;
use domain::{Id, Keyed};
use report::workpaper::{OutOfScope, Paper, PaperEvidence, PaperNote, PaperReview, Sample, TargetPapers, Workpapers};
use report::{DocInfo, Words};
use std::collections::BTreeMap;
use store::tables::{Engagement, Finding, Interview, Note, NoteLink};

/// The papers with their level of confidentiality, which is the highest of their parts.
pub fn build(session: &Session, engagement: Id, target: Option<Id>) -> Result<(Workpapers, String)> {
    let row: Engagement = session.read().get(engagement)?;
    if row.kind != EngagementKind::Audit {
        return Err(ErrorDto::new("form-does-not-fit"));
    }
    let class_level = class_level(session, engagement, target)?;
    let office = session.office()?;
    let maker = Maker::of(session, engagement)?;
    let mut targets = Vec::new();
    for place in chosen(session, engagement, target)? {
        targets.push(maker.target(&place)?);
    }
    let names: Vec<String> = targets.iter().map(|target| target.name.clone()).collect();
    let title = session.text("workpaper-title", &[]);
    let split = |text: &str| {
        let parts = text.split(['、', '，', ',', '\n']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect::<Vec<_>>()
    };
    let papers = Workpapers {
        info: DocInfo {
            title,
            office: office.name.clone(),
            author: maker.name(Some(session.person)),
            class_label: session.class_label(&class_level),
            created: session.today(),
        },
        handling: split(&office.handling),
        facts: maker.facts(&row, &names)?,
        journal_head: session.read().head()?.map(|op| hex(&op.hash)).unwrap_or_default(),
        targets,
    };
    Ok((papers, class_level))
}

fn chosen(session: &Session, engagement: Id, target: Option<Id>) -> Result<Vec<Place>> {
    let all = places(session, engagement)?;
    let wanted: Vec<Place> =
        all.into_iter().filter(|place| target.is_none_or(|target| place.target.id == target)).collect();
    if wanted.is_empty() { Err(ErrorDto::new("no-such-target")) } else { Ok(wanted) }
}

/// The highest level of the office's papers and of the evidence that is listed.
pub(super) fn class_level(session: &Session, engagement: Id, target: Option<Id>) -> Result<String> {
    let office = session.office()?.class_level;
    let mut levels: Vec<String> = vec![office];
    for place in chosen(session, engagement, target)? {
        let items = place.edition.pack.items_for(place.engagement.form);
        let owners: Vec<Id> = items.map(|item| place.answer_id(&item.id)).collect();
        let linked = session.read().query(
            "SELECT l.owner, e.class_level FROM evidence_link l JOIN evidence e ON e.id = l.evidence
             WHERE l.owner_entity = 'answer' AND e.class_level <> ''",
            &[],
            |row| Ok((Id::from_bytes(row.get(0)?), row.get::<_, String>(1)?)),
        )?;
        levels.extend(linked.into_iter().filter(|(owner, _)| owners.contains(owner)).map(|(_, level)| level));
    }
    Ok(highest(&session.class_levels()?, levels.iter().map(String::as_str)))
}

/// What was noted on site, by target and item.
type Noted = BTreeMap<(Id, String), Vec<PaperNote>>;

/// Makes papers of rows.
struct Maker<'s> {
    session: &'s Session,
    names: BTreeMap<Id, String>,
    findings: BTreeMap<Id, String>,
    notes: Noted,
}

impl<'s> Maker<'s> {
    fn of(session: &'s Session, engagement: Id) -> Result<Maker<'s>> {
        let findings = session
            .read()
            .list::<Finding>("WHERE engagement = ?1 AND answer IS NOT NULL", &[&engagement.as_bytes().as_slice()])?;
        Ok(Maker {
            session,
            names: session.person_names()?,
            findings: findings.into_iter().filter_map(|row| Some((row.answer?, row.number))).collect(),
            notes: notes(session, engagement)?,
        })
    }

    fn name(&self, person: Option<Id>) -> String {
        person.and_then(|person| self.names.get(&person).cloned()).unwrap_or_default()
    }

    fn facts(&self, row: &Engagement, targets: &[String]) -> Result<Vec<(String, String)>> {
        let session = self.session;
        let edition = session.edition(row.pack_edition)?;
        let comma = session.text("report-comma", &[]);
        let team: Vec<String> = members(session.read(), row.id)?.into_iter().map(|one| self.name(Some(one))).collect();
        let date = |day: Option<jiff::civil::Date>| {
            day.map_or_else(|| session.text("report-blank", &[]), |day| session.lang().date(day))
        };
        let period = session.text("report-period", &[("from", &date(row.from_on)), ("to", &date(row.until_on))]);
        let facts = [
            ("workpaper-paper-engagement", row.title.clone()),
            ("workpaper-paper-year", session.lang().fiscal_year(fiscal_year_of(row.fiscal_year)?)),
            ("workpaper-paper-standard", edition.pack.edition_title(session.english())),
            ("workpaper-paper-targets", targets.join(&comma)),
            ("workpaper-paper-period", period),
            ("workpaper-paper-lead", self.name(row.lead)),
            ("workpaper-paper-team", team.join(&comma)),
        ];
        Ok(facts.into_iter().map(|(key, text)| (session.text(key, &[]), text)).collect())
    }

    fn target(&self, place: &Place) -> Result<TargetPapers> {
        let papers = Papers::of(self.session, place, None)?;
        let mut found = TargetPapers { name: place.name(self.session)?, papers: Vec::new(), out_of_scope: Vec::new() };
        for reading in readings(self.session, place, &papers)? {
            match &reading.exclusion {
                Some(reason) => found.out_of_scope.push(OutOfScope {
                    number: reading.paper.number,
                    clause: reading.item.clause.clone(),
                    reason: reason.clone(),
                }),
                None => found.papers.push(self.paper(place, &papers, reading)?),
            }
        }
        Ok(found)
    }

    fn paper(&self, place: &Place, papers: &Papers, reading: Reading<'_>) -> Result<Paper> {
        let (session, item) = (self.session, reading.item);
        let id = place.answer_id(&item.id);
        let pack = &place.edition.pack;
        let english = session.english();
        let title = pack.clause(&item.clause).map_or("", |clause| clause.title_in(english));
        let notes = self.notes.get(&(place.target.id, item.id.clone())).cloned().unwrap_or_default();
        let begun = reading.paper.life != Some(ItemLife::NotStarted) || !notes.is_empty();
        let answer = reading.answer;
        let review =
            if reading.paper.reviewed_at.is_some() { reviews_of(session.read(), id)?.into_iter().next() } else { None };
        let references = if reading.paper.references > 0 { references(session, place, &item.id)? } else { Vec::new() };
        let said = |row: crate::dto::ReferenceRow| match row.note.is_empty() {
            true => row.number,
            false => session.text("workpaper-paper-reference", &[("number", &row.number), ("note", &row.note)]),
        };
        Ok(Paper {
            item: crate::queries::report::item_number(&item.id).to_owned(),
            clause: format!("{} {title}", item.clause),
            duty: i18n::enum_text(session.lang(), "duty", item.duty.key()),
            question: item.question_on(place.engagement.form, english).to_owned(),
            begun,
            verdict: answer.as_ref().map_or(domain::kinds::Verdict::Unverified, |answer| answer.verdict),
            note: answer.as_ref().map(|answer| answer.note.clone()).unwrap_or_default(),
            procedure: answer.as_ref().and_then(|answer| answer.procedure),
            seen_on: answer.as_ref().and_then(|answer| answer.seen_on),
            sample: papers.sampling(&item.id).map(|row| Sample {
                population: row.population.clone(),
                source: row.source.clone(),
                sentence: sentence(session, row),
                picks: row.picks.clone(),
                exceptions: row.exceptions.clone(),
                exception_count: numbers(&row.exceptions).unwrap_or_default().len(),
                size: row.size,
                note: row.note.clone(),
            }),
            notes,
            section: reading.section.and_then(|own| Some((own.answer?, own.basis))),
            difference: reading.paper.difference,
            evidence: if begun { self.evidence(&reading.paper.number, id)? } else { Vec::new() },
            references: references.into_iter().map(said).collect(),
            finding: self.findings.get(&id).cloned(),
            author: self.name(answer.as_ref().and_then(|answer| answer.answered_by)),
            written_on: answer.as_ref().and_then(|answer| answer.answered_at).map(date_at),
            review: reading.paper.review,
            reviewed: review.map(|row| PaperReview {
                by: self.name(row.reviewer),
                on: date_at(row.at),
                result: row.result,
                comment: row.comment,
            }),
            number: reading.paper.number,
        })
    }

    /// The evidence of an item in the order in which it came, so that its numbers stay when more comes.
    fn evidence(&self, paper: &str, answer: Id) -> Result<Vec<PaperEvidence>> {
        let session = self.session;
        let rows = (1..).zip(evidence::of(session, answer)?);
        let piece = |(n, row): (usize, crate::dto::EvidenceRow)| PaperEvidence {
            number: format!("{paper}-E{n}"),
            class_label: match row.class_level.as_str() {
                "" => session.text("app-report-class-unknown", &[]),
                level => session.class_label(level),
            },
            name: row.name,
            source: row.source,
            collected_on: row.collected_on,
            collector: row.collector.unwrap_or_default(),
            sha256: row.sha256,
            place: row.place,
        };
        Ok(rows.map(piece).collect())
    }
}

/// What was noted on site for each item of an engagement, in the order of days and times.
fn notes(session: &Session, engagement: Id) -> Result<Noted> {
    let read = session.read();
    let of = |order: &str| format!("WHERE engagement = ?1 ORDER BY {order}");
    let id = engagement.as_bytes().as_slice();
    let records: BTreeMap<Id, Interview> =
        read.list::<Interview>(&of("id"), &[&id])?.into_iter().map(|one| (one.id, one)).collect();
    let mut written = Vec::new();
    for note in read.list::<Note>(&of("id"), &[&id])? {
        written.extend(records.get(&note.interview).map(|record| (record, note)));
    }
    written.sort_by(|(a, one), (b, other)| {
        (a.held_on, &one.noted_at, one.id).cmp(&(b.held_on, &other.noted_at, other.id))
    });
    let mut links: BTreeMap<Id, Vec<NoteLink>> = BTreeMap::new();
    for link in read.list::<NoteLink>(&of("id"), &[&id])? {
        links.entry(link.note).or_default().push(link);
    }
    let mut found = Noted::new();
    for (record, note) in written {
        let linked = links.remove(&note.id).unwrap_or_default();
        let said = noted(session, record, note);
        for link in linked {
            found.entry((link.target, link.item)).or_default().push(said.clone());
        }
    }
    Ok(found)
}

/// A note as it stands on paper: the title of its record, when and where, who was there, and who stood by.
fn noted(session: &Session, record: &Interview, note: Note) -> PaperNote {
    let joined = |parts: &[&str], between: &str| {
        let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(between)
    };
    let day = session.lang().date(record.held_on);
    let people: Vec<&str> = record.attendees.lines().collect();
    let witness = match note.witness.trim() {
        "" => String::new(),
        who => session.text("site-witnessed", &[("who", who)]),
    };
    let comma = session.text("report-comma", &[]);
    PaperNote {
        place: joined(&[&day, &note.noted_at, &record.place, &record.title], " "),
        people: joined(&[&joined(&people, &comma), &witness], "　"),
        text: note.text,
    }
}
