//! Whatever a section does to a form in good faith, no answer is lost and none is invented.

#![allow(clippy::unwrap_used, reason = "what a test cannot set up fails the test")]

mod common;

use common::{FIRST_ITEM, Grid, expected, grid, key, workbook};
use domain::{Keyed, kinds::Verdict};
use exchange::{DiagnosticCode, PlanStatus, plan, recognise};
use proptest::prelude::*;
use proptest::sample::Index;

const ITEMS: usize = 12;
const SPELLINGS: &[(&str, Verdict)] = &[
    ("○", Verdict::Conforming),
    ("〇", Verdict::Conforming),
    ("ＯＫ", Verdict::Conforming),
    ("適　合", Verdict::Conforming),
    ("実施済み", Verdict::Conforming),
    ("▲", Verdict::Partial),
    ("△ 一部不適合", Verdict::Partial),
    ("✕", Verdict::Nonconforming),
    ("いいえ", Verdict::Nonconforming),
    ("Ｎ／Ａ", Verdict::NotApplicable),
];
const UNCLEAR: &[&str] = &["◎", "レ", "1", "－", "昨年同様", "別紙", "〃", "だいたい", "○→×"];

/// What a section writes for one item.
#[derive(Clone, Debug)]
enum Written {
    Nothing,
    Clear(usize),
    Unclear(usize),
}

/// What a section does to a sheet.
#[derive(Clone, Debug)]
enum Deed {
    /// A column of its own, with or without a heading.
    InsertColumn(Index, bool),
    /// A row of its own above the table or in it, without a text.
    InsertBlankRow(Index),
    /// A row of its own below the headings, with a question and an answer of its own.
    AddRow(Index, usize),
    /// Sorts whole rows.
    Sort(Vec<Index>),
    /// Sorts the visible columns only; the hidden marks stay where they are.
    SortVisible(Vec<Index>),
    /// Moves a column of ours.
    MoveColumn(Index, Index),
}

fn deed() -> impl Strategy<Value = Deed> {
    let order = || prop::collection::vec(any::<Index>(), ITEMS);
    prop_oneof![
        (any::<Index>(), any::<bool>()).prop_map(|(at, heading)| Deed::InsertColumn(at, heading)),
        any::<Index>().prop_map(Deed::InsertBlankRow),
        (any::<Index>(), 0..SPELLINGS.len()).prop_map(|(at, answer)| Deed::AddRow(at, answer)),
        order().prop_map(Deed::Sort),
        order().prop_map(Deed::SortVisible),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Deed::MoveColumn(from, to)),
    ]
}

fn written() -> impl Strategy<Value = Written> {
    prop_oneof![
        1 => Just(Written::Nothing),
        3 => (0..SPELLINGS.len()).prop_map(Written::Clear),
        1 => (0..UNCLEAR.len()).prop_map(Written::Unclear),
    ]
}

/// The rows of the grid that hold items, wherever they are.
fn items(grid: &Grid) -> Vec<usize> {
    (0..grid.len()).filter(|row| grid[*row].iter().any(|text| text.starts_with("hyogo:"))).collect()
}

fn mark_column(grid: &Grid) -> usize {
    grid.iter().find_map(|row| row.iter().position(|text| text == domain::form::MARK)).unwrap()
}

fn act(grid: &mut Grid, deed: &Deed) {
    let width = grid[0].len();
    let mark = mark_column(grid);
    match deed {
        Deed::InsertColumn(at, heading) => {
            let at = at.index(width + 1);
            let titles = grid.iter().position(|row| row[mark] == domain::form::MARK_COLUMNS).unwrap();
            for (n, row) in grid.iter_mut().enumerate() {
                let text = if *heading && n == titles {
                    "課内メモ"
                } else if n > titles && *heading {
                    "○"
                } else {
                    ""
                };
                // What stands under a column of their own is not ours, whatever it says.
                row.insert(
                    at,
                    if row[mark].starts_with("hyogo:") || n == titles { text.to_owned() } else { String::new() },
                );
            }
        }
        Deed::InsertBlankRow(at) => {
            let at = at.index(grid.len() + 1);
            grid.insert(at, vec![String::new(); width]);
        }
        Deed::AddRow(at, answer) => {
            let titles = grid.iter().position(|row| row[mark] == domain::form::MARK_COLUMNS).unwrap();
            let marks = grid.iter().position(|row| row[mark] == domain::form::MARK).unwrap();
            let column = |key: &str| grid[marks].iter().position(|text| text == key).unwrap();
            let (question, verdict) = (column("question"), column("verdict"));
            let mut row = vec![String::new(); width];
            row[question] = "課で足した問い".to_owned();
            row[verdict] = SPELLINGS[*answer].0.to_owned();
            grid.insert(titles + 1 + at.index(grid.len() - titles), row);
        }
        Deed::Sort(order) | Deed::SortVisible(order) => {
            let places = items(grid);
            let mut rows: Vec<Vec<String>> = places.iter().map(|row| grid[*row].clone()).collect();
            for (n, other) in order.iter().enumerate() {
                rows.swap(n, other.index(ITEMS));
            }
            for (row, mut content) in places.into_iter().zip(rows) {
                if matches!(deed, Deed::SortVisible(_)) {
                    content[mark] = grid[row][mark].clone();
                }
                grid[row] = content;
            }
        }
        Deed::MoveColumn(from, to) => {
            let (from, to) = (from.index(width), to.index(width));
            for row in grid.iter_mut() {
                let text = row.remove(from);
                row.insert(to, text);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn no_answer_is_lost_and_none_is_invented(
        answers in prop::collection::vec((written(), "[あ-ん]{0,5}"), ITEMS),
        deeds in prop::collection::vec(deed(), 0..6),
        reorder in any::<bool>(),
        name in "[a-z]{1,8}",
    ) {
        let mut sheet = grid("f1", ITEMS);
        for (n, (written, note)) in answers.iter().enumerate() {
            let row = &mut sheet[FIRST_ITEM + n];
            row[3] = match written {
                Written::Nothing => String::new(),
                Written::Clear(n) => SPELLINGS[*n].0.to_owned(),
                Written::Unclear(n) => UNCLEAR[*n].to_owned(),
            };
            row[4] = note.clone();
        }
        for deed in &deeds {
            act(&mut sheet, deed);
        }
        let other = grid("f2", 3);
        let mut sheets = vec![(name.as_str(), &sheet), ("ほかの課", &other)];
        if reorder {
            sheets.reverse();
        }
        let found = recognise(&workbook(&sheets, &["f1", "f2"]));
        prop_assert_eq!(&found.diagnostics, &vec![]);
        prop_assert_eq!(found.forms.len(), 2);
        let form = found.forms.iter().find(|form| form.form_id == "f1").unwrap();
        let plan = plan(form, &expected("f1", ITEMS));
        prop_assert_eq!(plan.missing.len(), 0);
        for (n, (written, note)) in answers.iter().enumerate() {
            let of = |column: &str| plan.rows.iter().filter(|row| row.key == key(n + 1) && row.column == column).collect::<Vec<_>>();
            let verdict = of("verdict");
            prop_assert_eq!(verdict.len(), 1, "{} in {:#?}", key(n + 1), plan);
            let value = verdict[0].value.as_deref();
            match written {
                Written::Nothing => prop_assert_eq!((verdict[0].status, value), (PlanStatus::Unanswered, None)),
                Written::Clear(n) => prop_assert_eq!((verdict[0].status, value), (PlanStatus::New, Some(SPELLINGS[*n].1.key()))),
                Written::Unclear(_) => prop_assert_eq!((verdict[0].status, value), (PlanStatus::Query, None)),
            }
            let notes: Vec<_> = of("note").iter().map(|row| row.value.clone().unwrap_or_default()).collect();
            let expected: Vec<String> = if note.is_empty() { vec![] } else { vec![note.clone()] };
            prop_assert_eq!(notes, expected);
        }
        // What they added is told, every row of it, and answers nothing.
        let added = deeds.iter().filter(|deed| matches!(deed, Deed::AddRow(..))).count();
        let told = plan.diagnostics.iter().filter(|diagnostic| diagnostic.code == DiagnosticCode::RowAdded).count();
        prop_assert_eq!(told, added);
        prop_assert!(plan.rows.iter().all(|row| row.key.starts_with("hyogo:") || row.key.starts_with("field:")));
        let odd = plan.diagnostics.iter().find(|diagnostic| {
            use DiagnosticCode as C;
            matches!(diagnostic.code, C::RowUnsure | C::RowUnknown | C::ColumnMissing | C::FixedChanged)
        });
        prop_assert_eq!(odd, None);
    }
}
