//! What the report counts beside this year's verdicts: earlier years, both looks at the same item, other readers.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{empty, sample};
use domain::finding::FindingState;
use domain::kinds::{Grade, SelfAnswer, Verdict};
use i18n::Lang;
use report::check::{Known, check};
use report::layout::Mark;
use report::model::{AnswerRow, Named, ReportInput, ReportModel, SelfRow, figures, fill};
use report::pdf::{Typeface, ciso_pages};
use std::collections::BTreeMap;

fn named(key: &str, name: &str) -> Named {
    Named { key: key.into(), name: name.into() }
}

fn judged(department: &str, id: &str, verdict: Verdict) -> AnswerRow {
    AnswerRow {
        department: department.into(),
        chapter: "6".into(),
        clause: "6.1".into(),
        id: id.into(),
        item: id.into(),
        target: String::new(),
        question: "確認しているか。".into(),
        verdict,
        in_scope: true,
        note: String::new(),
        evidence: Vec::new(),
    }
}

fn said(department: &str, id: &str, answer: Option<SelfAnswer>) -> SelfRow {
    SelfRow {
        department: department.into(),
        clause: "6.1".into(),
        id: id.into(),
        item: id.into(),
        question: "確認しているか。".into(),
        answer,
        note: String::new(),
        improvement: String::new(),
    }
}

fn office(answers: Vec<AnswerRow>, self_answers: Vec<SelfRow>) -> ReportModel {
    let departments = vec![named("a", "総務課"), named("b", "給付課"), named("c", "会計課")];
    let chapters = vec![named("6", "6 物理的対策")];
    ReportModel::tally(ReportInput { departments, chapters, answers, self_answers, ..empty() })
}

#[test]
fn only_what_both_looked_at_is_compared() {
    use {SelfAnswer as S, Verdict as V};
    let answers = vec![
        judged("a", "1", V::Nonconforming),
        judged("a", "2", V::Conforming),
        judged("a", "3", V::Conforming),
        judged("a", "4", V::Unverified),
        AnswerRow { in_scope: false, ..judged("a", "5", V::Nonconforming) },
        judged("b", "1", V::Partial),
    ];
    let self_answers = vec![
        said("a", "1", Some(S::Yes)),
        said("a", "2", Some(S::Partly)),
        said("a", "3", Some(S::Yes)),
        said("a", "4", Some(S::Yes)),
        said("a", "5", Some(S::Yes)),
        said("b", "1", Some(S::Unknown)),
        said("c", "1", Some(S::Yes)),
    ];
    let contrast = office(answers, self_answers).contrast;
    let total = &contrast.total;
    assert_eq!((total.both, total.better, total.worse, total.same), (3, 1, 1, 1));
    assert_eq!(contrast.departments.len(), 1, "a department of which only one looked is not compared");
    assert_eq!(contrast.items.len(), 1);
    assert_eq!((contrast.items[0].item.as_str(), contrast.items[0].verdict), ("1", V::Nonconforming));
}

#[test]
fn the_worst_of_several_looks_at_an_item_counts() {
    use {SelfAnswer as S, Verdict as V};
    let answers = vec![judged("a", "1", V::Conforming), judged("a", "1", V::Partial)];
    let self_answers = vec![said("a", "1", Some(S::Yes)), said("a", "1", Some(S::No))];
    let contrast = office(answers, self_answers).contrast;
    assert_eq!((contrast.total.both, contrast.total.same, contrast.total.better), (1, 1, 0));
}

#[test]
fn what_several_departments_do_not_fulfil_is_found() {
    use Verdict as V;
    let shared = office(
        vec![
            judged("a", "1", V::Partial),
            judged("a", "2", V::Nonconforming),
            judged("b", "2", V::Partial),
            judged("c", "2", V::Nonconforming),
            judged("b", "3", V::Partial),
            judged("b", "3", V::Nonconforming),
        ],
        Vec::new(),
    )
    .cross_cutting
    .shared;
    assert_eq!(shared.len(), 1, "twice in one department is one department");
    assert_eq!(shared[0].item, "2");
    assert_eq!(shared[0].nonconforming, ["総務課", "会計課"]);
    assert_eq!(shared[0].partial, ["給付課"]);
}

#[test]
fn earlier_years_are_counted_without_what_an_exception_handles() {
    let model = ReportModel::tally(sample());
    let year = &model.follow_up.years[0];
    assert_eq!(year.year.year(), 2025);
    assert_eq!((year.all, year.excepted, year.open), (6, 1, 1));
    assert_eq!((year.closed.part, year.closed.of), (4, 6));
    assert!(year.overdue == 1 && year.longest.is_some_and(|days| days > 100));
    assert!(model.follow_up.open.iter().all(|finding| finding.days_overdue.is_none_or(|days| days > 0)));
    assert!(model.follow_up.open.is_sorted_by_key(|finding| std::cmp::Reverse(finding.days_overdue)));
}

#[test]
fn a_department_reads_nothing_of_others() {
    let mut input = sample();
    // Written for this report alone.
    input.not_looked_at.clear();
    input.independence.clear();
    // Which items evidence belongs to is told of those of the report alone.
    input.evidence.iter_mut().for_each(|one| one.attached_to.clear());
    let model = ReportModel::tally(input.of_department(&named("kyufu", "給付課")));
    let text = serde_json::to_string(&model).unwrap();
    for other in ["総務課", "情報システム課"] {
        assert!(!text.contains(other), "{other} stands in {text}");
    }
    assert_eq!(model.results.departments.len(), 1);
}

#[test]
fn other_departments_in_what_people_wrote_are_pointed_at() {
    let mut input = sample().of_department(&named("soumu", "総務課"));
    input.findings[0].fact = "給付課の端末でも同じだった。".into();
    input.opinion.overall = vec!["総務課には大きな問題はない。".into()];
    let known = Known { others: vec!["給付課".into(), "務課".into()], ..Known::default() };
    let remarks = check(&ReportModel::tally(input), &known);
    let named: Vec<_> = remarks.iter().filter(|one| one.key == "names-others").collect();
    assert_eq!(named.len(), 1, "the own name is no other's: {named:?}");
    assert_eq!((named[0].place.as_str(), named[0].args["name"].as_str()), ("finding", "給付課"));
}

#[test]
fn what_is_published_has_no_detail_and_what_was_taken_out_is_listed() {
    let whole = ReportModel::tally(sample());
    let mut model = whole.clone();
    let removed = model.publish("記載しません");
    let text = serde_json::to_string(&model).unwrap();
    for detail in
        ["時間外の受付窓口と停止権限", "佐藤 花子", "紛失報告書の写し", "検証用端末", "窓口を連合全体で一つに"]
    {
        assert!(!text.contains(detail), "{detail} is not for the public");
    }
    let titled = model.findings.iter().filter(|finding| finding.title != "記載しません");
    assert!(titled.clone().count() > 0, "what is mended is named");
    for finding in titled {
        assert!(finding.state == FindingState::Closed || finding.grade == Grade::GoodPractice, "{finding:?}");
    }
    assert!(model.follow_up.open.iter().all(|earlier| earlier.title == "記載しません"));
    assert_eq!(
        (&model.results, &model.finding_counts),
        (&whole.results, &whole.finding_counts),
        "nothing is counted anew"
    );
    let what: Vec<&str> = removed.iter().map(|one| one.what.as_str()).collect();
    let all =
        ["findings", "titles", "persons", "notes", "evidence", "self-answers", "exceptions", "orders", "decisions"];
    for wanted in all {
        assert!(what.contains(&wanted), "{wanted} is missing in {what:?}");
    }
    let listed = serde_json::to_string(&removed).unwrap();
    assert!(listed.contains("時間外の受付窓口と停止権限"), "each is listed as it stood there");
}

#[test]
fn names_in_braces_become_figures_and_unknown_ones_stay_and_are_told() {
    let model = ReportModel::tally(sample());
    let known: BTreeMap<String, String> =
        figures(&model, &Lang::Ja).into_iter().map(|figure| (figure.name, figure.value)).collect();
    let (text, unknown) = fill("{年度}の適合率は{適合率}、指摘は｛ 指摘の数 ｝件。{謎}{", &known);
    assert_eq!(unknown, ["謎"]);
    assert!(text.starts_with("令和8年度の適合率は") && text.contains('%') && text.ends_with("件。{謎}{"), "{text}");
    assert!(text.contains("指摘は4件"), "{text}");
    assert_eq!(fill("括弧のない文", &known), ("括弧のない文".to_owned(), Vec::new()));
}

#[test]
fn a_summary_that_has_no_room_for_all_departments_names_the_gravest() {
    let mut input = common::large(600, 60, 60);
    for (n, finding) in input.findings.iter_mut().enumerate() {
        finding.grade = if n == 57 { Grade::Major } else { Grade::Minor };
        finding.department = format!("第{}課", n + 1);
    }
    let model = ReportModel::tally(input);
    let fonts = common::FontBytes::read();
    let typeface = Typeface::new(&fonts.fonts()).unwrap();
    let pages = ciso_pages(&model, &Lang::Ja, &typeface);
    let text = |mark: &Mark| if let Mark::Text { text, .. } = mark { text.clone() } else { String::new() };
    let summary = pages.iter().find(|page| page.entries.iter().any(|entry| entry.text == "要旨")).unwrap();
    assert!(summary.marks.iter().any(|mark| text(mark) == "第58課"), "the only one with something grave");
}
