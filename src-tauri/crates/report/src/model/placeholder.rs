//! Figures that people can put into what they write: a name in braces becomes the figure as it stands.

use super::ReportModel;
use crate::Words;
use crate::ciso::Say;
use domain::Keyed;
use domain::kinds::Grade;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A figure of the report under the name by which it is put into a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figure {
    /// Its name, e.g. 適合率.
    pub name: String,
    /// What stands in its place, e.g. 75.0%（12/16）.
    pub value: String,
}

/// Every figure that a text may name, in the order in which they are offered.
#[must_use]
pub fn figures(model: &ReportModel, words: &dyn Words) -> Vec<Figure> {
    let say = Say { words };
    let (total, check) = (&model.results.total, &model.self_check.total);
    let sum = model.finding_counts.last();
    let graded = |grade: Grade| sum.map_or(0, |row| row.by_grade[grade as usize]);
    let findings: u32 =
        Grade::ALL.iter().filter(|grade| **grade != Grade::GoodPractice).map(|grade| graded(*grade)).sum();
    let earlier: u32 = model.follow_up.years.iter().map(|year| year.open).sum();
    let late: u32 = model.follow_up.years.iter().map(|year| year.overdue).sum();
    let before = model.earlier.first().map_or_else(|| say.text("report-no-rate"), |year| say.rate(year.total.rate));
    let counts = [
        ("report-figure-conforming", total.conforming),
        ("report-figure-partial", total.partial),
        ("report-figure-nonconforming", total.nonconforming),
        ("report-figure-not-applicable", total.not_applicable),
        ("report-figure-unverified", total.unverified),
        ("report-figure-out-of-scope", total.out_of_scope),
        ("report-figure-findings", findings),
        ("report-figure-major", graded(Grade::Major)),
        ("report-figure-minor", graded(Grade::Minor)),
        ("report-figure-observation", graded(Grade::Observation)),
        ("report-figure-good-practice", graded(Grade::GoodPractice)),
        ("report-figure-open", sum.map_or(0, |row| row.open)),
        ("report-figure-overdue", sum.map_or(0, |row| row.overdue)),
        ("report-figure-earlier-open", earlier),
        ("report-figure-earlier-overdue", late),
        ("report-figure-exceptions", u32::try_from(model.exceptions.len()).unwrap_or(u32::MAX)),
        ("report-figure-departments", u32::try_from(model.results.departments.len()).unwrap_or(u32::MAX)),
        ("report-figure-unanswered", check.unanswered),
        ("report-figure-contrast", model.contrast.total.better),
    ];
    let mut list = vec![
        ("report-figure-year", words.fiscal_year(model.head.fiscal_year)),
        ("report-figure-office", model.head.office.clone()),
        ("report-figure-rate", say.rate(total.rate)),
        ("report-figure-rate-before", before),
        ("report-figure-self-rate", say.rate(check.rate)),
    ];
    list.extend(counts.map(|(key, count)| (key, count.to_string())));
    list.into_iter().map(|(key, value)| Figure { name: say.text(key), value }).collect()
}

/// Puts figures in the place of their names in braces. A name that is none stays as it was written and is returned.
#[must_use]
pub fn fill(text: &str, figures: &BTreeMap<String, String>) -> (String, Vec<String>) {
    let (mut filled, mut unknown, mut rest) = (String::new(), Vec::new(), text);
    while let Some(begin) = rest.find(['{', '｛']) {
        filled.push_str(&rest[..begin]);
        let inner = &rest[begin..];
        let open = inner.chars().next().map_or(1, char::len_utf8);
        let end = inner.find(['}', '｝']).filter(|end| !inner[..*end].contains('\n'));
        let Some(end) = end else {
            filled.push_str(inner);
            return (filled, unknown);
        };
        let close = inner[end..].chars().next().map_or(1, char::len_utf8);
        let name = inner[open..end].trim();
        match figures.get(name) {
            Some(value) => filled.push_str(value),
            None => {
                filled.push_str(&inner[..end + close]);
                unknown.push(name.to_owned());
            }
        }
        rest = &inner[end + close..];
    }
    filled.push_str(rest);
    (filled, unknown)
}
