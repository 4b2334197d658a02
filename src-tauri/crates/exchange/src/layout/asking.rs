//! Guesses how a table of questions is read that an office keeps itself: its last checklist, with or without answers.
//! The guess is shown and corrected by pointing, like that of a table of answers.

use super::{ColumnUse, HIGHEST, Layout, LayoutColumn, Reads, SheetLayout, Whose, found_again, headings};
use crate::lists::plain;
use crate::recognise::is_instructions;
use crate::workbook::{Sheet, Workbook};
use domain::form::INDEX_SHEET;
use domain::pack::is_question;
use domain::text::{fold, says_nothing};
use std::collections::BTreeMap;

/// Headings have no more levels than this.
const LEVELS: u32 = 3;

/// So many rows below the headings tell which of several columns holds the questions.
const LOOKED_AT: u32 = 60;

/// Headings that mean something else above questions than above answers, or nothing there.
const CALLED: &[(ColumnUse, &[&str])] = &[
    (
        ColumnUse::Clause,
        &[
            "根拠",
            "根拠規定",
            "関係条項",
            "関連条項",
            "規定",
            "条文",
            "条",
            "ポリシー",
            "対策基準条項",
            "関連ポリシーガイドライン番号",
        ],
    ),
    (
        ColumnUse::Question,
        &[
            "監査の着眼点",
            "着眼点",
            "点検の観点",
            "監査の観点",
            "監査要点",
            "監査ポイント",
            "点検ポイント",
            "チェックポイント",
            "確認のポイント",
            "確認ポイント",
            "問い(監査)",
            "点検の内容",
            "監査事項",
        ],
    ),
    (ColumnUse::QuestionSelf, &["自己点検の問い", "自己点検項目", "自己点検の設問", "自己点検用設問"]),
    (
        ColumnUse::Note,
        &[
            "留意事項",
            "監査人への注意",
            "注記",
            "注意点",
            "留意点",
            "監査上の留意点",
            "解説",
            "監査実施の例",
            "監査手続の例",
        ],
    ),
    (
        ColumnUse::LookAt,
        &[
            "監査資料",
            "監査資料の例",
            "確認資料",
            "確認書類",
            "根拠資料",
            "証跡",
            "確認する資料",
            "必要資料",
            "見るもの",
            "対象文書",
            "エビデンス",
        ],
    ),
    (
        ColumnUse::How,
        &["確認方法", "監査方法", "監査の方法", "点検方法", "監査手続", "手続", "監査技法", "手法", "方法"],
    ),
    (ColumnUse::Forms, &["対象者", "対象者区分", "回答者", "回答者区分", "点検者", "様式", "区分(対象者)", "票"]),
    (ColumnUse::Targets, &["対象", "点検対象", "監査対象", "対象区分", "適用対象", "適用範囲"]),
    (ColumnUse::Duty, &["必須", "必須区分", "義務", "義務の強さ", "義務区分", "遵守区分", "強さ", "必須・推奨"]),
    (ColumnUse::Weight, &["重み", "重要度", "重要性", "配点", "ウェイト", "優先度"]),
    (ColumnUse::Topic, &["主題", "テーマ", "トピック"]),
];

/// Columns that group the questions. Where none names the clause, the innermost of these does.
const GROUPS: &[&str] =
    &["章", "節", "大項目", "中項目", "小項目", "大分類", "中分類", "小分類", "分類", "区分", "分野", "カテゴリ"];

/// How every visible sheet that holds something is probably to be read as questions: by a layout that was kept, or by a
/// guess. A sheet of ours is one like any other here.
pub fn question_layouts(workbook: &Workbook, saved: &BTreeMap<String, Layout>) -> Vec<SheetLayout> {
    let wanted = |sheet: &&Sheet| sheet.visible && sheet.name != INDEX_SHEET && !is_instructions(sheet);
    let sheets = workbook.sheets.iter().filter(wanted).filter(|sheet| !sheet.cells().is_empty());
    let one = |sheet: &Sheet| {
        let (saved, layout) = match found_again(saved, sheet, Reads::Questions) {
            Some((name, layout)) => (Some(name), Some(layout)),
            None => (None, guess(sheet)),
        };
        SheetLayout { sheet: sheet.name.clone(), layout, saved }
    };
    sheets.map(one).collect()
}

/// Whether a sheet shows how the others are filled in.
pub fn is_example(sheet: &str) -> bool {
    ["記入例", "記載例", "入力例", "見本"].iter().any(|word| fold(sheet).contains(&fold(word)))
}

impl Sheet {
    /// The columns of a table of questions whose headings a person has pointed at.
    pub fn asked(&self, first: u32, last: u32) -> Vec<LayoutColumn> {
        columns(self, first, last.min(first.saturating_add(HIGHEST)))
    }
}

fn guess(sheet: &Sheet) -> Option<Layout> {
    let mut best: Option<(usize, Layout)> = None;
    for first in headings::candidates(sheet) {
        if headings::label(sheet, first).is_some() {
            continue;
        }
        for last in first..first.saturating_add(LEVELS) {
            // A row in which nothing is known is no heading, and below one it is the first question.
            if !sheet.row(last).iter().any(|cell| used_for(&cell.text).is_some() || is_group(&cell.text)) {
                break;
            }
            let columns = columns(sheet, first, last);
            if columns.len() < 2 && !questions_below(sheet, last, columns.first().map_or(0, |one| one.column)) {
                continue;
            }
            let asks = columns.iter().any(|column| column.holds == ColumnUse::Question);
            let score = columns.iter().filter(|column| column.holds != ColumnUse::Ignored).count();
            if asks && best.as_ref().is_none_or(|(most, _)| score > *most) {
                let whose = Whose::File;
                best = Some((
                    score,
                    Layout { first, last, columns, whose, with_hidden: false, same_numbers: false, said: false },
                ));
            }
        }
    }
    best.map(|(_, layout)| layout)
}

fn columns(sheet: &Sheet, first: u32, last: u32) -> Vec<LayoutColumn> {
    let texts = headings::texts(sheet, first, last);
    let one = |(column, parts): (&u32, &Vec<String>)| {
        let past = headings::is_past(parts) || sheet.looks.hides_column(*column);
        let holds = parts.iter().rev().find_map(|part| used_for(part)).filter(|_| !past);
        let heading = parts.join(" / ");
        let holds = holds.unwrap_or(ColumnUse::Ignored);
        LayoutColumn { column: *column, heading, holds, place: String::new(), answer: String::new() }
    };
    let mut columns: Vec<LayoutColumn> = texts.iter().map(one).collect();
    the_question(sheet, last, &mut columns);
    let has_clause = columns.iter().any(|column| column.holds == ColumnUse::Clause);
    let groups = |column: &&mut LayoutColumn| {
        column.holds == ColumnUse::Ignored
            && texts.get(&column.column).is_some_and(|parts| parts.iter().any(|part| is_group(part)))
            && !sheet.looks.hides_column(column.column)
    };
    if !has_clause && let Some(column) = columns.iter_mut().rev().find(groups) {
        column.holds = ColumnUse::Clause;
    }
    // Of columns that say the same the left one counts.
    for n in 1..columns.len() {
        let (before, rest) = columns.split_at_mut(n);
        if let Some(column) = rest.first_mut().filter(|one| before.iter().any(|other| other.holds == one.holds)) {
            column.holds = ColumnUse::Ignored;
        }
    }
    columns
}

/// Of several columns that may hold the questions it is the one with most words; where no heading says so, one that is
/// full of questions. Another one of them, which says what each is about, may name the clause.
fn the_question(sheet: &Sheet, last: u32, columns: &mut [LayoutColumn]) {
    let said = |column: u32| -> usize {
        let below = sheet.rows(last.saturating_add(1), last.saturating_add(LOOKED_AT)).iter();
        below.filter(|cell| cell.column == column).map(|cell| cell.text.chars().count()).sum()
    };
    let found: Vec<usize> = (0..columns.len()).filter(|n| columns[*n].holds == ColumnUse::Question).collect();
    // The first of those with the most.
    let most = |among: &[usize]| among.iter().copied().rev().max_by_key(|n| said(columns[*n].column));
    match most(&found) {
        Some(question) => {
            let has_clause = columns.iter().any(|column| column.holds == ColumnUse::Clause);
            for n in found.into_iter().filter(|n| *n != question) {
                columns[n].holds = if has_clause { ColumnUse::Ignored } else { ColumnUse::Clause };
            }
        }
        None => {
            let unknown: Vec<usize> = (0..columns.len())
                .filter(|n| columns[*n].holds == ColumnUse::Ignored && questions_below(sheet, last, columns[*n].column))
                .collect();
            if let Some(question) = most(&unknown) {
                columns[question].holds = ColumnUse::Question;
            }
        }
    }
}

/// Whether most of what stands in a column asks something.
fn questions_below(sheet: &Sheet, last: u32, column: u32) -> bool {
    let below = sheet.rows(last.saturating_add(1), last.saturating_add(LOOKED_AT)).iter();
    let cells: Vec<&str> = below
        .filter(|cell| cell.column == column && !says_nothing(&cell.text))
        .map(|cell| cell.text.as_str())
        .collect();
    let asking = cells.iter().filter(|text| is_question(text)).count();
    asking > 0 && asking * 10 >= cells.len() * 6
}

/// What a heading says that a column of questions holds.
fn used_for(text: &str) -> Option<ColumnUse> {
    use ColumnUse as U;
    let asked = plain(text);
    let own = CALLED.iter().find(|(_, names)| names.iter().any(|name| fold(name) == asked || fold(name) == fold(text)));
    let own = own.filter(|_| !asked.is_empty()).map(|(holds, _)| *holds);
    own.or_else(|| {
        headings::used_for(text).filter(|holds| matches!(holds, U::Number | U::Clause | U::Question | U::Note))
    })
}

fn is_group(text: &str) -> bool {
    let asked = plain(text);
    GROUPS.iter().any(|name| fold(name) == asked)
}
