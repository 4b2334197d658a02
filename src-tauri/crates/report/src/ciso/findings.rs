//! The findings one by one, and how their improvement stands.

use super::Say;
use super::front::{centred, heading, none, table_or_none};
use crate::layout::{Align, Block, Cell, Column, Row, Table};
use crate::model::{DepartmentView, Finding, ReportModel};
use domain::kinds::Grade;
use domain::report::ReportAudience;

pub(super) fn findings(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    if model.head.audience == ReportAudience::Public {
        return vec![table_or_none(published(model, say), say)];
    }
    let mut blocks = Vec::new();
    let mut grade = None;
    for finding in model.findings.iter().filter(|finding| finding.grade != Grade::GoodPractice) {
        if grade != Some(finding.grade) {
            blocks.push(heading(2, say.name("grade", finding.grade)));
            grade = Some(finding.grade);
        }
        blocks.push(heading(3, format!("{}　{}", finding.number, finding.title)));
        blocks.push(Block::Table(sheet(finding, say)));
    }
    if blocks.is_empty() {
        blocks.push(none(say));
    }
    blocks
}

/// The findings as they are published: a line each.
fn published(model: &ReportModel, say: Say<'_>) -> Table {
    let titles = ["report-finding-number", "report-grade", "report-department", "report-finding-title", "report-state"];
    let row = |finding: &Finding| {
        Row::of([
            finding.number.clone(),
            say.name("grade", finding.grade),
            finding.department.clone(),
            finding.title.clone(),
            state(finding, say),
        ])
    };
    Table {
        columns: vec![
            Column::fixed(76.0, Align::Left),
            Column::fixed(86.0, Align::Left),
            Column::fixed(86.0, Align::Left),
            Column::share(1.0, Align::Left),
            Column::fixed(86.0, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: model.findings.iter().filter(|finding| finding.grade != Grade::GoodPractice).map(row).collect(),
        size: 8.5,
        together: false,
    }
}

/// What others may learn from. It has no risk, no plan and no state.
pub(super) fn good_practice(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let titles = ["report-finding-number", "report-department", "report-finding-title", "report-fact"];
    let row = |finding: &Finding| {
        Row::of([
            finding.number.clone(),
            finding.department.clone(),
            finding.title.clone(),
            say.or_blank(&finding.fact),
        ])
    };
    // What was seen there is taken out for the public.
    let shown = if model.head.audience == ReportAudience::Public { 3 } else { 4 };
    let row = |finding: &Finding| {
        let mut row = row(finding);
        row.cells.truncate(shown);
        row
    };
    let good = model.findings.iter().filter(|finding| finding.grade == Grade::GoodPractice);
    let table = Table {
        columns: [
            Column::fixed(76.0, Align::Left),
            Column::fixed(86.0, Align::Left),
            Column::share(0.7, Align::Left),
            Column::share(1.0, Align::Left),
        ][..shown]
            .to_vec(),
        head: vec![Row::head(titles[..shown].iter().map(|key| say.text(key)))],
        rows: good.map(row).collect(),
        size: 8.5,
        together: false,
    };
    vec![table_or_none(table, say)]
}

/// 指摘事項票 as a table: a line of marks, and under it label and text.
fn sheet(finding: &Finding, say: Say<'_>) -> Table {
    let cells = vec![
        Cell::new(say.text("report-department")).label(),
        Cell::new(&finding.department),
        Cell::new(say.text("report-grade")).label(),
        centred(say.name("grade", finding.grade)),
        Cell::new(say.text("report-state")).label(),
        centred(state(finding, say)),
    ];
    let marks = Row { keep: true, ..Row::new(cells) };
    let line = |key: &str, text: String| Row::new(vec![Cell::new(say.text(key)).label(), Cell::new(text).span(5)]);
    let mut rows = vec![
        line("report-fact", say.or_blank(&finding.fact)),
        line("report-criterion", say.or_blank(&finding.criterion)),
        line("report-cause", say.or_blank(&finding.cause)),
        line("report-risk", say.or_blank(&finding.risk)),
        line("report-recommendation", say.or_blank(&finding.recommendation)),
        line("report-evidence", say.join_or_blank(&finding.evidence)),
    ];
    if let Some(view) = &finding.view {
        rows.push(line("report-view", view_lines(view, say)));
    }
    if let Some(order) = &finding.order {
        let text = say.with("report-order-text", &[("date", &say.date(order.date)), ("due", &say.day(order.due))]);
        rows.push(line("report-order", format!("{text}\n{}", say.or_blank(&order.text))));
    }
    if let Some(plan) = &finding.plan {
        let facts = [
            ("report-plan-cause", say.or_blank(&plan.cause)),
            ("report-plan-corrective", say.or_blank(&plan.corrective)),
            ("report-plan-preventive", say.or_blank(&plan.preventive)),
            ("report-plan-owner", say.or_blank(&plan.owner)),
            ("report-plan-due", say.day(plan.due)),
            ("report-plan-approval", approval(plan.approval.as_ref(), say)),
        ];
        let lines = facts.map(|(key, text)| say.with("report-named", &[("name", &say.text(key)), ("text", &text)]));
        rows.push(line("report-plan", lines.join("\n")));
    }
    if !finding.progress.is_empty() {
        let lines: Vec<String> = finding.progress.iter().map(|progress| progress_line(progress, say)).collect();
        rows.push(line("report-progress", lines.join("\n")));
    }
    if !finding.verifications.is_empty() {
        let lines: Vec<String> = finding.verifications.iter().map(|seen| verification_line(seen, say)).collect();
        rows.push(line("report-verification", lines.join("\n")));
    }
    Table {
        columns: vec![
            Column::fixed(66.0, Align::Left),
            Column::share(1.0, Align::Left),
            Column::fixed(34.0, Align::Left),
            Column::fixed(78.0, Align::Left),
            Column::fixed(34.0, Align::Left),
            Column::fixed(100.0, Align::Left),
        ],
        // Whose finding it is stands on every page that it reaches.
        head: vec![marks],
        rows,
        size: 9.0,
        together: true,
    }
}

fn state(finding: &Finding, say: Say<'_>) -> String {
    let state = say.name("finding-state", finding.state);
    match finding.days_overdue {
        None => state,
        Some(days) => say.with("report-state-overdue", &[("state", &state), ("days", &days.to_string())]),
    }
}

fn approval(approval: Option<&crate::model::Approval>, say: Say<'_>) -> String {
    let Some(approval) = approval else { return say.text("report-not-approved") };
    let args = [("date", say.date(approval.date)), ("by", approval.by.clone())];
    let text = say.with("report-approved", &args.each_ref().map(|(key, value)| (*key, value.as_str())));
    match &approval.reason {
        Some(reason) => format!("{text}{}", say.with("report-approved-reason", &[("reason", reason)])),
        None => text,
    }
}

fn progress_line(progress: &crate::model::Progress, say: Say<'_>) -> String {
    let state = say.name("progress-state", progress.state);
    let state = match progress.percent {
        Some(percent) => format!("{state} {percent}%"),
        None => state,
    };
    let (date, text) = (say.date(progress.date), say.or_blank(&progress.text));
    say.with("report-progress-line", &[("date", &date), ("state", &state), ("text", &text)])
}

/// What the department said, and what the auditor said to that.
fn view_lines(view: &DepartmentView, say: Say<'_>) -> String {
    let date = view.date.map(|date| say.date(date)).unwrap_or_default();
    let parts = [say.name("fact-view", view.view), date, view.by.clone()];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let mut lines = vec![parts.join("　")];
    lines.extend(Some(view.text.clone()).filter(|text| !text.is_empty()));
    if !view.reply.is_empty() {
        lines.push(say.with("report-named", &[("name", &say.text("report-view-reply")), ("text", &view.reply)]));
    }
    lines.join("\n")
}

fn verification_line(seen: &crate::model::Verification, say: Say<'_>) -> String {
    let (date, result) = (say.date(seen.date), say.name("verification-result", seen.result));
    let text = say.or_blank(&seen.text);
    say.with("report-verification-line", &[("date", &date), ("by", &seen.by), ("result", &result), ("text", &text)])
}

pub(super) fn progress(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let titles = [
        "report-finding-number",
        "report-department",
        "report-grade",
        "report-state",
        "report-order-due",
        "report-plan-due",
        "report-overdue-days",
    ];
    let row = |finding: &Finding| {
        let due = |date: Option<jiff::civil::Date>| say.day_or_dash(date);
        Row::new(vec![
            Cell::new(&finding.number),
            Cell::new(&finding.department),
            Cell::new(say.name("grade", finding.grade)),
            Cell::new(say.name("finding-state", finding.state)),
            Cell::new(due(finding.order.as_ref().and_then(|order| order.due))),
            Cell::new(due(finding.plan.as_ref().and_then(|plan| plan.due))),
            Cell::new(say.number_or_dash(finding.days_overdue)),
        ])
    };
    let table = Table {
        columns: vec![
            Column::fixed(76.0, Align::Left),
            Column::share(1.0, Align::Left),
            Column::fixed(72.0, Align::Left),
            Column::fixed(50.0, Align::Left),
            Column::fixed(82.0, Align::Left),
            Column::fixed(82.0, Align::Left),
            Column::fixed(46.0, Align::Right),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: model.findings.iter().filter(|finding| finding.grade != Grade::GoodPractice).map(row).collect(),
        size: 8.5,
        together: false,
    };
    blocks.push(table_or_none(table, say));
    if !model.turns.is_empty() {
        blocks.push(heading(2, say.text("report-turns")));
        blocks.push(Block::Table(turns(model, say)));
    }
    blocks.push(heading(2, say.text("report-compelled")));
    blocks.push(compelled(model, say));
    blocks
}

/// Due dates that were changed and orders given early, each with its reason.
fn turns(model: &ReportModel, say: Say<'_>) -> Table {
    let titles = ["report-finding-number", "report-turn-date", "report-turn", "report-reason"];
    let row = |turn: &crate::model::Turn| {
        Row::of([turn.number.clone(), say.date(turn.date), turn.what.clone(), say.or_blank(&turn.reason)])
    };
    Table {
        columns: vec![
            Column::fixed(76.0, Align::Left),
            Column::fixed(86.0, Align::Left),
            Column::share(1.0, Align::Left),
            Column::share(1.0, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: model.turns.iter().map(row).collect(),
        size: 8.5,
        together: false,
    }
}

fn compelled(model: &ReportModel, say: Say<'_>) -> Block {
    let row = |approval: &crate::model::CompelledApproval| {
        Row::of([
            approval.subject.clone(),
            say.date(approval.date),
            approval.by.clone(),
            say.or_blank(&approval.reason),
        ])
    };
    let titles = ["report-subject", "report-approval-date", "report-approver", "report-reason"];
    let table = Table {
        columns: vec![
            Column::fixed(76.0, Align::Left),
            Column::fixed(86.0, Align::Left),
            Column::fixed(138.0, Align::Left),
            Column::share(1.0, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: model.compelled_approvals.iter().map(row).collect(),
        size: 8.5,
        together: false,
    };
    table_or_none(table, say)
}
