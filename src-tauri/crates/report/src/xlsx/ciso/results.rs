//! The verdicts as data sheets: department by chapter, the map of conformity, the years, the numbers of findings.

use super::{Writer, optional, share};
use crate::ReportError;
use crate::model::{Counts, FindingCount};
use crate::xlsx::sheet::{Column, Value};
use domain::Keyed;
use domain::kinds::{Grade, SelfAnswer, Verdict};
use domain::wareki::FiscalYear;
use rust_xlsxwriter::{Color, ConditionalFormat2ColorScale, ConditionalFormatType};

/// The shade of no conformity at all; black type on it can still be read.
const DARKEST: Color = Color::RGB(0x009E_9E9E);

impl Writer<'_> {
    pub(super) fn results(&mut self) -> Result<(), ReportError> {
        self.verdicts()?;
        if !self.model.results.departments.is_empty() {
            self.matrix()?;
        }
        if !self.model.earlier.is_empty() {
            self.years()?;
        }
        self.finding_counts()?;
        self.chart_results()
    }

    /// A row per department and chapter.
    fn verdicts(&mut self) -> Result<(), ReportError> {
        let model = self.model;
        let mut columns = self.columns(&[("report-department", 18.0), ("report-chapter", 30.0)]);
        columns.extend(self.counts());
        let mut rows = Vec::new();
        for result in &model.results.departments {
            let counts = model.results.chapters.iter().zip(&result.by_chapter);
            for (chapter, counts) in counts.filter(|(_, counts)| counts.all() > 0) {
                let mut row = vec![Value::text(&result.department), Value::text(chapter)];
                row.extend(figures(counts));
                rows.push(row);
            }
        }
        self.titled("report-sheet-results", columns, &rows)
    }

    /// The columns of verdicts, with the denominator before the share.
    pub(super) fn counts(&self) -> Vec<Column> {
        let verdict = |verdict: &Verdict| Column { title: self.say.verdict(Some(*verdict)), width: 7.0 };
        let mut columns: Vec<Column> = Verdict::ALL.iter().map(verdict).collect();
        columns.extend(self.columns(&[
            ("report-out-of-scope", 7.0),
            ("report-denominator", 7.0),
            ("report-conformity", 9.0),
        ]));
        columns
    }

    /// The conformity of each department in each chapter: the darker, the lower.
    fn matrix(&mut self) -> Result<(), ReportError> {
        let (results, say) = (&self.model.results, self.say);
        let mut columns = self.columns(&[("report-department", 20.0)]);
        columns.extend(results.chapters.iter().map(|chapter| Column { title: chapter.clone(), width: 12.0 }));
        columns.extend(self.columns(&[("report-total", 10.0)]));
        let row = |name: &String, chapters: &[Counts], total: &Counts| {
            let mut row = vec![Value::text(name)];
            row.extend(chapters.iter().chain([total]).map(|counts| share(counts.rate)));
            row
        };
        let departments = results.departments.iter();
        let mut rows: Vec<_> = departments.map(|one| row(&one.department, &one.by_chapter, &one.total)).collect();
        // One department is its own sum.
        if rows.len() > 1 {
            rows.push(row(&say.text("report-total"), &results.by_chapter, &results.total));
        }
        let name = self.name("report-sheet-matrix");
        let right = super::page::column(columns.len() - 1);
        let mut sheet = self.data(&name, columns, &rows)?;
        let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let shades = ConditionalFormat2ColorScale::new()
            .set_minimum(ConditionalFormatType::Number, 0)
            .set_maximum(ConditionalFormatType::Number, 1)
            .set_minimum_color(DARKEST)
            .set_maximum_color(Color::White);
        sheet.add_conditional_format(1, 1, last, right, &shades)?;
        sheet.set_freeze_panes(1, 1)?;
        self.done(name, sheet, Some(rows.len()));
        Ok(())
    }

    /// A row per year and chapter, this year first.
    fn years(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let mut columns = self.columns(&[("report-year", 14.0), ("report-chapter", 30.0)]);
        columns.extend(self.counts());
        columns.extend(self.columns(&[("report-edition-differs", 9.0)]));
        let mut rows = Vec::new();
        let mut add = |year: FiscalYear, other: bool, chapter: &String, counts: &Counts| {
            let mut row = vec![Value::text(say.words.fiscal_year(year)), Value::text(chapter)];
            row.extend(figures(counts));
            let other = if other { SelfAnswer::Yes } else { SelfAnswer::No };
            row.push(Value::text(say.name("self-answer", other)));
            rows.push(row);
        };
        for (chapter, counts) in model.results.chapters.iter().zip(&model.results.by_chapter) {
            add(model.head.fiscal_year, false, chapter, counts);
        }
        for year in &model.earlier {
            for (chapter, counts) in model.results.chapters.iter().zip(&year.by_chapter) {
                // Nothing where that year did not look at the chapter.
                if let Some(counts) = counts {
                    add(year.year, year.other_edition, chapter, counts);
                }
            }
        }
        self.titled("report-sheet-years", columns, &rows)
    }

    fn finding_counts(&mut self) -> Result<(), ReportError> {
        let mut columns = self.columns(&[("report-department", 22.0)]);
        columns.extend(self.grades());
        let named = self.model.finding_counts.iter().filter(|count| count.department.is_some());
        let row = |count: &FindingCount| {
            let mut row = vec![optional(count.department.as_ref())];
            row.extend(grade_figures(count));
            row
        };
        let rows: Vec<_> = named.map(row).collect();
        self.titled("report-sheet-counts", columns, &rows)
    }

    /// The columns of grades.
    pub(super) fn grades(&self) -> Vec<Column> {
        let say = self.say;
        let grade = |grade: &Grade| Column { title: say.name("grade", *grade), width: 9.0 };
        let mut columns: Vec<Column> = Grade::ALL.iter().map(grade).collect();
        columns.extend(self.columns(&[("report-sum", 8.0), ("report-open", 9.0), ("report-overdue", 9.0)]));
        columns
    }
}

/// Every count, with the denominator before the share.
pub(super) fn figures(counts: &Counts) -> Vec<Value> {
    let numbers = [
        counts.conforming,
        counts.partial,
        counts.nonconforming,
        counts.not_applicable,
        counts.unverified,
        counts.out_of_scope,
        counts.rate.of,
    ];
    let mut values: Vec<Value> = numbers.map(Value::count).into();
    values.push(share(counts.rate));
    values
}

/// The findings of each grade, their sum, those not closed and those overdue.
pub(super) fn grade_figures(count: &FindingCount) -> Vec<Value> {
    let sum = count.by_grade.iter().sum();
    count.by_grade.iter().copied().chain([sum, count.open, count.overdue]).map(Value::count).collect()
}
