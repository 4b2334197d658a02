//! What helps to fill in a form: dropdowns, what is said beside them, and the colours of what asks for attention.

use super::super::index::Index;
use super::super::style;
use super::{PROMPT, Writer, cut};
use crate::ReportError;
use domain::form::{FormInput, FormRow};
use domain::kinds::{SelfAnswer, Verdict};
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{ConditionalFormatFormula, DataValidationErrorStyle, Format, Worksheet};
use std::collections::BTreeMap;

/// As many areas as one dropdown is given; readers of workbooks do not like endless lists of them.
const AREAS: usize = 100;

impl Writer<'_> {
    /// Dropdowns, what is said beside them, and the colours of what asks for attention.
    pub(super) fn inputs(
        &self,
        sheet: &mut Worksheet,
        first: u32,
        last: u32,
        index: &mut Index,
    ) -> Result<(), ReportError> {
        let mut prompted = self.prompted(first, last);
        for (place, column) in (1..).zip(&self.form.columns) {
            let FormInput::Choice(choices) = &column.input else { continue };
            if choices.is_empty() {
                continue;
            }
            let title = cut(&self.say.text("report-form-choice-title"), 32);
            let choice = index
                .dropdown(choices)?
                .set_error_title(title.clone())?
                .set_error_message(self.say.text("report-form-choice-error"))?
                .set_error_style(DataValidationErrorStyle::Stop);
            let usual =
                choice.clone().set_input_title(title)?.set_input_message(self.say.text("report-form-choice-text"))?;
            let note = cut(&self.say.text("report-form-note-title"), 32);
            // What is said of a row is said at its answer, which is the first column with a choice.
            let all = BTreeMap::from([(None, vec![(first, last)])]);
            for (said, rows) in std::mem::replace(&mut prompted, all) {
                let choice = match said {
                    Some(text) => choice.clone().set_input_title(&note)?.set_input_message(cut(text, PROMPT))?,
                    None => usual.clone(),
                };
                for rows in rows.chunks(AREAS) {
                    let (from, to) = rows[0];
                    let choice = choice.clone().set_multi_range(areas(rows, place));
                    sheet.add_data_validation(from, place, to, place, &choice)?;
                }
            }
            for (colour, texts) in [(style::BAD, self.bad()), (style::HALF, self.half())] {
                let hits: Vec<&String> = choices.iter().filter(|choice| is_one_of(choice, &texts)).collect();
                if hits.is_empty() {
                    continue;
                }
                let cell = format!("${}{}", column_number_to_name(place), first + 1);
                let tests = hits.iter().map(|hit| format!("{cell}=\"{}\"", hit.replace('"', "\"\"")));
                let rule = format!("=OR({})", tests.collect::<Vec<_>>().join(","));
                let format = Format::new().set_background_color(colour);
                let condition = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&format);
                sheet.add_conditional_format(first, place, last, place, &condition)?;
            }
        }
        Ok(())
    }

    /// Of which rows the same is said, or nothing of their own: what is said of many is written once.
    fn prompted<'a>(&'a self, first: u32, last: u32) -> BTreeMap<Option<&'a str>, Vec<(u32, u32)>> {
        let said = |form_row: &'a FormRow| match form_row {
            FormRow::Item { prompt, .. } if !prompt.is_empty() => Some(prompt.as_str()),
            _ => None,
        };
        let mut rows: BTreeMap<Option<&str>, Vec<(u32, u32)>> = BTreeMap::new();
        for (row, form_row) in (first..=last).zip(&self.form.rows) {
            let same = rows.entry(said(form_row)).or_default();
            match same.last_mut() {
                Some(before) if before.1 + 1 == row => before.1 = row,
                _ => same.push((row, row)),
            }
        }
        rows
    }

    fn bad(&self) -> [String; 3] {
        let say = self.say;
        ["×".to_owned(), say.name("verdict", Verdict::Nonconforming), say.name("self-answer", SelfAnswer::No)]
    }

    fn half(&self) -> [String; 3] {
        let say = self.say;
        ["△".to_owned(), say.name("verdict", Verdict::Partial), say.name("self-answer", SelfAnswer::Partly)]
    }
}

/// Rows of a column as one list of areas.
fn areas(rows: &[(u32, u32)], column: u16) -> String {
    let name = column_number_to_name(column);
    let area = |(from, to): &(u32, u32)| match from == to {
        true => format!("{name}{}", from + 1),
        false => format!("{name}{}:{name}{}", from + 1, to + 1),
    };
    rows.iter().map(area).collect::<Vec<_>>().join(" ")
}

/// Whether a choice is one of these words, or one of these marks with words after it.
fn is_one_of(choice: &str, texts: &[String]) -> bool {
    let mark = texts.first().is_some_and(|mark| choice.starts_with(mark.as_str()));
    mark || texts.iter().any(|text| choice == text)
}
