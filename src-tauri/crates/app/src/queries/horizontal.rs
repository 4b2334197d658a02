//! 横展開: what other departments were asked and answered, and which of them are worth asking.

use super::finding::days_late;
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::finding::FindingState;
use domain::horizontal::{Facts, HorizontalAction, HorizontalState, actions, step};
use domain::{Id, Keyed};
use std::collections::{BTreeMap, BTreeSet};
use store::tables::{Department, Engagement, Finding, HorizontalCheck};

/// Every check, what is still open first.
pub fn list(session: &Session, _: Empty) -> Result<Vec<HorizontalRow>> {
    let all = session.read().list::<HorizontalCheck>("ORDER BY state = 'settled', due_on, id", &[])?;
    rows(session, all)
}

/// Checks as they are shown.
pub fn rows(session: &Session, checks: Vec<HorizontalCheck>) -> Result<Vec<HorizontalRow>> {
    let read = session.read();
    let today = session.today();
    let mut list = Vec::new();
    for check in checks {
        let from: Finding = read.get(check.finding)?;
        let own = check.own_finding.map(|id| read.find::<Finding>(id)).transpose()?.flatten();
        // Once it is answered nothing is late any more; the life of a finding says the same of what is closed.
        let state = if check.state == HorizontalState::Asked { FindingState::Ordered } else { FindingState::Closed };
        list.push(HorizontalRow {
            actions: possible(&check),
            days_late: days_late(state, Some(check.due_on), today),
            department_name: read.get::<Department>(check.department)?.name,
            number: from.number,
            title: from.title,
            own_finding: own.map(|one| EarlierFinding {
                id: one.id,
                number: one.number,
                title: one.title,
                state: one.state,
                same_clause: true,
            }),
            id: check.id,
            finding: check.finding,
            department: check.department,
            state: check.state,
            asked_on: check.asked_on,
            due_on: check.due_on,
            question: check.question,
            result: check.result,
            answer: check.answer,
            answered_by: check.answered_by,
            answered_on: check.answered_on,
            ask_again_reason: check.ask_again_reason,
        });
    }
    Ok(list)
}

/// What a step is judged on.
pub fn facts(check: &HorizontalCheck) -> Facts {
    Facts {
        result: check.result,
        explained: !check.answer.trim().is_empty(),
        has_finding: check.own_finding.is_some(),
        reason: false,
    }
}

fn possible(check: &HorizontalCheck) -> Vec<HorizontalActionDto> {
    let one = |action: HorizontalAction| {
        let form = Facts {
            reason: true,
            explained: true,
            result: check.result.or(Some(domain::horizontal::HorizontalResult::Clear)),
            ..facts(check)
        };
        let facts = if action == HorizontalAction::Answer || action == HorizontalAction::AskAgain {
            form
        } else {
            facts(check)
        };
        let refusal = step(check.state, action, &facts).err();
        HorizontalActionDto { action, refusal: refusal.map(|refusal| format!("refused-{}", refusal.key())) }
    };
    actions(check.state).into_iter().map(one).collect()
}

/// The departments that may have the same problem, the likeliest first.
pub fn candidates(session: &Session, request: ById) -> Result<Vec<HorizontalCandidate>> {
    let read = session.read();
    let finding: Finding = read.get(request.id)?;
    let engagement: Engagement = read.get(finding.engagement)?;
    let pack = &session.edition(engagement.pack_edition)?.pack;
    // Items are the same where they are the same item, rest on the same clause or share the topic.
    let alike: BTreeSet<String> = pack
        .items
        .iter()
        .filter(|item| {
            item.id == finding.item
                || (!finding.clause.is_empty() && item.clause == finding.clause)
                || (!finding.topic.is_empty() && item.topic == finding.topic)
        })
        .map(|item| item.id.clone())
        .collect();
    let items = serde_json::to_string(&alike)?;
    let per_department = |sql: &str| -> Result<BTreeMap<Id, i64>> {
        let rows = read.query(sql, &[&items], |row| Ok((Id::from_bytes(row.get(0)?), row.get::<_, i64>(1)?)))?;
        Ok(rows.into_iter().collect())
    };
    let verdicts = per_department(
        "SELECT t.department, count(*) FROM json_each(?1) j JOIN answer a ON a.item = j.value
         JOIN engagement_target t ON t.id = a.target
         WHERE a.verdict IN ('nonconforming', 'partial') GROUP BY t.department",
    )?;
    let self_answers = per_department(
        "SELECT t.department, count(*) FROM json_each(?1) j JOIN self_answer a ON a.item = j.value
         JOIN engagement_target t ON t.id = a.target
         WHERE a.answer IN ('no', 'partly') GROUP BY t.department",
    )?;
    let findings: BTreeMap<Id, i64> = read
        .query(
            "SELECT department, count(*) FROM finding WHERE id <> ?1 AND grade <> 'good_practice'
             AND ((clause <> '' AND clause = ?2) OR (topic <> '' AND topic = ?3)) GROUP BY department",
            &[&finding.id.as_bytes().as_slice(), &finding.clause, &finding.topic],
            |row| Ok((Id::from_bytes(row.get(0)?), row.get::<_, i64>(1)?)),
        )?
        .into_iter()
        .collect();
    let asked: BTreeSet<Id> = read
        .list::<HorizontalCheck>("WHERE finding = ?1", &[&finding.id.as_bytes().as_slice()])?
        .into_iter()
        .map(|check| check.department)
        .collect();
    let today = session.today();
    let of = |counts: &BTreeMap<Id, i64>, id: Id| counts.get(&id).copied().unwrap_or(0);
    let mut list: Vec<HorizontalCandidate> = read
        .list::<Department>("ORDER BY position, name", &[])?
        .into_iter()
        .filter(|one| one.id != finding.department && one.closed_on.is_none_or(|last| last >= today))
        .map(|one| HorizontalCandidate {
            department: one.id,
            findings: of(&findings, one.id),
            verdicts: of(&verdicts, one.id),
            self_answers: of(&self_answers, one.id),
            asked: asked.contains(&one.id),
            name: one.name,
        })
        .collect();
    list.sort_by_key(|one| std::cmp::Reverse((one.findings, one.verdicts, one.self_answers)));
    Ok(list)
}
