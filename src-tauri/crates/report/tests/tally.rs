//! The rules of the figures.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::*;
use domain::finding::FindingState;
use domain::kinds::{Grade, SelfAnswer, Verdict};
use jiff::civil::date;
use report::model::*;

fn row(department: &str, chapter: &str, verdict: Verdict, in_scope: bool) -> AnswerRow {
    AnswerRow {
        department: department.into(),
        chapter: chapter.into(),
        clause: "1".into(),
        id: "aoba:1".into(),
        item: "1".into(),
        target: String::new(),
        question: "問".into(),
        verdict,
        in_scope,
        note: String::new(),
        evidence: Vec::new(),
    }
}

fn tally(answers: Vec<AnswerRow>) -> ReportModel {
    ReportModel::tally(ReportInput { departments: departments(), chapters: chapters(), answers, ..empty() })
}

#[test]
fn the_denominator_is_conforming_partial_and_nonconforming() {
    use Verdict::*;
    let verdicts = [Conforming, Conforming, Conforming, Partial, Nonconforming, NotApplicable, Unverified, Unverified];
    let mut rows: Vec<_> = verdicts.iter().map(|verdict| row("soumu", "6.4", *verdict, true)).collect();
    rows.push(row("soumu", "6.4", Conforming, false));
    let total = tally(rows).results.total;
    assert_eq!((total.conforming, total.partial, total.nonconforming), (3, 1, 1));
    assert_eq!((total.not_applicable, total.unverified), (1, 2), "neither is conforming");
    assert_eq!(total.out_of_scope, 1, "an item out of scope is counted there alone, whatever its verdict");
    assert_eq!(total.rate, Rate { part: 3, of: 5, permille: Some(600) });
    assert_eq!(total.all(), 9, "no row is lost");
}

#[test]
fn nothing_judged_has_no_rate() {
    let rows = vec![row("soumu", "6.4", Verdict::Unverified, true), row("soumu", "6.4", Verdict::NotApplicable, true)];
    assert_eq!(tally(rows).results.total.rate, Rate { part: 0, of: 0, permille: None }, "0/0 is not 0 %");
    assert_eq!(tally(Vec::new()).results.total.rate.permille, None);
}

#[test]
fn rates_are_rounded_half_up() {
    for (part, of, permille) in [(1, 3, 333), (2, 3, 667), (1, 2000, 1), (1, 2001, 0), (7, 7, 1000), (0, 7, 0)] {
        assert_eq!(Rate::new(part, of).permille, Some(permille), "{part}/{of}");
    }
    assert_eq!(Rate::new(u32::MAX, u32::MAX).permille, Some(1000), "large numbers do not overflow");
}

#[test]
fn rows_and_columns_add_up_to_the_same_total() {
    let results = ReportModel::tally(sample()).results;
    let sum = |counts: &mut dyn Iterator<Item = &Counts>| counts.map(|counts| counts.all()).sum::<u32>();
    assert_eq!(sum(&mut results.by_chapter.iter()), results.total.all());
    assert_eq!(sum(&mut results.departments.iter().map(|d| &d.total)), results.total.all());
    assert_eq!(sum(&mut results.departments.iter().flat_map(|d| &d.by_chapter)), results.total.all());
    assert_eq!(results.total.all() as usize, sample().answers.len());
}

#[test]
fn departments_stand_in_the_offices_order_and_unknown_ones_are_not_lost() {
    let rows = vec![
        row("kyufu", "11", Verdict::Conforming, true),
        row("nowhere", "99", Verdict::Nonconforming, true),
        row("soumu", "6.4", Verdict::Conforming, true),
    ];
    let model = tally(rows);
    let names: Vec<_> = model.results.departments.iter().map(|d| d.department.as_str()).collect();
    assert_eq!(names, ["総務課", "給付課", "nowhere"]);
    assert_eq!(model.results.chapters.last().map(String::as_str), Some("99"));
    assert_eq!(model.results.total.nonconforming, 1);
    let parts: Vec<_> = model.checklist.iter().map(|part| part.department.as_str()).collect();
    assert_eq!(parts, ["総務課", "給付課", "nowhere"], "the annex has the same order");
}

#[test]
fn a_self_inspection_counts_the_unknown_against_the_department() {
    let answer = |answer: Option<SelfAnswer>| SelfRow {
        department: "soumu".into(),
        clause: "7.4".into(),
        id: "aoba:1".into(),
        item: "1".into(),
        question: "問".into(),
        answer,
        note: String::new(),
        improvement: String::new(),
    };
    let mut rows: Vec<_> = [SelfAnswer::Yes, SelfAnswer::Partly, SelfAnswer::No, SelfAnswer::NotApplicable]
        .map(|kind| answer(Some(kind)))
        .into();
    rows.push(answer(Some(SelfAnswer::Unknown)));
    rows.push(answer(None));
    let check =
        ReportModel::tally(ReportInput { departments: departments(), self_answers: rows, ..empty() }).self_check;
    assert_eq!(check.total.rate, Rate { part: 1, of: 4, permille: Some(250) });
    assert_eq!((check.total.not_applicable, check.total.unanswered), (1, 1), "both stand beside the rate");
    assert_eq!(check.open.len(), 3, "partly, no and unknown ask for something to be done");
    assert_eq!(check.departments.len(), 1, "a department that was not asked has no row");
}

#[test]
fn days_overdue_count_from_the_date_in_force() {
    let overdue = |change: &dyn Fn(&mut Finding)| {
        let mut finding = finding(2, Grade::Minor, FindingState::Correcting);
        change(&mut finding);
        ReportModel::tally(ReportInput { findings: vec![finding], ..empty() }).findings[0].days_overdue
    };
    let plan_due = |day| move |finding: &mut Finding| finding.plan.as_mut().unwrap().due = day;
    assert_eq!(overdue(&|_| {}), None, "the approved plan allows until December, though the order said November");
    assert_eq!(overdue(&plan_due(Some(date(2026, 11, 20)))), Some(1));
    assert_eq!(overdue(&plan_due(Some(TODAY))), None, "the due day itself is not late");
    assert_eq!(overdue(&plan_due(None)), Some(8), "a plan without a date leaves the order's");
    assert_eq!(overdue(&|f| f.plan.as_mut().unwrap().approval = None), Some(8), "a plan nobody approved moves nothing");
    assert_eq!(overdue(&|f| f.plan = None), Some(8));
    assert_eq!(overdue(&|f| (f.plan, f.order) = (None, None)), None, "without a date nothing is late");
    let closed = |f: &mut Finding| (f.plan, f.state) = (None, FindingState::Closed);
    assert_eq!(overdue(&closed), None, "what is closed is not late");
    assert_eq!(overdue(&|f| (f.plan, f.grade) = (None, Grade::GoodPractice)), None, "a good practice is never late");
}

#[test]
fn findings_come_gravest_first_and_in_their_order() {
    let model = ReportModel::tally(sample());
    let numbers: Vec<_> = model.findings.iter().map(|finding| finding.number.as_str()).collect();
    assert_eq!(numbers, ["R8-002", "R8-001", "R8-003", "R8-004", "R8-005"]);
    let total = model.finding_counts.last().unwrap();
    assert_eq!(total.by_grade, [1, 2, 1, 0, 1]);
    assert_eq!((total.open, total.overdue), (3, 1), "a closed finding and a good practice are not open");
    let by_department: u32 = model.finding_counts.iter().rev().skip(1).map(|row| row.open).sum();
    assert_eq!(by_department, total.open);
}

#[test]
fn approvals_by_the_applicant_are_listed_and_others_are_not() {
    let mut input = sample();
    input.findings[1].plan.as_mut().unwrap().approval.as_mut().unwrap().reason = Some("代行者が不在".into());
    let mut blank = finding(7, Grade::Minor, FindingState::Correcting);
    blank.plan.as_mut().unwrap().approval.as_mut().unwrap().reason = Some("　".into());
    input.findings.push(blank);
    let listed = ReportModel::tally(input).compelled_approvals;
    assert_eq!(listed.iter().map(|approval| approval.subject.as_str()).collect::<Vec<_>>(), ["R8-002"]);
}

#[test]
fn the_model_survives_json() {
    let model = ReportModel::tally(sample());
    let json = serde_json::to_string(&model).unwrap();
    assert_eq!(serde_json::from_str::<ReportModel>(&json).unwrap(), model);
}
