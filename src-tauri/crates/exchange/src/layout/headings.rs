//! What is usually written above the columns of a checklist.

use super::ColumnUse;
use crate::lists::{Heading, heading_of, plain};
use crate::workbook::{Cell, Sheet};
use domain::text::{fold, says_nothing};
use std::collections::BTreeMap;

/// How far down headings are looked for: titles, form numbers and dates stand above them.
const WITHIN: usize = 30;

/// No table has more columns that a person keeps.
pub(super) const WIDEST: usize = 500;

/// The headings by what they are called; compared folded, without what stands in brackets.
const CALLED: &[(ColumnUse, &[&str])] = &[
    (
        ColumnUse::Number,
        &["no.", "no", "№", "番号", "項番", "項目番号", "通番", "連番", "問番号", "設問番号", "問", "#", "項"],
    ),
    (
        ColumnUse::Clause,
        &["条項", "該当条項", "根拠条項", "規程", "根拠規程", "基準", "対策基準", "関係規程", "ポリシー条項", "clause"],
    ),
    (
        ColumnUse::Question,
        &[
            "項目",
            "点検項目",
            "監査項目",
            "確認項目",
            "チェック項目",
            "評価項目",
            "点検内容",
            "監査内容",
            "確認内容",
            "チェック内容",
            "確認事項",
            "点検事項",
            "質問",
            "質問事項",
            "設問",
            "問い",
            "内容",
            "遵守事項",
            "要求事項",
            "対策項目",
            "question",
            "item",
        ],
    ),
    (
        ColumnUse::Answer,
        &[
            "回答",
            "回答欄",
            "判定",
            "結果",
            "評価",
            "点検結果",
            "監査結果",
            "確認結果",
            "自己評価",
            "自己点検結果",
            "実施状況",
            "対応状況",
            "遵守状況",
            "状況",
            "チェック",
            "チェック欄",
            "適否",
            "可否",
            "○×",
            "○・×",
            "○△×",
            "○・△・×",
            "answer",
            "verdict",
            "result",
        ],
    ),
    (
        ColumnUse::Note,
        &[
            "備考",
            "備考欄",
            "所見",
            "監査所見",
            "コメント",
            "理由",
            "特記事項",
            "補足",
            "補足説明",
            "摘要",
            "メモ",
            "状況説明",
            "説明",
            "具体的内容",
            "note",
            "remarks",
        ],
    ),
    (
        ColumnUse::Basis,
        &["根拠", "証跡", "根拠資料", "確認資料", "確認書類", "確認方法", "エビデンス", "根拠・証跡", "basis"],
    ),
    (
        ColumnUse::Improvement,
        &[
            "改善内容",
            "改善策",
            "改善計画",
            "改善予定",
            "改善案",
            "改善方針",
            "対応策",
            "今後の対応",
            "今後の予定",
            "是正内容",
            "是正措置",
            "improvement",
        ],
    ),
    // Our own queries, where a copy comes back into which they were written.
    (ColumnUse::Ignored, &["照会事項", "queries"]),
    (
        ColumnUse::Due,
        &[
            "期限",
            "改善期限",
            "対応期限",
            "完了予定",
            "完了予定日",
            "実施予定日",
            "改善予定日",
            "予定時期",
            "実施時期",
            "改善時期",
            "due",
        ],
    ),
];

/// Words that say that a column is of another year.
const PAST: &[&str] = &["前年", "昨年", "前回", "過年度", "前々"];

/// The rows in which headings may begin.
pub(crate) fn candidates(sheet: &Sheet) -> Vec<u32> {
    let mut rows: Vec<u32> = sheet.cells().iter().map(|cell| cell.row).collect();
    rows.dedup();
    rows.truncate(WITHIN);
    rows
}

/// What stands above each column in these rows, from top to bottom; a merged cell stands above all its columns.
pub(crate) fn texts(sheet: &Sheet, first: u32, last: u32) -> BTreeMap<u32, Vec<String>> {
    let mut found: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for row in first..=last {
        let mut said: BTreeMap<u32, String> = BTreeMap::new();
        for cell in sheet.row(row).iter().filter(|cell| !says_nothing(&cell.text)).take(WIDEST) {
            said.insert(cell.column, cell.text.trim().to_owned());
        }
        let merged = sheet.looks.merged.iter().filter(|((top, bottom), _)| *top <= row && row <= *bottom);
        // A title that spans the sheet is no heading of its columns, but then nothing stands below it in these rows.
        for ((top, _), (left, right)) in merged {
            if let Some(cell) = sheet.get(*top, *left).filter(|_| right - left < 100 && *top >= first) {
                for column in *left..=*right {
                    said.entry(column).or_insert_with(|| cell.text.trim().to_owned());
                }
            }
        }
        for (column, text) in said {
            let parts = found.entry(column).or_default();
            if parts.last() != Some(&text) {
                parts.push(text);
            }
        }
    }
    found
}

/// What a heading says that a column holds.
pub(super) fn used_for(text: &str) -> Option<ColumnUse> {
    let asked = plain(text);
    if asked.is_empty() {
        // ○× may be written in brackets alone, and a number sign is no text.
        return matches!(fold(text).as_str(), "#").then_some(ColumnUse::Number);
    }
    let own = CALLED.iter().find(|(_, names)| names.iter().any(|name| fold(name) == asked)).map(|(holds, _)| *holds);
    own.or_else(|| {
        use Heading as H;
        matches!(heading_of(text)?, H::Department | H::System | H::Cloud | H::Contractor | H::UserOrg)
            .then_some(ColumnUse::Place)
    })
}

/// Whose what stands below is, if a row says so: 課名：総務課 in one cell or in two.
pub(super) fn label(sheet: &Sheet, row: u32) -> Option<&Cell> {
    let cells: Vec<&Cell> = sheet.row(row).iter().filter(|cell| !says_nothing(&cell.text)).collect();
    if cells.len() > MOST_IN_LABEL {
        return None;
    }
    let names = |text: &str| used_for(text) == Some(ColumnUse::Place);
    let one = cells.iter().find(|cell| {
        let (before, name) = label_parts(&cell.text);
        before.is_some_and(names) && !says_nothing(name)
    });
    let two = || {
        let pair = cells.windows(2).find(|pair| names(pair[0].text.trim_end_matches([':', '：'])))?;
        used_for(&pair[1].text).is_none().then_some(pair[1])
    };
    one.copied().or_else(two)
}

/// Whether a row should say whose what stands below is, and the name is missing: 課名： and nothing behind it.
pub(super) fn is_nameless(said: &[&Cell]) -> bool {
    let asks = |cell: &&Cell| {
        let bare = cell.text.trim_end().trim_end_matches([':', '：']);
        let alone = said.len() == 1 || bare.len() < cell.text.trim_end().len();
        alone && used_for(bare) == Some(ColumnUse::Place)
    };
    said.len() <= MOST_IN_LABEL && said.iter().any(asks)
}

/// The name in a label, and what stands before it.
pub(super) fn label_parts(text: &str) -> (Option<&str>, &str) {
    match text.split_once([':', '：']) {
        Some((before, name)) => (Some(before), name.trim()),
        None => (None, text.trim()),
    }
}

/// A row that says whose something is says little else: a form number, a date.
const MOST_IN_LABEL: usize = 6;

/// Whether a heading speaks of another year.
pub(super) fn is_past(parts: &[String]) -> bool {
    parts.iter().any(|part| PAST.iter().any(|word| fold(part).contains(&fold(word))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_however_they_are_written() {
        for (text, holds) in [
            ("Ｎｏ．", ColumnUse::Number),
            ("点検項目\n（必須）", ColumnUse::Question),
            ("判　定", ColumnUse::Answer),
            ("備　考", ColumnUse::Note),
            ("所管課", ColumnUse::Place),
            ("完了予定日", ColumnUse::Due),
        ] {
            assert_eq!(used_for(text), Some(holds), "{text}");
        }
        for text in ["", "令和8年度", "総務課", "パスワードを貼り出していないか"] {
            assert_eq!(used_for(text), None, "{text}");
        }
        assert!(is_past(&["前年度".to_owned(), "回答".to_owned()]));
    }
}
