//! The report for the CISO as a workbook.

mod staff;

use super::DocInfo;
use super::sheet::{self, Column, Formats, Value};
use super::style::{self, Paper, SheetNames};
use crate::ciso::{Say, counts_line, info};
use crate::model::{Counts, Finding, Rate, ReportModel};
use crate::{ReportError, Words};
use domain::Keyed;
use domain::kinds::{Grade, SelfAnswer, Verdict};
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
        book,
        names: SheetNames::default(),
        formats: Formats::new(&say.text("report-excel-date")),
    };
    writer.summary()?;
    writer.results()?;
    writer.findings()?;
    writer.improvement()?;
    writer.self_check()?;
    writer.self_open()?;
    writer.staff()?;
    writer.evidence()?;
    writer.checklist()?;
    Ok(writer.book.save_to_buffer()?)
}

struct Writer<'a> {
    model: &'a ReportModel,
    say: Say<'a>,
    book: Workbook,
    names: SheetNames,
    formats: Formats,
}

impl Writer<'_> {
    fn start(&mut self, key: &str, paper: Paper) -> Result<Worksheet, ReportError> {
        let head = &self.model.head;
        let mut sheet = Worksheet::new();
        let name = self.say.text(key);
        sheet.set_name(self.names.name(&name))?;
        let draft = if head.draft { format!("【{}】", self.say.text("report-draft")) } else { String::new() };
        let header = format!("{draft}{}　{}", head.office, head.title);
        let class = format!("{}{}", head.class_label, self.say.join(&head.handling));
        style::page(&mut sheet, &header, &class, &name, paper);
        Ok(sheet)
    }

    /// A data sheet.
    fn table(&mut self, key: &str, columns: &[(&str, f64)], rows: &[Vec<Value>]) -> Result<(), ReportError> {
        let columns: Vec<Column> =
            columns.iter().map(|(key, width)| Column { title: self.say.text(key), width: *width }).collect();
        self.titled(key, &columns, rows)
    }

    fn titled(&mut self, key: &str, columns: &[Column], rows: &[Vec<Value>]) -> Result<(), ReportError> {
        let width: f64 = columns.iter().map(|column| column.width).sum();
        let mut sheet = self.start(key, Paper::any(width))?;
        sheet::write(&mut sheet, &self.formats, columns, rows)?;
        self.book.push_worksheet(sheet);
        Ok(())
    }

    /// The sheet to be read first: cover and summary as label and text.
    fn summary(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let head = &model.head;
        let mut sheet = self.start("report-sheet-summary", Paper::A4Upright)?;
        sheet.set_column_width(0, 22)?.set_column_width(1, 70)?;
        style::write_text(&mut sheet, 0, 0, &head.title, &style::title())?;
        sheet.set_row_height(0, 24)?;
        let state = if head.draft { "report-state-draft" } else { "report-state-final" };
        let mut lines = vec![
            ("report-class", format!("{}{}", head.class_label, say.join(&head.handling))),
            ("report-office", head.office.clone()),
            ("report-year", say.words.fiscal_year(head.fiscal_year)),
            ("report-number", head.document_number.clone().unwrap_or_else(|| say.text("report-no-number"))),
            ("report-state", say.text(state)),
            ("report-created", say.date(head.created)),
            ("report-addressee", head.addressee.clone()),
            ("report-author", head.author.clone()),
        ];
        let unwritten = |texts: &[String]| {
            if texts.is_empty() { say.text("report-unwritten") } else { texts.join("\n") }
        };
        lines.push(("report-overall", unwritten(&model.opinion.overall)));
        let decision = |decision: &crate::model::Decision| {
            format!("{}（{}、{}）", decision.what, say.or_blank(&decision.whom), say.day(decision.due))
        };
        let decisions: Vec<String> = model.opinion.decisions.iter().map(decision).collect();
        lines.push(("report-decisions", unwritten(&decisions)));
        lines.push(("report-counts", counts_line(&model.results.total, say)));
        lines.push(("report-finding-counts", grades_line(model, say)));
        let unverified = model.results.total.unverified.to_string();
        let out = model.results.total.out_of_scope.to_string();
        let unanswered = model.self_check.total.unanswered.to_string();
        let args = [("unverified", unverified.as_str()), ("out", out.as_str()), ("unanswered", unanswered.as_str())];
        let mut unseen = vec![say.with("report-not-looked-at-counts", &args)];
        unseen.extend(model.not_looked_at.iter().cloned());
        lines.push(("report-not-looked-at", unseen.join("\n")));
        lines.push(("report-independence", unwritten(&model.independence)));
        let criterion = |criterion: &crate::model::Criterion| format!("{}　{}", criterion.title, criterion.edition);
        let criteria: Vec<String> = model.criteria.iter().map(criterion).collect();
        lines.push(("report-criteria", say.or_blank(&criteria.join("\n"))));
        lines.push(("report-journal-head", say.or_blank(&head.journal_head)));
        let label = style::cell().set_background_color(style::LABEL);
        let cell = style::cell();
        for (row, (key, text)) in (2..).zip(&lines) {
            style::write_text(&mut sheet, row, 0, &say.text(key), &label)?;
            style::write_text(&mut sheet, row, 1, text, &cell)?;
            sheet.set_row_height(row, style::row_height([(text.as_str(), 70.0)]))?;
        }
        self.book.push_worksheet(sheet);
        Ok(())
    }

    fn results(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let mut columns = vec![
            Column { title: say.text("report-department"), width: 18.0 },
            Column { title: say.text("report-chapter"), width: 30.0 },
        ];
        let verdict = |verdict: &Verdict| Column { title: say.verdict(Some(*verdict)), width: 7.0 };
        columns.extend(Verdict::ALL.iter().map(verdict));
        let more = [("report-out-of-scope", 7.0), ("report-denominator", 7.0), ("report-conformity", 9.0)];
        columns.extend(more.map(|(key, width)| Column { title: say.text(key), width }));
        let mut rows = Vec::new();
        for result in &model.results.departments {
            let counts = model.results.chapters.iter().zip(&result.by_chapter);
            for (chapter, counts) in counts.filter(|(_, counts)| counts.all() > 0) {
                let mut row = vec![Value::text(&result.department), Value::text(chapter)];
                row.extend(figures(counts));
                rows.push(row);
            }
        }
        self.titled("report-sheet-results", &columns, &rows)
    }

    fn findings(&mut self) -> Result<(), ReportError> {
        let say = self.say;
        let row = |finding: &Finding| {
            let mut row = vec![Value::text(&finding.number), Value::text(say.name("grade", finding.grade))];
            let texts = [
                &finding.department,
                &finding.title,
                &finding.fact,
                &finding.criterion,
                &finding.cause,
                &finding.risk,
                &finding.recommendation,
            ];
            row.extend(texts.map(Value::text));
            row.push(Value::text(say.join(&finding.evidence)));
            row.push(Value::text(say.name("finding-state", finding.state)));
            row
        };
        let columns = [
            ("report-finding-number", 10.0),
            ("report-grade", 13.0),
            ("report-department", 14.0),
            ("report-finding-title", 24.0),
            ("report-fact", 40.0),
            ("report-criterion", 32.0),
            ("report-cause", 26.0),
            ("report-risk", 26.0),
            ("report-recommendation", 30.0),
            ("report-evidence", 12.0),
            ("report-state", 10.0),
        ];
        let rows: Vec<_> = self.model.findings.iter().map(row).collect();
        self.table("report-sheet-findings", &columns, &rows)
    }

    fn improvement(&mut self) -> Result<(), ReportError> {
        let say = self.say;
        let row = |finding: &Finding| {
            let (order, plan) = (finding.order.as_ref(), finding.plan.as_ref());
            let approval = plan.and_then(|plan| plan.approval.as_ref());
            let progress = finding.progress.last();
            let text = |text: Option<&String>| text.map_or(Value::None, Value::text);
            vec![
                Value::text(&finding.number),
                Value::text(&finding.department),
                Value::text(say.name("finding-state", finding.state)),
                Value::date(order.map(|order| order.date)),
                Value::date(order.and_then(|order| order.due)),
                text(order.map(|order| &order.text)),
                text(plan.map(|plan| &plan.owner)),
                text(plan.map(|plan| &plan.corrective)),
                text(plan.map(|plan| &plan.preventive)),
                Value::date(plan.and_then(|plan| plan.due)),
                Value::date(approval.map(|approval| approval.date)),
                text(approval.map(|approval| &approval.by)),
                text(approval.and_then(|approval| approval.reason.as_ref())),
                Value::date(progress.map(|progress| progress.date)),
                progress.map_or(Value::None, |progress| Value::text(say.name("progress-state", progress.state))),
                finding
                    .verifications
                    .last()
                    .map_or(Value::None, |seen| Value::text(say.name("verification-result", seen.result))),
                finding.days_overdue.map_or(Value::None, Value::count),
            ]
        };
        let columns = [
            ("report-finding-number", 10.0),
            ("report-department", 14.0),
            ("report-state", 10.0),
            ("report-order-date", 16.0),
            ("report-order-due", 16.0),
            ("report-order", 30.0),
            ("report-plan-owner", 18.0),
            ("report-plan-corrective", 28.0),
            ("report-plan-preventive", 28.0),
            ("report-plan-due", 16.0),
            ("report-approval-date", 16.0),
            ("report-approver", 18.0),
            ("report-compelling-reason", 26.0),
            ("report-progress-date", 16.0),
            ("report-progress", 9.0),
            ("report-verification", 9.0),
            ("report-overdue-days", 9.0),
        ];
        let rows: Vec<_> = self.model.findings.iter().map(row).collect();
        self.table("report-sheet-improvement", &columns, &rows)
    }

    fn self_check(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let mut columns = vec![Column { title: say.text("report-department"), width: 20.0 }];
        let answer = |answer: &SelfAnswer| Column { title: say.name("self-answer", *answer), width: 10.0 };
        columns.extend(SelfAnswer::ALL.iter().map(answer));
        let more = [("report-unanswered", 9.0), ("report-denominator", 7.0), ("report-self-rate", 9.0)];
        columns.extend(more.map(|(key, width)| Column { title: say.text(key), width }));
        let row = |result: &crate::model::SelfResult| {
            let counts = &result.counts;
            let mut row = vec![Value::text(&result.department)];
            let numbers = [
                counts.yes,
                counts.partly,
                counts.no,
                counts.not_applicable,
                counts.unknown,
                counts.unanswered,
                counts.rate.of,
            ];
            row.extend(numbers.map(Value::count));
            row.push(share(counts.rate));
            row
        };
        let rows: Vec<_> = model.self_check.departments.iter().map(row).collect();
        self.titled("report-sheet-self-check", &columns, &rows)
    }

    fn self_open(&mut self) -> Result<(), ReportError> {
        let say = self.say;
        let row = |open: &crate::model::SelfOpen| {
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
        let rows: Vec<_> = self.model.self_check.open.iter().map(row).collect();
        self.table("report-sheet-self-open", &columns, &rows)
    }

    fn evidence(&mut self) -> Result<(), ReportError> {
        let row = |evidence: &crate::model::Evidence| {
            let texts =
                [&evidence.number, &evidence.name, &evidence.class_label, &evidence.attached_to, &evidence.sha256];
            texts.map(Value::text).into()
        };
        let columns = [
            ("report-evidence-number", 9.0),
            ("report-evidence-name", 34.0),
            ("report-class", 14.0),
            ("report-attached-to", 26.0),
            ("report-sha256", 66.0),
        ];
        let rows: Vec<_> = self.model.evidence.iter().map(row).collect();
        self.table("report-sheet-evidence", &columns, &rows)
    }

    fn checklist(&mut self) -> Result<(), ReportError> {
        let say = self.say;
        let mut rows = Vec::new();
        for part in &self.model.checklist {
            for item in &part.rows {
                rows.push(vec![
                    Value::text(&part.department),
                    Value::text(&part.chapter),
                    Value::text(&item.item),
                    Value::text(&item.target),
                    Value::text(&item.question),
                    Value::text(say.verdict(item.verdict)),
                    Value::text(&item.note),
                    Value::text(say.join(&item.evidence)),
                ]);
            }
        }
        let columns = [
            ("report-department", 14.0),
            ("report-chapter", 20.0),
            ("report-item", 13.0),
            ("report-target", 14.0),
            ("report-question", 50.0),
            ("report-verdict", 8.0),
            ("report-note", 34.0),
            ("report-evidence", 12.0),
        ];
        self.table("report-sheet-checklist", &columns, &rows)
    }
}

fn figures(counts: &Counts) -> Vec<Value> {
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

/// A share with all its digits; where there is none, the cell is empty and not 0 %.
fn share(rate: Rate) -> Value {
    if rate.of == 0 { Value::None } else { Value::Share(f64::from(rate.part) / f64::from(rate.of)) }
}

fn grades_line(model: &ReportModel, say: Say<'_>) -> String {
    let Some(total) = model.finding_counts.last() else { return String::new() };
    let mut parts: Vec<String> = Grade::ALL
        .iter()
        .zip(&total.by_grade)
        .map(|(grade, number)| format!("{} {number}", say.name("grade", *grade)))
        .collect();
    parts.push(format!("{} {}", say.text("report-open"), total.open));
    parts.push(format!("{} {}", say.text("report-overdue"), total.overdue));
    parts.join("　")
}
