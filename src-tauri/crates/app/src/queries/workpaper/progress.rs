//! How far the workpapers of an engagement are, and what of it needs whom.

use super::model::class_level;
use super::{BesideItem, Papers, authors, digest, evidence_parts, number_of, sampling_id};
use crate::dto::*;
use crate::error::Result;
use crate::queries::engagement::{exclusions, items, target_name, target_rows};
use crate::queries::grid::{Place, answers, section_answers};
use crate::queries::home::item_route;
use crate::queries::report::fiscal_year_of;
use crate::release::file_name;
use crate::session::Session;
use domain::kinds::{EngagementKind, SelfAnswer, Verdict};
use domain::review::{self, ItemLife, ReviewResult, ReviewState};
use domain::{Id, pack::Item};
use report::Words;
use std::collections::BTreeMap;
use store::tables::{Answer, Engagement, EngagementTarget, Review, Sampling, SelfAnswerRow};

/// An item of a target with everything its workpaper needs.
pub struct Reading<'p> {
    /// Its place on the form.
    pub n: usize,
    /// The item.
    pub item: &'p Item,
    /// Why it is out of scope.
    pub exclusion: Option<String>,
    /// Its answer.
    pub answer: Option<Answer>,
    /// What the section said of itself.
    pub section: Option<SelfAnswerRow>,
    /// Its paper.
    pub paper: ItemPaper,
}

/// The items of a target in the order of the standard.
pub fn readings<'p>(session: &Session, place: &'p Place, papers: &Papers) -> Result<Vec<Reading<'p>>> {
    let read = session.read();
    let mut answers = answers(read, place.target.id)?;
    let mut section = section_answers(read, place, None)?;
    let mut excluded = exclusions(read, place.engagement.id)?;
    let mut evidence: BTreeMap<Id, i64> = BTreeMap::new();
    let sql = "SELECT owner, count(*) FROM evidence_link WHERE owner_entity = 'answer' GROUP BY owner";
    for (owner, count) in read.query(sql, &[], |row| Ok((Id::from_bytes(row.get(0)?), row.get(1)?)))? {
        evidence.insert(owner, count);
    }
    let mut found = Vec::new();
    for (n, item) in items(&place.edition.pack, place.engagement.form).enumerate() {
        let (answer, section) = (answers.remove(&item.id), section.remove(&item.id));
        let exclusion = excluded.remove(&item.id);
        let beside = BesideItem {
            evidence: evidence.get(&place.answer_id(&item.id)).copied().unwrap_or(0),
            excluded: exclusion.is_some(),
            section: section.as_ref().and_then(|own| own.answer),
        };
        let paper = papers.item(place, n, item, answer.as_ref(), &beside);
        found.push(Reading { n, item, exclusion, answer, section, paper });
    }
    Ok(found)
}

/// How far the workpapers of an engagement are.
pub fn progress(session: &Session, request: WorkpaperQuery) -> Result<WorkpaperProgress> {
    let mut found = WorkpaperProgress { targets: Vec::new(), differences: Vec::new() };
    for place in places(session, request.engagement)? {
        let papers = Papers::of(session, &place, None)?;
        let name = place.name(session)?;
        let mut row = PaperProgress::of(&place, name.clone());
        for reading in readings(session, &place, &papers)? {
            row.count(&reading);
            let (Some(difference), Some(answer), Some(section)) =
                (reading.paper.difference, &reading.answer, &reading.section)
            else {
                continue;
            };
            found.differences.push(DifferenceRow {
                target: place.target.id,
                target_name: name.clone(),
                item: reading.item.id.clone(),
                number: reading.paper.number,
                clause: reading.item.clause.clone(),
                question: reading.item.question_on(place.engagement.form, session.english()).to_owned(),
                own: section.answer.unwrap_or(SelfAnswer::Unknown),
                basis: section.basis.clone(),
                verdict: answer.verdict,
                note: answer.note.clone(),
                difference,
                route: item_route(&place.engagement, place.target.id, &reading.item.id),
            });
        }
        found.targets.push(row);
    }
    Ok(found)
}

/// The targets of an engagement in the order of their numbers.
pub fn places(session: &Session, engagement: Id) -> Result<Vec<Place>> {
    let mut targets = target_rows(session.read(), engagement)?;
    targets.sort_by_key(|target| target.position);
    targets.into_iter().map(|target| Place::of(session, target.id)).collect()
}

impl PaperProgress {
    fn of(place: &Place, name: String) -> PaperProgress {
        let (target, position) = (place.target.id, place.target.position);
        PaperProgress {
            target,
            name,
            position,
            items: 0,
            out_of_scope: 0,
            not_started: 0,
            collecting: 0,
            judged: 0,
            not_applicable: 0,
            reviewed: 0,
            waiting: 0,
            returned: 0,
            changed: 0,
            section_answers: 0,
            differences: 0,
        }
    }

    fn count(&mut self, reading: &Reading<'_>) {
        let Some(life) = reading.paper.life else {
            self.out_of_scope += 1;
            return;
        };
        self.items += 1;
        match life {
            ItemLife::NotStarted => self.not_started += 1,
            ItemLife::Collecting => self.collecting += 1,
            ItemLife::Judged | ItemLife::Reviewed => self.judged += 1,
        }
        match reading.paper.review {
            ReviewState::None => {}
            ReviewState::Waiting => self.waiting += 1,
            ReviewState::Returned => self.returned += 1,
            ReviewState::Reviewed => self.reviewed += 1,
            ReviewState::Changed => self.changed += 1,
        }
        let verdict = reading.answer.as_ref().map(|answer| answer.verdict);
        self.not_applicable += i64::from(verdict == Some(Verdict::NotApplicable));
        self.section_answers += i64::from(reading.section.as_ref().is_some_and(|own| own.answer.is_some()));
        self.differences += i64::from(reading.paper.difference.is_some());
    }
}

/// What of an engagement's reviews needs the person who asks: what was sent back to them, and, for who leads it, how
/// many of its judged items nobody has reviewed. The judged ones are counted by who lists the engagement anyway.
pub fn tasks(session: &Session, engagement: &Engagement, judged: i64) -> Result<Vec<HomeTask>> {
    let read = session.read();
    if engagement.kind != EngagementKind::Audit || !engagement.state.writable() {
        return Ok(Vec::new());
    }
    let mut tasks = Vec::new();
    let task = |kind: &str, label: String, route: String| HomeTask {
        kind: kind.to_owned(),
        label,
        due_on: None,
        days_late: None,
        route,
    };
    let returned = read.list::<Review>(
        "WHERE engagement = ?1 AND result = 'returned' AND NOT EXISTS
           (SELECT 1 FROM review later WHERE later.answer = review.answer AND later.at > review.at)
         ORDER BY at, id",
        &[&engagement.id.as_bytes().as_slice()],
    )?;
    for row in returned {
        let Some(answer) = read.find::<Answer>(row.answer)? else { continue };
        let place = Place::of(session, row.target)?;
        let sampling = read.find::<Sampling>(sampling_id(&place, &row.item))?;
        let now = digest(Some(&answer), sampling.as_ref(), &evidence_parts(read, row.answer)?);
        let last = Some((ReviewResult::Returned, row.digest.as_str()));
        if review::state(answer.verdict, last, &now) != ReviewState::Returned
            || !authors(read, &place, &row.item, Some(&answer))?.contains(&session.person)
        {
            continue;
        }
        let number = number_of(&place, &row.item).unwrap_or_default();
        let label = session.text("workpaper-task", &[("number", &number), ("target", &place.name(session)?)]);
        tasks.push(task("paper-returned", label, item_route(engagement, row.target, &row.item)));
    }
    let waiting = if engagement.lead == Some(session.person) {
        let reviewed = read.number(
            "SELECT count(DISTINCT a.id) FROM review r JOIN answer a ON a.id = r.answer
             WHERE r.engagement = ?1 AND a.verdict <> 'unverified'
               AND a.item NOT IN (SELECT item FROM scope_exclusion WHERE engagement = ?1)",
            &[&engagement.id.as_bytes().as_slice()],
        )?;
        judged - reviewed
    } else {
        0
    };
    if waiting > 0 {
        let label =
            session.text("workpaper-task-waiting", &[("title", &engagement.title), ("count", &waiting.to_string())]);
        tasks.push(task("papers-to-review", label, format!("/audits/{}/workpapers", engagement.id)));
    }
    Ok(tasks)
}

/// The name of a file of workpapers.
pub fn suggest_name(session: &Session, request: SuggestPaperName) -> Result<SuggestedName> {
    let class_level = class_level(session, request.engagement, request.target)?;
    Ok(SuggestedName { name: paper_name(session, request.engagement, request.target, &class_level)? })
}

/// The same where the class is known.
pub fn paper_name(session: &Session, engagement: Id, target: Option<Id>, class_level: &str) -> Result<String> {
    let engagement: Engagement = session.read().get(engagement)?;
    let year = session.lang().fiscal_year(fiscal_year_of(engagement.fiscal_year)?);
    let of = match target {
        None => engagement.title,
        Some(target) => {
            let target: EngagementTarget = session.read().get(target)?;
            format!("{}_{}", engagement.title, target_name(session.read(), &target)?)
        }
    };
    let title = session.text("workpaper-title", &[]);
    Ok(file_name(&session.class_label(class_level), &[&year, &title, &of], "pdf"))
}
