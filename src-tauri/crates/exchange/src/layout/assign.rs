//! Reads a foreign table by its layout: who answers what. What cannot be assigned is said, never dropped.

use super::items::{Items, KnownItem, Match, numbers, was};
use super::tally::{Tally, more, number, twice};
use super::{ColumnUse, Layout, LayoutColumn, Whose, choice, headings};
use crate::diagnostic::{Diagnostic, DiagnosticCode as Code};
use crate::lists::{SkipReason, skip_word};
use crate::read::Merged;
use crate::recognise::{ColumnKey, ReturnedCell, ReturnedForm, ReturnedRow, returned};
use crate::workbook::{Cell, CellKind, Sheet, Workbook, address};
use domain::Keyed;
use domain::names::Nameable;
use domain::text::{fold, says_nothing};
use std::collections::{BTreeMap, BTreeSet};

/// What is known here of the items and of those who answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// The template of the forms that come out of it.
    pub template: String,
    /// The edition of the items.
    pub edition: String,
    /// The items.
    pub items: Vec<KnownItem>,
    /// Who answers; the keys become the ids of the forms.
    pub places: Vec<Nameable<String>>,
    /// Names that a person has said to mean one of them, folded, with its key.
    pub aliases: BTreeMap<String, String>,
    /// Whose the file is, if it is from one.
    pub single: Option<String>,
    /// The column that takes what was written in comments.
    pub notes: String,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assigned {
    /// One form for each who answers, by sheet.
    pub forms: Vec<ReturnedForm>,
    /// Numbers of answers.
    pub counts: Vec<Count>,
    /// What is to be said about it beside the forms.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many gave one answer to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The key of the place.
    pub place: String,
    /// The key of the item.
    pub item: String,
    /// The key of the answer.
    pub answer: String,
    /// How many, if that is clear.
    pub count: Option<u32>,
    /// The name of the tab.
    pub sheet: String,
    /// The address of the cell.
    pub cell: String,
}

/// Reads the sheets that have a layout, by their names.
pub fn assign(workbook: &Workbook, layouts: &BTreeMap<String, Layout>, known: &Known) -> Assigned {
    let mut assigned = Assigned::default();
    let items = Items::new(&known.items);
    for sheet in &workbook.sheets {
        let Some(layout) = layouts.get(&sheet.name) else {
            if sheet.visible && !sheet.cells().is_empty() && !sheet.is_ours() {
                let said = Diagnostic::new(Code::NoTable, &workbook.name, &[]).at(&sheet.name, None);
                assigned.diagnostics.push(said);
            }
            continue;
        };
        let mut reader = Reader {
            file: &workbook.name,
            sheet,
            layout,
            known,
            items: &items,
            forms: BTreeMap::new(),
            order: Vec::new(),
            asked: BTreeMap::new(),
            above: None,
            astray: false,
            example: false,
            ended: false,
            guessed: guessed(layout),
            merged: Merged::of(&sheet.looks, &layout.columns.iter().map(|column| column.column).collect()),
            tally: Tally::default(),
            out: &mut assigned,
        };
        reader.read();
    }
    twice(workbook, known, &mut assigned);
    assigned
}

pub(super) struct Reader<'a> {
    file: &'a str,
    pub(super) sheet: &'a Sheet,
    pub(super) layout: &'a Layout,
    pub(super) known: &'a Known,
    items: &'a Items<'a>,
    forms: BTreeMap<String, ReturnedForm>,
    order: Vec<String>,
    /// Names that were looked up on this sheet.
    pub(super) asked: BTreeMap<String, Option<String>>,
    /// The cell above that says whose the rows are.
    pub(super) above: Option<&'a Cell>,
    /// Whether a line names somebody else than the file or the sheet does, so that nobody knows whose the rows below are.
    pub(super) astray: bool,
    /// Whether the row before said that an example follows.
    example: bool,
    /// Whether another table has begun.
    ended: bool,
    /// Columns of which it is only guessed that they hold answers.
    guessed: BTreeSet<u32>,
    merged: Merged,
    tally: Tally,
    out: &'a mut Assigned,
}

impl<'a> Reader<'a> {
    pub(super) fn say(&mut self, code: Code, cell: Option<String>, args: &[(&str, &str)]) {
        self.out.diagnostics.push(Diagnostic::new(code, self.file, args).at(&self.sheet.name, cell));
    }

    fn read(&mut self) {
        let sheet = self.sheet;
        for column in &self.layout.columns {
            let code = match column.holds {
                ColumnUse::Ignored => Code::ColumnUnknown,
                _ if self.guessed.contains(&column.column) => Code::ColumnGuessed,
                _ => continue,
            };
            let below = sheet.rows(self.layout.last.saturating_add(1), u32::MAX);
            if below.iter().any(|cell| cell.column == column.column) {
                let cell = address(self.layout.last, column.column);
                self.say(code, Some(cell), &[("found", &column.heading)]);
            }
        }
        let mut rows: Vec<u32> =
            sheet.cells().iter().map(|cell| cell.row).filter(|row| *row > self.layout.last).collect();
        rows.dedup();
        let before = (0..self.layout.first).rev().take(usize::from(u16::MAX));
        self.above = before.filter(|_| self.layout.whose == Whose::Above).find_map(|row| headings::label(sheet, row));
        for row in rows {
            if !self.ended {
                self.row(row);
            }
        }
        let tally = std::mem::take(&mut self.tally);
        self.out.diagnostics.extend(tally.said(self.file, &sheet.name));
        for place in std::mem::take(&mut self.order) {
            self.out.forms.extend(self.forms.remove(&place));
        }
    }

    fn row(&mut self, row: u32) {
        let sheet = self.sheet;
        let said: Vec<&Cell> = sheet.row(row).iter().filter(|cell| !is_blank(cell)).collect();
        let Some(first) = said.first() else { return };
        let here = address(first.row, first.column);
        let values = self.layout.columns.iter().filter(|column| column.holds.is_value());
        let answered = values.clone().any(|column| said.iter().any(|cell| cell.column == column.column));
        if self.says_whose(row, &said) {
            return;
        }
        if sheet.looks.hides_row(row) && !self.layout.with_hidden {
            self.tally.hidden += usize::from(answered);
            return;
        }
        let number = self.identity(row, ColumnUse::Number);
        let question = self.identity(row, ColumnUse::Question).map_or("", |cell| cell.text.as_str());
        let shown = number.and_then(|cell| sheet.looks.shown.get(&(cell.row, cell.column)));
        let written = number.map(|cell| numbers(cell, shown)).unwrap_or_default();
        let number_text = written.first().cloned().unwrap_or_default();
        let found = self.items.find(&written, question);
        let why = if self.is_heading_again(&said) { Some(SkipReason::Heading) } else { skip_word(&first.text) };
        if why.is_none() && !matches!(found, Some(Match::Question(..))) && self.is_another_table(&said) {
            let texts: Vec<&str> = said.iter().map(|cell| cell.text.trim()).collect();
            self.ended = true;
            return self.say(Code::TableEnds, Some(here), &[("found", &texts.join("｜"))]);
        }
        // A question of ours may well begin with 注意; an example often repeats one.
        let is_ours = why == Some(SkipReason::Note) && matches!(found, Some(Match::Question(..)));
        if why.is_some() && !is_ours {
            // A note may stand between the word and the example.
            self.example |= why == Some(SkipReason::Example) && !answered;
            return more(&mut self.tally.skipped, here, first.text.trim());
        }
        if let Some(cell) = number.filter(|cell| cell.kind == CellKind::Date) {
            let likely = was(cell).unwrap_or_default();
            self.say(Code::NumberIsDate, Some(here.clone()), &[("found", &number_text), ("likely", &likely)]);
        }
        let (item, doubt) = match found {
            Some(Match::Question(key, renumbered)) => {
                if renumbered {
                    more(&mut self.tally.renumbered, here.clone(), &number_text);
                }
                (key, None)
            }
            Some(Match::Unsure(key)) => (key, Some(Code::RowUnsure)),
            Some(Match::Number(key)) if self.layout.same_numbers => (key, None),
            Some(Match::Number(key)) => {
                more(&mut self.tally.number_only, here.clone(), &number_text);
                (key, Some(Code::NumberOnly))
            }
            None => {
                // A heading across the table asks nothing; a row with answers does.
                if answered {
                    let said = [question, number_text.as_str(), first.text.trim()];
                    let found = said.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
                    self.say(Code::RowUnknown, Some(here), &[("found", found)]);
                }
                return;
            }
        };
        let mut doubt = doubt;
        if std::mem::take(&mut self.example) && answered {
            self.say(Code::ExampleRow, Some(here), &[("found", question)]);
            doubt = Some(Code::ExampleRow);
        }
        for (place, columns) in self.places(row, answered) {
            self.take(row, &item, doubt, &place, &columns);
        }
    }

    /// Whether a row repeats the headings, as every printed page does.
    fn is_heading_again(&self, said: &[&Cell]) -> bool {
        let same = |cell: &&&Cell| {
            self.heading(cell.column)
                .is_some_and(|column| column.heading.split(" / ").any(|part| fold(part) == fold(&cell.text)))
        };
        said.iter().filter(same).count() * 2 > said.len()
    }

    fn heading(&self, column: u32) -> Option<&'a LayoutColumn> {
        self.layout.columns.iter().find(|one| one.column == column)
    }

    /// Whether a row names what columns hold, and not what they hold above it.
    fn is_another_table(&self, said: &[&Cell]) -> bool {
        let known = said.iter().filter_map(|cell| Some((cell.column, headings::used_for(&cell.text)?)));
        let known: Vec<(u32, ColumnUse)> = known.collect();
        let other = |(column, holds): &(u32, ColumnUse)| self.heading(*column).is_none_or(|one| one.holds != *holds);
        known.len() > 1 && known.len() * 2 >= said.len() && known.iter().any(other)
    }

    /// The cell that says which item a row is about; a merged one speaks for all its rows.
    pub(super) fn identity(&self, row: u32, holds: ColumnUse) -> Option<&'a Cell> {
        let column = self.layout.columns.iter().find(|column| column.holds == holds)?.column;
        self.cell(row, column)
    }

    fn cell(&self, row: u32, column: u32) -> Option<&'a Cell> {
        let sheet = self.sheet;
        let own = sheet.get(row, column).filter(|cell| !is_blank(cell));
        own.or_else(|| {
            let ((top, left), _) = self.merged.at((row, column))?;
            sheet.get(top, left).filter(|_| top > self.layout.last)
        })
    }

    /// Takes the answers of one row to the form of a place.
    fn take(&mut self, row: u32, item: &str, doubt: Option<Code>, place: &str, columns: &[LayoutColumn]) {
        let sheet = self.sheet;
        let mut cells: BTreeMap<ColumnKey, Vec<ReturnedCell>> = BTreeMap::new();
        let choices: Vec<&LayoutColumn> = columns.iter().filter(|column| column.holds == ColumnUse::Choice).collect();
        if !choices.is_empty() {
            let mut chosen = choice::chosen(sheet, row, &choices);
            if choices.iter().any(|column| self.guessed.contains(&column.column)) {
                chosen.iter_mut().for_each(|cell| cell.doubt = cell.doubt.or(Some(Code::ColumnGuessed)));
            }
            cells.insert(ColumnUse::Answer.key().into(), chosen);
        }
        for column in columns.iter().filter(|column| column.holds != ColumnUse::Choice) {
            let at = (row, column.column);
            if column.holds == ColumnUse::Count {
                self.count(at, item, place, column);
                continue;
            }
            let mut cell = returned(sheet, row, column.column);
            if column.holds == ColumnUse::Answer {
                self.spread(at);
                if self.guessed.contains(&column.column) {
                    cell.doubt = cell.doubt.or(Some(Code::ColumnGuessed));
                }
                if sheet.looks.off_list.contains_key(&at) {
                    cell.doubt = cell.doubt.or(Some(Code::NotOffered));
                }
                // What is written beside an answer is a remark on it.
                if let Some(comment) = sheet.looks.comments.get(&at) {
                    let note =
                        ReturnedCell { cell: cell.cell.clone(), text: comment.clone(), ..ReturnedCell::default() };
                    cells.entry(self.known.notes.as_str().into()).or_default().push(note);
                }
            }
            cells.entry(column.holds.key().into()).or_default().push(cell);
        }
        if let Some(column) = self.layout.columns.iter().find(|column| column.holds == ColumnUse::Question) {
            let question = self.cell(row, column.column);
            let cell = question
                .map_or_else(|| returned(sheet, row, column.column), |cell| returned(sheet, cell.row, cell.column));
            cells.insert(ColumnUse::Question.key().into(), vec![cell]);
        }
        if !self.forms.contains_key(place) {
            self.order.push(place.to_owned());
        }
        let form = self.forms.entry(place.to_owned()).or_insert_with(|| ReturnedForm {
            file: self.file.to_owned(),
            sheet: sheet.name.clone(),
            template: self.known.template.clone(),
            form_id: place.to_owned(),
            edition: self.known.edition.clone(),
            is_foreign: true,
            ..ReturnedForm::default()
        });
        form.columns.extend(cells.keys().map(ToString::to_string));
        let cell = address(row, columns.first().map_or(0, |column| column.column));
        let (mut doubt, mut again) = (doubt, false);
        // Of several rows for the same item nobody knows which counts, even if some of them are blank.
        if let Some(first) = form.rows.iter_mut().find(|other| other.key == item)
            && matches!(first.doubt, None | Some(Code::RowTwice))
            && doubt.is_none()
        {
            (first.doubt, doubt, again) = (Some(Code::RowTwice), Some(Code::RowTwice), true);
        }
        form.rows.push(ReturnedRow { key: item.to_owned(), cell: cell.clone(), cells, doubt });
        if again {
            let question = self.identity(row, ColumnUse::Question).map_or("", |cell| cell.text.as_str());
            self.say(Code::RowTwice, Some(cell), &[("found", question)]);
        }
    }

    /// An answer in a merged cell counts for its first row, which is said.
    fn spread(&mut self, at: (u32, u32)) {
        let Some((_, bottom)) = self.merged.at(at).filter(|(first, bottom)| *first == at && *bottom > at.0) else {
            return;
        };
        let count = (bottom - at.0 + 1).to_string();
        let Some(found) = self.sheet.get(at.0, at.1).map(|cell| cell.text.clone()) else { return };
        self.say(Code::MergedAnswer, Some(address(at.0, at.1)), &[("found", &found), ("count", &count)]);
    }

    fn count(&mut self, at: (u32, u32), item: &str, place: &str, column: &LayoutColumn) {
        let Some(cell) = self.sheet.get(at.0, at.1).filter(|cell| !is_blank(cell)) else { return };
        if matches!(fold(&cell.text).as_str(), "-" | "ー") {
            return;
        }
        let count = number(&cell.text).filter(|count| *count <= 1_000_000);
        self.out.counts.push(Count {
            place: place.to_owned(),
            item: item.to_owned(),
            answer: column.answer.clone(),
            count,
            sheet: self.sheet.name.clone(),
            cell: address(at.0, at.1),
        });
        if count.is_none() {
            let args = [("column", column.heading.as_str()), ("found", &cell.text)];
            self.say(Code::CountUnclear, Some(address(at.0, at.1)), &args);
        }
    }
}

fn is_blank(cell: &Cell) -> bool {
    says_nothing(&cell.text) && !matches!(cell.kind, CellKind::Error | CellKind::NoValue)
}

/// Columns of which it is only guessed that they hold answers: no heading says so, or another one says the same.
fn guessed(layout: &Layout) -> BTreeSet<u32> {
    let answers = || layout.columns.iter().filter(|one| matches!(one.holds, ColumnUse::Answer | ColumnUse::Choice));
    let doubled = |one: &LayoutColumn| {
        let same =
            |other: &&LayoutColumn| (other.holds, &other.place, &other.answer) == (one.holds, &one.place, &one.answer);
        !(one.holds == ColumnUse::Choice && one.answer.is_empty()) && answers().filter(same).count() > 1
    };
    let headed = |one: &LayoutColumn| {
        let parts = || one.heading.split(" / ");
        one.holds == ColumnUse::Choice
            || !one.place.is_empty()
            || parts().any(|part| headings::used_for(part).is_some())
    };
    answers().filter(|one| doubled(one) || !layout.said && !headed(one)).map(|one| one.column).collect()
}
