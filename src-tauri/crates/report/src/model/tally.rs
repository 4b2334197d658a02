//! The figures. Every one of them is a count of rows that were passed in.

use super::{
    AnswerRow, ChecklistPart, ChecklistRow, CompelledApproval, Contrast, ContrastCount, ContrastItem, Counts,
    CrossCutting, DepartmentResult, EarlierYears, Finding, FindingCount, FollowYear, Named, OpenEarlier, Rate,
    ReportInput, ReportModel, Results, SelfCheck, SelfCounts, SelfOpen, SelfResult, SelfRow, SharedItem, StaffResult,
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
        let contrast = contrast(&input.answers, &input.self_answers, &departments);
        let shared = shared(&input.answers, &departments);
        let mut model = ReportModel {
            terms: Vec::new(),
            finding_counts: finding_counts(&findings, &departments),
            follow_up: earlier_years(input.earlier_findings, input.head.created),
            head: input.head,
            opinion: input.opinion,
            sections: input.sections,
            earlier: input.earlier,
            cross_cutting: CrossCutting { shared, findings: input.cross_cutting, horizontal: input.horizontal },
            contrast,
            turns: input.turns,
            exceptions: input.exceptions,
            proposals: input.proposals,
            orders: input.orders,
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
        };
        model.terms = super::terms::terms(&model);
        model
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
    overdue(approved.or(finding.order.as_ref().and_then(|order| order.due)), today)
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

fn overdue(due: Option<Date>, today: Date) -> Option<u32> {
    let days = due?.until(today).ok()?.get_days();
    u32::try_from(days).ok().filter(|days| *days > 0)
}

/// What became of the findings of earlier years. What an exception handles is neither closed nor open.
fn earlier_years(findings: Vec<OpenEarlier>, today: Date) -> EarlierYears {
    let mut years: BTreeMap<i16, FollowYear> = BTreeMap::new();
    let mut open = Vec::new();
    for mut finding in findings {
        let settled = matches!(finding.state, FindingState::Closed | FindingState::Excepted);
        finding.days_overdue = if settled { None } else { overdue(finding.due, today) };
        let year = years.entry(finding.year.year()).or_insert_with(|| FollowYear {
            year: finding.year,
            all: 0,
            excepted: 0,
            open: 0,
            overdue: 0,
            longest: None,
            closed: Rate::default(),
        });
        year.all += 1;
        year.excepted += u32::from(finding.state == FindingState::Excepted);
        year.open += u32::from(!settled);
        year.overdue += u32::from(finding.days_overdue.is_some());
        year.longest = year.longest.max(finding.days_overdue);
        year.closed = Rate::new(year.closed.part + u32::from(finding.state == FindingState::Closed), year.all);
        if !settled {
            open.push(finding);
        }
    }
    open.sort_by_key(|finding| (std::cmp::Reverse(finding.days_overdue), finding.year.year(), finding.grade));
    EarlierYears { years: years.into_values().rev().collect(), open }
}

/// Where a department and the audit looked at the same item. A department asked twice about an item, e.g. for two
/// systems, has said that it is done only where every answer says so, and the worst verdict counts.
fn contrast(answers: &[AnswerRow], self_answers: &[SelfRow], departments: &[Named]) -> Contrast {
    let places = places(departments);
    let judged = |row: &&AnswerRow| {
        row.in_scope && matches!(row.verdict, Verdict::Conforming | Verdict::Partial | Verdict::Nonconforming)
    };
    let mut verdicts: BTreeMap<(usize, &str), &AnswerRow> = BTreeMap::new();
    for row in answers.iter().filter(judged) {
        let known = verdicts.entry((places[row.department.as_str()], &row.id)).or_insert(row);
        if row.verdict > known.verdict {
            *known = row;
        }
    }
    let mut said: BTreeMap<(usize, &str), SelfAnswer> = BTreeMap::new();
    for row in self_answers {
        let Some(answer @ (SelfAnswer::Yes | SelfAnswer::Partly | SelfAnswer::No)) = row.answer else { continue };
        let known = said.entry((places[row.department.as_str()], &row.id)).or_insert(answer);
        *known = answer.max(*known);
    }
    let mut counts: BTreeMap<usize, ContrastCount> = BTreeMap::new();
    let mut total = ContrastCount::default();
    let mut items = Vec::new();
    for (key, row) in verdicts {
        let Some(answer) = said.get(&key) else { continue };
        let name = &departments[key.0].name;
        let count =
            counts.entry(key.0).or_insert_with(|| ContrastCount { department: name.clone(), ..Default::default() });
        let (done, conforms) = (*answer == SelfAnswer::Yes, row.verdict == Verdict::Conforming);
        for count in [count, &mut total] {
            count.both += 1;
            count.better += u32::from(done && !conforms);
            count.worse += u32::from(!done && conforms);
            count.same += u32::from(done == conforms);
        }
        if done && !conforms {
            items.push(ContrastItem {
                department: name.clone(),
                item: row.item.clone(),
                question: row.question.clone(),
                answer: *answer,
                verdict: row.verdict,
            });
        }
    }
    Contrast { departments: counts.into_values().collect(), total, items }
}

/// The items that several departments do not fulfil.
fn shared(answers: &[AnswerRow], departments: &[Named]) -> Vec<SharedItem> {
    let places = places(departments);
    let mut items: BTreeMap<&str, (usize, &AnswerRow, BTreeMap<usize, Verdict>)> = BTreeMap::new();
    for (order, row) in answers.iter().enumerate() {
        if !row.in_scope || !matches!(row.verdict, Verdict::Partial | Verdict::Nonconforming) {
            continue;
        }
        let (_, _, found) = items.entry(&row.id).or_insert((order, row, BTreeMap::new()));
        let known = found.entry(places[row.department.as_str()]).or_insert(row.verdict);
        *known = row.verdict.max(*known);
    }
    let mut several: Vec<_> = items.into_values().filter(|(_, _, found)| found.len() > 1).collect();
    several.sort_by_key(|(order, _, found)| (std::cmp::Reverse(found.len()), *order));
    let item = |(_, row, found): (usize, &AnswerRow, BTreeMap<usize, Verdict>)| {
        let of = |wanted: Verdict| {
            let found = found.iter().filter(|(_, verdict)| **verdict == wanted);
            found.map(|(place, _)| departments[*place].name.clone()).collect()
        };
        SharedItem {
            item: row.item.clone(),
            question: row.question.clone(),
            nonconforming: of(Verdict::Nonconforming),
            partial: of(Verdict::Partial),
        }
    };
    several.into_iter().map(item).collect()
}

/// The counts of some chapters, whatever the departments. Rows of other chapters are in the total alone.
#[must_use]
pub fn results_by_chapter(chapters: &[Named], rows: &[AnswerRow]) -> super::Results {
    let all = complete(chapters, rows.iter().map(|row| row.chapter.as_str()));
    let departments = complete(&[], rows.iter().map(|row| row.department.as_str()));
    results(rows, &departments, &all)
}
