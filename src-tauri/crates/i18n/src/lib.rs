//! The texts that users read, from the Fluent files in `/locales`, which the screen reads too.
//!
//! The build script stops on a text that is unreadable, doubled, or missing in a language. What is left to go wrong
//! at run time is a key put together from parts; it shows as `⟦key⟧`, never as a crash.
//!
//! Invariant: a whole number given as an argument is a count and is written with separators (1,234), as on screen.
//! Years, numbers of clauses and everything else that is no count are given as text.

#[cfg(test)]
mod check;
mod ts;

pub use ts::ts_keys;

use fluent_bundle::bundle::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::borrow::Cow;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// A language of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Japanese, the reference.
    #[default]
    Ja,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: &'static [Lang] = &[Lang::Ja, Lang::En];

    /// The tag, which is also the name of the folder: ja-JP, en-US.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Ja => "ja-JP",
            Lang::En => "en-US",
        }
    }

    /// The language of a tag such as `ja`, `ja-JP` or `en_GB.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag.split(['-', '_', '.']).next()?.to_ascii_lowercase().as_str() {
            "ja" => Some(Lang::Ja),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}

/// What stands for a variable in a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// A text, shown as it is.
    Text(Cow<'a, str>),
    /// A count: it chooses between singular and plural and is written with separators.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

macro_rules! counts {
    ($($number:ty),+) => {
        $(impl From<$number> for Arg<'_> {
            fn from(count: $number) -> Self {
                Arg::Count(i64::try_from(count).unwrap_or(i64::MAX))
            }
        })+
    };
}
counts!(i32, i64, u32, u64, usize);

type Bundle = FluentBundle<FluentResource, IntlLangMemoizer>;

/// The text of a message. A key that does not exist gives `⟦key⟧`, a variable that is not given `{$name}`.
pub fn text(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let bundle = bundle(lang);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return format!("⟦{key}⟧");
    };
    let args: FluentArgs<'_> = args
        .iter()
        .map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, FluentValue::String(Cow::Borrowed(text.as_ref()))),
            Arg::Count(count) => (*name, FluentValue::from(*count)),
        })
        .collect();
    bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

/// The name of a member of a closed list, e.g. `enum_text(lang, "verdict", "not_applicable")`. The list is the name of
/// its type in small letters and hyphens.
pub fn enum_text(lang: Lang, list: &str, key: &str) -> String {
    text(lang, &enum_key(list, key), &[])
}

/// The key of the message that names a member of a closed list.
pub fn enum_key(list: &str, key: &str) -> String {
    format!("{list}-{}", key.replace(['_', ':'], "-"))
}

/// Whether there is a message with this key.
pub fn exists(key: &str) -> bool {
    variables(key).is_some()
}

/// The variables of a message in order of their names, if the message exists.
pub fn variables(key: &str) -> Option<&'static [&'static str]> {
    MESSAGES.binary_search_by_key(&key, |(name, _)| name).ok().map(|at| MESSAGES[at].1)
}

fn bundle(lang: Lang) -> &'static Bundle {
    static JA: OnceLock<Bundle> = OnceLock::new();
    static EN: OnceLock<Bundle> = OnceLock::new();
    match lang {
        Lang::Ja => JA.get_or_init(|| new_bundle(lang)),
        Lang::En => EN.get_or_init(|| new_bundle(lang)),
    }
}

fn new_bundle(lang: Lang) -> Bundle {
    bundle_of(lang, SOURCES.iter().filter(|(tag, _)| *tag == lang.tag()).map(|(_, text)| *text))
}

fn bundle_of<'a>(lang: Lang, texts: impl Iterator<Item = &'a str>) -> Bundle {
    // Both tags are well-formed; were one not, plurals would be chosen as in no language, and nothing else.
    let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The marks would end up in file names, in PDF text and in what people copy.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    for text in texts {
        // The build has parsed the same text without a fault.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Writes counts as browsers do in both languages.
fn grouped(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    let start = usize::from(digits.starts_with('-'));
    let mut out = digits[..start].to_owned();
    for (n, digit) in digits[start..].chars().enumerate() {
        if n > 0 && (digits.len() - start - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Cases {
        ja: String,
        en: String,
        cases: Vec<Case>,
    }

    #[derive(Deserialize)]
    struct Case {
        key: String,
        args: serde_json::Map<String, serde_json::Value>,
        ja: String,
        en: String,
    }

    #[test]
    fn texts_are_what_the_table_says_as_on_screen() {
        let cases: Cases = serde_json::from_str(include_str!("../../../../tests/fixtures/fluent-cases.json")).unwrap();
        let ja = bundle_of(Lang::Ja, [cases.ja.as_str()].into_iter());
        let en = bundle_of(Lang::En, [cases.en.as_str()].into_iter());
        for case in cases.cases {
            let args: FluentArgs<'_> = case
                .args
                .iter()
                .map(|(name, value)| match value.as_i64() {
                    Some(count) => (name.as_str(), FluentValue::from(count)),
                    None => (name.as_str(), FluentValue::from(value.as_str().unwrap())),
                })
                .collect();
            for (bundle, expected) in [(&ja, case.ja), (&en, case.en)] {
                let pattern = bundle.get_message(&case.key).unwrap().value().unwrap();
                let is = bundle.format_pattern(pattern, Some(&args), &mut Vec::new());
                assert_eq!(is, expected, "{}", case.key);
            }
        }
    }

    #[test]
    fn both_languages_have_every_message() {
        for (key, _) in MESSAGES {
            for lang in Lang::ALL {
                assert_ne!(text(*lang, key, &[]), format!("⟦{key}⟧"), "{lang:?}");
            }
            assert!(exists(key), "the list of keys is sorted, so that it can be searched");
        }
    }

    #[test]
    fn an_unknown_key_shows_itself() {
        assert_eq!(text(Lang::Ja, "no-such-key", &[]), "⟦no-such-key⟧");
        assert!(!exists("no-such-key"));
    }

    #[test]
    fn members_of_lists_are_named_by_their_stable_key() {
        assert_eq!(enum_text(Lang::Ja, "verdict", "not_applicable"), "該当なし");
        assert_eq!(enum_key("form", "self:head"), "form-self-head");
    }

    #[test]
    fn texts_are_given_to_several_threads_at_once() {
        let threads: Vec<_> = (0..4)
            .map(|_| {
                std::thread::spawn(|| (0..100).map(|_| enum_text(Lang::En, "verdict", "partial")).collect::<Vec<_>>())
            })
            .collect();
        for thread in threads {
            assert!(thread.join().unwrap().iter().all(|text| text == "Partially conforming"));
        }
    }

    #[test]
    fn a_language_is_known_by_any_form_of_its_tag() {
        for (tag, lang) in [
            ("ja", Some(Lang::Ja)),
            ("ja_JP.UTF-8", Some(Lang::Ja)),
            ("en-GB", Some(Lang::En)),
            ("de", None),
            ("", None),
        ] {
            assert_eq!(Lang::from_tag(tag), lang, "{tag:?}");
        }
    }
}
