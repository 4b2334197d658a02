//! The words on the paper come from the caller, because the language is the caller's choice.

use domain::Keyed;
use domain::wareki::{self, FiscalYear};
use i18n::Lang;
use jiff::civil::Date;

/// Gives the words of one language.
pub trait Words {
    /// The text of a Fluent message, e.g. `report-summary`, with its arguments as texts that are ready to print.
    fn text(&self, key: &str, args: &[(&str, &str)]) -> String;
    /// A date as it is written on paper, e.g. 令和8年11月21日.
    fn date(&self, date: Date) -> String;
    /// A fiscal year as it is written on paper, e.g. 令和8年度.
    fn fiscal_year(&self, year: FiscalYear) -> String;
}

/// The words of the product.
impl Words for Lang {
    fn text(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, i18n::Arg::from(*value))).collect();
        i18n::text(*self, key, &args)
    }

    fn date(&self, date: Date) -> String {
        match self {
            Lang::Ja => wareki::long(date),
            Lang::En => wareki::english(date),
        }
    }

    fn fiscal_year(&self, year: FiscalYear) -> String {
        match self {
            Lang::Ja => year.label(),
            Lang::En => year.english(),
        }
    }
}

/// The display name of a member of a closed list, e.g. `grade-good-practice`.
pub(crate) fn name<K: Keyed>(words: &dyn Words, list: &str, member: K) -> String {
    words.text(&i18n::enum_key(list, member.key()), &[])
}

/// The mark of a verdict; what nobody judged has none.
pub(crate) fn mark(verdict: domain::kinds::Verdict) -> &'static str {
    use domain::kinds::Verdict;
    match verdict {
        Verdict::Conforming => "○",
        Verdict::Partial => "△",
        Verdict::Nonconforming => "×",
        Verdict::NotApplicable => "－",
        Verdict::Unverified => "",
    }
}
