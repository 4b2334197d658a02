//! The figures. Every one of them is a count of rows that were passed in.

use super::{
    AnswerRow, ChecklistPart, ChecklistRow, CompelledApproval, Counts, DepartmentResult, Finding, FindingCount, Named,
    Rate, ReportInput, ReportModel, Results, SelfCheck, SelfCounts, SelfOpen, SelfResult, SelfRow, StaffResult,
    StaffRows,
};
use domain::Keyed;
use domain::finding::FindingState;
use domain::kinds::{Grade, SelfAnswer, Verdict};
use jiff::civil::Date;
use std::collections::BTreeMap;

impl ReportModel {
    /// Makes the report from its rows.
    pub fn tally(input: ReportInput) -> ReportModel {
        let departments = complete(&input.departments, used(&input));
        let chapters = complete(&input.chapters, input.answers.iter().map(|row| row.chapter.as_str()));
        let results = results(&input.answers, &departments, &chapters);
        let checklist = checklist(&input.answers, &departments, &chapters);
        let self_check = SelfCheck { staff: staff(&input.staff), ..self_check(&input.self_answers, &departments) };
        let findings = findings(input.findings, input.head.created);
        let mut compelled_approvals = compelled(&findings);
        compelled_approvals.extend(input.compelled_approvals);
        ReportModel {
            finding_counts: finding_counts(&findings, &departments),
            head: input.head,
            opinion: input.opinion,
            criteria: input.criteria,
            engagements: input.engagements,
            not_looked_at: input.not_looked_at,
            independence: input.independence,
            results,
            findings,
            compelled_approvals,
            self_check,
            evidence: input.evidence,
            checklist,
        }
    }
}

impl Rate {
    /// `part` of `of`; there is no rate of nothing.
    pub fn new(part: u32, of: u32) -> Rate {
        let permille = (of > 0).then(|| {
            let (part, of) = (u64::from(part), u64::from(of));
            u32::try_from((part * 2000 + of) / (of * 2)).unwrap_or(u32::MAX)
        });
        Rate { part, of, permille }
    }
}

impl Counts {
    fn add(&mut self, row: &AnswerRow) {
        *match (row.in_scope, row.verdict) {
            (false, _) => &mut self.out_of_scope,
            (true, Verdict::Conforming) => &mut self.conforming,
            (true, Verdict::Partial) => &mut self.partial,
            (true, Verdict::Nonconforming) => &mut self.nonconforming,
            (true, Verdict::NotApplicable) => &mut self.not_applicable,
            (true, Verdict::Unverified) => &mut self.unverified,
        } += 1;
        self.rate = Rate::new(self.conforming, self.conforming + self.partial + self.nonconforming);
    }

    /// Every item that was counted, in scope or not.
    pub fn all(&self) -> u32 {
        self.conforming + self.partial + self.nonconforming + self.not_applicable + self.unverified + self.out_of_scope
    }
}

impl SelfCounts {
    fn add(&mut self, answer: Option<SelfAnswer>) {
        *match answer {
            None => &mut self.unanswered,
            Some(SelfAnswer::Yes) => &mut self.yes,
            Some(SelfAnswer::Partly) => &mut self.partly,
            Some(SelfAnswer::No) => &mut self.no,
            Some(SelfAnswer::NotApplicable) => &mut self.not_applicable,
            Some(SelfAnswer::Unknown) => &mut self.unknown,
        } += 1;
        self.settle();
    }

    /// Brings the rate up to date: 該当なし and 未回答 are in no denominator.
    pub(in crate::model) fn settle(&mut self) {
        self.rate = Rate::new(self.yes, self.yes + self.partly + self.no + self.unknown);
    }
}

fn used(input: &ReportInput) -> impl Iterator<Item = &str> {
    let answers = input.answers.iter().map(|row| row.department.as_str());
    answers.chain(input.self_answers.iter().map(|row| row.department.as_str()))
}

/// The list given, and after it whatever rows use without it: a row that nobody announced is still counted.
fn complete<'a>(given: &[Named], used: impl Iterator<Item = &'a str>) -> Vec<Named> {
    let mut list = given.to_vec();
    let mut known: BTreeMap<String, ()> = given.iter().map(|named| (named.key.clone(), ())).collect();
    for key in used {
        if known.insert(key.to_owned(), ()).is_none() {
            list.push(Named { key: key.to_owned(), name: key.to_owned() });
        }
    }
    list
}

fn places(list: &[Named]) -> BTreeMap<&str, usize> {
    list.iter().enumerate().rev().map(|(place, named)| (named.key.as_str(), place)).collect()
}

fn results(rows: &[AnswerRow], departments: &[Named], chapters: &[Named]) -> Results {
    let (by_department, by_chapter) = (places(departments), places(chapters));
    let mut result = Results {
        chapters: chapters.iter().map(|named| named.name.clone()).collect(),
        by_chapter: vec![Counts::default(); chapters.len()],
        departments: Vec::new(),
        total: Counts::default(),
    };
    let mut table = vec![(vec![Counts::default(); chapters.len()], Counts::default()); departments.len()];
    for row in rows {
        let (department, chapter) = (by_department[row.department.as_str()], by_chapter[row.chapter.as_str()]);
        table[department].0[chapter].add(row);
        table[department].1.add(row);
        result.by_chapter[chapter].add(row);
        result.total.add(row);
    }
    for (named, (by_chapter, total)) in departments.iter().zip(table) {
        if total.all() > 0 {
            result.departments.push(DepartmentResult { department: named.name.clone(), by_chapter, total });
        }
    }
    result
}

fn checklist(rows: &[AnswerRow], departments: &[Named], chapters: &[Named]) -> Vec<ChecklistPart> {
    let (by_department, by_chapter) = (places(departments), places(chapters));
    let mut parts: BTreeMap<(usize, usize), Vec<ChecklistRow>> = BTreeMap::new();
    for row in rows {
        let place = (by_department[row.department.as_str()], by_chapter[row.chapter.as_str()]);
        parts.entry(place).or_default().push(ChecklistRow {
            item: row.item.clone(),
            target: row.target.clone(),
            question: row.question.clone(),
            verdict: row.in_scope.then_some(row.verdict),
            note: row.note.clone(),
            evidence: row.evidence.clone(),
        });
    }
    let part = |((department, chapter), rows): ((usize, usize), Vec<ChecklistRow>)| ChecklistPart {
        department: departments[department].name.clone(),
        chapter: chapters[chapter].name.clone(),
        rows,
    };
    parts.into_iter().map(part).collect()
}

fn self_check(rows: &[SelfRow], departments: &[Named]) -> SelfCheck {
    let by_department = places(departments);
    let mut counts: BTreeMap<usize, SelfCounts> = BTreeMap::new();
    let mut open: BTreeMap<usize, Vec<SelfOpen>> = BTreeMap::new();
    let mut total = SelfCounts::default();
    for row in rows {
        let place = by_department[row.department.as_str()];
        counts.entry(place).or_default().add(row.answer);
        total.add(row.answer);
        if let Some(answer @ (SelfAnswer::Partly | SelfAnswer::No | SelfAnswer::Unknown)) = row.answer {
            open.entry(place).or_default().push(SelfOpen {
                department: departments[place].name.clone(),
                item: row.item.clone(),
                question: row.question.clone(),
                answer,
                note: row.note.clone(),
                improvement: row.improvement.clone(),
            });
        }
    }
    let result =
        |(place, counts): (usize, SelfCounts)| SelfResult { department: departments[place].name.clone(), counts };
    SelfCheck {
        departments: counts.into_iter().map(result).collect(),
        total,
        open: open.into_values().flatten().collect(),
        staff: Vec::new(),
    }
}

/// What is said of staff: the same counting and the same groups as in the totals of their campaign.
fn staff(forms: &[StaffRows]) -> Vec<StaffResult> {
    let result = |form: &StaffRows| {
        let totals = super::campaign::form(&form.rows);
        StaffResult {
            title: form.title.clone(),
            people: totals.people.unwrap_or_default(),
            withheld: totals.withheld,
            sections: totals.sections,
            total: totals.total,
            most_no: totals.most_no.iter().map(|&place| totals.items[place].clone()).collect(),
        }
    };
    forms.iter().map(result).collect()
}

fn findings(mut findings: Vec<Finding>, today: Date) -> Vec<Finding> {
    for finding in &mut findings {
        finding.days_overdue = days_overdue(finding, today);
    }
    findings.sort_by_key(|finding| finding.grade);
    findings
}

/// The due date of an approved plan replaces that of the order, because the approval agreed to it.
fn days_overdue(finding: &Finding, today: Date) -> Option<u32> {
    let settled = matches!(finding.state, FindingState::Closed | FindingState::Excepted);
    if settled || finding.grade == Grade::GoodPractice {
        return None;
    }
    let approved = finding.plan.as_ref().filter(|plan| plan.approval.is_some()).and_then(|plan| plan.due);
    let due = approved.or(finding.order.as_ref().and_then(|order| order.due))?;
    let days = due.until(today).ok()?.get_days();
    u32::try_from(days).ok().filter(|days| *days > 0)
}

fn finding_counts(findings: &[Finding], departments: &[Named]) -> Vec<FindingCount> {
    let empty = |department| FindingCount { department, by_grade: vec![0; Grade::ALL.len()], open: 0, overdue: 0 };
    let mut rows: Vec<FindingCount> = Vec::new();
    let mut total = empty(None);
    for finding in findings {
        let known = rows.iter().position(|row| row.department.as_ref() == Some(&finding.department));
        let place = known.unwrap_or_else(|| {
            rows.push(empty(Some(finding.department.clone())));
            rows.len() - 1
        });
        for row in [&mut rows[place], &mut total] {
            row.by_grade[finding.grade as usize] += 1;
            let open = finding.state != FindingState::Closed && finding.grade != Grade::GoodPractice;
            row.open += u32::from(open);
            row.overdue += u32::from(finding.days_overdue.is_some());
        }
    }
    let order = |name: &Option<String>| departments.iter().position(|named| Some(&named.name) == name.as_ref());
    rows.sort_by_key(|row| order(&row.department).unwrap_or(usize::MAX));
    rows.push(total);
    rows
}

fn compelled(findings: &[Finding]) -> Vec<CompelledApproval> {
    let approval = |finding: &Finding| {
        let approval = finding.plan.as_ref()?.approval.as_ref()?;
        let reason = approval.reason.as_deref().filter(|reason| !reason.trim().is_empty())?;
        Some(CompelledApproval {
            subject: finding.number.clone(),
            date: approval.date,
            by: approval.by.clone(),
            reason: reason.to_owned(),
        })
    };
    findings.iter().filter_map(approval).collect()
}
