//! Who is tied to what, read from persons, posts and subjects; what follows from it stands in `domain::independence`.

use super::engagement::{members, target_name, target_rows};
use super::office::holders_on;
use super::plan::{plan_of, role_name};
use super::ties::Ties;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::grid::Place;
use crate::session::{Edition, Session};
use domain::Id;
use domain::independence::{Auditor, Bond, Ground, Refusal, Standing, Tie, may_begin, may_join, may_judge};
use domain::kinds::Role;
use domain::pack::{Independence, RuleKey};
use jiff::civil::Date;
use std::collections::BTreeSet;
use store::row::Reads;
use store::tables::{Department, Engagement, EngagementTarget, Person, Recusal, UnauditedTarget};

/// What counts where nothing is excused.
const STRICT: Ground<'_> = Ground { rule: Independence::Strict, reason: "" };

/// The table of an engagement.
pub fn get(session: &Session, request: ById) -> Result<IndependenceTable> {
    let read = session.read();
    let engagement: Engagement = read.get(request.id)?;
    let edition = session.edition(engagement.pack_edition)?;
    let targets = target_rows(read, engagement.id)?;
    let people = persons_of(read, &engagement)?;
    let ties = Ties::read(read, session.today(), &engagement, &people, &targets)?;
    let team = auditors(read, &engagement, &people, &targets, &ties)?;
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
            bonds: targets.iter().map(|target| ties.tie(auditor.person, target).map(bond)).collect(),
        })
    };
    let target = |target: &EngagementTarget| {
        Ok(IndependenceTarget {
            target: target.id,
            name: target_name(read, target)?,
            unaudited: unaudited.iter().find(|row| row.target == target.id).map(|row| row.reason.clone()),
            nobody: !team.iter().any(|auditor| may_judge(STRICT, auditor, target.id, false).is_ok()),
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

/// Who audits: the lead first, then the team.
fn persons_of(read: Reads<'_>, engagement: &Engagement) -> Result<Vec<Id>> {
    let mut persons: Vec<Id> = engagement.lead.into_iter().collect();
    let members = members(read, engagement.id)?;
    persons.extend(members.into_iter().filter(|member| engagement.lead != Some(*member)));
    Ok(persons)
}

/// Persons with what they are and were tied to, and stand back from.
fn auditors(
    read: Reads<'_>,
    engagement: &Engagement,
    persons: &[Id],
    targets: &[EngagementTarget],
    ties: &Ties,
) -> Result<Vec<Auditor>> {
    let recusals = read.list::<Recusal>("WHERE engagement = ?1", &[&engagement.id.as_bytes().as_slice()])?;
    let auditor = |&person: &Id| {
        let (mut tied, mut past) = (BTreeSet::new(), BTreeSet::new());
        for target in targets {
            match ties.tie(person, target) {
                Some(Tie::Present(_)) => _ = tied.insert(target.id),
                Some(Tie::Past(_)) => _ = past.insert(target.id),
                None => {}
            }
        }
        let recused = recusals.iter().filter(|row| row.person == person).map(|row| row.target).collect();
        Auditor { person, tied, past, recused }
    };
    Ok(persons.iter().map(auditor).collect())
}

fn bond(tie: Tie) -> Bond {
    match tie {
        Tie::Present(bond) | Tie::Past(bond) => bond,
    }
}

/// Who is tied to what today, whether or not they stand back from it.
pub fn conflicts(
    session: &Session,
    engagement: &Engagement,
    persons: &[Id],
    targets: &[EngagementTarget],
) -> Result<Vec<IndependenceConflict>> {
    let read = session.read();
    let ties = Ties::read(read, session.today(), engagement, persons, targets)?;
    let mut found = Vec::new();
    for &person in persons {
        for target in targets {
            let Some(Tie::Present(bond)) = ties.tie(person, target) else { continue };
            found.push(IndependenceConflict {
                person,
                person_name: read.get::<Person>(person)?.name,
                target: target.id,
                department_name: target_name(read, target)?,
                bond,
            });
        }
    }
    Ok(found)
}

/// Who of the team is tied to what is audited, whether or not they stand back from it.
pub fn team_conflicts(session: &Session, engagement: &Engagement) -> Result<Vec<IndependenceConflict>> {
    let read = session.read();
    conflicts(session, engagement, &persons_of(read, engagement)?, &target_rows(read, engagement.id)?)
}

/// Who is tied to what and does not stand back from it, at the targets that are audited.
pub fn unsettled(session: &Session, engagement: &Engagement) -> Result<Vec<IndependenceConflict>> {
    let read = session.read();
    let recusals = read.list::<Recusal>("WHERE engagement = ?1", &[&engagement.id.as_bytes().as_slice()])?;
    let without = unaudited(read, engagement.id)?;
    let mut found = team_conflicts(session, engagement)?;
    found.retain(|one| {
        !without.iter().any(|row| row.target == one.target)
            && !recusals.iter().any(|row| row.target == one.target && row.person == one.person)
    });
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
    let people = persons_of(read, engagement)?;
    let ties = Ties::read(read, session.today(), engagement, &people, &targets)?;
    let team = auditors(read, engagement, &people, &targets, &ties)?;
    let unaudited = unaudited(read, engagement.id)?.into_iter().map(|row| row.target).collect();
    let ids: Vec<Id> = targets.iter().map(|target| target.id).collect();
    let reason = plan_of(read, engagement.id)?.independence_reason;
    let ground = Ground { rule: edition.pack.rules.independence, reason: &reason };
    may_begin(ground, &team, &ids, &unaudited).map_err(|refusal| refused(read, refusal))
}

/// What an audit that has begun was about and who audited it, before it is changed.
pub struct Before {
    persons: Vec<Id>,
    targets: BTreeSet<Id>,
}

impl Before {
    /// How it stands.
    pub fn of(read: Reads<'_>, engagement: &Engagement) -> Result<Before> {
        let targets = target_rows(read, engagement.id)?.into_iter().map(|target| target.id).collect();
        Ok(Before { persons: persons_of(read, engagement)?, targets })
    }
}

/// Who came in after the start, or was there when a target was added, and is tied to it: with each the refusal. What
/// was so before the change is not asked again, or no other field could be changed any more.
pub fn joined_tied(
    read: Reads<'_>,
    today: Date,
    engagement: &Engagement,
    rule: Independence,
    before: &Before,
) -> Result<Vec<(Id, Id, ErrorDto)>> {
    let targets = target_rows(read, engagement.id)?;
    let people = persons_of(read, engagement)?;
    let ties = Ties::read(read, today, engagement, &people, &targets)?;
    let team = auditors(read, engagement, &people, &targets, &ties)?;
    let reason = plan_of(read, engagement.id)?.independence_reason;
    let unaudited = unaudited(read, engagement.id)?;
    let members = members(read, engagement.id)?;
    // What was changed is where the refusal belongs: the targets, the team, or the lead who is in no team.
    let field = |person: Id| match person {
        known if before.persons.contains(&known) => "departments",
        member if members.contains(&member) => "members",
        _ => "lead",
    };
    let mut found = Vec::new();
    for auditor in &team {
        for target in &targets {
            let known = before.persons.contains(&auditor.person) && before.targets.contains(&target.id);
            if known || unaudited.iter().any(|row| row.target == target.id) {
                continue;
            }
            if let Err(refusal) = may_join(Ground { rule, reason: &reason }, auditor, target.id) {
                let error = refused(read, refusal).at(field(auditor.person));
                found.push((auditor.person, target.id, error));
            }
        }
    }
    Ok(found)
}

/// Refuses a verdict at a target by somebody who is not independent of it.
pub fn refuse_judging(session: &Session, place: &Place) -> Result<()> {
    let read = session.read();
    let (person, target) = (session.person, place.target.id);
    let rule = place.edition.pack.rules.independence;
    let ties = Ties::read(read, session.today(), &place.engagement, &[person], std::slice::from_ref(&place.target))?;
    let tied = matches!(ties.tie(person, &place.target), Some(Tie::Present(_))).then_some(target);
    let recused = read.find::<Recusal>(recusal_id(target, person))?.map(|row| row.target);
    let (tied_to, recused) = (tied.into_iter().collect(), recused.into_iter().collect());
    let auditor = Auditor { person, tied: tied_to, past: BTreeSet::new(), recused };
    // The reason is needed only where there is something to excuse.
    let reason = match (rule, tied) {
        (Independence::Reason, Some(_)) => plan_of(read, place.engagement.id)?.independence_reason,
        _ => String::new(),
    };
    let unaudited = read.find::<UnauditedTarget>(unaudited_id(target))?.is_some();
    may_judge(Ground { rule, reason: &reason }, &auditor, target, unaudited).map_err(|refusal| refused(read, refusal))
}

/// A refusal in words: who, and of what.
fn refused(read: Reads<'_>, refusal: Refusal) -> ErrorDto {
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

/// The table with some of its targets alone.
pub fn only(table: &mut IndependenceTable, told: impl Fn(Id) -> bool) {
    let kept: Vec<bool> = table.targets.iter().map(|target| told(target.target)).collect();
    let keep = |place: usize| kept.get(place).copied().unwrap_or(false);
    for person in &mut table.persons {
        let standings = std::mem::take(&mut person.standings).into_iter().enumerate();
        person.standings = standings.filter(|(place, _)| keep(*place)).map(|(_, standing)| standing).collect();
        let bonds = std::mem::take(&mut person.bonds).into_iter().enumerate();
        person.bonds = bonds.filter(|(place, _)| keep(*place)).map(|(_, bond)| bond).collect();
    }
    table.targets.retain(|target| told(target.target));
    table.tied = table.persons.iter().any(|person| person.standings.contains(&Standing::Tied));
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
    let said = [(Standing::Recused, "independence-remark-recused"), (Standing::Past, "independence-remark-past")];
    for person in &table.persons {
        for (wanted, words) in said {
            let so = person.standings.iter().zip(&table.targets).filter(|(standing, _)| **standing == wanted);
            let names: Vec<&str> = so.map(|(_, target)| target.name.as_str()).collect();
            if !names.is_empty() {
                let args = [("engagement", title), ("person", &person.name), ("targets", &names.join(&comma))];
                lines.push(session.text(words, &args));
            }
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
