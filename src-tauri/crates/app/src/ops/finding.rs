//! What a finding says: made from answers, written, and with which items.

use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::queries;
use crate::queries::grid::Place;
use crate::session::{Session, office_id};
use domain::Id;
use domain::finding::FindingState;
use domain::horizontal::HorizontalNeed;
use domain::kinds::{EngagementKind, Grade, Verdict};
use domain::wareki::FiscalYear;
use store::tables::{Answer, EvidenceLink, Finding, FindingItem, Office};
use store::{Committed, OpMeta, Tx};

/// Makes a finding from answers, with everything known filled in.
pub fn make(session: &mut Session, meta: OpMeta, request: MakeFinding) -> Result<Committed<ById>> {
    let place = Place::of(session, request.target)?;
    if place.engagement.kind != EngagementKind::Audit {
        return Err(ErrorDto::new("form-does-not-fit"));
    }
    refuse_closed(&place)?;
    let mut answers: Vec<Answer> = Vec::new();
    for item in &request.items {
        answers.push(judged(session, &place, item)?);
    }
    let Some(answer) = answers.first() else { return Err(ErrorDto::new("answer-missing")) };
    let grade = match worst(&answers) {
        Verdict::Nonconforming => Grade::Minor,
        Verdict::Partial => Grade::Observation,
        _ => Grade::Recommendation,
    };
    let notes: Vec<&str> =
        answers.iter().map(|answer| answer.note.trim_end()).filter(|note| !note.is_empty()).collect();
    let place_of = About { place: &place, item: &answer.item, department: place.target.department };
    let new = Finding {
        answer: Some(answer.id),
        grade,
        fact: notes.join("\n"),
        found_on: answer.seen_on.unwrap_or(session.today()),
        ..blank(session, &place_of)?
    };
    let year_label = fiscal_year_label(place.engagement.fiscal_year);
    session.transact(meta, |tx| {
        for answer in &answers {
            unused(tx, answer.id)?;
        }
        let id = tx.new_id();
        let number = next_number(tx, new.fiscal_year, &year_label)?;
        let finding = Finding { id, number, ..new };
        let earlier = queries::finding::earlier(tx.read(), &finding)?;
        let repeat_of = earlier.first().filter(|one| one.same_clause).map(|one| one.id);
        tx.put(&Finding { repeat_of, ..finding })?;
        for answer in answers.iter().skip(1) {
            put_item(tx, id, answer)?;
        }
        Ok(ById { id })
    })
}

/// Which items a finding speaks of belongs to the workpapers, and those are locked with the audit.
fn refuse_closed(place: &Place) -> Result<()> {
    if place.engagement.state.writable() { Ok(()) } else { Err(ErrorDto::new("engagement-closed")) }
}

/// The answer to an item, which has to be judged.
fn judged(session: &Session, place: &Place, item: &str) -> Result<Answer> {
    if place.edition.pack.item(item).is_none() {
        return Err(ErrorDto::new("no-such-item").arg("item", item));
    }
    let answer: Option<Answer> = session.read().find(place.answer_id(item))?;
    answer.filter(|answer| answer.verdict != Verdict::Unverified).ok_or_else(|| ErrorDto::new("answer-missing"))
}

/// The gravest verdict of some answers.
fn worst(answers: &[Answer]) -> Verdict {
    let has = |verdict: Verdict| answers.iter().any(|answer| answer.verdict == verdict);
    [Verdict::Nonconforming, Verdict::Partial].into_iter().find(|&one| has(one)).unwrap_or(Verdict::Conforming)
}

/// An answer stands in one finding at most, so that nothing is counted twice.
fn unused(tx: &Tx<'_>, answer: Id) -> Result<()> {
    let sql = "SELECT f.number FROM finding f LEFT JOIN finding_item i ON i.finding = f.id
               WHERE f.answer = ?1 OR i.answer = ?1";
    let taken = tx.read().query(sql, &[&answer.as_bytes().as_slice()], |row| Ok(row.get::<_, String>(0)?))?;
    match taken.first() {
        Some(number) => Err(ErrorDto::new("finding-exists").arg("number", number)),
        None => Ok(()),
    }
}

fn put_item(tx: &mut Tx<'_>, finding: Id, answer: &Answer) -> Result<()> {
    let id = Id::natural("finding_item", &[&answer.id.to_string()]);
    let (target, item) = (answer.target, answer.item.clone());
    Ok(tx.put(&FindingItem { id, finding, target, item, answer: answer.id })?)
}

/// What a new finding is about.
pub(super) struct About<'a> {
    /// The engagement with its checklist.
    pub place: &'a Place,
    /// The item.
    pub item: &'a str,
    /// The department it concerns.
    pub department: Id,
}

/// A draft with the criterion of its item filled in; its id and number are given when it is stored.
pub(super) fn blank(session: &Session, about: &About<'_>) -> Result<Finding> {
    let pack = &about.place.edition.pack;
    let item = pack.item(about.item).ok_or_else(|| ErrorDto::new("no-such-item").arg("item", about.item))?;
    let clause = pack.clause(&item.clause).map(|clause| clause.title.clone()).unwrap_or_default();
    let edition = [pack.title.as_str(), &pack.edition].join(" ");
    Ok(Finding {
        id: about.place.engagement.id,
        number: String::new(),
        fiscal_year: about.place.engagement.fiscal_year,
        engagement: about.place.engagement.id,
        department: about.department,
        answer: None,
        item: item.id.clone(),
        grade: Grade::Observation,
        criterion: session
            .text("app-criterion", &[("edition", &edition), ("clause", &item.clause), ("title", &clause)]),
        title: clause,
        fact: String::new(),
        cause: String::new(),
        risk: String::new(),
        recommendation: String::new(),
        state: FindingState::Draft,
        found_on: session.today(),
        clause: item.clause.clone(),
        topic: item.topic.clone(),
        likelihood: String::new(),
        loss: String::new(),
        cross_cutting: false,
        repeat_of: None,
        exception: None,
        horizontal_need: HorizontalNeed::Undecided,
    })
}

/// Lets a draft speak of a further item of its engagement, or no longer.
pub fn set_item(session: &mut Session, meta: OpMeta, request: SetFindingItem) -> Result<Committed<Empty>> {
    let place = Place::of(session, request.target)?;
    refuse_closed(&place)?;
    let answer = judged(session, &place, &request.item).map_err(|error| error.at("item"))?;
    session.transact(meta, |tx| {
        let finding: Finding = tx.read().get(request.finding)?;
        if finding.state != FindingState::Draft {
            return Err(ErrorDto::new("finding-confirmed").at("item"));
        }
        if finding.engagement != place.engagement.id {
            return Err(ErrorDto::new("finding-of-other-engagement").arg("number", &finding.number));
        }
        let id = Id::natural("finding_item", &[&answer.id.to_string()]);
        match (request.on, tx.read().find::<FindingItem>(id)?) {
            (true, Some(item)) if item.finding == finding.id => {}
            (true, _) => {
                unused(tx, answer.id).map_err(|error| error.at("item"))?;
                put_item(tx, finding.id, &answer)?;
            }
            (false, Some(item)) if item.finding == finding.id => tx.delete::<FindingItem>(id)?,
            _ => {}
        }
        Ok(Empty {})
    })
}

/// Throws a finding away that no department was ever asked about and that nothing else speaks of.
pub fn discard(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    let (read, id) = (session.read(), request.id);
    let finding: Finding = read.get(id)?;
    let key = id.as_bytes().as_slice();
    let told = read.number("SELECT count(*) FROM fact_check WHERE finding = ?1", &[&key])?;
    if finding.state != FindingState::Draft || told > 0 {
        return Err(ErrorDto::new("finding-on-record").arg("number", &finding.number));
    }
    let elsewhere = "SELECT (SELECT count(*) FROM finding WHERE repeat_of = ?1)
           + (SELECT count(*) FROM horizontal_check WHERE own_finding = ?1)
           + (SELECT count(*) FROM exception_measure WHERE finding = ?1)
           + (SELECT count(*) FROM proposal WHERE finding = ?1)";
    if read.number(elsewhere, &[&key])? > 0 {
        return Err(ErrorDto::new("finding-referred").arg("number", &finding.number));
    }
    session.transact(meta, |tx| {
        for item in tx.read().list::<FindingItem>("WHERE finding = ?1", &[&key])? {
            tx.delete::<FindingItem>(item.id)?;
        }
        for link in tx.read().list::<EvidenceLink>("WHERE owner = ?1", &[&key])? {
            tx.delete::<EvidenceLink>(link.id)?;
        }
        tx.delete::<Finding>(id)?;
        Ok(Empty {})
    })
}

/// The levels of risk of the office.
pub fn save_levels(session: &mut Session, meta: OpMeta, request: SaveRiskLevels) -> Result<Committed<Empty>> {
    let lines = |field: &str, levels: &[String]| {
        let mut kept: Vec<&str> = Vec::new();
        for level in levels.iter().map(|level| level.trim()).filter(|level| !level.is_empty()) {
            if kept.contains(&level) {
                return Err(ErrorDto::new("level-twice").arg("level", level).at(field));
            }
            kept.push(level);
        }
        Ok(kept.join("\n"))
    };
    let likelihood_levels = lines("likelihood", &request.likelihood)?;
    let loss_levels = lines("loss", &request.loss)?;
    session.transact(meta, |tx| {
        let office: Office = tx.read().get(office_id())?;
        tx.put(&Office { likelihood_levels, loss_levels, ..office })?;
        Ok(Empty {})
    })
}

/// 令和8年度, or the bare number where no era fits.
pub(in crate::ops) fn fiscal_year_label(year: i64) -> String {
    let known = i16::try_from(year).ok().and_then(FiscalYear::new);
    known.map_or_else(|| year.to_string(), FiscalYear::label)
}

/// The next number of a fiscal year, e.g. 令和8年度-003. Numbers are never given twice, so the highest one counts.
pub(in crate::ops) fn next_number(tx: &Tx<'_>, fiscal_year: i64, label: &str) -> Result<String> {
    let numbers = tx.read().query("SELECT number FROM finding WHERE fiscal_year = ?1", &[&fiscal_year], |row| {
        Ok(row.get::<_, String>(0)?)
    })?;
    let last = numbers.iter().filter_map(|number| number.rsplit('-').next()?.parse::<u32>().ok()).max();
    Ok(format!("{label}-{:03}", last.unwrap_or(0) + 1))
}

/// Changes the texts of a finding that is not confirmed yet; cause, risk and recommendation until it is ordered.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveFinding) -> Result<Committed<Empty>> {
    let title = required("title", &request.title)?;
    session.transact(meta, |tx| {
        let finding: Finding = tx.read().get(request.id)?;
        let new = Finding {
            grade: request.grade,
            title,
            fact: request.fact.trim_end().to_owned(),
            criterion: request.criterion.trim_end().to_owned(),
            cause: request.cause.trim_end().to_owned(),
            risk: request.risk.trim_end().to_owned(),
            recommendation: request.recommendation.trim_end().to_owned(),
            likelihood: request.likelihood.trim().to_owned(),
            loss: request.loss.trim().to_owned(),
            cross_cutting: request.cross_cutting,
            repeat_of: request.repeat_of.filter(|&earlier| earlier != finding.id),
            ..finding.clone()
        };
        let settled = finding.state != FindingState::Draft;
        if settled && (new.fact != finding.fact || new.criterion != finding.criterion || new.grade != finding.grade) {
            return Err(ErrorDto::new("finding-confirmed").at("fact"));
        }
        let ordered = !matches!(finding.state, FindingState::Draft | FindingState::FactCheck | FindingState::Confirmed);
        if ordered && new != finding {
            return Err(ErrorDto::new("finding-ordered").at("title"));
        }
        tx.put(&new)?;
        Ok(Empty {})
    })
}
