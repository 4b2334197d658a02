//! A plan as a workbook: what it aims at, who is audited, and the schedule, a sheet each.

use super::sheet::{self, Column, Formats, Value};
use super::style::{self, Paper, SheetNames};
use crate::audit_plan::PlanPaper;
use crate::ciso::Say;
use crate::{DocInfo, ReportError, Words};
use domain::audit_plan::AuditPlanKind;
use rust_xlsxwriter::{Workbook, Worksheet};

pub(super) fn write(paper: &PlanPaper, words: &dyn Words, info: &DocInfo) -> Result<Vec<u8>, ReportError> {
    let say = Say { words };
    let mut book = Workbook::new();
    let (mut names, formats) = (SheetNames::default(), Formats::new(&say.text("report-excel-date")));
    book.push_worksheet(head(paper, say, info, &mut names)?);
    let rows = paper.rows.iter().map(|row| paper.line(row, say)).collect();
    let sheet =
        |title: String, widths: &[f64], headings: Vec<String>, rows: Vec<Vec<String>>, names: &mut SheetNames| {
            let mut sheet = Worksheet::new();
            sheet.set_name(names.name(&title))?;
            let columns: Vec<Column> =
                headings.into_iter().zip(widths).map(|(title, width)| Column { title, width: *width }).collect();
            let rows: Vec<Vec<Value>> =
                rows.into_iter().map(|row| row.into_iter().map(Value::Text).collect()).collect();
            sheet::write(&mut sheet, &formats, &columns, &rows)?;
            let width = columns.iter().map(|column| column.width).sum();
            let label = &info.class_label;
            style::page(&mut sheet, &format!("{}　{}", info.office, paper.title), label, &title, Paper::a4(width));
            Ok::<Worksheet, ReportError>(sheet)
        };
    let widths: Vec<f64> = match paper.kind {
        AuditPlanKind::MidTerm => {
            let years = paper.years.iter().map(|_| 12.0);
            [26.0, 22.0].into_iter().chain(years).chain([14.0, 30.0]).collect()
        }
        AuditPlanKind::Annual => vec![26.0, 22.0, 14.0, 10.0, 26.0, 30.0],
    };
    book.push_worksheet(sheet(say.text("years-paper-targets"), &widths, paper.headings(say), rows, &mut names)?);
    if paper.kind == AuditPlanKind::Annual {
        let headings = ["years-paper-when", "years-audit", "years-target"].map(|key| say.text(key)).to_vec();
        let rows = paper.schedule(say).into_iter().map(|line| line.to_vec()).collect();
        book.push_worksheet(sheet(say.text("years-paper-schedule"), &[30.0, 36.0, 40.0], headings, rows, &mut names)?);
    }
    style::properties(&mut book, info)?;
    Ok(book.save_to_buffer()?)
}

/// The sheet to be read first.
fn head(paper: &PlanPaper, say: Say<'_>, info: &DocInfo, names: &mut SheetNames) -> Result<Worksheet, ReportError> {
    const WIDTHS: (f64, f64) = (20.0, 70.0);
    let title = say.text("years-paper-head");
    let mut sheet = Worksheet::new();
    sheet.set_name(names.name(&title))?;
    sheet.set_column_width(0, WIDTHS.0)?.set_column_width(1, WIDTHS.1)?;
    style::write_text(&mut sheet, 0, 0, &paper.title, &style::title())?;
    let (label, cell) = (style::heading(), style::cell());
    let mut facts = vec![
        (say.text("report-class"), info.class_label.clone()),
        (say.text("report-created"), say.date(info.created)),
        (say.text("years-paper-to"), paper.addressee.clone()),
        (say.text("years-paper-author"), paper.author.clone()),
    ];
    facts.extend(paper.facts(say));
    if paper.kind == AuditPlanKind::MidTerm {
        let left_out = match paper.left_out.is_empty() {
            true => say.text("years-paper-covered"),
            false => say.with("years-paper-left-out", &[("names", &say.join(&paper.left_out))]),
        };
        facts.push((say.text("years-paper-coverage"), left_out));
    }
    for (row, (name, value)) in (2..).zip(&facts) {
        style::write_text(&mut sheet, row, 0, name, &label)?;
        style::write_text(&mut sheet, row, 1, value, &cell)?;
        sheet.set_row_height(row, style::row_height([(name.as_str(), WIDTHS.0), (value.as_str(), WIDTHS.1)]))?;
    }
    let header = format!("{}　{}", info.office, paper.title);
    style::page(&mut sheet, &header, &info.class_label, &title, Paper::A4Upright);
    Ok(sheet)
}
