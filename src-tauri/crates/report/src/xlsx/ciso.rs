//! The report for the CISO as a workbook: a cover with the contents, then the sections in the order of the report, each
//! as a sheet to be read or as data sheets of one table, and charts over their numbers.
//!
//! A sheet says what the section of the PDF says; a section that is off has none.

mod annex;
mod beyond;
mod charts;
mod faces;
mod findings;
mod front;
mod page;
mod plot;
mod results;
mod self_check;
mod texts;

use super::DocInfo;
use super::sheet::{self, Column, Formats, Value};
use super::style::{self, Paper, SheetNames};
use crate::ciso::{Say, info, title};
use crate::model::{Rate, ReportModel, Section};
use crate::{ReportError, Words};
use domain::report::{ReportAudience, ReportSection};
use page::Page;
use rust_xlsxwriter::{Workbook, Worksheet};

pub(super) fn write(model: &ReportModel, words: &dyn Words) -> Result<Vec<u8>, ReportError> {
    let say = Say { words };
    let mut book = Workbook::new();
    let head = &model.head;
    style::properties(
        &mut book,
        &DocInfo {
            title: info(model, words).title,
            office: head.office.clone(),
            author: head.author.clone(),
            class_label: head.class_label.clone(),
            created: head.created,
        },
    )?;
    let mut writer = Writer {
        model,
        say,
        names: SheetNames::default(),
        formats: Formats::new(&say.text("report-excel-date")),
        section: String::new(),
        heading: None,
        made: Vec::new(),
    };
    // Both names are taken before an office's own heading can be the same.
    let [cover, texts] = ["report-sheet-cover", "report-sheet-texts"].map(|key| writer.names.name(&say.text(key)));
    let (mut number, mut annex) = (0, 0);
    for section in &model.sections {
        writer.section = title(section, &mut number, &mut annex, say);
        // A heading of the office's own names the first sheet of its section.
        writer.heading.clone_from(&section.title);
        writer.section(section)?;
    }
    writer.texts(&texts)?;
    book.push_worksheet(writer.cover(&cover)?);
    for made in writer.made {
        book.push_worksheet(made.sheet);
    }
    faces::named(book.save_to_buffer()?, &say.text("report-language"))
}

/// A sheet that is ready, for the contents.
struct Made {
    /// The heading of its section.
    section: String,
    name: String,
    sheet: Worksheet,
    /// How many rows it has, if it is a data sheet.
    rows: Option<usize>,
}

struct Writer<'a> {
    model: &'a ReportModel,
    say: Say<'a>,
    names: SheetNames,
    formats: Formats,
    /// The heading of the section at hand.
    section: String,
    /// Its heading for the name of its first sheet, if that is not the usual one.
    heading: Option<String>,
    made: Vec<Made>,
}

impl Writer<'_> {
    fn section(&mut self, section: &Section) -> Result<(), ReportError> {
        // The texts say that what was taken out is not published.
        if section.withheld {
            return Ok(());
        }
        match section.section {
            Some(ReportSection::Summary) => self.summary(section),
            Some(ReportSection::Introduction) => self.introduction(section),
            Some(ReportSection::Overview) => self.overview(section),
            Some(ReportSection::Results) => self.results(),
            Some(ReportSection::Findings) => self.findings(),
            Some(ReportSection::CrossCutting) => self.cross_cutting(),
            Some(ReportSection::GoodPractice) => self.good_practice(),
            Some(ReportSection::Improvement) => self.improvement(),
            Some(ReportSection::FollowUp) => self.follow_up(),
            Some(ReportSection::SelfCheck) => self.self_check(),
            Some(ReportSection::Contrast) => self.contrast(),
            Some(ReportSection::Exceptions) => self.exceptions(),
            Some(ReportSection::Proposals) => self.proposals(),
            Some(ReportSection::Orders) => self.orders(),
            Some(ReportSection::Evidence) => self.evidence(),
            Some(ReportSection::Checklist) => self.checklist(),
            Some(ReportSection::Glossary) => self.glossary(),
            // These are what people wrote, which stands on the sheet of texts.
            Some(ReportSection::Remarks) | None => Ok(()),
        }
    }

    fn is_public(&self) -> bool {
        self.model.head.audience == ReportAudience::Public
    }

    /// The name of a sheet.
    fn name(&mut self, key: &str) -> String {
        let wish = self.heading.take().unwrap_or_else(|| self.say.text(key));
        self.names.name(&wish)
    }

    /// An empty sheet with what every printed page has.
    fn start(&self, name: &str, paper: Paper) -> Result<Worksheet, ReportError> {
        let head = &self.model.head;
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        let draft = if head.draft { format!("【{}】", self.say.text("report-draft")) } else { String::new() };
        let header = format!("{draft}{}　{}", head.office, head.title);
        let class = format!("{}{}", head.class_label, self.say.join(&head.handling));
        style::page(&mut sheet, &header, &class, name, paper);
        Ok(sheet)
    }

    /// A sheet to be read, over columns of these widths.
    fn page(&mut self, name: &str, widths: &[f64]) -> Result<Page, ReportError> {
        Page::new(self.start(name, Paper::a4(widths.iter().sum()))?, widths)
    }

    fn done(&mut self, name: String, sheet: Worksheet, rows: Option<usize>) {
        self.made.push(Made { section: self.section.clone(), name, sheet, rows });
    }

    fn columns(&self, columns: &[(&str, f64)]) -> Vec<Column> {
        columns.iter().map(|(key, width)| Column { title: self.say.text(key), width: *width }).collect()
    }

    /// A data sheet.
    fn table(&mut self, key: &str, columns: &[(&str, f64)], rows: Vec<Vec<Value>>) -> Result<(), ReportError> {
        self.titled(key, self.columns(columns), &rows)
    }

    fn titled(&mut self, key: &str, columns: Vec<Column>, rows: &[Vec<Value>]) -> Result<(), ReportError> {
        let name = self.name(key);
        let sheet = self.data(&name, columns, rows)?;
        self.done(name, sheet, Some(rows.len()));
        Ok(())
    }

    fn data(&self, name: &str, mut columns: Vec<Column>, rows: &[Vec<Value>]) -> Result<Worksheet, ReportError> {
        sheet::widen(&mut columns, rows);
        let mut sheet = self.start(name, Paper::any(columns.iter().map(|column| column.width).sum()))?;
        sheet::write(&mut sheet, &self.formats, &columns, rows)?;
        Ok(sheet)
    }
}

/// A share with all its digits; where there is none, the cell is empty and not 0 %.
fn share(rate: Rate) -> Value {
    if rate.of == 0 { Value::None } else { Value::Share(f64::from(rate.part) / f64::from(rate.of)) }
}

/// A text that may be missing.
fn optional(text: Option<&String>) -> Value {
    text.map_or(Value::None, Value::text)
}

/// A count that may be missing.
fn counted(count: Option<u32>) -> Value {
    count.map_or(Value::None, Value::count)
}
