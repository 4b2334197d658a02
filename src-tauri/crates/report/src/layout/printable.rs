//! What of a text comes out on paper as it was typed, and what does not.

use domain::keyed_enum;
use domain::text::{compose, is_combining};

keyed_enum! {
    /// Why something does not come out as it was typed.
    pub enum Oddity {
        /// The fonts lack the character: it is printed as 〓.
        Missing = "missing",
        /// It is printed in its usual shape or with its mark beside it: a mark asks for what the fonts do not know.
        Changed = "changed",
        /// It has no shape and is left out.
        Removed = "removed",
    }
}

/// The text as it can be printed on lines: no carriage returns, tabs or other controls, no spaces of other widths,
/// and marks joined to what they stand over, as some systems write the names of files apart (カ and a mark for ガ).
pub(crate) fn printable(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut returned = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let after_return = std::mem::replace(&mut returned, character == '\r');
        match part(character) {
            Part::Quote => clean.push(quote(character, clean.chars().next_back(), characters.peek().copied())),
            Part::Plain => clean.push(character),
            Part::End if after_return && character == '\n' => {}
            Part::End => clean.push('\n'),
            Part::Space => clean.push(' '),
            Part::Invisible | Part::Variant | Part::Control => {}
            Part::Mark => match clean.chars().next_back().and_then(|base| compose(base, character)) {
                Some(one) => {
                    clean.pop();
                    clean.push(one);
                }
                None => clean.push(character),
            },
        }
    }
    clean
}

/// A quotation mark of a text in Latin letters. Japanese fonts have these as wide as an ideograph, which tears words
/// apart; in Japanese texts they are meant to be so.
fn quote(mark: char, before: Option<char>, after: Option<char>) -> char {
    let letter = |found: Option<char>| found.is_some_and(|c| c.is_ascii_alphanumeric());
    let edge = |found: Option<char>| found.is_none_or(|c| c.is_ascii() && !c.is_ascii_alphanumeric());
    match mark {
        '’' if letter(before) && letter(after) => '\'',
        '‘' | '“' if edge(before) && letter(after) => {
            if mark == '“' {
                '"'
            } else {
                '\''
            }
        }
        '’' | '”' if letter(before) && edge(after) => {
            if mark == '”' {
                '"'
            } else {
                '\''
            }
        }
        _ => mark,
    }
}

/// The same for what has one line.
pub(crate) fn one_line(text: &str) -> String {
    printable(text).replace('\n', " ")
}

/// What of a text does not come out as it was typed, in its order: each as it was typed, with what it changes.
pub(crate) fn odd(text: &str, lacks: &dyn Fn(char) -> bool) -> Vec<(Oddity, String)> {
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    let with = |before: Option<char>, character: char| before.into_iter().chain([character]).collect::<String>();
    for character in text.chars() {
        match part(character) {
            Part::Plain | Part::Quote => {
                if lacks(character) {
                    found.push((Oddity::Missing, character.to_string()));
                }
                before = Some(character);
            }
            Part::End | Part::Space => before = None,
            Part::Invisible => {}
            Part::Variant => found.push((Oddity::Changed, with(before, character))),
            Part::Control => found.push((Oddity::Removed, character.to_string())),
            Part::Mark => match before.and_then(|base| compose(base, character)) {
                Some(one) => {
                    if lacks(one) {
                        found.push((Oddity::Missing, one.to_string()));
                    }
                    before = Some(one);
                }
                None => {
                    let why = if lacks(character) { Oddity::Missing } else { Oddity::Changed };
                    found.push((why, with(before, character)));
                }
            },
        }
    }
    found
}

enum Part {
    Plain,
    Quote,
    End,
    Space,
    /// It says how to read or where a line may end, and nothing is lost without it.
    Invisible,
    /// It asks for another shape of the character before it.
    Variant,
    /// A sign to a machine that does not belong in a text.
    Control,
    /// It stands over the character before it.
    Mark,
}

fn part(character: char) -> Part {
    match character {
        // Nearly all there is; the rest is looked up.
        ' '..='~' | '、'..='〜' | 'ぁ'..='ゖ' | 'ァ'..='ヾ' | '一'..='\u{9fff}' | '！'..='～' => Part::Plain,
        '‘' | '’' | '“' | '”' => Part::Quote,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Part::End,
        '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => Part::Space,
        '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' => Part::Invisible,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{180b}'..='\u{180d}' => Part::Variant,
        '\u{202a}'..='\u{202e}' | '\u{2065}'..='\u{2069}' => Part::Control,
        other if other.is_control() => Part::Control,
        other if is_combining(other) => Part::Mark,
        _ => Part::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_printable() {
        for (typed, printed) in [
            ("総務課", "総務課"),
            ("一\r\n二\r三\n四\u{2028}五", "一\n二\n三\n四\n五"),
            ("あ\tい\u{0}う\u{200b}え\u{202e}お", "あ いうえお"),
            ("葛\u{e0100}城\u{fe00}市", "葛城市"),
            // As a Mac writes the names of files.
            ("カ\u{3099}イト\u{3099}ハ\u{309a}", "ガイドパ"),
            ("e\u{301}a\u{302}\u{301}", "éấ"),
            // What has its own code for its old shape keeps it.
            ("\u{fa19}社の\u{fa10}", "\u{fa19}社の\u{fa10}"),
            ("Don’t ask “why” or ‘when’.", "Don't ask \"why\" or 'when'."),
            ("いわゆる“USB”を’26年に", "いわゆる“USB”を’26年に"),
            ("カ\u{309a}", "カ\u{309a}"),
            ("\u{3099}", "\u{3099}"),
        ] {
            assert_eq!(printable(typed), printed, "{typed:?}");
            assert_eq!(printable(printed), printed, "printing it again changes nothing");
        }
        assert_eq!(one_line("一\r\n二"), "一 二");
    }

    #[test]
    fn what_does_not_come_out_as_typed_is_found() {
        let lacks = |character: char| "\u{20bb7}\u{1f600}\u{e000}ガ".contains(character);
        let odd = |text: &str| -> Vec<(&str, String)> {
            super::odd(text, &lacks).into_iter().map(|(why, what)| (domain::Keyed::key(why), what)).collect()
        };
        assert_eq!(odd("総務課\r\n\t\u{3000}\u{200b}（案）"), []);
        assert_eq!(odd("\u{20bb7}野"), [("missing", "\u{20bb7}".to_owned())]);
        assert_eq!(odd("\u{e000}と\u{1f600}").len(), 2);
        assert_eq!(odd("葛\u{e0100}城"), [("changed", "葛\u{e0100}".to_owned())]);
        assert_eq!(odd("カ\u{309a}"), [("changed", "カ\u{309a}".to_owned())]);
        assert_eq!(odd("ハ\u{309a}"), [], "it is joined");
        assert_eq!(odd("カ\u{3099}"), [("missing", "ガ".to_owned())]);
        assert_eq!(odd("\u{fe0f}"), [("changed", "\u{fe0f}".to_owned())]);
        assert_eq!(odd("あ\u{7}\u{202e}い"), [("removed", "\u{7}".to_owned()), ("removed", "\u{202e}".to_owned())]);
    }
}
