//! What a report says beside this year's verdicts: earlier years, other departments, exceptions, proposals, orders.

use super::annex::chapter_key;
use super::{Asked, Facts};
use crate::dto::*;
use crate::error::Result;
use crate::queries::engagement::{exclusions, items};
use crate::queries::grid::answers;
use crate::queries::{exception, finding, horizontal, proposal};
use domain::finding::FindingState;
use domain::kinds::{EngagementKind, Grade, Verdict};
use domain::wareki::FiscalYear;
use domain::{Id, Keyed};
use report::Words;
use report::model::{
    AnswerRow, CompelledApproval, ExceptionLine, HorizontalLine, Named, OpenEarlier, OrderDraft, ProposalLine, Turn,
    YearCounts, results_by_chapter,
};
use std::collections::BTreeSet;
use store::tables::{DueChange, Engagement, EngagementTarget, Finding, HorizontalCheck, ImprovementOrder};

/// As many years are looked back.
const YEARS: i64 = 3;

fn year(number: i64) -> Option<FiscalYear> {
    i16::try_from(number).ok().and_then(FiscalYear::new)
}

/// The verdicts of earlier years, the latest first; years without any are left out.
pub(super) fn earlier(facts: &Facts<'_>, asked: &Asked, chapters: &[Named]) -> Result<Vec<YearCounts>> {
    let mut years = Vec::new();
    // One audit is not compared with years, nor is a self-inspection with verdicts.
    if asked.engagement.is_some() || !asked.kind.audits() {
        return Ok(years);
    }
    for back in 1..=YEARS {
        let of = facts.fiscal_year - back;
        let Some(named) = year(of) else { continue };
        let (rows, hashes) = verdicts(facts, of)?;
        if rows.is_empty() {
            continue;
        }
        let used: BTreeSet<String> = rows.iter().map(|row| row.chapter.clone()).collect();
        let results = results_by_chapter(chapters, &rows);
        let seen = |(chapter, counts): (&Named, &report::model::Counts)| used.contains(&chapter.key).then_some(*counts);
        let now: BTreeSet<String> = facts.editions().iter().map(|edition| edition.pack.hash.clone()).collect();
        years.push(YearCounts {
            year: named,
            total: results.total,
            by_chapter: chapters.iter().zip(&results.by_chapter).map(seen).collect(),
            other_edition: hashes != now,
        });
    }
    Ok(years)
}

/// The verdicts of a year by the chapters of this one, and the editions by which they were judged. A chapter is the
/// same where standard and number are the same; one that this year does not have is counted under its own key.
fn verdicts(facts: &Facts<'_>, of: i64) -> Result<(Vec<AnswerRow>, BTreeSet<String>)> {
    let audits = facts
        .read
        .list::<Engagement>("WHERE fiscal_year = ?1 AND kind = ?2 ORDER BY id", &[&of, &EngagementKind::Audit.key()])?;
    let now = facts.editions();
    let (mut rows, mut hashes) = (Vec::new(), BTreeSet::new());
    for audit in audits.into_iter().filter(|audit| !audit.state.before_fieldwork()) {
        let edition = facts.session.edition(audit.pack_edition)?;
        let pack = &edition.pack;
        hashes.insert(pack.hash.clone());
        let hash = now.iter().find(|one| one.pack.id == pack.id).map_or(&pack.hash, |one| &one.pack.hash);
        let excluded = exclusions(facts.read, audit.id)?;
        let targets =
            facts.read.list::<EngagementTarget>("WHERE engagement = ?1", &[&audit.id.as_bytes().as_slice()])?;
        for target in targets {
            let given = answers(facts.read, target.id)?;
            for item in items(pack, audit.form) {
                let chapter = pack.chapter_of(&item.clause).map_or("", |clause| clause.id.as_str());
                rows.push(AnswerRow {
                    department: target.department.to_string(),
                    chapter: chapter_key(hash, chapter),
                    clause: String::new(),
                    id: String::new(),
                    item: String::new(),
                    target: String::new(),
                    question: String::new(),
                    verdict: given.get(&item.id).map_or(Verdict::Unverified, |answer| answer.verdict),
                    in_scope: !excluded.contains_key(&item.id),
                    note: String::new(),
                    evidence: Vec::new(),
                });
            }
        }
    }
    Ok((rows, hashes))
}

/// Every finding of earlier years but good practices.
pub(super) fn earlier_findings(facts: &Facts<'_>) -> Result<Vec<OpenEarlier>> {
    let all = finding::list(facts.session, FindingQuery { fiscal_year: None, open: false })?;
    let before = |row: &FindingRow| row.fiscal_year < facts.fiscal_year && row.grade != Grade::GoodPractice;
    let one = |row: FindingRow| {
        Some(OpenEarlier {
            year: year(row.fiscal_year)?,
            number: row.number,
            grade: row.grade,
            department: row.department_name,
            title: row.title,
            state: row.state,
            due: row.due_on,
            days_overdue: None,
        })
    };
    Ok(all.into_iter().filter(before).filter_map(one).collect())
}

/// The numbers of the findings that concern the whole organisation.
pub(super) fn cross_cutting(facts: &Facts<'_>) -> Result<Vec<String>> {
    Ok(facts.findings()?.into_iter().filter(|row| row.cross_cutting).map(|row| row.number).collect())
}

/// What other departments were asked because of the year's findings.
pub(super) fn horizontal(facts: &Facts<'_>) -> Result<Vec<HorizontalLine>> {
    let mut checks = match facts.only {
        // What a department was asked starts from a finding of another, of which it reads the number alone.
        Some(only) => {
            let of_year = "WHERE department = ?1 AND finding IN (SELECT id FROM finding WHERE fiscal_year = ?2) \
                           ORDER BY finding, asked_on, id";
            facts.read.list::<HorizontalCheck>(of_year, &[&only.as_bytes().as_slice(), &facts.fiscal_year])?
        }
        None => facts.read.list("ORDER BY finding, asked_on, id", &[])?,
    };
    if facts.only.is_none() {
        let told: BTreeSet<Id> = facts.findings()?.into_iter().map(|row| row.id).collect();
        checks.retain(|check| told.contains(&check.finding));
    }
    let line = |row: HorizontalRow| HorizontalLine {
        number: row.number,
        department: row.department_name,
        asked: row.asked_on,
        due: row.due_on,
        result: row.result,
        answer: row.answer,
    };
    Ok(horizontal::rows(facts.session, checks)?.into_iter().map(line).collect())
}

/// Due dates that were changed and orders given before the finding was confirmed, in the order of their days.
pub(super) fn turns(facts: &Facts<'_>) -> Result<Vec<Turn>> {
    let lang = facts.session.lang();
    let mut turns = Vec::new();
    for row in facts.findings()? {
        let id = row.id.as_bytes();
        for change in facts.read.list::<DueChange>("WHERE finding = ?1 ORDER BY id", &[&id.as_slice()])? {
            let (was, is) = (lang.date(change.old_due_on), lang.date(change.due_on));
            let by = facts.person(change.approver);
            turns.push(Turn {
                number: row.number.clone(),
                date: change.changed_on,
                what: facts.text("reports-due-changed", &[("was", &was), ("is", &is), ("by", &by)]),
                reason: change.reason,
            });
        }
        let urgent = "WHERE finding = ?1 AND urgent_reason <> '' ORDER BY id";
        for order in facts.read.list::<ImprovementOrder>(urgent, &[&id.as_slice()])? {
            let due = lang.date(order.due_on);
            turns.push(Turn {
                number: row.number.clone(),
                date: order.ordered_on,
                what: facts.text("reports-urgent", &[("due", &due)]),
                reason: order.urgent_reason,
            });
        }
    }
    turns.sort_by_key(|turn| turn.date);
    Ok(turns)
}

/// Approvals under a compelling reason other than those of plans: of changed due dates and of exceptions.
pub(super) fn compelled(facts: &Facts<'_>) -> Result<Vec<CompelledApproval>> {
    let mut list = Vec::new();
    for row in facts.findings()? {
        let changes = facts.read.list::<DueChange>(
            "WHERE finding = ?1 AND escape_reason <> '' ORDER BY id",
            &[&row.id.as_bytes().as_slice()],
        )?;
        list.extend(changes.into_iter().map(|change| CompelledApproval {
            subject: row.number.clone(),
            date: change.changed_on,
            by: facts.person(change.approver),
            reason: change.escape_reason,
        }));
    }
    for one in told_exceptions(facts)?.into_iter().filter(|one| one.escape) {
        let whole = exception::Whole::of(facts.session, one.id)?;
        let compelled = whole.decisions.iter().filter(|decision| !decision.escape_reason.is_empty());
        list.extend(compelled.map(|decision| CompelledApproval {
            subject: one.number.clone(),
            date: decision.decided_on,
            by: facts.person(decision.approver),
            reason: decision.escape_reason.clone(),
        }));
    }
    Ok(list)
}

/// The exceptions of the year: asked for in it, or in force at some time of it.
fn told_exceptions(facts: &Facts<'_>) -> Result<Vec<ExceptionRow>> {
    let mut rows = exception::list(facts.session, Empty {})?;
    let (first, last) = match year(facts.fiscal_year) {
        Some(year) => (year.first_day(), year.last_day()),
        None => return Ok(Vec::new()),
    };
    rows.retain(|row| {
        let within = row.from_on.is_some_and(|from| from <= last) && row.until_on.is_none_or(|until| until >= first);
        !row.number.is_empty() && (row.fiscal_year == facts.fiscal_year || within)
    });
    rows.sort_by(|a, b| a.number.cmp(&b.number));
    Ok(rows)
}

/// 例外措置の状況
pub(super) fn exceptions(facts: &Facts<'_>) -> Result<Vec<ExceptionLine>> {
    let line = |row: ExceptionRow| ExceptionLine {
        number: row.number,
        title: row.title,
        department: row.department_name,
        points: row.points,
        manner: row.manner,
        standing: row.standing,
        from: row.from_on,
        until: row.until_on,
        result: row.result,
        decided: row.decided_on,
        approver: row.approver_name.unwrap_or_default(),
        emergency: row.emergency,
        review: row.review_on,
    };
    Ok(told_exceptions(facts)?.into_iter().map(line).collect())
}

/// 見直しの提案: put forward or decided in the year, or still waiting.
pub(super) fn proposals(facts: &Facts<'_>) -> Result<Vec<ProposalLine>> {
    let mut list = Vec::new();
    for row in proposal::list(facts.session, Empty {})? {
        let of_year = row.fiscal_year == facts.fiscal_year;
        if row.submitted_on.is_none() || !(of_year || row.decided_on.is_none()) {
            continue;
        }
        let whole: store::tables::Proposal = facts.read.get(row.id)?;
        let by = row.decided_by.unwrap_or_default();
        let date = row.decided_on.map(|day| facts.session.lang().date(day));
        list.push(ProposalLine {
            number: row.number,
            title: row.title,
            clause: row.clause,
            source: row.source,
            reason: whole.reason,
            proposed: whole.proposed,
            state: row.state,
            decided: date
                .map(|date| facts.text("report-decided-by", &[("date", &date), ("by", &by)]))
                .unwrap_or_default(),
        });
    }
    list.sort_by(|a, b| a.number.cmp(&b.number));
    Ok(list)
}

/// 改善指示書案: what is confirmed and not ordered yet.
pub(super) fn orders(facts: &Facts<'_>) -> Result<Vec<OrderDraft>> {
    let to_order = |row: &Finding| row.state == FindingState::Confirmed && row.grade != Grade::GoodPractice;
    let departments = &facts.departments;
    let draft = |row: Finding| OrderDraft {
        addressee: departments
            .iter()
            .find(|one| one.id == row.department)
            .map(|one| one.name.clone())
            .unwrap_or_default(),
        number: row.number,
        grade: row.grade,
        title: row.title,
        body: row.recommendation,
    };
    Ok(facts.findings()?.into_iter().filter(to_order).map(draft).collect())
}
