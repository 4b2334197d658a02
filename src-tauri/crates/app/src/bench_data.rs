//! A workspace as large as wanted, to measure on: invented answers of an invented office. They are written as all rows
//! are, through transactions with their journal, but many rows at a time and without waiting for the disk.

mod finding;

use crate::App;
use crate::error::{ErrorDto, Result};
use crate::ops::engagement::use_edition;
use crate::queries::pack::bundled;
use crate::session::{Edition, Session};
use domain::Id;
use domain::kinds::{EngagementKind, EngagementState, Form, Procedure, SelfAnswer, Verdict};
use jiff::civil::{Date, date};
use store::OpMeta;
use store::tables::{Answer, Campaign, Department, Engagement, EngagementTarget, SelfAnswerRow};

/// How much is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// How many departments every engagement looks at.
    pub departments: usize,
    /// How many items each of them is asked.
    pub items: usize,
    /// How many years of audits, this one under way and nine tenths answered, the others closed. This year has a self-inspection too.
    pub years: usize,
    /// How many findings this year's audit has, in all states.
    pub findings: usize,
    /// How many answers are changed once more, each by an operation of its own.
    pub singly: usize,
}

/// The most rows that one operation writes.
const AT_ONCE: usize = 5_000;

/// Fills the open workspace, and gives how many answers it has then.
pub fn fill(app: &App, size: &Size) -> Result<i64> {
    app.with_session(|session| {
        wait_for_the_disk(session, false)?;
        let made = Filling::of(session, *size).and_then(|mut filling| filling.fill());
        wait_for_the_disk(session, true)?;
        made?;
        let sql = "SELECT (SELECT count(*) FROM answer) + (SELECT count(*) FROM self_answer)";
        Ok(session.read().number(sql, &[])?)
    })
}

/// Gives the years before this one their self-inspection too, of which this year's totals are compared with the last.
pub fn fill_self_checks(app: &App, size: &Size) -> Result<()> {
    app.with_session(|session| {
        wait_for_the_disk(session, false)?;
        let made = Filling::of(session, *size).and_then(|mut filling| {
            (1..size.years).try_for_each(|back| filling.engagement(EngagementKind::SelfCheck, back).map(drop))
        });
        wait_for_the_disk(session, true)?;
        made
    })
}

/// Gives the audits of the years before this one as many findings as this one has.
pub fn fill_findings(app: &App, size: &Size) -> Result<()> {
    app.with_session(|session| {
        wait_for_the_disk(session, false)?;
        let made = Filling::of(session, *size).and_then(|mut filling| {
            (1..size.years).try_for_each(|back| {
                let year = filling.year - place(back);
                filling.findings(engagement_of(EngagementKind::Audit, year), year)
            })
        });
        wait_for_the_disk(session, true)?;
        made
    })
}

/// What is invented can be invented again, so nothing is lost if the power goes while it is written.
fn wait_for_the_disk(session: &Session, wait: bool) -> Result<()> {
    let mode = if wait { "FULL" } else { "OFF" };
    let set = session.workspace.store.connection().pragma_update(None, "synchronous", mode);
    set.map_err(|error| store::StoreError::from(error).into())
}

struct Filling<'s> {
    session: &'s mut Session,
    size: Size,
    edition: Edition,
    departments: Vec<Id>,
    year: i64,
}

impl Filling<'_> {
    fn of(session: &mut Session, size: Size) -> Result<Filling<'_>> {
        let departments = (0..size.departments).map(|n| Id::natural("bench_department", &[&n.to_string()])).collect();
        let year = session.fiscal_year();
        Ok(Filling { session, size, edition: edition(size.items)?, departments, year })
    }

    fn meta(&self, kind: &'static str) -> OpMeta {
        OpMeta { kind, undo: false, actor: Some(self.session.user) }
    }

    fn fill(&mut self) -> Result<()> {
        if self.departments.is_empty() || self.edition.pack.items.is_empty() {
            return Ok(());
        }
        let meta = self.meta("department.save");
        let departments = self.departments.clone();
        self.session.transact(meta, |tx| {
            for (n, id) in departments.into_iter().enumerate() {
                let (name, kana) = (format!("計測{:04}課", n + 1), "けいそく".to_owned());
                tx.put(&Department { id, name, kana, closed_on: None, position: place(n) })?;
            }
            Ok(())
        })?;
        for back in (1..self.size.years).rev() {
            self.engagement(EngagementKind::Audit, back)?;
        }
        self.engagement(EngagementKind::SelfCheck, 0)?;
        let audit = self.engagement(EngagementKind::Audit, 0)?;
        self.findings(audit, self.year)?;
        self.singly(audit)
    }

    /// An engagement with all its departments and answers.
    fn engagement(&mut self, kind: EngagementKind, back: usize) -> Result<Id> {
        let year = self.year - place(back);
        let id = engagement_of(kind, year);
        let (meta, edition, lead) = (self.meta("engagement.save"), &self.edition, self.session.person);
        let departments = &self.departments;
        let day = day_of(year);
        self.session.transact(meta, |tx| {
            let pack_edition = use_edition(tx, edition)?;
            let campaign =
                (kind == EngagementKind::SelfCheck).then(|| Id::natural("bench_campaign", &[&year.to_string()]));
            if let Some(id) = campaign {
                tx.put(&Campaign {
                    id,
                    fiscal_year: year,
                    title: "計測".to_owned(),
                    instructions: String::new(),
                    pack_edition,
                    from_on: Some(day),
                    until_on: Some(day),
                    lead: Some(lead),
                })?;
            }
            tx.put(&Engagement {
                id,
                kind,
                title: "計測".to_owned(),
                fiscal_year: year,
                pack_edition,
                form: if kind == EngagementKind::Audit { Form::Audit } else { Form::SelfHead },
                state: if back == 0 { EngagementState::Fieldwork } else { EngagementState::Closed },
                purpose: "計測".to_owned(),
                method: String::new(),
                exclusions: String::new(),
                from_on: Some(day),
                until_on: Some(day),
                lead: Some(lead),
                gate_on: Some(day),
                gate_reason: String::new(),
                campaign,
            })?;
            for (position, &department) in (1..).zip(departments) {
                tx.put(&EngagementTarget {
                    id: target_of(id, department),
                    engagement: id,
                    department,
                    contact: String::new(),
                    sent_on: None,
                    returned_on: None,
                    subject: None,
                    position,
                })?;
            }
            Ok(())
        })?;
        for chunk in (0..self.departments.len()).collect::<Vec<_>>().chunks((AT_ONCE / self.size.items.max(1)).max(1)) {
            self.answers(id, kind, chunk, day, kind == EngagementKind::Audit && back == 0)?;
        }
        Ok(id)
    }

    fn answers(
        &mut self,
        engagement: Id,
        kind: EngagementKind,
        departments: &[usize],
        day: Date,
        under_way: bool,
    ) -> Result<()> {
        let name = if kind == EngagementKind::Audit { "answer.set" } else { "self_answer.set" };
        let (meta, person) = (self.meta(name), self.session.person);
        let (items, all) = (&self.edition.pack.items, &self.departments);
        self.session.transact(meta, |tx| {
            for &n in departments {
                let target = target_of(engagement, all[n]);
                for (m, item) in items.iter().enumerate().filter(|(m, _)| !under_way || is_answered(*m)) {
                    let at = Cell { engagement, target, item: &item.id, n: n * items.len() + m };
                    match kind {
                        EngagementKind::Audit => tx.put(&at.answer(person, day, tx.now_ms()))?,
                        EngagementKind::SelfCheck => tx.put(&at.self_answer(tx.now_ms()))?,
                    }
                }
            }
            Ok(())
        })?;
        Ok(())
    }

    fn findings(&mut self, audit: Id, year: i64) -> Result<()> {
        let (meta, person) = (self.meta("finding.make"), self.session.person);
        let (items, departments, count) = (&self.edition.pack.items, &self.departments, self.size.findings);
        self.session.transact(meta, |tx| {
            for n in 0..count {
                let department = departments[n % departments.len()];
                let item = &items[answered_one(n / departments.len() % items.len())];
                let target = target_of(audit, department);
                let cell = Cell { engagement: audit, target, item: &item.id, n };
                finding::put(tx, &cell, department, year, person)?;
            }
            Ok(())
        })?;
        Ok(())
    }

    fn singly(&mut self, audit: Id) -> Result<()> {
        let meta = self.meta("answer.set");
        for n in 0..self.size.singly {
            let department = self.departments[n % self.departments.len()];
            let items = &self.edition.pack.items;
            let item = &items[answered_one(n / self.departments.len() % items.len())];
            let at = Cell { engagement: audit, target: target_of(audit, department), item: &item.id, n };
            let id = at.id("answer");
            self.session.transact(meta, |tx| {
                let answer: Answer = tx.read().get(id)?;
                let verdict = if answer.verdict == Verdict::Partial { Verdict::Conforming } else { Verdict::Partial };
                tx.put(&Answer { verdict, ..answer })?;
                Ok(())
            })?;
        }
        Ok(())
    }
}

/// What is under way lacks every tenth answer.
fn is_answered(item: usize) -> bool {
    item % 10 != 9
}

/// This item, or the one before, which is answered.
fn answered_one(item: usize) -> usize {
    if is_answered(item) { item } else { item - 1 }
}

/// The bundled edition with its items again and again, until there are enough, each asked in both forms.
fn edition(items: usize) -> Result<Edition> {
    let bundled =
        bundled()?.iter().find(|edition| edition.pack.id == "hyogo").ok_or_else(|| ErrorDto::new("no-such-pack"))?;
    let mut pack = bundled.pack.clone();
    pack.hash = format!("{items:064x}");
    pack.edition = format!("bench-{items}");
    let of_bundled: Vec<_> = pack.items_for(Form::Audit).cloned().collect();
    pack.items = (0..items)
        .zip(of_bundled.iter().cycle())
        .map(|(n, item)| {
            let mut item = item.clone();
            item.id = format!("{}-{n}", item.id);
            item.forms = vec![Form::Audit, Form::SelfHead];
            item
        })
        .collect();
    let order: std::collections::BTreeMap<String, usize> =
        pack.clauses.iter().enumerate().map(|(n, clause)| (clause.id.clone(), n)).collect();
    pack.items.sort_by_key(|item| order.get(&item.clause).copied());
    Ok(Edition::new(pack, bundled.lists.clone()))
}

/// One answer: where it stands, and a number from which it is invented.
struct Cell<'a> {
    engagement: Id,
    target: Id,
    item: &'a str,
    n: usize,
}

impl Cell<'_> {
    fn id(&self, entity: &str) -> Id {
        Id::natural(entity, &[&self.engagement.to_string(), &self.target.to_string(), self.item])
    }

    /// Verdicts in the shares a real audit has, and a note beside every tenth.
    fn answer(&self, person: Id, day: Date, now: i64) -> Answer {
        let verdict = match self.n % 20 {
            0 => Verdict::Nonconforming,
            1 | 2 => Verdict::Partial,
            3 => Verdict::NotApplicable,
            _ => Verdict::Conforming,
        };
        Answer {
            id: self.id("answer"),
            engagement: self.engagement,
            target: self.target,
            item: self.item.to_owned(),
            verdict,
            note: if self.n.is_multiple_of(10) { note(self.n) } else { String::new() },
            procedure: Some(Procedure::Inspection),
            seen_on: Some(day),
            answered_by: Some(person),
            answered_at: Some(now),
            seen_time: String::new(),
            witness: String::new(),
        }
    }

    fn self_answer(&self, now: i64) -> SelfAnswerRow {
        let partly = self.n.is_multiple_of(10);
        SelfAnswerRow {
            id: self.id("self_answer"),
            engagement: self.engagement,
            target: self.target,
            item: self.item.to_owned(),
            answer: Some(if partly { SelfAnswer::Partly } else { SelfAnswer::Yes }),
            basis: "台帳を確認した。".to_owned(),
            improvement: String::new(),
            due: String::new(),
            source: String::new(),
            answered_at: Some(now),
        }
    }
}

/// A remark of some sixty characters; a few words make it findable.
fn note(n: usize) -> String {
    const WHAT: &[&str] = &["鍵管理簿", "入退室記録", "端末台帳", "委託契約書", "利用者一覧", "障害記録", "研修名簿"];
    const HOW: &[&str] =
        &["更新が止まっており", "現物と一致せず", "承認の印がなく", "写しだけが残り", "保存期間を過ぎ"];
    const WHO: &[&str] = &["担当者に質問した", "課長に説明を求めた", "現地で確かめた"];
    let (what, how, who) = (WHAT[n / 10 % WHAT.len()], HOW[n / 70 % HOW.len()], WHO[n / 350 % WHO.len()]);
    format!("{what}の{how}、{who}。整理番号{n}。次回までに記録の様式を改めるよう口頭で伝えた。")
}

fn engagement_of(kind: EngagementKind, year: i64) -> Id {
    Id::natural("bench_engagement", &[domain::Keyed::key(kind), &year.to_string()])
}

fn target_of(engagement: Id, department: Id) -> Id {
    Id::natural("engagement_target", &[&engagement.to_string(), &department.to_string()])
}

fn day_of(year: i64) -> Date {
    i16::try_from(year).map_or(Date::MAX, |year| date(year, 10, 1))
}

fn place(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
