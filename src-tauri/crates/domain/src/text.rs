//! Folding of text for matching and for search. Stored text is never changed by it: the fold is a key beside it.
//!
//! The fold is context-free: what a character becomes does not depend on its neighbours (but for white space), so a
//! part of a text folds to a part of the folded text, and a search for a part finds the whole.

use unicode_normalization::UnicodeNormalization;

/// Marks the end of a run of characters among the bigrams. It is a hiragana, which folded text never contains, and
/// a letter, which every tokenizer keeps.
const END: char = 'ん';

/// The key under which texts that people take for equal are equal: compatibility forms, case, kana, look-alikes,
/// invisible characters and white space no longer count.
pub fn fold(text: &str) -> String {
    // Most texts hold no character that needs the tables of Unicode, and there are very many of them.
    if text.chars().all(is_plain) {
        return fold_chars(text.chars().map(plain_form), text.len());
    }
    fold_chars(unicode_form(text), text.len())
}

/// Whether nothing of a text counts.
pub fn says_nothing(text: &str) -> bool {
    // A plain letter always counts, and nearly every text begins with one.
    let shown = |c: char| is_plain(c) && !c.is_whitespace();
    !text.starts_with(shown) && fold(text).is_empty()
}

fn unicode_form(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfkc().flat_map(char::to_lowercase).filter(|c| !is_invisible(*c))
}

/// Printable ASCII, narrow or wide, kana without the marks that join them, the common ideographs, their punctuation.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n' | '、'..='〜' | 'ぁ'..='ゖ' | 'ァ'..='ヾ' | '一'..='\u{9fff}' | '！'..='～')
}

/// The compatibility form of a plain character in small letters.
fn plain_form(c: char) -> char {
    // The wide forms lie 0xFEE0 above ASCII.
    let narrow = if matches!(c, '！'..='～') { char::from_u32(c as u32 - 0xfee0).unwrap_or(c) } else { c };
    narrow.to_ascii_lowercase()
}

fn fold_chars(chars: impl Iterator<Item = char>, length: usize) -> String {
    let mut folded = String::with_capacity(length);
    let mut space = false;
    for c in chars {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        let c = fold_char(c);
        // White space tells words apart in Latin text; in Japanese it is only padding or the end of a line.
        if space && c.is_ascii() && folded.ends_with(|last: char| last.is_ascii()) {
            folded.push(' ');
        }
        space = false;
        folded.push(c);
    }
    folded
}

/// The folded text cut into overlapping pairs of characters for a full-text index, e.g. `消火 火栓 栓ん`. Every
/// character begins exactly one of them, so that a search for a single character is a search for a prefix.
pub fn bigrams(text: &str) -> String {
    let mut out = String::new();
    for run in runs(&fold(text)) {
        for (n, c) in run.iter().enumerate() {
            push_word(&mut out, &[*c, run.get(n + 1).copied().unwrap_or(END)]);
        }
    }
    out
}

/// The FTS5 query that finds texts indexed by [`bigrams`] which contain every word of `search`, or nothing if there
/// is nothing to search for. Nothing of what was typed is taken as query syntax.
pub fn fts_query(search: &str) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    for word in search.split_whitespace() {
        for run in runs(&fold(word)) {
            terms.push(match run.as_slice() {
                [single] => format!("\"{single}\"*"),
                _ => {
                    let mut phrase = String::new();
                    run.windows(2).for_each(|pair| push_word(&mut phrase, pair));
                    format!("\"{phrase}\"")
                }
            });
        }
    }
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

fn push_word(out: &mut String, chars: &[char]) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.extend(chars);
}

/// The runs of characters that a tokenizer keeps: letters, digits and the private use area, in which offices keep
/// their own characters.
fn runs(folded: &str) -> impl Iterator<Item = Vec<char>> + '_ {
    folded
        .split(|c: char| !(c.is_alphanumeric() || is_private_use(c)))
        .filter(|run| !run.is_empty())
        .map(|run| run.chars().collect())
}

fn fold_char(c: char) -> char {
    match c {
        // Hiragana and its iteration marks lie 0x60 below the katakana.
        '\u{3041}'..='\u{3096}' | '\u{309d}' | '\u{309e}' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        _ => look_alike(c),
    }
}

/// The one of several characters that people take for one another, although Unicode's compatibility forms keep them
/// apart.
fn look_alike(c: char) -> char {
    match c {
        // Circles: geometric, the kanji zero, the large one, the emoji.
        '○' | '◯' | '⚪' | '⭕' | '❍' => '〇',
        '×' | '✕' | '✖' | '✗' | '✘' | '☓' | '╳' | '❌' | '⨯' | '乂' => 'x',
        '▲' | '⊿' | '∆' => '△',
        // Hyphens, minus signs, dashes and rules are typed for the long vowel mark, and the other way round.
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | '━' | '➖' => 'ー',
        '〜' | '∼' | '∿' | '〰' => '~',
        '∥' => '‖',
        '·' | '‧' | '∙' => '・',
        // Radicals that come out of PDF files in the place of the character and have no compatibility form.
        '⻑' => '長',
        '⺠' => '民',
        '⻄' => '西',
        '⻘' => '青',
        '⻝' => '食',
        '⻁' => '虎',
        '⻤' => '鬼',
        '⻨' => '麦',
        '⻩' => '黄',
        '⻫' => '斉',
        '⻭' => '歯',
        '⻯' => '竜',
        '⻲' => '亀',
        '⻆' => '角',
        // The kanji for power and the katakana カ are confused in printed standards (入出カ). No two words differ in
        // this alone.
        '力' => 'カ',
        // Forms of one character in names of persons.
        '髙' => '高',
        '﨑' => '崎',
        '𠮷' => '吉',
        _ => c,
    }
}

/// Whether a character shows nothing: zero-width spaces and joiners, direction marks, variation selectors, controls.
/// White space that moves the cursor is not meant.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
        || (c.is_control() && !c.is_whitespace())
}

/// Whether a character stands over or beside the one before it.
pub fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The one character that a character and the mark over it make, if there is one, e.g. ガ. Nothing else is changed by
/// it: old shapes of characters that have a code of their own keep it.
pub fn compose(base: char, mark: char) -> Option<char> {
    unicode_normalization::char::compose(base, mark)
}

/// Whether a character is private to one office (外字) and may show as something else elsewhere.
pub fn is_private_use(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_people_take_for_equal_fold_to_the_same_key() {
        let cases: &[&[&str]] = &[
            &["○", "〇", "◯", "　○　", "○\u{200b}"],
            &["×", "✕", "✖", "X", "ｘ", "乂", "✗"],
            &["△", "▲"],
            &["－", "-", "−", "―", "ー", "–", "ｰ"],
            &["サービス", "サ−ビス", "ｻｰﾋﾞｽ", "さーびす", "サ-ビス"],
            &["入出力", "入出カ"],
            &["システムへ", "システムヘ"],
            &["課長", "課⻑", "課⾧"],
            &["9〜17時", "9～17時", "９∼１７時"],
            &["A∥B", "a‖b"],
            &["パスワード", "ﾊﾟｽﾜｰﾄﾞ", "ぱすわーど"],
            &["該当 なし", "該当なし", "該当\nなし", "該\u{a0}当なし"],
            &["USB Memory", "ｕｓｂ　ｍｅｍｏｒｙ", "usb  memory"],
            &["髙﨑", "高崎"],
            &["葛\u{e0100}城", "葛城"],
            &["神", "\u{fa19}"],
            &["令和", "㋿"],
        ];
        for case in cases {
            for other in &case[1..] {
                assert_eq!(fold(case[0]), fold(other), "{:?} and {other:?} are the same to a reader", case[0]);
            }
        }
    }

    #[test]
    fn a_fold_is_its_own_fold_and_a_part_folds_to_a_part() {
        let text = "ｻ−ﾋﾞｽ 課⻑ ○〇 USB-C ①㈱ 入出カ\u{3000}ﾊﾟｽ、Ｘ線";
        assert_eq!(fold(&fold(text)), fold(text));
        for part in text.split(' ') {
            assert!(fold(text).contains(&fold(part)), "{part:?} is found in its text");
        }
    }

    #[test]
    fn plain_characters_fold_as_the_tables_of_unicode_say() {
        let plain: String = ('\0'..=char::MAX).filter(|c| is_plain(*c)).collect();
        assert!(plain.chars().count() > 21_000);
        assert_eq!(plain.chars().map(plain_form).collect::<String>(), unicode_form(&plain).collect::<String>());
    }

    #[test]
    fn what_differs_stays_different_and_blanks_are_empty() {
        for (one, other) in [("○", "×"), ("○", "△"), ("適合", "不適合"), ("は", "ば"), ("USB", "US B"), ("◎", "○")]
        {
            assert_ne!(fold(one), fold(other));
        }
        for blank in ["", " ", "\u{3000}", "\u{a0}\t\r\n", "\u{200b}\u{feff}"] {
            assert_eq!(fold(blank), "", "{blank:?} shows nothing");
        }
    }

    #[test]
    fn every_character_begins_one_bigram() {
        assert_eq!(bigrams("消火栓"), "消火 火栓 栓ん");
        assert_eq!(bigrams("消火栓、漏水。"), "消火 火栓 栓ん 漏水 水ん");
        assert_eq!(bigrams("USB"), "us sb bん");
        assert_eq!(bigrams("○"), "〇ん");
        assert_eq!(bigrams("、。"), "");
        assert_eq!(bigrams("んん"), "ンン ンん", "the end mark never stands for a character of the text");
    }

    #[test]
    fn a_query_holds_only_what_was_searched_for() {
        let cases: &[(&str, Option<&str>)] = &[
            ("火栓", Some("\"火栓\"")),
            ("消火栓", Some("\"消火 火栓\"")),
            ("火", Some("\"火\"*")),
            ("消火栓　漏水", Some("\"消火 火栓\" AND \"漏水\"")),
            ("a\" OR b*", Some("\"a\"* AND \"or\" AND \"b\"*")),
            ("NEAR(", Some("\"ne ea ar\"")),
            ("　\"*^:", None),
            ("", None),
        ];
        for (search, query) in cases {
            assert_eq!(fts_query(search).as_deref(), *query, "{search:?}");
        }
    }
}
