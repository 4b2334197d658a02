//! Who is tied to what, read from persons, posts and subjects; what follows from it stands in `domain::independence`.

use super::engagement::{conflicts, members, target_name, target_rows};
use super::office::holders_on;
use super::plan::{plan_of, role_name};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::grid::Place;
use crate::session::{Edition, Session};
use domain::Id;
use domain::independence::{Auditor, Ground, Refusal, Standing, may_begin, may_judge};
use domain::kinds::Role;
use domain::pack::{Independence, RuleKey};
use std::collections::BTreeSet;
use store::row::Reads;
use store::tables::{Department, Engagement, EngagementTarget, Person, Recusal, UnauditedTarget};

/// The table of an engagement.
pub fn get(session: &Session, request: ById) -> Result<IndependenceTable> {
    let read = session.read();
    let engagement: Engagement = read.get(request.id)?;
    let edition = session.edition(engagement.pack_edition)?;
    let targets = target_rows(read, engagement.id)?;
    let team = team(session, &engagement, &targets)?;
    let unaudited = unaudited(read, engagement.id)?;
    let person = |auditor: &Auditor| {
        let person: Person = read.get(auditor.person)?;
        let department: Option<Department> = person.department.map(|id| read.get(id)).transpose()?;
        Ok(IndependencePerson {
            person: person.id,
            name: person.name,
            post: person.post,
            department_name: department.map(|department| department.name),
            expertise: person.expertise,
            lead: engagement.lead == Some(person.id),
            standings: targets.iter().map(|target| auditor.standing(target.id)).collect(),
        })
    };
    let target = |target: &EngagementTarget| {
        Ok(IndependenceTarget {
            target: target.id,
            name: target_name(read, target)?,
            unaudited: unaudited.iter().find(|row| row.target == target.id).map(|row| row.reason.clone()),
            nobody: !team.iter().any(|auditor| auditor.standing(target.id) == Standing::Independent),
        })
    };
    let tied = |auditor: &Auditor| targets.iter().any(|target| auditor.standing(target.id) == Standing::Tied);
    Ok(IndependenceTable {
        rule: edition.pack.rules.independence,
        clauses: clauses(&edition),
        reason: plan_of(read, engagement.id)?.independence_reason,
        tied: team.iter().any(tied),
        persons: team.iter().map(person).collect::<Result<_>>()?,
        targets: targets.iter().map(target).collect::<Result<_>>()?,
        both: author_and_recipient(session, &engagement, &edition)?,
        recipient: role_name(session, &edition, edition.pack.rules.report_to),
    })
}

/// The clauses a standard has on independence: the one that demands it and, if there is one, the one that lets go of it.
pub fn clauses(edition: &Edition) -> Vec<String> {
    let rules = &edition.pack.rules;
    let mut clauses: Vec<String> = rules.auditor_auditee_escape.iter().cloned().collect();
    let demanding = [RuleKey::AuditorAuditee, RuleKey::AuditorIndependence];
    for clause in demanding.into_iter().filter_map(|key| rules.basis(key)) {
        if !clauses.iter().any(|known| known == clause) {
            clauses.push(clause.to_owned());
        }
    }
    clauses
}

/// The team with what they are tied to and stand back from; the lead first.
pub fn team(session: &Session, engagement: &Engagement, targets: &[EngagementTarget]) -> Result<Vec<Auditor>> {
    let read = session.read();
    let recusals = read.list::<Recusal>("WHERE engagement = ?1", &[&engagement.id.as_bytes().as_slice()])?;
    let members = members(read, engagement.id)?;
    let mut persons: Vec<Id> = engagement.lead.into_iter().collect();
    persons.extend(members.into_iter().filter(|member| engagement.lead != Some(*member)));
    let auditor = |person: Id| {
        let mut tied = BTreeSet::new();
        for target in targets {
            if is_tied(session, person, target)? {
                tied.insert(target.id);
            }
        }
        let recused = recusals.iter().filter(|row| row.person == person).map(|row| row.target).collect();
        Ok(Auditor { person, tied, recused })
    };
    persons.into_iter().map(auditor).collect()
}

fn is_tied(session: &Session, person: Id, target: &EngagementTarget) -> Result<bool> {
    Ok(!conflicts(session, &[person], None, std::slice::from_ref(target))?.is_empty())
}

/// Who is tied to what and does not stand back from it, at the targets that are audited.
pub fn unsettled(session: &Session, engagement: &Engagement, members: &[Id]) -> Result<Vec<IndependenceConflict>> {
    let read = session.read();
    let recusals = read.list::<Recusal>("WHERE engagement = ?1", &[&engagement.id.as_bytes().as_slice()])?;
    let without = unaudited(read, engagement.id)?;
    let mut found = Vec::new();
    for target in target_rows(read, engagement.id)? {
        if without.iter().any(|row| row.target == target.id) {
            continue;
        }
        let tied = conflicts(session, members, engagement.lead, std::slice::from_ref(&target))?;
        let stays = |one: &IndependenceConflict| {
            !recusals.iter().any(|row| row.target == target.id && row.person == one.person)
        };
        found.extend(tied.into_iter().filter(stays));
    }
    Ok(found)
}

/// The targets of an engagement that nobody independent could audit.
pub fn unaudited(read: Reads<'_>, engagement: Id) -> Result<Vec<UnauditedTarget>> {
    Ok(read.list("WHERE engagement = ?1 ORDER BY id", &[&engagement.as_bytes().as_slice()])?)
}

/// The id of the row that says that a target is not audited.
pub fn unaudited_id(target: Id) -> Id {
    Id::natural("unaudited_target", &[&target.to_string()])
}

/// The id of the row that says that a person stands back from a target.
pub fn recusal_id(target: Id, person: Id) -> Id {
    Id::natural("recusal", &[&target.to_string(), &person.to_string()])
}

/// Refuses to begin an audit that is not independent.
pub fn refuse_begin(session: &Session, engagement: &Engagement, edition: &Edition) -> Result<()> {
    let read = session.read();
    let targets = target_rows(read, engagement.id)?;
    let team = team(session, engagement, &targets)?;
    let unaudited = unaudited(read, engagement.id)?.into_iter().map(|row| row.target).collect();
    let ids: Vec<Id> = targets.iter().map(|target| target.id).collect();
    let reason = plan_of(read, engagement.id)?.independence_reason;
    let ground = Ground { rule: edition.pack.rules.independence, reason: &reason };
    may_begin(ground, &team, &ids, &unaudited).map_err(|refusal| refused(session, refusal))
}

/// Refuses a verdict at a target by somebody who is not independent of it.
pub fn refuse_judging(session: &Session, place: &Place) -> Result<()> {
    let read = session.read();
    let (person, target) = (session.person, place.target.id);
    let rule = place.edition.pack.rules.independence;
    let tied = is_tied(session, person, &place.target)?.then_some(target);
    let recused = read.find::<Recusal>(recusal_id(target, person))?.map(|row| row.target);
    let auditor = Auditor { person, tied: tied.into_iter().collect(), recused: recused.into_iter().collect() };
    // The reason is needed only where there is something to excuse.
    let reason = match (rule, tied) {
        (Independence::Reason, Some(_)) => plan_of(read, place.engagement.id)?.independence_reason,
        _ => String::new(),
    };
    let unaudited = read.find::<UnauditedTarget>(unaudited_id(target))?.is_some();
    may_judge(Ground { rule, reason: &reason }, &auditor, target, unaudited)
        .map_err(|refusal| refused(session, refusal))
}

/// A refusal in words: who, and of what.
fn refused(session: &Session, refusal: Refusal) -> ErrorDto {
    let read = session.read();
    let (error, person, target) = match refusal {
        Refusal::NotIndependent { person, target } => (ErrorDto::new("not-independent"), Some(person), target),
        Refusal::ReasonMissing { person, target } => {
            (ErrorDto::new("independence-reason-missing"), Some(person), target)
        }
        Refusal::Recused { person, target } => (ErrorDto::new("recused"), Some(person), target),
        Refusal::NobodyLeft { target } => (ErrorDto::new("nobody-independent"), None, target),
        Refusal::Unaudited { target } => (ErrorDto::new("target-unaudited"), None, target),
    };
    let target = read.get::<EngagementTarget>(target).ok().and_then(|target| target_name(read, &target).ok());
    let error = error.arg("department", target.unwrap_or_default()).at("members");
    match person.and_then(|person| read.get::<Person>(person).ok()) {
        Some(person) => error.arg("person", person.name),
        None => error,
    }
}

/// The names of those who write the report and, by the standard, receive it too: the same person holds the receiving
/// role and leads the audit or is the head of audit.
pub fn author_and_recipient(session: &Session, engagement: &Engagement, edition: &Edition) -> Result<Vec<String>> {
    let holders = holders_on(session.read(), session.today())?;
    let held_by = |role: Role| holders.iter().filter(move |holder| holder.role == role).map(|holder| holder.person);
    let authors: BTreeSet<Id> = held_by(Role::AuditHead).chain(engagement.lead).collect();
    let mut both: BTreeSet<Id> = held_by(edition.pack.rules.report_to).filter(|id| authors.contains(id)).collect();
    // A deputy of the recipient receives in the recipient's place. Standards name the deputy by post.
    let deputy = edition.pack.role(edition.pack.rules.report_to).and_then(|role| role.deputy.as_ref());
    for &author in &authors {
        let person: Person = session.read().get(author)?;
        if deputy.is_some_and(|post| !person.post.is_empty() && person.post == *post) {
            both.insert(author);
        }
    }
    both.into_iter().map(|person| Ok(session.read().get::<Person>(person)?.name)).collect()
}

/// What has to be said about independence beside the table: who stands back, what nobody audits, why somebody who is
/// tied audits all the same, and that the author also receives the report. Each line states what the records say.
pub fn remarks(session: &Session, engagement: &Engagement, table: &IndependenceTable) -> Vec<String> {
    let title = engagement.title.as_str();
    let comma = session.text("report-comma", &[]);
    let clauses: Vec<String> =
        table.clauses.iter().map(|clause| session.text("app-report-clause", &[("clause", clause)])).collect();
    let clauses = clauses.join(&comma);
    let mut lines = Vec::new();
    for person in &table.persons {
        let recused =
            person.standings.iter().zip(&table.targets).filter(|(standing, _)| **standing == Standing::Recused);
        let names: Vec<&str> = recused.map(|(_, target)| target.name.as_str()).collect();
        if !names.is_empty() {
            let args = [("engagement", title), ("person", &person.name), ("targets", &names.join(&comma))];
            lines.push(session.text("independence-remark-recused", &args));
        }
    }
    for (target, reason) in table.targets.iter().filter_map(|target| Some((target, target.unaudited.as_ref()?))) {
        let args = [("engagement", title), ("target", &target.name), ("reason", reason)];
        lines.push(session.text("independence-remark-unaudited", &args));
    }
    if table.tied && table.rule == Independence::Reason && !table.reason.is_empty() {
        let args = [("engagement", title), ("clauses", &clauses), ("reason", &table.reason)];
        lines.push(session.text("independence-remark-reason", &args));
    }
    if !table.both.is_empty() {
        let args = [("engagement", title), ("persons", &table.both.join(&comma)), ("recipient", &table.recipient)];
        lines.push(session.text("independence-remark-both", &args));
    }
    lines
}
