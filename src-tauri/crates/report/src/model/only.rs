//! The same report for other readers: one department's part, and what may be published.

use super::{AnswerRow, Named, ReportInput, ReportModel};
use domain::finding::FindingState;
use domain::kinds::Grade;
use domain::report::ReportSection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that was taken out before the report is published, to be confirmed by a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Removed {
    /// What it is, as a key of a message.
    pub what: String,
    /// Of how many entries.
    pub count: u32,
    /// What stood there, an entry each.
    #[serde(default)]
    pub entries: Vec<String>,
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
        let own =
            |subject: &String| of_one.contains(subject) || self.exceptions.iter().any(|one| one.number == *subject);
        self.compelled_approvals.retain(|approval| own(&approval.subject));
        // Proposals are of the whole organisation, wherever they come from.
        self.proposals.clear();
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
}

/// What is taken out, in the order in which it is listed.
#[derive(Default)]
struct Taken(Vec<Removed>);

impl Taken {
    fn note(&mut self, what: &str, entries: Vec<String>) {
        let entries: Vec<String> = entries.into_iter().filter(|entry| !entry.trim().is_empty()).collect();
        if !entries.is_empty() {
            let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            self.0.push(Removed { what: what.to_owned(), count, entries });
        }
    }
}

/// Parts of an entry in one line; what is empty is left out.
fn entry<const N: usize>(parts: [&str; N]) -> String {
    let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join("　")
}

impl ReportModel {
    /// Leaves what may be published: no technical detail, nothing by which a weakness that is still open could be used,
    /// no names of persons, no evidence. The figures are those of the whole. What was taken out is listed.
    pub fn publish(&mut self, withheld: &str) -> Vec<Removed> {
        let mut taken = Taken::default();
        self.publish_findings(withheld, &mut taken);
        self.publish_persons(&mut taken);
        let item = |department: &str, item: &str, said: &[&str]| entry([department, item, &said.join("　")]);
        let mut notes = Vec::new();
        for part in std::mem::take(&mut self.checklist) {
            let noted = part.rows.iter().filter(|row| !row.note.is_empty());
            notes.extend(noted.map(|row| item(&part.department, &row.item, &[&row.note])));
        }
        taken.note("notes", notes);
        let evidence = std::mem::take(&mut self.evidence);
        taken.note("evidence", evidence.iter().map(|one| entry([&one.number, &one.name])).collect());
        let open = std::mem::take(&mut self.self_check.open);
        let answers = open.iter().map(|one| item(&one.department, &one.item, &[&one.note, &one.improvement]));
        let mut answers: Vec<String> = answers.collect();
        for form in &mut self.self_check.staff {
            let most = std::mem::take(&mut form.most_no);
            answers.extend(most.iter().map(|line| entry([&form.title, &line.question])));
        }
        taken.note("self-answers", answers);
        let shared = std::mem::take(&mut self.cross_cutting.shared);
        taken.note("shared", shared.iter().map(|one| entry([&one.item, &one.question])).collect());
        let contrast = std::mem::take(&mut self.contrast.items);
        taken.note("contrast", contrast.iter().map(|one| item(&one.department, &one.item, &[])).collect());
        let exceptions = std::mem::take(&mut self.exceptions);
        taken.note("exceptions", exceptions.iter().map(|one| entry([&one.number, &one.title])).collect());
        let orders = std::mem::take(&mut self.orders);
        taken.note("orders", orders.iter().map(|one| entry([&one.number, &one.addressee, &one.body])).collect());
        let turns = std::mem::take(&mut self.turns);
        let mut changed: Vec<String> =
            turns.iter().map(|turn| entry([&turn.number, &turn.what, &turn.reason])).collect();
        let compelled = std::mem::take(&mut self.compelled_approvals);
        changed.extend(compelled.iter().map(|one| entry([&one.subject, &one.by, &one.reason])));
        taken.note("turns", changed);
        let horizontal = std::mem::take(&mut self.cross_cutting.horizontal);
        let answer = |line: &super::HorizontalLine| item(&line.department, &line.number, &[&line.answer]);
        taken.note("horizontal", horizontal.iter().map(answer).collect());
        taken.note("not-looked-at", std::mem::take(&mut self.not_looked_at));
        taken.note("independence", std::mem::take(&mut self.independence));
        let decisions = std::mem::take(&mut self.opinion.decisions);
        taken.note("decisions", decisions.into_iter().map(|one| one.what).collect());
        let proposals = std::mem::take(&mut self.proposals);
        taken.note("proposals", proposals.iter().map(|one| entry([&one.number, &one.title])).collect());
        for section in &mut self.sections {
            section.withheld = section.section.is_some_and(ReportSection::is_withheld);
        }
        self.terms = super::terms::terms(self);
        taken.0
    }

    fn publish_findings(&mut self, withheld: &str, taken: &mut Taken) {
        let (mut details, mut titles) = (Vec::new(), Vec::new());
        for finding in &mut self.findings {
            let clear = |text: &mut String| std::mem::take(text);
            let texts =
                [&mut finding.fact, &mut finding.cause, &mut finding.risk, &mut finding.recommendation].map(clear);
            let mut said = vec![entry([&texts[0], &texts[1], &texts[2], &texts[3]])];
            said.extend(finding.view.take().map(|view| entry([&view.by, &view.text, &view.reply])));
            said.extend(finding.order.take().map(|order| order.text));
            said.extend(
                finding.plan.take().map(|plan| entry([&plan.cause, &plan.corrective, &plan.preventive, &plan.owner])),
            );
            said.extend(finding.progress.drain(..).map(|progress| progress.text));
            said.extend(finding.verifications.drain(..).map(|seen| entry([&seen.by, &seen.text])));
            let said: Vec<&str> = said.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
            if !said.is_empty() {
                details.push(entry([&finding.number, &said.join("　")]));
            }
            finding.evidence.clear();
            // Whoever reads what is not mended yet knows where to begin.
            if finding.state != FindingState::Closed && finding.grade != Grade::GoodPractice {
                let (title, criterion) =
                    (std::mem::replace(&mut finding.title, withheld.to_owned()), clear(&mut finding.criterion));
                titles.push(entry([&finding.number, &title, &criterion]));
            }
        }
        for earlier in &mut self.follow_up.open {
            let title = std::mem::replace(&mut earlier.title, withheld.to_owned());
            titles.push(entry([&earlier.number, &title]));
        }
        taken.note("findings", details);
        taken.note("titles", titles);
    }

    fn publish_persons(&mut self, taken: &mut Taken) {
        let mut persons = Vec::new();
        for engagement in &mut self.engagements {
            persons.extend(std::mem::take(&mut engagement.team).into_iter().map(|(name, part)| entry([&name, &part])));
            // Under the clause stands by whom and why a plan was let through.
            let mut lines = engagement.basis.lines();
            let clause = lines.next().unwrap_or_default().to_owned();
            persons.extend(lines.map(str::to_owned));
            engagement.basis = clause;
        }
        // Who decided it is asked for before it is issued; it is not printed.
        persons.push(self.head.decided_by.clone());
        self.head.stamps.clear();
        taken.note("persons", persons);
    }
}
