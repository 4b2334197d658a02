//! The index of the evidence, the checklist, and the last page.

use super::Say;
use super::front::{heading, none, table_or_none};
use crate::layout::{Align, Block, Cell, Column, Face, Row, Table, Text};
use crate::model::{ChecklistRow, Evidence, ReportModel};

pub(super) fn evidence(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let titles = ["report-evidence-number", "report-evidence-name", "report-class", "report-attached-to", "report-sha256"];
    let row = |evidence: &Evidence| {
        Row::of([
            evidence.number.clone(),
            evidence.name.clone(),
            evidence.class_label.clone(),
            say.or_blank(&evidence.attached_to),
            evidence.sha256.clone(),
        ])
    };
    let table = Table {
        columns: vec![
            Column::fixed(48.0, Align::Left),
            Column::share(1.3, Align::Left),
            Column::fixed(62.0, Align::Left),
            Column::share(1.0, Align::Left),
            Column::fixed(134.0, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: model.evidence.iter().map(row).collect(),
        size: 8.0,
    };
    vec![heading(1, say.text("report-evidence-index")), table_or_none(table, say)]
}

pub(super) fn checklist(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::PageBreak, heading(1, say.text("report-checklist"))];
    if model.checklist.is_empty() {
        blocks.push(none(say));
    } else {
        blocks.push(Block::Text(Text::note(say.text("report-checklist-note"))));
    }
    let mut department = None;
    for part in &model.checklist {
        if department != Some(&part.department) {
            blocks.push(heading(2, part.department.clone()));
            department = Some(&part.department);
        }
        blocks.push(heading(3, part.chapter.clone()));
        blocks.push(Block::Table(items(&part.rows, say)));
    }
    blocks
}

fn items(rows: &[ChecklistRow], say: Say<'_>) -> Table {
    // The column stands only where something is asked about systems, contractors …
    let targets = rows.iter().any(|row| !row.target.is_empty());
    let mut columns = vec![Column::fixed(56.0, Align::Left)];
    let mut titles = vec!["report-item"];
    if targets {
        columns.push(Column::fixed(66.0, Align::Left));
        titles.push("report-target");
    }
    columns.extend([
        Column::share(1.35, Align::Left),
        Column::fixed(40.0, Align::Centre),
        Column::share(1.0, Align::Left),
        Column::fixed(46.0, Align::Left),
    ]);
    titles.extend(["report-question", "report-verdict", "report-note", "report-evidence"]);
    let row = |item: &ChecklistRow| {
        let mut cells = vec![Cell::new(&item.item)];
        if targets {
            cells.push(Cell::new(&item.target));
        }
        cells.extend([
            Cell::new(&item.question),
            Cell::new(say.verdict(item.verdict)),
            Cell::new(&item.note),
            Cell::new(say.join(&item.evidence)),
        ]);
        Row { cells, keep: false }
    };
    Table {
        columns,
        head: vec![Row::head(titles.iter().map(|key| say.text(key)))],
        rows: rows.iter().map(row).collect(),
        size: 8.0,
    }
}

/// The head of the journal: what it is for, and what it does not prove.
pub(super) fn journal(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let hash = model.head.journal_head.trim();
    let groups: Vec<String> =
        hash.chars().collect::<Vec<_>>().chunks(8).map(|group| group.iter().collect()).collect();
    let lines: Vec<String> = groups.chunks(4).map(|line| line.join(" ")).collect();
    let value = if hash.is_empty() { say.text("report-blank") } else { lines.join("\n") };
    let large = Text { size: 12.0, face: Face::Bold, align: Align::Left, after: 8.0, text: value };
    vec![
        heading(1, say.text("report-journal")),
        Block::Text(Text::body(say.with("report-journal-note", &[("date", &say.date(model.head.created))]))),
        Block::Text(large),
        Block::Text(Text::body(say.text("report-journal-use"))),
    ]
}
