//! The self-inspection: the answers of departments, what they propose, and the questionnaires of staff.

use super::{Writer, counted, share};
use crate::ReportError;
use crate::campaign::line_name;
use crate::model::{Line, Rate, SelfCounts, SelfOpen, SelfResult, StaffResult};
use crate::xlsx::sheet::{Column, Value};
use domain::Keyed;
use domain::kinds::SelfAnswer;

impl Writer<'_> {
    pub(super) fn self_check(&mut self) -> Result<(), ReportError> {
        let mut columns = self.columns(&[("report-department", 20.0)]);
        columns.extend(self.answers());
        let row = |result: &SelfResult| {
            let mut row = vec![Value::text(&result.department)];
            row.extend(figures(&result.counts));
            row
        };
        let rows: Vec<_> = self.model.self_check.departments.iter().map(row).collect();
        self.titled("report-sheet-self-check", columns, &rows)?;
        self.chart_self_check()?;
        // What is not done yet is not published item by item.
        if !self.is_public() {
            self.self_open()?;
        }
        // No sheets of staff where nobody asked them.
        if !self.model.self_check.staff.is_empty() {
            self.staff()?;
            if !self.is_public() {
                self.staff_items()?;
            }
        }
        Ok(())
    }

    /// The columns that every table of answers has.
    pub(super) fn answers(&self) -> Vec<Column> {
        let say = self.say;
        let answer = |answer: &SelfAnswer| Column { title: say.name("self-answer", *answer), width: 9.0 };
        let mut columns: Vec<Column> = SelfAnswer::ALL.iter().map(answer).collect();
        let more = [("report-unanswered", 9.0), ("report-denominator", 7.0), ("report-self-rate", 9.0)];
        columns.extend(self.columns(&more));
        columns
    }

    fn self_open(&mut self) -> Result<(), ReportError> {
        let say = self.say;
        let row = |open: &SelfOpen| {
            vec![
                Value::text(&open.department),
                Value::text(&open.item),
                Value::text(&open.question),
                Value::text(say.name("self-answer", open.answer)),
                Value::text(&open.note),
                Value::text(&open.improvement),
            ]
        };
        let columns = [
            ("report-department", 18.0),
            ("report-item", 13.0),
            ("report-question", 50.0),
            ("report-answer", 11.0),
            ("report-grounds", 30.0),
            ("report-measure", 30.0),
        ];
        let rows = self.model.self_check.open.iter().map(row).collect();
        self.table("report-sheet-self-open", &columns, rows)
    }

    /// A line per group of sections and one for all of them.
    fn staff(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let mut columns = self.columns(&[
            ("campaign-form", 34.0),
            ("campaign-section", 30.0),
            ("campaign-handed-out", 10.0),
            ("campaign-came-back", 10.0),
        ]);
        columns.extend(self.answers());
        columns.extend(self.columns(&[("campaign-before", 9.0)]));
        let mut rows = Vec::new();
        for form in &model.self_check.staff {
            for line in &form.sections {
                let name = Value::text(line_name(line, say));
                rows.push(staff_row(form, name, [Value::None, counted(line.people)], line));
            }
            let all = Value::text(say.text(if form.withheld { "campaign-withheld" } else { "report-total" }));
            let both = [form.people.handed_out, form.people.came_back].map(Value::count);
            rows.push(staff_row(form, all, both, &form.total));
        }
        self.titled("report-sheet-staff", columns, &rows)
    }

    /// The questions that staff answer most with いいえ.
    fn staff_items(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let mut columns = self.columns(&[("campaign-form", 34.0), ("report-item", 13.0), ("report-question", 50.0)]);
        columns.extend(self.answers());
        let mut rows = Vec::new();
        for form in model.self_check.staff.iter().filter(|form| !form.withheld) {
            for item in &form.most_no {
                let texts = [form.title.clone(), say.join(&item.line.names), item.question.clone()];
                let mut row: Vec<Value> = texts.map(Value::text).into();
                row.extend(figures(&item.line.counts));
                rows.push(row);
            }
        }
        self.titled("report-sheet-staff-items", columns, &rows)
    }
}

/// Every count, with the denominator before the share.
pub(super) fn figures(counts: &SelfCounts) -> Vec<Value> {
    let numbers = [
        counts.yes,
        counts.partly,
        counts.no,
        counts.not_applicable,
        counts.unknown,
        counts.unanswered,
        counts.rate.of,
    ];
    let mut values: Vec<Value> = numbers.map(Value::count).into();
    values.push(share(counts.rate));
    values
}

fn staff_row(form: &StaffResult, name: Value, people: [Value; 2], line: &Line) -> Vec<Value> {
    let mut row = vec![Value::text(&form.title), name];
    row.extend(people);
    // So few people that somebody could be recognised.
    let withheld = || figures(&line.counts).iter().map(|_| Value::None).collect();
    row.extend(if form.withheld { withheld() } else { figures(&line.counts) });
    row.push(line.before.filter(|_| !form.withheld).map_or(Value::None, |before: Rate| share(before)));
    row
}
