//! Civil dates as the office writes them: Japanese eras, fiscal years, and the same in English.
//!
//! Japan has counted days by the Gregorian calendar since 1 January of Meiji 6 (1873). Earlier dates have no plain
//! correspondence and are written in the western way.

mod parse;

pub use parse::{DateError, parse};

use jiff::civil::{Date, Weekday, date};
use serde::{Deserialize, Serialize};

/// The first day that is written with an era.
const FIRST: Date = date(1873, 1, 1);

/// An era, from Meiji to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Era {
    /// 明治
    Meiji,
    /// 大正
    Taisho,
    /// 昭和
    Showa,
    /// 平成
    Heisei,
    /// 令和
    Reiwa,
}

impl Era {
    /// All eras, the newest first.
    pub const ALL: &'static [Era] = &[Era::Reiwa, Era::Heisei, Era::Showa, Era::Taisho, Era::Meiji];

    /// The name, e.g. 令和.
    pub const fn name(self) -> &'static str {
        match self {
            Era::Meiji => "明治",
            Era::Taisho => "大正",
            Era::Showa => "昭和",
            Era::Heisei => "平成",
            Era::Reiwa => "令和",
        }
    }

    /// The Latin letter that stands for it, e.g. R.
    pub const fn letter(self) -> char {
        match self {
            Era::Meiji => 'M',
            Era::Taisho => 'T',
            Era::Showa => 'S',
            Era::Heisei => 'H',
            Era::Reiwa => 'R',
        }
    }

    /// The first day of the era that is counted by today's calendar.
    pub const fn start(self) -> Date {
        match self {
            Era::Meiji => FIRST,
            Era::Taisho => date(1912, 7, 30),
            Era::Showa => date(1926, 12, 25),
            Era::Heisei => date(1989, 1, 8),
            Era::Reiwa => date(2019, 5, 1),
        }
    }

    /// The western year that comes before the first year of the era.
    const fn year_zero(self) -> i16 {
        match self {
            Era::Meiji => 1867,
            Era::Taisho => 1911,
            Era::Showa => 1925,
            Era::Heisei => 1988,
            Era::Reiwa => 2018,
        }
    }
}

/// The era of a day and the year in it, or nothing before Meiji 6.
pub fn era_year(date: Date) -> Option<(Era, i16)> {
    let era = Era::ALL.iter().copied().find(|era| date >= era.start())?;
    Some((era, date.year() - era.year_zero()))
}

/// 令和8年11月21日. The first year of an era is 元年.
pub fn long(date: Date) -> String {
    format!("{}年{}月{}日", year_text(date), date.month(), date.day())
}

/// 令和8年11月21日(土).
pub fn long_weekday(date: Date) -> String {
    format!("{}({})", long(date), weekday(date))
}

/// R8.11.21. The first year of an era is 1, since the form is for narrow columns and for sorting by eye.
pub fn short(date: Date) -> String {
    match era_year(date) {
        Some((era, year)) => format!("{}{year}.{}.{}", era.letter(), date.month(), date.day()),
        None => format!("{}.{}.{}", date.year(), date.month(), date.day()),
    }
}

/// 土.
pub fn weekday(date: Date) -> &'static str {
    by_weekday(date, ["月", "火", "水", "木", "金", "土", "日"])
}

/// 21 November 2026.
pub fn english(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    format!("{} {} {}", date.day(), MONTHS[(date.month() - 1) as usize], date.year())
}

/// Sat 21 November 2026.
pub fn english_weekday(date: Date) -> String {
    format!("{} {}", by_weekday(date, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]), english(date))
}

fn by_weekday(date: Date, names: [&'static str; 7]) -> &'static str {
    names[Weekday::to_monday_zero_offset(date.weekday()) as usize]
}

fn year_text(date: Date) -> String {
    match era_year(date) {
        Some((era, 1)) => format!("{}元", era.name()),
        Some((era, year)) => format!("{}{year}", era.name()),
        None => date.year().to_string(),
    }
}

/// A fiscal year (年度): from 1 April to 31 March, named after the year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "i16", into = "i16")]
#[ts(type = "number")]
pub struct FiscalYear(i16);

impl FiscalYear {
    /// The fiscal year that begins in this western year; nothing outside what the calendar can count.
    pub const fn new(year: i16) -> Option<FiscalYear> {
        if -9998 <= year && year <= 9998 { Some(FiscalYear(year)) } else { None }
    }

    /// The fiscal year in which a day lies.
    pub fn of(date: Date) -> FiscalYear {
        let year = if date.month() >= 4 { date.year() } else { date.year() - 1 };
        FiscalYear(year.clamp(-9998, 9998))
    }

    /// The western year in which it begins.
    pub const fn year(self) -> i16 {
        self.0
    }

    /// Its first day.
    pub const fn first_day(self) -> Date {
        date(self.0, 4, 1)
    }

    /// Its last day.
    pub const fn last_day(self) -> Date {
        date(self.0 + 1, 3, 31)
    }

    /// Whether a day lies in it.
    pub fn contains(self, date: Date) -> bool {
        (self.first_day()..=self.last_day()).contains(&date)
    }

    /// 令和8年度. It is named after the era of its first day, but the one that began as 平成31年度 became 令和元年度.
    pub fn label(self) -> String {
        let named_after = if self.0 == 2019 { Era::Reiwa.start() } else { self.first_day() };
        format!("{}年度", year_text(named_after))
    }

    /// FY2026.
    pub fn english(self) -> String {
        format!("FY{}", self.0)
    }

    /// The fiscal year that a text names: 令和8年度, R8年度, 令和元年度 and 平成31年度, 2026年度, FY2026.
    pub fn parse(text: &str) -> Result<FiscalYear, DateError> {
        parse::fiscal_year(text)
    }
}

impl TryFrom<i16> for FiscalYear {
    type Error = DateError;
    fn try_from(year: i16) -> Result<FiscalYear, DateError> {
        FiscalYear::new(year).ok_or(DateError::NotADate)
    }
}

impl From<FiscalYear> for i16 {
    fn from(year: FiscalYear) -> i16 {
        year.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cases that the screen's formatting is tested with too.
    const CASES: &str = include_str!("../../../../tests/fixtures/wareki-cases.json");

    #[derive(Deserialize)]
    struct Cases {
        dates: Vec<DateCase>,
        fiscal: Vec<FiscalCase>,
        parse: Vec<ParseCase>,
        parse_fiscal: Vec<ParseCase>,
    }

    #[derive(Deserialize)]
    struct DateCase {
        date: Date,
        long: String,
        weekday: String,
        short: String,
        en: String,
        en_weekday: String,
        fiscal: i16,
    }

    #[derive(Deserialize)]
    struct FiscalCase {
        year: i16,
        ja: String,
        en: String,
        first: Date,
        last: Date,
    }

    #[derive(Deserialize)]
    struct ParseCase {
        text: String,
        is: String,
    }

    fn cases() -> Cases {
        serde_json::from_str(CASES).unwrap()
    }

    #[test]
    fn dates_are_written_as_the_table_says() {
        for case in cases().dates {
            assert_eq!(long(case.date), case.long);
            assert_eq!(long_weekday(case.date), case.weekday);
            assert_eq!(short(case.date), case.short);
            assert_eq!(english(case.date), case.en);
            assert_eq!(english_weekday(case.date), case.en_weekday);
            assert_eq!(FiscalYear::of(case.date).year(), case.fiscal, "{}", case.date);
        }
    }

    #[test]
    fn fiscal_years_are_named_as_the_table_says() {
        for case in cases().fiscal {
            let year = FiscalYear::new(case.year).unwrap();
            assert_eq!((year.label(), year.english()), (case.ja.clone(), case.en.clone()));
            assert_eq!((year.first_day(), year.last_day()), (case.first, case.last));
            assert!(year.contains(case.first) && year.contains(case.last), "both bounds belong to it");
            assert_eq!(FiscalYear::parse(&case.ja), Ok(year));
            assert_eq!(FiscalYear::parse(&case.en), Ok(year));
        }
    }

    #[test]
    fn texts_are_read_as_the_table_says() {
        for case in cases().parse {
            let is = parse(&case.text).map_or_else(|error| error.code().to_owned(), |date| date.to_string());
            assert_eq!(is, case.is, "{:?}", case.text);
        }
        for case in cases().parse_fiscal {
            let is =
                FiscalYear::parse(&case.text).map_or_else(|error| error.code().to_owned(), |y| y.year().to_string());
            assert_eq!(is, case.is, "{:?}", case.text);
        }
    }

    #[test]
    fn every_written_date_is_read_back() {
        let mut day = date(1873, 1, 1);
        while day < date(2100, 1, 1) {
            for text in [long(day), long_weekday(day), short(day), day.to_string()] {
                assert_eq!(parse(&text), Ok(day), "{text}");
            }
            day = day.saturating_add(jiff::Span::new().days(1));
        }
    }
}
