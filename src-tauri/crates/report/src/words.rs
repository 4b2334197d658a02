//! The words on the paper come from the caller, because the language is the caller's choice.

use domain::Keyed;
use jiff::civil::Date;

/// Gives the words of one language.
pub trait Words {
    /// The text of a Fluent message, e.g. `report-summary`, with its arguments as texts that are ready to print.
    fn text(&self, key: &str, args: &[(&str, &str)]) -> String;
    /// A date as it is written on paper, e.g. 令和8年11月21日.
    fn date(&self, date: Date) -> String;
    /// A fiscal year as it is written on paper, e.g. 令和8年度; the number is the western year in which it begins.
    fn fiscal_year(&self, year: i32) -> String;
}

/// A message without arguments.
pub(crate) fn plain(words: &dyn Words, key: &str) -> String {
    words.text(key, &[])
}

/// The display name of a member of a closed list, e.g. `grade-good-practice`.
pub(crate) fn name<K: Keyed>(words: &dyn Words, list: &str, member: K) -> String {
    let key = member.key().replace(['_', ':'], "-");
    words.text(&format!("{list}-{key}"), &[])
}
