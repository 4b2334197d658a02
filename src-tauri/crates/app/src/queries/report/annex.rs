//! The rows of the annex: every item with its verdict or answer, and the index of the evidence.

use super::{Facts, Work, named};
use crate::error::Result;
use crate::queries::campaign::{Whole, form_input};
use crate::queries::engagement::{exclusions, items};
use crate::queries::grid::{Place, answers, self_answers};
use domain::Id;
use domain::kinds::{EngagementKind, Form, Procedure, Verdict};
use report::model::{AnswerRow, Named, SelfRow, StaffRows};
use std::collections::{BTreeMap, BTreeSet};
use store::row::Reads;
use store::tables::{Completion, Engagement, Evidence};

/// The rows of the annex, and the number of each piece of evidence in this report.
#[derive(Default)]
pub(super) struct Annex {
    pub(super) answers: Vec<AnswerRow>,
    pub(super) self_answers: Vec<SelfRow>,
    pub(super) staff: Vec<StaffRows>,
    pub(super) evidence: Vec<report::model::Evidence>,
    numbers: BTreeMap<Id, usize>,
    by_owner: BTreeMap<Id, Vec<Id>>,
    levels: BTreeSet<String>,
}

impl Annex {
    pub(super) fn of(facts: &Facts<'_>) -> Result<Annex> {
        let mut annex = Annex::default();
        let linked = evidence_of_items(facts.read)?;
        for work in facts.works.iter().filter(|work| !is_counted(&work.engagement)) {
            for n in 0..work.targets.len() {
                annex.target(facts, work, n, &linked)?;
            }
        }
        annex.completions(facts)?;
        annex.staff = facts.works.iter().filter_map(|work| staff(facts, work).transpose()).collect::<Result<_>>()?;
        Ok(annex)
    }

    /// The numbers of the evidence of a row, e.g. E-003.
    pub(super) fn numbers(&self, owner: Id) -> Vec<String> {
        let evidence = self.by_owner.get(&owner).into_iter().flatten();
        evidence.filter_map(|id| self.numbers.get(id)).map(|n| number(*n)).collect()
    }

    pub(super) fn class_levels(&self) -> impl Iterator<Item = &str> {
        self.levels.iter().map(String::as_str)
    }

    /// The chapters that have items, in the order of their standards.
    pub(super) fn chapters(&self, facts: &Facts<'_>) -> Vec<Named> {
        let used: BTreeSet<&str> = self.answers.iter().map(|row| row.chapter.as_str()).collect();
        let mut chapters = Vec::new();
        for edition in facts.editions() {
            for clause in edition.pack.clauses.iter().filter(|clause| clause.parent.is_none()) {
                let key = chapter_key(&edition.pack.hash, &clause.id);
                if used.contains(key.as_str()) {
                    let title = clause.title_in(facts.session.english());
                    chapters.push(named(key, &format!("{} {title}", clause.id)));
                }
            }
        }
        chapters
    }

    fn target(&mut self, facts: &Facts<'_>, work: &Work, n: usize, linked: &BTreeMap<Id, Vec<Evidence>>) -> Result<()> {
        let (target, engagement, pack) = (&work.targets[n], &work.engagement, &work.edition.pack);
        let place = Place::of(facts.session, target.id)?;
        let excluded = exclusions(facts.read, engagement.id)?;
        let verdicts = answers(facts.read, target.id)?;
        let own = self_answers(facts.read, target.id)?;
        let english = facts.session.english();
        for item in items(pack, engagement.form) {
            let number = item_number(&item.id).to_owned();
            let question = item.question_on(engagement.form, english).to_owned();
            let department = target.department.to_string();
            let of_item = facts.text("app-report-of-item", &[("department", &target.name), ("item", &number)]);
            let owner = place.answer_id(&item.id);
            self.attach(facts, owner, linked.get(&owner), &of_item)?;
            match engagement.kind {
                EngagementKind::Audit => {
                    let answer = verdicts.get(&item.id);
                    let chapter = pack.chapter_of(&item.clause).map_or("", |clause| clause.id.as_str());
                    self.answers.push(AnswerRow {
                        department,
                        chapter: chapter_key(&pack.hash, chapter),
                        clause: item.clause.clone(),
                        id: item.id.clone(),
                        item: number,
                        target: String::new(),
                        question,
                        verdict: answer.map_or(Verdict::Unverified, |answer| answer.verdict),
                        in_scope: !excluded.contains_key(&item.id),
                        note: answer.map(|answer| answer.note.clone()).unwrap_or_default(),
                        evidence: self.numbers(owner),
                    });
                }
                EngagementKind::SelfCheck if excluded.contains_key(&item.id) => {}
                EngagementKind::SelfCheck => {
                    let answer = own.get(&item.id);
                    self.self_answers.push(SelfRow {
                        department,
                        clause: item.clause.clone(),
                        id: item.id.clone(),
                        item: number,
                        question,
                        answer: answer.and_then(|answer| answer.answer),
                        note: answer.map(|answer| answer.basis.clone()).unwrap_or_default(),
                        improvement: answer.map(|answer| improvement(facts, answer)).unwrap_or_default(),
                    });
                }
            }
        }
        Ok(())
    }

    /// The evidence of completion reports of the year's findings.
    fn completions(&mut self, facts: &Facts<'_>) -> Result<()> {
        for finding in facts.findings()? {
            let of_completion = facts.text("app-report-of-completion", &[("number", &finding.number)]);
            let completions = facts
                .read
                .list::<Completion>("WHERE finding = ?1 ORDER BY id", &[&finding.id.as_bytes().as_slice()])?;
            for completion in completions {
                let linked = facts.read.list::<Evidence>(
                    "WHERE id IN (SELECT evidence FROM evidence_link WHERE owner = ?1) ORDER BY id",
                    &[&completion.id.as_bytes().as_slice()],
                )?;
                self.attach(facts, completion.id, Some(&linked), &of_completion)?;
            }
        }
        Ok(())
    }

    fn attach(&mut self, facts: &Facts<'_>, owner: Id, rows: Option<&Vec<Evidence>>, to: &str) -> Result<()> {
        for row in rows.into_iter().flatten() {
            self.by_owner.entry(owner).or_default().push(row.id);
            if let Some(&known) = self.numbers.get(&row.id) {
                let attached = &mut self.evidence[known - 1].attached_to;
                *attached = facts.list([attached.as_str(), to]);
                continue;
            }
            self.numbers.insert(row.id, self.evidence.len() + 1);
            let unknown = row.class_level.is_empty();
            if !unknown {
                self.levels.insert(row.class_level.clone());
            }
            self.evidence.push(report::model::Evidence {
                number: number(self.evidence.len() + 1),
                name: evidence_name(facts, row),
                sha256: row.sha256.clone(),
                class_label: match unknown {
                    true => facts.text("app-report-class-unknown", &[]),
                    false => facts.session.class_label(&row.class_level),
                },
                attached_to: to.to_owned(),
            });
        }
        Ok(())
    }
}

/// The questionnaires of staff are counted and have totals of their own; they are no sheets of their sections.
/// The counted questionnaires of a form of staff in a campaign.
fn staff(facts: &Facts<'_>, work: &Work) -> Result<Option<StaffRows>> {
    let Some(campaign) = work.engagement.campaign.filter(|_| is_counted(&work.engagement)) else { return Ok(None) };
    let whole = Whole::of(facts.session, facts.read.get(campaign)?)?;
    let rows = form_input(facts.session, &whole, &work.engagement)?;
    Ok(Some(StaffRows { title: work.engagement.title.clone(), rows }))
}

fn is_counted(engagement: &Engagement) -> bool {
    engagement.form == Form::SelfStaff && engagement.campaign.is_some()
}

/// The number an item has on paper: 6.4.2-1 for `hyogo:6.4.2-1`.
pub(crate) fn item_number(item: &str) -> &str {
    item.split_once(':').map_or(item, |(_, number)| number)
}

/// How the items of an engagement were looked at.
pub(super) fn procedures(read: Reads<'_>, engagement: Id) -> Result<Vec<Procedure>> {
    let keys = read.query(
        "SELECT DISTINCT procedure FROM answer WHERE procedure IS NOT NULL
         AND target IN (SELECT id FROM engagement_target WHERE engagement = ?1)",
        &[&engagement.as_bytes().as_slice()],
        |row| Ok(row.get::<_, String>(0)?),
    )?;
    let mut used: Vec<Procedure> = keys.iter().filter_map(|key| domain::Keyed::from_key(key)).collect();
    used.sort();
    Ok(used)
}

fn number(n: usize) -> String {
    format!("E-{n:03}")
}

pub(super) fn chapter_key(hash: &str, clause: &str) -> String {
    format!("{hash}:{clause}")
}

/// Where a paper lies is part of its name: there is no file to open.
fn evidence_name(facts: &Facts<'_>, row: &Evidence) -> String {
    if row.blob.is_some() {
        return row.name.clone();
    }
    facts.text("app-report-paper", &[("name", &row.name), ("place", &row.place)])
}

fn improvement(facts: &Facts<'_>, answer: &store::tables::SelfAnswerRow) -> String {
    if answer.improvement.is_empty() || answer.due.is_empty() {
        return answer.improvement.clone();
    }
    facts.text("app-report-until", &[("text", &answer.improvement), ("due", &answer.due)])
}

/// The evidence of every item, whether it has been answered or not.
fn evidence_of_items(read: Reads<'_>) -> Result<BTreeMap<Id, Vec<Evidence>>> {
    let links: Vec<(Id, Id)> = read.query(
        "SELECT owner, evidence FROM evidence_link WHERE owner_entity IN ('answer', 'self_answer') ORDER BY evidence",
        &[],
        |row| Ok((Id::from_bytes(row.get(0)?), Id::from_bytes(row.get(1)?))),
    )?;
    let mut found: BTreeMap<Id, Vec<Evidence>> = BTreeMap::new();
    for (owner, evidence) in links {
        found.entry(owner).or_default().push(read.get(evidence)?);
    }
    Ok(found)
}
