//! Which charts there are: conformity by chapter, verdicts by department, the years, findings and answers by department.

use super::plot::{Look, MOST, Plot, Shape, number};
use super::results::{figures, grade_figures};
use super::{Writer, optional, share};
use crate::ReportError;
use crate::model::{Counts, FindingCount, Rate};
use crate::xlsx::sheet::{Column, Value};
use domain::wareki::FiscalYear;
use rust_xlsxwriter::ChartPatternFillType as Pattern;

/// More columns than these could not carry the names of their departments; then they lie as bars.
const UPRIGHT: usize = 12;

impl Writer<'_> {
    pub(super) fn chart_results(&mut self) -> Result<(), ReportError> {
        self.chart_chapters()?;
        self.chart_departments()?;
        self.chart_years()?;
        self.chart_findings()
    }

    fn year(&self, year: FiscalYear, what: &str) -> String {
        let (year, what) = (self.say.words.fiscal_year(year), self.say.text(what));
        self.say.with("report-of-year", &[("year", &year), ("what", &what)])
    }

    fn this_year(&self, what: &str) -> String {
        self.year(self.model.head.fiscal_year, what)
    }

    fn axes(&self, names: &str, scale: &str) -> [String; 2] {
        [self.say.text(names), self.say.text(scale)]
    }

    /// Where there are too many rows for a chart, those with most to be mended come first, and that is said.
    fn ordered(&self, rows: &mut [Vec<Value>], weight: &[usize], key: &str, notes: &mut Vec<String>) {
        if rows.len() <= MOST {
            return;
        }
        let of = |row: &Vec<Value>| weight.iter().map(|place| number(&row[*place])).sum::<f64>();
        rows.sort_by(|one, other| of(other).total_cmp(&of(one)));
        let (shown, rest) = (MOST.to_string(), (rows.len() - MOST).to_string());
        notes.push(self.say.with(key, &[("shown", &shown), ("rest", &rest)]));
    }

    /// The conformity by chapter, against last year if there is one.
    fn chart_chapters(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let (results, before) = (&model.results, model.earlier.first());
        let now = model.head.fiscal_year;
        let column = |title: String, width: f64| Column { title, width };
        let mut columns = vec![column(say.text("report-chapter"), if before.is_some() { 28.0 } else { 44.0 })];
        if let Some(before) = before {
            columns.push(column(self.year(before.year, "report-denominator"), 9.5));
            columns.push(column(self.year(before.year, "report-conformity"), 9.5));
        }
        columns.extend(["○", "△", "×"].map(|mark| column(mark.to_owned(), 6.0)));
        columns.push(column(self.year(now, "report-denominator"), 9.5));
        columns.push(column(self.year(now, "report-conformity"), 9.5));
        if before.is_some() {
            columns.push(column(say.text("report-difference-points"), 10.0));
        }
        let row = |name: &String, counts: &Counts, then: Option<Option<&Counts>>| {
            let mut row = vec![Value::text(name)];
            if let Some(then) = then {
                row.push(then.map_or(Value::None, |then| Value::count(then.rate.of)));
                row.push(then.map_or(Value::None, |then| share(then.rate)));
            }
            row.extend([counts.conforming, counts.partial, counts.nonconforming, counts.rate.of].map(Value::count));
            row.push(share(counts.rate));
            if let Some(then) = then {
                row.push(then.map_or(Value::None, |then| points(then.rate, counts.rate)));
            }
            row
        };
        let chapters = results.chapters.iter().zip(&results.by_chapter).enumerate();
        let rows: Vec<_> = chapters
            .map(|(place, (name, counts))| {
                row(name, counts, before.map(|before| before.by_chapter.get(place).and_then(Option::as_ref)))
            })
            .collect();
        let total = row(&say.text("report-total"), &results.total, before.map(|before| Some(&before.total)));
        let mut notes = vec![say.text("report-rate-of")];
        if before.is_some() {
            notes.push(say.text("report-chart-blank"));
        }
        if before.is_some_and(|before| before.other_edition) {
            notes.push(say.text("report-other-edition"));
        }
        if rows.len() > MOST {
            let (shown, rest) = (MOST.to_string(), (rows.len() - MOST).to_string());
            notes.push(say.with("report-chart-first-chapters", &[("shown", &shown), ("rest", &rest)]));
        }
        let series = match before {
            Some(_) => vec![(2, Look::Grey(0xE0)), (7, Look::Grey(0x50))],
            None => vec![(5, Look::Grey(0x8C))],
        };
        let title = match before {
            Some(_) => say.text("report-chart-chapters-then"),
            None => self.this_year("report-chart-chapters"),
        };
        let axes = self.axes("report-chapter", "report-conformity");
        let plot = Plot { shape: Shape::Shares, title, notes, axes, series, columns, rows, total: Some(total) };
        self.plot("report-sheet-chart-chapters", &plot)
    }

    /// The verdicts by department.
    fn chart_departments(&mut self) -> Result<(), ReportError> {
        let (results, say) = (&self.model.results, self.say);
        let mut columns = self.columns(&[("report-department", 34.0)]);
        columns.extend(self.counts());
        let row = |name: &String, counts: &Counts| {
            let mut row = vec![Value::text(name)];
            row.extend(figures(counts));
            row
        };
        let mut rows: Vec<_> = results.departments.iter().map(|one| row(&one.department, &one.total)).collect();
        let mut notes = vec![say.text("report-rate-of"), say.text("report-chart-verdicts")];
        self.ordered(&mut rows, &[2, 3], "report-chart-most-verdicts", &mut notes);
        let plot = Plot {
            shape: Shape::Bars,
            title: self.this_year("report-chart-departments"),
            notes,
            axes: self.axes("report-department", "report-chart-items"),
            series: vec![
                (1, Look::Grey(0xEB)),
                (2, Look::Grey(0x99)),
                (3, Look::Grey(0x33)),
                (5, Look::Pattern(Pattern::DiagonalStripesWideUpwards)),
            ],
            columns,
            rows,
            total: Some(row(&say.text("report-total"), &results.total)),
        };
        self.plot("report-sheet-chart-departments", &plot)
    }

    /// The conformity over the years, if there are earlier ones.
    fn chart_years(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        if model.earlier.is_empty() {
            return Ok(());
        }
        let mut columns = self.columns(&[("report-year", 34.0)]);
        columns.extend(self.counts());
        let row = |year: FiscalYear, counts: &Counts| {
            let mut row = vec![Value::text(say.words.fiscal_year(year))];
            row.extend(figures(counts));
            row
        };
        let mut rows: Vec<_> = model.earlier.iter().rev().map(|year| row(year.year, &year.total)).collect();
        rows.push(row(model.head.fiscal_year, &model.results.total));
        let mut notes = vec![say.text("report-rate-of")];
        if model.earlier.iter().any(|year| year.other_edition) {
            notes.push(say.text("report-other-edition"));
        }
        let plot = Plot {
            shape: Shape::Line,
            title: say.text("report-chart-years"),
            notes,
            axes: self.axes("report-year", "report-conformity"),
            series: vec![(8, Look::Grey(0))],
            columns,
            rows,
            total: None,
        };
        self.plot("report-sheet-chart-years", &plot)
    }

    /// The findings by grade and department. A good practice is nothing to be mended.
    fn chart_findings(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        // The last row is the sum, and one department needs no chart.
        if model.finding_counts.len() <= 2 {
            return Ok(());
        }
        let mut columns = self.columns(&[("report-department", 24.0)]);
        columns.extend(self.grades());
        let row = |name: Value, count: &FindingCount| {
            let mut row = vec![name];
            row.extend(grade_figures(count));
            row
        };
        let named = model.finding_counts.iter().filter(|count| count.department.is_some());
        let mut rows: Vec<_> = named.map(|count| row(optional(count.department.as_ref()), count)).collect();
        let total = model.finding_counts.last().map(|count| row(Value::text(say.text("report-total")), count));
        let mut notes = vec![say.text("report-chart-findings-note")];
        self.ordered(&mut rows, &[1, 2, 3, 4], "report-chart-most-findings", &mut notes);
        let plot = Plot {
            shape: if rows.len() > UPRIGHT { Shape::Bars } else { Shape::Columns },
            title: self.this_year("report-chart-findings"),
            notes,
            axes: self.axes("report-department", "report-chart-count"),
            // In the order of the grades, the gravest darkest.
            series: vec![(1, Look::Grey(0x26)), (2, Look::Grey(0x8C)), (3, Look::Grey(0xC7)), (4, Look::Grey(0xFA))],
            columns,
            rows,
            total,
        };
        self.plot("report-sheet-chart-findings", &plot)
    }

    /// The answers by department.
    pub(super) fn chart_self_check(&mut self) -> Result<(), ReportError> {
        let (check, say) = (&self.model.self_check, self.say);
        let mut columns = self.columns(&[("report-department", 24.0)]);
        columns.extend(self.answers());
        let row = |name: &String, counts| {
            let mut row = vec![Value::text(name)];
            row.extend(super::self_check::figures(counts));
            row
        };
        let mut rows: Vec<_> = check.departments.iter().map(|one| row(&one.department, &one.counts)).collect();
        let mut notes = vec![say.text("report-self-check-note"), say.text("report-chart-answers")];
        self.ordered(&mut rows, &[2, 3, 5], "report-chart-most-answers", &mut notes);
        let plot = Plot {
            shape: Shape::Bars,
            title: self.this_year("report-chart-self-check"),
            notes,
            axes: self.axes("report-department", "report-chart-items"),
            series: vec![
                (1, Look::Grey(0xEB)),
                (2, Look::Grey(0x99)),
                (3, Look::Grey(0x33)),
                (5, Look::Pattern(Pattern::VerticalStripesNarrow)),
                (6, Look::Pattern(Pattern::DiagonalStripesWideUpwards)),
            ],
            columns,
            rows,
            total: Some(row(&say.text("report-total"), &check.total)),
        };
        self.plot("report-sheet-chart-self-check", &plot)
    }
}

/// The difference in points of a percent, of the shares as they are printed.
fn points(then: Rate, now: Rate) -> Value {
    match (then.permille, now.permille) {
        (Some(then), Some(now)) => Value::Points((f64::from(now) - f64::from(then)) / 10.0),
        _ => Value::None,
    }
}
