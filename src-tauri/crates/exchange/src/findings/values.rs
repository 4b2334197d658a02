//! What people write for the grade of a finding, for how far it is, and for what came of looking again. Only what every
//! reader would take for the same is taken for it; the rest is asked about, with what it most likely means.

use domain::kinds::{Grade, VerificationResult};
use domain::past::{self, Day, PastStatus};
use domain::text::fold;
use domain::wareki::{self, DateError};
use i18n::Lang;

/// What a text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant<T> {
    /// Nothing is written.
    Blank,
    /// This.
    Clearly(T),
    /// A person must say; perhaps this.
    Perhaps(Option<T>),
}

/// A meaning with the texts that have it.
type Words<T> = [(T, &'static [&'static str])];

const GRADES: &Words<Grade> = &[
    (
        Grade::Major,
        &[
            "重大",
            "重大な不適合",
            "重大不適合",
            "重大な指摘",
            "重大指摘",
            "重大な指摘事項",
            "重大な不備",
            "メジャー",
            "重度",
            "重",
        ],
    ),
    (
        Grade::Minor,
        &[
            "軽微",
            "軽微な不適合",
            "軽微不適合",
            "軽微な指摘",
            "軽微指摘",
            "軽微な指摘事項",
            "軽微な不備",
            "マイナー",
            "軽度",
            "軽",
        ],
    ),
    (Grade::Observation, &["観察", "観察事項", "オブザベーション", "気付き", "気づき", "気付き事項", "気づき事項"]),
    (
        Grade::Recommendation,
        &[
            "推奨",
            "推奨事項",
            "提案",
            "提案事項",
            "改善提案",
            "助言",
            "助言事項",
            "要望",
            "要望事項",
            "改善の機会",
            "意見",
        ],
    ),
    (
        Grade::GoodPractice,
        &[
            "良好",
            "良好事例",
            "良好な事例",
            "グッドポイント",
            "優良",
            "優良事例",
            "好事例",
            "良い点",
            "評価できる点",
            "ストロングポイント",
        ],
    ),
];

const GRADES_PERHAPS: &Words<Grade> = &[
    (Grade::Major, &["重要", "重要な指摘", "重要指摘", "重要な指摘事項", "高", "大", "勧告", "改善勧告", "緊急"]),
    (
        Grade::Minor,
        &[
            "不適合",
            "不備",
            "指摘",
            "指摘事項",
            "改善指摘",
            "改善事項",
            "要改善",
            "要改善事項",
            "中",
            "是正",
            "要是正",
            "是正事項",
            "改善",
            "×",
        ],
    ),
    (
        Grade::Observation,
        &[
            "指導",
            "指導事項",
            "口頭指導",
            "口頭指摘",
            "注意",
            "注意事項",
            "留意",
            "留意事項",
            "検討事項",
            "要検討",
            "低",
            "小",
            "△",
            "所見",
        ],
    ),
];

const STATUSES: &Words<PastStatus> = &[
    (PastStatus::NotStarted, &["未着手", "未対応", "未実施", "未措置", "未是正", "未改善", "未処置", "未", "未了"]),
    (
        PastStatus::Underway,
        &[
            "対応中",
            "着手",
            "着手済",
            "実施中",
            "改善中",
            "是正中",
            "継続",
            "継続中",
            "継続対応",
            "一部対応",
            "一部対応済",
            "一部完了",
            "一部改善",
            "一部実施",
            "進行中",
            "作業中",
            "処理中",
            "措置中",
            "取組中",
            "フォロー中",
            "フォローアップ中",
        ],
    ),
    (PastStatus::Delayed, &["遅延", "遅延中", "遅れ", "期限超過", "延期"]),
    (
        PastStatus::Done,
        &[
            "完了",
            "対応済",
            "対応済み",
            "対応完了",
            "改善済",
            "改善済み",
            "改善完了",
            "是正済",
            "是正済み",
            "是正完了",
            "実施済",
            "実施済み",
            "措置済",
            "措置済み",
            "処置済",
            "完了済",
            "完了済み",
            "完了報告",
            "完了報告済",
            "済",
            "済み",
        ],
    ),
    (
        PastStatus::Closed,
        &[
            "クローズ",
            "クローズ済",
            "クローズ済み",
            "検証済",
            "検証済み",
            "完了確認済",
            "完了確認",
            "改善確認済",
            "改善確認済み",
            "確認完了",
            "closed",
        ],
    ),
];

const STATUSES_PERHAPS: &Words<PastStatus> = &[
    (PastStatus::NotStarted, &["検討中", "計画中", "準備中", "予定", "実施予定", "対応予定", "調整中", "×"]),
    (PastStatus::Underway, &["△", "保留", "中断"]),
    (PastStatus::Done, &["○", "終了", "終結", "レ", "✓", "解決", "解決済", "対応", "実施", "改善"]),
    (PastStatus::Closed, &["確認済", "確認済み", "承認済", "◎"]),
];

const RESULTS: &Words<VerificationResult> = &[
    (
        VerificationResult::Effective,
        &[
            "有効",
            "有効性あり",
            "有効であると確認",
            "改善確認",
            "改善を確認",
            "改善を確認した",
            "改善確認済",
            "改善確認済み",
            "是正確認",
            "是正を確認",
            "是正確認済",
            "検証済",
            "検証済み",
            "完了確認",
            "完了を確認",
            "完了を確認した",
            "完了確認済",
            "効果あり",
            "適合",
        ],
    ),
    (
        VerificationResult::Insufficient,
        &[
            "不十分",
            "有効でない",
            "効果なし",
            "再指摘",
            "差戻し",
            "差し戻し",
            "要再改善",
            "再改善",
            "未改善",
            "不適合",
            "改善不十分",
        ],
    ),
];

const RESULTS_PERHAPS: &Words<VerificationResult> = &[
    (
        VerificationResult::Effective,
        &[
            "○",
            "良",
            "良好",
            "可",
            "ok",
            "済",
            "済み",
            "確認済",
            "確認済み",
            "確認",
            "完了",
            "適",
            "妥当",
            "レ",
            "✓",
            "問題なし",
            "◎",
            "クローズ",
        ],
    ),
    (VerificationResult::Insufficient, &["×", "△", "否", "不可", "ng", "継続", "一部不十分", "要確認"]),
];

fn lookup<T: Copy>(words: &Words<T>, asked: &str) -> Option<T> {
    words.iter().find(|(_, texts)| texts.iter().any(|text| fold(text) == asked)).map(|(meaning, _)| *meaning)
}

/// The text without what stands in brackets, and folded.
fn bare(text: &str) -> String {
    let plain = crate::lists::plain(text);
    if plain.is_empty() { fold(text) } else { plain }
}

/// What stands in brackets, each for itself; what is not closed reaches to the end.
fn asides(text: &str) -> Vec<String> {
    let (mut asides, mut depth) = (Vec::new(), 0_usize);
    for c in text.chars() {
        let closes = matches!(c, ')' | '）' | ']' | '］' | '】' | '〕');
        depth = depth.saturating_sub(usize::from(closes));
        if depth > 0
            && let Some(aside) = asides.last_mut()
        {
            String::push(aside, c);
        }
        if matches!(c, '(' | '（' | '[' | '［' | '【' | '〔') {
            if depth == 0 {
                asides.push(String::new());
            }
            depth += 1;
        }
    }
    asides
}

/// Whether a text says nothing but when. 2/3 may be two of three, so a day without its year needs its month.
fn is_day(text: &str) -> bool {
    let without_year = || text.contains('月') && wareki::parse(text) == Err(DateError::Ambiguous);
    past::day(text) != Day::Unclear || without_year()
}

fn meant<T: domain::Keyed + Copy + 'static>(list: &str, clear: &Words<T>, perhaps: &Words<T>, text: &str) -> Meant<T> {
    let whole = fold(text);
    if whole.is_empty() || ["-", "ー", "―"].contains(&whole.as_str()) {
        return Meant::Blank;
    }
    // Our own words come back from tables that were exported here.
    let own = T::ALL
        .iter()
        .find(|one| Lang::ALL.iter().any(|lang| fold(&i18n::enum_text(*lang, list, one.key())) == whole))
        .copied();
    let bare = bare(text);
    // 完了（予定） and 検証済（不十分） say the opposite of their first word; a day beside it changes nothing.
    let clearly = || lookup(clear, &bare).filter(|_| asides(text).iter().all(|aside| is_day(aside)));
    match own.or_else(|| lookup(clear, &whole)).or_else(clearly) {
        Some(meaning) => Meant::Clearly(meaning),
        None => {
            // What stands in brackets may be a mark and may be the word itself, so it is only suggested.
            let opened = fold(&text.replace(['【', '】', '〔', '〕', '［', '］', '[', ']', '「', '」'], ""));
            Meant::Perhaps(
                lookup(perhaps, &whole)
                    .or_else(|| lookup(perhaps, &bare))
                    .or_else(|| lookup(clear, &bare))
                    .or_else(|| lookup(clear, &opened)),
            )
        }
    }
}

/// The grade of a finding that a text says.
pub fn finding_grade(text: &str) -> Meant<Grade> {
    meant("grade", GRADES, GRADES_PERHAPS, text)
}

/// How far the correction is by what a text says. A share such as 50% is under way, all of it done.
pub fn finding_status(text: &str) -> Meant<PastStatus> {
    let folded = fold(text);
    if let Some(percent) = folded.strip_suffix('%').and_then(|number| number.trim().parse::<u32>().ok()) {
        return match percent {
            0 => Meant::Clearly(PastStatus::NotStarted),
            1..=99 => Meant::Clearly(PastStatus::Underway),
            100 => Meant::Clearly(PastStatus::Done),
            _ => Meant::Perhaps(None),
        };
    }
    meant("past-status", STATUSES, STATUSES_PERHAPS, text)
}

/// What came of looking again, by what a text says.
pub fn check_result(text: &str) -> Meant<VerificationResult> {
    meant("verification-result", RESULTS, RESULTS_PERHAPS, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_reads_the_same_way_is_clear() {
        for (text, grade) in [
            ("重大", Meant::Clearly(Grade::Major)),
            ("軽微な不適合", Meant::Clearly(Grade::Minor)),
            ("【軽微】な不適合", Meant::Perhaps(Some(Grade::Minor))),
            ("観察事項", Meant::Clearly(Grade::Observation)),
            ("要 望", Meant::Clearly(Grade::Recommendation)),
            ("不適合", Meant::Perhaps(Some(Grade::Minor))),
            ("指導事項", Meant::Perhaps(Some(Grade::Observation))),
            ("Ｂ", Meant::Perhaps(None)),
            ("", Meant::Blank),
            ("－", Meant::Blank),
        ] {
            assert_eq!(finding_grade(text), grade, "{text}");
        }
        for (text, status) in [
            ("未着手", Meant::Clearly(PastStatus::NotStarted)),
            ("完了（R7.3.31）", Meant::Clearly(PastStatus::Done)),
            ("完了（令和7年3月）", Meant::Clearly(PastStatus::Done)),
            ("完了(2025/3/31)", Meant::Clearly(PastStatus::Done)),
            ("完了（R7.3.31（月））", Meant::Clearly(PastStatus::Done)),
            ("完了（3月31日）", Meant::Clearly(PastStatus::Done)),
            ("完了（　）", Meant::Clearly(PastStatus::Done)),
            ("５０％", Meant::Clearly(PastStatus::Underway)),
            ("100%", Meant::Clearly(PastStatus::Done)),
            ("検討中", Meant::Perhaps(Some(PastStatus::NotStarted))),
            ("○", Meant::Perhaps(Some(PastStatus::Done))),
            ("7月の異動後に確認", Meant::Perhaps(None)),
            ("　", Meant::Blank),
        ] {
            assert_eq!(finding_status(text), status, "{text}");
        }
        assert_eq!(check_result("改善を確認"), Meant::Clearly(VerificationResult::Effective));
        assert_eq!(check_result("不十分"), Meant::Clearly(VerificationResult::Insufficient));
        assert_eq!(check_result("○"), Meant::Perhaps(Some(VerificationResult::Effective)), "○ alone proves nothing");
    }

    #[test]
    fn what_stands_in_brackets_may_take_the_word_back() {
        for text in [
            "完了（予定）",
            "完了（未）",
            "完了（予定",
            "措置済（一部未了）",
            "対応済（未検証・要確認）",
            "対応済（再発あり）",
            "済（会計課のみ）",
            "完了（R8.3予定）",
            "完了（令和8年3月見込）",
            "完了（R8.3.31まで）",
            "完了（年度内）",
            "完了（2/3）",
            "完了【R7.3.31】（未検証）",
        ] {
            assert_eq!(finding_status(text), Meant::Perhaps(Some(PastStatus::Done)), "{text}");
        }
        assert_eq!(finding_status("検証済（不十分）"), Meant::Perhaps(Some(PastStatus::Closed)));
        assert_eq!(finding_grade("重大（軽微に変更）"), Meant::Perhaps(Some(Grade::Major)));
        assert_eq!(check_result("有効（一部不十分）"), Meant::Perhaps(Some(VerificationResult::Effective)));
    }

    #[test]
    fn no_text_means_two_things() {
        fn once<T: Copy>(lists: [&Words<T>; 2]) {
            let mut all: Vec<String> = lists
                .iter()
                .flat_map(|list| list.iter())
                .flat_map(|(_, texts)| texts.iter().map(|one| fold(one)))
                .collect();
            let before = all.len();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), before);
        }
        once([GRADES, GRADES_PERHAPS]);
        once([STATUSES, STATUSES_PERHAPS]);
        once([RESULTS, RESULTS_PERHAPS]);
    }
}
