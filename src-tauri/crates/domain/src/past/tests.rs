use super::*;
use crate::Keyed;
use FindingState as F;
use PastStatus as S;
use VerificationResult::{Effective, Insufficient};
use jiff::civil::date;

fn told(status: Option<PastStatus>) -> Told {
    Told { grade: Some(Grade::Minor), status, ..Told::default() }
}

#[test]
fn only_what_was_verified_is_closed() {
    let state = |told: Told| standing(&told).state;
    assert_eq!(state(told(Some(S::Done))), F::Reported, "完了 alone waits for verification");
    assert_eq!(state(Told { done: true, ..told(None) }), F::Reported);
    assert_eq!(state(Told { checked: Some(Effective), ..told(Some(S::Done)) }), F::Closed);
    assert_eq!(state(Told { checked: Some(Effective), ..told(None) }), F::Closed);
    assert_eq!(state(told(Some(S::Closed))), F::Closed);
    assert_eq!(state(Told { checked: Some(Insufficient), ..told(Some(S::Done)) }), F::Correcting, "sent back");
    assert_eq!(state(Told { checked: Some(Insufficient), ..told(Some(S::Closed)) }), F::Correcting);
}

#[test]
fn what_is_open_stands_where_the_table_proves_it() {
    let of = |told: Told| (standing(&told).state, standing(&told).ordered, standing(&told).planned);
    assert_eq!(of(told(None)), (F::Confirmed, false, false), "no order is made up");
    assert_eq!(of(Told { due: true, ..told(None) }), (F::Ordered, true, false));
    assert_eq!(of(Told { due: true, planned: true, ..told(None) }), (F::Correcting, false, true));
    assert_eq!(of(Told { planned: true, ..told(None) }), (F::Confirmed, false, false), "a plan has a day");
    assert_eq!(of(Told { due: true, ..told(Some(S::NotStarted)) }), (F::Ordered, true, false));
    assert_eq!(of(Told { due: true, ..told(Some(S::Underway)) }), (F::Correcting, true, false));
    assert_eq!(of(told(Some(S::Delayed))), (F::Correcting, false, false));
    let good = Told { grade: Some(Grade::GoodPractice), due: true, planned: true, done: true, ..Told::default() };
    assert_eq!(of(good), (F::Confirmed, false, false), "a good practice asks for nothing");
}

#[test]
fn of_two_that_contradict_each_other_the_open_one_counts() {
    for &status in &[S::NotStarted, S::Underway, S::Delayed] {
        for told in [Told { done: true, ..told(Some(status)) }, Told { checked: Some(Effective), ..told(Some(status)) }]
        {
            let standing = standing(&told);
            assert!(standing.contradicts && !standing.reported, "{}", status.key());
            assert!(!matches!(standing.state, F::Reported | F::Closed), "{}", status.key());
        }
    }
    assert!(!standing(&Told { done: true, checked: Some(Effective), ..told(Some(S::Done)) }).contradicts);
}

#[test]
fn nothing_is_closed_or_reported_without_a_word_of_it() {
    for due in [false, true] {
        for planned in [false, true] {
            for &grade in Grade::ALL {
                let told = Told { grade: Some(grade), due, planned, ..Told::default() };
                assert!(!matches!(standing(&told).state, F::Reported | F::Closed));
                assert!(!standing(&told).reported);
            }
        }
    }
}

#[test]
fn days_are_read_as_offices_write_them() {
    for (text, expected) in [
        ("", Day::Blank),
        ("　", Day::Blank),
        ("－", Day::Blank),
        ("R7.3.31", Day::On(date(2025, 3, 31))),
        ("2025/3/31", Day::On(date(2025, 3, 31))),
        ("R7.3", Day::Within(date(2025, 3, 31))),
        ("令和7年2月", Day::Within(date(2025, 2, 28))),
        ("令和8年2月末", Day::Within(date(2026, 2, 28))),
        ("2025/9", Day::Within(date(2025, 9, 30))),
        ("令和7年度末", Day::Within(date(2026, 3, 31))),
        ("年度内", Day::Unclear),
        ("3月末", Day::Unclear),
        ("随時", Day::Unclear),
        ("7.3.31", Day::Unclear),
        ("平成31年5月1日", Day::Unclear),
        ("R7.2.30", Day::Unclear),
    ] {
        assert_eq!((day(text), due_day(text)), (expected, expected), "{text}");
    }
}

#[test]
fn a_day_that_is_still_to_come_is_none_on_which_something_was_done() {
    for (text, due) in [
        ("令和5年5月予定", Day::Within(date(2023, 5, 31))),
        ("令和5年5月頃", Day::Within(date(2023, 5, 31))),
        ("R6.3.31まで", Day::On(date(2024, 3, 31))),
        ("令和７年３月３１日　迄", Day::On(date(2025, 3, 31))),
        ("R6.3.31予定", Day::On(date(2024, 3, 31))),
        ("令和7年度中", Day::Within(date(2026, 3, 31))),
        ("令和７年度内", Day::Within(date(2026, 3, 31))),
        ("R7.3以内", Day::Within(date(2025, 3, 31))),
        ("予定", Day::Unclear),
        ("R6.3.31見込", Day::Unclear),
    ] {
        assert_eq!(due_day(text), due, "{text}");
        assert_eq!(day(text), Day::Unclear, "{text}");
    }
}

#[test]
fn a_number_alone_is_one_of_every_year() {
    for text in ["3", "No.3", "Ｎｏ．１２", "指摘3", "(3)", "第3号"] {
        assert!(is_bare_number(text), "{text}");
    }
    for text in ["R6-3", "ISA-24-003", "1-2", "2024", "", "A", "総-3"] {
        assert!(!is_bare_number(text), "{text}");
    }
}

#[test]
fn years_are_read_from_cells_titles_and_numbers() {
    for (text, expected) in [
        ("令和6年度", Some(2024)),
        ("R6", Some(2024)),
        ("Ｒ６年度", Some(2024)),
        ("令和元", Some(2019)),
        ("2024", Some(2024)),
        ("2024年度", Some(2024)),
        ("6", None),
        ("12345", None),
        ("昨年度", None),
        ("", None),
    ] {
        assert_eq!(year(text), expected, "{text}");
    }
    for (text, expected) in [
        ("令和６年度　情報セキュリティ監査　指摘事項一覧", Some(2024)),
        ("指摘一覧R6_最終.xlsx", Some(2024)),
        ("R06-003", Some(2024)),
        ("2024-12", Some(2024)),
        ("令和5年度・令和6年度の指摘", None),
        ("VER6", None),
        ("第12号", None),
        ("", None),
    ] {
        assert_eq!(year_in(text), expected, "{text}");
    }
}
