//! What stands in words in sections whose sheets are tables: what people wrote there, and what the figures mean. A data
//! sheet has no room for either.

use super::{Made, Writer};
use crate::ReportError;
use crate::ciso::title;
use crate::model::{Section, StaffResult};
use crate::xlsx::sheet::Value;
use domain::report::ReportSection;

impl Writer<'_> {
    /// The sheet stands before the first table, behind what is to be read.
    pub(super) fn texts(&mut self, name: &str) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let (mut number, mut annex) = (0, 0);
        let mut rows = Vec::new();
        for section in &model.sections {
            let title = title(section, &mut number, &mut annex, say);
            let mut row =
                |kind: &str, text: Value| rows.push(vec![Value::text(&title), Value::text(say.text(kind)), text]);
            for text in self.written(section) {
                row("report-text-written", text);
            }
            for note in section.section.map(|known| self.notes(known, section.withheld)).unwrap_or_default() {
                row("report-text-note", Value::text(note));
            }
        }
        if rows.is_empty() {
            return Ok(());
        }
        let columns = self.columns(&[("report-text-section", 24.0), ("report-text-kind", 8.0), ("report-text", 64.0)]);
        let sheet = self.data(name, columns, &rows)?;
        let place = self.made.iter().position(|made| made.rows.is_some()).unwrap_or(self.made.len());
        let made =
            Made { section: say.text("report-sheet-texts"), name: name.to_owned(), sheet, rows: Some(rows.len()) };
        self.made.insert(place, made);
        Ok(())
    }

    /// What people wrote, if it does not stand on a sheet of its own.
    fn written(&self, section: &Section) -> Vec<Value> {
        use ReportSection as S;
        if matches!(section.section, Some(S::Summary | S::Introduction | S::Overview)) {
            return Vec::new();
        }
        let texts: Vec<Value> = section.text.iter().filter(|text| !text.trim().is_empty()).map(Value::text).collect();
        match section.section {
            _ if !texts.is_empty() => texts,
            // Remarks are what people write; where they wrote nothing, that is said.
            Some(S::Remarks) => vec![Value::text(self.say.text("report-unwritten"))],
            // A section of the office's own has at least its heading.
            None => vec![Value::None],
            Some(_) => texts,
        }
    }

    fn notes(&self, section: ReportSection, withheld: bool) -> Vec<String> {
        use ReportSection as S;
        let (model, say) = (self.model, self.say);
        if withheld {
            return vec![say.text("report-withheld-section")];
        }
        match section {
            S::Results => self.results_notes(),
            S::FollowUp => vec![say.text("report-closing-note")],
            S::SelfCheck => self.self_check_notes(),
            S::Contrast if model.contrast.total.both == 0 => vec![say.text("report-contrast-none")],
            S::Contrast => vec![say.text("report-contrast-note")],
            S::Orders => vec![say.text("report-orders-note")],
            S::Checklist if !model.checklist.is_empty() => vec![say.text("report-checklist-note")],
            _ => Vec::new(),
        }
    }

    fn results_notes(&self) -> Vec<String> {
        let (model, say) = (self.model, self.say);
        let mut notes = Vec::new();
        if !model.results.departments.is_empty() {
            notes.push(say.text("report-rate-of"));
            notes.push(say.with("report-matrix-shades", &[("sheet", &say.text("report-sheet-matrix"))]));
        }
        if model.earlier.iter().any(|year| year.other_edition) {
            notes.push(say.text("report-other-edition"));
        }
        notes
    }

    fn self_check_notes(&self) -> Vec<String> {
        let (check, say) = (&self.model.self_check, self.say);
        if check.departments.is_empty() && check.staff.is_empty() {
            return Vec::new();
        }
        let mut notes = vec![say.text("report-self-check-note")];
        let people = |form: &StaffResult| {
            let people = say.with("report-self-check-people", &[("rate", &say.rate(form.people.rate))]);
            say.with("report-named", &[("name", &form.title), ("text", &people)])
        };
        notes.extend(check.staff.iter().map(people));
        if check.staff.iter().any(|form| !form.withheld) {
            notes.push(say.text("campaign-merged-note"));
        }
        notes
    }
}
