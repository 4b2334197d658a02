//! The index of the evidence, the checklist, and the last page.

use super::Say;
use super::front::{heading, none, table_or_none};
use crate::layout::{Align, Block, Cell, Column, Face, Row, Table, Text};
use crate::model::{ChecklistPart, ChecklistRow, Evidence, ReportModel};

pub(super) fn evidence(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let titles =
        ["report-evidence-number", "report-evidence-name", "report-class", "report-attached-to", "report-sha256"];
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
            Column::fixed(140.0, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: model.evidence.iter().map(row).collect(),
        size: 8.0,
        together: false,
    };
    vec![table_or_none(table, say)]
}

pub(super) fn checklist(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if model.checklist.is_empty() {
        blocks.push(none(say));
    } else {
        blocks.push(Block::Text(Text::note(say.text("report-checklist-note"))));
        if model.checklist.iter().flat_map(|part| &part.rows).any(|row| row.verdict.is_none()) {
            blocks.push(Block::Text(Text::note(say.text("report-checklist-out-of-scope"))));
        }
    }
    for parts in model.checklist.chunk_by(|one, next| one.department == next.department) {
        blocks.push(heading(2, parts[0].department.clone()));
        blocks.push(table_or_none(items(parts, say), say));
    }
    blocks
}

fn items(parts: &[ChecklistPart], say: Say<'_>) -> Table {
    let columns = vec![
        Column::fixed(76.0, Align::Left),
        Column::share(1.6, Align::Left),
        Column::fixed(38.0, Align::Centre),
        Column::share(1.0, Align::Left),
        Column::fixed(44.0, Align::Left),
    ];
    let titles = ["report-item", "report-question", "report-verdict", "report-note", "report-evidence"];
    let mut rows = Vec::new();
    for part in parts {
        // What was left out is named by its clauses where the engagement is described; item by item it would bury
        // what was looked at. The workbook lists every item.
        let mut asked = part.rows.iter().filter(|item| item.verdict.is_some()).peekable();
        if asked.peek().is_some() {
            rows.push(Row::group(format!("{}　{}", part.department, part.chapter), columns.len()));
        }
        rows.extend(asked.map(|item| item_row(item, say)));
    }
    Table { columns, head: vec![Row::head(titles.map(|key| say.text(key)))], rows, size: 8.0, together: false }
}

fn item_row(item: &ChecklistRow, say: Say<'_>) -> Row {
    // The system or contractor asked about stands under the number: few items have one.
    let number = if item.target.is_empty() { item.item.clone() } else { format!("{}\n{}", item.item, item.target) };
    Row::new(vec![
        Cell::new(number),
        Cell::new(&item.question),
        Cell::new(say.verdict(item.verdict)),
        Cell::new(&item.note),
        Cell::new(say.join(&item.evidence)),
    ])
}

/// The head of the journal: what it is for, and what it does not prove.
pub(super) fn journal(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let hash = model.head.journal_head.trim();
    if hash.is_empty() {
        let note = Block::Text(Text::body(say.text("report-journal-draft")));
        return vec![heading(1, say.text("report-journal")), note];
    }
    let groups: Vec<String> = hash.chars().collect::<Vec<_>>().chunks(8).map(|group| group.iter().collect()).collect();
    let lines: Vec<String> = groups.chunks(4).map(|line| line.join(" ")).collect();
    let large = Text { size: 12.0, face: Face::Bold, align: Align::Left, after: 8.0, text: lines.join("\n") };
    vec![
        heading(1, say.text("report-journal")),
        Block::Text(Text::body(say.with("report-journal-note", &[("date", &say.date(model.head.created))]))),
        Block::Text(large),
        Block::Text(Text::body(say.text("report-journal-use"))),
    ]
}
