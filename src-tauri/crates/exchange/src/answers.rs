//! What people write for an answer, in all the spellings that come back from offices.
//!
//! Only what every reader would take for the same answer is taken for it. What some use for yes and others for
//! something else (◎, レ, 1, a lone dash), and what is no answer but a promise of one, is asked about.

use crate::DiagnosticCode;
use domain::Keyed;
use domain::kinds::{SelfAnswer, Verdict};
use domain::text::{fold, says_nothing};
use i18n::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// What a text says about one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer<T> {
    /// Nothing is written. A blank is never an answer, least of all 適合.
    Blank,
    /// This answer.
    Given(T),
    /// Not clear: a person must be asked.
    Doubtful(Doubt<T>),
}

/// Why a text is not clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt<T> {
    /// What is the matter.
    pub code: DiagnosticCode,
    /// What it most likely means, to be offered and never to be taken.
    pub likely: Option<T>,
}

/// The verdict that a text in an audit checklist says.
pub fn audit_answer(text: &str) -> Answer<Verdict> {
    static TABLE: OnceLock<Table<Verdict>> = OnceLock::new();
    TABLE.get_or_init(|| Table::new("verdict", AUDIT, &AUDIT_DOUBTS, mark_of_verdict)).answer(text)
}

/// The answer that a text in a self-inspection form says.
pub fn self_answer(text: &str) -> Answer<SelfAnswer> {
    static TABLE: OnceLock<Table<SelfAnswer>> = OnceLock::new();
    TABLE.get_or_init(|| Table::new("self-answer", SELF, &SELF_DOUBTS, mark_of_self_answer)).answer(text)
}

/// Whether a text only says: the same as above.
pub(crate) fn is_ditto(text: &str) -> bool {
    static TABLE: OnceLock<BTreeSet<String>> = OnceLock::new();
    TABLE.get_or_init(|| DITTO.iter().map(|ditto| bare(ditto)).collect()).contains(&bare(text))
}

/// Whether a text only says that the answer is elsewhere or still to come.
pub(crate) fn is_deferred(text: &str) -> bool {
    static TABLE: OnceLock<BTreeSet<String>> = OnceLock::new();
    TABLE.get_or_init(|| DEFERRED.iter().map(|text| bare(text)).collect()).contains(&bare(text))
}

fn mark_of_verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conforming => "○",
        Verdict::Partial => "△",
        Verdict::Nonconforming => "×",
        Verdict::NotApplicable => "－",
        Verdict::Unverified => "",
    }
}

fn mark_of_self_answer(answer: SelfAnswer) -> &'static str {
    match answer {
        SelfAnswer::Yes => "○",
        SelfAnswer::Partly => "△",
        SelfAnswer::No => "×",
        SelfAnswer::NotApplicable => "－",
        SelfAnswer::Unknown => "",
    }
}

const AUDIT: &[(Verdict, &[&str])] = &[
    (
        Verdict::Conforming,
        &[
            "○",
            "適",
            "適合",
            "適正",
            "準拠",
            "良",
            "良好",
            "問題なし",
            "はい",
            "OK",
            "実施",
            "実施済",
            "実施済み",
            "実施している",
            "対応済",
            "対応済み",
            "できている",
            "している",
            "まる",
            "丸",
        ],
    ),
    (
        Verdict::Partial,
        &["△", "一部不適合", "一部適合", "一部", "一部実施", "一部対応", "一部未実施", "部分的", "部分適合", "三角"],
    ),
    (
        Verdict::Nonconforming,
        &[
            "×",
            "不適合",
            "不適",
            "不備",
            "否",
            "いいえ",
            "NG",
            "未実施",
            "未対応",
            "実施していない",
            "できていない",
            "していない",
            "ばつ",
            "バツ",
        ],
    ),
    (
        Verdict::NotApplicable,
        &["該当なし", "該当無し", "該当せず", "該当しない", "非該当", "対象外", "適用外", "適用なし", "N/A", "NA"],
    ),
    (Verdict::Unverified, &["未確認", "未点検", "未回答"]),
];

const SELF: &[(SelfAnswer, &[&str])] = &[
    (
        SelfAnswer::Yes,
        &[
            "○",
            "はい",
            "OK",
            "YES",
            "適",
            "適合",
            "実施",
            "実施済",
            "実施済み",
            "実施している",
            "対応済",
            "対応済み",
            "できている",
            "している",
            "している。",
            "守っている",
            "問題なし",
            "まる",
            "丸",
        ],
    ),
    (SelfAnswer::Partly, &["△", "一部", "一部実施", "一部対応", "一部している", "一部できている", "部分的", "三角"]),
    (
        SelfAnswer::No,
        &[
            "×",
            "いいえ",
            "NO",
            "NG",
            "不適合",
            "未実施",
            "未対応",
            "実施していない",
            "できていない",
            "していない",
            "ばつ",
            "バツ",
        ],
    ),
    (
        SelfAnswer::NotApplicable,
        &["該当なし", "該当無し", "該当せず", "該当しない", "非該当", "対象外", "適用外", "適用なし", "N/A", "NA"],
    ),
    (SelfAnswer::Unknown, &["わからない", "分からない", "判らない", "わかりません", "分かりません", "不明", "?"]),
];

/// Texts that are asked about, each with what it most likely means.
type Doubts<T> = [(DiagnosticCode, Option<T>, &'static [&'static str]); 5];

const UNCLEAR: &[&str] = &[
    "◎", "●", "◉", "◍", "レ", "レ点", "✓", "✔", "☑", "✅", "V", "1", "O", "Y", "可", "有", "あり", "TRUE", "真", "同意",
];
const DASH: &[&str] = &["-"];
const DITTO: &[&str] = &["〃", "\"", "”", "同上", "上に同じ", "々", "同左", "″", "''"];
const DEFERRED: &[&str] = &[
    "昨年同様",
    "昨年と同じ",
    "昨年度同様",
    "前年同様",
    "前年度同様",
    "前年と同じ",
    "前回同様",
    "前回と同じ",
    "別紙",
    "別紙参照",
    "別紙のとおり",
    "別紙の通り",
    "別添",
    "別添参照",
    "備考参照",
    "下記参照",
    "確認中",
    "調査中",
    "検討中",
    "対応中",
    "実施予定",
    "対応予定",
    "回答済",
    "要確認",
    "後日",
    "後日回答",
    "保留",
    "未定",
];
const SCOPE: &[&str] = &["今回対象外", "今回は対象外", "今年度対象外", "監査対象外", "点検対象外"];

const AUDIT_DOUBTS: Doubts<Verdict> = [
    (DiagnosticCode::MarkUnclear, Some(Verdict::Conforming), UNCLEAR),
    (DiagnosticCode::Dash, Some(Verdict::NotApplicable), DASH),
    (DiagnosticCode::Ditto, None, DITTO),
    (DiagnosticCode::Deferred, None, DEFERRED),
    (DiagnosticCode::OutOfScope, None, SCOPE),
];

const SELF_DOUBTS: Doubts<SelfAnswer> = [
    (DiagnosticCode::MarkUnclear, Some(SelfAnswer::Yes), UNCLEAR),
    (DiagnosticCode::Dash, Some(SelfAnswer::NotApplicable), DASH),
    (DiagnosticCode::Ditto, None, DITTO),
    (DiagnosticCode::Deferred, None, DEFERRED),
    (DiagnosticCode::OutOfScope, None, SCOPE),
];

/// Every spelling under its fold.
struct Table<T>(BTreeMap<String, Answer<T>>);

impl<T: Keyed> Table<T> {
    fn new(list: &str, words: &[(T, &[&str])], doubts: &Doubts<T>, mark: fn(T) -> &'static str) -> Table<T> {
        let mut table = BTreeMap::new();
        for (code, likely, texts) in doubts {
            for text in *texts {
                table.insert(bare(text), Answer::Doubtful(Doubt { code: *code, likely: *likely }));
            }
        }
        for (answer, texts) in words {
            for text in *texts {
                table.insert(bare(text), Answer::Given(*answer));
                if *text == mark(*answer) {
                    continue;
                }
                // Many write the mark and the word: ○ 適合.
                table.insert(bare(&format!("{}{text}", mark(*answer))), Answer::Given(*answer));
                table.insert(bare(&format!("{text}{}", mark(*answer))), Answer::Given(*answer));
            }
        }
        // What our own dropdowns offer, in either language, with and without the mark.
        for answer in T::ALL {
            for lang in Lang::ALL {
                let name = i18n::enum_text(*lang, list, answer.key());
                table.insert(bare(&name), Answer::Given(*answer));
                table.insert(bare(&format!("{} {name}", mark(*answer))), Answer::Given(*answer));
            }
        }
        Table(table)
    }

    fn answer(&self, text: &str) -> Answer<T> {
        if says_nothing(text) {
            return Answer::Blank;
        }
        let unknown = Answer::Doubtful(Doubt { code: DiagnosticCode::NotAnAnswer, likely: None });
        self.0.get(&bare(text)).copied().unwrap_or(unknown)
    }
}

/// The fold without brackets, full stops and spaces, unless nothing else is written.
fn bare(text: &str) -> String {
    let folded = fold(text);
    let bare: String = folded.chars().filter(|c| !"()[]「」【】<>。.、,:;!'’ ".contains(*c)).collect();
    if bare.is_empty() { folded } else { bare }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_verdict() {
        use Verdict as V;
        let cases: &[(V, &[&str])] = &[
            (
                V::Conforming,
                &[
                    "○",
                    "〇",
                    "◯",
                    " ○ ",
                    "○\u{200b}",
                    "ＯＫ",
                    "ok",
                    "はい",
                    "適",
                    "適 合",
                    "○ 適合",
                    "適合（○）",
                    "実施済",
                    "Conforming",
                    "⭕",
                ],
            ),
            (V::Partial, &["△", "▲", "一部不適合", "△ 一部不適合", "一部"]),
            (V::Nonconforming, &["×", "✕", "✖", "Ｘ", "x", "乂", "不適合", "NG", "いいえ", "未実施。", "× 不適合"]),
            (
                V::NotApplicable,
                &["該当なし", "該当　なし", "－ 該当なし", "対象外", "Ｎ／Ａ", "n/a", "―該当なし", "Not applicable"],
            ),
            (V::Unverified, &["未確認", "Not verified"]),
        ];
        for (verdict, texts) in cases {
            for text in *texts {
                assert_eq!(audit_answer(text), Answer::Given(*verdict), "{text:?}");
            }
        }
    }

    #[test]
    fn spellings_of_a_self_inspection_answer() {
        use SelfAnswer as S;
        let cases: &[(S, &[&str])] = &[
            (S::Yes, &["はい", "ハイ", "○", "○はい", "Yes", "している", "ﾊｲ"]),
            (S::Partly, &["一部", "△", "Partly"]),
            (S::No, &["いいえ", "×", "No", "していない"]),
            (S::NotApplicable, &["該当なし", "対象外"]),
            (S::Unknown, &["わからない", "不明", "？", "Don't know", "Don’t know"]),
        ];
        for (answer, texts) in cases {
            for text in *texts {
                assert_eq!(self_answer(text), Answer::Given(*answer), "{text:?}");
            }
        }
    }

    #[test]
    fn what_is_not_clear_is_asked_about() {
        use DiagnosticCode as C;
        let cases: &[(C, Option<Verdict>, &[&str])] = &[
            (C::MarkUnclear, Some(Verdict::Conforming), &["◎", "●", "レ", "ﾚ", "✓", "✔", "1", "１", "Ｏ", "TRUE", "v"]),
            (C::Dash, Some(Verdict::NotApplicable), &["-", "－", "ー", "−", "―", " - "]),
            (C::Deferred, None, &["昨年同様", "別紙", "別紙参照。", "確認中", "（確認中）"]),
            (C::Ditto, None, &["〃", "同上", "”"]),
            (C::OutOfScope, None, &["今回対象外"]),
            (
                C::NotAnAnswer,
                None,
                &["概ね良好", "○→×", "○×", "0", "2026-01-02", "適合していない", "。", "ない", "適合ではない"],
            ),
        ];
        for (code, likely, texts) in cases {
            for text in *texts {
                let doubt = Doubt { code: *code, likely: *likely };
                assert_eq!(audit_answer(text), Answer::Doubtful(doubt), "{text:?}");
                assert!(matches!(self_answer(text), Answer::Doubtful(other) if other.code == *code), "{text:?}");
            }
        }
    }

    #[test]
    fn a_blank_is_no_answer() {
        for text in ["", " ", "　", "\u{a0}", "\u{200b}", "\n"] {
            assert_eq!(audit_answer(text), Answer::Blank, "{text:?}");
            assert_eq!(self_answer(text), Answer::Blank, "{text:?}");
        }
    }

    #[test]
    fn no_spelling_stands_for_two_answers() {
        fn check<T: Keyed + PartialEq + std::fmt::Debug>(words: &[(T, &[&str])], answer: fn(&str) -> Answer<T>) {
            for (meaning, texts) in words {
                for text in *texts {
                    assert_eq!(answer(text), Answer::Given(*meaning), "{text:?} folds to the key of another answer");
                }
            }
        }
        check(AUDIT, audit_answer);
        check(SELF, self_answer);
    }
}
