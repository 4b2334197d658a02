//! Reading of dates that people typed. Strict: what could mean two days is asked about, never guessed.

use super::{Era, FiscalYear, era_year, weekday};
use jiff::civil::{Date, date};
use unicode_normalization::UnicodeNormalization;

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Nothing is written.
    #[error("no date is written")]
    Empty,
    /// The text has none of the forms in which dates are written.
    #[error("not a date")]
    NotADate,
    /// The era or the year is missing, e.g. 6.3.31 or 3月31日.
    #[error("the era or the year is missing")]
    Ambiguous,
    /// The month has no such day, or the year no such month.
    #[error("there is no such day")]
    NoSuchDay,
    /// The day lies outside the era, e.g. 平成31年5月1日; this is the day that the years would give.
    #[error("the day lies outside the era")]
    OutsideEra(Date),
    /// The day is counted by the lunar calendar, which was in use until Meiji 5.
    #[error("the lunar calendar was in use")]
    BeforeMeiji6,
    /// The weekday written beside the date is another one; this is the day by year, month and day.
    #[error("the weekday does not belong to the day")]
    WrongWeekday(Date),
}

impl DateError {
    /// The stable code, from which the key of the message is made.
    pub fn code(&self) -> &'static str {
        match self {
            DateError::Empty => "empty",
            DateError::NotADate => "not-a-date",
            DateError::Ambiguous => "ambiguous",
            DateError::NoSuchDay => "no-such-day",
            DateError::OutsideEra(_) => "outside-era",
            DateError::BeforeMeiji6 => "before-meiji-6",
            DateError::WrongWeekday(_) => "wrong-weekday",
        }
    }
}

/// The day that a text names: 令和6年3月31日, 令和６年３月３１日(日), 令和元年5月1日, R6.3.31, ㋿6.3.31,
/// 令和六年三月三十一日, 2024-05-01, 2024/5/1, 2024年5月1日.
pub fn parse(text: &str) -> Result<Date, DateError> {
    let text = normalise(text)?;
    let mut rest = Rest(&text);
    let era = rest.era();
    let year = rest.number().ok_or(DateError::NotADate)?;
    let (month, day) = if rest.take("年") {
        let month = rest.number_before("月")?;
        (month, rest.number_before("日")?)
    } else if era.is_none() && rest.take("月") {
        rest.number_before("日")?;
        return Err(DateError::Ambiguous);
    } else {
        let separator = ["-", "/", "."].into_iter().find(|s| rest.take(s)).ok_or(DateError::NotADate)?;
        let month = rest.number().ok_or(DateError::NotADate)?;
        if rest.0.is_empty() && era.is_none() {
            return Err(DateError::Ambiguous);
        }
        if !rest.take(separator) {
            return Err(DateError::NotADate);
        }
        (month, rest.number().ok_or(DateError::NotADate)?)
    };
    let written_weekday = rest.weekday()?;
    let year = western_year(era, year)?;
    let part = |number: Number| i8::try_from(number.0).map_err(|_| DateError::NoSuchDay);
    let day = Date::new(year, part(month)?, part(day)?).map_err(|_| DateError::NoSuchDay)?;
    if let Some(era) = era {
        check_era(era, day, day)?;
    }
    match written_weekday {
        Some(written) if written != weekday(day) => Err(DateError::WrongWeekday(day)),
        _ => Ok(day),
    }
}

/// The fiscal year that a text names; see [`FiscalYear::parse`].
pub(super) fn fiscal_year(text: &str) -> Result<FiscalYear, DateError> {
    let text = normalise(text)?;
    let mut rest = Rest(&text);
    let english = rest.take("FY");
    let era = if english { None } else { rest.era() };
    let year = rest.number().ok_or(DateError::NotADate)?;
    if !(rest.take("年度") || english) || !rest.0.is_empty() {
        return Err(DateError::NotADate);
    }
    let year = FiscalYear::new(western_year(era, year)?).ok_or(DateError::NoSuchDay)?;
    if let Some(era) = era {
        check_era(era, year.first_day(), year.last_day())?;
    }
    Ok(year)
}

/// Whether some day from `first` to `last` lies in the era.
fn check_era(era: Era, first: Date, last: Date) -> Result<(), DateError> {
    if last < date(1873, 1, 1) {
        return Err(DateError::BeforeMeiji6);
    }
    let eras = [era_year(first), era_year(last)].map(|found| found.map(|(era, _)| era));
    if eras.contains(&Some(era)) { Ok(()) } else { Err(DateError::OutsideEra(first)) }
}

/// The western year. Without an era only four digits are one: any other number could be a year of any era.
fn western_year(era: Option<Era>, year: Number) -> Result<i16, DateError> {
    match era {
        Some(era) if year.0 >= 1 => {
            i16::try_from(year.0).ok().and_then(|year| year.checked_add(era.year_zero())).ok_or(DateError::NotADate)
        }
        None if year.1 == 4 => i16::try_from(year.0).map_err(|_| DateError::NotADate),
        None if year.1 <= 2 => Err(DateError::Ambiguous),
        _ => Err(DateError::NotADate),
    }
}

/// Compatibility forms as plain ones, capitals, and no white space; white space between two digits could hide a
/// separator, so such a text is no date.
fn normalise(text: &str) -> Result<String, DateError> {
    let mut out = String::new();
    let mut space = false;
    for c in text.nfkc().filter(|c| !crate::text::is_invisible(*c)) {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if space && c.is_ascii_digit() && out.ends_with(|last: char| last.is_ascii_digit()) {
            return Err(DateError::NotADate);
        }
        space = false;
        out.push(c.to_ascii_uppercase());
    }
    if out.is_empty() { Err(DateError::Empty) } else { Ok(out) }
}

/// A number and how many digits it was written with.
#[derive(Clone, Copy)]
struct Number(u16, usize);

/// What is still to be read.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn take(&mut self, word: &str) -> bool {
        match self.0.strip_prefix(word) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    fn era(&mut self) -> Option<Era> {
        let era = Era::ALL.iter().copied().find(|era| {
            let mut letter = [0; 4];
            self.take(era.name()) || self.take(era.letter().encode_utf8(&mut letter))
        })?;
        // Some write R.6.3.31.
        self.take(".");
        Some(era)
    }

    fn number_before(&mut self, unit: &str) -> Result<Number, DateError> {
        let number = self.number().ok_or(DateError::NotADate)?;
        if self.take(unit) { Ok(number) } else { Err(DateError::NotADate) }
    }

    /// A number in digits, in kanji (六, 三十一, 二〇二四), or 元 for the first.
    fn number(&mut self) -> Option<Number> {
        if self.take("元") {
            return Some(Number(1, 1));
        }
        let digits = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        if digits > 0 {
            let (number, rest) = self.0.split_at(digits);
            self.0 = rest;
            return (digits <= 4).then(|| number.parse().ok()).flatten().map(|value| Number(value, digits));
        }
        let end = self.0.find(|c| kanji_digit(c).is_none() && c != '十').unwrap_or(self.0.len());
        let (number, rest) = self.0.split_at(end);
        self.0 = rest;
        kanji_number(number)
    }

    /// The weekday that may follow the date, and then nothing more.
    fn weekday(&mut self) -> Result<Option<&'static str>, DateError> {
        let brackets = self.take("(");
        let found = ["月", "火", "水", "木", "金", "土", "日"].into_iter().find(|day| self.take(day));
        if found.is_some() && !self.take("曜日") {
            self.take("曜");
        }
        let complete = brackets == self.take(")") && self.0.is_empty() && (found.is_some() || !brackets);
        if complete { Ok(found) } else { Err(DateError::NotADate) }
    }
}

fn kanji_digit(c: char) -> Option<u16> {
    Some(match c {
        '〇' | '○' | '◯' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// 三十一 with tens, 二〇二四 digit by digit.
fn kanji_number(text: &str) -> Option<Number> {
    let digits = |text: &str| {
        text.chars().map(kanji_digit).try_fold((0u16, 0usize), |(value, length), digit| {
            (length < 4).then_some((value * 10 + digit?, length + 1))
        })
    };
    match text.split_once('十') {
        Some((tens, ones)) => {
            let single = |text: &str, empty: u16| match digits(text)? {
                (_, 0) => Some(empty),
                (value, 1) if value > 0 => Some(value),
                _ => None,
            };
            Some(Number(single(tens, 1)? * 10 + single(ones, 0)?, 2))
        }
        None => digits(text).filter(|(_, length)| *length > 0).map(|(value, length)| Number(value, length)),
    }
}
