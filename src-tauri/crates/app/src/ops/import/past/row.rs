//! What one row becomes.

use super::asked::{Known, Told};
use crate::dto::*;
use crate::ops::finding::fiscal_year_label;
use crate::queries::finding::days_late;
use ::exchange::{ColumnUse, Finding, FindingCell, check_result, finding_grade, finding_status};
use domain::kinds::{Grade, VerificationResult};
use domain::pack::ClauseMeant;
use domain::past::{self, Standing, Told as Facts};
use domain::text::fold;
use domain::wareki::FiscalYear;
use domain::{Id, Keyed};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::tables::Finding as Stored;

/// A title that is made of what was found is no longer.
const TITLE: usize = 40;

/// A row that was looked at.
pub(super) struct Row {
    pub(super) shown: PastRow,
    /// What is recorded of it, if it can be.
    pub(super) deed: Option<Deed>,
}

/// What is recorded of a row.
pub(super) struct Deed {
    pub(super) year: i64,
    pub(super) department: Id,
    pub(super) grade: Grade,
    pub(super) standing: Standing,
    pub(super) checked: Option<VerificationResult>,
    pub(super) due_on: Option<Date>,
    pub(super) done_on: Option<Date>,
    pub(super) found_on: Option<Date>,
    pub(super) ordered_on: Option<Date>,
    pub(super) checked_on: Option<Date>,
    pub(super) owner: Option<Id>,
    /// The row as the spreadsheet counts it.
    pub(super) row: u32,
    /// What its cells say.
    pub(super) texts: BTreeMap<ColumnUse, String>,
    /// Columns whose words have no place of their own.
    pub(super) in_words: Vec<ColumnUse>,
}

impl Deed {
    pub(super) fn text(&self, holds: ColumnUse) -> &str {
        self.texts.get(&holds).map_or("", String::as_str)
    }
}

struct Reader<'a, 'k> {
    known: &'a mut Known<'k>,
    line: &'a Finding,
    issues: Vec<PastIssueAt>,
}

pub(super) fn plan(known: &mut Known<'_>, line: &Finding) -> Row {
    let mut reader = Reader { known, line, issues: Vec::new() };
    reader.row()
}

impl<'a> Reader<'a, '_> {
    fn cell(&self, holds: ColumnUse) -> Option<&'a FindingCell> {
        self.line.cells.get(&holds)
    }

    fn text(&self, holds: ColumnUse) -> &'a str {
        self.cell(holds).map_or("", |cell| cell.text.as_str())
    }

    fn say(&mut self, issue: PastIssue, cell: Option<&FindingCell>) {
        let (cell, text) = match cell {
            Some(cell) => (cell.cell.clone(), cell.text.clone()),
            None => (self.line.cell.clone(), String::new()),
        };
        self.issues.push(PastIssueAt { issue, cell, text });
    }

    fn told<T>(&mut self, told: Told<T>, holds: ColumnUse) -> Option<T> {
        if matches!(told, Told::Open) {
            self.say(PastIssue::TextOpen, self.cell(holds));
        }
        told.known()
    }

    /// The day in a column: of something to be done, or of something that was done.
    fn day(&self, holds: ColumnUse) -> past::Day {
        let read = if holds == ColumnUse::Due { past::due_day } else { past::day };
        read(self.text(holds))
    }

    /// A day that only stands beside others: where it cannot be read, its words are kept.
    fn beside(&mut self, holds: ColumnUse) -> Option<Date> {
        let cell = self.cell(holds)?;
        let day = self.day(holds);
        if day == past::Day::Unclear {
            self.say(PastIssue::DayUnread, Some(cell));
        }
        day.date()
    }

    /// The clause that is named as the criterion, if it can only be this one.
    fn clause(&mut self) -> String {
        match self.known.clause(self.text(ColumnUse::Criterion)) {
            ClauseMeant::Exactly(clause) => return clause,
            ClauseMeant::Perhaps(_) => self.say(PastIssue::ClauseUnclear, self.cell(ColumnUse::Criterion)),
            ClauseMeant::Nothing => {}
        }
        String::new()
    }

    fn row(&mut self) -> Row {
        use ColumnUse as U;
        let (line, today) = (self.line, self.known.today);
        let written = self.text(U::FindingNumber).to_owned();
        if let Some(broken) = line.cells.values().find(|cell| cell.broken) {
            self.say(PastIssue::Broken, Some(broken));
        }
        for cell in line.cells.values().filter(|cell| cell.struck.is_some()) {
            self.say(PastIssue::Struck, Some(cell));
        }
        if let Some(number) = self.cell(U::FindingNumber).filter(|cell| cell.dated) {
            self.say(PastIssue::NumberIsDate, Some(number));
        }
        let title = self.title();
        if title.is_empty() {
            self.say(PastIssue::NothingFound, None);
            return self.unreadable(written);
        }
        if self.issues.iter().any(|one| one.issue.refuses()) {
            return self.unreadable(written);
        }
        let year = self.known.year(line, self.cell(U::Year), &written);
        if matches!(year, Told::Nothing) {
            self.say(PastIssue::YearMissing, None);
        }
        let year = self.told(year, U::Year);
        let department = self.known.department(line, self.cell(U::Place));
        if department.is_none() {
            self.say(PastIssue::DepartmentOpen, self.cell(U::Place));
        }
        let grade = self.known.listed(PastAsked::Grade, line, self.cell(U::Grade), finding_grade, true);
        let grade = self.told(grade, U::Grade);
        let status = self.known.listed(PastAsked::Status, line, self.cell(U::Status), finding_status, false);
        let status = self.told(status, U::Status);
        let checked = self.known.listed(PastAsked::Checked, line, self.cell(U::Checked), check_result, false);
        let checked = self.told(checked, U::Checked);
        let due_on = self.known.day(PastAsked::Due, line, self.cell(U::Due));
        let due_on = self.told(due_on, U::Due);
        let done_on = self.known.day(PastAsked::DoneOn, line, self.cell(U::DoneOn));
        let done_on = self.told(done_on, U::DoneOn);
        for holds in [U::Due, U::DoneOn] {
            if matches!(self.day(holds), past::Day::Within(_)) {
                self.say(PastIssue::LastDay, self.cell(holds));
            }
        }
        let planned = !self.text(U::Improvement).is_empty();
        // A day of completion that is still to come is a promise.
        let done = done_on.is_some_and(|day| day <= today);
        let facts = Facts { grade, status, done, checked, planned, due: due_on.is_some() };
        let standing = past::standing(&facts);
        if standing.contradicts {
            self.say(PastIssue::Contradicts, self.cell(U::Status).or(self.cell(U::DoneOn)));
        }
        if planned && !standing.planned {
            self.say(PastIssue::PlanInWords, self.cell(U::Improvement));
        }
        let (found_on, ordered_on, checked_on) =
            (self.beside(U::FoundOn), self.beside(U::OrderedOn), self.beside(U::CheckedOn));
        let clause = self.clause();
        let mut shown = self.shown(title);
        shown.clause = clause;
        shown.fiscal_year = year;
        shown.grade = grade;
        shown.department_name = department.and_then(|id| self.known.departments.get(&id).cloned()).unwrap_or_default();
        (shown.due_on, shown.state) = (due_on, Some(standing.state));
        shown.days_late = days_late(standing.state, due_on, today).filter(|days| *days > 0);
        let number = year.map(|year| self.number(&written, year));
        let there = match (&number, year, department) {
            (Some(number), Some(year), _) if !number.is_empty() => self.numbered(&written, number, year),
            (_, Some(year), Some(department)) => {
                self.known.by_title.get(&(year, department, fold(&shown.title))).cloned()
            }
            _ => None,
        };
        shown.number = number.clone().unwrap_or(written.clone());
        if !shown.number.is_empty() && !self.known.seen.insert(fold(&shown.number)) {
            self.say(PastIssue::Twice, self.cell(U::FindingNumber));
        }
        if number.as_ref().is_some_and(|number| *number != written && !written.is_empty()) {
            self.say(PastIssue::Renumbered, self.cell(U::FindingNumber));
        }
        let deed = match (year, department, grade) {
            (Some(year), Some(department), Some(grade)) => Some(Deed {
                year,
                department,
                grade,
                standing,
                checked,
                due_on,
                done_on: done_on.filter(|_| done),
                found_on: found_on.filter(|day| *day <= today),
                ordered_on: ordered_on.filter(|day| *day <= today),
                checked_on: checked_on.filter(|day| *day <= today),
                owner: self.known.person(self.text(U::Owner)),
                row: line.row,
                texts: line.cells.iter().map(|(holds, cell)| (*holds, cell.text.clone())).collect(),
                in_words: self.in_words(&standing),
            }),
            _ => None,
        };
        shown.issues = std::mem::take(&mut self.issues);
        shown.status = if shown.issues.iter().any(|one| one.issue.refuses()) {
            PastRowStatus::Unreadable
        } else if shown.issues.iter().any(|one| one.issue.waits()) || deed.is_none() {
            PastRowStatus::Open
        } else if let (Some(there), Some(deed)) = (&there, &deed) {
            shown.existing = Some(there.id);
            shown.changes = self.changes(there, deed);
            if shown.changes.is_empty() { PastRowStatus::Same } else { PastRowStatus::Differs }
        } else {
            PastRowStatus::New
        };
        Row { shown, deed }
    }

    /// 件名, or the first sentence of what was found.
    fn title(&self) -> String {
        let title = self.text(ColumnUse::Title);
        if !title.is_empty() {
            return title.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        }
        let fact = self.text(ColumnUse::Fact);
        let first = fact.lines().next().unwrap_or_default().split_inclusive('。').next().unwrap_or_default();
        let first = first.trim_end_matches('。');
        match first.char_indices().nth(TITLE) {
            Some((end, _)) => format!("{}…", &first[..end]),
            None => first.to_owned(),
        }
    }

    fn shown(&self, title: String) -> PastRow {
        PastRow {
            key: format!("{}!{}", self.line.sheet, self.line.row),
            sheet: self.line.sheet.clone(),
            cell: self.line.cell.clone(),
            status: PastRowStatus::Unreadable,
            number: String::new(),
            fiscal_year: None,
            department_name: String::new(),
            grade: None,
            title,
            fact: self.text(ColumnUse::Fact).to_owned(),
            clause: String::new(),
            state: None,
            due_on: None,
            days_late: None,
            owner: self.text(ColumnUse::Owner).to_owned(),
            existing: None,
            changes: Vec::new(),
            issues: Vec::new(),
        }
    }

    fn unreadable(&mut self, number: String) -> Row {
        let shown = PastRow { number, issues: std::mem::take(&mut self.issues), ..self.shown(self.title()) };
        Row { shown, deed: None }
    }

    /// The number it would have: its own, or with the year before it where it says none or another finding has it.
    fn number(&self, written: &str, year: i64) -> String {
        if written.is_empty() {
            return String::new();
        }
        let with_year = format!("{}-旧{written}", fiscal_year_label(year));
        let taken =
            self.known.by_number.get(&fold(written)).is_some_and(|all| all.iter().all(|one| one.fiscal_year != year));
        if taken || past::is_bare_number(written) { with_year } else { written.to_owned() }
    }

    /// The finding that has this number in this year.
    fn numbered(&self, written: &str, number: &str, year: i64) -> Option<Stored> {
        let mut found = [number, written].into_iter().filter_map(|one| self.known.by_number.get(&fold(one))).flatten();
        found.find(|one| one.fiscal_year == year).cloned()
    }

    /// Columns whose words have no place of their own.
    fn in_words(&self, standing: &Standing) -> Vec<ColumnUse> {
        use ColumnUse as U;
        let mut columns = vec![U::Status, U::Note];
        if !standing.planned {
            columns.extend([U::Improvement, U::Owner]);
        }
        for holds in [U::Due, U::DoneOn, U::FoundOn, U::OrderedOn, U::CheckedOn] {
            if !matches!(self.day(holds), past::Day::On(_)) {
                columns.push(holds);
            }
        }
        if standing.planned || !standing.ordered {
            columns.push(U::OrderedOn);
        }
        columns.retain(|holds| !self.text(*holds).is_empty());
        columns.sort();
        columns.dedup();
        columns
    }

    /// In what the finding that is there differs; what the row does not say is no difference.
    fn changes(&self, there: &Stored, deed: &Deed) -> Vec<PastChange> {
        use ColumnUse as U;
        let mut changes = Vec::new();
        let mut compare = |field: U, before: &str, after: &str| {
            if !after.is_empty() && fold(before) != fold(after) {
                changes.push(PastChange { field, before: before.to_owned(), after: after.to_owned() });
            }
        };
        if !deed.text(U::Title).is_empty() {
            compare(U::Title, &there.title, &self.title());
        }
        compare(U::Fact, &there.fact, deed.text(U::Fact));
        compare(U::Criterion, &there.criterion, deed.text(U::Criterion));
        compare(U::Cause, &there.cause, deed.text(U::Cause));
        compare(U::Risk, &there.risk, deed.text(U::Risk));
        compare(U::Recommendation, &there.recommendation, deed.text(U::Recommendation));
        let name = |id: Id| self.known.departments.get(&id).cloned().unwrap_or_default();
        compare(U::Place, &name(there.department), &name(deed.department));
        if there.grade != deed.grade {
            let (before, after) = (there.grade.key().to_owned(), deed.grade.key().to_owned());
            changes.push(PastChange { field: U::Grade, before, after });
        }
        changes
    }
}

/// The day on which something counts that the table gives no day for: the last one of its fiscal year.
pub(super) fn undated(year: i64, today: Date) -> Date {
    let year = i16::try_from(year).ok().and_then(FiscalYear::new);
    year.map_or(today, FiscalYear::last_day).min(today)
}
