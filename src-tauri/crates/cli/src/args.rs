//! What was typed on the command line: the task, its values in order, and options that mean the same everywhere.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use i18n::Lang;

/// The options that take a value.
const VALUES: &[&str] = &[
    "anchor",
    "basis",
    "clause",
    "config-dir",
    "departments",
    "fonts",
    "form",
    "format",
    "lang",
    "login",
    "office",
    "out",
    "pack",
    "person",
    "post",
    "target",
    "to",
    "workspace",
    "year",
    "years",
];

/// The options that are only there or not.
const FLAGS: &[&str] = &["commit", "json"];

/// A call that cannot be understood.
#[derive(Debug, PartialEq)]
pub(crate) enum Usage {
    /// Something that must be given was not.
    Missing(&'static str),
    /// Something was given that nobody knows.
    Unknown(String),
}

/// The command line, read.
#[derive(Debug)]
pub(crate) struct Args {
    pub(crate) task: String,
    pub(crate) lang: Lang,
    values: Vec<OsString>,
    options: BTreeMap<String, OsString>,
}

impl Args {
    /// Reads it.
    pub(crate) fn parse(given: impl IntoIterator<Item = OsString>) -> Result<Self, Usage> {
        use lexopt::prelude::*;
        let mut parser = lexopt::Parser::from_args(given);
        let mut values = Vec::new();
        let mut options = BTreeMap::new();
        while let Some(arg) = parser.next().map_err(unknown)? {
            match arg {
                Value(value) => values.push(value),
                Short('h') => values.insert(0, "help".into()),
                Long("help") => values.insert(0, "help".into()),
                Long(name) if FLAGS.contains(&name) => {
                    options.insert(name.to_owned(), OsString::new());
                }
                Long(name) if VALUES.contains(&name) => {
                    let name = name.to_owned();
                    options.insert(name, parser.value().map_err(unknown)?);
                }
                other => return Err(unknown(other.unexpected())),
            }
        }
        if values.is_empty() {
            return Err(Usage::Missing("COMMAND"));
        }
        let task = values.remove(0).to_string_lossy().into_owned();
        let lang = language(options.get("lang").and_then(|tag| tag.to_str()));
        Ok(Self { task, lang, values, options })
    }

    /// Whether a flag was given.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.options.contains_key(name)
    }

    /// The text of an option.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.options.get(name).map(|value| value.to_string_lossy().into_owned())
    }

    /// The path of an option.
    pub(crate) fn path(&self, name: &str) -> Option<PathBuf> {
        self.options.get(name).map(PathBuf::from)
    }

    /// The text of an option that must be there.
    pub(crate) fn required(&self, name: &str, shown: &'static str) -> Result<String, Usage> {
        self.text(name).ok_or(Usage::Missing(shown))
    }

    /// The nth value after the task.
    pub(crate) fn value(&self, nth: usize, shown: &'static str) -> Result<&OsString, Usage> {
        self.values.get(nth).ok_or(Usage::Missing(shown))
    }

    /// Refuses values beyond those a task takes.
    pub(crate) fn at_most(&self, count: usize) -> Result<(), Usage> {
        match self.values.get(count) {
            Some(value) => Err(Usage::Unknown(value.to_string_lossy().into_owned())),
            None => Ok(()),
        }
    }
}

/// The language asked for, else the system's, else Japanese.
pub(crate) fn language(asked: Option<&str>) -> Lang {
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    asked.map(str::to_owned).into_iter().chain(system).find_map(|tag| Lang::from_tag(&tag)).unwrap_or(Lang::Ja)
}

fn unknown(error: lexopt::Error) -> Usage {
    Usage::Unknown(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::{Args, Usage};
    use std::ffi::OsString;

    fn parse(line: &str) -> Result<Args, Usage> {
        Args::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn options_may_stand_anywhere() {
        let args = parse("report --workspace w --year=2026 out.pdf --json").unwrap();
        assert_eq!(args.task, "report");
        assert_eq!(args.text("year").as_deref(), Some("2026"));
        assert_eq!(args.value(0, "FILE").unwrap(), "out.pdf");
        assert!(args.flag("json") && !args.flag("commit"));
        assert_eq!(args.at_most(0), Err(Usage::Unknown("out.pdf".to_owned())));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert_eq!(parse("").unwrap_err(), Usage::Missing("COMMAND"));
        for bad in ["report --nonsense", "report --year", "report --json=1 --x"] {
            assert!(matches!(parse(bad), Err(Usage::Unknown(_))), "{bad}");
        }
        assert_eq!(parse("--help").unwrap().task, "help");
    }
}
