//! What one cell says.

use super::ColumnKind;
use crate::answers::{self, Answer};
use crate::diagnostic::DiagnosticCode as Code;
use crate::read::date_text;
use crate::recognise::ReturnedCell;
use crate::workbook::CellKind;
use calamine::{ExcelDateTime, ExcelDateTimeType};
use domain::Keyed;
use domain::kinds::Verdict;
use domain::text::{fold, is_private_use, says_nothing};
use domain::wareki::{self, DateError};
use i18n::Lang;

/// The day that a bare number probably means: 20261120, or the number by which spreadsheets count days.
fn day_of(text: &str) -> Option<String> {
    let number: u32 = fold(text.trim()).parse().ok()?;
    let written = match number {
        19_000_101..=29_991_231 => format!("{}-{:02}-{:02}", number / 10_000, number / 100 % 100, number % 100),
        30_000..=80_000 => date_text(&ExcelDateTime::new(f64::from(number), ExcelDateTimeType::DateTime, false)).0,
        _ => return None,
    };
    wareki::parse(&written).ok().map(|day| day.to_string())
}

/// What a cell says.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// The text as it may be kept.
    pub(super) found: String,
    /// The value it means, if that is clear. None and no code: nothing is written.
    pub(super) value: Option<String>,
    /// The value it most likely means, if that is not clear.
    pub(super) likely: Option<String>,
    /// What is the matter.
    pub(super) code: Option<Code>,
    /// Whether it cannot be taken over whatever anyone says.
    pub(super) fault: bool,
    /// What is worth saying besides.
    pub(super) remarks: Vec<(Code, Vec<(&'static str, String)>)>,
}

pub(super) fn is_blank(cell: &ReturnedCell) -> bool {
    cell.kind == CellKind::Text && says_nothing(&cell.text)
}

/// Whether two texts differ to a reader.
pub(super) fn differs(one: &str, other: &str) -> bool {
    one != other && fold(one) != fold(other)
}

/// A value as it is compared: 未確認 is no value, but the lack of one.
pub(super) fn value_or_none(kind: ColumnKind, value: &str) -> &str {
    if kind == ColumnKind::Audit && value == Verdict::Unverified.key() { "" } else { value.trim() }
}

/// A value as people read it. Messages are made where no language is known yet, so marks stand for verdicts.
pub(super) fn shown(kind: ColumnKind, value: &str) -> String {
    match (kind, value) {
        (ColumnKind::Audit, "conforming") | (ColumnKind::SelfCheck, "yes") => "○".to_owned(),
        (ColumnKind::Audit, "partial") | (ColumnKind::SelfCheck, "partly") => "△".to_owned(),
        (ColumnKind::Audit, "nonconforming") | (ColumnKind::SelfCheck, "no") => "×".to_owned(),
        (ColumnKind::Audit | ColumnKind::SelfCheck, "not_applicable") => "－".to_owned(),
        (ColumnKind::SelfCheck, "unknown") => "?".to_owned(),
        _ => value.to_owned(),
    }
}

pub(super) fn judge(kind: ColumnKind, cell: &ReturnedCell) -> Judged {
    let mut judged = by_text(kind, cell);
    let text = matches!(kind, ColumnKind::Fixed | ColumnKind::Text { .. });
    if let Some(doubt) = cell.doubt.filter(|_| !text && judged.code.is_none()) {
        judged.likely = judged.value.take();
        judged.code = Some(doubt);
    }
    judged
}

fn by_text(kind: ColumnKind, cell: &ReturnedCell) -> Judged {
    let mut judged = Judged { found: cell.text.trim().to_owned(), ..Judged::default() };
    match cell.kind {
        CellKind::Error => return judged.fault(Code::CellError),
        CellKind::NoValue => return judged.fault(Code::NoValue),
        _ if is_blank(cell) => return judged,
        _ => {}
    }
    judged.clean(cell);
    match kind {
        ColumnKind::Fixed => judged,
        ColumnKind::Audit => match answers::audit_answer(&cell.text) {
            Answer::Given(Verdict::Unverified) => judged,
            answer => judged.answer(answer),
        },
        ColumnKind::SelfCheck => judged.answer(answers::self_answer(&cell.text)),
        ColumnKind::Date | ColumnKind::Percent if answers::is_deferred(&cell.text) => judged.ask(Code::Deferred),
        ColumnKind::Date => judged.date(cell),
        ColumnKind::Percent => judged.percent(cell),
        ColumnKind::OneOf { list, keys } => judged.one_of(list, keys),
        ColumnKind::Text { limit } => {
            if judged.found.chars().count() > limit {
                return judged.fault(Code::TooLong);
            }
            if answers::is_ditto(&judged.found) {
                return judged.ask(Code::Ditto);
            }
            judged.value = Some(judged.found.clone());
            judged
        }
    }
}

impl Judged {
    fn fault(mut self, code: Code) -> Judged {
        (self.code, self.fault) = (Some(code), true);
        self
    }

    fn ask(mut self, code: Code) -> Judged {
        self.code = Some(code);
        self
    }

    fn answer<T: Keyed>(mut self, answer: Answer<T>) -> Judged {
        match answer {
            Answer::Blank => {}
            Answer::Given(answer) => self.value = Some(answer.key().to_owned()),
            Answer::Doubtful(doubt) => {
                self.code = Some(doubt.code);
                self.likely = doubt.likely.map(|likely| likely.key().to_owned());
            }
        }
        self
    }

    fn date(mut self, cell: &ReturnedCell) -> Judged {
        let text = if cell.kind == CellKind::Date { cell.text.get(..10).unwrap_or_default() } else { &cell.text };
        match wareki::parse(text) {
            Ok(date) => {
                self.value = Some(date.to_string());
                self
            }
            Err(DateError::Ambiguous) => self.ask(Code::DateUnclear),
            Err(DateError::OutsideEra(likely) | DateError::WrongWeekday(likely)) => {
                self.likely = Some(likely.to_string());
                self.ask(Code::DateUnclear)
            }
            Err(_) => {
                self.likely = day_of(text);
                self.ask(Code::DateUnreadable)
            }
        }
    }

    fn percent(mut self, cell: &ReturnedCell) -> Judged {
        let text: String = fold(&cell.text).chars().filter(|c| !c.is_whitespace() && *c != '％').collect();
        let bare = text.trim_end_matches('%').trim_end_matches("パーセント");
        match bare.parse::<u8>() {
            Ok(percent) if percent <= 100 => self.value = Some(percent.to_string()),
            // Excel keeps 40 % as 0.4, and somebody may as well have meant less than one percent.
            _ => {
                self.code = Some(Code::PercentUnclear);
                let share = bare.parse::<f64>().ok().filter(|share| (0.0..1.0).contains(share));
                self.likely = share.map(|share| format!("{:.0}", share * 100.0));
            }
        }
        self
    }

    fn one_of(mut self, list: &str, keys: &[&str]) -> Judged {
        let found = fold(&self.found);
        let named = |key: &&&str| Lang::ALL.iter().any(|lang| fold(&i18n::enum_text(*lang, list, key)) == found);
        match keys.iter().find(named) {
            Some(key) => self.value = Some((*key).to_owned()),
            None if answers::is_deferred(&self.found) => self.code = Some(Code::Deferred),
            None => self.code = Some(Code::NotAnAnswer),
        }
        self
    }

    /// Takes out what cannot be shown, and says what may look different elsewhere.
    fn clean(&mut self, cell: &ReturnedCell) {
        let unseen = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        if cell.text.contains(unseen) {
            self.found = self.found.replace(unseen, "");
            self.remarks.push((Code::ControlCharacters, Vec::new()));
        }
        let unusual = |c: &char| is_private_use(*c) || matches!(c, '\u{e0100}'..='\u{e01ef}');
        if let Some(c) = cell.text.chars().find(unusual) {
            self.remarks.push((Code::UnusualCharacters, vec![("code", format!("U+{:04X}", c as u32))]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: ColumnKind, text: &str) -> (Option<String>, Option<Code>, Option<String>) {
        let judged = judge(kind, &ReturnedCell { cell: "B2".into(), text: text.into(), ..ReturnedCell::default() });
        (judged.value, judged.code, judged.likely)
    }

    #[test]
    fn a_percentage_is_a_whole_number_or_a_question() {
        for (text, value) in [("0", "0"), ("100", "100"), ("４０％", "40"), (" 45 % ", "45"), ("60パーセント", "60")]
        {
            assert_eq!(said(ColumnKind::Percent, text).0.as_deref(), Some(value), "{text}");
        }
        for (text, likely) in
            [("0.4", Some("40")), ("101", None), ("-5", None), ("半分", None), ("40.5", None), ("NaN", None)]
        {
            let (value, code, offered) = said(ColumnKind::Percent, text);
            assert_eq!((value, code, offered.as_deref()), (None, Some(Code::PercentUnclear), likely), "{text}");
        }
        for text in ["昨年同様", "確認中", "未定"] {
            assert_eq!(said(ColumnKind::Percent, text).1, Some(Code::Deferred), "{text}");
            assert_eq!(said(ColumnKind::Date, text).1, Some(Code::Deferred), "{text}");
        }
        assert_eq!(said(ColumnKind::Percent, "　"), (None, None, None), "a blank is no answer");
    }

    #[test]
    fn a_number_that_may_be_a_day_is_asked_with_that_day() {
        for (text, likely) in [
            ("20261120", Some("2026-11-20")),
            ("46346", Some("2026-11-20")),
            ("20261399", None),
            ("12", None),
            ("999999999999", None),
        ] {
            let expected = (None, Some(Code::DateUnreadable), likely.map(str::to_owned));
            assert_eq!(said(ColumnKind::Date, text), expected, "{text}");
        }
    }

    #[test]
    fn a_member_of_a_list_is_known_by_its_name_in_either_language() {
        let kind = ColumnKind::OneOf { list: "fact-view", keys: &["agreed", "partly_disputed", "disputed"] };
        for (text, key) in [("合意", "agreed"), (" 一部異議　", "partly_disputed"), ("異議", "disputed")] {
            assert_eq!(said(kind, text).0.as_deref(), Some(key), "{text}");
        }
        let english = i18n::enum_text(Lang::En, "fact-view", "agreed");
        assert_eq!(said(kind, &english).0.as_deref(), Some("agreed"));
        for text in ["期限内無回答", "○", "おおむね合意", "=1+1"] {
            assert_eq!((said(kind, text).0, said(kind, text).1), (None, Some(Code::NotAnAnswer)), "{text}");
        }
        assert_eq!(said(kind, "確認中").1, Some(Code::Deferred));
    }
}
