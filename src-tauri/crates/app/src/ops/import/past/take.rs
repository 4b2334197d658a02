//! Records what rows become: one audit per year that stands for what was found before this workspace was used, the
//! findings, and of their lives only what the table says.

use super::row::{Deed, Row, undated};
use crate::error::{ErrorDto, Result};
use crate::ops::engagement::{blank, use_edition};
use crate::ops::finding::{fiscal_year_label, next_number};
use crate::ops::steps::{Trace, take};
use crate::queries::finding::unnamed;
use crate::session::{Edition, Session};
use ::exchange::ColumnUse;
use domain::finding::FindingAction;
use domain::horizontal::HorizontalNeed;
use domain::kinds::{EngagementState, Form};
use domain::{Id, Keyed};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Tx;
use store::tables::{
    Completion, Engagement, Finding, FindingTurn, ImprovementOrder, ImprovementPlan, Person, Verification,
};

/// Everything that is written, in the words of whoever takes it over.
pub(super) struct Taking {
    edition: Arc<Edition>,
    person: Id,
    today: Date,
    /// Who is named where the table names nobody.
    nobody: String,
    /// The title of the audit of each year.
    titles: BTreeMap<i64, String>,
    /// What is recorded of each row: where it came from, and what has no other place.
    sources: BTreeMap<String, String>,
    /// Why the audits stand where they stand.
    reason: String,
    /// What a completion says that the table has no words for.
    completed: String,
    /// To whom an order went that names nobody, by department.
    departments: BTreeMap<Id, String>,
    /// What is said where the day of something is not known.
    no_day: String,
    /// Why the audits did not go through the gate of the standard.
    no_gate: String,
}

impl Taking {
    pub(super) fn of(session: &Session, rows: &[Row], file: &str, edition: Arc<Edition>) -> Result<Taking> {
        let deeds = || rows.iter().filter_map(|row| row.deed.as_ref());
        let title = |year: i64| (year, session.text("past-engagement", &[("year", &fiscal_year_label(year))]));
        let mut sources = BTreeMap::new();
        for row in rows {
            let Some(deed) = &row.deed else { continue };
            let args = [("file", file), ("sheet", &row.shown.sheet), ("row", &deed.row.to_string())];
            let mut lines = vec![session.text("past-from", &args)];
            for holds in &deed.in_words {
                let column = i18n::enum_text(session.lang(), "import-column-use", holds.key());
                let text = deed.text(*holds);
                lines.push(session.text("past-in-words", &[("column", &column), ("text", text)]));
            }
            sources.insert(row.shown.key.clone(), lines.join("\n"));
        }
        let departments = crate::queries::office::departments(session, crate::dto::Empty {})?;
        Ok(Taking {
            edition,
            person: session.person,
            today: session.today(),
            nobody: session.text("past-nobody", &[]),
            titles: deeds().map(|deed| title(deed.year)).collect(),
            sources,
            reason: session.text("past-engagement-reason", &[("file", file)]),
            completed: session.text("past-completed", &[]),
            departments: departments.into_iter().map(|row| (row.id, row.name)).collect(),
            no_day: session.text("past-undated", &[]),
            no_gate: session.text("past-no-gate", &[]),
        })
    }

    /// Records every row; gives the findings.
    pub(super) fn all(&self, tx: &mut Tx<'_>, rows: &[Row]) -> Result<Vec<Id>> {
        let mut engagements = BTreeMap::new();
        for (year, title) in &self.titles {
            engagements.insert(*year, self.engagement(tx, *year, title)?);
        }
        let mut made = Vec::new();
        for row in rows {
            let Some(deed) = &row.deed else { continue };
            let engagement = engagements.get(&deed.year).copied();
            let engagement = engagement.ok_or_else(|| ErrorDto::new("bad-request").arg("detail", "year"))?;
            made.push(self.one(tx, row, deed, engagement)?);
        }
        Ok(made)
    }

    /// The audit of a year, which asks nothing any more and whose findings are followed up.
    fn engagement(&self, tx: &mut Tx<'_>, year: i64, title: &str) -> Result<Id> {
        let id = Id::natural("engagement", &["past", &year.to_string()]);
        if let Some(there) = tx.read().find::<Engagement>(id)? {
            return match there.state {
                EngagementState::Closed => Err(ErrorDto::new("past-engagement-closed").arg("title", there.title)),
                _ => Ok(id),
            };
        }
        let edition = use_edition(tx, &self.edition)?;
        let engagement = Engagement {
            title: title.to_owned(),
            fiscal_year: year,
            gate_reason: self.no_gate.clone(),
            ..blank(id, Form::Audit, edition)
        };
        let trace = Trace { taken_on: self.today, person: self.person, reason: self.reason.clone() };
        take(tx, engagement, EngagementState::FollowUp, trace)?;
        Ok(id)
    }

    /// Who stands for a person whom the table does not name. Nobody can be mistaken for that person, so nobody is kept
    /// from verifying or approving by it.
    fn nobody(&self, tx: &mut Tx<'_>) -> Result<Id> {
        let id = unnamed();
        if tx.read().find::<Person>(id)?.is_none() {
            tx.put(&Person {
                id,
                name: self.nobody.clone(),
                kana: String::new(),
                post: String::new(),
                department: None,
                expertise: String::new(),
                left_on: Some(undated(1999, self.today)),
                affiliation: String::new(),
            })?;
        }
        Ok(id)
    }

    fn one(&self, tx: &mut Tx<'_>, row: &Row, deed: &Deed, engagement: Id) -> Result<Id> {
        use ColumnUse as U;
        let id = tx.new_id();
        let day = undated(deed.year, self.today);
        let number = match row.shown.number.as_str() {
            "" => next_number(tx, deed.year, &fiscal_year_label(deed.year))?,
            number => number.to_owned(),
        };
        let text = |holds: U| deed.text(holds).to_owned();
        tx.put(&Finding {
            id,
            number,
            fiscal_year: deed.year,
            engagement,
            department: deed.department,
            answer: None,
            item: String::new(),
            grade: deed.grade,
            title: row.shown.title.clone(),
            fact: text(U::Fact),
            criterion: text(U::Criterion),
            cause: text(U::Cause),
            risk: text(U::Risk),
            recommendation: text(U::Recommendation),
            state: deed.standing.state,
            found_on: deed.found_on.unwrap_or(day),
            clause: row.shown.clause.clone(),
            topic: String::new(),
            likelihood: String::new(),
            loss: String::new(),
            cross_cutting: false,
            repeat_of: None,
            exception: None,
            horizontal_need: HorizontalNeed::Undecided,
        })?;
        self.life(tx, row, deed, id, day)?;
        tx.put(&FindingTurn {
            id: tx.new_id(),
            finding: id,
            action: FindingAction::TakeOver,
            turned_on: self.today,
            person: self.person,
            reason: self.sources.get(&row.shown.key).cloned().unwrap_or_default(),
        })?;
        Ok(id)
    }

    /// A text, and that its day is not known.
    fn dated(&self, text: &str, day: Option<Date>) -> String {
        if day.is_some() { text.to_owned() } else { [text, &self.no_day].join("\n") }
    }

    /// Order, plan, completion and verification, each only where the table speaks of it.
    fn life(&self, tx: &mut Tx<'_>, row: &Row, deed: &Deed, finding: Id, day: Date) -> Result<()> {
        use ColumnUse as U;
        let standing = deed.standing;
        let who = |tx: &mut Tx<'_>| deed.owner.map_or_else(|| self.nobody(tx), Ok);
        let owner = deed.text(U::Owner).to_owned();
        let began = deed.ordered_on.or(deed.found_on).unwrap_or(day);
        if let Some(due_on) = deed.due_on.filter(|_| standing.ordered) {
            let department = || self.departments.get(&deed.department).cloned().unwrap_or_default();
            let asked = [deed.text(U::Recommendation), deed.text(U::Improvement), &row.shown.title];
            let asked = asked.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
            let body = self.dated(asked, deed.ordered_on);
            let ordered_by = self.nobody(tx)?;
            tx.put(&ImprovementOrder {
                id: tx.new_id(),
                finding,
                ordered_on: began.min(due_on),
                due_on,
                ordered_by,
                addressee: if owner.is_empty() { department() } else { owner.clone() },
                body,
                urgent_reason: String::new(),
            })?;
        }
        if let Some(due_on) = deed.due_on.filter(|_| standing.planned) {
            let (person, named) = (who(tx)?, deed.owner.is_some());
            let start_on = began.min(due_on);
            tx.put(&ImprovementPlan {
                id: tx.new_id(),
                finding,
                cause: deed.text(U::Cause).to_owned(),
                corrective: deed.text(U::Improvement).to_owned(),
                preventive: String::new(),
                owner: person,
                start_on,
                due_on,
                budget: String::new(),
                applicant: person,
                submitted_on: start_on,
                approver: None,
                approved_on: None,
                escape_reason: String::new(),
                return_reason: String::new(),
                owner_department: (!named && !owner.is_empty()).then_some(deed.department),
                owner_post: if named { String::new() } else { owner },
            })?;
        }
        let done_on = deed.done_on.or(deed.checked_on).unwrap_or(day);
        if standing.reported {
            let said = [deed.text(U::Improvement), deed.text(U::Status)];
            let said = said.into_iter().find(|text| !text.is_empty()).unwrap_or(&self.completed);
            let reporter = who(tx)?;
            tx.put(&Completion {
                id: tx.new_id(),
                finding,
                reported_on: done_on,
                note: self.dated(said, deed.done_on),
                reporter,
                residual_risk: String::new(),
            })?;
        }
        if let Some(result) = deed.checked.filter(|_| standing.reported) {
            let verifier = self.nobody(tx)?;
            tx.put(&Verification {
                id: tx.new_id(),
                finding,
                verified_on: deed.checked_on.unwrap_or(done_on).max(done_on),
                verifier,
                result,
                comment: self.dated(deed.text(U::Checked), deed.checked_on),
                engagement: None,
            })?;
        }
        Ok(())
    }
}
