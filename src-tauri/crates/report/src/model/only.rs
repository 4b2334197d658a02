//! The same report for other readers: one department's part, and what may be published.

use super::{AnswerRow, Named, ReportInput};
use domain::kinds::Grade;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that was taken out before the report is published, to be confirmed by a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Removed {
    /// What it is, as a key of a message.
    pub what: String,
    /// Of how many entries.
    pub count: u32,
}

impl ReportInput {
    /// What concerns one department and nobody else.
    #[must_use]
    pub fn of_department(mut self, department: &Named) -> ReportInput {
        let name = &department.name;
        self.answers.retain(|row| row.department == department.key);
        self.self_answers.retain(|row| row.department == department.key);
        self.staff.clear();
        self.findings.retain(|finding| finding.department == *name);
        self.earlier_findings.retain(|finding| finding.department == *name);
        self.exceptions.retain(|line| line.department == *name);
        self.departments.retain(|named| named.key == department.key);
        self.chapters.retain(|chapter| self.answers.iter().any(|row| row.chapter == chapter.key));
        // What earlier years counted was counted over all departments.
        self.earlier.clear();
        let of_one: Vec<String> = self.findings.iter().map(|finding| finding.number.clone()).collect();
        self.cross_cutting.retain(|number| of_one.contains(number));
        self.horizontal.retain(|line| line.department == *name);
        self.turns.retain(|turn| of_one.contains(&turn.number));
        self.compelled_approvals.retain(|approval| of_one.contains(&approval.subject));
        self.orders.retain(|draft| of_one.contains(&draft.number));
        for engagement in &mut self.engagements {
            engagement.departments.retain(|target| target == name || target.starts_with(&format!("{name}（")));
        }
        self.engagements.retain(|engagement| !engagement.departments.is_empty());
        let used = |number: &String, rows: &[AnswerRow]| rows.iter().any(|row| row.evidence.contains(number));
        self.evidence.retain(|one| {
            used(&one.number, &self.answers)
                || self.findings.iter().any(|finding| finding.evidence.contains(&one.number))
        });
        self
    }

    /// What may be published: no technical detail, no names of persons, no evidence. What was taken out is listed.
    #[must_use]
    pub fn published(mut self) -> (ReportInput, Vec<Removed>) {
        let mut removed = Vec::new();
        let mut note = |what: &str, count: usize| {
            if count > 0 {
                removed.push(Removed { what: what.to_owned(), count: u32::try_from(count).unwrap_or(u32::MAX) });
            }
        };
        let technical = |finding: &&mut super::Finding| finding.grade != Grade::GoodPractice;
        note("findings", self.findings.iter_mut().filter(technical).count());
        for finding in &mut self.findings {
            for text in
                [&mut finding.fact, &mut finding.cause, &mut finding.risk, &mut finding.recommendation].into_iter()
            {
                text.clear();
            }
            finding.evidence.clear();
            finding.order = None;
            finding.plan = None;
            finding.progress.clear();
            finding.verifications.clear();
        }
        note("persons", self.engagements.iter().map(|engagement| engagement.team.len()).sum());
        for engagement in &mut self.engagements {
            engagement.team.clear();
        }
        note("notes", self.answers.iter().filter(|row| !row.note.is_empty()).count());
        for row in &mut self.answers {
            row.note.clear();
            row.evidence.clear();
        }
        note("evidence", std::mem::take(&mut self.evidence).len());
        note("self-answers", self.self_answers.iter().filter(|row| !row.note.is_empty()).count());
        for row in &mut self.self_answers {
            row.note.clear();
            row.improvement.clear();
        }
        note("exceptions", std::mem::take(&mut self.exceptions).len());
        note("orders", std::mem::take(&mut self.orders).len());
        note("turns", std::mem::take(&mut self.turns).len() + std::mem::take(&mut self.compelled_approvals).len());
        note("horizontal", std::mem::take(&mut self.horizontal).len());
        note("independence", std::mem::take(&mut self.independence).len());
        self.opinion.decisions.clear();
        self.proposals.clear();
        (self, removed)
    }
}
