//! The grid: the items of one department with everything that stands beside them.

use super::engagement::{exclusions_of, items, target_name};
use super::plan::plan_of;
use super::workpaper::{BesideItem, Papers};
use crate::dto::*;
use crate::error::Result;
use crate::session::{Edition, Session};
use domain::Id;
use domain::kinds::{EngagementKind, Manner};
use domain::pack::Item;
use domain::self_check::PAPER;
use std::collections::{BTreeMap, BTreeSet};
use store::row::Reads;
use store::tables::{Answer, Engagement, EngagementTarget, SelfAnswerRow, User};

/// The items of one department in the order of the standard.
pub fn get(session: &Session, request: GridQuery) -> Result<Grid> {
    let place = Place::of(session, request.target)?;
    let rows = rows(session, &place, None)?;
    Ok(Grid {
        engagement: place.engagement.id,
        engagement_title: place.engagement.title.clone(),
        kind: place.engagement.kind,
        state: place.engagement.state,
        desk: plan_of(session.read(), place.engagement.id)?.manner == Manner::Desk,
        target: place.target.id,
        department: place.name(session)?,
        counted_in: place.engagement.campaign.filter(|_| super::campaign::is_counted(&place)),
        clauses: clauses(&place.edition, &rows),
        rows,
    })
}

/// A target with the engagement it belongs to and the edition it is held against.
pub struct Place {
    /// The department's part of the engagement.
    pub target: EngagementTarget,
    /// The engagement.
    pub engagement: Engagement,
    /// The edition.
    pub edition: std::sync::Arc<Edition>,
}

impl Place {
    /// The place of a target.
    pub fn of(session: &Session, target: Id) -> Result<Place> {
        let target: EngagementTarget = session.read().get(target)?;
        let engagement: Engagement = session.read().get(target.engagement)?;
        let edition = session.edition(engagement.pack_edition)?;
        Ok(Place { target, engagement, edition })
    }

    /// What the target is called.
    pub fn name(&self, session: &Session) -> Result<String> {
        target_name(session.read(), &self.target)
    }

    /// The id of the answer to an item at this target: one row per engagement, target and item, on every laptop.
    pub fn answer_id(&self, item: &str) -> Id {
        answer_id(self.engagement.kind, self.engagement.id, self.target.id, item)
    }
}

/// The texts that wait for somebody who may write them into an answer.
fn held(session: &Session, answer: Id, names: &BTreeMap<Id, String>) -> Result<Vec<HeldDraft>> {
    let Some(drafts) = session.held.get(&answer) else { return Ok(Vec::new()) };
    let typed = |draft: &store::drafts::Draft| {
        let user: Option<User> = draft.actor.map(|user| session.read().find(user)).transpose()?.flatten();
        let by = user.and_then(|user| names.get(&user.person).cloned());
        Ok(HeldDraft { field: draft.field.clone(), text: draft.text.clone(), at: draft.at, by })
    };
    drafts.iter().filter(|draft| !draft.text.trim().is_empty()).map(typed).collect()
}

fn answer_id(kind: EngagementKind, engagement: Id, target: Id, item: &str) -> Id {
    let entity = match kind {
        EngagementKind::Audit => "answer",
        EngagementKind::SelfCheck => "self_answer",
    };
    Id::natural(entity, &[&engagement.to_string(), &target.to_string(), item])
}

/// The rows of the grid, all or only some items.
pub fn rows(session: &Session, place: &Place, only: Option<&[String]>) -> Result<Vec<GridRow>> {
    let read = session.read();
    let wanted: Option<BTreeSet<&str>> = only.map(|only| only.iter().map(String::as_str).collect());
    let beside = Beside::of(session, place, only)?;
    let excluded = exclusions_of(read, place.engagement.id, only)?;
    let mut rows = Vec::new();
    for (n, item) in items(&place.edition.pack, place.engagement.form).enumerate() {
        if wanted.as_ref().is_some_and(|wanted| !wanted.contains(item.id.as_str())) {
            continue;
        }
        rows.push(beside.row(session, place, n, item, excluded.get(&item.id).cloned())?);
    }
    Ok(rows)
}

/// Everything that stands beside the items of one target, read once.
struct Beside {
    answers: BTreeMap<String, Answer>,
    self_answers: BTreeMap<String, SelfAnswerRow>,
    section: BTreeMap<String, SelfAnswerRow>,
    previous: BTreeMap<String, PreviousAnswer>,
    findings: BTreeMap<Id, FindingRef>,
    papers: Papers,
    names: BTreeMap<Id, String>,
    assigned: BTreeMap<String, Id>,
    notes: BTreeMap<String, i64>,
    exceptions: super::exception::Covering,
}

impl Beside {
    fn of(session: &Session, place: &Place, only: Option<&[String]>) -> Result<Beside> {
        let read = session.read();
        let here = Sheet { kind: place.engagement.kind, engagement: place.engagement.id, target: place.target.id };
        let mut findings = BTreeMap::new();
        let mut found = |filter: &str, id: Id| -> Result<()> {
            // A finding speaks of the item it was made from, and of those that were added to it.
            let sql = format!(
                "SELECT f.answer, f.id, f.number FROM finding f WHERE f.answer IS NOT NULL AND f.{filter}
                 UNION ALL SELECT i.answer, f.id, f.number FROM finding_item i JOIN finding f ON f.id = i.finding
                 WHERE {}.{filter}",
                if filter.starts_with("answer") { "i" } else { "f" }
            );
            let rows = read.query(&sql, &[&id.as_bytes().as_slice()], |row| {
                let id = Id::from_bytes(row.get(1)?);
                Ok((Id::from_bytes(row.get(0)?), FindingRef { id, number: row.get(2)? }))
            })?;
            findings.extend(rows);
            Ok(())
        };
        match only {
            None => found("engagement = ?1", place.engagement.id)?,
            Some(items) => {
                for item in items {
                    found("answer = ?1", place.answer_id(item))?;
                }
            }
        }
        Ok(Beside {
            answers: here.answers(read, only)?,
            self_answers: here.self_answers(read, only)?,
            section: section_answers(read, place, only)?,
            previous: previous(read, place, only)?,
            findings,
            papers: Papers::of(session, place, only)?,
            names: session.person_names()?,
            assigned: super::assignment::of_target(read, place.target.id, only)?,
            notes: super::interview::note_counts(read, place.target.id, only)?,
            exceptions: super::exception::Covering::of(session, &place.engagement, &place.target)?,
        })
    }

    fn row(
        &self,
        session: &Session,
        place: &Place,
        n: usize,
        item: &Item,
        exclusion: Option<String>,
    ) -> Result<GridRow> {
        let id = place.answer_id(&item.id);
        let recovered = session.recovered.contains(&id);
        // Evidence may be there before the verdict, so it is counted by the answer's id and not by its row.
        let sql = "SELECT count(*) FROM evidence_link WHERE owner = ?1";
        let evidence = session.read().number(sql, &[&id.as_bytes().as_slice()])?;
        let answer = self.answers.get(&item.id);
        let section = self.section.get(&item.id).and_then(|answer| answer.answer);
        let beside = BesideItem { evidence, excluded: exclusion.is_some(), section };
        let audit = place.engagement.kind == EngagementKind::Audit;
        Ok(GridRow {
            item: item.id.clone(),
            held: held(session, id, &self.names)?,
            number: (n + 1).to_string(),
            clause: item.clause.clone(),
            duty: item.duty,
            weight: item.weight.into(),
            question: item.question_on(place.engagement.form, false).to_owned(),
            question_en: Some(item.question_on(place.engagement.form, true).to_owned()),
            look_at: item.look_at.iter().map(|key| place.edition.look_at(key, session.english())).collect(),
            how: item.how.clone(),
            pack_note: item.note_in(session.english()).map(str::to_owned),
            exclusion,
            answer: answer.map(|answer| AnswerDto {
                id: answer.id,
                verdict: answer.verdict,
                note: answer.note.clone(),
                procedure: answer.procedure,
                seen_on: answer.seen_on,
                seen_time: answer.seen_time.clone(),
                witness: answer.witness.clone(),
                answered_by: answer.answered_by.and_then(|person| self.names.get(&person).cloned()),
                answered_at: answer.answered_at,
                recovered,
            }),
            self_answer: self.self_answers.get(&item.id).map(|answer| SelfAnswerDto {
                id: answer.id,
                answer: answer.answer,
                basis: answer.basis.clone(),
                improvement: answer.improvement.clone(),
                due: answer.due.clone(),
                source: shown_source(session, &answer.source),
                answered_at: answer.answered_at,
                recovered,
            }),
            section_answer: section,
            previous: self.previous.get(&item.id).cloned(),
            evidence,
            finding: self.findings.get(&id).cloned(),
            exceptions: self.exceptions.item(&item.id),
            paper: audit.then(|| self.papers.item(place, n, item, answer, &beside)),
            assignee: self.assigned.get(&item.id).and_then(|person| self.names.get(person).cloned()),
            mine: self.assigned.get(&item.id) == Some(&session.person),
            notes: self.notes.get(&item.id).copied().unwrap_or(0),
        })
    }
}

/// Where an answer comes from, as people read it.
pub fn shown_source(session: &Session, source: &str) -> String {
    if source == PAPER { session.text("campaign-source-paper", &[]) } else { source.to_owned() }
}

/// What stands in a text field of an answer; nothing where there is none.
pub fn answer_text(read: Reads<'_>, place: &Place, item: &str, field: &str) -> Result<String> {
    let id = place.answer_id(item);
    let answer: Option<Answer> = read.find(id)?;
    let own: Option<SelfAnswerRow> = read.find(id)?;
    Ok(match (answer, own, field) {
        (Some(answer), _, "note") => answer.note,
        (Some(answer), _, "witness") => answer.witness,
        (_, Some(own), "basis") => own.basis,
        (_, Some(own), "improvement") => own.improvement,
        (_, Some(own), "due") => own.due,
        _ => String::new(),
    })
}

/// The verdicts at a target by item.
pub fn answers(read: Reads<'_>, target: Id) -> Result<BTreeMap<String, Answer>> {
    let rows = read.list::<Answer>("WHERE target = ?1", &[&target.as_bytes().as_slice()])?;
    Ok(rows.into_iter().map(|row| (row.item.clone(), row)).collect())
}

/// The answers of a self-inspection at a target by item.
pub fn self_answers(read: Reads<'_>, target: Id) -> Result<BTreeMap<String, SelfAnswerRow>> {
    let rows = read.list::<SelfAnswerRow>("WHERE target = ?1", &[&target.as_bytes().as_slice()])?;
    Ok(rows.into_iter().map(|row| (row.item.clone(), row)).collect())
}

/// The answers of one department in one engagement.
struct Sheet {
    kind: EngagementKind,
    engagement: Id,
    target: Id,
}

impl Sheet {
    /// The verdicts, all or those of some items. One item among many is found by its id.
    fn answers(&self, read: Reads<'_>, only: Option<&[String]>) -> Result<BTreeMap<String, Answer>> {
        let Some(items) = only else { return answers(read, self.target) };
        let rows = found_in(items, |item| Ok(read.find::<Answer>(self.id(item))?))?;
        Ok(rows.into_iter().map(|row| (row.item.clone(), row)).collect())
    }

    /// The same of a self-inspection.
    fn self_answers(&self, read: Reads<'_>, only: Option<&[String]>) -> Result<BTreeMap<String, SelfAnswerRow>> {
        let Some(items) = only else { return self_answers(read, self.target) };
        let rows = found_in(items, |item| Ok(read.find::<SelfAnswerRow>(self.id(item))?))?;
        Ok(rows.into_iter().map(|row| (row.item.clone(), row)).collect())
    }

    fn id(&self, item: &str) -> Id {
        answer_id(self.kind, self.engagement, self.target, item)
    }
}

/// The rows that some items have.
fn found_in<T>(items: &[String], find: impl Fn(&str) -> Result<Option<T>>) -> Result<Vec<T>> {
    items.iter().filter_map(|item| find(item).transpose()).collect()
}

/// In an audit: what the same department said of itself this year.
pub fn section_answers(
    read: Reads<'_>,
    place: &Place,
    only: Option<&[String]>,
) -> Result<BTreeMap<String, SelfAnswerRow>> {
    if place.engagement.kind == EngagementKind::SelfCheck {
        return Ok(BTreeMap::new());
    }
    let mut found = BTreeMap::new();
    for sheet in same_department(read, place, EngagementKind::SelfCheck, place.engagement.fiscal_year)? {
        found.extend(sheet.self_answers(read, only)?);
    }
    Ok(found)
}

/// Last year's verdicts or answers of the same department, all or those to some items.
pub fn previous(read: Reads<'_>, place: &Place, only: Option<&[String]>) -> Result<BTreeMap<String, PreviousAnswer>> {
    let year = place.engagement.fiscal_year - 1;
    let mut found = BTreeMap::new();
    for sheet in same_department(read, place, place.engagement.kind, year)? {
        for (item, answer) in sheet.answers(read, only)? {
            let verdict = Some(answer.verdict);
            found.insert(item, PreviousAnswer { fiscal_year: year, verdict, answer: None, note: answer.note });
        }
        for (item, own) in sheet.self_answers(read, only)? {
            let note = own.improvement;
            found.insert(item, PreviousAnswer { fiscal_year: year, verdict: None, answer: own.answer, note });
        }
    }
    Ok(found)
}

fn same_department(read: Reads<'_>, place: &Place, kind: EngagementKind, year: i64) -> Result<Vec<Sheet>> {
    let mut sheets = read.query(
        "SELECT e.id, t.id FROM engagement_target t JOIN engagement e ON e.id = t.engagement
         WHERE t.department = ?1 AND t.subject IS ?4 AND e.kind = ?2 AND e.fiscal_year = ?3
           AND e.state NOT IN ('planned', 'notified', 'preliminary')",
        &[
            &place.target.department.as_bytes().as_slice(),
            &domain::Keyed::key(kind),
            &year,
            &place.target.subject.map(|subject| subject.as_bytes().to_vec()),
        ],
        |row| Ok(Sheet { kind, engagement: Id::from_bytes(row.get(0)?), target: Id::from_bytes(row.get(1)?) }),
    )?;
    sheets.sort_by_key(|sheet| sheet.engagement);
    Ok(sheets)
}

/// The clauses that have items here, and what they stand under, in the order of the standard.
fn clauses(edition: &Edition, rows: &[GridRow]) -> Vec<GridClause> {
    let mut needed = BTreeSet::new();
    for row in rows {
        needed.extend(edition.pack.path_of(&row.clause).into_iter().map(|clause| clause.id.as_str()));
    }
    let listed = edition.pack.clauses.iter().filter(|clause| needed.contains(clause.id.as_str()));
    let clause = |clause: &domain::pack::Clause| GridClause {
        id: clause.id.clone(),
        title: clause.title.clone(),
        title_en: clause.title_en.clone(),
        parent: clause.parent.clone(),
    };
    listed.map(clause).collect()
}
