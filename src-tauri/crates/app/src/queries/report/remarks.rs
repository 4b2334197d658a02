//! What the reader must know beside the figures: what was not looked at, and who is not independent of what. Each line
//! states what the records say and judges nothing.

use super::annex::item_number;
use super::{Facts, Work};
use crate::dto::ById;
use crate::error::Result;
use crate::queries::engagement::exclusions;
use crate::queries::independence::{team_conflicts, unaudited};
use domain::Id;
use domain::kinds::{Form, Role};
use domain::pack::{Clause, Pack, RuleKey, Rules};
use std::collections::{BTreeMap, BTreeSet};

/// The most items one line names; how many there are in all stands in the counts.
const MAX_NAMED: usize = 40;

/// What was not looked at this year.
pub(super) fn not_looked_at(facts: &Facts<'_>) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    let audited: BTreeSet<Id> =
        facts.audits().flat_map(|work| work.targets.iter().map(|target| target.department)).collect();
    let open = facts.departments.iter().filter(|row| row.closed_on.is_none_or(|day| day >= facts.session.today()));
    let missing: Vec<&str> = open.filter(|row| !audited.contains(&row.id)).map(|row| row.name.as_str()).collect();
    if facts.whole && facts.audited && !missing.is_empty() {
        lines.push(facts.text("app-report-not-audited", &[("departments", &facts.list(missing))]));
    }
    for work in facts.self_checks() {
        let silent: Vec<&str> = work
            .targets
            .iter()
            .filter(|target| target.returned_on.is_none() && target.answered < target.items)
            .map(|target| target.name.as_str())
            .collect();
        if !silent.is_empty() {
            let args = [("engagement", work.engagement.title.as_str()), ("departments", &facts.list(silent))];
            lines.push(facts.text("app-report-not-returned", &args));
        }
    }
    for work in facts.works.iter().filter(|work| work.engagement.state.writable()) {
        lines.push(facts.text("app-report-in-progress", &[("engagement", &work.engagement.title)]));
    }
    for engagement in &facts.planned {
        lines.push(facts.text("app-report-planned", &[("engagement", &engagement.title)]));
    }
    for work in facts.audits() {
        for row in unaudited(facts.read, work.engagement.id)? {
            let Some(target) = work.targets.iter().find(|target| target.id == row.target) else { continue };
            let args =
                [("engagement", work.engagement.title.as_str()), ("target", &target.name), ("reason", &row.reason)];
            lines.push(facts.text("independence-remark-unaudited", &args));
        }
    }
    for edition in facts.editions() {
        let pack = &edition.pack;
        let english = facts.session.english();
        let coverage = pack.coverage_en.as_ref().filter(|_| english).or(pack.coverage.as_ref());
        if let Some(coverage) = coverage {
            let title = pack.title_en.as_ref().filter(|_| english).unwrap_or(&pack.title);
            lines.push(facts.text("app-report-coverage", &[("standard", title), ("coverage", coverage)]));
        }
    }
    Ok(lines)
}

/// The items left out of an engagement, each reason once.
pub(super) fn out_of_scope(facts: &Facts<'_>, work: &Work) -> Result<Vec<String>> {
    let mut by_reason: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (item, reason) in exclusions(facts.read, work.engagement.id)? {
        by_reason.entry(reason).or_default().insert(item);
    }
    let line = |(reason, items): (String, BTreeSet<String>)| {
        let items = left_out(&work.edition.pack, work.engagement.form, &items, facts.session.english());
        let more = items.len().saturating_sub(MAX_NAMED);
        let mut names = facts.list(items.iter().take(MAX_NAMED));
        if more > 0 {
            names = facts.list([names.as_str(), &facts.text("report-more", &[("count", &more.to_string())])]);
        }
        facts.text("app-report-out-of-scope", &[("items", &names), ("reason", &reason)])
    };
    Ok(by_reason.into_iter().map(line).collect())
}

/// What is left out, in as few words as say it exactly: a clause whose items are all left out stands for them.
fn left_out(pack: &Pack, form: Form, items: &BTreeSet<String>, english: bool) -> Vec<String> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for item in pack.items_for(form) {
        for clause in pack.path_of(&item.clause) {
            let (all, out) = counts.entry(&clause.id).or_default();
            *all += 1;
            *out += usize::from(items.contains(&item.id));
        }
    }
    let wholly = |clause: &Clause| counts.get(clause.id.as_str()).is_some_and(|(all, out)| all == out);
    let name = |clause: &Clause| {
        let title = clause.title_en.as_ref().filter(|_| english).unwrap_or(&clause.title);
        format!("{} {title}", clause.id)
    };
    let highest = |clause: &&Clause| {
        let path = pack.path_of(&clause.id);
        wholly(clause) && !path.iter().rev().skip(1).any(|above| wholly(above))
    };
    let clauses = pack.clauses.iter().filter(highest).map(name);
    let single = pack.items_for(form).filter(|item| items.contains(&item.id));
    let single = single.filter(|item| !pack.path_of(&item.clause).iter().any(|above| wholly(above)));
    clauses.chain(single.map(|item| item_number(&item.id).to_owned())).collect()
}

/// Who is independent of what, as far as the records of persons and roles say.
pub(super) fn independence(facts: &Facts<'_>) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for work in facts.audits() {
        let mut found = team_conflicts(facts.session, &work.engagement)?;
        let told = |target: Id| work.targets.iter().any(|row| row.id == target);
        found.retain(|conflict| told(conflict.target));
        if found.is_empty() {
            lines.push(facts.text("app-report-independent", &[("engagement", &work.engagement.title)]));
        }
        for conflict in found {
            let args = [
                ("engagement", work.engagement.title.as_str()),
                ("person", conflict.person_name.as_str()),
                ("department", conflict.department_name.as_str()),
                ("why", &i18n::enum_text(facts.session.lang(), "bond", domain::Keyed::key(conflict.bond))),
            ];
            lines.push(facts.text("app-report-conflict", &args));
        }
        let mut table = super::super::independence::get(facts.session, ById { id: work.engagement.id })?;
        super::super::independence::only(&mut table, told);
        lines.extend(super::super::independence::remarks(facts.session, &work.engagement, &table));
    }
    lines.extend(one_person_two_roles(facts));
    Ok(lines)
}

/// The head of audit may be the same person as one whom the standard makes receive, order or permit. Standards name
/// posts, so this is found on persons.
fn one_person_two_roles(facts: &Facts<'_>) -> Vec<String> {
    let rules = facts.works.first().map(|work| &work.edition.pack.rules);
    let Some(rules) = rules else { return Vec::new() };
    let (head, touching) = (Role::AuditHead, roles_in_the_process(rules));
    let mut lines = Vec::new();
    for (_, person) in facts.roles.iter().filter(|(role, _)| *role == head) {
        let also = |role: &Role| facts.roles.contains(&(*role, *person));
        let also: Vec<String> = touching.iter().filter(|role| also(role)).map(|role| facts.role_name(*role)).collect();
        if also.is_empty() {
            continue;
        }
        let clause = rules.basis(RuleKey::AuditorAuditee).map_or_else(
            || facts.text("pack-no-basis", &[]),
            |clause| facts.text("app-report-clause", &[("clause", clause)]),
        );
        let args = [
            ("person", facts.person(*person)),
            ("head", facts.role_name(head)),
            ("roles", facts.list(also)),
            ("clause", clause),
        ];
        lines.push(facts.text("app-report-two-roles", &args.each_ref().map(|(key, value)| (*key, value.as_str()))));
    }
    lines
}

/// The roles that receive results, order improvements or permit exceptions, each once.
fn roles_in_the_process(rules: &Rules) -> BTreeSet<Role> {
    let mut roles = BTreeSet::from([rules.report_to, rules.order_from]);
    roles.extend(rules.cross_order_to);
    roles.extend(rules.self_check_collector);
    roles.extend(rules.self_check_report_to);
    roles.extend(rules.exception_approvers.iter().map(|approver| approver.role));
    roles.remove(&Role::AuditHead);
    roles
}
