//! Reads a foreign table by its layout: who answers what. What cannot be assigned is said, never dropped.

use super::items::{Items, KnownItem, Match, numbers, was};
use super::tally::{Tally, more, number, twice};
use super::{ColumnUse, Layout, LayoutColumn, Whose, headings};
use crate::diagnostic::{Diagnostic, DiagnosticCode as Code};
use crate::lists::{SkipReason, skip_word};
use crate::read::Merged;
use crate::recognise::{ColumnKey, ReturnedCell, ReturnedForm, ReturnedRow, returned};
use crate::workbook::{Cell, CellKind, Sheet, Workbook, address};
use domain::Keyed;
use domain::kinds::SelfAnswer;
use domain::names::{Meaning, NameLikeness, Nameable, meaning};
use domain::text::{fold, says_nothing};
use std::collections::BTreeMap;

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
    /// How many.
    pub count: u32,
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
            merged: Merged::of(&sheet.looks, &layout.columns.iter().map(|column| column.column).collect()),
            tally: Tally::default(),
            out: &mut assigned,
        };
        reader.read();
    }
    twice(workbook, known, &mut assigned);
    assigned
}

struct Reader<'a> {
    file: &'a str,
    sheet: &'a Sheet,
    layout: &'a Layout,
    known: &'a Known,
    items: &'a Items<'a>,
    forms: BTreeMap<String, ReturnedForm>,
    order: Vec<String>,
    /// Names that were looked up on this sheet.
    asked: BTreeMap<String, Option<String>>,
    /// The cell above that says whose the rows are.
    above: Option<&'a Cell>,
    merged: Merged,
    tally: Tally,
    out: &'a mut Assigned,
}

impl<'a> Reader<'a> {
    fn say(&mut self, code: Code, cell: Option<String>, args: &[(&str, &str)]) {
        self.out.diagnostics.push(Diagnostic::new(code, self.file, args).at(&self.sheet.name, cell));
    }

    fn read(&mut self) {
        let sheet = self.sheet;
        for column in self.layout.columns.iter().filter(|column| column.holds == ColumnUse::Ignored) {
            let used = sheet
                .rows(self.layout.last.saturating_add(1), u32::MAX)
                .iter()
                .any(|cell| cell.column == column.column);
            if used {
                let cell = address(self.layout.last, column.column);
                self.say(Code::ColumnUnknown, Some(cell), &[("found", &column.heading)]);
            }
        }
        let mut rows: Vec<u32> =
            sheet.cells().iter().map(|cell| cell.row).filter(|row| *row > self.layout.last).collect();
        rows.dedup();
        let before = (0..self.layout.first).rev().take(usize::from(u16::MAX));
        self.above = before.filter(|_| self.layout.whose == Whose::Above).find_map(|row| headings::label(sheet, row));
        for row in rows {
            self.row(row);
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
        if let Some(label) = headings::label(sheet, row).filter(|_| self.layout.whose == Whose::Above) {
            self.above = Some(label);
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
        // A question of ours may well begin with 注意; an example often repeats one.
        let is_ours = why == Some(SkipReason::Note) && matches!(found, Some(Match::Question(..)));
        if why.is_some() && !is_ours {
            return more(&mut self.tally.skipped, here, first.text.trim());
        }
        if let Some(cell) = number.filter(|cell| cell.kind == CellKind::Date) {
            let likely = was(cell).unwrap_or_default();
            self.say(Code::NumberIsDate, Some(here.clone()), &[("found", &number_text), ("likely", &likely)]);
        }
        let (item, doubt) = match found {
            Some(Match::Question(key, renumbered)) => {
                if renumbered {
                    more(&mut self.tally.renumbered, here, &number_text);
                }
                (key, None)
            }
            Some(Match::Unsure(key)) => (key, Some(Code::RowUnsure)),
            Some(Match::Number(key)) if self.layout.same_numbers => (key, None),
            Some(Match::Number(key)) => {
                more(&mut self.tally.number_only, here, &number_text);
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
        for (place, columns) in self.places(row, answered) {
            self.take(row, &item, doubt, &place, &columns);
        }
    }

    /// Whether a row repeats the headings, as every printed page does.
    fn is_heading_again(&self, said: &[&Cell]) -> bool {
        let same = |cell: &&&Cell| {
            let heading = self.layout.columns.iter().find(|column| column.column == cell.column);
            heading.is_some_and(|column| column.heading.split(" / ").any(|part| fold(part) == fold(&cell.text)))
        };
        said.iter().filter(same).count() * 2 > said.len()
    }

    /// The cell that says which item a row is about; a merged one speaks for all its rows.
    fn identity(&self, row: u32, holds: ColumnUse) -> Option<&'a Cell> {
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

    /// Who answers in a row, each with the columns of their own.
    fn places(&mut self, row: u32, answered: bool) -> Vec<(String, Vec<LayoutColumn>)> {
        let all = || self.layout.columns.iter().filter(|column| column.holds.is_value()).cloned().collect::<Vec<_>>();
        let (all, sheet) = (all(), self.sheet);
        match self.layout.whose {
            Whose::File => match self.known.single.clone() {
                Some(place) => vec![(place, all)],
                None => self.unplaced(answered, None),
            },
            Whose::Sheet => self.named(&sheet.name, None).map(|place| (place, all)).into_iter().collect(),
            Whose::Above => match self.above {
                Some(cell) => {
                    let name = headings::label_parts(&cell.text).1;
                    let at = Some(address(cell.row, cell.column));
                    self.named(name, at).map(|place| (place, all)).into_iter().collect()
                }
                None => self.unplaced(answered, None),
            },
            Whose::Row => match self
                .identity(row, ColumnUse::Place)
                .map(|cell| (cell.text.clone(), address(cell.row, cell.column)))
            {
                Some((name, cell)) => self.named(&name, Some(cell)).map(|place| (place, all)).into_iter().collect(),
                None => self.unplaced(answered, Some(row)),
            },
            Whose::Column => {
                let mut found: Vec<(String, Vec<LayoutColumn>)> = Vec::new();
                for column in all.into_iter().filter(|column| !column.place.is_empty()) {
                    let cell = address(self.layout.last, column.column);
                    let Some(place) = self.named(&column.place, Some(cell)) else { continue };
                    match found.iter_mut().find(|(other, _)| *other == place) {
                        Some((_, columns)) => columns.push(column),
                        None => found.push((place, vec![column])),
                    }
                }
                found
            }
        }
    }

    fn unplaced(&mut self, answered: bool, row: Option<u32>) -> Vec<(String, Vec<LayoutColumn>)> {
        if answered && (row.is_some() || self.asked.insert(String::new(), None).is_none()) {
            let cell = row.map(|row| address(row, self.layout.columns.first().map_or(0, |column| column.column)));
            self.say(Code::PlaceMissing, cell, &[]);
        }
        Vec::new()
    }

    /// The key of a name; what it may mean besides is asked once.
    fn named(&mut self, name: &str, cell: Option<String>) -> Option<String> {
        let folded = fold(name);
        if let Some(known) = self.asked.get(&folded) {
            return known.clone();
        }
        let alias = self.known.aliases.get(&folded).cloned();
        let found = alias.map_or_else(|| self.meant(name), Meaning::Exactly);
        let place = match found {
            Meaning::Exactly(place) => Some(place),
            Meaning::Perhaps(likely) => {
                let likely = likely.first().and_then(|(key, _)| self.known.places.iter().find(|one| one.key == *key));
                match likely.map(|one| one.name.clone()) {
                    Some(likely) => self.say(Code::PlaceUnsure, cell, &[("found", name.trim()), ("likely", &likely)]),
                    None => self.say(Code::PlaceUnknown, cell, &[("found", name.trim())]),
                }
                None
            }
        };
        self.asked.insert(folded, place.clone());
        place
    }

    /// What a name may mean; what stands in brackets behind it, as in 総務課 (2), makes it unsure.
    fn meant(&self, name: &str) -> Meaning<String> {
        match meaning(name, &self.known.places) {
            Meaning::Perhaps(likely) if likely.is_empty() => {
                let bare = name.split(['(', '（']).next().unwrap_or_default();
                match meaning(bare, &self.known.places) {
                    Meaning::Exactly(place) => Meaning::Perhaps(vec![(place, NameLikeness::Part)]),
                    perhaps => perhaps,
                }
            }
            found => found,
        }
    }

    /// Takes the answers of one row to the form of a place.
    fn take(&mut self, row: u32, item: &str, doubt: Option<Code>, place: &str, columns: &[LayoutColumn]) {
        let sheet = self.sheet;
        let mut cells: BTreeMap<ColumnKey, Vec<ReturnedCell>> = BTreeMap::new();
        let choices: Vec<&LayoutColumn> = columns.iter().filter(|column| column.holds == ColumnUse::Choice).collect();
        if !choices.is_empty() {
            cells.insert(ColumnUse::Answer.key().into(), self.chosen(row, &choices));
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
        form.rows.push(ReturnedRow { key: item.to_owned(), cell, cells, doubt });
    }

    /// The answers that are marked in a row, in words. A cross under an answer may choose it or not, and is asked about
    /// where nothing else is marked; a dash does not.
    fn chosen(&self, row: u32, choices: &[&LayoutColumn]) -> Vec<ReturnedCell> {
        let (mut marked, mut crossed) = (Vec::new(), Vec::new());
        for column in choices {
            let cell = returned(self.sheet, row, column.column);
            let list = if SelfAnswer::from_key(&column.answer).is_some() { "self-answer" } else { "verdict" };
            let words = i18n::enum_text(i18n::Lang::Ja, list, &column.answer);
            let said = fold(&cell.text);
            let answer = ReturnedCell { text: words, kind: CellKind::Text, ..cell };
            match said.as_str() {
                "" | "-" | "ー" | "false" | "0" => {}
                "×" | "x" => crossed.push(ReturnedCell { doubt: Some(Code::MarkUnclear), ..answer }),
                _ => marked.push(answer),
            }
        }
        if marked.is_empty() {
            marked = crossed;
        }
        if marked.is_empty() {
            let column = choices.first().map_or(0, |column| column.column);
            let blank = ReturnedCell { cell: address(row, column), ..ReturnedCell::default() };
            marked.push(blank);
        }
        marked
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
        match number(&cell.text) {
            Some(count) if count <= 1_000_000 => self.out.counts.push(Count {
                place: place.to_owned(),
                item: item.to_owned(),
                answer: column.answer.clone(),
                count,
                sheet: self.sheet.name.clone(),
                cell: address(at.0, at.1),
            }),
            _ => {
                let args = [("column", column.heading.as_str()), ("found", &cell.text)];
                self.say(Code::CountUnclear, Some(address(at.0, at.1)), &args);
            }
        }
    }
}

fn is_blank(cell: &Cell) -> bool {
    says_nothing(&cell.text) && !matches!(cell.kind, CellKind::Error | CellKind::NoValue)
}
