//! 自己点検集計表 as a workbook: data sheets of one table each.

use super::DocInfo;
use super::sheet::{self, Column, Formats, Value};
use super::style::{self, Paper, SheetNames};
use crate::campaign::{change, line_name};
use crate::ciso::Say;
use crate::model::{CampaignTotals, FormTotals, Line, Rate};
use crate::{ReportError, Words};
use domain::Keyed;
use domain::kinds::SelfAnswer;
use rust_xlsxwriter::{Workbook, Worksheet};

pub(super) fn write(totals: &CampaignTotals, words: &dyn Words) -> Result<Vec<u8>, ReportError> {
    let say = Say { words };
    let head = &totals.head;
    let mut book = Workbook::new();
    style::properties(
        &mut book,
        &DocInfo {
            title: head.title.clone(),
            office: head.office.clone(),
            author: head.author.clone(),
            class_label: head.class_label.clone(),
            created: head.created,
        },
    )?;
    let formats = Formats::new(&say.text("report-excel-date"));
    let mut writer = Writer { totals, say, book, names: SheetNames::default(), formats };
    writer.returns()?;
    writer.awaited()?;
    writer.lines("campaign-by-section", "campaign-section", |form| &form.sections)?;
    writer.lines("campaign-by-chapter", "report-chapter", |form| &form.chapters)?;
    writer.lines("campaign-by-clause", "campaign-clause", |form| &form.clauses)?;
    writer.lines("campaign-by-role", "campaign-role", |form| &form.roles)?;
    writer.items()?;
    writer.ideas()?;
    writer.section_ideas()?;
    Ok(writer.book.save_to_buffer()?)
}

struct Writer<'a> {
    totals: &'a CampaignTotals,
    say: Say<'a>,
    book: Workbook,
    names: SheetNames,
    formats: Formats,
}

fn share(rate: Rate) -> Value {
    rate.permille.map_or(Value::None, |permille| Value::Share(f64::from(permille) / 1000.0))
}

fn count(count: Option<i64>) -> Value {
    count.map_or(Value::None, |count| Value::Number(count as f64))
}

impl Writer<'_> {
    fn sheet(&mut self, key: &str, columns: &[(String, f64)], rows: &[Vec<Value>]) -> Result<(), ReportError> {
        let head = &self.totals.head;
        let width: f64 = columns.iter().map(|(_, width)| width).sum();
        let columns: Vec<Column> =
            columns.iter().map(|(title, width)| Column { title: title.clone(), width: *width }).collect();
        let mut sheet = Worksheet::new();
        let name = self.say.text(key);
        sheet.set_name(self.names.name(&name))?;
        let class = format!("{}{}", head.class_label, self.say.join(&head.handling));
        style::page(&mut sheet, &format!("{}　{}", head.office, head.title), &class, &name, Paper::any(width));
        sheet::write(&mut sheet, &self.formats, &columns, rows)?;
        self.book.push_worksheet(sheet);
        Ok(())
    }

    fn columns(&self, keys: &[(&str, f64)]) -> Vec<(String, f64)> {
        keys.iter().map(|(key, width)| (self.say.text(key), *width)).collect()
    }

    fn form(&self, form: domain::kinds::Form) -> Value {
        Value::text(self.say.name("form", form))
    }

    fn returns(&mut self) -> Result<(), ReportError> {
        let columns = self.columns(&[
            ("campaign-form", 29.0),
            ("campaign-sent", 8.0),
            ("campaign-returned", 8.0),
            ("campaign-confirmed", 8.0),
            ("campaign-late", 8.0),
            ("campaign-return-rate", 9.0),
            ("campaign-handed-out", 10.0),
            ("campaign-came-back", 10.0),
            ("campaign-paper-counted-on", 14.0),
        ]);
        let row = |form: &FormTotals| {
            let returns = &form.returns;
            let mut row = vec![self.form(form.form)];
            row.extend([returns.sent, returns.returned, returns.confirmed, returns.late].map(Value::count));
            row.push(share(returns.rate));
            row.push(count(form.people.map(|people| people.handed_out.into())));
            row.push(count(form.people.map(|people| people.came_back.into())));
            row.push(Value::Date(self.totals.head.created));
            row
        };
        let rows: Vec<_> = self.totals.forms.iter().map(row).collect();
        self.sheet("campaign-paper-returns", &columns, &rows)
    }

    fn awaited(&mut self) -> Result<(), ReportError> {
        let columns = self.columns(&[
            ("campaign-form", 29.0),
            ("campaign-section", 18.0),
            ("campaign-contact", 22.0),
            ("campaign-status", 10.0),
            ("campaign-late", 8.0),
            ("campaign-reminded", 14.0),
        ]);
        let row = |one: &crate::model::Awaited| {
            vec![
                self.form(one.form),
                Value::text(&one.name),
                Value::text(&one.contact),
                Value::text(self.say.name("campaign-status", one.status)),
                count(one.days_late),
                Value::date(one.reminded),
            ]
        };
        let rows: Vec<_> = self.totals.awaited.iter().map(row).collect();
        self.sheet("campaign-paper-awaited", &columns, &rows)
    }

    /// The columns of figures, which every table of counts ends with.
    fn figures(&self) -> Vec<(String, f64)> {
        let answer = |answer: &SelfAnswer| (self.say.name("self-answer", *answer), 10.0);
        let mut columns: Vec<(String, f64)> = SelfAnswer::ALL.iter().map(answer).collect();
        columns.extend(self.columns(&[
            ("report-unanswered", 9.0),
            ("report-denominator", 7.0),
            ("report-self-rate", 9.0),
            ("campaign-before", 9.0),
            ("campaign-before-of", 9.0),
            ("campaign-change", 8.0),
        ]));
        columns
    }

    fn values(&self, line: &Line) -> Vec<Value> {
        let counts = &line.counts;
        let numbers = [
            counts.yes,
            counts.partly,
            counts.no,
            counts.not_applicable,
            counts.unknown,
            counts.unanswered,
            counts.rate.of,
        ];
        let mut row: Vec<Value> = numbers.map(Value::count).into();
        row.push(share(counts.rate));
        row.push(line.before.map_or(Value::None, share));
        row.push(count(line.before.map(|before| before.of.into())));
        let change = change(line, self.say);
        row.push(if change.is_empty() { Value::None } else { Value::text(change) });
        row
    }

    fn lines(&mut self, key: &str, first: &str, of: fn(&FormTotals) -> &Vec<Line>) -> Result<(), ReportError> {
        let mut columns = self.columns(&[("campaign-form", 29.0), (first, 30.0)]);
        columns.extend(self.figures());
        let mut rows = Vec::new();
        for form in &self.totals.forms {
            for line in of(form) {
                let mut row = vec![self.form(form.form), Value::text(line_name(line, self.say))];
                row.extend(self.values(line));
                rows.push(row);
            }
        }
        self.sheet(key, &columns, &rows)
    }

    fn items(&mut self) -> Result<(), ReportError> {
        let mut columns = self.columns(&[("campaign-form", 29.0), ("report-item", 13.0), ("report-question", 50.0)]);
        columns.extend(self.figures());
        let mut rows = Vec::new();
        for form in &self.totals.forms {
            for item in &form.items {
                let number = self.say.join(&item.line.names);
                let mut row = vec![self.form(form.form), Value::text(number), Value::text(&item.question)];
                row.extend(self.values(&item.line));
                rows.push(row);
            }
        }
        self.sheet("campaign-by-item", &columns, &rows)
    }

    fn ideas(&mut self) -> Result<(), ReportError> {
        let columns = self.columns(&[
            ("campaign-form", 29.0),
            ("campaign-section", 18.0),
            ("report-item", 13.0),
            ("report-answer", 11.0),
            ("report-measure", 50.0),
            ("campaign-idea-due", 14.0),
        ]);
        let row = |idea: &crate::model::Idea| {
            let answer = idea.answer.map(|answer| self.say.name("self-answer", answer));
            vec![
                self.form(idea.form),
                Value::text(&idea.name),
                Value::text(&idea.number),
                Value::text(answer.unwrap_or_else(|| self.say.text("report-unanswered"))),
                Value::text(&idea.improvement),
                Value::text(&idea.due),
            ]
        };
        let rows: Vec<_> = self.totals.ideas.iter().map(row).collect();
        self.sheet("campaign-paper-ideas", &columns, &rows)
    }

    fn section_ideas(&mut self) -> Result<(), ReportError> {
        let columns =
            self.columns(&[("campaign-form", 29.0), ("campaign-section", 18.0), ("campaign-section-idea", 70.0)]);
        let row = |idea: &crate::model::SectionIdea| {
            vec![self.form(idea.form), Value::text(&idea.name), Value::text(&idea.text)]
        };
        let rows: Vec<_> = self.totals.section_ideas.iter().map(row).collect();
        self.sheet("campaign-paper-section-ideas", &columns, &rows)
    }
}
