//! The report of a fiscal year: everything in it is read from rows, and every figure is counted from them.

mod annex;
mod beyond;
pub(crate) mod build;
pub mod document;
mod findings;
mod remarks;

use super::engagement::{members, targets};
use super::office::holders_on;
use super::pack::{blank_class_level, by_hash};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::release::file_name;
use crate::session::{Edition, Session};
pub(crate) use annex::item_number;
pub use build::{Asked, Built, build, preview};
use domain::Id;
use domain::kinds::{EngagementKind, Role};
use domain::pack::{PlanAct, RuleKey};
use domain::wareki::FiscalYear;
use report::Words;
use report::model::{self, Named};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::row::Reads;
use store::tables::{Department, Engagement, Finding, Person};

/// The name a file should have.
pub fn suggest_name(session: &Session, request: SuggestName) -> Result<SuggestedName> {
    let name = match request.kind.as_str() {
        "report-pdf" | "report-xlsx" => {
            let year = request.fiscal_year.ok_or_else(|| ErrorDto::required("fiscal_year"))?;
            let built = build(session, &Asked::of(session, year, request.report)?)?;
            report_name(session, &built, request.kind.trim_start_matches("report-"))?
        }
        "form-pdf" | "form-xlsx" => {
            let target = request.target.ok_or_else(|| ErrorDto::required("target"))?;
            form_name(session, target, request.kind.trim_start_matches("form-"))?
        }
        "blank-pdf" | "blank-xlsx" => {
            let blank = request.blank.ok_or_else(|| ErrorDto::required("blank"))?;
            blank_name(session, &blank, request.kind.trim_start_matches("blank-"))?
        }
        _ => return Err(ErrorDto::new("bad-request").arg("detail", &request.kind).at("kind")),
    };
    Ok(SuggestedName { name })
}

/// The name of the file of a report.
pub fn report_name(session: &Session, built: &Built, extension: &str) -> Result<String> {
    let head = &built.model.head;
    let state = if head.draft { session.text("report-draft", &[]) } else { String::new() };
    let version = match head.version {
        0 | 1 => String::new(),
        version => session.text("reports-version", &[("version", &version.to_string())]),
    };
    let department = built.department.as_deref().unwrap_or_default();
    Ok(file_name(&head.class_label, &[&head.title, &session.office()?.name, department, &version, &state], extension))
}

/// The name of the file of a checklist.
pub fn form_name(session: &Session, target: Id, extension: &str) -> Result<String> {
    let place = super::grid::Place::of(session, target)?;
    let department = place.name(session)?;
    let year = session.lang().fiscal_year(fiscal_year_of(place.engagement.fiscal_year)?);
    let form = i18n::enum_text(session.lang(), "form", domain::Keyed::key(place.engagement.form));
    let label = session.class_label(&session.office()?.class_level);
    Ok(file_name(&label, &[&year, &form, &department], extension))
}

/// The name of the file of a checklist that has no target.
pub fn blank_name(session: &Session, blank: &BlankForm, extension: &str) -> Result<String> {
    let edition = by_hash(session, &blank.hash)?;
    let pack = &edition.pack;
    let form = i18n::enum_text(session.lang(), "form", domain::Keyed::key(blank.form));
    let label = session.class_label(&blank_class_level(session, &edition)?);
    let (clauses, empty) = (blank.clauses.join(" "), session.text("app-blank", &[]));
    let parts = [&form, pack.title_in(session.english()), pack.named_edition().unwrap_or_default(), &clauses, &empty];
    Ok(file_name(&label, &parts, extension))
}

/// The fiscal year that begins in a western year.
pub fn fiscal_year_of(year: i64) -> Result<FiscalYear> {
    let known = i16::try_from(year).ok().and_then(FiscalYear::new);
    known.ok_or_else(|| ErrorDto::new("bad-year").at("fiscal_year"))
}

fn named(key: impl ToString, name: &str) -> Named {
    Named { key: key.to_string(), name: name.to_owned() }
}

/// An engagement of the year with what it needs again and again.
struct Work {
    engagement: Engagement,
    edition: Arc<Edition>,
    targets: Vec<EngagementTargetRow>,
}

/// What the parts of the report are made from, read once.
struct Facts<'s> {
    session: &'s Session,
    read: Reads<'s>,
    fiscal_year: i64,
    /// Whether everything of the year is told, or one audit alone.
    whole: bool,
    /// The department for which the report is: nothing is told of others.
    only: Option<Id>,
    /// Whether there were audits at all, of whomever.
    audited: bool,
    /// Everything begun this year, audits first.
    works: Vec<Work>,
    /// Everything planned this year and not begun.
    planned: Vec<Engagement>,
    departments: Vec<Department>,
    persons: BTreeMap<Id, Person>,
    /// Who holds which role today.
    roles: Vec<(Role, Id)>,
}

impl<'s> Facts<'s> {
    fn of(session: &'s Session, asked: &Asked) -> Result<Facts<'s>> {
        let (read, fiscal_year) = (session.read(), asked.fiscal_year);
        let mut all = read.list::<Engagement>("WHERE fiscal_year = ?1 ORDER BY kind, from_on, id", &[&fiscal_year])?;
        all.retain(|engagement| asked.is_about(engagement));
        let only = asked.department;
        let mut works = Vec::new();
        let mut planned = Vec::new();
        let mut audited = false;
        for engagement in all {
            let begun = !engagement.state.before_fieldwork();
            audited |= begun && engagement.kind == EngagementKind::Audit;
            let mut targets = targets(session, &engagement)?;
            if let Some(only) = only {
                targets.retain(|target| target.department == only);
                if targets.is_empty() {
                    continue;
                }
            }
            if begun {
                let edition = session.edition(engagement.pack_edition)?;
                works.push(Work { engagement, edition, targets });
            } else {
                planned.push(engagement);
            }
        }
        let mut departments = read.list::<Department>("ORDER BY position, name", &[])?;
        departments.retain(|row| only.is_none_or(|only| row.id == only));
        let holders = holders_on(read, session.today())?;
        Ok(Facts {
            session,
            read,
            fiscal_year,
            whole: asked.engagement.is_none(),
            only,
            audited,
            works,
            planned,
            departments,
            persons: read.all::<Person>()?.into_iter().map(|person| (person.id, person)).collect(),
            roles: holders.into_iter().map(|holder| (holder.role, holder.person)).collect(),
        })
    }

    fn text(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.session.text(key, args)
    }

    /// The findings of the engagements that are told, in the order of their numbers.
    fn findings(&self) -> Result<Vec<Finding>> {
        let mut rows = self.read.list::<Finding>("WHERE fiscal_year = ?1 ORDER BY number", &[&self.fiscal_year])?;
        let told = |id: Id| self.works.iter().any(|work| work.engagement.id == id);
        rows.retain(|row| told(row.engagement) && self.only.is_none_or(|only| row.department == only));
        Ok(rows)
    }

    /// Names in a row, as people read them.
    fn list<S: AsRef<str>>(&self, names: impl IntoIterator<Item = S>) -> String {
        let names: Vec<String> = names.into_iter().map(|name| name.as_ref().to_owned()).collect();
        names.join(&self.text("report-comma", &[]))
    }

    fn audits(&self) -> impl Iterator<Item = &Work> {
        self.works.iter().filter(|work| work.engagement.kind == EngagementKind::Audit)
    }

    fn self_checks(&self) -> impl Iterator<Item = &Work> {
        self.works.iter().filter(|work| work.engagement.kind == EngagementKind::SelfCheck)
    }

    fn person_name(&self, id: Id) -> &str {
        self.persons.get(&id).map_or("", |person| person.name.as_str())
    }

    /// A person with post, e.g. 総務課長 高橋 誠.
    fn person(&self, id: Id) -> String {
        let Some(person) = self.persons.get(&id) else { return String::new() };
        if person.post.is_empty() {
            return person.name.clone();
        }
        self.text("app-person", &[("post", &person.post), ("person", &person.name)])
    }

    /// What the standard of the year's work calls a role.
    fn role_name(&self, role: Role) -> String {
        let of_pack = self.works.iter().find_map(|work| work.edition.pack.role(role));
        let english = self.session.english();
        let name = of_pack.map(|role| role.name_en.as_ref().filter(|_| english).unwrap_or(&role.name).clone());
        name.unwrap_or_else(|| i18n::enum_text(self.session.lang(), "role", domain::Keyed::key(role)))
    }

    /// A role with the person who holds it today, as it stands on a cover.
    fn role_line(&self, role: Role) -> String {
        let name = self.role_name(role);
        let holder = self.roles.iter().find(|(held, _)| *held == role);
        match holder {
            Some((_, person)) => self.text("app-report-holder", &[("role", &name), ("person", &self.person(*person))]),
            None => name,
        }
    }

    /// The standards, each edition once.
    fn editions(&self) -> Vec<&Edition> {
        let mut known = BTreeSet::new();
        let editions = self.works.iter().map(|work| work.edition.as_ref());
        editions.filter(|edition| known.insert(edition.pack.hash.clone())).collect()
    }

    fn criteria(&self) -> Vec<model::Criterion> {
        let english = self.session.english();
        let criterion = |edition: &Edition| {
            let pack = &edition.pack;
            let edition = match pack.effective {
                Some(date) => self.text("app-report-effective", &[("date", &self.session.lang().date(date))]),
                None => self.text("app-report-undated", &[("edition", &pack.edition)]),
            };
            model::Criterion {
                title: pack.title_en.as_ref().filter(|_| english).unwrap_or(&pack.title).clone(),
                edition,
                sha256: pack.hash.clone(),
            }
        };
        self.editions().into_iter().map(criterion).collect()
    }

    fn engagements(&self) -> Result<Vec<model::Engagement>> {
        self.works.iter().map(|work| self.engagement(work)).collect()
    }

    fn engagement(&self, work: &Work) -> Result<model::Engagement> {
        let engagement = &work.engagement;
        let lang = self.session.lang();
        let methods = if engagement.method.trim().is_empty() {
            let used = annex::procedures(self.read, engagement.id)?;
            used.into_iter().map(|used| i18n::enum_text(lang, "procedure", domain::Keyed::key(used))).collect()
        } else {
            vec![engagement.method.clone()]
        };
        let mut team = Vec::new();
        if let Some(lead) = engagement.lead {
            let part = match engagement.kind {
                EngagementKind::Audit => "app-report-lead",
                EngagementKind::SelfCheck => "app-report-collector",
            };
            team.push((self.person_name(lead).to_owned(), self.text(part, &[])));
        }
        let auditor = i18n::enum_text(lang, "role", "auditor");
        for member in members(self.read, engagement.id)?.into_iter().filter(|member| Some(*member) != engagement.lead) {
            team.push((self.person_name(member).to_owned(), auditor.clone()));
        }
        let mut exclusions = Vec::new();
        if !engagement.exclusions.trim().is_empty() {
            exclusions.push(engagement.exclusions.clone());
        }
        exclusions.extend(remarks::out_of_scope(self, work)?);
        Ok(model::Engagement {
            kind: engagement.kind,
            name: engagement.title.clone(),
            purpose: engagement.purpose.clone(),
            basis: self.basis(work),
            departments: work.targets.iter().map(|target| target.name.clone()).collect(),
            from: engagement.from_on,
            to: engagement.until_on,
            methods,
            team,
            exclusions,
        })
    }

    /// The clause an engagement rests on, and whether its plan went the way the standard lays down.
    fn basis(&self, work: &Work) -> String {
        let (engagement, rules) = (&work.engagement, &work.edition.pack.rules);
        let key = match engagement.kind {
            EngagementKind::Audit => RuleKey::Audit,
            EngagementKind::SelfCheck => RuleKey::SelfCheckDepartment,
        };
        let clause = rules.basis(key).map_or_else(
            || self.text("pack-no-basis", &[]),
            |clause| self.text("app-report-clause", &[("clause", clause)]),
        );
        if engagement.kind == EngagementKind::SelfCheck {
            return clause;
        }
        let role = self.role_name(rules.plan_gate.to);
        let gate = match (engagement.gate_on, rules.plan_gate.act) {
            (Some(day), act) => {
                let key = if act == PlanAct::Report { "app-report-gate-report" } else { "app-report-gate-approve" };
                self.text(key, &[("date", &self.session.lang().date(day)), ("role", &role)])
            }
            (None, _) => self.text("app-report-gate-none", &[("reason", &engagement.gate_reason)]),
        };
        format!("{clause}\n{gate}")
    }
}
