//! 中期計画 and 年度計画: what is planned for whom in which year, whom nobody looks at, and what has become of it.

use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::audit_plan::{AuditMode, AuditPlanKind, AuditPlanStep, Coverage, Looks, USUAL_YEARS, after, coverage};
use domain::kinds::{EngagementKind, Role};
use domain::pack::Pack;
use domain::wareki::FiscalYear;
use domain::{Id, Keyed};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::tables::{AuditPlan, AuditPlanEntry, Department, Engagement, EngagementTarget, Subject};

/// A department, or something it answers for.
type Key = (Id, Option<Id>);

/// The plans: those that count first, the newest first.
pub fn list(session: &Session, _: Empty) -> Result<Vec<AuditPlanRow>> {
    let everything = Everything::of(session)?;
    let order = "ORDER BY state IN ('revised', 'abolished'), from_year DESC, kind DESC, edition DESC, id";
    let row = |plan: AuditPlan| {
        let view = everything.view(session, &plan)?;
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let left_out = view.targets.iter().filter(|target| target.left_out).count();
        Ok(AuditPlanRow {
            id: plan.id,
            kind: plan.kind,
            entries: count(view.targets.iter().flat_map(|target| &target.cells).filter(|c| c.mode.is_some()).count()),
            left_out: (plan.kind == AuditPlanKind::MidTerm).then(|| count(left_out)),
            title: plan.title,
            from_year: plan.from_year,
            until_year: plan.until_year,
            edition: plan.edition,
            state: plan.state,
            theme: plan.theme,
            gate_on: plan.gate_on,
        })
    };
    session.read().list::<AuditPlan>(order, &[])?.into_iter().map(row).collect()
}

/// A plan with everything that can be planned in it.
pub fn get(session: &Session, request: ById) -> Result<AuditPlanDetail> {
    let plan: AuditPlan = session.read().get(request.id)?;
    Everything::of(session)?.view(session, &plan)
}

/// The plan of several years that a year belongs to: one in force before a draft, the newest of several.
pub fn mid_term_of(plans: &[AuditPlan], year: i64) -> Option<&AuditPlan> {
    let fits = |plan: &&AuditPlan| {
        plan.kind == AuditPlanKind::MidTerm
            && plan.state.is_live()
            && (plan.from_year..=plan.until_year).contains(&year)
    };
    plans.iter().filter(fits).max_by_key(|plan| (plan.state.is_in_force(), plan.from_year, plan.edition, plan.id))
}

/// A plan of several years that has passed its gate and still leaves a department out needs somebody. A draft says so
/// on its own screen, where it is being made.
pub fn tasks(session: &Session) -> Result<Vec<HomeTask>> {
    let plans = session.read().all::<AuditPlan>()?;
    let Some(plan) = mid_term_of(&plans, session.fiscal_year()).filter(|plan| plan.state.is_in_force()) else {
        return Ok(Vec::new());
    };
    let view = Everything::of(session)?.view(session, plan)?;
    let names: Vec<&str> =
        view.targets.iter().filter(|target| target.left_out).map(|target| target.name.as_str()).collect();
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let names = names.join(&session.text("report-comma", &[]));
    Ok(vec![HomeTask {
        kind: "department-left-out".to_owned(),
        label: session.text("home-left-out", &[("plan", &plan.title), ("departments", &names)]),
        due_on: None,
        days_late: None,
        route: format!("/audits/plans/{}", plan.id),
    }])
}

/// What a standard calls a role.
pub fn role_name(session: &Session, pack: &Pack, role: Role) -> String {
    let named = pack.roles.iter().find(|one| one.role == role);
    match named {
        Some(one) if session.english() => one.name_en.clone().unwrap_or_else(|| one.name.clone()),
        Some(one) => one.name.clone(),
        None => i18n::enum_text(session.lang(), "role", role.key()),
    }
}

/// What plans are made of, read once.
struct Everything {
    plans: Vec<AuditPlan>,
    entries: BTreeMap<Id, Vec<AuditPlanEntry>>,
    departments: Vec<Department>,
    subjects: Vec<Subject>,
    audits: BTreeMap<Key, Vec<Engagement>>,
}

impl Everything {
    fn of(session: &Session) -> Result<Everything> {
        let read = session.read();
        let mut entries: BTreeMap<Id, Vec<AuditPlanEntry>> = BTreeMap::new();
        for entry in read.all::<AuditPlanEntry>()? {
            entries.entry(entry.plan).or_default().push(entry);
        }
        let engagements: BTreeMap<Id, Engagement> = read
            .list::<Engagement>("WHERE kind = ?1", &[&EngagementKind::Audit.key()])?
            .into_iter()
            .map(|one| (one.id, one))
            .collect();
        let mut audits: BTreeMap<Key, Vec<Engagement>> = BTreeMap::new();
        for target in read.all::<EngagementTarget>()? {
            if let Some(engagement) = engagements.get(&target.engagement) {
                audits.entry((target.department, target.subject)).or_default().push(engagement.clone());
            }
        }
        let mut subjects = read.all::<Subject>()?;
        sort_under(&mut subjects);
        Ok(Everything {
            plans: read.all()?,
            entries,
            departments: read.list("ORDER BY position, name, id", &[])?,
            subjects,
            audits,
        })
    }

    fn view(&self, session: &Session, plan: &AuditPlan) -> Result<AuditPlanDetail> {
        let pack = &session.edition(plan.pack_edition)?.pack;
        let gate = pack.rules.plan_gate;
        let mid_term = match plan.kind {
            AuditPlanKind::MidTerm => None,
            AuditPlanKind::Annual => mid_term_of(&self.plans, plan.from_year),
        };
        let every = match (plan.kind, mid_term) {
            (AuditPlanKind::MidTerm, _) => length(plan),
            (AuditPlanKind::Annual, Some(whole)) => length(whole),
            (AuditPlanKind::Annual, None) => USUAL_YEARS,
        };
        let at = View { all: self, plan, mid_term, now: session.fiscal_year(), every };
        let step =
            |step: &AuditPlanStep| after(plan.state, *step, gate.act).is_some() && !self.is_being_revised(plan, *step);
        Ok(AuditPlanDetail {
            id: plan.id,
            kind: plan.kind,
            title: plan.title.clone(),
            from_year: plan.from_year,
            until_year: plan.until_year,
            edition: plan.edition,
            state: plan.state,
            theme: plan.theme.clone(),
            policy: plan.policy.clone(),
            pack_hash: pack.hash.clone(),
            pack_title: pack.edition_title(session.english()),
            gate_on: plan.gate_on,
            gate_reason: plan.gate_reason.clone(),
            gate_act: gate.act,
            gate_to: gate.to,
            gate_to_name: role_name(session, pack, gate.to),
            steps: AuditPlanStep::ALL.iter().filter(|one| step(one)).copied().collect(),
            years: (plan.from_year..=plan.until_year).collect(),
            every,
            mid_term: mid_term.map(reference),
            related: self.plans.iter().filter(|other| related(plan, other)).map(reference).collect(),
            targets: at.targets(),
        })
    }

    /// One next edition is made at a time.
    fn is_being_revised(&self, plan: &AuditPlan, step: AuditPlanStep) -> bool {
        step == AuditPlanStep::Revise
            && self.plans.iter().any(|other| other.replaces == Some(plan.id) && other.state.is_live())
    }
}

/// By kind and reading, each subcontractor after its contractor.
fn sort_under(subjects: &mut [Subject]) {
    let own = |one: &Subject| (one.kana.clone(), one.name.clone(), one.id);
    let by_id: BTreeMap<Id, Subject> = subjects.iter().map(|one| (one.id, one.clone())).collect();
    let path = |one: &Subject| {
        let mut path = vec![own(one)];
        let mut at = one;
        // Nothing stands under itself, but a path that does not end would never be told.
        while let Some(above) = at.parent.and_then(|id| by_id.get(&id)).filter(|above| above.kind == one.kind)
            && path.len() <= by_id.len()
        {
            path.push(own(above));
            at = above;
        }
        path.reverse();
        (one.kind, path)
    };
    subjects.sort_by_cached_key(path);
}

fn length(plan: &AuditPlan) -> i64 {
    plan.until_year - plan.from_year + 1
}

fn reference(plan: &AuditPlan) -> AuditPlanRef {
    AuditPlanRef { id: plan.id, title: plan.title.clone(), edition: plan.edition, state: plan.state }
}

/// Whether another plan is the edition before or after, or the plan of one of its years.
fn related(plan: &AuditPlan, other: &AuditPlan) -> bool {
    let within = plan.kind == AuditPlanKind::MidTerm
        && other.kind == AuditPlanKind::Annual
        && other.state.is_live()
        && (plan.from_year..=plan.until_year).contains(&other.from_year);
    within || plan.replaces == Some(other.id) || other.replaces == Some(plan.id)
}

/// One plan beside everything there is.
struct View<'a> {
    all: &'a Everything,
    plan: &'a AuditPlan,
    mid_term: Option<&'a AuditPlan>,
    now: i64,
    every: i64,
}

impl View<'_> {
    fn targets(&self) -> Vec<AuditPlanTarget> {
        let mut targets = Vec::new();
        for department in &self.all.departments {
            targets.extend(self.target(department, None));
            let own = self.all.subjects.iter().filter(|subject| subject.department == department.id);
            targets.extend(own.filter_map(|subject| self.target(department, Some(subject))));
        }
        targets
    }

    /// What is planned for one of them; nothing if it is gone and nothing is planned for it.
    fn target(&self, department: &Department, subject: Option<&Subject>) -> Option<AuditPlanTarget> {
        let key = (department.id, subject.map(|subject| subject.id));
        let until = subject.map_or(department.closed_on, |subject| subject.closed_on).map(last_year);
        let planned = self.planned(self.plan, key);
        if planned.is_empty() && until.is_some_and(|last| last < self.plan.from_year) {
            return None;
        }
        let audits = self.all.audits.get(&key).map_or(&[][..], Vec::as_slice);
        let seen: Vec<i64> =
            audits.iter().filter(|one| !one.state.before_fieldwork()).map(|one| one.fiscal_year).collect();
        let modes: Vec<(i64, AuditMode)> = planned.iter().map(|entry| (entry.fiscal_year, entry.mode)).collect();
        let required = subject.is_none() && self.plan.kind == AuditPlanKind::MidTerm;
        let looks = Looks { required, until, planned: &modes, audited: &seen };
        let (from, to) = (self.plan.from_year, self.plan.until_year);
        let Coverage { last, left_out, desk_only, overdue } =
            coverage(&looks, from, to, self.now.clamp(from, to), self.every);
        Some(AuditPlanTarget {
            department: key.0,
            subject: key.1,
            name: subject.map_or(&department.name, |subject| &subject.name).clone(),
            kind: subject.map(|subject| subject.kind),
            department_name: department.name.clone(),
            cells: (from..=to).map(|year| self.cell(key, year, &planned, audits)).collect(),
            last,
            before: seen.iter().copied().filter(|year| *year < from).max(),
            left_out,
            desk_only: desk_only && self.plan.kind == AuditPlanKind::MidTerm,
            overdue,
        })
    }

    fn cell(&self, key: Key, year: i64, planned: &[&AuditPlanEntry], audits: &[Engagement]) -> AuditPlanCell {
        let entry = planned.iter().find(|entry| entry.fiscal_year == year);
        let whole = self.mid_term.map(|whole| self.planned(whole, key)).unwrap_or_default();
        let audit = |one: &Engagement| PlannedAudit {
            id: one.id,
            title: one.title.clone(),
            state: one.state,
            from_on: one.from_on,
            until_on: one.until_on,
        };
        AuditPlanCell {
            fiscal_year: year,
            mode: entry.map(|entry| entry.mode),
            note: entry.map(|entry| entry.note.clone()).unwrap_or_default(),
            mid_term: whole.iter().find(|entry| entry.fiscal_year == year).map(|entry| entry.mode),
            audits: audits.iter().filter(|one| one.fiscal_year == year).map(audit).collect(),
        }
    }

    fn planned(&self, plan: &AuditPlan, key: Key) -> Vec<&AuditPlanEntry> {
        let entries = self.all.entries.get(&plan.id).map_or(&[][..], Vec::as_slice);
        entries.iter().filter(|entry| (entry.department, entry.subject) == key).collect()
    }
}

/// The last fiscal year in which something exists that ended on this day.
fn last_year(closed_on: Date) -> i64 {
    FiscalYear::of(closed_on).year().into()
}
