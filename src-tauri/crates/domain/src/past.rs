//! Findings of earlier years, as a table that an office kept tells of them: the days and years people write there, and
//! where a finding stands by what is written. Nothing is concluded that the table does not prove.

use crate::finding::FindingState;
use crate::keyed_enum;
use crate::kinds::{Grade, VerificationResult};
use crate::wareki::{self, DateError, FiscalYear};
use jiff::ToSpan;
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

keyed_enum! {
    /// 進捗 as such a table says it.
    pub enum PastStatus {
        /// 未着手
        NotStarted = "not_started",
        /// 対応中
        Underway = "underway",
        /// 遅延
        Delayed = "delayed",
        /// 完了
        Done = "done",
        /// クローズ: done, and somebody made sure of it.
        Closed = "closed",
    }
}

/// What a table says of one finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// 区分
    pub grade: Option<Grade>,
    /// 進捗
    pub status: Option<PastStatus>,
    /// Whether a day of completion stands there.
    pub done: bool,
    /// 検証結果
    pub checked: Option<VerificationResult>,
    /// Whether it says what is to be done.
    pub planned: bool,
    /// Whether it says until when.
    pub due: bool,
}

/// What becomes of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub state: FindingState,
    /// Whether the due date stands in an order; otherwise it stands in the plan, or there is none.
    pub ordered: bool,
    /// Whether there is a plan: it needs words and a day.
    pub planned: bool,
    /// Whether its completion is reported.
    pub reported: bool,
    /// Whether what the table says contradicts itself, so that the less assuring was taken.
    pub contradicts: bool,
}

/// Where a finding stands by what is told of it. What is done and not verified waits for verification; only what was
/// verified is closed; where two cells contradict each other, the one that leaves it open counts.
#[must_use]
pub fn standing(told: &Told) -> Standing {
    use FindingState as F;
    use PastStatus as S;
    let good = told.grade == Some(Grade::GoodPractice);
    let running = matches!(told.status, Some(S::NotStarted | S::Underway | S::Delayed));
    let refused = told.checked == Some(VerificationResult::Insufficient);
    let verified = told.status == Some(S::Closed) || told.checked == Some(VerificationResult::Effective);
    let done = told.done || verified || told.status == Some(S::Done);
    let planned = told.planned && told.due && !good;
    let state = match (running || refused, verified, done) {
        _ if good => F::Confirmed,
        (false, true, _) => F::Closed,
        (false, false, true) => F::Reported,
        _ if planned || refused || matches!(told.status, Some(S::Underway | S::Delayed)) => F::Correcting,
        _ if told.due => F::Ordered,
        _ => F::Confirmed,
    };
    let settled = matches!(state, F::Closed | F::Reported);
    Standing {
        state,
        ordered: told.due && !planned && !good,
        planned,
        reported: settled || (refused && done && !running),
        contradicts: !good && ((running && done) || (refused && verified)),
    }
}

/// What a text says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// Nothing is written.
    Blank,
    /// This day.
    On(Date),
    /// A month or a fiscal year; this is its last day.
    Within(Date),
    /// No day that everybody would read from it.
    Unclear,
}

impl Day {
    /// The day, if there is one.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        match self {
            Day::On(day) | Day::Within(day) => Some(day),
            Day::Blank | Day::Unclear => None,
        }
    }
}

/// The day of a deed: a date as everybody writes it, 令和7年3月, R7.3, 令和7年3月末, 令和7年度末. What is counted from a
/// year that is not written, such as 3月末, is not clear, and neither is what may only be meant to happen: R7.3.31まで,
/// 令和7年3月予定, 令和7年度中.
#[must_use]
pub fn day(text: &str) -> Day {
    plain_day(&plain(text))
}

/// The day until which something is to be done: the same, also with まで, 予定 and the like behind it.
#[must_use]
pub fn due_day(text: &str) -> Day {
    let plain = plain(text);
    let until = plain.trim_end_matches("まで").trim_end_matches('迄').trim_end_matches("予定").trim_end_matches('頃');
    match until.trim_end_matches(['中', '内']).trim_end_matches('以') {
        "" if !plain.is_empty() => Day::Unclear,
        until => plain_day(until),
    }
}

fn plain(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace() && !crate::text::is_invisible(*c)).collect()
}

fn plain_day(plain: &str) -> Day {
    if plain.is_empty() || ["-", "ー", "―", "—", "–"].contains(&plain) {
        return Day::Blank;
    }
    match wareki::parse(plain) {
        Ok(day) => return Day::On(day),
        Err(DateError::Empty) => return Day::Blank,
        Err(_) => {}
    }
    let end = plain.trim_end_matches('末').trim_end_matches('月');
    if let Ok(year) = FiscalYear::parse(end) {
        return Day::Within(year.last_day());
    }
    // 令和7年3月, R7.3 and 2025/3 with a first day behind them are dates.
    let month = [format!("{end}月1日"), format!("{end}.1"), format!("{end}/1"), format!("{end}-1")];
    let first = month.iter().find_map(|text| wareki::parse(text).ok());
    let last = first.and_then(|day| day.first_of_month().checked_add(1.month()).ok()?.yesterday().ok());
    last.map_or(Day::Unclear, Day::Within)
}

/// The fiscal year that a cell of years says: 令和6年度, R6, 令和6, 2024年, H31.
#[must_use]
pub fn year(text: &str) -> Option<i64> {
    let plain: String = text.nfkc().filter(|c| !c.is_whitespace() && !crate::text::is_invisible(*c)).collect();
    let bare = plain.trim_end_matches("年度").trim_end_matches('年');
    let four = bare.chars().all(|c| c.is_ascii_digit()) && bare.len() == 4;
    if bare.chars().all(|c| c.is_ascii_digit()) && !four {
        return None;
    }
    FiscalYear::parse(&format!("{bare}年度")).ok().map(|year| i64::from(year.year()))
}

/// The fiscal year that is named somewhere in a text, if it is one alone: 令和6年度 情報セキュリティ監査 指摘一覧,
/// 指摘一覧R6.xlsx. A number says its year the same way: R6-03.
#[must_use]
pub fn year_in(text: &str) -> Option<i64> {
    let plain: Vec<char> = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let mut found: Option<i64> = None;
    for start in 0..plain.len() {
        let Some(year) = year_at(&plain, start) else { continue };
        if found.is_some_and(|other| other != year) {
            return None;
        }
        found = Some(year);
    }
    found
}

/// The year that begins at a character: an era with its number, or four digits before 年度 or at the beginning.
fn year_at(text: &[char], start: usize) -> Option<i64> {
    const ERAS: [(&str, bool); 6] =
        [("令和", false), ("平成", false), ("R", true), ("H", true), ("㋿", false), ("㍻", false)];
    let rest: String = text[start..].iter().take(8).collect();
    let before = start.checked_sub(1).and_then(|at| text.get(at)).copied();
    let digits = |text: &str| text.chars().take_while(|c| c.is_ascii_digit() || *c == '元').collect::<String>();
    for (era, is_letter) in ERAS {
        let Some(after) = rest.strip_prefix(era) else { continue };
        let number = digits(after);
        // An R in a word is no era.
        if number.is_empty() || (is_letter && before.is_some_and(|c| c.is_ascii_alphanumeric())) {
            continue;
        }
        let number = if number == "元" { number } else { number.trim_start_matches('0').to_owned() };
        return year(&format!("{era}{number}"));
    }
    let number = digits(&rest);
    let alone = before.is_none_or(|c| !c.is_ascii_digit()) && number.len() == 4 && number.starts_with("20");
    let said = rest[number.len()..].starts_with("年度") || start == 0;
    if alone && said { year(&number) } else { None }
}

/// Whether a number says nothing but which one it is, as 3, No.3 and 指摘3 do: every year has one of those.
#[must_use]
pub fn is_bare_number(text: &str) -> bool {
    let plain: String = text.nfkc().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let bare = plain.trim_matches(|c: char| !c.is_ascii_digit());
    let before = &plain[..plain.find(bare).unwrap_or(0)];
    let after = &plain[before.len() + bare.len()..];
    let word = before.trim_matches(|c: char| c.is_ascii_punctuation());
    !bare.is_empty()
        && bare.chars().all(|c| c.is_ascii_digit())
        && bare.len() < 4
        && ["", "no", "指摘", "指摘事項", "第", "番号"].contains(&word)
        && (after.is_empty() || ["号", "番", ")", "."].contains(&after))
}

#[cfg(test)]
mod tests;
