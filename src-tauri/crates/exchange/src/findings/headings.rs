//! What is usually written above the columns of a list of findings.

use crate::layout::ColumnUse;
use crate::lists::{Heading, heading_of, plain};
use domain::text::fold;

/// The headings by what they are called; compared folded, without what stands in brackets.
const CALLED: &[(ColumnUse, &[&str])] = &[
    (
        ColumnUse::FindingNumber,
        &[
            "指摘番号",
            "指摘no",
            "指摘no.",
            "指摘事項番号",
            "整理番号",
            "管理番号",
            "監査番号",
            "番号",
            "no",
            "no.",
            "№",
            "項番",
            "通番",
            "連番",
            "#",
            "finding no.",
            "number",
        ],
    ),
    (ColumnUse::Year, &["年度", "監査年度", "実施年度", "指摘年度", "対象年度", "監査実施年度", "fiscal year", "year"]),
    (
        ColumnUse::Grade,
        &[
            "区分",
            "指摘区分",
            "指摘の区分",
            "評価",
            "評価区分",
            "重要度",
            "重大度",
            "種別",
            "指摘種別",
            "指摘レベル",
            "レベル",
            "ランク",
            "程度",
            "不適合区分",
            "不適合の区分",
            "判定",
            "判定区分",
            "監査結果区分",
            "指摘事項区分",
            "分類",
            "grade",
        ],
    ),
    (
        ColumnUse::Title,
        &[
            "件名",
            "指摘件名",
            "標題",
            "表題",
            "題名",
            "指摘事項名",
            "指摘名",
            "タイトル",
            "項目",
            "監査項目",
            "指摘項目",
            "title",
        ],
    ),
    (
        ColumnUse::Fact,
        &[
            "指摘事項",
            "指摘内容",
            "指摘事項の内容",
            "指摘の内容",
            "指摘事項内容",
            "指摘",
            "指摘事実",
            "事実",
            "発見事項",
            "検出事項",
            "発見された事実",
            "確認された事実",
            "問題点",
            "課題",
            "現状",
            "現状及び問題点",
            "監査所見",
            "所見",
            "監査結果",
            "不適合内容",
            "不適合の内容",
            "不備事項",
            "不備内容",
            "指摘概要",
            "指摘事項の概要",
            "内容",
            "概要",
            "詳細",
            "finding",
            "fact",
        ],
    ),
    (
        ColumnUse::Criterion,
        &[
            "基準",
            "監査基準",
            "判断基準",
            "根拠",
            "根拠条項",
            "根拠規程",
            "根拠基準",
            "該当条項",
            "条項",
            "規程",
            "関係規程",
            "対策基準",
            "該当規程",
            "関連規程",
            "ポリシー条項",
            "criterion",
            "clause",
        ],
    ),
    (ColumnUse::Cause, &["原因", "発生原因", "原因分析", "要因", "原因・背景", "原因及び背景", "cause"]),
    (ColumnUse::Risk, &["影響", "リスク", "影響・リスク", "想定されるリスク", "想定リスク", "risk"]),
    (
        ColumnUse::Recommendation,
        &[
            "改善提言",
            "提言",
            "改善提案",
            "提案",
            "改善勧告",
            "勧告",
            "改善指示",
            "指示事項",
            "改善指示事項",
            "改善事項",
            "要改善事項",
            "改善すべき事項",
            "改善要望",
            "求める改善",
            "助言",
            "改善の方向性",
            "recommendation",
        ],
    ),
    (
        ColumnUse::Improvement,
        &[
            "改善計画",
            "改善策",
            "改善内容",
            "改善措置",
            "是正措置",
            "是正内容",
            "是正",
            "是正処置",
            "是正計画",
            "是正・改善",
            "対応策",
            "対応内容",
            "対応方針",
            "対応計画",
            "対策",
            "改善対策",
            "措置内容",
            "措置",
            "講じた措置",
            "講ずる措置",
            "改善方針",
            "改善方法",
            "改善計画の内容",
            "回答",
            "回答内容",
            "対応",
            "改善予定",
            "今後の対応",
            "improvement",
            "improvement plan",
        ],
    ),
    (
        ColumnUse::Owner,
        &[
            "担当",
            "担当者",
            "担当者名",
            "担当者氏名",
            "責任者",
            "責任者名",
            "改善責任者",
            "是正責任者",
            "実施責任者",
            "実施者",
            "対応者",
            "owner",
        ],
    ),
    (
        ColumnUse::Due,
        &[
            "期限",
            "改善期限",
            "対応期限",
            "是正期限",
            "期日",
            "改善期日",
            "完了予定",
            "完了予定日",
            "改善予定日",
            "改善完了予定日",
            "実施予定日",
            "予定時期",
            "実施時期",
            "改善時期",
            "対応予定",
            "対応予定日",
            "対応時期",
            "改善予定時期",
            "完了期限",
            "due",
            "due date",
        ],
    ),
    (
        ColumnUse::Status,
        &[
            "進捗",
            "進捗状況",
            "状況",
            "対応状況",
            "改善状況",
            "是正状況",
            "措置状況",
            "実施状況",
            "ステータス",
            "状態",
            "現在の状況",
            "完了状況",
            "フォローアップ状況",
            "改善の状況",
            "処置状況",
            "status",
        ],
    ),
    (
        ColumnUse::DoneOn,
        &[
            "完了日",
            "改善日",
            "改善完了日",
            "是正完了日",
            "対応完了日",
            "対応日",
            "措置日",
            "実施日",
            "完了年月日",
            "改善完了年月日",
            "是正日",
            "完了",
            "completed on",
        ],
    ),
    (
        ColumnUse::Checked,
        &[
            "検証",
            "検証結果",
            "確認結果",
            "フォローアップ",
            "フォローアップ結果",
            "効果確認",
            "有効性確認",
            "有効性の確認",
            "有効性評価",
            "監査人確認",
            "監査人の確認",
            "改善確認",
            "確認",
            "verification",
        ],
    ),
    (
        ColumnUse::CheckedOn,
        &[
            "検証日",
            "確認日",
            "フォローアップ日",
            "検証年月日",
            "確認年月日",
            "クローズ日",
            "効果確認日",
            "verified on",
        ],
    ),
    (
        ColumnUse::FoundOn,
        &["指摘日", "指摘年月日", "監査日", "監査実施日", "実施年月日", "監査年月日", "発見日", "found on"],
    ),
    (ColumnUse::OrderedOn, &["指示日", "改善指示日", "通知日", "指示年月日", "ordered on"]),
    (ColumnUse::Note, &["備考", "備考欄", "特記事項", "補足", "摘要", "メモ", "コメント", "note", "remarks"]),
];

/// Words that only say more of what stands above them.
const GENERAL: &[&str] = &["内容", "概要", "詳細", "方法"];

/// What a heading says that a column of a list of findings holds.
pub(super) fn used_for(text: &str) -> Option<ColumnUse> {
    let asked = plain(text);
    if asked.is_empty() {
        return matches!(fold(text).as_str(), "#").then_some(ColumnUse::FindingNumber);
    }
    let own = CALLED.iter().find(|(_, names)| names.iter().any(|name| fold(name) == asked)).map(|(holds, _)| *holds);
    own.or_else(|| matches!(heading_of(text)?, Heading::Department).then_some(ColumnUse::Place))
}

/// What the levels above a column say that it holds: together, then the lowest, then those above it.
pub(super) fn used_by(parts: &[String]) -> Option<ColumnUse> {
    if let Some(both) = used_for(&parts.concat()) {
        return Some(both);
    }
    let (last, upper) = parts.split_last()?;
    let above = || upper.iter().rev().find_map(|part| used_for(part));
    let is_general = GENERAL.iter().any(|word| fold(word) == plain(last));
    if is_general { above().or_else(|| used_for(last)) } else { used_for(last).or_else(above) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn headings_are_known_however_they_are_written() {
        for (text, holds) in [
            ("指摘\n番号", ColumnUse::FindingNumber),
            ("指摘事項（事実）", ColumnUse::Fact),
            ("区　分", ColumnUse::Grade),
            ("所管課", ColumnUse::Place),
            ("改善計画", ColumnUse::Improvement),
            ("完了予定日", ColumnUse::Due),
            ("進捗状況", ColumnUse::Status),
            ("ﾌｫﾛｰｱｯﾌﾟ結果", ColumnUse::Checked),
            ("Ｎｏ．", ColumnUse::FindingNumber),
        ] {
            assert_eq!(used_for(text), Some(holds), "{text}");
        }
        for text in ["", "令和6年度", "総務課", "パスワードを貼り出している"] {
            assert_eq!(used_for(text), None, "{text}");
        }
        let levels = |parts: &[&str]| used_by(&parts.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>());
        assert_eq!(levels(&["改善計画", "内容"]), Some(ColumnUse::Improvement));
        assert_eq!(levels(&["指摘", "内容"]), Some(ColumnUse::Fact));
        assert_eq!(levels(&["改善計画", "期限"]), Some(ColumnUse::Due));
        assert_eq!(levels(&["改善", "完了日"]), Some(ColumnUse::DoneOn));
    }

    #[test]
    fn no_name_stands_for_two_columns() {
        let mut known: BTreeMap<String, ColumnUse> = BTreeMap::new();
        let mut twice = BTreeSet::new();
        for (holds, names) in CALLED {
            for name in *names {
                // Spellings of one name may fold to the same; they must not stand for different columns.
                if known.insert(fold(name), *holds).is_some_and(|other| other != *holds) {
                    twice.insert(*name);
                }
            }
        }
        assert_eq!(twice, BTreeSet::new());
    }
}
