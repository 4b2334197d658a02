//! The self-inspection.

use super::Say;
use super::front::{heading, none, table_or_none};
use super::results::{gravest, others};
use crate::campaign::{figures, items};
use crate::layout::{Align, Block, Cell, Column, Row, Table, Text};
use crate::model::{ReportModel, SelfCounts, SelfOpen, SelfResult, StaffResult};
use domain::Keyed;
use domain::kinds::SelfAnswer;
use domain::report::ReportAudience;

pub(super) fn self_check(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let check = &model.self_check;
    if check.departments.is_empty() && check.staff.is_empty() {
        blocks.push(none(say));
        return blocks;
    }
    blocks.push(Block::Text(Text::note(say.text("report-self-check-note"))));
    if !check.departments.is_empty() {
        blocks.push(Block::Table(counts(model, say, usize::MAX)));
        // What is not done yet is not published item by item.
        if model.head.audience != ReportAudience::Public {
            blocks.push(heading(2, say.text("report-self-check-open")));
            blocks.push(table_or_none(open(model, say), say));
        }
    }
    for form in &check.staff {
        blocks.extend(staff(form, say));
    }
    blocks
}

/// What staff answered without their names.
fn staff(form: &StaffResult, say: Say<'_>) -> Vec<Block> {
    let title = say.with("report-self-check-staff", &[("title", &form.title)]);
    let back = say.with("report-self-check-people", &[("rate", &say.rate(form.people.rate))]);
    let mut blocks = vec![heading(2, title), Block::Text(Text::body(back))];
    if form.withheld {
        blocks.push(Block::Text(Text::note(say.text("campaign-withheld"))));
        return blocks;
    }
    blocks.push(Block::Text(Text::note(say.text("campaign-merged-note"))));
    blocks.push(Block::Table(figures(say.text("campaign-section"), &form.sections, Some(&form.total), say)));
    if !form.most_no.is_empty() {
        blocks.push(heading(3, say.text("campaign-most-no")));
        blocks.push(Block::Table(items(form.most_no.iter(), say)));
    }
    blocks
}

/// The departments that a list of at most so many lines shows, and the others: those with the most left to do are shown.
pub(crate) fn worst_first(departments: &[SelfResult], most: usize) -> (Vec<SelfResult>, Vec<SelfResult>) {
    let left = |result: &SelfResult| {
        let counts = result.counts;
        (counts.no + counts.unanswered, counts.partly + counts.unknown)
    };
    gravest(departments, most, |one, other| left(one).cmp(&left(other)))
}

/// Several departments as one row.
pub(crate) fn together(results: &[SelfResult]) -> SelfCounts {
    let mut sum = SelfCounts::default();
    results.iter().for_each(|result| sum.add_all(result.counts.all()));
    sum
}

/// Every count beside the share, as for the verdicts of audits.
pub(crate) fn counts_line(counts: &SelfCounts, say: Say<'_>) -> String {
    let numbers = counts.all();
    let mut names: Vec<String> = SelfAnswer::ALL.iter().map(|answer| say.name("self-answer", *answer)).collect();
    names.push(say.text("report-unanswered"));
    let mut parts = vec![format!("{} {}", say.text("report-self-rate"), say.rate(counts.rate))];
    parts.extend(names.iter().zip(numbers).map(|(name, number)| format!("{name} {number}")));
    parts.join("　")
}

/// The answers by department, in no more lines than `most` and the total.
pub(super) fn counts(model: &ReportModel, say: Say<'_>, most: usize) -> Table {
    let mut columns = vec![Column::share(1.0, Align::Left)];
    columns.extend(vec![Column::fixed(50.6, Align::Right); 6]);
    columns.push(Column::fixed(80.0, Align::Right));
    let mut titles = vec![say.text("report-department")];
    titles.extend(SelfAnswer::ALL.iter().map(|answer| say.name("self-answer", *answer)));
    titles.extend(["report-unanswered", "report-self-rate"].map(|key| say.text(key)));
    let row = |name: String, counts: &SelfCounts| {
        let mut cells = vec![Cell::new(name)];
        cells.extend(counts.all().iter().map(|number| Cell::new(number.to_string())));
        cells.push(Cell::new(say.rate(counts.rate)));
        Row::new(cells)
    };
    if model.self_check.departments.is_empty() {
        return Table { columns, head: Vec::new(), rows: Vec::new(), size: 8.5, together: false };
    }
    let (shown, rest) = worst_first(&model.self_check.departments, most);
    let mut rows: Vec<Row> = shown.iter().map(|result| row(result.department.clone(), &result.counts)).collect();
    if !rest.is_empty() {
        rows.push(row(others(rest.len(), say), &together(&rest)));
    }
    let mut total = row(say.text("report-total"), &model.self_check.total);
    total.cells = total.cells.into_iter().map(|cell| cell.label().bold()).collect();
    rows.push(total);
    Table { columns, head: vec![Row::head(titles)], rows, size: 8.5, together: true }
}

fn open(model: &ReportModel, say: Say<'_>) -> Table {
    let titles =
        ["report-department", "report-item", "report-question", "report-answer", "report-grounds", "report-measure"];
    let row = |open: &SelfOpen, previous: Option<&SelfOpen>| {
        let continues = previous.is_some_and(|previous| previous.department == open.department);
        Row::new(vec![
            Cell { continues, ..Cell::new(&open.department) },
            Cell::new(&open.item),
            Cell::new(&open.question),
            Cell::new(say.name("self-answer", open.answer)),
            Cell::new(say.or_blank(&open.note)),
            Cell::new(say.or_blank(&open.improvement)),
        ])
    };
    // Grounds and measures are taken out for the public, and a column of gaps would say otherwise.
    let shown = if model.head.audience == ReportAudience::Public { 4 } else { 6 };
    let list = &model.self_check.open;
    let rows = list.iter().enumerate().map(|(place, open)| row(open, place.checked_sub(1).map(|place| &list[place])));
    Table {
        columns: [
            Column::fixed(66.0, Align::Left),
            Column::fixed(52.0, Align::Left),
            Column::share(1.6, Align::Left),
            Column::fixed(54.0, Align::Centre),
            Column::share(0.9, Align::Left),
            Column::share(1.0, Align::Left),
        ][..shown]
            .to_vec(),
        head: vec![Row::head(titles[..shown].iter().map(|key| say.text(key)))],
        rows: rows
            .map(|mut row| {
                row.cells.truncate(shown);
                row
            })
            .collect(),
        size: 8.5,
        together: false,
    }
}
