//! What the papers of an audit are put together from: its facts, days, documents, team and loans, in words.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries;
use crate::queries::engagement::{target_name, target_rows};
use crate::queries::office::holders_on;
use crate::queries::plan::{plan_of, role_name};
use crate::session::{Edition, Session};
use domain::kinds::Role;
use domain::pack::RuleKey;
use domain::{Id, Keyed};
use jiff::civil::Date;
use report::Words;
use report::paper::{PaperColumn, PaperTable, Part};
use std::sync::Arc;
use store::tables::{Engagement, EngagementPlan, EngagementTarget, Person, Subject};

/// One audit, and for whom the paper is.
pub(super) struct Parts<'s> {
    pub(super) session: &'s Session,
    pub(super) engagement: Engagement,
    pub(super) edition: Arc<Edition>,
    plan: EngagementPlan,
    targets: Vec<EngagementTarget>,
    target: Option<EngagementTarget>,
}

impl<'s> Parts<'s> {
    pub(super) fn of(session: &'s Session, asked: &PlanPaper) -> Result<Parts<'s>> {
        let read = session.read();
        let engagement: Engagement = read.get(asked.engagement)?;
        let targets = target_rows(read, engagement.id)?;
        let find = |id: Id| {
            let found = targets.iter().find(|target| target.id == id).cloned();
            found.ok_or_else(|| ErrorDto::new("bad-request").arg("detail", id).at("target"))
        };
        let target = asked.target.map(find).transpose()?;
        let (edition, plan) = (session.edition(engagement.pack_edition)?, plan_of(read, engagement.id)?);
        Ok(Parts { session, engagement, edition, plan, targets, target })
    }

    pub(super) fn text(&self, key: &str) -> String {
        self.session.text(key, &[])
    }

    fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.session.text(key, args)
    }

    fn name<K: Keyed>(&self, list: &str, member: K) -> String {
        i18n::enum_text(self.session.lang(), list, member.key())
    }

    fn list<S: AsRef<str>>(&self, texts: impl IntoIterator<Item = S>) -> String {
        let texts: Vec<String> = texts.into_iter().map(|text| text.as_ref().to_owned()).collect();
        if texts.is_empty() { self.text("report-blank") } else { texts.join(&self.text("report-comma")) }
    }

    fn day(&self, day: Option<Date>) -> String {
        day.map_or_else(String::new, |day| self.session.lang().date(day))
    }

    fn period(&self, from: Option<Date>, until: Option<Date>) -> String {
        let day =
            |day: Option<Date>| day.map_or_else(|| self.text("report-blank"), |day| self.session.lang().date(day));
        match (from, until) {
            (None, None) => self.text("report-blank"),
            (from, until) => self.with("report-period", &[("from", &day(from)), ("to", &day(until))]),
        }
    }

    fn or_blank(&self, text: &str) -> String {
        if text.trim().is_empty() { self.text("report-blank") } else { text.to_owned() }
    }

    /// A person with post, e.g. 総務課長 高橋 誠.
    fn person(&self, id: Id) -> Result<String> {
        let person: Person = self.session.read().get(id)?;
        if person.post.is_empty() {
            return Ok(person.name);
        }
        Ok(self.with("app-person", &[("post", &person.post), ("person", &person.name)]))
    }

    fn holder(&self, role: Role, department: Option<Id>) -> Result<Option<Id>> {
        let holders = holders_on(self.session.read(), self.session.today())?;
        let mut found =
            holders.into_iter().filter(|holder| holder.role == role).map(|holder| (holder.person, holder.department));
        Ok(match department {
            None => found.next().map(|(person, _)| person),
            Some(wanted) => {
                for (person, of) in found {
                    let own = self.session.read().get::<Person>(person)?.department;
                    if of.or(own) == Some(wanted) {
                        return Ok(Some(person));
                    }
                }
                None
            }
        })
    }

    /// A role with its holder, e.g. 情報セキュリティ最高責任者 事務局長 大野 恒一.
    fn role(&self, role: Role) -> Result<String> {
        let name = role_name(self.session, &self.edition, role);
        match self.holder(role, None)? {
            Some(person) => Ok(self.with("app-report-holder", &[("role", &name), ("person", &self.person(person)?)])),
            None => Ok(name),
        }
    }

    pub(super) fn clause_or_none(&self, key: RuleKey) -> String {
        let title = self.edition.pack.title_in(self.session.english());
        match self.edition.pack.rules.basis(key) {
            Some(clause) => self.with("plan-paper-clause", &[("standard", title), ("clause", clause)]),
            None => title.to_owned(),
        }
    }

    /// Who receives the plan: whom the gate names, unless the plan says otherwise.
    pub(super) fn recipient(&self) -> Result<String> {
        self.role(self.edition.pack.rules.plan_gate.to)
    }

    /// Who is told: the head of the department, or who answers for the subject.
    pub(super) fn addressee(&self) -> Result<String> {
        let Some(target) = &self.target else { return Ok(self.text("plan-paper-all-targets")) };
        let subject: Option<Subject> = target.subject.map(|id| self.session.read().get(id)).transpose()?;
        let head = match subject.as_ref().and_then(|subject| subject.person) {
            Some(person) => Some(person),
            None => self.holder(Role::InfoManager, Some(target.department))?,
        };
        let name = target_name(self.session.read(), target)?;
        match head {
            Some(person) if subject.is_none() => self.person(person),
            Some(person) => Ok(self.with("app-report-holder", &[("role", &name), ("person", &self.person(person)?)])),
            None => Ok(name),
        }
    }

    /// Who lent: the one lender there is, or else the department.
    pub(super) fn lender(&self) -> Result<String> {
        let mut lenders: Vec<String> = self.own_loans()?.into_iter().map(|loan| loan.lender).collect();
        lenders.sort();
        lenders.dedup();
        match lenders.as_slice() {
            [one] if !one.is_empty() => Ok(one.clone()),
            _ => self.addressee(),
        }
    }

    pub(super) fn sender(&self) -> Result<String> {
        self.role(Role::AuditHead)
    }

    pub(super) fn target_name(&self) -> String {
        let name = self.target.as_ref().map(|target| target_name(self.session.read(), target));
        name.and_then(Result::ok).unwrap_or_default()
    }

    fn target_names(&self) -> Result<String> {
        let names = self.targets.iter().map(|target| target_name(self.session.read(), target));
        Ok(self.list(names.collect::<Result<Vec<_>>>()?))
    }

    fn kinds(&self) -> String {
        let plan = &self.plan;
        self.list([
            self.name("assurance", plan.assurance),
            self.name("occasion", plan.occasion),
            self.name("conduct", plan.conduct),
            self.name("manner", plan.manner),
        ])
    }

    pub(super) fn plan_facts(&self) -> Result<Vec<(String, String)>> {
        let (engagement, plan) = (&self.engagement, &self.plan);
        let rules = &self.edition.pack.rules;
        let report_to = role_name(self.session, &self.edition, rules.report_to);
        let facts = [
            ("audit-title", engagement.title.clone()),
            ("audit-purpose", self.or_blank(&engagement.purpose)),
            ("plan-kind", self.kinds()),
            ("plan-basis", self.clause_or_none(RuleKey::Audit)),
            ("plan-criteria", self.edition.pack.edition_title(self.session.english())),
            ("plan-targets", self.target_names()?),
            ("plan-period", self.period(plan.period_from, plan.period_until)),
            ("plan-dates", self.period(engagement.from_on, engagement.until_on)),
            ("plan-theme", self.or_blank(&plan.theme)),
            ("plan-focus", self.or_blank(&plan.focus)),
            ("plan-reason", self.or_blank(&plan.reason)),
            ("plan-follow-up", self.follow_up()?),
            ("audit-method", self.or_blank(&engagement.method)),
            ("plan-team", self.team()?),
            ("audit-exclusions", self.or_blank(&engagement.exclusions)),
            ("plan-recipient", if plan.recipient.is_empty() { report_to } else { plan.recipient.clone() }),
        ];
        Ok(facts.into_iter().map(|(key, value)| (self.text(key), value)).collect())
    }

    pub(super) fn notice_facts(&self) -> Result<Vec<(String, String)>> {
        let targets = if self.target.is_some() { self.target_name() } else { self.target_names()? };
        let facts = [
            ("audit-title", self.engagement.title.clone()),
            ("audit-purpose", self.or_blank(&self.engagement.purpose)),
            ("plan-kind", self.kinds()),
            ("plan-targets", targets),
            ("plan-dates", self.period(self.engagement.from_on, self.engagement.until_on)),
            ("plan-period", self.period(self.plan.period_from, self.plan.period_until)),
            ("plan-theme", self.or_blank(&self.plan.theme)),
            ("audit-method", self.or_blank(&self.engagement.method)),
            ("plan-team", self.team()?),
        ];
        Ok(facts.into_iter().map(|(key, value)| (self.text(key), value)).collect())
    }

    /// What is still open from earlier audits at these targets.
    fn follow_up(&self) -> Result<String> {
        let mut count = 0;
        for department in self.targets.iter().map(|target| target.department).collect::<std::collections::BTreeSet<_>>()
        {
            let sql = "SELECT count(*) FROM finding WHERE department = ?1 AND engagement <> ?2 AND state <> 'closed'
                       AND grade <> 'good_practice'";
            let of = [department.as_bytes().as_slice(), self.engagement.id.as_bytes().as_slice()];
            count += self.session.read().number(sql, &[&of[0], &of[1]])?;
        }
        Ok(self.with("plan-paper-open-findings", &[("count", &count.to_string())]))
    }

    fn team(&self) -> Result<String> {
        let table = queries::independence::get(self.session, ById { id: self.engagement.id })?;
        let part = |lead: bool| if lead { self.text("audit-lead") } else { self.name("role", Role::Auditor) };
        let member = |person: &IndependencePerson| {
            self.with("report-member", &[("person", &person.name), ("part", &part(person.lead))])
        };
        Ok(self.list(table.persons.iter().map(member)))
    }

    /// 独立性確認表, with what has to be said beside it.
    pub(super) fn independence(&self) -> Result<Vec<Part>> {
        let table = queries::independence::get(self.session, ById { id: self.engagement.id })?;
        let mut columns = vec![
            PaperColumn::text(self.text("plan-paper-auditor"), 20.0),
            PaperColumn::text(self.text("independence-expertise"), 24.0),
        ];
        columns.extend(table.targets.iter().map(|target| PaperColumn::mark(target.name.clone(), 12.0)));
        let row = |person: &IndependencePerson| {
            let mut cells =
                vec![[person.post.as_str(), &person.name].join(" ").trim().to_owned(), person.expertise.clone()];
            cells.extend(person.standings.iter().map(|standing| self.name("standing", *standing)));
            cells
        };
        let rows = table.persons.iter().map(row).collect();
        let mut parts = vec![Part::Table(PaperTable { columns, rows, by_hand: false })];
        parts
            .extend(queries::independence::remarks(self.session, &self.engagement, &table).into_iter().map(Part::Text));
        Ok(parts)
    }

    /// Whether a row of a target belongs on this paper: on one for everybody all do, on one for a target its own and
    /// those of everybody.
    fn concerns(&self, target: Option<Id>) -> bool {
        self.target.as_ref().is_none_or(|own| target.is_none_or(|target| target == own.id))
    }

    /// The days. Whom an appointment is about is said where the paper is for everybody and the appointments differ.
    pub(super) fn schedule(&self) -> Result<Option<Part>> {
        let mut rows = queries::plan::schedule(self.session.read(), self.engagement.id)?;
        rows.retain(|row| self.concerns(row.target));
        let names = queries::plan::target_names(self.session.read(), self.engagement.id)?;
        let whose = self.target.is_none() && rows.iter().any(|row| row.target.is_some());
        let time = |row: &ScheduleRow| match (row.from_time.as_str(), row.until_time.as_str()) {
            ("", "") => String::new(),
            (from, until) => format!("{from}～{until}"),
        };
        let cells = |row: &ScheduleRow| {
            let mut cells = vec![self.day(row.held_on), time(row)];
            if whose {
                let name = row.target.and_then(|target| names.get(&target).cloned());
                cells.push(name.unwrap_or_else(|| self.text("plan-schedule-all")));
            }
            cells.extend([row.place.clone(), row.what.clone(), row.who.clone()]);
            cells
        };
        let mut columns =
            vec![PaperColumn::text(self.text("plan-held-on"), 18.0), PaperColumn::mark(self.text("plan-time"), 16.0)];
        if whose {
            columns.push(PaperColumn::text(self.text("plan-schedule-target"), 14.0));
        }
        columns.extend([
            PaperColumn::text(self.text("plan-place"), 15.0),
            PaperColumn::text(self.text("plan-what"), 22.0),
            PaperColumn::text(self.text("plan-who"), 15.0),
        ]);
        let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
        Ok((!rows.is_empty()).then_some(Part::Table(PaperTable { columns, rows, by_hand: false })))
    }

    /// The documents asked for: of everybody, and of the one the paper is for. On the list of them there is room to
    /// write when they came.
    pub(super) fn documents(&self, by_hand: bool) -> Result<Option<Part>> {
        let mut rows = queries::plan::documents(self.session.read(), self.engagement.id)?;
        rows.retain(|row| self.concerns(row.target));
        let cells = |(number, row): (usize, &DocumentRow)| {
            let whose = row.target_name.clone().unwrap_or_else(|| self.text("plan-document-all"));
            let mut cells = vec![number.to_string(), row.name.clone(), whose, self.day(row.due_on)];
            if by_hand {
                cells.push(self.day(row.received_on));
            }
            cells.push(row.note.clone());
            cells
        };
        let rows: Vec<Vec<String>> = (1..).zip(&rows).map(cells).collect();
        let mut columns = vec![
            PaperColumn::mark(self.text("plan-paper-no"), 6.0),
            PaperColumn::text(self.text("plan-document-name"), 32.0),
            PaperColumn::text(self.text("plan-document-target"), 18.0),
            PaperColumn::text(self.text("plan-document-due"), 18.0),
        ];
        if by_hand {
            columns.push(PaperColumn::text(self.text("plan-document-received"), 18.0));
        }
        columns.push(PaperColumn::text(self.text("plan-note"), 22.0));
        Ok((!rows.is_empty()).then_some(Part::Table(PaperTable { columns, rows, by_hand })))
    }

    fn own_loans(&self) -> Result<Vec<LoanRow>> {
        let own = self.target.as_ref().map(|target| target.id);
        let all = queries::loan::list(self.session, ById { id: self.engagement.id })?;
        Ok(all.into_iter().filter(|loan| own.is_none() || loan.target == own).collect())
    }

    /// The papers on loan, with room for the signature of who has them back.
    pub(super) fn loans(&self) -> Result<Vec<Part>> {
        let rows = self.own_loans()?;
        if rows.is_empty() {
            return Ok(vec![Part::Text(self.text("loan-none"))]);
        }
        let cells = |loan: &LoanRow| {
            vec![
                loan.number.to_string(),
                loan.name.clone(),
                self.name("loan-manner", loan.manner),
                self.day(Some(loan.received_on)),
                loan.permission.clone(),
                self.day(loan.due_on),
                self.day(loan.returned_on),
                String::new(),
            ]
        };
        let table = PaperTable {
            columns: vec![
                PaperColumn::mark(self.text("plan-paper-no"), 6.0),
                PaperColumn::text(self.text("loan-name"), 28.0),
                PaperColumn::mark(self.text("loan-manner"), 9.0),
                PaperColumn::text(self.text("loan-received"), 18.0),
                PaperColumn::text(self.text("loan-permission"), 22.0),
                PaperColumn::text(self.text("loan-due"), 18.0),
                PaperColumn::text(self.text("loan-returned"), 18.0),
                PaperColumn::text(self.text("plan-loans-seal"), 12.0),
            ],
            rows: rows.iter().map(cells).collect(),
            by_hand: true,
        };
        Ok(vec![Part::Table(table), Part::Text(self.text("plan-loans-note"))])
    }
}
