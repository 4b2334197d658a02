//! The papers on exceptions: 例外措置申請書, 例外措置許可書, and the list for the regular look.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::exchange::{Made, granted, pages, unknown_format, workbook};
use crate::ops::years::role_line;
use crate::queries::exception::{Whole, get};
use crate::release::{Released, file_name, release};
use crate::session::Session;
use domain::Keyed;
use domain::exception::{ExceptionResult, ExceptionState};
use domain::kinds::Role;
use domain::pack::RuleKey;
use jiff::civil::Date;
use report::paper::{Paper, PaperColumn, PaperTable, Part};
use store::tables::Person;
use store::{Committed, OpMeta};

/// Which paper.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Application,
    Decision,
    List,
}

impl Kind {
    fn of(paper: &ExceptionPaper) -> Result<Kind> {
        Ok(match paper.paper.as_str() {
            "application" => Kind::Application,
            "decision" => Kind::Decision,
            "list" => Kind::List,
            other => return Err(ErrorDto::new("bad-request").arg("detail", other).at("paper")),
        })
    }

    /// What it is in the register of what left.
    fn release_kind(self, format: &str) -> &'static str {
        match (self, format) {
            (Kind::Application, _) => "exception-application-pdf",
            (Kind::Decision, _) => "exception-decision-pdf",
            (Kind::List, "xlsx") => "exception-list-xlsx",
            (Kind::List, _) => "exception-list-pdf",
        }
    }
}

/// The name a paper should have.
pub fn name(session: &Session, request: ExceptionPaper) -> Result<SuggestedName> {
    let paper = paper(session, &request)?;
    Ok(SuggestedName { name: named(session, &request, &paper)? })
}

fn named(session: &Session, asked: &ExceptionPaper, paper: &Paper) -> Result<String> {
    let number = match asked.id {
        Some(id) => Whole::of(session, id)?.measure.number,
        None => String::new(),
    };
    let office = if asked.id.is_none() { session.office()?.name } else { String::new() };
    Ok(file_name(&paper.class_label, &[&paper.title, &number, &office], &asked.format))
}

/// Hands a paper on exceptions out.
pub fn export(session: &mut Session, meta: OpMeta, request: ExportException) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let asked = &request.paper;
    let paper = paper(session, asked)?;
    let (bytes, warnings) = printed(session, &paper, &asked.format, asked.paper == "list")?;
    let released = Released {
        name: named(session, asked, &paper)?,
        kind: Kind::of(asked)?.release_kind(&asked.format),
        class_level: session.office()?.class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings,
    };
    release(session, meta, released)
}

/// A paper as a file, and what is to be said about it.
pub(in crate::ops) fn printed(session: &Session, paper: &Paper, format: &str, as_workbook: bool) -> Result<Made> {
    match format {
        "pdf" => pages(session, std::slice::from_ref(paper), &paper.title),
        "xlsx" if as_workbook => workbook(session, paper),
        other => Err(unknown_format(other)),
    }
}

/// The empty paper of this office, with its class and its boxes for seals.
pub(in crate::ops) fn blank(session: &Session, title: String) -> Result<Paper> {
    let office = session.office()?;
    let text = |key: &str| session.text(key, &[]);
    let stamps = text("app-report-stamps");
    let stamps = stamps.split(['、', ',']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty());
    Ok(Paper {
        form: text("plan-paper-form"),
        number: text("plan-paper-number"),
        date: session.today(),
        addressee: String::new(),
        sender: vec![office.name],
        title,
        stamps: stamps.collect(),
        landscape: false,
        opening: String::new(),
        parts: Vec::new(),
        closing: text("plan-paper-end"),
        class_label: session.class_label(&office.class_level),
    })
}

/// A day as short as the office writes it, for lists of many columns.
pub(in crate::ops) fn short_day(session: &Session, day: Option<Date>) -> String {
    match day {
        Some(day) if session.english() => day.to_string(),
        Some(day) => domain::wareki::short(day),
        None => String::new(),
    }
}

fn paper(session: &Session, asked: &ExceptionPaper) -> Result<Paper> {
    match (Kind::of(asked)?, asked.id) {
        (Kind::List, _) => super::list_paper::of_all(session),
        (kind, Some(id)) => {
            let sheet = Sheet { session, whole: Whole::of(session, id)?, detail: get(session, ById { id })? };
            if kind == Kind::Application { sheet.application() } else { sheet.decision() }
        }
        (_, None) => Err(ErrorDto::required("id")),
    }
}

/// One exception on paper.
struct Sheet<'s> {
    session: &'s Session,
    whole: Whole,
    detail: ExceptionDetail,
}

impl Sheet<'_> {
    fn text(&self, key: &str) -> String {
        self.session.text(key, &[])
    }

    fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.session.text(key, args)
    }

    fn name<K: Keyed>(&self, list: &str, member: K) -> String {
        i18n::enum_text(self.session.lang(), list, member.key())
    }

    fn day(&self, day: Option<Date>) -> String {
        day.map_or_else(String::new, |day| report::Words::date(&self.session.lang(), day))
    }

    fn or_blank(&self, text: &str) -> String {
        if text.trim().is_empty() { self.text("report-blank") } else { text.to_owned() }
    }

    fn period(&self, from: Option<Date>, until: Option<Date>) -> String {
        if from.is_none() && until.is_none() {
            return self.text("report-blank");
        }
        self.with("report-period", &[("from", &self.day(from)), ("to", &self.day(until))])
    }

    fn clause(&self, key: RuleKey) -> String {
        let pack = &self.whole.edition.pack;
        let title = pack.title_in(self.session.english());
        match pack.rules.basis(key) {
            Some(clause) => self.with("plan-paper-clause", &[("standard", title), ("clause", clause)]),
            None => title.to_owned(),
        }
    }

    /// Who asks, with role, post and name.
    fn applicant(&self) -> Result<String> {
        let Some(id) = self.whole.measure.applicant else { return Ok(self.text("report-blank")) };
        let person: Person = self.session.read().get(id)?;
        let name = match person.post.as_str() {
            "" => person.name,
            post => self.with("app-person", &[("post", post), ("person", &person.name)]),
        };
        Ok(match &self.detail.applicant_role {
            Some(role) => self.with("app-report-holder", &[("role", role), ("person", &name)]),
            None => name,
        })
    }

    /// The role that may permit everything.
    fn approving(&self) -> Role {
        let rules = &self.whole.edition.pack.rules;
        rules.exception_approvers.iter().find(|one| !one.minor_only).map_or(Role::Ciso, |one| one.role)
    }

    fn points(&self) -> String {
        let line = |point: &ExceptionPointDto| {
            let head = self.with("exceptions-paper-point", &[("clause", &point.clause), ("title", &point.title)]);
            match &point.question {
                Some(question) => format!("{head}\n{question}"),
                None => head,
            }
        };
        self.or_blank(&self.detail.points.iter().map(line).collect::<Vec<_>>().join("\n"))
    }

    /// What is asked for.
    fn asked(&self) -> Result<Vec<(String, String)>> {
        let (measure, row) = (&self.whole.measure, &self.detail.row);
        let place = match &row.subject_name {
            Some(subject) => {
                self.with("exceptions-paper-place", &[("department", &row.department_name), ("subject", subject)])
            }
            None => row.department_name.clone(),
        };
        let level = match measure.class_level.as_str() {
            "" => self.text("report-blank"),
            level => self.session.class_label(level),
        };
        let first = self.whole.periods.first();
        let mut facts = vec![
            (self.text("exceptions-title"), self.or_blank(&measure.title)),
            (self.text("exceptions-applicant"), self.applicant()?),
            (self.text("exceptions-place"), self.or_blank(&place)),
            (self.text("exceptions-points"), self.points()),
            (self.text("exceptions-manner"), self.name("exception-manner", measure.manner)),
            (self.text("exceptions-reason"), self.or_blank(&measure.reason)),
            (self.text("exceptions-risk"), self.or_blank(&measure.risk)),
            (self.text("exceptions-measure"), self.or_blank(&measure.measure)),
            (self.text("exceptions-assets"), self.or_blank(&measure.assets)),
            (self.text("exceptions-class"), level),
            (
                self.text("exceptions-period"),
                self.period(first.and_then(|one| one.from_on), first.and_then(|one| one.until_on)),
            ),
        ];
        if let Some(finding) = &self.detail.finding {
            facts.push((self.text("exceptions-finding"), format!("{}　{}", finding.number, finding.title)));
        }
        if measure.carried_out_on.is_some() {
            facts.push((self.text("exceptions-carried-out-on"), self.day(measure.carried_out_on)));
            facts.push((self.text("exceptions-reported-on"), self.or_blank(&self.day(measure.reported_on))));
            if !measure.report.is_empty() {
                facts.push((self.text("exceptions-report"), measure.report.clone()));
            }
        }
        Ok(facts)
    }

    /// 審査欄, to be filled in by hand until somebody has decided.
    fn examination(&self) -> Vec<Part> {
        let heading = Part::Heading(self.text("exceptions-paper-examination"));
        let labels = [
            "exceptions-result",
            "exceptions-opinion",
            "exceptions-conditions",
            "exceptions-approver",
            "exceptions-decided-on",
            "exceptions-review-on",
        ];
        if self.detail.decisions.is_empty() {
            let mut rows: Vec<Vec<String>> = Vec::new();
            if !self.detail.judges.is_empty() {
                rows.push(vec![self.text("exceptions-minor"), self.text("exceptions-paper-minor-choice")]);
            }
            for label in labels {
                let choice =
                    if label == "exceptions-result" { self.text("exceptions-paper-choice") } else { String::new() };
                rows.push(vec![self.text(label), choice]);
            }
            let columns = vec![
                PaperColumn::text(self.text("exceptions-paper-what"), 20.0),
                PaperColumn::text(self.text("exceptions-paper-entry"), 70.0),
            ];
            return vec![heading, Part::Table(PaperTable { columns, rows, by_hand: true })];
        }
        let mut parts = vec![heading];
        for decision in &self.detail.decisions {
            parts.push(Part::Facts(self.decided(decision)));
        }
        parts
    }

    fn decided(&self, decision: &ExceptionDecisionDto) -> Vec<(String, String)> {
        let mut facts = Vec::new();
        if self.whole.periods.len() > 1 {
            let period = self.whole.periods.iter().find(|period| period.number == decision.period);
            let days = self.period(period.and_then(|one| one.from_on), period.and_then(|one| one.until_on));
            facts.push((self.text("exceptions-period"), days));
        }
        let judgement = self.detail.judgements.iter().rev().find(|one| one.period == decision.period);
        if let Some(one) = judgement {
            let key = if one.minor { "exceptions-is-minor" } else { "exceptions-is-not-minor" };
            let (key, day) = (self.text(key), self.day(Some(one.judged_on)));
            let by = self.with("app-report-holder", &[("role", &one.role), ("person", &one.judged_by)]);
            let line = [("result", key.as_str()), ("by", &by), ("day", &day)];
            facts.push((self.text("exceptions-minor"), self.with("exceptions-paper-judged", &line)));
        }
        facts.push((self.text("exceptions-result"), self.name("exception-result", decision.result)));
        facts.push((self.text("exceptions-opinion"), decision.opinion.clone()));
        if !decision.conditions.is_empty() {
            facts.push((self.text("exceptions-conditions"), decision.conditions.clone()));
        }
        let by = self.with("app-report-holder", &[("role", &decision.role), ("person", &decision.approver)]);
        facts.push((self.text("exceptions-approver"), by));
        facts.push((self.text("exceptions-decided-on"), self.day(Some(decision.decided_on))));
        if decision.review_on.is_some() {
            facts.push((self.text("exceptions-review-on"), self.day(decision.review_on)));
        }
        if !decision.escape_reason.is_empty() {
            facts.push((self.text("exceptions-escape-reason"), decision.escape_reason.clone()));
        }
        facts
    }

    /// What came after: further periods, regular looks, the end.
    fn afterwards(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        let further: Vec<Vec<String>> = self
            .whole
            .periods
            .iter()
            .filter(|period| period.number > 1)
            .map(|period| {
                let result = self.whole.decision_of(period.id).map(|one| self.name("exception-result", one.result));
                let withdrawn = period.withdrawn_on.map(|_| self.name("exception-state", ExceptionState::Withdrawn));
                let state = result.or(withdrawn).unwrap_or_else(|| self.text("exceptions-undecided"));
                vec![
                    self.period(period.from_on, period.until_on),
                    self.day(period.asked_on),
                    period.reason.clone(),
                    state,
                ]
            })
            .collect();
        if !further.is_empty() {
            let columns = vec![
                PaperColumn::text(self.text("exceptions-period"), 34.0),
                PaperColumn::text(self.text("exceptions-asked-on"), 16.0),
                PaperColumn::text(self.text("exceptions-extend-reason"), 32.0),
                PaperColumn::mark(self.text("exceptions-result"), 10.0),
            ];
            parts.push(Part::Heading(self.text("exceptions-paper-further")));
            parts.push(Part::Table(PaperTable { columns, rows: further, by_hand: false }));
        }
        if !self.detail.reviews.is_empty() {
            let row = |one: &ExceptionReviewDto| {
                vec![
                    self.day(Some(one.reviewed_on)),
                    one.reviewer.clone(),
                    self.name("exception-look", one.result),
                    one.note.clone(),
                    self.day(one.next_on),
                ]
            };
            let columns = vec![
                PaperColumn::text(self.text("exceptions-reviewed-on"), 16.0),
                PaperColumn::text(self.text("exceptions-reviewer"), 12.0),
                PaperColumn::mark(self.text("exceptions-look"), 12.0),
                PaperColumn::text(self.text("exceptions-review-note"), 34.0),
                PaperColumn::text(self.text("exceptions-next-on"), 16.0),
            ];
            parts.push(Part::Heading(self.text("exceptions-reviews")));
            let rows = self.detail.reviews.iter().map(row).collect();
            parts.push(Part::Table(PaperTable { columns, rows, by_hand: false }));
        }
        let measure = &self.whole.measure;
        let mut over = Vec::new();
        if measure.ended_on.is_some() {
            over.push((self.text("exceptions-ended-on"), self.day(measure.ended_on)));
            over.push((self.text("exceptions-end-report"), measure.end_report.clone()));
        }
        if measure.withdrawn_on.is_some() {
            over.push((self.text("exceptions-withdrawn-on"), self.day(measure.withdrawn_on)));
            over.push((self.text("exceptions-withdraw-reason"), measure.withdraw_reason.clone()));
        }
        if !over.is_empty() {
            parts.push(Part::Heading(self.text("exceptions-paper-over")));
            parts.push(Part::Facts(over));
        }
        parts
    }

    fn number(&self) -> String {
        let number = &self.whole.measure.number;
        if number.is_empty() { self.text("plan-paper-number") } else { number.clone() }
    }

    /// 例外措置申請書
    fn application(&self) -> Result<Paper> {
        let measure = &self.whole.measure;
        let key = if measure.carried_out_on.is_some() {
            "exceptions-paper-opening-urgent"
        } else {
            "exceptions-paper-opening"
        };
        let basis = if measure.carried_out_on.is_some() { RuleKey::ExceptionUrgent } else { RuleKey::Exception };
        let approver = role_line(self.session, &self.whole.edition.pack, self.approving())?;
        let paper = blank(self.session, self.text("exceptions-paper-application"))?;
        let mut parts = vec![Part::Facts(self.asked()?)];
        parts.extend(self.examination());
        parts.extend(self.afterwards());
        let mut sender = paper.sender.clone();
        sender.extend([self.detail.row.department_name.clone(), self.applicant()?]);
        sender.retain(|line| !line.is_empty());
        Ok(Paper {
            number: self.number(),
            date: measure.applied_on.unwrap_or(paper.date),
            addressee: self.with("app-report-addressee", &[("name", &approver)]),
            sender,
            opening: self.with(key, &[("basis", &self.clause(basis))]),
            parts,
            ..paper
        })
    }

    /// 例外措置許可書, or what says that it was not permitted.
    fn decision(&self) -> Result<Paper> {
        let number = &self.whole.measure.number;
        let undecided = || ErrorDto::new("exception-undecided").arg("number", number);
        let last = self.detail.decisions.last().ok_or_else(undecided)?;
        let permitted = last.result != ExceptionResult::Refused;
        let title = if permitted { "exceptions-paper-permit" } else { "exceptions-paper-refusal" };
        let opening = if permitted { "exceptions-paper-permit-opening" } else { "exceptions-paper-refusal-opening" };
        let asked = self.whole.periods.iter().find(|period| period.number == last.period);
        let asked_on = self.day(asked.and_then(|period| period.asked_on));
        let paper = blank(self.session, self.text(title))?;
        let by = self.with("app-report-holder", &[("role", &last.role), ("person", &last.approver)]);
        let mut facts = vec![
            (self.text("exceptions-title"), self.whole.measure.title.clone()),
            (self.text("exceptions-place"), self.detail.row.department_name.clone()),
            (self.text("exceptions-points"), self.points()),
            (self.text("exceptions-manner"), self.name("exception-manner", self.whole.measure.manner)),
            (self.text("exceptions-measure"), self.or_blank(&self.whole.measure.measure)),
        ];
        if self.whole.periods.len() <= 1 {
            let days = self.period(asked.and_then(|one| one.from_on), asked.and_then(|one| one.until_on));
            facts.push((self.text("exceptions-period"), days));
        }
        facts.extend(self.decided(last));
        let arguments = [("day", asked_on.as_str()), ("number", number), ("basis", &self.clause(RuleKey::Exception))];
        let mut parts = vec![Part::Facts(facts)];
        if permitted {
            parts.push(Part::Text(self.text("exceptions-paper-permit-note")));
        }
        Ok(Paper {
            number: self.number(),
            date: last.decided_on,
            addressee: self.with("app-report-addressee", &[("name", &self.applicant()?)]),
            sender: vec![paper.sender.concat(), by],
            opening: self.with(opening, &arguments),
            parts,
            ..paper
        })
    }
}
