//! Verdicts typed by number, as they come from paper in the evening: `37 x 所見…`, `37,41-43 ○`.
//!
//! A line is numbers, a mark, and what was seen. It may be typed in full or half width, with or without spaces around a
//! sign. What could mean two things is an error at its line and never a guess: these lines become verdicts.

mod cells;

use crate::kinds::Verdict;
use crate::text::is_invisible;
pub use cells::cells;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// The most items one line may name.
pub const MOST_NUMBERS: usize = 200;

/// The most characters of one line.
pub const MOST_CHARACTERS: usize = 20_000;

/// One line that was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The short numbers, ascending and each once.
    pub numbers: Vec<u32>,
    /// The verdict.
    pub verdict: Verdict,
    /// What was seen; empty if nothing is said.
    pub note: String,
}

/// Why a line was not understood. Its key names the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryError {
    /// It does not begin with a number.
    NoNumber,
    /// A number is 0 or too great.
    BadNumber,
    /// A range runs backwards.
    BadRange,
    /// It names more items than one line may.
    TooMany,
    /// After the numbers there is no mark.
    NoMark,
    /// The mark could be read in two ways.
    Unclear,
    /// It is too long.
    TooLong,
}

impl EntryError {
    /// The stable key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            EntryError::NoNumber => "no-number",
            EntryError::BadNumber => "bad-number",
            EntryError::BadRange => "bad-range",
            EntryError::TooMany => "too-many",
            EntryError::NoMark => "no-mark",
            EntryError::Unclear => "unclear",
            EntryError::TooLong => "too-long",
        }
    }
}

/// Reads the lines of a text, each with its place from 1; blank lines are passed over.
#[must_use]
pub fn lines(text: &str) -> Vec<(usize, String, Result<Entry, EntryError>)> {
    let text = text.replace("\r\n", "\n");
    let split = text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']);
    let blank = |line: &str| line.chars().all(|c| c.is_whitespace() || is_invisible(c));
    let numbered = split.enumerate().filter(|(_, line)| !blank(line));
    numbered.map(|(n, line)| (n + 1, line.trim().to_owned(), parse(line))).collect()
}

/// Reads one line.
pub fn parse(line: &str) -> Result<Entry, EntryError> {
    if line.chars().count() > MOST_CHARACTERS {
        return Err(EntryError::TooLong);
    }
    let clean: Vec<char> = line.chars().filter(|c| !is_invisible(*c)).collect();
    let mut rest = Rest { chars: &clean };
    let numbers = rest.numbers()?;
    let verdict = rest.mark()?;
    let note: String = rest.chars.iter().map(|c| if *c == '\t' { ' ' } else { *c }).collect();
    Ok(Entry { numbers, verdict, note: note.trim().to_owned() })
}

/// The verdict that a cell of a sheet says by a mark alone; nothing if it says anything else.
#[must_use]
pub fn mark(cell: &str) -> Option<Verdict> {
    let mut signs = cell.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c));
    let (sign, more) = (signs.next()?, signs.next());
    if more.is_some() { None } else { verdict_of(sign) }
}

/// The numbers that a list such as `37,41-43` names, for linking; nothing but numbers may stand in it.
pub fn numbers(text: &str) -> Result<Vec<u32>, EntryError> {
    let clean: Vec<char> = text.chars().filter(|c| !is_invisible(*c)).collect();
    let mut rest = Rest { chars: &clean };
    let numbers = rest.numbers()?;
    rest.spaces();
    if rest.chars.is_empty() { Ok(numbers) } else { Err(EntryError::NoNumber) }
}

/// The items that a running text names as `#37` or `＃３７`.
#[must_use]
pub fn mentions(text: &str) -> Vec<u32> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = BTreeSet::new();
    for (at, _) in chars.iter().enumerate().filter(|(_, c)| matches!(c, '#' | '＃')) {
        let mut rest = Rest { chars: &chars[at + 1..] };
        if let Ok(Some(number)) = rest.number() {
            found.insert(number);
        }
    }
    found.into_iter().take(MOST_NUMBERS).collect()
}

/// The text without its leading or trailing mentions: what becomes 所見 speaks of facts, not of numbers.
#[must_use]
pub fn without_mentions(text: &str) -> String {
    let is_mention = |word: &str| {
        let digits = word.strip_prefix(['#', '＃']);
        digits.is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| digit(c).is_some()))
    };
    let line = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        if !words.iter().any(|word| is_mention(word)) {
            return line.trim_end().to_owned();
        }
        words.into_iter().filter(|word| !is_mention(word)).collect::<Vec<_>>().join(" ")
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn digit(c: char) -> Option<u32> {
    let plain = if matches!(c, '０'..='９') { std::iter::once(c).nfkc().next().unwrap_or(c) } else { c };
    plain.to_digit(10)
}

/// Hyphens, minus signs, dashes, and the long vowel mark that an input method types for them.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '－' | '‐' | '‑' | '–' | '—' | '―' | '−' | 'ー' | 'ｰ' | '─' | '﹣')
}

fn is_until(c: char) -> bool {
    is_dash(c) || matches!(c, '~' | '～' | '〜')
}

fn is_comma(c: char) -> bool {
    matches!(c, ',' | '，' | '、' | '､' | '・' | '/' | '+' | '＋')
}

/// Signs that say nothing else, so that no space is needed around them.
fn sign_of(c: char) -> Option<Verdict> {
    match c {
        '○' | '〇' | '◯' | '⚪' | '⭕' => Some(Verdict::Conforming),
        '△' | '▲' | '∆' => Some(Verdict::Partial),
        '×' | '✕' | '✖' | '✗' | '✘' | '╳' | '❌' => Some(Verdict::Nonconforming),
        _ => None,
    }
}

fn verdict_of(c: char) -> Option<Verdict> {
    let plain = std::iter::once(c).nfkc().next().unwrap_or(c);
    match plain {
        'o' | 'O' | '1' => Some(Verdict::Conforming),
        '2' => Some(Verdict::Partial),
        'x' | 'X' | '3' => Some(Verdict::Nonconforming),
        '4' => Some(Verdict::NotApplicable),
        _ if is_dash(c) => Some(Verdict::NotApplicable),
        _ => sign_of(c),
    }
}

/// What is left of a line.
struct Rest<'a> {
    chars: &'a [char],
}

impl Rest<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.first().copied()
    }

    fn skip(&mut self, count: usize) {
        self.chars = self.chars.get(count..).unwrap_or_default();
    }

    fn spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.skip(1);
        }
    }

    /// `37`, `#37` or `No.37`; nothing if there is none.
    fn number(&mut self) -> Result<Option<u32>, EntryError> {
        let digits = self.chars.iter().take_while(|c| digit(**c).is_some()).count();
        if digits == 0 {
            return Ok(None);
        }
        let mut number: u32 = 0;
        for c in &self.chars[..digits] {
            let next = number.checked_mul(10).and_then(|tens| tens.checked_add(digit(*c).unwrap_or(0)));
            number = next.ok_or(EntryError::BadNumber)?;
        }
        self.skip(digits);
        if number == 0 { Err(EntryError::BadNumber) } else { Ok(Some(number)) }
    }

    fn label(&mut self) {
        let plain: String = self.chars.iter().take(3).flat_map(|c| c.nfkc()).collect::<String>().to_lowercase();
        if plain.starts_with('#') || self.peek() == Some('№') {
            self.skip(1);
        } else if plain.starts_with("no.") {
            self.skip(3);
        }
        self.spaces();
    }

    fn numbers(&mut self) -> Result<Vec<u32>, EntryError> {
        let mut found = BTreeSet::new();
        loop {
            self.spaces();
            self.label();
            let first = self.number()?.ok_or(EntryError::NoNumber)?;
            let last = self.range_end()?.unwrap_or(first);
            if last < first {
                return Err(EntryError::BadRange);
            }
            if found.len() + (last - first) as usize >= MOST_NUMBERS {
                return Err(EntryError::TooMany);
            }
            found.extend(first..=last);
            // A comma goes on to the next number, also with spaces around it.
            let spaces = self.chars.iter().take_while(|c| c.is_whitespace()).count();
            match self.chars.get(spaces) {
                Some(c) if is_comma(*c) => self.skip(spaces + 1),
                _ => return Ok(found.into_iter().collect()),
            }
        }
    }

    /// The end of `41-43`. With a space before it a dash is a mark and not a range; with none, and a digit behind it,
    /// it is a range.
    fn range_end(&mut self) -> Result<Option<u32>, EntryError> {
        let ends = self.peek().is_some_and(is_until) && self.chars.get(1).is_some_and(|c| digit(*c).is_some());
        if !ends {
            return Ok(None);
        }
        self.skip(1);
        self.number()
    }

    fn mark(&mut self) -> Result<Verdict, EntryError> {
        let spaced = self.peek().is_some_and(char::is_whitespace);
        self.spaces();
        let Some(sign) = self.peek() else { return Err(EntryError::NoMark) };
        let verdict = verdict_of(sign).ok_or(EntryError::NoMark)?;
        let after = self.chars.get(1).copied();
        let alone = after.is_none_or(char::is_whitespace);
        // 37 ○○課では… begins with no mark, and 37 ×△ with two.
        if after.is_some_and(|next| sign_of(next).is_some()) {
            return Err(EntryError::Unclear);
        }
        if is_dash(sign) {
            // 37 - 41 x may be a range as well as a mark.
            let behind = self.chars[1..].iter().find(|c| !c.is_whitespace());
            let doubtful = behind.is_some_and(|c| digit(*c).is_some() || is_dash(*c));
            if doubtful || (!alone && !spaced) {
                return Err(EntryError::Unclear);
            }
        } else if sign_of(sign).is_none() {
            // Letters and digits are marks only where they stand alone: 37 ok, 37 3個.
            let letter = after.is_some_and(|next| next.is_ascii_alphanumeric() || digit(next).is_some());
            let figure = digit(sign).is_some();
            if letter || (figure && (!alone || !spaced)) {
                return Err(EntryError::NoMark);
            }
        }
        self.skip(1);
        Ok(verdict)
    }
}

#[cfg(test)]
mod tests;
