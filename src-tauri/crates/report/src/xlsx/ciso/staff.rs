//! The questionnaires of staff in the workbook of the report.

use super::{Writer, share};
use crate::ReportError;
use crate::campaign::line_name;
use crate::model::{Line, StaffResult};
use crate::xlsx::sheet::{Column, Value};
use domain::Keyed;
use domain::kinds::SelfAnswer;

impl Writer<'_> {
    /// A line per group of sections and one for all of them; no sheet where nobody asked staff.
    pub(super) fn staff(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        if model.self_check.staff.is_empty() {
            return Ok(());
        }
        let column = |key: &str, width: f64| Column { title: say.text(key), width };
        let mut columns = vec![column("campaign-form", 34.0), column("campaign-section", 30.0)];
        columns.extend([column("campaign-handed-out", 10.0), column("campaign-came-back", 10.0)]);
        let answer = |answer: &SelfAnswer| Column { title: say.name("self-answer", *answer), width: 10.0 };
        columns.extend(SelfAnswer::ALL.iter().map(answer));
        columns.extend([column("report-unanswered", 9.0), column("report-denominator", 7.0)]);
        columns.extend([column("report-self-rate", 9.0), column("campaign-before", 9.0)]);
        let mut rows = Vec::new();
        for form in &model.self_check.staff {
            let people = |line: &Line| line.people.map_or(Value::None, Value::count);
            for line in &form.sections {
                let name = Value::text(line_name(line, say));
                rows.push(row(form, name, [Value::None, people(line)], line));
            }
            let all = Value::text(say.text(if form.withheld { "campaign-withheld" } else { "report-total" }));
            let both = [form.people.handed_out, form.people.came_back].map(Value::count);
            rows.push(row(form, all, both, &form.total));
        }
        self.titled("report-sheet-staff", &columns, &rows)
    }
}

fn row(form: &StaffResult, name: Value, people: [Value; 2], line: &Line) -> Vec<Value> {
    let counts = &line.counts;
    let mut row = vec![Value::text(&form.title), name];
    row.extend(people);
    let numbers = [
        counts.yes,
        counts.partly,
        counts.no,
        counts.not_applicable,
        counts.unknown,
        counts.unanswered,
        counts.rate.of,
    ];
    let figure = |count: u32| if form.withheld { Value::None } else { Value::count(count) };
    row.extend(numbers.map(figure));
    row.extend([share(counts.rate), line.before.map_or(Value::None, share)]);
    row
}
