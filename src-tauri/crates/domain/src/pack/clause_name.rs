//! Which clause somebody means who writes 「第6条4項」, 「６．４」 or the title. What may mean several is asked, never chosen.

use super::model::Clause;
use crate::text::{fold, says_nothing};

/// What a written clause means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClauseMeant {
    /// This one.
    Exactly(String),
    /// One of these, the likeliest first; a person says which.
    Perhaps(Vec<String>),
    /// None that is known.
    Nothing,
}

/// No more clauses are proposed.
const MOST_LIKELY: usize = 5;

/// The clauses of a standard, to be found by what people write.
pub struct ClauseNames<'a> {
    clauses: Vec<(&'a Clause, Vec<String>, String)>,
}

impl<'a> ClauseNames<'a> {
    /// Those of a standard.
    #[must_use]
    pub fn new(clauses: &'a [Clause]) -> ClauseNames<'a> {
        let one = |clause: &'a Clause| (clause, parts(&clause.id).numbers, fold(&clause.title));
        ClauseNames { clauses: clauses.iter().map(one).collect() }
    }

    /// Which clause a text means.
    #[must_use]
    pub fn meant(&self, text: &str) -> ClauseMeant {
        let pieces: Vec<&str> = text.split(BETWEEN).filter(|piece| !says_nothing(piece)).collect();
        let mut found: Vec<ClauseMeant> = pieces.into_iter().map(|piece| self.one(piece)).collect();
        match found.len() {
            0 => ClauseMeant::Nothing,
            1 => found.remove(0),
            _ => {
                let mut all: Vec<String> = Vec::new();
                for id in found.into_iter().flat_map(ClauseMeant::ids) {
                    if !all.contains(&id) {
                        all.push(id);
                    }
                }
                perhaps(all)
            }
        }
    }

    fn one(&self, text: &str) -> ClauseMeant {
        let Parts { before, numbers: written, rest } = parts(text);
        if written.is_empty() {
            return self.titled(&fold(text));
        }
        let same: Vec<&(&Clause, Vec<String>, String)> =
            self.clauses.iter().filter(|(_, parts, _)| *parts == written).collect();
        match same.as_slice() {
            [(clause, _, title)] => {
                // The number says one thing and the title beside it another.
                let others = self.titled(&rest).ids();
                let ours = before.is_empty() || STANDARDS.iter().any(|name| before.ends_with(&fold(name)));
                let agrees = rest.is_empty() || title.contains(&rest) || rest.contains(title.as_str());
                if ours && (agrees || others.is_empty() || others.contains(&clause.id)) {
                    ClauseMeant::Exactly(clause.id.clone())
                } else {
                    perhaps([clause.id.clone()].into_iter().chain(others).collect())
                }
            }
            [] => self.near(&written, &rest),
            several => perhaps(several.iter().map(|(clause, _, _)| clause.id.clone()).collect()),
        }
    }

    /// By the title alone.
    fn titled(&self, title: &str) -> ClauseMeant {
        if title.is_empty() {
            return ClauseMeant::Nothing;
        }
        let ids = |is: &dyn Fn(&str) -> bool| -> Vec<String> {
            let all = self.clauses.iter().filter(|(_, _, known)| is(known));
            all.map(|(clause, _, _)| clause.id.clone()).collect()
        };
        let same = ids(&|known| known == title);
        match same.as_slice() {
            [one] => ClauseMeant::Exactly(one.clone()),
            [] if title.chars().count() > 2 => perhaps(ids(&|known| known.contains(title))),
            [] => ClauseMeant::Nothing,
            _ => perhaps(same),
        }
    }

    /// What stands nearest to a number that is not there: the clause above it, or the only one whose number ends so.
    fn near(&self, written: &[String], rest: &str) -> ClauseMeant {
        let mut likely = self.titled(rest).ids();
        for length in (1..written.len()).rev() {
            let above = self.clauses.iter().find(|(_, parts, _)| *parts == written[..length]);
            if let Some((clause, _, _)) = above {
                likely.push(clause.id.clone());
                break;
            }
        }
        if likely.is_empty() && written.len() > 1 {
            let ends = self.clauses.iter().filter(|(_, parts, _)| parts.ends_with(written));
            likely.extend(ends.map(|(clause, _, _)| clause.id.clone()));
        }
        perhaps(likely)
    }
}

impl ClauseMeant {
    /// Every clause that may be meant.
    #[must_use]
    pub fn ids(self) -> Vec<String> {
        match self {
            ClauseMeant::Exactly(id) => vec![id],
            ClauseMeant::Perhaps(ids) => ids,
            ClauseMeant::Nothing => Vec::new(),
        }
    }
}

fn perhaps(mut ids: Vec<String>) -> ClauseMeant {
    ids.truncate(MOST_LIKELY);
    if ids.is_empty() { ClauseMeant::Nothing } else { ClauseMeant::Perhaps(ids) }
}

/// What stands between two clauses in one cell.
const BETWEEN: [char; 9] = ['、', '，', ',', '/', '／', ';', '；', '\n', '\r'];

/// What stands between the parts of a number, once it is folded: 第6条4項, 6.4, 6-4, 6(4).
const SEPARATORS: &[char] = &[
    '.', 'ー', '・', '(', ')', '[', ']', ' ', '第', '条', '項', '号', '章', '節', '款', '目', '編', '〔', '〕', '【',
    '】', 'ノ', '_', ':',
];

/// How far into a text its number may begin.
const BEFORE: usize = 30;

/// What the name of a standard ends with. A number behind anything else, as in 別表第2, may be of another paper.
const STANDARDS: &[&str] = &["対策基準", "基準", "ポリシー", "基本方針", "方針"];

/// The parts of a clause's number, and what is written before and behind it; all folded.
struct Parts {
    before: String,
    numbers: Vec<String>,
    rest: String,
}

fn parts(text: &str) -> Parts {
    let chars: Vec<char> = fold(text).chars().collect();
    let begins = |at: usize| {
        let c = chars[at];
        // 二 and 八 are read as numbers only where 第 says so: 二要素認証 is a title, and so is 八戸.
        is_digit(c) || (is_kanji_number(c) && at > 0 && chars[at - 1] == '第')
    };
    let Some(start) = (0..chars.len().min(BEFORE)).find(|at| begins(*at)) else {
        return Parts { before: String::new(), numbers: Vec::new(), rest: String::new() };
    };
    let bare = |chars: &[char]| {
        let text: String = chars.iter().collect();
        text.trim_matches(|c| SEPARATORS.contains(&c)).to_owned()
    };
    let mut found: Vec<String> = Vec::new();
    let mut at = start;
    while let Some(c) = chars.get(at).copied() {
        if is_digit(c) {
            let end = (at..chars.len()).find(|n| !is_digit(chars[*n])).unwrap_or(chars.len());
            let number: String = chars[at..end].iter().collect();
            let bare = number.trim_start_matches('0');
            found.push(if bare.is_empty() { "0".to_owned() } else { bare.to_owned() });
            at = end;
        } else if is_kanji_number(c) && at > 0 && chars[at - 1] == '第' {
            let end = (at..chars.len()).find(|n| !is_kanji_number(chars[*n])).unwrap_or(chars.len());
            found.push(kanji_number(&chars[at..end]).to_string());
            at = end;
        } else if SEPARATORS.contains(&c)
            && !(c == '目' && chars.get(at + 1).is_some_and(|next| !SEPARATORS.contains(next)))
        {
            at += 1;
        } else if is_letter_of_a_list(c)
            && chars.get(at + 1).is_none_or(|next| SEPARATORS.contains(next) || is_digit(*next))
        {
            found.push(c.to_string());
            at += 1;
        } else {
            break;
        }
    }
    Parts { before: bare(&chars[..start]), numbers: found, rest: bare(&chars[at..]) }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn is_kanji_number(c: char) -> bool {
    "一二三四五六七八九十百".contains(c)
}

/// ア, イ, ウ or a, b, c, of which each alone is a step of a number.
fn is_letter_of_a_list(c: char) -> bool {
    matches!(c, 'ア'..='ン') || c.is_ascii_lowercase()
}

fn kanji_number(chars: &[char]) -> u32 {
    let (mut all, mut last) = (0_u32, 0_u32);
    for c in chars {
        match c {
            '十' => (all, last) = (all + last.max(1) * 10, 0),
            '百' => (all, last) = (all + last.max(1) * 100, 0),
            _ => {
                let digit = "一二三四五六七八九".chars().position(|one| one == *c).unwrap_or(0);
                last = last.saturating_mul(10).saturating_add(u32::try_from(digit).unwrap_or(0) + 1);
            }
        }
    }
    all.saturating_add(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(id: &str, title: &str) -> Clause {
        Clause { id: id.into(), title: title.into(), title_en: None, parent: None, no_item: None }
    }

    #[test]
    fn a_clause_is_found_however_it_is_written() {
        let clauses = [
            clause("6", "物理的セキュリティ"),
            clause("6.4", "職員等の利用する端末"),
            clause("6.4.2", "ログイン認証"),
            clause("7.4.1イ(1)", "持ち出しの記録"),
            clause("8.3.2イ", "記録"),
            clause("9.5.2", "記録"),
            clause("2-6(2)イ", "委託先"),
            clause("2(2)⑤(ア)", "混在"),
            clause("12", "見直し"),
        ];
        let names = ClauseNames::new(&clauses);
        for (text, id) in [
            ("6.4.2", "6.4.2"),
            ("６．４．２", "6.4.2"),
            ("6-4-2", "6.4.2"),
            ("6－4－2", "6.4.2"),
            ("第6条第4項第2号", "6.4.2"),
            ("第6条4項", "6.4"),
            ("第六条第四項", "6.4"),
            ("第十二条", "12"),
            ("対策基準 6.4.2", "6.4.2"),
            ("情報セキュリティ対策基準第6条4項", "6.4"),
            ("6.4.2 ログイン認証", "6.4.2"),
            ("ログイン認証", "6.4.2"),
            ("06.04", "6.4"),
            ("7.4.1イ（１）", "7.4.1イ(1)"),
            ("7.4.1 ｲ (1)", "7.4.1イ(1)"),
            ("2-6(2)イ", "2-6(2)イ"),
            ("2(2)⑤(ア)", "2(2)⑤(ア)"),
            ("第6章 物理的ｾｷｭﾘﾃｨ", "6"),
        ] {
            assert_eq!(names.meant(text), ClauseMeant::Exactly(id.into()), "{text}");
        }
    }

    #[test]
    fn what_may_mean_several_or_another_is_asked() {
        let clauses = [
            clause("6", "物理的セキュリティ"),
            clause("6.4", "端末"),
            clause("6.4.2", "ログイン認証"),
            clause("8.3.2イ", "記録"),
            clause("9.5.2", "記録"),
        ];
        let names = ClauseNames::new(&clauses);
        for (text, ids) in [
            ("記録", &["8.3.2イ", "9.5.2"][..]),
            ("6.4.2、9.5.2", &["6.4.2", "9.5.2"]),
            ("6.4.2(3)", &["6.4.2"]),
            ("6.4.2 端末", &["6.4.2", "6.4"]),
            ("4.2", &["6.4.2"]),
            ("別表第6", &["6"]),
            ("個人情報保護法第6条第4項", &["6.4"]),
        ] {
            let ids = ids.iter().map(|id| (*id).to_owned()).collect();
            assert_eq!(names.meant(text), ClauseMeant::Perhaps(ids), "{text}");
        }
        for text in ["", "　", "10.1", "JIS Q 27002 A.9", "別紙", "二要素認証", "イ"] {
            assert_eq!(names.meant(text), ClauseMeant::Nothing, "{text}");
        }
    }
}
