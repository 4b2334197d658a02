//! What the invented year has beside its verdicts and findings.

use super::{answers, chapters, departments, empty};
use domain::exception::{ExceptionManner, ExceptionResult, ExceptionStanding};
use domain::finding::FindingState;
use domain::horizontal::HorizontalResult;
use domain::kinds::Grade;
use domain::proposal::{ProposalSource, ProposalState};
use domain::wareki::FiscalYear;
use jiff::civil::date;
use report::model::*;

/// An empty report with all of it.
pub(super) fn beyond() -> ReportInput {
    ReportInput {
        earlier: earlier(),
        earlier_findings: earlier_findings(),
        cross_cutting: vec!["R8-002".into()],
        horizontal: vec![
            HorizontalLine {
                number: "R8-002".into(),
                department: "給付課".into(),
                asked: date(2026, 10, 22),
                due: date(2026, 11, 6),
                result: Some(HorizontalResult::Same),
                answer: "時間外の連絡先が決まっていない点は同じ。代行者を含めて定める。".into(),
            },
            HorizontalLine {
                number: "R8-002".into(),
                department: "情報システム課".into(),
                asked: date(2026, 10, 22),
                due: date(2026, 11, 6),
                result: None,
                answer: String::new(),
            },
        ],
        turns: vec![Turn {
            number: "R8-002".into(),
            date: date(2026, 11, 10),
            what: "完了予定を令和8年11月13日から令和8年12月25日に変更".into(),
            reason: "委託先との契約変更に時間を要するため。".into(),
        }],
        exceptions: vec![
            ExceptionLine {
                number: "例R8-001".into(),
                title: "検証用端末の多要素認証".into(),
                department: "情報システム課".into(),
                points: "6.4.2イ".into(),
                manner: ExceptionManner::OtherMethod,
                standing: ExceptionStanding::Running,
                from: Some(date(2026, 7, 1)),
                until: Some(date(2027, 3, 31)),
                result: Some(ExceptionResult::Conditional),
                decided: Some(date(2026, 6, 24)),
                approver: "事務局長　井上 健".into(),
                emergency: false,
                review: Some(date(2026, 12, 20)),
            },
            ExceptionLine {
                number: "例R8-002".into(),
                title: "復旧作業のための外部持出し".into(),
                department: "給付課".into(),
                points: "6.2.1ア、6.2.1イ".into(),
                manner: ExceptionManner::NotDone,
                standing: ExceptionStanding::Reported,
                from: Some(date(2026, 10, 28)),
                until: None,
                result: None,
                decided: None,
                approver: String::new(),
                emergency: true,
                review: None,
            },
        ],
        proposals: vec![ProposalLine {
            number: "提R8-001".into(),
            title: "時間外の通報先".into(),
            clause: "6.4.1".into(),
            source: ProposalSource::Finding,
            reason: "「速やかに」の範囲が課によって異なって読まれている。".into(),
            proposed: "通報を受ける窓口と、停止までの目標時間を実施手順に定めなければならない。".into(),
            state: ProposalState::Submitted,
            decided: String::new(),
        }],
        orders: vec![OrderDraft {
            number: "R8-004".into(),
            addressee: "情報システム課長".into(),
            grade: Grade::Observation,
            title: "紛失したICカードの利用停止が翌営業日まで行われていない".into(),
            body: "時間外の連絡先と代行者を定め、停止までの目標時間を手順書に明記すること。".into(),
        }],
        ..empty()
    }
}

/// The two years before, of which the older one did not look at the last chapter.
fn earlier() -> Vec<YearCounts> {
    let counts = |year: usize| {
        let mut counts: Vec<Counts> = Vec::new();
        let input = ReportInput { departments: departments(), chapters: chapters(), ..empty() };
        let rows = answers(&departments(), &chapters(), 6 - year);
        let model = ReportModel::tally(ReportInput { answers: rows, ..input });
        counts.extend(model.results.by_chapter);
        (counts, model.results.total)
    };
    let year = |place: usize| {
        let (by_chapter, total) = counts(place);
        let seen = |(chapter, counts): (usize, Counts)| (place < 2 || chapter < 4).then_some(counts);
        YearCounts {
            year: FiscalYear::new(2026 - place as i16).unwrap(),
            total,
            by_chapter: by_chapter.into_iter().enumerate().map(seen).collect(),
            other_edition: place == 2,
        }
    };
    vec![year(1), year(2)]
}

fn earlier_findings() -> Vec<OpenEarlier> {
    let states = [FindingState::Closed, FindingState::Closed, FindingState::Correcting, FindingState::Excepted];
    let finding = |n: usize| OpenEarlier {
        year: FiscalYear::new(if n < 6 { 2025 } else { 2024 }).unwrap(),
        number: format!("R{}-{:03}", if n < 6 { 7 } else { 6 }, n % 6 + 1),
        grade: if n.is_multiple_of(3) { Grade::Major } else { Grade::Minor },
        department: departments()[n % 3].name.clone(),
        title: "アクセス記録の保存期間が定められていない".into(),
        state: states[n % states.len()],
        due: Some(date(2026, 3, 31).checked_add(jiff::Span::new().days(n as i64 * 40)).unwrap()),
        days_overdue: None,
    };
    (0..9).map(finding).collect()
}
