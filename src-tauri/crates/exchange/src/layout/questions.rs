//! Reads the rows of a table of questions: what each asks, under which clause it stands, and what is no question at all.
//! Nothing is dropped: a row that asks nothing says why.

use super::items::numbers;
use super::{ColumnUse, Layout};
use crate::lists::{SkipReason, skip_word};
use crate::read::Merged;
use crate::workbook::{Cell, CellKind, Sheet, Workbook, address};
use domain::keyed_enum;
use domain::pack::is_question;
use domain::text::{fold, says_nothing};
use std::collections::{BTreeMap, BTreeSet};

keyed_enum! {
    /// What a row of the table is.
    pub enum QuestionKind {
        /// It asks something.
        Question = "question",
        /// It names what the rows below are about.
        Section = "section",
        /// The headings once more.
        Heading = "heading",
        /// ※ or 注
        Note = "note",
        /// 合計, 小計
        Total = "total",
        /// 記入例
        Example = "example",
        /// Nobody sees it.
        Hidden = "hidden",
        /// The question was struck out.
        Struck = "struck",
        /// Something stands in it, but no question.
        Empty = "empty",
        /// The question shows an error, or a formula that was never computed.
        Broken = "broken",
    }
}

keyed_enum! {
    /// Where the clause of a row is written.
    pub enum ClauseFrom {
        /// In its own cell.
        Own = "own",
        /// In a merged cell beside it.
        Merged = "merged",
        /// 〃: in the row above.
        Ditto = "ditto",
        /// Its cell is empty, and a row above says it.
        Above = "above",
        /// In a line above that stands for all that follow.
        Section = "section",
        /// Nowhere.
        Nowhere = "nowhere",
    }
}

/// A cell of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionCell {
    /// Its address.
    pub cell: String,
    /// Its text, without white space around it.
    pub text: String,
    /// What it may say besides, where a number has become a date.
    pub shown: Vec<String>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionRow {
    /// The name of the tab.
    pub sheet: String,
    /// The row, counted from 0.
    pub row: u32,
    /// What it is.
    pub kind: QuestionKind,
    /// The cell that it is known by.
    pub cell: String,
    /// What stands there; of a struck row, what was struck out.
    pub text: String,
    /// What its cells say.
    pub cells: BTreeMap<ColumnUse, QuestionCell>,
    /// The clause as it is written, wherever that is.
    pub clause: QuestionCell,
    /// Where that is.
    pub clause_from: ClauseFrom,
    /// Whether a part of the question was struck out.
    pub partly_struck: bool,
}

/// Reads the sheets that have a layout, by their names, up to so many rows.
pub fn questions(workbook: &Workbook, layouts: &BTreeMap<String, Layout>, most: usize) -> Vec<QuestionRow> {
    let mut found = Vec::new();
    for sheet in &workbook.sheets {
        let Some(layout) = layouts.get(&sheet.name) else { continue };
        let Some(question) = column_of(layout, ColumnUse::Question) else { continue };
        let reader = Reader {
            sheet,
            layout,
            question,
            clause: column_of(layout, ColumnUse::Clause),
            merged: Merged::of(&sheet.looks, &layout.columns.iter().map(|column| column.column).collect()),
        };
        reader.read(&mut found, most);
    }
    found
}

fn column_of(layout: &Layout, holds: ColumnUse) -> Option<u32> {
    layout.columns.iter().find(|column| column.holds == holds).map(|column| column.column)
}

struct Reader<'a> {
    sheet: &'a Sheet,
    layout: &'a Layout,
    question: u32,
    clause: Option<u32>,
    merged: Merged,
}

/// What the rows above say of the clause.
#[derive(Default)]
struct Above {
    own: Option<QuestionCell>,
    section: Option<QuestionCell>,
}

impl Reader<'_> {
    fn read(&self, found: &mut Vec<QuestionRow>, most: usize) {
        let below = |row: &u32| *row > self.layout.last;
        let mut rows: BTreeSet<u32> = self.sheet.cells().iter().map(|cell| cell.row).filter(below).collect();
        // A row of which everything was struck out holds no cell any more.
        let struck = self.sheet.looks.struck.keys().filter(|(_, column)| *column == self.question);
        rows.extend(struck.map(|(row, _)| *row).filter(below));
        let mut above = Above::default();
        for row in rows {
            if found.len() >= most {
                return;
            }
            found.extend(self.row(row, &mut above));
        }
    }

    fn row(&self, row: u32, above: &mut Above) -> Option<QuestionRow> {
        let said: Vec<&Cell> = self.sheet.row(row).iter().filter(|cell| !is_blank(cell)).collect();
        let own = self.sheet.get(row, self.question).filter(|cell| !is_blank(cell));
        let struck = self.sheet.looks.struck.get(&(row, self.question));
        let hidden = self.sheet.looks.hides_row(row) && !self.layout.with_hidden;
        let kind = match (own, struck) {
            _ if said.is_empty() && struck.is_none() => return None,
            // A row nobody sees that asks nothing is told with the rows that nobody sees.
            (None, _) if hidden => return None,
            (Some(_), _) if hidden => QuestionKind::Hidden,
            (None, Some(_)) => QuestionKind::Struck,
            _ => self.kind(&said, own),
        };
        let cell = match (own.or(said.first().copied()), struck) {
            (_, Some(_)) | (None, _) => address(row, self.question),
            (Some(cell), None) => address(cell.row, cell.column),
        };
        let text = match (own, struck) {
            (None, Some(struck)) => struck.clone(),
            (Some(own), _) => own.text.trim().to_owned(),
            (None, None) => said.iter().map(|cell| cell.text.trim()).collect::<Vec<_>>().join(" "),
        };
        if kind == QuestionKind::Section {
            above.section = Some(QuestionCell { cell: cell.clone(), text: text.clone(), shown: Vec::new() });
            above.own = None;
        }
        let (clause, clause_from) = match kind {
            QuestionKind::Section | QuestionKind::Heading | QuestionKind::Note | QuestionKind::Total => {
                (QuestionCell::default(), ClauseFrom::Nowhere)
            }
            _ => self.clause(row, above),
        };
        let cells = self.layout.columns.iter().filter(|column| !matches!(column.holds, ColumnUse::Ignored));
        let cells = cells.filter_map(|column| {
            let cell = self.sheet.get(row, column.column).filter(|cell| !is_blank(cell));
            let cell = cell.or_else(|| self.spoken_for(row, column.column, column.holds))?;
            (!is_broken(cell)).then(|| (column.holds, self.cell(cell)))
        });
        Some(QuestionRow {
            sheet: self.sheet.name.clone(),
            row,
            kind,
            cell,
            text,
            cells: cells.collect(),
            clause,
            clause_from,
            partly_struck: own.is_some() && struck.is_some(),
        })
    }

    fn kind(&self, said: &[&Cell], own: Option<&Cell>) -> QuestionKind {
        use QuestionKind as K;
        if self.is_heading_again(said) {
            return K::Heading;
        }
        let asks = own.is_some_and(|cell| is_question(&cell.text));
        let word = said.first().and_then(|cell| skip_word(&cell.text));
        match word {
            // A question may well begin with 注意.
            Some(SkipReason::Note) if !asks => return K::Note,
            Some(SkipReason::Total) => return K::Total,
            Some(SkipReason::Example) => return K::Example,
            _ => {}
        }
        match own {
            Some(cell) if is_broken(cell) => K::Broken,
            Some(cell) if !asks && (self.stands_alone(said) || self.spans(cell)) => K::Section,
            Some(_) => K::Question,
            None if said.iter().all(|cell| self.is_title(cell)) => K::Section,
            None => K::Empty,
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

    /// Whether nothing but a short text stands in a row of a table whose questions have numbers or clauses.
    fn stands_alone(&self, said: &[&Cell]) -> bool {
        let others =
            [ColumnUse::Number, ColumnUse::Clause].into_iter().any(|holds| column_of(self.layout, holds).is_some());
        others && matches!(said, [one] if one.text.chars().count() <= LONGEST_TITLE)
    }

    /// Whether a cell reaches over other columns that are read.
    fn spans(&self, cell: &Cell) -> bool {
        let over = |((top, _), (left, right)): &&((u32, u32), (u32, u32))| {
            *top == cell.row && *left == cell.column && left < right
        };
        self.sheet.looks.merged.iter().filter(over).any(|(_, (left, right))| {
            let read = self.layout.columns.iter().filter(|column| column.holds != ColumnUse::Ignored);
            read.filter(|column| (*left..=*right).contains(&column.column)).count() > 1
        })
    }

    /// Whether a cell can name what the rows below are about: it stands where numbers and clauses do, or before the
    /// questions.
    fn is_title(&self, cell: &Cell) -> bool {
        let holds = self.layout.columns.iter().find(|column| column.column == cell.column).map(|column| column.holds);
        let place = match holds {
            Some(ColumnUse::Number | ColumnUse::Clause) => true,
            Some(ColumnUse::Ignored) | None => cell.column < self.question,
            _ => false,
        };
        place && cell.kind == CellKind::Text && cell.text.chars().count() <= LONGEST_TITLE
    }

    /// The clause of a row and where it is written.
    fn clause(&self, row: u32, above: &mut Above) -> (QuestionCell, ClauseFrom) {
        let section = |above: &Above| match &above.section {
            Some(cell) => (cell.clone(), ClauseFrom::Section),
            None => (QuestionCell::default(), ClauseFrom::Nowhere),
        };
        let Some(column) = self.clause else { return section(above) };
        // What stood there nobody knows, and it need not be what stands above.
        if self.sheet.get(row, column).is_some_and(is_broken) {
            return (QuestionCell::default(), ClauseFrom::Nowhere);
        }
        let own = self.sheet.get(row, column).filter(|cell| !is_blank(cell));
        let (cell, from) = match own {
            Some(cell) if is_ditto(&cell.text) => {
                let written = above.own.clone().unwrap_or_else(|| self.cell(cell));
                return (written, ClauseFrom::Ditto);
            }
            Some(cell) => (Some(cell), ClauseFrom::Own),
            None => (self.spoken_for(row, column, ColumnUse::Clause), ClauseFrom::Merged),
        };
        match (cell, &above.own) {
            (Some(cell), _) => {
                let cell = self.cell(cell);
                above.own = Some(cell.clone());
                (cell, from)
            }
            (None, Some(cell)) => (cell.clone(), ClauseFrom::Above),
            (None, None) => section(above),
        }
    }

    /// The cell of a merged one that speaks for a row; a question is never that of another row.
    fn spoken_for(&self, row: u32, column: u32, holds: ColumnUse) -> Option<&Cell> {
        if matches!(holds, ColumnUse::Question | ColumnUse::QuestionSelf | ColumnUse::Number | ColumnUse::Note) {
            return None;
        }
        let ((top, left), _) = self.merged.at((row, column))?;
        // What reaches over several columns is a title.
        self.sheet.get(top, left).filter(|cell| top > self.layout.last && left == column && !is_blank(cell))
    }

    fn cell(&self, cell: &Cell) -> QuestionCell {
        let shown = self.sheet.looks.shown.get(&(cell.row, cell.column));
        let shown = if cell.kind == CellKind::Date || shown.is_some() { numbers(cell, shown) } else { Vec::new() };
        QuestionCell { cell: address(cell.row, cell.column), text: cell.text.trim().to_owned(), shown }
    }
}

/// No title of a group of questions is longer.
const LONGEST_TITLE: usize = 40;

fn is_ditto(text: &str) -> bool {
    matches!(text.trim(), "〃" | "″" | "\"" | "”" | "同上" | "々" | "同じ")
}

fn is_broken(cell: &Cell) -> bool {
    matches!(cell.kind, CellKind::Error | CellKind::NoValue)
}

fn is_blank(cell: &Cell) -> bool {
    says_nothing(&cell.text) && !is_broken(cell)
}

#[cfg(test)]
mod tests;
