//! What differs between two wordings, word by word, as a 新旧対照表 underlines it.

/// The most words a side may have for a comparison word by word; what lies beyond is taken as changed as a whole.
const MOST: usize = 3_000;

/// A stretch of a text, and whether the other side says it otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its words.
    pub text: String,
    /// Whether it differs.
    pub changed: bool,
}

/// Both wordings in stretches. Put together again, the stretches of a side are that side.
#[must_use]
pub fn compare(old: &str, new: &str) -> (Vec<Stretch>, Vec<Stretch>) {
    let (old, new) = (words(old), words(new));
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_end, new_end) = (old.len() - rest, new.len() - rest);
    let (kept_old, kept_new) = kept(&old[same..old_end], &new[same..new_end]);
    let side = |words: &[&str], end: usize, kept: &[bool]| {
        let mut stretches: Vec<Stretch> = Vec::new();
        for (place, word) in words.iter().enumerate() {
            let changed = (same..end).contains(&place) && !kept[place - same];
            match stretches.last_mut().filter(|last| last.changed == changed) {
                Some(last) => last.text.push_str(word),
                None => stretches.push(Stretch { text: (*word).to_owned(), changed }),
            }
        }
        stretches
    };
    (side(&old, old_end, &kept_old), side(&new, new_end, &kept_new))
}

/// Which words of each side are in the longest row of words that both have.
fn kept(old: &[&str], new: &[&str]) -> (Vec<bool>, Vec<bool>) {
    let (mut of_old, mut of_new) = (vec![false; old.len()], vec![false; new.len()]);
    if old.len() > MOST || new.len() > MOST {
        return (of_old, of_new);
    }
    let width = new.len() + 1;
    let mut longest = vec![0_u16; (old.len() + 1) * width];
    for (i, a) in old.iter().enumerate().rev() {
        for (j, b) in new.iter().enumerate().rev() {
            longest[i * width + j] = if a == b {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            match runs.last_mut().filter(|(a, b, length)| (a + *length, b + *length) == (i, j)) {
                Some((_, _, length)) => *length += 1,
                None => runs.push((i, j, 1)),
            }
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    // A single character that both happen to have in the midst of what differs is no word that was kept.
    let is_word = |(i, _, length): &(usize, usize, usize)| {
        *length > 1 || old[*i].chars().count() > 1 || Kind::of(old[*i].chars().next().unwrap_or(' ')) == Kind::Alone
    };
    for (i, j, length) in runs.into_iter().filter(is_word) {
        of_old[i..i + length].fill(true);
        of_new[j..j + length].fill(true);
    }
    (of_old, of_new)
}

/// How a character goes together with its neighbours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Kanji,
    Katakana,
    Hiragana,
    Latin,
    Alone,
}

impl Kind {
    fn of(character: char) -> Kind {
        match character {
            '\u{3041}'..='\u{309f}' => Kind::Hiragana,
            '\u{30a1}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => Kind::Katakana,
            '々' | '〆' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
                Kind::Kanji
            }
            _ if character.is_alphanumeric() => Kind::Latin,
            _ => Kind::Alone,
        }
    }
}

/// The words of a text: runs of one script; characters of which each means something stand by themselves.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut begin, mut last) = (0, Kind::Alone);
    for (place, character) in text.char_indices() {
        let kind = Kind::of(character);
        if place > begin && (kind != last || matches!(kind, Kind::Alone | Kind::Kanji)) {
            words.push(&text[begin..place]);
            begin = place;
        }
        last = kind;
    }
    if begin < text.len() {
        words.push(&text[begin..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(stretches: &[Stretch]) -> String {
        let mark = |one: &Stretch| if one.changed { format!("[{}]", one.text) } else { one.text.clone() };
        stretches.iter().map(mark).collect()
    }

    #[test]
    fn what_differs_is_marked_word_by_word() {
        for (old, new, marked_old, marked_new) in [
            ("", "", "", ""),
            ("同じ文である。", "同じ文である。", "同じ文である。", "同じ文である。"),
            ("", "加える。", "", "[加える。]"),
            ("6文字以上とする。", "8文字以上とする。", "[6]文字以上とする。", "[8]文字以上とする。"),
            (
                "管理者は、定期的に確認しなければならない。",
                "管理者は、毎年度、確認しなければならない。",
                "管理者は、[定期的に]確認しなければならない。",
                "管理者は、[毎年度、]確認しなければならない。",
            ),
            ("ア 施錠する。\nイ 記録する。", "ア 施錠する。", "ア 施錠する。[\nイ 記録する。]", "ア 施錠する。"),
            ("定期的に確認する。", "毎年度1回以上確認する。", "[定期的に]確認する。", "[毎年度1回以上]確認する。"),
            ("総務課の定める者", "別に定める職員", "[総務課の]定める[者]", "[別に]定める[職員]"),
            ("サーバ室", "サーバー室", "[サーバ]室", "[サーバー]室"),
        ] {
            let (old, new) = compare(old, new);
            assert_eq!((marked(&old).as_str(), marked(&new).as_str()), (marked_old, marked_new));
        }
    }

    #[test]
    fn a_text_without_end_is_marked_as_a_whole() {
        let (old, new) = ("あ。".repeat(4_000), "い。".repeat(4_000));
        let (old, new) = compare(&old, &new);
        assert!(old.iter().filter(|one| one.changed).count() == 1 && new.len() <= 2);
    }

    /// Texts made of few words, so that many of them meet.
    fn some_text(seed: &mut u64) -> String {
        const WORDS: [&str; 9] = ["あ", "い", "漢字", "ア", "a1", "、", "。", "\n", "𠮷"];
        let mut next = || {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (*seed >> 33) as usize
        };
        (0..next() % 24).map(|_| WORDS[next() % WORDS.len()]).collect()
    }

    #[test]
    fn stretches_put_together_are_the_text_and_what_is_not_marked_is_the_same_on_both_sides() {
        let mut seed = 5;
        for _ in 0..2_000 {
            let (old, new) = (some_text(&mut seed), some_text(&mut seed));
            let (a, b) = compare(&old, &new);
            let whole = |side: &[Stretch]| side.iter().map(|one| one.text.as_str()).collect::<String>();
            assert_eq!((whole(&a), whole(&b)), (old.clone(), new.clone()));
            let kept = |side: &[Stretch]| -> String {
                side.iter().filter(|one| !one.changed).map(|one| one.text.as_str()).collect()
            };
            assert_eq!(kept(&a), kept(&b), "{old:?} {new:?}");
            let changed = a.iter().chain(&b).any(|one| one.changed);
            assert_eq!(changed, old != new, "{old:?} {new:?}");
        }
    }
}
