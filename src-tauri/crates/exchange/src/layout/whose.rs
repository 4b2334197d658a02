//! Whose the answers of a row are.

use super::assign::Reader;
use super::{ColumnUse, LayoutColumn, Whose, headings};
use crate::diagnostic::DiagnosticCode as Code;
use crate::workbook::{Cell, address};
use domain::names::{Meaning, NameLikeness, meaning};
use domain::text::fold;

/// What stands before a name that heads what follows.
const BULLETS: &[char] =
    &['○', '●', '◎', '◇', '◆', '□', '■', '▽', '▼', '・', '【', '】', '(', ')', '（', '）', ' ', '　'];

impl Reader<'_> {
    /// Whether a row only says whose the rows below it are: 課名：総務課, or 総務課 alone.
    pub(super) fn says_whose(&mut self, row: u32, said: &[&Cell]) -> bool {
        let (sheet, whose) = (self.sheet, self.layout.whose);
        if whose == Whose::Above {
            if let Some(label) = headings::label(sheet, row) {
                self.above = Some(label);
                return true;
            }
            if headings::is_nameless(said) {
                self.above = None;
                return true;
            }
        }
        let [cell] = said else { return false };
        let name = cell.text.trim_matches(BULLETS);
        let Some(place) = self.exactly(name) else { return false };
        match whose {
            Whose::Above => self.above = sheet.get(cell.row, cell.column),
            Whose::File | Whose::Sheet => {
                let own = if whose == Whose::File { self.known.single.clone() } else { self.exactly(&sheet.name) };
                let astray = own.is_some_and(|own| own != place);
                if astray {
                    let args = [("found", name), ("likely", name)];
                    self.say(Code::PlaceUnsure, Some(address(cell.row, cell.column)), &args);
                }
                self.astray = astray;
            }
            Whose::Row | Whose::Column => return false,
        }
        true
    }

    /// The key of a name that can only mean one.
    fn exactly(&self, name: &str) -> Option<String> {
        if let Some(key) = self.known.aliases.get(&fold(name)) {
            return Some(key.clone());
        }
        match meaning(name, &self.known.places) {
            Meaning::Exactly(place) => Some(place),
            Meaning::Perhaps(_) => None,
        }
    }

    /// Who answers in a row, each with the columns of their own.
    pub(super) fn places(&mut self, row: u32, answered: bool) -> Vec<(String, Vec<LayoutColumn>)> {
        let all = || self.layout.columns.iter().filter(|column| column.holds.is_value()).cloned().collect::<Vec<_>>();
        let (all, sheet) = (all(), self.sheet);
        match self.layout.whose {
            Whose::File | Whose::Sheet if self.astray => Vec::new(),
            Whose::File => match self.known.single.clone() {
                Some(place) => vec![(place, all)],
                None => self.unplaced(answered, None),
            },
            Whose::Sheet => self.named(&sheet.name, None).map(|place| (place, all)).into_iter().collect(),
            Whose::Above => match self.above {
                Some(cell) => {
                    let name = headings::label_parts(&cell.text).1.trim_matches(BULLETS);
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
}
