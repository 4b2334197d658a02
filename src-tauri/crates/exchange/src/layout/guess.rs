//! Guesses how a foreign table is read. A guess is shown before it counts.

use super::{ColumnUse, Layout, LayoutColumn, Whose, headings};
use crate::answers::{Answer, audit_answer, self_answer};
use crate::workbook::{Cell, CellKind, Sheet};
use domain::Keyed;
use domain::names::{Meaning, NameLikeness, Nameable, meaning};
use domain::text::says_nothing;
use std::collections::{BTreeMap, BTreeSet};

/// Headings have no more levels than this.
const LEVELS: u32 = 3;

/// No department or system has a longer name.
const LONGEST_NAME: usize = 100;

/// So many rows below the headings tell what a column without a known heading holds.
const LOOKED_AT: u32 = 60;

pub(super) fn guess(sheet: &Sheet, places: &[Nameable<String>]) -> Option<Layout> {
    let mut best: Option<(usize, Layout)> = None;
    for first in headings::candidates(sheet).into_iter().filter(|row| begins(sheet, *row, places)) {
        for last in first..first.saturating_add(LEVELS) {
            if last > first && !continues(sheet, first, last, places) {
                break;
            }
            let Some(layout) = table(sheet, first, last, places) else { continue };
            let known = layout.columns.iter().filter(|column| column.holds != ColumnUse::Ignored);
            // Columns that say the same as another are no better known for it.
            let score = known.map(|one| (one.holds, &one.place, &one.answer)).collect::<BTreeSet<_>>().len();
            if best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, layout));
            }
        }
    }
    best.map(|(_, layout)| layout)
}

/// What the columns hold if a person says that these rows are the headings, however little they say.
pub(super) fn headed(sheet: &Sheet, first: u32, last: u32, places: &[Nameable<String>]) -> Vec<LayoutColumn> {
    if let Some(layout) = table(sheet, first, last, places) {
        return layout.columns;
    }
    let texts = headings::texts(sheet, first, last);
    let mut columns: Vec<LayoutColumn> = texts.iter().map(|(column, parts)| one(*column, parts, places)).collect();
    only_first(&mut columns, false);
    columns
}

/// Whether headings can begin in a row: it names what a column holds or whose it is, and is no line about the whole.
fn begins(sheet: &Sheet, row: u32, places: &[Nameable<String>]) -> bool {
    let names = |cell: &Cell| headings::used_for(&cell.text).is_some() || is_place(&cell.text, places);
    // Columns known by their cells alone still stand beside one that is known by its heading.
    headings::label(sheet, row).is_none() && sheet.row(row).iter().take(headings::WIDEST).any(names)
}

/// Whether a row can be one more level of the headings: it names what columns hold or whose they are, or stands below
/// a merged heading, and no item begins in it.
fn continues(sheet: &Sheet, first: u32, last: u32, places: &[Nameable<String>]) -> bool {
    let below_merged = |cell: &Cell| {
        let over = |((top, bottom), (left, right)): &((u32, u32), (u32, u32))| {
            *top >= first && *bottom < last && left < right && (*left..=*right).contains(&cell.column)
        };
        sheet.looks.merged.iter().any(over)
    };
    let mut cells = sheet.row(last).iter().filter(|cell| !says_nothing(&cell.text)).peekable();
    cells.peek().is_some()
        && cells
            .all(|cell| headings::used_for(&cell.text).is_some() || below_merged(cell) || is_place(&cell.text, places))
}

/// Whether a line above the headings names somebody who answers.
fn labelled(sheet: &Sheet, first: u32, places: &[Nameable<String>]) -> bool {
    let rows = headings::candidates(sheet).into_iter().take_while(|row| *row < first);
    rows.filter_map(|row| headings::label(sheet, row)).any(|cell| is_place(headings::label_parts(&cell.text).1, places))
}

fn is_place(text: &str, places: &[Nameable<String>]) -> bool {
    // Nobody is called so.
    if text.chars().count() > LONGEST_NAME {
        return false;
    }
    match meaning(text, places) {
        Meaning::Exactly(_) => true,
        Meaning::Perhaps(likely) => likely.iter().any(|(_, why)| *why != NameLikeness::Similar),
    }
}

fn table(sheet: &Sheet, first: u32, last: u32, places: &[Nameable<String>]) -> Option<Layout> {
    let texts = headings::texts(sheet, first, last);
    if texts.len() < 2 {
        return None;
    }
    let mut columns: Vec<LayoutColumn> = texts.iter().map(|(column, parts)| one(*column, parts, places)).collect();
    let has = |columns: &[LayoutColumn], holds| columns.iter().any(|column: &LayoutColumn| column.holds == holds);
    if !has(&columns, ColumnUse::Number) && !has(&columns, ColumnUse::Question) {
        return None;
    }
    // Columns with no known heading whose cells are answers: whose they are, the heading says.
    let unknown = |column: &LayoutColumn| column.holds == ColumnUse::Ignored && column.place.is_empty();
    let answering: Vec<usize> = (0..columns.len())
        .filter(|n| unknown(&columns[*n]) && !headings::is_past(&texts[&columns[*n].column]))
        .filter(|n| answers(sheet, last, columns[*n].column))
        .collect();
    chosen_or_counted(sheet, last, &mut columns);
    other_choices(sheet, last, &mut columns);
    let answered = |columns: &[LayoutColumn]| {
        has(columns, ColumnUse::Answer) || has(columns, ColumnUse::Count) || has(columns, ColumnUse::Choice)
    };
    if !answered(&columns) {
        let alone = answering.len() == 1;
        for n in &answering {
            columns[*n].holds = ColumnUse::Answer;
            let parts = &texts[&columns[*n].column];
            let named = parts.iter().rev().find(|part| is_place(part, places)).or(parts.last());
            columns[*n].place = if alone && !named.is_some_and(|name| is_place(name, places)) {
                String::new()
            } else {
                named.cloned().unwrap_or_default()
            };
        }
    }
    if !answered(&columns) {
        return None;
    }
    beneath_one_heading(&mut columns, &texts);
    // What nobody sees is not read unless somebody says so.
    for column in columns.iter_mut().filter(|column| sheet.looks.hides_column(column.column) && column.holds.is_value())
    {
        column.holds = ColumnUse::Ignored;
    }
    if !answered(&columns) {
        return None;
    }
    let answering = [ColumnUse::Answer, ColumnUse::Choice, ColumnUse::Count];
    let by_column = columns.iter().any(|column| answering.contains(&column.holds) && !column.place.is_empty());
    only_answers(sheet, last, &mut columns);
    only_first(&mut columns, by_column);
    let whose = if by_column {
        Whose::Column
    } else if has(&columns, ColumnUse::Place) {
        Whose::Row
    } else if labelled(sheet, first, places) {
        Whose::Above
    } else if is_place(&sheet.name, places) {
        Whose::Sheet
    } else {
        Whose::File
    };
    Some(Layout { first, last, columns, whose, with_hidden: false, same_numbers: false, said: false })
}

/// What one column holds by its heading. The lowest level says it, the upper ones whose it is.
fn one(column: u32, parts: &[String], places: &[Nameable<String>]) -> LayoutColumn {
    let heading = parts.join(" / ");
    let mut found =
        LayoutColumn { column, heading, holds: ColumnUse::Ignored, place: String::new(), answer: String::new() };
    if headings::is_past(parts) {
        return found;
    }
    if let Some(holds) = parts.iter().rev().find_map(|part| headings::used_for(part)) {
        found.holds = holds;
    }
    let counted = parts.last().and_then(|part| match (self_answer(part), audit_answer(part)) {
        (Answer::Given(answer), _) => Some(answer.key().to_owned()),
        (_, Answer::Given(verdict)) => Some(verdict.key().to_owned()),
        _ => None,
    });
    if let Some(answer) = counted.filter(|_| found.holds == ColumnUse::Ignored || parts.len() > 1) {
        (found.holds, found.answer) = (ColumnUse::Count, answer);
    }
    if let Some(place) = parts.iter().find(|part| headings::used_for(part).is_none() && is_place(part, places)) {
        found.place.clone_from(place);
        // A heading that is only a name stands above the answers of that name.
        if found.holds == ColumnUse::Ignored {
            found.holds = ColumnUse::Answer;
        }
    }
    found
}

/// Columns headed by answers hold numbers of them, or a mark under the one that is given.
fn chosen_or_counted(sheet: &Sheet, last: u32, columns: &mut [LayoutColumn]) {
    let headed: Vec<u32> =
        columns.iter().filter(|column| column.holds == ColumnUse::Count).map(|column| column.column).collect();
    let below = sheet.rows(last.saturating_add(1), last.saturating_add(LOOKED_AT));
    let filled = || below.iter().filter(|cell| headed.contains(&cell.column) && !says_nothing(&cell.text));
    let marks = filled().filter(|cell| super::tally::number(&cell.text).is_none()).count();
    if marks * 2 > filled().count() {
        for column in columns.iter_mut().filter(|column| column.holds == ColumnUse::Count) {
            column.holds = ColumnUse::Choice;
        }
    }
}

/// Beside choices that are known, a column of marks is one more, whatever it is called: はい｜検討中｜いいえ. What it means
/// is asked.
fn other_choices(sheet: &Sheet, last: u32, columns: &mut [LayoutColumn]) {
    let chosen = |column: &LayoutColumn| column.holds == ColumnUse::Choice;
    let upper = |column: &LayoutColumn| column.heading.rsplit_once(" / ").map(|(upper, _)| upper.to_owned());
    let groups: Vec<Option<String>> = columns.iter().filter(|column| chosen(column)).map(upper).collect();
    for n in 0..columns.len() {
        let column = &columns[n];
        let beside = [n.checked_sub(1), Some(n + 1)].into_iter().flatten();
        let beside = beside
            .filter_map(|n| columns.get(n))
            .any(|other| chosen(other) && other.column.abs_diff(column.column) == 1 && upper(other) == upper(column));
        let below_same = upper(column).is_some() && groups.contains(&upper(column));
        let unnamed = headings::used_for(column.lowest()).is_none() && column.place.is_empty();
        let open = matches!(column.holds, ColumnUse::Ignored | ColumnUse::Answer) && unnamed;
        if open && (below_same || beside && marks(sheet, last, column.column)) {
            columns[n].holds = ColumnUse::Choice;
        }
    }
}

/// Whether nothing but marks stands in a column.
fn marks(sheet: &Sheet, last: u32, column: u32) -> bool {
    let cells = sheet.rows(last.saturating_add(1), last.saturating_add(LOOKED_AT));
    let mut said = cells.iter().filter(|cell| cell.column == column && !says_nothing(&cell.text)).peekable();
    said.peek().is_some() && said.all(|cell| super::choice::is_mark(&cell.text))
}

/// Where several columns may hold the answer, those are left that hold words about it. If several still may, all of them
/// are read and what they say is asked: the left one is as often last year's.
fn only_answers(sheet: &Sheet, last: u32, columns: &mut [LayoutColumn]) {
    for n in 0..columns.len() {
        let same = |other: &LayoutColumn| other.holds == ColumnUse::Answer && other.place == columns[n].place;
        if !same(&columns[n]) || columns.iter().filter(|other| same(other)).count() < 2 {
            continue;
        }
        if !answers(sheet, last, columns[n].column) && !is_empty(sheet, last, columns[n].column) {
            columns[n].holds = ColumnUse::Ignored;
        }
    }
}

fn is_empty(sheet: &Sheet, last: u32, column: u32) -> bool {
    let below = sheet.rows(last.saturating_add(1), last.saturating_add(LOOKED_AT));
    !below.iter().any(|cell| cell.column == column && !says_nothing(&cell.text))
}

/// Several columns beneath one heading 回答 are those of several places, whatever they are called.
fn beneath_one_heading(columns: &mut [LayoutColumn], texts: &BTreeMap<u32, Vec<String>>) {
    let several = |parts: &[String]| parts.len() > 1 && headings::used_for(&parts[0]) == Some(ColumnUse::Answer);
    let beneath: Vec<usize> = (0..columns.len())
        .filter(|n| columns[*n].holds == ColumnUse::Answer)
        .filter(|n| texts.get(&columns[*n].column).is_some_and(|parts| several(parts)))
        .collect();
    if beneath.len() > 1 {
        for n in beneath.into_iter().filter(|n| columns[*n].place.is_empty()).collect::<Vec<_>>() {
            let lowest = texts.get(&columns[n].column).and_then(|parts| parts.last());
            columns[n].place = lowest.filter(|part| headings::used_for(part).is_none()).cloned().unwrap_or_default();
        }
    }
}

/// Of columns that say the same for the same place the left one counts, unless they are answers, of which several are
/// asked about; beside columns of places, what belongs to no place is not read.
fn only_first(columns: &mut [LayoutColumn], by_column: bool) {
    use ColumnUse as U;
    for n in 0..columns.len() {
        let (before, rest) = columns.split_at_mut(n);
        let Some(column) = rest.first_mut() else { continue };
        let same = |other: &LayoutColumn| {
            (other.holds, &other.place, &other.answer) == (column.holds, &column.place, &column.answer)
        };
        let homeless = by_column && column.holds.is_value() && column.holds != U::Count && column.place.is_empty();
        let asked = matches!(column.holds, U::Answer | U::Choice);
        if homeless || !asked && before.iter().any(same) {
            column.holds = U::Ignored;
        }
    }
}

/// Whether most of what stands in a column are answers.
fn answers(sheet: &Sheet, last: u32, column: u32) -> bool {
    let cells = sheet.rows(last.saturating_add(1), last.saturating_add(LOOKED_AT));
    let cells = cells.iter().filter(|cell| cell.column == column && cell.kind == CellKind::Text);
    let (mut all, mut given) = (0, 0);
    for cell in cells.filter(|cell| !says_nothing(&cell.text)) {
        all += 1;
        let is =
            matches!(audit_answer(&cell.text), Answer::Given(_)) || matches!(self_answer(&cell.text), Answer::Given(_));
        given += usize::from(is);
    }
    given > 0 && given * 10 >= all * 6
}
